package plan_test

import (
	"errors"
	"fmt"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

// minhLuong is the assignment of the examples, with a team of three.
func minhLuong() assignment.Assignment {
	return assignment.Assignment{ID: "minh-luong", Leader: "gd-so-khdt", Commune: "03112",
		Span: rule.Span{From: rule.Day(2021, 5, 14)},
		Team: []assignment.Member{{ID: "M1", Post: "Trưởng phòng"}, {ID: "M2", Post: "Chuyên viên"}, {ID: "M3"}}}
}

func goals() []plan.Goal {
	return []plan.Goal{
		{ID: "g1", Program: org.NewRural, Text: "62 hộ có nền nhà cứng", Target: rule.Int(62), Unit: "hộ", Serves: "p1"},
		{ID: "g2", Program: org.PovertyReduction, Text: "giảm hộ nghèo", Serves: "p2"},
	}
}

func task(id, member string) plan.Activity {
	return plan.Activity{ID: id, Kind: plan.Guidance, Content: "hướng dẫn hộ khó khăn về nhà ở", Members: []string{member}}
}

// autumn2021 is a plan issued on 02/8/2021, with what its author got wrong: the
// visit of 3 December stands under November, and M2 has no task.
func autumn2021() plan.Annual {
	return plan.Annual{
		ID: "kh-2021", Assignment: "minh-luong", Year: 2021,
		History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}},
		Sent:    []plan.Sent{{Revision: "v1", To: string(laocai.CoordinationOffice), On: rule.On(rule.Day(2021, 8, 6))}},
		Goals:   goals(),
		Quarters: []plan.Quarter{
			{Quarter: 3, Months: []plan.Month{
				{Month: 8, Visits: []plan.Visit{{ID: "v1", On: rule.Day(2021, 8, 14), Content: "rà soát nhà ở"}}, Activities: []plan.Activity{task("h1", "M1"), task("h2", "M1")}},
				{Month: 9, NoVisit: "giãn cách phòng, chống dịch"},
			}},
			{Quarter: 4, Months: []plan.Month{
				{Month: 10, Visits: []plan.Visit{{ID: "v2", On: rule.Day(2021, 10, 21), Content: "lập danh sách hộ"}}, Activities: []plan.Activity{task("h3", "M3")}},
				{Month: 11, Visits: []plan.Visit{{ID: "v3", On: rule.Day(2021, 12, 3), Content: "trao 52 tấn xi măng cho 62 hộ"}}},
				{Month: 12},
			}},
		},
	}
}

// checkPlan is a whole program's work: it prints what is to be mended.
func checkPlan(annual plan.Annual, a assignment.Assignment) error {
	mandate := plan.LaoCai2021() // data: another province, another value
	found := mandate.Check(annual, a)
	for _, f := range found {
		fmt.Println(f.Path, f, f.Source())
	}
	return found.Err()
}

func Example() {
	annual := autumn2021()
	last := &annual.Quarters[1]
	last.Months[2].Visits, last.Months[1].Visits = last.Months[1].Visits, nil // filed where it belongs
	last.Months[1].NoVisit = "tập trung giải ngân cuối năm"
	err := checkPlan(annual, minhLuong())
	fmt.Println(errors.Is(err, plan.ErrMemberIdle))
	// Output:
	// assignment.team[1] thành viên Tổ giúp việc số 2 (Chuyên viên) chưa được phân công việc cụ thể, và Tổ giúp việc không được cử dự họp của xã Công văn năm 2021 của UBND tỉnh Lào Cai, mục 1, gạch đầu dòng 2
	// true
}

func ExampleMandate_Check() {
	for _, f := range plan.LaoCai2021().Check(autumn2021(), minhLuong()) {
		fmt.Printf("%s: %s (%s)\n", f.Path, f.In(rule.En), f.Origin().In(rule.En))
	}
	// Output:
	// quarters[1].months[1].visits[0].on: 2021-12-03 is not in month 11 of the plan's year (form)
	// quarters[1].months[1]: month 11 has neither a visit nor a reason for having none (reading)
	// quarters[1].months[2]: month 12 has neither a visit nor a reason for having none (reading)
	// assignment.team[1]: team member 2 (Chuyên viên) has no task, and the team is not sent to the commune's meetings (text)
}

