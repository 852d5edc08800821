package assignment_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

var (
	reform = rule.Day(2025, 7, 1)
	may21  = rule.Span{From: rule.Day(2021, 5, 14)}
)

// one is a roster of one leader and one assignment.
func one(commune org.UnitCode, span rule.Span) assignment.Roster {
	return must(assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "l", Post: "Giám đốc", Body: "b"}},
		Assignments: []assignment.Assignment{{ID: "a", Leader: "l", Commune: commune, Span: span}},
	}))
}

// camDuong is a xã that became part of a phường.
func camDuong() org.Gazetteer {
	return must(org.NewGazetteer([]org.Unit{
		{Code: "02674", Name: "Cam Đường", Kind: org.KindCommune, Span: rule.Span{To: reform.AddDays(-1)}},
		{Code: "02671", Name: "Cam Đường", Kind: org.KindWard, Span: rule.Span{From: reform}},
	}, []org.Succession{{From: "02674", To: "02671", On: reform}}))
}

// W5: a policy that allows only xã looks at each day.
func TestOnlyCommunesOnEachDay(t *testing.T) {
	t.Parallel()
	g, r := camDuong(), one("02674", may21)
	strict := assignment.Policy{OnTargetMerged: assignment.FollowSuccessor, OnlyCommunes: true}
	var got []string
	for _, target := range strict.Targets(r.Assignments()[0], g) {
		got = append(got, fmt.Sprint(target.Unit, " ", target.Span.In(rule.En), " ", target.Confirmed))
	}
	assert.Equal(t, []string{"xã Cam Đường from 2021-05-14 to 2025-06-30 true", "phường Cam Đường from 2025-07-01 false"}, got)
	assert.Empty(t, strict.Check(r, g, reform.AddDays(-1)).Of(assignment.ErrTargetKind))
	found := strict.Check(r, g, reform)
	require.Len(t, found, 1, "the kind, and not a decision that is missing")
	assert.Equal(t, assignment.ErrTargetKind, found[0].Code())
	assert.Equal(t, rule.Broken, found[0].Kind)
	assert.Contains(t, found[0].String(), "phường Cam Đường")

	lenient := assignment.Policy{OnTargetMerged: assignment.FollowSuccessor}
	assert.True(t, must(lenient.Helping(r, g, "02671", reform))[0].Confirmed)
	assert.False(t, must(strict.Helping(r, g, "02671", reform))[0].Confirmed)
	found = lenient.Check(r, g, reform)
	require.Len(t, found, 1)
	assert.Equal(t, rule.Advice, found[0].Kind)
	flagged := assignment.Policy{OnlyCommunes: true}.Check(r, g, reform)
	require.Len(t, flagged, 1)
	assert.Equal(t, assignment.ErrTargetEnded, flagged[0].Code(), "a candidate is no target yet")
}

// W5 and W20 together: one unit that became of another kind is one target for each.
func TestKindOfAUnitChanges(t *testing.T) {
	t.Parallel()
	day := rule.Day(2023, 1, 1)
	g := must(org.NewGazetteer([]org.Unit{{Code: "1", Name: "Phú", Kind: org.KindTownship, Was: []org.Former{
		{Kind: org.KindCommune, Span: rule.Span{To: day.AddDays(-1)}}}}}, nil))
	r := one("1", may21)
	strict := assignment.Policy{OnlyCommunes: true, CoverAll: true, HelpersAtWill: true}
	var confirmed []string
	for _, target := range strict.Targets(r.Assignments()[0], g) {
		if target.Confirmed {
			confirmed = append(confirmed, target.Unit.String()+" "+target.Span.In(rule.En))
		}
	}
	assert.Equal(t, []string{"xã Phú from 2021-05-14 to 2022-12-31"}, confirmed)
	assert.Empty(t, strict.Check(r, g, day.AddDays(-1)))
	found := strict.Check(r, g, day)
	require.Len(t, found, 1, "a township needs no leader, so that it is not uncovered either")
	assert.Contains(t, found[0].String(), "thị trấn Phú")
	assert.Empty(t, must(strict.Uncovered(assignment.Roster{}, g, day)))
	assert.Equal(t, "xã Phú", must(strict.Uncovered(assignment.Roster{}, g, day.AddDays(-1)))[0].String())
}

