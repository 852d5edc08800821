package rule

import (
	"cmp"
	"encoding/json"
	"math"
	"math/big"
	"math/bits"
	"strings"

	"github.com/shopspring/decimal"
)

// maxFractionBits bounds the numerator and the denominator of a Fraction.
const maxFractionBits = 1 << 14

// Fraction is an exact fraction of whole numbers. It is what a [Number] cannot hold:
// 38/62 of 20, a mean, a sum of shares. Its zero value is "not known", which is not 0.
// Values are compared with Cmp, never with ==.
//
// A result is not known where an operand is not, and where the numerator or the
// denominator would have more than 16,384 bits. Operations on numerators and
// denominators of 64 bits allocate nothing.
type Fraction struct {
	_ [0]func()
	// num/den, den above 0 and not always in lowest terms; den is 0 where the value is
	// wide or not known.
	num, den int64
	wide     *big.Rat // never changed
}

// Ratio is num/den; it is not known where den is 0.
func Ratio(num, den int64) Fraction {
	if den > 0 {
		return Fraction{num: num, den: den}
	}
	return ratio(num, den)
}

// ratio is apart so that Ratio is inlined.
func ratio(num, den int64) Fraction {
	if den == 0 {
		return Fraction{}
	}
	return fractionOf(big.NewRat(num, den))
}

// Fraction is the value as a fraction; not known where the number is not given.
func (n Number) Fraction() Fraction {
	if !n.given {
		return Fraction{}
	}
	if e := -n.d.Exponent(); e >= 0 && int(e) < len(powers) && n.d.NumDigits() <= 18 {
		return Fraction{num: n.d.CoefficientInt64(), den: powers[e]}
	}
	return fractionOf(n.d.Rat())
}

// fractionOf takes a value, which it keeps.
func fractionOf(r *big.Rat) Fraction {
	num, den := r.Num(), r.Denom()
	switch {
	case num.IsInt64() && den.IsInt64():
		return Fraction{num: num.Int64(), den: den.Int64()}
	case outOfBounds(r):
		return Fraction{}
	}
	return Fraction{wide: r}
}

// Known reports whether the value is known.
func (f Fraction) Known() bool { return f.den != 0 || f.wide != nil }

// Rat is a copy of the value; a value not known is 0.
func (f Fraction) Rat() *big.Rat {
	if f.wide != nil {
		return new(big.Rat).Set(f.wide)
	}
	return big.NewRat(f.num, max(f.den, 1))
}

// Sign is -1, 0 or 1; a value not known counts as 0.
func (f Fraction) Sign() int {
	if f.wide != nil {
		return f.wide.Sign()
	}
	return cmp.Compare(f.num, 0)
}

// Cmp is -1, 0 or 1 as f is below, equal to or above o. A value not known counts as 0,
// so ask Known first.
func (f Fraction) Cmp(o Fraction) int {
	if f.wide != nil || o.wide != nil {
		return f.Rat().Cmp(o.Rat())
	}
	if f.den == o.den || f.num < 0 != (o.num < 0) {
		return cmp.Compare(f.num, o.num)
	}
	// The signs are the same, so the magnitudes decide.
	hi, lo := bits.Mul64(magnitude(f.num), uint64(max(o.den, 1)))
	over, low := bits.Mul64(magnitude(o.num), uint64(max(f.den, 1)))
	c := cmp.Compare(hi, over)
	if c == 0 {
		c = cmp.Compare(lo, low)
	}
	if f.num < 0 {
		return -c
	}
	return c
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Add is f + o.
func (f Fraction) Add(o Fraction) Fraction {
	if sum, fits := f.plus(o); fits {
		return sum
	}
	return f.combine(o, (*big.Rat).Add)
}

// Sub is f − o.
func (f Fraction) Sub(o Fraction) Fraction {
	if o.num != math.MinInt64 {
		if sum, fits := f.plus(Fraction{num: -o.num, den: o.den}); fits {
			return sum
		}
	}
	return f.combine(o, (*big.Rat).Sub)
}

// plus is the sum of two small fractions where it is small too.
func (f Fraction) plus(o Fraction) (Fraction, bool) {
	if f.den == 0 || o.den == 0 {
		return Fraction{}, false
	}
	a, b, den := f.num, o.num, f.den
	if f.den != o.den {
		g := int64(gcd(uint64(f.den), uint64(o.den)))
		var one, two, three bool
		a, one = times(f.num, o.den/g)
		b, two = times(o.num, f.den/g)
		den, three = times(f.den/g, o.den)
		if !one || !two || !three {
			return Fraction{}, false
		}
	}
	sum := a + b
	return Fraction{num: sum, den: den}, (sum < a) == (b < 0)
}

// times is a·b with b above 0, and whether it fits.
func times(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), uint64(b))
	return a * b, hi == 0 && lo <= math.MaxInt64
}

// Mul is f · o.
func (f Fraction) Mul(o Fraction) Fraction {
	if f.den == 0 || o.den == 0 {
		return f.combine(o, (*big.Rat).Mul)
	}
	if product, fits := f.times(o); fits {
		return product
	}
	a, b := lowest(f.num, o.den), lowest(o.num, f.den)
	if product, fits := (Fraction{num: a.num, den: b.den}).times(Fraction{num: b.num, den: a.den}); fits {
		return product
	}
	return f.combine(o, (*big.Rat).Mul)
}

