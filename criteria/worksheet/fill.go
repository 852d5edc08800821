package worksheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Filled is what a filled sheet says.
type Filled struct {
	// Overlay is what was supplied, as data: it is stored, and laid over the set again.
	Overlay criteria.Overlay
	// Set is the set with it; zero where nothing could be supplied.
	Set           criteria.Set
	Before, After criteria.Coverage
	// Missing are the rows that are still asked for; an indicator that the set does not hold is
	// one row, also where the set has groups.
	Missing []Row
	// Findings are the rows that cannot be used, and what the reader is told of the others.
	Findings rule.Findings
}

// reader takes a filled sheet.
type reader struct {
	sheet    *Sheet
	head     *criteria.Overlay
	supplied map[int][]entry // by cell
	added    []entry
	names    map[string]named // of the further indicators
	first    map[string]int   // the row that filled a place
	split    map[int]entry    // the first entry of a cell that the province sets
	told
}

// entry is one value that can be used.
type entry struct {
	rec    *record
	cell   int // in the sheet; of a further indicator no cell
	place  place
	years  []int
	part   string // of a further indicator
	demand *algebra.Node
	cite   algebra.Citation
	note   string
}

// named is what the rows of a further indicator say of it.
type named struct {
	name rule.Text
	unit string
	row  int
	cite algebra.Citation
}

// Read takes a sheet back that was filled: a text of comma-separated values, or of values
// separated by semicolons or tabs. head is the overlay to which the cells are added: its id, its
// name and its source, which is the decision of the province where cells are supplied that
// the province sets. A row that cannot be used is told and left out; the others serve.
func (s Sheet) Read(text string, head criteria.Overlay) Filled {
	f := readCSV(text)
	r := reader{sheet: &s, head: &head, supplied: map[int][]entry{}, names: map[string]named{}, first: map[string]int{}, split: map[int]entry{}, told: f.told}
	for i := range f.records {
		if rec := &f.records[i]; !rec.blank() {
			r.take(rec)
		}
	}
	out := Filled{Before: s.set.Coverage(), After: s.set.Coverage()}
	groups := r.lay(&out, r.groups())
	var total int
	out.Missing, total = r.missing(groups)
	if n := len(out.Missing); n > 0 {
		r.add(table.Advice(AdviceMissing, "", rule.A("missing", n), rule.A("total", total)))
	}
	if zones := out.Overlay.Zones[len(head.Zones):]; len(zones) > 0 {
		r.add(table.Advice(AdviceZones, "", rule.A("zones", strings.Join(zones, ", "))))
	}
	out.Findings = r.findings()
	return out
}

// tell adds what is wrong with a cell of a row.
func (r *reader) tell(k rule.Kind, code rule.Code, rec *record, col int, args ...rule.Arg) {
	args = append([]rule.Arg{rule.A("row", rec.no), rule.A("column", headings[col])}, args...)
	r.add(table.Finding(k, code, at(rec.no, col), args...))
}

func (r *reader) why(code rule.Code, rec *record, col int, given, vi, en string) {
	r.tell(rule.Broken, code, rec, col, rule.A("given", rule.Shorten(given)), rule.A("why", rule.Text{Vi: vi, En: en}))
}

