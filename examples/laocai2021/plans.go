package main

import (
	"errors"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

// planSection is one annual plan, as it was handed in and as it was mended.
type planSection struct {
	Commune rule.Text     `json:"commune"`
	Span    rule.Span     `json:"span"`
	Plan    plan.Annual   `json:"plan"`
	Found   rule.Findings `json:"found"`
	Mended  plan.Annual   `json:"mended"`
	Left    rule.Findings `json:"left"`
	Support fact          `json:"support"` // the page that tells of the cement
}

func newPlanSection(roster assignment.Roster) (planSection, error) {
	a, ok := roster.Assignment("khdt-minh-luong")
	if !ok {
		return planSection{}, errors.New("the roster has no assignment to Minh Lương")
	}
	mandate := plan.LaoCai2021()
	s := planSection{
		Commune: rule.Text{Vi: communeName(a.Commune, rule.Vi), En: communeName(a.Commune, rule.En)},
		Plan:    minhLuong2021(),
		Mended:  mended(minhLuong2021()),
		Support: fact{Page: pageCement},
	}
	s.Span, _ = mandate.Span(s.Plan, a)
	s.Found = mandate.Check(s.Plan, a)
	s.Left = mandate.Check(s.Mended, a)
	return s, nil
}

func (s planSection) print(p *page) {
	p.title("2. Kế hoạch năm 2021 giúp xã "+communes["03112"].Name, "2. The plan of 2021 for "+communes["03112"].Name)
	days, _ := s.Span.Days()
	p.paragraph("Kế hoạch là minh họa; có thật: 52 tấn xi măng cho 62 hộ ngày 03/12/2021 "+p.mark(s.Support)+".",
		"The plan is illustrative; real are the 52 tonnes of cement for 62 households on 2021-12-03 "+p.mark(s.Support)+".")
	p.Printf("%s %s (%d %s)\n\n", p.Say("Thời gian của kế hoạch:", "Span of the plan:"), s.Span.In(p.Lang), days, p.Say("ngày", "days"))
	p.Printf("%s\n", p.Say("Khi nộp:", "As handed in:"))
	p.findings(s.Found)
	p.Printf("\n%s\n", p.Say("Sau khi sửa — chuyển chuyến đi 03/12 về tháng 12, ghi lý do tháng 11, giao việc cho thành viên thứ hai:",
		"Mended — the visit of 3 December filed under December, a reason given for November, work given to the second member:"))
	p.findings(s.Left)
}

// minhLuong2021 is an annual plan issued on 02/8/2021 with what its author got
// wrong; all of it illustrative but the cement.
func minhLuong2021() plan.Annual {
	task := func(id, member, content string) plan.Activity {
		return plan.Activity{ID: id, Kind: plan.Guidance, Content: content, Members: []string{member}}
	}
	return plan.Annual{
		ID: "khdt-minh-luong-2021", Assignment: "khdt-minh-luong", Year: 2021,
		History: []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 8, 2)}},
		Sent:    []plan.Sent{{Revision: "v1", To: string(laocai.CoordinationOffice), On: rule.On(rule.Day(2021, 8, 6))}},
		Goals:   minhLuongGoals,
		Quarters: []plan.Quarter{
			{Quarter: 3, Months: []plan.Month{
				{Month: 8, Visits: []plan.Visit{{ID: "t8", On: rule.Day(2021, 8, 14), Content: "rà soát hộ khó khăn về nhà ở"}},
					Activities: []plan.Activity{task("v1", "M1", "hướng dẫn xã lập danh sách hộ"), task("v2", "M1", "làm việc với doanh nghiệp về xi măng")}},
				{Month: 9, NoVisit: "giãn cách phòng, chống dịch"},
			}},
			{Quarter: 4, Months: []plan.Month{
				{Month: 10, Visits: []plan.Visit{{ID: "t10", On: rule.Day(2021, 10, 21), Content: "chốt danh sách 62 hộ với các thôn"}},
					Activities: []plan.Activity{task("v3", "M3", "theo dõi tiến độ láng nền")}},
				{Month: 11, Visits: []plan.Visit{{ID: "t11", On: rule.Day(2021, 12, 3), Content: "trao 52 tấn xi măng cho 62 hộ"}}},
				{Month: 12},
			}},
		},
	}
}

var minhLuongGoals = []plan.Goal{
	{ID: "g1", Program: org.NewRural, Text: "62 hộ có nền nhà được cứng hóa", Target: rule.Int(62), Unit: "hộ", Serves: "p1"},
	{ID: "g2", Program: org.PovertyReduction, Text: "hỗ trợ hộ nghèo khó khăn về nhà ở", Serves: "p2"},
}

func mended(a plan.Annual) plan.Annual {
	last := &a.Quarters[1]
	last.Months[2].Visits, last.Months[1].Visits = last.Months[1].Visits, nil
	last.Months[1].NoVisit = "chờ doanh nghiệp giao xi măng"
	last.Months[2].Activities = []plan.Activity{{ID: "v4", Kind: plan.Mobilization, Content: "nghiệm thu nền nhà cùng thôn", Members: []string{"M2"}}}
	return a
}
