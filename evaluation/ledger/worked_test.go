package ledger_test

import (
	"slices"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/visit"
)

// bankDirector is the leader of the worked cases A1 and E2: moved from Nậm Chảy to Tả Thàng on
// 14/5/2021, and in A1 given Lùng Khấu Nhin besides.
func bankDirector(on civil.Date, facts []duty.Record, complete []duty.Complete, communes ...org.UnitCode) ledger.Ledger {
	director := []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "nhnn-lao-cai", Personnel: assignment.CivilServant}}
	before := must(assignment.NewRoster(assignment.Entries{Leaders: director, Assignments: []assignment.Assignment{
		{ID: "02770", Leader: "l1", Commune: "02770", Span: rule.Span{From: rule.Day(2017, 6, 1), To: rule.Day(2021, 5, 13)}},
	}}))
	e := assignment.Entries{Leaders: director}
	for i, c := range communes {
		a := assignment.Assignment{ID: string(c), Leader: "l1", Commune: c, Span: rule.Span{From: rule.Day(2021, 5, 14)}}
		if i == 0 {
			a.Replaces = "02770"
		}
		e.Assignments = append(e.Assignments, a)
	}
	l := ledger.Ledger{Matrix: must(laocai.InForce(on)), Roster: must(assignment.NewRoster(e)), Leaders: laocai.Leaders}
	l.Changes = must(l.Roster.Changes(before, assignment.Comparison{On: rule.Day(2021, 5, 14)}))
	for _, c := range l.Changes {
		l.Dues = append(l.Dues, plan.LaoCai2021().Owed(c)...)
	}
	l.Register = must(duty.NewRegister(complete, facts...))
	return l
}

// sent is a plan of one of them, sent to the Coordination Office.
func sent(l ledger.Ledger, commune string, year int, on rule.Moment) []duty.Record {
	issued, to := []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}}, []plan.Sent{{To: string(laocai.CoordinationOffice), On: on}}
	var p plan.Plan = plan.Period{ID: "p" + commune, Assignment: commune, FirstYear: 2021, LastYear: 2025, History: issued, Sent: to}
	if year != 0 {
		p = plan.Annual{ID: "y" + commune, Assignment: commune, Year: year, History: issued, Sent: to}
	}
	return plan.LaoCai2021().Records(p, l.Roster)
}

func through(on civil.Date, kinds ...duty.Kind) (list []duty.Complete) {
	for _, k := range kinds {
		list = append(list, duty.Complete{Kind: k, Through: on})
	}
	return list
}

// Worked case A1, steps 2 to 5 and the switch: two plans for each of two communes, each by
// its own day, and the district's notices.
func TestWorkedCaseA1(t *testing.T) {
	t.Parallel()
	on := rule.Day(2021, 8, 31)
	l := bankDirector(on, nil, nil, "02794", "02776")
	var facts []duty.Record
	for _, p := range []struct {
		commune string
		year    int
		on      rule.Moment
	}{
		{"02794", 0, rule.On(rule.Day(2021, 8, 6))}, {"02794", 2021, rule.On(rule.Day(2021, 8, 8))},
		{"02776", 0, rule.At(rule.Day(2021, 8, 9), 23, 40)}, {"02776", 2021, rule.On(rule.Day(2021, 8, 10))},
	} {
		facts = append(facts, sent(l, p.commune, p.year, p.on)...)
	}
	told := func(commune string) duty.Fact {
		return duty.Fact{Kind: duty.DistrictHelperNotified, Duty: duty.NotifyDistrictHelper, Object: duty.Object{Per: duty.PerCommune, ID: commune}}
	}
	facts = append(facts, duty.Record{Fact: told("02794"), By: "ubnd-huyen", To: "l1", On: rule.On(rule.Day(2021, 8, 20))})
	plans := through(on, duty.PeriodPlanSent, duty.AnnualPlanSent)
	l = bankDirector(on, facts, append(plans, through(on, duty.DistrictHelperNotified)...), "02794", "02776")
	day := must(l.On(on))
	for _, c := range []struct {
		id      rule.DutyID
		commune string
		want    duty.Status
		late    int
	}{
		{duty.PeriodPlan, "02794", duty.Fulfilled, 0}, {duty.AnnualPlan, "02794", duty.Fulfilled, 0},
		{duty.PeriodPlan, "02776", duty.Fulfilled, 0}, {duty.AnnualPlan, "02776", duty.FulfilledLate, 1},
		{duty.NotifyDistrictHelper, "02794", duty.Fulfilled, 0}, {duty.NotifyDistrictHelper, "02776", duty.Open, 0},
	} {
		e := status(t, day, c.id, c.commune)
		assert.Equal(t, c.want, e.Status, "%s %s", c.id, c.commune)
		require.NotEmpty(t, e.Standings)
		assert.Equal(t, c.late, e.Standings[0].DaysLate, "%s %s", c.id, c.commune)
		if c.id != duty.NotifyDistrictHelper {
			assert.Equal(t, rule.Day(2021, 8, 9), e.Latest(), "before 10/8/2021 excludes that day")
		}
	}
	for e := range day.Entries() {
		assert.NotEqual(t, "02770", e.Object.ID, "nothing is owed for Nậm Chảy: %s", e.Duty)
		assert.NotEqual(t, duty.Breached, e.Status, e.Duty)
	}

	// The switch: 20 working days from 10/8/2021, by the host's policy and no text.
	for last, want := range map[civil.Date]duty.Status{on: duty.NotYetDue, rule.Day(2021, 9, 10): duty.Overdue} {
		l = bankDirector(last, facts, append(plans, through(rule.Day(2021, 9, 9), duty.DistrictHelperNotified)...), "02794", "02776")
		l.Dues = append(l.Dues, duty.Due{Fact: told("02776"), To: "l1", Latest: rule.Day(2021, 9, 9), Origin: rule.OriginPolicy})
		e := status(t, must(l.On(last)), duty.NotifyDistrictHelper, "02776")
		assert.Equal(t, want, e.Status, last)
		assert.Equal(t, rule.OriginPolicy, e.Standings[0].Due.Origin)
		assert.Zero(t, e.Standings[0].Due.Source, "without the dispatch as its source")
	}
}

