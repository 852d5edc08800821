package plan_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

func codes(found rule.Findings) []string {
	out := []string{}
	for _, f := range found {
		out = append(out, fmt.Sprintf("%s %s %s", f.Kind, f.Code(), f.Path))
	}
	return out
}

func rosterOf(t *testing.T, as ...assignment.Assignment) assignment.Roster {
	t.Helper()
	var e assignment.Entries
	seen := map[string]bool{}
	for _, a := range as {
		if !seen[a.Leader] {
			e.Leaders = append(e.Leaders, assignment.Leader{ID: a.Leader, Body: "body"})
		}
		seen[a.Leader] = true
	}
	e.Assignments = as
	r, err := assignment.NewRoster(e)
	require.NoError(t, err)
	return r
}

func TestZeroValuesSurvive(t *testing.T) {
	t.Parallel()
	var nilAnnual *plan.Annual
	var nilPeriod *plan.Period
	for _, m := range []plan.Mandate{{}, plan.LaoCai2021()} {
		for _, p := range []plan.Plan{nil, nilAnnual, nilPeriod} {
			found := m.Check(p, assignment.Assignment{})
			require.ErrorIs(t, found.Err(), plan.ErrNoPlan)
			assert.Empty(t, m.Records(p, assignment.Roster{}))
		}
		assert.NotPanics(t, func() {
			_ = m.Check(plan.Annual{}, assignment.Assignment{})
			_ = m.Check(plan.Period{}, assignment.Assignment{})
			_ = m.CheckTrace(plan.Annual{}, plan.Period{})
			m.Records(plan.Annual{}, assignment.Roster{})
			m.Records(plan.Period{}, assignment.Roster{})
			assert.Empty(t, m.Owed(assignment.Change{}))
		})
		_, ok := m.Span(plan.Annual{}, assignment.Assignment{})
		assert.False(t, ok)
		_, err := m.Skeleton(assignment.Assignment{}, plan.Outline{})
		require.ErrorIs(t, err, plan.ErrOutside)
	}
	assert.Equal(t, []string{"broken plan.not-a-date year", "undecided plan.day-missing history"},
		codes(plan.Mandate{}.Check(plan.Annual{}, assignment.Assignment{})), "the zero Mandate judges form only")
}

func TestPointersToPlansArePlans(t *testing.T) {
	t.Parallel()
	m, a, p := plan.LaoCai2021(), minhLuong(), autumn2021()
	assert.Equal(t, codes(m.Check(p, a)), codes(m.Check(&p, a)))
	per := plan.Period{ID: "k", Assignment: a.ID}
	assert.Equal(t, codes(m.Check(per, a)), codes(m.Check(&per, a)))
}

// without is the mandate under a text that does not lay some duties down.
func without(m plan.Mandate, ids ...rule.DutyID) plan.Mandate {
	parts := m.Basis.Parts()
	for _, id := range ids {
		delete(parts.Provisions, id)
	}
	m.Basis = duty.MustBasis(parts)
	return m
}

// The zero Mandate demands nothing, so that a province that writes down one duty
// is held to that duty alone.
func TestADutyWithoutProvisionIsNotDemanded(t *testing.T) {
	t.Parallel()
	for id, code := range map[rule.DutyID]rule.Code{
		duty.ByMonth: plan.ErrMonthUnaddressed, duty.TeamWork: plan.ErrMemberIdle,
	} {
		m := plan.LaoCai2021()
		require.ErrorIs(t, m.Check(autumn2021(), minhLuong()).Err(), code)
		m = without(m, id)
		require.NotErrorIs(t, m.Check(autumn2021(), minhLuong()).Err(), code)
	}
	m := without(plan.LaoCai2021(), duty.AnnualPlan)
	assert.Equal(t, []string{"broken plan.misfiled quarters[1].months[1].visits[0].on"}, codes(m.Check(autumn2021(), minhLuong())))
	owed := m.Owed(assignment.Change{Kind: assignment.New, Assignment: minhLuong()})
	require.Len(t, owed, 1)
	assert.Equal(t, duty.PeriodPlanSent, owed[0].Kind)
	m = without(m, duty.PeriodPlan)
	assert.Empty(t, m.Owed(assignment.Change{Kind: assignment.New, Assignment: minhLuong()}))
	assert.Equal(t, []string{"undecided plan.day-missing history"}, codes(m.Check(plan.Period{Assignment: "a"}, assignment.Assignment{ID: "a", Span: rule.Span{From: rule.Day(2030, 1, 1)}})))
}

