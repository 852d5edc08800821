package maintain

import (
	"math"
	"runtime"
	"testing"
)

// Linear proves that the cost of a question grows no faster than the size of its input, but
// for a quarter: each doubling from the small size to the large one may take 2.5 times the
// bytes allocated, and 2.5 times the findings where the question returns how many there are.
// It counts bytes because time depends on the machine, and asks for two doublings or more
// because lists and maps grow in jumps. For each size prepare makes the input, which is not
// counted, and returns the question.
//
// The test must not be parallel, because bytes are counted for the whole process.
func Linear[Q func() | func() int](t *testing.T, name string, small, large int, prepare func(n int) Q) {
	t.Helper()
	least, most := measure(any(prepare(small))), measure(any(prepare(large)))
	doublings := math.Log2(float64(large) / float64(small))
	bound := math.Pow(2.5, doublings)
	if doublings < 2 || least.bytes == 0 {
		t.Errorf("%s: nothing was allocated, or the size does not double twice, so nothing is proved", name)
	}
	for what, grown := range map[string]float64{
		"bytes":    float64(most.bytes) / float64(max(least.bytes, 1)),
		"findings": float64(most.findings) / float64(max(least.findings, 1)),
	} {
		if grown > bound {
			t.Errorf("%s: %s grow %.1f times while the input grows %d times: %v to %v", name, what, grown, large/small, least, most)
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
