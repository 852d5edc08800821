package criteria

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Requirement is what an indicator demands, as data: it can be listed, stored as JSON, said
// in words and compiled. Build one with AtLeast … When, or unmarshal it. Its zero value is
// "not stated", which is judged Unknown.
//
// Numbers are written as decimal texts. The text "" means that the operator is known and
// the number is not: such a cell is Unknown, never a guess. [NewSet] reports a text that is
// not a number.
type Requirement algebra.Tree

func (r Requirement) node() *algebra.Node { return algebra.Tree(r).Node() }

func requirementOf(n *algebra.Node) Requirement { return Requirement(algebra.TreeOf(n)) }

// IsZero reports whether nothing is stated.
func (r Requirement) IsZero() bool { return r.node() == nil }

// Op is the operator, as JSON names it: "atLeast", "byRegion"; "" where nothing is stated.
func (r Requirement) Op() string {
	if r.IsZero() {
		return ""
	}
	return r.node().Op.String()
}

// Numbers are the numbers of atLeast, atMost, below and above (one) and of between (two); a number
// that is not known is the zero Number. Other operators have none.
func (r Requirement) Numbers() []rule.Number {
	n := r.node()
	switch {
	case n == nil:
		return nil
	case n.Op.HasLow() && n.Op.HasHigh():
		return []rule.Number{n.Lo, n.Hi}
	case n.Op.HasLow():
		return []rule.Number{n.Lo}
	case n.Op.HasHigh():
		return []rule.Number{n.Hi}
	}
	return nil
}

// Name is the name of the part of sub, of the attribute of attr, of the poverty standard of
// measuredBy; otherwise "".
func (r Requirement) Name() string {
	if r.IsZero() {
		return ""
	}
	return r.node().Name
}

// Parts are the requirements directly below: those that are joined, the cases of a choice, the
// one that is named or cited. Those of when are the condition, then and otherwise.
func (r Requirement) Parts() []Requirement {
	if r.IsZero() {
		return nil
	}
	var parts []Requirement
	for _, k := range r.node().Kids {
		parts = append(parts, requirementOf(k))
	}
	return parts
}

// Keys are the keys of each case of a choice by region, group, year or zone, in the order of
// [Requirement.Parts]: {"TDMNPB", "TN"}, {"2022"}.
func (r Requirement) Keys() [][]string {
	if r.IsZero() {
		return nil
	}
	keys := slices.Clone(r.node().Keys)
	for i := range keys {
		keys[i] = slices.Clone(keys[i])
	}
	return keys
}

// Citation is that of cite; false for any other operator.
func (r Requirement) Citation() (Citation, bool) {
	n := r.node()
	if n == nil || n.Op != algebra.Cite {
		return Citation{}, false
	}
	c := Citation{Source: n.Cite.Source, Confidence: n.Cite.Confidence}
	for _, column := range n.Cite.Columns {
		region, _ := ParseRegion(column)
		c.Regions = append(c.Regions, region)
	}
	return c, true
}

// String says the requirement in Vietnamese.
func (r Requirement) String() string { return r.In(rule.Vi) }

// In says the requirement: "≥ 36", "đạt", "centralised: ≥ 20; ≥ 45". A number that
// is not known is "?".
func (r Requirement) In(l rule.Lang) string { return r.node().In(l) }

// MarshalJSON writes an object with one key, the name of the operator; null where
// nothing is stated.
func (r Requirement) MarshalJSON() ([]byte, error) { return algebra.Tree(r).MarshalJSON() }

// UnmarshalJSON reads what MarshalJSON writes. The faults are findings with their
// paths; [NewSet] checks what a cell holds.
func (r *Requirement) UnmarshalJSON(data []byte) error {
	return (*algebra.Tree)(r).UnmarshalJSON(data)
}

func leaf(o algebra.Op, lo, hi string) Requirement { return requirementOf(algebra.Leaf(o, lo, hi)) }

func join(o algebra.Op, rs ...Requirement) Requirement {
	n := algebra.Of(o)
	for _, r := range rs {
		n.Kids = append(n.Kids, r.node())
	}
	return requirementOf(n)
}

func named(o algebra.Op, name string, r Requirement) Requirement {
	return requirementOf(algebra.Named(o, name, r.node()))
}

// AtLeast demands a number of n or more.
func AtLeast(n string) Requirement { return leaf(algebra.AtLeast, n, "") }

// AtMost demands a number of n or less.
func AtMost(n string) Requirement { return leaf(algebra.AtMost, "", n) }

// Below demands a number of less than n («dưới»).
func Below(n string) Requirement { return leaf(algebra.Below, "", n) }

// Above demands a number of more than n («trên»).
func Above(n string) Requirement { return leaf(algebra.Above, n, "") }

// Between demands a number from lo to hi, both included.
func Between(lo, hi string) Requirement { return leaf(algebra.Between, lo, hi) }

// None demands that nothing of the kind exists («Không»): the number 0, or a pass.
func None() Requirement { return leaf(algebra.None, "", "") }

// Pass demands a pass («Đạt»): the reading is pass or fail, not a number.
func Pass() Requirement { return leaf(algebra.Pass, "", "") }

// ProvinceSets says that the provincial People's Committee sets the demand. It is
// Unknown until an overlay fills it.
func ProvinceSets() Requirement { return leaf(algebra.ProvinceSets, "", "") }

// All demands every one.
func All(rs ...Requirement) Requirement { return join(algebra.All, rs...) }

