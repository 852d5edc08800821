package visit_test

import (
	"testing"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit"
)

func TestSchemas(t *testing.T) {
	t.Parallel()
	maintain.Schema(t, "visit.schema.json", "giupxa.visit/1", visit.Visit{}, nil)
	maintain.Schema(t, "visit-policy.schema.json", "giupxa.visit-policy/1", visit.Policy{}, nil)
}
