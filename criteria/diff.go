package criteria

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Diff tells what changes from a to b: first the head, then row by row in the order of
// b, what b no longer has at its place in a. It is empty exactly where both sets say
// the same, apart from their id, version, name, source and base.
//
// A row keeps its identity by its code. A row of another code is the same where its name,
// which no other row bears, is the same word for word, or where it is the only one of its
// criterion in both sets ("10.1" and "10"). Demands are compared as they stand for each
// column, group, year, zone and day; two demands of which one implies the other count
// as the stricter. Where a row is renamed or has another unit, numbers are not said to be
// tighter or looser: they may measure something else.
//
// Where neither set is laid over the other, nor both over one, every source is another
// by nature; then one line for the set names the rows whose unchanged content has another
// source or confidence, and one those with another note.
func Diff(a, b Set) []Difference {
	d := differ{a: a.data(), b: b.data()}
	d.kin = kin(&d.a.table, &d.b.table)
	d.pair()
	d.rows()
	d.head()
	return append(d.headed, d.told...)
}

// kin reports whether two tables are editions of one text, or laid over one another.
func kin(a, b *Table) bool {
	family := func(t *Table) string {
		if t.Base.ID != "" {
			return t.Base.ID
		}
		return t.ID
	}
	return family(a) == family(b) || a.Base.ID == b.ID && b.ID != "" || b.Base.ID == a.ID && a.ID != ""
}

// differ gathers the differences of two sets.
type differ struct {
	a, b         *setData
	kin          bool
	items        []item
	headed, told []Difference
	cited, noted []string // rows told together in one line
}

// item is a criterion, or a row with all its wordings, as each set has it.
type item struct {
	code, name, no string // the name folded, the number of the criterion; both of rows only
	heading        *Criterion
	wordings       []*Indicator
	was            *item // of the first set; nil where it has none
	gone           bool  // only the first set has it
}

// itemsOf lists the criteria of a set, each followed by its rows.
func itemsOf(t *Table) []item {
	var all []item
	for i := range t.Criteria {
		k := &t.Criteria[i]
		all = append(all, item{code: criterionKey(k.No), heading: k})
		for j := range k.Indicators {
			row := &k.Indicators[j]
			if last := &all[len(all)-1]; last.code == row.Code {
				last.wordings = append(last.wordings, row)
				continue
			}
			all = append(all, item{code: row.Code, name: rule.Fold(row.Name.Vi), no: itoa(k.No), wordings: []*Indicator{row}})
		}
	}
	return all
}

// pair finds which item of a is which of b, and puts both in one order.
func (d *differ) pair() {
	before := itemsOf(&d.a.table)
	d.items = itemsOf(&d.b.table)
	taken := map[*item]bool{}
	match := func(sole bool, key func(*item) string) {
		was, times := map[string]*item{}, map[string]int{}
		for i := range before {
			k := key(&before[i])
			times[k]++
			was[k] = &before[i]
		}
		again := map[string]int{}
		for i := range d.items {
			again[key(&d.items[i])]++
		}
		for i := range d.items {
			it := &d.items[i]
			k := key(it)
			a := was[k]
			if it.was != nil || a == nil || k == "" || taken[a] || sole && (times[k] > 1 || again[k] > 1) {
				continue
			}
			it.was, taken[a] = a, true
		}
	}
	match(false, func(i *item) string { return i.code + " " + i.name })
	match(true, func(i *item) string { return i.name })
	match(false, func(i *item) string { return i.code })
	match(true, func(i *item) string { return i.no })
	for j := range before {
		if taken[&before[j]] {
			continue
		}
		at := 0
		if j > 0 {
			at = 1 + slices.IndexFunc(d.items, func(i item) bool { return i.was == &before[j-1] })
		}
		d.items = slices.Insert(d.items, at, item{code: before[j].code, was: &before[j], gone: true})
	}
}

func (d *differ) tell(x Difference) { d.told = append(d.told, x) }

// scoped tells of a plain fact that frames the set or a row.
func scoped(code string, what rule.Text, before, after rule.Text) Difference {
	return Difference{Code: code, Change: Scoped, What: what, Before: Side{Text: before}, After: Side{Text: after}}
}

func (d *differ) rows() {
	for i := range d.items {
		switch it := &d.items[i]; {
		case it.gone && it.was.heading != nil:
			d.tell(Difference{Code: it.code, Change: Removed, Before: named(it.was.heading.Name, it.was.heading.NameFrom)})
		case it.gone:
			for _, row := range it.was.wordings {
				d.tell(Difference{Code: it.code, Change: Removed, Where: daysOf(d.a.reach(row.Span)), Before: d.a.offered(row)})
			}
		case it.heading != nil && it.was == nil:
			d.tell(Difference{Code: it.code, Change: Added, After: named(it.heading.Name, it.heading.NameFrom)})
		case it.heading != nil:
			d.heading(it)
		case it.was == nil:
			for _, row := range it.wordings {
				d.tell(Difference{Code: it.code, Change: Added, Where: daysOf(d.b.reach(row.Span)), After: d.b.offered(row)})
			}
		default:
			d.row(it)
		}
	}
}

