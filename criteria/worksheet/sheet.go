package worksheet

import (
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Row is one cell of a set that is not confirmed, or not known. Its JSON is an answer: it is
// written for a form or a service, and never read.
type Row struct {
	Set  string    `json:"set"`
	Code string    `json:"code,omitempty"` // "" for an indicator of the text that the set does not hold
	Name rule.Text `json:"name,omitzero"`
	// Span is the days on which the row holds, where an amendment made several of it.
	Span rule.Span `json:"span,omitzero"`
	// Key is the reading that the cell judges: "17.1/centralised", "@schools".
	Key string `json:"key,omitempty"`
	// Part says the part and the case of the indicator in words.
	Part   rule.Text       `json:"part,omitzero"`
	Column criteria.Region `json:"column,omitzero"` // zero for all columns
	Group  criteria.Group  `json:"group,omitzero"`  // zero for all groups
	Years  []int           `json:"years,omitempty"` // none for all years
	Unit   string          `json:"unit,omitempty"`
	// Candidate is what the set has, with its confidence; a number that is not known is "?".
	Candidate  criteria.Requirement `json:"candidate,omitzero"`
	Confidence rule.Confidence      `json:"confidence"`
	// Province says that the province sets the demand: it is supplied from its own decision.
	Province bool `json:"province,omitempty"`

	leaf *algebra.Node
	cite *algebra.Citation // of a candidate; nil where none holds for the column
	id   string            // the cell in its row
	row  int               // the indicator in the sheet
}

// Sheet is the cells of a set, ready to be printed, filled and taken back.
type Sheet struct {
	set      criteria.Set
	table    criteria.Table
	rows     []Row             // all cells, the confirmed ones too
	held     []indicator       // the indicators, in the order of the set
	index    map[place][]int   // the cells by what a filled row says of them
	codes    map[string]bool   // the indicators that the set holds
	named    map[string]string // their codes by name; "" where two have one name
	criteria map[string]bool   // the numbers of its criteria
}

// indicator is a row of the table with what holds for its cells.
type indicator struct {
	criteria.Indicator
	tree  *algebra.Node
	dated bool // one of several wordings
}

// place is how a filled row names a cell.
type place struct {
	code, span, part string
	column           criteria.Region
	group            criteria.Group
	years            string
	zone             string // never of a cell
}

// Of makes the sheet of a set.
func Of(set criteria.Set) Sheet {
	t := set.Table()
	s := Sheet{set: set, table: t, index: map[place][]int{}, codes: map[string]bool{}, named: map[string]string{}, criteria: map[string]bool{}}
	wordings := map[string]int{}
	for _, k := range t.Criteria {
		for _, row := range k.Indicators {
			wordings[row.Code]++
		}
	}
	for _, k := range t.Criteria {
		s.criteria[strconv.Itoa(k.No)] = true
		for _, row := range k.Indicators {
			in := indicator{Indicator: row, tree: algebra.Tree(row.Require).Node(), dated: wordings[row.Code] > 1}
			if t.From.Confidence != rule.NotObtained {
				in.tree = algebra.Tree(criteria.Cite(t.From, row.Require)).Node()
			}
			s.codes[row.Code] = true
			name := fold(row.Name.Vi)
			if of, again := s.named[name]; again && of != row.Code {
				s.named[name] = ""
			} else {
				s.named[name] = row.Code
			}
			s.held = append(s.held, in)
			s.gather(len(s.held) - 1)
		}
	}
	for i := range s.rows {
		for _, p := range s.rows[i].places() {
			s.index[p] = append(s.index[p], i)
		}
	}
	return s
}

// gather adds the cells of one indicator.
func (s *Sheet) gather(n int) {
	in := &s.held[n]
	first := len(s.rows)
	w := walker{set: s.table, leaf: func(leaf *algebra.Node, at cell) *algebra.Node {
		r := Row{
			Set: s.table.ID, Code: in.Code, Name: in.Name, Key: in.Code + at.key, Part: at.part, Column: at.column, Group: at.group, Years: at.years,
			Unit: in.Unit, Candidate: criteria.Requirement(algebra.TreeOf(leaf)), leaf: leaf, id: at.id, row: n,
		}
		if at.attribute != "" {
			r.Key, r.Unit = "@"+at.attribute, ""
		}
		if in.dated {
			r.Span = in.Span
		}
		switch {
		case leaf != nil && leaf.Op == algebra.ProvinceSets:
			r.Province = true
		case leaf != nil && leaf.Known():
			if r.cite = at.cite(); r.cite != nil {
				r.Confidence = r.cite.Confidence
			}
		}
		s.rows = append(s.rows, r)
		return leaf
	}}
	w.walk(in.tree, cell{})
	seen := map[place]int{}
	for i := first; i < len(s.rows); i++ { // two ways of one part are told apart by their number
		r := &s.rows[i]
		p := r.places()[0]
		if seen[p]++; seen[p] > 1 {
			again := " (" + strconv.Itoa(seen[p]) + ")"
			r.Part = rule.Text{Vi: strings.TrimSpace(r.Part.Vi + again), En: strings.TrimSpace(r.Part.En + again)}
		}
	}
}

// own is a row to be handed out: changing it changes no other.
func (r Row) own() Row {
	r.Years = slices.Clone(r.Years)
	return r
}

// places are the ways in which a filled row may name the cell: in each language.
func (r *Row) places() []place {
	p := place{code: r.Code, column: r.Column, group: r.Group, years: yearsOf(r.Years)}
	var all []place
	for _, l := range []rule.Lang{rule.Vi, rule.En} {
		if p.span = ""; r.Span != (rule.Span{}) {
			p.span = fold(r.Span.In(l))
		}
		if p.part = fold(r.Part.In(l)); !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// Rows are the cells that are asked for: those that are not confirmed, in the order of the set,
// then a row for each indicator that the set does not hold, by group where it has groups.
func (s Sheet) Rows() []Row {
	var all []Row
	for i := range s.rows {
		if !s.rows[i].Confidence.Confirmed() {
			all = append(all, s.rows[i].own())
		}
	}
	groups := []criteria.Group{0}
	if len(s.table.Groups) > 0 {
		groups = []criteria.Group{criteria.Group1, criteria.Group2, criteria.Group3}
	}
	for range s.notHeld() {
		for _, g := range groups {
			all = append(all, Row{Set: s.set.ID(), Group: g})
		}
	}
	return all
}

// notHeld is how many indicators of the text the set does not hold.
func (s Sheet) notHeld() int { return s.set.CountIndicators() - len(s.codes) }

// yearsOf writes years: "2022–2025", "2021, 2023".
func yearsOf(years []int) string {
	if n := len(years); n > 2 && years[n-1]-years[0] == n-1 {
		return strconv.Itoa(years[0]) + "–" + strconv.Itoa(years[n-1])
	}
	var all []string
	for _, y := range years {
		all = append(all, strconv.Itoa(y))
	}
	return strings.Join(all, ", ")
}

// YearsText writes the years: "2022–2025"; "" for all.
func (r Row) YearsText() string { return yearsOf(r.Years) }

// fold is a text as it is compared: spaces and letters alike.
func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(rule.Normal(s)), " "))
}
