package rollup_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/rollup"
)

// storedCommune and storedGroup are a result as its JSON has it, without a type of the library.
type storedCommune struct {
	Unit, Under string
	Verdicts    map[string]string
	Counts      map[string]struct{ Part, Whole string }
}

type storedGroup struct {
	Unit               string
	Units, Least, Most int
	MeanLow, MeanHigh  string
	Between            int
	Tally              []map[string]any
	Totals             []struct {
		Name, Part, Whole, Rate string
		Units, Unknown          int
	}
	Bands []struct{ From, To, Units int }
}

// told compares a group with what its communes give, by hand: each is added up again with
// exact fractions.
func (g *storedGroup) told(t *testing.T, communes []storedCommune, criteria []string) {
	t.Helper()
	is := func(what string, want *big.Rat, have string) {
		got, ok := new(big.Rat).SetString(have)
		require.True(t, ok, "%s of %q: %q", what, g.Unit, have)
		assert.Zero(t, want.Cmp(got), "%s of %q: %s, should be %s", what, g.Unit, have, want)
	}
	tally, bands, between, least, most := map[string]float64{}, make([]int, len(g.Bands)), 0, 0, 0
	for _, c := range communes {
		met, open := 0, 0
		for _, k := range criteria {
			v := c.Verdicts[k]
			switch v {
			case "met":
				met++
			case "":
				v = "unknown"
				open++
			}
			tally[k+" "+v]++
		}
		least, most = least+met, most+met+open
		in := -1
		for i, b := range g.Bands {
			if in < 0 && b.From <= met && met+open <= b.To {
				in = i
			}
		}
		if in < 0 {
			between++
		} else {
			bands[in]++
		}
	}
	assert.Equal(t, []int{len(communes), least, most, between}, []int{g.Units, g.Least, g.Most, g.Between}, g.Unit)
	is("the least mean", big.NewRat(int64(least), int64(len(communes))), g.MeanLow)
	is("the greatest mean", big.NewRat(int64(most), int64(len(communes))), g.MeanHigh)
	for i, b := range g.Bands {
		assert.Equal(t, bands[i], b.Units)
	}
	for _, row := range g.Tally {
		for member, word := range map[string]string{"met": "met", "notMet": "not-met", "notApplicable": "not-applicable", "unknown": "unknown"} {
			assert.InDelta(t, tally[fmt.Sprint(row["criterion"], " ", word)], row[member], 0, "%s of %v", member, row)
		}
	}
	for _, total := range g.Totals {
		part, whole, units := new(big.Rat), new(big.Rat), 0
		for _, c := range communes {
			n := c.Counts[total.Name]
			p, knownPart := new(big.Rat).SetString(n.Part)
			w, knownWhole := new(big.Rat).SetString(n.Whole)
			if knownPart && knownWhole && w.Sign() != 0 && p.Sign() >= 0 && p.Cmp(w) <= 0 {
				part.Add(part, p)
				whole.Add(whole, w)
				units++
			}
		}
		assert.Equal(t, []int{units, len(communes) - units}, []int{total.Units, total.Unknown}, total.Name)
		if units == 0 {
			assert.Empty(t, total.Part+total.Whole+total.Rate, "of nothing there is no rate")
			continue
		}
		is("a part", part, total.Part)
		is("a whole", whole, total.Whole)
		is("a rate", part.Mul(part, big.NewRat(100, 1)).Quo(part, whole), total.Rate)
	}
}

// Every figure of a roll-up follows from the JSON of the result alone, and comes out again.
func TestSumsFollowFromTheirJSON(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(12, 28))
	for range 100 {
		s := rollup.Snapshot{AsOf: rule.Day(2023, 12, 31), Set: "x", Criteria: []string{"1", "2", "3"}}
		verdicts := []criteria.Verdict{criteria.Unknown, criteria.Met, criteria.Met, criteria.NotMet, criteria.NotApplicable}
		for i := range 1 + random.IntN(12) {
			c := rollup.Commune{Unit: org.UnitCode(strconv.Itoa(i - i%7/6)), Under: org.UnitCode([]string{"a", "b", ""}[random.IntN(3)]), Verdicts: map[string]criteria.Verdict{}, Counts: map[string]rollup.Count{}}
			for _, k := range s.Criteria {
				c.Verdicts[k] = verdicts[random.IntN(len(verdicts))]
			}
			for _, name := range []string{"poor", "near-poor"} {
				n := rollup.Count{Part: rule.Int(int64(random.IntN(9))), Whole: rule.Int(int64(random.IntN(12)))}
				if random.IntN(6) == 0 {
					n.Part = rule.Number{}
				}
				c.Counts[name] = n
			}
			s.Communes = append(s.Communes, c)
		}
		r := s.Up(org.Gazetteer{}, org.LevelDistrict, rollup.Band{From: 2, To: 3}, rollup.Band{From: 0, To: 1})
		stored, err := json.Marshal(r)
		require.NoError(t, err)
		var in struct {
			Whole    storedGroup
			Groups   []storedGroup
			Snapshot struct {
				Criteria []string
				Communes []storedCommune
			}
		}
		require.NoError(t, json.Unmarshal(stored, &in))
		seen, by, all := map[string]bool{}, map[string][]storedCommune{}, []storedCommune(nil)
		for _, c := range in.Snapshot.Communes {
			if !seen[c.Unit] { // one that is given twice counts once
				seen[c.Unit] = true
				by[c.Under], all = append(by[c.Under], c), append(all, c)
			}
		}
		in.Whole.told(t, all, in.Snapshot.Criteria)
		require.Len(t, in.Groups, len(by))
		for i := range in.Groups {
			in.Groups[i].told(t, by[in.Groups[i].Unit], in.Snapshot.Criteria)
		}
		again, err := rollup.Replay(stored, nil, org.Gazetteer{})
		require.NoError(t, err)
		require.True(t, again.Same, again.Differs)
		if t.Failed() {
			t.Fatalf("%s", stored)
		}
	}
}
