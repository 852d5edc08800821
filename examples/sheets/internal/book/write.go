package book

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/sheets/internal/sheet"
)

// The bounds of Excel for a comment and for the text of a cell.
const (
	maxNote = 3000
	maxText = 32_767
)

// writer keeps the first error of what is written.
type writer struct {
	f     *excelize.File
	sheet string
	err   error
}

func (w *writer) do(err error) {
	if w.err == nil && err != nil {
		w.err = err
	}
}

func (w *writer) style(s *excelize.Style) int {
	id, err := w.f.NewStyle(s)
	w.do(err)
	return id
}

func name(col, row int) string { return sheet.ColumnName(col) + strconv.Itoa(row) }

// excel formats.
var (
	asText = 49
	asDay  = "dd/mm/yyyy"
	asHour = "dd/mm/yyyy hh:mm"
)

// Write writes a form as a workbook, with rows below it that are given back. Nothing in it is
// locked, and it has no formulas.
func Write(out io.Writer, form *sheet.Form, rows []sheet.Given, l rule.Lang) error {
	w := writer{f: excelize.NewFile(), sheet: form.Sheet}
	w.do(w.f.SetSheetName(w.f.GetSheetName(0), form.Sheet))
	head := form.Head(len(rows) > 0)
	w.look(form, len(head[1]))
	for i, line := range head {
		for j, text := range line {
			if text != "" {
				w.do(w.f.SetCellStr(w.sheet, name(j+1, i+1), text))
			}
		}
	}
	for i := range form.Columns {
		w.column(&form.Columns[i], i+1)
	}
	for i, given := range rows {
		w.given(form, given, sheet.HeadRows+1+i, l)
	}
	if w.err != nil {
		return errors.Join(w.err, w.f.Close())
	}
	return errors.Join(w.f.Write(out), w.f.Close())
}

// look sets out the rows above the first record.
func (w *writer) look(form *sheet.Form, columns int) {
	border := []excelize.Border{{Type: "left", Color: "BFBFBF", Style: 1}, {Type: "right", Color: "BFBFBF", Style: 1}, {Type: "bottom", Color: "BFBFBF", Style: 1}}
	center := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	title := w.style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}})
	heading := w.style(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}}, Alignment: center, Border: border})
	code := w.style(&excelize.Style{Font: &excelize.Font{Size: 9, Color: "595959"}, NumFmt: asText, Alignment: center, Border: border})
	how := w.style(&excelize.Style{Font: &excelize.Font{Italic: true, Size: 9}, NumFmt: asText, Alignment: center, Border: border})
	for row, style := range map[int]int{1: title, 2: heading, 3: code, 4: how} {
		w.do(w.f.SetCellStyle(w.sheet, name(1, row), name(columns, row), style))
	}
	w.do(w.f.SetRowHeight(w.sheet, 2, 90))
	w.do(w.f.SetRowHeight(w.sheet, sheet.HeadRows, 40))
	w.do(w.f.SetPanes(w.sheet, &excelize.Panes{
		Freeze: true, XSplit: 1, YSplit: sheet.HeadRows, TopLeftCell: name(2, sheet.HeadRows+1), ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: name(1, sheet.HeadRows+1), ActiveCell: name(1, sheet.HeadRows+1), Pane: "bottomRight"}},
	}))
	landscape := "landscape"
	fit, toPage := 1, true
	w.do(w.f.SetSheetProps(w.sheet, &excelize.SheetPropsOptions{FitToPage: &toPage}))
	w.do(w.f.SetPageLayout(w.sheet, &excelize.PageLayoutOptions{Orientation: &landscape, FitToHeight: new(int), FitToWidth: &fit}))
	w.do(w.f.SetDocProps(&excelize.DocProperties{Title: form.Title, Creator: "giupxa", Language: "vi-VN"}))
}

// column sets out one column below its heading: its format, its list and what it asks for.
func (w *writer) column(c *sheet.Column, col int) {
	width := 16.0
	if c.As == sheet.AsList || c.As == sheet.AsText && c.How == "" && utf8.RuneCountInString(c.Name) < 20 {
		width = 24
	}
	letter := sheet.ColumnName(col)
	w.do(w.f.SetColWidth(w.sheet, letter, letter, width))
	style := excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: c.As == sheet.AsList || c.As == sheet.AsText}}
	switch c.As {
	case sheet.AsText, sheet.AsList, sheet.AsSource, sheet.AsMark:
		style.NumFmt = asText
	case sheet.AsDay:
		style.CustomNumFmt = &asDay
	case sheet.AsMoment:
		style.CustomNumFmt = &asHour
	}
	w.below(col, w.style(&style))
	if c.Note != "" {
		text := shorten(c.Name+"\n"+c.Note, maxNote)
		w.do(w.f.AddComment(w.sheet, excelize.Comment{Cell: name(col, 2), Author: "giupxa", Text: text, Width: 360, Height: uint(min(60+utf8.RuneCountInString(text)/2, 600))})) //nolint:gosec // at most 600
	}
	if len(c.Choices) == 0 {
		return
	}
	list := excelize.NewDataValidation(true)
	list.SetSqref(fmt.Sprintf("%s:%s%d", name(col, sheet.HeadRows+1), letter, excelize.TotalRows))
	words := make([]string, len(c.Choices))
	for i, choice := range c.Choices {
		words[i] = choice.Words
	}
	// A list in the cell itself is short and has no commas in its words.
	if strings.Contains(strings.Join(words, ""), ",") || list.SetDropList(words) != nil {
		w.longList(list, col, words)
	}
	if c.Open {
		list.ShowErrorMessage = false // a number is taken too
	} else {
		list.SetError(excelize.DataValidationErrorStyleStop, "Không có trong danh sách", shorten("Chọn một trong: "+strings.Join(words, "; "), 220))
	}
	w.do(w.f.AddDataValidation(w.sheet, list))
}

