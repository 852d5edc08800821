package criteriatest

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
)

// table is a set as its JSON has it. The evaluator knows nothing else of a set: it
// shares no code with package criteria, so that one mistake does not hide another.
type table struct {
	ID            string      `json:"id"`
	Span          span        `json:"span"`
	Years         years       `json:"years"`
	SpecialColumn string      `json:"specialColumn"`
	From          *citation   `json:"from"`
	Indicators    int         `json:"indicators"`
	Groups        []groupRule `json:"groups"`
	Criteria      []criterion `json:"criteria"`

	read map[string]bool // every key that some cell or condition reads
	// named is the keys of the rows, the criteria and the whole.
	named map[string]bool
	held  int // the indicators held, each code once

	zones map[string]bool // every zone that some row names

	cells    []*cell
	settings map[situation]*setting // made before
}

// span is a range of days, "2022-03-08" to "2026-02-14"; days written so are in the
// order of their texts. An empty end is open.
type span struct {
	From string `json:"from"`
	To   string `json:"to"`
}

func (s span) contains(day string) bool {
	return day >= s.From && (s.To == "" || day <= s.To)
}

type years struct {
	From int `json:"from"`
	To   int `json:"to"`
}

type citation struct {
	Confidence string          `json:"confidence"`
	Regions    []string        `json:"regions"`
	Source     json.RawMessage `json:"source"`
}

type groupRule struct {
	Group string          `json:"group"`
	When  json.RawMessage `json:"when"`
	From  citation        `json:"from"`

	when *demand // nil for the rule that takes the rest
}

type criterion struct {
	No         int       `json:"no"`
	NameFrom   *citation `json:"nameFrom"`
	Indicators []row     `json:"indicators"`

	id string // the key under which something is stated of it
}

// row is an indicator.
type row struct {
	Code        string          `json:"code"`
	NameFrom    *citation       `json:"nameFrom"`
	Unit        string          `json:"unit"`
	Require     json.RawMessage `json:"require"`
	MayNotApply bool            `json:"mayNotApply"`
	Span        *span           `json:"span"`

	demand *demand
	any    *cell // stands for a cell where the row has none, which takes any reading
}

// always reports whether the row holds on all days of the set.
func (r row) always() bool { return r.Span == nil || *r.Span == span{} }

// demand is one step of a requirement: a cell, a choice among cases, or a step that
// joins others.
type demand struct {
	op    string // as the JSON names it
	of    []*demand
	cases map[string]*demand
	cell  *cell
}

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
// column; what no citation covers was not obtained.
func (c *cell) confidence(column string) string {
	for _, cite := range slices.Backward(c.cites) {
		if len(cite.Regions) == 0 || slices.Contains(cite.Regions, column) {
			return cite.Confidence
		}
	}
	return degrees[0]
}

// degrees are the degrees of confidence in rising order.
var degrees = []string{"not-obtained", "low", "low-med", "med", "med-high", "high", "secondary", "read"}

func rank(degree string) int { return slices.Index(degrees, degree) }

func confirmed(degree string) bool { return rank(degree) >= rank("secondary") }

// tableOf gives the table of a set, by its JSON.
func tableOf(set criteria.Set) (*table, error) {
	if set.IsZero() {
		return nil, criteria.ErrNoSet
	}
	data, err := set.Table().MarshalJSON()
	if err != nil {
		return nil, err
	}
	return readTable(data)
}

// readTable reads the JSON of a table.
func readTable(data []byte) (*table, error) {
	t := &table{
		read: map[string]bool{"@area": true}, named: map[string]bool{"set": true, "set/criteria": true, "set/indicators": true},
		zones: map[string]bool{}, settings: map[situation]*setting{},
	}
	if err := json.Unmarshal(data, t); err != nil {
		return nil, err
	}
	var cites []citation
	if t.From != nil && t.From.Confidence != degrees[0] {
		cites = append(cites, *t.From)
	}
	var faults []error
	var err error
	for i := range t.Groups {
		g := &t.Groups[i]
		if absent(g.When) {
			continue
		}
		if g.when, err = t.demand(g.When, cell{}); err != nil {
			faults = append(faults, fmt.Errorf("group %s: %w", g.Group, err))
		}
	}
	codes := map[string]bool{}
	for i := range t.Criteria {
		t.Criteria[i].id = "c" + strconv.Itoa(t.Criteria[i].No)
		t.named[t.Criteria[i].id] = true
		for j := range t.Criteria[i].Indicators {
			r := &t.Criteria[i].Indicators[j]
			codes[r.Code], t.named[r.Code] = true, true
			above := cell{key: r.Code, percent: r.Unit == "%", mayNotApply: r.MayNotApply, cites: cites}
			r.any = &cell{op: "atLeast", unknown: true, key: r.Code, percent: above.percent}
			t.cells = append(t.cells, r.any)
			if r.demand, err = t.demand(r.Require, above); err != nil {
				faults = append(faults, fmt.Errorf("indicator %s: %w", r.Code, err))
			}
		}
	}
	t.held = len(codes)
	return t, errors.Join(faults...)
}

// missing is how many indicators of the text the set does not hold.
func (t *table) missing() int { return max(0, t.Indicators-t.held) }

func absent(data json.RawMessage) bool { return len(data) == 0 || string(data) == "null" }

