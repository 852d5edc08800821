package assignment

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Leader is a head or deputy head of a body, assigned to help a commune (lãnh đạo
// được phân công giúp đỡ xã). It is not a leader of the commune. ID is the host's
// key of the person; findings name the post and the body, never the person.
type Leader struct {
	ID        string        `json:"id" validate:"required,max=100"`
	Post      string        `json:"post" validate:"max=200"` // "Giám đốc"
	Body      org.BodyID    `json:"body" validate:"required,max=100"`
	Personnel PersonnelKind `json:"personnel,omitzero"`
}

// Member is a member of an assisting team (thành viên Tổ giúp việc).
type Member struct {
	ID   string `json:"id" validate:"required,max=100"`
	Post string `json:"post" validate:"max=200"`
}

// Assignment says that a leader helps a commune in a role for a span of days.
type Assignment struct {
	ID      string       `json:"id" validate:"required,max=100"`
	Leader  string       `json:"leader" validate:"required,max=100"`
	Commune org.UnitCode `json:"commune" validate:"required,max=16"`
	Role    Role         `json:"role,omitzero"` // zero: Helper
	Span    rule.Span    `json:"span,omitzero"`
	End     EndReason    `json:"end,omitzero"`
	// Decision is the document that assigns.
	Decision rule.Source `json:"decision,omitzero"`
	// Replaces is the commune that the decision says the leader leaves for this one.
	Replaces org.UnitCode `json:"replaces,omitempty"`
	// Team is the leader's assisting team (Tổ giúp việc) for this commune.
	Team []Member `json:"team,omitempty" validate:"dive"`
}

// Entries is what a roster is made of: the input record of [NewRoster].
type Entries struct {
	Leaders     []Leader     `json:"leaders" validate:"dive"`
	Assignments []Assignment `json:"assignments" validate:"dive"`
}

const rosterFormat = "giupxa.roster/1"

// Roster is all assignments of a province: many leaders to a commune and many
// communes to a leader. It is immutable; its zero value holds none.
type Roster struct {
	entries     Entries
	leaders     map[string]int
	assignments map[string]int
}

// NewRoster checks the entries and reports every fault of form as
// [rule.Findings]: an id given twice, an unknown leader, a span that is none,
// two assignments of the same leader, commune and role that overlap.
func NewRoster(e Entries) (Roster, error) {
	r := Roster{
		entries:     Entries{slices.Clone(e.Leaders), slices.Clone(e.Assignments)},
		leaders:     make(map[string]int, len(e.Leaders)),
		assignments: make(map[string]int, len(e.Assignments)),
	}
	var found rule.Findings
	report := func(c rule.Code, at rule.Path, args ...rule.Arg) { found = append(found, table.Broken(c, at, args...)) }
	for i, l := range e.Leaders {
		at := rule.Path("leaders").Index(i)
		if _, twice := r.leaders[l.ID]; twice {
			report(ErrRepeatedID, at.Key("id"), rule.A("id", l.ID))
			continue
		}
		r.leaders[l.ID] = i
	}
	for i, a := range e.Assignments {
		at := rule.Path("assignments").Index(i)
		if _, twice := r.assignments[a.ID]; twice {
			report(ErrRepeatedID, at.Key("id"), rule.A("id", a.ID))
		} else {
			r.assignments[a.ID] = i
		}
		if _, known := r.leaders[a.Leader]; !known {
			report(ErrUnknownLeader, at.Key("leader"), rule.A("id", a.Leader))
		}
		if err := a.Span.Check(); err != nil || a.Span.From.IsZero() {
			report(ErrSpan, at.Key("span"), rule.A("span", a.Span))
			continue
		}
		for _, b := range e.Assignments[:i] {
			if a.Leader == b.Leader && a.Commune == b.Commune && a.Role == b.Role && a.Span.Overlaps(b.Span) {
				report(ErrOverlap, at.Key("span"), rule.A("id", b.ID), rule.A("span", b.Span))
			}
		}
	}
	return r, found.Err()
}

// UnmarshalJSON reads the entries and checks them as NewRoster does; every fault
// is reported with its path.
func (r *Roster) UnmarshalJSON(data []byte) error {
	var e Entries
	if err := form.Decode(data, rosterFormat, &e); err != nil {
		return err
	}
	read, err := NewRoster(e)
	if err != nil {
		return err
	}
	*r = read
	return nil
}

// MarshalJSON writes the entries.
func (r Roster) MarshalJSON() ([]byte, error) { return form.Encode(rosterFormat, r.entries) }

// Leader looks a leader up by id.
func (r Roster) Leader(id string) (Leader, bool) {
	i, ok := r.leaders[id]
	if !ok {
		return Leader{}, false
	}
	return r.entries.Leaders[i], true
}

// Assignment looks an assignment up by id.
func (r Roster) Assignment(id string) (Assignment, bool) {
	i, ok := r.assignments[id]
	if !ok {
		return Assignment{}, false
	}
	return r.entries.Assignments[i], true
}

// Assignments lists all assignments in the order given; the caller may change
// the list.
func (r Roster) Assignments() []Assignment { return slices.Clone(r.entries.Assignments) }

// Leaders lists all leaders in the order given; the caller may change the list.
func (r Roster) Leaders() []Leader { return slices.Clone(r.entries.Leaders) }

// Helping lists the assignments to a commune that are active on a day, of any
// role, in the order given.
func (r Roster) Helping(commune org.UnitCode, on civil.Date) []Assignment {
	var active []Assignment
	for _, a := range r.entries.Assignments {
		if a.Commune == commune && a.Span.Contains(on) {
			active = append(active, a)
		}
	}
	return active
}

// HelpedBy lists the assignments of a leader that are active on a day.
func (r Roster) HelpedBy(leader string, on civil.Date) []Assignment {
	var active []Assignment
	for _, a := range r.entries.Assignments {
		if a.Leader == leader && a.Span.Contains(on) {
			active = append(active, a)
		}
	}
	return active
}
