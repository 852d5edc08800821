package assignmenttest_test

import (
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/assignmenttest"
	"github.com/giupxa/giupxa/criteria/rule"
)

// A province proves its own roster, matrix or gazetteer at start-up.
func ExampleCheck() {
	roster, err := assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "so-noi-vu"}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(assignmenttest.Check(roster, nil))
	// Output:
	// <nil>
}
