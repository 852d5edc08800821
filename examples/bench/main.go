// Command bench judges the same communes by the same demands with this library and
// with three general rule engines: cel-go, expr and OPA.
//
//	go run .                   10,000 communes, medians of 5 rounds
//	go run . -communes 1000 -rounds 9
//	go run . -readme ../../README.md        and writes the table of the README anew
//
// The demands are the 57 indicators of 318/QĐ-TTg, annex I, for one region column,
// year and day. The rules of the engines are written by a translator from the table of
// the library; an indicator whose demand is not known has no rule and is Unknown to
// the library. All engines compile once and get their native values beforehand, and
// every one must give the same verdict on every indicator of every commune.
//
// It prints what judging costs, whether numbers are exact, and what an engine answers
// when a reading is missing, null or "": each found by running it.
//
// It is a module of its own: the library needs none of the engines.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(args []string, w io.Writer) error {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(w)
	n := flags.Int("communes", 10_000, "how many communes are judged")
	times := flags.Int("rounds", 5, "how many rounds; figures are their medians")
	readme := flags.String("readme", "", "a document whose table of peers is written anew")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *n < 1 || *times < 1 || flags.NArg() > 0 {
		return errors.New("-communes and -rounds are at least 1, and there are no other arguments")
	}
	q, err := annexI()
	if err != nil {
		return err
	}
	b, err := newRulebook(q)
	if err != nil {
		return err
	}
	all, err := engines(b, false)
	if err != nil {
		return err
	}
	r := report{book: b, engines: all, communes: *n, rounds: *times}
	if err := r.work(); err != nil {
		return err
	}
	text, err := r.text()
	if err != nil {
		return err
	}
	if _, err = io.WriteString(w, text); err != nil || *readme == "" {
		return err
	}
	return writeTable(*readme, r.markdown())
}

// report is what a run finds.
type report struct {
	book             *rulebook
	engines          []engine
	communes, rounds int
	costs            []figures
	grid, fine       []difference
	counted          []difference // over all region columns
	fates            [][len(losses)]tally
}

func (r *report) work() error {
	b, communes := r.book, r.book.communes(r.communes)
	var err error
	if r.grid, err = differences(b, r.engines, communes); err != nil {
		return err
	}
	for i, d := range r.grid {
		if d.any() {
			return fmt.Errorf("%s does not give the verdicts of the library: %s", r.engines[i].name(), d)
		}
	}
	if r.fine, err = differences(b, r.engines, b.fine(communes)); err != nil {
		return err
	}
	if r.counted, err = columns(b.question, r.communes); err != nil {
		return err
	}
	r.fates = make([][len(losses)]tally, len(r.engines))
	for i, e := range r.engines {
		for how := range losses {
			r.fates[i][how] = gone(b, e, loss(how))
		}
	}
	r.costs, err = measure(b, r.engines, communes, r.rounds)
	return err
}

// columns compares on percentages that are shares of counts, in every region column.
func columns(q question, communes int) ([]difference, error) {
	var found []difference
	for _, region := range criteria.Regions() {
		q.region = region
		b, err := newRulebook(q)
		if err != nil {
			return nil, err
		}
		all, err := engines(b, true)
		if err != nil {
			return nil, err
		}
		here, err := differences(b, all, b.counted(b.communes(max(1, communes/len(criteria.Regions())))))
		if err != nil {
			return nil, err
		}
		if found == nil {
			found = make([]difference, len(all))
		}
		for i, d := range here {
			found[i].verdicts += d.verdicts
			found[i].passed += d.passed
			found[i].failed += d.failed
			found[i].other += d.other
		}
	}
	return found, nil
}

func (r *report) text() (string, error) {
	b := r.book
	met := map[bool]string{true: "no", false: "yes"}
	rows := [][]string{{"engine", "ns/commune", "×", "ns with answers read", "allocs", "bytes", "exact", "a reading gone", "an answer explains"}}
	for i, e := range r.engines {
		c := r.costs[i]
		rows = append(rows, []string{
			e.name(), whole(c.judge), strconv.FormatFloat(c.judge/r.costs[0].judge, 'f', 1, 64), whole(c.read), whole(c.allocs), whole(c.bytes),
			met[r.fine[i].any() || r.counted[i].any()], r.reaction(i), e.explains(),
		})
	}
	exact := [][]string{{"engine", "on the grid of 0.01", "10⁻¹⁷ beside the demand", "part / whole * 100, seven columns"}}
	lost := [][]string{append([]string{"engine"}, losses[:]...)}
	for i, e := range r.engines {
		if _, library := e.(*giupxaEngine); library && i > 0 {
			continue
		}
		exact = append(exact, []string{e.name(), r.grid[i].String(), r.fine[i].String(), r.counted[i].String()})
		lost = append(lost, []string{e.name(), r.fates[i][missing].String(), r.fates[i][null].String(), r.fates[i][empty].String()})
	}
	plain, err := plainTable(b)
	if err != nil {
		return "", err
	}
	var t strings.Builder
	fmt.Fprintf(&t, "%s, column %s, dossier year %d, day %s: %d indicators, %d with a rule.\n",
		b.set.ID(), b.region, b.year, b.day, len(b.codes), len(b.indicators))
	fmt.Fprintf(&t, "The demands of %s are not known: Unknown to the library, no rule in the engines.\n", strings.Join(b.left, ", "))
	fmt.Fprintf(&t, "%d communes, medians of %d rounds; every engine gave every verdict alike.\n\n", r.communes, r.rounds)
	t.WriteString(rule.Columns(rows))
	t.WriteString("× is ns/commune against the first row. Answers read are verdicts of the library, booleans of the engines.\n")
	t.WriteString("\nVerdicts that differ from the library's\n" + rule.Columns(exact))
	t.WriteString("\nThe same rules on a commune that meets everything, each of its readings gone in turn: what becomes of the indicator\n" + rule.Columns(lost))
	t.WriteString("\nA demand as one writes it by hand\n" + rule.Columns(plain))
	return t.String(), nil
}

// reaction is every way in which an engine answers when a reading is gone.
func (r *report) reaction(engine int) string {
	var ways []string
	for f, name := range fates {
		for _, t := range r.fates[engine] {
			if t[f] > 0 {
				ways = append(ways, name)
				break
			}
		}
	}
	return strings.Join(ways, "; ")
}

func whole(f float64) string { return strconv.FormatFloat(math.Round(f), 'f', 0, 64) }
