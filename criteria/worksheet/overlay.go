package worksheet

import (
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// group is the entries of one indicator of the overlay.
type group struct {
	entries []entry
	own     bool // of the province
	row     func([]entry) criteria.Indicator
}

// groups are the indicators of the overlay, each with its entries: those of the set in its order,
// then the further ones.
func (r *reader) groups() []group {
	s := r.sheet
	byRow := make([][2][]entry, len(s.held))
	for i := range s.rows {
		if row := &s.rows[i]; row.Province {
			byRow[row.row][1] = append(byRow[row.row][1], r.supplied[i]...)
		} else {
			byRow[row.row][0] = append(byRow[row.row][0], r.supplied[i]...)
		}
	}
	var all []group
	for n, cells := range byRow {
		for own, entries := range cells {
			if entries != nil {
				all = append(all, group{entries, own == 1, func(e []entry) criteria.Indicator { return s.held[n].with(e, s, own == 1) }})
			}
		}
	}
	byCode := map[string]int{}
	for _, e := range r.added {
		at, known := byCode[e.place.code]
		if !known {
			at = len(all)
			byCode[e.place.code] = at
			all = append(all, group{row: r.names[e.place.code].with})
		}
		all[at].entries = append(all[at].entries, e)
	}
	return all
}

// overlay is the head with the entries of some groups, each under its indicator and with its own
// citation. Who read them and when is the note of the indicator.
func (r *reader) overlay(groups []group) criteria.Overlay {
	o := *r.head
	o.Base, o.Supplied, o.Own, o.Zones = r.sheet.set.ID(), slices.Clip(o.Supplied), slices.Clip(o.Own), slices.Clip(o.Zones) // the caller's lists are not written to
	if o.Source.IsZero() {
		o.Source = r.sheet.set.Source()
	}
	zones := map[string]bool{}
	for _, zone := range o.Zones {
		zones[rule.Normal(zone)] = true
	}
	for _, g := range groups {
		for _, e := range g.entries {
			if zone := e.place.zone; zone != "" && !zones[zone] {
				zones[zone], o.Zones = true, append(o.Zones, zone)
			}
		}
		if g.own {
			o.Own = append(o.Own, g.row(g.entries))
		} else {
			o.Supplied = append(o.Supplied, g.row(g.entries))
		}
	}
	return o
}

// with is the indicator with the values in its cells; of the province's own it says nothing else.
func (in *indicator) with(entries []entry, s *Sheet, own bool) criteria.Indicator {
	values := map[string][]entry{}
	for _, e := range entries {
		values[s.rows[e.cell].id] = append(values[s.rows[e.cell].id], e)
	}
	out := criteria.Indicator{Code: in.Code, Note: noteOf(entries)}
	if in.dated {
		out.Span = in.Span
	}
	w := walker{s.table, func(leaf *algebra.Node, at cell) *algebra.Node {
		switch e, has := values[at.id]; {
		case has:
			return assemble(e, 0)
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
func noteOf(entries []entry) rule.Text {
	var readers []string
	for _, e := range entries {
		readers = append(readers, e.note)
	}
	slices.Sort(readers)
	by := strings.Join(slices.Compact(readers), "; ")
	return rule.Text{Vi: "Người đọc: " + by, En: "Read by: " + by}
}

// with is a further indicator with its entries.
func (of named) with(entries []entry) criteria.Indicator {
	return criteria.Indicator{
		Code: entries[0].place.code, Name: of.name, NameFrom: criteria.Citation{Source: of.cite.Source, Confidence: of.cite.Confidence}, Unit: of.unit,
		Note: noteOf(entries), Require: criteria.Requirement(algebra.TreeOf(assemble(entries, 0))),
	}
}

// axes are those of entries, from the outside in.
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
	{algebra.ByZone, func(e entry) []string { return keyOf(e.place.zone != "", func() string { return e.place.zone }) }},
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
			if e.part != "" {
				n = algebra.Named(algebra.Sub, e.part, n)
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
func (r *reader) missing(groups []group) (all []Row, total int) {
	filled, names := map[int]bool{}, 0
	for _, g := range groups {
		if g.entries[0].cell < 0 {
			names++
		}
		for _, e := range g.entries {
			filled[e.cell] = true
		}
	}
	for i := range r.sheet.rows {
		row := &r.sheet.rows[i]
		if row.Confidence.Confirmed() {
			continue
		}
		total++
		if !filled[i] {
			all = append(all, row.own())
		}
	}
	for range r.sheet.notHeld() - names {
		all = append(all, Row{Set: r.sheet.set.ID()})
	}
	return all, total + r.sheet.notHeld()
}
