package main_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
)

// The program is built, and where there is node, it answers as the library does here.
func TestSmoke(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the library for js/wasm")
	}
	program := filepath.Join(t.TempDir(), "giupxa.wasm")
	build := exec.CommandContext(t.Context(), "go", "build", "-ldflags=-s", "-o", program, ".")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("built; there is no node to run it")
	}
	root, err := exec.CommandContext(t.Context(), "go", "env", "GOROOT").Output()
	require.NoError(t, err)
	const dossier = "../assess/minh-hoa-2022.json"
	run := exec.CommandContext(t.Context(), "node", "smoke.mjs", filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/wasm_exec.js"), program, dossier)
	run.Stderr = os.Stderr
	out, err = run.Output()
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	require.Len(t, lines, 3)

	data, err := os.ReadFile(dossier)
	require.NoError(t, err)
	var d criteria.Dossier
	require.NoError(t, json.Unmarshal(data, &d))
	set, err := national.InForce(d.Standard, d.AsOf)
	require.NoError(t, err)
	a, err := set.Assess(d)
	require.NoError(t, err)
	want, err := json.Marshal(a)
	require.NoError(t, err)
	assert.Equal(t, string(want), lines[0], "byte by byte")
	assert.Contains(t, lines[1], `{"error":{"vi":"`)
	assert.Contains(t, lines[2], `"en":"one dossier as JSON is needed"`)
}
