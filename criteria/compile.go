package criteria

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// where says which cell of a row applies.
type where struct {
	region Region // the applied column
	group  Group
	year   int
	zone   string
}

// place is where a commune stands in the tables of the set; a zone that the set does not
// have is none.
func (d *setData) place(p Profile, g Group, year int) where {
	w := where{region: d.column(p), group: g, year: year}
	if slices.Contains(d.zones, p.Zone) {
		w.zone = p.Zone
	}
	return w
}

// String says the place.
func (w where) String() string {
	words := []string{"column " + orNone(w.region.String()), "year " + orNone(strings.TrimPrefix(itoa(w.year), "0"))}
	if w.group != 0 {
		words = append(words, "group "+w.group.String())
	}
	if w.zone != "" {
		words = append(words, "zone "+rule.Shorten(w.zone))
	}
	return strings.Join(words, ", ")
}

func orNone(s string) string {
	if s == "" {
		return "not named"
	}
	return s
}

// cell is one step of a resolved requirement: the choice by column, group, year
// and zone is made, and the numbers are scaled once (see scale.go).
type cell struct {
	op       op
	conf     rule.Confidence
	reason   Reason // why nothing can be judged here; Decided where something can
	numeric  bool   // judged only where the citation is good enough
	fast     bool   // a plain number decides by two comparisons of lo and hi
	exact    bool   // a number does not fit: compared by fractions
	naOK     bool   // "not applicable" is allowed here
	percent  bool
	previous bool // the ratio to slot2
	slot     uint16
	slot2    uint16
	first    uint16 // children: kids[first:last]
	last     uint16
	about    uint16 // of a leaf or an open cell: abouts[about]
	lo, hi   int64
}

// about is what a cell says when asked, apart from what judging needs.
type about struct {
	leaf     *node
	cite     *Citation
	measured string
}

// rowCell is one row of the set as it stands in a resolved set.
type rowCell struct {
	root   uint16
	slot   uint16
	naOK   bool
	ind    *Indicator
	demand *node // resolved, for printing
}

// criterionCell is one criterion with its rows: rows[first:last].
type criterionCell struct {
	slot        uint16
	first, last int
	criterion   *Criterion
}

// slotUse is which readings a key takes.
type slotUse struct {
	kinds   uint16 // a bit for each kind
	percent bool
	said    bool // a stated verdict may stand here
	idle    bool // its row is not known here: nothing reads it, which is no fault of a reading
	total   int64
	// measured is the poverty standard on which the reading must rest, if any.
	measured string
}

// resolved is a set for one column, group, zone, year and day. It is immutable and
// shared by every answer that rests on it.
type resolved struct {
	set      *setData
	profile  Profile
	at       where
	day      civil.Date
	rowsHold rule.Span // the days on which the same rows hold
	cells    []cell
	abouts   []about
	kids     []uint16
	rows     []rowCell
	criteria []criterionCell
	keys     []string
	slots    map[string]uint16
	uses     []slotUse
	setSlot  uint16
	critSlot uint16
	indSlot  uint16
	areaSlot int // -1 where no cell reads the area
}

// around is what the nodes above say to the cells below them.
type around struct {
	key      string
	cite     *Citation
	measured string
	naOK     bool
	percent  bool
	previous bool
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
	c.at = d.place(p, p.Group, year)
	day = d.nearest(day)
	for i := range d.table.Criteria {
		c.addCriterion(&d.table.Criteria[i], day)
	}
	for i := range c.criteria { // their keys come last: few dossiers have them
		k := &c.criteria[i]
		k.slot = c.slotOf(criterionKey(k.criterion.No))
		u := &c.uses[k.slot]
		if u.said, u.kinds = true, bit(kindCount); d.missing() == 0 {
			u.total = int64(k.last - k.first)
		}
	}
	c.setSlot, c.critSlot, c.indSlot = c.slotOf(keySet), c.slotOf(keyCriteria), c.slotOf(keyIndicators)
	c.uses[c.setSlot].said = true
	c.uses[c.critSlot] = slotUse{kinds: bit(kindCount), total: int64(len(c.criteria))}
	c.uses[c.indSlot] = slotUse{kinds: bit(kindCount), total: int64(len(c.rows) + d.missing())}
	c.seal()
	return c
}

func newResolved(d *setData) *resolved {
	keys, rows := len(d.known), d.held // room for most sets
	return &resolved{
		set: d, slots: make(map[string]uint16, keys), keys: make([]string, 0, keys), uses: make([]slotUse, 0, keys),
		rows: make([]rowCell, 0, rows), cells: make([]cell, 0, 2*rows), abouts: make([]about, 1, 2*rows+1),
		criteria: make([]criterionCell, 0, len(d.table.Criteria)),
	}
}

// seal notes what is looked up for every commune.
func (c *resolved) seal() {
	for i := range c.rows {
		c.uses[c.rows[i].slot].idle = c.cells[c.rows[i].root].op == opUnstated
	}
	c.areaSlot = -1
	if at, ok := c.slots[keyArea]; ok {
		c.areaSlot = int(at)
	}
}

