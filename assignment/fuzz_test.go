package assignment_test

import (
	"encoding/json"
	"testing"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Whatever text comes in, a roster is read or refused, and what was read comes
// back as it is and can be judged.
func FuzzRoster(f *testing.F) {
	f.Add([]byte(`{"format":"giupxa.roster/1","leaders":[{"id":"l","body":"b"}],"assignments":[{"id":"a","leader":"l","commune":"02794","span":{"from":"2021-05-14"}}]}`))
	f.Add([]byte(`{"leaders":[{"id":"l","body":"b"}],"assignments":[{"id":"a","leader":"l","commune":"02782","replaces":"1","span":{"from":"0001-01-01","to":"9999-12-31"}}],"districtHelpers":[{"id":"h","body":"p","commune":"02782","told":{"l":"2021-08-20"}}]}`))
	f.Add([]byte(`{"criterionOwners":[{"set":"s","criterion":"..","body":"b"}],"handovers":null}`))
	units, matrix := merger(), must(laocai.InForce(rule.Day(2025, 7, 15)))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r assignment.Roster
		if json.Unmarshal(data, &r) != nil {
			return
		}
		once, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var again assignment.Roster
		if err := json.Unmarshal(once, &again); err != nil {
			t.Fatalf("does not read its own JSON %s: %v", once, err)
		}
		for _, day := range []int{2021, 2025, 2026} {
			on := rule.Day(day, 7, 15)
			_ = assignment.Policy{CoverAll: true, Handover: true}.Check(r, units, on)
			if _, err := r.Changes(again, assignment.Comparison{On: on, Units: units}); err != nil {
				t.Fatal(err)
			}
		}
		_ = r.Check(matrix)
	})
}
