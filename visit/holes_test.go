package visit_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
)

// facts tells the facts of a visit in short.
func facts(p visit.Policy, v visit.Visit, r assignment.Roster) []string {
	list := []string{}
	for _, f := range p.Records(v, r) {
		list = append(list, string(f.Kind)+" "+string(f.Duty)+" "+f.Object.ID)
	}
	return list
}

func of(r assignment.Roster) assignment.Assignment { return r.Assignments()[0] }

// A visit that was not made is attended by nobody, and one without a day is no fact.
func TestAttendanceIsOfVisitsMade(t *testing.T) {
	t.Parallel()
	r := minhLuong()
	v := inOrder()
	v.Notices = nil
	v.Participants = []visit.Participant{{Role: visit.Leader}, {Role: visit.TeamMember}}
	v.Invitation = &visit.Invitation{ID: "m", From: v.Commune, Sent: rule.On(v.Start.Date.AddDays(-1))}
	invited := []string{"invited meeting.invite m"}
	assert.Equal(t, invited, facts(visit.Policy{}, v, r))
	v.Made = true
	a := of(r).ID
	assert.Equal(t, append([]string{"visit-made visit.time " + a, "visit-made visit.content " + v.ID, "visit-made visit.notify " + v.ID},
		"invited meeting.invite m", "attended meeting.attend m", "attended meeting.team-attend m"), facts(visit.Policy{}, v, r))
	v.Participants = v.Participants[:1]
	assert.NotContains(t, facts(visit.Policy{}, v, r), "attended meeting.team-attend m")
	v.Participants = []visit.Participant{{Role: visit.Deputy}}
	assert.Contains(t, facts(visit.Policy{}, v, r), "attended meeting.attend m")
	v.Participants = []visit.Participant{{Role: visit.TeamMember}}
	assert.NotContains(t, facts(visit.Policy{}, v, r), "attended meeting.attend m")
	v.Start = rule.Moment{}
	assert.Empty(t, facts(visit.Policy{}, v, r))
}

// An invitation that came after the start is none; one of which the hour is not known may
// be one, and says so.
func TestInvitationsComeBeforeTheMeeting(t *testing.T) {
	t.Parallel()
	r := minhLuong()
	for _, c := range []struct {
		name           string
		sent, accepted rule.Moment
		facts          int
		undecided      bool
	}{
		{"the day before", rule.On(day.AddDays(-1)), rule.Moment{}, 1, false},
		{"the day after", rule.On(day.AddDays(1)), rule.Moment{}, 0, false},
		{"that day, no hour", rule.On(day), rule.Moment{}, 1, true},
		{"not known, accepted before", rule.Moment{}, rule.On(day.AddDays(-1)), 1, false},
		{"not known, accepted after", rule.Moment{}, rule.On(day.AddDays(1)), 1, true},
		{"not known at all", rule.Moment{}, rule.Moment{}, 1, true},
	} {
		v := inOrder()
		v.Invitation = &visit.Invitation{ID: "m", From: v.Commune, Sent: c.sent, Accepted: c.accepted}
		var list []duty.Record
		for _, f := range (visit.Policy{}).Records(v, r) {
			if f.Kind == duty.Invited {
				list = append(list, f)
			}
		}
		require.Len(t, list, c.facts, c.name)
		if c.facts > 0 {
			assert.Equal(t, c.undecided, list[0].Findings.Has(rule.Undecided), c.name)
		}
	}
}

// A report is a fact on its day: without one it is none, nor without its author.
func TestReportsHaveADay(t *testing.T) {
	t.Parallel()
	r := minhLuong()
	a := of(r)
	sent := rule.On(day.AddDays(3))
	for _, c := range []struct {
		report visit.Report
		want   string
	}{
		{visit.Report{By: "03112", To: "x", Sent: sent}, "results-reported commune.report 03112"},
		{visit.Report{By: "03112", To: "x"}, ""},
		{visit.Report{To: "x", Sent: sent}, ""},
		{visit.Report{By: "03112", To: "x", Sent: rule.On(rule.Day(2021, 2, 30))}, ""},
		{visit.Report{By: "tổ", To: a.Leader, Sent: sent}, "team-reported team.report " + a.ID},
		{visit.Report{By: a.Leader, To: a.Leader, Sent: sent}, ""},
		{visit.Report{By: "tổ", To: "x", Sent: sent}, ""},
	} {
		v := inOrder()
		v.Notices, v.Reports = nil, []visit.Report{c.report}
		want := []string{c.want}
		if c.want == "" {
			want = []string{}
		}
		assert.Equal(t, want, facts(visit.Policy{}, v, r), c.report)
	}
	v := inOrder()
	v.Notices, v.Reports, v.Assignment, v.Leader = nil, []visit.Report{{By: "tổ", To: "l9", Sent: sent}}, "", "l9"
	assert.Empty(t, facts(visit.Policy{}, v, r), "no assignment to which the team belongs")
}

