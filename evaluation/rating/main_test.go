package rating_test

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/evaluationtest"
	"github.com/giupxa/giupxa/evaluation/rating"
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

var judge = evaluationtest.Judges()["rating.rate"]

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), judge)
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(rating.Rules(), cases))
}

func TestCodesArePermanent(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", rating.Rules())
	require.Empty(t, maintain.Words(rating.Rules()))
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, rating.Record{}, rating.Period{}, rating.Leave{}, rating.Share{}, rating.Discipline{}, rating.Work{}, rating.Formula{}, rating.Part{}, rating.Regime{}, rating.Rulebook{})
}

func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), judge)
}

func TestSchemas(t *testing.T) {
	t.Parallel()
	n := maintain.Number
	special := map[reflect.Type]any{
		// Every mark is read; that a part is no percentage and no share is told by a rule.
		reflect.TypeFor[evaluation.Mark](): maintain.Def{Name: "Mark", Schema: map[string]any{
			"description": `a percentage "80%" or a share "15/16"; points and events are read and are no part`,
			"x-vi":        `phần trăm "80%" hoặc tỷ lệ "15/16"; điểm và số lần không phải là phần`,
			"anyOf": []any{
				map[string]any{"type": "string", "pattern": "^(" + n + "[%x]?|" + n + "/" + n + ")$"},
				map[string]any{"type": "number", "exclusiveMinimum": -1e38, "exclusiveMaximum": 1e38},
			},
		}},
	}
	maintain.Schema(t, "record.schema.json", "giupxa.rating-record/1", rating.Record{}, special)
	maintain.Schema(t, "regime.schema.json", "giupxa.rating-regime/1", rating.Regime{}, special)
	maintain.Schema(t, "rulebook.schema.json", "giupxa.rating-rulebook/1", rating.Rulebook{}, special)
	special[reflect.TypeFor[json.RawMessage]()] = maintain.Def{Name: "Record", Schema: maintain.Read{Type: reflect.TypeFor[rating.Record](), Format: "giupxa.rating-record/1"}}
	maintain.Schema(t, "result.schema.json", "giupxa.rating-result/1", rating.ResultJSON{}, special)
}
