package assignment_test

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// everything is a roster that holds one of each entry, and a second assignment.
func everything() assignment.Entries {
	return assignment.Entries{
		Leaders: []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "b1", Personnel: assignment.CivilServant}, {ID: "l2", Body: "b2"}},
		Assignments: []assignment.Assignment{
			{ID: "a1", Leader: "l1", Commune: "1", Span: rule.Year(2022), End: assignment.EndMoved, Team: []assignment.Member{{ID: "m", Post: "p"}},
				Decision: rule.Source{Kind: rule.Decision, Number: "1/QĐ"}},
			{ID: "a2", Leader: "l2", Commune: "2", Role: assignment.Sponsor, Replaces: "3", Span: rule.Span{From: rule.Day(2022, 1, 1)}},
		},
		DistrictHelpers: []assignment.DistrictHelper{
			{ID: "h1", Body: "p", Commune: "1", Span: rule.Year(2022), Told: map[string]civil.Date{"l1": rule.Day(2022, 2, 1)}},
			{ID: "h2", Body: "p", Commune: "2"},
		},
		Coordinating:    []assignment.CoordinatingBody{{Body: "c1", Assignment: "a1", Sponsors: true}, {Body: "c2", Assignment: "a2", Span: rule.Year(2022)}},
		CriterionOwners: []assignment.CriterionOwner{{Set: "s", Criterion: "1", Body: "o", Span: rule.Year(2022)}},
		Handovers:       []assignment.Handover{{Assignment: "a1", On: rule.Day(2023, 1, 5), Document: rule.Source{Kind: rule.Report, Number: "2/BC"}}},
	}
}

// Whatever a roster holds comes back from its JSON.
func TestRosterComesBack(t *testing.T) {
	t.Parallel()
	r := must(assignment.NewRoster(everything()))
	assert.Equal(t, everything(), r.Entries())
	var back assignment.Roster
	require.NoError(t, json.Unmarshal(must(json.Marshal(r)), &back))
	assert.Equal(t, everything(), back.Entries())
	assert.Equal(t, 2, back.Len())
	assert.JSONEq(t, `{"format":"giupxa.roster/1","leaders":[],"assignments":[]}`, string(must(json.Marshal(assignment.Roster{}))))
}

// Each question is of one commune, one leader, one assignment, one day.
func TestQuestionsAreKeptApart(t *testing.T) {
	t.Parallel()
	r := must(assignment.NewRoster(everything()))
	first, after := rule.Day(2022, 1, 1), rule.Day(2023, 1, 1)
	ids := func(list []assignment.Assignment, err error) (ids []string) {
		require.NoError(t, err)
		for _, a := range list {
			ids = append(ids, a.ID)
		}
		return ids
	}
	assert.Equal(t, []string{"a1"}, ids(r.Helping("1", first)))
	assert.Equal(t, []string{"a2"}, ids(r.Helping("2", first)))
	assert.Empty(t, ids(r.Helping("1", first.AddDays(-1))))
	assert.Equal(t, []string{"a1"}, ids(r.Helping("1", after.AddDays(-1))))
	assert.Empty(t, ids(r.Helping("1", after)))
	assert.Equal(t, []string{"a1"}, ids(r.HelpedBy("l1", first)))
	assert.Equal(t, []string{"a2"}, ids(r.HelpedBy("l2", after)))
	helpers := func(commune org.UnitCode, on civil.Date) (ids []string) {
		for _, h := range must(r.DistrictHelpers(commune, on)) {
			ids = append(ids, h.ID)
		}
		return ids
	}
	assert.Equal(t, []string{"h1"}, helpers("1", first))
	assert.Empty(t, helpers("1", after))
	assert.Equal(t, []string{"h2"}, helpers("2", after))
	assert.Equal(t, org.BodyID("c1"), must(r.Coordinating("a1", first))[0].Body)
	assert.Empty(t, must(r.Coordinating("a1", after)), "the assignment ended")
	assert.Equal(t, org.BodyID("c2"), must(r.Coordinating("a2", first))[0].Body)
	assert.Empty(t, must(r.Coordinating("a2", after)), "the support ended")
	assert.Empty(t, must(r.OwnersOf("s", "1", after)))
	assert.Empty(t, must(r.OwnersOf("s", "10", first)))
}