// take takes one row; each fault of it is told.
func (r *reader) take(rec *record) {
	if rec.cells[colValue] == "" {
		if c := []int{colArticle, colReader, colReadOn}; slices.ContainsFunc(c, func(c int) bool { return rec.cells[c] != "" }) {
			r.tell(rule.Broken, ErrMerged, rec, colValue)
		}
		return
	}
	known := r.faults
	if set := rec.cells[colSet]; set == "" {
		r.tell(rule.Broken, ErrMerged, rec, colSet)
	} else if set != r.sheet.set.ID() {
		r.why(ErrNoCell, rec, colSet, set, "bảng này của bộ "+r.sheet.set.ID(), "this sheet is of "+r.sheet.set.ID())
	}
	r.code(rec)
	cite, note := r.citation(rec)
	in, ok := where(rec.cells[colColumn])
	if !ok {
		r.why(ErrNoCell, rec, colColumn, rec.cells[colColumn], "ghi tên vùng như bảng («TDMNPB», «ĐBSH» …), «nhóm 1», hoặc «khu vực 1, khu vực 2»; vùng và khu vực ở các dòng riêng",
			"write columns as the sheet has them (TDMNPB, DBSH, …), group 1, or zone 1, zone 2; columns and zones in rows of their own")
	}
	years, ok := readYears(rec.cells[colYear], r.sheet.set.Years())
	if !ok {
		r.why(ErrNoCell, rec, colYear, rec.cells[colYear], "ghi «2022» hoặc «2022–2025», trong các năm của bộ", "write 2022 or 2022–2025, of the years of the set")
	}
	if r.faults > known {
		return
	}
	e := entry{rec: rec, cell: -1, years: years, cite: cite, note: note, place: place{
		code: rec.cells[colCode], span: fold(rec.cells[colSpan]), part: fold(rec.cells[colPart]), group: in.group, years: yearsOf(years),
	}}
	spots := e.place.spots(in)
	values := []string{rec.cells[colValue]}
	many := strings.Fields(signed.Replace(values[0]))
	if _, word := passes[fold(values[0])]; !word && len(spots) > 1 && len(many) > 1 {
		values = many
	}
	if len(values) > 1 && len(values) != len(spots) {
		r.why(ErrValue, rec, colValue, rec.cells[colValue], "số giá trị khác số vùng hoặc khu vực", "not as many numbers as columns or zones")
		return
	}
	for i, spot := range spots {
		e.place = spot
		r.cell(e, values[min(i, len(values)-1)])
	}
}

// spots are the places of a row: one for each column or zone that it names.
func (p place) spots(in places) []place {
	var all []place
	for _, column := range in.columns {
		p.column = column
		all = append(all, p)
	}
	for _, zone := range in.zones {
		p.zone = zone
		all = append(all, p)
	}
	if all == nil {
		return []place{p}
	}
	return all
}

// rewritten are the forms into which a spreadsheet turns 1.1: a day, or a number with a comma.
var (
	aDay    = regexp.MustCompile(`^\d{1,4}[/-](\d{1,2}|[A-Za-z]{3})([/-]\d{1,4})?$|^\d{1,2}-[A-Za-z]{3,9}$|^[A-Za-z]{3}-\d{2}$|^\d{4}-\d{2}-\d{2}`)
	aComma  = regexp.MustCompile(`^(.*?)(\d+),(\d+)(.*)$`)
	aNumber = regexp.MustCompile(`^\d+(\.\d+)?$`)
)

// signed puts a sign next to its number.
var signed = strings.NewReplacer("≥ ", "≥", ">= ", ">=", "≤ ", "≤", "<= ", "<=", "< ", "<")

// code reports a code that is empty, or that is not as it was printed.
func (r *reader) code(rec *record) {
	code := rec.cells[colCode]
	switch {
	case code == "":
		r.tell(rule.Broken, ErrMerged, rec, colCode)
	case r.sheet.codes[code]:
		if of := r.sheet.named[fold(rec.cells[colNameVi])]; of != "" && of != code { // 3.10 has become 3.1
			r.why(ErrRewritten, rec, colCode, code, "tên ở dòng này là của "+of+": định dạng cột mã là Text rồi ghi lại mã", "the name in the row is that of "+of+": format the column as text and write the code again")
		}
	case aDay.MatchString(code):
		r.why(ErrRewritten, rec, colCode, code, "định dạng cột mã là Text rồi ghi lại mã, ví dụ 1.1", "format the column as text and write the code again, such as 1.1")
	case aComma.MatchString(code):
		r.why(ErrRewritten, rec, colCode, code, "ghi mã bằng dấu chấm: "+strings.Replace(code, ",", ".", 1), "write the code with a point: "+strings.Replace(code, ",", ".", 1))
	case r.sheet.notHeld() == 0:
		r.why(ErrNoCell, rec, colCode, code, "chép lại mã như bảng đã in", "copy the code as the sheet was printed")
	case !aNumber.MatchString(code) || !r.sheet.criteria[strings.Split(code, ".")[0]]:
		r.why(ErrAdded, rec, colCode, code, "mã gồm số tiêu chí, dấu chấm và số thứ tự: 3.1; tiêu chí phải có trong bộ", "a code is the number of a criterion of the set, a point and a number: 3.1")
	}
}

