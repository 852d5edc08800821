package rule

import (
	"fmt"
	"strings"
)

// Word is one constant of an [Enum]: its permanent code and its words.
type Word struct {
	Code string
	Vi   string
	En   string
}

// Enum holds the names of a closed list of constants: Word i belongs to the
// constant with the value i. Where the zero value is invalid, Word 0 is empty.
// It is how all enumerations of this module write and read themselves.
type Enum[T ~uint8] struct {
	what  string
	words []Word
}

// NewEnum makes the list; what names the type in errors.
func NewEnum[T ~uint8](what string, words ...Word) Enum[T] {
	return Enum[T]{what: what, words: words}
}

// Code is the permanent code of a constant, "" for the zero value of a list
// without one, and "what(9)" outside the list.
func (e Enum[T]) Code(v T) string {
	if int(v) >= len(e.words) {
		return fmt.Sprintf("%s(%d)", e.what, v)
	}
	return e.words[v].Code
}

// In gives the words of a constant.
func (e Enum[T]) In(v T, l Lang) string {
	if int(v) >= len(e.words) {
		return e.Code(v)
	}
	return Text{e.words[v].Vi, e.words[v].En}.In(l)
}

// Marshal writes the code; a value outside the list is an error.
func (e Enum[T]) Marshal(v T) ([]byte, error) {
	if int(v) >= len(e.words) {
		return nil, NewMisread(e.Code(v), nil, "không có trong danh sách", "not a "+e.what)
	}
	return []byte(e.words[v].Code), nil
}

// Unmarshal reads a code as [Enum.Parse] does.
func (e Enum[T]) Unmarshal(text []byte, v *T) error {
	parsed, err := e.Parse(string(text))
	if err != nil {
		return err
	}
	*v = parsed
	return nil
}

// Parse reads a code. "" is the zero value; the error lists the codes.
func (e Enum[T]) Parse(code string) (T, error) {
	for i, w := range e.words {
		if w.Code == code {
			return T(i), nil
		}
	}
	if code == "" {
		return 0, nil
	}
	var codes []string
	for _, w := range e.words {
		if w.Code != "" {
			codes = append(codes, w.Code)
		}
	}
	list := strings.Join(codes, ", ")
	return 0, NewMisread(code, nil, "không có trong danh sách: "+list, "not a "+e.what+": "+list)
}

// All lists the constants that have a code, in order.
func (e Enum[T]) All() []T {
	var all []T
	for i, w := range e.words {
		if w.Code != "" {
			all = append(all, T(i))
		}
	}
	return all
}
