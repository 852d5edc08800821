package main

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asked is a question of each route that is answered: the body, and what follows the path.
func asked(t testing.TB) map[string]struct{ target, body string } {
	dossier := file(t, "assess/minh-hoa-2022.json")
	line, err := json.Marshal(json.RawMessage(dossier))
	require.NoError(t, err)
	stored := send(newService(quiet, usual), "POST", "/v1/assessments", strings.NewReader(dossier)).body
	return map[string]struct{ target, body string }{
		"POST /v1/assessments":       {"/v1/assessments?words=0", dossier},
		"POST /v1/assessments/batch": {"/v1/assessments/batch", string(line)},
		"POST /v1/assessments/local": {"/v1/assessments/local?accept=low", file(t, "service/testdata/requests/local.json")},
		"POST /v1/ratings":           {"/v1/ratings", file(t, "service/testdata/requests/ratings.json")},
		"POST /v1/ranks":             {"/v1/ranks", file(t, "service/testdata/requests/ranks.json")},
		"POST /v1/ledgers":           {"/v1/ledgers?date=2021-11-20", file(t, "ledger/minh-hoa.json")},
		"POST /v1/plans/check":       {"/v1/plans/check", file(t, "service/testdata/requests/plans-check.json")},
		"POST /v1/visits/check":      {"/v1/visits/check", file(t, "service/testdata/requests/visits-check.json")},
		"POST /v1/deadlines":         {"/v1/deadlines", file(t, "service/testdata/requests/deadlines.json")},
		"POST /v1/scores":            {"/v1/scores", file(t, "service/testdata/requests/scores.json")},
		"POST /v1/replays":           {"/v1/replays", `{"answer":` + stored + `,"dossier":` + dossier + `}`},
		"GET /v1/matrix":             {"/v1/matrix?date=15/8/2021", ""},
		"GET /v1/rules":              {"/v1/rules?prefix=visit.", ""},
		"GET /v1/schemas":            {"/v1/schemas", ""},
		"GET /v1/schemas/{id}":       {"/v1/schemas/urn:giupxa:dossier:1", ""},
		"GET /openapi.json":          {"/openapi.json", ""},
		"GET /healthz":               {"/healthz", ""},
		"GET /metrics":               {"/metrics", ""},
	}
}

// Each answer is of the type, and has the members, that the description promises; each body has
// the members that it lists and no others; each parameter is known and no other.
func TestOpenAPIIsWhatTheHandlersDo(t *testing.T) {
	t.Parallel()
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			Parameters  []struct{ Name, In string }
			RequestBody struct {
				Content map[string]struct{ Schema schema }
			}
			Responses map[string]struct {
				Content map[string]struct{ Schema schema }
			}
		}
		Components struct{ Schemas map[string]schema }
	}
	described := request(t, "GET", "/openapi.json", "").body
	require.NoError(t, json.Unmarshal([]byte(described), &doc))
	assert.Equal(t, "3.1.0", doc.OpenAPI)
	questions := asked(t)
	operations := 0
	for path, methods := range doc.Paths {
		for method, op := range methods {
			operations++
			name := strings.ToUpper(method) + " " + path
			q, ok := questions[name]
			require.True(t, ok, name)
			method = strings.ToUpper(method)
			media := "application/json"
			for media = range op.RequestBody.Content {
			}
			r := request(t, method, q.target, q.body, "Content-Type", media)
			require.Equal(t, http.StatusOK, r.status, "%s: %s", name, r.body)
			answer, ok := op.Responses["200"].Content[r.header.Get("Content-Type")]
			require.True(t, ok, "%s: %s", name, r.header.Get("Content-Type"))
			if answer.Schema.Ref != "" {
				answer.Schema.resolve(t).holds(t, name, r.body)
			}

			separator := "?"
			if strings.Contains(q.target, "?") {
				separator = "&"
			}
			p := request(t, method, q.target+separator+"other=1", q.body).problem(t)
			require.Len(t, p.Errors, 1, name)
			assert.Equal(t, "other", p.Errors[0].Parameter, name)
			for _, parameter := range op.Parameters {
				if parameter.In == "query" {
					r := request(t, method, path+"?"+parameter.Name+"=&"+parameter.Name+"=", q.body)
					assert.Contains(t, r.body, `"parameter":"`+parameter.Name+`","detail":"tham số được ghi nhiều lần"`, name)
				}
			}
			if method == "POST" && media != linesType {
				takes(t, q.target, op.RequestBody.Content[media].Schema.resolve(t))
			}
		}
	}
	assert.Len(t, questions, operations)
	doc.Components.Schemas["Problem"].holds(t, "problem", request(t, "POST", "/v1/assessments", `{"unit":1}`).body)
	doc.Components.Schemas["Problem"].holds(t, "problem", request(t, "POST", "/v1/assessments", `{`).body)
}

