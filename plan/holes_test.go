package plan_test

import (
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

// A plan issued before the day of the decision is the one to be reviewed, and sending it
// discharges nothing; one of that very day is not.
func TestTheDayOfTheDecisionDecides(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	assert.Equal(t, rule.Day(2021, 5, 14), m.Decision.Date)
	for day, want := range map[civil.Date]int{m.Decision.Date.AddDays(-1): 0, m.Decision.Date: 1, m.Decision.Date.AddDays(1): 1} {
		p := plan.Annual{ID: "k", Assignment: a.ID, Year: 2021, History: []plan.Revision{{ID: "v1", Issued: day}},
			Sent: []plan.Sent{{Revision: "v1", To: "o", On: rule.On(rule.Day(2021, 8, 1))}}}
		sendings := 0
		for _, r := range m.RecordsOf(p, a) {
			if r.Kind == duty.AnnualPlanSent {
				sendings++
			}
		}
		assert.Equal(t, want, sendings, day)
		p.Year = 2022
		assert.Equal(t, duty.AnnualPlanSent, m.RecordsOf(p, a)[0].Kind, "the plan of a year without a date is not reviewed")
	}
}

// The text speaks of 2021 to 2025: of a plan of the year before or after only the form is
// judged.
func TestYearsOutsideTheText(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	a := minhLuong()
	a.Span = rule.Span{From: rule.Day(2016, 1, 1)}
	for year, beyond := range map[int]bool{2019: true, 2020: true, 2021: false, 2025: false, 2026: true} {
		p := plan.Annual{ID: "k", Assignment: a.ID, Year: year, History: []plan.Revision{{ID: "v1", Issued: rule.Day(year, 1, 2)}}, Quarters: []plan.Quarter{{Quarter: 7}}}
		found := m.Check(p, a)
		assert.Equal(t, beyond, len(found.Of(plan.ErrBeyondText)) == 1, year)
		assert.Equal(t, beyond, len(found.Of(plan.ErrNotByMonth)) == 0, year)
		assert.Len(t, found.Of(plan.ErrNotADate), 1, "the form of %d", year)
	}
}

// One member is responsible for a task; two are one too many, and only under the policy.
func TestOneResponsible(t *testing.T) {
	t.Parallel()
	a := minhLuong()
	for n, want := range []int{0, 0, 1, 1} {
		p := autumn2021()
		p.Quarters[0].Months[0].Activities[0].Members = []string{"M1", "M2", "M3"}[:n]
		m := plan.LaoCai2021()
		assert.Empty(t, m.Check(p, a).Of(plan.ErrSharedTask))
		m.OneResponsible = true
		found := m.Check(p, a).Of(plan.ErrSharedTask)
		require.Len(t, found, want, n)
		if want > 0 {
			assert.Equal(t, rule.Path("quarters[0].months[0].activities[0].members"), found[0].Path)
			assert.Equal(t, rule.OriginPolicy, found[0].Origin())
		}
	}
}

// The plan sets out the days from its issue; with WholeSpan from the first day of the
// assignment in the year, whenever it was issued.
func TestWholeSpan(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	of := func(m plan.Mandate, p plan.Annual) rule.Span {
		span, ok := m.Span(p, a)
		require.True(t, ok)
		return span
	}
	whole := m
	whole.WholeSpan = true
	p := autumn2021()
	assert.Equal(t, rule.Span{From: rule.Day(2021, 8, 2), To: rule.Day(2021, 12, 31)}, of(m, p))
	assert.Equal(t, rule.Span{From: rule.Day(2021, 5, 14), To: rule.Day(2021, 12, 31)}, of(whole, p))
	p.History = nil
	assert.Equal(t, of(whole, p), of(m, p), "the day of issue is not known")
	kinds := func(m plan.Mandate) (kinds []rule.Kind) {
		for _, f := range m.Check(p, a).Of(plan.ErrMonthUnaddressed) {
			kinds = append(kinds, f.Kind)
		}
		return kinds
	}
	u, b := rule.Undecided, rule.Broken
	assert.Equal(t, []rule.Kind{u, u, u, u, u}, kinds(m), "May to July, and two months of autumn: how many are left depends on the day")
	assert.Equal(t, []rule.Kind{b, b, b, b, b}, kinds(whole), "it does not matter when the plan was issued")
}

// Which entry was sent: a name that the history does not have is a fault, no name and no
// day is none.
func TestWhichEntryWasSent(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	for _, c := range []struct {
		sent plan.Sent
		want []string
	}{
		{plan.Sent{Revision: "v1", To: "o", On: rule.On(rule.Day(2021, 8, 2))}, nil},
		{plan.Sent{To: "o", On: rule.On(rule.Day(2021, 8, 2))}, nil},
		{plan.Sent{To: "o", On: rule.On(rule.Day(2021, 8, 1))}, []string{"broken plan.unknown-revision sent[0].revision"}},
		{plan.Sent{Revision: "v9", To: "o", On: rule.On(rule.Day(2021, 8, 2))}, []string{"broken plan.unknown-revision sent[0].revision"}},
		{plan.Sent{Revision: "v9", To: "o"}, []string{"undecided plan.day-missing sent[0].on", "broken plan.unknown-revision sent[0].revision"}},
		{plan.Sent{To: "o"}, []string{"undecided plan.day-missing sent[0].on"}},
		{plan.Sent{Revision: "v1", To: "o", On: rule.On(rule.Day(2021, 8, 1))}, []string{"broken plan.sent-before-issue sent[0].on"}},
	} {
		p := autumn2021()
		p.Sent = []plan.Sent{c.sent}
		var got []string
		for _, f := range m.Check(p, a) {
			if f.Path.Within("sent") {
				got = append(got, codes(rule.Findings{f})...)
			}
		}
		assert.Equal(t, c.want, got, c.sent)
	}
}

// The same gift in other words is told; below zero neither amount nor value is one.
func TestGifts(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	gift := plan.Contribution{ID: "x", Kind: plan.Material, Donor: "công ty", Amount: rule.Int(52), Unit: "tấn xi măng", Value: rule.Int(78000000)}
	check := func(other plan.Contribution) []string {
		p := autumn2021()
		p.Quarters[0].Months[0].Activities[0].Contributions = []plan.Contribution{gift}
		p.Quarters[1].Months[0].Activities[0].Contributions = []plan.Contribution{other}
		var got []string
		for _, f := range m.Check(p, a) {
			if f.Code() == plan.ErrGiftDiffers || f.Code() == plan.ErrNegative {
				got = append(got, codes(rule.Findings{f})...)
			}
		}
		return got
	}
	at := "quarters[1].months[0].activities[0].contributions[0]."
	differs := []string{"broken plan.gift-differs " + at + "id"}
	for name, c := range map[string]struct {
		change func(*plan.Contribution)
		want   []string
	}{
		"the same":             {func(*plan.Contribution) {}, nil},
		"the same in decimals": {func(g *plan.Contribution) { g.Value = rule.MustNumber("78000000.00") }, nil},
		"another gift":         {func(g *plan.Contribution) { g.ID, g.Unit = "y", "kg" }, nil},
		"no id":                {func(g *plan.Contribution) { g.ID, g.Unit = "", "kg" }, nil},
		"another kind":         {func(g *plan.Contribution) { g.Kind = plan.Money }, differs},
		"another donor":        {func(g *plan.Contribution) { g.Donor = "một doanh nghiệp khác" }, differs},
		"donor not printed":    {func(g *plan.Contribution) { g.Donor = "" }, nil},
		"through another":      {func(g *plan.Contribution) { g.Through = "Hội Chữ thập đỏ" }, nil},
		"at least":             {func(g *plan.Contribution) { g.AtLeast = true }, differs},
		"another stage":        {func(g *plan.Contribution) { g.Stage, g.Value = plan.Received, rule.Int(1) }, nil},
		"another amount":       {func(g *plan.Contribution) { g.Amount = rule.Int(51) }, differs},
		"another unit":         {func(g *plan.Contribution) { g.Unit = "bao" }, differs},
		"another value":        {func(g *plan.Contribution) { g.Value = rule.Int(1) }, differs},
		"no value":             {func(g *plan.Contribution) { g.Value = rule.Number{} }, nil},
		"nothing":              {func(g *plan.Contribution) { g.ID, g.Amount, g.Value = "z", rule.Int(0), rule.Int(0) }, nil},
		"below zero": {func(g *plan.Contribution) { g.ID, g.Amount, g.Value = "z", rule.Int(-1), rule.MustNumber("-0.01") },
			[]string{"broken plan.negative " + at + "amount", "broken plan.negative " + at + "value"}},
	} {
		other := gift
		c.change(&other)
		assert.Equal(t, c.want, check(other), name)
	}
}

// What was sent to one body is no fact for another, and a body without a plan is owed it.
func TestEachReceiverIsOwed(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	m.SendTo = append(m.SendTo, "so-nnptnt")
	owed := m.Owed(assignment.Change{Kind: assignment.New, Assignment: a})
	require.Len(t, owed, 12)
	reg, err := duty.NewRegister([]duty.Complete{{Kind: duty.AnnualPlanSent, Through: rule.Day(2021, 8, 31)}}, m.Records(autumn2021(), rosterOf(t, a))...)
	require.NoError(t, err)
	for to, want := range map[string]duty.Status{string(laocai.CoordinationOffice): duty.Fulfilled, "so-nnptnt": duty.Overdue} {
		for _, d := range owed {
			if d.To == to && d.Object.Year == 2021 {
				assert.Equal(t, want, d.Status(reg, rule.Day(2021, 8, 31)).Status, to)
			}
		}
	}
}

// Which demands need a text, each by itself.
func TestWhatNeedsAText(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*plan.Mandate)
		needs  bool
	}{
		"nothing":                             {func(*plan.Mandate) {}, false},
		"programs":                            {func(m *plan.Mandate) { m.Programs = []org.Program{org.NewRural} }, true},
		"programs that may stand elsewhere":   {func(m *plan.Mandate) { m.Programs, m.SeparatePlans = []org.Program{org.NewRural}, true }, false},
		"no program, and none elsewhere":      {func(m *plan.Mandate) { m.SeparatePlans = true }, false},
		"one receiver":                        {func(m *plan.Mandate) { m.SendTo = []org.BodyID{"o"} }, true},
		"a deadline":                          {func(m *plan.Mandate) { m.Deadlines = []plan.Deadline{{Year: 2021, Before: rule.Day(2021, 8, 10)}} }, true},
		"a time for latecomers":               {func(m *plan.Mandate) { m.LatecomerPlanDue = 1 }, true},
		"a number of visits a month":          {func(m *plan.Mandate) { m.MinVisitsPerMonth = 1 }, true},
		"a number of visits a quarter":        {func(m *plan.Mandate) { m.MinVisitsPerQuarter = 1 }, true},
		"a member responsible, a focus named": {func(m *plan.Mandate) { m.OneResponsible, m.FocusDemanded = true, true }, false},
	} {
		m := plan.Mandate{ID: "m", FirstYear: 2021, LastYear: 2021}
		c.change(&m)
		assert.Equal(t, c.needs, len(m.Faults().Of(plan.ErrNoBasis)) == 1, name)
		assert.Empty(t, m.Faults().Of(plan.ErrMandateYears), "one year is a period: %s", name)
	}
	for _, c := range []struct {
		first, last int
		want        []string
	}{
		{0, 0, nil}, {2021, 2021, nil}, {0, 2025, []string{"broken plan.mandate-years firstYear"}}, {2021, 0, []string{"broken plan.mandate-years lastYear"}},
		{2022, 2021, []string{"broken plan.mandate-years lastYear"}}, {1, 9999, nil},
	} {
		assert.Equal(t, c.want, append([]string(nil), codes(plan.Mandate{ID: "m", FirstYear: c.first, LastYear: c.last}.Faults())...), c)
	}
}

