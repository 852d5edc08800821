package algebra

import (
	"maps"
	"slices"
	"strconv"
)

// The keys of the axes that are the same in every set.
var (
	columns = []string{"TDMNPB", "DBSH", "BTB", "DHNTB", "TN", "DNB", "DBSCL"}
	groups  = []string{"1", "2", "3"}
)

// The bounds of the axes: far above those of any real set.
const (
	MaxYears  = 200
	MaxPlaces = 20000 // columns × groups × years × zones of one tree
)

// Years is a range of years, both included.
type Years struct {
	From int
	To   int
}

// Axes are the axes on which trees depend, with their keys.
type Axes map[Op][]string

// AxesOf gathers the axes of some trees with the keys that they name. It does not count that a
// citation may hold for some columns only: see [Axes.SplitByCitations].
func AxesOf(ns ...*Node) Axes {
	a := Axes{}
	for _, n := range ns {
		a.gather(n)
	}
	return a
}

func (a Axes) gather(n *Node) {
	if n == nil {
		return
	}
	for _, keys := range n.Keys {
		for _, k := range keys {
			a.Add(n.Op, k)
		}
	}
	for _, k := range n.Kids {
		a.gather(k)
	}
}

// Add adds a key to an axis.
func (a Axes) Add(axis Op, key string) {
	if !slices.Contains(a[axis], key) {
		a[axis] = append(a[axis], key)
	}
}

// SplitByCitations adds the axis of the columns where a citation of a tree holds for some only.
func (a Axes) SplitByCitations(ns ...*Node) {
	if _, split := a[ByRegion]; !split && slices.ContainsFunc(ns, (*Node).CitesColumns) {
		a[ByRegion] = nil
	}
}

// Full gives each axis every key that a commune can have: zones as named.
func (a Axes) Full(years Years) Axes {
	for axis, named := range a {
		a[axis] = fullAxis(axis, named, years)
	}
	return a
}

// fullAxis is every key of an axis that a commune of the set can have.
func fullAxis(axis Op, named []string, years Years) []string {
	var keys []string
	switch axis {
	case ByRegion:
		keys = slices.Clone(columns)
	case ByGroup:
		keys = slices.Clone(groups)
	case ByYear:
		for y := years.From; y <= years.To && len(keys) < MaxYears; y++ {
			keys = append(keys, strconv.Itoa(y))
		}
	}
	for _, k := range named {
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// TooMany reports whether the axes have more than [MaxPlaces] places.
func (a Axes) TooMany(years Years) bool {
	n := 1
	for axis, keys := range a {
		if n *= max(1, len(fullAxis(axis, keys, years))); n > MaxPlaces {
			return true
		}
	}
	return false
}

// Over makes a tree over the axes: made gives what stands in each place. Neighbours that are
// alike become one case. An axis whose cases are all alike is left out, except that of the
// zones, and that of the years where keepYears says so: a year that no case names stays
// without a case.
func (a Axes) Over(keepYears bool, in Place, made func(Place) *Node) *Node {
	for _, axis := range []Op{ByYear, ByRegion, ByGroup, ByZone} {
		keys, split := a[axis]
		if !split {
			continue
		}
		rest := maps.Clone(a)
		delete(rest, axis)
		out := &Node{Op: axis}
		for _, key := range keys {
			kid := rest.Over(keepYears, in.With(axis, key), made)
			at := slices.IndexFunc(out.Kids, kid.Equal)
			if at < 0 {
				at = len(out.Kids)
				out.Kids, out.Keys = append(out.Kids, kid), append(out.Keys, nil)
			}
			out.Keys[at] = append(out.Keys[at], key)
		}
		if len(out.Kids) == 1 && axis != ByZone && (axis != ByYear || !keepYears) {
			return out.Kids[0]
		}
		return out
	}
	return made(in)
}

// without is the keys that the other list does not have.
func without(keys, other []string) []string {
	return slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return slices.Contains(other, k) })
}
