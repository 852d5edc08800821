package progress

import (
	"iter"
	"slices"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/plan"
)

// Node is a plan, a quarter, a month or an activity on a day.
type Node struct {
	Path  rule.Path `json:"path"` // in the plan: "quarters[1].months[0]"
	Title rule.Text `json:"title"`
	Span  rule.Span `json:"span,omitzero"` // the days of the plan's span that it takes
	// Elapsed is how much of the span has gone by the end of the day; not known where the
	// span has no end.
	Elapsed    rule.Fraction `json:"elapsed"`
	Visits     int           `json:"visits"` // planned
	Activities Tally         `json:"activities"`
	Counts     []Count       `json:"counts"` // by unit, in the order in which they appear
	Weighted   Bounds        `json:"weighted"`
	Children   []Node        `json:"children"`
}

// Tally counts activities.
type Tally struct {
	Done    int `json:"done"` // that reached their aim
	Of      int `json:"of"`
	Unknown int `json:"unknown"` // that nobody counted by the day
}

// Count is what was done of one unit. Unknown is the part of Of that nobody counted by the
// day.
type Count struct {
	Unit    string      `json:"unit"`
	Done    rule.Number `json:"done"`
	Of      rule.Number `json:"of"`
	Unknown rule.Number `json:"unknown"`
}

// Left is what is left to do, where all was counted.
func (c Count) Left() rule.Number {
	if c.Unknown.Sign() != 0 {
		return rule.Number{}
	}
	return c.Of.Sub(c.Done)
}

// Share is the part that was done, where all was counted.
func (c Count) Share() rule.Fraction {
	if c.Unknown.Sign() != 0 || c.Of.Sign() == 0 {
		return rule.Fraction{}
	}
	return c.Done.Fraction().Quo(c.Of.Fraction())
}

// Bounds are the least and the most that a share can be; both not known where it cannot be
// told at all.
type Bounds struct {
	Low  rule.Fraction `json:"low"`
	High rule.Fraction `json:"high"`
}

// All goes through the node and all below it, each before its parts.
func (n Node) All() iter.Seq[Node] {
	return func(yield func(Node) bool) { n.walk(yield) }
}

func (n *Node) walk(yield func(Node) bool) bool {
	if !yield(*n) {
		return false
	}
	for i := range n.Children {
		if !n.Children[i].walk(yield) {
			return false
		}
	}
	return true
}

// Of is the progress of a plan on a day. The span is the days of the plan; of a month it
// counts those that lie in it. Work done before the span or after it counts for the plan
// that sets it out.
func Of(p plan.Annual, span rule.Span, on civil.Date) Node {
	b := builder{span: span, on: on}
	root := b.node("", rule.Text{Vi: "kế hoạch năm " + strconv.Itoa(p.Year), En: "plan of " + strconv.Itoa(p.Year)}, span)
	sum := newTotal()
	for i := range p.Quarters {
		q := &p.Quarters[i]
		at := rule.Path("quarters").Index(i)
		days := rule.Span{}
		if q.Quarter >= 1 && q.Quarter <= 4 && p.Year >= 1 && p.Year <= 9999 {
			days = rule.Span{From: rule.Month(p.Year, 3*q.Quarter-2).From, To: rule.Month(p.Year, 3*q.Quarter).To}
		}
		quarter := b.node(at, rule.Text{Vi: "quý " + strconv.Itoa(q.Quarter), En: "quarter " + strconv.Itoa(q.Quarter)}, days)
		ofQuarter := newTotal()
		for j := range q.Months {
			month, ofMonth := b.month(&q.Months[j], at.Key("months").Index(j), p.Year)
			quarter.Visits += month.Visits
			quarter.Children = append(quarter.Children, month)
			ofQuarter.add(ofMonth)
		}
		ofQuarter.fill(&quarter)
		root.Visits += quarter.Visits
		root.Children = append(root.Children, quarter)
		sum.add(ofQuarter)
	}
	sum.fill(&root)
	return root
}

type builder struct {
	span rule.Span
	on   civil.Date
}

