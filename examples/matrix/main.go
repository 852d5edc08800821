// Command matrix prints a responsibility matrix on a day: who must do what towards whom,
// under which passage. The matrix is that of the 2021 dispatch, or one from a file.
//
//	go run ./examples/matrix -date 2021-08-15                   three levels of government
//	go run ./examples/matrix -date 2026-11-23                   two levels; what became of the district's part
//	go run ./examples/matrix -date 2021-08-15 -body so-noi-vu   one body
//	go run ./examples/matrix -level commune -section 3          one level, one section
//	go run ./examples/matrix -as markdown                       or raci, json
//	go run ./examples/matrix -lang en province.json             a province's own (giupxa.matrix/1)
//
// What limits the answer on that day is printed below it. The letters of -as raci
// are a reading: the text has verbs, and each row keeps them.
package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func main() { newProgram().Main() }

// question is what is asked of a matrix.
type question struct {
	date, level, body, section, as string

	day  civil.Date
	of   org.Level
	lang rule.Lang
}

const byDefault = "2021-08-15"

func newProgram() program.Program {
	q := question{as: "text"}
	return program.Program{
		Name: "matrix",
		About: rule.Text{
			Vi: "In ma trận trách nhiệm vào một ngày: ai phải làm gì, với ai, theo đoạn nào của văn bản. Ma trận là của công văn năm 2021 của UBND tỉnh Lào Cai, hoặc đọc từ tệp.",
			En: "Prints a responsibility matrix on a day: who must do what towards whom, under which passage. The matrix is that of the 2021 dispatch of Lào Cai, or one from a file.",
		},
		File: rule.Text{Vi: "ma trận của tỉnh (JSON, giupxa.matrix/1), thay cho công văn năm 2021; «-» là đầu vào chuẩn", En: "a province's matrix (JSON, giupxa.matrix/1) in place of the 2021 dispatch; - is the standard input"},
		Flags: []program.Flag{
			{Name: "date", Value: &q.date, Words: rule.Text{Vi: "ngày, dạng 2021-08-15 hoặc 15/8/2021; không ghi: " + byDefault + ", hoặc mọi ngày của ma trận trong tệp", En: "the day, as 2021-08-15 or 15/8/2021; left out: " + byDefault + ", or all days of a matrix from a file"}},
			{Name: "body", Value: &q.body, Words: rule.Text{Vi: "mã một cơ quan, ví dụ so-noi-vu", En: "id of a body, such as so-noi-vu"}},
			{Name: "level", Value: &q.level, OneOf: []string{"province", "district", "commune"}, Words: rule.Text{Vi: "một cấp", En: "one level"}},
			{Name: "section", Value: &q.section, Words: rule.Text{Vi: "một mục của văn bản: 1 đến 4", En: "one section of the text: 1 to 4"}},
			{Name: "as", Value: &q.as, OneOf: []string{"text", "markdown", "raci", "json"}, Words: rule.Text{Vi: "cách in", En: "how it is printed"}},
		},
		Examples: []string{
			"go run ./examples/matrix -date 2026-11-23 -level commune",
			"go run ./examples/matrix -date 15/8/2021 -body so-noi-vu -as json",
			"go run ./examples/matrix tinh.json",
		},
		Run: func(c *program.Call) error { return q.run(c) }, //nolint:gocritic // flags are read before it runs
	}
}

func (q question) run(c *program.Call) error {
	q.lang = c.Lang
	m, err := q.matrix(c)
	if err != nil {
		return err
	}
	found := rule.Findings{}
	if c.File != "" {
		found = m.Check()
	}
	switch q.as {
	case "json":
		err = c.JSON(q.document(m, found))
	case "markdown":
		err = c.Print("# " + q.heading(m) + "\n\n" + duty.Markdown(m.Lines(q.entries(m), q.lang)) + q.notes(m, found))
	default:
		err = c.Print(q.page(m) + q.notes(m, found))
	}
	if err == nil && found.Has(rule.Broken) {
		return program.ErrFound
	}
	return err
}

