package main

import (
	"runtime"
	"slices"
	"time"

	"github.com/giupxa/giupxa/criteria"
)

// figures is what one engine needs for one commune.
type figures struct {
	judge, read   float64 // ns; read is judge with every answer read
	allocs, bytes float64 // of judging
}

// rounds is what each round over all communes took.
type rounds struct{ judge, read []time.Duration }

// measure times the engines on the same communes, in turns: round by round on every
// batch, so that what disturbs the machine disturbs all. The figures are medians of
// the rounds.
func measure(b *rulebook, all []engine, communes []commune, times int) ([]figures, error) {
	took := make([]rounds, len(all))
	for i := range took {
		took[i] = rounds{make([]time.Duration, times), make([]time.Duration, times)}
	}
	out := make([]figures, len(all))
	verdicts := make([]criteria.Verdict, len(b.indicators))
	for first := 0; first < len(communes); first += batch {
		some := communes[first:min(first+batch, len(communes))]
		for _, e := range all {
			if err := e.prepare(some); err != nil {
				return nil, err
			}
		}
		for r := range times {
			for i, e := range all {
				if err := took[i].run(r, e, len(some), verdicts, &out[i]); err != nil {
					return nil, err
				}
			}
		}
	}
	n := float64(len(communes))
	for i := range out {
		out[i].judge, out[i].read = median(took[i].judge)/n, median(took[i].read)/n
		out[i].allocs /= n * float64(times)
		out[i].bytes /= n * float64(times)
	}
	return out, nil
}

// run times one engine in one round on one batch, and counts what it allocates.
func (t rounds) run(round int, e engine, communes int, into []criteria.Verdict, out *figures) error {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now() //nolint:forbidigo // a stopwatch, not a date
	for at := range communes {
		if err := e.evaluate(at); err != nil {
			return err
		}
	}
	t.judge[round] += time.Since(start)
	runtime.ReadMemStats(&after)
	out.allocs += float64(after.Mallocs - before.Mallocs)
	out.bytes += float64(after.TotalAlloc - before.TotalAlloc)

	runtime.GC()
	start = time.Now() //nolint:forbidigo // as above
	for at := range communes {
		if err := judge(e, at, into); err != nil {
			return err
		}
	}
	t.read[round] += time.Since(start)
	return nil
}

func median(times []time.Duration) float64 {
	sorted := slices.Sorted(slices.Values(times))
	middle := len(sorted) / 2
	if len(sorted)%2 == 0 {
		return float64(sorted[middle-1]+sorted[middle]) / 2
	}
	return float64(sorted[middle])
}
