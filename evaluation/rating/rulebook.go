package rating

import (
	"sync"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Rulebook rates records. Its zero value is the national regimes, confirmed rows alone, and
// the default readings.
type Rulebook struct {
	// Own rates every record in place of the national regimes.
	Own *Regime `json:"own,omitempty"`
	// Accept is the lowest confidence of a row that is used; zero is [rule.Secondary].
	Accept rule.Confidence `json:"accept,omitzero"`
	// EachPeriodOnce counts a month and a quarter alike in the mean of the year; by default
	// a quarter counts as three months.
	EachPeriodOnce bool `json:"eachPeriodOnce,omitempty"`
	// OverInFull counts a part of a formula above 100 % in full; by default as 100 %.
	OverInFull bool `json:"overInFull,omitempty"`
	// CountLater counts an act that was punished in several years in the later one; by default
	// in the first.
	CountLater bool `json:"countLater,omitempty"`
	// FailedQuarterBars bars Excellent where a quarter of the year was Not completed.
	FailedQuarterBars bool `json:"failedQuarterBars,omitempty"`
}

// ErrUnusable is misuse: the regime of the host contradicts itself.
var ErrUnusable = rule.NewMisuse(nil, rule.Text{Vi: "quy định xếp loại không dùng được", En: "the regime cannot be used"})

const rulebookFormat = "giupxa.rating-rulebook/1"

type plainRulebook Rulebook

// UnmarshalJSON reads a rulebook and reports all its faults at once. The schema is
// rulebook.schema.json beside this package.
func (b *Rulebook) UnmarshalJSON(data []byte) error {
	return form.Decode(data, rulebookFormat, (*plainRulebook)(b))
}

// MarshalJSON writes the rulebook with its format version.
func (b Rulebook) MarshalJSON() ([]byte, error) { return form.Encode(rulebookFormat, plainRulebook(b)) }

// content is the national data, as the edition covers it.
var content = sync.OnceValue(func() string { return rule.Digest([]any{national, reaches}) })

var nationalEdition = sync.OnceValue(func() rule.Edition { return Rulebook{}.edition() })

// Edition names every row and setting that can change a rating.
func (b Rulebook) Edition() rule.Edition {
	if b == (Rulebook{}) {
		return nationalEdition()
	}
	return b.edition()
}

func (b Rulebook) edition() rule.Edition {
	b.Accept = b.Accept.Floor()
	if b.Own != nil {
		return rule.EditionOf("rating/own "+b.Own.ID, "", plainRulebook(b))
	}
	return rule.EditionOf("rating/national", version, []any{content(), plainRulebook(b)})
}