// Any demands at least one.
func Any(rs ...Requirement) Requirement { return join(algebra.Any, rs...) }

// FirstOf demands the first way that applies: a later way counts only where the
// reading of each earlier one is "not applicable" (a market; where there is none, a shop).
func FirstOf(rs ...Requirement) Requirement { return join(algebra.FirstOf, rs...) }

// BySex demands the same of both sexes: the readings are parts, "12.1/female" and
// "12.1/male".
func BySex(r Requirement) Requirement { return join(algebra.BySex, r) }

// AgainstPrevious demands it of the ratio of the reading to the earlier one, which
// is the part "previous": AgainstPrevious(AtLeast("1.1")) is at least 1.1 times
// the earlier value. It is compared exactly, without dividing.
func AgainstPrevious(r Requirement) Requirement { return join(algebra.AgainstPrevious, r) }

// Sub demands it of a named part of the indicator: the reading's key is
// "17.1/centralised".
func Sub(part string, r Requirement) Requirement { return named(algebra.Sub, part, r) }

// MeasuredBy says on which poverty standard the reading must rest. A reading that
// names another is not used; one that names none is used with a caveat.
func MeasuredBy(povertyStandard string, r Requirement) Requirement {
	return named(algebra.MeasuredBy, povertyStandard, r)
}

// Branch is one case of ByRegion, ByGroup, ByYear or ByZone; [In] makes it.
type Branch struct {
	axis algebra.Op
	one  algebra.Case
}

// In is the case that a requirement holds for the named regions, groups, years or
// zones of a province.
func In[K Region | Group | int | string](r Requirement, keys ...K) Branch {
	b := Branch{one: algebra.Case{Then: r.node()}}
	for _, k := range keys {
		switch key := any(k).(type) {
		case Region:
			b.axis, b.one.Keys = algebra.ByRegion, append(b.one.Keys, key.String())
		case Group:
			b.axis, b.one.Keys = algebra.ByGroup, append(b.one.Keys, key.String())
		case int:
			b.axis, b.one.Keys = algebra.ByYear, append(b.one.Keys, itoa(key))
		case string:
			b.axis, b.one.Keys = algebra.ByZone, append(b.one.Keys, key)
		}
	}
	return b
}

// ByRegion demands what holds for the applied region column. A column without a
// case is Unknown.
func ByRegion(cases ...Branch) Requirement { return by(algebra.ByRegion, cases) }

// ByGroup demands what holds for the commune's group.
func ByGroup(cases ...Branch) Requirement { return by(algebra.ByGroup, cases) }

// ByYear demands what holds for the dossier year. A year without a case is
// Unknown, never the nearest year.
func ByYear(cases ...Branch) Requirement { return by(algebra.ByYear, cases) }

// ByZone demands what holds for the zone of the province in which the commune lies.
func ByZone(cases ...Branch) Requirement { return by(algebra.ByZone, cases) }

func by(axis algebra.Op, branches []Branch) Requirement {
	cases := make([]algebra.Case, len(branches))
	foreign := false
	for i, b := range branches {
		cases[i] = b.one
		foreign = foreign || b.axis != axis
	}
	n := algebra.By(axis, cases)
	if foreign {
		n.Fault = axis.String() + " has a case of another kind, or without a key"
	}
	return requirementOf(n)
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
			number := operator(n)
			for _, c := range slices.Backward(from) {
				if len(c.Regions) == 0 || slices.Contains(c.Regions, r) {
					number = Cite(Citation{Source: c.Source, Confidence: c.Confidence}, number)
					break
				}
			}
			cases = append(cases, In(number, r))
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

// tree is the citation as the tree has it.
func (c Citation) tree() algebra.Citation {
	out := algebra.Citation{Source: c.Source, Confidence: c.Confidence}
	for _, r := range c.Regions {
		out.Columns = append(out.Columns, r.String())
	}
	return out
}

// Cite gives a requirement its source and confidence. The citation nearest to the
// number holds. What no citation covers is [rule.NotObtained], except that a
// pass/fail cell is judged all the same.
func Cite(c Citation, r Requirement) Requirement {
	return requirementOf(algebra.Cited(c.tree(), r.node()))
}

// Attribute names a fact about the commune on which a demand depends; its reading
// has the key "@schools".
type Attribute string

// Attr names an attribute.
func Attr(name string) Attribute { return Attribute(name) }

func (a Attribute) is(r Requirement) Requirement { return named(algebra.Attr, string(a), r) }

// AtLeast is the condition that the attribute is n or more.
func (a Attribute) AtLeast(n string) Requirement { return a.is(AtLeast(n)) }

// AtMost is the condition that the attribute is n or less.
func (a Attribute) AtMost(n string) Requirement { return a.is(AtMost(n)) }

// Below is the condition that the attribute is less than n.
func (a Attribute) Below(n string) Requirement { return a.is(Below(n)) }

// Above is the condition that the attribute is more than n.
func (a Attribute) Above(n string) Requirement { return a.is(Above(n)) }

// Holds is the condition that the attribute is a pass (yes).
func (a Attribute) Holds() Requirement { return a.is(Pass()) }

// When demands then where the condition holds and otherwise where it does not. The condition
// is made of attributes, with All and Any where there are several. Where the
// condition is not known, the answer is given only if both branches agree.
func When(condition, then, otherwise Requirement) Requirement {
	return join(algebra.When, condition, then, otherwise)
}
