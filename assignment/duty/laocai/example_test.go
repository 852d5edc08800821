package laocai_test

import (
	"fmt"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
)

func ExampleInForce() {
	for _, day := range []civil.Date{rule.Day(2021, 8, 15), rule.Day(2026, 11, 23)} {
		m, err := laocai.InForce(day)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(day, m.Government().In(rule.En))
		for e := range m.For("evaluation.commune") {
			if e.Side == duty.Bearer {
				fmt.Printf("  %s %s\n", m.Name(e.Body).En, e.Verb.In(rule.En))
			}
		}
	}
	// Output:
	// 2021-08-15 three-level government
	//   district Steering Committee bears jointly
	//   district People's Committee bears jointly
	// 2026-11-23 two-level government
	//   Department of Home Affairs bears jointly
	//   Department of Agriculture and Environment bears jointly
	//   provincial Coordination Office for New Rural Development bears jointly
}

func ExampleInForce_between() {
	m, err := laocai.InForce(rule.Day(2021, 8, 15))
	if err != nil {
		fmt.Println(err)
		return
	}
	for d := range m.Between(laocai.Leaders, laocai.CoordinationOffice) {
		fmt.Println(d.ID, d.Latest)
	}
	// Output: plan.send 2021-08-09
}

// The copy of the dispatch has no day. A host that knows it says so.
func ExampleBasis() {
	visit := rule.Day(2021, 7, 15)
	fmt.Println(laocai.Basis().On(visit).In(rule.En))
	dated, err := laocai.Basis().From(rule.Day(2021, 7, 2))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(dated.On(visit).In(rule.En))
	passage, _ := dated.Cite(duty.NotifyVisit)
	fmt.Println(passage.Place(rule.En))
	// Output:
	// whether the text bound is not known
	// the text binds
	// section 1, bullet 4
}

// Each clause of the dispatch is accounted for: as duties, or with the reason why none can be
// computed. Which duties no rule guards depends on the packages that a host uses.
func ExampleRows() {
	for _, r := range laocai.Rows() {
		if slices.Contains(r.Duties, duty.NotifyVisit) {
			fmt.Println(r.Number, r.Is, r.Duties)
		}
	}
	all := len(laocai.Waiting())
	fmt.Println(all > len(laocai.Waiting(visit.Rules()...)))
	// Output:
	// 32 duty [visit.notify]
	// true
}
