package plantest

import (
	"errors"
	"fmt"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/plan"
)

// generator makes the boundary cases of one mandate and collects what goes wrong.
type generator struct {
	m      plan.Mandate
	faults []error
}

func proofs(m plan.Mandate) []ruletest.Proof {
	proof := func(name, why string, run func(*generator)) ruletest.Proof {
		return ruletest.Proof{Name: name, Why: why, Check: func() error {
			g := &generator{m: m}
			if name == "sense" || m.Faults().Err() == nil { // what has no sense has no boundaries
				run(g)
			}
			return errors.Join(g.faults...)
		}}
	}
	return []ruletest.Proof{
		proof("sense", "a demand has a place in a text, a date lies in its year; the mandate is the same after it was stored", (*generator).sense),
		proof("deadlines", "the day before a date is in time and the date itself is late; no date binds who was assigned after it, unless the mandate says so", (*generator).deadlines),
		proof("years", "a plan that lacks nothing breaks nothing; each month and each program that it leaves out is found", func(g *generator) {
			for year := m.FirstYear; year <= m.LastYear && year < m.FirstYear+10; year++ {
				g.year(year)
			}
		}),
		proof("cadence", "a plan set out by a cadence passes the check, in each year", (*generator).cadence),
		proof("replaced", "a document may be the basis of a plan until the day before another replaces it", (*generator).replaced),
	}
}

func (g *generator) demandf(ok bool, format string, args ...any) {
	if !ok {
		g.faults = append(g.faults, fmt.Errorf(format, args...))
	}
}

// sense proves that the mandate makes sense ([plan.Mandate.Faults]), and that storing it
// loses nothing.
func (g *generator) sense() {
	m := g.m
	if err := m.Faults().Err(); err != nil {
		g.demandf(false, "the mandate makes no sense: %w", err)
		return
	}
	data, err := m.MarshalJSON()
	g.demandf(err == nil, "the mandate has no JSON: %v", err)
	var back plan.Mandate
	g.demandf(back.UnmarshalJSON(data) == nil, "the mandate does not read its own JSON")
	g.demandf(m.Edition() == back.Edition(), "the mandate changes on its way through JSON: %v, %v", m.Edition(), back.Edition())
}

// helper is an assignment with a team of two.
func (g *generator) helper(span rule.Span) assignment.Assignment {
	return assignment.Assignment{ID: "a", Leader: "l", Commune: "00001", Role: g.m.Role, Span: span,
		Team: []assignment.Member{{ID: "m1"}, {ID: "m2"}}}
}

// full is an annual plan that lacks nothing: visits in every month, the team sent
// to meetings, a goal of each program that names what it serves.
func (g *generator) full(a assignment.Assignment, year int, issued civil.Date) (plan.Annual, bool) {
	o := plan.Outline{Year: year, Issued: issued, TeamMeetings: []string{"họp thôn"}}
	for i, p := range g.m.Programs {
		id := strconv.Itoa(i)
		o.Goals = append(o.Goals, plan.Goal{ID: "g" + id, Program: p, Text: "mục tiêu " + id, Serves: "p" + id})
	}
	p, err := g.m.Skeleton(a, o)
	if err != nil {
		g.demandf(false, "no plan of %d from %s for the assignment %s: %w", year, issued, a.Span, err)
		return p, false
	}
	p.Basis = []rule.Source{g.m.Province}
	visits := max(1, g.m.MinVisitsPerMonth, g.m.MinVisitsPerQuarter)
	for i := range p.Quarters {
		for j := range p.Quarters[i].Months {
			month := &p.Quarters[i].Months[j]
			for k := range visits {
				month.Visits = append(month.Visits, plan.Visit{ID: fmt.Sprintf("v%d-%d", month.Month, k), Content: "việc cụ thể"})
			}
		}
	}
	return p, true
}

// deadlines sends plans, and assigns leaders, on the days around each deadline.
func (g *generator) deadlines() {
	for _, d := range g.m.Deadlines {
		if !d.Before.IsValid() {
			continue
		}
		start := rule.Day(d.Year, 1, 1)
		if on := g.m.Decision.Date; on.IsValid() && on.Year == d.Year && on.Before(d.Before) {
			start = on
		}
		a := g.helper(rule.Span{From: start})
		for _, on := range []civil.Date{d.Latest().AddDays(-1), d.Latest(), d.Before, d.Before.AddDays(1)} {
			g.sending(d, a, on)
		}
		for _, kind := range []assignment.ChangeKind{assignment.Continuing, assignment.New, assignment.Moved, assignment.Added} {
			for _, began := range []civil.Date{d.Latest(), d.Before, d.Before.AddDays(1)} {
				g.latecomer(d, kind, began)
			}
		}
	}
}

