package assignment

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// ChangeKind is how an assignment stands to the previous roster. The zero value
// is invalid. Which plans are owed depends on it.
type ChangeKind uint8

// The kinds of change, per leader and commune.
const (
	_          ChangeKind = iota
	Continuing            // the leader keeps the commune
	New                   // the leader had no commune before
	Moved                 // the decision gives this commune in place of another
	Added                 // the leader had another commune, and no decision says that this one takes its place
	Ended                 // the leader no longer has the commune
)

var changeKinds = rule.NewEnum[ChangeKind]("kind of change", rule.Word{},
	rule.Word{Code: "continuing", Vi: "không thay đổi xã", En: "continuing"},
	rule.Word{Code: "new", Vi: "mới được phân công", En: "new"},
	rule.Word{Code: "moved", Vi: "điều chỉnh xã", En: "moved"},
	rule.Word{Code: "added", Vi: "được giao thêm xã", En: "added"},
	rule.Word{Code: "ended", Vi: "thôi giúp đỡ xã", En: "ended"},
)

// Change is one leader and commune in the light of the previous roster.
type Change struct {
	Kind    ChangeKind   `json:"kind"`
	Leader  string       `json:"leader"`
	Commune org.UnitCode `json:"commune"`
	// Assignment is the one in the new roster; for Ended, the one that ended.
	Assignment Assignment `json:"assignment"`
	// On is the day of the change: the first day of the assignment, or for Ended its last.
	On civil.Date `json:"on,omitzero"`
	// Before are the ids of the earlier assignments that a Continuing one carries on, the
	// earliest first: those of the same leader (by post: of the same post), commune and
	// role, of either roster, without a day between them, fifty at most. What was done
	// under them is done: a plan that the post sent already is not owed anew.
	Before []string `json:"before,omitempty"`
}

// Key says by what a leader of one roster is found again in another.
type Key uint8

// The keys.
const (
	ByPerson Key = iota // the id of the leader: a successor at the same post is New
	ByPost              // body and post: a successor at the same post keeps the commune
)

var keys = rule.NewEnum[Key]("key of a leader",
	rule.Word{Code: "person", Vi: "theo người", En: "by person"},
	rule.Word{Code: "post", Vi: "theo chức vụ", En: "by post"},
)

// Comparison says how two rosters are compared.
type Comparison struct {
	// On is the first day on which the new roster speaks, that of the decision.
	On civil.Date
	// Last is the day on which the previous roster is read. Zero is the last day
	// before On on which it holds any assignment, so that assignments which ran out
	// with their period are still those that a leader keeps.
	Last civil.Date
	// Key is the person by default. A leader without a post is always found by the
	// person.
	Key Key
	// Units tell whether a code names the same unit on both days: 02782 is one xã on
	// 30/6/2025 and another on 1/7/2025, so nobody continues there. Without them,
	// or for a code that they do not hold, the code is the commune.
	Units org.Gazetteer
}

// Changes compares the roster with the one before it. It gives one change for
// each assignment that is active on c.On or begins later, in the order of this
// roster, and then one Ended for each assignment of the previous roster, read on
// c.Last, whose leader does not have the commune on c.On. Roles are compared
// apart: who sponsored a commune and now helps it is New as its helper.
//
// An assignment that begins on or before c.On is held against the previous
// roster, a later one against this roster on the day before it begins. It is
//
//   - Continuing, where the leader had the commune then;
//   - Moved, where its decision names the commune it replaces ([Assignment.Replaces]);
//   - New, where the leader had no commune then;
//   - Added otherwise, even where another commune of the leader ended on the same
//     day: only the words of a decision say that one commune takes another's place.
//
// An end within this roster is in the span of the assignment; comparing the
// roster with itself on the next day lists it. A commune is its code: across a
// day on which codes were given anew the host says whether it is the same unit.
// The error is [rule.ErrNotADay].
func (r Roster) Changes(previous Roster, c Comparison) ([]Change, error) {
	if err := rule.CheckDay(c.On); err != nil {
		return nil, err
	}
	if err := rule.CheckDay(c.Last); err != nil && !c.Last.IsZero() {
		return nil, err
	}
	if c.Last.IsZero() {
		c.Last = previous.lastBefore(c.On)
	}
	before, now := previous.holdings(c), r.holdings(c)
	past := history{c: c, held: map[tenure][]*Assignment{}}
	past.add(&previous)
	past.add(&r)
	var changes []Change
	for i := range r.entries.Assignments {
		a := &r.entries.Assignments[i]
		if !a.Span.To.IsZero() && a.Span.To.Before(c.On) {
			continue
		}
		had, start, last := before, c.On, c.Last
		if a.Span.From.After(c.On) {
			had, start, last = now, a.Span.From, a.Span.From.AddDays(-1)
		}
		key := r.keyOf(a, c.Key)
		change := Change{Kind: had.kind(key, a, last, start), Leader: a.Leader, Commune: a.Commune, Assignment: a.clone(), On: a.Span.From}
		if change.Kind == Continuing {
			change.Before = past.before(key, a, start, last)
		}
		changes = append(changes, change)
	}
	for i := range previous.entries.Assignments {
		a := &previous.entries.Assignments[i]
		if !a.Span.Contains(c.Last) || now.has(tenure{previous.keyOf(a, c.Key), a.Commune}, c.On, c.Last) {
			continue
		}
		last := a.Span.To
		if last.IsZero() || !last.Before(c.On) {
			last = c.On.AddDays(-1)
		}
		changes = append(changes, Change{Kind: Ended, Leader: a.Leader, Commune: a.Commune, Assignment: a.clone(), On: last})
	}
	return changes, nil
}

