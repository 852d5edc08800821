package assignment

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// headingOf is the criterion above an indicator: "17" of "17.1".
func headingOf(indicator string) (string, bool) {
	i := strings.LastIndexByte(indicator, '.')
	if i < 0 {
		return "", false
	}
	return indicator[:i], true
}

// TargetMerged is what becomes of an assignment whose commune ceased to exist.
// No text says it.
type TargetMerged uint8

// The choices.
const (
	Flag            TargetMerged = iota // it is reported with its successors, which are candidates
	FollowSuccessor                     // the assignment goes on for the unit into which the commune merged whole
)

var targetMerged = rule.NewEnum[TargetMerged]("choice on merged communes",
	rule.Word{Code: "flag", Vi: "chỉ nêu", En: "flagged"},
	rule.Word{Code: "follow-successor", Vi: "theo đơn vị kế tiếp", En: "follows the successor"},
)

// Target is one unit that an assignment reaches, and the days on which it does. A unit
// that became of another kind on the way is one target for each kind.
type Target struct {
	Assignment Assignment `json:"assignment"`
	Unit       org.Unit   `json:"unit"` // as of the first day of the span
	Span       rule.Span  `json:"span,omitzero"`
	// Via are the successions from the commune of the decision; none for itself.
	Via []org.Succession `json:"via,omitempty"`
	// Part is set where only a part of a unit went over on the way.
	Part bool `json:"part,omitempty"`
	// Confirmed is set for the commune of the decision and for a successor that the
	// policy follows, on the days on which the policy allows a unit of its kind. An
	// unconfirmed target is a candidate until a decision says more.
	Confirmed bool `json:"confirmed"`
}

// Targets lists the units that an assignment reaches: the commune of its decision
// as long as it existed, then the units into which it merged, the earliest first.
// A commune that the gazetteer does not know on the first day of the assignment
// is taken at its word.
func (p Policy) Targets(a Assignment, g org.Gazetteer) []Target {
	reached := p.targets(&a, &g, targetsAll, nil)
	list := make([]Target, len(reached))
	for i, t := range reached {
		list[i] = t.Target
		list[i].Assignment = a.clone()
	}
	return list
}

// target is one that was followed where the policy follows so far, of whatever kind.
type target struct {
	Target
	followed bool
}

// extent is how far the targets of an assignment are sought.
type extent uint8

const (
	targetsAll      extent = iota
	targetsFollowed        // not beyond the first units that the policy does not follow
)

// targets lists the units that an assignment reaches; with a way, only those on it.
func (p Policy) targets(a *Assignment, g *org.Gazetteer, far extent, way map[identity]bool) []target {
	u, ok := g.At(a.Commune, a.Span.From)
	if !ok {
		return []target{{Target{Unit: org.Unit{Code: a.Commune}, Span: a.Span, Confirmed: true}, true}}
	}
	w := targets{p: p, g: g, a: a, far: far, way: way, seen: map[reached]part{}}
	w.reach(u, a.Span.From, nil, false, true)
	slices.SortStableFunc(w.list, func(x, y target) int { return x.Span.From.Compare(y.Span.From) })
	return w.list
}

type targets struct {
	p    Policy
	g    *org.Gazetteer
	a    *Assignment
	far  extent
	way  map[identity]bool
	list []target
	seen map[reached]part
}

// identity is what makes a unit the same: its code and its days.
type identity struct {
	code   org.UnitCode
	exists rule.Span
}

// reached is a unit and the days on which it is reached.
type reached struct {
	identity
	span rule.Span
}

// part is the targets of a list that one unit gave.
type part struct{ from, to int }