func ExampleMandate_Owed() {
	mandate := plan.LaoCai2021()
	change := assignment.Change{Kind: assignment.New, Leader: "gd-so-khdt", Assignment: minhLuong()}
	for _, due := range mandate.Owed(change) {
		latest := "văn bản không ghi thời hạn"
		if !due.Latest.IsZero() {
			latest = rule.FormatDate(due.Latest, rule.Vi)
		}
		fmt.Printf("%s → %s: %s\n", due.Note, due.To, latest)
	}
	// Output:
	// xây dựng kế hoạch giúp đỡ xã của giai đoạn (2021–2025) → vp-dieu-phoi-ntm: 09/8/2021
	// xây dựng kế hoạch giúp đỡ xã của năm (2021) → vp-dieu-phoi-ntm: 09/8/2021
	// xây dựng kế hoạch giúp đỡ xã của năm (2022) → vp-dieu-phoi-ntm: văn bản không ghi thời hạn
	// xây dựng kế hoạch giúp đỡ xã của năm (2023) → vp-dieu-phoi-ntm: văn bản không ghi thời hạn
	// xây dựng kế hoạch giúp đỡ xã của năm (2024) → vp-dieu-phoi-ntm: văn bản không ghi thời hạn
	// xây dựng kế hoạch giúp đỡ xã của năm (2025) → vp-dieu-phoi-ntm: văn bản không ghi thời hạn
}

func ExampleMandate_Records() {
	mandate, a := plan.LaoCai2021(), minhLuong()
	roster, err := assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "gd-so-khdt", Post: "Giám đốc", Body: "so-khdt"}},
		Assignments: []assignment.Assignment{a},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	day := rule.Day(2021, 8, 31)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, Through: day}}, mandate.Records(autumn2021(), roster)...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, due := range mandate.Owed(assignment.Change{Kind: assignment.New, Leader: a.Leader, Assignment: a})[:2] {
		fmt.Println(due.Kind, due.Status(register, day).Status)
	}
	// Output:
	// period-plan-sent overdue
	// annual-plan-sent fulfilled
}

func ExampleMandate_Span() {
	span, _ := plan.LaoCai2021().Span(autumn2021(), minhLuong())
	days, _ := span.Days()
	fmt.Println(span, days)
	// Output: từ 02/8/2021 đến 31/12/2021 152
}

