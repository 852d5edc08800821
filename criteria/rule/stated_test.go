package rule_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

func TestStated(t *testing.T) {
	t.Parallel()
	const same = rule.Kind(0)
	for _, c := range []struct {
		said     string
		num, den int64
		want     rule.Kind
	}{
		{"66.67", 200, 3, rule.Advice}, // rounded
		{"66.66", 200, 3, rule.Advice}, // cut
		{"66.6", 200, 3, rule.Advice},
		{"67", 200, 3, rule.Advice},
		{"66", 200, 3, rule.Advice},
		{"66.65", 200, 3, rule.Broken},
		{"66.68", 200, 3, rule.Broken},
		{"28.6", 200, 7, rule.Advice},
		{"28.5", 200, 7, rule.Advice},
		{"28.7", 200, 7, rule.Broken}, // 28.571…
		{"9.72", 11000, 1131, rule.Advice},
		{"9.73", 11000, 1131, rule.Advice},
		{"9.74", 11000, 1131, rule.Broken},
		{"50", 1, 2, rule.Broken},
		{"0.5", 1, 2, same},
		{"0.50", 1, 2, same},
		{"1", 1, 2, rule.Advice}, // a half goes away from zero
		{"0", 1, 2, rule.Advice},
		{"-1", -1, 2, rule.Advice},
		{"0", -1, 2, rule.Advice},
		{"-2", -1, 2, rule.Broken},
		{"0.0", 4, 100, rule.Advice},
		{"0.0", -9, 100, rule.Advice},
		{"0.0", 1, 10, rule.Broken},
		{"-1.81", -1806, 1000, rule.Advice},
		{"-1.80", -1806, 1000, rule.Advice},
		{"-1.82", -1806, 1000, rule.Broken},
		{"169566", 169476, 1, rule.Broken},
		{"169476", 169476, 1, same},
		{"169000", 169476, 1, rule.Broken}, // digits that are written count, zeros among them
		{"1e3", 1234, 1, rule.Broken},
		{"0.00000000000000000000000000001", 1, 1 << 62, rule.Broken},
	} {
		exact := rule.Ratio(c.num, c.den)
		assert.Equal(t, c.want, rule.Stated(rule.MustNumber(c.said), exact, exact), "%s for %s", c.said, exact)
	}
}

func TestStatedWithinBounds(t *testing.T) {
	t.Parallel()
	none := rule.Fraction{}
	at := func(s string) rule.Fraction { return rule.MustNumber(s).Fraction() }
	for _, c := range []struct {
		said      string
		low, high rule.Fraction
		want      rule.Kind
	}{
		{"5", none, none, rule.Undecided},
		{"5", at("6"), none, rule.Broken},
		{"5", at("5.999"), none, rule.Undecided},
		{"5", none, at("4.499"), rule.Broken},
		{"5", none, at("4.5"), rule.Undecided},
		{"-5", none, at("-6"), rule.Broken},
		{"-5", at("-4.5"), none, rule.Undecided},
		{"-5", at("-4.499"), none, rule.Broken},
		{"0", at("1"), none, rule.Broken},
		{"0", none, at("-1"), rule.Broken},
		{"5", at("4"), at("6"), rule.Undecided},
		{"5", at("7"), at("9"), rule.Broken},
	} {
		assert.Equal(t, c.want, rule.Stated(rule.MustNumber(c.said), c.low, c.high), "%s in %s–%s", c.said, c.low, c.high)
	}
	assert.Zero(t, rule.Stated(rule.Number{}, at("1"), at("1")), "nothing is stated")
	low, high := rule.MustNumber("66.66").Bounds()
	assert.Equal(t, "66.655 66.67", low.String()+" "+high.String())
	low, high = rule.MustNumber("-0.5").Bounds()
	assert.Equal(t, "-0.6 -0.45", low.String()+" "+high.String())
	low, high = rule.Number{}.Bounds()
	assert.False(t, low.Known() || high.Known())
}

