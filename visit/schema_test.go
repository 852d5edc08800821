package visit_test

import (
	"testing"

	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/visit"
)

func TestSchemas(t *testing.T) {
	t.Parallel()
	ruletest.Schema(t, "visit.schema.json", "giupxa.visit/1", visit.Visit{}, nil)
	ruletest.Schema(t, "visit-policy.schema.json", "giupxa.visit-policy/1", visit.Policy{}, nil)
}