// A day of sending that nobody asks for is not missing.
func TestADayOfSendingThatDecidesNothing(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	missing := func(m plan.Mandate, year int, received rule.Moment) bool {
		p := plan.Annual{ID: "k", Assignment: a.ID, Year: year, History: []plan.Revision{{ID: "v1", Issued: rule.Day(year, 1, 2)}},
			Sent: []plan.Sent{{Revision: "v1", To: "o", Received: received}}}
		return len(m.Check(p, a).Of(plan.ErrDayMissing)) > 0
	}
	late := m
	late.LatecomerPlanDue = 1
	receipt := m
	receipt.Timely = plan.ByReceipt
	assert.True(t, missing(m, 2022, rule.Moment{}), "neither day is known")
	assert.False(t, missing(m, 2022, rule.On(rule.Day(2022, 2, 1))), "no date is named for 2022")
	assert.True(t, missing(late, 2022, rule.On(rule.Day(2022, 2, 1))), "the host's date may decide")
	assert.False(t, missing(m, 2021, rule.On(rule.Day(2021, 8, 9))), "received in time")
	assert.True(t, missing(m, 2021, rule.On(rule.Day(2021, 8, 10))))
	assert.False(t, missing(receipt, 2021, rule.On(rule.Day(2021, 8, 10))), "the receipt decides")
}

