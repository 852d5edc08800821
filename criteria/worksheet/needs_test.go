package worksheet_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/worksheet"
)

// The cells that keep answers open: first those that decide most, then those that do so
// with others, then those of indicators whose readings are missing too. A cell that is supplied
// is needed no more.
func TestNeeds(t *testing.T) {
	t.Parallel()
	set := held(t, national.ID318I)
	commune := func(region criteria.Region, readings map[string]criteria.Reading) criteria.Assessment {
		a, err := set.Assess(criteria.Dossier{AsOf: rule.Day(2022, 12, 1), Year: 2022, Profile: criteria.Profile{Region: region}, Readings: readings})
		require.NoError(t, err)
		return a
	}
	n := func(s string) criteria.Reading { return criteria.Value(rule.MustNumber(s)) }
	cohort := []criteria.Assessment{
		commune(criteria.TN, map[string]criteria.Reading{"12.1/female": n("70"), "12.1/male": n("71"), "4.2": n("99")}),
		commune(criteria.TN, map[string]criteria.Reading{"4.2": n("99"), "17.1/total": n("60"), "17.1/centralised": n("60")}),
		commune(criteria.TN, nil),
	}
	first := worksheet.Of(set).Needs(slices.Values(cohort))
	require.Greater(t, len(first), 4)
	counts := map[string][3]int{}
	for _, need := range first {
		assert.Contains(t, []criteria.Region{0, criteria.TN}, need.Row.Column)
		assert.False(t, need.Row.Confidence.Confirmed())
		assert.True(t, need.Row.Years == nil || slices.Contains(need.Row.Years, 2022))
		counts[need.Row.Key] = [3]int{need.Decides, need.Together, need.Open}
	}
	assert.Equal(t, "4.2", first[0].Row.Key)
	assert.Equal(t, "12.1", first[1].Row.Key, "both sexes share a cell")
	assert.Equal(t, [3]int{2, 0, 1}, counts["4.2"])
	assert.Equal(t, [3]int{1, 0, 2}, counts["12.1"])
	assert.Equal(t, [3]int{0, 1, 2}, counts["17.1/total"])
	assert.Equal(t, [3]int{0, 1, 2}, counts["17.1/centralised"])
	assert.True(t, slices.IsSortedFunc(first, func(a, b worksheet.Need) int {
		return slices.Compare([]int{b.Decides, b.Together, b.Open}, []int{a.Decides, a.Together, a.Open})
	}))

	f := read(t, heading+line("4.2", "", "TN", "", "98"))
	supplied, err := f.Set.Assess(cohort[0].Dossier())
	require.NoError(t, err)
	assert.Empty(t, worksheet.Of(set).Needs(slices.Values([]criteria.Assessment{supplied})), "an answer of another set")
	for _, need := range worksheet.Of(f.Set).Needs(slices.Values([]criteria.Assessment{supplied})) {
		assert.NotEqual(t, "4.2", need.Row.Key)
	}
}

// Rows and needs as JSON: what is for all columns, groups or years is left out.
func TestJSON(t *testing.T) {
	t.Parallel()
	set := held(t, national.ID318I)
	a, err := set.Assess(criteria.Dossier{AsOf: rule.Day(2022, 12, 1), Year: 2022, Profile: criteria.Profile{Region: criteria.TN}, Readings: map[string]criteria.Reading{"4.2": criteria.Value(rule.Int(99))}})
	require.NoError(t, err)
	need := worksheet.Of(set).Needs(slices.Values([]criteria.Assessment{a}))[0]
	got, err := json.Marshal(need)
	require.NoError(t, err)
	name, err := json.Marshal(need.Row.Name)
	require.NoError(t, err)
	assert.JSONEq(t, `{"row":{"set":"318/QĐ-TTg/I","code":"4.2","name":`+string(name)+`,"key":"4.2","column":"TN","unit":"%",
		"candidate":{"atLeast":"98"},"confidence":"low-med"},"decides":1,"together":0,"open":0}`, string(got))
	for _, id := range []string{national.ID1980, national.ID318I, national.ID318II, national.ID319, national.ID51} {
		for _, row := range worksheet.Of(held(t, id)).Rows() {
			_, err := json.Marshal(row)
			require.NoError(t, err, "%s %s", id, row.Key)
		}
	}
}