// sending proves that the last timely day is the one before the date, and that no
// day off moves it.
func (g *generator) sending(d plan.Deadline, a assignment.Assignment, on civil.Date) {
	p, ok := g.full(a, d.Year, a.Span.From)
	if !ok {
		return
	}
	for _, to := range g.m.SendTo {
		p.Sent = append(p.Sent, plan.Sent{Revision: "v1", To: string(to), On: rule.On(on), Received: rule.On(on)})
	}
	roster, err := assignment.NewRoster(assignment.Entries{
		Leaders: []assignment.Leader{{ID: "l", Body: "body"}}, Assignments: []assignment.Assignment{a}})
	g.demandf(err == nil, "no roster: %v", err)
	register, err := duty.NewRegister(nil, g.m.Records(p, roster)...)
	g.demandf(err == nil, "the facts of a plan make no register: %v", err)
	want, late := duty.Fulfilled, max(0, on.DaysSince(d.Latest()))
	if late > 0 {
		want = duty.FulfilledLate
	}
	for _, kind := range []assignment.ChangeKind{assignment.Continuing, assignment.New, assignment.Moved, assignment.Added} {
		for _, due := range g.m.Owed(assignment.Change{Kind: kind, Leader: "l", Assignment: a, On: a.Span.From}) {
			if due.Kind != duty.AnnualPlanSent || due.Object.Year != d.Year {
				continue
			}
			got := due.Status(register, on)
			g.demandf(got.Status == want && got.DaysLate == late, "%s, sent %s before %s: want %s by %d days, got %s by %d",
				kind, on, d.Before, want, late, got.Status, got.DaysLate)
		}
	}
	ended := g.m.Owed(assignment.Change{Kind: assignment.Ended, Leader: "l", Assignment: a, On: on})
	g.demandf(len(ended) == 0, "an assignment that ended owes %d documents", len(ended))
}

// latecomer proves that the date binds who was assigned before it, and nobody else
// unless the mandate says so.
func (g *generator) latecomer(d plan.Deadline, kind assignment.ChangeKind, began civil.Date) {
	change := assignment.Change{Kind: kind, Leader: "l", Assignment: g.helper(rule.Span{From: began}), On: began}
	for _, due := range g.m.Owed(change) {
		if due.Kind != duty.AnnualPlanSent || due.Object.Year != d.Year {
			continue
		}
		switch late := !began.Before(d.Before); {
		case !late, g.m.LatecomersBound && began.Year == d.Year:
			g.demandf(due.Latest == d.Latest(), "%s, assigned %s: the last day is %s, not %s", kind, began, due.Latest, d.Latest())
		case g.m.LatecomerPlanDue == 0:
			g.demandf(due.Latest.IsZero(), "%s, assigned %s: the text has no date, and %s is held against it", kind, began, due.Latest)
		default:
			g.demandf(due.Origin == rule.OriginPolicy && due.Source.IsZero(), "%s, assigned %s: a date of the host is given out as the text's", kind, began)
		}
	}
}

// year proves the months of a year: for assignments that begin on the first, the
// second and the last day of each month, and end on the last day of the year.
func (g *generator) year(year int) {
	for month := 1; month <= 12; month++ {
		days := rule.Month(year, month)
		for _, from := range []civil.Date{days.From, days.From.AddDays(1), days.To} {
			a := g.helper(rule.Span{From: from, To: rule.Year(year).To})
			p, ok := g.full(a, year, from)
			if !ok {
				continue
			}
			found := g.m.Check(p, a)
			g.origins(found)
			g.demandf(found.Err() == nil, "a plan of %d from %s that lacks nothing: %v", year, from, found.Err())
			first := 13 - month
			g.demandf(count(p) == first, "a plan of %d from %s has %d months, not %d", year, from, count(p), first)
		}
	}
	a := g.helper(rule.Year(year))
	p, ok := g.full(a, year, rule.Day(year, 1, 1))
	if !ok {
		return
	}
	for i := range p.Quarters {
		for j := range p.Quarters[i].Months {
			g.month(p, a, i, j)
		}
	}
	for i := range p.Goals {
		silent := p
		silent.Goals = append(append([]plan.Goal(nil), p.Goals[:i]...), p.Goals[i+1:]...)
		found := g.m.Check(silent, a)
		g.origins(found)
		want := 1
		if g.m.SeparatePlans {
			want = 0
		}
		g.demandf(len(found.Of(plan.ErrProgramSilent)) == want, "a plan silent on %s: %v", p.Goals[i].Program, found)
	}
}

func count(p plan.Annual) int {
	months := 0
	for _, q := range p.Quarters {
		months += len(q.Months)
	}
	return months
}

