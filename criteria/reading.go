package criteria

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// kind is what a reading says.
type kind uint8

const (
	kindNone kind = iota // no value; a verdict may be stated
	kindValue
	kindShare
	kindOver
	kindUnder
	kindPass
	kindFail
	kindNA
	kindCount
	kindRefused // does not fit; only in bound readings
)

// Reading is what is known of one key: a number, a pass or a failure, "not
// applicable", a share of counts, a bound, a stated verdict, a count of met
// criteria. Build one with [Value], [Share], [Over], [Under], [Passed], [Failed],
// [NotApplied], [Count] or [Stated], or read its short form with [ParseReading]. The zero
// value says nothing.
//
// A reading may carry both a value and the verdict that a publication gives of it
// (Said): the value is checked, and a difference is listed.
type Reading struct {
	_     [0]func() // no ==: 80 and 80.00 are the same
	v, w  int64     // the number in whole millionths; of a Share or a Count part and whole
	exact *numbers  // the numbers, where they do not fit
	kind  kind
	fine  uint8 // decimal decimals with which the number is written
	// Said is the verdict that a publication or an authority states; Unknown where none does.
	Said Verdict
	// Stage is who vouches for it.
	Stage Stage
	// AsOf is the day of the value.
	AsOf civil.Date
	// Poverty is the poverty standard by which it was measured, where that matters.
	Poverty string
	source  *rule.Source // never changed; nil where none is given
}

// numbers are those of a reading that are no whole millionths, or too large.
type numbers struct{ first, second rule.Number }

// number is a reading of one number; without the number nothing is known.
func number(k kind, n rule.Number) Reading {
	if !n.Known() {
		return Reading{}
	}
	floor, whole, fits := n.Floor(decimals)
	if !whole || !fits || n.Places() > decimals {
		return Reading{kind: k, exact: &numbers{first: n}}
	}
	return Reading{kind: k, v: floor, fine: uint8(n.Places())} //nolint:gosec // at most 6
}

// counts is a reading of part and whole.
func counts(k kind, part, whole rule.Number) Reading {
	p, ok, fits := part.Floor(0)
	w, ok2, fits2 := whole.Floor(0)
	if !ok || !ok2 || !fits || !fits2 {
		return Reading{kind: k, exact: &numbers{part, whole}}
	}
	return Reading{kind: k, v: p, w: w}
}

// first is the number of a reading, or its part.
func (r *Reading) first() rule.Number {
	switch {
	case r.exact != nil:
		return r.exact.first
	case r.kind == kindShare || r.kind == kindCount:
		return rule.Int(r.v)
	}
	n := r.v
	for range decimals - r.fine {
		n /= 10
	}
	return rule.Fixed(n, int(r.fine))
}

// second is the whole of a Share or a Count.
func (r *Reading) second() rule.Number {
	if r.exact != nil {
		return r.exact.second
	}
	return rule.Int(r.w)
}

// Value is a number. Percentages are 0 to 100, money is in the unit of the indicator.
func Value(n rule.Number) Reading {
	return number(kindValue, n)
}

// Passed is a pass («Đạt»), or an attribute that holds.
func Passed() Reading { return Reading{kind: kindPass} }

// Failed is a failure («Không đạt»), or an attribute that does not hold.
func Failed() Reading { return Reading{kind: kindFail} }

// NotApplied says that the row does not apply to the commune.
func NotApplied() Reading { return Reading{kind: kindNA} }

// Share is a percentage given by its counts: part of whole. It is compared exactly,
// without dividing; its gap is a count.
func Share(part, whole int64) Reading {
	return Reading{kind: kindShare, v: part, w: whole}
}

// Over says that the value is more than n («trên 46»).
func Over(n rule.Number) Reading { return number(kindOver, n) }

// Under says that the value is less than n («dưới 10 %»).
func Under(n rule.Number) Reading { return number(kindUnder, n) }

