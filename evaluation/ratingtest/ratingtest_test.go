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
	for _, r := range rating.Regimes() {
		if r.ID == "233/2026/NĐ-CP viên chức" {
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
}
