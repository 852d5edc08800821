package org

import (
	"cmp"
	"iter"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Succession says that a unit, or a part of it, became part of another (sáp
// nhập, sắp xếp). On is the first day of the new state: From is the unit that
// bore its code the day before, To the one that bears its code on that day.
type Succession struct {
	From UnitCode   `json:"from"`
	To   UnitCode   `json:"to"`
	On   civil.Date `json:"on,omitzero"`
	// Part is set where only a part went over; From may then live on.
	Part       bool            `json:"part,omitempty"`
	Confidence rule.Confidence `json:"confidence"`
	Source     rule.Source     `json:"source,omitzero"`
}

// Gazetteer is an index of units by code and day, by name and by succession. It
// is immutable; its zero value holds none.
type Gazetteer struct {
	units []Unit
	links []Succession

	byCode  map[UnitCode]int32 // heads of the chains in sameCode
	byExact map[string]int32
	byBase  map[string]int32
	ends    map[[3]byte]int32 // the two first or the two last letters of a base name

	sameCode            []int32 // by unit: the next one, or none
	sameExact, sameBase []int32 // by label: the next one
	starts, stops       []int32 // by label: the next distinct base name with that beginning or end
	parent, child       []int32 // by unit; child is an edge
	sibling             []int32 // by edge
	out, in             []int32 // by unit: heads of the chains below
	nextOut, nextIn     []int32 // by succession

	// A label is a name of a unit. The name in Unit.Name has the index of the unit;
	// those of Unit.Was come after.
	keys []nameKey
	was  []formerName
	// An edge is a unit under its parent. Where the parent never changed it has the
	// index of the unit; the dated ones come after, those of one unit together.
	dated   []edge
	datedOf map[int32]rangeOf
}

type formerName struct {
	unit int32
	name string
}

type edge struct {
	child, parent int32
	span          rule.Span
}

type rangeOf struct{ from, to int32 }

type linkKey struct {
	from, to UnitCode
	on       civil.Date
}

const none = int32(-1)

// NewGazetteer checks units and successions and reports every fault as
// [rule.Findings]: a code that two units bear on one day, a span that is not valid, a
// former name, kind or parent of other days than the unit's, a parent that does not
// exist on all days of its child or is not of a higher level, a succession of a unit
// that is not there on its day. So no unit has two parents on a day, and every chain of
// successions ends.
func NewGazetteer(units []Unit, successions []Succession) (Gazetteer, error) {
	n := len(units)
	g := Gazetteer{
		units: slices.Clone(units), links: slices.Clone(successions),
		byCode:  make(map[UnitCode]int32, n),
		byExact: make(map[string]int32, n), byBase: make(map[string]int32, n),
		ends: make(map[[3]byte]int32, 1024),
	}
	g.addNames()
	labels := n + len(g.was)
	all := make([]int32, 6*n+4*labels)
	for i := range all {
		all[i] = none
	}
	take := func(n int) (list []int32) {
		list, all = all[:n:n], all[n:]
		return list
	}
	for _, list := range []*[]int32{&g.sameCode, &g.parent, &g.child, &g.sibling, &g.out, &g.in} {
		*list = take(n)
	}
	for _, list := range []*[]int32{&g.sameExact, &g.sameBase, &g.starts, &g.stops} {
		*list = take(labels)
	}
	var found rule.Findings
	for i := range g.units {
		found = append(found, g.addUnit(i)...)
	}
	for i := range g.keys {
		g.addLabel(i)
	}
	for i := range g.units {
		found = append(found, g.addParents(i)...)
	}
	g.nextOut, g.nextIn = make([]int32, len(g.links)), make([]int32, len(g.links))
	seen := make(map[linkKey]bool, len(g.links))
	for i := range g.links {
		found = append(found, g.addLink(i, seen)...)
	}
	if err := found.Err(); err != nil {
		return Gazetteer{}, err
	}
	return g, nil
}

// addNames takes copies of what the units were and makes the key of every name.
func (g *Gazetteer) addNames() {
	var w keyWriter
	g.keys = make([]nameKey, len(g.units))
	for i := range g.units {
		u := &g.units[i]
		g.keys[i] = w.key(u.Name)
		if u.Was == nil {
			continue
		}
		*u = u.clone()
		names := map[string]bool{"": true, u.Name: true}
		for _, f := range u.Was {
			if !names[f.Name] {
				names[f.Name] = true
				g.was = append(g.was, formerName{int32(i), f.Name})
			}
		}
	}
	for _, f := range g.was {
		g.keys = append(g.keys, w.key(f.name))
	}
}

func unitPath(i int) rule.Path { return rule.Path("units").Index(i) }

func (g *Gazetteer) addUnit(i int) rule.Findings {
	u := &g.units[i]
	var found rule.Findings
	report := func(c rule.Code, member string, args ...rule.Arg) {
		found = append(found, table.Broken(c, unitPath(i).Key(member), args...))
	}
	k := g.keys[i]
	switch {
	case u.Code == "":
		report(ErrIncomplete, "code")
	case k.exact == "":
		report(ErrIncomplete, "name")
	case u.Level() == 0:
		report(ErrIncomplete, "kind")
	}
	if u.Span.Check() != nil {
		report(ErrSpan, "span", rule.A("unit", *u), rule.A("span", u.Span))
	}
	if k.repeats(u.Kind) {
		report(ErrNameKind, "name", rule.A("name", u.Name))
	}
	if u.Was != nil {
		found = append(found, u.formerFaults(unitPath(i))...)
	}
	for j := g.head(u.Code); j != none; j = g.sameCode[j] {
		if g.units[j].Span.Overlaps(u.Span) {
			report(ErrOverlap, "code", rule.A("code", string(u.Code)), rule.A("unit", g.units[j]), rule.A("span", g.units[j].Span))
			break // one finding a unit, however often the code is given
		}
	}
	push(g.byCode, g.sameCode, u.Code, i)
	return found
}

// formerFaults judges what is said of other days of a unit.
func (u *Unit) formerFaults(at rule.Path) rule.Findings {
	var found rule.Findings
	last := map[string]rule.Span{}
	for _, k := range sortedBy(u.Was, func(f Former) civil.Date { return f.Span.From }) {
		f := u.Was[k]
		at := at.Key("was").Index(k)
		report := func(c rule.Code, at rule.Path, args ...rule.Arg) {
			found = append(found, table.Broken(c, at, append(args, rule.A("unit", *u))...))
		}
		if f.Name == "" && f.Kind == 0 && f.Parent == "" {
			report(ErrFormerEmpty, at)
		}
		if f.Span.Check() != nil || f.Span == u.Span || !u.Span.Covers(f.Span) {
			report(ErrFormerSpan, at.Key("span"), rule.A("span", f.Span))
			continue
		}
		if f.Kind != 0 && f.Kind.Level() != u.Level() {
			report(ErrFormerLevel, at.Key("kind"), rule.A("kind", f.Kind))
		}
		if f.Name != "" && keyOf(f.Name).repeats(cmp.Or(f.Kind, u.Kind)) {
			report(ErrNameKind, at.Key("name"), rule.A("name", f.Name))
		}
		for _, m := range [...]struct {
			name  string
			given bool
		}{{"name", f.Name != ""}, {"kind", f.Kind != 0}, {"parent", f.Parent != ""}} {
			if !m.given {
				continue
			}
			if before, dated := last[m.name]; dated && before.Overlaps(f.Span) {
				report(ErrFormerTwice, at.Key(m.name), rule.A("span", before))
			}
			last[m.name] = f.Span
		}
	}
	return found
}

// sortedBy gives the indices of a list in the order of a day.
func sortedBy[T any](list []T, day func(T) civil.Date) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return day(list[a]).Compare(day(list[b])) })
	return order
}

