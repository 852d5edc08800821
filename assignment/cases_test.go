package assignment_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// given is what a case of this package holds: a roster, and what it is held
// against.
type given struct {
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
	// Day is a day in code, which no JSON can carry.
	Day30 bool `json:"day30"`
}

type helperAnswer struct {
	Leader    string       `json:"leader"`
	Decided   org.UnitCode `json:"decided"`
	Unit      string       `json:"unit"`
	From      civil.Date   `json:"from,omitzero"`
	Confirmed bool         `json:"confirmed"`
}

type answer struct {
	Changes []assignment.Change `json:"changes"`
	Helping []helperAnswer      `json:"helping"`
}

func judge(data json.RawMessage) (any, rule.Findings, error) {
	var in given
	if err := form.Decode(data, "", &in); err != nil {
		return nil, nil, err
	}
	if in.Day30 {
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
	var out answer
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

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), judge)
}

func TestEveryCodeHasItsCases(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(assignment.Rules(), cases))
}

func TestCodesArePermanent(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", assignment.Rules())
}

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), judge)
}

// F1, F2: every path leads into the file as it is written.
func TestPathsLead(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	cases = slices.DeleteFunc(cases, func(c ruletest.Case) bool { return strings.Contains(string(c.Given), "day30") }) // made in code
	maintain.Lead(t, cases, judge, "roster.schema.json", "policy.schema.json", "org/gazetteer.schema.json")
}
