package criteria

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// This file compares what two wordings of a row demand, place by place.

// wording compares two wordings of one row, on the days of a place.
func (d *differ) wording(t *telling, a, b *Indicator, on place) {
	for _, x := range []Difference{
		nameChange(t.code, a.Name, b.Name, a.NameFrom, b.NameFrom),
		scoped(t.code, wordUnit, same(a.Unit), same(b.Unit)),
		scoped(t.code, wordMayNotApply, yesOrNo(a.MayNotApply), yesOrNo(b.MayNotApply)),
		scoped(t.code, wordProvincial, yesOrNo(a.Provincial), yesOrNo(b.Provincial)),
		scoped(t.code, wordNote, a.Note, b.Note),
	} {
		t.add(x, on)
	}
	d.demands(t, a, b, on)
}

// demands compares in each place what two wordings demand. Of a year that only one set
// serves nothing is held against its row of numbers.
func (d *differ) demands(t *telling, a, b *Indicator, on place) {
	axesA, axesB := d.a.hangsOn(a.Require.n), d.b.hangsOn(b.Require.n)
	t.span(axesA)
	t.span(axesB)
	serves := func(axes map[op][]string, year int) bool {
		served, split := axes[opByYear]
		return !split || slices.Contains(served, itoa(year))
	}
	alone := func(c Change, set *setData, row *Indicator, year int) {
		at := on
		at[onYear] = []string{itoa(year)}
		if s := set.demanded(row, where{year: year}); !s.Demand.IsZero() {
			t.add(oneSided(c, t.code, s), at)
		}
	}
	overAxes(t.axes, false, where{}, func(in where) *node {
		switch {
		case !serves(axesA, in.year):
			alone(Added, d.b, b, in.year)
		case !serves(axesB, in.year):
			alone(Removed, d.a, a, in.year)
		default:
			for _, x := range d.cell(t.code, a, b, in) {
				t.add(x, on.in(in, t.axes))
			}
		}
		return nil
	})
}

// hangsOn is the axes on which a row hangs, whole. A commune in no zone of the province is a
// place of its own, and a citation of some columns splits the row by column.
func (d *setData) hangsOn(n *node) map[op][]string {
	axes := axesOf(n, nil)
	if _, split := axes[opByZone]; split {
		axes[opByZone] = append(axes[opByZone], "")
	}
	if citesColumns(n) {
		axes[opByRegion] = nil
	}
	return whole(axes, d.table.Years)
}

func citesColumns(n *node) bool {
	return n != nil && (len(n.cite.Regions) > 0 || slices.ContainsFunc(n.kids, citesColumns))
}

// demanded is what a row demands in all places of a set, or in those of one year.
func (d *setData) demanded(row *Indicator, made where) Side {
	axes := d.hangsOn(row.Require.n)
	if made.year != 0 {
		delete(axes, opByYear)
	}
	var cites []Citation
	n := overAxes(axes, false, made, func(in where) *node {
		settled := in.settle(row.Require.n)
		cites = append(cites, weakest(citations(settled, d.from())))
		return joint(plain(settled))
	})
	return demandSide(n, row.Unit, cites)
}

// offered is a whole row: its name and what it demands.
func (d *setData) offered(row *Indicator) Side {
	s := d.demanded(row, where{})
	s.Text = row.Name
	return s
}

// demandSide is a demand with the least confirmed of its citations.
func demandSide(n *node, unit string, cites []Citation) Side {
	least := weakest(cites)
	return Side{Demand: Requirement{n}, Unit: unit, Source: least.Source, Confidence: least.Confidence}
}

