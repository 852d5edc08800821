package plan_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
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

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), func(given json.RawMessage) (any, rule.Findings, error) {
		in := struct {
			Mandate    *plan.Mandate         `json:"mandate"`
			Assignment assignment.Assignment `json:"assignment"`
			Period     *plan.Period          `json:"period"`
			Annual     *plan.Annual          `json:"annual"`
			Versions   plan.Versions         `json:"versions"`
			Periods    plan.PeriodVersions   `json:"periodVersions"`
			Situation  *plan.Situation       `json:"situation"`
			Owed       json.RawMessage       `json:"owed"`
		}{}
		found, _ := rule.FindingsIn(form.Decode(given, "", &in))
		mandate := plan.LaoCai2021()
		if in.Mandate != nil {
			mandate = *in.Mandate
			found = append(found, mandate.Faults()...)
		}
		if in.Period != nil {
			found = append(found, mandate.Check(*in.Period, in.Assignment)...)
		}
		if in.Annual != nil {
			found = append(found, mandate.Check(*in.Annual, in.Assignment)...)
		}
		if in.Annual != nil && in.Period != nil {
			found = append(found, mandate.CheckTrace(*in.Annual, *in.Period)...)
		}
		if in.Annual != nil && in.Situation != nil {
			found = append(found, mandate.CheckSituation(*in.Annual, *in.Situation)...)
		}
		found = append(found, mandate.CheckVersions(in.Versions)...)
		found = append(found, mandate.CheckPeriodVersions(in.Periods)...)
		return nil, found, nil
	})
}

// F1, F2: every path leads into the file as it is written.
func TestPathsLead(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	maintain.Lead(t, cases, plantest.Judge(plan.LaoCai2021()),
		"annual-plan.schema.json", "period-plan.schema.json", "mandate.schema.json", "../assignment/roster.schema.json")
}
