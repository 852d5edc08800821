package evaluation_test

import (
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/evaluation"
)

// toldResult is what the JSON of a result says, which has to follow from the rest of it.
type toldResult struct {
	Total, Low, High, Bonus, Penalty, Self, Gap *string
	Rounded                                     *string
	OutOf                                       *string
	Rating, Band                                string
	Findings, Unrated, Caveats                  []toldFinding
	Lines                                       []struct{ Low, High, Points, SelfPoints *string }
}

type toldFinding struct {
	Kind, Code, Path string
	Args             []struct{ Text struct{ En string } }
}

// lines are findings in a line each, with their arguments but for citations.
func lines(of []toldFinding) (all []string) {
	for _, f := range of {
		line := f.Kind + "|" + f.Code + "|" + f.Path
		for _, a := range f.Args {
			switch f.Code {
			case "evaluation.replaced-scheme", "evaluation.caller-figures", "evaluation.supplied-figures", "evaluation.after-2025", "evaluation.span", "evaluation.confidence":
			default:
				line += "|" + a.Text.En
			}
		}
		all = append(all, line)
	}
	return all
}

// follows proves that a result follows from the rest of its JSON.
func follows(t *testing.T, name string, r evaluation.Result) {
	t.Helper()
	data := must(json.Marshal(r))
	var told toldResult
	require.NoError(t, json.Unmarshal(data, &told), name)
	d := derive(data)
	same := func(what string, have *string, want *big.Rat) {
		t.Helper()
		switch {
		case want == nil:
			assert.Nil(t, have, "%s: %s of %s", name, what, data)
		case assert.NotNil(t, have, "%s: %s of %s", name, what, data):
			assert.Equal(t, exact(want), *have, "%s: %s of %s", name, what, data)
		}
	}
	var total, gap *big.Rat
	if d.decided {
		total = d.low
	}
	if d.columns[0] != nil && d.columns[1] != nil {
		gap = new(big.Rat).Sub(d.columns[1], d.columns[0])
	}
	same("total", told.Total, total)
	same("low", told.Low, d.low)
	same("high", told.High, d.high)
	same("bonus", told.Bonus, d.bonus)
	same("penalty", told.Penalty, d.penalty)
	same("self", told.Self, d.columns[1])
	same("gap", told.Gap, gap)
	same("out of", told.OutOf, d.outOf)
	for n, l := range told.Lines {
		if d.out[n] && d.Scale.Unassigned == "left-out" {
			assert.Nil(t, l.Low, "%s: what is left out has no points", name)
			continue
		}
		for column, points := range []*string{l.Points, l.SelfPoints} {
			low, high, decided := d.sum(column, n, d.end(n), d.mostOf(n), d.Lines[n].Side, n)
			if column == 0 {
				same("low of "+d.Lines[n].Line, l.Low, low)
				same("high of "+d.Lines[n].Line, l.High, high)
			}
			if !decided {
				low = nil
			}
			same("points of "+d.Lines[n].Line, points, low)
		}
	}
	if total == nil {
		assert.Nil(t, told.Rounded, name)
	} else {
		assert.Equal(t, d.rounded(total).FloatString(d.Scale.Places), *told.Rounded, name)
	}
	assert.Equal(t, told.Rating, d.rating, "%s: %s", name, data)
	assert.Equal(t, told.Band, d.band, "%s: %s", name, data)
	assert.Equal(t, lines(told.Findings), d.findings, "%s: %s", name, data)
	assert.Equal(t, lines(told.Unrated), d.unrated, "%s: %s", name, data)
	assert.Equal(t, lines(told.Caveats), d.caveats, "%s: %s", name, data)
}

