package criteria

import (
	"iter"
	"math/big"
	"slices"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Line is one indicator of an assessment, or one part of an indicator, with what it
// rests on. Where an indicator has parts, its Reading, Source and Confidence are those
// of the part that decides; [Line.Parts] gives all.
type Line struct {
	Code      string    `json:"code"`
	Name      rule.Text `json:"name,omitzero"`
	Criterion int       `json:"criterion"`
	Verdict   Verdict   `json:"verdict"`
	// Stated says that the verdict is a publication's, not checked from readings.
	Stated bool `json:"stated,omitempty"`
	// Reason is why the verdict is Unknown.
	Reason  Reason      `json:"reason,omitzero"`
	Reading Reading     `json:"reading"`
	Demand  Requirement `json:"demand"`
	Unit    string      `json:"unit,omitempty"`
	// Source and Confidence are those of the cell that decides.
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
	// Missing is the keys of the readings that are missing here and would decide.
	Missing []string `json:"missing,omitempty"`
	// MayNotApply says that the reading "n/a" is allowed and counts as reached.
	MayNotApply bool `json:"mayNotApply,omitempty"`

	view *view
	at   uint16 // the step that decides
	root uint16
	read *basis // of a line that was read from JSON
}

// Lines goes through the indicators that have one of the verdicts, in the order of
// the set; without verdicts, through all.
func (a Assessment) Lines(verdicts ...Verdict) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		if a.c == nil {
			return
		}
		var l Line
		for i := range a.c.criteria {
			k := &a.c.criteria[i]
			for n := k.first; n < k.last; n++ {
				if len(verdicts) > 0 && !slices.Contains(verdicts, a.marks[n].verdict) {
					continue
				}
				a.line(&l, k.No, n)
				if !yield(l) {
					return
				}
			}
		}
	}
}

// Line is that of one indicator; false where no row that holds on the day has the code.
func (a Assessment) Line(code string) (l Line, found bool) {
	if a.c == nil {
		return l, false
	}
	slot, has := a.c.slots[code]
	n := slices.IndexFunc(a.c.rows, func(r row) bool { return has && r.slot == slot })
	if n < 0 {
		return l, false
	}
	k := slices.IndexFunc(a.c.criteria, func(k group) bool { return n < k.last })
	a.line(&l, a.c.criteria[k].No, n)
	return l, true
}

// line fills one line; it is large, and copied once.
func (a *Assessment) line(l *Line, criterion, n int) {
	row, m := &a.c.rows[n], a.marks[n]
	l.Code, l.Name, l.Criterion, l.Unit, l.Demand, l.MayNotApply = row.Code, row.Name, criterion, row.Unit, requirementOf(row.demand), row.MayNotApply
	l.Verdict, l.Stated, l.Reason = m.verdict, m.stated, m.reason
	l.view, l.root, l.at = &a.view, row.root, a.decider(row.root)
	l.cite()
	if m.stated || !l.take() {
		l.Reading = a.reading(row.slot)
	}
	l.Missing = nil
	if m.verdict == Unknown {
		l.Missing = a.missing(row.root)
	}
}

// cite takes source and confidence from the step that decides.
func (l *Line) cite() {
	c := l.view.c
	at := &c.steps[l.at]
	l.Confidence = at.conf
	if from := c.abouts[at.about].cite; from != nil {
		l.Source = from.Source
	} else {
		l.Source = rule.Source{}
	}
}

// take takes the reading of the step that decides, where there is one.
func (l *Line) take() bool {
	at := &l.view.c.steps[l.at]
	if at.op == algebra.Unstated || !l.view.vals[at.slot].isGiven() {
		return false
	}
	l.Reading = l.view.reading(at.slot)
	return true
}

// decider is the step below a step from which its verdict comes.
func (v *view) decider(at uint16) uint16 {
	l := &v.c.steps[at]
	kids := v.c.kids[l.first:l.last]
	if len(kids) == 0 {
		return at
	}
	if l.op == algebra.When {
		switch v.judge(kids[0]).verdict {
		case Met:
			return v.decider(kids[1])
		case NotMet:
			return v.decider(kids[2])
		}
		if v.judge(kids[1]) != v.judge(kids[2]) {
			return v.decider(kids[0])
		}
		return v.decider(kids[1])
	}
	whole := v.judge(at)
	for _, k := range kids {
		if v.judge(k) == whole {
			return v.decider(k)
		}
	}
	return v.decider(kids[0])
}

