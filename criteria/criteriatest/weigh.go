package criteriatest

import (
	"math/big"
	"slices"

	"github.com/giupxa/giupxa/criteria"
)

// opinions is what the evaluator thinks of a whole dossier.
type opinions struct {
	group    string // that was used, stated or derived
	column   string
	findings []finding
	lines    []weighed
	headings []weighed
	whole    weighed
	// clashes is how many rows, criteria and wholes were stated otherwise than found.
	clashes int
	counts  int // the counts that say more than what was found
	// rests reports whether some verdict rests on a statement.
	rests   bool
	outside bool // the question can be asked only for the reason that is given
	special bool // the special column applies in place of the commune's own
	facts   int  // the facts of the profile that readings contradict
	parts   int  // the rows that are said not to apply, while their parts are not met
	grouped int  // the conditions, not confirmed, by which the group was found
	missing int  // the indicators of the text that are not held
}

// weighed is the verdict on a row, a criterion or the whole, where what is checked
// and what is stated meet.
type weighed struct {
	opinion
	code   string // of a row
	no     int    // the criterion
	stated bool   // the verdict rests on statements
	clash  bool   // something stated says otherwise
	// clashes is how many statements of the whole do; counts is the counts that are neither
	// contradicted nor confirmed, and named the count of criteria that stands.
	clashes, counts int
	named           *big.Rat
	// checked is the verdict on readings alone.
	checked criteria.Verdict

	cells    []*cell
	lacking  []string // the keys of the cells that are open
	gap      *big.Rat // how far one number is from another; nil where that is not so
	accepted []string // the keys whose numbers are used though not confirmed
}

// String says what it is: "line 17.1", "criterion 17".
func (w *weighed) String() string {
	switch {
	case w.code != "":
		return "line " + w.code
	case w.no != 0:
		return "criterion " + itoa(w.no)
	default:
		return "the whole"
	}
}

// weigh puts what is stated beside what is checked, from the rows upward.
func (e *evaluation) weigh() opinions {
	out := opinions{group: e.group, column: e.column, missing: e.t.missing(), special: e.column != e.f.Profile.Region}
	plain := *e.f
	plain.Override = ""
	out.outside = misuse(e.t, &plain) != nil
	out.lines = make([]weighed, len(e.rows))
	for i := range e.rows {
		out.lines[i] = e.line(&e.rows[i])
		if r := &e.rows[i]; r.mayNotApply && e.given[r.code].value.kind == notApplied && e.judge(r.demand).verdict == criteria.NotMet {
			out.parts++
		}
	}
	first := 0
	for _, k := range e.t.criteria { // whose rows follow each other
		last := first + e.rowsOf(k.no)
		out.headings = append(out.headings, e.heading(k, out.lines[first:last]))
		first = last
	}
	out.whole = e.whole(out.headings, out.lines)
	for _, ws := range [][]weighed{out.lines, out.headings, {out.whole}} {
		for i := range ws {
			if ws[i].clash {
				out.clashes += max(1, ws[i].clashes)
			}
			out.rests = out.rests || ws[i].stated
			out.counts += ws[i].counts
		}
	}
	return out
}

// line weighs a row: what is checked wins, what is stated serves where nothing decides.
func (e *evaluation) line(r *heldRow) weighed {
	w := weighed{code: r.code, no: r.criterion, opinion: e.judge(r.demand), cells: r.cells}
	if r.dayOpen {
		w.why = []criteria.Reason{criteria.DayNotKnown}
	}
	own := e.given[r.code]
	if r.mayNotApply && own.value.kind == notApplied {
		w.opinion = sure(criteria.NotApplicable)
	}
	w.checked = w.verdict
	e.measure(&w)
	for _, c := range w.cells {
		if e.judgeCell(c).verdict == criteria.Unknown {
			w.lacking = append(w.lacking, c.key, c.previous)
		}
	}
	switch said := own.stated; {
	case said == criteria.Unknown:
	case w.verdict == criteria.Unknown:
		w.opinion, w.stated = sure(said), true
	default:
		w.clash = said != w.verdict && (w.verdict != criteria.NotApplicable || said != criteria.Met)
	}
	return w
}

