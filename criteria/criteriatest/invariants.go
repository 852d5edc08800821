package criteriatest

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// What holds of any set and any commune, whatever the evaluator thinks. The communes
// are random; those without statements show what readings alone do.

// maxPoints is at how many points of a set the invariants are tried; of more, every
// n-th is taken.
const maxPoints = 32

func (p *prover) somePoints() []point {
	all := p.t.points()
	step := (len(all) + maxPoints - 1) / maxPoints
	var some []point
	for i := 0; i < len(all); i += step {
		some = append(some, all[i])
	}
	return some
}

// proveInvariants tries each invariant on random communes.
func (p *prover) proveInvariants(seed uint64, communes int) {
	d := dice(seed)
	if back, err := p.lib.Again(p.set); err == nil {
		p.stored = &prover{set: back, lib: p.lib, keep: map[situation]*criteria.Demands{}}
		defer func() { p.demandf(p.stored.faults.err() == nil, "the stored set: %v", p.stored.faults.err()) }()
	}
	for _, at := range p.somePoints() {
		p.emptyIsUnknown(at)
		p.betterNeverLoses(at)
		trials := p.trials(at)
		for range communes {
			g := p.randomly(&d, at, trials)
			p.sameBytes(g)
			p.inputStays(g)
			p.sameNumber(g)
			p.orderIsNothing(g)
			p.acceptNeverFlips(g)
			p.stageIsAFilter(&d, g)
			p.lessIsUnknown(&d, g)
			p.lessIsUnknown(&d, g.unstated())
		}
	}
}

// ask gives the answer on a commune. A library that does not answer is a fault.
func (p *prover) ask(g given, floor rule.Confidence) (answer, bool) {
	return p.askOf(g, g.dossier(), floor)
}

func (p *prover) askOf(g given, d criteria.Dossier, floor rule.Confidence) (answer, bool) {
	f := g.facts()
	a, err := p.lib.Assess(p.demands(&f), p.set, d, floor)
	if err != nil {
		p.faults.addf("%s %w", g.of(""), err)
	}
	return a, err == nil
}

// unstated is the commune without what is stated and counted.
func (g given) unstated() given {
	out := newGiven(g.point)
	for key, s := range g.samples {
		if s.library.Said != criteria.Unknown {
			s = sampleOf(strings.TrimSpace(s.short()))
		}
		if s.record.value.kind != count {
			out.put(key, s)
		}
	}
	return out
}

// short is the short form of the value alone.
func (s sample) short() string {
	text, _, _ := strings.Cut(s.text, " said ")
	text, _, _ = strings.Cut(text, " on ")
	text, _, _ = strings.Cut(text, " dated ")
	return text
}

// emptyIsUnknown: of a commune of which nothing is known every line is Unknown, and
// nothing is stated.
func (p *prover) emptyIsUnknown(at point) {
	for _, floor := range floors {
		a, ok := p.ask(newGiven(at), floor)
		if !ok {
			return
		}
		for _, l := range a.Lines {
			p.demandf(l.Verdict == criteria.Unknown && !l.Stated, "%s nothing is known, and line %s is %s", at, l.Code, l.Verdict)
		}
		p.demandf(a.Verdict == criteria.Unknown && !a.Stated, "%s nothing is known, and the whole is %s", at, a.Verdict)
	}
}

// betterNeverLoses: raising a reading of which at least something is demanded never
// loses Met, nor does lowering one of which at most something is. A reading that several
// cells read, or that divides a row as an attribute, can do either.
func (p *prover) betterNeverLoses(at point) {
	trials := p.trials(at)
	ladders, most, longest := p.ladders(at, trials)
	for i := range most {
		met := map[string]concerning{} // that with which a line was met
		for n := range longest {
			g := p.rung(at, trials, ladders, i, n)
			a, ok := p.ask(g, rule.Low)
			if !ok {
				return
			}
			for _, l := range a.Lines {
				before, was := met[l.Code]
				p.demandf(!was || l.Verdict == criteria.Met, "%s: line %s is %s, and with less (%s) it was met", g.of(l.Code), l.Code, l.Verdict, before)
				if l.Verdict == criteria.Met {
					met[l.Code] = g.of(l.Code)
				}
			}
		}
	}
}

// ladders are the numbers to climb for the cells that have one direction, how many cells
// a row has, and how long the longest ladder is.
func (p *prover) ladders(at point, trials []trial) (ladders map[*cell][]sample, most, longest int) {
	s := p.at(at)
	ladders = map[*cell][]sample{}
	for _, t := range trials {
		for i, c := range t {
			alone := len(s.here[c.key]) == 1 && s.here[c.key][0] == c
			if (c.op == "atLeast" || c.op == "above" || c.op == "atMost" || c.op == "below") && !c.attribute && alone {
				ladders[c] = p.ladder(c)
				most, longest = max(most, i+1), max(longest, len(ladders[c]))
			}
		}
	}
	return ladders, most, longest
}

