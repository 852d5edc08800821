package plan_test

import (
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

// Two entries speak of one gift where both say the same or one says nothing, whichever of
// the two it is.
func TestWhenGiftsAgree(t *testing.T) {
	t.Parallel()
	whole := plan.Contribution{ID: "g", Kind: plan.Labor, Donor: "thôn", Through: "Mặt trận", On: rule.Day(2021, 8, 30), Amount: rule.Int(135), Unit: "công", Value: rule.Int(27)}
	for name, c := range map[string]struct {
		change func(*plan.Contribution)
		want   bool
	}{
		"the same":       {func(*plan.Contribution) {}, true},
		"no kind":        {func(g *plan.Contribution) { g.Kind = plan.ContributionNotStated }, true},
		"material":       {func(g *plan.Contribution) { g.Kind = plan.Material }, false},
		"money":          {func(g *plan.Contribution) { g.Kind = plan.Money }, false},
		"no donor":       {func(g *plan.Contribution) { g.Donor = "" }, true},
		"another donor":  {func(g *plan.Contribution) { g.Donor = "xã" }, false},
		"no way":         {func(g *plan.Contribution) { g.Through = "" }, true},
		"another way":    {func(g *plan.Contribution) { g.Through = "Hội" }, false},
		"no unit":        {func(g *plan.Contribution) { g.Unit = "" }, true},
		"another unit":   {func(g *plan.Contribution) { g.Unit = "ngày" }, false},
		"no amount":      {func(g *plan.Contribution) { g.Amount = rule.Number{} }, true},
		"another amount": {func(g *plan.Contribution) { g.Amount = rule.Int(134) }, false},
		"no value":       {func(g *plan.Contribution) { g.Value = rule.Number{} }, true},
		"another value":  {func(g *plan.Contribution) { g.Value = rule.Int(28) }, false},
		"no day":         {func(g *plan.Contribution) { g.On = civil.Date{} }, true},
		"another day":    {func(g *plan.Contribution) { g.On = rule.Day(2021, 8, 31) }, false},
		"at least":       {func(g *plan.Contribution) { g.AtLeast = true }, false},
	} {
		other := whole
		c.change(&other)
		assert.Equal(t, c.want, whole.Agrees(&other), name)
		assert.Equal(t, c.want, other.Agrees(&whole), name)
	}
}

// One document is another where the numbers are the same and, where both give it, the day.
func TestWhichDocumentWasReplaced(t *testing.T) {
	t.Parallel()
	first, other := rule.Day(2016, 10, 17), rule.Day(2016, 10, 18)
	source := func(number string, day civil.Date) rule.Source {
		return rule.Source{Kind: rule.Decision, Number: number, Date: day}
	}
	a := minhLuong()
	for name, c := range map[string]struct {
		rests, old rule.Source
		issued     civil.Date
		want       int
	}{
		"the same, on the first day of the new one": {source("1980/QĐ-TTg", first), source("1980/QĐ-TTg", first), rule.Day(2022, 3, 8), 1},
		"on the day before":                         {source("1980/QĐ-TTg", first), source("1980/QĐ-TTg", first), rule.Day(2022, 3, 7), 0},
		"no day in the plan":                        {source("1980/QĐ-TTg", civil.Date{}), source("1980/QĐ-TTg", first), rule.Day(2022, 3, 8), 1},
		"no day in the mandate":                     {source("1980/QĐ-TTg", first), source("1980/QĐ-TTg", civil.Date{}), rule.Day(2022, 3, 8), 1},
		"no day in either":                          {source("1980/QĐ-TTg", civil.Date{}), source("1980/QĐ-TTg", civil.Date{}), rule.Day(2022, 3, 8), 1},
		"another day":                               {source("1980/QĐ-TTg", other), source("1980/QĐ-TTg", first), rule.Day(2022, 3, 8), 0},
		"another number":                            {source("1981/QĐ-TTg", first), source("1980/QĐ-TTg", first), rule.Day(2022, 3, 8), 0},
		"no number":                                 {source("", first), source("", first), rule.Day(2022, 3, 8), 0},
		"no day of issue":                           {source("1980/QĐ-TTg", first), source("1980/QĐ-TTg", first), civil.Date{}, 0},
	} {
		m := plan.LaoCai2021()
		m.Replaced = []plan.Replaced{{Old: c.old, By: source("318/QĐ-TTg", rule.Day(2022, 3, 8)), From: rule.Day(2022, 3, 8)}}
		p := plan.Annual{ID: "k", Assignment: a.ID, Year: 2022, Basis: []rule.Source{c.rests}, History: []plan.Revision{{ID: "v1", Issued: c.issued}}}
		assert.Len(t, m.Check(p, a).Of(plan.AdviceReplaced), c.want, name)
		m.OldBasis = true
		assert.Empty(t, m.Check(p, a).Of(plan.AdviceReplaced), name)
		m.OldBasis, m.Replaced[0].From = false, civil.Date{}
		assert.Empty(t, m.Check(p, a).Of(plan.AdviceReplaced), "since when is not known: %s", name)
	}
}

// An annual goal traces to the goal of its program; its target is held to that of its own
// year, in the same unit.
func TestTraceToThePeriod(t *testing.T) {
	t.Parallel()
	period := plan.Period{ID: "p", Assignment: "a", FirstYear: 2021, LastYear: 2023, Goals: []plan.Goal{{ID: "G", Unit: "tiêu chí",
		ByYear: []plan.YearTarget{{Year: 2021, Target: rule.Int(3)}, {Year: 2022, Target: rule.Int(5)}, {Year: 2023}}}}}
	for name, c := range map[string]struct {
		year   int
		change func(*plan.Goal)
		want   []string
	}{
		"the target of the year":      {2022, func(*plan.Goal) {}, nil},
		"in decimals":                 {2022, func(g *plan.Goal) { g.Target = rule.MustNumber("5.0") }, nil},
		"that of the year before":     {2022, func(g *plan.Goal) { g.Target = rule.Int(3) }, []string{"advice plan.target-of-year-differs goals[0].target"}},
		"in another unit":             {2022, func(g *plan.Goal) { g.Target, g.Unit = rule.Int(3), "%" }, nil},
		"no target":                   {2022, func(g *plan.Goal) { g.Target = rule.Number{} }, nil},
		"a year without one":          {2023, func(*plan.Goal) {}, nil},
		"a goal that is not there":    {2022, func(g *plan.Goal) { g.Serves = "H" }, []string{"broken plan.goal-not-in-period goals[0].serves"}},
		"one of another program":      {2022, func(g *plan.Goal) { g.Program = 1 }, []string{"broken plan.goal-not-in-period goals[0].serves"}},
		"none":                        {2022, func(g *plan.Goal) { g.Serves = " " }, nil},
		"the last year of the period": {2023, func(*plan.Goal) {}, nil},
		"the year after":              {2024, func(*plan.Goal) {}, []string{"broken plan.outside year"}},
		"the year before":             {2020, func(*plan.Goal) {}, []string{"broken plan.outside year"}},
	} {
		g := plan.Goal{ID: "g", Serves: "G", Target: rule.Int(5), Unit: "tiêu chí"}
		c.change(&g)
		p := plan.Annual{ID: "k", Assignment: "a", Year: c.year, Goals: []plan.Goal{g}}
		m := plan.LaoCai2021()
		assert.Equal(t, append([]string{}, c.want...), codes(m.CheckTrace(p, period)), name)
		m.TraceWhole = true
		assert.Empty(t, m.CheckTrace(p, period).Of(plan.ErrGoalNotInPeriod), "the plan traces as a whole: %s", name)
	}
}

// Where a mandate sets its years and its deadlines.
func TestYearsAndDeadlinesOfAMandate(t *testing.T) {
	t.Parallel()
	due := func(year int, period bool) plan.Deadline {
		return plan.Deadline{Year: year, Period: period, Before: rule.Day(year, 8, 10)}
	}
	for name, c := range map[string]struct {
		first, last int
		deadlines   []plan.Deadline
		want        []string
	}{
		"the last year that there is":    {9999, 9999, nil, nil},
		"one of each":                    {2021, 2022, []plan.Deadline{due(2021, true), due(2022, false)}, nil},
		"two of a year":                  {2021, 2022, []plan.Deadline{due(2021, true), due(2021, false)}, []string{"broken plan.several-deadlines deadlines[1].year"}},
		"two of the period":              {2021, 2023, []plan.Deadline{due(2021, true), due(2022, false), due(2023, true)}, []string{"broken plan.several-deadlines deadlines[2].period"}},
		"the first day of a year":        {2021, 2022, []plan.Deadline{{Year: 2021, Before: rule.Day(2021, 1, 1)}}, nil},
		"a year before":                  {2021, 2022, []plan.Deadline{{Year: 2021, Before: rule.Day(2020, 1, 1)}}, []string{"broken plan.deadline-day deadlines[0].before"}},
		"the first day of the year next": {2021, 2022, []plan.Deadline{{Year: 2021, Before: rule.Day(2022, 1, 1)}}, nil},
		"a day after it":                 {2021, 2022, []plan.Deadline{{Year: 2021, Before: rule.Day(2022, 1, 2)}}, []string{"broken plan.deadline-day deadlines[0].before"}},
		"of a year outside":              {2021, 2022, []plan.Deadline{due(2023, false)}, []string{"broken plan.deadline-year deadlines[0].year"}},
	} {
		m := plan.Mandate{ID: "m", FirstYear: c.first, LastYear: c.last, Deadlines: c.deadlines}
		var got []string
		for _, line := range codes(m.Faults()) {
			if line != "broken plan.no-basis basis" {
				got = append(got, line)
			}
		}
		assert.Equal(t, c.want, got, name)
	}
	m := plan.LaoCai2021()
	m.FirstYear, m.LastYear = 9998, 20000
	assert.Empty(t, m.Check(plan.Period{FirstYear: 9998, LastYear: 9999}, assignment.Assignment{}).Of(plan.ErrPeriodShort), "there is no year 10000")
	assert.Len(t, m.Check(plan.Period{FirstYear: 9998, LastYear: 9998}, assignment.Assignment{}).Of(plan.ErrPeriodShort), 1)
}

// A version goes on from the history of the one before, and says why it changes the plan.
func TestVersionsGoOn(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	m.ChangesExplained = true
	for name, c := range map[string]struct {
		change func(plan.Versions)
		want   []string
	}{
		"in order":               {func(plan.Versions) {}, []string{}},
		"a version that is none": {func(v plan.Versions) { v[1].History = v[0].History }, []string{"broken plan.history-broken versions[1].history", "broken plan.change-unexplained versions[1].history"}},
		"no history at all":      {func(v plan.Versions) { v[1].History = nil }, []string{"broken plan.history-broken versions[1].history", "broken plan.change-unexplained versions[1].history"}},
		"without a reason":       {func(v plan.Versions) { v[1].History[1].Note = " " }, []string{"broken plan.change-unexplained versions[1].history"}},
		"that changes nothing":   {func(v plan.Versions) { v[1].History[1].Note = ""; v[1].Quarters = v[0].Quarters }, []string{}},
		"of another year":        {func(v plan.Versions) { v[1].Year = 2022 }, []string{"broken plan.other-plan versions[1].id"}},
		"of another assignment":  {func(v plan.Versions) { v[1].Assignment = "b" }, []string{"broken plan.other-plan versions[1].id"}},
	} {
		v := inTwo(1)
		c.change(v)
		var got = []string{}
		for _, line := range codes(m.CheckVersions(v)) {
			if line != "advice plan.too-late versions[1]" {
				got = append(got, line)
			}
		}
		assert.Equal(t, c.want, got, name)
	}
	for _, year := range []int{1, 9999} {
		month := func(visits ...plan.Visit) plan.Annual {
			return plan.Annual{ID: "k", Year: year, Quarters: []plan.Quarter{{Quarter: 1, Months: []plan.Month{{Month: 1, Visits: visits}}}, {Quarter: 4, Months: []plan.Month{{Month: 12, Visits: visits}}}}}
		}
		changes := plan.Versions{month(), month(plan.Visit{ID: "v"})}.Changes()
		require.Len(t, changes, 2, year)
		assert.Equal(t, []civil.Date{rule.Day(year, 1, 31), rule.Day(year, 12, 31)}, []civil.Date{changes[0].Until, changes[1].Until})
	}
	// Each month of a measure stands in its own quarter, December too.
	v := inTwo(1)
	v[1].Quarters[1].Months[2].NoVisit = "tổng kết"
	measure, ok := m.Measure(v)
	require.True(t, ok)
	require.Len(t, measure.Quarters, 2)
	assert.Equal(t, "tổng kết", measure.Quarters[1].Months[2].NoVisit)
}

// A reason may be given for the last month of the plan; a month without one is named.
func TestReasonsOfASkeleton(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	o := plan.Outline{Year: 2021, Issued: rule.Day(2021, 8, 2), NoVisit: map[int]string{8: "a", 12: "b"}}
	p, err := m.Skeleton(a, o)
	require.NoError(t, err)
	assert.Equal(t, "a b", p.Quarters[0].Months[0].NoVisit+" "+p.Quarters[1].Months[2].NoVisit)
	o.Cadence = plan.Cadence{Every: 2}
	_, err = m.Skeleton(a, o)
	found, _ := rule.FindingsIn(err)
	require.Len(t, found, 1)
	assert.Contains(t, found[0].In(rule.En), "9", "September is the first without a visit")
	o.Cadence = plan.Cadence{Every: -1, Visits: 3}
	_, err = m.Skeleton(a, o)
	assert.ErrorContains(t, err, "-1/3")
	// A plan of one month has no month between.
	o = plan.Outline{Year: 2021, Issued: rule.Day(2021, 12, 1), Cadence: plan.Cadence{Every: 2}}
	_, err = m.Skeleton(a, o)
	assert.NoError(t, err)
}

// A finding on a month that the plan does not set out lies in its quarter, else in the list.
func TestWhereAMonthIsMissed(t *testing.T) {
	t.Parallel()
	p, a := autumn2021(), minhLuong()
	p.Quarters = []plan.Quarter{{Quarter: 4, Months: []plan.Month{{Month: 12, NoVisit: "x"}, {Month: 1, NoVisit: "x"}}}}
	found := plan.LaoCai2021().Check(p, a)
	var at []string
	for _, f := range found.Of(plan.ErrMonthUnaddressed) {
		at = append(at, string(f.Path))
	}
	assert.Equal(t, []string{"quarters", "quarters", "quarters[0]", "quarters[0]"}, at, "August to November")
	assert.Equal(t, []string{"broken plan.month-outside-quarter quarters[0].months[1].month"}, codes(found.Of(plan.ErrMonthOutsideQuarter)))
}

// The documents that the mandates name, each with its day.
func TestDocumentsOfTheMandates(t *testing.T) {
	t.Parallel()
	named := map[string]string{}
	note := func(sources ...rule.Source) {
		for _, s := range sources {
			named[s.Number] = rule.FormatDate(s.Date, rule.Vi)
		}
	}
	for _, m := range []plan.Mandate{plan.LaoCai2021(), plan.HoaBinh2023()} {
		note(m.Decision)
		for _, r := range m.Replaced {
			note(r.Old, r.By)
		}
	}
	assert.Equal(t, map[string]string{
		"1599/QĐ-UBND": "14/5/2021", "1980/QĐ-TTg": "17/10/2016", "318/QĐ-TTg": "08/3/2022", "51/2025/QĐ-TTg": "29/12/2025",
		"1686/QĐ-UBND": "18/5/2017", "2693/QĐ-UBND": "28/7/2021", "718-QĐ/TU": "14/12/2022",
	}, named)
}

// Ids that are not given are a fault of form and no repetition; ids that are given twice are
// told where they stand, in whatever spelling.
func TestRepeatedIds(t *testing.T) {
	t.Parallel()
	a := minhLuong()
	repeated := []string{"broken plan.repeated-id history[1].id", "broken plan.repeated-id goals[1].id", "broken plan.repeated-id quarters[0].months[0].visits[1].id", "broken plan.repeated-id quarters[1].months[0].activities[0].id"}
	for name, c := range map[string]struct {
		first, second string
		want          []string
	}{
		"two ids":             {"x", "y", []string{}},
		"none given":          {"", "", []string{}},
		"the same":            {"x", "x", repeated},
		"in another spelling": {"xã", "xa\u0303", repeated},
	} {
		other := func(id string) string { return strings.Repeat(id, 2) } // visits and activities share their ids
		p := autumn2021()
		p.History = []plan.Revision{{ID: c.first, Issued: rule.Day(2021, 8, 2)}, {ID: c.second, Issued: rule.Day(2021, 8, 3)}}
		p.Goals[0].ID, p.Goals[1].ID = c.first, c.second
		p.Quarters[0].Months[0].Visits = []plan.Visit{{ID: c.first}, {ID: c.second}}
		p.Quarters[0].Months[0].Activities = []plan.Activity{{ID: other(c.first)}}
		p.Quarters[1].Months[0].Activities = []plan.Activity{{ID: other(c.second)}}
		assert.Equal(t, c.want, codes(plan.LaoCai2021().Check(p, a).Of(plan.ErrRepeatedID)), name)
	}
	p := autumn2021()
	p.History[0].ID, p.Sent[0].Revision = "bản", "ba\u0309n"
	assert.Empty(t, plan.LaoCai2021().Check(p, a).Of(plan.ErrUnknownRevision))
}

// A visit whose last day does not exist, or lies before the first, addresses no month.
func TestLastDayOfAVisit(t *testing.T) {
	t.Parallel()
	for to, addressed := range map[civil.Date]bool{
		{}: true, rule.Day(2021, 8, 14): true, rule.Day(2021, 9, 2): true, rule.Day(2021, 8, 13): false, rule.Day(2021, 8, 32): false,
	} {
		p := autumn2021()
		p.Quarters[0].Months[0].Visits[0].To = to
		missed := 2 // November and December
		if !addressed {
			missed++
		}
		assert.Len(t, plan.LaoCai2021().Check(p, minhLuong()).Of(plan.ErrMonthUnaddressed), missed, to)
	}
}

// A sending of an entry that the history does not have is no sending of another one.
func TestSendingOfAnUnknownEntry(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	p := plan.Annual{ID: "k", Assignment: a.ID, Year: 2021, History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}},
		Sent: []plan.Sent{{Revision: "v9", To: "o", Received: rule.On(rule.Day(2021, 8, 9))}, {To: "o", Received: rule.On(rule.Day(2021, 8, 9))}}}
	facts := m.RecordsOf(p, a)
	assert.Empty(t, facts[0].Evidence.Ref)
	assert.Equal(t, rule.On(rule.Day(1, 1, 1)), facts[0].After, "when it was issued is not known")
	assert.Equal(t, "v1", facts[1].Evidence.Ref)
	assert.Equal(t, rule.On(rule.Day(2021, 8, 2)), facts[1].After)
}