// measure works out the gap of a row of one number, and which numbers of the table it
// rests on though they are not confirmed.
func (e *evaluation) measure(w *weighed) {
	if w.checked != criteria.Met && w.checked != criteria.NotMet || len(w.cells) != 1 {
		return
	}
	c := w.cells[0]
	v := e.given[c.key].value
	if c.numeric() && !confirmed(c.confidence(e.column)) {
		w.accepted = []string{c.key}
	}
	if v.kind != number && v.kind != share || c.op == "below" || c.op == "above" {
		return // no number is the nearest to a goal that is excluded
	}
	scale := big.NewRat(1, 1) // of the goal, to the unit of the reading
	switch {
	case c.previous != "":
		scale = e.given[c.previous].value.n
	case v.kind == share: // a count
		scale.Quo(v.whole, hundred)
	}
	gap := new(big.Rat)
	if c.lo != nil {
		gap = larger(gap, new(big.Rat).Sub(new(big.Rat).Mul(c.lo, scale), v.n))
	}
	if c.hi != nil {
		gap = larger(gap, new(big.Rat).Sub(v.n, new(big.Rat).Mul(c.hi, scale)))
	}
	if v.kind == share && !gap.IsInt() { // nobody is half a household
		up := new(big.Int).Quo(gap.Num(), gap.Denom())
		gap = new(big.Rat).SetInt(up.Add(up, big.NewInt(1)))
	}
	w.gap = gap
}

func larger(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}

// all is Kleene's conjunction of verdicts; what does not apply counts as reached.
func all(ws []weighed, of func(*weighed) criteria.Verdict) criteria.Verdict {
	verdict := criteria.Met
	for i := range ws {
		switch of(&ws[i]) {
		case criteria.NotMet:
			return criteria.NotMet
		case criteria.Unknown:
			verdict = criteria.Unknown
		}
	}
	return verdict
}

func onReadings(w *weighed) criteria.Verdict { return w.checked }
func found(w *weighed) criteria.Verdict      { return w.verdict }

// heading weighs a criterion. What the readings of its rows decide stands, whatever is
// stated; statements decide only where they agree with each other.
func (e *evaluation) heading(k criterion, rows []weighed) weighed {
	h := weighed{no: k.no}
	below := criteria.Unknown
	if len(rows) == 0 {
		h.why = []criteria.Reason{criteria.RowsMissing}
	} else {
		h.checked, below = all(rows, onReadings), all(rows, found)
	}
	for i := range rows {
		h.why = append(h.why, rows[i].why...)
	}
	own := e.given[k.id]
	h.conclude(below, own.says())
	if !own.agrees(rows) {
		h.clash = true
		if h.checked == criteria.Unknown && below == criteria.Unknown {
			h.verdict, h.why, h.stated = criteria.Unknown, []criteria.Reason{criteria.StatementsClash}, false
		}
	}
	if own.value.kind == count && !h.clash && !own.value.confirmed(rows) {
		h.counts = 1
	}
	return h
}

// conclude decides between what the readings say, what they and the statements below
// say, and what is stated of the thing itself.
func (w *weighed) conclude(below criteria.Verdict, said ...criteria.Verdict) {
	said = slices.DeleteFunc(said, func(v criteria.Verdict) bool { return v == criteria.Unknown })
	known := said
	if below != criteria.Unknown {
		known = append([]criteria.Verdict{below}, said...)
	}
	agree := len(slices.Compact(slices.Sorted(slices.Values(known)))) <= 1
	switch {
	case w.checked != criteria.Unknown:
		w.verdict, w.why = w.checked, nil
		w.clash = slices.ContainsFunc(said, func(v criteria.Verdict) bool { return v != w.checked })
	case !agree:
		w.verdict, w.why, w.clash = criteria.Unknown, []criteria.Reason{criteria.StatementsClash}, true
	case len(known) > 0:
		w.verdict, w.why, w.stated = known[0], nil, true
	}
}

