package laocai_test

import (
	"fmt"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// mustDo is a whole program's work: what a body must do on a day, towards whom, and which passage
// says so.
func mustDo(body org.BodyID, on civil.Date) error {
	matrix, err := laocai.InForce(on)
	if err != nil {
		return err // no text of that day is held
	}
	for e := range matrix.Of(body) {
		if e.Side == duty.Bearer {
			fmt.Println(e.Duty.ID, "·", e.Duty.Text.In(rule.En), "·", e.Duty.Source.In(rule.En))
		}
	}
	return nil
}

func Example_program() {
	fmt.Println(mustDo(laocai.HomeAffairs, rule.Day(2021, 8, 15)))
	// Output:
	// evaluation.support-work · monitor, aggregate and evaluate the leaders' support work · Dispatch of the year 2021 by UBND tỉnh Lào Cai, section 4, bullet 1
	// evaluation.substantive · evaluate specifically, in substance and as regulated · Dispatch of the year 2021 by UBND tỉnh Lào Cai, section 4, bullet 1
	// evaluation.yearly-basis · give the basis for the yearly rating and emulation of leading cadres · Dispatch of the year 2021 by UBND tỉnh Lào Cai, section 4, bullet 1
	// evaluation.support-outcome · evaluate the outcome of the support at the grassroots · Dispatch of the year 2021 by UBND tỉnh Lào Cai, section 4, bullet 1
	// proposals.aggregate · aggregate the leaders' proposals and report them to the province · Dispatch of the year 2021 by UBND tỉnh Lào Cai, section 4, bullet 1
	// agencies.urge · advise on urging agencies to strengthen their help · Dispatch of the year 2021 by UBND tỉnh Lào Cai, section 4, bullet 1
	// <nil>
}
