package worksheet

import (
	"slices"
	"strconv"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// cell is what stands above a cell in its tree.
type cell struct {
	id        string // the way to it
	key       string // of its reading, below that of the indicator: "/centralised"
	attribute string // of a condition
	part      rule.Text
	column    criteria.Region
	group     criteria.Group
	years     []int
	cites     []*algebra.Citation
	missing   bool // no case names this key: the case of a neighbour shows its form
}

// cite is the nearest citation that holds for the column.
func (c *cell) cite() *algebra.Citation {
	for _, cite := range slices.Backward(c.cites) {
		if cite.Covers(c.column.String()) {
			return cite
		}
	}
	return nil
}

func (c cell) under(step string) cell {
	c.id += "/" + step
	return c
}

func (c cell) named(words rule.Text) cell {
	if c.part != (rule.Text{}) {
		words = rule.Text{Vi: c.part.Vi + "; " + words.Vi, En: c.part.En + "; " + words.En}
	}
	c.part = words
	return c
}

// walker goes through the cells of a tree and makes another of the same form: leaf gives what
// stands in each cell.
type walker struct {
	set  criteria.Table
	leaf func(*algebra.Node, cell) *algebra.Node
}

func (w walker) walk(n *algebra.Node, at cell) *algebra.Node {
	if n == nil || len(n.Kids) == 0 {
		return w.leaf(n, at)
	}
	if n.Op.IsAxis() {
		return w.axis(n, at)
	}
	out := *n
	out.Kids = make([]*algebra.Node, len(n.Kids))
	for i, k := range n.Kids {
		out.Kids[i] = w.walk(k, w.below(n, i, at))
	}
	return &out
}

// below is what stands above a kid.
func (w walker) below(n *algebra.Node, kid int, at cell) cell {
	in := at.under(strconv.Itoa(kid))
	switch n.Op {
	case algebra.Cite:
		in.cites = append(slices.Clip(at.cites), &n.Cite)
	case algebra.Sub:
		in.key += "/" + n.Name
		in = in.named(wordsOf(w.set.Words[n.Name], n.Name))
	case algebra.Attr:
		in.attribute = n.Name
		in = in.named(wordsOf(w.set.Words["@"+n.Name], "@"+n.Name))
	case algebra.AgainstPrevious:
		in = in.named(rule.Text{Vi: "số lần so với trước", En: "times the earlier value"})
	case algebra.When:
		vi, en := n.Kids[0].In(rule.Vi), n.Kids[0].In(rule.En)
		in = in.named([...]rule.Text{
			{Vi: "điều kiện", En: "condition"}, {Vi: "nếu " + vi, En: "if " + en}, {Vi: "nếu không: " + vi, En: "if not: " + en},
		}[kid])
	}
	return in
}

func wordsOf(words rule.Text, key string) rule.Text {
	if words.Vi == "" {
		return rule.Text{Vi: key, En: key}
	}
	return rule.Text{Vi: words.Vi, En: words.In(rule.En)}
}

// axis goes through the cases, each column and group by itself, and the years as they are
// printed; then through the keys that no case names.
func (w walker) axis(n *algebra.Node, at cell) *algebra.Node {
	var cases []algebra.Case
	named := map[string]bool{}
	for i, kid := range n.Kids {
		keys := n.Keys[i]
		for _, k := range keys {
			named[k] = true
		}
		if n.Op == algebra.ByYear || n.Op == algebra.ByZone {
			cases = append(cases, algebra.Case{Keys: keys, Then: w.walk(kid, at.keyed(n.Op, keys))})
			continue
		}
		for _, k := range keys {
			cases = append(cases, algebra.Case{Keys: []string{k}, Then: w.walk(kid, at.keyed(n.Op, []string{k}))})
		}
	}
	for _, key := range w.keys(n.Op) {
		if named[key] {
			continue
		}
		in := at.keyed(n.Op, []string{key})
		in.missing = true
		in.cites = nil
		if kid := w.walk(blank(n.Kids[0]), in); known(kid) {
			cases = append(cases, algebra.Case{Keys: []string{key}, Then: kid})
		}
	}
	return algebra.By(n.Op, cases)
}

// keys are those that an axis may have in this set.
func (w walker) keys(axis algebra.Op) []string {
	var keys []string
	switch axis {
	case algebra.ByRegion:
		for _, r := range criteria.Regions() {
			keys = append(keys, r.String())
		}
	case algebra.ByYear:
		for y := w.set.Years.From; y <= w.set.Years.To; y++ {
			keys = append(keys, strconv.Itoa(y))
		}
	case algebra.ByGroup:
		for _, g := range w.set.Groups {
			keys = append(keys, g.Group.String())
		}
	}
	return keys
}

func (c cell) keyed(axis algebra.Op, keys []string) cell {
	c = c.under(axis.String() + keys[0])
	for _, k := range keys {
		switch axis {
		case algebra.ByRegion:
			c.column, _ = criteria.ParseRegion(k)
		case algebra.ByGroup:
			c.group, _ = criteria.ParseGroup(k)
		case algebra.ByYear:
			y, _ := strconv.Atoi(k)
			c.years = append(slices.Clip(c.years), y)
		}
	}
	if axis == algebra.ByZone {
		c = c.named(rule.Text{Vi: "khu vực " + keys[0], En: "zone " + keys[0]})
	}
	return c
}

// blank is the form of a tree without its numbers, its citations and its poverty standard, which
// may be another there.
func blank(n *algebra.Node) *algebra.Node {
	switch {
	case n == nil:
		return nil
	case n.Op == algebra.Cite, n.Op == algebra.MeasuredBy:
		return blank(n.Kids[0])
	case n.Op == algebra.Attr:
		return n
	case len(n.Kids) > 0:
		return n.Map(blank)
	case n.Op.IsNumber():
		return &algebra.Node{Op: n.Op}
	}
	return n
}

// known reports whether a tree has a cell that was supplied.
func known(n *algebra.Node) bool {
	return n != nil && (n.Op == algebra.Cite || slices.ContainsFunc(n.Kids, known))
}
