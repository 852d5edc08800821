package criteria

import (
	"math/big"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// view is one way to look at the bound readings of a commune: from which confidence
// a number of the table is used, and from which stage a reading.
type view struct {
	c        *resolved
	vals     []val
	readings []Reading
	floor    rule.Confidence
	stage    Stage
}

// judged is what is found of one step: a verdict, and for Unknown the reason.
type judged struct {
	verdict Verdict
	reason  Reason
}

func unknownFor(r Reason) judged { return judged{Unknown, r} }

func truth(b bool) judged {
	if b {
		return judged{verdict: Met}
	}
	return judged{verdict: NotMet}
}

// and is Kleene's: NotMet decides, Unknown stays unless something decides. What does
// not apply does not count.
func (j judged) and(o judged) judged {
	switch {
	case j.verdict == NotMet || o.verdict == NotApplicable:
		return j
	case o.verdict == NotMet || j.verdict == NotApplicable:
		return o
	case j.verdict == Unknown:
		return j
	default:
		return o
	}
}

// or is Kleene's: Met decides.
func (j judged) or(o judged) judged {
	switch {
	case j.verdict == Met || o.verdict == NotApplicable:
		return j
	case o.verdict == Met || j.verdict == NotApplicable:
		return o
	case j.verdict == Unknown:
		return j
	default:
		return o
	}
}

// judge judges one step and what lies below it.
func (v *view) judge(at uint16) judged {
	l := &v.c.steps[at]
	switch l.op {
	case algebra.Unstated:
		return unknownFor(l.reason)
	case algebra.All:
		all := judged{verdict: NotApplicable}
		for _, k := range v.c.kids[l.first:l.last] {
			all = all.and(v.judge(k))
		}
		return all
	case algebra.Any:
		anyOf := judged{verdict: NotApplicable}
		for _, k := range v.c.kids[l.first:l.last] {
			anyOf = anyOf.or(v.judge(k))
		}
		return anyOf
	case algebra.FirstOf:
		var last judged
		for _, k := range v.c.kids[l.first:l.last] {
			if last = v.judge(k); last.verdict != NotApplicable {
				return last
			}
		}
		return last
	case algebra.When:
		return v.when(v.c.kids[l.first:l.last])
	default:
		return v.leaf(l)
	}
}

// when follows the condition; where that is open, both branches must agree.
func (v *view) when(kids []uint16) judged {
	condition := v.judge(kids[0])
	switch condition.verdict {
	case Met:
		return v.judge(kids[1])
	case NotMet:
		return v.judge(kids[2])
	}
	then, otherwise := v.judge(kids[1]), v.judge(kids[2])
	switch {
	case then == otherwise:
		return then
	case condition.reason == CellUnconfirmed || condition.reason == CellNotKnown || condition.reason == RegionNotKnown:
		return condition // no reading of the attribute would help
	}
	return unknownFor(AttributeOpen)
}

// leaf judges one reading. A number against one number comes first: most are so.
func (v *view) leaf(l *step) judged {
	s := &v.vals[l.slot]
	if l.fast && s.kind == kindValue && l.conf >= v.floor && s.stage >= v.stage && !s.exact {
		return truth(s.v >= l.lo && s.v <= l.hi)
	}
	switch {
	case s.kind == kindNA && l.naOK && s.stage >= v.stage:
		return judged{verdict: NotApplicable} // whatever the number of the cell is
	case l.reason != Decided:
		return unknownFor(l.reason)
	case l.numeric && l.conf < v.floor:
		return unknownFor(CellUnconfirmed)
	case s.kind == kindNone:
		return unknownFor(NoReading)
	case s.kind == kindRefused:
		return unknownFor(Misfit)
	case s.stage < v.stage:
		return unknownFor(StageTooLow)
	case s.kind == kindNA:
		return unknownFor(Misfit)
	case v.otherStandard(l, l.slot):
		return unknownFor(OtherStandard)
	case s.kind == kindPass || s.kind == kindFail:
		if l.numeric {
			return unknownFor(Misfit)
		}
		return truth(s.kind == kindPass)
	case l.op == algebra.Pass:
		return unknownFor(Misfit)
	case l.previous:
		return v.ratio(l, s)
	case l.exact || s.exact:
		return v.exactly(l, s.kind, v.fraction(l.slot), nil)
	}
	return l.decide(s.kind, s.compare(l.lo), s.compare(l.hi))
}

// otherStandard reports whether a reading of a cell names another poverty standard than the
// cell.
func (v *view) otherStandard(l *step, slot uint16) bool {
	measured := v.c.abouts[l.about].measured
	return measured != "" && differ(v.poverty(slot), measured)
}

// differ reports whether two poverty standards are named and are not the same.
func differ(a, b string) bool {
	return a != b && a != "" && b != "" && rule.Normal(a) != rule.Normal(b)
}

// otherBefore reports whether the earlier reading names another poverty standard than the cell,
// or than the reading.
func (v *view) otherBefore(l *step) bool {
	return v.otherStandard(l, l.slot2) || differ(v.poverty(l.slot), v.poverty(l.slot2))
}

// ratio judges a multiple of the earlier reading, without dividing.
func (v *view) ratio(l *step, s *val) judged {
	before := &v.vals[l.slot2]
	switch {
	case before.kind == kindNone:
		return unknownFor(NoReading)
	case before.kind == kindRefused:
		return unknownFor(Misfit)
	case before.stage < v.stage:
		return unknownFor(StageTooLow)
	case v.otherBefore(l):
		return unknownFor(OtherStandard)
	case s.kind != kindValue || before.kind != kindValue:
		return unknownFor(NotExact)
	}
	times := v.fraction(l.slot2)
	if times.Sign() <= 0 {
		return unknownFor(Misfit) // there is no multiple of nothing
	}
	return v.exactly(l, s.kind, v.fraction(l.slot), times)
}

// exactly judges by fractions; times is what the number of the cell multiplies.
func (v *view) exactly(l *step, k kind, x, times *big.Rat) judged {
	to := func(n rule.Number) int {
		goal := n.Rat()
		if times != nil {
			goal.Mul(goal, times)
		}
		return x.Cmp(goal)
	}
	n := v.c.abouts[l.about].leaf
	return l.decide(k, to(n.Lo), to(n.Hi))
}

// hasLow and hasHigh report which ends a demand has; None has both, at 0.
func (l *step) hasLow() bool {
	return l.op.HasLow() || l.op == algebra.None
}
func (l *step) hasHigh() bool { return l.op.HasHigh() || l.op == algebra.None }

// decide says what follows from how a reading stands to the two ends of a demand. A
// bound decides only where every value that it allows decides alike; a percentage
// ends at 0 and at 100.
func (l *step) decide(k kind, toLow, toHigh int) judged {
	low, high := l.hasLow(), l.hasHigh()
	ends := l.percent && !l.exact
	switch {
	case k == kindOver && high && toHigh >= 0, k == kindUnder && low && toLow <= 0:
		return judged{verdict: NotMet}
	case k == kindOver && (!low || toLow >= 0) && (!high || ends && l.hi >= top && l.op != algebra.Below),
		k == kindUnder && (!high || toHigh <= 0) && (!low || ends && l.lo <= 0 && l.op != algebra.Above):
		return judged{verdict: Met}
	case k == kindOver || k == kindUnder:
		return unknownFor(NotExact)
	}
	in := !l.op.Excludes()
	return truth((!low || toLow > 0 || toLow == 0 && in) && (!high || toHigh < 0 || toHigh == 0 && in))
}
