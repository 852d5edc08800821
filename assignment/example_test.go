package assignment_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

var decision1599 = rule.Source{Kind: rule.Decision, Number: "1599/QĐ-UBND", Date: rule.Day(2021, 5, 14)}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// A bank director leaves Nậm Chảy for Tả Thàng, as the decision says, and is given
// Lùng Khấu Nhin besides.
func ExampleRoster_Changes() {
	director := assignment.Leader{ID: "l1", Post: "Giám đốc", Body: "nhnn-chi-nhanh"}
	previous := must(assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{director},
		Assignments: []assignment.Assignment{{ID: "nam-chay", Leader: "l1", Commune: "02770", Span: rule.Span{From: rule.Day(2017, 6, 1)}}},
	}))
	since := rule.Span{From: rule.Day(2021, 5, 14)}
	roster := must(assignment.NewRoster(assignment.Entries{
		Leaders: []assignment.Leader{director},
		Assignments: []assignment.Assignment{
			{ID: "ta-thang", Leader: "l1", Commune: "02794", Span: since, Decision: decision1599, Replaces: "02770"},
			{ID: "lkn", Leader: "l1", Commune: "02776", Span: since, Decision: decision1599},
		},
	}))
	for _, c := range must(roster.Changes(previous, assignment.Comparison{On: since.From})) {
		fmt.Println(c.Commune, c.Kind, c.On)
	}
	// Output:
	// 02794 moved 2021-05-14
	// 02776 added 2021-05-14
	// 02770 ended 2021-05-13
}

func ExampleNewRoster() {
	_, err := assignment.NewRoster(assignment.Entries{
		Leaders: []assignment.Leader{{ID: "l1", Body: "so-khdt"}},
		Assignments: []assignment.Assignment{
			{ID: "a1", Leader: "l1", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}},
			{ID: "a2", Leader: "l1", Commune: "03112", Span: rule.Span{From: rule.Day(2023, 1, 1)}},
			{ID: "a3", Leader: "l2", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}},
		},
	})
	found, _ := rule.FindingsIn(err)
	for _, f := range found {
		fmt.Println(f.Path, f.In(rule.En))
	}
	// Output:
	// assignments[1].span overlaps the assignment a1 (from 2021-05-14) of the same leader, commune and role
	// assignments[2].leader no leader has the id l2
}

func ExampleRoster_UnmarshalJSON() {
	var roster assignment.Roster
	err := json.Unmarshal([]byte(`{"format":"giupxa.roster/1",
		"leaders":[{"id":"l1","post":"Giám đốc","body":"so-khdt"}],
		"assignments":[{"id":"a1","leader":"l1","commune":"03112","span":{"from":"2021-05-14"}}]}`), &roster)
	helping, _ := roster.Helping("03112", rule.Day(2021, 12, 3))
	fmt.Println(len(helping), err)
	// Output: 1 <nil>
}

func ExampleAssignment_DaysIn() {
	a := assignment.Assignment{Span: rule.Span{From: rule.Day(2021, 5, 14), To: rule.Day(2025, 6, 30)}}
	fmt.Println(a.DaysIn(2021))
	fmt.Println(a.DaysIn(2025))
	// Output:
	// 232 365
	// 181 365
}

// merger is two communes that became one, under the code of one of them.
func merger() org.Gazetteer {
	old := rule.Span{To: rule.Day(2025, 6, 30)}
	reform := rule.Day(2025, 7, 1)
	return must(org.NewGazetteer([]org.Unit{
		{Code: "02782", Name: "Cao Sơn", Kind: org.KindCommune, Span: old},
		{Code: "02794", Name: "Tả Thàng", Kind: org.KindCommune, Span: old},
		{Code: "02782", Name: "Cao Sơn", Kind: org.KindCommune, Span: rule.Span{From: reform}},
	}, []org.Succession{{From: "02782", To: "02782", On: reform}, {From: "02794", To: "02782", On: reform}}))
}

func ExamplePolicy_Check() {
	roster := must(assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "l2", Post: "Giám đốc", Body: "so"}},
		Assignments: []assignment.Assignment{{ID: "a2", Leader: "l2", Commune: "02782", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
	}))
	for _, f := range (assignment.Policy{}).Check(roster, merger(), rule.Day(2025, 7, 15)) {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	// Output: undecided assignments[0].commune Cao Sơn commune ended on 2025-06-30; successor: Cao Sơn commune; no new decision on the assignment was supplied
}

func ExamplePolicy_Targets() {
	a := assignment.Assignment{ID: "a1", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14), To: rule.Day(2025, 12, 31)}}
	for _, p := range []assignment.Policy{{}, {OnTargetMerged: assignment.FollowSuccessor}} {
		for _, t := range p.Targets(a, merger()) {
			fmt.Println(p.OnTargetMerged, t.Unit.In(rule.En), t.Span.In(rule.En), t.Confirmed)
		}
	}
	// Output:
	// flag Tả Thàng commune from 2021-05-14 to 2025-06-30 true
	// flag Cao Sơn commune from 2025-07-01 to 2025-12-31 false
	// follow-successor Tả Thàng commune from 2021-05-14 to 2025-06-30 true
	// follow-successor Cao Sơn commune from 2025-07-01 to 2025-12-31 true
}

func ExampleRoster_Check() {
	roster := must(assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "l1", Post: "Phó Giám đốc", Body: laocai.HomeAffairs}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
	}))
	for _, f := range roster.Check(must(laocai.InForce(rule.Day(2021, 8, 31)))) {
		fmt.Println(f.Kind, f.In(rule.En))
	}
	// Output: advice Department of Home Affairs evaluates the leaders' help, and its own Phó Giám đốc is an assigned leader
}

// An assignment goes on for the unit into which its commune merged, under an id of its own, where the
// host confirms that it does.
func ExamplePolicy_Standing() {
	a := assignment.Assignment{ID: "a1", Leader: "l1", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14), To: rule.Day(2025, 12, 31)}}
	for _, p := range []assignment.Policy{{}, {OnTargetMerged: assignment.FollowSuccessor}} {
		for _, s := range p.Standing(a, org.Body{}, merger()) {
			fmt.Println(p.OnTargetMerged, s.ID, s.Commune, s.Span.In(rule.En))
		}
	}
	// Output:
	// flag a1 02794 from 2021-05-14 to 2025-06-30
	// follow-successor a1 02794 from 2021-05-14 to 2025-06-30
	// follow-successor a1@2025-07-01 02782 from 2025-07-01 to 2025-12-31
}

// A province may refuse that one who evaluates has a leader among those evaluated.
func ExamplePolicy_CheckDuties() {
	roster := must(assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "l1", Post: "Phó Giám đốc", Body: laocai.HomeAffairs}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
	}))
	matrix := must(laocai.InForce(rule.Day(2021, 8, 31)))
	for _, f := range (assignment.Policy{RefuseConflict: true}).CheckDuties(roster, matrix) {
		fmt.Println(f.Kind, f.Origin(), f.In(rule.En))
	}
	// Output:
	// broken policy Department of Home Affairs evaluates the leaders' help, and its own Phó Giám đốc is an assigned leader
}
