package assignment

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Policy is what a host demands of a roster, and the readings under which it is
// judged. The zero value takes the default reading of each and demands nothing of
// its own.
type Policy struct {
	// OnTargetMerged: no text says whether an assignment follows its commune.
	OnTargetMerged TargetMerged `json:"onTargetMerged,omitzero"`
	// OnlyCommunes holds a roster to the reading that only a xã can be helped. Off,
	// wards and townships are allowed, as was done, and only noted.
	OnlyCommunes bool `json:"onlyCommunes,omitempty"`
	// CoverAll demands a leader for every xã.
	CoverAll bool `json:"coverAll,omitempty"`
	// Handover demands a hand-over when a leader leaves a commune before the period
	// or term ends.
	Handover bool `json:"handover,omitempty"`
	// HelpersAtWill takes the reading that the district chooses which communes get
	// a district helper; by default every commune with a provincial leader does.
	HelpersAtWill bool `json:"helpersAtWill,omitempty"`
	// SupportAlone takes the reading that a coordinating body may help a commune
	// without a leader's assignment.
	SupportAlone bool `json:"supportAlone,omitempty"`
	// SeveralOwners takes the reading that several bodies may be in charge of one
	// criterion.
	SeveralOwners bool `json:"severalOwners,omitempty"`
	// RefuseConflict refuses an evaluating body one of whose leaders is assigned to
	// a commune; off, the conflict is only noted.
	RefuseConflict bool `json:"refuseConflict,omitempty"`
}

// Check judges a roster against the units that exist: what it says on a day and
// what became of its targets by then. Paths lie in the roster's entries. Most of
// what it reports is Undecided: a target that ceased to exist and no decision
// since, a commune whose district helper is not recorded, a leader who is not
// recorded as told of one. The dispatch sets the district no date, so none of
// this is a breach.
func (p Policy) Check(r Roster, g org.Gazetteer, on civil.Date) rule.Findings {
	c := check{p: p, r: r, g: g, on: on}
	for i := range r.entries.Assignments {
		c.assignment(i)
	}
	if !on.After(org.LastDistrictDay()) {
		c.districtHelpers()
	}
	c.owners()
	if p.CoverAll {
		for _, u := range p.Uncovered(r, g, on) {
			c.found = append(c.found, table.Broken(ErrUncovered, "assignments", rule.A("commune", u), rule.A("day", on)))
		}
	}
	return c.found
}

type check struct {
	p     Policy
	r     Roster
	g     org.Gazetteer
	on    civil.Date
	found rule.Findings
}

func assignmentPath(i int) rule.Path { return rule.Path("assignments").Index(i) }

func (c *check) assignment(i int) {
	a := &c.r.entries.Assignments[i]
	u, known := c.g.At(a.Commune, a.Span.From)
	switch {
	case !known:
		c.found = append(c.found, table.Undecided(ErrUnknownUnit, assignmentPath(i).Key("commune"), rule.A("commune", string(a.Commune)), rule.A("day", a.Span.From)))
	case u.Level() != org.LevelCommune:
		c.found = append(c.found, table.Broken(ErrTargetLevel, assignmentPath(i).Key("commune"), rule.A("unit", u)))
	case u.Kind != org.KindCommune:
		kind := rule.Advice
		if c.p.OnlyCommunes {
			kind = rule.Broken
		}
		c.add(kind, ErrTargetKind, assignmentPath(i).Key("commune"), rule.A("unit", u))
	}
	if known && a.Replaces != "" {
		eve := a.Span.From.AddDays(-1)
		if _, was := c.g.At(a.Replaces, eve); !was {
			c.found = append(c.found, table.Broken(ErrReplacesNothing, assignmentPath(i).Key("replaces"), rule.A("commune", string(a.Replaces)), rule.A("day", eve)))
		}
	}
	if known && !u.Span.To.IsZero() && c.on.After(u.Span.To) && a.Span.Contains(u.Span.To.AddDays(1)) {
		c.targetEnded(i, a)
	}
	if c.p.Handover {
		c.handover(i, a)
	}
}

func (c *check) add(k rule.Kind, code rule.Code, at rule.Path, args ...rule.Arg) {
	switch k {
	case rule.Broken:
		c.found = append(c.found, table.Broken(code, at, args...))
	case rule.Undecided:
		c.found = append(c.found, table.Undecided(code, at, args...))
	default:
		c.found = append(c.found, table.Advice(code, at, args...))
	}
}