// rung is a commune that meets everything, but that the i-th cell of each row stands on
// the n-th rung of its ladder.
func (p *prover) rung(at point, trials []trial, ladders map[*cell][]sample, i, n int) given {
	g := newGiven(at)
	for _, t := range trials {
		for _, c := range t {
			p.fill(g, c, true)
		}
	}
	for _, t := range trials {
		if i < len(t) && len(ladders[t[i]]) > 0 {
			l := ladders[t[i]]
			g.put(t[i].key, l[min(n, len(l)-1)])
		}
	}
	return g
}

// ladder is the plain numbers around a cell, from the worst to the best.
func (p *prover) ladder(c *cell) []sample {
	var rungs []sample
	for _, b := range p.edges[c].around {
		v := b.own.record.value
		if v.kind == number && (!c.percent || v.percentage()) && b.own.record.poverty == "" {
			rungs = append(rungs, b.own)
		}
	}
	slices.SortStableFunc(rungs, func(a, b sample) int {
		if c.op == "atMost" || c.op == "below" {
			a, b = b, a
		}
		return a.record.value.n.Cmp(b.record.value.n)
	})
	return rungs
}

// sameBytes: the same dossier gives the same bytes, also under the set as it comes
// back from its JSON.
func (p *prover) sameBytes(g given) {
	first, ok := p.ask(g, rule.Low)
	second, ok2 := p.ask(g, rule.Low)
	if ok && ok2 {
		p.demandf(first.text() == second.text(), "%s two answers differ", g.of(""))
	}
	if p.stored != nil {
		third, ok := p.stored.ask(g, rule.Low)
		p.demandf(!ok || first.text() == third.text(), "%s the stored set answers otherwise", g.of(""))
	}
}

// inputStays: assessing does not change the dossier.
func (p *prover) inputStays(g given) {
	d := g.dossier()
	before, _ := json.Marshal(d)
	if _, ok := p.askOf(g, d, rule.Secondary); ok {
		after, _ := json.Marshal(d)
		p.demandf(bytes.Equal(before, after), "%s the dossier was changed to %s", g.of(""), after)
	}
}

// sameNumber: 80 and 80.00 are the same number.
func (p *prover) sameNumber(g given) {
	padded := newGiven(g.point)
	for key, s := range g.samples {
		if more := sampleOf(zeros(s.text)); s.record.value.kind != share && more.text != "" {
			s = more
		}
		padded.put(key, s)
	}
	p.same(g, padded, "with more zeros")
}

// zeros adds some to the end of a number.
func zeros(text string) string {
	if strings.Contains(text, ".") {
		return text + "000"
	}
	return text + ".00"
}

// same demands that two communes get the same answer, line by line.
func (p *prover) same(g, o given, how string) {
	a, ok := p.ask(g, rule.Low)
	b, ok2 := p.ask(o, rule.Low)
	if ok && ok2 {
		p.sameAnswer(g, a, b, how)
	}
}

func (p *prover) sameAnswer(g given, a, b answer, how string) {
	p.demandf(a.Verdict == b.Verdict, "%s %s the whole is %s, not %s", g.of(""), how, b.Verdict, a.Verdict)
	for i := range min(len(a.Lines), len(b.Lines)) {
		x, y := a.Lines[i], b.Lines[i]
		p.demandf(x.Verdict == y.Verdict && x.Stated == y.Stated, "%s %s line %s is %s, not %s", g.of(x.Code), how, x.Code, y.Verdict, x.Verdict)
		p.demandf(x.GapKnown == y.GapKnown && x.Gap.Equal(y.Gap), "%s %s the gap of line %s is %s, not %s", g.of(x.Code), how, x.Code, y.Gap, x.Gap)
	}
	for i := range min(len(a.Headings), len(b.Headings)) {
		x, y := a.Headings[i], b.Headings[i]
		p.demandf(x.Verdict == y.Verdict, "%s %s criterion %d is %s, not %s", g.of(""), how, x.No, y.Verdict, x.Verdict)
	}
}

// orderIsNothing: the order in which a dossier lists its readings is nothing.
func (p *prover) orderIsNothing(g given) {
	forward := slices.Sorted(maps.Keys(g.samples))
	backward := slices.Clone(forward)
	slices.Reverse(backward)
	var answers []answer
	for _, order := range [][]string{forward, backward} {
		d, err := p.lib.Decode(g.written(order))
		if err != nil {
			p.faults.addf("%s the dossier does not read its own JSON: %w", g.of(""), err)
			return
		}
		if a, ok := p.askOf(g, d, rule.Low); ok {
			answers = append(answers, a)
		}
	}
	if len(answers) == 2 {
		p.demandf(answers[0].text() == answers[1].text(), "%s in another order the answer is another", g.of(""))
	}
}

