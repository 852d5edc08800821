package rule_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

func TestFractionWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		f          rule.Fraction
		text, json string
	}{
		{rule.Fraction{}, "", "null"},
		{rule.Ratio(1, 0), "", "null"},
		{rule.Number{}.Fraction(), "", "null"},
		{rule.Ratio(0, 7), "0", `"0"`},
		{rule.Ratio(50, -4), "-12.5", `"-12.5"`},
		{rule.Ratio(38, 62), "19/31", `"19/31"`},
		{rule.Ratio(math.MinInt64, -1), "9223372036854775808", `"9223372036854775808"`},
		{rule.MustNumber("26.70").Fraction(), "26.7", `"26.7"`},
		{rule.MustNumber("1e30").Fraction(), "1000000000000000000000000000000", `"1000000000000000000000000000000"`},
		{rule.MustNumber("1e-30").Fraction(), "0.000000000000000000000000000001", `"0.000000000000000000000000000001"`},
	} {
		assert.Equal(t, c.text, c.f.String())
		written, err := json.Marshal(c.f)
		require.NoError(t, err)
		assert.Equal(t, c.json, string(written))
	}
	assert.Equal(t, "12,5", rule.Ratio(25, 2).In(rule.Vi))
	assert.Equal(t, "12.5", rule.Ratio(25, 2).In(rule.En))
	assert.Equal(t, "chưa rõ", rule.Fraction{}.In(rule.Vi))
	half := rule.Ratio(1, 2)
	half.Rat().SetInt64(5)
	wide := rule.Ratio(math.MinInt64, -1)
	wide.Rat().SetInt64(5)
	assert.Equal(t, "0.5", half.String(), "a Rat is a copy")
	assert.Equal(t, "9223372036854775808", wide.String(), "a Rat is a copy")
}

func TestFractionRound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		f                   rule.Fraction
		places              int
		nearest, cut, upper string
	}{
		{rule.Ratio(295, 12), 2, "24.58", "24.58", "24.59"},
		{rule.Ratio(110*100, 1131), 2, "9.73", "9.72", "9.73"}, // printed as 9,72
		{rule.Ratio(5, 2), 0, "3", "2", "3"},
		{rule.Ratio(-5, 2), 0, "-3", "-2", "-3"},
		{rule.Ratio(-7, 3), 1, "-2.3", "-2.3", "-2.4"},
		{rule.Ratio(2, 1), 3, "2.000", "2.000", "2.000"},
		{rule.Ratio(9, 2), -4, "5", "4", "5"},
		{rule.Ratio(1, 3), 31, "0.333333333333333333333333333333", "0.333333333333333333333333333333", "0.333333333333333333333333333334"},
		{rule.MustNumber("1e30").Fraction(), 9, "", "", ""},
		{rule.Fraction{}, 0, "", "", ""},
	} {
		assert.Equal(t, c.nearest, c.f.Round(c.places, rule.HalfAway).String())
		assert.Equal(t, c.cut, c.f.Round(c.places, rule.Cut).String())
		assert.Equal(t, c.upper, c.f.Round(c.places, rule.Up).String())
	}
}

func TestFractionNotKnown(t *testing.T) {
	t.Parallel()
	one, zero, none := rule.Ratio(1, 1), rule.Ratio(0, 1), rule.Fraction{}
	huge := rule.Ratio(math.MaxInt64, 1)
	huge = huge.Mul(huge)
	for _, f := range []rule.Fraction{one, huge} {
		for _, got := range []rule.Fraction{f.Add(none), none.Add(f), f.Sub(none), none.Sub(f), f.Mul(none), none.Mul(f), f.Quo(none), none.Quo(f), f.Quo(zero)} {
			assert.False(t, got.Known())
		}
		assert.Equal(t, 1, f.Cmp(none))
		assert.Equal(t, -1, none.Cmp(f))
		var s rule.Sum
		s.Add(none)
		s.Add(f)
		assert.False(t, s.Total().Known())
	}
	assert.Zero(t, none.Cmp(zero))
	var s rule.Sum
	assert.Equal(t, "0", s.Total().String())
	for range 14 { // 63 · 2¹⁴ bits
		huge = huge.Mul(huge)
	}
	assert.False(t, huge.Known(), "out of bounds")
}

// A sum of many denominators without a common factor leaves the bounds, and then says so.
func TestSumBounds(t *testing.T) {
	t.Parallel()
	var s rule.Sum
	plain := rule.Ratio(0, 1)
	known := 0
	for i := range int64(600) {
		f := rule.Ratio(1, math.MaxInt64-2*i)
		s.Add(f)
		plain = plain.Add(f)
		if s.Total().Known() {
			known++
			require.Zero(t, s.Total().Cmp(plain))
		}
	}
	assert.Greater(t, known, 200)
	assert.False(t, s.Total().Known())
	s.Add(rule.Ratio(1, 1))
	assert.False(t, s.Total().Known())
}

