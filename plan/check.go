package plan

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Check judges a plan against its assignment and reports everything it has to
// say: what of the plan the text demands and does not find, what the readings and
// policies of the mandate add, and where the record contradicts itself. Findings on
// the whole paper come first, then the sections in their order, then the months
// that lack something, then the team: a member without work is told of at quarters, where
// the work would be.
//
// Whether the plan came in time is another question: see [Mandate.Owed]. A year
// outside the period of the text is Undecided, and only its form is judged. Of a commune
// or body that ended, pass the assignment as it stands: [assignment.Policy.Standing].
func (m Mandate) Check(p Plan, a assignment.Assignment) rule.Findings {
	c := checker{m: &m, a: &a}
	if len(a.Team) > 0 {
		c.busy = make(map[string]bool, len(a.Team))
		for i := range a.Team {
			c.busy[rule.Normal(a.Team[i].ID)] = false
		}
	}
	switch v := plain(p).(type) {
	case Period:
		c.Judge = m.judge(m.days(&a, 0))
		c.period(&v)
	case Annual:
		c.Judge = m.judge(m.days(&a, v.Year))
		c.annual(&v)
	default:
		return rule.Findings{table.Broken(ErrNoPlan, "")}
	}
	return c.Findings()
}

// CheckTrace judges whether each goal of an annual plan that names a goal of the
// period plan finds it there, under the same program, and whether the year lies in the years
// of that plan. A target that is not the one which the period plan has for the year is
// Advice. Which goals name none is judged by Check.
func (m Mandate) CheckTrace(p Annual, period Period) rule.Findings {
	j := m.judge(m.days(&assignment.Assignment{}, p.Year))
	if rule.Normal(p.Assignment) != rule.Normal(period.Assignment) {
		j.Broken(ErrAssignment, "assignment", rule.A("id", p.Assignment))
	}
	if days := period.paper().years(); p.Year != 0 && !days.Overlaps(rule.Year(p.Year)) {
		j.Broken(ErrOutside, "year", rule.A("value", p.Year), rule.A("span", days))
	}
	if !j.Demands(duty.TracePlans) || m.TraceWhole {
		return j.Findings()
	}
	above := make(map[aim]*Goal, len(period.Goals))
	for i := range period.Goals {
		g := &period.Goals[i]
		above[aim{rule.Normal(g.ID), g.Program}] = g
	}
	for i, g := range p.Goals {
		if rule.Blank(g.Serves) {
			continue
		}
		at := rule.Path("goals").Index(i)
		served := above[aim{rule.Normal(g.Serves), g.Program}]
		if served == nil {
			j.Broken(ErrGoalNotInPeriod, at.Key("serves"), rule.A("id", g.Serves))
			continue
		}
		for _, t := range served.ByYear {
			if t.Year == p.Year && t.Target.Known() && g.Target.Known() && !t.Target.Equal(g.Target) && rule.Normal(g.Unit) == rule.Normal(served.Unit) {
				j.Advice(AdviceTargetDiffers, at.Key("target"), rule.A("have", g.Target), rule.A("want", t.Target))
			}
		}
	}
	return j.Findings()
}

// aim is a goal under its program.
type aim struct {
	id      string
	program org.Program
}

// checker collects the findings of one check.
type checker struct {
	*duty.Judge
	m *Mandate
	a *assignment.Assignment

	ids   map[key]struct{}
	gifts map[gift]*Contribution
	busy  map[string]bool // the members of the team, and who of them has a task
}

// key is an id within its kind.
type key struct {
	kind uint8
	id   string
}

const (
	keyRevision uint8 = iota
	keyGoal
	keyItem
)

// fresh reports whether an id was not used before; a blank id is a fault of form
// that reading the record reports.
func (c *checker) fresh(kind uint8, id string) bool {
	if id == "" {
		return true
	}
	k := key{kind, rule.Normal(id)}
	if _, used := c.ids[k]; used {
		return false
	}
	c.ids[k] = struct{}{}
	return true
}

// day judges a day that may be left out: whether it is given and exists.
func (c *checker) day(d civil.Date, at func() rule.Path) bool {
	if d.IsZero() {
		return false
	}
	if !d.IsValid() {
		c.Broken(ErrNotADate, at(), rule.A("value", d.String()))
		return false
	}
	return true
}

