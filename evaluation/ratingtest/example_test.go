package ratingtest_test

import (
	"fmt"

	"github.com/giupxa/giupxa/evaluation/rating"
	"github.com/giupxa/giupxa/evaluation/ratingtest"
)

// The national regimes hold; a province puts its own in Rulebook.Own.
func ExampleCheck() {
	fmt.Println(ratingtest.Check(rating.Rulebook{}, nil))
	// Output:
	// <nil>
}
