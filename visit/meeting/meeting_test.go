package meeting_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/meeting"
	"github.com/giupxa/giupxa/visit/visittest"
	"github.com/giupxa/giupxa/visit/workday"
)

var day = rule.Day(2021, 12, 3)

func cases(t *testing.T) []ruletest.Case {
	t.Helper()
	all, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	return all
}

func TestPolicy(t *testing.T) {
	t.Parallel()
	visittest.RunMeetings(t, meeting.Policy{}, os.DirFS("testdata/cases"))
}

func TestEveryPolicyPasses(t *testing.T) {
	t.Parallel()
	for i := range 64 {
		p := meeting.Policy{AnyLeader: i&1 != 0, TeamForLeader: i&2 != 0, BothRecorded: i&4 != 0, DeputyApart: i&8 != 0}
		if i&16 != 0 {
			p.Kinds = []visit.MeetingKind{"peoples-council", visit.Village}
		}
		if i&32 != 0 {
			p.LeadTime = visit.WorkingDays(1 + i%3).Strictly()
		}
		require.NoError(t, visittest.CheckMeetings(p, nil), "%+v", p)
	}
	elsewhere, err := workday.New(workday.Parts{ID: "x", Version: "1", Coverage: rule.Year(2030), Weekend: rule.Source{Kind: rule.Notice, Number: "1/TB"}})
	require.NoError(t, err)
	require.NoError(t, visittest.CheckMeetings(meeting.Policy{LeadTime: visit.WorkingDays(3), Calendar: elsewhere}, nil))
	require.ErrorContains(t, visittest.CheckMeetings(meeting.Policy{Kinds: []visit.MeetingKind{"a", "a"}}, nil), "twice")
}

func TestEveryCodeHasCases(t *testing.T) {
	t.Parallel()
	// A moment that does not exist cannot be read from a case file; see TestMomentsThatDoNotExist.
	all := append(cases(t), ruletest.Case{Name: "moment",
		Breaks: []ruletest.Expected{{Code: meeting.ErrMoment}}, Keeps: []rule.Code{meeting.ErrMoment}})
	require.NoError(t, ruletest.Complete(meeting.Rules(), all))
}

// ours is a meeting of Minh Lương in order.
func ours() meeting.Meeting {
	return meeting.Meeting{ID: "m", Commune: "03112", Kind: visit.Village, Start: rule.At(day, 14, 0), Held: true, InvitationsComplete: true,
		Invitations: []meeting.Invitation{{Leader: "l1", Sent: rule.On(day.AddDays(-4))}, {Leader: "l2", Sent: rule.On(day.AddDays(-4))}},
		Present:     []meeting.Presence{{Leader: "l1", By: visit.ByLeader}}}
}

func roster() assignment.Roster {
	r, err := assignment.NewRoster(assignment.Entries{
		Leaders: []assignment.Leader{{ID: "l1", Post: "Phó Giám đốc", Body: "so-khdt"}, {ID: "l2", Post: "Phó Chủ tịch", Body: "hoi-nong-dan-tinh"}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}},
			{ID: "a2", Leader: "l2", Commune: "03112", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
	})
	if err != nil {
		panic(err)
	}
	return r
}

// A village meeting: one leader came, one declined; nobody was forgotten.
func Example() {
	var m meeting.Meeting
	err := json.Unmarshal([]byte(`{
		"format": "giupxa.meeting/1",
		"id": "m1", "commune": "03112", "kind": "village", "start": "2021-12-03T14:00", "held": true,
		"invitations": [
			{ "leader": "l1", "sent": "2021-11-30", "answer": "accepted" },
			{ "leader": "l2", "sent": "2021-11-30", "answer": "declined", "why": "họp Tỉnh ủy" }
		],
		"present": [ { "leader": "l1", "by": "leader", "grasped": ["24 hộ chờ xi măng"], "explained": ["cơ chế hỗ trợ xi măng"] } ]
	}`), &m)
	if err != nil {
		fmt.Println(err)
		return
	}
	policy := meeting.Policy{}
	fmt.Println(len(policy.Check(m, roster())), "findings")
	for _, r := range policy.Records(m, roster()) {
		fmt.Println(r.Kind, r.Duty, r.By, "->", r.To)
	}
	// Output:
	// 0 findings
	// invited meeting.invite 03112 -> l1
	// invited meeting.invite 03112 -> l2
	// attended meeting.attend l1 -> 03112
}