// Against rounding and cutting in big integers, for every value of a grid.
func TestStatedAgainstRounding(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8)) //nolint:gosec // a test, reproducible
	seen := map[rule.Kind]int{}
	for range 20_000 {
		num, den, places := r.Int64N(20_001)-10_000, 1+r.Int64N(420), r.IntN(3)
		said := rule.Fixed(r.Int64N(41)-20+shifted(num, den, places, false), places)
		want := rule.Broken
		switch {
		case said.Rat().Cmp(big.NewRat(num, den)) == 0:
			want = 0
		case said.Equal(rule.Fixed(shifted(num, den, places, false), places)), said.Equal(rule.Fixed(shifted(num, den, places, true), places)):
			want = rule.Advice
		}
		exact := rule.Ratio(num, den)
		got := rule.Stated(said, exact, exact)
		require.Equal(t, want, got, "%s for %d/%d", said, num, den)
		seen[got]++
		// Wider bounds never make a figure that is written so Broken.
		wide := rule.Stated(said, exact.Sub(rule.Ratio(r.Int64N(3), 7)), exact.Add(rule.Ratio(1, 9)))
		require.True(t, wide == rule.Undecided || want == rule.Broken && wide == rule.Broken, "%s near %d/%d: %s", said, num, den, wide)
	}
	assert.Len(t, seen, 3)
}

// shifted is num/den in whole last digits, rounded half away from zero or cut.
func shifted(num, den int64, places int, cut bool) int64 {
	for range places {
		num *= 10
	}
	switch {
	case cut:
		return num / den
	case num < 0:
		return -((-2*num + den) / (2 * den))
	default:
		return (2*num + den) / (2 * den)
	}
}

func ExampleStated() {
	exact := rule.Ratio(200, 3)
	for _, said := range []string{"66.67", "66.66", "66.6", "66.7", "66.65"} {
		fmt.Println(said, rule.Stated(rule.MustNumber(said), exact, exact))
	}
	// Output:
	// 66.67 advice
	// 66.66 advice
	// 66.6 advice
	// 66.7 advice
	// 66.65 broken
}

type row struct{ Names []string }

func (r row) Clone() row { return row{append([]string(nil), r.Names...)} }

func TestTimelineSharesNothing(t *testing.T) {
	t.Parallel()
	given := rule.Dated[row]{Span: rule.Year(2021), Value: row{[]string{"a"}}, Source: rule.Source{Number: "1"}}
	line := rule.MustTimeline(given)
	given.Value.Names[0] = "changed"
	for range 2 {
		one, err := line.On(rule.Day(2021, 5, 1))
		require.NoError(t, err)
		assert.Equal(t, "a", one.Value.Names[0])
		one.Value.Names[0] = "changed"
		line.Rows()[0].Value.Names[0] = "changed"
	}
}

func TestTimelineDigest(t *testing.T) {
	t.Parallel()
	a := rule.Dated[row]{Span: rule.Year(2021), Value: row{[]string{"a"}}, Source: rule.Source{Number: "1"}}
	b := rule.Dated[row]{Span: rule.Year(2022), Value: row{[]string{"b"}}, Source: rule.Source{Number: "1"}}
	assert.Equal(t, rule.MustTimeline(a, b).Digest(), rule.MustTimeline(b, a).Digest())
	assert.Len(t, rule.MustTimeline(a).Digest(), 64)
	assert.NotEqual(t, rule.MustTimeline(a).Digest(), rule.MustTimeline(b).Digest())
	assert.Empty(t, rule.Timeline[row]{}.Digest())
}

func TestTimelineNamesItsRows(t *testing.T) {
	t.Parallel()
	src := rule.Source{Number: "1"}
	_, err := rule.NewTimeline(
		rule.Dated[int]{Span: rule.Year(2023), Source: src},
		rule.Dated[int]{Span: rule.Year(2021)},
		rule.Dated[int]{Span: rule.Span{From: rule.Day(2021, 12, 31), To: rule.Day(2021, 13, 1)}, Source: src},
		rule.Dated[int]{Source: src},
	)
	var told []string
	for _, f := range rule.RowFaults(err) {
		require.ErrorIs(t, f, rule.ErrTimeline)
		require.ErrorContains(t, err, f.Error())
		told = append(told, fmt.Sprint(f.Row, " ", f.At, " ", f.Why.En))
	}
	assert.Equal(t, []string{
		"3 span.from the first day is missing",
		"1 source the source is missing",
		"1 span overlaps the row all days",
		"2 span the span is not valid",
		"2 span overlaps the row from 2021-01-01 to 2021-12-31",
		"0 span the days after the row from 2021-12-31 to 2021-13-01 are not declared",
	}, told)
	assert.Empty(t, rule.RowFaults(nil))
}