// A version that was issued out of order holds from the day of the one that follows it; of a
// year that there is none of, the last version is the measure.
func TestVersionsOutOfOrder(t *testing.T) {
	t.Parallel()
	v := inTwo(10)
	v[0].History[0].Issued = rule.Day(2021, 10, 20)
	for day, want := range map[int]int{9: 0, 10: 2, 15: 2, 20: 2, 25: 2} {
		p, ok := v.On(rule.Day(2021, 10, day))
		assert.Equal(t, want > 0, ok, day)
		assert.Len(t, p.History, want, day)
	}
	three := plan.Versions{inTwo(10)[1], inTwo(30)[1], inTwo(20)[1]}
	for i := range three {
		three[i].Goals = three[i].Goals[:i%2+1]
	}
	p, ok := three.On(rule.Day(2021, 10, 25))
	require.True(t, ok)
	assert.Equal(t, three[2], p, "the second was overtaken before its day")
	for _, year := range []int{0, -1, 10_000} {
		v := inTwo(22)
		v[0].Year, v[1].Year = year, year
		measure, ok := plan.LaoCai2021().Measure(v)
		require.True(t, ok)
		assert.Equal(t, v[1], measure, year)
	}
}

// A mandate of no years speaks of no day, and its text is asked of its own last day.
func TestMandateOfNoYears(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	m.FirstYear, m.LastYear = 0, 2025
	p := plan.Period{ID: "k", Assignment: "a", FirstYear: 2021, LastYear: 2025, History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}}}
	found := m.Check(p, assignment.Assignment{ID: "a"}).Of(plan.ErrProgramSilent)
	require.Len(t, found, 2)
	assert.Equal(t, rule.Broken, found[0].Kind)
}

