package diff

import (
	"slices"
	"strconv"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// This file compares what two wordings of a row demand, place by place.

// wording compares two wordings of one row, on the days of a place.
func (d *differ) wording(t *telling, a, b *criteria.Indicator, on where) {
	for _, x := range []Change{
		nameChange(t.code, a.Name, b.Name, a.NameFrom, b.NameFrom),
		scoped(t.code, wordUnit, same(a.Unit), same(b.Unit)),
		scoped(t.code, wordMayNotApply, yesOrNo(a.MayNotApply), yesOrNo(b.MayNotApply)),
		scoped(t.code, wordProvincial, yesOrNo(a.Provincial), yesOrNo(b.Provincial)),
		scoped(t.code, wordNote, a.Note, b.Note),
	} {
		t.add(x, on)
	}
	d.byPlace(t, a, b, on)
}

// byPlace compares in each place what two wordings demand. Of a year that only one set
// serves nothing is held against its row of numbers.
func (d *differ) byPlace(t *telling, a, b *criteria.Indicator, on where) {
	axesA, axesB := d.a.axesOf(treeOf(a.Require)), d.b.axesOf(treeOf(b.Require))
	t.span(axesA)
	t.span(axesB)
	serves := func(axes algebra.Axes, year int) bool {
		served, split := axes[algebra.ByYear]
		return !split || slices.Contains(served, strconv.Itoa(year))
	}
	alone := func(c Kind, set *text, row *criteria.Indicator, year int) {
		at := on
		at[onYear] = []string{strconv.Itoa(year)}
		if s := set.demanded(row, algebra.Place{Year: year}); !s.Demand.IsZero() {
			t.add(oneSided(c, t.code, s), at)
		}
	}
	t.axes.Over(false, algebra.Place{}, func(in algebra.Place) *algebra.Node {
		switch {
		case !serves(axesA, in.Year):
			alone(Added, d.b, b, in.Year)
		case !serves(axesB, in.Year):
			alone(Removed, d.a, a, in.Year)
		default:
			for _, x := range d.inOnePlace(t.code, a, b, in) {
				t.add(x, on.in(in, t.axes))
			}
		}
		return nil
	})
}

// axesOf is the axes on which a row depends, in full. A commune in no zone of the province is a
// place of its own, and a citation of some columns splits the row by column.
func (d *text) axesOf(n *algebra.Node) algebra.Axes {
	axes := algebra.AxesOf(n)
	if _, split := axes[algebra.ByZone]; split {
		axes.Add(algebra.ByZone, "")
	}
	axes.SplitByCitations(n)
	return axes.Full(d.years)
}

// demanded is what a row demands in all places of a set, or in those of one year.
func (d *text) demanded(row *criteria.Indicator, made algebra.Place) Side {
	axes := d.axesOf(treeOf(row.Require))
	if made.Year != 0 {
		delete(axes, algebra.ByYear)
	}
	var cites []algebra.Citation
	n := axes.Over(false, made, func(in algebra.Place) *algebra.Node {
		settled := in.Settle(treeOf(row.Require))
		cites = append(cites, weakest(algebra.Citations(settled, d.from)))
		return joint(algebra.Plain(settled))
	})
	return demandSide(n, row.Unit, cites)
}

// offered is a whole row: its name and what it demands.
func (d *text) offered(row *criteria.Indicator) Side {
	s := d.demanded(row, algebra.Place{})
	s.Text = row.Name
	return s
}

// demandSide is a demand with the least confirmed of its citations.
func demandSide(n *algebra.Node, unit string, cites []algebra.Citation) Side {
	least := weakest(cites)
	return Side{Demand: requirementOf(n), Unit: unit, Source: least.Source, Confidence: least.Confidence}
}

// weakest is the least confirmed of some citations; that of none is not obtained.
func weakest(all []algebra.Citation) (least algebra.Citation) {
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
	n     *algebra.Node
	cites []algebra.Citation
}

// partsIn are the parts of a settled requirement, those made one of which one implies
// the other.
func partsIn(settled *algebra.Node, from *algebra.Citation) []part {
	var parts []part
next:
	for _, p := range algebra.Together(settled) {
		n, cites := joint(algebra.Plain(p)), algebra.Citations(p, from)
		for i := range parts {
			if one, ok := merged(parts[i].n, n); ok && covers(one, parts[i], part{n, cites}) {
				parts[i].n = one
				for _, c := range cites {
					if !slices.ContainsFunc(parts[i].cites, c.Same) {
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
func covers(one *algebra.Node, a, b part) bool {
	span := func(p part) (least, most rule.Confidence) {
		least = rule.Read
		for _, c := range p.cites {
			least, most = min(least, c.Confidence), max(most, c.Confidence)
		}
		return least, most
	}
	leastA, mostA := span(a)
	leastB, mostB := span(b)
	isA, isB := one.Equal(a.n), one.Equal(b.n)
	return isA && isB || isA && mostB <= leastA || isB && mostA <= leastB || leastA == mostA && leastB == mostB && leastA == leastB
}

// together is parts as one demand, and the citations of all.
func together(parts []part) (n *algebra.Node, cites []algebra.Citation) {
	var kids []*algebra.Node
	for _, p := range parts {
		kids, cites = append(kids, p.n), append(cites, p.cites...)
	}
	if len(kids) == 1 {
		return kids[0], cites
	}
	return algebra.Of(algebra.All, kids...), cites
}

// joint puts demands that must hold together into one where one of them implies the
// other: of ≥ 70 and ≥ 80 stays ≥ 80.
func joint(n *algebra.Node) *algebra.Node {
	if n == nil || len(n.Kids) == 0 {
		return n
	}
	if n.Op == algebra.All {
		one, _ := together(partsIn(n, nil))
		return one
	}
	return n.Map(joint)
}

// merged is two demands as one, where that says the same as both.
func merged(a, b *algebra.Node) (*algebra.Node, bool) {
	if a.Equal(b) {
		return a, true
	}
	if a == nil || b == nil || a.Op != b.Op || a.Name != b.Name || !a.Known() || !b.Known() {
		return nil, false
	}
	within := func(i int) *algebra.Node {
		return joint(algebra.Of(algebra.All, a.Kids[i], b.Kids[i]))
	}
	out := *a
	switch a.Op {
	case algebra.AtLeast, algebra.AtMost, algebra.Below, algebra.Above:
		if a.Looser(b) {
			return b, true
		}
		return a, true
	case algebra.Sub, algebra.BySex, algebra.AgainstPrevious, algebra.MeasuredBy:
		out.Kids = []*algebra.Node{within(0)}
		return &out, true
	case algebra.When:
		if a.Kids[0].Equal(b.Kids[0]) {
			out.Kids = []*algebra.Node{a.Kids[0], within(1), within(2)}
			return &out, true
		}
	}
	return nil, false
}

// inOnePlace compares two demands in one place: what both ask is set aside.
func (d *differ) inOnePlace(code string, a, b *criteria.Indicator, in algebra.Place) (told []Change) {
	was, is := partsIn(in.Settle(treeOf(a.Require)), d.a.from), partsIn(in.Settle(treeOf(b.Require)), d.b.from)
	var gone []part
	for _, p := range was {
		n := slices.IndexFunc(is, func(q part) bool { return p.n.Equal(q.n) })
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
	x := Change{Code: code, Before: before, After: after}
	alike := rule.Fold(a.Name.Vi) == rule.Fold(b.Name.Vi) && a.Unit == b.Unit
	x.Kind, x.Gap = kindOf(treeOf(before.Demand), treeOf(after.Demand), alike)
	return append(told, x)
}

// citedOtherwise is the same demand with other sources: the first that differs.
func citedOtherwise(code string, a, b []algebra.Citation) Change {
	for len(a) > 0 && len(b) > 0 && a[0].Same(b[0]) {
		a, b = a[1:], b[1:]
	}
	x := Change{Code: code}
	if len(a) > 0 {
		x.Kind, x.Before = Cited, demandSide(nil, "", a[:1])
	}
	if len(b) > 0 {
		x.Kind, x.After = Cited, demandSide(nil, "", b[:1])
	}
	return x
}

// kindOf says how one demand differs from another, and for one number by how much;
// alike is that both measure the same.
func kindOf(before, after *algebra.Node, alike bool) (Kind, rule.Number) {
	openA, openB := before.Contains(algebra.ProvinceSets), after.Contains(algebra.ProvinceSets)
	fullA, fullB := before.Complete(), after.Complete()
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
func drift(a, b *algebra.Node) (Kind, rule.Number) {
	steps, alike := stricter(a, b)
	tighter := slices.ContainsFunc(steps, func(step rule.Number) bool { return step.Sign() > 0 })
	looser := slices.ContainsFunc(steps, func(step rule.Number) bool { return step.Sign() < 0 })
	var gap rule.Number
	if len(steps) == 1 {
		if gap = steps[0]; looser {
			gap = rule.Int(0).Sub(gap)
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
func stricter(a, b *algebra.Node) (steps []rule.Number, alike bool) {
	switch {
	case a.Equal(b):
		return nil, true
	case a == nil || b == nil || a.Op != b.Op || a.Name != b.Name || len(a.Kids) != len(b.Kids) || a.Op == algebra.Attr,
		a.Op == algebra.When && !a.Kids[0].Equal(b.Kids[0]):
		return nil, false
	}
	for i := range a.Kids {
		more, alike := stricter(a.Kids[i], b.Kids[i])
		if !alike {
			return nil, false
		}
		steps = append(steps, more...)
	}
	for _, step := range []rule.Number{b.Lo.Sub(a.Lo), a.Hi.Sub(b.Hi)} {
		if step.Sign() != 0 {
			steps = append(steps, step)
		}
	}
	return steps, true
}
