package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/plan"
)

// call runs the program and gives what it prints, what it complains of and its exit code.
func call(input string, args ...string) (out, errs string, code int) {
	var o, e strings.Builder
	code = newProgram().Do(args, strings.NewReader(input), &o, &e)
	return o.String(), e.String(), code
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, args := range map[string]string{
		"tree-vi.txt":     "",
		"tree-en.txt":     "-lang en -date 2021-12-03",
		"early-en.txt":    "-lang en -date 2021-08-20",
		"gantt-vi.txt":    "-gantt",
		"gantt-en.txt":    "-gantt -lang en -date 15/10/2021",
		"answer.json":     "-json",
		"skeleton.json":   "-build 2022 -issued 20/12/2021 -every 3",
		"versions-vi.txt": "testdata/versions.json",
		"help-vi.txt":     "-h",
		"help-en.txt":     "-lang en -h",
	} {
		out, errs, code := call("", strings.Fields(args)...)
		require.Equal(t, program.InOrder, code, errs)
		maintain.Golden(t, "testdata/"+name, []byte(out))
		if strings.HasSuffix(name, ".txt") {
			program.CheckPage(t, out)
		}
	}
}

// A skeleton reads back as a plan, and what it lacks is told.
func TestSkeletonIsAPlan(t *testing.T) {
	t.Parallel()
	out, errs, code := call("", "-build", "2022", "-issued", "2021-12-20")
	require.Equal(t, program.InOrder, code, errs)
	var annual plan.Annual
	require.NoError(t, json.Unmarshal([]byte(out), &annual))
	var in map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(minhLuong, &in))
	in["annual"] = json.RawMessage(out)
	file, err := json.Marshal(in)
	require.NoError(t, err)
	out, errs, code = call(string(file), "-lang", "en", "-")
	require.Equal(t, program.InOrder, code, errs)
	assert.Contains(t, out, "Nothing is missing.")
}

func TestWhatIsBroken(t *testing.T) {
	t.Parallel()
	broken := strings.Replace(string(minhLuong), `"members": ["M2"]`, `"members": ["M9"]`, 1)
	for _, args := range [][]string{{"-lang", "en", "-"}, {"-json", "-"}, {"-gantt", "-"}} {
		out, _, code := call(broken, args...)
		assert.Equal(t, program.Found, code)
		if args[0] != "-gantt" {
			assert.Contains(t, out, "annual.quarters[1].months[2].activities[0].members[0]")
		}
	}
	for says, args := range map[string][]string{
		"not a day":                {"-date", "30/2/2021"},
		"are numbers":              {"-build", "next"},
		"outside the days":         {"-build", "2020"},
		"there is no such file":    {"no-such-file"},
		"not a day; write it as":   {"-build", "2022", "-issued", "x"},
		"the file has no annual":   {"-"},
		"there is no such mandate": {"testdata/no-mandate.json"},
	} {
		out, errs, code := call(`{"assignment":{"id":"a","leader":"l","commune":"1"}}`, append([]string{"-lang", "en"}, args...)...)
		assert.NotEqual(t, program.InOrder, code, args)
		assert.Empty(t, out)
		assert.Contains(t, errs, says)
		program.CheckPage(t, errs)
	}
}
