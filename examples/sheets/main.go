// Command sheets makes workbooks to be filled in Excel, and reads them back.
//
//	go run . -new criteria -set 318/QĐ-TTg/I -o xa.xlsx
//	go run . xa.xlsx > xa.json
//	go run . -o ket-qua.xlsx -rejected tra-lai.xlsx xa.xlsx
//
// A file that ends in .csv holds comma-separated values; it is read and written alike. A cell
// that cannot be used is told with its sheet, row and column, all of them at once; the rows of
// such records are given back with the reasons, and the others serve.
package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/examples/sheets/internal/book"
	"github.com/giupxa/giupxa/examples/sheets/internal/sheet"
)

func main() { newProgram().Main() }

// The kinds of form.
const (
	kindCriteria = "criteria"
	kindPlan     = "plan"
	kindVisits   = "visits"
	kindScore    = "score"
	kindRoster   = "roster"
)

var kinds = []string{kindCriteria, kindPlan, kindVisits, kindScore, kindRoster}

// options are the flags.
type options struct{ kind, set, overlay, scheme, roster, out, rejected string }

func newProgram() program.Program {
	var o options
	return program.Program{
		Name: "sheets",
		About: rule.Text{
			Vi: "In biểu mẫu Excel (hoặc CSV) để điền, rồi đọc lại biểu đã điền và in ra JSON. Lỗi được báo cùng lúc, theo từng ô; dòng có lỗi được trả lại kèm lý do.\n" +
				"Ô trống là chưa có số liệu, không phải 0. Ô công thức, ô phần trăm, ngày ghi bằng chữ, ô gộp và dòng ẩn được báo, không tự sửa. Tệp có macro không được đọc.",
			En: "Makes forms to be filled in Excel (or as CSV), reads the filled form and prints it as JSON. All faults are told at once, each at its cell; rows with faults are given back with the reasons.\n" +
				"A blank cell is not given, never 0. Formulas, percentages of Excel's own, days written as texts, merged cells and hidden rows are told, never mended. Workbooks with macros are not read.",
		},
		File: rule.Text{Vi: "biểu đã điền (.xlsx hoặc CSV); «-» là đầu vào chuẩn", En: "the filled form (.xlsx or CSV); - for the standard input"},
		Flags: []program.Flag{
			{Name: "new", Value: &o.kind, OneOf: kinds, Words: rule.Text{Vi: "in biểu mẫu: số liệu xã, kế hoạch năm, chuyến đi, phiếu chấm, phân công", En: "make a form: readings of communes, annual plans, visits, score sheets, the roster"}},
			{Name: "set", Value: &o.set, Words: rule.Text{Vi: "bộ tiêu chí của biểu mẫu criteria, ví dụ 318/QĐ-TTg/I", En: "the set of a form of criteria, such as 318/QĐ-TTg/I"}},
			{Name: "overlay", Value: &o.overlay, Words: rule.Text{Vi: "tệp quy định của tỉnh, đặt trên bộ tiêu chí quốc gia (JSON)", En: "file of what a province lays over its national set (JSON)"}},
			{Name: "scheme", Value: &o.scheme, Words: rule.Text{Vi: "thang điểm của biểu mẫu score: " + schemeIDs() + ", hoặc tệp (giupxa.scheme/1)", En: "the scheme of a form of score sheets: " + schemeIDs() + ", or a file (giupxa.scheme/1)"}},
			{Name: "roster", Value: &o.roster, Words: rule.Text{Vi: "danh sách phân công (JSON), để kiểm tra chuyến đi và kế hoạch", En: "the roster (JSON), by which visits and plans are checked"}},
			{Name: "o", Value: &o.out, Words: rule.Text{Vi: "tệp ghi ra, .xlsx hoặc .csv: biểu mẫu, hoặc kết quả ghi cạnh số liệu", En: "the file to write, .xlsx or .csv: the form, or the results beside the readings"}},
			{Name: "rejected", Value: &o.rejected, Words: rule.Text{Vi: "tệp ghi các dòng trả lại kèm lý do, .xlsx hoặc .csv", En: "the file for the rows that are given back with the reasons, .xlsx or .csv"}},
		},
		Examples: []string{
			"go run . -new criteria -set 318/QĐ-TTg/I -o xa.xlsx",
			"go run . xa.xlsx > xa.json",
			"go run . -o ket-qua.xlsx -rejected tra-lai.xlsx xa.xlsx",
		},
		Run: func(c *program.Call) error { return o.run(c) }, //nolint:gocritic // flags are read before it runs
	}
}