func TestOwed(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	for name, c := range map[string]struct {
		kind     assignment.ChangeKind
		from, to civil.Date
		latest   []string // per document: "period", then years
	}{
		"new on 14/5/2021":                       {assignment.New, rule.Day(2021, 5, 14), civil.Date{}, []string{"2021-08-09", "2021-08-09", "", "", "", ""}},
		"new the day before the date":            {assignment.New, rule.Day(2021, 8, 9), civil.Date{}, []string{"2021-08-09", "2021-08-09", "", "", "", ""}},
		"new on the date":                        {assignment.New, rule.Day(2021, 8, 10), civil.Date{}, []string{"", "", "", "", "", ""}},
		"new in 2023":                            {assignment.New, rule.Day(2023, 3, 1), civil.Date{}, []string{"", "", "", ""}},
		"continuing since 2016":                  {assignment.Continuing, rule.Day(2016, 1, 1), civil.Date{}, []string{"2021-08-09", "2021-08-09", "", "", "", ""}},
		"continuing, first day not known":        {assignment.Continuing, civil.Date{}, rule.Day(2021, 12, 31), []string{"2021-08-09", "2021-08-09"}},
		"new, first day not known":               {assignment.New, civil.Date{}, rule.Day(2021, 12, 31), []string{"", ""}},
		"moved, to the merger of its commune":    {assignment.Moved, rule.Day(2021, 5, 14), rule.Day(2025, 6, 30), []string{"2021-08-09", "2021-08-09", "", "", "", ""}},
		"added, ending in 2022":                  {assignment.Added, rule.Day(2021, 5, 14), rule.Day(2022, 1, 1), []string{"2021-08-09", "2021-08-09", ""}},
		"ended":                                  {assignment.Ended, rule.Day(2021, 1, 1), rule.Day(2021, 5, 13), nil},
		"new after the period of the text":       {assignment.New, rule.Day(2026, 1, 1), civil.Date{}, nil},
		"over before the period of the text":     {assignment.Continuing, rule.Day(2016, 1, 1), rule.Day(2020, 12, 31), nil},
		"a kind of change that there is not":     {9, rule.Day(2021, 1, 1), civil.Date{}, nil},
		"continuing, decided anew after the day": {assignment.Continuing, rule.Day(2022, 2, 1), civil.Date{}, []string{"", "", "", "", ""}},
	} {
		a := assignment.Assignment{ID: "a", Leader: "l", Span: rule.Span{From: c.from, To: c.to}}
		owed := m.Owed(assignment.Change{Kind: c.kind, Leader: "l", Assignment: a})
		var latest []string
		for i, d := range owed {
			day := ""
			if !d.Latest.IsZero() {
				day = d.Latest.String()
				assert.Equal(t, rule.OriginText, d.Origin, name)
			} else {
				assert.Zero(t, d.Origin, name)
			}
			latest = append(latest, day)
			assert.Equal(t, "l", d.By, name)
			assert.Equal(t, string(laocai.CoordinationOffice), d.To, name)
			assert.False(t, d.Source.IsZero(), name)
			assert.Equal(t, i == 0, d.Kind == duty.PeriodPlanSent, name)
		}
		assert.Equal(t, c.latest, latest, name)
	}
	sponsor := assignment.Assignment{ID: "a", Role: assignment.Sponsor, Span: rule.Span{From: rule.Day(2021, 5, 14)}}
	assert.Empty(t, m.Owed(assignment.Change{Kind: assignment.New, Assignment: sponsor}), "the text speaks of leaders who help")
}

