package difficulty

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Check judges a difficulty and reports everything it has to say, in the order of the
// record: events that cannot happen in that order, what is not recorded between them, who
// settled and who leads, and to whom a commune's recommendation went. The roster says who
// helps the commune; of the matrices the one that covers the day of an event says who
// exists and who receives. Without one a body is taken at its word.
func (p Policy) Check(d Difficulty, r assignment.Roster, x ...duty.Matrix) rule.Findings {
	c := checker{p: &p, d: &d, roster: r, matrices: x}
	own := c.judge(firstDay(&d))
	if d.Follows != "" && rule.Normal(d.Follows) == rule.Normal(d.ID) {
		own.Broken(ErrFollows, "follows")
	}
	switch {
	case d.Outside && d.Program != 0:
		own.Broken(ErrProgramBoth, "outside", rule.A("program", d.Program))
	case d.Outside && !p.EveryMatter:
		own.Advice(AdviceOutside, "outside")
	case d.Program == org.PovertyReduction && !p.EveryMatter:
		own.Advice(AdvicePoverty, "program")
	}
	if !d.Through.IsZero() && !rule.IsDay(d.Through) {
		own.Broken(ErrDay, "through", rule.A("day", d.Through))
	}
	found := make([]rule.Findings, len(d.Events))
	at := course{d: &d, state: NotYet}
	for _, s := range d.steps() {
		found[s.index] = c.event(&at, &s)
	}
	all := own.Findings()
	for _, f := range found {
		all = append(all, f...)
	}
	return all
}

// firstDay is the day on which the difficulty is first recorded; zero where no event has
// one.
func firstDay(d *Difficulty) civil.Date {
	var first civil.Date
	for i := range d.Events {
		if on := d.Events[i].On; on.IsValid() && (first.IsZero() || on.Date.Before(first)) {
			first = on.Date
		}
	}
	return first
}

type checker struct {
	p        *Policy
	d        *Difficulty
	roster   assignment.Roster
	matrices []duty.Matrix
}

func (c *checker) judge(day civil.Date) *duty.Judge { return c.p.Competence.basis().Judge(table, day) }

// matrix is the one that answers for a day, on that day; empty where none does.
func (c *checker) matrix(day civil.Date) duty.Matrix {
	for _, x := range c.matrices {
		if on, err := x.On(day); err == nil {
			return on
		}
	}
	return duty.Matrix{}
}

// owed reports whether the text asks anything about the matter.
func (c *checker) owed() bool { return !c.d.Outside || c.p.EveryMatter }

// event judges one event, in its place in time and by itself.
func (c *checker) event(at *course, s *step) rule.Findings {
	e := s.e
	j, path := c.judge(s.day), rule.Path("events").Index(s.index)
	happened := true
	at.take(s, func(k rule.Kind, code rule.Code, args ...rule.Arg) {
		happened = happened && (k != rule.Broken || code == ErrNotDisposed)
		if code != ErrNotDisposed || !c.p.ClosedAlone {
			j.Report(k, code, path, args...)
		}
	})
	c.members(j, e, path)
	if s.day.IsZero() || !happened {
		return j.Findings()
	}
	found := j.Findings()
	switch e.Act {
	case Raise:
		if c.d.asks() && c.ofCommune(e) && !c.p.AnyReceiver {
			found = append(found, c.receivers(s, path)...)
		}
	case Settle, Refer, HandOver:
		if !c.owed() {
			break
		}
		if e.Act != Settle && !c.p.OwnerApart {
			found = append(found, c.leftOut(at, s, path)...)
		}
		for _, f := range c.disposal(s, path) {
			if f.Code() != duty.ErrMayBind || len(found.Of(duty.ErrMayBind)) == 0 {
				found = append(found, f)
			}
		}
	}
	return found
}

// disposal judges who settled, and to whom it was referred. The passage speaks of the new
// rural program alone: of a matter of the other it says nothing, and of one whose program is
// not stated nothing is broken.
func (c *checker) disposal(s *step, path rule.Path) rule.Findings {
	if !c.p.EveryMatter && (c.d.Outside || c.d.Program == org.PovertyReduction) {
		return nil
	}
	found := c.p.Competence.Check(s.e.disposal(c.settler(s.e)), c.d.Matter, c.matrix(s.day))
	for i := range found {
		f := &found[i]
		if f.Path == "settled" {
			f.Path = "by"
		}
		f.Path = f.Path.Under(path)
		if f.Kind == rule.Broken && f.Origin() != rule.OriginForm && c.d.Program == 0 && !c.p.EveryMatter {
			f.Kind = rule.Undecided
		}
	}
	return found
}

