package evaluation_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// wide is a scheme of 57 lines that make 100 points, with every kind of maximum.
func wide() evaluation.Scheme {
	t := sampleTable()
	t.Lines = nil
	for i := range 57 {
		most := num("1.75")
		if i == 56 {
			most = num("2")
		}
		t.Lines = append(t.Lines, evaluation.Line{Code: strconv.Itoa(i + 1), Name: both("line"), Max: most})
	}
	return evaluation.MustScheme(t)
}

// plainSheet gives points and percentages, sharesSheet shares of different denominators.
func plainSheet() evaluation.Sheet {
	s := evaluation.Sheet{About: work2021}
	for i := range 57 {
		m := evaluation.Points(num("1.25"))
		if i%3 == 0 {
			m = evaluation.Percent(num("61.5"))
		}
		s.Entries = append(s.Entries, evaluation.Entry{Line: strconv.Itoa(i + 1), Verified: m, Self: evaluation.Points(num("1.75"))})
	}
	return s
}

func sharesSheet() evaluation.Sheet {
	s := evaluation.Sheet{About: work2021}
	for i := range 57 {
		whole := int64(997 - 11*i)
		s.Entries = append(s.Entries, evaluation.Entry{Line: strconv.Itoa(i + 1), Verified: evaluation.Share(whole-int64(i)-1, whole)})
	}
	return s
}

// oracle adds a sheet up with big.Rat alone.
func oracle(t evaluation.Table, s evaluation.Sheet) *big.Rat {
	most := map[string]*big.Rat{}
	var walk func([]evaluation.Line)
	walk = func(lines []evaluation.Line) {
		for _, l := range lines {
			most[l.Code] = l.Max.Rat()
			walk(l.Lines)
		}
	}
	walk(t.Lines)
	total := new(big.Rat)
	for _, e := range s.Entries {
		text := e.Verified.String()
		r := new(big.Rat)
		if text[len(text)-1] == '%' {
			r.SetString(text[:len(text)-1])
			r.Mul(r, most[e.Line]).Quo(r, big.NewRat(100, 1))
		} else {
			r.SetString(text)
			if slices.Contains([]byte(text), '/') {
				r.Mul(r, most[e.Line])
			}
		}
		total.Add(total, r)
	}
	return total
}

func TestScoreAgreesWithFractions(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(1)) //nolint:gosec // a fixed sequence
	scheme := wide()
	for range 300 {
		sheet := evaluation.Sheet{About: work2021}
		for _, l := range scheme.Table().Lines {
			var text string
			switch random.Intn(4) {
			case 0:
				text = fmt.Sprintf("1.%0*d", random.Intn(12)+1, random.Intn(7))
			case 1:
				text = fmt.Sprintf("%d.%d%%", random.Intn(100), random.Intn(1000))
			default:
				whole := random.Int63n([]int64{7, 1000, 1e6, 1e12, 9e17}[random.Intn(5)]) + 1
				text = fmt.Sprintf("%d/%d", random.Int63n(whole+1), whole)
			}
			sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: l.Code, Verified: mark(text)})
		}
		want := oracle(scheme.Table(), sheet)
		r := must(scheme.Score(sheet))
		require.Empty(t, r.Findings())
		require.Zero(t, r.Total().Rat().Cmp(want), "%v is not %v", r.Total(), want)
		sum := new(big.Rat)
		for w := range r.Lines() {
			require.True(t, w.Points.Known())
			sum.Add(sum, w.Points.Rat())
		}
		require.Zero(t, sum.Cmp(want), "the lines add up to the total")
		random.Shuffle(len(sheet.Entries), func(i, j int) { sheet.Entries[i], sheet.Entries[j] = sheet.Entries[j], sheet.Entries[i] })
		require.Zero(t, must(scheme.Score(sheet)).Total().Cmp(r.Total()), "order does not matter")
	}
}

