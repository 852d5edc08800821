package criteria

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Coverage counts the cells of a set by how well they are known.
type Coverage struct {
	Read        int `json:"read"`
	Secondary   int `json:"secondary"`
	Unconfirmed int `json:"unconfirmed"`
	Unknown     int `json:"unknown"` // not obtained, set by the province, or not stated
}

// Cell is one cell of a set's table: what it demands, of whom, and how well it is known.
type Cell struct {
	Code       string          `json:"code"`
	Name       rule.Text       `json:"name"`
	Unit       string          `json:"unit,omitempty"`
	Region     Region          `json:"region,omitzero"`
	Demand     Requirement     `json:"demand"`
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
	// Reason is why nothing can be judged by it, in [Demands]; zero where something can.
	Reason Reason `json:"reason,omitzero"`
}

// Coverage counts the cells, one for each number or condition of the table: a row of
// seven regional numbers has seven, a pass/fail row one, a row of three parts three.
func (s Set) Coverage() Coverage {
	var c Coverage
	s.eachCell(func(cell Cell) {
		switch {
		case cell.Confidence == rule.Read:
			c.Read++
		case cell.Confidence == rule.Secondary:
			c.Secondary++
		case cell.Confidence > rule.NotObtained:
			c.Unconfirmed++
		default:
			c.Unknown++
		}
	})
	c.Unknown += s.data().notHeld()
	return c
}

// Unconfirmed lists the cells that are known, but not confirmed, in the order of the set.
func (s Set) Unconfirmed() []Cell {
	var all []Cell
	s.eachCell(func(cell Cell) {
		if cell.Confidence > rule.NotObtained && !cell.Confidence.Confirmed() {
			all = append(all, cell)
		}
	})
	return all
}

// eachCell goes through the cells of the table, in its order.
func (s Set) eachCell(each func(Cell)) {
	for _, k := range s.data().table.Criteria {
		for _, row := range k.Indicators {
			cellsOf(row.Require.node(), Cell{Code: row.Code, Name: row.Name, Unit: row.Unit}, []*algebra.Citation{s.data().from}, each)
		}
	}
}

// cellsOf goes through the cells below a node; the citation nearest to a cell that holds for
// its column counts.
func cellsOf(n *algebra.Node, cell Cell, cites []*algebra.Citation, each func(Cell)) {
	if n == nil {
		each(cell)
		return
	}
	switch n.Op {
	case algebra.Cite:
		cellsOf(n.Kids[0], cell, append(slices.Clip(cites), &n.Cite), each)
	case algebra.Attr: // a condition is no demand
	case algebra.ByRegion:
		for i, k := range n.Kids {
			for _, key := range n.Keys[i] {
				cell.Region, _ = ParseRegion(key)
				cellsOf(k, cell, cites, each)
			}
		}
	default:
		if len(n.Kids) > 0 {
			for _, k := range n.Kids {
				cellsOf(k, cell, cites, each)
			}
			return
		}
		cell.Demand = requirementOf(n)
		for _, cite := range slices.Backward(cites) {
			if n.Op == algebra.ProvinceSets || !n.Known() {
				break
			}
			if cite != nil && cite.Covers(cell.Region.String()) {
				cell.Source, cell.Confidence = cite.Source, cite.Confidence
				break
			}
		}
		each(cell)
	}
}

// cell is what one row demands here; its source and confidence are those of its least
// confirmed number or condition.
func (c *resolved) cell(i int) Cell {
	row := &c.rows[i]
	out := Cell{Code: row.Code, Name: row.Name, Unit: row.Unit, Region: c.column, Demand: requirementOf(row.demand)}
	first := true
	c.leaves(row.root, func(at uint16) {
		l := &c.steps[at]
		if !first && l.conf >= out.Confidence {
			return
		}
		first = false
		out.Source, out.Confidence, out.Reason = rule.Source{}, l.conf, l.reason
		if cite := c.abouts[l.about].cite; cite != nil && l.op != algebra.Unstated {
			out.Source = cite.Source
		}
	})
	return out
}
