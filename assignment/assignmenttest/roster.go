package assignmenttest

import (
	"encoding/json"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// edges are the days before, on and after each end of every assignment.
func edges(list []assignment.Assignment) []civil.Date {
	seen := map[civil.Date]bool{}
	var days []civil.Date
	add := func(d civil.Date) {
		if d.IsValid() && !seen[d] {
			seen[d] = true
			days = append(days, d)
		}
	}
	for _, a := range list {
		for _, end := range []civil.Date{a.Span.From, a.Span.To} {
			if end.IsValid() {
				add(end.AddDays(-1))
				add(end)
				add(end.AddDays(1))
			}
		}
	}
	return days
}

// assignments is what is asked of a roster.
type assignments interface {
	Assignments() []assignment.Assignment
	Leaders() []assignment.Leader
	Assignment(id string) (assignment.Assignment, bool)
	Leader(id string) (assignment.Leader, bool)
	Helping(commune org.UnitCode, on civil.Date) ([]assignment.Assignment, error)
	HelpedBy(leader string, on civil.Date) ([]assignment.Assignment, error)
	Changes(previous assignment.Roster, c assignment.Comparison) ([]assignment.Change, error)
}

// rosterFaults asks r; itself is the same roster, against which it is held.
func rosterFaults(r assignments, itself assignment.Roster) []error {
	var f faults
	list := r.Assignments()
	communes, leaders := map[org.UnitCode]bool{}, r.Leaders()
	for _, a := range list {
		communes[a.Commune] = true
		if got, ok := r.Assignment(a.ID); !ok || got.ID != a.ID {
			f.addf("the assignment %s is not found by its id", a.ID)
		}
		if _, ok := r.Leader(a.Leader); !ok {
			f.addf("the assignment %s has no leader", a.ID)
		}
	}
	for _, day := range edges(list) {
		byCommune, byLeader := map[string]bool{}, map[string]bool{}
		for c := range communes {
			list, err := r.Helping(c, day)
			f.active(byCommune, list, err, day)
		}
		for _, l := range leaders {
			list, err := r.HelpedBy(l.ID, day)
			f.active(byLeader, list, err, day)
		}
		for _, a := range list {
			if in := a.Span.Contains(day); byCommune[a.ID] != in || byLeader[a.ID] != in {
				f.addf("on %s the assignment %s is active: %t; asked by commune %t, by leader %t", day, a.ID, in, byCommune[a.ID], byLeader[a.ID])
			}
		}
		f.itself(r, itself, day)
	}
	f.roundTrip(r, new(assignment.Roster))
	return f
}

type post struct {
	leader  string
	commune org.UnitCode
	role    assignment.Role
}

// active notes assignments and reports a commune held twice in one role.
func (f *faults) active(seen map[string]bool, list []assignment.Assignment, err error, day civil.Date) {
	if err != nil {
		f.addf("asked of %s: %w", day, err)
	}
	held := map[post]bool{}
	for _, a := range list {
		p := post{a.Leader, a.Commune, a.Role}
		if held[p] {
			f.addf("on %s a leader holds %s twice in one role (%s)", day, a.Commune, a.ID)
		}
		held[p], seen[a.ID] = true, true
	}
}

// itself holds the roster against itself: whoever was there the day before
// continues, and only what ended that day has ended.
func (f *faults) itself(r assignments, itself assignment.Roster, day civil.Date) {
	eve := day.AddDays(-1)
	changes, err := r.Changes(itself, assignment.Comparison{On: day, Last: eve})
	if err != nil {
		f.addf("on %s: %w", day, err)
	}
	for _, c := range changes {
		a := c.Assignment
		lived := a.Span.Contains(eve)
		switch {
		case c.Kind == assignment.Ended && (!lived || a.Span.Contains(day) || c.On != eve):
			f.addf("on %s the assignment %s is said to have ended on %s", day, a.ID, c.On)
		case c.Kind != assignment.Ended && c.Kind != assignment.Continuing && lived:
			f.addf("on %s the assignment %s is said to be %s, and was there the day before", day, a.ID, c.Kind)
		}
	}
}

func rosterCase(r assignment.Roster) ruletest.Judge {
	return func(data json.RawMessage) (any, rule.Findings, error) {
		var in struct {
			Commune org.UnitCode `json:"commune"`
			Leader  string       `json:"leader"`
			On      civil.Date   `json:"on,omitzero" validate:"required"`
		}
		if err := form.Decode(data, "", &in); err != nil {
			return nil, nil, err
		}
		leaders, communes := []string{}, []org.UnitCode{}
		helping, err := r.Helping(in.Commune, in.On)
		for _, a := range helping {
			leaders = append(leaders, a.Leader)
		}
		helped, _ := r.HelpedBy(in.Leader, in.On)
		for _, a := range helped {
			communes = append(communes, a.Commune)
		}
		return map[string]any{"leaders": leaders, "communes": communes}, nil, err
	}
}
