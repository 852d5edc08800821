package visit_test

import (
	"reflect"
	"testing"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/visittest"
)

func TestSchemas(t *testing.T) {
	t.Parallel()
	maintain.Schema(t, "visit.schema.json", "giupxa.visit/1", visit.Visit{}, nil)
	maintain.Schema(t, "visit-policy.schema.json", "giupxa.visit-policy/1", visit.Policy{}, map[reflect.Type]any{
		reflect.TypeFor[duty.Basis]():   reflect.TypeFor[duty.BasisParts](),
		reflect.TypeFor[duty.Parties](): reflect.TypeFor[[]duty.Party](),
	})
}

// F1, F2: every path leads into the file as it is written.
func TestPathsLead(t *testing.T) {
	t.Parallel()
	maintain.Lead(t, cases(t), visittest.Judge(visit.Policy{}), "visit.schema.json", "visit-policy.schema.json")
}
