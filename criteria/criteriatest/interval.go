package criteriatest

import (
	"math/big"

	"github.com/giupxa/giupxa/criteria"
)

// interval is the values that a reading leaves possible, or that a demand allows. A
// nil end is open to all numbers; an end marked out is not itself in it.
type interval struct {
	lo, hi       *big.Rat
	loOut, hiOut bool
}

func only(n *big.Rat) interval { return interval{lo: n, hi: n} }

// numeric reports whether the value is a number, or bounds one.
func (v value) numeric() bool {
	return v.kind == number || v.kind == share || v.kind == over || v.kind == under
}

var hundred = big.NewRat(100, 1)

// values is what a numeric value leaves possible. A share is a percentage, and no
// percentage lies outside 0 to 100.
func (v value) values(percent bool) interval {
	var ends interval
	if percent {
		ends = interval{lo: new(big.Rat), hi: hundred}
	}
	switch v.kind {
	case share:
		part := new(big.Rat).Mul(v.n, hundred)
		return only(part.Quo(part, v.whole))
	case over:
		return interval{lo: v.n, loOut: true, hi: ends.hi}
	case under:
		return interval{lo: ends.lo, hi: v.n, hiOut: true}
	default:
		return only(v.n)
	}
}

// allowed is the values that meet the demand.
func (c *cell) allowed() interval {
	return interval{lo: c.lo, hi: c.hi, loOut: c.op == "above", hiOut: c.op == "below"}
}

// against is the verdict on all the values at once: Met where the demand allows each
// of them, NotMet where it allows none.
func (v interval) against(allowed interval) opinion {
	switch {
	case v.within(allowed):
		return sure(criteria.Met)
	case v.apart(allowed):
		return sure(criteria.NotMet)
	default:
		return open(criteria.NotExact)
	}
}

// within reports whether every value lies in the other interval.
func (v interval) within(o interval) bool {
	low := o.lo == nil || v.lo != nil && (v.lo.Cmp(o.lo) > 0 || v.lo.Cmp(o.lo) == 0 && (v.loOut || !o.loOut))
	high := o.hi == nil || v.hi != nil && (v.hi.Cmp(o.hi) < 0 || v.hi.Cmp(o.hi) == 0 && (v.hiOut || !o.hiOut))
	return low && high
}

// apart reports whether no value lies in the other interval.
func (v interval) apart(o interval) bool { return v.below(o) || o.below(v) }

// below reports whether every value lies below all of the other interval.
func (v interval) below(o interval) bool {
	if v.hi == nil || o.lo == nil {
		return false
	}
	d := v.hi.Cmp(o.lo)
	return d < 0 || d == 0 && (v.hiOut || o.loOut)
}
