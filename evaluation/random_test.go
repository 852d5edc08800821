package evaluation_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// randomFull is a scheme of 100 points that uses whatever a scheme may have.
func randomFull(r *rand.Rand) evaluation.Scheme {
	some := func() bool { return r.IntN(2) == 0 }
	level := func(from, points string) evaluation.Level {
		l := evaluation.Level{Points: num(points)}
		if from != "" {
			l.From, l.Above = num(from), some()
		}
		return l
	}
	t := evaluation.Table{
		ID: "full/1", Version: "2026-11-28", Name: both("full"), Source: rule.Source{Kind: rule.Decision, Number: "1/QĐ", Issuer: "UBND tỉnh"},
		Max: rule.Int(100), Places: r.IntN(3), Rounding: rule.Rounding(r.IntN(3)), RoundAt: evaluation.RoundAt(r.IntN(3)),
		Unassigned: evaluation.Unassigned(r.IntN(3)), Bonus: evaluation.Adjusting(1 + r.IntN(2)), Penalty: evaluation.Adjusting(1 + r.IntN(2)),
		Lines: []evaluation.Line{
			{Code: "a", Name: both("graded"), Max: rule.Int(30), Marks: evaluation.Scoring{Over: evaluation.Over(r.IntN(3))}},
			{Code: "b", Name: both("heading"), Max: rule.Int(20), Lines: []evaluation.Line{
				{Code: "b1", Name: both("counted"), Max: rule.Int(8), Marks: evaluation.Scoring{Way: evaluation.Counted, Each: num("2.5")}},
				{Code: "b2", Name: both("staged"), Max: rule.Int(10), Marks: evaluation.Scoring{Way: evaluation.ByStage, Levels: []evaluation.Level{level("", "5"), level("", "10")}}},
				{Code: "b3", Name: both("all or nothing"), Max: rule.Int(2), Marks: evaluation.Scoring{Way: evaluation.ByRate, Levels: []evaluation.Level{level("95", "2")}, Over: evaluation.Over(r.IntN(2))}},
			}},
			{Code: "c", Name: both("scaled"), Max: rule.Int(50), Scaled: true, Lines: []evaluation.Line{
				{Code: "c1", Name: both("quantity"), Max: rule.Int(100)},
				{Code: "c2", Name: both("quality"), Max: rule.Int(100), Scaled: true, Lines: []evaluation.Line{
					{Code: "c2a", Name: both("x"), Max: rule.Int(3)}, {Code: "c2b", Name: both("y"), Max: rule.Int(4)},
				}},
				{Code: "c3", Name: both("unity"), Max: rule.Int(100), Marks: evaluation.Scoring{Way: evaluation.ByStage, Levels: []evaluation.Level{level("", "50"), level("", "100")}}},
			}},
			{Code: "p", Name: both("late reports"), Side: evaluation.Deducts, Max: rule.Int(6), Marks: evaluation.Scoring{Way: evaluation.Counted, Each: rule.Int(2)}},
		},
	}
	if some() {
		t.Lines = append(t.Lines, evaluation.Line{Code: "q", Name: both("flags"), Side: evaluation.Adds, Lines: []evaluation.Line{
			{Code: "q1", Name: both("flag"), Marks: evaluation.Scoring{Way: evaluation.Counted, Each: rule.Int(1)}}, {Code: "q2", Name: both("other"), Max: rule.Int(3)},
		}})
	}
	if some() {
		t.Columns = []evaluation.Column{{Code: "manager", Name: both("manager")}, {Code: "authority", Name: both("authority")}}
		t.Rates = chance(r, "", "authority", "manager")
	}
	if some() {
		t.Lines[1].Lines[2].Marks.Levels[0].Points = rule.Int(1)
		t.Slips = []evaluation.Slip{{Line: "b3", Words: both("the best level pays 1 of 2")}}
	}
	switch r.IntN(4) {
	case 0:
		t.Thresholds = evaluation.Thresholds{Excellent: rule.Int(90), Good: rule.Int(70), Completed: rule.Int(50), Above: evaluation.Above{Excellent: some(), Good: some()}}
	case 1:
		edge := some()
		t.Bands = []evaluation.Band{
			{Code: "yes", Name: both("passes"), From: rule.Int(60), Above: edge, To: rule.Int(100)}, {Code: "no", Name: both("fails"), From: rule.Int(0), To: rule.Int(60), Below: !edge},
		}
	case 2:
		t.Bands = []evaluation.Band{
			{Rating: evaluation.NotCompleted, From: rule.Int(0), To: rule.Int(49)}, {Rating: evaluation.Completed, From: rule.Int(50), To: rule.Int(74)},
			{Rating: evaluation.Good, From: rule.Int(75), To: rule.Int(100)},
		}
		t.Slips = append(t.Slips, evaluation.Slip{Words: both("74.5 is in no band")})
	}
	if some() && (len(t.Bands) > 0 || t.Thresholds.Good.Known()) {
		of := "good"
		if len(t.Bands) == 2 {
			of = "yes"
		}
		t.Conditions = []evaluation.Condition{
			{Code: "k1", Name: both("disciplined"), KnockOut: true, Of: of}, {Code: "k2", Name: both("all tasks"), Of: of, AuthorityDecides: some()},
			{Code: "k3", Name: both("half of the results"), Of: of, Line: "c", Least: rule.Int(25)},
		}
	}
	if r.IntN(3) == 0 {
		t.YearFrom = "11-15"
	}
	if r.IntN(4) == 0 {
		t.Confidence = rule.Secondary
	}
	return evaluation.MustScheme(t)
}