// written is the JSON of the dossier with its readings in an order.
func (g given) written(order []string) []byte {
	d := g.dossier()
	readings := d.Readings
	d.Readings = nil
	head, _ := json.Marshal(d)
	var b bytes.Buffer
	b.Write(bytes.Replace(head, []byte(`"readings":null}`), []byte(`"readings":{`), 1))
	for i, key := range order {
		if i > 0 {
			b.WriteByte(',')
		}
		name, _ := json.Marshal(key)
		value, _ := json.Marshal(readings[key])
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteString("}}")
	return b.Bytes()
}

// acceptNeverFlips: a view that uses less certain numbers decides more, and never
// otherwise. It can contradict what is only stated.
func (p *prover) acceptNeverFlips(g given) {
	strict, ok := p.ask(g, rule.Secondary)
	if !ok {
		return
	}
	for _, floor := range slices.Backward(floors[1:]) {
		wider, ok := p.ask(g, floor)
		if !ok {
			return
		}
		for i := range min(len(strict.Lines), len(wider.Lines)) {
			x, y := strict.Lines[i], wider.Lines[i]
			p.demandf(x.Verdict == criteria.Unknown || x.Stated || x.Verdict == y.Verdict && !y.Stated,
				"%s line %s is %s, and %s from %s on", g.of(x.Code), x.Code, x.Verdict, y.Verdict, floor)
		}
		p.demandf(strict.Verdict == criteria.Unknown || strict.Stated || strict.Verdict == wider.Verdict,
			"%s the whole is %s, and %s from %s on", g.of(""), strict.Verdict, wider.Verdict, floor)
		strict = wider
	}
}

// stageIsAFilter: the view of a stage is the answer without the readings of a lower
// one. The attributes keep their stage: the profile speaks for some of them.
func (p *prover) stageIsAFilter(d *dice, g given) {
	const demanded = criteria.Verified
	staged, kept := newGiven(g.point), newGiven(g.point)
	for _, key := range slices.Sorted(maps.Keys(g.samples)) {
		s := g.samples[key]
		s.library.Stage = criteria.Stage(d.roll(4)) //nolint:gosec // below 4
		if key[0] == '@' {
			s.library.Stage = criteria.Appraised
		}
		staged.samples[key] = s
		if s.library.Stage >= demanded {
			kept.samples[key] = s
		}
	}
	a, err := p.lib.AtStage(p.set, staged.dossier(), demanded)
	if err != nil {
		p.faults.addf("%s %w", g.of(""), err)
		return
	}
	if b, ok := p.ask(kept, rule.Secondary); ok {
		p.sameAnswer(kept, b, a, "at a stage")
	}
}

// lessIsUnknown: without one of its readings a commune is judged as before or not at
// all. Where something is stated, a verdict that was checked can give way to what is
// stated in its place: of lines therefore it holds up to the line's own statement, of
// the whole only where nothing is stated. Two things are not taken away, for something
// else would speak in their place: an attribute that the profile gives too, and the "not
// applicable" of a row, under which its parts are not asked.
func (p *prover) lessIsUnknown(d *dice, g given) {
	keys := slices.DeleteFunc(slices.Sorted(maps.Keys(g.samples)), func(key string) bool {
		return key == "@area" && g.point.area != 0 || g.samples[key].record.value.kind == notApplied && rowOf(key) == key
	})
	before, ok := p.ask(g, rule.Low)
	if !ok || len(keys) == 0 {
		return
	}
	key := keys[d.roll(len(keys))]
	less := newGiven(g.point)
	stated := false
	for k, s := range g.samples {
		stated = stated || s.library.Said != criteria.Unknown || s.record.value.kind == count
		if k != key {
			less.samples[k] = s
		}
	}
	after, ok := p.ask(less, rule.Low)
	if !ok {
		return
	}
	for i := range min(len(before.Lines), len(after.Lines)) {
		x, y := before.Lines[i], after.Lines[i]
		said := y.Stated && y.Verdict == less.samples[x.Code].library.Said
		p.demandf(x.Verdict == y.Verdict || y.Verdict == criteria.Unknown || said, "%s without %s line %s turns from %s to %s", g.of(x.Code), key, x.Code, x.Verdict, y.Verdict)
	}
	p.demandf(stated || before.Verdict == after.Verdict || after.Verdict == criteria.Unknown, "%s without %s the whole turns from %s to %s", g.of(""), key, before.Verdict, after.Verdict)
}
