package rollup_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation/evaluationtest"
	"github.com/giupxa/giupxa/evaluation/rollup"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

var (
	cases = os.DirFS("testdata/cases")
	judge = evaluationtest.Judges()["rollup.add"]
)

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, cases, judge)
	all, err := ruletest.Load(cases)
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(rollup.Rules(), all))
	maintain.Codes(t, "testdata/codes.txt", rollup.Rules())
	maintain.Schema(t, "statement.schema.json", "giupxa.statement/1", rollup.Statement{}, nil)
	maintain.Schema(t, "snapshot.schema.json", "giupxa.snapshot/1", rollup.Snapshot{}, nil)
	maintain.Schema(t, "rollup.schema.json", "giupxa.rollup/1", rollup.ResultJSON{}, nil)
	maintain.Schema(t, "rollup-change.schema.json", "giupxa.rollup-change/1", rollup.ChangeJSON{}, nil)
}

// country is n communes in districts of 20, with 19 criteria and two counts each.
func country(n int) rollup.Snapshot {
	s := rollup.Snapshot{AsOf: rule.Day(2022, 12, 31), Set: "2021-2025"}
	for i := range 19 {
		s.Criteria = append(s.Criteria, strconv.Itoa(i+1))
	}
	for i := range n {
		c := rollup.Commune{Unit: org.UnitCode(fmt.Sprintf("%05d", i)), Under: org.UnitCode(fmt.Sprintf("%03d", i/20)), Verdicts: map[string]criteria.Verdict{}}
		for j, k := range s.Criteria {
			c.Verdicts[k] = criteria.Verdict((i*7 + j*3) % 4)
		}
		c.Counts = map[string]rollup.Count{
			"poor":      {Part: rule.Int(int64(i % 90)), Whole: rule.Int(int64(800 + i%300))},
			"near-poor": {Part: rule.Int(int64(i % 70)), Whole: rule.Int(int64(800 + i%300))},
		}
		s.Communes = append(s.Communes, c)
	}
	return s
}

// The districts add up to the whole, in any order of communes.
func TestGroupsReconcile(t *testing.T) {
	t.Parallel()
	s := country(1000)
	r := s.Up(org.Gazetteer{}, org.LevelDistrict, rollup.Band{From: 0, To: 9}, rollup.Band{From: 10, To: 19})
	require.Len(t, r.Groups, 50)
	units, least, part, met, in := 0, 0, rule.Ratio(0, 1), 0, 0
	for _, g := range r.Groups {
		units += g.Units
		least += g.Least
		met += g.Tally[4].Met
		part = part.Add(g.Totals[1].Part)
		in += g.Bands[0].Units + g.Bands[1].Units + g.Between
		for _, k := range g.Tally {
			assert.Equal(t, g.Units, k.Met+k.NotMet+k.NotApplicable+k.Unknown)
		}
	}
	assert.Equal(t, 1000, units)
	assert.Equal(t, 1000, in)
	assert.Equal(t, r.Whole.Least, least)
	assert.Equal(t, r.Whole.Tally[4].Met, met)
	assert.Zero(t, r.Whole.Totals[1].Part.Cmp(part))
	for i, j := 0, len(s.Communes)-1; i < j; i, j = i+1, j-1 {
		s.Communes[i], s.Communes[j] = s.Communes[j], s.Communes[i]
	}
	other := s.Up(org.Gazetteer{}, org.LevelDistrict, rollup.Band{From: 0, To: 9}, rollup.Band{From: 10, To: 19})
	assert.JSONEq(t, string(must(json.Marshal(r.Groups))), string(must(json.Marshal(other.Groups))))
	assert.JSONEq(t, string(must(json.Marshal(r.Whole))), string(must(json.Marshal(other.Whole))))
}

