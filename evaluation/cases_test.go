package evaluation_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/evaluationtest"
)

// matrixOf is the matrix of the dispatch on the day on which a sheet was published or last
// signed, else on the last day of 2021.
func matrixOf(s evaluation.Sheet) duty.Matrix {
	day := s.Published
	for _, e := range s.Evaluators {
		if !s.Published.IsValid() && e.Signed.After(day) {
			day = e.Signed
		}
	}
	if !day.IsValid() {
		day = rule.Day(2021, 12, 31)
	}
	return must(laocai.InForce(day))
}

var judge = evaluationtest.Judges()["evaluation.score"]

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), judge)
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(evaluation.Rules(), cases))
}

func TestCodesArePermanent(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", evaluation.Rules())
}

// Every rule that names a duty names one of the dispatch's.
func TestDutiesExist(t *testing.T) {
	t.Parallel()
	var guarded int
	for _, r := range evaluation.Rules() {
		if r.Duty == "" {
			continue
		}
		guarded++
		require.True(t, slices.ContainsFunc(laocai.Catalogue(), func(d duty.Duty) bool { return d.ID == r.Duty }), "%s: %s", r.Code, r.Duty)
	}
	require.NotZero(t, guarded)
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, evaluation.Table{}, evaluation.Weights{}, evaluation.Thresholds{}, evaluation.Sheet{},
		evaluation.SupportWork{}, evaluation.SupportOutcome{}, evaluation.CommuneResult{}, evaluation.Policy{}, evaluation.Entry{},
		evaluation.Facts{}, evaluation.Derivation{}, evaluation.Event{}, evaluation.Band{}, evaluation.Condition{})
}

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), judge)
}
