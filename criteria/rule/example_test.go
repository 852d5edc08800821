package rule_test

import (
	"encoding/json"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/giupxa/giupxa/criteria/rule"
)

// What is not written exactly is refused, and the error says what to write.
func ExampleParseNumber() {
	for _, text := range []string{"26.70", "1e3", "12,5", "95 %"} {
		n, err := rule.ParseNumber(text)
		if err != nil {
			fmt.Println(rule.Tell(err, rule.En))
			continue
		}
		fmt.Println(n)
	}
	n, err := rule.NumberOf(decimal.New(2670, -2))
	fmt.Println(n.Equal(rule.Fixed(267, 1)), n.Equal(rule.Int(27)), err)
	f, err := rule.ParseFraction("11000/1131")
	fmt.Println(f.Round(2, rule.Cut), f.Round(2, rule.HalfAway), err)
	// Output:
	// 26.70
	// 1000
	// «12,5»: write 12.5: decimals after a dot; thousands are not grouped
	// «95 %»: write 95, without %
	// true false <nil>
	// 9.72 9.73 <nil>
}

// Days are read as official texts write them; records have one form only.
func ExampleParseDate() {
	day, err := rule.ParseDate("09/8/2021")
	fmt.Println(day, err)
	_, err = rule.ParseDate("30/02/2021")
	fmt.Println(rule.Tell(err, rule.En))
	_, err = rule.ParseDay("09/8/2021")
	fmt.Println(rule.Tell(err, rule.En))
	fmt.Println(rule.CheckDay(rule.Day(2021, 2, 29)))
	// Output:
	// 2021-08-09 <nil>
	// «30/02/2021»: not a day; write it as 2021-08-09 or 09/8/2021
	// «09/8/2021»: write 2021-08-09 (year-month-day)
	// rule: "2021-02-29": not a day of the calendar
}

// Whether one moment is before another may not be known: a day without a time of day.
func ExampleMoment_Before() {
	visit := rule.At(rule.Day(2021, 9, 15), 8, 0)
	notice, err := rule.ParseMoment("2021-09-15T07:30")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, notice := range []rule.Moment{notice, visit, rule.On(visit.Date)} {
		before, known := notice.Before(visit)
		fmt.Println(notice.In(rule.En), before, known)
	}
	// Output:
	// 2021-09-15 07:30 true true
	// 2021-09-15 08:00 false true
	// 2021-09-15 false false
}

// Both ends of a span are in it.
func ExampleSpan() {
	year := rule.Year(2021)
	fmt.Println(year.In(rule.En), year.Contains(rule.Day(2021, 12, 31)), year.Covers(rule.Month(2021, 8)))
	fmt.Println(rule.Span{From: rule.Day(2021, 8, 5), To: rule.Day(2021, 5, 14)}.Check())
	// Output:
	// from 2021-01-01 to 2021-12-31 true true
	// the span is not valid: its last day 2021-05-14 is before its first 2021-08-05
}

// Every fault of dated rows is told at once, with the row.
func ExampleNewTimeline() {
	decision := func(n string) rule.Source { return rule.Source{Kind: rule.Decision, Number: n} }
	_, err := rule.NewTimeline(
		rule.Dated[string]{Span: rule.Span{From: rule.Day(2016, 12, 1), To: rule.Day(2022, 3, 8)}, Value: "1980", Source: decision("1980/QĐ-TTg")},
		rule.Dated[string]{Span: rule.Span{From: rule.Day(2022, 3, 8), To: rule.Day(2025, 12, 31)}, Value: "318", Source: decision("318/QĐ-TTg")},
		rule.Dated[string]{Span: rule.Span{From: rule.Day(2026, 2, 15)}, Value: "51"},
	)
	for _, fault := range rule.RowFaults(err) {
		fmt.Println(fault)
	}
	// Output:
	// row 1: overlaps the row from 2016-12-01 to 2022-03-08
	// row 2: the source is missing
	// row 2: the days after the row from 2022-03-08 to 2025-12-31 are not declared
}

