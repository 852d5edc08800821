package rule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

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
