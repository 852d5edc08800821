package evaluation_test

import (
	"reflect"
	"testing"

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
}