func named(name rule.Text, from Citation) Side {
	return Side{Text: name, Source: from.Source, Confidence: from.Confidence}
}

func daysOf(s rule.Span) rule.Text {
	if s == (rule.Span{}) {
		return rule.Text{}
	}
	return rule.Text{Vi: s.In(rule.Vi), En: s.In(rule.En)}
}

func (d *differ) heading(it *item) {
	a, b := it.was.heading, it.heading
	d.told = append(d.told, d.nameChanges(it.code, a.Name, b.Name, a.NameFrom, b.NameFrom)...)
	if a.Part != b.Part {
		d.tell(scoped(it.code, wordPart, a.Part, b.Part))
	}
}

// nameChanges tells of a name and where it comes from.
func (d *differ) nameChanges(code string, a, b rule.Text, aFrom, bFrom Citation) []Difference {
	x := Difference{Code: code, Before: named(a, aFrom), After: named(b, bFrom)}
	switch {
	case a.Vi != b.Vi:
		x.Change = Renamed
	case a.En != b.En:
		x = scoped(code, wordEnglish, rule.Text{Vi: a.En, En: a.En}, rule.Text{Vi: b.En, En: b.En})
	case aFrom.same(bFrom):
		return nil
	case !d.kin:
		d.cited = appendNew(d.cited, code)
		return nil
	default:
		x.Change, x.What = Cited, wordName
	}
	return []Difference{x}
}

// row tells of a row that both sets have, wording by wording.
func (d *differ) row(it *item) {
	if it.code != it.was.code {
		d.tell(Difference{Code: it.code, Change: Renumbered, Before: Side{Text: same(it.was.code)}, After: Side{Text: same(it.code)}})
	}
	if len(it.wordings) == len(it.was.wordings) && d.onlyDays(it) {
		return
	}
	var t telling
	segments := segmentsOf(d.a, d.b, it)
	t.days = segments
	for n, segment := range segments {
		at := place{}
		if len(segments) > 1 {
			at[onDays] = []string{itoa(n)}
			t.whole[onDays] = append(t.whole[onDays], itoa(n))
		}
		a, b := holding(d.a, it.was.wordings, segment), holding(d.b, it.wordings, segment)
		switch {
		case a != nil && b != nil:
			d.wording(&t, it.code, a, b, at)
		case a != nil:
			t.add(Difference{Code: it.code, Change: Removed, Before: d.a.offered(a)}, at)
		case b != nil:
			t.add(Difference{Code: it.code, Change: Added, After: d.b.offered(b)}, at)
		}
	}
	d.told = append(d.told, t.all()...)
}

// onlyDays reports whether the wordings are the same one by one, and tells their days.
func (d *differ) onlyDays(it *item) bool {
	var out []Difference
	for i, b := range it.wordings {
		a := it.was.wordings[i]
		var t telling
		kept := differ{a: d.a, b: d.b, kin: d.kin}
		if kept.wording(&t, it.code, a, b, place{}); len(t.told) > 0 {
			return false
		}
		for _, code := range kept.cited {
			d.cited = appendNew(d.cited, code)
		}
		for _, code := range kept.noted {
			d.noted = appendNew(d.noted, code)
		}
		if was, is := d.a.reach(a.Span), d.b.reach(b.Span); was != is {
			out = append(out, Difference{Code: it.code, Change: Dated, Before: Side{Text: spanText(was)}, After: Side{Text: spanText(is)}})
		}
	}
	d.told = append(d.told, out...)
	return true
}

func same(s string) rule.Text { return rule.Text{Vi: s, En: s} }

func spanText(s rule.Span) rule.Text { return rule.Text{Vi: s.In(rule.Vi), En: s.In(rule.En)} }

// reach is the days of a row, open where it goes to the end of its set.
func (d *setData) reach(s rule.Span) rule.Span {
	set := d.table.Span
	if !set.From.IsZero() && !s.From.After(set.From) {
		s.From = civil.Date{}
	}
	if !set.To.IsZero() && !s.To.Before(set.To) {
		s.To = civil.Date{}
	}
	return s
}

// segmentsOf cuts the days where a wording of either set begins or ends.
func segmentsOf(a, b *setData, it *item) []rule.Span {
	segments := []rule.Span{{}}
	cut := func(s rule.Span) {
		if !s.From.IsZero() {
			segments = cutAt(segments, s.From)
		}
		if !s.To.IsZero() {
			segments = cutAt(segments, s.To.AddDays(1))
		}
	}
	for _, row := range it.was.wordings {
		cut(a.reach(row.Span))
	}
	for _, row := range it.wordings {
		cut(b.reach(row.Span))
	}
	return segments
}

