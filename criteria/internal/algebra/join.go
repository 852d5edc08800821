package algebra

import "slices"

// Joiner joins what a province demands with the national demand; both must be met. Where
// the province says nothing (a column, year or zone without a case), the national demand
// stands alone.
type Joiner struct {
	Years Years
	Zones []string
}

// Join fills the places where the national text leaves the demand to the province with
// the parts of the province's that stand there, and demands the others beside it.
func (j Joiner) Join(national, own *Node) *Node {
	if national != nil && national.Op.IsAxis() && national.Contains(ProvinceSets) {
		out := national.Map(func(k *Node) *Node { return j.Join(k, own) })
		if rest := j.rest(national); rest != nil { // not known, and the province's demand beside it
			out.Kids, out.Keys = append(out.Kids, j.Join(nil, own)), append(slices.Clone(out.Keys), rest)
		}
		return out
	}
	if national != nil && national.Op == Cite {
		return national.Map(func(k *Node) *Node { return j.Join(k, own) })
	}
	if leavesByCase(national) { // filled in one place, the province's demand stands beside the others
		axes := AxesOf(national)
		axes.SplitByCitations(national)
		if _, split := axes[ByZone]; split {
			axes[ByZone] = j.Zones
		}
		return axes.Full(j.Years).Over(true, Place{}, func(in Place) *Node { return j.Join(in.Settle(national), own) })
	}
	filled, beside := national, []*Node{nil}
	for _, part := range Together(own) {
		next, did := j.fill(filled, part)
		if filled = next; !did {
			beside = append(beside, j.elsewhere(part, national))
		}
	}
	if len(beside) == 1 {
		return filled
	}
	beside[0] = filled
	return Of(All, beside...)
}

// leavesByCase reports whether an axis at or below a node leaves the demand to the province.
func leavesByCase(n *Node) bool {
	return n != nil && (n.Op.IsAxis() && n.Contains(ProvinceSets) || slices.ContainsFunc(n.Kids, leavesByCase))
}

// elsewhere adds the national demand for each column, group, year and zone for which a
// part of the province's has no case, however deep the cases stand below what names a part,
// a source or a poverty standard, divides by a condition or joins. The citation of the
// province stays with its own cases.
func (j Joiner) elsewhere(part, national *Node) *Node {
	if !part.ByCase() {
		return part
	}
	inner := part
	for inner.Op == Cite || inner.Op == Sub || inner.Op == MeasuredBy || inner.Op == BySex {
		inner = inner.Kids[0]
	}
	out := *inner
	out.Kids = slices.Clone(inner.Kids)
	for i, k := range inner.Kids {
		if inner.Op != When || i > 0 {
			out.Kids[i] = j.elsewhere(under(part, inner, k), national)
		}
	}
	switch {
	case inner.Op.IsAxis():
		if rest := j.rest(inner); rest != nil {
			out.Kids, out.Keys = append(out.Kids, national), append(slices.Clone(out.Keys), rest)
		}
		return &out
	case inner.Op == All, inner.Op == When:
		return &out
	}
	return part
}

// rest is the keys of an axis for which it has no case.
func (j Joiner) rest(axis *Node) []string {
	var zones []string
	if axis.Op == ByZone {
		zones = j.Zones
	}
	if rest := without(fullAxis(axis.Op, zones, j.Years), slices.Concat(axis.Keys...)); len(rest) > 0 {
		return rest
	}
	return nil
}

// under puts a node in the place of another, below what stands above that.
func under(above, at, n *Node) *Node {
	if above == at {
		return n
	}
	return above.Map(func(k *Node) *Node { return under(k, at, n) })
}

// Together are the parts that a tree demands together, each with its citation.
func Together(n *Node) []*Node {
	b := n.Bare()
	if b == nil || b.Op != All {
		return []*Node{n}
	}
	var parts []*Node
	for _, k := range b.Kids {
		for _, p := range Together(k) {
			parts = append(parts, Recite(n, p))
		}
	}
	return parts
}

// Recite keeps the citation above a node for one of its branches.
func Recite(above, branch *Node) *Node {
	if above != nil && above.Op == Cite {
		return Cited(above.Cite, Recite(above.Kids[0], branch))
	}
	return branch
}

// fill puts a part where the province is to set the demand, and says whether there is
// such a place.
func (j Joiner) fill(n, part *Node) (*Node, bool) {
	if n == nil || part == nil {
		return n, false
	}
	switch n.Op {
	case ProvinceSets:
		return j.elsewhere(part, n), true
	case BySex:
		b := part.Bare()
		switch {
		case !n.Kids[0].Contains(ProvinceSets) || b == nil:
			return n, false
		case b.Op == Sub && (b.Name == Female || b.Name == Male):
			return j.fill(Of(All, Named(Sub, Female, n.Kids[0]), Named(Sub, Male, n.Kids[0])), part)
		case b.Op == Sub:
			return n, false
		}
		part = ofEither(part)
	case Sub:
		b := part.Bare()
		if b == nil || b.Op != Sub || b.Name != n.Name {
			return n, false
		}
		part = Recite(part, b.Kids[0])
	}
	out, did := *n, false
	out.Kids = slices.Clone(n.Kids)
	for i, k := range n.Kids {
		if n.Op == When && i == 0 {
			continue
		}
		filled, yes := j.fill(k, part)
		out.Kids[i], did = filled, did || yes
	}
	if !did {
		return n, false
	}
	return &out, true
}

// ofEither is what a tree demands of either sex.
func ofEither(n *Node) *Node {
	switch {
	case n == nil:
		return nil
	case n.Op == BySex:
		return n.Kids[0]
	case n.Op == Cite, n.Op == When, n.Op == MeasuredBy, n.Op.IsAxis():
		return n.Map(ofEither)
	default:
		return n
	}
}
