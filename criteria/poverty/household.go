package poverty

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const householdFormat = "giupxa.household/1"

// Household is what a review found of one household. It holds no name of a person.
type Household struct {
	// Ref is the host's own reference.
	Ref string `json:"ref,omitempty" validate:"max=64"`
	// On is the day of the review, ListYear the year of the list for which it is made.
	On        civil.Date `json:"on,omitzero"`
	ListYear  int        `json:"listYear,omitempty" validate:"min=0,max=9999"`
	Residence Residence  `json:"residence,omitzero"`
	// Income is VND per person per month, not rounded.
	Income rule.Number `json:"income"`
	// Deprivations says of each indicator whether the household is deprived of it;
	// what is not mentioned is not known.
	Deprivations map[Deprivation]Answer `json:"deprivations,omitempty"`
	// Deprived is how many deprivations were counted, where the details are not given.
	Deprived rule.Number `json:"deprived"`
	// B1 and B2 are the survey scores: B1 stands in for the income, B2 is ten points a
	// deprivation.
	B1 rule.Number `json:"b1"`
	B2 rule.Number `json:"b2"`
}

// UnmarshalJSON reads a household and reports all its faults of form at once.
func (h *Household) UnmarshalJSON(data []byte) error {
	type plain Household
	return form.Decode(data, householdFormat, (*plain)(h))
}

// MarshalJSON writes the household with its format version.
func (h Household) MarshalJSON() ([]byte, error) {
	type plain Household
	return form.Encode(householdFormat, plain(h))
}

// Classification is the class of a household and how it came about.
type Classification struct {
	Class Class `json:"class"`
	// Possible is the classes that the facts leave open; one where Class is known.
	// [Other] stands there for every household that is neither poor nor near-poor.
	Possible []Class `json:"possible"`
	// Standard is the id of the standard, and Source the text that applies it on the day.
	Standard string      `json:"standard"`
	Source   rule.Source `json:"source,omitzero"`
	// Edition names the exact content of the review that was asked.
	Edition rule.Edition `json:"edition"`
	// Reasons is the tests in their order.
	Reasons []Reason `json:"reasons"`
	// Findings is what the record contradicts, what is missing, and which cells limit
	// the answer.
	Findings rule.Findings `json:"findings"`
}

// Reason is one test: what was compared with what, and by which text.
type Reason struct {
	Test  Test        `json:"test"`
	Value rule.Number `json:"value"` // not given where it is not known
	Limit rule.Number `json:"limit"` // not given where the residence leaves it open
	Holds Answer      `json:"holds"`

	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
}

// In says the test: "thu nhập trong mức chuẩn: có (1400000; mức 1500000)".
func (r Reason) In(l rule.Lang) string {
	said := r.Test.In(l) + ": " + r.Holds.In(l)
	limit := rule.Text{Vi: "mức ", En: "limit "}.In(l) + orDots(r.Limit, l)
	return said + " (" + orDots(r.Value, l) + "; " + limit + ")"
}

// String says the test in Vietnamese.
func (r Reason) String() string { return r.In(rule.Vi) }

func orDots(n rule.Number, l rule.Lang) string {
	if !n.Known() {
		return "…"
	}
	return n.In(l)
}
