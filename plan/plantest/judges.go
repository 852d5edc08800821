package plantest

import (
	_ "embed"
	"encoding/json"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/report"
)

// Judges answer the published case files of plan and of plan/report, by the name of the
// operation. examples/conformance says what each is given and answers.
func Judges() map[string]ruletest.Judge {
	return map[string]ruletest.Judge{
		"plan.check":          Judge(plan.LaoCai2021()),
		"plan.check.hoa-binh": Judge(plan.HoaBinh2023()),
		"report.check":        judgeReport,
	}
}

// roster is that of the reports.
//
//go:embed values/roster.json
var roster []byte

func judgeReport(data json.RawMessage) (any, rule.Findings, error) {
	var in struct {
		Regime report.Regime `json:"regime"`
		Report report.Report `json:"report"`
	}
	if err := form.Decode(data, "", &in); err != nil {
		return nil, nil, err
	}
	var helping assignment.Roster
	if err := json.Unmarshal(roster, &helping); err != nil {
		return nil, nil, err
	}
	return struct{}{}, in.Regime.Check(in.Report, helping).Under("report"), nil
}
