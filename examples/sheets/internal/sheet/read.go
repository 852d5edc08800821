package sheet

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// most is how many faults are listed; the others are counted.
const most = 1000

// mostColumns is how many columns Excel has.
const mostColumns = 1 << 14

// MostFaults is how many a source keeps.
const MostFaults = 2 * most

// Record is what one row, or the rows of one key, say.
type Record struct {
	Value any
	Row   int // its first row
}

// Given is a row as it was given, to be given back. Its cells are in the order of the form.
type Given struct {
	No    int
	Cells []Cell
	Why   []Fault
}

// Reading is what was read of a sheet.
type Reading struct {
	Form *Form
	// Sheet is the name of the sheet, as [Source] has it.
	Sheet   string
	Records []Record
	// Rejected are the rows of the records that cannot be used.
	Rejected []Given
	Faults   []Fault
	// More is how many faults at least were found besides those that are listed.
	More int
	Rows int

	cells map[string]int // the column of each code
}

// Broken reports whether something cannot be used.
func (r *Reading) Broken() bool {
	return r.More > 0 || slices.ContainsFunc(r.Faults, func(f Fault) bool { return f.Finding.Kind == rule.Broken })
}

// At is the cell that stands at a place of a record that begins in a row.
func (r *Reading) At(record Record, path rule.Path) Place {
	place := Place{Sheet: r.Sheet, Row: record.Row}
	for i := range r.Form.Columns {
		c := &r.Form.Columns[i]
		if c.steps != nil && path.Any(func(p rule.Path) bool { return p == pathOf(c.steps) }) {
			place.Col = r.cells[c.Code]
		}
	}
	return place
}

// reader reads the rows of one sheet.
type reader struct {
	*Reading
	columns []*Column      // by column of the sheet; those that are not read are notes
	lost    bool           // a column could not be found, so that no record is whole
	since   bool           // days are counted from 1904
	seen    map[string]int // the row in which a key was first given
	groups  map[string]*group
	order   []*group
}

// group is the record that is being made, of one row or more.
type group struct {
	root   node
	first  int
	rows   []Given
	needed bool
}

// Read reads a sheet. open gives the form of a kind; progress is told now and then how many rows
// were read. What is wrong is among the faults. Only records without a fault are given, and none
// where a column could not be found: they would not be whole.
func Read(src Source, open func(kind, of string) (*Form, error), progress func(rows int)) *Reading {
	r := reader{Reading: &Reading{Sheet: src.Sheet}, seen: map[string]int{}, groups: map[string]*group{}, since: src.Since1904}
	var head [HeadRows][]Cell
	for row := range src.Rows {
		if row.No <= HeadRows {
			head[row.No-1] = slices.Clone(row.Cells)
			continue
		}
		if r.Form == nil && !r.heading(head, open) {
			break
		}
		if row.Blank() {
			continue
		}
		if r.Rows++; r.Rows%1000 == 0 && progress != nil {
			progress(r.Rows)
		}
		r.row(&row)
	}
	if r.Form == nil {
		r.heading(head, open) // a form without a record
	}
	for _, g := range r.order {
		r.finish(g)
	}
	r.tell(src.Faults()...)
	if r.lost {
		r.Records, r.Rejected = nil, nil
	}
	slices.SortStableFunc(r.Faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Place.Row, b.Place.Row), cmp.Compare(a.Place.Col, b.Place.Col))
	})
	return r.Reading
}

func (r *reader) tell(faults ...Fault) {
	for _, f := range faults {
		if len(r.Faults) < most {
			r.Faults = append(r.Faults, f)
		} else if f.Finding.Kind == rule.Broken {
			r.More++
		}
	}
}

func (r *reader) at(row, col int) Place { return Place{r.Sheet, row, col} }

