package meeting

import (
	"strings"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
)

// Records are the facts of a meeting, for [duty.NewRegister], as far as the text lays their
// duties down:
//
// Invited, for the meeting: each invitation to a leader that did not come too late. Where
// only its answer has a moment, the fact says that it came no later (Before); where neither
// has one, it has the day of the meeting and is undecided.
//
// Attended, for the meeting, if it was held: the attendance of the leader or a deputy and
// that of the team are facts of two duties, so that one is never taken for the other, unless
// [Policy.TeamForLeader] says so. Who declined attended nothing.
//
// TeamReported, for the assignment: what the team told the leader.
func (p Policy) Records(m Meeting, roster assignment.Roster) []duty.Record {
	c := p.check(m, roster)
	if !c.m.Start.IsValid() {
		return nil
	}
	c.run()
	f := facts{check: c, basis: p.basis(), found: map[rule.Path]rule.Findings{}}
	for _, x := range c.Findings() {
		f.found[itemOf(x.Path)] = append(f.found[itemOf(x.Path)], x)
	}
	for i := range c.m.Invitations {
		f.invitation(i)
	}
	for i := range c.m.Present {
		f.presence(i)
	}
	return f.list
}

// facts collects the records of a meeting.
type facts struct {
	*check
	basis duty.Basis
	found map[rule.Path]rule.Findings // by the invitation or presence of which they are
	list  []duty.Record
}

func (m *Meeting) object() duty.Object { return duty.Object{Per: duty.PerMeeting, ID: m.ID} }

// itemOf is the item of a list in which a path lies: "present[2]" of "present[2].by".
func itemOf(p rule.Path) rule.Path {
	if i := strings.IndexByte(string(p), ']'); i >= 0 {
		return p[:i+1]
	}
	return p
}

// add keeps a fact of a duty that the text lays down, with the findings of that duty at a
// place.
func (f *facts) add(r duty.Record, at rule.Path) {
	if !f.basis.Lays(r.Duty) {
		return
	}
	for _, x := range f.found[at] {
		if x.Duty() == r.Duty {
			r.Findings = append(r.Findings, rule.Findings{x}.Clone()...)
		}
	}
	f.list = append(f.list, r)
}

func (f *facts) invitation(i int) {
	if f.when[i] == after {
		return
	}
	in, at := &f.m.Invitations[i], invitationPath(i)
	r := duty.Record{Fact: duty.Fact{Kind: duty.Invited, Duty: duty.Invite, Object: f.m.object()},
		By: string(f.m.Commune), To: in.Leader, Evidence: evidence(in.Ref, f.m.ID)}
	switch {
	case in.Sent.IsValid():
		r.On = in.Sent
	case in.Answered.IsValid():
		r.Before = in.Answered
	default:
		r.On = rule.On(f.m.Start.Date)
	}
	if f.when[i] == unclear {
		// The check says it only where no other invitation decides.
		passage, _ := f.basis.Cite(duty.Invite)
		doubt := table.Undecided(ErrNotBefore, at.Key("sent"), rule.A("start", f.m.Start), sentArg(in.Sent))
		if f.basis.Lays(duty.Invite) {
			r.Findings = rule.Findings{doubt.Citing(passage)}
			f.list = append(f.list, r)
		}
		return
	}
	f.add(r, at)
}

func evidence(ref, id string) duty.Evidence {
	if ref == "" {
		ref = id
	}
	return duty.Evidence{Ref: ref}
}

func (f *facts) presence(i int) {
	if !f.m.Held {
		return
	}
	p, at := &f.m.Present[i], rule.Path("present").Index(i)
	attended := func(d rule.DutyID) {
		f.add(duty.Record{Fact: duty.Fact{Kind: duty.Attended, Duty: d, Object: f.m.object()},
			By: p.Leader, To: string(f.m.Commune), On: f.m.Start, Evidence: evidence(p.Ref, f.m.ID)}, at)
	}
	if p.By == visit.ByLeader || p.By == visit.ByDeputy && !f.p.DeputyApart || p.By == visit.ByTeam && f.p.TeamForLeader {
		attended(duty.LeaderAttends)
	}
	if p.By == visit.ByTeam || len(p.Members) > 0 {
		attended(duty.TeamAttends)
	}
	if j, ok := f.at[p.Leader]; ok && p.Reported.IsValid() {
		by := ""
		if len(p.Members) > 0 {
			by = p.Members[0]
		}
		f.add(duty.Record{Fact: duty.Fact{Kind: duty.TeamReported, Duty: duty.TeamReports, Object: duty.Object{Per: duty.PerAssignment, ID: f.helping[j].ID}},
			By: by, To: p.Leader, On: p.Reported, Evidence: evidence(p.Ref, f.m.ID)}, at)
	}
}

// Owed lists the invitations that the commune owed for a meeting that was held: one to each
// leader assigned to it on that day, or, with [Policy.AnyLeader], one to any of them. None
// can be made up for afterwards, so each Due is Once, and its Latest is the day of the
// meeting. Where the kind of the meeting is not stated, it is not known whether they were
// owed: what is missing is then Unknown. Attendance is not owed: a leader may decline.
//
// [duty.Due.Status] judges each by a register of the facts of [Policy.Records].
func (p Policy) Owed(m Meeting, roster assignment.Roster) []duty.Due {
	c := p.check(m, roster)
	d, _ := p.basis().Duty(duty.Invite)
	if !c.m.Held || c.counts == 0 || !c.Demands(duty.Invite) {
		return nil
	}
	var owed []duty.Due
	for _, a := range c.helping {
		due := d.Due(c.m.object(), string(c.m.Commune), a.Leader)
		due.Latest, due.Binding = c.m.Start.Date, p.basis().On(c.m.Start.Date)
		if _, known := p.Counts(c.m.Kind); !known {
			due.Binding = duty.MayBind
		}
		if p.AnyLeader {
			due.To = ""
			return []duty.Due{due}
		}
		owed = append(owed, due)
	}
	return owed
}
