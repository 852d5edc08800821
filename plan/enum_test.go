package plan_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/plan"
)

func TestEnums(t *testing.T) {
	t.Parallel()
	ruletest.Enum(t, plan.ParseActivityKind)
	ruletest.Enum(t, plan.ParseFocus)
	ruletest.Enum(t, plan.ParseContributionKind)
	ruletest.Enum(t, plan.ParseTimely)
	ruletest.Enum(t, plan.ParseMonthReading)
	ruletest.Enum(t, plan.ParseTeamReading)
	_, err := plan.Focus(5).MarshalText()
	require.Error(t, err, "the focus contents are exactly four")
}
