package evaluation_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func num(s string) rule.Number { return rule.MustNumber(s) }

func both(s string) rule.Text { return rule.Text{Vi: s, En: s} }

var work2021 = evaluation.SupportWork{Leader: "l1", Year: 2021}

// sampleTable is a caller's scheme of 70 + 30 points; the second heading has two lines.
func sampleTable() evaluation.Table {
	var s evaluation.Scheme
	if err := json.Unmarshal(must(os.ReadFile("evaluationtest/values/sample.json")), &s); err != nil {
		panic(err)
	}
	return s.Table()
}

// sample is sampleTable with a bonus and a penalty.
func sample(bonus, penalty evaluation.Adjusting) evaluation.Scheme {
	t := sampleTable()
	t.Bonus, t.Penalty = bonus, penalty
	return evaluation.MustScheme(t)
}

var illustrative = evaluation.Weights{
	Max:   map[string]rule.Number{"1": rule.Int(30), "2": rule.Int(20), "3": rule.Int(15), "4": rule.Int(10), "5": rule.Int(25)},
	Given: evaluation.Given{Illustrative: true},
}

var callersThresholds = evaluation.Thresholds{Excellent: rule.Int(90), Good: rule.Int(70), Completed: rule.Int(50)}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func mark(s string) evaluation.Mark { return must(evaluation.ParseMark(s)) }

// entries makes entries of "code", "verified mark" pairs.
func entries(pairs ...string) []evaluation.Entry {
	var list []evaluation.Entry
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, evaluation.Entry{Line: pairs[i], Verified: mark(pairs[i+1])})
	}
	return list
}

// fullTable is a scheme that uses most of what a scheme may have; fullSheet fills it.
func fullTable() evaluation.Table {
	t := evaluation.Table{
		ID: "full/2", Version: "2026-11-28", Name: both("full"), Source: rule.Source{Kind: rule.Decision, Number: "2/QĐ", Issuer: "UBND tỉnh"},
		Max: rule.Int(100), Places: 2, Unassigned: evaluation.UnassignedLeftOut, Penalty: evaluation.AdjustCapped,
		Columns: []evaluation.Column{{Code: "manager", Name: both("manager")}},
		Lines: []evaluation.Line{
			{Code: "1", Name: both("plan"), Max: rule.Int(60), Measure: evaluation.PlanProgress},
			{Code: "2", Name: both("results"), Max: rule.Int(30), Scaled: true, Lines: []evaluation.Line{
				{Code: "2.1", Name: both("quantity"), Max: rule.Int(100)}, {Code: "2.2", Name: both("quality"), Max: rule.Int(100)},
			}},
			{Code: "3", Name: both("reports"), Max: rule.Int(10), Marks: evaluation.Scoring{Way: evaluation.ByRate, Levels: []evaluation.Level{{From: rule.Int(50), Points: rule.Int(5)}, {From: rule.Int(95), Points: rule.Int(9)}}}},
			{Code: "p", Name: both("late"), Max: rule.Int(6), Side: evaluation.Deducts, Marks: evaluation.Scoring{Way: evaluation.Counted, Each: rule.Int(2)}},
		},
		Bands: []evaluation.Band{
			{Rating: evaluation.NotCompleted, From: rule.Int(0), To: rule.Int(50), Below: true}, {Rating: evaluation.Completed, From: rule.Int(50), To: rule.Int(80)},
			{Rating: evaluation.Good, From: rule.Int(80), Above: true, To: rule.Int(90)}, {Rating: evaluation.Excellent, From: rule.Int(90), Above: true, To: rule.Int(100)},
		},
		Conditions: []evaluation.Condition{{Code: "k", Name: both("disciplined"), KnockOut: true, Of: "completed"}},
		Slips:      []evaluation.Slip{{Line: "3", Words: both("9 of 10")}},
	}
	return t
}

func fullSheet() evaluation.Sheet {
	return evaluation.Sheet{
		ID: "s", About: work2021, Span: rule.Span{From: rule.Day(2021, 5, 14)},
		Entries: []evaluation.Entry{
			{Line: "1", Verified: mark("55"), Self: mark("5/6"), Evidence: []string{"e1"}, Others: []evaluation.ColumnMark{{Column: "manager", Mark: mark("50")}},
				From: &evaluation.Derivation{Measure: evaluation.PlanProgress, Part: rule.Int(5), Whole: rule.Int(6), Facts: []string{"f1"}, Lacking: []string{"f2"}}},
			{Line: "2.1", Verified: mark("95%")}, {Line: "2.2", Verified: mark("100")}, {Line: "3", Verified: mark("19/20")}, {Line: "p", Verified: mark("1x")},
		},
		Answers: []evaluation.Answer{{Condition: "k", Is: evaluation.No, Evidence: []string{"e2"}}},
		Events:  []evaluation.Event{{Act: evaluation.ActVerified, On: rule.On(rule.Day(2021, 12, 1)), By: "so-noi-vu"}},
	}
}
