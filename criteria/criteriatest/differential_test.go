package criteriatest_test

import (
	"flag"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/national"
)

// A run with -communes 10000 tries 100,000 in all.
var atOnce = flag.Int("communes", 2_000, "random communes a set and seed of TestDifferential")

// The library against the evaluator on random communes of the national sets: all columns,
// years, groups and days, readings near the thresholds, some missing, some that do not fit,
// verdicts stated and counts given. Not one may be judged otherwise.
func TestDifferential(t *testing.T) {
	t.Parallel()
	communes := *atOnce
	if testing.Short() || racing {
		communes /= 4
	}
	total := 0
	for id, parts := range map[string]int{national.ID318I: 6, national.ID1980: 1, national.ID318II: 1, national.ID319: 1, national.ID51: 1} {
		set, err := national.ByID(id)
		require.NoError(t, err)
		for seed := range parts {
			total += communes
			t.Run(fmt.Sprintf("%s %d", id, seed), func(t *testing.T) {
				t.Parallel()
				require.NoError(t, criteriatest.Differ(set, uint64(1000+seed), communes)) //nolint:gosec // small
			})
		}
	}
	assert.GreaterOrEqual(t, total, 10*communes)
}
