package evaluation

import (
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const (
	schemeFormat = "giupxa.scheme/1"
	// maxLineDepth is how deep lines may nest; the deepest sheet seen has three levels.
	maxLineDepth = 8
	maxLines     = 1000
)

// Table is what a scheme is made of: plain data that a jurist can read line by line
// and that is stored as JSON. [NewScheme] makes a [Scheme] of it. All points have at
// most nine decimals and are at most 1,000,000; there are at most 1,000 lines.
type Table struct {
	ID      string    `json:"id" validate:"required,max=64"` // "1686/QĐ-UBND"
	Version string    `json:"version" validate:"max=64"`     // of the data, as a day: "2026-11-25"
	Name    rule.Text `json:"name"`
	// Source is the document that issues the score sheet, Span the days on which it served.
	Source rule.Source `json:"source"`
	Span   rule.Span   `json:"span,omitzero"`
	// Period is the days of which the text that asks for the evaluation speaks, open where
	// it names none. A result of a later year says so.
	Period rule.Span `json:"period,omitzero"`
	// ReplacedBy is the document that replaced it, zero where none did.
	ReplacedBy rule.Source `json:"replacedBy,omitzero"`
	// Max is the maximum of the scale: 100.
	Max   rule.Number `json:"max"`
	Lines []Line      `json:"lines" validate:"dive"`
	// WeightsBy is set where the maxima of the lines are not the document's own.
	WeightsBy Given `json:"weightsBy,omitzero"`
	// Confidence is how well the figures are known; not stated where they are the document's
	// own words.
	Confidence rule.Confidence `json:"confidence,omitzero"`
	// Columns names the columns of marks: more than "self" and "verified", or these two by
	// the document's own words. Rates is the code of the one that rates, "verified" where it
	// is not given.
	Columns []Column `json:"columns,omitempty" validate:"max=6,dive"`
	Rates   string   `json:"rates,omitempty" validate:"max=64"`
	// Thresholds or Bands give the ratings; where neither is given none is known.
	Thresholds Thresholds  `json:"thresholds,omitzero"`
	Bands      []Band      `json:"bands,omitempty" validate:"max=50,dive"`
	Conditions []Condition `json:"conditions,omitempty" validate:"max=50,dive"`
	Unassigned Unassigned  `json:"unassigned,omitzero"`
	Bonus      Adjusting   `json:"bonus,omitzero"`
	Penalty    Adjusting   `json:"penalty,omitzero"`
	// Places is how many decimal places a score has where it is rounded (0 to 9), Rounding
	// how, RoundAt when. By default it is rounded for display, and nothing is decided on it.
	Places   int           `json:"places,omitempty" validate:"gte=0,lte=9"`
	Rounding rule.Rounding `json:"rounding,omitzero"`
	RoundAt  RoundAt       `json:"roundAt,omitzero"`
	// YearFrom is the month and day ("11-15") of the year before on which the year that is
	// scored begins; not given where it is the calendar year.
	YearFrom string `json:"yearFrom,omitempty" validate:"max=5"`
	Slips    []Slip `json:"slips,omitempty" validate:"max=50,dive"`
}

// Column is a column of marks: who scored.
type Column struct {
	Code string    `json:"code" validate:"required,max=64"`
	Name rule.Text `json:"name"`
}

// Line is a heading or a line of a score sheet (mục chấm). A line with lines of its
// own is the sum of them; where it is Scaled, that sum carried from what its lines could
// come to over to its own maximum, so that (a + b + c)/3 × 70/100 is a heading of 70 points
// over three lines of 100.
type Line struct {
	Code string    `json:"code" validate:"required,max=64"`
	Name rule.Text `json:"name"`
	// Max is its maximum (điểm chuẩn); not given means not known.
	Max   rule.Number `json:"max"`
	Lines []Line      `json:"lines,omitempty" validate:"dive"`
	// Scaled is for a heading whose lines have a scale of their own.
	Scaled bool    `json:"scaled,omitempty"`
	Marks  Scoring `json:"marks,omitzero"`
	// Side sets a line apart from the scale: its points are a bonus or a penalty. The lines
	// of such a heading are of its side.
	Side Side `json:"side,omitzero"`
	// Measure is what of the facts gives the line its mark ([Scheme.Feed]).
	Measure Measure `json:"measure,omitzero"`
}

// Given says who gave figures that the document does not hold or that could not be
// read in it.
type Given struct {
	Caller bool `json:"caller,omitempty"`
	// Source is what the caller took them from, if anything.
	Source rule.Source `json:"source,omitzero"`
	// Illustrative marks figures that no decision holds, made up to show how it works.
	Illustrative bool `json:"illustrative,omitempty"`
}

// Weights are the caller's maxima of the lines, by code, for [Scheme.WithWeights].
type Weights struct {
	Max   map[string]rule.Number `json:"max"`
	Given Given                  `json:"given,omitzero"`
}

const weightsFormat = "giupxa.weights/1"

// UnmarshalJSON reads weights and reports every fault of their form.
func (w *Weights) UnmarshalJSON(data []byte) error {
	type plain Weights
	return form.Decode(data, weightsFormat, (*plain)(w))
}

// MarshalJSON writes the weights with their format version.
func (w Weights) MarshalJSON() ([]byte, error) {
	type plain Weights
	return form.Encode(weightsFormat, plain(w))
}

// Thresholds are the least totals of the ratings. Below Completed a score is NotCompleted.
// All three are given or none.
type Thresholds struct {
	Excellent rule.Number `json:"excellent"`
	Good      rule.Number `json:"good"`
	Completed rule.Number `json:"completed"`
	// Above says which of them are not included («trên 90 điểm»); by default each is («từ
	// 90 điểm trở lên»).
	Above Above `json:"above,omitzero"`
	Given Given `json:"given,omitzero"`
}

// Above says of each threshold whether a score must be above it.
type Above struct {
	Excellent bool `json:"excellent,omitempty"`
	Good      bool `json:"good,omitempty"`
	Completed bool `json:"completed,omitempty"`
}
