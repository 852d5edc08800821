package evaluation_test

import (
	"strconv"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// told lists findings as code and path.
func told(found rule.Findings) (all []string) {
	for _, f := range found {
		all = append(all, string(f.Code())+" "+string(f.Path))
	}
	return all
}

// banded is the sample with bands in place of thresholds.
func banded(bands ...evaluation.Band) evaluation.Table {
	t := sampleTable()
	t.Thresholds, t.Bands = evaluation.Thresholds{}, bands
	return t
}

func band(r evaluation.Rating, from, to int64) evaluation.Band {
	return evaluation.Band{Rating: r, From: rule.Int(from), To: rule.Int(to), Below: to < 100}
}

// What a table may not be, each told at its place; beside it what is just allowed.
func TestTablesAtTheirBounds(t *testing.T) {
	t.Parallel()
	low, high := band(evaluation.NotCompleted, 0, 50), band(evaluation.Good, 50, 100)
	condition := func(of string) evaluation.Table {
		of2 := banded(low, high)
		of2.Conditions = []evaluation.Condition{{Code: "k", Name: both("k"), KnockOut: true, Of: of}}
		return of2
	}
	scaled := func(most string) evaluation.Table {
		of := sampleTable()
		of.Lines[1].Scaled = true
		of.Lines[1].Lines = []evaluation.Line{{Code: "x", Name: both("x"), Max: num(most)}}
		return of
	}
	byRate := func(first, second string) evaluation.Table {
		of := sampleTable()
		of.Lines[0].Marks = evaluation.Scoring{Way: evaluation.ByRate, Levels: []evaluation.Level{
			{From: rule.Int(50), Points: num(first)}, {From: rule.Int(90), Points: num(second)},
		}}
		return of
	}
	changed := func(change func(*evaluation.Table)) evaluation.Table {
		of := sampleTable()
		change(&of)
		return of
	}
	marks := func(m evaluation.Scoring) evaluation.Table {
		return changed(func(t *evaluation.Table) { t.Lines[0].Marks = m })
	}
	heading := func(m evaluation.Scoring) evaluation.Table {
		return changed(func(t *evaluation.Table) { t.Lines[1].Marks = m })
	}
	columns := func(of ...evaluation.Column) evaluation.Table {
		return changed(func(t *evaluation.Table) { t.Columns = of })
	}
	side := func(of evaluation.Side) evaluation.Table {
		return changed(func(t *evaluation.Table) {
			t.Lines = append(t.Lines, evaluation.Line{Code: "more", Name: both("x"), Max: rule.Int(5), Side: of})
		})
	}
	openTop := band(evaluation.Good, 50, 100)
	openTop.To = rule.Number{}
	many := func(n int) evaluation.Table {
		of := sampleTable()
		of.Lines = nil
		for i := range n {
			of.Lines = append(of.Lines, evaluation.Line{Code: strconv.Itoa(i), Name: both("x")})
		}
		return of
	}
	nameless, twice, lower, overlap := low, high, high, low
	nameless.Rating, nameless.Code = evaluation.Unrated, "low"
	twice.Code, twice.Rating, twice.Name = "not-completed", evaluation.Good, both("x")
	lower.Rating = evaluation.NotCompleted
	lower.Code = "other"
	overlap.To = rule.Int(60)
	double := banded(low, high)
	double.Thresholds = callersThresholds
	for name, c := range map[string]struct {
		table evaluation.Table
		want  []string
	}{
		"two bands":                             {banded(low, high), nil},
		"a band without a name":                 {banded(nameless, high), []string{"evaluation.table bands[0].name"}},
		"the code of a band twice":              {banded(low, twice), []string{"evaluation.table bands[1].code"}},
		"a higher band that rates no higher":    {banded(low, lower), []string{"evaluation.table bands"}},
		"50 to 60 in two bands":                 {banded(overlap, high), []string{"evaluation.bands bands"}},
		"bands and thresholds":                  {double, []string{"evaluation.table bands"}},
		"a condition of the second band":        {condition("good"), nil},
		"a condition of the lowest band":        {condition("not-completed"), []string{"evaluation.table conditions[0].of"}},
		"a heading scaled from the least point": {scaled("0.000000001"), nil},
		"a heading scaled from nothing":         {scaled("0"), []string{"evaluation.table lines[1].lines"}},
		"a rate that pays more":                 {byRate("69", "70"), nil},
		"a rate that pays no more":              {byRate("70", "70"), []string{"evaluation.table lines[0].marks.levels[1]"}},
		"a line that is scaled":                 {changed(func(t *evaluation.Table) { t.Lines[0].Scaled = true }), []string{"evaluation.table lines[0].scaled"}},
		"a scaled heading without a maximum":    {changed(func(t *evaluation.Table) { t.Lines[1].Scaled, t.Lines[1].Max = true, rule.Number{} }), []string{"evaluation.table lines[1].scaled"}},
		"no such treatment of no task":          {changed(func(t *evaluation.Table) { t.Unassigned = evaluation.UnassignedFull + 1 }), []string{"evaluation.table unassigned"}},
		"no such moment of rounding":            {changed(func(t *evaluation.Table) { t.RoundAt = evaluation.RoundTotal + 1 }), []string{"evaluation.table rounding"}},
		"no such bonus, no such penalty": {changed(func(t *evaluation.Table) {
			t.Bonus, t.Penalty = evaluation.AdjustUncapped+1, evaluation.AdjustUncapped+1
		}), []string{"evaluation.table bonus", "evaluation.table penalty"}},
		"the last of each": {changed(func(t *evaluation.Table) {
			t.Bonus, t.Penalty, t.Unassigned, t.RoundAt = evaluation.AdjustUncapped, evaluation.AdjustUncapped, evaluation.UnassignedFull, evaluation.RoundTotal
		}), nil},
		"an open top band":                  {banded(low, openTop), nil},
		"a period reversed":                 {changed(func(t *evaluation.Table) { t.Period = rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2021, 1, 1)} }), []string{"evaluation.table period"}},
		"a column without a name":           {columns(evaluation.Column{Code: "boss"}), []string{"evaluation.table columns[0].name"}},
		"a column twice":                    {columns(evaluation.Column{Code: "boss", Name: both("x")}, evaluation.Column{Code: "boss", Name: both("x")}), []string{"evaluation.table columns[1].code"}},
		"a line of bonus, and no bonus":     {side(evaluation.Adds), []string{"evaluation.table lines[2].side"}},
		"a line of penalty, and no penalty": {side(evaluation.Deducts), []string{"evaluation.table lines[2].side"}},
		"no such way":                       {marks(evaluation.Scoring{Way: evaluation.ByRate + 1}), []string{"evaluation.table lines[0].marks"}},
		"no such part over 100 %":           {marks(evaluation.Scoring{Over: evaluation.OverCounts + 1}), []string{"evaluation.table lines[0].marks"}},
		"levels of a graded line":           {marks(evaluation.Scoring{Levels: []evaluation.Level{{Points: rule.Int(70)}}}), []string{"evaluation.table lines[0].marks.levels"}},
		"stages without levels":             {marks(evaluation.Scoring{Way: evaluation.ByStage}), []string{"evaluation.table lines[0].marks.levels"}},
		"a stage with a rate":               {marks(evaluation.Scoring{Way: evaluation.ByStage, Levels: []evaluation.Level{{Name: both("x"), Points: rule.Int(70), From: rule.Int(5)}}}), []string{"evaluation.table lines[0].marks.levels[0].from"}},
		"a stage above nothing":             {marks(evaluation.Scoring{Way: evaluation.ByStage, Levels: []evaluation.Level{{Name: both("x"), Points: rule.Int(70), Above: true}}}), []string{"evaluation.table lines[0].marks.levels[0].from"}},
		"a rate without one":                {marks(evaluation.Scoring{Way: evaluation.ByRate, Levels: []evaluation.Level{{Points: rule.Int(70)}}}), []string{"evaluation.table lines[0].marks.levels[0].from"}},
		"a heading that is counted":         {heading(evaluation.Scoring{Way: evaluation.Counted}), []string{"evaluation.table lines[1].marks"}},
		"a heading with points an event":    {heading(evaluation.Scoring{Each: rule.Int(1)}), []string{"evaluation.table lines[1].marks"}},
		"a heading with levels":             {heading(evaluation.Scoring{Levels: []evaluation.Level{{Points: rule.Int(1)}}}), []string{"evaluation.table lines[1].marks"}},
		"a heading over 100 %":              {heading(evaluation.Scoring{Over: evaluation.OverCapped}), []string{"evaluation.table lines[1].marks"}},
		"1,000 lines":                       {many(1000), nil},
		"1,001 lines":                       {many(1001), []string{"evaluation.table lines"}},
	} {
		_, err := evaluation.NewScheme(c.table)
		found, _ := rule.FindingsIn(err)
		assert.Equal(t, c.want, told(found), name)
	}
}

