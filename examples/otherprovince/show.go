package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/evaluation/rating"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/visit"
)

// page shows what a province gets.
type page struct {
	program.Page
	p *province
	m mistakes // of the records that are asked about
}

// show prints a province and the answers to the records in its folder asked; a record that is
// not there is not asked about.
func (g *page) show() error {
	p := g.p
	g.Title(p.Head.Name.In(g.Lang) + ", " + rule.FormatDate(p.Head.Day, g.Lang))
	if p.Head.Note != (rule.Text{}) {
		g.Paragraph(p.Head.Note.In(g.Lang))
	}
	g.Paragraph(g.Say("Văn bản: ", "Text: ") + p.Basis.Source().In(g.Lang))
	steps := []func() error{g.matrix, g.ledger}
	ask(g, &steps, "commune.json", g.commune)
	ask(g, &steps, "visit.json", g.visit)
	ask(g, &steps, "sheet.json", g.sheet)
	ask(g, &steps, "rating.json", g.rating)
	ask(g, &steps, "ranking.json", g.ranking)
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	if len(g.m) > 0 {
		return g.m
	}
	return nil
}

// ask reads a record and adds the step that answers it.
func ask[T any](g *page, steps *[]func() error, name string, answer func(T) error) {
	var record T
	if g.read(name, nil, &record) {
		*steps = append(*steps, func() error { return answer(record) })
	}
}

// read reads a record of the folder asked; false where there is none or it is no record.
func (g *page) read(name string, basis []string, into any) bool {
	data, err := fs.ReadFile(g.p.asked, name)
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if err == nil {
		data, err = form.Text(data)
	}
	if err == nil && basis != nil {
		text, _ := json.Marshal(g.p.Basis)
		data, _ = put(data, basis, text)
	}
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		g.m.err(askedFolder+"/"+name, err)
	}
	return err == nil
}

func (g *page) matrix() error {
	m, err := g.p.Matrix.On(g.p.Head.Day)
	if err != nil {
		return err
	}
	g.Title(g.Say("Ma trận trách nhiệm, ", "Responsibility matrix, ") + m.Government().In(g.Lang))
	rows := [][]string{{g.Say("Mã", "Duty"), g.Say("Căn cứ", "Passage"), g.Say("Ai làm", "Who bears it"), g.Say("Với ai", "Towards whom"), g.Say("Việc", "What")}}
	for d := range m.Duties() {
		rows = append(rows, []string{string(d.ID), d.Source.Place(g.Lang), g.parties(m, d.Bearers), g.parties(m, d.Towards), d.Text.In(g.Lang)})
	}
	g.Table(rows, 0)
	for _, c := range m.Caveats() {
		g.Paragraph(g.Say("Lưu ý: ", "Note: ") + c.In(g.Lang))
	}
	return nil
}

func (g *page) parties(m duty.Matrix, list duty.Parties) string {
	var names []string
	for party := range list.All() {
		names = append(names, m.Name(party.Body).In(g.Lang))
	}
	return strings.Join(names, "; ")
}

func (g *page) ledger() error {
	p := g.p
	var facts duty.Register
	if !g.read("facts.json", []string{"basis"}, &facts) {
		return nil
	}
	changes, err := p.Roster.Changes(assignment.Roster{}, assignment.Comparison{On: p.Head.Day, Units: p.Gazetteer})
	if err != nil {
		return err
	}
	l := ledger.Ledger{Matrix: p.Matrix, Roster: p.Roster, Register: facts, Gazetteer: p.Gazetteer,
		OnTargetMerged: p.Assignments.OnTargetMerged, Leaders: p.Head.Leaders, Changes: changes}
	for _, c := range changes {
		l.Dues = append(l.Dues, p.Mandate.Owed(c)...)
	}
	day, err := l.On(p.Head.Day)
	if err != nil {
		return err
	}
	g.Title(g.Say("Sổ theo dõi nhiệm vụ", "Ledger of duties"))
	counts := map[duty.Status]int{}
	rows := [][]string{{g.Say("Nhiệm vụ", "Duty"), g.Say("Của ai", "Whose"), g.Say("Xã", "Commune"), g.Say("Trạng thái", "Status"), g.Say("Hạn", "Last day")}}
	for e := range day.Entries() {
		counts[e.Status]++
		switch e.Status {
		case duty.Fulfilled, duty.FulfilledLate, duty.NotYetDue, duty.DueToday, duty.Overdue, duty.Breached:
			rows = append(rows, []string{string(e.Duty), g.whose(e), g.place(e.Commune), e.Status.In(g.Lang), g.latest(e)})
		}
	}
	g.Table(rows, 0)
	var told []string
	for s := duty.Fulfilled; s <= duty.NotComputable; s++ {
		if counts[s] > 0 {
			told = append(told, s.In(g.Lang)+" "+strconv.Itoa(counts[s]))
		}
	}
	g.Paragraph(strconv.Itoa(day.Len()) + g.Say(" mục: ", " entries: ") + strings.Join(told, "; "))
	return nil
}

func (g *page) whose(e ledger.Entry) string {
	if l, known := g.p.Roster.Leader(e.Leader); known {
		return l.Post + ", " + g.p.Matrix.Name(l.Body).In(g.Lang)
	}
	return g.place(org.UnitCode(e.By))
}

