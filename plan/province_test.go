package plan_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/plantest"
)

// elsewhere is the mandate of an invented province, read from JSON.
func elsewhere(t *testing.T) plan.Mandate {
	t.Helper()
	var m plan.Mandate
	require.NoError(t, json.Unmarshal([]byte(`{
		"id": "dong-giang-2022",
		"basis": {
			"id": "dong-giang-2022", "source": {"kind": "decision", "number": "7/QĐ-UBND", "date": "2022-01-10", "issuer": "UBND tỉnh Đông Giang"},
			"provisions": {
				"plan.period": {"article": "3", "clause": "1"}, "plan.annual": {"article": "3", "clause": "2"},
				"plan.by-month": {"article": "4"}, "plan.team-work": {"article": "5"}, "plan.review": {"article": "6"}, "plan.trace": {"article": "7"}, "plan.send": {"article": "8"}
			},
			"binds": {"from": "2022-01-10"}
		},
		"decision": {"kind": "decision", "number": "6/QĐ-UBND", "date": "2022-01-05"}, "province": {"kind": "plan", "number": "1/KH-UBND", "date": "2022-01-20"},
		"firstYear": 2022, "lastYear": 2024, "programs": ["new-rural", "poverty-reduction"], "sendTo": ["so-noi-vu-dg", "bcd-dg"],
		"deadlines": [{"year": 2022, "period": true, "before": "2022-03-01"}]
	}`), &m))
	return m
}

// W1: another province is judged by its own text, and nothing that it is told, in Go or
// JSON, names Lào Cai.
func TestAnotherProvince(t *testing.T) {
	t.Parallel()
	m := elsewhere(t)
	require.NoError(t, plantest.Check(m, nil))
	stored, err := json.Marshal(m)
	require.NoError(t, err)
	answers := []any{m, m.Edition(), string(stored)}

	a := minhLuong()
	a.Span.From = rule.Day(2022, 1, 1)
	poor := autumn2021()
	poor.Year, poor.Goals, poor.Covers = 2022, []plan.Goal{{ID: "g1"}}, []string{"b"}
	poor.History[0].Issued = rule.Day(2022, 8, 2)
	poor.Sent = []plan.Sent{{Revision: "v1", To: "bcd-dg"}, {To: "so-noi-vu-dg", Received: rule.On(rule.Day(2022, 8, 3))}}
	period := plan.Period{ID: "p", Assignment: a.ID, FirstYear: 2022, LastYear: 2023, History: poor.History, Goals: poor.Goals}
	beyond := poor
	beyond.Year = 2026
	seen := map[rule.Origin]bool{}
	for _, p := range []plan.Plan{poor, period, beyond, plan.Annual{Assignment: a.ID, Year: 2023}} {
		for _, timely := range []plan.Timely{plan.BySending, plan.ByReceipt} {
			m.Timely = timely
			found := m.Check(p, a)
			for _, f := range found {
				seen[f.Origin()] = true
				row := f.Rule()
				cited := row.Source
				if f.Origin() == rule.OriginReading {
					cited = row.Passage
				}
				if f.Origin() != rule.OriginForm {
					assert.Equal(t, "7/QĐ-UBND", cited.Number, f.Code())
					assert.Equal(t, row.Duty != "", cited.Article != "", f.Code())
				}
			}
			answers = append(answers, found, m.Records(p, rosterOf(t, a)), m.CheckTrace(poor, period))
		}
	}
	assert.Equal(t, map[rule.Origin]bool{rule.OriginForm: true, rule.OriginReading: true, rule.OriginText: true}, seen)

	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, Through: rule.Day(2022, 12, 31)}}, m.Records(poor, rosterOf(t, a))...)
	require.NoError(t, err)
	for _, kind := range []assignment.ChangeKind{assignment.Continuing, assignment.New} {
		owed := m.Owed(assignment.Change{Kind: kind, Assignment: a})
		require.Len(t, owed, 8, "the period and three years, to two bodies")
		assert.Equal(t, "8", owed[0].Source.Article)
		assert.Equal(t, "3", owed[4].Source.Article, "no date, so the passage of the plan itself")
		for _, due := range owed {
			answers = append(answers, due, due.Status(register, rule.Day(2022, 12, 31)))
		}
	}
	for _, answer := range answers {
		data, err := json.Marshal(answer)
		require.NoError(t, err)
		for _, name := range []string{"Lào Cai", "lao-cai", "2021–2025", "vp-dieu-phoi-ntm"} {
			assert.NotContains(t, string(data), name)
			assert.NotContains(t, fmt.Sprintf("%v", answer), name)
		}
	}
}

// W1: a duty that the text does not have is neither demanded nor judged, though the frame
// knows it.
func TestADutyThatTheTextDoesNotHave(t *testing.T) {
	t.Parallel()
	m := without(elsewhere(t), duty.ByMonth, duty.TracePlans, duty.ReviewPlan, duty.PeriodPlan)
	a := minhLuong()
	a.Span.From = rule.Day(2022, 1, 1)
	p := plan.Annual{Assignment: a.ID, Year: 2022, History: []plan.Revision{{ID: "v", Issued: rule.Day(2022, 2, 1)}}, Goals: goals()}
	assert.Equal(t, []string{"broken plan.member-without-task quarters", "broken plan.member-without-task quarters", "broken plan.member-without-task quarters"},
		codes(m.Check(p, a)))
	facts := m.Records(p, rosterOf(t, a))
	require.Len(t, facts, 1)
	assert.Equal(t, duty.TeamWork, facts[0].Duty)
	owed := m.Owed(assignment.Change{Kind: assignment.Continuing, Assignment: a})
	require.Len(t, owed, 6)
	assert.Equal(t, "build the plan of help to the commune for the year (2022)", owed[0].Note.En, "no review is known")

	assert.Empty(t, m.Check(plan.Period{Assignment: a.ID, History: p.History}, a), "no period plan is known either")

	periodOnly := without(elsewhere(t), duty.AnnualPlan)
	a.Span.From = rule.Day(2030, 1, 1)
	assert.Equal(t, []string{"undecided plan.period-not-covered assignment"},
		codes(periodOnly.Check(plan.Period{Assignment: a.ID, FirstYear: 2030, LastYear: 2035, History: p.History}, a)))
}

