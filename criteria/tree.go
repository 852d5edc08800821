package criteria

import (
	"maps"
	"slices"
	"strconv"

	"github.com/giupxa/giupxa/criteria/rule"
)

// This file works on requirements as trees: which choices they hang on, what is left
// when those are made, what they read.

// axesOf gathers the keys of the By… nodes below a node.
func axesOf(n *node, into map[op][]string) map[op][]string {
	if into == nil {
		into = map[op][]string{}
	}
	if n == nil {
		return into
	}
	for _, keys := range n.keys {
		for _, k := range keys {
			into[n.op] = appendNew(into[n.op], k)
		}
	}
	for _, k := range n.kids {
		axesOf(k, into)
	}
	return into
}

// overAxes makes a requirement that hangs on the axes: made gives what stands in each
// place. Neighbours that are alike become one case, and an axis on which nothing hangs is
// left out, but for that of the years where they are kept: a year that no case names stays
// without one.
func overAxes(axes map[op][]string, keepYears bool, in where, made func(where) *node) *node {
	for _, axis := range []op{opByYear, opByRegion, opByGroup, opByZone} {
		keys, split := axes[axis]
		if !split {
			continue
		}
		rest := maps.Clone(axes)
		delete(rest, axis)
		out := &node{op: axis}
		for _, key := range keys {
			kid := overAxes(rest, keepYears, in.with(axis, key), made)
			at := slices.IndexFunc(out.kids, func(k *node) bool { return sameNode(k, kid) })
			if at < 0 {
				at = len(out.kids)
				out.kids, out.keys = append(out.kids, kid), append(out.keys, nil)
			}
			out.keys[at] = append(out.keys[at], key)
		}
		if len(out.kids) == 1 && axis != opByZone && (axis != opByYear || !keepYears) {
			return out.kids[0]
		}
		return out
	}
	return made(in)
}

// whole is the axes with every key that a commune can have: zones as named.
func whole(axes map[op][]string, years Years) map[op][]string {
	for axis, named := range axes {
		axes[axis] = wholeAxis(axis, named, years)
	}
	return axes
}

// wholeAxis is every key of an axis that a commune of the set can have.
func wholeAxis(axis op, named []string, years Years) []string {
	var keys []string
	switch axis {
	case opByRegion:
		for _, r := range Regions() {
			keys = append(keys, r.String())
		}
	case opByGroup:
		for _, g := range groups.All() {
			keys = append(keys, g.String())
		}
	case opByYear:
		for y := years.From; y <= years.To && len(keys) < maxYears; y++ {
			keys = append(keys, itoa(y))
		}
	}
	for _, k := range named {
		keys = appendNew(keys, k)
	}
	return keys
}

// placesIn is how many places the axes have.
func placesIn(axes map[op][]string, years Years) int {
	n := 1
	for axis, keys := range axes {
		if n *= max(1, len(wholeAxis(axis, keys, years))); n > maxPlaces {
			break
		}
	}
	return n
}

// with is the place with one more choice made.
func (w where) with(axis op, key string) where {
	switch axis {
	case opByRegion:
		w.region, _ = ParseRegion(key)
	case opByGroup:
		w.group, _ = ParseGroup(key)
	case opByYear:
		w.year, _ = strconv.Atoi(key)
	default:
		w.zone = key
	}
	return w
}

// settle is the requirement with its choices made; what has no case is not stated.
func (w where) settle(n *node) *node {
	if n == nil || len(n.kids) == 0 {
		return n
	}
	if n.branches() {
		k, _ := w.choose(n)
		return w.settle(k)
	}
	out := n.with(w.settle)
	if n.op == opCite && len(n.cite.Regions) > 0 {
		if !slices.Contains(n.cite.Regions, w.region) {
			return out.kids[0]
		}
		out.cite.Regions = nil
	}
	return out
}

// branches reports whether a node is a choice: one of the By… nodes.
func (n *node) branches() bool { return n.op >= opByRegion && n.op <= opByZone }

// with is a copy of a node whose parts are changed.
func (n *node) with(change func(*node) *node) *node {
	out := *n
	out.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		out.kids[i] = change(k)
	}
	return &out
}

// plain is a settled requirement without its citations, for printing and comparing.
func plain(n *node) *node { return where{}.plain(n) }

// plain is the requirement with its choices made and without its citations. It copies only
// what it changes: it is made for every row of every resolved set.
func (w where) plain(n *node) *node {
	if n = bare(n); n == nil || len(n.kids) == 0 {
		return n
	}
	if n.branches() {
		k, _ := w.choose(n)
		return w.plain(k)
	}
	if n.op == opAll {
		return w.plainAll(n)
	}
	var out *node // a copy, once a part differs
	for i, k := range n.kids {
		said := w.plain(k)
		if said == k {
			continue
		}
		if out == nil {
			c := *n
			out, c.kids = &c, slices.Clone(n.kids)
		}
		out.kids[i] = said
	}
	if out != nil {
		return out
	}
	return n
}

