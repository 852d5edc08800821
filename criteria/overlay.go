package criteria

import (
	"maps"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Overlay is what a province lays over a national set, as data: what its decision
// prescribes, and what the national text says where the set does not know it.
// [Set.Localize] makes the province's set of it.
type Overlay struct {
	ID      string `json:"id" validate:"required,max=64"` // "1360/QĐ-UBND"
	Version string `json:"version" validate:"max=64"`     // of the data, as a day
	// Base is the id of the set over which it is laid: "318/QĐ-TTg/I".
	Base string    `json:"base" validate:"required,max=64"`
	Name rule.Text `json:"name"`
	// Source is the decision of the province.
	Source rule.Source `json:"source"`
	// From is the citation of the own cells that name none: as a rule the province's
	// decision, read.
	From Citation `json:"from,omitzero"`
	// Span and Years lie within those of the base; an end that is not given is the base's.
	Span  rule.Span `json:"span,omitzero"`
	Years Years     `json:"years,omitzero"`
	// Zones are the zones into which the province splits its communes: the keys that a
	// ByZone of its rows may have.
	Zones []string `json:"zones,omitempty"`
	// Words say the parts and attributes of its rows, as in [Table].
	Words map[string]rule.Text `json:"words,omitempty"`
	// Supplied is what the national text says of rows that the set does not hold, or not
	// confirmed: a cell that is not known, or known less well, takes the number
	// supplied; the same number is confirmed by the better source. Each cell needs its own
	// citation. A row that the set lacks needs its name too.
	Supplied []Indicator `json:"supplied,omitempty"`
	// Own is what the province demands: it fills "set by the province", and stands
	// beside a national demand, so that both hold. Where a row has no case for a column,
	// group, year or zone, the province says nothing there; a case that is null says
	// something that is not known. A new code is a further indicator.
	Own []Indicator `json:"own,omitempty"`
	// Criteria are further criteria of the province with their indicators.
	Criteria []Criterion `json:"criteria,omitempty"`
}

const overlayFormat = "giupxa.overlay/1"

// UnmarshalJSON reads an overlay and reports all its faults of form at once.
func (o *Overlay) UnmarshalJSON(data []byte) error {
	type plain Overlay
	return form.Decode(data, overlayFormat, (*plain)(o))
}

// MarshalJSON writes the overlay with its format version.
func (o Overlay) MarshalJSON() ([]byte, error) {
	type plain Overlay
	return form.Encode(overlayFormat, plain(o))
}

// Localize makes the set of a province: the national set with the cells supplied, and
// with what the province demands beside it. It is a set like any other, with its own
// name, days and digest; [Table] says on which edition it stands.
//
// The error is nil or [rule.Findings], all faults at once: [ErrOverlay] and [ErrTable] where
// it cannot be used, [ErrLooser] where the province asks less than a confirmed national
// number of the same operator, [ErrSettled] where a cell is supplied that the set
// knows as well, or better, as something else.
func (s Set) Localize(o Overlay) (Set, error) {
	if s.IsZero() {
		return Set{}, ErrNoSet
	}
	l := localizer{o: &o, base: s.d, table: copyTable(s.d.table), added: map[string]bool{}}
	l.head()
	l.supply()
	l.demand()
	if err := l.found.Err(); err != nil {
		return Set{}, err
	}
	return NewSet(l.table)
}

type localizer struct {
	o     *Overlay
	base  *setData
	table Table
	added map[string]bool // the codes of rows that the overlay adds
	found rule.Findings
}

func (l *localizer) fault(at rule.Path, vi, en string) {
	l.found = append(l.found, table.Broken(ErrOverlay, at, rule.A("why", rule.Text{Vi: vi, En: en})))
}

// head gives the set its name, days and years.
func (l *localizer) head() {
	o, t := l.o, &l.table
	l.found = append(l.found, form.Check(*o)...)
	if o.Base != t.ID {
		l.fault("base", "văn bản gốc không phải bộ tiêu chí này", "the base is not this set: "+t.ID)
	}
	if o.ID == t.ID {
		l.fault("id", "trùng tên với bộ gốc", "the name is that of the base")
	}
	if o.Source.IsZero() {
		l.fault("source", "thiếu nguồn", "the source is missing")
	}
	span := o.Span
	if span.From.IsZero() {
		span.From = t.Span.From
	}
	if span.To.IsZero() {
		span.To = t.Span.To
	}
	if !t.Span.Covers(span) {
		l.fault("span", "thời gian vượt ngoài bộ gốc: "+t.Span.In(rule.Vi), "the days leave those of the base: "+t.Span.In(rule.En))
	}
	t.Span = span
	if o.Years != (Years{}) {
		if o.Years.From < t.Years.From || o.Years.To > t.Years.To {
			l.fault("years", "năm vượt ngoài bộ gốc", "the years leave those of the base")
		}
		t.Years = o.Years
	}
	if t.Words == nil {
		t.Words = map[string]rule.Text{}
	}
	maps.Copy(t.Words, o.Words)
	t.ID, t.Version, t.Name, t.Source, t.Base = o.ID, o.Version, o.Name, o.Source, l.base.edition
}

// supply puts what the national text says in the place of what was not known.
func (l *localizer) supply() {
	l.each(l.o.Supplied, "supplied", func(row, have *Indicator, at rule.Path) {
		sound := l.sound(row, have, at)
		switch {
		case have == nil:
			l.add(*row, at)
			return
		case !sound:
			return
		}
		if row.Name.Vi != "" {
			have.Name, have.NameFrom = row.Name, row.NameFrom
		}
		if !row.Require.IsZero() {
			have.Require = Requirement{l.corrected(have.Require.n, row, at.Key("require"))}
		}
	})
}

// demand puts what the province demands beside the national demand.
func (l *localizer) demand() {
	l.each(l.o.Own, "own", func(row, have *Indicator, at rule.Path) {
		own := l.cited(row.Require)
		row.Require, row.Provincial = own, true
		sound := l.sound(row, have, at)
		switch {
		case have == nil:
			l.add(*row, at)
			return
		case !sound:
			return
		case own.IsZero():
			l.fault(at.Key("require"), "thiếu yêu cầu", "the demand is missing")
			return
		}
		l.notLooser(have.Require.n, own.n, row.Code, at.Key("require"))
		have.Require = Requirement{joiner{l.table.Years, slices.Concat(l.o.Zones, l.base.zones)}.join(have.Require.n, own.n)}
	})
	for n, k := range l.o.Criteria {
		k.Indicators = slices.Clone(k.Indicators)
		for i := range k.Indicators {
			row, at := &k.Indicators[i], rule.Path("criteria").Index(n).Key("indicators").Index(i)
			l.zones(row.Require.n, at.Key("require"))
			row.Require, row.Provincial = l.cited(row.Require), true
			l.sound(row, nil, at)
		}
		l.table.Criteria = append(l.table.Criteria, k)
	}
}

// cited gives the citation of the overlay to cells that name none.
func (l *localizer) cited(r Requirement) Requirement {
	if r.IsZero() || l.o.From.Confidence == rule.NotObtained {
		return r
	}
	return Cite(l.o.From, r)
}

// sound judges a row of the overlay by itself, so that its faults are told at its own
// place. A citation of the base is not its own.
func (l *localizer) sound(row, have *Indicator, at rule.Path) bool {
	c := checker{d: &setData{known: map[string]bool{}}}
	unit := row.Unit
	if have != nil {
		unit = have.Unit
	} else {
		c.name(at.Key("name"), row.Name)
	}
	if !row.Require.IsZero() {
		c.node(row.Require.n, around{key: row.Code, percent: unit == unitPercent}, at.Key("require"), 0)
	}
	if len(c.found) == 0 { // nothing is gone through that is too large
		axes := axesOf(row.Require.n, nil)
		if have != nil {
			axesOf(have.Require.n, axes)
		}
		switch {
		case placesIn(axes, l.table.Years) > maxPlaces:
			c.tooLarge(at.Key("require"))
		case uncited(row.Require.n, Regions()):
			c.fault(at.Key("require"), "ô không nêu căn cứ ở một số cột", "a cell without a citation in some of the columns")
		}
	}
	l.found = append(l.found, c.found...)
	return len(c.found) == 0
}

// uncited reports whether a cell has no citation in one of the columns.
func uncited(n *node, in []Region) bool {
	if n == nil || n.op == opAttr || len(in) == 0 {
		return false
	}
	if len(n.kids) == 0 {
		return true
	}
	kids := n.kids
	switch n.op {
	case opCite:
		if len(n.cite.Regions) == 0 {
			return false
		}
		in = slices.DeleteFunc(slices.Clone(in), func(r Region) bool { return slices.Contains(n.cite.Regions, r) })
	case opWhen:
		kids = kids[1:]
	case opByRegion:
		for i, k := range kids {
			if uncited(k, slices.DeleteFunc(slices.Clone(in), func(r Region) bool { return !slices.Contains(n.keys[i], r.String()) })) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(kids, func(k *node) bool { return uncited(k, in) })
}

// each goes through rows with the row of the set that each concerns, nil for a new one. A
// row that was amended is concerned as a whole, or by the span that names one wording.
func (l *localizer) each(rows []Indicator, list rule.Path, do func(row, have *Indicator, at rule.Path)) {
	for i := range rows {
		row, at := rows[i], list.Index(i)
		if slices.ContainsFunc(rows[:i], func(o Indicator) bool { return o.Code == row.Code && o.Span == row.Span }) {
			l.fault(at.Key("code"), "mã ghi hai lần", "the code is given twice")
			continue
		}
		l.zones(row.Require.n, at.Key("require"))
		found, wording := false, false
		for j := range l.table.Criteria {
			k := &l.table.Criteria[j]
			for n := range k.Indicators {
				have := &k.Indicators[n]
				if have.Code != row.Code {
					continue
				}
				found = true
				if row.Span == (rule.Span{}) || row.Span == have.Span {
					wording = true
					l.same(&row, have, at)
					do(&row, have, at)
				}
			}
		}
		switch {
		case !found, !wording && l.added[row.Code]: // a further wording of an added row
			l.added[row.Code] = true
			do(&row, nil, at)
		case !wording:
			l.fault(at.Key("span"), "bộ gốc không có dòng nào với đúng thời gian này", "the base has no row with just these days")
		}
	}
}

// same reports what an overlay cannot change of a row.
func (l *localizer) same(row, have *Indicator, at rule.Path) {
	if row.Unit != "" && row.Unit != have.Unit {
		l.fault(at.Key("unit"), "đơn vị khác với bộ gốc: "+have.Unit, "the unit is not that of the base: "+have.Unit)
	}
	if row.MayNotApply && !have.MayNotApply {
		l.fault(at.Key("mayNotApply"), "bộ gốc không cho phép «không áp dụng»", "the base does not allow \"not applicable\"")
	}
}

// add puts a new row under its criterion.
func (l *localizer) add(row Indicator, at rule.Path) {
	no, _, _ := strings.Cut(row.Code, ".")
	for i := range l.table.Criteria {
		if k := &l.table.Criteria[i]; itoa(k.No) == no {
			after := len(k.Indicators)
			for j := range k.Indicators {
				if k.Indicators[j].Code == row.Code {
					after = j + 1
				}
			}
			k.Indicators = slices.Insert(k.Indicators, after, row)
			return
		}
	}
	l.fault(at.Key("code"), "bộ gốc không có tiêu chí này", "the base has no such criterion")
}

// zones reports a zone that the overlay does not name.
func (l *localizer) zones(n *node, at rule.Path) {
	for _, zone := range axesOf(n, nil)[opByZone] {
		if !slices.Contains(l.o.Zones, zone) {
			l.fault(at, "khu vực chưa khai báo: «"+rule.Shorten(zone)+"»", "a zone that is not listed: "+rule.Shorten(zone))
		}
	}
}

// corrected is the national demand with the cells supplied: in each column, group and
// year in which the correction resolves completely it takes the place of what is known
// less well.
func (l *localizer) corrected(national *node, row *Indicator, at rule.Path) *node {
	supplied := row.Require.n
	axes := axesOf(supplied, axesOf(national, nil))
	byColumns(axes, national, supplied)
	if _, split := axes[opByZone]; split {
		l.fault(at, "văn bản trung ương không chia khu vực trong tỉnh", "the national text has no zones of a province")
		return national
	}
	from := l.base.from()
	return overAxes(whole(axes, l.table.Years), true, where{}, func(in where) *node {
		was, is := in.settle(national), in.settle(supplied)
		if !complete(is) {
			return was
		}
		switch {
		case holds(was, opProvince):
			l.fault(at, "dòng này do UBND cấp tỉnh quy định: ghi ở «own»", "the province sets this row: it belongs under own")
			return was
		case settles(was, is, from, nil):
			l.settled(row.Code, was, is, leastKnown(was, from), at)
			return was
		}
		return better(was, is, from)
	})
}

// byColumns adds the axis of the columns where a citation holds for some of them only.
func byColumns(axes map[op][]string, ns ...*node) {
	if _, split := axes[opByRegion]; !split && slices.ContainsFunc(ns, citesColumns) {
		axes[opByRegion] = nil
	}
}

// settles reports whether a settled requirement knows a cell as well as what is supplied for
// it, or better, and as something else.
func settles(was, is *node, from, by *Citation) bool {
	for ; was != nil && was.op == opCite; was = was.kids[0] {
		from = &was.cite
	}
	for ; is != nil && is.op == opCite; is = is.kids[0] {
		by = &is.cite
	}
	switch {
	case was == nil || len(was.kids) == 0 && !known(was):
		return false
	case is == nil || was.op != is.op || was.name != is.name || len(was.kids) != len(is.kids),
		was.op == opWhen && !sameNode(plain(was.kids[0]), plain(is.kids[0])):
		return bestKnown(was, from) >= leastKnown(is, by)
	case len(was.kids) == 0:
		return !sameNode(was, is) && bestKnown(was, from) >= leastKnown(is, by)
	}
	for i := range was.kids {
		if (was.op != opWhen || i > 0) && settles(was.kids[i], is.kids[i], from, by) {
			return true
		}
	}
	return false
}

// bestKnown is the highest confidence of the known cells of a settled requirement.
func bestKnown(n *node, from *Citation) (best rule.Confidence) {
	for _, l := range leavesOf(n, around{cite: from}, nil) {
		if known(l.leaf) {
			best = max(best, l.confidence())
		}
	}
	return best
}

// better is what is supplied; a cell that was known as the same, as well or better, keeps its
// citation, and where all do, everything stays as it was.
func better(was, is *node, from *Citation) *node {
	if sameNode(plain(was), plain(is)) && leastKept(was, is, from) {
		return was
	}
	return recited(was, is, from, nil)
}

// leastKept reports whether no cell is better known by what is supplied.
func leastKept(was, is *node, from *Citation) bool {
	a, b := citations(was, from), citations(is, nil)
	for i := range a {
		if b[i].Confidence > a[i].Confidence {
			return false
		}
	}
	return true
}

// recited is what is supplied, with the citations of before where they are as good.
func recited(was, is *node, from, by *Citation) *node {
	for ; was != nil && was.op == opCite; was = was.kids[0] {
		from = &was.cite
	}
	if is != nil && is.op == opCite {
		return Cite(is.cite, Requirement{recited(was, is.kids[0], from, &is.cite)}).n
	}
	switch {
	case was == nil || is == nil || was.op != is.op || was.name != is.name || len(was.kids) != len(is.kids) || is.op == opAttr:
		return is
	case len(is.kids) == 0:
		if from != nil && by != nil && sameNode(was, is) && from.Confidence >= by.Confidence {
			return Cite(Citation{Source: from.Source, Confidence: from.Confidence}, Requirement{is}).n
		}
		return is
	}
	out := *is
	out.kids = make([]*node, len(is.kids))
	for i := range is.kids {
		out.kids[i] = recited(was.kids[i], is.kids[i], from, by)
	}
	return &out
}

func (l *localizer) settled(code string, was, is *node, known rule.Confidence, at rule.Path) {
	f := table.Broken(ErrSettled, at, rule.A("code", code), rule.A("national", Requirement{plain(was)}), rule.A("supplied", Requirement{plain(is)}), rule.A("confidence", known))
	l.once(f)
}

// once keeps one finding of many columns that say the same.
func (l *localizer) once(f rule.Finding) {
	if !slices.ContainsFunc(l.found, func(o rule.Finding) bool { return o.Path == f.Path && o.In(rule.Vi) == f.In(rule.Vi) }) {
		l.found = append(l.found, f)
	}
}

// notLooser reports numbers of the province that ask less than a confirmed national
// number of the same operator on the same reading.
func (l *localizer) notLooser(national, own *node, code string, at rule.Path) {
	axes := axesOf(own, axesOf(national, nil))
	byColumns(axes, national, own)
	overAxes(whole(axes, l.table.Years), false, where{}, func(in where) *node {
		l.compare(in.settle(national), in.settle(own), code, at)
		return nil
	})
}

func (l *localizer) compare(national, own *node, code string, at rule.Path) {
	a, b := bare(national), bare(own)
	if a != nil && b != nil && a.op == opWhen && b.op == opWhen && sameNode(plain(a.kids[0]), plain(b.kids[0])) {
		l.compare(recite(national, a.kids[1]), b.kids[1], code, at)
		l.compare(recite(national, a.kids[2]), b.kids[2], code, at)
		return
	}
	theirs := leavesOf(national, around{cite: l.base.from()}, nil)
	for _, mine := range leavesOf(own, around{}, nil) {
		if slices.ContainsFunc(theirs, func(o leafOf) bool { return o.leaf.op == opProvince && o.key == mine.key }) {
			continue // it fills that place
		}
		if slices.ContainsFunc(theirs, func(o leafOf) bool { return o.key == mine.key && otherKind(o.leaf, mine.leaf) }) {
			l.once(table.Broken(ErrOverlay, at, rule.A("why", rule.Text{
				Vi: "yêu cầu khác loại với yêu cầu trung ương (số; đạt/không đạt): không số liệu nào đáp ứng cả hai, ghi thành một phần («sub») hoặc một mã khác",
				En: "another kind of demand than the national one (a number; a pass): no reading can meet both, make it a part (sub) or another code",
			})))
		}
		var loosest *node
		for _, o := range theirs {
			if o.key != mine.key || o.previous != mine.previous || o.leaf.op != mine.leaf.op || !o.confidence().Confirmed() || !known(o.leaf) || !known(mine.leaf) {
				continue
			}
			if !looser(mine.leaf, o.leaf) {
				loosest = nil
				break
			}
			loosest = o.leaf
		}
		if loosest != nil {
			l.once(table.Broken(ErrLooser, at, rule.A("code", code), rule.A("own", Requirement{mine.leaf}), rule.A("national", Requirement{loosest})))
		}
	}
}

// recite keeps the citation above a node for one of its branches.
func recite(above, branch *node) *node {
	if above != nil && above.op == opCite {
		return Cite(above.cite, Requirement{recite(above.kids[0], branch)}).n
	}
	return branch
}

// otherKind reports whether one leaf takes a number only, and the other a pass only.
func otherKind(a, b *node) bool {
	number := func(n *node) bool { return n.op >= opAtLeast && n.op <= opBelow }
	return number(a) && b.op == opPass || a.op == opPass && number(b)
}

func looser(a, b *node) bool {
	return a.op != opAtMost && a.op != opBelow && a.lo.Known() && a.lo.Cmp(b.lo) < 0 || a.op != opAtLeast && a.hi.Known() && a.hi.Cmp(b.hi) > 0
}
