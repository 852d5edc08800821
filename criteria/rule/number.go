package rule

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// The bounds of a Number.
const (
	maxNumberText     = 64 // bytes
	maxNumberExponent = 30 // of the power of ten, either way
	maxNumberDigits   = 38
)

// What a text can be instead of a number.
var (
	ErrNumberLong      error = &Misread{Words: Text{"số dài quá 64 ký tự", "a number of more than 64 bytes"}}
	ErrNumberMalformed error = &Misread{Words: Text{"không phải là số; số ghi dạng 12.5", "not a number; a number is written 12.5"}}
	ErrNumberRange     error = &Misread{Words: Text{"số ngoài giới hạn 38 chữ số và số mũ −30 đến 30", "a number outside 38 digits and the exponents −30 to 30"}}
)

// Number is an exact decimal of at most 38 digits and an exponent of at most 30
// either way. Its zero value is "not given", which is not 0. Two numbers are
// compared with Equal or Cmp, never with ==: 80 and 80.00 are the same number,
// written differently.
//
// In JSON it is a string, so that no reader makes a float of it; a plain JSON
// number is read too. null and a missing member are "not given".
//
// A Number does not depend on any variable of the decimal package that a program can
// set.
type Number struct {
	_     [0]func() // no ==; first, so that it takes no room
	d     decimal.Decimal
	given bool
}

// Int is a whole number.
func Int(n int64) Number { return Number{d: decimal.New(n, 0), given: true} }

// NumberOf takes a decimal value within the bounds.
func NumberOf(d decimal.Decimal) (Number, error) {
	if e := d.Exponent(); e > maxNumberExponent || e < -maxNumberExponent {
		return Number{}, ErrNumberRange
	}
	// The bit length is checked first: counting the digits of a huge coefficient is slow.
	if c := d.Coefficient(); c.BitLen() > 127 || d.NumDigits()+max(0, int(d.Exponent())) > maxNumberDigits {
		return Number{}, ErrNumberRange
	}
	return Number{d: d, given: true}, nil
}

// MustNumber is [ParseNumber] for tables in code; it panics on a fault.
func MustNumber(s string) Number {
	n, err := ParseNumber(s)
	if err != nil {
		panic(err)
	}
	return n
}

// ParseNumber reads a plain decimal: "95", "-0.5", "26.70", "1e3". A decimal
// comma, a percent sign, spaces, digit grouping, a leading + and "" are refused,
// never guessed at. The error says what to write instead.
func ParseNumber(s string) (Number, error) {
	n, err := readNumber(s)
	var bare *Misread
	switch {
	case errors.Is(err, ErrNumberMalformed):
		return Number{}, malformed(s)
	case errors.As(err, &bare):
		return Number{}, NewMisread(s, err, bare.Words.Vi, bare.Words.En)
	}
	return n, nil
}

// readNumber is ParseNumber with one of the sentinels for an error.
func readNumber(s string) (Number, error) {
	if len(s) > maxNumberText {
		return Number{}, ErrNumberLong
	}
	rest, negative := strings.CutPrefix(s, "-")
	mantissa, power, scientific := strings.Cut(strings.ToLower(rest), "e")
	whole, fraction, dotted := strings.Cut(mantissa, ".")
	if !digitsOnly(whole) || (dotted && !digitsOnly(fraction)) {
		return Number{}, ErrNumberMalformed
	}
	exponent := 0
	if scientific {
		if !digitsOnly(strings.TrimLeft(power, "+-")) || len(strings.TrimLeft(power, "+-")) < len(power)-1 {
			return Number{}, ErrNumberMalformed
		}
		e, err := strconv.Atoi(power)
		if err != nil {
			return Number{}, ErrNumberRange
		}
		exponent = e
	}
	exponent -= len(fraction)
	digits := strings.TrimLeft(whole+fraction, "0")
	if exponent > maxNumberExponent || exponent < -maxNumberExponent || len(digits)+max(0, exponent) > maxNumberDigits {
		return Number{}, ErrNumberRange
	}
	if len(digits) <= 18 {
		var c int64
		for _, r := range digits {
			c = c*10 + int64(r-'0')
		}
		if negative {
			c = -c
		}
		return Number{d: decimal.New(c, int32(exponent)), given: true}, nil
	}
	c, _ := new(big.Int).SetString(digits, 10)
	if negative {
		c.Neg(c)
	}
	return Number{d: decimal.NewFromBigInt(c, int32(exponent)), given: true}, nil
}

