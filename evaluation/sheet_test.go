package evaluation_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
)

func TestMarkText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{ // vi, en
		"12.5":                   {"12,5", "12.5"},
		"12.50":                  {"12,50", "12.50"},
		"80%":                    {"80 %", "80%"},
		"61.29%":                 {"61,29 %", "61.29%"},
		"38/62":                  {"38/62", "38/62"},
		"1.5/3":                  {"1,5/3", "1.5/3"},
		"0.00000000001":          {"0,00000000001", "0.00000000001"},
		"1/9999999999999999999":  {"1/9999999999999999999", "1/9999999999999999999"},
		"0.0":                    {"0,0", "0.0"},
		"123456789012345678901%": {"123456789012345678901 %", "123456789012345678901%"},
	} {
		m := mark(text)
		assert.Equal(t, text, m.String())
		assert.Equal(t, want[0], m.In(rule.Vi))
		assert.Equal(t, want[1], m.In(rule.En))
		var back evaluation.Mark
		require.NoError(t, json.Unmarshal(must(json.Marshal(m)), &back))
		assert.Equal(t, text, back.String())
		assert.False(t, back.IsZero())
	}
	for _, text := range []string{"", "12,5", "80 %", "%", "1/", "/2", "1/2/3", "12%%", "a", "1e5000000", "50%/2"} {
		_, err := evaluation.ParseMark(text)
		assert.ErrorIs(t, err, evaluation.ErrMarkText, text)
	}
	var m evaluation.Mark
	assert.Equal(t, "chưa chấm", m.In(rule.Vi))
	assert.Empty(t, m.String())
	require.NoError(t, json.Unmarshal([]byte("7.5"), &m))
	assert.Equal(t, "7.5", m.String())
	require.NoError(t, json.Unmarshal([]byte("null"), &m))
	assert.True(t, m.IsZero())
	for _, bad := range []string{`"12,5"`, `true`, `{}`} {
		assert.Error(t, json.Unmarshal([]byte(bad), &m), bad)
	}
	assert.Error(t, m.UnmarshalJSON([]byte(`"open`)))
	assert.True(t, evaluation.Points(rule.Number{}).IsZero(), "a number not given is no mark, not 0")
	assert.Equal(t, "38/62", evaluation.Share(38, 62).String())
}

func TestExactPoints(t *testing.T) {
	t.Parallel()
	r := must(sample(0, 0).Score(evaluation.Sheet{About: work2021, Entries: entries("1", "1/3", "2.1", "1", "2.2", "0.25")}))
	third := r.Total()
	assert.Equal(t, "295/12", third.String())
	assert.Equal(t, "24.58", third.Round(2, rule.HalfAway).String())
	for w := range r.Lines() {
		if w.Line == "2.2" {
			assert.Equal(t, "0,25", w.Points.In(rule.Vi))
			assert.Equal(t, "0.25", w.Points.In(rule.En))
		}
	}
}

func TestSheetJSON(t *testing.T) {
	t.Parallel()
	for _, about := range []evaluation.Subject{
		work2021,
		evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: "02794"},
		evaluation.SupportOutcome{Assignment: "a1", Year: 2021},
		evaluation.CommuneResult{Commune: "02743", AsOf: rule.Day(2021, 11, 30)},
	} {
		s := evaluation.Sheet{
			ID: "s1", About: about, Entries: entries("1", "60", "2.1", "38/62", "2.2", "80%"), StatedTotal: num("84.0"), StatedRating: evaluation.Good,
			Bonus:      []evaluation.Adjustment{{Reason: "cờ", Points: num("10")}},
			Evaluators: []evaluation.Evaluator{{Body: "so-noi-vu", Signed: rule.Day(2021, 12, 15)}}, Published: rule.Day(2021, 12, 20), Settled: rule.Day(2022, 1, 10),
		}
		data := must(json.Marshal(s))
		var back evaluation.Sheet
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, about, back.About)
		assert.JSONEq(t, string(data), string(must(json.Marshal(back))))
	}
	var s evaluation.Sheet
	err := json.Unmarshal([]byte(`{"format":"giupxa.sheet/2","colour":1,"about":{"supportWork":{"leader":"l1","year":2021},"supportOutcome":{}},
		"entries":[{"line":"","verified":"12,5"},{"line":"1","self":"30/02"}],"published":"2021-02-30"}`), &s)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok)
	var paths []string
	for _, f := range found {
		paths = append(paths, string(f.Path))
	}
	assert.ElementsMatch(t, []string{"format", "colour", "entries[0].verified", "published", "entries[0].line", "about"}, paths)
	assert.Error(t, json.Unmarshal([]byte(`[`), &s))
	assert.Error(t, s.UnmarshalJSON([]byte(`{`)))
}

