package rank_test

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation/evaluationtest"
	"github.com/giupxa/giupxa/evaluation/rank"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var judge = evaluationtest.Judges()["rank.order"]

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), judge)
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(rank.Rules(), cases))
}

func TestCodesArePermanent(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", rank.Rules())
	require.Empty(t, maintain.Words(rank.Rules()))
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, rank.Policy{}, rank.Quota{}, rank.List{}, rank.Entry{}, rank.Outcome{}, rank.Limit{})
}

func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), judge)
}

func TestSchemas(t *testing.T) {
	t.Parallel()
	special := map[reflect.Type]any{}
	maintain.Schema(t, "list.schema.json", "giupxa.rank-list/1", rank.List{}, special)
	maintain.Schema(t, "policy.schema.json", "giupxa.rank-policy/1", rank.Policy{}, special)
	special[reflect.TypeFor[json.RawMessage]()] = maintain.Def{Name: "List", Schema: maintain.Read{Type: reflect.TypeFor[rank.List](), Format: "giupxa.rank-list/1"}}
	maintain.Schema(t, "answer.schema.json", "giupxa.rank-answer/1", rank.AnswerJSON{}, special)
}
