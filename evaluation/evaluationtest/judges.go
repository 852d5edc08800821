package evaluationtest

import (
	_ "embed"
	"encoding/json"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/evaluation/rating"
	"github.com/giupxa/giupxa/evaluation/rollup"
)

// Judges answer the published case files of evaluation and of the packages above it, by the
// name of the operation. examples/conformance says what each is given and answers.
func Judges() map[string]ruletest.Judge {
	return map[string]ruletest.Judge{
		"evaluation.score": judgeSheet,
		"rating.rate":      judgeRating,
		"rank.order":       judgeRank,
		"rollup.add":       judgeRollup,
	}
}

// sample is the scheme of a case that names none.
//
//go:embed values/sample.json
var sample []byte

var shippedSchemes = map[string]func() evaluation.Scheme{
	"laocai":        evaluation.LaoCai1686,
	"daklak":        evaluation.DakLak2126,
	"haiphong":      evaluation.HaiPhong212,
	"nd335":         evaluation.Decree335,
	"nd335-manager": evaluation.Decree335Manager,
}

// question is what a case of this package gives. The scheme is one that the library
// ships, or the sample; adjust is the bonus and the penalty of the sample.
type sheetQuestion struct {
	Scheme     string                 `json:"scheme"`
	Adjust     evaluation.Adjusting   `json:"adjust"`
	Table      json.RawMessage        `json:"table"`
	Weights    *evaluation.Weights    `json:"weights"`
	Thresholds *evaluation.Thresholds `json:"thresholds"`
	Sheet      *evaluation.Sheet      `json:"sheet"`
	Sheets     []evaluation.Sheet     `json:"sheets"`
	Policy     *evaluation.Policy     `json:"policy"`
	// Matrix is the day for which the matrix of the dispatch is taken; by default that of
	// the sheet. "none" is no matrix; a province's own is written out.
	Matrix  json.RawMessage `json:"matrix"`
	Combine bool            `json:"combine"`
	// Facts feed the lines of the sheet before it is scored; the answer is the fed sheet.
	Facts   *evaluation.Facts `json:"facts"`
	Caveats bool              `json:"caveats"`
}

func (q sheetQuestion) scheme() (s evaluation.Scheme, err error) {
	if err := json.Unmarshal(sample, &s); err != nil {
		return s, err
	}
	if q.Adjust != 0 {
		t := s.Table()
		t.Bonus, t.Penalty = q.Adjust, q.Adjust
		if s, err = evaluation.NewScheme(t); err != nil {
			return s, err
		}
	}
	if shipped, is := shippedSchemes[q.Scheme]; is {
		s = shipped()
	}
	if q.Table != nil {
		if err = json.Unmarshal(q.Table, &s); err != nil {
			return s, err
		}
	}
	if q.Weights != nil {
		if s, err = s.WithWeights(*q.Weights); err != nil {
			return s, err
		}
	}
	if q.Thresholds != nil {
		return s.WithThresholds(*q.Thresholds)
	}
	return s, nil
}

// matrix is the one under which the sheet of the case is judged.
func (q sheetQuestion) matrix() (m duty.Matrix, err error) {
	var name string
	if len(q.Matrix) > 0 && json.Unmarshal(q.Matrix, &name) != nil {
		return m, json.Unmarshal(q.Matrix, &m)
	}
	switch name {
	case "none":
		return m, nil
	case "":
		return laocai.InForce(dayOf(*q.Sheet))
	}
	day, err := rule.ParseDay(name)
	if err != nil {
		return duty.Matrix{}, err
	}
	return laocai.InForce(day)
}

func judgeSheet(given json.RawMessage) (any, rule.Findings, error) {
	var q sheetQuestion
	if err := form.Decode(given, "", &q); err != nil {
		return nil, nil, err
	}
	s, err := q.scheme()
	if err != nil {
		return nil, nil, err
	}
	switch {
	case q.Combine:
		var parts []evaluation.Result
		for _, sheet := range q.Sheets {
			part, err := s.Score(sheet)
			if err != nil {
				return nil, nil, err
			}
			parts = append(parts, part)
		}
		r, err := q.Policy.Combine(parts...)
		return r, r.Findings(), err
	case q.Sheets != nil:
		return nil, q.Policy.CheckAll(q.Sheets), nil
	case q.Sheet == nil:
		return nil, s.Caveats(), nil
	case q.Facts != nil:
		fed, found, err := s.Feed(*q.Sheet, *q.Facts)
		return fed, found, err
	case q.Policy != nil:
		m, err := q.matrix()
		return nil, q.Policy.Check(*q.Sheet, s, m), err
	}
	r, err := s.Score(*q.Sheet)
	if err != nil {
		return nil, nil, err
	}
	found := r.Findings()
	if q.Caveats {
		_, found = r.Rating()
		found = append(found, r.Caveats()...)
	}
	return r, found, nil
}

// dayOf is the day on which a sheet was published or last signed, else the last of 2021.
func dayOf(s evaluation.Sheet) civil.Date {
	day := s.Published
	for _, e := range s.Evaluators {
		if !s.Published.IsValid() && e.Signed.After(day) {
			day = e.Signed
		}
	}
	if !day.IsValid() {
		day = rule.Day(2021, 12, 31)
	}
	return day
}

type ratingQuestion struct {
	Rulebook rating.Rulebook `json:"rulebook"`
	Record   rating.Record   `json:"record"`
}

func judgeRating(given json.RawMessage) (any, rule.Findings, error) {
	var q ratingQuestion
	if err := form.Decode(given, "", &q); err != nil {
		return nil, nil, err
	}
	r, err := q.Rulebook.Rate(q.Record)
	return r, r.Findings(), err
}

type rankQuestion struct {
	Policy rank.Policy `json:"policy"`
	List   rank.List   `json:"list"`
}

func judgeRank(given json.RawMessage) (any, rule.Findings, error) {
	var q rankQuestion
	if err := form.Decode(given, "", &q); err != nil {
		return nil, nil, err
	}
	a, err := q.Policy.Order(q.List)
	return a, a.Findings(), err
}

// judgeRollup reads one of a statement, a snapshot, or two of them.
func judgeRollup(given json.RawMessage) (any, rule.Findings, error) {
	var in struct {
		Statement *rollup.Statement `json:"statement"`
		Snapshot  *rollup.Snapshot  `json:"snapshot"`
		Between   []rollup.Snapshot `json:"between"`
	}
	if err := json.Unmarshal(given, &in); err != nil {
		return nil, nil, err
	}
	switch {
	case in.Snapshot != nil:
		r := in.Snapshot.Up(org.Gazetteer{}, org.LevelDistrict, rollup.Band{From: 0, To: 1}, rollup.Band{From: 2, To: 2})
		return r, r.Found, nil
	case in.Between != nil:
		c, err := rollup.Between(in.Between[0], in.Between[1])
		return c, c.Found, err
	}
	answer := map[string]any{}
	var sums, rates, distributions []any
	for _, s := range in.Statement.Sums {
		sums = append(sums, s.Total())
	}
	for _, r := range in.Statement.Rates {
		var of []any
		for _, p := range r.Parts {
			of = append(of, p.Exact())
		}
		rates = append(rates, of)
	}
	for _, d := range in.Statement.Distributions {
		least, most, _ := d.Bounds()
		low, high := d.MeanBounds()
		from, to, _ := d.Fits()
		distributions = append(distributions, map[string]any{"least": least, "most": most, "low": low, "high": high, "from": from, "to": to})
	}
	answer["sums"], answer["rates"], answer["distributions"] = sums, rates, distributions
	return answer, in.Statement.Check(), nil
}
