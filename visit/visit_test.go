package visit_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/visittest"
)

var day = rule.Day(2021, 12, 3)

// inOrder is a visit to Minh Lương of which nothing is to be said.
func inOrder() visit.Visit {
	return visit.Visit{ID: "v1", Commune: "03112", Assignment: "a1", Start: rule.At(day, 14, 0),
		Items:   []string{"hỗ trợ xi măng láng nền cho 62 hộ"},
		Notices: []visit.Notice{{Sent: rule.On(day.AddDays(-2)), To: "03112"}},
	}
}

func cases(t *testing.T) []ruletest.Case {
	t.Helper()
	all, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	return all
}

func TestPolicy(t *testing.T) {
	t.Parallel()
	visittest.Run(t, visit.Policy{}, os.DirFS("testdata/cases"))
}

func TestEveryCodeHasCases(t *testing.T) {
	t.Parallel()
	// A moment that does not exist cannot be read from a case file; see TestMomentsThatDoNotExist.
	all := append(cases(t), ruletest.Case{Name: "moment",
		Breaks: []ruletest.Expected{{Code: visit.ErrMoment}}, Keeps: []rule.Code{visit.ErrMoment}})
	require.NoError(t, ruletest.Complete(visit.Rules(), all))
}

func TestMomentsThatDoNotExist(t *testing.T) {
	t.Parallel()
	never := rule.On(rule.Day(2021, 2, 30))
	roster := minhLuong()
	for path, spoil := range map[rule.Path]func(*visit.Visit){
		"start":                   func(v *visit.Visit) { v.Start = never },
		"end":                     func(v *visit.Visit) { v.End = never },
		"notices[0].sent":         func(v *visit.Visit) { v.Notices[0].Sent = never },
		"notices[0].acknowledged": func(v *visit.Visit) { v.Notices[0].Acknowledged = never },
		"reports[0].sent":         func(v *visit.Visit) { v.Reports = []visit.Report{{Sent: never}} },
		"invitation.sent":         func(v *visit.Visit) { v.Invitation = &visit.Invitation{From: "03112", Sent: never} },
		"invitation.accepted":     func(v *visit.Visit) { v.Invitation = &visit.Invitation{From: "03112", Accepted: never} },
	} {
		v := inOrder()
		assert.Empty(t, visit.Policy{}.Check(v, roster))
		spoil(&v)
		found := visit.Policy{Acknowledged: strings.HasSuffix(string(path), "acknowledged")}.Check(v, roster)
		require.ErrorIs(t, found.Err(), visit.ErrMoment, path)
		assert.Equal(t, path, found.Of(visit.ErrMoment)[0].Path)
		assert.Contains(t, found.Of(visit.ErrMoment)[0].String(), "2021-02-30")
		_ = visit.Policy{}.Records(v, roster)
		_ = visit.Policy{}.Owed(v, roster)
	}
	v := inOrder()
	v.End = rule.Moment{Time: civil.Time{Hour: 25}, Timed: true}
	require.ErrorIs(t, visit.Policy{}.Check(v, roster).Err(), visit.ErrMoment)
}

// Each reading has a field; its zero value is the default, and flipped it gives the
// alternative that its row names.
func TestReadingsFlip(t *testing.T) {
	t.Parallel()
	roster := minhLuong()
	for _, c := range []struct {
		code    rule.Code
		visit   func(*visit.Visit)
		flipped visit.Policy
	}{
		{visit.ErrContentBlank, func(v *visit.Visit) { v.Items = []string{"\t"} }, visit.Policy{BlankContent: true}},
		{visit.ErrNoticeElsewhere, func(v *visit.Visit) { v.Notices[0].To = "089" }, visit.Policy{AnyUnitTold: true}},
		{visit.ErrNoticeOfOld, func(v *visit.Visit) { v.MovedFrom, v.Notices[0].For = "v0", "v0" }, visit.Policy{OldNoticeServes: true}},
		{visit.AdviceInvitationServes, func(v *visit.Visit) {
			v.Notices = nil
			v.Invitation = &visit.Invitation{ID: "m", From: "03112", Accepted: rule.On(day.AddDays(-1)), Agenda: []string{"họp thôn"}}
		}, visit.Policy{SeparateNotice: true}},
		{visit.AdviceTeamAlone, func(v *visit.Visit) {
			v.Notices[0].Sent = v.Start
			v.Participants = []visit.Participant{{Role: visit.TeamMember}}
		}, visit.Policy{TeamFree: true}},
	} {
		v := inOrder()
		c.visit(&v)
		assert.NotEmpty(t, visit.Policy{}.Check(v, roster).Of(c.code), c.code)
		assert.Empty(t, c.flipped.Check(v, roster).Of(c.code), c.code)
		if c.code != visit.AdviceInvitationServes {
			assert.Empty(t, c.flipped.Check(v, roster), c.code)
			continue
		}
		found := c.flipped.Check(v, roster)
		require.Len(t, found, 1)
		assert.Equal(t, visit.ErrNoticeMissing, found[0].Code(), "a separate notice is needed, and none is recorded")
	}
	for _, r := range visit.Rules() {
		if r.Origin == rule.OriginReading {
			assert.NotEmpty(t, r.Alternative.Vi)
			assert.True(t, strings.HasPrefix(r.Switch, "Policy."), r.Code)
		}
	}
}

