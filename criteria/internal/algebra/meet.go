package algebra

import "github.com/giupxa/giupxa/criteria/rule"

// Meeting gathers cells that must be met together, and finds two that no reading can meet.
type Meeting struct {
	held map[meets]ends
	undo []change
}

// meets is what a cell is held against: a reading, or its multiple of the earlier one.
type meets struct {
	key      string
	previous bool
}

// ends are the cells that give the narrowest range so far, and the one that names a poverty
// standard.
type ends struct {
	lo, hi, by *Node
	measured   string
}

type change struct {
	of  meets
	was ends
}

// Mark notes how much was gathered; [Meeting.Back] goes back to it.
func (m *Meeting) Mark() int { return len(m.undo) }

// Back forgets what was gathered since a mark.
func (m *Meeting) Back(mark int) {
	for len(m.undo) > mark {
		last := m.undo[len(m.undo)-1]
		m.held[last.of], m.undo = last.was, m.undo[:len(m.undo)-1]
	}
}

// Add gathers one more cell. Where no reading can meet it and a cell before it, that one is
// returned.
func (m *Meeting) Add(c Cell) *Node {
	if !c.Leaf.Op.IsNumber() && c.Leaf.Op != None || !c.Leaf.Known() {
		return nil
	}
	of := meets{c.Key, c.Previous}
	was := m.held[of]
	now := was
	if now.lo == nil || c.Leaf.low().Known() && (!now.lo.low().Known() || c.Leaf.over(now.lo)) {
		now.lo = c.Leaf
	}
	if now.hi == nil || c.Leaf.high().Known() && (!now.hi.high().Known() || c.Leaf.under(now.hi)) {
		now.hi = c.Leaf
	}
	if c.Measured != "" {
		now.measured, now.by = c.Measured, c.Leaf
	}
	if m.held == nil {
		m.held = map[meets]ends{}
	}
	m.held[of], m.undo = now, append(m.undo, change{of, was})
	switch {
	case was.measured != "" && c.Measured != "" && was.measured != c.Measured:
		return was.by
	case now.lo.above(now.hi) && now.hi == c.Leaf:
		return now.lo
	case now.lo.above(now.hi):
		return now.hi
	}
	return nil
}

// low and high are the ends of what a cell allows; an end that it has not is not given.
func (n *Node) low() rule.Number {
	if n.Op == None {
		return rule.Int(0)
	}
	return n.Lo
}

func (n *Node) high() rule.Number {
	if n.Op == None {
		return rule.Int(0)
	}
	return n.Hi
}

// under reports whether the upper end of a cell is below that of another.
func (n *Node) under(o *Node) bool {
	beside := n.high().Cmp(o.high())
	return beside < 0 || beside == 0 && n.Op == Below
}

// over reports whether the lower end of a cell is above that of another.
func (n *Node) over(o *Node) bool {
	beside := n.low().Cmp(o.low())
	return beside > 0 || beside == 0 && n.Op == Above
}

// above reports whether the lower end of a cell is above the upper end of another.
func (n *Node) above(o *Node) bool {
	if !n.low().Known() || !o.high().Known() {
		return false
	}
	beside := n.low().Cmp(o.high())
	return beside > 0 || beside == 0 && (n.Op == Above || o.Op == Below)
}

// Always are the cells of a settled tree that must be met whatever else is: those that are
// joined, without the ways and the cases.
func Always(n *Node, from *Citation) []Cell {
	n = always(n)
	return Cells(n, from)
}

func always(n *Node) *Node {
	switch {
	case n == nil, n.Op == Any, n.Op == FirstOf, n.Op == When:
		return nil
	case len(n.Kids) > 0:
		return n.Map(always)
	}
	return n
}