// heading finds the form and which column is which.
func (r *reader) heading(head [HeadRows][]Cell, open func(kind, of string) (*Form, error)) bool {
	first := ""
	if len(head[0]) > 0 {
		first = head[0][0].Text
	}
	kind, of, ok := ParseID(first)
	if !ok {
		r.tell(Tell(rule.Broken, ErrForm, r.at(1, 1), rule.A("why", rule.Text{
			Vi: "ô đầu tiên phải như biểu in ra, ví dụ «" + mark + " visits»", En: "the first cell has to be as it was printed, such as \"" + mark + " visits\"",
		})))
		return false
	}
	f, err := open(kind, of)
	if err != nil {
		r.tell(Tell(rule.Broken, ErrForm, r.at(1, 1), rule.A("why", rule.Text{Vi: rule.Tell(err, rule.Vi), En: rule.Tell(err, rule.En)})))
		return false
	}
	r.Form, r.cells = f, map[string]int{}
	r.columnsOf(head[1], head[2])
	return true
}

// columnsOf tells which column of the sheet is which of the form, by their codes.
func (r *reader) columnsOf(names, codes []Cell) {
	text := func(cells []Cell, i int) string {
		if i < len(cells) {
			return strings.Join(strings.Fields(rule.Normal(cells[i].Text)), " ")
		}
		return ""
	}
	wrong := func(row, col int, given, vi, en string) {
		r.lost = true
		r.tell(Tell(rule.Broken, ErrHeading, r.at(row, col+1), rule.A("given", rule.Shorten(given)), rule.A("why", rule.Text{Vi: vi, En: en})))
	}
	byCode := map[string]*Column{}
	var known []string
	for i := range r.Form.Columns {
		byCode[r.Form.Columns[i].Code] = &r.Form.Columns[i]
		known = append(known, r.Form.Columns[i].Code)
	}
	if n := max(len(names), len(codes)); n > mostColumns {
		r.lost = true
		r.tell(Tell(rule.Broken, ErrTooMany, r.at(3, 0), rule.A("why", rule.Text{Vi: "quá 16.384 cột", En: "more than 16,384 columns"})))
		return
	}
	r.columns = make([]*Column, max(len(names), len(codes)))
	for i := range r.columns {
		code, name := text(codes, i), text(names, i)
		c := byCode[code]
		switch {
		case code == "" && name == "", code == WhyCode:
			r.columns[i] = &Column{Code: code, As: AsNote}
		case c == nil:
			vi, en := "dòng 3 không có mã cột của biểu này; giữ nguyên dòng 3, xóa cột thêm vào", "row 3 has no code of this form; keep row 3 as it was and delete further columns"
			if n := near(code, known); n != "" {
				vi, en = "không có mã cột này; có phải «"+n+"»?", "there is no such code; is it \""+n+"\"?"
			}
			wrong(3, i, code, vi, en)
			r.columns[i] = &Column{Code: code, As: AsNote}
		case r.cells[code] > 0:
			wrong(3, i, code, "mã cột này đã có ở cột "+ColumnName(r.cells[code]), "the code is that of column "+ColumnName(r.cells[code])+" already")
			r.columns[i] = &Column{Code: code, As: AsNote}
		case rule.Fold(name) != rule.Fold(c.Name):
			wrong(2, i, name, "mã «"+code+"» ở dòng 3 là của cột «"+rule.Shorten(c.Name)+"»; đặt lại tiêu đề, hoặc mã đúng",
				"the code \""+code+"\" in row 3 belongs to «"+rule.Shorten(c.Name)+"»; set the heading right, or the code")
			r.columns[i], r.cells[code] = &Column{Code: code, As: AsNote}, i+1
		default:
			r.columns[i], r.cells[code] = c, i+1
		}
	}
	var left []string
	for _, code := range known {
		switch {
		case r.cells[code] > 0:
		case byCode[code].Needed:
			wrong(3, 0, code, "thiếu cột «"+byCode[code].Name+"»; lấy lại từ biểu in ra", "the column «"+byCode[code].Name+"» is missing; take it from the printed form")
		default:
			left = append(left, code)
		}
	}
	if len(left) > 0 {
		r.tell(Tell(rule.Advice, AdviceNoColumn, r.at(3, 0), rule.A("list", strings.Join(left, ", "))))
	}
}

// line is one row as it is taken into its record.
type line struct {
	*reader
	row   *Row
	group *group
	given Given
}

