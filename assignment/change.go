package assignment

import (
	"errors"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// ChangeKind is how an assignment stands to the previous roster. The zero value
// is invalid. The footnote of the dispatch hangs the plans owed on it.
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

// ErrNoDay says that a comparison or a count of days names no day.
var ErrNoDay = errors.New("assignment: no such day")

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
// The error is [ErrNoDay].
func (r Roster) Changes(previous Roster, c Comparison) ([]Change, error) {
	if !c.On.IsValid() || !c.Last.IsZero() && !c.Last.IsValid() {
		return nil, ErrNoDay
	}
	if c.Last.IsZero() {
		c.Last = previous.lastBefore(c.On)
	}
	before := previous.heldOn(c.Last, c)
	var changes []Change
	for _, a := range r.entries.Assignments {
		if !a.Span.To.IsZero() && a.Span.To.Before(c.On) {
			continue
		}
		had, start := before, c.On
		if a.Span.From.After(c.On) {
			start = a.Span.From
			had = r.heldOn(start.AddDays(-1), c)
		}
		kind := had.kind(r.keyOf(a, c.Key), a, start)
		changes = append(changes, Change{kind, a.Leader, a.Commune, a, a.Span.From})
	}
	now := r.heldOn(c.On, c)
	for _, a := range previous.entries.Assignments {
		if !a.Span.Contains(c.Last) || now.has(previous.keyOf(a, c.Key), a.Commune, c.Last) {
			continue
		}
		last := a.Span.To
		if last.IsZero() || !last.Before(c.On) {
			last = c.On.AddDays(-1)
		}
		changes = append(changes, Change{Ended, a.Leader, a.Commune, a, last})
	}
	return changes, nil
}

// lastBefore is the last day before another on which the roster holds any
// assignment; the day before where it holds none.
func (r Roster) lastBefore(day civil.Date) civil.Date {
	eve := day.AddDays(-1)
	var last civil.Date
	for _, a := range r.entries.Assignments {
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

func (r Roster) keyOf(a Assignment, k Key) leaderKey {
	if k == ByPost {
		if l, ok := r.Leader(a.Leader); ok && !rule.Blank(l.Post) {
			return leaderKey{body: l.Body, post: rule.Fold(l.Post), role: a.Role}
		}
	}
	return leaderKey{person: a.Leader, role: a.Role}
}

// holdings are the communes that each leader has on a day.
type holdings struct {
	day      civil.Date
	units    org.Gazetteer
	communes map[leaderKey][]org.UnitCode
}

func (r Roster) heldOn(day civil.Date, c Comparison) holdings {
	h := holdings{day, c.Units, map[leaderKey][]org.UnitCode{}}
	for _, a := range r.entries.Assignments {
		if a.Span.Contains(day) {
			key := r.keyOf(a, c.Key)
			h.communes[key] = append(h.communes[key], a.Commune)
		}
	}
	return h
}

// has reports whether the leader has the unit that bears a code on another day.
func (h holdings) has(k leaderKey, commune org.UnitCode, on civil.Date) bool {
	if !slices.Contains(h.communes[k], commune) {
		return false
	}
	then, ok := h.units.At(commune, h.day)
	other, also := h.units.At(commune, on)
	return !ok || !also || then.Span == other.Span
}

func (h holdings) kind(k leaderKey, a Assignment, on civil.Date) ChangeKind {
	switch {
	case h.has(k, a.Commune, on):
		return Continuing
	case a.Replaces != "":
		return Moved
	case len(h.communes[k]) == 0:
		return New
	default:
		return Added
	}
}