func (g *Gazetteer) addLabel(i int) {
	k := g.keys[i]
	push(g.byExact, g.sameExact, k.exact, i)
	if push(g.byBase, g.sameBase, k.base, i) && len(k.base) >= 2 {
		push(g.ends, g.starts, startOf(k.base), i)
		push(g.ends, g.stops, stopOf(k.base), i)
	}
}

// unitOf is the unit of a label.
func (g *Gazetteer) unitOf(label int32) int32 {
	if n := int32(len(g.units)); label >= n {
		return g.was[label-n].unit
	}
	return label
}

// nameOf is the name of a label.
func (g *Gazetteer) nameOf(label int32) string {
	if n := int32(len(g.units)); label >= n {
		return g.was[label-n].name
	}
	return g.units[label].Name
}

func startOf(base string) [3]byte { return [3]byte{'^', base[0], base[1]} }
func stopOf(base string) [3]byte {
	return [3]byte{'$', base[len(base)-2], base[len(base)-1]}
}

// push puts i at the head of the chain of a key and reports whether it is its first.
func push[K comparable](heads map[K]int32, next []int32, k K, i int) (first bool) {
	j, ok := heads[k]
	if ok {
		next[i] = j
	}
	heads[k] = int32(i)
	return !ok
}

func (g *Gazetteer) head(c UnitCode) int32 {
	if j, ok := g.byCode[c]; ok {
		return j
	}
	return none
}

