package rollup

import (
	"maps"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Count is a part of a whole: poor households of all households.
type Count struct {
	Part  rule.Number `json:"part"`
	Whole rule.Number `json:"whole"`
}

// given reports whether both are known and there is a whole: 0 of 0 is no rate.
func (c Count) given() bool { return c.Part.Known() && c.Whole.Known() && c.Whole.Sign() != 0 }

// known reports whether both are known and the part lies within the whole.
func (c Count) known() bool {
	return c.given() && c.Part.Sign() >= 0 && c.Part.Cmp(c.Whole) <= 0
}

// Commune is what is known of a commune on the day of a snapshot.
type Commune struct {
	Unit org.UnitCode `json:"unit" validate:"required,max=16"`
	// Under is the unit to which it is added up, where no gazetteer is to tell.
	Under org.UnitCode `json:"under,omitempty" validate:"max=16"`
	// Verdicts are by criterion; one that is missing is unknown.
	Verdicts map[string]criteria.Verdict `json:"verdicts,omitempty"`
	// Counts are by name: "poor", "near-poor".
	Counts map[string]Count `json:"counts,omitempty"`
}

// Snapshot is what is known of communes on a day, by one set of criteria.
type Snapshot struct {
	AsOf civil.Date `json:"asOf,omitzero" validate:"required"`
	Set  string     `json:"set,omitempty" validate:"max=100"`
	// Edition is that of the set by which the verdicts were given, where the host knows it.
	Edition  rule.Edition `json:"edition,omitzero"`
	Criteria []string     `json:"criteria,omitempty" validate:"max=1000,dive,required,max=20"`
	Communes []Commune    `json:"communes" validate:"max=100000,dive"`
}

const snapshotFormat = "giupxa.snapshot/1"

type plainSnapshot Snapshot

// UnmarshalJSON reads a snapshot and reports every fault of its form.
func (s *Snapshot) UnmarshalJSON(data []byte) error {
	return form.Decode(data, snapshotFormat, (*plainSnapshot)(s))
}

// MarshalJSON writes the snapshot with its format version.
func (s Snapshot) MarshalJSON() ([]byte, error) { return form.Encode(snapshotFormat, plainSnapshot(s)) }

// Tally is how the units of a group stand to a criterion.
type Tally struct {
	Criterion     string `json:"criterion"`
	Met           int    `json:"met"`
	NotMet        int    `json:"notMet"`
	NotApplicable int    `json:"notApplicable"`
	Unknown       int    `json:"unknown"`
}

// Total is a count added up over units: sum of the parts over sum of the wholes.
type Total struct {
	Name  string        `json:"name"`
	Part  rule.Fraction `json:"part"`
	Whole rule.Fraction `json:"whole"`
	// Rate is in percent; not known where nothing was counted.
	Rate    rule.Fraction `json:"rate"`
	Units   int           `json:"units"`   // that are in it
	Unknown int           `json:"unknown"` // that are not
}

// Group is the units of one unit, added up.
type Group struct {
	Unit   org.UnitCode `json:"unit,omitempty"` // empty: all, or those whose unit is not known
	Units  int          `json:"units"`
	Tally  []Tally      `json:"tally"`
	Totals []Total      `json:"totals"`
	// Least and Most bound the sum of criteria met, MeanLow and MeanHigh their mean.
	Least    int           `json:"least"`
	Most     int           `json:"most"`
	MeanLow  rule.Fraction `json:"meanLow"`
	MeanHigh rule.Fraction `json:"meanHigh"`
	// Bands are those asked for; Between counts the units that may lie in several.
	Bands   []Band `json:"bands" validate:"dive"`
	Between int    `json:"between"`
}

// Result is a snapshot added up.
type Result struct {
	AsOf   civil.Date    `json:"asOf,omitzero"`
	Set    string        `json:"set,omitempty"`
	Level  org.Level     `json:"level,omitzero"`         // of the groups
	Groups []Group       `json:"groups" validate:"dive"` // by code; first those whose unit is not known
	Whole  Group         `json:"whole"`
	Found  rule.Findings `json:"found"`

	kept  *rows  // what was added up
	bands []Band // that were asked for
}

// Up adds the communes up to the units of a level, on the day of the snapshot: by
// Commune.Under, else by the gazetteer. Bands count units by how many criteria they meet.
// A commune given twice counts once, the first time; a count whose part is greater than
// its whole counts nowhere. Both are findings.
func (s Snapshot) Up(g org.Gazetteer, level org.Level, bands ...Band) Result {
	names := s.names()
	asked := make([]Band, len(bands))
	for i, b := range bands {
		asked[i] = Band{From: b.From, To: b.To}
	}
	r := Result{AsOf: s.AsOf, Set: s.Set, Level: level, Groups: []Group{}, bands: asked, kept: s.rows(s.Criteria, names)}
	a := adder{checking: checking{found: rule.Findings{}}, rows: r.kept, bands: asked, groups: map[org.UnitCode]*sums{}, whole: newSums(r.kept, asked), seen: make(map[org.UnitCode]bool, len(s.Communes))}
	for i := range s.Communes {
		a.commune(i, g, level)
	}
	r.Whole, r.Found = a.whole.group(""), a.found
	for _, code := range slices.Sorted(maps.Keys(a.groups)) {
		r.Groups = append(r.Groups, a.groups[code].group(code))
	}
	return r
}

// names are those of all counts.
func (s *Snapshot) names() []string {
	all := map[string]bool{}
	for i := range s.Communes {
		for name := range s.Communes[i].Counts {
			all[name] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

type adder struct {
	checking
	rows   *rows
	bands  []Band
	groups map[org.UnitCode]*sums
	whole  *sums
	seen   map[org.UnitCode]bool
}

// sums are what a group is made of.
type sums struct {
	Group
	parts, wholes []rule.Sum
}

func newSums(k *rows, bands []Band) *sums {
	n := len(k.names)
	t := &sums{parts: make([]rule.Sum, n), wholes: make([]rule.Sum, n)}
	t.Tally, t.Totals, t.Bands = make([]Tally, len(k.head.Criteria)), make([]Total, n), make([]Band, len(bands))
	for i, c := range k.head.Criteria {
		t.Tally[i].Criterion = c
	}
	for i, name := range k.names {
		t.Totals[i].Name = name
	}
	copy(t.Bands, bands)
	return t
}

func (a *adder) commune(i int, g org.Gazetteer, level org.Level) {
	at := rule.Path("communes").Index(i)
	given := a.rows.units[i]
	unit, under := rule.Normal(given), &a.rows.under[i]
	if a.seen[unit] {
		a.report(rule.Broken, ErrUnitTwice, at.Key("unit"), rule.A("unit", rule.Shorten(string(given))))
		return
	}
	a.seen[unit] = true
	if *under == "" {
		for u := range g.Ancestors(unit, a.rows.head.AsOf) {
			if u.Kind.Level() == level {
				*under = u.Code
				break
			}
		}
	}
	t := a.groups[*under]
	if t == nil {
		t = newSums(a.rows, a.bands)
		a.groups[*under] = t
	}
	verdicts, counts := a.rows.of(i)
	for j, n := range counts {
		if name := a.rows.names[j]; n.given() && !n.known() {
			a.report(rule.Broken, ErrShare, at.Key("counts").Key(name), rule.A("name", rule.Shorten(name)), rule.A("part", n.Part), rule.A("whole", n.Whole))
		}
	}
	t.add(verdicts, counts)
	a.whole.add(verdicts, counts)
}

func (t *sums) add(marks []criteria.Verdict, counts []Count) {
	t.Units++
	least, most := 0, 0
	for i, v := range marks {
		tally := &t.Tally[i]
		switch v {
		case criteria.Met:
			tally.Met++
			least++
			most++
		case criteria.NotMet:
			tally.NotMet++
		case criteria.NotApplicable:
			tally.NotApplicable++
		case criteria.Unknown:
			tally.Unknown++
			most++
		}
	}
	t.Least += least
	t.Most += most
	inBand := func(b Band) bool { return b.From <= least && most <= b.To }
	if i := slices.IndexFunc(t.Bands, inBand); i >= 0 {
		t.Bands[i].Units++
	} else if len(t.Bands) > 0 {
		t.Between++
	}
	for i, n := range counts {
		total := &t.Totals[i]
		if !n.known() {
			total.Unknown++
			continue
		}
		total.Units++
		t.parts[i].Add(n.Part.Fraction())
		t.wholes[i].Add(n.Whole.Fraction())
	}
}

func (t *sums) group(code org.UnitCode) Group {
	g := t.Group
	g.Unit = code
	if g.Units > 0 {
		g.MeanLow, g.MeanHigh = rule.Ratio(int64(g.Least), int64(g.Units)), rule.Ratio(int64(g.Most), int64(g.Units))
	}
	for i := range g.Totals {
		total := &g.Totals[i]
		if total.Units == 0 {
			continue
		}
		total.Part, total.Whole = t.parts[i].Total(), t.wholes[i].Total()
		total.Rate = total.Part.Mul(rule.Ratio(100, 1)).Quo(total.Whole)
	}
	return g
}

// Shift is how the units stand to a criterion on two dates.
type Shift struct {
	Criterion string `json:"criterion"`
	Gained    int    `json:"gained"` // met now, not before
	Lost      int    `json:"lost"`   // met before, not now
	Kept      int    `json:"kept"`   // met on both dates
	Neither   int    `json:"neither"`
	Unknown   int    `json:"unknown"` // on one date at least
}

// Move is how a rate changed, over the units known on both dates.
type Move struct {
	Name   string        `json:"name"`
	Before rule.Fraction `json:"before"` // in percent
	After  rule.Fraction `json:"after"`
	// Points is After less Before, in percentage points.
	Points  rule.Fraction `json:"points"`
	Units   int           `json:"units"`
	Unknown int           `json:"unknown"`
}

// Change is what changed between two dates.
type Change struct {
	From   civil.Date    `json:"from,omitzero"`
	To     civil.Date    `json:"to,omitzero"`
	Shifts []Shift       `json:"shifts"`
	Moves  []Move        `json:"moves"`
	Found  rule.Findings `json:"found"`

	before, after *rows // what was compared
}

// Between compares two snapshots, over the communes that are in both: code by code, so that
// across a day on which codes were given anew the host maps them first. The error is misuse:
// snapshots by different sets, whose criteria do not mean the same, or in the wrong order.
func Between(before, after Snapshot) (Change, error) {
	if before.Set != after.Set {
		return Change{}, rule.NewMisuse(nil, rule.Text{Vi: "hai thời điểm theo hai bộ tiêu chí khác nhau: «{before}» và «{after}»", En: "the two dates are by different sets: {before} and {after}"},
			rule.A("before", rule.Shorten(before.Set)), rule.A("after", rule.Shorten(after.Set)))
	}
	if !before.AsOf.Before(after.AsOf) {
		return Change{}, rule.NewMisuse(nil, rule.Text{Vi: "thời điểm trước phải trước thời điểm sau", En: "the first date must be before the second"})
	}
	names := after.names()
	c := Change{From: before.AsOf, To: after.AsOf, Shifts: []Shift{}, Moves: []Move{}, Found: rule.Findings{}, before: before.rows(after.Criteria, names), after: after.rows(after.Criteria, names)}
	index := make(map[org.UnitCode]int, len(before.Communes))
	for i, unit := range c.before.units {
		if unit = rule.Normal(unit); index[unit] == 0 {
			index[unit] = i + 1
		}
	}
	for _, criterion := range after.Criteria {
		c.Shifts = append(c.Shifts, Shift{Criterion: criterion})
	}
	moves := make([]moving, len(names))
	for i, n := range names {
		moves[i].Name = n
	}
	seen := make(map[org.UnitCode]bool, len(after.Communes))
	both := 0
	for i, unit := range c.after.units {
		unit = rule.Normal(unit)
		then := index[unit] - 1
		if seen[unit] || then < 0 {
			seen[unit] = true
			continue
		}
		seen[unit] = true
		both++
		was, counted := c.before.of(then)
		is, counts := c.after.of(i)
		for j := range c.Shifts {
			c.Shifts[j].add(was[j], is[j])
		}
		for j := range moves {
			moves[j].add(counted[j], counts[j])
		}
	}
	for j := range moves {
		c.Moves = append(c.Moves, moves[j].move())
	}
	if only := len(index) + len(seen) - 2*both; only > 0 {
		c.Found = rule.Findings{table.Undecided(ErrOtherUnits, "communes", rule.A("number", only))}
	}
	return c, nil
}

func (s *Shift) add(then, now criteria.Verdict) {
	switch {
	case then == criteria.Unknown || now == criteria.Unknown:
		s.Unknown++
	case then == criteria.Met && now == criteria.Met:
		s.Kept++
	case now == criteria.Met:
		s.Gained++
	case then == criteria.Met:
		s.Lost++
	default:
		s.Neither++
	}
}

// moving is a move that is added up: the parts and wholes before and after.
type moving struct {
	Move
	sums [4]rule.Sum
}

func (m *moving) add(a, b Count) {
	if !a.known() || !b.known() {
		m.Unknown++
		return
	}
	m.Units++
	for k, x := range [...]rule.Number{a.Part, a.Whole, b.Part, b.Whole} {
		m.sums[k].Add(x.Fraction())
	}
}

func (m *moving) move() Move {
	if m.Units > 0 {
		hundred := rule.Ratio(100, 1)
		m.Before = m.sums[0].Total().Mul(hundred).Quo(m.sums[1].Total())
		m.After = m.sums[2].Total().Mul(hundred).Quo(m.sums[3].Total())
		m.Points = m.After.Sub(m.Before)
	}
	return m.Move
}
