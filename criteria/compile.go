package criteria

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// step is one step of a resolved requirement: the choice by column, group, year and zone is
// made, and the numbers are scaled once (see scale.go).
type step struct {
	op       algebra.Op
	conf     rule.Confidence
	reason   Reason // why nothing can be judged here; Decided where something can
	numeric  bool   // judged only where the citation is good enough
	fast     bool   // a number decides by two comparisons of lo and hi
	exact    bool   // a number does not fit: compared by fractions
	naOK     bool   // "not applicable" is allowed here
	percent  bool
	previous bool // the ratio to slot2
	slot     uint16
	slot2    uint16
	first    uint16 // below it: kids[first:last]
	last     uint16
	about    uint16 // of a leaf or an open step: abouts[about]
	lo, hi   int64
}

// about is what a step says when asked, apart from what judging needs.
type about struct {
	leaf     *algebra.Node
	whole    *algebra.Node // the leaf with what is said of its reading
	cite     *algebra.Citation
	measured string
}

// row is one row of a resolved set.
type row struct {
	*Indicator
	root   uint16
	slot   uint16
	demand *algebra.Node // with its choices made, for printing
}

// group is one criterion of a resolved set with its rows: rows[first:last].
type group struct {
	*Criterion
	slot        uint16
	first, last int
}

// slotUse is which readings a key takes.
type slotUse struct {
	kinds   uint16 // a bit for each kind
	percent bool
	area    bool // the area of the commune: 0 to 3
	said    bool // a stated verdict may stand here
	idle    bool // its row is not known here: nothing reads it, which is no fault of a possible reading
	total   int64
	// measured is the poverty standard on which the reading must rest, if any.
	measured string
}

// resolved is a set for one column, group, zone, year and day. It is immutable and
// shared by every answer that rests on it.
type resolved struct {
	set      *setData
	profile  Profile
	at       algebra.Place
	column   Region
	day      civil.Date
	rowsHold rule.Span // the days on which the same rows hold
	steps    []step
	abouts   []about
	kids     []uint16
	rows     []row
	criteria []group
	keys     []string
	sorted   []uint16 // the slots in the order of their keys
	slots    map[string]uint16
	uses     []slotUse
	setSlot  uint16
	critSlot uint16
	indSlot  uint16
	areaSlot int // -1 where no step reads the area
}

// around is what the nodes above say to the cells below them.
type around struct {
	key      string
	cite     *algebra.Citation
	measured string
	naOK     bool
	percent  bool
	previous bool
	// columnOpen says that the region, which is not known, decides which citation holds.
	columnOpen bool
	// ways says that a cell is one of several ways or cases, not demanded in any case; axes are
	// the choices above it.
	ways bool
	axes uint32
}

// whole is a leaf with what is said of its reading: the earlier value, the poverty standard.
func (in *around) whole(leaf *algebra.Node) *algebra.Node {
	if in.previous {
		leaf = algebra.Of(algebra.AgainstPrevious, leaf)
	}
	if in.measured != "" {
		leaf = algebra.Named(algebra.MeasuredBy, in.measured, leaf)
	}
	return leaf
}

func (c *resolved) slotOf(key string) uint16 {
	if s, ok := c.slots[key]; ok {
		return s
	}
	s := uint16(len(c.keys)) //nolint:gosec // NewSet bounds the number of keys
	c.slots[key] = s
	c.keys = append(c.keys, key)
	c.uses = append(c.uses, slotUse{})
	return s
}