// plainAll leaves out what is demanded twice.
func (w where) plainAll(n *node) *node {
	var kids []*node
	for _, k := range n.kids {
		said := w.plain(k)
		if !slices.ContainsFunc(kids, func(o *node) bool { return sameNode(o, said) }) {
			kids = append(kids, said)
		}
	}
	if len(kids) == 1 {
		return kids[0]
	}
	if slices.Equal(kids, n.kids) {
		return n
	}
	out := *n
	out.kids = kids
	return &out
}

// complete reports whether every cell of a settled requirement is known.
func complete(n *node) bool {
	if n == nil || n.op == opProvince {
		return false
	}
	for _, k := range n.kids {
		if !complete(k) {
			return false
		}
	}
	return known(n)
}

// known reports whether a leaf has its numbers.
func known(n *node) bool {
	needLo, needHi := n.op == opAtLeast || n.op == opBetween, n.op == opAtMost || n.op == opBetween || n.op == opBelow
	return (!needLo || n.lo.Known()) && (!needHi || n.hi.Known())
}

// holds reports whether an operator stands below a node.
func holds(n *node, o op) bool {
	return n != nil && (n.op == o || slices.ContainsFunc(n.kids, func(k *node) bool { return holds(k, o) }))
}

// leastKnown is the lowest confidence of the cells of a settled requirement; conditions
// are part of the row that they divide.
func leastKnown(n *node, from *Citation) rule.Confidence {
	least := rule.Read
	for _, l := range leavesOf(n, around{cite: from}, nil) {
		least = min(least, l.confidence())
	}
	return least
}

// leafOf is one cell with the key that it reads.
type leafOf struct {
	key      string
	previous bool
	cite     *Citation // nil where none covers it
	leaf     *node
}

func (l leafOf) confidence() rule.Confidence {
	if l.cite == nil {
		return rule.NotObtained
	}
	return l.cite.Confidence
}

// leavesOf gathers the cells of a settled requirement, without those of conditions.
func leavesOf(n *node, in around, into []leafOf) []leafOf {
	if n == nil || n.op == opAttr {
		return into
	}
	switch n.op {
	case opCite:
		in.cite = &n.cite
	case opSub:
		in.key += "/" + n.name
	case opBySex:
		female, male := in, in
		female.key += "/" + partFemale
		male.key += "/" + partMale
		return leavesOf(n.kids[0], male, leavesOf(n.kids[0], female, into))
	case opPrevious:
		in.previous = true
	case opWhen:
		return leavesOf(n.kids[2], in, leavesOf(n.kids[1], in, into))
	}
	if len(n.kids) == 0 {
		return append(into, leafOf{in.key, in.previous, in.cite, n})
	}
	for _, k := range n.kids {
		into = leavesOf(k, in, into)
	}
	return into
}

// sameNode reports whether two requirements say the same in the same words.
func sameNode(a, b *node) bool {
	if a == b {
		return true
	}
	if a == nil || b == nil || a.op != b.op || a.name != b.name || !a.lo.Equal(b.lo) || !a.hi.Equal(b.hi) ||
		len(a.kids) != len(b.kids) || a.cite.Confidence != b.cite.Confidence || a.cite.Source != b.cite.Source || !slices.Equal(a.cite.Regions, b.cite.Regions) {
		return false
	}
	for i := range a.kids {
		if !sameNode(a.kids[i], b.kids[i]) {
			return false
		}
	}
	return slices.EqualFunc(a.keys, b.keys, slices.Equal)
}

// saidBy is the requirement with words for its parts and attributes.
func (n *node) saidBy(words map[string]rule.Text) *node {
	if n == nil || len(n.kids) == 0 {
		return n
	}
	out := n.with(func(k *node) *node { return k.saidBy(words) })
	switch n.op {
	case opSub:
		out.words = words[n.name]
	case opAttr:
		out.words = words["@"+n.name]
	}
	return out
}

// joiner joins what a province demands with the national demand; both must be met. Where
// the province says nothing (a column, year or zone without a case), the national demand
// stands alone.
type joiner struct {
	years Years
	zones []string
}

