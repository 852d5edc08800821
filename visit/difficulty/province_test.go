package difficulty_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/workday"
)

// W1: another province is judged by its own text, and only by what that text lays down.
func TestAnotherProvince(t *testing.T) {
	t.Parallel()
	const text = `{"id":"thanh-ba-2023","version":"1","source":{"kind":"decision","number":"77/QĐ-UBND","date":"2023-02-01","issuer":"UBND tỉnh Thạnh Ba"},
		"provisions":{"difficulty.refer":{"article":"5"}},"binds":{"from":"2023-02-01"}}`
	var c difficulty.Competence
	require.NoError(t, json.Unmarshal([]byte(`{"format":"giupxa.competence/1","basis":`+text+`,"powers":[{"body":"so-a","field":"roads"}],"closedList":true}`), &c))
	var m duty.Matrix
	require.NoError(t, json.Unmarshal([]byte(`{"basis":`+text+`,"government":"three-level","span":{"from":"2023-02-01","to":"2025-06-30"},
		"bodies":[
			{"id":"tinh","kind":"peoples-committee","level":"province","names":[{"text":{"vi":"Ủy ban nhân dân tỉnh","en":"provincial People's Committee"}}],"confidence":"read"},
			{"id":"lanh-dao","kind":"other","level":"province","class":true,"names":[{"text":{"vi":"lãnh đạo","en":"leaders"}}],"confidence":"read"}],
		"groups":[],"addressees":[],"duties":[{"id":"difficulty.refer","bearers":[{"body":"lanh-dao","verb":"bears"}],"with":[],"towards":[{"body":"tinh","verb":"receives"}],"reading":{"vi":"","en":""},"text":{"vi":"","en":""}}],
		"transfers":[],"caveats":[]}`), &m))
	m = must(m.On(rule.Day(2023, 6, 1)))

	d := difficulty.Disposal{On: rule.Day(2023, 6, 1), Settled: "so-b", Leads: []org.BodyID{"so-c", "tinh"}}
	found := c.Check(d, difficulty.Matter{Field: "roads"}, m)
	require.Len(t, found, 2, "that text does not speak of settling at once")
	for _, f := range found {
		assert.Equal(t, "77/QĐ-UBND", f.Rule().Passage.Number)
		assert.Equal(t, "5", f.Rule().Passage.Article)
		assert.Equal(t, rule.Broken, f.Kind)
	}
	routed, notes, err := c.Route(difficulty.Matter{Field: "roads"}, assignment.Leader{Body: "so-a"}, assignment.Roster{}, m)
	require.NoError(t, err)
	p := difficulty.Policy{Competence: c, AnswerDue: 5}
	told := difficulty.Difficulty{ID: "k", Commune: "x", Kind: difficulty.KindNew, Leader: "l", Content: "x", Matter: difficulty.Matter{Field: "roads"}, Events: []difficulty.Event{
		{Act: difficulty.Grasp, On: rule.On(d.On)}, {Act: difficulty.Raise, On: rule.On(d.On), By: "x"}, {Act: difficulty.Settle, On: rule.On(d.On), By: "so-b"},
		{Act: difficulty.Refer, On: rule.On(d.On), Leads: []org.BodyID{"so-c"}}, {Act: difficulty.Close, On: rule.On(d.On)}}}
	course := p.Check(told, assignment.Roster{}, m)
	require.Empty(t, course.Of(difficulty.ErrNotReported), "that text does not speak of reports of a team")
	require.Empty(t, course.Of(difficulty.ErrReceivers), "nor of recommendations")
	require.NotEmpty(t, course.Of(difficulty.ErrLeadNotNamed))
	facts := p.Records(told, assignment.Roster{}, m)
	require.Len(t, facts, 1)
	assert.Equal(t, duty.ReferDifficulty, facts[0].Duty, "the one duty that it lays down")
	assert.Empty(t, p.Owed(told, assignment.Roster{}, d.On))
	digest := must(p.Digest([]difficulty.Difficulty{told}, d.On, workday.Vietnam()))
	all, err := json.Marshal([]any{found, routed, notes, c, c.Edition(), p, p.Edition(), course, facts, digest.Table(m, rule.Vi), digest.Grounds.Authority, digest.Grounds.Rulebooks[0]})
	require.NoError(t, err)
	for _, foreign := range []string{"Lào Cai", "lao-cai", "so-noi-vu", "2021"} {
		assert.NotContains(t, string(all), foreign)
	}
	assert.Equal(t, "giupxa.competence/1 thanh-ba-2023", c.Edition().ID)
	assert.Empty(t, c.Check(difficulty.Disposal{On: rule.Day(2023, 1, 31), Leads: []org.BodyID{"so-c"}}, difficulty.Matter{}, m), "the text did not bind yet")
}
