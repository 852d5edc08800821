package duty_test

import (
	"encoding/json"
	"slices"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
)

var (
	lastDay = rule.Day(2021, 8, 9)
	aug31   = rule.Day(2021, 8, 31)
)

// sent is a plan of an assignment, sent to the Coordination Office.
func sent(id string, kind duty.Kind, on rule.Moment) duty.Record {
	r := duty.Record{Fact: duty.Fact{Kind: kind, Duty: duty.SendPlans, Object: duty.Object{Per: duty.PerAssignment, ID: id}},
		By: "l1", To: string(laocai.CoordinationOffice), On: on}
	if kind == duty.AnnualPlanSent {
		r.Object = duty.Object{Per: duty.PerAssignmentYear, ID: id, Year: 2021}
	}
	return r
}

func helperTold(commune string) duty.Fact {
	return duty.Fact{Kind: duty.DistrictHelperNotified, Duty: duty.NotifyDistrictHelper, Object: duty.Object{Per: duty.PerCommune, ID: commune}}
}

// first is the record that was given first.
func first(r duty.Register) duty.Record {
	for record := range r.All() {
		return record
	}
	return duty.Record{}
}

func owed(id string, kind duty.Kind, latest civil.Date) duty.Due {
	r := sent(id, kind, rule.Moment{})
	return duty.Due{Fact: r.Fact, By: r.By, To: r.To, Latest: latest}
}

func register(t *testing.T, through civil.Date, records ...duty.Record) duty.Register {
	t.Helper()
	var complete []duty.Complete
	if !through.IsZero() {
		for _, k := range []duty.Kind{duty.PeriodPlanSent, duty.AnnualPlanSent, duty.Noticed, duty.DistrictHelperNotified} {
			complete = append(complete, duty.Complete{Kind: k, Through: through})
		}
	}
	r, err := duty.NewRegister(complete, records...)
	require.NoError(t, err)
	return r
}

// Worked case A1: a leader moved to Tả Thàng and was given Lùng Khấu Nhin besides.
func TestStatusMovedAndAdded(t *testing.T) {
	t.Parallel()
	notified := duty.Record{Fact: helperTold("02794"), By: "huyen", To: "l1", On: rule.On(rule.Day(2021, 8, 20))}
	r := register(t, aug31,
		sent("ta-thang", duty.PeriodPlanSent, rule.On(rule.Day(2021, 8, 6))),
		sent("ta-thang", duty.AnnualPlanSent, rule.On(rule.Day(2021, 8, 8))),
		sent("lkn", duty.PeriodPlanSent, rule.At(rule.Day(2021, 8, 9), 23, 40)),
		sent("lkn", duty.AnnualPlanSent, rule.On(rule.Day(2021, 8, 10))),
		notified,
	)
	for _, c := range []struct {
		due    duty.Due
		status duty.Status
		late   int
	}{
		{owed("ta-thang", duty.PeriodPlanSent, lastDay), duty.Fulfilled, 0},
		{owed("ta-thang", duty.AnnualPlanSent, lastDay), duty.Fulfilled, 0},
		{owed("lkn", duty.PeriodPlanSent, lastDay), duty.Fulfilled, 0},
		{owed("lkn", duty.AnnualPlanSent, lastDay), duty.FulfilledLate, 1},
		{duty.Due{Fact: notified.Fact}, duty.Fulfilled, 0},
		{duty.Due{Fact: helperTold("02776")}, duty.Open, 0},
	} {
		got := c.due.Status(r, aug31)
		assert.Equal(t, c.status, got.Status, c.due.Object)
		assert.Equal(t, c.late, got.DaysLate, c.due.Object)
	}
	// A policy of 20 working days gives the notice a date: not yet due, then overdue.
	late := duty.Due{Fact: helperTold("02776"),
		Latest: rule.Day(2021, 9, 9), Origin: rule.OriginPolicy}
	assert.Equal(t, duty.NotYetDue, late.Status(r, aug31).Status)
	assert.Equal(t, duty.DueToday, late.Status(r, rule.Day(2021, 9, 9)).Status)
	assert.Equal(t, duty.Unknown, late.Status(r, rule.Day(2021, 9, 10)).Status, "the register reaches 31/8 only")
	assert.Equal(t, duty.Overdue, late.Status(register(t, rule.Day(2021, 9, 9)), rule.Day(2021, 9, 10)).Status)
}

// Worked case E2: what the ledger knew on 15/8 and on 31/12/2021.
func TestStatusOnTwoDays(t *testing.T) {
	t.Parallel()
	plan := owed("a", duty.AnnualPlanSent, lastDay)
	aug15, dec31 := rule.Day(2021, 8, 15), rule.Day(2021, 12, 31)
	got := plan.Status(register(t, rule.Day(2021, 8, 10)), aug15)
	assert.Equal(t, duty.Overdue, got.Status)
	assert.Equal(t, 6, got.DaysLate, "days gone by since 9/8")
	assert.Equal(t, 2, got.AtLeast, "a sending after 10/8 is not known")
	assert.False(t, got.Done)
	assert.Equal(t, duty.Unknown, plan.Status(register(t, rule.Day(2021, 8, 8)), aug15).Status)
	assert.Equal(t, duty.Unknown, plan.Status(register(t, civil.Date{}), aug15).Status)

	later := register(t, rule.Day(2021, 11, 30), sent("a", duty.AnnualPlanSent, rule.On(rule.Day(2021, 8, 12))))
	got = plan.Status(later, dec31)
	assert.Equal(t, duty.FulfilledLate, got.Status)
	assert.Equal(t, 3, got.DaysLate)
	assert.True(t, got.Done)
	assert.Equal(t, "2021-08-12", got.Record.On.String())
	assert.Equal(t, duty.Overdue, plan.Status(later, rule.Day(2021, 8, 11)).Status, "the day before it was sent")

	notice := func(visit string, on civil.Date) duty.Due {
		return duty.Due{Fact: duty.Fact{Kind: duty.Noticed, Duty: duty.NotifyVisit, Object: duty.Object{Per: duty.PerVisit, ID: visit}}, To: "02794", Latest: on, Once: true}
	}
	assert.Equal(t, duty.Breached, notice("v2", rule.Day(2021, 10, 29)).Status(later, dec31).Status)
	assert.Equal(t, duty.Unknown, notice("v3", rule.Day(2021, 12, 14)).Status(later, dec31).Status)
}