// resolve makes the choices of a set for a profile, a year and a day. The day is
// one of the set's own: an assessment outside them goes by the nearest end, and says so.
func (d *setData) resolve(p Profile, year int, day civil.Date) *resolved {
	c := newResolved(d)
	c.profile, c.day = p, day
	c.at, c.column = d.place(p, p.Group, year), d.column(p)
	day = d.nearest(day)
	for i := range d.table.Criteria {
		c.addCriterion(&d.table.Criteria[i], day)
	}
	for i := range c.criteria { // their keys come last: few dossiers have them
		k := &c.criteria[i]
		k.slot = c.slotOf(criterionKey(k.No))
		u := &c.uses[k.slot]
		if u.said, u.kinds = true, bit(kindCount); d.notHeld() == 0 {
			u.total = int64(k.last - k.first)
		}
	}
	c.setSlot, c.critSlot, c.indSlot = c.slotOf(keySet), c.slotOf(keyCriteria), c.slotOf(keyIndicators)
	c.uses[c.setSlot].said = true
	c.uses[c.critSlot] = slotUse{kinds: bit(kindCount), total: int64(len(c.criteria))}
	c.uses[c.indSlot] = slotUse{kinds: bit(kindCount), total: int64(len(c.rows) + d.notHeld())}
	c.seal()
	return c
}

func newResolved(d *setData) *resolved {
	keys, rows := len(d.reads), d.held // room for most sets
	return &resolved{
		set: d, slots: make(map[string]uint16, keys), keys: make([]string, 0, keys), uses: make([]slotUse, 0, keys),
		rows: make([]row, 0, rows), steps: make([]step, 0, 2*rows), abouts: make([]about, 1, 2*rows+1),
		criteria: make([]group, 0, len(d.table.Criteria)),
	}
}

// seal notes what is looked up for every commune.
func (c *resolved) seal() {
	for i := range c.rows {
		if c.steps[c.rows[i].root].op == algebra.Unstated {
			u := &c.uses[c.rows[i].slot]
			u.idle, u.percent = true, c.rows[i].Unit == unitPercent
		}
	}
	c.areaSlot = -1
	if at, ok := c.slots[keyArea]; ok {
		c.areaSlot = int(at)
		c.uses[at].area = true
	}
	c.sorted = make([]uint16, len(c.keys))
	for i := range c.sorted {
		c.sorted[i] = uint16(i) //nolint:gosec // NewSet bounds the number of keys
	}
	slices.SortFunc(c.sorted, func(a, b uint16) int { return strings.Compare(c.keys[a], c.keys[b]) })
}

func (c *resolved) addCriterion(k *Criterion, day civil.Date) {
	first := len(c.rows)
	for j := range k.Indicators {
		ind := &k.Indicators[j]
		switch {
		case ind.Span == (rule.Span{}):
			c.addRow(ind)
		case !day.IsZero() && ind.Span.Contains(day):
			c.addRow(ind)
			c.narrow(ind.Span)
		case !day.IsZero() && day.Before(ind.Span.From): // it begins later
			c.narrow(rule.Span{To: ind.Span.From.AddDays(-1)})
		case !day.IsZero():
			c.narrow(rule.Span{From: ind.Span.To.AddDays(1)})
		case day.IsZero() && (j == 0 || k.Indicators[j-1].Code != ind.Code):
			root := c.put(step{op: algebra.Unstated, reason: DayNotKnown})
			c.rows = append(c.rows, row{Indicator: ind, root: root, slot: c.rowSlot(ind)})
		}
	}
	c.criteria = append(c.criteria, group{Criterion: k, first: first, last: len(c.rows)})
}

// narrow keeps the days on which one more row holds.
func (c *resolved) narrow(s rule.Span) {
	h := &c.rowsHold
	if h.From.IsZero() || !s.From.IsZero() && s.From.After(h.From) {
		h.From = s.From
	}
	if h.To.IsZero() || !s.To.IsZero() && s.To.Before(h.To) {
		h.To = s.To
	}
}

func (c *resolved) rowSlot(ind *Indicator) uint16 {
	slot := c.slotOf(ind.Code)
	u := &c.uses[slot]
	u.said = true
	if ind.MayNotApply {
		u.kinds |= bit(kindNA)
	}
	return slot
}

func (c *resolved) addRow(ind *Indicator) {
	n := ind.Require.node()
	root := c.add(n, around{key: ind.Code, naOK: ind.MayNotApply, percent: ind.Unit == unitPercent, cite: c.set.from})
	c.rows = append(c.rows, row{ind, root, c.rowSlot(ind), c.at.Plain(n)})
}