// The assignment and its own leader agree; another leader, commune or day does not.
func TestAssignmentBesideItsLeader(t *testing.T) {
	t.Parallel()
	r := minhLuong()
	a := of(r)
	check := func(change func(*visit.Visit)) []string {
		v := inOrder()
		v.Assignment, v.Leader = a.ID, a.Leader
		change(&v)
		var got []string
		for _, f := range (visit.Policy{}).Check(v, r).Of(visit.ErrNotAssigned) {
			got = append(got, f.Kind.String()+" "+string(f.Path))
		}
		return got
	}
	assert.Empty(t, check(func(*visit.Visit) {}))
	assert.Empty(t, check(func(v *visit.Visit) { v.Leader = "" }))
	assert.Empty(t, check(func(v *visit.Visit) { v.Assignment = "" }))
	assert.Equal(t, []string{"broken assignment"}, check(func(v *visit.Visit) { v.Leader = "l9" }))
	assert.Equal(t, []string{"broken assignment"}, check(func(v *visit.Visit) { v.Assignment = "a9" }))
	assert.Equal(t, []string{"broken assignment"}, check(func(v *visit.Visit) { v.Commune = "02794" }))
	assert.Equal(t, []string{"broken leader"}, check(func(v *visit.Visit) { v.Assignment, v.Leader = "", "l9" }))
	assert.Equal(t, []string{"undecided assignment"}, check(func(v *visit.Visit) { v.Assignment, v.Leader = "", "" }))
	early := a.Span.From.AddDays(-1)
	assert.Equal(t, []string{"broken assignment"}, check(func(v *visit.Visit) { v.Start, v.Notices = rule.On(early), nil }))
	v := inOrder()
	v.Assignment = a.ID
	found := visit.Policy{}.Check(v, assignment.Roster{}).Of(visit.ErrNotAssigned)
	require.Len(t, found, 1)
	assert.Equal(t, rule.Undecided, found[0].Kind, "a roster that holds nothing says nothing")
}

// Where the host asks for it, what was announced and what the visit is for are held
// against each other, both ways.
func TestSameContentIsSaid(t *testing.T) {
	t.Parallel()
	r, p := minhLuong(), visit.Policy{SameContent: true}
	check := func(complete bool, items, told []string, more ...visit.Notice) []string {
		v := inOrder()
		v.NoticesComplete, v.Items, v.Notices[0].Items = complete, items, told
		v.Notices = append(v.Notices, more...)
		got := []string{}
		for _, f := range p.Check(v, r).Of(visit.ErrContentDiffers) {
			got = append(got, f.Kind.String()+" "+string(f.Path))
		}
		return got
	}
	road, market := "làm đường", "làm chợ"
	assert.Empty(t, check(true, []string{road}, []string{"Làm  ĐƯỜNG."}))
	assert.Equal(t, []string{"broken notices[0].items[0]", "broken items[0]"}, check(true, []string{road}, []string{market}))
	assert.Equal(t, []string{"broken notices[0].items[0]", "undecided items[0]"}, check(false, []string{road}, []string{market}), "another notice may have told it")
	assert.Equal(t, []string{"broken items[1]"}, check(true, []string{road, market}, []string{road}))
	assert.Equal(t, []string{"broken notices[0].items[1]"}, check(true, []string{road}, []string{road, market}))
	assert.Equal(t, []string{"undecided items"}, check(true, []string{road}, nil))
	assert.Equal(t, []string{"undecided items"}, check(true, nil, []string{road}))
	second := visit.Notice{To: "03112", Sent: inOrder().Notices[0].Sent, Items: []string{market}}
	assert.Empty(t, check(true, []string{road, market}, []string{road}, second), "two notices tell it together")
	second.Sent = inOrder().Start
	assert.Equal(t, []string{"broken items[1]"}, check(true, []string{road, market}, []string{road}, second), "a late one tells nothing")
	v := inOrder()
	v.Notices[0].Items = []string{market}
	assert.Empty(t, visit.Policy{}.Check(v, r), "only where the host asks for it")
}

