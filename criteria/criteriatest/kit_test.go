package criteriatest_test

import (
	"fmt"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/rule"
)

func TestRun(t *testing.T) {
	t.Parallel()
	criteriatest.Run(t, zones(t), os.DirFS("testdata/zones/cases"))
	for name, set := range map[string]criteria.Set{"every operator": every(t), "rows missing": partial(t), "no beginning": ending(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			criteriatest.Run(t, set, nil)
		})
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	require.NoError(t, criteriatest.Check(zones(t), os.DirFS("testdata/zones/cases")))
	require.NoError(t, criteriatest.Check(ending(t), nil))
	require.ErrorIs(t, criteriatest.Check(criteria.Set{}, nil), criteria.ErrNoSet)
}

// The cells alone count their boundary cases.
func TestBoundaryCasesAreGenerated(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]int{"cells": 1, "time": 0, "store": 0} {
		cases, err := criteriatest.Prove(name, zones(t), criteriatest.Genuine())
		require.NoError(t, err)
		assert.Equal(t, want == 0, cases == 0, name)
		if want > 0 {
			assert.Greater(t, cases, 1000)
		}
	}
	_, err := criteriatest.Prove("no such proof", zones(t), criteriatest.Genuine())
	require.Error(t, err)
}

func file(cases string) fs.FS {
	return fstest.MapFS{"own.json": {Data: []byte(`{"format":"giupxa.cases/1","cases":[` + cases + `]}`)}}
}

// A case file that is wrong is reported, whatever is wrong with it.
func TestWrongCases(t *testing.T) {
	t.Parallel()
	set := zones(t)
	right := `{"name":"a","given":{"dossier":{"asOf":"2024-06-30","year":2024,"profile":{"zone":"vùng cao"},"readings":{"2.1":"79.5"}}},"answer":%s}`
	require.NoError(t, criteriatest.CheckCases(set, file(fmt.Sprintf(right, `{"verdict":"not-met","lines":{"2.1":"not-met"},"gaps":{"2.1":"0.5"}}`))))
	for answer, says := range map[string]string{
		`{"verdict":"met"}`:                       "answer.verdict: want met, got not-met",
		`{"stated":true}`:                         "answer.stated",
		`{"met":1}`:                               "answer.met: want 1, got 0",
		`{"least":1}`:                             "answer.least",
		`{"most":2}`:                              "answer.most: want 2, got 1",
		`{"group":"1"}`:                           "answer.group: want 1, got ",
		`{"column":"TN"}`:                         "answer.column",
		`{"criteria":{"2":"met"}}`:                "answer.criteria.2: want met, got not-met",
		`{"lines":{"2.1":"met"}}`:                 "answer.lines.2.1: want met, got not-met",
		`{"lines":{"9.9":"met"}}`:                 "answer.lines.9.9: want met, which is missing",
		`{"demands":{"2.1":"≥ 81"}}`:              "want ≥ 81, got ≥ 80",
		`{"gaps":{"2.1":"0.6"}}`:                  "want 0.6, got 0.5",
		`{"gaps":{"2.2":"0"}}`:                    "answer.gaps.2.2: want 0, which is missing",
		`{"reasons":{"2.2":"misfit"}}`:            "want misfit, got no-reading",
		`{"missing":{"2.2":["2.2"]}}`:             "answer.missing.2.2",
		`{"caveats":["criteria.contradiction"]}`:  "answer.caveats",
		`{"verdict":"not-met","colour":"purple"}`: "answer.colour",
	} {
		require.ErrorContains(t, criteriatest.CheckCases(set, file(fmt.Sprintf(right, answer))), says, answer)
	}
	dossier := `{"name":"a","given":{"dossier":%s}}`
	for given, says := range map[string]string{
		`{"asOf":"2026-01-01","year":2024,"readings":{}}`:                          "misuse: the set does not serve that day",
		`{"asOf":"2024-01-01","year":2026,"readings":{}}`:                          "does not serve that dossier year",
		`{"set":"x","asOf":"2024-01-01","readings":{}}`:                            "no such set",
		`{"asOf":"2024-01-01","year":2024,"readings":{"2.1":"12,5"}}`:              `unexpected broken form.unreadable at "dossier.readings[\"2.1\"]"`,
		`{"asOf":"2024-01-01","year":2024,"readings":{"9.9":"12"}}`:                `unexpected broken criteria.unknown-key at "readings[\"9.9\"]"`,
		`{"asOf":"2024-01-01","year":2024,"readings":{"set":"1 of 2"}},"accept":7`: "accept",
	} {
		require.ErrorContains(t, criteriatest.CheckCases(set, file(fmt.Sprintf(dossier, given))), says, given)
	}
	require.ErrorContains(t, criteriatest.CheckCases(set, file("")), "no cases")
	require.Error(t, criteriatest.CheckCases(set, fstest.MapFS{"a.json": {Data: []byte("{")}}))
}

// The faults of one proof are said up to a number and counted beyond.
func TestFaultsAreCounted(t *testing.T) {
	t.Parallel()
	require.NoError(t, criteriatest.Collect(0))
	assert.NotContains(t, criteriatest.Collect(criteriatest.MaxFaults).Error(), "more")
	assert.ErrorContains(t, criteriatest.Collect(criteriatest.MaxFaults+3), "and 3 more")
}

// What is confirmed without a source: tables that no set holds.
func TestTablesThatNoSetHolds(t *testing.T) {
	t.Parallel()
	unsourced := criteria.From(rule.Source{}, rule.Secondary)
	with := func(k criteria.Criterion) criteria.Table { return criteria.Table{Criteria: []criteria.Criterion{k}} }
	row := func(r criteria.Requirement) criteria.Table {
		return with(criteria.Criterion{No: 1, Indicators: []criteria.Indicator{{Code: "1.1", Require: r}}})
	}
	for says, table := range map[string]criteria.Table{
		"a cell of 1.1 is confirmed, and names no source": row(criteria.Cite(unsourced, criteria.Pass())),
		"group 2 is confirmed":                            {Groups: []criteria.GroupRule{{Group: criteria.Group2, From: unsourced}}},
		"the set's own citation is confirmed":             {From: unsourced},
		"the name of criterion 4 is confirmed":            with(criteria.Criterion{No: 4, NameFrom: unsourced}),
		"the name of indicator 4.1 is confirmed":          with(criteria.Criterion{No: 4, Indicators: []criteria.Indicator{{Code: "4.1", NameFrom: unsourced}}}),
	} {
		assert.ErrorContains(t, criteriatest.ReadTable(table), says)
	}
	assert.NoError(t, criteriatest.ReadTable(row(criteria.Cite(criteria.From(rule.Source{}, rule.High), criteria.AtMost("")))))
}
