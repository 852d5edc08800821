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
	held        map[holding]*taken
	owners      map[criterion][]int
	support     map[string][]int // coordinating bodies, by assignment
	helpers     map[org.UnitCode][]int
}

// holding is what a leader cannot have twice on a day.
type holding struct {
	leader  string
	commune org.UnitCode
	role    Role
}

// criterion is one of a set; a number alone means different things in different sets.
type criterion struct{ set, number string }

// NewRoster checks the entries and reports every fault of form as
// [rule.Findings]: an id that is blank or given twice, an unknown leader or
// assignment, a span that is not valid or has no first day, an assignment that overlaps
// another of the same leader, commune and role, a commune that replaces itself or
// one that the leader keeps, a team member named twice, a reason of end without
// an end, a date that is no day. Of assignments that overlap the one that begins later is
// told, once. Ids and codes are kept and looked up in one spelling ([rule.Normal]).
func NewRoster(e Entries) (Roster, error) {
	n := len(e.Assignments)
	b := builder{
		r: Roster{
			entries: e.clone(), leaders: make(map[string]int, len(e.Leaders)), assignments: make(map[string]int, n),
			byCommune: make(map[org.UnitCode][]int, n), byLeader: make(map[string][]int, n),
			owners: map[criterion][]int{}, support: map[string][]int{}, helpers: map[org.UnitCode][]int{},
		},
	}
	b.normalize()
	b.hold()
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
	r       Roster
	found   rule.Findings
	clashes map[int]int // of an assignment that overlaps another: the other one
}

// normalize brings ids and codes to one spelling.
func (b *builder) normalize() {
	e := &b.r.entries
	for i := range e.Leaders {
		l := &e.Leaders[i]
		l.ID, l.Body = rule.Normal(l.ID), rule.Normal(l.Body)
	}
	for i := range e.Assignments {
		a := &e.Assignments[i]
		a.ID, a.Leader, a.Commune, a.Replaces = rule.Normal(a.ID), rule.Normal(a.Leader), rule.Normal(a.Commune), rule.Normal(a.Replaces)
		for j := range a.Team {
			a.Team[j].ID = rule.Normal(a.Team[j].ID)
		}
	}
	for i := range e.DistrictHelpers {
		h := &e.DistrictHelpers[i]
		h.ID, h.Body, h.Commune = rule.Normal(h.ID), rule.Normal(h.Body), rule.Normal(h.Commune)
		told := make(map[string]civil.Date, len(h.Told))
		for _, leader := range slices.Sorted(maps.Keys(h.Told)) {
			if _, twice := told[rule.Normal(leader)]; twice {
				b.report(ErrRepeatedID, rule.Path("districtHelpers").Index(i).Key("told").Key(leader), rule.A("id", leader))
			}
			told[rule.Normal(leader)] = h.Told[leader]
		}
		if h.Told != nil {
			h.Told = told
		}
	}
	for i := range e.Coordinating {
		c := &e.Coordinating[i]
		c.Body, c.Assignment = rule.Normal(c.Body), rule.Normal(c.Assignment)
	}
	for i := range e.CriterionOwners {
		o := &e.CriterionOwners[i]
		o.Set, o.Criterion, o.Body = rule.Normal(o.Set), rule.Normal(o.Criterion), rule.Normal(o.Body)
	}
	for i := range e.Handovers {
		e.Handovers[i].Assignment = rule.Normal(e.Handovers[i].Assignment)
	}
}

