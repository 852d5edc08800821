package plan

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Faults is what makes the mandate no mandate, all of it: a form that reading would
// refuse; a demand without a text, or without the duty on which it rests; years that are
// reversed or lie outside the text; plans that nobody receives, or a body twice; a deadline
// of a year outside the period, of a day that no plan of that year can have, or beside
// another. Reading a mandate reports the same; one written in code is proved by package
// plantest.
func (m Mandate) Faults() rule.Findings {
	return append(form.Check(plainMandate(m)), m.sense(false)...)
}

// sense judges what the form of the members cannot tell. Of a basis that could not be read
// nothing is said.
func (m *Mandate) sense(unread bool) rule.Findings {
	var found rule.Findings
	report := func(c rule.Code, at rule.Path, args ...rule.Arg) {
		found = append(found, table.Broken(c, at, args...))
	}
	resting := func(at rule.Path, id rule.DutyID) {
		if !unread && !m.Basis.IsZero() && !m.demands(id) {
			report(ErrNotLaidDown, at, rule.A("duty", string(id)))
		}
	}
	asks := len(m.Programs) > 0 && !m.SeparatePlans || len(m.SendTo) > 0 || len(m.Deadlines) > 0 ||
		m.LatecomerPlanDue > 0 || m.MinVisitsPerMonth > 0 || m.MinVisitsPerQuarter > 0
	if asks && m.Basis.IsZero() && !unread {
		report(ErrNoBasis, "basis")
	}
	if c := m.yearsFault(unread); c != "" {
		report(ErrMandateYears, c, rule.A("first", m.FirstYear), rule.A("last", m.LastYear))
	}
	if m.demands(duty.SendPlans) && len(m.SendTo) == 0 {
		report(ErrNoReceiver, "sendTo")
	}
	receivers := make(map[org.BodyID]bool, len(m.SendTo))
	for i, to := range m.SendTo {
		at := rule.Path("sendTo").Index(i)
		switch {
		case rule.Blank(string(to)):
			report(ErrNoReceiver, at)
		case receivers[to]:
			report(ErrRepeatedReceiver, at, rule.A("body", string(to)))
		}
		receivers[to] = true
	}
	dated, period := map[int]bool{}, false
	for i, d := range m.Deadlines {
		at := rule.Path("deadlines").Index(i)
		resting(at, duty.SendPlans)
		if d.Year != 0 && !m.speaksOf(d.Year) {
			report(ErrDeadlineYear, at.Key("year"), rule.A("year", d.Year), rule.A("first", m.FirstYear), rule.A("last", m.LastYear))
		}
		if last := d.Latest().Year; !d.Before.IsValid() || last != d.Year && last != d.Year-1 {
			report(ErrDeadlineDay, at.Key("before"), rule.A("year", d.Year), rule.A("day", d.Before))
		}
		if dated[d.Year] {
			report(ErrSeveralDeadlines, at.Key("year"), rule.A("time", m.time(d.Year)))
		}
		if d.Period && period {
			report(ErrSeveralDeadlines, at.Key("period"), rule.A("time", m.time(0)))
		}
		dated[d.Year], period = true, period || d.Period
	}
	return found
}

// yearsFault is the member that makes the years of the period none; "" where they are
// years in order, each with a day on which the text may bind. A mandate whose text demands
// no plan needs none.
func (m *Mandate) yearsFault(unread bool) rule.Path {
	bound := func(year int) bool {
		return unread || m.Basis.IsZero() || m.Basis.On(m.Basis.LastOf(rule.Year(year))) != duty.NotBound
	}
	switch {
	case m.FirstYear == 0 && m.LastYear == 0 && !m.demands(duty.PeriodPlan) && !m.demands(duty.AnnualPlan):
		return ""
	case m.FirstYear < 1 || m.FirstYear > 9999 || !bound(m.FirstYear):
		return "firstYear"
	case m.LastYear < m.FirstYear || m.LastYear > 9999 || !bound(m.LastYear):
		return "lastYear"
	}
	return ""
}
