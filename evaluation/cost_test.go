package evaluation_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
)

// many is a document with a part that comes n times.
func many(whole, part string, n int) []byte {
	return []byte(fmt.Sprintf(whole, strings.TrimSuffix(strings.Repeat(part+",", n), ",")))
}

func found(err error) int {
	all, _ := rule.FindingsIn(err)
	return len(all)
}

// Sheets, schemes and leaders with many communes cost as much as there is of them. Not
// parallel: bytes are counted.
func TestCostsAreLinear(t *testing.T) {
	small, large := 1_000, 4_000
	for name, in := range map[string][2]string{
		"marks that cannot be read": {`{"entries":[%s]}`, `{"verified":"x"}`},
		"entries without a line":    {`{"entries":[%s]}`, `{}`},
		"lines that do not exist":   {`{"entries":[%s]}`, `{"line":"none","verified":"1"}`},
		"a line many times":         {`{"entries":[%s]}`, `{"line":"1","verified":"1"}`},
		"a heading many times":      {`{"entries":[%s]}`, `{"line":"2","verified":"1"}`},
		"bonus that cannot be read": {`{"entries":[],"bonus":[%s]}`, `{"reason":"r","points":"-1"}`},
	} {
		maintain.Linear(t, name, small, large, func(n int) func() int {
			data := many(in[0], in[1], n)
			return func() int {
				var sheet evaluation.Sheet
				told := found(json.Unmarshal(data, &sheet))
				return told + len(must(sample(0, 0).Score(sheet)).Findings())
			}
		})
	}
	for name, line := range map[string]string{
		"lines with unknown members": `{"x":1}`,
		"a code many times":          `{"code":"1","name":{"vi":"a","en":"a"}}`,
		"lines without a name":       `{"code":"1"}`,
		"lines of lines":             `{"lines":[{"lines":[{}]}]}`,
	} {
		maintain.Linear(t, name, small, large, func(n int) func() int {
			data := many(`{"lines":[%s]}`, line, n)
			return func() int {
				var s evaluation.Scheme
				return found(json.Unmarshal(data, &s))
			}
		})
	}
	for name, in := range map[string][2]string{
		"events":         {`{"entries":[],"events":[%s]}`, `{"act":"corrected","on":"2021-12-01","reason":"x","line":"1"}`},
		"answers":        {`{"entries":[],"answers":[%s]}`, `{"condition":"k","is":"no"}`},
		"facts of marks": {`{"entries":[{"line":"1","self":"1/2","from":{"measure":"guidance","part":"1","whole":"2","facts":[%s]}}]}`, `"g"`},
	} {
		maintain.Linear(t, name, small, large, func(n int) func() int {
			data := many(in[0], in[1], n)
			return func() int {
				var sheet evaluation.Sheet
				told := found(json.Unmarshal(data, &sheet))
				r := must(must(evaluation.NewScheme(fullTable())).Score(sheet))
				return told + len(r.Findings()) + len(r.String()) + len(evaluation.Policy{}.CheckAll([]evaluation.Sheet{sheet, sheet}))
			}
		})
	}
	maintain.Linear(t, "facts", small, large, func(n int) func() int {
		var facts []duty.Record
		for i := range n {
			facts = append(facts, did(duty.GuidanceGiven, duty.GuideCommune, duty.PerAssignment, "a1", rule.Day(2021, 9, 1), strconv.Itoa(i)))
		}
		s, f := measuring(evaluation.GuidanceSessions), evaluation.Facts{Register: throughout(rule.Day(2021, 12, 31), facts...)}
		return func() int {
			out, _, _ := s.Feed(evaluation.Sheet{About: work2021}, f)
			return len(out.Entries[0].From.Facts)
		}
	})
	scheme := sample(0, 0)
	maintain.Linear(t, "weights of lines that do not exist", small, large, func(n int) func() int {
		w := evaluation.Weights{Max: map[string]rule.Number{}}
		for i := range n {
			w.Max["x"+strconv.Itoa(i)] = rule.Int(1)
		}
		return func() int {
			_, err := scheme.WithWeights(w)
			return found(err)
		}
	})
	for _, how := range []evaluation.Combining{evaluation.CombineUndecided, evaluation.CombineMean, evaluation.CombineWeighted, evaluation.CombineWorst} {
		maintain.Linear(t, how.String(), 200, 800, func(n int) func() int {
			p, parts := communes(n, how)
			return func() int { return len(must(p.Combine(parts...)).Findings()) }
		})
	}
	maintain.Linear(t, "sheets of one leader", small, large, func(n int) func() int {
		sheets := make([]evaluation.Sheet, n)
		for i := range sheets {
			sheets[i] = evaluation.Sheet{About: work2021, Published: rule.Day(2021, 12, 20), Settled: rule.Day(2022, 1, 10)}
		}
		return func() int { return len(evaluation.Policy{}.CheckAll(sheets)) }
	})
}

