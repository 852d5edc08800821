package main

import (
	"encoding/json"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/visit"
)

// judged is what the dispatch says of one record from a file.
type judged struct {
	Format string        `json:"format"`
	Found  rule.Findings `json:"found"`
}

// judge reads a visit or a plan and judges it.
func judge(c *program.Call, asJSON bool) error {
	text, err := c.Read(c.File)
	if err != nil {
		return err
	}
	answer, err := judgeText(text)
	if err != nil {
		return program.Of(c.File, err)
	}
	if asJSON {
		err = c.JSON(answer)
	} else {
		p := &page{Page: program.Page{Lang: c.Lang}}
		p.findings(answer.Found)
		err = c.Print(p.String())
	}
	if err == nil && answer.Found.Has(rule.Broken) {
		return program.ErrFound
	}
	return err
}

func judgeText(text []byte) (judged, error) {
	roster, err := newRoster()
	if err != nil {
		return judged{}, err
	}
	var probe struct {
		Format string `json:"format"`
	}
	_ = json.Unmarshal(text, &probe) // a record without one is told below
	var annual plan.Annual
	var period plan.Period
	var out plan.Plan
	switch probe.Format {
	case "giupxa.visit/1":
		var v visit.Visit
		if err := json.Unmarshal(text, &v); err != nil {
			return judged{}, err
		}
		return judged{probe.Format, visit.Policy{}.Check(v, roster)}, nil
	case "giupxa.annual-plan/1":
		err = json.Unmarshal(text, &annual)
		out = annual
	case "giupxa.period-plan/1":
		err = json.Unmarshal(text, &period)
		out = period
	default:
		return judged{}, rule.NewMisread(probe.Format, nil,
			"mục format phải là giupxa.visit/1, giupxa.annual-plan/1 hoặc giupxa.period-plan/1",
			"the member format is giupxa.visit/1, giupxa.annual-plan/1 or giupxa.period-plan/1")
	}
	if err != nil {
		return judged{}, err
	}
	id := annual.Assignment + period.Assignment
	a, known := roster.Assignment(id)
	if !known {
		return judged{}, rule.NewMisread(id, nil, "danh sách của ví dụ không có phân công này", "the roster of the example has no such assignment")
	}
	return judged{probe.Format, plan.LaoCai2021().Check(out, a)}, nil
}
