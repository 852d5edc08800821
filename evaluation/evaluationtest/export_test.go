package evaluationtest

import (
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/evaluation"
)

// CheckAgainst runs the generated cases of one table on the scheme of another, so that
// the tests see them fail.
func CheckAgainst(scheme evaluation.Scheme, table evaluation.Table) error {
	return ruletest.Check(nil, nil, proofs(scheme, table)...)
}

// Random scores random sheets of a scheme.
func Random(scheme evaluation.Scheme, n int) error {
	return newSuite(scheme, scheme.Table()).random(n)
}
