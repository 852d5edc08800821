package criteria

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// This file compares what two wordings of a row demand, place by place.

// wording compares two wordings of one row.
func (d *differ) wording(t *telling, code string, a, b *Indicator, at place) {
	for _, x := range d.nameChanges(code, a.Name, b.Name, a.NameFrom, b.NameFrom) {
		t.add(x, at)
	}
	if a.Unit != b.Unit {
		t.add(scoped(code, wordUnit, same(a.Unit), same(b.Unit)), at)
	}
	if a.MayNotApply != b.MayNotApply {
		t.add(scoped(code, wordMayNotApply, yesOrNo(a.MayNotApply), yesOrNo(b.MayNotApply)), at)
	}
	if a.Provincial != b.Provincial {
		t.add(scoped(code, wordProvincial, yesOrNo(a.Provincial), yesOrNo(b.Provincial)), at)
	}
	switch {
	case a.Note == b.Note:
	case d.kin:
		t.add(scoped(code, wordNote, a.Note, b.Note), at)
	default:
		d.noted = appendNew(d.noted, code)
	}
	c := comparing{d: d, t: t, code: code, a: a, b: b, at: at}
	c.demands()
}

// comparing holds the demands of two wordings against each other.
type comparing struct {
	d    *differ
	t    *telling
	code string
	a, b *Indicator
	at   place
}

func (c *comparing) demands() {
	a, b := c.a.Require.n, c.b.Require.n
	axesA, axesB := hangsOn(a), hangsOn(b)
	axes := hangsOn(a)
	for axis, keys := range axesB {
		all := axes[axis]
		for _, k := range keys {
			all = appendNew(all, k)
		}
		axes[axis] = all
	}
	inA, inB := c.d.a.table.Years, c.d.b.table.Years
	yearsA, splitA := axesA[opByYear]
	yearsB, splitB := axesB[opByYear]
	years := Years{min(inA.From, inB.From), max(inA.To, inB.To)}
	if !splitA {
		years = inB
	}
	if !splitB {
		years = inA
	}
	c.t.span(axes, years)
	serves := func(year int, split bool, in Years, named []string) bool {
		return !split || in.Contains(year) || slices.Contains(named, itoa(year))
	}
	alone := map[int]bool{}
	overAxes(axes, years, where{}, func(in where) *node {
		hasA, hasB := serves(in.year, splitA, inA, yearsA), serves(in.year, splitB, inB, yearsB)
		switch {
		case hasA && hasB:
			c.cell(in, axes)
		case !alone[in.year]:
			// Only one set serves that year: nothing is held against its row of numbers.
			alone[in.year] = true
			x := Difference{Code: c.code, Change: Added}
			if hasA {
				x.Change, x.Before = Removed, c.d.a.demanded(c.a, where{year: in.year})
			} else if hasB {
				x.After = c.d.b.demanded(c.b, where{year: in.year})
			}
			if !x.Before.Demand.IsZero() || !x.After.Demand.IsZero() {
				c.t.add(x, c.at.in(where{year: in.year}, axes))
			}
		}
		return nil
	})
}

// hangsOn is the axes on which a row hangs. A commune in no zone of the province is a place
// of its own, and a citation of some columns splits the row by column.
func hangsOn(n *node) map[op][]string {
	axes := axesOf(n, nil)
	if _, split := axes[opByZone]; split {
		axes[opByZone] = append(axes[opByZone], "")
	}
	if _, split := axes[opByRegion]; !split && citesColumns(n) {
		axes[opByRegion] = nil
	}
	return axes
}

func citesColumns(n *node) bool {
	return n != nil && (len(n.cite.Regions) > 0 || slices.ContainsFunc(n.kids, citesColumns))
}

// demanded is what a row demands in all places of a set that share the choices made.
func (d *setData) demanded(row *Indicator, made where) Side {
	n := row.Require.n
	axes := hangsOn(n)
	if made.year != 0 {
		delete(axes, opByYear)
	}
	s, first := Side{Unit: row.Unit}, true
	s.Demand.n = overAxes(axes, d.table.Years, made, func(in where) *node {
		settled := in.settle(n)
		least := weakest(citations(settled, d.from(), nil))
		if first || least.Confidence < s.Confidence {
			s.Source, s.Confidence, first = least.Source, least.Confidence, false
		}
		return joint(bareAll(settled))
	})
	return s
}

