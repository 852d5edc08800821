package recognition_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/recognition"
	"github.com/giupxa/giupxa/criteria/rule"
)

// held is the history of a commune that was recognised under the basic standard.
func held() recognition.History {
	return recognition.History{Unit: "02938", Span: valid, Decisions: []recognition.Decision{
		{Kind: recognition.Recognised, Standard: criteria.Basic, On: rule.Day(2022, 12, 1)}}}
}

func test(t *testing.T, h recognition.Holding, past recognition.History) recognition.Revocation {
	t.Helper()
	h.Unit, h.Standard, h.On = "02938", criteria.Basic, rule.Day(2024, 10, 20)
	out, err := recognition.Regime{}.Test(h, past)
	require.NoError(t, err)
	return out
}

// A count of nothing is a count: it says as much as any other.
func TestCountsOfNothing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		met, notMet rule.Number
		least, most int
		achieved    criteria.Verdict
	}{
		"none met":                          {met: rule.Int(0), least: 19, most: 19, achieved: criteria.NotMet},
		"none failed":                       {notMet: rule.Int(0), least: 0, most: 0, achieved: criteria.Met},
		"one failed":                        {notMet: rule.Int(1), least: 1, most: 1, achieved: criteria.NotMet},
		"none known to be met, three fail":  {met: rule.Int(0), notMet: rule.Int(3), least: 3, most: 19, achieved: criteria.NotMet},
		"fifteen met, none known to fail":   {met: rule.Int(15), notMet: rule.Int(0), least: 0, most: 4, achieved: criteria.Unknown},
		"neither is given":                  {least: 0, most: 19, achieved: criteria.Unknown},
		"all met":                           {met: rule.Int(19), least: 0, most: 0, achieved: criteria.Met},
		"all failed":                        {notMet: rule.Int(19), least: 19, most: 19, achieved: criteria.NotMet},
		"both, and they leave nothing open": {met: rule.Int(18), notMet: rule.Int(1), least: 1, most: 1, achieved: criteria.NotMet},
	} {
		out := test(t, recognition.Holding{Set: "318/QĐ-TTg", Total: 19, Met: c.met, NotMet: c.notMet}, held())
		assert.Equal(t, [2]int{c.least, c.most}, [2]int{out.Least, out.Most}, name)
		assert.Equal(t, c.achieved, out.Achieved, name)
		require.NoError(t, out.Findings.Err(), name)
	}
	for _, impossible := range []rule.Number{rule.Int(-1), rule.Int(20), rule.MustNumber("1.5")} {
		out := test(t, recognition.Holding{Set: "318/QĐ-TTg", Total: 19, NotMet: impossible}, held())
		require.ErrorIs(t, out.Findings.Err(), recognition.ErrTally, impossible)
		assert.Equal(t, criteria.Unknown, out.Achieved, impossible)
	}
}

func TestNumbersOfCriteria(t *testing.T) {
	t.Parallel()
	for key, exists := range map[string]bool{"c1": true, "c99": true, "c100": true, "c200": true,
		"c0": false, "c201": false, "c1000": false, "c01": false, "c+1": false, "1": false, "c": false} {
		out := test(t, recognition.Holding{Total: 200, Criteria: map[string]criteria.Verdict{key: criteria.NotMet}}, held())
		assert.Equal(t, !exists, out.Findings.Has(rule.Broken), key)
		if exists {
			assert.Equal(t, [2]int{1, 200}, [2]int{out.Least, out.Most}, key)
		}
	}
	for total, possible := range map[int]bool{-1: false, 1: true, 200: true, 201: false} {
		out := test(t, recognition.Holding{Total: total}, held())
		assert.Equal(t, !possible, out.Findings.Has(rule.Broken), total)
	}
}

// The list of critical criteria serves its set and the parts of it, and no other set
// whose name begins alike.
func TestCriticalCriteriaGoByTheSet(t *testing.T) {
	t.Parallel()
	const notHeld, notKnown = "the critical criteria of this set are not held", "which criteria are not met is not known"
	for set, why := range map[string]string{
		"318/QĐ-TTg": notKnown, "318/QĐ-TTg/I": notKnown, "318/QĐ-TTg-x": notHeld, "1361/QĐ-UBND": notHeld, "": notHeld,
	} {
		out := test(t, recognition.Holding{Set: set, Total: 19, NotMet: rule.Int(7)}, held())
		assert.Equal(t, criteria.Unknown, out.Verdict, set)
		assert.Equal(t, why == notKnown, len(out.Critical) > 0, set)
		assert.Contains(t, out.Findings.Of(recognition.ErrRevocation)[0].In(rule.En), why, set)
	}
}

