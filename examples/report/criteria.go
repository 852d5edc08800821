package main

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// mark is how a verdict is shown: a class for its colour and a sign beside it.
type mark struct{ Class, Sign, Word string }

func (v *view) mark(x criteria.Verdict) mark {
	classes := map[criteria.Verdict][2]string{criteria.Met: {"met", "✓"}, criteria.NotMet: {"not", "✗"}, criteria.Unknown: {"open", "?"}, criteria.NotApplicable: {"idle", "–"}}
	return mark{classes[x][0], classes[x][1], x.In(v.lang)}
}

type criteriaView struct {
	Set      string
	Accepted string // the confidence from which demands are used, where they need not be confirmed
	Legend   []mark
	Heads    []criteria.Heading
	Communes []communeView
	Met      int
}

// communeView is one row of the map of communes and criteria.
type communeView struct {
	Name           string
	Verdict        mark
	Cells          []mark
	Met, Not, Open int
	Total          int
	Bars           []bar
	Lacks          []string
	More           int
}

// lacksShown is how many lacks of a commune are listed.
const lacksShown = 4

func (p province) criteria(v *view) error {
	if len(p.Dossiers) == 0 {
		return nil
	}
	c := &criteriaView{Legend: []mark{v.mark(criteria.Met), v.mark(criteria.NotMet), v.mark(criteria.Unknown), v.mark(criteria.NotApplicable)}}
	sets := map[string]criteria.Set{}
	for i, d := range p.Dossiers {
		set, err := p.set(d, sets)
		if err != nil {
			return under(rule.Path("dossiers").Index(i), err)
		}
		a, err := set.Assess(d)
		if err != nil {
			return under(rule.Path("dossiers").Index(i), err)
		}
		if p.Accept != 0 {
			a = a.Accept(p.Accept)
			c.Accepted = v.Say("Dùng cả yêu cầu chưa xác nhận, từ mức tin cậy: ", "Demands that are not confirmed are used, from the confidence: ") + p.Accept.In(v.lang) + "."
		}
		if c.Set == "" {
			c.Set = p.sources(set, v.lang)
			c.Heads = slices.Collect(a.Headings())
		} else if c.Set != p.sources(set, v.lang) {
			return rule.NewMisuse(nil, rule.Text{Vi: "dossiers[{i}]: các xã phải theo cùng một bộ tiêu chí, {set}", En: "dossiers[{i}]: all communes go by one set, {set}"}, rule.A("i", i), rule.A("set", c.Set))
		}
		v.rests(v.Say("bộ tiêu chí", "set of criteria"), a.Edition())
		c.Communes = append(c.Communes, v.commune(a))
		if a.Verdict() == criteria.Met {
			c.Met++
		}
	}
	slices.SortStableFunc(c.Communes, func(a, b communeView) int {
		if a.Met != b.Met {
			return b.Met - a.Met
		}
		return a.Not - b.Not
	})
	v.Criteria = c
	return nil
}

// set is the one that a dossier names, or else the one in force on its day, under the
// province's decision where there is one for it.
func (p province) set(d criteria.Dossier, kept map[string]criteria.Set) (criteria.Set, error) {
	name := d.Set + " " + d.Standard.String() + " " + d.AsOf.String()
	if set, ok := kept[name]; ok {
		return set, nil
	}
	set, err := program.SetOf(d)
	if err == nil && p.Overlay != nil && p.Overlay.Base == set.ID() {
		set, err = set.Localize(*p.Overlay)
	}
	kept[name] = set
	return set, err
}

// sources are the texts of a set: the national one, and the province's decision.
func (p province) sources(set criteria.Set, l rule.Lang) string {
	text := set.Source().In(l)
	if p.Overlay == nil || p.Overlay.ID != set.ID() {
		return text
	}
	if base, err := national.ByID(p.Overlay.Base); err == nil {
		text = base.Source().In(l) + "; " + text
	}
	return text
}

// under says at which record an error arose.
func under(at rule.Path, err error) error {
	if found, ok := rule.FindingsIn(err); ok {
		return found.Under(at).Err()
	}
	return rule.NewMisuse(nil, rule.Text{Vi: "{at}: {why}", En: "{at}: {why}"}, rule.A("at", string(at)), rule.A("why", rule.Text{Vi: rule.Tell(err, rule.Vi), En: rule.Tell(err, rule.En)}))
}

func (v *view) commune(a criteria.Assessment) communeView {
	d := a.Dossier()
	c := communeView{Name: v.unit(org.UnitCode(d.Unit)), Verdict: v.mark(a.Verdict())}
	for h := range a.Headings() {
		c.Cells = append(c.Cells, v.mark(h.Verdict))
	}
	c.Total = len(c.Cells)
	idle := a.Count(criteria.NotApplicable)
	c.Met, c.Not, c.Open = a.Count(criteria.Met), a.Count(criteria.NotMet), a.Count(criteria.Unknown)
	c.Bars = bars(200, []part{{"met", c.Met}, {"idle", idle}, {"open", c.Open}, {"not", c.Not}})
	s := a.Shortfall()
	for _, l := range s.Numbers {
		words := l.Code + " " + l.Name.In(v.lang)
		if gap, known := l.Gap(); known && gap.Known() {
			unit := l.Unit
			if l.GapCounts() {
				unit = v.Say("trường hợp", "cases")
			}
			words += v.Say(": còn ", ": ") + gap.In(v.lang) + " " + unit + v.Say("", " to go")
		}
		c.Lacks = append(c.Lacks, words)
	}
	for _, l := range s.Conditions {
		c.Lacks = append(c.Lacks, l.Code+" "+l.Name.In(v.lang)+": "+l.Verdict.In(v.lang))
	}
	for _, l := range s.Unknown {
		c.Lacks = append(c.Lacks, l.Code+" "+l.Name.In(v.lang)+": "+l.Reason.In(v.lang))
	}
	if c.More = len(c.Lacks) - lacksShown; c.More > 0 {
		c.Lacks = c.Lacks[:lacksShown]
	}
	return c
}

// part is a share of a bar, and bar where it is drawn.
type part struct {
	class string
	n     int
}
type bar struct {
	Class    string
	X, Width float64
	N        int
}

// bars divides a width by the numbers of the parts; nothing is drawn for 0.
func bars(width float64, parts []part) []bar {
	total := 0
	for _, p := range parts {
		total += p.n
	}
	var list []bar
	x := 0.0
	for _, p := range parts {
		if p.n > 0 {
			w := width * float64(p.n) / float64(total)
			list = append(list, bar{p.class, x, w, p.n})
			x += w
		}
	}
	return list
}
