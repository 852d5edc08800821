package maintain_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/area"
	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/recognition"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/evaluation/rating"
	"github.com/giupxa/giupxa/evaluation/rollup"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/report"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/meeting"
	"github.com/giupxa/giupxa/visit/workday"
)

const module = "../../../.."

// records are the stored records by the path of their schema. Those of packages criteria,
// evaluation and ruletest, which describe JSON of their own, are kept by their own tests.
var records = map[string]struct {
	format string
	record any
}{
	"assignment/org/gazetteer":           {"giupxa.gazetteer/1", org.Gazetteer{}},
	"assignment/duty/basis":              {"giupxa.basis/1", duty.Basis{}},
	"assignment/duty/matrix":             {"giupxa.matrix/1", duty.Matrix{}},
	"assignment/duty/record":             {"giupxa.record/1", duty.Record{}},
	"assignment/duty/register":           {"giupxa.register/1", duty.Register{}},
	"assignment/duty/standing":           {"giupxa.standing/1", duty.Standing{}},
	"assignment/roster":                  {"giupxa.roster/1", assignment.Roster{}},
	"assignment/policy":                  {"giupxa.assignment-policy/1", assignment.Policy{}},
	"plan/mandate":                       {"giupxa.mandate/1", plan.Mandate{}},
	"plan/period-plan":                   {"giupxa.period-plan/1", plan.Period{}},
	"plan/annual-plan":                   {"giupxa.annual-plan/1", plan.Annual{}},
	"visit/visit":                        {"giupxa.visit/1", visit.Visit{}},
	"visit/visit-policy":                 {"giupxa.visit-policy/1", visit.Policy{}},
	"visit/difficulty/competence":        {"giupxa.competence/1", difficulty.Competence{}},
	"visit/workday/calendar":             {"giupxa.calendar/1", workday.Calendar{}},
	"visit/workday/deadline":             {"giupxa.deadline/1", workday.Deadline{}},
	"criteria/area/commune":              {"giupxa.area-commune/1", area.Commune{}},
	"criteria/area/area":                 {"giupxa.area/1", area.Result{}},
	"criteria/area/decree":               {"giupxa.area-decree/1", area.Decree{}},
	"criteria/poverty/standard":          {"giupxa.poverty-standard/1", poverty.Standard{}},
	"criteria/poverty/household":         {"giupxa.household/1", poverty.Household{}},
	"criteria/poverty/counts":            {"giupxa.poverty-counts/1", poverty.Counts{}},
	"criteria/poverty/review":            {"giupxa.poverty-review/1", poverty.Review{}},
	"criteria/recognition/application":   {"giupxa.application/1", recognition.Application{}},
	"criteria/recognition/history":       {"giupxa.recognition-history/1", recognition.History{}},
	"criteria/recognition/holding":       {"giupxa.holding/1", recognition.Holding{}},
	"criteria/recognition/provision":     {"giupxa.recognition-provision/1", recognition.Provision{}},
	"criteria/recognition/regime":        {"giupxa.recognition-regime/1", recognition.Regime{}},
	"visit/difficulty/difficulty":        {"giupxa.difficulty/1", difficulty.Difficulty{}},
	"visit/difficulty/difficulty-policy": {"giupxa.difficulty-policy/1", difficulty.Policy{}},
	"visit/difficulty/difficulty-digest": {"giupxa.difficulty-digest/1", difficulty.Digest{}},
	"plan/report/periodic-report":        {"giupxa.periodic-report/1", report.Report{}},
	"plan/report/report-regime":          {"giupxa.report-regime/1", report.Regime{}},
	"plan/situation":                     {"giupxa.situation/1", plan.Situation{}},
	"visit/meeting/meeting":              {"giupxa.meeting/1", meeting.Meeting{}},
	"visit/meeting/meeting-policy":       {"giupxa.meeting-policy/1", meeting.Policy{}},
	"visit/meeting/contact":              {"giupxa.contact/1", meeting.Contact{}},
}

// The published schemas are what the code reads.
func TestSchemas(t *testing.T) {
	t.Parallel()
	for path, r := range records {
		maintain.Schema(t, filepath.Join(module, path+".schema.json"), r.format, r.record, nil)
	}
}