// cutAt cuts the segment in which a day lies, before that day.
func cutAt(segments []rule.Span, day civil.Date) []rule.Span {
	for i, s := range segments {
		if s.Contains(day) && s.From != day {
			left, right := s, s
			left.To, right.From = day.AddDays(-1), day
			return slices.Replace(segments, i, i+1, left, right)
		}
	}
	return segments
}

// holding is the wording that holds in a segment.
func holding(d *setData, rows []*Indicator, segment rule.Span) *Indicator {
	for _, row := range rows {
		if d.reach(row.Span).Covers(segment) {
			return row
		}
	}
	return nil
}

// head tells of the set itself.
func (d *differ) head() {
	a, b := &d.a.table, &d.b.table
	tell := func(x Difference) { d.headed = append(d.headed, x) }
	fact := func(what, before, after rule.Text) {
		if before != after {
			tell(scoped("", what, before, after))
		}
	}
	fact(wordStandard, both(a.Standard), both(b.Standard))
	if a.Span != b.Span {
		tell(Difference{Change: Dated, Before: Side{Text: spanText(a.Span)}, After: Side{Text: spanText(b.Span)}})
	}
	fact(wordYears, yearsText(a.Years), yearsText(b.Years))
	fact(wordSpecial, columnText(a.SpecialColumn), columnText(b.SpecialColumn))
	fact(wordCount, same(itoa(d.a.held+d.a.missing())), same(itoa(d.b.held+d.b.missing())))
	d.groups(tell)
	if was, is := d.order(); was != is {
		tell(scoped("", wordOrder, same(was), same(is)))
	}
	if len(d.cited) > 0 {
		tell(Difference{Change: Cited, Where: listed(d.cited)})
	}
	if len(d.noted) > 0 {
		tell(Difference{Change: Scoped, What: wordNote, Where: listed(d.noted)})
	}
}

func both(w rule.Worded) rule.Text { return rule.Text{Vi: w.In(rule.Vi), En: w.In(rule.En)} }

func yearsText(y Years) rule.Text {
	if y == (Years{}) {
		return rule.Text{}
	}
	return same(itoa(y.From) + "–" + itoa(y.To))
}

func columnText(r Region) rule.Text { return same(r.String()) }

// groups tells of the rules that put communes into groups.
func (d *differ) groups(tell func(Difference)) {
	for _, g := range groups.All() {
		was, is := rulesOf(d.a, g), rulesOf(d.b, g)
		for i := range max(len(was), len(is)) {
			x := Difference{Change: Scoped, What: wordGroupRule, Where: both(g)}
			var a, b GroupRule
			if i < len(was) {
				a = was[i]
				x.Before = ruleSide(a)
			}
			if i < len(is) {
				b = is[i]
				x.After = ruleSide(b)
			}
			switch paired := i < len(was) && i < len(is); {
			case !paired || !sameNode(bareAll(a.When.n), bareAll(b.When.n)):
			case a.Name != b.Name:
				x.Change, x.What = Renamed, rule.Text{}
				x.Before, x.After = named(a.Name, a.From), named(b.Name, b.From)
			case !a.From.same(b.From):
				x.Change = Cited
			default:
				continue
			}
			tell(x)
		}
	}
}

func rulesOf(d *setData, g Group) (rules []GroupRule) {
	for _, r := range d.table.Groups {
		if r.Group == g {
			rules = append(rules, r)
		}
	}
	return rules
}

// ruleSide is the rule of one group; the one without a condition takes the other communes.
func ruleSide(g GroupRule) Side {
	s := Side{Demand: Requirement{bareAll(g.When.n)}, Source: g.From.Source, Confidence: g.From.Confidence}
	if g.When.IsZero() {
		s.Text = wordRest
	}
	return s
}

// order is the items that both sets have and that stand elsewhere, as each set has them.
func (d *differ) order() (was, is string) {
	var after []*item
	for i := range d.items {
		if it := &d.items[i]; it.was != nil && it.code == it.was.code && !it.gone {
			after = append(after, it)
		}
	}
	before := slices.Clone(after)
	place := map[string]int{}
	for i, it := range itemsOf(&d.a.table) {
		place[it.code] = i
	}
	slices.SortFunc(before, func(x, y *item) int { return place[x.was.code] - place[y.was.code] })
	var first, second []string
	for i := range after {
		if before[i] != after[i] {
			first, second = append(first, before[i].code), append(second, after[i].code)
		}
	}
	return strings.Join(first, ", "), strings.Join(second, ", ")
}
