package criteriatest

import (
	"maps"
	"slices"
)

// dice gives the same numbers for the same seed (splitmix64): a fault that random
// communes show is shown again by the next run.
type dice uint64

func (d *dice) roll(n int) int {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n)) //nolint:gosec // below n
}

// proveRandom compares random communes: at random points, with readings near the
// thresholds, some missing and some that do not fit, and with stated verdicts and
// counts at every level of the set.
func (p *prover) proveRandom(seed uint64, communes int) {
	d := dice(seed)
	points := p.t.points()
	const atEach = 50 // communes at one point
	for n := 0; n < communes; n += atEach {
		at := points[d.roll(len(points))]
		trials := p.trials(at)
		for range min(atEach, communes-n) {
			g := p.randomly(&d, at, trials)
			if d.roll(4) == 0 && !at.day.IsZero() {
				g.dateSome(&d)
			}
			p.compare(g, floors[d.roll(len(floors))])
		}
	}
}

// randomly draws one commune. Most readings meet their cell, or no line above would
// ever be decided; how many are missing, and how much is stated, differs.
func (p *prover) randomly(d *dice, at point, trials []trial) given {
	g := newGiven(at)
	missing, edge := d.roll(40), d.roll(60) // in a hundred
	for _, t := range trials {
		for _, c := range t {
			switch r := d.roll(100); {
			case r < missing:
			case r < missing+edge:
				b := p.edges[c].around
				g.give(c, b[d.roll(len(b))])
			default:
				p.fill(g, c, d.roll(30) > 0)
			}
		}
	}
	if d.roll(2) == 0 {
		p.stateRows(d, g, trials)
	}
	if d.roll(4) == 0 {
		p.stateAbove(d, g)
	}
	return g
}

// dateSome gives readings a day: the day of assessment, or one beside it.
func (g given) dateSome(d *dice) {
	often := 1 + d.roll(20)
	for _, key := range slices.Sorted(maps.Keys(g.samples)) {
		if d.roll(often) == 0 {
			g.samples[key] = g.samples[key].dated(g.point.day.AddDays(d.roll(3) - 1))
		}
	}
}

// stateRows states verdicts of rows, with or without a value beside them.
func (p *prover) stateRows(d *dice, g given, trials []trial) {
	often := 1 + d.roll(10)
	for _, t := range trials {
		code := rowOf(t[0].key)
		if code == "" || d.roll(often) > 0 {
			continue
		}
		g.samples[code] = g.samples[code].said(verdicts[1+d.roll(3)])
	}
}

// stateAbove states verdicts and counts of criteria and of the whole.
func (p *prover) stateAbove(d *dice, g given) {
	often := 1 + d.roll(4)
	state := func(key string, countable int) {
		if d.roll(often) > 0 {
			return
		}
		var s sample
		if countable > 0 && d.roll(2) == 0 {
			of := countable + d.roll(20)/19
			s = sampleOf(itoa(max(0, of-d.roll(2)*d.roll(3))) + " of " + itoa(of))
			if key[0] == 'c' && d.roll(4) == 0 {
				s = s.said(verdicts[1+d.roll(2)])
			}
		} else {
			s = sample{}.said(verdicts[1+d.roll(6)/5+d.roll(6)/5])
		}
		g.samples[key] = s
	}
	rows := 0
	for _, k := range p.t.criteria {
		here := 0
		last := ""
		for _, r := range k.rows {
			if r.code != last {
				here++
			}
			last = r.code
		}
		rows += here
		state(k.id, here)
	}
	if d.roll(2) == 0 {
		state("set", 0)
		state("set/criteria", len(p.t.criteria))
		state("set/indicators", rows+p.t.missing())
	}
}

// rowOf is the code of the row to which a key belongs; "" where it is an attribute.
func rowOf(key string) string {
	for i, c := range key {
		if c == '@' {
			return ""
		}
		if c == '/' {
			return key[:i]
		}
	}
	return key
}
