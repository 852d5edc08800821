package recognition_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/recognition"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// Every row of the procedure names its passage, its page and its days.
func TestProcedure(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	for _, row := range recognition.Procedure() {
		require.NoError(t, row.Span.Check())
		assert.NotEmpty(t, row.Source.Number)
		assert.True(t, strings.HasPrefix(row.Source.Page, "https://"), row.Value.En)
		fmt.Fprintf(&out, "%s\n%s\n  %s; %s\n", row.Value.Vi, row.Value.En, row.Source, row.Span.In(rule.En))
	}
	maintain.Golden(t, "testdata/procedure.golden", []byte(out.String()))
}
