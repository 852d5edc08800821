package workday_test

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit/visittest"
	"github.com/giupxa/giupxa/visit/workday"
)

var judge = visittest.Judges()["workday.ask"]

// refused is the calendar of Việt Nam with the proposed swap of 23/11/2026 refused.
func refused() (workday.Calendar, error) {
	source := rule.Source{Kind: rule.Notice, Issuer: "test"}
	return workday.Vietnam().With(
		workday.Day{On: rule.Day(2026, 11, 23), Kind: workday.Working, Source: source},
		workday.Day{On: rule.Day(2026, 11, 28), Kind: workday.Off, Source: source})
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

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), judge)
}
