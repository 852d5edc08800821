package assignment_test

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"slices"
	"strconv"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestZeroValuesSurvive(t *testing.T) {
	t.Parallel()
	var r assignment.Roster
	nowhere := civil.Date{Year: 2021, Month: 2, Day: 30}
	day := rule.Day(2021, 8, 9)
	assert.Empty(t, must(r.Helping("", day)))
	assert.Empty(t, must(r.HelpedBy("", day)))
	assert.Empty(t, must(r.DistrictHelpers("", day)))
	assert.Empty(t, must(r.Coordinating("", day)))
	assert.Empty(t, must(r.OwnersOf("", "", day)))
	assert.Empty(t, must(assignment.Policy{}.Helping(r, org.Gazetteer{}, "", day)))
	assert.Empty(t, assignment.Policy{CoverAll: true}.Check(r, org.Gazetteer{}, day))
	assert.Empty(t, r.Check(duty.Matrix{}))
	assert.Len(t, assignment.Policy{}.Targets(assignment.Assignment{}, org.Gazetteer{}), 1)
	_, known := r.Leader("")
	assert.False(t, known)
	_, known = r.Assignment("")
	assert.False(t, known)
	changes, err := r.Changes(r, assignment.Comparison{On: rule.Day(2021, 1, 1)})
	require.NoError(t, err)
	assert.Empty(t, changes)
	days, of := assignment.Assignment{Span: rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2021, 1, 1)}}.DaysIn(2021)
	assert.Zero(t, days)
	assert.Equal(t, 365, of)
	days, of = assignment.Assignment{}.DaysIn(2024)
	assert.Equal(t, []int{366, 366}, []int{days, of})

	_, err = assignment.NewRoster(assignment.Entries{
		Leaders: make([]assignment.Leader, 2), Assignments: make([]assignment.Assignment, 2),
		DistrictHelpers: []assignment.DistrictHelper{{Told: map[string]civil.Date{"": nowhere}}, {}},
		Coordinating:    make([]assignment.CoordinatingBody, 1), CriterionOwners: make([]assignment.CriterionOwner, 1), Handovers: make([]assignment.Handover, 1),
	})
	for _, code := range []rule.Code{assignment.ErrBlankID, assignment.ErrRepeatedID, assignment.ErrSpan, assignment.ErrDay} {
		assert.ErrorIs(t, err, code)
	}
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, assignment.Roster{}, assignment.Entries{}, assignment.Leader{}, assignment.Member{}, assignment.Assignment{},
		assignment.DistrictHelper{}, assignment.CoordinatingBody{}, assignment.CriterionOwner{}, assignment.Handover{},
		assignment.Change{}, assignment.Target{}, assignment.Policy{})
	var r assignment.Roster
	require.Error(t, json.Unmarshal([]byte(`{"format":"giupxa.roster/9"}`), &r))
	require.Error(t, json.Unmarshal([]byte(`[`), &r))
}

// A roster keeps no list of the caller's.
func TestRosterIsImmutable(t *testing.T) {
	t.Parallel()
	e := assignment.Entries{
		Leaders: []assignment.Leader{{ID: "l1", Body: "b"}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "1", Span: rule.Span{From: rule.Day(2021, 1, 1)},
			Team: []assignment.Member{{ID: "m1"}}}},
		DistrictHelpers: []assignment.DistrictHelper{{ID: "h", Body: "p", Commune: "1", Told: map[string]civil.Date{"l1": rule.Day(2021, 8, 20)}}},
		Coordinating:    []assignment.CoordinatingBody{{Body: "c", Assignment: "a1"}, {Body: "d", Assignment: "a1", Span: rule.Span{To: rule.Day(2021, 1, 1)}}},
		CriterionOwners: []assignment.CriterionOwner{{Set: "s", Criterion: "17", Body: "x"}, {Set: "s", Criterion: "17.1", Body: "y"}, {Set: "s", Criterion: "17.1", Body: "y"}},
	}
	r, err := assignment.NewRoster(e)
	require.NoError(t, err)
	before, err := json.Marshal(r)
	require.NoError(t, err)
	on := rule.Day(2021, 8, 20)
	for _, got := range []assignment.Entries{e, r.Entries()} {
		got.Leaders[0].ID, got.Assignments[0].Commune, got.Assignments[0].Team[0].ID = "x", "x", "x"
		got.DistrictHelpers[0].Told["l1"] = rule.Day(1999, 1, 1)
		got.Coordinating[0].Body, got.CriterionOwners[0].Body = "x", "z"
	}
	must(r.DistrictHelpers("1", on))[0].Told["l9"] = on
	r.Assignments()[0].ID, r.Leaders()[0].ID = "x", "x"
	after, err := json.Marshal(r)
	require.NoError(t, err)
	assert.JSONEq(t, string(before), string(after))

	assert.Len(t, must(r.Coordinating("a1", on)), 1)
	assert.Empty(t, must(r.Coordinating("a1", rule.Day(2020, 1, 1))))
	assert.Equal(t, []org.BodyID{"y"}, must(r.OwnersOf("s", "17.1", on)))
	assert.Equal(t, []org.BodyID{"x"}, must(r.OwnersOf("s", "17.2", on)), "the criterion's owner serves its indicators")
	assert.Empty(t, must(r.OwnersOf("t", "17.1", on)), "another set has other numbers")
}