func (c *checker) period(p *Period) {
	c.ids = make(map[key]struct{}, len(p.History)+len(p.Goals))
	doc := p.paper()
	first, last, within := c.m.years(c.a)
	switch {
	case !c.Demands(duty.PeriodPlan):
	case !within:
		c.beyond("assignment")
	case p.FirstYear == 0 || p.LastYear == 0:
		c.Undecided(ErrPeriodShort, "firstYear", rule.A("first", first), rule.A("last", last))
	case p.FirstYear > first:
		c.Broken(ErrPeriodShort, "firstYear", rule.A("first", first), rule.A("last", last))
	case p.LastYear < last:
		c.Broken(ErrPeriodShort, "lastYear", rule.A("first", first), rule.A("last", last))
	}
	if p.LastYear != 0 && p.FirstYear > p.LastYear {
		c.Broken(ErrYearsReversed, "lastYear", rule.A("first", p.FirstYear), rule.A("last", p.LastYear))
	}
	c.paper(&doc, within && c.Demands(duty.PeriodPlan))
}

func (c *checker) annual(p *Annual) {
	items := 0
	for i := range p.Quarters {
		for j := range p.Quarters[i].Months {
			items += len(p.Quarters[i].Months[j].Visits) + len(p.Quarters[i].Months[j].Activities)
		}
	}
	c.ids = make(map[key]struct{}, len(p.History)+len(p.Goals)+items)
	doc := p.paper()
	reach, within := reachOf(p.Year, c.a)
	dated := p.Year >= 1 && p.Year <= 9999
	bound := c.Demands(duty.AnnualPlan)
	switch {
	case !dated:
		c.Broken(ErrNotADate, "year", rule.A("value", p.Year))
		bound = false
	case bound && !c.m.speaksOf(p.Year):
		c.beyond("year")
		bound = false
	}
	c.paper(&doc, bound)
	y := calendar{year: p.Year, reach: reach, within: within, late: c.late(p.History)}
	if dated && !within {
		c.outside(&y, rule.Year(p.Year), "year", p.Year, c.a.Span)
	}
	c.sections(p, &y)
	c.circles(p)
	if bound && within {
		c.months(p, &y)
	}
	if bound && c.Demands(duty.TeamWork) {
		c.team(p)
	}
}

// late is what it means that a plan speaks of days after the end of its assignment:
// nothing where it was issued before the end, which it did not have to foresee.
func (c *checker) late(h history) rule.Kind {
	latest, known := h.latest()
	switch {
	case !known:
		return rule.Undecided
	case latest.Issued.After(c.a.Span.To):
		return rule.Broken
	default:
		return rule.Advice
	}
}

// outside reports days on which the assignment does not stand.
func (c *checker) outside(y *calendar, days rule.Span, at rule.Path, value any, span rule.Span) {
	kind := rule.Broken
	if !c.a.Span.To.IsZero() && days.From.After(c.a.Span.To) {
		kind = y.late
	}
	c.Report(kind, ErrOutside, at, rule.A("value", value), rule.A("span", span))
}

// beyond says that the text does not speak of the record's time; of a text that knows no
// annual plan, that its years are not those of the plan.
func (c *checker) beyond(at rule.Path) {
	code := ErrBeyondText
	if !c.Demands(duty.AnnualPlan) {
		code = ErrPeriodShort
	}
	c.Undecided(code, at, rule.A("first", c.m.FirstYear), rule.A("last", c.m.LastYear))
}

// paper judges what both kinds of plan have in common. What the text demands is
// judged only where it speaks of the plan's time.
func (c *checker) paper(p *paper, bound bool) {
	if p.assignment != rule.Normal(c.a.ID) {
		c.Broken(ErrAssignment, "assignment", rule.A("id", p.assignment))
	}
	if len(p.covers) > 0 && bound && !c.m.SharedPlans {
		c.Broken(ErrSeveralCommunes, "covers")
	}
	c.history(p.history)
	for i := range p.sent {
		c.sent(p, i)
	}
	for i := range p.goals {
		if !c.fresh(keyGoal, p.goals[i].ID) {
			c.Broken(ErrRepeatedID, rule.Path("goals").Index(i).Key("id"), rule.A("id", p.goals[i].ID))
		}
		c.targets(p, i)
		if bound && c.Demands(duty.TracePlans) && !c.m.TraceWhole {
			c.trace(p, i)
		}
	}
	c.replaced(p)
	if !bound {
		return
	}
	if c.Demands(duty.TracePlans) && c.m.TraceWhole && len(p.basis) == 0 {
		c.Report(c.provincial(p), ErrNoProvincialBasis, "basis")
	}
	if !c.m.SeparatePlans {
		c.programs(p.goals)
	}
}

