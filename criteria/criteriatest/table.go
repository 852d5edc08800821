package criteriatest

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// table is a set as the evaluator sees it: it reads the data of a set, and judges by code of
// its own, so that one mistake does not hide another.
type table struct {
	id            string
	span          span
	years         criteria.Years
	specialColumn string
	from          citation
	indicators    int
	groups        []groupRule
	criteria      []criterion

	read map[string]bool // every key that some cell or condition reads
	// named is the keys of the rows, the criteria and the whole.
	named map[string]bool
	held  int // the indicators held, each code once

	zones map[string]bool // every zone that some row names

	cells    []*cell
	settings map[situation]*setting // made before
	unknown  []error                // operators that the evaluator does not know
}

// span is a range of days, "2022-03-08" to "2026-02-14"; days written so are in the
// order of their texts. An empty end is open.
type span struct{ from, to string }

func spanOf(s rule.Span) span { return span{dayText(s.From), dayText(s.To)} }

func dayText(d civil.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func (s span) contains(day string) bool {
	return day >= s.from && (s.to == "" || day <= s.to)
}

type citation struct {
	confidence string
	columns    []string
	source     bool // one is named
}

func citationOf(c criteria.Citation) citation {
	out := citation{confidence: c.Confidence.String(), source: !c.Source.IsZero()}
	for _, r := range c.Regions {
		out.columns = append(out.columns, r.String())
	}
	return out
}

type groupRule struct {
	group string
	when  *demand // nil for the rule that takes the rest
	from  citation
}

type criterion struct {
	no       int
	id       string // the key under which something is stated of it
	nameFrom citation
	rows     []row
}

// row is an indicator.
type row struct {
	code        string
	nameFrom    citation
	unit        string
	mayNotApply bool
	span        span

	demand *demand
	any    *cell // stands for a cell where the row has none, which takes any reading
}

// always reports whether the row holds on all days of the set.
func (r row) always() bool { return r.span == span{} }

// demand is one step of a requirement: a cell, a choice among cases, or a step that
// joins others.
type demand struct {
	op    string // as the set names it
	of    []*demand
	cases map[string]*demand
	cell  *cell
}

// unstated is the operator of what is not stated.
const unstated = "unstated"

// cell is a demand on one reading.
type cell struct {
	op          string
	lo, hi      *big.Rat // nil is "no such end", or not known
	unknown     bool     // the number is not known
	key         string   // of its reading
	previous    string   // the key of the earlier reading of which it is a multiple, or ""
	percent     bool
	mayNotApply bool
	attribute   bool
	measured    string // the poverty standard on which the reading must rest
	cites       []citation
}

// confidence is the degree of the citation nearest to the cell that speaks of the
// column; what no citation covers was not obtained. Where the column is not known, it is the
// lowest of those that may hold.
func (c *cell) confidence(column string) string {
	least := degrees[len(degrees)-1]
	for _, cite := range slices.Backward(c.cites) {
		all := len(cite.columns) == 0
		if all || column == "" || slices.Contains(cite.columns, column) {
			least = degrees[min(rank(least), rank(cite.confidence))]
		}
		if all || slices.Contains(cite.columns, column) {
			return least
		}
	}
	return degrees[0]
}

// columnDecides reports whether the column, which is not known, decides if the cell is
// confirmed.
func (c *cell) columnDecides(column string) bool {
	n := len(c.cites)
	return column == "" && n > 0 && len(c.cites[n-1].columns) > 0 && !confirmed(c.confidence(column))
}

// degrees are the degrees of confidence in rising order.
var degrees = []string{"not-obtained", "low", "low-med", "med", "med-high", "high", "secondary", "read"}

func rank(degree string) int { return slices.Index(degrees, degree) }

func confirmed(degree string) bool { return rank(degree) >= rank("secondary") }

// tableOf gives the table of a set.
func tableOf(set criteria.Set) (*table, error) {
	if set.IsZero() {
		return nil, criteria.ErrNoSet
	}
	return readTable(set.Table())
}

func readTable(from criteria.Table) (*table, error) {
	t := &table{
		id: from.ID, span: spanOf(from.Span), years: from.Years, specialColumn: from.SpecialColumn.String(), from: citationOf(from.From), indicators: from.Indicators,
		read: map[string]bool{"@area": true}, named: map[string]bool{"set": true, "set/criteria": true, "set/indicators": true},
		zones: map[string]bool{}, settings: map[situation]*setting{},
	}
	var cites []citation
	if t.from.confidence != degrees[0] {
		cites = append(cites, t.from)
	}
	for _, g := range from.Groups {
		rule := groupRule{group: g.Group.String(), from: citationOf(g.From)}
		if !g.When.IsZero() {
			own := cites
			if rule.from.confidence != degrees[0] {
				own = []citation{{confidence: rule.from.confidence, source: rule.from.source}}
			}
			rule.when = t.demand(g.When, cell{cites: own})
		}
		t.groups = append(t.groups, rule)
	}
	codes := map[string]bool{}
	for _, k := range from.Criteria {
		own := criterion{no: k.No, id: "c" + strconv.Itoa(k.No), nameFrom: citationOf(k.NameFrom)}
		t.named[own.id] = true
		for _, ind := range k.Indicators {
			r := row{code: ind.Code, nameFrom: citationOf(ind.NameFrom), unit: ind.Unit, mayNotApply: ind.MayNotApply, span: spanOf(ind.Span)}
			codes[r.code], t.named[r.code] = true, true
			above := cell{key: r.code, percent: r.unit == "%", mayNotApply: r.mayNotApply, cites: cites}
			r.any = &cell{op: "atLeast", unknown: true, key: r.code, percent: above.percent}
			t.cells = append(t.cells, r.any)
			r.demand = t.demand(ind.Require, above)
			own.rows = append(own.rows, r)
		}
		t.criteria = append(t.criteria, own)
	}
	t.held = len(codes)
	return t, errors.Join(t.unknown...)
}

// missing is how many indicators of the text the set does not hold.
func (t *table) missing() int { return max(0, t.indicators-t.held) }

// demand reads one step. What stands above says, as a cell in the making, which
// reading is meant, in which unit and on what authority.
func (t *table) demand(r criteria.Requirement, above cell) *demand {
	parts := r.Parts()
	switch op := r.Op(); op {
	case "":
		return &demand{op: unstated}
	case "provinceSets":
		return &demand{op: op}
	case "atLeast", "atMost", "below", "above", "between", "none", "pass":
		return t.leaf(r, above)
	case "all", "any", "when":
		return t.join(op, parts, slices.Repeat([]cell{above}, len(parts)))
	case "firstOf": // every way but the last may be "not applicable"
		cells := slices.Repeat([]cell{above}, len(parts))
		for i := range max(0, len(cells)-1) {
			cells[i].mayNotApply = true
		}
		return t.join(op, parts, cells)
	case "bySex":
		female, male := above, above
		female.key += "/female"
		male.key += "/male"
		return t.join("all", []criteria.Requirement{parts[0], parts[0]}, []cell{female, male})
	case "byRegion", "byGroup", "byYear", "byZone":
		return t.choice(r, above)
	case "againstPrevious":
		above.previous = above.key + "/previous"
	case "sub":
		above.key += "/" + r.Name()
	case "measuredBy":
		above.measured = r.Name()
	case "cite":
		c, _ := r.Citation()
		above.cites = append(slices.Clone(above.cites), citationOf(c))
	case "attr":
		above = cell{key: "@" + r.Name(), attribute: true, cites: above.cites}
	default:
		t.unknown = append(t.unknown, fmt.Errorf("%s: the evaluator does not know the operator %q", above.key, op))
		return &demand{op: unstated}
	}
	return t.demand(parts[0], above)
}

func (t *table) join(op string, parts []criteria.Requirement, above []cell) *demand {
	d := &demand{op: op}
	for i, p := range parts {
		d.of = append(d.of, t.demand(p, above[i]))
	}
	return d
}

func (t *table) choice(r criteria.Requirement, above cell) *demand {
	d := &demand{op: r.Op(), cases: map[string]*demand{}}
	keys := r.Keys()
	for i, part := range r.Parts() {
		then := t.demand(part, above)
		for _, name := range keys[i] {
			d.cases[name] = then
			t.zones[name] = t.zones[name] || d.op == "byZone"
		}
	}
	return d
}

// leaf reads the number or numbers of a cell.
func (t *table) leaf(r criteria.Requirement, c cell) *demand {
	c.op = r.Op()
	var numbers []*big.Rat
	for _, n := range r.Numbers() {
		var number *big.Rat
		if c.unknown = c.unknown || !n.Known(); n.Known() {
			number, _ = new(big.Rat).SetString(n.String())
		}
		numbers = append(numbers, number)
	}
	switch c.op {
	case "atLeast", "above":
		c.lo = numbers[0]
	case "atMost", "below":
		c.hi = numbers[0]
	case "between":
		c.lo, c.hi = numbers[0], numbers[1]
	case "none":
		c.lo, c.hi = new(big.Rat), new(big.Rat)
	}
	t.cells = append(t.cells, &c)
	t.read[c.key] = true
	if c.previous != "" {
		t.read[c.previous] = true
	}
	return &demand{op: c.op, cell: &c}
}

// numeric reports whether the cell holds a number of the table, which must be known
// well enough to be used.
func (c *cell) numeric() bool { return c.op != "none" && c.op != "pass" }

// knows reports whether the set has the key at all.
func (t *table) knows(key string) bool { return t.read[key] || t.named[key] }

// ofRow reports whether a key belongs to the row: its own, or that of a part.
func ofRow(key, code string) bool { return key == code || strings.HasPrefix(key, code+"/") }
