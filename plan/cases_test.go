package plan_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/plantest"
)

func TestCases(t *testing.T) {
	t.Parallel()
	files := os.DirFS("testdata/cases")
	plantest.Run(t, plan.LaoCai2021(), files)
	cases, err := ruletest.Load(files)
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(plan.Rules(), cases))
}

func TestCodesArePermanent(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", plan.Rules())
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, plan.Period{}, plan.Annual{}, plan.Mandate{})
	maintain.JSONForm(t, plan.LaoCai2021())
}

// F1, F2: every path leads into the file as it is written.
func TestPathsLead(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	maintain.Lead(t, cases, plantest.Judge(plan.LaoCai2021()),
		"annual-plan.schema.json", "period-plan.schema.json", "mandate.schema.json", "../assignment/roster.schema.json")
}