func (o *options) run(c *program.Call) error {
	switch {
	case o.kind != "" && c.File != "":
		return program.Wrong(rule.Text{Vi: "-new in biểu mẫu, không đọc tệp", En: "-new makes a form and reads no file"})
	case o.kind != "":
		return o.make(c)
	case c.File == "":
		return program.Wrong(rule.Text{Vi: "ghi tệp cần đọc, hoặc -new để in biểu mẫu", En: "name the file to read, or -new to make a form"})
	}
	for _, file := range []string{o.out, o.rejected} {
		if file != "" && filepath.Clean(file) == filepath.Clean(c.File) {
			return program.Wrong(rule.Text{Vi: "tệp ghi ra trùng với tệp đang đọc: {file}", En: "the file to write is the one that is read: {file}"}, rule.A("file", file))
		}
	}
	return o.read(c)
}

// of is what a form of a kind is about, as far as the flags say it.
func (o *options) of() string {
	switch o.kind {
	case kindCriteria:
		return o.set
	case kindScore:
		return o.scheme
	}
	return ""
}

// make writes a form to be filled.
func (o *options) make(c *program.Call) error {
	f, err := o.form(c, o.kind, o.of())
	if err != nil {
		return err
	}
	return o.write(c, o.out, f, nil)
}

// write writes a form with rows that are given back, as the name of the file says.
func (o *options) write(c *program.Call, file string, f *sheet.Form, rows []sheet.Given) error {
	var out bytes.Buffer
	var err error
	if workbook(file) {
		err = book.Write(&out, f, rows, c.Lang)
	} else {
		err = f.WriteCSV(&out, rows, c.Lang)
	}
	if err == nil && file == "" {
		return c.Print(out.String())
	}
	if err == nil {
		err = program.Write(file, out.Bytes())
	}
	return err
}

func workbook(file string) bool { return strings.HasSuffix(strings.ToLower(file), ".xlsx") }

// schemes are those that the library holds.
var schemes = []func() evaluation.Scheme{evaluation.LaoCai1686, evaluation.DakLak2126, evaluation.HaiPhong212, evaluation.Decree335, evaluation.Decree335Manager}

func schemeIDs() string {
	var ids []string
	for _, s := range schemes {
		ids = append(ids, s().Table().ID)
	}
	return strings.Join(ids, ", ")
}

// form is the form of a kind, for the set or the scheme of which a file or a flag speaks.
func (o *options) form(c *program.Call, kind, of string) (*sheet.Form, error) {
	switch kind {
	case kindCriteria:
		set, err := o.setOf(c, of)
		if err != nil {
			return nil, err
		}
		return sheet.Criteria(set), nil
	case kindScore:
		scheme, err := o.schemeOf(c, of)
		if err != nil {
			return nil, err
		}
		return sheet.Scores(scheme), nil
	case kindPlan:
		return sheet.Plans(), nil
	case kindVisits:
		return sheet.Visits(), nil
	case kindRoster:
		return sheet.Roster(), nil
	}
	return nil, program.Wrong(rule.Text{Vi: "không có loại biểu «{given}»; có: " + strings.Join(kinds, ", "), En: "there is no form {given}; there are " + strings.Join(kinds, ", ")}, rule.A("given", rule.Shorten(kind)))
}

// setOf is a national set, or that of a province where there is an overlay.
func (o *options) setOf(c *program.Call, id string) (criteria.Set, error) {
	if o.overlay == "" {
		return national.ByID(id)
	}
	var overlay criteria.Overlay
	if err := c.Decode(o.overlay, &overlay); err != nil {
		return criteria.Set{}, err
	}
	base, err := national.ByID(overlay.Base)
	if err != nil {
		return criteria.Set{}, err
	}
	set, err := base.Localize(overlay)
	if err == nil && o.kind == "" && set.ID() != id {
		err = other(id, set.ID())
	}
	return set, program.Of(o.overlay, err)
}