// The two readings differ where exactly half is known to have failed, of a standard that
// is held: nowhere else is one named.
func TestWhereTheReadingIsNamed(t *testing.T) {
	t.Parallel()
	half := recognition.Holding{Total: 10, NotMet: rule.Int(5)}
	open := recognition.Holding{Total: 10, Met: rule.Int(4), NotMet: rule.Int(5)}
	past := held()
	assert.Len(t, test(t, half, past).Findings.Of(recognition.AdviceFirstBand), 1)
	assert.Empty(t, test(t, open, past).Findings.Of(recognition.AdviceFirstBand), "it may be six")
	past.Decisions[0].Standard, past.Complete = criteria.Advanced, true
	assert.Empty(t, test(t, half, past).Findings.Of(recognition.AdviceFirstBand), "the standard was never given")
}

// What came to be met or not met was the contrary before; what nothing was known of is
// listed nowhere.
func TestComparisonOfEachVerdict(t *testing.T) {
	t.Parallel()
	all := []criteria.Verdict{criteria.Unknown, criteria.Met, criteria.NotMet, criteria.NotApplicable}
	good := func(v criteria.Verdict) bool { return v == criteria.Met || v == criteria.NotApplicable }
	for _, was := range all {
		for _, is := range all {
			at := func(v criteria.Verdict, year int) recognition.Holding {
				return recognition.Holding{Unit: "02938", Span: valid, Standard: criteria.Basic, Set: "318/QĐ-TTg", On: rule.Day(year, 6, 30), Total: 1,
					Criteria: map[string]criteria.Verdict{"c1": v}}
			}
			c, err := recognition.Compare(at(was, 2023), at(is, 2024))
			require.NoError(t, err)
			one := func(listed bool) []int { return map[bool][]int{true: {1}, false: {}}[listed] }
			assert.Equal(t, one(was == criteria.NotMet && good(is)), c.Gained, "%s → %s", was, is)
			assert.Equal(t, one(good(was) && is == criteria.NotMet), c.Lost, "%s → %s", was, is)
			assert.Equal(t, one(good(was) && is == criteria.Unknown), c.NoLongerKnown, "%s → %s", was, is)
		}
	}
}

// A publication of later that names no criterion tells of none that is no longer known.
func TestComparisonWithoutCriteria(t *testing.T) {
	t.Parallel()
	at := func(year int, verdicts map[string]criteria.Verdict) recognition.Holding {
		return recognition.Holding{Unit: "02938", Span: valid, Standard: criteria.Basic, Set: "318/QĐ-TTg", On: rule.Day(year, 6, 30), Total: 2, Criteria: verdicts}
	}
	before := at(2023, map[string]criteria.Verdict{"c1": criteria.Met, "c2": criteria.NotMet})
	for name, c := range map[string]struct {
		later map[string]criteria.Verdict
		lost  []int
	}{"none": {nil, []int{}}, "another": {map[string]criteria.Verdict{"c2": criteria.Met}, []int{1}}} {
		out, err := recognition.Compare(before, at(2024, c.later))
		require.NoError(t, err)
		assert.True(t, out.Comparable, name)
		assert.Equal(t, c.lost, out.NoLongerKnown, name)
	}
}

// The bands begin at 30 % and at half, on the exact share; of no criteria nothing is achieved,
// and a critical one beyond the total is none.
func TestBandsAtTheirBounds(t *testing.T) {
	t.Parallel()
	first, second := recognition.FirstBand, recognition.SecondBand
	for _, c := range []struct {
		total, failed int
		in            []recognition.Band
	}{
		{10, 2, nil}, {10, 3, []recognition.Band{first}}, {10, 4, []recognition.Band{first}}, {10, 5, []recognition.Band{second}},
		{7, 2, nil}, {18, 5, nil}, {18, 6, []recognition.Band{first}}, {19, 5, nil}, {19, 6, []recognition.Band{first}}, {19, 9, []recognition.Band{first}}, {19, 10, []recognition.Band{second}},
		{0, 0, nil}, {9, 3, []recognition.Band{first}}, {16, 5, []recognition.Band{first}},
	} {
		out := test(t, recognition.Holding{Set: "318/QĐ-TTg", Total: c.total, NotMet: rule.Int(int64(c.failed))}, held())
		require.NoError(t, out.Findings.Err())
		if c.total == 0 {
			assert.Equal(t, criteria.Unknown, out.Achieved)
			assert.Equal(t, criteria.Unknown, test(t, recognition.Holding{}, held()).Achieved, "of no criteria")
			continue
		}
		assert.ElementsMatch(t, c.in, out.Bands, "%d of %d", c.failed, c.total)
	}
}