// addParents puts a unit under its parent; where that changed, under each on its days.
func (g *Gazetteer) addParents(i int) rule.Findings {
	u := &g.units[i]
	own := func() rule.Path { return unitPath(i).Key("parent") }
	if !slices.ContainsFunc(u.Was, func(f Former) bool { return f.Parent != "" }) {
		return g.addParent(i, u.Parent, u.Span, own, false)
	}
	var found rule.Findings
	from, rest, left := int32(len(g.dated)), u.Span, true
	for _, k := range sortedBy(u.Was, func(f Former) civil.Date { return f.Span.From }) {
		f := u.Was[k]
		if f.Parent == "" || !left {
			continue
		}
		if before := (rule.Span{From: rest.From, To: f.Span.From.AddDays(-1)}); !f.Span.From.IsZero() && f.Span.From.After(rest.From) {
			found = append(found, g.addParent(i, u.Parent, before, own, true)...)
		}
		was := func() rule.Path { return unitPath(i).Key("was").Index(k).Key("parent") }
		found = append(found, g.addParent(i, f.Parent, f.Span, was, true)...)
		rest, left = rest.Intersect(rule.Span{From: f.Span.To.AddDays(1)})
		left = left && !f.Span.To.IsZero()
	}
	if left {
		found = append(found, g.addParent(i, u.Parent, rest, own, true)...)
	}
	if g.datedOf == nil {
		g.datedOf = map[int32]rangeOf{}
	}
	g.datedOf[int32(i)] = rangeOf{from, int32(len(g.dated))}
	return found
}

func (g *Gazetteer) addParent(i int, code UnitCode, span rule.Span, at func() rule.Path, dated bool) rule.Findings {
	if code == "" {
		return nil
	}
	u := &g.units[i]
	for j := g.head(code); j != none; j = g.sameCode[j] {
		p := &g.units[j]
		if !p.Span.Covers(span) {
			continue
		}
		if p.Level() >= u.Level() {
			return rule.Findings{table.Broken(ErrParentLevel, at(), rule.A("parent", *p), rule.A("unit", *u))}
		}
		e := int32(i)
		if dated {
			e = int32(len(g.sibling))
			g.dated = append(g.dated, edge{int32(i), j, span})
			g.sibling = append(g.sibling, none)
		} else {
			g.parent[i] = j
		}
		g.sibling[e], g.child[j] = g.child[j], e
		return nil
	}
	return rule.Findings{table.Broken(ErrParent, at(), rule.A("code", string(code)), rule.A("unit", *u))}
}

// parentOn is the unit above one that exists on a day.
func (g *Gazetteer) parentOn(i int32, on civil.Date) int32 {
	if r, changed := g.datedOf[i]; changed {
		for _, e := range g.dated[r.from:r.to] {
			if e.span.Contains(on) {
				return e.parent
			}
		}
	}
	return g.parent[i]
}

func (g *Gazetteer) addLink(i int, seen map[linkKey]bool) rule.Findings {
	s := &g.links[i]
	at := rule.Path("successions").Index(i)
	if !s.On.IsValid() {
		return rule.Findings{table.Broken(ErrSpan, at.Key("on"), rule.A("unit", string(s.From)), rule.A("span", s.On))}
	}
	var found rule.Findings
	before := s.On.AddDays(-1)
	from, to := g.at(s.From, before), g.at(s.To, s.On)
	if from == none {
		found = append(found, table.Broken(ErrNoUnit, at.Key("from"), rule.A("code", string(s.From)), rule.A("day", before)))
	}
	if to == none {
		found = append(found, table.Broken(ErrNoUnit, at.Key("to"), rule.A("code", string(s.To)), rule.A("day", s.On)))
	}
	if found != nil {
		return found
	}
	if !s.Part && g.units[from].Span.Contains(s.On) {
		found = append(found, table.Broken(ErrStillExists, at.Key("from"), rule.A("unit", g.units[from]), rule.A("day", s.On)))
	}
	key := linkKey{s.From, s.To, s.On}
	if seen[key] {
		found = append(found, table.Broken(ErrRepeatedLink, at))
	}
	seen[key] = true
	g.nextOut[i], g.out[from] = g.out[from], int32(i)
	g.nextIn[i], g.in[to] = g.in[to], int32(i)
	return found
}

