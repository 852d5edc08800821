//go:build !race

package criteriatest_test

const racing = false
