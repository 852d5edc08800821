package ledger_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/evaluation/ledger"
)

// The ledger of 127 assignments with 12 visits each allocates less than once an entry, and
// twice for each that is read.
func TestAllocations(t *testing.T) { //nolint:paralleltest // it counts allocations
	l := province(127, 12, threeLevels)
	n := float64(must(l.On(threeLevels)).Len())
	assert.Greater(t, n, 7000.0)
	on := testing.AllocsPerRun(3, func() { must(l.On(threeLevels)) })
	assert.Less(t, on, n)
	assert.Less(t, testing.AllocsPerRun(3, func() { ledger.Count(must(l.On(threeLevels)).Entries()) }), on+2*n)
}

func BenchmarkOn(b *testing.B) {
	l := province(127, 12, threeLevels)
	b.ReportAllocs()
	for b.Loop() {
		must(l.On(threeLevels))
	}
}

// BenchmarkOnAndRead reads every entry as well.
func BenchmarkOnAndRead(b *testing.B) {
	l := province(127, 12, threeLevels)
	b.ReportAllocs()
	for b.Loop() {
		ledger.Count(must(l.On(threeLevels)).Entries())
	}
}