// schema is the part of a JSON Schema that is held against a document.
type schema struct {
	Ref        string `json:"$ref"`
	Properties map[string]any
	Required   []string
}

// resolve follows a reference to a published schema.
func (s schema) resolve(t *testing.T) schema {
	t.Helper()
	if s.Ref == "" {
		return s
	}
	r := request(t, "GET", "/v1/schemas/"+s.Ref, "")
	require.Equal(t, http.StatusOK, r.status, s.Ref)
	var whole struct {
		schema
		Defs map[string]schema `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal([]byte(r.body), &whole))
	if name, within := strings.CutPrefix(whole.Ref, "#/$defs/"); within {
		return whole.Defs[name]
	}
	return whole.schema
}

// holds checks the members of a document.
func (s schema) holds(t *testing.T, what, text string) {
	t.Helper()
	var doc map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(text), &doc))
	require.NotEmpty(t, s.Properties, what)
	for name := range doc {
		assert.Contains(t, s.Properties, name, what)
	}
	for _, name := range s.Required {
		assert.Contains(t, doc, name, what)
	}
}

// takes checks that a body takes the members of its schema: one of a wrong type is refused at its
// place, and not because nobody knows it.
func takes(t *testing.T, target string, s schema) {
	t.Helper()
	require.NotEmpty(t, s.Properties, target)
	for name := range s.Properties {
		r := request(t, "POST", target, `{"`+name+`": [[1]]}`)
		p := r.problem(t)
		assert.Equal(t, http.StatusUnprocessableEntity, r.status, target)
		found := strings.HasPrefix(p.Detail, "«"+name+"»")
		for _, f := range p.Errors {
			assert.NotEqual(t, "form.unknown-key", string(f.Code), "%s %s", target, name)
			found = found || strings.HasPrefix(*f.Pointer, "/"+name)
		}
		assert.True(t, found, "%s %s: %s", target, name, r.body)
	}
	p := request(t, "POST", target, `{"nobody knows~/": 1}`).problem(t)
	require.NotEmpty(t, p.Errors)
	assert.Equal(t, "form.unknown-key", string(p.Errors[0].Code))
	assert.Equal(t, "/nobody knows~0~1", *p.Errors[0].Pointer)
}

// What cannot be understood is a problem that names it.
func TestRefused(t *testing.T) {
	t.Parallel()
	dossier := file(t, "assess/minh-hoa-2022.json")
	for name, c := range map[string]struct {
		method, target, body string
		headers              []string
		status               int
		says                 string
	}{
		"no such address":       {"GET", "/v2", "", nil, 404, "not-found"},
		"no such schema":        {"GET", "/v1/schemas/urn:x", "", nil, 404, "there is no such schema"},
		"method":                {"GET", "/v1/scores", "", nil, 405, "problem:method"},
		"another type":          {"POST", "/v1/assessments", dossier, []string{"Content-Type", "text/csv"}, 415, "must be application/json"},
		"another charset":       {"POST", "/v1/assessments", dossier, []string{"Content-Type", "application/json; charset=windows-1258"}, 415, "media-type"},
		"type that is none":     {"POST", "/v1/assessments", dossier, []string{"Content-Type", "json; ="}, 415, "media-type"},
		"compressed":            {"POST", "/v1/assessments", dossier, []string{"Content-Encoding", "gzip"}, 415, "media-type"},
		"batch as JSON":         {"POST", "/v1/assessments/batch", dossier, []string{"Content-Type", "application/json"}, 415, "x-ndjson"},
		"empty":                 {"POST", "/v1/scores", "", nil, 400, "there is nothing to read"},
		"UTF-16":                {"POST", "/v1/scores", "\xff\xfe{\x00}\x00", nil, 400, "UTF-16"},
		"two documents":         {"POST", "/v1/scores", "{} {}", nil, 400, "line 1"},
		"deep":                  {"POST", "/v1/scores", strings.Repeat(`{"sheet":`, 5000) + "1" + strings.Repeat("}", 5000), nil, 422, "/sheet"},
		"decimal comma":         {"POST", "/v1/scores", `{"sheet":{"statedTotal":"12,5"}}`, nil, 422, "/sheet/statedTotal"},
		"hostile decimal":       {"POST", "/v1/scores", `{"sheet":{"statedTotal":"1e999999999"}}`, nil, 422, "/sheet/statedTotal"},
		"weights that are none": {"POST", "/v1/scores", `{"sheet":{"about":{"supportWork":{"leader":"a","year":2021}}},"weights":{"max":{"99":"1"}}}`, nil, 422, "/weights"},
		"another scheme":        {"POST", "/v1/scores", `{"sheet":{"scheme":"x","about":{"supportWork":{"leader":"a","year":2021}}}}`, nil, 422, "unanswerable"},
		"no set":                {"POST", "/v1/assessments", `{"unit":"x","set":"1/QĐ-TTg"}`, nil, 422, "unanswerable"},
		"no set on that day":    {"POST", "/v1/assessments", `{"unit":"x","standard":"basic","asOf":"1990-01-01"}`, nil, 422, "1990-01-01"},
		"no plan":               {"POST", "/v1/plans/check", `{"assignment":{"id":"a","leader":"l","commune":"1"}}`, nil, 422, "annual, period"},
		"situation alone":       {"POST", "/v1/plans/check", `{"assignment":{"id":"a","leader":"l","commune":"1"},"period":{"id":"p","assignment":"a"},"situation":{"set":"1980/QĐ-TTg"}}`, nil, 422, "unanswerable"},
		"no unit":               {"POST", "/v1/deadlines", `{"term":{"n":3,"from":"2021-08-30"}}`, nil, 422, "unanswerable"},
		"outside the calendar":  {"POST", "/v1/deadlines", `{"term":{"n":3,"unit":"working-days","from":"1999-08-30"}}`, nil, 422, "1999"},
		"no such day":           {"POST", "/v1/deadlines", `{"term":{"n":3,"unit":"working-days","from":"2021-02-30"}}`, nil, 422, "/term/from"},
		"nothing kept":          {"POST", "/v1/replays", `{"answer":{"format":"giupxa.x/1"}}`, nil, 422, "no stored answer of"},
		"broken standing":       {"POST", "/v1/replays", `{"answer":{"format":"giupxa.standing/1","due":7}}`, nil, 422, "a stored answer of"},
		"broken assessment":     {"POST", "/v1/replays", `{"answer":{"format":"giupxa.assessment/1","lines":7}}`, nil, 422, "/answer"},
		"no base":               {"POST", "/v1/assessments/local", `{"overlay":{"id":"x","base":"1/QĐ-TTg"},"dossier":{"unit":"x"}}`, nil, 422, "1/QĐ-TTg"},
		"no dossier":            {"POST", "/v1/assessments/local", `{"overlay":{"id":"x","base":"1980/QĐ-TTg"}}`, nil, 422, "/dossier"},
		"policy that is none":   {"POST", "/v1/ranks", `{"policy":{"quota":{"ratio":"120"}},"list":{"entries":[]}}`, nil, 422, "/policy/quota/ratio"},
		"ledger without a day":  {"POST", "/v1/ledgers", `{"format":"giupxa.ledger/1"}`, nil, 400, `"parameter":"date"`},
		"ledger of 1999":        {"POST", "/v1/ledgers?date=1999-01-01", `{}`, nil, 400, `"parameter":"date"`},
		"no date":               {"GET", "/v1/matrix", "", nil, 400, `"parameter":"date"`},
		"date that is none":     {"GET", "/v1/matrix?date=30/2/2021", "", nil, 400, `"parameter":"date"`},
		"before the dispatch":   {"GET", "/v1/matrix?date=1999-01-01", "", nil, 400, `"parameter":"date"`},
		"no such view":          {"POST", "/v1/assessments?accept=all", dossier, nil, 400, "low, low-med"},
		"query that is none":    {"GET", "/v1/rules?a;b=%zz", "", nil, 400, "question mark"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := request(t, c.method, c.target, c.body, append(c.headers, "Accept-Language", "en")...)
			assert.Equal(t, c.status, r.status, r.body)
			assert.Contains(t, r.body, c.says)
			p := r.problem(t)
			assert.True(t, p.Detail != "" || len(p.Errors) > 0 || c.status == 404 || c.status == 405, r.body)
			vi := request(t, c.method, c.target, c.body, c.headers...).problem(t)
			assert.NotEqual(t, p.Title, vi.Title)
		})
	}
	assert.Equal(t, "POST", request(t, "GET", "/v1/scores", "").header.Get("Allow"))
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	for header, want := range map[string]string{
		"": "vi", "vi": "vi", "en": "en", "EN-us": "en", "fr": "vi", "fr, en;q=0.1": "en", "en;q=0.2, vi;q=0.3": "vi", "en;q=0, fr": "vi", "en;q=x": "vi", ";;,,": "vi",
	} {
		assert.Equal(t, want, request(t, "GET", "/nowhere", "", "Accept-Language", header).header.Get("Content-Language"), header)
	}
}

// No body of any kind makes the service fail.
func FuzzBodies(f *testing.F) {
	targets := []string{"/v1/assessments?words=1", "/v1/assessments/batch", "/v1/plans/check", "/v1/visits/check", "/v1/deadlines", "/v1/scores", "/v1/replays", "/v1/assessments/local", "/v1/ratings", "/v1/ranks", "/v1/ledgers?date=2021-11-20"}
	for _, q := range asked(f) {
		for i := range targets {
			f.Add(uint8(i), q.body)
			f.Add(uint8(i), q.body[:len(q.body)/2])
			f.Add(uint8(i), strings.ReplaceAll(q.body, `"`, `{"`))
			f.Add(uint8(i), strings.ReplaceAll(q.body, `20`, `-1e9`))
			f.Add(uint8(i), strings.ReplaceAll(q.body, `": `, `": null, "x": `))
			f.Add(uint8(i), strings.ReplaceAll(q.body, `a`, "\u0000"))
		}
	}
	s := newService(quiet, usual)
	f.Fuzz(func(t *testing.T, target uint8, body string) {
		r := send(s, "POST", targets[int(target)%len(targets)], strings.NewReader(body))
		switch {
		case r.status >= http.StatusInternalServerError:
			t.Errorf("%d %s", r.status, r.body)
		case r.status != http.StatusOK:
			p := r.problem(t)
			assert.True(t, p.Detail != "" || len(p.Errors) > 0, r.body)
		}
		assert.NotContains(t, r.body, "problem:internal")
	})
}

// A stored rating and a stored order come out the same again, and another where a fact changed.
func TestReplayOfEvaluation(t *testing.T) {
	t.Parallel()
	for target, changed := range map[string][2]string{"/v1/ratings": {`26999/300`, `60`}, "/v1/ranks": {`94.5`, `60`}} {
		q := asked(t)["POST "+target]
		stored := request(t, "POST", target, q.body)
		require.Equal(t, http.StatusOK, stored.status, stored.body)
		replay := func(facts string) string {
			body := map[string]json.RawMessage{}
			require.NoError(t, json.Unmarshal([]byte(facts), &body))
			body["answer"] = json.RawMessage(stored.body)
			text, err := json.Marshal(body)
			require.NoError(t, err)
			return request(t, "POST", "/v1/replays", string(text)).body
		}
		assert.Contains(t, replay(q.body), `"same":true`, target)
		assert.Contains(t, replay(strings.Replace(q.body, changed[0], changed[1], 1)), `"same":false`, target)
	}
}
