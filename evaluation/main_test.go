package evaluation_test

import (
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
	return evaluation.Table{
		ID: "sample/1", Version: "2026-11-25", Name: both("sample"),
		Source: rule.Source{Kind: rule.Decision, Number: "1/QĐ", Issuer: "UBND tỉnh"},
		Max:    rule.Int(100),
		Lines: []evaluation.Line{
			{Code: "1", Name: both("task results"), Max: rule.Int(70)},
			{Code: "2", Name: both("general"), Max: rule.Int(30), Lines: []evaluation.Line{
				{Code: "2.1", Name: both("conduct"), Max: rule.Int(26)},
				{Code: "2.2", Name: both("reporting"), Max: rule.Int(4)},
			}},
		},
		Thresholds: evaluation.Thresholds{Excellent: rule.Int(90), Good: rule.Int(70), Completed: rule.Int(50)},
		Places:     2,
	}
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