// A span that is none, an unknown leader and a reason without a day are told of every entry.
func TestFaultsOfEveryEntry(t *testing.T) {
	t.Parallel()
	bad := rule.Span{From: rule.Day(2022, 1, 2), To: rule.Day(2022, 1, 1)}
	for path, spoil := range map[rule.Path]func(e *assignment.Entries){
		"leaders[2].id":                func(e *assignment.Entries) { e.Leaders = append(e.Leaders, assignment.Leader{ID: "l1", Body: "x"}) },
		"leaders[1].body":              func(e *assignment.Entries) { e.Leaders[1].Body = " " },
		"assignments[0].span":          func(e *assignment.Entries) { e.Assignments[0].Span = bad },
		"assignments[0].commune":       func(e *assignment.Entries) { e.Assignments[0].Commune = "" },
		"assignments[0].end":           func(e *assignment.Entries) { e.Assignments[0].Span.To = civil.Date{} },
		"assignments[0].team[0].id":    func(e *assignment.Entries) { e.Assignments[0].Team[0].ID = "-" },
		"assignments[1].replaces":      func(e *assignment.Entries) { e.Assignments[1].Replaces = "2" },
		"districtHelpers[0].span":      func(e *assignment.Entries) { e.DistrictHelpers[0].Span = bad },
		"districtHelpers[1].id":        func(e *assignment.Entries) { e.DistrictHelpers[1].ID = "h1" },
		"districtHelpers[1].commune":   func(e *assignment.Entries) { e.DistrictHelpers[1].Commune = "" },
		"districtHelpers[1].body":      func(e *assignment.Entries) { e.DistrictHelpers[1].Body = "" },
		"districtHelpers[0].told.l1":   func(e *assignment.Entries) { e.DistrictHelpers[0].Told["l1"] = civil.Date{} },
		"coordinating[1].span":         func(e *assignment.Entries) { e.Coordinating[1].Span = bad },
		"coordinating[1].body":         func(e *assignment.Entries) { e.Coordinating[1].Body = "" },
		"coordinating[1].assignment":   func(e *assignment.Entries) { e.Coordinating[1].Assignment = "a9" },
		"criterionOwners[0].span":      func(e *assignment.Entries) { e.CriterionOwners[0].Span = bad },
		"criterionOwners[0].body":      func(e *assignment.Entries) { e.CriterionOwners[0].Body = "" },
		"criterionOwners[0].set":       func(e *assignment.Entries) { e.CriterionOwners[0].Set = "" },
		"criterionOwners[0].criterion": func(e *assignment.Entries) { e.CriterionOwners[0].Criterion = "" },
		"handovers[0].assignment":      func(e *assignment.Entries) { e.Handovers[0].Assignment = "a9" },
		"handovers[0].on":              func(e *assignment.Entries) { e.Handovers[0].On = rule.Day(2022, 2, 30) },
	} {
		e := everything()
		spoil(&e)
		_, err := assignment.NewRoster(e)
		found, _ := rule.FindingsIn(err)
		require.Len(t, found, 1, path)
		assert.Equal(t, path, found[0].Path)
	}
	e := everything()
	e.DistrictHelpers[0].Told["l9"] = rule.Day(2022, 2, 1)
	_, err := assignment.NewRoster(e)
	require.ErrorIs(t, err, assignment.ErrUnknownLeader)
}

