package plan

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Missing lists the documents that the assignments of a roster owe by a day and that no fact
// of the register discharged, in the order of the changes: the plan of the period and those
// of the years up to the one of the day. What each is worth is its Status: Overdue only where the register is
// complete through the last timely day; Open where the text has no date; Unknown where the
// register does not reach. The changes are those of [assignment.Roster.Changes].
func (m Mandate) Missing(changes []assignment.Change, r duty.Register, on civil.Date) []duty.Standing {
	var list []duty.Standing
	for i := range changes {
		for s := range m.missing(&changes[i], &r, on) {
			list = append(list, s)
		}
	}
	return list
}

func (m *Mandate) missing(c *assignment.Change, r *duty.Register, on civil.Date) func(func(duty.Standing) bool) {
	return func(yield func(duty.Standing) bool) {
		if c.Assignment.Span.From.After(on) {
			return // nothing is owed yet
		}
		for _, due := range m.Owed(*c) {
			later := due.Object.Year > on.Year && (due.Latest.IsZero() || due.Latest.After(on))
			if s := due.Status(*r, on); !later && !s.Done && !yield(s) {
				return
			}
		}
	}
}

// CheckMissing says what is broken of what is missing: the leader who keeps the commune and
// did not review the plan, and the one who is new to it and built none, by the day that the text
// sets. Where the register does not reach that day it is Undecided. Paths lie in the list of
// changes.
func (m Mandate) CheckMissing(changes []assignment.Change, r duty.Register, on civil.Date) rule.Findings {
	j := m.judge(m.period())
	for i := range changes {
		code, id := ErrNotBuilt, duty.BuildPlans
		if changes[i].Kind == assignment.Continuing {
			code, id = ErrNotReviewed, duty.ReviewPlan
		}
		for s := range m.missing(&changes[i], &r, on) {
			kind := rule.Undecided
			switch {
			case s.Due.Origin != rule.OriginText || !m.demands(id):
				continue // no date of the text
			case s.Status == duty.Overdue:
				kind = rule.Broken
			case s.Status != duty.Unknown:
				continue
			}
			j.Report(kind, code, rule.Path("changes").Index(i).Key("assignment"),
				rule.A("time", m.time(s.Due.Object.Year)), rule.A("to", s.Due.To), rule.A("latest", s.Due.Latest))
		}
	}
	return j.Findings()
}
