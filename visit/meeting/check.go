package meeting

import (
	"cmp"
	"errors"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/workday"
)

// Check judges a meeting against the roster and reports everything it has to say: where the
// record contradicts itself, whether each leader assigned to the commune on that day was
// invited before it, and what attendance lacks that the host asks for.
func (p Policy) Check(m Meeting, roster assignment.Roster) rule.Findings {
	c := p.check(m, roster)
	c.run()
	return c.Findings()
}

// check is the check of one meeting.
type check struct {
	*duty.Judge
	p       *Policy
	m       *Meeting
	roster  *assignment.Roster
	helping []assignment.Assignment // active in the commune on the day, one a leader
	at      map[string]int          // of each leader in helping
	given   map[string]int          // of each leader: the earliest invitation that counts
	force   map[string]int          // of each leader: the invitation in force at the meeting
	when    []timing                // of each invitation
	counts  rule.Kind               // what a missing invitation is; zero where none is owed
}

func (p *Policy) check(m Meeting, roster assignment.Roster) *check {
	m.normalize()
	c := &check{Judge: p.basis().Judge(table, m.Start.Date), p: p, m: &m, roster: &roster, at: map[string]int{}, given: map[string]int{}, force: map[string]int{}}
	active, err := roster.Helping(m.Commune, m.Start.Date)
	if err == nil {
		for _, a := range active {
			if _, twice := c.at[a.Leader]; !twice {
				c.at[a.Leader] = len(c.helping)
				c.helping = append(c.helping, a)
			}
		}
	}
	switch counts, known := p.Counts(m.Kind); {
	case !m.Start.IsValid() || known && !counts:
	case !known || !m.InvitationsComplete:
		c.counts = rule.Undecided
	default:
		c.counts = rule.Broken
	}
	c.when = make([]timing, len(m.Invitations))
	for i := range m.Invitations {
		in := &m.Invitations[i]
		c.when[i] = m.timing(in)
		if first, twice := c.given[in.Leader]; !twice || c.when[i] == before && (c.when[first] != before || m.Invitations[first].knownAfter(in)) {
			c.given[in.Leader] = i
		}
		if last, twice := c.force[in.Leader]; !twice || m.replaces(in, &m.Invitations[last]) {
			c.force[in.Leader] = i
		}
	}
	return c
}

func (c *check) run() {
	m := c.m
	if m.Start.IsZero() {
		c.Undecided(ErrStartMissing, "start")
	}
	c.exists(m.Start, "start")
	c.exists(m.End, "end")
	if m.End.KnownBefore(m.Start) {
		c.Broken(ErrEndBeforeStart, "end", rule.A("end", m.End), rule.A("start", m.Start))
	}
	c.invitations()
	c.invited()
	c.present()
}

// invitations judges what each invitation says of itself.
func (c *check) invitations() {
	seen := map[sending]bool{}
	for i := range c.m.Invitations {
		in, at := &c.m.Invitations[i], invitationPath(i)
		c.exists(in.Sent, at.Key("sent"))
		c.exists(in.Answered, at.Key("answered"))
		c.again(seen, in, at.Key("leader"))
		c.assigned(in.Leader, at.Key("leader"))
		if in.Answered.KnownBefore(in.Sent) {
			c.Broken(ErrAnsweredUnsent, at.Key("answered"), rule.A("answered", in.Answered), rule.A("sent", in.Sent))
		}
	}
}

// sending is a leader with a moment, or with a day, on which an invitation was sent; a day of
// nothing is any sending.
type sending struct {
	leader string
	on     rule.Moment
	day    bool
}

// again tells of an invitation that an earlier one in the list repeats: sent at the same time, or,
// where a time of day is missing, on the same day. Where a day is missing, it may be.
func (c *check) again(seen map[sending]bool, in *Invitation, at rule.Path) {
	exact, day := sending{in.Leader, in.Sent, false}, sending{in.Leader, rule.On(in.Sent.Date), true}
	untimed, undated, some := sending{in.Leader, day.on, false}, sending{leader: in.Leader}, sending{leader: in.Leader, day: true}
	switch {
	case in.Sent.IsZero() && seen[some] || seen[undated]:
		c.Undecided(ErrInvitedTwice, at)
	case seen[exact] || seen[untimed] || !in.Sent.Timed && seen[day]:
		c.Broken(ErrInvitedTwice, at)
	}
	seen[exact], seen[day], seen[some] = true, true, true
}