// Stated is a verdict without a value, as publications give it. It is used where no
// value decides.
func Stated(v Verdict, s rule.Source) Reading { return Reading{Said: v}.From(s) }

// Count says how many are met of how many ("13 of 19"): of the set's criteria or
// indicators, or of the indicators of a criterion.
func Count(met, of int64) Reading {
	return Reading{kind: kindCount, v: met, w: of}
}

// From is the reading with its source.
func (r Reading) From(s rule.Source) Reading {
	if s.IsZero() {
		r.source = nil
		return r
	}
	r.source = &s
	return r
}

// Source is the document in which the reading stands; zero where none is given.
func (r Reading) Source() rule.Source {
	if r.source == nil {
		return rule.Source{}
	}
	return *r.source
}

// By is the reading with its stage.
func (r Reading) By(s Stage) Reading { r.Stage = s; return r }

// On is the reading with its day.
func (r Reading) On(day civil.Date) Reading { r.AsOf = day; return r }

// IsZero reports whether nothing is known.
func (r Reading) IsZero() bool { return r.kind == kindNone && r.Said == Unknown }

// Number is the value of a plain number; otherwise it is not given.
func (r Reading) Number() rule.Number {
	if r.kind != kindValue {
		return rule.Number{}
	}
	return r.first()
}

// Counts are part and whole of a Share or a Count.
func (r Reading) Counts() (part, whole rule.Number) {
	if r.kind != kindShare && r.kind != kindCount {
		return rule.Number{}, rule.Number{}
	}
	return r.first(), r.second()
}

// The short forms.
const (
	textPass = "pass"
	textFail = "fail"
	textNA   = "n/a"
	textOf   = " of "
)

// text is the short form, "" where there is no value.
func (r *Reading) text() string { return string(r.short(nil)) }

// ErrReading says that a text is not a reading. The error of [ParseReading] is one, and says
// what to write instead.
var ErrReading error = &rule.Misread{Words: rule.Text{
	Vi: `không phải số liệu; ghi một số như 12.5, "pass" (đạt), "fail" (không đạt), "n/a" (không áp dụng), "132/1100", ">46", "<10", "13 of 19" hoặc đối tượng như {"stated": "met"}`,
	En: `not a reading; write a number such as 12.5, "pass", "fail", "n/a", "132/1100", ">46", "<10", "13 of 19" or an object such as {"stated": "met"}`,
}}

// ParseReading reads a short form: "36.0", "pass", "fail", "n/a", "132/1100" (a
// share), ">46", "<10", "13 of 19" (a count). Nothing is guessed: "12,5", "95 %" and "đạt"
// are errors, and so is a count such as "8.000/10.000", whose dot may group thousands.
func ParseReading(s string) (Reading, error) {
	r, err := parseReading(s)
	if err != nil {
		return Reading{}, &rule.Misread{Given: rule.Shorten(s), Words: instead(s, err), Err: ErrReading}
	}
	return r, nil
}

func parseReading(s string) (Reading, error) {
	switch s {
	case textPass:
		return Passed(), nil
	case textFail:
		return Failed(), nil
	case textNA:
		return NotApplied(), nil
	}
	k, first, second := kindValue, s, ""
	switch {
	case strings.HasPrefix(s, ">"):
		k, first = kindOver, s[1:]
	case strings.HasPrefix(s, "<"):
		k, first = kindUnder, s[1:]
	case strings.Contains(s, "/"):
		k = kindShare
		first, second, _ = strings.Cut(s, "/")
	case strings.Contains(s, textOf):
		k = kindCount
		first, second, _ = strings.Cut(s, textOf)
	}
	n, err := rule.ParseNumber(first)
	if err != nil || k != kindShare && k != kindCount {
		return number(k, n), err
	}
	whole, err := rule.ParseNumber(second)
	if err != nil {
		return Reading{}, err
	}
	if strings.ContainsAny(s, "eE") { // counts are written out
		return Reading{}, rule.ErrNumberMalformed
	}
	if n.Places() == 3 || whole.Places() == 3 {
		return Reading{}, errGrouped
	}
	return counts(k, n, whole), nil
}