// missing is the keys of readings that are missing, or of no use, in steps that could be
// judged.
func (v *view) missing(at uint16) []string {
	var keys gathered
	v.gatherMissing(at, &keys)
	return keys.all
}

// gathered is keys, each once, in their order.
type gathered struct {
	all  []string
	seen map[string]bool // of many
}

func (g *gathered) add(key string) {
	const few = 16
	switch {
	case len(g.all) < few:
		g.all = appendNew(g.all, key)
		return
	case g.seen == nil:
		g.seen = make(map[string]bool, 2*few)
		for _, k := range g.all {
			g.seen[k] = true
		}
	}
	if !g.seen[key] {
		g.seen[key] = true
		g.all = append(g.all, key)
	}
}

func (v *view) gatherMissing(at uint16, keys *gathered) {
	l := &v.c.steps[at]
	kids := v.c.kids[l.first:l.last]
	if l.op == algebra.When {
		switch v.judge(kids[0]).verdict {
		case Met:
			v.gatherMissing(kids[1], keys)
			return
		case NotMet:
			v.gatherMissing(kids[2], keys)
			return
		}
	}
	for _, k := range kids {
		v.gatherMissing(k, keys)
		if l.op == algebra.FirstOf && v.judge(k).verdict != NotApplicable {
			break
		}
	}
	if len(kids) > 0 {
		return
	}
	switch found := v.judge(at); found.reason {
	case NoReading, NotExact, Misfit, OtherStandard, StageTooLow:
		before := &v.vals[l.slot2]
		again := l.previous && (before.kind != kindValue || before.stage < v.stage || v.fraction(l.slot2).Sign() <= 0 || v.otherBefore(l))
		if now := &v.vals[l.slot]; !again || now.kind != kindValue || now.stage < v.stage || v.otherStandard(l, l.slot) {
			keys.add(v.c.keys[l.slot])
		}
		if again {
			keys.add(v.c.keys[l.slot2])
		}
	}
}

// Parts goes through the parts of an indicator, each with the key of its reading as its
// code: "17.1/centralised", "12.1/female", and the attributes on which it depends. A part that
// the table leaves open has the indicator's code.
func (l Line) Parts() iter.Seq[Line] {
	return func(yield func(Line) bool) {
		if l.view == nil {
			l.storedParts(yield)
			return
		}
		going := true
		l.view.c.leaves(l.root, func(at uint16) {
			if going {
				going = yield(l.part(at))
			}
		})
	}
}

// part is the line of one step.
func (l *Line) part(at uint16) Line {
	v := l.view
	s, found := &v.c.steps[at], v.judge(at)
	part := Line{
		Code: l.Code, Criterion: l.Criterion, Unit: l.Unit, Demand: requirementOf(v.c.abouts[s.about].whole),
		Verdict: found.verdict, Reason: found.reason, Missing: v.missing(at), view: v, at: at, root: at,
	}
	part.cite()
	part.take()
	if at == l.root || s.op == algebra.Unstated {
		part.Demand = l.Demand
	}
	if s.op == algebra.Unstated {
		if at != l.root {
			return part
		}
		if part.MayNotApply = l.MayNotApply; v.vals[v.c.slots[l.Code]].isGiven() {
			part.Reading = l.Reading // what was given of a row that is open as a whole
		}
		return part
	}
	part.Code, part.MayNotApply = v.c.keys[s.slot], s.naOK
	if isAttribute(part.Code) {
		part.Unit = "" // that of the indicator is another one
	}
	return part
}

// GapCounts reports whether the gap is a count of cases (households, people), rounded up,
// and not in the unit of the indicator: so it is where the reading is a share.
func (l Line) GapCounts() bool { return l.Reading.kind == kindShare }