// assigned tells of a leader who does not help the commune on that day.
func (c *check) assigned(leader string, at rule.Path) {
	if _, ok := c.at[leader]; !ok && c.roster.Len() > 0 && c.m.Start.IsValid() && leader != "" {
		c.Advice(AdviceNotAssigned, at, rule.A("commune", string(c.m.Commune)), rule.A("day", c.m.Start.Date))
	}
}

// invited judges whether the leaders of that day were invited before the meeting, and, where
// the host asks for it, long enough before.
func (c *check) invited() {
	if c.counts == 0 || !c.Demands(duty.Invite) && c.p.LeadTime.N < 1 {
		return
	}
	best := after // of all invitations to leaders of that day
	invitedSome := false
	for _, a := range c.helping {
		i, ok := c.given[a.Leader]
		if ok && (!invitedSome || better(c.when[i], best)) {
			best, invitedSome = c.when[i], true
		}
	}
	if !invitedSome {
		if len(c.helping) > 0 {
			c.Report(c.counts, ErrNoneInvited, "invitations")
		}
		return
	}
	inTime := c.p.AnyLeader && c.someInTime()
	for _, a := range c.helping {
		i, ok := c.given[a.Leader]
		switch {
		case !ok:
			if !c.p.AnyLeader {
				c.Report(c.counts, ErrNotAllInvited, "invitations", c.leader(a.Leader))
			}
		case c.when[i] == before:
			if !inTime {
				c.late(i)
			}
		case c.p.AnyLeader && best == before:
		default:
			kind := c.counts
			if c.when[i] == unclear {
				kind = rule.Undecided
			}
			c.Report(kind, ErrNotBefore, invitationPath(i).Key("sent"), rule.A("start", c.m.Start), sentArg(c.m.Invitations[i].Sent))
		}
	}
}

func better(a, b timing) bool { return a != b && (a == before || b == after) }

// inTime reports whether an invitation that came before the meeting is in time for the
// host's lead time.
func (c *check) inTime(i int) (bool, error) {
	in := &c.m.Invitations[i]
	if c.p.LeadTime.N < 1 {
		return true, nil
	}
	if in.Sent.IsZero() { // it came no later than the answer
		in, err := c.p.LeadTime.InTime(in.Answered.Date, c.m.Start.Date, c.p.calendar())
		if err == nil && !in {
			err = errUndated
		}
		return in, err
	}
	return c.p.LeadTime.InTime(in.Sent.Date, c.m.Start.Date, c.p.calendar())
}

// errUndated is the doubt about an invitation whose day is not known.
var errUndated = errors.New("the day is not known")

// someInTime reports whether one of the leaders of that day was invited in time.
func (c *check) someInTime() bool {
	for _, a := range c.helping {
		if i, ok := c.given[a.Leader]; ok && c.when[i] == before {
			if in, _ := c.inTime(i); in {
				return true
			}
		}
	}
	return false
}

// late judges an invitation by the host's lead time.
func (c *check) late(i int) {
	in, err := c.inTime(i)
	if in {
		return
	}
	kind := c.counts
	if err != nil {
		kind = rule.Undecided
	}
	last, err := c.p.LeadTime.LastDay(c.m.Start.Date, c.p.calendar())
	until := any(last)
	if err != nil {
		until = untold(err)
	}
	c.Report(kind, ErrInvitedLate, invitationPath(i).Key("sent"), rule.A("last", until), rule.A("lead", c.p.LeadTime), sentArg(c.m.Invitations[i].Sent))
}

// leader names a leader by post and body.
func (c *check) leader(id string) rule.Arg {
	if l, ok := c.roster.Leader(id); ok {
		return rule.A("leader", l)
	}
	return rule.A("leader", id)
}

// present judges who came, by the team of each leader and what the leader had answered.
func (c *check) present() {
	m := c.m
	if len(m.Present) > 0 && !m.Held {
		c.Undecided(ErrNotHeld, "held")
	}
	seen := map[string]bool{}
	for i := range m.Present {
		p, at := &m.Present[i], rule.Path("present").Index(i)
		if seen[p.Leader] {
			c.Broken(ErrPresentTwice, at.Key("leader"))
		}
		seen[p.Leader] = true
		c.assigned(p.Leader, at.Key("leader"))
		c.members(p, at)
		c.outcome(p, at)
	}
	if !m.Held || !m.PresentComplete {
		return
	}
	for i := range m.Invitations {
		if in := &m.Invitations[i]; c.force[in.Leader] == i && (in.Answer == Accepted || in.Answer == Delegated) && !seen[in.Leader] {
			c.Advice(AdviceAnswerDiffers, invitationPath(i).Key("answer"), rule.A("answer", in.Answer), rule.A("by", rule.Text{Vi: "không ai dự", En: "nobody came"}))
		}
	}
}