// Worked case P2: a plan sent to the district is not sent.
func TestStatusWantsTheAddressee(t *testing.T) {
	t.Parallel()
	district := sent("tri-quang", duty.AnnualPlanSent, rule.On(rule.Day(2021, 8, 9)))
	district.To = "ubnd-huyen-bao-thang"
	r := register(t, aug31, sent("tri-quang", duty.AnnualPlanSent, rule.On(rule.Day(2021, 8, 10))), district)
	got := owed("tri-quang", duty.AnnualPlanSent, lastDay).Status(r, aug31)
	assert.Equal(t, duty.FulfilledLate, got.Status)
	assert.Equal(t, 1, got.DaysLate)
	anyone := owed("tri-quang", duty.AnnualPlanSent, lastDay)
	anyone.To = ""
	assert.Equal(t, duty.Fulfilled, anyone.Status(r, aug31).Status, "a due without addressee takes any")
	other := owed("tri-quang", duty.AnnualPlanSent, lastDay)
	other.Object.Year = 2022
	assert.Equal(t, duty.Overdue, other.Status(r, aug31).Status, "another object")
	assert.Equal(t, duty.Open, owed("phong-nien", duty.PeriodPlanSent, civil.Date{}).Status(r, aug31).Status)
}

func TestRegisterOrder(t *testing.T) {
	t.Parallel()
	at := func(h int) rule.Moment { return rule.At(rule.Day(2021, 8, 3), h, 0) }
	r := register(t, aug31,
		sent("a", duty.PeriodPlanSent, at(15)), sent("a", duty.PeriodPlanSent, rule.On(rule.Day(2021, 8, 5))),
		sent("b", duty.PeriodPlanSent, rule.On(rule.Day(2021, 8, 4))), sent("a", duty.PeriodPlanSent, at(9)))
	var moments []string
	for rec := range r.Of(duty.Fact{Kind: duty.PeriodPlanSent, Duty: duty.SendPlans, Object: duty.Object{Per: duty.PerAssignment, ID: "a"}}) {
		moments = append(moments, rec.On.String())
	}
	assert.Equal(t, []string{"2021-08-03T09:00", "2021-08-03T15:00", "2021-08-05"}, moments)
	var ids []string
	for rec := range r.OfKind(duty.PeriodPlanSent) {
		ids = append(ids, rec.Object.ID)
		if len(ids) == 3 {
			break
		}
	}
	assert.Equal(t, []string{"a", "a", "b"}, ids)
	assert.Equal(t, 4, r.Len())
	assert.Empty(t, slices.Collect(duty.Register{}.OfKind(duty.Noticed)))
	_, ok := duty.Register{}.Complete(duty.Noticed, "")
	assert.False(t, ok)
}

func TestRegisterJSON(t *testing.T) {
	t.Parallel()
	r := register(t, aug31, sent("a", duty.PeriodPlanSent, rule.At(lastDay, 23, 40)))
	data, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"format":"giupxa.register/1"`)
	var back duty.Register
	require.NoError(t, json.Unmarshal(data, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.JSONEq(t, string(data), string(again))
	assert.Equal(t, duty.Fulfilled, owed("a", duty.PeriodPlanSent, lastDay).Status(back, aug31).Status)

	one, err := json.Marshal(first(r))
	require.NoError(t, err)
	assert.Contains(t, string(one), `"format":"giupxa.record/1"`)
	var record duty.Record
	require.NoError(t, json.Unmarshal(one, &record))
	assert.Equal(t, first(r), record)
	assert.Error(t, json.Unmarshal([]byte(`{"format":"giupxa.record/2"}`), &record))
	assert.Error(t, json.Unmarshal([]byte(`{"complete":1`), &back))
}

func FuzzRegister(f *testing.F) {
	f.Add([]byte(`{"complete":[{"kind":"noticed","through":"2021-02-30"}],"records":[{"kind":"noticed","on":"x"}]}`))
	f.Add([]byte(`{"records":[{"object":{"per":"leader-year","year":-1}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r duty.Register
		if json.Unmarshal(data, &r) != nil {
			return
		}
		for rec := range r.All() {
			if rec.On.IsZero() || len(rec.Findings) > 0 {
				continue
			}
			due := duty.Due{Fact: rec.Fact, To: rec.To}
			if got := due.Status(r, rec.On.Date); got.Status != duty.Fulfilled {
				t.Errorf("%v does not discharge its own due: %v", rec, got.Status)
			}
		}
	})
}
