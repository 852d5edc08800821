package report

import (
	"cmp"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Check judges a report: its form, its window, to whom it went, and where a row asks for it
// whether it went in time. The text judges it by the day on which it was first sent; of a report
// that was not sent yet, by the last day of its period. That a receiver is missing is told only of
// a report that was sent to somebody: what is not recorded may have been done.
func (g Regime) Check(r Report, roster assignment.Roster) rule.Findings {
	days, period := r.Period.Days()
	var first civil.Date
	sentTo := map[string][]int{}
	for i, s := range r.Sent {
		if d := cmp.Or(s.On.Date, s.Received.Date); d.IsValid() && (first.IsZero() || d.Before(first)) {
			first = d
		}
		to := rule.Normal(s.To)
		sentTo[to] = append(sentTo[to], i)
	}
	on := cmp.Or(first, days.To)
	c := checker{g.basis().Judge(table, on), &g, &r, on, sentTo}
	if !period {
		c.Broken(ErrNoPeriod, "period", rule.A("value", r.Period))
	}
	row, asked := g.row(r.Kind, r.Period.Cadence)
	asked = asked && period
	c.form(row, asked)
	if len(r.Sent) == 0 {
		return c.Findings()
	}
	switch r.Kind {
	case Results:
		c.results(roster)
	case Proposals:
		c.proposals()
	}
	if asked {
		c.row(row)
	}
	return c.Findings()
}

type checker struct {
	*duty.Judge
	g  *Regime
	r  *Report
	on civil.Date

	sentTo map[string][]int // the sendings to each
}

func (c *checker) form(row *Row, asked bool) {
	r := c.r
	if len(r.Authors) == 0 {
		c.Broken(ErrNoAuthor, "authors")
	}
	if r.Kind != Proposals && rule.Blank(r.Subject) {
		c.Broken(ErrNoSubject, "subject")
	}
	if r.Window != (rule.Span{}) && r.Window.Check() != nil {
		c.Broken(ErrWindow, "window", rule.A("span", r.Window))
	} else if r.Window != (rule.Span{}) && asked && row.Decree {
		if w, ok := row.Window(r.Period); ok && w != r.Window {
			c.Broken(ErrDecreeWindow, "window", rule.A("period", r.Period), rule.A("window", w), rule.A("have", r.Window))
		}
	}
	switch {
	case r.Due.IsZero():
	case !r.Due.IsValid():
		c.Broken(ErrNoPeriod, "due", rule.A("value", r.Due.String()))
	case asked:
		if latest := row.Latest(r.Period); !latest.IsZero() && latest != r.Due {
			c.Broken(ErrStatedDue, "due", rule.A("stated", r.Due), rule.A("latest", latest))
		}
	}
	for i := range r.Sent {
		c.sent(i)
	}
}

// sent judges the moments of one sending.
func (c *checker) sent(i int) {
	s := &c.r.Sent[i]
	at := func(member string) rule.Path { return rule.Path("sent").Index(i).Key(member) }
	if s.On.IsZero() && s.Received.IsZero() {
		c.Undecided(ErrDayMissing, at("on"))
	}
	if !s.On.IsZero() && !s.On.IsValid() {
		c.Broken(ErrNoPeriod, at("on"), rule.A("value", s.On.String()))
	}
	if !s.Received.IsZero() && !s.Received.IsValid() {
		c.Broken(ErrNoPeriod, at("received"), rule.A("value", s.Received.String()))
	}
	if !s.On.IsValid() {
		return
	}
	if early, sure := s.Received.Before(s.On); s.Received.IsValid() && sure && early {
		c.Broken(ErrReceivedBeforeSent, at("received"))
	}
	if end := c.r.Window.To; end.IsValid() && !s.On.Date.After(end) {
		c.Advice(AdviceBeforeEnd, at("on"), rule.A("end", end))
	}
}

// wentTo reports whether the report was sent to somebody.
func (c *checker) wentTo(id string) bool { return len(c.sentTo[rule.Normal(id)]) > 0 }

// results judges to whom the commune's report went: the leaders assigned on the day, and
// one body of the level above.
func (c *checker) results(roster assignment.Roster) {
	if c.g.AnyReceiver {
		return
	}
	helping, err := roster.Helping(org.UnitCode(c.r.Subject), c.on)
	if err != nil {
		return // the day is not known, and told
	}
	told := map[string]bool{}
	for _, a := range helping {
		if a.Role == assignment.Helper && !told[a.Leader] && !c.wentTo(a.Leader) {
			l, _ := roster.Leader(a.Leader)
			c.Broken(ErrReceiver, "sent", rule.A("to", rule.Text{Vi: "lãnh đạo giúp đỡ xã (" + l.In(rule.Vi) + ")", En: "the leader who helps it (" + l.In(rule.En) + ")"}))
		}
		told[a.Leader] = true
	}
	above := c.g.above(c.on)
	if len(above) > 0 && !slices.ContainsFunc(above, func(b org.BodyID) bool { return c.wentTo(string(b)) }) {
		c.Broken(ErrReceiver, "sent", rule.A("to", rule.Text{Vi: "cấp trên («" + string(above[0]) + "»)", En: "the level above (" + string(above[0]) + ")"}))
	}
}

func (c *checker) proposals() {
	authors, receivers := c.g.joint()
	for _, b := range receivers {
		if !c.wentTo(string(b)) {
			c.Broken(ErrProposalsReceiver, "sent", rule.A("to", string(b)))
		}
	}
	for _, b := range authors {
		if !c.g.EachMay && len(c.r.Authors) > 0 && !slices.ContainsFunc(c.r.Authors, func(a string) bool { return rule.Normal(a) == rule.Normal(string(b)) }) {
			c.Broken(ErrAlone, "authors", rule.A("body", string(b)))
		}
	}
}

// row judges what the host asks for: each addressee has it, and in time.
func (c *checker) row(row *Row) {
	latest := row.Latest(c.r.Period)
	code := ErrLate
	if row.ByText {
		code = ErrLateByText
	}
	for _, to := range row.To {
		if !c.wentTo(string(to)) {
			c.Broken(ErrRowReceiver, "sent", rule.A("period", c.r.Period), rule.A("to", string(to)))
		}
		for _, i := range c.sentTo[rule.Normal(string(to))] {
			s, at := &c.r.Sent[i], rule.Path("sent").Index(i).Key("on")
			switch {
			case latest.IsZero():
			case s.On.IsValid() && s.On.Date.After(latest):
				c.Broken(code, at, rule.A("period", c.r.Period), rule.A("to", string(to)), rule.A("day", s.On.Date), rule.A("latest", latest))
			case !s.On.IsValid() && s.Received.IsValid() && s.Received.Date.After(latest):
				c.Undecided(code, at, rule.A("period", c.r.Period), rule.A("to", string(to)), rule.A("day", rule.Text{Vi: "(không rõ)", En: "a day that is not known"}), rule.A("latest", latest))
			}
		}
	}
}
