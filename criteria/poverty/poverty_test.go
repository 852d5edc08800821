package poverty_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

var (
	classify = criteriatest.Judges()["poverty.classify"]
	accepted = criteriatest.Judges()["poverty.classify.accept-high"]
	rates    = criteriatest.Judges()["poverty.rates"]
)

func reviews(given json.RawMessage) (any, rule.Findings, error) {
	var r poverty.Review
	if err := json.Unmarshal(given, &r); err != nil {
		return nil, nil, err
	}
	return map[string]any{"edition": r.Edition()}, nil, nil
}

// worded proves that every finding fills its words in both languages.
func worded(judge ruletest.Judge) ruletest.Judge {
	return func(given json.RawMessage) (any, rule.Findings, error) {
		answer, found, err := judge(given)
		for _, f := range found {
			if words := f.In(rule.Vi) + f.In(rule.En); strings.Contains(words, "{") {
				return nil, nil, fmt.Errorf("a placeholder is left: %s", words)
			}
		}
		return answer, found, err
	}
}

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), worded(classify))
	ruletest.Run(t, os.DirFS("testdata/accepted"), worded(accepted))
	ruletest.Run(t, os.DirFS("testdata/counts"), worded(rates))
	ruletest.Run(t, os.DirFS("testdata/review"), worded(reviews))
}

func TestEveryRuleHasItsCases(t *testing.T) {
	t.Parallel()
	var all []ruletest.Case
	for _, dir := range []string{"cases", "accepted", "counts", "review"} {
		cases, err := ruletest.Load(os.DirFS("testdata/" + dir))
		require.NoError(t, err)
		all = append(all, cases...)
	}
	var rules []rule.Rule
	for _, r := range poverty.Rules() {
		if r.Code != poverty.ErrDay { // JSON cannot carry a day that does not exist
			rules = append(rules, r)
		}
	}
	require.NoError(t, ruletest.Complete(rules, all))
	c, err := poverty.Review{}.Classify(poverty.Household{On: civil.Date{Year: 2023, Month: 2, Day: 30}})
	require.NoError(t, err)
	require.ErrorIs(t, c.Findings.Err(), poverty.ErrDay)
	maintain.Codes(t, "testdata/codes.txt", poverty.Rules())
}

func TestRecordsKeepTheirJSON(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, poverty.Household{}, poverty.Counts{}, poverty.Review{}, poverty.Classification{}, poverty.Standard{}, poverty.Share{}, poverty.Reason{})
	h := poverty.Household{Ref: "h1", On: rule.Day(2023, 10, 1), Residence: poverty.Urban, Income: rule.Int(0),
		Deprivations: map[poverty.Deprivation]poverty.Answer{poverty.Job: poverty.Yes}}
	data, err := json.Marshal(h)
	require.NoError(t, err)
	var back poverty.Household
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, h.Deprivations, back.Deprivations)
	assert.True(t, back.Income.Known())
	require.NoError(t, json.Unmarshal([]byte(`{"deprivations":{"job":null}}`), &back))
	assert.Equal(t, poverty.NotKnown, back.Deprivations[poverty.Job], "null is not known, never a no")
	assert.Error(t, json.Unmarshal([]byte(`{"households":"12,5","colour":1}`), &poverty.Counts{}))
}

func TestInForce(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		day      civil.Date
		id, text string
	}{
		{rule.Day(2016, 1, 1), "59/2015/QĐ-TTg", "59/2015/QĐ-TTg"},
		{rule.Day(2020, 12, 31), "59/2015/QĐ-TTg", "59/2015/QĐ-TTg"},
		{rule.Day(2021, 1, 1), "59/2015/QĐ-TTg", "07/2021/NĐ-CP"},
		{rule.Day(2021, 12, 31), "59/2015/QĐ-TTg", "07/2021/NĐ-CP"},
		{rule.Day(2022, 1, 1), "07/2021/NĐ-CP", "07/2021/NĐ-CP"},
		{rule.Day(2025, 12, 31), "07/2021/NĐ-CP", "07/2021/NĐ-CP"},
		{rule.Day(2026, 1, 1), "07/2021/NĐ-CP", "351/2025/NĐ-CP"},
		{rule.Day(2026, 12, 31), "07/2021/NĐ-CP", "351/2025/NĐ-CP"},
		{rule.Day(2027, 1, 1), "351/2025/NĐ-CP", "351/2025/NĐ-CP"},
		{rule.Day(2030, 12, 31), "351/2025/NĐ-CP", "351/2025/NĐ-CP"},
	} {
		row, err := poverty.InForce(c.day)
		require.NoError(t, err, c.day)
		assert.Equal(t, c.id, row.Value.ID, c.day)
		assert.Equal(t, c.text, row.Source.Number, c.day)
		row.Value.Indicators[0].Dimension = 0
	}
	for _, none := range []civil.Date{rule.Day(2015, 12, 31), rule.Day(2031, 1, 1)} {
		_, err := poverty.InForce(none)
		require.ErrorIs(t, err, rule.ErrGap)
	}
	for _, none := range []civil.Date{{}, rule.Day(2022, 13, 1), rule.Day(2023, 2, 29), rule.Day(2024, 4, 31)} {
		_, err := poverty.InForce(none)
		require.ErrorIs(t, err, rule.ErrNotADay, "%s", none)
	}
	_, err := poverty.Review{}.Classify(poverty.Household{On: rule.Day(2031, 1, 1)})
	require.ErrorIs(t, err, rule.ErrGap)
}

