package rule

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"cloud.google.com/go/civil"
	"golang.org/x/text/unicode/norm"
)

// Lang is a language of the module's words. The zero value is Vietnamese.
type Lang uint8

// The languages.
const (
	Vi Lang = iota
	En
)

// Text is one wording in Vietnamese and in English, both in Unicode NFC.
// Placeholders of the form {name} are filled from the arguments of a finding.
type Text struct {
	Vi string `json:"vi"`
	En string `json:"en"`
}

// In gives the wording in one language.
func (t Text) In(l Lang) string {
	if l == En {
		return t.En
	}
	return t.Vi
}

// Lacks names the wording that is missing, in words; it is zero where both are given.
func (t Text) Lacks() Text {
	switch {
	case t == Text{}:
		return Text{"nội dung", "the wording"}
	case t.Vi == "":
		return Text{"nội dung tiếng Việt", "the wording in Vietnamese"}
	case t.En == "":
		return Text{"nội dung tiếng Anh", "the wording in English"}
	default:
		return Text{}
	}
}

// String is the Vietnamese wording.
func (t Text) String() string { return t.Vi }

// Worded is anything that can say itself in either language.
type Worded interface{ In(Lang) string }

// Arg is one named value in the words of a finding: a limit, a post, a body, a
// day. It never holds the name of a person.
type Arg struct {
	Name string `json:"name"`
	Text Text   `json:"text"`
}

// A makes an argument. Days are written as Vietnamese official texts write them
// (09/8/2021) and as 2021-08-09 in English; a value that is [Worded] says itself. A plain
// text, which may come from outside, is shortened to 64 bytes, words to 1,000: no message is
// as long as what somebody sent.
func A(name string, value any) Arg {
	return Arg{Name: name, Text: say(value)}
}

// maxWords is how many bytes of words an argument holds.
const maxWords = 1_000

func say(value any) Text {
	switch v := value.(type) {
	case string:
		v = Shorten(v)
		return Text{v, v}
	case Text:
		return Text{cut(v.Vi, maxWords), cut(v.En, maxWords)}
	case civil.Date:
		return Text{FormatDate(v, Vi), FormatDate(v, En)}
	case Worded:
		return Text{cut(v.In(Vi), maxWords), cut(v.In(En), maxWords)}
	default:
		s := Shorten(fmt.Sprint(v))
		return Text{s, s}
	}
}

// Shorten cuts a text from outside to what a message can carry: 64 bytes.
func Shorten(s string) string { return cut(s, 64) }

func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// FormatDate writes a day as Vietnamese official texts do (09/8/2021: the day in
// two digits, the month in two only for January and February) or, in English, as
// 2021-08-09. The zero date is "".
func FormatDate(d civil.Date, l Lang) string {
	switch {
	case d.IsZero():
		return ""
	case l == En:
		return d.String()
	case d.Month < 3:
		return fmt.Sprintf("%02d/%02d/%d", d.Day, int(d.Month), d.Year)
	default:
		return fmt.Sprintf("%02d/%d/%d", d.Day, int(d.Month), d.Year)
	}
}

// fill puts the arguments into the placeholders of a wording.
func fill(words string, args []Arg, l Lang) string {
	if len(args) == 0 || !strings.Contains(words, "{") {
		return words
	}
	pairs := make([]string, 0, 2*len(args))
	for _, a := range args {
		pairs = append(pairs, "{"+a.Name+"}", a.Text.In(l))
	}
	return strings.NewReplacer(pairs...).Replace(words)
}

// Normal is a text in the one spelling in which texts are kept and compared: Unicode NFC,
// and Đ where another letter stands that looks like it. Fonts and keyboards of other
// languages give Ð (U+00D0) or Ɖ (U+0189) for Đ (U+0110); their small letters ð and ɖ come
// from lowering these. Whatever reads a text from outside, or compares an id of a Go value,
// goes through it.
func Normal[T ~string](s T) T {
	if isASCII(string(s)) {
		return s
	}
	return T(strings.Map(stroke, norm.NFC.String(string(s))))
}

// IsNormal reports whether a text is in the spelling that [Normal] gives.
func IsNormal(s string) bool { return Normal(s) == s }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// stroke is Đ or đ for the letters that look like one.
func stroke(r rune) rune {
	switch r {
	case '\u00D0', '\u0189':
		return 'Đ'
	case '\u00F0', '\u0256':
		return 'đ'
	}
	return r
}

// Fold brings a text to the form in which two spellings of the same words are
// equal: as [Normal], in lower case, runs of space made one, none at the ends. Tone
// marks stay: «xã» and «xa» are different words.
func Fold(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(Normal(s), unicode.IsSpace), " "))
}

// Blank reports whether a text says nothing: only space, punctuation and marks.
func Blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}
