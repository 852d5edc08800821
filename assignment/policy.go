package assignment

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Policy is what a host demands of a roster, and the readings under which it is
// judged. The zero value takes the default reading of each and demands nothing of
// its own.
type Policy struct {
	// Basis is the text by which a roster is judged. Zero: the 2021 dispatch.
	Basis duty.Basis `json:"basis,omitzero"`
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

const policyFormat = "giupxa.assignment-policy/1"

// plainPolicy is a policy without a format version of its own.
type plainPolicy Policy

// UnmarshalJSON reads a policy and reports every fault of its form. The schema is
// policy.schema.json beside this package.
func (p *Policy) UnmarshalJSON(data []byte) error {
	return form.Decode(data, policyFormat, (*plainPolicy)(p))
}

// MarshalJSON writes the policy with its format version.
func (p Policy) MarshalJSON() ([]byte, error) { return form.Encode(policyFormat, plainPolicy(p)) }

// Edition names every setting of the policy that can change an answer, its basis
// included.
func (p Policy) Edition() rule.Edition {
	p.Basis = p.basis()
	of := p.Basis.Edition()
	return rule.EditionOf(policyFormat+" "+of.ID, of.Version, p)
}

// Check judges a roster against the units that exist: what it says on a day and
// what became of its targets by then. Paths lie in the roster's entries. Most of
// what it reports is Undecided: a target that ceased to exist and no decision
// since, a commune whose district helper is not recorded, a leader who is not
// recorded as told of one. The text sets the district no date, so none of this is a
// breach. A date that is no day is a finding of its own, and nothing else is judged.
func (p Policy) Check(r Roster, g org.Gazetteer, on civil.Date) rule.Findings {
	if !rule.IsDay(on) {
		return rule.Findings{table.Broken(ErrDay, "", rule.A("day", on))}
	}
	c := check{Judge: p.basis().Judge(table, on), p: p, r: r, g: g, on: on}
	if p.Handover {
		c.handedOver = r.handedOver(on)
	}
	for i := range r.entries.Assignments {
		c.assignment(i)
	}
	if !on.After(org.LastDistrictDay()) {
		c.districtHelpers()
	}
	c.owners()
	if p.CoverAll {
		uncovered, _ := p.Uncovered(r, g, on)
		for _, u := range uncovered {
			c.Broken(ErrUncovered, "assignments", rule.A("commune", u), rule.A("day", on))
		}
	}
	return c.Findings()
}

func (p Policy) basis() duty.Basis { return p.Basis.Or(laocai.Basis()) }

type check struct {
	*duty.Judge
	p          Policy
	r          Roster
	g          org.Gazetteer
	on         civil.Date
	handedOver map[string]bool // assignments
}

func assignmentPath(i int) rule.Path { return rule.Path("assignments").Index(i) }

func (c *check) assignment(i int) {
	a := &c.r.entries.Assignments[i]
	if _, known := c.g.At(a.Commune, a.Span.From); !known {
		c.Undecided(ErrUnknownUnit, assignmentPath(i).Key("commune"), rule.A("commune", string(a.Commune)), rule.A("day", a.Span.From))
	} else {
		c.targets(i, a)
	}
	if c.p.Handover {
		c.handover(i, a)
	}
}

// targets judges the units that an assignment reached by the day, each on the days on
// which it reached it.
func (c *check) targets(i int, a *Assignment) {
	if a.Replaces != "" {
		eve := a.Span.From.AddDays(-1)
		if _, was := c.g.At(a.Replaces, eve); !was {
			c.Broken(ErrReplacesNothing, assignmentPath(i).Key("replaces"), rule.A("commune", string(a.Replaces)), rule.A("day", eve))
		}
	}
	list := c.p.targets(a, &c.g, targetsFollowed, nil)
	var last target
	stands := false
	for n, t := range list {
		if !t.followed || n > 0 && t.Span.From.After(c.on) {
			continue
		}
		c.kind(i, t.Unit)
		last = t
		stands = stands || t.Span.To.IsZero() || !t.Span.To.Before(c.on) || t.Span.To == a.Span.To
	}
	if !stands {
		c.targetEnded(i, last, list)
	}
}

// kind judges whether a unit can be a target.
func (c *check) kind(i int, u org.Unit) {
	kind := rule.Advice
	if c.p.OnlyCommunes {
		kind = rule.Broken
	}
	switch {
	case u.Level() != org.LevelCommune:
		c.Broken(ErrTargetLevel, assignmentPath(i).Key("commune"), rule.A("unit", u))
	case u.Kind != org.KindCommune:
		c.Report(kind, ErrTargetKind, assignmentPath(i).Key("commune"), rule.A("unit", u))
	}
}

// targetEnded reports the last unit that an assignment was followed to, where the
// assignment goes on after it, with the units in which it lives on.
func (c *check) targetEnded(i int, last target, list []target) {
	var vi, en []string
	for _, t := range list {
		if !t.followed && t.Span.From == last.Span.To.AddDays(1) {
			vi, en = append(vi, t.Unit.In(rule.Vi)), append(en, t.Unit.In(rule.En))
		}
	}
	successors := rule.Text{Vi: "chưa rõ", En: "not known"}
	if vi != nil {
		successors = rule.Text{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
	}
	c.Undecided(ErrTargetEnded, assignmentPath(i).Key("commune"),
		rule.A("unit", last.Unit), rule.A("day", last.Span.To), rule.A("successors", successors))
}

// handedOver is the assignments of which a hand-over is recorded by a day.
func (r *Roster) handedOver(by civil.Date) map[string]bool {
	done := make(map[string]bool, len(r.entries.Handovers))
	for _, h := range r.entries.Handovers {
		done[h.Assignment] = done[h.Assignment] || !h.On.After(by)
	}
	return done
}

func (c *check) handover(i int, a *Assignment) {
	if a.Role != Helper || a.End == EndTerm || a.Span.To.IsZero() || !a.Span.To.Before(c.on) {
		return
	}
	if c.handedOver[a.ID] {
		return
	}
	kind := rule.Broken
	if a.End == EndNotStated {
		kind = rule.Undecided // it may have been the end of the period
	}
	c.Report(kind, ErrNoHandover, assignmentPath(i), rule.A("commune", string(a.Commune)), rule.A("day", a.Span.To))
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
			c.Undecided(ErrHelperMissing, assignmentPath(i).Key("commune"), rule.A("commune", c.commune(a)), rule.A("day", c.on))
		case has && !leaders[a.Leader]:
			l, _ := c.r.Leader(a.Leader)
			c.Undecided(ErrHelperNotTold, assignmentPath(i).Key("leader"), rule.A("leader", l), rule.A("commune", c.commune(a)), rule.A("day", c.on))
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

// owners reports a body in charge of a criterion of which another is in charge on some
// of the same days.
func (c *check) owners() {
	if c.p.SeveralOwners {
		return
	}
	list := c.r.entries.CriterionOwners
	_, clashes := settled(len(list), func(i int) (criterion, rule.Span, string, bool) {
		o := &list[i]
		return criterion{o.Set, o.Criterion}, o.Span, string(o.Body), true
	})
	slices.SortFunc(clashes, func(a, b clash) int { return a.item - b.item })
	for _, x := range clashes {
		o := &list[x.item]
		c.Broken(ErrSeveralOwners, rule.Path("criterionOwners").Index(x.item),
			rule.A("criterion", o.Criterion), rule.A("set", o.Set), rule.A("body", string(list[x.other].Body)))
	}
}

// Check judges the roster beside a matrix under the default readings: see
// [Policy.CheckDuties].
func (r Roster) Check(m duty.Matrix) rule.Findings { return Policy{}.CheckDuties(r, m) }

// CheckDuties judges a roster beside the matrix of a day, which says who
// evaluates whom; a matrix without a day is held against all days, and what breaks the
// text is Undecided then, since the day decides whether the text bound. It reports an
// evaluating body one of whose leaders is assigned to a commune, and a
// coordinating body that stands without an assignment.
func (p Policy) CheckDuties(r Roster, m duty.Matrix) rule.Findings {
	j := p.basis().Judge(table, m.Day())
	conflict := rule.Advice
	if p.RefuseConflict {
		conflict = rule.Broken
	}
	evaluators := evaluatorsOf(m)
	for i := range r.entries.Assignments {
		a := &r.entries.Assignments[i]
		l, ok := r.Leader(a.Leader)
		if !ok || a.Role != Helper || !evaluators[l.Body] || !m.Day().IsZero() && !a.Span.Contains(m.Day()) {
			continue
		}
		j.Report(conflict, ErrEvaluatorAssigned, assignmentPath(i).Key("leader"), rule.A("leader", l.Post), rule.A("body", m.Name(l.Body)))
	}
	if p.SupportAlone || !borne(m, duty.GiveSupport) {
		return j.Findings()
	}
	for i, c := range r.entries.Coordinating {
		at := rule.Path("coordinating").Index(i)
		a := r.assignment(c.Assignment)
		switch {
		case a == nil:
			j.Broken(ErrSupportAlone, at, rule.A("body", m.Name(c.Body)))
		case !m.Day().IsZero() && !c.Span.From.IsZero() && c.Span.Contains(m.Day()) && !a.Span.Contains(m.Day()):
			j.Broken(ErrSupportAlone, at.Key("span"), rule.A("body", m.Name(c.Body)))
		}
	}
	return j.Findings()
}

// evaluatorsOf are the bodies that judge the support of the assigned leaders.
func evaluatorsOf(m duty.Matrix) map[org.BodyID]bool {
	bodies := map[org.BodyID]bool{}
	for d := range m.Duties() {
		if !d.Evaluates || d.Record != duty.SupportWorkEvaluated && d.Record != duty.SupportOutcomeEvaluated {
			continue
		}
		for p := range d.Bearers.All() {
			bodies[p.Body] = true
		}
	}
	return bodies
}

// borne reports whether somebody bears a duty under the matrix.
func borne(m duty.Matrix, id rule.DutyID) bool {
	d, ok := m.Duty(id)
	return ok && d.Bearers.Len() > 0
}
