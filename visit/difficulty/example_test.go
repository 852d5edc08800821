package difficulty_test

import (
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/difficulty"
)

// A village road needs district money: beyond the leader's own powers.
func ExampleCompetence_Route() {
	powers := difficulty.Competence{Powers: []difficulty.Power{
		{Body: "so-khdt", Field: "materials"},
		{Body: laocai.DistrictSteering, Field: "roads", UpTo: rule.Int(500)},
		{Body: laocai.ProvinceCommittee, Field: "roads"},
	}}
	roster := must(assignment.NewRoster(assignment.Entries{
		CriterionOwners: []assignment.CriterionOwner{{Set: "1980/QĐ-TTg", Criterion: "2", Body: "so-gtvt"}},
	}))
	leader := assignment.Leader{ID: "l1", Body: "so-khdt"}
	matrix := must(laocai.InForce(rule.Day(2021, 12, 3)))
	road := difficulty.Matter{Field: "roads", Set: "1980/QĐ-TTg", Criterion: "2.2", Size: rule.Int(300)}
	d, found, err := powers.Route(road, leader, roster, matrix)
	fmt.Println(powers.Reach(leader.Body, road, d.On), d.Leads, d.Cooperating, len(found), err)
	d, _, _ = powers.Route(difficulty.Matter{Field: "materials"}, leader, roster, matrix)
	fmt.Println(d.Settled)

	// Four years later the district level is gone.
	d, found, _ = powers.Route(road, leader, roster, must(laocai.InForce(rule.Day(2025, 7, 5))))
	fmt.Println(d.Leads, found[0].Kind, found[0].In(rule.En))
	// Output:
	// beyond [bcd-huyen] [so-gtvt] 0 <nil>
	// so-khdt
	// [ubnd-tinh] undecided district Steering Committee does not exist on 2025-07-05; which body acts in its place is not known
}

// The text names the district committee, which has ended: it is not known who received
// the report, and nobody is accused.
func ExampleCompetence_Check() {
	d := difficulty.Disposal{On: rule.Day(2025, 7, 5), Leads: []org.BodyID{laocai.DistrictSteering}}
	for _, f := range (difficulty.Competence{}).Check(d, difficulty.Matter{}, must(laocai.InForce(d.On))) {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
		fmt.Println(f.Source().Place(rule.En))
	}
	// Output:
	// undecided leads[0] the text names district Steering Committee, which has ended by 2025-07-05; succeeded by provincial Steering Committee, unconfirmed (low)
	// section 1, bullet 3
}
