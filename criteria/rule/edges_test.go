package rule_test

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

// The bounds of a Number, each with the last text that is read and the first that is not.
func TestEdgesOfNumbers(t *testing.T) {
	t.Parallel()
	nines := strings.Repeat("9", 38)
	for text, want := range map[string]error{
		strings.Repeat("0", 63) + "1":        nil,
		strings.Repeat("0", 64) + "1":        rule.ErrNumberLong,
		"1e30":                               nil,
		"1e31":                               rule.ErrNumberRange,
		"1e-30":                              nil,
		"1e-31":                              rule.ErrNumberRange,
		"0." + strings.Repeat("0", 29) + "1": nil,
		"0.1e-29":                            nil,
		"0.1e-30":                            rule.ErrNumberRange,
		"0.1e31":                             nil,
		"12345678e30":                        nil,
		"123456789e30":                       rule.ErrNumberRange,
		nines:                                nil,
		"-" + nines:                          nil,
		"1" + nines:                          rule.ErrNumberRange,
		"0e30":                               nil,
		"1e-64":                              rule.ErrNumberRange,
		"1e64":                               rule.ErrNumberRange,
		"1.5e-9223372036854775808":           rule.ErrNumberRange,
		"1.5e-2147483648":                    rule.ErrNumberRange,
		"999999999999999999":                 nil, // 18 digits and more are read in two ways
		"9999999999999999999":                nil,
		"-9223372036854775808":               nil,
		"-0." + strings.Repeat("0", 12) + "123456789012345678": nil,
	} {
		n, err := rule.ParseNumber(text)
		require.ErrorIs(t, err, want, text)
		if want != nil {
			continue
		}
		exact, ok := new(big.Rat).SetString(text)
		require.True(t, ok)
		assert.Zero(t, n.Rat().Cmp(exact), text)
		again, err := rule.NumberOf(n.Decimal())
		require.NoError(t, err, text)
		assert.True(t, again.Equal(n), text)
		plain, err := rule.ParseNumber(n.String())
		require.NoError(t, err, text)
		assert.True(t, plain.Equal(n), text)
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil)
	for _, c := range []struct {
		coefficient *big.Int
		exponent    int32
		fits        bool
	}{
		{new(big.Int).Sub(ten, big.NewInt(1)), 0, true}, {ten, 0, false}, {new(big.Int).Sub(ten, big.NewInt(1)), 1, false},
		{big.NewInt(1), -30, true}, {big.NewInt(1), -31, false}, {big.NewInt(1), 30, true}, {big.NewInt(1), 31, false},
		{big.NewInt(99_999_999), 30, true}, {big.NewInt(100_000_000), 30, false}, {big.NewInt(0), 30, true},
	} {
		_, err := rule.NumberOf(decimal.NewFromBigInt(c.coefficient, c.exponent))
		assert.Equal(t, c.fits, err == nil, "%s, %d", c.coefficient, c.exponent)
	}
}

func TestEdgesOfRounding(t *testing.T) {
	t.Parallel()
	n := rule.MustNumber("26.745")
	for places, want := range map[int]string{-1: "26.745", 0: "27", 1: "26.7", 2: "26.75", 3: "26.745", 4: "26.745", 31: "26.745"} {
		assert.Equal(t, want, n.Round(places).String(), places)
	}
	assert.Equal(t, "7", rule.Fixed(7, -1).String())
	assert.Equal(t, 30, rule.Fixed(7, 31).Places())
	for places, want := range map[int]int64{0: 26, 1: 267, 3: 26745} {
		floor, whole, fits := n.Floor(places)
		assert.Equal(t, want, floor)
		assert.Equal(t, places == 3, whole)
		assert.True(t, fits)
	}
	for _, none := range []rule.Number{{}, rule.MustNumber("1234567890123456789"), rule.MustNumber("1e18"), rule.MustNumber("1e30")} {
		floor, whole, fits := none.Floor(0)
		assert.Zero(t, floor, none)
		assert.False(t, whole || fits, none)
	}
	for text, want := range map[string]int64{"0e30": 0, "1e17": 1e17, "0.0000000000000000001": 0, "-0.0000000000000000001": -1, "-1e-18": -1, "1e-18": 0} {
		floor, whole, fits := rule.MustNumber(text).Floor(0)
		assert.True(t, fits, text)
		assert.Equal(t, want, floor, text)
		assert.Equal(t, !strings.Contains(text, "-"), whole || text == "0.0000000000000000001", text)
	}
}

