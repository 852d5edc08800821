package national_test

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The yardstick: the 57 indicators of 318/QĐ-TTg, annex I, northern midlands and
// mountains, 2022, as a programmer would write them who needs no other set, column or
// year: a loop over a list of goals that fills a trace of 57 lines. It knows
// neither confidence, stages, statements nor shares. It is written twice, for
// decimals and for whole millionths.

type handOp uint8

const (
	ge handOp = iota
	le
	none
	pass
	open // the demand is not known
)

// handLeaf is one reading that a row asks for.
type handLeaf struct {
	key    string
	op     handOp
	goal   decimal.Decimal
	micros int64
}

// handRow is one indicator; the leaves of most must all hold.
type handRow struct {
	code, name string
	joined     byte // 'a' all; 'f' the first that applies; 'w' the first, then the second or the third by @schools
	leaves     []handLeaf
	source     *rule.Source
	confidence rule.Confidence
}

const handGoals = `
1.1 pass; 1.2 pass; 2.1 open; 2.2 open; 2.3 open; 2.4 open; 3.1 ge 80; 3.2/mandatory pass, 3.2/score ge 50; 4.1 pass; 4.2 ge 95
w 5/minimum ge 100, 5/level1 ge 70, 5/level1 ge 50; 6.1 open; 6.2 open; 6.3 ge 100; f 7/market pass, 7/shop pass; 8.1 pass; 8.2 pass
8.3 pass; 8.4 pass; 9.1 none; 9.2 ge 75; 10 ge 39; 11 le 13; 12.1/female ge 60, 12.1/male ge 60; 12.2/female ge 20, 12.2/male ge 20
13.1 pass; 13.2 pass; 13.3 pass; 13.4 pass; 13.5 pass
14.1/preschool pass, 14.1/grade1 ge 98, 14.1/primary ge 2, 14.1/lower-secondary ge 2, 14.1/literacy ge 2
14.2/female ge 70, 14.2/male ge 70; 15.1/female ge 90, 15.1/male ge 90; 15.2 pass; 15.3 le 24; 15.4 ge 50; 16 open
17.1/total ge 35, 17.1/centralised ge 10; 17.2 ge 90; 17.3 pass; 17.4 ge 2; 17.5 pass; 17.6 ge 75; 17.7 ge 100; 17.8 ge 70; 17.9 ge 60
17.10 ge 100; 17.11 ge 30; 17.12 ge 50; 18.1 pass; 18.2 pass; 18.3 ge 100; 18.4 pass; 18.5 pass; 18.6 pass; 19.1 pass; 19.2 pass`

func handRows(tb testing.TB, of criteria.Demands) []handRow {
	tb.Helper()
	var rows []handRow
	cells := map[string]criteria.Cell{}
	for c := range of.Cells() {
		cells[c.Code] = c
	}
	for _, text := range split(handGoals, ";\n") {
		row := handRow{joined: 'a'}
		words := split(text, " ,")
		if words[0] == "f" || words[0] == "w" {
			row.joined, words = words[0][0], words[1:]
		}
		row.code = split(words[0], "/")[0]
		cell := cells[row.code]
		row.name, row.source, row.confidence = cell.Name.Vi, &cell.Source, cell.Confidence
		for len(words) > 0 {
			leaf := handLeaf{key: words[0], op: map[string]handOp{"ge": ge, "le": le, "none": none, "pass": pass, "open": open}[words[1]]}
			words = words[2:]
			if leaf.op == ge || leaf.op == le {
				n, err := strconv.Atoi(words[0])
				require.NoError(tb, err)
				leaf.goal, leaf.micros, words = decimal.New(int64(n), 0), int64(n)*1_000_000, words[1:]
			}
			row.leaves = append(row.leaves, leaf)
		}
		rows = append(rows, row)
	}
	require.Len(tb, rows, 57)
	return rows
}

func split(s, at string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(at, r) })
}

// handValue is a reading of the yardstick.
type handValue struct {
	number decimal.Decimal
	micros int64
	given  bool
	passed bool
	na     bool
}

