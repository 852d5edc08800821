package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/giupxa/giupxa/criteria"
)

// difference is how many verdicts of an engine are not those of the library.
type difference struct {
	verdicts       int // all that were compared
	passed, failed int // called met and is not; called not met and is
	other          int // no verdict, or another difference
}

func (d difference) any() bool { return d.passed+d.failed+d.other > 0 }

func (d difference) String() string {
	if !d.any() {
		return fmt.Sprintf("0 of %d", d.verdicts)
	}
	text := fmt.Sprintf("%d of %d: %d met that are not, %d not met that are", d.passed+d.failed+d.other, d.verdicts, d.passed, d.failed)
	if d.other > 0 {
		text += fmt.Sprintf(", %d without a verdict", d.other)
	}
	return text
}

// compare holds the verdicts of every engine against those of the first, commune by
// commune, on prepared communes.
func compare(b *rulebook, all []engine, communes int, into []difference) error {
	want, got := make([]criteria.Verdict, len(b.indicators)), make([]criteria.Verdict, len(b.indicators))
	for at := range communes {
		for i, e := range all {
			if err := judge(e, at, got); err != nil {
				return fmt.Errorf("%s, commune %d: %w", e.name(), at, err)
			}
			if i == 0 {
				copy(want, got)
			}
			into[i].add(want, got)
		}
	}
	return nil
}

func judge(e engine, at int, into []criteria.Verdict) error {
	if err := e.evaluate(at); err != nil {
		return err
	}
	return e.verdicts(into)
}

func (d *difference) add(want, got []criteria.Verdict) {
	for i, w := range want {
		d.verdicts++
		switch g := got[i]; {
		case g == w:
		case g == criteria.Met && w == criteria.NotMet:
			d.passed++
		case g == criteria.NotMet && w == criteria.Met:
			d.failed++
		default:
			d.other++
		}
	}
}

// batch is how many communes are prepared at a time.
const batch = 1000

// differences prepares communes batch by batch and compares.
func differences(b *rulebook, all []engine, communes []commune) ([]difference, error) {
	found := make([]difference, len(all))
	for len(communes) > 0 {
		n := min(batch, len(communes))
		for _, e := range all {
			if err := e.prepare(communes[:n]); err != nil {
				return nil, err
			}
		}
		if err := compare(b, all, n, found); err != nil {
			return nil, err
		}
		communes = communes[n:]
	}
	return found, nil
}

// fine makes every number one that differs from a goal by 10⁻¹⁷, or is the goal.
func (b *rulebook) fine(communes []commune) []commune {
	r := rand.New(rand.NewPCG(318, 17)) //nolint:gosec // a fixed sequence is what is wanted
	return b.redraw(communes, func(s slot, v value) value {
		goal := s.goals[r.IntN(len(s.goals))]
		h := hundredths(goal)
		switch r.IntN(3) {
		case 0:
			v.text = goal
		case 1:
			if !s.percent || h < 100_00 {
				v.text = number(h) + "000000000000001"
			}
		default:
			if h > 0 {
				v.text = number(h-1) + "999999999999999"
			}
		}
		return v
	})
}

// counted makes every percentage a share of counts: the least part that reaches a
// goal, or one less.
func (b *rulebook) counted(communes []commune) []commune {
	r := rand.New(rand.NewPCG(318, 100)) //nolint:gosec // as above
	return b.redraw(communes, func(s slot, v value) value {
		if !s.percent {
			return v
		}
		whole := 50 + r.Int64N(3000)
		goal := hundredths(s.goals[r.IntN(len(s.goals))])
		part := (goal*whole + 100_00 - 1) / 100_00
		v.text, v.share = "", [2]int64{max(0, part-r.Int64N(2)), whole}
		return v
	})
}

func (b *rulebook) redraw(communes []commune, draw func(slot, value) value) []commune {
	out := make([]commune, len(communes))
	for i, c := range communes {
		out[i] = append(commune(nil), c...)
		for j, s := range b.slots {
			if !s.flag && !strings.HasPrefix(s.key, "@") {
				out[i][j] = draw(s, c[j])
			}
		}
	}
	return out
}

// model is a commune that reaches everything, by readings each of which is needed.
func (b *rulebook) model() commune {
	c := make(commune, len(b.slots))
	for i, s := range b.slots {
		switch {
		case s.flag:
			c[i] = value{pass: true, idle: s.mayIdle && strings.Contains(s.key, "/")}
		case strings.HasPrefix(s.key, "@"):
			c[i] = value{text: "2"}
		default:
			least := s.goals[0]
			for _, g := range s.goals {
				if hundredths(g) < hundredths(least) {
					least = g
				}
			}
			c[i] = value{text: least}
		}
	}
	return c
}

// fate is what becomes of the verdict on an indicator when a reading of it is gone.
type fate int

const (
	fateUnknown fate = iota // unknown, with its reason
	fateRefused             // the dossier is refused, naming the reading
	fateError               // the evaluation ends in an error: no verdict at all
	fateNone                // neither true nor false, for the host to see
	fateNotMet
	fateMet
)

var fates = [...]string{
	fateUnknown: "unknown", fateRefused: "refused by name", fateError: "error", fateNone: "neither true nor false",
	fateNotMet: "not met", fateMet: "met",
}

// tally counts fates over the readings.
type tally [len(fates)]int

func (t tally) String() string {
	var parts []string
	for f, n := range t {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", fates[f], n))
		}
	}
	return strings.Join(parts, ", ")
}

// gone takes every reading in turn from a commune that reaches everything.
func gone(b *rulebook, e engine, how loss) tally {
	var t tally
	_, library := e.(*giupxaEngine)
	got := make([]criteria.Verdict, len(b.indicators))
	for row, ind := range b.indicators {
		for _, slot := range ind.demand.reads(nil) {
			f := fateNone
			switch err := e.spoil(b.model(), slot, how); {
			case err != nil && library && strings.Contains(err.Error(), b.slots[slot].key):
				f = fateRefused
			case err != nil || judge(e, 0, got) != nil:
				f = fateError
			case got[row] == criteria.Met || got[row] == criteria.NotApplicable:
				f = fateMet
			case got[row] == criteria.NotMet:
				f = fateNotMet
			case library:
				f = fateUnknown
			}
			t[f]++
		}
	}
	return t
}

// reads lists the slots that a demand reads, each once.
func (d *demand) reads(slots []int) []int {
	for _, k := range d.kids {
		slots = k.reads(slots)
	}
	if d.kids != nil {
		return slots
	}
	for _, s := range slots {
		if s == d.slot {
			return slots
		}
	}
	return append(slots, d.slot)
}