func (c *checker) history(h history) {
	if len(h) == 0 {
		c.Undecided(ErrDayMissing, "history")
	}
	var before civil.Date
	for i := range h {
		at := func(member string) rule.Path { return rule.Path("history").Index(i).Key(member) }
		if !c.fresh(keyRevision, h[i].ID) {
			c.Broken(ErrRepeatedID, at("id"), rule.A("id", h[i].ID))
		}
		if !c.day(h[i].Issued, func() rule.Path { return at("issued") }) {
			if h[i].Issued.IsZero() {
				c.Undecided(ErrDayMissing, at("issued"))
			}
			continue
		}
		if h[i].Issued.Before(before) {
			c.Broken(ErrHistoryOrder, at("issued"), rule.A("value", h[i].Issued))
		}
		before = h[i].Issued
	}
}

func (c *checker) sent(p *paper, i int) {
	s := &p.sent[i]
	at := func(member string) rule.Path { return rule.Path("sent").Index(i).Key(member) }
	switch {
	case s.On.IsZero() && c.m.awaits(p.year, s):
		c.Undecided(ErrDayMissing, at("on"))
	case !s.On.IsZero() && !s.On.IsValid():
		c.Broken(ErrNotADate, at("on"), rule.A("value", s.On.String()))
	}
	if !s.Received.IsZero() && !s.Received.IsValid() {
		c.Broken(ErrNotADate, at("received"), rule.A("value", s.Received.String()))
	}
	revision, known := p.history.of(*s)
	switch {
	case !known && (s.Revision != "" || s.On.IsValid()):
		c.Broken(ErrUnknownRevision, at("revision"))
	case known && revision.Issued.IsValid() && s.On.IsValid() && s.On.Date.Before(revision.Issued):
		c.Broken(ErrSentBeforeIssue, at("on"), rule.A("value", revision.Issued))
	}
	if s.Received.KnownBefore(s.On) {
		c.Broken(ErrReceivedBeforeSent, at("received"))
	}
	if c.m.Timely == ByReceipt && c.Demands(duty.SendPlans) && s.Received.IsZero() {
		c.Undecided(ErrReceiptNotRecorded, at("received"))
	}
}

// awaits reports whether it matters on which day a document was sent: not where the
// receipt decides, nor where it shows that the document left in time.
func (m *Mandate) awaits(year int, s *Sent) bool {
	if !s.Received.IsValid() {
		return true
	}
	limit, dated := m.deadline(year)
	switch {
	case m.Timely == ByReceipt:
		return false
	case dated:
		return s.Received.Date.After(limit.Latest())
	default:
		return m.LatecomerPlanDue > 0
	}
}

// trace judges that a goal names what it serves: an annual goal a goal of the
// period, a period goal a plan or task of the province.
func (c *checker) trace(p *paper, i int) {
	g := &p.goals[i]
	at := func(member string) rule.Path { return rule.Path("goals").Index(i).Key(member) }
	switch {
	case p.year != 0 && rule.Blank(g.Serves):
		c.Broken(ErrGoalUntraced, at("serves"), rule.A("above", rule.Text{Vi: "mục tiêu nào của kế hoạch giai đoạn", En: "a goal of the period plan"}))
	case p.year == 0 && g.Provincial.IsZero():
		c.Report(c.provincial(p), ErrGoalUntraced, at("provincial"), rule.A("above", rule.Text{Vi: "kế hoạch, nhiệm vụ nào của tỉnh", En: "a plan or task of the province"}))
	}
	if span := g.ProvincialSpan; span != (rule.Span{}) && span.Check() == nil && p.years() != (rule.Span{}) && !span.Covers(p.years()) {
		c.Broken(ErrProvinceOtherSpan, at("provincialSpan"), rule.A("span", span))
	}
}

// provincial is what it means that a plan names no plan of the province: nothing
// can be held against it unless the province's own was out when the plan was last
// issued or reviewed.
func (c *checker) provincial(p *paper) rule.Kind {
	out := c.m.Province.Date
	if latest, ok := p.history.latest(); ok && !out.IsZero() && !latest.Issued.Before(out) {
		return rule.Broken
	}
	return rule.Undecided
}

