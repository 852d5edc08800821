package plan_test

import (
	"reflect"
	"testing"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
)

func TestSchemas(t *testing.T) {
	t.Parallel()
	maintain.Schema(t, "period-plan.schema.json", "giupxa.period-plan/1", plan.Period{}, nil)
	maintain.Schema(t, "annual-plan.schema.json", "giupxa.annual-plan/1", plan.Annual{}, nil)
	maintain.Schema(t, "mandate.schema.json", "giupxa.mandate/1", plan.Mandate{}, map[reflect.Type]any{
		reflect.TypeFor[duty.Basis]():   reflect.TypeFor[duty.BasisParts](),
		reflect.TypeFor[duty.Parties](): reflect.TypeFor[[]duty.Party](),
	})
}
