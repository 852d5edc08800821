package criteria

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Table is what a set is made of: plain data that a jurist can read line by line
// and that is stored as JSON. [NewSet] makes a [Set] of it.
type Table struct {
	ID       string      `json:"id" validate:"required,max=64"` // "1980/QĐ-TTg"
	Version  string      `json:"version" validate:"max=64"`     // of the data, as a day: "2026-11-25"
	Name     rule.Text   `json:"name"`
	Standard Standard    `json:"standard"`
	Source   rule.Source `json:"source"`
	// From is the citation of the cells that name none; zero where each cell has its own.
	From Citation `json:"from,omitzero"`
	// Span is the days of assessment for which the set is used, Years the dossier years.
	Span  rule.Span `json:"span"`
	Years Years     `json:"years"`
	// SpecialColumn is the column that especially difficult and safety-zone communes
	// use; zero where the set has no such rule.
	SpecialColumn Region `json:"specialColumn,omitzero"`
	// Indicators is how many indicators the text has, where not all are held here: the
	// set can then never be found met. 0 means that the rows are complete.
	Indicators int         `json:"indicators,omitzero"`
	Groups     []GroupRule `json:"groups,omitempty"`
	Criteria   []Criterion `json:"criteria"`
	// Words say the parts and attributes of the rows, by name: "centralised", "@schools".
	Words map[string]rule.Text `json:"words,omitempty"`
	// Base is the edition over which an overlay was laid; zero for a set of its own.
	Base rule.Edition `json:"base,omitzero"`
	// Overlay is the edition of that overlay; zero for a set of its own.
	Overlay rule.Edition `json:"overlay,omitzero"`
}

// Years is a range of dossier years, both included.
type Years struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Contains reports whether a year lies in the range.
func (y Years) Contains(year int) bool { return year >= y.From && year <= y.To }

// words is the range, "2021–2025".
func (y Years) words() string { return itoa(y.From) + "–" + itoa(y.To) }

// GroupRule says which communes belong to a group: the condition is made of
// attributes. The rule whose When is not stated takes the communes that no other
// rule takes.
type GroupRule struct {
	Group Group       `json:"group"`
	When  Requirement `json:"when"`
	Name  rule.Text   `json:"name"`
	From  Citation    `json:"from"`
}

// Criterion is a heading (tiêu chí) with its indicators.
type Criterion struct {
	No       int       `json:"no"`
	Name     rule.Text `json:"name"`
	NameFrom Citation  `json:"nameFrom"`
	// Part is the heading of the table to which it belongs (Quy hoạch, Hạ tầng …).
	Part       rule.Text   `json:"part,omitzero"`
	Indicators []Indicator `json:"indicators"`
}

// Indicator is a numbered row (chỉ tiêu). Several rows may have one number where an
// amendment changed it: their spans then follow each other without a gap.
type Indicator struct {
	Code     string      `json:"code"` // "17.1"
	Name     rule.Text   `json:"name"`
	NameFrom Citation    `json:"nameFrom"`
	Unit     string      `json:"unit,omitempty"` // "%" bounds every reading to 0–100
	Require  Requirement `json:"require"`
	// MayNotApply allows the reading "not applicable" («nếu có»), which counts as reached.
	MayNotApply bool `json:"mayNotApply,omitempty"`
	// Span is the days on which the row holds; zero for all days of the set.
	Span rule.Span `json:"span,omitzero"`
	Note rule.Text `json:"note,omitzero"`
	// Provincial says that the row is the province's own, not of the national text.
	Provincial bool `json:"provincial,omitempty"`
}

// unitPercent is the unit whose readings lie in 0–100.
const unitPercent = "%"

const tableFormat = "giupxa.set/1"

// UnmarshalJSON reads a table and reports all its faults of form at once; [NewSet]
// checks what it says.
func (t *Table) UnmarshalJSON(data []byte) error {
	type fields Table
	return form.Decode(data, tableFormat, (*fields)(t))
}

// MarshalJSON writes the table with its format version.
func (t Table) MarshalJSON() ([]byte, error) {
	type fields Table
	return form.Encode(tableFormat, fields(t))
}

// Set is a set of criteria, checked and immutable. It is safe for concurrent use;
// its zero value holds nothing, and judging by it is [ErrNoSet].
type Set struct{ d *setData }

