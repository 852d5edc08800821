//go:build race

package duty_test

// racing reports whether the race detector runs, under which more is allocated.
const racing = true
