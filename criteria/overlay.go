package criteria

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
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
	// Own is what the province demands: it fills "set by the province", and joins a national
	// demand, so that both must hold. Where a row has no case for a column,
	// group, year or zone, the province says nothing there; a case that is null says
	// something that is not known. A new code is a further indicator.
	Own []Indicator `json:"own,omitempty"`
	// Criteria are further criteria of the province with their indicators.
	Criteria []Criterion `json:"criteria,omitempty"`
}

const overlayFormat = "giupxa.overlay/1"

// UnmarshalJSON reads an overlay and reports all its faults of form at once.
func (o *Overlay) UnmarshalJSON(data []byte) error {
	type fields Overlay
	return form.Decode(data, overlayFormat, (*fields)(o))
}

// MarshalJSON writes the overlay with its format version.
func (o Overlay) MarshalJSON() ([]byte, error) {
	type fields Overlay
	return form.Encode(overlayFormat, fields(o))
}

// Localize makes the set of a province: the national set with the cells supplied and with
// the demands of the province added. It is a set like any other, with its own name, days and
// digest; Base in its [Table] is the edition over which it was laid.
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
	l.supplied()
	l.own()
	if err := l.found.Err(); err != nil {
		return Set{}, err
	}
	l.table.Overlay = rule.EditionOf(o.ID, o.Version, o)
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
	if rule.Normal(o.Base) != t.ID {
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
	if err := span.Check(); err != nil {
		l.fault("span", "thời gian áp dụng không hợp lệ", err.Error())
	} else if !t.Span.Covers(span) {
		l.fault("span", "thời gian vượt ngoài bộ gốc: "+t.Span.In(rule.Vi), "the days leave those of the base: "+t.Span.In(rule.En))
	}
	t.Span = span
	years := o.Years
	if years.From == 0 {
		years.From = t.Years.From
	}
	if years.To == 0 {
		years.To = t.Years.To
	}
	switch {
	case years.From < t.Years.From || years.To > t.Years.To:
		l.fault("years", "năm vượt ngoài bộ gốc: "+t.Years.words(), "the years leave those of the base: "+t.Years.words())
	case years.To < years.From:
		l.fault("years", "năm cuối trước năm đầu", "the last year is before the first")
	default:
		t.Years = years
	}
	if t.Words == nil {
		t.Words = map[string]rule.Text{}
	}
	for _, key := range slices.Sorted(maps.Keys(o.Words)) {
		name := rule.Normal(key)
		if have, known := t.Words[name]; known && have != o.Words[key] {
			l.fault(rule.Path("words").Key(key), "bộ gốc gọi là «"+have.Vi+"»", "the base calls it \""+have.En+"\"")
			continue
		}
		t.Words[name] = o.Words[key]
	}
	t.ID, t.Version, t.Name, t.Source, t.Base = o.ID, o.Version, o.Name, o.Source, l.base.edition
}

// supplied puts what the national text says where it was not known.
func (l *localizer) supplied() {
	l.each(l.o.Supplied, "supplied", func(row, have *Indicator, at rule.Path) {
		sound := l.check(row, have, nil, at)
		switch {
		case have == nil:
			l.add(*row, at)
			return
		case !sound:
			return
		}
		l.rename(row, have, at.Key("name"))
		if !row.Require.IsZero() {
			have.Require = requirementOf(l.corrected(have.Require.node(), row, at.Key("require")))
		}
	})
}

// rename gives a row of the national text the name supplied, where that is better known. As with
// numbers, a name that is known as well is not replaced by another.
func (l *localizer) rename(row, have *Indicator, at rule.Path) {
	switch {
	case row.Name.Vi == "":
	case row.NameFrom.Confidence > have.NameFrom.Confidence:
		have.Name, have.NameFrom = row.Name, row.NameFrom
	case row.Name != have.Name:
		l.found = append(l.found, table.Broken(ErrSettled, at, rule.A("code", row.Code), rule.A("national", have.Name), rule.A("supplied", row.Name),
			rule.A("confidence", have.NameFrom.Confidence)))
	}
}

// own joins what the province demands with the national demand.
func (l *localizer) own() {
	l.each(l.o.Own, "own", func(row, have *Indicator, at rule.Path) {
		sound := l.check(row, have, l.from(), at)
		own := l.cited(row.Require)
		row.Require, row.Provincial = own, true
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
		l.notLooser(have.Require.node(), own.node(), row.Code, at.Key("require"))
		joiner := algebra.Joiner{Years: l.years(), Zones: slices.Concat(l.zones(), l.base.zones)}
		have.Require = requirementOf(joiner.Join(have.Require.node(), own.node()))
	})
	for n, k := range l.o.Criteria {
		k.Indicators = slices.Clone(k.Indicators)
		if slices.ContainsFunc(l.table.Criteria, func(have Criterion) bool { return have.No == k.No }) {
			l.fault(rule.Path("criteria").Index(n).Key("no"), "bộ gốc hoặc quyết định này đã có tiêu chí số "+itoa(k.No), "the base or this decision already has a criterion "+itoa(k.No))
			continue
		}
		for i := range k.Indicators {
			row, at := &k.Indicators[i], rule.Path("criteria").Index(n).Key("indicators").Index(i)
			if !l.sized(row, at) {
				continue
			}
			l.places(row.Require.node(), at.Key("require"))
			l.check(row, nil, l.from(), at)
			row.Require, row.Provincial = l.cited(row.Require), true
		}
		l.table.Criteria = append(l.table.Criteria, k)
	}
}