type decimalLine struct {
	code, name string
	verdict    criteria.Verdict
	reading    decimal.Decimal
	goal       decimal.Decimal
	source     *rule.Source
	confidence rule.Confidence
}

type intLine struct {
	code, name         string
	verdict            criteria.Verdict
	reading, goal, gap int64
	source             *rule.Source
	confidence         rule.Confidence
}

// worse reports whether a leaf's verdict takes the place of its row's.
func worse(leaf, row criteria.Verdict) bool {
	return row == criteria.Met && leaf != criteria.Met || row == criteria.Unknown && leaf == criteria.NotMet
}

func overDecimals(rows []handRow, in []handValue, schools decimal.Decimal) []decimalLine {
	four := decimal.New(4, 0)
	trace := make([]decimalLine, len(rows))
	at := 0
	for i := range rows {
		row := &rows[i]
		line := &trace[i]
		line.code, line.name, line.source, line.confidence, line.verdict = row.code, row.name, row.source, row.confidence, criteria.Met
		for j := range row.leaves {
			leaf, r := &row.leaves[j], &in[at+j]
			if row.joined == 'w' && (j == 1 && schools.Cmp(four) < 0 || j == 2 && schools.Cmp(four) >= 0) {
				continue
			}
			if row.joined == 'f' && r.na {
				continue
			}
			verdict := criteria.NotMet
			switch {
			case leaf.op == open || !r.given:
				verdict = criteria.Unknown
			case leaf.op == pass && r.passed, leaf.op == ge && r.number.Cmp(leaf.goal) >= 0,
				leaf.op == le && r.number.Cmp(leaf.goal) <= 0, leaf.op == none && r.number.IsZero():
				verdict = criteria.Met
			}
			if j == 0 || worse(verdict, line.verdict) {
				line.verdict, line.reading, line.goal = verdict, r.number, leaf.goal
			}
			if row.joined == 'f' {
				break
			}
		}
		at += len(row.leaves)
	}
	return trace
}

func overInts(rows []handRow, in []handValue, schools int64) []intLine {
	trace := make([]intLine, len(rows))
	at := 0
	for i := range rows {
		row := &rows[i]
		line := &trace[i]
		line.code, line.name, line.source, line.confidence, line.verdict = row.code, row.name, row.source, row.confidence, criteria.Met
		for j := range row.leaves {
			leaf, r := &row.leaves[j], &in[at+j]
			if row.joined == 'w' && (j == 1 && schools < 4 || j == 2 && schools >= 4) {
				continue
			}
			if row.joined == 'f' && r.na {
				continue
			}
			verdict, gap := criteria.NotMet, int64(0)
			switch {
			case leaf.op == open || !r.given:
				verdict = criteria.Unknown
			case leaf.op == pass && r.passed, leaf.op == ge && r.micros >= leaf.micros,
				leaf.op == le && r.micros <= leaf.micros, leaf.op == none && r.micros == 0:
				verdict = criteria.Met
			case leaf.op == ge:
				gap = leaf.micros - r.micros
			case leaf.op == le, leaf.op == none:
				gap = r.micros - leaf.micros
			}
			if j == 0 || worse(verdict, line.verdict) {
				line.verdict, line.reading, line.goal, line.gap = verdict, r.micros, leaf.micros, gap
			}
			if row.joined == 'f' {
				break
			}
		}
		at += len(row.leaves)
	}
	return trace
}

// yard is one commune for all of them: 57 indicators, every reading given.
type yard struct {
	rows    []handRow
	in      []handValue
	schools int64
	dossier criteria.Dossier
	demands criteria.Demands
	bound   criteria.Bound
}

