package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Example runs the program of the README.
func Example() {
	main()
	// Output:
	// build the plan of help to the commune for the period (2021–2025) → vp-dieu-phoi-ntm, by 2021-08-09 (Dispatch of the year 2021 by UBND tỉnh Lào Cai, section 1, bullet 2, footnote 1)
	// build the plan of help to the commune for the year (2021) → vp-dieu-phoi-ntm, by 2021-08-09 (Dispatch of the year 2021 by UBND tỉnh Lào Cai, section 1, bullet 2, footnote 1)
}

// The README shows this very program.
func TestReadmeShowsTheProgram(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	program, err := os.ReadFile("main.go")
	require.NoError(t, err)
	assert.Contains(t, string(readme), "```go\n"+string(program)+"```")
	assert.LessOrEqual(t, strings.Count(string(program), "\n"), 20)
}
