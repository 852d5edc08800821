package algebra

import (
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Place is one combination of column, group, year and zone in the tables of a set; a key that is
// not known is "".
type Place struct {
	Region string // the column that applies
	Group  string
	Year   int
	Zone   string
}

// Key is the key of the place on an axis.
func (p Place) Key(axis Op) string {
	switch axis {
	case ByRegion:
		return p.Region
	case ByGroup:
		return p.Group
	case ByYear:
		if p.Year == 0 {
			return ""
		}
		return strconv.Itoa(p.Year)
	default:
		return p.Zone
	}
}

// With is the place with another key on an axis.
func (p Place) With(axis Op, key string) Place {
	switch axis {
	case ByRegion:
		p.Region = key
	case ByGroup:
		p.Group = key
	case ByYear:
		p.Year, _ = strconv.Atoi(key)
	default:
		p.Zone = key
	}
	return p
}

// String says the place.
func (p Place) String() string {
	named := func(axis Op) string {
		if key := p.Key(axis); key != "" {
			return key
		}
		return "not named"
	}
	words := []string{"column " + named(ByRegion), "year " + named(ByYear)}
	if p.Group != "" {
		words = append(words, "group "+p.Group)
	}
	if p.Zone != "" {
		words = append(words, "zone "+rule.Shorten(p.Zone))
	}
	return strings.Join(words, ", ")
}

// Choose takes the case of an axis; false where there is none.
func (p Place) Choose(n *Node) (*Node, bool) {
	key := p.Key(n.Op)
	if key == "" {
		return nil, false
	}
	for i, keys := range n.Keys {
		if slices.Contains(keys, key) {
			return n.Kids[i], true
		}
	}
	return nil, false
}

// Settle is the tree with its choices made, and with the citations that hold for the column.
// What has no case is not stated.
func (p Place) Settle(n *Node) *Node {
	if n == nil || len(n.Kids) == 0 {
		return n
	}
	if n.Op.IsAxis() {
		k, _ := p.Choose(n)
		return p.Settle(k)
	}
	out := n.Map(p.Settle)
	if n.Op == Cite && len(n.Cite.Columns) > 0 {
		if !n.Cite.Covers(p.Region) {
			return out.Kids[0]
		}
		out.Cite.Columns = nil
	}
	return out
}

// Plain is a settled tree without its citations, for printing and comparing.
func Plain(n *Node) *Node { return Place{}.Plain(n) }

// Plain is the tree with its choices made and without its citations. It copies only
// what it changes: it is made for every row of every resolved set.
func (p Place) Plain(n *Node) *Node {
	if n = n.Bare(); n == nil || len(n.Kids) == 0 {
		return n
	}
	if n.Op.IsAxis() {
		k, _ := p.Choose(n)
		return p.Plain(k)
	}
	if n.Op == All {
		return p.plainAll(n)
	}
	var out *Node // a copy, once a kid differs
	for i, k := range n.Kids {
		said := p.Plain(k)
		if said == k {
			continue
		}
		if out == nil {
			c := *n
			out, c.Kids = &c, slices.Clone(n.Kids)
		}
		out.Kids[i] = said
	}
	if out != nil {
		return out
	}
	return n
}

// likeness is what equal nodes have in common.
type likeness struct {
	op     Op
	name   string
	kids   int
	lo, hi int64
}

func (n *Node) likeness() likeness {
	if n == nil {
		return likeness{}
	}
	lo, _, _ := n.Lo.Floor(6)
	hi, _, _ := n.Hi.Floor(6)
	return likeness{n.Op, n.Name, len(n.Kids), lo, hi}
}

// plainAll leaves out what is demanded twice.
func (p Place) plainAll(n *Node) *Node {
	var kids []*Node
	var alike map[likeness][]*Node // of many
	if len(n.Kids) > 8 {
		alike = map[likeness][]*Node{}
	}
	for _, k := range n.Kids {
		said, before := p.Plain(k), kids
		if alike != nil {
			before = alike[said.likeness()]
		}
		if !slices.ContainsFunc(before, said.Equal) {
			kids = append(kids, said)
			if alike != nil {
				alike[said.likeness()] = append(before, said)
			}
		}
	}
	if len(kids) == 1 {
		return kids[0]
	}
	if slices.Equal(kids, n.Kids) {
		return n
	}
	out := *n
	out.Kids = kids
	return &out
}