// W20: a commune whose district became a town goes on.
func TestParentGetsAnotherKind(t *testing.T) {
	t.Parallel()
	g := must(org.NewGazetteer([]org.Unit{
		{Code: "088", Name: "Sa Pa", Kind: org.KindTown, Was: []org.Former{{Kind: org.KindDistrict, Span: rule.Span{To: rule.Day(2019, 12, 31)}}}},
		{Code: "03037", Name: "Bản Hồ", Kind: org.KindCommune, Parent: "088"},
		{Code: "03002", Name: "Ngũ Chỉ Sơn", Kind: org.KindCommune, Parent: "088", Was: []org.Former{{Name: "Bản Khoang", Span: rule.Span{To: rule.Day(2019, 12, 31)}}}},
	}, nil))
	for _, code := range []org.UnitCode{"03037", "03002"} {
		r := one(code, rule.Span{From: rule.Day(2018, 1, 1)})
		changes := must(r.Changes(r, assignment.Comparison{On: rule.Day(2020, 1, 1), Units: g}))
		require.Len(t, changes, 1)
		assert.Equal(t, assignment.Continuing, changes[0].Kind)
		targets := assignment.Policy{}.Targets(r.Assignments()[0], g)
		require.Len(t, targets, 1)
		assert.Equal(t, rule.Span{From: rule.Day(2018, 1, 1)}, targets[0].Span)
		assert.Len(t, must(assignment.Policy{}.Helping(r, g, code, rule.Day(2020, 1, 1))), 1)
		assert.Empty(t, assignment.Policy{HelpersAtWill: true}.Check(r, g, rule.Day(2022, 1, 1)))
	}
}

// directors is the director of a body who was followed in the post, with one commune
// that the post keeps and one that was added.
func directors() (roster, previous assignment.Roster) {
	leaders := []assignment.Leader{{ID: "old", Post: "Giám đốc", Body: "so"}, {ID: "new", Post: "Giám đốc", Body: "so"}}
	previous = must(assignment.NewRoster(assignment.Entries{Leaders: leaders, Assignments: []assignment.Assignment{
		{ID: "a1", Leader: "old", Commune: "1", Span: rule.Span{From: rule.Day(2021, 5, 14), To: rule.Day(2022, 3, 31)}},
	}}))
	roster = must(assignment.NewRoster(assignment.Entries{Leaders: leaders, Assignments: []assignment.Assignment{
		{ID: "b1", Leader: "new", Commune: "1", Span: rule.Span{From: rule.Day(2022, 4, 1)}},
		{ID: "b2", Leader: "new", Commune: "2", Span: rule.Span{From: rule.Day(2022, 4, 1)}},
	}}))
	return roster, previous
}

// W7: with the post as key a change names what the post did the work under.
func TestChangeNamesWhatItCarriesOn(t *testing.T) {
	t.Parallel()
	roster, previous := directors()
	on := rule.Day(2022, 4, 1)
	before := func(list []assignment.Change) map[string][]string {
		all := map[string][]string{}
		for _, c := range list {
			all[c.Assignment.ID+" "+c.Kind.String()] = c.Before
		}
		return all
	}
	changes := must(roster.Changes(previous, assignment.Comparison{On: on, Key: assignment.ByPost}))
	assert.Equal(t, map[string][]string{"b1 continuing": {"a1"}, "b2 added": nil}, before(changes))
	written := string(must(json.Marshal(changes[0])))
	assert.Contains(t, written, `"before":["a1"]`)
	assert.Equal(t, map[string][]string{"b1 new": nil, "b2 new": nil, "a1 ended": nil},
		before(must(roster.Changes(previous, assignment.Comparison{On: on}))), "by person the successor is new")

	// Three in one post, one after the other in one roster, held against itself later:
	// all that the post did counts, but not what another began after a break, nor what
	// was done for another unit that bore the code.
	chain := must(assignment.NewRoster(assignment.Entries{
		Leaders: []assignment.Leader{{ID: "p", Post: "Giám đốc", Body: "so"}, {ID: "q", Post: "giám đốc", Body: "so"}, {ID: "r", Post: "Giám đốc", Body: "so"}},
		Assignments: []assignment.Assignment{
			{ID: "c3", Leader: "r", Commune: "1", Span: rule.Span{From: rule.Day(2023, 1, 1)}},
			{ID: "c2", Leader: "q", Commune: "1", Span: rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2022, 12, 31)}},
			{ID: "c1", Leader: "p", Commune: "1", Span: rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2021, 12, 31)}},
			{ID: "c0", Leader: "p", Commune: "1", Span: rule.Span{From: rule.Day(2019, 1, 1), To: rule.Day(2020, 12, 30)}},
			{ID: "other", Leader: "q", Commune: "1", Role: assignment.Sponsor, Span: rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2022, 12, 31)}},
		}}))
	c := assignment.Comparison{On: rule.Day(2024, 1, 1), Key: assignment.ByPost}
	assert.Equal(t, map[string][]string{"c3 continuing": {"c1", "c2"}}, before(must(chain.Changes(chain, c))))
	c.Units = must(org.NewGazetteer([]org.Unit{
		{Code: "1", Name: "A", Kind: org.KindCommune, Span: rule.Span{To: rule.Day(2021, 12, 31)}},
		{Code: "1", Name: "A", Kind: org.KindCommune, Span: rule.Span{From: rule.Day(2022, 1, 1)}},
	}, nil))
	assert.Equal(t, map[string][]string{"c3 continuing": {"c2"}}, before(must(chain.Changes(chain, c))))

	// A roster that begins after the period of the one before it ran out.
	gap := must(assignment.NewRoster(assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Body: "b"}},
		Assignments: []assignment.Assignment{{ID: "n", Leader: "l", Commune: "1", Span: may21}}}))
	ran := one("1", rule.Span{From: rule.Day(2016, 1, 1), To: rule.Day(2020, 12, 31)})
	assert.Equal(t, map[string][]string{"n continuing": {"a"}}, before(must(gap.Changes(ran, assignment.Comparison{On: may21.From}))))
}

