package assignment_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

var small, large = 500, 2000

// entries is n assignments made from one.
func entries(n int, one func(i int) assignment.Assignment) assignment.Entries {
	e := assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Post: "Giám đốc", Body: "b"}}}
	for i := range n {
		a := one(i)
		a.ID = strconv.Itoa(i)
		e.Assignments = append(e.Assignments, a)
	}
	return e
}

// C1, C10: work and findings grow with the roster, whatever stands in it.
func TestRostersAreLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	day := rule.Day(2021, 5, 14)
	number := func(i int) org.UnitCode { return org.UnitCode(strconv.Itoa(i)) }
	row := func(commune org.UnitCode, span rule.Span) assignment.Assignment {
		return assignment.Assignment{Leader: "l", Commune: commune, Span: span}
	}
	for name, one := range map[string]func(i int) assignment.Assignment{
		"one row again and again": func(int) assignment.Assignment { return row("1", may21) },
		"a commune each":          func(i int) assignment.Assignment { return row(number(i), may21) },
		"nothing in the row":      func(int) assignment.Assignment { return assignment.Assignment{} },
		"the latest day first": func(i int) assignment.Assignment {
			return row("1", rule.Span{From: day.AddDays(-i), To: day.AddDays(-i)})
		},
		"one longer each time": func(i int) assignment.Assignment {
			return row("1", rule.Span{From: day, To: day.AddDays(i)})
		},
		"all replace one": func(i int) assignment.Assignment {
			a := row(number(i), may21)
			a.Replaces = "0"
			return a
		},
		"a unit that ended": func(int) assignment.Assignment { return row("02794", may21) },
		"nobody's, and no unit": func(i int) assignment.Assignment {
			return assignment.Assignment{Leader: strconv.Itoa(i), Commune: "x", Span: may21, End: assignment.EndMoved}
		},
	} {
		build := func(n int) assignment.Entries { return entries(n, one) }
		maintain.Linear(t, "new roster, "+name, small, large, func(n int) func() int {
			e := build(n)
			return func() int {
				_, err := assignment.NewRoster(e)
				found, _ := rule.FindingsIn(err)
				return len(found)
			}
		})
		if _, err := assignment.NewRoster(build(3)); err != nil {
			continue
		}
		g := merger()
		maintain.Linear(t, "check, "+name, small, large, func(n int) func() int {
			r := must(assignment.NewRoster(build(n)))
			p := assignment.Policy{Handover: true, CoverAll: true, OnTargetMerged: assignment.FollowSuccessor}
			return func() int { return len(p.Check(r, g, reform)) }
		})
		maintain.Linear(t, "changes, "+name, small, large, func(n int) func() int {
			r := must(assignment.NewRoster(build(n)))
			return func() int {
				return len(must(r.Changes(r, assignment.Comparison{On: reform, Key: assignment.ByPost, Units: g})))
			}
		})
	}
}

