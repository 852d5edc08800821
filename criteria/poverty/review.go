package poverty

import (
	"sync"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const reviewFormat = "giupxa.poverty-review/1"

// version is the day of the national data.
const version = "2026-11-28"

// Review is the rulebook by which households are classified (rà soát hộ nghèo, hộ
// cận nghèo). Its zero value goes by the national standards and by confirmed cells
// alone.
type Review struct {
	// Standards replaces the national standards; nil keeps them.
	Standards *rule.Timeline[Standard]
	// Accept is the lowest confidence of a cell that is used; zero is [rule.Secondary].
	Accept rule.Confidence
	// ByListYear takes the other reading of a review that prepares the list of the next
	// year: the standard of that year applies, not that of the day of review.
	ByListYear bool
}

// reviewRecord is a review as it is stored.
type reviewRecord struct {
	Standards  []rule.Dated[Standard] `json:"standards,omitempty" validate:"max=200,dive"`
	Accept     rule.Confidence        `json:"accept,omitzero"`
	ByListYear bool                   `json:"byListYear,omitempty"`
}

// UnmarshalJSON reads a review, and reports all faults of its form and of its standards
// at once.
func (r *Review) UnmarshalJSON(data []byte) error {
	var in reviewRecord
	return form.Build(data, reviewFormat, &in, func() error {
		*r = Review{Accept: in.Accept, ByListYear: in.ByListYear}
		var found rule.Findings
		for i, row := range in.Standards {
			if row.Gap != (rule.Text{}) {
				continue // a declared gap has no standard
			}
			found = append(found, row.Value.faults().Under(rule.Path("standards").Index(i).Key("value"))...)
		}
		if len(in.Standards) > 0 {
			rows, err := rule.NewTimeline(in.Standards...)
			for _, f := range rule.RowFaults(err) {
				found = append(found, table.Broken(ErrStandards, f.At.Under(rule.Path("standards").Index(f.Row)), rule.A("why", f.Why)))
			}
			r.Standards = &rows
		}
		return found.Err()
	})
}

// MarshalJSON writes the review with its format version.
func (r Review) MarshalJSON() ([]byte, error) {
	out := reviewRecord{Accept: r.Accept, ByListYear: r.ByListYear}
	if r.Standards != nil {
		out.Standards = r.Standards.Rows()
	}
	return form.Encode(reviewFormat, out)
}

// Edition names the exact content of the review: its standards and every setting that can
// change an answer.
func (r Review) Edition() rule.Edition {
	if r == (Review{}) {
		return nationalEdition()
	}
	return r.edition()
}

var nationalEdition = sync.OnceValue(func() rule.Edition { return Review{}.edition() })

func (r Review) edition() rule.Edition {
	id, data := "poverty/national", version
	if r.Standards != nil {
		id, data = "poverty/own", ""
	}
	return rule.EditionOf(id, data, []any{r.timeline().Digest(), r.Accept.Floor(), r.ByListYear})
}

func (r Review) timeline() *rule.Timeline[Standard] {
	if r.Standards != nil {
		return r.Standards
	}
	return &national
}

func (r Review) standardFor(h Household) (rule.Dated[Standard], error) {
	if r.ByListYear && h.ListYear != 0 {
		return r.timeline().On(rule.Day(h.ListYear, 1, 1))
	}
	return r.timeline().On(h.On)
}
