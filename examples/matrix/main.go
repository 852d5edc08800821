// Command matrix prints the responsibility matrix of the 2021 dispatch on a day:
// who must do what towards whom, under which passage.
//
//	go run ./examples/matrix -date 2021-08-15                   three levels of government
//	go run ./examples/matrix -date 2026-11-23                   two levels; what became of the district's part
//	go run ./examples/matrix -date 2021-08-15 -body so-noi-vu   one body
//	go run ./examples/matrix -level commune -section 3          one level, one section
//	go run ./examples/matrix -as markdown                       or raci, json
//	go run ./examples/matrix -lang en
//
// What limits the answer on that day is printed below it. The letters of -as raci
// are a reading: the text has verbs, and each row keeps them.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "matrix:", err)
		os.Exit(1)
	}
}

// question is what is asked of a matrix.
type question struct {
	day     civil.Date
	body    org.BodyID
	level   org.Level
	section string
	as      string
	lang    rule.Lang
}

func run(args []string, w io.Writer) error {
	q, err := parse(args)
	if err != nil {
		return err
	}
	matrix, err := laocai.InForce(q.day)
	if err != nil {
		return err
	}
	if _, known := matrix.Body(q.body); q.body != "" && !known {
		return fmt.Errorf("no body %q; the matrix has %s", q.body, bodyIDs(matrix))
	}
	if q.level != 0 && !matrix.Government().Has(q.level) {
		return fmt.Errorf("on %s there is no %s", q.day, q.level.In(rule.En))
	}
	var text string
	switch q.as {
	case "json":
		return q.json(w, matrix)
	case "raci":
		text = q.heading(matrix) + "\n" + duty.Text(q.raci(matrix)) + "\n" + legend.In(q.lang)
	case "markdown":
		text = "# " + q.heading(matrix) + "\n" + duty.Markdown(matrix.Lines(q.entries(matrix), q.lang))
	default:
		text = q.heading(matrix) + "\n" + duty.Text(matrix.Lines(q.entries(matrix), q.lang))
	}
	_, err = io.WriteString(w, text+q.notes(matrix))
	return err
}

func parse(args []string) (question, error) {
	flags := flag.NewFlagSet("matrix", flag.ContinueOnError)
	date := flags.String("date", "2021-08-15", "the day, as 2021-08-15 or 15/8/2021")
	body := flags.String("body", "", "id of a body: so-noi-vu")
	level := flags.String("level", "", "province, district or commune")
	section := flags.String("section", "", "section of the dispatch: 1 to 4")
	as := flags.String("as", "text", "text, markdown, raci or json")
	lang := flags.String("lang", "vi", "vi or en")
	if err := flags.Parse(args); err != nil {
		return question{}, err
	}
	q := question{body: org.BodyID(*body), section: *section, as: *as}
	var faults []error
	check := func(err error) { faults = append(faults, err) }
	var err error
	q.day, err = rule.ParseDate(*date)
	check(err)
	q.level, err = org.ParseLevel(*level)
	check(err)
	if !slices.Contains([]string{"", "1", "2", "3", "4"}, q.section) {
		check(fmt.Errorf("no section %q; the dispatch has 1 to 4", q.section))
	}
	if !slices.Contains([]string{"text", "markdown", "raci", "json"}, q.as) {
		check(fmt.Errorf("no form %q; there are text, markdown, raci and json", q.as))
	}
	switch *lang {
	case "vi":
	case "en":
		q.lang = rule.En
	default:
		check(fmt.Errorf("no language %q; there are vi and en", *lang))
	}
	if flags.NArg() > 0 {
		check(fmt.Errorf("what is %q?", flags.Args()))
	}
	return q, errors.Join(faults...)
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
			if q.body != "" && e.Body != q.body || q.level != 0 && b.Level != q.level || q.section != "" && e.Duty.Section() != q.section {
				continue
			}
			if !yield(e) {
				return
			}
		}
	}
}

func (q question) heading(m duty.Matrix) string {
	title := rule.Text{Vi: "Ma trận trách nhiệm ngày ", En: "Responsibility matrix on "}.In(q.lang) +
		rule.FormatDate(q.day, q.lang) + ", " + m.Government().In(q.lang)
	if q.body != "" {
		title += ": " + m.Name(q.body).In(q.lang)
	}
	return title + "\n"
}

