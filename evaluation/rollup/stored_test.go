package rollup_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation/rollup"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var bands = []rollup.Band{{From: 0, To: 9, Units: 3}, {From: 10, To: 19}}

// districts is a gazetteer of the communes of country.
func districts(n int) org.Gazetteer {
	units := []org.Unit{{Code: "10", Name: "Tỉnh", Kind: org.KindProvince}}
	for i := range n {
		d := org.UnitCode(fmt.Sprintf("d%03d", i/20))
		if i%20 == 0 {
			units = append(units, org.Unit{Code: d, Name: string(d), Kind: org.KindDistrict, Parent: "10"})
		}
		units = append(units, org.Unit{Code: org.UnitCode(fmt.Sprintf("%05d", i)), Name: "Xã", Kind: org.KindCommune, Parent: d})
	}
	return must(org.NewGazetteer(units, nil))
}

// without is a stored answer that lacks some members.
func without(t *testing.T, stored []byte, members ...string) []byte {
	t.Helper()
	var all map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(stored, &all))
	for _, m := range members {
		delete(all, m)
	}
	return must(json.Marshal(all))
}

// A stored result comes out again: of what was stored with it, or of the snapshot and the
// gazetteer; it says that the snapshot was not kept, that another one is given, and which
// figure was changed.
func TestReplay(t *testing.T) {
	t.Parallel()
	s := country(60)
	s.Edition = rule.Edition{ID: "set", Version: "1", Digest: "sha256:00"}
	s.Communes = append(s.Communes, s.Communes[0])
	s.Communes[1].Counts["poor"] = rollup.Count{Part: num("5"), Whole: num("1")}
	s.Communes[2].Counts["unknown"] = rollup.Count{}
	for i := range s.Communes {
		s.Communes[i].Under = ""
	}
	r := s.Up(districts(60), org.LevelDistrict, bands...)
	stored := must(json.Marshal(r))
	require.Len(t, r.Groups, 3)
	require.True(t, r.Found.Has(rule.Broken))
	assert.Equal(t, []rule.Rulebook{{Role: "set", Edition: s.Edition}}, r.Grounds().Rulebooks)

	for name, c := range map[string]struct {
		stored   []byte
		snapshot *rollup.Snapshot
		same     bool
		codes    string
	}{
		"of what was stored":          {stored, nil, true, ""},
		"of the snapshot":             {without(t, stored, "snapshot"), &s, true, ""},
		"not kept":                    {without(t, stored, "snapshot"), nil, false, "[replay.not-kept]"},
		"of another day":              {stored, ptr(country(60)), false, "replay.record"},
		"a figure that was changed":   {[]byte(strings.Replace(string(stored), `"units":20`, `"units":21`, 1)), nil, false, "replay.member"},
		"a verdict of no criterion":   {[]byte(strings.Replace(string(stored), `"verdicts":{`, `"verdicts":{"0":"met",`, 1)), nil, false, "replay.member"},
		"a commune that was left out": {[]byte(strings.Replace(string(stored), `{"unit":"00007"`, `{"unit":"00008"`, 1)), nil, false, "replay.record"},
	} {
		again, err := rollup.Replay(c.stored, c.snapshot, districts(60))
		require.NoError(t, err, name)
		assert.Equal(t, c.same, again.Same, "%s: %v", name, again.Differs)
		assert.Contains(t, fmt.Sprint(codes(again.Differs)), c.codes, name)
	}
	// The result shares nothing with the snapshot.
	s.Communes[3].Verdicts["1"], s.Criteria[0] = criteria.Met, "changed"
	s.Communes[4].Counts["poor"] = rollup.Count{}
	assert.Equal(t, string(stored), string(must(json.Marshal(r))))
	_, err := rollup.Replay([]byte(`{"format":"giupxa.snapshot/1"}`), nil, org.Gazetteer{})
	require.ErrorIs(t, err, rule.ErrStored)
}

func codes(all rule.Findings) (list []rule.Code) {
	for _, f := range all {
		list = append(list, f.Code())
	}
	return list
}

func num(s string) rule.Number { return rule.MustNumber(s) }

