package national_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"runtime"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The yardstick of what JSON costs is the same text read into any.

func dossierJSON(tb testing.TB) []byte {
	tb.Helper()
	data, err := json.Marshal(newYard(tb, 7, true).dossier)
	require.NoError(tb, err)
	return data
}

// answer reads a dossier, judges it and appends the stored answer.
func answer(set criteria.Set, data, out []byte) ([]byte, error) {
	var d criteria.Dossier
	if err := d.UnmarshalJSON(data); err != nil {
		return out, err
	}
	a, err := set.Assess(d)
	if err != nil {
		return out, err
	}
	return a.AppendJSON(out)
}

// What a commune of 57 indicators may cost, from JSON to JSON and step by step.
func TestJSONAllocations(t *testing.T) {
	y := newYard(t, 7, true)
	set, err := national.ByID(national.ID318I)
	require.NoError(t, err)
	data := dossierJSON(t)
	out, err := answer(set, data, nil)
	require.NoError(t, err)
	count := func(most float64, what string, do func()) {
		assert.LessOrEqual(t, testing.AllocsPerRun(20, do), most, what)
	}
	count(600, "JSON to JSON", func() { out, _ = answer(set, data, out[:0]) })
	count(40, "Set.Assess", func() { sink, _ = set.Assess(y.dossier) })
	count(160, "a dossier", func() {
		var d criteria.Dossier
		_ = d.UnmarshalJSON(data)
	})
	most := 0
	for seed := range uint64(200) {
		y := newYard(t, seed, true)
		for _, floor := range []rule.Confidence{rule.Secondary, rule.Low} {
			out, err = y.bound.Accept(floor).Assess().AppendJSON(nil)
			require.NoError(t, err)
			most = max(most, len(out))
		}
	}
	assert.LessOrEqual(t, most, 24_000, "bytes of the longest of 400 answers")
}

func BenchmarkJSON(b *testing.B) {
	y := newYard(b, 7, true)
	set, err := national.ByID(national.ID318I)
	require.NoError(b, err)
	data := dossierJSON(b)
	var out []byte
	run := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f()
			}
		})
	}
	run("dossier into any", func() {
		var v any
		_ = json.Unmarshal(data, &v)
	})
	run("dossier", func() {
		var d criteria.Dossier
		_ = d.UnmarshalJSON(data)
	})
	run("Set.Assess", func() { sink, _ = set.Assess(y.dossier) })
	sink, err = set.Assess(y.dossier)
	require.NoError(b, err)
	a, r := sink, sink.Report()
	run("answer", func() { out, _ = a.AppendJSON(out[:0]) })
	b.Logf("an answer of %d bytes", len(out))
	run("answer with words", func() { out, _ = r.AppendJSON(out[:0]) })
	b.Logf("with words %d bytes", len(out))
	run("JSON to JSON", func() { out, _ = answer(set, data, out[:0]) })
}

// Every commune of the country, one JSON text a line, in and out of one process: one reader,
// two workers, one writer.
func BenchmarkNDJSON(b *testing.B) {
	set, err := national.ByID(national.ID318I)
	require.NoError(b, err)
	_, dossiers := province(b)
	texts := make([][]byte, len(dossiers))
	for i := range dossiers {
		texts[i], err = json.Marshal(dossiers[i])
		require.NoError(b, err)
	}
	b.ReportAllocs()
	for b.Loop() {
		before := heap()
		in, from := io.Pipe()
		go func() {
			w := bufio.NewWriter(from)
			for n := range communes {
				_, _ = w.Write(append(texts[n%len(texts)], '\n'))
			}
			_ = w.Flush()
			_ = from.Close()
		}()
		out := &counter{}
		require.NoError(b, answerLines(set, in, out, 2))
		require.Equal(b, communes, out.lines)
		b.ReportMetric(float64(out.most)/float64(before), "heap-growth")
		b.ReportMetric(float64(out.bytes)/communes, "bytes/answer")
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/country")
}

// answerLines answers each line; the answers come in the order in which they are ready.
func answerLines(set criteria.Set, in io.Reader, out io.Writer, workers int) error {
	batches := make(chan [][]byte, workers)
	var writing sync.Mutex
	var work errgroup
	for range workers {
		work.do(func() error {
			var answers []byte
			for batch := range batches {
				answers = answers[:0]
				for _, line := range batch {
					var err error
					if answers, err = answer(set, line, answers); err != nil {
						return err
					}
					answers = append(answers, '\n')
				}
				writing.Lock()
				_, err := out.Write(answers)
				writing.Unlock()
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
	lines := bufio.NewScanner(in)
	var batch [][]byte
	for lines.Scan() {
		if batch = append(batch, bytes.Clone(lines.Bytes())); len(batch) == 64 {
			batches <- batch
			batch = nil
		}
	}
	batches <- batch
	close(batches)
	return errors.Join(lines.Err(), work.wait())
}

// errgroup runs functions and joins their errors.
type errgroup struct {
	all  sync.WaitGroup
	lock sync.Mutex
	errs []error
}

func (g *errgroup) do(f func() error) {
	g.all.Go(func() {
		if err := f(); err != nil {
			g.lock.Lock()
			g.errs = append(g.errs, err)
			g.lock.Unlock()
		}
	})
}

func (g *errgroup) wait() error {
	g.all.Wait()
	return errors.Join(g.errs...)
}

// counter counts what is written, and looks at the heap from time to time.
type counter struct {
	lines, bytes, next int
	most               uint64
}

func (c *counter) Write(p []byte) (int, error) {
	c.lines += bytes.Count(p, []byte("\n"))
	if c.bytes += len(p); c.bytes > c.next {
		c.next += 20_000_000
		c.most = max(c.most, heap())
	}
	return len(p), nil
}

// heap is what is in use.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