func ExamplePolicy_Check() {
	m := ours()
	m.Invitations = m.Invitations[:1]
	for _, f := range (meeting.Policy{}).Check(m, roster()) {
		fmt.Println(f.Code(), f)
	}
	fmt.Println(len(meeting.Policy{AnyLeader: true}.Check(m, roster())))
	// Output:
	// meeting.not-all-invited chưa ghi nhận xã mời Phó Chủ tịch, hoi-nong-dan-tinh; mọi lãnh đạo được phân công vào ngày họp đều được mời
	// 0
}

func ExamplePolicy_Owed() {
	m := ours()
	m.Invitations = m.Invitations[:1]
	policy := meeting.Policy{}
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.Invited, Through: day}}, policy.Records(m, roster())...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, due := range policy.Owed(m, roster()) {
		fmt.Println(due.To, due.Status(register, day.AddDays(9)).Status)
	}
	// Output:
	// l1 fulfilled
	// l2 breached
}

// The leader goes to the meeting: the visit carries the invitation, which serves as notice.
func ExampleMeeting_InvitationOf() {
	m := ours()
	m.Agenda = []string{"xi măng cho 62 hộ"}
	m.Invitations[0].Answer, m.Invitations[0].Answered = meeting.Accepted, rule.On(day.AddDays(-2))
	in, _ := m.InvitationOf("l1")
	v := visit.Visit{ID: "v1", Commune: m.Commune, Leader: "l1", Start: m.Start, Invitation: &in}
	for _, f := range (visit.Policy{}).Check(v, roster()) {
		fmt.Println(f.Kind, f.Code())
	}
	_, ok := m.InvitationOf("l9")
	in, _ = m.InvitationOf("l2")
	fmt.Println(ok, in.Accepted.IsZero())
	// Output:
	// advice visit.invitation-serves
	// false true
}

// Of several invitations the last one sent before the meeting is in force, wherever it stands.
func TestTheInvitationInForce(t *testing.T) {
	t.Parallel()
	of := func(sent, answered rule.Moment, answer meeting.Answer) meeting.Invitation {
		return meeting.Invitation{Leader: "l1", Sent: sent, Answered: answered, Answer: answer}
	}
	on := func(days int) rule.Moment { return rule.On(day.AddDays(days)) }
	none := rule.Moment{}
	for name, c := range map[string]struct {
		list     [2]meeting.Invitation
		sent     rule.Moment
		accepted rule.Moment
	}{
		"a later one, accepted":            {[2]meeting.Invitation{of(on(-9), on(-8), meeting.Declined), of(on(-3), on(-2), meeting.Accepted)}, on(-3), on(-2)},
		"a later one, without an answer":   {[2]meeting.Invitation{of(on(-9), on(-8), meeting.Accepted), of(on(-3), none, 0)}, on(-3), none},
		"one after the meeting began":      {[2]meeting.Invitation{of(on(-9), on(-8), meeting.Accepted), of(rule.At(day, 14, 0), none, 0)}, on(-9), on(-8)},
		"one on the day, without a time":   {[2]meeting.Invitation{of(on(-9), on(-8), meeting.Accepted), of(on(0), none, 0)}, on(-9), on(-8)},
		"one without a day":                {[2]meeting.Invitation{of(on(-9), on(-8), meeting.Accepted), of(none, none, 0)}, on(-9), on(-8)},
		"one answered before the other":    {[2]meeting.Invitation{of(none, on(-8), meeting.Accepted), of(on(-3), none, 0)}, on(-3), none},
		"one answered after the other":     {[2]meeting.Invitation{of(none, on(-2), meeting.Accepted), of(on(-3), none, meeting.Declined)}, on(-3), none},
		"both after it":                    {[2]meeting.Invitation{of(on(1), on(2), meeting.Accepted), of(on(3), none, 0)}, on(3), none},
		"the same day, and one accepted":   {[2]meeting.Invitation{of(on(-3), on(-2), meeting.Accepted), of(rule.At(day.AddDays(-3), 8, 0), none, 0)}, rule.At(day.AddDays(-3), 8, 0), none},
		"the same day, and both have time": {[2]meeting.Invitation{of(rule.At(day.AddDays(-3), 9, 0), on(-2), meeting.Accepted), of(rule.At(day.AddDays(-3), 8, 0), none, 0)}, rule.At(day.AddDays(-3), 9, 0), on(-2)},
	} {
		m := ours()
		for range 2 {
			m.Invitations = []meeting.Invitation{{Leader: "l2", Sent: on(-1)}, c.list[0], c.list[1]}
			in, ok := m.InvitationOf("l1")
			assert.True(t, ok, name)
			assert.Equal(t, c.sent, in.Sent, name)
			assert.Equal(t, c.accepted, in.Accepted, name)
			c.list[0], c.list[1] = c.list[1], c.list[0]
		}
	}
}