// targetEnded reports the last confirmed unit of an assignment that goes on
// after it, with the units in which it lives on.
func (c *check) targetEnded(i int, a *Assignment) {
	var last Target
	list := c.p.Targets(*a, c.g)
	for _, t := range list {
		if !t.Confirmed || t.Span.From.After(c.on) {
			continue
		}
		if t.Span.To.IsZero() || !t.Span.To.Before(c.on) || t.Span.To == a.Span.To {
			return // followed to a unit that still stands on the day
		}
		last = t
	}
	var vi, en []string
	for _, t := range list {
		if !t.Confirmed && t.Span.From == last.Span.To.AddDays(1) {
			vi, en = append(vi, t.Unit.In(rule.Vi)), append(en, t.Unit.In(rule.En))
		}
	}
	successors := rule.Text{Vi: "chưa rõ", En: "not known"}
	if vi != nil {
		successors = rule.Text{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
	}
	c.found = append(c.found, table.Undecided(ErrTargetEnded, assignmentPath(i).Key("commune"),
		rule.A("unit", last.Unit), rule.A("day", last.Span.To), rule.A("successors", successors)))
}

func (c *check) handover(i int, a *Assignment) {
	if a.Role != Helper || a.End == EndTerm || a.Span.To.IsZero() || !a.Span.To.Before(c.on) {
		return
	}
	if slices.ContainsFunc(c.r.entries.Handovers, func(h Handover) bool { return h.Assignment == a.ID && !h.On.After(c.on) }) {
		return
	}
	kind := rule.Broken
	if a.End == EndNotStated {
		kind = rule.Undecided // it may have been the end of the period
	}
	c.add(kind, ErrNoHandover, assignmentPath(i), rule.A("commune", string(a.Commune)), rule.A("day", a.Span.To))
}

// districtHelpers reports, for each commune that a leader helps on the day, that no
// district helper is recorded, or which leader is not recorded as told.
func (c *check) districtHelpers() {
	told := map[org.UnitCode]map[string]bool{}
	for _, h := range c.r.entries.DistrictHelpers {
		if !h.Span.Contains(c.on) {
			continue
		}
		if told[h.Commune] == nil {
			told[h.Commune] = map[string]bool{}
		}
		for leader, day := range h.Told {
			if !day.After(c.on) {
				told[h.Commune][leader] = true
			}
		}
	}
	reported := map[org.UnitCode]bool{}
	for i := range c.r.entries.Assignments {
		a := &c.r.entries.Assignments[i]
		if a.Role != Helper || !a.Span.Contains(c.on) {
			continue
		}
		leaders, has := told[a.Commune]
		switch {
		case !has && !c.p.HelpersAtWill && !reported[a.Commune]:
			reported[a.Commune] = true
			c.found = append(c.found, table.Undecided(ErrHelperMissing, assignmentPath(i).Key("commune"), rule.A("commune", c.commune(a)), rule.A("day", c.on)))
		case has && !leaders[a.Leader]:
			l, _ := c.r.Leader(a.Leader)
			c.found = append(c.found, table.Undecided(ErrHelperNotTold, assignmentPath(i).Key("leader"), rule.A("leader", l), rule.A("commune", c.commune(a)), rule.A("day", c.on)))
		}
	}
}

// commune names the unit of an assignment on the day, or gives its code.
func (c *check) commune(a *Assignment) rule.Text {
	if u, ok := c.g.At(a.Commune, c.on); ok {
		return rule.Text{Vi: u.In(rule.Vi), En: u.In(rule.En)}
	}
	return rule.Text{Vi: string(a.Commune), En: string(a.Commune)}
}

// owners reports two bodies in charge of one criterion on the same day.
func (c *check) owners() {
	if c.p.SeveralOwners {
		return
	}
	list := c.r.entries.CriterionOwners
	for i, o := range list {
		for _, before := range list[:i] {
			if o.Set == before.Set && o.Criterion == before.Criterion && o.Body != before.Body && o.Span.Overlaps(before.Span) {
				c.found = append(c.found, table.Broken(ErrSeveralOwners, rule.Path("criterionOwners").Index(i),
					rule.A("criterion", o.Criterion), rule.A("set", o.Set), rule.A("body", string(before.Body))))
				break
			}
		}
	}
}

// Check judges the roster beside a matrix under the default readings: see
// [Policy.CheckDuties].
func (r Roster) Check(m duty.Matrix) rule.Findings { return Policy{}.CheckDuties(r, m) }

// CheckDuties judges a roster beside the matrix of a day, which says who
// evaluates whom; a matrix without a day is held against all days. It reports an
// evaluating body one of whose leaders is assigned to a commune, and a
// coordinating body that stands without an assignment.
func (p Policy) CheckDuties(r Roster, m duty.Matrix) rule.Findings {
	var found rule.Findings
	evaluators := evaluatorsOf(m)
	for i := range r.entries.Assignments {
		a := &r.entries.Assignments[i]
		l, ok := r.Leader(a.Leader)
		if !ok || a.Role != Helper || !evaluators[l.Body] || !m.Day().IsZero() && !a.Span.Contains(m.Day()) {
			continue
		}
		args := []rule.Arg{rule.A("leader", l.Post), rule.A("body", m.Name(l.Body))}
		if p.RefuseConflict {
			found = append(found, table.Broken(ErrEvaluatorAssigned, assignmentPath(i).Key("leader"), args...))
		} else {
			found = append(found, table.Advice(ErrEvaluatorAssigned, assignmentPath(i).Key("leader"), args...))
		}
	}
	if p.SupportAlone || !bears(m, laocai.CoordinatingBodies) {
		return found
	}
	for i, c := range r.entries.Coordinating {
		at := rule.Path("coordinating").Index(i)
		a, ok := r.Assignment(c.Assignment)
		switch {
		case !ok:
			found = append(found, table.Broken(ErrSupportAlone, at, rule.A("body", m.Name(c.Body))))
		case !m.Day().IsZero() && !c.Span.From.IsZero() && c.Span.Contains(m.Day()) && !a.Span.Contains(m.Day()):
			found = append(found, table.Broken(ErrSupportAlone, at.Key("span"), rule.A("body", m.Name(c.Body))))
		}
	}
	return found
}

// evaluatorsOf are the bodies that judge the assigned leaders.
func evaluatorsOf(m duty.Matrix) map[org.BodyID]bool {
	bodies := map[org.BodyID]bool{}
	for d := range m.Duties() {
		if !d.Evaluates || !d.Towards.Has(laocai.Leaders) {
			continue
		}
		for p := range d.Bearers.All() {
			bodies[p.Body] = true
		}
	}
	return bodies
}

func bears(m duty.Matrix, b org.BodyID) bool {
	for e := range m.Of(b) {
		if e.Side == duty.Bearer {
			return true
		}
	}
	return false
}
