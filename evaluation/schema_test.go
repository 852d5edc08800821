package evaluation_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
)

// The published schemas are what the code reads; what a mark looks like in JSON is
// described here.
func TestSchemas(t *testing.T) {
	t.Parallel()
	type object = map[string]any
	n := maintain.Number
	special := map[reflect.Type]any{
		reflect.TypeFor[evaluation.Mark](): maintain.Def{Name: "Mark", Schema: object{
			"description": `points "12.5", percent "80%" of the maximum, share "38/62" of it, events "3x"`,
			"x-vi":        `điểm "12.5", phần trăm của điểm tối đa "80%", tỷ lệ "38/62" của điểm tối đa, hoặc số lần "3x"`,
			"anyOf": []any{
				object{"type": "string", "pattern": "^(" + n + "[%x]?|" + n + "/" + n + ")$"},
				object{"type": "number", "exclusiveMinimum": -1e38, "exclusiveMaximum": 1e38},
			},
		}},
		reflect.TypeFor[evaluation.Result](): maintain.Def{Name: "Result", Schema: maintain.Read{Type: reflect.TypeFor[evaluation.ResultJSON](), Format: "giupxa.result/1"}},
	}
	maintain.Schema(t, "sheet.schema.json", "giupxa.sheet/1", evaluation.Sheet{}, special)
	maintain.Schema(t, "scheme.schema.json", "giupxa.scheme/1", evaluation.Scheme{}, special)
	maintain.Schema(t, "weights.schema.json", "giupxa.weights/1", evaluation.Weights{}, special)
	maintain.Schema(t, "facts.schema.json", "giupxa.facts/1", evaluation.Facts{}, special)
	maintain.Schema(t, "policy.schema.json", "giupxa.evaluation-policy/1", evaluation.Policy{}, special)
	special[reflect.TypeFor[json.RawMessage]()] = maintain.Def{Name: "Sheet", Schema: maintain.Read{Type: reflect.TypeFor[evaluation.Sheet](), Format: "giupxa.sheet/1"}}
	maintain.Schema(t, "result.schema.json", "giupxa.result/1", evaluation.ResultJSON{}, special)
}
