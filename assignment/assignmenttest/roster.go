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

// edges are the days before, on and after each end of an assignment.
func edges(a assignment.Assignment) []civil.Date {
	var days []civil.Date
	for _, end := range []civil.Date{a.Span.From, a.Span.To} {
		if end.IsValid() {
			days = append(days, end.AddDays(-1), end, end.AddDays(1))
		}
	}
	return days
}

// mostDays bounds the days on which a roster is held against itself.
const mostDays = 400

// assignments is what is asked of a roster.
type assignments interface {
	Assignments() []assignment.Assignment
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
	days := map[civil.Date]bool{}
	byCommune, byLeader := map[asked]map[string]bool{}, map[asked]map[string]bool{}
	for _, a := range list {
		if got, ok := r.Assignment(a.ID); !ok || got.ID != a.ID {
			f.addf("the assignment %s is not found by its id", a.ID)
		}
		if _, ok := r.Leader(a.Leader); !ok {
			f.addf("the assignment %s has no leader", a.ID)
		}
		for _, day := range edges(a) {
			commune, leader := asked{string(a.Commune), day}, asked{a.Leader, day}
			if byCommune[commune] == nil {
				list, err := r.Helping(a.Commune, day)
				byCommune[commune] = f.active(list, err, day, func(x assignment.Assignment) bool { return x.Commune == a.Commune })
			}
			if byLeader[leader] == nil {
				list, err := r.HelpedBy(a.Leader, day)
				byLeader[leader] = f.active(list, err, day, func(x assignment.Assignment) bool { return x.Leader == a.Leader })
			}
			in := a.Span.Contains(day)
			if inC, inL := byCommune[commune][a.ID], byLeader[leader][a.ID]; inC != in || inL != in {
				f.addf("on %s the assignment %s is active: %t; asked by commune %t, by leader %t", day, a.ID, in, inC, inL)
			}
			if !days[day] && len(days) < mostDays {
				days[day] = true
				f.itself(r, itself, day)
			}
		}
	}
	f.roundTrip(r, new(assignment.Roster))
	return f
}

// asked is a commune or a leader on a day.
type asked struct {
	id  string
	day civil.Date
}

type post struct {
	leader  string
	commune org.UnitCode
	role    assignment.Role
}

// active gives the ids of a list and reports a commune held twice in one role, and an
// assignment that was not asked for.
func (f *faults) active(list []assignment.Assignment, err error, day civil.Date, fits func(assignment.Assignment) bool) map[string]bool {
	if err != nil {
		f.addf("asked of %s: %w", day, err)
	}
	held, ids := map[post]bool{}, map[string]bool{}
	for _, a := range list {
		p := post{a.Leader, a.Commune, a.Role}
		if held[p] {
			f.addf("on %s a leader holds %s twice in one role (%s)", day, a.Commune, a.ID)
		}
		if !fits(a) {
			f.addf("on %s the assignment %s was not asked for", day, a.ID)
		}
		held[p], ids[a.ID] = true, true
	}
	return ids
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