// The ends of the calendar: year 1 and year 9999.
func TestEndsOfTheCalendar(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	for year, want := range map[int]bool{0: false, 1: true, 9999: true, 10000: false} {
		_, ok := m.Span(plan.Annual{Year: year}, assignment.Assignment{})
		assert.Equal(t, want, ok, year)
		p := plan.Annual{Year: year, Assignment: "a"}
		assert.Equal(t, !want, len(m.Check(p, assignment.Assignment{ID: "a"}).Of(plan.ErrNotADate)) == 1, year)
	}
	m.FirstYear, m.LastYear = 0, 3
	assert.Len(t, m.Check(plan.Period{FirstYear: 2, LastYear: 3}, assignment.Assignment{}).Of(plan.ErrPeriodShort), 1, "the first year is 1")
	assert.Empty(t, m.Check(plan.Period{FirstYear: 1, LastYear: 3}, assignment.Assignment{}).Of(plan.ErrPeriodShort))
}

// Whether the text bound is asked of the last day of the plan's year, also of an assignment
// that does not stand in it.
func TestTheDayByWhichAPlanIsJudged(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	parts := m.Basis.Parts()
	parts.KnownFrom = rule.Day(2022, 6, 1)
	m.Basis = duty.MustBasis(parts)
	a := assignment.Assignment{ID: "a"}
	for _, c := range []struct {
		span rule.Span
		year int
		want rule.Kind
	}{
		{rule.Span{From: rule.Day(2016, 1, 1), To: rule.Day(2019, 12, 31)}, 2021, rule.Undecided},
		{rule.Span{From: rule.Day(2021, 1, 1)}, 2021, rule.Undecided},
		{rule.Span{From: rule.Day(2021, 1, 1)}, 2022, rule.Broken},
		{rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2022, 5, 31)}, 2022, rule.Undecided},
		{rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2022, 6, 1)}, 2022, rule.Broken},
		{rule.Span{From: rule.Day(2023, 1, 1), To: rule.Day(2021, 1, 1)}, 2022, rule.Broken},
	} {
		a.Span = c.span
		found := m.Check(plan.Annual{Assignment: "a", Year: c.year}, a).Of(plan.ErrProgramSilent)
		require.Len(t, found, 2, c)
		assert.Equal(t, c.want, found[0].Kind, c)
	}
}

