package evaluationtest

import (
	"math/big"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// This file calculates what a sheet comes to from the table alone, with big.Rat: it asks
// nothing of the scheme.

// leaf is a line without lines of its own.
type leaf struct {
	evaluation.Line
	factor *big.Rat // what a point of it is in the whole
	side   evaluation.Side
}

func leavesOf(lines []evaluation.Line, factor *big.Rat, side evaluation.Side) []leaf {
	var all []leaf
	for _, l := range lines {
		of := side
		if l.Side != evaluation.Counts {
			of = l.Side
		}
		if len(l.Lines) == 0 {
			all = append(all, leaf{l, factor, of})
			continue
		}
		below := factor
		if l.Scaled {
			below = new(big.Rat).Mul(factor, new(big.Rat).Quo(l.Max.Rat(), maximaOf(l.Lines)))
		}
		all = append(all, leavesOf(l.Lines, below, of)...)
	}
	return all
}

// maximaOf is what lines could come to.
func maximaOf(lines []evaluation.Line) *big.Rat {
	sum := new(big.Rat)
	for _, l := range lines {
		if l.Max.Known() || len(l.Lines) == 0 {
			sum.Add(sum, l.Max.Rat())
		} else {
			sum.Add(sum, maximaOf(l.Lines))
		}
	}
	return sum
}

func ratOf(text string) *big.Rat {
	r, _ := new(big.Rat).SetString(text)
	return r
}

var hundred = big.NewRat(100, 1)

// any reports whether the line takes any points up to its maximum.
func (l leaf) any() bool { return l.Marks.Way == evaluation.Graded }

// least is the mark of nothing, and whether the line takes any points.
func (l leaf) least() (evaluation.Mark, bool) {
	switch l.Marks.Way {
	case evaluation.Counted:
		return evaluation.Count(0), false
	case evaluation.ByRate:
		return evaluation.Percent(rule.Int(0)), false
	}
	return evaluation.Points(rule.Int(0)), l.any()
}

// marks are all marks of a line that does not take any points.
func (l leaf) marks() []evaluation.Mark {
	least, _ := l.least()
	all := []evaluation.Mark{least}
	switch l.Marks.Way {
	case evaluation.Counted:
		for n := int64(1); n <= 50; n++ {
			all = append(all, evaluation.Count(n))
			if points := l.points(evaluation.Count(n)); l.Max.Known() && points.Cmp(l.Max.Rat()) == 0 {
				break
			}
		}
	case evaluation.ByStage, evaluation.ByRate:
		for _, level := range l.Marks.Levels {
			m := evaluation.Points(level.Points)
			if l.Marks.Way == evaluation.ByRate {
				from := level.From
				if level.Above {
					from = from.Add(rule.MustNumber("0.001"))
				}
				m = evaluation.Percent(from)
			}
			all = append(all, m)
		}
	}
	return all
}

// best is the mark that pays most.
func (l leaf) best() evaluation.Mark {
	if l.any() {
		if !l.Max.Known() {
			return evaluation.Points(rule.Int(1))
		}
		return evaluation.Points(l.Max)
	}
	all := l.marks()
	return slices.MaxFunc(all, func(a, b evaluation.Mark) int { return l.points(a).Cmp(l.points(b)) })
}

// top is the most that the line pays, without what is above 100 %.
func (l leaf) top() *big.Rat { return l.points(l.best()) }

// some is one of the marks of a line.
func (l leaf) some(i int) evaluation.Mark {
	switch {
	case !l.any():
		all := l.marks()
		return all[i%len(all)]
	case !l.Max.Known():
		return evaluation.Points(rule.Int(int64(i % 3)))
	case i%7 == 3:
		return evaluation.Percent(rule.Fixed(int64(i%10_000), 2))
	case i%7 == 5 && l.Marks.Over != evaluation.OverRefused:
		return evaluation.Share(int64(i%9+8), 8)
	}
	return evaluation.Share(int64(i%5+1), int64(2*i+7))
}

// upTo is the mark that gives most of some points of the whole, and what it gives.
func (l leaf) upTo(left *big.Rat) (evaluation.Mark, *big.Rat) {
	mark, _ := l.least()
	if l.side != evaluation.Counts || left.Sign() <= 0 || l.any() && l.Max.Sign() == 0 {
		return mark, new(big.Rat)
	}
	if !l.any() {
		best := new(big.Rat)
		for _, m := range l.marks() {
			if p := new(big.Rat).Mul(l.points(m), l.factor); p.Cmp(left) <= 0 && p.Cmp(best) > 0 {
				mark, best = m, p
			}
		}
		return mark, best
	}
	part := new(big.Rat).Quo(left, new(big.Rat).Mul(l.Max.Rat(), l.factor))
	if part.Cmp(big.NewRat(1, 1)) > 0 {
		part.SetInt64(1)
	}
	m, err := evaluation.ParseMark(part.Num().String() + "/" + part.Denom().String())
	if err != nil {
		return mark, new(big.Rat)
	}
	return m, part.Mul(part, new(big.Rat).Mul(l.Max.Rat(), l.factor))
}

// points is what a mark gives on the line's own scale.
func (l leaf) points(m evaluation.Mark) *big.Rat {
	text := m.String()
	events, isCount := strings.CutSuffix(text, "x")
	percent, isPercent := strings.CutSuffix(text, "%")
	switch {
	case isCount:
		p := new(big.Rat).Mul(ratOf(events), l.Marks.Each.Rat())
		if l.Max.Known() && p.Cmp(l.Max.Rat()) > 0 {
			return l.Max.Rat()
		}
		return p
	case !isPercent && !strings.Contains(text, "/"):
		return ratOf(text)
	}
	rate := ratOf(percent)
	if isPercent {
		rate.Quo(rate, hundred)
	}
	if l.Marks.Way == evaluation.ByRate {
		paid := new(big.Rat)
		for _, level := range l.Marks.Levels {
			c := new(big.Rat).Mul(rate, hundred).Cmp(level.From.Rat())
			if c > 0 || c == 0 && !level.Above {
				paid = level.Points.Rat()
			}
		}
		return paid
	}
	if l.Marks.Over == evaluation.OverCapped && rate.Cmp(big.NewRat(1, 1)) > 0 {
		rate.SetInt64(1)
	}
	return rate.Mul(rate, l.Max.Rat())
}

// calculated is what a sheet comes to.
type calculated struct {
	lines *big.Rat // the sum of the lines of the scale
	total *big.Rat
	band  int
}

// calculate adds up a sheet in which every line has a mark or no task.
func (s suite) calculate(sheet evaluation.Sheet) calculated {
	sums := map[evaluation.Side]*big.Rat{evaluation.Counts: new(big.Rat), evaluation.Adds: new(big.Rat), evaluation.Deducts: new(big.Rat)}
	outOf := s.table.Max.Rat()
	points := map[string]*big.Rat{}
	for _, e := range sheet.Entries {
		l := s.leaves[slices.IndexFunc(s.leaves, func(l leaf) bool { return l.Code == e.Line })]
		m := e.Verified
		if len(e.Others) > 0 {
			m = e.Others[0].Mark
		}
		own := new(big.Rat)
		switch {
		case e.NotAssigned && s.table.Unassigned == evaluation.UnassignedFull:
			own = l.top()
		case e.NotAssigned:
			outOf.Sub(outOf, l.Max.Rat())
		default:
			own = l.points(m)
			if s.table.RoundAt == evaluation.RoundLines {
				own = s.round(own)
			}
		}
		points[l.Code] = own
		sums[l.side].Add(sums[l.side], new(big.Rat).Mul(own, l.factor))
	}
	total := new(big.Rat).Add(sums[evaluation.Counts], sums[evaluation.Adds])
	if s.table.Bonus == evaluation.AdjustCapped && total.Cmp(outOf) > 0 && sums[evaluation.Adds].Sign() >= 0 && s.sided() {
		total.Set(outOf)
	}
	total.Sub(total, sums[evaluation.Deducts])
	if s.table.Penalty == evaluation.AdjustCapped && total.Sign() < 0 {
		total.SetInt64(0)
	}
	if s.table.RoundAt == evaluation.RoundTotal {
		total = s.round(total)
	}
	band := -1
	if outOf.Sign() > 0 {
		band = s.lowered(s.band(new(big.Rat).Quo(new(big.Rat).Mul(total, s.table.Max.Rat()), outOf)), points)
	}
	return calculated{sums[evaluation.Counts], total, band}
}

func (s suite) sided() bool {
	return slices.ContainsFunc(s.leaves, func(l leaf) bool { return l.side != evaluation.Counts })
}

// round rounds as the table says.
func (s suite) round(v *big.Rat) *big.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(s.table.Places)), nil)
	scaled := new(big.Rat).Mul(v, new(big.Rat).SetInt(scale))
	whole, rest := new(big.Int).QuoRem(scaled.Num(), scaled.Denom(), new(big.Int))
	away := s.table.Rounding == rule.Up && rest.Sign() != 0
	if s.table.Rounding == rule.HalfAway {
		away = new(big.Int).Mul(rest.Abs(rest), big.NewInt(2)).Cmp(scaled.Denom()) >= 0
	}
	if away {
		whole.Add(whole, big.NewInt(int64(v.Sign())))
	}
	return new(big.Rat).SetFrac(whole, scale)
}

