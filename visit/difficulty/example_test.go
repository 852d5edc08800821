package difficulty_test

import (
	"fmt"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/workday"
)

// drains is a recommendation of a commune, from raised to closed.
var drains = difficulty.Difficulty{
	ID: "kn-1", Commune: "03112", Kind: difficulty.KindRecommendation, Content: "hỗ trợ ống cống và xi măng", Matter: difficulty.Matter{Field: "roads"},
	Leader: "l1", Through: rule.Day(2021, 12, 31),
	Events: []difficulty.Event{
		{Act: difficulty.Raise, On: rule.On(rule.Day(2021, 11, 2)), By: "03112", To: []string{"l1", "ubnd-huyen"}},
		{Act: difficulty.Refer, On: rule.On(rule.Day(2021, 11, 8)), By: "l1", Leads: []org.BodyID{laocai.ProvinceCommittee}},
		{Act: difficulty.HandOver, On: rule.On(rule.Day(2021, 11, 15)), Leads: []org.BodyID{laocai.DistrictSteering}},
		{Act: difficulty.Answer, On: rule.On(rule.Day(2021, 12, 6)), By: "bcd-huyen", Outcome: difficulty.AcceptedInPart},
		{Act: difficulty.Close, On: rule.On(rule.Day(2021, 12, 20))},
	},
}

// helping is the roster of the leader who helps that commune.
var helping = must(assignment.NewRoster(assignment.Entries{
	Leaders:     []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "so-khdt"}},
	Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
}))

// road is a difficulty that was referred, and of which no answer is recorded.
var road = difficulty.Difficulty{
	ID: "kk-2", Commune: "03112", Kind: difficulty.KindDifficulty, Program: org.NewRural, Content: "đường thôn", Matter: difficulty.Matter{Field: "roads"},
	Leader: "l1", Through: rule.Day(2021, 12, 31),
	Events: []difficulty.Event{
		{Act: difficulty.Raise, On: rule.On(rule.Day(2021, 12, 3)), By: "l1"},
		{Act: difficulty.Refer, On: rule.On(rule.Day(2021, 12, 3)), By: "l1", Leads: []org.BodyID{laocai.DistrictSteering}},
	},
}

func ExampleDifficulty_StateOn() {
	for _, day := range []int{1, 2, 8, 30} {
		fmt.Println(day, drains.StateOn(rule.Day(2021, 11, day)))
	}
	fmt.Println(drains.StateOn(rule.Day(2021, 12, 31)).In(rule.Vi))
	// Output:
	// 1 not-yet
	// 2 raised
	// 8 referred
	// 30 referred
	// đã kết thúc
}

// A later hand-over changes who leads, never who was addressed first.
func ExampleDifficulty_Addressees() {
	fmt.Println(drains.Addressees(rule.Day(2021, 11, 14)))
	fmt.Println(drains.Addressees(rule.Day(2021, 12, 31)))
	// Output:
	// [ubnd-tinh] [ubnd-tinh]
	// [ubnd-tinh] [bcd-huyen]
}

func ExamplePolicy_Check() {
	d := drains
	d.Events = append([]difficulty.Event{}, d.Events...)
	d.Events[0].To = []string{"l1"}
	d.Events[2].Act = difficulty.Refer
	d.Events = append(d.Events, difficulty.Event{Act: difficulty.Raise, On: rule.On(rule.Day(2021, 12, 24))})
	matrix := must(laocai.InForce(rule.Day(2021, 11, 2)))
	for _, f := range (difficulty.Policy{}).Check(d, helping, matrix) {
		fmt.Println(f.Kind, f.Origin(), f.Path, f.In(rule.En))
	}
	// Output:
	// advice reading events[0].to the commune's recommendations go to the leaders who help it and to the level above it; not addressed: district People's Committee
	// broken form events[2] it is already with ubnd-tinh; passing it on is a hand-over
	// broken form events[5] raised, after it was closed (2021-12-20); what is raised again is a new one
}

// Four years later the level above the commune is the province.
func ExampleReceivers() {
	for _, day := range []civil.Date{rule.Day(2021, 11, 2), rule.Day(2025, 7, 5)} {
		leaders, above := difficulty.Receivers("03112", day, helping, must(laocai.InForce(day)))
		fmt.Println(leaders[0].In(rule.En), above)
	}
	// Output:
	// Giám đốc, so-khdt [ubnd-huyen]
	// Giám đốc, so-khdt [ubnd-tinh]
}

