package assignment

import (
	"math"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// taken is days that are taken, in order, no day twice.
type taken []holder

type holder struct {
	from, to civil.Date
	item     int
	owner    string
}

// take takes the days of an item. Where some of them are taken by another owner it
// takes none and gives that item. An item without an owner shares its days with nobody.
func (t *taken) take(item int, s rule.Span, owner string) (other int, clash bool) {
	mine := holder{s.From, s.To, item, owner}
	if s.To.IsZero() {
		mine.to = civil.Date{Year: math.MaxInt}
	}
	first := t.firstNotBefore(mine.from)
	next := first
	for ; next < len(*t) && !(*t)[next].from.After(mine.to); next++ {
		h := (*t)[next]
		if owner == "" || h.owner != owner {
			return h.item, true
		}
		if h.from.Before(mine.from) {
			mine.from = h.from
		}
		if h.to.After(mine.to) {
			mine.to = h.to
		}
	}
	*t = slices.Replace(*t, first, next, mine)
	return 0, false
}

// on gives the item that has a day.
func (t *taken) on(day civil.Date) (item int, ok bool) {
	if t == nil {
		return 0, false
	}
	i := t.firstNotBefore(day)
	if i == len(*t) || (*t)[i].from.After(day) {
		return 0, false
	}
	return (*t)[i].item, true
}

// firstNotBefore is the first that does not end before a day.
func (t *taken) firstNotBefore(day civil.Date) int {
	i, _ := slices.BinarySearchFunc(*t, day, func(h holder, day civil.Date) int { return h.to.Compare(day) })
	return i
}
