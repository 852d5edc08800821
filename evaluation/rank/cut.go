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

// cut counts the quota of every group and then of every unit.
func (o *order) cut() {
	units := o.pools()
	o.told = map[rule.Code]bool{}
	for _, name := range slices.Sorted(maps.Keys(units)) {
		u := units[name]
		o.keep(u.candidates)
		if !o.p.Quota.NoGroups && len(u.groups) > 1 {
			for _, group := range slices.Sorted(maps.Keys(u.groups)) {
				if group != "" { // nobody knows which quota would apply
					o.settle(name, group, u.groups[group])
				}
			}
		}
		o.settle(name, "", &u.pool)
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

// limit is the quota of one pool.
func (o *order) limit(unit, group string, p *pool) Limit {
	q := o.p.Quota
	l := Limit{Unit: unit, Group: group, Counts: p.counts, Entries: p.entries, Of: q.Of, BeforeCut: q.BeforeCut, Rounding: q.Rounding,
		Ratio: q.Ratio, Source: q.Source, Confidence: q.Confidence}
	if q.Outstanding.Known() && o.list.Units[unit] == evaluation.Excellent {
		l.Ratio, l.Outstanding, l.Confidence = q.Outstanding, true, q.OutstandingConfidence
		if !q.OutstandingSource.IsZero() {
			l.Source = q.OutstandingSource
		}
		if !o.usable(l) {
			l.Ratio, l.Outstanding, l.Source, l.Confidence = q.Ratio, false, q.Source, q.Confidence
		}
	}
	if !o.usable(l) {
		l.Ratio = rule.Number{}
	}
	l.Share, l.Most = q.Share(l.Ratio, p.counts), q.Most(l.Ratio, p.counts)
	if p.entries < q.Small {
		l.Small, l.Most = true, q.SmallMost
	}
	return l
}

// usable reports whether the ratio of a limit may be used. One without a source is the
// host's own.
func (o *order) usable(l Limit) bool { return l.Source.IsZero() || l.Confidence >= o.p.floor() }

// settle applies the quota of one pool to those of its candidates that are not yet cut.
func (o *order) settle(unit, group string, p *pool) {
	l := o.limit(unit, group, p)
	at := len(o.limits)
	o.caveats(&l)
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
			o.add(table.Undecided(ErrTie, "entries", rule.A("tied", l.Tied), rule.A("score", entry(class[0]).Score), rule.A("places", l.Places)))
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
	case q.Outstanding.Known() && !l.Outstanding && o.list.Units[l.Unit] == evaluation.Excellent:
		o.once(table.Undecided(ErrUnconfirmed, "units", rule.A("ratio", q.Outstanding), rule.A("confidence", q.OutstandingConfidence)))
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
		where := rule.Text{Vi: "toàn danh sách", En: "the whole list"}
		if l.Unit+l.Group != "" {
			where = rule.A("", l.Unit+" / "+l.Group).Text
		}
		o.add(table.Advice(AdviceDenominator, "", rule.A("where", where), rule.A("most", l.Most), rule.A("others", strings.Join(others, ", "))).Citing(l.Source))
	}
}

// once adds a finding that is the same for every limit.
func (o *order) once(f rule.Finding) {
	if !o.told[f.Code()] {
		o.told[f.Code()] = true
		o.add(f)
	}
}
