package ratingtest

import (
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/evaluation/rating"
)

// CheckAgainst holds a rulebook against the rows of another regime, so that the tests see
// the proofs fail.
func CheckAgainst(book rating.Rulebook, regime rating.Regime) error {
	return ruletest.Check(nil, nil, proofs(book, &regime)...)
}