func ExampleMandate_Skeleton() {
	mandate, a := plan.LaoCai2021(), minhLuong()
	annual, err := mandate.Skeleton(a, plan.Outline{
		Year: 2021, Issued: rule.Day(2021, 8, 2), Goals: goals(),
		NoVisit:      map[int]string{9: "giãn cách phòng, chống dịch"},
		TeamMeetings: []string{"họp thôn", "họp chi bộ"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(mandate.Check(annual, a)), "months lack a visit")
	for i := range annual.Quarters {
		for j := range annual.Quarters[i].Months {
			if month := &annual.Quarters[i].Months[j]; month.NoVisit == "" {
				month.Visits = []plan.Visit{{ID: fmt.Sprint("t", month.Month), Content: "làm việc với thôn về nhà ở"}}
			}
		}
	}
	fmt.Println(len(mandate.Check(annual, a)), "findings once they are filled in")
	// Output:
	// 4 months lack a visit
	// 0 findings once they are filled in
}

func ExampleMandate_CheckTrace() {
	period := plan.Period{Assignment: "minh-luong", FirstYear: 2021, LastYear: 2025,
		Goals: []plan.Goal{{ID: "p1", Program: org.NewRural, Text: "đạt chuẩn nông thôn mới"}}}
	for _, f := range plan.LaoCai2021().CheckTrace(autumn2021(), period) {
		fmt.Println(f.Path, f.In(rule.En))
	}
	// Output: goals[1].serves the period plan has no goal p2 of the same program
}

// Another province, another value: a yearly program, sent in January to two
// bodies, no months asked for.
func ExampleMandate() {
	regulation := rule.Source{Kind: rule.Regulation, Number: "26-QĐ/TU", Issuer: "Tỉnh ủy Hòa Bình"}
	basis, err := duty.NewBasis(duty.BasisParts{
		ID: "hoa-binh", Source: regulation, Binds: rule.Span{From: rule.Day(2023, 2, 1)},
		Provisions: map[rule.DutyID]rule.Source{duty.AnnualPlan: {Article: "4"}, duty.SendPlans: {Article: "5"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	mandate := plan.Mandate{
		ID: "hoa-binh", Basis: basis, Role: assignment.Overseer, FirstYear: 2023, LastYear: 2025,
		SendTo:    []org.BodyID{"ban-to-chuc-tinh-uy", "dang-uy-xa"},
		Deadlines: []plan.Deadline{{Year: 2024, Before: rule.Day(2024, 2, 1)}},
	}
	fmt.Println(len(mandate.Faults()), "faults")
	a := assignment.Assignment{ID: "x", Leader: "l", Role: assignment.Overseer, Span: rule.Span{From: rule.Day(2023, 5, 1), To: rule.Day(2024, 12, 31)}}
	for _, due := range mandate.Owed(assignment.Change{Kind: assignment.New, Leader: "l", Assignment: a}) {
		fmt.Println(due.Object.Year, due.To, due.Latest.IsValid(), due.Source)
	}
	// Output:
	// 0 faults
	// 2023 ban-to-chuc-tinh-uy false Quy định số 26-QĐ/TU của Tỉnh ủy Hòa Bình, Điều 4
	// 2023 dang-uy-xa false Quy định số 26-QĐ/TU của Tỉnh ủy Hòa Bình, Điều 4
	// 2024 ban-to-chuc-tinh-uy true Quy định số 26-QĐ/TU của Tỉnh ủy Hòa Bình, Điều 5
	// 2024 dang-uy-xa true Quy định số 26-QĐ/TU của Tỉnh ủy Hòa Bình, Điều 5
}

// A mandate written down by hand: what makes no sense is told, all of it.
func ExampleMandate_Faults() {
	m := plan.LaoCai2021()
	m.SendTo = append(m.SendTo, m.SendTo[0])
	m.Deadlines = append(m.Deadlines, plan.Deadline{Year: 2023, Before: rule.Day(2025, 2, 1)})
	for _, f := range m.Faults() {
		fmt.Printf("%s: %s\n", f.Path, f.In(rule.En))
	}
	// Output:
	// sendTo[1]: the receiver vp-dieu-phoi-ntm appears twice
	// deadlines[1].before: the plan of 2023 cannot be due before 2025-02-01: its last day lies in that year or in the one before
}

// The commune of an assignment merged on 01/7/2025: its plan of 2025 ends with it.
func ExampleMandate_RecordsOf() {
	mandate := plan.LaoCai2021()
	units, err := org.NewGazetteer([]org.Unit{{Code: "02794", Name: "Tả Thàng", Kind: org.KindCommune, Span: rule.Span{To: rule.Day(2025, 6, 30)}}}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	decided := assignment.Assignment{ID: "a1", Leader: "l1", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14)}}
	annual := plan.Annual{ID: "k", Assignment: "a1", Year: 2025, History: []plan.Revision{{ID: "v1", Issued: rule.Day(2024, 12, 20)}}}
	for _, a := range (assignment.Policy{}).Standing(decided, org.Body{}, units) {
		span, _ := mandate.Span(annual, a)
		fmt.Println(span.In(rule.En))
		for _, fact := range mandate.RecordsOf(annual, a) {
			fmt.Println(fact.Duty, len(fact.Findings))
		}
	}
	// Output:
	// from 2025-01-01 to 2025-06-30
	// plan.by-month 1
	// plan.team-work 1
	// plan.trace 0
}

func ExampleAnnual_RevisionOn() {
	p := plan.Annual{History: []plan.Revision{
		{ID: "v1", Issued: rule.Day(2021, 1, 25)},
		{ID: "v2", Issued: rule.Day(2021, 8, 5), Note: "điều chỉnh, bổ sung"},
	}}
	before, _ := p.RevisionOn(rule.Day(2021, 8, 4))
	after, _ := p.RevisionOn(rule.Day(2021, 8, 5))
	fmt.Println(before.ID, after.ID)
	// Output: v1 v2
}