func (g *Gazetteer) at(code UnitCode, on civil.Date) int32 {
	if !rule.IsDay(on) {
		return none
	}
	for j := g.head(code); j != none; j = g.sameCode[j] {
		if g.units[j].Span.Contains(on) {
			return j
		}
	}
	return none
}

// At is the unit that bears a code on a day, with its name, kind and parent of that
// day. The same code may name another unit on another day. On a date that is no day no
// unit exists: here and in whatever else the gazetteer is asked of a day.
func (g Gazetteer) At(code UnitCode, on civil.Date) (Unit, bool) {
	i := g.at(code, on)
	if i == none {
		return Unit{}, false
	}
	return g.units[i].On(on), true
}

// Kinds goes through the parts of a span on each of which a unit was of one kind, with
// the unit as of the first day of the part. The unit is the one that bears the code on
// the first day of the span; days on which it does not exist are left out.
func (g Gazetteer) Kinds(code UnitCode, within rule.Span) iter.Seq2[rule.Span, Unit] {
	i := g.at(code, first(within))
	if i == none {
		return func(func(rule.Span, Unit) bool) {}
	}
	return g.units[i].kinds(within)
}

// Units goes through all units of all days in the order given, each with what it was.
func (g Gazetteer) Units() iter.Seq[Unit] {
	return func(yield func(Unit) bool) {
		for i := range g.units {
			if !yield(g.units[i].clone()) {
				return
			}
		}
	}
}

// Children goes through the units of the next level that a unit has on a day, in
// the order given.
func (g Gazetteer) Children(code UnitCode, on civil.Date) iter.Seq[Unit] {
	return func(yield func(Unit) bool) {
		i := g.at(code, on)
		if i == none {
			return
		}
		var list []int32
		for e := g.child[i]; e != none; e = g.sibling[e] {
			c, under := e, true
			if n := int32(len(g.units)); e >= n {
				c, under = g.dated[e-n].child, g.dated[e-n].span.Contains(on)
			}
			if under && g.units[c].Span.Contains(on) {
				list = append(list, c)
			}
		}
		slices.Sort(list)
		for _, j := range list {
			if !yield(g.units[j].On(on)) {
				return
			}
		}
	}
}

// Ancestors goes through the units above a unit on a day, the nearest first.
func (g Gazetteer) Ancestors(code UnitCode, on civil.Date) iter.Seq[Unit] {
	return func(yield func(Unit) bool) {
		i := g.at(code, on)
		if i == none {
			return
		}
		for j := g.parentOn(i, on); j != none; j = g.parentOn(j, on) {
			if !yield(g.units[j].On(on)) {
				return
			}
		}
	}
}

// Kin is a unit reached over a chain of successions.
type Kin struct {
	Unit Unit `json:"unit"`
	// Via are the successions on the way, the earliest first; none where the unit
	// lived through.
	Via []Succession `json:"via,omitempty"`
	// Part is set where only a part went over in one of them.
	Part bool `json:"part,omitempty"`
	// Confidence is that of the least certain succession on the way.
	Confidence rule.Confidence `json:"confidence"`
}

// Successors lists the units of a later day in which the unit that bears a code
// on a day lives on; the unit itself where it still exists. Each is as of that later day.
func (g Gazetteer) Successors(code UnitCode, on, later civil.Date) []Kin {
	w := walk{g: &g, goal: later, seen: map[int32]bool{}}
	if i := g.at(code, on); i != none && rule.IsDay(later) && !later.Before(on) {
		w.forward(i, on)
	}
	return w.kin
}

// Predecessors lists the units of an earlier day out of which the unit that
// bears a code on a day was made; the unit itself where it existed. Each is as of that
// earlier day.
func (g Gazetteer) Predecessors(code UnitCode, on, earlier civil.Date) []Kin {
	w := walk{g: &g, goal: earlier, seen: map[int32]bool{}, backwards: true}
	if i := g.at(code, on); i != none && rule.IsDay(earlier) && !earlier.After(on) {
		w.back(i, on)
	}
	return w.kin
}