// Without a standard nothing is decided, whatever is not met.
func TestConsiderWithoutStandard(t *testing.T) {
	t.Parallel()
	for _, v := range []criteria.Verdict{criteria.Met, criteria.NotMet} {
		out, err := recognition.Regime{}.Consider(recognition.Application{On: rule.Day(2024, 10, 20), Criteria: v})
		require.NoError(t, err)
		assert.Equal(t, criteria.Unknown, out.Verdict)
		assert.True(t, out.Findings.Has(rule.Broken))
	}
}

// "Each content" is met only where it is said that no content is left out.
func TestEachContent(t *testing.T) {
	t.Parallel()
	full := recognition.Rate{Percent: rule.Int(100)}
	for name, c := range map[string]struct {
		contents []recognition.Content
		all      bool
		want     criteria.Verdict
	}{
		"all that were asked about":     {[]recognition.Content{{Name: "Giao thông", Rate: full}}, true, criteria.Met},
		"others may be left out":        {[]recognition.Content{{Name: "Giao thông", Rate: full}}, false, criteria.Unknown},
		"none is named":                 {nil, true, criteria.Unknown},
		"one fails, others may be left": {[]recognition.Content{{Name: "Giao thông", Rate: recognition.Rate{Percent: rule.Int(79)}}}, false, criteria.NotMet},
		"one has no figure":             {[]recognition.Content{{Name: "Giao thông", Rate: full}, {Name: "Điện"}}, true, criteria.Unknown},
	} {
		out, err := suppliedRegime(t).Consider(recognition.Application{Standard: criteria.Basic, On: rule.Day(2024, 10, 20), Survey: recognition.Survey{
			Turnout: full, Overall: full, Contents: c.contents, AllContents: c.all}})
		require.NoError(t, err)
		assert.Equal(t, c.want, out.Conditions[2].Verdict, name)
	}
}

// A rate may be none or all, and a fault is shown with everything the record says of it.
func TestEdgesOfRates(t *testing.T) {
	t.Parallel()
	n := rule.MustNumber
	for name, c := range map[string]struct {
		rate recognition.Rate
		says string // nothing: a possible rate
	}{
		"nobody of ten":     {recognition.Rate{Part: n("0"), Whole: n("10")}, ""},
		"all of ten":        {recognition.Rate{Part: n("10"), Whole: n("10")}, ""},
		"0 %":               {recognition.Rate{Percent: n("0")}, ""},
		"100 %":             {recognition.Rate{Percent: n("100")}, ""},
		"one more than all": {recognition.Rate{Part: n("11"), Whole: n("10")}, "11/10; the part is more than the whole"},
		"of nobody":         {recognition.Rate{Part: n("0"), Whole: n("0")}, "0/0; nobody is in the whole"},
		"more than 100 %":   {recognition.Rate{Percent: n("100.1")}, "…/…, 100.1 %; a percentage lies in 0–100"},
		"less than nothing": {recognition.Rate{Percent: n("-0.1")}, "…/…, -0.1 %; a percentage lies in 0–100"},
		"half a person":     {recognition.Rate{Part: n("0.5"), Whole: n("10")}, "0.5/10; counts are whole numbers from 0 up"},
		"minus one":         {recognition.Rate{Part: n("-1"), Whole: n("10"), Percent: n("9")}, "-1/10, 9 %; counts are whole numbers from 0 up"},
		"eight thousand":    {recognition.Rate{Part: n("7"), Whole: n("8.000")}, "7/8.000; three digits after a dot may be thousands or decimals; write the digits without a dot"},
		"no part":           {recognition.Rate{Whole: n("0")}, "…/0; nobody is in the whole"},
	} {
		out, err := recognition.Regime{}.Consider(recognition.Application{Standard: criteria.Basic, On: rule.Day(2024, 10, 20), Survey: recognition.Survey{Turnout: c.rate}})
		require.NoError(t, err)
		found := out.Findings.Of(recognition.ErrRate)
		if c.says == "" {
			assert.Empty(t, found, name)
			continue
		}
		require.Len(t, found, 1, name)
		assert.Equal(t, rule.Path("survey.turnout"), found[0].Path, name)
		assert.Equal(t, "not a possible rate: "+c.says, found[0].In(rule.En), name)
	}
}

