package algebra

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Node is one step of a requirement; nil is "not stated".
type Node struct {
	Op     Op
	Lo, Hi rule.Number // Lo of AtLeast and Above, Hi of AtMost and Below, both of Between
	Name   string      // the part, the attribute or the poverty standard
	Words  rule.Text   // of the part or the attribute, from the set
	Kids   []*Node
	Keys   [][]string // of an axis: the keys of each kid, as printed
	Cite   Citation   // of a Cite node
	Fault  string     // what is wrong with it, "" for nothing
}

// Tree holds a node where its users must not reach it.
type Tree struct{ n *Node }

// TreeOf is the tree below a node.
func TreeOf(n *Node) Tree { return Tree{n} }

// Node is the root of the tree.
func (t Tree) Node() *Node { return t.n }

// Citation is where a cell comes from, and how well it is known.
type Citation struct {
	Source     rule.Source
	Confidence rule.Confidence
	Columns    []string // for which it holds; none means all
}

// Covers reports whether the citation holds for a column.
func (c *Citation) Covers(column string) bool {
	return len(c.Columns) == 0 || slices.Contains(c.Columns, column)
}

// Same reports whether two citations name one source and one confidence.
func (c Citation) Same(o Citation) bool { return c.Source == o.Source && c.Confidence == o.Confidence }

// Leaf is a cell. The text "" is a number that is not known; a text that is no number is a fault.
func Leaf(o Op, lo, hi string) *Node {
	n := &Node{Op: o}
	read := func(s string) (v rule.Number) {
		if s == "" {
			return v
		}
		v, err := rule.ParseNumber(s)
		if err != nil {
			n.Fault = err.Error()
		}
		return v
	}
	n.Lo, n.Hi = read(lo), read(hi)
	n.checkEnds()
	return n
}

func (n *Node) checkEnds() {
	if n.Op == Between && n.Lo.Known() && n.Hi.Known() && n.Hi.Cmp(n.Lo) < 0 {
		n.Fault = "between: " + n.Hi.String() + " is below " + n.Lo.String()
	}
}

// Of joins nodes.
func Of(o Op, kids ...*Node) *Node { return &Node{Op: o, Kids: kids} }

// Named puts a node under a name.
func Named(o Op, name string, n *Node) *Node {
	return &Node{Op: o, Name: rule.Normal(name), Kids: []*Node{n}}
}

// Cited gives a node its citation.
func Cited(c Citation, n *Node) *Node {
	c.Columns = slices.Clone(c.Columns)
	return &Node{Op: Cite, Cite: c, Kids: []*Node{n}}
}

// Case is one case of an axis.
type Case struct {
	Keys []string
	Then *Node
}

// By is a choice among cases. A key that has two cases is a fault.
func By(o Op, cases []Case) *Node {
	n := &Node{Op: o}
	first := map[string]int{} // the case that names a key
	for i, c := range cases {
		keys := slices.Clone(c.Keys)
		for j, k := range keys {
			k = rule.Normal(k)
			if at, before := first[k]; before && at != i {
				n.Fault = o.String() + " has two cases for " + k
			}
			first[k], keys[j] = i, k
		}
		n.Keys, n.Kids = append(n.Keys, keys), append(n.Kids, c.Then)
	}
	return n
}

// Bare is the node below citations.
func (n *Node) Bare() *Node {
	for n != nil && n.Op == Cite {
		n = n.Kids[0]
	}
	return n
}

// Map is a copy of a node with each kid changed.
func (n *Node) Map(change func(*Node) *Node) *Node {
	out := *n
	out.Kids = make([]*Node, len(n.Kids))
	for i, k := range n.Kids {
		out.Kids[i] = change(k)
	}
	return &out
}

// Known reports whether a leaf has its numbers.
func (n *Node) Known() bool {
	return (!n.Op.HasLow() || n.Lo.Known()) && (!n.Op.HasHigh() || n.Hi.Known())
}

// Complete reports whether every cell of a settled tree is known.
func (n *Node) Complete() bool {
	return n != nil && n.Op != ProvinceSets && n.Known() && !slices.ContainsFunc(n.Kids, func(k *Node) bool { return !k.Complete() })
}

// Contains reports whether an operator stands at a node or below it.
func (n *Node) Contains(o Op) bool {
	return n != nil && (n.Op == o || slices.ContainsFunc(n.Kids, func(k *Node) bool { return k.Contains(o) }))
}

// ByCase reports whether an axis stands at a node or below it.
func (n *Node) ByCase() bool {
	return n != nil && (n.Op.IsAxis() || slices.ContainsFunc(n.Kids, (*Node).ByCase))
}

// CitesColumns reports whether a citation holds for some columns only.
func (n *Node) CitesColumns() bool {
	return n != nil && (len(n.Cite.Columns) > 0 || slices.ContainsFunc(n.Kids, (*Node).CitesColumns))
}

// Equal reports whether two trees say the same in the same words.
func (n *Node) Equal(o *Node) bool {
	if n == o {
		return true
	}
	if n == nil || o == nil || n.Op != o.Op || n.Name != o.Name || !n.Lo.Equal(o.Lo) || !n.Hi.Equal(o.Hi) ||
		!n.Cite.Same(o.Cite) || !slices.Equal(n.Cite.Columns, o.Cite.Columns) {
		return false
	}
	return slices.EqualFunc(n.Kids, o.Kids, (*Node).Equal) && slices.EqualFunc(n.Keys, o.Keys, slices.Equal)
}

// MaxNodes bounds the size of a tree, as it is walked: a node that is shared counts each time.
const MaxNodes = 20000

// TooLarge reports whether a tree has more than [MaxNodes] nodes, without walking further.
func (n *Node) TooLarge() bool { return n.spend(MaxNodes) < 0 }

// count is the number of nodes; one more than [MaxNodes] stands for any greater number.
func (n *Node) count() int { return MaxNodes - n.spend(MaxNodes) }

// spend takes one for each node from what is left; below 0 nothing was left.
func (n *Node) spend(left int) int {
	left--
	if n == nil {
		return left
	}
	for _, k := range n.Kids {
		if left < 0 {
			break
		}
		left = k.spend(left)
	}
	return left
}

// PathOf is the place of a kid in the JSON of a node.
func (n *Node) PathOf(kid int, at rule.Path) rule.Path {
	at = at.Key(n.Op.String())
	switch {
	case n.Op.IsAxis():
		return at.Index(kid).Key("then")
	case n.Op == All, n.Op == Any, n.Op == FirstOf:
		return at.Index(kid)
	case n.Op == When:
		return at.Key([...]string{"if", "then", "else"}[kid])
	case n.Op == Sub, n.Op == Attr, n.Op == MeasuredBy, n.Op == Cite:
		return at.Key("is")
	}
	return at // bySex, againstPrevious
}

// Looser reports whether a cell asks less than another of the same operator.
func (n *Node) Looser(o *Node) bool {
	return n.Lo.Known() && n.Lo.Cmp(o.Lo) < 0 || n.Hi.Known() && n.Hi.Cmp(o.Hi) > 0
}

// WithWords is the tree with words for its parts and attributes.
func (n *Node) WithWords(words map[string]rule.Text) *Node {
	if n == nil || len(n.Kids) == 0 {
		return n
	}
	out := n.Map(func(k *Node) *Node { return k.WithWords(words) })
	switch n.Op {
	case Sub:
		out.Words = words[n.Name]
	case Attr:
		out.Words = words["@"+n.Name]
	}
	return out
}
