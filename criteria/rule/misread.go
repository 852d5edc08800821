package rule

import (
	"fmt"
	"strings"
	"unicode"

	"cloud.google.com/go/civil"
)

// Misread says in both languages what is wrong with a text and what to write instead.
type Misread struct {
	Given string // the text, shortened; "" where the error is of no text
	Words Text
	Err   error // the error by which it is known, if any
}

// Error is the text and the English words.
func (m *Misread) Error() string {
	if m.Given == "" {
		return "rule: " + m.Words.En
	}
	return fmt.Sprintf("rule: %q: %s", m.Given, m.Words.En)
}

// In says in one language what is wrong, without the text.
func (m *Misread) In(l Lang) string { return m.Words.In(l) }

// Unwrap is the error by which it is known.
func (m *Misread) Unwrap() error { return m.Err }

// NewMisread is the error about a text; err is the error by which it is known, if any.
func NewMisread(text string, err error, vi, en string) error {
	return &Misread{Shorten(text), Text{vi, en}, err}
}

// ErrNotADay says that a date is no day of the calendar: 30 February, month 13, or no
// date where a day is needed.
var ErrNotADay error = &Misread{Words: Text{"không phải là một ngày có thật", "not a day of the calendar"}}

// ParseDay reads a day as JSON has it, 2021-08-09. The error of another form says how to
// write it.
func ParseDay(text string) (civil.Date, error) {
	if d, err := civil.ParseDate(text); err == nil && d.IsValid() {
		return d, nil
	}
	if d, found := dayIn(text); found {
		iso := d.String()
		return civil.Date{}, NewMisread(text, ErrNotADay, "ghi "+iso+" (năm-tháng-ngày)", "write "+iso+" (year-month-day)")
	}
	return civil.Date{}, NewMisread(text, ErrNotADay, "ngày ghi dạng 2023-06-30, và phải có thật", "a day is written 2023-06-30, and must exist")
}

// dayIn finds the day that a text means: 09/8/2021, 9.8.2021, 2021-8-9.
func dayIn(text string) (civil.Date, bool) {
	parts := strings.FieldsFunc(strings.TrimSpace(text), func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) != 3 {
		return civil.Date{}, false
	}
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	d, err := ParseDate(strings.Join(parts, "/"))
	return d, err == nil
}

// malformed says what is wrong with a text that is not a number, and what to write
// instead where that is clear.
func malformed(text string) error {
	say := func(vi, en string) error { return NewMisread(text, ErrNumberMalformed, vi, en) }
	is := func(s string) bool { _, err := readNumber(s); return err == nil }
	trimmed := strings.TrimSpace(text)
	bare := strings.TrimSpace(strings.TrimSuffix(trimmed, "%"))
	dotted := strings.Replace(bare, ",", ".", 1)
	_, decimals, _ := strings.Cut(bare, ",")
	ungrouped, grouped := ungroup(bare)
	mixed := undoMixed(bare)
	alone := strings.TrimSpace(strings.TrimLeft(bare, "≥≤<>=+~"))
	part, whole, share := strings.Cut(bare, "/")
	switch {
	case text == "":
		return say("để trống; bỏ mục này nếu không có số", "empty; leave the member out where there is no number")
	case grouped && len(decimals) == 3 && is(dotted):
		return say("ghi "+dotted+" nếu là phần thập phân, "+ungrouped+" nếu là hàng nghìn", "write "+dotted+" for decimals, "+ungrouped+" for thousands")
	case bare != trimmed && is(dotted):
		return say("ghi "+dotted+", không ghi %", "write "+dotted+", without %")
	case trimmed != text && is(trimmed):
		return say("ghi "+trimmed+", không có dấu cách", "write "+trimmed+", without spaces")
	case is(dotted):
		return say("ghi "+dotted+": phần thập phân sau dấu chấm; không ngăn hàng nghìn", "write "+dotted+": decimals after a dot; thousands are not grouped")
	case is(mixed):
		return say("ghi "+mixed+": phần thập phân sau dấu chấm; không ngăn hàng nghìn", "write "+mixed+": decimals after a dot; thousands are not grouped")
	case grouped && is(ungrouped):
		return say("ghi "+ungrouped+": không ngăn hàng nghìn", "write "+ungrouped+": thousands are not grouped")
	case is(alone):
		return say("ghi "+alone+": chỉ ghi con số", "write "+alone+": the number alone")
	case share && is(part) && is(whole):
		return say("mục này cần một con số, không phải phân số; số ghi dạng 12.5", "a number is needed here, not a fraction; a number is written 12.5")
	}
	return say("không phải là số; số ghi dạng 12.5", "not a number; a number is written 12.5")
}

// undoMixed is a number with dots and commas, the last of which begins the decimals, as it
// should be written: "1.234,5" and "1,234.5" as "1234.5"; "" for any other text.
func undoMixed(text string) string {
	last := strings.LastIndexAny(text, ".,")
	if last < 0 {
		return ""
	}
	thousands := ","
	if text[last] == ',' {
		thousands = "."
	}
	grouped := text[:last]
	if _, many := ungroup(grouped); !many || strings.IndexByte(grouped, text[last]) >= 0 {
		return ""
	}
	return strings.ReplaceAll(grouped, thousands, "") + "." + text[last+1:]
}

// ungroup takes the marks between groups of three digits out; false where there are none.
func ungroup(text string) (string, bool) {
	groups := strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == ',' || unicode.IsSpace(r) })
	for i, g := range groups {
		if len(g) != 3 && (i > 0 || len(g) > 4) { // the first one may carry a sign
			return "", false
		}
	}
	return strings.Join(groups, ""), len(groups) > 1
}
