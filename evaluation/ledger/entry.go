package ledger

import (
	"cmp"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Entry is one duty and one object that it is owed for, and where it stands.
type Entry struct {
	Duty   rule.DutyID `json:"duty" validate:"required,max=100"`
	Object duty.Object `json:"object"`
	Scope
	// By is who bears it: the id of the leader or body, or the code of the unit; empty
	// where several bodies do.
	By string `json:"by,omitempty" validate:"max=200"`
	// Status is that of the standings, the gravest of several; without any it is what
	// Because says.
	Status duty.Status `json:"status" validate:"required"`
	// Standings are the dues of the entry, each with the facts behind it: one for each
	// receiver, or for each act of which the duty consists.
	Standings []duty.Standing `json:"standings,omitempty" validate:"dive"`
	// Evidence is what is recorded for a continuing duty, up to the day.
	Evidence []duty.Record `json:"evidence,omitempty" validate:"dive"`
	// Because says why nothing better is known.
	Because rule.Findings `json:"because,omitempty"`
	laid    *laid
}

// Laid is what the matrix says of the duty of an entry: the bodies that bear it, the passage
// that lays it down, the text's word on time, its words.
type Laid struct {
	Bearers []org.BodyID `json:"bearers"`
	Source  rule.Source  `json:"source,omitzero"`
	Origin  rule.Origin  `json:"origin,omitzero"`
	Timing  duty.Timing  `json:"timing,omitzero"`
	Text    rule.Text    `json:"text"`
}

// Laid is what the matrix says of the duty.
func (e *Entry) Laid() Laid {
	if e.laid == nil {
		return Laid{}
	}
	l := e.laid.says
	l.Bearers = slices.Clone(l.Bearers)
	return l
}

// clone shares no list with the entry.
func (e *Entry) clone() Entry {
	c := *e
	c.Standings, c.Evidence, c.Because = slices.Clone(e.Standings), slices.Clone(e.Evidence), e.Because.Clone()
	for i := range c.Evidence {
		c.Evidence[i].Findings = c.Evidence[i].Findings.Clone()
	}
	for i := range c.Standings {
		s := &c.Standings[i]
		s.Due.Also, s.Others = slices.Clone(s.Due.Also), slices.Clone(s.Others)
		for j := range s.Others {
			s.Others[j].Findings = s.Others[j].Findings.Clone()
		}
		if s.Record != nil {
			fact := *s.Record
			fact.Findings = fact.Findings.Clone()
			s.Record = &fact
		}
	}
	return c
}

// Latest is the last timely day, the earliest of several; zero where no date binds.
func (e *Entry) Latest() civil.Date {
	var first civil.Date
	for i := range e.Standings {
		if l := e.Standings[i].Due.Latest; !l.IsZero() && (first.IsZero() || l.Before(first)) {
			first = l
		}
	}
	return first
}

// act is a duty whose fact, for an assignment or for its year, is a part of another duty.
type act struct {
	id  rule.DutyID
	per duty.Per
}

// made are the duties that consist of several acts of the same assignment: the plan of the
// period and that of the year. A host that records one as a whole is taken at its word.
var made = map[rule.DutyID][]act{
	duty.ReviewPlan: {{duty.AnnualPlan, duty.PerAssignmentYear}},
	duty.BuildPlans: {{duty.PeriodPlan, duty.PerAssignment}, {duty.AnnualPlan, duty.PerAssignmentYear}},
	duty.SendPlans:  {{duty.PeriodPlan, duty.PerAssignment}, {duty.AnnualPlan, duty.PerAssignmentYear}},
	duty.TracePlans: {{duty.TracePlans, duty.PerAssignment}, {duty.TracePlans, duty.PerAssignmentYear}},
}

// gravity is the order in which one status outweighs another.
var gravity = []duty.Status{
	duty.Fulfilled, duty.FulfilledLate, duty.Open, duty.NotYetDue, duty.DueToday, duty.Unknown, duty.Overdue, duty.Breached,
}

// laid is a duty of the matrix with what is the same in all its entries.
type laid struct {
	duty.Duty
	due     duty.Due // of no object
	says    Laid
	leaders bool
	level   org.Level     // of all bearers
	parts   []duty.Fact   // of no object but its kind
	whole   bool          // a fact of its own stands for all of them
	nobody  rule.Findings // why nobody bears it; none where somebody does
}

func (w *world) laid(d duty.Duty) *laid {
	l := &laid{Duty: d, due: d.Due(duty.Object{}, "", ""), whole: true,
		says: Laid{Bearers: []org.BodyID{}, Source: d.Source, Origin: d.Origin, Timing: d.Timing, Text: d.Text}}
	l.due.Basis = w.basis.Edition()
	for p := range d.Bearers.All() {
		l.says.Bearers = append(l.says.Bearers, p.Body)
		l.leaders = l.leaders || p.Body == w.l.Leaders
		b, _ := w.l.Matrix.Body(p.Body)
		if len(l.says.Bearers) > 1 && l.level != b.Level {
			b.Level = 0 // of several levels: no unit bears it
		}
		l.level = b.Level
	}
	l.nobody = w.nobody(d)
	for _, a := range made[d.ID] {
		if part, ok := w.l.Matrix.Duty(a.id); ok {
			l.parts = append(l.parts, duty.Fact{Kind: part.Record, Duty: a.id, Object: duty.Object{Per: a.per}})
			l.whole = l.whole && a.id != d.ID
		}
	}
	return l
}

// nobody says that a duty has no bearer, and which bodies that had a part in it are gone
// without an heir.
func (w *world) nobody(d duty.Duty) rule.Findings {
	if d.Bearers.Len() > 0 {
		return nil
	}
	why := rule.Findings{table.Advice(AdviceNoBearer, "", rule.A("day", w.day))}
	for t := range w.l.Matrix.Transfers() {
		if t.Duty == d.ID && len(t.To) == 0 && !t.On.After(w.day) {
			why = append(why, table.Advice(AdviceCeased, "", rule.A("body", w.l.Matrix.Name(t.From)), rule.A("day", t.On), rule.A("why", t.Why)))
		}
	}
	return why
}

// duty enters a duty for each of its objects; without any, it says so.
func (w *world) duty(d duty.Duty) {
	l := w.laid(d)
	n := len(w.entries)
	if int(d.Per) < len(w.objects) {
		for i := range w.objects[d.Per] {
			w.enter(l, &w.objects[d.Per][i])
		}
	}
	if len(w.entries) == n {
		w.entries = append(w.entries, Entry{
			Duty: d.ID, Object: duty.Object{Per: d.Per}, laid: l,
			Status: duty.NotComputable, Because: append(rule.Findings{table.Advice(AdviceNoObject, "", rule.A("object", d.Per), rule.A("day", w.day))}, l.nobody...),
		})
	}
}

// by is who bears a duty for an object.
func (l *laid) by(o *object) string {
	switch {
	case l.leaders && o.Leader != "":
		return o.Leader
	case l.level == org.LevelCommune && o.Commune != "":
		return string(o.Commune)
	case l.level == org.LevelDistrict && o.District != "":
		return string(o.District)
	case len(l.says.Bearers) == 1:
		return string(l.says.Bearers[0])
	default:
		return ""
	}
}

// enter enters a duty for one object, where the text binds on its days and it is owed for
// it.
func (w *world) enter(l *laid, o *object) {
	binding := w.binding(o)
	if binding == duty.NotBound {
		return
	}
	e := Entry{Duty: l.ID, Object: o.Object, Scope: o.Scope, By: l.by(o), laid: l}
	own := duty.Fact{Kind: l.Record, Duty: l.ID, Object: o.Object}
	var given []int
	if w.given[l.ID] {
		given = w.dues[own]
	}
	switch {
	case len(given) > 0:
		for _, i := range given {
			due := w.l.Dues[i]
			due.Binding = max(due.Binding, binding)
			w.stand(&e, &due)
		}
	case len(l.says.Bearers) == 0:
		e.Status, e.Because = duty.NotComputable, l.nobody.Clone()
	case l.Record == "":
		e.Status, e.Because = duty.NotComputable, rule.Findings{table.Advice(AdviceNoFact, "")}
	case l.Nature == duty.Continuing:
		if o.days != (rule.Span{}) && !o.days.Contains(w.day) && !o.Per.Yearly() {
			return // it lasted only as long
		}
		e.Status, e.Evidence = duty.Ongoing, w.evidence(own)
		if binding == duty.MayBind {
			e.Status, e.Because = duty.Unknown, rule.Findings{table.Undecided(ErrMayBind, "")}
		}
	case l.parts != nil && (!l.whole || !w.recorded(own)):
		if !w.compose(&e, l, o, binding) {
			return
		}
	case l.Limit == duty.BeforeVisit && o.unsure:
		e.Status, e.Because = duty.Unknown, rule.Findings{table.Undecided(ErrEventDay, "")}
	default:
		due := l.due
		due.Object, due.By, due.Binding = o.Object, e.By, binding
		w.also(&due)
		due.Latest = w.latest(l, o)
		w.stand(&e, &due)
	}
	w.entries = append(w.entries, e)
}

// binding is whether the text binds on the days of an object, as far as they have come.
func (w *world) binding(o *object) duty.Binding {
	on := w.day
	if last := w.basis.LastOf(o.days); o.days != (rule.Span{}) && last.Before(on) {
		on = last
	}
	return w.basis.On(on)
}

// latest is the last timely day of a duty for an object. A day of the text binds
// whoever was assigned by then, in the year of that day.
func (w *world) latest(l *laid, o *object) civil.Date {
	switch l.Limit {
	case duty.FixedDay:
		from := o.days.From
		if o.Per == duty.PerProvince || o.Per == duty.PerBody || !from.IsZero() && !from.After(l.Latest) {
			return l.Latest
		}
	case duty.BeforeVisit, duty.BeforeMeeting:
		return o.days.From
	case duty.NoLimit:
	}
	return civil.Date{}
}

// also takes what was done under the assignments that one carries on.
func (w *world) also(d *duty.Due) {
	if c := w.changes[d.Object.ID]; c != nil && (d.Object.Per == duty.PerAssignment || d.Object.Per == duty.PerAssignmentYear) {
		for _, id := range c.Before {
			d.Also = append(d.Also, duty.Object{Per: d.Object.Per, ID: id, Year: d.Object.Year})
		}
	}
}

func (w *world) recorded(f duty.Fact) bool {
	for range w.l.Register.Of(f) {
		return true
	}
	return false
}

// evidence lists the facts of a continuing duty up to the day.
func (w *world) evidence(f duty.Fact) []duty.Record {
	from := len(w.seen)
	for r := range w.l.Register.Of(f) {
		if first := cmp.Or(r.On.Date, r.After.Date); !first.After(w.day) {
			if len(w.seen) == cap(w.seen) {
				block := make([]duty.Record, 0, 64+len(w.seen)-from)
				w.seen, from = append(block, w.seen[from:]...), 0
			}
			w.seen = append(w.seen, r)
		}
	}
	if from == len(w.seen) {
		return nil
	}
	return w.seen[from:len(w.seen):len(w.seen)]
}

// compose judges a duty by the acts of which it consists; false where it is not owed for
// the object.
func (w *world) compose(e *Entry, l *laid, o *object, binding duty.Binding) bool {
	year := o.Year
	if l.Limit == duty.FixedDay {
		if year != 0 && year != l.Latest.Year || w.latest(l, o).IsZero() {
			return false // the day is of another year, or came before the assignment
		}
		year = l.Latest.Year
	}
	if l.ID == duty.ReviewPlan || l.ID == duty.BuildPlans {
		c := w.changes[o.Assignment]
		switch {
		case c == nil:
			e.Status, e.Because = duty.Unknown, rule.Findings{table.Undecided(ErrChangeUnknown, "")}
			return true
		case (c.Kind == assignment.Continuing) != (l.ID == duty.ReviewPlan):
			return false
		}
	}
	if year == 0 {
		year = w.day.Year
	}
	for _, part := range l.parts {
		due := l.due
		due.Fact = part
		due.Object.ID = o.ID
		if part.Object.Per.Yearly() {
			due.Object.Year = year
		}
		due.By, due.Binding, due.Latest = e.By, binding, w.latest(l, o)
		w.also(&due)
		w.stand(e, &due)
	}
	return true
}

// stand judges one due of an entry and says why nothing better is known.
func (w *world) stand(e *Entry, d *duty.Due) {
	if len(w.block) == cap(w.block) {
		w.block = make([]duty.Standing, 0, 48) // of a size that is not large to the allocator
	}
	w.block = w.block[:len(w.block)+1]
	s := &w.block[len(w.block)-1]
	s.Due, s.Day = *d, w.day
	s.Due.Also = slices.Clone(d.Also)
	s.Judge(&w.l.Register)
	if e.Standings == nil {
		e.Standings = w.block[len(w.block)-1 : len(w.block) : len(w.block)]
	} else {
		e.Standings = append(e.Standings, *s)
	}
	if e.Status == 0 || slices.Index(gravity, s.Status) > slices.Index(gravity, e.Status) {
		e.Status = s.Status
	}
	if s.Status != duty.Unknown {
		return
	}
	if s.Record != nil {
		e.Because = append(e.Because, table.Undecided(ErrUndecided, ""))
		return
	}
	if d.Binding == duty.MayBind && len(e.Because.Of(ErrMayBind)) == 0 {
		e.Because = append(e.Because, table.Undecided(ErrMayBind, ""))
	}
	if lacks(s) {
		e.Because = append(e.Because, incomplete(d, s.Through))
	}
}

// lacks reports whether the register may lack a fact that decides by now.
func lacks(s *duty.Standing) bool {
	return s.Status == duty.Unknown && s.Record == nil && !s.Due.Latest.IsZero() && s.Due.Latest.Before(s.Day) &&
		(s.Through.IsZero() || s.Through.Before(s.Due.Latest))
}

// incomplete says what the register lacks.
func incomplete(d *duty.Due, through civil.Date) rule.Finding {
	to := rule.A("through", through)
	if through.IsZero() {
		to = rule.A("through", rule.Text{Vi: "chưa rõ", En: "not known"})
	}
	return table.Undecided(ErrIncomplete, "", rule.A("kind", d.Kind), rule.A("needed", d.Latest), to)
}
