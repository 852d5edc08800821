package criteriatest

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// prover holds a set against the evaluator and collects what goes wrong.
type prover struct {
	set    criteria.Set
	t      *table
	lib    library
	faults faults
	cases  int // the boundary cases that were tried
	tried  map[tried]bool
	edges  map[*cell]edge
	keep   map[situation]*criteria.Demands
	stored *prover // the same set as it comes back from its JSON
}

func newProver(set criteria.Set, lib library) (*prover, error) {
	t, err := tableOf(set)
	if err != nil {
		return nil, err
	}
	p := &prover{set: set, t: t, lib: lib, tried: map[tried]bool{}, edges: map[*cell]edge{}, keep: map[situation]*criteria.Demands{}}
	for _, c := range t.cells {
		p.edges[c] = edge{c.boundaries(), c.meets(), c.misses()}
	}
	return p, nil
}

// tried is a cell as it stands at a point: with its confidence there, and whether it
// applies at all.
type tried struct {
	cell       *cell
	confidence string
	applies    bool
}

// edge is the readings around a cell, made once.
type edge struct {
	around        []boundary
	meets, misses sample
}

// maxFaults is how many faults of one proof are said; the rest are counted.
const maxFaults = 20

// faults collects what goes wrong in one proof.
type faults struct {
	said []error
	more int
}

func (f *faults) addf(format string, args ...any) {
	if len(f.said) == maxFaults {
		f.more++
		return
	}
	f.said = append(f.said, fmt.Errorf(format, args...))
}

func (f *faults) err() error {
	if f.more > 0 {
		return errors.Join(append(f.said, fmt.Errorf("and %d more", f.more))...)
	}
	return errors.Join(f.said...)
}

func (p *prover) demandf(ok bool, format string, args ...any) {
	if !ok {
		p.faults.addf(format, args...)
	}
}

// floors are the degrees under which an assessment is viewed. None stands above the
// normal floor, [rule.Secondary], which is the first.
var floors = []rule.Confidence{rule.Secondary, rule.NotObtained, rule.Low, rule.LowMed, rule.Med, rule.MedHigh, rule.High}

// compare holds the library against the evaluator on one dossier under one floor.
func (p *prover) compare(g given, floor rule.Confidence) {
	f := g.facts()
	want, misused := evaluate(p.t, &f, floor.String())
	got, err := p.lib.Assess(p.demands(&f), p.set, g.dossier(), floor)
	if !errors.Is(kindOf(err), misused) {
		p.faults.addf("%s the error is %w, not %w", g.point, errOrNone(err), errOrNone(misused))
		return
	}
	if err != nil {
		return
	}
	for _, d := range differ(want, got) {
		p.faults.addf("%s (floor %s): %s", g.of(d.code), floor, d.says)
	}
}

// demands is the place where the demands are kept for the communes of one situation.
func (p *prover) demands(f *facts) *criteria.Demands {
	key := situation{profile: f.Profile, year: f.Year, day: f.AsOf}
	if p.keep[key] == nil {
		p.keep[key] = new(criteria.Demands)
	}
	return p.keep[key]
}

var errNone = errors.New("none")

func errOrNone(err error) error {
	if err == nil {
		return errNone
	}
	return err
}

// proveCells tries every boundary of every cell of the set, once, at the first point
// that has it: each cell of a row in turn, while the others are not known, met, or not
// met. At every point all rows are tried together, with nothing known, met, and not met.
func (p *prover) proveCells() {
	for _, at := range p.t.points() {
		p.proveFillings(at)
		p.proveCellsAt(at)
	}
}

// How the cells beside the one on trial are filled.
const (
	leaveOthers = iota
	meetOthers
	missOthers
	fillings
)

// trial is the cells of one row, or of the condition of one group.
type trial []*cell

func (p *prover) proveFillings(at point) {
	trials := p.trials(at)
	for filling := range fillings {
		g := newGiven(at)
		for _, t := range trials {
			for _, c := range t {
				if filling != leaveOthers {
					p.fill(g, c, filling == meetOthers)
				}
			}
		}
		for _, floor := range []rule.Confidence{rule.Secondary, rule.Low} {
			p.compare(g, floor)
		}
	}
}

