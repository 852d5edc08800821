package org

import (
	"iter"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
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

	sameCode, sameExact, sameBase []int32 // by unit: the next one, or none
	starts, stops                 []int32 // by unit: the next distinct base name with that beginning or end
	parent, child, sibling        []int32 // by unit
	out, in                       []int32 // by unit: heads of the chains below
	nextOut, nextIn               []int32 // by succession
	keys                          []nameKey
}

const none = int32(-1)

// NewGazetteer checks units and successions and reports every fault as
// [rule.Findings]: a code that two units bear on one day, a span that is none,
// a parent that does not exist on all days of its child or is not of a higher
// level, a succession of a unit that is not there on its day. So no unit has two
// parents on a day, and every chain of successions ends.
func NewGazetteer(units []Unit, successions []Succession) (Gazetteer, error) {
	n := len(units)
	g := Gazetteer{
		units: slices.Clone(units), links: slices.Clone(successions),
		byCode:  make(map[UnitCode]int32, n),
		byExact: make(map[string]int32, n), byBase: make(map[string]int32, n),
		ends: make(map[[3]byte]int32, 1024), keys: make([]nameKey, n),
	}
	all := make([]int32, 10*n)
	for i := range all {
		all[i] = none
	}
	for i, list := range []*[]int32{
		&g.sameCode, &g.sameExact, &g.sameBase, &g.starts, &g.stops, &g.parent, &g.child, &g.sibling, &g.out, &g.in,
	} {
		*list = all[i*n : (i+1)*n : (i+1)*n]
	}
	var found rule.Findings
	var w keyWriter
	for i := range g.units {
		g.keys[i] = w.key(g.units[i].Name)
		found = append(found, g.addUnit(i)...)
	}
	for i := range g.units {
		found = append(found, g.addParent(i)...)
	}
	g.nextOut, g.nextIn = make([]int32, len(g.links)), make([]int32, len(g.links))
	for i := range g.links {
		found = append(found, g.addLink(i)...)
	}
	if err := found.Err(); err != nil {
		return Gazetteer{}, err
	}
	return g, nil
}

