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

// Target is one unit that an assignment reaches, and the days on which it does.
type Target struct {
	Assignment Assignment `json:"assignment"`
	Unit       org.Unit   `json:"unit"`
	Span       rule.Span  `json:"span,omitzero"`
	// Via are the successions from the commune of the decision; none for itself.
	Via []org.Succession `json:"via,omitempty"`
	// Part is set where only a part of a unit went over on the way.
	Part bool `json:"part,omitempty"`
	// Confirmed is set for the commune of the decision and for a successor that the
	// policy follows. An unconfirmed target is a candidate until a decision says more.
	Confirmed bool `json:"confirmed"`
}

// Targets lists the units that an assignment reaches: the commune of its decision
// as long as it existed, then the units into which it merged, the earliest first.
// A commune that the gazetteer does not know on the first day of the assignment
// is taken at its word.
func (p Policy) Targets(a Assignment, g org.Gazetteer) []Target {
	w := targets{p: p, g: g, a: a}
	u, ok := g.At(a.Commune, a.Span.From)
	if !ok {
		return []Target{{Assignment: a, Unit: org.Unit{Code: a.Commune}, Span: a.Span, Confirmed: true}}
	}
	w.reach(u, a.Span.From, nil, false, true)
	slices.SortStableFunc(w.list, func(x, y Target) int { return x.Span.From.Compare(y.Span.From) })
	return w.list
}

type targets struct {
	p    Policy
	g    org.Gazetteer
	a    Assignment
	list []Target
}

// reach notes a unit from a day on and goes on to what it became. The days rise,
// so it ends.
func (w *targets) reach(u org.Unit, from civil.Date, via []org.Succession, part, confirmed bool) {
	span, ok := rule.Span{From: from, To: w.a.Span.To}.Intersect(rule.Span{To: u.Span.To})
	if !ok {
		return
	}
	for i := range w.list {
		if t := &w.list[i]; t.Unit.Code == u.Code && t.Unit.Span == u.Span && t.Span == span {
			t.Confirmed = t.Confirmed || confirmed
			return
		}
	}
	w.list = append(w.list, Target{w.a, u, span, via, part, confirmed})
	if u.Span.To.IsZero() || span.To != u.Span.To || span.To == w.a.Span.To {
		return
	}
	next := u.Span.To.AddDays(1)
	for _, k := range w.g.Successors(u.Code, u.Span.To, next) {
		w.reach(k.Unit, next, slices.Concat(via, k.Via), part || k.Part,
			confirmed && !k.Part && w.p.OnTargetMerged == FollowSuccessor)
	}
}

// Helping lists who helps a unit on a day by the units of a gazetteer, in the
// order of the roster: confirmed targets and candidates alike, told apart by
// [Target.Confirmed].
func (p Policy) Helping(r Roster, g org.Gazetteer, commune org.UnitCode, on civil.Date) []Target {
	var list []Target
	for _, a := range r.entries.Assignments {
		if !a.Span.Contains(on) {
			continue
		}
		for _, t := range p.Targets(a, g) {
			if t.Unit.Code == commune && t.Span.Contains(on) {
				list = append(list, t)
			}
		}
	}
	return list
}

// Uncovered lists the communes (xã) that exist on a day and that no leader helps,
// in the order of the gazetteer. No text says that every commune must have one.
func (p Policy) Uncovered(r Roster, g org.Gazetteer, on civil.Date) []org.Unit {
	covered := map[org.UnitCode]bool{}
	for _, a := range r.entries.Assignments {
		if a.Role != Helper || !a.Span.Contains(on) {
			continue
		}
		for _, t := range p.Targets(a, g) {
			if t.Confirmed && t.Span.Contains(on) {
				covered[t.Unit.Code] = true
			}
		}
	}
	var list []org.Unit
	for u := range g.Units() {
		if u.Kind == org.KindCommune && u.Span.Contains(on) && !covered[u.Code] {
			list = append(list, u)
		}
	}
	return list
}
