package poverty

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const countsFormat = "giupxa.poverty-counts/1"

// maxCount bounds a number of households, so that products stay within 64 bits.
const maxCount = 1_000_000_000

// Counts is the households of a commune at a review. A number not given is not
// known, which is not 0.
type Counts struct {
	// Standard is the poverty standard of the review: "07/2021/NĐ-CP".
	Standard string `json:"standard,omitempty" validate:"max=64"`
	// Households is all households, Poor and NearPoor those of the two classes, and Others
	// those of neither.
	Households rule.Number `json:"households"`
	Poor       rule.Number `json:"poor"`
	NearPoor   rule.Number `json:"nearPoor"`
	Others     rule.Number `json:"others"`
}

// UnmarshalJSON reads counts and reports all their faults of form at once.
func (c *Counts) UnmarshalJSON(data []byte) error {
	type plain Counts
	return form.Decode(data, countsFormat, (*plain)(c))
}

// MarshalJSON writes the counts with their format version.
func (c Counts) MarshalJSON() ([]byte, error) {
	type plain Counts
	return form.Encode(countsFormat, plain(c))
}

// Share is a part of a whole in households: exact, as counts are. The zero Share is
// "not known".
type Share struct {
	Part  int64 `json:"part"`
	Whole int64 `json:"whole"`
}

// Known reports whether there is a share.
func (s Share) Known() bool { return s.Whole > 0 }

// AtMost tells whether the share is a percentage (0 to 100) or less. It is compared
// without dividing. known is false where the share or the limit is not given.
func (s Share) AtMost(percent rule.Number) (within, known bool) {
	if !s.Known() || !percent.Known() {
		return false, false
	}
	part := decimal.New(s.Part, 2)
	return part.Cmp(percent.Decimal().Mul(decimal.New(s.Whole, 0))) <= 0, true
}

// Percent is the share in percent, rounded once, half away from zero, to 0 to 6
// places. It is for printing: thresholds are decided by [Share.AtMost].
func (s Share) Percent(places int) rule.Number {
	if !s.Known() || places < 0 || places > 6 || s.Part < 0 || s.Part > s.Whole || s.Whole > maxCount {
		return rule.Number{}
	}
	scaled := 2 * 100 * s.Part
	for range places {
		scaled *= 10
	}
	n, err := rule.NumberOf(decimal.New((scaled+s.Whole)/(2*s.Whole), -int32(places)))
	if err != nil {
		return rule.Number{}
	}
	return n
}

// String is "192/1100", or "" where there is no share.
func (s Share) String() string {
	if !s.Known() {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Part, s.Whole)
}

// Multidimensional is the multidimensional poverty rate (tỷ lệ nghèo đa chiều): poor
// and near-poor households together. Where a count is missing or the counts do not
// add up there is no share, and the findings say why.
func (c Counts) Multidimensional() (Share, rule.Findings) {
	return c.share(namedCount{c.Poor, "poor"}, namedCount{c.NearPoor, "nearPoor"})
}

// PoorOnly is the rate of poor households (tỷ lệ hộ nghèo), without the near-poor.
func (c Counts) PoorOnly() (Share, rule.Findings) {
	return c.share(namedCount{c.Poor, "poor"})
}

type namedCount struct {
	n  rule.Number
	at rule.Path
}

func (c Counts) share(parts ...namedCount) (Share, rule.Findings) {
	found := c.Check()
	if found.Has(rule.Broken) {
		return Share{}, found
	}
	var sum int64
	for _, p := range append([]namedCount{{c.Households, "households"}}, parts...) {
		if !p.n.Known() {
			found = append(found, table.Undecided(ErrMissing, p.at, rule.A("what", countNames[p.at])))
		}
		if p.at != "households" {
			sum += p.n.Decimal().IntPart()
		}
	}
	if len(found) > 0 {
		return Share{}, found
	}
	return Share{sum, c.Households.Decimal().IntPart()}, nil
}

var countNames = map[rule.Path]rule.Text{
	"households": {Vi: "tổng số hộ", En: "the number of households"},
	"poor":       {Vi: "số hộ nghèo", En: "the number of poor households"},
	"nearPoor":   {Vi: "số hộ cận nghèo", En: "the number of near-poor households"},
}

// Check finds counts that are none (a fraction, below 0, more than 1,000,000,000, no
// household at all) and counts that do not add up, whichever of them are given.
func (c Counts) Check() rule.Findings {
	var found rule.Findings
	all := [...]namedCount{{c.Households, "households"}, {c.Poor, "poor"}, {c.NearPoor, "nearPoor"}, {c.Others, "others"}}
	for _, p := range all {
		if p.n.Known() && !isCount(p.n, p.at == "households") {
			found = append(found, table.Broken(ErrCounts, p.at, rule.A("count", p.n)))
		}
	}
	if found != nil || !c.Households.Known() {
		return found
	}
	var sum int64
	complete := true
	for _, p := range all[1:] {
		sum += p.n.Decimal().IntPart()
		complete = complete && p.n.Known()
	}
	if whole := c.Households.Decimal().IntPart(); sum > whole || (complete && sum != whole) {
		found = append(found, table.Broken(ErrCountsDiffer, "households", rule.A("parts", sum), rule.A("whole", whole)))
	}
	return found
}

func isCount(n rule.Number, positive bool) bool {
	if n.Sign() < 0 || (positive && n.Sign() == 0) {
		return false
	}
	return n.Decimal().IsInteger() && n.Cmp(rule.Int(maxCount)) <= 0
}
