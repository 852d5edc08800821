package rank

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// pool is the entries under one limit: counts, and the places in the order of those that
// are rated Excellent.
type pool struct {
	counts     Counts
	entries    int
	candidates []int
	open       bool // a rating is to come
}

type unitPool struct {
	pool
	groups map[string]*pool
}

// cut counts the quota of every unit. Where nobody knows which of two ratios a unit has, both
// are counted, and what comes out otherwise is open.
func (o *order) cut() {
	units := o.pools()
	o.told = map[rule.Code]bool{}
	for _, name := range slices.Sorted(maps.Keys(units)) {
		u, from := units[name], len(o.limits)
		higher, sure := o.higher(name)
		o.count(name, u, higher)
		if !sure {
			lower := o.take(u.candidates, from)
			o.count(name, u, true)
			o.merge(u.candidates, from, lower)
		}
		for at := from; at < len(o.limits); at++ {
			o.tell(at, u.candidates)
		}
	}
}

// higher reports whether a unit has the higher ratio, as far as is known, and whether that
// is sure.
func (o *order) higher(unit string) (is, sure bool) {
	q := o.p.Quota
	rated := o.list.Units[unit]
	switch {
	case !q.Outstanding.Known(), rated != evaluation.Unrated && rated != evaluation.Excellent:
		return false, true
	case rated == evaluation.Excellent && o.usable(q.limit(true)):
		return true, true
	}
	return false, false
}

// count counts the quota of every group of a unit and then of the unit.
func (o *order) count(name string, u *unitPool, higher bool) {
	o.keep(u.candidates)
	if !o.p.Quota.NoGroups && len(u.groups) > 1 {
		for _, group := range slices.Sorted(maps.Keys(u.groups)) {
			if group != "" { // nobody knows which quota would apply
				o.settle(name, group, u.groups[group], higher)
			}
		}
	}
	o.settle(name, "", &u.pool, higher)
}

// counted is what came of one unit by one ratio.
type counted struct {
	outcomes []Outcome // of its candidates
	limits   []Limit
}

// take takes the count of a unit out of the answer.
func (o *order) take(candidates []int, from int) counted {
	c := counted{limits: slices.Clone(o.limits[from:])}
	for _, n := range candidates {
		c.outcomes = append(c.outcomes, o.outcomes[n])
	}
	o.limits = o.limits[:from]
	return c
}

// merge brings a unit's count by the higher ratio, which is in the answer, together with the one
// by the lower: who fares alike in both is settled.
func (o *order) merge(candidates []int, from int, lower counted) {
	differs := false
	for i, n := range candidates {
		low, high := lower.outcomes[i], o.outcomes[n]
		alike := low.Status == high.Status && (low.Status != NeedsDecision ||
			low.Limit == high.Limit && lower.limits[low.Limit-from].Places == o.limits[high.Limit].Places)
		if !alike && low.Status != Open {
			differs = true
			low.Status, low.After = Open, evaluation.Unrated
		}
		o.outcomes[n] = low
	}
	for i := range lower.limits {
		lower.limits[i].OrRatio, lower.limits[i].OrMost = o.limits[from+i].Ratio, o.limits[from+i].Most
	}
	o.limits = append(o.limits[:from], lower.limits...)
	if !differs {
		return
	}
	q, unit := o.p.Quota.limit(true), lower.limits[0].Unit
	if o.list.Units[unit] == evaluation.Unrated {
		o.add(table.Undecided(ErrNoUnitRating, "units", rule.A("where", whereOf(unit, "")), rule.A("low", o.p.Quota.Ratio), rule.A("high", q.Ratio)).Citing(q.Source))
	}
	if !o.usable(q) {
		o.once(table.Undecided(ErrUnconfirmed, "units", rule.A("ratio", q.Ratio), rule.A("confidence", q.Confidence)))
	}
}

