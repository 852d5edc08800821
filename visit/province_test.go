package visit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/visittest"
)

// ownText is the text of another province: it asks for content, notice and invitation,
// each in an article of its own, and binds from 01/02/2022.
func ownText(t *testing.T, leftOut ...rule.DutyID) duty.Basis {
	t.Helper()
	parts := duty.BasisParts{
		ID: "thu-nghiem-2022", Version: "1",
		Source: rule.Source{Kind: rule.Plan, Number: "12/KH-UBND", Date: rule.Day(2022, 1, 15), Issuer: "UBND tỉnh Thử Nghiệm"},
		Provisions: map[rule.DutyID]rule.Source{
			duty.SetAsideTime: {Article: "3", Clause: "1"}, duty.VisitContent: {Article: "3", Clause: "2"}, duty.NotifyVisit: {Article: "3", Clause: "3"},
			duty.Invite: {Article: "5"}, duty.LeaderAttends: {Article: "5"}, duty.TeamAttends: {Article: "5"},
			duty.TeamReports: {Article: "6"}, duty.ReportResults: {Article: "6"},
		},
		Binds: rule.Span{From: rule.Day(2022, 2, 1), To: rule.Day(2025, 12, 31)},
	}
	for _, d := range leftOut {
		delete(parts.Provisions, d)
	}
	basis, err := duty.NewBasis(parts)
	require.NoError(t, err)
	return basis
}

// everything is a visit of which a text has something to say at every place.
func everything(start rule.Moment) visit.Visit {
	return visit.Visit{ID: "v1", Commune: "03112", Assignment: "a1", Start: start, Made: true, NoticesComplete: true,
		Participants: []visit.Participant{{Role: visit.TeamMember}, {Role: visit.Deputy}},
		Items:        []string{"…"},
		Notices:      []visit.Notice{{Sent: start, To: "03112"}, {To: "089", Sent: rule.On(start.Date.AddDays(-2))}},
		Invitation:   &visit.Invitation{ID: "m", From: "03112"},
		Reports:      []visit.Report{{By: "m1", To: "l1", Sent: rule.On(start.Date.AddDays(1))}, {By: "03112", To: "l1", Sent: rule.On(start.Date.AddDays(1))}},
	}
}

// answers is everything that a policy says of a visit, as JSON.
func answers(t *testing.T, p visit.Policy, v visit.Visit) string {
	t.Helper()
	facts := p.Records(v, minhLuong())
	register, err := duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: v.Start.Date}, {Kind: duty.VisitMade, Through: v.Start.Date}}, facts...)
	require.NoError(t, err)
	owed := p.Owed(v, minhLuong())
	standings := make([]duty.Standing, len(owed))
	for i, due := range owed {
		standings[i] = due.Status(register, v.Start.Date.AddDays(30))
	}
	data, err := json.Marshal([]any{p.Check(v, minhLuong()), facts, owed, standings, p.Edition(), p})
	require.NoError(t, err)
	return string(data)
}

func TestAnotherProvinceIsAnotherValue(t *testing.T) {
	t.Parallel()
	own := visit.Policy{Basis: ownText(t)}
	v := everything(rule.At(rule.Day(2022, 3, 10), 8, 0))

	said := answers(t, own, v)
	for _, foreign := range []string{"Lào Cai", "lao-cai", "dispatch", "công văn", "Công văn", "mục 1", "gạch đầu dòng"} {
		assert.NotContains(t, said, foreign)
	}
	assert.Contains(t, said, "12/KH-UBND")

	found := own.Check(v, minhLuong())
	for code, place := range map[rule.Code]string{
		visit.ErrNoticeNotBefore: "Kế hoạch số 12/KH-UBND ngày 15/01/2022 của UBND tỉnh Thử Nghiệm, Điều 3, khoản 3",
		visit.ErrNoticeElsewhere: "Kế hoạch số 12/KH-UBND ngày 15/01/2022 của UBND tỉnh Thử Nghiệm, Điều 3, khoản 3",
		visit.ErrContentBlank:    "Kế hoạch số 12/KH-UBND ngày 15/01/2022 của UBND tỉnh Thử Nghiệm, Điều 3, khoản 2",
	} {
		require.Len(t, found.Of(code), 1, code)
		r := found.Of(code)[0].Rule()
		assert.Equal(t, place, r.Source.String()+r.Passage.String(), code)
		assert.Equal(t, rule.Broken, found.Of(code)[0].Kind)
	}
	var owed []string
	for _, due := range own.Owed(v, minhLuong()) {
		owed = append(owed, string(due.Duty)+" "+due.Source.Place(rule.Vi))
	}
	assert.Equal(t, []string{"visit.content Điều 3, khoản 2", "visit.notify Điều 3, khoản 3", "meeting.invite Điều 5"}, owed)

	// The same policy as JSON gives the same answers.
	data, err := json.Marshal(own)
	require.NoError(t, err)
	var read visit.Policy
	require.NoError(t, json.Unmarshal(data, &read))
	assert.Equal(t, said, answers(t, read, v))

	require.NoError(t, visittest.Check(own, nil))
	assert.Contains(t, answers(t, visit.Policy{}, v), "Lào Cai", "the zero Basis is the 2021 dispatch")
}