// band is a band of the table, from the lowest.
type band struct {
	code         string
	from, to     *big.Rat
	above, below bool
}

func bandsOf(t evaluation.Table) []band {
	var all []band
	if th := t.Thresholds; th.Excellent.Known() {
		return []band{
			{"not-completed", new(big.Rat), th.Completed.Rat(), false, !th.Above.Completed},
			{"completed", th.Completed.Rat(), th.Good.Rat(), th.Above.Completed, !th.Above.Good},
			{"good", th.Good.Rat(), th.Excellent.Rat(), th.Above.Good, !th.Above.Excellent},
			{"excellent", th.Excellent.Rat(), t.Max.Rat(), th.Above.Excellent, false},
		}
	}
	for _, b := range t.Bands {
		code := b.Code
		if code == "" {
			code = b.Rating.String()
		}
		to := b.To
		if !to.Known() {
			to = t.Max
		}
		all = append(all, band{code, b.From.Rat(), to.Rat(), b.Above, b.Below})
	}
	slices.SortFunc(all, func(a, b band) int {
		if c := a.from.Cmp(b.from); c != 0 || a.above == b.above {
			return c
		} else if a.above {
			return 1
		}
		return -1
	})
	return all
}

// band is the place of the band of a score; -1 where there is none.
func (s suite) band(score *big.Rat) int {
	for i, b := range s.bands {
		low, high := score.Cmp(b.from), score.Cmp(b.to)
		if (i == 0 || low > 0 || low == 0 && !b.above) && (i == len(s.bands)-1 || high < 0 || high == 0 && !b.below) {
			return i
		}
	}
	return -1
}