func ExamplePolicy_Counts() {
	fmt.Println(meeting.Policy{}.Counts("peoples-council"))
	fmt.Println(meeting.Policy{Kinds: append(meeting.NamedKinds(), "peoples-council")}.Counts("peoples-council"))
	// Output:
	// false true
	// true true
}

func ExampleSinceContact() {
	contacts := []meeting.Contact{
		{ID: "c1", Assignment: "a1", With: laocai.DistrictSteering, On: rule.On(rule.Day(2021, 9, 1))},
		{ID: "c2", Assignment: "a1", With: laocai.DistrictSteering, On: rule.On(rule.Day(2021, 11, 15))},
	}
	list, err := meeting.SinceContact(contacts, roster(), day, laocai.DistrictSteering)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range list {
		fmt.Println(s.Assignment, s.Last, s.Days)
	}
	// Output:
	// a1 2021-11-15 18
	// a2 0000-00-00 203
}

func ExamplePolicy_ContactRecords() {
	c := meeting.Contact{ID: "c1", Assignment: "a1", With: laocai.DistrictSteering, On: rule.On(rule.Day(2021, 11, 15))}
	for _, r := range (meeting.Policy{}).ContactRecords(c, roster()) {
		fmt.Println(r.Kind, r.Object.Per, r.Object.ID, r.By, "->", r.To)
	}
	fmt.Println(meeting.Policy{}.CheckContact(c, roster()))
	// Output:
	// contact-made assignment a1 l1 -> bcd-huyen
}

func TestSinceContact(t *testing.T) {
	t.Parallel()
	r := roster()
	on := func(d int) rule.Moment { return rule.On(rule.Day(2021, 11, d)) }
	list := []meeting.Contact{{Assignment: "a1", With: "x", On: on(10)}, {Assignment: "a1", With: "x", On: on(5)}, {Assignment: "a1", With: "x", On: on(30)},
		{Assignment: "a1", With: "y", On: on(29)}, {Assignment: "a1", With: "x"}, {Assignment: "a1", With: "x", On: rule.On(rule.Day(2021, 11, 31))}, {Assignment: "a9", With: "x", On: on(20)}}
	got, err := meeting.SinceContact(list, r, rule.Day(2021, 11, 20), "x", "y")
	require.NoError(t, err)
	assert.Equal(t, []meeting.Since{{"a1", "x", rule.Day(2021, 11, 10), 10}, {"a1", "y", got[1].Last, 190}, {"a2", "x", got[1].Last, 190}, {"a2", "y", got[1].Last, 190}}, got)
	assert.True(t, got[1].Last.IsZero(), "what comes later is not known on that day")
	got, err = meeting.SinceContact(list, r, rule.Day(2021, 5, 13), "x")
	require.NoError(t, err)
	assert.Equal(t, []meeting.Since{}, got, "no assignment is active")
	_, err = meeting.SinceContact(list, r, rule.Day(2021, 2, 30), "x")
	require.ErrorIs(t, err, rule.ErrNotADay)
}