func TestOwedSaysWhat(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	owed := m.Owed(assignment.Change{Kind: assignment.Continuing, Assignment: minhLuong()})
	assert.Equal(t, "who keeps the commune: review, adjust and supplement the plan issued (2021–2025)", owed[0].Note.En)
	assert.Equal(t, "xây dựng kế hoạch giúp đỡ xã của năm (2022)", owed[2].Note.Vi, "the review is of 2021 only")
	assert.Equal(t, duty.PeriodPlan, owed[0].Duty, "a review discharges the duty of the plan")
	assert.Equal(t, "gd-so-khdt", owed[0].By, "taken from the assignment where the change names nobody")
	m.LatecomerPlanDue = 30
	c := assignment.Change{Kind: assignment.New, Assignment: assignment.Assignment{ID: "a", Span: rule.Span{From: rule.Day(2023, 2, 27)}}}
	owed = m.Owed(c)
	assert.Equal(t, rule.Day(2023, 3, 29), owed[0].Latest)
	assert.Equal(t, rule.OriginPolicy, owed[0].Origin)
	assert.True(t, owed[0].Source.IsZero(), "a policy has no source")
	assert.Equal(t, rule.Day(2023, 3, 29), owed[1].Latest)
	assert.True(t, owed[2].Latest.IsZero(), "the plan of a later year is not a latecomer's")
	m.LatecomersBound = true
	assert.Equal(t, rule.Day(2023, 3, 29), m.Owed(c)[0].Latest, "the date of 2021 says nothing of an assignment of 2023")
}

// 2 × 2 documents of 2021 for the two communes of one leader, and none for the
// one that was left.
func TestTwoCommunesOfOneLeader(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	day := rule.Day(2021, 5, 14)
	changes := []assignment.Change{
		{Kind: assignment.Ended, Leader: "l", Assignment: assignment.Assignment{ID: "nam-chay", Span: rule.Span{To: day.AddDays(-1)}}},
		{Kind: assignment.Moved, Leader: "l", Assignment: assignment.Assignment{ID: "ta-thang", Span: rule.Span{From: day}}},
		{Kind: assignment.Added, Leader: "l", Assignment: assignment.Assignment{ID: "lkn", Span: rule.Span{From: day}}},
	}
	var of2021 []string
	for _, c := range changes {
		for _, d := range m.Owed(c) {
			if d.Object.Year <= 2021 {
				of2021 = append(of2021, d.Object.ID+" "+string(d.Kind))
				assert.Equal(t, 87, d.Latest.DaysSince(day))
			}
		}
	}
	assert.Equal(t, []string{"ta-thang period-plan-sent", "ta-thang annual-plan-sent", "lkn period-plan-sent", "lkn annual-plan-sent"}, of2021)
}