// body is what can stand under the key of a requirement's object.
type body struct {
	Name       string          `json:"name"`
	Is         json.RawMessage `json:"is"`
	If         json.RawMessage `json:"if"`
	Then       json.RawMessage `json:"then"`
	Else       json.RawMessage `json:"else"`
	Source     json.RawMessage `json:"source"`
	Confidence string          `json:"confidence"`
	Regions    []string        `json:"regions"`
}

// demand reads one step. What stands above says, as a cell in the making, which
// reading is meant, in which unit and on what authority.
func (t *table) demand(data json.RawMessage, above cell) (*demand, error) {
	if absent(data) {
		return &demand{op: "unstated"}, nil
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(data, &object); err != nil {
		return nil, err
	}
	for op, inner := range object {
		return t.step(op, inner, above)
	}
	return nil, errors.New("a requirement without an operator")
}

func (t *table) step(op string, inner json.RawMessage, above cell) (*demand, error) {
	switch op {
	case "atLeast", "atMost", "below", "between", "none", "pass":
		return t.leaf(op, inner, above)
	case "provinceSets":
		return &demand{op: op}, nil
	case "all", "any", "firstOf":
		return t.list(op, inner, above)
	case "bySex":
		female, male := above, above
		female.key += "/female"
		male.key += "/male"
		return t.parts("all", []json.RawMessage{inner, inner}, []cell{female, male})
	case "againstPrevious":
		above.previous = above.key + "/previous"
		return t.demand(inner, above)
	case "byRegion", "byGroup", "byYear", "byZone":
		return t.choice(op, inner, above)
	}
	var b body
	if err := json.Unmarshal(inner, &b); err != nil {
		return nil, err
	}
	switch op {
	case "sub":
		above.key += "/" + b.Name
		return t.demand(b.Is, above)
	case "measuredBy":
		above.measured = b.Name
		return t.demand(b.Is, above)
	case "cite":
		above.cites = append(slices.Clone(above.cites), citation{b.Confidence, b.Regions, b.Source})
		return t.demand(b.Is, above)
	case "attr":
		return t.demand(b.Is, cell{key: "@" + b.Name, attribute: true, cites: above.cites})
	case "when":
		return t.parts(op, []json.RawMessage{b.If, b.Then, b.Else}, []cell{above, above, above})
	default:
		return nil, fmt.Errorf("the evaluator does not know the operator %q", op)
	}
}

// list reads all, any and firstOf. Of firstOf every way but the last may be "not
// applicable".
func (t *table) list(op string, inner json.RawMessage, above cell) (*demand, error) {
	var parts []json.RawMessage
	if err := json.Unmarshal(inner, &parts); err != nil {
		return nil, err
	}
	cells := make([]cell, len(parts))
	for i := range cells {
		cells[i] = above
		if op == "firstOf" && i < len(parts)-1 {
			cells[i].mayNotApply = true
		}
	}
	return t.parts(op, parts, cells)
}

func (t *table) parts(op string, parts []json.RawMessage, above []cell) (*demand, error) {
	d := &demand{op: op}
	for i, p := range parts {
		part, err := t.demand(p, above[i])
		if err != nil {
			return nil, err
		}
		d.of = append(d.of, part)
	}
	return d, nil
}

func (t *table) choice(op string, inner json.RawMessage, above cell) (*demand, error) {
	var cases []struct {
		In   []string        `json:"in"`
		Then json.RawMessage `json:"then"`
	}
	if err := json.Unmarshal(inner, &cases); err != nil {
		return nil, err
	}
	d := &demand{op: op, cases: map[string]*demand{}}
	for _, c := range cases {
		then, err := t.demand(c.Then, above)
		if err != nil {
			return nil, err
		}
		for _, name := range c.In {
			d.cases[name] = then
			t.zones[name] = t.zones[name] || op == "byZone"
		}
	}
	return d, nil
}

// leaf reads the number or numbers of a cell; null is "not known".
func (t *table) leaf(op string, inner json.RawMessage, c cell) (*demand, error) {
	c.op = op
	texts := []*string{nil}
	var err error
	switch op {
	case "atLeast", "atMost", "below":
		err = json.Unmarshal(inner, &texts[0])
	case "between":
		err = json.Unmarshal(inner, &texts)
	}
	if err != nil {
		return nil, err
	}
	numbers := make([]*big.Rat, len(texts))
	for i, text := range texts {
		if text == nil {
			c.unknown = op != "none" && op != "pass"
			continue
		}
		n, ok := new(big.Rat).SetString(*text)
		if !ok {
			return nil, fmt.Errorf("%q is no number", *text)
		}
		numbers[i] = n
	}
	switch op {
	case "atLeast":
		c.lo = numbers[0]
	case "atMost", "below":
		c.hi = numbers[0]
	case "between":
		c.lo, c.hi = numbers[0], numbers[len(numbers)-1]
	case "none":
		c.lo, c.hi = new(big.Rat), new(big.Rat)
	}
	t.cells = append(t.cells, &c)
	t.read[c.key] = true
	if c.previous != "" {
		t.read[c.previous] = true
	}
	return &demand{op: op, cell: &c}, nil
}

// numeric reports whether the cell holds a number of the table, which must be known
// well enough to be used.
func (c *cell) numeric() bool { return c.op != "none" && c.op != "pass" }

// knows reports whether the set has the key at all.
func (t *table) knows(key string) bool { return t.read[key] || t.named[key] }

// ofRow reports whether a key belongs to the row: its own, or that of a part.
func ofRow(key, code string) bool { return key == code || strings.HasPrefix(key, code+"/") }
