package visittest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/meeting"
	"github.com/giupxa/giupxa/visit/workday"
)

// RunMeetings is [Run] for a policy of meetings.
func RunMeetings[T ruletest.Tester[T]](t T, p meeting.Policy, cases fs.FS) {
	t.Helper()
	ruletest.Run(t, cases, JudgeMeeting(p), meetingProofs(p)...)
}

// CheckMeetings is [Check] for a policy of meetings.
func CheckMeetings(p meeting.Policy, cases fs.FS) error {
	return ruletest.Check(cases, JudgeMeeting(p), meetingProofs(p)...)
}

type givenMeeting struct {
	Policy   *meeting.Policy   `json:"policy"`
	Roster   assignment.Roster `json:"roster"`
	Meeting  *meeting.Meeting  `json:"meeting"`
	Contact  *meeting.Contact  `json:"contact"`
	Complete []duty.Complete   `json:"complete" validate:"dive"`
	On       civil.Date        `json:"on,omitzero"`
}

// JudgeMeeting reads the given of a case, a meeting or a contact, and judges it by the
// policy.
func JudgeMeeting(p meeting.Policy) ruletest.Judge {
	return func(data json.RawMessage) (any, rule.Findings, error) {
		var in givenMeeting
		if err := form.Decode(data, "", &in); err != nil {
			return nil, nil, err
		}
		policy := p
		if in.Policy != nil {
			policy = *in.Policy
		}
		var facts []duty.Record
		var dues []duty.Due
		var found rule.Findings
		if in.Meeting != nil {
			facts, dues, found = policy.Records(*in.Meeting, in.Roster), policy.Owed(*in.Meeting, in.Roster), policy.Check(*in.Meeting, in.Roster)
		}
		if in.Contact != nil {
			facts = append(facts, policy.ContactRecords(*in.Contact, in.Roster)...)
			found = append(found, policy.CheckContact(*in.Contact, in.Roster)...)
		}
		register, err := duty.NewRegister(in.Complete, facts...)
		if err != nil {
			return nil, nil, err
		}
		var out answer
		out.fill(facts, dues, register, in.On)
		return out, found, nil
	}
}

// meetingProofs generate a meeting of each kind on each side of each boundary of its
// invitations.
func meetingProofs(p meeting.Policy) []ruletest.Proof {
	proof := func(name, why string, run func(*meetings)) ruletest.Proof {
		return ruletest.Proof{Name: name, Why: why, Check: func() error {
			roster, err := assignment.NewRoster(assignment.Entries{
				Leaders: []assignment.Leader{{ID: "l1", Body: "b"}, {ID: "l2", Body: "b"}, {ID: "l3", Body: "b"}},
				Assignments: []assignment.Assignment{
					{ID: "a1", Leader: "l1", Commune: commune, Span: rule.Span{From: rule.Day(2021, 5, 14)}},
					{ID: "a2", Leader: "l2", Commune: commune, Span: rule.Span{From: rule.Day(2021, 5, 14)}},
					{ID: "a3", Leader: "l3", Commune: commune, Span: rule.Span{From: rule.Day(2020, 1, 1), To: rule.Day(2021, 5, 13)}},
				},
			})
			g := &meetings{generator: generator{faults: []error{err}, roster: roster}, p: p}
			run(g)
			return errors.Join(g.faults...)
		}}
	}
	return []ruletest.Proof{
		proof("data", "the policy is the same after it was stored; no kind is listed twice", (*meetings).data),
		proof("invitations", "each leader of the day is invited before a meeting of a kind that counts, and to no other is an invitation owed; what the check holds broken, the register holds breached", (*meetings).invitations),
		proof("lead time", "an invitation is late from the day after the last day on", (*meetings).leadTime),
		proof("attendance", "who comes for a leader is a fact of the leader, or of the team, and never of both by one", (*meetings).attendance),
	}
}

type meetings struct {
	generator
	p meeting.Policy
}

func (g *meetings) data() {
	data, err := json.Marshal(g.p)
	var back meeting.Policy
	if err == nil {
		err = json.Unmarshal(data, &back)
	}
	g.demandf(err == nil && back.Edition() == g.p.Edition(), "the policy changes on its way through JSON: %v", err)
	seen := map[visit.MeetingKind]bool{}
	for i, k := range g.p.Kinds {
		g.demandf(!seen[rule.Normal(k)], "kinds[%d] «%s» is listed twice", i, k)
		seen[rule.Normal(k)] = true
	}
}

func (g *meetings) kinds() []visit.MeetingKind {
	return append(append(meeting.NamedKinds(), g.p.Kinds...), "", "a kind that no list has")
}

var meetingDay = rule.Day(2021, 12, 3)

