package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/examples/sheets/internal/book"
	"github.com/giupxa/giupxa/examples/sheets/internal/sheet"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/visit"
)

// answer makes the tables of what a rulebook says of the records; the last one is what a CSV
// file holds.
type answer struct {
	*program.Page // for its wording
	got           *sheet.Reading
	errs          io.Writer // for the progress
}

// progressEvery is after how many rows of results it is told how far they are.
const progressEvery = 50_000

// results writes what the rulebooks say of the records.
func (o *options) results(c *program.Call, got *sheet.Reading) error {
	if o.out == "" {
		return nil
	}
	a := answer{&program.Page{Lang: c.Lang}, got, c.Errs}
	var tables []book.Table
	var err error
	switch got.Form.Kind {
	case kindCriteria:
		var set criteria.Set
		if set, err = o.setOf(c, got.Form.Of); err == nil {
			tables = a.criteria(set)
		}
	case kindScore:
		var scheme evaluation.Scheme
		if scheme, err = o.schemeOf(c, got.Form.Of); err == nil {
			tables = a.scores(scheme)
		}
	case kindRoster:
		return program.Wrong(rule.Text{Vi: "biểu phân công không có kết quả để ghi bằng -o; danh sách đã in ra là dữ liệu cho -roster", En: "a roster has no results for -o to write; what is printed serves -roster"})
	default:
		if o.roster == "" {
			return program.Wrong(rule.Text{Vi: "-o với biểu này cần -roster: kiểm tra theo danh sách phân công", En: "-o needs -roster with this form: it is checked against the roster"})
		}
		var roster assignment.Roster
		if err = c.Decode(o.roster, &roster); err == nil {
			tables = a.findings(roster)
		}
	}
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if workbook(o.out) {
		err = book.WriteTables(&out, tables...)
	} else {
		err = writeCSV(&out, tables[len(tables)-1])
	}
	if err == nil {
		err = program.Write(o.out, out.Bytes())
	}
	return err
}

// writeCSV writes a table with a byte order mark. A text that Excel would take for a formula
// begins with an apostrophe.
func writeCSV(out *bytes.Buffer, t book.Table) error {
	out.WriteString("\ufeff")
	w := csv.NewWriter(out)
	w.UseCRLF = true
	var line []string
	for _, h := range t.Headings {
		line = append(line, h.Name)
	}
	_ = w.Write(line) // its error is that of Flush
	err := t.Rows(func(cells ...any) error {
		line = line[:0]
		for _, c := range cells {
			text := fmt.Sprint(c)
			if text != "" && strings.ContainsRune("=+@\t", rune(text[0])) {
				text = "'" + text
			}
			line = append(line, text)
		}
		return w.Write(line)
	})
	if w.Flush(); err == nil {
		err = w.Error()
	}
	return err
}

// heading is the heading of a column in both languages.
type heading struct {
	vi, en string
	width  float64
}

func (a answer) table(vi, en string, rows func(add func(...any) error) error, headings ...heading) book.Table {
	t := book.Table{Sheet: a.Say(vi, en), Rows: func(add func(...any) error) error {
		written := 0
		return rows(func(cells ...any) error {
			if written++; written%progressEvery == 0 {
				_, _ = fmt.Fprintf(a.errs, a.Say("đã ghi %d dòng kết quả\n", "%d rows of results written\n"), written)
			}
			return add(cells...)
		})
	}}
	for _, h := range headings {
		t.Headings = append(t.Headings, book.Heading{Name: a.Say(h.vi, h.en), Width: h.width})
	}
	return t
}

