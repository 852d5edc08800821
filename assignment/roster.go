package assignment

import (
	"maps"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Roster is all assignments of a province: many leaders to a commune and many
// communes to a leader. It is immutable; its zero value holds none.
type Roster struct {
	entries     Entries
	leaders     map[string]int
	assignments map[string]int
	byCommune   map[org.UnitCode][]int
	byLeader    map[string][]int
}

// NewRoster checks the entries and reports every fault of form as
// [rule.Findings]: an id that is blank or given twice, an unknown leader or
// assignment, a span that is not valid or has no first day, an assignment that overlaps
// another of the same leader, commune and role, a commune that replaces itself or
// one that the leader keeps, a team member named twice, a reason of end without
// an end, a date that is no day. It reports one overlap an assignment.
func NewRoster(e Entries) (Roster, error) {
	n := len(e.Assignments)
	b := builder{
		r: Roster{
			entries: e.clone(), leaders: make(map[string]int, len(e.Leaders)), assignments: make(map[string]int, n),
			byCommune: make(map[org.UnitCode][]int, n), byLeader: make(map[string][]int, n),
		},
		held: make(map[holding]*taken, n),
	}
	for i, l := range b.r.entries.Leaders {
		b.leader(rule.Path("leaders").Index(i), i, l)
	}
	for i := range b.r.entries.Assignments {
		b.assignment(i)
	}
	for i := range b.r.entries.Assignments {
		b.replaced(i)
	}
	b.others()
	if err := b.found.Err(); err != nil {
		return Roster{}, err
	}
	return b.r, nil
}

// clone copies every list, so that nobody outside holds one.
func (e Entries) clone() Entries {
	e.Leaders, e.Assignments = slices.Clone(e.Leaders), slices.Clone(e.Assignments)
	for i := range e.Assignments {
		e.Assignments[i] = e.Assignments[i].clone()
	}
	e.DistrictHelpers, e.Coordinating = slices.Clone(e.DistrictHelpers), slices.Clone(e.Coordinating)
	for i := range e.DistrictHelpers {
		e.DistrictHelpers[i].Told = maps.Clone(e.DistrictHelpers[i].Told)
	}
	e.CriterionOwners, e.Handovers = slices.Clone(e.CriterionOwners), slices.Clone(e.Handovers)
	return e
}

type builder struct {
	r     Roster
	found rule.Findings
	held  map[holding]*taken
}

// holding is what a leader cannot have twice on a day.
type holding struct {
	leader  string
	commune org.UnitCode
	role    Role
}

func (b *builder) report(c rule.Code, at rule.Path, args ...rule.Arg) {
	b.found = append(b.found, table.Broken(c, at, args...))
}

func (b *builder) named(at rule.Path, id string) {
	if rule.Blank(id) {
		b.report(ErrBlankID, at)
	}
}

func (b *builder) leader(at rule.Path, i int, l Leader) {
	b.named(at.Key("id"), l.ID)
	b.named(at.Key("body"), string(l.Body))
	if _, twice := b.r.leaders[l.ID]; twice {
		b.report(ErrRepeatedID, at.Key("id"), rule.A("id", l.ID))
		return
	}
	b.r.leaders[l.ID] = i
}

func (b *builder) assignment(i int) {
	a, at := &b.r.entries.Assignments[i], rule.Path("assignments").Index(i)
	b.named(at.Key("id"), a.ID)
	b.named(at.Key("commune"), string(a.Commune))
	if _, twice := b.r.assignments[a.ID]; twice {
		b.report(ErrRepeatedID, at.Key("id"), rule.A("id", a.ID))
	} else {
		b.r.assignments[a.ID] = i
	}
	if _, known := b.r.leaders[a.Leader]; !known {
		b.report(ErrUnknownLeader, at.Key("leader"), rule.A("id", a.Leader))
	}
	seen := make(map[string]bool, len(a.Team))
	for j, m := range a.Team {
		b.named(at.Key("team").Index(j).Key("id"), m.ID)
		if seen[m.ID] {
			b.report(ErrRepeatedMember, at.Key("team").Index(j).Key("id"), rule.A("id", m.ID))
		}
		seen[m.ID] = true
	}
	if a.End != EndNotStated && a.Span.To.IsZero() {
		b.report(ErrEndWithoutDay, at.Key("end"), rule.A("reason", a.End))
	}
	if a.Span.Check() != nil || a.Span.From.IsZero() {
		b.report(ErrSpan, at.Key("span"), rule.A("span", a.Span))
		return
	}
	key := holding{a.Leader, a.Commune, a.Role}
	if b.held[key] == nil {
		b.held[key] = &taken{}
	}
	if j, clash := b.held[key].take(i, a.Span, ""); clash {
		o := &b.r.entries.Assignments[j]
		b.report(ErrOverlap, at.Key("span"), rule.A("id", o.ID), rule.A("span", o.Span))
	}
	b.r.byLeader[a.Leader] = append(b.r.byLeader[a.Leader], i)
	b.r.byCommune[a.Commune] = append(b.r.byCommune[a.Commune], i)
}

// replaced holds what a decision says the leader leaves against what the roster
// says the leader has.
func (b *builder) replaced(i int) {
	a, at := &b.r.entries.Assignments[i], rule.Path("assignments").Index(i).Key("replaces")
	switch a.Replaces {
	case "":
	case a.Commune:
		b.report(ErrReplacesItself, at, rule.A("commune", string(a.Replaces)))
	default:
		if j, has := b.held[holding{a.Leader, a.Replaces, a.Role}].on(a.Span.From); has {
			o := &b.r.entries.Assignments[j]
			b.report(ErrReplacesKept, at, rule.A("commune", string(a.Replaces)), rule.A("id", o.ID), rule.A("span", o.Span))
		}
	}
}

// others checks the entries beside leaders and assignments.
func (b *builder) others() {
	helpers := make(map[string]bool, len(b.r.entries.DistrictHelpers))
	for i, h := range b.r.entries.DistrictHelpers {
		at := rule.Path("districtHelpers").Index(i)
		b.named(at.Key("id"), h.ID)
		b.named(at.Key("body"), string(h.Body))
		b.named(at.Key("commune"), string(h.Commune))
		if helpers[h.ID] {
			b.report(ErrRepeatedID, at.Key("id"), rule.A("id", h.ID))
		}
		helpers[h.ID] = true
		b.span(at, h.Span)
		for _, leader := range slices.Sorted(maps.Keys(h.Told)) {
			if _, known := b.r.leaders[leader]; !known {
				b.report(ErrUnknownLeader, at.Key("told").Key(leader), rule.A("id", leader))
			}
			b.day(at.Key("told").Key(leader), h.Told[leader])
		}
	}
	for i, c := range b.r.entries.Coordinating {
		at := rule.Path("coordinating").Index(i)
		b.named(at.Key("body"), string(c.Body))
		b.span(at, c.Span)
		if c.Assignment != "" {
			b.assigned(at, c.Assignment)
		}
	}
	for i, o := range b.r.entries.CriterionOwners {
		at := rule.Path("criterionOwners").Index(i)
		b.named(at.Key("set"), o.Set)
		b.named(at.Key("criterion"), o.Criterion)
		b.named(at.Key("body"), string(o.Body))
		b.span(at, o.Span)
	}
	for i, h := range b.r.entries.Handovers {
		at := rule.Path("handovers").Index(i)
		b.assigned(at, h.Assignment)
		b.day(at.Key("on"), h.On)
	}
}

func (b *builder) span(at rule.Path, s rule.Span) {
	if s.Check() != nil {
		b.report(ErrSpan, at.Key("span"), rule.A("span", s))
	}
}

func (b *builder) day(at rule.Path, d civil.Date) {
	if !rule.IsDay(d) {
		b.report(ErrDay, at, rule.A("day", d))
	}
}

func (b *builder) assigned(at rule.Path, id string) {
	if _, known := b.r.assignments[id]; !known {
		b.report(ErrUnknownAssignment, at.Key("assignment"), rule.A("id", id))
	}
}

const rosterFormat = "giupxa.roster/1"

// UnmarshalJSON reads the entries and checks them as [NewRoster] does; every fault
// is reported with its path. The schema is roster.schema.json beside this package.
func (r *Roster) UnmarshalJSON(data []byte) error {
	var e Entries
	return form.Build(data, rosterFormat, &e, func() (err error) {
		*r, err = NewRoster(e)
		return err
	})
}

// MarshalJSON writes the entries.
func (r Roster) MarshalJSON() ([]byte, error) {
	e := r.entries
	if e.Leaders == nil {
		e.Leaders = []Leader{}
	}
	if e.Assignments == nil {
		e.Assignments = []Assignment{}
	}
	return form.Encode(rosterFormat, e)
}

// Entries is what the roster is made of; the caller may change the lists and make
// another roster of them.
func (r Roster) Entries() Entries { return r.entries.clone() }

// Leader looks a leader up by id.
func (r Roster) Leader(id string) (Leader, bool) {
	i, ok := r.leaders[id]
	if !ok {
		return Leader{}, false
	}
	return r.entries.Leaders[i], true
}

// Assignment looks an assignment up by id.
func (r Roster) Assignment(id string) (Assignment, bool) {
	if a := r.assignment(id); a != nil {
		return a.clone(), true
	}
	return Assignment{}, false
}

func (r *Roster) assignment(id string) *Assignment {
	i, ok := r.assignments[id]
	if !ok {
		return nil
	}
	return &r.entries.Assignments[i]
}

// Assignments lists all assignments in the order given; the caller may change
// the list.
func (r Roster) Assignments() []Assignment {
	list := slices.Clone(r.entries.Assignments)
	for i := range list {
		list[i] = list[i].clone()
	}
	return list
}

// Leaders lists all leaders in the order given; the caller may change the list.
func (r Roster) Leaders() []Leader { return slices.Clone(r.entries.Leaders) }

// Helping lists the assignments to a commune that are active on a day, of any
// role, in the order given. The commune is the code as the assignments have it:
// where codes were given anew, [Policy.Helping] asks the gazetteer. The error is
// [rule.ErrNotADay], as it is of all that is asked of a day.
func (r Roster) Helping(commune org.UnitCode, on civil.Date) ([]Assignment, error) {
	return r.active(r.byCommune[commune], on)
}

// HelpedBy lists the assignments of a leader that are active on a day.
func (r Roster) HelpedBy(leader string, on civil.Date) ([]Assignment, error) {
	return r.active(r.byLeader[leader], on)
}

func (r *Roster) active(list []int, on civil.Date) ([]Assignment, error) {
	if err := rule.CheckDay(on); err != nil {
		return nil, err
	}
	var active []Assignment
	for _, i := range list {
		if a := &r.entries.Assignments[i]; a.Span.Contains(on) {
			active = append(active, a.clone())
		}
	}
	return active, nil
}

// DistrictHelpers lists the district's helpers of a commune on a day.
func (r Roster) DistrictHelpers(commune org.UnitCode, on civil.Date) ([]DistrictHelper, error) {
	if err := rule.CheckDay(on); err != nil {
		return nil, err
	}
	var list []DistrictHelper
	for _, h := range r.entries.DistrictHelpers {
		if h.Commune == commune && h.Span.Contains(on) {
			h.Told = maps.Clone(h.Told)
			list = append(list, h)
		}
	}
	return list, nil
}

// Coordinating lists the bodies that support an assignment on a day on which it
// is active.
func (r Roster) Coordinating(assignment string, on civil.Date) ([]CoordinatingBody, error) {
	if err := rule.CheckDay(on); err != nil {
		return nil, err
	}
	a := r.assignment(assignment)
	if a == nil || !a.Span.Contains(on) {
		return nil, nil
	}
	var list []CoordinatingBody
	for _, c := range r.entries.Coordinating {
		if c.Assignment == assignment && c.Span.Contains(on) {
			list = append(list, c)
		}
	}
	return list, nil
}

// OwnersOf lists the bodies in charge of a criterion of a set on a day. One entry
// for a criterion serves its indicators: the owner of "17" is that of "17.1"
// where none is named for it.
func (r Roster) OwnersOf(set, criterion string, on civil.Date) ([]org.BodyID, error) {
	if err := rule.CheckDay(on); err != nil {
		return nil, err
	}
	for {
		var list []org.BodyID
		for _, o := range r.entries.CriterionOwners {
			if o.Set == set && o.Criterion == criterion && o.Span.Contains(on) && !slices.Contains(list, o.Body) {
				list = append(list, o.Body)
			}
		}
		heading, below := headingOf(criterion)
		if list != nil || !below {
			return list, nil
		}
		criterion = heading
	}
}