// outcome judges what came of one presence.
func (c *check) outcome(p *Presence, at rule.Path) {
	d := duty.LeaderAttends
	if p.By == visit.ByTeam {
		d = duty.TeamAttends
		if c.counts != 0 && !c.p.TeamForLeader {
			c.Advice(AdviceTeamInstead, at.Key("by"))
		}
	}
	if c.p.BothRecorded && (blank(p.Grasped) || blank(p.Explained)) {
		c.Add(table.Broken(ErrOutcome, at).Guarding(d))
	}
	c.reportDue(p, at.Key("reported"))
	if p.By == visit.ByTeam && c.m.Held && p.Reported.IsZero() && !blank(p.Grasped) {
		c.Undecided(ErrNotReported, at.Key("reported")) // the text sets no day for it
	}
	c.exists(p.Reported, at.Key("reported"))
	if p.Reported.KnownBefore(c.m.Start) {
		c.Broken(ErrReportBefore, at.Key("reported"), rule.A("reported", p.Reported), rule.A("start", c.m.Start))
	}
	if j, ok := c.force[p.Leader]; ok && p.By != visit.AttendanceNotStated && !answeredSo(c.m.Invitations[j].Answer, p.By) {
		c.Advice(AdviceAnswerDiffers, at.Key("by"), rule.A("answer", c.m.Invitations[j].Answer), rule.A("by", p.By))
	}
}

// reportDue judges, where the host sets a limit, whether the team told the leader in time. A
// report that is not recorded is told without one.
func (c *check) reportDue(p *Presence, at rule.Path) {
	from := cmp.Or(c.m.End, c.m.Start)
	if c.p.ReportDue < 1 || p.By != visit.ByTeam || !p.Reported.IsValid() || !from.IsValid() {
		return
	}
	limit, err := c.p.calendar().Deadline(workday.Term{N: c.p.ReportDue, Unit: workday.WorkingDays, From: from.Date})
	args := func(last any) []rule.Arg {
		return []rule.Arg{rule.A("days", c.p.ReportDue), rule.A("last", last), rule.A("reported", p.Reported)}
	}
	var unknown *workday.DayError
	switch {
	case err == nil && p.Reported.Date.After(limit.End):
		c.Broken(ErrReportLate, at, args(limit)...)
	case errors.As(err, &unknown) && p.Reported.Date.Before(unknown.Day.On): // in time, whatever that day is
	case err != nil:
		c.Undecided(ErrReportLate, at, args(untold(err))...)
	}
}

// untold says a last day that cannot be told.
func untold(err error) rule.Text {
	return rule.Text{Vi: "một ngày chưa tính được (" + rule.Tell(err, rule.Vi) + ")", En: "a day that cannot be told (" + rule.Tell(err, rule.En) + ")"}
}

// members judges that those who came belong to the leader's team, where that is known.
func (c *check) members(p *Presence, at rule.Path) {
	i, ok := c.at[p.Leader]
	if !ok || len(c.helping[i].Team) == 0 || len(p.Members) == 0 {
		return
	}
	team := make(map[string]bool, len(c.helping[i].Team))
	for _, member := range c.helping[i].Team {
		team[member.ID] = true
	}
	for j, id := range p.Members {
		if !team[id] {
			c.Broken(ErrNotInTeam, at.Key("members").Index(j), rule.A("id", id))
		}
	}
}

// answeredSo reports whether an answer agrees with who came.
func answeredSo(a Answer, by visit.Attendance) bool {
	switch a {
	case Accepted:
		return by != visit.ByTeam
	case Delegated:
		return by == visit.ByTeam
	case Declined:
		return false
	default:
		return true
	}
}

func blank(items []string) bool {
	for _, item := range items {
		if !rule.Blank(item) {
			return false
		}
	}
	return true
}

func invitationPath(i int) rule.Path { return rule.Path("invitations").Index(i) }

// exists reports a moment that is given and does not exist.
func (c *check) exists(m rule.Moment, at rule.Path) {
	if !m.IsZero() && !m.IsValid() {
		c.Broken(ErrMoment, at, rule.A("value", m.Date.String()))
	}
}

func sentArg(m rule.Moment) rule.Arg {
	if m.IsZero() {
		return rule.A("sent", rule.Text{Vi: "không rõ ngày", En: "on a day not stated"})
	}
	return rule.A("sent", m)
}