// errGrouped is the error of a count that has three digits after a dot: 8.000 is written both
// for eight and for eight thousand.
var errGrouped = errors.New("a dot before three digits may group thousands")

// grouped is a mark that may group thousands.
var grouped = regexp.MustCompile(`[., ]([0-9]{3})\b`)

// instead says what to write in place of a text that is no reading.
func instead(s string, err error) rule.Text {
	if count := grouped.ReplaceAllString(s, "$1"); isCount(count) {
		return rule.Text{
			Vi: "dấu trước ba chữ số có thể ngăn hàng nghìn; ghi số đếm không có dấu: " + count,
			En: "a mark before three digits may group thousands; write counts without it: " + count,
		}
	}
	if short := meant(s); short != "" {
		return rule.Text{Vi: `ghi "` + short + `"`, En: `write "` + short + `"`}
	}
	var said *rule.Misread
	if errors.As(err, &said) && (s == "" || strings.ContainsAny(s, "0123456789")) {
		return said.Words
	}
	errors.As(ErrReading, &said)
	return said.Words
}

// meantBy are words that stand for a short form.
var meantBy = map[string]string{
	"đạt": textPass, "có": textPass, "yes": textPass, "true": textPass, "met": textPass,
	"không đạt": textFail, "chưa đạt": textFail, "không": textFail, "no": textFail, "false": textFail, "not met": textFail, "not-met": textFail,
	"không áp dụng": textNA, "na": textNA, "not applicable": textNA, "not-applicable": textNA,
}

// writtenFor is how parts of a short form are often written.
var writtenFor = strings.NewReplacer("trên ", ">", "hơn ", ">", "more than ", ">", "over ", ">", "dưới ", "<", "less than ", "<", "under ", "<",
	" trong ", textOf, "%", "", ",", ".")

// meant is the short form that a text other than a number stands for; "" where that is not clear.
func meant(s string) string {
	words := rule.Fold(s)
	if short := meantBy[words]; short != "" {
		return short
	}
	for _, counted := range []string{" tiêu chí", " chỉ tiêu", " criteria", " indicators"} {
		if bare, is := strings.CutSuffix(words, counted); is {
			words = strings.Replace(bare, "/", textOf, 1)
		}
	}
	words = writtenFor.Replace(words)
	if !strings.Contains(words, textOf) {
		words = strings.ReplaceAll(words, " ", "")
	}
	r, err := parseReading(words)
	if err != nil || r.kind == kindValue || r.kind == kindShare && !r.countable() {
		return "" // the error of a number says more
	}
	return words
}

// isCount reports whether a text is a share or a count of whole numbers.
func isCount(s string) bool {
	r, err := parseReading(s)
	return err == nil && (r.kind == kindShare || r.kind == kindCount) && r.countable()
}

// UnmarshalText reads a short form as [ParseReading] does.
func (r *Reading) UnmarshalText(text []byte) error {
	var quick bool
	if *r, quick = quickReading(text); quick {
		return nil
	}
	read, err := ParseReading(string(text))
	*r = read
	return err
}

// String says the reading in Vietnamese.
func (r Reading) String() string { return r.In(rule.Vi) }

// In says the reading: its value, or what is stated, or that it is missing.
func (r Reading) In(l rule.Lang) string {
	switch r.kind {
	case kindValue:
		return r.first().In(l)
	case kindShare:
		return r.first().In(l) + "/" + r.second().In(l)
	case kindOver:
		return rule.Text{Vi: "trên ", En: "more than "}.In(l) + r.first().In(l)
	case kindUnder:
		return rule.Text{Vi: "dưới ", En: "less than "}.In(l) + r.first().In(l)
	case kindPass:
		return Met.In(l)
	case kindFail:
		return NotMet.In(l)
	case kindNA:
		return NotApplicable.In(l)
	case kindCount:
		return r.first().In(l) + rule.Text{Vi: "/", En: textOf}.In(l) + r.second().In(l)
	}
	if r.Said != Unknown {
		return rule.Text{Vi: "công bố: ", En: "stated: "}.In(l) + r.Said.In(l)
	}
	return rule.Text{Vi: "không có số liệu", En: "no reading"}.In(l)
}

