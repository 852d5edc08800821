package maintain_test

import (
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

var sink [][]byte

// bytes allocates n bytes in small pieces.
func bytes(n int) {
	sink = nil
	for range n / 1024 {
		sink = append(sink, make([]byte, 1024))
	}
}

const small, large = 1 << 16, 1 << 18

// Not parallel: bytes are counted for the whole process.
func TestLinear(t *testing.T) {
	maintain.Linear(t, "bytes", small, large, func(n int) func() { return func() { bytes(n) } })
	maintain.Linear(t, "findings", small, large, func(n int) func() int { return func() int { bytes(n); return n / 1000 } })
	maintain.Linear(t, "always the same", small, large, func(int) func() int { return func() int { bytes(1 << 16); return 1001 } })
}

// A question whose cost grows with the square of the input is found. The proof runs in a
// process of its own, because a test that fails cannot pass.
func TestLinearFindsSquares(t *testing.T) {
	if name := os.Getenv("GIUPXA_SQUARE"); name != "" {
		maintain.Linear(t, name, small, large, func(n int) func() int {
			return func() int {
				switch name {
				case "bytes":
					bytes(n * (n >> 16))
				case "findings":
					bytes(n)
					return n * (n >> 16)
				}
				return 0
			}
		})
		return
	}
	for _, name := range []string{"bytes", "findings", "nothing"} {
		again := exec.Command(os.Args[0], "-test.run", "^TestLinearFindsSquares$")
		again.Env = append(os.Environ(), "GIUPXA_SQUARE="+name)
		out, err := again.CombinedOutput()
		assert.Error(t, err, name)
		assert.Contains(t, string(out), name+":", name)
	}
}
