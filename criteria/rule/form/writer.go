package form

import (
	"encoding"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Writer writes JSON by appending, and puts the commas. It writes what encoding/json does
// when that escapes no HTML. The zero Writer begins an empty text; [WriterTo] appends to
// another.
type Writer struct {
	out   []byte
	comma bool // before the next value
	err   error
}

// WriterTo is a writer that appends one document to a text.
func WriterTo(out []byte) Writer { return Writer{out: out} }

// Bytes is what was written; the error is that of the first value that has no JSON.
func (w *Writer) Bytes() ([]byte, error) { return w.out, w.err }

func (w *Writer) value() {
	if w.comma {
		w.out = append(w.out, ',')
	}
	w.comma = true
}

// Open begins an object or a list: '{' or '['.
func (w *Writer) Open(bracket byte) {
	w.value()
	w.out, w.comma = append(w.out, bracket), false
}

// Close ends it: '}' or ']'.
func (w *Writer) Close(bracket byte) { w.out, w.comma = append(w.out, bracket), true }

// Key writes the name of a member; its value comes next.
func (w *Writer) Key(name string) *Writer {
	w.Text(name)
	w.out, w.comma = append(w.out, ':'), false
	return w
}

// Format writes the member that names the format version of a record.
func (w *Writer) Format(format string) { w.Key(formatKey).Text(format) }

// Member writes a member with a text; "" is left out.
func (w *Writer) Member(name, text string) {
	if text != "" {
		w.Key(name).Text(text)
	}
}

// Day writes a member with a day; the zero day is left out.
func (w *Writer) Day(name string, d civil.Date) {
	if !d.IsZero() {
		w.Key(name).Text(d.String())
	}
}

// Count writes a member with a whole number; 0 is left out.
func (w *Writer) Count(name string, n int) {
	if n != 0 {
		w.Key(name).Int(n)
	}
}

// Constant writes a member with a constant of a closed list; one without a code is left out.
func (w *Writer) Constant(name string, v Coded) {
	if code := v.String(); code != "" {
		w.Key(name).Code(v)
	}
}

// Coded is a constant of a closed list, as made with [rule.NewEnum].
type Coded interface {
	fmt.Stringer
	encoding.TextMarshaler
}

// Flag writes a member that is true; false is left out.
func (w *Writer) Flag(name string, is bool) {
	if is {
		w.Key(name).True()
	}
}

// True writes true.
func (w *Writer) True() {
	w.value()
	w.out = append(w.out, "true"...)
}

// Texts writes a list of texts.
func (w *Writer) Texts(list []string) {
	w.Open('[')
	for _, s := range list {
		w.Text(s)
	}
	w.Close(']')
}

// Append lets a function append one value.
func (w *Writer) Append(value func([]byte) []byte) {
	w.value()
	w.out = value(w.out)
}

// Int writes a whole number.
func (w *Writer) Int(n int) {
	w.value()
	w.out = strconv.AppendInt(w.out, int64(n), 10)
}

// Null writes null.
func (w *Writer) Null() {
	w.value()
	w.out = append(w.out, "null"...)
}

// Number writes a number as a text; null where it is not given.
func (w *Writer) Number(n rule.Number) {
	if !n.Known() {
		w.Null()
		return
	}
	w.value()
	w.out = append(n.AppendTo(append(w.out, '"')), '"')
}

// Code writes a constant of a closed list; outside the list it is an error.
func (w *Writer) Code(v Coded) {
	code := v.String()
	if strings.HasSuffix(code, ")") { // that is how a value outside the list prints
		if _, err := v.MarshalText(); err != nil && w.err == nil {
			w.err = err
		}
	}
	w.Text(code)
}

// Words writes a text in both languages.
func (w *Writer) Words(t rule.Text) {
	w.Open('{')
	w.Key("vi").Text(t.Vi)
	w.Key("en").Text(t.En)
	w.Close('}')
}

// Source writes a source.
func (w *Writer) Source(s rule.Source) {
	w.Open('{')
	w.Key("kind").Code(s.Kind)
	w.Member("number", s.Number)
	w.Day("date", s.Date)
	w.Count("year", s.Year)
	w.Member("issuer", s.Issuer)
	w.Member("annex", s.Annex)
	w.Member("article", s.Article)
	w.Member("clause", s.Clause)
	w.Member("point", s.Point)
	w.Member("section", s.Section)
	w.Member("bullet", s.Bullet)
	w.Member("footnote", s.Footnote)
	w.Member("page", s.Page)
	w.Close('}')
}

// Other writes any other value as encoding/json does.
func (w *Writer) Other(v any) {
	w.value()
	text, err := json.Marshal(v)
	if err != nil && w.err == nil {
		w.err = err
	}
	w.out = append(w.out, text...)
}

const hexDigits = "0123456789abcdef"

// Text writes a text; bytes that are no UTF-8 become U+FFFD.
func (w *Writer) Text(s string) {
	w.value()
	w.out = append(w.out, '"')
	out, from := w.out, 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		size, escaped := 1, ""
		if c >= utf8.RuneSelf {
			var r rune
			switch r, size = utf8.DecodeRuneInString(s[i:]); {
			case r == utf8.RuneError && size == 1:
				escaped = `\ufffd`
			case r == '\u2028':
				escaped = `\u2028`
			case r == '\u2029':
				escaped = `\u2029`
			default:
				i += size
				continue
			}
		}
		out = append(out, s[from:i]...)
		i += size
		from = i
		if escaped != "" {
			out = append(out, escaped...)
			continue
		}
		switch c {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\b':
			out = append(out, '\\', 'b')
		case '\f':
			out = append(out, '\\', 'f')
		case '\n':
			out = append(out, '\\', 'n')
		case '\r':
			out = append(out, '\\', 'r')
		case '\t':
			out = append(out, '\\', 't')
		default:
			out = append(out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	w.out = append(append(out, s[from:]...), '"')
}