func TestMomentsThatDoNotExist(t *testing.T) {
	t.Parallel()
	never := rule.On(rule.Day(2021, 2, 30))
	for path, spoil := range map[rule.Path]func(*meeting.Meeting){
		"start":                   func(m *meeting.Meeting) { m.Start = never },
		"end":                     func(m *meeting.Meeting) { m.End = never },
		"invitations[0].sent":     func(m *meeting.Meeting) { m.Invitations[0].Sent = never },
		"invitations[0].answered": func(m *meeting.Meeting) { m.Invitations[0].Answered = never },
		"present[0].reported":     func(m *meeting.Meeting) { m.Present[0].Reported = never },
	} {
		m := ours()
		assert.Empty(t, meeting.Policy{}.Check(m, roster()))
		spoil(&m)
		found := meeting.Policy{LeadTime: visit.WorkingDays(1)}.Check(m, roster()).Of(meeting.ErrMoment)
		require.Len(t, found, 1, path)
		assert.Equal(t, path, found[0].Path)
		for _, r := range (meeting.Policy{}).Records(m, roster()) {
			assert.NotEqual(t, never, r.On)
		}
		_ = meeting.Policy{}.Owed(m, roster())
	}
	c := meeting.Contact{ID: "c", Assignment: "a1", With: "x", On: never}
	require.ErrorIs(t, meeting.Policy{}.CheckContact(c, roster()).Err(), meeting.ErrMoment)
	c.On = rule.On(day)
	assert.Equal(t, rule.Undecided, meeting.Policy{}.CheckContact(c, assignment.Roster{})[0].Kind, "a roster that holds nothing says nothing")
	assert.Empty(t, meeting.Policy{}.Check(meeting.Meeting{Start: rule.On(day), Invitations: []meeting.Invitation{{Leader: "x"}}}, assignment.Roster{}))
}

// Each id that is spelled otherwise is read.
func TestIdsAreReadInOneSpelling(t *testing.T) {
	t.Parallel()
	r, err := assignment.NewRoster(assignment.Entries{
		Leaders: []assignment.Leader{{ID: "gđ", Body: "b"}},
		Assignments: []assignment.Assignment{{ID: "đ1", Leader: "gđ", Commune: "xã", Span: rule.Span{From: rule.Day(2021, 1, 1)},
			Team: []assignment.Member{{ID: "tổ"}}}},
	})
	require.NoError(t, err)
	nfd := func(s string) string { return strings.ReplaceAll(norm.NFD.String(s), "đ", "ð") }
	made := func(in func(string) string) meeting.Meeting {
		return meeting.Meeting{ID: in("họp"), Commune: org.UnitCode(in("xã")), Kind: visit.MeetingKind(in("họp xã")), Start: rule.On(day), Held: true, InvitationsComplete: true,
			Invitations: []meeting.Invitation{{Leader: in("gđ"), Sent: rule.On(day.AddDays(-1))}},
			Present:     []meeting.Presence{{Leader: in("gđ"), By: visit.ByTeam, Members: []string{in("tổ")}, Reported: rule.On(day)}}}
	}
	p := meeting.Policy{Kinds: []visit.MeetingKind{visit.MeetingKind(nfd("họp xã"))}}
	plain, other := made(func(s string) string { return s }), made(nfd)
	assert.Equal(t, p.Records(plain, r), p.Records(other, r))
	assert.Equal(t, p.Check(plain, r), p.Check(other, r))
	assert.Equal(t, p.Owed(plain, r), p.Owed(other, r))
	require.Len(t, p.Records(other, r), 3)
	assert.Equal(t, nfd("gđ"), other.Invitations[0].Leader, "what the caller holds is left alone")
	c := meeting.Contact{ID: "c", Assignment: nfd("đ1"), With: "x", On: rule.On(day)}
	assert.Len(t, p.ContactRecords(c, r), 1)
}

