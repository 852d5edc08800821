package visit_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/workday"
)

// Who goes is held against the team of the assignment, where that is known.
func TestWhoGoesByTheTeam(t *testing.T) {
	t.Parallel()
	roster := func(team ...assignment.Member) assignment.Roster {
		r, err := assignment.NewRoster(assignment.Entries{
			Leaders:     []assignment.Leader{{ID: "l1", Body: "b"}},
			Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}, Team: team}},
		})
		require.NoError(t, err)
		return r
	}
	known := roster(assignment.Member{ID: "m1"}, assignment.Member{ID: "m2"})
	member := func(id string) visit.Participant { return visit.Participant{Role: visit.TeamMember, ID: id} }
	for name, c := range map[string]struct {
		roster assignment.Roster
		who    []visit.Participant
		want   []string
	}{
		"of the team":             {known, []visit.Participant{member("m1"), member("m2")}, nil},
		"a stranger":              {known, []visit.Participant{member("m1"), member("m3")}, []string{"visit.participant-role participants[1].id"}},
		"the team is not known":   {roster(), []visit.Participant{member("m3")}, nil},
		"without an id":           {known, []visit.Participant{member(""), member("")}, nil},
		"twice":                   {known, []visit.Participant{member("m1"), member("m1")}, []string{"visit.participant-twice participants[1].id"}},
		"the leader":              {known, []visit.Participant{{Role: visit.Leader, ID: "l1"}}, nil},
		"another leader":          {known, []visit.Participant{{Role: visit.Leader, ID: "l2"}}, []string{"visit.participant-role participants[0].id"}},
		"a deputy of any name":    {known, []visit.Participant{{Role: visit.Deputy, ID: "d1"}}, nil},
		"the leader not recorded": {known, []visit.Participant{{Role: visit.Leader}}, nil},
	} {
		v := inOrder()
		v.Participants = c.who
		var got []string
		for _, f := range (visit.Policy{}).Check(v, c.roster) {
			got = append(got, string(f.Code())+" "+string(f.Path))
		}
		assert.Equal(t, c.want, got, name)
	}
}

// What was grasped on a visit is shown by its first report with a result, wherever it
// stands.
func TestTheFirstResultCounts(t *testing.T) {
	t.Parallel()
	for at, reports := range [][]visit.Report{
		{{By: "tổ", To: "l1", Sent: rule.On(day), Result: "x", Ref: "1"}, {By: "tổ", To: "l1", Sent: rule.On(day), Result: "y", Ref: "2"}},
		{{By: "tổ", To: "l1", Sent: rule.On(day), Ref: "0"}, {By: "tổ", To: "l1", Sent: rule.On(day), Result: "y", Ref: "1"}},
	} {
		v := inOrder()
		v.Made, v.Reports = true, reports
		var refs []string
		for _, f := range (visit.Policy{}).Records(v, minhLuong()) {
			if f.Duty == duty.GraspOnVisit {
				refs = append(refs, f.Evidence.Ref)
			}
		}
		assert.Equal(t, []string{"1"}, refs, at)
	}
}

// A lead time of one day is one; 0 is none.
func TestTheLeastLeadTime(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.NoticesComplete = true
	for sent, want := range map[int][]int{-2: {0, 0, 0}, -1: {0, 0, 1}} { // by the days asked for: 0, 1, 2
		v.Notices[0].Sent = rule.On(day.AddDays(sent))
		for n, late := range want {
			assert.Len(t, visit.Policy{LeadTime: visit.WorkingDays(n)}.Check(v, minhLuong()).Of(visit.ErrNoticeLate), late, "%d days, %d asked", sent, n)
		}
	}
	v.Start, v.Notices[0].Sent = rule.At(day, 14, 0), rule.At(day, 8, 0)
	assert.Len(t, visit.Policy{LeadTime: visit.WorkingDays(1)}.Check(v, minhLuong()).Of(visit.ErrNoticeLate), 1, "on the day itself")
	assert.Empty(t, visit.Policy{}.Check(v, minhLuong()))
	assert.Equal(t, "1 working day, the day of sending counted; "+visit.CountsThatDay.In(rule.En), visit.WorkingDays(1).In(rule.En))
	assert.Equal(t, "2 working days, the day of sending counted; "+visit.CountsThatDay.In(rule.En), visit.WorkingDays(2).In(rule.En))
}

// Where the calendar cannot tell, no number of days and no "in time" is given beside the
// error.
func TestNothingIsSaidBesideAnError(t *testing.T) {
	t.Parallel()
	next := visit.WorkingDays(3).NonWorkingSend(visit.CountsNext)
	cal := workday.Vietnam()
	for name, sent := range map[string]int{"a day outside": 2050, "a day off whose next working day lies outside": 2026} {
		n, err := next.Given(rule.Day(sent, 12, 27), rule.Day(2051, 1, 10), cal)
		require.Error(t, err, name)
		assert.Zero(t, n, name)
	}
	n, err := visit.WorkingDays(3).Strictly().Given(day, day.AddDays(1), cal)
	require.NoError(t, err)
	assert.Zero(t, n, "no full day lies between")
	in, err := visit.WorkingDays(3).InTime(rule.Day(2026, 11, 20), rule.Day(2026, 11, 26), cal)
	require.ErrorIs(t, err, workday.ErrUndecided)
	assert.False(t, in)
	in, err = visit.WorkingDays(30).InTime(rule.Day(2020, 1, 1), rule.Day(2021, 1, 20), cal)
	require.ErrorIs(t, err, workday.ErrOutside)
	assert.False(t, in)
}

