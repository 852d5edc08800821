package plan_test

import (
	"encoding/json"
	"os"
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

// realUnits is the small part of the real units that package org keeps.
func realUnits(t *testing.T) org.Gazetteer {
	t.Helper()
	data, err := os.ReadFile("../assignment/org/testdata/part.json")
	require.NoError(t, err)
	var part struct {
		Units       []org.Unit       `json:"units"`
		Successions []org.Succession `json:"successions"`
	}
	require.NoError(t, json.Unmarshal(data, &part))
	g, err := org.NewGazetteer(part.Units, part.Successions)
	require.NoError(t, err)
	return g
}

// yearOf is the annual plan of an assignment that gives a reason for each of some months.
func yearOf(a assignment.Assignment, year int, issued civil.Date, from, to int) plan.Annual {
	p := plan.Annual{ID: "k", Assignment: a.ID, Year: year, Goals: goals(), TeamMeetings: []string{"họp thôn"},
		History: []plan.Revision{{ID: "v1", Issued: issued}},
		Sent:    []plan.Sent{{To: string(laocai.CoordinationOffice), On: rule.On(issued)}}}
	for month := from; month <= to; month++ {
		p.Quarters = append(p.Quarters, plan.Quarter{Quarter: (month + 2) / 3, Months: []plan.Month{{Month: month, NoVisit: "lũ quét"}}})
		if n := len(p.Quarters); n > 1 && p.Quarters[n-2].Quarter == p.Quarters[n-1].Quarter {
			p.Quarters[n-2].Months = append(p.Quarters[n-2].Months, p.Quarters[n-1].Months...)
			p.Quarters = p.Quarters[:n-1]
		}
	}
	return p
}

// A2.3 (W4): the plan of 2025 for Tả Thàng, which merged into the new xã Cao Sơn on
// 01/7/2025, sets out the months 1 to 6; where the host's policy follows the commune, a new
// plan of the months 7 to 12 is open.
func TestWorkedCaseA2(t *testing.T) {
	t.Parallel()
	m, units := plan.LaoCai2021(), realUnits(t)
	decided := assignment.Assignment{ID: "a1", Leader: "L1", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14)}}
	annual := yearOf(decided, 2025, rule.Day(2024, 12, 20), 1, 6)
	assert.Len(t, m.Check(annual, decided).Of(plan.ErrMonthUnaddressed), 6, "where nobody says that the commune ended")

	flagged := assignment.Policy{}.Standing(decided, org.Body{}, units)
	require.Len(t, flagged, 1)
	assert.Equal(t, assignment.EndUnitMerged, flagged[0].End)
	span, ok := m.Span(annual, flagged[0])
	require.True(t, ok)
	days, _ := span.Days()
	assert.Equal(t, 181, days)
	assert.Empty(t, m.Check(annual, flagged[0]), "July to December are not missing")
	for _, fact := range m.RecordsOf(annual, flagged[0]) {
		assert.Empty(t, fact.Findings, fact.Duty)
	}
	twelve := yearOf(decided, 2025, rule.Day(2024, 12, 20), 1, 12)
	found := m.Check(twelve, flagged[0])
	assert.Len(t, found, 6, "issued before the merger, it did not have to foresee it")
	assert.NoError(t, found.Err())

	follow := assignment.Policy{OnTargetMerged: assignment.FollowSuccessor}.Standing(decided, org.Body{}, units)
	require.Len(t, follow, 2)
	second := follow[1]
	assert.Equal(t, org.UnitCode("02782"), second.Commune)
	span, ok = m.Span(plan.Annual{Year: 2025}, second)
	require.True(t, ok)
	more, _ := span.Days()
	assert.Equal(t, 184, more)
	assert.Equal(t, 365, days+more)
	empty, err := m.Skeleton(second, plan.Outline{Year: 2025})
	require.NoError(t, err)
	assert.Equal(t, 7, empty.Quarters[0].Months[0].Month)
	assert.Len(t, empty.Quarters, 2)

	asked := rule.Day(2025, 7, 15)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, Through: asked}, {Kind: duty.AnnualPlanSent, Through: asked}},
		m.RecordsOf(annual, flagged[0])...)
	require.NoError(t, err)
	status := map[string]duty.Status{}
	for _, a := range follow {
		for _, due := range m.Owed(assignment.Change{Kind: assignment.Moved, Leader: "L1", Assignment: a}) {
			if due.Object.Year == 2025 {
				status[a.ID] = due.Status(register, asked).Status
			}
		}
	}
	assert.Equal(t, map[string]duty.Status{"a1": duty.Fulfilled, "a1@2025-07-01": duty.Open}, status)
}

