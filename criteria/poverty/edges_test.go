package poverty_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// reasonOf is what a classification says of one test; nothing where it was not run.
func reasonOf(t *testing.T, r poverty.Review, h poverty.Household, test poverty.Test) (poverty.Reason, poverty.Class) {
	t.Helper()
	c, err := r.Classify(h)
	require.NoError(t, err)
	require.NoError(t, c.Findings.Err())
	for _, reason := range c.Reasons {
		if reason.Test == test {
			return reason, c.Class
		}
	}
	return poverty.Reason{}, c.Class
}

// Where it is not said whether a household is rural or urban, a test holds, or does not,
// only where it is so by both lines.
func TestReasonsWithoutAResidence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		year   int
		test   poverty.Test
		income int64
		holds  poverty.Answer
	}{
		{2023, poverty.IncomeWithin, 1_500_000, poverty.Yes},
		{2023, poverty.IncomeWithin, 1_500_001, poverty.NotKnown},
		{2023, poverty.IncomeWithin, 2_000_000, poverty.NotKnown},
		{2023, poverty.IncomeWithin, 2_000_001, poverty.No},
		{2018, poverty.IncomeAlone, 700_000, poverty.Yes},
		{2018, poverty.IncomeAlone, 700_001, poverty.NotKnown},
		{2018, poverty.IncomeAlone, 900_000, poverty.NotKnown},
		{2018, poverty.IncomeAlone, 900_001, poverty.No},
		{2018, poverty.IncomeAlone, 1_300_001, poverty.No},
	} {
		h := poverty.Household{On: rule.Day(c.year, 10, 1), Income: rule.Int(c.income), Deprived: rule.Int(0)}
		reason, _ := reasonOf(t, poverty.Review{}, h, c.test)
		assert.Equal(t, c.holds, reason.Holds, "%d: %s of %d", c.year, c.test, c.income)
		assert.False(t, reason.Limit.Known(), "there is a limit for either residence")
	}
}

// Average living is asked of those alone that are neither poor nor near-poor, and without
// a residence it is told where both lines give the same.
func TestAverageLiving(t *testing.T) {
	t.Parallel()
	accept := poverty.Review{Accept: rule.High}
	for _, c := range []struct {
		residence poverty.Residence
		income    int64
		class     poverty.Class
		holds     poverty.Answer
	}{
		{poverty.Rural, 1_500_001, poverty.Average, poverty.Yes},
		{poverty.Rural, 2_250_000, poverty.Average, poverty.Yes},
		{poverty.Rural, 2_250_001, poverty.Other, poverty.No},
		{poverty.Urban, 3_000_000, poverty.Average, poverty.Yes},
		{poverty.Urban, 3_000_001, poverty.Other, poverty.No},
		{0, 2_000_001, poverty.Average, poverty.Yes},
		{0, 2_250_001, poverty.Other, poverty.NotKnown},
		{0, 3_000_000, poverty.Other, poverty.NotKnown},
		{0, 3_000_001, poverty.Other, poverty.No},
	} {
		h := poverty.Household{On: rule.Day(2023, 10, 1), Residence: c.residence, Income: rule.Int(c.income), Deprived: rule.Int(0)}
		reason, class := reasonOf(t, accept, h, poverty.AverageLiving)
		assert.Equal(t, c.class, class, c)
		assert.Equal(t, c.holds, reason.Holds, c)
		reason, class = reasonOf(t, poverty.Review{}, h, poverty.AverageLiving)
		assert.Equal(t, poverty.Other, class, "the line is not confirmed")
		assert.Zero(t, reason.Test)
	}
	h := poverty.Household{On: rule.Day(2023, 10, 1), Residence: poverty.Rural, Income: rule.Int(1_500_000), Deprived: rule.Int(0)}
	reason, class := reasonOf(t, accept, h, poverty.AverageLiving)
	assert.Equal(t, poverty.NearPoor, class)
	assert.Zero(t, reason.Test)
	h.Income, h.B1 = rule.Number{}, rule.Int(141)
	reason, class = reasonOf(t, accept, h, poverty.AverageLiving)
	assert.Equal(t, poverty.Other, class, "a score says nothing of average living")
	assert.Zero(t, reason.Test)
}

