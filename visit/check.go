package visit

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Check judges a visit against the roster and reports everything it has to say:
// where the record contradicts itself, whether the visit lies within an assignment
// of that day, whether it has specific content, and whether the commune was told
// before it began. It judges the record alone: whether a notice that the record
// lacks was given is for the register to say, see [Policy.Owed].
func (p Policy) Check(v Visit, roster assignment.Roster) rule.Findings {
	v.normalize()
	c := check{Judge: p.basis().Judge(table, v.Start.Date), p: &p, v: &v}
	c.run(roster)
	return c.Findings()
}

// check is the check of one visit: what its notices are worth, classified once, and
// the findings, which the judge collects.
type check struct {
	*duty.Judge
	p          *Policy
	v          *Visit
	a          assignment.Assignment // under which the visit is made; zero where none is found
	notices    []worth               // of each notice
	acceptance worth                 // of the accepted invitation, as a notice
	invited    worth                 // of the invitation, as one that came before the meeting
	told       told
}

func (c *check) run(roster assignment.Roster) {
	c.assigned(roster)
	c.moments()
	c.weigh()
	specific := c.content()
	c.agenda()
	c.participants()
	if (!specific || c.asksNotice() && c.told != byNotice) && c.v.Attendance() == ByTeam {
		c.Advice(AdviceTeamAlone, "participants")
	}
	c.marks()
	c.notice()
	c.leadTime()
	c.invitation()
	c.reports()
	c.order()
}

// bound reports whether the visit is one that needs content and notice: one that was
// cancelled or moved does not.
func (c *check) bound() bool {
	return (!c.p.TeamFree || c.v.Attendance() != ByTeam) && (c.v.Dropped == nil || c.v.Made)
}

// asksContent and asksNotice report whether the text asks this of the visit.
func (c *check) asksContent() bool { return c.Demands(duty.VisitContent) && c.bound() }

// Before and after are not known of a visit whose start is not.
func (c *check) asksNotice() bool {
	return c.v.Start.IsValid() && c.Demands(duty.NotifyVisit) && c.bound()
}

// assigned finds the assignment under which the visit is made.
func (c *check) assigned(roster assignment.Roster) {
	v, day := c.v, c.v.Start.Date
	if !day.IsValid() {
		c.a, _ = roster.Assignment(v.Assignment)
		return // the day is reported as such
	}
	kind, at := rule.Broken, rule.Path("assignment")
	switch {
	case v.Assignment != "":
		a, ok := roster.Assignment(v.Assignment)
		if ok && a.Commune == v.Commune && a.Span.Contains(day) && (v.Leader == "" || v.Leader == a.Leader) {
			c.a = a
			return
		}
	case v.Leader != "":
		at = "leader"
		if a, ok := roster.Held(v.Leader, v.Commune, day); ok {
			c.a = a
			return
		}
	default:
		kind = rule.Undecided
	}
	if roster.Len() == 0 {
		kind = rule.Undecided // a roster that holds nothing says nothing
	}
	c.Report(kind, ErrNotAssigned, at, rule.A("commune", string(v.Commune)), rule.A("day", day))
}

// leader is the id of the visit's leader.
func (c *check) leader() string {
	if c.v.Leader != "" {
		return c.v.Leader
	}
	return c.a.Leader
}

// participants judges who goes, by the leader and the team of the assignment.
func (c *check) participants() {
	if len(c.v.Participants) == 0 {
		return
	}
	var team map[string]bool
	if len(c.a.Team) > 0 {
		team = make(map[string]bool, len(c.a.Team))
		for _, m := range c.a.Team {
			team[m.ID] = true
		}
	}
	seen := map[string]bool{}
	for i, p := range c.v.Participants {
		at := rule.Path("participants").Index(i).Key("id")
		switch {
		case p.ID == "":
			continue
		case seen[p.ID]:
			c.Broken(ErrParticipantTwice, at, rule.A("id", p.ID))
		case p.Role == Leader && c.leader() != "" && p.ID != c.leader(), p.Role == TeamMember && team != nil && !team[p.ID]:
			c.Broken(ErrParticipantRole, at, rule.A("id", p.ID), rule.A("role", p.Role))
		}
		seen[p.ID] = true
	}
}

