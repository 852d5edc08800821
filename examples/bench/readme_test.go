package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var row = regexp.MustCompile(`^\| (giupxa|giupxa, binding too|cel-go|expr|OPA) \| [1-9]\d* \| \d+\.\d \| \d+ \| (yes|no) \| [^|]+ \| [^|]+ \|$`)

// tableOf checks the form of a table, not its numbers, and gives its engines.
func tableOf(t *testing.T, text string) (names []string) {
	t.Helper()
	about, rows, found := strings.Cut(strings.TrimSpace(text), "\n\n")
	require.True(t, found, text)
	assert.Regexp(t, `^\d+ communes, 50 demands of 318/QĐ-TTg/I each; medians of \d+ rounds in turns; every engine gave every verdict alike\.$`, about)
	lines := strings.Split(rows, "\n")
	assert.Equal(t, []string{"| engine | ns a commune | × | allocations | exact | a reading is missing | explains |", "|---|---:|---:|---:|---|---|---|"}, lines[:2])
	for _, line := range lines[2:] {
		m := row.FindStringSubmatch(line)
		require.NotNil(t, m, line)
		names = append(names, m[1])
	}
	return names
}

var engineNames = []string{"giupxa", "giupxa, binding too", "cel-go", "expr", "OPA"}

// The README has the table, in the form in which -readme writes it.
func TestReadmeHasTheTable(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, rest, begins := strings.Cut(string(data), tableBegins)
	table, _, ends := strings.Cut(rest, tableEnds)
	require.True(t, begins && ends)
	assert.Equal(t, engineNames, tableOf(t, table))
}

func TestReadmeIsWritten(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "README.md")
	require.NoError(t, os.WriteFile(name, []byte("before\n"+tableBegins+"old\n"+tableEnds+"after\n"), 0o600))
	var out strings.Builder
	require.NoError(t, run([]string{"-communes", "20", "-rounds", "1", "-readme", name}, &out))
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	text := string(data)
	assert.True(t, strings.HasPrefix(text, "before\n"+tableBegins) && strings.HasSuffix(text, tableEnds+"after\n"), text)
	table := strings.TrimSuffix(strings.TrimPrefix(text, "before\n"+tableBegins), tableEnds+"after\n")
	assert.Equal(t, engineNames, tableOf(t, table))
	_, err = rewrite([]byte("no place"), "")
	require.Error(t, err)
	require.Error(t, writeTable(filepath.Join(t.TempDir(), "none"), ""))
}
