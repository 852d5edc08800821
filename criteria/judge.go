package criteria

import (
	"math/big"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// judge holds readings against the cells of a resolved set, under the floor below
// which a number of the table is not used.
type judge struct {
	c       *resolved
	slots   []Reading
	refused []bool
	floor   rule.Confidence
}

// finding of one cell: a verdict, and for Unknown the reason.
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

func (j judged) not() judged {
	switch j.verdict {
	case Met:
		return judged{verdict: NotMet}
	case NotMet:
		return judged{verdict: Met}
	default:
		return j
	}
}

// and is Kleene's: NotMet decides, Unknown stays unless something decides.
func (j judged) and(o judged) judged {
	switch {
	case j.verdict == NotMet || o.verdict == NotMet:
		return judged{verdict: NotMet}
	case j.verdict == Unknown:
		return j
	case o.verdict == Unknown:
		return o
	default:
		return judged{verdict: Met}
	}
}

// or is Kleene's: Met decides.
func (j judged) or(o judged) judged { return j.not().and(o.not()).not() }

// cell judges one cell and what lies below it.
func (j *judge) cell(at uint16) judged {
	l := &j.c.cells[at]
	kids := j.c.kids[l.first:l.last]
	switch l.op {
	case opUnstated:
		return unknownFor(l.reason)
	case opAll:
		all := judged{verdict: Met}
		for _, k := range kids {
			all = all.and(j.cell(k))
		}
		return all
	case opAny:
		anyOf := judged{verdict: NotMet}
		for _, k := range kids {
			anyOf = anyOf.or(j.cell(k))
		}
		return anyOf
	case opFirstOf:
		var last judged
		for _, k := range kids {
			if last = j.cell(k); last.verdict != NotApplicable {
				return last
			}
		}
		return last
	case opWhen:
		then, otherwise := j.cell(kids[1]), j.cell(kids[2])
		switch j.cell(kids[0]).verdict {
		case Met:
			return then
		case NotMet:
			return otherwise
		}
		if then.verdict == otherwise.verdict && then.verdict != Unknown {
			return then
		}
		return unknownFor(AttributeOpen)
	default:
		return j.leaf(l)
	}
}

func (j *judge) leaf(l *cell) judged {
	r := &j.slots[l.slot]
	switch {
	case j.refused[l.slot]:
		return unknownFor(Misfit)
	case r.kind == kindNA && l.naOK:
		return judged{verdict: NotApplicable}
	case r.kind == kindNA:
		return unknownFor(Misfit)
	case r.kind == kindNone:
		return unknownFor(NoReading)
	case l.measured != "" && r.Poverty != "" && r.Poverty != l.measured:
		return unknownFor(OtherStandard)
	case (r.kind == kindPass || r.kind == kindFail) && (l.op == opPass || l.op == opNone):
		return truth(r.kind == kindPass)
	case r.kind == kindPass || r.kind == kindFail:
		return unknownFor(Misfit)
	case l.op == opNone:
		return compare(r, rule.Int(0), above).not()
	case l.unknown:
		return unknownFor(CellNotKnown)
	case l.conf < j.floor && !strings.HasPrefix(j.c.keys[l.slot], "@"):
		return unknownFor(CellUnlikely)
	case l.previous:
		return j.ratio(l, r)
	}
	switch l.op {
	case opAtLeast:
		return compare(r, l.leaf.lo, atLeast)
	case opAtMost:
		return compare(r, l.leaf.hi, above).not()
	case opBelow:
		return compare(r, l.leaf.hi, atLeast).not()
	case opBetween:
		return compare(r, l.leaf.lo, atLeast).and(compare(r, l.leaf.hi, above).not())
	default:
		return unknownFor(Misfit)
	}
}

// ratio judges a multiple of the earlier reading, without dividing.
func (j *judge) ratio(l *cell, r *Reading) judged {
	before := &j.slots[l.slot2]
	if r.kind != kindValue || before.kind != kindValue || before.value.Sign() <= 0 || j.refused[l.slot2] {
		return unknownFor(NoReading)
	}
	times := func(n rule.Number) int {
		return r.value.Rat().Cmp(new(big.Rat).Mul(before.value.Rat(), n.Rat()))
	}
	out := judged{verdict: Met}
	if l.leaf.lo.Known() {
		out = out.and(truth(times(l.leaf.lo) >= 0))
	}
	if l.leaf.hi.Known() {
		out = out.and(truth(times(l.leaf.hi) <= 0))
	}
	return out
}

// The two comparisons of which all demands are made.
func atLeast(cmp int) bool { return cmp >= 0 }
func above(cmp int) bool   { return cmp > 0 }

// compare holds a reading against a number, exactly. A bound decides only where
// every value that it allows decides alike.
func compare(r *Reading, n rule.Number, is func(int) bool) judged {
	switch r.kind {
	case kindValue:
		return truth(is(r.value.Cmp(n)))
	case kindShare: // part·100 against n·whole, without dividing
		part := new(big.Rat).Mul(r.value.Rat(), big.NewRat(100, 1))
		return truth(is(part.Cmp(new(big.Rat).Mul(n.Rat(), r.whole.Rat()))))
	case kindOver:
		if r.value.Cmp(n) >= 0 {
			return judged{verdict: Met}
		}
	case kindUnder:
		if r.value.Cmp(n) <= 0 {
			return judged{verdict: NotMet}
		}
	}
	return unknownFor(NotExact)
}
