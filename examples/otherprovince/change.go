package main

import (
	"slices"
	"strings"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// changes prints what is different from an earlier folder of the same province: what became
// of its units and bodies, which duties came and went, which set and deadlines hold. Whether
// an assignment goes on after a merger, no text says: the roster must.
func (g *page) changes(old *province) {
	p, lang := g.p, g.Lang
	g.Title(g.Say("Điều gì đổi so với ngày ", "What changed since ") + rule.FormatDate(old.Head.Day, lang))
	g.Paragraph(old.Matrix.Government().In(lang) + " → " + p.Matrix.Government().In(lang))
	if row, err := org.GovernmentOn(p.Head.Day); err == nil {
		g.Below(row.Source.In(lang))
	}
	rows := [][]string{{g.Say("Đơn vị cũ", "Former unit"), g.Say("Nay là", "Now"), g.Say("Căn cứ", "By")}}
	for u := range old.Gazetteer.Units() {
		rows = append(rows, g.heir(old, u)...)
	}
	g.Table(rows, 0)
	g.bodies(old)
	g.duties(old)
	g.Paragraph(g.Say("Bộ tiêu chí: ", "Criteria: ") + old.Set.Source().In(lang) + " → " + p.Set.Source().In(lang))
	g.Paragraph(g.Say("Thang điểm: ", "Scheme: ") + old.Scheme.Table().Source.In(lang) + " → " + p.Scheme.Table().Source.In(lang))
	g.assignments(old)
}

// heir is where a unit of the earlier day lives on, a row each.
func (g *page) heir(old *province, u org.Unit) [][]string {
	if !u.Span.Contains(old.Head.Day) {
		return nil
	}
	kin := g.p.Gazetteer.Successors(u.Code, old.Head.Day, g.p.Head.Day)
	if len(kin) == 0 {
		return [][]string{{g.unit(u), g.Say("không còn, không có đơn vị kế tiếp", "ended, without a successor"), ""}}
	}
	var rows [][]string
	for _, k := range kin {
		how, by := g.unit(k.Unit), ""
		if k.Part {
			how += g.Say(", một phần", ", in part")
		}
		if len(k.Via) > 0 {
			by = k.Via[len(k.Via)-1].Source.In(g.Lang)
		} else {
			how = g.Say("vẫn vậy", "the same")
		}
		rows = append(rows, []string{g.unit(u), how, by})
	}
	return rows
}

func (g *page) unit(u org.Unit) string { return u.In(g.Lang) + " (" + string(u.Code) + ")" }

// bodies tells what became of the bodies of the earlier matrix.
func (g *page) bodies(old *province) {
	day := g.p.Head.Day
	for _, b := range old.Matrix.Bodies() {
		name := old.Matrix.Name(b.ID).In(g.Lang)
		now, known := g.p.Matrix.Body(b.ID)
		switch {
		case !known:
			g.Bullet(name + g.Say(": không còn trong ma trận", ": no longer in the matrix"))
		case !now.Exists(day):
			var heirs []string
			for _, h := range now.Heirs {
				heirs = append(heirs, g.p.Matrix.Name(h.To).In(g.Lang))
			}
			g.Bullet(name + " → " + strings.Join(heirs, "; "))
		}
	}
}

// duties tells which duties the new text no longer lays down, and which it adds.
func (g *page) duties(old *province) {
	list := func(of, than *province, words string) {
		var lines []string
		for d := range of.Basis.Duties() {
			if !than.Basis.Lays(d.ID) {
				lines = append(lines, d.Text.In(g.Lang)+" ("+string(d.ID)+")")
			}
		}
		if lines != nil {
			g.Bullet(words + strings.Join(lines, "; "))
		}
	}
	list(old, g.p, g.Say("Không còn được giao: ", "No longer laid down: "))
	list(g.p, old, g.Say("Được giao thêm: ", "Newly laid down: "))
}

// assignments tells which assignments of the earlier day still hold.
func (g *page) assignments(old *province) {
	now := g.p.Roster.Assignments()
	for _, a := range old.Roster.Assignments() {
		if !a.Span.Contains(old.Head.Day) {
			continue
		}
		name := a.ID + " (" + g.placeIn(old, a.Commune) + ")"
		i := slices.IndexFunc(now, func(x assignment.Assignment) bool { return x.ID == a.ID })
		switch {
		case i < 0:
			g.Bullet(name + g.Say(": danh sách mới không nói đến", ": the new roster does not speak of it"))
		case !now[i].Span.Contains(g.p.Head.Day):
			g.Bullet(name + g.Say(": hết ngày ", ": ended on ") + rule.FormatDate(now[i].Span.To, g.Lang) + ", " + now[i].End.In(g.Lang))
		}
	}
}

func (g *page) placeIn(p *province, code org.UnitCode) string {
	u, _ := p.Gazetteer.At(code, p.Head.Day)
	return u.In(g.Lang)
}