// Origins goes through the units of all days out of which the unit that bears a code on
// a day was made, the unit itself first. Each is as of its last day.
func (g Gazetteer) Origins(code UnitCode, on civil.Date) iter.Seq[Unit] {
	return func(yield func(Unit) bool) {
		i := g.at(code, on)
		if i == none {
			return
		}
		seen, left := map[int32]bool{i: true}, []int32{i}
		for len(left) > 0 {
			i, left = left[0], left[1:]
			u := &g.units[i]
			day := u.Span.To
			if day.IsZero() {
				day = on
			}
			if !yield(u.On(day)) {
				return
			}
			for _, j := range chain(g.in[i], g.nextIn) {
				if from := g.at(g.links[j].From, g.links[j].On.AddDays(-1)); !g.links[j].On.After(on) && !seen[from] {
					seen[from] = true
					left = append(left, from)
				}
			}
		}
	}
}

// walk follows successions; their days rise or fall on every path, so it ends. It
// visits each unit once.
type walk struct {
	g         *Gazetteer
	goal      civil.Date
	backwards bool
	seen      map[int32]bool
	via       []Succession // from the unit asked for to the one at hand
	kin       []Kin
}

// reach notes a unit that exists on the goal's day and reports whether to go on.
func (w *walk) reach(i int32) bool {
	if w.seen[i] {
		return false
	}
	w.seen[i] = true
	if u := &w.g.units[i]; u.Span.Contains(w.goal) {
		k := Kin{Unit: u.On(w.goal), Via: slices.Clone(w.via), Confidence: rule.Read}
		if w.backwards {
			slices.Reverse(k.Via)
		}
		for _, s := range k.Via {
			k.Part = k.Part || s.Part
			k.Confidence = min(k.Confidence, s.Confidence)
		}
		w.kin = append(w.kin, k)
	}
	return true
}

func (w *walk) forward(i int32, since civil.Date) {
	if !w.reach(i) {
		return
	}
	for _, j := range chain(w.g.out[i], w.g.nextOut) {
		if s := w.g.links[j]; s.On.After(since) && !s.On.After(w.goal) {
			w.via = append(w.via, s)
			w.forward(w.g.at(s.To, s.On), s.On)
			w.via = w.via[:len(w.via)-1]
		}
	}
}

func (w *walk) back(i int32, since civil.Date) {
	if !w.reach(i) {
		return
	}
	for _, j := range chain(w.g.in[i], w.g.nextIn) {
		if s := w.g.links[j]; s.On.After(w.goal) && !s.On.After(since) {
			w.via = append(w.via, s)
			w.back(w.g.at(s.From, s.On.AddDays(-1)), s.On.AddDays(-1))
			w.via = w.via[:len(w.via)-1]
		}
	}
}

// chain lists a chain in the order given to NewGazetteer.
func chain(head int32, next []int32) []int32 {
	var list []int32
	for j := head; j != none; j = next[j] {
		list = append(list, j)
	}
	slices.Reverse(list)
	return list
}

// Check reports what the gazetteer does not know: a unit that ended while its
// level lived on, and whose successor no succession names, is Undecided.
func (g Gazetteer) Check() rule.Findings {
	var found rule.Findings
	for i, u := range g.units {
		if u.Span.To.IsZero() || g.hasSuccessor(i) {
			continue
		}
		if model, err := GovernmentOn(u.Span.To.AddDays(1)); err == nil && !model.Value.Has(u.Level()) {
			continue
		}
		found = append(found, table.Undecided(ErrNoSuccessor, unitPath(i), rule.A("unit", u.On(u.Span.To)), rule.A("day", u.Span.To)))
	}
	return found
}

func (g Gazetteer) hasSuccessor(i int) bool {
	next := g.units[i].Span.To.AddDays(1)
	for j := g.out[i]; j != none; j = g.nextOut[j] {
		if g.links[j].On == next {
			return true
		}
	}
	return false
}

const gazetteerFormat = "giupxa.gazetteer/1"

// gazetteerJSON is how a gazetteer is stored.
type gazetteerJSON struct {
	Units       []Unit       `json:"units" validate:"dive"`
	Successions []Succession `json:"successions" validate:"dive"`
}

// UnmarshalJSON reads units and successions and checks them as [NewGazetteer] does. The
// schema is gazetteer.schema.json beside this package.
func (g *Gazetteer) UnmarshalJSON(data []byte) error {
	var in gazetteerJSON
	return form.Build(data, gazetteerFormat, &in, func() (err error) {
		*g, err = NewGazetteer(in.Units, in.Successions)
		return err
	})
}

// MarshalJSON writes the units and the successions.
func (g Gazetteer) MarshalJSON() ([]byte, error) {
	out := gazetteerJSON{g.units, g.links}
	if out.Units == nil {
		out.Units = []Unit{}
	}
	if out.Successions == nil {
		out.Successions = []Succession{}
	}
	return form.Encode(gazetteerFormat, out)
}