// C10: whatever else a roster holds costs as much as there is of it.
func TestOtherEntriesAreLinear(t *testing.T) { //nolint:paralleltest // as above
	day := rule.Day(2021, 5, 14)
	for name, fill := range map[string]func(e *assignment.Entries, i int){
		"owners of one criterion": func(e *assignment.Entries, i int) {
			e.CriterionOwners = append(e.CriterionOwners, assignment.CriterionOwner{Set: "s", Criterion: "1", Body: org.BodyID(strconv.Itoa(i))})
		},
		"owners, the latest first": func(e *assignment.Entries, i int) {
			d := day.AddDays(-i)
			e.CriterionOwners = append(e.CriterionOwners,
				assignment.CriterionOwner{Set: "s", Criterion: "1", Body: org.BodyID(strconv.Itoa(i)), Span: rule.Span{From: d, To: d}})
		},
		"hand-overs of one": func(e *assignment.Entries, _ int) {
			e.Handovers = append(e.Handovers, assignment.Handover{Assignment: "0", On: day})
		},
		"bodies that support one": func(e *assignment.Entries, i int) {
			e.Coordinating = append(e.Coordinating, assignment.CoordinatingBody{Body: org.BodyID(strconv.Itoa(i)), Assignment: "0"})
		},
		"bodies that support none": func(e *assignment.Entries, i int) {
			e.Coordinating = append(e.Coordinating, assignment.CoordinatingBody{Body: org.BodyID(strconv.Itoa(i))})
		},
		"helpers of one commune": func(e *assignment.Entries, i int) {
			e.DistrictHelpers = append(e.DistrictHelpers, assignment.DistrictHelper{
				ID: strconv.Itoa(i), Body: "p", Commune: "02794", Told: map[string]civil.Date{"l": day}})
		},
		"members of a team": func(e *assignment.Entries, i int) {
			e.Assignments[0].Team = append(e.Assignments[0].Team, assignment.Member{ID: strconv.Itoa(i)})
		},
		"members of a team that support": func(e *assignment.Entries, i int) {
			e.Assignments[0].Team = append(e.Assignments[0].Team, assignment.Member{ID: strconv.Itoa(i)})
			e.Coordinating = append(e.Coordinating, assignment.CoordinatingBody{Body: "c", Assignment: "0"})
		},
		"one member": func(e *assignment.Entries, _ int) {
			e.Assignments[0].Team = append(e.Assignments[0].Team, assignment.Member{ID: "m"})
		},
	} {
		maintain.Linear(t, name, small, large, func(n int) func() int {
			e := entries(1, func(int) assignment.Assignment {
				return assignment.Assignment{Leader: "l", Commune: "02794", Span: may21}
			})
			for i := range n {
				fill(&e, i)
			}
			m := must(laocai.InForce(rule.Day(2021, 8, 15)))
			return func() int {
				r, err := assignment.NewRoster(e)
				found, _ := rule.FindingsIn(err)
				p := assignment.Policy{Handover: true}
				on := rule.Day(2022, 1, 1)
				_, _, _ = must(r.OwnersOf("s", "1.1", on)), must(r.Coordinating("0", on)), must(r.DistrictHelpers("02794", on))
				return len(found) + len(p.Check(r, merger(), on)) + len(p.CheckDuties(r, m))
			}
		})
	}
}

// C10: assignments of one commune that became many, each of which became many again.
func TestTargetsAreBounded(t *testing.T) { //nolint:paralleltest // as above
	later := rule.Day(2026, 1, 1)
	tree := func(part bool) org.Gazetteer {
		units := []org.Unit{{Code: "x", Name: "X", Kind: org.KindCommune, Span: rule.Span{To: reform.AddDays(-1)}}}
		var links []org.Succession
		for i := range 40 {
			code := org.UnitCode(fmt.Sprint("a", i))
			units = append(units, org.Unit{Code: code, Name: "A", Kind: org.KindCommune, Span: rule.Span{From: reform, To: later.AddDays(-1)}})
			links = append(links, org.Succession{From: "x", To: code, On: reform, Part: part})
			for j := range 40 {
				below := org.UnitCode(fmt.Sprint("b", i, "-", j))
				units = append(units, org.Unit{Code: below, Name: "B", Kind: org.KindCommune, Span: rule.Span{From: later}})
				links = append(links, org.Succession{From: code, To: below, On: later, Part: part})
			}
		}
		return must(org.NewGazetteer(units, links))
	}
	follow := assignment.Policy{OnTargetMerged: assignment.FollowSuccessor}
	for _, g := range []org.Gazetteer{tree(true), tree(false)} {
		a := assignment.Assignment{ID: "0", Leader: "l", Commune: "x", Span: may21}
		assert.Len(t, follow.Targets(a, g), 1+40+1600)
		for _, target := range follow.Targets(a, g) {
			assert.Equal(t, target.Unit.Code == "x", target.Confirmed, "divided, so that no one knows which it follows")
		}
		r := must(assignment.NewRoster(entries(1, func(int) assignment.Assignment { return a })))
		helping := must(follow.Helping(r, g, "b7-8", later))
		require.Len(t, helping, 1)
		assert.Len(t, helping[0].Via, 2)
		assert.Less(t, testing.AllocsPerRun(10, func() { _, _ = follow.Helping(r, g, "b7-8", later) }), 500.0, "the other branches are not gone through")
		found := follow.Check(r, g, later).Of(assignment.ErrTargetEnded)
		require.Len(t, found, 1)
		assert.Less(t, testing.AllocsPerRun(10, func() { _ = follow.Check(r, g, later) }), 1000.0, "nor what lies beyond the first candidates")
	}
}