// scored is the standard of 2022 with a policy line, so that both can be asked for.
func scored() poverty.Standard {
	s := poverty.Timeline()[2].Value
	s.Policy = poverty.Line{Rural: rule.Int(700_000), Urban: rule.Int(900_000), Source: s.Source, Confidence: rule.Read}
	s.Score.Source, s.Score.Confidence = s.Source, rule.Read
	return s
}

func reviewBy(s poverty.Standard) poverty.Review {
	return own(rule.Dated[poverty.Standard]{Span: rule.Year(2023), Value: s, Source: s.Source})
}

// The score stands in for an income that is not given, and for nothing else: a score of
// some points is no income below the policy line.
func TestScoreStandsInForTheIncome(t *testing.T) {
	t.Parallel()
	r := reviewBy(scored())
	h := poverty.Household{On: rule.Day(2023, 10, 1), Residence: poverty.Rural, Deprived: rule.Int(2)}
	for b1, want := range map[string]poverty.Class{"0": poverty.NearPoor, "140": poverty.NearPoor, "140.1": poverty.Other} {
		h.B1 = rule.MustNumber(b1)
		c, err := r.Classify(h)
		require.NoError(t, err)
		assert.Equal(t, want, c.Class, b1)
		assert.Equal(t, poverty.ScoreWithin, c.Reasons[0].Test)
		alone, _ := reasonOf(t, r, h, poverty.IncomeAlone)
		assert.Zero(t, alone.Test, "no test of the income alone was made")
	}
	h.B1, h.Income = rule.Int(0), rule.Int(2_250_001)
	reason, class := reasonOf(t, r, h, poverty.ScoreWithin)
	assert.Equal(t, poverty.Other, class, "where the income is given the score is not asked")
	assert.Zero(t, reason.Test)
	for b1, broken := range map[string]bool{"-1": true, "-0.1": true, "0": false} {
		h.B1 = rule.MustNumber(b1)
		c, err := r.Classify(h)
		require.NoError(t, err)
		assert.Equal(t, broken, c.Findings.Has(rule.Broken), b1)
	}
}

// B2 is ten points for each deprivation, from none to all twelve.
func TestScoreOfDeprivations(t *testing.T) {
	t.Parallel()
	r := reviewBy(scored())
	for b2, value := range map[string]string{"0": "0", "10": "1", "120": "12", "30.0": "3", "130": "", "-10": "", "35": "", "9.99": ""} {
		h := poverty.Household{On: rule.Day(2023, 10, 1), Residence: poverty.Rural, Income: rule.Int(1), B2: rule.MustNumber(b2)}
		c, err := r.Classify(h)
		require.NoError(t, err)
		if value == "" {
			assert.True(t, c.Findings.Has(rule.Broken), b2)
			assert.Equal(t, []poverty.Class{poverty.Poor, poverty.NearPoor, poverty.Other}, c.Possible, b2)
			assert.Equal(t, poverty.Unknown, c.Class, b2)
			continue
		}
		reason, _ := reasonOf(t, r, h, poverty.ManyDeprivations)
		assert.Equal(t, value, reason.Value.String(), b2)
	}
}

// The details bound the count: what is yes is the least of it, what is no is not among it.
func TestCountWithinTheDetails(t *testing.T) {
	t.Parallel()
	h := poverty.Household{On: rule.Day(2023, 10, 1), Residence: poverty.Rural, Income: rule.Int(1), Deprivations: map[poverty.Deprivation]poverty.Answer{
		poverty.Job: poverty.Yes, poverty.Water: poverty.Yes, poverty.Toilet: poverty.No, poverty.Telecom: poverty.NotKnown}}
	for count, possible := range map[int64]bool{-1: false, 1: false, 2: true, 11: true, 12: false} {
		h.Deprived = rule.Int(count)
		c, err := poverty.Review{}.Classify(h)
		require.NoError(t, err)
		assert.Equal(t, !possible, c.Findings.Has(rule.Broken), count)
	}
	h.Deprived = rule.Number{}
	reason, class := reasonOf(t, poverty.Review{}, h, poverty.ManyDeprivations)
	assert.Equal(t, poverty.NotKnown, reason.Holds, "two, and nine more may be")
	assert.False(t, reason.Value.Known())
	assert.Equal(t, poverty.Unknown, class)
	h.Deprivations[poverty.Telecom] = poverty.Yes
	reason, class = reasonOf(t, poverty.Review{}, h, poverty.ManyDeprivations)
	assert.Equal(t, poverty.Yes, reason.Holds)
	assert.Equal(t, "3", reason.Value.String(), "at least these three")
	assert.Equal(t, poverty.Poor, class)
}