// All faults of thresholds are told at once, though one of the three is missing.
func TestThresholdsTellAll(t *testing.T) {
	t.Parallel()
	below, none := rule.Int(-1), rule.Number{}
	for name, c := range map[string]struct {
		given evaluation.Thresholds
		want  []string
	}{
		"none":                             {evaluation.Thresholds{}, []string{"evaluation.thresholds thresholds"}},
		"the last missing, the first bad":  {evaluation.Thresholds{Excellent: below, Good: rule.Int(70)}, []string{"evaluation.table thresholds.excellent", "evaluation.thresholds thresholds"}},
		"the others missing, the last bad": {evaluation.Thresholds{Excellent: none, Completed: below}, []string{"evaluation.table thresholds.completed", "evaluation.thresholds thresholds"}},
		"the first missing, the next bad":  {evaluation.Thresholds{Good: below, Completed: rule.Int(50)}, []string{"evaluation.table thresholds.good", "evaluation.thresholds thresholds"}},
		"only one, and bad":                {evaluation.Thresholds{Good: below}, []string{"evaluation.table thresholds.good", "evaluation.thresholds thresholds"}},
	} {
		_, err := sample(0, 0).WithThresholds(c.given)
		found, _ := rule.FindingsIn(err)
		assert.Equal(t, c.want, told(found), name)
	}
}

