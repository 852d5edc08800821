package ledger_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/ledger"
)

// A visit was made, and the register of notices is complete: the notice is missing.
func Example() {
	on := rule.Day(2021, 11, 20)
	matrix, err := laocai.InForce(on)
	if err != nil {
		fmt.Println(err)
		return
	}
	roster, err := assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "gd-so-noi-vu", Post: "Giám đốc", Body: laocai.HomeAffairs}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "gd-so-noi-vu", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	visit := duty.Record{
		Fact: duty.Fact{Kind: duty.VisitMade, Duty: duty.VisitContent, Object: duty.Object{Per: duty.PerVisit, ID: "v1"}},
		By:   "gd-so-noi-vu", To: "02794", On: rule.On(rule.Day(2021, 9, 15)),
	}
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: rule.Day(2021, 10, 31)}}, visit)
	if err != nil {
		fmt.Println(err)
		return
	}
	day, err := ledger.Ledger{Matrix: matrix, Roster: roster, Register: register, Leaders: laocai.Leaders}.On(on)
	if err != nil {
		fmt.Println(err)
		return
	}
	for e := range day.Where(ledger.Filter{Per: duty.PerVisit}) {
		fmt.Println(e.Duty, e.Object.ID, e.By, e.Status, e.Latest())
	}
	c := ledger.Count(day.Where(ledger.Filter{Per: duty.PerVisit}))
	fmt.Printf("%d of %d in time\n", c.OnTime, c.Judged)
	// Output:
	// visit.content v1 gd-so-noi-vu fulfilled 2021-09-15
	// visit.notify v1 gd-so-noi-vu breached 2021-09-15
	// visit.grasp v1 gd-so-noi-vu open 0000-00-00
	// 1 of 2 in time
}

// What one body owes on a day, and the same day made again years later of the facts kept with it.
func ExampleReplay() {
	on := rule.Day(2021, 11, 20)
	matrix, err := laocai.InForce(on)
	if err != nil {
		fmt.Println(err)
		return
	}
	register, err := duty.NewRegister(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	day, err := ledger.Ledger{Matrix: matrix, Register: register}.On(on)
	if err != nil {
		fmt.Println(err)
		return
	}
	for e := range day.OwedBy(laocai.HomeAffairs) {
		fmt.Println(e.Duty, e.Status)
	}
	stored, err := json.Marshal(day)
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := ledger.Replay(stored, nil)
	fmt.Println(again.Same, err)
	// Output:
	// evaluation.support-work not-computable
	// evaluation.substantive not-computable
	// evaluation.yearly-basis not-computable
	// evaluation.support-outcome not-computable
	// proposals.aggregate open
	// agencies.urge ongoing
	// true <nil>
}
