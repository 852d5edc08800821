package plan

import (
	"fmt"

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
// The change is taken against the roster that the Decision replaced. An assignment
// that ended owes nothing, nor does one in a role of which the text does not speak.
// The duty of a due is PeriodPlan or AnnualPlan, as that of the facts that Records
// makes; Source and Origin say whence its date comes.
func (m Mandate) Owed(c assignment.Change) []duty.Due {
	if c.Kind < assignment.Continuing || c.Kind >= assignment.Ended || c.Assignment.Role != m.Role {
		return nil
	}
	first, last, within := m.years(&c.Assignment)
	if !within {
		return nil
	}
	var owed []duty.Due
	if m.demands(duty.PeriodPlan) {
		owed = m.due(owed, c, 0)
	}
	if m.demands(duty.AnnualPlan) {
		for year := first; year <= last; year++ {
			owed = m.due(owed, c, year)
		}
	}
	return owed
}

// document says what kind of fact the sending of a plan is, for which duty and
// object; year 0 is the plan of the period.
func document(id string, year int) (duty.Kind, rule.DutyID, duty.Object) {
	if year == 0 {
		return duty.PeriodPlanSent, duty.PeriodPlan, duty.Object{Per: duty.PerAssignment, ID: id}
	}
	return duty.AnnualPlanSent, duty.AnnualPlan, duty.Object{Per: duty.PerAssignmentYear, ID: id, Year: year}
}

// due adds what is owed of one document, once for each body to which it is sent.
func (m *Mandate) due(owed []duty.Due, c assignment.Change, year int) []duty.Due {
	d := duty.Due{By: c.Leader}
	if d.By == "" {
		d.By = c.Assignment.Leader
	}
	d.Kind, d.Duty, d.Object = document(c.Assignment.ID, year)
	d.Latest, d.Origin, d.Source = m.latest(c, year)
	d.Note = m.note(c, year, d.Origin)
	for _, to := range m.SendTo {
		d.To = string(to)
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
	_, body, _ := document("", year)
	limit, dated := m.deadline(year)
	switch {
	case began.IsZero() && c.Kind != assignment.Continuing:
		// The day of assignment is not known, so no date can be held against it.
	case dated && began.Before(limit.Before):
		return limit.Latest(), rule.OriginText, m.Provisions[duty.SendPlans]
	case dated && m.LatecomersBound && began.Year == limit.Year:
		return limit.Latest(), rule.OriginReading, m.Provisions[duty.SendPlans]
	case m.LatecomerPlanDue > 0 && (year == 0 || year == began.Year):
		return began.AddDays(m.LatecomerPlanDue), rule.OriginPolicy, rule.Source{}
	}
	return civil.Date{}, 0, m.Provisions[body]
}

// note says in words what is owed.
func (m *Mandate) note(c assignment.Change, year int, origin rule.Origin) rule.Text {
	what := rule.Text{
		Vi: fmt.Sprintf("kế hoạch giúp đỡ xã giai đoạn %d–%d", m.FirstYear, m.LastYear),
		En: fmt.Sprintf("the support plan for %d–%d", m.FirstYear, m.LastYear),
	}
	if year != 0 {
		what = rule.Text{
			Vi: fmt.Sprintf("kế hoạch giúp đỡ xã năm %d", year),
			En: fmt.Sprintf("the support plan for %d", year),
		}
	}
	if c.Kind == assignment.Continuing && origin == rule.OriginText && m.demands(duty.ReviewPlan) {
		return rule.Text{Vi: "rà soát, điều chỉnh, bổ sung và gửi " + what.Vi + "; chưa có thì xây dựng",
			En: "review, adjust, supplement and send " + what.En + "; build it where there is none"}
	}
	return rule.Text{Vi: "xây dựng và gửi " + what.Vi, En: "build and send " + what.En}
}

// Records turns a plan into facts for the register.
//
// Each sending is one fact of kind PeriodPlanSent or AnnualPlanSent, towards the
// body to which it was sent: a copy to another body is another fact and does not
// count for this one. Its moment is that of the sending, or of the receipt where
// Timely says so; a sending without that moment is no fact yet, and Check says so.
// An entry of the history issued before the Decision makes no fact for a document
// that is to be reviewed. What the plan holds is a fact of kind PlanChecked for each
// duty judged, on the day of the latest entry, with the findings of that duty.
//
// Where the roster has no such assignment the sendings are facts still, and carry
// that finding.
func (m Mandate) Records(p Plan, r assignment.Roster) []duty.Record {
	if p = plain(p); p == nil {
		return nil
	}
	doc := p.paper()
	a, known := r.Assignment(doc.assignment)
	found := m.Check(p, a)
	ids := []string{doc.assignment}
	if m.SharedPlans {
		ids = append(ids, doc.covers...)
	}
	var facts []duty.Record
	for _, id := range ids {
		facts = append(facts, m.sendings(doc, id, a.Leader, found)...)
	}
	if known {
		facts = append(facts, m.contents(doc, a, found)...)
	}
	return facts
}

func (m *Mandate) sendings(doc paper, id, by string, found rule.Findings) []duty.Record {
	var facts []duty.Record
	fact := duty.Record{By: by}
	fact.Kind, fact.Duty, fact.Object = document(id, doc.year)
	_, dated := m.deadline(doc.year)
	settled := func(r Revision) bool {
		return dated && m.demands(duty.ReviewPlan) && r.Issued.IsValid() && r.Issued.Before(m.Decision.Date)
	}
	for i, s := range doc.sent {
		revision, ok := doc.history.of(s)
		if ok && settled(revision) {
			continue
		}
		fact.On = s.On
		if m.Timely == ByReceipt {
			fact.On = s.Received
		}
		if !fact.On.IsValid() {
			continue
		}
		fact.To, fact.Ref = s.To, s.Ref
		if fact.Ref == "" {
			fact.Ref = revision.ID
		}
		fact.Findings = under(found, rule.Path("sent").Index(i), "assignment")
		facts = append(facts, fact)
	}
	if !m.ReviewUnreported {
		return facts
	}
	for _, r := range doc.history {
		if !r.Unchanged || !r.Issued.IsValid() || settled(r) {
			continue
		}
		for _, to := range m.SendTo {
			fact.On, fact.To, fact.Ref, fact.Findings = rule.On(r.Issued), string(to), r.ID, nil
			facts = append(facts, fact)
		}
	}
	return facts
}

// under picks the findings within a path and those at another exactly.
func under(found rule.Findings, prefix, or rule.Path) rule.Findings {
	var picked rule.Findings
	for _, f := range found {
		if f.Path == or || f.Path.Within(prefix) {
			picked = append(picked, f)
		}
	}
	return picked
}

// contents is one fact for each duty that the content of a plan discharges.
func (m *Mandate) contents(doc paper, a assignment.Assignment, found rule.Findings) []duty.Record {
	latest, ok := doc.history.latest()
	if !ok {
		return nil
	}
	judged := []rule.DutyID{duty.TracePlans}
	if doc.year != 0 {
		judged = []rule.DutyID{duty.ByMonth, duty.TeamWork, duty.TracePlans}
	}
	var facts []duty.Record
	for _, id := range judged {
		if !m.demands(id) {
			continue
		}
		_, _, object := document(a.ID, doc.year)
		fact := duty.Record{Kind: duty.PlanChecked, Duty: id, Object: object, By: a.Leader, On: rule.On(latest.Issued), Ref: latest.ID}
		for _, f := range found {
			if f.Rule.Duty == id {
				fact.Findings = append(fact.Findings, f)
			}
		}
		facts = append(facts, fact)
	}
	return facts
}