// row takes one row into its record.
func (r *reader) row(row *Row) {
	l := line{reader: r, row: row, given: Given{No: row.No, Cells: slices.Clone(row.Cells)}}
	l.group = r.groupOf(row, l.cell)
	if row.Hidden {
		l.fault(0, ErrHiddenRow)
	}
	if row.Merged != "" {
		l.fault(0, ErrMerged, rule.A("given", row.Merged))
	}
	l.unique()
	l.takeAll()
	if r.Form.Fixed != nil {
		l.fix()
	}
	l.group.rows = append(l.group.rows, l.given)
	if r.Form.Key != "" && !r.Form.Grouped {
		r.finish(l.group)
	}
}

func (l *line) fault(col int, code rule.Code, args ...rule.Arg) {
	l.given.Why = append(l.given.Why, Tell(rule.Broken, code, l.at(l.row.No, col), args...))
}

// cell is the text of a cell, or the code of its word; "" where it cannot be used.
func (l *line) cell(code string) string {
	at := l.cells[code]
	if at == 0 {
		return ""
	}
	v, wrong := l.columns[at-1].value(l.row.Cell(at), l.since)
	if text, is := v.(string); is && wrong == nil {
		return text
	}
	return ""
}

// unique tells of a key that was given before.
func (l *line) unique() {
	at := l.cells[l.Form.Key]
	if at == 0 || l.Form.Grouped {
		return
	}
	switch key := l.cell(l.Form.Key); {
	case key == "":
	case l.seen[key] > 0:
		l.fault(at, ErrTwice, rule.A("given", rule.Shorten(key)), rule.A("first", l.seen[key]))
	default:
		l.seen[key] = l.row.No
	}
}

// takeAll takes the cells of the row, and tells of those that are missing.
func (l *line) takeAll() {
	for i := range l.row.Cells {
		if l.row.Cells[i].Kind == Blank {
			continue
		}
		if i >= len(l.columns) || l.columns[i].As == AsNote && l.columns[i].Code == "" {
			l.fault(i+1, ErrUnplaced, rule.A("why", rule.Text{Vi: "cột này không có tiêu đề", En: "the column has no heading"}))
			break // one is enough to look at the row
		}
		if l.columns[i].As != AsNote {
			l.take(l.columns[i], i+1)
		}
	}
	for i, c := range l.columns {
		if c.Needed && l.row.Cell(i+1).Kind == Blank {
			l.fault(i+1, ErrNeeded)
			l.group.needed = true
		}
	}
}

// fix adds what the record holds besides.
func (l *line) fix() {
	for _, f := range l.Form.Fixed(l.cell) {
		path, _ := f[0].(string)
		if text, is := f[1].(string); is {
			f[1] = strings.ReplaceAll(text, "{row}", strconv.Itoa(l.row.No))
		}
		l.group.root.set(parsePath(rowPath(path, l.row.No)), f[1], l.row.No, 0)
	}
}

// groupOf is the record to which a row belongs.
func (r *reader) groupOf(row *Row, cell func(string) string) *group {
	key := "all"
	switch {
	case r.Form.Key != "" && !r.Form.Grouped:
		return &group{first: row.No}
	case r.Form.Grouped:
		if key = cell(r.Form.Key); key == "" {
			key = "\x00" + strconv.Itoa(row.No) // it is told that it is needed
		}
	}
	g := r.groups[key]
	if g == nil {
		g = &group{first: row.No}
		r.groups[key] = g
		r.order = append(r.order, g)
	}
	return g
}

func rowPath(path string, row int) string {
	return strings.ReplaceAll(path, "{row}", "row "+strconv.Itoa(row))
}

