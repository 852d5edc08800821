package visittest_test

import (
	"fmt"

	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/meeting"
	"github.com/giupxa/giupxa/visit/visittest"
)

// A province proves its own policies at start-up, here without cases of its own.
func ExampleCheck() {
	fmt.Println(visittest.Check(visit.Policy{LeadTime: visit.WorkingDays(3)}, nil))
	fmt.Println(visittest.CheckMeetings(meeting.Policy{}, nil))
	fmt.Println(visittest.CheckDifficulties(difficulty.Policy{}, visittest.Province{}, nil))
	// Output:
	// <nil>
	// <nil>
	// <nil>
}