// The bounds of one sending say nothing of the minute that need not be sent.
func TestBoundsOfOneSendingStayWithIt(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	m.ReviewUnreported = true
	p := plan.Annual{ID: "k", Assignment: a.ID, Year: 2021,
		History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 6, 1)}, {ID: "m", Issued: rule.Day(2021, 7, 1), Unchanged: true}, {ID: "n", Unchanged: true}},
		Sent:    []plan.Sent{{Revision: "v1", To: "o", Received: rule.On(rule.Day(2021, 6, 9))}}}
	facts := m.RecordsOf(p, a)
	require.Len(t, facts, 6)
	on := rule.On
	assert.Equal(t, []rule.Moment{{}, on(rule.Day(2021, 6, 1)), on(rule.Day(2021, 6, 9))}, []rule.Moment{facts[0].On, facts[0].After, facts[0].Before})
	assert.Equal(t, []rule.Moment{on(rule.Day(2021, 7, 1)), {}, {}}, []rule.Moment{facts[1].On, facts[1].After, facts[1].Before})
	assert.Equal(t, []rule.Moment{{}, on(rule.Day(1, 1, 1)), {}}, []rule.Moment{facts[2].On, facts[2].After, facts[2].Before})
}

// What is handed out shares nothing: neither the dues of several receivers, nor the facts of
// a plan that serves several communes.
func TestDuesAndFactsShareNothing(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	m.SendTo, m.SharedPlans = []org.BodyID{"x", "y"}, true
	owed := m.Owed(assignment.Change{Kind: assignment.Added, Leader: "l", Assignment: a, Before: []string{"earlier"}})
	owed[0].Also[0].ID = "changed"
	for _, due := range owed[1:] {
		assert.Equal(t, "earlier", due.Also[0].ID, due.To)
	}
	p := plan.Annual{ID: "k", Assignment: a.ID, Covers: []string{"other"}, Year: 2021, History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}},
		Sent: []plan.Sent{{Revision: "v1", To: "x", On: rule.On(rule.Day(2021, 8, 1))}}}
	facts := m.RecordsOf(p, a)
	one, other := facts[0].Findings.Of(plan.ErrSentBeforeIssue), facts[1].Findings.Of(plan.ErrSentBeforeIssue)
	require.Len(t, one, 1)
	require.Len(t, other, 1)
	said := other[0].In(rule.En)
	one[0].Args[0].Text = rule.Text{Vi: "x", En: "x"}
	assert.NotEqual(t, said, one[0].In(rule.En))
	assert.Equal(t, said, other[0].In(rule.En))
}
