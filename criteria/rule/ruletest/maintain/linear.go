package maintain

import (
	"math"
	"runtime"
	"testing"
)

// Linear proves that the cost of a question grows no faster than the size of its input, but
// for a quarter: each doubling may take 2.5 times the bytes allocated, and 2.5 times the
// findings where the question returns how many there are. It counts bytes because time
// depends on the machine, and over all doublings together because lists and maps grow in
// jumps. Sizes rise: 1,000, 2,000, 4,000. For each, prepare makes the input, which is not
// counted, and returns the question.
//
// The test must not be parallel, because bytes are counted for the whole process.
func Linear[Q func() | func() int](t *testing.T, name string, sizes []int, prepare func(n int) Q) {
	t.Helper()
	costs := make([]cost, len(sizes))
	for i, n := range sizes {
		costs[i] = measure(any(prepare(n)))
	}
	last := len(sizes) - 1
	doublings := math.Log2(float64(sizes[last]) / float64(sizes[0]))
	most := math.Pow(2.5, doublings)
	if doublings < 2 || costs[0].bytes == 0 {
		t.Errorf("%s: nothing was allocated, or the sizes do not double twice, so nothing is proved", name)
	}
	for what, grown := range map[string]float64{
		"bytes":    float64(costs[last].bytes) / float64(max(costs[0].bytes, 1)),
		"findings": float64(costs[last].findings) / float64(max(costs[0].findings, 1)),
	} {
		if grown > most {
			t.Errorf("%s: %s grow %.1f times while the input grows %d times: %v", name, what, grown, sizes[last]/sizes[0], costs)
		}
	}
}

type cost struct{ bytes, findings uint64 }

// measure asks twice, because what is built on first use is no cost of the input, and
// counts the cheaper of two more.
func measure(question any) cost {
	least := cost{bytes: ^uint64(0)}
	for i := range 3 {
		var from, to runtime.MemStats
		var findings int
		runtime.ReadMemStats(&from)
		switch ask := question.(type) {
		case func():
			ask()
		case func() int:
			findings = ask()
		}
		runtime.ReadMemStats(&to)
		if i > 0 {
			least = cost{min(least.bytes, to.TotalAlloc-from.TotalAlloc), uint64(max(findings, 0))}
		}
	}
	return least
}