// month empties one month of a full plan, gives a reason in place of its visits,
// and puts a visit on the days at its edges.
func (g *generator) month(p plan.Annual, a assignment.Assignment, i, j int) {
	with := func(m plan.Month) rule.Findings {
		changed := p
		changed.Quarters = append([]plan.Quarter(nil), p.Quarters...)
		changed.Quarters[i].Months = append([]plan.Month(nil), p.Quarters[i].Months...)
		changed.Quarters[i].Months[j] = m
		found := g.m.Check(changed, a)
		g.origins(found)
		return found
	}
	n := p.Quarters[i].Months[j].Month
	name := fmt.Sprintf("month %d of %d", n, p.Year)
	judged := g.m.Basis.Lays(duty.ByMonth)

	empty := with(plan.Month{Month: n})
	missing := len(empty.Of(plan.ErrMonthUnaddressed)) + len(empty.Of(plan.ErrMonthWithoutVisit))
	g.demandf((missing == 1) == (judged && g.m.Months != plan.MonthMayBeAbsent), "%s, empty: %v", name, empty)

	reason := with(plan.Month{Month: n, NoVisit: "dịch bệnh"})
	missing = len(reason.Of(plan.ErrMonthUnaddressed)) + len(reason.Of(plan.ErrMonthWithoutVisit))
	g.demandf((missing == 1) == (judged && g.m.Months == plan.MonthNeedsVisit), "%s, with a reason: %v", name, reason)

	days := rule.Month(p.Year, n)
	for _, on := range []civil.Date{days.From.AddDays(-1), days.From, days.To, days.To.AddDays(1)} {
		found := with(plan.Month{Month: n, Visits: []plan.Visit{{ID: "edge", On: on, Content: "việc cụ thể"}}})
		misfiled := len(found.Of(plan.ErrMisfiled)) == 1
		g.demandf(misfiled == !days.Contains(on), "%s, a visit on %s: %v", name, on, found)
	}
}

// origins proves that no finding claims what it has not: only Law and Text have a
// source, and it is the mandate's; a policy that is not set says nothing.
func (g *generator) origins(found rule.Findings) {
	for _, f := range found {
		switch f.Origin() {
		case rule.OriginText:
			passage, laid := g.m.Basis.Cite(f.Duty())
			g.demandf(laid && f.Source() == passage, "%s cites %s, which is not the mandate's text", string(f.Code()), f.Source())
		case rule.OriginPolicy:
			neutral := g.m.MinVisitsPerMonth == 0 && g.m.MinVisitsPerQuarter == 0 && !g.m.OneResponsible && !g.m.FocusDemanded
			g.demandf(!neutral && f.Source().IsZero(), "%s speaks where no policy is set", string(f.Code()))
		default:
			g.demandf(f.Source().IsZero(), "%s claims a source", string(f.Code()))
		}
	}
}

// cadence builds plans with a visit each month, each second and each third, and one by one
// proves that nothing is missing that the mandate demands of the months.
func (g *generator) cadence() {
	if g.m.Months == plan.MonthNeedsVisit || g.m.MinVisitsPerMonth > 0 || g.m.MinVisitsPerQuarter > 0 {
		return // a month without a visit is not enough, whatever its reason
	}
	for year := g.m.FirstYear; year <= g.m.LastYear && year < g.m.FirstYear+10; year++ {
		a := g.helper(rule.Year(year))
		for every := 1; every <= 3; every++ {
			p, ok := g.full(a, year, a.Span.From)
			if !ok {
				return
			}
			rhythm, err := g.m.Skeleton(a, plan.Outline{Year: year, Issued: a.Span.From, Goals: p.Goals, TeamMeetings: p.TeamMeetings,
				Cadence: plan.Cadence{Every: every, Content: "việc cụ thể", Between: "theo nhịp đi cơ sở"}})
			rhythm.Basis = p.Basis
			g.demandf(err == nil, "a cadence of %d months in %d: %v", every, year, err)
			found := g.m.Check(rhythm, a)
			g.demandf(found.Err() == nil, "a cadence of %d months in %d: %v", every, year, found.Err())
		}
	}
}

// replaced puts each document that was replaced in the basis of a plan, issued on the days
// around its replacement.
func (g *generator) replaced() {
	for _, r := range g.m.Replaced {
		for _, on := range []civil.Date{r.From.AddDays(-1), r.From, r.From.AddDays(1)} {
			year := max(g.m.FirstYear, min(g.m.LastYear, on.Year))
			p := plan.Annual{ID: "k", Assignment: "a", Year: year, Basis: []rule.Source{r.Old}, History: []plan.Revision{{ID: "v", Issued: on}}}
			told := len(g.m.Check(p, g.helper(rule.Year(year))).Of(plan.AdviceReplaced)) == 1
			g.demandf(told == (!g.m.OldBasis && !on.Before(r.From)), "a plan of %s that rests on %s: told %v", on, r.Old, told)
		}
	}
}
