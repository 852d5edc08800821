package main

import (
	"time"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// verdicts sum up what is said of a visit.
var (
	inOrder   = rule.Text{Vi: "ĐÚNG", En: "IN ORDER"}
	wrong     = rule.Text{Vi: "KHÔNG ĐÚNG", En: "NOT IN ORDER"}
	open      = rule.Text{Vi: "CHƯA RÕ", En: "UNDECIDED"}
	notTold   = rule.Text{Vi: "CHƯA BÁO", En: "NOT TOLD"}
	moved     = rule.Text{Vi: "ĐÃ DỜI", En: "MOVED"}
	cancelled = rule.Text{Vi: "ĐÃ HỦY", En: "CANCELLED"}
)

func (a *answer) verdict() rule.Text {
	switch {
	case a.found.Has(rule.Broken):
		return wrong
	case a.Dropped != nil && a.Dropped.To != "":
		return moved
	case a.Dropped != nil:
		return cancelled
	case len(a.Notices) == 0 && a.Invitation == nil && !a.NoticesComplete:
		return notTold
	case a.found.Has(rule.Undecided):
		return open
	default:
		return inOrder
	}
}

// page is the answers for people.
func (in *input) page(list []answer, together rule.Findings, l rule.Lang) string {
	p := program.Page{Lang: l}
	p.Paragraph(p.Say("Báo cho xã trước mỗi chuyến đi cơ sở", "Telling the commune before each visit"))
	lead := p.Say("không đặt", "none")
	if in.Policy.LeadTime.N > 0 {
		lead = in.Policy.LeadTime.In(l)
	}
	p.Paragraph(p.Say("Thời gian báo trước, quy định riêng của địa phương: ", "Lead time, the host's own: ") + lead)
	if passage, ok := in.passage(); ok {
		p.Paragraph(p.Say("Văn bản yêu cầu báo trước chuyến đi: ", "The text that asks for notice before the visit: ") + passage.In(l))
	}
	for _, a := range list {
		in.one(&p, a)
	}
	if len(together) > 0 {
		p.Title(p.Say("Các chuyến đi đặt cạnh nhau", "The visits side by side"))
		findings(&p, together)
	}
	return p.String()
}

func (in *input) one(p *program.Page, a answer) {
	start := p.Say("chưa ghi ngày", "no day stated")
	if !a.Start.IsZero() {
		start = a.Start.In(p.Lang)
	}
	p.Title(a.verdict().In(p.Lang) + " — " + a.ID + " — " + in.name(string(a.Commune)) + ", " + start)
	short := a
	short.last.Moved = nil // they are listed below
	p.Paragraph(p.Say("Báo chậm nhất: ", "Tell no later than: ") + in.latest(short, p.Lang))
	if a.err == nil && len(a.last.Moved) > 0 {
		p.Paragraph(p.Say("Lẽ ra là ngày ", "It would be ") + rule.FormatDate(a.last.Computed, p.Lang) + p.Say("; những ngày đẩy hạn:", "; the days that moved it:"))
		rows := make([][]string, 0, len(a.last.Moved))
		for _, s := range a.last.Moved {
			rows = append(rows, []string{"  " + rule.FormatDate(s.Day, p.Lang), weekday(s.Day.Weekday(), p.Lang), s.Why.In(p.Lang), s.Source.In(p.Lang)})
		}
		p.Table(rows, 2)
	}
	for _, n := range a.Notices {
		sent := p.Say("không rõ ngày", "on a day not stated")
		if !n.Sent.IsZero() {
			sent = n.Sent.In(p.Lang)
		}
		p.Paragraph(p.Say("Đã báo ", "Told: ") + in.name(string(n.To)) + ", " + sent)
	}
	findings(p, a.found)
}

// latest is the latest moment at which the commune can be told, and why.
func (in *input) latest(a answer, l rule.Lang) string {
	switch {
	case a.Start.IsZero():
		return rule.Text{Vi: "chưa rõ, vì chưa ghi ngày đi", En: "not known: the day of the visit is not stated"}.In(l)
	case a.free() && in.exempt(a.Visit):
		return rule.Text{Vi: "trước khi đi; chuyến đi đột xuất được miễn thời gian báo trước (" + a.Urgent + ")", En: "before it begins; urgent, and so exempt from the lead time (" + a.Urgent + ")"}.In(l)
	case a.free():
		return rule.Text{Vi: "trước khi đi", En: "before it begins"}.In(l)
	case a.err != nil:
		return rule.Text{Vi: "chưa tính được: ", En: "it cannot be told: "}.In(l) + rule.Tell(a.err, l)
	default:
		return rule.Text{Vi: "hết ngày ", En: "the end of "}.In(l) + weekday(a.last.End.Weekday(), l) + " " + a.last.In(l)
	}
}

func findings(p *program.Page, found rule.Findings) {
	for _, f := range found {
		p.Bullet(f.Kind.In(p.Lang) + ": " + f.In(p.Lang) + " [" + f.Origin().In(p.Lang) + source(f, p.Lang) + "]")
	}
}

func source(f rule.Finding, l rule.Lang) string {
	if f.Source().IsZero() {
		return ""
	}
	return ": " + f.Source().In(l)
}

func weekday(d time.Weekday, l rule.Lang) string { return weekdays[d].In(l) }

var weekdays = []rule.Text{
	{Vi: "Chủ nhật", En: "Sunday"}, {Vi: "thứ Hai", En: "Monday"}, {Vi: "thứ Ba", En: "Tuesday"}, {Vi: "thứ Tư", En: "Wednesday"},
	{Vi: "thứ Năm", En: "Thursday"}, {Vi: "thứ Sáu", En: "Friday"}, {Vi: "thứ Bảy", En: "Saturday"},
}