// What the text does not lay down is neither judged nor owed nor recorded.
func TestADutyThatTheTextLeavesOut(t *testing.T) {
	t.Parallel()
	v := everything(rule.At(rule.Day(2022, 3, 10), 8, 0))
	for _, d := range []rule.DutyID{duty.SetAsideTime, duty.VisitContent, duty.NotifyVisit, duty.Invite, duty.LeaderAttends, duty.TeamAttends, duty.TeamReports, duty.ReportResults} {
		whole, p := visit.Policy{Basis: ownText(t)}, visit.Policy{Basis: ownText(t, d)}
		assert.Contains(t, answers(t, whole, v), string(d))
		for _, f := range p.Check(v, minhLuong()) {
			assert.NotEqual(t, d, f.Duty(), f.Code())
		}
		for _, due := range p.Owed(v, minhLuong()) {
			assert.NotEqual(t, d, due.Duty)
		}
		for _, r := range p.Records(v, minhLuong()) {
			assert.NotEqual(t, d, r.Duty)
		}
		require.NoError(t, visittest.Check(p, nil), d)
	}
	// What the host demands stays.
	v.Items = []string{"làm việc"}
	host := visit.Policy{Basis: ownText(t, duty.VisitContent), Generic: visit.RefuseGeneric}
	assert.True(t, host.Check(v, minhLuong()).Of(visit.ErrContentGeneric).Has(rule.Broken))
	host.Generic = visit.AdviseGeneric
	assert.Empty(t, host.Check(v, minhLuong()).Of(visit.ErrContentGeneric))
}

func TestTheDayFromWhichTheTextBinds(t *testing.T) {
	t.Parallel()
	supplied := func(day civil.Date) duty.Basis {
		basis, err := laocai.Basis().From(day)
		require.NoError(t, err)
		return basis
	}
	for _, c := range []struct {
		name    string
		basis   duty.Basis
		day     civil.Date
		kind    rule.Kind
		binding duty.Binding
		status  duty.Status
	}{
		{"not supplied, before", duty.Basis{}, rule.Day(2021, 7, 15), rule.Undecided, duty.MayBind, duty.Unknown},
		{"not supplied, the last day of doubt", duty.Basis{}, rule.Day(2021, 8, 9), rule.Undecided, duty.MayBind, duty.Unknown},
		{"not supplied, known to bind", duty.Basis{}, rule.Day(2021, 8, 10), rule.Broken, duty.Bound, duty.Breached},
		{"supplied, after", supplied(rule.Day(2021, 7, 15)), rule.Day(2021, 7, 15), rule.Broken, duty.Bound, duty.Breached},
		{"supplied, before", supplied(rule.Day(2021, 7, 16)), rule.Day(2021, 7, 15), 0, 0, 0},
		{"another text, its last day", ownText(t), rule.Day(2025, 12, 31), rule.Broken, duty.Bound, duty.Breached},
		{"another text, the day after", ownText(t), rule.Day(2026, 1, 1), 0, 0, 0},
	} {
		for name, notices := range map[string][]visit.Notice{"late": {{Sent: rule.On(c.day.AddDays(1)), To: "03112"}}, "none": nil} {
			p := visit.Policy{Basis: c.basis}
			v := visit.Visit{ID: "v1", Commune: "03112", Assignment: "a1", Start: rule.On(c.day), Items: []string{"đường thôn"}, Made: true, NoticesComplete: true, Notices: notices}
			found, owed := p.Check(v, minhLuong()), p.Owed(v, minhLuong())
			assert.Equal(t, c.kind == rule.Undecided, len(found.Of(duty.ErrMayBind)) == 1, "%s, %s", c.name, name)
			if c.kind == 0 {
				assert.Empty(t, found, "%s, %s", c.name, name)
				assert.Empty(t, owed, "%s, %s", c.name, name)
				continue
			}
			require.NotEmpty(t, found, "%s, %s", c.name, name)
			assert.Equal(t, c.kind, found[0].Kind, "%s, %s", c.name, name)
			register, err := duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: c.day.AddDays(9)}}, p.Records(v, minhLuong())...)
			require.NoError(t, err)
			require.Len(t, owed, 2)
			assert.Equal(t, c.binding, owed[1].Binding, "%s, %s", c.name, name)
			assert.Equal(t, c.status, owed[1].Status(register, c.day.AddDays(9)).Status, "%s, %s", c.name, name)
		}
	}
}

