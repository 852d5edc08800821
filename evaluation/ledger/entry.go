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
	owed    duty.Standing // of no object
	says    Laid
	leaders bool
	level   org.Level     // of all bearers
	parts   []duty.Fact   // of no object but its kind
	whole   bool          // a fact of its own stands for all of them
	nobody  rule.Findings // why nobody bears it; none where somebody does
}

func (w *world) laid(d duty.Duty) *laid {
	l := &laid{Duty: d, whole: true, owed: duty.Standing{Due: d.Due(duty.Object{}, "", ""), Day: w.day},
		says: Laid{Bearers: []org.BodyID{}, Source: d.Source, Origin: d.Origin, Timing: d.Timing, Text: d.Text}}
	l.owed.Due.Basis = w.basis.Edition()
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

// row is what there is of an entry before anybody reads it.
type row struct {
	laid   *laid
	object *object
	by     string // who bears it
	status duty.Status
}

// rows enters each duty for each of its objects; a duty without any, once to say so.
func (w *world) rows() []row {
	n := 0
	for d := range w.l.Matrix.Duties() {
		n += 1 + len(w.of(d.Per))
	}
	rows := make([]row, 0, n)
	var list []duty.Standing
	for d := range w.l.Matrix.Duties() {
		l, objects, before := w.laid(d), w.of(d.Per), len(rows)
		for i := range objects {
			r := row{laid: l, object: &objects[i], by: l.by(&objects[i])}
			list, r.status, _ = w.standings(&r, list[:0])
			for i := range list {
				r.status = graver(r.status, w.l.Register.Status(&list[i].Due, w.day))
			}
			if r.status != 0 {
				rows = append(rows, r)
			}
		}
		if len(rows) == before {
			rows = append(rows, row{laid: l, object: &object{Object: duty.Object{Per: d.Per}, none: true}, status: duty.NotComputable})
		}
	}
	return rows
}

// of lists the objects of a kind.
func (w *world) of(p duty.Per) []object {
	if int(p) >= len(w.objects) {
		return nil
	}
	return w.objects[p]
}

// graver is the status that outweighs the other.
func graver(a, b duty.Status) duty.Status {
	if slices.Index(gravity, b) > slices.Index(gravity, a) {
		return b
	}
	return a
}

// entry makes the entry of a row, which shares no list with another.
func (w *world) entry(r *row) Entry {
	e := Entry{Duty: r.laid.ID, Object: r.object.Object, Scope: r.object.Scope, By: r.by, Status: r.status, laid: r.laid}
	var why rule.Code
	e.Standings, _, why = w.standings(r, nil)
	switch why {
	case "":
	case AdviceNoObject:
		e.Because = append(rule.Findings{table.Advice(why, "", rule.A("object", e.Object.Per), rule.A("day", w.day))}, r.laid.nobody.Clone()...)
	case AdviceNoBearer:
		e.Because = r.laid.nobody.Clone()
	case AdviceNoFact:
		e.Because = rule.Findings{table.Advice(why, "")}
	default:
		e.Because = rule.Findings{table.Undecided(why, "")}
	}
	for i := range e.Standings {
		s := &e.Standings[i]
		if s.Judge(&w.l.Register); s.Status == duty.Unknown {
			e.Because = append(e.Because, unknown(s))
		}
	}
	if e.Status == duty.Ongoing && w.l.Register.Has(r.own()) {
		e.Evidence = w.evidence(r.own())
	}
	return e
}

// own is the fact of the duty itself for the object.
func (r *row) own() duty.Fact {
	return duty.Fact{Kind: r.laid.Record, Duty: r.laid.ID, Object: r.object.Object}
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

// standings appends to a list what is owed for the object of a row, not judged yet; or says
// how the entry stands without any, and why. It says neither where the text does not bind
// on the days of the object, or the duty is not owed for it.
func (w *world) standings(r *row, list []duty.Standing) ([]duty.Standing, duty.Status, rule.Code) {
	l, o := r.laid, r.object
	switch {
	case o.none:
		return list, duty.NotComputable, AdviceNoObject
	case o.binding == duty.NotBound:
		return list, 0, ""
	}
	var given []int
	if w.given[l.ID] {
		given = w.dues[r.own()]
	}
	switch {
	case len(given) > 0:
		for _, i := range given {
			d := w.l.Dues[i]
			d.Also = slices.Clone(d.Also)
			list = append(list, duty.Standing{Due: d, Day: w.day})
		}
	case len(l.says.Bearers) == 0:
		return list, duty.NotComputable, AdviceNoBearer
	case l.Record == "":
		return list, duty.NotComputable, AdviceNoFact
	case l.Nature == duty.Continuing:
		if o.days != (rule.Span{}) && !o.days.Contains(w.day) && !o.Per.Yearly() {
			return list, 0, "" // it lasted only as long
		}
		return list, duty.Ongoing, ""
	case l.parts != nil && (!l.whole || !w.l.Register.Has(r.own())):
		return w.compose(r, list)
	case l.Limit == duty.BeforeVisit && o.unsure:
		return list, duty.Unknown, ErrEventDay
	default:
		list = w.stand(r, r.own(), list)
	}
	return list, 0, ""
}

// binding is whether the text binds on the days of an object.
func (w *world) binding(o *object) duty.Binding {
	if o.days == (rule.Span{}) {
		return w.basis.On(w.day)
	}
	return w.basis.On(w.basis.LastOf(o.days))
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

// evidence lists the facts of a continuing duty up to the day.
func (w *world) evidence(f duty.Fact) []duty.Record {
	var list []duty.Record
	for r := range w.l.Register.Of(f) {
		if first := cmp.Or(r.On.Date, r.After.Date); !first.After(w.day) {
			list = append(list, r)
		}
	}
	return list
}

// compose appends the acts of which a duty consists, as standings does.
func (w *world) compose(r *row, list []duty.Standing) ([]duty.Standing, duty.Status, rule.Code) {
	l, o := r.laid, r.object
	year := o.Year
	if l.Limit == duty.FixedDay {
		if year != 0 && year != l.Latest.Year || w.latest(l, o).IsZero() {
			return list, 0, "" // the day is of another year, or came before the assignment
		}
		year = l.Latest.Year
	}
	if l.ID == duty.ReviewPlan || l.ID == duty.BuildPlans {
		c := w.changes[o.Assignment]
		switch {
		case c == nil:
			return list, duty.Unknown, ErrChangeUnknown
		case (c.Kind == assignment.Continuing) != (l.ID == duty.ReviewPlan):
			return list, 0, ""
		}
	}
	if year == 0 {
		year = w.day.Year
	}
	for _, part := range l.parts {
		part.Object.ID = o.ID
		if part.Object.Per.Yearly() {
			part.Object.Year = year
		}
		list = w.stand(r, part, list)
	}
	return list, 0, ""
}

// stand appends that a fact is owed for the object of a row. What was done under the
// assignments that one carries on counts as well.
func (w *world) stand(r *row, f duty.Fact, list []duty.Standing) []duty.Standing {
	list = append(list, r.laid.owed)
	d := &list[len(list)-1].Due
	d.Fact, d.By, d.Binding, d.Latest = f, r.by, r.object.binding, w.latest(r.laid, r.object)
	if f.Object.Per != duty.PerAssignment && f.Object.Per != duty.PerAssignmentYear {
		return list
	}
	if c := w.changes[f.Object.ID]; c != nil {
		for _, id := range c.Before {
			d.Also = append(d.Also, duty.Object{Per: f.Object.Per, ID: id, Year: f.Object.Year})
		}
	}
	return list
}

// unknown says why nothing better is known of a due.
func unknown(s *duty.Standing) rule.Finding {
	d := &s.Due
	switch {
	case s.Record != nil:
		return table.Undecided(ErrUndecided, "")
	case !s.Through.IsZero() && !s.Through.Before(d.Latest):
		return table.Undecided(ErrMayBind, "")
	}
	through := rule.A("through", s.Through)
	if s.Through.IsZero() {
		through = rule.A("through", rule.Text{Vi: "chưa rõ", En: "not known"})
	}
	return table.Undecided(ErrIncomplete, "", rule.A("kind", d.Kind), rule.A("needed", d.Latest), through)
}
