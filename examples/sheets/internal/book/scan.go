package book

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/sheets/internal/sheet"
)

// The size of a sheet.
const (
	maxRow    = 1 << 20
	maxColumn = 1 << 14
)

// A scan reads the XML of a sheet once, from its beginning to its end. The rows of excelize say
// neither the formula of a cell nor what its format makes of its number.
type scan struct {
	book   *book
	name   string
	d      *xml.Decoder
	faults *[]sheet.Fault
	row    sheet.Row
	merges []merge // those that begin further down
	in     merge   // the one that reaches furthest of those that have begun
}

// rows reads the rows of a sheet that hold something; the cells of a row are used again.
func (b *book) rows(name string, faults *[]sheet.Fault) iter.Seq[sheet.Row] {
	return func(yield func(sheet.Row) bool) {
		s := scan{book: b, name: name, faults: faults, merges: b.merges(name)}
		r, err := b.part(b.targets[name])
		if err != nil {
			s.unread()
			return
		}
		defer r.Close() //nolint:errcheck // read only
		s.d = xml.NewDecoder(r)
		if err := s.read(yield); err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errStop) {
			s.unread()
		}
	}
}

var errStop = errors.New("no more rows are wanted")

func (s *scan) tell(k rule.Kind, code rule.Code, row, col int, args ...rule.Arg) {
	if len(*s.faults) >= sheet.MostFaults {
		return
	}
	*s.faults = append(*s.faults, sheet.Tell(k, code, sheet.Place{Sheet: s.name, Row: row, Col: col}, args...))
}

func (s *scan) unread() {
	s.tell(rule.Broken, sheet.ErrLine, s.row.No, 0, rule.A("why", rule.Text{Vi: "tệp Excel bị hỏng từ đây; mở bằng Excel rồi lưu lại", En: "the workbook is damaged from here on; open it in Excel and save it again"}))
}

func (s *scan) read(yield func(sheet.Row) bool) error {
	for {
		t, err := s.d.RawToken()
		if err != nil {
			return err
		}
		e, is := t.(xml.StartElement)
		if !is {
			continue
		}
		switch e.Name.Local {
		case "col":
			s.column(e)
		case "row":
			if err := s.readRow(e); err != nil {
				return err
			}
			if s.row.No > maxRow {
				s.tell(rule.Broken, sheet.ErrTooMany, maxRow, 0, rule.A("why", rule.Text{Vi: "quá 1.048.576 dòng", En: "more than 1,048,576 rows"}))
				return errStop
			}
			s.row.Merged = s.merged()
			if len(s.row.Cells) > 0 && !yield(s.row) {
				return errStop
			}
		}
	}
}

// column notes that columns are hidden.
func (s *scan) column(e xml.StartElement) {
	if hidden := attr(e, "hidden"); hidden != "1" && hidden != "true" {
		return
	}
	first, _ := strconv.Atoi(attr(e, "min"))
	s.tell(rule.Advice, sheet.AdviceHiddenColumn, sheet.HeadRows-1, max(first, 1))
}

// merge is a range of cells that are merged.
type merge struct {
	first, last int // rows
	ref         string
}

// merges are the ranges that are merged below the headings, in the order of their rows. They stand
// after the rows of the sheet.
func (b *book) merges(name string) (list []merge) {
	data, _ := b.file.Pkg.Load(b.targets[name])
	text, _ := data.([]byte)
	i := bytes.LastIndex(text, []byte("sheetData"))
	if i < 0 || !bytes.Contains(text[i:], []byte("mergeCell")) {
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader(text[i+bytes.IndexByte(text[i:], '>')+1:]))
	for {
		t, err := d.RawToken()
		if err != nil {
			break // the rest was read as far as it can be
		}
		if e, is := t.(xml.StartElement); is && e.Name.Local == "mergeCell" {
			from, to, _ := strings.Cut(attr(e, "ref"), ":")
			_, first := address(from)
			_, last := address(to)
			if last = max(first, last); last > sheet.HeadRows {
				list = append(list, merge{first, last, attr(e, "ref")})
			}
		}
	}
	slices.SortFunc(list, func(a, b merge) int { return cmp.Compare(a.first, b.first) })
	return list
}

// merged is the range of merged cells in which the row lies.
func (s *scan) merged() string {
	for len(s.merges) > 0 && s.merges[0].first <= s.row.No {
		if s.merges[0].last > s.in.last {
			s.in = s.merges[0]
		}
		s.merges = s.merges[1:]
	}
	if s.row.No <= s.in.last {
		return s.in.ref
	}
	return ""
}

// address reads "D7".
func address(ref string) (col, row int) {
	i := 0
	for ; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && col <= maxColumn; i++ {
		col = col*26 + int(ref[i]-'A') + 1
	}
	row, _ = strconv.Atoi(ref[i:])
	return col, row
}

func (s *scan) readRow(e xml.StartElement) error {
	no := s.row.No + 1
	if r := attr(e, "r"); r != "" {
		if n, err := strconv.Atoi(r); err == nil && n >= no {
			no = n
		} else {
			return errors.New("rows are out of order")
		}
	}
	hidden := attr(e, "hidden")
	s.row = sheet.Row{No: no, Hidden: hidden == "1" || hidden == "true", Cells: s.row.Cells[:0]}
	for {
		t, err := s.d.RawToken()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if e.Name.Local == "row" {
				return nil
			}
		case xml.StartElement:
			if e.Name.Local != "c" {
				continue
			}
			if err := s.cell(e); err != nil {
				return err
			}
		}
	}
}

