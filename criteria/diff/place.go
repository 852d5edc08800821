package diff

import (
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The axes of a place, in the order in which neighbours are joined and said.
const (
	onRegion = iota
	onGroup
	onYear
	onZone
	onDays
	axisCount
)

var axisOf = [...]algebra.Op{onRegion: algebra.ByRegion, onGroup: algebra.ByGroup, onYear: algebra.ByYear, onZone: algebra.ByZone}

// where is a range of places: the keys on each axis, none where it is all of them.
type where [axisCount][]string

// in is the place with the choices that were made on the axes of a row.
func (w where) in(at algebra.Place, axes algebra.Axes) where {
	for axis, o := range axisOf {
		if _, split := axes[o]; split {
			w[axis] = []string{at.Key(o)}
		}
	}
	return w
}

// telling gathers the differences of one row, each with its places.
type telling struct {
	code string
	told []Change
	at   [][]where
	axes algebra.Axes // on which some wording of the row depends
	days []rule.Span  // the keys of the last axis count them
}

// span notes the axes on which a wording depends; years stay in their order.
func (t *telling) span(axes algebra.Axes) {
	if t.axes == nil {
		t.axes = algebra.Axes{}
	}
	for axis, keys := range axes {
		for _, k := range keys {
			t.axes.Add(axis, k)
		}
	}
	slices.Sort(t.axes[algebra.ByYear])
}

// add notes a difference in a place; the same one elsewhere is told with it. One
// without a kind does not count.
func (t *telling) add(x Change, at where) {
	if x.Kind == 0 {
		return
	}
	for i := range t.told {
		if y := &t.told[i]; y.tellsOf(&x) {
			y.Before.weaken(x.Before)
			y.After.weaken(x.After)
			t.at[i] = append(t.at[i], at)
			return
		}
	}
	t.told, t.at = append(t.told, x), append(t.at, []where{at})
}

// tellsOf reports whether two differences are the same but for their places.
func (x *Change) tellsOf(y *Change) bool {
	sameSide := func(a, b *Side) bool {
		if x.Kind == Cited && (a.Source != b.Source || a.Confidence != b.Confidence) {
			return false
		}
		return a.Text == b.Text && a.Unit == b.Unit && treeOf(a.Demand).Equal(treeOf(b.Demand)) && a.Confidence.Confirmed() == b.Confidence.Confirmed()
	}
	return x.Kind == y.Kind && x.What == y.What && sameSide(&x.Before, &y.Before) && sameSide(&x.After, &y.After)
}

// weaken takes the less confirmed citation.
func (s *Side) weaken(o Side) {
	if o.Confidence < s.Confidence {
		s.Source, s.Confidence = o.Source, o.Confidence
	}
}

// all is the differences with the words of their places.
func (t *telling) all() []Change {
	for i := range t.told {
		places := t.joined(t.at[i])
		t.told[i].Where = inBoth(func(l rule.Lang) string { return t.words(places, l) })
	}
	return t.told
}

// joined joins places that differ on one axis only.
func (t *telling) joined(all []where) []where {
	for axis := range axisCount {
		whole := len(t.days)
		if axis != onDays {
			whole = len(t.axes[axisOf[axis]])
		}
		var out []where
		for _, p := range all {
			at := slices.IndexFunc(out, func(o where) bool {
				o[axis] = p[axis]
				return slices.EqualFunc(o[:], p[:], slices.Equal)
			})
			if at < 0 {
				out = append(out, p)
				continue
			}
			for _, k := range p[axis] {
				out[at][axis] = appendNew(slices.Clip(out[at][axis]), k)
			}
		}
		for i := range out {
			if len(out[i][axis]) == whole {
				out[i][axis] = nil
			}
		}
		all = out
	}
	return all
}

// words says places: "TDMNPB, TN; năm 2022 và ĐBSH; năm 2023".
func (t *telling) words(all []where, l rule.Lang) string {
	var places []string
	for _, p := range all {
		var axes []string
		for axis, keys := range p {
			if keys != nil {
				axes = append(axes, t.axisWords(axis, keys, l))
			}
		}
		if axes != nil {
			places = append(places, strings.Join(axes, "; "))
		}
	}
	return strings.Join(places, wordAnd.In(l))
}

func (t *telling) axisWords(axis int, keys []string, l rule.Lang) string {
	var words []string
	switch axis {
	case onYear:
		return algebra.KeysIn(algebra.ByYear, yearRuns(keys), l)
	case onZone:
		for _, zone := range keys {
			if words = append(words, quoted(zone, l)); zone == "" {
				words[len(words)-1] = wordNoZone.In(l)
			}
		}
	case onDays:
		for _, run := range runs(keys) {
			words = append(words, rule.Span{From: t.days[run[0]].From, To: t.days[run[1]].To}.In(l))
		}
	default:
		return algebra.KeysIn(axisOf[axis], keys, l)
	}
	return strings.Join(words, ", ")
}

// yearRuns lists years, three and more in a row as "2022–2025".
func yearRuns(keys []string) (words []string) {
	for _, run := range runs(keys) {
		switch first, last := strconv.Itoa(run[0]), strconv.Itoa(run[1]); run[1] - run[0] {
		case 0:
			words = append(words, first)
		case 1:
			words = append(words, first, last)
		default:
			words = append(words, first+"–"+last)
		}
	}
	return words
}

// runs is the first and last of whole numbers that follow each other.
func runs(keys []string) (out [][2]int) {
	var numbers []int
	for _, k := range keys {
		n, _ := strconv.Atoi(k)
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		if last := len(out) - 1; last >= 0 && out[last][1]+1 == n {
			out[last][1] = n
			continue
		}
		out = append(out, [2]int{n, n})
	}
	return out
}
