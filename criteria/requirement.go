package criteria

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Requirement is what an indicator demands, as data: it can be listed, stored as
// JSON, said in words and compiled. It is made by the functions that return it, from
// AtLeast to When, or read from JSON, and by no one else; its zero value is "not stated", which is judged Unknown.
//
// Numbers are written as decimal texts. The text "" is "the operator is known,
// the number is not": such a cell is Unknown, never a guess. A text that is no
// number is reported by [NewSet].
type Requirement struct{ n *node }

// IsZero reports whether nothing is stated.
func (r Requirement) IsZero() bool { return r.n == nil }

type op uint8

const (
	opUnstated op = iota
	opAtLeast
	opAtMost
	opBetween
	opBelow
	opNone
	opPass
	opAll
	opAny
	opFirstOf
	opBySex
	opByRegion
	opByGroup
	opByYear
	opByZone
	opWhen
	opPrevious
	opProvince
	opSub
	opAttr
	opCite
	opMeasured
)

// node is one step of a requirement. It is never changed once built.
type node struct {
	op     op
	lo, hi rule.Number // lo of AtLeast, hi of AtMost and Below, both of Between
	name   string      // the part, the attribute or the poverty standard
	words  rule.Text   // of the part or the attribute, from the set
	kids   []*node
	keys   [][]string // of a By… node: the keys of each kid, as printed
	cite   Citation   // of a Cite node
	fault  string     // what NewSet reports
}

func leaf(o op, lo, hi string) Requirement {
	n := &node{op: o}
	read := func(s string, into *rule.Number) {
		if s == "" {
			return
		}
		v, err := rule.ParseNumber(s)
		if err != nil {
			n.fault = err.Error()
			return
		}
		*into = v
	}
	read(lo, &n.lo)
	read(hi, &n.hi)
	return Requirement{n}
}

// AtLeast demands a number of n or more.
func AtLeast(n string) Requirement { return leaf(opAtLeast, n, "") }

// AtMost demands a number of n or less.
func AtMost(n string) Requirement { return leaf(opAtMost, "", n) }

// Between demands a number from lo to hi, both included.
func Between(lo, hi string) Requirement {
	r := leaf(opBetween, lo, hi)
	if r.n.lo.Known() && r.n.hi.Known() && r.n.hi.Cmp(r.n.lo) < 0 {
		r.n.fault = "Between: " + hi + " is below " + lo
	}
	return r
}

// None demands that there be none («Không»): the number 0, or a pass.
func None() Requirement { return leaf(opNone, "", "") }

// Pass demands a pass («Đạt»): the reading is pass or fail, not a number.
func Pass() Requirement { return leaf(opPass, "", "") }

// ProvinceSets says that the provincial People's Committee sets the demand. It is
// Unknown until an overlay fills it.
func ProvinceSets() Requirement { return leaf(opProvince, "", "") }

// All demands every one.
func All(rs ...Requirement) Requirement { return many(opAll, rs) }

// Any demands at least one.
func Any(rs ...Requirement) Requirement { return many(opAny, rs) }

// FirstOf demands the first way that applies: a later way counts only where the
// reading of each earlier one is "not applicable" (a market; where there is none, a shop).
func FirstOf(rs ...Requirement) Requirement { return many(opFirstOf, rs) }

// BySex demands the same of both sexes: the readings are parts, "12.1/female" and
// "12.1/male".
func BySex(r Requirement) Requirement { return many(opBySex, []Requirement{r}) }

// AgainstPrevious demands it of the ratio of the reading to the earlier one, which
// is the part "previous": AgainstPrevious(AtLeast("1.1")) is at least 1.1 times
// the earlier value. It is compared exactly, without dividing.
func AgainstPrevious(r Requirement) Requirement { return many(opPrevious, []Requirement{r}) }

func many(o op, rs []Requirement) Requirement {
	n := &node{op: o}
	for _, r := range rs {
		n.kids = append(n.kids, r.n)
	}
	return Requirement{n}
}

// Sub demands it of a named part of the indicator: the reading's key is
// "17.1/centralised".
func Sub(part string, r Requirement) Requirement {
	return Requirement{&node{op: opSub, name: part, kids: []*node{r.n}}}
}

// MeasuredBy says on which poverty standard the reading must rest. A reading that
// names another is not used; one that names none is used with a caveat.
func MeasuredBy(povertyStandard string, r Requirement) Requirement {
	return Requirement{&node{op: opMeasured, name: povertyStandard, kids: []*node{r.n}}}
}

// Branch is one case of ByRegion, ByGroup, ByYear or ByZone; [In] makes it.
type Branch struct {
	kind op
	keys []string
	is   Requirement
}

