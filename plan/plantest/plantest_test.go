package plantest_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
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

// hoaBinh is a mandate of another shape: overseers, a yearly program, January,
// two bodies, nothing by month and nothing of a team.
func hoaBinh() plan.Mandate {
	regulation := rule.Source{Kind: rule.Regulation, Number: "26-QĐ/TU"}
	return plan.Mandate{ID: "hoa-binh", Source: regulation, Role: assignment.Overseer, FirstYear: 2023, LastYear: 2025,
		SendTo:     []org.BodyID{"ban-to-chuc-tinh-uy", "dang-uy-xa"},
		Deadlines:  []plan.Deadline{{Year: 2024, Before: rule.Day(2024, 2, 1)}, {Year: 2025, Before: rule.Day(2025, 2, 1)}},
		Provisions: map[rule.DutyID]rule.Source{duty.AnnualPlan: regulation, duty.SendPlans: regulation}}
}

func TestRun(t *testing.T) {
	t.Parallel()
	plantest.Run(t, plan.LaoCai2021(), file(latecomer))
	plantest.Run(t, plan.LaoCai2021(), os.DirFS("../testdata/cases"))
	plantest.Run(t, hoaBinh(), nil)
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
		"a focus":               func(m *plan.Mandate) { m.FocusDemanded = true },
		"no month demanded":     func(m *plan.Mandate) { delete(m.Provisions, duty.ByMonth) },
	} {
		m := plan.LaoCai2021()
		change(&m)
		require.NoError(t, plantest.Check(m, nil), name)
	}
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for says, change := range map[string]func(*plan.Mandate){
		"the period 2026–2025 is none":                  func(m *plan.Mandate) { m.FirstYear = 2026 },
		"the provision of plan.by-month has no source": func(m *plan.Mandate) { m.Provisions[duty.ByMonth] = rule.Source{} },
		"the text is not named":                         func(m *plan.Mandate) { m.Source = rule.Source{} },
		"nobody receives them":                          func(m *plan.Mandate) { m.SendTo = nil },
		"the deadline of 2021 has no day":               func(m *plan.Mandate) { m.Deadlines[0].Before = rule.Day(2021, 2, 30) },
		"has no provision for sending":                  func(m *plan.Mandate) { delete(m.Provisions, duty.SendPlans) },
		"the deadline of 2020 lies outside":             func(m *plan.Mandate) { m.Deadlines[0].Year = 2020 },
		"does not read its own JSON":                    func(m *plan.Mandate) { m.ID = "" },
		"want fulfilled by 0 days, got not-yet-due": func(m *plan.Mandate) {
			m.Deadlines[0].Before = rule.Day(2022, 8, 10)
			m.Decision.Date = rule.Day(2022, 6, 1)
		},
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
		"unknown field":    `{"name":"a","given":{"mandate":{"approval":true},"assignment":{"id":"a","leader":"l","commune":"1"}}}`,
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
