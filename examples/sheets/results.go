package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
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
}

// results writes what the rulebooks say of the records.
func (o *options) results(c *program.Call, got *sheet.Reading) error {
	if o.out == "" {
		return nil
	}
	a := answer{&program.Page{Lang: c.Lang}, got}
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

// criteria are the verdicts of the communes, and beside each reading what it comes to.
func (a answer) criteria(set criteria.Set) []book.Table {
	assess := func(each func(r sheet.Record, d criteria.Dossier, answer criteria.Assessment) error) error {
		for _, r := range a.got.Records {
			d, _ := r.Value.(criteria.Dossier)
			answer, err := set.Assess(d)
			if err == nil {
				err = each(r, d, answer)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	whole := book.Table{Sheet: a.Say("Kết quả", "Results"), Headings: []book.Heading{
		{Name: a.Say("Dòng", "Row"), Width: 7}, {Name: a.Say("Mã xã", "Commune"), Width: 12}, {Name: a.Say("Tên xã", "Name"), Width: 24},
		{Name: a.Say("Kết luận", "Verdict"), Width: 12}, {Name: a.Say("Tiêu chí đạt (ít nhất)", "Criteria met (at least)"), Width: 12}, {Name: a.Say("Tiêu chí đạt (nhiều nhất)", "Criteria met (at most)"), Width: 12},
		{Name: a.Say("Chỉ tiêu đạt", "Indicators met"), Width: 10}, {Name: a.Say("Không đạt", "Not met"), Width: 10}, {Name: a.Say("Chưa rõ", "Unknown"), Width: 10}, {Name: a.Say("Không áp dụng", "Not applicable"), Width: 10},
		{Name: a.Say("Số liệu còn thiếu", "Readings that are missing"), Width: 50}, {Name: a.Say("Lưu ý", "Caveats"), Width: 60},
	}, Rows: func(add func(...any) error) error {
		return assess(func(r sheet.Record, d criteria.Dossier, answer criteria.Assessment) error {
			var missing, caveats []string
			for l := range answer.Lines(criteria.Unknown) {
				missing = append(missing, l.Missing...)
			}
			for _, f := range answer.Caveats() {
				caveats = append(caveats, f.In(a.Lang))
			}
			least, most := answer.Bounds()
			return add(r.Row, d.Unit, d.UnitName, answer.Verdict().In(a.Lang), least, most, answer.CountIndicators(criteria.Met), answer.CountIndicators(criteria.NotMet),
				answer.CountIndicators(criteria.Unknown), answer.CountIndicators(criteria.NotApplicable), strings.Join(missing, ", "), strings.Join(caveats, "\n"))
		})
	}}
	each := book.Table{Sheet: a.Say("Chi tiết", "Details"), Headings: []book.Heading{
		{Name: a.Say("Dòng", "Row"), Width: 7}, {Name: a.Say("Mã xã", "Commune"), Width: 12}, {Name: a.Say("Tên xã", "Name"), Width: 24}, {Name: a.Say("Mã", "Code"), Width: 12}, {Name: a.Say("Chỉ tiêu", "Indicator"), Width: 50},
		{Name: a.Say("Số liệu", "Reading"), Width: 14}, {Name: a.Say("Yêu cầu", "Demand"), Width: 24}, {Name: a.Say("Kết quả", "Verdict"), Width: 12}, {Name: a.Say("Còn cách", "Gap"), Width: 14},
		{Name: a.Say("Lý do", "Reason"), Width: 30}, {Name: a.Say("Số liệu còn thiếu", "Readings that are missing"), Width: 24}, {Name: a.Say("Căn cứ", "Source"), Width: 40},
	}, Rows: func(add func(...any) error) error {
		return assess(func(r sheet.Record, d criteria.Dossier, answer criteria.Assessment) error {
			line := func(l criteria.Line, whole bool) error {
				reading, reason, demand := l.Reading.In(a.Lang), "", program.Demand(l, a.Lang)
				if l.Reading.IsZero() {
					reading = ""
				}
				if l.Verdict == criteria.Unknown {
					reason = l.Reason.In(a.Lang)
				}
				missing := l.Missing
				if !whole {
					missing = nil // told at the indicator
				}
				return add(r.Row, d.Unit, d.UnitName, l.Code, l.Name.In(a.Lang), reading, demand, l.Verdict.In(a.Lang), program.Gap(l, a.Lang), reason, strings.Join(missing, ", "), l.Source.In(a.Lang))
			}
			for l := range answer.Lines() {
				if err := line(l, true); err != nil {
					return err
				}
				for part := range l.Parts() {
					if part.Code == l.Code {
						continue
					}
					if err := line(part, false); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}}
	return []book.Table{whole, each}
}

// scores are the totals of the sheets, and the working of their lines.
func (a answer) scores(scheme evaluation.Scheme) []book.Table {
	score := func(each func(r sheet.Record, s evaluation.Sheet, answer evaluation.Result) error) error {
		for _, r := range a.got.Records {
			s, _ := r.Value.(evaluation.Sheet)
			answer, err := scheme.Score(s)
			if err == nil {
				err = each(r, s, answer)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
	whole := book.Table{Sheet: a.Say("Kết quả", "Results"), Headings: []book.Heading{
		{Name: a.Say("Dòng", "Row"), Width: 7}, {Name: a.Say("Mã phiếu", "Sheet"), Width: 16}, {Name: a.Say("Chấm về", "About"), Width: 40}, {Name: a.Say("Tổng điểm", "Total"), Width: 12},
		{Name: a.Say("Thấp nhất", "Least"), Width: 12}, {Name: a.Say("Cao nhất", "Most"), Width: 12}, {Name: a.Say("Xếp loại", "Rating"), Width: 16}, {Name: a.Say("Lý do, lưu ý", "Reasons and caveats"), Width: 80},
	}, Rows: func(add func(...any) error) error {
		return score(func(r sheet.Record, s evaluation.Sheet, answer evaluation.Result) error {
			low, high := answer.Bounds()
			rating, why := answer.Rating()
			var told []string
			for _, list := range []rule.Findings{answer.Findings(), why, answer.Caveats()} {
				for _, f := range list {
					told = append(told, f.Kind.In(a.Lang)+": "+f.In(a.Lang))
				}
			}
			total := ""
			if answer.Total().Known() {
				total = answer.Rounded().In(a.Lang)
			}
			return add(r.Row, s.ID, answer.About().In(a.Lang), total, low.In(a.Lang), high.In(a.Lang), rating.In(a.Lang), strings.Join(told, "\n"))
		})
	}}
	each := book.Table{Sheet: a.Say("Chi tiết", "Details"), Headings: []book.Heading{
		{Name: a.Say("Dòng", "Row"), Width: 7}, {Name: a.Say("Mã phiếu", "Sheet"), Width: 16}, {Name: a.Say("Mục", "Line"), Width: 8}, {Name: a.Say("Nội dung", "Content"), Width: 60}, {Name: a.Say("Điểm tối đa", "Maximum"), Width: 12},
		{Name: a.Say("Tự chấm", "Self"), Width: 12}, {Name: a.Say("Phúc tra", "Verified"), Width: 12}, {Name: a.Say("Điểm", "Points"), Width: 12}, {Name: a.Say("Cách tính", "Working"), Width: 60},
	}, Rows: func(add func(...any) error) error {
		return score(func(r sheet.Record, s evaluation.Sheet, answer evaluation.Result) error {
			for l := range answer.Lines() {
				points, most := "", ""
				if l.Points.Known() {
					points = l.Points.In(a.Lang)
				}
				if l.Max.Known() {
					most = l.Max.In(a.Lang)
				}
				mark := func(m evaluation.Mark) string {
					if m.IsZero() {
						return ""
					}
					return m.In(a.Lang)
				}
				if err := add(r.Row, s.ID, l.Line, l.Name.In(a.Lang), most, mark(l.Self), mark(l.Verified), points, strings.TrimSpace(l.In(a.Lang))); err != nil {
					return err
				}
			}
			return nil
		})
	}}
	return []book.Table{whole, each}
}

// findings are what the rulebooks of the 2021 dispatch say of visits or plans.
func (a answer) findings(roster assignment.Roster) []book.Table {
	byID := map[string]assignment.Assignment{}
	for _, as := range roster.Assignments() {
		byID[as.ID] = as
	}
	return []book.Table{{Sheet: a.Say("Kết quả", "Results"), Headings: []book.Heading{
		{Name: a.Say("Dòng", "Row"), Width: 7}, {Name: a.Say("Mã", "Id"), Width: 16}, {Name: a.Say("Kết luận", "Kind"), Width: 14}, {Name: a.Say("Nội dung", "Finding"), Width: 80},
		{Name: a.Say("Nguồn gốc", "Origin"), Width: 14}, {Name: a.Say("Căn cứ", "Source"), Width: 50}, {Name: a.Say("Ô hoặc chỗ trong hồ sơ", "Cell or place in the record"), Width: 24}, {Name: a.Say("Mã quy tắc", "Code"), Width: 28},
	}, Rows: func(add func(...any) error) error {
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
				place := string(f.Path)
				if at := a.got.At(r, f.Path); at.Col > 0 {
					place = at.In(a.Lang)
				}
				if err := add(r.Row, id, f.Kind.In(a.Lang), f.In(a.Lang), f.Origin().In(a.Lang), f.Source().In(a.Lang), place, string(f.Code())); err != nil {
					return err
				}
			}
		}
		return nil
	}}}
}
