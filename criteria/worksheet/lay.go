package worksheet

import (
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The search for the rows that the set refuses is bounded: an indicator of more rows than
// mostSearched is left out as a whole, and told once; beyond mostWork rows laid, so is all that may
// be at fault.
const (
	mostSearched = 1_000
	mostWork     = 100_000
)

// layer lays the overlay, and finds the rows without which it serves.
type layer struct {
	r    *reader
	work int
}

// lay makes the overlay and the set, and gives the groups that serve. What the set refuses is told
// of the rows of the sheet and left out.
func (r *reader) lay(out *Filled, groups []group) []group {
	l := layer{r: r}
	set, found := l.try(groups)
	if found != nil {
		if _, head := l.try(nil); head != nil { // it is no row's fault
			r.refusedHead(head)
			out.Overlay = r.overlay(nil)
			return nil
		}
		groups = l.serving(groups)
		if set, found = l.try(groups); found != nil {
			r.refusedHead(found)
			out.Overlay = r.overlay(nil)
			return nil
		}
	}
	out.Overlay = r.overlay(groups)
	if len(out.Overlay.Supplied)+len(out.Overlay.Own) > 0 {
		out.Set, out.After = set, set.Coverage()
	}
	return groups
}

// try lays the overlay of some groups; the findings are nil where it serves.
func (l *layer) try(groups []group) (criteria.Set, rule.Findings) {
	l.work += len(l.r.sheet.held)
	for _, g := range groups {
		l.work += len(g.entries)
	}
	set, err := l.r.sheet.set.Localize(l.r.overlay(groups))
	found, _ := rule.FindingsIn(err)
	return set, found
}

// serving leaves out the entries that the set refuses, and tells each of them.
func (l *layer) serving(groups []group) []group {
	var sound []group
	refused := culprits(groups, func(some []group) bool { return l.serves(some) })
	for i, g := range groups {
		if !refused[i] {
			sound = append(sound, g)
			continue
		}
		only := func(entries []entry) []group { return []group{{entries, g.own, g.row}} }
		_, why := l.try(only(g.entries))
		if len(g.entries) > mostSearched {
			l.refuse(g.entries[0], why)
			continue
		}
		var kept []entry
		bad := culprits(g.entries, func(some []entry) bool { return l.serves(only(some)) })
		for j, e := range g.entries {
			if !bad[j] {
				kept = append(kept, e)
				continue
			}
			if l.work < mostWork {
				if _, own := l.try(only([]entry{e})); own != nil {
					why = own
				}
			}
			l.refuse(e, why)
		}
		if kept != nil {
			sound = append(sound, group{kept, g.own, g.row})
		}
	}
	return sound
}

func (l *layer) serves(groups []group) bool {
	if l.work >= mostWork {
		return false
	}
	_, found := l.try(groups)
	return found == nil
}

// refuse tells that a row cannot be used, in the words of the first finding.
func (l *layer) refuse(e entry, found rule.Findings) {
	why := rule.Text{Vi: "không dùng được cùng các dòng khác", En: "it cannot be used together with the others"}
	if len(found) > 0 {
		why = rule.Text{Vi: found[0].In(rule.Vi), En: found[0].In(rule.En)}
	}
	l.r.tell(rule.Broken, ErrRefused, e.rec, colValue, rule.A("given", e.demand), rule.A("why", why))
}

// refusedHead tells what is wrong with the overlay to which the cells are added.
func (r *reader) refusedHead(found rule.Findings) {
	for _, f := range found.Under("overlay") {
		r.add(f)
	}
}

// culprits are those without which the others serve: each that does not serve by itself, and all of
// a part of which only both halves together do not serve.
func culprits[T any](list []T, serves func([]T) bool) map[int]bool {
	bad := map[int]bool{}
	var look func(from, to int) bool
	look = func(from, to int) bool {
		if from == to || serves(list[from:to]) {
			return false
		}
		if middle := (from + to) / 2; to-from > 1 {
			left, right := look(from, middle), look(middle, to)
			if left || right {
				return true
			}
		}
		for i := from; i < to; i++ {
			bad[i] = true
		}
		return true
	}
	look(0, len(list))
	return bad
}
