package maintain

import (
	"runtime"
	"testing"
)

// Linear proves that a piece of work grows no faster than its input. build makes an input
// of size n and returns the work on it; the bytes that the work allocates may at most
// grow by a factor of 2.5 where the input doubles, twice in a row. The bytes are those
// of the whole process, so that the test must not be a parallel one.
func Linear(t testing.TB, name string, n int, build func(n int) func()) {
	t.Helper()
	const slack = 1 << 16 // what does not grow with the input
	before := allocated(build(n))
	for range 2 {
		n *= 2
		now := allocated(build(n))
		if 2*now > 5*before+slack {
			t.Errorf("%s: %d bytes allocated for an input of %d, %d for half of it", name, now, n, before)
		}
		before = now
	}
}

// allocated is the bytes that a call allocates; the fewest of three calls, since the
// runtime and the first call allocate for themselves.
func allocated(work func()) uint64 {
	var least uint64
	for i := range 3 {
		var from, to runtime.MemStats
		runtime.ReadMemStats(&from)
		work()
		runtime.ReadMemStats(&to)
		if did := to.TotalAlloc - from.TotalAlloc; i == 0 || did < least {
			least = did
		}
	}
	return least
}
