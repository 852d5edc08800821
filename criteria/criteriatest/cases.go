package criteriatest

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// caseGiven is what a case gives.
type caseGiven struct {
	Dossier criteria.Dossier `json:"dossier"`
	Accept  *rule.Confidence `json:"accept"`
}

// caseJudge reads a case and judges it by the set. Whatever the case says of it, the
// library must not contradict the evaluator either.
func caseJudge(set criteria.Set, lib library) ruletest.Judge {
	return func(data json.RawMessage) (any, rule.Findings, error) {
		var in caseGiven
		if err := form.Decode(data, "", &in); err != nil {
			return nil, nil, err
		}
		floor := rule.Secondary
		if in.Accept != nil {
			floor = *in.Accept
		}
		got, err := lib.Assess(new(criteria.Demands), set, in.Dossier, floor)
		if err != nil {
			return nil, nil, err
		}
		f, err := factsOf(in.Dossier)
		if err != nil {
			return nil, nil, err
		}
		t, err := tableOf(set)
		if err != nil {
			return nil, nil, err
		}
		want, err := evaluate(t, &f, floor.String())
		if err != nil {
			return nil, nil, err
		}
		var all faults
		for _, d := range differ(want, got) {
			all.addf("the evaluator differs: %s", d.says)
		}
		return answerFor(got), got.Findings, all.err()
	}
}

// caseAnswer is an answer as a case has it.
type caseAnswer struct {
	Group    criteria.Group              `json:"group"`
	Column   criteria.Region             `json:"column"`
	Verdict  criteria.Verdict            `json:"verdict"`
	Stated   bool                        `json:"stated"`
	Met      int                         `json:"met"`
	Least    int                         `json:"least"`
	Most     int                         `json:"most"`
	Criteria map[string]criteria.Verdict `json:"criteria"`
	Lines    map[string]criteria.Verdict `json:"lines"`
	Demands  map[string]string           `json:"demands"`
	Gaps     map[string]rule.Number      `json:"gaps"`
	Reasons  map[string]criteria.Reason  `json:"reasons"`
	Missing  map[string][]string         `json:"missing"`
	Caveats  []string                    `json:"caveats"`
}

func answerFor(a answer) caseAnswer {
	out := caseAnswer{
		Group: a.Group, Column: a.Column, Verdict: a.Verdict, Stated: a.Stated, Met: a.Met, Least: a.Least, Most: a.Most,
		Criteria: map[string]criteria.Verdict{}, Lines: map[string]criteria.Verdict{}, Demands: map[string]string{},
		Gaps: map[string]rule.Number{}, Reasons: map[string]criteria.Reason{}, Missing: map[string][]string{}, Caveats: []string{},
	}
	for _, h := range a.Headings {
		out.Criteria[itoa(h.No)] = h.Verdict
	}
	for _, l := range a.Lines {
		out.Lines[l.Code], out.Demands[l.Code] = l.Verdict, l.Demand.In(rule.En)
		if len(l.Missing) > 0 {
			out.Missing[l.Code] = l.Missing
		}
		if l.GapKnown {
			out.Gaps[l.Code] = l.Gap
		}
		if l.Reason != criteria.Decided {
			out.Reasons[l.Code] = l.Reason
		}
	}
	codes := map[string]bool{}
	for _, c := range a.Caveats {
		codes[string(c.Code())] = true
	}
	out.Caveats = append(out.Caveats, slices.Sorted(maps.Keys(codes))...)
	return out
}