// Every setting that can change an answer changes the edition, and nothing else does.
func TestEdition(t *testing.T) {
	t.Parallel()
	from, err := laocai.Basis().From(rule.Day(2021, 7, 1))
	require.NoError(t, err)
	seen := map[rule.Edition]string{}
	for name, p := range map[string]visit.Policy{
		"none": {}, "basis": {Basis: ownText(t)}, "day": {Basis: from}, "left out": {Basis: ownText(t, duty.Invite)},
		"BlankContent": {BlankContent: true}, "AnyUnitTold": {AnyUnitTold: true}, "OldNoticeServes": {OldNoticeServes: true},
		"SeparateNotice": {SeparateNotice: true}, "TeamFree": {TeamFree: true}, "Generic": {Generic: visit.RefuseGeneric},
		"Phrases": {Phrases: []string{"họp"}}, "SameContent": {SameContent: true}, "Acknowledged": {Acknowledged: true}, "TeamCounts": {TeamCounts: true},
	} {
		e := p.Edition()
		assert.Empty(t, seen[e], name)
		assert.Len(t, e.Digest, 64, name)
		seen[e] = name
	}
	assert.Equal(t, "giupxa.visit-policy/1 lao-cai-2021", visit.Policy{}.Edition().ID)
	assert.Equal(t, "giupxa.visit-policy/1 thu-nghiem-2022", visit.Policy{Basis: ownText(t)}.Edition().ID)
	assert.Equal(t, visit.Policy{}.Edition(), visit.Policy{Basis: laocai.Basis(), Phrases: visit.GenericPhrases()}.Edition(), "what is said is what was meant")
}

// Nothing that is handed out is shared: with another answer, with another fact, or with
// the tables of the package.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	p, v := visit.Policy{}, everything(rule.At(day, 8, 0))
	before := answers(t, p, v)
	spoil := func(found rule.Findings) {
		for i := range found {
			for j := range found[i].Args {
				found[i].Args[j] = rule.A("x", "y")
			}
			found[i] = rule.Finding{}
		}
	}
	facts := p.Records(v, minhLuong())
	require.NotEmpty(t, facts[len(facts)-1])
	for i := range facts {
		others, err := json.Marshal(facts[i+1:])
		require.NoError(t, err)
		spoil(facts[i].Findings)
		left, err := json.Marshal(facts[i+1:])
		require.NoError(t, err)
		assert.Equal(t, string(others), string(left), "the findings of fact %d are those of another", i)
	}
	spoil(p.Check(v, minhLuong()))
	rows := visit.Rules()
	for i := range rows {
		rows[i] = rule.Rule{}
	}
	for i, list := 0, visit.GenericPhrases(); i < len(list); i++ {
		list[i] = "x"
	}
	assert.Equal(t, before, answers(t, p, v))
}

// A zero roster and a policy of another province agree with JSON on what is not given.
func TestBasisInJSON(t *testing.T) {
	t.Parallel()
	var p visit.Policy
	require.NoError(t, json.Unmarshal([]byte(`{"basis":null,"teamFree":true}`), &p))
	assert.True(t, p.Basis.IsZero())
	data, err := json.Marshal(p)
	require.NoError(t, err)
	assert.NotContains(t, string(data), "basis")

	err = json.Unmarshal([]byte(`{"basis":{"id":"x","source":{"kind":"plan","number":"1"},"provisions":{"visit.notfy":{"article":"3"}},"binds":{"from":"2022-01-01"}}}`), &p)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok)
	require.Len(t, found, 1)
	assert.Equal(t, duty.ErrUnknownDuty, found[0].Code())
	assert.True(t, strings.HasPrefix(string(found[0].Path), "basis.provisions"), found[0].Path)
	assert.Empty(t, visit.Policy{Basis: ownText(t)}.Records(visit.Visit{}, assignment.Roster{}))
}
