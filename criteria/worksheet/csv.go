package worksheet

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// The columns of a sheet, in their order.
const (
	colSet = iota
	colCode
	colSpan
	colNameVi
	colNameEn
	colPart
	colColumn
	colYear
	colUnit
	colCandidate
	colConfidence
	colAsked
	colValue
	colArticle
	colReader
	colReadOn
	columnCount
)

// headings name the columns. Either language is read.
var headings = [columnCount]rule.Text{
	colSet:        {Vi: "bộ tiêu chí", En: "set"},
	colCode:       {Vi: "mã", En: "code"},
	colSpan:       {Vi: "hiệu lực", En: "in force"},
	colNameVi:     {Vi: "tên", En: "name (vi)"},
	colNameEn:     {Vi: "tên (en)", En: "name (en)"},
	colPart:       {Vi: "phần", En: "part"},
	colColumn:     {Vi: "vùng hoặc nhóm", En: "column or group"},
	colYear:       {Vi: "năm", En: "year"},
	colUnit:       {Vi: "đơn vị", En: "unit"},
	colCandidate:  {Vi: "mức dự kiến", En: "candidate"},
	colConfidence: {Vi: "độ tin cậy", En: "confidence"},
	colAsked:      {Vi: "cần ghi", En: "asked for"},
	colValue:      {Vi: "giá trị", En: "value"},
	colArticle:    {Vi: "trang hoặc điều", En: "page or article"},
	colReader:     {Vi: "người đọc", En: "read by"},
	colReadOn:     {Vi: "ngày đọc", En: "read on"},
}

// needed are the columns without which nothing can be read.
var needed = []int{colSet, colCode, colSpan, colPart, colColumn, colYear, colValue, colArticle, colReader, colReadOn}

const mark = "\ufeff"

// WriteCSV writes the rows that are asked for as comma-separated values in UTF-8 with a byte
// order mark, so that Excel shows the letters right. A code is written ="1.1", so that Excel
// makes no date of it.
func (s Sheet) WriteCSV(out io.Writer, l rule.Lang) error {
	if _, err := io.WriteString(out, mark); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	heads := make([]string, columnCount)
	for i, h := range headings {
		heads[i] = h.In(l)
	}
	_ = w.Write(heads) // its error is that of Flush
	for _, r := range s.Rows() {
		_ = w.Write(s.record(r, l))
	}
	w.Flush()
	return w.Error()
}

func (s Sheet) record(r Row, l rule.Lang) []string {
	rec := make([]string, columnCount)
	rec[colSet], rec[colNameVi], rec[colNameEn], rec[colPart], rec[colUnit] = r.Set, r.Name.Vi, r.Name.En, r.Part.In(l), r.Unit
	if r.Code != "" {
		rec[colCode] = `="` + r.Code + `"`
	}
	if r.Span != (rule.Span{}) {
		rec[colSpan] = r.Span.In(l)
	}
	var where []string
	if r.Column != 0 {
		where = append(where, r.Column.String())
	}
	if r.Group != 0 {
		where = append(where, r.Group.In(l))
	}
	rec[colColumn], rec[colYear], rec[colAsked] = strings.Join(where, ", "), yearsOf(r.Years), s.Asked(r).In(l)
	if r.leaf != nil && !r.Province {
		rec[colCandidate] = candidate(r, l)
	}
	rec[colConfidence] = r.Confidence.In(l)
	return rec
}

// candidate is what the set has, in the form in which a value is written: numbers with a point.
func candidate(r Row, l rule.Lang) string {
	if r.leaf.Op.IsNumber() {
		l = rule.En
	}
	return r.Candidate.In(l)
}

// Asked says what a row asks for, and of which document.
func (s Sheet) Asked(r Row) rule.Text {
	var vi, en string
	switch {
	case r.Code == "":
		vi, en = "chỉ tiêu chưa có: mã, tên, đơn vị, mức («≥ 80», «≤ 5» hoặc «đạt»)", "an indicator not held: code, names, unit, demand (>= 80, <= 5 or pass)"
	case r.leaf == nil, r.Province:
		vi, en = "mức («≥ 80», «≤ 5» hoặc «đạt»)", "the demand (>= 80, <= 5 or pass)"
	case r.leaf.Op == algebra.Pass:
		vi, en = "«đạt» nếu ô ghi đạt", "pass, if the cell says so"
	case r.leaf.Op == algebra.None:
		vi, en = "«không» nếu ô ghi không có", "none, if the cell says so"
	case r.leaf.Op == algebra.Between:
		vi, en = "hai số: «50 – 70»", "two numbers: 50 – 70"
	default:
		vi, en = "số, dấu "+signs[r.leaf.Op], "a number, sign "+signs[r.leaf.Op]
	}
	if r.Province {
		return rule.Text{
			Vi: vi + ", theo quyết định của UBND cấp tỉnh; chia theo khu vực hoặc vùng thì ghi «khu vực 1, khu vực 2» ở cột vùng và mỗi khu vực một mức, cách nhau bằng dấu cách",
			En: en + ", from the decision of the province; if it divides by zone or column, write zone 1, zone 2 in the column, and a demand for each with a space between",
		}
	}
	doc := s.document(r)
	return rule.Text{Vi: vi + ", theo " + doc.In(rule.Vi), En: en + ", from " + doc.In(rule.En)}
}