// W15: every verdict follows from the JSON alone, of every case and of random sheets.
func TestResultsFollowFromTheirJSON(t *testing.T) {
	t.Parallel()
	cases := must(ruletest.Load(os.DirFS("testdata/cases")))
	count := 0
	for _, c := range cases {
		answer, _, err := judge(c.Given)
		if r, is := answer.(evaluation.Result); is && err == nil {
			count++
			follows(t, c.Name, r)
		}
	}
	assert.Greater(t, count, 25)
	random := rand.New(rand.NewPCG(28, 7))
	n := 1_500
	if testing.Short() {
		n = 600
	}
	ratings := map[string]int{}
	for i := range n {
		scheme := randomScheme(random)
		r := must(scheme.Score(randomSheet(random, scheme, "")))
		follows(t, strconv.Itoa(i), r)
		rating, _ := r.Rating()
		ratings[rating.String()]++
		if t.Failed() {
			return
		}
	}
	assert.Len(t, ratings, 5, "every rating comes: %v", ratings)
	for i := range n / 4 {
		scheme := randomScheme(random)
		p := evaluation.Policy{Combining: evaluation.Combining(random.IntN(4)), CommuneWeights: map[org.UnitCode]rule.Number{}}
		var parts []evaluation.Result
		for k := range 1 + random.IntN(4) {
			commune := org.UnitCode(strconv.Itoa(k))
			if random.IntN(12) > 0 {
				p.CommuneWeights[commune] = rule.MustNumber(strconv.Itoa(random.IntN(5)-random.IntN(2)) + ".5")
			}
			parts = append(parts, must(scheme.Score(randomSheet(random, scheme, commune))))
		}
		follows(t, "combined "+strconv.Itoa(i), must(p.Combine(parts...)))
		if t.Failed() {
			return
		}
	}
}

// The evaluator that derives knows nothing of the library.
func TestDerivingImportsNothingOfTheLibrary(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), "derive_test.go", nil, parser.ImportsOnly)
	require.NoError(t, err)
	var imports []string
	for _, i := range file.Imports {
		imports = append(imports, i.Path.Value)
	}
	assert.Equal(t, []string{`"encoding/json"`, `"math/big"`, `"strconv"`, `"strings"`}, imports)
}

