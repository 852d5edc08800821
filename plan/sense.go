package plan

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Faults is what makes the mandate no mandate, all of it: a form that reading would
// refuse; a demand without a text, or without the duty on which it rests; years that are
// reversed or lie outside the text; a program twice; plans that nobody receives, or a body twice; a deadline
// of a year outside the period, of a day that no plan of that year can have, or beside
// another. Reading a mandate reports the same; one written in code is proved by package
// plantest.
func (m Mandate) Faults() rule.Findings {
	return append(form.Check(plainMandate(m)), m.sense(false)...)
}

// sense judges what the form of the members cannot tell. Of a basis that could not be read
// nothing is said.
func (m *Mandate) sense(unread bool) rule.Findings {
	s := sense{m: m, basis: !m.Basis.IsZero()}
	if !unread && !s.basis && s.asks() {
		s.report(ErrNoBasis, "basis")
	}
	if at := s.years(); at != "" {
		s.report(ErrMandateYears, at, rule.A("first", m.FirstYear), rule.A("last", m.LastYear))
	}
	for i, p := range m.Programs {
		if slices.Contains(m.Programs[:i], p) {
			s.report(ErrRepeatedProgram, rule.Path("programs").Index(i), rule.A("program", p))
		}
	}
	s.receivers()
	s.deadlines()
	return s.found
}

type sense struct {
	m     *Mandate
	basis bool
	found rule.Findings
}

func (s *sense) report(c rule.Code, at rule.Path, args ...rule.Arg) {
	s.found = append(s.found, table.Broken(c, at, args...))
}

// asks reports whether the mandate makes demands that only a text can make, or a policy
// that is judged beside one.
func (s *sense) asks() bool {
	m := s.m
	return len(m.Programs) > 0 && !m.SeparatePlans || len(m.SendTo) > 0 || len(m.Deadlines) > 0 ||
		m.LatecomerPlanDue > 0 || m.MinVisitsPerMonth > 0 || m.MinVisitsPerQuarter > 0
}

// years is the member that makes the years of the period none; "" where they are years in
// order, each with a day on which the text may bind and of which it speaks. A mandate whose
// text demands no plan needs none.
func (s *sense) years() rule.Path {
	m := s.m
	outside := func(year int) bool {
		days := rule.Year(year)
		return s.basis && (m.Basis.On(m.Basis.LastOf(days)) == duty.NotBound || !m.Basis.Period().Overlaps(days))
	}
	switch {
	case m.FirstYear == 0 && m.LastYear == 0 && !m.demands(duty.PeriodPlan) && !m.demands(duty.AnnualPlan):
		return ""
	case m.FirstYear < 1 || m.FirstYear > 9999 || outside(m.FirstYear):
		return "firstYear"
	case m.LastYear < m.FirstYear || m.LastYear > 9999 || outside(m.LastYear):
		return "lastYear"
	}
	return ""
}

func (s *sense) receivers() {
	if s.m.demands(duty.SendPlans) && len(s.m.SendTo) == 0 {
		s.report(ErrNoReceiver, "sendTo")
	}
	seen := make(map[org.BodyID]bool, len(s.m.SendTo))
	for i, to := range s.m.SendTo {
		at := rule.Path("sendTo").Index(i)
		switch {
		case rule.Blank(string(to)):
			s.report(ErrNoReceiver, at)
		case seen[to]:
			s.report(ErrRepeatedReceiver, at, rule.A("body", string(to)))
		}
		seen[to] = true
	}
}

func (s *sense) deadlines() {
	m := s.m
	years, period := make(map[int]bool, len(m.Deadlines)), false
	for i, d := range m.Deadlines {
		at := rule.Path("deadlines").Index(i)
		if s.basis && !m.demands(duty.SendPlans) {
			s.report(ErrNotLaidDown, at, rule.A("duty", string(duty.SendPlans)))
		}
		if d.Year != 0 && !m.speaksOf(d.Year) {
			s.report(ErrDeadlineYear, at.Key("year"), rule.A("year", d.Year), rule.A("first", m.FirstYear), rule.A("last", m.LastYear))
		}
		if last := d.Latest().Year; !d.Before.IsValid() || last != d.Year && last != d.Year-1 {
			s.report(ErrDeadlineDay, at.Key("before"), rule.A("year", d.Year), rule.A("day", d.Before))
		}
		if years[d.Year] {
			s.report(ErrSeveralDeadlines, at.Key("year"), rule.A("time", m.time(d.Year)))
		}
		if d.Period && period {
			s.report(ErrSeveralDeadlines, at.Key("period"), rule.A("time", m.time(0)))
		}
		years[d.Year], period = true, period || d.Period
	}
}
