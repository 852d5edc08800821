package plantest_test

import (
	"os"
	"testing"
	"testing/fstest"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/plantest"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func file(cases string) fstest.MapFS {
	return fstest.MapFS{"own.json": {Data: []byte(`{"format":"giupxa.cases/1","cases":[` + cases + `]}`)}}
}

const latecomer = `{"name":"latecomer","given":{"assignment":{"id":"a","leader":"l","commune":"1","span":{"from":"2021-08-10"}},
	"owed":{"change":"new","on":"2021-08-31","completeThrough":"2021-08-31"}},
	"answer":{"owed":[{"status":"open","latest":""},{"status":"open","latest":""}]}}`

// without takes the provision of a duty out of a mandate's text.
func without(m *plan.Mandate, id rule.DutyID) {
	parts := m.Basis.Parts()
	delete(parts.Provisions, id)
	m.Basis = duty.MustBasis(parts)
}

// binding is a text that binds from a year on.
func binding(year int) duty.Basis {
	parts := plan.LaoCai2021().Basis.Parts()
	parts.KnownFrom, parts.Binds.From = civil.Date{}, rule.Year(year).From
	return duty.MustBasis(parts)
}

func TestRun(t *testing.T) {
	t.Parallel()
	plantest.Run(t, plan.LaoCai2021(), file(latecomer))
	plantest.Run(t, plan.LaoCai2021(), os.DirFS("../testdata/cases"))
	plantest.Run(t, plan.HoaBinh2023(), os.DirFS("../testdata/hoabinh"))
	require.NoError(t, plantest.Check(plan.LaoCai2021(), file(latecomer)))
}

// Every reading and every policy leaves a mandate that holds together.
func TestCheckUnderEachSwitch(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*plan.Mandate){
		"by receipt":            func(m *plan.Mandate) { m.Timely = plan.ByReceipt },
		"a month may be absent": func(m *plan.Mandate) { m.Months = plan.MonthMayBeAbsent },
		"each month a visit":    func(m *plan.Mandate) { m.Months = plan.MonthNeedsVisit },
		"whole span":            func(m *plan.Mandate) { m.WholeSpan = true },
		"one of the two":        func(m *plan.Mandate) { m.Team = plan.OneOfTheTwo },
		"meeting tasks":         func(m *plan.Mandate) { m.Team = plan.MeetingTasks },
		"team apart":            func(m *plan.Mandate) { m.Team = plan.TeamApart },
		"separate plans":        func(m *plan.Mandate) { m.SeparatePlans = true },
		"shared plans":          func(m *plan.Mandate) { m.SharedPlans = true },
		"trace whole":           func(m *plan.Mandate) { m.TraceWhole = true },
		"review unreported":     func(m *plan.Mandate) { m.ReviewUnreported = true },
		"latecomers bound":      func(m *plan.Mandate) { m.LatecomersBound = true },
		"latecomers' days":      func(m *plan.Mandate) { m.LatecomerPlanDue = 30 },
		"visits a month":        func(m *plan.Mandate) { m.MinVisitsPerMonth = 2 },
		"visits a quarter":      func(m *plan.Mandate) { m.MinVisitsPerQuarter = 3 },
		"one responsible":       func(m *plan.Mandate) { m.OneResponsible = true },
		"an old basis":          func(m *plan.Mandate) { m.OldBasis = true },
		"steady targets":        func(m *plan.Mandate) { m.SteadyTargets = true },
		"changes explained":     func(m *plan.Mandate) { m.ChangesExplained = true },
		"a focus":               func(m *plan.Mandate) { m.FocusDemanded = true },
		"no month demanded":     func(m *plan.Mandate) { without(m, duty.ByMonth) },
	} {
		m := plan.LaoCai2021()
		change(&m)
		require.NoError(t, plantest.Check(m, nil), name)
	}
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for says, change := range map[string]func(*plan.Mandate){
		"firstYear: plan.mandate-years":             func(m *plan.Mandate) { m.FirstYear = 2020; m.Basis = binding(2021) },
		"lastYear: plan.mandate-years":              func(m *plan.Mandate) { m.LastYear = 2020 },
		"basis: plan.no-basis":                      func(m *plan.Mandate) { m.Basis = duty.Basis{} },
		"sendTo: plan.no-receiver":                  func(m *plan.Mandate) { m.SendTo = nil },
		"sendTo[1]: plan.repeated-receiver":         func(m *plan.Mandate) { m.SendTo = append(m.SendTo, m.SendTo[0]) },
		"deadlines[0].before: plan.deadline-day":    func(m *plan.Mandate) { m.Deadlines[0].Before = rule.Day(2021, 2, 30) },
		"deadlines[0]: plan.not-laid-down":          func(m *plan.Mandate) { without(m, duty.SendPlans) },
		"deadlines[0].year: plan.deadline-year":     func(m *plan.Mandate) { m.Deadlines[0].Year = 2020 },
		"deadlines[1].year: plan.several-deadlines": func(m *plan.Mandate) { m.Deadlines = append(m.Deadlines, m.Deadlines[0]) },
		"id: form.required":                         func(m *plan.Mandate) { m.ID = "" },
		"want fulfilled by 0 days, got not-yet-due": func(m *plan.Mandate) { m.Decision.Date = rule.Day(2022, 6, 1) },
	} {
		m := plan.LaoCai2021()
		change(&m)
		require.ErrorContains(t, plantest.Check(m, nil), says)
	}
}

func TestCasesThatFail(t *testing.T) {
	t.Parallel()
	for says, cases := range map[string]string{
		"no cases":         ``,
		"form.required":    `{"name":"a","given":{}}`,
		"unknown-key":      `{"name":"a","given":{"mandate":{"approval":true},"assignment":{"id":"a","leader":"l","commune":"1"}}}`,
		"assignment.span":  `{"name":"a","given":{"assignment":{"id":"a","leader":"l","commune":"1"}}}`,
		"want overdue":     `{"name":"a","given":{"assignment":{"id":"a","leader":"l","commune":"1","span":{"from":"2021-08-10"}},"owed":{"change":"new","on":"2021-08-31"}},"answer":{"owed":[{"status":"overdue"},{"status":"overdue"}]}}`,
		"complete-through": `{"name":"a","given":{"assignment":{"id":"a","leader":"l","commune":"1","span":{"from":"2021-08-10"}},"owed":{"change":"new","on":"2021-08-31","completeThrough":"2021-02-30"}}}`,
	} {
		err := plantest.Check(plan.LaoCai2021(), file(cases))
		require.Error(t, err, says)
		if says != "complete-through" {
			require.ErrorContains(t, err, says)
		}
	}
}
