package duty_test

import (
	"encoding/json"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
)

// A moment that is known only by a bound decides where the bound decides.
func TestBounds(t *testing.T) {
	t.Parallel()
	aug := func(d int) rule.Moment { return rule.On(rule.Day(2021, 8, d)) }
	for _, c := range []struct {
		name          string
		after, before rule.Moment
		day           int
		status        duty.Status
		late, certain int
	}{
		{"received before the last day: sent before it", rule.Moment{}, aug(4), 31, duty.Fulfilled, 0, 0},
		{"received on the last day", rule.Moment{}, aug(9), 31, duty.Fulfilled, 0, 0},
		{"received after it: it may have left in time", rule.Moment{}, aug(12), 31, duty.Unknown, 0, 0},
		{"not yet received on the day asked", rule.Moment{}, aug(12), 11, duty.Unknown, 0, 0},
		{"between two late days", aug(11), aug(12), 31, duty.FulfilledLate, 3, 2},
		{"from the last day on", aug(9), aug(12), 31, duty.Unknown, 0, 0},
		{"sent, nobody knows when it arrived", aug(5), rule.Moment{}, 31, duty.Unknown, 0, 0},
		{"begun after the day asked", aug(20), aug(21), 15, duty.Overdue, 6, 6},
	} {
		record := sent("a", duty.PeriodPlanSent, rule.Moment{})
		record.After, record.Before = c.after, c.before
		got := owed("a", duty.PeriodPlanSent, lastDay).Status(register(t, aug31, record), rule.Day(2021, 8, c.day))
		assert.Equal(t, c.status, got.Status, c.name)
		assert.Equal(t, []int{c.late, c.certain}, []int{got.DaysLate, got.AtLeast}, c.name)
	}
	// What may have been in time is not outdone by what certainly was late.
	maybe := sent("a", duty.PeriodPlanSent, rule.Moment{})
	maybe.Before = aug(12)
	late := sent("a", duty.PeriodPlanSent, aug(20))
	assert.Equal(t, duty.Unknown, owed("a", duty.PeriodPlanSent, lastDay).Status(register(t, aug31, maybe, late), aug31).Status)
	maybe.After = aug(10)
	assert.Equal(t, duty.FulfilledLate, owed("a", duty.PeriodPlanSent, lastDay).Status(register(t, aug31, maybe, late), aug31).Status)
}

// A fact that breaks its own duty does not fulfil it; one that breaks another does.
func TestFactsThatBreakTheirDuty(t *testing.T) {
	t.Parallel()
	rules := rule.MustTable(
		rule.Rule{Code: "own.content", Origin: rule.OriginText, Duty: duty.VisitContent, Text: rule.Text{Vi: "x", En: "x"}},
		rule.Rule{Code: "own.notice", Origin: rule.OriginText, Duty: duty.NotifyVisit, Text: rule.Text{Vi: "x", En: "x"}})
	fact := duty.Fact{Kind: duty.VisitMade, Duty: duty.VisitContent, Object: duty.Object{Per: duty.PerVisit, ID: "v1"}}
	day := rule.Day(2021, 9, 16)
	content, ok := laocai.Basis().Duty(duty.VisitContent)
	require.True(t, ok)
	due := content.Due(fact.Object, "l1", "")
	due.Latest = day
	assert.True(t, due.Once)
	status := func(through civil.Date, found ...rule.Finding) duty.Standing {
		var complete []duty.Complete
		if !through.IsZero() {
			complete = append(complete, duty.Complete{Kind: duty.VisitMade, Through: through})
		}
		r, err := duty.NewRegister(complete, duty.Record{Fact: fact, By: "l1", On: rule.On(day), Findings: found})
		require.NoError(t, err)
		return due.Status(r, rule.Day(2021, 9, 17))
	}
	assert.Equal(t, duty.Fulfilled, status(day).Status)
	assert.Equal(t, duty.Fulfilled, status(day, rules.Broken("own.notice", "")).Status, "another duty")
	assert.Equal(t, duty.Unknown, status(day, rules.Undecided("own.content", "")).Status)
	broken := status(day, rules.Broken("own.content", ""))
	assert.Equal(t, duty.Breached, broken.Status)
	assert.False(t, broken.Done)
	assert.Equal(t, fact, broken.Record.Fact, "the fact that breaks it is shown")
	assert.Equal(t, duty.Unknown, status(civil.Date{}, rules.Broken("own.content", "")).Status, "another fact may not be recorded yet")
	due.Once = false
	assert.Equal(t, duty.Overdue, status(day, rules.Broken("own.content", "")).Status)
	due.Latest = civil.Date{}
	assert.Equal(t, duty.Open, status(day, rules.Broken("own.content", "")).Status, "not done, and no date binds")
}

// How late is said only as far as the register goes.
func TestLateAsFarAsTheRegisterGoes(t *testing.T) {
	t.Parallel()
	due := owed("a", duty.PeriodPlanSent, lastDay)
	got := due.Status(register(t, lastDay), rule.Day(2021, 12, 31))
	assert.Equal(t, duty.Overdue, got.Status)
	assert.Equal(t, 144, got.DaysLate)
	assert.Equal(t, 1, got.AtLeast)
	assert.Equal(t, lastDay, got.Through)
	got = due.Status(register(t, rule.Day(2022, 1, 31)), rule.Day(2021, 12, 31))
	assert.Equal(t, []int{144, 144}, []int{got.DaysLate, got.AtLeast})
}