// offered is a whole row: its name and what it demands.
func (d *setData) offered(row *Indicator) Side {
	s := d.demanded(row, where{})
	s.Text = row.Name
	return s
}

// citations are those of the cells of a settled requirement, in its order.
func citations(n *node, above *Citation, into []Citation) []Citation {
	if n == nil || n.op == opAttr {
		return into
	}
	kids := n.kids
	switch n.op {
	case opCite:
		above = &n.cite
	case opWhen:
		kids = kids[1:]
	}
	if len(n.kids) == 0 {
		var c Citation
		if above != nil {
			c = Citation{Source: above.Source, Confidence: above.Confidence}
		}
		return append(into, c)
	}
	for _, k := range kids {
		into = citations(k, above, into)
	}
	return into
}

// same reports whether two citations name one source and one confidence.
func (c Citation) same(o Citation) bool { return c.Source == o.Source && c.Confidence == o.Confidence }

// weakest is the least confirmed of some citations; that of none is not obtained.
func weakest(all []Citation) (least Citation) {
	for i, c := range all {
		if i == 0 || c.Confidence < least.Confidence {
			least = c
		}
	}
	return least
}

// part is one of the demands that must hold together in a place, with the citations of
// its cells.
type part struct {
	n     *node
	cites []Citation
}

// partsIn are the parts of a settled requirement, those made one of which one implies
// the other.
func partsIn(settled *node, from *Citation) []part {
	var parts []part
next:
	for _, p := range partsOf(settled) {
		n, cites := joint(bareAll(p)), citations(p, from, nil)
		for i := range parts {
			if one, ok := merged(parts[i].n, n); ok {
				parts[i].n = one
				for _, c := range cites {
					if !slices.ContainsFunc(parts[i].cites, c.same) {
						parts[i].cites = append(parts[i].cites, c)
					}
				}
				continue next
			}
		}
		parts = append(parts, part{n, cites})
	}
	return parts
}

// sideOf is what parts demand together.
func sideOf(parts []part, unit string) Side {
	if len(parts) == 0 {
		return Side{}
	}
	n, cites := parts[0].n, parts[0].cites
	if len(parts) > 1 {
		n, cites = &node{op: opAll}, nil
		for _, p := range parts {
			n.kids, cites = append(n.kids, p.n), append(cites, p.cites...)
		}
	}
	least := weakest(cites)
	return Side{Demand: Requirement{n}, Unit: unit, Source: least.Source, Confidence: least.Confidence}
}

// cell compares two demands in one place: what both ask is set aside.
func (c *comparing) cell(in where, axes map[op][]string) {
	at := c.at.in(in, axes)
	was := partsIn(in.settle(c.a.Require.n), c.d.a.from())
	is := partsIn(in.settle(c.b.Require.n), c.d.b.from())
	var gone []part
	for _, p := range was {
		n := slices.IndexFunc(is, func(q part) bool { return sameNode(p.n, q.n) })
		if n < 0 {
			gone = append(gone, p)
			continue
		}
		c.cites(p.cites, is[n].cites, at)
		is = slices.Delete(is, n, n+1)
	}
	x := Difference{Code: c.code, Before: sideOf(gone, c.a.Unit), After: sideOf(is, c.b.Unit)}
	switch {
	case len(gone) == 0 && len(is) == 0:
		return
	case len(gone) == 0:
		x.Change = Added
	case len(is) == 0:
		x.Change = Removed
	default:
		alike := rule.Fold(c.a.Name.Vi) == rule.Fold(c.b.Name.Vi) && c.a.Unit == c.b.Unit
		x.Change, x.Gap = changeOf(x.Before.Demand.n, x.After.Demand.n, alike)
	}
	c.t.add(x, at)
}