func TestRecords(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	facts := m.Records(autumn2021(), rosterOf(t, a))
	require.Len(t, facts, 4)
	assert.Equal(t, duty.Record{
		Fact: duty.Fact{Kind: duty.AnnualPlanSent, Duty: duty.AnnualPlan, Object: duty.Object{Per: duty.PerAssignmentYear, ID: "minh-luong", Year: 2021}},
		By:   "gd-so-khdt", To: "vp-dieu-phoi-ntm", On: rule.On(rule.Day(2021, 8, 6)), Evidence: duty.Evidence{Ref: "v1"}}, facts[0], "completeness is a separate answer")
	for i, want := range []struct {
		id    rule.DutyID
		count int
	}{{duty.ByMonth, 2}, {duty.TeamWork, 1}, {duty.TracePlans, 0}} {
		fact := facts[i+1]
		assert.Equal(t, duty.PlanChecked, fact.Kind)
		assert.Equal(t, want.id, fact.Duty)
		assert.Len(t, fact.Findings, want.count)
		assert.Equal(t, rule.On(rule.Day(2021, 8, 2)), fact.On)
	}
	_, err := duty.NewRegister(nil, facts...)
	require.NoError(t, err)

	period := plan.Period{ID: "k", Assignment: a.ID, History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}},
		Sent: []plan.Sent{{To: "x", On: rule.At(rule.Day(2021, 8, 9), 23, 40), Ref: "123/CV"}, {To: "y"}}}
	facts = m.Records(period, rosterOf(t, a))
	require.Len(t, facts, 3)
	assert.Equal(t, "123/CV", facts[0].Evidence.Ref)
	assert.Zero(t, facts[1].On, "a sending without a day is a fact after the issue")
	assert.Equal(t, rule.On(rule.Day(2021, 8, 2)), facts[1].After)
	assert.Equal(t, duty.TracePlans, facts[2].Duty)

	unknown := m.Records(autumn2021(), assignment.Roster{})
	require.Len(t, unknown, 1, "a sending stays a fact where the roster lacks the assignment")
	require.ErrorIs(t, unknown[0].Findings.Err(), plan.ErrAssignment)

	draft := autumn2021()
	draft.History, draft.Sent = nil, nil
	assert.Empty(t, m.Records(draft, rosterOf(t, a)))

	// W3: what was done on a day that nobody knows was done, and is Unknown.
	undated := autumn2021()
	undated.History = []plan.Revision{{ID: "minute", Unchanged: true}, {ID: "bad", Issued: rule.Day(2021, 2, 30)}}
	undated.Sent = []plan.Sent{{Revision: "minute", To: string(laocai.CoordinationOffice), On: rule.On(rule.Day(2021, 2, 30))}}
	m.ReviewUnreported = true
	facts = m.Records(undated, rosterOf(t, a))
	require.Len(t, facts, 5, "the sending, the review that need not be sent, three duties of content")
	through := rule.Day(2021, 12, 31)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.AnnualPlanSent, Through: through}}, facts...)
	require.NoError(t, err)
	due := m.Owed(assignment.Change{Kind: assignment.Continuing, Assignment: a})[1]
	assert.Equal(t, duty.Unknown, due.Status(register, through).Status)

	contradicted := autumn2021()
	contradicted.Sent[0].On, contradicted.Sent[0].Received = rule.Moment{}, rule.On(rule.Day(2021, 8, 1))
	facts = m.Records(contradicted, rosterOf(t, a))
	_, err = duty.NewRegister(nil, facts...)
	require.NoError(t, err, "received before it was issued: the facts are a register still")
	assert.Equal(t, rule.Day(2021, 8, 1), facts[0].Before.Date)
}

func TestRecordsByReceipt(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	m.Timely = plan.ByReceipt
	m = without(m, duty.ByMonth, duty.TeamWork, duty.TracePlans)
	p := autumn2021()
	facts := m.Records(p, rosterOf(t, a))
	require.Len(t, facts, 1)
	assert.Zero(t, facts[0].On, "received on a day that is not known, not before it was sent")
	assert.Equal(t, rule.Day(2021, 8, 6), facts[0].After.Date)
	p.Sent[0].Received = rule.On(rule.Day(2021, 8, 10))
	facts = m.Records(p, rosterOf(t, a))
	require.Len(t, facts, 1)
	assert.Equal(t, rule.Day(2021, 8, 10), facts[0].On.Date)
}

