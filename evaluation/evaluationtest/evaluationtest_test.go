package evaluationtest_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/evaluationtest"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func text(s string) rule.Text { return rule.Text{Vi: s, En: s} }

func scheme(t *testing.T, th evaluation.Thresholds) evaluation.Scheme {
	t.Helper()
	s, err := evaluation.NewScheme(evaluation.Table{
		ID: "own/1", Name: text("own"), Source: rule.Source{Kind: rule.Decision, Number: "1/QĐ"}, Max: rule.Int(100),
		Lines: []evaluation.Line{
			{Code: "a", Name: text("a"), Lines: []evaluation.Line{
				{Code: "a1", Name: text("a1"), Max: rule.MustNumber("12.5")},
				{Code: "a2", Name: text("a2"), Max: rule.MustNumber("27.5")},
			}},
			{Code: "b", Name: text("b"), Max: rule.Int(60)},
		},
		Thresholds: th,
	})
	require.NoError(t, err)
	return s
}

const cases = `{"format":"giupxa.cases/1","cases":[
 {"name":"two thirds","given":{"about":{"supportWork":{"leader":"l1","year":2021}},"entries":[{"line":"a1","verified":"2/3"},{"line":"a2","verified":"27.5"},{"line":"b","verified":"50%"}]},
  "answer":{"total":"395/6","rating":"completed"}},
 {"name":"above","given":{"about":{"supportWork":{"leader":"l1","year":2021}},"entries":[{"line":"a1","verified":"13"},{"line":"a2","verified":"1"},{"line":"b","verified":"1"}]},
  "breaks":[{"code":"evaluation.above-max","path":"entries[0].verified"}]},
 {"name":"unreadable","given":{"entries":[{"line":"a1","verified":"12,5"}]},"breaks":[{"code":"form.unreadable","path":"entries[0].verified"}]}
]}`

func files(s string) fstest.MapFS { return fstest.MapFS{"own.json": {Data: []byte(s)}} }

func TestOwnScheme(t *testing.T) {
	t.Parallel()
	s := scheme(t, evaluation.Thresholds{Excellent: rule.MustNumber("87.5"), Good: rule.Int(70), Completed: rule.Int(50)})
	evaluationtest.Run(t, s, files(cases))
	require.NoError(t, evaluationtest.Check(s, files(cases)))
	// A threshold at either end has no case beyond it.
	require.NoError(t, evaluationtest.Check(scheme(t, evaluation.Thresholds{Excellent: rule.Int(100), Good: rule.Int(70), Completed: rule.MustNumber("0.5")}), nil))
	// A threshold that is not included.
	require.NoError(t, evaluationtest.Check(scheme(t, evaluation.Thresholds{Excellent: rule.Int(90), Good: rule.Int(70), Completed: rule.Int(50),
		Above: evaluation.Above{Excellent: true, Completed: true}}), nil))
	// Without thresholds there is no rating, and without weights no total.
	require.NoError(t, evaluationtest.Check(scheme(t, evaluation.Thresholds{}), nil))
	require.NoError(t, evaluationtest.Check(evaluation.LaoCai1686(), nil))
}

// What a scheme may have is proved too: levels, counted lines, bonus and penalty, scaled
// headings, columns, conditions, lines without a task, rounding; and what this module ships.
func TestWholeSchemes(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]evaluation.Scheme{
		"Lào Cai 1686": evaluation.LaoCai1686(), "Đắk Lắk 2126": evaluation.DakLak2126(), "Hải Phòng 212": evaluation.HaiPhong212(),
		"Decree 335": evaluation.Decree335(), "Decree 335, managers": evaluation.Decree335Manager(),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			evaluationtest.Run(t, s, nil)
		})
	}
	own := scheme(t, evaluation.Thresholds{Excellent: rule.Int(90), Good: rule.Int(70), Completed: rule.Int(50)}).Table()
	own.Lines[1] = evaluation.Line{Code: "b", Name: text("b"), Max: rule.Int(60), Scaled: true, Lines: []evaluation.Line{
		{Code: "b1", Name: text("b1"), Max: rule.Int(100), Marks: evaluation.Scoring{Over: evaluation.OverCapped}},
		{Code: "b2", Name: text("b2"), Max: rule.Int(40), Marks: evaluation.Scoring{Way: evaluation.Counted, Each: rule.MustNumber("12.5")}},
		{Code: "b3", Name: text("b3"), Max: rule.Int(10), Marks: evaluation.Scoring{Way: evaluation.ByRate, Levels: []evaluation.Level{
			{From: rule.Int(50), Points: rule.Int(4)}, {From: rule.Int(90), Above: true, Points: rule.Int(10)}}}},
	}}
	own.Lines = append(own.Lines,
		evaluation.Line{Code: "q", Name: text("q"), Max: rule.Int(5), Side: evaluation.Adds},
		evaluation.Line{Code: "p", Name: text("p"), Max: rule.Int(9), Side: evaluation.Deducts, Marks: evaluation.Scoring{Way: evaluation.Counted, Each: rule.Int(2)}})
	own.Columns, own.Rates = []evaluation.Column{{Code: "authority", Name: text("authority")}}, "authority"
	own.Conditions = []evaluation.Condition{{Code: "k", Name: text("k"), KnockOut: true, Of: "completed"}, {Code: "h", Name: text("h"), Of: "excellent", Line: "b", Least: rule.Int(50)}}
	for how := range evaluation.UnassignedFull + 1 {
		for at := range evaluation.RoundTotal + 1 {
			for _, adjust := range []evaluation.Adjusting{evaluation.AdjustCapped, evaluation.AdjustUncapped} {
				own.Unassigned, own.RoundAt, own.Places, own.Bonus, own.Penalty = how, at, 2, adjust, adjust
				own.Rounding = rule.Rounding(at)
				require.NoError(t, evaluationtest.Check(evaluation.MustScheme(own), nil), "%v %v %v", how, at, adjust)
			}
		}
	}
}

