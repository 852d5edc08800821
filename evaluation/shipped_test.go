package evaluation_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// headings are the five of 1686 with made up points, as if somebody had read them in 2693.
func headings() []evaluation.Line {
	lines := evaluation.LaoCai1686().Table().Lines
	for i, most := range []int64{30, 20, 15, 10, 25} {
		lines[i].Max = rule.Int(most)
	}
	return lines
}

// The figures of 2693 come from the caller, in code or as JSON; the results say so, and what
// is not given stays unknown.
func TestLaoCai2693(t *testing.T) {
	t.Parallel()
	s := must(evaluation.LaoCai2693(headings(), callersThresholds, "https://example.org/2693"))
	assert.Len(t, s.Caveats().Of(evaluation.AdviceSupplied), 2, "points and thresholds")
	assert.Empty(t, s.Caveats().Of(evaluation.AdviceReplaced))
	assert.True(t, s.Provisional())
	sheet := evaluation.Sheet{About: work2021, Published: rule.Day(2021, 12, 20), Entries: entries("1", "27.5", "2", "80%", "3", "15", "4", "10", "5", "38/62")}
	r := must(s.Score(sheet))
	assert.Equal(t, "5197/62", r.Total().String())
	rating, _ := r.Rating()
	assert.Equal(t, evaluation.Good, rating)
	assert.Empty(t, evaluation.Policy{}.Check(sheet, s, matrixOf(sheet)).Of(evaluation.ErrAsRegulated), "2693 served when the sheet was published")
	follows(t, "2693", r)

	var back evaluation.Scheme
	require.NoError(t, json.Unmarshal(must(json.Marshal(s)), &back))
	assert.Equal(t, s.Edition(), back.Edition(), "as JSON it is the same")

	bare := must(evaluation.LaoCai2693(evaluation.LaoCai1686().Table().Lines, evaluation.Thresholds{}, ""))
	assert.Len(t, bare.Caveats().Of(evaluation.ErrWeightsUnknown), 1)
	assert.Len(t, bare.Caveats().Of(evaluation.ErrThresholdsUnknown), 1)
	_, err := evaluation.LaoCai2693(headings()[:4], callersThresholds, "")
	assert.ErrorIs(t, err, evaluation.ErrSum, "75 points are not 100")
}

// a, b and c of Decree 335: each serious error takes a quarter of its product's quality, each
// delay a quarter of its progress.
func TestProducts(t *testing.T) {
	t.Parallel()
	product := func(units string, done bool, errors, late int) evaluation.Product {
		return evaluation.Product{Units: num(units), Done: done, Errors: errors, Late: late}
	}
	for name, c := range map[string]struct {
		of   []evaluation.Product
		want [3]*big.Rat
	}{
		"all done":          {[]evaluation.Product{product("1", true, 0, 0), {Done: true}}, [3]*big.Rat{big.NewRat(1, 1), big.NewRat(1, 1), big.NewRat(1, 1)}},
		"one error of four": {[]evaluation.Product{product("1", true, 1, 0), product("3", true, 0, 2)}, [3]*big.Rat{big.NewRat(1, 1), big.NewRat(15, 16), big.NewRat(10, 16)}},
		"one not done":      {[]evaluation.Product{product("2.5", true, 0, 0), product("2.5", false, 0, 0)}, [3]*big.Rat{big.NewRat(1, 2), big.NewRat(1, 2), big.NewRat(1, 2)}},
		"never below 0":     {[]evaluation.Product{product("1", true, 9, 5)}, [3]*big.Rat{big.NewRat(1, 1), new(big.Rat), new(big.Rat)}},
	} {
		a, b, cc := evaluation.Products(c.of...)
		for i, m := range []evaluation.Mark{a, b, cc} {
			r := must(evaluation.Decree335().Score(evaluation.Sheet{About: work2021, Entries: []evaluation.Entry{{Line: []string{"a", "b", "c"}[i], Verified: m}}}))
			for w := range r.Lines() {
				if w.Line == []string{"a", "b", "c"}[i] {
					assert.Zero(t, w.Points.Rat().Cmp(new(big.Rat).Mul(c.want[i], big.NewRat(100, 1))), "%s %s: %v", name, w.Line, w.Points)
				}
			}
		}
	}
	a, _, _ := evaluation.Products()
	assert.True(t, a.IsZero(), "nothing was assigned: no mark, not 0")
}

// The year of a scheme may begin in the year before.
func TestWindow(t *testing.T) {
	t.Parallel()
	of := sampleTable()
	assert.Equal(t, rule.Year(2021), evaluation.MustScheme(of).Window(2021))
	of.YearFrom = "11-15"
	assert.Equal(t, rule.Span{From: rule.Day(2020, 11, 15), To: rule.Day(2021, 11, 14)}, evaluation.MustScheme(of).Window(2021))
	for _, bad := range []string{"02-29", "13-01", "1-1", "01-01", "x"} {
		of.YearFrom = bad
		_, err := evaluation.NewScheme(of)
		assert.ErrorIs(t, err, evaluation.ErrTable, bad)
	}
}