func TestAFindingCitesTheDispatchOnlyForItsWords(t *testing.T) {
	t.Parallel()
	for _, c := range cases(t) {
		_, found, err := visittest.Judge(visit.Policy{})(c.Given)
		if err != nil {
			continue
		}
		for _, f := range found {
			assert.Equal(t, f.Origin() == rule.OriginText, !f.Source().IsZero(), "%s: %s", c.Name, f.Code())
			assert.NotContains(t, f.String()+f.In(rule.En), "{", "%s: every placeholder is filled", c.Name)
		}
	}
}

func TestDutiesStandInTheCatalogue(t *testing.T) {
	t.Parallel()
	known := map[rule.DutyID]duty.Duty{}
	for _, d := range laocai.Catalogue() {
		known[d.ID] = d
	}
	for _, r := range visit.Rules() {
		if r.Duty != "" {
			assert.Contains(t, known, r.Duty, r.Code)
		}
	}
	v := inOrder()
	v.Made = true
	v.Participants = []visit.Participant{{Role: visit.Leader}, {Role: visit.TeamMember}}
	v.Invitation = &visit.Invitation{ID: "m", From: "03112", Sent: rule.On(day.AddDays(-3)), Accepted: rule.On(day.AddDays(-1)), Agenda: []string{"họp thôn"}}
	v.Reports = []visit.Report{{By: "m1", To: "l1", Sent: rule.On(day)}, {By: "03112", To: "l1", Sent: rule.On(day)}}
	facts := visit.Policy{}.Records(v, minhLuong())
	require.Len(t, facts, 10)
	for _, f := range facts {
		d, ok := known[f.Duty]
		require.True(t, ok, f.Duty)
		assert.Equal(t, d.Per, f.Object.Per, f.Duty)
		if f.Kind != duty.VisitMade {
			assert.Equal(t, d.Record, f.Kind, f.Duty)
		}
	}
	_, err := duty.NewRegister(nil, facts...)
	require.NoError(t, err)
}

func TestZeroValuesAndHostileInput(t *testing.T) {
	t.Parallel()
	assert.NotPanics(t, func() {
		found := visit.Policy{}.Check(visit.Visit{}, assignment.Roster{})
		require.Len(t, found, 3)
		assert.Equal(t, []rule.Code{visit.ErrStartMissing, visit.ErrContentMissing, duty.ErrMayBind}, []rule.Code{found[0].Code(), found[1].Code(), found[2].Code()})
		require.NoError(t, found.Err(), "on a day that is not known nothing is broken")
		assert.Contains(t, found[2].String(), "2021")
		assert.Empty(t, visit.Policy{}.Records(visit.Visit{}, assignment.Roster{}))
		assert.Empty(t, visit.Policy{}.Owed(visit.Visit{Made: true}, assignment.Roster{}))
	})
	v := inOrder()
	v.Made = true
	v.Invitation = &visit.Invitation{}
	v.Items = []string{strings.Repeat("làm việc ", 1<<14), "\xff\xfe", "\u0301"}
	v.Participants = []visit.Participant{{}, {Role: 99}}
	v.Notices = append(v.Notices, visit.Notice{Channel: 99, Sent: rule.Moment{Date: rule.Day(999999, 99, 99), Timed: true}})
	policy := visit.Policy{Generic: 99, Phrases: []string{"", "…", strings.Repeat("a ", 1000)}, SameContent: true, Acknowledged: true}
	assert.NotPanics(t, func() {
		for _, f := range policy.Check(v, minhLuong()) {
			_ = f.String()
		}
		_ = policy.Records(v, minhLuong())
		_ = policy.Owed(v, minhLuong())
	})
	nfd := inOrder()
	nfd.Items = []string{norm.NFD.String("Làm việc theo kế hoạch")}
	require.Len(t, visit.Policy{}.Check(nfd, minhLuong()), 1)
}

