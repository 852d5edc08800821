package criteriatest

import (
	"encoding/json"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/area"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/poverty"
	"github.com/giupxa/giupxa/criteria/recognition"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// Judges answer the published case files of the packages on criteria, by the name of the
// operation. examples/conformance says what each is given and answers.
func Judges() map[string]ruletest.Judge {
	judges := map[string]ruletest.Judge{
		"national.basis":                     basis,
		"area.classify":                      classifyArea(area.Decree{}),
		"poverty.classify":                   classifyHousehold(poverty.Review{}),
		"poverty.classify.accept-high":       classifyHousehold(poverty.Review{Accept: rule.High}),
		"poverty.rates":                      povertyRates,
		"recognition.consider":               consider(recognition.Regime{}),
		"recognition.consider.accept-medium": consider(recognition.Regime{Accept: rule.Med}),
		"recognition.consider.supplied":      consider(supplied()),
		"recognition.test":                   testRevocation,
		"recognition.compare":                compare,
	}
	for _, set := range national.All() {
		judges["criteria.assess."+set.ID()] = caseJudge(set, genuine)
	}
	return judges
}

func basis(given json.RawMessage) (any, rule.Findings, error) {
	d, err := dossier(given)
	if err != nil {
		return nil, nil, err
	}
	id := ""
	if set, err := national.InForce(d.Standard, d.AsOf); err == nil {
		id = set.ID()
	}
	return map[string]string{"set": id}, national.Basis(d), nil
}

// dossier reads a dossier without its format version.
func dossier(given json.RawMessage) (criteria.Dossier, error) {
	members := map[string]json.RawMessage{"format": json.RawMessage(`"giupxa.dossier/1"`)}
	if err := json.Unmarshal(given, &members); err != nil {
		return criteria.Dossier{}, err
	}
	data, err := json.Marshal(members)
	if err != nil {
		return criteria.Dossier{}, err
	}
	var d criteria.Dossier
	return d, json.Unmarshal(data, &d)
}

func classifyArea(d area.Decree) ruletest.Judge {
	return func(given json.RawMessage) (any, rule.Findings, error) {
		var c area.Commune
		if err := json.Unmarshal(given, &c); err != nil {
			return nil, nil, err
		}
		r, err := d.Classify(c)
		return r, r.Findings, err
	}
}

func classifyHousehold(r poverty.Review) ruletest.Judge {
	return func(given json.RawMessage) (any, rule.Findings, error) {
		var h poverty.Household
		if err := json.Unmarshal(given, &h); err != nil {
			return nil, nil, err
		}
		c, err := r.Classify(h)
		return c, c.Findings, err
	}
}

func povertyRates(given json.RawMessage) (any, rule.Findings, error) {
	var c poverty.Counts
	if err := json.Unmarshal(given, &c); err != nil {
		return nil, nil, err
	}
	poor, _ := c.PoorOnly()
	both, found := c.Multidimensional()
	return map[string]poverty.Share{"poor": poor, "both": both}, found, nil
}

func consider(r recognition.Regime) ruletest.Judge {
	return func(given json.RawMessage) (any, rule.Findings, error) {
		var a recognition.Application
		if err := json.Unmarshal(given, &a); err != nil {
			return nil, nil, err
		}
		c, err := r.Consider(a)
		return c, c.Findings, err
	}
}

type revocationCase struct {
	Holding recognition.Holding `json:"holding"`
	History recognition.History `json:"history"`
}

func testRevocation(given json.RawMessage) (any, rule.Findings, error) {
	var in revocationCase
	if err := json.Unmarshal(given, &in); err != nil {
		return nil, nil, err
	}
	out, err := recognition.Regime{}.Test(in.Holding, in.History)
	return out, out.Findings, err
}

func compare(given json.RawMessage) (any, rule.Findings, error) {
	var in struct {
		Earlier recognition.Holding `json:"earlier"`
		Later   recognition.Holding `json:"later"`
	}
	if err := json.Unmarshal(given, &in); err != nil {
		return nil, nil, err
	}
	out, err := recognition.Compare(in.Earlier, in.Later)
	return out, out.Findings, err
}

// supplied is the regime of a host that holds the text of 18/2022/QĐ-TTg: it confirms the
// rates and adds a turnout, so that the third condition can be met.
func supplied() recognition.Regime {
	row, err := recognition.InForce(rule.Day(2024, 10, 20))
	if err != nil {
		return recognition.Regime{}
	}
	read := rule.Source{Kind: rule.Decision, Number: "18/2022/QĐ-TTg", Article: "4"}
	for i := range row.Value.Satisfaction {
		s := &row.Value.Satisfaction[i]
		for _, c := range []*recognition.Cell{&s.Overall, &s.Content} {
			c.Source, c.Confidence = read, rule.Read
		}
		s.Turnout = recognition.Cell{Percent: rule.Int(70), Source: read, Confidence: rule.Read}
	}
	rows := rule.MustTimeline(row)
	return recognition.Regime{Provisions: &rows}
}