func TestASharedPlanIsAFactForEachCommune(t *testing.T) {
	t.Parallel()
	day := rule.Span{From: rule.Day(2021, 5, 14)}
	first := assignment.Assignment{ID: "ta-thang", Leader: "l", Commune: "02794", Span: day}
	second := assignment.Assignment{ID: "lkn", Leader: "l", Commune: "02776", Span: day}
	r := rosterOf(t, first, second)
	p := plan.Annual{ID: "k", Assignment: "ta-thang", Covers: []string{"lkn"}, Year: 2021,
		History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}},
		Sent:    []plan.Sent{{To: string(laocai.CoordinationOffice), On: rule.On(rule.Day(2021, 8, 6))}}}
	status := func(m plan.Mandate) duty.Status {
		register, err := duty.NewRegister([]duty.Complete{{Kind: duty.AnnualPlanSent, Through: rule.Day(2021, 8, 31)}}, m.Records(p, r)...)
		require.NoError(t, err)
		due := m.Owed(assignment.Change{Kind: assignment.Added, Leader: "l", Assignment: second})[1]
		return due.Status(register, rule.Day(2021, 8, 31)).Status
	}
	m := plan.LaoCai2021()
	assert.Equal(t, duty.Overdue, status(m))
	own := plan.Period{ID: "p", Assignment: "ta-thang", Covers: []string{"lkn"}, FirstYear: 2021, LastYear: 2025, History: p.History, Sent: p.Sent}
	require.ErrorIs(t, m.Check(own, first).Err(), plan.ErrSeveralCommunes)
	assert.NoError(t, m.Records(own, r)[0].Findings.Err(), "as the plan of its own commune nothing is wrong with it")
	m.SharedPlans = true
	assert.Equal(t, duty.Fulfilled, status(m))
}

func TestSpan(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	merged := assignment.Assignment{ID: "a", Span: rule.Span{From: rule.Day(2021, 5, 14), To: rule.Day(2025, 6, 30)}}
	span, ok := m.Span(plan.Annual{Year: 2025, History: []plan.Revision{{Issued: rule.Day(2024, 12, 20)}}}, merged)
	require.True(t, ok)
	days, _ := span.Days()
	assert.Equal(t, 181, days, "issued the year before; the commune ended on 30/6")
	_, ok = m.Span(plan.Annual{Year: 2026}, merged)
	assert.False(t, ok)
	span, ok = m.Span(plan.Annual{Year: 2021}, assignment.Assignment{Span: rule.Span{From: rule.Day(2021, 9, 1), To: rule.Day(2021, 2, 30)}})
	assert.True(t, ok)
	assert.Equal(t, rule.Year(2021), span, "a span that is none does not narrow the year")
	span, _ = m.Span(plan.Annual{Year: 2021, History: []plan.Revision{{Unchanged: true, Issued: rule.Day(2021, 8, 9)}}}, merged)
	assert.Equal(t, rule.Day(2021, 5, 14), span.From, "a minute is not the issue of the plan")
	span, _ = m.Span(plan.Annual{Year: 2021, History: []plan.Revision{{Issued: rule.Day(2021, 2, 30)}}}, merged)
	assert.Equal(t, rule.Day(2021, 5, 14), span.From, "a day that does not exist is none")
}

func TestSkeleton(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	p, err := m.Skeleton(a, plan.Outline{Year: 2022, Issued: rule.Day(2022, 1, 4)})
	require.NoError(t, err)
	require.Len(t, p.Quarters, 4)
	assert.Equal(t, "minh-luong-2022", p.ID)
	for i, q := range p.Quarters {
		assert.Equal(t, i+1, q.Quarter)
		for j, month := range q.Months {
			assert.Equal(t, 3*i+j+1, month.Month)
		}
	}
	_, err = m.Skeleton(a, plan.Outline{Year: 2021, Issued: rule.Day(2021, 8, 2), NoVisit: map[int]string{7: "nghỉ", 9: " … ", 13: "x", 10: "mưa lũ"}})
	found, ok := rule.FindingsIn(err)
	require.True(t, ok)
	assert.Equal(t, []string{`broken plan.outside noVisit["7"]`, `broken plan.month-unaddressed noVisit["9"]`, `broken plan.outside noVisit["13"]`}, codes(found))
	_, err = m.Skeleton(a, plan.Outline{Year: 2021, Issued: rule.Day(2021, 2, 30)})
	require.ErrorIs(t, err, plan.ErrNotADate)
	_, err = m.Skeleton(a, plan.Outline{Year: 2020})
	require.ErrorIs(t, err, plan.ErrOutside)
	_, err = m.Skeleton(a, plan.Outline{Year: 2021, Issued: rule.Day(2022, 1, 1)})
	require.ErrorIs(t, err, plan.ErrOutside)
}