func TestThresholdsAreExact(t *testing.T) {
	t.Parallel()
	scheme := sample(0, 0)
	for text, want := range map[string]evaluation.Rating{
		"90":                                 evaluation.Excellent,
		"90.00":                              evaluation.Excellent,
		"89.999999999":                       evaluation.Good,
		"89.999999999999999999999999999":     evaluation.Good,
		"89.995":                             evaluation.Good,
		"70":                                 evaluation.Good,
		"69.9999999999":                      evaluation.Completed,
		"50":                                 evaluation.Completed,
		"49.5":                               evaluation.NotCompleted,
		"0":                                  evaluation.NotCompleted,
		"100":                                evaluation.Excellent,
		"100.000000000000000000000000000000": evaluation.Excellent,
	} {
		total := num(text)
		rest := total.Sub(rule.Int(70))
		first := evaluation.Points(rule.Int(70))
		if rest.Sign() < 0 {
			first, rest = evaluation.Points(total), rule.Int(0)
		}
		second, third := rest, rule.Int(0)
		if rest.Cmp(rule.Int(26)) > 0 {
			second, third = rule.Int(26), rest.Sub(rule.Int(26))
		}
		sheet := evaluation.Sheet{About: work2021, Entries: []evaluation.Entry{
			{Line: "1", Verified: first}, {Line: "2.1", Verified: evaluation.Points(second)}, {Line: "2.2", Verified: evaluation.Points(third)},
		}}
		r := must(scheme.Score(sheet))
		got, why := r.Rating()
		assert.Equal(t, want, got, text)
		assert.Empty(t, why, text)
		assert.Zero(t, r.Total().Rat().Cmp(total.Rat()), text)
	}
}

// E1: 385/6 + 25.83 = 26999/300 < 90, though it shows as 90.00.
func TestE1(t *testing.T) {
	t.Parallel()
	sheet := evaluation.Sheet{About: work2021, Entries: entries("1", "550/600", "2.1", "25.83", "2.2", "0")}
	r := must(sample(0, 0).Score(sheet))
	assert.Zero(t, r.Total().Rat().Cmp(big.NewRat(26999, 300)))
	assert.Equal(t, "26999/300", r.Total().String())
	assert.Equal(t, "90.00", r.Rounded().String())
	rating, _ := r.Rating()
	assert.Equal(t, evaluation.Good, rating)
	lines := slices.Collect(r.Lines())
	assert.Equal(t, "385/6", lines[0].Points.String())
	assert.Equal(t, "1. task results: 550/600 × 70 = 385/6 (≈ 64,17), tối đa 70", lines[0].String())
	assert.Contains(t, r.In(rule.En), "Total: 26999/300 (≈ 90.00), on a scale of 100")
}

func TestMarksMonotone(t *testing.T) {
	t.Parallel()
	scheme := wide()
	sheet := plainSheet()
	before := must(scheme.Score(sheet))
	for i := range sheet.Entries {
		sheet.Entries[i].Verified = evaluation.Percent(rule.Int(100))
		after := must(scheme.Score(sheet))
		was, _ := before.Rating()
		is, _ := after.Rating()
		require.Positive(t, after.Total().Cmp(before.Total()))
		require.True(t, is.AtLeast(was))
		require.LessOrEqual(t, after.Total().Rat().Cmp(big.NewRat(100, 1)), 0)
		before = after
	}
	assert.Equal(t, "100", before.Total().String())
}

// The result keeps nothing of the sheet or of the table that a caller could change.
func TestResultStandsAlone(t *testing.T) {
	t.Parallel()
	table := sampleTable()
	scheme := evaluation.MustScheme(table)
	sheet := evaluation.Sheet{About: work2021, Entries: entries("1", "60", "2.1", "20", "2.2", "4")}
	r := must(scheme.Score(sheet))
	before := must(json.Marshal(r))
	table.Lines[1].Lines[0].Max = rule.Int(1)
	scheme.Table().Lines[0].Code = "changed"
	sheet.Entries[0].Verified = evaluation.Points(rule.Int(1))
	scheme.Caveats()[0] = rule.Finding{}
	require.NoError(t, r.Findings().Err())
	assert.JSONEq(t, string(before), string(must(json.Marshal(r))))
}

