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
	l := localizer{o: &o, base: s.d, table: copyTable(s.d.table)}
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
		have.Require = Requirement{joiner{l.table.Years, l.o.Zones}.join(have.Require.n, own.n)}
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
	l.found = append(l.found, c.found...)
	return len(c.found) == 0
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
		found := false
		for j := range l.table.Criteria {
			k := &l.table.Criteria[j]
			for n := range k.Indicators {
				have := &k.Indicators[n]
				if have.Code != row.Code {
					continue
				}
				found = true
				if row.Span == (rule.Span{}) || row.Span == have.Span {
					l.same(&row, have, at)
					do(&row, have, at)
				}
			}
		}
		if !found {
			do(&row, nil, at)
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
			k.Indicators = append(k.Indicators, row)
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
	if _, split := axes[opByZone]; split {
		l.fault(at, "văn bản trung ương không chia khu vực trong tỉnh", "the national text has no zones of a province")
		return national
	}
	from := l.base.from()
	return overAxes(whole(axes, l.table.Years), where{}, func(in where) *node {
		was, is := in.settle(national), in.settle(supplied)
		if !complete(is) {
			return was
		}
		switch known, said := leastKnown(was, from), leastKnown(is, nil); {
		case holds(was, opProvince):
			l.fault(at, "dòng này do UBND cấp tỉnh quy định: ghi ở «own»", "the province sets this row: it belongs under own")
		case complete(was) && sameNode(plain(was), plain(is)):
			if said <= known {
				return was
			}
		case complete(was) && known >= said:
			l.settled(row.Code, was, is, known, at)
			return was
		}
		return is
	})
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
	axes := whole(axesOf(own, axesOf(national, nil)), l.table.Years)
	overAxes(axes, where{}, func(in where) *node {
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
