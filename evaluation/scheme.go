package evaluation

import (
	"maps"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// The columns that every sheet has.
const (
	verifiedColumn = "verified"
	selfColumn     = "self"
)

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
	leaves     int           // lines without lines of their own
	max        int64         // in billionths, as all points
	room       rule.Fraction // what the maxima that are not known add up to
	unknown    []string      // the lines of the scale whose maximum is not known
	columns    []string      // their codes: the one that rates, "self", the others
	byVerified bool          // the one that rates is "verified"
	rated      bool
	levels     []level // from the lowest
	gaps       bool    // the bands have one, as in the document
	gates      []gate
	sided      bool // there are lines of bonus or penalty
	open       bool // a line may give more than its maximum
	caveats    rule.Findings
}

// flat is a line; what every score reads comes first.
type flat struct {
	code    string
	max     int64
	top     int64 // the most that it pays, below max where the document slips
	end     int   // the index after its last line
	depth   int
	known   bool // whether max is known
	leaf    bool
	plain   bool // its marks are points of the scale, or a part of its maximum
	way     Way
	over    Over
	side    Side
	measure Measure
	each    int64 // of an event
	name    rule.Text
	given   rule.Number
	levels  []payment
	factor  rule.Fraction // what a point of it is in the whole; not known where 1
	of      rule.Fraction // a scaled heading: what its lines could come to
	marks   *Scoring      // where it has a way of its own
}

