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
	accept := poverty.Review{}
	unread := scored()
	unread.Average.Confidence, unread.Policy = rule.High, poverty.Line{}
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
		reason, class = reasonOf(t, reviewBy(unread), h, poverty.AverageLiving)
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
	within, known = poverty.Share{}.AtMost(rule.Int(100))
	assert.False(t, within || known, "what is not known is not within")
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
	r := own(poverty.Timeline()...)
	r.ByListYear = true
	require.NoError(t, json.Unmarshal([]byte(`{"accept":"high"}`), &r))
	assert.Equal(t, poverty.Review{Accept: rule.High}, r, "no setting of before is left")
}

// A limit that has a confidence and no number is no limit.
func TestLinesWithoutANumber(t *testing.T) {
	t.Parallel()
	s := scored()
	s.Score.Rural, s.Score.Urban = rule.Number{}, rule.Number{}
	h := poverty.Household{On: rule.Day(2023, 10, 1), Residence: poverty.Rural, B1: rule.Int(100), Deprived: rule.Int(0)}
	c, err := reviewBy(s).Classify(h)
	require.NoError(t, err)
	assert.Equal(t, poverty.Unknown, c.Class)
	require.Len(t, c.Findings.Of(poverty.AdviceUnconfirmed), 1)
	assert.Equal(t, rule.Path("b1"), c.Findings[0].Path)
	assert.Equal(t, poverty.IncomeWithin, c.Reasons[len(c.Reasons)-2].Test, "it is the income that is missing")
}

// Which list of indicators a count by details rests on stands in its reason; a count that
// is given rests on none.
func TestConfidenceOfTheCount(t *testing.T) {
	t.Parallel()
	h := poverty.Household{On: rule.Day(2018, 10, 1), Residence: poverty.Rural, Income: rule.Int(900_000), Deprivations: map[poverty.Deprivation]poverty.Answer{
		poverty.Water: poverty.Yes, poverty.Toilet: poverty.Yes, poverty.Telecom: poverty.Yes}}
	reason, class := reasonOf(t, poverty.Review{Accept: rule.High}, h, poverty.ManyDeprivations)
	assert.Equal(t, poverty.Poor, class)
	assert.Equal(t, rule.High, reason.Confidence)
	h.Deprived = rule.Int(2)
	c, err := poverty.Review{}.Classify(h)
	require.NoError(t, err)
	assert.Equal(t, poverty.NearPoor, c.Class)
	assert.Empty(t, c.Findings)
	assert.Equal(t, rule.Secondary, c.Reasons[len(c.Reasons)-1].Confidence)

	// A list at the floor is used as it is; one just below it is named.
	h = poverty.Household{On: rule.Day(2023, 10, 1), Residence: poverty.Rural, Income: rule.Int(800_000), Deprivations: h.Deprivations}
	for listed, named := range map[rule.Confidence]int{rule.Read: 0, rule.Secondary: 0, rule.High: 1} {
		s := scored()
		s.Listed = listed
		c, err = reviewBy(s).Classify(h)
		require.NoError(t, err)
		assert.Equal(t, poverty.Poor, c.Class)
		assert.Len(t, c.Findings.Of(poverty.AdviceUnconfirmed), named, listed)
		assert.Empty(t, c.Findings.Of(poverty.AdviceAccepted), listed)
	}
}

func TestUnlistedDeprivations(t *testing.T) {
	t.Parallel()
	h := poverty.Household{On: rule.Day(2023, 10, 1), Deprivations: map[poverty.Deprivation]poverty.Answer{"x": poverty.Yes, "waste": poverty.No,
		poverty.Job: poverty.Yes, poverty.Water: poverty.Yes, poverty.Toilet: poverty.No, poverty.Telecom: poverty.No, poverty.Nutrition: poverty.No}}
	c, err := poverty.Review{}.Classify(h)
	require.NoError(t, err)
	var at []rule.Path
	for _, f := range c.Findings.Of(poverty.ErrDeprivation) {
		at = append(at, f.Path)
	}
	assert.Equal(t, []rule.Path{"deprivations.waste", "deprivations.x"}, at)
}

