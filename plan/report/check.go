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
// that was not sent yet, by the last day of its period. A receiver to whom no sending is recorded
// is Undecided, since it may have been sent. It is Broken where the record holds every sending
// ([Report.Through]) through the row's last day, or, where there is no such day, through the first
// sending: what was sent to nobody has no date by which it is too late.
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
	if !r.Through.IsZero() && !r.Through.IsValid() {
		c.Broken(ErrNoPeriod, "through", rule.A("value", r.Through.String()))
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
	if s.Received.KnownBefore(s.On) {
		c.Broken(ErrReceivedBeforeSent, at("received"))
	}
	if end := c.r.Window.To; end.IsValid() && !s.On.Date.After(end) {
		c.Advice(AdviceBeforeEnd, at("on"), rule.A("end", end))
	}
}

// wentTo reports whether the report was sent to somebody.
func (c *checker) wentTo(id string) bool { return len(c.sentTo[rule.Normal(id)]) > 0 }

// missing tells of a receiver to whom no sending is recorded. The day is the last timely one;
// zero where there is none.
func (c *checker) missing(latest civil.Date, code rule.Code, args ...rule.Arg) {
	kind := rule.Undecided
	if !latest.IsZero() && c.r.whole(latest) || latest.IsZero() && len(c.r.Sent) > 0 && c.r.whole(c.on) {
		kind = rule.Broken
	}
	c.Report(kind, code, "sent", args...)
}

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
			c.missing(civil.Date{}, ErrReceiver, rule.A("to", rule.Text{Vi: "lãnh đạo giúp đỡ xã (" + l.In(rule.Vi) + ")", En: "the leader who helps it (" + l.In(rule.En) + ")"}))
		}
		told[a.Leader] = true
	}
	above := c.g.above(c.on)
	if len(above) > 0 && !slices.ContainsFunc(above, func(b org.BodyID) bool { return c.wentTo(string(b)) }) {
		c.missing(civil.Date{}, ErrReceiver, rule.A("to", rule.Text{Vi: "cấp trên («" + string(above[0]) + "»)", En: "the level above (" + string(above[0]) + ")"}))
	}
}

func (c *checker) proposals() {
	authors, receivers := c.g.joint()
	for _, b := range receivers {
		if !c.wentTo(string(b)) {
			c.missing(civil.Date{}, ErrProposalsReceiver, rule.A("to", string(b)))
		}
	}
	for _, b := range authors {
		if !c.g.EachMay && len(c.r.Authors) > 0 && !slices.ContainsFunc(c.r.Authors, func(a string) bool { return rule.Normal(a) == rule.Normal(string(b)) }) {
			c.Broken(ErrAlone, "authors", rule.A("body", string(b)))
		}
	}
}

// row judges what the host asks for: each addressee has it, and in time. The earliest sending to
// an addressee decides; a copy sent again later takes nothing away.
func (c *checker) row(row *Row) {
	latest := row.Latest(c.r.Period)
	code := ErrLate
	if row.ByText {
		code = ErrLateByText
	}
	for _, to := range row.To {
		sent := c.sentTo[rule.Normal(string(to))]
		if len(sent) == 0 {
			c.missing(latest, ErrRowReceiver, rule.A("period", c.r.Period), rule.A("to", string(to)))
		}
		if latest.IsZero() || slices.ContainsFunc(sent, func(i int) bool { return c.r.Sent[i].inTime(latest) }) {
			continue
		}
		doubt := slices.ContainsFunc(sent, func(i int) bool { return !c.r.Sent[i].On.IsValid() })
		for _, i := range sent {
			s, kind := &c.r.Sent[i], rule.Broken
			day := any(s.On.Date)
			if !s.On.IsValid() {
				day = rule.Text{Vi: "(không rõ)", En: "a day that is not known"}
			}
			if doubt {
				kind = rule.Undecided
			}
			c.Report(kind, code, rule.Path("sent").Index(i).Key("on"), rule.A("period", c.r.Period), rule.A("to", string(to)), rule.A("day", day), rule.A("latest", latest))
		}
	}
}

// inTime reports whether a sending is known to have gone out by a day.
func (s *Sent) inTime(latest civil.Date) bool {
	on := cmp.Or(s.On, s.Received) // it was received no earlier than it was sent
	return on.IsValid() && !on.Date.After(latest)
}
