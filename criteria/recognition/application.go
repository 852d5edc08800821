package recognition

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
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
	Contents    []Content `json:"contents,omitempty" validate:"max=200,dive"`
	AllContents bool      `json:"allContents,omitempty"`
}

// Content is one content of a survey.
type Content struct {
	Name string `json:"name" validate:"max=256"`
	Rate Rate   `json:"rate"`
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