// C5: who helps a commune is asked of an index, however many assignments there are.
func TestHelpingIsIndexed(t *testing.T) { //nolint:paralleltest // it counts allocations
	g, policy := merger(), assignment.Policy{}
	cost := func(n int) float64 {
		e := entries(n, func(i int) assignment.Assignment {
			return assignment.Assignment{Leader: "l", Commune: org.UnitCode(strconv.Itoa(i)), Span: may21}
		})
		e.Assignments[n/2].Commune = "02794"
		r := must(assignment.NewRoster(e))
		require.Len(t, must(policy.Helping(r, g, "02782", reform)), 1)
		return testing.AllocsPerRun(20, func() { _, _ = policy.Helping(r, g, "02782", reform) })
	}
	assert.InDelta(t, cost(10), cost(8267), 1)
}

func BenchmarkPolicyHelping(b *testing.B) {
	r := must(assignment.NewRoster(entries(8267, func(i int) assignment.Assignment {
		return assignment.Assignment{Leader: "l", Commune: []org.UnitCode{"02794", org.UnitCode(strconv.Itoa(i))}[min(i, 1)], Span: may21}
	})))
	g := merger()
	b.ReportAllocs()
	for b.Loop() {
		_, _ = assignment.Policy{}.Helping(r, g, "02782", reform)
	}
}

// Of assignments that overlap the one that begins later is told, whatever stands first.
func TestOverlapIsToldOnce(t *testing.T) {
	t.Parallel()
	span := func(from, to int) rule.Span {
		return rule.Span{From: rule.Day(2022, 1, from), To: rule.Day(2022, 1, to)}
	}
	for _, c := range []struct {
		spans []rule.Span
		want  []string
	}{
		{[]rule.Span{span(1, 9), span(9, 12)}, []string{"assignments[1].span 0"}},
		{[]rule.Span{span(9, 12), span(1, 9)}, []string{"assignments[0].span 1"}},
		{[]rule.Span{span(1, 9), span(10, 12)}, nil},
		{[]rule.Span{span(1, 30), span(2, 3), span(5, 6), span(7, 8)}, []string{"assignments[1].span 0", "assignments[2].span 0", "assignments[3].span 0"}},
		{[]rule.Span{span(7, 8), span(1, 8), span(8, 8)}, []string{"assignments[0].span 1", "assignments[2].span 1"}},
	} {
		_, err := assignment.NewRoster(entries(len(c.spans), func(i int) assignment.Assignment {
			return assignment.Assignment{Leader: "l", Commune: "1", Span: c.spans[i]}
		}))
		found, _ := rule.FindingsIn(err)
		var got []string
		for _, f := range found {
			got = append(got, fmt.Sprint(f.Path, " ", f.Args[0].Text))
		}
		assert.Equal(t, c.want, got, c.spans)
	}
}

// W12, W13: ids in another spelling are the same ids.
func TestIdsHaveOneSpelling(t *testing.T) {
	t.Parallel()
	other := func(s string) string { return norm.NFD.String(strings.ReplaceAll(s, "Đ", "Ð")) }
	e := assignment.Entries{
		Leaders: []assignment.Leader{{ID: other("gđ-Đỗ"), Post: "Giám đốc", Body: org.BodyID(other("sở-Đ"))}},
		Assignments: []assignment.Assignment{{ID: other("Đ1"), Leader: "gđ-Đỗ", Commune: org.UnitCode(other("xã-Đ")), Span: may21,
			Team: []assignment.Member{{ID: "mộ-Đ"}}}},
		DistrictHelpers: []assignment.DistrictHelper{{ID: "h", Body: "p", Commune: "xã-Đ", Told: map[string]civil.Date{other("gđ-Đỗ"): rule.Day(2021, 6, 1)}}},
		Coordinating:    []assignment.CoordinatingBody{{Body: "c", Assignment: "Đ1"}},
		CriterionOwners: []assignment.CriterionOwner{{Set: other("bộ-Đ"), Criterion: "1", Body: "o"}},
		Handovers:       []assignment.Handover{{Assignment: other("Đ1"), On: rule.Day(2022, 1, 1)}},
	}
	r := must(assignment.NewRoster(e))
	on := rule.Day(2021, 8, 9)
	for _, spell := range []func(string) string{other, func(s string) string { return s }} {
		l, ok := r.Leader(spell("gđ-Đỗ"))
		assert.True(t, ok)
		assert.Equal(t, assignment.Leader{ID: "gđ-Đỗ", Post: "Giám đốc", Body: "sở-Đ"}, l)
		a, ok := r.Assignment(spell("Đ1"))
		assert.True(t, ok)
		assert.Equal(t, "Đ1", a.ID)
		commune := org.UnitCode(spell("xã-Đ"))
		assert.Len(t, must(r.Helping(commune, on)), 1)
		assert.Len(t, must(r.HelpedBy(spell("gđ-Đỗ"), on)), 1)
		assert.Len(t, must(r.DistrictHelpers(commune, on)), 1)
		assert.Len(t, must(r.Coordinating(spell("Đ1"), on)), 1)
		assert.Equal(t, []org.BodyID{"o"}, must(r.OwnersOf(spell("bộ-Đ"), "1.1", on)))
		assert.Len(t, must(assignment.Policy{}.Helping(r, org.Gazetteer{}, commune, on)), 1)
		held, ok := r.Held(spell("gđ-Đỗ"), commune, on)
		assert.True(t, ok)
		assert.Equal(t, a, held)
	}
	assert.Empty(t, assignment.Policy{}.Check(r, org.Gazetteer{}, on).Of(assignment.ErrHelperNotTold))
	assert.Equal(t, other("gđ-Đỗ"), e.Leaders[0].ID, "what the caller holds is left alone")

	e.Leaders = append(e.Leaders, assignment.Leader{ID: "gđ-Đỗ", Body: "x"})
	_, err := assignment.NewRoster(e)
	require.ErrorIs(t, err, assignment.ErrRepeatedID, "two of one spelling")
	e.Leaders = e.Leaders[:1]
	e.DistrictHelpers[0].Told["gđ-Đỗ"] = rule.Day(2021, 7, 1)
	_, err = assignment.NewRoster(e)
	require.ErrorIs(t, err, assignment.ErrRepeatedID, "none of the two days is lost")
}

