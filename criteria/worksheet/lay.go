package worksheet

import (
	"slices"
	"strconv"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

const (
	mostRows = 1_000   // of one indicator
	mostWork = 100_000 // rows laid in search of those that the set refuses; beyond it all that may be at fault is left out
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
	groups = slices.DeleteFunc(groups, func(g group) bool {
		if len(g.entries) > mostRows {
			r.refuse(g.entries[0], rule.Text{Vi: "quá " + strconv.Itoa(mostRows) + " dòng cho một chỉ tiêu", En: "more than " + strconv.Itoa(mostRows) + " rows for one indicator"})
			return true
		}
		return false
	})
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
			words := rule.Text{Vi: "không dùng được cùng các dòng khác", En: "it cannot be used together with the others"}
			if len(why) > 0 {
				words = rule.Text{Vi: why[0].In(rule.Vi), En: why[0].In(rule.En)}
			}
			l.r.refuse(e, words)
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

// refuse tells that a row cannot be used.
func (r *reader) refuse(e entry, why rule.Text) {
	r.tell(rule.Broken, ErrRefused, e.rec, colValue, rule.A("given", e.demand), rule.A("why", why))
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
