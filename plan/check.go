package plan

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Check judges a plan against its assignment and reports everything it has to
// say: what of the plan the text demands and does not find, what the readings and
// policies of the mandate add, and where the record contradicts itself. Findings on
// the whole paper come first, then the sections in their order, then the months
// that lack something, then the team. A path "assignment.team[1]" is a place of
// the assignment.
//
// Whether the plan came in time is another question: see [Mandate.Owed]. A year
// outside the period of the text is Undecided, and only its form is judged.
func (m Mandate) Check(p Plan, a assignment.Assignment) rule.Findings {
	c := checker{m: &m, a: &a}
	switch v := plain(p).(type) {
	case Period:
		c.period(&v)
	case Annual:
		c.annual(&v)
	default:
		c.broken(ErrNoPlan, "")
	}
	return c.found
}

// CheckTrace judges whether each goal of an annual plan that names a goal of the
// period plan finds it there, under the same program. Which goals name none is
// judged by Check.
func (m Mandate) CheckTrace(p Annual, period Period) rule.Findings {
	c := checker{m: &m}
	if p.Assignment != period.Assignment {
		c.broken(ErrAssignment, "assignment", rule.A("id", p.Assignment))
	}
	if !m.demands(duty.TracePlans) || m.TraceWhole {
		return c.found
	}
	for i, g := range p.Goals {
		if rule.Blank(g.Serves) || serves(g, period.Goals) {
			continue
		}
		c.broken(ErrGoalNotInPeriod, rule.Path("goals").Index(i).Key("serves"), rule.A("id", g.Serves))
	}
	return c.found
}

func serves(g Goal, goals []Goal) bool {
	for _, above := range goals {
		if above.ID == g.Serves && above.Program == g.Program {
			return true
		}
	}
	return false
}

// checker collects the findings of one check.
type checker struct {
	m     *Mandate
	a     *assignment.Assignment
	found rule.Findings

	ids   map[key]struct{}
	gifts map[string]*Contribution
	goals []Goal
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

func (c *checker) report(k rule.Kind, code rule.Code, at rule.Path, args ...rule.Arg) {
	c.found = append(c.found, c.m.cite(table.Finding(k, code, at, args...)))
}

func (c *checker) broken(code rule.Code, at rule.Path, args ...rule.Arg) {
	c.report(rule.Broken, code, at, args...)
}

// fresh reports whether an id was not used before; a blank id is a fault of form
// that reading the record reports.
func (c *checker) fresh(kind uint8, id string) bool {
	if id == "" {
		return true
	}
	k := key{kind, id}
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
		c.broken(ErrNotADate, at(), rule.A("value", d.String()))
		return false
	}
	return true
}

func (c *checker) period(p *Period) {
	c.ids = make(map[key]struct{}, len(p.History)+len(p.Goals))
	doc := p.paper()
	first, last, within := c.m.years(c.a)
	switch {
	case !c.m.demands(duty.PeriodPlan):
	case !within:
		c.beyond("assignment")
	case p.FirstYear == 0 || p.LastYear == 0:
		c.report(rule.Undecided, ErrPeriodShort, "firstYear", rule.A("first", first), rule.A("last", last))
	case p.FirstYear > first:
		c.broken(ErrPeriodShort, "firstYear", rule.A("first", first), rule.A("last", last))
	case p.LastYear < last:
		c.broken(ErrPeriodShort, "lastYear", rule.A("first", first), rule.A("last", last))
	}
	if p.LastYear != 0 && p.FirstYear > p.LastYear {
		c.broken(ErrNotADate, "lastYear", rule.A("value", rule.Text{Vi: "cuối trước năm đầu", En: "before the first"}))
	}
	c.paper(&doc, within)
}

func (c *checker) annual(p *Annual) {
	items := 0
	for i := range p.Quarters {
		for j := range p.Quarters[i].Months {
			items += len(p.Quarters[i].Months[j].Visits) + len(p.Quarters[i].Months[j].Activities)
		}
	}
	c.ids = make(map[key]struct{}, len(p.History)+len(p.Goals)+items)
	c.goals = p.Goals
	doc := p.paper()
	reach, within := reachOf(p.Year, c.a)
	dated := p.Year >= 1 && p.Year <= 9999
	bound := c.m.demands(duty.AnnualPlan)
	switch {
	case !dated:
		c.broken(ErrNotADate, "year", rule.A("value", p.Year))
		bound = false
	case bound && !c.m.speaksOf(p.Year):
		c.beyond("year")
		bound = false
	}
	c.paper(&doc, bound)
	if dated && !within {
		c.broken(ErrOutside, "year", rule.A("value", p.Year), rule.A("span", c.a.Span))
	}
	y := calendar{year: p.Year, reach: reach, within: within}
	c.sections(p, &y)
	if bound && within {
		c.months(p, &y)
	}
	if bound && c.m.demands(duty.TeamWork) {
		c.team(p)
	}
}

// beyond says that the text does not speak of the record's time.
func (c *checker) beyond(at rule.Path) {
	c.report(rule.Undecided, ErrBeyondText, at, rule.A("first", c.m.FirstYear), rule.A("last", c.m.LastYear))
}

