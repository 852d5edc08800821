package rule

// Stated compares a figure that a document states with the exact value. What is known of
// the exact value is that it lies from low to high; a bound that is not known is none.
//
//	0          nothing is stated, or exactly the value is
//	Advice     the value is stated rounded (a half away from zero) or cut at the digits
//	           with which the figure is written: 66.67 and 66.66 for 200/3
//	Undecided  some values from low to high would be written so, others not
//	Broken     none of them would be written so
//
// A stated figure is never used in place of the exact one.
func Stated(said Number, low, high Fraction) Kind {
	if !said.Known() {
		return 0
	}
	exactly := low.Known() && high.Known() && low.Cmp(high) == 0
	switch {
	case exactly && low.Cmp(said.Fraction()) == 0:
		return 0
	case !said.writes(low, high):
		return Broken
	case exactly:
		return Advice
	default:
		return Undecided
	}
}

// Bounds gives the least and the greatest value that a document can mean by the number,
// where it rounds or cuts at the digits with which the number is written: 66.655 to 66.67
// for 66.66. They are not known where the number is not given.
func (n Number) Bounds() (low, high Fraction) {
	at, last := n.Fraction(), Fixed(1, n.Places()).Fraction()
	half := last.Mul(Ratio(1, 2))
	switch n.Sign() {
	case 1:
		return at.Sub(half), at.Add(last)
	case -1:
		return at.Sub(last), at.Add(half)
	default:
		return at.Sub(last), at.Add(last)
	}
}

// writes reports whether a value from low to high is written as n. The bound away from
// zero, a whole last digit off, is not: only less than that is cut.
func (n Number) writes(low, high Fraction) bool {
	least, most := n.Bounds()
	above, below := true, true
	if high.Known() {
		c := high.Cmp(least)
		above = c > 0 || c == 0 && n.Sign() > 0
	}
	if low.Known() {
		c := low.Cmp(most)
		below = c < 0 || c == 0 && n.Sign() < 0
	}
	return above && below
}