// A condition that fails lowers a rating and never raises one; one that the points of a line
// decide is for nobody to answer.
func TestConditionsOnlyLower(t *testing.T) {
	t.Parallel()
	of := sampleTable()
	of.Conditions = []evaluation.Condition{
		{Code: "disciplined", Name: both("disciplined"), KnockOut: true, Of: "good"},
		{Code: "half", Name: both("half of the first line"), Of: "excellent", Line: "1", Least: rule.Int(35)},
	}
	scheme := evaluation.MustScheme(of)
	for name, c := range map[string]struct {
		first       string
		disciplined evaluation.Reply
		want        evaluation.Rating
	}{
		"nothing fails":                 {"60", evaluation.No, evaluation.Excellent},
		"disciplined":                   {"60", evaluation.Yes, evaluation.Completed},
		"disciplined, below all bands":  {"1", evaluation.Yes, evaluation.NotCompleted},
		"disciplined, at the band left": {"35", evaluation.Yes, evaluation.Completed},
		"not said":                      {"60", evaluation.NotSaid, evaluation.Unrated},
		"not said where all is low":     {"1", evaluation.NotSaid, evaluation.NotCompleted},
		"half of the line, and no more": {"35", evaluation.No, evaluation.Completed},
	} {
		sheet := evaluation.Sheet{About: work2021, Entries: entries("1", c.first, "2.1", "26", "2.2", "4"), Answers: []evaluation.Answer{{Condition: "disciplined", Is: c.disciplined}}}
		rating, _ := must(scheme.Score(sheet)).Rating()
		assert.Equal(t, c.want, rating, name)
	}
	sheet := evaluation.Sheet{About: work2021, Entries: entries("1", "34.9", "2.1", "26", "2.2", "4"),
		Answers: []evaluation.Answer{{Condition: "disciplined", Is: evaluation.No}, {Condition: "half", Is: evaluation.Yes}}}
	r := must(scheme.Score(sheet))
	assert.Equal(t, []string{"evaluation.answer answers[1].condition", "evaluation.condition-failed answers"}, told(r.Findings()))
	sheet.Entries[0].Verified = mark("35")
	assert.Equal(t, []string{"evaluation.answer answers[1].condition"}, told(must(scheme.Score(sheet)).Findings()))
	// A scheme without conditions tells that nobody asked.
	sheet = evaluation.Sheet{About: work2021, Entries: entries("1", "70", "2.1", "26", "2.2", "4"), Answers: []evaluation.Answer{{Condition: "half", Is: evaluation.Yes}}}
	rating, _ := must(sample(0, 0).Score(sheet)).Rating()
	assert.Equal(t, evaluation.Excellent, rating)
}

// What fails for one commune fails for the leader, in whatever order the parts come.
func TestConditionsOfParts(t *testing.T) {
	t.Parallel()
	of := sampleTable()
	of.Conditions = []evaluation.Condition{{Code: "k", Name: both("disciplined"), KnockOut: true, Of: "good"}}
	scheme := evaluation.MustScheme(of)
	part := func(commune org.UnitCode, disciplined evaluation.Reply) evaluation.Result {
		return must(scheme.Score(evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: commune},
			Entries: entries("1", "70", "2.1", "26", "2.2", "4"), Answers: []evaluation.Answer{{Condition: "k", Is: disciplined}}}))
	}
	for _, c := range []struct {
		first, second evaluation.Reply
		want          evaluation.Rating
	}{
		{evaluation.No, evaluation.No, evaluation.Excellent},
		{evaluation.No, evaluation.Yes, evaluation.Completed},
		{evaluation.Yes, evaluation.Yes, evaluation.Completed},
		{evaluation.NotSaid, evaluation.Yes, evaluation.Completed},
		{evaluation.NotSaid, evaluation.No, evaluation.Unrated},
		{evaluation.NotSaid, evaluation.NotSaid, evaluation.Unrated},
	} {
		for _, order := range [][2]evaluation.Reply{{c.first, c.second}, {c.second, c.first}} {
			rating, _ := must(evaluation.Policy{Combining: evaluation.CombineMean}.Combine(part("a", order[0]), part("b", order[1]))).Rating()
			assert.Equal(t, c.want, rating, order)
		}
	}
}

// Weights, and parts that are all too short, at their bounds.
func TestPartsAtTheirBounds(t *testing.T) {
	t.Parallel()
	scheme := sample(0, 0)
	part := func(commune org.UnitCode, points string) evaluation.Result {
		return must(scheme.Score(evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: commune}, Entries: entries("1", points, "2.1", "20", "2.2", "0"),
			Span: rule.Span{From: rule.Day(2021, 12, 1)}}))
	}
	a, b := part("a", "0"), part("b", "60")
	weighted := func(first, second int64) evaluation.Policy {
		return evaluation.Policy{Combining: evaluation.CombineWeighted, CommuneWeights: map[org.UnitCode]rule.Number{"a": rule.Int(first), "b": rule.Int(second)}}
	}
	for name, c := range map[string]struct {
		policy evaluation.Policy
		total  string
		low    string
		high   string
	}{
		"1 to 3":                   {weighted(1, 3), "65", "65", "65"},
		"one that counts nothing":  {weighted(0, 2), "80", "80", "80"},
		"none that counts":         {weighted(0, 0), "", "20", "80"},
		"below 0":                  {weighted(-1, 2), "", "20", "80"},
		"31 days of 31":            {evaluation.Policy{Combining: evaluation.CombineMean, MinDays: 31}, "50", "50", "50"},
		"31 days of 32 are not it": {evaluation.Policy{Combining: evaluation.CombineMean, MinDays: 32}, "", "0", "100"},
	} {
		r := must(c.policy.Combine(a, b))
		low, high := r.Bounds()
		assert.Equal(t, []string{c.total, c.low, c.high}, []string{r.Total().String(), low.String(), high.String()}, name)
	}
}

