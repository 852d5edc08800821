package visit

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Check judges a visit against the roster and reports everything it has to say:
// where the record contradicts itself, whether the visit lies within an assignment
// of that day, whether it has specific content, and whether the commune was told
// before it began. It judges the record alone: whether a notice that the record
// lacks was given is for the register to say, see [Policy.Owed].
func (p Policy) Check(v Visit, roster assignment.Roster) rule.Findings {
	a, found := assigned(&v, roster)
	found = moments(&v, found)
	content, notice := rule.Findings(nil), rule.Findings(nil)
	if p.bound(&v) {
		content = p.content(&v, nil)
		if v.Start.IsValid() {
			notice = p.notice(&v, a, nil)
		}
	}
	found = append(found, content...)
	if len(content)+len(notice) > 0 && v.Attendance() == ByTeam {
		found = append(found, table.Advice(ErrTeamAlone, "participants"))
	}
	found = append(marks(&v, found), notice...)
	return reported(&v, invitation(&v, a, found))
}

// assigned finds the assignment under which the visit is made.
func assigned(v *Visit, roster assignment.Roster) (assignment.Assignment, rule.Findings) {
	day := v.Start.Date
	if !day.IsValid() {
		a, _ := roster.Assignment(v.Assignment)
		return a, nil // the day is reported as such
	}
	at := rule.Path("assignment")
	switch {
	case v.Assignment != "":
		a, ok := roster.Assignment(v.Assignment)
		if ok && a.Commune == v.Commune && a.Span.Contains(day) && (v.Leader == "" || v.Leader == a.Leader) {
			return a, nil
		}
	case v.Leader != "":
		at = "leader"
		for _, a := range roster.HelpedBy(v.Leader, day) {
			if a.Commune == v.Commune {
				return a, nil
			}
		}
	default:
		return assignment.Assignment{}, rule.Findings{notAssigned(rule.Undecided, at, v)}
	}
	kind := rule.Broken
	if len(roster.Assignments()) == 0 {
		kind = rule.Undecided // a roster that holds nothing says nothing
	}
	return assignment.Assignment{}, rule.Findings{notAssigned(kind, at, v)}
}

func notAssigned(k rule.Kind, at rule.Path, v *Visit) rule.Finding {
	return table.Finding(k, ErrNotAssigned, at, rule.A("commune", string(v.Commune)), rule.A("day", v.Start.Date))
}

// leader is the id of the visit's leader.
func (v *Visit) leader(a assignment.Assignment) string {
	if v.Leader != "" {
		return v.Leader
	}
	return a.Leader
}

// moments judges when the visit begins and ends.
func moments(v *Visit, found rule.Findings) rule.Findings {
	if v.Start.IsZero() {
		found = append(found, table.Undecided(ErrStartMissing, "start"))
	} else {
		found = exists(v.Start, "start", found)
	}
	found = exists(v.End, "end", found)
	if v.Start.IsValid() && v.End.IsValid() {
		if before, known := v.End.Before(v.Start); known && before {
			found = append(found, table.Broken(ErrEndBeforeStart, "end", rule.A("end", v.End), rule.A("start", v.Start)))
		}
	}
	return found
}

// marks judges the marks of an urgent visit and of one that was moved.
func marks(v *Visit, found rule.Findings) rule.Findings {
	if v.Urgent != "" && rule.Blank(v.Urgent) {
		found = append(found, table.Broken(ErrUrgentReason, "urgent"))
	}
	if v.MovedFrom != "" && v.MovedFrom == v.ID {
		found = append(found, table.Broken(ErrMovedFromItself, "movedFrom"))
	}
	return found
}

// reported judges that no result is told before the visit.
func reported(v *Visit, found rule.Findings) rule.Findings {
	for i := range v.Reports {
		sent := v.Reports[i].Sent
		switch {
		case sent.IsZero():
		case !sent.IsValid():
			found = exists(sent, reportPath(i), found)
		case v.Start.IsValid() && before(sent, v.Start) == serves:
			found = append(found, table.Broken(ErrReportBeforeVisit, reportPath(i), rule.A("sent", sent), rule.A("start", v.Start)))
		}
	}
	return found
}

func reportPath(i int) rule.Path { return rule.Path("reports").Index(i).Key("sent") }

// exists reports a moment that is given and does not exist.
func exists(m rule.Moment, at rule.Path, found rule.Findings) rule.Findings {
	if m.IsZero() || m.IsValid() {
		return found
	}
	return append(found, table.Broken(ErrMoment, at, rule.A("value", written(m))))
}

// written is a moment that may not exist.
func written(m rule.Moment) string {
	if m.Date == (civil.Date{}) {
		return m.Time.String()
	}
	return m.String()
}

// invitation judges whose invitation it is, and its own order.
func invitation(v *Visit, a assignment.Assignment, found rule.Findings) rule.Findings {
	in := v.Invitation
	if in == nil {
		return found
	}
	if in.From != "" && in.From != v.Commune || !in.invites(v.leader(a)) {
		id := string(in.From)
		if in.From == v.Commune {
			id = in.ID
		}
		found = append(found, table.Broken(ErrInvitationOther, "invitation", rule.A("id", id)))
	}
	found = exists(in.Sent, "invitation.sent", found)
	found = exists(in.Accepted, "invitation.accepted", found)
	if in.Sent.IsValid() && in.Accepted.IsValid() {
		if before, known := in.Accepted.Before(in.Sent); known && before {
			found = append(found, table.Broken(ErrInvitationAnswer, "invitation.accepted",
				rule.A("accepted", in.Accepted), rule.A("sent", in.Sent)))
		}
	}
	return found
}

// invites reports whether the invitation is to the leader; where either is not
// stated, nothing speaks against it.
func (in *Invitation) invites(leader string) bool {
	return in.Leader == "" || leader == "" || in.Leader == leader
}
