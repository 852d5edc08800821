package rule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

// What is not a day or not known is before nothing.
func TestKnownBefore(t *testing.T) {
	t.Parallel()
	day, next, none := rule.Day(2022, 2, 27), rule.Day(2022, 2, 28), rule.Day(2022, 2, 30)
	for name, c := range map[string]struct {
		m, o rule.Moment
		want bool
	}{
		"the day before":              {rule.On(day), rule.On(next), true},
		"the day after":               {rule.On(next), rule.On(day), false},
		"the same day":                {rule.On(day), rule.On(day), false},
		"one time on the same day":    {rule.On(day), rule.At(day, 9, 0), false},
		"an earlier time":             {rule.At(day, 8, 0), rule.At(day, 9, 0), true},
		"the same time":               {rule.At(day, 9, 0), rule.At(day, 9, 0), false},
		"before a day that is none":   {rule.On(day), rule.On(none), false},
		"a day that is none, earlier": {rule.On(none), rule.On(rule.Day(2022, 3, 1)), false},
		"nothing":                     {rule.Moment{}, rule.On(day), false},
	} {
		assert.Equal(t, c.want, c.m.KnownBefore(c.o), name)
	}
}

// A moment is written as it is said, for every day of a leap year and years of fewer digits.
func TestMomentsAreWrittenAsTheyAreSaid(t *testing.T) {
	t.Parallel()
	for day := rule.Day(2024, 1, 1); day.Year == 2024; day = day.AddDays(1) {
		text, err := rule.On(day).MarshalText()
		require.NoError(t, err)
		assert.Equal(t, day.String(), string(text))
	}
	for _, m := range []rule.Moment{{}, rule.On(rule.Day(987, 6, 5)), rule.On(rule.Day(1000, 1, 1)), rule.On(rule.Day(9999, 12, 31)), rule.At(rule.Day(2024, 1, 1), 7, 5)} {
		text, err := m.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, m.String(), string(text))
	}
}