// targets judges the form of what a goal names and of its yearly targets.
func (c *checker) targets(p *paper, i int) {
	g := &p.goals[i]
	at := func() rule.Path { return rule.Path("goals").Index(i) }
	if len(g.Criteria) > 0 && rule.Blank(g.Set) {
		c.Broken(ErrNoSet, at().Key("set"))
	}
	way, year := 0, 0
	var before rule.Number
	for k := range g.ByYear {
		t := &g.ByYear[k]
		of := func(member string) rule.Path { return at().Key("byYear").Index(k).Key(member) }
		if t.Year <= year {
			c.Broken(ErrYearOrder, of("year"), rule.A("value", t.Year))
		} else if days := p.years(); !days.Overlaps(rule.Year(t.Year)) {
			c.Broken(ErrOutside, of("year"), rule.A("value", t.Year), rule.A("span", days))
		}
		year = max(year, t.Year)
		if !t.Target.Known() {
			continue
		}
		if before.Known() {
			step := t.Target.Cmp(before)
			if way == 0 {
				way = step
			}
			if step == -way && step != 0 && c.m.SteadyTargets && rule.Blank(t.Why) {
				c.Broken(ErrStepBack, of("target"), rule.A("year", t.Year), rule.A("before", before), rule.A("value", t.Target))
			}
		}
		before = t.Target
		if t.Year == p.last && g.Target.Known() && !t.Target.Equal(g.Target) {
			c.Broken(ErrLastTarget, of("target"), rule.A("value", t.Target), rule.A("target", g.Target))
		}
	}
}

// replaced reports each document of the plan's basis that another had replaced by the day
// of the latest entry.
func (c *checker) replaced(p *paper) {
	if c.m.OldBasis || len(c.m.Replaced) == 0 || len(p.basis) == 0 {
		return
	}
	latest, known := p.history.latest()
	if !known {
		return
	}
	for i := range p.basis {
		for _, r := range c.m.Replaced {
			old := sameDocument(p.basis[i], r.Old)
			if old && r.From.IsValid() && !latest.Issued.Before(r.From) {
				c.Advice(AdviceReplaced, rule.Path("basis").Index(i), rule.A("old", r.Old), rule.A("by", r.By), rule.A("from", r.From), rule.A("issued", latest.Issued))
			}
		}
	}
}

// sameDocument reports whether two sources name one document: the same number and, where
// both give it, the same day. A number that is not given is no number.
func sameDocument(a, b rule.Source) bool {
	return a.Number != "" && rule.Normal(a.Number) == rule.Normal(b.Number) && (a.Date.IsZero() || b.Date.IsZero() || a.Date == b.Date)
}

func (c *checker) programs(goals []Goal) {
	var named [256]bool
	for i := range goals {
		named[goals[i].Program] = true
	}
	for _, p := range c.m.Programs {
		if named[p] {
			continue
		}
		kind := rule.Broken
		if named[0] {
			kind = rule.Undecided // a goal does not say of which program it is
		}
		c.Report(kind, ErrProgramSilent, "goals", rule.A("program", p))
	}
}

// team judges that each member of the team has a task or the team is sent to the
// commune's meetings.
func (c *checker) team(p *Annual) {
	if c.m.Team == TeamApart {
		return
	}
	sent := false
	for _, meeting := range p.TeamMeetings {
		sent = sent || !rule.Blank(meeting)
	}
	if len(c.a.Team) == 0 {
		if !sent {
			c.Undecided(ErrMemberIdle, "quarters", rule.A("member", rule.Text{Vi: "Tổ giúp việc (chưa rõ thành viên)", En: "the team, whose members are not known,"}))
		}
		return
	}
	idle := 0
	for i := range c.a.Team {
		if c.busy[rule.Normal(c.a.Team[i].ID)] {
			continue
		}
		idle++
		if !sent {
			c.Broken(ErrMemberIdle, "quarters", rule.A("member", memberWords(i, c.a.Team[i])))
		}
	}
	if c.m.Team == OneOfTheTwo && sent && idle == 0 {
		c.Broken(ErrTasksAndMeetings, "teamMeetings")
	}
}

// memberWords names a member by ordinal and post.
func memberWords(i int, m assignment.Member) rule.Text {
	words := numbered("thành viên Tổ giúp việc số ", "team member ", i+1)
	if !rule.Blank(m.Post) {
		words.Vi += " (" + m.Post + ")"
		words.En += " (" + m.Post + ")"
	}
	return words
}