func TestGenericContent(t *testing.T) {
	t.Parallel()
	strict := visit.Policy{Generic: visit.RefuseGeneric}
	for text, generic := range map[string]bool{
		"làm việc":                      true,
		"Làm việc theo kế hoạch":        true,
		"LÀM VIỆC – THEO KẾ HOẠCH!":     true,
		"làm  việc\u00a0theo\tkế hoạch": true,
		"làm việc tại xã theo chỉ đạo":  true,
		"lam viec":                        false, // other words: tones are part of them
		"làm việc theo kế hoạch số 12":    false,
		"làm việcc":                       false,
		"việc làm":                        false,
		"kế hoạch":                        false,
		"trao đổi công việc, làm":         false,
		"làm việc về 24 hộ chờ xi măng":   false,
		"theo kế hoạch theo kế hoạch, và": true,
	} {
		v := inOrder()
		v.Items = []string{text}
		found := strict.Check(v, minhLuong())
		assert.Equal(t, generic, len(found.Of(visit.ErrContentGeneric)) == 1, text)
		assert.Len(t, found, len(found.Of(visit.ErrContentGeneric)), text)
	}
	// Phrases that overlap are found however they lie.
	v := inOrder()
	v.Items = []string{"a b c"}
	for _, list := range [][]string{{"a b", "b c", "a"}, {"a", "b c", "a b"}, {"a b c d", "a b", "c"}} {
		assert.NotEmpty(t, visit.Policy{Phrases: list}.Check(v, minhLuong()), list)
	}
	assert.Empty(t, visit.Policy{Phrases: []string{"a b", "b c"}}.Check(v, minhLuong()))

	mine := visit.GenericPhrases()
	mine[0] = "x"
	assert.NotEqual(t, mine[0], visit.GenericPhrases()[0], "the list is a copy")
}

// The first item that says nothing is named, in whichever list it is.
func TestContentIsNamedWhereItIs(t *testing.T) {
	t.Parallel()
	for path, fill := range map[rule.Path]func(*visit.Visit, []string){
		"items[1]":             func(v *visit.Visit, items []string) { v.Items = items },
		"notices[0].items[1]":  func(v *visit.Visit, items []string) { v.Notices[0].Items = items },
		"invitation.agenda[1]": func(v *visit.Visit, items []string) { v.Invitation.Agenda = items },
	} {
		v := inOrder()
		v.Items, v.Invitation = nil, &visit.Invitation{ID: "m", From: "03112", Sent: rule.On(day.AddDays(-3))}
		fill(&v, []string{" ", "làm việc", "…"})
		found := visit.Policy{}.Check(v, minhLuong())
		require.Len(t, found, 1)
		assert.Equal(t, path, found[0].Path)
		assert.Equal(t, visit.ErrContentGeneric, found[0].Code())
		assert.Contains(t, found[0].String(), "«làm việc»")
	}
}

func TestFindingsComeInTheOrderOfTheRecord(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.Assignment, v.Items, v.Urgent, v.MovedFrom = "a9", nil, "?", "v1"
	v.End = rule.At(day, 9, 0)
	v.Participants = []visit.Participant{{Role: visit.TeamMember}}
	v.Notices[0].Sent = v.Start
	v.Invitation = &visit.Invitation{ID: "m", From: "02686"}
	v.Reports = []visit.Report{{By: "m1", To: "l1", Sent: rule.On(day.AddDays(-1))}}
	var paths []rule.Path
	for _, f := range (visit.Policy{}).Check(v, minhLuong()) {
		paths = append(paths, f.Path)
	}
	assert.Equal(t, []rule.Path{"assignment", "end", "items", "participants", "urgent", "movedFrom", "notices[0].sent", "invitation", "reports[0].sent"}, paths)
}