// citation reads where a value stands, who read it and when.
func (r *reader) citation(rec *record) (c algebra.Citation, note string) {
	say := func(col int, vi, en string) {
		r.tell(rule.Broken, ErrUncited, rec, col, rule.A("why", rule.Text{Vi: vi, En: en}))
	}
	if rec.cells[colArticle] == "" {
		say(colArticle, "ghi trang hoặc điều khoản nơi đọc được", "write the page or article where it stands")
	}
	if rec.cells[colReader] == "" {
		say(colReader, "ghi tên người đọc văn bản", "write who read the text")
	}
	day, why := dayOf(rec.cells[colReadOn])
	if why != (rule.Text{}) {
		say(colReadOn, why.Vi, why.En)
	}
	return algebra.Citation{Source: rule.Source{Page: rec.cells[colArticle]}, Confidence: rule.Read}, rec.cells[colReader] + ", " + day.String()
}

// dayOf reads the day of a reading. A day such as 05/11/2026 may be of May or of November, by
// the settings of the spreadsheet: it is not guessed.
func dayOf(text string) (civil.Date, rule.Text) {
	d, err := rule.ParseDate(text)
	switch {
	case text == "":
		return d, rule.Text{Vi: "ghi ngày đọc, dạng 2026-11-28", En: "write the day, as 2026-11-28"}
	case err != nil:
		return d, rule.Text{Vi: "«" + rule.Shorten(text) + "» không phải ngày; ghi dạng 2026-11-28", En: rule.Shorten(text) + " is not a day; write it as 2026-11-28"}
	case d.String() != text && d.Day <= 12 && d.Day != int(d.Month):
		return d, rule.Text{Vi: "«" + text + "» có thể là hai ngày khác nhau; ghi dạng 2026-11-28", En: text + " may be either of two days; write it as 2026-11-28"}
	}
	return d, rule.Text{}
}

// readYears reads "", "2022", "2021, 2023" and "2022–2025", of the years of the set.
func readYears(text string, of criteria.Years) (years []int, ok bool) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		from, to, span := strings.Cut(strings.ReplaceAll(word, "–", "-"), "-")
		if !span {
			to = from
		}
		first, last := yearOf(from), yearOf(to)
		if first < of.From || last < first || last > of.To {
			return nil, false
		}
		for y := first; y <= last; y++ {
			if !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	return years, true
}

func yearOf(s string) int {
	if len(s) != 4 || strings.Trim(s, "0123456789") != "" {
		return 0
	}
	return int(s[0]-'0')*1000 + int(s[1]-'0')*100 + int(s[2]-'0')*10 + int(s[3]-'0')
}

// cell takes a value of one cell.
func (r *reader) cell(e entry, value string) {
	s := r.sheet
	if !s.codes[e.place.code] {
		r.further(e, value)
		return
	}
	whole, found := s.find(e.place)
	if !found {
		r.why(ErrNoCell, e.rec, colCode, strings.TrimSpace(e.place.code+" "+e.place.part+" "+r.columnText(e.place.column)+e.place.zone+" "+e.place.years),
			"chép lại mã, hiệu lực, phần, vùng và năm như bảng đã in", "copy code, days, part, column and year as the sheet was printed")
		return
	}
	e.cell = s.index[whole][0]
	row := &s.rows[e.cell]
	demand := r.demand(e.rec, value, row.leaf, row.Unit == "%" && !strings.HasPrefix(row.Key, "@"))
	if demand == nil {
		return
	}
	if e = e.within(whole); r.again(&e, strconv.Itoa(e.cell)) {
		return
	}
	given := rule.A("given", demand)
	switch {
	case row.leaf == nil || row.Province || !row.leaf.Known() || demand.Equal(row.leaf):
	case row.Confidence.Confirmed():
		r.tell(rule.Broken, ErrConfirmed, e.rec, colValue, given, rule.A("have", row.leaf), rule.A("confidence", row.Confidence), rule.A("source", row.cite.Source))
		return
	default:
		r.tell(rule.Advice, AdviceDiffers, e.rec, colValue, given, rule.A("candidate", row.leaf), rule.A("confidence", row.Confidence))
	}
	if row.Province && r.head.Source.IsZero() {
		r.why(ErrUncited, e.rec, colValue, value, "mức do tỉnh quy định: nêu quyết định của tỉnh khi nhận bảng", "the province sets it: name its decision when the sheet is taken back")
		return
	}
	doc := s.document(*row)
	if row.Province {
		doc = r.head.Source
	}
	e.demand, e.cite.Source = demand, sourceAt(doc, e.cite.Source.Page)
	r.supplied[e.cell] = append(r.supplied[e.cell], e)
}

