package difficulty

import (
	"cmp"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// State is where a difficulty stands on a day. The zero value is invalid.
type State uint8

// The states. A difficulty has exactly one on every day.
const (
	_             State = iota
	NotYet              // nothing is recorded up to that day
	Grasped             // the team knows it
	Reported            // the leader was told
	Raised              // it was raised, by the leader or the commune
	SettledAtOnce       // settled within competence
	Referred            // with a lead authority
	Answered            // that authority, or the one asked, answered
	Closed              // nothing more is to come
	Noted               // known, outside both programs, and nothing done: nothing is owed
	Undated             // an event without a day may have changed it by then
)

var states = rule.NewEnum[State]("state of a difficulty", rule.Word{},
	rule.Word{Code: "not-yet", Vi: "chưa ghi nhận", En: "not yet recorded"},
	rule.Word{Code: "grasped", Vi: "Tổ giúp việc đã nắm", En: "grasped by the team"},
	rule.Word{Code: "reported", Vi: "đã báo cáo lãnh đạo", En: "reported to the leader"},
	rule.Word{Code: "raised", Vi: "đã nêu, chưa xử lý", En: "raised"},
	rule.Word{Code: "settled-at-once", Vi: "đã giải quyết ngay", En: "settled at once"},
	rule.Word{Code: "referred", Vi: "đã báo cáo, chờ trả lời", En: "referred"},
	rule.Word{Code: "answered", Vi: "đã trả lời", En: "answered"},
	rule.Word{Code: "closed", Vi: "đã kết thúc", En: "closed"},
	rule.Word{Code: "noted", Vi: "ghi nhận, ngoài hai chương trình", En: "noted, outside both programs"},
	rule.Word{Code: "undated", Vi: "chưa rõ, vì có việc không ghi ngày", En: "not known: an event has no day"},
)

// moves says what state follows an act. An act that is not listed cannot happen.
var moves = [Closed + 1][Close + 1]State{
	NotYet:        {Grasp: Grasped, Report: Reported, Raise: Raised, Settle: SettledAtOnce, Refer: Referred, HandOver: Referred, Answer: Answered, Close: Closed},
	Grasped:       {Grasp: Grasped, Report: Reported, Raise: Raised, Settle: SettledAtOnce, Refer: Referred, HandOver: Referred, Answer: Answered, Close: Closed},
	Reported:      {Grasp: Reported, Report: Reported, Raise: Raised, Settle: SettledAtOnce, Refer: Referred, HandOver: Referred, Answer: Answered, Close: Closed},
	Raised:        {Grasp: Raised, Report: Raised, Raise: Raised, Settle: SettledAtOnce, Refer: Referred, HandOver: Referred, Answer: Answered, Close: Closed},
	SettledAtOnce: {Grasp: SettledAtOnce, Report: SettledAtOnce, Raise: Raised, Settle: SettledAtOnce, Refer: Referred, HandOver: Referred, Answer: Answered, Close: Closed},
	Referred:      {Grasp: Referred, Report: Referred, Raise: Referred, Settle: Referred, HandOver: Referred, Answer: Answered, Close: Closed},
	Answered:      {Grasp: Answered, Report: Answered, Raise: Raised, Settle: SettledAtOnce, Refer: Referred, HandOver: Referred, Answer: Answered, Close: Closed},
	Closed:        {},
}

// step is an event at its place in time.
type step struct {
	e     *Event
	index int        // in the record
	day   civil.Date // zero where it is not known
	by    civil.Date // the day, or the last on which it can have happened
	from  civil.Date // of an event without a day: not before this
}

// never is later than any day.
var never = civil.Date{Year: 10_000, Month: 1, Day: 1}

// steps are the events in their order in time: those with a day by their days, each of the
// others where it stands in the list, before the next one that has a day.
func (d *Difficulty) steps() []step {
	all, dated := make([]step, len(d.Events)), make([]step, 0, len(d.Events))
	var last civil.Date
	for i := range d.Events {
		e := &d.Events[i]
		all[i] = step{e: e, index: i, from: last}
		if e.On.IsValid() {
			all[i].day, all[i].by = e.On.Date, e.On.Date
			dated = append(dated, all[i])
			if e.On.Date.After(last) {
				last = e.On.Date
			}
		}
	}
	slices.SortStableFunc(dated, func(a, b step) int { return a.day.Compare(b.day) })
	for from := 0; from < len(dated); {
		to, timed := from, true
		for ; to < len(dated) && dated[to].day == dated[from].day; to++ {
			timed = timed && dated[to].e.On.Timed
		}
		slices.SortStableFunc(dated[from:to], func(a, b step) int {
			if timed {
				return cmp.Or(a.e.On.Time.Compare(b.e.On.Time), cmp.Compare(a.e.Act, b.e.Act))
			}
			return cmp.Compare(a.e.Act, b.e.Act)
		})
		from = to
	}
	if len(dated) == len(all) {
		return dated
	}
	steps := make([]step, 0, len(all))
	before := func(index int, by civil.Date) {
		first := index
		for ; first > 0 && all[first-1].day.IsZero(); first-- {
		}
		for _, s := range all[first:index] {
			s.by = by
			steps = append(steps, s)
		}
	}
	for _, s := range dated {
		before(s.index, s.day)
		steps = append(steps, s)
	}
	before(len(all), never)
	return steps
}

// course is where a difficulty stands after some of its events.
type course struct {
	d        *Difficulty
	state    State
	since    civil.Date // the day of the act that led to the state, where it is known
	known    civil.Date // the day of the first event, where it is known
	begun    bool       // that it was grasped, reported or raised is recorded
	referred bool       // a referral is recorded, so first is the first addressee
	handed   bool       // a hand-over is recorded
	settled  bool
	answered bool       // an answer is recorded, or it was settled while asked
	waiting  bool       // an answer was asked and has not come
	asked    civil.Date // from when; zero where that is not known
	replied  civil.Date // when the last answer came
	first    []org.BodyID
	leads    []org.BodyID
	with     []org.BodyID
	outcome  Outcome
}

// note is told what is amiss with an event in its place.
type note func(rule.Kind, rule.Code, ...rule.Arg)

func silent(rule.Kind, rule.Code, ...rule.Arg) {}

// take applies an event, and says what is amiss. An event that cannot happen changes
// nothing; one that leaves a gap before it is taken.
func (c *course) take(s *step, tell note) {
	e := s.e
	if !e.Act.known() {
		return
	}
	next, act := moves[c.state][e.Act], rule.A("act", e.Act)
	switch {
	case c.state == Closed:
		tell(rule.Broken, ErrAfterClosed, act, rule.A("day", when(c.since)))
		return
	case next == 0:
		tell(rule.Broken, ErrReferredTwice, rule.A("body", list(c.leads)))
		return
	case e.Act <= Raise && !c.begun && c.state != NotYet:
		tell(rule.Broken, ErrKnownAfter, act, rule.A("state", c.state))
		return
	case e.Act == HandOver && c.state == Referred && len(e.Leads) > 0 && same(e.Leads, c.leads):
		tell(rule.Broken, ErrSameLead, rule.A("body", list(e.Leads)))
		return
	}
	c.gaps(s, tell)
	if c.state == NotYet {
		c.known = s.day
	}
	switch e.Act {
	case Grasp, Report:
		c.begun = true
	case Raise:
		c.begun = true
		if c.d.asks() {
			c.ask(s.day)
		}
	case Settle:
		c.settled = true
		if c.state != Referred {
			c.reply(s.day)
		}
	case Refer:
		c.ask(s.day)
		if !c.referred && !c.handed {
			c.first = e.Leads
		}
		c.referred, c.leads, c.with = true, e.Leads, e.Cooperating
	case HandOver:
		if !c.waiting {
			c.ask(civil.Date{}) // when the first addressee was asked is not recorded
		}
		c.handed, c.leads = true, e.Leads
		if len(e.Cooperating) > 0 {
			c.with = e.Cooperating
		}
	case Answer:
		c.answered = true
		c.reply(s.day)
	}
	if e.Outcome != OutcomeNotStated && (e.Act == Answer || e.Act == Close) {
		c.outcome = e.Outcome
	}
	if next != c.state {
		c.state, c.since = next, s.day
	}
}

// ask begins the wait for an answer, unless one is awaited.
func (c *course) ask(day civil.Date) {
	if !c.waiting {
		c.waiting, c.asked, c.replied = true, day, civil.Date{}
	}
}

func (c *course) reply(day civil.Date) {
	if c.waiting {
		c.waiting, c.answered, c.replied = false, true, day
	}
}

// gaps tells what should have gone before an event and is not recorded.
func (c *course) gaps(s *step, tell note) {
	e, act := s.e, rule.A("act", s.e.Act)
	gap := func(a Act) { tell(rule.Undecided, ErrGap, act, rule.A("before", a)) }
	switch {
	case e.Act <= Raise:
	case c.state == NotYet:
		tell(rule.Undecided, ErrBeginning, act)
	case c.state == Grasped:
		tell(rule.Undecided, ErrNotReported, act)
	case e.Act == HandOver && !c.referred:
		gap(Refer)
	}
	if e.Act != Close {
		return
	}
	outcome := cmp.Or(e.Outcome, c.outcome)
	disposed := c.settled || c.referred || c.handed || c.answered
	switch {
	case outcome == OutcomeNotStated:
		tell(rule.Undecided, ErrOutcomeMissing, act)
	case outcome == NoLongerRelevant:
	case !disposed && !c.d.Outside:
		kind := rule.Undecided
		if c.begun && c.whole(s.day) {
			kind = rule.Broken
		}
		tell(kind, ErrNotDisposed)
	case outcome == Transferred && !c.handed:
		gap(HandOver)
	case outcome != Transferred && c.waiting:
		gap(Answer)
	}
}

// whole reports whether every event up to a day is recorded.
func (c *course) whole(day civil.Date) bool {
	return rule.IsDay(day) && rule.IsDay(c.d.Through) && !c.d.Through.Before(day)
}

// on is the course up to the end of a day. Where an event without a day may have changed
// the state by then, undated is true.
func (d *Difficulty) on(day civil.Date) (c course, undated bool) {
	c = course{d: d, state: NotYet}
	steps := d.steps()
	i := 0
	for ; i < len(steps) && !steps[i].by.After(day); i++ {
		c.take(&steps[i], silent)
	}
	for trial := c; i < len(steps) && !undated; i++ {
		if s := &steps[i]; s.day.IsZero() && !s.from.After(day) {
			trial.take(s, silent)
			undated = trial.state != c.state
		}
	}
	return c, undated
}

// shown is the state that the course shows.
func (c *course) shown(undated bool) State {
	switch {
	case undated:
		return Undated
	case c.d.Outside && c.state >= Grasped && c.state <= Raised:
		return Noted
	default:
		return c.state
	}
}

// StateOn is where the difficulty stands at the end of a day, by the events recorded. It
// is exactly one state on every day; [Undated] for what is no day. An event that cannot
// happen, see [Policy.Check], changes nothing.
func (d Difficulty) StateOn(day civil.Date) State {
	if !rule.IsDay(day) {
		return Undated
	}
	c, undated := d.on(day)
	return c.shown(undated)
}

// Addressees are to whom the difficulty was first referred, which no later hand-over
// changes, and who leads at the end of a day.
func (d Difficulty) Addressees(day civil.Date) (first, leads []org.BodyID) {
	if !rule.IsDay(day) {
		return nil, nil
	}
	c, _ := d.on(day)
	return spelled(c.first), spelled(c.leads)
}

// same reports whether two lists name the same bodies. A body that is not named is none.
func same(a, b []org.BodyID) bool {
	if len(a) != len(b) || slices.Contains(a, "") || slices.Contains(b, "") {
		return false
	}
	if len(a) == 1 {
		return rule.Normal(a[0]) == rule.Normal(b[0])
	}
	in := make(map[org.BodyID]bool, len(a))
	for _, id := range a {
		in[rule.Normal(id)] = true
	}
	return !slices.ContainsFunc(b, func(id org.BodyID) bool { return !in[rule.Normal(id)] })
}

// when is a day in words, where it is known.
func when(day civil.Date) any {
	if day.IsZero() {
		return rule.Text{Vi: "(không rõ ngày)", En: "a day not stated"}
	}
	return day
}
