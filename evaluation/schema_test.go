package evaluation_test

import (
	"reflect"
	"testing"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
)

func TestSchemas(t *testing.T) {
	t.Parallel()
	subject := map[string]any{"type": []string{"object", "null"}, "description": "one of supportWork, supportOutcome, communeResult"}
	mark := map[string]any{"type": []string{"string", "number", "null"}, "description": `points "12.5", percent "80%", share "38/62"`}
	maintain.Schema(t, "sheet.schema.json", "giupxa.sheet/1", evaluation.Sheet{}, map[reflect.Type]any{
		reflect.TypeFor[evaluation.Subject](): subject,
		reflect.TypeFor[evaluation.Mark]():    mark,
	})
	maintain.Schema(t, "scheme.schema.json", "giupxa.scheme/1", evaluation.Table{}, nil)
	maintain.Schema(t, "policy.schema.json", "giupxa.evaluation-policy/1", evaluation.Policy{}, map[reflect.Type]any{
		reflect.TypeFor[duty.Basis]():   reflect.TypeFor[duty.BasisParts](),
		reflect.TypeFor[duty.Parties](): reflect.TypeFor[[]duty.Party](),
	})
}