// leaves are the lines without lines of their own.
func leaves(lines []evaluation.Line) (all []evaluation.Line) {
	for _, l := range lines {
		if len(l.Lines) == 0 {
			all = append(all, l)
		}
		all = append(all, leaves(l.Lines)...)
	}
	return all
}

// randomMark is a mark that mostly fits the line.
func randomMark(r *rand.Rand, l evaluation.Line) evaluation.Mark {
	switch n := r.IntN(60); {
	case n == 0:
		return evaluation.Mark{}
	case n == 1:
		return mark(chance(r, "3x", "-1", "7/0", "101%", "1.5x", "99", "50%", "0"))
	case l.Marks.Way == evaluation.Counted:
		return evaluation.Count(r.Int64N(5))
	case l.Marks.Way == evaluation.ByStage:
		return evaluation.Points(chance(r, l.Marks.Levels[0].Points, l.Marks.Levels[1].Points, l.Marks.Levels[1].Points, rule.Int(0)))
	case l.Marks.Way == evaluation.ByRate:
		return mark(chance(r, "95%", "94.99%", "95.01%", "38/40", "19/20", "120%", "1/1"))
	case n%3 == 0:
		return evaluation.Share(50+r.Int64N(14), 62)
	case n%3 == 1:
		return evaluation.Percent(rule.MustNumber(fmt.Sprintf("%d.%d", 70+r.IntN(30), r.IntN(10))))
	}
	most := l.Max.Rat()
	most.Mul(most, big.NewRat(r.Int64N(20)+80, 100))
	points, _ := rule.ParseNumber(most.FloatString(2))
	return evaluation.Points(points)
}

// randomFullSheet fills the sheet of such a scheme.
func randomFullSheet(r *rand.Rand, s evaluation.Scheme) evaluation.Sheet {
	t := s.Table()
	sheet := evaluation.Sheet{About: work2021}
	for _, l := range leaves(t.Lines) {
		if r.IntN(40) == 0 {
			continue
		}
		e := evaluation.Entry{Line: l.Code, Verified: randomMark(r, l)}
		if r.IntN(3) == 0 {
			e.Self = randomMark(r, l)
		}
		for _, c := range t.Columns {
			if t.Rates == c.Code || r.IntN(3) == 0 {
				e.Others = append(e.Others, evaluation.ColumnMark{Column: c.Code, Mark: randomMark(r, l)})
			}
		}
		if r.IntN(60) == 0 {
			e.Others = append(e.Others, evaluation.ColumnMark{Column: chance(r, "manager", "none", "self"), Mark: randomMark(r, l)})
		}
		switch r.IntN(30) {
		case 0:
			e = evaluation.Entry{Line: l.Code, NotAssigned: true}
		case 1:
			e.NotAssigned = true
		case 2:
			e.From = &evaluation.Derivation{Measure: evaluation.VisitsHeld, Part: rule.Int(31), Whole: rule.Int(62), Facts: []string{"v1"}}
			if r.IntN(2) == 0 {
				e.Self = e.From.Mark()
			}
		}
		sheet.Entries = append(sheet.Entries, e)
	}
	if r.IntN(4) == 0 {
		sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: chance(r, "b", "c", "c2"), Verified: mark(chance(r, "18", "50", "90")), Self: mark("7")})
	}
	for _, c := range t.Conditions {
		if c.Line == "" && r.IntN(8) > 0 {
			is := evaluation.Yes
			if c.KnockOut != (r.IntN(5) == 0) {
				is = evaluation.No
			}
			sheet.Answers = append(sheet.Answers, evaluation.Answer{Condition: c.Code, Is: is})
		}
	}
	if r.IntN(20) == 0 {
		sheet.Answers = append(sheet.Answers, evaluation.Answer{Condition: chance(r, "k1", "k3", "none"), Is: evaluation.Yes})
	}
	if r.IntN(8) == 0 {
		sheet.Bonus = []evaluation.Adjustment{{Reason: "r", Points: num("1.5")}}
	}
	if r.IntN(6) == 0 {
		sheet.Span = rule.Span{From: rule.Day(2021, 5, 14)}
	}
	if r.IntN(3) == 0 {
		sheet.Events, sheet.Published, sheet.Settled = randomEvents(r)
	}
	r.Shuffle(len(sheet.Entries), func(i, j int) {
		sheet.Entries[i], sheet.Entries[j] = sheet.Entries[j], sheet.Entries[i]
	})
	return sheet
}

// Whatever a scheme uses, its results follow from their JSON alone, come out again, and
// do not depend on the order of entries.
func TestFullSchemes(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(12, 5))
	n := 1_500
	if testing.Short() {
		n = 800
	}
	bands, known := map[string]int{}, 0
	for i := range n {
		scheme := randomFull(random)
		sheet := randomFullSheet(random, scheme)
		r := must(scheme.Score(sheet))
		follows(t, strconv.Itoa(i), r)
		band, _ := r.Band()
		bands[band.Code]++
		if r.Total().Known() {
			known++
		}
		random.Shuffle(len(sheet.Entries), func(i, j int) {
			sheet.Entries[i], sheet.Entries[j] = sheet.Entries[j], sheet.Entries[i]
		})
		again := must(scheme.Score(sheet))
		require.Equal(t, r.Total().String(), again.Total().String(), i)
		other, _ := again.Band()
		require.Equal(t, band.Code, other.Code)
		if t.Failed() {
			return
		}
	}
	assert.Greater(t, known, n/4)
	for _, code := range []string{"yes", "no", "excellent", "good", "completed", ""} {
		assert.NotZero(t, bands[code], "%s: %v", code, bands)
	}
}
