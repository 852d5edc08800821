package visit

import (
	"errors"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/workday"
)

// ErrNoLeadTime says that no last day follows, because no lead time is set.
var ErrNoLeadTime = rule.NewMisuse(nil, rule.Text{Vi: "chưa đặt thời gian báo trước", En: "no lead time is set"})

// LeadTime is how long before a visit or a meeting the other side is told (thời gian báo
// trước). No text at hand sets one for visits to communes, so it is a host's own; the zero
// LeadTime demands nothing. The days between are those of a calendar that the caller gives.
type LeadTime struct {
	// N is the number of days; 0 demands nothing.
	N int `json:"n" validate:"gte=0,lte=366"`
	// CalendarDays counts every day. Otherwise only working days count.
	CalendarDays bool `json:"calendarDays,omitempty"`
	// Strict asks for N full days between the sending and the visit. Otherwise the day of
	// the sending counts as one of them.
	Strict bool `json:"strict,omitempty"`
	// DayOff is how a notice counts that is sent on a day off.
	DayOff DayOff `json:"dayOff,omitzero"`
	// UrgentExempt frees a visit that says why it is urgent.
	UrgentExempt bool `json:"urgentExempt,omitempty"`
}

// WorkingDays is a lead time of n working days, the day of the sending counted.
func WorkingDays(n int) LeadTime { return LeadTime{N: n} }

// CalendarDays is a lead time of n days of any kind, the day of the sending counted.
func CalendarDays(n int) LeadTime { return LeadTime{N: n, CalendarDays: true} }

// Strictly is the same with that many full days between the sending and the visit.
func (l LeadTime) Strictly() LeadTime {
	l.Strict = true
	return l
}

// NonWorkingSend is the same with a sending on a day off counted as d says.
func (l LeadTime) NonWorkingSend(d DayOff) LeadTime {
	l.DayOff = d
	return l
}

// ExceptUrgent is the same with visits free that say why they are urgent.
func (l LeadTime) ExceptUrgent() LeadTime {
	l.UrgentExempt = true
	return l
}

// LastDay is the last day on which a notice of what begins on a day is in time, with what
// was counted and the days that moved it:
//
//	                  that-day                        next-working-day
//	loose             the N-th working day before     the same: it is never a day off
//	strict            the day before the N-th         the N+1-th working day before
//	loose, any day    N days before                   as at the left, back to a working day
//	strict, any day   N+1 days before                 as at the left, back to a working day
//
// The error is [ErrNoLeadTime], [workday.ErrTerm] for a day that does not exist, or a
// [workday.DayError] where the calendar does not cover a day that decides or has not
// decided it. Days of any kind that count on that day need no calendar.
func (l LeadTime) LastDay(of civil.Date, cal workday.Calendar) (workday.Deadline, error) {
	if l.N < 1 {
		return workday.Deadline{}, ErrNoLeadTime
	}
	term := workday.Term{N: -l.N, Unit: l.unit(), From: of}
	before := l.Strict && l.DayOff == CountsThatDay
	if l.Strict && !before {
		term.N--
	}
	d, err := workday.OnOrBefore(of)
	switch {
	case err != nil:
	case l.CalendarDays && l.DayOff == CountsThatDay:
		end := of.AddDays(term.N)
		d = workday.Deadline{End: end, Computed: end, Term: term}
	default:
		d, err = cal.Deadline(term)
	}
	if err != nil || !before {
		return d, err
	}
	return d.DayBefore(), nil
}

// InTime reports whether a notice sent on a day is in time for what begins on another. The
// error is that of [LeadTime.LastDay]; a day that is not decided is one only where the
// notice is in time if that day is worked, and late if it is off.
func (l LeadTime) InTime(sent, of civil.Date, cal workday.Calendar) (bool, error) {
	t := l.limit(of, cal)
	return t.inTime(sent)
}

// limit is the last day for a notice, or what can be said of it where the calendar does not
// tell.
type limit struct {
	last           workday.Deadline
	err            error
	surely, atMost civil.Date // whatever becomes of the days that are not decided
}

func (l LeadTime) limit(of civil.Date, cal workday.Calendar) limit {
	last, err := l.LastDay(of, cal)
	t := limit{last: last, err: err, surely: last.End, atMost: last.End}
	if errors.Is(err, workday.ErrUndecided) {
		t.surely, t.atMost = l.settled(of, cal, false), l.settled(of, cal, true)
	}
	return t
}

// inTime compares a notice with the limit.
func (t *limit) inTime(sent civil.Date) (bool, error) {
	switch {
	case t.err == nil, !t.surely.IsZero() && !sent.After(t.surely):
		return !sent.After(t.surely), nil
	case !t.atMost.IsZero() && sent.After(t.atMost):
		return false, nil
	default:
		return false, t.err
	}
}

// settled is the last day if each day that is not decided were worked, or were off; zero
// where even then it cannot be told.
func (l LeadTime) settled(of civil.Date, cal workday.Calendar, worked bool) civil.Date {
	counted, day := l.N, of
	if l.Strict && l.DayOff == CountsNext {
		counted++
	}
	if l.CalendarDays { // back from there to a working day
		counted, day = 1, of.AddDays(1-counted)
	}
	for counted > 0 {
		day = day.AddDays(-1)
		switch on, err := cal.On(day); {
		case err != nil:
			return civil.Date{}
		case on.Kind.Works(), on.Kind == workday.Undecided && worked:
			counted--
		}
	}
	if l.Strict && l.DayOff == CountsThatDay {
		day = day.AddDays(-1)
	}
	return day
}

