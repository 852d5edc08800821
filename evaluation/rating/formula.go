package rating

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// Formula makes the score of a month or quarter: the points of the general criteria, and the
// mean of percentages times the most points of the results.
type Formula struct {
	General rule.Number `json:"general"` // the most points of the general criteria
	Results rule.Number `json:"results"` // the most points of the results
	Parts   []Part      `json:"parts" validate:"required,max=20,dive"`
	Cell
}

// Part is one of the percentages of a formula.
type Part struct {
	Code string    `json:"code" validate:"required,max=20"`
	Name rule.Text `json:"name"`
	Who  Who       `json:"who,omitzero"`
	// Levels are the only percentages that there are; none: any from 0 to 100.
	Levels []rule.Number `json:"levels,omitempty" validate:"max=20"`
	Cell
}

// Work is what was reached in a month or quarter.
type Work struct {
	General rule.Number `json:"general"` // points of the general criteria
	// Parts are percentages ("50%") or shares ("15/16"), by the codes of the formula. Those of
	// Decree 335/2025 for quantity, quality and progress are [evaluation.Products].
	Parts map[string]evaluation.Mark `json:"parts,omitempty" validate:"max=20"`
}

func (f *Formula) clone() *Formula {
	if f == nil {
		return nil
	}
	c := *f
	c.Parts = slices.Clone(f.Parts)
	for i := range c.Parts {
		c.Parts[i].Levels = slices.Clone(c.Parts[i].Levels)
	}
	return &c
}

// faults finds what makes the formula none: most points that are not the scale's, a code twice,
// nothing for somebody.
func (f *Formula) faults(scale rule.Number) rule.Findings {
	var found rule.Findings
	fault := func(at rule.Path, vi, en string) {
		found = append(found, table.Broken(ErrRegime, at, rule.A("why", text(vi, en))))
	}
	at := rule.Path("formula")
	switch {
	case !f.General.Known() || !f.Results.Known() || f.General.Sign() < 0 || f.Results.Sign() <= 0:
		fault(at, "thiếu điểm tối đa của tiêu chí chung hoặc của kết quả", "the most points of the general criteria or of the results are missing")
	case scale.Known() && !f.General.Add(f.Results).Equal(scale):
		fault(at, "điểm tối đa cộng lại không bằng thang điểm", "the most points do not add up to the scale")
	}
	var of [NonManagers + 1]bool
	for i := range f.Parts {
		p, here := &f.Parts[i], at.Key("parts").Index(i)
		of[p.Who] = true
		if slices.ContainsFunc(f.Parts[:i], func(o Part) bool { return o.Code == p.Code }) {
			fault(here.Key("code"), "mã ghi hai lần", "the code appears twice")
		}
		if slices.ContainsFunc(p.Levels, func(n rule.Number) bool {
			return !n.Known() || n.Sign() < 0 || n.Cmp(rule.Int(100)) > 0
		}) {
			fault(here.Key("levels"), "mức phần trăm từ 0 đến 100", "a level is from 0 to 100 %")
		}
	}
	if !of[Everybody] && (!of[Managers] || !of[NonManagers]) {
		fault(at.Key("parts"), "có đối tượng không có thành phần nào", "there is no part for some")
	}
	return found
}

// scored is a period with what its score was made of.
type scored struct {
	*Period
	score   rule.Fraction
	formula *Formula // nil where the score was given
	parts   []rule.Fraction
	codes   []string
}

// score is the exact score of a period: the one of the formula where there is one, else the one
// given.
func (j *judge) periodScore(i int) rule.Fraction {
	p, at := &j.rec.Periods[i], rule.Path("periods").Index(i)
	f := j.r.Formula
	switch {
	case p.Work == nil:
		return p.Score
	case f == nil:
		j.add(table.Broken(ErrPart, at.Key("work"), rule.A("part", text("các thành phần", "the parts")), rule.A("why", text("quy định này không có công thức", "this regime has no formula"))))
		return p.Score
	}
	var lacking rule.Findings
	if !j.usable(f.Cell) {
		lacking = append(lacking, j.unconfirmed(text("công thức tính điểm", "the formula of the score"), f.Cell))
	}
	s := scored{Period: p, formula: f}
	made, why := j.parts(&s, at.Key("work"))
	if lacking = append(lacking, why...); lacking != nil || !made.Known() {
		if !p.Score.Known() {
			j.lacking = append(j.lacking, lacking...)
		}
		return p.Score
	}
	s.score = made
	j.step(Step{Kind: OfFormula, Holds: Yes, Value: made, cell: &f.Cell, Used: true, of: []scored{s}})
	j.accepted(text("công thức tính điểm", "the formula of the score"), f.Cell)
	if p.Score.Known() && p.Score.Cmp(made) != 0 {
		j.add(table.Broken(ErrFormula, at.Key("score"), rule.A("stated", p.Score), rule.A("computed", made)))
		return rule.Fraction{}
	}
	return made
}