// from is the citation of the own cells that name none; nil where each must have its own.
func (l *localizer) from() *algebra.Citation {
	if l.o.From.Confidence == rule.NotObtained {
		return nil
	}
	from := l.o.From.tree()
	return &from
}

// cited gives the citation of the overlay to cells that name none.
func (l *localizer) cited(r Requirement) Requirement {
	if r.IsZero() || l.from() == nil {
		return r
	}
	return Cite(l.o.From, r)
}

// check checks a row of the overlay by itself, so that its faults are told at its own path,
// and reports whether it has none. A citation of the base is not its own; from is that of
// the cells that name none.
func (l *localizer) check(row, have *Indicator, from *algebra.Citation, at rule.Path) bool {
	c := checker{d: &setData{reads: map[string]bool{}}}
	unit := row.Unit
	if have != nil {
		unit = have.Unit
	} else {
		c.name(at.Key("name"), row.Name)
	}
	if !row.Require.IsZero() {
		c.node(row.Require.node(), around{key: row.Code, percent: unit == unitPercent, cite: from}, at.Key("require"), 0)
	}
	if len(c.found) == 0 { // nothing is gone through that is too large
		axes := algebra.AxesOf(row.Require.node())
		if have != nil {
			axes = algebra.AxesOf(row.Require.node(), have.Require.node())
		}
		switch {
		case axes.TooMany(l.years()):
			c.tooLarge(at.Key("require"))
		case (from == nil || len(from.Columns) > 0) && algebra.Uncited(citedBy(from, row.Require.node())):
			c.fault(at.Key("require"), "ô không nêu căn cứ ở một số cột", "a cell without a citation in some of the columns")
		}
	}
	l.found = append(l.found, c.found...)
	return len(c.found) == 0
}