// newYard draws a commune; fine readings have two decimal places, so that their scale
// differs from the goals'.
func newYard(tb testing.TB, seed uint64, fine bool) yard {
	tb.Helper()
	set, err := national.ByID(national.ID318I)
	require.NoError(tb, err)
	y := yard{dossier: criteria.Dossier{
		Unit: fmt.Sprintf("%05d", seed), Standard: criteria.Basic, AsOf: rule.Day(2022, 6, 1), Year: 2022,
		Profile: criteria.Profile{Region: criteria.TDMNPB}, Readings: map[string]criteria.Reading{},
	}}
	y.demands, err = set.Demands(y.dossier)
	require.NoError(tb, err)
	y.rows = handRows(tb, y.demands)
	next := func(n uint64) uint64 { seed = seed*6364136223846793005 + 1442695040888963407; return (seed >> 33) % n }
	y.schools = int64(2 + next(4))
	y.dossier.Readings["@schools"] = criteria.Value(rule.Int(y.schools))
	drawn := map[string]handValue{}
	for _, row := range y.rows {
		for _, leaf := range row.leaves {
			v, again := drawn[leaf.key]
			if !again {
				v = y.draw(tb, leaf, fine, next)
				drawn[leaf.key] = v
			}
			y.in = append(y.in, v)
		}
	}
	y.bound, err = y.demands.Bind(y.dossier)
	require.NoError(tb, err)
	y.bound = y.bound.Accept(rule.Low)
	return y
}

// draw draws one reading, for the yardstick and for the dossier.
func (y *yard) draw(tb testing.TB, leaf handLeaf, fine bool, next func(uint64) uint64) handValue {
	tb.Helper()
	v := handValue{given: true}
	reading := criteria.Passed()
	switch {
	case leaf.key == "7/market" && next(2) == 0:
		v.na, reading = true, criteria.NotApplied()
	case leaf.op == pass:
		if v.passed = next(9) > 0; !v.passed {
			reading = criteria.Failed()
		}
	default:
		hundredths := int64(next(10001))
		if leaf.op == none {
			hundredths = int64(next(2)) * 100
		}
		if v.number = decimal.New(hundredths, -2); !fine {
			hundredths -= hundredths % 100
			v.number = decimal.New(hundredths/100, 0)
		}
		v.micros = hundredths * 10_000
		n, err := rule.NumberOf(v.number)
		require.NoError(tb, err)
		reading = criteria.Value(n)
	}
	y.dossier.Readings[leaf.key] = reading
	return v
}

// The lazy assessment holds everything that the traces of the yardstick hold, and the
// three agree: for a hundred communes, on every line and every field.
func TestTraceHoldsTheHandWrittenOne(t *testing.T) {
	t.Parallel()
	for seed := range uint64(100) {
		y := newYard(t, seed, seed%2 == 0)
		decimals, ints := overDecimals(y.rows, y.in, decimal.New(y.schools, 0)), overInts(y.rows, y.in, y.schools)
		a := y.bound.Assess()
		require.Empty(t, a.Findings())
		i := 0
		for l := range a.Lines() {
			byDecimal, byInt := decimals[i], ints[i]
			i++
			where := fmt.Sprintf("commune %d, %s", seed, l.Code)
			assert.Equal(t, byDecimal.code, l.Code, where)
			assert.Equal(t, byDecimal.name, l.Name.Vi, where)
			assert.Equal(t, byDecimal.verdict, l.Verdict, where)
			assert.Equal(t, byInt.verdict, l.Verdict, where)
			if l.Verdict == criteria.Unknown {
				continue
			}
			assert.Equal(t, byDecimal.source.Number, l.Source.Number, where)
			assert.LessOrEqual(t, byDecimal.confidence, l.Confidence, where)
			gap, known := l.Gap()
			if !known {
				continue // pass or fail
			}
			var deciding criteria.Line
			for part := range l.Parts() {
				if part.Reading.Number().Equal(l.Reading.Number()) && part.Verdict == l.Verdict {
					deciding = part
				}
			}
			want, err := rule.NumberOf(byDecimal.reading)
			require.NoError(t, err)
			if l.Verdict == criteria.NotMet {
				assert.True(t, want.Equal(l.Reading.Number()), where)
				assert.Contains(t, strings.Replace(deciding.Demand.In(rule.En), "none", "0", 1), byDecimal.goal.String(), where)
				assert.True(t, gap.Equal(rule.Fixed(byInt.gap, 6)), "%s: %s", where, gap)
			} else {
				assert.Zero(t, gap.Sign(), where)
			}
		}
		assert.Equal(t, 57, i)
	}
}