// raw is a cell as the file has it.
type raw struct {
	kind, value, formula string
	style                int
	computed             bool
}

func (s *scan) cell(e xml.StartElement) error {
	col := len(s.row.Cells) + 1
	if ref := attr(e, "r"); ref != "" {
		at, _ := address(ref)
		if at < col || at > maxColumn {
			return errors.New("cells are out of order")
		}
		col = at
	}
	r := raw{kind: attr(e, "t")}
	r.style, _ = strconv.Atoi(attr(e, "s"))
	in := ""
	for depth := 1; depth > 0; {
		t, err := s.d.RawToken()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			if in = t.Name.Local; in == "f" {
				r.computed = true
			} else if in == "rPh" { // how a text is pronounced is no part of it
				depth--
				if err := s.skip(); err != nil {
					return err
				}
			}
		case xml.EndElement:
			depth--
			in = ""
		case xml.CharData:
			switch in {
			case "v", "t":
				r.value += string(t)
			case "f":
				r.formula += string(t)
			}
		}
	}
	c := s.book.cell(r)
	if c.Kind == sheet.Blank {
		return nil
	}
	for len(s.row.Cells) < col-1 {
		s.row.Cells = append(s.row.Cells, sheet.Cell{})
	}
	s.row.Cells = append(s.row.Cells, c)
	return nil
}

// skip reads to the end of the element that has begun.
func (s *scan) skip() error {
	for depth := 1; depth > 0; {
		t, err := s.d.RawToken()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// cell is what a cell says.
func (b *book) cell(r raw) sheet.Cell {
	unusable := func(code rule.Code, s string) sheet.Cell {
		return sheet.Cell{Kind: sheet.Unusable, Text: s, Code: code}
	}
	switch {
	case r.computed:
		return unusable(sheet.ErrFormula, "="+r.formula)
	case r.kind == "s":
		if i, err := strconv.Atoi(r.value); err == nil && i >= 0 && i < len(b.strings) {
			return sheet.Written(b.strings[i])
		}
		return unusable(sheet.ErrCell, r.value)
	case r.kind == "inlineStr", r.kind == "str":
		return sheet.Written(r.value)
	case r.value == "":
		return sheet.Cell{}
	case r.kind == "e":
		return unusable(sheet.ErrCell, r.value)
	case r.kind == "b":
		return unusable(sheet.ErrTruth, map[bool]string{true: "TRUE", false: "FALSE"}[r.value == "1"])
	case r.kind == "d":
		return sheet.Cell{Kind: sheet.Moment, Text: strings.TrimSuffix(strings.TrimSuffix(r.value, "Z"), "T00:00:00")}
	}
	digits, ok := sheet.Digits(r.value)
	if !ok {
		return unusable(sheet.ErrCell, r.value)
	}
	switch b.format(r.style) {
	case percent:
		return unusable(sheet.ErrPercent, hundredfold(digits)+" %")
	case day:
		if moment, is := sheet.Serial(r.value, b.since1904); is {
			return sheet.Cell{Kind: sheet.Moment, Text: moment}
		}
	}
	return sheet.Cell{Kind: sheet.Number, Text: digits}
}

// hundredfold is a number as Excel shows it as a percentage.
func hundredfold(digits string) string {
	n, err := rule.ParseNumber(digits)
	if err != nil {
		return digits
	}
	return n.Fraction().Mul(rule.Ratio(100, 1)).String()
}

// format is what a style makes of a number.
func (b *book) format(style int) format {
	if f, known := b.formats[style]; known {
		return f
	}
	f := plain
	if s, err := b.file.GetStyle(style); err == nil && s != nil {
		switch n := s.NumFmt; {
		case s.CustomNumFmt != nil:
			f = formatOf(*s.CustomNumFmt)
		case n == 9, n == 10:
			f = percent
		case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 45 && n <= 47, n >= 50 && n <= 58:
			f = day
		}
	}
	b.formats[style] = f
	return f
}

// formatOf reads a format code: what stands in quotes or brackets, or after a backslash, is
// shown as it is.
func formatOf(code string) format {
	code, _, _ = strings.Cut(strings.ToLower(code), ";")
	bare := make([]byte, 0, len(code))
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '\\', '_', '*':
			i++
		case '"', '[':
			end := map[byte]byte{'"': '"', '[': ']'}[c]
			for i++; i < len(code) && code[i] != end; i++ {
				if c == '[' && strings.IndexByte("hms", code[i]) >= 0 && i+1 < len(code) && strings.IndexByte("hms]", code[i+1]) >= 0 {
					bare = append(bare, 'h') // hours that go on beyond a day
				}
			}
		default:
			bare = append(bare, c)
		}
	}
	text := strings.ReplaceAll(string(bare), "general", "")
	switch {
	case strings.Contains(text, "%"):
		return percent
	case strings.ContainsAny(text, "dmyhs"):
		return day
	}
	return plain
}