func TestImpossibleDays(t *testing.T) {
	t.Parallel()
	p := autumn2021()
	bad := rule.Day(2021, 2, 30)
	p.History = append(p.History, plan.Revision{ID: "v2", Issued: bad})
	p.Sent = append(p.Sent, plan.Sent{Revision: "v2", To: "x", On: rule.On(bad), Received: rule.On(bad)})
	p.Quarters[0].Months[0].Visits[0].On = bad
	p.Quarters[0].Months[0].Activities[0].On = bad
	found := plan.LaoCai2021().Check(p, minhLuong())
	var at []string
	for _, f := range found.Of(plan.ErrNotADate) {
		at = append(at, string(f.Path))
	}
	assert.Equal(t, []string{"history[1].issued", "sent[1].on", "sent[1].received", "quarters[0].months[0].visits[0].on", "quarters[0].months[0].activities[0].on"}, at)
	assert.Len(t, found.Of(plan.ErrMonthUnaddressed), 3, "a visit on a day that does not exist addresses no month")
}

func TestRevisionOn(t *testing.T) {
	t.Parallel()
	p := plan.Period{History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 2, 1)}, {ID: "draft"}, {ID: "minute", Issued: rule.Day(2021, 8, 9), Unchanged: true}}}
	for day, want := range map[civil.Date]string{rule.Day(2021, 1, 31): "", rule.Day(2021, 2, 1): "v1", rule.Day(2021, 8, 8): "v1", rule.Day(2021, 8, 9): "minute"} {
		r, ok := p.RevisionOn(day)
		assert.Equal(t, want, r.ID)
		assert.Equal(t, want != "", ok)
	}
}

func TestReadingAPlanReportsEverything(t *testing.T) {
	t.Parallel()
	in := `{"format":"giupxa.annual-plan/1","id":"k","assignment":"a","year":2021,"history":[{"id":"v1","issued":"30/02"}],
		"quarters":[{"quarter":3,"months":[{"month":8,"visits":[{"on":"2021-08-14"}],"activities":[{"id":"h","kind":"dance","focus":["fifth"],"contributions":[{"id":"c","amount":"12,5"}]}]}]}],
		"approved":true}`
	var p plan.Annual
	found, ok := rule.FindingsIn(json.Unmarshal([]byte(in), &p))
	require.True(t, ok)
	assert.Equal(t, []string{
		"broken form.unreadable history[0].issued",
		"broken form.unreadable quarters[0].months[0].activities[0].kind",
		"broken form.unreadable quarters[0].months[0].activities[0].focus[0]",
		"broken form.unreadable quarters[0].months[0].activities[0].contributions[0].amount",
		"broken form.unknown-key approved",
		"broken form.required quarters[0].months[0].visits[0].id",
	}, codes(found))
	var period plan.Period
	require.Error(t, json.Unmarshal([]byte(`{"format":"giupxa.period-plan/2"}`), &period))
	var m plan.Mandate
	require.Error(t, json.Unmarshal([]byte(`{"id":"x","latecomerPlanDue":-1}`), &m))
	nfd, err := json.Marshal(plan.Annual{ID: "k", Assignment: "a", TeamMeetings: []string{"ho\u0323p tho\u0302n"}})
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(nfd, &p))
	assert.Equal(t, "họp thôn", p.TeamMeetings[0])
}

// Each reading and policy of the table is a field of the mandate, and its zero
// value is what LaoCai2021 has.
func TestSwitchesAreFields(t *testing.T) {
	t.Parallel()
	m := reflect.ValueOf(plan.LaoCai2021())
	for _, r := range plan.Rules() {
		if r.Switch == "" {
			continue
		}
		field := m.FieldByName(strings.TrimPrefix(r.Switch, "Mandate."))
		require.True(t, field.IsValid(), r.Switch)
		assert.True(t, field.IsZero(), r.Switch)
	}
}