// W14: every setting that can change an answer is in the edition.
func TestEditionCoversEverySetting(t *testing.T) {
	t.Parallel()
	zero := assignment.Policy{}.Edition()
	assert.Equal(t, "giupxa.assignment-policy/1 lao-cai-2021", zero.ID)
	assert.Len(t, zero.Digest, 64)
	assert.Equal(t, zero, assignment.Policy{Basis: laocai.Basis()}.Edition(), "the zero basis is that text")
	seen := map[string]bool{zero.Digest: true}
	fields := reflect.TypeFor[assignment.Policy]()
	for i := range fields.NumField() {
		var p assignment.Policy
		switch f := reflect.ValueOf(&p).Elem().Field(i); f.Kind() {
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Uint8:
			f.SetUint(1)
		default:
			p.Basis = must(laocai.Basis().From(rule.Day(2021, 7, 1)))
		}
		digest := p.Edition().Digest
		assert.False(t, seen[digest], fields.Field(i).Name)
		seen[digest] = true
	}
}

// W21: one error for a date that is no day.
func TestNotADay(t *testing.T) {
	t.Parallel()
	r, g := one("02794", may21), merger()
	for _, day := range []civil.Date{{}, rule.Day(2022, 13, 1), rule.Day(2021, 2, 30)} {
		var errs []error
		add := func(_ any, err error) { errs = append(errs, err) }
		add(r.Helping("02794", day))
		add(r.HelpedBy("l", day))
		add(r.DistrictHelpers("02794", day))
		add(r.Coordinating("a", day))
		add(r.OwnersOf("s", "1", day))
		add(r.Changes(r, assignment.Comparison{On: day}))
		add(assignment.Policy{}.Helping(r, g, "02794", day))
		add(assignment.Policy{}.Uncovered(r, g, day))
		for i, err := range errs {
			assert.ErrorIs(t, err, rule.ErrNotADay, i)
		}
		found := assignment.Policy{CoverAll: true}.Check(r, g, day)
		require.Len(t, found, 1)
		assert.ErrorIs(t, found.Err(), assignment.ErrDay)
	}
	_, err := r.Changes(r, assignment.Comparison{On: reform, Last: rule.Day(2022, 13, 1)})
	require.ErrorIs(t, err, rule.ErrNotADay)
}

// F10: a policy that holds a misspelt setting is refused.
func TestPolicyIsReadStrictly(t *testing.T) {
	t.Parallel()
	var p assignment.Policy
	require.NoError(t, json.Unmarshal([]byte(`{"format":"giupxa.assignment-policy/1","onTargetMerged":"follow-successor","handover":true}`), &p))
	assert.Equal(t, assignment.Policy{OnTargetMerged: assignment.FollowSuccessor, Handover: true}, p)
	for fault, data := range map[string]string{
		"onlyCommune":    `{"onlyCommune":true}`,
		"onTargetMerged": `{"onTargetMerged":"sometimes"}`,
		"format":         `{"format":"giupxa.assignment-policy/2"}`,
		"basis.source":   `{"basis":{"id":"x"}}`,
	} {
		err := json.Unmarshal([]byte(data), &p)
		require.Error(t, err, fault)
		assert.Contains(t, err.Error(), fault)
	}
}

