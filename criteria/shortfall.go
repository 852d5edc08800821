package criteria

import (
	"cmp"
	"math"
	"slices"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
)

// Shortfall is what keeps a commune from the standard, in the order of the set: the
// indicators, or the parts of them, that would have to change or become known. Each is in
// one group.
type Shortfall struct {
	Numbers    []Line `json:"numbers"`    // not met by a number: Gap says how far
	Conditions []Line `json:"conditions"` // not met, and no number
	Unknown    []Line `json:"unknown"`    // Reason says why, Missing which readings would decide
}

// Shortfall lists what would reach the standard. Where one of several ways is enough (Any),
// each way is listed. Where a condition is not known and neither case is reached, the list has
// what each case lacks. A criterion or a set that is reached, by readings or by a statement,
// adds nothing. [Heading] and [Assessment.Caveats] tell of statements that clash.
func (a Assessment) Shortfall() Shortfall {
	var out Shortfall
	var row Line
	lists, last := out.lists(), -1
	a.eachLack(func(criterion, n int, at uint16, l lack) {
		if n != last {
			a.line(&row, criterion, n)
			last = n
		}
		if at == a.c.rows[n].root && (a.marks[n].stated || a.marks[n].reason == StatementsClash) {
			*lists[l] = append(*lists[l], row)
			return
		}
		part := row.part(at)
		part.Name = row.Name
		*lists[l] = append(*lists[l], part)
	})
	return out
}

// eachLack goes through the steps that keep the commune from the standard, in the order of the
// set; the root of a row stands for a row that is stated.
func (a *Assessment) eachLack(visit func(criterion, n int, at uint16, l lack)) {
	if a.c == nil || a.whole.verdict == Met {
		return
	}
	var room []uint16
	for i := range a.c.criteria {
		k := &a.c.criteria[i]
		if a.marks[len(a.c.rows)+i].verdict == Met {
			continue
		}
		for n := k.first; n < k.last; n++ {
			root, m := a.c.rows[n].root, a.marks[n]
			switch {
			case m.verdict != NotMet && m.verdict != Unknown:
			case m.stated || m.reason == StatementsClash:
				visit(k.No, n, root, lackOf(m.verdict, false))
			default:
				room = a.shortOf(root, room[:0], func(at uint16) {
					s := &a.c.steps[at]
					number := s.numeric || s.op != algebra.Unstated && a.vals[s.slot].kind == kindValue
					visit(k.No, n, at, lackOf(a.judge(at).verdict, number))
				})
			}
		}
	}
}

func lackOf(v Verdict, number bool) lack {
	switch {
	case v == Unknown:
		return lackUnknown
	case number:
		return lackNumber
	default:
		return lackCondition
	}
}

// shortOf goes through the steps that keep a row from being met.
func (v *view) shortOf(root uint16, room []uint16, visit func(at uint16)) []uint16 {
	steps := v.short(root, room)
	for _, at := range v.strongest(steps) {
		visit(at)
	}
	return steps
}

// lacks notes of each step what it lacks.
func (a *Assessment) lacks() []lack {
	var marks []lack
	a.eachLack(func(_, _ int, at uint16, l lack) {
		if marks == nil {
			marks = make([]lack, len(a.c.steps))
		}
		marks[at] = l
	})
	return marks
}

// alikeStep is what two steps have in common of which one can imply the other: to reach one of
// the same reading, judged alike, is to reach all that ask less.
type alikeStep struct {
	op       algebra.Op
	slot     uint16
	previous bool
	measured string
	judged   judged
}

// strongest leaves out the steps that are reached once another is.
func (v *view) strongest(steps []uint16) []uint16 {
	if len(steps) < 2 {
		return steps
	}
	alike := make(map[alikeStep][]int, len(steps))
	for i, at := range steps {
		l := &v.c.steps[at]
		if l.op == algebra.Unstated || l.exact {
			continue
		}
		of := alikeStep{l.op, l.slot, l.previous, v.c.abouts[l.about].measured, v.judge(at)}
		alike[of] = append(alike[of], i)
	}
	implied := make([]bool, len(steps))
	for _, group := range alike {
		slices.SortStableFunc(group, func(i, j int) int { // the strictest first
			a, b := &v.c.steps[steps[i]], &v.c.steps[steps[j]]
			return cmp.Or(cmp.Compare(b.lo, a.lo), cmp.Compare(a.hi, b.hi))
		})
		least := int64(math.MaxInt64)
		for n, i := range group {
			hi := v.c.steps[steps[i]].hi
			implied[i] = n > 0 && least <= hi
			least = min(least, hi)
		}
	}
	var strong []uint16
	for i, at := range steps {
		if !implied[i] {
			strong = append(strong, at)
		}
	}
	return strong
}

// short gathers the steps that keep a step from being met.
func (v *view) short(at uint16, steps []uint16) []uint16 {
	l := &v.c.steps[at]
	if found := v.judge(at).verdict; found == Met || found == NotApplicable {
		return steps
	}
	kids := v.c.kids[l.first:l.last]
	switch {
	case len(kids) == 0:
		return append(steps, at)
	case l.op == algebra.FirstOf:
		for _, k := range kids {
			if v.judge(k).verdict != NotApplicable {
				return v.short(k, steps)
			}
		}
		return append(steps, v.decider(at))
	case l.op == algebra.When:
		switch v.judge(kids[0]).verdict {
		case Met:
			return v.short(kids[1], steps)
		case NotMet:
			return v.short(kids[2], steps)
		}
		steps = v.undecided(kids[0], steps)
		if v.judge(kids[1]).verdict == Met || v.judge(kids[2]).verdict == Met {
			return steps
		}
		return v.short(kids[2], v.short(kids[1], steps))
	}
	for _, k := range kids {
		steps = v.short(k, steps)
	}
	return steps
}

// undecided gathers the steps of a condition that are not known.
func (v *view) undecided(at uint16, steps []uint16) []uint16 {
	v.c.leaves(at, func(k uint16) {
		if v.judge(k).verdict == Unknown {
			steps = append(steps, k)
		}
	})
	return steps
}