func chance[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

func randomScheme(r *rand.Rand) evaluation.Scheme {
	of := sampleTable()
	of.Bonus, of.Penalty = evaluation.Adjusting(r.IntN(3)), evaluation.Adjusting(r.IntN(3))
	of.Places = r.IntN(4)
	if r.IntN(3) == 0 {
		of.Thresholds.Above = evaluation.Above{Excellent: r.IntN(2) == 0, Good: r.IntN(2) == 0, Completed: true}
	}
	switch r.IntN(8) {
	case 0:
		of.Thresholds = evaluation.Thresholds{}
	case 1:
		of.Thresholds.Given = evaluation.Given{Illustrative: true}
	case 2:
		of.WeightsBy = evaluation.Given{Caller: true}
	}
	switch r.IntN(4) {
	case 0:
		of.Lines[1].Lines[r.IntN(2)].Max = rule.Number{}
		of.Lines[1].Max = chance(r, rule.Number{}, rule.Int(30))
	case 1:
		of.Lines[0].Max, of.Lines[1].Lines[0].Max = rule.Number{}, rule.Number{}
	case 2:
		of.Lines[1].Max = rule.Number{}
	}
	if r.IntN(5) == 0 {
		of.ReplacedBy = rule.Source{Kind: rule.Decision, Number: "2/QĐ"}
	}
	if r.IntN(5) == 0 {
		of.Period = rule.Span{From: rule.Day(2016, 1, 1), To: rule.Day(2020, 12, 31)}
	}
	return evaluation.MustScheme(of)
}

func randomSheet(r *rand.Rand, s evaluation.Scheme, commune org.UnitCode) evaluation.Sheet {
	sheet := evaluation.Sheet{About: chance[evaluation.Subject](r, work2021, work2021, evaluation.SupportOutcome{Assignment: "a", Year: 2020},
		evaluation.CommuneResult{Commune: "02794", AsOf: rule.Day(2021, 12, 31)}, evaluation.SupportWork{Year: 2021}, nil)}
	if commune != "" {
		sheet.About = evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: commune}
	}
	random := func(most int64) evaluation.Mark {
		points := fmt.Sprintf("%d.%0*d", r.Int64N(most+1), 1+r.IntN(3), r.IntN(10))
		if r.IntN(3) > 0 {
			points = strconv.FormatInt(most-r.Int64N(1+most/6), 10)
		}
		switch r.IntN(24) {
		case 0:
			return evaluation.Mark{}
		case 1:
			return evaluation.Points(rule.Int(most + 1))
		case 2:
			return evaluation.Points(rule.Int(-1))
		case 3:
			return evaluation.Share(r.Int64N(9)-1, r.Int64N(9))
		case 4, 5, 6:
			return evaluation.Share(60-r.Int64N(9), 60+r.Int64N(5))
		case 7, 8:
			return evaluation.Percent(rule.Int(70 + r.Int64N(32)))
		case 9:
			return mark("12345678901234567890.5/12345678901234567891")
		}
		return evaluation.Points(rule.MustNumber(points))
	}
	for _, l := range []struct {
		code string
		most int64
	}{{"1", 70}, {"2.1", 26}, {"2.2", 4}} {
		if r.IntN(16) > 0 {
			e := evaluation.Entry{Line: l.code, Verified: random(l.most)}
			if r.IntN(3) > 0 {
				e.Self = random(l.most)
			}
			sheet.Entries = append(sheet.Entries, e)
		}
	}
	for range r.IntN(2) * r.IntN(3) {
		sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: chance(r, "1", "2", "2", "2", "2.2", "none"), Verified: random(30), Self: random(30)})
	}
	r.Shuffle(len(sheet.Entries), func(i, j int) {
		sheet.Entries[i], sheet.Entries[j] = sheet.Entries[j], sheet.Entries[i]
	})
	adjustment := func() (list []evaluation.Adjustment) {
		for range r.IntN(2) * r.IntN(3) {
			list = append(list, evaluation.Adjustment{Reason: "r", Points: chance(r, rule.Int(3), rule.Int(3), rule.Int(60), num("0.25"), num("0.25"), num("0.0000000001"), rule.Int(-1), rule.Number{})})
		}
		return list
	}
	sheet.Bonus, sheet.Penalties = adjustment(), adjustment()
	if r.IntN(2) == 0 {
		exact := must(s.Score(sheet)).Total()
		sheet.StatedTotal = chance(r, exact.Round(r.IntN(4), rule.HalfAway), exact.Round(r.IntN(4), rule.Cut), num("84.0"))
		sheet.StatedRating = evaluation.Rating(r.IntN(5))
	}
	if r.IntN(2) == 0 {
		sheet.Published = chance(r, rule.Day(2021, 12, 20), rule.Day(2021, 12, 25))
		sheet.Settled = chance(r, rule.Day(2021, 12, 23), rule.Day(2022, 1, 10))
	}
	return sheet
}

// without is a stored answer with one of its members taken out or put in place.
func without(t *testing.T, stored []byte, path string, value any) []byte {
	t.Helper()
	var all any
	require.NoError(t, json.Unmarshal(stored, &all))
	at := all
	steps := strings.Split(path, ".")
	for _, s := range steps[:len(steps)-1] {
		if i, err := strconv.Atoi(s); err == nil {
			at = at.([]any)[i]
		} else {
			at = at.(map[string]any)[s]
		}
	}
	of, last := at.(map[string]any), steps[len(steps)-1]
	require.Contains(t, of, last)
	if of[last] = value; value == nil {
		delete(of, last)
	}
	return must(json.Marshal(all))
}

