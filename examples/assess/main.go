// Command assess reads the dossier of a commune and prints its assessment.
//
//	go run ./examples/assess < examples/assess/testdata/phin-ngan-2021-05.json
//	go run ./examples/assess -text -lang en -accept high < commune.json
//	go run ./examples/assess -text -stage verified -overlay province.json < commune.json
//	go run ./examples/assess -coverage
//
// The set is the one that the dossier names, or else the one that serves its
// standard on its day; -overlay lays what a province prescribes over its base. -accept
// also uses numbers of the table that are known at least so well, -stage only readings
// of that stage or a later one. Keys of readings: "10.1" an indicator, "17.1/centralised" a part,
// "c10" a criterion, "set/criteria" a count, "@schools" an attribute.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "assess:", err)
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	lang, accept, stage, overlay string
	text, coverage               bool
}

func run(args []string, in io.Reader, out io.Writer) error {
	var o options
	flags := flag.NewFlagSet("assess", flag.ContinueOnError)
	flags.StringVar(&o.lang, "lang", "vi", "language of -text: vi or en")
	flags.BoolVar(&o.text, "text", false, "print for people instead of JSON")
	flags.StringVar(&o.accept, "accept", "", "also use numbers known at least so well: low, low-med, med, med-high, high")
	flags.StringVar(&o.stage, "stage", "", "use only readings of that stage or a later one: self, verified, appraised")
	flags.StringVar(&o.overlay, "overlay", "", "file of what a province lays over its base set")
	flags.BoolVar(&o.coverage, "coverage", false, "print how much of each set is confirmed")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return nil
	} else if err != nil {
		return err
	}
	l, known := map[string]rule.Lang{"vi": rule.Vi, "en": rule.En}[o.lang]
	if !known || flags.NArg() > 0 {
		return fmt.Errorf("unknown language or argument: %q %q", o.lang, flags.Args())
	}
	if o.coverage {
		return printCoverage(out)
	}
	a, err := o.assess(in)
	if err != nil {
		return err
	}
	if o.text {
		_, err = io.WriteString(out, describe(a, l))
		return err
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(a)
}

func (o options) assess(in io.Reader) (a criteria.Assessment, err error) {
	var d criteria.Dossier
	if err := read(in, &d); err != nil {
		return a, err
	}
	set, err := o.set(d)
	if err != nil {
		return a, err
	}
	if a, err = set.Assess(d); err != nil {
		return a, err
	}
	if o.accept != "" {
		floor, err := rule.ParseConfidence(o.accept)
		if err != nil {
			return a, err
		}
		a = a.Accept(floor)
	}
	if o.stage != "" {
		stage, err := criteria.ParseStage(o.stage)
		if err != nil {
			return a, err
		}
		a = a.AtStage(stage)
	}
	return a, nil
}

func read(in io.Reader, into any) error {
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	if len(data) == 0 {
		return errors.New("nothing to read on the standard input")
	}
	return json.Unmarshal(data, into)
}

// set is the province's where there is an overlay, or else a national one.
func (o options) set(d criteria.Dossier) (criteria.Set, error) {
	switch {
	case o.overlay != "":
		file, err := os.Open(o.overlay)
		if err != nil {
			return criteria.Set{}, err
		}
		defer file.Close() //nolint:errcheck // read only
		var overlay criteria.Overlay
		if err := read(file, &overlay); err != nil {
			return criteria.Set{}, err
		}
		base, err := national.ByID(overlay.Base)
		if err != nil {
			return criteria.Set{}, err
		}
		return base.Localize(overlay)
	case d.Set != "":
		return national.ByID(d.Set)
	default:
		return national.InForce(d.Standard, d.AsOf)
	}
}

func printCoverage(out io.Writer) error {
	rows := [][]string{{"set", "read", "secondary", "unconfirmed", "unknown"}}
	for _, s := range national.All() {
		c := s.Coverage()
		rows = append(rows, []string{s.ID(), strconv.Itoa(c.Read), strconv.Itoa(c.Secondary), strconv.Itoa(c.Unconfirmed), strconv.Itoa(c.Unknown)})
	}
	_, err := io.WriteString(out, rule.Columns(rows))
	return err
}
