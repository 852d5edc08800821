package plan

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Standings are the documents that the assignments of a roster owe by a day, in the order of the
// changes: the plan of the period and those of the years up to the one of the day, each where it
// stands by the facts of the register. It is Overdue only where the register is complete through the
// last timely day; Open where the text has no date; Unknown where the register does not
// reach. The changes are those of [assignment.Roster.Changes]. What begins after the day is not
// owed yet.
func (m Mandate) Standings(changes []assignment.Change, r duty.Register, on civil.Date) []duty.Standing {
	var list []duty.Standing
	for i := range changes {
		list = append(list, m.standings(&changes[i], &r, on)...)
	}
	return list
}

// Missing are the standings that no fact discharged.
func (m Mandate) Missing(changes []assignment.Change, r duty.Register, on civil.Date) []duty.Standing {
	return slices.DeleteFunc(m.Standings(changes, r, on), func(s duty.Standing) bool { return s.Done })
}

func (m *Mandate) standings(c *assignment.Change, r *duty.Register, on civil.Date) []duty.Standing {
	if c.Assignment.Span.From.After(on) {
		return nil
	}
	var list []duty.Standing
	for _, due := range m.Owed(*c) {
		if due.Object.Year > on.Year && (due.Latest.IsZero() || due.Latest.After(on)) {
			continue // of a year to come
		}
		list = append(list, due.Status(*r, on))
	}
	return list
}

// Punctuality counts documents by what became of them.
type Punctuality struct {
	InTime    int `json:"inTime"`
	Late      int `json:"late"`
	NotSent   int `json:"notSent"`   // past the last timely day
	NotJudged int `json:"notJudged"` // without a date, not due yet, or not known
}

// PunctualityOf counts standings.
func PunctualityOf(standings []duty.Standing) Punctuality {
	var p Punctuality
	for _, s := range standings {
		switch {
		case s.Due.Latest.IsZero():
			p.NotJudged++ // nothing can be in time or late
		case s.Status == duty.Fulfilled:
			p.InTime++
		case s.Status == duty.FulfilledLate:
			p.Late++
		case s.Status == duty.Overdue, s.Status == duty.Breached:
			p.NotSent++
		default:
			p.NotJudged++
		}
	}
	return p
}

// Share is the part in time of those that were judged; not known where none was.
func (p Punctuality) Share() rule.Fraction {
	return rule.Ratio(int64(p.InTime), int64(p.InTime+p.Late+p.NotSent))
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
		for _, s := range m.standings(&changes[i], &r, on) {
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
