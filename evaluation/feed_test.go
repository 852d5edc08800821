package evaluation_test

import (
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/visit"
)

// measuring is a scheme with a line of 10 points for each measure.
func measuring(measures ...evaluation.Measure) evaluation.Scheme {
	of := evaluation.Table{ID: "fed/1", Name: both("fed"), Source: rule.Source{Kind: rule.Decision, Number: "1/QĐ"}, Max: rule.Int(int64(10 * len(measures))), Places: 2}
	for _, m := range measures {
		of.Lines = append(of.Lines, evaluation.Line{Code: m.String(), Name: both(m.In(rule.En)), Max: rule.Int(10), Measure: m, Marks: evaluation.Scoring{Over: evaluation.OverCapped}})
	}
	return evaluation.MustScheme(of)
}

// throughout makes a register of facts that is complete through a day for all kinds.
func throughout(day civil.Date, facts ...duty.Record) duty.Register {
	var complete []duty.Complete
	for k := range duty.Kinds() {
		complete = append(complete, duty.Complete{Kind: k, Through: day})
	}
	return must(duty.NewRegister(complete, facts...))
}

func did(kind duty.Kind, of rule.DutyID, per duty.Per, id string, on civil.Date, ref string) duty.Record {
	return duty.Record{Fact: duty.Fact{Kind: kind, Duty: of, Object: duty.Object{Per: per, ID: id}}, By: "l1", To: "02794", On: rule.On(on), Evidence: duty.Evidence{Ref: ref}}
}

// fed feeds a sheet and gives the entries by their lines.
func fed(t *testing.T, s evaluation.Scheme, sheet evaluation.Sheet, f evaluation.Facts) (map[string]evaluation.Entry, rule.Findings) {
	t.Helper()
	out, found, err := s.Feed(sheet, f)
	require.NoError(t, err)
	assert.Empty(t, must(s.Score(out)).Findings().Of(evaluation.ErrDerived), "what is fed is what its facts give")
	entries := map[string]evaluation.Entry{}
	for _, e := range out.Entries {
		entries[e.Line] = e
	}
	return entries, found
}

// The facts that package visit judges feed the lines: of three visits two were announced in
// time, and the leader attended one meeting of two.
func TestFedFromVisits(t *testing.T) {
	t.Parallel()
	roster := must(assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "so-khdt"}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
	}))
	var facts []duty.Record
	for _, v := range []visit.Visit{
		{ID: "v1", Start: rule.On(rule.Day(2021, 9, 16)), Notices: []visit.Notice{{To: "02794", Sent: rule.On(rule.Day(2021, 9, 13)), Channel: visit.Phone}}, Participants: []visit.Participant{{Role: visit.Leader}}},
		{ID: "v2", Start: rule.On(rule.Day(2021, 10, 29)), Notices: []visit.Notice{{To: "02794", Sent: rule.On(rule.Day(2021, 10, 30)), Channel: visit.Phone}}, Participants: []visit.Participant{{Role: visit.TeamMember}},
			Invitation: &visit.Invitation{ID: "m1", Meeting: visit.Village, From: "02794", Agenda: []string{"x"}, Sent: rule.On(rule.Day(2021, 10, 20))}},
		{ID: "v3", Start: rule.On(rule.Day(2021, 12, 14)), Participants: []visit.Participant{{Role: visit.Leader}},
			Invitation: &visit.Invitation{ID: "m2", Meeting: visit.Village, From: "02794", Agenda: []string{"x"}, Sent: rule.On(rule.Day(2021, 12, 1)), Accepted: rule.On(rule.Day(2021, 12, 2))}},
	} {
		v.Commune, v.Leader, v.Made, v.Items, v.NoticesComplete = "02794", "l1", true, []string{"kiểm tra đường"}, true
		facts = append(facts, visit.Policy{}.Records(v, roster)...)
	}
	s := measuring(evaluation.VisitsHeld, evaluation.NoticesInTime, evaluation.MeetingsAttended)
	f := evaluation.Facts{Register: throughout(rule.Day(2021, 12, 31), facts...), Targets: []evaluation.Target{{Measure: evaluation.VisitsHeld, Whole: rule.Int(4)}}, Column: "verified"}
	lines, found := fed(t, s, evaluation.Sheet{About: work2021}, f)
	assert.Empty(t, found)
	assert.Equal(t, "3/4", lines["visits-held"].Verified.String())
	assert.Equal(t, "2/3", lines["notices-in-time"].Verified.String(), "accepting an invitation tells the commune")
	assert.Equal(t, []string{"v2"}, lines["notices-in-time"].From.Lacking)
	assert.Equal(t, "1/2", lines["meetings-attended"].Verified.String(), "that the team came is not that the leader did")
	out, _, _ := s.Feed(evaluation.Sheet{About: work2021}, f)
	r := must(s.Score(out))
	assert.Equal(t, "115/6", r.Total().String())
	follows(t, "fed", r)
	assert.Contains(t, r.In(rule.En), "2/3 × 10 = 20/3 (≈ 6.67), of 10; notices of visits in time: 2/3 (v1, v3; not: v2)")
}

