package duty_test

import (
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// A province writes its own text: what a provision does not lay down is not demanded, and a
// misspelt duty is refused at its key.
func ExampleNewBasis() {
	parts := duty.BasisParts{
		ID: "thach-an-2023", Binds: rule.Span{From: rule.Day(2023, 1, 9)},
		Source:     rule.Source{Kind: rule.Plan, Number: "12/KH-UBND", Date: rule.Day(2023, 1, 9), Issuer: "UBND tỉnh Thạch An"},
		Provisions: map[rule.DutyID]rule.Source{duty.NotifyVisit: {Article: "3", Clause: "2"}, "plan.anual": {Article: "4"}},
	}
	_, err := duty.NewBasis(parts)
	fmt.Println(rule.Tell(err, rule.En))

	delete(parts.Provisions, "plan.anual")
	basis, err := duty.NewBasis(parts)
	if err != nil {
		fmt.Println(err)
		return
	}
	passage, laid := basis.Cite(duty.NotifyVisit)
	fmt.Println(passage.In(rule.En), laid, basis.Lays(duty.VisitContent))
	// Output:
	// provisions["plan.anual"]: there is no duty plan.anual: neither the library knows it nor the text declares it
	// Plan No. 12/KH-UBND of 2023-01-09 by UBND tỉnh Thạch An, Article 3, clause 2 true false
}

// A matrix says who must do what towards whom. Its form is checked as it is made; Check judges
// what it says.
func ExampleNewMatrix() {
	basis := duty.MustBasis(duty.BasisParts{
		ID: "thach-an-2023", Binds: rule.Span{From: rule.Day(2023, 1, 9)},
		Source:     rule.Source{Kind: rule.Plan, Number: "12/KH-UBND", Date: rule.Day(2023, 1, 9)},
		Provisions: map[rule.DutyID]rule.Source{duty.NotifyVisit: {Article: "3"}, duty.EvaluateWork: {Article: "7"}},
	})
	body := func(id org.BodyID, kind org.BodyKind, level org.Level, vi, en string) org.Body {
		return org.Body{ID: id, Kind: kind, Level: level, Class: level != org.LevelProvince, Names: []org.Name{{Text: rule.Text{Vi: vi, En: en}}}}
	}
	m, err := duty.NewMatrix(duty.Parts{
		Basis: basis, Government: org.ThreeLevel, Span: rule.Span{From: rule.Day(2023, 1, 9)},
		Bodies: []org.Body{
			body("so", org.Department, org.LevelProvince, "sở có lãnh đạo được phân công", "departments of assigned leaders"),
			body("van-phong", org.CoordinationOffice, org.LevelProvince, "Văn phòng Điều phối", "Coordination Office"),
			body("xa", org.PeoplesCommittee, org.LevelCommune, "UBND xã", "People's Committees of communes"),
		},
		Duties: []duty.Duty{
			{ID: duty.NotifyVisit, Bearers: duty.By(duty.Party{Body: "so", Verb: duty.Bears}), Towards: duty.By(duty.Party{Body: "xa"})},
			{ID: duty.EvaluateWork, Evaluates: true, Bearers: duty.By(duty.Party{Body: "van-phong", Verb: duty.Bears}, duty.Party{Body: "so", Verb: duty.Bears}), Towards: duty.By(duty.Party{Body: "so"})},
		},
	})
	if err != nil {
		fmt.Println(rule.Tell(err, rule.En))
		return
	}
	for d := range m.Between("so", "xa") {
		fmt.Println(d.ID, "·", d.Source.In(rule.En))
	}
	for _, f := range m.Check() {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	// Output:
	// visit.notify · Plan No. 12/KH-UBND of 2023-01-09, Article 3
	// broken duties[1].bearers[1] departments of assigned leaders evaluates itself
	// broken bodies no bearer is of the district level of the three-level government
	// broken bodies no bearer is of the commune level of the three-level government
	// advice bodies[0] departments of assigned leaders bears duties and is not addressed
	// advice bodies[1] Coordination Office bears duties and is not addressed
}

// A standing that was kept says later whether the same comes out: of the facts kept with it, or of
// what the register holds now.
func ExampleReplay() {
	visit := duty.Object{Per: duty.PerVisit, ID: "v1"}
	through := []duty.Complete{{Kind: duty.Noticed, Through: rule.Day(2021, 9, 30)}}
	empty, err := duty.NewRegister(through)
	if err != nil {
		fmt.Println(err)
		return
	}
	notify, _ := laocai.Basis().Duty(duty.NotifyVisit)
	due := notify.Due(visit, "l1", "02794")
	due.Latest = rule.Day(2021, 9, 16)
	stored, err := json.Marshal(due.Status(empty, rule.Day(2021, 10, 1)))
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := duty.Replay(stored, nil)
	fmt.Println(again.Same, err)

	found, _ := duty.NewRegister(through, duty.Record{
		Fact: duty.Fact{Kind: duty.Noticed, Duty: duty.NotifyVisit, Object: visit}, By: "l1", To: "02794", On: rule.On(rule.Day(2021, 9, 13))})
	again, err = duty.Replay(stored, &found)
	for _, f := range again.Differs.Of(rule.ErrReplayMember) {
		if f.Path == "status" {
			fmt.Println(f.In(rule.En))
		}
	}
	fmt.Println(again.Same, err)
	// Output:
	// true <nil>
	// breached is stored, fulfilled comes out
	// false <nil>
}