// A commune is added up to its district of the day, by the gazetteer.
func TestByGazetteer(t *testing.T) {
	t.Parallel()
	g, err := org.NewGazetteer([]org.Unit{
		{Code: "10", Name: "Tỉnh", Kind: org.KindProvince}, {Code: "081", Name: "Huyện", Kind: org.KindDistrict, Parent: "10"},
		{Code: "00001", Name: "Xã", Kind: org.KindCommune, Parent: "081"},
	}, nil)
	require.NoError(t, err)
	s := rollup.Snapshot{AsOf: rule.Day(2022, 12, 31), Communes: []rollup.Commune{{Unit: "00001"}, {Unit: "00002"}}}
	for level, want := range map[org.Level]org.UnitCode{org.LevelDistrict: "081", org.LevelProvince: "10"} {
		groups := s.Up(g, level).Groups
		require.Len(t, groups, 2)
		assert.Empty(t, groups[0].Unit, "of one its unit is not known")
		assert.Equal(t, want, groups[1].Unit)
	}
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	a, b := country(1), country(1)
	_, err := rollup.Between(a, b)
	require.Error(t, err)
	b.AsOf, b.Set = rule.Day(2023, 12, 31), "2026-2030"
	_, err = rollup.Between(a, b)
	require.ErrorContains(t, err, "2026-2030")
	require.Error(t, json.Unmarshal([]byte(`{"format":"giupxa.snapshot/1","asOf":"2022-02-30","colour":1}`), &a))
}

func Example() {
	s := rollup.Snapshot{AsOf: rule.Day(2022, 12, 31), Communes: []rollup.Commune{
		{Unit: "a", Under: "d", Counts: map[string]rollup.Count{"poor": {Part: rule.Int(5), Whole: rule.Int(50)}}},
		{Unit: "b", Under: "d", Counts: map[string]rollup.Count{"poor": {Part: rule.Int(1), Whole: rule.Int(200)}}},
	}}
	poor := s.Up(org.Gazetteer{}, org.LevelDistrict).Whole.Totals[0]
	fmt.Printf("%v of %v: %v %%\n", poor.Part, poor.Whole, poor.Rate)
	// Output: 6 of 250: 2.4 %
}

// A total and a change that were kept are worked out again, by the facts kept with them.
func ExampleBetween() {
	on := func(year int, verdict criteria.Verdict) rollup.Snapshot {
		return rollup.Snapshot{AsOf: rule.Day(year, 12, 31), Set: "318/QĐ-TTg/I", Criteria: []string{"10"}, Communes: []rollup.Commune{
			{Unit: "02743", Under: "d", Verdicts: map[string]criteria.Verdict{"10": verdict}},
			{Unit: "02794", Under: "d", Verdicts: map[string]criteria.Verdict{"10": criteria.Met}},
		}}
	}
	before, after := on(2022, criteria.NotMet), on(2023, criteria.Met)
	change, err := rollup.Between(before, after)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(change.Shifts[0].Criterion, "gained", change.Shifts[0].Gained, "kept", change.Shifts[0].Kept)
	stored, _ := json.Marshal(change)
	again, err := rollup.ReplayChange(stored, nil, nil)
	fmt.Println(again.Same, err)
	stored, _ = json.Marshal(after.Up(org.Gazetteer{}, org.LevelDistrict))
	again, err = rollup.Replay(stored, &before, org.Gazetteer{})
	fmt.Println(again.Same, again.Differs[0].Path, err)
	// Output:
	// 10 gained 1 kept 1
	// true <nil>
	// false asOf <nil>
}

// A sum that a document states is held against its items.
func ExampleStatement_Check() {
	var statement rollup.Statement
	if err := json.Unmarshal([]byte(`{"sums": [{"items": [{"amount": "110"}, {"amount": "97"}], "stated": "208"}]}`), &statement); err != nil {
		fmt.Println(rule.Tell(err, rule.En))
		return
	}
	for _, f := range statement.Check() {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	// Output:
	// broken sums[0].stated the sum is stated as 208, the parts add up to 207, 1 off
}

// Adding up allocates for the 531 groups, some thirty each, not for each commune.
func TestAllocations(t *testing.T) { //nolint:paralleltest // it counts allocations
	s := country(10_603)
	assert.Less(t, testing.AllocsPerRun(2, func() { s.Up(org.Gazetteer{}, org.LevelDistrict) }), float64(30*531))
}

func BenchmarkUp(b *testing.B) {
	s := country(10_603)
	b.ReportAllocs()
	for b.Loop() {
		s.Up(org.Gazetteer{}, org.LevelDistrict)
	}
}
