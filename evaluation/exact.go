package evaluation

import (
	"encoding/json"
	"math"
	"math/big"
	"math/bits"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/giupxa/giupxa/criteria/rule"
)

// one is a point in the unit in which points are added up.
const (
	one       = 1_000_000_000
	onePlaces = 9
)

// Exact is an exact number of points: a decimal, or a fraction where no decimal is
// exact. Its zero value is "not known". Values are compared with Cmp, never with ==.
type Exact struct {
	_     [0]func()
	nano  int64
	rat   *big.Rat // in points, where nano cannot hold the value; never changed
	known bool
}

func exactOf(nano int64) Exact { return Exact{nano: nano, known: true} }

// exactRat takes a fraction of points, which it keeps.
func exactRat(r *big.Rat) Exact {
	scaled := new(big.Rat).Mul(r, big.NewRat(one, 1))
	if scaled.IsInt() && scaled.Num().IsInt64() {
		return exactOf(scaled.Num().Int64())
	}
	return Exact{rat: r, known: true}
}

// Known reports whether the value is known.
func (e Exact) Known() bool { return e.known }

// Rat is the value as a fraction; a value not known is 0.
func (e Exact) Rat() *big.Rat {
	if e.rat != nil {
		return new(big.Rat).Set(e.rat)
	}
	return big.NewRat(e.nano, one)
}

// Cmp is -1, 0 or 1 as e is below, equal to or above o. A value not known counts as 0,
// so ask Known first.
func (e Exact) Cmp(o Exact) int {
	if e.rat == nil && o.rat == nil {
		switch {
		case e.nano < o.nano:
			return -1
		case e.nano > o.nano:
			return 1
		}
		return 0
	}
	return e.Rat().Cmp(o.Rat())
}

// Sub is e − o; it is not known where either is not.
func (e Exact) Sub(o Exact) Exact {
	if !e.known || !o.known {
		return Exact{}
	}
	return exactRat(new(big.Rat).Sub(e.Rat(), o.Rat()))
}

// plus is e + o, both known.
func (e Exact) plus(o Exact) Exact {
	return exactRat(new(big.Rat).Add(e.Rat(), o.Rat()))
}

// Round rounds half away from zero to a number of decimal places (0 to 9), for
// display only. It is not given where the value is not known or leaves the bounds of a
// Number.
func (e Exact) Round(places int) rule.Number {
	if !e.known {
		return rule.Number{}
	}
	n, err := rule.ParseNumber(e.Rat().FloatString(min(max(places, 0), onePlaces)))
	if err != nil {
		return rule.Number{}
	}
	return n
}

// String is the shortest exact form: "92.5", or "26999/300"; "" where it is not known.
func (e Exact) String() string {
	if !e.known {
		return ""
	}
	r := e.Rat()
	if places, finite := r.FloatPrec(); finite {
		return r.FloatString(places)
	}
	return r.String()
}

// In is the exact form with a decimal comma in Vietnamese; a value that is not known
// says so.
func (e Exact) In(l rule.Lang) string {
	if !e.known {
		return rule.Text{Vi: "chưa rõ", En: "unknown"}.In(l)
	}
	if l == rule.En {
		return e.String()
	}
	return strings.Replace(e.String(), ".", ",", 1)
}

// MarshalJSON writes the exact form as a text, or null where it is not known.
func (e Exact) MarshalJSON() ([]byte, error) {
	if !e.known {
		return []byte("null"), nil
	}
	return json.Marshal(e.String())
}

// nanoOf scales a number; false where it is not given, has too many places or is too large.
func nanoOf(n rule.Number) (int64, bool) {
	d := n.Decimal()
	shift := int(d.Exponent()) + onePlaces
	if !n.Known() || shift < 0 || d.NumDigits()+shift > 18 {
		return 0, false
	}
	return d.CoefficientInt64() * tenTo[shift], true
}

var tenTo = func() (t [19]int64) {
	t[0] = 1
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1] * 10
	}
	return t
}()

// numberOf is a scaled value as a number with the places given.
func numberOf(nano int64, places int) rule.Number {
	n, _ := rule.NumberOf(decimal.New(nano/tenTo[onePlaces-places], int32(-places)))
	return n
}

// sum adds up points exactly: a whole number of nano-points and a proper fraction of
// one. What fits in neither goes into wide. The fraction's denominator grows with every
// share of another denominator, so it spills over in groups.
type sum struct {
	nano     int64
	num, den uint64   // num/den of a nano-point; den 0 is none
	wide     *big.Rat // in nano-points
}

func (s *sum) add(nano int64) {
	if t := s.nano + nano; (t < s.nano) == (nano < 0) {
		s.nano = t
		return
	}
	s.addWide(new(big.Rat).SetInt64(nano))
}

// addQuotient adds a·b/c nano-points. a/c is at most 1 and b at most what int64 holds.
func (s *sum) addQuotient(a, b, c int64) {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	q, r := bits.Div64(hi, lo, uint64(c))
	s.add(int64(q))
	if r != 0 {
		s.addFraction(r, uint64(c))
	}
}

func (s *sum) addFraction(r, c uint64) {
	g := gcd(r, c)
	r, c = r/g, c/g
	if s.den == 0 {
		s.num, s.den = r, c
		return
	}
	g = gcd(s.den, c)
	over, den := bits.Mul64(s.den/g, c)
	if over != 0 || den > math.MaxInt64 {
		s.spill()
		s.num, s.den = r, c
		return
	}
	// Both fractions are below 1, so the sum of the numerators is below 2·den.
	num := s.num*(c/g) + r*(s.den/g)
	if num >= den {
		num -= den
		s.add(1)
	}
	s.num, s.den = num, den
}

func (s *sum) spill() {
	if s.den != 0 && s.num != 0 {
		num, den := new(big.Int).SetUint64(s.num), new(big.Int).SetUint64(s.den)
		s.addWide(new(big.Rat).SetFrac(num, den))
	}
	s.num, s.den = 0, 0
}

func (s *sum) addWide(r *big.Rat) {
	if s.wide == nil {
		s.wide = new(big.Rat)
	}
	s.wide.Add(s.wide, r)
}

// addPoints adds a fraction of points.
func (s *sum) addPoints(r *big.Rat) { s.addWide(new(big.Rat).Mul(r, big.NewRat(one, 1))) }

func (s *sum) exact() Exact {
	if s.wide == nil && s.num == 0 {
		return exactOf(s.nano)
	}
	s.spill()
	total := new(big.Rat).SetInt64(s.nano)
	total.Add(total, s.wide)
	return exactRat(total.Quo(total, big.NewRat(one, 1)))
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
