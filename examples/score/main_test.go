package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

// call runs the program and gives what it prints, what it complains of and its exit code.
func call(input string, args ...string) (out, errs string, code int) {
	var o, e strings.Builder
	code = newProgram().Do(args, strings.NewReader(input), &o, &e)
	return o.String(), e.String(), code
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, args := range map[string]string{
		"minh-hoa-vi.txt":      "-date 2021-12-31",
		"minh-hoa-en.txt":      "-lang en -date 2022-02-01",
		"minh-hoa.json":        "-as json -date 2022-02-01",
		"e1-vi.txt":            "-scheme nd335-manager testdata/e1.json",
		"hai-phong-en.txt":     "-lang en -scheme haiphong212 testdata/hai-phong.json",
		"khong-so-lieu-en.txt": "-lang en -scheme minh-hoa-thang.json testdata/trong.json",
		"help-vi.txt":          "-h",
		"help-en.txt":          "-lang en -h",
	} {
		out, errs, code := call("", strings.Fields(args)...)
		require.Equal(t, program.InOrder, code, "%s: %s", name, errs)
		maintain.Golden(t, filepath.Join("testdata", name), []byte(out))
		if strings.HasSuffix(name, ".txt") {
			program.CheckPage(t, out)
		}
	}
}

// The same sheet from a file and from the standard input is one answer, and as JSON it can
// be scored again.
func TestInputs(t *testing.T) {
	t.Parallel()
	file, _, code := call("", "-as", "json", "-scheme", "nd335-manager", "testdata/e1.json")
	require.Equal(t, program.InOrder, code)
	data, err := os.ReadFile("testdata/e1.json")
	require.NoError(t, err)
	in, _, code := call(string(data), "-as", "json", "-scheme", "nd335-manager", "-")
	require.Equal(t, program.InOrder, code)
	assert.Equal(t, file, in)
	assert.NotContains(t, file, `"feeding": null`)
	var stored struct{ Result json.RawMessage }
	require.NoError(t, json.Unmarshal([]byte(in), &stored))
	again, err := evaluation.Decree335Manager().Replay(stored.Result, nil)
	require.NoError(t, err)
	assert.True(t, again.Same, again.Differs)
}

// The facts give the marks: from files they are those of the illustration.
func TestFacts(t *testing.T) {
	t.Parallel()
	own, _, _ := call("", "-as", "json")
	files, errs, code := call("", "-as", "json", "-scheme", "minh-hoa-thang.json", "-facts", "minh-hoa-so-lieu.json", "minh-hoa-phieu.json")
	require.Equal(t, program.InOrder, code, errs)
	assert.Equal(t, own, files)
	assert.Contains(t, own, `"part": "215"`, "the contribution that two facts name counts once")
}

func TestFaults(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		input string
		args  string
		code  int
		says  string
	}{
		"no such file":       {"", "nowhere.json", program.Misused, "nowhere.json"},
		"no such scheme":     {"", "-scheme nowhere.json", program.Misused, "nowhere.json"},
		"no JSON":            {"{", "-", program.Found, "standard input"},
		"a mark in words":    {`{"about":{"supportWork":{"leader":"l","year":2021}},"entries":[{"line":"1.1","verified":"tốt"}]}`, "-", program.Found, "entries[0].verified"},
		"a wrong day":        {"", "-date 2021-02-30", program.Misused, "2021-02-30"},
		"another scheme":     {"", "-scheme nd335", program.Misused, "minh-hoa-2021"},
		"above the maximum":  {`{"about":{"supportWork":{"leader":"l","year":2021}},"entries":[{"line":"1.1","verified":"21"}]}`, "-", program.Found, ""},
		"facts that are not": {"", "-facts minh-hoa-phieu.json", program.Found, "format"},
	} {
		_, errs, code := call(c.input, append([]string{"-lang", "en"}, strings.Fields(c.args)...)...)
		assert.Equal(t, c.code, code, "%s: %s", name, errs)
		assert.Contains(t, errs, c.says, name)
	}
}