func made(k visit.MeetingKind, invited ...meeting.Invitation) meeting.Meeting {
	return meeting.Meeting{ID: "m", Commune: commune, Kind: k, Start: rule.At(meetingDay, 8, 0), Held: true, Invitations: invited, InvitationsComplete: true}
}

func (g *meetings) invitations() {
	for _, k := range g.kinds() {
		counts, known := g.p.Counts(k)
		for _, sent := range []rule.Moment{at(meetingDay, 8*60-1), at(meetingDay, 8*60), rule.On(meetingDay), rule.On(meetingDay.AddDays(-9)), rule.On(meetingDay.AddDays(1)), {}} {
			for both := range 3 {
				var list []meeting.Invitation
				for _, l := range []string{"l1", "l2"}[:both] {
					list = append(list, meeting.Invitation{Leader: l, Sent: sent})
				}
				for _, complete := range []bool{true, false} {
					m := made(k, list...)
					m.InvitationsComplete = complete
					g.meeting(m, counts, known, fmt.Sprintf("a meeting of kind %q, %d invited %s, complete %t", k, both, sent, complete))
				}
			}
		}
	}
}

// meeting compares what the check, the dues and the register say of one meeting.
func (g *meetings) meeting(m meeting.Meeting, counts, known bool, what string) {
	found := g.p.Check(m, g.roster)
	missing := append(append(found.Of(meeting.ErrNoneInvited), found.Of(meeting.ErrNotAllInvited)...), found.Of(meeting.ErrNotBefore)...)
	g.demandf(counts || !known || len(missing) == 0, "%s: nobody is owed an invitation, and %d are missed", what, len(missing))
	g.demandf(!missing.Has(rule.Broken) || known && m.InvitationsComplete, "%s: held broken, and it is not known", what)
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.Invited, Through: meetingDay.AddDays(9)}}, g.p.Records(m, g.roster)...)
	g.demandf(err == nil, "%s: the records make no register: %v", what, err)
	owed := g.p.Owed(m, g.roster)
	g.demandf(counts || !known || len(owed) == 0, "%s: %d invitations are owed to it", what, len(owed))
	breached := 0
	for _, due := range owed {
		g.demandf(due.Once && due.Latest == meetingDay, "%s: an invitation is owed once, to the day of the meeting", what)
		if due.Status(register, meetingDay.AddDays(1)).Status == duty.Breached {
			breached++
		}
	}
	g.demandf(!missing.Has(rule.Broken) || breached > 0, "%s: held broken by the check, and the register breaches nothing", what)
	g.demandf(breached == 0 || !m.InvitationsComplete || missing.Has(rule.Broken), "%s: breached by the register, and the check holds nothing broken: %v", what, found)
}

func (g *meetings) leadTime() {
	l, k := g.p.LeadTime, append(g.p.Kinds, visit.Village)[0]
	cal := g.p.Calendar.Or(workday.Vietnam())
	last, err := l.LastDay(meetingDay, cal)
	if err != nil {
		last.End = meetingDay.AddDays(-3)
	}
	for days := -3; last.End.AddDays(days).Before(meetingDay); days++ {
		sent := rule.On(last.End.AddDays(days))
		found := g.p.Check(made(k, meeting.Invitation{Leader: "l1", Sent: sent}, meeting.Invitation{Leader: "l2", Sent: sent}), g.roster).Of(meeting.ErrInvitedLate)
		g.demandf(found.Has(rule.Broken) == (err == nil && days > 0), "invited %s, last day %s (%v): %v", sent, last.End, err, found)
		g.demandf(err == nil || l.N < 1 || len(found) == 2 && !found.Has(rule.Broken), "invited %s: %v, and yet %v", sent, err, found)
	}
}

func (g *meetings) attendance() {
	for _, by := range []visit.Attendance{visit.AttendanceNotStated, visit.ByLeader, visit.ByDeputy, visit.ByTeam} {
		for _, held := range []bool{true, false} {
			m := made(visit.Village)
			m.Held, m.Present = held, []meeting.Presence{{Leader: "l1", By: by, Grasped: []string{specific}, Explained: []string{specific}}}
			leader, team := 0, 0
			for _, r := range g.p.Records(m, g.roster) {
				switch r.Duty {
				case duty.LeaderAttends:
					leader++
				case duty.TeamAttends:
					team++
				}
			}
			what := fmt.Sprintf("%s, held %t", by, held)
			g.demandf(held || leader+team == 0, "%s: attendance of a meeting that was not held", what)
			g.demandf(team == 0 || by == visit.ByTeam, "%s: the team attended", what)
			g.demandf(leader == 0 || by == visit.ByLeader || by == visit.ByDeputy && !g.p.DeputyApart || by == visit.ByTeam && g.p.TeamForLeader, "%s: the leader attended", what)
		}
	}
}
