package rule_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

func TestParseFraction(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]rule.Fraction{
		"92.5": rule.Ratio(185, 2), "26999/300": rule.Ratio(26999, 300), "-1/3": rule.Ratio(-1, 3), "0": rule.Ratio(0, 1), "6/4": rule.Ratio(3, 2),
		strings.Repeat("9", 38) + "/" + strings.Repeat("9", 37): rule.MustNumber(strings.Repeat("9", 38)).Fraction().Quo(rule.MustNumber(strings.Repeat("9", 37)).Fraction()),
	} {
		got, err := rule.ParseFraction(text)
		require.NoError(t, err, text)
		assert.Zero(t, got.Cmp(want), text)
		data, err := json.Marshal(got)
		require.NoError(t, err)
		var back rule.Fraction
		require.NoError(t, json.Unmarshal(data, &back))
		assert.True(t, back.Known())
		assert.Zero(t, back.Cmp(want))
	}
	for _, text := range []string{"", "92,5", "1/0", "1/-2", "/2", "1/", "1.5/2", "1/2/3", "--1/2", strings.Repeat("1", 80) + "/1"} {
		_, err := rule.ParseFraction(text)
		require.Error(t, err, text)
		assert.NotEmpty(t, rule.Tell(err, rule.Vi))
	}
	var f rule.Fraction
	require.NoError(t, json.Unmarshal([]byte("null"), &f))
	assert.False(t, f.Known())
	require.ErrorIs(t, json.Unmarshal([]byte("92.5"), &f), rule.ErrFractionText)
}
