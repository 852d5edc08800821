package worksheet

import (
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// overlay is the head with the values, each under its row and with its own citation. Who read
// them and when is the note of the row.
func (r *reader) overlay() criteria.Overlay {
	o, s := *r.head, r.sheet
	o.Base, o.Supplied, o.Own = s.set.ID(), slices.Clip(o.Supplied), slices.Clip(o.Own) // the caller's lists are not written to
	if o.Source.IsZero() {
		o.Source = s.set.Source()
	}
	byRow := make([][]int, len(s.held))
	for i := range s.rows {
		if _, has := r.supplied[i]; has {
			byRow[s.rows[i].row] = append(byRow[s.rows[i].row], i)
		}
	}
	for n, cells := range byRow {
		national, own := map[string]entry{}, map[string]entry{}
		for _, i := range cells {
			if s.rows[i].Province {
				own[s.rows[i].id] = r.supplied[i]
			} else {
				national[s.rows[i].id] = r.supplied[i]
			}
		}
		if len(national) > 0 {
			o.Supplied = append(o.Supplied, s.held[n].with(national, s.table, false))
		}
		if len(own) > 0 {
			o.Own = append(o.Own, s.held[n].with(own, s.table, true))
		}
	}
	o.Supplied = append(o.Supplied, r.further()...)
	return o
}

// with is the indicator with the values in its cells; of the province's own it says nothing else.
func (in *indicator) with(values map[string]entry, t criteria.Table, own bool) criteria.Indicator {
	out := criteria.Indicator{Code: in.Code, Note: noteOf(values)}
	if in.dated {
		out.Span = in.Span
	}
	w := walker{t, func(leaf *algebra.Node, at cell) *algebra.Node {
		switch e, has := values[at.id]; {
		case has:
			return algebra.Cited(e.cite, e.demand)
		case at.missing, own && at.attribute == "":
			return nil
		}
		return leaf
	}}
	tree := w.walk(in.tree, cell{})
	if own {
		tree = pruned(tree)
	}
	out.Require = criteria.Requirement(algebra.TreeOf(tree))
	return out
}

// pruned is a tree without the parts and cases of which it says nothing.
func pruned(n *algebra.Node) *algebra.Node {
	if n == nil || len(n.Kids) == 0 {
		return n
	}
	out := *n
	out.Kids, out.Keys = nil, nil
	for i, k := range n.Kids {
		if k = pruned(k); k == nil && (n.Op == algebra.All || n.Op.IsAxis()) {
			continue
		}
		if out.Kids = append(out.Kids, k); n.Op.IsAxis() {
			out.Keys = append(out.Keys, n.Keys[i])
		}
	}
	says := out.Kids
	if n.Op == algebra.When {
		says = out.Kids[1:] // the condition alone demands nothing
	}
	switch {
	case !slices.ContainsFunc(says, func(k *algebra.Node) bool { return k != nil }):
		return nil
	case n.Op == algebra.All && len(out.Kids) == 1:
		return out.Kids[0]
	}
	return &out
}

// noteOf says who read the values, and when.
func noteOf(values map[string]entry) rule.Text {
	var readers []string
	for _, e := range values {
		readers = append(readers, e.note)
	}
	slices.Sort(readers)
	by := strings.Join(slices.Compact(readers), "; ")
	return rule.Text{Vi: "Người đọc: " + by, En: "Read by: " + by}
}

// further are the indicators that the set does not hold, by code.
func (r *reader) further() []criteria.Indicator {
	byCode := map[string][]entry{}
	var codes []string
	for _, e := range r.added {
		if byCode[e.place.code] == nil {
			codes = append(codes, e.place.code)
		}
		byCode[e.place.code] = append(byCode[e.place.code], e)
	}
	var rows []criteria.Indicator
	for _, code := range codes {
		of, notes := r.names[code], map[string]entry{}
		for _, e := range byCode[code] {
			notes[e.note] = e
		}
		rows = append(rows, criteria.Indicator{
			Code: code, Name: of.name, NameFrom: criteria.Citation{Source: of.cite.Source, Confidence: of.cite.Confidence}, Unit: of.unit,
			Note: noteOf(notes), Require: criteria.Requirement(algebra.TreeOf(assemble(byCode[code], 0))),
		})
	}
	return rows
}

// axes are those of further indicators, from the outside in.
var axes = []struct {
	op  algebra.Op
	key func(entry) []string
}{
	{algebra.ByYear, func(e entry) (keys []string) {
		for _, y := range e.years {
			keys = append(keys, strconv.Itoa(y))
		}
		return keys
	}},
	{algebra.ByRegion, func(e entry) []string { return keyOf(e.place.column != 0, e.place.column.String) }},
	{algebra.ByGroup, func(e entry) []string { return keyOf(e.place.group != 0, e.place.group.String) }},
}

func keyOf(has bool, key func() string) []string {
	if !has {
		return nil
	}
	return []string{key()}
}

// assemble makes the demand of values that differ in year, column, group and part.
func assemble(entries []entry, axis int) *algebra.Node {
	if axis == len(axes) {
		var parts []*algebra.Node
		for _, e := range entries {
			n := algebra.Cited(e.cite, e.demand)
			if part := e.rec.cells[colPart]; part != "" {
				n = algebra.Named(algebra.Sub, part, n)
			}
			parts = append(parts, n)
		}
		if len(parts) == 1 {
			return parts[0]
		}
		return algebra.Of(algebra.All, parts...)
	}
	by := map[string][]entry{}
	var order []string
	var everywhere []entry
	for _, e := range entries {
		keys := axes[axis].key(e)
		if keys == nil {
			everywhere = append(everywhere, e)
		}
		for _, k := range keys {
			if by[k] == nil {
				order = append(order, k)
			}
			by[k] = append(by[k], e)
		}
	}
	if order == nil {
		return assemble(entries, axis+1)
	}
	var cases []algebra.Case
	for _, k := range order {
		cases = append(cases, algebra.Case{Keys: []string{k}, Then: assemble(append(slices.Clip(by[k]), everywhere...), axis+1)})
	}
	return algebra.By(axes[axis].op, cases)
}

// missing are the rows that are still asked for, and how many were before.
func (r *reader) missing() (all []Row, total int) {
	for i := range r.sheet.rows {
		row := &r.sheet.rows[i]
		if row.Confidence.Confirmed() {
			continue
		}
		total++
		if _, has := r.supplied[i]; !has {
			all = append(all, row.own())
		}
	}
	for range r.sheet.notHeld() - len(r.names) {
		all = append(all, Row{Set: r.sheet.set.ID()})
	}
	return all, total + r.sheet.notHeld()
}