// settle goes down to the node that demands something here: the choices are made, and what
// stands above it is noted around it.
func (c *resolved) settle(n *algebra.Node, in around) (*algebra.Node, around) {
	for n != nil {
		switch n.Op {
		case algebra.Cite:
			switch {
			case c.at.Region == "" && len(n.Cite.Columns) > 0: // it may hold or not: the lesser counts
				if in.columnOpen = true; in.cite != nil && in.cite.Confidence > n.Cite.Confidence {
					in.cite = &n.Cite
				}
			case n.Cite.Covers(c.at.Region):
				in.cite, in.columnOpen = &n.Cite, false
			}
		case algebra.MeasuredBy:
			in.measured = n.Name
		case algebra.Sub:
			in.key += "/" + n.Name
		case algebra.Attr:
			in.key, in.percent, in.naOK, in.previous = "@"+n.Name, false, false, false
		case algebra.AgainstPrevious:
			in.previous = true
		case algebra.ByRegion, algebra.ByGroup, algebra.ByYear, algebra.ByZone:
			k, found := c.at.Choose(n)
			if !found {
				return n, in
			}
			n = k
			continue
		default:
			return n, in
		}
		n = n.Kids[0]
	}
	return nil, in
}

// add resolves a node into steps and returns the index of its root.
func (c *resolved) add(n *algebra.Node, in around) uint16 {
	n, in = c.settle(n, in)
	if n == nil {
		return c.addOpen(CellNotKnown, in)
	}
	switch n.Op {
	case algebra.ByRegion, algebra.ByGroup, algebra.ByYear, algebra.ByZone: // there is no case
		if c.at.Key(n.Op) == "" {
			return c.addOpen(keyNotKnown[n.Op], in)
		}
		return c.addOpen(CellNotKnown, in)
	case algebra.BySex:
		female, male := in, in
		female.key += "/" + algebra.Female
		male.key += "/" + algebra.Male
		return c.addJoin(algebra.All, c.add(n.Kids[0], female), c.add(n.Kids[0], male))
	case algebra.All:
		var parts together
		parts.gather(c, n, in)
		at := make([]uint16, len(parts.all))
		for i, p := range parts.all {
			at[i] = c.add(p.n, p.in)
		}
		return c.addJoin(n.Op, at...)
	case algebra.Any, algebra.FirstOf, algebra.When:
		at := make([]uint16, len(n.Kids))
		for i, k := range n.Kids {
			below := in
			if n.Op == algebra.FirstOf && i < len(n.Kids)-1 {
				below.naOK = true
			}
			at[i] = c.add(k, below)
		}
		return c.addJoin(n.Op, at...)
	case algebra.ProvinceSets:
		return c.addOpen(ProvinceNotSet, in)
	default:
		return c.addLeaf(n, in)
	}
}

// together is what is demanded together, each demand once: a demand that an overlay joined with
// itself is not said twice.
type together struct {
	all  []demanded
	many map[string]around // of many, where each stands, by its JSON
}

type demanded struct {
	n  *algebra.Node
	in around
}

func (t *together) gather(c *resolved, n *algebra.Node, in around) {
	for _, k := range n.Kids {
		one, below := c.settle(k, in)
		switch {
		case one != nil && one.Op == algebra.All:
			t.gather(c, one, below)
		case one == nil || !t.has(one, below):
			t.all = append(t.all, demanded{one, below})
		}
	}
}

// has reports whether the same demand was gathered, and notes it. A set that comes back from
// its JSON has the same demands, not the same nodes.
func (t *together) has(n *algebra.Node, in around) bool {
	const few = 16
	if len(t.all) < few {
		return slices.ContainsFunc(t.all, func(d demanded) bool { return d.n.Equal(n) && d.in.same(in) })
	}
	if t.many == nil {
		t.many = make(map[string]around, len(t.all))
		for _, d := range t.all {
			t.many[jsonOf(d.n)] = d.in
		}
	}
	text := jsonOf(n)
	was, has := t.many[text]
	t.many[text] = in
	return has && was.same(in)
}