// A regime of a host's own: the least and the most that a provision can hold, and one more.
func TestEdgesOfProvisions(t *testing.T) {
	t.Parallel()
	for _, rate := range []string{"overall", "content", "turnout"} {
		text := `{"provisions":[{"span":{"from":"2022-08-02"},"source":{"kind":"decision","number":"1/QĐ"},"value":{"security":"safe",` +
			`"satisfaction":[{"standard":"basic","` + rate + `":{"percent":"100.1"}}]}}]}`
		found, _ := rule.FindingsIn(json.Unmarshal([]byte(text), &recognition.Regime{}))
		require.Len(t, found.Of(recognition.ErrProvisions), 1, rate)
		assert.Equal(t, rule.Path("provisions[0].value.satisfaction[0]."+rate+".percent"), found[0].Path)
	}
	for _, c := range []struct {
		percent  string
		no       int
		possible bool
	}{{"0", 1, true}, {"100", 200, true}, {"-1", 1, false}, {"100.1", 1, false}, {"80", 0, false}, {"80", 201, false}} {
		text := `{"provisions":[{"span":{"from":"2022-08-02"},"source":{"kind":"decision","number":"1/QĐ"},"value":{"security":"safe",` +
			`"satisfaction":[{"standard":"basic","overall":{"percent":"` + c.percent + `"}}],` +
			`"critical":[{"standard":"basic","set":"318/QĐ-TTg","criteria":[` + strconv.Itoa(c.no) + `]}]}}]}`
		r := recognition.Regime{SecurityLiteral: true}
		err := json.Unmarshal([]byte(text), &r)
		if c.possible {
			require.NoError(t, err, text)
			continue
		}
		require.ErrorIs(t, err, recognition.ErrProvisions, text)
	}
	// One set has one list of critical criteria; which of two would hold is not chosen.
	for second, twice := range map[string]bool{`"standard":"basic","set":"318/QĐ-TTg"`: true, `"standard":"advanced","set":"318/QĐ-TTg"`: false, `"standard":"basic","set":"51/2025/QĐ-TTg"`: false} {
		text := `{"provisions":[{"span":{"from":"2022-08-02"},"source":{"kind":"decision","number":"1/QĐ"},"value":{"security":"safe",` +
			`"critical":[{"standard":"basic","set":"318/QĐ-TTg","criteria":[1]},{` + second + `,"criteria":[2]}]}}]}`
		found, _ := rule.FindingsIn(json.Unmarshal([]byte(text), &recognition.Regime{}))
		require.Equal(t, twice, len(found) == 1, "%s: %v", second, found)
		if twice {
			assert.Equal(t, rule.Path("provisions[0].value.critical[1].set"), found[0].Path)
		}
	}
	r := recognition.Regime{SecurityLiteral: true, EndsIn2025: true}
	rows := rule.MustTimeline(recognition.Timeline()...)
	r.Provisions = &rows
	require.NoError(t, json.Unmarshal([]byte(`{"accept":"high"}`), &r))
	assert.Equal(t, recognition.Regime{Accept: rule.High}, r, "no setting of before is left")
}

// F7: a list of an answer that holds nothing is [], never null; the critical criteria are
// null where they are not known.
func TestEmptyListsOfAnswers(t *testing.T) {
	t.Parallel()
	considered, err := recognition.Regime{}.Consider(recognition.Application{})
	require.NoError(t, err)
	undated, err := recognition.Regime{}.Test(recognition.Holding{}, recognition.History{})
	require.NoError(t, err)
	tested, err := recognition.Regime{}.Test(recognition.Holding{On: rule.Day(2023, 1, 1)}, recognition.History{})
	require.NoError(t, err)
	compared, err := recognition.Compare(recognition.Holding{}, recognition.Holding{})
	require.NoError(t, err)
	for _, answer := range []any{considered, undated, tested, compared} {
		data, err := json.Marshal(answer)
		require.NoError(t, err)
		assert.NotContains(t, strings.ReplaceAll(string(data), `"critical":null`, ""), "null", "%T", answer)
	}
}

// Numbers of critical criteria that no criterion of the standard has count for nothing, in a
// regime made in Go as well.
func TestCriticalNumbersThatNoCriterionHas(t *testing.T) {
	t.Parallel()
	row, err := recognition.InForce(rule.Day(2024, 10, 20))
	require.NoError(t, err)
	for _, c := range []struct {
		critical []int
		want     criteria.Verdict
	}{{[]int{0}, criteria.NotMet}, {[]int{-1, 11}, criteria.NotMet}, {[]int{10}, criteria.Unknown}, {[]int{1}, criteria.Unknown}} {
		row.Value.Critical = []recognition.Critical{{Standard: criteria.Basic, Set: "x", Criteria: c.critical, Source: row.Source, Confidence: rule.Read}}
		rows := rule.MustTimeline(row)
		h := recognition.Holding{Unit: "02938", Standard: criteria.Basic, On: rule.Day(2024, 10, 20), Set: "x", Total: 10, NotMet: rule.Int(3)}
		out, err := recognition.Regime{Provisions: &rows}.Test(h, held())
		require.NoError(t, err)
		assert.Equal(t, c.want, out.Verdict, "%v: %v", c.critical, out.Findings)
	}
}
