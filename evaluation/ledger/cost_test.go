package ledger_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/evaluation/ledger"
)

// The ledger of 127 assignments with 12 visits each allocates little more than its entries:
// a handful an entry.
func TestAllocations(t *testing.T) { //nolint:paralleltest // it counts allocations
	l := province(127, 12, threeLevels)
	n := must(l.On(threeLevels)).Len()
	assert.Greater(t, n, 7000)
	assert.Less(t, testing.AllocsPerRun(3, func() { must(l.On(threeLevels)) }), float64(4*n))
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