// What one fact says can be changed without changing another.
func TestFactsShareNothing(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.Made, v.NoticesComplete = true, true
	v.Notices[0].Items = []string{"làm chợ"}
	var said []rule.Finding
	for _, f := range (visit.Policy{SameContent: true}).Records(v, minhLuong()) {
		said = append(said, f.Findings.Of(visit.ErrContentDiffers)...)
	}
	require.GreaterOrEqual(t, len(said), 2, "the notice and the visit made both carry it")
	words := said[1].In(rule.En)
	said[0].Args[0].Text = rule.Text{Vi: "đổi", En: "changed"}
	assert.NotEqual(t, words, said[0].In(rule.En))
	assert.Equal(t, words, said[1].In(rule.En))
}

// A report without a number of its own is evidenced by its visit.
func TestWhatAReportIsEvidencedBy(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.Made = true
	v.Reports = []visit.Report{{By: "03112", To: "x", Sent: rule.On(day.AddDays(1))}, {By: "03112", To: "x", Sent: rule.On(day.AddDays(2)), Ref: "5/BC"}}
	var refs []string
	for _, f := range (visit.Policy{}).Records(v, minhLuong()) {
		if f.Duty == duty.ReportResults {
			refs = append(refs, f.Evidence.Ref)
		}
	}
	assert.Equal(t, []string{v.ID, "5/BC"}, refs)
}

// A visit of which the commune was told, but that has no day or was dropped, gives no fact of
// a notice.
func TestNoticesOfNoVisit(t *testing.T) {
	t.Parallel()
	assert.Contains(t, facts(visit.Policy{}, inOrder(), minhLuong()), "noticed visit.notify v1")
	v := inOrder()
	v.Start = rule.Moment{}
	assert.Empty(t, facts(visit.Policy{}, v, minhLuong()))
	v = inOrder()
	v.Dropped = &visit.Dropped{On: rule.On(day.AddDays(-1))}
	assert.NotContains(t, facts(visit.Policy{}, v, minhLuong()), "noticed visit.notify v1", "a visit that is not made needs none")
	v.Made = true
	assert.Contains(t, facts(visit.Policy{}, v, minhLuong()), "noticed visit.notify v1")
}

// An acceptance of which the hour decides, and is not known, is a notice that is in doubt.
func TestAcceptanceInDoubt(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.Notices = nil
	v.Invitation = &visit.Invitation{ID: "m", From: v.Commune, Leader: of(minhLuong()).Leader, Sent: rule.On(day.AddDays(-3)), Accepted: rule.On(day), Agenda: []string{"xi măng"}}
	var got []string
	for _, f := range (visit.Policy{}).Records(v, minhLuong()) {
		if f.Kind == duty.Noticed {
			for _, x := range f.Findings {
				got = append(got, x.Kind.String()+" "+string(x.Code())+" "+string(x.Path))
			}
			got = append(got, f.Evidence.Ref)
		}
	}
	assert.Equal(t, []string{"undecided visit.notice-not-before invitation.accepted", "m"}, got)
}

// A notice that is late, or of which nobody can tell, says how many days it leaves only where
// it has a day and the calendar knows.
func TestHowManyDaysANoticeLeaves(t *testing.T) {
	t.Parallel()
	p := visit.Policy{LeadTime: visit.LeadTime{N: 5}}
	for name, c := range map[string]struct {
		change func(*visit.Visit)
		says   string
	}{
		"two days before": {func(*visit.Visit) {}, "còn 2"},
		"no day":          {func(v *visit.Visit) { v.Notices[0].Sent = rule.Moment{} }, "không rõ số ngày"},
		"no calendar": {func(v *visit.Visit) {
			v.Start = rule.On(rule.Day(2035, 3, 1))
			v.Notices[0].Sent = rule.On(rule.Day(2035, 2, 20))
		}, "không rõ số ngày"},
	} {
		v := inOrder()
		c.change(&v)
		late := p.Check(v, minhLuong()).Of(visit.ErrNoticeLate)
		require.Len(t, late, 1, name)
		assert.Contains(t, late[0].In(rule.Vi), c.says, name)
	}
}