// A rule of a host: its finding carries what the words need, and the error carries the findings.
func ExampleFindingsIn() {
	const ErrLate rule.Code = "host.late"
	table, err := rule.NewTable(rule.Rule{Code: ErrLate, Origin: rule.OriginPolicy, Switch: "Host.Latest",
		Text: rule.Text{Vi: "gửi ngày {on}, hạn là {latest}", En: "sent on {on}, due by {latest}"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	found := rule.Findings{table.Broken(ErrLate, "reports[2].sent", rule.A("on", rule.Day(2021, 8, 10)), rule.A("latest", rule.Day(2021, 8, 9)))}
	err = fmt.Errorf("commune 02743: %w", found.Err())
	again, is := rule.FindingsIn(err)
	fmt.Println(len(again), is, again[0].Path.Pointer(), again[0].Origin())
	fmt.Println(rule.Tell(err, rule.En))
	_, err = rule.NewTable(rule.Rule{Code: "Late", Origin: rule.OriginPolicy, Text: rule.Text{Vi: "muộn"}})
	fmt.Println(err)
	// Output:
	// 1 true /reports/2/sent policy
	// reports[2].sent: sent on 2021-08-10, due by 2021-08-09
	// rule: Late: the code is not of the form package.some-words
	// rule: Late: the words are missing in a language
	// rule: Late: a Reading or a Policy names its switch, and no other rule does
}

// shade is an enumeration of a host.
type shade uint8

// The constants of an enumeration are its words in their order; the zero value is none of them.
func ExampleNewEnum() {
	shades := rule.NewEnum[shade]("shade", rule.Word{}, rule.Word{Code: "light", Vi: "nhạt", En: "light"}, rule.Word{Code: "dark", Vi: "đậm", En: "dark"})
	v, err := shades.Parse("dark")
	fmt.Println(v, shades.In(v, rule.Vi), err)
	_, err = shades.Parse("red")
	fmt.Println(rule.Tell(err, rule.En))
	degree, err := rule.ParseConfidence("secondary")
	fmt.Println(degree.In(rule.En), degree.Confirmed(), err)
	// Output:
	// 2 đậm <nil>
	// «red»: not a shade: light, dark
	// secondary source true <nil>
}

// An error of a host says itself in both languages too.
func ExampleNewMisuse() {
	errNoYear := rule.NewMisuse(nil, rule.Text{Vi: "không có số liệu năm {year}", En: "there are no figures of {year}"}, rule.A("year", 2021))
	fmt.Println(rule.Tell(errNoYear, rule.Vi))
	fmt.Println(rule.Tell(rule.NewMisread("34,5", nil, "ghi 34.5", "write 34.5"), rule.En))
	// Output:
	// không có số liệu năm 2021
	// «34,5»: write 34.5
}

// turnout is an answer of a host: a rate, with the facts behind it and its grounds.
type turnout struct {
	Format  string        `json:"format"`
	Grounds rule.Grounds  `json:"grounds"`
	Facts   *turnoutFacts `json:"facts,omitempty"`
	Rate    rule.Fraction `json:"rate"`
}

type turnoutFacts struct {
	Came    int64 `json:"came"`
	Invited int64 `json:"invited"`
}

func rateOf(f turnoutFacts) (turnout, error) {
	book := rule.Rulebook{Role: "method", Edition: rule.EditionOf("turnout", "2026-11-28", "came/invited")}
	return turnout{Format: "host.turnout/1", Facts: &f, Rate: rule.Ratio(f.Came, f.Invited),
		Grounds: rule.NewGrounds(rule.Nature{Kind: rule.Calculation}, f, book)}, nil
}

// A host keeps its answers as this module does: with what they rest on, so that each can be
// calculated again.
func ExampleReplayFacts() {
	answer, err := rateOf(turnoutFacts{Came: 31, Invited: 40})
	if err != nil {
		fmt.Println(err)
		return
	}
	kept := func(f *turnoutFacts) *turnoutFacts { return f }
	stored, _ := json.Marshal(answer)
	again, err := rule.ReplayFacts(stored, "host.turnout/1", "facts", kept, rateOf)
	fmt.Println(again.Same, err)

	var grounds struct {
		Grounds rule.Grounds `json:"grounds"`
	}
	err = rule.ReadStored(stored, "host.turnout/1", &grounds)
	fmt.Println(grounds.Grounds.Rulebooks[0].ID, err)

	other, _ := rateOf(turnoutFacts{Came: 30, Invited: 40})
	changed, _ := json.Marshal(other)
	differs, err := rule.Replay(stored, changed)
	for _, f := range differs.Differs {
		fmt.Println(f.Path, f.In(rule.En))
	}
	fmt.Println(err)

	answer.Facts = nil // a host that may not keep the facts
	stored, _ = json.Marshal(answer)
	again, err = rule.ReplayFacts(stored, "host.turnout/1", "facts", kept, rateOf)
	fmt.Println(again.Same, again.Differs[0].Code() == rule.NotKept().Differs[0].Code(), err)
	// Output:
	// true <nil>
	// turnout <nil>
	// facts.came 31 is stored, 30 comes out
	// grounds.record not the record that was judged: 9d40ebf7794d202f395b7194c1a257ed459cd066b36d6d97a1536314048db19b then, 82b4c5b2f9c0c365f37e99cb1339a2b4111f22c3d9325ed0806cd1018ab205de now
	// rate 0.775 is stored, 0.75 comes out
	// <nil>
	// false true <nil>
}
