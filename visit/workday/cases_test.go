package workday_test

import (
	"encoding/json"
	"errors"
	"os"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit/workday"
)

// ask is what a case gives: a calendar, by name or as its JSON, and one question.
type ask struct {
	Calendar   json.RawMessage `json:"calendar"`
	Swaps      []workday.Swap  `json:"swaps"`
	Workday    civil.Date      `json:"workday,omitzero"`
	Year       int             `json:"year"`
	Before     civil.Date      `json:"before,omitzero"`
	OnOrBefore civil.Date      `json:"onOrBefore,omitzero"`
	Term       workday.Term    `json:"term"`
	Then       *workday.Term   `json:"then"` // counted from the plain end of the term
	Add        *struct {
		Day civil.Date `json:"day,omitzero"`
		N   int        `json:"n"`
	} `json:"add"`
	Between *struct {
		A civil.Date `json:"a,omitzero"`
		B civil.Date `json:"b,omitzero"`
	} `json:"between"`
	Lead *struct {
		Visit civil.Date `json:"visit,omitzero"`
		N     int        `json:"n"`
	} `json:"lead"`
	Report *struct {
		Kind string `json:"kind"`
		Year int    `json:"year"`
		N    int    `json:"n"`
	} `json:"report"`
}

func (a ask) calendar() (cal workday.Calendar, err error) {
	var name string
	data := []byte(a.Calendar)
	switch {
	case len(data) == 0 || json.Unmarshal(data, &name) != nil:
	case name == "vietnam":
		return workday.Vietnam().WithSwap(a.Swaps...)
	case name == "settled":
		return refused()
	default:
		if data, err = os.ReadFile("testdata/calendars/" + name + ".json"); err != nil {
			return cal, err
		}
	}
	if len(data) > 0 {
		err = json.Unmarshal(data, &cal)
	}
	return cal, err
}

// refused is the calendar of Việt Nam with the proposed swap of 23/11/2026 refused.
func refused() (workday.Calendar, error) {
	source := rule.Source{Kind: rule.Notice, Issuer: "test"}
	return workday.Vietnam().With(
		workday.Day{On: rule.Day(2026, 11, 23), Kind: workday.Working, Source: source},
		workday.Day{On: rule.Day(2026, 11, 28), Kind: workday.Off, Source: source})
}

type answer map[string]any

func judge(given json.RawMessage) (any, rule.Findings, error) {
	var a ask
	if err := form.Decode(given, "", &a); err != nil {
		return nil, nil, err
	}
	cal, err := a.calendar()
	if err != nil {
		return nil, nil, err
	}
	got, found, err := a.of(cal)
	var unknown *workday.DayError
	switch {
	case errors.As(err, &unknown):
		why := map[bool]string{true: "undecided", false: "outside"}[errors.Is(err, workday.ErrUndecided)]
		return answer{"refused": why, "day": unknown.Day.On}, found, nil
	case errors.Is(err, workday.ErrWindow):
		return answer{"refused": "no window"}, found, nil
	}
	return got, found, err
}

// of puts the question to the calendar.
func (a ask) of(cal workday.Calendar) (got any, found rule.Findings, err error) {
	switch {
	case !a.Workday.IsZero():
		works, err := cal.IsWorkday(a.Workday)
		return answer{"worked": works}, nil, err
	case a.Add != nil:
		day, err := cal.Add(a.Add.Day, a.Add.N)
		return answer{"day": day}, nil, err
	case a.Between != nil:
		n, err := cal.Between(a.Between.A, a.Between.B)
		return answer{"n": n}, nil, err
	case a.Year != 0:
		got, err = year(cal, a.Year)
	case a.Lead != nil:
		got, err = lead(cal, a.Lead.Visit, a.Lead.N)
	case !a.Before.IsZero():
		got, err = workday.Before(a.Before)
	case !a.OnOrBefore.IsZero():
		got, err = workday.OnOrBefore(a.OnOrBefore)
	case a.Report != nil:
		got, err = map[string]func() (workday.Window, error){
			"month":   func() (workday.Window, error) { return workday.MonthlyReport(a.Report.Year, a.Report.N) },
			"quarter": func() (workday.Window, error) { return workday.QuarterlyReport(a.Report.Year, a.Report.N) },
			"half":    func() (workday.Window, error) { return workday.HalfYearReport(a.Report.Year, a.Report.N) },
			"year":    func() (workday.Window, error) { return workday.YearlyReport(a.Report.Year) },
		}[a.Report.Kind]()
	case a.Term != workday.Term{}:
		d, err := cal.Deadline(a.Term)
		if err == nil && a.Then != nil {
			a.Then.From = d.Computed
			d, err = cal.Deadline(*a.Then)
		}
		return d, d.Notes, err
	}
	return got, nil, err
}