// tell says what limits a limit, and who is tied for its last places.
func (o *order) tell(at int, candidates []int) {
	l := &o.limits[at]
	o.caveats(l)
	for _, n := range candidates {
		if out := &o.outcomes[n]; out.Status == NeedsDecision && out.Limit == at {
			o.add(table.Undecided(ErrTie, "entries", rule.A("tied", l.Tied), rule.A("score", out.Score), rule.A("places", l.Places)))
			return
		}
	}
}

// pools sorts the entries into units and groups, in order.
func (o *order) pools() map[string]*unitPool {
	units := map[string]*unitPool{}
	for n, i := range o.by {
		e := &o.list.Entries[i]
		u := units[e.Unit]
		if u == nil {
			u = &unitPool{groups: map[string]*pool{}}
			units[e.Unit] = u
		}
		g := u.groups[e.Group]
		if g == nil {
			g = &pool{}
			u.groups[e.Group] = g
		}
		u.add(n, e)
		g.add(n, e)
	}
	for i := range o.list.Entries {
		e := &o.list.Entries[i]
		if e.Rating == evaluation.Unrated && !e.NotRated {
			o.add(table.Undecided(ErrUnrated, entryAt(i, "rating")))
		}
		if e.Unit == "" && len(units) > 1 {
			o.add(table.Undecided(ErrNoGroup, entryAt(i, "unit"), rule.A("what", rule.Text{Vi: "đơn vị", En: "the unit"})))
		}
		if !o.p.Quota.NoGroups && e.Group == "" && len(units[e.Unit].groups) > 1 {
			o.add(table.Undecided(ErrNoGroup, entryAt(i, "group"), rule.A("what", rule.Text{Vi: "nhóm nhiệm vụ tương đồng", En: "the group of similar duties"})))
		}
	}
	return units
}

func (p *pool) add(n int, e *Entry) {
	p.entries++
	if e.NotRated {
		return
	}
	p.counts.add(e.Rating)
	p.open = p.open || e.Rating == evaluation.Unrated
	if e.Rating == evaluation.Excellent {
		p.candidates = append(p.candidates, n)
	}
}

func (o *order) keep(candidates []int) {
	for _, n := range candidates {
		o.outcomes[n].Status = Kept
	}
}

// limit is the quota of one pool, by the higher ratio or by the lower.
func (o *order) limit(unit, group string, p *pool, higher bool) Limit {
	q := o.p.Quota
	l := q.limit(higher)
	l.Unit, l.Group, l.Counts, l.Entries = unit, group, p.counts, p.entries
	if !higher && !o.usable(l) {
		l.Ratio = rule.Number{}
	}
	l.Share, l.Most = q.Share(l.Ratio, p.counts), q.Most(l.Ratio, p.counts)
	if p.entries < q.Small {
		l.Small, l.Most = true, q.SmallMost
	}
	return l
}

// limit is the row of the quota that says the higher or the lower ratio.
func (q *Quota) limit(higher bool) Limit {
	l := Limit{Of: q.Of, BeforeCut: q.BeforeCut, Rounding: q.Rounding, Ratio: q.Ratio, Source: q.Source, Confidence: q.Confidence}
	if higher {
		l.Ratio, l.Outstanding, l.Confidence = q.Outstanding, true, q.OutstandingConfidence
		if !q.OutstandingSource.IsZero() {
			l.Source = q.OutstandingSource
		}
	}
	return l
}

// usable reports whether the ratio of a limit may be used. One without a source is the
// host's own.
func (o *order) usable(l Limit) bool { return l.Source.IsZero() || l.Confidence >= o.p.Accept.Floor() }

// settle applies the quota of one pool to those of its candidates that are not yet cut.
func (o *order) settle(unit, group string, p *pool, higher bool) {
	l := o.limit(unit, group, p, higher)
	at := len(o.limits)
	switch {
	case len(p.candidates) == 0:
	case o.broken, p.open, l.Most < 0, len(p.candidates) > l.Most && o.scoreless(p.candidates):
		for _, n := range p.candidates {
			o.mark(n, Open, at)
		}
	default:
		o.fill(&l, at, p.candidates)
	}
	o.limits = append(o.limits, l)
}