// nearest is the day within the days of the set; a day that is not known stays so.
func (d *setData) nearest(day civil.Date) civil.Date {
	span := d.table.Span
	switch {
	case day.IsZero():
	case !span.From.IsZero() && day.Before(span.From):
		return span.From
	case !span.To.IsZero() && day.After(span.To):
		return span.To
	}
	return day
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
			root := c.put(cell{op: opUnstated, reason: DayNotKnown})
			c.rows = append(c.rows, rowCell{root: root, slot: c.rowSlot(ind), naOK: ind.MayNotApply, ind: ind})
		}
	}
	c.criteria = append(c.criteria, criterionCell{first: first, last: len(c.rows), criterion: k})
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
	in := around{key: ind.Code, naOK: ind.MayNotApply, percent: ind.Unit == unitPercent, cite: c.set.from()}
	root := c.add(ind.Require.n, in)
	c.rows = append(c.rows, rowCell{root, c.rowSlot(ind), ind.MayNotApply, ind, c.at.plain(ind.Require.n)})
}

// add resolves a node into cells and returns the place of its root.
func (c *resolved) add(n *node, in around) uint16 {
	if n == nil {
		return c.open(CellNotKnown, in)
	}
	switch n.op {
	case opCite:
		if len(n.cite.Regions) == 0 || slices.Contains(n.cite.Regions, c.at.region) {
			in.cite = &n.cite
		}
		return c.add(n.kids[0], in)
	case opMeasured:
		in.measured = n.name
		return c.add(n.kids[0], in)
	case opSub:
		in.key += "/" + n.name
		return c.add(n.kids[0], in)
	case opAttr:
		in.key, in.percent, in.naOK, in.previous = "@"+n.name, false, false, false
		return c.add(n.kids[0], in)
	case opPrevious:
		in.previous = true
		return c.add(n.kids[0], in)
	case opByRegion, opByGroup, opByYear, opByZone:
		k, reason := c.at.choose(n)
		if reason != Decided {
			return c.open(reason, in)
		}
		return c.add(k, in)
	case opBySex:
		female, male := in, in
		female.key += "/" + partFemale
		male.key += "/" + partMale
		return c.group(opAll, c.add(n.kids[0], female), c.add(n.kids[0], male))
	case opAll, opAny, opFirstOf, opWhen:
		at := make([]uint16, len(n.kids))
		for i, k := range n.kids {
			below := in
			if n.op == opFirstOf && i < len(n.kids)-1 {
				below.naOK = true
			}
			at[i] = c.add(k, below)
		}
		return c.group(n.op, at...)
	case opProvince:
		return c.open(ProvinceNotSet, in)
	default:
		return c.addLeaf(n, in)
	}
}

// open is a cell of which nothing can be judged.
func (c *resolved) open(why Reason, in around) uint16 {
	return c.put(cell{op: opUnstated, reason: why, about: c.note(about{cite: in.cite})})
}

func (c *resolved) note(a about) uint16 {
	c.abouts = append(c.abouts, a)
	return uint16(len(c.abouts) - 1) //nolint:gosec // NewSet bounds the number of cells
}

func (c *resolved) addLeaf(n *node, in around) uint16 {
	l := cell{
		op: n.op, naOK: in.naOK, percent: in.percent, previous: in.previous, slot: c.slotOf(in.key),
		about: c.note(about{leaf: n, cite: in.cite, measured: in.measured}),
	}
	if in.cite != nil {
		l.conf = in.cite.Confidence
	}
	if hasPrefix(in.key, "@") {
		l.conf = rule.Read // a condition is part of the row that it divides
	}
	if in.previous {
		l.slot2 = c.slotOf(in.key + "/" + partPrevious)
	}
	l.scale(n, in.measured)
	at := c.put(l)
	c.use(l.slot, at)
	if in.previous {
		c.use(l.slot2, at)
	}
	return at
}

// use notes that a leaf reads a key.
func (c *resolved) use(slot, at uint16) {
	l, u := &c.cells[at], &c.uses[slot]
	u.percent = u.percent || l.percent
	if measured := c.abouts[l.about].measured; measured != "" {
		u.measured = measured
	}
	if l.numeric || l.op == opNone {
		u.kinds |= bit(kindValue) | bit(kindOver) | bit(kindUnder)
		if l.percent {
			u.kinds |= bit(kindShare)
		}
	}
	if l.op == opPass || l.op == opNone {
		u.kinds |= bit(kindPass) | bit(kindFail)
	}
	if l.naOK {
		u.kinds |= bit(kindNA)
	}
}

func bit(k kind) uint16 { return 1 << k }

func (c *resolved) put(l cell) uint16 {
	c.cells = append(c.cells, l)
	return uint16(len(c.cells) - 1) //nolint:gosec // NewSet bounds the number of cells
}

func (c *resolved) group(o op, kids ...uint16) uint16 {
	first := uint16(len(c.kids)) //nolint:gosec // as above
	c.kids = append(c.kids, kids...)
	return c.put(cell{op: o, first: first, last: uint16(len(c.kids))}) //nolint:gosec // as above
}

// choose takes the case of a By… node, or says why there is none.
func (w where) choose(n *node) (*node, Reason) {
	var key string
	var missing Reason
	switch n.op {
	case opByRegion:
		key, missing = w.region.String(), RegionNotKnown
	case opByGroup:
		key, missing = w.group.String(), GroupNotKnown
	case opByYear:
		missing = YearNotKnown
		if w.year != 0 {
			key = itoa(w.year)
		}
	default:
		key, missing = w.zone, ZoneNotKnown
	}
	if key == "" {
		return nil, missing
	}
	for i, keys := range n.keys {
		if slices.Contains(keys, key) {
			return n.kids[i], Decided
		}
	}
	return nil, CellNotKnown
}
