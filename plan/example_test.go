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
	// quarters thành viên Tổ giúp việc số 2 (Chuyên viên) chưa được phân công việc cụ thể, và Tổ giúp việc không được cử dự họp của xã Công văn năm 2021 của UBND tỉnh Lào Cai, mục 1, gạch đầu dòng 2
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
	// quarters: team member 2 (Chuyên viên) has no task, and the team is not sent to the commune's meetings (text)
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

// Another province, another value: a yearly program, sent in January to five addressees, no
// months asked for.
func ExampleHoaBinh2023() {
	mandate := plan.HoaBinh2023()
	fmt.Println(len(mandate.Faults()), "faults")
	a := assignment.Assignment{ID: "x", Leader: "l", Role: assignment.Overseer, Span: rule.Span{From: rule.Day(2023, 5, 1), To: rule.Day(2024, 12, 31)}}
	for _, due := range mandate.Owed(assignment.Change{Kind: assignment.New, Leader: "l", Assignment: a}) {
		if due.To == "dang-uy-xa" {
			fmt.Println(due.Object.Year, due.Latest, due.Source)
		}
	}
	// Output:
	// 0 faults
	// 2023 0000-00-00 Công văn số 2097-CV/BTCTU ngày 26/4/2023 của Ban Tổ chức Tỉnh ủy Hòa Bình
	// 2024 2024-01-31 Công văn số 2097-CV/BTCTU ngày 26/4/2023 của Ban Tổ chức Tỉnh ủy Hòa Bình
}

// The visit of 21/10 was moved on the 25th: the first version stays its measure.
func ExampleMandate_Measure() {
	first := autumn2021()
	second := first
	second.History = append(second.History[:1:1], plan.Revision{ID: "v2", Issued: rule.Day(2021, 10, 25), Note: "chờ xi măng"})
	second.Quarters = []plan.Quarter{first.Quarters[0], {Quarter: 4, Months: append([]plan.Month{{Month: 10,
		Visits: []plan.Visit{{ID: "v2", On: rule.Day(2021, 10, 28), Content: "lập danh sách hộ"}}}}, first.Quarters[1].Months[1:]...)}}
	versions := plan.Versions{first, second}
	for _, c := range versions.Changes() {
		fmt.Println(c.Item, "|", c.Was, "|", c.Is, "|", c.Why, "|", c.TooLate)
	}
	measure, _ := plan.LaoCai2021().Measure(versions)
	for _, v := range measure.Quarters[1].Months[0].Visits {
		fmt.Println(v.ID, v.On)
	}
	// Output:
	// visit v2 | 2021-10-21; lập danh sách hộ | 2021-10-28; lập danh sách hộ | chờ xi măng | true
	// activity h3 | month 10; hướng dẫn hộ khó khăn về nhà ở; M3 |  | chờ xi măng | false
	// v2 2021-10-21
	// v2@v2 2021-10-28
}

// Who sent nothing by the day of the dispatch, as the register of the Coordination Office says.
func ExampleMandate_Missing() {
	mandate, day := plan.LaoCai2021(), rule.Day(2021, 8, 31)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, Through: day}, {Kind: duty.AnnualPlanSent, Through: day}})
	if err != nil {
		fmt.Println(err)
		return
	}
	changes := []assignment.Change{{Kind: assignment.New, Leader: "gd-so-khdt", Assignment: minhLuong()}}
	for _, s := range mandate.Missing(changes, register, day) {
		fmt.Println(s.Due.Note.En, s.Status, s.DaysLate)
	}
	for _, f := range mandate.CheckMissing(changes, register, day) {
		fmt.Println(f.Path, f.In(rule.En))
	}
	// Output:
	// build the plan of help to the commune for the period (2021–2025) overdue 22
	// build the plan of help to the commune for the year (2021) overdue 22
	// changes[0].assignment the leader is new to the commune; no plan of 2021–2025 was built and sent to vp-dieu-phoi-ntm; the last day was 2021-08-09
	// changes[0].assignment the leader is new to the commune; no plan of 2021 was built and sent to vp-dieu-phoi-ntm; the last day was 2021-08-09
}

// A province that wants a goal for each criterion that the commune does not meet.
func ExampleMandate_CheckSituation() {
	mandate := plan.LaoCai2021()
	mandate.UnmetPlanned = true
	period := plan.Period{Assignment: "minh-luong", FirstYear: 2021, LastYear: 2025,
		Goals: []plan.Goal{{ID: "p1", Set: "1980/QĐ-TTg", Criteria: []string{"c2", "c6", "10.1"}}}}
	phinNgan := plan.Situation{Set: "1980/QĐ-TTg", AsOf: rule.Day(2021, 5, 31), Unmet: []string{"c2", "c6", "c10", "c11", "c17"}}
	for _, f := range mandate.CheckSituation(period, phinNgan) {
		fmt.Println(f.In(rule.En))
	}
	// Output:
	// criterion 11 is not met, and the plan has no goal or no activity for it; the host asks for them
	// criterion 17 is not met, and the plan has no goal or no activity for it; the host asks for them
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

// Which documents are owed and where they stand, and how many came in time.
func ExampleMandate_Standings() {
	mandate := plan.LaoCai2021()
	changes := []assignment.Change{{Kind: assignment.New, Assignment: minhLuong()}}
	register, err := duty.NewRegister([]duty.Complete{
		{Kind: duty.AnnualPlanSent, Through: rule.Day(2021, 12, 31)}, {Kind: duty.PeriodPlanSent, Through: rule.Day(2021, 12, 31)},
	}, mandate.RecordsOf(autumn2021(), minhLuong())...)
	if err != nil {
		fmt.Println(err)
		return
	}
	standings := mandate.Standings(changes, register, rule.Day(2021, 12, 31))
	for _, s := range standings {
		fmt.Println(s.Due.Note.In(rule.En), "·", s.Status.In(rule.En))
	}
	fmt.Printf("%+v\n", plan.PunctualityOf(standings))
	// Output:
	// build the plan of help to the commune for the period (2021–2025) · overdue
	// build the plan of help to the commune for the year (2021) · fulfilled
	// {InTime:1 Late:0 NotSent:1 NotJudged:0}
}

// Each version is whole; what they say of each other is judged beside what each says by itself.
func ExampleMandate_CheckVersions() {
	first, second := autumn2021(), autumn2021()
	second.Year = 2022
	second.History = append(second.History, plan.Revision{ID: "v2", Issued: rule.Day(2021, 7, 1)})
	for _, f := range plan.LaoCai2021().CheckVersions(plan.Versions{first, second}) {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	period := plan.Period{Assignment: "minh-luong", FirstYear: 2021, LastYear: 2025, History: []plan.Revision{{ID: "p1", Issued: rule.Day(2021, 8, 5)}}}
	later := period
	later.History = append(later.History, plan.Revision{ID: "p2", Issued: rule.Day(2021, 7, 1)})
	for _, f := range plan.LaoCai2021().CheckPeriodVersions(plan.PeriodVersions{later, period}) {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	// Output:
	// broken versions[1].id it is not a version of the same plan as the one before
	// broken periodVersions[1].history the history of this version does not go on from that of the one before
}
