package poverty_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// Every row of the procedure names its passage, its page and its days.
func TestProcedure(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	for _, row := range poverty.Procedure() {
		require.NoError(t, row.Span.Check())
		assert.NotEmpty(t, row.Source.Number)
		assert.True(t, strings.HasPrefix(row.Source.Page, "https://"), row.Says.En)
		assert.True(t, row.Confidence.Confirmed())
		assert.NotContains(t, row.Source.Page, "/blob/quan_dev", "a branch moves")
		fmt.Fprintf(&out, "%s\n%s\n  %s; %s; %s\n", row.Says.Vi, row.Says.En, row.Source, row.Confidence, row.Span.In(rule.En))
	}
	maintain.Golden(t, "testdata/procedure.golden", []byte(out.String()))
}