// Why there is no rating is told without a reason that is none: the score lies in the
// lowest band, or no band is known at all.
func TestReasonsOfNoRating(t *testing.T) {
	t.Parallel()
	low := must(sample(0, 0).Score(evaluation.Sheet{About: work2021, Entries: entries("1", "71", "2.1", "0", "2.2", "0")}))
	_, why := low.Rating()
	assert.Contains(t, told(why), "evaluation.above-max entries[0].verified")
	refused := must(evaluation.Policy{Combining: evaluation.CombineMean}.Combine(low))
	assert.Empty(t, refused.Findings().Of(evaluation.ErrNoBand))
	of := sampleTable()
	of.Thresholds = evaluation.Thresholds{}
	for name, points := range map[string]string{"known": "10", "open": ""} {
		sheet := evaluation.Sheet{About: work2021, Entries: entries("2.1", "0", "2.2", "0")}
		want := []string{"evaluation.missing-line entries", "evaluation.thresholds-unknown thresholds"}
		if points != "" {
			sheet.Entries = append(sheet.Entries, entries("1", points)...)
			want = want[1:]
		}
		_, why := must(evaluation.MustScheme(of).Score(sheet)).Rating()
		assert.Equal(t, want, told(why), name)
	}
	// A line twice: its points are open, and the rest lies in the lowest band.
	twice := must(sample(0, 0).Score(evaluation.Sheet{About: work2021, Entries: entries("1", "10", "2.1", "5", "2.2", "1", "2.2", "1")}))
	_, why = twice.Rating()
	assert.Equal(t, []string{"evaluation.repeated-line entries[3].line"}, told(why), "10 to 19 are in one band")
}

// The year after the last one of the text is told, that year is not.
func TestLastYearOfTheText(t *testing.T) {
	t.Parallel()
	for year, want := range map[int]int{2024: 0, 2025: 0, 2026: 1} {
		sheet := evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: year}}
		assert.Len(t, must(evaluation.LaoCai1686().Score(sheet)).Caveats().Of(evaluation.AdviceAfterPeriod), want, year)
		assert.Len(t, evaluation.Policy{}.Check(sheet, evaluation.Scheme{}, duty.Matrix{}).Of(evaluation.AdviceAfterPeriod), want, year)
	}
}

// A mark of 0 is a mark, however many places it is written with; what is below 0 is none.
func TestMarksOfNothing(t *testing.T) {
	t.Parallel()
	for text, possible := range map[string]bool{
		"0": true, "0.0000000000000": true, "0/1": true, "0/12345678901234567890": true, "0.0000000000000%": true,
		"-0.0000000000001": false, "0/-12345678901234567890": false, "-1/12345678901234567890": false, "0/0": false,
	} {
		r := must(sample(0, 0).Score(evaluation.Sheet{About: work2021, Entries: entries("1", text, "2.1", "20", "2.2", "0")}))
		assert.Equal(t, possible, r.Total().Known(), text)
		if possible {
			assert.Equal(t, "20", r.Total().String(), text)
		} else {
			assert.Len(t, r.Findings().Of(evaluation.ErrMark), 1, text)
		}
	}
}

// The sheet that a result keeps is the sheet, with lists that were not given still not
// given.
func TestTheSheetIsKept(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*evaluation.Sheet){
		"whole":              func(*evaluation.Sheet) {},
		"no evidence at all": func(s *evaluation.Sheet) { s.Entries[0].Evidence = nil },
	} {
		given := fullSheet()
		change(&given)
		want := fullSheet()
		change(&want)
		r := must(evaluation.MustScheme(fullTable()).Score(given))
		given.Entries[0].From.Facts[0], given.Entries[0].Others[0].Column = "changed", "changed"
		kept, is := r.Sheet()
		require.True(t, is, name)
		assert.Equal(t, want, kept, name)
	}
}

// A product without units is one unit.
func TestProductWithoutUnits(t *testing.T) {
	t.Parallel()
	a, b, c := evaluation.Products(evaluation.Product{Done: true}, evaluation.Product{Units: rule.Int(1)})
	for i, m := range []evaluation.Mark{a, b, c} {
		assert.Equal(t, []string{"1/2", "4/8", "4/8"}[i], m.String())
	}
}

// The working names the level that a rate reached, the lowest too.
func TestLevelsInTheWorking(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"49%": "3. reports: 49% (below each level) = 0, of 10",
		"50%": "3. reports: 50% (≥ 50%) = 5, of 10",
		"94%": "3. reports: 94% (≥ 50%) = 5, of 10",
		"95%": "3. reports: 95% (≥ 95%) = 9, of 10",
		"3x":  "3. reports: 3 times (cannot be used) = unknown (0–9), of 10",
	} {
		r := must(evaluation.MustScheme(fullTable()).Score(evaluation.Sheet{About: work2021, Entries: entries("3", text)}))
		for w := range r.Lines() {
			if w.Line == "3" {
				assert.Equal(t, want, w.In(rule.En))
			}
		}
	}
	for text, want := range map[string]string{
		"2x": "p. late: 2 times × 2 = 4, of 6 (penalty)", "4x": "p. late: 4 times × 2 = 6, of 6 (penalty)", "5": "p. late: 5 (cannot be used) = unknown (0–6), of 6 (penalty)",
	} {
		r := must(evaluation.MustScheme(fullTable()).Score(evaluation.Sheet{About: work2021, Entries: entries("p", text)}))
		for w := range r.Lines() {
			if w.Line == "p" {
				assert.Equal(t, want, w.In(rule.En))
			}
		}
	}
}

