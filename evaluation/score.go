package evaluation

import (
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// The first columns of a scheme.
const (
	rates = iota // the one that rates
	self
)

// place is where a line of the scheme stands in the sheet.
type place struct {
	entry   int32 // its place among the entries, counted from 1; 0 where it has none
	refused uint8 // by column: the mark is impossible, above the maximum, or stands twice
	out     bool  // the year brought no task for it
}

func (p *place) refuses(column int) bool { return p.refused&(1<<column) != 0 }

func (p *place) refuse(column int) { p.refused |= 1 << column }

// Score scores a sheet. The error is misuse: the scheme is the zero Scheme, or the
// sheet names another one ([ErrNoScheme]). Everything that is wrong with the sheet is in
// the result's findings, and what cannot be known is unknown there, never 0. The result
// keeps a copy of the sheet, so that it can be checked later.
func (s Scheme) Score(sheet Sheet) (Result, error) {
	if s.c == nil {
		return Result{}, ErrNoScheme
	}
	if sheet.Scheme != "" && rule.Normal(sheet.Scheme) != s.c.table.ID {
		return Result{}, rule.NewMisuse(ErrNoScheme, rule.Text{Vi: "phiếu ghi «{sheet}», thang điểm là «{scheme}»", En: "the sheet goes by {sheet}, the scheme is {scheme}"}, rule.A("sheet", sheet.Scheme), rule.A("scheme", s.c.table.ID))
	}
	r := Result{c: s.c, period: s.c.table.Period, places: make([]place, len(s.c.lines))}
	r.kept = keep(&sheet)
	r.about = r.kept.About
	if !isWhole(r.about) {
		r.adrift = true
		r.report(rule.Broken, ErrSubject, "about")
	}
	if days := s.days(&sheet); sheet.Span != (rule.Span{}) && !r.adrift && (sheet.Span.Check() != nil || days.Check() != nil) {
		r.report(rule.Broken, ErrSpan, "span", rule.A("span", sheet.Span), rule.A("window", s.Window(r.about.rated())))
	}
	for i := range sheet.Entries {
		r.enter(&sheet.Entries[i], i)
	}
	if r.marked < r.c.leaves {
		r.missing()
	}
	if len(r.c.unknown) > 0 {
		r.overfull()
	}
	r.outOf = r.assigned()
	r.low, r.high, r.decided = r.points(rates, r.all())
	r.adjust(&sheet)
	r.round()
	r.answers(&sheet)
	r.rate()
	r.compare(&sheet)
	if r.made {
		r.derived(&sheet)
	}
	r.events(&sheet)
	return r, nil
}

// taken is a subject with its ids in the one spelling in which they are compared; nil where
// it is none of the three: a pointer to one would be the caller's.
func taken(s Subject) Subject {
	switch x := s.(type) {
	case SupportWork:
		if n := x.normal(); n != x {
			return n
		}
	case SupportOutcome:
		if id := rule.Normal(x.Assignment); id != x.Assignment {
			return SupportOutcome{id, x.Year}
		}
	case CommuneResult:
		if code := rule.Normal(x.Commune); code != x.Commune {
			return CommuneResult{code, x.AsOf}
		}
	default:
		return nil
	}
	return s
}

// isWhole reports whether a subject is one of the three, with its key. A pointer to
// one satisfies the interface too, and is not one of them.
func isWhole(s Subject) bool {
	switch x := s.(type) {
	case SupportWork, SupportOutcome, CommuneResult:
		return x.whole()
	}
	return false
}

func (r *Result) report(k rule.Kind, c rule.Code, at rule.Path, args ...rule.Arg) {
	r.findings = append(r.findings, table.Finding(k, c, at, args...))
}

// enter puts the marks of an entry in their place and judges them. Sheets mostly follow
// the order of the scheme, so the place after the last one is tried first.
func (r *Result) enter(e *Entry, i int) {
	r.made = r.made || e.From != nil
	n := r.next
	if n >= len(r.c.lines) || r.c.lines[n].code != e.Line {
		at, known := r.c.index[rule.Normal(e.Line)]
		if !known {
			r.report(rule.Broken, ErrUnknownLine, entryPath(i, "line"), rule.A("line", rule.Shorten(e.Line)))
			return
		}
		n = at
	}
	r.next = n + 1
	line, at := &r.c.lines[n], &r.places[n]
	if at.entry != 0 {
		r.report(rule.Broken, ErrRepeatedLine, entryPath(i, "line"), rule.A("line", rule.Shorten(e.Line)))
		at.refused = ^uint8(0)
		r.refused = true
		return
	}
	at.entry = int32(i + 1) //nolint:gosec // a sheet of two thousand million entries has no place in memory
	rating := &e.Verified
	if !r.c.byVerified || e.Others != nil {
		r.enterOthers(e, i, n)
		rating = e.in(r.c.columns[rates])
	} else if e.Verified.kind != markNone && !e.Verified.fits(line) {
		r.refuse(&e.Verified, n, rates, entryPath(i, "verified"))
	}
	if e.Self.kind != markNone && !e.Self.fits(line) {
		r.refuse(&e.Self, n, self, entryPath(i, "self"))
	}
	switch {
	case e.NotAssigned:
		r.leaveOut(e, i, n)
	case !line.leaf:
		r.subtotals = true
	case rating.kind != markNone:
		r.marked++
	case e.Self.kind != markNone:
		r.report(rule.Undecided, ErrNotVerified, r.at(e, i, rates), rule.A("line", e.Line))
	}
}

// enterOthers judges the marks of an entry in the columns but for the self score.
func (r *Result) enterOthers(e *Entry, i, n int) {
	line := &r.c.lines[n]
	for k, o := range e.Others {
		column := slices.Index(r.c.columns, rule.Normal(o.Column))
		twice := slices.ContainsFunc(e.Others[:k], func(p ColumnMark) bool { return rule.Normal(p.Column) == rule.Normal(o.Column) })
		if column < 0 || twice || o.Column == selfColumn || o.Column == verifiedColumn {
			r.report(rule.Broken, ErrColumn, entryPath(i, "others").Index(k).Key("column"), rule.A("column", rule.Shorten(o.Column)))
			if column >= 0 {
				r.places[n].refuse(column)
				r.refused = r.refused || column == rates && line.leaf
			}
		}
	}
	for column, code := range r.c.columns {
		if m := e.in(code); column != self && m.kind != markNone && !m.fits(line) {
			r.refuse(m, n, column, r.at(e, i, column))
		}
	}
}

// in is the mark of an entry in a column.
func (e *Entry) in(column string) *Mark {
	switch column {
	case verifiedColumn:
		return &e.Verified
	case selfColumn:
		return &e.Self
	}
	for k := range e.Others {
		if rule.Normal(e.Others[k].Column) == column {
			return &e.Others[k].Mark
		}
	}
	return &unmarked
}

// at is where entry i has its mark of a column.
func (r *Result) at(e *Entry, i, column int) rule.Path {
	code := r.c.columns[column]
	if code == verifiedColumn || code == selfColumn {
		return entryPath(i, code)
	}
	for k := range e.Others {
		if rule.Normal(e.Others[k].Column) == code {
			return entryPath(i, "others").Index(k).Key("mark")
		}
	}
	return entryPath(i, "others")
}

// leaveOut takes a line out for which the year brought no task, where the scheme knows
// such lines and nobody gave it a mark.
func (r *Result) leaveOut(e *Entry, i, n int) {
	line := &r.c.lines[n]
	marked := slices.ContainsFunc(r.c.columns, func(code string) bool { return e.in(code).kind != markNone })
	how := r.c.table.Unassigned
	if how == UnassignedRefused || marked || !line.leaf || line.side != Counts || line.factor.Known() && how == UnassignedLeftOut {
		r.report(rule.Broken, ErrNotAssigned, entryPath(i, "notAssigned"), rule.A("line", line.code))
		r.refused = r.refused || line.leaf
		if line.leaf {
			r.places[n].refuse(rates)
		}
		return
	}
	r.places[n].out = true
	r.marked++
}

// assigned is what the lines could come to for which the year brought a task; not known
// where the maximum of one that is left out is not.
func (r *Result) assigned() rule.Fraction {
	most := fromNano(r.c.max)
	if r.c.table.Unassigned != UnassignedLeftOut {
		return most
	}
	for n := range r.places {
		if line := &r.c.lines[n]; r.places[n].out {
			if !line.known {
				return rule.Fraction{}
			}
			most = most.Sub(fromNano(line.max))
		}
	}
	return most
}

// unmarked is the mark of a line that the sheet does not have. It is never changed.
var unmarked Mark

// mark is what the sheet gives a line in a column.
func (r *Result) mark(n, column int) *Mark {
	i := r.places[n].entry
	if i == 0 {
		return &unmarked
	}
	e := &r.kept.Entries[i-1]
	switch {
	case column == self:
		return &e.Self
	case column == rates && r.c.byVerified:
		return &e.Verified
	}
	return e.in(r.c.columns[column])
}

func (r *Result) refuse(m *Mark, n, column int, at rule.Path) {
	line := &r.c.lines[n]
	r.places[n].refuse(column)
	r.refused = r.refused || column == rates && line.leaf
	if kind, _ := line.takes(m); !m.possible() || !kind {
		r.report(rule.Broken, ErrMark, at, rule.A("line", line.code), rule.A("mark", *m))
		return
	}
	r.report(rule.Broken, ErrAboveMax, at, rule.A("line", line.code), rule.A("mark", *m), rule.A("max", line.given))
}

func entryPath(i int, member string) rule.Path {
	return rule.Path("entries").Index(i).Key(member)
}

// missing reports the lines without any mark.
func (r *Result) missing() {
	for n := range r.c.lines {
		if r.c.lines[n].leaf && !r.places[n].out && r.mark(n, rates).kind == markNone && r.mark(n, self).kind == markNone {
			r.report(rule.Undecided, ErrMissingLine, "entries", rule.A("line", r.c.lines[n].code))
		}
	}
}

// overfull refuses the points of lines whose maxima are not known where together they
// pass what the other maxima leave of the scale, or of a heading: one of them at least is
// above its maximum.
func (r *Result) overfull() {
	r.overfullIn(0, len(r.c.lines), r.c.max)
	for n := range r.c.lines {
		if line := &r.c.lines[n]; !line.leaf && line.known {
			r.overfullIn(n, line.end, line.max)
		}
	}
}

func (r *Result) overfullIn(from, to int, most int64) {
	for column := range r.c.columns {
		var sum rule.Sum
		var codes []string
		var given []int
		left := fromNano(most)
		for n := from; n < to; n++ {
			line := &r.c.lines[n]
			switch {
			case !line.leaf || line.side != r.c.lines[from].side:
			case line.known:
				left = left.Sub(line.whole(fromNano(line.max)))
			case r.counts(n, column):
				sum.Add(line.earns(r.mark(n, column)))
				codes, given = append(codes, line.code), append(given, n)
			}
		}
		total := sum.Total()
		if len(given) == 0 || total.Known() && total.Cmp(left) <= 0 {
			continue
		}
		for _, n := range given {
			r.places[n].refuse(column)
		}
		r.refused = r.refused || column == rates
		r.report(rule.Broken, ErrAboveMax, "entries", rule.A("line", strings.Join(codes, ", ")), rule.A("mark", total), rule.A("max", left))
	}
}

// counts reports whether the mark of a line gives points: it is not refused and, where it
// is a part of the maximum, that is known.
func (r *Result) counts(n, column int) bool {
	m := r.mark(n, column)
	return m.kind != markNone && !r.places[n].refuses(column) && (r.c.lines[n].known || m.kind == markPoints || m.kind == markCount)
}

// gives is the points of a mark that counts, on the line's own scale.
func (r *Result) gives(n, column int) rule.Fraction {
	points := r.c.lines[n].earns(r.mark(n, column))
	if r.c.table.RoundAt == RoundLines {
		return r.rounded(points).Fraction()
	}
	return points
}

// stretch is a range of lines on one side of the sum: all, or those of a heading.
type stretch struct {
	from, to int
	side     Side
	most     int64
	over     *flat // the heading; nil for all
}

// all is the lines of the scale.
func (r *Result) all() stretch { return stretch{to: len(r.c.lines), most: r.c.max} }

// under is a line with those below it.
func (r *Result) under(n int) stretch {
	line := &r.c.lines[n]
	most := r.c.max
	if line.known {
		most = line.max
	}
	return stretch{n, line.end, line.side, most, line}
}

// points adds up a column over a range of lines: the least and the most that it can
// come to, and whether every line is decided.
func (r *Result) points(column int, of stretch) (low, high rule.Fraction, decided bool) {
	var sum, free, room rule.Sum // free: of lines whose maxima are not known
	decided, bounded, open := true, true, false
	for n := of.from; n < of.to; n++ {
		line, at := &r.c.lines[n], &r.places[n]
		if line.plain && line.side == of.side && !at.refuses(column) { // as nearly all are
			if m := r.mark(n, column); m.kind != markNone {
				sum.Add(m.points(line.max))
				continue
			}
		}
		switch {
		case !line.leaf || line.side != of.side:
		case at.out:
			if r.c.table.Unassigned == UnassignedFull && line.known {
				sum.Add(line.whole(fromNano(line.top)))
			} else if r.c.table.Unassigned == UnassignedFull {
				decided, bounded = false, false
			}
		case r.counts(n, column):
			points := line.whole(r.gives(n, column))
			sum.Add(points)
			if !line.known {
				free.Add(points)
			}
		case line.known:
			decided = false
			open = open || line.over == OverCounts
			room.Add(line.whole(fromNano(line.top)))
		default:
			decided, bounded = false, false
		}
	}
	low = sum.Total()
	if !low.Known() { // out of the bounds of a Fraction
		return fromNano(0), fromNano(of.most), false
	}
	if decided {
		low = of.own(low)
		return low, low, true
	}
	if open || !bounded && of.side != Counts {
		return of.own(low), rule.Fraction{}, false // nothing bounds it
	}
	high = of.own(low.Add(room.Total()))
	if !bounded {
		high = high.Add(r.c.room).Sub(free.Total())
	}
	return of.own(low), r.ceiling(of, high), false
}

// ceiling is the greatest sum, or the maximum where that is lower and lines cannot pass it.
func (r *Result) ceiling(of stretch, high rule.Fraction) rule.Fraction {
	if most := fromNano(of.most); !r.c.open && of.side == Counts && (!high.Known() || high.Cmp(most) > 0) {
		return most
	}
	return high
}

// own is a sum on the scale of the whole, on that of the heading or line itself.
func (s *stretch) own(sum rule.Fraction) rule.Fraction {
	if s.over != nil && s.over.factor.Known() {
		return sum.Quo(s.over.factor)
	}
	return sum
}

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
	if len(r.c.gates) > 0 && r.replies != nil {
		least, most = r.lowered(least, true), r.lowered(most, false)
	}
	if least != most {
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
