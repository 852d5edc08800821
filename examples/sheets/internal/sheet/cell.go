package sheet

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Kind is what a cell holds.
type Kind uint8

// The kinds of cell. The zero value is a cell without anything.
const (
	Blank    Kind = iota
	Text          // a text, also one that looks like a number
	Number        // a number, in decimal digits
	Moment        // a day, or a day and a time of day, as ISO 8601 writes them
	Unusable      // something that says no value: a formula, a percentage of Excel's own, an error
)

// Cell is one cell of a row.
type Cell struct {
	Kind Kind
	// Text is the value; of a cell that is unusable what it holds, so that it can be given back.
	Text string
	// Code says why a cell is unusable.
	Code rule.Code
}

// Row is one row of a sheet. Its cells are used again for the next row.
type Row struct {
	No     int // as a spreadsheet counts: from 1
	Hidden bool
	// Merged are cells that are merged and lie in the row, as "B5:B7"; "" where there are none.
	Merged string
	Cells  []Cell
}

// Cell is a cell by its column, from 1; blank where the row ends before.
func (r *Row) Cell(col int) Cell {
	if col > len(r.Cells) {
		return Cell{}
	}
	return r.Cells[col-1]
}

// Blank reports whether no cell of the row holds anything.
func (r *Row) Blank() bool {
	for i := range r.Cells {
		if r.Cells[i].Kind != Blank {
			return false
		}
	}
	return true
}

// Source is a sheet that is read row by row, whatever file it comes from.
type Source struct {
	// Sheet is the name of the sheet; "" for a text of comma-separated values.
	Sheet string
	// Since1904 says that the workbook counts days from 1904.
	Since1904 bool
	// Rows are its rows in their order; blank ones may be left out.
	Rows iter.Seq[Row]
	// Faults are those of the file: of what lies outside the cells, and of rows that could not be
	// split. They are complete after the last row.
	Faults func() []Fault
}

// Written is a cell that holds a text. A text that is a formula or an error of Excel is none: it
// is how such a cell is given back, or a formula that was taken for a text.
func Written(text string) Cell {
	switch text = strings.TrimSpace(rule.Normal(strings.ReplaceAll(text, "\u00a0", " "))); {
	case text == "":
		return Cell{}
	case text[0] == '=':
		return Cell{Unusable, text, ErrFormula}
	case text[0] == '#' && slices.Contains(cellErrors, text):
		return Cell{Unusable, text, ErrCell}
	}
	return Cell{Kind: Text, Text: text}
}

var cellErrors = []string{"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}

// Place is where in a file a fault is.
type Place struct {
	Sheet    string // "" for comma-separated values
	Row, Col int    // from 1; 0 for the whole of it
}

// ColumnName is the name of a column: A, B, …, AA.
func ColumnName(col int) (name string) {
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}

// In says the place: «Sheet "Chuyến đi", ô D7».
func (p Place) In(l rule.Lang) string {
	say := func(vi, en string, args ...any) string { return fmt.Sprintf(rule.Text{Vi: vi, En: en}.In(l), args...) }
	switch {
	case p.Sheet == "" && p.Row == 0:
		return ""
	case p.Sheet == "" && p.Col == 0:
		return say("dòng %d", "row %d", p.Row)
	case p.Sheet == "":
		return say("dòng %d, cột %s", "row %d, column %s", p.Row, ColumnName(p.Col))
	case p.Row == 0:
		return say("Sheet %q", "sheet %q", p.Sheet)
	case p.Col == 0:
		return say("Sheet %q, dòng %d", "sheet %q, row %d", p.Sheet, p.Row)
	}
	return say("Sheet %q, ô %s%d", "sheet %q, cell %s%d", p.Sheet, ColumnName(p.Col), p.Row)
}

// Path is the place as the path of a finding.
func (p Place) path() rule.Path {
	path := rule.Path("sheet").Key(p.Sheet)
	if p.Row == 0 {
		return path
	}
	return path.Key(ColumnName(p.Col) + strconv.Itoa(p.Row))
}

// Fault is something that is wrong with a file, and where.
type Fault struct {
	Place   Place
	Finding rule.Finding
}

// In says the fault with its place.
func (f Fault) In(l rule.Lang) string {
	if at := f.Place.In(l); at != "" {
		return at + ": " + f.Finding.In(l)
	}
	return f.Finding.In(l)
}

// Tell makes a fault of this package.
func Tell(k rule.Kind, code rule.Code, at Place, args ...rule.Arg) Fault {
	return Fault{at, table.Finding(k, code, at.path(), args...)}
}

// Digits is a number as Excel holds it: a binary fraction of fifteen digits that count. Excel
// itself shows no more; it stores 1.1 as 1.1000000000000001.
func Digits(stored string) (string, bool) {
	f, err := strconv.ParseFloat(stored, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return "", false
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(f, 'e', 14, 64), 64)
	if err != nil {
		return "", false
	}
	return strconv.FormatFloat(short, 'f', -1, 64), true
}

// The days from which a workbook counts. Day 60 of the first is 29 February 1900, which never
// was: days before March 1900 are not read.
var (
	from1900 = civil.Date{Year: 1899, Month: time.December, Day: 30}
	from1904 = civil.Date{Year: 1904, Month: time.January, Day: 1}
)

const (
	march1900 = 61
	last9999  = 2958465 // 31 December 9999, counted from 1900
	seconds   = 24 * 60 * 60
)

// Serial is the day, or the moment, that a number of days means. A whole number is a day.
func Serial(stored string, since1904 bool) (string, bool) {
	f, err := strconv.ParseFloat(stored, 64)
	base, first := from1900, float64(march1900)
	if since1904 {
		base, first = from1904, 0
	}
	if err != nil || math.IsNaN(f) || f < first || f >= last9999 {
		return "", false
	}
	second := int64(math.Round(f * seconds))
	day := base.AddDays(int(second / seconds)).String()
	if second %= seconds; second == 0 {
		return day, true
	}
	clock := time.Unix(second, 0).UTC()
	if clock.Second() == 0 {
		return day + clock.Format("T15:04"), true
	}
	return day + clock.Format("T15:04:05"), true
}

// SerialOf is the number by which a workbook that counts from 1900 holds a day or a moment.
func SerialOf(moment string) (float64, bool) {
	m, err := rule.ParseMoment(moment)
	if err != nil {
		return 0, false
	}
	days := float64(m.Date.DaysSince(from1900))
	if m.Timed {
		days += float64(m.Time.Hour*3600+m.Time.Minute*60+m.Time.Second) / seconds
	}
	return days, days >= march1900
}