func TestReplay(t *testing.T) {
	t.Parallel()
	scheme := sample(evaluation.AdjustCapped, 0)
	sheet := evaluation.Sheet{
		ID: "p1", Scheme: "sample/1", About: work2021,
		Entries: []evaluation.Entry{{Line: "1", Verified: mark("550/600"), Evidence: []string{"bien-ban-12"}, Note: "Đã đối chiếu"}, {Line: "2.1", Verified: mark("25.83")}, {Line: "2.2", Verified: mark("0")}},
		Bonus:   []evaluation.Adjustment{{Reason: "khen", Points: rule.Int(1)}}, StatedTotal: num("90.99"), Evaluators: evaluators("2021-12-20", "so-noi-vu"),
		Published: rule.Day(2021, 12, 21),
	}
	stored := must(json.Marshal(must(scheme.Score(sheet))))
	other := sheet
	other.Entries = append([]evaluation.Entry{}, sheet.Entries...)
	other.Entries[1].Verified = mark("25.84")
	noted := sheet
	noted.Entries = append([]evaluation.Entry{}, sheet.Entries...)
	noted.Entries[1].Note = "xem lại"
	raised := sampleTable()
	raised.Bonus, raised.Thresholds.Good = evaluation.AdjustCapped, rule.Int(71)
	higher := sampleTable()
	higher.Bonus, higher.Thresholds.Excellent = evaluation.AdjustCapped, rule.Int(91)

	for name, c := range map[string]struct {
		stored []byte
		scheme evaluation.Scheme
		sheet  *evaluation.Sheet
		same   bool
		differ []string // of path and code, among all
	}{
		"the same, of the sheet that was kept": {stored, scheme, nil, true, nil},
		"the same, of the sheet that is given": {stored, scheme, &sheet, true, nil},
		"nothing was kept, the sheet is given": {without(t, stored, "sheet", nil), scheme, &sheet, true, nil},
		"nothing was kept":                     {without(t, stored, "sheet", nil), scheme, nil, false, []string{" replay.not-kept"}},
		"another mark": {stored, scheme, &other, false,
			[]string{"grounds.record replay.record", "total replay.member", "lines[2].verified replay.member", "sheet.entries[1].verified replay.member"}},
		"nothing was kept, and another mark":  {without(t, stored, "sheet", nil), scheme, &other, false, []string{"grounds.record replay.record", "total replay.member"}},
		"another note":                        {stored, scheme, &noted, false, []string{"grounds.record replay.record", "sheet.entries[1].note replay.member"}},
		"a stored total that was changed":     {without(t, stored, "total", "95"), scheme, nil, false, []string{"total replay.member"}},
		"a stored sheet that was changed":     {without(t, stored, "sheet.statedTotal", "91"), scheme, nil, false, []string{"grounds.record replay.record"}},
		"another scheme with the same answer": {stored, evaluation.MustScheme(raised), nil, false, []string{"grounds.rulebooks[0] replay.rulebook", "scale.thresholds.good replay.member"}},
		"another scheme with another rating":  {stored, evaluation.MustScheme(higher), nil, false, []string{"rating replay.member"}},
		"other data":                          {without(t, stored, "grounds.data", "2025-01-01"), scheme, nil, true, []string{"grounds.data replay.data"}},
		"no grounds":                          {without(t, stored, "grounds", nil), scheme, nil, false, []string{"grounds replay.member"}},
	} {
		r, err := c.scheme.Replay(c.stored, c.sheet)
		require.NoError(t, err, name)
		assert.Equal(t, c.same, r.Same, "%s: %s", name, r.Differs)
		var differ []string
		for _, f := range r.Differs {
			differ = append(differ, string(f.Path)+" "+string(f.Code()))
		}
		assert.Subset(t, differ, c.differ, name)
		assert.Equal(t, c.differ == nil, differ == nil, name)
	}

	for name, bad := range map[string]string{"no JSON": "{", "a sheet": string(must(json.Marshal(sheet))), "no result": `{"format":"giupxa.result/2"}`} {
		_, err := scheme.Replay([]byte(bad), &sheet)
		assert.ErrorIs(t, err, rule.ErrStored, name)
		_, err = evaluation.Policy{}.Replay([]byte(bad), scheme)
		assert.ErrorIs(t, err, rule.ErrStored, name)
	}
	_, err := evaluation.LaoCai1686().Replay(stored, nil)
	assert.ErrorIs(t, err, evaluation.ErrNoScheme)
	_, err = evaluation.Policy{}.Replay(stored, scheme)
	assert.ErrorIs(t, err, evaluation.ErrParts)
}

