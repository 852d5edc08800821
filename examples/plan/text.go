package main

import (
	"fmt"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/contribution"
	"github.com/giupxa/giupxa/plan/progress"
)

// page is the plan as a tree, its goals, what was given, and what is to be mended.
func (a *answer) page(l rule.Lang) string {
	p := &program.Page{Lang: l}
	a.head(p)
	p.Printf("\n")
	rows := [][]string{{p.Say("Việc", "Work"), p.Say("việc xong", "done"), p.Say("khối lượng", "of what"), p.Say("theo trọng số", "weighted"), p.Say("thời gian đã qua", "time gone")}}
	for n := range a.Progress.All() {
		depth := strings.Count(string(n.Path), "[")
		rows = append(rows, []string{strings.Repeat("  ", depth) + n.Title.In(l) + a.visits(p, n), tally(p, n.Activities), counts(p, n.Counts), bounds(p, n.Weighted), percent(n.Elapsed, l)})
	}
	p.Table(rows, 0)
	a.goals(p)
	a.contributions(p)
	if len(a.Changes) > 0 {
		p.Title(p.Say("Các lần điều chỉnh", "Changes"))
		for _, c := range a.Changes {
			p.Bullet(fmt.Sprintf("%s: %s: %s → %s. %s", rule.FormatDate(c.On, l), c.Item, or(c.Was, "–"), or(c.Is, "–"), c.Why))
		}
	}
	a.findings(p)
	return p.String()
}

func (a *answer) head(p *program.Page) {
	p.Paragraph(p.Say("Kế hoạch năm ", "Plan of ") + strconv.Itoa(a.annual.Year) + p.Say(" giúp xã ", " for the commune ") + string(a.about.Commune) + ", " + a.Span.In(p.Lang))
	p.Paragraph(p.Say("Tính đến ngày ", "As of ") + rule.FormatDate(a.Day, p.Lang))
}

// visits are those of a month, with the reason where there are none.
func (a *answer) visits(p *program.Page, n progress.Node) string {
	if n.Visits > 0 {
		return " (" + strconv.Itoa(n.Visits) + p.Say(" chuyến đi", " visits") + ")"
	}
	return ""
}

func tally(p *program.Page, t progress.Tally) string {
	if t.Of == 0 {
		return ""
	}
	words := strconv.Itoa(t.Done) + "/" + strconv.Itoa(t.Of)
	if t.Unknown > 0 {
		words += ", " + strconv.Itoa(t.Unknown) + p.Say(" chưa rõ", " not known")
	}
	return words
}

func counts(p *program.Page, list []progress.Count) string {
	words := make([]string, len(list))
	for i, c := range list {
		words[i] = c.Done.In(p.Lang) + "/" + c.Of.In(p.Lang) + " " + c.Unit
		if left := c.Left(); left.Known() && left.Sign() > 0 {
			words[i] += p.Say(", còn ", ", ") + left.In(p.Lang) + p.Say("", " left")
		}
		if c.Unknown.Sign() > 0 {
			words[i] += ", " + c.Unknown.In(p.Lang) + p.Say(" chưa rõ", " not known")
		}
	}
	return strings.Join(words, "; ")
}

func bounds(p *program.Page, b progress.Bounds) string {
	switch {
	case !b.Low.Known():
		return ""
	case b.Low.Cmp(b.High) == 0:
		return percent(b.Low, p.Lang)
	}
	return percent(b.Low, p.Lang) + "–" + percent(b.High, p.Lang)
}

// percent is a share with two decimals.
func percent(f rule.Fraction, l rule.Lang) string {
	if !f.Known() {
		return ""
	}
	return f.Mul(rule.Ratio(100, 1)).Round(2, rule.HalfAway).In(l) + " %"
}

func (a *answer) goals(p *program.Page) {
	p.Title(p.Say("Mục tiêu", "Goals"))
	for _, g := range a.Goals {
		words := g.Goal.Text
		if g.Goal.Target.Known() {
			words += ": " + g.Goal.Target.In(p.Lang) + " " + g.Goal.Unit
		}
		if len(g.Goal.Criteria) > 0 {
			words += " (" + strings.Join(g.Goal.Criteria, ", ") + ", " + g.Goal.Set + ")"
		}
		p.Bullet(words)
		if g.Serves != "" {
			p.Below("→ " + g.Serves)
		}
		if !g.Province.IsZero() {
			p.Below("→ " + g.Province.In(p.Lang))
		}
	}
}

func (a *answer) contributions(p *program.Page) {
	if a.Promised.All.Gifts+a.Received.All.Gifts == 0 {
		return
	}
	p.Title(p.Say("Đóng góp", "Contributions"))
	for _, s := range []struct {
		words rule.Text
		sum   contribution.Totals
	}{{rule.Text{Vi: "dự kiến", En: "promised"}, a.Promised}, {rule.Text{Vi: "đã nhận", En: "received"}, a.Received}} {
		line := s.words.In(p.Lang) + ": " + strconv.Itoa(s.sum.All.Gifts) + p.Say(" khoản, ", " gifts, ") + s.sum.All.Value.In(p.Lang) + " đồng"
		if n := s.sum.All.Unvalued; n > 0 {
			line += ", " + strconv.Itoa(n) + p.Say(" khoản chưa rõ giá trị", " without a value")
		}
		p.Bullet(line)
		for _, c := range s.sum.Counts {
			p.Below(c.Amount.In(p.Lang) + " " + c.Unit)
		}
	}
}

