// Package agree holds the published schemas against the decoders: documents of every format,
// and what becomes of them when they are changed at random, go to a JSON Schema validator
// that knows nothing of the library and to the library, which must say the same.
package agree_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// schema is a published schema: as it is written, and compiled.
type schema struct {
	written  map[string]any
	compiled *jsonschema.Schema
}

// published reads and compiles every schema of the module, by format. Compiling holds it
// against the schema of schemas.
func published(t *testing.T) map[string]schema {
	t.Helper()
	all := map[string]schema{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".schema.json") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		written := doc.(map[string]any)
		id, _ := written["$id"].(string)
		compiler := jsonschema.NewCompiler()
		if err := compiler.AddResource(id, doc); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		compiled, err := compiler.Compile(id)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		all[written["title"].(string)] = schema{written, compiled}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// between are the rules that no schema can say, because they lie between members or ask
// what the rest of the document, or the library, knows. By format: how their codes begin.
var between = map[string][]struct{ codes, why string }{
	"giupxa.basis/1":              {basisRules},
	"giupxa.matrix/1":             {basisRules},
	"giupxa.register/1":           {basisRules},
	"giupxa.facts/1":              {basisRules},
	"giupxa.mandate/1":            {basisRules, {"plan.", "what the settings of a mandate and its text say of each other"}},
	"giupxa.report-regime/1":      {basisRules, {"report.", "what the rows of a regime and its text say of each other"}},
	"giupxa.visit-policy/1":       {basisRules, calendarRules, {"visit.policy", idle}},
	"giupxa.meeting-policy/1":     {basisRules, calendarRules, {"meeting.policy", idle}},
	"giupxa.assignment-policy/1":  {basisRules},
	"giupxa.evaluation-policy/1":  {basisRules, {"evaluation.policy", "weights that nothing uses, bodies that appear twice"}},
	"giupxa.assessment/1":         {{"criteria.reference", "a number stands for an entry of a list"}},
	"giupxa.competence/1":         {basisRules, powerRules},
	"giupxa.difficulty-policy/1":  {basisRules, powerRules},
	"giupxa.difficulty-digest/1":  {{"difficulty.sum", "counts that do not add up"}},
	"giupxa.rank-list/1":          {{"rank.", "ids that appear twice, tie-breakers that not all have"}},
	"giupxa.rank-policy/1":        {{"rank.", "a share above 100 %, settings that contradict each other"}},
	"giupxa.rating-record/1":      {{"rating.", "what the parts of a year say of each other"}},
	"giupxa.rating-regime/1":      {{"rating.", "bands that leave a gap or overlap, rules without what they need"}},
	"giupxa.rating-rulebook/1":    {{"rating.", "bands that leave a gap or overlap, rules without what they need"}},
	"giupxa.ledger/1":             {basisRules, {"org.", "units and successions that contradict each other"}, {"assignment.", "ids that appear twice, spans that end before they begin"}, {"ledger.", "what the parts of a ledger say of each other"}},
	"giupxa.ledger-day/1":         {basisRules, {"ledger.", "counts that do not add up"}},
	"giupxa.snapshot/1":           {{"rollup.", "what the communes of a snapshot say of each other"}},
	"giupxa.statement/1":          {{"rollup.", "stated figures that contradict each other"}},
	"giupxa.roster/1":             {{"assignment.", "ids that appear twice or that nobody has, spans that end before they begin"}},
	"giupxa.gazetteer/1":          {{"org.", "units and successions that contradict each other"}},
	"giupxa.calendar/1":           {calendarRules},
	"giupxa.set/1":                {{"criteria.", "what the rows and cells of a table say of each other"}},
	"giupxa.scheme/1":             {{"evaluation.", "lines, maxima and thresholds that contradict each other"}},
	"giupxa.sheet/1":              {{"evaluation.subject", "a sheet is about one thing: the others are left out or null"}},
	"giupxa.poverty-review/1":     {{"poverty.", "standards whose days overlap or that lack a source"}},
	"giupxa.recognition-regime/1": {{"recognition.", "provisions whose days overlap or that lack a source"}},
}

const idle = "settings without the one on which they depend"

var basisRules = struct{ codes, why string }{"duty.", "what a text, its provisions, duties and days say of each other"}

var powerRules = struct{ codes, why string }{"difficulty.power", "a size below zero, and days that end before they begin"}
var calendarRules = struct{ codes, why string }{"workday.", "days that are told twice or lie outside the coverage"}

// explained is why a difference is none that a schema could mend: "" where it is one.
func explained(s schema, format string, doc any, accepts bool, findings rule.Findings) string {
	if valid(s, spelled(doc)) == accepts {
		return "texts are brought to one spelling before they are measured"
	}
	if accepts || len(findings) == 0 {
		return ""
	}
	why := ""
	for _, f := range findings {
		if f.Kind != rule.Broken {
			continue
		}
		switch f.Code() {
		case form.ErrMore:
			continue
		case form.ErrTooDeep:
			why = "a record nests no more than 64 deep"
			continue
		case form.ErrUnreadable, form.ErrWrongType, criteria.ErrTable:
			if numberOutOfBounds(spelled(doc), f.Path) {
				why = "digits and exponent of a number: no pattern counts both"
				continue
			}
		}
		i := slices.IndexFunc(between[format], func(b struct{ codes, why string }) bool { return strings.HasPrefix(string(f.Code()), b.codes) })
		if i < 0 {
			return ""
		}
		why = between[format][i].why
	}
	return why
}

// numberOutOfBounds reports whether the value at a path is, or has in it, a number that the
// library finds too long, too large or too fine.
func numberOutOfBounds(doc any, at rule.Path) bool {
	for _, step := range strings.Split(at.Pointer(), "/")[1:] {
		step = strings.NewReplacer("~1", "/", "~0", "~").Replace(step)
		switch v := doc.(type) {
		case map[string]any:
			doc = v[step]
		case []any:
			i := 0
			if _, err := fmt.Sscan(step, &i); err != nil || i >= len(v) {
				return false
			}
			doc = v[i]
		}
	}
	for _, part := range strings.FieldsFunc(fmt.Sprint(doc), func(r rune) bool { return strings.ContainsRune("/<>% ofx", r) }) {
		if _, err := rule.ParseNumber(part); errors.Is(err, rule.ErrNumberRange) || errors.Is(err, rule.ErrNumberLong) {
			return true
		}
	}
	return false
}

// spelled is the document with every text in the one spelling of [rule.Normal].
func spelled(doc any) any {
	switch v := doc.(type) {
	case string:
		return rule.Normal(v)
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = spelled(v[i])
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, member := range v {
			out[rule.Normal(k)] = spelled(member)
		}
		return out
	}
	return doc
}

func valid(s schema, doc any) bool { return s.compiled.Validate(doc) == nil }

// tally counts the answers of one format.
type tally struct {
	both, neither int
	explained     map[string]int
}

// compare gives one document to both, and returns what the decoder says. A difference that
// nothing explains is a failure.
func (c *tally) compare(t *testing.T, s schema, format string, doc any) error {
	t.Helper()
	data, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	err = read(format, data)
	findings, isFindings := rule.FindingsIn(err)
	if err != nil && !isFindings {
		t.Fatalf("%s: an error that is no finding: %v\n%s", format, err, data)
	}
	schemaErr := s.compiled.Validate(doc)
	switch accepts, matches := err == nil, schemaErr == nil; {
	case accepts && matches:
		c.both++
	case !accepts && !matches:
		c.neither++
	default:
		why := explained(s, format, doc, accepts, findings)
		if why == "" {
			t.Errorf("%s: decoder: %.2000v\nschema: %.2000v\n%.5000s", format, fmt.Sprint(err), fmt.Sprint(schemaErr), data)
		}
		c.explained[why]++
	}
	return err
}

func TestSchemasAndDecodersSayTheSame(t *testing.T) {
	t.Parallel()
	mutations := 2000
	if testing.Short() {
		mutations = 100
	}
	schemas := published(t)
	for format := range records {
		if _, ok := schemas[format]; !ok {
			t.Errorf("%s has no schema", format)
		}
	}
	for format, s := range schemas {
		if onlyWritten[format] {
			continue
		}
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			if records[format] == nil {
				t.Fatal("nobody reads this format here")
			}
			m := maker{rand: rand.New(rand.NewPCG(2026, uint64(len(format)))), schema: s.written}
			c := tally{explained: map[string]int{}}
			seeds := documents(t, format)
			for _, seed := range seeds {
				if err := c.compare(t, s, format, seed); err != nil {
					t.Errorf("a document of testdata is refused: %v", err)
				}
			}
			for i := range mutations {
				doc := m.document()
				if i%2 == 0 && len(seeds) > 0 {
					doc = seeds[i/2%len(seeds)]
				}
				for range 1 + m.rand.IntN(2) {
					doc = m.mutate(doc)
				}
				_ = c.compare(t, s, format, doc)
				if t.Failed() {
					t.FailNow()
				}
			}
			t.Logf("accepted %d, refused %d, explained %v", c.both, c.neither, c.explained)
			if !testing.Short() && (c.both < mutations/50 || c.neither < mutations/10) {
				t.Errorf("too few documents on one side: accepted %d, refused %d", c.both, c.neither)
			}
		})
	}
}
