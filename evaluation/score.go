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
	r := Result{c: s.c, period: s.c.table.Period, places: make([]place, len(s.c.lines)), about: taken(sheet.About)}
	if !isWhole(r.about) {
		r.adrift = true
		r.report(rule.Broken, ErrSubject, "about")
	}
	if !r.adrift && sheet.Span != (rule.Span{}) {
		if days := s.days(&sheet); sheet.Span.Check() != nil || days.Check() != nil {
			r.report(rule.Broken, ErrSpan, "span", rule.A("span", sheet.Span), rule.A("window", s.Window(r.about.rated())))
		}
	}
	if s.c.byVerified && len(sheet.Entries) > 0 && !sheet.Entries[0].says() {
		r.rows = make([]row, len(sheet.Entries))
	}
	for i := range sheet.Entries {
		r.enter(&sheet.Entries[i], i)
	}
	r.keep(&sheet)
	if r.marked < r.c.leaves {
		r.missing()
	}
	if len(r.c.unknown) > 0 {
		r.overfull()
	}
	r.outOf = r.assigned()
	if r.low, r.high, r.decided = fromNano(r.sum), fromNano(r.sum), true; r.summed < r.c.leaves || r.refused {
		r.low, r.high, r.decided = r.points(rates, r.all())
	}
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
			r.rows = nil
			r.report(rule.Broken, ErrUnknownLine, entryPath(i, "line"), rule.A("line", rule.Shorten(e.Line)))
			return
		}
		n = at
		if r.c.lines[n].code != e.Line {
			r.rows = nil // a row has no spelling of its own
		}
	}
	r.next = n + 1
	line, at := &r.c.lines[n], &r.places[n]
	if r.rows != nil {
		r.take(e, i, n)
	}
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
		if line.plain && line.side == Counts && !at.refuses(rates) {
			if points, exact := rating.nano(line.max); exact {
				r.sum += points // at most a thousand lines of 10^15
				r.summed++
			}
		}
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
func (r *Result) mark(n, column int) Mark {
	i := r.places[n].entry - 1
	switch {
	case i < 0:
		return Mark{}
	case r.rows == nil:
		return *r.kept.Entries[i].in(r.c.columns[column])
	case column <= self:
		return r.rows[i].mark(column)
	}
	return Mark{}
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
				m := r.mark(n, column)
				sum.Add(line.earns(&m))
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
	m := r.mark(n, column)
	points := r.c.lines[n].earns(&m)
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
