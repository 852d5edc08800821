// Command laocai2021 shows the 2021 dispatch of Lào Cai at work on real communes:
// who helps whom and what is owed by when, a plan that is checked and mended,
// notices of visits, a commune against the national criteria, and a score with
// its working. What is made up for the example says so on its line.
//
//	go run ./examples/laocai2021            in Vietnamese
//	go run ./examples/laocai2021 -lang en   in English
//	go run ./examples/laocai2021 -json      the same as one JSON document
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/giupxa/giupxa/criteria/rule"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "laocai2021:", err)
		os.Exit(1)
	}
}

func run(args []string, w io.Writer) error {
	flags := flag.NewFlagSet("laocai2021", flag.ContinueOnError)
	lang := flags.String("lang", "vi", "language of the report: vi or en")
	asJSON := flags.Bool("json", false, "print one JSON document instead of text")
	if err := flags.Parse(args); err != nil {
		return err
	}
	languages := map[string]rule.Lang{"vi": rule.Vi, "en": rule.En}
	l, known := languages[*lang]
	if !known || flags.NArg() > 0 {
		return fmt.Errorf("unknown language or argument: %q %q", *lang, flags.Args())
	}
	r, err := newReport()
	if err != nil {
		return err
	}
	if *asJSON {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(r)
	}
	p := &page{w: w, lang: l}
	r.print(p)
	return p.err
}

// report is everything the example shows; it is printed for people or as JSON.
type report struct {
	Roster   rosterSection  `json:"roster"`
	Plan     planSection    `json:"plan"`
	Visits   visitSection   `json:"visits"`
	Communes communeSection `json:"communes"`
	Score    scoreSection   `json:"score"`
}

func newReport() (report, error) {
	var r report
	roster, err := newRoster()
	if err != nil {
		return r, err
	}
	r.Visits = newVisitSection(roster)
	for _, build := range []func() error{
		func() (err error) { r.Roster, err = newRosterSection(roster); return },
		func() (err error) { r.Plan, err = newPlanSection(roster); return },
		func() (err error) { r.Communes, err = newCommuneSection(); return },
		func() (err error) { r.Score, err = newScoreSection(); return },
	} {
		if err := build(); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (r report) print(p *page) {
	p.paragraph("Công văn năm 2021 của UBND tỉnh Lào Cai về tăng cường phối hợp giúp đỡ xã xây dựng nông thôn mới và giảm nghèo bền vững, áp dụng vào các xã có thật. Dòng nào là minh họa thì ghi rõ ở dòng đó.",
		"The 2021 dispatch of the Lào Cai Provincial People's Committee on helping communes build new rural areas and reduce poverty sustainably, at work on real communes. What is illustrative says so on its line.")
	r.Roster.print(p)
	r.Plan.print(p)
	r.Visits.print(p)
	r.Communes.print(p)
	r.Score.print(p)
	p.sources()
}