// The README lists every schema at its package.
func TestReadmeListsTheSchemas(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile(filepath.Join(module, "README.md"))
	require.NoError(t, err)
	_, table, found := strings.Cut(string(readme), "| package | its schemas |\n|---|---|\n")
	require.True(t, found)
	table, _, _ = strings.Cut(table, "\n\n")
	var listed, there []string
	name := regexp.MustCompile("`([a-z-]+)`")
	for row := range strings.Lines(table) {
		cells := strings.SplitN(row, "|", 4)
		require.Len(t, cells, 4, row)
		for _, m := range name.FindAllStringSubmatch(cells[2], -1) {
			listed = append(listed, strings.Trim(cells[1], " `")+" urn:giupxa:"+m[1]+":1")
		}
	}
	require.NoError(t, filepath.WalkDir(module, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".schema.json") {
			return err
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		var schema struct {
			ID string `json:"$id"`
		}
		require.NoError(t, json.Unmarshal(data, &schema), path)
		rel, err := filepath.Rel(module, filepath.Dir(path))
		there = append(there, filepath.ToSlash(rel)+" "+schema.ID)
		return err
	}))
	assert.ElementsMatch(t, there, listed)
}

// eachFile goes through the Go files of the library's packages, without their tests.
func eachFile(t *testing.T, do func(folder string, file *ast.File)) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(module, func(path string, d fs.DirEntry, err error) error {
		switch rel, _ := filepath.Rel(module, path); {
		case err != nil:
			return err
		case d.IsDir() && (rel == "examples" || strings.HasPrefix(rel, ".") && rel != "."):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		default:
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err == nil {
				do(filepath.ToSlash(filepath.Dir(rel)), file)
			}
			return err
		}
	}))
}

// Every format that a constant of the module names has a schema, and every schema is one
// of JSON Schema 2020-12, with a name of its own, whose references lead somewhere.
func TestEveryFormatHasASchema(t *testing.T) {
	t.Parallel()
	var titles, formats []string
	require.NoError(t, filepath.WalkDir(module, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".schema.json") {
			return err
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		var schema map[string]any
		require.NoError(t, json.Unmarshal(data, &schema), path)
		title, _ := schema["title"].(string)
		titles = append(titles, title)
		assert.Equal(t, "https://json-schema.org/draft/2020-12/schema", schema["$schema"], path)
		assert.Equal(t, "urn:"+strings.NewReplacer(".", ":", "/", ":").Replace(title), schema["$id"], path)
		structure(t, path, schema, schema)
		return nil
	}))
	format := regexp.MustCompile(`^"giupxa\.[a-z-]+/[0-9]+"$`)
	eachFile(t, func(_ string, file *ast.File) {
		for _, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.CONST {
				ast.Inspect(gen, func(n ast.Node) bool {
					if lit, ok := n.(*ast.BasicLit); ok && format.MatchString(lit.Value) {
						text, _ := strconv.Unquote(lit.Value)
						formats = append(formats, text)
					}
					return true
				})
			}
		}
	})
	assert.ElementsMatch(t, formats, titles)
}

// keywords are those that the schemas use, with the kind of value that each has.
var keywords = map[string]func(any) bool{
	"$schema": is[string], "$id": is[string], "$ref": is[string], "$defs": is[map[string]any], "title": is[string], "description": is[string], "x-vi": is[string],
	"type": func(v any) bool { return is[string](v) || is[[]any](v) }, "const": func(any) bool { return true }, "enum": is[[]any], "not": is[map[string]any], "anyOf": is[[]any],
	"properties": is[map[string]any], "required": is[[]any], "additionalProperties": func(v any) bool { return v == false || is[map[string]any](v) },
	"minProperties": is[float64], "maxProperties": is[float64], "items": is[map[string]any], "minItems": is[float64], "maxItems": is[float64],
	"minLength": is[float64], "maxLength": is[float64], "minimum": is[float64], "maximum": is[float64], "exclusiveMinimum": is[float64], "exclusiveMaximum": is[float64],
	"pattern": func(v any) bool { text, ok := v.(string); _, err := regexp.Compile(text); return ok && err == nil }, "format": func(v any) bool { return v == "date" },
}

func is[T any](v any) bool { _, ok := v.(T); return ok }

// structure proves of a schema, and of those in it, that every keyword is known and has
// the kind of value that it needs.
func structure(t *testing.T, at string, root, schema map[string]any) {
	t.Helper()
	for keyword, value := range schema {
		if known := keywords[keyword]; known == nil || !known(value) {
			t.Errorf("%s: %s is %v", at, keyword, value)
			continue
		}
		switch v := value.(type) {
		case string:
			if name, found := strings.CutPrefix(v, "#/$defs/"); found && keyword == "$ref" {
				assert.Contains(t, root["$defs"], name, at)
			}
		case []any:
			for _, one := range v {
				if of, ok := one.(map[string]any); ok && keyword == "anyOf" {
					structure(t, at+"/anyOf", root, of)
				}
			}
		case map[string]any:
			switch keyword {
			case "properties", "$defs":
				for name, one := range v {
					structure(t, at+"/"+name, root, one.(map[string]any))
				}
			case "items", "additionalProperties", "not":
				structure(t, at+"/"+keyword, root, v)
			}
		}
	}
}

