package criteriatest_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// The same dossiers have the same reports, byte by byte, on every platform: the published ones,
// and random ones under every set.
func TestDigests(t *testing.T) {
	t.Parallel()
	answers := map[string]any{}
	files, err := filepath.Glob("../../examples/assess/testdata/*.json")
	require.NoError(t, err)
	for _, file := range files {
		set, d := published(t, file)
		a, err := set.Assess(d)
		require.NoError(t, err)
		answers[d.UnitName] = []any{a.Report(), a, a.Accept(rule.Low)}
	}
	for i, set := range append(national.All(), zones(t)) {
		var reports []any
		require.NoError(t, criteriatest.Communes(set, uint64(i), 60, func(d criteria.Dossier, floor rule.Confidence) { //nolint:gosec // small
			if a, err := set.Assess(d); err == nil {
				reports = append(reports, d, a.Accept(floor).Report(), a.AtStage(criteria.Appraised))
			}
		}))
		answers["60 random communes under "+set.ID()] = reports
	}
	maintain.Digests(t, "testdata/digests.txt", answers)
}

// published is a published dossier and its set.
func published(t *testing.T, file string) (set criteria.Set, d criteria.Dossier) {
	t.Helper()
	data, err := os.ReadFile(file) //nolint:gosec // our own
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &d))
	if set, err = national.ByID(d.Set); d.Set == "" {
		set, err = national.InForce(d.Standard, d.AsOf)
	}
	require.NoError(t, err)
	return set, d
}
