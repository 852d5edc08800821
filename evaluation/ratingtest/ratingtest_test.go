package ratingtest_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rating"
	"github.com/giupxa/giupxa/evaluation/ratingtest"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

// Every national regime is proved, with its confirmed rows and with all of them.
func TestNationalRegimes(t *testing.T) {
	t.Parallel()
	for _, r := range rating.Regimes() {
		for _, accept := range []rule.Confidence{0, rule.Low} {
			require.NoError(t, ratingtest.Check(rating.Rulebook{Own: &r, Accept: accept}, nil), r.ID)
		}
	}
}

func own(t *testing.T) rating.Regime {
	t.Helper()
	return regimeOf(t, "233/2026/NĐ-CP viên chức")
}

func regimeOf(t *testing.T, id string) rating.Regime {
	t.Helper()
	for _, r := range rating.Regimes() {
		if r.ID == id {
			return r
		}
	}
	t.Fatal("no regime")
	return rating.Regime{}
}

func TestOwnRegime(t *testing.T) {
	t.Parallel()
	r := own(t)
	cases := fstest.MapFS{"own.json": {Data: []byte(`{"format":"giupxa.cases/1","cases":[
		{"name":"open","given":{"id":"a","year":2026,"score":"95"},"breaks":[{"code":"rating.missing","kind":"undecided","path":"facts.degenerated"},
			{"code":"rating.missing","kind":"undecided","path":"facts.disciplined"},{"code":"rating.missing","kind":"undecided","path":"post"},{"code":"rating.missing","kind":"undecided","path":"worked"}]}]}`)}}
	ratingtest.Run(t, rating.Rulebook{Own: &r}, cases)
	require.NoError(t, ratingtest.Check(rating.Rulebook{}, nil), "a rulebook without a regime of its own has only cases")
}

// Each proof fails where the rows are others.
func TestProofsFail(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*rating.Regime){
		"a bound":           func(r *rating.Regime) { r.Bands[0].From, r.Bands[1].To = rule.Int(91), rule.Int(91) },
		"who has the bound": func(r *rating.Regime) { r.Bands[0].Above, r.Bands[1].Through = true, true },
		"a gap":             func(r *rating.Regime) { r.Bands[1].To = rule.Int(89) },
		"an overlap":        func(r *rating.Regime) { r.Bands[1].To = rule.MustNumber("90.5") },
		"the order":         func(r *rating.Regime) { r.Bands[0].Rating, r.Bands[1].Rating = r.Bands[1].Rating, r.Bands[0].Rating },
		"a rule that is not there": func(r *rating.Regime) {
			r.Bars = append(r.Bars, rating.Bar{Ceiling: evaluation.Completed, Test: rating.Test{Fact: rating.FiveTargets, Is: rating.Yes}})
		},
	} {
		r := own(t)
		rows := r.Clone()
		change(&r)
		assert.Error(t, ratingtest.CheckAgainst(rating.Rulebook{Own: &rows}, r), name)
	}
	for name, change := range map[string]func(*rating.Regime){
		"who has the limit of a share": func(r *rating.Regime) { r.Conditions[1].Op = rating.Above },
		"the limit of a share":         func(r *rating.Regime) { r.Conditions[1].Percent = rule.Int(31) },
		"the limit of what lowers":     func(r *rating.Regime) { r.Bars[0].Op = rating.AtMost },
	} {
		r := regimeOf(t, "366-QĐ/TW lãnh đạo")
		rows := r.Clone()
		change(&r)
		assert.Error(t, ratingtest.CheckAgainst(rating.Rulebook{Own: &rows}, r), name)
	}
	for name, change := range map[string]func(*rating.Formula){
		"the most points": func(f *rating.Formula) { f.General, f.Results = rule.Int(40), rule.Int(60) },
		"who has a part":  func(f *rating.Formula) { f.Parts[3].Who = rating.Everybody },
		"a part":          func(f *rating.Formula) { f.Parts = f.Parts[1:] },
		"a level":         func(f *rating.Formula) { f.Parts[3].Levels[0] = rule.Int(40) },
	} {
		r := regimeOf(t, "335/2025/NĐ-CP")
		rows := r.Clone()
		change(r.Formula)
		assert.Error(t, ratingtest.CheckAgainst(rating.Rulebook{Own: &rows}, r), name)
	}
}