// E2: contributions count once by their id: 215, not 275 with the bank's own row.
func TestFedContributions(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 11, 20)
	give := func(ref string) duty.Record {
		return did(duty.ContributionMobilized, duty.MobilizeContributions, duty.PerAssignment, "a1", day, ref)
	}
	facts := throughout(rule.Day(2021, 12, 31), give("duong"), give("nha-1"), give("nha-2"), give("nha-3"), give("quy"), give("nha-1"), give("nha-2"))
	s := measuring(evaluation.Contributions)
	f := evaluation.Facts{Register: facts, Targets: []evaluation.Target{{Measure: evaluation.Contributions, Whole: rule.Int(250)}}}
	for ref, value := range map[string]int64{"duong": 100, "nha-1": 30, "nha-2": 30, "nha-3": 30, "quy": 25} {
		f.Amounts = append(f.Amounts, evaluation.Amount{Ref: ref, Value: rule.Int(value)})
	}
	lines, found := fed(t, s, evaluation.Sheet{About: work2021}, f)
	assert.Empty(t, found)
	assert.Equal(t, "215/250", lines["contributions"].Self.String())
	assert.Len(t, lines["contributions"].From.Facts, 5)
	assert.True(t, lines["contributions"].Verified.IsZero(), "nobody verified it")
	f.Amounts = f.Amounts[1:]
	_, found = fed(t, s, evaluation.Sheet{About: work2021}, f)
	assert.Len(t, found.Of(evaluation.ErrFeed), 1, "a gift without a value is unknown, not 0")
}