// citations are those of the cells of a settled requirement, in its order.
func citations(n *node, from *Citation) []Citation {
	var all []Citation
	for _, l := range leavesOf(n, around{cite: from}, nil) {
		if l.cite == nil {
			l.cite = &Citation{}
		}
		all = append(all, *l.cite)
	}
	return all
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
		n, cites := joint(plain(p)), citations(p, from)
		for i := range parts {
			if one, ok := merged(parts[i].n, n); ok && covers(one, parts[i], part{n, cites}) {
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

// covers reports whether one of two parts can stand for both: the milder demand must not
// be better known, or it decides where the stricter one is not used.
func covers(one *node, a, b part) bool {
	known := func(p part) (least, most rule.Confidence) {
		least = rule.Read
		for _, c := range p.cites {
			least, most = min(least, c.Confidence), max(most, c.Confidence)
		}
		return least, most
	}
	leastA, mostA := known(a)
	leastB, mostB := known(b)
	isA, isB := sameNode(one, a.n), sameNode(one, b.n)
	return isA && isB || isA && mostB <= leastA || isB && mostA <= leastB || leastA == mostA && leastB == mostB && leastA == leastB
}

// together is parts as one demand, and the citations of all.
func together(parts []part) (n *node, cites []Citation) {
	var kids []*node
	for _, p := range parts {
		kids, cites = append(kids, p.n), append(cites, p.cites...)
	}
	if len(kids) == 1 {
		return kids[0], cites
	}
	return &node{op: opAll, kids: kids}, cites
}

// joint puts demands that must hold together into one where one of them implies the
// other: of ≥ 70 and ≥ 80 stays ≥ 80.
func joint(n *node) *node {
	if n == nil || len(n.kids) == 0 {
		return n
	}
	if n.op == opAll {
		one, _ := together(partsIn(n, nil))
		return one
	}
	return n.with(joint)
}

// merged is two demands as one, where that says the same as both.
func merged(a, b *node) (*node, bool) {
	if sameNode(a, b) {
		return a, true
	}
	if a == nil || b == nil || a.op != b.op || a.name != b.name || !known(a) || !known(b) {
		return nil, false
	}
	within := func(i int) *node { return joint(&node{op: opAll, kids: []*node{a.kids[i], b.kids[i]}}) }
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

// cell compares two demands in one place: what both ask is set aside.
func (d *differ) cell(code string, a, b *Indicator, in where) (told []Difference) {
	was, is := partsIn(in.settle(a.Require.n), d.a.from()), partsIn(in.settle(b.Require.n), d.b.from())
	var gone []part
	for _, p := range was {
		n := slices.IndexFunc(is, func(q part) bool { return sameNode(p.n, q.n) })
		if n < 0 {
			gone = append(gone, p)
			continue
		}
		told = append(told, citedOtherwise(code, p.cites, is[n].cites))
		is = slices.Delete(is, n, n+1)
	}
	side := func(parts []part, unit string) Side {
		n, cites := together(parts)
		return demandSide(n, unit, cites)
	}
	before, after := side(gone, a.Unit), side(is, b.Unit)
	switch {
	case len(gone) == 0 && len(is) == 0:
		return told
	case len(gone) == 0:
		return append(told, oneSided(Added, code, after))
	case len(is) == 0:
		return append(told, oneSided(Removed, code, before))
	}
	x := Difference{Code: code, Before: before, After: after}
	alike := rule.Fold(a.Name.Vi) == rule.Fold(b.Name.Vi) && a.Unit == b.Unit
	x.Change, x.Gap = changeOf(before.Demand.n, after.Demand.n, alike)
	return append(told, x)
}

// citedOtherwise is the same demand with other sources: the first that differs.
func citedOtherwise(code string, a, b []Citation) Difference {
	for len(a) > 0 && len(b) > 0 && a[0].same(b[0]) {
		a, b = a[1:], b[1:]
	}
	x := Difference{Code: code}
	if len(a) > 0 {
		x.Change, x.Before = Cited, demandSide(nil, "", a[:1])
	}
	if len(b) > 0 {
		x.Change, x.After = Cited, demandSide(nil, "", b[:1])
	}
	return x
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
	return drift(before, after)
}

// drift says whether the numbers of one requirement are stricter than those of another
// that is the same but for them, and of a single one by how much.
func drift(a, b *node) (Change, rule.Number) {
	steps, alike := stricter(a, b)
	tighter := slices.ContainsFunc(steps, func(step rule.Number) bool { return step.Sign() > 0 })
	looser := slices.ContainsFunc(steps, func(step rule.Number) bool { return step.Sign() < 0 })
	var gap rule.Number
	if len(steps) == 1 {
		if gap = steps[0]; looser {
			gap = zero.Sub(gap)
		}
	}
	switch {
	case !alike || tighter == looser:
		return Amended, rule.Number{}
	case tighter:
		return Tighter, gap
	default:
		return Looser, gap
	}
}

// stricter is by how much each number is stricter in the second requirement, below 0 where
// it is milder; false where the two differ in more than numbers.
func stricter(a, b *node) (steps []rule.Number, alike bool) {
	switch {
	case sameNode(a, b):
		return nil, true
	case a == nil || b == nil || a.op != b.op || a.name != b.name || len(a.kids) != len(b.kids) || a.op == opAttr,
		a.op == opWhen && !sameNode(a.kids[0], b.kids[0]):
		return nil, false
	}
	for i := range a.kids {
		more, alike := stricter(a.kids[i], b.kids[i])
		if !alike {
			return nil, false
		}
		steps = append(steps, more...)
	}
	for _, step := range []rule.Number{b.lo.Sub(a.lo), a.hi.Sub(b.hi)} {
		if step.Sign() != 0 {
			steps = append(steps, step)
		}
	}
	return steps, true
}