// each asks for the answer about every record, and adds what is said of it.
func each[R, A any](a answer, ask func(R) (A, error), say func(row int, record R, of A) error) error {
	for _, r := range a.got.Records {
		record, _ := r.Value.(R)
		of, err := ask(record)
		if err == nil {
			err = say(r.Row, record, of)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// criteria are the verdicts of the communes, and beside each reading what it comes to.
func (a answer) criteria(set criteria.Set) []book.Table {
	whole := a.table("Kết quả", "Results", func(add func(...any) error) error {
		return each(a, set.Assess, func(row int, d criteria.Dossier, of criteria.Assessment) error { return add(a.commune(row, d, of)...) })
	},
		heading{"Dòng", "Row", 7}, heading{"Mã xã", "Commune", 12}, heading{"Tên xã", "Name", 24}, heading{"Kết luận", "Verdict", 12},
		heading{"Tiêu chí đạt (ít nhất)", "Criteria met (at least)", 12}, heading{"Tiêu chí đạt (nhiều nhất)", "Criteria met (at most)", 12},
		heading{"Chỉ tiêu đạt", "Indicators met", 10}, heading{"Không đạt", "Not met", 10}, heading{"Chưa rõ", "Unknown", 10}, heading{"Không áp dụng", "Not applicable", 10},
		heading{"Số liệu còn thiếu", "Readings that are missing", 50}, heading{"Lưu ý", "Caveats", 60})
	lines := a.table("Chi tiết", "Details", func(add func(...any) error) error {
		return each(a, set.Assess, func(row int, d criteria.Dossier, of criteria.Assessment) error {
			for l := range of.Lines() {
				if err := add(a.line(row, d, l, l.Missing)...); err != nil {
					return err
				}
				for part := range l.Parts() {
					if part.Code == l.Code {
						continue
					}
					if err := add(a.line(row, d, part, nil)...); err != nil {
						return err
					}
				}
			}
			return nil
		})
	},
		heading{"Dòng", "Row", 7}, heading{"Mã xã", "Commune", 12}, heading{"Tên xã", "Name", 24}, heading{"Mã", "Code", 12}, heading{"Chỉ tiêu", "Indicator", 50},
		heading{"Số liệu", "Reading", 14}, heading{"Yêu cầu", "Demand", 24}, heading{"Kết quả", "Verdict", 12}, heading{"Còn cách", "Gap", 14},
		heading{"Lý do", "Reason", 30}, heading{"Số liệu còn thiếu", "Readings that are missing", 24}, heading{"Căn cứ", "Source", 40})
	return []book.Table{whole, lines}
}

// commune is the row of a commune.
func (a answer) commune(row int, d criteria.Dossier, of criteria.Assessment) []any {
	var missing, caveats []string
	for l := range of.Lines(criteria.Unknown) {
		missing = append(missing, l.Missing...)
	}
	for _, f := range of.Caveats() {
		caveats = append(caveats, f.In(a.Lang))
	}
	least, most := of.Bounds()
	return []any{
		row, d.Unit, d.UnitName, of.Verdict().In(a.Lang), least, most, of.CountIndicators(criteria.Met), of.CountIndicators(criteria.NotMet),
		of.CountIndicators(criteria.Unknown), of.CountIndicators(criteria.NotApplicable), strings.Join(missing, ", "), strings.Join(caveats, "\n"),
	}
}

// heading is the name of the column of a reading.
func (a answer) heading(code string) string {
	for i := range a.got.Form.Columns {
		if a.got.Form.Columns[i].Code == code {
			return a.got.Form.Columns[i].Name
		}
	}
	return ""
}

// line is the row of an indicator, or of one of its parts.
func (a answer) line(row int, d criteria.Dossier, l criteria.Line, missing []string) []any {
	reading, reason, name := "", "", l.Name.In(a.Lang)
	if name == "" { // a part: the heading of its column
		name = a.heading(l.Code)
	}
	if !l.Reading.IsZero() {
		reading = l.Reading.In(a.Lang)
	}
	if l.Verdict == criteria.Unknown {
		reason = l.Reason.In(a.Lang)
	}
	return []any{
		row, d.Unit, d.UnitName, l.Code, name, reading, program.Demand(l, a.Lang), l.Verdict.In(a.Lang), program.Gap(l, a.Lang), reason,
		strings.Join(missing, ", "), l.Source.In(a.Lang),
	}
}

// scores are the totals of the sheets, and the working of their lines.
func (a answer) scores(scheme evaluation.Scheme) []book.Table {
	whole := a.table("Kết quả", "Results", func(add func(...any) error) error {
		return each(a, scheme.Score, func(row int, s evaluation.Sheet, of evaluation.Result) error { return add(a.total(row, s, of)...) })
	},
		heading{"Dòng", "Row", 7}, heading{"Mã phiếu", "Sheet", 16}, heading{"Chấm về", "About", 40}, heading{"Tổng điểm", "Total", 12},
		heading{"Thấp nhất", "Least", 12}, heading{"Cao nhất", "Most", 12}, heading{"Xếp loại", "Rating", 16}, heading{"Lý do, lưu ý", "Reasons and caveats", 80})
	lines := a.table("Chi tiết", "Details", func(add func(...any) error) error {
		return each(a, scheme.Score, func(row int, s evaluation.Sheet, of evaluation.Result) error {
			for l := range of.Lines() {
				if err := add(a.working(row, s, l)...); err != nil {
					return err
				}
			}
			return nil
		})
	},
		heading{"Dòng", "Row", 7}, heading{"Mã phiếu", "Sheet", 16}, heading{"Mục", "Line", 8}, heading{"Nội dung", "Content", 60}, heading{"Điểm tối đa", "Maximum", 12},
		heading{"Tự chấm", "Self", 12}, heading{"Phúc tra", "Verified", 12}, heading{"Điểm", "Points", 12}, heading{"Cách tính", "Working", 60})
	return []book.Table{whole, lines}
}

// total is the row of a score sheet.
func (a answer) total(row int, s evaluation.Sheet, of evaluation.Result) []any {
	low, high := of.Bounds()
	rating, why := of.Rating()
	var told []string
	for _, f := range slices.Concat(of.Findings(), why, of.Caveats()) {
		told = append(told, f.Kind.In(a.Lang)+": "+f.In(a.Lang))
	}
	total := ""
	if of.Total().Known() {
		total = of.Rounded().In(a.Lang)
	}
	return []any{row, s.ID, of.About().In(a.Lang), total, low.In(a.Lang), high.In(a.Lang), rating.In(a.Lang), strings.Join(told, "\n")}
}

// working is the row of a line of a score sheet.
func (a answer) working(row int, s evaluation.Sheet, l evaluation.Working) []any {
	mark := func(m evaluation.Mark) string {
		if m.IsZero() {
			return ""
		}
		return m.In(a.Lang)
	}
	points, most := "", ""
	if l.Points.Known() {
		points = l.Points.In(a.Lang)
	}
	if l.Max.Known() {
		most = l.Max.In(a.Lang)
	}
	return []any{row, s.ID, l.Line, l.Name.In(a.Lang), most, mark(l.Self), mark(l.Verified), points, strings.TrimSpace(l.In(a.Lang))}
}

// findings are what the rulebooks of the 2021 dispatch say of visits or plans.
func (a answer) findings(roster assignment.Roster) []book.Table {
	byID := map[string]assignment.Assignment{}
	for _, as := range roster.Assignments() {
		byID[as.ID] = as
	}
	return []book.Table{a.table("Kết quả", "Results", func(add func(...any) error) error {
		for _, r := range a.got.Records {
			var id string
			var found rule.Findings
			switch v := r.Value.(type) {
			case visit.Visit:
				id, found = v.ID, visit.Policy{}.Check(v, roster)
			case plan.Annual:
				id, found = v.ID, plan.LaoCai2021().Check(v, byID[v.Assignment])
			}
			if len(found) == 0 {
				if err := add(r.Row, id, a.Say("không có lỗi", "in order"), "", "", "", "", ""); err != nil {
					return err
				}
			}
			for _, f := range found {
				if err := add(r.Row, id, f.Kind.In(a.Lang), f.In(a.Lang), f.Origin().In(a.Lang), f.Source().In(a.Lang), a.place(r, f), string(f.Code())); err != nil {
					return err
				}
			}
		}
		return nil
	},
		heading{"Dòng", "Row", 7}, heading{"Mã", "Id", 16}, heading{"Kết luận", "Kind", 14}, heading{"Nội dung", "Finding", 80}, heading{"Nguồn gốc", "Origin", 14},
		heading{"Căn cứ", "Source", 50}, heading{"Ô hoặc chỗ trong hồ sơ", "Cell or place in the record", 24}, heading{"Mã quy tắc", "Code", 28})}
}

// place is the cell of which a finding speaks, or its place in the record.
func (a answer) place(r sheet.Record, f rule.Finding) string {
	if at := a.got.At(r, f.Path); at.Col > 0 {
		return at.In(a.Lang)
	}
	return string(f.Path)
}
