package evaluation

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Scoring is how the marks of a line become points. Its zero value takes points up to the
// maximum, and percentages and shares of it.
type Scoring struct {
	Way Way `json:"way,omitzero"`
	// Each is the points of one event, where they are counted.
	Each rule.Number `json:"each"`
	// Levels are what ByStage and ByRate pay. One level is all or nothing.
	Levels []Level `json:"levels,omitempty" validate:"max=50,dive"`
	// Over is what becomes of more than 100 %.
	Over Over `json:"over,omitzero"`
}

// Level is a stage of a line, or the rate from which the line pays its points.
type Level struct {
	Name   rule.Text   `json:"name,omitzero"`
	Points rule.Number `json:"points"`
	// From is the rate in per cent from which the points are paid, for ByRate; with Above
	// the rate must be above it.
	From  rule.Number `json:"from"`
	Above bool        `json:"above,omitempty"`
}

func (s Scoring) clone() Scoring {
	s.Levels = slices.Clone(s.Levels)
	return s
}

// Slip is a fault of the document that a scheme carries as it is: a line whose best level
// pays less than its maximum, bands with a gap. Every result tells it.
type Slip struct {
	Line  string    `json:"line,omitempty" validate:"max=64"` // empty: the bands
	Words rule.Text `json:"words"`
}

// payment is a level made ready for scoring.
type payment struct {
	from   rule.Fraction // of 1
	above  bool
	points int64
}

// reaches reports whether a rate is at a level.
func (p *payment) reaches(rate rule.Fraction) bool {
	c := rate.Cmp(p.from)
	return c > 0 || c == 0 && !p.above
}

// scoring checks how a line is scored and makes it ready.
func (b *builder) scoring(l *Line, line *flat, at rule.Path) {
	s := l.Marks
	line.way, line.over, line.top = s.Way, s.Over, line.max
	if s.Way != Graded || s.Over != OverRefused {
		line.marks = &s
	}
	b.demand(s.Way <= ByRate && s.Over <= OverCounts, at, "không rõ cách chấm", "no such way of scoring")
	if len(l.Lines) > 0 {
		b.demand(s.Way == Graded && s.Over == OverRefused && len(s.Levels) == 0 && !s.Each.Known(), at, "mục có dòng con không có cách chấm riêng", "a heading has no way of scoring of its own")
		return
	}
	b.demand(s.Each.Known() == (s.Way == Counted), at.Key("each"), "điểm mỗi lần cần cho dòng đếm lần, và chỉ cho dòng đó", "points for each event are for a counted line, which needs them")
	line.each, _ = b.points(s.Each, at.Key("each"))
	if levels := s.Way == ByStage || s.Way == ByRate; levels != (len(s.Levels) > 0) {
		b.demand(false, at.Key("levels"), "các mức cần cho dòng chấm theo mức, và chỉ cho dòng đó", "levels are for a line that is scored by them, which needs them")
		return
	}
	b.demand(s.Way == Graded || s.Way == ByRate || s.Over == OverRefused, at.Key("over"), "cách chấm này không có phần vượt 100 %", "this way of scoring knows no more than 100%")
	b.demand(s.Way == Graded || s.Way == Counted || line.known, at, "thiếu điểm tối đa của dòng", "the maximum of the line is missing")
	b.levels(l, line, at.Key("levels"))
}

// levels checks that levels rise and that the best pays the maximum.
func (b *builder) levels(l *Line, line *flat, at rule.Path) {
	best := int64(0)
	for i, level := range l.Marks.Levels {
		here := at.Index(i)
		if level.Name != (rule.Text{}) {
			b.words(level.Name, here.Key("name"))
		}
		points, given := b.points(level.Points, here.Key("points"))
		b.demand(given || level.Points.Known(), here.Key("points"), "thiếu điểm của mức", "the points of the level are missing")
		p := payment{points: points, above: level.Above}
		if byRate := l.Marks.Way == ByRate; byRate != level.From.Known() || !byRate && level.Above {
			b.demand(false, here.Key("from"), "tỷ lệ cần cho dòng chấm theo tỷ lệ, và chỉ cho dòng đó", "a rate is for a line that is scored by it, which needs one")
		} else if byRate {
			from, _ := b.points(level.From, here.Key("from"))
			p.from = rule.Ratio(from, hundred)
		}
		for _, before := range line.levels {
			same := before.points == points
			if l.Marks.Way == ByRate {
				same = before.points >= points || before.from.Cmp(p.from) >= 0
			}
			if same {
				b.demand(false, here, "các mức phải xếp từ thấp đến cao và khác nhau", "levels are to rise, each once")
				break
			}
		}
		line.levels = append(line.levels, p)
		best = max(best, points)
	}
	if len(line.levels) == 0 || best == line.max {
		return
	}
	if line.top = best; best > line.max || !b.slip(line.code) {
		b.report(ErrLevels, at, rule.A("line", rule.Shorten(line.code)), rule.A("best", fromNano(best)), rule.A("max", fromNano(line.max)))
	}
}

// slip reports whether the table carries a fault of the document at this place, "" being
// the bands.
func (b *builder) slip(line string) bool {
	i := slices.IndexFunc(b.c.table.Slips, func(s Slip) bool { return s.Line == line })
	if i >= 0 {
		b.slips[i] = true
	}
	return i >= 0
}

// slipsUsed demands words for each slip, and a fault at its place.
func (b *builder) slipsUsed() {
	for i, s := range b.c.table.Slips {
		at := rule.Path("slips").Index(i)
		b.words(s.Words, at.Key("words"))
		b.demand(b.slips[i], at, "văn bản không có sai sót ở chỗ này", "the document has no fault at this place")
	}
}

// earns is the points of a possible mark that fits the line, on the line's own scale.
func (l *flat) earns(m *Mark) rule.Fraction {
	switch l.way {
	case Counted:
		points := m.value().Mul(fromNano(l.each))
		if most := fromNano(l.max); l.known && points.Cmp(most) > 0 {
			return most
		}
		return points
	case ByRate:
		rate := m.value()
		for i := len(l.levels) - 1; i >= 0; i-- {
			if l.levels[i].reaches(rate) {
				return fromNano(l.levels[i].points)
			}
		}
		return fromNano(0)
	}
	points := m.points(l.max)
	if l.over == OverCapped && m.kind != markPoints {
		if most := fromNano(l.max); points.Cmp(most) > 0 {
			return most
		}
	}
	return points
}

// takes reports whether a possible mark is of a kind that the line takes, and whether it
// is within its maximum.
func (l *flat) takes(m *Mark) (kind, within bool) {
	if !l.leaf {
		return m.kind == markPoints, true
	}
	rate := m.kind == markPercent || m.kind == markShare
	switch l.way {
	case Counted:
		return m.kind == markCount, true
	case ByStage:
		if m.kind != markPoints {
			return false, true
		}
		value := m.points(0)
		return value.Sign() == 0 || slices.ContainsFunc(l.levels, func(p payment) bool { return value.Cmp(fromNano(p.points)) == 0 }), true
	case ByRate:
		return rate, l.over != OverRefused || m.within(l.max)
	}
	if m.kind == markCount {
		return false, true
	}
	return true, !l.known || rate && l.over != OverRefused || m.within(l.max)
}
