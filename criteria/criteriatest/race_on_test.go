//go:build race

package criteriatest_test

// racing reports whether the race detector runs, under which everything takes longer.
const racing = true
