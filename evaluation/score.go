package evaluation

import (
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// The columns of a sheet.
const (
	verified = iota
	self
	columns
)

// place is where a line of the scheme stands in the sheet.
type place struct {
	entry   int32         // its place among the entries, counted from 1; 0 where it has none
	refused [columns]bool // the mark is impossible, above the maximum, or stands twice
}

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
	for i := range sheet.Entries {
		r.enter(&sheet.Entries[i], i)
	}
	if r.marked < r.c.leaves {
		r.missing()
	}
	if len(r.c.unknown) > 0 {
		r.overfull()
	}
	r.low, r.high, r.decided = r.points(verified, 0, len(s.c.lines), s.c.max)
	r.adjust(&sheet)
	r.rating = r.rate()
	r.compare(&sheet)
	if !sheet.eventsInOrder() {
		r.report(rule.Broken, ErrEvents, "settled")
	}
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
		if id := normal(x.Assignment); id != x.Assignment {
			return SupportOutcome{id, x.Year}
		}
	case CommuneResult:
		if code := normal(x.Commune); code != x.Commune {
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
		at.refused = [columns]bool{true, true}
		r.refused = true
		return
	}
	at.entry = int32(i + 1) //nolint:gosec // a sheet of two thousand million entries has no place in memory
	if e.Verified.kind != markNone && !e.Verified.fits(line) {
		at.refused[verified] = true
		r.refused = r.refused || line.leaf
		r.refuse(e.Verified, line, entryPath(i, "verified"))
	}
	if e.Self.kind != markNone && !e.Self.fits(line) {
		at.refused[self] = true
		r.refuse(e.Self, line, entryPath(i, "self"))
	}
	switch {
	case !line.leaf:
		r.subtotals = true
	case e.Verified.kind != markNone:
		r.marked++
	case e.Self.kind != markNone:
		r.report(rule.Undecided, ErrNotVerified, entryPath(i, "verified"), rule.A("line", e.Line))
	}
}

// unmarked is the mark of a line that the sheet does not have. It is never changed.
var unmarked Mark

// mark is what the sheet gives a line in a column.
func (r *Result) mark(n, column int) *Mark {
	switch i := r.places[n].entry; {
	case i == 0:
		return &unmarked
	case column == verified:
		return &r.kept.Entries[i-1].Verified
	default:
		return &r.kept.Entries[i-1].Self
	}
}

func (r *Result) refuse(m Mark, line *flat, at rule.Path) {
	if !m.possible() || !line.leaf {
		r.report(rule.Broken, ErrMark, at, rule.A("line", line.code), rule.A("mark", m))
		return
	}
	r.report(rule.Broken, ErrAboveMax, at, rule.A("line", line.code), rule.A("mark", m), rule.A("max", line.given))
}

func entryPath(i int, member string) rule.Path {
	return rule.Path("entries").Index(i).Key(member)
}