// take puts a cell into the record.
func (l *line) take(c *Column, col int) {
	value, wrong := c.value(l.row.Cells[col-1], l.since)
	if wrong != nil {
		l.fault(col, wrong.code, wrong.args...)
		return
	}
	if value == nil {
		return // a word that says that there is none
	}
	path, steps := c.Path, c.steps
	if l.Form.Path != nil {
		var why rule.Text
		if path, why = l.Form.Path(c, l.cell); path == "" {
			if why != (rule.Text{}) {
				l.fault(col, ErrUnplaced, rule.A("why", why))
			}
			return
		}
	}
	if path != c.Path || steps == nil {
		steps = parsePath(rowPath(path, l.row.No))
	}
	if was, fresh := l.group.root.set(steps, value, l.row.No, col); !fresh && fmt.Sprint(was.value) != fmt.Sprint(value) {
		l.fault(col, ErrDiffers, rule.A("given", rule.Shorten(l.row.Cells[col-1].Text)), rule.A("first", was.row))
	}
}

// finish decodes a record; its faults are told at their cells.
func (r *reader) finish(g *group) {
	value, err := r.Form.Decode(g.root.append(nil))
	if err == nil && r.Form.Check != nil {
		err = r.Form.Check(value)
	}
	found, _ := rule.FindingsIn(err)
	var cells map[rule.Path]*node
	for _, f := range found {
		if f.Code() == form.ErrRequired && g.needed {
			continue // it was told that the cell is blank
		}
		if cells == nil {
			cells = map[rule.Path]*node{}
			g.root.places("", func(p rule.Path, n *node) { cells[p] = n })
		}
		r.record(g, f, cells)
	}
	if err != nil && len(found) == 0 {
		g.rows[0].Why = append(g.rows[0].Why, Tell(rule.Broken, ErrValue, r.at(g.first, 0), rule.A("given", ""), rule.A("why", rule.Text{Vi: rule.Tell(err, rule.Vi), En: rule.Tell(err, rule.En)})))
	}
	broken := false
	for i := range g.rows {
		r.tell(g.rows[i].Why...)
		broken = broken || slices.ContainsFunc(g.rows[i].Why, func(f Fault) bool { return f.Finding.Kind == rule.Broken })
	}
	if broken {
		for _, given := range g.rows {
			given.Cells = r.inOrder(given.Cells)
			r.Rejected = append(r.Rejected, given)
		}
		return
	}
	r.Records = append(r.Records, Record{value, g.first})
}

// inOrder are the cells of a row in the order of the form.
func (r *reader) inOrder(cells []Cell) []Cell {
	row := Row{Cells: cells}
	list := make([]Cell, len(r.Form.Columns))
	for i := range r.Form.Columns {
		if at := r.cells[r.Form.Columns[i].Code]; at > 0 {
			list[i] = row.Cell(at)
		}
	}
	return list
}

// record places a finding of the record at the cell that stands at its path.
func (r *reader) record(g *group, f rule.Finding, cells map[rule.Path]*node) {
	at := Place{r.Sheet, g.first, 0}
	f.Path.Any(func(p rule.Path) bool {
		if n := cells[p]; n != nil && n.row > 0 {
			at.Row, at.Col = n.row, n.column
		}
		return false
	})
	if at.Col == 0 { // a cell that was left blank
		at.Col = r.At(Record{Row: at.Row}, f.Path).Col
	}
	for i := range g.rows {
		if g.rows[i].No == at.Row {
			g.rows[i].Why = append(g.rows[i].Why, Fault{at, f})
		}
	}
}

func pathOf(steps []step) (p rule.Path) {
	for _, s := range steps {
		if s.label {
			p = p.Index(0)
		} else {
			p = p.Key(s.name)
		}
	}
	return p
}

// AppendJSON writes the records as one list, a record a line; where all rows are one record, that
// record.
func (r *Reading) AppendJSON(out []byte) ([]byte, error) {
	if len(r.Records) == 1 && r.Form.Key == "" {
		text, err := json.Marshal(r.Records[0].Value)
		return append(append(out, text...), '\n'), err
	}
	if len(r.Records) == 0 {
		return append(out, "[]\n"...), nil
	}
	out = append(out, '[')
	for i := range r.Records {
		if i > 0 {
			out = append(out, ',')
		}
		text, err := json.Marshal(r.Records[i].Value)
		if err != nil {
			return nil, err
		}
		out = append(append(out, '\n'), text...)
	}
	return append(out, "\n]\n"...), nil
}
