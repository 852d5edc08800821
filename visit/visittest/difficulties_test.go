package visittest_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/visittest"
)

// caoBang is a competence of another province, under a text of its own.
func caoBang() difficulty.Competence {
	return difficulty.Competence{Basis: duty.MustBasis(duty.BasisParts{
		ID: "cao-bang-952", Source: rule.Source{Kind: rule.Decision, Number: "952/QĐ-UBND", Issuer: "UBND tỉnh Cao Bằng"},
		Provisions: map[rule.DutyID]rule.Source{duty.SettleDifficulty: {Article: "2"}, duty.ReferDifficulty: {Article: "2"}},
		Binds:      rule.Span{From: rule.Day(2016, 6, 27)},
	}), Powers: []difficulty.Power{
		{Body: "so-gtvt", Field: "roads", UpTo: rule.Int(500), Span: rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2025, 2, 28)}},
		{Body: "so-xd", Field: "roads", Span: rule.Span{From: rule.Day(2025, 3, 1)}},
		{Body: "ubnd-huyen", Set: "318/QĐ-TTg", Criterion: "17"},
		{Body: "ubnd-tinh"},
	}}
}

func TestPoliciesOfDifficultiesPass(t *testing.T) {
	t.Parallel()
	for _, p := range []difficulty.Policy{{}, {Competence: caoBang(), AnswerDue: 15}, {Competence: caoBang(), AnswerDue: 1, ClosedAlone: true, EveryMatter: true}, {AnswerDue: 1000, OwnerApart: true}} {
		visittest.RunDifficulties(t, p, visittest.Province{}, nil)
		require.NoError(t, visittest.CheckDifficulties(p, visittest.Province{}, nil))
	}
}

// What is no policy, and a case that does not hold, are told.
func TestPoliciesOfDifficultiesFail(t *testing.T) {
	t.Parallel()
	for says, p := range map[string]difficulty.Policy{
		"answerDue":                 {AnswerDue: -1},
		"competence.powers[0].body": {Competence: difficulty.Competence{Powers: []difficulty.Power{{Field: "roads"}}}},
		"competence.powers[0].upTo": {Competence: difficulty.Competence{Powers: []difficulty.Power{{Body: "b", UpTo: rule.Int(-5)}}}},
	} {
		require.ErrorContains(t, visittest.CheckDifficulties(p, visittest.Province{}, nil), says)
	}
	file := func(answer string) fstest.MapFS {
		return fstest.MapFS{"a.json": {Data: []byte(`{"format":"giupxa.cases/1","cases":[{"name":"raised","given":{"difficulties":[
			{"id":"d","commune":"1","kind":"difficulty","content":"x","matter":{},"events":[{"act":"raise","on":"2022-03-01"}]}],"on":"2022-03-02"},"answer":{"states":["` + answer + `"]}}]}`)}}
	}
	require.NoError(t, visittest.CheckDifficulties(difficulty.Policy{}, visittest.Province{}, file("raised")))
	require.Error(t, visittest.CheckDifficulties(difficulty.Policy{}, visittest.Province{}, file("closed")))
}
