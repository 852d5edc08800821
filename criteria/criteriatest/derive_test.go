package criteriatest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

// derives proves that the stored answer, with words and without, says why: each verdict in it
// can be derived from it. The answer is the same after it was read and stored again.
func derives(t *testing.T, a criteria.Assessment) (verdicts int) {
	t.Helper()
	for _, r := range []criteria.Report{a.Report(), a.Report().Lean()} {
		data, err := r.AppendJSON(nil)
		require.NoError(t, err)
		n, problems := judgedAgain(data)
		require.Empty(t, problems, "%s", data)
		verdicts += n
		var back criteria.Report
		require.NoError(t, back.UnmarshalJSON(data))
		again, err := back.AppendJSON(nil)
		require.NoError(t, err)
		require.Equal(t, string(data), string(again))
		now := says(back)
		for i, line := range says(r) {
			if line != now[i] {
				require.Equal(t, line, now[i])
			}
		}
	}
	return verdicts
}

// says is what the values of a report say, line by line.
func says(r criteria.Report) (all []string) {
	line := func(l criteria.Line, what string) {
		gap, known := l.Gap()
		l.Name = rule.Text{}
		all = append(all, fmt.Sprint(what, l.Code, l.Criterion, l.Verdict, l.Stated, l.Reason, l.Reading, l.Demand.Op(), l.Demand.Numbers(), l.Unit, l.MayNotApply,
			l.Source, l.Confidence, l.Missing, gap, known, known && l.GapCounts()))
	}
	for _, l := range r.Lines {
		line(l, "row ")
		for part := range l.Parts() {
			line(part, "part ")
		}
		for part := range l.Deciding() {
			line(part, "deciding ")
		}
	}
	for i, list := range [][]criteria.Line{r.Shortfall.Numbers, r.Shortfall.Conditions, r.Shortfall.Unknown} {
		for _, l := range list {
			line(l, fmt.Sprint("lacks ", i, " "))
		}
	}
	for _, h := range r.Criteria {
		all = append(all, fmt.Sprint(h.No, h.Verdict, h.Stated, h.Reason, h.Reading))
	}
	for _, f := range append(r.Findings.Clone(), r.Caveats...) {
		all = append(all, fmt.Sprint(f.Kind, f.Code(), f.Path, f, f.In(rule.En)))
	}
	all = append(all, fmt.Sprint(r.Grounds, r.Unit, r.UnitName, r.Standard, r.AsOf, r.Year, r.Profile, r.Column, r.Stage, r.Verdict, r.Stated, r.Reason, r.Least, r.Most, r.RestsOn,
		r.NotHeld, r.Statements))
	return all
}

// Over random communes of every national set and of a province with zones, in several views.
func TestVerdictsAreDerivedAgain(t *testing.T) {
	t.Parallel()
	communes := 60
	if testing.Short() || racing {
		communes = 20
	}
	sets := append(national.All(), zones(t))
	require.Len(t, sets, 6)
	for i, set := range sets {
		t.Run(set.ID(), func(t *testing.T) {
			t.Parallel()
			verdicts := 0
			require.NoError(t, criteriatest.Communes(set, uint64(40+i), communes, func(d criteria.Dossier, floor rule.Confidence) { //nolint:gosec // small
				a, err := set.Assess(d)
				if err != nil {
					return
				}
				verdicts += derives(t, a.Accept(floor)) + derives(t, a.AtStage(criteria.Verified))
			}))
			assert.Greater(t, verdicts, 10*communes)
		})
	}
}

// Over the published cases.
func TestPublishedVerdictsAreDerivedAgain(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../examples/assess/testdata/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		set, d := published(t, file)
		a, err := set.Assess(d)
		require.NoError(t, err)
		assert.Positive(t, derives(t, a)+derives(t, a.Accept(rule.Low)), file)
	}
}

// The number of schools decides the row of schools, and the stored answer shows it: another
// number there gives the other verdict.
func TestSchoolsAreInTheAnswer(t *testing.T) {
	t.Parallel()
	set, err := national.ByID(national.ID318I)
	require.NoError(t, err)
	for schools, want := range map[string]criteria.Verdict{"3": criteria.Met, "5": criteria.NotMet} {
		d := criteria.Dossier{
			Unit: "02647", Standard: criteria.Basic, AsOf: rule.Day(2022, 11, 30), Year: 2022, Profile: criteria.Profile{Region: criteria.TDMNPB},
			Readings: map[string]criteria.Reading{},
		}
		for key, text := range map[string]string{"@schools": schools, "5/minimum": "100", "5/level1": "60"} {
			d.Readings[key], err = criteria.ParseReading(text)
			require.NoError(t, err)
		}
		a, err := set.Assess(d)
		require.NoError(t, err)
		l, _ := a.Line("5")
		require.Equal(t, want, l.Verdict)
		derives(t, a)
		data, err := json.Marshal(a)
		require.NoError(t, err)
		reading := []byte(`"code":"@schools","verdict":"` + map[string]string{"3": "not-met", "5": "met"}[schools] + `","reading":"` + schools + `"`)
		require.Equal(t, 1, bytes.Count(data, reading), "%s", data)
		other := map[string]string{"3": "5", "5": "3"}[schools]
		_, problems := judgedAgain(bytes.Replace(data, reading, bytes.Replace(reading, []byte(`"reading":"`+schools), []byte(`"reading":"`+other), 1), 1))
		assert.NotEmpty(t, problems)
	}
}