// below formats the cells of a column below the headings, which keep theirs.
func (w *writer) below(col, style int) {
	letter := sheet.ColumnName(col)
	kept := make([]int, sheet.HeadRows)
	for row := range sheet.HeadRows {
		id, err := w.f.GetCellStyle(w.sheet, name(col, row+1))
		w.do(err)
		kept[row] = id
	}
	w.do(w.f.SetColStyle(w.sheet, letter, style))
	for row, id := range kept {
		w.do(w.f.SetCellStyle(w.sheet, name(col, row+1), name(col, row+1), id))
	}
}

// lists is the sheet of the words of lists that are too long for the list itself.
const lists = "Danh mục"

func (w *writer) longList(list *excelize.DataValidation, col int, words []string) {
	if i, err := w.f.GetSheetIndex(lists); err != nil || i < 0 {
		_, err := w.f.NewSheet(lists)
		w.do(err)
	}
	for i, word := range words {
		w.do(w.f.SetCellStr(lists, name(col, i+1), word))
	}
	letter := sheet.ColumnName(col)
	list.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$1:$%s$%d", lists, letter, letter, len(words)))
}

func dated(as sheet.As) bool { return as == sheet.AsDay || as == sheet.AsMoment }

// given writes a row that is given back, its cells as they were. What could not be used is
// written so that it cannot be used either until somebody mends it.
func (w *writer) given(form *sheet.Form, given sheet.Given, row int, l rule.Lang) {
	for i, cell := range given.Cells {
		at := name(i+1, row)
		switch cell.Kind {
		case sheet.Blank:
		case sheet.Number:
			if dated(form.Columns[i].As) { // it must not become a day by the format of the column
				w.do(w.f.SetCellStr(w.sheet, at, cell.Text))
			} else {
				w.do(w.f.SetCellDefault(w.sheet, at, cell.Text))
			}
		default:
			if days, is := sheet.SerialOf(cell.Text); is && cell.Kind == sheet.Moment && dated(form.Columns[i].As) {
				w.do(w.f.SetCellFloat(w.sheet, at, days, -1, 64))
			} else {
				w.do(w.f.SetCellStr(w.sheet, at, shorten(cell.Text, maxText)))
			}
		}
	}
	at := len(form.Columns) + 1
	w.do(w.f.SetCellStr(w.sheet, name(at, row), shorten(given.Reason(l), maxText)))
}

// shorten cuts a text to what Excel holds.
func shorten(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	return string(letters[:most-1]) + "…"
}

// Table is a table of an answer: its sheet, its headings with the widths of their columns, and
// its rows, which are told one by one.
type Table struct {
	Sheet    string
	Headings []Heading
	Rows     func(add func(cells ...any) error) error
}

// Heading is the heading of a column.
type Heading struct {
	Name  string
	Width float64
}

// maxRows is how many rows of a table one sheet takes.
const maxRows = excelize.TotalRows - 1

// WriteTables writes tables as a workbook, row by row; a table that is longer than a sheet goes
// on in another.
func WriteTables(out io.Writer, tables ...Table) error {
	f := excelize.NewFile()
	first := f.GetSheetName(0)
	w := writer{f: f}
	bold := w.style(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	top := w.style(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	for i, t := range tables {
		if i == 0 {
			w.do(f.SetSheetName(first, t.Sheet))
		}
		w.do(w.table(t, bold, top))
	}
	if w.err != nil {
		return errors.Join(w.err, f.Close())
	}
	return errors.Join(f.Write(out), f.Close())
}

func (w *writer) table(t Table, bold, top int) error {
	p := pages{w: w, t: &t, bold: bold, top: top}
	err := p.begin()
	if err == nil {
		err = t.Rows(p.add)
	}
	if p.stream == nil {
		return err
	}
	return errors.Join(err, p.stream.Flush())
}

// pages writes a table over as many sheets as it needs.
type pages struct {
	w         *writer
	t         *Table
	bold, top int
	stream    *excelize.StreamWriter
	sheets    int
	row       int // the next one
}

// begin begins a sheet with the headings.
func (p *pages) begin() error {
	title := p.t.Sheet
	if p.sheets++; p.sheets > 1 {
		title += " (" + strconv.Itoa(p.sheets) + ")"
		if err := p.stream.Flush(); err != nil {
			return err
		}
	}
	if _, err := p.w.f.NewSheet(title); err != nil {
		return err
	}
	s, err := p.w.f.NewStreamWriter(title)
	if err != nil {
		return err
	}
	p.stream, p.row = s, 2
	cells := make([]any, len(p.t.Headings))
	for i, h := range p.t.Headings {
		cells[i] = excelize.Cell{StyleID: p.bold, Value: h.Name}
		if err := s.SetColWidth(i+1, i+1, h.Width); err != nil {
			return err
		}
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return s.SetRow("A1", cells)
}

// add writes one row.
func (p *pages) add(cells ...any) error {
	if p.row > maxRows+1 {
		if err := p.begin(); err != nil {
			return err
		}
	}
	for i := range cells {
		if text, is := cells[i].(string); is {
			cells[i] = shorten(text, maxText)
		}
		cells[i] = excelize.Cell{StyleID: p.top, Value: cells[i]}
	}
	p.row++
	return p.stream.SetRow("A"+strconv.Itoa(p.row-1), cells)
}