// Why a line is not fed is told as it is, also where the scheme knows no line without a
// task; and amounts bear on contributions alone.
func TestWhyNotFed(t *testing.T) {
	t.Parallel()
	year := rule.Day(2021, 12, 31)
	guided := did(duty.GuidanceGiven, duty.GuideCommune, duty.PerAssignment, "a1", rule.Day(2021, 9, 1), "g1")
	ofYear := guided
	ofYear.Object.Per, ofYear.Object.Year = duty.PerAssignmentYear, 2021
	unsure := guided
	unsure.On, unsure.After, unsure.Before = rule.Moment{}, rule.On(rule.Day(2020, 12, 1)), rule.On(rule.Day(2021, 2, 1))
	commune := evaluation.CommuneResult{Commune: "02794", AsOf: year}
	amounts := []evaluation.Amount{{Ref: "gift", Value: rule.Int(30)}}
	target := func(m evaluation.Measure) []evaluation.Target {
		return []evaluation.Target{{Measure: m, Whole: rule.Int(2)}}
	}
	for name, c := range map[string]struct {
		about   evaluation.Subject
		measure evaluation.Measure
		facts   evaluation.Facts
		mark    string
		why     string // in English
	}{
		"in order":                  {work2021, evaluation.GuidanceSessions, evaluation.Facts{Register: throughout(year, guided), Targets: target(evaluation.GuidanceSessions)}, "1/2", ""},
		"amounts of something else": {work2021, evaluation.GuidanceSessions, evaluation.Facts{Register: throughout(year, guided), Targets: target(evaluation.GuidanceSessions), Amounts: amounts}, "1/2", ""},
		"gifts, none with a value":  {work2021, evaluation.Contributions, evaluation.Facts{Register: throughout(year, did(duty.ContributionMobilized, duty.MobilizeContributions, duty.PerAssignment, "a1", rule.Day(2021, 9, 1), "x")), Targets: target(evaluation.Contributions)}, "1/2", ""},
		"nothing done":              {work2021, evaluation.GuidanceSessions, evaluation.Facts{Register: throughout(year), Targets: target(evaluation.GuidanceSessions)}, "0/2", ""},
		"an outcome, by its year": {evaluation.SupportOutcome{Assignment: "a1", Year: 2021}, evaluation.GuidanceSessions,
			evaluation.Facts{Register: throughout(year, ofYear), Targets: target(evaluation.GuidanceSessions)}, "1/2", ""},
		"an outcome, another object": {evaluation.SupportOutcome{Assignment: "a1", Year: 2021}, evaluation.GuidanceSessions,
			evaluation.Facts{Register: throughout(year, did(duty.GuidanceGiven, duty.GuideCommune, duty.PerCommune, "a1", rule.Day(2021, 9, 1), "g1")), Targets: target(evaluation.GuidanceSessions)}, "0/2", ""},
		"a day that is open":        {work2021, evaluation.GuidanceSessions, evaluation.Facts{Register: throughout(year, unsure), Targets: target(evaluation.GuidanceSessions)}, "", "of a fact it is not known when it was, or whether it is in order"},
		"a register that stops":     {work2021, evaluation.GuidanceSessions, evaluation.Facts{Register: throughout(year.AddDays(-1), guided)}, "", "the register is not complete through 2021-12-31: "},
		"a register without an end": {work2021, evaluation.GuidanceSessions, evaluation.Facts{Register: must(duty.NewRegister(nil, guided))}, "", "the register is not complete through 2021-12-31: "},
		"what only the host counts": {work2021, evaluation.PlanProgress, evaluation.Facts{Register: throughout(year)}, "", "it was not counted"},
		"acts for the commune":      {commune, evaluation.GuidanceSessions, evaluation.Facts{Register: throughout(year, guided)}, "", "a leader's acts are no result of the commune"},
		"the commune for an act":    {work2021, evaluation.CommuneProgress, evaluation.Facts{Register: throughout(year)}, "", "a commune's progress is no support work"},
		"no object":                 {nil, evaluation.GuidanceSessions, evaluation.Facts{Register: throughout(year, guided)}, "", "the sheet names no object"},
		"a gift without a value": {work2021, evaluation.Contributions, evaluation.Facts{Register: throughout(year, did(duty.ContributionMobilized, duty.MobilizeContributions, duty.PerAssignment, "a1", rule.Day(2021, 9, 1), "x")), Amounts: amounts},
			"", "the value of x is not known"},
	} {
		lines, found := fed(t, measuring(c.measure), evaluation.Sheet{About: c.about}, c.facts)
		assert.Equal(t, c.mark, lines[c.measure.String()].Self.String(), name)
		if c.why == "" {
			assert.Empty(t, found, name)
			continue
		}
		require.Len(t, found, 1, name)
		assert.Contains(t, found[0].In(rule.En), c.why, name)
	}
}

