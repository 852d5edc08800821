package evaluation

import (
	"maps"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const (
	schemeFormat = "giupxa.scheme/1"
	// maxLineDepth is how deep lines may nest; the deepest sheet seen has three levels.
	maxLineDepth = 8
	maxLines     = 1000
)

// Table is what a scheme is made of: plain data that a jurist can read line by line
// and that is stored as JSON. [NewScheme] makes a [Scheme] of it. All points have at
// most nine decimals and are at most 1,000,000; there are at most 1,000 lines.
type Table struct {
	ID      string    `json:"id" validate:"required,max=64"` // "1686/QĐ-UBND"
	Version string    `json:"version" validate:"max=64"`     // of the data, as a day: "2026-11-25"
	Name    rule.Text `json:"name"`
	// Source is the document that issues the score sheet, Span the days on which it served.
	Source rule.Source `json:"source"`
	Span   rule.Span   `json:"span,omitzero"`
	// Period is the days of which the text that asks for the evaluation speaks, open where
	// it names none. A result of a later year says so.
	Period rule.Span `json:"period,omitzero"`
	// ReplacedBy is the document that replaced it, zero where none did.
	ReplacedBy rule.Source `json:"replacedBy,omitzero"`
	// Max is the maximum of the scale: 100.
	Max   rule.Number `json:"max"`
	Lines []Line      `json:"lines" validate:"dive"`
	// WeightsBy is set where the maxima of the lines are not the document's own.
	WeightsBy  Given      `json:"weightsBy,omitzero"`
	Thresholds Thresholds `json:"thresholds,omitzero"`
	Bonus      Adjusting  `json:"bonus,omitzero"`
	Penalty    Adjusting  `json:"penalty,omitzero"`
	// Places is how many decimal places a score shows (0 to 9). Nothing is decided on them.
	Places int `json:"places,omitempty" validate:"gte=0,lte=9"`
}

// Line is a heading or a line of a score sheet (mục chấm). A line with lines of its
// own is the sum of them.
type Line struct {
	Code string    `json:"code" validate:"required,max=64"`
	Name rule.Text `json:"name"`
	// Max is its maximum (điểm chuẩn); not given means not known.
	Max   rule.Number `json:"max"`
	Lines []Line      `json:"lines,omitempty" validate:"dive"`
}

// Given says who gave figures that the document does not hold or that could not be
// read in it.
type Given struct {
	Caller bool `json:"caller,omitempty"`
	// Source is what the caller took them from, if anything.
	Source rule.Source `json:"source,omitzero"`
	// Illustrative marks figures that no decision holds, made up to show how it works.
	Illustrative bool `json:"illustrative,omitempty"`
}

// Weights are the caller's maxima of the lines, by code, for [Scheme.WithWeights].
type Weights struct {
	Max   map[string]rule.Number `json:"max"`
	Given Given                  `json:"given,omitzero"`
}

// Thresholds are the least totals of the ratings. Below Completed a score is NotCompleted.
// All three are given or none.
type Thresholds struct {
	Excellent rule.Number `json:"excellent"`
	Good      rule.Number `json:"good"`
	Completed rule.Number `json:"completed"`
	// Above says which of them are not included («trên 90 điểm»); by default each is («từ
	// 90 điểm trở lên»).
	Above Above `json:"above,omitzero"`
	Given Given `json:"given,omitzero"`
}

// Above says of each threshold whether a score must be above it.
type Above struct {
	Excellent bool `json:"excellent,omitempty"`
	Good      bool `json:"good,omitempty"`
	Completed bool `json:"completed,omitempty"`
}

// Scheme is the score sheet of a regulation, checked and immutable. It is safe for
// concurrent use; its zero value scores nothing.
type Scheme struct{ c *compiled }

// compiled is a table made ready for scoring. lines are all lines, each heading before
// its own lines.
type compiled struct {
	table      Table
	edition    rule.Edition
	lines      []flat
	index      map[string]int
	leaves     int      // lines without lines of their own
	max        int64    // scaled, as all points
	room       int64    // what the maxima that are not known add up to
	unknown    []string // the lines whose maximum is not known
	rated      bool
	thresholds [3]int64 // of Excellent, Good, Completed
	above      [3]bool  // whether the score must be above them
	caveats    rule.Findings
}

type flat struct {
	code  string
	name  rule.Text
	given rule.Number
	max   int64
	known bool // whether max is known
	leaf  bool
	depth int
	end   int // the index after its last line
}

// NewScheme checks a table and reports every fault as [rule.Findings]: an id, a source
// or words that are missing, a line code given twice, maxima that do not add up,
// thresholds that do not fall.
func NewScheme(t Table) (Scheme, error) {
	t.ID, t.Lines = rule.Normal(t.ID), cloneLines(t.Lines)
	b := builder{c: &compiled{table: t, index: map[string]int{}}}
	b.found = form.Check(&t)
	b.head()
	known, all := b.lines(t.Lines, "lines", 0)
	if b.c.max > 0 && len(t.Lines) > 0 {
		b.whole(known, all, b.c.max, "lines", t.ID)
	}
	b.demand(len(b.c.lines) <= maxLines, "lines", "quá nhiều dòng", "there are too many lines")
	b.c.room = max(0, b.c.max-b.c.room)
	b.thresholds()
	if err := b.found.Err(); err != nil {
		return Scheme{}, err
	}
	b.c.edition = rule.EditionOf(t.ID, t.Version, t)
	for _, l := range b.c.lines {
		if l.leaf && !l.known {
			b.c.unknown = append(b.c.unknown, l.code)
		}
	}
	b.c.caveats = b.c.limits()
	return Scheme{b.c}, nil
}

// MustScheme is [NewScheme] for tables in code; it panics on a fault.
func MustScheme(t Table) Scheme {
	s, err := NewScheme(t)
	if err != nil {
		panic(err)
	}
	return s
}

func cloneLines(lines []Line) []Line {
	out := slices.Clone(lines)
	for i := range out {
		out[i].Code, out[i].Lines = rule.Normal(out[i].Code), cloneLines(out[i].Lines)
	}
	return out
}

type builder struct {
	c     *compiled
	found rule.Findings
}

func (b *builder) report(c rule.Code, at rule.Path, args ...rule.Arg) {
	b.found = append(b.found, table.Broken(c, at, args...))
}

// demand reports why the table cannot be used.
func (b *builder) demand(ok bool, at rule.Path, vi, en string) {
	if !ok {
		b.report(ErrTable, at, rule.A("why", rule.Text{Vi: vi, En: en}))
	}
}

func (b *builder) words(t rule.Text, at rule.Path) {
	if lacks := t.Lacks(); lacks != (rule.Text{}) {
		b.demand(false, at, "thiếu "+lacks.Vi, lacks.En+" is missing")
		return
	}
	b.demand(rule.IsNormal(t.Vi) && rule.IsNormal(t.En), at, "chữ không ở dạng Unicode NFC, hoặc có chữ chỉ giống chữ Đ", "the wording is not in Unicode NFC, or holds a letter that only looks like Đ")
}

// points reads a number of the table.
func (b *builder) points(n rule.Number, at rule.Path) (int64, bool) {
	if !n.Known() {
		return 0, false
	}
	v, ok := nanoOf(n)
	ok = ok && v >= 0 && v <= 1_000_000*one
	b.demand(ok, at, "điểm phải từ 0 đến 1 000 000, không quá 9 chữ số thập phân", "points are 0 to 1,000,000 with at most nine decimals")
	return v, ok
}

func (b *builder) head() {
	t := b.c.table
	b.words(t.Name, "name")
	b.demand(!t.Source.IsZero(), "source", "thiếu văn bản ban hành", "the document is missing")
	b.demand(t.Span.Check() == nil, "span", "thời gian áp dụng không hợp lệ", "the span is not valid")
	b.demand(t.Period.Check() == nil, "period", "giai đoạn không hợp lệ", "the period is not valid")
	b.demand(t.Bonus <= AdjustUncapped, "bonus", "không rõ cách cộng điểm", "no such way of adding points")
	b.demand(t.Penalty <= AdjustUncapped, "penalty", "không rõ cách trừ điểm", "no such way of deducting points")
	b.demand(len(t.Lines) > 0, "lines", "không có dòng nào", "there are no lines")
	scale, ok := b.points(t.Max, "max")
	b.demand(scale > 0 || (t.Max.Known() && !ok), "max", "thiếu điểm tối đa của thang điểm", "the maximum of the scale is missing")
	b.c.max = scale
}

// lines lays the lines out and gives the sum of the maxima that are known, and whether
// all are.
func (b *builder) lines(lines []Line, at rule.Path, depth int) (known int64, all bool) {
	if depth > maxLineDepth {
		b.demand(false, at, "các dòng lồng nhau quá sâu", "the lines nest too deep")
		return 0, false
	}
	all = true
	for i, l := range lines {
		if len(b.c.lines) > maxLines {
			return known, false // told once, in NewScheme
		}
		here := at.Index(i)
		b.words(l.Name, here.Key("name"))
		if _, twice := b.c.index[l.Code]; twice {
			b.report(ErrRepeatedLine, here.Key("code"), rule.A("line", rule.Shorten(l.Code)))
		}
		n := len(b.c.lines)
		b.c.index[l.Code] = n
		most, given := b.points(l.Max, here.Key("max"))
		b.c.lines = append(b.c.lines, flat{code: l.Code, name: l.Name, given: l.Max, max: most, known: given, leaf: len(l.Lines) == 0, depth: depth})
		if len(l.Lines) > 0 {
			below, allBelow := b.lines(l.Lines, here.Key("lines"), depth+1)
			if given {
				b.whole(below, allBelow, most, here.Key("lines"), l.Code)
			}
			if !given && allBelow {
				most, given = below, true
				b.c.lines[n].max, b.c.lines[n].known = most, true
				b.c.lines[n].given, _ = rule.ParseNumber(fromNano(below).String())
			}
		} else {
			b.c.leaves++
			b.c.room += most // for now, what is known
		}
		b.c.lines[n].end = len(b.c.lines)
		known += most
		all = all && given
	}
	return known, all
}

// whole demands that the maxima of a heading, or of the scale, add up to it; where some
// are not known, that the others leave room.
func (b *builder) whole(known int64, all bool, whole int64, at rule.Path, line string) {
	if known > whole || all && known != whole {
		b.report(ErrSum, at, rule.A("line", rule.Shorten(line)), rule.A("sum", fromNano(known)), rule.A("whole", fromNano(whole)))
	}
}

func (b *builder) thresholds() {
	t := b.c.table.Thresholds
	given := 0
	fall := true
	last := b.c.max
	for i, n := range []rule.Number{t.Excellent, t.Good, t.Completed} {
		v, ok := b.points(n, rule.Path("thresholds").Key([]string{"excellent", "good", "completed"}[i]))
		if n.Known() {
			given++
		}
		fall = fall && ok && v > 0 && (v < last || i == 0 && v == last && !t.Above.Excellent)
		last = v
		b.c.thresholds[i] = v
	}
	b.c.above = [3]bool{t.Above.Excellent, t.Above.Good, t.Above.Completed}
	b.c.rated = given == 3
	if given != 0 && !fall {
		b.report(ErrThresholds, "thresholds", rule.A("max", fromNano(b.c.max)))
	}
}

// limits is what every result of the scheme has to say of its limits.
func (c *compiled) limits() rule.Findings {
	var found rule.Findings
	t := c.table
	if !t.ReplacedBy.IsZero() {
		found = append(found, table.Advice(AdviceReplaced, "", rule.A("document", t.Source), rule.A("successor", t.ReplacedBy)))
	}
	if len(c.unknown) > 0 {
		found = append(found, table.Undecided(ErrWeightsUnknown, "lines", rule.A("lines", strings.Join(c.unknown, ", "))))
	} else if t.WeightsBy.Caller || t.WeightsBy.Illustrative {
		found = append(found, t.callerFigures("lines", rule.Text{Vi: "điểm tối đa của các dòng", En: "the maxima of the lines"}, t.WeightsBy))
	}
	if !c.rated {
		found = append(found, table.Undecided(ErrThresholdsUnknown, "thresholds"))
	} else if t.Thresholds.Given.Caller || t.Thresholds.Given.Illustrative {
		found = append(found, t.callerFigures("thresholds", rule.Text{Vi: "mức điểm xếp loại", En: "the thresholds"}, t.Thresholds.Given))
	}
	return append(found, table.Advice(AdviceNoAnnualRating, ""))
}

func (t *Table) callerFigures(at rule.Path, what rule.Text, g Given) rule.Finding {
	basis := rule.Text{Vi: "không nêu căn cứ", En: "no basis stated"}
	switch {
	case g.Illustrative:
		basis = rule.Text{Vi: "số liệu minh họa", En: "illustrative"}
	case !g.Source.IsZero():
		basis = rule.Text{Vi: g.Source.In(rule.Vi), En: g.Source.In(rule.En)}
	}
	return table.Advice(AdviceCallerFigures, at, rule.A("what", what), rule.A("basis", basis), rule.A("document", t.Source))
}

// rate is the rating of an exact score; the thresholds are known.
func (c *compiled) rate(score rule.Fraction) Rating {
	for i, r := range []Rating{Excellent, Good, Completed} {
		if at := score.Cmp(fromNano(c.thresholds[i])); at > 0 || at == 0 && !c.above[i] {
			return r
		}
	}
	return NotCompleted
}

// WithWeights is the scheme with the caller's maxima. Every line without lines of its
// own needs one, and they add up to the scale's maximum. The results say that they are
// the caller's, and illustrative where they are. All faults are reported at once.
func (s Scheme) WithWeights(w Weights) (Scheme, error) {
	if s.c == nil {
		return Scheme{}, ErrNoScheme
	}
	var found rule.Findings
	most := make(map[string]rule.Number, len(w.Max))
	for _, given := range slices.Sorted(maps.Keys(w.Max)) {
		code := rule.Normal(given)
		report := func(c rule.Code) {
			found = append(found, table.Broken(c, rule.Path("max").Key(given), rule.A("line", rule.Shorten(code))))
		}
		if _, known := s.c.index[code]; !known {
			report(ErrUnknownLine)
		} else if _, twice := most[code]; twice {
			report(ErrRepeatedLine)
		}
		most[code] = w.Max[given]
	}
	t := s.Table()
	missing := weigh(t.Lines, most)
	if len(missing) > 0 {
		found = append(found, table.Broken(ErrWeightsUnknown, "max", rule.A("lines", strings.Join(missing, ", "))))
	}
	t.WeightsBy = w.Given
	t.WeightsBy.Caller = true
	weighted, err := NewScheme(t)
	if faults, ok := rule.FindingsIn(err); ok {
		found = append(found, faults...)
	}
	if err := found.Err(); err != nil {
		return Scheme{}, err
	}
	return weighted, err
}

// weigh sets the maxima and lists the lines that stay without one.
func weigh(lines []Line, most map[string]rule.Number) []string {
	var missing []string
	for i := range lines {
		l := &lines[i]
		n, given := most[l.Code]
		if len(l.Lines) > 0 {
			l.Max = n // a heading without a weight of its own is the sum of its lines
			missing = append(missing, weigh(l.Lines, most)...)
			continue
		}
		if !given || !n.Known() {
			missing = append(missing, l.Code)
			continue
		}
		l.Max = n
	}
	return missing
}

// WithThresholds is the scheme with the caller's thresholds. The results say that they
// are the caller's, and illustrative where they are.
func (s Scheme) WithThresholds(t Thresholds) (Scheme, error) {
	if s.c == nil {
		return Scheme{}, ErrNoScheme
	}
	of := s.Table()
	of.Thresholds = t
	of.Thresholds.Given.Caller = true
	if !t.Excellent.Known() && !t.Good.Known() && !t.Completed.Known() {
		return Scheme{}, rule.Findings{table.Broken(ErrThresholds, "thresholds", rule.A("max", fromNano(s.c.max)))}.Err()
	}
	return NewScheme(of)
}

// Table is what the scheme is made of; the caller may change it.
func (s Scheme) Table() Table {
	if s.c == nil {
		return Table{}
	}
	t := s.c.table
	t.Lines = cloneLines(t.Lines)
	return t
}

// Edition names the exact content of the scheme, the caller's figures included.
func (s Scheme) Edition() rule.Edition {
	if s.c == nil {
		return rule.Edition{}
	}
	return s.c.edition
}

// Caveats is what every result of the scheme says of its limits.
func (s Scheme) Caveats() rule.Findings {
	if s.c == nil {
		return nil
	}
	return s.c.caveats.Clone()
}

// Provisional reports whether the scheme was replaced, lacks weights or thresholds, or
// has them from the caller.
func (s Scheme) Provisional() bool { return s.c != nil && len(s.c.caveats) > 1 }

// UnmarshalJSON reads a table and checks it as [NewScheme] does; faults of form and of
// the table are reported together.
func (s *Scheme) UnmarshalJSON(data []byte) error {
	var t Table
	var read Scheme
	err := form.Build(data, schemeFormat, &t, func() (err error) {
		read, err = NewScheme(t)
		return err
	})
	if err == nil {
		*s = read
	}
	return err
}

// MarshalJSON writes the table with its format version.
func (s Scheme) MarshalJSON() ([]byte, error) { return form.Encode(schemeFormat, s.Table()) }