// In is the case that a requirement holds for the named regions, groups, years or
// zones of a province.
func In[K Region | Group | int | string](r Requirement, keys ...K) Branch {
	b := Branch{is: r}
	for _, k := range keys {
		switch key := any(k).(type) {
		case Region:
			b.kind, b.keys = opByRegion, append(b.keys, key.String())
		case Group:
			b.kind, b.keys = opByGroup, append(b.keys, key.String())
		case int:
			b.kind, b.keys = opByYear, append(b.keys, itoa(key))
		case string:
			b.kind, b.keys = opByZone, append(b.keys, key)
		}
	}
	return b
}

// ByRegion demands what holds for the applied region column. A column without a
// case is Unknown.
func ByRegion(cases ...Branch) Requirement { return by(opByRegion, cases) }

// ByGroup demands what holds for the commune's group.
func ByGroup(cases ...Branch) Requirement { return by(opByGroup, cases) }

// ByYear demands what holds for the dossier year. A year without a case is
// Unknown, never the nearest year.
func ByYear(cases ...Branch) Requirement { return by(opByYear, cases) }

// ByZone demands what holds for the zone of the province in which the commune lies.
func ByZone(cases ...Branch) Requirement { return by(opByZone, cases) }

func by(o op, cases []Branch) Requirement {
	n := &node{op: o}
	first := map[string]int{} // the case that names a key
	for i, c := range cases {
		if c.kind != o {
			n.fault = o.String() + " has a case of another kind, or without a key"
		}
		for _, k := range c.keys {
			if at, before := first[k]; before && at != i {
				n.fault = o.String() + " has two cases for " + k
			}
			first[k] = i
		}
		n.keys = append(n.keys, slices.Clone(c.keys))
		n.kids = append(n.kids, c.is.n)
	}
	return Requirement{n}
}

// Row is one number for each region; "" is "not known".
type Row map[Region]string

// ByRow is ByRegion for a row of numbers under one operator. The citations say where
// the cells come from: one without regions holds for the whole row, and a later
// one wins over an earlier.
func ByRow(operator func(string) Requirement, row Row, from ...Citation) Requirement {
	var cases []Branch
	for _, r := range Regions() {
		if n, ok := row[r]; ok {
			cell := operator(n)
			for _, c := range slices.Backward(from) {
				if len(c.Regions) == 0 || slices.Contains(c.Regions, r) {
					cell = Cite(Citation{Source: c.Source, Confidence: c.Confidence}, cell)
					break
				}
			}
			cases = append(cases, In(cell, r))
		}
	}
	return ByRegion(cases...)
}

// Citation is where a cell or a name comes from, and how well it is known.
type Citation struct {
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
	// Regions are the cells of a row for which it holds; none means all.
	Regions []Region `json:"regions,omitempty"`
}

// From makes a citation; without regions it holds for all cells.
func From(s rule.Source, c rule.Confidence, cells ...Region) Citation {
	return Citation{Source: s, Confidence: c, Regions: cells}
}

// Cite gives a requirement its source and confidence. The citation nearest to the
// number holds. What no citation covers is [rule.NotObtained], except that a
// pass/fail cell is judged all the same.
func Cite(c Citation, r Requirement) Requirement {
	c.Regions = slices.Clone(c.Regions)
	return Requirement{&node{op: opCite, cite: c, kids: []*node{r.n}}}
}

// Attribute names a fact about the commune on which a demand hangs; its reading
// has the key "@schools".
type Attribute string

// Attr names an attribute.
func Attr(name string) Attribute { return Attribute(name) }

func (a Attribute) is(r Requirement) Requirement {
	return Requirement{&node{op: opAttr, name: string(a), kids: []*node{r.n}}}
}

// AtLeast is the condition that the attribute is n or more.
func (a Attribute) AtLeast(n string) Requirement { return a.is(AtLeast(n)) }

// AtMost is the condition that the attribute is n or less.
func (a Attribute) AtMost(n string) Requirement { return a.is(AtMost(n)) }

// Below is the condition that the attribute is less than n.
func (a Attribute) Below(n string) Requirement { return a.is(leaf(opBelow, "", n)) }

// Holds is the condition that the attribute is a pass (yes).
func (a Attribute) Holds() Requirement { return a.is(Pass()) }

// When demands then where the condition holds and otherwise where it does not. The condition
// is made of attributes, with All and Any where there are several. Where the
// condition is not known, the answer is given only if both branches agree.
func When(condition, then, otherwise Requirement) Requirement {
	return Requirement{&node{op: opWhen, kids: []*node{condition.n, then.n, otherwise.n}}}
}
