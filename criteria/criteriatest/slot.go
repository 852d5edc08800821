package criteriatest

import (
	"math/big"
	"slices"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// slot is what can stand under a key at one point.
type slot struct {
	cells   []*cell
	row     *heldRow // the row whose own key it is
	heading bool     // a criterion or the set: a verdict can be stated of it
	counts  bool     // a count can stand here
	total   int      // of how many; 0 is not checked
	area    bool     // the area of the commune stands here
	idle    bool     // the demand of the row is not known here
}

// slot finds what can stand under a key; nil where nothing reads it here.
func (s *setting) slot(key string) *slot {
	p, found := s.slots[key]
	if !found {
		p = s.findSlot(key)
		s.slots[key] = p
	}
	return p
}

func (s *setting) findSlot(key string) *slot {
	p := &slot{cells: s.here[key], area: key == "@area"}
	switch key {
	case "set":
		p.heading = true
		return p
	case "set/criteria":
		p.counts, p.total = true, len(s.t.criteria)
		return p
	case "set/indicators":
		p.counts, p.total = true, len(s.rows)+s.t.missing()
		return p
	}
	for _, k := range s.t.criteria {
		if key == k.id {
			p.heading, p.counts = true, true
			if s.t.missing() == 0 {
				p.total = s.rowsOf(k.no)
			}
			return p
		}
	}
	if i := slices.IndexFunc(s.rows, func(r heldRow) bool { return r.code == key }); i >= 0 {
		p.row = &s.rows[i]
		root := s.stepped(p.row.demand)
		p.idle = root == nil || root.op == unstated || root.op == "provinceSets"
	}
	if p.row == nil && p.cells == nil {
		return nil
	}
	return p
}

// mayNotApply reports whether "not applicable" can stand here.
func (p *slot) mayNotApply() bool {
	return p.row != nil && p.row.mayNotApply || slices.ContainsFunc(p.cells, func(c *cell) bool { return c.mayNotApply })
}

// refusesVerdict says why a stated verdict cannot stand here: parts and attributes
// take readings only.
func (p *slot) refusesVerdict(v criteria.Verdict) (why rule.Code, ok bool) {
	switch {
	case v == criteria.Unknown:
		return "", true
	case p.row == nil && !p.heading:
		return criteria.ErrReadingKind, false
	case v == criteria.NotApplicable && !p.mayNotApply():
		return criteria.ErrNotApplicable, false
	}
	return "", true
}

// refusesValue says why a value cannot stand here. Without a code it is no fault of
// the value: the cell of the row is not known here, and nothing reads what is possible.
func (p *slot) refusesValue(v value) (why rule.Code, ok bool) {
	if v.kind == nothing {
		return "", true
	}
	percent, fits := false, false
	for _, c := range p.cells {
		percent = percent || c.percent
		fits = fits || c.takes(v.kind)
	}
	switch {
	case v.kind == notApplied && p.mayNotApply():
		return "", true
	case v.kind == notApplied:
		return criteria.ErrNotApplicable, false
	case v.kind == count && p.counts:
		if !v.countable() || p.total > 0 && v.whole.Cmp(big.NewRat(int64(p.total), 1)) != 0 {
			return criteria.ErrCounts, false
		}
		return "", true
	case !fits && p.idle && (v.kind == share || v.kind == count) && !v.countable():
		return criteria.ErrCounts, false
	case !fits && p.idle && p.row.unit == "%" && v.numeric() && v.kind != share && !v.percentage():
		return criteria.ErrPercent, false
	case !fits && p.idle:
		return "", false
	case !fits:
		return criteria.ErrReadingKind, false
	case v.kind == share && !v.countable():
		return criteria.ErrCounts, false
	case p.area && v.numeric() && !v.area():
		return criteria.ErrArea, false
	case percent && v.numeric() && v.kind != share && !v.percentage():
		return criteria.ErrPercent, false
	}
	return "", true
}

// takes reports whether the cell can judge a value of a kind.
func (c *cell) takes(k kind) bool {
	switch k {
	case number, over, under:
		return c.op != "pass"
	case share:
		return c.op != "pass" && c.percent
	case passed, failed:
		return !c.numeric()
	default:
		return false
	}
}

// countable reports whether both numbers are counts, the first of the second.
func (v value) countable() bool {
	return v.n.IsInt() && v.whole.IsInt() && v.n.Sign() >= 0 && v.whole.Sign() > 0 && v.n.Cmp(v.whole) <= 0
}

// area reports whether the value leaves one of the areas 0 to 3 possible, and names one.
func (v value) area() bool {
	three := big.NewRat(3, 1)
	return v.kind != share && v.n.IsInt() && v.n.Sign() >= 0 && v.n.Cmp(three) <= 0 &&
		(v.kind != over || v.n.Cmp(three) < 0) && (v.kind != under || v.n.Sign() > 0)
}

// percentage reports whether the value can be a percentage: its number lies in 0–100,
// and so does some value that it leaves possible.
func (v value) percentage() bool {
	if v.n.Sign() < 0 || v.n.Cmp(hundred) > 0 {
		return false
	}
	return (v.kind != over || v.n.Cmp(hundred) < 0) && (v.kind != under || v.n.Sign() > 0)
}
