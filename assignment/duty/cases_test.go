package duty_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/assignmenttest"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

var judge = assignmenttest.Judges()["matrix.check"]

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

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), judge)
}