// A commune of the leader in another role is not the one that is replaced.
func TestRolesAreKeptApart(t *testing.T) {
	t.Parallel()
	build := func(role assignment.Role) error {
		_, err := assignment.NewRoster(assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Body: "b"}}, Assignments: []assignment.Assignment{
			{ID: "a", Leader: "l", Commune: "1", Span: may21}, {ID: "b", Leader: "l", Commune: "2", Replaces: "1", Role: role, Span: may21}}})
		return err
	}
	require.ErrorIs(t, build(assignment.Helper), assignment.ErrReplacesKept)
	require.NoError(t, build(assignment.Sponsor))
	same := assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Body: "b"}}, Assignments: []assignment.Assignment{
		{ID: "a", Leader: "l", Commune: "1", Span: may21}, {ID: "b", Leader: "l", Commune: "1", Role: assignment.Overseer, Span: may21}}}
	must(assignment.NewRoster(same))
	same.Assignments[1].Role = assignment.Helper
	_, err := assignment.NewRoster(same)
	require.ErrorIs(t, err, assignment.ErrOverlap)
}

// A hand-over is asked of a helper whose assignment ended before the day, and not at the
// end of the period.
func TestHandoverIsAskedOfWhatEnded(t *testing.T) {
	t.Parallel()
	end := rule.Day(2022, 6, 30)
	for _, c := range []struct {
		name string
		a    assignment.Assignment
		on   civil.Date
		over civil.Date
		want rule.Kind
	}{
		{"no end", assignment.Assignment{Span: may21}, rule.Day(2030, 1, 1), civil.Date{}, 0},
		{"the last day", assignment.Assignment{Span: rule.Span{From: may21.From, To: end}, End: assignment.EndMoved}, end, civil.Date{}, 0},
		{"the day after", assignment.Assignment{Span: rule.Span{From: may21.From, To: end}, End: assignment.EndMoved}, end.AddDays(1), civil.Date{}, rule.Broken},
		{"no reason given", assignment.Assignment{Span: rule.Span{From: may21.From, To: end}}, end.AddDays(1), civil.Date{}, rule.Undecided},
		{"end of the period", assignment.Assignment{Span: rule.Span{From: may21.From, To: end}, End: assignment.EndTerm}, end.AddDays(1), civil.Date{}, 0},
		{"a sponsor", assignment.Assignment{Role: assignment.Sponsor, Span: rule.Span{From: may21.From, To: end}, End: assignment.EndMoved}, end.AddDays(1), civil.Date{}, 0},
		{"handed over that day", assignment.Assignment{Span: rule.Span{From: may21.From, To: end}, End: assignment.EndMoved}, end.AddDays(1), end.AddDays(1), 0},
		{"handed over later", assignment.Assignment{Span: rule.Span{From: may21.From, To: end}, End: assignment.EndMoved}, end.AddDays(1), end.AddDays(2), rule.Broken},
	} {
		e := entries(1, func(int) assignment.Assignment {
			c.a.Leader, c.a.Commune = "l", "1"
			return c.a
		})
		if !c.over.IsZero() {
			e.Handovers = []assignment.Handover{{Assignment: "0", On: end.AddDays(90)}, {Assignment: "0", On: c.over}}
		}
		r := must(assignment.NewRoster(e))
		found := assignment.Policy{Handover: true}.Check(r, org.Gazetteer{}, c.on).Of(assignment.ErrNoHandover)
		if c.want == 0 {
			assert.Empty(t, found, c.name)
		} else if assert.Len(t, found, 1, c.name) {
			assert.Equal(t, c.want, found[0].Kind, c.name)
		}
		assert.Empty(t, assignment.Policy{}.Check(r, org.Gazetteer{}, c.on).Of(assignment.ErrNoHandover), "only where the host asks for it")
	}
}

