package visit

import (
	"slices"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Duties of visits and meetings that no rule of this package guards.
const (
	graspAtMeeting rule.DutyID = "meeting.attend"       // the leader attends the meeting
	teamAtMeeting  rule.DutyID = "meeting.team-attend"       // the team attends the meeting
	teamReports    rule.DutyID = "team.report" // the team reports to the leader
	communeReports rule.DutyID = "commune.report"      // the commune reports results
)

// Records turns a visit into facts for the register, in this order:
//
// Noticed, for the visit: each notice to the commune that was given before the
// start, or may have been, with its own findings; an accepted invitation that
// serves as one. A notice that is none makes no fact. One whose day is not stated
// stands on the day of the visit, undecided.
//
// VisitMade, if the visit was made: for the assignment, where it counts as one
// of the leader's visits; for the visit once for each duty that it calls for, its
// content and its notice, with the findings of that duty.
//
// Invited and Attended, for the meeting: the invitation once it was sent; if the
// visit was made, the attendance of the leader or a deputy and that of the team
// are facts of two duties, so that one is never taken for the other.
//
// TeamReported and ResultsReported: a report to the leader, or by the commune.
func (p Policy) Records(v Visit, roster assignment.Roster) []duty.Record {
	a, _ := assigned(&v, roster)
	found := p.Check(v, roster)
	facts := p.noticed(&v, a, found)
	facts = append(facts, p.made(&v, a, found)...)
	facts = append(facts, meeting(&v, a)...)
	return append(facts, reports(&v, a)...)
}

// fact is a record of the visit's leader towards the commune.
func (v *Visit) fact(a assignment.Assignment, k duty.Kind, d rule.DutyID, o duty.Object, on rule.Moment) duty.Record {
	return duty.Record{Kind: k, Duty: d, Object: o, By: v.leader(a), To: string(v.Commune), On: on, Ref: v.ID}
}

func (v *Visit) object() duty.Object   { return duty.Object{Per: duty.PerVisit, ID: v.ID} }
func (v *Visit) assembly() duty.Object { return duty.Object{Per: duty.PerMeeting, ID: v.Invitation.ID} }

// bound reports whether the visit needs content and notice.
func (p *Policy) bound(v *Visit) bool { return !p.TeamFree || v.Attendance() != ByTeam }

func (p *Policy) noticed(v *Visit, a assignment.Assignment, found rule.Findings) []duty.Record {
	if !v.Start.IsValid() || !p.bound(v) {
		return nil
	}
	var facts []duty.Record
	for i := range v.Notices {
		n := &v.Notices[i]
		worth := p.weigh(v, n)
		if worth != serves && worth != undecided {
			continue
		}
		fact := v.fact(a, duty.Noticed, duty.NotifyVisit, v.object(), n.Sent)
		if n.Sent.IsZero() {
			fact.On = rule.On(v.Start.Date)
		}
		fact.Findings = pick(found, func(f rule.Finding) bool { return below(f.Path, noticePath(i)) && f.Rule.Duty == duty.NotifyVisit })
		if n.Ref != "" {
			fact.Ref = n.Ref
		}
		facts = append(facts, fact)
	}
	if worth := p.weighInvitation(v, a); worth == serves || worth == undecided {
		fact := v.fact(a, duty.Noticed, duty.NotifyVisit, v.object(), v.Invitation.Accepted)
		fact.Ref = v.Invitation.ID
		fact.Findings = pick(found, func(f rule.Finding) bool { return f.Path == "invitation.accepted" && f.Rule.Duty == duty.NotifyVisit })
		facts = append(facts, fact)
	}
	return facts
}

func (p *Policy) made(v *Visit, a assignment.Assignment, found rule.Findings) []duty.Record {
	if !v.Made || !v.Start.IsValid() {
		return nil
	}
	var facts []duty.Record
	if a.ID != "" && (p.TeamCounts || v.Attendance() != ByTeam) {
		facts = append(facts, v.fact(a, duty.VisitMade, duty.SetAsideTime, duty.Object{Per: duty.PerAssignment, ID: a.ID}, v.Start))
	}
	if !p.bound(v) {
		return facts
	}
	for _, d := range []rule.DutyID{duty.VisitContent, duty.NotifyVisit} {
		fact := v.fact(a, duty.VisitMade, d, v.object(), v.Start)
		fact.Findings = pick(found, func(f rule.Finding) bool { return f.Rule.Duty == d })
		facts = append(facts, fact)
	}
	return facts
}

func meeting(v *Visit, a assignment.Assignment) []duty.Record {
	in := v.Invitation
	if in == nil {
		return nil
	}
	var facts []duty.Record
	invited := v.leader(a)
	if in.Leader != "" {
		invited = in.Leader
	}
	if in.Sent.IsValid() && before(in.Sent, v.Start) != late {
		facts = append(facts, duty.Record{Kind: duty.Invited, Duty: duty.Invite, Object: v.assembly(),
			By: string(in.From), To: invited, On: in.Sent, Ref: in.ID})
	}
	if !v.Made || !v.Start.IsValid() {
		return facts
	}
	if v.Has(Leader) || v.Has(Deputy) {
		facts = append(facts, v.fact(a, duty.Attended, graspAtMeeting, v.assembly(), v.Start))
	}
	if v.Has(TeamMember) {
		facts = append(facts, v.fact(a, duty.Attended, teamAtMeeting, v.assembly(), v.Start))
	}
	return facts
}

func reports(v *Visit, a assignment.Assignment) []duty.Record {
	var facts []duty.Record
	leader := v.leader(a)
	for i := range v.Reports {
		r := &v.Reports[i]
		fact := duty.Record{By: r.By, To: r.To, On: r.Sent, Ref: r.Ref}
		switch {
		case !r.Sent.IsValid():
			continue
		case r.By == string(v.Commune):
			fact.Kind, fact.Duty, fact.Object = duty.ResultsReported, communeReports, duty.Object{Per: duty.PerCommune, ID: r.By}
		case r.To == leader && r.By != leader && a.ID != "":
			fact.Kind, fact.Duty, fact.Object = duty.TeamReported, teamReports, duty.Object{Per: duty.PerAssignment, ID: a.ID}
		default:
			continue
		}
		if fact.Ref == "" {
			fact.Ref = v.ID
		}
		facts = append(facts, fact)
	}
	return facts
}

// Owed lists what was owed for a visit that was made: the notice to the commune and,
// where it went to a meeting, the commune's invitation of the leader. Neither can
// be made up for afterwards, so each Due is Once, and its Latest is the day of the
// visit: a notice on that day may still have come before the hour. A visit of which
// nobody says that it was made owes nothing that could be held against anyone.
//
// [duty.Due.Status] judges each by a register of the facts of [Policy.Records]:
// without a notice it is Breached only if the register is complete through the day
// of the visit, and Unknown before.
func (p Policy) Owed(v Visit, roster assignment.Roster) []duty.Due {
	if !v.Made || !v.Start.IsValid() {
		return nil
	}
	a, _ := assigned(&v, roster)
	leader := v.leader(a)
	var owed []duty.Due
	if p.bound(&v) {
		owed = append(owed, duty.Due{
			Duty: duty.NotifyVisit, Kind: duty.Noticed, Object: v.object(), By: leader, To: string(v.Commune),
			Latest: v.Start.Date, Origin: rule.OriginText, Source: duty.Dispatch(bulletVisits), Once: true,
			Note: rule.Text{Vi: "báo cho xã trước khi đi", En: "tell the commune before the visit"},
		})
	}
	if v.Invitation != nil {
		owed = append(owed, duty.Due{
			Duty: duty.Invite, Kind: duty.Invited, Object: v.assembly(), By: string(v.Commune), To: leader,
			Latest: v.Start.Date, Origin: rule.OriginText, Source: duty.Dispatch("mục 3, gạch đầu dòng 1"), Once: true,
			Note: rule.Text{Vi: "mời lãnh đạo được phân công dự họp", En: "invite the assigned leader to the meeting"},
		})
	}
	return owed
}

// pick lists the findings that fit.
func pick(found rule.Findings, fits func(rule.Finding) bool) rule.Findings {
	return slices.DeleteFunc(slices.Clone(found), func(f rule.Finding) bool { return !fits(f) })
}

// below reports whether a path lies below another.
func below(p, above rule.Path) bool {
	return len(p) > len(above) && p[:len(above)] == above && p[len(above)] == '.'
}
