package poverty

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/giupxa/giupxa/criteria/rule"
)

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
	return rule.Ratio(100*s.Part, s.Whole).Round(places, rule.HalfAway)
}

// String is "192/1100", or "" where there is no share.
func (s Share) String() string {
	if !s.Known() {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Part, s.Whole)
}

// Multidimensional is the multidimensional poverty rate (tỷ lệ nghèo đa chiều): poor
// and near-poor households together. There is no share where a count is missing or the
// record contradicts itself: the findings say why.
func (c Counts) Multidimensional() (Share, rule.Findings) {
	return c.share(namedCount{"poor", c.Poor}, namedCount{"nearPoor", c.NearPoor})
}

// PoorOnly is the rate of poor households (tỷ lệ hộ nghèo), without the near-poor.
func (c Counts) PoorOnly() (Share, rule.Findings) {
	return c.share(namedCount{"poor", c.Poor})
}

func (c Counts) share(parts ...namedCount) (Share, rule.Findings) {
	found := c.Check()
	if found.Has(rule.Broken) {
		return Share{}, found
	}
	for _, p := range append([]namedCount{{"households", c.Households}}, parts...) {
		if !p.n.Known() {
			found = append(found, table.Undecided(ErrMissing, p.at, rule.A("what", countNames[p.at])))
		}
	}
	if found.Has(rule.Undecided) {
		return Share{}, found
	}
	var sum int64
	for _, p := range parts {
		sum += p.n.Decimal().IntPart()
	}
	return Share{sum, c.Households.Decimal().IntPart()}, found
}
