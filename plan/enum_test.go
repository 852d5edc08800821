package plan_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/plan"
)

func TestEnums(t *testing.T) {
	t.Parallel()
	ruletest.Enum[plan.ActivityKind](t)
	ruletest.Enum[plan.Focus](t)
	ruletest.Enum[plan.ContributionKind](t)
	ruletest.Enum[plan.Timely](t)
	ruletest.Enum[plan.MonthReading](t)
	ruletest.Enum[plan.TeamReading](t)
	_, err := plan.Focus(5).MarshalText()
	require.Error(t, err, "the focus contents are exactly four")
}