// A result keeps the whole sheet, whatever its entries say, and in its order: one that says
// no more than two marks is kept in another form.
func TestSheetIsKeptWhole(t *testing.T) {
	t.Parallel()
	plain := func() []evaluation.Entry {
		list := entries("2.1", "20.50", "1", "61.5%", "2.2", "1/3")
		list[1].Self = mark("60")
		return list
	}
	for name, change := range map[string]func(e *evaluation.Entry){
		"two marks":        func(*evaluation.Entry) {},
		"no mark":          func(e *evaluation.Entry) { e.Self, e.Verified = evaluation.Mark{}, evaluation.Mark{} },
		"a wide mark":      func(e *evaluation.Entry) { e.Self = mark("1e30/1e30") },
		"evidence":         func(e *evaluation.Entry) { e.Evidence = []string{"bc-1"} },
		"a note":           func(e *evaluation.Entry) { e.Note = "x" },
		"another column":   func(e *evaluation.Entry) { e.Others = []evaluation.ColumnMark{{Column: "m", Mark: mark("1")}} },
		"facts":            func(e *evaluation.Entry) { e.From = &evaluation.Derivation{Part: num("1"), Whole: num("2")} },
		"no task":          func(e *evaluation.Entry) { e.NotAssigned = true },
		"no such line":     func(e *evaluation.Entry) { e.Line = "x" },
		"a line again":     func(e *evaluation.Entry) { e.Line = "2.1" },
		"a heading":        func(e *evaluation.Entry) { e.Line = "2" },
		"above its most":   func(e *evaluation.Entry) { e.Verified = mark("1000") },
		"another spelling": func(e *evaluation.Entry) { e.Line = "\u0189" },
	} {
		for at := range 3 {
			table := sampleTable()
			table.Lines = append(table.Lines, evaluation.Line{Code: "Đ", Name: both("đ"), Max: num("0.5")})
			table.Lines[1].Max, table.Lines[1].Lines[1].Max = num("29.5"), num("3.5")
			sheet := evaluation.Sheet{About: work2021, Entries: plain()}
			change(&sheet.Entries[at])
			r := must(evaluation.MustScheme(table).Score(sheet))
			kept, ok := r.Sheet()
			require.True(t, ok)
			assert.Equal(t, sheet, kept, "%s %d", name, at)
			assert.Equal(t, rule.NewGrounds(rule.Nature{}, sheet).Record, r.Grounds().Record, "%s %d", name, at)
			kept.Entries[at].Line = "changed"
			again, _ := r.Sheet()
			assert.Equal(t, sheet, again, "%s %d", name, at)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	scheme, sheet := wide(), sharesSheet()
	want := must(scheme.Score(sheet)).Total()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			r, err := scheme.Score(sheet)
			assert.NoError(t, err)
			assert.Zero(t, r.Total().Cmp(want))
			_ = r.String()
		})
	}
	all.Wait()
}

// read reads every field of the working.
func read(r evaluation.Result) (n int) {
	for w := range r.Lines() {
		n += len(w.Line) + len(w.Name.Vi) + w.Depth + w.Max.Sign() + w.Low.Cmp(w.High)
		if w.Points.Known() && w.SelfPoints.Known() && !w.Heading && !w.Refused && !w.Verified.IsZero() && !w.Self.IsZero() {
			n++
		}
	}
	return n
}

// Not parallel: it counts allocations.
func TestAllocations(t *testing.T) {
	scheme, sheet := wide(), plainSheet()
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() {
		r, err := scheme.Score(sheet)
		if err != nil || !r.Total().Known() {
			t.Fatal(err)
		}
	}), 3.0, "where each line stands, the marks, the rest of the sheet")
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() {
		r, _ := scheme.Score(sheet)
		if read(r) == 0 {
			t.Fatal("nothing read")
		}
	}), 3.0, "with the whole working read")
}

