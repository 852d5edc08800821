package visit

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// event is something that brought a visit to a state: possible from a day on, certain from
// another. A zero day is not known: possible at any time, or never certain.
type event struct {
	state     State
	from      civil.Date
	certainly civil.Date
}

// dated is an event of which the moment is recorded, or bounded by a later one.
func dated(s State, m, noLater rule.Moment) event {
	switch {
	case m.IsValid():
		return event{s, m.Date, m.Date}
	case noLater.IsValid():
		return event{state: s, certainly: noLater.Date}
	default:
		return event{state: s}
	}
}

// StateOn is where the visit stands at the end of a day, under the default readings; see
// [Policy.StateOn].
func (v Visit) StateOn(day civil.Date) State { return Policy{}.StateOn(v, day) }

// StateOn is where a visit stands at the end of a day, as its record tells it and the
// readings of the policy understand it: whether a notice to another unit, one for the visit
// before it was moved, or an accepted invitation tells the commune. It is exactly one state
// on every day, the furthest one reached. Where a day that is not recorded could make it
// another, it is StateUnknown: without [Visit.Planned], so it is on every day before the
// first thing that is recorded. A visit that was made is Held from the day on which it
// began; of one that may have been made nothing is said.
func (p Policy) StateOn(v Visit, day civil.Date) State {
	if !day.IsValid() {
		return StateUnknown
	}
	v.normalize()
	c := check{p: &p, v: &v}
	c.weigh()
	reached, possible := NotPlanned, NotPlanned
	for e := range c.events {
		if e.from.IsZero() && v.Planned.IsValid() {
			e.from = v.Planned.Date // nothing happens before
		}
		switch {
		case !e.certainly.IsZero() && !e.certainly.After(day):
			reached = max(reached, e.state)
		case e.from.IsZero() || !e.from.After(day):
			possible = max(possible, e.state)
		}
	}
	if possible > reached {
		return StateUnknown
	}
	return reached
}

// events goes through what the record says of the course of the visit.
func (c *check) events(yield func(event) bool) {
	v := c.v
	more := yield(dated(Planned, v.Planned, rule.Moment{}))
	for i, w := range c.notices {
		n := &v.Notices[i]
		switch e := dated(Notified, n.Sent, n.Acknowledged); {
		case !more:
			return
		case w == unknownTo:
			e.certainly = civil.Date{}
			more = yield(e)
		case w == serves, w == unclear, w == notBefore:
			more = yield(e) && (n.Acknowledged.IsZero() || yield(dated(Acknowledged, n.Acknowledged, rule.Moment{})))
		}
	}
	if more && (c.acceptance == serves || c.acceptance == unclear) {
		more = yield(dated(Notified, v.Invitation.Accepted, rule.Moment{}))
	}
	if d := v.Dropped; more && d != nil {
		to := Cancelled
		if d.To != "" {
			to = Moved
		}
		e := dated(to, d.On, rule.Moment{})
		for i := range v.Notices {
			if sent := v.Notices[i].Sent; e.certainly.IsZero() && c.notices[i] != ofOld && c.notices[i] != ofOther && sent.IsValid() && sent.Date.After(e.from) {
				e.from = sent.Date // nobody is told of a visit that was dropped
			}
		}
		more = yield(e)
	}
	if !more || !v.Made {
		return
	}
	more = yield(dated(Held, v.Start, rule.Moment{}))
	for i := 0; more && i < len(v.Reports); i++ {
		e := dated(Reported, v.Reports[i].Sent, rule.Moment{})
		if e.from.IsZero() {
			e.from = v.Start.Date // there was nothing to report before
		}
		more = yield(e)
	}
}

// order judges that nothing happened before the visit was planned, nor was anybody told of
// it after it was cancelled or moved, nor was it then made.
func (c *check) order() {
	v, d := c.v, c.v.Dropped
	c.exists(v.Planned, "planned")
	c.afterPlan(v.Start, "start")
	for i := range v.Notices {
		n := &v.Notices[i]
		if n.For != "" && n.For != v.ID {
			continue
		}
		if first := n.first(); first.KnownBefore(v.Planned) {
			at := "sent"
			if !n.Sent.IsValid() {
				at = "acknowledged"
			}
			c.afterPlan(first, noticePath(i).Key(at))
		}
		if n.Acknowledged.KnownBefore(n.Sent) {
			c.Broken(ErrAnsweredUnsent, noticePath(i).Key("acknowledged"), rule.A("acknowledged", n.Acknowledged), sentArg(n.Sent))
		}
		if d != nil && d.On.KnownBefore(n.Sent) {
			c.Broken(ErrNoticeOfDropped, noticePath(i).Key("sent"), sentArg(n.Sent), rule.A("dropped", d.On))
		}
	}
	if d == nil {
		return
	}
	c.exists(d.On, "dropped.on")
	c.afterPlan(d.On, "dropped.on")
	if v.Made {
		c.Broken(ErrMadeAndDropped, "dropped")
	}
	if d.To != "" && d.To == v.ID {
		c.Broken(ErrMovedFromItself, "dropped.to")
	}
}

// first is the first moment that the record has of a notice.
func (n *Notice) first() rule.Moment {
	if n.Sent.IsValid() {
		return n.Sent
	}
	return n.Acknowledged
}

func (c *check) afterPlan(m rule.Moment, at rule.Path) {
	if m.KnownBefore(c.v.Planned) {
		c.Broken(ErrBeforePlanned, at, rule.A("on", m), rule.A("planned", c.v.Planned))
	}
}