func (g *Gazetteer) addUnit(i int) rule.Findings {
	u := &g.units[i]
	var found rule.Findings
	report := func(c rule.Code, member string, args ...rule.Arg) {
		found = append(found, table.Broken(c, rule.Path("units").Index(i).Key(member), args...))
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
	if kind, words := leadingKind(k.exact); kind == u.Kind && kind != 0 && len(k.exact)-len(cutWords(k.exact, words)) > 3 {
		report(ErrNameKind, "name", rule.A("name", u.Name))
	}
	for j := g.head(u.Code); j != none; j = g.sameCode[j] {
		if g.units[j].Span.Overlaps(u.Span) {
			report(ErrOverlap, "code", rule.A("code", string(u.Code)), rule.A("unit", g.units[j]), rule.A("span", g.units[j].Span))
		}
	}
	push(g.byCode, g.sameCode, u.Code, i)
	push(g.byExact, g.sameExact, k.exact, i)
	if push(g.byBase, g.sameBase, k.base, i) && len(k.base) >= 2 {
		push(g.ends, g.starts, startOf(k.base), i)
		push(g.ends, g.stops, stopOf(k.base), i)
	}
	return found
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

func (g *Gazetteer) addParent(i int) rule.Findings {
	u := &g.units[i]
	if u.Parent == "" {
		return nil
	}
	at := rule.Path("units").Index(i).Key("parent")
	for j := g.head(u.Parent); j != none; j = g.sameCode[j] {
		p := &g.units[j]
		if !p.Span.Covers(u.Span) {
			continue
		}
		if p.Level() >= u.Level() {
			return rule.Findings{table.Broken(ErrParentLevel, at, rule.A("parent", *p), rule.A("unit", *u))}
		}
		g.parent[i], g.sibling[i], g.child[j] = j, g.child[j], int32(i)
		return nil
	}
	return rule.Findings{table.Broken(ErrParent, at, rule.A("code", string(u.Parent)), rule.A("unit", *u))}
}

func (g *Gazetteer) addLink(i int) rule.Findings {
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
	for j := g.out[from]; j != none; j = g.nextOut[j] {
		if g.links[j].To == s.To && g.links[j].On == s.On {
			found = append(found, table.Broken(ErrRepeatedLink, at))
		}
	}
	g.nextOut[i], g.out[from] = g.out[from], int32(i)
	g.nextIn[i], g.in[to] = g.in[to], int32(i)
	return found
}

func (g *Gazetteer) at(code UnitCode, on civil.Date) int32 {
	for j := g.head(code); j != none; j = g.sameCode[j] {
		if g.units[j].Span.Contains(on) {
			return j
		}
	}
	return none
}

// At is the unit that bears a code on a day. The same code names another unit on
// another day: 02782 is the old xã Cao Sơn on 30/6/2025 and the new one on
// 1/7/2025.
func (g Gazetteer) At(code UnitCode, on civil.Date) (Unit, bool) {
	i := g.at(code, on)
	if i == none {
		return Unit{}, false
	}
	return g.units[i], true
}

// Units goes through all units of all days in the order given.
func (g Gazetteer) Units() iter.Seq[Unit] { return slices.Values(g.units) }

// Children goes through the units of the next level that a unit has on a day, in
// the order given.
func (g Gazetteer) Children(code UnitCode, on civil.Date) iter.Seq[Unit] {
	return func(yield func(Unit) bool) {
		i := g.at(code, on)
		if i == none {
			return
		}
		var list []int32
		for j := g.child[i]; j != none; j = g.sibling[j] {
			if g.units[j].Span.Contains(on) {
				list = append(list, j)
			}
		}
		for _, j := range slices.Backward(list) {
			if !yield(g.units[j]) {
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
		for j := g.parent[i]; j != none; j = g.parent[j] {
			if !yield(g.units[j]) {
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
// on a day lives on; the unit itself where it still exists.
func (g Gazetteer) Successors(code UnitCode, on, later civil.Date) []Kin {
	w := walk{g: &g, goal: later, seen: map[int32]bool{}}
	if i := g.at(code, on); i != none && !later.Before(on) {
		w.forward(i, on, nil)
	}
	return w.kin
}

// Predecessors lists the units of an earlier day out of which the unit that
// bears a code on a day was made; the unit itself where it existed.
func (g Gazetteer) Predecessors(code UnitCode, on, earlier civil.Date) []Kin {
	w := walk{g: &g, goal: earlier, seen: map[int32]bool{}}
	if i := g.at(code, on); i != none && !earlier.After(on) {
		w.back(i, on, nil)
	}
	return w.kin
}

// walk follows successions; their days rise or fall on every path, so it ends.
type walk struct {
	g    *Gazetteer
	goal civil.Date
	seen map[int32]bool
	kin  []Kin
}

// reach notes a unit that exists on the goal's day and reports whether to go on.
func (w *walk) reach(i int32, via []Succession) bool {
	if w.seen[i] {
		return false
	}
	w.seen[i] = true
	if w.g.units[i].Span.Contains(w.goal) {
		k := Kin{Unit: w.g.units[i], Via: slices.Clone(via), Confidence: rule.Read}
		for _, s := range via {
			k.Part = k.Part || s.Part
			k.Confidence = min(k.Confidence, s.Confidence)
		}
		w.kin = append(w.kin, k)
	}
	return true
}

func (w *walk) forward(i int32, since civil.Date, via []Succession) {
	if !w.reach(i, via) {
		return
	}
	for _, j := range chain(w.g.out[i], w.g.nextOut) {
		if s := w.g.links[j]; s.On.After(since) && !s.On.After(w.goal) {
			w.forward(w.g.at(s.To, s.On), s.On, append(slices.Clip(via), s))
		}
	}
}

func (w *walk) back(i int32, since civil.Date, via []Succession) {
	if !w.reach(i, via) {
		return
	}
	for _, j := range chain(w.g.in[i], w.g.nextIn) {
		if s := w.g.links[j]; s.On.After(w.goal) && !s.On.After(since) {
			w.back(w.g.at(s.From, s.On.AddDays(-1)), s.On.AddDays(-1), append([]Succession{s}, via...))
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
		found = append(found, table.Undecided(ErrNoSuccessor, rule.Path("units").Index(i), rule.A("unit", u), rule.A("day", u.Span.To)))
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
