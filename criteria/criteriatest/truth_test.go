package criteriatest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The four-valued tables, as they are meant, for the library; that the evaluator thinks
// the same is proved by the cells of every set. Rows and columns: not met, unknown, met,
// not applicable.
func TestTruthTables(t *testing.T) {
	t.Parallel()
	const n, u, m, x = criteria.NotMet, criteria.Unknown, criteria.Met, criteria.NotApplicable
	values := [4]criteria.Verdict{n, u, m, x}
	a, b := criteria.Sub("a", criteria.Pass()), criteria.Sub("b", criteria.Pass())
	for name, c := range map[string]struct {
		demand criteria.Requirement
		table  [4][4]criteria.Verdict
	}{
		"all": {criteria.All(a, b), [4][4]criteria.Verdict{
			{n, n, n, n},
			{n, u, u, u},
			{n, u, m, m},
			{n, u, m, x},
		}},
		"any": {criteria.Any(a, b), [4][4]criteria.Verdict{
			{n, u, m, n},
			{u, u, m, u},
			{m, m, m, m},
			{n, u, m, x},
		}},
		"the first way, or else the second": {criteria.FirstOf(a, b), [4][4]criteria.Verdict{
			{n, n, n, n},
			{u, u, u, u},
			{m, m, m, m},
			{n, u, m, x},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := head()
			add(&table, "", true, c.demand)
			set, err := criteria.NewSet(table)
			require.NoError(t, err)
			for i, first := range values {
				for j, second := range values {
					assert.Equal(t, c.table[i][j], lineOf(t, set, first, second), "%s, %s", first, second)
				}
			}
		})
	}
}

// A branch is taken where the condition is known; where it is open, only what both
// branches say.
func TestTruthTableOfWhen(t *testing.T) {
	t.Parallel()
	const n, u, m = criteria.NotMet, criteria.Unknown, criteria.Met
	values := [3]criteria.Verdict{n, u, m}
	set := setOf(t, criteria.When(criteria.Attr("c").Holds(), criteria.Sub("a", criteria.Pass()), criteria.Sub("b", criteria.Pass())))
	for condition, table := range map[criteria.Verdict][3][3]criteria.Verdict{
		m: {{n, n, n}, {u, u, u}, {m, m, m}},
		n: {{n, u, m}, {n, u, m}, {n, u, m}},
		u: {{n, u, u}, {u, u, u}, {u, u, m}},
	} {
		for i, then := range values {
			for j, otherwise := range values {
				assert.Equal(t, table[i][j], lineOf(t, set, then, otherwise, condition), "if %s then %s else %s", condition, then, otherwise)
			}
		}
	}
}

// lineOf is the verdict of the line 1.1 with parts of these verdicts.
func lineOf(t *testing.T, set criteria.Set, verdicts ...criteria.Verdict) criteria.Verdict {
	t.Helper()
	d := criteria.Dossier{AsOf: rule.Day(2022, 1, 1), Year: 2022, Readings: map[string]criteria.Reading{}}
	for i, v := range verdicts {
		key := []string{"1.1/a", "1.1/b", "@c"}[i]
		switch v {
		case criteria.Met:
			d.Readings[key] = criteria.Passed()
		case criteria.NotMet:
			d.Readings[key] = criteria.Failed()
		case criteria.NotApplicable:
			d.Readings[key] = criteria.NotApplied()
		}
	}
	assessment, err := set.Assess(d)
	require.NoError(t, err)
	for l := range assessment.Lines() {
		return l.Verdict
	}
	return criteria.Unknown
}