// document is the text that says what a row demands: that of the set, or the one that amended
// the row.
func (s Sheet) document(r Row) rule.Source {
	if r.Code != "" && s.held[r.row].dated && r.Span.From.After(s.set.Span().From) {
		if name := s.held[r.row].NameFrom.Source; name.Number != "" {
			name.Page = ""
			return name
		}
	}
	return s.set.Source()
}

var signs = map[algebra.Op]string{algebra.AtLeast: "≥", algebra.AtMost: "≤", algebra.Below: "<"}

// record is one row of a filled sheet, by the columns of this package.
type record struct {
	no    int // as a spreadsheet counts it
	cells [columnCount]string
}

func (r *record) blank() bool { return r.cells == [columnCount]string{} }

// file is a filled sheet, split into its cells.
type file struct {
	lang    rule.Lang
	records []record
	told
}

// mostFaults are listed of one sheet; the last finding says how many more there are.
const mostFaults = 1_000

// told gathers what is told of a sheet. Advice is not counted: there is at most one for a cell.
type told struct {
	list   rule.Findings
	faults int
}

func (t *told) add(f rule.Finding) {
	if f.Kind == rule.Broken {
		if t.faults++; t.faults > mostFaults {
			return
		}
	}
	t.list = append(t.list, f)
}

func (t *told) findings() rule.Findings {
	if t.faults > mostFaults {
		return append(t.list, form.More(t.faults-mostFaults))
	}
	return t.list
}

// at is the path of a cell.
func at(row, col int) rule.Path { return rule.Path("row").Index(row).Key(headings[col].En) }

// readCSV splits a text into cells.
func readCSV(text string) (f file) {
	text = strings.TrimPrefix(text, mark)
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // as old Macintosh programs end lines
	}
	if strings.HasPrefix(text, "sep=") { // by which a spreadsheet tells itself the separator
		_, text, _ = strings.Cut(text, "\n")
	}
	comma, columns := f.heading(text)
	if f.faults > 0 {
		return f
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = comma, -1, true
	heading := true
	for no := 1; ; no++ {
		no += blankLines(text[r.InputOffset():])
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return f
		}
		var broken *csv.ParseError
		switch {
		case errors.As(err, &broken):
			f.add(table.Broken(ErrLine, rule.Path("row").Index(no), rule.A("row", no), rule.A("column", broken.Column), rule.A("why", rule.Text{
				Vi: "dấu ngoặc kép không khép hoặc đứng giữa ô; viết «\"\"» cho mỗi dấu ngoặc kép trong ô", En: "a quotation mark that is not closed, or inside a cell; write \"\" for each one in a cell",
			})))
			continue
		case heading:
			heading = false
			continue
		case len(fields) > len(columns) && slices.ContainsFunc(fields[len(columns):], func(s string) bool { return s != "" }):
			f.add(table.Broken(ErrLine, rule.Path("row").Index(no), rule.A("row", no), rule.A("column", len(columns)+1), rule.A("why", rule.Text{
				Vi: "nhiều ô hơn dòng tiêu đề; ô có dấu phân cách phải nằm trong ngoặc kép", En: "more cells than headings; a cell that has the separator in it must be quoted",
			})))
			continue
		}
		rec := record{no: no}
		for i, s := range fields {
			if i < len(columns) && columns[i] >= 0 {
				rec.cells[columns[i]] = cleaned(s)
			}
		}
		f.records = append(f.records, rec)
	}
}

// blankLines counts the empty lines with which a text begins: they are rows of a spreadsheet.
func blankLines(text string) (n int) {
	for {
		line, rest, more := strings.Cut(text, "\n")
		if !more || strings.TrimRight(line, "\r") != "" {
			return n
		}
		n, text = n+1, rest
	}
}

