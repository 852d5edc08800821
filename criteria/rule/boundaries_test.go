package rule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

// What to write instead is said only of what is nearly a number.
func TestWhatToWriteInstead(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"3/4": "not a fraction", "x/5": "not a number", "5/x": "not a number", "x/y": "not a number",
		"1234567,123": "decimals after a dot", "12,345": "for thousands",
		"1.234,5": "write 1234.5:", "1,234.5": "write 1234.5:", "1.234.567,89": "write 1234567.89:", "-1.234,567": "write -1234.567:",
		"1.234.567": "write 1234567:", "1.2,3": "not a number", "1.234.567,8,9": "not a number", "1 234,5": "not a number",
	} {
		_, err := rule.ParseNumber(text)
		require.Error(t, err, text)
		assert.Contains(t, rule.Tell(err, rule.En), want, text)
	}
}

func TestLongestTimeOfDay(t *testing.T) {
	t.Parallel()
	m, err := rule.ParseMoment("2021-08-09T14:00:30.123456789")
	require.NoError(t, err)
	assert.Equal(t, 123456789, m.Time.Nanosecond)
	_, err = rule.ParseMoment("2021-08-09T14:00:30.1234567890")
	require.Error(t, err)
}

func TestAnyDocument(t *testing.T) {
	t.Parallel()
	s, err := rule.ParseSource("Văn bản số 5/UBND")
	require.NoError(t, err)
	assert.Equal(t, rule.Source{Number: "5/UBND"}, s)
}