func (p *prover) proveCellsAt(at point) {
	trials, most, widest := p.untried(at)
	round := 0
	for i := range most {
		for n := range widest {
			for filling := range fillings {
				g, cases := p.setUp(at, trials, i, n, filling)
				if cases == 0 {
					continue
				}
				p.cases += cases
				round++
				p.compare(g, floors[0])
				p.compare(g, floors[1+round%(len(floors)-1)])
			}
		}
	}
}

// fresh is a row with the cells of it that were not tried before.
type fresh struct {
	trial
	untried []bool
}

// untried is the trials at a point that have cells not tried before, and how many cells
// a row has and boundaries a cell.
func (p *prover) untried(at point) (trials []fresh, most, widest int) {
	s := p.at(at)
	for _, t := range p.trials(at) {
		f := fresh{t, make([]bool, len(t))}
		for i, c := range t {
			key := tried{c, c.confidence(s.column), slices.Contains(s.here[c.key], c)}
			if !p.tried[key] {
				p.tried[key], f.untried[i] = true, true
				most, widest = max(most, i+1), max(widest, len(p.edges[c].around))
			}
		}
		if slices.Contains(f.untried, true) {
			trials = append(trials, f)
		}
	}
	return trials, most, widest
}

// setUp gives the i-th cell of every row its n-th reading, where it was not tried
// before. A row of one cell has no others to fill.
func (p *prover) setUp(at point, trials []fresh, i, n, filling int) (given, int) {
	g := newGiven(at)
	var cells trial
	for _, t := range trials {
		if i >= len(t.trial) || !t.untried[i] || n >= len(p.edges[t.trial[i]].around) || filling != leaveOthers && len(t.trial) == 1 {
			continue
		}
		cells = append(cells, t.trial[i])
		for j, c := range t.trial {
			if j != i && filling != leaveOthers {
				p.fill(g, c, filling == meetOthers)
			}
		}
	}
	for _, c := range cells { // last, for two rows may read one attribute
		g.give(c, p.edges[c].around[n])
	}
	return g, len(cells)
}

// put gives a reading, or takes it away.
func (g given) put(key string, s sample) {
	if s.text == "" {
		delete(g.samples, key)
		return
	}
	g.samples[key] = s
}

// give gives the readings of a boundary.
func (g given) give(c *cell, b boundary) {
	g.put(c.key, b.own)
	if c.previous != "" {
		g.put(c.previous, *b.previous)
	}
}

var one = sampleOf("1")

// fill gives a cell a reading that meets it, or one that does not.
func (p *prover) fill(g given, c *cell, met bool) {
	s := p.edges[c].misses
	if met {
		s = p.edges[c].meets
	}
	g.put(c.key, s)
	if c.previous != "" {
		g.put(c.previous, one)
	}
}

// at is the set at a point, with nothing known of the commune.
func (p *prover) at(at point) *setting {
	f := newGiven(at).facts()
	return p.t.setting(&f, f.Profile.Group, at.group == 0)
}

// trials lists the rows and group conditions that have cells at a point.
func (p *prover) trials(at point) []trial {
	s := p.at(at)
	var all []trial
	for _, r := range s.rows {
		cells := s.within(r.demand)
		if len(cells) == 0 { // no cell anywhere: any reading will do
			cells = trial{r.any}
		}
		all = append(all, cells)
	}
	for _, g := range p.t.groups {
		if cells := s.within(g.when); at.group == 0 && len(cells) > 0 {
			all = append(all, cells)
		}
	}
	return all
}

// within lists the cells that are tried at a point: those that apply; where the
// attributes decide on the group, those of every group; and where no case applies,
// those of the first, which must then not be used.
func (s *setting) within(d *demand) trial {
	if d == nil {
		return nil
	}
	if d.cell != nil {
		return trial{d.cell}
	}
	parts := d.of
	names := slices.Sorted(maps.Keys(d.cases))
	switch then, _ := s.chosen(d); {
	case d.cases == nil:
	case then != nil:
		parts = []*demand{then}
	case d.op == "byGroup":
		for _, name := range names {
			parts = append(parts, d.cases[name])
		}
	case len(names) > 0:
		parts = []*demand{d.cases[names[0]]}
	}
	var all trial
	for _, part := range parts {
		all = append(all, s.within(part)...)
	}
	return all
}