// Gap is how far the reading is from its goal: 0 where it is reached, in the unit of
// the indicator, or a count: see [Line.GapCounts]. It is known where one number is held
// against a demand for a number; where an indicator has parts, it is that of the part
// that decides.
func (l Line) Gap() (gap rule.Number, known bool) {
	if l.view == nil || l.Stated {
		return l.storedGap()
	}
	c := &l.view.c.steps[l.at]
	if c.op == algebra.Unstated || c.op == algebra.Pass || c.op.Excludes() || c.reason != Decided || c.conf < l.view.floor && c.numeric {
		return rule.Number{}, false
	}
	s := &l.view.vals[c.slot]
	switch {
	case l.Verdict == NotApplicable, s.stage < l.view.stage, l.view.otherStandard(c, c.slot):
		return rule.Number{}, false
	case s.kind == kindValue && !c.exact && !c.previous && !s.exact:
		return l.quickGap(c, s), true
	case (s.kind == kindValue || s.kind == kindShare) && l.view.leaf(c).verdict != Unknown:
		return l.exactGap(c, s)
	default:
		return rule.Number{}, false
	}
}

// quickGap is the difference of two numbers of whole millionths, printed with the
// digits of the finer one.
func (l *Line) quickGap(c *step, s *val) rule.Number {
	var short int64
	switch {
	case s.v < c.lo:
		short = c.lo - s.v
	case s.v > c.hi:
		short = s.v - c.hi
	default:
		return zero
	}
	n := l.view.c.abouts[c.about].leaf
	fine := min(decimals, max(n.Lo.Places(), n.Hi.Places(), int(s.fine)))
	for range decimals - fine {
		short /= 10
	}
	return rule.Fixed(short, fine)
}

// exactGap is the gap by fractions: of a share, of a multiple of the earlier value, of
// numbers that do not fit.
func (l *Line) exactGap(c *step, s *val) (rule.Number, bool) {
	n := l.view.c.abouts[c.about].leaf
	goal := func(x rule.Number) *big.Rat { return x.Rat() }
	if c.previous {
		before := l.view.reading(c.slot2) // a number: else the verdict is unknown
		goal = func(x rule.Number) *big.Rat { return new(big.Rat).Mul(x.Rat(), before.first().Rat()) }
	}
	short, have := new(big.Rat), l.view.fraction(c.slot)
	switch {
	case c.hasLow() && have.Cmp(goal(n.Lo)) < 0:
		short.Sub(goal(n.Lo), have)
	case c.hasHigh() && have.Cmp(goal(n.Hi)) > 0:
		short.Sub(have, goal(n.Hi))
	}
	if s.kind == kindShare {
		return wholeCount(short.Mul(short, l.Reading.second().Rat()))
	}
	gap, err := rule.ParseNumber(trimmed(short))
	return gap, err == nil
}

// wholeCount turns percent of a whole into a count, rounded up.
func wholeCount(percent *big.Rat) (rule.Number, bool) {
	percent.Quo(percent, big.NewRat(100, 1))
	n, rest := new(big.Int).QuoRem(percent.Num(), percent.Denom(), new(big.Int))
	if rest.Sign() != 0 {
		n.Add(n, big.NewInt(1))
	}
	gap, err := rule.ParseNumber(n.String())
	return gap, err == nil
}

// trimmed writes a fraction whose denominator has only the factors 2 and 5.
func trimmed(x *big.Rat) string {
	digits, _ := x.FloatPrec()
	return x.FloatString(digits)
}

// Heading is one criterion of an assessment.
type Heading struct {
	No      int       `json:"no"`
	Name    rule.Text `json:"name"`
	Verdict Verdict   `json:"verdict"`
	Stated  bool      `json:"stated,omitempty"` // rests on a statement, not on readings alone
	Reason  Reason    `json:"reason,omitzero"`
	// Reading is what was stated of the criterion, as far as it can be used: a verdict, or a
	// count of its indicators.
	Reading Reading `json:"reading,omitzero"`
}

// Headings goes through the criteria that have one of the verdicts, in the order of
// the set; without verdicts, through all.
func (a Assessment) Headings(verdicts ...Verdict) iter.Seq[Heading] {
	return func(yield func(Heading) bool) {
		if a.c == nil {
			return
		}
		for i, m := range a.marks[len(a.c.rows):] {
			if len(verdicts) > 0 && !slices.Contains(verdicts, m.verdict) {
				continue
			}
			if !yield(a.heading(i)) {
				return
			}
		}
	}
}

func (a *Assessment) heading(i int) Heading {
	k, m := &a.c.criteria[i], a.marks[len(a.c.rows)+i]
	return Heading{k.No, k.Name, m.verdict, m.stated, m.reason, a.used(k.slot)}
}