// missing reports the lines without any mark.
func (r *Result) missing() {
	for n := range r.c.lines {
		if r.c.lines[n].leaf && r.mark(n, verified).kind == markNone && r.mark(n, self).kind == markNone {
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
	for column := range columns {
		var sum rule.Sum
		var codes []string
		var given []int
		left := most
		for n := from; n < to; n++ {
			line := &r.c.lines[n]
			switch {
			case !line.leaf:
			case line.known:
				left -= line.max
			case r.counts(n, column):
				sum.Add(r.mark(n, column).points(line.max))
				codes, given = append(codes, line.code), append(given, n)
			}
		}
		total := sum.Total()
		if len(given) == 0 || total.Known() && total.Cmp(fromNano(left)) <= 0 {
			continue
		}
		for _, n := range given {
			r.places[n].refused[column] = true
		}
		r.refused = r.refused || column == verified
		r.report(rule.Broken, ErrAboveMax, "entries", rule.A("line", strings.Join(codes, ", ")), rule.A("mark", total), rule.A("max", fromNano(left)))
	}
}

// counts reports whether the mark of a line gives points: it is not refused and, where it
// is a part of the maximum, that is known.
func (r *Result) counts(n, column int) bool {
	m := r.mark(n, column)
	return m.kind != markNone && !r.places[n].refused[column] && (r.c.lines[n].known || m.kind == markPoints)
}

// points adds up a column over a range of lines: the least and the most that it can
// come to, and whether every line is decided.
func (r *Result) points(column, from, to int, most int64) (low, high rule.Fraction, decided bool) {
	var sum, free rule.Sum // free: of lines whose maxima are not known
	var room int64
	decided, bounded := true, true
	for n := from; n < to; n++ {
		line := &r.c.lines[n]
		if !line.leaf {
			continue
		}
		switch {
		case r.counts(n, column):
			points := r.mark(n, column).points(line.max)
			sum.Add(points)
			if !line.known {
				free.Add(points)
			}
		case line.known:
			decided = false
			room += line.max
		default:
			decided, bounded = false, false
		}
	}
	low = sum.Total()
	if !low.Known() { // out of the bounds of a Fraction
		return fromNano(0), fromNano(most), false
	}
	if decided {
		return low, low, true
	}
	high = low.Add(fromNano(room))
	if !bounded {
		high = high.Add(fromNano(r.c.room)).Sub(free.Total())
	}
	if ceiling := fromNano(most); !high.Known() || high.Cmp(ceiling) > 0 {
		high = ceiling
	}
	return low, high, false
}

// adjust adds the bonus up to the cap, then deducts the penalty down to 0. A bonus or
// penalty that the scheme does not know does not count; of one that is no number of
// points it is not known how much it is, so neither is the total.
func (r *Result) adjust(sheet *Sheet) {
	r.bonus, r.penalty = fromNano(0), fromNano(0)
	if len(sheet.Bonus) == 0 && len(sheet.Penalties) == 0 {
		return
	}
	t := &r.c.table
	bonus, more := r.adjustments("bonus", sheet.Bonus, t.Bonus)
	penalty, less := r.adjustments("penalties", sheet.Penalties, t.Penalty)
	low, high := r.low.Add(bonus), r.high.Add(bonus)
	if more {
		r.bonus, high = rule.Fraction{}, rule.Fraction{}
	} else {
		r.bonus = bonus
	}
	if most := fromNano(r.c.max); t.Bonus == AdjustCapped {
		low = within(low, most, true)
		if high = within(high, most, true); !high.Known() {
			high = most
		}
	}
	low, high = low.Sub(penalty), high.Sub(penalty)
	if less {
		r.penalty, low = rule.Fraction{}, rule.Fraction{}
	} else {
		r.penalty = penalty
	}
	if least := fromNano(0); t.Penalty == AdjustCapped {
		high = within(high, least, false)
		if low = within(low, least, false); !low.Known() {
			low = least
		}
	}
	r.unread = more || less
	r.low, r.high = low, high
	r.refused = r.refused || r.unread
	r.decided = r.decided && !r.unread && low.Known() && high.Known()
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

// rate is the rating where both bounds have the same one and no mark was refused.
func (r *Result) rate() Rating {
	if !r.c.rated || r.adrift || r.refused || !r.low.Known() || !r.high.Known() {
		return Unrated
	}
	least := r.c.rate(r.low)
	if !r.decided && least != r.c.rate(r.high) {
		return Unrated
	}
	return least
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
		for column, member := range []string{"verified", "self"} {
			m := r.mark(n, column)
			if m.kind == markNone || r.places[n].refused[column] {
				continue
			}
			line := &r.c.lines[n]
			most := r.c.max
			if line.known {
				most = line.max
			}
			low, high, _ := r.points(column, n, line.end, most)
			first, _ := m.numbers()
			r.stated(ErrSubtotal, entryPath(i, member), first, low, high, rule.A("line", line.code))
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
		computed = rule.A("computed", rule.Text{Vi: spread(low, high, false, 0, rule.Vi), En: spread(low, high, false, 0, rule.En)})
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