// A register may be complete for one leader through another day than for the rest.
func TestCompletePerBearer(t *testing.T) {
	t.Parallel()
	r, err := duty.NewRegister([]duty.Complete{
		{Kind: duty.PeriodPlanSent, Through: rule.Day(2021, 8, 5)},
		{Kind: duty.PeriodPlanSent, By: "l1", Through: aug31},
		{Kind: duty.PeriodPlanSent, By: "l3", Through: rule.Day(2021, 8, 1)}})
	require.NoError(t, err)
	due := owed("a", duty.PeriodPlanSent, lastDay)
	assert.Equal(t, duty.Overdue, due.Status(r, aug31).Status)
	due.By = "l2"
	assert.Equal(t, duty.Unknown, due.Status(r, aug31).Status)
	day, ok := r.Complete(duty.PeriodPlanSent, "l3")
	assert.True(t, ok)
	assert.Equal(t, rule.Day(2021, 8, 1), day, "what is said of a bearer counts in place of the kind's own day")
	data, err := json.Marshal(r)
	require.NoError(t, err)
	var back duty.Register
	require.NoError(t, json.Unmarshal(data, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
}

// What was not done before the day from which the text is known to bind is unknown.
func TestStatusOfATextThatMayBind(t *testing.T) {
	t.Parallel()
	due := owed("a", duty.PeriodPlanSent, rule.Day(2021, 7, 15))
	due.Binding = duty.MayBind
	for _, day := range []civil.Date{rule.Day(2021, 7, 14), rule.Day(2021, 7, 15), aug31} {
		assert.Equal(t, duty.Unknown, due.Status(register(t, aug31), day).Status, "before its last day, on it and after it: %s", day)
	}
	undated := due
	undated.Latest = civil.Date{}
	assert.Equal(t, duty.Unknown, undated.Status(register(t, aug31), aug31).Status)
	done := register(t, aug31, sent("a", duty.PeriodPlanSent, rule.On(rule.Day(2021, 7, 14))))
	assert.Equal(t, duty.Fulfilled, due.Status(done, aug31).Status)
}

// What was done under the earlier assignment of a post stands for the later one.
func TestAlso(t *testing.T) {
	t.Parallel()
	r := register(t, aug31, sent("old", duty.PeriodPlanSent, rule.On(rule.Day(2021, 8, 6))))
	due := owed("new", duty.PeriodPlanSent, lastDay)
	assert.Equal(t, duty.Overdue, due.Status(r, aug31).Status)
	due.Also = []duty.Object{{Per: duty.PerAssignment, ID: "old"}}
	standing := due.Status(r, aug31)
	assert.Equal(t, duty.Fulfilled, standing.Status)
	standing.Due.Also[0].ID = "changed"
	assert.Equal(t, "old", due.Also[0].ID, "the standing has a list of its own")
}

func TestStandingJSON(t *testing.T) {
	t.Parallel()
	r := register(t, aug31, sent("a", duty.PeriodPlanSent, rule.On(rule.Day(2021, 8, 12))))
	for _, id := range []string{"a", "b"} {
		standing := owed(id, duty.PeriodPlanSent, lastDay).Status(r, aug31)
		data, err := json.Marshal(standing)
		require.NoError(t, err)
		assert.Contains(t, string(data), `"format":"giupxa.standing/1"`)
		assert.Equal(t, id == "a", jsonHas(t, data, "record"))
		var back duty.Standing
		require.NoError(t, json.Unmarshal(data, &back))
		again, err := json.Marshal(back)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again))
		assert.Equal(t, standing.Done, back.Done)
		assert.Equal(t, standing.Grounds(), back.Grounds())
	}
}

func jsonHas(t *testing.T, data []byte, member string) bool {
	t.Helper()
	var members map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(data, &members))
	_, ok := members[member]
	return ok
}

// A paper that stands on several days is judged by the last of them on which the text binds.
func TestLastOf(t *testing.T) {
	t.Parallel()
	text := func(from, to civil.Date) duty.Basis {
		return duty.MustBasis(duty.BasisParts{ID: "t", Source: rule.Source{Kind: rule.Decision, Number: "7/QĐ-UBND"}, Binds: rule.Span{From: from, To: to}})
	}
	from := rule.Day(2022, 1, 10)
	for name, c := range map[string]struct {
		basis duty.Basis
		days  rule.Span
		want  civil.Date
		bound duty.Binding
	}{
		"the end of the year":            {text(from, civil.Date{}), rule.Year(2022), rule.Day(2022, 12, 31), duty.Bound},
		"the text ends within the year":  {text(from, rule.Day(2023, 6, 30)), rule.Year(2023), rule.Day(2023, 6, 30), duty.Bound},
		"the text began after the year":  {text(from, civil.Date{}), rule.Year(2021), rule.Day(2021, 12, 31), duty.NotBound},
		"the text ended before the days": {text(from, rule.Day(2022, 6, 30)), rule.Span{From: rule.Day(2022, 7, 1)}, rule.Day(9999, 12, 31), duty.NotBound},
		"all days":                       {text(from, civil.Date{}), rule.Span{}, rule.Day(9999, 12, 31), duty.Bound},
	} {
		got := c.basis.LastOf(c.days)
		assert.Equal(t, c.want, got, name)
		assert.Equal(t, c.bound, c.basis.On(got), name)
	}
}
