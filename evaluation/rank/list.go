package rank

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
)

// List is the people, or the units, that are put in order.
type List struct {
	Entries []Entry `json:"entries" validate:"max=100000,dive"`
	// Units says how the units themselves are rated, a list without units under the empty
	// name. Where one is missing nobody knows whether the higher ratio applies.
	Units map[string]evaluation.Rating `json:"units,omitempty"`
}

// Entry is one of them. It holds no name of a person.
type Entry struct {
	ID    string `json:"id" validate:"required,max=100"`
	Unit  string `json:"unit,omitempty" validate:"max=100"`  // the agency; a list without units is one unit
	Group string `json:"group,omitempty" validate:"max=100"` // of similar duties in the unit; none where no entry of the unit has one
	// Rating is the one before the cut. Not given: to come, unless NotRated.
	Rating evaluation.Rating `json:"rating,omitzero"`
	// NotRated says that the law gives no rating this year, as for short service: the entry
	// counts nowhere.
	NotRated bool `json:"notRated,omitempty"`
	// Score is exact, and never rounded before it is compared.
	Score rule.Fraction `json:"score"`
	// Then are the figures of the policy's tie-breakers, in its order; the higher one wins.
	Then []rule.Fraction `json:"then,omitempty" validate:"max=8"`
}

const listFormat = "giupxa.rank-list/1"

type plainList List

// UnmarshalJSON reads a list and reports every fault of its form. The schema is
// list.schema.json beside this package.
func (l *List) UnmarshalJSON(data []byte) error {
	return form.Decode(data, listFormat, (*plainList)(l))
}

// MarshalJSON writes the list with its format version.
func (l List) MarshalJSON() ([]byte, error) {
	if l.Entries == nil {
		l.Entries = []Entry{}
	}
	return form.Encode(listFormat, plainList(l))
}

// clone shares nothing with the list.
func (l List) clone() List {
	l.Entries, l.Units = slices.Clone(l.Entries), maps.Clone(l.Units)
	for i := range l.Entries {
		l.Entries[i].Then = slices.Clone(l.Entries[i].Then)
	}
	return l
}

// sorted is the list in the order of the ids, which its digest covers: the same entries in
// another order are the same list.
func (l List) sorted() List {
	l.Entries = slices.Clone(l.Entries)
	slices.SortStableFunc(l.Entries, func(a, b Entry) int { return strings.Compare(a.ID, b.ID) })
	return l
}

// compare puts the higher score first, then the higher figures of the tie-breakers. An
// unknown figure comes last. It is 0 for entries that nothing declared tells apart.
func compare(a, b *Entry) int {
	if c := higher(a.Score, b.Score); c != 0 {
		return c
	}
	for i := range min(len(a.Then), len(b.Then)) {
		if c := higher(a.Then[i], b.Then[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(b.Then), len(a.Then))
}

func higher(a, b rule.Fraction) int {
	switch {
	case a.Known() != b.Known():
		if a.Known() {
			return -1
		}
		return 1
	case !a.Known():
		return 0
	}
	return b.Cmp(a)
}