// The tables, cell by cell.
func TestTables(t *testing.T) {
	t.Parallel()
	rows := poverty.Timeline()
	require.Len(t, rows, 5)
	for _, row := range rows {
		s := row.Value
		assert.Len(t, s.Indicators, s.Count, s.ID)
		seen := map[poverty.Deprivation]bool{}
		last := poverty.Dimension(0)
		for _, i := range s.Indicators {
			assert.False(t, seen[i.ID], i.ID)
			seen[i.ID] = true
			assert.NotZero(t, i.Dimension, "no reader changed the table")
			assert.Equal(t, i.Confidence.Confirmed() || s.ID == "59/2015/QĐ-TTg", !i.Source.IsZero(), i.ID)
			last = max(last, i.Dimension)
		}
		assert.Equal(t, poverty.Information, last)
		for _, l := range []poverty.Line{s.Income, s.Policy} {
			assert.Equal(t, l.Rural.Known(), !l.Source.IsZero(), s.ID)
		}
	}
	data, err := json.MarshalIndent(rows, "", " ")
	require.NoError(t, err)
	maintain.Golden(t, "testdata/standards.golden.json", append(data, '\n'))
}

// Below, at and above every line, on the first and the last day of every row.
func TestBoundariesOfEveryLine(t *testing.T) {
	t.Parallel()
	for _, row := range poverty.Timeline() {
		for _, on := range []civil.Date{row.Span.From, row.Span.To} {
			for _, where := range []poverty.Residence{poverty.Rural, poverty.Urban} {
				line := row.Value.Income.In(where)
				for _, step := range []string{"1", "0.01", "0.000001"} {
					d := rule.MustNumber(step)
					for n, want := range map[int64]poverty.Class{2: poverty.NearPoor, 3: poverty.Poor} {
						assert.Equal(t, want, classOf(t, on, where, line.Sub(d), n))
						assert.Equal(t, want, classOf(t, on, where, line, n))
						above := poverty.Other
						if average := row.Value.Average; average.Confidence.Confirmed() {
							above = poverty.Average
							assert.Equal(t, poverty.Average, classOf(t, on, where, average.In(where), n))
							assert.Equal(t, poverty.Other, classOf(t, on, where, average.In(where).Add(d), n))
						}
						assert.Equal(t, above, classOf(t, on, where, line.Add(d), n))
					}
					if policy := row.Value.Policy.In(where); policy.Known() {
						assert.Equal(t, poverty.Poor, classOf(t, on, where, policy, 0))
						assert.Equal(t, poverty.NearPoor, classOf(t, on, where, policy.Add(d), 0))
					}
				}
			}
		}
	}
}

func classOf(t *testing.T, on civil.Date, where poverty.Residence, income rule.Number, deprived int64) poverty.Class {
	t.Helper()
	c, err := poverty.Review{}.Classify(poverty.Household{On: on, Residence: where, Income: income, Deprived: rule.Int(deprived)})
	require.NoError(t, err)
	require.NoError(t, c.Findings.Err())
	return c.Class
}

