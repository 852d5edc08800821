package plan_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
)

func TestEnums(t *testing.T) {
	t.Parallel()
	maintain.Enum[plan.ActivityKind](t)
	maintain.Enum[plan.Focus](t)
	maintain.Enum[plan.ContributionKind](t)
	maintain.Enum[plan.ContributionStage](t)
	maintain.Enum[plan.Timely](t)
	maintain.Enum[plan.MonthReading](t)
	maintain.Enum[plan.TeamReading](t)
	_, err := plan.Focus(5).MarshalText()
	require.Error(t, err, "the focus contents are exactly four")
}