// A fact that breaks its duty does not count, and is named; so is none before the year, of
// an assignment that began before it.
func TestWhatIsFed(t *testing.T) {
	t.Parallel()
	year := rule.Day(2021, 12, 31)
	guided := func(ref string, of rule.DutyID, on civil.Date) duty.Record {
		r := did(duty.GuidanceGiven, duty.GuideCommune, duty.PerAssignment, "a1", on, ref)
		if of != "" {
			text := evaluation.Rules()[0]
			r.Findings = rule.Findings{rule.MustTable(text).Broken(text.Code, "").Guarding(of)}
		}
		return r
	}
	sheet := evaluation.Sheet{About: work2021, Span: rule.Span{From: rule.Day(2019, 1, 1)}, Entries: []evaluation.Entry{{Line: "guidance", Note: "kept"}}}
	facts := evaluation.Facts{
		Register: throughout(year, guided("g1", "", rule.Day(2021, 1, 1)), guided("g2", duty.GuideCommune, rule.Day(2021, 5, 1)),
			guided("g3", duty.TeamWork, rule.Day(2021, 6, 1)), guided("g4", "", rule.Day(2020, 12, 31)), guided("g5", "", year)),
		Targets: []evaluation.Target{{Measure: evaluation.GuidanceSessions, Whole: rule.Int(4)}},
	}
	out, found, err := measuring(evaluation.GuidanceSessions).Feed(sheet, facts)
	require.NoError(t, err)
	assert.Empty(t, found)
	require.Len(t, out.Entries, 1, "the entry that the sheet has is filled")
	e := out.Entries[0]
	assert.Equal(t, "3/4 kept", e.Self.String()+" "+e.Note)
	assert.Equal(t, []string{"g1", "g3", "g5"}, e.From.Facts, "the finding on g3 is of another duty")
	assert.Equal(t, []string{"g2"}, e.From.Lacking)

	// Where each visit was announced it does not matter whether all notices are recorded.
	visited := did(duty.VisitMade, duty.VisitContent, duty.PerVisit, "v1", rule.Day(2021, 3, 1), "v1")
	told := did(duty.Noticed, duty.NotifyVisit, duty.PerVisit, "v1", rule.Day(2021, 2, 26), "n1")
	open := visited
	open.Findings = rule.Findings{rule.MustTable(evaluation.Rules()[0]).Undecided(evaluation.Rules()[0].Code, "").Guarding(duty.VisitContent)}
	held := evaluation.Facts{Register: throughout(year, open), Targets: []evaluation.Target{{Measure: evaluation.VisitsHeld, Whole: rule.Int(1)}}}
	_, found = fed(t, measuring(evaluation.VisitsHeld), evaluation.Sheet{About: work2021}, held)
	require.Len(t, found, 1, "a visit of which it is not known whether it is in order")
	assert.Contains(t, found[0].In(rule.En), "or whether it is in order")
	for name, c := range map[string]struct {
		facts []duty.Record
		want  string
	}{
		"announced":                  {[]duty.Record{visited, told}, "1/1"},
		"not, as far as is recorded": {[]duty.Record{visited}, ""},
	} {
		register := must(duty.NewRegister([]duty.Complete{{Kind: duty.VisitMade, Through: year}}, c.facts...))
		lines, _ := fed(t, measuring(evaluation.NoticesInTime), evaluation.Sheet{About: work2021}, evaluation.Facts{Register: register})
		assert.Equal(t, c.want, lines["notices-in-time"].Self.String(), name)
	}
}

// Of two bodies that an heir is as well known to follow, the one that ended first is named.
func TestHeirOfTheFirst(t *testing.T) {
	t.Parallel()
	parts := secondParts()
	parts.Transfers = []duty.Transfer{
		{Duty: duty.EvaluateWork, From: "first", To: []org.BodyID{"h-tai-chinh"}, Confidence: rule.Med},
		{Duty: duty.EvaluateWork, From: "second", To: []org.BodyID{"h-tai-chinh"}, Confidence: rule.Med},
	}
	sheet := evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2023}, Evaluators: evaluators("20/12/2023", "h-noi-vu", "h-ntm")}
	found := evaluation.Policy{Basis: secondBasis}.Check(sheet, evaluation.Scheme{}, must(duty.NewMatrix(parts)))
	require.Len(t, found, 1)
	assert.Contains(t, found[0].In(rule.En), "the successor of first (")
}

// A matrix of other days says nothing of who follows the commune's result on the day.
func TestFollowersOfTheDay(t *testing.T) {
	t.Parallel()
	sheet := evaluation.Sheet{About: evaluation.CommuneResult{Commune: "02743", AsOf: rule.Day(2021, 11, 30)}, Published: rule.Day(2021, 12, 20),
		Evaluators: []evaluation.Evaluator{{Body: "so-noi-vu"}}}
	policy := evaluation.Policy{Evaluators: []org.BodyID{"so-noi-vu"}}
	for name, c := range map[string]struct {
		of   civil.Date
		want bool
	}{"of the day": {rule.Day(2021, 12, 20), false}, "of other days": {rule.Day(2026, 12, 1), true}} {
		found := policy.Check(sheet, evaluation.Scheme{}, must(laocai.InForce(c.of))).Of(evaluation.AdviceCommuneResult)
		require.Len(t, found, 1, name)
		assert.Equal(t, c.want, strings.Contains(found[0].In(rule.En), "other bodies"), "%s: %v", name, found[0].In(rule.En))
	}
}

// A working that was made by hand can be said too.
func TestWorkingByHand(t *testing.T) {
	t.Parallel()
	w := evaluation.Working{Line: "1", Name: both("plan"), Max: rule.Int(4), Low: rule.Ratio(1, 1), High: rule.Ratio(1, 1), Points: rule.Ratio(1, 1)}
	assert.Equal(t, "1. plan: no mark = 1, of 4", w.In(rule.En))
}

// The rating is printed in the words of the scheme's own band; where there is none it says
// so.
func TestRatingInWords(t *testing.T) {
	t.Parallel()
	of := banded(band(evaluation.NotCompleted, 0, 50), band(evaluation.Good, 50, 100))
	of.Bands[1].Name = both("well done")
	for points, want := range map[string]string{"70": "Rating: well done", "0": "Rating: tasks not completed", "": "Rating: not rated"} {
		sheet := evaluation.Sheet{About: work2021, Entries: entries("2.1", "20", "2.2", "4")}
		if points != "" {
			sheet.Entries = append(sheet.Entries, entries("1", points)...)
		}
		assert.Contains(t, strings.Split(must(evaluation.MustScheme(of).Score(sheet)).In(rule.En), "\n"), want)
	}
}

