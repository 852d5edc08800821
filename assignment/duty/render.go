package duty

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Lines turns cells into rows of text, a heading first: duty, passage, body,
// verb, when, what is to be done. Names are those of the matrix's day.
func (m Matrix) Lines(entries iter.Seq[Entry], l rule.Lang) [][]string {
	rows := [][]string{headings(l,
		rule.Text{Vi: "Mã", En: "Duty"}, rule.Text{Vi: "Căn cứ", En: "Passage"}, rule.Text{Vi: "Cơ quan", En: "Body"},
		rule.Text{Vi: "Vai", En: "Verb"}, rule.Text{Vi: "Khi nào", En: "When"}, rule.Text{Vi: "Nội dung", En: "What"})}
	for e := range entries {
		rows = append(rows, []string{
			string(e.Duty.ID), passage(e.Duty, l), m.Name(e.Body).In(l), verbWords(e, l), when(e.Duty, l), e.Duty.Text.In(l),
		})
	}
	return rows
}

// Grid turns the matrix into rows of text, a heading first: one row a duty, one
// column for each of the bodies, in each cell what mark says of its entries, "" for none. A
// RACI rendering is a mark of the caller's: the text has no such letters.
func (m Matrix) Grid(bodies []org.BodyID, mark func([]Entry) string, l rule.Lang) [][]string {
	head := headings(l, rule.Text{Vi: "Mã", En: "Duty"}, rule.Text{Vi: "Nội dung", En: "What"})
	for _, b := range bodies {
		head = append(head, m.Name(b).In(l))
	}
	rows := [][]string{head}
	for d := range m.Duties() {
		row := []string{string(d.ID), d.Text.In(l)}
		for _, b := range bodies {
			var cell []Entry
			for e := range m.For(d.ID) {
				if e.Body == b {
					cell = append(cell, e)
				}
			}
			text := ""
			if len(cell) > 0 {
				text = mark(cell)
			}
			row = append(row, text)
		}
		rows = append(rows, row)
	}
	return rows
}

func headings(l rule.Lang, texts ...rule.Text) []string {
	head := make([]string, len(texts))
	for i, t := range texts {
		head[i] = t.In(l)
	}
	return head
}

func passage(d Duty, l rule.Lang) string {
	if place := d.Source.Place(l); place != "" {
		return place
	}
	return rule.Text{Vi: "cả văn bản", En: "the text as a whole"}.In(l)
}

func verbWords(e Entry, l rule.Lang) string {
	if e.Verb == 0 {
		return e.Side.In(l)
	}
	return e.Verb.In(l)
}

func when(d Duty, l rule.Lang) string {
	parts := []string{d.Nature.In(l)}
	if w := d.Timing.In(l); w != "" && w != parts[0] {
		parts = append(parts, w)
	}
	switch {
	case d.Limit == FixedDay:
		parts = []string{rule.Text{Vi: "chậm nhất ", En: "by "}.In(l) + rule.FormatDate(d.Latest, l)}
	case d.Limit != NoLimit:
		parts = []string{d.Limit.In(l)}
	}
	return strings.Join(parts, ", ")
}

// Text sets rows in aligned columns, as [rule.Columns] does, each cell on one line.
func Text(rows [][]string) string { return rule.Columns(clean(rows)) }

// Markdown sets rows as a Markdown table whose first row is the heading.
func Markdown(rows [][]string) string {
	if len(rows) == 0 {
		return ""
	}
	rows = clean(rows)
	widths := make([]int, len(slices.MaxFunc(rows, func(a, b []string) int { return len(a) - len(b) })))
	for _, row := range rows {
		for i, text := range row {
			widths[i] = max(widths[i], rule.Width(pipe(text)))
		}
	}
	var b strings.Builder
	line := func(row []string) {
		for i, w := range widths {
			text := ""
			if i < len(row) {
				text = pipe(row[i])
			}
			b.WriteString("| " + text + strings.Repeat(" ", w-rule.Width(text)) + " ")
		}
		b.WriteString("|\n")
	}
	line(rows[0])
	for _, w := range widths {
		b.WriteString("|" + strings.Repeat("-", w+2))
	}
	b.WriteString("|\n")
	for _, row := range rows[1:] {
		line(row)
	}
	return b.String()
}

// clean brings every cell to one line in NFC.
func clean(rows [][]string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = make([]string, len(row))
		for j, text := range row {
			out[i][j] = strings.Join(strings.Fields(norm.NFC.String(text)), " ")
		}
	}
	return out
}

// pipe keeps a bar in a cell from ending it.
func pipe(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// Bodies lists the bodies that have a cell in the matrix, in the order given.
func (m Matrix) Bodies() []org.Body {
	return slices.DeleteFunc(m.Parts().Bodies, func(b org.Body) bool { return len(m.inner().ofBody[b.ID]) == 0 })
}