// What is missing is named: the residence, the income, the very indicators that nobody
// asked about, or the count where naming them would not help.
func TestWhatIsMissing(t *testing.T) {
	t.Parallel()
	short := scored()
	short.Indicators = short.Indicators[:3] // job, dependants, nutrition, of twelve
	unread := scored()
	unread.Listed = rule.High
	justRead := scored()
	justRead.Listed = rule.Secondary
	oneUnread := scored()
	oneUnread.Indicators[1].Confidence = rule.High
	atTheFloor := scored()
	atTheFloor.Indicators[1].Confidence = rule.Secondary
	apart := scored()
	apart.Policy.Urban, apart.Income.Rural = rule.Int(1_800_000), rule.Int(1_000_000)
	details := func(no ...poverty.Deprivation) map[poverty.Deprivation]poverty.Answer {
		all := map[poverty.Deprivation]poverty.Answer{}
		for _, i := range scored().Indicators {
			all[i.ID] = poverty.No
		}
		for _, d := range no {
			delete(all, d)
		}
		all[poverty.Job], all[poverty.Water] = poverty.Yes, poverty.Yes
		return all
	}
	const count = "deprivations: the number of deprivations"
	for name, c := range map[string]struct {
		standard  poverty.Standard
		residence poverty.Residence
		income    rule.Number
		details   map[poverty.Deprivation]poverty.Answer
		missing   []string
	}{
		"no details at all":           {scored(), poverty.Rural, rule.Int(800_000), nil, []string{count}},
		"two indicators":              {scored(), poverty.Rural, rule.Int(800_000), details(poverty.Dependants, poverty.Telecom), []string{"deprivations: deprivations: dependants in the household, use of telecommunication services"}},
		"one below the floor":         {oneUnread, poverty.Rural, rule.Int(800_000), details(poverty.Dependants, poverty.Telecom), []string{"deprivations: deprivations: use of telecommunication services"}},
		"one at the floor":            {atTheFloor, poverty.Rural, rule.Int(800_000), details(poverty.Dependants, poverty.Telecom), []string{"deprivations: deprivations: dependants in the household, use of telecommunication services"}},
		"only one below the floor":    {oneUnread, poverty.Rural, rule.Int(800_000), details(poverty.Dependants), []string{count}},
		"the list may be another one": {unread, poverty.Rural, rule.Int(800_000), details(poverty.Telecom), []string{count}},
		"a list at the floor":         {justRead, poverty.Rural, rule.Int(800_000), details(poverty.Telecom), []string{"deprivations: deprivations: use of telecommunication services"}},
		"the list is not whole": {short, poverty.Rural, rule.Int(800_000), map[poverty.Deprivation]poverty.Answer{poverty.Job: poverty.Yes, poverty.Dependants: poverty.No, poverty.Nutrition: poverty.No},
			[]string{count}},
		"the income, near or poor":              {scored(), poverty.Rural, rule.Number{}, details(), []string{"income: income per person"}},
		"all of it":                             {scored(), 0, rule.Number{}, nil, []string{"residence: rural or urban residence", "income: income per person", count}},
		"the residence, which alone decides":    {scored(), 0, rule.Int(1_900_000), details(), []string{"residence: rural or urban residence"}},
		"the residence, poor by income or not":  {apart, 0, rule.Int(1_500_000), nil, []string{"residence: rural or urban residence"}},
		"the residence, and the count matters":  {apart, 0, rule.Int(1_900_000), nil, []string{"residence: rural or urban residence", count}},
		"nothing: poor by the income alone":     {scored(), poverty.Rural, rule.Int(700_000), nil, nil},
		"nothing: above the line":               {scored(), poverty.Rural, rule.Int(1_500_001), nil, nil},
		"nothing: both lines give poor":         {scored(), 0, rule.Int(700_000), nil, nil},
		"nothing: within both, and few deprive": {scored(), 0, rule.Int(1_500_000), details(), nil},
	} {
		got, err := reviewBy(c.standard).Classify(poverty.Household{On: rule.Day(2023, 10, 1), Residence: c.residence, Income: c.income, Deprivations: c.details})
		require.NoError(t, err)
		var missing []string
		for _, f := range got.Findings.Of(poverty.ErrMissing) {
			assert.Equal(t, rule.Undecided, f.Kind)
			missing = append(missing, string(f.Path)+": "+f.Args[0].Text.En)
		}
		assert.Equal(t, c.missing, missing, name)
		assert.Equal(t, c.missing == nil, got.Class != poverty.Unknown, name)
	}
}