// What is not known is not fed, and never 0.
func TestNotFed(t *testing.T) {
	t.Parallel()
	visits := []duty.Record{
		did(duty.VisitMade, duty.VisitContent, duty.PerVisit, "v1", rule.Day(2021, 3, 1), "v1"),
		did(duty.VisitMade, duty.VisitContent, duty.PerVisit, "v2", rule.Day(2021, 9, 1), "v2"),
	}
	target := []evaluation.Target{{Measure: evaluation.VisitsHeld, Whole: rule.Int(2)}}
	unsure := visits[1]
	unsure.On, unsure.After, unsure.Before = rule.Moment{}, rule.On(rule.Day(2020, 12, 1)), rule.On(rule.Day(2021, 2, 1))
	commune := work2021
	commune.Commune = "02776"
	for name, c := range map[string]struct {
		sheet evaluation.Sheet
		facts evaluation.Facts
		want  string
	}{
		"whole year":              {evaluation.Sheet{About: work2021}, evaluation.Facts{Register: throughout(rule.Day(2021, 12, 31), visits...), Targets: target}, "2/2"},
		"the register stops":      {evaluation.Sheet{About: work2021}, evaluation.Facts{Register: throughout(rule.Day(2021, 11, 30), visits...), Targets: target}, ""},
		"the assignment began":    {evaluation.Sheet{About: work2021, Span: rule.Span{From: rule.Day(2021, 5, 14)}}, evaluation.Facts{Register: throughout(rule.Day(2021, 12, 31), visits...), Targets: target}, "1/2"},
		"it ended before":         {evaluation.Sheet{About: work2021, Span: rule.Span{To: rule.Day(2021, 6, 30)}}, evaluation.Facts{Register: throughout(rule.Day(2021, 6, 30), visits...), Targets: target}, "1/2"},
		"a day that is not known": {evaluation.Sheet{About: work2021}, evaluation.Facts{Register: throughout(rule.Day(2021, 12, 31), unsure), Targets: target}, ""},
		"another commune":         {evaluation.Sheet{About: commune}, evaluation.Facts{Register: throughout(rule.Day(2021, 12, 31), visits...), Targets: target}, "0/2"},
		"another year":            {evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2022}}, evaluation.Facts{Register: throughout(rule.Day(2022, 12, 31), visits...), Targets: target}, "0/2"},
		"nothing was planned":     {evaluation.Sheet{About: work2021}, evaluation.Facts{Register: throughout(rule.Day(2021, 12, 31), visits...), Targets: []evaluation.Target{{Measure: evaluation.VisitsHeld, Whole: rule.Int(0)}}}, ""},
		"no object":               {evaluation.Sheet{}, evaluation.Facts{Register: throughout(rule.Day(2021, 12, 31), visits...), Targets: target}, ""},
		"the host's own count":    {evaluation.Sheet{About: work2021}, evaluation.Facts{Counts: []evaluation.Derivation{{Measure: evaluation.VisitsHeld, Part: rule.Int(5), Whole: rule.Int(6)}}}, "5/6"},
	} {
		lines, found := fed(t, measuring(evaluation.VisitsHeld), c.sheet, c.facts)
		assert.Equal(t, c.want, lines["visits-held"].Self.String(), name)
		assert.Equal(t, c.want == "", len(found.Of(evaluation.ErrFeed)) == 1, name)
		assert.False(t, found.Has(rule.Broken), name)
	}
	_, _, err := evaluation.Scheme{}.Feed(evaluation.Sheet{}, evaluation.Facts{})
	assert.ErrorIs(t, err, evaluation.ErrNoScheme)
}

// The three objects stay apart.
func TestThreeObjectsApart(t *testing.T) {
	t.Parallel()
	facts := evaluation.Facts{
		Register: throughout(rule.Day(2021, 12, 31), did(duty.GuidanceGiven, duty.GuideCommune, duty.PerAssignment, "a1", rule.Day(2021, 9, 1), "g1")),
		Targets:  []evaluation.Target{{Measure: evaluation.GuidanceSessions, Whole: rule.Int(2)}},
		Counts:   []evaluation.Derivation{{Measure: evaluation.CommuneProgress, Part: rule.Int(14), Whole: rule.Int(19)}},
	}
	s := measuring(evaluation.GuidanceSessions, evaluation.CommuneProgress)
	for name, c := range map[string]struct {
		about             evaluation.Subject
		guidance, commune string
	}{
		"support work":         {work2021, "1/2", ""},
		"support outcome":      {evaluation.SupportOutcome{Assignment: "a1", Year: 2021}, "1/2", "14/19"},
		"another assignment":   {evaluation.SupportOutcome{Assignment: "a2", Year: 2021}, "0/2", "14/19"},
		"the commune's result": {evaluation.CommuneResult{Commune: "02794", AsOf: rule.Day(2021, 12, 31)}, "", "14/19"},
	} {
		lines, _ := fed(t, s, evaluation.Sheet{About: c.about}, facts)
		assert.Equal(t, c.guidance, lines["guidance"].Self.String(), name)
		assert.Equal(t, c.commune, lines["commune-progress"].Self.String(), name)
	}
}