// Only bodies that evaluate the leaders' support are in conflict; who bears another duty,
// or evaluates something else, is not.
func TestOnlyEvaluatorsOfSupportAreInConflict(t *testing.T) {
	t.Parallel()
	text := rule.Text{Vi: "x", En: "x"}
	made := func(evaluates bool, kind duty.Kind) duty.Matrix {
		b := must(duty.NewBasis(duty.BasisParts{ID: "x", Source: rule.Source{Kind: rule.Decision, Number: "1"},
			Provisions: map[rule.DutyID]rule.Source{"x.judge": {Article: "1"}}, Binds: rule.Span{From: rule.Day(2020, 1, 1)},
			Own: []duty.Duty{{ID: "x.judge", Text: text, Nature: duty.Periodic, Per: duty.PerCommune, Record: kind, Evaluates: evaluates}}}))
		return must(duty.NewMatrix(duty.Parts{Basis: b, Government: org.ThreeLevel,
			Bodies: []org.Body{{ID: "b", Kind: org.Department, Level: org.LevelProvince, Names: []org.Name{{Text: text}}}},
			Duties: []duty.Duty{{ID: "x.judge", Text: text, Nature: duty.Periodic, Per: duty.PerCommune, Record: kind, Evaluates: evaluates, Bearers: duty.By(duty.Party{Body: "b", Verb: duty.Bears})}}}))
	}
	r := one("1", may21)
	for _, c := range []struct {
		evaluates bool
		kind      duty.Kind
		want      int
	}{
		{true, duty.SupportWorkEvaluated, 1}, {true, duty.SupportOutcomeEvaluated, 1}, {true, duty.CommuneEvaluated, 0}, {false, duty.SupportWorkEvaluated, 0},
	} {
		assert.Len(t, r.Check(made(c.evaluates, c.kind)).Of(assignment.ErrEvaluatorAssigned), c.want, c)
	}
	// On a day only those who are assigned on it.
	m := made(true, duty.SupportWorkEvaluated)
	assert.Len(t, r.Check(must(m.On(may21.From))).Of(assignment.ErrEvaluatorAssigned), 1)
	assert.Empty(t, r.Check(must(m.On(may21.From.AddDays(-1)))).Of(assignment.ErrEvaluatorAssigned))
	sponsor := must(assignment.NewRoster(entries(1, func(int) assignment.Assignment {
		return assignment.Assignment{Leader: "l", Commune: "1", Role: assignment.Sponsor, Span: may21}
	})))
	assert.Empty(t, sponsor.Check(m).Of(assignment.ErrEvaluatorAssigned), "a sponsor is not evaluated")
}

// What a leader did earlier in the same roster counts for an assignment that begins later,
// whatever the previous roster holds.
func TestWhatCameBeforeInTheSameRoster(t *testing.T) {
	t.Parallel()
	r := must(assignment.NewRoster(assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Body: "b"}}, Assignments: []assignment.Assignment{
		{ID: "later", Leader: "l", Commune: "1", Span: rule.Span{From: rule.Day(2023, 1, 1)}},
		{ID: "now", Leader: "l", Commune: "1", Span: rule.Year(2022)},
	}}))
	changes := must(r.Changes(one("1", rule.Year(2021)), assignment.Comparison{On: rule.Day(2022, 1, 1)}))
	require.Len(t, changes, 2)
	assert.Equal(t, []string{"a", "now"}, changes[0].Before)
	assert.Equal(t, []string{"a"}, changes[1].Before)
	changes = must(r.Changes(assignment.Roster{}, assignment.Comparison{On: rule.Day(2022, 1, 1)}))
	assert.Equal(t, []assignment.ChangeKind{assignment.Continuing, assignment.New}, []assignment.ChangeKind{changes[0].Kind, changes[1].Kind})
	assert.Equal(t, []string{"now"}, changes[0].Before)
}

// Days of a span that does not exist are not counted.
func TestDaysOfNoSpan(t *testing.T) {
	t.Parallel()
	for _, span := range []rule.Span{{From: rule.Day(2021, 2, 30)}, {To: rule.Day(2021, 13, 1)}, {From: rule.Day(2022, 1, 1)}, {To: rule.Day(2020, 12, 31)}} {
		days, of := assignment.Assignment{Span: span}.DaysIn(2021)
		assert.Zero(t, days, span)
		assert.Equal(t, 365, of)
	}
	days, _ := assignment.Assignment{Span: rule.Span{From: rule.Day(2021, 12, 31)}}.DaysIn(2021)
	assert.Equal(t, 1, days)
}