// notes are what the rows do not say: that there are none, the classes to which a
// body belongs, what limits the answer, and where the parts of bodies that ceased
// went.
func (q question) notes(m duty.Matrix) string {
	var b strings.Builder
	list := func(title rule.Text, lines []string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(&b, "\n%s\n", title.In(q.lang))
		for _, line := range lines {
			fmt.Fprintf(&b, "- %s\n", line)
		}
	}
	if !q.any(m) {
		fmt.Fprintf(&b, "\n%s\n", rule.Text{Vi: "Không có phần việc nào ghi tên.", En: "No duty by name."}.In(q.lang))
	}
	var classes, caveats, moves []string
	body, _ := m.Body(q.body)
	for _, c := range body.Classes {
		classes = append(classes, fmt.Sprintf("%s (-body %s)", m.Name(c).In(q.lang), c))
	}
	for _, c := range m.Caveats() {
		caveats = append(caveats, c.In(q.lang))
	}
	for _, t := range q.transfers(m) {
		moves = append(moves, q.transfer(m, t))
	}
	list(rule.Text{Vi: "Có thể có phần việc chung của:", En: "It may have the duties of a class:"}, classes)
	list(rule.Text{Vi: "Lưu ý:", En: "Caveats:"}, caveats)
	list(rule.Text{
		Vi: "Phần việc của cơ quan không còn (cách hiểu; cách hiểu khác: đã hết hiệu lực cùng cơ quan ấy):",
		En: "The parts of bodies that ceased (a reading; the alternative: they lapsed with those bodies):",
	}, moves)
	return b.String()
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
		here := q.body == "" && q.level == 0 || t.From == q.body || old.Level == q.level
		for _, to := range t.To {
			b, _ := m.Body(to)
			here = here || to == q.body || q.level != 0 && b.Level == q.level
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
		to = rule.Text{Vi: "chưa rõ ai đảm nhận", En: "nobody is known to hold it"}.In(q.lang)
	}
	return fmt.Sprintf("%s: %s → %s (%s)", t.Duty, m.Name(t.From).In(q.lang), to, t.Confidence.In(q.lang))
}

// legend says what the letters are worth.
var legend = rule.Text{
	Vi: "Chữ cái là một cách hiểu, không có trong văn bản: R chịu trách nhiệm, A quyết định hoặc chỉ đạo, C cùng làm hoặc tham mưu, I được biết. «Phối hợp» không phải là «được hỏi ý kiến».\n",
	En: "The letters are a reading; the text has none: R bears it, A directs or decides, C acts beside or advises, I is told. \"Phối hợp\" is not \"consulted\".\n",
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

// raci is one row a duty: the bodies asked for, each with its letter and verb.
func (q question) raci(m duty.Matrix) [][]string {
	rows := [][]string{{
		rule.Text{Vi: "Mã", En: "Duty"}.In(q.lang), rule.Text{Vi: "Cơ quan", En: "Body"}.In(q.lang),
		rule.Text{Vi: "Chữ (cách hiểu)", En: "Letter (reading)"}.In(q.lang), rule.Text{Vi: "Nội dung", En: "What"}.In(q.lang),
	}}
	before := rule.DutyID("")
	for e := range q.entries(m) {
		id, what := string(e.Duty.ID), e.Duty.Text.In(q.lang)
		if e.Duty.ID == before {
			id, what = "", ""
		}
		before = e.Duty.ID
		rows = append(rows, []string{id, m.Name(e.Body).In(q.lang), letter(e, q.lang), what})
	}
	return rows
}

// document is the answer as JSON.
type document struct {
	Date       civil.Date      `json:"date,omitzero"`
	Government org.Government  `json:"government"`
	Entries    []entry         `json:"entries"`
	Caveats    []rule.Text     `json:"caveats"`
	Transfers  []duty.Transfer `json:"transfers"`
}

type entry struct {
	duty.Entry
	Name    rule.Text   `json:"name"`
	Passage rule.Source `json:"passage"`
}

func (q question) json(w io.Writer, m duty.Matrix) error {
	doc := document{Date: q.day, Government: m.Government(), Entries: []entry{}, Caveats: m.Caveats(), Transfers: q.transfers(m)}
	for e := range q.entries(m) {
		doc.Entries = append(doc.Entries, entry{e, m.Name(e.Body), e.Duty.Source})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}
