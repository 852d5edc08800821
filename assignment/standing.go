package assignment

import "github.com/giupxa/giupxa/assignment/org"

// Standing is an assignment as it stands by the units and bodies that exist: one entry for
// each confirmed target ([Policy.Targets]), on the days of that unit and of the leader's
// body, the earliest first; none where no day is left. It is what plans are judged
// against: what a commune or a body that ended makes impossible is not owed.
//
// The first keeps the id of the assignment. One that goes on for a successor is an
// assignment of its own, "a1@2025-07-01", and owes plans of its own. No text says whether
// an assignment outlives the leader's body, so the zero Body, which exists on all days,
// leaves it out of account.
func (p Policy) Standing(a Assignment, body org.Body, g org.Gazetteer) []Assignment {
	var list []Assignment
	for _, t := range p.Targets(a, g) {
		days, left := t.Span.Intersect(body.Span)
		if !t.Confirmed || !left {
			continue
		}
		s := a
		s.Commune, s.Span = t.Unit.Code, days
		if len(t.Via) > 0 {
			s.ID, s.Replaces = a.ID+"@"+t.Span.From.String(), ""
		}
		switch {
		case days.To == a.Span.To:
		case days.To == t.Unit.Span.To:
			s.End = EndUnitMerged
		default:
			s.End = EndBodyCeased
		}
		list = append(list, s)
	}
	return list
}
