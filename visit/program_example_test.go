package visit_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
)

// toldInTime is a whole program's work: whether the commune was told of a visit in time.
func toldInTime(roster, policy, body string) error {
	var r assignment.Roster
	var p visit.Policy
	var v visit.Visit
	for text, into := range map[string]any{roster: &r, policy: &p, body: &v} {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			return err
		}
	}
	for _, f := range p.Check(v, r) {
		fmt.Println(f.Kind, f.Origin(), f.Path, f.In(rule.En))
	}
	last, err := p.LastDay(v.Start.Date, p.Calendar)
	fmt.Println("told by", last.End)
	return err
}

func Example_program() {
	err := toldInTime(`{"leaders": [{"id": "l1", "post": "Giám đốc", "body": "so-noi-vu"}],
		"assignments": [{"id": "a1", "leader": "l1", "commune": "02743", "span": {"from": "2021-08-05"}}]}`,
		`{"leadTime": {"n": 3, "dayOff": "next-working-day"}}`,
		`{"id": "v1", "commune": "02743", "assignment": "a1", "start": "2021-09-15T08:00", "items": ["Tiến độ làm đường thôn"],
		"notices": [{"sent": "2021-09-14T16:00", "to": "02743"}], "noticesComplete": true, "made": true}`)
	fmt.Println(err)
	// Output:
	// broken policy notices[0].sent the host asks for 3 working days, the day of sending counted; one sent on a day off counts on the next working day: no later than 2021-09-10 (3 working days before 2021-09-15); the commune was told 2021-09-14 16:00, which leaves 1 working day
	// told by 2021-09-10
	// <nil>
}
