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
//
// The national demand keeps its shape, so that whatever it decides without knowing the place of
// a commune stays decided. The result grows with what is joined, however often that is done.
func (j Joiner) Join(national, own *Node) *Node {
	var beside []joined
	filled := national
	for _, part := range Together(own) {
		next, did := j.fill(filled, part)
		if by, needed := j.besides(filled, part, did); needed {
			beside = append(beside, by)
		}
		filled = next
	}
	if len(beside) == 0 {
		return filled
	}
	all := []*Node{filled}
	if filled != nil && filled.Op == All {
		all = slices.Clone(filled.Kids)
	}
	nothing := least(filled)
	for _, b := range beside {
		part := j.elsewhere(b.part, nothing)
		if b.filled != nil {
			part = b.axes.Over(false, Place{}, func(in Place) *Node {
				if b.filled(in) {
					return nothing
				}
				return part
			})
		}
		all = append(all, part)
	}
	return Of(All, all...)
}

// joined is a part of a province's demand that stands beside the national one: everywhere, or
// where it has not filled a place.
type joined struct {
	part   *Node
	axes   Axes
	filled func(Place) bool
}

// besides says how a part stands beside a tree that it has filled or not, and whether it must.
func (j Joiner) besides(n, part *Node, did bool) (joined, bool) {
	if !did {
		return joined{part: part}, true
	}
	axes := Axes{}
	axes.gatherLeft(n)
	if len(axes) == 0 {
		return joined{}, false
	}
	filled := func(in Place) bool {
		_, did := j.fill(in.Settle(n), part)
		return did
	}
	needed, decides := false, false
	also := AxesOf(part)
	for axis, keys := range axes {
		_, split := also[axis]
		decides = decides || !split // the part decides where the key of that axis is not known
		for _, k := range keys {
			also.Add(axis, k)
		}
	}
	if _, split := also[ByZone]; split {
		also[ByZone] = j.Zones
	}
	also.Full(j.Years).Over(false, Place{}, func(in Place) *Node {
		needed = needed || !filled(in) && says(in, part)
		return nil
	})
	switch {
	case leftPlainly(n): // what fills a place is demanded there in any case
		return joined{part: part}, needed || decides
	case !needed:
		return joined{}, false
	}
	if _, split := axes[ByZone]; split {
		axes[ByZone] = j.Zones
	}
	return joined{part, axes.Full(j.Years), filled}, true
}

// gatherLeft gathers the axes by which a tree leaves the demand to the province.
func (a Axes) gatherLeft(n *Node) {
	if n == nil || !n.Contains(ProvinceSets) {
		return
	}
	if n.Op.IsAxis() {
		for _, keys := range n.Keys {
			for _, k := range keys {
				a.Add(n.Op, k)
			}
		}
	}
	for _, k := range n.Kids {
		a.gatherLeft(k)
	}
}

// leftPlainly reports whether what fills the places that a tree leaves to the province is
// demanded of the same reading, whatever else is met.
func leftPlainly(n *Node) bool {
	switch {
	case n == nil || !n.Contains(ProvinceSets) || n.Op == ProvinceSets:
		return true
	case n.Op.IsAxis(), n.Op == All, n.Op == Cite, n.Op == Sub:
		return !slices.ContainsFunc(n.Kids, func(k *Node) bool { return !leftPlainly(k) })
	}
	return false
}

// says reports whether a part has something to say in a place.
func says(in Place, part *Node) bool {
	for part != nil {
		switch {
		case part.Op.IsAxis():
			k, has := in.Choose(part)
			if !has {
				return false
			}
			part = k
		case part.Op == Cite, part.Op == Sub, part.Op == MeasuredBy, part.Op == BySex:
			part = part.Kids[0]
		default:
			return true
		}
	}
	return true // something that is not known
}

// least is the smallest of the parts that a tree demands together: to demand it once more
// changes nothing.
func least(n *Node) *Node {
	var small *Node
	room := MaxNodes
	for _, p := range Together(n) {
		if left := p.spend(room); small == nil || left >= 0 && room-left < small.count() {
			small = p
		}
	}
	return small
}

// elsewhere adds what changes nothing for each column, group, year and zone for which a
// part of the province's has no case, however deep the cases stand below what names a part,
// a source or a poverty standard, divides by a condition or joins. The citation of the
// province stays with its own cases.
func (j Joiner) elsewhere(part, nothing *Node) *Node {
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
		if inner.Op == When && i == 0 {
			out.Kids[i] = citedAs(part, inner, k)
		} else {
			out.Kids[i] = j.elsewhere(under(part, inner, k), nothing)
		}
	}
	switch {
	case inner.Op.IsAxis():
		if rest := j.rest(inner); rest != nil {
			out.Kids, out.Keys = append(out.Kids, nothing), append(slices.Clone(out.Keys), rest)
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

// citedAs is a node with the citations that stand above another.
func citedAs(above, at, n *Node) *Node {
	switch {
	case above == at:
		return n
	case above.Op == Cite:
		return Cited(above.Cite, citedAs(above.Kids[0], at, n))
	}
	return citedAs(above.Kids[0], at, n)
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
