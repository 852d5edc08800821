package main

import (
	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
)

// visitSection is visits with their notices: accepted, refused, undecided.
type visitSection struct {
	Lines []visitLine `json:"lines"`
}

type visitLine struct {
	Name   rule.Text     `json:"name"`
	Visit  visit.Visit   `json:"visit"`
	From   fact          `json:"from"`
	Answer answer        `json:"answer"`
	Found  rule.Findings `json:"found"`
}

// answer sums up the findings of one visit.
type answer uint8

const (
	accepted answer = iota
	undecided
	refused
)

var answers = rule.NewEnum[answer]("answer",
	rule.Word{Code: "accepted", Vi: "ĐÚNG", En: "ACCEPTED"},
	rule.Word{Code: "undecided", Vi: "CHƯA RÕ", En: "UNDECIDED"},
	rule.Word{Code: "refused", Vi: "KHÔNG ĐÚNG", En: "REFUSED"},
)

func (a answer) MarshalText() ([]byte, error) { return answers.Marshal(a) }

func answerOf(found rule.Findings) answer {
	switch {
	case found.Has(rule.Broken):
		return refused
	case found.Has(rule.Undecided):
		return undecided
	default:
		return accepted
	}
}

func newVisitSection(roster assignment.Roster) visitSection {
	var s visitSection
	policy := visit.Policy{} // the dispatch alone
	for _, c := range visitCases() {
		found := policy.Check(c.Visit, roster)
		s.Lines = append(s.Lines, visitLine{c.Name, c.Visit, c.From, answerOf(found), found})
	}
	return s
}

func (s visitSection) print(p *page) {
	p.title("3. Chuyến đi cơ sở và thông báo cho xã", "3. Visits and their notices")
	p.paragraph("Xã và đơn vị giúp xã có thật. Chỉ xét theo công văn: không có số ngày báo trước.",
		"Communes and helping bodies are real. By the dispatch alone: it names no lead time.")
	for _, l := range s.Lines {
		p.Printf("\n%s — %s — %s (%s)\n", answers.In(l.Answer, p.Lang), communeName(l.Visit.Commune, p.Lang), l.Name.In(p.Lang), p.mark(l.From))
		if len(l.Found) > 0 {
			p.findings(l.Found)
		}
	}
}

type visitCase struct {
	Name  rule.Text
	Visit visit.Visit
	From  fact
}

// visitCases are visits of the Farmers' Union to A Mú Sung in the first week
// after Tết 2022, and of the Department of Planning to Minh Lương in December 2021.
func visitCases() []visitCase {
	thursday := rule.Day(2022, 2, 10)
	aMuSung := func(id string, item string, notices ...visit.Notice) visit.Visit {
		return visit.Visit{ID: id, Commune: "02686", Assignment: "hnd-a-mu-sung", Start: rule.At(thursday, 8, 0),
			Items: []string{item}, Participants: []visit.Participant{{Role: visit.Leader, ID: "hnd"}}, Notices: notices}
	}
	told := func(m rule.Moment) visit.Notice { return visit.Notice{Sent: m, To: "02686"} }
	const culture = "kiểm tra sân nhà văn hóa thôn Lũng Pô; lập danh sách hộ chưa có điện chiếu sáng"
	meeting := visit.Visit{ID: "ml-0312", Commune: "03112", Assignment: "khdt-minh-luong", Start: rule.At(rule.Day(2021, 12, 3), 14, 0),
		Participants: []visit.Participant{{Role: visit.Leader, ID: "khdt"}, {Role: visit.TeamMember, ID: "M1"}, {Role: visit.TeamMember, ID: "M2"}},
		Invitation: &visit.Invitation{ID: "hop-thon", Meeting: visit.Village, From: "03112", Agenda: []string{"giao 52 tấn xi măng cho 62 hộ"},
			Sent: rule.On(rule.Day(2021, 11, 30)), Accepted: rule.On(rule.Day(2021, 12, 1))}}
	saturday := func(id string, sent rule.Moment) visit.Visit {
		return visit.Visit{ID: id, Commune: "03112", Assignment: "khdt-minh-luong", Start: rule.At(rule.Day(2021, 12, 4), 8, 0),
			Items:        []string{"láng nền 2 hộ còn lại"},
			Participants: []visit.Participant{{Role: visit.TeamMember, ID: "M1"}, {Role: visit.TeamMember, ID: "M2"}},
			Notices:      []visit.Notice{{Sent: sent, To: "03112"}}, NoticesComplete: true}
	}
	empty := aMuSung("ams-trong", "", told(rule.On(rule.Day(2022, 2, 7))))
	empty.Items = nil
	district := aMuSung("ams-huyen", culture, visit.Notice{Sent: rule.On(rule.Day(2022, 2, 7)), To: "082"})
	district.NoticesComplete = true
	return []visitCase{
		{rule.Text{Vi: "báo xã Chủ nhật 06/02 cho thứ Năm 10/02/2022", En: "told on Sunday 6 February for Thursday 2022-02-10"}, aMuSung("ams-1", culture, told(rule.On(rule.Day(2022, 2, 6)))), illustrative},
		{rule.Text{Vi: "báo 07:00, đi 08:00 cùng ngày", En: "told at 07:00, leaving at 08:00 that day"}, aMuSung("ams-2", culture, told(rule.At(thursday, 7, 0))), illustrative},
		{rule.Text{Vi: "báo cùng ngày, không ghi giờ", En: "told that day, no hour recorded"}, aMuSung("ams-3", culture, told(rule.On(thursday))), illustrative},
		{rule.Text{Vi: "báo sớm, nội dung «làm việc theo kế hoạch»", En: "told early, content «làm việc theo kế hoạch»"}, aMuSung("ams-4", "làm việc theo kế hoạch", told(rule.On(rule.Day(2022, 1, 28)))), illustrative},
		{rule.Text{Vi: "không có nội dung nào", En: "no content at all"}, empty, illustrative},
		{rule.Text{Vi: "chỉ báo cho huyện", En: "only the district was told"}, district, illustrative},
		{rule.Text{Vi: "họp thôn 03/12/2021, xã mời và lãnh đạo đã nhận lời", En: "village meeting on 2021-12-03, invited and accepted"}, meeting, illustrative},
		{rule.Text{Vi: "thứ Bảy 04/12, Tổ giúp việc đi 08:00, báo 08:15", En: "Saturday 4 December, the team at 08:00, told at 08:15"}, saturday("ml-0412", rule.At(rule.Day(2021, 12, 4), 8, 15)), illustrative},
	}
}