// Each id that is spelled otherwise is read, whatever the others are.
func TestEachIdIsReadInOneSpelling(t *testing.T) {
	t.Parallel()
	r, err := assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "gđ", Body: "b"}},
		Assignments: []assignment.Assignment{{ID: "đ1", Leader: "gđ", Commune: "xã", Span: rule.Span{From: rule.Day(2021, 1, 1)}}},
	})
	require.NoError(t, err)
	made := func() visit.Visit {
		return visit.Visit{Participants: []visit.Participant{{Role: visit.Leader, ID: "gđ"}}, ID: "đi", Commune: "xã", Assignment: "đ1", Start: rule.At(day, 8, 0), Items: []string{"họp thôn"}, Made: true,
			Notices:    []visit.Notice{{To: "xã", For: "đi", Sent: rule.On(day.AddDays(-1))}},
			Invitation: &visit.Invitation{ID: "mời", From: "xã", Leader: "gđ", Sent: rule.On(day.AddDays(-1))},
			Reports:    []visit.Report{{By: "xã", To: "gđ", Sent: rule.On(day.AddDays(1))}, {By: "tổ", To: "gđ", Sent: rule.On(day.AddDays(1))}}}
	}
	want := visit.Policy{}.Records(made(), r)
	require.Len(t, want, 8)
	nfd := func(s string) string { return strings.ReplaceAll(norm.NFD.String(s), "đ", "ð") }
	for name, spell := range map[string]func(*visit.Visit){
		"to": func(v *visit.Visit) { v.Notices[0].To = org.UnitCode(nfd("xã")) }, "for": func(v *visit.Visit) { v.Notices[0].For = nfd("đi") },
		"by": func(v *visit.Visit) { v.Reports[0].By = nfd("xã") }, "reports to": func(v *visit.Visit) { v.Reports[1].To = nfd("gđ") },
		"meeting": func(v *visit.Visit) { v.Invitation.ID = nfd("mời") }, "from": func(v *visit.Visit) { v.Invitation.From = org.UnitCode(nfd("xã")) },
		"invited": func(v *visit.Visit) { v.Invitation.Leader = nfd("gđ") }, "id": func(v *visit.Visit) { v.ID = nfd("đi") },
		"commune": func(v *visit.Visit) { v.Commune = org.UnitCode(nfd("xã")) }, "assignment": func(v *visit.Visit) { v.Assignment = nfd("đ1") },
		"leader": func(v *visit.Visit) { v.Leader = nfd("gđ") }, "participant": func(v *visit.Visit) { v.Participants[0].ID = nfd("gđ") },
	} {
		v := made()
		spell(&v)
		assert.Equal(t, want, visit.Policy{}.Records(v, r), name)
		assert.Empty(t, visit.Policy{}.Check(v, r), name)
	}
}

// An invitation of another commune is named by it, one of another leader by its own id.
func TestWhoseInvitation(t *testing.T) {
	t.Parallel()
	r := minhLuong()
	for id, in := range map[string]visit.Invitation{"02794": {ID: "m", From: "02794"}, "m": {ID: "m", From: "03112", Leader: "l9"}} {
		v := inOrder()
		in.Sent = rule.On(day.AddDays(-1))
		v.Invitation = &in
		found := visit.Policy{}.Check(v, r).Of(visit.ErrInvitationOther)
		require.Len(t, found, 1, id)
		assert.Equal(t, rule.A("id", id), found[0].Args[0])
	}
}

// A notice carries what is said of it, and not what is said of another.
func TestEachNoticeCarriesItsFindings(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.Notices = append(v.Notices, v.Notices[0])
	v.Notices[1].Acknowledged = rule.On(day.AddDays(1))
	var got [][]string
	for _, f := range (visit.Policy{Acknowledged: true}).Records(v, minhLuong()) {
		paths := []string{}
		for _, x := range f.Findings {
			paths = append(paths, x.Kind.String()+" "+string(x.Path))
		}
		got = append(got, paths)
	}
	assert.Equal(t, [][]string{{"undecided notices[0].acknowledged"}, {"undecided notices[1].acknowledged"}}, got)
}

// A report before the visit discharges nothing; one with a result shows what was grasped.
func TestReportsAreJudged(t *testing.T) {
	t.Parallel()
	r, a := minhLuong(), of(minhLuong())
	v := inOrder()
	v.Made, v.Notices = true, nil
	v.Reports = []visit.Report{{By: "03112", To: "x", Sent: rule.On(day.AddDays(-1)), Result: " … "}, {By: "tổ", To: a.Leader, Sent: rule.On(day.AddDays(-1))}, {By: "tổ", To: a.Leader, Sent: rule.On(day), Result: "24 hộ chờ xi măng", Ref: "5/BC"}}
	grasped := 0
	for _, f := range (visit.Policy{}).Records(v, r) {
		switch f.Duty {
		case duty.GraspOnVisit:
			grasped++
			assert.Equal(t, "5/BC", f.Evidence.Ref)
		case duty.ReportResults, duty.TeamReports:
			assert.Equal(t, f.On.Date != day, f.Findings.Has(rule.Broken), f.On)
			for _, found := range f.Findings {
				assert.Equal(t, f.Duty, found.Duty())
			}
		}
	}
	assert.Equal(t, 1, grasped)
	v.Made = false
	assert.NotContains(t, strings.Join(facts(visit.Policy{}, v, r), "|"), "visit.grasp", "a visit that was not made")
}

// The ids of an agenda and of the visit in the place of another are read in one spelling too.
func TestIdsOfOthersInOneSpelling(t *testing.T) {
	t.Parallel()
	nfd := norm.NFD.String
	v := visit.Visit{ID: "v", Agenda: []visit.Item{{Text: "x", Activity: nfd("cầu")}}, Dropped: &visit.Dropped{To: nfd("dời")}}
	assert.Empty(t, visit.Policy{}.CheckAgenda(v, []string{"cầu"}))
	assert.NotEmpty(t, visit.Policy{}.CheckAgenda(v, nil))
	assert.Empty(t, visit.Policy{}.CheckTogether([]visit.Visit{v, {ID: "dời", MovedFrom: "v"}}, minhLuong()))
	assert.Equal(t, nfd("dời"), v.Dropped.To, "what the caller holds is left alone")
}