func TestStateOn(t *testing.T) {
	t.Parallel()
	s := evaluation.Sheet{Published: rule.Day(2021, 12, 20), Settled: rule.Day(2022, 1, 10)}
	assert.Equal(t, evaluation.Draft, s.StateOn(rule.Day(2021, 12, 19)))
	assert.Equal(t, evaluation.Published, s.StateOn(rule.Day(2021, 12, 20)))
	assert.Equal(t, evaluation.Published, s.StateOn(rule.Day(2022, 1, 9)))
	assert.Equal(t, evaluation.Settled, s.StateOn(rule.Day(2022, 1, 10)))
	assert.Equal(t, evaluation.Draft, evaluation.Sheet{Settled: rule.Day(2022, 1, 10)}.StateOn(rule.Day(2023, 1, 1)))
	assert.Equal(t, evaluation.Draft, evaluation.Sheet{Published: rule.Day(2021, 2, 30)}.StateOn(rule.Day(2023, 1, 1)))
}

func TestSubjects(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		about  evaluation.Subject
		vi, en string
	}{
		{work2021, "kết quả hoạt động giúp đỡ xã năm 2021", "support work of 2021"},
		{evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: "02794"}, "kết quả hoạt động giúp đỡ xã năm 2021, xã 02794", "support work of 2021, commune 02794"},
		{evaluation.SupportOutcome{Assignment: "a1", Year: 2021}, "kết quả giúp đỡ xã năm 2021, phân công a1", "outcome of the support of 2021, assignment a1"},
		{evaluation.CommuneResult{Commune: "02743", AsOf: rule.Day(2021, 11, 30)}, "kết quả của xã 02743 đến ngày 30/11/2021", "result of commune 02743 as of 2021-11-30"},
	} {
		assert.Equal(t, c.vi, c.about.String())
		assert.Equal(t, c.en, c.about.In(rule.En))
		assert.NotContains(t, c.about.String(), "l1", "the leader's id may tell who it is")
	}
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	_, err := evaluation.Scheme{}.Score(evaluation.Sheet{})
	require.ErrorIs(t, err, evaluation.ErrNoScheme)
	_, err = sample(0, 0).Score(evaluation.Sheet{Scheme: "2693/QĐ-UBND"})
	require.ErrorIs(t, err, evaluation.ErrNoScheme)
	_, err = evaluation.Scheme{}.WithWeights(illustrative)
	require.ErrorIs(t, err, evaluation.ErrNoScheme)
	_, err = evaluation.Scheme{}.WithThresholds(callersThresholds)
	require.ErrorIs(t, err, evaluation.ErrNoScheme)
	assert.Panics(t, func() { evaluation.MustScheme(evaluation.Table{}) })
}

func TestZeroValues(t *testing.T) {
	t.Parallel()
	var r evaluation.Result
	assert.Empty(t, r.String())
	assert.Nil(t, r.About())
	assert.False(t, r.Total().Known() || r.Self().Known() || r.Gap().Known() || r.Rounded().Known() || r.Provisional())
	rating, why := r.Rating()
	assert.Equal(t, evaluation.Unrated, rating)
	assert.Empty(t, why)
	assert.Empty(t, slices.Collect(r.Lines()))
	assert.Empty(t, r.Parts())
	assert.Empty(t, r.Caveats())
	_ = must(json.Marshal(r))
	var s evaluation.Scheme
	assert.Empty(t, s.Caveats())
	assert.Equal(t, rule.Edition{}, s.Edition())
	assert.Empty(t, evaluation.Policy{}.Check(evaluation.Sheet{}, s, duty.Matrix{}).Of(evaluation.ErrAsRegulated))
	assert.Empty(t, evaluation.Policy{}.CheckAll(nil))
	_ = must(json.Marshal(s))
	// A typed nil satisfies the interface and is about nothing.
	r = must(sample(0, 0).Score(evaluation.Sheet{About: (*evaluation.SupportWork)(nil)}))
	assert.NotEmpty(t, r.Findings().Of(evaluation.ErrSubject))
	assert.NotEmpty(t, r.String())
	_ = must(json.Marshal(r))
}