func TestListYear(t *testing.T) {
	t.Parallel()
	h := poverty.Household{On: rule.Day(2026, 12, 1), ListYear: 2027, Residence: poverty.Rural, Income: rule.Int(1_600_000), Deprived: rule.Int(3)}
	byDay, err := poverty.Review{}.Classify(h)
	require.NoError(t, err)
	byYear, err := poverty.Review{ByListYear: true}.Classify(h)
	require.NoError(t, err)
	assert.Equal(t, poverty.Average, byDay.Class)
	assert.Equal(t, poverty.Poor, byYear.Class)
	for _, c := range []poverty.Classification{byDay, byYear} {
		require.Len(t, c.Findings.Of(poverty.AdviceListYear), 1)
	}
	assert.Contains(t, byDay.Findings.Of(poverty.AdviceListYear)[0].In(rule.En), "the standard 07/2021/NĐ-CP is applied; by the other reading it is 351/2025/NĐ-CP")
	h.ListYear = 2040
	c, err := poverty.Review{}.Classify(h)
	require.NoError(t, err)
	assert.Empty(t, c.Findings.Of(poverty.AdviceListYear), "there is no other standard to name")
	_, err = poverty.Review{ByListYear: true}.Classify(h)
	require.ErrorIs(t, err, rule.ErrGap)
	// The standard of a year is that of its first day.
	rows := poverty.Timeline()[3:]
	rows[0].Span.To, rows[1].Span.From = rule.Day(2027, 1, 1), rule.Day(2027, 1, 2)
	h.ListYear = 2027
	r := own(rows...)
	r.ByListYear = true
	first, err := r.Classify(h)
	require.NoError(t, err)
	assert.Equal(t, "07/2021/NĐ-CP", first.Standard)
}

func TestStandardsOfAProvince(t *testing.T) {
	t.Parallel()
	src := rule.Source{Kind: rule.Resolution, Number: "1/NQ-HĐND"}
	own := func(s poverty.Standard) *rule.Timeline[poverty.Standard] {
		tl := rule.MustTimeline(rule.Dated[poverty.Standard]{Span: rule.Year(2027), Value: s, Source: src})
		return &tl
	}
	line := poverty.Line{Rural: rule.Int(3_000_000), Urban: rule.Int(3_500_000), Source: src, Confidence: rule.Read}
	h := poverty.Household{On: rule.Day(2027, 5, 1), Residence: poverty.Rural, Income: rule.Int(2_900_000), Deprived: rule.Int(2)}
	for name, c := range map[string]struct {
		std  poverty.Standard
		want poverty.Class
	}{
		"higher line":                    {poverty.Standard{ID: "p", Income: line, Deprivations: 3, Count: 12}, poverty.NearPoor},
		"number of indicators not given": {poverty.Standard{ID: "p", Income: line, Deprivations: 3}, poverty.NearPoor},
		"threshold not given":            {poverty.Standard{ID: "p", Income: line, Count: 12}, poverty.Unknown},
		"line without a confidence":      {poverty.Standard{ID: "p", Income: poverty.Line{Rural: line.Rural}, Deprivations: 3, Count: 12}, poverty.Unknown},
		"nothing given":                  {poverty.Standard{}, poverty.Unknown},
	} {
		got, err := poverty.Review{Standards: own(c.std)}.Classify(h)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, got.Class, name)
		require.NoError(t, got.Findings.Err(), name)
	}
	h.Deprived = rule.Number{}
	got, err := poverty.Review{Standards: own(poverty.Standard{ID: "p", Income: line, Deprivations: 3})}.Classify(h)
	require.NoError(t, err)
	assert.Equal(t, poverty.Unknown, got.Class, "a standard that does not say how many indicators it has bounds nothing")

	short := poverty.Standard{ID: "p", Income: line, Deprivations: 3, Count: 3, Indicators: []poverty.Indicator{{ID: poverty.Job, Confidence: rule.Read}}}
	h.Deprivations = map[poverty.Deprivation]poverty.Answer{poverty.Job: poverty.No}
	for listed, want := range map[rule.Confidence]poverty.Class{rule.High: poverty.Unknown, rule.Read: poverty.NearPoor} {
		short.Listed = listed
		got, err = poverty.Review{Standards: own(short)}.Classify(h)
		require.NoError(t, err)
		assert.Equal(t, want, got.Class, "a no counts only where the list is known")
	}
}