// times is the product of two small fractions where it is small too.
func (f Fraction) times(o Fraction) (Fraction, bool) {
	sign := int64(1)
	if f.num < 0 != (o.num < 0) {
		sign = -1
	}
	hi, lo := bits.Mul64(magnitude(f.num), magnitude(o.num))
	if hi < uint64(f.den) {
		// 80 % of 12.5 is 10.0: no need for another denominator.
		if q, rest := bits.Div64(hi, lo, uint64(f.den)); rest == 0 && q <= math.MaxInt64 {
			return Fraction{num: sign * int64(q), den: o.den}, true
		}
	}
	den, fits := times(f.den, o.den)
	if hi != 0 || lo > math.MaxInt64 || !fits {
		return Fraction{}, false
	}
	return lowest(sign*int64(lo), den), true
}

func lowest(num, den int64) Fraction {
	g := int64(gcd(magnitude(num), uint64(den)))
	return Fraction{num: num / g, den: den / g}
}

// Quo is f / o; it is not known where o is 0.
func (f Fraction) Quo(o Fraction) Fraction {
	if o.Sign() == 0 {
		return Fraction{}
	}
	if o.den != 0 && o.num > 0 {
		return f.Mul(Fraction{num: o.den, den: o.num})
	}
	return f.combine(o, (*big.Rat).Quo)
}

func (f Fraction) combine(o Fraction, op func(z, a, b *big.Rat) *big.Rat) Fraction {
	if !f.Known() || !o.Known() {
		return Fraction{}
	}
	return fractionOf(op(new(big.Rat), f.Rat(), o.Rat()))
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// Rounding is a way of rounding. The zero value is what a text means that says no more
// than "rounded".
type Rounding uint8

// The ways of rounding.
const (
	HalfAway Rounding = iota // to the nearest, a half away from zero
	Cut                      // towards zero: the other digits are dropped
	Up                       // away from zero
)

var roundings = NewEnum[Rounding]("way of rounding",
	Word{"half-away", "làm tròn đến số gần nhất, nửa thì lên", "to the nearest, a half away from zero"},
	Word{"cut", "bỏ phần lẻ", "cut"},
	Word{"up", "làm tròn lên", "up"},
)

// Round is the value with a number of decimal places (0 to 30; others count as the
// nearest of these). It is not given where the value is not known or leaves the bounds
// of a Number.
func (f Fraction) Round(places int, how Rounding) Number {
	if !f.Known() {
		return Number{}
	}
	places = max(0, min(places, maxNumberExponent))
	r := f.Rat()
	num := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	rest := new(big.Int)
	num.QuoRem(num.Mul(num, r.Num()), r.Denom(), rest)
	away := how == Up && rest.Sign() != 0
	if how == HalfAway {
		away = rest.Lsh(rest.Abs(rest), 1).Cmp(r.Denom()) >= 0
	}
	if away {
		num.Add(num, big.NewInt(int64(r.Sign())))
	}
	n, err := NumberOf(decimal.NewFromBigInt(num, int32(-places)))
	if err != nil {
		return Number{}
	}
	return n
}

// String is the shortest exact form: "92.5", or "26999/300" where no decimal is exact;
// "" where the value is not known.
func (f Fraction) String() string {
	if !f.Known() {
		return ""
	}
	r := f.Rat()
	if places, finite := r.FloatPrec(); finite {
		return r.FloatString(places)
	}
	return r.String()
}

// In is the exact form with a decimal comma in Vietnamese; a value that is not known
// says so.
func (f Fraction) In(l Lang) string {
	if !f.Known() {
		return Text{Vi: "chưa rõ", En: "unknown"}.In(l)
	}
	if l == En {
		return f.String()
	}
	return strings.Replace(f.String(), ".", ",", 1)
}

// MarshalJSON writes the exact form as a JSON string, or null where the value is not
// known.
func (f Fraction) MarshalJSON() ([]byte, error) {
	if !f.Known() {
		return []byte("null"), nil
	}
	return json.Marshal(f.String())
}

// Sum adds up many fractions, faster than [Fraction.Add] does one by one: common
// denominators grow with every term, so terms are added up in small groups first, and
// groups of the same size to larger ones. The zero value is the sum of nothing, 0.
type Sum struct {
	near Fraction   // small; the group that is being added up
	far  []*big.Rat // far[i] is the sum of 2^i groups before it, or nil
	lost bool       // a term is not known, or the sum is out of bounds
}

// Add adds a term. Where it is not known the sum is not known.
func (s *Sum) Add(f Fraction) {
	if n := s.near.num + f.num; f.den == s.near.den && f.den != 0 && (n < f.num) == (s.near.num < 0) {
		s.near.num = n
		return
	}
	s.add(f)
}

func (s *Sum) add(f Fraction) {
	switch sum, fits := s.near.plus(f); {
	case s.lost:
	case fits:
		s.near = sum
	case f.wide != nil:
		s.put(f.wide)
	case f.den == 0:
		s.lost = true
	default:
		if s.near.num != 0 {
			s.put(s.near.Rat())
		}
		s.near = f
	}
}

func (s *Sum) put(r *big.Rat) {
	for i := range s.far {
		if s.far[i] == nil {
			s.far[i] = r
			return
		}
		r = new(big.Rat).Add(s.far[i], r)
		s.far[i] = nil
		if s.lost = outOfBounds(r); s.lost {
			return
		}
	}
	s.far = append(s.far, r)
}

func outOfBounds(r *big.Rat) bool {
	return r.Num().BitLen() > maxFractionBits || r.Denom().BitLen() > maxFractionBits
}

// Total is the sum so far.
func (s *Sum) Total() Fraction {
	switch {
	case s.lost:
		return Fraction{}
	case s.far != nil:
		total := s.near.Rat()
		for _, r := range s.far {
			if r != nil {
				total.Add(total, r)
			}
		}
		return fractionOf(total)
	}
	return Fraction{num: s.near.num, den: max(s.near.den, 1)}
}
