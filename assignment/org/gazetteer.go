package org

import (
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
	// Source is the line of the resolution that says so: its article and clause, not the
	// resolution as a whole.
	Source rule.Source `json:"source,omitzero"`
}

// Gazetteer is an index of units by code and day, by name and by succession. It
// is immutable; its zero value holds none.
type Gazetteer struct{ in *index }

type index struct {
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

// most bounds how many units may have one code, one after the other, into how many units
// one may go over, and how many successions may follow one another. No real unit comes
// near; it keeps the work on a gazetteer in proportion to its size.
const most = 100

// NewGazetteer checks units and successions and reports every fault as
// [rule.Findings]: a code that two units bear on one day, a span that is not valid, a
// former name, kind or parent of other days than the unit's, a parent that does not
// exist on all days of its child or is not of a higher level, a succession of a unit
// that is not there on its day, more than a hundred units of one code, successions of one
// unit, or successions one after the other. So no unit has two parents on a day, and every
// chain of successions ends. What is odd and may be right is told by [Gazetteer.Check].
func NewGazetteer(units []Unit, successions []Succession) (Gazetteer, error) {
	n := len(units)
	g := &index{
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
	l := linker{seen: make(map[linkKey]bool, len(g.links)), outs: make(map[int32]int, len(g.links))}
	for i := range g.links {
		s := &g.links[i]
		s.From, s.To = rule.Normal(s.From), rule.Normal(s.To)
		found = append(found, g.addLink(i, &l)...)
	}
	if found == nil {
		found = g.steps()
	}
	if err := found.Err(); err != nil {
		return Gazetteer{}, err
	}
	return Gazetteer{g}, nil
}

var empty = &index{}

func (g Gazetteer) index() *index {
	if g.in == nil {
		return empty
	}
	return g.in
}

// addNames takes copies of what the units were and makes the key of every name.
func (g *index) addNames() {
	var w keyWriter
	g.keys = make([]nameKey, len(g.units))
	for i := range g.units {
		u := &g.units[i]
		u.Code, u.Parent = rule.Normal(u.Code), rule.Normal(u.Parent)
		g.keys[i] = w.key(u.Name)
		if u.Was == nil {
			continue
		}
		*u = u.clone()
		for k := range u.Was {
			u.Was[k].Parent = rule.Normal(u.Was[k].Parent)
		}
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

func (g *index) addUnit(i int) rule.Findings {
	u := &g.units[i]
	var found rule.Findings
	report := func(c rule.Code, member string, args ...rule.Arg) {
		found = append(found, table.Broken(c, unitPath(i).Key(member), args...))
	}
	if u.Code == "" {
		report(ErrIncomplete, "code", rule.A("what", rule.Text{Vi: "mã", En: "code"}))
	}
	if g.keys[i].exact == "" {
		report(ErrIncomplete, "name", rule.A("what", rule.Text{Vi: "tên", En: "name"}))
	}
	if u.Level() == 0 {
		report(ErrIncomplete, "kind", rule.A("what", rule.Text{Vi: "loại", En: "kind"}))
	}
	if u.Span.Check() != nil {
		report(ErrSpan, "span", rule.A("unit", *u), rule.A("span", u.Span))
	}
	if u.Was != nil {
		found = append(found, u.formerFaults(unitPath(i))...)
	}
	others, clash := 0, none
	for j := g.head(u.Code); j != none; j = g.sameCode[j] {
		if others++; clash == none && g.units[j].Span.Overlaps(u.Span) {
			clash = j
		}
	}
	switch {
	case u.Code == "":
		return found
	case clash != none: // one finding a unit, however often the code is given
		report(ErrOverlap, "code", rule.A("code", string(u.Code)), rule.A("unit", g.units[clash]), rule.A("span", g.units[clash].Span))
	case others == most:
		report(ErrTooMany, "code", rule.A("limit", most), rule.A("what", rule.Text{Vi: "đơn vị dùng chung một mã", En: "units have one code"}))
	}
	if others < most {
		push(g.byCode, g.sameCode, u.Code, i)
	}
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
		switch {
		case f.Name == "" && f.Kind == 0 && f.Parent == "":
			report(ErrFormerEmpty, at)
		case f.Name != "" && keyOf(f.Name).exact == "":
			report(ErrFormerEmpty, at.Key("name"))
		}
		if f.Span.Check() != nil || f.Span == u.Span || !u.Span.Covers(f.Span) {
			report(ErrFormerSpan, at.Key("span"), rule.A("span", f.Span))
			continue
		}
		if f.Kind != 0 && f.Kind.Level() != u.Level() {
			report(ErrFormerLevel, at.Key("kind"), rule.A("kind", f.Kind))
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

func (g *index) addLabel(i int) {
	k := g.keys[i]
	push(g.byExact, g.sameExact, k.exact, i)
	if push(g.byBase, g.sameBase, k.base, i) && len(k.base) >= 2 {
		push(g.ends, g.starts, startOf(k.base), i)
		push(g.ends, g.stops, stopOf(k.base), i)
	}
}

// unitOf is the unit of a label.
func (g *index) unitOf(label int32) int32 {
	if n := int32(len(g.units)); label >= n {
		return g.was[label-n].unit
	}
	return label
}

// nameOf is the name of a label.
func (g *index) nameOf(label int32) string {
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

func (g *index) head(c UnitCode) int32 {
	if j, ok := g.byCode[rule.Normal(c)]; ok {
		return j
	}
	return none
}

// addParents puts a unit under its parent; where that changed, under each on its days.
func (g *index) addParents(i int) rule.Findings {
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

func (g *index) addParent(i int, code UnitCode, span rule.Span, at func() rule.Path, dated bool) rule.Findings {
	if code == "" {
		return nil
	}
	u := &g.units[i]
	for j := g.head(code); j != none; j = g.sameCode[j] {
		p := &g.units[j]
		if !p.Span.Covers(span) {
			continue
		}
		if p.Level() >= u.Level() && p.Level() != 0 && u.Level() != 0 {
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
func (g *index) parentOn(i int32, on civil.Date) int32 {
	if r, changed := g.datedOf[i]; changed {
		for _, e := range g.dated[r.from:r.to] {
			if e.span.Contains(on) {
				return e.parent
			}
		}
	}
	return g.parent[i]
}

// linker is what was seen of the successions so far: each, and how many go out of a unit.
type linker struct {
	seen map[linkKey]bool
	outs map[int32]int
}

func (g *index) addLink(i int, l *linker) rule.Findings {
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
	if l.seen[key] {
		found = append(found, table.Broken(ErrRepeatedLink, at))
	}
	l.seen[key] = true
	if l.outs[from]++; l.outs[from] == most+1 {
		found = append(found, table.Broken(ErrTooMany, at.Key("from"), rule.A("limit", most),
			rule.A("what", rule.Text{Vi: "đơn vị kế tiếp một đơn vị", En: "units succeed one unit"})))
	}
	g.nextOut[i], g.out[from] = g.out[from], int32(i)
	g.nextIn[i], g.in[to] = g.in[to], int32(i)
	return found
}

// steps reports a succession that too many others precede.
func (g *index) steps() rule.Findings {
	var found rule.Findings
	order := sortedBy(g.links, func(s Succession) civil.Date { return s.On })
	before := map[int32]int{} // of a unit: the longest way to it
	for len(order) > 0 {
		day, n := g.links[order[0]].On, 1
		for n < len(order) && g.links[order[n]].On == day {
			n++
		}
		way := make([]int, n) // what goes over on one day does not go on that day
		for k, i := range order[:n] {
			way[k] = before[g.at(g.links[i].From, day.AddDays(-1))] + 1
		}
		for k, i := range order[:n] {
			to := g.at(g.links[i].To, day)
			if way[k] == most+1 {
				found = append(found, table.Broken(ErrTooMany, rule.Path("successions").Index(i), rule.A("limit", most),
					rule.A("what", rule.Text{Vi: "lần sắp xếp nối tiếp nhau", En: "successions follow one another"})))
			}
			before[to] = max(before[to], way[k])
		}
		order = order[n:]
	}
	return found
}

func (g *index) at(code UnitCode, on civil.Date) int32 {
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
	in := g.index()
	i := in.at(code, on)
	if i == none {
		return Unit{}, false
	}
	u := &in.units[i]
	if u.Was != nil {
		return u.On(on), true
	}
	return *u, true
}

// Kinds goes through the parts of a span on each of which a unit was of one kind, with
// the unit as of the first day of the part. The unit is the one that bears the code on
// the first day of the span; days on which it does not exist are left out.
func (g Gazetteer) Kinds(code UnitCode, within rule.Span) iter.Seq2[rule.Span, Unit] {
	in := g.index()
	i := in.at(code, first(within))
	if i == none {
		return func(func(rule.Span, Unit) bool) {}
	}
	return in.units[i].kinds(within)
}

// Units goes through all units of all days in the order given, each with what it was.
func (g Gazetteer) Units() iter.Seq[Unit] {
	in := g.index()
	return func(yield func(Unit) bool) {
		for i := range in.units {
			if !yield(in.units[i].clone()) {
				return
			}
		}
	}
}

// Children goes through the units of the next level that a unit has on a day, in
// the order given.
func (g Gazetteer) Children(code UnitCode, on civil.Date) iter.Seq[Unit] {
	in := g.index()
	return func(yield func(Unit) bool) {
		i := in.at(code, on)
		if i == none {
			return
		}
		var list []int32
		for e := in.child[i]; e != none; e = in.sibling[e] {
			c, under := e, true
			if n := int32(len(in.units)); e >= n {
				c, under = in.dated[e-n].child, in.dated[e-n].span.Contains(on)
			}
			if under && in.units[c].Span.Contains(on) {
				list = append(list, c)
			}
		}
		slices.Sort(list)
		for _, j := range list {
			if !yield(in.units[j].asOf(on)) {
				return
			}
		}
	}
}

// Ancestors goes through the units above a unit on a day, the nearest first.
func (g Gazetteer) Ancestors(code UnitCode, on civil.Date) iter.Seq[Unit] {
	in := g.index()
	return func(yield func(Unit) bool) {
		i := in.at(code, on)
		if i == none {
			return
		}
		for j := in.parentOn(i, on); j != none; j = in.parentOn(j, on) {
			if !yield(in.units[j].asOf(on)) {
				return
			}
		}
	}
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
	in := g.index()
	out := gazetteerJSON{in.units, in.links}
	if out.Units == nil {
		out.Units = []Unit{}
	}
	if out.Successions == nil {
		out.Successions = []Succession{}
	}
	return form.Encode(gazetteerFormat, out)
}
