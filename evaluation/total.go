package evaluation

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// adjust adds the bonus up to the cap, then deducts the penalty down to 0. A bonus or
// penalty that the scheme does not know does not count; of one that is no number of
// points it is not known how much it is, so neither is the total.
func (r *Result) adjust(sheet *Sheet) {
	r.bonus, r.penalty = fromNano(0), fromNano(0)
	if len(sheet.Bonus) == 0 && len(sheet.Penalties) == 0 && !r.c.sided {
		return
	}
	t := &r.c.table
	more, less := r.beside("bonus", sheet.Bonus, t.Bonus, Adds), r.beside("penalties", sheet.Penalties, t.Penalty, Deducts)
	r.bonus, r.penalty = more.known(), less.known()
	low, high := r.low.Add(more.low), r.high.Add(more.high)
	most := r.outOf
	if !most.Known() {
		most = fromNano(r.c.max)
	}
	if t.Bonus == AdjustCapped {
		low = within(low, most, true)
		if high = within(high, most, true); !high.Known() {
			high = most
		}
	}
	low, high = low.Sub(less.high), high.Sub(less.low)
	if least := fromNano(0); t.Penalty == AdjustCapped {
		high = within(high, least, false)
		if low = within(low, least, false); !low.Known() {
			low = least
		}
	}
	r.unread = more.unread || less.unread
	r.low, r.high = low, high
	r.refused = r.refused || r.unread
	r.decided = r.decided && more.decided && less.decided && low.Known() && high.Known()
}

// beside is the points of one side beside the scale.
type beside struct {
	low, high       rule.Fraction // high is not known where nothing bounds it
	unread, decided bool
}

func (b *beside) known() rule.Fraction {
	if !b.decided {
		return rule.Fraction{}
	}
	return b.low
}

// beside adds up those of a list that can be read, and the lines of the side.
func (r *Result) beside(member string, list []Adjustment, how Adjusting, side Side) beside {
	var b beside
	b.low, b.unread = r.adjustments(member, list, how)
	b.high, b.decided = b.low, !b.unread
	if r.c.sided {
		all := r.all()
		all.side = side
		low, high, decided := r.points(rates, all)
		b.low, b.high, b.decided = b.low.Add(low), b.high.Add(high), b.decided && decided
	}
	if b.unread {
		b.high = rule.Fraction{}
	}
	return b
}

// within is a bound cut at a limit that it may not pass: above it, or else below.
func within(bound, limit rule.Fraction, above bool) rule.Fraction {
	if c := bound.Cmp(limit); bound.Known() && (above && c > 0 || !above && c < 0) {
		return limit
	}
	return bound
}

// adjustments adds up those of a list that can be read, and reports whether one that
// counts cannot.
func (r *Result) adjustments(member string, list []Adjustment, how Adjusting) (points rule.Fraction, unread bool) {
	var sum rule.Sum
	for i, a := range list {
		v, ok := nanoOf(a.Points)
		if how == AdjustNone || !ok || v < 0 {
			r.report(rule.Broken, ErrAdjustment, rule.Path(member).Index(i).Key("points"), rule.A("mark", Points(a.Points)))
			unread = unread || how != AdjustNone
			continue
		}
		sum.Add(fromNano(v))
	}
	return sum.Total(), unread
}

// rounded is a value as the scheme rounds.
func (r *Result) rounded(v rule.Fraction) rule.Number {
	return v.Round(r.c.table.Places, r.c.table.Rounding)
}

// round rounds the total where the scheme rates a rounded one.
func (r *Result) round() {
	if r.c.table.RoundAt == RoundTotal {
		r.low, r.high = r.rounded(r.low).Fraction(), r.rounded(r.high).Fraction()
	}
}

// carried is a total on the scale of the scheme, on which it is rated: where lines are left
// out, in the proportion of what was left to reach.
func (r *Result) carried(total rule.Fraction) rule.Fraction {
	if most := fromNano(r.c.max); r.outOf.Cmp(most) != 0 || !r.outOf.Known() {
		return total.Mul(most).Quo(r.outOf)
	}
	return total
}

// answers judges what the sheet says of the conditions.
func (r *Result) answers(sheet *Sheet) {
	if len(sheet.Answers) == 0 && len(r.c.gates) == 0 {
		return
	}
	r.replies = make([]Reply, len(r.c.gates)) // whether each fails
	seen := make([]bool, len(r.c.gates))
	for i, a := range sheet.Answers {
		at := rule.Path("answers").Index(i).Key("condition")
		g := slices.IndexFunc(r.c.gates, func(g gate) bool { return g.Code == rule.Normal(a.Condition) && g.line < 0 })
		switch {
		case g < 0:
			r.report(rule.Broken, ErrAnswer, at, rule.A("condition", rule.Shorten(a.Condition)))
			continue
		case seen[g]:
			r.report(rule.Broken, ErrAnswer, at, rule.A("condition", rule.Shorten(a.Condition)))
			r.replies[g] = NotSaid
			continue
		case a.Is == No:
			r.replies[g] = Yes
		case a.Is == Yes:
			r.replies[g] = No
		}
		if seen[g] = true; r.c.gates[g].KnockOut && r.replies[g] != NotSaid {
			r.replies[g] = No + Yes - r.replies[g]
		}
	}
	for i := range r.c.gates {
		g := &r.c.gates[i]
		if g.line >= 0 {
			low, high, _ := r.points(rates, r.under(g.line))
			switch least := fromNano(g.least); {
			case low.Cmp(least) >= 0:
				r.replies[i] = No
			case high.Known() && high.Cmp(least) < 0:
				r.replies[i] = Yes
			}
		}
		switch r.replies[i] {
		case NotSaid:
			r.report(rule.Undecided, ErrConditionOpen, "answers", rule.A("condition", g.Name), rule.A("band", r.c.bandName(g.of)))
		case Yes:
			r.report(rule.Advice, AdviceCondition, "answers", rule.A("condition", g.Name), rule.A("band", r.c.bandName(g.of)))
		}
	}
}

