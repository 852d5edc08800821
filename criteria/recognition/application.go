package recognition

import (
	"math/big"

	"cloud.google.com/go/civil"
	"github.com/shopspring/decimal"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const applicationFormat = "giupxa.application/1"

// Application is what the four conditions look at: one commune, one standard, one day.
type Application struct {
	Unit     string            `json:"unit" validate:"max=64"`
	UnitName string            `json:"unitName,omitempty" validate:"max=256"`
	Standard criteria.Standard `json:"standard,omitzero"`
	Set      string            `json:"set,omitempty" validate:"max=64"`
	// Year is the dossier year, whose demands the criteria were judged by; On is the day
	// of consideration, often in the year after. The conditions go by the day.
	Year int        `json:"year,omitempty" validate:"min=0,max=9999"`
	On   civil.Date `json:"on,omitzero"`
	// Criteria is the verdict on the whole set, as an assessment gives it.
	Criteria criteria.Verdict `json:"criteria"`
	// NoArrears is Met where no arrears of basic construction are outstanding.
	NoArrears criteria.Verdict `json:"noArrears"`
	Survey    Survey           `json:"survey"`
	Security  Security         `json:"security"`
}

// Survey is the result of asking the residents (lấy ý kiến về sự hài lòng).
type Survey struct {
	Turnout Rate `json:"turnout"` // those asked, of the households
	Overall Rate `json:"overall"` // those satisfied on the whole, of those asked
	// Contents is the same for each content asked about; AllContents says that none is
	// left out, without which "each" cannot be found met.
	Contents    []Content `json:"contents,omitempty" validate:"max=200"`
	AllContents bool      `json:"allContents,omitempty"`
}

// Content is one content of a survey.
type Content struct {
	Name string `json:"name" validate:"max=256"`
	Rate Rate   `json:"rate"`
}

// Rate is a share by its counts, or a percentage as published. Where both are
// given the counts decide, and the percentage must agree with them to its last place.
type Rate struct {
	Part    rule.Number `json:"part"`
	Whole   rule.Number `json:"whole"`
	Percent rule.Number `json:"percent"`
}

// Security is what the police found, under the title it bears.
type Security struct {
	Title   Title            `json:"title,omitzero"`
	Verdict criteria.Verdict `json:"verdict"`
}

// UnmarshalJSON reads an application and reports all its faults of form at once.
func (a *Application) UnmarshalJSON(data []byte) error {
	type plain Application
	return form.Decode(data, applicationFormat, (*plain)(a))
}

// MarshalJSON writes the application with its format version.
func (a Application) MarshalJSON() ([]byte, error) {
	type plain Application
	return form.Encode(applicationFormat, plain(a))
}

// Known reports whether the rate is given.
func (r Rate) Known() bool { return r.counted() || r.Percent.Known() }

func (r Rate) counted() bool { return r.Part.Known() && r.Whole.Known() }

// In says the rate: "912/1000" or "91,2 %".
func (r Rate) In(l rule.Lang) string {
	switch {
	case r.counted():
		return r.Part.In(l) + "/" + r.Whole.In(l)
	case r.Percent.Known():
		return r.Percent.In(l) + " %"
	default:
		return rule.Text{Vi: "chưa có số liệu", En: "no figure"}.In(l)
	}
}

// possible reports whether the numbers can be a rate.
func (r Rate) possible() bool {
	if r.Percent.Known() && (r.Percent.Sign() < 0 || r.Percent.Cmp(rule.Int(100)) > 0) {
		return false
	}
	for _, n := range []rule.Number{r.Part, r.Whole} {
		if n.Known() && (n.Sign() < 0 || !n.Decimal().IsInteger()) {
			return false
		}
	}
	if !r.counted() {
		return true
	}
	if r.Whole.Sign() == 0 || r.Part.Cmp(r.Whole) > 0 {
		return false
	}
	return !r.Percent.Known() || r.agrees()
}

// agrees reports whether the percentage is the counts rounded or cut at its last
// place.
func (r Rate) agrees() bool {
	exact := new(big.Rat).Quo(r.Part.Rat(), r.Whole.Rat())
	exact.Mul(exact, big.NewRat(100, 1))
	last := decimal.New(1, min(r.Percent.Decimal().Exponent(), 0)).Rat()
	return exact.Sub(exact, r.Percent.Rat()).Abs(exact).Cmp(last) < 0
}

// atLeast compares with a percentage, without dividing.
func (r Rate) atLeast(percent rule.Number) criteria.Verdict {
	var reached bool
	switch {
	case !percent.Known() || !r.Known():
		return criteria.Unknown
	case r.counted():
		reached = r.Part.Decimal().Shift(2).Cmp(percent.Decimal().Mul(r.Whole.Decimal())) >= 0
	default:
		reached = r.Percent.Cmp(percent) >= 0
	}
	if reached {
		return criteria.Met
	}
	return criteria.NotMet
}