// A count of households is a whole number from 0, of all households from 1, to 1,000,000,000.
func TestEdgesOfCounts(t *testing.T) {
	t.Parallel()
	n := rule.MustNumber
	for name, c := range map[string]struct {
		counts poverty.Counts
		says   string
	}{
		"one household":                {poverty.Counts{Households: n("1")}, ""},
		"the most":                     {poverty.Counts{Households: n("1000000000"), Others: n("1000000000")}, ""},
		"one more":                     {poverty.Counts{Poor: n("1000000001")}, "1000000001 is not a number of households: it must be a whole number from 0 to 1,000,000,000"},
		"no poor":                      {poverty.Counts{Poor: n("0"), NearPoor: n("0"), Others: n("0")}, ""},
		"no household":                 {poverty.Counts{Households: n("0")}, "0 is not a number of households: it must be above 0"},
		"half a household":             {poverty.Counts{Poor: n("0.5")}, "0.5 is not a number of households: it must be a whole number from 0 to 1,000,000,000"},
		"minus one":                    {poverty.Counts{Poor: n("-1")}, "-1 is not a number of households: it must be a whole number from 0 to 1,000,000,000"},
		"a dot in front of three":      {poverty.Counts{Households: n("8.000")}, "8.000 is not a number of households: three digits after a dot may be thousands or decimals; write the digits without a dot"},
		"a dot in front of two or one": {poverty.Counts{Households: n("8.00"), Poor: n("1.0")}, ""},
	} {
		found := c.counts.Check().Of(poverty.ErrCounts)
		if c.says == "" {
			assert.Empty(t, found, name)
			continue
		}
		require.Len(t, found, 1, name)
		assert.Contains(t, found[0].In(rule.En), c.says, name)
	}
	// Counts may leave households over where one of them is missing, never exceed the whole.
	for name, c := range map[string]struct {
		counts poverty.Counts
		differ bool
	}{
		"fewer, others missing":  {poverty.Counts{Households: n("10"), Poor: n("4"), NearPoor: n("5")}, false},
		"equal, others missing":  {poverty.Counts{Households: n("10"), Poor: n("4"), NearPoor: n("6")}, false},
		"more, others missing":   {poverty.Counts{Households: n("10"), Poor: n("5"), NearPoor: n("6")}, true},
		"fewer, all given":       {poverty.Counts{Households: n("10"), Poor: n("4"), NearPoor: n("5"), Others: n("0")}, true},
		"equal, all given":       {poverty.Counts{Households: n("10"), Poor: n("4"), NearPoor: n("5"), Others: n("1")}, false},
		"more, all given":        {poverty.Counts{Households: n("10"), Poor: n("4"), NearPoor: n("5"), Others: n("2")}, true},
		"the whole is not given": {poverty.Counts{Poor: n("4"), NearPoor: n("5"), Others: n("2")}, false},
	} {
		assert.Equal(t, c.differ, len(c.counts.Check().Of(poverty.ErrCountsDiffer)) > 0, name)
	}
}

// Parts may leave something over unless they are all the parts and all counted.
func TestEdgesOfParts(t *testing.T) {
	t.Parallel()
	part := func(n rule.Number) poverty.Part { return poverty.Part{Name: "p", Figures: poverty.Figures{Poor: n}} }
	for name, c := range map[string]struct {
		parts  []poverty.Part
		all    bool
		differ bool
	}{
		"fewer":                 {[]poverty.Part{part(rule.Int(4)), part(rule.Int(5))}, false, false},
		"fewer of all":          {[]poverty.Part{part(rule.Int(4)), part(rule.Int(5))}, true, true},
		"fewer, one not known":  {[]poverty.Part{part(rule.Int(4)), part(rule.Number{})}, true, false},
		"equal":                 {[]poverty.Part{part(rule.Int(4)), part(rule.Int(6))}, true, false},
		"more, though not all":  {[]poverty.Part{part(rule.Int(5)), part(rule.Int(6))}, false, true},
		"no part at all":        {nil, true, false},
		"one that is all of it": {[]poverty.Part{part(rule.Int(10))}, true, false},
	} {
		found := poverty.Counts{Poor: rule.Int(10), Parts: c.parts, AllParts: c.all}.Check()
		assert.Equal(t, c.differ, len(found.Of(poverty.ErrPartsDiffer)) > 0, name)
	}
}