// join fills the places where the national text leaves the demand to the province with
// the parts of the province's that stand there, and demands the others beside it.
func (j joiner) join(national, own *node) *node {
	if national != nil && national.branches() && holds(national, opProvince) {
		out := national.with(func(k *node) *node { return j.join(k, own) })
		if rest := j.rest(national); rest != nil { // not known, and the province's demand beside it
			out.kids, out.keys = append(out.kids, j.join(nil, own)), append(slices.Clone(out.keys), rest)
		}
		return out
	}
	if national != nil && national.op == opCite {
		return national.with(func(k *node) *node { return j.join(k, own) })
	}
	if leavesByCase(national) { // filled in one place, the province's demand stands beside the others
		axes := axesOf(national, nil)
		byColumns(axes, national)
		if _, split := axes[opByZone]; split {
			axes[opByZone] = j.zones
		}
		return overAxes(whole(axes, j.years), true, where{}, func(in where) *node { return j.join(in.settle(national), own) })
	}
	filled, beside := national, []Requirement{}
	for _, part := range partsOf(own) {
		next, did := j.fill(filled, part)
		if filled = next; !did {
			beside = append(beside, Requirement{j.elsewhere(part, national)})
		}
	}
	if len(beside) == 0 {
		return filled
	}
	return many(opAll, append([]Requirement{{filled}}, beside...)).n
}

// leavesByCase reports whether a By… node below leaves the demand to the province.
func leavesByCase(n *node) bool {
	return n != nil && (n.branches() && holds(n, opProvince) || slices.ContainsFunc(n.kids, leavesByCase))
}

// elsewhere adds the national demand for each column, group, year and zone for which a
// part of the province's has no case, however deep the cases stand below what names a part,
// a source or a poverty standard, divides by a condition or joins. The citation of the
// province stays with its own cases.
func (j joiner) elsewhere(part, national *node) *node {
	if !hangs(part) {
		return part
	}
	inner := part
	for inner.op == opCite || inner.op == opSub || inner.op == opMeasured || inner.op == opBySex {
		inner = inner.kids[0]
	}
	out := *inner
	out.kids = slices.Clone(inner.kids)
	for i, k := range inner.kids {
		if inner.op != opWhen || i > 0 {
			out.kids[i] = j.elsewhere(under(part, inner, k), national)
		}
	}
	switch {
	case inner.branches():
		if rest := j.rest(inner); rest != nil {
			out.kids, out.keys = append(out.kids, national), append(slices.Clone(out.keys), rest)
		}
		return &out
	case inner.op == opAll, inner.op == opWhen:
		return &out
	}
	return part
}

// rest is the keys of the axis of a By… node for which it has no case.
func (j joiner) rest(by *node) (rest []string) {
	var zones []string
	if by.op == opByZone {
		zones = j.zones
	}
	for _, key := range wholeAxis(by.op, zones, j.years) {
		if !slices.ContainsFunc(by.keys, func(keys []string) bool { return slices.Contains(keys, key) }) {
			rest = append(rest, key)
		}
	}
	return rest
}

// hangs reports whether a By… node stands below a node.
func hangs(n *node) bool {
	return n != nil && (n.branches() || slices.ContainsFunc(n.kids, hangs))
}

// under puts a node in the place of another, below what stands above that.
func under(above, at, n *node) *node {
	if above == at {
		return n
	}
	return above.with(func(k *node) *node { return under(k, at, n) })
}

// partsOf are the parts that a requirement demands together, each with its citation.
func partsOf(n *node) []*node {
	b := bare(n)
	if b == nil || b.op != opAll {
		return []*node{n}
	}
	var parts []*node
	for _, k := range b.kids {
		for _, p := range partsOf(k) {
			parts = append(parts, recite(n, p))
		}
	}
	return parts
}

// fill puts a part where the province is to set the demand, and says whether there is
// such a place.
func (j joiner) fill(n, part *node) (*node, bool) {
	if n == nil || part == nil {
		return n, false
	}
	switch n.op {
	case opProvince:
		return j.elsewhere(part, n), true
	case opBySex:
		b := bare(part)
		switch {
		case !holds(n.kids[0], opProvince) || b == nil:
			return n, false
		case b.op == opSub && (b.name == partFemale || b.name == partMale):
			both := []Requirement{Sub(partFemale, Requirement{n.kids[0]}), Sub(partMale, Requirement{n.kids[0]})}
			return j.fill(many(opAll, both).n, part)
		case b.op == opSub:
			return n, false
		}
		part = ofEither(part)
	case opSub:
		b := bare(part)
		if b == nil || b.op != opSub || b.name != n.name {
			return n, false
		}
		part = recite(part, b.kids[0])
	}
	out, did := *n, false
	out.kids = slices.Clone(n.kids)
	for i, k := range n.kids {
		if n.op == opWhen && i == 0 {
			continue
		}
		filled, yes := j.fill(k, part)
		out.kids[i], did = filled, did || yes
	}
	if !did {
		return n, false
	}
	return &out, true
}

// ofEither is what a requirement demands of either sex.
func ofEither(n *node) *node {
	switch {
	case n == nil:
		return nil
	case n.op == opBySex:
		return n.kids[0]
	case n.op == opCite, n.op == opWhen, n.op == opMeasured, n.branches():
		return n.with(ofEither)
	default:
		return n
	}
}
