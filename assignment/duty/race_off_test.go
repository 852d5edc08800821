//go:build !race

package duty_test

const racing = false
