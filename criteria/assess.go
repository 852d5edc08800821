package criteria

import (
	"fmt"
	"iter"
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Assessment is how a commune stands against a set: a verdict for every indicator,
// every criterion and the whole, each either checked from readings or stated by a
// publication. It is an answer, not a judgement of anybody, and it is immutable.
type Assessment struct {
	set      Set
	dossier  Dossier
	floor    rule.Confidence
	c        *resolved
	slots    []Reading
	refused  []bool
	rows     []judgedRow
	criteria []judgedRow
	whole    judgedRow
	findings rule.Findings
}

// judgedRow is the verdict of one line.
type judgedRow struct {
	judged
	stated bool
	clash  Verdict // what was stated otherwise; Unknown where nothing was
}

// Assess judges a dossier against the set. The error is misuse only: no set, another
// set than the dossier names, a day or year that the set does not serve and no
// reason to use it all the same. Unknown is an answer. Numbers of the table that are
// not confirmed are not used: [Assessment.Accept] is the view that uses them.
func (s Set) Assess(d Dossier) (Assessment, error) {
	if err := s.serves(d); err != nil {
		return Assessment{}, err
	}
	c := s.d.resolve(d.Profile, d.Year, d.AsOf)
	a := Assessment{set: s, dossier: d, floor: rule.Secondary, c: c}
	a.slots, a.refused, a.findings = c.bind(d.Readings, d.Profile.Area)
	if c.at.group == 0 && len(s.d.table.Groups) > 0 {
		if g := a.derivedGroup(); g != 0 {
			p := d.Profile
			p.Group = g
			a.c = s.d.resolve(p, d.Year, d.AsOf)
			a.slots, a.refused, a.findings = a.c.bind(d.Readings, d.Profile.Area)
		}
	}
	a.judge()
	return a, nil
}

// serves says whether the question can be asked of the set.
func (s Set) serves(d Dossier) error {
	switch {
	case s.IsZero():
		return ErrNoSet
	case d.Set != "" && d.Set != s.ID():
		return fmt.Errorf("%w: the dossier names %s, not %s", ErrNoSet, rule.Shorten(d.Set), s.ID())
	case d.Override != "" && (d.AsOf.IsZero() || d.AsOf.IsValid()):
		return nil
	case !d.AsOf.IsValid() || !s.Span().Contains(d.AsOf):
		return fmt.Errorf("%w: %s serves %s, not %s", ErrNotInForce, s.ID(), s.Span().In(rule.En), d.AsOf)
	case d.Year != 0 && !s.Years().Contains(d.Year):
		return fmt.Errorf("%w: %s serves %d to %d, not %d", ErrYear, s.ID(), s.Years().From, s.Years().To, d.Year)
	}
	return nil
}

// derivedGroup is the group that the set's rules give the commune; 0 where they
// leave it open: an attribute is not known, or several groups claim the commune.
func (a *Assessment) derivedGroup() Group {
	var claimed, rest Group
	claims, open := 0, false
	for _, g := range a.set.d.table.Groups {
		if g.When.IsZero() {
			rest = g.Group
			continue
		}
		at := a.c.add(g.When.n, around{})
		slots, refused, _ := a.c.bind(a.dossier.Readings, a.dossier.Profile.Area)
		j := judge{a.c, slots, refused, rule.NotObtained}
		switch j.cell(at).verdict {
		case Met:
			claimed, claims = g.Group, claims+1
		case Unknown:
			open = true
		}
	}
	switch {
	case open || claims > 1:
		return 0
	case claims == 1:
		return claimed
	default:
		return rest
	}
}

// judge works out every line under the floor of the view.
func (a *Assessment) judge() {
	j := judge{a.c, a.slots, a.refused, a.floor}
	a.judgeRows(&j)
	a.criteria = make([]judgedRow, len(a.c.criteria))
	whole := judged{verdict: Met}
	checked, failedWhole := true, false
	for i, k := range a.c.criteria {
		all, stated, failed := judged{verdict: Met}, false, false
		if k.first == k.last {
			all = unknownFor(RowsMissing)
		}
		for _, row := range a.rows[k.first:k.last] {
			all = all.and(row.judged)
			stated = stated || row.stated
			failed = failed || row.verdict == NotMet && !row.stated
		}
		a.criteria[i] = settle(all, a.criterionSaid(k)).unlessStatementsClash(stated && !failed)
		a.criteria[i].stated = a.criteria[i].stated || stated && a.criteria[i].verdict != Unknown
		whole = whole.and(a.criteria[i].judged)
		checked = checked && !a.criteria[i].stated
		failedWhole = failedWhole || a.criteria[i].verdict == NotMet && !a.criteria[i].stated
	}
	if whole.verdict == Met && a.c.set.missing() > 0 {
		whole = unknownFor(RowsMissing)
	}
	said, clash := a.wholeSaid()
	a.whole = settle(whole, said).unlessStatementsClash(!checked && !failedWhole)
	if clash && (a.whole.stated || a.whole.verdict == Unknown) {
		a.whole = judgedRow{judged: unknownFor(StatementsClash), clash: said}
	}
	a.whole.stated = a.whole.stated || !checked && a.whole.verdict != Unknown
}

// settle puts a stated verdict beside a checked one: what is checked wins, what is
// stated serves where nothing decides.
func settle(v judged, said Verdict) judgedRow {
	switch {
	case said == Unknown:
		return judgedRow{judged: v}
	case v.verdict == Unknown:
		return judgedRow{judged: judged{verdict: said}, stated: true}
	case v.verdict != said && v.verdict != NotApplicable:
		return judgedRow{judged: v, clash: said}
	default:
		return judgedRow{judged: v}
	}
}

// criterionSaid is what is stated of a criterion, by verdict or by a count of its rows.
func (a *Assessment) criterionSaid(k criterionCell) Verdict {
	return countSays(a.slots[k.slot], a.refused[k.slot])
}

func (a *Assessment) judgeRows(j *judge) {
	a.rows = make([]judgedRow, len(a.c.rows))
	for i, row := range a.c.rows {
		v := j.cell(row.root)
		if row.naOK && a.slots[row.slot].kind == kindNA {
			v = judged{verdict: NotApplicable}
		}
		a.rows[i] = settle(v, a.slots[row.slot].Said)
	}
}

// unlessStatementsClash leaves a line Unknown where statements alone contradict each
// other; a checked line below decides and is not touched.
func (r judgedRow) unlessStatementsClash(statementsOnly bool) judgedRow {
	if r.clash == Unknown || !statementsOnly {
		return r
	}
	return judgedRow{judged: unknownFor(StatementsClash), clash: r.clash}
}

// wholeSaid is what is stated of the whole set, and whether its statements contradict
// each other or a count lies outside what was found.
func (a *Assessment) wholeSaid() (said Verdict, clash bool) {
	rows, criteria := 0, 0
	var rowsNot, criteriaNot int
	for _, r := range a.rows {
		rows, rowsNot = tally(r, rows, rowsNot)
	}
	for _, r := range a.criteria {
		criteria, criteriaNot = tally(r, criteria, criteriaNot)
	}
	said = a.slots[a.c.setSlot].Said
	for _, count := range []struct {
		slot     uint16
		met, not int
	}{{a.c.critSlot, criteria, criteriaNot}, {a.c.indSlot, rows, rowsNot}} {
		r := a.slots[count.slot]
		one := countSays(r, a.refused[count.slot])
		if one == Unknown {
			continue
		}
		if said == Unknown {
			said = one
		}
		most := r.whole.Sub(rule.Int(int64(count.not)))
		clash = clash || one != said || r.value.Cmp(rule.Int(int64(count.met))) < 0 || r.value.Cmp(most) > 0
	}
	return said, clash
}

// tally counts a line that is reached, or not.
func tally(r judgedRow, met, not int) (int, int) {
	switch r.verdict {
	case Met, NotApplicable:
		return met + 1, not
	case NotMet:
		return met, not + 1
	default:
		return met, not
	}
}

// countSays reads a stated verdict, or a count: all of them, or fewer.
func countSays(r Reading, refused bool) Verdict {
	switch {
	case r.Said != Unknown:
		return r.Said
	case r.kind != kindCount || refused:
		return Unknown
	case r.value.Equal(r.whole):
		return Met
	default:
		return NotMet
	}
}

// Accept is a second view of the same assessment, which also uses numbers known at
// least so well; its caveats list each cell it rests on. The assessment itself stays.
func (a Assessment) Accept(floor rule.Confidence) Assessment {
	if a.c == nil {
		return a
	}
	a.floor = min(floor, rule.Secondary)
	a.judge()
	return a
}

// Verdict is that of the whole set. Met is not recognised: recognition is a decision.
func (a Assessment) Verdict() Verdict { return a.whole.verdict }

// Stated reports whether the verdict of the whole rests on statements, and not on
// readings alone.
func (a Assessment) Stated() bool { return a.whole.stated }

// Count is how many criteria have the verdict.
func (a Assessment) Count(v Verdict) int {
	n := 0
	for _, k := range a.criteria {
		if k.verdict == v {
			n++
		}
	}
	return n
}

// Bounds are the least and the greatest number of criteria met that what is unknown
// allows.
func (a Assessment) Bounds() (least, most int) {
	least = a.Count(Met)
	return least, least + a.Count(Unknown)
}

// Edition is the set on which the assessment rests.
func (a Assessment) Edition() rule.Edition { return a.set.Edition() }

// Dossier is what was assessed.
func (a Assessment) Dossier() Dossier { return a.dossier }

// Findings is every reading that could not be used, in the order of the keys.
func (a Assessment) Findings() rule.Findings { return slices.Clone(a.findings) }

// Verdicts goes through the criteria by number.
func (a Assessment) Verdicts() iter.Seq2[int, Verdict] {
	return func(yield func(int, Verdict) bool) {
		if a.c == nil {
			return
		}
		for i, k := range a.c.criteria {
			if !yield(k.criterion.No, a.criteria[i].verdict) {
				return
			}
		}
	}
}

// Caveats is what limits the answer: a set used outside its time, the special column,
// contradictions, cells accepted or not confirmed, poverty standards not named, rows
// not held, and how much is stated.
func (a Assessment) Caveats() rule.Findings {
	if a.c == nil {
		return nil
	}
	var out rule.Findings
	say := func(c rule.Code, at rule.Path, args ...rule.Arg) { out = append(out, table.Advice(c, at, args...)) }
	t := &a.set.d.table
	if a.dossier.Override != "" && (!a.set.Span().Contains(a.dossier.AsOf) || !a.set.Years().Contains(a.dossier.Year)) {
		say(ErrOverride, "override", rule.A("span", t.Span), rule.A("years", fmt.Sprintf("%d–%d", t.Years.From, t.Years.To)), rule.A("reason", rule.Shorten(a.dossier.Override)))
	}
	if column := a.c.at.region; column != a.dossier.Profile.Region {
		say(ErrSpecialColumn, "profile.special", rule.A("column", column), rule.A("region", a.dossier.Profile.Region))
	}
	if missing := a.set.d.missing(); missing > 0 {
		say(ErrRowsMissing, "", rule.A("missing", missing), rule.A("total", t.Indicators))
	}
	statedLines, checkedLines := 0, 0
	for i, row := range a.c.rows {
		out = append(out, a.cellCaveats(row, a.rows[i])...)
		switch r := a.rows[i]; {
		case r.stated:
			statedLines++
		case r.verdict != Unknown:
			checkedLines++
		}
	}
	for i, k := range a.c.criteria {
		out = append(out, clashOf(criterionKey(k.criterion.No), a.criteria[i])...)
		if a.slots[k.slot].Said != Unknown && a.criteria[i].stated {
			statedLines++
		}
	}
	out = append(out, clashOf(keySet, a.whole)...)
	if statedLines > 0 || a.whole.stated {
		say(ErrStated, "readings", rule.A("stated", statedLines), rule.A("checked", checkedLines))
	}
	return out
}

func clashOf(key string, r judgedRow) rule.Findings {
	if r.clash == Unknown {
		return nil
	}
	return rule.Findings{table.Advice(ErrContradiction, readingPath(key), rule.A("key", key), rule.A("stated", r.clash), rule.A("checked", r.verdict))}
}

// cellCaveats is what limits one row: a contradiction, and the cells that were read.
func (a *Assessment) cellCaveats(row rowCell, r judgedRow) rule.Findings {
	out := clashOf(row.ind.Code, r)
	if r.verdict == Unknown || r.stated {
		return out
	}
	for _, l := range a.leaves(row.root) {
		reading := a.slots[l.slot]
		if reading.kind == kindNone {
			continue
		}
		if l.measured != "" && reading.Poverty == "" {
			out = append(out, table.Advice(ErrPovertyUnnamed, readingPath(a.c.keys[l.slot]), rule.A("key", a.c.keys[l.slot]), rule.A("standard", l.measured)))
		}
		if l.conf.Confirmed() {
			continue
		}
		code := ErrUnconfirmed
		if l.numeric {
			code = ErrAccepted
		}
		out = append(out, table.Advice(code, readingPath(a.c.keys[l.slot]), rule.A("code", row.ind.Code), rule.A("demand", Requirement{l.leaf}), rule.A("confidence", l.conf)))
	}
	return out
}

// leaves lists the cells that read something below a cell, in order.
func (a *Assessment) leaves(at uint16) []*cell {
	l := &a.c.cells[at]
	if l.leaf != nil {
		return []*cell{l}
	}
	var all []*cell
	for _, k := range a.c.kids[l.first:l.last] {
		all = append(all, a.leaves(k)...)
	}
	return all
}
