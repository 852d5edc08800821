package main

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
)

var quiet = slog.New(slog.DiscardHandler)

// reply is what came back.
type reply struct {
	status int
	header http.Header
	body   string
}

// problem reads it as a problem.
func (r reply) problem(t *testing.T) problem {
	t.Helper()
	var p problem
	require.NoError(t, json.Unmarshal([]byte(r.body), &p), r.body)
	assert.Equal(t, problemType, r.header.Get("Content-Type"))
	assert.Equal(t, r.status, p.Status)
	assert.NotEmpty(t, p.Title)
	assert.NotNil(t, p.Errors)
	return p
}

// request is one to a service of its own; headers are in pairs.
func request(t *testing.T, method, target, body string, headers ...string) reply {
	t.Helper()
	return send(newService(quiet, usual), method, target, strings.NewReader(body), headers...)
}

func send(h http.Handler, method, target string, body io.Reader, headers ...string) reply {
	r := httptest.NewRequest(method, target, body)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return reply{w.Code, w.Header(), w.Body.String()}
}

func file(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", path))
	require.NoError(t, err)
	return string(data)
}

// The published schemas are those that stand beside the packages.
func TestSchemasAreThoseOfTheLibrary(t *testing.T) {
	t.Parallel()
	var lines []string
	require.NoError(t, filepath.WalkDir("../..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".schema.json") {
			return err
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		var line bytes.Buffer
		require.NoError(t, json.Compact(&line, data))
		lines = append(lines, line.String()+"\n")
		return nil
	}))
	id := regexp.MustCompile(`"\$id":"[^"]*"`)
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(id.FindString(a), id.FindString(b)) })
	maintain.Golden(t, "schemas.ndjson", []byte(strings.Join(lines, "")))
}

// Every package with a list of rules is in the catalogue.
func TestCatalogueIsWhole(t *testing.T) {
	t.Parallel()
	var codes []string
	for _, r := range catalogue() {
		codes = append(codes, string(r.Code))
	}
	slices.Sort(codes)
	assert.Equal(t, slices.Compact(slices.Clone(codes)), codes)
	assert.Empty(t, laocai.Waiting(catalogue()...), "no row of the dispatch waits for a rule")
	require.NoError(t, filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && d.Name() == "examples" {
			return filepath.SkipDir // a program's own codes are none of the library's
		}
		if err != nil || filepath.Base(path) != "codes.txt" {
			return err
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		for line := range strings.Lines(string(data)) {
			if fields := strings.Fields(line); len(fields) > 0 && !strings.HasPrefix(line, "#") {
				assert.Contains(t, codes, fields[0], path)
			}
		}
		return nil
	}))
}

func TestHelp(t *testing.T) {
	t.Parallel()
	for lang, name := range map[string]string{"vi": "help-vi.golden", "en": "help-en.golden"} {
		var out, errs strings.Builder
		require.Equal(t, program.InOrder, newProgram().Do([]string{"-h", "-lang", lang}, strings.NewReader(""), &out, &errs), errs.String())
		maintain.Golden(t, filepath.Join("testdata", name), []byte(out.String()))
		program.CheckPage(t, out.String())
	}
	var out, errs strings.Builder
	assert.Equal(t, program.Misused, newProgram().Do([]string{"-addr", "nowhere:x", "-lang", "en"}, strings.NewReader(""), &out, &errs))
	assert.Contains(t, errs.String(), "cannot listen on nowhere:x")
}

// An answer of the service is the library's own.
func TestAssess(t *testing.T) {
	t.Parallel()
	dossier := file(t, "assess/minh-hoa-2022.json")
	lean := request(t, "POST", "/v1/assessments", dossier)
	require.Equal(t, http.StatusOK, lean.status, lean.body)
	words := request(t, "POST", "/v1/assessments?words=1", dossier)
	require.Equal(t, http.StatusOK, words.status, words.body)
	assert.Greater(t, len(words.body), len(lean.body))
	var answer struct{ Format, Verdict string }
	require.NoError(t, json.Unmarshal([]byte(lean.body), &answer))
	assert.Equal(t, "giupxa.assessment/1", answer.Format)
	assert.Contains(t, []string{"not-met", "unknown"}, answer.Verdict)
	assert.NotEqual(t, lean.body, request(t, "POST", "/v1/assessments?accept=high", dossier).body)
	assert.NotEqual(t, lean.body, request(t, "POST", "/v1/assessments?stage=appraised", dossier).body)

	again := request(t, "POST", "/v1/replays", `{"answer": `+words.body+`}`)
	assert.JSONEq(t, `{"same":true,"differs":[]}`, again.body)
	again = request(t, "POST", "/v1/replays", `{"answer": `+lean.body+`, "dossier": `+dossier+`}`)
	assert.Contains(t, again.body, `"same":true`)
}

// The faults of a body come all at once, each with code, place, words and origin.
func TestProblemHoldsEveryFault(t *testing.T) {
	t.Parallel()
	body := `{"unit":"x","standard":"best","asOf":"2022-13-01","year":2022,"profile":{},"readings":{"17.1/a":"12,5"},"other":1}`
	vi := request(t, "POST", "/v1/assessments", body, "Accept-Language", "fr, vi;q=0.8, en;q=0.4")
	en := request(t, "POST", "/v1/assessments", body, "Accept-Language", "en-GB,en;q=0.9")
	require.Equal(t, http.StatusUnprocessableEntity, en.status, en.body)
	assert.Equal(t, "en", en.header.Get("Content-Language"))
	assert.Equal(t, "vi", vi.header.Get("Content-Language"))
	places := map[string]rule.Code{}
	p := en.problem(t)
	for i, f := range p.Errors {
		places[*f.Pointer] = f.Code
		assert.Equal(t, rule.OriginForm, f.Origin)
		assert.NotEqual(t, f.Detail, vi.problem(t).Errors[i].Detail)
	}
	assert.Equal(t, map[string]rule.Code{
		"/standard": "form.unreadable", "/asOf": "form.unreadable", "/readings/17.1~1a": "form.unreadable", "/other": "form.unknown-key",
	}, places)
}
