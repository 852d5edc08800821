package difficulty

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Records turns a difficulty into facts for the register, in the order of its events in
// time. An event that cannot happen makes no fact, and neither does one without a day. A
// duty that the text does not lay down has no facts.
//
//	event      fact                                  duty, and for what
//	report     TeamReported                          TeamReports, the assignment
//	raise      RecommendationMade                    Recommend, the difficulty; one a receiver
//	           PolicyProposed                        CommuneProposes, the commune; one a receiver
//	settle     DifficultySettled                     SettleDifficulty, with the findings on competence
//	           SectorSettled                         SettleInSector, where the owner of the criterion settles
//	refer      DifficultyReferred                    ReferDifficulty; one a lead
//	           PolicyProposed                        ProposePolicy, the leader; one a lead
//	answer     SectorSettled                         SettleInSector, where the owner of the criterion accepts
//	the first settle or refer
//	           DifficultySettled                     TakeMeasures, the difficulty
//
// The ledger reads them; what is missing is for the register's completeness to say.
func (p Policy) Records(d Difficulty, r assignment.Roster, x ...duty.Matrix) []duty.Record {
	f := facts{checker: checker{p: &p, d: &d, roster: r, matrices: x}, basis: p.Competence.basis()}
	at := course{d: &d, state: NotYet}
	for _, s := range d.steps() {
		happened := true
		disposed := at.settled || at.referred || at.handed
		at.take(&s, func(k rule.Kind, _ rule.Code, _ ...rule.Arg) { happened = happened && k != rule.Broken })
		if happened && !s.day.IsZero() {
			f.event(&s, disposed)
		}
	}
	return f.list
}

type facts struct {
	checker
	basis duty.Basis
	list  []duty.Record
}

func (f *facts) add(k duty.Kind, id rule.DutyID, o duty.Object, s *step, by, to string, found ...rule.Finding) {
	if !f.basis.Lays(id) || o.ID == "" {
		return
	}
	ref := s.e.Ref
	if ref == "" {
		ref = f.d.ID
	}
	f.list = append(f.list, duty.Record{Fact: duty.Fact{Kind: k, Duty: id, Object: o}, By: by, To: to, On: s.e.On,
		Evidence: duty.Evidence{Ref: ref}, Findings: rule.Findings(found).Clone()})
}

func (f *facts) object() duty.Object { return duty.Object{Per: duty.PerDifficulty, ID: f.d.ID} }

func (f *facts) event(s *step, disposed bool) {
	e, commune := s.e, string(f.d.Commune)
	a := f.assignment(s.day)
	leader := f.leader(a)
	switch e.Act {
	case Report:
		f.add(duty.TeamReported, duty.TeamReports, duty.Object{Per: duty.PerAssignment, ID: a.ID}, s, e.By, leader)
	case Raise:
		if f.d.asks() && f.ofCommune(e) {
			f.raised(s, commune)
		}
	case Settle:
		f.settle(s, leader, commune)
	case Refer:
		for _, lead := range e.Leads {
			f.add(duty.DifficultyReferred, duty.ReferDifficulty, f.object(), s, by(e, leader), string(lead))
			if f.d.Kind > KindRecommendation {
				f.add(duty.PolicyProposed, duty.ProposePolicy, duty.Object{Per: duty.PerLeader, ID: leader}, s, by(e, leader), string(lead))
			}
		}
	case Answer:
		if e.Outcome == Accepted || e.Outcome == AcceptedInPart {
			f.sector(s, org.BodyID(e.By))
		}
	}
	if (e.Act == Settle || e.Act == Refer) && !disposed {
		f.add(duty.DifficultySettled, duty.TakeMeasures, f.object(), s, by(e, leader), commune)
	}
}

// by is who acted: the leader where the event does not say.
func by(e *Event, leader string) string {
	if e.By == "" {
		return leader
	}
	return e.By
}

