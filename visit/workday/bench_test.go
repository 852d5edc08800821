package workday_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/workday"
)

var (
	yearStart = rule.Day(2024, 1, 2)
	yearEnd   = rule.Day(2024, 12, 31)
	acrossTet = workday.Term{N: 3, Unit: workday.Days, From: rule.Day(2024, 2, 5)}
	acrossMay = workday.Term{N: 20, Unit: workday.WorkingDays, From: rule.Day(2024, 4, 15)}
)

// Counting over a year allocates nothing.
func TestCountingDoesNotAllocate(t *testing.T) { //nolint:paralleltest // AllocsPerRun
	cal := workday.Vietnam()
	for name, count := range map[string]func() error{
		"Add":       func() error { _, err := cal.Add(yearStart, 250); return err },
		"Add back":  func() error { _, err := cal.Add(yearEnd, -250); return err },
		"Between":   func() error { _, err := cal.Between(yearStart, yearEnd); return err },
		"IsWorkday": func() error { _, err := cal.IsWorkday(yearEnd); return err },
		"Next":      func() error { _, err := cal.Next(yearStart); return err },
		"plain limit": func() error {
			_, err := cal.Deadline(workday.Term{N: 1, Unit: workday.Months, From: yearStart})
			return err
		},
	} {
		require.NoError(t, count())
		assert.Zero(t, testing.AllocsPerRun(100, func() { _ = count() }), name)
	}
	for name, term := range map[string]workday.Term{"across Tết": acrossTet, "working days": acrossMay} {
		explain := func() { _, _ = cal.Deadline(term) }
		assert.InDelta(t, 1, testing.AllocsPerRun(100, explain), 0, "the days that moved it: "+name)
	}
}

func BenchmarkAdd(b *testing.B) {
	cal := workday.Vietnam()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cal.Add(yearStart, 250); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBetween(b *testing.B) {
	cal := workday.Vietnam()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cal.Between(yearStart, yearEnd); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDeadline(b *testing.B) {
	cal := workday.Vietnam()
	for name, term := range map[string]workday.Term{"across Tết": acrossTet, "working days": acrossMay} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := cal.Deadline(term); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	parts := workday.Vietnam().Parts()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := workday.New(parts); err != nil {
			b.Fatal(err)
		}
	}
}