func TestTooManyLines(t *testing.T) {
	t.Parallel()
	table := sampleTable()
	deep := evaluation.Line{Code: "x", Name: both("x")}
	for i := range 12 {
		deep = evaluation.Line{Code: fmt.Sprint("x", i), Name: both("x"), Lines: []evaluation.Line{deep}}
	}
	table.Lines = []evaluation.Line{deep}
	for i := range 1001 {
		table.Lines = append(table.Lines, evaluation.Line{Code: fmt.Sprint("y", i), Name: both("y")})
	}
	table.Name.Vi = "ho\u0061\u0300n" // NFD
	table.Bonus, table.Penalty = 9, 9
	_, err := evaluation.NewScheme(table)
	require.ErrorContains(t, err, "quá nhiều dòng")
	require.ErrorContains(t, err, "lồng nhau quá sâu")
	require.ErrorContains(t, err, "NFC")
	require.ErrorContains(t, err, "bonus: ")
	require.ErrorContains(t, err, "penalty: ")
}

// What is written out says what is not known, in every result of the shipped scheme.
func TestLaoCai(t *testing.T) {
	t.Parallel()
	s := evaluation.LaoCai1686()
	assert.True(t, s.Provisional())
	assert.Equal(t, "1686/QĐ-UBND", s.Edition().ID)
	assert.Len(t, s.Table().Lines, 5)
	for _, l := range s.Table().Lines {
		assert.False(t, l.Max.Known(), "the weights are not known")
	}
	assert.Equal(t, evaluation.Thresholds{}.Excellent.Known(), s.Table().Thresholds.Excellent.Known(), "nor the thresholds")
	weighted := must(s.WithWeights(illustrative))
	rated := must(weighted.WithThresholds(evaluation.Thresholds{Excellent: rule.Int(90), Good: rule.Int(70), Completed: rule.Int(50),
		Given: evaluation.Given{Source: rule.Source{Kind: rule.Plan, Number: "1/KH"}}}))
	bare := must(weighted.WithThresholds(callersThresholds))
	editions := map[string]bool{}
	for _, x := range []evaluation.Scheme{s, weighted, rated, bare} {
		editions[x.Edition().Digest] = true
		assert.NotEmpty(t, x.Caveats().Of(evaluation.AdviceReplaced))
		assert.NotEmpty(t, x.Caveats().Of(evaluation.AdviceNoAnnualRating))
		var back evaluation.Scheme
		require.NoError(t, json.Unmarshal(must(json.Marshal(x)), &back))
		assert.Equal(t, x.Edition(), back.Edition())
	}
	assert.Len(t, editions, 4, "the caller's figures change the edition")
	r := must(rated.Score(evaluation.Sheet{About: work2021, Entries: entries("1", "100%", "2", "38/62", "3", "15", "4", "10", "5", "17.5")}))
	text := r.In(rule.En)
	for _, want := range []string{"are not in this scheme", "illustrative", "1/KH", "no", "not the annual rating", "38/62 × 20 = 380/31 (≈ 12.26)"} {
		assert.Contains(t, text, want)
	}
	assert.Contains(t, must(bare.Score(evaluation.Sheet{})).String(), "không nêu căn cứ")
	rating, _ := r.Rating()
	assert.Equal(t, evaluation.Good, rating)
	assert.True(t, r.Provisional())
	assert.Error(t, new(evaluation.Scheme).UnmarshalJSON([]byte(`{`)))
}

func TestHeadingsInTheWorking(t *testing.T) {
	t.Parallel()
	table := sampleTable()
	table.Lines[1].Max = rule.Number{} // then it is the sum of its lines
	s := evaluation.MustScheme(table)
	r := must(s.Score(evaluation.Sheet{About: work2021, Entries: []evaluation.Entry{
		{Line: "1", Verified: mark("71"), Self: mark("60")},
		{Line: "2.1", Verified: mark("20"), Self: mark("26")},
	}, Bonus: nil}))
	var lines []string
	for w := range r.Lines() {
		lines = append(lines, strings.Repeat(" ", w.Depth)+w.In(rule.En))
		if w.Line == "2.1" {
			assert.Equal(t, "6", w.Gap().String())
		}
	}
	assert.Equal(t, []string{
		"1. task results: 71 (cannot be used) = unknown (0–70), of 70",
		"2. general: Σ = unknown (20–24), of 30",
		" 2.1. conduct: 20 = 20, of 26",
		" 2.2. reporting: no mark = unknown (0–4), of 4",
	}, lines)
	for range r.Lines() {
		break
	}
	// A line whose maximum is not known shares what is left.
	table.Lines[0].Max, table.Lines[1].Lines[1].Max = rule.Number{}, rule.Number{}
	r = must(evaluation.MustScheme(table).Score(evaluation.Sheet{About: work2021, Entries: entries("1", "10%", "2.1", "20", "2.2", "1")}))
	low, high := r.Bounds()
	assert.Equal(t, "21 94", low.String()+" "+high.String(), "26 of 100 points are known, 20 of them given; 1 of the other 74")
	assert.Contains(t, r.String(), "tối đa ?")
	table.Lines[1].Max = rule.Int(20)
	_, err := evaluation.NewScheme(table)
	assert.ErrorIs(t, err, evaluation.ErrSum)
}