// A leader has a commune in whatever role, on the days of the assignment alone.
func TestHeld(t *testing.T) {
	t.Parallel()
	r := must(assignment.NewRoster(assignment.Entries{
		Leaders: []assignment.Leader{{ID: "l", Body: "b"}, {ID: "m", Body: "b"}},
		Assignments: []assignment.Assignment{
			{ID: "a", Leader: "l", Commune: "1", Role: assignment.Overseer, Span: rule.Year(2022)},
			{ID: "b", Leader: "l", Commune: "1", Span: may21},
			{ID: "c", Leader: "l", Commune: "2", Span: may21}, {ID: "d", Leader: "m", Commune: "2", Span: may21},
		}}))
	for _, c := range []struct {
		leader  string
		commune org.UnitCode
		on      civil.Date
		want    string
	}{
		{"l", "1", rule.Day(2021, 5, 13), ""}, {"l", "1", may21.From, "b"}, {"l", "1", rule.Day(2022, 1, 1), "a"}, {"l", "1", rule.Day(2022, 12, 31), "a"},
		{"l", "1", rule.Day(2023, 1, 1), "b"}, {"l", "2", may21.From, "c"}, {"m", "2", may21.From, "d"}, {"m", "1", may21.From, ""}, {"l", "1", rule.Day(2022, 13, 1), ""},
	} {
		a, ok := r.Held(c.leader, c.commune, c.on)
		assert.Equal(t, c.want, a.ID, c)
		assert.Equal(t, c.want != "", ok, c)
	}
	assert.Equal(t, 4, r.Len())
}

// F3: what cannot be read does not hide what contradicts itself.
func TestRosterFaultsAtOnce(t *testing.T) {
	t.Parallel()
	var r assignment.Roster
	err := json.Unmarshal([]byte(`{"leaders":[{"id":"l","body":"b","personnel":"king"}],"assignments":[
		{"id":"a","leader":"m","commune":"1","span":{"from":"30/02/2021"}},
		{"id":"b","leader":"l","commune":"1","spam":1},
		{"id":"b","leader":"l","commune":"1","span":{"from":"2021-05-14","to":"2021-05-13"}}],
		"handovers":[{"assignment":"x","on":"2022-01-01"}]}`), &r)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok, err)
	var got []string
	for _, f := range found {
		got = append(got, fmt.Sprint(f.Path, " ", string(f.Code())))
	}
	slices.Sort(got)
	assert.Equal(t, []string{
		"assignments[0].leader assignment.unknown-leader", "assignments[0].span.from form.unreadable", "assignments[1].spam form.unknown-key",
		"assignments[1].span.from assignment.span", "assignments[2].id assignment.repeated-id", "assignments[2].span assignment.span",
		"handovers[0].assignment assignment.unknown-assignment", "leaders[0].personnel form.unreadable",
	}, got)
}