func digitsOnly(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// Known reports whether the number is given.
func (n Number) Known() bool { return n.given }

// Decimal is the value; a number not given is 0, so ask Known first.
func (n Number) Decimal() decimal.Decimal { return n.d }

// Rat is the value as an exact fraction; a number not given is 0.
func (n Number) Rat() *big.Rat { return n.d.Rat() }

// Fixed is the number n·10⁻ᵖ for 0 to 30 decimal places p. It allocates once.
func Fixed(n int64, places int) Number {
	return Number{d: decimal.New(n, -int32(max(0, min(places, maxNumberExponent)))), given: true} //nolint:gosec // bounded
}

// Floor is the largest whole number of 10⁻ᵖ that is not above n, for 0 to 9 decimal
// places p, and whether it is n itself; fits is false where it leaves 18 digits, or n is not
// given. It allocates nothing.
func (n Number) Floor(places int) (floor int64, whole, fits bool) {
	if !n.given || n.d.NumDigits() > 18 {
		return 0, false, false
	}
	c := n.d.CoefficientInt64()
	shift := int(n.d.Exponent()) + places
	if c == 0 {
		return 0, true, true
	}
	if shift >= 0 {
		if n.d.NumDigits()+shift > 18 {
			return 0, false, false
		}
		return c * powers[shift], true, true
	}
	if -shift > 18 {
		return int64(min(0, cmp.Compare(c, 0))), false, true
	}
	floor = c / powers[-shift]
	rest := c % powers[-shift]
	if rest < 0 {
		floor--
	}
	return floor, rest == 0, true
}

// powers of ten up to 18.
var powers = func() (p [19]int64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = 10 * p[i-1]
	}
	return p
}()

// Places is how many decimal places the number is written with: 2 for 26.70.
func (n Number) Places() int { return max(0, -int(n.d.Exponent())) }

// Cmp is -1, 0 or 1 as n is below, equal to or above o. A number not given
// counts as 0, so ask Known first.
func (n Number) Cmp(o Number) int { return n.d.Cmp(o.d) }

// Equal reports whether both are given and the same, or both not given.
func (n Number) Equal(o Number) bool { return n.given == o.given && n.d.Cmp(o.d) == 0 }

// Sign is -1, 0 or 1.
func (n Number) Sign() int { return n.d.Sign() }

// Sub is n − o; it is not given where either is not, or where the result leaves
// the bounds.
func (n Number) Sub(o Number) Number { return n.combine(o, decimal.Decimal.Sub) }

// Add is n + o; it is not given where either is not, or where the result leaves
// the bounds.
func (n Number) Add(o Number) Number { return n.combine(o, decimal.Decimal.Add) }

func (n Number) combine(o Number, op func(a, b decimal.Decimal) decimal.Decimal) Number {
	if !n.given || !o.given {
		return Number{}
	}
	r, err := NumberOf(op(n.d, o.d))
	if err != nil {
		return Number{}
	}
	return r
}

// Round rounds half away from zero to a number of decimal places (0 to 30).
func (n Number) Round(places int) Number {
	if !n.given || places < 0 || places > maxNumberExponent || -int(n.d.Exponent()) <= places {
		return n
	}
	return Number{d: n.d.Round(int32(places)), given: true}
}

// String is the number in plain digits with the places it was given with
// ("26.70"), or "" where it is not given.
func (n Number) String() string {
	var room [maxNumberText]byte
	return string(n.AppendTo(room[:0]))
}

// AppendTo appends what String gives.
func (n Number) AppendTo(out []byte) []byte {
	if !n.given {
		return out
	}
	exponent, from := int(n.d.Exponent()), len(out)
	if n.d.NumDigits() <= 18 {
		out = strconv.AppendInt(out, n.d.CoefficientInt64(), 10)
	} else {
		out = n.d.Coefficient().Append(out, 10)
	}
	if exponent > 0 && n.d.Sign() != 0 {
		for range exponent {
			out = append(out, '0')
		}
	}
	return point(out, from, max(0, -exponent))
}

// point puts the decimal point before the last places digits of the number that begins at a
// place of the text.
func point(out []byte, from, places int) []byte {
	if places == 0 {
		return out
	}
	if out[from] == '-' {
		from++
	}
	for len(out)-from <= places {
		out = slices.Insert(out, from, '0')
	}
	return slices.Insert(out, len(out)-places, '.')
}

// In writes the number with a decimal comma in Vietnamese.
func (n Number) In(l Lang) string {
	if l == En {
		return n.String()
	}
	return strings.Replace(n.String(), ".", ",", 1)
}

// MarshalJSON writes a JSON string, or null where the number is not given.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.given {
		return []byte("null"), nil
	}
	return []byte(`"` + n.String() + `"`), nil
}

// UnmarshalJSON reads a JSON string or number; null is "not given".
func (n *Number) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*n = Number{}
		return nil
	}
	text := string(b)
	if bytes.HasPrefix(b, []byte(`"`)) {
		if err := json.Unmarshal(b, &text); err != nil {
			return err
		}
	}
	read, err := ParseNumber(text)
	if err != nil {
		return err
	}
	*n = read
	return nil
}