func TestReplayChange(t *testing.T) {
	t.Parallel()
	a, b := country(40), country(50)
	b.AsOf = rule.Day(2023, 12, 31)
	for i := range b.Communes {
		b.Communes[i].Verdicts["3"] = criteria.Met
		b.Communes[i].Counts["none"] = rollup.Count{}
	}
	change := must(rollup.Between(a, b))
	stored := must(json.Marshal(change))
	require.Len(t, change.Moves, 3)
	for name, c := range map[string]struct {
		stored        []byte
		before, after *rollup.Snapshot
		same          bool
	}{
		"of what was stored": {stored, nil, nil, true},
		"of the snapshots":   {without(t, stored, "before", "after"), &a, &b, true},
		"one was not kept":   {without(t, stored, "before"), nil, &b, false},
		"another before":     {stored, ptr(country(39)), nil, false},
		"changed":            {[]byte(strings.Replace(string(stored), `"gained":`, `"gained":1`, 1)), nil, nil, false},
	} {
		again, err := rollup.ReplayChange(c.stored, c.before, c.after)
		require.NoError(t, err, name)
		assert.Equal(t, c.same, again.Same, "%s: %v", name, again.Differs)
		assert.Equal(t, c.same, len(again.Differs) == 0, name)
	}
	_, err := rollup.ReplayChange(stored, &b, &a)
	require.Error(t, err, "in the wrong order")
	_, err = rollup.ReplayChange([]byte("{"), nil, nil)
	require.ErrorIs(t, err, rule.ErrStored)
}

// Bands are held against each other as the quadratic comparison does, at about the cost of
// their number. Not parallel: bytes are counted.
func TestBands(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var d rollup.Distribution
		var want []rule.Path
		for i := range 12 {
			from := random.IntN(60)
			b := rollup.Band{From: from, To: from + random.IntN(9) - 1}
			bad := b.From > b.To
			for _, before := range d.Bands {
				bad = bad || before.From <= before.To && b.From <= before.To && before.From <= b.To
			}
			d.Bands = append(d.Bands, b)
			if bad {
				want = append(want, rule.Path("distributions").Index(0).Key("bands").Index(i))
			}
		}
		var got []rule.Path
		for _, f := range (rollup.Statement{Distributions: []rollup.Distribution{d}}).Check().Of(rollup.ErrBands) {
			got = append(got, f.Path)
		}
		require.Equal(t, want, got, "%v", d.Bands)
	}
	maintain.Linear(t, "bands", 1000, 4000, func(n int) func() int {
		var d rollup.Distribution
		for i := range n {
			d.Bands = append(d.Bands, rollup.Band{From: 10 * i, To: 10*i + 9, Units: 1})
		}
		return func() int { return len(rollup.Statement{Distributions: []rollup.Distribution{d}}.Check()) }
	})
}

// The same answers come out, byte by byte, on every platform.
func TestDigests(t *testing.T) {
	t.Parallel()
	answers := map[string]any{}
	for _, c := range must(ruletest.Load(cases)) {
		if answer, found, err := judge(c.Given); err == nil {
			answers[c.Name] = []any{answer, found}
		}
	}
	a, b := country(300), country(310)
	b.AsOf = rule.Day(2023, 12, 31)
	answers["300 communes"] = a.Up(districts(300), org.LevelDistrict, bands...)
	answers["a change"] = must(rollup.Between(a, b))
	maintain.Digests(t, "testdata/digests.txt", answers)
}

// A snapshot that decodes is the same after a round trip, adds up without a unit lost, and
// its stored result comes out again.
func FuzzSnapshot(f *testing.F) {
	f.Add(must(json.Marshal(country(3))))
	f.Add([]byte(`{"format":"giupxa.snapshot/1","asOf":"2022-12-31","communes":[{"unit":"a","counts":{"p":{"part":"1","whole":"0"}}},{"unit":"a"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s rollup.Snapshot
		if json.Unmarshal(data, &s) != nil {
			return
		}
		one := must(json.Marshal(s))
		var again rollup.Snapshot
		require.NoError(t, json.Unmarshal(one, &again))
		require.Equal(t, string(one), string(must(json.Marshal(again))))
		r := s.Up(org.Gazetteer{}, org.LevelDistrict, bands...)
		units := 0
		for _, g := range r.Groups {
			units += g.Units
		}
		require.Equal(t, units, r.Whole.Units)
		require.Equal(t, len(s.Communes), units+len(r.Found.Of(rollup.ErrUnitTwice)))
		replayed, err := rollup.Replay(must(json.Marshal(r)), nil, org.Gazetteer{})
		require.NoError(t, err)
		require.True(t, replayed.Same, "%v", replayed.Differs)
	})
}

// A statement that decodes is the same after a round trip, and what it states is compared
// alike.
func FuzzStatement(f *testing.F) {
	f.Add([]byte(`{"format":"giupxa.statement/1","sums":[{"items":[{"amount":"1"}],"stated":"2"}],"distributions":[{"bands":[{"from":0,"to":9,"units":3}],"mean":"4.5"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s rollup.Statement
		if json.Unmarshal(data, &s) != nil {
			return
		}
		one := must(json.Marshal(s))
		var again rollup.Statement
		require.NoError(t, json.Unmarshal(one, &again))
		require.Equal(t, string(one), string(must(json.Marshal(again))))
		require.Equal(t, string(must(json.Marshal(s.Check()))), string(must(json.Marshal(again.Check()))))
	})
}

func ptr[T any](v T) *T { return &v }
