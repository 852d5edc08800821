package criteriatest_test

import (
	"fmt"
	"testing/fstest"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/rule"
)

// A province checks its own set at start-up, with what its jurist knows of it; here the
// jurist is wrong about the number.
func ExampleCheck() {
	decision := rule.Source{Kind: rule.Decision, Number: "1/QĐ-UBND"}
	set := criteria.MustSet(criteria.Table{
		ID: "1/QĐ-UBND", Name: rule.Text{Vi: "Bộ tiêu chí của tỉnh", En: "The province's set"}, Standard: criteria.Basic,
		Source: decision, From: criteria.From(decision, rule.Read),
		Span: rule.Span{From: rule.Day(2024, 1, 1)}, Years: criteria.Years{From: 2024, To: 2025},
		Criteria: []criteria.Criterion{{
			No: 10, Name: rule.Text{Vi: "Thu nhập", En: "Income"},
			Indicators: []criteria.Indicator{{Code: "10", Name: rule.Text{Vi: "Thu nhập", En: "Income"}, Require: criteria.AtLeast("48")}},
		}},
	})
	cases := fstest.MapFS{"income.json": {Data: []byte(`{
		"format": "giupxa.cases/1",
		"cases": [{
			"name": "45 million",
			"given": {"dossier": {"asOf": "2024-06-30", "year": 2024, "readings": {"10": "45"}}},
			"answer": {"lines": {"10": "met"}, "demands": {"10": "≥ 45"}}
		}]
	}`)}}
	fmt.Println(criteriatest.Check(set, cases))
	// Output:
	// income/45 million: answer.demands.10: want ≥ 45, got ≥ 48
	// answer.lines.10: want met, got not-met
}