// find is the cell that a place lies in, as the index has it. What the province sets it may set
// by column, group, year or zone, where the cell itself is for all.
func (s *Sheet) find(p place) (place, bool) {
	for parts := range 16 {
		whole := p
		if whole.zone = ""; parts&1 != 0 {
			whole.column = 0
		}
		if parts&2 != 0 {
			whole.group = 0
		}
		if parts&4 != 0 {
			whole.years = ""
		}
		if found := s.index[whole]; len(found) == 1 && (whole == p || s.rows[found[0]].Province) {
			return whole, true
		}
	}
	return p, false
}

// within is the entry as a part of a cell: it keeps what the cell does not say itself.
func (e entry) within(whole place) entry {
	if whole.column != 0 {
		e.place.column = 0
	}
	if whole.group != 0 {
		e.place.group = 0
	}
	if whole.years != "" {
		e.years = nil
	}
	return e
}

// axes are those by which an entry splits its cell.
func (e *entry) axes() [4]bool {
	return [4]bool{e.place.column != 0, e.place.group != 0, e.years != nil, e.place.zone != ""}
}

// again reports a place that an earlier row has filled, and tells so; else the row fills it. A
// cell is split in one way only.
func (r *reader) again(e *entry, cell string) bool {
	twice := func(first int) bool {
		r.tell(rule.Broken, ErrTwice, e.rec, colCode, rule.A("first", first))
		return true
	}
	if e.cell >= 0 {
		before, has := r.split[e.cell]
		if has && before.axes() != e.axes() {
			return twice(before.rec.no)
		}
		r.split[e.cell] = *e
	}
	years := e.years
	if years == nil {
		years = []int{0}
	}
	ids := make([]string, len(years))
	for i, y := range years {
		ids[i] = strings.Join([]string{cell, r.columnText(e.place.column), e.place.group.String(), strconv.Itoa(y), e.place.zone}, "|")
		if first, filled := r.first[ids[i]]; filled {
			return twice(first)
		}
	}
	for _, id := range ids {
		r.first[id] = e.rec.no
	}
	return false
}

func (r *reader) columnText(c criteria.Region) string {
	if c == 0 {
		return ""
	}
	return c.String()
}

// sourceAt is a place in a document: an article, or else a page.
func sourceAt(doc rule.Source, where string) rule.Source {
	if there := doc.At(where); there.Place(rule.Vi) == where {
		return there
	}
	doc.Page = where
	return doc
}

// further takes a value of an indicator that the set does not hold.
func (r *reader) further(e entry, value string) {
	if e.place.zone != "" {
		r.why(ErrNoCell, e.rec, colColumn, e.place.zone, "văn bản trung ương không chia khu vực trong tỉnh", "the national text has no zones of a province")
		return
	}
	unit := e.rec.cells[colUnit]
	demand := r.demand(e.rec, value, nil, unit == "%")
	if demand == nil {
		return
	}
	e.demand, e.cite.Source = demand, sourceAt(r.sheet.set.Source(), e.cite.Source.Page)
	code, name := e.place.code, rule.Text{Vi: e.rec.cells[colNameVi], En: e.rec.cells[colNameEn]}
	have, again := r.names[code]
	switch {
	case again && (name.Vi != have.name.Vi || unit != have.unit):
		r.why(ErrAdded, e.rec, colNameVi, code, "tên hoặc đơn vị khác với dòng trước của cùng mã", "the name or unit is not that of an earlier row of the code")
		return
	case !again && name.Vi == "":
		r.tell(rule.Broken, ErrMerged, e.rec, colNameVi)
		return
	case !again && len(r.names) >= r.sheet.notHeld():
		r.why(ErrAdded, e.rec, colCode, code, "nhiều chỉ tiêu hơn văn bản có", "more indicators than the text has")
		return
	case !again:
		r.names[code] = named{name, unit, e.rec.no, e.cite}
	}
	if e.part = e.rec.cells[colPart]; r.again(&e, code+"|"+e.place.part) {
		return
	}
	r.added = append(r.added, e)
}