func TestOneAcknowledgementIsEnough(t *testing.T) {
	t.Parallel()
	policy := visit.Policy{Acknowledged: true}
	v := inOrder()
	v.Notices = append(v.Notices, v.Notices[0], visit.Notice{Sent: v.Start, To: v.Commune})
	assert.Len(t, policy.Check(v, minhLuong()).Of(visit.ErrNotAcknowledged), 2)
	v.Notices[1].Acknowledged = rule.On(day.AddDays(-1))
	assert.Empty(t, policy.Check(v, minhLuong()))
}

func TestPlannedVisitsOweNothing(t *testing.T) {
	t.Parallel()
	v := inOrder()
	assert.Empty(t, visit.Policy{}.Owed(v, minhLuong()))
	for _, f := range (visit.Policy{}).Records(v, minhLuong()) {
		assert.Equal(t, duty.Noticed, f.Kind)
	}
	v.Made = true
	owed := visit.Policy{}.Owed(v, minhLuong())
	require.Len(t, owed, 2)
	for i, d := range []rule.DutyID{duty.VisitContent, duty.NotifyVisit} {
		assert.Equal(t, d, owed[i].Duty)
		assert.Equal(t, "l1", owed[i].By)
		assert.Equal(t, "03112", owed[i].To)
		assert.Equal(t, day, owed[i].Latest)
		assert.Equal(t, duty.Bound, owed[i].Binding)
		assert.Equal(t, rule.OriginText, owed[i].Origin)
		assert.Equal(t, "Công văn năm 2021 của UBND tỉnh Lào Cai, mục 1, gạch đầu dòng 4", owed[i].Source.String())
		assert.NotEmpty(t, owed[i].Note.Vi)
	}
}

func TestNoticeWithoutADayIsNoBreach(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.Made = true
	v.Notices[0].Sent = rule.Moment{}
	v.Notices[0].Ref = "sổ điện thoại, dòng 4"
	facts := visit.Policy{}.Records(v, minhLuong())
	require.Equal(t, duty.Noticed, facts[0].Kind)
	assert.Equal(t, rule.On(day), facts[0].On)
	assert.Equal(t, v.Notices[0].Ref, facts[0].Evidence.Ref)
	assert.True(t, facts[0].Findings.Has(rule.Undecided))
	reg, err := duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: day.AddDays(30)}}, facts...)
	require.NoError(t, err)
	assert.Equal(t, duty.Unknown, visit.Policy{}.Owed(v, minhLuong())[1].Status(reg, day.AddDays(9)).Status)
}

func TestJSON(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, visit.Visit{}, visit.Policy{}, visit.Notice{}, visit.Invitation{}, visit.Report{}, visit.Participant{})
	maintain.Codes(t, "testdata/codes.txt", visit.Rules())

	var v visit.Visit
	err := json.Unmarshal([]byte(`{"format":"giupxa.visit/1","id":"","commune":"03112","start":"30/02","participants":[{"role":"boss"}],"items":"x","colour":1}`), &v)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok)
	var got []string
	for _, f := range found {
		got = append(got, string(f.Path)+" "+string(f.Code()))
	}
	assert.Equal(t, []string{"start form.unreadable", "participants[0].role form.unreadable", "items form.wrong-type", "colour form.unknown-key", "id form.required"}, got)
	require.ErrorIs(t, json.Unmarshal([]byte(`{"format":"giupxa.visit/2"}`), &v), form.ErrFormat)

	var p visit.Policy
	require.NoError(t, json.Unmarshal([]byte(`{"generic":"refuse","phrases":["họp"],"teamFree":true}`), &p))
	assert.Equal(t, visit.Policy{Generic: visit.RefuseGeneric, Phrases: []string{"họp"}, TeamFree: true}, p)
	require.Error(t, json.Unmarshal([]byte(`{"generic":"sometimes","leadTime":3}`), &p))
}

func TestEnums(t *testing.T) {
	t.Parallel()
	maintain.Enum[visit.Role](t)
	maintain.Enum[visit.Attendance](t)
	maintain.Enum[visit.State](t)
	maintain.Enum[visit.Channel](t)
	maintain.Enum[visit.Generic](t)
}

// Checking a visit in order builds no path and no words.
func TestCheckAllocatesLittle(t *testing.T) { // not parallel: it counts allocations
	roster := minhLuong()
	v := inOrder()
	got := testing.AllocsPerRun(100, func() {
		if len((visit.Policy{}).Check(v, roster)) != 0 {
			t.Error("a visit in order has findings")
		}
	})
	assert.LessOrEqual(t, got, 4.0)
}