// paper judges what both kinds of plan have in common. What the text demands is
// judged only where it speaks of the plan's time.
func (c *checker) paper(p *paper, bound bool) {
	if p.assignment != c.a.ID {
		c.broken(ErrAssignment, "assignment", rule.A("id", p.assignment))
	}
	if len(p.covers) > 0 && bound && !c.m.SharedPlans {
		c.broken(ErrSeveralCommunes, "covers")
	}
	c.history(p.history)
	for i := range p.sent {
		c.sent(p, i)
	}
	for i := range p.goals {
		if !c.fresh(keyGoal, p.goals[i].ID) {
			c.broken(ErrRepeatedID, rule.Path("goals").Index(i).Key("id"), rule.A("id", p.goals[i].ID))
		}
		if bound && c.m.demands(duty.TracePlans) && !c.m.TraceWhole {
			c.trace(p, i)
		}
	}
	if !bound {
		return
	}
	if c.m.demands(duty.TracePlans) && c.m.TraceWhole && len(p.basis) == 0 {
		c.report(c.provincial(p), ErrNoProvincialBasis, "basis")
	}
	if !c.m.SeparatePlans {
		c.programs(p.goals)
	}
}

func (c *checker) history(h history) {
	if len(h) == 0 {
		c.report(rule.Undecided, ErrDayMissing, "history")
	}
	var before civil.Date
	for i := range h {
		at := func(member string) rule.Path { return rule.Path("history").Index(i).Key(member) }
		if !c.fresh(keyRevision, h[i].ID) {
			c.broken(ErrRepeatedID, at("id"), rule.A("id", h[i].ID))
		}
		if !c.day(h[i].Issued, func() rule.Path { return at("issued") }) {
			if h[i].Issued.IsZero() {
				c.report(rule.Undecided, ErrDayMissing, at("issued"))
			}
			continue
		}
		if h[i].Issued.Before(before) {
			c.broken(ErrHistoryOrder, at("issued"), rule.A("value", h[i].Issued))
		}
		before = h[i].Issued
	}
}

func (c *checker) sent(p *paper, i int) {
	s := &p.sent[i]
	at := func(member string) rule.Path { return rule.Path("sent").Index(i).Key(member) }
	switch {
	case s.On.IsZero():
		c.report(rule.Undecided, ErrDayMissing, at("on"))
	case !s.On.IsValid():
		c.broken(ErrNotADate, at("on"), rule.A("value", s.On.String()))
	}
	if !s.Received.IsZero() && !s.Received.IsValid() {
		c.broken(ErrNotADate, at("received"), rule.A("value", s.Received.String()))
	}
	revision, known := p.history.of(*s)
	switch {
	case !known && (s.Revision != "" || s.On.IsValid()):
		c.broken(ErrUnknownRevision, at("revision"))
	case known && revision.Issued.IsValid() && s.On.IsValid() && s.On.Date.Before(revision.Issued):
		c.broken(ErrSentBeforeIssue, at("on"), rule.A("value", revision.Issued))
	}
	if s.Received.IsValid() && s.On.IsValid() {
		if early, sure := s.Received.Before(s.On); sure && early {
			c.broken(ErrReceivedBeforeSent, at("received"))
		}
	}
	if c.m.Timely == ByReceipt && c.m.demands(duty.SendPlans) && s.Received.IsZero() {
		c.report(rule.Undecided, ErrReceiptNotRecorded, at("received"))
	}
}

// trace judges that a goal names what it serves: an annual goal a goal of the
// period, a period goal a plan or task of the province.
func (c *checker) trace(p *paper, i int) {
	g := &p.goals[i]
	at := func(member string) rule.Path { return rule.Path("goals").Index(i).Key(member) }
	switch {
	case p.year != 0 && rule.Blank(g.Serves):
		c.broken(ErrGoalUntraced, at("serves"), rule.A("above", rule.Text{Vi: "mục tiêu nào của kế hoạch giai đoạn", En: "a goal of the period plan"}))
	case p.year == 0 && g.Provincial.IsZero():
		c.report(c.provincial(p), ErrGoalUntraced, at("provincial"), rule.A("above", rule.Text{Vi: "kế hoạch, nhiệm vụ nào của tỉnh", En: "a plan or task of the province"}))
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
		c.report(kind, ErrProgramSilent, "goals", rule.A("program", p))
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
			c.report(rule.Undecided, ErrMemberIdle, "assignment.team", rule.A("member", rule.Text{Vi: "Tổ giúp việc (chưa rõ thành viên)", En: "the team, whose members are not known,"}))
		}
		return
	}
	idle := 0
	for i := range c.a.Team {
		if c.hasTask(p, c.a.Team[i].ID) {
			continue
		}
		idle++
		if !sent {
			c.broken(ErrMemberIdle, rule.Path("assignment.team").Index(i), rule.A("member", memberWords(i, c.a.Team[i])))
		}
	}
	if c.m.Team == OneOfTheTwo && sent && idle == 0 {
		c.broken(ErrTasksAndMeetings, "teamMeetings")
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

func (c *checker) hasTask(p *Annual, member string) bool {
	for i := range p.Quarters {
		for j := range p.Quarters[i].Months {
			for k := range p.Quarters[i].Months[j].Activities {
				if c.isTask(&p.Quarters[i].Months[j].Activities[k], member) {
					return true
				}
			}
		}
	}
	return false
}

// isTask reports whether the activity is concrete work of the member.
func (c *checker) isTask(a *Activity, member string) bool {
	if c.m.Team == MeetingTasks && a.Kind != CommuneMeeting {
		return false
	}
	for _, id := range a.Members {
		if id == member {
			return !rule.Blank(a.Content)
		}
	}
	return false
}
