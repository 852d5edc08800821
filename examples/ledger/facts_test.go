package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/ledger"
)

// The evaluations in the province that is shown are what published sheets give.
func TestEvaluationsShown(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 11, 19)
	matrix, err := laocai.InForce(day)
	require.NoError(t, err)
	var want []duty.Record
	policy := evaluation.Policy{CadreRules: true} // no scoring decision of the province was in force
	for _, sheet := range []evaluation.Sheet{
		{ID: "PC-nhnn-2021", About: evaluation.SupportWork{Leader: "nhnn", Year: 2021}, Published: day},
		{ID: "PKQ-ta-thang-2021", About: evaluation.SupportOutcome{Assignment: "nhnn-ta-thang", Year: 2021}, Published: day},
	} {
		d, _ := matrix.Duty(duty.EvaluateWork)
		for b := range d.Bearers.All() {
			sheet.Evaluators = append(sheet.Evaluators, evaluation.Evaluator{Body: b.Body, Signed: day})
		}
		want = append(want, policy.Records(sheet, evaluation.LaoCai1686(), matrix)...)
	}
	var l ledger.Ledger
	require.NoError(t, json.Unmarshal(shown, &l))
	var got []duty.Record
	for r := range l.Register.All() {
		if r.Kind == duty.SupportWorkEvaluated || r.Kind == duty.SupportOutcomeEvaluated {
			got = append(got, r)
		}
	}
	wanted, err := json.Marshal(want)
	require.NoError(t, err)
	have, err := json.Marshal(got)
	require.NoError(t, err)
	assert.JSONEq(t, string(wanted), string(have), "%s", wanted)
}