func BenchmarkCheck(b *testing.B) {
	roster := minhLuong()
	late := inOrder()
	late.Notices[0].Sent = late.Start
	undecided := inOrder()
	undecided.Start = rule.At(rule.Day(2026, 11, 25), 8, 0)
	lead := visit.Policy{LeadTime: visit.WorkingDays(3)}
	for name, c := range map[string]struct {
		p visit.Policy
		v visit.Visit
	}{
		"in order": {visit.Policy{}, inOrder()}, "late": {visit.Policy{}, late}, "lead time": {visit.Policy{LeadTime: visit.WorkingDays(1)}, inOrder()},
		"lead time, late": {lead, inOrder()}, "a day not decided": {lead, undecided},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = c.p.Check(c.v, roster)
			}
		})
	}
}

func BenchmarkRecords(b *testing.B) {
	roster := minhLuong()
	v := inOrder()
	v.Made = true
	b.ReportAllocs()
	for b.Loop() {
		_ = visit.Policy{}.Records(v, roster)
	}
}

func FuzzVisit(f *testing.F) {
	f.Add([]byte(`{"id":"v","commune":"03112","assignment":"a1","start":"2021-12-03","notices":[{"sent":"2021-12-03","to":"03112"}],"made":true}`), "làm việc", false)
	f.Add([]byte(`{"id":"v","commune":"03112","leader":"l1","start":"2021-12-03T14:00","items":["làm việc"],"invitation":{"id":"m","from":"03112","agenda":["x"],"accepted":"2021-12-03"}}`), "x", true)
	roster := minhLuong()
	f.Fuzz(func(t *testing.T, data []byte, phrase string, flip bool) {
		var v visit.Visit
		err := json.Unmarshal(data, &v)
		if _, ok := rule.FindingsIn(err); err != nil && !ok && json.Valid(data) {
			t.Fatalf("%q is JSON and stopped the reader: %v", data, err)
		}
		p := visit.Policy{Phrases: []string{phrase}, Generic: visit.RefuseGeneric, SameContent: true, Acknowledged: true,
			LeadTime: visit.LeadTime{N: len(data) % 5, Strict: flip, CalendarDays: len(phrase)%2 == 0}, Tied: flip, DeputyApart: flip,
			BlankContent: flip, AnyUnitTold: flip, OldNoticeServes: flip, SeparateNotice: flip}
		for _, fd := range p.Check(v, roster) {
			if fd.String() == "" || fd.In(rule.En) == "" {
				t.Fatalf("%q: a finding without words", data)
			}
		}
		if s := p.StateOn(v, v.Start.Date); s.String() == "" {
			t.Fatalf("%q: no state", data)
		}
		for _, fd := range p.CheckTogether([]visit.Visit{v, v, inOrder()}, roster) {
			if len(fd.Unfilled()) > 0 {
				t.Fatalf("%q: %s lacks %v", data, fd.Code(), fd.Unfilled())
			}
		}
		facts := p.Records(v, roster)
		if err == nil && v.ID != "" {
			reg, err := duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: rule.Day(9999, 1, 1)}}, facts...)
			if err != nil {
				t.Fatalf("%q: %v", data, err)
			}
			for _, due := range p.Owed(v, roster) {
				_ = due.Status(reg, rule.Day(2022, 1, 1))
			}
		}
	})
}

func FuzzPolicy(f *testing.F) {
	f.Add([]byte(`{"generic":"refuse","phrases":["a"]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p visit.Policy
		if json.Unmarshal(data, &p) != nil {
			return
		}
		out, err := json.Marshal(p)
		if err != nil {
			t.Fatalf("%q was read and cannot be written: %v", data, err)
		}
		var back visit.Policy
		if err := json.Unmarshal(out, &back); err != nil {
			t.Fatalf("%s was written and cannot be read: %v", out, err)
		}
		_ = p.Check(inOrder(), minhLuong())
	})
}

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), visittest.Judge(visit.Policy{SameContent: true, Acknowledged: true}))
}

// F1, F2: every path leads into the file as it is written.
func TestPathsLead(t *testing.T) {
	t.Parallel()
	maintain.Lead(t, cases(t), visittest.Judge(visit.Policy{}), "visit.schema.json", "visit-policy.schema.json")
}
