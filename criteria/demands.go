package criteria

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Demands is what a commune must reach: a set with the choice by region column,
// group, zone, year and day made. It is an answer of its own, to be listed, and the
// form in which many communes are assessed: keep it and use it again. It is immutable
// and safe for concurrent use.
type Demands struct{ c *resolved }

// Demands makes the choices of the set for a dossier: by its profile, year and day,
// and, where the set knows groups and the profile names none, by its attributes. Other
// readings do not matter. The error is that of [Set.Assess].
func (s Set) Demands(d Dossier) (Demands, error) {
	if err := s.misuse(&d); err != nil {
		return Demands{}, err
	}
	p := d.Profile
	p.Group = s.d.groupOf(&d, 0)
	return Demands{s.d.resolve(p, d.Year, d.AsOf)}, nil
}

// misuse says why the question cannot be asked of the set; nil where it can.
func (s Set) misuse(d *Dossier) error {
	t := &s.data().table
	switch {
	case s.IsZero():
		return ErrNoSet
	case d.Set != "" && d.Set != t.ID:
		return fmt.Errorf("%w: the dossier names %s, not %s", ErrNoSet, rule.Shorten(d.Set), t.ID)
	case d.Standard != 0 && d.Standard != t.Standard:
		return fmt.Errorf("%w: the dossier asks about the standard %s, %s is of %s", ErrNoSet, d.Standard, t.ID, t.Standard)
	case d.Override != "" && (d.AsOf.IsZero() || d.AsOf.IsValid()):
		return nil
	case d.AsOf.IsZero() && !t.Span.Contains(d.AsOf):
		return fmt.Errorf("%w: the dossier names no day of assessment (asOf); %s serves %s", ErrNotInForce, t.ID, t.Span.In(rule.En))
	case !d.AsOf.IsValid() || !t.Span.Contains(d.AsOf):
		return fmt.Errorf("%w: %s serves %s, not %s", ErrNotInForce, t.ID, t.Span.In(rule.En), d.AsOf)
	case d.Year != 0 && !t.Years.Contains(d.Year):
		return fmt.Errorf("%w: %s serves %d to %d, not %d", ErrYear, t.ID, t.Years.From, t.Years.To, d.Year)
	}
	return nil
}

// resolveGroups makes the rules of the groups ready to be judged.
func (d *setData) resolveGroups() {
	if len(d.table.Groups) == 0 {
		return
	}
	d.groups = newResolved(d)
	for _, g := range d.table.Groups {
		if g.When.IsZero() {
			d.restGroup = g.Group
			continue
		}
		d.groupRoots = append(d.groupRoots, d.groups.add(g.When.node(), around{}))
		d.groupIDs = append(d.groupIDs, g.Group)
	}
	d.groups.seal()
}

// groupOf is the group that a dossier states, or that the rules of the set give the
// commune from readings of at least a stage; 0 where they leave it open: an attribute
// is not known, or several groups claim the commune.
func (d *setData) groupOf(of *Dossier, stage Stage) Group {
	if of.Profile.Group != 0 || d.groups == nil {
		return of.Profile.Group
	}
	vals, readings, _ := d.groups.bind(of.Readings, of.Profile.Area)
	if at := d.groups.areaSlot; at >= 0 && of.Profile.Area != 0 && vals[at].stage < stage {
		vals[at] = areaOf(of.Profile.Area)
	}
	v := view{c: d.groups, vals: vals, readings: readings, stage: stage}
	claimed, claims := d.restGroup, 0
	for i, root := range d.groupRoots {
		switch v.judge(root).verdict {
		case Met:
			claimed, claims = d.groupIDs[i], claims+1
		case Unknown:
			return 0
		}
	}
	if claims > 1 {
		return 0
	}
	return claimed
}

// place is where a commune stands in the tables of the set; a zone that the set does not
// have counts as no zone.
func (d *setData) place(p Profile, g Group, year int) algebra.Place {
	at := algebra.Place{Region: d.column(p).String(), Group: g.String(), Year: year}
	if slices.Contains(d.zones, p.Zone) {
		at.Zone = p.Zone
	}
	return at
}

// placeOf is where the commune of a dossier stands.
func (d *setData) placeOf(of *Dossier) algebra.Place {
	return d.place(of.Profile, d.groupOf(of, 0), of.Year)
}

// Bound is the readings of one commune brought to its demands, scaled once. It holds a copy of what it was given and is immutable.
type Bound struct{ b bound }

type bound struct {
	view
	dossier  Dossier            // its readings are in the slots, and in rest
	rest     map[string]Reading // without a slot
	area     val                // what stands at the area in the first view
	findings rule.Findings
}

// empty stands for a map of readings that are in the slots.
var empty = map[string]Reading{}

// Bind brings the readings of a dossier to their slots. Readings that cannot be used
// are told by [Assessment.Findings]. The error is that of [Set.Assess], or
// [ErrOtherDemands] where the dossier has another column, group, zone or year, or a
// day on which other rows hold.
func (d Demands) Bind(of Dossier) (Bound, error) {
	c := d.c
	if c == nil {
		return Bound{}, ErrNoSet
	}
	if err := (Set{c.set}).misuse(&of); err != nil {
		return Bound{}, err
	}
	if at := c.set.placeOf(&of); at != c.at {
		return Bound{}, fmt.Errorf("%w: %s: %s, not %s", ErrOtherDemands, rule.Shorten(of.Unit), at, c.at)
	}
	if of.AsOf.IsZero() != c.day.IsZero() || !c.rowsHold.Contains(c.set.nearest(of.AsOf)) {
		return Bound{}, fmt.Errorf("%w: %s: other rows hold on %s", ErrOtherDemands, rule.Shorten(of.Unit), of.AsOf)
	}
	return Bound{c.bound(&of)}, nil
}

