package main

import (
	"fmt"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

// asOf is the day on which the example asks what is owed and what is late.
var asOf = rule.Day(2021, 8, 31)

// rosterSection is who helps whom, and the papers that each owes by when.
type rosterSection struct {
	AsOf  civil.Date   `json:"asOf,omitzero"`
	Lines []rosterLine `json:"lines"`
	Owed  []owedLine   `json:"owed"`
	// OnTime and Judged count the papers that had a date.
	OnTime int `json:"onTime"`
	Judged int `json:"judged"`
}

type rosterLine struct {
	Change  assignment.ChangeKind `json:"change"`
	Leader  rule.Text             `json:"leader"`
	Commune rule.Text             `json:"commune"`
	On      civil.Date            `json:"on,omitzero"`
	Pairing fact                  `json:"pairing"` // the day and the kind of change are illustrative
}

type owedLine struct {
	Leader   rule.Text   `json:"leader"`
	Commune  rule.Text   `json:"commune"`
	Due      duty.Due    `json:"due"`
	Status   duty.Status `json:"status"`
	On       rule.Moment `json:"on,omitzero"`
	DaysLate int         `json:"daysLate"`
}

func newRosterSection(roster assignment.Roster) (rosterSection, error) {
	s := rosterSection{AsOf: asOf}
	previous, err := rosterOf(before)
	if err != nil {
		return s, err
	}
	mandate := plan.LaoCai2021()
	var facts []duty.Record
	for _, p := range papers() {
		facts = append(facts, mandate.Records(p, roster)...)
	}
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.PeriodPlanSent, Through: asOf}, {Kind: duty.AnnualPlanSent, Through: asOf}}, facts...)
	if err != nil {
		return s, err
	}
	changes, err := roster.Changes(previous, assignment.Comparison{On: decision1599.Date})
	if err != nil {
		return s, err
	}
	for _, c := range changes {
		leader := rule.Text{Vi: who(roster, c.Leader, rule.Vi), En: who(roster, c.Leader, rule.En)}
		commune := rule.Text{Vi: communeName(c.Commune, rule.Vi), En: communeName(c.Commune, rule.En)}
		s.Lines = append(s.Lines, rosterLine{c.Kind, leader, commune, c.On, pairingOf(c.Assignment.ID)})
		for _, due := range mandate.Owed(c) {
			if due.Object.Year > asOf.Year {
				continue // the later annual plans have no date in the text; a note says so
			}
			standing := due.Status(register, asOf)
			line := owedLine{leader, commune, due, standing.Status, rule.Moment{}, standing.DaysLate}
			if standing.Record != nil {
				line.On = standing.Record.On
			}
			s.Owed = append(s.Owed, line)
			if due.Latest.IsZero() {
				continue
			}
			s.Judged++
			if standing.Status == duty.Fulfilled {
				s.OnTime++
			}
		}
	}
	return s, nil
}

func (s rosterSection) print(p *page) {
	p.title("1. Ai giúp xã nào, và phải gửi gì, đến khi nào", "1. Who helps which commune, and what is owed by when")
	rows := [][]string{{p.Say("lãnh đạo", "leader"), p.Say("xã", "commune"), p.Say("thay đổi", "change"), p.Say("ngày (minh họa)", "day (illustrative)"), p.Say("đơn vị giúp xã: nguồn", "who helps: source")}}
	for _, l := range s.Lines {
		rows = append(rows, []string{l.Leader.In(p.Lang), l.Commune.In(p.Lang), l.Change.In(p.Lang), rule.FormatDate(l.On, p.Lang), p.mark(l.Pairing)})
	}
	p.Table(rows, 2)
	p.Printf("\n")
	p.paragraph("Kế hoạch giai đoạn 2021–2025 và kế hoạch năm 2021, đến ngày "+rule.FormatDate(s.AsOf, rule.Vi)+" (ngày gửi là minh họa; gửi Văn phòng Điều phối, không có bước phê duyệt):",
		"The period plan and the plan of 2021 as of "+rule.FormatDate(s.AsOf, rule.En)+" (days of sending are illustrative; sent to the Coordination Office, nobody approves):")
	rows = nil
	for i, o := range s.Owed {
		if i == 0 || s.Owed[i-1].Commune != o.Commune {
			rows = append(rows, []string{o.Commune.In(p.Lang)})
		}
		rows = append(rows, []string{"  " + o.Due.Note.In(p.Lang)}, []string{"    " + p.until(o.Due), p.sentOn(o), o.standing(p.Lang)})
	}
	p.Table(rows, 2)
	for _, o := range s.Owed {
		if !o.Due.Latest.IsZero() {
			p.Printf("  %s %s — %s\n", p.Say("Thời hạn:", "The date:"), o.Due.Origin.In(p.Lang), o.Due.Source.In(p.Lang))
			break
		}
	}
	p.Printf("  %s %d/%d\n", p.Say("Kịp hạn, trên số văn bản có thời hạn:", "In time, of the papers that have a date:"), s.OnTime, s.Judged)
	p.paragraph("  Kế hoạch các năm 2022–2025: mỗi năm một kế hoạch, văn bản không ghi thời hạn.",
		"  Plans of 2022–2025: one each year, no date in the text.")
}

