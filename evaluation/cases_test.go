package evaluation_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation"
)

// question is what a case of this package gives. The scheme is "laocai" or the sample
// of main_test.go; adjust is its bonus and penalty.
type question struct {
	Scheme     string                 `json:"scheme"`
	Adjust     evaluation.Adjusting   `json:"adjust"`
	Table      json.RawMessage        `json:"table"`
	Weights    *evaluation.Weights    `json:"weights"`
	Thresholds *evaluation.Thresholds `json:"thresholds"`
	Sheet      *evaluation.Sheet      `json:"sheet"`
	Sheets     []evaluation.Sheet     `json:"sheets"`
	Policy     *evaluation.Policy     `json:"policy"`
	// Matrix is the day for which the matrix of the dispatch is taken; by default that of
	// the sheet. "none" is no matrix, "own" the one of the second province.
	Matrix  string `json:"matrix"`
	Combine bool   `json:"combine"`
	// Facts feed the lines of the sheet before it is scored; the answer is the fed sheet.
	Facts   *evaluation.Facts `json:"facts"`
	Caveats bool              `json:"caveats"`
}

var shippedSchemes = map[string]func() evaluation.Scheme{
	"laocai":        evaluation.LaoCai1686,
	"daklak":        evaluation.DakLak2126,
	"haiphong":      evaluation.HaiPhong212,
	"nd335":         evaluation.Decree335,
	"nd335-manager": evaluation.Decree335Manager,
}

func (q question) scheme() (evaluation.Scheme, error) {
	s := sample(q.Adjust, q.Adjust)
	var err error
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
func (q question) matrix() (duty.Matrix, error) {
	switch q.Matrix {
	case "none":
		return duty.Matrix{}, nil
	case "own":
		return secondMatrix, nil
	case "":
		return matrixOf(*q.Sheet), nil
	}
	day, err := rule.ParseDay(q.Matrix)
	if err != nil {
		return duty.Matrix{}, err
	}
	return laocai.InForce(day)
}

// matrixOf is the matrix of the dispatch on the day on which a sheet was published or last
// signed, else on the last day of 2021.
func matrixOf(s evaluation.Sheet) duty.Matrix {
	day := s.Published
	for _, e := range s.Evaluators {
		if !s.Published.IsValid() && e.Signed.After(day) {
			day = e.Signed
		}
	}
	if !day.IsValid() {
		day = rule.Day(2021, 12, 31)
	}
	return must(laocai.InForce(day))
}

func judge(given json.RawMessage) (any, rule.Findings, error) {
	var q question
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

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), judge)
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(evaluation.Rules(), cases))
}

func TestCodesArePermanent(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", evaluation.Rules())
}

// Every rule that names a duty names one of the dispatch's.
func TestDutiesExist(t *testing.T) {
	t.Parallel()
	var guarded int
	for _, r := range evaluation.Rules() {
		if r.Duty == "" {
			continue
		}
		guarded++
		require.True(t, slices.ContainsFunc(laocai.Catalogue(), func(d duty.Duty) bool { return d.ID == r.Duty }), "%s: %s", r.Code, r.Duty)
	}
	require.NotZero(t, guarded)
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, evaluation.Table{}, evaluation.Weights{}, evaluation.Thresholds{}, evaluation.Sheet{},
		evaluation.SupportWork{}, evaluation.SupportOutcome{}, evaluation.CommuneResult{}, evaluation.Policy{}, evaluation.Entry{},
		evaluation.Facts{}, evaluation.Derivation{}, evaluation.Event{}, evaluation.Band{}, evaluation.Condition{})
}

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), judge)
}
