// Command ledger prints where every duty of a province stands on a day: each duty of the
// matrix for each leader, assignment, visit, commune and district, its status, its last
// timely day, and what to remind of and what data to ask for.
//
//	go run ./examples/ledger                                  a province of three leaders, on 20/11/2021
//	go run ./examples/ledger -date 2025-09-01 -lang en        after the district level ended
//	go run ./examples/ledger -body so-khdt -status overdue    what one body has not done
//	go run ./examples/ledger -as csv > so.csv                 a line for each duty and object; or json
//	go run ./examples/ledger -date 2021-11-20 tinh.json       a province's own (giupxa.ledger/1)
//
// A file without a matrix takes that of the 2021 dispatch of Lào Cai. The facts of the
// province that is shown without a file are illustrative.
package main

import (
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func main() { newProgram().Main() }

//go:embed minh-hoa.json
var shown []byte

const byDefault = "2021-11-20"

// question is what is asked of a ledger.
type question struct {
	date, as, body, leader, commune, duty, status, within string

	filter ledger.Filter
	days   int
}

func newProgram() program.Program {
	q := question{as: "text", date: byDefault, within: "30"}
	return program.Program{
		Name: "ledger",
		About: rule.Text{
			Vi: "In sổ theo dõi nhiệm vụ vào một ngày: mỗi nhiệm vụ, với mỗi đối tượng, đang ở đâu, hạn nào; cần nhắc việc gì, cần bổ sung dữ liệu nào.\nKhông có tệp thì in sổ minh họa theo công văn năm 2021 của UBND tỉnh Lào Cai; dữ kiện trong đó là minh họa.",
			En: "Prints the ledger of duties on a day: where each duty stands for each object, by when it is due, what to remind of and what data to ask for.\nWithout a file it prints an illustrative one under the 2021 dispatch of Lào Cai; its facts are illustrative.",
		},
		File: rule.Text{Vi: "sổ của tỉnh (JSON, giupxa.ledger/1); không ghi ma trận thì dùng ma trận của công văn năm 2021; «-» là đầu vào chuẩn", En: "a province's ledger (JSON, giupxa.ledger/1); without a matrix it takes that of the 2021 dispatch; - is the standard input"},
		Flags: []program.Flag{
			{Name: "date", Value: &q.date, Words: rule.Text{Vi: "ngày, dạng 2021-11-20 hoặc 20/11/2021", En: "the day, as 2021-11-20 or 20/11/2021"}},
			{Name: "as", Value: &q.as, OneOf: []string{"text", "json", "csv"}, Words: rule.Text{Vi: "cách in", En: "how it is printed"}},
			{Name: "body", Value: &q.body, Words: rule.Text{Vi: "mã một cơ quan: việc của cơ quan và của lãnh đạo cơ quan ấy", En: "id of a body: what it owes and what its leaders owe"}},
			{Name: "leader", Value: &q.leader, Words: rule.Text{Vi: "mã một lãnh đạo", En: "id of a leader"}},
			{Name: "commune", Value: &q.commune, Words: rule.Text{Vi: "mã một xã", En: "code of a commune"}},
			{Name: "duty", Value: &q.duty, Words: rule.Text{Vi: "mã một nhiệm vụ, ví dụ visit.notify", En: "id of a duty, such as visit.notify"}},
			{Name: "status", Value: &q.status, OneOf: statuses(), Words: rule.Text{Vi: "một trạng thái", En: "one status"}},
			{Name: "within", Value: &q.within, Words: rule.Text{Vi: "nhắc việc đến hạn trong số ngày này", En: "remind of what falls due within so many days"}},
		},
		Examples: []string{
			"go run ./examples/ledger -body so-khdt",
			"go run ./examples/ledger -status breached -as csv",
			"go run ./examples/ledger -date 01/9/2025 tinh.json",
		},
		Run: q.run,
	}
}

func statuses() []string {
	var list []string
	for s := duty.Fulfilled; s <= duty.NotComputable; s++ {
		list = append(list, s.String())
	}
	return list
}

func (q *question) run(c *program.Call) error {
	on, err := rule.ParseDate(q.date)
	if err != nil {
		return program.Misuse{Err: err}
	}
	if q.days, err = strconv.Atoi(q.within); err != nil || q.days < 0 || q.days > 3660 {
		return program.Wrong(rule.Text{Vi: "-within là số ngày, từ 0 đến 3660; không phải «{given}»", En: "-within is a number of days from 0 to 3660; not {given}"}, rule.A("given", rule.Shorten(q.within)))
	}
	l, err := q.ledger(c, on)
	if err != nil {
		return err
	}
	day, err := l.On(on)
	if err != nil {
		return program.Of(c.File, err)
	}
	q.filter = ledger.Filter{Body: org.BodyID(q.body), Leader: q.leader, Commune: org.UnitCode(q.commune)}
	if q.duty != "" {
		id := rule.DutyID(q.duty)
		if _, known := l.Matrix.Duty(id); !known {
			return program.Wrong(rule.Text{Vi: "ma trận không có nhiệm vụ «{duty}»", En: "the matrix has no duty {duty}"}, rule.A("duty", rule.Shorten(q.duty)))
		}
		q.filter.Duties = []rule.DutyID{id}
	}
	if q.status != "" {
		var s duty.Status
		if err := s.UnmarshalText([]byte(q.status)); err != nil {
			return program.Misuse{Err: err}
		}
		q.filter.Statuses = []duty.Status{s}
	}
	switch q.as {
	case "json":
		return c.JSON(q.document(day))
	case "csv":
		return q.csv(c, day)
	default:
		return c.Print(q.page(c, l, day))
	}
}

// ledger is the one that is asked about.
func (q *question) ledger(c *program.Call, on civil.Date) (l ledger.Ledger, err error) {
	if c.File == "" {
		err = json.Unmarshal(shown, &l)
	} else {
		err = c.Decode(c.File, &l)
	}
	if err == nil {
		err = program.Dispatch(&l, on)
	}
	return l, err
}

// row is one entry as a row of a table.
type row struct {
	ledger.Entry
	ledger.Laid
}

func (q *question) rows(day ledger.Day) iter.Seq[row] {
	return func(yield func(row) bool) {
		for e := range day.Where(q.filter) {
			if !yield(row{e, e.Laid()}) {
				return
			}
		}
	}
}

// object names what an entry is owed for.
func (r row) object(l rule.Lang) string {
	if r.Object.ID == "" {
		return r.Object.Per.In(l)
	}
	if r.Object.Year != 0 {
		return r.Object.ID + " " + strconv.Itoa(r.Object.Year)
	}
	return r.Object.ID
}

// latest is the last timely day, or "" where none binds.
func (r row) latest(l rule.Lang) string {
	if day := r.Latest(); !day.IsZero() {
		return rule.FormatDate(day, l)
	}
	return ""
}

// late is how many days an entry is late at most.
func (r row) late() int {
	days := 0
	for _, s := range r.Standings {
		days = max(days, s.DaysLate)
	}
	return days
}

// facts are the ids of the records behind an entry.
func (r row) facts() string {
	var refs []string
	add := func(x duty.Record) { refs = append(refs, strings.TrimSpace(x.On.String()+" "+x.Evidence.Ref)) }
	for _, s := range r.Standings {
		if s.Record != nil {
			add(*s.Record)
		}
	}
	for _, x := range r.Evidence {
		add(x)
	}
	return strings.Join(refs, "; ")
}

// because is why nothing better is known, and what was found of the facts.
func (r row) because(l rule.Lang) string {
	var said []string
	for _, f := range r.Because {
		said = append(said, f.In(l))
	}
	for _, s := range r.Standings {
		if s.Record == nil {
			continue
		}
		for _, f := range s.Record.Findings {
			said = append(said, f.In(l))
		}
	}
	return strings.Join(said, "; ")
}

func (q *question) csv(c *program.Call, day ledger.Day) error {
	var b strings.Builder
	w := csv.NewWriter(&b)
	lines := [][]string{{"duty", "passage", "per", "object", "year", "leader", "commune", "by", "status", "latest", "daysLate", "facts", "because"}}
	for r := range q.rows(day) {
		latest := ""
		if d := r.Latest(); !d.IsZero() {
			latest = d.String()
		}
		lines = append(lines, []string{string(r.Duty), r.Source.In(c.Lang), r.Object.Per.String(), r.Object.ID, strconv.Itoa(r.Object.Year),
			r.Leader, string(r.Commune), r.By, r.Status.String(), latest, strconv.Itoa(r.late()), r.facts(), r.because(c.Lang)})
	}
	if err := w.WriteAll(lines); err != nil {
		return err
	}
	return c.Print(b.String())
}

// document is the answer as JSON.
type document struct {
	Date      civil.Date       `json:"date,omitzero"`
	Counts    ledger.Counts    `json:"counts"`
	Entries   []row            `json:"entries"`
	Reminders []ledger.Entry   `json:"reminders"`
	Requests  []ledger.Request `json:"requests"`
	Unplaced  []duty.Record    `json:"unplaced"`
	Caveats   []rule.Text      `json:"caveats"`
	Grounds   rule.Grounds     `json:"grounds"`
}

func (q *question) document(day ledger.Day) document {
	d := document{
		Date: day.On(), Counts: ledger.Count(day.Where(q.filter)), Entries: []row{}, Reminders: program.List(day.Reminders(q.days)),
		Requests: program.List(day.Requests()), Unplaced: []duty.Record{}, Caveats: program.List(day.Caveats()), Grounds: day.Grounds(),
	}
	for r := range q.rows(day) {
		d.Entries = append(d.Entries, r)
	}
	for r := range day.Unplaced() {
		d.Unplaced = append(d.Unplaced, r)
	}
	return d
}

func (q *question) page(c *program.Call, l ledger.Ledger, day ledger.Day) string {
	p := program.Page{Lang: c.Lang}
	p.Paragraph(p.Say("Sổ theo dõi nhiệm vụ ngày ", "Ledger of duties on ") + rule.FormatDate(day.On(), c.Lang) + ", " + l.Matrix.Government().In(c.Lang))
	p.Paragraph(l.Matrix.Basis().Source().In(c.Lang))
	if c.File == "" {
		p.Paragraph(p.Say("Dữ kiện là minh họa.", "The facts are illustrative."))
	}
	counts := ledger.Count(day.Where(q.filter))
	p.Title(p.Say("Tổng hợp", "Counts"))
	var rows [][]string
	for s := duty.Fulfilled; s <= duty.NotComputable; s++ {
		if n := counts.ByStatus[s]; n > 0 {
			rows = append(rows, []string{s.In(c.Lang), strconv.Itoa(n)})
		}
	}
	rows = append(rows, []string{p.Say("cộng", "total"), strconv.Itoa(counts.Total)})
	p.Table(rows, 2)
	rate := p.Say("chưa có gì để tính tỷ lệ", "nothing can be judged")
	if counts.Rate.Known() {
		rate = fmt.Sprintf("%d/%d", counts.OnTime, counts.Judged)
	}
	p.Paragraph("  " + p.Say("đúng hạn trong số tính được: ", "in time of those that can be judged: ") + rate)

	p.Title(p.Say("Nhắc việc", "Reminders"))
	none := func(n int) {
		if n == 0 {
			p.Printf("  %s\n", p.Say("không có", "none"))
		}
	}
	reminders := day.Reminders(q.days)
	for _, e := range reminders {
		p.Bullet(e.By + ": " + e.Laid().Text.In(c.Lang) + " (" + row{Entry: e}.object(c.Lang) + "), " + rule.FormatDate(e.Latest(), c.Lang) + ", " + e.Status.In(c.Lang))
	}
	none(len(reminders))
	p.Title(p.Say("Cần bổ sung dữ liệu", "Data to ask for"))
	requests := day.Requests()
	for _, r := range requests {
		p.Bullet(fmt.Sprintf(p.Say("sổ «%s» của %s đủ đến ngày %s: %d việc", "the register of %s of %s through %s: %d entries"),
			r.Kind.In(c.Lang), r.By, rule.FormatDate(r.Needed, c.Lang), r.Entries))
	}
	none(len(requests))

	p.Title(p.Say("Từng nhiệm vụ", "Every duty"))
	var table [][]string
	before := rule.DutyID("")
	for r := range q.rows(day) {
		if r.Duty != before {
			if before != "" {
				table = append(table, []string{""})
			}
			table = append(table, []string{fmt.Sprintf("%s (%s; %s)", r.Text.In(c.Lang), r.Duty, r.Source.In(c.Lang))})
		}
		before = r.Duty
		table = append(table, []string{"  " + r.object(c.Lang), r.By, r.Status.In(c.Lang), r.latest(c.Lang), r.because(c.Lang)})
	}
	p.Table(table, 0)
	if caveats := day.Caveats(); len(caveats) > 0 {
		p.Title(p.Say("Lưu ý", "Caveats"))
		for _, w := range caveats {
			p.Bullet(w.In(c.Lang))
		}
	}
	return p.String()
}