// NewScheme checks a table and reports every fault as [rule.Findings]: an id, a source
// or words that are missing, a line code given twice, maxima that do not add up,
// thresholds that do not fall.
func NewScheme(t Table) (Scheme, error) {
	t = t.normal()
	b := builder{c: &compiled{table: t, index: map[string]int{}}, slips: make([]bool, len(t.Slips))}
	b.found = form.Check(&t)
	b.head()
	b.columns()
	known, all := b.lines(t.Lines, "lines", 0, Counts)
	if b.c.max > 0 && len(t.Lines) > 0 {
		b.whole(known, all, b.c.max, "lines", t.ID)
	}
	b.demand(len(b.c.lines) <= maxLines, "lines", "quá nhiều dòng", "there are too many lines")
	b.thresholds()
	b.bands()
	b.conditions()
	b.slipsUsed()
	if err := b.found.Err(); err != nil {
		return Scheme{}, err
	}
	b.c.edition = rule.EditionOf(t.ID, t.Version, t)
	b.c.finish()
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

// normal is the table with its ids in the one spelling in which they are compared. It
// shares no list with it.
func (t Table) normal() Table {
	t.ID, t.Rates, t.Lines = rule.Normal(t.ID), rule.Normal(t.Rates), cloneLines(t.Lines)
	t.Columns, t.Bands, t.Conditions, t.Slips = slices.Clone(t.Columns), slices.Clone(t.Bands), slices.Clone(t.Conditions), slices.Clone(t.Slips)
	for i := range t.Columns {
		t.Columns[i].Code = rule.Normal(t.Columns[i].Code)
	}
	for i := range t.Slips {
		t.Slips[i].Line = rule.Normal(t.Slips[i].Line)
	}
	return t
}

func cloneLines(lines []Line) []Line {
	out := slices.Clone(lines)
	for i := range out {
		out[i].Code, out[i].Lines, out[i].Marks = rule.Normal(out[i].Code), cloneLines(out[i].Lines), out[i].Marks.clone()
	}
	return out
}

// finish makes ready what depends on all lines.
func (c *compiled) finish() {
	used := fromNano(0)
	for i := range c.lines {
		l := &c.lines[i]
		c.open = c.open || l.over == OverCounts
		c.sided = c.sided || l.side != Counts
		l.plain = l.leaf && l.known && l.way == Graded && l.over == OverRefused && !l.factor.Known() && c.table.RoundAt != RoundLines
		switch {
		case !l.leaf || l.side != Counts:
		case l.known:
			used = used.Add(l.whole(fromNano(l.max)))
		default:
			c.unknown = append(c.unknown, l.code)
		}
	}
	if c.room = fromNano(c.max).Sub(used); c.room.Sign() < 0 {
		c.room = fromNano(0)
	}
}

// whole is points of the line on the scale of the whole.
func (l *flat) whole(points rule.Fraction) rule.Fraction {
	if l.factor.Known() {
		return points.Mul(l.factor)
	}
	return points
}

type builder struct {
	c     *compiled
	found rule.Findings
	slips []bool // which of the table's are at the place of a fault
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
	b.demand(t.Unassigned <= UnassignedFull, "unassigned", "không rõ cách tính dòng không được giao", "no such treatment of lines without a task")
	b.demand(t.Rounding <= rule.Up && t.RoundAt <= RoundTotal, "rounding", "không rõ cách làm tròn", "no such way of rounding")
	_, _, exists := t.yearFrom()
	b.demand(exists, "yearFrom", "ghi tháng và ngày, ví dụ 11-15", "write the month and the day, as 11-15")
	b.demand(len(t.Lines) > 0, "lines", "không có dòng nào", "there are no lines")
	scale, ok := b.points(t.Max, "max")
	b.demand(scale > 0 || (t.Max.Known() && !ok), "max", "thiếu điểm tối đa của thang điểm", "the maximum of the scale is missing")
	b.c.max = scale
}

// yearFrom is the month and day on which the year that is scored begins.
func (t *Table) yearFrom() (month, day int, exists bool) {
	if t.YearFrom == "" {
		return 1, 1, true
	}
	// A year that is no leap year, so that the day exists in each.
	d, err := civil.ParseDate("2001-" + t.YearFrom)
	return int(d.Month), d.Day, err == nil && t.YearFrom != "01-01"
}

// columns lays out the columns of marks.
func (b *builder) columns() {
	t := &b.c.table
	rates := t.Rates
	if rates == "" {
		rates = verifiedColumn
	}
	b.c.columns, b.c.byVerified = []string{rates, selfColumn}, rates == verifiedColumn
	known := rates == verifiedColumn
	seen := map[string]bool{}
	for i, column := range t.Columns {
		at := rule.Path("columns").Index(i)
		b.words(column.Name, at.Key("name"))
		b.demand(!seen[column.Code], at.Key("code"), "cột ghi hai lần", "the column appears twice")
		seen[column.Code] = true
		known = known || column.Code == rates
		if column.Code != rates && column.Code != selfColumn {
			b.c.columns = append(b.c.columns, column.Code)
		}
	}
	if rates != verifiedColumn && !seen[verifiedColumn] {
		b.c.columns = append(b.c.columns, verifiedColumn)
	}
	b.demand(known && rates != selfColumn, "rates", "cột dùng để xếp loại không có, hoặc là cột tự chấm", "the column that rates does not exist, or is the self score")
}

// lines lays the lines out and gives the sum of the maxima that are known, and whether
// all are; of those of a heading's own side.
func (b *builder) lines(lines []Line, at rule.Path, depth int, side Side) (known int64, all bool) {
	if depth > maxLineDepth {
		b.demand(false, at, "các dòng lồng nhau quá sâu", "the lines nest too deep")
		return 0, false
	}
	all = true
	for i := range lines {
		if len(b.c.lines) > maxLines {
			return known, false // told once, in NewScheme
		}
		n := len(b.c.lines)
		b.line(&lines[i], at.Index(i), depth, side)
		if l := &b.c.lines[n]; l.side == side {
			known += l.max
			all = all && l.known
		}
	}
	return known, all
}

// line lays out a line and the lines below it.
func (b *builder) line(l *Line, at rule.Path, depth int, side Side) {
	b.words(l.Name, at.Key("name"))
	if _, twice := b.c.index[l.Code]; twice {
		b.report(ErrRepeatedLine, at.Key("code"), rule.A("line", rule.Shorten(l.Code)))
	}
	n := len(b.c.lines)
	b.c.index[l.Code] = n
	most, given := b.points(l.Max, at.Key("max"))
	line := flat{code: l.Code, name: l.Name, given: l.Max, max: most, known: given, leaf: len(l.Lines) == 0, depth: depth, side: side, measure: l.Measure}
	b.sideOf(l, &line, at.Key("side"))
	b.scoring(l, &line, at.Key("marks"))
	b.demand(l.Measure <= CommuneProgress && (l.Measure == 0 || line.leaf), at.Key("measure"), "không rõ số liệu nào, hoặc không phải dòng chấm", "no such measure, or no line that is scored")
	b.demand(!l.Scaled || !line.leaf && given, at.Key("scaled"), "chỉ mục có dòng con và có điểm tối đa mới quy đổi", "only a heading with lines and a maximum of its own is scaled")
	b.c.lines = append(b.c.lines, line)
	if line.leaf {
		b.c.leaves++
	} else {
		b.below(l, n, at.Key("lines"))
	}
	b.c.lines[n].end = len(b.c.lines)
}

// sideOf judges on which side of the sum a line stands.
func (b *builder) sideOf(l *Line, line *flat, at rule.Path) {
	t := &b.c.table
	switch {
	case l.Side > Deducts || l.Side != Counts && line.depth > 0 && l.Side != line.side:
		b.demand(false, at, "dòng cộng, trừ điểm đứng ngoài các mục của thang điểm", "lines of bonus and penalty stand outside the headings of the scale")
	case line.depth == 0:
		line.side = l.Side
	}
	b.demand(line.side != Adds || t.Bonus != AdjustNone, at, "thang điểm không có điểm cộng", "the scheme knows no bonus")
	b.demand(line.side != Deducts || t.Penalty != AdjustNone, at, "thang điểm không có điểm trừ", "the scheme knows no penalty")
}

// below lays out the lines of a heading.
func (b *builder) below(l *Line, n int, at rule.Path) {
	h := &b.c.lines[n]
	most, given, depth, side := h.max, h.known, h.depth, h.side
	known, all := b.lines(l.Lines, at, depth+1, side)
	h = &b.c.lines[n] // the list grew
	switch {
	case l.Scaled:
		b.demand(all && known > 0, at, "các dòng của mục quy đổi phải có điểm tối đa", "the lines of a scaled heading need their maxima")
		if known <= 0 {
			return
		}
		h.of = fromNano(known)
		for i := n + 1; i < len(b.c.lines); i++ {
			factor := fromNano(most).Quo(h.of)
			if f := b.c.lines[i].factor; f.Known() {
				factor = factor.Mul(f)
			}
			b.c.lines[i].factor = factor
		}
	case given:
		b.whole(known, all, most, at, l.Code)
	case all:
		h.max, h.top, h.known = known, known, true
		h.given, _ = rule.ParseNumber(fromNano(known).String())
	default:
		h.max = known // at least
	}
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
	}
	b.c.rated = given == 3
	if given != 0 && !fall {
		b.report(ErrThresholds, "thresholds", rule.A("max", fromNano(b.c.max)))
	}
	b.demand(given == 0 || len(b.c.table.Bands) == 0, "bands", "chỉ ghi mức điểm ở một chỗ", "levels are given in one place only")
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
	if t.Confidence != 0 && t.Confidence < rule.Read {
		found = append(found, table.Advice(AdviceConfidence, "", rule.A("confidence", t.Confidence)))
	}
	for i, slip := range t.Slips {
		found = append(found, table.Advice(AdviceSlip, rule.Path("slips").Index(i), rule.A("where", slip.place()), rule.A("words", slip.Words)))
	}
	return append(found, table.Advice(AdviceNoAnnualRating, ""))
}

