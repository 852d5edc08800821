package rule_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

func TestParseNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want string // as it prints
		vi   string
	}{
		{"0", "0", "0"}, {"-0", "0", "0"}, {"0.00", "0.00", "0,00"}, {"95", "95", "95"},
		{"36.0", "36.0", "36,0"}, {"-0.5", "-0.5", "-0,5"}, {"1e3", "1000", "1000"}, {"1E-3", "0.001", "0,001"},
		{"007", "7", "7"}, {"12345678901234567890.12", "12345678901234567890.12", "12345678901234567890,12"},
		{"-12345678901234567890.12", "-12345678901234567890.12", "-12345678901234567890,12"},
		{"0e5", "0", "0"}, {"99999999999999999999999999999999999999", "99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
		{"1234567890123456789e2", "123456789012345678900", "123456789012345678900"},
	} {
		n, err := rule.ParseNumber(c.text)
		require.NoError(t, err, c.text)
		assert.True(t, n.Known())
		assert.Equal(t, c.want, n.String(), c.text)
		assert.Equal(t, c.vi, n.In(rule.Vi), c.text)
		assert.Equal(t, c.want, n.In(rule.En), c.text)
	}
}

func TestParseNumberRefuses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]error{
		"":                             rule.ErrNumberMalformed,
		"12,5":                         rule.ErrNumberMalformed,
		"95 %":                         rule.ErrNumberMalformed,
		"95%":                          rule.ErrNumberMalformed,
		"+5":                           rule.ErrNumberMalformed,
		" 5":                           rule.ErrNumberMalformed,
		"1.":                           rule.ErrNumberMalformed,
		".5":                           rule.ErrNumberMalformed,
		"1.2.3":                        rule.ErrNumberMalformed,
		"--5":                          rule.ErrNumberMalformed,
		"1e":                           rule.ErrNumberMalformed,
		"1e+-5":                        rule.ErrNumberMalformed,
		"NaN":                          rule.ErrNumberMalformed,
		"0x10":                         rule.ErrNumberMalformed,
		"１２":                           rule.ErrNumberMalformed,
		"1_000":                        rule.ErrNumberMalformed,
		"1e5000000":                    rule.ErrNumberRange,
		"1e-5000000":                   rule.ErrNumberRange,
		"1e99999999999999999999":       rule.ErrNumberRange,
		"1e31":                         rule.ErrNumberRange,
		"0." + strings.Repeat("0", 31): rule.ErrNumberRange,
		strings.Repeat("9", 39):        rule.ErrNumberRange,
		strings.Repeat("9", 65):        rule.ErrNumberLong,
		strings.Repeat("9", 1_000_000): rule.ErrNumberLong,
	} {
		n, err := rule.ParseNumber(text)
		require.ErrorIs(t, err, want, rule.Shorten(text))
		assert.False(t, n.Known())
		assert.Less(t, len(err.Error()), 200, "a message does not repeat a hostile text whole")
	}
}

func TestNumberOf(t *testing.T) {
	t.Parallel()
	n, err := rule.NumberOf(decimal.New(12345, -2))
	require.NoError(t, err)
	assert.Equal(t, "123.45", n.String())
	for _, d := range []decimal.Decimal{
		decimal.New(1, 5_000_000), decimal.New(1, -5_000_000), decimal.New(1, 31),
		decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 1_000_000), 0),
		decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil), 0),
	} {
		_, err := rule.NumberOf(d)
		require.ErrorIs(t, err, rule.ErrNumberRange)
	}
}

func TestMustNumberPanics(t *testing.T) {
	t.Parallel()
	assert.Panics(t, func() { rule.MustNumber("12,5") })
}

func TestNumberZeroValueIsNotGiven(t *testing.T) {
	t.Parallel()
	var none rule.Number
	assert.False(t, none.Known())
	assert.Empty(t, none.String())
	assert.False(t, none.Equal(rule.Int(0)), "not given is not zero")
	assert.True(t, none.Equal(rule.Number{}))
	assert.False(t, none.Add(rule.Int(1)).Known())
	assert.False(t, rule.Int(1).Sub(none).Known())
	assert.False(t, none.Round(2).Known())
}

