package criteria

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Numbers are compared as whole millionths; shares as their counts, multiplied crosswise in
// 128 bits. What does not fit is compared by fractions. All ways are exact.
const (
	decimals = 6
	millions = 1_000_000
	top      = 100 * millions // 100 %
)

// factual is the stage of what nobody vouches for, since it is a decided fact.
const factual = Appraised + 1

// val is a reading in its slot, as judging needs it.
type val struct {
	v, w  int64 // the number; of a Share or a Count part and whole
	kind  kind
	said  Verdict
	stage Stage
	exact bool   // the numbers do not fit
	named bool   // rests on the poverty standard that its slot asks for
	fine  uint8  // decimals with which the number is written
	at    uint16 // one more than its index among the readings kept whole; 0 where it says all
}

// saysAll reports whether the slot says all that the reading says, so that it need not be
// kept beside it: most readings are a number or a pass and nothing more. A reading that says
// nothing is kept, so that it is known to have been given.
func (s *val) saysAll(r *Reading, measured string) bool {
	if r.source != nil || r.IsZero() || r.Poverty != "" && r.Poverty != measured || r.AsOf != (civil.Date{}) {
		return false
	}
	s.named = r.Poverty != ""
	return r.exact == nil && s.said == r.Said && s.kind != kindRefused
}

// isGiven reports whether there is a reading or a statement, of use or not.
func (s *val) isGiven() bool { return s.kind != kindNone || s.said != Unknown }

// poverty is the poverty standard that a reading names.
func (v *view) poverty(slot uint16) string {
	switch s := &v.vals[slot]; {
	case s.at != 0:
		return v.readings[s.at-1].Poverty
	case s.named:
		return v.c.uses[slot].measured
	default:
		return ""
	}
}

// reading is what was given at a slot.
func (v *view) reading(slot uint16) Reading { return v.readingOf(slot, &v.vals[slot]) }

// readingOf is the reading of a slot that holds the value.
func (v *view) readingOf(slot uint16, s *val) Reading {
	if s.at != 0 {
		return v.readings[s.at-1]
	}
	stage := s.stage
	if stage == factual {
		stage = 0
	}
	return Reading{v: s.v, w: s.w, kind: s.kind, fine: s.fine, Said: s.said, Stage: stage, Poverty: v.poverty(slot)}
}

// scale notes the number of a leaf.
func (l *step) scale(n *algebra.Node, measured string) {
	l.lo, l.hi = math.MinInt64, math.MaxInt64
	if l.percent {
		l.lo = 0
	}
	l.fast = measured == "" && !l.previous && !n.Op.Excludes() && n.Op != algebra.Pass
	switch n.Op {
	case algebra.None:
		l.lo, l.hi = 0, 0
		return
	case algebra.Pass:
		return
	}
	l.numeric = true
	take := func(x rule.Number, into *int64) {
		if !x.Known() {
			l.reason = CellNotKnown
			return
		}
		floor, whole, fits := x.Floor(decimals)
		*into = floor
		l.exact = l.exact || !whole || !fits
	}
	if n.Op.HasLow() {
		take(n.Lo, &l.lo)
	}
	if n.Op.HasHigh() {
		take(n.Hi, &l.hi)
	}
	l.fast = l.fast && !l.exact && l.reason == Decided
}

// compare holds a reading against the number of a step: -1, 0 or 1.
func (s *val) compare(n int64) int {
	if s.kind == kindShare { // part·100 % against n·whole
		return compareProducts(s.v, top, n, s.w)
	}
	return cmp.Compare(s.v, n)
}

// compareProducts compares a·b with c·d, all from 0.
func compareProducts(a, b, c, d int64) int {
	high, low := bits.Mul64(uint64(a), uint64(b))   //nolint:gosec // from 0
	high2, low2 := bits.Mul64(uint64(c), uint64(d)) //nolint:gosec // from 0
	switch {
	case high < high2 || high == high2 && low < low2:
		return -1
	case high > high2 || low > low2:
		return 1
	default:
		return 0
	}
}

// fraction is the exact value of a reading; a share is in percent.
func (v *view) fraction(slot uint16) *big.Rat {
	r := v.reading(slot)
	x := r.first().Rat()
	if r.kind == kindShare {
		x.Mul(x, big.NewRat(100, 1))
		x.Quo(x, r.second().Rat())
	}
	return x
}

// Numbers with a name.
var (
	zero    = rule.Int(0)
	hundred = rule.Int(100)
)