// parts calculates the formula; not known where a part cannot be used, and what is lacking.
func (j *judge) parts(s *scored, at rule.Path) (made rule.Fraction, lacking rule.Findings) {
	f, w := s.formula, s.Work
	broken := false
	fault := func(at rule.Path, part any, vi, en string) {
		broken = true
		j.add(table.Broken(ErrPart, at, rule.A("part", part), rule.A("why", text(vi, en))))
	}
	general := text("tiêu chí chung", "the general criteria")
	switch {
	case !w.General.Known():
		lacking = append(lacking, missing(at.Key("general"), general))
	case w.General.Sign() < 0 || w.General.Cmp(f.General) > 0:
		fault(at.Key("general"), general, "điểm nằm ngoài khung", "the points lie outside their range")
	}
	sum, n := rule.Ratio(0, 1), int64(0)
	for i := range f.Parts {
		part := &f.Parts[i]
		mine, stated := j.about(part.Who)
		if !stated {
			return rule.Fraction{}, append(lacking, missing("post", text("chức vụ", "the post")))
		}
		if !mine {
			continue
		}
		n++
		s.codes = append(s.codes, part.Code)
		here := at.Key("parts").Key(part.Code)
		value, is := w.Parts[part.Code].InPercent()
		switch {
		case w.Parts[part.Code].IsZero():
			lacking = append(lacking, missing(here, part.Name))
			continue
		case !is || value.Sign() < 0:
			fault(here, part.Name, "phải là phần trăm hoặc tỷ lệ", "it is a percentage or a share")
			continue
		case part.Levels != nil:
			if !slices.ContainsFunc(part.Levels, func(n rule.Number) bool { return value.Cmp(n.Fraction()) == 0 }) {
				fault(here, part.Name, "không phải mức nào của thành phần này", "it is none of the levels of this part")
			}
		case value.Cmp(hundred) > 0 && !j.b.OverInFull:
			j.add(table.Advice(AdviceOver, here, rule.A("part", part.Name), rule.A("percent", value)))
			value = hundred
		}
		s.parts = append(s.parts, value)
		sum = sum.Add(value)
	}
	for _, code := range slices.Sorted(maps.Keys(w.Parts)) {
		if !slices.Contains(s.codes, code) {
			broken = true
			j.add(table.Broken(ErrUnlisted, at.Key("parts").Key(code), rule.A("code", code)))
		}
	}
	if broken || lacking != nil {
		return rule.Fraction{}, lacking
	}
	return sum.Quo(rule.Ratio(n*100, 1)).Mul(f.Results.Fraction()).Add(w.General.Fraction()), nil
}

var hundred = rule.Ratio(100, 1)

// words is how the score was made: "(100 + 93.75 + 87.5)/3 × 70/100 + 28".
func (s *scored) words(l rule.Lang) string {
	var parts []string
	for i, p := range s.parts {
		parts = append(parts, s.codes[i]+" "+p.In(l))
	}
	return "(" + strings.Join(parts, " + ") + ")/" + strconv.Itoa(len(parts)) + " × " + s.formula.Results.In(l) + "/100 + " + s.Work.General.In(l)
}

// when says the months of a period: "months 4–6".
func (p *Period) when(l rule.Lang) string {
	said := rule.Text{Vi: "tháng ", En: "month "}.In(l) + strconv.Itoa(p.First)
	if p.Months > 1 {
		said += "–" + strconv.Itoa(p.First+p.Months-1)
	}
	return said
}