// tenure is a commune that a leader or a post has in a role.
type tenure struct {
	leaderKey
	commune org.UnitCode
}

// history is all assignments of two rosters by tenure.
type history struct {
	c      Comparison
	held   map[tenure][]*Assignment
	sorted map[tenure]bool
}

func (h *history) add(r *Roster) {
	for i := range r.entries.Assignments {
		a := &r.entries.Assignments[i]
		t := tenure{r.keyOf(a, h.c.Key), a.Commune}
		h.held[t] = append(h.held[t], a)
	}
}

// mostBefore bounds how far back a change looks, so that a long chain of changes stays
// linear.
const mostBefore = 50

// before lists the assignments that one carries on: those that go up to it, or to the
// day on which the previous roster is read, and those that go up to them.
func (h *history) before(k leaderKey, a *Assignment, start, last civil.Date) []string {
	t := tenure{k, a.Commune}
	list := h.held[t]
	if !h.sorted[t] {
		slices.SortStableFunc(list, func(x, y *Assignment) int { return y.Span.From.Compare(x.Span.From) })
		if h.sorted == nil {
			h.sorted = map[tenure]bool{}
		}
		h.sorted[t] = true
	}
	eve := a.Span.From.AddDays(-1)
	if last.Before(eve) {
		eve = last
	}
	seen := map[string]bool{a.ID: true}
	var ids []string
	i, _ := slices.BinarySearchFunc(list, a.Span.From, func(o *Assignment, day civil.Date) int {
		if o.Span.From.Before(day) {
			return 1
		}
		return -1
	})
	for _, o := range list[i:min(len(list), i+2*mostBefore)] { // each may stand in both rosters
		if len(ids) == mostBefore || seen[o.ID] || !o.Span.To.IsZero() && o.Span.To.Before(eve) {
			continue
		}
		day := eve
		if o.Span.From.After(eve) {
			day = o.Span.From
		}
		if !sameUnit(h.c.Units, a.Commune, day, start) {
			break
		}
		seen[o.ID] = true
		ids = append(ids, o.ID)
		if o.Span.From.AddDays(-1).Before(eve) {
			eve = o.Span.From.AddDays(-1)
		}
	}
	slices.Reverse(ids)
	return ids
}

// sameUnit reports whether a code names one unit on two days, as far as is known.
func sameUnit(g org.Gazetteer, code org.UnitCode, day, other civil.Date) bool {
	then, ok := g.At(code, day)
	now, also := g.At(code, other)
	return !ok || !also || then.Span == now.Span
}

// lastBefore is the last day before another on which the roster holds any
// assignment; the day before where it holds none.
func (r Roster) lastBefore(day civil.Date) civil.Date {
	eve := day.AddDays(-1)
	var last civil.Date
	for i := range r.entries.Assignments {
		a := &r.entries.Assignments[i]
		switch {
		case a.Span.From.After(eve):
		case a.Span.Contains(eve):
			return eve
		case a.Span.To.After(last):
			last = a.Span.To
		}
	}
	if last.IsZero() {
		return eve
	}
	return last
}

// leaderKey finds a leader again in another roster, in one role.
type leaderKey struct {
	person string
	body   org.BodyID
	post   string
	role   Role
}

func (r *Roster) keyOf(a *Assignment, k Key) leaderKey {
	if k == ByPost {
		if l, ok := r.Leader(a.Leader); ok && !rule.Blank(l.Post) {
			return leaderKey{body: l.Body, post: rule.Fold(l.Post), role: a.Role}
		}
	}
	return leaderKey{person: a.Leader, role: a.Role}
}

// holdings are the days on which each leader has each commune, and any.
type holdings struct {
	units org.Gazetteer
	one   map[tenure]*taken
	some  map[leaderKey]*taken
}

func (r *Roster) holdings(c Comparison) holdings {
	list := r.entries.Assignments
	keys := make([]leaderKey, len(list))
	for i := range list {
		keys[i] = r.keyOf(&list[i], c.Key)
	}
	one, _ := settled(len(list), func(i int) (tenure, rule.Span, string, bool) {
		return tenure{keys[i], list[i].Commune}, list[i].Span, "the leader", true
	})
	some, _ := settled(len(list), func(i int) (leaderKey, rule.Span, string, bool) { return keys[i], list[i].Span, "the leader", true })
	return holdings{c.Units, one, some}
}

// has reports whether the leader has, on a day, the unit that bears the code on another.
func (h holdings) has(t tenure, day, other civil.Date) bool {
	_, has := h.one[t].on(day)
	return has && sameUnit(h.units, t.commune, day, other)
}

// kind says how an assignment that starts on a day stands to what was held on the last
// day before it.
func (h holdings) kind(k leaderKey, a *Assignment, last, start civil.Date) ChangeKind {
	if h.has(tenure{k, a.Commune}, last, start) {
		return Continuing
	}
	if a.Replaces != "" {
		return Moved
	}
	if _, had := h.some[k].on(last); had {
		return Added
	}
	return New
}