// matrix is the one that is asked about, on the day; the error says what cannot be asked
// of it.
func (q *question) matrix(c *program.Call) (m duty.Matrix, err error) {
	if q.date == "" && c.File == "" {
		q.date = byDefault
	}
	if q.date != "" {
		if q.day, err = rule.ParseDate(q.date); err != nil {
			return m, program.Misuse{Err: err}
		}
	}
	q.of, _ = org.ParseLevel(q.level)
	if c.File == "" {
		m, err = laocai.InForce(q.day)
	} else if err = c.Decode(c.File, &m); err == nil && q.date != "" {
		m, err = m.On(q.day)
	}
	if err != nil {
		return m, err
	}
	if _, known := m.Body(org.BodyID(q.body)); q.body != "" && !known {
		list := bodyIDs(m)
		return m, program.Wrong(rule.Text{Vi: "không có cơ quan mang mã «{body}»; các mã có: {bodies}", En: "no body has the id {body}; there are {bodies}"},
			rule.A("body", q.body), rule.A("bodies", rule.Text{Vi: list, En: list}))
	}
	if q.of != 0 && !m.Government().Has(q.of) {
		return m, program.Wrong(rule.Text{Vi: "{government} không có {level}", En: "a {government} has no {level}"}, rule.A("government", m.Government()), rule.A("level", q.of))
	}
	if sections := sectionsOf(m); q.section != "" && !slices.Contains(sections, q.section) {
		list := strings.Join(sections, ", ")
		return m, program.Wrong(rule.Text{Vi: "văn bản không có mục «{section}»; các mục có: {sections}", En: "the text has no section {section}; there are {sections}"},
			rule.A("section", q.section), rule.A("sections", rule.Text{Vi: list, En: list}))
	}
	return m, nil
}

