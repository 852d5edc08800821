package plan_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

// isComplete is a whole program's work: what is missing in an annual plan.
func isComplete(body []byte) error {
	var in plan.Annual
	if err := json.Unmarshal(body, &in); err != nil {
		return err // every fault of its form
	}
	helps := assignment.Assignment{ID: in.Assignment, Leader: "gd-so-khdt", Commune: "03112",
		Span: rule.Span{From: rule.Day(2021, 5, 14)}, Team: []assignment.Member{{ID: "M1"}, {ID: "M2"}}}
	for _, f := range plan.LaoCai2021().Check(in, helps) {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	return nil
}

func Example_program() {
	err := isComplete([]byte(`{"id": "kh-2021", "assignment": "a1", "year": 2021,
		"history": [{"id": "v1", "issued": "2021-08-02"}],
		"sent": [{"revision": "v1", "to": "vp-dieu-phoi-ntm", "on": "2021-08-10"}],
		"goals": [{"id": "g1", "program": "new-rural", "text": "62 hộ có nền nhà cứng"}],
		"quarters": [{"quarter": 4, "months": [{"month": 10, "visits": [{"id": "v1", "on": "2021-10-21", "content": "lập danh sách hộ"}],
			"activities": [{"id": "h1", "kind": "guidance", "content": "hướng dẫn hộ về nhà ở", "members": ["M1"]}]}]}]}`))
	fmt.Println(err)
	// Output:
	// broken goals[0].serves the goal does not trace to a goal of the period plan
	// broken goals the plan has no goal of sustainable poverty reduction
	// broken quarters month 8 has neither a visit nor a reason for having none
	// broken quarters month 9 has neither a visit nor a reason for having none
	// broken quarters[0] month 11 has neither a visit nor a reason for having none
	// broken quarters[0] month 12 has neither a visit nor a reason for having none
	// broken quarters team member 2 has no task, and the team is not sent to the commune's meetings
	// <nil>
}