// Texts in another composition of Unicode are the same texts.
func TestPostInAnotherComposition(t *testing.T) {
	t.Parallel()
	roster := func(post string) assignment.Roster {
		return must(assignment.NewRoster(assignment.Entries{
			Leaders:     []assignment.Leader{{ID: post, Post: post, Body: "b"}},
			Assignments: []assignment.Assignment{{ID: "a", Leader: post, Commune: "1", Span: rule.Span{From: rule.Day(2021, 1, 1)}}},
		}))
	}
	changes, err := roster(norm.NFD.String("Giám đốc")).Changes(roster("Giám đốc"), assignment.Comparison{On: rule.Day(2022, 1, 1), Key: assignment.ByPost})
	require.NoError(t, err)
	require.Len(t, changes, 1)
	assert.Equal(t, assignment.Continuing, changes[0].Kind)
}

// random makes two rosters of a few leaders and communes, in order of form.
func random(t *testing.T, seed int64) assignment.Roster {
	t.Helper()
	rnd := rand.New(rand.NewSource(seed))
	e := assignment.Entries{}
	for i := range 4 {
		e.Leaders = append(e.Leaders, assignment.Leader{ID: fmt.Sprint("l", i), Post: fmt.Sprint("p", i%3), Body: "b"})
	}
	for range 12 {
		from := rule.Day(2020, 1, 1).AddDays(rnd.Intn(700))
		a := assignment.Assignment{ID: fmt.Sprint("a", len(e.Assignments)), Leader: fmt.Sprint("l", rnd.Intn(4)),
			Commune: org.UnitCode(strconv.Itoa(rnd.Intn(3))), Span: rule.Span{From: from}}
		if rnd.Intn(2) == 0 {
			a.Span.To = from.AddDays(rnd.Intn(300))
		}
		if rnd.Intn(3) == 0 {
			a.Replaces = org.UnitCode(strconv.Itoa(rnd.Intn(3)))
		}
		next := e
		next.Assignments = append(slices.Clone(e.Assignments), a)
		if _, err := assignment.NewRoster(next); err == nil {
			e = next
		}
	}
	return must(assignment.NewRoster(e))
}

// What changed agrees with who had the commune on the day before, told without
// the code under test: by going through both lists for every change.
func TestChangesAgreeWithTheLists(t *testing.T) {
	t.Parallel()
	seen := map[assignment.ChangeKind]int{}
	for seed := range int64(200) {
		previous, roster := random(t, seed), random(t, seed+1000)
		on := rule.Day(2020, 6, 1).AddDays(int(seed))
		eve := on.AddDays(-1)
		changes, err := roster.Changes(previous, assignment.Comparison{On: on, Last: eve})
		require.NoError(t, err)
		ended, reached := 0, 0
		for _, c := range changes {
			seen[c.Kind]++
			if c.Kind == assignment.Ended {
				ended++
				assert.True(t, c.Assignment.Span.Contains(eve))
				assert.False(t, has(must(roster.HelpedBy(c.Leader, on)), c.Commune))
				assert.True(t, c.On.Before(on))
				continue
			}
			reached++
			before := must(previous.HelpedBy(c.Leader, eve))
			if c.On.After(on) {
				before = must(roster.HelpedBy(c.Leader, c.On.AddDays(-1)))
			}
			switch c.Kind {
			case assignment.Continuing:
				assert.True(t, has(before, c.Commune))
			case assignment.New:
				assert.Empty(t, before)
			case assignment.Added:
				assert.NotEmpty(t, before)
				assert.Empty(t, c.Assignment.Replaces)
			case assignment.Moved:
				assert.NotEmpty(t, c.Assignment.Replaces)
			}
			if c.Kind != assignment.Continuing {
				assert.False(t, has(before, c.Commune))
			}
		}
		lost, alive := 0, 0
		for _, a := range previous.Assignments() {
			if a.Span.Contains(eve) && !has(must(roster.HelpedBy(a.Leader, on)), a.Commune) {
				lost++
			}
		}
		for _, a := range roster.Assignments() {
			if a.Span.To.IsZero() || !a.Span.To.Before(on) {
				alive++
			}
		}
		assert.Equal(t, []int{lost, alive}, []int{ended, reached})
	}
	for k := assignment.Continuing; k <= assignment.Ended; k++ {
		assert.NotZero(t, seen[k], k)
	}
}