func (s *Slip) place() rule.Text {
	if s.Line == "" {
		return rule.Text{Vi: "các mức xếp loại", En: "the bands"}
	}
	return rule.Text{Vi: "dòng " + s.Line, En: "line " + s.Line}
}

// Window is the days that count for a rated year.
func (s Scheme) Window(year int) rule.Span {
	if s.c == nil || s.c.table.YearFrom == "" {
		return rule.Year(year)
	}
	month, day, _ := s.c.table.yearFrom()
	return rule.Span{From: rule.Day(year-1, month, day), To: rule.Day(year, month, day).AddDays(-1)}
}

func (t *Table) callerFigures(at rule.Path, what rule.Text, g Given) rule.Finding {
	if !g.Illustrative && g.Source.Number != "" && g.Source.Number == t.Source.Number {
		return table.Advice(AdviceSupplied, at, rule.A("what", what), rule.A("document", t.Source))
	}
	basis := rule.Text{Vi: "không nêu căn cứ", En: "no basis stated"}
	switch {
	case g.Illustrative:
		basis = rule.Text{Vi: "số liệu minh họa", En: "illustrative"}
	case !g.Source.IsZero():
		basis = rule.Text{Vi: g.Source.In(rule.Vi), En: g.Source.In(rule.En)}
	}
	return table.Advice(AdviceCallerFigures, at, rule.A("what", what), rule.A("basis", basis), rule.A("document", t.Source))
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
	of.Thresholds, of.Bands = t, nil
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
	return s.c.table.normal()
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
func (s Scheme) Provisional() bool {
	if s.c == nil {
		return false
	}
	return slices.ContainsFunc(s.c.caveats, func(f rule.Finding) bool {
		switch f.Code() {
		case AdviceReplaced, ErrWeightsUnknown, ErrThresholdsUnknown, AdviceCallerFigures, AdviceSupplied:
			return true
		}
		return false
	})
}

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