// sectionsOf are the sections that lay duties down.
func sectionsOf(m duty.Matrix) []string {
	var list []string
	for d := range m.Duties() {
		if s := d.Section(); s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	slices.Sort(list)
	return list
}

func bodyIDs(m duty.Matrix) string {
	var ids []string
	for _, b := range m.Bodies() {
		ids = append(ids, string(b.ID))
	}
	return strings.Join(ids, ", ")
}

// entries are the cells asked for.
func (q question) entries(m duty.Matrix) iter.Seq[duty.Entry] {
	return func(yield func(duty.Entry) bool) {
		for e := range m.All() {
			b, _ := m.Body(e.Body)
			if q.body != "" && string(e.Body) != q.body || q.of != 0 && b.Level != q.of || q.section != "" && e.Duty.Section() != q.section {
				continue
			}
			if !yield(e) {
				return
			}
		}
	}
}

func (q question) say(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(q.lang) }

func (q question) heading(m duty.Matrix) string {
	title := q.say("Ma trận trách nhiệm", "Responsibility matrix")
	if !q.day.IsZero() {
		title += q.say(" ngày ", " on ") + rule.FormatDate(q.day, q.lang)
	}
	title += ", " + m.Government().In(q.lang)
	if q.body != "" {
		title += ": " + m.Name(org.BodyID(q.body)).In(q.lang)
	}
	return title
}

// page is the cells by duty: what is to be done, under which passage and when, and below it
// who has which part in it.
func (q question) page(m duty.Matrix) string {
	p := program.Page{Lang: q.lang}
	p.Paragraph(q.heading(m))
	if source := m.Basis().Source(); !source.IsZero() {
		p.Paragraph(source.In(q.lang))
	}
	var rows [][]string
	var lines [][]string
	entries := slices.Collect(q.entries(m))
	if len(entries) > 0 {
		lines = m.Lines(slices.Values(entries), q.lang)[1:] // without the heading
	}
	before := rule.DutyID("")
	for i, e := range entries {
		passage, body, verb, when, what := lines[i][1], lines[i][2], lines[i][3], lines[i][4], lines[i][5]
		if e.Duty.ID != before {
			rows = append(rows, []string{""}, []string{fmt.Sprintf("%s (%s)", what, e.Duty.ID)}, []string{"  " + passage + "; " + when})
		}
		before = e.Duty.ID
		if q.as == "raci" {
			verb = letter(e, q.lang)
		}
		rows = append(rows, []string{"    " + body, verb})
	}
	p.Table(rows, 0)
	if q.as == "raci" {
		p.Printf("\n")
		p.Paragraph(legend.In(q.lang))
	}
	return p.String()
}

// notes are what the rows do not say: that there are none, the classes to which a
// body belongs, what limits the answer, where the parts of bodies that ceased went, and
// what is wrong with a matrix from a file.
func (q question) notes(m duty.Matrix, found rule.Findings) string {
	p := program.Page{Lang: q.lang}
	list := func(vi, en string, lines []string) {
		if len(lines) == 0 {
			return
		}
		p.Printf("\n")
		p.Paragraph(p.Say(vi, en))
		for _, line := range lines {
			p.Bullet(line)
		}
	}
	if !q.any(m) {
		p.Printf("\n%s\n", p.Say("Không có phần việc nào ghi tên.", "No duty by name."))
	}
	var classes, caveats, moves, faults []string
	body, _ := m.Body(org.BodyID(q.body))
	for _, c := range body.Classes {
		classes = append(classes, fmt.Sprintf("%s (-body %s)", m.Name(c).In(q.lang), c))
	}
	for _, c := range m.Caveats() {
		caveats = append(caveats, c.In(q.lang))
	}
	for _, t := range q.transfers(m) {
		moves = append(moves, q.transfer(m, t))
	}
	for _, f := range found {
		faults = append(faults, f.Kind.In(q.lang)+": "+string(f.Path)+": "+f.In(q.lang))
	}
	list("Có thể có phần việc chung của:", "It may have the duties of a class:", classes)
	list("Lưu ý:", "Caveats:", caveats)
	list("Phần việc của cơ quan không còn (cách hiểu; cách hiểu khác: đã hết hiệu lực cùng cơ quan ấy):",
		"The parts of bodies that ceased (a reading; the alternative: they lapsed with those bodies):", moves)
	list("Ma trận trong tệp:", "The matrix of the file:", faults)
	return p.String()
}

// any reports whether there is a cell to print.
func (q question) any(m duty.Matrix) bool {
	for range q.entries(m) {
		return true
	}
	return false
}

// transfers are those that touch what was asked for.
func (q question) transfers(m duty.Matrix) []duty.Transfer {
	var list []duty.Transfer
	for t := range m.Transfers() {
		d, _ := m.Duty(t.Duty)
		old, _ := m.Body(t.From)
		here := q.body == "" && q.of == 0 || string(t.From) == q.body || old.Level == q.of
		for _, to := range t.To {
			b, _ := m.Body(to)
			here = here || string(to) == q.body || q.of != 0 && b.Level == q.of
		}
		if here && (q.section == "" || d.Section() == q.section) {
			list = append(list, t)
		}
	}
	return list
}

func (q question) transfer(m duty.Matrix, t duty.Transfer) string {
	names := make([]string, len(t.To))
	for i, to := range t.To {
		names[i] = m.Name(to).In(q.lang)
	}
	to := strings.Join(names, ", ")
	if to == "" {
		to = q.say("chưa rõ ai đảm nhận", "nobody is known to hold it")
	}
	d, _ := m.Duty(t.Duty)
	return fmt.Sprintf("%s: %s → %s (%s)", d.Text.In(q.lang), m.Name(t.From).In(q.lang), to, t.Confidence.In(q.lang))
}

// legend says what the letters are worth.
var legend = rule.Text{
	Vi: "Chữ cái là một cách hiểu, không có trong văn bản: R chịu trách nhiệm, A quyết định hoặc chỉ đạo, C cùng làm hoặc tham mưu, I được biết. «Phối hợp» không phải là «được hỏi ý kiến».",
	En: "The letters are a reading; the text has none: R bears it, A directs or decides, C acts beside or advises, I is told. \"Phối hợp\" is not \"consulted\".",
}

// letters are the reading of each verb; the verb stands beside the letter.
var letters = map[duty.Verb]string{
	duty.Bears: "R", duty.BearsJointly: "R", duty.Coordinates: "C", duty.Advises: "C",
	duty.Directs: "A", duty.Receives: "I", duty.Informed: "I",
}

// letter renders one cell: the letter and the text's own verb.
func letter(e duty.Entry, l rule.Lang) string {
	mark, verb := letters[e.Verb], e.Verb.In(l)
	switch {
	case e.Verb == 0:
		mark, verb = "·", e.Side.In(l)
	case e.Side == duty.Bearer:
		mark = "R"
	}
	return mark + " " + verb
}

// document is the answer as JSON.
type document struct {
	Date       civil.Date      `json:"date,omitzero"`
	Government org.Government  `json:"government"`
	Entries    []entry         `json:"entries"`
	Caveats    []rule.Text     `json:"caveats"`
	Transfers  []duty.Transfer `json:"transfers"`
	Findings   rule.Findings   `json:"findings"` // of a matrix from a file
}

type entry struct {
	duty.Entry
	Name    rule.Text   `json:"name"`
	Passage rule.Source `json:"passage"`
}

func (q question) document(m duty.Matrix, found rule.Findings) document {
	doc := document{
		Date: q.day, Government: m.Government(), Entries: []entry{},
		Caveats: program.List(m.Caveats()), Transfers: program.List(q.transfers(m)), Findings: found,
	}
	for e := range q.entries(m) {
		doc.Entries = append(doc.Entries, entry{e, m.Name(e.Body), e.Duty.Source})
	}
	return doc
}