// Accept is the same readings, to be judged also by numbers known at least so well, as
// [Assessment.Accept] does.
func (b Bound) Accept(floor rule.Confidence) Bound {
	b.b.floor = min(floor, rule.Secondary)
	return b
}

func (c *resolved) bound(of *Dossier) bound {
	b := bound{dossier: *of}
	b.c, b.floor = c, rule.Secondary
	var sound bool
	if b.vals, b.readings, sound = c.bind(of.Readings, of.Profile.Area); !sound {
		b.findings, b.rest = c.refusals(of.Readings), c.unread(of.Readings)
	}
	if of.Readings != nil {
		b.dossier.Readings = empty
	}
	if c.areaSlot >= 0 {
		b.area = b.vals[c.areaSlot]
	}
	if g := c.set.groups; g != nil && of.Profile.Group == 0 {
		b.findings = append(b.findings, g.refusalsBut(c, of.Readings)...)
		slices.SortStableFunc(b.findings, func(x, y rule.Finding) int { return strings.Compare(string(x.Path), string(y.Path)) })
	}
	return b
}

// Assessor gives a function that assesses into an assessment, which it uses again as
// [Bound.AssessInto] does, and that keeps the demands which it has made: for many communes of
// several columns, groups, zones and years, one after another. Its error is that of
// [Set.Assess]. The function is for one goroutine.
func (s Set) Assessor() func(Dossier, *Assessment) error {
	var made map[algebra.Place][]Demands // one for each wording of the rows
	kept := 0
	bind := func(d Dossier) (Bound, error) {
		if err := s.misuse(&d); err != nil {
			return Bound{}, err
		}
		at := s.d.placeOf(&d)
		for _, have := range made[at] {
			if bound, err := have.Bind(d); !errors.Is(err, ErrOtherDemands) {
				return bound, err
			}
		}
		fresh, err := s.Demands(d)
		if err != nil {
			return Bound{}, err
		}
		if kept++; made == nil || kept > mostDemands {
			made, kept = map[algebra.Place][]Demands{}, 1
		}
		made[at] = append(made[at], fresh)
		return fresh.Bind(d)
	}
	return func(d Dossier, into *Assessment) error {
		bound, err := bind(d)
		if err == nil {
			bound.AssessInto(into)
		}
		return err
	}
}

// mostDemands bounds what an assessor keeps: a cohort that goes by more places than any real
// one takes no more room.
const mostDemands = 256

// Cells lists the demands in the order of the set, one for each indicator.
func (d Demands) Cells() iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		if d.c == nil {
			return
		}
		for i := range d.c.rows {
			if !yield(d.c.cell(i)) {
				return
			}
		}
	}
}

// cell is what one row demands here; its source and confidence are those of its least
// confirmed number.
func (c *resolved) cell(i int) Cell {
	row := &c.rows[i]
	out := Cell{Code: row.Code, Name: row.Name, Unit: row.Unit, Region: c.column, Demand: requirementOf(row.demand)}
	first := true
	c.leaves(row.root, func(at uint16) {
		l := &c.steps[at]
		if isAttribute(c.key(l)) || !first && l.conf >= out.Confidence {
			return
		}
		first = false
		out.Source, out.Confidence, out.Reason = rule.Source{}, l.conf, l.reason
		if cite := c.abouts[l.about].cite; cite != nil && l.op != algebra.Unstated {
			out.Source = cite.Source
		}
	})
	return out
}

// key is the key that a leaf reads, "" of an open cell.
func (c *resolved) key(l *step) string {
	if l.op == algebra.Unstated {
		return ""
	}
	return c.keys[l.slot]
}

// leaves visits the cells below a place that read something, or that are open.
func (c *resolved) leaves(at uint16, visit func(uint16)) {
	l := &c.steps[at]
	if l.first == l.last {
		visit(at)
		return
	}
	for _, k := range c.kids[l.first:l.last] {
		c.leaves(k, visit)
	}
}

// Profile is that of the commune, with the group that was used.
func (d Demands) Profile() Profile {
	if d.c == nil {
		return Profile{}
	}
	return d.c.profile
}

// Column is the region column that applies: the commune's own, or the special one.
func (d Demands) Column() Region {
	if d.c == nil {
		return 0
	}
	return d.c.column
}

// Edition names the exact content of the set.
func (d Demands) Edition() rule.Edition {
	if d.c == nil {
		return rule.Edition{}
	}
	return d.c.set.edition
}

const demandsFormat = "giupxa.demands/1"

// MarshalJSON writes what must be reached, and of whom.
func (d Demands) MarshalJSON() ([]byte, error) {
	if d.c == nil {
		return json.Marshal(nil)
	}
	out := struct {
		Edition rule.Edition `json:"edition"`
		Profile Profile      `json:"profile"`
		Column  Region       `json:"column"`
		Year    int          `json:"year,omitempty"`
		AsOf    civil.Date   `json:"asOf,omitzero"`
		Cells   []Cell       `json:"demands"`
	}{Edition: d.Edition(), Profile: d.Profile(), Column: d.Column(), Year: d.c.at.Year, AsOf: d.c.day}
	for cell := range d.Cells() {
		out.Cells = append(out.Cells, cell)
	}
	return form.Encode(demandsFormat, out)
}
