package poverty_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// The case files hold every class of every standard, rural and urban, on the first and
// on the last day on which each row of the standards holds, the extensions included.
func TestCasesAtEveryBoundary(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	type place struct {
		day       string
		residence string
		class     string
	}
	held := map[place]int{}
	for _, c := range cases {
		var given struct{ On, Residence string }
		var answer struct{ Class string }
		if json.Unmarshal(c.Given, &given) == nil && json.Unmarshal(c.Answer, &answer) == nil {
			held[place{given.On, given.Residence, answer.Class}]++
		}
	}
	for _, row := range poverty.Timeline() {
		for _, day := range []string{row.Span.From.String(), row.Span.To.String()} {
			for _, residence := range []poverty.Residence{poverty.Rural, poverty.Urban} {
				for _, class := range []poverty.Class{poverty.Poor, poverty.NearPoor, poverty.Other} {
					assert.Positive(t, held[place{day, residence.String(), class.String()}], "%s %s %s", day, residence, class)
				}
			}
		}
	}
}