func (p *page) until(d duty.Due) string {
	if d.Latest.IsZero() {
		return p.Say("không ghi hạn", "no date")
	}
	return p.Say("chậm nhất ", "by ") + rule.FormatDate(d.Latest, p.Lang)
}

func (p *page) sentOn(o owedLine) string {
	if o.On.IsZero() {
		return p.Say("chưa gửi", "not sent")
	}
	return p.Say("gửi ", "sent ") + o.On.In(p.Lang) + " " + p.mark(illustrative)
}

func (o owedLine) standing(l rule.Lang) string {
	if o.DaysLate == 0 {
		return o.Status.In(l)
	}
	return fmt.Sprintf("%s %d %s", o.Status.In(l), o.DaysLate, rule.Text{Vi: "ngày", En: "day(s)"}.In(l))
}

// papers are the plans that were sent, all illustrative: only what their timeliness needs.
func papers() []plan.Plan {
	office := string(laocai.CoordinationOffice)
	sent := func(to, revision string, on rule.Moment) plan.Sent {
		return plan.Sent{To: to, Revision: revision, On: on}
	}
	period := func(assignment string, history []plan.Revision, sendings ...plan.Sent) plan.Plan {
		return plan.Period{ID: assignment + "-2021-2025", Assignment: assignment, FirstYear: 2021, LastYear: 2025, History: history, Sent: sendings}
	}
	annual := func(assignment string, history []plan.Revision, sendings ...plan.Sent) plan.Plan {
		return plan.Annual{ID: assignment + "-2021", Assignment: assignment, Year: 2021, History: history, Sent: sendings}
	}
	issued := func(month, day int) []plan.Revision {
		return []plan.Revision{{ID: "v1", Issued: rule.Day(2021, month, day)}}
	}
	august := func(day int) rule.Moment { return rule.On(rule.Day(2021, 8, day)) }
	review := []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 1, 25)}, {ID: "minute", Issued: rule.Day(2021, 8, 5), Unchanged: true}}
	adjusted := []plan.Revision{{ID: "v1", Issued: rule.Day(2021, 1, 25)}, {ID: "v2", Issued: rule.Day(2021, 8, 5), Note: "điều chỉnh, bổ sung"}}
	return []plan.Plan{
		period("nhnn-ta-thang", issued(8, 5), sent(office, "v1", august(6))),
		annual("nhnn-ta-thang", issued(8, 5), sent(office, "v1", august(8))),
		period("nhnn-lung-khau-nhin", issued(8, 9), sent(office, "v1", rule.At(rule.Day(2021, 8, 9), 23, 40))),
		annual("nhnn-lung-khau-nhin", issued(8, 9), sent(office, "v1", august(10))),
		period("khdt-minh-luong", issued(8, 2), sent(office, "v1", august(6))),
		annual("khdt-minh-luong", issued(8, 2), sent(office, "v1", august(6))),
		period("nnptnt-phin-ngan", issued(7, 30), sent(office, "v1", august(3))),
		annual("nnptnt-phin-ngan", issued(7, 30), sent(office, "v1", august(3))),
		period("mtdt-tri-quang", review, sent(office, "minute", august(9))),
		annual("mtdt-tri-quang", adjusted, sent("ubnd-huyen", "v2", august(9)), sent(office, "v2", august(10))),
		period("hnd-a-mu-sung", issued(8, 4), sent(office, "v1", august(5))),
		annual("hnd-a-mu-sung", issued(8, 4), sent(office, "v1", august(5))),
	}
}