// cites tells of the same demand with other sources: of the first that differs.
func (c *comparing) cites(a, b []Citation, at place) {
	switch {
	case slices.EqualFunc(a, b, Citation.same):
		return
	case !c.d.kin:
		c.d.cited = appendNew(c.d.cited, c.code)
		return
	}
	n := 0
	for n < len(a) && n < len(b) && a[n].same(b[n]) {
		n++
	}
	x := Difference{Code: c.code, Change: Cited}
	if n < len(a) {
		x.Before = Side{Source: a[n].Source, Confidence: a[n].Confidence}
	}
	if n < len(b) {
		x.After = Side{Source: b[n].Source, Confidence: b[n].Confidence}
	}
	c.t.add(x, at)
}

// changeOf says how one demand differs from another, and for one number by how much;
// alike is that both measure the same.
func changeOf(before, after *node, alike bool) (Change, rule.Number) {
	openA, openB := holds(before, opProvince), holds(after, opProvince)
	fullA, fullB := complete(before), complete(after)
	switch {
	case openA && fullB:
		return Filled, rule.Number{}
	case openB && fullA:
		return LeftOpen, rule.Number{}
	case openA != openB, !fullA && !fullB, fullA && fullB && !alike:
		return Amended, rule.Number{}
	case !fullA:
		return Known, rule.Number{}
	case !fullB:
		return NotKnown, rule.Number{}
	}
	var m drift
	m.walk(before, after)
	switch {
	case m.other || m.tighter == m.looser:
		return Amended, rule.Number{}
	case m.numbers > 1:
		m.gap = rule.Number{}
	}
	if m.tighter {
		return Tighter, m.gap
	}
	return Looser, m.gap
}

// drift is how the numbers of one requirement stand to those of another.
type drift struct {
	tighter, looser bool
	other           bool // they differ in more than numbers
	numbers         int
	gap             rule.Number
}

func (m *drift) walk(a, b *node) {
	switch {
	case sameNode(a, b):
		return
	case a == nil || b == nil || a.op != b.op || a.name != b.name || len(a.kids) != len(b.kids) || a.op == opAttr,
		a.op == opWhen && !sameNode(a.kids[0], b.kids[0]):
		m.other = true
		return
	}
	for i := range a.kids {
		m.walk(a.kids[i], b.kids[i])
	}
	m.number(a.lo, b.lo, 1)
	m.number(a.hi, b.hi, -1)
}

// number notes one end: stricter means that it rises (1) or falls (-1).
func (m *drift) number(a, b rule.Number, stricter int) {
	way := b.Cmp(a) * stricter
	if way == 0 {
		return
	}
	m.tighter, m.looser = m.tighter || way > 0, m.looser || way < 0
	m.numbers++
	if m.gap = b.Sub(a); m.gap.Sign() < 0 {
		m.gap = a.Sub(b)
	}
}

// joint puts demands that must hold together into one where one of them implies the
// other: of ≥ 70 and ≥ 80 stays ≥ 80.
func joint(n *node) *node {
	if n == nil || len(n.kids) == 0 {
		return n
	}
	out := *n
	out.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		out.kids[i] = joint(k)
	}
	if n.op != opAll {
		return &out
	}
	var parts []*node
	for _, k := range out.kids {
		if k != nil && k.op == opAll {
			for _, p := range k.kids {
				parts = beside(parts, p)
			}
			continue
		}
		parts = beside(parts, k)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	out.kids = parts
	return &out
}

// beside puts one more demand to those that must hold together.
func beside(parts []*node, p *node) []*node {
	for i, q := range parts {
		if one, ok := merged(q, p); ok {
			parts[i] = one
			return parts
		}
	}
	return append(parts, p)
}

// merged is two demands as one, where that says the same as both.
func merged(a, b *node) (*node, bool) {
	if sameNode(a, b) {
		return a, true
	}
	if a == nil || b == nil || a.op != b.op || a.name != b.name || !known(a) || !known(b) {
		return nil, false
	}
	within := func(i int) *node { return joint(many(opAll, []Requirement{{a.kids[i]}, {b.kids[i]}}).n) }
	out := *a
	switch a.op {
	case opAtLeast, opAtMost, opBelow:
		if looser(a, b) {
			return b, true
		}
		return a, true
	case opSub, opBySex, opPrevious, opMeasured:
		out.kids = []*node{within(0)}
		return &out, true
	case opWhen:
		if sameNode(a.kids[0], b.kids[0]) {
			out.kids = []*node{a.kids[0], within(1), within(2)}
			return &out, true
		}
	}
	return nil, false
}
