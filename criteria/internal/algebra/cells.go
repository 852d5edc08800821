package algebra

import "github.com/giupxa/giupxa/criteria/rule"

// Cell is one cell of a settled tree, with the key that it reads.
type Cell struct {
	Key      string
	Previous bool      // the ratio to the earlier reading
	Measured string    // the poverty standard on which the reading must rest, if any
	Cite     *Citation // nil where none covers it
	Leaf     *Node
}

// Confidence is how well the cell is known.
func (c *Cell) Confidence() rule.Confidence {
	if c.Cite == nil {
		return rule.NotObtained
	}
	return c.Cite.Confidence
}

// Cells gathers the cells of a settled tree, without those of conditions. from is the citation
// of the cells that name none.
func Cells(n *Node, from *Citation) []Cell { return cellsOf(n, Cell{Cite: from}, false, nil) }

func cellsOf(n *Node, in Cell, conditions bool, into []Cell) []Cell {
	if n == nil || n.Op == Attr && !conditions {
		return into
	}
	kids := n.Kids
	switch n.Op {
	case Cite:
		in.Cite = &n.Cite
	case Sub:
		in.Key += "/" + n.Name
	case BySex:
		female, male := in, in
		female.Key += "/" + Female
		male.Key += "/" + Male
		return cellsOf(kids[0], male, conditions, cellsOf(kids[0], female, conditions, into))
	case MeasuredBy:
		in.Measured = n.Name
	case AgainstPrevious:
		in.Previous = true
	case When:
		if !conditions {
			kids = kids[1:]
		}
	}
	if len(kids) == 0 {
		in.Leaf = n
		return append(into, in)
	}
	for _, k := range kids {
		into = cellsOf(k, in, conditions, into)
	}
	return into
}

// Citations are those of the cells of a settled tree, in its order.
func Citations(n *Node, from *Citation) []Citation {
	var all []Citation
	for _, c := range Cells(n, from) {
		if c.Cite == nil {
			c.Cite = &Citation{}
		}
		all = append(all, *c.Cite)
	}
	return all
}

// LeastConfidence is the lowest confidence of the cells of a settled tree and of the conditions
// that divide them.
func LeastConfidence(n *Node, from *Citation) rule.Confidence {
	least := rule.Read
	for _, c := range cellsOf(n, Cell{Cite: from}, true, nil) {
		least = min(least, c.Confidence())
	}
	return least
}

// bestConfidence is the highest confidence of the known cells of a settled tree.
func bestConfidence(n *Node, from *Citation) (best rule.Confidence) {
	for _, c := range Cells(n, from) {
		if c.Leaf.Known() {
			best = max(best, c.Confidence())
		}
	}
	return best
}

// Uncited reports whether a cell has no citation in one of the columns.
func Uncited(n *Node) bool { return uncited(n, columns) }

func uncited(n *Node, in []string) bool {
	if n == nil || n.Op == Attr || len(in) == 0 {
		return false
	}
	if len(n.Kids) == 0 {
		return true
	}
	kids := n.Kids
	switch n.Op {
	case Cite:
		if len(n.Cite.Columns) == 0 {
			return false
		}
		in = without(in, n.Cite.Columns)
	case When:
		kids = kids[1:]
	case ByRegion:
		for i, k := range kids {
			if uncited(k, without(in, without(in, n.Keys[i]))) {
				return true
			}
		}
		return false
	}
	for _, k := range kids {
		if uncited(k, in) {
			return true
		}
	}
	return false
}
