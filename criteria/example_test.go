package criteria_test

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

// commune is a dossier of 2023 under 318/QĐ-TTg.
func commune(readings string) criteria.Dossier {
	var d criteria.Dossier
	err := json.Unmarshal([]byte(`{"unit": "03037", "standard": "basic", "asOf": "2023-12-31", "year": 2023,
		"profile": {"region": "TDMNPB"}, "readings": `+readings+`}`), &d)
	if err != nil {
		panic(err)
	}
	return d
}

func basicSet() criteria.Set {
	set, err := national.InForce(criteria.Basic, rule.Day(2023, 12, 31))
	if err != nil {
		panic(err)
	}
	return set
}

// What is decided, and why the rest is not.
func ExampleSet_Assess() {
	a, err := basicSet().Assess(commune(`{"3.1": "79.9", "6.3": "100", "10": "42.16", "15.3": "132/660"}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, code := range []string{"3.1", "6.3", "10", "15.3"} {
		l, _ := a.Line(code)
		gap, _ := l.Gap()
		fmt.Println(l.Code, l.Verdict, "gap", gap, l.Reason.In(rule.En))
	}
	least, most := a.Bounds()
	fmt.Println(a.Verdict(), least, most)
	// Output:
	// 3.1 not-met gap 0.1 decided
	// 6.3 met gap 0 decided
	// 10 unknown gap  the demand is not confirmed
	// 15.3 met gap 0 decided
	// not-met 0 18
}

// What a commune must reach, without any reading.
func ExampleSet_Demands() {
	d := commune(`{}`)
	d.Profile.Region = criteria.DNB
	d.Profile.Special = true // the special column applies
	demands, err := basicSet().Demands(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(demands.Profile().Region, "by column", demands.Column())
	for c := range demands.Cells() {
		if c.Code == "3.1" || c.Code == "7" || c.Code == "16" {
			fmt.Println(c.Code, c.Demand.In(rule.En), "|", c.Confidence.In(rule.En), "|", c.Reason.In(rule.En))
		}
	}
	// Output:
	// DNB by column TDMNPB
	// 3.1 ≥ 80 | secondary source | decided
	// 7 market: met; where that does not apply: place of trade: met | secondary source | decided
	// 16 ≥ ? | not obtained | the demand is not known
}

// Many communes: the choices of the set are made once, and one room serves all.
func ExampleDemands_Bind() {
	demands, err := basicSet().Demands(commune(`{}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	var a criteria.Assessment
	for _, readings := range []string{`{"3.1": "85"}`, `{"3.1": "75"}`, `{"3.1": "<80"}`} {
		bound, err := demands.Bind(commune(readings))
		if err != nil {
			fmt.Println(err)
			continue
		}
		bound.AssessInto(&a)
		fmt.Println(a.CountIndicators(criteria.Met), a.CountIndicators(criteria.NotMet), a.Verdict())
	}
	// Output:
	// 1 0 unknown
	// 0 1 not-met
	// 0 1 not-met
}

// A number that is on no page is used only by who accepts it, and is named.
func ExampleAssessment_Accept() {
	a, _ := basicSet().Assess(commune(`{"10": "42.16"}`))
	for _, view := range []criteria.Assessment{a, a.Accept(rule.Low)} {
		for l := range view.Lines() {
			if l.Code == "10" {
				fmt.Println(l.Verdict, l.Demand, l.Confidence.In(rule.En))
			}
		}
		for _, f := range view.Caveats() {
			fmt.Println(f.In(rule.En))
		}
	}
	// Output:
	// unknown ≥ 42 unconfirmed (low)
	// met ≥ 42 unconfirmed (low)
	// indicator 10: by the caller's choice the demand "≥ 42" is used, unconfirmed (low)
}

// Who asks for appraised readings does not get self-assessed ones.
func ExampleAssessment_AtStage() {
	a, _ := basicSet().Assess(commune(`{"3.1": {"value": "85", "stage": "self"}, "6.3": {"value": "100", "stage": "appraised"}}`))
	fmt.Println(a.CountIndicators(criteria.Met), a.RestsOn(criteria.Self), a.RestsOn(criteria.Appraised))
	view := a.AtStage(criteria.Appraised)
	fmt.Println(view.CountIndicators(criteria.Met), view.RestsOn(criteria.Self), view.RestsOn(criteria.Appraised))
	// Output:
	// 2 1 1
	// 1 0 1
}

// What would reach the standard: by numbers, by conditions, and what must be known first.
func ExampleAssessment_Shortfall() {
	a, _ := basicSet().Assess(commune(`{"3.1": "75.5", "6.3": "17/20", "8.1": "fail", "9.2": "80"}`))
	short := a.Shortfall()
	for _, l := range short.Numbers {
		gap, _ := l.Gap()
		unit := l.Unit
		if l.GapCounts() {
			unit = "cases"
		}
		fmt.Println(l.Code, l.Reading.In(rule.En), "→", l.Demand, "short by", gap, unit)
	}
	for _, l := range short.Conditions {
		fmt.Println(l.Code, l.Reading.In(rule.En))
	}
	for _, l := range short.Unknown {
		if l.Code == "9.2" || l.Code == "2.1" {
			fmt.Println(l.Code, l.Reason.In(rule.En))
		}
	}
	// Output:
	// 3.1 75.5 → ≥ 80 short by 4.5 %
	// 6.3 17/20 → ≥ 100 short by 3 cases
	// 8.1 not met
	// 2.1 the province sets the demand, and it is not supplied
	// 9.2 the demand is not confirmed
}

// The parts of an indicator, and which of them decides.
func ExampleLine_Parts() {
	a, _ := basicSet().Assess(commune(`{"5/minimum": "100", "5/level1": "60", "@schools": "5"}`))
	for l := range a.Lines(criteria.NotMet) {
		fmt.Println(l.Code, l.Verdict, l.Demand.In(rule.En))
		for part := range l.Parts() {
			fmt.Println(" ", part.Code, part.Verdict, part.Reading, part.Demand)
		}
	}
	// Output:
	// 5 not-met minimum standard: ≥ 100; level 1: if schools: ≥ 4 then ≥ 70, otherwise ≥ 50
	//   5/minimum met 100 ≥ 100
	//   @schools met 5 ≥ 4
	//   5/level1 not-met 60 ≥ 70
	//   5/level1 met 60 ≥ 50
}

// A province fills what the national text leaves to it, and supplies what nobody had
// read; the numbers here are made up.
func ExampleSet_Localize() {
	own := rule.Source{Kind: rule.Decision, Number: "99/QĐ-UBND", Date: rule.Day(2022, 8, 1)}
	gazette := rule.Source{Kind: rule.Decision, Number: "318/QĐ-TTg", Date: rule.Day(2022, 3, 8)}
	set, err := basicSet().Localize(criteria.Overlay{
		ID: "99/QĐ-UBND", Version: "2026-11-25", Base: national.ID318I, Source: own,
		Name: rule.Text{Vi: "Bộ tiêu chí của tỉnh", En: "The province's set"},
		From: criteria.From(own, rule.Read), Zones: []string{"vùng cao", "vùng thấp"},
		Own: []criteria.Indicator{
			{Code: "2.1", Require: criteria.ByZone(criteria.In(criteria.AtLeast("80"), "vùng cao"), criteria.In(criteria.AtLeast("100"), "vùng thấp"))},
			{Code: "3.1", Require: criteria.AtLeast("85")},
		},
		Supplied: []criteria.Indicator{{Code: "16", Require: criteria.Cite(criteria.From(gazette, rule.Read), criteria.AtLeast("70"))}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d := commune(`{"2.1": "90", "3.1": "82", "16": "71"}`)
	d.Profile.Zone = "vùng cao"
	a, _ := set.Assess(d)
	for l := range a.Lines() {
		if !l.Reading.IsZero() {
			fmt.Println(l.Code, l.Verdict, l.Demand, l.Confidence)
		}
	}
	fmt.Println(a.Edition().ID, "over", set.Table().Base.ID)

	_, err = basicSet().Localize(criteria.Overlay{
		ID: "99/QĐ-UBND", Base: national.ID318I, Source: own, From: criteria.From(own, rule.Read),
		Name: rule.Text{Vi: "Bộ tiêu chí của tỉnh"},
		Own:  []criteria.Indicator{{Code: "3.1", Require: criteria.AtLeast("75")}},
	})
	found, _ := rule.FindingsIn(err)
	fmt.Println(found[0].In(rule.En))
	// Output:
	// 2.1 met ≥ 80 read
	// 3.1 not-met ≥ 80; ≥ 85 read
	// 16 met ≥ 70 read
	// 99/QĐ-UBND over 318/QĐ-TTg/I
	// indicator 3.1: the province asks ≥ 75, less than the national ≥ 80
}

// A requirement is data: it is written, said and stored.
func ExampleRequirement() {
	r := criteria.All(
		criteria.Sub("minimum", criteria.AtLeast("100")),
		criteria.Sub("level1", criteria.When(criteria.Attr("schools").AtLeast("4"), criteria.AtLeast("70"), criteria.AtLeast("50"))))
	fmt.Println(r.In(rule.Vi))
	data, _ := json.Marshal(criteria.Sub("level1", criteria.AtLeast("70")))
	fmt.Println(string(data))
	err := json.Unmarshal([]byte(`{"atLeast": "70 %"}`), &r)
	fmt.Println(err)
	// Output:
	// minimum: ≥ 100; level1: nếu schools: ≥ 4 thì ≥ 70, nếu không thì ≥ 50
	// {"sub":{"name":"level1","is":{"atLeast":"70"}}}
	// atLeast: criteria.table: bảng tiêu chí không dùng được: «70 %»: ghi 70, không ghi %
}

// What a requirement can say; each case, row or part may have a citation of its own.
func ExampleRequirement_In() {
	for _, r := range []criteria.Requirement{
		criteria.ByRow(criteria.AtLeast, criteria.Row{criteria.TDMNPB: "39", criteria.DBSH: "53"}),
		criteria.ByYear(criteria.In(criteria.AtLeast("45"), 2024), criteria.In(criteria.AtLeast("48"), 2025)),
		criteria.ByGroup(criteria.In(criteria.Below("10"), criteria.Group1, criteria.Group2), criteria.In(criteria.Above("0"), criteria.Group3)),
		criteria.MeasuredBy("07/2021/NĐ-CP", criteria.AtMost("13")),
		criteria.Any(criteria.Sub("cooperative", criteria.Pass()), criteria.Sub("group", criteria.Pass())),
		criteria.FirstOf(criteria.Sub("market", criteria.Pass()), criteria.Sub("shop", criteria.Pass())),
		criteria.BySex(criteria.AtLeast("90")),
		criteria.AgainstPrevious(criteria.AtLeast("1.1")),
		criteria.None(),
		criteria.ProvinceSets(),
	} {
		fmt.Println(r.In(rule.En))
	}
	// Output:
	// TDMNPB: ≥ 39; DBSH: ≥ 53
	// year 2024: ≥ 45; year 2025: ≥ 48
	// group 1, 2: < 10; group 3: > 0
	// ≤ 13 (07/2021/NĐ-CP)
	// cooperative: met or group: met
	// market: met; where that does not apply: shop: met
	// ≥ 90 for men and for women
	// ≥ 1.1 times the earlier value
	// none
	// set by the province
}

// A set is written as a table and checked as a whole: every fault at once, each at its place.
func ExampleNewSet() {
	decision := rule.Source{Kind: rule.Decision, Number: "99/QĐ-UBND", Date: rule.Day(2024, 2, 1)}
	table := criteria.Table{
		ID: "99/QĐ-UBND", Name: rule.Text{Vi: "Bộ tiêu chí của tỉnh", En: "The province's set"}, Standard: criteria.Basic,
		Source: decision, From: criteria.From(decision, rule.Read),
		Span: rule.Span{From: rule.Day(2024, 2, 1)}, Years: criteria.Years{From: 2024, To: 2025},
		Criteria: []criteria.Criterion{{
			No: 10, Name: rule.Text{Vi: "Thu nhập", En: "Income"},
			Indicators: []criteria.Indicator{
				{Code: "10", Name: rule.Text{Vi: "Thu nhập bình quân đầu người", En: "Income per head"}, Require: criteria.AtLeast("48")},
				{Code: "11", Name: rule.Text{Vi: "Nghèo đa chiều", En: "Poverty"}, Unit: "%", Require: criteria.AtMost("130")},
			},
		}},
	}
	_, err := criteria.NewSet(table)
	fmt.Println(rule.Tell(err, rule.En))
	table.Criteria[0].Indicators = table.Criteria[0].Indicators[:1]
	set, err := criteria.NewSet(table)
	fmt.Println(set.ID(), set.CountIndicators(), err)
	// Output:
	// criteria[0].indicators[1].code: the table cannot be used: the code begins with the number of its criterion: 10 or 10.1
	// criteria[0].indicators[1].require: the table cannot be used: a percentage outside 0–100: 130
	// 99/QĐ-UBND 1 <nil>
}

// Each kind of reading with its short form, which is its JSON.
func ExampleReading() {
	report := rule.Source{Kind: rule.Report, Number: "12/BC-UBND"}
	for _, r := range []criteria.Reading{
		criteria.Value(rule.MustNumber("36.0")),
		criteria.Share(132, 1100),
		criteria.Over(rule.Int(46)),
		criteria.Under(rule.Int(10)),
		criteria.Passed(),
		criteria.Failed(),
		criteria.NotApplied(),
		criteria.Count(13, 19),
		criteria.Stated(criteria.Met, report),
	} {
		data, err := json.Marshal(r)
		fmt.Println(r.In(rule.En), string(data), err)
	}
	// Output:
	// 36.0 "36.0" <nil>
	// 132/1100 "132/1100" <nil>
	// more than 46 "\u003e46" <nil>
	// less than 10 "\u003c10" <nil>
	// met "pass" <nil>
	// not met "fail" <nil>
	// not applicable "n/a" <nil>
	// 13 of 19 "13 of 19" <nil>
	// stated: met {"stated":"met","source":{"kind":"report","number":"12/BC-UBND"}} <nil>
}

// A text of no list is refused, with the list.
func ExampleParseRegion() {
	fmt.Println(len(criteria.Regions()), "regions")
	region, err := criteria.ParseRegion("TDMNPB")
	fmt.Println(region.In(rule.En), err)
	group, err := criteria.ParseGroup("3")
	fmt.Println(group.In(rule.En), err)
	_, err = criteria.ParseStage("checked")
	fmt.Println(rule.Tell(err, rule.En))
	// Output:
	// 7 regions
	// Northern midlands and mountains <nil>
	// group 3 <nil>
	// «checked»: not a stage: self, verified, appraised
}

// Nothing is guessed.
func ExampleParseReading() {
	for _, text := range []string{"36.0", "132/1100", ">46", "13 of 19", "n/a", "12,5", "95 %"} {
		r, err := criteria.ParseReading(text)
		fmt.Println(r.In(rule.En), err != nil)
	}
	// Output:
	// 36.0 false
	// 132/1100 false
	// more than 46 false
	// 13 of 19 false
	// not applicable false
	// no reading true
	// no reading true
}

// How much of a set is confirmed.
func ExampleSet_Coverage() {
	fmt.Printf("%+v\n", basicSet().Coverage())
	for _, c := range basicSet().Unconfirmed()[:2] {
		fmt.Println(c.Code, c.Region, c.Demand.In(rule.En), c.Confidence.In(rule.En))
	}
	// Output:
	// {Read:9 Secondary:79 Unconfirmed:180 Unknown:47}
	// 1.1  met unconfirmed (high)
	// 1.2  met unconfirmed (high)
}

// A requirement is read without JSON.
func ExampleRequirement_Parts() {
	r := criteria.ByRegion(
		criteria.In(criteria.AtLeast("36"), criteria.TDMNPB, criteria.TN),
		criteria.In(criteria.Between("40", "60"), criteria.DBSH),
	)
	keys := r.Keys()
	for i, part := range r.Parts() {
		fmt.Println(r.Op(), keys[i], part.Op(), part.Numbers())
	}
	// Output:
	// byRegion [TDMNPB TN] atLeast [36]
	// byRegion [DBSH] between [40 60]
}

func ExampleSet_Assessor() {
	assess := basicSet().Assessor()
	var a criteria.Assessment
	for _, readings := range []string{`{"3.1": "79.9"}`, `{"3.1": "80"}`} {
		if err := assess(commune(readings), &a); err != nil {
			fmt.Println(err)
			return
		}
		l, _ := a.Line("3.1")
		fmt.Println(l.Verdict)
	}
	// Output:
	// not-met
	// met
}

// A service stores an answer, and years later shows whether it still comes out of the same
// dossier: the answer says by which sets and data it was calculated.
func ExampleSet_Replay() {
	set, _ := national.ByID(national.ID318I)
	share, _ := criteria.ParseReading("64/80")
	dossier := criteria.Dossier{
		Unit: "02743", Standard: criteria.Basic, AsOf: rule.Day(2024, 12, 31), Year: 2024,
		Profile: criteria.Profile{Region: criteria.TDMNPB}, Readings: map[string]criteria.Reading{"3.1": share},
	}
	assessment, _ := set.Assess(dossier)
	stored, _ := json.Marshal(assessment) // lean: Assessment.Report has the words and the dossier too

	replayed, _ := set.Replay(stored, &dossier)
	fmt.Println(replayed.Same)

	lie := bytes.Replace(stored, []byte(`"code":"3.1","verdict":"met"`), []byte(`"code":"3.1","verdict":"not-met"`), 1)
	replayed, _ = set.Replay(lie, &dossier)
	for _, f := range replayed.Differs {
		fmt.Println(f.Path, f.In(rule.En))
	}
	// Output:
	// true
	// criteria[2].indicators[0].verdict not-met is stored, met comes out
}