// Visits clash where both have a day and one of the same leader, or of the same commune;
// the order in which they are given does not count.
func TestWhichVisitsClash(t *testing.T) {
	t.Parallel()
	made := func(id, leader string, commune org.UnitCode, days ...int) visit.Visit {
		v := visit.Visit{ID: id, Leader: leader, Commune: commune}
		if len(days) > 0 {
			v.Start = rule.On(rule.Day(2021, 12, days[0]))
		}
		if len(days) > 1 {
			v.End = rule.On(rule.Day(2021, 12, days[1]))
		}
		return v
	}
	for name, c := range map[string]struct {
		given []visit.Visit
		want  []string
	}{
		"one leader, one day":           {[]visit.Visit{made("a", "l1", "01", 3), made("b", "l1", "02", 3)}, []string{"visit.leader-clash visits[1].leader"}},
		"one commune, one day":          {[]visit.Visit{made("a", "l1", "01", 3), made("b", "l2", "01", 3)}, []string{"visit.commune-clash visits[1].commune"}},
		"another day":                   {[]visit.Visit{made("a", "l1", "01", 3), made("b", "l1", "01", 4)}, nil},
		"no day":                        {[]visit.Visit{made("a", "l1", "01"), made("b", "l1", "01")}, nil},
		"no leader":                     {[]visit.Visit{made("a", "", "01", 3), made("b", "", "02", 3)}, nil},
		"the later one is given first":  {[]visit.Visit{made("a", "l1", "01", 5), made("b", "l1", "02", 3, 5)}, []string{"visit.leader-clash visits[0].leader"}},
		"two leaders in turns":          {[]visit.Visit{made("a", "l1", "01", 3), made("b", "l2", "02", 3), made("c", "l1", "03", 3), made("d", "l2", "04", 3)}, []string{"visit.leader-clash visits[2].leader", "visit.leader-clash visits[3].leader"}},
		"one goes on, and one after it": {[]visit.Visit{made("a", "l1", "01", 3, 6), made("b", "l1", "02", 4), made("c", "l1", "03", 6), made("d", "l1", "04", 7)}, []string{"visit.leader-clash visits[1].leader", "visit.leader-clash visits[2].leader"}},
		"ends on the day it begins":     {[]visit.Visit{made("a", "l1", "01", 3, 3), made("b", "l1", "02", 4)}, nil},
	} {
		var got []string
		for _, f := range (visit.Policy{}).CheckTogether(c.given, assignment.Roster{}) {
			if f.Code() == visit.AdviceLeaderClash || f.Code() == visit.AdviceCommuneClash {
				got = append(got, string(f.Code())+" "+string(f.Path))
			}
		}
		assert.Equal(t, c.want, got, name)
	}
}

// A visit was dropped on the day that is said, whatever was told of it later; where no day
// is said, not before the last notice of it.
func TestTheDayOfADroppedVisit(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.Notices[0].Sent = rule.On(day.AddDays(-4))
	v.Dropped = &visit.Dropped{On: rule.On(day.AddDays(-6))}
	assert.Equal(t, visit.Cancelled, v.StateOn(day.AddDays(-5)))
	v.Dropped.On = rule.Moment{}
	assert.NotEqual(t, visit.Cancelled, v.StateOn(day.AddDays(-5)))
	assert.NotEqual(t, visit.Notified, v.StateOn(day.AddDays(-4)), "from then on nobody knows")
}

// A visit of the team alone draws advice where it lacks what is asked of it, and only there:
// not for content where the text asks none, nor for blank items where these count.
func TestWhatATeamAloneLacks(t *testing.T) {
	t.Parallel()
	text := func(duties ...rule.DutyID) duty.Basis {
		p := duty.BasisParts{ID: "b", Source: rule.Source{Kind: rule.Decision, Number: "1/QĐ"}, Provisions: map[rule.DutyID]rule.Source{}, Binds: rule.Span{From: rule.Day(2021, 1, 1)}}
		for _, d := range duties {
			p.Provisions[d] = rule.Source{Article: "1"}
		}
		return duty.MustBasis(p)
	}
	for name, c := range map[string]struct {
		policy visit.Policy
		items  []string
		want   bool
	}{
		"content asked and given":      {visit.Policy{Basis: text(duty.NotifyVisit, duty.VisitContent)}, []string{"xi măng"}, false},
		"content asked, blank":         {visit.Policy{Basis: text(duty.NotifyVisit, duty.VisitContent)}, []string{" "}, true},
		"content asked, blank counts":  {visit.Policy{Basis: text(duty.NotifyVisit, duty.VisitContent), BlankContent: true}, []string{" "}, false},
		"none asked, blank":            {visit.Policy{Basis: text(duty.NotifyVisit), Generic: visit.RefuseGeneric}, []string{" "}, false},
		"none asked, generic refused":  {visit.Policy{Basis: text(duty.NotifyVisit), Generic: visit.RefuseGeneric}, []string{"nắm tình hình"}, true},
		"none asked, nothing set down": {visit.Policy{Basis: text(duty.NotifyVisit), Generic: visit.RefuseGeneric}, nil, false},
	} {
		v := inOrder()
		v.Items, v.Participants = c.items, []visit.Participant{{Role: visit.TeamMember}}
		assert.Equal(t, c.want, len(c.policy.Check(v, minhLuong()).Of(visit.AdviceTeamAlone)) > 0, name)
	}
}