// C1, C10: work and findings grow with the input, not with its square.
func TestHostileSizes(t *testing.T) {
	t.Parallel()
	const n = 16000
	e := assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Body: "b"}}}
	for i := range n {
		e.Assignments = append(e.Assignments, assignment.Assignment{ID: strconv.Itoa(i), Leader: "l", Commune: "1", Replaces: "2", Span: may21})
		e.CriterionOwners = append(e.CriterionOwners, assignment.CriterionOwner{Set: "s", Criterion: "1", Body: org.BodyID(strconv.Itoa(i))})
		e.Handovers = append(e.Handovers, assignment.Handover{Assignment: strconv.Itoa(i), On: rule.Day(2022, 1, 1)})
	}
	_, err := assignment.NewRoster(e)
	found, _ := rule.FindingsIn(err)
	counted := len(found) // a failure does not print them all
	assert.Equal(t, n-1, counted, "one finding an assignment")

	for i := range e.Assignments {
		from := rule.Day(1980, 1, 1).AddDays(i)
		e.Assignments[i].Span = rule.Span{From: from, To: from}
	}
	r := must(assignment.NewRoster(e))
	p := assignment.Policy{Handover: true}
	counted = len(p.Check(r, merger(), reform).Of(assignment.ErrSeveralOwners))
	assert.Equal(t, n-1, counted)
	changes := must(r.Changes(r, assignment.Comparison{On: rule.Day(1980, 1, 2)}))
	counted = len(changes)
	require.Equal(t, n-1, counted)
	assert.Len(t, changes[n-2].Before, 50, "the nearest fifty")
	assert.Len(t, must(p.Helping(r, org.Gazetteer{}, "1", rule.Day(1990, 1, 1))), 1)
}

// The longest of the days that are taken decides, whatever their order.
func TestOverlapsAreFound(t *testing.T) {
	t.Parallel()
	day := func(d int) civil.Date { return rule.Day(2022, 1, d) }
	spans := []rule.Span{{From: day(10), To: day(12)}, {From: day(20), To: day(22)}, {From: day(1), To: day(9)}, {From: day(13), To: day(19)}, {From: day(23)}}
	build := func(list ...rule.Span) error {
		e := assignment.Entries{Leaders: []assignment.Leader{{ID: "l", Body: "b"}}}
		for i, s := range list {
			e.Assignments = append(e.Assignments, assignment.Assignment{ID: strconv.Itoa(i), Leader: "l", Commune: "1", Span: s})
		}
		_, err := assignment.NewRoster(e)
		return err
	}
	require.NoError(t, build(spans...))
	for d := 1; d <= 30; d++ {
		for to := d; to <= 30; to++ {
			assert.ErrorIs(t, build(append(append([]rule.Span{}, spans...), rule.Span{From: day(d), To: day(to)})...), assignment.ErrOverlap)
		}
	}
	owners := func(bodies string, list ...rule.Span) int {
		var e assignment.Entries
		for i, s := range list {
			e.CriterionOwners = append(e.CriterionOwners, assignment.CriterionOwner{Set: "s", Criterion: "1", Body: org.BodyID(bodies[i : i+1]), Span: s})
		}
		return len(assignment.Policy{}.Check(must(assignment.NewRoster(e)), org.Gazetteer{}, day(1)).Of(assignment.ErrSeveralOwners))
	}
	assert.Equal(t, 0, owners("aaab", rule.Span{To: day(5)}, rule.Span{From: day(4), To: day(8)}, rule.Span{From: day(1), To: day(2)}, rule.Span{From: day(9)}))
	assert.Equal(t, 1, owners("aab", rule.Span{From: day(1), To: day(9)}, rule.Span{From: day(2), To: day(3)}, rule.Span{From: day(5)}), "the first still lasts")
	assert.Equal(t, 1, owners("ab", rule.Span{}, rule.Span{To: day(1)}))
}

// A way that the policy follows wins over one by which only a part came.
func TestWholeWayWins(t *testing.T) {
	t.Parallel()
	first, second := rule.Day(2024, 1, 1), rule.Day(2025, 1, 1)
	until := func(d civil.Date) rule.Span { return rule.Span{To: d.AddDays(-1)} }
	g := must(org.NewGazetteer([]org.Unit{
		{Code: "A", Name: "A", Kind: org.KindCommune, Span: until(first)},
		{Code: "P", Name: "P", Kind: org.KindCommune, Span: rule.Span{From: first, To: second.AddDays(-1)}},
		{Code: "W", Name: "W", Kind: org.KindCommune, Span: rule.Span{From: first, To: second.AddDays(-1)}},
		{Code: "D", Name: "D", Kind: org.KindCommune, Span: rule.Span{From: second, To: reform.AddDays(-1)}},
		{Code: "D", Name: "D", Kind: org.KindCommune, Span: rule.Span{From: reform}},
	}, []org.Succession{
		{From: "A", To: "P", On: first, Part: true}, {From: "A", To: "W", On: first},
		{From: "P", To: "D", On: second}, {From: "W", To: "D", On: second}, {From: "D", To: "D", On: reform},
	}))
	var got []string
	for _, target := range (assignment.Policy{OnTargetMerged: assignment.FollowSuccessor}).Targets(assignment.Assignment{Commune: "A", Span: may21}, g) {
		got = append(got, fmt.Sprint(target.Unit.Code, " ", target.Confirmed, " ", target.Part, " ", len(target.Via)))
	}
	assert.Equal(t, []string{"A true false 0", "P false true 1", "W true false 1", "D true false 2", "D true false 3"}, got)
}