// Worked case E2, steps 1 to 3: the ledger of one commune on three days of 2021.
func TestWorkedCaseE2(t *testing.T) {
	t.Parallel()
	l := bankDirector(rule.Day(2021, 8, 15), nil, nil, "02794")
	period := sent(l, "02794", 0, rule.On(rule.Day(2021, 8, 6)))

	// 1/8: whether the dispatch binds already is not known.
	aug1 := rule.Day(2021, 8, 1)
	l = bankDirector(aug1, nil, nil, "02794")
	for e := range must(l.On(aug1)).Entries() {
		assert.Contains(t, []duty.Status{duty.Unknown, duty.NotComputable}, e.Status, "%s %v", e.Duty, e.Object)
	}

	aug15 := rule.Day(2021, 8, 15)
	l = bankDirector(aug15, period, through(rule.Day(2021, 8, 10), duty.PeriodPlanSent, duty.AnnualPlanSent), "02794")
	day := must(l.On(aug15))
	assert.Equal(t, duty.Fulfilled, status(t, day, duty.PeriodPlan, "02794").Status)
	annual := status(t, day, duty.AnnualPlan, "02794")
	assert.Equal(t, duty.Overdue, annual.Status)
	assert.Equal(t, 6, annual.Standings[0].DaysLate, "gone by since 9/8")
	assert.Equal(t, 2, annual.Standings[0].AtLeast, "a sending after 10/8 is not known")
	for id, want := range map[rule.DutyID]duty.Status{
		duty.AssignDistrictHelper: duty.Open, duty.NotifyDistrictHelper: duty.Open, duty.EvaluateWork: duty.Ongoing,
	} {
		for e := range day.Where(ledger.Filter{Duties: []rule.DutyID{id}}) {
			assert.Equal(t, want, e.Status, id)
		}
	}

	dec31, nov30 := rule.Day(2021, 12, 31), rule.Day(2021, 11, 30)
	facts := slices.Concat(period, sent(l, "02794", 2021, rule.On(rule.Day(2021, 8, 12))))
	for id, on := range map[string]civil.Date{"16/9": rule.Day(2021, 9, 16), "29/10": rule.Day(2021, 10, 29), "14/12": rule.Day(2021, 12, 14)} {
		v := visit.Visit{ID: id, Commune: "02794", Assignment: "02794", Start: rule.On(on), Made: true, Items: []string{"đường thôn"},
			Participants: []visit.Participant{{ID: "l1", Role: visit.Leader}}}
		if id == "16/9" {
			v.Notices = []visit.Notice{{Sent: rule.On(rule.Day(2021, 9, 13)), To: "02794", Items: v.Items}}
		}
		facts = append(facts, visit.Policy{}.Records(v, l.Roster)...)
	}
	l = bankDirector(dec31, facts, through(nov30, duty.PeriodPlanSent, duty.AnnualPlanSent, duty.Noticed, duty.VisitMade), "02794")
	day = must(l.On(dec31))
	annual = status(t, day, duty.AnnualPlan, "02794")
	assert.Equal(t, duty.FulfilledLate, annual.Status)
	assert.Equal(t, 3, annual.Standings[0].DaysLate)
	for id, want := range map[string]duty.Status{"16/9": duty.Fulfilled, "29/10": duty.Breached, "14/12": duty.Unknown} {
		assert.Equal(t, want, status(t, day, duty.NotifyVisit, id).Status, id)
	}
}