// communes is a leader who helps n communes, each with a share of another denominator.
func communes(n int, how evaluation.Combining) (evaluation.Policy, []evaluation.Result) {
	p := evaluation.Policy{Combining: how, CommuneWeights: map[org.UnitCode]rule.Number{}}
	parts := make([]evaluation.Result, n)
	for i := range parts {
		work := work2021
		work.Commune = org.UnitCode(strconv.Itoa(10_000 + i))
		p.CommuneWeights[work.Commune] = rule.MustNumber(fmt.Sprintf("%d.%03d", i%7+1, i))
		parts[i] = must(sample(0, 0).Score(evaluation.Sheet{About: work, Entries: entries("1", fmt.Sprintf("%d/%d", i+1, 2*i+3), "2.1", "20", "2.2", "1/3")}))
	}
	return p, parts
}

// The weighted mean is divided once and stays exact, however many communes there are.
func TestWeightedMeanIsExact(t *testing.T) {
	t.Parallel()
	for _, n := range []int{2, 7, 100} {
		p, parts := communes(n, evaluation.CombineWeighted)
		sum, whole := new(big.Rat), new(big.Rat)
		for _, part := range parts {
			w := p.CommuneWeights[part.About().(evaluation.SupportWork).Commune].Rat()
			sum.Add(sum, new(big.Rat).Mul(w, part.Total().Rat()))
			whole.Add(whole, w)
		}
		r := must(p.Combine(parts...))
		require.True(t, r.Total().Known(), n)
		assert.Zero(t, r.Total().Rat().Cmp(sum.Quo(sum, whole)), n)
	}
	p, parts := communes(2, evaluation.CombineWeighted)
	p.CommuneWeights = map[org.UnitCode]rule.Number{"10000": rule.Int(0), "10001": rule.Int(0)}
	assert.False(t, must(p.Combine(parts...)).Total().Known(), "weights that are all 0")
}