func TestWhatIsPrinted(t *testing.T) {
	t.Parallel()
	r := must(sample(evaluation.AdjustUncapped, evaluation.AdjustCapped).Score(evaluation.Sheet{
		About:     work2021,
		Entries:   []evaluation.Entry{{Line: "1", Verified: mark("67"), Self: mark("70")}, {Line: "2.1", Verified: mark("26"), Self: mark("26")}, {Line: "2.2", Verified: mark("4"), Self: mark("4")}},
		Bonus:     []evaluation.Adjustment{{Reason: "cờ thi đua", Points: num("10")}},
		Penalties: []evaluation.Adjustment{{Reason: "báo cáo chậm", Points: num("0.5")}},
	}))
	for _, want := range []string{"Bonus: 10", "Penalty: 0.5", "Total: 106.5", "Self score over verified: 3", "Rating: tasks completed excellently"} {
		assert.Contains(t, r.In(rule.En), want)
	}
	assert.Equal(t, "106.50", r.Rounded().String())
}

// More bonus than a machine word holds is still added exactly.
func TestHugeAdjustments(t *testing.T) {
	t.Parallel()
	var bonus []evaluation.Adjustment
	for range 30 {
		bonus = append(bonus, evaluation.Adjustment{Reason: "x", Points: num("999999999")})
	}
	r := must(sample(evaluation.AdjustUncapped, 0).Score(evaluation.Sheet{About: work2021, Entries: entries("1", "0", "2.1", "0", "2.2", "0.5"), Bonus: bonus}))
	assert.Equal(t, "29999999970.5", r.Total().String())
}

func TestCombine(t *testing.T) {
	t.Parallel()
	scheme := sample(0, 0)
	score := func(s evaluation.Scheme, about evaluation.Subject, text string) evaluation.Result {
		return must(s.Score(evaluation.Sheet{About: about, Entries: entries("1", text, "2.1", "20", "2.2", "4")}))
	}
	part := func(commune org.UnitCode, text string) evaluation.Result {
		return score(scheme, evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: commune}, text)
	}
	a, b, c := part("a", "1/3"), part("b", "70"), part("c", "2/7")
	mean := must(evaluation.Policy{Combining: evaluation.CombineMean}.Combine(a, b, c))
	want := new(big.Rat)
	for _, p := range []evaluation.Result{a, b, c} {
		want.Add(want, p.Total().Rat())
	}
	assert.Zero(t, mean.Total().Rat().Cmp(want.Quo(want, big.NewRat(3, 1))))
	assert.Len(t, mean.Parts(), 3)
	assert.Contains(t, mean.In(rule.En), "support work of 2021, commune b: 94")
	assert.Equal(t, work2021, mean.About())
	assert.False(t, mean.Gap().Known())
	worst := must(evaluation.Policy{Combining: evaluation.CombineWorst}.Combine(b, a, c))
	assert.Zero(t, worst.Total().Cmp(c.Total()))
	open := must(evaluation.Policy{}.Combine(c, b))
	low, high := open.Bounds()
	assert.Zero(t, low.Cmp(c.Total())+high.Cmp(b.Total()))
	// The scores may be alike: how they combine is still not decided.
	alike := must(evaluation.Policy{}.Combine(part("a", "70"), part("b", "70")))
	assert.False(t, alike.Total().Known())
	none := must(evaluation.Policy{Combining: evaluation.CombineWeighted, CommuneWeights: map[org.UnitCode]rule.Number{"a": rule.Int(0), "b": rule.Int(0)}}.Combine(a, b))
	assert.NotEmpty(t, none.Findings().Of(evaluation.ErrCombine))
	// A mark that cannot be used in one part leaves the year without a rating.
	bad := must(evaluation.Policy{Combining: evaluation.CombineWorst}.Combine(part("a", "71"), part("b", "0")))
	rating, why := bad.Rating()
	assert.Equal(t, evaluation.Unrated, rating)
	assert.NotEmpty(t, why)

	// W35: a penalty that cannot be read in one part leaves the year without a total.
	for how, bounds := range map[evaluation.Adjusting]string{evaluation.AdjustCapped: "47 94", evaluation.AdjustUncapped: " "} {
		scheme := sample(0, how)
		unread := must(scheme.Score(evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: "a"}, Entries: entries("1", "70", "2.1", "20", "2.2", "4"), Penalties: []evaluation.Adjustment{{Reason: "x"}}}))
		r := must(evaluation.Policy{Combining: evaluation.CombineMean}.Combine(unread, score(scheme, evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: "b"}, "70")))
		low, high := r.Bounds()
		assert.Equal(t, bounds, low.String()+" "+high.String(), how)
		assert.False(t, r.Total().Known(), how)
		rating, why := r.Rating()
		assert.Equal(t, evaluation.Unrated, rating, how)
		assert.NotEmpty(t, why.Of(evaluation.ErrAdjustment), how)
		assert.Contains(t, r.In(rule.En), "Total: unknown (", how)
	}

	other := score(sample(evaluation.AdjustCapped, 0), evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: "b"}, "1")
	for name, parts := range map[string][]evaluation.Result{
		"none":              nil,
		"zero result":       {{}},
		"other scheme":      {a, other},
		"other leader":      {a, score(scheme, evaluation.SupportWork{Leader: "l2", Year: 2021, Commune: "b"}, "1")},
		"other year":        {a, score(scheme, evaluation.SupportWork{Leader: "l1", Year: 2022, Commune: "b"}, "1")},
		"same commune":      {a, part("a", "2")},
		"no commune":        {a, score(scheme, work2021, "1")},
		"an outcome":        {a, score(scheme, evaluation.SupportOutcome{Assignment: "a1", Year: 2021}, "1")},
		"a commune":         {score(scheme, evaluation.CommuneResult{Commune: "a", AsOf: rule.Day(2021, 12, 31)}, "1")},
		"combined already ": {mean},
	} {
		_, err := evaluation.Policy{Combining: evaluation.CombineMean}.Combine(parts...)
		assert.ErrorIs(t, err, evaluation.ErrParts, name)
	}
}