// Whether a goal that traces to nothing is told depends on the day of the
// province's plan, to the day.
func TestTraceHangsOnTheProvincesPlan(t *testing.T) {
	t.Parallel()
	a := minhLuong()
	for issued, kind := range map[civil.Date]rule.Kind{rule.Day(2022, 4, 18): rule.Undecided, rule.Day(2022, 4, 19): rule.Broken} {
		p := plan.Period{ID: "k", Assignment: a.ID, FirstYear: 2021, LastYear: 2025, History: []plan.Revision{{ID: "v1", Issued: issued}}, Goals: goals()}
		found := plan.LaoCai2021().Check(p, a).Of(plan.ErrGoalUntraced)
		require.Len(t, found, 2)
		assert.Equal(t, kind, found[0].Kind, issued)
	}
	m := plan.LaoCai2021()
	m.Province = rule.Source{}
	p := plan.Period{ID: "k", Assignment: a.ID, FirstYear: 2021, LastYear: 2025, History: []plan.Revision{{ID: "v1", Issued: rule.Day(2024, 1, 1)}}, Goals: goals()}
	assert.NoError(t, m.Check(p, a).Err(), "no plan of the province is known")
	annual := autumn2021()
	annual.Assignment = "another"
	assert.Equal(t, []string{"broken plan.other-assignment assignment", "broken plan.goal-not-in-period goals[0].serves", "broken plan.goal-not-in-period goals[1].serves"}, codes(m.CheckTrace(annual, p)))
}

// The order of sections and of team members changes paths and nothing else.
func TestOrderOfSectionsDoesNotMatter(t *testing.T) {
	t.Parallel()
	p, a := autumn2021(), minhLuong()
	want := map[rule.Code]int{}
	for _, f := range plan.LaoCai2021().Check(p, a) {
		want[f.Code()]++
	}
	slices.Reverse(p.Quarters)
	for i := range p.Quarters {
		slices.Reverse(p.Quarters[i].Months)
	}
	slices.Reverse(a.Team)
	got := map[rule.Code]int{}
	for _, f := range plan.LaoCai2021().Check(p, a) {
		got[f.Code()]++
	}
	assert.Equal(t, want, got)
}

func TestEdition(t *testing.T) {
	t.Parallel()
	one := plan.LaoCai2021().Edition()
	assert.Equal(t, one, plan.LaoCai2021().Edition())
	assert.Len(t, one.Digest, 64)
	changed := plan.LaoCai2021()
	changed.Timely = plan.ByReceipt
	assert.NotEqual(t, one.Digest, changed.Edition().Digest, "a reading is part of the edition")
	dated := plan.LaoCai2021()
	var err error
	dated.Basis, err = dated.Basis.From(rule.Day(2021, 7, 2))
	require.NoError(t, err)
	assert.NotEqual(t, one.Digest, dated.Edition().Digest, "and so is the day from which the text binds")
}

func TestFindingsFillTheirWordsAndNameNobody(t *testing.T) {
	t.Parallel()
	p := autumn2021()
	p.Goals[0].ID = p.Goals[1].ID
	p.Quarters[0].Months[0].Activities[0].Members = append(p.Quarters[0].Months[0].Activities[0].Members, "Nguyễn Văn A")
	m := plan.LaoCai2021()
	m.MinVisitsPerMonth, m.MinVisitsPerQuarter, m.OneResponsible, m.FocusDemanded = 2, 7, true, true
	for _, f := range m.Check(p, minhLuong()) {
		for _, l := range []rule.Lang{rule.Vi, rule.En} {
			assert.False(t, strings.ContainsAny(f.In(l), "{}"), f.In(l))
			assert.NotContains(t, f.In(l), "Nguyễn")
		}
	}
}