// Given is how many of the days that the lead time counts a notice sent on a day leaves
// before what begins on another day; 0 where none is left. The error is a
// [workday.DayError].
func (l LeadTime) Given(sent, of civil.Date, cal workday.Calendar) (int, error) {
	if l.DayOff == CountsNext {
		works, err := cal.IsWorkday(sent)
		if err != nil {
			return 0, err
		}
		if !works {
			if sent, err = cal.Next(sent); err != nil {
				return 0, err
			}
		}
	}
	if l.Strict {
		sent = sent.AddDays(1)
	}
	switch {
	case !sent.Before(of):
		return 0, nil
	case l.CalendarDays:
		return of.DaysSince(sent), nil
	}
	n, err := cal.Between(of, sent) // the working days before of, back to sent
	return -n, err
}

func (l LeadTime) unit() workday.Unit {
	if l.CalendarDays {
		return workday.Days
	}
	return workday.WorkingDays
}

// String is the Vietnamese wording of [LeadTime.In].
func (l LeadTime) String() string { return l.In(rule.Vi) }

// In says the lead time: "3 ngày làm việc trọn giữa ngày báo và ngày đi".
func (l LeadTime) In(lang rule.Lang) string {
	how := rule.Text{Vi: ", kể cả ngày báo", En: ", the day of sending counted"}
	if l.Strict {
		how = rule.Text{Vi: " trọn giữa ngày báo và ngày đi", En: " in full between the day of sending and the visit"}
	}
	return l.count(l.N).In(lang) + how.In(lang) + "; " + l.DayOff.In(lang)
}

// count says a number of the days that the lead time counts.
func (l LeadTime) count(n int) rule.Text {
	words := rule.Text{Vi: strconv.Itoa(n) + " " + l.unit().In(rule.Vi), En: strconv.Itoa(n) + " " + l.unit().In(rule.En)}
	if n == 1 {
		words.En = words.En[:len(words.En)-1]
	}
	return words
}

// LastDay is [LeadTime.LastDay] of the policy's lead time. The zero Calendar stands for the
// policy's own.
func (p Policy) LastDay(of civil.Date, cal workday.Calendar) (workday.Deadline, error) {
	return p.LeadTime.LastDay(of, cal.Or(p.calendar()))
}

// calendar is the one by which the lead time is counted.
func (p *Policy) calendar() workday.Calendar {
	return p.Calendar.Or(workday.Vietnam())
}

// leadTime judges, where the host asks for one, whether the commune was told long enough
// before the visit. One notice in time is enough; one that may be leaves the others
// undecided. An accepted invitation that serves as notice tells the commune's own day.
func (c *check) leadTime() {
	l := c.p.LeadTime
	if l.N < 1 || !c.v.Start.IsValid() || !c.bound() || l.UrgentExempt && !rule.Blank(c.v.Urgent) {
		return
	}
	told := tellings{limit: l.limit(c.v.Start.Date, c.p.calendar())}
	for i, w := range c.notices {
		if w != serves && w != unclear && w != notBefore && w != unknownTo {
			continue
		}
		n := &c.v.Notices[i]
		switch in := told.add(noticePath(i).Key("sent"), n.Sent, n.Acknowledged); {
		case in && w != unknownTo:
			return
		case in: // what is not known of it is said elsewhere
			told.doubtful, told.late = true, told.late[:len(told.late)-1]
		}
	}
	if c.acceptance == serves || c.acceptance == unclear {
		if told.add("invitation.accepted", c.v.Invitation.Accepted, rule.Moment{}) {
			return
		}
	}
	kind := c.unless()
	if told.doubtful {
		kind = rule.Undecided
	}
	for _, n := range told.late {
		c.late(kind, n, &told.limit)
	}
}

// tellings are the acts of telling the commune, as far as none is known to be in time.
type tellings struct {
	limit
	late     []lateness
	doubtful bool // one of them may be in time
}

// lateness is an act of telling that may come too late for the lead time.
type lateness struct {
	at   rule.Path
	sent rule.Moment
}

// add reports whether an act is in time, and keeps it. Where its own moment is not known, it
// came no later than its answer.
func (s *tellings) add(at rule.Path, sent, noLater rule.Moment) bool {
	s.late = append(s.late, lateness{at, sent})
	known := sent.IsValid()
	if !known {
		sent = noLater
	}
	if !sent.IsValid() {
		s.doubtful = true
		return false
	}
	in, err := s.inTime(sent.Date)
	s.doubtful = s.doubtful || err != nil || !in && !known
	return in
}

// late reports one notice that is not in time, or of which the calendar cannot tell.
func (c *check) late(kind rule.Kind, n lateness, t *limit) {
	until, given := any(t.last), any(rule.Text{Vi: "không rõ số ngày", En: "a number of days that is not known"})
	if err := t.err; err != nil {
		until = rule.Text{Vi: "một ngày chưa tính được (" + rule.Tell(err, rule.Vi) + ")", En: "a day that cannot be told (" + rule.Tell(err, rule.En) + ")"}
	}
	l := c.p.LeadTime
	if days, err := l.Given(n.sent.Date, c.v.Start.Date, c.p.calendar()); err == nil && n.sent.IsValid() {
		given = l.count(days)
	}
	c.Report(kind, ErrNoticeLate, n.at, rule.A("last", until), rule.A("lead", l), sentArg(n.sent), rule.A("given", given))
}