// setData is what a set shares with everything made of it.
type setData struct {
	table   Table
	edition rule.Edition
	from    *algebra.Citation // of the cells that name none; nil where each has its own
	reads   map[string]bool   // the keys that some cell of the set reads
	held    int               // indicators, each code once
	zones   []string          // that some row names

	groups     *resolved // the rules of the groups, ready to be judged
	groupRoots []uint16
	groupIDs   []Group
	restGroup  Group
	kept       memo
}

// NewSet checks a table and reports every fault: a code or number used twice, a cell
// without a citation or a confirmed one without a source, a text that is no
// number, a percentage outside 0–100, rows of one code whose spans do not follow
// each other. The error is nil or [rule.Findings] with the code [ErrTable].
func NewSet(t Table) (Set, error) {
	d := &setData{table: copyTable(t), reads: map[string]bool{keySet: true, keyCriteria: true, keyIndicators: true, keyArea: true}}
	if t.From.Confidence != rule.NotObtained {
		from := t.From.tree()
		d.from = &from
	}
	c := checker{d: d}
	c.check()
	if err := c.found.Err(); err != nil {
		return Set{}, err
	}
	d.edition = rule.EditionOf(t.ID, t.Version, d.table)
	d.sayParts()
	d.resolveGroups()
	return Set{d}, nil
}

// sayParts gives the parts and attributes of the rows their words.
func (d *setData) sayParts() {
	if len(d.table.Words) == 0 {
		return
	}
	for i := range d.table.Criteria {
		rows := d.table.Criteria[i].Indicators
		for j := range rows {
			rows[j].Require = requirementOf(rows[j].Require.node().WithWords(d.table.Words))
		}
	}
}

// MustSet is [NewSet] for tables in code; it panics on a fault.
func MustSet(t Table) Set {
	s, err := NewSet(t)
	if err != nil {
		panic(err)
	}
	return s
}

func copyTable(t Table) Table {
	t.Groups, t.ID = slices.Clone(t.Groups), rule.Normal(t.ID)
	if words := t.Words; words != nil {
		t.Words = make(map[string]rule.Text, len(words))
		for key, w := range words {
			t.Words[rule.Normal(key)] = w
		}
	}
	own := func(c *Citation) { c.Regions = slices.Clone(c.Regions) }
	own(&t.From)
	for i := range t.Groups {
		own(&t.Groups[i].From)
	}
	t.Criteria = slices.Clone(t.Criteria)
	for i := range t.Criteria {
		k := &t.Criteria[i]
		own(&k.NameFrom)
		k.Indicators = slices.Clone(k.Indicators)
		for j := range k.Indicators {
			own(&k.Indicators[j].NameFrom)
		}
	}
	return t
}

var zeroSet setData

func (s Set) data() *setData {
	if s.d == nil {
		return &zeroSet
	}
	return s.d
}

// notHeld is how many indicators of the text are not held.
func (d *setData) notHeld() int { return max(0, d.table.Indicators-d.held) }

// ID is the set's name: "1980/QĐ-TTg".
func (s Set) ID() string { return s.data().table.ID }

// IsZero reports whether it is the zero Set.
func (s Set) IsZero() bool { return s.d == nil }

// Standard is the level that the set describes.
func (s Set) Standard() Standard { return s.data().table.Standard }

// Source is the decision that lays the set down.
func (s Set) Source() rule.Source { return s.data().table.Source }

// Span is the days of assessment that the set serves.
func (s Set) Span() rule.Span { return s.data().table.Span }

// Years is the dossier years that the set serves.
func (s Set) Years() Years { return s.data().table.Years }

// CountIndicators is how many indicators the text has, those that are not held included.
func (s Set) CountIndicators() int { return s.data().held + s.data().notHeld() }

// Edition names the exact content: the same edition gives the same answer.
func (s Set) Edition() rule.Edition { return s.data().edition }

// Column is the region column that applies to a commune: its own, or the special one
// where the commune is special and the set has such a rule.
func (s Set) Column(p Profile) Region { return s.data().column(p) }

// Table is the content; the caller may change its lists.
func (s Set) Table() Table { return copyTable(s.data().table) }

// MarshalJSON writes the set as its [Table].
func (s Set) MarshalJSON() ([]byte, error) { return s.data().table.MarshalJSON() }

// UnmarshalJSON reads a [Table] and makes a set of it, as [NewSet] does.
func (s *Set) UnmarshalJSON(data []byte) error {
	var t Table
	if err := t.UnmarshalJSON(data); err != nil {
		return err
	}
	read, err := NewSet(t)
	if err != nil {
		return err
	}
	*s = read
	return nil
}