// Work that is done is a fact of its duty where the text lays that down, with what is wrong with
// the activity as to that duty.
func TestWorkAsFacts(t *testing.T) {
	t.Parallel()
	a := minhLuong()
	p := autumn2021()
	p.Quarters[0].Months[0].Activities = []plan.Activity{{ID: "x", Kind: plan.Movement, Content: "phong trào", On: rule.Day(2021, 8, 20), Done: []plan.Achieved{{On: rule.Day(2021, 8, 21), Count: rule.Int(1)}}}}
	m := plan.LaoCai2021()
	m.FocusDemanded = true
	facts := m.Records(p, rosterOf(t, a))
	var done []duty.Record
	for _, f := range facts {
		if f.Duty == duty.CarryMovements {
			done = append(done, f)
		}
	}
	require.Len(t, done, 1)
	assert.Equal(t, []string{"broken plan.no-focus quarters[0].months[0].activities[0].focus"}, codes(done[0].Findings))
	for _, f := range without(m, duty.CarryMovements).Records(p, rosterOf(t, a)) {
		assert.NotEqual(t, duty.CarryMovements, f.Duty, "the text does not lay it down")
		assert.NotEmpty(t, f.Duty)
	}
}

// Small things at their bounds: each is told once, at its place, or is none.
func TestPlansAtTheirBounds(t *testing.T) {
	t.Parallel()
	a := minhLuong()
	a.Span.To = rule.Day(2021, 12, 31)
	p := plan.Annual{ID: "k", Assignment: a.ID, Year: 2021, Quarters: []plan.Quarter{{Quarter: 2, Months: []plan.Month{{Month: 4, Visits: []plan.Visit{{ID: "v", On: rule.Day(2021, 4, 20), Content: "x"}}}}}}}
	assert.Contains(t, codes(plan.LaoCai2021().Check(p, a)), "broken plan.outside quarters[0].months[0].month", "before the assignment began, whenever it ends")

	// The provincial scoring decision of 28/7/2021 holds from that day.
	of1686 := rule.Source{Kind: rule.Decision, Number: "1686/QĐ-UBND", Date: rule.Day(2017, 5, 18)}
	for day, want := range map[int]int{27: 0, 28: 1} {
		p := plan.Annual{ID: "k", Assignment: a.ID, Year: 2021, Basis: []rule.Source{of1686}, History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 7, day)}}}
		assert.Len(t, plan.LaoCai2021().Check(p, a).Of(plan.AdviceReplaced), want, day)
	}

	// A mandate whose basis is missing has no text; of one that could not be read nothing is said.
	for given, want := range map[string]int{`"sendTo":["x"]`: 1, `"sendTo":["x"],"basis":null`: 1, `"sendTo":["x"],"basis":7`: 0} {
		found, _ := rule.FindingsIn(new(plan.Mandate).UnmarshalJSON([]byte(`{"format":"giupxa.mandate/1","firstYear":2021,"lastYear":2022,` + given + `}`)))
		assert.Len(t, found.Of(plan.ErrNoBasis), want, given)
	}

	// A member of the team by the same name in another spelling is the member.
	a.Team = []assignment.Member{{ID: "tr\u00ed"}}
	team := autumn2021()
	team.Quarters = team.Quarters[:1]
	team.Quarters[0].Months = []plan.Month{{Month: 8}}
	team.Quarters[0].Months[0].Activities = []plan.Activity{{ID: "x", Content: "x", On: rule.Day(2021, 8, 20), Members: []string{"tri\u0301"}}}
	assert.Empty(t, plan.LaoCai2021().Check(team, a).Of(plan.ErrNotInTeam))
	team.Quarters[0].Months[0].Activities[0].Members[0] = "tri"
	assert.Len(t, plan.LaoCai2021().Check(team, a).Of(plan.ErrNotInTeam), 1)

	// A criterion is asked for once, though several of its indicators are not met.
	m := plan.LaoCai2021()
	m.UnmetPlanned = true
	found := m.CheckSituation(plan.Period{ID: "p"}, plan.Situation{Set: "s", Unmet: []string{"17.1", "17.2", "c17", "3"}})
	assert.Len(t, found.Of(plan.ErrUnmetUnplanned), 2)

	// A visit each twelve months, and no rarer.
	for every, fits := range map[int]bool{12: true, 13: false} {
		_, err := m.Skeleton(a, plan.Outline{Year: 2021, Issued: rule.Day(2021, 8, 2), Cadence: plan.Cadence{Every: every, Between: "x"}})
		assert.Equal(t, fits, err == nil, "%d: %v", every, err)
	}

	// A reason for no visit that comes or goes is a change; one that was never given is none.
	month := func(why string) plan.Annual {
		return plan.Annual{ID: "k", Year: 2021, Quarters: []plan.Quarter{{Quarter: 3, Months: []plan.Month{{Month: 9, NoVisit: why}, {Month: 8}}}}}
	}
	changes := plan.Versions{month(""), month("dịch"), month("dịch"), month(" ")}.Changes()
	require.Len(t, changes, 2)
	assert.Equal(t, []string{"month 9 dịch", "month 9 dịch"}, []string{changes[0].Item + " " + changes[0].Is, changes[1].Item + " " + changes[1].Was})
}
