package evaluation_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
)

// The same sheets have the same results, byte by byte, on every platform: of all cases, of
// random sheets and of a leader with a hundred communes.
func TestDigests(t *testing.T) {
	t.Parallel()
	answers := map[string]any{}
	for _, c := range must(ruletest.Load(os.DirFS("testdata/cases"))) {
		answer, found, err := judge(c.Given)
		if err == nil {
			answers[c.Name] = []any{answer, found}
		}
	}
	random := rand.New(rand.NewPCG(10, 11))
	var results []evaluation.Result
	for range 200 {
		scheme := randomScheme(random)
		results = append(results, must(scheme.Score(randomSheet(random, scheme, ""))))
	}
	answers["200 random sheets"] = results
	for _, how := range []evaluation.Combining{evaluation.CombineMean, evaluation.CombineWeighted, evaluation.CombineWorst} {
		p, parts := communes(100, how)
		answers["a hundred communes: "+how.String()] = must(p.Combine(parts...))
	}
	stored := must(json.Marshal(results[0]))
	r, err := sample(0, 0).Replay(stored, nil)
	require.NoError(t, err)
	answers["a replay under another scheme"] = r
	maintain.Digests(t, "testdata/digests.txt", answers)
}