// year lists the weekdays off and the Saturdays worked, and counts the working days.
func year(cal workday.Calendar, y int) (answer, error) {
	off, saturdays, working := []civil.Date{}, []civil.Date{}, 0
	for day := rule.Day(y, 1, 1); day.Year == y; day = day.AddDays(1) {
		works, err := cal.IsWorkday(day)
		if err != nil {
			return nil, err
		}
		weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
		switch {
		case works && weekend:
			saturdays = append(saturdays, day)
		case !works && !weekend:
			off = append(off, day)
		}
		if works {
			working++
		}
	}
	return answer{"off": off, "saturdays": saturdays, "working": working}, nil
}

// lead is the latest day to send something n working days before a visit: loose, the nth
// working day before; strict, n full working days between, where a sending on a day off
// counts as of the next working day, or counts that day.
func lead(cal workday.Calendar, visit civil.Date, n int) (answer, error) {
	works, err := cal.IsWorkday(visit)
	loose, err2 := cal.Add(visit, -n)
	next, err3 := cal.Add(visit, -n-1)
	return answer{"worked": works, "loose": loose, "next": next, "counts": loose.AddDays(-1)}, errors.Join(err, err2, err3)
}

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), judge)
}

func TestEveryRuleHasItsCases(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(workday.Rules(), cases))
	maintain.Codes(t, "testdata/codes.txt", workday.Rules())
}

func TestForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, workday.Calendar{}, workday.Parts{}, workday.Day{}, workday.Swap{}, workday.Term{}, workday.Fixed{}, workday.Step{}, workday.Deadline{}, workday.Window{})
	maintain.Enum[workday.Kind](t)
	maintain.Enum[workday.Unit](t)
}

// A stored deadline explains as much as the one in memory: the end follows from its JSON.
func TestDeadlineJSON(t *testing.T) {
	t.Parallel()
	cal, err := refused()
	require.NoError(t, err)
	for from := rule.Day(2026, 1, 1); from.Year == 2026 && from.Month < 11; from = from.AddDays(3) {
		for _, term := range []workday.Term{
			{N: 7, Unit: workday.Days, From: from}, {N: -7, Unit: workday.Days, From: from.AddDays(20)},
			{N: 8, Unit: workday.WorkingDays, From: from}, {N: -8, Unit: workday.WorkingDays, From: from.AddDays(20)},
		} {
			d, err := cal.Deadline(term)
			require.NoError(t, err)
			data, err := json.Marshal(d)
			require.NoError(t, err)
			var stored workday.Deadline
			require.NoError(t, json.Unmarshal(data, &stored))
			assert.Equal(t, d.String(), stored.String())
			assert.Equal(t, cal.Edition(), stored.Calendar)
			require.Equal(t, d.End, derived(stored), d)
			for _, s := range stored.Moved {
				require.False(t, s.Source.IsZero(), s)
				require.NotEmpty(t, s.Why.Vi)
			}
		}
	}
}

// derived finds the end of a term from what moved it.
func derived(d workday.Deadline) civil.Date {
	step := 1
	if d.Term.N < 0 {
		step = -1
	}
	if d.Term.Unit != workday.WorkingDays {
		return d.Computed.AddDays(step * len(d.Moved))
	}
	moved := map[civil.Date]bool{}
	for _, s := range d.Moved {
		moved[s.Day] = s.Kind.Works()
	}
	at := d.Term.From
	for n := d.Term.N; n != 0; {
		at = at.AddDays(step)
		works, listed := moved[at]
		if !listed {
			works = at.Weekday() != time.Saturday && at.Weekday() != time.Sunday
		}
		if works {
			n -= step
		}
	}
	return at
}