// A fraction holds 16,384 bits above and below the line, and not one more.
func TestEdgesOfFractions(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]*big.Rat{
		"0.000000000000000001":   big.NewRat(1, 1e18),
		"0.0000000000000000001":  new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(19), nil)),
		"0.999999999999999999":   big.NewRat(999_999_999_999_999_999, 1e18),
		"1.0000000000000000000":  big.NewRat(1, 1),
		"-9223372036854775808.0": new(big.Rat).SetInt64(math.MinInt64),
	} {
		assert.Zero(t, rule.MustNumber(text).Fraction().Rat().Cmp(want), text)
	}
	ends := []int64{math.MinInt64, math.MinInt64 + 1, -3, -1, 0, 1, 3, math.MaxInt64 - 1, math.MaxInt64}
	for _, a := range ends {
		for _, c := range ends {
			for _, b := range []int64{1, 2, math.MaxInt64} {
				againstRat(t, a, b, c, 1, 1, 1)
				againstRat(t, a, b, c, b, -1, 2)
				againstRat(t, a, 1, c, b, c, b)
			}
		}
	}
	two, step := rule.Ratio(2, 1), rule.Ratio(1<<62, 1)
	most := rule.Ratio(1<<15, 1)
	for range 264 {
		most = most.Mul(step)
	}
	require.True(t, most.Known(), "2 to the 16,383 has 16,384 bits")
	assert.False(t, most.Mul(two).Known())
	assert.False(t, most.Add(most).Known())
	assert.True(t, most.Sub(most).Known())
	least := rule.Ratio(1, 1).Quo(most)
	require.True(t, least.Known())
	assert.False(t, least.Quo(two).Known())
	var s rule.Sum
	s.Add(most)
	assert.Zero(t, s.Total().Cmp(most))
	s.Add(most)
	assert.False(t, s.Total().Known())
	s.Add(most.Mul(rule.Ratio(-1, 1)))
	assert.False(t, s.Total().Known(), "a sum that was lost stays lost")
	var small rule.Sum
	small.Add(least)
	assert.Zero(t, small.Total().Cmp(least))
	small.Add(least.Mul(rule.Ratio(1, 3)))
	assert.False(t, small.Total().Known())
}

func TestEdgesOfTexts(t *testing.T) {
	t.Parallel()
	for id, well := range map[rule.DutyID]bool{
		"visit.notify": true, "a.b": true, "a1.b2-c3": true, "a.z": true, "z.0-9": true,
		"visit": false, ".notify": false, "visit.": false, "-visit.notify": false, "visit-.notify": false, "visit.-notify": false, "visit.notify-": false,
		"visit.no--tify": false, "Visit.notify": false, "visit.notifY": false, "visit.no_tify": false, "visit.a.b": false, "visit.a`": false, "visit.a{": false, "visit.a/": false, "visit.a:": false, "": false,
	} {
		assert.Equal(t, well, id.WellFormed(), string(id))
	}
	whole := strings.Repeat("a", 64)
	assert.Equal(t, whole, rule.Shorten(whole))
	assert.Equal(t, whole+"…", rule.Shorten(whole+"a"))
	assert.Equal(t, strings.Repeat("a", 63)+"…", rule.Shorten(strings.Repeat("a", 63)+"đ"), "a letter is not cut in two")
	assert.Equal(t, []string{"aaa bbb", "c"}, rule.Wrap("aaa bbb c", 7))
	assert.Equal(t, []string{"aaa", "bbb c"}, rule.Wrap("aaa bbb c", 6))
	for day, want := range map[civil.Date]string{
		rule.Day(2021, 2, 28): "28/02/2021", rule.Day(2021, 3, 1): "01/3/2021", rule.Day(2021, 12, 31): "31/12/2021",
	} {
		assert.Equal(t, want, rule.FormatDate(day, rule.Vi))
	}
	assert.False(t, rule.Blank("7"))
	assert.True(t, rule.Blank(""))
	assert.Equal(t, rule.Text{Vi: "12,5", En: "12.5"}, rule.A("n", rule.MustNumber("12.5")).Text)
	assert.Equal(t, rule.Text{Vi: "01/3/2021", En: "2021-03-01"}, rule.A("d", rule.Day(2021, 3, 1)).Text)
}