func (c *compiled) bandName(level int) rule.Text {
	if level < 0 {
		return rule.Text{Vi: "chưa rõ", En: "not known"}
	}
	return c.levels[level].Name
}

// lowered is the level that the conditions leave, where those that are open fail or hold;
// -1 where there is none or the authority decides.
func (r *Result) lowered(level int, openFails bool) int {
	fails := func(i int) bool { return r.replies[i] == Yes || openFails && r.replies[i] == NotSaid }
	for i := range r.c.gates {
		if g := &r.c.gates[i]; !g.AuthorityDecides && level >= g.of && fails(i) {
			level = g.of - 1
		}
	}
	for i := range r.c.gates {
		if g := &r.c.gates[i]; g.AuthorityDecides && level >= g.of && fails(i) {
			return -1
		}
	}
	return level
}

// rate finds the level where both bounds have the same one, whatever is still open of the
// conditions, and no mark was refused.
func (r *Result) rate() {
	if r.level = -1; !r.c.rated || r.adrift || r.refused || !r.low.Known() || !r.high.Known() || !r.carried(r.low).Known() {
		return
	}
	least := r.c.band(r.carried(r.low))
	most := least
	if !r.decided {
		most = r.c.band(r.carried(r.high))
	}
	if least, most = r.lowered(least, true), r.lowered(most, false); least != most {
		return
	}
	r.level, r.rating = least, r.c.rating(least)
}

// compare holds what the sheet states against what was computed.
func (r *Result) compare(sheet *Sheet) {
	for i := range sheet.Entries {
		if !r.subtotals {
			break
		}
		n, known := r.c.index[rule.Normal(sheet.Entries[i].Line)]
		if !known || r.c.lines[n].leaf {
			continue
		}
		for column := range r.c.columns {
			m := r.mark(n, column)
			if m.kind != markPoints || r.places[n].refuses(column) {
				continue
			}
			low, high, _ := r.points(column, r.under(n))
			first, _ := m.numbers()
			r.stated(ErrSubtotal, r.at(&sheet.Entries[i], i, column), first, low, high, rule.A("line", r.c.lines[n].code))
		}
	}
	if sheet.StatedTotal.Known() {
		r.stated(ErrStatedTotal, "statedTotal", sheet.StatedTotal, r.low, r.high)
	}
	if said := sheet.StatedRating; said != Unrated && said != r.rating {
		kind := rule.Broken
		if r.rating == Unrated {
			kind = rule.Undecided
		}
		r.report(kind, ErrStatedRating, "statedRating", rule.A("stated", said), rule.A("computed", r.rating))
	}
}

// shortened reports whether a stated sum is the exact one rounded or cut at its own
// digits. A sum that the scheme's places hold has no need of that: 73 for 72.5 is not it.
func (r *Result) shortened(said rule.Number, sum rule.Fraction) bool {
	places := said.Places()
	if places >= onePlaces || sum.Round(r.c.table.Places, rule.Cut).Fraction().Cmp(sum) == 0 {
		return false
	}
	return sum.Round(places, rule.HalfAway).Cmp(said) == 0 || sum.Round(places, rule.Cut).Cmp(said) == 0
}

// stated compares a stated sum. Where the exact sum was merely shortened it is advice.
func (r *Result) stated(c rule.Code, at rule.Path, said rule.Number, low, high rule.Fraction, args ...rule.Arg) {
	exact := said.Fraction()
	computed := rule.A("computed", low)
	kind := rule.Broken
	switch {
	case !low.Known() || !high.Known():
		computed = rule.A("computed", rule.Text{Vi: spread(low, high, false, r.c, rule.Vi), En: spread(low, high, false, r.c, rule.En)})
		kind = rule.Undecided
	case low.Cmp(high) == 0:
		if exact.Cmp(low) == 0 {
			return
		}
		if r.shortened(said, low) {
			kind = rule.Advice
		}
	default:
		computed = rule.A("computed", rule.Text{Vi: low.In(rule.Vi) + "–" + high.In(rule.Vi), En: low.In(rule.En) + "–" + high.In(rule.En)})
		if exact.Cmp(low) >= 0 && exact.Cmp(high) <= 0 {
			kind = rule.Undecided
		}
	}
	r.report(kind, c, at, append(args, rule.A("stated", said), computed)...)
}