// The candidates named are those of the last unit that was followed, not of one on the way.
func TestCandidatesOfTheLastUnit(t *testing.T) {
	t.Parallel()
	first, second := rule.Day(2023, 1, 1), rule.Day(2024, 1, 1)
	until, from := func(d civil.Date) rule.Span { return rule.Span{To: d.AddDays(-1)} }, func(d civil.Date) rule.Span { return rule.Span{From: d} }
	unit := func(code org.UnitCode, s rule.Span) org.Unit {
		return org.Unit{Code: code, Name: string(code), Kind: org.KindCommune, Span: s}
	}
	g := must(org.NewGazetteer([]org.Unit{
		unit("A", until(first)), unit("B", rule.Span{From: first, To: second.AddDays(-1)}), unit("P", from(first)), unit("C", from(second)), unit("D", from(second)),
	}, []org.Succession{
		{From: "A", To: "B", On: first}, {From: "A", To: "P", On: first, Part: true},
		{From: "B", To: "C", On: second, Part: true}, {From: "B", To: "D", On: second, Part: true},
	}))
	r := one("A", may21)
	follow := assignment.Policy{OnTargetMerged: assignment.FollowSuccessor, HelpersAtWill: true}
	assert.Empty(t, follow.Check(r, g, second.AddDays(-1)))
	found := follow.Check(r, g, second)
	require.Len(t, found, 1)
	assert.Equal(t, "B commune ended on 2023-12-31; successor: C commune, D commune; no new decision on the assignment was supplied", found[0].In(rule.En))
	found = assignment.Policy{HelpersAtWill: true}.Check(r, g, second)
	require.Len(t, found, 1)
	assert.Contains(t, found[0].In(rule.En), "A commune ended on 2022-12-31; successor: B commune, P commune")

	// A candidate is not covered, nor is a unit that was followed on other days.
	names := func(p assignment.Policy, on civil.Date) (names []string) {
		for _, u := range must(p.Uncovered(r, g, on)) {
			names = append(names, u.Name)
		}
		return names
	}
	assert.Empty(t, names(follow, first.AddDays(-1)))
	assert.Equal(t, []string{"P"}, names(follow, first))
	assert.Equal(t, []string{"B", "P"}, names(assignment.Policy{}, first))
	assert.Equal(t, []string{"P", "C", "D"}, names(follow, second))
}

// Of every pair of owners of a criterion on one day the one that begins later is told, once:
// held against all pairs.
func TestOwnersAgreeWithAllPairs(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewSource(7))
	for range 400 {
		var e assignment.Entries
		for range 2 + rnd.Intn(8) {
			s := rule.Span{From: rule.Day(2022, 1, 1+rnd.Intn(20))}
			s.To = s.From.AddDays(rnd.Intn(6))
			if rnd.Intn(6) == 0 {
				s.To = civil.Date{}
			}
			if rnd.Intn(8) == 0 {
				s.From = civil.Date{}
			}
			e.CriterionOwners = append(e.CriterionOwners, assignment.CriterionOwner{Set: "s", Criterion: "1", Body: org.BodyID(rune('a' + rnd.Intn(3))), Span: s})
		}
		var want, got []int
		for i, x := range e.CriterionOwners {
			if slices.ContainsFunc(e.CriterionOwners, func(y assignment.CriterionOwner) bool {
				return y.Body != x.Body && y.Span.Overlaps(x.Span) && y.Span.From.Before(x.Span.From)
			}) ||
				slices.ContainsFunc(e.CriterionOwners[:i], func(y assignment.CriterionOwner) bool {
					return y.Body != x.Body && y.Span.Overlaps(x.Span) && y.Span.From == x.Span.From
				}) {
				want = append(want, i)
			}
		}
		for _, f := range (assignment.Policy{}).Check(must(assignment.NewRoster(e)), org.Gazetteer{}, may21.From).Of(assignment.ErrSeveralOwners) {
			var i int
			_, err := fmt.Sscanf(string(f.Path), "criterionOwners[%d]", &i)
			require.NoError(t, err)
			got = append(got, i)
		}
		require.Equal(t, want, got, e.CriterionOwners)
	}
}