// members judges which members an event of its act has.
func (c *checker) members(j *duty.Judge, e *Event, path rule.Path) {
	act := rule.A("act", e.Act)
	switch {
	case e.On.IsZero():
		j.Undecided(ErrUndated, path.Key("on"), act)
	case !e.On.IsValid():
		j.Broken(ErrDay, path.Key("on"), rule.A("day", e.On.Date))
	}
	passes := e.Act == Refer || e.Act == HandOver
	if len(e.Leads) > 0 && !passes {
		j.Broken(ErrMember, path.Key("leads"), act)
	}
	if len(e.Cooperating) > 0 && !passes {
		j.Broken(ErrMember, path.Key("cooperating"), act)
	}
	if passes && len(e.Leads) == 0 && len(e.Cooperating) == 0 {
		j.Undecided(ErrLeadMissing, path.Key("leads"), act)
	}
	switch {
	case e.Outcome != OutcomeNotStated && e.Act != Answer && e.Act != Close:
		j.Broken(ErrMember, path.Key("outcome"), act)
	case e.Outcome == OutcomeNotStated && e.Act == Answer:
		j.Undecided(ErrOutcomeMissing, path.Key("outcome"), act)
	}
}

// settler is the body that settled: of a leader, the leader's own.
func (c *checker) settler(e *Event) org.BodyID {
	switch leader, ok := c.roster.Leader(e.By); {
	case e.Act != Settle:
		return ""
	case ok:
		return leader.Body
	default:
		return org.BodyID(e.By)
	}
}

// ofCommune reports whether the commune raises it: what it recommends it raises itself,
// unless the event says otherwise.
func (c *checker) ofCommune(e *Event) bool {
	if e.By == "" {
		return c.d.Kind == KindRecommendation
	}
	return rule.Normal(e.By) == rule.Normal(string(c.d.Commune))
}

// leftOut are the bodies in charge of the criterion on that day that take no part in what
// was referred. The body of the leader who refers it has a part anyway.
func (c *checker) leftOut(at *course, s *step, path rule.Path) rule.Findings {
	owners := c.owners(s.day)
	if len(owners) == 0 {
		return nil
	}
	there := make(map[org.BodyID]bool, len(at.leads)+len(at.with)+1)
	for _, id := range slices.Concat(at.leads, at.with) {
		there[rule.Normal(id)] = true
	}
	if leader, known := c.roster.Leader(c.leader(c.assignment(s.day))); known {
		there[leader.Body] = true
	}
	j := c.judge(s.day)
	for _, owner := range owners {
		if !there[rule.Normal(owner)] {
			j.Advice(AdviceOwnerLeftOut, path.Key("cooperating"), rule.A("body", c.matrix(s.day).Name(owner)))
		}
	}
	return j.Findings()
}

// Receivers are to whom a commune's recommendation of a day goes by the default reading:
// the leaders who help the commune on that day, by the roster, and the bodies of the level
// above it, by the matrix of that day. Without a matrix that covers it nothing is said of
// the level above.
func Receivers(commune org.UnitCode, day civil.Date, r assignment.Roster, x ...duty.Matrix) (leaders []assignment.Leader, above []org.BodyID) {
	c := checker{roster: r, matrices: x}
	helping, _ := r.Helping(commune, day)
	seen := map[string]bool{}
	for _, a := range helping {
		if leader, known := r.Leader(a.Leader); known && !seen[leader.ID] {
			seen[leader.ID] = true
			leaders = append(leaders, leader)
		}
	}
	matrix := c.matrix(day)
	d, _ := matrix.Duty(duty.Recommend)
	refer, _ := matrix.Duty(duty.ReferDifficulty)
	for party := range d.Towards.All() {
		if !refer.Bearers.Has(party.Body) { // the leaders, as a class
			above = append(above, party.Body)
		}
	}
	return leaders, above
}

// receivers judges to whom a commune's recommendation went: Broken where to nobody who
// should have it, Advice where to some of them. One body of the level above is enough.
func (c *checker) receivers(s *step, path rule.Path) rule.Findings {
	to := make(map[string]bool, len(s.e.To))
	for _, id := range s.e.To {
		to[rule.Normal(id)] = true
	}
	leaders, above := Receivers(c.d.Commune, s.day, c.roster, c.matrices...)
	var vi, en []string
	asked, missed := len(leaders), 0
	for _, leader := range leaders {
		if !to[leader.ID] && !to[string(leader.Body)] {
			missed++
			vi, en = append(vi, leader.In(rule.Vi)), append(en, leader.In(rule.En))
		}
	}
	if len(above) > 0 {
		asked++
		w := bodies{x: c.matrix(s.day), day: s.day}
		reached := false
		for id := range to {
			reached = reached || w.isOne(org.BodyID(id), func(b org.BodyID) bool { return slices.Contains(above, b) })
		}
		if !reached {
			missed++
			for _, b := range above {
				vi, en = append(vi, w.x.Name(b).Vi), append(en, w.x.Name(b).En)
			}
		}
	}
	kind := rule.Broken
	switch {
	case missed == 0:
		return nil
	case len(to) == 0:
		kind = rule.Undecided
	case missed < asked:
		kind = rule.Advice
	}
	f := table.Finding(kind, ErrReceivers, path.Key("to"), rule.A("missing", rule.Text{Vi: strings.Join(vi, "; "), En: strings.Join(en, "; ")}))
	if c.d.Kind > KindRecommendation {
		f = f.Guarding(duty.CommuneProposes)
	}
	j := c.judge(s.day)
	j.Add(f)
	return j.Findings()
}
