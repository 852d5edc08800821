package diff

import (
	"slices"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Sets tells what changes from a to b: first the head, then row by row in the order of
// b, what b no longer has where a has it. It is empty exactly where both sets say
// the same, apart from their id, version, name, source and base.
//
// A row keeps its identity by its code. A row of another code is the same where its name,
// which no other row has, is the same word for word, or where it is the only one of its
// criterion in both sets ("10.1" and "10"). Demands are compared as they stand for each
// column, group, year, zone and day; two demands of which one implies the other count
// as the stricter. Where a row is renamed or has another unit, numbers are not said to be
// tighter or looser: they may measure something else.
//
// Where neither set is laid over the other, nor both over one, every source is another
// by nature; then one line for the set names the rows whose unchanged content has another
// source or confidence, and one those with another note.
func Sets(a, b criteria.Set) []Change {
	d := differ{a: textOf(a), b: textOf(b)}
	d.kin = kin(&d.a.table, &d.b.table)
	d.pair()
	d.rows()
	rows := d.told
	d.told = nil
	d.head()
	return append(d.told, rows...)
}

// kin reports whether two tables are editions of one text, or laid over one another.
func kin(a, b *criteria.Table) bool {
	return slices.ContainsFunc([]string{a.ID, a.Base.ID}, func(id string) bool { return id != "" && (id == b.ID || id == b.Base.ID) })
}

// differ gathers the differences of two sets.
type differ struct {
	a, b         *text
	kin          bool
	items        []*item // of b, with those that only a has at their places
	told         []Change
	cited, noted []string // the codes told together in one line
}

// tell notes changes. One without a kind does not count.
func (d *differ) tell(all ...Change) {
	for _, x := range all {
		switch {
		case x.Kind == 0:
		case !d.quiet(x):
			d.told = append(d.told, x)
		case x.Kind == Cited:
			d.cited = appendNew(d.cited, x.Code)
		default:
			d.noted = appendNew(d.noted, x.Code)
		}
	}
}

// quiet reports whether a difference is told together with others of its kind.
func (d *differ) quiet(x Change) bool {
	return !d.kin && x.Code != "" && (x.Kind == Cited || x.Kind == Scoped && x.What == wordNote)
}

// item is a criterion, or a row with all its wordings, as one set has it.
type item struct {
	code, name, no string // the name folded, the number of the criterion; both of rows only
	heading        *criteria.Criterion
	wordings       []*criteria.Indicator
	at             int   // its place in its set
	pair           *item // of the other set; nil where that has none
	gone           bool  // the second set has none
}

// itemsOf lists the criteria of a set, each followed by its rows.
func itemsOf(t *criteria.Table) []*item {
	var all []*item
	for i := range t.Criteria {
		k := &t.Criteria[i]
		all = append(all, &item{code: "c" + strconv.Itoa(k.No), heading: k, at: len(all)})
		for j := range k.Indicators {
			row, last := &k.Indicators[j], all[len(all)-1]
			if last.code != row.Code {
				last = &item{code: row.Code, name: rule.Fold(row.Name.Vi), no: strconv.Itoa(k.No), at: len(all)}
				all = append(all, last)
			}
			last.wordings = append(last.wordings, row)
		}
	}
	return all
}

// pair finds which item of a is which of b, the surest way first, and puts both in one order.
func (d *differ) pair() {
	before := itemsOf(&d.a.table)
	d.items = itemsOf(&d.b.table)
	for _, key := range []func(*item) string{
		func(i *item) string { return i.code + " " + i.name },
		func(i *item) string { return i.name },
		func(i *item) string { return i.code },
		func(i *item) string { return i.no },
	} {
		was := soleBy(before, key)
		for k, is := range soleBy(d.items, key) {
			if a := was[k]; a != nil && is != nil && a.pair == nil && is.pair == nil {
				a.pair, is.pair = is, a
			}
		}
	}
	for j, it := range before {
		if it.pair != nil {
			continue
		}
		it.gone = true
		at := 0
		if j > 0 {
			at = 1 + slices.IndexFunc(d.items, func(i *item) bool { return i == before[j-1] || i.pair == before[j-1] })
		}
		d.items = slices.Insert(d.items, at, it)
	}
}

// soleBy is the items by a key that they do not share.
func soleBy(items []*item, key func(*item) string) map[string]*item {
	sole := map[string]*item{"": nil}
	for _, it := range items {
		k := key(it)
		if _, shared := sole[k]; shared {
			it = nil
		}
		sole[k] = it
	}
	return sole
}

func (d *differ) rows() {
	for _, it := range d.items {
		switch {
		case it.gone:
			d.only(Removed, d.a, it)
		case it.pair == nil:
			d.only(Added, d.b, it)
		case it.heading != nil:
			a, b := it.pair.heading, it.heading
			d.tell(nameChange(it.code, a.Name, b.Name, a.NameFrom, b.NameFrom), scoped(it.code, wordPart, a.Part, b.Part))
		default:
			d.row(it)
		}
	}
}

// only tells of an item that one set alone has.
func (d *differ) only(c Kind, set *text, it *item) {
	if it.heading != nil {
		d.tell(oneSided(c, it.code, named(it.heading.Name, it.heading.NameFrom)))
	}
	for _, row := range it.wordings {
		x := oneSided(c, it.code, set.offered(row))
		if days := set.reach(row.Span); days != (rule.Span{}) {
			x.Where = inBoth(days.In)
		}
		d.tell(x)
	}
}

// oneSided is what one set alone has.
func oneSided(c Kind, code string, s Side) Change {
	if c == Removed {
		return Change{Code: code, Kind: c, Before: s}
	}
	return Change{Code: code, Kind: c, After: s}
}

// scoped is a plain fact that frames the set or a row.
func scoped(code string, what, before, after rule.Text) Change {
	if before == after {
		return Change{}
	}
	return Change{Code: code, Kind: Scoped, What: what, Before: Side{Text: before}, After: Side{Text: after}}
}

// dated is the days of the set or of a row.
func dated(code string, before, after rule.Span) Change {
	if before == after {
		return Change{}
	}
	return Change{Code: code, Kind: Dated, Before: Side{Text: inBoth(before.In)}, After: Side{Text: inBoth(after.In)}}
}

// nameChange is a name and where it comes from.
func nameChange(code string, a, b rule.Text, aFrom, bFrom criteria.Citation) Change {
	x := Change{Code: code, Before: named(a, aFrom), After: named(b, bFrom)}
	switch {
	case a.Vi != b.Vi:
		x.Kind = Renamed
	case a.En != b.En:
		return scoped(code, wordEnglish, same(a.En), same(b.En))
	case aFrom.Source != bFrom.Source || aFrom.Confidence != bFrom.Confidence:
		x.Kind, x.What = Cited, wordName
	}
	return x
}

func named(name rule.Text, from criteria.Citation) Side {
	return Side{Text: name, Source: from.Source, Confidence: from.Confidence}
}

func same(s string) rule.Text { return rule.Text{Vi: s, En: s} }

func inBoth(say func(rule.Lang) string) rule.Text {
	return rule.Text{Vi: say(rule.Vi), En: say(rule.En)}
}

// row tells of a row that both sets have, wording by wording.
func (d *differ) row(it *item) {
	if it.code != it.pair.code {
		d.tell(Change{Code: it.code, Kind: Renumbered, Before: Side{Text: same(it.pair.code)}, After: Side{Text: same(it.code)}})
	}
	if d.onlyDays(it) {
		return
	}
	t := telling{code: it.code, days: d.segments(it)}
	for n, segment := range t.days {
		at := where{onDays: {strconv.Itoa(n)}}
		a, b := d.a.holding(it.pair.wordings, segment), d.b.holding(it.wordings, segment)
		switch {
		case a != nil && b != nil:
			d.wording(&t, a, b, at)
		case a != nil:
			t.add(oneSided(Removed, it.code, d.a.offered(a)), at)
		case b != nil:
			t.add(oneSided(Added, it.code, d.b.offered(b)), at)
		}
	}
	d.tell(t.all()...)
}

// onlyDays reports whether the wordings are the same one by one, and tells their days.
func (d *differ) onlyDays(it *item) bool {
	if len(it.wordings) != len(it.pair.wordings) {
		return false
	}
	var told []Change
	for i, b := range it.wordings {
		a, t := it.pair.wordings[i], telling{code: it.code}
		d.wording(&t, a, b, where{})
		if slices.ContainsFunc(t.told, func(x Change) bool { return !d.quiet(x) }) {
			return false
		}
		told = append(append(told, t.told...), dated(it.code, d.a.reach(a.Span), d.b.reach(b.Span)))
	}
	d.tell(told...)
	return true
}

// reach is the days of a row, open where it goes to the end of its set.
func (d *text) reach(s rule.Span) rule.Span {
	set := d.table.Span
	if !set.From.IsZero() && !s.From.After(set.From) {
		s.From = civil.Date{}
	}
	if !set.To.IsZero() && !s.To.Before(set.To) {
		s.To = civil.Date{}
	}
	return s
}

// segments cuts the days where a wording of either set begins or ends.
func (d *differ) segments(it *item) []rule.Span {
	var cuts []civil.Date // the first day of each segment but the first
	cut := func(set *text, rows []*criteria.Indicator) {
		for _, row := range rows {
			s := set.reach(row.Span)
			if !s.From.IsZero() {
				cuts = append(cuts, s.From)
			}
			if !s.To.IsZero() {
				cuts = append(cuts, s.To.AddDays(1))
			}
		}
	}
	cut(d.a, it.pair.wordings)
	cut(d.b, it.wordings)
	slices.SortFunc(cuts, civil.Date.Compare)
	segments := []rule.Span{{}}
	for _, day := range slices.Compact(cuts) {
		segments[len(segments)-1].To = day.AddDays(-1)
		segments = append(segments, rule.Span{From: day})
	}
	return segments
}

// holding is the wording that holds in a segment.
func (d *text) holding(rows []*criteria.Indicator, segment rule.Span) *criteria.Indicator {
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
	d.tell(
		scoped("", wordStandard, inBoth(a.Standard.In), inBoth(b.Standard.In)),
		dated("", a.Span, b.Span),
		scoped("", wordYears, yearsText(a.Years), yearsText(b.Years)),
		scoped("", wordSpecial, same(a.SpecialColumn.String()), same(b.SpecialColumn.String())),
		scoped("", wordCount, same(strconv.Itoa(d.a.count)), same(strconv.Itoa(d.b.count))),
	)
	d.groups()
	was, is := d.order()
	d.tell(scoped("", wordOrder, same(was), same(is)))
	if d.cited != nil {
		d.tell(Change{Kind: Cited, Where: listed(d.cited)})
	}
	if d.noted != nil {
		d.tell(Change{Kind: Scoped, What: wordNote, Where: listed(d.noted)})
	}
}

func yearsText(y criteria.Years) rule.Text {
	if y == (criteria.Years{}) {
		return rule.Text{}
	}
	return same(strconv.Itoa(y.From) + "–" + strconv.Itoa(y.To))
}

// groups tells of the rules that put communes into groups.
func (d *differ) groups() {
	for _, g := range []criteria.Group{criteria.Group1, criteria.Group2, criteria.Group3} {
		was, is := d.a.rulesOf(g), d.b.rulesOf(g)
		for i := range max(len(was), len(is)) {
			x := groupChange(was[min(i, len(was)):], is[min(i, len(is)):])
			x.Where = inBoth(g.In)
			d.tell(x)
		}
	}
}

func (d *text) rulesOf(g criteria.Group) (rules []criteria.GroupRule) {
	for _, r := range d.table.Groups {
		if r.Group == g {
			rules = append(rules, r)
		}
	}
	return rules
}

// groupChange compares the first of some rules of a group.
func groupChange(was, is []criteria.GroupRule) Change {
	x := Change{Kind: Scoped, What: wordGroupRule, Before: ruleSide(was), After: ruleSide(is)}
	if len(was) > 0 && len(is) > 0 && treeOf(x.Before.Demand).Equal(treeOf(x.After.Demand)) {
		x = nameChange("", was[0].Name, is[0].Name, was[0].From, is[0].From)
		if x.Kind == Cited {
			x.What = wordGroupRule
		}
	}
	return x
}

// ruleSide is the rule of one group; the one without a condition takes the other communes.
func ruleSide(rules []criteria.GroupRule) Side {
	if len(rules) == 0 {
		return Side{}
	}
	g := rules[0]
	s := Side{Demand: requirementOf(algebra.Plain(treeOf(g.When))), Source: g.From.Source, Confidence: g.From.Confidence}
	if g.When.IsZero() {
		s.Text = wordRest
	}
	return s
}

// order is the items that both sets have in another order, as each set has them.
func (d *differ) order() (was, is string) {
	var after []*item
	for _, it := range d.items {
		if it.pair != nil && it.code == it.pair.code {
			after = append(after, it)
		}
	}
	before := slices.SortedFunc(slices.Values(after), func(x, y *item) int { return x.pair.at - y.pair.at })
	var first, second []string
	for i := range after {
		if before[i] != after[i] {
			first, second = append(first, before[i].code), append(second, after[i].code)
		}
	}
	return strings.Join(first, ", "), strings.Join(second, ", ")
}