func TestEdgesOfSpans(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 5, 14)
	one := rule.Span{From: day, To: day}
	require.NoError(t, one.Check())
	days, ok := one.Days()
	assert.Equal(t, 1, days)
	assert.True(t, ok)
	require.ErrorIs(t, rule.Span{From: day, To: day.AddDays(-1)}.Check(), rule.ErrSpan)
	require.ErrorIs(t, rule.Span{To: rule.Day(2021, 2, 29)}.Check(), rule.ErrSpan)
	require.NoError(t, rule.Span{From: day}.Check())
	require.NoError(t, rule.Span{To: day}.Check())
	for _, open := range []rule.Span{{To: day}, {From: day}, {}} {
		days, ok = open.Days()
		assert.Zero(t, days)
		assert.False(t, ok)
	}
	before, after := rule.Span{To: day}, rule.Span{From: day.AddDays(1)}
	assert.False(t, before.Overlaps(after))
	assert.False(t, after.Overlaps(before))
	touching, ok := before.Intersect(rule.Span{From: day})
	assert.True(t, ok, "the day itself")
	assert.Equal(t, one, touching)
	for _, all := range []rule.Span{one, before, after, {}} {
		for _, other := range []rule.Span{one, before, after, {}} {
			common, ok := all.Intersect(other)
			back, also := other.Intersect(all)
			assert.Equal(t, common, back)
			assert.Equal(t, ok, also)
			assert.Equal(t, ok, all.Overlaps(other))
			for d := day.AddDays(-2); d.Before(day.AddDays(4)); d = d.AddDays(1) {
				assert.Equal(t, all.Contains(d) && other.Contains(d), ok && common.Contains(d))
			}
			covers := all == other || all == rule.Span{} || all == before && other == one
			assert.Equal(t, covers, all.Covers(other), "%s covers %s", all, other)
		}
	}
	assert.Equal(t, rule.Span{From: rule.Day(2024, 12, 1), To: rule.Day(2024, 12, 31)}, rule.Month(2024, 12))
	assert.Equal(t, rule.Span{From: rule.Day(2024, 1, 1), To: rule.Day(2024, 12, 31)}, rule.Year(2024))
}

// A source that names a document of its own, by whatever part of it, is not put into another.
func TestSourceInDocument(t *testing.T) {
	t.Parallel()
	doc := rule.Source{Kind: rule.Decision, Number: "18/2022/QĐ-TTg", Date: rule.Day(2022, 8, 2), Issuer: "Thủ tướng", Page: "https://example.org", Article: "9"}
	want := doc
	want.Article, want.Clause = "4", "1"
	assert.Equal(t, want, rule.Source{Article: "4", Clause: "1"}.InDocument(doc))
	want.Page = "https://example.org/4"
	assert.Equal(t, want, rule.Source{Article: "4", Clause: "1", Page: want.Page}.InDocument(doc))
	yearly := rule.Source{Kind: rule.Dispatch, Year: 2021}
	assert.Equal(t, rule.Source{Kind: rule.Dispatch, Year: 2021, Section: "1"}, rule.Source{Section: "1"}.InDocument(yearly))
	for name, own := range map[string]rule.Source{
		"a kind": {Kind: rule.Law, Article: "4"}, "a number": {Number: "1", Article: "4"}, "a day": {Date: rule.Day(2020, 1, 1), Article: "4"},
		"a year": {Year: 2020, Article: "4"}, "an issuer": {Issuer: "UBND", Article: "4"},
	} {
		assert.Equal(t, own, own.InDocument(doc), name)
	}
}