// lowered is the band that is left where a line has fewer points than a condition demands.
func (s suite) lowered(at int, points map[string]*big.Rat) int {
	for _, authority := range []bool{false, true} {
		for _, c := range s.table.Conditions {
			of := slices.IndexFunc(s.bands, func(b band) bool { return b.code == c.Of })
			if c.Line == "" || c.AuthorityDecides != authority || at < of || s.of(c.Line, points).Cmp(c.Least.Rat()) >= 0 {
				continue
			}
			if at = of - 1; authority {
				return -1
			}
		}
	}
	return at
}

// of is the points of a line or heading on its own scale.
func (s suite) of(code string, points map[string]*big.Rat) *big.Rat {
	var find func(lines []evaluation.Line) *evaluation.Line
	find = func(lines []evaluation.Line) *evaluation.Line {
		for i := range lines {
			if lines[i].Code == code {
				return &lines[i]
			}
			if l := find(lines[i].Lines); l != nil {
				return l
			}
		}
		return nil
	}
	line := find(s.table.Lines)
	if len(line.Lines) == 0 {
		return points[code]
	}
	sum := new(big.Rat)
	for _, l := range line.Lines {
		sum.Add(sum, s.of(l.Code, points))
	}
	if line.Scaled {
		sum.Mul(sum, new(big.Rat).Quo(line.Max.Rat(), maximaOf(line.Lines)))
	}
	return sum
}

// bounds are what a sheet without marks may come to; most is nil where nothing bounds it.
func (s suite) bounds() (least, most *big.Rat) {
	least, most = new(big.Rat), s.table.Max.Rat() // less what the document's own slips take
	open := false
	for _, l := range s.leaves {
		switch {
		case l.side == evaluation.Deducts && s.table.Penalty == evaluation.AdjustUncapped:
			least.Sub(least, l.top())
		case l.side == evaluation.Adds:
			most.Add(most, l.top())
		case l.side == evaluation.Counts && l.Max.Known():
			most.Sub(most, new(big.Rat).Mul(new(big.Rat).Sub(l.Max.Rat(), l.top()), l.factor))
		}
		open = open || l.Marks.Over == evaluation.OverCounts || l.side == evaluation.Adds && !l.Max.Known()
	}
	if s.table.Bonus == evaluation.AdjustCapped && s.sided() && most.Cmp(s.table.Max.Rat()) > 0 {
		most = s.table.Max.Rat()
	}
	if s.table.RoundAt == evaluation.RoundTotal {
		least, most = s.round(least), s.round(most)
	}
	if open && (s.table.Bonus != evaluation.AdjustCapped || !s.sided()) {
		return least, nil
	}
	return least, most
}

const unrated = "unrated"

// codeOf is the code of a result's band.
func codeOf(r evaluation.Result) string {
	if band, given := r.Band(); given {
		return band.Code
	}
	return unrated
}

// placeOf is the place of a result's band; -1 where it has none.
func (s suite) placeOf(r evaluation.Result) int {
	return slices.IndexFunc(s.bands, func(b band) bool { return b.code == codeOf(r) })
}

func (s suite) name(at int) string {
	if at < 0 {
		return unrated
	}
	return s.bands[at].code
}