// Figures that were made up are called so, whatever document they name.
func TestIllustrativeFiguresOfTheDocument(t *testing.T) {
	t.Parallel()
	own := sampleTable().Source
	for name, c := range map[string]struct {
		given evaluation.Given
		want  rule.Code
	}{
		"read in the document":    {evaluation.Given{Source: own}, evaluation.AdviceSupplied},
		"read in another":         {evaluation.Given{Source: rule.Source{Kind: rule.Decision, Number: "9/QĐ"}}, evaluation.AdviceCallerFigures},
		"made up":                 {evaluation.Given{Illustrative: true}, evaluation.AdviceCallerFigures},
		"made up, and a document": {evaluation.Given{Illustrative: true, Source: own}, evaluation.AdviceCallerFigures},
	} {
		thresholds := callersThresholds
		thresholds.Given = c.given
		caveats := must(sample(0, 0).WithThresholds(thresholds)).Caveats()
		require.Len(t, caveats, 2, name)
		assert.Equal(t, c.want, caveats[0].Code(), name)
		assert.Equal(t, c.given.Illustrative, strings.Contains(caveats[0].In(rule.En), "illustrative"), name)
	}
}

// Where a line may give more than its maximum, the scale bounds nothing.
func TestMoreThanTheScale(t *testing.T) {
	t.Parallel()
	for over, want := range map[evaluation.Over]string{evaluation.OverCapped: "70 100", evaluation.OverCounts: "84 114"} {
		of := sampleTable()
		of.Lines[0].Marks.Over = over
		low, high := must(evaluation.MustScheme(of).Score(evaluation.Sheet{About: work2021, Entries: entries("1", "120%")})).Bounds()
		assert.Equal(t, want, low.String()+" "+high.String())
	}
}

// Each mark that names its facts is held against them, also where all do.
func TestAllMarksFromFacts(t *testing.T) {
	t.Parallel()
	sheet := evaluation.Sheet{About: work2021}
	for line, self := range map[string]string{"1": "1/2", "2.1": "2/2"} {
		sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: line, Self: mark(self), From: &evaluation.Derivation{Measure: evaluation.VisitsHeld, Part: rule.Int(1), Whole: rule.Int(2)}})
	}
	assert.Len(t, must(sample(0, 0).Score(sheet)).Findings().Of(evaluation.ErrDerived), 1)
}

// What a sheet is about is kept in one spelling.
func TestSubjectsInOneSpelling(t *testing.T) {
	t.Parallel()
	nfd, nfc := "xa\u0303", "xã"
	for given, want := range map[evaluation.Subject]evaluation.Subject{
		evaluation.SupportWork{Leader: nfd, Year: 2021, Commune: org.UnitCode(nfd)}:        evaluation.SupportWork{Leader: nfc, Year: 2021, Commune: org.UnitCode(nfc)},
		evaluation.SupportOutcome{Assignment: nfd, Year: 2021}:                             evaluation.SupportOutcome{Assignment: nfc, Year: 2021},
		evaluation.CommuneResult{Commune: org.UnitCode(nfd), AsOf: rule.Day(2021, 11, 30)}: evaluation.CommuneResult{Commune: org.UnitCode(nfc), AsOf: rule.Day(2021, 11, 30)},
	} {
		assert.Equal(t, want, must(sample(0, 0).Score(evaluation.Sheet{About: given})).About())
		assert.Equal(t, want, must(sample(0, 0).Score(evaluation.Sheet{About: want})).About())
	}
}

// A percentage and a share are said in percent, exactly and of any size; other marks are not.
func TestMarksInPercent(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"50%": "50", "0%": "0", "15/16": "93.75", "1/3": "100/3", "120%": "120", "-1/2": "-50", "12345678901234567890/12345678901234567890": "100",
		"12.5": "", "3x": "", "1/0": "", "1/-2": "",
	} {
		m, err := evaluation.ParseMark(text)
		require.NoError(t, err, text)
		got, is := m.InPercent()
		assert.Equal(t, want != "", is, text)
		if is {
			assert.Equal(t, want, got.String(), text)
		}
	}
	_, is := evaluation.Mark{}.InPercent()
	assert.False(t, is, "none is given")
}

// What the sheet says twice of the column that rates cannot be used: there is no rating, though
// the line could not change it.
func TestColumnThatRatesTwice(t *testing.T) {
	t.Parallel()
	of := sampleTable()
	of.Thresholds = callersThresholds
	of.Columns, of.Rates = []evaluation.Column{{Code: "boss", Name: both("boss")}}, "boss"
	scheme := evaluation.MustScheme(of)
	sheet := evaluation.Sheet{About: work2021}
	for line, points := range map[string]int64{"1": 70, "2.1": 20, "2.2": 4} {
		sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: line, Others: []evaluation.ColumnMark{{Column: "boss", Mark: evaluation.Points(rule.Int(points))}}})
	}
	rating, _ := must(scheme.Score(sheet)).Rating()
	assert.Equal(t, evaluation.Excellent, rating)
	for i := range sheet.Entries {
		if e := &sheet.Entries[i]; e.Line == "2.2" {
			e.Others = append(e.Others, e.Others[0])
		}
	}
	r := must(scheme.Score(sheet))
	low, high := r.Bounds()
	assert.Equal(t, []string{"90", "94"}, []string{low.String(), high.String()})
	rating, why := r.Rating()
	assert.Equal(t, evaluation.Unrated, rating)
	assert.NotEmpty(t, why.Of(evaluation.ErrColumn))
}

// Marks that no word holds are kept and counted as they were given.
func TestWideMarksAreKept(t *testing.T) {
	t.Parallel()
	for text, total := range map[string]string{"0.12345678901": "20.12345678901", "10000000000/20000000000": "55", "1/3": "130/3", "12.5%": "28.75", "-1/3": "", "3000000000/4000000000": "72.5"} {
		sheet := evaluation.Sheet{About: work2021, Entries: entries("1", text, "2.1", "20", "2.2", "0")}
		r := must(sample(0, 0).Score(sheet))
		kept, is := r.Sheet()
		require.True(t, is)
		assert.Equal(t, sheet.Entries, kept.Entries, text)
		assert.Equal(t, total, r.Total().String(), text)
		for w := range r.Lines() {
			if w.Line == "1" {
				assert.Equal(t, sheet.Entries[0].Verified, w.Verified)
			}
		}
	}
}