// seldom draws numbers near the bounds of int64 as often as small ones.
func seldom(r *rand.Rand) int64 {
	n := int64(r.Uint64()) >> r.IntN(64)
	if r.IntN(8) == 0 {
		return []int64{math.MinInt64, math.MinInt64 + 1, math.MaxInt64, math.MaxInt64 - 1, 0, 1, -1}[r.IntN(7)]
	}
	return n
}

func TestFractionAgainstRat(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 3_000 {
		var n [6]int64
		for i := range n {
			n[i] = seldom(r)
		}
		againstRat(t, n[0], n[1], n[2], n[3], n[4], n[5])
	}
}

func FuzzFraction(f *testing.F) {
	f.Add(int64(38), int64(62), int64(20), int64(1), int64(-1), int64(3))
	f.Add(int64(math.MinInt64), int64(-1), int64(math.MaxInt64), int64(math.MaxInt64), int64(math.MinInt64), int64(math.MinInt64))
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g int64) { againstRat(t, a, b, c, d, e, g) })
}

// againstRat compares all operations on a/b, c/d and, for sums, e/g with those of math/big.
func againstRat(t *testing.T, a, b, c, d, e, g int64) {
	t.Helper()
	if b == 0 || d == 0 || g == 0 {
		return
	}
	x, y, z := rule.Ratio(a, b), rule.Ratio(c, d), rule.Ratio(e, g)
	p, q, r := big.NewRat(a, b), big.NewRat(c, d), big.NewRat(e, g)
	same := func(what string, got rule.Fraction, want *big.Rat) {
		t.Helper()
		if !got.Known() || got.Rat().Cmp(want) != 0 {
			t.Errorf("%d/%d %s %d/%d is %v, not %v", a, b, what, c, d, got, want)
		}
	}
	same("", x, p)
	same("+", x.Add(y), new(big.Rat).Add(p, q))
	same("-", x.Sub(y), new(big.Rat).Sub(p, q))
	same("*", x.Mul(y), new(big.Rat).Mul(p, q))
	if c != 0 {
		same("/", x.Quo(y), new(big.Rat).Quo(p, q))
	}
	pq := new(big.Rat).Mul(p, q)
	same("wide *", x.Mul(y).Mul(z), new(big.Rat).Mul(pq, r))
	same("wide -", x.Mul(y).Sub(z), new(big.Rat).Sub(pq, r))
	if x.Cmp(y) != p.Cmp(q) || x.Mul(y).Cmp(z) != pq.Cmp(r) || x.Sign() != p.Sign() || x.Mul(y).Sign() != pq.Sign() {
		t.Errorf("%d/%d against %d/%d is %d, not %d", a, b, c, d, x.Cmp(y), p.Cmp(q))
	}
	var s rule.Sum
	want := new(big.Rat)
	for range 3 {
		for _, f := range []rule.Fraction{x, y, z, x.Mul(y), x.Mul(y)} {
			s.Add(f)
			want.Add(want, f.Rat())
		}
		same("sum", s.Total(), want)
	}
	rounded := p.FloatString(4)
	if rounded == "-0.0000" {
		rounded = "0.0000"
	}
	if got := x.Round(4, rule.HalfAway); got.String() != rounded {
		t.Errorf("%d/%d is rounded to %v, not %s", a, b, got, rounded)
	}
}

func TestFractionAllocatesNothing(t *testing.T) {
	x, y, n := rule.Ratio(38, 62), rule.Ratio(25, 2), rule.MustNumber("80.25")
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		var s rule.Sum
		s.Add(x.Mul(y).Add(y))
		s.Add(x.Quo(y).Sub(n.Fraction()))
		_ = s.Total().Cmp(x)
	}))
}

func ExampleFraction() {
	mark := rule.Ratio(38, 62).Mul(rule.MustNumber("12.5").Fraction()) // 38 of 62 households, of 12.5 points
	fmt.Println(mark, mark.Round(2, rule.HalfAway), mark.Cmp(rule.Ratio(8, 1)))
	fmt.Println(rule.Ratio(1, 0).In(rule.En))
	// Output:
	// 475/62 7.66 -1
	// unknown
}

func ExampleFraction_Round() {
	rate := rule.Ratio(11000, 1131) // in percent; printed as 9,72
	fmt.Println(rate.Round(2, rule.HalfAway), rate.Round(2, rule.Cut), rate.Round(2, rule.Up))
	// Output: 9.73 9.72 9.73
}

func ExampleSum() {
	var sum rule.Sum
	for whole := range int64(4) {
		sum.Add(rule.Ratio(1, whole+1))
	}
	fmt.Println(sum.Total())
	// Output: 25/12
}
