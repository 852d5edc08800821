package assignmenttest

import (
	"encoding/json"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// Judges answer the published case files of assignment and of the packages below it, by the
// name of the operation. examples/conformance says what each is given and answers.
func Judges() map[string]ruletest.Judge {
	return map[string]ruletest.Judge{
		"roster.check":    judgeRoster,
		"matrix.check":    judgeMatrix,
		"gazetteer.check": judgeGazetteer,
	}
}

// given is what a case of package assignment holds: a roster, and what it is held
// against.
type rosterGiven struct {
	Policy assignment.Policy `json:"policy"`
	Roster json.RawMessage   `json:"roster"`
	// Previous, On and Key ask what changed.
	Previous json.RawMessage `json:"previous"`
	Key      assignment.Key  `json:"key"`
	On       civil.Date      `json:"on,omitzero"`
	// Units are the world on the day; Commune asks who helps it.
	Units       []org.Unit       `json:"units"`
	Successions []org.Succession `json:"successions"`
	Commune     org.UnitCode     `json:"commune"`
	// Beside asks for the findings beside the matrix of the day.
	Beside bool `json:"beside"`
	// InCode makes a roster with a day that no JSON can carry.
	InCode bool `json:"inCode"`
}

type helperAnswer struct {
	Leader    string       `json:"leader"`
	Decided   org.UnitCode `json:"decided"`
	Unit      string       `json:"unit"`
	From      civil.Date   `json:"from,omitzero"`
	Confirmed bool         `json:"confirmed"`
}

type rosterAnswer struct {
	Changes []assignment.Change `json:"changes"`
	Helping []helperAnswer      `json:"helping"`
}

func judgeRoster(data json.RawMessage) (any, rule.Findings, error) {
	var in rosterGiven
	if err := form.Decode(data, "", &in); err != nil {
		return nil, nil, err
	}
	if in.InCode {
		_, err := assignment.NewRoster(assignment.Entries{
			Leaders:     []assignment.Leader{{ID: "l", Body: "b"}},
			Assignments: []assignment.Assignment{{ID: "a", Leader: "l", Commune: "1", Span: rule.Span{From: in.On}}},
			Handovers:   []assignment.Handover{{Assignment: "a", On: civil.Date{Year: 2021, Month: 2, Day: 30}}},
		})
		return nil, nil, err
	}
	var roster assignment.Roster
	if in.Roster != nil {
		if err := json.Unmarshal(in.Roster, &roster); err != nil {
			return nil, nil, err
		}
	}
	units, err := org.NewGazetteer(in.Units, in.Successions)
	if err != nil {
		return nil, nil, err
	}
	var out rosterAnswer
	switch {
	case in.Previous != nil:
		var previous assignment.Roster
		if err := json.Unmarshal(in.Previous, &previous); err != nil {
			return nil, nil, err
		}
		out.Changes, err = roster.Changes(previous, assignment.Comparison{On: in.On, Key: in.Key, Units: units})
		return out, nil, err
	case in.Beside:
		matrix, err := laocai.InForce(in.On)
		return out, in.Policy.CheckDuties(roster, matrix), err
	case in.Units == nil:
		return out, nil, nil
	}
	helping, err := in.Policy.Helping(roster, units, in.Commune, in.On)
	for _, t := range helping {
		out.Helping = append(out.Helping, helperAnswer{t.Assignment.Leader, t.Assignment.Commune, t.Unit.String(), t.Span.From, t.Confirmed})
	}
	return out, in.Policy.Check(roster, units, in.On), err
}

// judgeMatrix reads what a case gives: a matrix to check, a matrix of three levels to
// turn into one of two, or a register.
func judgeMatrix(given json.RawMessage) (any, rule.Findings, error) {
	var g struct {
		Matrix   json.RawMessage
		TwoLevel json.RawMessage
		Moves    []duty.Transfer
		Register json.RawMessage
		Basis    json.RawMessage
		Act      rule.Moment
		InCode   bool
	}
	if err := json.Unmarshal(given, &g); err != nil {
		return nil, nil, err
	}
	switch {
	case g.InCode:
		_, err := duty.NewRegister([]duty.Complete{{Kind: "noticed", Through: rule.Day(2021, 2, 30)}}, duty.Record{})
		return nil, nil, err
	case g.Basis != nil:
		var b duty.Basis
		if err := json.Unmarshal(g.Basis, &b); err != nil {
			return nil, nil, err
		}
		j := b.Judge(rule.MustTable(duty.Rules()...), g.Act.Date)
		j.Broken(duty.AdviceNotAddressed, "bodies[0]", rule.A("body", "a"))
		return b, j.Findings(), nil
	case g.Register != nil:
		var r duty.Register
		return r, nil, json.Unmarshal(g.Register, &r)
	case g.TwoLevel != nil:
		var m duty.Matrix
		if err := json.Unmarshal(g.TwoLevel, &m); err != nil {
			return nil, nil, err
		}
		p, err := m.Parts().Succeed(org.TwoLevel, rule.Span{From: rule.Day(2025, 7, 1)}, g.Moves...)
		if err != nil {
			return nil, nil, err
		}
		two, err := duty.NewMatrix(p)
		return two, two.Check(), err
	default:
		var m duty.Matrix
		err := json.Unmarshal(g.Matrix, &m)
		return m, m.Check(), err
	}
}

func judgeGazetteer(given json.RawMessage) (any, rule.Findings, error) {
	var p struct {
		Units       []org.Unit       `json:"units"`
		Successions []org.Succession `json:"successions"`
	}
	if err := json.Unmarshal(given, &p); err != nil {
		return nil, nil, err
	}
	g, err := org.NewGazetteer(p.Units, p.Successions)
	return nil, g.Check(), err
}