// reach notes a unit from a day on and goes on to what it became. The days rise,
// so it ends; a unit is gone through again only where a way that the policy follows
// comes to it after one that it does not.
func (w *targets) reach(u org.Unit, from civil.Date, via []org.Succession, cut, followed bool) {
	span, ok := rule.Span{From: from, To: w.a.Span.To}.Intersect(rule.Span{To: u.Span.To})
	key := reached{identity{u.Code, u.Span}, span}
	if !ok || w.way != nil && !w.way[key.identity] {
		return
	}
	mine, again := w.seen[key]
	switch {
	case !again:
		mine.from = len(w.list)
		for days, as := range w.g.Kinds(u.Code, span) {
			w.list = append(w.list, target{Target: Target{Unit: as, Span: days}})
		}
		mine.to = len(w.list)
		w.seen[key] = mine
	case !followed || w.list[mine.from].followed:
		return
	}
	for i := range w.list[mine.from:mine.to] {
		t := &w.list[mine.from+i]
		t.Via, t.Part, t.followed = via, cut, followed
		t.Confirmed = followed && w.p.allows(t.Unit.Kind)
	}
	if u.Span.To.IsZero() || span.To != u.Span.To || span.To == w.a.Span.To || !followed && w.far == targetsFollowed {
		return
	}
	next := u.Span.To.AddDays(1)
	heirs := w.g.Successors(u.Code, u.Span.To, next)
	whole := 0
	for _, k := range heirs {
		if !k.Part {
			whole++
		}
	}
	if len(heirs) > 1 {
		via = slices.Clip(via) // each goes a way of its own
	}
	for _, k := range heirs {
		// What went over whole went to one unit: of two no one can say which.
		w.reach(k.Unit, next, append(via, k.Via...), cut || k.Part,
			followed && !k.Part && whole == 1 && w.p.OnTargetMerged == FollowSuccessor)
	}
}

// allows reports whether the policy lets a unit of a kind be a target.
func (p Policy) allows(k org.UnitKind) bool { return !p.OnlyCommunes || k == org.KindCommune }

// Helping lists who helps a unit on a day by the units of a gazetteer, in the
// order of the roster: confirmed targets and candidates alike, told apart by
// [Target.Confirmed]. Each has the unit as of the first day of its span. The error is
// [rule.ErrNotADay].
func (p Policy) Helping(r Roster, g org.Gazetteer, commune org.UnitCode, on civil.Date) ([]Target, error) {
	if err := rule.CheckDay(on); err != nil {
		return nil, err
	}
	// Only an assignment to the unit itself or to one of which it was made reaches it, and
	// only over those.
	commune = rule.Normal(commune)
	codes, way, reaching := map[org.UnitCode]bool{}, map[identity]bool{}, []int(nil)
	from := func(code org.UnitCode) {
		if !codes[code] {
			codes[code] = true
			reaching = append(reaching, r.byCommune[code]...)
		}
	}
	from(commune)
	for u := range g.Origins(commune, on) {
		way[identity{u.Code, u.Span}] = true
		from(u.Code)
	}
	slices.Sort(reaching)
	var list []Target
	for _, i := range reaching {
		a := &r.entries.Assignments[i]
		if !a.Span.Contains(on) {
			continue
		}
		for _, t := range p.targets(a, &g, targetsAll, way) {
			if t.Unit.Code == commune && t.Span.Contains(on) {
				t.Assignment = a.clone()
				list = append(list, t.Target)
			}
		}
	}
	return list, nil
}

// Uncovered lists the communes (xã) that exist on a day and that no leader helps,
// in the order of the gazetteer. No text says that every commune must have one. The
// error is [rule.ErrNotADay].
func (p Policy) Uncovered(r Roster, g org.Gazetteer, on civil.Date) ([]org.Unit, error) {
	if err := rule.CheckDay(on); err != nil {
		return nil, err
	}
	covered := map[org.UnitCode]bool{}
	for i := range r.entries.Assignments {
		a := &r.entries.Assignments[i]
		if a.Role != Helper || !a.Span.Contains(on) {
			continue
		}
		for _, t := range p.targets(a, &g, targetsFollowed, nil) {
			if t.Confirmed && t.Span.Contains(on) {
				covered[t.Unit.Code] = true
			}
		}
	}
	var list []org.Unit
	for u := range g.Units() {
		if !u.Span.Contains(on) || covered[u.Code] {
			continue
		}
		if u = u.On(on); u.Kind == org.KindCommune {
			list = append(list, u)
		}
	}
	return list, nil
}