func TestReplayOfParts(t *testing.T) {
	t.Parallel()
	scheme := sample(0, 0)
	sheet := func(commune org.UnitCode, points string) evaluation.Sheet {
		return evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: commune}, Entries: entries("1", points, "2.1", "20", "2.2", "0")}
	}
	a, b := sheet("a", "80%"), sheet("b", "30")
	p := evaluation.Policy{Combining: evaluation.CombineWeighted, CommuneWeights: map[org.UnitCode]rule.Number{"a": rule.Int(1), "b": num("1.0")}}
	stored := must(json.Marshal(must(p.Combine(must(scheme.Score(a)), must(scheme.Score(b))))))
	r := must(p.Replay(stored, scheme))
	assert.True(t, r.Same, r.Differs)
	assert.Empty(t, r.Differs)
	bare := without(t, without(t, stored, "parts.0.sheet", nil), "parts.1.sheet", nil)
	assert.Len(t, must(p.Replay(bare, scheme)).Differs.Of(rule.ErrNotKept), 1)
	assert.True(t, must(p.Replay(bare, scheme, a, b)).Same)
	assert.False(t, must(p.Replay(bare, scheme, b, a)).Same)
	r = must(evaluation.Policy{Combining: evaluation.CombineWorst}.Replay(stored, scheme))
	assert.False(t, r.Same)
	assert.Len(t, r.Differs.Of(rule.AdviceReplayRulebook), 1)
	r = must(p.Replay(bare, scheme, a, sheet("b", "31")))
	assert.Equal(t, []rule.Path{"grounds.record", "parts[1].grounds.record"}, []rule.Path{r.Differs.Of(rule.ErrReplayRecord)[0].Path, r.Differs.Of(rule.ErrReplayRecord)[1].Path})
	_, err := scheme.Replay(stored, nil)
	assert.ErrorIs(t, err, evaluation.ErrParts)
	_, err = p.Replay(stored, scheme, a, a)
	assert.ErrorIs(t, err, evaluation.ErrParts)
}

// A result keeps the sheet as it was, says what it is, and whose the decision is.
func TestGrounds(t *testing.T) {
	t.Parallel()
	scheme := sample(0, 0)
	sheet := evaluation.Sheet{About: work2021, Entries: []evaluation.Entry{{Line: "1", Verified: mark("60"), Evidence: []string{"x", "y"}}, {Line: "2.1", Evidence: []string{"z"}}}}
	r := must(scheme.Score(sheet))
	g := r.Grounds()
	assert.Equal(t, rule.Digest(sheet), g.Record, "the host can compute it from what it stores")
	assert.Equal(t, rule.DataVersion, g.Data)
	assert.Equal(t, rule.Calculation, g.Kind)
	assert.Contains(t, g.In(rule.En), "no decision; the decision belongs to the authority competent to evaluate and rate the person")
	sheet.Entries[0].Evidence[0] = "changed"
	kept, ok := r.Sheet()
	require.True(t, ok)
	assert.Equal(t, []string{"x", "y"}, kept.Entries[0].Evidence)
	kept.Entries[0].Evidence = append(kept.Entries[0].Evidence, "more")
	kept.Entries[1].Evidence[0] = "changed"
	again, _ := r.Sheet()
	assert.Equal(t, []string{"z"}, again.Entries[1].Evidence)
	said := map[string]bool{}
	for _, about := range []evaluation.Subject{work2021, evaluation.SupportOutcome{Assignment: "a", Year: 2021}, evaluation.CommuneResult{Commune: "1", AsOf: rule.Day(2021, 1, 1)}, nil} {
		said[must(scheme.Score(evaluation.Sheet{About: about})).Grounds().Authority.Vi] = true
	}
	assert.Len(t, said, 4)
	none := must(scheme.Score(evaluation.Sheet{About: work2021, StatedRating: 99}))
	assert.Empty(t, none.Grounds().Record, "a sheet that has no JSON has no digest")
	assert.Len(t, must(scheme.Replay(must(json.Marshal(none)), nil)).Differs.Of(rule.ErrNotKept), 1)
	_, ok = evaluation.Result{}.Sheet()
	assert.False(t, ok)
}
