package plan

import (
	"cmp"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Owed lists the documents that an assignment owes in the light of its change:
// the plan of the period, then one plan for each calendar year of the period that
// the assignment touches; one due for each body to which it is sent.
//
// The documents of a year with a deadline are due before it if the assignment
// began before it. A leader who keeps the commune owes a review of them, which a
// new version or the minute of a review that changes nothing discharges; where no
// plan was issued yet, its first issue does. A new, moved or added assignment owes
// both plans, each on its own. Whatever else is owed has no date in the text, so
// that its Latest is zero, unless the policy LatecomerPlanDue gives one.
//
// The change is taken against the roster that the Decision replaced. What was sent under
// the assignments that one carries on counts for it. An assignment that ended owes nothing,
// nor does one in a role of which the text does not speak, nor is a plan owed for days on
// which the text does not bind. Of a commune or body that ended, pass the assignment as it
// stands: [assignment.Policy.Standing].
//
// The words of a due are those of its duty: a review, or a plan to be built. Its fact is
// that of the plan all the same, as Records makes it; Source and Origin say whence its
// date comes.
func (m Mandate) Owed(c assignment.Change) []duty.Due {
	if c.Kind < assignment.Continuing || c.Kind >= assignment.Ended || c.Assignment.Role != m.Role {
		return nil
	}
	first, last, within := m.years(&c.Assignment)
	if !within {
		return nil
	}
	owed := m.due(nil, c, 0)
	for year := first; year <= last; year++ {
		owed = m.due(owed, c, year)
	}
	return owed
}

// document is the fact that a plan was sent; year 0 is the plan of the period.
func document(id string, year int) duty.Fact {
	if year == 0 {
		return duty.Fact{Kind: duty.PeriodPlanSent, Duty: duty.PeriodPlan, Object: duty.Object{Per: duty.PerAssignment, ID: id}}
	}
	return duty.Fact{Kind: duty.AnnualPlanSent, Duty: duty.AnnualPlan, Object: duty.Object{Per: duty.PerAssignmentYear, ID: id, Year: year}}
}

// due adds what is owed of one document, once for each body to which it is sent.
func (m *Mandate) due(owed []duty.Due, c assignment.Change, year int) []duty.Due {
	fact := document(c.Assignment.ID, year)
	bound := m.Basis.On(m.Basis.LastOf(m.days(&c.Assignment, year)))
	words, laid := m.Basis.Duty(fact.Duty)
	if !laid || bound == duty.NotBound {
		return owed
	}
	latest, origin, source := m.latest(c, year)
	if review, ok := m.Basis.Duty(duty.ReviewPlan); ok && c.Kind == assignment.Continuing && origin == rule.OriginText {
		words = review
	}
	d := words.Due(fact.Object, cmp.Or(c.Leader, c.Assignment.Leader), "")
	d.Fact, d.Binding = fact, bound
	d.Latest, d.Origin, d.Source = latest, origin, source
	d.Note = m.note(words, year)
	for _, to := range m.SendTo {
		d.To, d.Also = rule.Normal(string(to)), nil // each has a list of its own
		for _, id := range c.Before {
			d.Also = append(d.Also, document(id, year).Object)
		}
		owed = append(owed, d)
	}
	return owed
}

// latest is the last timely day of a document, and whence it comes.
func (m *Mandate) latest(c assignment.Change, year int) (civil.Date, rule.Origin, rule.Source) {
	began := c.Assignment.Span.From
	if began.IsZero() {
		began = c.On
	}
	sending, _ := m.Basis.Cite(duty.SendPlans)
	limit, dated := m.deadline(year)
	switch {
	case began.IsZero() && c.Kind != assignment.Continuing:
		// The day of assignment is not known, so no date can be held against it.
	case dated && began.Before(limit.Before):
		return limit.Latest(), rule.OriginText, sending
	case dated && m.LatecomersBound && began.Year == limit.Year:
		return limit.Latest(), rule.OriginReading, sending
	case m.LatecomerPlanDue > 0 && (year == 0 || year == began.Year):
		return began.AddDays(m.LatecomerPlanDue), rule.OriginPolicy, rule.Source{}
	}
	body, _ := m.Basis.Cite(document("", year).Duty)
	return civil.Date{}, 0, body
}

// note is the words of a duty with the time of the document.
func (m *Mandate) note(d duty.Duty, year int) rule.Text {
	of := " (" + m.time(year) + ")"
	return rule.Text{Vi: d.Text.Vi + of, En: d.Text.En + of}
}

// time is the year of a document, or with year 0 the years of the period.
func (m *Mandate) time(year int) string {
	if year != 0 {
		return strconv.Itoa(year)
	}
	return strconv.Itoa(m.FirstYear) + "–" + strconv.Itoa(m.LastYear)
}

// Records turns a plan into facts for the register.
//
// Each sending is one fact of kind PeriodPlanSent or AnnualPlanSent, towards the
// body to which it was sent: a copy to another body is another fact and does not
// count for this one. Its moment is that of the sending, or of the receipt where
// Timely says so. Where that moment is not known, the other bounds it, and so does the day
// of issue: what was received in time was sent in time. An entry of the history issued
// before the Decision makes no fact for a document that is to be reviewed. What the plan
// holds is a fact of kind PlanChecked for each duty judged, on the day of the latest
// entry. Each fact carries the findings of its own duty, so that a fact that breaks its duty
// does not fulfil it.
//
// Where the roster has no such assignment the sendings are facts still, and carry
// that finding. What was done of the plan is facts too: each activity that reached its aim, of
// the kind that its own kind evidences, and each contribution received.
func (m Mandate) Records(p Plan, r assignment.Roster) []duty.Record {
	if p = plain(p); p == nil {
		return nil
	}
	a, known := r.Assignment(p.paper().assignment)
	return m.records(p, a, known)
}

// RecordsOf is Records for an assignment that no roster holds: one as it stands by the
// units that exist ([assignment.Policy.Standing]).
func (m Mandate) RecordsOf(p Plan, a assignment.Assignment) []duty.Record {
	if p = plain(p); p == nil {
		return nil
	}
	return m.records(p, a, p.paper().assignment == rule.Normal(a.ID))
}

func (m *Mandate) records(p Plan, a assignment.Assignment, known bool) []duty.Record {
	doc := p.paper()
	found := m.Check(p, a)
	ids := []string{doc.assignment}
	if m.SharedPlans {
		seen := map[string]bool{doc.assignment: true}
		for _, id := range doc.covers {
			if id = rule.Normal(id); !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
	}
	facts := make([]duty.Record, 0, len(ids)*len(doc.sent)+3)
	for _, id := range ids {
		facts = m.sendings(facts, doc, duty.Record{Fact: document(id, doc.year), By: a.Leader}, found)
	}
	if known {
		facts = append(facts, m.contents(doc, a, found)...)
		if annual, ok := p.(Annual); ok {
			facts = m.work(facts, &annual, &a, found)
		}
	}
	return facts
}

// workDuties are the duties that an activity of a kind evidences when it is done.
var workDuties = map[ActivityKind]rule.DutyID{
	Guidance: duty.GuideCommune, PartyCommittee: duty.HelpParty, PeoplesMastery: duty.WidenMastery,
	GoodPractice: duty.SharePractices, Movement: duty.CarryMovements, Mobilization: duty.MobilizeContributions,
}

// work adds what was done of the plan: each activity on the day on which its aim was reached,
// and each contribution received. Work that the people did themselves is one fact more.
func (m *Mandate) work(facts []duty.Record, p *Annual, a *assignment.Assignment, found rule.Findings) []duty.Record {
	gifts := map[string]bool{}
	of := byItem(found, ".activities[")
	for at, x := range p.activities {
		add := func(id rule.DutyID, on civil.Date, ref string) {
			fact, laid := m.evidence(id, a)
			if !laid {
				return
			}
			fact.On, fact.After = issuedOn(Revision{Issued: on})
			fact.Evidence.Ref = ref
			fact.Findings = picked(of[at.path()], func(f rule.Finding) bool { return f.Duty() == id })
			facts = append(facts, fact)
		}
		if done, ok := x.complete(); ok {
			ref := cmp.Or(done.Ref, x.ID)
			if id, evidenced := workDuties[x.Kind]; evidenced {
				add(id, done.On, ref)
			}
			if x.SelfDone {
				add(duty.SpreadMovement, done.On, ref)
			}
		}
		for _, g := range x.Contributions {
			if id := rule.Normal(g.ID); g.Stage == Received && !gifts[id] {
				gifts[id] = true
				add(duty.MobilizeContributions, g.On, g.ID)
			}
		}
	}
	return facts
}

// evidence is the fact of a duty that the text lays down for an assignment.
func (m *Mandate) evidence(id rule.DutyID, a *assignment.Assignment) (duty.Record, bool) {
	d, laid := m.Basis.Duty(id)
	fact := duty.Fact{Kind: d.Record, Duty: id, Object: duty.Object{Per: d.Per, ID: rule.Normal(a.ID)}}
	return duty.Record{Fact: fact, By: a.Leader, To: string(a.Commune)}, laid
}

// sendings adds the facts that a document was sent.
func (m *Mandate) sendings(facts []duty.Record, doc paper, fact duty.Record, found rule.Findings) []duty.Record {
	own := picked(found, func(f rule.Finding) bool {
		// That the plan is meant for others too is no fault of it as the plan of its own.
		return f.Path == "assignment" || f.Duty() == fact.Duty && f.Path != "covers"
	})
	of := byItem(found, "sent[")
	for i, s := range doc.sent {
		revision, counts, sure := m.sentOf(doc, s)
		if !counts {
			continue
		}
		m.dated(&fact, s, revision, sure)
		fact.To, fact.Evidence.Ref = rule.Normal(s.To), cmp.Or(s.Ref, revision.ID)
		fact.Findings = append(own.Clone(), of[rule.Path("sent").Index(i)].Clone()...)
		facts = append(facts, fact)
	}
	if !m.ReviewUnreported {
		return facts
	}
	for _, r := range doc.history {
		if !r.Unchanged || m.settled(doc, r) {
			continue
		}
		fact.On, fact.After = issuedOn(r)
		fact.Before = rule.Moment{}
		for _, to := range m.SendTo {
			fact.To, fact.Evidence.Ref, fact.Findings = rule.Normal(string(to)), r.ID, own.Clone()
			facts = append(facts, fact)
		}
	}
	return facts
}

// settled reports whether an entry is the plan already issued, which is to be reviewed.
func (m *Mandate) settled(doc paper, r Revision) bool {
	_, dated := m.deadline(doc.year)
	return dated && m.demands(duty.ReviewPlan) && r.Issued.IsValid() && r.Issued.Before(m.Decision.Date)
}

// sentOf tells which entry of the history was sent and whether sending it counts: a settled
// one does not. Where neither the entry nor the day of sending is given, it is the first
// that counts of those issued by the day of receipt, and not sure where a settled one may
// have been sent in its place.
func (m *Mandate) sentOf(doc paper, s Sent) (r Revision, counts, sure bool) {
	if r, ok := doc.history.of(s); ok || s.Revision != "" || s.On.IsValid() {
		return r, !ok || !m.settled(doc, r), true
	}
	var settled bool
	for _, e := range doc.history {
		switch {
		case s.Received.IsValid() && e.Issued.IsValid() && e.Issued.After(s.Received.Date):
		case m.settled(doc, e):
			settled = true
		case !counts:
			r, counts = e, true
		}
	}
	return r, counts || !settled, !settled
}

// dated sets when a sending took place: on the day that Timely asks for, or within what
// the other days leave. It was sent after its issue and before its receipt.
func (m *Mandate) dated(fact *duty.Record, s Sent, r Revision, sure bool) {
	exact, bound := s.On, s.Received
	if m.Timely == ByReceipt {
		exact, bound = s.Received, rule.Moment{}
	}
	if exact.IsValid() && sure {
		fact.On, fact.After, fact.Before = exact, rule.Moment{}, rule.Moment{}
		return
	}
	fact.On, fact.After, fact.Before = rule.Moment{}, ever, rule.Moment{}
	switch {
	case m.Timely == ByReceipt && s.On.IsValid():
		fact.After = s.On
	case r.Issued.IsValid():
		fact.After = rule.On(r.Issued)
	}
	if !bound.IsValid() || !sure {
		return
	}
	fact.Before = bound
	if fact.After.Date.After(bound.Date) {
		fact.After = ever // the record contradicts itself, and Check says so
	}
}

// ever is a bound that says nothing: the act is known, and no day of it.
var ever = rule.On(rule.Day(1, 1, 1))

// issuedOn is the moment of an entry of the history, or that none is known.
func issuedOn(r Revision) (on, after rule.Moment) {
	if r.Issued.IsValid() {
		return rule.On(r.Issued), rule.Moment{}
	}
	return rule.Moment{}, ever
}

// byItem is the findings on each item of a list, "sent[", by the path of the item.
func byItem(found rule.Findings, list string) map[rule.Path]rule.Findings {
	of := map[rule.Path]rule.Findings{}
	for _, f := range found {
		f.Path.Any(func(p rule.Path) bool {
			one := strings.Contains(string(p), list)
			if one {
				of[p] = append(of[p], f)
			}
			return one
		})
	}
	return of
}

// picked is a copy of the findings for which a test holds.
func picked(found rule.Findings, holds func(rule.Finding) bool) rule.Findings {
	var list rule.Findings
	for _, f := range found {
		if holds(f) {
			list = append(list, f)
		}
	}
	return list.Clone()
}

// contents is one fact for each duty that the content of a plan discharges. A draft, which
// has no history, is no fact.
func (m *Mandate) contents(doc paper, a assignment.Assignment, found rule.Findings) []duty.Record {
	if len(doc.history) == 0 {
		return nil
	}
	latest, _ := doc.history.latest()
	judged := []rule.DutyID{duty.TracePlans}
	if doc.year != 0 {
		judged = []rule.DutyID{duty.ByMonth, duty.TeamWork, duty.TracePlans}
	}
	var facts []duty.Record
	for _, id := range judged {
		if !m.demands(id) {
			continue
		}
		fact := duty.Record{Fact: document(a.ID, doc.year), By: a.Leader, Evidence: duty.Evidence{Ref: latest.ID}}
		fact.Kind, fact.Duty = duty.PlanChecked, id
		fact.On, fact.After = issuedOn(latest)
		fact.Findings = picked(found, func(f rule.Finding) bool { return f.Duty() == id })
		facts = append(facts, fact)
	}
	return facts
}