// shortReading is a value in its short form.
type shortReading string

func (s *shortReading) UnmarshalJSON(data []byte) error {
	text := string(data)
	if bytes.HasPrefix(data, []byte(`"`)) {
		if err := json.Unmarshal(data, &text); err != nil {
			return err
		}
	}
	if _, err := ParseReading(text); err != nil {
		return err
	}
	*s = shortReading(text)
	return nil
}

// MarshalJSON writes the short form where there is only a value, else an object
// with the short form in "value".
func (r Reading) MarshalJSON() ([]byte, error) {
	var w form.Writer
	r.write(&w, nil)
	return w.Bytes()
}

// UnmarshalJSON reads a short form, a plain number, or the object that MarshalJSON writes.
func (r *Reading) UnmarshalJSON(data []byte) error {
	var quick bool
	if *r, quick = quickReading(data); quick || string(data) == "null" {
		return nil
	}
	if !bytes.HasPrefix(data, []byte("{")) {
		var short shortReading
		if err := short.UnmarshalJSON(data); err != nil {
			return err
		}
		read, err := ParseReading(string(short))
		*r = read
		return err
	}
	var long longReading[*rule.Source]
	if err := form.Decode(data, "", &long); err != nil {
		return err
	}
	read, err := long.reading(long.Source)
	*r = read
	return err
}

// percentage reports whether a reading can be a percentage: 0–100, and not more than
// 100 or less than 0.
func (r *Reading) percentage() bool {
	if r.exact != nil {
		over := r.exact.first.Cmp(hundred)
		return r.exact.first.Sign() >= 0 && (over < 0 || over == 0 && r.kind != kindOver)
	}
	return r.v >= 0 && r.v <= top && (r.kind != kindOver || r.v < top) && (r.kind != kindUnder || r.v > 0)
}

// fault is why a reading is not one of a commune on the day of an assessment, whatever reads it.
func (r *Reading) fault(on civil.Date) rule.Code {
	switch {
	case r.Stage > Appraised:
		return ErrStage
	case r.AsOf == civil.Date{}:
		return ""
	case !rule.IsDay(r.AsOf), !on.IsZero() && r.AsOf.After(on):
		return ErrReadingDay
	}
	return ""
}

// isArea reports whether a reading can be the area of a commune: 0 outside the region, 1, 2 or
// 3, more than 0 to 2, less than 1 to 3.
func (r *Reading) isArea() bool {
	n := r.first()
	most := n.Cmp(rule.Int(3))
	return n.Rat().IsInt() && n.Sign() >= 0 && most <= 0 && (r.kind != kindOver || most < 0) && (r.kind != kindUnder || n.Sign() > 0)
}

// excludes reports whether a number cannot be what a reading says.
func (r *Reading) excludes(n rule.Number) bool {
	beside := r.first().Cmp(n)
	return r.kind == kindValue && beside != 0 || r.kind == kindOver && beside >= 0 || r.kind == kindUnder && beside <= 0
}

// countable reports whether part and whole are counts that can be.
func (r *Reading) countable() bool {
	if r.exact != nil {
		part, whole := r.exact.first, r.exact.second
		return part.Rat().IsInt() && whole.Rat().IsInt() && part.Sign() >= 0 && whole.Sign() > 0 && part.Cmp(whole) <= 0
	}
	return r.v >= 0 && r.w > 0 && r.v <= r.w
}
