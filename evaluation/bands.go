package evaluation

import (
	"cmp"
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Band is a range of scores with the level that it gives (mức xếp loại). Each bound says
// whether it is included. The bands of a scheme cover its scale: where a document says
// "50–74, 75–100", whether 74.5 is one or the other is not for the reader to guess.
type Band struct {
	// Code is the level's; where it is not given, that of the rating.
	Code string    `json:"code" validate:"max=64"`
	Name rule.Text `json:"name,omitzero"` // where it is not given, that of the rating
	// Rating is which of the four levels of task completion the band is, if any.
	Rating Rating `json:"rating,omitzero"`
	// From is the lower bound; Above excludes it («trên 90 điểm»). The lowest band starts at
	// 0 and takes what lies below too.
	From  rule.Number `json:"from"`
	Above bool        `json:"above,omitempty"`
	// To is the upper bound; Below excludes it («dưới 70 điểm»). The highest band ends at the
	// maximum, or has no end, and takes what lies above too.
	To    rule.Number `json:"to"`
	Below bool        `json:"below,omitempty"`
}

// Condition is what a text demands beside the score. Failing it leaves the highest band
// below the one of which it is demanded; of several the lowest counts, and each is told.
type Condition struct {
	Code string    `json:"code" validate:"required,max=64"`
	Name rule.Text `json:"name"`
	// KnockOut turns it round: it fails where what the name says is the case (điểm liệt, bị kỷ
	// luật). Else it fails where that is not the case.
	KnockOut bool `json:"knockOut,omitempty"`
	// Of is the code of the lowest band of which it is demanded.
	Of string `json:"of" validate:"required,max=64"`
	// Line and Least decide it by the points of a line; without them the sheet says.
	Line  string      `json:"line,omitempty" validate:"max=64"`
	Least rule.Number `json:"least"`
	// AuthorityDecides leaves the rating to the authority where it fails.
	AuthorityDecides bool `json:"authorityDecides,omitempty"`
}

// level is a band made ready for rating.
type level struct {
	Band
	from, to    rule.Fraction
	first, last bool
}

// gate is a condition made ready.
type gate struct {
	Condition
	of    int // the lowest level of which it is demanded
	line  int // -1 where the sheet decides
	least int64
}

// bands makes the levels of the thresholds or of the bands, and proves of bands that
// they cover the scale with neither gap nor overlap.
func (b *builder) bands() {
	t := &b.c.table
	if len(t.Bands) == 0 {
		if b.c.rated {
			b.c.levels = t.Thresholds.levels(t.Max)
		}
		return
	}
	at := rule.Path("bands")
	b.demand(len(t.Bands) >= 2, at, "cần ít nhất hai mức", "two bands are needed at least")
	seen := map[string]bool{}
	sound := true
	for i, band := range t.Bands {
		here := at.Index(i)
		if band.Code = rule.Normal(band.Code); band.Code == "" && band.Rating != Unrated {
			band.Code = band.Rating.String()
		}
		if band.Name == (rule.Text{}) && band.Rating != Unrated {
			band.Name = rule.Text{Vi: band.Rating.In(rule.Vi), En: band.Rating.In(rule.En)}
		}
		b.words(band.Name, here.Key("name"))
		b.demand(band.Rating <= Excellent, here.Key("rating"), "không có mức xếp loại này", "there is no such rating")
		b.demand(band.Code != "" && !seen[band.Code], here.Key("code"), "mã mức thiếu hoặc ghi hai lần", "the code of the band is missing or appears twice")
		seen[band.Code] = true
		from, fromOK := b.points(band.From, here.Key("from"))
		to, toOK := b.points(band.To, here.Key("to"))
		sound = sound && (fromOK || !band.From.Known()) && (toOK || !band.To.Known())
		b.c.levels = append(b.c.levels, level{Band: band, from: fromNano(from), to: fromNano(to)})
	}
	slices.SortStableFunc(b.c.levels, func(x, y level) int {
		return cmp.Or(x.from.Cmp(y.from), above(x.Above)-above(y.Above))
	})
	if b.c.levels[0].first, b.c.levels[len(b.c.levels)-1].last = true, true; !sound {
		return
	}
	b.covers()
	for i := 1; i < len(b.c.levels); i++ {
		if r := b.c.levels[i].Rating; r != Unrated && r <= b.c.levels[i-1].Rating {
			b.demand(false, at, "mức cao hơn phải xếp loại cao hơn", "a higher band is to have a higher rating")
		}
	}
	b.c.rated = true
}

func above(excluded bool) int {
	if excluded {
		return 1
	}
	return 0
}

// covers proves that the sorted bands cover the scale.
func (b *builder) covers() {
	levels := b.c.levels
	report := func(vi, en string, from, to rule.Fraction) {
		b.report(ErrBands, "bands", rule.A("why", rule.Text{Vi: vi, En: en}), rule.A("from", from), rule.A("to", to))
	}
	gap := func(from, to rule.Fraction) {
		if b.c.gaps = b.slip(""); !b.c.gaps {
			report("còn trống", "there is a gap", from, to)
		}
	}
	most := fromNano(b.c.max)
	if last := &levels[len(levels)-1]; !last.To.Known() {
		last.to = most
	}
	for i := range levels {
		if l := &levels[i]; l.from.Cmp(l.to) > 0 || l.from.Cmp(l.to) == 0 && (l.Above || l.Below) {
			report("mức không chứa điểm nào", "a band holds no score", l.from, l.to)
		}
	}
	for i := range levels[1:] {
		before, l := &levels[i], &levels[i+1]
		switch c := before.to.Cmp(l.from); {
		case !before.To.Known() || c > 0 || c == 0 && !before.Below && !l.Above:
			report("chồng lên nhau", "two bands overlap", l.from, before.to)
		case c < 0 || before.Below && l.Above:
			gap(before.to, l.from)
		}
	}
	if first := &levels[0]; first.from.Sign() != 0 || first.Above {
		report("còn trống", "there is a gap", fromNano(0), first.from)
	}
	if last := &levels[len(levels)-1]; last.to.Cmp(most) < 0 || last.to.Cmp(most) == 0 && last.Below {
		report("còn trống", "there is a gap", last.to, most)
	} else if last.to.Cmp(most) > 0 && b.c.table.Bonus != AdjustUncapped {
		report("vượt thang điểm", "the scale is passed", most, last.to)
	}
}

// levels are the four levels of three thresholds.
func (t *Thresholds) levels(most rule.Number) []level {
	var all []level
	to, below := most, false
	for i, at := range []rule.Number{t.Excellent, t.Good, t.Completed, rule.Int(0)} {
		r := Excellent - Rating(i) //nolint:gosec // four of them
		excluded := [...]bool{t.Above.Excellent, t.Above.Good, t.Above.Completed, false}[i]
		all = append(all, level{
			Band: Band{Code: r.String(), Name: rule.Text{Vi: r.In(rule.Vi), En: r.In(rule.En)}, Rating: r, From: at, Above: excluded, To: to, Below: below},
			from: at.Fraction(), to: to.Fraction(), first: i == 3, last: i == 0,
		})
		to, below = at, !excluded
	}
	slices.Reverse(all)
	return all
}

// conditions makes the conditions ready.
func (b *builder) conditions() {
	seen := map[string]bool{}
	for i, c := range b.c.table.Conditions {
		at := rule.Path("conditions").Index(i)
		c.Code, c.Of, c.Line = rule.Normal(c.Code), rule.Normal(c.Of), rule.Normal(c.Line)
		b.words(c.Name, at.Key("name"))
		b.demand(!seen[c.Code], at.Key("code"), "mã ghi hai lần", "the code appears twice")
		seen[c.Code] = true
		g := gate{Condition: c, line: -1}
		g.of = slices.IndexFunc(b.c.levels, func(l level) bool { return l.Code == c.Of })
		b.demand(g.of > 0 || !b.c.rated, at.Key("of"), "không có mức này, hoặc dưới mức này không còn mức nào", "there is no such band, or none below it")
		b.demand((c.Line != "") == c.Least.Known() && (c.Line == "" || !c.KnockOut), at.Key("least"), "điểm tối thiểu đi cùng với dòng", "a least number of points goes with a line")
		if c.Line != "" {
			line, known := b.c.index[c.Line]
			b.demand(known, at.Key("line"), "thang điểm không có dòng này", "the scheme has no such line")
			g.line = line
			g.least, _ = b.points(c.Least, at.Key("least"))
		}
		b.c.gates = append(b.c.gates, g)
	}
}

// band is the level of an exact score; -1 where it lies in a gap that the document has.
func (c *compiled) band(score rule.Fraction) int {
	for i := len(c.levels) - 1; i >= 0; i-- {
		l := &c.levels[i]
		if !l.first {
			if at := score.Cmp(l.from); at < 0 || at == 0 && l.Above {
				continue
			}
		}
		if c.gaps && !l.last {
			if at := score.Cmp(l.to); at > 0 || at == 0 && l.Below {
				return -1
			}
		}
		return i
	}
	return -1
}

// rating is that of a level; Unrated where there is none.
func (c *compiled) rating(level int) Rating {
	if level < 0 {
		return Unrated
	}
	return c.levels[level].Rating
}