func (o *order) scoreless(candidates []int) bool {
	return !o.outcomes[candidates[len(candidates)-1]].Score.Known() // they come last
}

// mark sets what a limit does to one candidate. What was cut stays cut.
func (o *order) mark(n int, s Status, limit int) {
	out := &o.outcomes[n]
	if out.Status == Cut {
		return
	}
	out.Status, out.Limit = s, limit
	switch s {
	case Cut:
		out.After = evaluation.Good
	case NeedsDecision, Open:
		out.After = evaluation.Unrated
	}
}

// fill gives the places of a limit to its candidates, one class of equal scores after the
// other. A class that is larger than what is left needs a decision. Candidates tied under a
// group take as many places as that group has left for them.
func (o *order) fill(l *Limit, at int, candidates []int) {
	left, unsure := l.Most, false
	entry := func(n int) *Entry { return &o.list.Entries[o.by[n]] }
	for len(candidates) > 0 {
		size := 1
		for size < len(candidates) && compare(entry(candidates[0]), entry(candidates[size])) == 0 {
			size++
		}
		class := candidates[:size]
		candidates = candidates[size:]
		need, alive, open := o.demand(class)
		unsure = unsure || open
		switch {
		case need <= left:
			left -= need
			for _, n := range class {
				if o.outcomes[n].Status == Kept {
					o.outcomes[n].Limit = at
				}
			}
		case unsure: // a score is missing above, so these may move up
			for _, n := range class {
				o.mark(n, Open, at)
			}
		case left == 0:
			for _, n := range class {
				o.mark(n, Cut, at)
			}
		default:
			l.Tied, l.Places, left = alive, left, 0
			for _, n := range class {
				o.mark(n, NeedsDecision, at)
			}
		}
	}
}

// demand is how many places a class of equal scores takes, how many of it may still be
// Excellent, and whether that is not known.
func (o *order) demand(class []int) (need, alive int, open bool) {
	tied := map[int]bool{}
	for _, n := range class {
		switch out := o.outcomes[n]; out.Status {
		case Kept:
			need++
			alive++
		case Open:
			need++
			alive++
			open = true
		case NeedsDecision:
			alive++
			if !tied[out.Limit] {
				tied[out.Limit] = true
				need += o.limits[out.Limit].Places
			}
		}
	}
	return need, alive, open
}

// caveats says what limits a limit: a ratio that is not known or not confirmed, and other
// ways of counting that allow another number.
func (o *order) caveats(l *Limit) {
	q := o.p.Quota
	ratio, confidence := rule.A("ratio", q.Ratio), rule.A("confidence", l.Confidence)
	switch {
	case l.Small:
		return
	case !q.Ratio.Known():
		o.once(table.Undecided(ErrNoRatio, ""))
		return
	case l.Most < 0:
		o.once(table.Undecided(ErrUnconfirmed, "", ratio, confidence))
		return
	case !l.Source.IsZero() && !l.Confidence.Confirmed():
		o.once(table.Advice(AdviceAccepted, "", rule.A("ratio", l.Ratio), confidence))
	}
	if l.Source.IsZero() || l.Excellent == 0 {
		return // the host's own quota says how it is counted
	}
	var others []string
	differ := false
	for _, other := range q.readings() {
		most := other.Most(l.Ratio, l.Counts)
		if other.Of != q.Of || other.BeforeCut != q.BeforeCut {
			others = append(others, strconv.Itoa(most))
			differ = differ || most != l.Most
		}
	}
	if differ {
		o.add(table.Advice(AdviceDenominator, "", rule.A("where", whereOf(l.Unit, l.Group)), rule.A("most", l.Most), rule.A("others", strings.Join(others, ", "))).Citing(l.Source))
	}
}

// once adds a finding that is the same for every limit.
func (o *order) once(f rule.Finding) {
	if !o.told[f.Code()] {
		o.told[f.Code()] = true
		o.add(f)
	}
}
