package duty_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// judge reads what a case gives: a matrix to check, a matrix of three levels to
// turn into one of two, or a register.
func judge(given json.RawMessage) (any, rule.Findings, error) {
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

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), judge)
}

func TestEveryCodeHasItsCases(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(duty.Rules(), cases))
}

func TestCodes(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", duty.Rules())
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, duty.Record{}, duty.Due{}, duty.Duty{}, duty.Parts{}, duty.Matrix{}, duty.Register{},
		duty.Basis{}, duty.BasisParts{}, duty.Fact{}, duty.Complete{}, duty.Evidence{}, duty.Entry{}, duty.Transfer{}, duty.Parties{}, duty.Standing{})
}

func FuzzMatrix(f *testing.F) {
	m, err := laocai.InForce(rule.Day(2026, 1, 1))
	if err != nil {
		f.Fatal(err)
	}
	data, err := json.Marshal(m)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"government":"two-level","duties":[{"id":"d","group":"g","bearers":[{"body":"x","verb":"bears-jointly"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var m duty.Matrix
		if json.Unmarshal(data, &m) != nil {
			return
		}
		_ = m.Check()
		_ = duty.Markdown(m.Lines(m.All(), rule.Vi))
		_, _ = m.Parts().Succeed(org.TwoLevel, rule.Span{From: rule.Day(2025, 7, 1)})
	})
}
