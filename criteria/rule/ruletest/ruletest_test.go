package ruletest_test

import (
	"encoding/json"
	"errors"
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

const errNegative rule.Code = "sample.negative"

var table = rule.MustTable(rule.Rule{Code: errNegative, Origin: rule.OriginForm, Text: rule.Text{Vi: "số âm", En: "below zero"}})

type sample struct {
	N rule.Number `json:"n"`
}

// judge breaks errNegative below zero, leaves it undecided where no number is
// given, and answers with the number's sign.
func judge(given json.RawMessage) (any, rule.Findings, error) {
	if string(given) == `"misuse"` {
		return nil, nil, errors.New("no such set")
	}
	var s sample
	if err := form.Decode(given, "", &s); err != nil {
		return nil, nil, err
	}
	answer := map[string]any{"sign": s.N.Sign(), "list": []int{1, 2}, "more": map[string]int{"a": 1}}
	switch {
	case !s.N.Known():
		return answer, rule.Findings{table.Undecided(errNegative, "n")}, nil
	case s.N.Sign() < 0:
		return answer, rule.Findings{table.Broken(errNegative, "n")}, nil
	}
	return answer, nil, nil
}

func files(cases string) fstest.MapFS {
	return fstest.MapFS{"sample.json": {Data: []byte(`{"format":"giupxa.cases/1","cases":[` + cases + `]}`)}}
}

const (
	breaks    = `{"name":"minus","why":"below zero","given":{"n":"-1"},"breaks":[{"code":"sample.negative","path":"n"}],"answer":{"sign":-1}}`
	undecided = `{"name":"none","given":{},"breaks":[{"code":"sample.negative","kind":"undecided"}]}`
	keeps     = `{"name":"plus","given":{"n":"1"},"keeps":["sample.negative"],"answer":{"sign":1,"list":[1,2],"more":{"a":1}}}`
	unread    = `{"name":"comma","given":{"n":"12,5"},"breaks":[{"code":"form.unreadable","path":"n"}]}`
)

func TestRun(t *testing.T) {
	t.Parallel()
	all := files(breaks + "," + undecided + "," + keeps + "," + unread)
	ruletest.Run(t, all, judge)
	require.NoError(t, ruletest.Check(all, judge))
	cases, err := ruletest.Load(all)
	require.NoError(t, err)
	assert.Equal(t, "sample/minus", cases[0].Name)
	require.NoError(t, ruletest.Complete(table.Rules(), cases))
	require.ErrorContains(t, ruletest.Complete(table.Rules(), cases[:1]), "no case keeps it")
	require.ErrorContains(t, ruletest.Complete(table.Rules(), cases[2:3]), "no case breaks it")
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ cases, says string }{
		"expected finding missing": {`{"name":"a","given":{"n":"1"},"breaks":[{"code":"sample.negative"}]}`, "did not appear"},
		"wrong path":               {`{"name":"a","given":{"n":"-1"},"breaks":[{"code":"sample.negative","path":"x"}]}`, "did not appear"},
		"wrong kind":               {`{"name":"a","given":{"n":"-1"},"breaks":[{"code":"sample.negative","kind":"advice"}]}`, "expected advice"},
		"finding not expected":     {`{"name":"a","given":{"n":"-1"}}`, "unexpected broken sample.negative"},
		"kept rule broken":         {`{"name":"a","given":{"n":"-1"},"breaks":[{"code":"sample.negative"}],"keeps":["sample.negative"]}`, "should be kept"},
		"answer differs":           {`{"name":"a","given":{"n":"1"},"answer":{"sign":0}}`, "answer.sign: want 0, got 1"},
		"answer lacks a member":    {`{"name":"a","given":{"n":"1"},"answer":{"colour":0}}`, "missing"},
		"answer is a list":         {`{"name":"a","given":{"n":"1"},"answer":{"list":[1]}}`, "answer.list"},
		"list element differs":     {`{"name":"a","given":{"n":"1"},"answer":{"list":[1,3]}}`, "answer.list[1]"},
		"answer is an object":      {`{"name":"a","given":{"n":"1"},"answer":{"sign":{}}}`, "want an object"},
		"misuse":                   {`{"name":"a","given":"misuse"}`, "misuse: no such set"},
		"no cases":                 {``, "no cases"},
		"unknown member":           {`{"name":"a","colour":1}`, "form.unknown-key"},
		"nameless":                 {`{"given":{}}`, "form.required"},
	} {
		require.ErrorContains(t, ruletest.Check(files(c.cases), judge), c.says, name)
	}
	require.Error(t, ruletest.Check(fstest.MapFS{"a.json": {Data: []byte(`{`)}}, judge))
	require.Error(t, ruletest.Check(fstest.MapFS{"a.json": {Mode: os.ModeDir}}, judge))
	cases, err := ruletest.Load(files(`{"name":"a","given":{"n":"1"},"answer":{}}`))
	require.NoError(t, err)
	require.Error(t, cases[0].Check(func(json.RawMessage) (any, rule.Findings, error) { return func() {}, nil, nil }))
}

// The published schema of case files is what [ruletest.Load] reads.
func TestSchema(t *testing.T) {
	t.Parallel()
	maintain.Schema(t, "cases.schema.json", "giupxa.cases/1", ruletest.File{}, nil)
}
