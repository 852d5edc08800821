package visit

import (
	"slices"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Records turns a visit into facts for the register, in this order:
//
// Noticed, for the visit: each notice to the commune that was given before the
// start, or may have been, with its own findings; an accepted invitation that
// serves as one. A notice that is none makes no fact. Where only the acknowledgement has
// a moment, the notice was given no later, and the fact says so (Before). Where neither
// has one, the fact has the day of the visit and is undecided.
//
// VisitMade, if the visit was made: for the assignment, where it counts as one
// of the leader's visits; for the visit once for each duty that it calls for, its
// content and its notice, with the findings of that duty.
//
// Invited and Attended, for the meeting: the invitation, unless it came too late; if
// the visit was made, the attendance of the leader or a deputy and that of the team
// are facts of two duties, so that one is never taken for the other.
//
// TeamReported and ResultsReported: a report to the leader, or by the commune. Where a visit
// that was made has a report with a result, what was grasped on it is a fact too.
//
// A duty that the text does not lay down has no facts.
func (p Policy) Records(v Visit, roster assignment.Roster) []duty.Record {
	v.normalize()
	c := check{Judge: p.basis().Judge(table, v.Start.Date), p: &p, v: &v}
	c.run(roster)
	f := facts{check: &c, basis: p.basis(), found: c.Findings(), list: make([]duty.Record, 0, len(v.Notices)+len(v.Reports)+7)}
	f.addNotices()
	f.addVisit()
	f.addMeeting()
	f.addReports()
	return f.list
}

// facts collects the records of a visit.
type facts struct {
	*check
	basis duty.Basis
	found rule.Findings
	list  []duty.Record
}

// add keeps a fact of a duty that the text lays down.
func (f *facts) add(k duty.Kind, d rule.DutyID, o duty.Object, fill func(*duty.Record)) {
	if !f.basis.Lays(d) {
		return
	}
	r := duty.Record{Fact: duty.Fact{Kind: k, Duty: d, Object: o}, By: f.leader(), To: string(f.v.Commune), Evidence: duty.Evidence{Ref: f.v.ID}}
	fill(&r)
	f.list = append(f.list, r)
}

func (v *Visit) object() duty.Object { return duty.Object{Per: duty.PerVisit, ID: v.ID} }
func (v *Visit) meeting() duty.Object {
	return duty.Object{Per: duty.PerMeeting, ID: v.Invitation.ID}
}

// sent dates a fact by its own moment, else by the moment of the answer, which came no
// earlier.
func (f *facts) sent(r *duty.Record, act, answer rule.Moment) {
	switch {
	case act.IsValid():
		r.On = act
	case answer.IsValid():
		r.Before = answer
	default:
		r.On = rule.On(f.v.Start.Date)
	}
}

// guarding lists the findings of a duty that fit.
func (f *facts) guarding(d rule.DutyID, fits func(rule.Path) bool) rule.Findings {
	var of rule.Findings
	for _, x := range f.found {
		if x.Duty() == d && fits(x.Path) {
			x.Args = slices.Clone(x.Args)
			of = append(of, x)
		}
	}
	return of
}

// doubtful is what is not known of one fact, with the passage of its duty: the check says
// it only where no other fact decides.
func (f *facts) doubtful(doubt rule.Finding) rule.Findings {
	passage, _ := f.basis.Cite(doubt.Duty())
	return rule.Findings{doubt.Citing(passage)}
}

func (f *facts) addNotices() {
	v := f.v
	if !v.Start.IsValid() || !f.bound() {
		return
	}
	for i, w := range f.notices {
		if w != serves && w != unclear && w != unknownTo {
			continue
		}
		n, at := &v.Notices[i], noticePath(i)
		f.add(duty.Noticed, duty.NotifyVisit, v.object(), func(r *duty.Record) {
			f.sent(r, n.Sent, n.Acknowledged)
			if n.Ref != "" {
				r.Evidence.Ref = n.Ref
			}
			if w == serves {
				r.Findings = f.guarding(r.Duty, func(p rule.Path) bool { return p.Within(at) })
			} else {
				r.Findings = f.doubtful(f.doubt(i))
			}
		})
	}
	if f.acceptance == nothing {
		return
	}
	f.add(duty.Noticed, duty.NotifyVisit, v.object(), func(r *duty.Record) {
		r.On, r.Evidence.Ref = v.Invitation.Accepted, v.Invitation.ID
		if f.acceptance == serves {
			r.Findings = f.guarding(r.Duty, func(p rule.Path) bool { return p == "invitation.accepted" })
		} else {
			r.Findings = f.doubtful(f.doubtOfAcceptance())
		}
	})
}

func (f *facts) addVisit() {
	v := f.v
	if !v.Made || !v.Start.IsValid() {
		return
	}
	if f.a.ID != "" && f.p.CountsForLeader(*v) {
		f.add(duty.VisitMade, duty.SetAsideTime, duty.Object{Per: duty.PerAssignment, ID: f.a.ID}, func(r *duty.Record) { r.On = v.Start })
	}
	if !f.bound() {
		return
	}
	for _, d := range []rule.DutyID{duty.VisitContent, duty.NotifyVisit} {
		f.add(duty.VisitMade, d, v.object(), func(r *duty.Record) {
			r.On, r.Findings = v.Start, f.guarding(d, func(rule.Path) bool { return true })
		})
	}
}

func (f *facts) addMeeting() {
	v, in := f.v, f.v.Invitation
	if in == nil {
		return
	}
	if v.Start.IsValid() && (f.invited == serves || f.invited == unclear) {
		f.add(duty.Invited, duty.Invite, v.meeting(), func(r *duty.Record) {
			f.sent(r, in.Sent, in.Accepted)
			r.By, r.To, r.Evidence.Ref = string(in.From), r.By, in.ID
			if in.Leader != "" {
				r.To = in.Leader
			}
			if f.invited == unclear {
				r.Findings = f.doubtful(f.doubtOfInvitation())
			}
		})
	}
	if !v.Made || !v.Start.IsValid() {
		return
	}
	attended := func(r *duty.Record) { r.On = v.Start }
	if v.Has(Leader) || v.Has(Deputy) && !f.p.DeputyApart {
		f.add(duty.Attended, duty.LeaderAttends, v.meeting(), attended)
	}
	if v.Has(TeamMember) {
		f.add(duty.Attended, duty.TeamAttends, v.meeting(), attended)
	}
}

func (f *facts) addReports() {
	leader := f.leader()
	if i := slices.IndexFunc(f.v.Reports, func(r Report) bool { return !rule.Blank(r.Result) }); i >= 0 && f.v.Made && f.v.Start.IsValid() {
		f.add(duty.VisitMade, duty.GraspOnVisit, f.v.object(), func(fact *duty.Record) {
			fact.On = f.v.Start
			if ref := f.v.Reports[i].Ref; ref != "" {
				fact.Evidence.Ref = ref
			}
		})
	}
	for i := range f.v.Reports {
		r := &f.v.Reports[i]
		fill := func(fact *duty.Record) {
			fact.By, fact.To, fact.On = r.By, r.To, r.Sent
			if early, found := f.early(i); found {
				fact.Findings = rule.Findings{early}
			}
			if r.Ref != "" {
				fact.Evidence.Ref = r.Ref
			}
		}
		switch {
		case !r.Sent.IsValid() || r.By == "":
		case r.By == string(f.v.Commune):
			f.add(duty.ResultsReported, duty.ReportResults, duty.Object{Per: duty.PerCommune, ID: r.By}, fill)
		case r.To == leader && r.By != leader && f.a.ID != "":
			f.add(duty.TeamReported, duty.TeamReports, duty.Object{Per: duty.PerAssignment, ID: f.a.ID}, fill)
		}
	}
}

// Owed lists what was owed for a visit that was made: its content, the notice to the
// commune and, where it went to a meeting, the commune's invitation of the leader, as far
// as the text lays them down and may bind on that day. None of them can be made up for
// afterwards, so each Due is Once, and its Latest is the day of the visit: a notice on
// that day may still have come before the hour. A visit of which nobody says that it was
// made owes nothing that could be held against anyone.
//
// [duty.Due.Status] judges each by a register of the facts of [Policy.Records]:
// without a notice it is Breached only if the register is complete through the day
// of the visit, and Unknown before; where the text only may have bound, it is Unknown.
func (p Policy) Owed(v Visit, roster assignment.Roster) []duty.Due {
	if !v.Made || !v.Start.IsValid() {
		return nil
	}
	v.normalize()
	c := check{Judge: p.basis().Judge(table, v.Start.Date), p: &p, v: &v}
	c.assigned(roster)
	leader, commune := c.leader(), string(v.Commune)
	var owed []duty.Due
	add := func(id rule.DutyID, o duty.Object, by, to string) {
		if d, _ := p.basis().Duty(id); c.Demands(id) {
			due := d.Due(o, by, to)
			due.Latest, due.Binding = v.Start.Date, p.basis().On(v.Start.Date)
			owed = append(owed, due)
		}
	}
	if c.bound() {
		add(duty.VisitContent, v.object(), leader, commune)
		add(duty.NotifyVisit, v.object(), leader, commune)
	}
	if v.Invitation != nil {
		add(duty.Invite, v.meeting(), commune, leader)
	}
	return owed
}