// cleaned is a cell without its margins and without the ="…" that keeps Excel from changing it.
func cleaned(s string) string {
	s = strings.TrimSpace(rule.Normal(strings.ReplaceAll(s, "\u00a0", " ")))
	if inner, is := strings.CutPrefix(s, `="`); is && strings.HasSuffix(inner, `"`) {
		return strings.TrimSpace(strings.TrimSuffix(inner, `"`))
	}
	return s
}

// heading finds the separator and which column is which, from the first row of a text.
func (f *file) heading(text string) (comma rune, columns []int) {
	comma = ','
	most := 0
	for _, c := range []rune{',', ';', '\t'} {
		known := 0
		for _, name := range firstRow(text, c) {
			if n, _ := columnOf(name); n >= 0 {
				known++
			}
		}
		if known > most {
			comma, most = c, known
		}
	}
	if comma != ',' {
		f.add(table.Advice(AdviceSeparator, "row[1]", rule.A("separator", map[rune]rule.Text{
			';': {Vi: "dấu chấm phẩy", En: "semicolons"}, '\t': {Vi: "dấu tab", En: "tabs"},
		}[comma])))
	}
	wrong := func(col int, name string, vi, en string) {
		f.add(table.Broken(ErrHeading, rule.Path("row").Index(1), rule.A("row", 1), rule.A("column", col),
			rule.A("heading", rule.Shorten(name)), rule.A("why", rule.Text{Vi: vi, En: en})))
	}
	have := map[int]int{}
	for i, name := range firstRow(text, comma) {
		n, l := columnOf(name)
		switch {
		case n < 0 && name != "":
			wrong(i+1, name, "không phải tên cột của bảng này; giữ nguyên dòng tiêu đề, xóa cột thêm vào", "not a column of this sheet; keep the headings as they were and delete further columns")
		case n >= 0 && have[n] > 0:
			wrong(i+1, name, "có hai cột như vậy", "there are two such columns")
			n = -1
		case n >= 0:
			if have[n] = i + 1; l == rule.En {
				f.lang = l
			}
		}
		columns = append(columns, n)
	}
	for _, n := range needed {
		if have[n] == 0 {
			wrong(n+1, headings[n].In(f.lang), "thiếu cột này; đặt lại tên cột như khi in ra", "the column is missing; name it as it was printed")
		}
	}
	return comma, columns
}

// firstRow is the headings of a text; a heading may have a line break in it.
func firstRow(text string, comma rune) []string {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes = comma, true
	names, _ := r.Read() // a text without a heading has none
	for i := range names {
		names[i] = cleaned(names[i])
	}
	return names
}

// columnOf is the column of a heading; -1 where there is none.
func columnOf(name string) (int, rule.Lang) {
	name = fold(name)
	for i, h := range headings {
		switch name {
		case h.Vi:
			return i, rule.Vi
		case h.En:
			return i, rule.En
		}
	}
	return -1, rule.Vi
}

// places are the columns, the group and the zones that a row names: several columns, or several
// zones, take several numbers.
type places struct {
	columns []criteria.Region
	group   criteria.Group
	zones   []string
}

// zoneWords stand before the name of a zone.
var zoneWords = []string{"khu vực ", "zone "}

// where reads "TN ĐNB", "TN, nhóm 1" and "khu vực 1, khu vực 2".
func where(text string) (p places, ok bool) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		word = strings.Join(strings.Fields(rule.Normal(word)), " ")
		if zone := zoneOf(word); zone != "" {
			if slices.Contains(p.zones, zone) {
				return p, false
			}
			p.zones = append(p.zones, zone)
			continue
		}
		word = fold(word)
		if g := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(word, "nhóm"), "group")); g != word {
			var err error
			if p.group, err = criteria.ParseGroup(g); err != nil {
				return p, false
			}
			continue
		}
		for _, name := range strings.Fields(word) {
			r, err := criteria.ParseRegion(strings.ToUpper(strings.ReplaceAll(name, "đ", "d")))
			if err != nil || slices.Contains(p.columns, r) {
				return p, false
			}
			p.columns = append(p.columns, r)
		}
	}
	return p, len(p.columns) == 0 || len(p.zones) == 0
}

// zoneOf is the zone that a word names, in the letters of the sheet; "" where it names none.
func zoneOf(word string) string {
	for _, before := range zoneWords {
		if len(word) > len(before) && fold(word[:len(before)]) == strings.TrimSpace(before) {
			return word[len(before):]
		}
	}
	return ""
}