func TestEnums(t *testing.T) {
	t.Parallel()
	assert.True(t, evaluation.Excellent.AtLeast(evaluation.Good))
	assert.False(t, evaluation.Completed.AtLeast(evaluation.Good))
	assert.False(t, evaluation.Good.AtLeast(evaluation.Unrated))
	assert.False(t, evaluation.Unrated.AtLeast(evaluation.NotCompleted))
	maintain.Enum[evaluation.Rating](t)
	maintain.Enum[evaluation.Adjusting](t)
	maintain.Enum[evaluation.Combining](t)
	maintain.Enum[evaluation.State](t)
}

func FuzzParseMark(f *testing.F) {
	for _, s := range []string{"12.5", "80%", "38/62", "1e30/1e-30", "-1", "1e5000000", "%", "/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := evaluation.ParseMark(s)
		if err != nil {
			return
		}
		again, err := evaluation.ParseMark(m.String())
		if err != nil || again.String() != m.String() {
			t.Errorf("%q is written %q", s, m)
		}
	})
}

func FuzzScore(f *testing.F) {
	f.Add([]byte(`{"about":{"supportWork":{"leader":"l1","year":2021}},"entries":[{"line":"1","verified":"1e30/1e-30"},{"line":"2.1","verified":"50%","self":"1e-30"},{"line":"2","verified":"3"}],"statedTotal":"1e30","bonus":[{"reason":"x","points":"1e30"}]}`))
	f.Add([]byte(`{"entries":[{"line":"2.2","verified":"-0"}],"settled":"0001-01-01","statedRating":"good"}`))
	scheme := sample(evaluation.AdjustCapped, evaluation.AdjustCapped)
	f.Fuzz(func(t *testing.T, data []byte) {
		var s evaluation.Sheet
		if err := json.Unmarshal(data, &s); err != nil {
			if _, ok := rule.FindingsIn(err); !ok {
				return
			}
		}
		s.Scheme = ""
		r, err := scheme.Score(s)
		if err != nil {
			t.Fatal(err)
		}
		low, high := r.Bounds()
		if low.Rat().Sign() < 0 || high.Rat().Cmp(big.NewRat(100, 1)) > 0 || low.Cmp(high) > 0 {
			t.Errorf("the score lies between %v and %v", low, high)
		}
		_, _ = r.String(), must(json.Marshal(r))
		_ = evaluation.Policy{JointSignature: true, EvidenceDemanded: true}.Check(s, scheme, secondMatrix)
	})
}

func FuzzScheme(f *testing.F) {
	f.Add(must(json.Marshal(evaluation.LaoCai1686())))
	f.Add(must(json.Marshal(sample(0, 0))))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s evaluation.Scheme
		if err := json.Unmarshal(data, &s); err != nil {
			return
		}
		if _, err := s.Score(evaluation.Sheet{About: work2021}); err != nil {
			t.Fatal(err)
		}
	})
}
