package ruletest_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/giupxa/giupxa"

var kits = []string{"criteria/criteriatest", "assignment/assignmenttest", "plan/plantest", "visit/visittest", "evaluation/evaluationtest"}

// outside is a program of another module that checks values of its own at run time, and
// its test, which runs the five kits.
var outside = map[string]string{
	"main.go": `package main

import (
	"errors"
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/assignmenttest"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/evaluationtest"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/plantest"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/visittest"
)

func text(s string) rule.Text { return rule.Text{Vi: s, En: s} }

var (
	source = rule.Source{Kind: rule.Decision, Number: "1/QĐ-UBND"}
	set    = criteria.MustSet(criteria.Table{
		ID: "1/QĐ-UBND", Name: text("own"), Standard: criteria.Basic, Source: source, From: criteria.From(source, rule.Read),
		Span: rule.Span{From: rule.Day(2024, 1, 1)}, Years: criteria.Years{From: 2024, To: 2025},
		Criteria: []criteria.Criterion{{No: 10, Name: text("income"),
			Indicators: []criteria.Indicator{{Code: "10", Name: text("income"), Require: criteria.AtLeast("48")}}}},
	})
	scheme = evaluation.MustScheme(evaluation.Table{ID: "own", Name: text("own"), Source: source, Max: rule.Int(10),
		Lines: []evaluation.Line{{Code: "1", Name: text("line"), Max: rule.Int(10)}}})
	mandate = plan.Mandate{}
	policy  = visit.Policy{}
	roster  = assignment.Roster{}
)

func main() {
	fmt.Println(errors.Join(criteriatest.Check(set, nil), evaluationtest.Check(scheme, nil), visittest.Check(policy, nil), assignmenttest.Check(roster, nil)))
	fmt.Println(plantest.Check(mandate, nil)) // the zero mandate is not a mandate
}
`,
	"main_test.go": `package main

import (
	"testing"

	"github.com/giupxa/giupxa/assignment/assignmenttest"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/evaluation/evaluationtest"
	"github.com/giupxa/giupxa/plan/plantest"
	"github.com/giupxa/giupxa/visit/visittest"
)

func TestKits(t *testing.T) {
	t.Run("criteria", func(t *testing.T) { criteriatest.Run(t, set, nil) })
	t.Run("evaluation", func(t *testing.T) { evaluationtest.Run(t, scheme, nil) })
	t.Run("visit", func(t *testing.T) { visittest.Run(t, policy, nil) })
	t.Run("assignment", func(t *testing.T) { assignmenttest.Run(t, roster, nil) })
}

func TestMandate(t *testing.T) { plantest.Run(t, mandate, nil) }
`,
}

func goIn(t *testing.T, dir string, args ...string) (string, error) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func linksNoTestLibrary(t *testing.T, dir string, packages ...string) {
	t.Helper()
	out, err := goIn(t, dir, append([]string{"list", "-deps"}, packages...)...)
	require.NoError(t, err, out)
	linked := strings.Fields(out)
	require.Contains(t, linked, module+"/criteria/rule/ruletest")
	for _, p := range linked {
		test := p == "testing" || strings.HasPrefix(p, "testing/") || strings.HasPrefix(p, "go/") || strings.HasSuffix(p, "/maintain")
		assert.False(t, test || strings.Contains(p, "testify"), "%v link %s", packages, p)
	}
}

// What a program links with Check holds neither a test library nor the parser of Go.
func TestKitsLinkNoTestLibrary(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs("../../..")
	require.NoError(t, err)
	for _, kit := range kits {
		linksNoTestLibrary(t, root, "./"+kit)
	}
}

// The five kits serve another module: its program checks its own values, and its test
// runs them.
func TestKitsFromOutside(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds a module")
	}
	root, err := filepath.Abs("../../..")
	require.NoError(t, err)
	dir := t.TempDir()
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	own := strings.Replace(string(mod), "module "+module, "module outside.example/province", 1) +
		"\nrequire " + module + " v0.0.0\n\nreplace " + module + " => " + root + "\n"
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(own), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.sum"), sum, 0o600))
	for name, code := range outside {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(code), 0o600))
	}
	linksNoTestLibrary(t, dir, ".")
	out, err := goIn(t, dir, "run", ".")
	require.NoError(t, err, out)
	assert.True(t, strings.HasPrefix(out, "<nil>\n") && !strings.HasPrefix(out, "<nil>\n<nil>"), out)
	assert.Contains(t, out, "what must hold")
	out, err = goIn(t, dir, "test", "-short", "-run", "TestKits", ".")
	require.NoError(t, err, out)
	out, err = goIn(t, dir, "test", "-run", "TestMandate", ".")
	require.Error(t, err)
	assert.Contains(t, out, "--- FAIL: TestMandate/", "a test fails by name, and says what must hold")
	assert.Contains(t, out, "what must hold")
}