func TestNumberArithmetic(t *testing.T) {
	t.Parallel()
	a, b := rule.MustNumber("80"), rule.MustNumber("80.00")
	assert.True(t, a.Equal(b), "80 and 80.00 are the same number")
	assert.Equal(t, "0.04", rule.MustNumber("26.74").Sub(rule.MustNumber("26.7")).String())
	assert.Equal(t, "26.7", rule.MustNumber("26.74").Round(1).String())
	assert.Equal(t, "-2.5", rule.MustNumber("-2.45").Round(1).String(), "half goes away from zero")
	assert.Equal(t, "26.7", rule.MustNumber("26.7").Round(3).String(), "rounding adds no places")
	assert.Equal(t, "26.74", rule.MustNumber("26.74").Round(-1).String())
	assert.Equal(t, 1, a.Cmp(rule.Int(79)))
	assert.Equal(t, -1, rule.MustNumber("-0.1").Sign())
	big38 := rule.MustNumber(strings.Repeat("9", 38))
	assert.False(t, big38.Add(big38).Known(), "a sum outside the bounds is not given")
	assert.Equal(t, "1/3", new(big.Rat).Quo(rule.Int(1).Rat(), rule.Int(3).Rat()).String())
	assert.Equal(t, int64(5), rule.Int(5).Decimal().IntPart())
}

func TestNumberJSON(t *testing.T) {
	t.Parallel()
	type record struct {
		N rule.Number `json:"n"`
	}
	for in, want := range map[string]string{
		`{"n":"26.70"}`: `{"n":"26.70"}`, `{"n":26.70}`: `{"n":"26.70"}`, `{"n":0}`: `{"n":"0"}`,
		`{"n":null}`: `{"n":null}`, `{}`: `{"n":null}`, `{"n":"\u0031"}`: `{"n":"1"}`,
	} {
		r := record{N: rule.Number{}}
		require.NoError(t, json.Unmarshal([]byte(in), &r), in)
		out, err := json.Marshal(r)
		require.NoError(t, err)
		assert.JSONEq(t, want, string(out))
	}
	kept := record{N: rule.Int(7)}
	require.NoError(t, json.Unmarshal([]byte(`{"n":null}`), &kept))
	assert.False(t, kept.N.Known(), "null keeps no old value")
	for _, bad := range []string{`{"n":"12,5"}`, `{"n":true}`, `{"n":1e999}`, `{"n":{}}`} {
		assert.Error(t, json.Unmarshal([]byte(bad), &kept), bad)
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"0", "-1.50", "1e30", "1e-30", "12,5", "99999999999999999999.5", "1e5000000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := rule.ParseNumber(s)
		if err != nil {
			return
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok || n.Rat().Cmp(want) != 0 {
			t.Fatalf("%q became %s", s, n)
		}
		back, err := rule.ParseNumber(n.String())
		if err == nil && !back.Equal(n) {
			t.Fatalf("%q prints as %s, which is another number", s, n)
		}
	})
}

func BenchmarkParseNumber(b *testing.B) {
	for b.Loop() {
		if _, err := rule.ParseNumber("1e5000000"); err == nil {
			b.Fatal("accepted")
		}
	}
}

// Floor and Fixed against fractions.
func TestFloor(t *testing.T) {
	t.Parallel()
	texts := []string{"0", "0.00", "80", "80.00", "-80", "12.3456789", "-12.3456789", "0.0000001", "-0.0000001", "1e-30", "-1e-30", "1e12", "-1e11",
		"1e18", "999999999999999999", "9999999999999999999", "123456789012.345678", "1e20", "12345678901234567890.5"}
	for _, text := range texts {
		n := rule.MustNumber(text)
		for places := range 10 {
			floor, whole, fits := n.Floor(places)
			x := new(big.Rat).Mul(n.Rat(), new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)))
			if !fits {
				assert.False(t, whole)
				assert.True(t, new(big.Rat).Abs(x).Cmp(big.NewRat(1e17, 1)) >= 0 || n.Decimal().NumDigits() > 18, "%s at %d", text, places)
				continue
			}
			assert.LessOrEqual(t, new(big.Rat).SetInt64(floor).Cmp(x), 0, "%s at %d", text, places)
			assert.Equal(t, 1, new(big.Rat).SetInt64(floor+1).Cmp(x), "%s at %d", text, places)
			assert.Equal(t, x.IsInt(), whole, "%s at %d", text, places)
			if whole {
				assert.True(t, rule.Fixed(floor, places).Equal(n), "%s at %d", text, places)
			}
		}
	}
	_, _, fits := rule.Number{}.Floor(6)
	assert.False(t, fits)
	assert.Equal(t, "26.70", rule.Fixed(2670, 2).String())
	assert.Equal(t, 2, rule.Fixed(2670, 2).Places())
	assert.Equal(t, 0, rule.MustNumber("1e3").Places())
}

func TestFloorAllocatesNothing(t *testing.T) {
	n := rule.MustNumber("80.25")
	assert.Zero(t, testing.AllocsPerRun(10, func() { n.Floor(6) }))
}