func citedBy(from *algebra.Citation, n *algebra.Node) *algebra.Node {
	if from == nil {
		return n
	}
	return algebra.Cited(*from, n)
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
		if !l.sized(&row, at) {
			continue
		}
		l.places(row.Require.node(), at.Key("require"))
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
					l.unchanged(&row, have, at)
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

// unchanged reports what a row changes that an overlay cannot change.
func (l *localizer) unchanged(row, have *Indicator, at rule.Path) {
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

// sized reports whether a row is not too large to be gone through.
func (l *localizer) sized(row *Indicator, at rule.Path) bool {
	if !row.Require.node().TooLarge() {
		return true
	}
	l.found = append(l.found, tooLarge(at.Key("require")))
	return false
}

// places reports cases that hold nowhere: for a zone that the overlay does not name, or a year
// that it does not serve.
func (l *localizer) places(n *algebra.Node, at rule.Path) {
	if n == nil {
		return
	}
	for i, keys := range n.Keys {
		for j, key := range keys {
			in := at.Key(n.Op.String()).Index(i).Key("in").Index(j)
			year, err := strconv.Atoi(key)
			switch {
			case n.Op == algebra.ByZone && !slices.ContainsFunc(l.o.Zones, func(zone string) bool { return rule.Normal(zone) == key }):
				l.fault(in, "khu vực chưa khai báo: «"+rule.Shorten(key)+"»", "a zone that is not listed: "+rule.Shorten(key))
			case n.Op == algebra.ByYear && err == nil && !l.table.Years.Contains(year):
				l.fault(in, "năm ngoài thời gian của bộ ("+l.table.Years.words()+"): không xã nào được hỏi", "a year that the set does not serve ("+l.table.Years.words()+"): no commune is asked")
			}
		}
	}
	for i, k := range n.Kids {
		l.places(k, n.PathOf(i, at))
	}
}

// corrected is the national demand with the cells supplied: in each column, group and year in
// which the supplied demand is complete, or open only where the national one is open too, it
// replaces what is known less well.
func (l *localizer) corrected(national *algebra.Node, row *Indicator, at rule.Path) *algebra.Node {
	supplied := row.Require.node()
	axes := algebra.AxesOf(national, supplied)
	axes.SplitByCitations(national, supplied)
	if _, split := axes[algebra.ByZone]; split {
		l.fault(at, "văn bản trung ương không chia khu vực trong tỉnh", "the national text has no zones of a province")
		return national
	}
	from := l.base.from
	return axes.Full(l.years()).Over(true, algebra.Place{}, func(in algebra.Place) *algebra.Node {
		was, is := in.Settle(national), in.Settle(supplied)
		if !algebra.Fills(was, is) {
			return was
		}
		switch {
		case was.Contains(algebra.ProvinceSets) && !is.Contains(algebra.ProvinceSets):
			l.fault(at, "dòng này do UBND cấp tỉnh quy định: ghi ở «own»", "the province sets this row: it belongs under own")
			return was
		case algebra.Stands(was, is, from):
			l.once(table.Broken(ErrSettled, at, rule.A("code", row.Code), rule.A("national", algebra.Plain(was)), rule.A("supplied", algebra.Plain(is)),
				rule.A("confidence", algebra.LeastConfidence(was, from))))
			return was
		}
		return algebra.Better(was, is, from)
	})
}

// zones are those of the overlay, in the one spelling.
func (l *localizer) zones() []string {
	zones := slices.Clone(l.o.Zones)
	for i, zone := range zones {
		zones[i] = rule.Normal(zone)
	}
	return zones
}

func (l *localizer) years() algebra.Years { return algebra.Years(l.table.Years) }

// once keeps one finding of many columns that say the same.
func (l *localizer) once(f rule.Finding) {
	if !slices.ContainsFunc(l.found, func(o rule.Finding) bool { return o.Path == f.Path && o.In(rule.Vi) == f.In(rule.Vi) }) {
		l.found = append(l.found, f)
	}
}

// notLooser reports numbers of the province that ask less than a confirmed national
// number of the same operator on the same reading.
func (l *localizer) notLooser(national, own *algebra.Node, code string, at rule.Path) {
	axes := algebra.AxesOf(national, own)
	axes.SplitByCitations(national, own)
	axes.Full(l.years()).Over(false, algebra.Place{}, func(in algebra.Place) *algebra.Node {
		l.compare(in.Settle(national), in.Settle(own), code, at)
		return nil
	})
}

func (l *localizer) compare(national, own *algebra.Node, code string, at rule.Path) {
	a, b := national.Bare(), own.Bare()
	if a != nil && b != nil && a.Op == algebra.When && b.Op == algebra.When && algebra.Plain(a.Kids[0]).Equal(algebra.Plain(b.Kids[0])) {
		l.compare(algebra.Recite(national, a.Kids[1]), b.Kids[1], code, at)
		l.compare(algebra.Recite(national, a.Kids[2]), b.Kids[2], code, at)
		return
	}
	l.meets(national, own, at)
	theirs := algebra.Cells(national, l.base.from)
	for _, mine := range algebra.Cells(own, nil) {
		if slices.ContainsFunc(theirs, func(o algebra.Cell) bool { return o.Leaf.Op == algebra.ProvinceSets && o.Key == mine.Key }) {
			continue // it fills that place
		}
		if slices.ContainsFunc(theirs, func(o algebra.Cell) bool { return o.Key == mine.Key && otherKind(o.Leaf, mine.Leaf) }) {
			l.once(table.Broken(ErrOverlay, at, rule.A("why", rule.Text{
				Vi: "yêu cầu khác loại với yêu cầu trung ương (số; đạt/không đạt): không số liệu nào đáp ứng cả hai, ghi thành một phần («sub») hoặc một mã khác",
				En: "another kind of demand than the national one (a number; a pass): no reading can meet both, make it a part (sub) or another code",
			})))
		}
		var loosest *algebra.Node
		for _, o := range theirs {
			if o.Key != mine.Key || o.Previous != mine.Previous || o.Leaf.Op != mine.Leaf.Op || !o.Confidence().Confirmed() || !o.Leaf.Known() || !mine.Leaf.Known() {
				continue
			}
			if !mine.Leaf.Looser(o.Leaf) {
				loosest = nil
				break
			}
			loosest = o.Leaf
		}
		if loosest != nil {
			l.once(table.Broken(ErrLooser, at, rule.A("code", code), rule.A("own", mine.Leaf), rule.A("national", loosest)))
		}
	}
}

// meets reports a demand of the province that no reading can meet together with a confirmed
// national one.
func (l *localizer) meets(national, own *algebra.Node, at rule.Path) {
	var all algebra.Meeting
	for _, c := range algebra.Always(national, l.base.from) {
		if c.Confidence().Confirmed() {
			all.Add(c)
		}
	}
	for _, c := range algebra.Always(own, nil) {
		if o := all.Add(c); o != nil {
			l.once(table.Broken(ErrOverlay, at, rule.A("why", rule.Text{
				Vi: "không số liệu nào đáp ứng cả «" + c.Leaf.In(rule.Vi) + "» của tỉnh và «" + o.In(rule.Vi) + "»",
				En: "no reading meets both the province's \"" + c.Leaf.In(rule.En) + "\" and \"" + o.In(rule.En) + "\"",
			})))
		}
	}
}

// otherKind reports whether one cell takes a number only, and the other a pass only.
func otherKind(a, b *algebra.Node) bool {
	return a.Op.IsNumber() && b.Op == algebra.Pass || a.Op == algebra.Pass && b.Op.IsNumber()
}