func (b *builder) node(at rule.Path, title rule.Text, days rule.Span) Node {
	n := Node{Path: at, Title: title, Counts: []Count{}, Children: []Node{}}
	common, ok := b.span.Intersect(days)
	if !ok || days == (rule.Span{}) && at != "" {
		return n
	}
	n.Span = common
	if of, bounded := common.Days(); bounded {
		gone := 0
		if passed, some := common.Intersect(rule.Span{To: b.on}); some && b.on.IsValid() {
			gone, _ = passed.Days()
		}
		n.Elapsed = rule.Ratio(int64(gone), int64(of))
	}
	return n
}

func (b *builder) month(m *plan.Month, at rule.Path, year int) (Node, *total) {
	days := rule.Span{}
	if m.Month >= 1 && m.Month <= 12 && year >= 1 && year <= 9999 {
		days = rule.Month(year, m.Month)
	}
	n := b.node(at, rule.Text{Vi: "tháng " + strconv.Itoa(m.Month), En: "month " + strconv.Itoa(m.Month)}, days)
	n.Visits = len(m.Visits)
	sum := newTotal()
	for k := range m.Activities {
		a := &m.Activities[k]
		leaf := b.node(at.Key("activities").Index(k), rule.Text{Vi: a.Content, En: a.Content}, days)
		one := activity(a, b.on)
		one.fill(&leaf)
		n.Children = append(n.Children, leaf)
		sum.add(one)
	}
	sum.fill(&n)
	return n, sum
}

// total is what a node adds up.
type total struct {
	tally    Tally
	counts   []Count
	unit     map[string]int
	weighed  bool // every activity has a weight
	weight   rule.Sum
	low, top rule.Sum
}

func newTotal() *total { return &total{weighed: true, unit: map[string]int{}} }

func activity(a *plan.Activity, on civil.Date) *total {
	t := newTotal()
	t.tally.Of = 1
	aim := a.Aim()
	none := rule.Int(0)
	done, counted := a.DoneBy(on)
	reached := done.Count
	if counted && reached.Cmp(aim) >= 0 {
		reached, t.tally.Done = aim, 1
	}
	if !counted {
		t.tally.Unknown, reached = 1, none
	}
	if a.Target.Known() {
		c := Count{Unit: rule.Normal(a.Unit), Done: reached, Of: aim, Unknown: none}
		if !counted {
			c.Unknown = aim
		}
		t.unit[c.Unit] = 0
		t.counts = []Count{c}
	}
	if t.weighed = a.Weight.Sign() > 0; !t.weighed {
		return t
	}
	share, most := rule.Ratio(1, 1), rule.Ratio(1, 1)
	switch {
	case !counted:
		share = rule.Ratio(0, 1)
	case aim.Sign() > 0:
		share = reached.Fraction().Quo(aim.Fraction())
		most = share
	}
	weight := a.Weight.Fraction()
	t.weight.Add(weight)
	t.low.Add(share.Mul(weight))
	t.top.Add(most.Mul(weight))
	return t
}

func (t *total) add(o *total) {
	t.tally.Done += o.tally.Done
	t.tally.Of += o.tally.Of
	t.tally.Unknown += o.tally.Unknown
	for _, c := range o.counts {
		i, have := t.unit[c.Unit]
		if !have {
			t.unit[c.Unit] = len(t.counts)
			t.counts = append(t.counts, c)
			continue
		}
		s := &t.counts[i]
		s.Done, s.Of, s.Unknown = s.Done.Add(c.Done), s.Of.Add(c.Of), s.Unknown.Add(c.Unknown)
	}
	t.weighed = t.weighed && o.weighed
	if t.weighed && o.tally.Of > 0 {
		t.weight.Add(o.weight.Total())
		t.low.Add(o.low.Total())
		t.top.Add(o.top.Total())
	}
}

func (t *total) fill(n *Node) {
	n.Activities = t.tally
	n.Counts = slices.Concat(n.Counts, t.counts)
	if t.weighed && t.tally.Of > 0 {
		weight := t.weight.Total()
		n.Weighted = Bounds{t.low.Total().Quo(weight), t.top.Total().Quo(weight)}
	}
}
