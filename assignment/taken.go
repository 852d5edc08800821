package assignment

import (
	"cmp"
	"math"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// taken is days that are taken: first all are added, then they are settled.
type taken []holder

type holder struct {
	from, to civil.Date
	item     int
	owner    string
}

// clash is an item that takes a day which another takes that begins no later.
type clash struct{ item, other int }

// add adds the days of an item. An item without an owner shares its days with nobody.
func (t *taken) add(item int, s rule.Span, owner string) {
	h := holder{s.From, s.To, item, owner}
	if s.To.IsZero() {
		h.to = civil.Date{Year: math.MaxInt}
	}
	*t = append(*t, h)
}

// settle puts the days in order, makes one of those of one owner that touch each other,
// and gives one clash an item.
func (t *taken) settle() []clash {
	slices.SortFunc(*t, func(a, b holder) int { return cmp.Or(a.from.Compare(b.from), cmp.Compare(a.item, b.item)) })
	var clashes []clash
	var longest, next holder // the one that lasts longest, and the longest of another owner
	merged := (*t)[:0]
	for i, h := range *t {
		for _, before := range [...]holder{longest, next} {
			if i > 0 && before.to.After(civil.Date{}) && (h.owner == "" || before.owner != h.owner) && !before.to.Before(h.from) {
				clashes = append(clashes, clash{h.item, before.item})
				break
			}
		}
		switch same := h.owner != "" && h.owner == longest.owner; {
		case h.to.After(longest.to) && same:
			longest = h
		case h.to.After(longest.to):
			longest, next = h, longest
		case !same && h.to.After(next.to):
			next = h
		}
		if n := len(merged); n > 0 && h.owner != "" && merged[n-1].owner == h.owner && !h.from.After(merged[n-1].to) {
			if h.to.After(merged[n-1].to) {
				merged[n-1].to = h.to
			}
			continue
		}
		merged = append(merged, h)
	}
	*t = merged
	return clashes
}

// on gives the item that has a day.
func (t *taken) on(day civil.Date) (item int, ok bool) {
	if t == nil {
		return 0, false
	}
	i, _ := slices.BinarySearchFunc(*t, day, func(h holder, day civil.Date) int { return h.to.Compare(day) })
	if i == len(*t) || (*t)[i].from.After(day) {
		return 0, false
	}
	return (*t)[i].item, true
}

// settled adds the days of items to their keys and settles each of them.
func settled[K comparable](n int, of func(i int) (K, rule.Span, string, bool)) (map[K]*taken, []clash) {
	days := make(map[K]*taken, n)
	var keys []*taken
	for i := range n {
		k, span, owner, ok := of(i)
		if !ok {
			continue
		}
		t := days[k]
		if t == nil {
			t = &taken{}
			days[k], keys = t, append(keys, t)
		}
		t.add(i, span, owner)
	}
	var clashes []clash
	for _, t := range keys {
		clashes = append(clashes, t.settle()...)
	}
	return days, clashes
}