// Shares whose common denominator is beyond every bound leave the total unknown between
// 0 and the maximum, whatever bonus and penalty the sheet has; they are never 0.
func TestTotalOutOfBounds(t *testing.T) {
	t.Parallel()
	out := 0
	for digits := 25; digits <= 37; digits++ {
		table := evaluation.Table{
			ID: "wide", Name: both("phiếu"), Source: wide().Table().Source, Max: rule.Int(200), Bonus: evaluation.AdjustCapped, Penalty: evaluation.AdjustCapped,
			Thresholds: evaluation.Thresholds{Excellent: rule.Int(180), Good: rule.Int(140), Completed: rule.Int(100)},
		}
		var sheet evaluation.Sheet
		sheet.About = work2021
		for i := range 200 {
			code := strconv.Itoa(i)
			table.Lines = append(table.Lines, evaluation.Line{Code: code, Name: both("dòng"), Max: rule.Int(1)})
			whole := fmt.Sprintf("1%0*d", digits, 2*i+1)
			sheet.Entries = append(sheet.Entries, evaluation.Entry{Line: code, Verified: must(evaluation.ParseMark("1" + whole[2:] + "/" + whole))})
		}
		sheet.Bonus = []evaluation.Adjustment{{Reason: "thưởng", Points: num("0.000000001")}}
		r := must(must(evaluation.NewScheme(table)).Score(sheet))
		low, high := r.Bounds()
		require.True(t, low.Known() && high.Known())
		if r.Total().Known() {
			continue
		}
		out++
		rating, why := r.Rating()
		assert.Equal(t, evaluation.Unrated, rating)
		assert.True(t, why.Has(rule.Undecided))
		assert.Equal(t, "200", high.String())
	}
	assert.Greater(t, out, 3)
}

func BenchmarkScore57(b *testing.B) {
	scheme, sheet := wide(), plainSheet()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scheme.Score(sheet); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScore57ReadWorking(b *testing.B) {
	scheme, sheet := wide(), plainSheet()
	b.ReportAllocs()
	for b.Loop() {
		r, _ := scheme.Score(sheet)
		read(r)
	}
}

func BenchmarkScore57Shares(b *testing.B) {
	scheme, sheet := wide(), sharesSheet()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scheme.Score(sheet); err != nil {
			b.Fatal(err)
		}
	}
}

func TestWeightsOfLinesBelowHeadings(t *testing.T) {
	t.Parallel()
	scheme := sample(0, 0)
	for name, c := range map[string]struct {
		most map[string]rule.Number
		want error
	}{
		"without the heading's own": {map[string]rule.Number{"1": rule.Int(50), "2.1": num("12.5"), "2.2": num("37.5")}, nil},
		"with it":                   {map[string]rule.Number{"1": rule.Int(50), "2": rule.Int(50), "2.1": num("12.5"), "2.2": num("37.5")}, nil},
		"which does not add up":     {map[string]rule.Number{"1": rule.Int(50), "2": rule.Int(49), "2.1": num("12.5"), "2.2": num("37.5")}, evaluation.ErrSum},
		"one missing":               {map[string]rule.Number{"1": rule.Int(50), "2": rule.Int(50), "2.1": num("12.5")}, evaluation.ErrWeightsUnknown},
		"below 0":                   {map[string]rule.Number{"1": rule.Int(-50), "2.1": num("112.5"), "2.2": num("37.5")}, evaluation.ErrTable},
		"none":                      {nil, evaluation.ErrWeightsUnknown},
	} {
		s, err := scheme.WithWeights(evaluation.Weights{Max: c.most})
		if c.want != nil {
			require.ErrorIs(t, err, c.want, name)
			continue
		}
		require.NoError(t, err, name)
		assert.NotEmpty(t, s.Caveats().Of(evaluation.AdviceCallerFigures), name)
		r := must(s.Score(evaluation.Sheet{About: work2021, Entries: entries("1", "50", "2.1", "100%", "2.2", "1/3")}))
		assert.Equal(t, "75", r.Total().String(), name)
	}
}

// A mark with more places than points are scaled to is still compared exactly.
func TestMarksOfManyPlaces(t *testing.T) {
	t.Parallel()
	scheme := sample(0, 0)
	for text, fits := range map[string]bool{
		"70.0000000000":               true,
		"70.0000000001":               false,
		"100.0000000000%":             true,
		"100.0000000001%":             false,
		"1e30/1e30":                   true,
		"1000000000000000000001/1e21": false,
	} {
		r := must(scheme.Score(evaluation.Sheet{About: work2021, Entries: entries("1", text, "2.1", "0", "2.2", "0")}))
		assert.Equal(t, fits, r.Total().Known(), text)
		if fits {
			assert.Equal(t, "70", r.Total().String(), text)
			continue
		}
		assert.ErrorIs(t, r.Findings().Err(), evaluation.ErrAboveMax, text)
	}
}
