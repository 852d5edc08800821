package plan

import "github.com/giupxa/giupxa/criteria/rule"

// circles judges what comes after what: each activity named is one of the plan, and none
// comes after itself.
func (c *checker) circles(p *Annual) {
	total, named := 0, false
	for _, a := range p.activities {
		total++
		named = named || len(a.After) > 0
	}
	if !named {
		return
	}
	g := order{list: make([]step, 0, total)}
	of := make(map[string]int, total)
	for at, a := range p.activities {
		if _, twice := of[rule.Normal(a.ID)]; !twice {
			of[rule.Normal(a.ID)] = len(g.list)
		}
		g.list = append(g.list, step{activity: a, at: at})
	}
	for n := range g.list {
		c.follow(&g.list[n], n, of)
	}
	for n := range g.list {
		if g.list[n].seen == 0 {
			g.visit(n)
		}
	}
	for n := range g.list {
		if s := &g.list[n]; s.circle {
			c.Broken(ErrCircle, s.at.path().Key("after"), rule.A("id", s.activity.ID))
		}
	}
}

// follow notes what an activity comes after.
func (c *checker) follow(s *step, n int, of map[string]int) {
	for k, id := range s.activity.After {
		to, known := of[rule.Normal(id)]
		if !known {
			c.Broken(ErrUnknownActivity, s.at.path().Key("after").Index(k), rule.A("id", id))
			continue
		}
		s.after = append(s.after, to)
		s.circle = s.circle || to == n
	}
}

// step is an activity among those that it comes after.
type step struct {
	activity *Activity
	at       spot
	after    []int
	circle   bool
	// Of Tarjan's search: when it was seen, the earliest seen that it leads to, how many of
	// its ways were gone, and whether its circle is still open.
	seen, low, gone int
	open            bool
}

type order struct {
	list  []step
	clock int
	open  []int
}

// visit finds the circles that an activity leads to: groups of which each member leads to
// each other (Tarjan). It keeps its own stack, so that a long chain needs no more than a list.
func (g *order) visit(root int) {
	way := []int{root}
	for len(way) > 0 {
		n := way[len(way)-1]
		s := &g.list[n]
		if s.seen == 0 {
			g.clock++
			s.seen, s.low, s.open = g.clock, g.clock, true
			g.open = append(g.open, n)
		}
		if s.gone < len(s.after) {
			to := &g.list[s.after[s.gone]]
			switch {
			case to.seen == 0:
				way = append(way, s.after[s.gone])
				continue // and come back to take its low
			case to.open:
				s.low = min(s.low, to.low)
			}
			s.gone++
			continue
		}
		way = way[:len(way)-1]
		if s.low != s.seen {
			continue
		}
		last := len(g.open) - 1
		many := g.open[last] != n
		for {
			member := &g.list[g.open[last]]
			member.open, member.circle = false, member.circle || many
			done := g.open[last] == n
			g.open = g.open[:last]
			if last--; done {
				break
			}
		}
	}
}