func jsonOf(n *algebra.Node) string {
	var w form.Writer
	n.Write(&w)
	text, _ := w.Bytes()
	return string(text)
}

// same reports whether two cells below stand for one.
func (in around) same(other around) bool {
	cited := in.cite == other.cite || in.cite != nil && other.cite != nil && in.cite.Same(*other.cite)
	in.cite, other.cite = nil, nil
	return cited && in == other
}

// keyNotKnown is why no case of an axis is chosen where the key of the place is not known.
var keyNotKnown = [...]Reason{
	algebra.ByRegion: RegionNotKnown, algebra.ByGroup: GroupNotKnown, algebra.ByYear: YearNotKnown, algebra.ByZone: ZoneNotKnown,
}

// addOpen adds a step of which nothing can be judged.
func (c *resolved) addOpen(why Reason, in around) uint16 {
	return c.put(step{op: algebra.Unstated, reason: why, about: c.note(about{cite: in.cite})})
}

func (c *resolved) note(a about) uint16 {
	c.abouts = append(c.abouts, a)
	return uint16(len(c.abouts) - 1) //nolint:gosec // NewSet bounds the number of steps
}

func (c *resolved) addLeaf(n *algebra.Node, in around) uint16 {
	l := step{
		op: n.Op, naOK: in.naOK, percent: in.percent, previous: in.previous, slot: c.slotOf(in.key),
		about: c.note(about{leaf: n, whole: in.whole(n), cite: in.cite, measured: in.measured}),
	}
	if in.cite != nil {
		l.conf = in.cite.Confidence
	}
	if in.previous {
		l.slot2 = c.slotOf(in.key + "/" + algebra.Previous)
	}
	l.scale(n, in.measured)
	if in.columnOpen && !l.conf.Confirmed() && l.reason == Decided {
		l.reason, l.fast = RegionNotKnown, false
	}
	at := c.put(l)
	c.use(l.slot, at)
	if in.previous {
		c.use(l.slot2, at)
	}
	return at
}

// use notes that a leaf reads a key.
func (c *resolved) use(slot, at uint16) {
	l, u := &c.steps[at], &c.uses[slot]
	u.percent = u.percent || l.percent
	if measured := c.abouts[l.about].measured; measured != "" {
		u.measured = measured
	}
	if l.numeric || l.op == algebra.None {
		u.kinds |= bit(kindValue) | bit(kindOver) | bit(kindUnder)
		if l.percent {
			u.kinds |= bit(kindShare)
		}
	}
	if l.op == algebra.Pass || l.op == algebra.None {
		u.kinds |= bit(kindPass) | bit(kindFail)
	}
	if l.naOK {
		u.kinds |= bit(kindNA)
	}
}

func bit(k kind) uint16 { return 1 << k }

func (c *resolved) put(l step) uint16 {
	c.steps = append(c.steps, l)
	return uint16(len(c.steps) - 1) //nolint:gosec // NewSet bounds the number of steps
}

func (c *resolved) addJoin(o algebra.Op, kids ...uint16) uint16 {
	first := uint16(len(c.kids)) //nolint:gosec // as above
	c.kids = append(c.kids, kids...)
	return c.put(step{op: o, first: first, last: uint16(len(c.kids))}) //nolint:gosec // as above
}

// key is the key that a leaf reads, "" of an open step.
func (c *resolved) key(l *step) string {
	if l.op == algebra.Unstated {
		return ""
	}
	return c.keys[l.slot]
}

// leaves visits the steps below a step that read something, or that are open.
func (c *resolved) leaves(at uint16, visit func(uint16)) {
	l := &c.steps[at]
	if l.first == l.last {
		visit(at)
		return
	}
	for _, k := range c.kids[l.first:l.last] {
		c.leaves(k, visit)
	}
}
