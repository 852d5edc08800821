package maintain_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// fails notes that a test failed.
type fails struct {
	testing.TB
	failed bool
}

func (f *fails) Helper()               {}
func (f *fails) Errorf(string, ...any) { f.failed = true }

func TestLinear(t *testing.T) {
	var kept []byte
	for name, c := range map[string]struct {
		size  func(n int) int
		fails bool
	}{
		"constant":  {func(int) int { return 1 << 20 }, false},
		"linear":    {func(n int) int { return n << 10 }, false},
		"quadratic": {func(n int) int { return n * n }, true},
	} {
		f := fails{TB: t}
		maintain.Linear(&f, name, 1000, func(n int) func() { return func() { kept = make([]byte, c.size(n)) } })
		require.Equal(t, c.fails, f.failed, name)
	}
	_ = kept
}