// answers are types with json tags that are written and never read from outside: what the
// library answers, and rows of its own tables.
var answers = map[string]bool{
	"assignment.Target": true, "assignment/duty.Entry": true, "assignment/duty/laocai.Row": true,
	"assignment/org.Found": true, "assignment/org.Kin": true, "criteria.Cell": true, "criteria.Coverage": true,
	"criteria/diff.Change": true, "criteria/diff.LineShift": true, "criteria/diff.Shift": true, "criteria/diff.Side": true,
	"criteria/area.Condition": true, "criteria/area.Step": true, "criteria/area.Test": true,
	"criteria/poverty.Classification": true, "criteria/poverty.Reason": true, "criteria/poverty.Share": true,
	"criteria/recognition.Comparison": true, "criteria/recognition.Condition": true, "criteria/recognition.Consideration": true,
	"criteria/recognition.Revocation": true, "criteria/recognition.Standing": true,
	"criteria/worksheet.Need": true, "criteria/worksheet.Row": true,
	"criteria/rule.Passage": true, "criteria/rule.Replayed": true, "evaluation.Working": true, "visit/meeting.Since": true, "visit/workday.Window": true,
	"plan.Change": true, "plan.Punctuality": true, "plan/contribution.Count": true, "plan/contribution.Line": true, "plan/contribution.Total": true, "plan/contribution.Totals": true,
	"plan/progress.Bounds": true, "plan/progress.Count": true, "plan/progress.Node": true, "plan/progress.Tally": true,
	"evaluation/ledger.Counts": true, "evaluation/ledger.Request": true, "evaluation/rollup.Change": true, "evaluation/rollup.Group": true, "evaluation/rollup.Move": true,
	"evaluation/rollup.Result": true, "evaluation/rollup.Shift": true, "evaluation/rollup.Tally": true, "evaluation/rollup.Total": true,
	"evaluation/rank.Counts": true, "evaluation/rank.Limit": true, "evaluation/rank.Outcome": true,
}

// Every exported type with json tags is a record that reads itself strictly, a part of one,
// or an answer: json.Unmarshal alone drops what it does not know.
func TestEveryRecordIsReadStrictly(t *testing.T) {
	t.Parallel()
	parts := map[string]bool{}
	roots := []any{criteria.Dossier{}, criteria.Table{}, criteria.Overlay{}, criteria.Report{}, evaluation.Sheet{}, evaluation.Scheme{}, evaluation.Policy{}, evaluation.Facts{}, rule.Finding{},
		rank.List{}, rank.Policy{}, rating.Record{}, rating.Rulebook{}, ledger.Ledger{}, ledger.Day{}, rollup.Snapshot{}, rollup.Statement{}}
	for _, r := range records {
		roots = append(roots, r.record)
	}
	for _, r := range roots {
		walk(reflect.TypeOf(r), parts)
	}
	tagged, reads := map[string]bool{}, map[string]bool{}
	eachFile(t, func(folder string, file *ast.File) {
		if strings.HasSuffix(folder, "test") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch d := n.(type) {
			case *ast.TypeSpec:
				s, ok := d.Type.(*ast.StructType)
				if ok && d.Name.IsExported() && slices.ContainsFunc(s.Fields.List, func(f *ast.Field) bool { return f.Tag != nil && strings.Contains(f.Tag.Value, `json:"`) }) {
					tagged[folder+"."+d.Name.Name] = true
				}
			case *ast.FuncDecl:
				if d.Recv != nil && d.Name.Name == "UnmarshalJSON" {
					if star, ok := d.Recv.List[0].Type.(*ast.StarExpr); ok {
						if name, ok := star.X.(*ast.Ident); ok {
							reads[folder+"."+name.Name] = true
						}
					}
				}
			}
			return true
		})
	})
	for _, name := range slices.Sorted(maps.Keys(tagged)) {
		if strict := parts[name] || reads[name]; strict == answers[name] {
			t.Errorf("%s: read strictly, or part of what is: %v; an answer: %v", name, strict, answers[name])
		}
	}
}

// walk gathers the types of which a record is read.
func walk(typ reflect.Type, seen map[string]bool) {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map {
		typ = typ.Elem()
	}
	name, generic, _ := strings.Cut(strings.TrimPrefix(typ.PkgPath(), "github.com/giupxa/giupxa/")+"."+typ.Name(), "[")
	if typ.Kind() != reflect.Struct || seen[name] && generic == "" {
		return
	}
	seen[name] = true
	if reader, ok := reflect.New(typ).Interface().(json.Unmarshaler); ok {
		if as, _, ok := form.Shape(reader); ok && as != typ {
			walk(as, seen)
		}
	}
	if typ == reflect.TypeFor[rule.Finding]() {
		walk(reflect.TypeFor[rule.FindingParts](), seen)
	}
	for i := range typ.NumField() {
		walk(typ.Field(i).Type, seen)
	}
}