// A hundred thousand sheets of any marks come out as big.Rat has them.
func TestManyRandomSheets(t *testing.T) {
	t.Parallel()
	n := 100_000
	if testing.Short() {
		n = 5_000
	}
	require.NoError(t, evaluationtest.Random(evaluation.Decree335Manager(), n/2))
	require.NoError(t, evaluationtest.Random(evaluation.HaiPhong212(), n/4), "maxima that are not known")
	require.NoError(t, evaluationtest.Random(evaluation.DakLak2126(), n/4))
}

func TestWhatFails(t *testing.T) {
	t.Parallel()
	s := scheme(t, evaluation.Thresholds{})
	require.ErrorContains(t, evaluationtest.Check(s, fstest.MapFS{}), "no cases")
	wrong := `{"format":"giupxa.cases/1","cases":[{"name":"wrong","given":{"about":{"supportWork":{"leader":"l1","year":2021}},"entries":[{"line":"a1","verified":"1"},{"line":"a2","verified":"1"},{"line":"b","verified":"1"}]},"answer":{"total":"4"}},
		{"name":"other scheme","given":{"scheme":"other"}}]}`
	err := evaluationtest.Check(s, files(wrong))
	require.ErrorContains(t, err, "answer.total: want 4, got 3")
	require.ErrorContains(t, err, "misuse")
	// The zero scheme fails every generated case.
	err = evaluationtest.Check(evaluation.Scheme{}, nil)
	require.ErrorIs(t, err, evaluation.ErrNoScheme)
	assert.ErrorContains(t, err, "nothing to score")
}

// The generated cases of one table fail on a scheme that differs from it.
func TestGeneratedCasesCanFail(t *testing.T) {
	t.Parallel()
	own := scheme(t, evaluation.Thresholds{Excellent: rule.Int(90), Good: rule.Int(70), Completed: rule.Int(50)})
	table := own.Table()
	said := func(table evaluation.Table, of evaluation.Scheme) string {
		return evaluationtest.CheckAgainst(of, table).Error()
	}
	table.Thresholds.Good = rule.MustNumber("70.005")
	assert.Contains(t, said(table, own), "is rated good, calculated completed")
	table.Thresholds = evaluation.Thresholds{}
	assert.Contains(t, said(table, own), "calculated unrated")
	table = own.Table()
	table.Thresholds.Above.Good = true
	assert.Contains(t, said(table, own), "70/1 is rated good, calculated completed")
	table = evaluation.LaoCai1686().Table()
	assert.Contains(t, said(table, own), "points add up without maxima: entries[0].line")

	table = own.Table()
	table.Max = rule.Int(90)
	assert.Contains(t, said(table, own), "nothing given is unknown: the total is")
	table = own.Table()
	table.Lines[1].Max = rule.Int(59)
	for _, want := range []string{"all at the top, all at 0: the lines come to 99", "shares are exact: the total is", "order does not matter", "a missing line is unknown: without line b", "above the maximum is found: line b"} {
		assert.Contains(t, said(table, own), want)
	}
	table.Lines[1].Max = rule.Int(61)
	assert.Contains(t, said(table, own), "raising a mark lowers nothing: entries[2].verified")
	table = own.Table()
	table.Lines[1].Max = rule.Int(0)
	assert.Contains(t, said(table, own), "line b at its best: from")
	table.Lines[0].Lines[0].Code = "b"
	assert.Contains(t, said(table, own), "evaluation.repeated-line")
}