// moments judges when the visit begins and ends.
func (c *check) moments() {
	v := c.v
	if v.Start.IsZero() {
		c.Undecided(ErrStartMissing, "start")
	} else {
		c.exists(v.Start, "start")
	}
	c.exists(v.End, "end")
	if v.End.KnownBefore(v.Start) {
		c.Broken(ErrEndBeforeStart, "end", rule.A("end", v.End), c.start())
	}
}

// marks judges the marks of an urgent visit and of one that was moved.
func (c *check) marks() {
	v := c.v
	if v.Urgent != "" && rule.Blank(v.Urgent) {
		c.Broken(ErrUrgentReason, "urgent")
	}
	if v.MovedFrom != "" && v.MovedFrom == v.ID {
		c.Broken(ErrMovedFromItself, "movedFrom")
	}
}

// reports judges that no result is told before the visit.
func (c *check) reports() {
	for i := range c.v.Reports {
		sent := c.v.Reports[i].Sent
		if impossible(sent) {
			c.exists(sent, reportPath(i))
		} else if f, found := c.early(i); found {
			c.Add(f)
		}
	}
}

// early is the finding that a result was told before the visit.
func (c *check) early(i int) (rule.Finding, bool) {
	r := &c.v.Reports[i]
	if c.before(r.Sent) != serves {
		return rule.Finding{}, false
	}
	d := duty.ReportResults
	if r.By != string(c.v.Commune) {
		d = duty.TeamReports
	}
	return table.Broken(ErrReportBeforeVisit, reportPath(i), rule.A("sent", r.Sent), c.start()).Guarding(d), true
}

func reportPath(i int) rule.Path { return rule.Path("reports").Index(i).Key("sent") }

// impossible reports whether a moment is given and does not exist.
func impossible(m rule.Moment) bool { return !m.IsZero() && !m.IsValid() }

// exists reports a moment that is given and does not exist.
func (c *check) exists(m rule.Moment, at rule.Path) {
	if impossible(m) {
		c.Broken(ErrMoment, at, rule.A("value", written(m)))
	}
}

// written is a moment that may not exist.
func written(m rule.Moment) string {
	if m.Date == (civil.Date{}) {
		return m.Time.String()
	}
	return m.String()
}

// invitation judges whose invitation it is, its own order, and whether it came before
// the meeting. Another invitation may have been given, so a late one breaks nothing.
func (c *check) invitation() {
	in := c.v.Invitation
	if in == nil {
		return
	}
	ours := in.From == c.v.Commune && in.invites(c.leader())
	if in.From != "" && in.From != c.v.Commune || !in.invites(c.leader()) {
		id := string(in.From)
		if in.From == c.v.Commune {
			id = in.ID
		}
		c.Broken(ErrInvitationOther, "invitation", rule.A("id", id))
	}
	c.exists(in.Sent, "invitation.sent")
	if ours && c.v.Start.IsValid() && (c.invited == unclear || c.invited == notBefore) {
		c.Add(c.doubtOfInvitation())
	}
	c.exists(in.Accepted, "invitation.accepted")
	if in.Accepted.KnownBefore(in.Sent) {
		c.Broken(ErrInvitationAnswer, "invitation.accepted", rule.A("accepted", in.Accepted), rule.A("sent", in.Sent))
	}
}

func (c *check) doubtOfInvitation() rule.Finding {
	return table.Undecided(ErrInvitationNotBefore, "invitation.sent", c.start(), sentArg(c.v.Invitation.Sent))
}

// invites reports whether the invitation is to the leader; where either is not
// stated, nothing speaks against it.
func (in *Invitation) invites(leader string) bool {
	return in.Leader == "" || leader == "" || in.Leader == leader
}
