package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// as tells the test program to be an outside program, of the kind named.
const as = "GIUPXA_CONFORMANCE_AS"

func TestMain(m *testing.M) {
	if kind := os.Getenv(as); kind != "" {
		os.Exit(outside(kind))
	}
	os.Exit(m.Run())
}

// outside answers by the library, and is wrong as its kind says.
func outside(kind string) int {
	var out bytes.Buffer
	if err := answer(os.Stdin, &out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	lines := bytes.SplitAfter(bytes.TrimSpace(out.Bytes()), []byte("\n"))
	switch kind {
	case "one day off":
		for i, line := range lines {
			if bytes.Contains(line, []byte("#General 1: 10 days from 2012-05-31\"")) {
				lines[i] = bytes.ReplaceAll(line, []byte("2012-06-11"), []byte("2012-06-12"))
			}
		}
	case "accuses":
		lines[0] = bytes.Replace(lines[0], []byte(`"findings":[`), []byte(`"findings":[{"code":"own.code","kind":"broken","path":"x","text":{"vi":"","en":""}}`), 1)
		lines[0] = bytes.Replace(lines[0], []byte(`""}}{`), []byte(`""}},{`), 1)
	case "crashes":
		lines = lines[:10]
	case "babbles":
		lines = slices.Insert(lines, 1, []byte("{\n"), lines[0], []byte(`{"id":"who"}`+"\n"))
	case "backwards":
		lines[len(lines)-1] = append(lines[len(lines)-1], '\n')
		slices.Reverse(lines)
	}
	_, _ = os.Stdout.Write(bytes.Join(lines, nil))
	if kind == "crashes" {
		return 3
	}
	return 0
}

func do(args ...string) (code int, out, errs string) {
	var o, e strings.Builder
	code = newProgram().Do(append([]string{"-root", "../.."}, args...), strings.NewReader(""), &o, &e)
	return code, o.String(), e.String()
}

// UPDATE_GOLDEN=1 writes the manifest anew.
func TestManifestIsWhatThereIs(t *testing.T) {
	t.Parallel()
	m, err := listed(os.DirFS("../.."))
	require.NoError(t, err)
	data, err := m.encode()
	require.NoError(t, err)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		require.NoError(t, os.WriteFile("manifest.json", data, 0o600))
		return
	}
	assert.Equal(t, string(data), string(published), "UPDATE_GOLDEN=1 go test ./examples/conformance")
	for i, s := range m.Suites {
		assert.NotNil(t, judges()[s.Operation], s.Operation)
		assert.NotEmpty(t, s.Asks)
		for _, other := range m.Suites[:i] {
			assert.NotEqual(t, other.Operation, s.Operation)
		}
	}
	assert.Greater(t, m.Cases, 1000)
}

// Every case file of the library is published, or is one of a test kit's own; every id is the
// id of one case.
func TestEveryCaseFileIsPublished(t *testing.T) {
	t.Parallel()
	root := os.DirFS("../..")
	ids := map[string]bool{}
	require.NoError(t, fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".json" || !strings.Contains(name, "/testdata/") || strings.HasPrefix(name, "examples/") {
			return err
		}
		file, err := root.Open(name)
		if err != nil {
			return err
		}
		defer func() { _ = file.Close() }()
		start, err := io.ReadAll(io.LimitReader(file, 60))
		if !strings.Contains(string(start), "giupxa.cases/") {
			return err
		}
		if !slices.ContainsFunc(own, func(dir string) bool { return strings.HasPrefix(name, dir+"/") }) {
			assert.True(t, slices.ContainsFunc(suites, func(s suite) bool { return path.Dir(name) == s.dir }), "%s is not published", name)
		}
		cases, err := casesOf(root, name)
		for _, c := range cases {
			assert.False(t, ids[c.Name], c.Name)
			ids[c.Name] = true
		}
		return err
	}))
	assert.Greater(t, len(ids), 1000)
}

func TestThisLibrary(t *testing.T) {
	t.Parallel()
	code, out, errs := do()
	assert.Zero(t, code, out+errs)
	assert.Contains(t, out, "\nall ")
}

// The digest of a file that changed is not the one of the manifest, and nothing is proved.
func TestOtherFilesProveNothing(t *testing.T) {
	t.Parallel()
	code, out, _ := do("-root", t.TempDir())
	assert.Equal(t, 1, code)
	assert.NotContains(t, out, "all ")
	var m manifest
	m.Schema = fileEntry{Path: "go.mod", SHA256: "0"}
	assert.Equal(t, []string{"go.mod is not the file of the manifest"}, m.changed(os.DirFS("../..")))
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"-only", "no-such"}, {"-within", "soon"}, {"-against", filepath.Join(t.TempDir(), "no-such-program")}} {
		code, _, errs := do(args...)
		assert.NotZero(t, code, args)
		assert.NotEmpty(t, errs, args)
	}
}

func TestOutsidePrograms(t *testing.T) { //nolint:paralleltest // the environment is that of the process
	self, err := os.Executable()
	require.NoError(t, err)
	for kind, c := range map[string]struct {
		code int
		says []string
		not  string
	}{
		"right":       {0, []string{"workday.ask", "not asked"}, "FAIL"},
		"backwards":   {0, []string{"workday.ask"}, "FAIL"},
		"one day off": {1, []string{"FAIL visit/workday/testdata/cases/terms-canadian.json#General 1: 10 days from 2012-05-31\n\t", "2012-06-11", "2012-06-12"}, "reply"},
		"accuses":     {1, []string{"FAIL assignment/org/", "unexpected broken own.code at \"x\""}, "reply"},
		"crashes":     {1, []string{"FAIL the program ended with: exit status 3", "workday.ask: no reply to "}, "visit/workday/testdata/cases/days.json#"},
		"babbles":     {1, []string{"FAIL line 2 is not a reply", "FAIL line 3: a second reply to ", "FAIL line 4: nobody asked \"who\""}, "no reply"},
	} {
		t.Run(kind, func(t *testing.T) {
			t.Setenv(as, kind)
			code, out, errs := do("-against", self)
			assert.Equal(t, c.code, code, errs)
			for _, words := range c.says {
				assert.Contains(t, out, words)
			}
			assert.NotContains(t, out, c.not)
			if c.code == 1 && kind != "crashes" {
				assert.LessOrEqual(t, strings.Count(out, "FAIL"), 3, out)
			}
		})
	}
}

// A program that never ends is ended.
func TestAgainstTheClock(t *testing.T) {
	t.Parallel()
	code, out, _ := do("-only", "rank.", "-within", "50ms", "-against", "sleep 600")
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "FAIL the program ended with: ")
	assert.Contains(t, out, "rank.order: no reply to ")
}

func TestAnswersToStrangeQuestions(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	in := `{"id":"1","operation":"none","given":{}}` + "\n" + `{"id":"2","operation":"rank.order","given":7}` + "\n"
	require.NoError(t, answer(strings.NewReader(in), &out))
	lines := bufio.NewScanner(&out)
	for _, want := range []string{"1", "2"} {
		require.True(t, lines.Scan())
		var r reply
		require.NoError(t, json.Unmarshal(lines.Bytes(), &r))
		assert.Equal(t, want, r.ID)
		assert.True(t, r.Error != "" || len(r.Findings) > 0, lines.Text())
	}
	require.Error(t, answer(strings.NewReader("{\n"), io.Discard))
}