func (a *answer) findings(p *program.Page) {
	p.Title(p.Say("Kiểm tra", "Check"))
	if len(a.Findings) == 0 {
		p.Printf("%s\n", p.Say("Không thiếu gì.", "Nothing is missing."))
	}
	for _, f := range a.Findings {
		p.Bullet(f.Kind.In(p.Lang) + ", " + f.Origin().In(p.Lang) + ": " + string(f.Path) + ": " + f.In(p.Lang))
		if s := f.Source(); !s.IsZero() {
			p.Below(s.In(p.Lang))
		}
	}
}

// bar is one line over the days of the plan.
type bar struct {
	label    string
	days     rule.Span
	exact    bool // a day is set; otherwise it is planned for its month
	complete civil.Date
	from     civil.Date // of the first count
}

// gantt is the plan over its weeks, seven days a column from its first day on.
func (a *answer) gantt(l rule.Lang) string {
	p := &program.Page{Lang: l}
	a.head(p)
	days, bounded := a.Span.Days()
	if !bounded {
		return p.String()
	}
	weeks := (days + 6) / 7
	column := func(d civil.Date) int { return min(max(d.DaysSince(a.Span.From)/7, 0), weeks-1) }
	months := []rune(strings.Repeat("·", weeks+1)) // and not spaces, which a table would take together
	for m := int(a.Span.From.Month); m <= int(a.Span.To.Month); m++ {
		copy(months[column(rule.Month(a.annual.Year, m).From):], []rune(strconv.Itoa(m)))
	}
	rows := [][]string{{p.Say("tháng", "month"), string(months)}}
	for _, b := range a.bars(p) {
		if b.days == (rule.Span{}) {
			rows = append(rows, []string{b.label})
			continue
		}
		line := []rune(strings.Repeat("·", weeks))
		mark := '░'
		if b.exact {
			mark = '█'
		}
		if days, in := b.days.Intersect(a.Span); in {
			for i := column(days.From); i <= column(days.To); i++ {
				line[i] = mark
			}
		}
		if b.from.IsValid() {
			line[column(b.from)] = '○'
		}
		if b.complete.IsValid() {
			line[column(b.complete)] = '●'
		}
		rows = append(rows, []string{b.label, string(line)})
	}
	now := []rune(strings.Repeat("·", weeks))
	if a.Span.Contains(a.Day) {
		now[column(a.Day)] = '▲'
		rows = append(rows, []string{p.Say("ngày tính", "as of"), string(now)})
	}
	p.Printf("\n")
	p.Table(cut(rows, program.Width-weeks-5), 0)
	p.Printf("\n")
	p.Paragraph(p.Say("Mỗi cột là bảy ngày. █ ngày đã định; ░ trong tháng; ○ đã đếm; ● đã xong; – không đi, có lý do.",
		"Each column is seven days. █ on a day; ░ in its month; ○ counted; ● done; – no visit, for a reason."))
	return p.String()
}

// cut shortens the labels to a width, so that no bar runs over two lines.
func cut(rows [][]string, width int) [][]string {
	for _, row := range rows {
		label := []rune(row[0])
		for rule.Width(string(label)) > width {
			label = append(label[:len(label)-2], '…')
		}
		row[0] = string(label)
	}
	return rows
}

// bars are the visits and activities in the order of the plan.
func (a *answer) bars(p *program.Page) []bar {
	var list []bar
	for _, q := range a.annual.Quarters {
		for _, m := range q.Months {
			if m.Month < 1 || m.Month > 12 {
				continue
			}
			month := rule.Month(a.annual.Year, m.Month)
			title := p.Say("tháng ", "month ") + strconv.Itoa(m.Month)
			if m.NoVisit != "" {
				title += " – " + m.NoVisit
			}
			list = append(list, bar{label: title})
			for _, v := range m.Visits {
				days, exact := span(v.On, v.To, month)
				list = append(list, bar{label: "  " + p.Say("đi: ", "visit: ") + v.Content, days: days, exact: exact})
			}
			for i := range m.Activities {
				list = append(list, a.activity(&m.Activities[i], month))
			}
		}
	}
	return list
}

func (a *answer) activity(x *plan.Activity, month rule.Span) bar {
	days, exact := span(x.On, civil.Date{}, month)
	b := bar{label: "  " + x.Content, days: days, exact: exact}
	if d, ok := x.DoneBy(a.Day); ok {
		if d.Count.Cmp(x.Aim()) >= 0 {
			b.complete = d.On
		} else {
			b.from = d.On
		}
	}
	return b
}

// span is the days of an item, or its month where no day is set.
func span(from, to civil.Date, month rule.Span) (days rule.Span, exact bool) {
	switch {
	case !from.IsValid():
		return month, false
	case to.IsValid() && !to.Before(from):
		return rule.Span{From: from, To: to}, true
	default:
		return rule.Span{From: from, To: from}, true
	}
}

func or(words, other string) string {
	if words == "" {
		return other
	}
	return words
}