// place names the unit that bears a code on the day; a code of none is said as it is.
func (g *page) place(code org.UnitCode) string {
	if u, known := g.p.Gazetteer.At(code, g.p.Head.Day); known {
		return u.In(g.Lang)
	}
	return string(code)
}

func (g *page) latest(e ledger.Entry) string {
	for _, s := range e.Standings {
		if !s.Due.Latest.IsZero() {
			return rule.FormatDate(s.Due.Latest, g.Lang)
		}
	}
	return ""
}

func (g *page) commune(d criteria.Dossier) error {
	a, err := g.p.Set.Assess(d)
	if err != nil {
		return err
	}
	table := g.p.Set.Table()
	g.Title(g.Say("Đối chiếu ", "Assessment of ") + d.UnitName + ": " + table.Name.In(g.Lang))
	rows := [][]string{{g.Say("Chỉ tiêu", "Row"), g.Say("Nội dung", "What"), g.Say("Số liệu", "Reading"), g.Say("Phải đạt", "Demand"), g.Say("Kết quả", "Verdict"), g.Say("Còn thiếu", "Gap")}}
	for l := range a.Lines() {
		if _, given := d.Readings[l.Code]; !given {
			continue
		}
		gap := ""
		if n, known := l.Gap(); known && n.Sign() > 0 {
			gap = n.In(g.Lang)
		}
		rows = append(rows, []string{l.Code, l.Name.In(g.Lang), l.Reading.In(g.Lang), program.Demand(l, g.Lang), l.Verdict.In(g.Lang), gap})
	}
	g.Table(rows, 0)
	least, most := a.Bounds()
	g.Paragraph(g.Say("Cả xã: ", "The commune: ") + a.Verdict().In(g.Lang) + g.Say("; tiêu chí đạt: ", "; criteria met: ") +
		strconv.Itoa(least) + "–" + strconv.Itoa(most) + g.Say(" trên ", " of ") + strconv.Itoa(len(table.Criteria)))
	return nil
}

func (g *page) visit(v visit.Visit) error {
	p := g.p
	g.Title(g.Say("Chuyến đi ", "Visit ") + v.ID + ": " + g.place(v.Commune) + ", " + rule.FormatDate(v.Start.Date, g.Lang))
	last, err := p.Visits.LastDay(v.Start.Date, p.Calendar)
	if err != nil && !errors.Is(err, visit.ErrNoLeadTime) {
		return err
	}
	if err == nil {
		g.Paragraph(g.Say("Báo xã chậm nhất: ", "The commune is told by: ") + last.In(g.Lang))
	}
	for _, n := range v.Notices {
		g.Paragraph(g.Say("Đã báo: ", "Told: ") + n.Sent.In(g.Lang))
	}
	g.findings(p.Visits.Check(v, p.Roster))
	return nil
}

// findings says each finding with what it rests on.
func (g *page) findings(found rule.Findings) {
	if len(found) == 0 {
		g.Paragraph(g.Say("Không có gì sai.", "Nothing is wrong."))
	}
	for _, f := range found {
		g.Bullet(f.Kind.In(g.Lang) + ": " + f.In(g.Lang))
		switch source := f.Source(); {
		case !source.IsZero():
			g.Below(f.Origin().In(g.Lang) + ": " + source.In(g.Lang))
		default:
			g.Below(f.Origin().In(g.Lang) + "; " + string(f.Code()))
		}
	}
}

func (g *page) sheet(s evaluation.Sheet) error {
	p := g.p
	r, err := p.Scheme.Score(s)
	if err != nil {
		return err
	}
	g.Title(g.Say("Phiếu chấm ", "Score sheet ") + s.ID + ": " + p.Scheme.Table().Name.In(g.Lang))
	for line := range strings.Lines(r.In(g.Lang)) {
		g.Table([][]string{{strings.TrimSuffix(line, "\n")}}, 0) // keeps the spaces before it
	}
	matrix, err := p.Matrix.On(p.Head.Day)
	if err != nil {
		return err
	}
	g.findings(slices.Concat(r.Findings(), p.Evaluations.Check(s, p.Scheme, matrix)))
	return nil
}

func (g *page) rating(rec rating.Record) error {
	r, err := g.p.Ratings.Rate(rec)
	if err != nil {
		return err
	}
	g.Title(g.Say("Xếp loại năm ", "Rating of ") + strconv.Itoa(rec.Year) + ": " + rec.ID)
	for line := range strings.Lines(r.In(g.Lang)) {
		g.Paragraph(strings.TrimSpace(line))
	}
	if last, source := r.LatestDay(); !last.IsZero() {
		g.Paragraph(g.Say("Xếp loại chậm nhất ngày ", "Rated by ") + rule.FormatDate(last, g.Lang) + " (" + source.In(g.Lang) + ")")
	}
	return nil
}

func (g *page) ranking(list rank.List) error {
	a, err := g.p.Ranks.Order(list)
	if err != nil {
		return err
	}
	g.Title(g.Say("Thứ tự và tỷ lệ xuất sắc", "Order, and the quota of Excellent"))
	for line := range strings.Lines(a.In(g.Lang)) {
		g.Paragraph(strings.TrimSpace(line))
	}
	for _, l := range a.Limits() {
		g.Bullet(l.In(g.Lang))
	}
	g.findings(a.Findings())
	return nil
}