// Without a limit of the host an answer that is awaited is open, and its age is told. With
// one it is overdue, if the record holds every event to the last day.
func ExamplePolicy_Standing() {
	day := rule.Day(2021, 12, 31)
	s, err := difficulty.Policy{}.Standing(road, day, workday.Vietnam())
	fmt.Println(s.State, s.Age, s.Answer, err)
	s, _ = difficulty.Policy{AnswerDue: 15}.Standing(road, day, workday.Vietnam())
	fmt.Println(s.Answer, s.Due, s.DaysLate)
	// Output:
	// referred 28 open <nil>
	// overdue 2021-12-24 7
}

func ExamplePolicy_AnswerBy() {
	p := difficulty.Policy{AnswerDue: 21}
	due, limited, err := p.AnswerBy(road, rule.Day(2021, 12, 31), workday.Vietnam())
	fmt.Println(due.In(rule.En), limited, err)
	// Output:
	// 2022-01-04 (21 working days from 2021-12-03 would be 2022-01-03; moved by 2022-01-03 day off in lieu: New Year's Day) true <nil>
}

// The digest that the three bodies put together: nothing vanishes.
func ExamplePolicy_Digest() {
	p := difficulty.Policy{AnswerDue: 15}
	digest, err := p.Digest([]difficulty.Difficulty{drains, road}, rule.Day(2021, 12, 31), workday.Vietnam())
	fmt.Print(rule.Columns(digest.Table(must(laocai.InForce(digest.Day)), rule.En)))
	fmt.Println(digest.Count(difficulty.Closed), digest.Count(difficulty.Referred), len(digest.Reconcile()), err)
	for _, s := range digest.Overdue() {
		fmt.Println(s.ID, s.Addressee(), s.DaysLate)
	}
	// Output:
	// Lead authority               Field  State     Number  Answer overdue  Oldest (days)
	// district Steering Committee  roads  referred  1       1               28
	// district Steering Committee  roads  closed    1       0               48
	// Total                                         2       1
	// 1 1 0 <nil>
	// kk-2 bcd-huyen 7
}

func ExampleDigest_Reconcile() {
	digest := must(difficulty.Policy{}.Digest([]difficulty.Difficulty{drains, road}, rule.Day(2021, 12, 31), workday.Vietnam()))
	digest.Lines = digest.Lines[:1]
	for _, f := range digest.Reconcile() {
		fmt.Println(f.Path, f.In(rule.En))
	}
	// Output:
	// total it says 2; the lines give 1
	// rows[0].count it says 1; the lines give 0
	// rows[0].oldest it says 28; the lines give not known
	// rows it says 2; the lines give 1
}

func ExamplePolicy_Replay() {
	p, list := difficulty.Policy{}, []difficulty.Difficulty{drains, road}
	stored := must(must(p.Digest(list, rule.Day(2021, 12, 31), workday.Vietnam())).MarshalJSON())
	again := must(p.Replay(stored, list, workday.Vietnam()))
	fmt.Println(again.Same)
	again = must(p.Replay(stored, list[:1], workday.Vietnam()))
	fmt.Println(again.Same)
	// Output:
	// true
	// false
}

// Facts for the register, and what is owed: the ledger reads both.
func ExamplePolicy_Records() {
	p := difficulty.Policy{}
	facts := p.Records(road, helping, must(laocai.InForce(rule.Day(2021, 12, 3))))
	for _, r := range facts {
		fmt.Println(r.On, r.Kind, r.Duty, r.By, r.To)
	}
	// Output:
	// 2021-12-03 difficulty-referred difficulty.refer l1 bcd-huyen
	// 2021-12-03 difficulty-settled difficulty.measures l1 03112
}

func ExamplePolicy_Owed() {
	p, day := difficulty.Policy{}, rule.Day(2021, 12, 31)
	register := must(duty.NewRegister(nil, p.Records(road, helping)...))
	for _, due := range p.Owed(road, helping, day) {
		fmt.Println(due.Duty, due.By, due.Status(register, day).Status)
	}
	// Output: difficulty.measures l1 fulfilled
}

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
