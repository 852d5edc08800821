package assignment_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

func bankDirector(t *testing.T, replaces org.UnitCode) (roster, previous assignment.Roster) {
	t.Helper()
	director := []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "nhnn-chi-nhanh", Personnel: assignment.CivilServant}}
	previous = must(assignment.NewRoster(assignment.Entries{Leaders: director, Assignments: []assignment.Assignment{
		{ID: "nam-chay", Leader: "l1", Commune: "02770", Span: rule.Span{From: rule.Day(2017, 6, 1), To: rule.Day(2021, 5, 13)}},
	}}))
	since := rule.Span{From: rule.Day(2021, 5, 14)}
	roster = must(assignment.NewRoster(assignment.Entries{Leaders: director, Assignments: []assignment.Assignment{
		{ID: "ta-thang", Leader: "l1", Commune: "02794", Span: since, Decision: decision1599, Replaces: replaces},
		{ID: "lkn", Leader: "l1", Commune: "02776", Span: since, Decision: decision1599},
	}}))
	return roster, previous
}

// A1, steps 2 to 4, on the changes of step 1; with the words of the decision and
// without them the same is owed.
func TestWorkedCaseA1(t *testing.T) {
	t.Parallel()
	for name, replaces := range map[string]org.UnitCode{"moved": "02770", "without the words": ""} {
		roster, previous := bankDirector(t, replaces)
		changes, err := roster.Changes(previous, assignment.Comparison{On: rule.Day(2021, 5, 14)})
		require.NoError(t, err, name)
		require.Len(t, changes, 3, name)

		mandate := plan.LaoCai2021()
		asOf := rule.Day(2021, 8, 31)
		coordination := string(laocai.CoordinationOffice)
		sent := func(on rule.Moment) []plan.Sent { return []plan.Sent{{To: coordination, On: on}} }
		issued := []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}}
		var facts []duty.Record
		for _, p := range []plan.Plan{
			plan.Period{ID: "p1", Assignment: "ta-thang", FirstYear: 2021, LastYear: 2025, History: issued, Sent: sent(rule.On(rule.Day(2021, 8, 6)))},
			plan.Annual{ID: "y1", Assignment: "ta-thang", Year: 2021, History: issued, Sent: sent(rule.On(rule.Day(2021, 8, 8)))},
			plan.Period{ID: "p2", Assignment: "lkn", FirstYear: 2021, LastYear: 2025, History: issued, Sent: sent(rule.At(rule.Day(2021, 8, 9), 23, 40))},
			plan.Annual{ID: "y2", Assignment: "lkn", Year: 2021, History: issued, Sent: sent(rule.On(rule.Day(2021, 8, 10)))},
		} {
			facts = append(facts, mandate.Records(p, roster)...)
		}
		register, err := duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, Through: asOf}, {Kind: duty.AnnualPlanSent, Through: asOf}}, facts...)
		require.NoError(t, err)

		var statuses []string
		for _, c := range changes {
			for _, due := range mandate.Owed(c) {
				if due.Object.Year > 2021 {
					continue
				}
				assert.Equal(t, rule.Day(2021, 8, 9), due.Latest, "before 10/8/2021 excludes that day")
				standing := due.Status(register, asOf)
				statuses = append(statuses, c.Assignment.ID+" "+string(due.Kind)+" "+standing.Status.String())
				if standing.Status == duty.FulfilledLate {
					assert.Equal(t, 1, standing.DaysLate)
				}
			}
		}
		assert.Equal(t, []string{
			"ta-thang period-plan-sent fulfilled", "ta-thang annual-plan-sent fulfilled",
			"lkn period-plan-sent fulfilled", "lkn annual-plan-sent fulfilled-late",
		}, statuses, name)
		assert.Equal(t, 87, rule.Day(2021, 8, 9).DaysSince(rule.Day(2021, 5, 14)))
	}
}

// A2, steps 3 to 6: what part of 2025 the target stood, who evaluates, and what
// limits an answer of later years. Steps 1 and 2 and the switch are cases.
func TestWorkedCaseA2(t *testing.T) {
	t.Parallel()
	a := assignment.Assignment{ID: "a1", Leader: "L1", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14)}}
	follow := assignment.Policy{OnTargetMerged: assignment.FollowSuccessor}
	days := func(p assignment.Policy) (list []int) {
		for _, target := range p.Targets(a, merger()) {
			if target.Confirmed {
				n, of := assignment.Assignment{Span: target.Span}.DaysIn(2025)
				assert.Equal(t, 365, of)
				list = append(list, n)
			}
		}
		return list
	}
	assert.Equal(t, []int{181}, days(assignment.Policy{}), "January to June")
	assert.Equal(t, []int{181, 184}, days(follow), "and July to December")

	matrix, err := laocai.InForce(rule.Day(2025, 7, 15))
	require.NoError(t, err)
	for e := range matrix.All() {
		b, ok := matrix.Body(e.Body)
		require.True(t, ok)
		assert.NotEqual(t, org.LevelDistrict, b.Level, "no abolished bearer after 30/6/2025")
		assert.NotEqual(t, laocai.Labour, e.Body)
	}
	var evaluators []org.BodyID
	for d := range matrix.Duties() {
		if d.Evaluates && d.Towards.Has(laocai.Leaders) {
			for p := range d.Bearers.All() {
				evaluators = append(evaluators, p.Body)
			}
			assert.NotEmpty(t, matrix.Missing(d.ID, laocai.HomeAffairs, laocai.CoordinationOffice), "two evaluators do not suffice")
			break
		}
	}
	assert.ElementsMatch(t, []org.BodyID{laocai.HomeAffairs, laocai.AgricultureEnvironment, laocai.CoordinationOffice}, evaluators)
	later, err := laocai.InForce(rule.Day(2026, 1, 1))
	require.NoError(t, err)
	assert.NotEmpty(t, later.Caveats())
}