// A plan is judged as long as the text bound it on one of its days.
func TestATextThatEnds(t *testing.T) {
	t.Parallel()
	m := elsewhere(t)
	parts := m.Basis.Parts()
	parts.Binds.To = rule.Day(2024, 6, 30)
	m.Basis = duty.MustBasis(parts)
	require.Empty(t, m.Faults())
	a := minhLuong()
	a.Span.From = rule.Day(2022, 1, 1)
	p := plan.Annual{Assignment: a.ID, Year: 2024, History: []plan.Revision{{ID: "v", Issued: rule.Day(2024, 1, 2)}}, Goals: goals()}
	assert.ErrorIs(t, m.Check(p, a).Err(), plan.ErrNotByMonth)
	a.Span.From = rule.Day(2024, 7, 1)
	p.History[0].Issued = a.Span.From
	assert.Empty(t, m.Check(p, a))
	assert.Empty(t, m.Owed(assignment.Change{Kind: assignment.New, Assignment: a}))
	m.LastYear = 2025
	assert.Equal(t, []string{"broken plan.mandate-years lastYear"}, codes(m.Faults()))
}

// W29: a mandate that is handed out shares nothing with the next.
func TestMandatesShareNothing(t *testing.T) {
	t.Parallel()
	want := plan.LaoCai2021().Edition()
	m := plan.LaoCai2021()
	m.Programs[0], m.SendTo[0], m.Deadlines[0].Year = org.PovertyReduction, "x", 2022
	clear(m.Basis.Parts().Provisions)
	found := plan.LaoCai2021().Check(autumn2021(), minhLuong())
	for i := range found {
		for j := range found[i].Args {
			found[i].Args[j].Text = rule.Text{Vi: "x", En: "x"}
		}
	}
	assert.Equal(t, want, plan.LaoCai2021().Edition())
	assert.NotContains(t, plan.LaoCai2021().Check(autumn2021(), minhLuong())[0].String(), "x ")
}

// W14: every member of a mandate is part of its edition.
func TestEditionCoversEverySetting(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for name, change := range map[string]func(*plan.Mandate){
		"as it is": func(*plan.Mandate) {}, "id": func(m *plan.Mandate) { m.ID = "x" }, "version": func(m *plan.Mandate) { m.Version = "x" },
		"basis": func(m *plan.Mandate) { *m = without(*m, duty.ReviewPlan) }, "decision": func(m *plan.Mandate) { m.Decision.Date = rule.Day(2021, 5, 15) },
		"province": func(m *plan.Mandate) { m.Province.Date = rule.Day(2022, 4, 20) }, "role": func(m *plan.Mandate) { m.Role = assignment.Overseer },
		"firstYear": func(m *plan.Mandate) { m.FirstYear++ }, "lastYear": func(m *plan.Mandate) { m.LastYear++ },
		"programs": func(m *plan.Mandate) { m.Programs = m.Programs[:1] }, "sendTo": func(m *plan.Mandate) { m.SendTo = nil }, "deadlines": func(m *plan.Mandate) { m.Deadlines[0].Period = false },
		"timely": func(m *plan.Mandate) { m.Timely = plan.ByReceipt }, "months": func(m *plan.Mandate) { m.Months = plan.MonthNeedsVisit }, "wholeSpan": func(m *plan.Mandate) { m.WholeSpan = true },
		"team": func(m *plan.Mandate) { m.Team = plan.TeamApart }, "separatePlans": func(m *plan.Mandate) { m.SeparatePlans = true }, "sharedPlans": func(m *plan.Mandate) { m.SharedPlans = true },
		"traceWhole": func(m *plan.Mandate) { m.TraceWhole = true }, "reviewUnreported": func(m *plan.Mandate) { m.ReviewUnreported = true }, "latecomersBound": func(m *plan.Mandate) { m.LatecomersBound = true },
		"latecomerPlanDue": func(m *plan.Mandate) { m.LatecomerPlanDue = 1 }, "minVisitsPerMonth": func(m *plan.Mandate) { m.MinVisitsPerMonth = 1 }, "minVisitsPerQuarter": func(m *plan.Mandate) { m.MinVisitsPerQuarter = 1 },
		"oneResponsible": func(m *plan.Mandate) { m.OneResponsible = true }, "focusDemanded": func(m *plan.Mandate) { m.FocusDemanded = true },
		"replaced": func(m *plan.Mandate) { m.Replaced = m.Replaced[:1] }, "steadyTargets": func(m *plan.Mandate) { m.SteadyTargets = true }, "unmetPlanned": func(m *plan.Mandate) { m.UnmetPlanned = true },
		"metKept": func(m *plan.Mandate) { m.MetKept = true }, "changesExplained": func(m *plan.Mandate) { m.ChangesExplained = true }, "laterUndoes": func(m *plan.Mandate) { m.LaterUndoes = true },
		"oldBasis": func(m *plan.Mandate) { m.OldBasis = true },
	} {
		m := plan.LaoCai2021()
		change(&m)
		digest := m.Edition().Digest + m.Edition().ID + m.Edition().Version
		assert.Empty(t, seen[digest], "%s has the edition of another", name)
		seen[digest] = name
	}
}