// A path that is cut off in the middle is still read to its end.
func TestPathsCutOff(t *testing.T) {
	t.Parallel()
	for path, pointer := range map[rule.Path]string{`a["b`: "/a/b", `["b\`: `/b\`, `["`: "/", `a[`: "/a/", `a.`: "/a/", `a["b"`: `/a/b"`} {
		assert.Equal(t, pointer, path.Pointer(), string(path))
	}
	name := strings.Repeat("k", 64)
	assert.Equal(t, rule.Path("a."+name), rule.Path("a").Key(name))
	assert.Equal(t, rule.Path(`a["`+name+`…"]`), rule.Path("a").Key(name+"k"))
	for _, plain := range []string{"a", "z", "A", "Z", "a0", "a9", "a_", "a-"} {
		assert.Equal(t, rule.Path(plain), rule.Path("").Key(plain))
	}
	for _, other := range []string{"0", "9", "_", "-", "a`", "a{", "a@", "a[", "a/", "a:", "`", "{", "ă", "a b", "a."} {
		assert.Equal(t, rule.Path(`["`+other+`"]`), rule.Path("").Key(other))
	}
}

// The stored finding holds the name and both wordings of each argument, and no list of
// findings shares its arguments with a copy.
func TestArgumentsOfFindings(t *testing.T) {
	t.Parallel()
	found := rule.Findings{sampleFindings()[0]}
	data, err := json.Marshal(found)
	require.NoError(t, err)
	var stored []struct {
		Args []struct {
			Name string    `json:"name"`
			Text rule.Text `json:"text"`
		} `json:"args"`
	}
	require.NoError(t, json.Unmarshal(data, &stored))
	require.Len(t, stored[0].Args, 2)
	assert.Equal(t, "on", stored[0].Args[0].Name)
	assert.Equal(t, rule.Text{Vi: "10/8/2021", En: "2021-08-10"}, stored[0].Args[0].Text)
	assert.Equal(t, "latest", stored[0].Args[1].Name)
	var back rule.Findings
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, found[0].Args, back[0].Args)

	zero := rule.Finding{}
	assert.Equal(t, rule.Rule{}, zero.Rule())
	assert.Equal(t, rule.Origin(0), zero.Origin())
	assert.Empty(t, string(zero.Code())+string(zero.Duty()))
	said := found[0].String()
	for _, copied := range []rule.Findings{found.Clone(), found.Under("plans[1]")} {
		copied[0].Args[0].Text.Vi = "đã sửa"
		assert.Equal(t, said, found[0].String())
	}
}

func TestEdgesOfCitations(t *testing.T) {
	t.Parallel()
	for year, possible := range map[string]bool{"0": false, "1": true, "9999": true, "10000": false, "-1": false} {
		_, err := rule.ParseSource("Quyết định năm " + year)
		assert.Equal(t, possible, err == nil, year)
	}
	for day, possible := range map[string]bool{"1/8/2021": true, "01/08/2021": true, "1-8/2021": true, "1/1/0001": true, "31/12/9999": true,
		"+1/8/2021": false, "1/+8/2021": false, "00001/8/2021": false, "1/8/02021": false, "1/8/202": false, "1/8/-2021": false, "/1/8/2021": false, "1/8/2021/": false,
		"0/8/2021": false, "32/8/2021": false, "1/0/2021": false, "1/8/2021/1": false, ":/8/2021": false} {
		_, err := rule.ParseDate(day)
		assert.Equal(t, possible, err == nil, day)
	}
	for text, says := range map[string]string{"12,5x": "not a number", "1,234,567": "thousands are not grouped", "12,5": "write 12.5: decimals", "12,5 %": "write 12.5, without %",
		"12.5%": "write 12.5, without %", " 12,5": "write 12.5: decimals", "1 234": "thousands are not grouped", "≥ 12.5": "write 12.5: the number alone", "~": "not a number", "%": "not a number"} {
		_, err := rule.ParseNumber(text)
		require.ErrorIs(t, err, rule.ErrNumberMalformed, text)
		assert.Contains(t, err.Error(), says, text)
	}
}
