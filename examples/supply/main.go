// Command supply prints what nobody could read of a set of criteria as a sheet to fill, and
// takes the filled sheet back as an overlay.
//
//	go run ./examples/supply -set 318/QĐ-TTg/I > sheet.csv
//	go run ./examples/supply -set 318/QĐ-TTg/I sheet.csv > overlay.json
//	go run ./examples/supply -set 318/QĐ-TTg/I -cohort communes.json
//	go run ./examples/assess -text -overlay overlay.json commune.json
package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/worksheet"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func main() { newProgram().Main() }

// options are the flags.
type options struct{ set, id, decision, cohort string }

func newProgram() program.Program {
	var o options
	return program.Program{
		Name: "supply",
		About: rule.Text{
			Vi: "In các ô chưa xác nhận của một bộ tiêu chí thành bảng CSV để người có văn bản điền; nhận lại bảng đã điền và ghi thành tệp quy định (dùng với assess -overlay).\nĐiền bốn cột cuối: giá trị (số với dấu chấm, hoặc «đạt»), trang hoặc điều, người đọc, ngày đọc.",
			En: "Prints the cells of a set that are not confirmed as a CSV sheet, to be filled by whoever has the text; takes the filled sheet back and writes an overlay, for assess -overlay.\nFill the last four columns: the value (a number with a point, or pass), page or article, read by, read on.",
		},
		File: rule.Text{Vi: "bảng đã điền (CSV); «-» là đầu vào chuẩn; không ghi thì in bảng để điền", En: "the filled sheet (CSV); - for the standard input; where it is left out, the sheet to fill is printed"},
		Flags: []program.Flag{
			{Name: "set", Value: &o.set, Words: rule.Text{Vi: "bộ tiêu chí, ví dụ 318/QĐ-TTg/I", En: "the set, such as 318/QĐ-TTg/I"}},
			{Name: "id", Value: &o.id, Words: rule.Text{Vi: "tên của quy định được ghi ra", En: "the id of the overlay that is written"}},
			{Name: "decision", Value: &o.decision, Words: rule.Text{Vi: "quyết định của tỉnh, nơi có các mức do tỉnh quy định: «Quyết định số 1360/QĐ-UBND ngày 28/7/2022»", En: "the decision of the province, for what the province sets, cited in Vietnamese: \"Quyết định số 1360/QĐ-UBND ngày 28/7/2022\""}},
			{Name: "cohort", Value: &o.cohort, Words: rule.Text{Vi: "tệp danh sách hồ sơ xã (JSON): in ba ô nên đọc trước", En: "file with a list of dossiers (JSON): prints the three cells worth reading first"}},
		},
		Examples: []string{
			"go run ./examples/supply -set 318/QĐ-TTg/I > sheet.csv",
			"go run ./examples/supply -set 318/QĐ-TTg/I sheet.csv > overlay.json",
		},
		Run: func(c *program.Call) error { return o.run(c) }, //nolint:gocritic // flags are read before it runs
	}
}

func (o options) run(c *program.Call) error {
	set, err := national.ByID(o.set)
	if err != nil {
		return err
	}
	sheet := worksheet.Of(set)
	switch {
	case o.cohort != "":
		return o.first(c, set, sheet)
	case c.File == "":
		var text strings.Builder
		if err := sheet.WriteCSV(&text, c.Lang); err != nil {
			return err
		}
		return c.Print(text.String())
	}
	return o.take(c, sheet)
}

// take writes the overlay, and what is told of the sheet beside it.
func (o options) take(c *program.Call, sheet worksheet.Sheet) error {
	head := criteria.Overlay{ID: o.id, Name: rule.Text{Vi: "Các ô được bổ sung của " + rule.Normal(o.set), En: "Cells supplied of " + rule.Normal(o.set)}}
	if head.ID == "" {
		head.ID = rule.Normal(o.set) + " (bổ sung)"
	}
	if o.decision != "" {
		source, err := rule.ParseSource(o.decision)
		if err != nil {
			return program.Misuse{Err: err}
		}
		head.Source = source
	}
	text, err := c.Plain(c.File)
	if err != nil {
		return err
	}
	filled := sheet.Read(text, head)
	told := program.Page{Lang: c.Lang}
	for _, f := range filled.Findings {
		told.Bullet(f.In(c.Lang))
	}
	told.Table([][]string{
		{"", told.Say("đã đọc", "read"), told.Say("dẫn lại", "secondary"), told.Say("chưa xác nhận", "unconfirmed"), told.Say("chưa biết", "unknown")},
		counts(told.Say("trước", "before"), filled.Before), counts(told.Say("sau", "after"), filled.After),
	}, 0)
	if _, err := fmt.Fprint(c.Errs, told.String()); err != nil {
		return err
	}
	if !filled.Set.IsZero() {
		if err := c.JSON(filled.Overlay); err != nil {
			return err
		}
	}
	if filled.Findings.Has(rule.Broken) {
		return program.ErrFound
	}
	return nil
}

func counts(name string, n criteria.Coverage) []string {
	return []string{name, strconv.Itoa(n.Read), strconv.Itoa(n.Secondary), strconv.Itoa(n.Unconfirmed), strconv.Itoa(n.Unknown)}
}

// first prints the cells that would decide most indicators of the communes of a file.
func (o options) first(c *program.Call, set criteria.Set, sheet worksheet.Sheet) error {
	var cohort []criteria.Dossier
	if err := c.Decode(o.cohort, &cohort); err != nil {
		return err
	}
	var answers []criteria.Assessment
	for _, d := range cohort {
		a, err := set.Assess(d)
		if err != nil {
			return program.Misuse{Err: err}
		}
		answers = append(answers, a)
	}
	p := program.Page{Lang: c.Lang}
	program.Needs(&p, sheet.Needs(func(yield func(criteria.Assessment) bool) {
		for _, a := range answers {
			if !yield(a) {
				return
			}
		}
	}), 3)
	return c.Print(p.String())
}
