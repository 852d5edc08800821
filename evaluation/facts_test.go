package evaluation_test

import (
	"fmt"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/ledger"
)

// evaluators2021 are the bodies that the dispatch names.
func evaluators2021(matrix duty.Matrix) []evaluation.Evaluator {
	var list []evaluation.Evaluator
	d, _ := matrix.Duty(duty.EvaluateWork)
	for b := range d.Bearers.All() {
		list = append(list, evaluation.Evaluator{Body: b.Body, Signed: rule.Day(2021, 12, 15)})
	}
	return list
}

// A published sheet is a fact for the ledger, of each of its duties and each body that took
// part; one that was not published, or of which it is not known what it is about, is none.
func TestRecords(t *testing.T) {
	t.Parallel()
	matrix := must(laocai.InForce(rule.Day(2021, 12, 20)))
	part := work2021
	part.Commune = "02743"
	outcome := evaluation.SupportOutcome{Assignment: "a1", Year: 2021}
	commune := evaluation.CommuneResult{Commune: "02743", AsOf: rule.Day(2021, 12, 31)}
	day := rule.Day(2021, 12, 20)
	again := []evaluation.Event{{Act: evaluation.ActSettled, On: rule.On(rule.Day(2021, 12, 22))}, {Act: evaluation.ActReopened, On: rule.On(rule.Day(2021, 12, 23)), Reason: "khiếu nại"},
		{Act: evaluation.ActPublished, On: rule.On(rule.Day(2021, 12, 24))}}
	for name, c := range map[string]struct {
		about     evaluation.Subject
		published civil.Date
		events    []evaluation.Event
		want      []string // kind, duty, object, day
	}{
		"a year's work": {work2021, day, nil, []string{
			"support-work-evaluated evaluation.support-work l1 2021-12-20", "support-work-evaluated evaluation.substantive l1 2021-12-20", "support-work-evaluated evaluation.yearly-basis l1 2021-12-20"}},
		"the part for a commune": {part, day, nil, []string{
			"support-work-evaluated evaluation.support-work l1 2021-12-20", "support-work-evaluated evaluation.substantive l1 2021-12-20"}},
		"the outcome":   {outcome, day, nil, []string{"support-outcome-evaluated evaluation.support-outcome a1 2021-12-20"}},
		"the commune":   {commune, day, nil, []string{"commune-evaluated evaluation.commune 02743 2021-12-20"}},
		"not published": {outcome, civil.Date{}, nil, nil},
		"no such day":   {outcome, civil.Date{Year: 2021, Month: 2, Day: 30}, nil, nil},
		"of nothing":    {nil, day, nil, nil},
		"of no leader":  {evaluation.SupportWork{Year: 2021}, day, nil, nil},
		"published again after a reopening": {outcome, day, again, []string{
			"support-outcome-evaluated evaluation.support-outcome a1 2021-12-20", "support-outcome-evaluated evaluation.support-outcome a1 2021-12-24"}},
		"published again without one": {outcome, day, again[2:], []string{"support-outcome-evaluated evaluation.support-outcome a1 2021-12-20"}},
	} {
		sheet := evaluation.Sheet{ID: "s1", About: c.about, Published: c.published, Events: c.events, Evaluators: evaluators2021(matrix)}
		sheet.Evaluators = append(sheet.Evaluators, sheet.Evaluators[0])
		bodies := len(sheet.Evaluators) - 1
		records := evaluation.Policy{}.Records(sheet, sample(0, 0), matrix)
		var got []string
		for i, r := range records {
			assert.Equal(t, "s1", r.Evidence.Ref, name)
			assert.Equal(t, string(sheet.Evaluators[i%bodies].Body), r.By, name)
			if i%bodies == 0 {
				got = append(got, fmt.Sprint(r.Kind, " ", r.Duty, " ", r.Object.ID, " ", r.On))
			}
		}
		assert.Equal(t, c.want, got, name)
		_, err := duty.NewRegister(nil, records...)
		require.NoError(t, err, name)
		sheet.Evaluators = nil
		for _, r := range (evaluation.Policy{}).Records(sheet, sample(0, 0), matrix) {
			assert.Empty(t, r.By, name)
		}
	}
}

// The ledger sees that the evaluation was done; one by a body alone breaks its duty, and is
// recorded with what was found.
func TestRecordsInTheLedger(t *testing.T) {
	t.Parallel()
	on := rule.Day(2021, 12, 31)
	l := ledger.Ledger{Matrix: must(laocai.InForce(on)), Leaders: laocai.Leaders, Roster: must(assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "so-khdt"}, {ID: "l2", Post: "Giám đốc", Body: "so-khdt"}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "02743", Span: rule.Span{From: rule.Day(2021, 5, 14)}}, {ID: "a2", Leader: "l2", Commune: "02746", Span: rule.Span{From: rule.Day(2021, 5, 14)}}}}))}
	var facts []duty.Record
	for _, about := range []evaluation.Subject{work2021, evaluation.SupportOutcome{Assignment: "a1", Year: 2021}} {
		sheet := evaluation.Sheet{ID: "s", About: about, Published: rule.Day(2021, 12, 20), Evaluators: evaluators2021(l.Matrix)}
		facts = append(facts, evaluation.Policy{}.Records(sheet, sample(0, 0), l.Matrix)...)
		alone := sheet
		alone.About, alone.Evaluators = evaluation.SupportWork{Leader: "l2", Year: 2021}, sheet.Evaluators[:1]
		facts = append(facts, evaluation.Policy{}.Records(alone, sample(0, 0), l.Matrix)...)
	}
	l.Register = must(duty.NewRegister(nil, facts...))
	day := must(l.On(on))
	entry := func(id rule.DutyID, object string) ledger.Entry {
		for e := range day.Where(ledger.Filter{Duties: []rule.DutyID{id}}) {
			if e.Object.ID == object {
				return e
			}
		}
		t.Fatal(id, object)
		return ledger.Entry{}
	}
	assert.Equal(t, duty.Fulfilled, entry(duty.GiveYearlyBasis, "l1").Status)
	assert.Len(t, entry(duty.EvaluateWork, "l1").Evidence, 3)
	assert.Len(t, entry(duty.EvaluateOutcome, "a1").Evidence, 3)
	assert.Empty(t, entry(duty.EvaluateOutcome, "a2").Evidence)
	broken := entry(duty.EvaluateWork, "l2").Evidence[0]
	assert.NotEmpty(t, broken.Findings.Of(evaluation.ErrAlone), "%v", broken.Findings)
	for r := range day.Unplaced() {
		assert.Fail(t, "no entry speaks of it", "%v", r.Fact)
	}
}