// A class never depends on a fact that is then taken away, except to Unknown; and
// every completion of an Unknown record gives one of its possible classes.
func TestMissingFactsOnlyLoseTheAnswer(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test, reproducible
	all := poverty.Timeline()
	lines := []int64{0, 650_000, 700_000, 850_000, 950_000, 1_000_000, 1_250_000, 1_300_000, 1_500_000, 1_800_000, 2_000_000, 2_200_000, 2_500_000, 2_800_000, 9_000_000}
	decided := 0
	for range 4000 {
		row := all[r.IntN(len(all))]
		h := poverty.Household{On: row.Span.From, Residence: poverty.Residence(1 + r.IntN(2)), Income: rule.Int(lines[r.IntN(len(lines))]),
			Deprivations: map[poverty.Deprivation]poverty.Answer{}}
		for _, i := range row.Value.Indicators {
			h.Deprivations[i.ID] = poverty.Answer(1 + r.IntN(2))
		}
		review := poverty.Review{Accept: rule.Low}
		full, err := review.Classify(h)
		require.NoError(t, err)
		require.NotEqual(t, poverty.Unknown, full.Class)
		require.Equal(t, oracle(row.Value, h), full.Possible[0])

		less := h
		if r.IntN(2) == 0 {
			less.Residence = 0
		}
		if r.IntN(2) == 0 {
			less.Income = rule.Number{}
		}
		less.Deprivations = map[poverty.Deprivation]poverty.Answer{}
		for d, a := range h.Deprivations {
			if r.IntN(3) > 0 {
				less.Deprivations[d] = a
			}
		}
		part, err := review.Classify(less)
		require.NoError(t, err)
		require.Contains(t, part.Possible, full.Possible[0])
		if part.Class != poverty.Unknown {
			decided++
			require.Equal(t, full.Possible, part.Possible)
		} else {
			require.True(t, part.Findings.Has(rule.Undecided), "an Unknown names what is missing")
		}
		strict, err := poverty.Review{}.Classify(less)
		require.NoError(t, err)
		require.Contains(t, strict.Possible, full.Possible[0], "the strict view never decides otherwise")
	}
	assert.Greater(t, decided, 100)
}

// oracle is the three decrees in big.Rat.
func oracle(s poverty.Standard, h poverty.Household) poverty.Class {
	n := 0
	for _, a := range h.Deprivations {
		if a == poverty.Yes {
			n++
		}
	}
	within := func(l poverty.Line) bool {
		limit := l.In(h.Residence)
		return limit.Known() && new(big.Rat).Sub(h.Income.Rat(), limit.Rat()).Sign() <= 0
	}
	switch {
	case within(s.Policy):
		return poverty.Poor
	case within(s.Income) && n >= 3:
		return poverty.Poor
	case within(s.Income):
		return poverty.NearPoor
	}
	return poverty.Other
}

func TestShare(t *testing.T) {
	t.Parallel()
	s := poverty.Share{Part: 132, Whole: 1100}
	for limit, want := range map[string]bool{"12": true, "12.00": true, "11.999999999999999999": false, "12.1": true} {
		within, known := s.AtMost(rule.MustNumber(limit))
		assert.True(t, known)
		assert.Equal(t, want, within, limit)
	}
	for _, none := range []poverty.Share{{}, {Part: 1, Whole: -1}} {
		_, known := none.AtMost(rule.Int(5))
		assert.False(t, known)
		assert.Empty(t, none.String())
		assert.False(t, none.Percent(2).Known())
	}
	_, known := s.AtMost(rule.Number{})
	assert.False(t, known)
	assert.Equal(t, "17.45", poverty.Share{Part: 192, Whole: 1100}.Percent(2).String())
	assert.Equal(t, "17.454545", poverty.Share{Part: 192, Whole: 1100}.Percent(6).String())
	assert.Equal(t, "0.5", poverty.Share{Part: 1, Whole: 200}.Percent(1).String())
	assert.Equal(t, "1", poverty.Share{Part: 1, Whole: 200}.Percent(0).String(), "half away from zero")
	assert.Equal(t, "100.000000", poverty.Share{Part: 1_000_000_000, Whole: 1_000_000_000}.Percent(6).String())
	assert.False(t, s.Percent(7).Known())
	assert.False(t, poverty.Share{Part: 2, Whole: 1}.Percent(0).Known())
}

