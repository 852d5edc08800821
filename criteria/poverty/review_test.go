package poverty_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

func own(rows ...rule.Dated[poverty.Standard]) poverty.Review {
	line := rule.MustTimeline(rows...)
	return poverty.Review{Standards: &line}
}

// Every value of the standards and every setting is in the edition, and the answer says it.
func TestEditionCoversWhatDecides(t *testing.T) {
	t.Parallel()
	rows := poverty.Timeline()
	before := own(rows...).Edition()
	varied := 0
	for i := range rows {
		maintain.Vary(&rows[i].Value, func(at string) {
			varied++
			assert.NotEqual(t, before, own(rows...).Edition(), "%d%s", i, at)
		})
	}
	assert.Greater(t, varied, 500)
	assert.Equal(t, before, own(rows...).Edition())

	national := poverty.Review{}
	assert.Len(t, national.Edition().Digest, 64)
	assert.Equal(t, national.Edition(), poverty.Review{Accept: rule.Secondary}.Edition(), "the floor that is meant anyway")
	for name, other := range map[string]poverty.Review{
		"accept": {Accept: rule.High}, "list year": {ByListYear: true}, "standards": own(rows...),
	} {
		assert.NotEqual(t, national.Edition(), other.Edition(), name)
		for _, h := range []poverty.Household{{On: rule.Day(2023, 10, 1)}, {}} {
			c, err := other.Classify(h)
			require.NoError(t, err)
			assert.Equal(t, other.Edition(), c.Edition, name)
		}
	}
}

func TestReviewKeepsItsJSON(t *testing.T) {
	t.Parallel()
	review := own(poverty.Timeline()...)
	review.Accept, review.ByListYear = rule.Med, true
	var back poverty.Review
	require.NoError(t, json.Unmarshal([]byte(jsonOf(t, review)), &back))
	assert.Equal(t, review.Edition(), back.Edition())
	require.Error(t, json.Unmarshal([]byte(`{"id":"p","incom":{}}`), &poverty.Standard{}), "a misspelt line is told")
}

// Nothing that is handed out, and nothing that was taken in, changes a later answer.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	given := poverty.Timeline()
	review := own(given...)
	household := func() poverty.Household {
		return poverty.Household{On: rule.Day(2027, 10, 1), ListYear: 2028, Residence: poverty.Urban, Income: rule.Int(2_000_000),
			Deprivations: map[poverty.Deprivation]poverty.Answer{poverty.Job: poverty.Yes, poverty.Water: poverty.No, "none": poverty.Yes}}
	}
	answers := func() string {
		var all []any
		for _, r := range []poverty.Review{{}, {Accept: rule.Low, ByListYear: true}, review} {
			for _, row := range poverty.Timeline() {
				h := household()
				h.On = row.Span.From
				c, err := r.Classify(h)
				require.NoError(t, err)
				delete(h.Deprivations, "none")
				d, err := r.Classify(h)
				require.NoError(t, err)
				all = append(all, c, d, r.Edition(), r)
			}
		}
		return jsonOf(t, append(all, poverty.Timeline(), poverty.Rules(), poverty.Procedure()))
	}
	before := answers()
	maintain.Spoil(given)
	maintain.Spoil(poverty.Timeline())
	maintain.Spoil(poverty.Rules())
	maintain.Spoil(poverty.Procedure())
	maintain.Spoil(review.Standards.Rows())
	for _, row := range poverty.Timeline() {
		inForce, err := poverty.InForce(row.Span.From)
		require.NoError(t, err)
		maintain.Spoil(&inForce)
		ours, err := review.Standards.On(row.Span.From)
		require.NoError(t, err)
		maintain.Spoil(&ours)
	}
	for _, r := range []poverty.Review{{}, review} {
		h := household()
		c, err := r.Classify(h)
		require.NoError(t, err)
		said := jsonOf(t, c)
		maintain.Spoil(h.Deprivations)
		assert.Equal(t, said, jsonOf(t, c), "an answer keeps nothing of the record")
		maintain.Spoil(&c)
	}
	counts := poverty.Counts{Poor: rule.Int(-1), Parts: []poverty.Part{{Figures: poverty.Figures{Poor: rule.Int(-1)}}}}
	found := counts.Check()
	maintain.Spoil(found)
	assert.Equal(t, before, answers())
}
