package evaluationtest_test

import (
	"fmt"
	"testing/fstest"

	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/evaluationtest"
)

// A scheme holds by itself; a case that takes what is missing for 0 does not.
func ExampleCheck() {
	cases := fstest.MapFS{"sheet.json": {Data: []byte(`{"format": "giupxa.cases/1", "cases": [{
		"name": "what is missing", "given": {"about": {"supportWork": {"leader": "l1", "year": 2026}}, "entries": []},
		"answer": {"rounded": "0"}
	}]}`)}}
	fmt.Println(evaluationtest.Check(evaluation.Decree335(), nil))
	fmt.Println(evaluationtest.Check(evaluation.Decree335(), cases))
	// Output:
	// <nil>
	// sheet/what is missing: unexpected undecided evaluation.missing-line at "entries"
	// unexpected undecided evaluation.missing-line at "entries"
	// unexpected undecided evaluation.missing-line at "entries"
	// unexpected undecided evaluation.missing-line at "entries"
	// unexpected undecided evaluation.condition-open at "answers"
	// unexpected undecided evaluation.condition-open at "answers"
	// answer.rounded: want 0, got <nil>
}