func TestEdgesOfShares(t *testing.T) {
	t.Parallel()
	for s, known := range map[poverty.Share]bool{
		{Part: 0, Whole: 1}: true, {Part: 1, Whole: 1}: true, {Part: 2, Whole: 1}: false, {Part: -1, Whole: 1}: false, {}: false,
		{Part: 1, Whole: 1_000_000_000}: true, {Part: 1, Whole: 1_000_000_001}: false,
	} {
		assert.Equal(t, known, s.Percent(0).Known(), s)
		assert.Equal(t, known, s.Percent(6).Known(), s)
		assert.False(t, s.Percent(-1).Known(), s)
		assert.False(t, s.Percent(7).Known(), s)
	}
	assert.True(t, poverty.Share{Whole: 1}.Known(), "nobody of one is a share")
	assert.Equal(t, "0/1", poverty.Share{Whole: 1}.String())
	within, known := poverty.Share{Whole: 1}.AtMost(rule.Int(0))
	assert.True(t, within && known)
	c := poverty.Counts{Households: rule.Int(10), NearPoor: rule.Int(1)}
	both, found := c.Multidimensional()
	assert.False(t, both.Known())
	assert.Equal(t, rule.Path("poor"), found[0].Path)
	poor, found := poverty.Counts{Households: rule.Int(10), Poor: rule.Int(1)}.PoorOnly()
	assert.Equal(t, poverty.Share{Part: 1, Whole: 10}, poor)
	assert.Empty(t, found, "the rate of poor households does not ask for the near-poor")
}

// A standard of a province's own: what each number may just be, and what it may not.
func TestEdgesOfStandards(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		standard string
		at       rule.Path
	}{
		"as many as its list":      {`"id":"p","count":1,"indicators":[{"id":"job"}]`, ""},
		"fewer than its list":      {`"id":"p","count":1,"indicators":[{"id":"job"},{"id":"water"}]`, "indicators"},
		"it does not say how many": {`"id":"p","deprivations":3,"indicators":[{"id":"job"},{"id":"water"}]`, ""},
		"all are asked for":        {`"id":"p","count":3,"deprivations":3`, ""},
		"more than all":            {`"id":"p","count":3,"deprivations":4`, "deprivations"},
		"a line of nothing":        {`"id":"p","income":{"rural":"0","urban":"0"}`, ""},
		"a rural line below":       {`"id":"p","income":{"rural":"-1","urban":"1"}`, "income"},
		"an urban line below":      {`"id":"p","policy":{"rural":"1","urban":"-1"}`, "policy"},
		"confirmed, no source":     {`"id":"p","score":{"rural":"1","confidence":"secondary"}`, "score.source"},
		"unconfirmed, no source":   {`"id":"p","average":{"urban":"1","confidence":"high"}`, ""},
		"confirmed, but no number": {`"id":"p","average":{"confidence":"read"}`, ""},
		"twice the same":           {`"id":"p","indicators":[{"id":"job"},{"id":"water"},{"id":"job"}]`, "indicators[2].id"},
		"no id":                    {`"count":1`, "id"},
	} {
		text := fmt.Sprintf(`{"standards":[{"span":{"from":"2023-01-01"},"source":{"kind":"decree","number":"1"},"value":{%s}}]}`, c.standard)
		err := json.Unmarshal([]byte(text), &poverty.Review{})
		if c.at == "" {
			require.NoError(t, err, name)
			continue
		}
		found, _ := rule.FindingsIn(err)
		require.Len(t, found.Of(poverty.ErrStandards), 1, "%s: %v", name, err)
		assert.Equal(t, c.at.Under("standards[0].value"), found[0].Path, name)
	}
	r := poverty.Review{ByListYear: true}
	require.Error(t, json.Unmarshal([]byte(`{"accept":"hearsay"}`), &r))
	assert.Equal(t, poverty.Review{}, r, "a text that cannot be read leaves no setting of before")
}
