package ledger_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/ledger/ledgertest"
)

func TestKit(t *testing.T) {
	t.Parallel()
	ledgertest.Run(t, province(4, 2, threeLevels), threeLevels)
	ledgertest.Run(t, province(4, 2, twoLevels), twoLevels)
	ledgertest.Run(t, second(), rule.Day(2023, 10, 20))
	require.NoError(t, ledgertest.Check(second(), rule.Day(2023, 10, 20)))
	require.Error(t, ledgertest.Check(second(), rule.Day(2030, 1, 1)), "a day for which the matrix does not answer")
	l := second()
	l.Dues = []duty.Due{{Fact: duty.Fact{Duty: "no.such"}}}
	require.Error(t, ledgertest.Check(l, rule.Day(2023, 10, 20)))
}