// W4: a body that ended cuts the plan's span as its commune does, and Tà Chải, which merged
// on 01/11/2024, needs no plan of 2025.
func TestWhatEndedNeedsNoPlan(t *testing.T) {
	t.Parallel()
	m, units := plan.LaoCai2021(), realUnits(t)
	since := rule.Span{From: rule.Day(2021, 5, 14)}
	matrix, err := laocai.InForce(rule.Day(2021, 8, 15))
	require.NoError(t, err)
	labour, ok := matrix.Body(laocai.Labour)
	require.True(t, ok)
	a := assignment.Policy{}.Standing(assignment.Assignment{ID: "a1", Leader: "L1", Commune: "02794", Span: since}, labour, units)
	require.Len(t, a, 1)
	span, ok := m.Span(plan.Annual{Year: 2025}, a[0])
	require.True(t, ok)
	assert.Equal(t, rule.Span{From: rule.Day(2025, 1, 1), To: rule.Day(2025, 2, 28)}, span)

	a = assignment.Policy{}.Standing(assignment.Assignment{ID: "a2", Leader: "L2", Commune: "02872", Span: since}, org.Body{}, units)
	require.Len(t, a, 1)
	owed := m.Owed(assignment.Change{Kind: assignment.New, Assignment: a[0]})
	assert.Equal(t, 2024, owed[len(owed)-1].Object.Year)
}

// W27: a plan that was sent in time and breaks a duty of content fulfils the one and not
// the other.
func TestAFactThatBreaksItsDutyDoesNotFulfilIt(t *testing.T) {
	t.Parallel()
	m, a := plan.LaoCai2021(), minhLuong()
	day := rule.Day(2021, 12, 31)
	mended := autumn2021()
	months := mended.Quarters[1].Months
	months[2].Visits, months[1].Visits, months[1].NoVisit = months[1].Visits, nil, "chờ xi măng"
	for name, c := range map[string]struct {
		plan                            plan.Annual
		sent, months, teamWork, tracing duty.Status
	}{
		"as handed in":                         {autumn2021(), duty.Fulfilled, duty.Open, duty.Open, duty.Fulfilled},
		"the visit where it belongs, M2 still": {mended, duty.Fulfilled, duty.Fulfilled, duty.Open, duty.Fulfilled},
	} {
		facts := m.Records(c.plan, rosterOf(t, a))
		register, err := duty.NewRegister([]duty.Complete{{Kind: duty.AnnualPlanSent, Through: day}, {Kind: duty.PlanChecked, Through: day}}, facts...)
		require.NoError(t, err)
		for id, want := range map[rule.DutyID]duty.Status{duty.AnnualPlan: c.sent, duty.ByMonth: c.months, duty.TeamWork: c.teamWork, duty.TracePlans: c.tracing} {
			d, ok := m.Basis.Duty(id)
			require.True(t, ok)
			due := d.Due(duty.Object{Per: duty.PerAssignmentYear, ID: a.ID, Year: 2021}, a.Leader, "")
			assert.Equal(t, want, due.Status(register, day).Status, "%s: %s", name, id)
		}
	}
}

// W2: what the plan of an assignment stands on decides whether the text bound it; a host
// that knows the day of the text says so.
func TestATextThatMayBind(t *testing.T) {
	t.Parallel()
	a := minhLuong()
	a.Span.To = rule.Day(2021, 7, 31)
	p := yearOf(a, 2021, rule.Day(2021, 6, 1), 6, 6)
	m := plan.LaoCai2021()
	assert.Equal(t, []string{"undecided plan.month-unaddressed quarters", "undecided duty.may-bind "}, codes(m.Check(p, a)))
	var err error
	m.Basis, err = m.Basis.From(rule.Day(2021, 7, 2))
	require.NoError(t, err)
	assert.Equal(t, []string{"broken plan.month-unaddressed quarters"}, codes(m.Check(p, a)))
	m.Basis, err = m.Basis.From(rule.Day(2021, 8, 1))
	require.NoError(t, err)
	assert.Empty(t, m.Check(p, a), "the text did not bind yet")
	assert.Empty(t, m.Owed(assignment.Change{Kind: assignment.New, Assignment: a}), "nor is anything owed")
}

// W7: where a leader is found by the post, what the post already sent stands.
func TestWhatThePostSentStands(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	entries := func(leader, id string, from, to civil.Date) assignment.Roster {
		r, err := assignment.NewRoster(assignment.Entries{
			Leaders:     []assignment.Leader{{ID: leader, Post: "Giám đốc", Body: "so-xd"}},
			Assignments: []assignment.Assignment{{ID: id, Leader: leader, Commune: "02794", Span: rule.Span{From: from, To: to}}}})
		require.NoError(t, err)
		return r
	}
	before := entries("old", "a1", rule.Day(2021, 5, 14), rule.Day(2022, 5, 31))
	now := entries("new", "a2", rule.Day(2022, 6, 1), civil.Date{})
	a, ok := before.Assignment("a1")
	require.True(t, ok)
	facts := m.Records(yearOf(a, 2022, rule.Day(2022, 1, 4), 1, 5), before)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.AnnualPlanSent, Through: rule.Day(2022, 12, 31)}}, facts...)
	require.NoError(t, err)
	for key, want := range map[assignment.Key]duty.Status{assignment.ByPost: duty.Fulfilled, assignment.ByPerson: duty.Open} {
		changes, err := now.Changes(before, assignment.Comparison{On: rule.Day(2022, 6, 1), Key: key})
		require.NoError(t, err)
		for _, due := range m.Owed(changes[0]) {
			if due.Object.Year == 2022 {
				assert.Equal(t, want, due.Status(register, rule.Day(2022, 12, 31)).Status, key)
			}
		}
	}
}