// What is stated is held against what the counts leave possible: from below, from above,
// on both sides, and where one count follows from the others.
func TestStatedAgainstWhatIsPossible(t *testing.T) {
	t.Parallel()
	n := rule.MustNumber
	derived := poverty.Counts{Households: n("10"), NearPoor: n("3"), Others: n("2")} // five are poor
	nearer := poverty.Counts{Households: n("10"), Poor: n("5"), Others: n("2")}
	third := poverty.Counts{Households: n("3"), Poor: n("1")}
	with := func(c poverty.Counts, s poverty.Stated) poverty.Counts { c.Stated = s; return c }
	moved := func(c poverty.Counts, m poverty.Movement) poverty.Counts { c.Movement = m; return c }
	for name, c := range map[string]struct {
		counts poverty.Counts
		says   string
	}{
		"poor, by the others":                {with(derived, poverty.Stated{PoorRate: n("50")}), ""},
		"not poor, by the others":            {with(derived, poverty.Stated{PoorRate: n("40")}), "40 is stated, 50 is computed"},
		"near-poor, by the others":           {with(nearer, poverty.Stated{NearPoorRate: n("30")}), ""},
		"not near-poor, by the others":       {with(nearer, poverty.Stated{NearPoorRate: n("40")}), "40 is stated, 30 is computed"},
		"together, by the others":            {with(poverty.Counts{Households: n("10"), Others: n("2")}, poverty.Stated{Together: n("8")}), ""},
		"not together, by the others":        {with(poverty.Counts{Households: n("10"), Others: n("2")}, poverty.Stated{Together: n("7")}), "7 is stated, 8 is computed"},
		"more than are left":                 {with(poverty.Counts{Households: n("10"), Poor: n("1")}, poverty.Stated{NearPoorRate: n("95")}), "95 is stated, 0–90 is computed"},
		"as many as are left":                {with(poverty.Counts{Households: n("10"), Poor: n("1")}, poverty.Stated{NearPoorRate: n("90")}), ""},
		"fewer than the poor alone":          {with(poverty.Counts{Households: n("10"), Poor: n("1")}, poverty.Stated{Multidimensional: n("9")}), "9 is stated, 10–100 is computed"},
		"fewer than the poor, of no total":   {with(poverty.Counts{Poor: n("5")}, poverty.Stated{Together: n("4")}), "4 is stated, ≥ 5 is computed"},
		"fewer than none":                    {with(poverty.Counts{}, poverty.Stated{Together: n("-1")}), "-1 is stated, ≥ 0 is computed"},
		"more may be near-poor":              {with(poverty.Counts{Poor: n("5")}, poverty.Stated{Together: n("6")}), ""},
		"a third, wrongly rounded":           {with(third, poverty.Stated{PoorRate: n("33.4")}), "33.4 is stated, 33.333… is computed"},
		"a third, in full percent":           {with(third, poverty.Stated{PoorRate: n("34")}), "34 is stated, 33.33… is computed"},
		"a third, cut":                       {with(third, poverty.Stated{PoorRate: n("33")}), "33 is stated, 33.33… is computed"},
		"a sum that cannot be":               {with(poverty.Counts{}, poverty.Stated{PoorRate: n("5"), NearPoorRate: n("3"), Multidimensional: n("11")}), "11 is stated, 7–10 is computed"},
		"a sum that can be":                  {with(poverty.Counts{}, poverty.Stated{PoorRate: n("5"), NearPoorRate: n("3"), Multidimensional: n("9")}), ""},
		"a rise beyond the poor there are":   {moved(poverty.Counts{Poor: n("5")}, poverty.Movement{Poor: n("6")}), "6 is stated, ≤ 5 is computed"},
		"a rise from none":                   {moved(poverty.Counts{Poor: n("5")}, poverty.Movement{Poor: n("5")}), ""},
		"a fall, by both":                    {moved(poverty.Counts{Poor: n("5"), Before: poverty.Before{Figures: poverty.Figures{Poor: n("8")}}}, poverty.Movement{Poor: n("-3")}), ""},
		"a fall with the sign left out":      {moved(poverty.Counts{Poor: n("5"), Before: poverty.Before{Figures: poverty.Figures{Poor: n("8")}}}, poverty.Movement{Poor: n("3")}), "3 is stated, -3 is computed"},
		"a fall that the poor before forbid": {moved(poverty.Counts{Before: poverty.Before{Figures: poverty.Figures{Poor: n("8")}}}, poverty.Movement{Poor: n("-9")}), "-9 is stated, ≥ -8 is computed"},
	} {
		found := c.counts.Check()
		if c.says == "" {
			assert.Empty(t, found, name)
			continue
		}
		if assert.Len(t, found, 1, name) {
			assert.Equal(t, poverty.ErrStated, found[0].Code(), name)
			assert.Contains(t, found[0].In(rule.En), ": "+c.says, name)
		}
	}
}

// A change is told to cross two standards only where a change is stated and both are named.
func TestMovementAcrossStandards(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		now, before string
		moved, told bool
	}{
		{"07/2021/NĐ-CP", "59/2015/QĐ-TTg", true, true}, {"07/2021/NĐ-CP", "59/2015/QĐ-TTg", false, false}, {"07/2021/NĐ-CP", "07/2021/NĐ-CP", true, false},
		{"", "59/2015/QĐ-TTg", true, false}, {"07/2021/NĐ-CP", "", true, false}, {"", "59/2015/QĐ-TTg", false, false},
	} {
		counts := poverty.Counts{Standard: c.now, Before: poverty.Before{Standard: c.before}}
		if c.moved {
			counts.Movement.Poor = rule.Int(-1)
		}
		assert.Len(t, counts.Check().Of(poverty.StandardChanged), map[bool]int{true: 1}[c.told], c)
	}
}