// So are they where every mark of the sheet is one.
func TestNothingButWideMarks(t *testing.T) {
	t.Parallel()
	sheet := evaluation.Sheet{About: work2021, Entries: entries("1", "0.12345678901", "2.1", "1.12345678901", "2.2", "0.00000000001")}
	for i := range sheet.Entries {
		sheet.Entries[i].Self = sheet.Entries[i].Verified
	}
	r := must(sample(0, 0).Score(sheet))
	kept, _ := r.Sheet()
	assert.Equal(t, sheet.Entries, kept.Entries)
	assert.Equal(t, []string{"1.24691357803", "1.24691357803"}, []string{r.Total().String(), r.Self().String()})
}

// A part whose days are none counts no day: where none has any, nothing is weighed.
func TestPartsWithoutDays(t *testing.T) {
	t.Parallel()
	part := func(commune org.UnitCode, points string, days rule.Span) evaluation.Result {
		return must(sample(0, 0).Score(evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: commune}, Entries: entries("1", points, "2.1", "20", "2.2", "0"), Span: days}))
	}
	june, reversed := rule.Span{From: rule.Day(2021, 6, 1), To: rule.Day(2021, 6, 30)}, rule.Span{From: rule.Day(2021, 6, 30), To: rule.Day(2021, 6, 1)}
	byDays := evaluation.Policy{Combining: evaluation.CombineDays}
	assert.Equal(t, "50", must(byDays.Combine(part("a", "0", june), part("b", "60", june))).Total().String())
	assert.Equal(t, "80", must(byDays.Combine(part("a", "0", reversed), part("b", "60", june))).Total().String())
	r := must(byDays.Combine(part("a", "0", reversed), part("b", "60", reversed)))
	low, high := r.Bounds()
	assert.Equal(t, []string{"", "20", "80"}, []string{r.Total().String(), low.String(), high.String()})
}

// The working names its object, a column of its own takes what is fed, and a register that is
// complete for one leader serves that leader.
func TestFedIntoAColumn(t *testing.T) {
	t.Parallel()
	of := measuring(evaluation.GuidanceSessions).Table()
	of.Columns, of.Unassigned = []evaluation.Column{{Code: "boss", Name: both("boss")}}, evaluation.UnassignedLeftOut
	scheme := evaluation.MustScheme(of)
	year := rule.Day(2021, 12, 31)
	guided := did(duty.GuidanceGiven, duty.GuideCommune, duty.PerAssignment, "a1", rule.Day(2021, 9, 1), "g1")
	target := func(n int64) []evaluation.Target {
		return []evaluation.Target{{Measure: evaluation.GuidanceSessions, Whole: rule.Int(n)}}
	}
	of1 := func(leader string) duty.Register {
		return must(duty.NewRegister([]duty.Complete{{Kind: duty.GuidanceGiven, By: leader, Through: year}}, guided))
	}
	out, found, err := scheme.Feed(evaluation.Sheet{About: work2021}, evaluation.Facts{Register: of1("l1"), Targets: target(2), Column: "boss"})
	require.NoError(t, err)
	assert.Empty(t, found)
	require.Len(t, out.Entries, 1)
	assert.Equal(t, "boss 1/2", out.Entries[0].Others[0].Column+" "+out.Entries[0].Others[0].Mark.String())
	assert.Contains(t, must(scheme.Score(out)).In(rule.En), work2021.In(rule.En))

	for name, c := range map[string]struct {
		about evaluation.Subject
		by    string
		fed   bool
	}{
		"complete for the leader":  {work2021, "l1", true},
		"for another":              {work2021, "l2", false},
		"for one, and the outcome": {evaluation.SupportOutcome{Assignment: "a1", Year: 2021}, "l1", false},
		"for all, and the outcome": {evaluation.SupportOutcome{Assignment: "a1", Year: 2021}, "", true},
	} {
		_, found, err := scheme.Feed(evaluation.Sheet{About: c.about}, evaluation.Facts{Register: of1(c.by), Targets: target(2)})
		require.NoError(t, err)
		assert.Equal(t, c.fed, len(found) == 0, name)
	}
	out, found, err = scheme.Feed(evaluation.Sheet{About: work2021}, evaluation.Facts{Register: of1("l1"), Targets: target(0)})
	require.NoError(t, err)
	assert.Empty(t, found)
	assert.True(t, out.Entries[0].NotAssigned, "nothing was asked for")
	assert.True(t, out.Entries[0].Self.IsZero())

	// What is not sure is told as such, whatever the scheme says of lines without a task.
	visited := did(duty.VisitMade, duty.VisitContent, duty.PerVisit, "v1", rule.Day(2021, 3, 1), "v1")
	noticed := did(duty.Noticed, duty.NotifyVisit, duty.PerVisit, "v1", rule.Day(2021, 2, 26), "n1")
	noticed.Findings = rule.Findings{rule.MustTable(evaluation.Rules()[0]).Undecided(evaluation.Rules()[0].Code, "").Guarding(duty.NotifyVisit)}
	_, found = fed(t, measuring(evaluation.NoticesInTime), evaluation.Sheet{About: work2021}, evaluation.Facts{Register: throughout(year, visited, noticed)})
	require.Len(t, found, 1)
	assert.Contains(t, found[0].In(rule.En), "of a fact it is not known")
}
