package ledgertest_test

import (
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/evaluation/ledger/ledgertest"
)

// A province proves the ledger that it is about to print.
func ExampleCheck() {
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
	register, err := duty.NewRegister(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(ledgertest.Check(ledger.Ledger{Matrix: matrix, Roster: roster, Register: register, Leaders: laocai.Leaders}, on))
	// Output:
	// <nil>
}