// other says that a form is about something else than the flags say.
func other(of, given string) error {
	return program.Wrong(rule.Text{Vi: "biểu theo «{of}», còn tùy chọn cho «{given}»", En: "the form is about {of}, and the flag gives {given}"}, rule.A("of", rule.Shorten(of)), rule.A("given", rule.Shorten(given)))
}

// schemeOf is a scheme that the library holds, or that of a file.
func (o *options) schemeOf(c *program.Call, id string) (evaluation.Scheme, error) {
	for _, s := range schemes {
		if scheme := s(); scheme.Table().ID == rule.Normal(id) {
			return scheme, nil
		}
	}
	if o.scheme == "" {
		return evaluation.Scheme{}, program.Wrong(rule.Text{Vi: "không có thang điểm «{given}»; dùng -scheme với một trong: " + schemeIDs() + ", hoặc một tệp", En: "there is no scheme {given}; use -scheme with one of " + schemeIDs() + ", or a file"}, rule.A("given", rule.Shorten(id)))
	}
	var scheme evaluation.Scheme
	if err := c.Decode(o.scheme, &scheme); err != nil {
		return scheme, err
	}
	if own := scheme.Table().ID; o.kind == "" && own != id {
		return scheme, other(id, own)
	}
	return scheme, nil
}

// read takes a filled form: the records go to the standard output, the faults to the standard
// error, the rows at fault and the results to files.
func (o *options) read(c *program.Call) error {
	src, err := o.open(c)
	if err != nil {
		return err
	}
	if src.Sheet != "" && o.rejected != "" && !workbook(o.rejected) { // CSV does not tell a number from a text
		return program.Wrong(rule.Text{Vi: "dòng trả lại của tệp Excel ghi vào tệp .xlsx", En: "rows of a workbook are given back in an .xlsx file"})
	}
	got := sheet.Read(src, func(kind, of string) (*sheet.Form, error) { return o.form(c, kind, of) }, func(rows int) {
		_, _ = fmt.Fprintf(c.Errs, rule.Text{Vi: "đã đọc %s dòng\n", En: "%s rows read\n"}.In(c.Lang), rule.Int(int64(rows)))
	})
	list, err := got.AppendJSON(nil)
	if err != nil {
		return err
	}
	if got.Form != nil {
		err = o.results(c, got)
	}
	if err == nil && o.rejected != "" && len(got.Rejected) > 0 {
		err = o.write(c, o.rejected, got.Form, got.Rejected)
	}
	if err == nil {
		err = c.Print(string(list))
	}
	if err != nil {
		return err
	}
	o.tell(c, got)
	if got.Broken() {
		return program.ErrFound
	}
	return nil
}

// open finds the sheet in a file, a workbook or a text.
func (o *options) open(c *program.Call) (sheet.Source, error) {
	data, err := c.Bytes(c.File)
	if err != nil {
		return sheet.Source{}, err
	}
	if book.Is(data) {
		src, err := book.Open(data)
		return src, program.Of(c.File, err)
	}
	text, err := form.UTF8(data)
	return sheet.CSV(string(text)), program.Of(c.File, err)
}

// tell prints the faults and what became of the rows.
func (o *options) tell(c *program.Call, got *sheet.Reading) {
	p := program.Page{Lang: c.Lang}
	for _, f := range got.Faults {
		p.Bullet(f.In(c.Lang))
	}
	if got.More > 0 {
		p.Bullet(fmt.Sprintf(p.Say("còn ít nhất %d lỗi khác", "and at least %d other faults"), got.More))
	}
	p.Printf(p.Say("%d dòng; %d hồ sơ dùng được; %d dòng trả lại\n", "rows: %d; records that serve: %d; rows given back: %d\n"), got.Rows, len(got.Records), len(got.Rejected))
	if len(got.Rejected) > 0 && o.rejected == "" {
		p.Paragraph(p.Say("Thêm -rejected tra-lai.xlsx để lấy các dòng trả lại kèm lý do.", "Add -rejected back.xlsx to get the rows that are given back, with the reasons."))
	}
	_, _ = fmt.Fprint(c.Errs, p.String())
}
