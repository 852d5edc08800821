package maintain

import (
	"runtime"
	"testing"
)

// Linear proves that a piece of work grows no faster than its input. build makes an input
// of size n and returns the work on it; the bytes that the work allocates may grow by a
// factor of 2.5 a doubling, over two doublings: a list that grows element by element makes
// single ones uneven. The bytes are those of the whole process, so that the test must not
// be a parallel one.
func Linear(t testing.TB, name string, n int, build func(n int) func()) {
	t.Helper()
	const slack = 1 << 16 // what does not grow with the input
	one, two, four := allocated(build(n)), allocated(build(2*n)), allocated(build(4*n))
	if 4*four > 25*one+slack {
		t.Errorf("%s: %d bytes allocated for an input of %d, %d for twice that, %d for four times", name, one, n, two, four)
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