func (f *facts) raised(s *step, commune string) {
	kind, id, object := duty.RecommendationMade, duty.Recommend, f.object()
	if f.d.Kind > KindRecommendation {
		kind, id, object = duty.PolicyProposed, duty.CommuneProposes, duty.Object{Per: duty.PerCommune, ID: commune}
	}
	var found rule.Findings
	if !f.p.AnyReceiver {
		found = about(f.receivers(s, rule.Path("events").Index(s.index)), id)
	}
	for _, to := range s.e.To {
		f.add(kind, id, object, s, commune, to, found...)
	}
	if len(s.e.To) == 0 {
		f.add(kind, id, object, s, commune, "", found...)
	}
}

func (f *facts) settle(s *step, leader, commune string) {
	found := about(f.disposal(s, rule.Path("events").Index(s.index)), duty.SettleDifficulty)
	f.add(duty.DifficultySettled, duty.SettleDifficulty, f.object(), s, by(s.e, leader), commune, found...)
	f.sector(s, f.settler(s.e))
}

// about are the findings on a duty.
func about(found rule.Findings, id rule.DutyID) rule.Findings {
	return slices.DeleteFunc(found, func(f rule.Finding) bool { return f.Duty() != id })
}

// sector adds that the body in charge of the criterion on that day settled the matter.
func (f *facts) sector(s *step, body org.BodyID) {
	for _, owner := range f.owners(s.day) {
		if rule.Normal(body) == owner && owner != "" {
			f.add(duty.SectorSettled, duty.SettleInSector, f.object(), s, string(owner), string(f.d.Commune))
		}
	}
}

// owners are the bodies in charge of the criterion on a day. A matter without a criterion
// or set has none.
func (c *checker) owners(day civil.Date) []org.BodyID {
	if c.d.Matter.Set == "" || c.d.Matter.Criterion == "" {
		return nil
	}
	owners, _ := c.roster.OwnersOf(c.d.Matter.Set, c.d.Matter.Criterion, day)
	return owners
}

// assignment is the one under which the difficulty came up.
func (c *checker) assignment(day civil.Date) assignment.Assignment {
	if c.d.Assignment != "" {
		a, _ := c.roster.Assignment(c.d.Assignment)
		return a
	}
	if c.d.Leader == "" {
		return assignment.Assignment{}
	}
	a, _ := c.roster.Held(c.d.Leader, c.d.Commune, day)
	return a
}

func (c *checker) leader(a assignment.Assignment) string {
	if c.d.Leader != "" {
		return c.d.Leader
	}
	return a.Leader
}

// Owed lists what is owed for a difficulty that is known on a day, as far as the text lays
// it down: measures by the assigned leader, and, of what was referred, that the bodies in
// charge of its criterion settle what concerns their field. The text sets no day, so
// [duty.Due.Status] has each Open until a fact of [Policy.Records] discharges it. Nothing
// is owed for a matter outside both programs, nor for a recommendation or proposal that
// nobody is assigned to.
func (p Policy) Owed(d Difficulty, r assignment.Roster, day civil.Date) []duty.Due {
	c := checker{p: &p, d: &d, roster: r}
	if !rule.IsDay(day) || !c.owed() {
		return nil
	}
	at, _ := d.on(day)
	basis := p.Competence.basis()
	var owed []duty.Due
	add := func(id rule.DutyID, by string, on civil.Date) {
		if due, lays := basis.Duty(id); lays && by != "" && basis.On(on) != duty.NotBound {
			o := due.Due(duty.Object{Per: duty.PerDifficulty, ID: d.ID}, by, string(d.Commune))
			o.Binding = basis.On(on)
			owed = append(owed, o)
		}
	}
	if at.state != NotYet {
		add(duty.TakeMeasures, c.leader(c.assignment(at.known)), at.known)
	}
	if at.referred && at.asked != (civil.Date{}) {
		for _, owner := range c.owners(at.asked) {
			add(duty.SettleInSector, string(owner), at.asked)
		}
	}
	return owed
}
