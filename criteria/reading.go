package criteria

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// kind is what a reading says.
type kind uint8

const (
	kindNone kind = iota // nothing but, perhaps, a stated verdict
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
// criteria. The functions of this file make it; [ParseReading] reads its short form.
// The zero value says nothing.
//
// A reading may carry both a value and the verdict that a publication gives of it
// (Said): the value is checked, and a difference is listed.
type Reading struct {
	value, whole rule.Number
	kind         kind
	// Said is the verdict of a publication or an authority; Unknown is none.
	Said Verdict
	// Stage is who vouches for it.
	Stage Stage
	// AsOf is the day at which it was so.
	AsOf civil.Date
	// Poverty is the poverty standard on which it rests, where that matters.
	Poverty string
	// Source is where it stands, if anywhere.
	Source *rule.Source
}

// Value is a number. Percentages are 0 to 100, money is in the unit of the indicator.
func Value(n rule.Number) Reading {
	if !n.Known() {
		return Reading{}
	}
	return Reading{kind: kindValue, value: n}
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
	return Reading{kind: kindShare, value: rule.Int(part), whole: rule.Int(whole)}
}

// Over says that the value is more than n («trên 46»).
func Over(n rule.Number) Reading { return Reading{kind: kindOver, value: n} }

// Under says that the value is less than n («dưới 10 %»).
func Under(n rule.Number) Reading { return Reading{kind: kindUnder, value: n} }

// Stated is a verdict without a value, as publications give it. It serves where no
// value decides.
func Stated(v Verdict, s rule.Source) Reading { return Reading{Said: v}.From(s) }

// Count says how many are met of how many ("13 of 19"): of the set's criteria or
// indicators, or of the indicators of a criterion.
func Count(met, of int64) Reading {
	return Reading{kind: kindCount, value: rule.Int(met), whole: rule.Int(of)}
}

// From is the reading with its source.
func (r Reading) From(s rule.Source) Reading {
	if s.IsZero() {
		r.Source = nil
		return r
	}
	r.Source = &s
	return r
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
	return r.value
}

// Counts are part and whole of a Share or a Count.
func (r Reading) Counts() (part, whole rule.Number) {
	if r.kind != kindShare && r.kind != kindCount {
		return rule.Number{}, rule.Number{}
	}
	return r.value, r.whole
}

// The short forms.
const (
	textPass = "pass"
	textFail = "fail"
	textNA   = "n/a"
	textOf   = " of "
)

// text is the short form, "" where there is no value.
func (r Reading) text() string {
	switch r.kind {
	case kindValue:
		return r.value.String()
	case kindShare:
		return r.value.String() + "/" + r.whole.String()
	case kindOver:
		return ">" + r.value.String()
	case kindUnder:
		return "<" + r.value.String()
	case kindPass:
		return textPass
	case kindFail:
		return textFail
	case kindNA:
		return textNA
	case kindCount:
		return r.value.String() + textOf + r.whole.String()
	default:
		return ""
	}
}

// ErrReading says that a text is no reading.
var ErrReading = errors.New(`not a number, "pass", "fail", "n/a", "132/1100", ">46", "<10" or "13 of 19"`)

// ParseReading reads a short form: "36.0", "pass", "fail", "n/a", "132/1100" (a
// share), ">46", "<10", "13 of 19" (a count). Nothing is guessed: "12,5" and "95 %"
// are errors.
func ParseReading(s string) (Reading, error) {
	switch s {
	case textPass:
		return Passed(), nil
	case textFail:
		return Failed(), nil
	case textNA:
		return NotApplied(), nil
	}
	var r Reading
	first, second, rest := s, "", s
	switch {
	case strings.HasPrefix(s, ">"):
		r.kind, first = kindOver, s[1:]
	case strings.HasPrefix(s, "<"):
		r.kind, first = kindUnder, s[1:]
	case strings.Contains(s, "/"):
		r.kind = kindShare
		first, second, _ = strings.Cut(rest, "/")
	case strings.Contains(s, textOf):
		r.kind = kindCount
		first, second, _ = strings.Cut(rest, textOf)
	default:
		r.kind = kindValue
	}
	var err error
	if r.value, err = rule.ParseNumber(first); err != nil {
		return Reading{}, ErrReading
	}
	if r.kind == kindShare || r.kind == kindCount {
		if r.whole, err = rule.ParseNumber(second); err != nil {
			return Reading{}, ErrReading
		}
	}
	return r, nil
}

// String says the reading in Vietnamese.
func (r Reading) String() string { return r.In(rule.Vi) }

// In says the reading: its value, or what is stated, or that it is missing.
func (r Reading) In(l rule.Lang) string {
	switch r.kind {
	case kindValue:
		return r.value.In(l)
	case kindShare:
		return r.value.In(l) + "/" + r.whole.In(l)
	case kindOver:
		return rule.Text{Vi: "trên ", En: "more than "}.In(l) + r.value.In(l)
	case kindUnder:
		return rule.Text{Vi: "dưới ", En: "less than "}.In(l) + r.value.In(l)
	case kindPass:
		return Met.In(l)
	case kindFail:
		return NotMet.In(l)
	case kindNA:
		return NotApplicable.In(l)
	case kindCount:
		return r.value.In(l) + rule.Text{Vi: " trong ", En: textOf}.In(l) + r.whole.In(l)
	}
	if r.Said != Unknown {
		return rule.Text{Vi: "công bố: ", En: "stated: "}.In(l) + r.Said.In(l)
	}
	return rule.Text{Vi: "không có số liệu", En: "no reading"}.In(l)
}

// readingJSON is the long form; a bare text or number is the short one.
type readingJSON struct {
	Value   shortReading `json:"value,omitzero"`
	Said    Verdict      `json:"stated,omitzero"`
	Stage   Stage        `json:"stage,omitzero"`
	AsOf    civil.Date   `json:"asOf,omitzero"`
	Poverty string       `json:"poverty,omitempty" validate:"max=64"`
	Source  *rule.Source `json:"source,omitempty"`
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
	if text == "" {
		return ErrReading
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
	long := readingJSON{shortReading(r.text()), r.Said, r.Stage, r.AsOf, r.Poverty, r.Source}
	if long == (readingJSON{Value: long.Value}) && long.Value != "" {
		return json.Marshal(string(long.Value))
	}
	return json.Marshal(long)
}

// UnmarshalJSON reads a short form, a plain number, or the object that MarshalJSON writes.
func (r *Reading) UnmarshalJSON(data []byte) error {
	data = bytes.TrimSpace(data)
	*r = Reading{}
	if string(data) == "null" {
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
	var long readingJSON
	if err := form.Decode(data, "", &long); err != nil {
		return err
	}
	if long.Value != "" {
		read, err := ParseReading(string(long.Value))
		if err != nil {
			return err
		}
		*r = read
	}
	r.Said, r.Stage, r.AsOf, r.Poverty, r.Source = long.Said, long.Stage, long.AsOf, long.Poverty, long.Source
	return nil
}
