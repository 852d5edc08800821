package worksheet

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Need is a cell that keeps answers open.
type Need struct {
	Row Row `json:"row"`
	// Decides counts the indicators, of all communes asked about, that this cell alone keeps open.
	Decides int `json:"decides"`
	// Together counts those that it keeps open together with other cells, but with nothing else.
	Together int `json:"together"`
	// Open counts those of which readings are missing too, or something else.
	Open int `json:"open"`
}

// Needs are the cells that keep the indicators of some communes open: those first that would
// decide most of them, then those that would with others. An assessment of another set is passed
// over. Indicators that the set does not hold are no cells: see [criteria.AdviceRowsMissing].
func (s Sheet) Needs(answers iter.Seq[criteria.Assessment]) []Need {
	byKey := map[string][]int{}
	for i := range s.rows {
		if r := &s.rows[i]; !r.Confidence.Confirmed() {
			byKey[r.Code+"|"+r.Key] = append(byKey[r.Code+"|"+r.Key], i)
			byKey[r.Code] = append(byKey[r.Code], i)
		}
	}
	needs := map[int]*Need{}
	for a := range answers {
		if a.Edition() != s.set.Edition() {
			continue
		}
		d := a.Dossier()
		here := func(r *Row) bool {
			return (r.Column == 0 || r.Column == a.Demands().Column()) && (r.Group == 0 || r.Group == a.Demands().Profile().Group) &&
				(r.Years == nil || slices.Contains(r.Years, d.Year)) && (r.Span == (rule.Span{}) || r.Span.Contains(d.AsOf))
		}
		for l := range a.Lines(criteria.Unknown) {
			cells, others := s.open(byKey, here, l)
			for _, i := range cells {
				if needs[i] == nil {
					needs[i] = &Need{Row: s.rows[i].own()}
				}
				needs[i].count(len(cells), others)
			}
		}
	}
	return ordered(needs)
}

// count counts an indicator that some cells keep open, and perhaps something else.
func (n *Need) count(cells int, others bool) {
	switch {
	case others:
		n.Open++
	case cells == 1:
		n.Decides++
	default:
		n.Together++
	}
}

// ordered puts those first that decide most; those that decide as much keep the order of the set.
func ordered(needs map[int]*Need) []Need {
	all := make([]int, 0, len(needs))
	for i := range needs {
		all = append(all, i)
	}
	slices.SortFunc(all, func(i, j int) int {
		a, b := needs[i], needs[j]
		return cmp.Or(cmp.Compare(b.Decides, a.Decides), cmp.Compare(b.Together, a.Together), cmp.Compare(b.Open, a.Open), cmp.Compare(i, j))
	})
	out := make([]Need, len(all))
	for n, i := range all {
		out[n] = *needs[i]
	}
	return out
}

// open are the cells that keep a line open, and whether something else does too. here says
// whether a cell holds for the commune on its day.
func (s Sheet) open(byKey map[string][]int, here func(*Row) bool, l criteria.Line) (cells []int, others bool) {
	add := func(key string) (found bool) {
		for _, i := range byKey[key] {
			if here(&s.rows[i]) {
				if found = true; !slices.Contains(cells, i) {
					cells = append(cells, i)
				}
			}
		}
		return found
	}
	for part := range l.Parts() {
		if part.Verdict != criteria.Unknown {
			continue
		}
		switch part.Reason {
		case criteria.CellNotKnown, criteria.CellUnconfirmed, criteria.ProvinceNotSet:
			others = others || part.Reading.IsZero()
			if !add(l.Code + "|" + bothSexes(part.Code)) {
				add(l.Code) // no case names this place: all its cells
			}
		default:
			others = true
		}
	}
	return cells, others
}

// bothSexes is a key without the part of one sex: they share the cell.
func bothSexes(key string) string {
	var kept []string
	for _, step := range strings.Split(key, "/") {
		if step != algebra.Female && step != algebra.Male {
			kept = append(kept, step)
		}
	}
	return strings.Join(kept, "/")
}
