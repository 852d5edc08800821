package assignment_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// W4: an assignment stands no longer than its commune and the leader's body.
func TestStanding(t *testing.T) {
	t.Parallel()
	type standing struct {
		id      string
		commune org.UnitCode
		span    rule.Span
		end     assignment.EndReason
	}
	since := rule.Day(2021, 5, 14)
	open := rule.Span{From: since}
	toMerger := rule.Span{From: since, To: rule.Day(2025, 6, 30)}
	toBody := rule.Span{From: since, To: rule.Day(2025, 2, 28)}
	follow := assignment.Policy{OnTargetMerged: assignment.FollowSuccessor}
	for name, c := range map[string]struct {
		policy assignment.Policy
		span   rule.Span
		body   rule.Span
		want   []standing
	}{
		"flagged":           {assignment.Policy{}, open, rule.Span{}, []standing{{"a1", "02794", toMerger, assignment.EndUnitMerged}}},
		"ended before that": {assignment.Policy{}, toBody, rule.Span{}, []standing{{"a1", "02794", toBody, assignment.EndNotStated}}},
		"followed": {follow, open, rule.Span{}, []standing{
			{"a1", "02794", toMerger, assignment.EndUnitMerged},
			{"a1@2025-07-01", "02782", rule.Span{From: rule.Day(2025, 7, 1)}, assignment.EndNotStated}}},
		"the body ended":                {follow, open, rule.Span{To: toBody.To}, []standing{{"a1", "02794", toBody, assignment.EndBodyCeased}}},
		"the body ended before the day": {follow, open, rule.Span{To: rule.Day(2021, 5, 13)}, nil},
		"a body that began later": {assignment.Policy{}, open, rule.Span{From: rule.Day(2025, 3, 1)},
			[]standing{{"a1", "02794", rule.Span{From: rule.Day(2025, 3, 1), To: toMerger.To}, assignment.EndUnitMerged}}},
	} {
		a := assignment.Assignment{ID: "a1", Leader: "l1", Commune: "02794", Replaces: "02770", Span: c.span}
		var got []standing
		for _, s := range c.policy.Standing(a, org.Body{Span: c.body}, merger()) {
			got = append(got, standing{s.ID, s.Commune, s.Span, s.End})
		}
		assert.Equal(t, c.want, got, name)
	}
	ward := must(org.NewGazetteer([]org.Unit{{Code: "1", Name: "Hàm Rồng", Kind: org.KindWard, Was: []org.Former{{Kind: org.KindCommune, Span: rule.Span{To: rule.Day(2022, 12, 31)}}}}}, nil))
	helped := assignment.Assignment{ID: "a1", Commune: "1", Span: open}
	assert.Equal(t, []assignment.Assignment{helped}, assignment.Policy{}.Standing(helped, org.Body{}, ward), "a commune that became a ward goes on")
	cut := assignment.Policy{OnlyCommunes: true}.Standing(helped, org.Body{}, ward)
	helped.Span.To = rule.Day(2022, 12, 31)
	assert.Equal(t, []assignment.Assignment{helped}, cut, "where only communes are helped, as long as it was one")
	unknown := assignment.Assignment{ID: "a1", Commune: "99999", Span: rule.Span{From: since, To: civil.Date{}}}
	assert.Equal(t, []assignment.Assignment{unknown}, assignment.Policy{}.Standing(unknown, org.Body{}, merger()), "a commune that is not known is taken at its word")
}