// Ids in another spelling of the same letters are the same, on either side.
func TestSpellings(t *testing.T) {
	t.Parallel()
	alike := func(s string) []string {
		return []string{s, norm.NFD.String(s), strings.ReplaceAll(s, "Đ", "\u00D0"), strings.ReplaceAll(norm.NFD.String(s), "Đ", "\u0189")}
	}
	for _, kept := range alike("mục Đ-ổ") {
		of := sampleTable()
		of.ID, of.Lines[0].Code = kept, kept
		scheme := must(evaluation.NewScheme(of))
		for _, given := range alike("mục Đ-ổ") {
			r := must(scheme.Score(evaluation.Sheet{Scheme: given, About: work2021, Entries: entries(given, "60", "2.1", "20", "2.2", "4")}))
			assert.Equal(t, "84", r.Total().String(), "%q %q", kept, given)
			assert.Empty(t, r.Findings())
			twice := must(scheme.Score(evaluation.Sheet{About: work2021, Entries: entries(kept, "60", given, "60")}))
			assert.Len(t, twice.Findings().Of(evaluation.ErrRepeatedLine), 1)
			weighted, err := scheme.WithWeights(evaluation.Weights{Max: map[string]rule.Number{given: rule.Int(70), "2.1": rule.Int(26), "2.2": rule.Int(4)}})
			assert.NoError(t, err)
			assert.Equal(t, must(scheme.WithWeights(evaluation.Weights{Max: map[string]rule.Number{kept: rule.Int(70), "2.1": rule.Int(26), "2.2": rule.Int(4)}})).Edition(), weighted.Edition())
			of.Lines[1].Code = given
			_, err = evaluation.NewScheme(of)
			assert.ErrorIs(t, err, evaluation.ErrRepeatedLine)
			of.Lines[1].Code = "2"

			work := work2021
			var parts []evaluation.Result
			for i, leader := range []string{kept, given} {
				work.Leader, work.Commune = leader, org.UnitCode([]string{kept, "b"}[i])
				parts = append(parts, must(scheme.Score(evaluation.Sheet{About: work, Entries: entries("2.1", "1")})))
			}
			p := evaluation.Policy{Combining: evaluation.CombineWeighted, CommuneWeights: map[org.UnitCode]rule.Number{org.UnitCode(given): rule.Int(1), "b": rule.Int(1)}}
			assert.Empty(t, must(p.Combine(parts...)).Findings().Of(evaluation.ErrCombine))
		}
	}
	both := map[string]rule.Number{"1": rule.Int(70), "2.1": rule.Int(26), "2.2": rule.Int(4), "Đ": rule.Int(1), "\u00D0": rule.Int(2)}
	_, err := sample(0, 0).WithWeights(evaluation.Weights{Max: both})
	all, _ := rule.FindingsIn(err)
	assert.Empty(t, all.Of(evaluation.ErrRepeatedLine), "a line that does not exist is told as that")
	assert.Len(t, all.Of(evaluation.ErrUnknownLine), 2)

	// A body, a leader, a commune with two weights.
	for _, id := range alike("sở-Đ")[1:] {
		p := evaluation.Policy{Evaluators: []org.BodyID{"sở-Đ"}}
		sheet := evaluation.Sheet{About: work2021, Published: rule.Day(2021, 12, 20), Evaluators: []evaluation.Evaluator{{Body: org.BodyID(id)}}}
		assert.Empty(t, p.Check(sheet, sample(0, 0), matrixOf(sheet)).Of(evaluation.ErrEvaluators))
		p.Evaluators[0], sheet.Evaluators[0].Body = org.BodyID(id), "sở-Đ"
		assert.Empty(t, p.Check(sheet, sample(0, 0), matrixOf(sheet)).Of(evaluation.ErrEvaluators))
		a, b := work2021, work2021
		a.Leader, b.Leader = "sở-Đ", id
		settled := rule.Day(2022, 1, 10)
		assert.Len(t, p.CheckAll([]evaluation.Sheet{{About: a, Settled: settled}, {About: b, Settled: settled}}).Of(evaluation.ErrOneSheet), 1)
		two := evaluation.Policy{Combining: evaluation.CombineWeighted, CommuneWeights: map[org.UnitCode]rule.Number{"sở-Đ": rule.Int(1), org.UnitCode(id): rule.Int(2), "b": rule.Int(1)}}
		a.Commune, b.Commune = "sở-Đ", "b"
		parts := []evaluation.Result{must(sample(0, 0).Score(evaluation.Sheet{About: a})), must(sample(0, 0).Score(evaluation.Sheet{About: b}))}
		assert.Len(t, must(two.Combine(parts...)).Findings().Of(evaluation.ErrCombine), 1, "which of two weights holds is not known")
	}

	of := sampleTable()
	of.Name.Vi = "Phiếu của \u00D0ảng bộ"
	_, err = evaluation.NewScheme(of)
	assert.ErrorIs(t, err, evaluation.ErrTable, "words are shown as they are, so they are refused")
}
