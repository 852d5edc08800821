// Command assess reads the dossier of a commune and prints its assessment.
//
//	go run ./examples/assess < examples/assess/testdata/phin-ngan-2021-05.json
//	go run ./examples/assess -text -lang en -accept high < commune.json
//	go run ./examples/assess -coverage
//
// The set is the one that the dossier names, or else the one that serves its
// standard on its day. Keys of readings: "10.1" an indicator, "17.1/centralised" a part,
// "c10" a criterion, "set/criteria" a count, "@schools" an attribute.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

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

func run(args []string, in io.Reader, out io.Writer) error {
	flags := flag.NewFlagSet("assess", flag.ContinueOnError)
	lang := flags.String("lang", "vi", "language of -text: vi or en")
	text := flags.Bool("text", false, "print for people instead of JSON")
	accept := flags.String("accept", "", "also use numbers known at least so well: low, low-med, med, med-high, high")
	coverage := flags.Bool("coverage", false, "print how much of each set is confirmed")
	if err := flags.Parse(args); err != nil {
		return err
	}
	l, known := map[string]rule.Lang{"vi": rule.Vi, "en": rule.En}[*lang]
	if !known || flags.NArg() > 0 {
		return fmt.Errorf("unknown language or argument: %q %q", *lang, flags.Args())
	}
	if *coverage {
		return printCoverage(out)
	}
	a, err := assess(in, *accept)
	if err != nil {
		return err
	}
	if *text {
		_, err = io.WriteString(out, describe(a, l))
		return err
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(answerOf(a))
}

func assess(in io.Reader, accept string) (criteria.Assessment, error) {
	data, err := io.ReadAll(in)
	if err != nil {
		return criteria.Assessment{}, err
	}
	var d criteria.Dossier
	if err := json.Unmarshal(data, &d); err != nil {
		return criteria.Assessment{}, err
	}
	set, err := setOf(d)
	if err != nil {
		return criteria.Assessment{}, err
	}
	a, err := set.Assess(d)
	if err != nil || accept == "" {
		return a, err
	}
	floor, err := rule.ParseConfidence(accept)
	if err != nil {
		return a, err
	}
	return a.Accept(floor), nil
}

func setOf(d criteria.Dossier) (criteria.Set, error) {
	if d.Set != "" {
		return national.ByID(d.Set)
	}
	return national.InForce(d.Standard, d.AsOf)
}

// answer is the assessment as one JSON document.
type answer struct {
	Unit     string             `json:"unit"`
	UnitName string             `json:"unitName,omitempty"`
	Edition  rule.Edition       `json:"edition"`
	Verdict  criteria.Verdict   `json:"verdict"`
	Stated   bool               `json:"stated"`
	Least    int                `json:"leastCriteriaMet"`
	Most     int                `json:"mostCriteriaMet"`
	Criteria []criteria.Heading `json:"criteria"`
	Lines    []line             `json:"indicators"`
	Findings rule.Findings      `json:"findings"`
	Caveats  rule.Findings      `json:"caveats"`
}

type line struct {
	criteria.Line
	Gap rule.Number `json:"gap"`
}

func answerOf(a criteria.Assessment) answer {
	d := a.Dossier()
	out := answer{Unit: d.Unit, UnitName: d.UnitName, Edition: a.Edition(), Verdict: a.Verdict(), Stated: a.Stated(), Findings: a.Findings(), Caveats: a.Caveats()}
	out.Least, out.Most = a.Bounds()
	for h := range a.Headings() {
		out.Criteria = append(out.Criteria, h)
	}
	for l := range a.Lines() {
		gap, _ := l.Gap()
		out.Lines = append(out.Lines, line{l, gap})
	}
	return out
}

func describe(a criteria.Assessment, l rule.Lang) string {
	say := func(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(l) }
	least, most := a.Bounds()
	head := fmt.Sprintf("%s — %s: %s; %s %d–%d\n", a.Dossier().UnitName, a.Edition().ID, a.Verdict().In(l), say("số tiêu chí đạt", "criteria met"), least, most)
	rows := [][]string{{say("mã", "code"), say("kết quả", "verdict"), say("số liệu", "reading"), say("yêu cầu", "demand"), say("còn cách", "gap"), say("lý do", "reason"), say("độ tin cậy", "confidence")}}
	for row := range a.Lines() {
		gap, _ := row.Gap()
		verdict := row.Verdict.In(l)
		if row.Stated {
			verdict += say(" (công bố)", " (stated)")
		}
		reason := ""
		if row.Verdict == criteria.Unknown {
			reason = row.Reason.In(l)
		}
		rows = append(rows, []string{row.Code, verdict, row.Reading.In(l), row.Demand.In(l), gap.In(l), reason, row.Confidence.In(l)})
	}
	var b strings.Builder
	b.WriteString(head + rule.Columns(rows))
	for _, f := range append(a.Findings(), a.Caveats()...) {
		fmt.Fprintf(&b, "• %s: %s\n", f.Kind.In(l), f.In(l))
	}
	return b.String()
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
