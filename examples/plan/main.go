// Command plan builds, checks and shows the plan of a leader who helps a commune.
//
//	go run ./examples/plan                                the plan of 2021 for Minh Lương, as a tree
//	go run ./examples/plan -date 2021-12-03 -lang en      its progress on a day
//	go run ./examples/plan -gantt                         over the weeks, as text
//	go run ./examples/plan -json plan.json                what is found, as JSON
//	go run ./examples/plan -build 2022 -every 2 plan.json a skeleton for its assignment
//
// The file holds an assignment and what there is of its plans: "mandate" (lao-cai-2021,
// hoa-binh-2023, or a mandate), "assignment", "period", "annual" or "versions", "situation"
// and "stated", a total of contributions that a document states. The plan built in is
// illustrative; real are the 52 tonnes of cement for 62 households, 38 of them done on
// 03/12/2021.
package main

import (
	_ "embed"
	"encoding/json"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/examples/internal/program"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/contribution"
	"github.com/giupxa/giupxa/plan/progress"
)

//go:embed minh-luong-2021.json
var minhLuong []byte

func main() { newProgram().Main() }

// question is what is asked of a plan.
type question struct {
	date, build, issued, every string
	gantt, json                bool
}

func newProgram() program.Program {
	q := question{every: "1"}
	return program.Program{
		Name: "plan",
		About: rule.Text{
			Vi: "Dựng khung, kiểm tra và in kế hoạch giúp đỡ xã: kế hoạch theo quý, tháng, việc làm; đã làm đến đâu so với thời gian đã qua; còn thiếu gì theo văn bản của tỉnh.",
			En: "Builds, checks and shows the plan of help to a commune: by quarter, month and activity; how far it has come against the time gone; what it lacks by the province's text.",
		},
		File: rule.Text{Vi: "phân công và kế hoạch (JSON); không ghi: kế hoạch minh họa của xã Minh Lương; «-» là đầu vào chuẩn", En: "an assignment and its plans (JSON); left out: the illustrative plan for Minh Lương; - is the standard input"},
		Flags: []program.Flag{
			{Name: "date", Value: &q.date, Words: rule.Text{Vi: "tính đến ngày này; không ghi: ngày ghi sau cùng trong kế hoạch", En: "as of this day; left out: the last day on which the plan has a count"}},
			{Name: "gantt", On: &q.gantt, Words: rule.Text{Vi: "in theo tuần", En: "print it over the weeks"}},
			{Name: "json", On: &q.json, Words: rule.Text{Vi: "in ra JSON", En: "print JSON"}},
			{Name: "build", Value: &q.build, Words: rule.Text{Vi: "dựng khung kế hoạch của năm này (JSON)", En: "build the skeleton of a plan of this year (JSON)"}},
			{Name: "issued", Value: &q.issued, Words: rule.Text{Vi: "ngày ban hành của khung", En: "the day of issue of the skeleton"}},
			{Name: "every", Value: &q.every, Words: rule.Text{Vi: "mấy tháng đi cơ sở một lần, trong khung", En: "months from one visit to the next in the skeleton"}},
		},
		Examples: []string{
			"go run ./examples/plan -gantt",
			"go run ./examples/plan -json -date 2021-12-31 ke-hoach.json",
			"go run ./examples/plan -build 2022 -issued 20/12/2021 -every 2 ke-hoach.json",
		},
		Run: func(c *program.Call) error { return q.run(c) }, //nolint:gocritic // flags are read before it runs
	}
}

// input is what a file holds.
type input struct {
	Mandate    *mandate              `json:"mandate,omitempty"`
	Assignment assignment.Assignment `json:"assignment"`
	Period     *plan.Period          `json:"period,omitempty"`
	Annual     *plan.Annual          `json:"annual,omitempty"`
	Versions   plan.Versions         `json:"versions,omitempty"`
	Situation  *plan.Situation       `json:"situation,omitempty"`
	Stated     rule.Number           `json:"stated"`
}

type plainInput input

// UnmarshalJSON reads the file and reports every fault of its form.
func (in *input) UnmarshalJSON(data []byte) error { return form.Decode(data, "", (*plainInput)(in)) }

// mandate is the name of one that the library has, or a province's own.
type mandate struct{ plan.Mandate }

// shipped are the mandates that the library has.
func shipped() []plan.Mandate { return []plan.Mandate{plan.LaoCai2021(), plan.HoaBinh2023()} }

// UnmarshalJSON reads a name or a mandate.
func (m *mandate) UnmarshalJSON(data []byte) error {
	var name string
	if json.Unmarshal(data, &name) != nil {
		return json.Unmarshal(data, &m.Mandate)
	}
	var list strings.Builder
	for _, s := range shipped() {
		if s.ID == name {
			m.Mandate = s
			return nil
		}
		list.WriteString(" " + s.ID)
	}
	return rule.NewMisread(name, nil, "không có quy định này; có:"+list.String(), "there is no such mandate; there are"+list.String())
}

func (q question) run(c *program.Call) error {
	var in input
	if c.File == "" {
		if err := json.Unmarshal(minhLuong, &in); err != nil {
			return err
		}
	} else if err := c.Decode(c.File, &in); err != nil {
		return err
	}
	if in.Mandate == nil {
		in.Mandate = &mandate{plan.LaoCai2021()}
	}
	if q.build != "" {
		return q.skeleton(c, in)
	}
	a, err := q.answer(in)
	if err != nil {
		return err
	}
	switch {
	case q.json:
		err = c.JSON(a)
	case q.gantt:
		err = c.Print(a.gantt(c.Lang))
	default:
		err = c.Print(a.page(c.Lang))
	}
	if err == nil && a.Findings.Has(rule.Broken) {
		return program.ErrFound
	}
	return err
}

