package assignment

import "github.com/giupxa/giupxa/assignment/org"

// Standing is an assignment as it stands by the units and bodies that exist: one entry for
// each confirmed target ([Policy.Targets]), on the days of that unit and of the leader's
// body, the earliest first; none where no day is left. It is what plans are judged
// against: what a commune or a body that ended makes impossible is not owed.
//
// The entry of the commune of the decision keeps the id of the assignment. One that goes on
// for a successor is an assignment of its own, "a1@2025-07-01", and owes plans of its own.
// No text says whether an assignment outlives the leader's body, so the zero Body, which
// exists on all days, leaves it out of account.
func (p Policy) Standing(a Assignment, body org.Body, g org.Gazetteer) []Assignment {
	var list []Assignment
	via := -1
	for _, t := range p.Targets(a, g) {
		days, left := t.Span.Intersect(body.Span)
		if !t.Confirmed || !left {
			continue
		}
		n := len(list)
		// A commune that only changed its kind goes on.
		goesOn := n > 0 && via == len(t.Via) && list[n-1].Commune == t.Unit.Code && list[n-1].Span.To.AddDays(1) == days.From
		if !goesOn {
			s := t.Assignment
			s.Commune, s.Span.From = t.Unit.Code, days.From
			if len(t.Via) > 0 || n > 0 {
				s.ID, s.Replaces = a.ID+"@"+days.From.String(), ""
			}
			list, via = append(list, s), len(t.Via)
		}
		s := &list[len(list)-1]
		s.Span.To, s.End = days.To, EndNotStated
		switch days.To {
		case a.Span.To:
			s.End = a.End
		case t.Unit.Span.To:
			s.End = EndUnitMerged
		case body.Span.To:
			s.End = EndBodyCeased
		}
	}
	return list
}