// Judging allocates the marks and nothing else.
func TestAllocations(t *testing.T) {
	y := newYard(t, 7, true)
	var a criteria.Assessment
	assert.InDelta(t, 1, testing.AllocsPerRun(100, func() { a = y.bound.Assess() }), 0)
	assert.InDelta(t, 0, testing.AllocsPerRun(100, func() { y.bound.AssessInto(&a) }), 0)
	assert.LessOrEqual(t, testing.AllocsPerRun(100, func() { _, _ = y.demands.Bind(y.dossier) }), 2.0)
}

var (
	sinkDecimals []decimalLine
	sinkInts     []intLine
	sink         criteria.Assessment
	sinkGap      rule.Number
)

func BenchmarkOneCommune(b *testing.B) {
	for _, scale := range []struct {
		name string
		fine bool
	}{{"same scale", false}, {"two places", true}} {
		y := newYard(b, 7, scale.fine)
		schools := decimal.New(y.schools, 0)
		run := func(name string, f func()) {
			b.Run(scale.name+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					f()
				}
			})
		}
		run("hand-written decimals", func() { sinkDecimals = overDecimals(y.rows, y.in, schools) })
		run("hand-written int64", func() { sinkInts = overInts(y.rows, y.in, y.schools) })
		run("Assess", func() { sink = y.bound.Assess() })
		run("AssessInto", func() { y.bound.AssessInto(&sink) })
		run("Bind", func() { _, _ = y.demands.Bind(y.dossier) })
		run("Assess and 57 gaps", func() {
			sink = y.bound.Assess()
			for l := range sink.Lines() {
				sinkGap, _ = l.Gap()
			}
		})
		set, err := national.ByID(national.ID318I)
		require.NoError(b, err)
		run("Set.Assess", func() { sink, _ = set.Assess(y.dossier) })
	}
}

// communes is how many there were in Việt Nam before the mergers of 2025.
const communes = 10_603

// province draws dossiers of many communes; they are met again and again, so that the
// benchmark measures judging and not the memory of its own input.
func province(tb testing.TB) (demands criteria.Demands, dossiers []criteria.Dossier) {
	tb.Helper()
	for seed := range uint64(200) {
		y := newYard(tb, seed, true)
		demands, dossiers = y.demands, append(dossiers, y.dossier)
	}
	return demands, dossiers
}

// judge binds and judges the communes from first to last into verdicts, one room for all.
func judgeCommunes(tb testing.TB, demands criteria.Demands, dossiers []criteria.Dossier, verdicts []criteria.Verdict, first, last int) {
	var a criteria.Assessment
	for i := first; i < last; i++ {
		b, err := demands.Bind(dossiers[i%len(dossiers)])
		if err != nil {
			tb.Error(err)
			return
		}
		b.Accept(rule.Low).AssessInto(&a)
		verdicts[i] = a.Verdict()
	}
}

func inParallel(workers, n int, do func(first, last int)) {
	var all sync.WaitGroup
	for w := range workers {
		all.Go(func() { do(w*n/workers, (w+1)*n/workers) })
	}
	all.Wait()
}

// Many workers share demands, and find what one finds.
func TestCommunesInParallel(t *testing.T) {
	t.Parallel()
	demands, dossiers := province(t)
	one, many := make([]criteria.Verdict, communes), make([]criteria.Verdict, communes)
	judgeCommunes(t, demands, dossiers, one, 0, communes)
	inParallel(8, communes, func(first, last int) { judgeCommunes(t, demands, dossiers, many, first, last) })
	assert.Equal(t, one, many)
}

func BenchmarkCommunes(b *testing.B) {
	demands, dossiers := province(b)
	verdicts := make([]criteria.Verdict, communes)
	for _, c := range []struct {
		name    string
		workers int
		n       int
	}{{"1,000 by one", 1, 1_000}, {"10,603 by one", 1, communes}, {"10,603 by two", 2, communes}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				inParallel(c.workers, c.n, func(first, last int) { judgeCommunes(b, demands, dossiers, verdicts, first, last) })
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(c.n), "ns/commune")
		})
	}
}