// hold notes the days on which each leader has each commune in each role.
func (b *builder) hold() {
	list := b.r.entries.Assignments
	held, clashes := settled(len(list), func(i int) (holding, rule.Span, string, bool) {
		a := &list[i]
		return holding{a.Leader, a.Commune, a.Role}, a.Span, "", a.Span.Check() == nil && !a.Span.From.IsZero()
	})
	b.r.held, b.clashes = held, make(map[int]int, len(clashes))
	for _, c := range clashes {
		b.clashes[c.item] = c.other
	}
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
	switch {
	case a.Span.From.IsZero():
		b.report(ErrSpan, at.Key("span").Key("from"), rule.A("span", a.Span))
		return
	case a.Span.Check() != nil:
		b.report(ErrSpan, at.Key("span"), rule.A("span", a.Span))
		return
	}
	if j, clash := b.clashes[i]; clash {
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
		if j, has := b.r.held[holding{a.Leader, a.Replaces, a.Role}].on(a.Span.From); has {
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
		b.r.helpers[h.Commune] = append(b.r.helpers[h.Commune], i)
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
			b.r.support[c.Assignment] = append(b.r.support[c.Assignment], i)
		}
	}
	for i, o := range b.r.entries.CriterionOwners {
		at := rule.Path("criterionOwners").Index(i)
		b.named(at.Key("set"), o.Set)
		b.named(at.Key("criterion"), o.Criterion)
		b.named(at.Key("body"), string(o.Body))
		b.span(at, o.Span)
		of := criterion{o.Set, o.Criterion}
		b.r.owners[of] = append(b.r.owners[of], i)
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
	i, ok := r.leaders[rule.Normal(id)]
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
	i, ok := r.assignments[rule.Normal(id)]
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

// Len counts the assignments.
func (r Roster) Len() int { return len(r.entries.Assignments) }

// Leaders lists all leaders in the order given; the caller may change the list.
func (r Roster) Leaders() []Leader { return slices.Clone(r.entries.Leaders) }

// Helping lists the assignments to a commune that are active on a day, of any
// role, in the order given. The commune is the code as the assignments have it:
// where codes were given anew, [Policy.Helping] asks the gazetteer. The error is
// [rule.ErrNotADay], as it is of all that is asked of a day.
func (r Roster) Helping(commune org.UnitCode, on civil.Date) ([]Assignment, error) {
	return r.active(r.byCommune[rule.Normal(commune)], on)
}

// HelpedBy lists the assignments of a leader that are active on a day.
func (r Roster) HelpedBy(leader string, on civil.Date) ([]Assignment, error) {
	return r.active(r.byLeader[rule.Normal(leader)], on)
}

// Held is the assignment by which a leader has a commune on a day; where there is one for
// several roles, the first in the order given. False where there is none.
func (r Roster) Held(leader string, commune org.UnitCode, on civil.Date) (Assignment, bool) {
	first, held := 0, false
	for role := range Role(len(roles.All())) {
		i, has := r.held[holding{rule.Normal(leader), rule.Normal(commune), role}].on(on)
		if has && (!held || i < first) {
			first, held = i, true
		}
	}
	if !held || !rule.IsDay(on) {
		return Assignment{}, false
	}
	return r.entries.Assignments[first].clone(), true
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
	for _, i := range r.helpers[rule.Normal(commune)] {
		if h := r.entries.DistrictHelpers[i]; h.Span.Contains(on) {
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
	for _, i := range r.support[a.ID] {
		if c := r.entries.Coordinating[i]; c.Span.Contains(on) {
			list = append(list, c)
		}
	}
	return list, nil
}

// OwnersOf lists the bodies in charge of a criterion of a set on a day. One entry
// for a criterion serves its indicators: the owner of "17" is that of "17.1"
// where none is named for it.
func (r Roster) OwnersOf(set, number string, on civil.Date) ([]org.BodyID, error) {
	if err := rule.CheckDay(on); err != nil {
		return nil, err
	}
	of := criterion{rule.Normal(set), rule.Normal(number)}
	for {
		var list []org.BodyID
		seen := map[org.BodyID]bool{}
		for _, i := range r.owners[of] {
			if o := &r.entries.CriterionOwners[i]; o.Span.Contains(on) && !seen[o.Body] {
				seen[o.Body] = true
				list = append(list, o.Body)
			}
		}
		heading, below := headingOf(of.number)
		if list != nil || !below {
			return list, nil
		}
		of.number = heading
	}
}
