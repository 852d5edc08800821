package criteria

import (
	"iter"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Assessment is what a set finds of a commune: a verdict for every indicator, every
// criterion and the whole, each either checked from readings or stated by a publication. It is
// an answer, not a judgement of anybody, and it is immutable.
//
// It keeps a mark of four bytes for each line; everything else is looked up when asked.
type Assessment struct {
	bound
	marks []mark // of the rows, then of the criteria
	whole mark
}

// mark is the verdict of one line.
type mark struct {
	judged
	stated bool
	clash  Verdict // what was stated otherwise; Unknown where nothing was
}

// Assess judges a dossier against the set. The error is misuse only: no set, another
// set or standard than the dossier names, or a day or year that the set does not serve without
// an Override. Unknown is an answer. Numbers of the table that are
// not confirmed are not used: [Assessment.Accept] is the view that uses them.
//
// The set keeps the choices that it made: the first commune of a column and year costs more
// than the others.
func (s Set) Assess(d Dossier) (Assessment, error) {
	demands, err := s.Demands(d)
	if err != nil {
		return Assessment{}, err
	}
	return Bound{demands.c.bound(&d)}.Assess(), nil
}

// Assess judges bound readings. It allocates once.
func (b Bound) Assess() Assessment {
	var a Assessment
	b.AssessInto(&a)
	return a
}

// AssessInto is Assess into an assessment that is used again, and allocates nothing
// once that has its room. What was in it is gone, copies of it included.
func (b Bound) AssessInto(a *Assessment) {
	a.bound = b.b
	if a.c != nil {
		a.workOut()
	}
}

// workOut works out every line of the view.
func (a *Assessment) workOut() {
	rows, criteria := len(a.c.rows), len(a.c.criteria)
	if cap(a.marks) < rows+criteria {
		a.marks = make([]mark, rows+criteria)
	}
	a.marks = a.marks[:rows+criteria]
	for i := range a.c.rows {
		a.marks[i] = a.ofRow(&a.c.rows[i])
	}
	whole := judged{verdict: Met}
	checked, failed := true, false
	for i := range a.c.criteria {
		m := a.ofCriterion(&a.c.criteria[i])
		a.marks[rows+i] = m
		whole = whole.and(m.judged)
		checked = checked && !m.stated
		failed = failed || m.verdict == NotMet && !m.stated
	}
	if whole.verdict == Met && a.c.set.notHeld() > 0 {
		whole = unknownFor(RowsMissing)
	}
	said, disagree, outside := a.wholeSaid()
	onReadings := checked || failed
	a.whole = beside(whole, said).unlessStatementsClash(!onReadings)
	alone := a.whole.stated || a.whole.verdict == Unknown
	switch {
	case disagree && (alone || !onReadings), outside && alone:
		a.whole = mark{judged: unknownFor(StatementsClash), clash: said}
	case disagree, outside:
		a.whole.clash = said
	}
	a.whole.stated = a.whole.stated || !checked && a.whole.verdict != Unknown
}

// ofRow judges one indicator.
func (v *view) ofRow(row *row) mark {
	s := &v.vals[row.slot]
	if s.stage < v.stage {
		return mark{judged: v.judge(row.root)}
	}
	if row.MayNotApply && s.kind == kindNA {
		return beside(judged{verdict: NotApplicable}, s.said)
	}
	return beside(v.judge(row.root), s.said)
}

// ofCriterion joins the rows of a criterion; what does not apply counts as reached.
func (a *Assessment) ofCriterion(k *group) mark {
	all, stated, failed := judged{verdict: Met}, false, false
	if k.first == k.last {
		all = unknownFor(RowsMissing)
	}
	for _, row := range a.marks[k.first:k.last] {
		all = all.and(row.judged)
		stated = stated || row.stated
		failed = failed || row.verdict == NotMet && !row.stated
	}
	said := a.says(k.slot)
	m := beside(all, said).unlessStatementsClash(stated && !failed)
	switch outside := a.outside(k.slot, a.marks[k.first:k.last]); {
	case outside && (m.stated || m.verdict == Unknown):
		m = mark{judged: unknownFor(StatementsClash), clash: said}
	case outside:
		m.clash = said
	}
	m.stated = m.stated || stated && !failed && m.verdict != Unknown
	return m
}

// beside joins a checked verdict and a stated one: the checked one wins, the stated one is
// used where nothing decides.
func beside(v judged, said Verdict) mark {
	switch {
	case said == Unknown:
		return mark{judged: v}
	case v.verdict == Unknown:
		return mark{judged: judged{verdict: said}, stated: true}
	case v.verdict != said && (v.verdict != NotApplicable || said != Met): // both are reached
		return mark{judged: v, clash: said}
	default:
		return mark{judged: v}
	}
}

// unlessStatementsClash leaves a line Unknown where statements alone contradict each
// other; a checked line below decides and is not touched.
func (m mark) unlessStatementsClash(statementsOnly bool) mark {
	if m.clash == Unknown || !statementsOnly {
		return m
	}
	return mark{judged: unknownFor(StatementsClash), clash: m.clash}
}

// wholeSaid is what is stated of the whole set, and whether its statements contradict
// each other or a count lies outside what was found.
func (a *Assessment) wholeSaid() (said Verdict, disagree, outside bool) {
	said = a.says(a.c.setSlot)
	for _, slot := range [...]uint16{a.c.critSlot, a.c.indSlot} {
		one := a.says(slot)
		if one == Unknown {
			continue
		}
		if said == Unknown {
			said = one
		}
		disagree = disagree || one != said
		outside = outside || a.outside(slot, a.counted(slot))
	}
	return said, disagree, outside
}

// counted are the marks that a count of the whole counts: of the rows, or of the criteria.
func (a *Assessment) counted(slot uint16) []mark {
	if slot == a.c.indSlot {
		return a.marks[:len(a.c.rows)]
	}
	return a.marks[len(a.c.rows):]
}

// outside reports whether a count is less than what was found met, leaves no room for what was
// found not met, or is not what is stated beside it.
func (v *view) outside(slot uint16, marks []mark) bool {
	s := &v.vals[slot]
	if s.kind != kindCount || s.stage < v.stage {
		return false
	}
	met, not := tally(marks)
	return s.v < met || s.v > s.w-not || s.said != Unknown && (s.said == Met) != (s.v == s.w)
}

// tally counts the lines that are reached, and those that are not.
func tally(marks []mark) (met, not int64) {
	for _, m := range marks {
		switch m.verdict {
		case Met, NotApplicable:
			met++
		case NotMet:
			not++
		}
	}
	return met, not
}

// says is what is stated in a slot: a verdict, or a count, all of them or fewer.
func (v *view) says(slot uint16) Verdict {
	s := &v.vals[slot]
	switch {
	case s.stage < v.stage:
		return Unknown
	case s.said != Unknown:
		return s.said
	case s.kind != kindCount:
		return Unknown
	case s.v == s.w:
		return Met
	default:
		return NotMet
	}
}

// Accept is a second view of the same assessment, which also uses numbers known at
// least so well; its caveats list each cell it rests on. The assessment itself stays.
func (a Assessment) Accept(floor rule.Confidence) Assessment {
	a.bound = a.seen(min(floor, rule.Secondary), a.stage)
	return a.again()
}

// AtStage is a second view of the same assessment, in which only readings and
// statements of that stage or a later one count. One that names no stage counts in
// the first view only. The profile is decided fact and counts always.
func (a Assessment) AtStage(s Stage) Assessment {
	a.bound = a.seen(a.floor, s)
	return a.again()
}

func (a Assessment) again() Assessment {
	if a.c != nil {
		a.marks = nil
		a.workOut()
	}
	return a
}

// Verdict is that of the whole set. Met is not recognised: recognition is a decision.
func (a Assessment) Verdict() Verdict { return a.whole.verdict }

// Stated reports whether the verdict of the whole rests on statements, and not on
// readings alone.
func (a Assessment) Stated() bool { return a.whole.stated }

// Count is how many criteria have the verdict.
func (a Assessment) Count(v Verdict) int { return a.count(v, len(a.rowMarks()), len(a.marks)) }

// CountIndicators is how many indicators have the verdict.
func (a Assessment) CountIndicators(v Verdict) int { return a.count(v, 0, len(a.rowMarks())) }

func (a *Assessment) count(v Verdict, first, last int) int {
	n := 0
	for _, m := range a.marks[first:last] {
		if m.verdict == v {
			n++
		}
	}
	return n
}

// rowMarks are the marks of the rows; none of the zero assessment.
func (a *Assessment) rowMarks() []mark {
	if a.c == nil {
		return nil
	}
	return a.marks[:len(a.c.rows)]
}

// Bounds are the least and the greatest number of criteria met that what is unknown
// allows. A stated count of criteria ("16 of 19") that nothing contradicts is both.
func (a Assessment) Bounds() (least, most int) {
	least = a.Count(Met)
	if a.c == nil {
		return 0, 0
	}
	if s := &a.vals[a.c.critSlot]; s.kind == kindCount && s.stage >= a.stage && !a.contradicted(a.c.critSlot) {
		return int(s.v), int(s.v)
	}
	return least, least + a.Count(Unknown)
}

// contradicted reports whether what is stated of the whole in a slot stands against what was
// found, or against another statement where nothing else decides.
func (a *Assessment) contradicted(slot uint16) bool {
	said := a.says(slot)
	return said != Unknown && a.whole.clash != Unknown && (a.whole.verdict == Unknown || said != a.whole.verdict || a.outside(slot, a.counted(slot)))
}

// RestsOn is how many of the readings and statements in use have the stage; 0 is
// those that name none.
func (a Assessment) RestsOn(s Stage) int {
	n := 0
	for i := range a.vals {
		if v := &a.vals[i]; v.isGiven() && (v.kind != kindRefused || v.said != Unknown) && v.stage == s && s >= a.stage {
			n++
		}
	}
	return n
}

// Edition is the set on which the assessment rests: the same dossier under the same
// edition gives the same answer.
func (a Assessment) Edition() rule.Edition { return a.Demands().Edition() }

// Demands is what was demanded.
func (a Assessment) Demands() Demands { return Demands{a.c} }

// Dossier is what was assessed.
func (a Assessment) Dossier() Dossier { return a.given() }

// Findings is every reading that could not be used, in the order of the keys.
func (a Assessment) Findings() rule.Findings { return a.findings.Clone() }

// Indicators goes through the indicators with their verdicts and nothing else, in the
// order of the set; [Assessment.Lines] says why.
func (a Assessment) Indicators() iter.Seq2[string, Verdict] {
	return func(yield func(string, Verdict) bool) {
		for i, m := range a.rowMarks() {
			if !yield(a.c.rows[i].Code, m.verdict) {
				return
			}
		}
	}
}