func has(list []assignment.Assignment, commune org.UnitCode) bool {
	return slices.ContainsFunc(list, func(a assignment.Assignment) bool { return a.Commune == commune })
}

// Days split at any day add up, to the year's length.
func TestDaysAddUp(t *testing.T) {
	t.Parallel()
	for _, year := range []int{2021, 2024} {
		for cut := rule.Day(year, 1, 1); cut.Year == year; cut = cut.AddDays(1) {
			first, of := assignment.Assignment{Span: rule.Span{To: cut}}.DaysIn(year)
			second, _ := assignment.Assignment{Span: rule.Span{From: cut.AddDays(1)}}.DaysIn(year)
			require.Equal(t, of, first+second, cut)
		}
	}
}

// A criterion split further, a chain of two mergers, and a path that meets itself.
func TestTargetsOverTwoMergers(t *testing.T) {
	t.Parallel()
	first, second := rule.Day(2024, 11, 1), rule.Day(2025, 7, 1)
	span := func(from, to civil.Date) rule.Span { return rule.Span{From: from, To: to} }
	g := must(org.NewGazetteer([]org.Unit{
		{Code: "A", Name: "An", Kind: org.KindCommune, Span: span(civil.Date{}, first.AddDays(-1))},
		{Code: "B", Name: "Bình", Kind: org.KindCommune, Span: span(first, second.AddDays(-1))},
		{Code: "C", Name: "Cao", Kind: org.KindCommune, Span: span(first, second.AddDays(-1))},
		{Code: "D", Name: "Duyên", Kind: org.KindCommune, Span: span(second, civil.Date{})},
	}, []org.Succession{
		{From: "A", To: "B", On: first}, {From: "A", To: "C", On: first, Part: true},
		{From: "B", To: "D", On: second}, {From: "C", To: "D", On: second},
	}))
	a := assignment.Assignment{ID: "a", Commune: "A", Span: rule.Span{From: rule.Day(2021, 5, 14)}}
	var got []string
	for _, target := range (assignment.Policy{OnTargetMerged: assignment.FollowSuccessor}).Targets(a, g) {
		got = append(got, fmt.Sprint(target.Unit.Code, " ", target.Span.From, " ", target.Confirmed, " ", target.Part, " ", len(target.Via)))
	}
	assert.Equal(t, []string{"A 2021-05-14 true false 0", "B 2024-11-01 true false 1", "C 2024-11-01 false true 1", "D 2025-07-01 true false 2"}, got)
	last, err := assignment.NewRoster(assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Body: "b"}},
		Assignments: []assignment.Assignment{{ID: "a", Leader: "l", Commune: "A", Span: a.Span}}})
	require.NoError(t, err)
	found := assignment.Policy{HelpersAtWill: true}.Check(last, g, second)
	require.Len(t, found, 1)
	assert.Contains(t, found[0].String(), "xã Bình, xã Cao")
}

func TestEnums(t *testing.T) {
	t.Parallel()
	maintain.Enum[assignment.ChangeKind](t)
	maintain.Enum[assignment.Key](t)
	maintain.Enum[assignment.PersonnelKind](t)
	maintain.Enum[assignment.Role](t)
	maintain.Enum[assignment.EndReason](t)
	maintain.Enum[assignment.TargetMerged](t)
}

// Findings name posts and bodies, never the id of a person.
func TestNoPersonInFindings(t *testing.T) {
	t.Parallel()
	r := must(assignment.NewRoster(assignment.Entries{
		Leaders:         []assignment.Leader{{ID: "Nguyen-Van-A", Post: "Giám đốc", Body: laocai.HomeAffairs}, {ID: "Tran-Thi-B", Body: "so"}},
		Assignments:     []assignment.Assignment{{ID: "a1", Leader: "Nguyen-Van-A", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14)}}, {ID: "a2", Leader: "Tran-Thi-B", Commune: "02794", Span: rule.Span{From: rule.Day(2021, 5, 14)}}},
		DistrictHelpers: []assignment.DistrictHelper{{ID: "h", Body: "p", Commune: "02794"}},
	}))
	day := rule.Day(2021, 8, 31)
	found := append(assignment.Policy{}.Check(r, merger(), day), r.Check(must(laocai.InForce(day)))...)
	require.Len(t, found, 3)
	for _, f := range found {
		assert.NotContains(t, f.String()+f.In(rule.En), "-A")
		assert.NotContains(t, f.String()+f.In(rule.En), "-B")
	}
	assert.Contains(t, found[0].In(rule.En), "Giám đốc, so-noi-vu")
}
