package sheet

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Byte order mark, by which Excel knows the encoding.
const bom = "\ufeff"

// CSV is a text of comma-separated values, or of values separated by semicolons or tabs, without
// its byte order mark. Every cell of it is a text.
func CSV(text string) Source {
	var faults []Fault
	comma := separator(text)
	if word, other := (map[rune]rule.Text{
		';': {Vi: "dấu chấm phẩy", En: "semicolons"}, '\t': {Vi: "dấu tab", En: "tabs"},
	})[comma]; other {
		faults = append(faults, Tell(rule.Advice, AdviceSeparator, Place{Row: 1}, rule.A("separator", word)))
	}
	return Source{
		Rows: func(yield func(Row) bool) {
			r := csv.NewReader(strings.NewReader(text))
			r.Comma, r.FieldsPerRecord, r.ReuseRecord = comma, -1, true
			var row Row
			for {
				row.No += 1 + blankLines(text[r.InputOffset():])
				fields, err := r.Read()
				if errors.Is(err, io.EOF) {
					return
				}
				var broken *csv.ParseError
				if errors.As(err, &broken) {
					if len(faults) >= MostFaults {
						continue
					}
					faults = append(faults, Tell(rule.Broken, ErrLine, Place{Row: row.No}, rule.A("why", rule.Text{
						Vi: "dấu ngoặc kép không khép hoặc đứng giữa ô; viết «\"\"» cho mỗi dấu ngoặc kép trong ô", En: "a quotation mark that is not closed, or inside a cell; write \"\" for each one in a cell",
					})))
					continue
				}
				row.Cells = row.Cells[:0]
				for _, f := range fields {
					row.Cells = append(row.Cells, written(f))
				}
				if !yield(row) {
					return
				}
			}
		},
		Faults: func() []Fault { return faults },
	}
}

// written is a cell without the ="…" that keeps Excel from changing it.
func written(text string) Cell {
	if inner, is := strings.CutPrefix(strings.TrimSpace(text), `="`); is && strings.HasSuffix(inner, `"`) {
		text = strings.TrimSuffix(inner, `"`)
	}
	return Written(text)
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

// separator is what stands between the cells: what the third row, that of the codes, has most of.
func separator(text string) rune {
	lines := strings.SplitN(text, "\n", HeadRows)
	best, most := ',', 0
	for _, c := range []rune{',', ';', '\t'} {
		if n := strings.Count(lines[min(2, len(lines)-1)], string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// WriteCSV writes a form, and rows below it, as comma-separated values in UTF-8 with a byte order
// mark, so that Excel shows the letters right. A cell that Excel would change is written ="…".
func (f *Form) WriteCSV(out io.Writer, rows []Given, l rule.Lang) error {
	if _, err := io.WriteString(out, bom); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	for _, line := range f.Head(len(rows) > 0) {
		_ = w.Write(line) // its error is that of Flush
	}
	for _, given := range rows {
		line := make([]string, len(f.Columns)+1)
		for i, cell := range given.Cells[:min(len(given.Cells), len(f.Columns))] {
			line[i] = cell.Text
			if f.Columns[i].As == AsText && strings.Trim(cell.Text, "0123456789.") == "" && cell.Text != "" {
				line[i] = `="` + cell.Text + `"`
			}
		}
		line[len(f.Columns)] = given.Reason(l)
		_ = w.Write(line)
	}
	w.Flush()
	return w.Error()
}

// Head is the rows above the first record, with the column of reasons where rows are given back.
func (f *Form) Head(back bool) [HeadRows][]string {
	var head [HeadRows][]string
	head[0] = []string{f.ID(), f.Title}
	for i := range f.Columns {
		c := &f.Columns[i]
		how := c.How
		if len(c.Choices) > 0 && !c.Open {
			how = strings.TrimPrefix(how+"; "+c.list(), "; ")
		} else if len(c.Choices) > 0 {
			how = strings.TrimPrefix(how+" hoặc "+c.list(), " hoặc ")
		}
		head[1], head[2], head[3] = append(head[1], c.Name), append(head[2], c.Code), append(head[3], how)
	}
	if back {
		head[1], head[2], head[3] = append(head[1], WhyName), append(head[2], WhyCode), append(head[3], "")
	}
	return head
}

// Reason says why a row is given back: each fault with its cell, or that another row of the same
// record has one.
func (g Given) Reason(l rule.Lang) string {
	var lines []string
	for _, f := range g.Why {
		if f.Finding.Kind == rule.Broken {
			lines = append(lines, f.In(l))
		}
	}
	if lines == nil {
		return rule.Text{Vi: "dòng khác của cùng hồ sơ có lỗi", En: "another row of the same record has a fault"}.In(l)
	}
	return strings.Join(lines, "\n")
}