// Another province is another value: its own text, and only the duties that it lays down.
func TestAnotherProvince(t *testing.T) {
	t.Parallel()
	all := map[rule.DutyID]rule.Source{duty.Invite: {Article: "5"}, duty.LeaderAttends: {Article: "6"}, duty.TeamAttends: {Article: "7"}, duty.TeamReports: {Article: "8"}, duty.KeepContact: {Article: "9"}}
	own := func(without rule.DutyID) meeting.Policy {
		provisions := map[rule.DutyID]rule.Source{duty.SetAsideTime: {Article: "1"}}
		for d, s := range all {
			if d != without {
				provisions[d] = s
			}
		}
		return meeting.Policy{Basis: duty.MustBasis(duty.BasisParts{ID: "thu-nghiem-2022", Provisions: provisions,
			Source: rule.Source{Kind: rule.Plan, Number: "12/KH-UBND", Issuer: "UBND tỉnh Thử Nghiệm"}, Binds: rule.Span{From: rule.Day(2021, 6, 1)}})}
	}
	m := ours()
	m.Invitations = m.Invitations[:1]
	m.Present = []meeting.Presence{{Leader: "l1", By: visit.ByLeader}, {Leader: "l2", By: visit.ByTeam, Members: []string{"x"}, Reported: rule.On(day)}}
	c := meeting.Contact{ID: "c", Assignment: "a1", With: "x", On: rule.On(day)}
	said := func(p meeting.Policy) string {
		data, err := json.Marshal([]any{p.Check(m, roster()), p.Records(m, roster()), p.Owed(m, roster()), p.ContactRecords(c, roster()), p.CheckContact(c, roster()), p.Edition(), p})
		require.NoError(t, err)
		return string(data)
	}
	whole := said(own(""))
	assert.NotContains(t, whole, "Lào Cai")
	assert.NotContains(t, whole, "lao-cai")
	assert.Contains(t, said(meeting.Policy{}), "Lào Cai")
	for d := range all {
		assert.Contains(t, whole, string(d))
		assert.NotContains(t, said(own(d)), string(d), "what the text does not lay down is not judged, owed or recorded")
		require.NoError(t, visittest.CheckMeetings(own(d), nil))
	}
}

func TestEdition(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, p := range []meeting.Policy{{}, {AnyLeader: true}, {TeamForLeader: true}, {BothRecorded: true}, {DeputyApart: true}, {Kinds: []visit.MeetingKind{visit.Village}},
		{LeadTime: visit.WorkingDays(3)}, {LeadTime: visit.CalendarDays(3)}, {ReportDue: 3}} {
		assert.False(t, seen[p.Edition().Digest])
		seen[p.Edition().Digest] = true
	}
	assert.Equal(t, meeting.Policy{}.Edition(), meeting.Policy{Kinds: meeting.NamedKinds()}.Edition())
	p := meeting.Policy{Kinds: []visit.MeetingKind{"a", "b"}, LeadTime: visit.WorkingDays(3)}
	whole := p.Edition().Digest
	maintain.Vary(&p, func(at string) { assert.NotEqual(t, whole, p.Edition().Digest, at) })
}

func TestJSON(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, meeting.Meeting{}, meeting.Policy{}, meeting.Invitation{}, meeting.Presence{}, meeting.Contact{}, meeting.Since{})
	maintain.Codes(t, "testdata/codes.txt", meeting.Rules())
	maintain.Enum[meeting.Answer](t)
	maintain.Long(t, os.DirFS("testdata/cases"), visittest.JudgeMeeting(meeting.Policy{BothRecorded: true}))
	maintain.Lead(t, cases(t), visittest.JudgeMeeting(meeting.Policy{}), "meeting.schema.json", "meeting-policy.schema.json", "contact.schema.json")
	var m meeting.Meeting
	found, ok := rule.FindingsIn(json.Unmarshal([]byte(`{"id":"","commune":"03112","kind":7,"invitations":[{"answer":"perhaps"}],"x":1}`), &m))
	require.True(t, ok)
	var got []string
	for _, f := range found {
		got = append(got, string(f.Path)+" "+string(f.Code()))
	}
	assert.Equal(t, []string{"kind form.wrong-type", "invitations[0].answer form.unreadable", "x form.unknown-key", "id form.required", "invitations[0].leader form.required"}, got)
	for _, r := range []json.Unmarshaler{&m, new(meeting.Policy), new(meeting.Contact)} {
		require.ErrorIs(t, json.Unmarshal([]byte(`{"format":"giupxa.other/1"}`), r), form.ErrFormat)
	}
}

func TestMeetingsAreLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	p := meeting.Policy{LeadTime: visit.WorkingDays(3), BothRecorded: true}
	one := meeting.Policy{LeadTime: visit.WorkingDays(10_000), AnyLeader: true} // no last day can be told
	for name, fill := range map[string]func(m *meeting.Meeting, i int){
		"leaders who are not invited": func(m *meeting.Meeting, _ int) { m.Invitations = m.Invitations[:1] },
		"invitations": func(m *meeting.Meeting, i int) {
			m.Invitations = append(m.Invitations, meeting.Invitation{Leader: strconv.Itoa(i), Sent: m.Start})
		},
		"invitations of whom one is enough": func(m *meeting.Meeting, i int) {
			m.Invitations = append(m.Invitations, meeting.Invitation{Leader: strconv.Itoa(i), Sent: rule.On(day.AddDays(-1))})
		},
		"one leader many times": func(m *meeting.Meeting, _ int) { m.Invitations = append(m.Invitations, m.Invitations[0]) },
		"those who came": func(m *meeting.Meeting, i int) {
			m.Present = append(m.Present, meeting.Presence{Leader: strconv.Itoa(i), By: visit.ByTeam, Members: []string{"x"}, Reported: rule.On(day)})
		},
		"members": func(m *meeting.Meeting, _ int) { m.Present[0].Members = append(m.Present[0].Members, "x") },
	} {
		maintain.Linear(t, name, 100, 400, func(n int) func() int {
			e := assignment.Entries{}
			m := ours()
			for i := range n {
				id := strconv.Itoa(i)
				e.Leaders = append(e.Leaders, assignment.Leader{ID: id, Body: "b"})
				e.Assignments = append(e.Assignments, assignment.Assignment{ID: id, Leader: id, Commune: "03112", Span: rule.Span{From: rule.Day(2021, 1, 1)}, Team: []assignment.Member{{ID: "y"}}})
				fill(&m, i)
			}
			m.Invitations[0].Leader, m.Present[0].Leader = "0", "0"
			r, err := assignment.NewRoster(e)
			require.NoError(t, err)
			return func() int {
				found := len(p.Check(m, r)) + len(p.Owed(m, r)) + len(one.Check(m, r))
				for _, record := range p.Records(m, r) {
					found += 1 + len(record.Findings)
				}
				return found
			}
		})
	}
}

func FuzzMeeting(f *testing.F) {
	f.Add([]byte(`{"id":"m","commune":"03112","kind":"village","start":"2021-12-03","held":true,"invitations":[{"leader":"l1","sent":"2021-12-03"}]}`), byte(0))
	f.Add([]byte(`{"id":"m","commune":"03112","start":"2021-12-03T14:00","invitations":[{"leader":"l1"},{"leader":"l1"}],"present":[{"leader":"l2","by":"team"}]}`), byte(255))
	r := roster()
	f.Fuzz(func(t *testing.T, data []byte, flip byte) {
		var m meeting.Meeting
		err := json.Unmarshal(data, &m)
		if _, ok := rule.FindingsIn(err); err != nil && !ok && json.Valid(data) {
			t.Fatalf("%q is JSON and stopped the reader: %v", data, err)
		}
		p := meeting.Policy{AnyLeader: flip&1 != 0, TeamForLeader: flip&2 != 0, BothRecorded: flip&4 != 0, DeputyApart: flip&8 != 0}
		if flip&16 != 0 {
			p.LeadTime = visit.WorkingDays(3)
		}
		for _, fd := range p.Check(m, r) {
			if fd.String() == "" || fd.In(rule.En) == "" || len(fd.Unfilled()) > 0 {
				t.Fatalf("%q: a finding without words", data)
			}
		}
		facts := p.Records(m, r)
		if err != nil || m.ID == "" {
			return
		}
		reg, err := duty.NewRegister(nil, facts...)
		if err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		for _, due := range p.Owed(m, r) {
			_ = due.Status(reg, rule.Day(2022, 1, 1))
		}
	})
}

// The rows of the dispatch on visits and meetings wait for no rule any longer.
func TestRowsAreGuarded(t *testing.T) {
	t.Parallel()
	for _, row := range laocai.Waiting(append(visit.Rules(), meeting.Rules()...)...) {
		assert.NotContains(t, []int{19, 20, 31, 32, 54, 57}, row.Number)
	}
}
