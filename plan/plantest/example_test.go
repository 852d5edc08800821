package plantest_test

import (
	"fmt"

	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/plantest"
)

// A province proves its own mandate at start-up; cases of its own go in place of nil.
func ExampleCheck() {
	fmt.Println(plantest.Check(plan.LaoCai2021(), nil))
	// Output: <nil>
}
