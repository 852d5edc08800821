package workday_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/workday"
)

// A deadline before a counted day says both the day and the count.
func TestDayBeforeACountedDay(t *testing.T) {
	t.Parallel()
	d, err := workday.Vietnam().Deadline(workday.Term{N: -3, Unit: workday.WorkingDays, From: rule.Day(2021, 8, 20)})
	require.NoError(t, err)
	before := d.DayBefore()
	assert.Equal(t, d.End.AddDays(-1), before.End)
	assert.Equal(t, d.Moved, before.Moved)
	assert.Contains(t, before.String(), before.Fixed.String()+", "+d.Term.String())
}

// Whoever counts back over a day that is not decided is told of that day, not of the end of
// the calendar.
func TestCountBackOverAnUndecidedDay(t *testing.T) {
	t.Parallel()
	_, err := workday.Vietnam().Add(rule.Day(2026, 12, 31), -100000)
	require.ErrorIs(t, err, workday.ErrUndecided)
}
