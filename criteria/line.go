package criteria

import (
	"iter"
	"math/big"
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Line is one indicator of an assessment, with what it rests on.
type Line struct {
	Code      string    `json:"code"`
	Name      rule.Text `json:"name"`
	Criterion int       `json:"criterion"`
	Verdict   Verdict   `json:"verdict"`
	// Stated says that the verdict is a publication's, not checked from readings.
	Stated bool `json:"stated,omitempty"`
	// Reason is why the verdict is Unknown.
	Reason  Reason      `json:"reason,omitzero"`
	Reading Reading     `json:"reading"`
	Demand  Requirement `json:"demand"`
	Unit    string      `json:"unit,omitempty"`
	// Source and Confidence are those of the cell that decides, or of the row's first.
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
	// Missing is the keys of the readings that are missing here.
	Missing []string `json:"missing,omitempty"`

	leaf *cell
}

// Lines goes through the indicators that have one of the verdicts, in the order of
// the set; without verdicts, through all.
func (a Assessment) Lines(verdicts ...Verdict) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		if a.c == nil {
			return
		}
		for i, k := range a.c.criteria {
			for n := k.first; n < k.last; n++ {
				if (len(verdicts) == 0 || slices.Contains(verdicts, a.rows[n].verdict)) && !yield(a.line(i, n)) {
					return
				}
			}
		}
	}
}

func (a *Assessment) line(criterion, n int) Line {
	row, r := a.c.rows[n], a.rows[n]
	l := Line{
		Code: row.ind.Code, Name: row.ind.Name, Criterion: a.c.criteria[criterion].criterion.No,
		Verdict: r.verdict, Stated: r.stated, Reason: r.reason, Reading: a.slots[row.slot],
		Demand: Requirement{row.demand}, Unit: row.ind.Unit,
	}
	leaves := a.leaves(row.root)
	for i, c := range leaves {
		reading := a.slots[c.slot]
		if reading.kind == kindNone && !r.stated && r.verdict == Unknown {
			l.Missing = append(l.Missing, a.c.keys[c.slot])
		}
		if i == 0 || l.leaf == nil && reading.kind != kindNone {
			l.Confidence = c.conf
			if c.cite != nil {
				l.Source = c.cite.Source
			}
		}
		if l.leaf == nil && reading.kind != kindNone {
			l.leaf = c
			l.Reading = reading
		}
	}
	return l
}

// Gap is how far the reading is from its goal: 0 where it is reached, in the unit of
// the indicator, and for a share in counts (households), rounded up to whole ones. It
// is known where one number is held against one number.
func (l Line) Gap() (gap rule.Number, known bool) {
	c := l.leaf
	if c == nil || c.unknown || c.previous || (c.op != opAtLeast && c.op != opAtMost) || l.Stated || l.Reason == CellUnlikely {
		return rule.Number{}, false
	}
	goal := c.leaf.lo
	if c.op == opAtMost {
		goal = c.leaf.hi
	}
	switch l.Reading.kind {
	case kindValue:
		gap = goal.Sub(l.Reading.value)
		if c.op == opAtMost {
			gap = l.Reading.value.Sub(goal)
		}
		if gap.Known() && gap.Sign() < 0 {
			gap = rule.Int(0)
		}
		return gap, gap.Known()
	case kindShare:
		return shareGap(l.Reading, goal, c.op)
	default:
		return rule.Number{}, false
	}
}

// shareGap counts how many more, or how many fewer, reach the goal.
func shareGap(r Reading, goal rule.Number, o op) (rule.Number, bool) {
	need := new(big.Rat).Mul(goal.Rat(), r.whole.Rat())
	need.Quo(need, big.NewRat(100, 1))
	lack := new(big.Rat).Sub(need, r.value.Rat())
	if o == opAtMost {
		lack.Neg(lack)
	}
	if lack.Sign() <= 0 {
		return rule.Int(0), true
	}
	whole := new(big.Int).Quo(lack.Num(), lack.Denom())
	if !lack.IsInt() {
		whole.Add(whole, big.NewInt(1))
	}
	if !whole.IsInt64() {
		return rule.Number{}, false
	}
	return rule.Int(whole.Int64()), true
}

// Heading is one criterion of an assessment.
type Heading struct {
	No      int       `json:"no"`
	Name    rule.Text `json:"name"`
	Verdict Verdict   `json:"verdict"`
	Stated  bool      `json:"stated,omitempty"` // rests on a statement, not on readings alone
	Reason  Reason    `json:"reason,omitzero"`
}

// Headings goes through the criteria that have one of the verdicts, in the order of
// the set; without verdicts, through all.
func (a Assessment) Headings(verdicts ...Verdict) iter.Seq[Heading] {
	return func(yield func(Heading) bool) {
		if a.c == nil {
			return
		}
		for i, k := range a.c.criteria {
			r := a.criteria[i]
			if len(verdicts) > 0 && !slices.Contains(verdicts, r.verdict) {
				continue
			}
			if !yield(Heading{k.criterion.No, k.criterion.Name, r.verdict, r.stated, r.reason}) {
				return
			}
		}
	}
}