// says is what a reading states of a criterion or a set: a verdict, or a count, which
// is all of them or fewer.
func (r record) says() criteria.Verdict {
	switch {
	case r.stated != criteria.Unknown:
		return r.stated
	case r.value.kind == count:
		return verdictOf(r.value.n.Cmp(r.value.whole) == 0)
	default:
		return criteria.Unknown
	}
}

// whole weighs the set. A count that lies outside what was found contradicts it.
func (e *evaluation) whole(headings, lines []weighed) weighed {
	w := weighed{checked: all(headings, onReadings)}
	below := all(headings, found)
	if e.t.missing() > 0 {
		// Rows that are not held may fail: the set is never found met.
		if w.checked == criteria.Met {
			w.checked = criteria.Unknown
		}
		if below == criteria.Met {
			below = criteria.Unknown
		}
		w.why = append(w.why, criteria.RowsMissing)
	}
	for i := range headings {
		w.why = append(w.why, headings[i].why...)
	}
	criteriaCount, rowCount := e.given["set/criteria"], e.given["set/indicators"]
	w.conclude(below, e.given["set"].stated, criteriaCount.says(), rowCount.says())
	if !criteriaCount.agrees(headings) || !rowCount.agrees(lines) {
		w.clash = true
		if w.checked == criteria.Unknown && below == criteria.Unknown {
			w.verdict, w.why, w.stated = criteria.Unknown, []criteria.Reason{criteria.StatementsClash}, false
		}
	}
	for _, of := range []struct {
		record
		ws []weighed
	}{{e.given["set"], nil}, {criteriaCount, headings}, {rowCount, lines}} {
		switch said := of.says(); {
		case said == criteria.Unknown:
		case w.clash && (w.verdict == criteria.Unknown || said != w.verdict || !of.agrees(of.ws)):
			w.clashes++
		case of.value.kind == count && !of.value.confirmed(of.ws):
			w.counts++
		}
	}
	if stands := !w.clash || w.verdict != criteria.Unknown && criteriaCount.says() == w.verdict && criteriaCount.agrees(headings); stands && criteriaCount.value.kind == count {
		w.named = criteriaCount.value.n
	}
	return w
}

// agrees reports whether a count agrees with what was found, so far as it is known, and with
// what is stated beside it.
func (r record) agrees(ws []weighed) bool {
	if r.value.kind != count {
		return true
	}
	full := verdictOf(r.value.n.Cmp(r.value.whole) == 0)
	return r.value.allows(ws) && (r.stated == criteria.Unknown || (r.stated == criteria.Met) == (full == criteria.Met))
}

// confirmed reports whether a count says no more than what was found.
func (v value) confirmed(ws []weighed) bool {
	met, not := tally(ws)
	return v.n.Cmp(big.NewRat(met, 1)) == 0 && v.n.Cmp(new(big.Rat).Sub(v.whole, big.NewRat(not, 1))) == 0
}

// tally counts what is reached and what is not.
func tally(ws []weighed) (met, not int64) {
	for i := range ws {
		switch ws[i].verdict {
		case criteria.Met, criteria.NotApplicable:
			met++
		case criteria.NotMet:
			not++
		}
	}
	return met, not
}

// allows reports whether a count agrees with what was found, so far as it is known.
func (v value) allows(ws []weighed) bool {
	if v.kind != count {
		return true
	}
	met, not := tally(ws)
	most := new(big.Rat).Sub(v.whole, big.NewRat(not, 1))
	return v.n.Cmp(big.NewRat(met, 1)) >= 0 && v.n.Cmp(most) <= 0
}
