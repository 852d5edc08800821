package evaluation

import (
	"encoding/json"
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const resultFormat = "giupxa.result/1"

// resultJSON is all from which total, bounds, rating and findings can be derived again.
type resultJSON struct {
	About       *subjectJSON    `json:"about"`
	Grounds     rule.Grounds    `json:"grounds"`
	Scale       *scaleJSON      `json:"scale"`
	Combining   *combiningJSON  `json:"combining,omitempty"` // where parts were combined
	Provisional bool            `json:"provisional"`
	Total       rule.Fraction   `json:"total"`
	Rounded     rule.Number     `json:"rounded"`
	Low         rule.Fraction   `json:"low"`
	High        rule.Fraction   `json:"high"`
	Bonus       rule.Fraction   `json:"bonus"`
	Penalty     rule.Fraction   `json:"penalty"`
	Self        rule.Fraction   `json:"self"`
	Gap         rule.Fraction   `json:"gap"`
	OutOf       rule.Fraction   `json:"outOf"`
	Rating      Rating          `json:"rating"`
	Band        string          `json:"band,omitempty"` // the code
	Unrated     rule.Findings   `json:"unrated"`
	Lines       []Working       `json:"lines,omitempty" validate:"dive"`
	Parts       []Result        `json:"parts,omitempty"`
	Findings    rule.Findings   `json:"findings"`
	Caveats     rule.Findings   `json:"caveats"`
	Sheet       json.RawMessage `json:"sheet,omitempty"` // the record that was judged
}

// scaleJSON is what decided besides the maxima of the lines, which are in the working.
type scaleJSON struct {
	Name       rule.Text       `json:"name"`
	Source     rule.Source     `json:"source"`
	Period     rule.Span       `json:"period,omitzero"`
	ReplacedBy rule.Source     `json:"replacedBy,omitzero"`
	Max        rule.Number     `json:"max"`
	Places     int             `json:"places"`
	Rounding   rule.Rounding   `json:"rounding,omitzero"`
	RoundAt    RoundAt         `json:"roundAt,omitzero"`
	WeightsBy  Given           `json:"weightsBy,omitzero"`
	Confidence rule.Confidence `json:"confidence,omitzero"`
	Columns    []Column        `json:"columns,omitempty" validate:"dive"`
	Rates      string          `json:"rates,omitempty"`
	Thresholds Thresholds      `json:"thresholds,omitzero"`
	Bands      []Band          `json:"bands,omitempty" validate:"dive"`
	Conditions []Condition     `json:"conditions,omitempty" validate:"dive"`
	Unassigned Unassigned      `json:"unassigned,omitzero"`
	Bonus      Adjusting       `json:"bonus"`
	Penalty    Adjusting       `json:"penalty"`
	YearFrom   string          `json:"yearFrom,omitempty"`
	Slips      []Slip          `json:"slips,omitempty" validate:"dive"`
}

type combiningJSON struct {
	How     Combining     `json:"how"`
	Weights []rule.Number `json:"weights,omitempty"` // of the parts that count; null where none is given
	MinDays int           `json:"minDays,omitempty"`
	Days    []int         `json:"days,omitempty"` // of the parts, where days matter
}

// MarshalJSON writes the result with its working, the figures of the scheme and the sheet
// that was scored; exact values are texts, and what is not known is null.
func (r Result) MarshalJSON() ([]byte, error) {
	out := resultJSON{
		Grounds: r.Grounds(), Provisional: r.Provisional(), Total: r.Total(), Rounded: r.Rounded(), Low: r.low, High: r.high,
		Bonus: r.bonus, Penalty: r.penalty, Self: r.Self(), Gap: r.Gap(), OutOf: r.outOf, Lines: slices.Collect(r.Lines()), Parts: r.parts,
		Findings: r.findings, Caveats: r.Caveats(),
	}
	if r.about != nil {
		about := toJSON(r.about)
		out.About = &about
	}
	if r.c != nil {
		t := &r.c.table
		out.Scale = &scaleJSON{
			Name: t.Name, Source: t.Source, Period: r.period, ReplacedBy: t.ReplacedBy, Max: t.Max, Places: t.Places, Rounding: t.Rounding, RoundAt: t.RoundAt,
			WeightsBy: t.WeightsBy, Confidence: t.Confidence, Columns: t.Columns, Rates: t.Rates, Thresholds: t.Thresholds, Bands: t.Bands, Conditions: t.Conditions,
			Unassigned: t.Unassigned, Bonus: t.Bonus, Penalty: t.Penalty, YearFrom: t.YearFrom, Slips: t.Slips,
		}
	}
	if r.how != nil {
		out.Combining = &combiningJSON{r.how.how, r.how.weights, r.how.least, r.how.days}
	}
	if r.kept != nil {
		out.Sheet, _ = json.Marshal(r.sheet()) // a sheet that has no JSON is left out, and has no digest
	}
	out.Rating, out.Unrated = r.Rating()
	if band, given := r.Band(); given {
		out.Band = band.Code
	}
	return form.Encode(resultFormat, out)
}

// Replay scores a stored result again, of the sheet that is given or else of the one that
// was stored with it. It says whether the same comes out, what differs, or that the sheet
// was not kept: a host that may not keep sheets takes the member "sheet" out of what it
// stores. The error is misuse: a text that is no result, one of parts ([Policy.Replay]), a
// sheet of another scheme.
func (s Scheme) Replay(stored []byte, sheet *Sheet) (rule.Replayed, error) {
	in, err := readStored(stored)
	switch {
	case err != nil:
		return rule.Replayed{}, err
	case in.Parts != nil:
		return rule.Replayed{}, rule.NewMisuse(ErrParts, rule.Text{Vi: "kết quả gộp từ nhiều phần; tính lại bằng chính sách đánh giá", En: "the result was put together from parts; the policy replays it"})
	case sheet == nil:
		sheet = in.Sheet
	}
	if sheet == nil {
		return rule.NotKept(), nil
	}
	again, err := s.Score(*sheet)
	if err != nil {
		return rule.Replayed{}, err
	}
	return again.against(stored)
}

// Replay scores and combines the parts of a stored result again, of the sheets that are
// given or else of those that were stored with it, in the order of its parts. It answers as
// [Scheme.Replay] does.
func (p Policy) Replay(stored []byte, s Scheme, sheets ...Sheet) (rule.Replayed, error) {
	in, err := readStored(stored)
	switch {
	case err != nil:
		return rule.Replayed{}, err
	case in.Parts == nil:
		return rule.Replayed{}, rule.NewMisuse(ErrParts, rule.Text{Vi: "kết quả không gộp từ phần nào; tính lại bằng biểu điểm", En: "the result has no parts; the scheme replays it"})
	case len(sheets) == 0:
		for _, part := range in.Parts {
			if part.Sheet == nil {
				return rule.NotKept(), nil
			}
			sheets = append(sheets, *part.Sheet)
		}
	}
	parts := make([]Result, len(sheets))
	for i := range sheets {
		if parts[i], err = s.Score(sheets[i]); err != nil {
			return rule.Replayed{}, err
		}
	}
	again, err := p.Combine(parts...)
	if err != nil {
		return rule.Replayed{}, err
	}
	return again.against(stored)
}

// storedResult is what is read of a stored result.
type storedResult struct {
	Sheet *Sheet
	Parts []struct{ Sheet *Sheet }
}

// readStored reads it. Faults of form in the sheet are no fault of the question: the sheet
// was scored with them, and its digest tells whether it is the one that was.
func readStored(stored []byte) (storedResult, error) {
	var in storedResult
	err := rule.ReadStored(stored, resultFormat, &in)
	if _, isForm := rule.FindingsIn(err); isForm {
		err = nil
	}
	return in, err
}

func (r Result) against(stored []byte) (rule.Replayed, error) {
	again, err := json.Marshal(r)
	if err != nil {
		return rule.Replayed{}, err
	}
	return rule.Replay(stored, again, "sheet")
}