func TestShareAgainstRat(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // a test, reproducible
	for range 3000 {
		s := poverty.Share{Whole: 1 + r.Int64N(1_000_000_000)}
		s.Part = r.Int64N(s.Whole + 1)
		places := r.IntN(7)
		exact := new(big.Rat).Mul(big.NewRat(100, 1), big.NewRat(s.Part, s.Whole))
		got := s.Percent(places)
		require.Equal(t, exact.FloatString(places), got.String())
		within, known := s.AtMost(got)
		require.True(t, known)
		require.Equal(t, exact.Cmp(got.Rat()) <= 0, within)
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	maintain.Enum[poverty.Residence](t)
	maintain.Enum[poverty.Class](t)
	maintain.Enum[poverty.Answer](t)
	maintain.Enum[poverty.Dimension](t)
	maintain.Enum[poverty.Test](t)
	reason := poverty.Reason{Test: poverty.IncomeWithin, Value: rule.MustNumber("1400000.5"), Holds: poverty.Yes}
	assert.Equal(t, "thu nhập trong mức chuẩn: có (1400000,5; mức …)", reason.String())
}

func FuzzHousehold(f *testing.F) {
	f.Add([]byte(`{"on":"2023-10-01","residence":"rural","income":"1e30","deprived":-0.5,"deprivations":{"job":"yes","":"no"},"b2":"1e-30"}`))
	f.Add([]byte(`{"on":"2018-10-01","listYear":9999}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var h poverty.Household
		if json.Unmarshal(data, &h) != nil {
			return
		}
		for _, r := range []poverty.Review{{}, {Accept: rule.Low, ByListYear: true}} {
			c, err := r.Classify(h)
			if err == nil && (len(c.Possible) == 0 || (len(c.Possible) == 1) != (c.Class != poverty.Unknown)) {
				t.Fatalf("%s: %v of %v", data, c.Class, c.Possible)
			}
		}
	})
}

func FuzzCounts(f *testing.F) {
	f.Add([]byte(`{"households":"1e30","poor":-1,"nearPoor":"0.5","others":"1e-30"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var c poverty.Counts
		if json.Unmarshal(data, &c) != nil {
			return
		}
		s, found := c.Multidimensional()
		if s.Known() == (found.Has(rule.Broken) || found.Has(rule.Undecided)) || (s.Known() && (s.Part < 0 || s.Part > s.Whole)) {
			t.Fatalf("%s: %v with %v", data, s, found)
		}
	})
}

func BenchmarkClassify(b *testing.B) {
	h := poverty.Household{On: rule.Day(2023, 10, 1), Residence: poverty.Rural, Income: rule.Int(1_400_000), Deprived: rule.Int(2)}
	b.ReportAllocs()
	for b.Loop() {
		if c, _ := (poverty.Review{}).Classify(h); c.Class != poverty.NearPoor {
			b.Fatal(c.Class)
		}
	}
}

func TestClassifyAllocates(t *testing.T) {
	h := poverty.Household{On: rule.Day(2023, 10, 1), Residence: poverty.Rural, Income: rule.Int(1_400_000), Deprived: rule.Int(2)}
	got := testing.AllocsPerRun(100, func() { _, _ = poverty.Review{}.Classify(h) })
	assert.LessOrEqual(t, got, 12.0)
}

func ExampleReview_Classify() {
	c, err := poverty.Review{}.Classify(poverty.Household{
		On: rule.Day(2023, 10, 1), Residence: poverty.Rural, Income: rule.Int(1_400_000),
		Deprivations: map[poverty.Deprivation]poverty.Answer{poverty.Job: poverty.Yes, poverty.Toilet: poverty.Yes, poverty.Water: poverty.Yes},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(c.Class.In(rule.En), "by", c.Source.In(rule.En))
	for _, r := range c.Reasons {
		fmt.Println(" ", r.In(rule.En))
	}
	// Output:
	// poor household by Decree No. 07/2021/NĐ-CP of 2021-01-27, Article 3
	//   income within the line: yes (1400000; limit 1500000)
	//   deprivations enough to be poor: yes (3; limit 3)
}

func ExampleInForce() {
	row, err := poverty.InForce(rule.Day(2026, 6, 1))
	if err != nil {
		panic(err)
	}
	fmt.Println(row.Value.ID, "applied by", row.Source.Number, row.Span.In(rule.En))
	_, err = poverty.InForce(rule.Day(2031, 1, 1))
	fmt.Println(err)
	// Output:
	// 07/2021/NĐ-CP applied by 351/2025/NĐ-CP from 2026-01-01 to 2026-12-31
	// there is no value for that day: 2031-01-01 lies outside the rows
}

func ExampleCounts_stated() {
	c := poverty.Counts{Households: rule.Int(2_000_000), Poor: rule.Int(100_000), NearPoor: rule.Int(69_476),
		Stated: poverty.Stated{Together: rule.Int(169_566), PoorRate: rule.MustNumber("5.00"), Multidimensional: rule.MustNumber("8.47")}}
	for _, f := range c.Check() {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	// Output:
	// broken stated.together poor and near-poor households together: 169566 is stated, 169476 is computed
	// advice stated.multidimensional the multidimensional poverty rate: 8.47 is stated, 8.4738 is computed
}

func ExampleCounts() {
	c := poverty.Counts{Households: rule.Int(1100), Poor: rule.Int(132), NearPoor: rule.Int(60)}
	poor, _ := c.PoorOnly()
	both, _ := c.Multidimensional()
	within, _ := poor.AtMost(rule.Int(12))
	fmt.Println(poor, within, both, both.Percent(2))
	// Output:
	// 132/1100 true 192/1100 17.45
}

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), classify)
	maintain.Long(t, os.DirFS("testdata/counts"), rates)
	maintain.Long(t, os.DirFS("testdata/review"), reviews)
}