// skeleton prints a plan of the year to be filled in, by the cadence and the goals of the file.
func (q question) skeleton(c *program.Call, in input) error {
	year, err := strconv.Atoi(q.build)
	every, err2 := strconv.Atoi(q.every)
	if err != nil || err2 != nil {
		return program.Wrong(rule.Text{Vi: "-build và -every là số: «{build}», «{every}»", En: "-build and -every are numbers: {build}, {every}"}, rule.A("build", q.build), rule.A("every", q.every))
	}
	o := plan.Outline{Year: year, TeamMeetings: []string{"họp thôn"}, Cadence: plan.Cadence{Every: every, Between: q.between()}}
	if q.issued != "" {
		if o.Issued, err = rule.ParseDate(q.issued); err != nil {
			return program.Misuse{Err: err}
		}
	}
	if in.Period != nil {
		for _, g := range in.Period.Goals {
			own := plan.Goal{ID: "g-" + g.ID, Program: g.Program, Text: g.Text, Unit: g.Unit, Set: g.Set, Criteria: g.Criteria, Serves: g.ID}
			for _, t := range g.ByYear {
				if t.Year == year {
					own.Target = t.Target
				}
			}
			o.Goals = append(o.Goals, own)
		}
	}
	annual, err := in.Mandate.Skeleton(in.Assignment, o)
	if err != nil {
		return program.Misuse{Err: err}
	}
	return c.JSON(annual)
}

// between is the reason for the months without a visit.
func (q question) between() string {
	if q.every == "1" {
		return ""
	}
	return "đi cơ sở " + q.every + " tháng một lần"
}

// answer is what there is to say of a plan on a day.
type answer struct {
	Day      civil.Date          `json:"day,omitzero"`
	Span     rule.Span           `json:"span,omitzero"`
	Progress progress.Node       `json:"progress"`
	Goals    []chain             `json:"goals"`
	Promised contribution.Totals `json:"promised"`
	Received contribution.Totals `json:"received"`
	Changes  []plan.Change       `json:"changes"`
	Findings rule.Findings       `json:"findings"`
	Mandate  rule.Edition        `json:"mandate"`
	annual   plan.Annual
	about    assignment.Assignment
}

// chain is what a goal of the year serves: a goal of the period, and through it a plan of the
// province.
type chain struct {
	Goal     plan.Goal   `json:"goal"`
	Serves   string      `json:"serves,omitempty"` // the words of the goal of the period
	Province rule.Source `json:"province,omitzero"`
}

func (q question) answer(in input) (answer, error) {
	m := in.Mandate.Mandate
	if in.Annual == nil && len(in.Versions) > 0 {
		last := in.Versions[len(in.Versions)-1]
		in.Annual = &last
	}
	if in.Annual == nil {
		return answer{}, program.Wrong(rule.Text{Vi: "tệp không có kế hoạch năm («annual» hoặc «versions»)", En: "the file has no annual plan (annual or versions)"})
	}
	a := answer{annual: *in.Annual, about: in.Assignment, Mandate: m.Edition(), Goals: []chain{}, Changes: program.List(in.Versions.Changes())}
	if measure, ok := m.Measure(in.Versions); ok {
		a.annual = measure
	}
	span, ok := m.Span(a.annual, in.Assignment)
	if !ok {
		span = rule.Year(max(1, min(a.annual.Year, 9999)))
	}
	a.Span, a.Day = span, lastCount(a.annual, span)
	if q.date != "" {
		day, err := rule.ParseDate(q.date)
		if err != nil {
			return answer{}, program.Misuse{Err: err}
		}
		a.Day = day
	}
	a.Progress = progress.Of(a.annual, span, a.Day)
	a.Findings = a.check(m, in)
	return a, nil
}

func (a *answer) check(m plan.Mandate, in input) rule.Findings {
	found := m.Check(*in.Annual, in.Assignment).Under("annual")
	above := map[string]plan.Goal{}
	if in.Period != nil {
		found = append(found, m.Check(*in.Period, in.Assignment).Under("period")...)
		found = append(found, m.CheckTrace(*in.Annual, *in.Period).Under("annual")...)
		for _, g := range in.Period.Goals {
			above[rule.Normal(g.ID)] = g
		}
	}
	for _, g := range in.Annual.Goals {
		served := above[rule.Normal(g.Serves)]
		a.Goals = append(a.Goals, chain{g, served.Text, served.Provincial})
	}
	found = append(found, m.CheckVersions(in.Versions)...)
	if in.Situation != nil {
		found = append(found, m.CheckSituation(*in.Annual, *in.Situation).Under("annual")...)
	}
	items := contribution.Until(contribution.Of(*in.Annual, in.Assignment.Commune), a.Day)
	var told rule.Findings
	a.Promised, told = contribution.Sum(items, plan.Promised)
	found = append(found, told...)
	a.Received, told = contribution.Sum(items, plan.Received)
	found = append(found, told...)
	return append(program.List(found), a.Received.All.Compare(in.Stated)...)
}

// lastCount is the last day on which somebody counted, or the last of the span.
func lastCount(p plan.Annual, span rule.Span) civil.Date {
	var last civil.Date
	for _, q := range p.Quarters {
		for _, m := range q.Months {
			for _, x := range m.Activities {
				for _, d := range x.Done {
					if d.On.IsValid() && d.On.After(last) {
						last = d.On
					}
				}
			}
		}
	}
	if last.IsZero() {
		return span.To
	}
	return last
}
