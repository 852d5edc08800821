package evaluation

import (
	"iter"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Result is the score of one sheet, or of the parts that [Policy.Combine] put together,
// with its working. It is immutable. It is no annual rating of a cadre or civil servant.
type Result struct {
	c        *compiled
	about    Subject
	places   []place // of every line of the scheme
	low      rule.Fraction
	high     rule.Fraction
	bonus    rule.Fraction
	penalty  rule.Fraction
	kept     *Sheet // what was scored; its entries are rows where there are any
	rows     []row
	parts    []Result      // what was combined
	how      *combined     // how it was
	period   rule.Span     // of which the text speaks
	outOf    rule.Fraction // what the lines could come to that count
	replies  []Reply       // of each condition, whether it fails
	findings rule.Findings
	level    int // the band, -1 where none is given
	rating   Rating
	decided  bool // the total is known
	refused  bool // a verified mark cannot be used
	unread   bool // a bonus or penalty cannot be read
	adrift   bool // the subject is not known

	// While entries are put in place: the line after the last one, how many lines have a
	// verified mark, whether headings have one, whether a mark names its facts; what the plain
	// points add up to, and of how many lines.
	next, marked    int
	sum             int64
	summed          int
	subtotals, made bool
}

// About is what was evaluated; nil where the sheet does not say.
func (r Result) About() Subject { return r.about }

// combined is how a policy put parts together.
type combined struct {
	how           Combining
	weights       []rule.Number // of the parts that count, where it weighs them
	least         int           // the least number of days
	days          []int         // of the parts, where days matter
	policy, basis rule.Edition
}

// Sheet is what was scored; false where the result was put together from parts, each of
// which has its own.
func (r Result) Sheet() (Sheet, bool) {
	if r.kept == nil {
		return Sheet{}, false
	}
	return *r.sheet(), true
}

// Grounds is what the result rests on: the digest of the sheet, or of the digests of the
// parts' sheets in their order; the scheme and, where parts were combined, the policy and
// its text. The rating of a person and the recognition of a commune are not decided here.
func (r Result) Grounds() rule.Grounds {
	var record any = r.sheet()
	all := []rule.Rulebook{{Role: "scheme", Edition: Scheme{r.c}.Edition()}}
	if r.how != nil {
		all = append(all, rule.Rulebook{Role: "policy", Edition: r.how.policy}, rule.Rulebook{Role: "basis", Edition: r.how.basis})
		records := make([]string, len(r.parts))
		for i, part := range r.parts {
			records[i] = part.Grounds().Record
		}
		record = records
	}
	return rule.NewGrounds(rule.Nature{Kind: rule.Calculation, Authority: authority(r.about)}, record, all...)
}

// authority is whose the decision is on which a result bears.
func authority(about Subject) rule.Text {
	switch about.(type) {
	case SupportWork:
		return rule.Text{Vi: "cấp có thẩm quyền đánh giá, xếp loại người được đánh giá", En: "the authority competent to evaluate and rate the person"}
	case SupportOutcome:
		return rule.Text{Vi: "các cơ quan được giao đánh giá kết quả giúp đỡ xã", En: "the bodies charged with evaluating the outcome of the support"}
	case CommuneResult:
		return rule.Text{Vi: "cấp có thẩm quyền đánh giá, công nhận kết quả của xã", En: "the authority competent to evaluate and recognise the commune's result"}
	}
	return rule.Text{Vi: "cấp có thẩm quyền", En: "the competent authority"}
}

// Total is the exact score of the verified column, adjusted; not known where a line is
// not.
func (r Result) Total() rule.Fraction {
	if !r.decided {
		return rule.Fraction{}
	}
	return r.low
}

// Bounds are the least and the greatest total that the missing marks allow; equal where
// the total is known.
func (r Result) Bounds() (low, high rule.Fraction) { return r.low, r.high }

// Rounded is the total for display, rounded once to the places of the scheme. Nothing is
// decided on it.
func (r Result) Rounded() rule.Number {
	if r.c == nil {
		return rule.Number{}
	}
	return r.rounded(r.Total())
}

// OutOf is what the lines could come to for which the year brought a task: the maximum of
// the scale unless lines are left out. The rating is that of Total × maximum / OutOf.
func (r Result) OutOf() rule.Fraction { return r.outOf }

// Band is the range of the scheme in which the exact total lies, less what the conditions
// take from it; false where none is given, for the reasons of [Result.Rating].
func (r Result) Band() (Band, bool) {
	if r.c == nil || r.level < 0 || r.level >= len(r.c.levels) {
		return Band{}, false
	}
	return r.c.levels[r.level].Band, true
}

// Bonus is the bonus points that the scheme admits, before the cap.
func (r Result) Bonus() rule.Fraction { return r.bonus }

// Penalty is the penalty points that the scheme admits.
func (r Result) Penalty() rule.Fraction { return r.penalty }

// Self is the sum of the self column, without bonus and penalty; not known where a line
// is not.
func (r Result) Self() rule.Fraction { return r.column(self) }

// Gap is how far the self score lies above the verified one, both without bonus and
// penalty; not known where either is not.
func (r Result) Gap() rule.Fraction { return r.column(self).Sub(r.column(rates)) }

// Column is the sum of a column of marks by its code, without bonus and penalty; not known
// where a line is not, or where the scheme has no such column.
func (r Result) Column(code string) rule.Fraction {
	if r.c == nil {
		return rule.Fraction{}
	}
	column := slices.Index(r.c.columns, rule.Normal(code))
	if column < 0 {
		return rule.Fraction{}
	}
	return r.column(column)
}

func (r *Result) column(column int) rule.Fraction {
	if r.c == nil || r.places == nil {
		return rule.Fraction{}
	}
	low, _, decided := r.points(column, r.all())
	if !decided {
		return rule.Fraction{}
	}
	return low
}

// Rating is the rating of the exact total. Where no band is given, the findings are the
// reasons: thresholds or weights that are not known, a mark that cannot be used, a total that
// lies between two ratings, a condition that is open or left to the authority. A band of the
// scheme's own need have no rating.
func (r Result) Rating() (Rating, rule.Findings) {
	if _, given := r.Band(); given || r.c == nil {
		return r.rating, nil
	}
	var why rule.Findings
	for _, f := range r.findings {
		switch f.Code() {
		case ErrSubject, ErrMark, ErrAboveMax, ErrRepeatedLine, ErrNotVerified, ErrMissingLine, ErrCombine,
			ErrColumn, ErrNotAssigned, ErrConditionOpen, AdviceCondition, ErrTooShort:
			why = append(why, f)
		case ErrAdjustment:
			if r.unread {
				why = append(why, f)
			}
		}
	}
	for _, f := range r.c.caveats {
		if f.Kind == rule.Undecided && (f.Code() != ErrWeightsUnknown || !r.decided) {
			why = append(why, f)
		}
	}
	if low, high := r.carried(r.low), r.carried(r.high); r.c.rated && low.Known() && high.Known() {
		switch least := r.c.band(low); {
		case least != r.c.band(high):
			why = append(why, table.Undecided(ErrBetween, "", rule.A("low", low), rule.A("high", high)))
		case least < 0:
			why = append(why, table.Undecided(ErrNoBand, "", rule.A("score", low)))
		}
	}
	return Unrated, why.Clone()
}

// Provisional reports whether the scheme was replaced, lacks weights or thresholds, or
// has them from the caller.
func (r Result) Provisional() bool { return Scheme{r.c}.Provisional() }

// Findings is everything that is wrong or missing in the sheet, in its order.
func (r Result) Findings() rule.Findings { return r.findings.Clone() }

// Caveats is what limits the answer, whatever the sheet says: what is not known of the
// scheme, whose figures it has, and that no annual rating follows.
func (r Result) Caveats() rule.Findings {
	caveats := Scheme{r.c}.Caveats()
	if f, after := afterPeriod(r.about, r.period); after {
		caveats = append(caveats, f)
	}
	return caveats
}

// Parts are the results that were combined, one for each commune.
func (r Result) Parts() []Result { return slices.Clone(r.parts) }

// Working is how one line came to its points.
type Working struct {
	Line  string      `json:"line"`
	Name  rule.Text   `json:"name"`
	Depth int         `json:"depth"` // 0 for a heading of the scheme
	Max   rule.Number `json:"max"`   // not given where not known
	// Heading says that the points are the sum of the lines that follow one deeper; its
	// marks are stated subtotals.
	Heading  bool `json:"heading,omitempty"`
	Verified Mark `json:"verified"`
	Self     Mark `json:"self"`
	// Others are the marks of the scheme's other columns.
	Others []ColumnMark `json:"others,omitempty" validate:"dive"`
	// Marks is how the marks become points, nil where they are points or a part of the maximum.
	Marks *Scoring `json:"marks,omitempty"`
	// Scaled says that the sum of a heading's lines is carried over to its maximum.
	Scaled bool `json:"scaled,omitempty"`
	Side   Side `json:"side,omitzero"`
	// NotAssigned says that the year brought no task for the line, and the scheme takes that.
	NotAssigned bool `json:"notAssigned,omitempty"`
	// From is from which facts a mark was made.
	From *Derivation `json:"from,omitempty"`
	// Refused says that the mark that rates cannot be used.
	Refused bool `json:"refused,omitempty"`
	// Low and High bound the points; they are equal where the line is decided.
	Low  rule.Fraction `json:"low"`
	High rule.Fraction `json:"high"`
	// Points is known where the line is decided, SelfPoints where the self column is.
	Points     rule.Fraction `json:"points"`
	SelfPoints rule.Fraction `json:"selfPoints"`
	how        *compiled
	at         int // the line in it
}

// Gap is how far the self score lies above the verified one.
func (w Working) Gap() rule.Fraction { return w.SelfPoints.Sub(w.Points) }

// String says the working in Vietnamese.
func (w Working) String() string { return w.In(rule.Vi) }

// In says the working: "2. …: 38/62 × 20 = 380/31 (≈ 12,26)".
func (w Working) In(l rule.Lang) string {
	if w.how == nil { // made by hand
		w.how = &compiled{byVerified: true}
	}
	var b strings.Builder
	b.WriteString(w.Line + ". " + w.Name.In(l) + ": ")
	switch {
	case w.NotAssigned:
		b.WriteString(rule.Text{Vi: "không được giao", En: "no task this year"}.In(l) + ", " + w.how.table.Unassigned.In(l))
	case w.Scaled:
		b.WriteString("Σ × " + w.Max.In(l) + "/" + w.how.lines[w.at].of.In(l))
	case w.Heading:
		b.WriteString("Σ")
	default:
		b.WriteString(w.formula(l))
	}
	if w.Refused {
		b.WriteString(rule.Text{Vi: " (không dùng được)", En: " (cannot be used)"}.In(l))
	}
	if w.NotAssigned && !w.Low.Known() {
		return b.String()
	}
	b.WriteString(" = " + spread(w.Low, w.High, w.Points.Known(), w.how, l))
	b.WriteString(rule.Text{Vi: ", tối đa ", En: ", of "}.In(l) + orUnknown(w.Max, l))
	if w.Side != Counts {
		b.WriteString(" (" + w.Side.In(l) + ")")
	}
	if w.From != nil {
		b.WriteString("; " + w.From.In(l))
	}
	return b.String()
}

// rates is the mark that rates.
func (w *Working) rates() Mark {
	if w.how.byVerified {
		return w.Verified
	}
	e := Entry{Self: w.Self, Verified: w.Verified, Others: w.Others}
	return *e.in(w.how.columns[rates])
}

// formula is how the mark becomes points.
func (w *Working) formula(l rule.Lang) string {
	m := w.rates()
	way := Graded
	if w.Marks != nil {
		way = w.Marks.Way
	}
	rate := m.kind == markPercent || m.kind == markShare
	switch {
	case way == Counted && m.kind == markCount:
		return m.In(l) + " × " + w.Marks.Each.In(l)
	case way == ByRate && rate:
		return m.In(l) + w.level(l)
	case rate:
		return m.In(l) + " × " + orUnknown(w.Max, l)
	}
	return m.In(l)
}

// level says the level that a rate reaches.
func (w *Working) level(l rule.Lang) string {
	m := w.rates()
	rate := m.value()
	for i := len(w.Marks.Levels) - 1; i >= 0; i-- {
		at := &w.Marks.Levels[i]
		p := payment{from: at.From.Fraction().Quo(rule.Ratio(100, 1)), above: at.Above}
		if !p.reaches(rate) {
			continue
		}
		sign := " (≥ "
		if at.Above {
			sign = " (> "
		}
		return sign + Percent(at.From).In(l) + ")"
	}
	return rule.Text{Vi: " (dưới mọi mức)", En: " (below each level)"}.In(l)
}

func orUnknown(n rule.Number, l rule.Lang) string {
	if !n.Known() {
		return "?"
	}
	return n.In(l)
}

// spread says an exact value, with its rounding where it is a fraction or has more
// places than are shown, or its bounds.
func spread(low, high rule.Fraction, decided bool, c *compiled, l rule.Lang) string {
	if !decided {
		return rule.Text{Vi: "chưa rõ (", En: "unknown ("}.In(l) + low.In(l) + "–" + high.In(l) + ")"
	}
	text := low.In(l)
	rounded := low.Round(c.table.Places, c.table.Rounding)
	if rounded.Fraction().Cmp(low) != 0 {
		text += " (≈ " + rounded.In(l) + ")"
	}
	return text
}

// Lines goes through the lines of the scheme in its order, each heading before its own
// lines. The working is computed as it is read. A combined result has [Result.Parts]
// instead.
func (r Result) Lines() iter.Seq[Working] {
	return func(yield func(Working) bool) {
		if r.places == nil {
			return
		}
		var w Working
		for n := range r.c.lines {
			if r.working(&w, n); !yield(w) {
				return
			}
		}
	}
}

// working is how line n came to its points.
func (r *Result) working(w *Working, n int) {
	line, at := &r.c.lines[n], &r.places[n]
	*w = Working{how: r.c, at: n}
	w.Line, w.Name, w.Depth, w.Max, w.Heading, w.Side = line.code, line.name, line.depth, line.given, !line.leaf, line.side
	w.NotAssigned, w.Refused, w.Scaled = at.out, at.refuses(rates), line.of.Known()
	switch i := at.entry - 1; {
	case i < 0:
	case r.rows != nil:
		w.Verified, w.Self = r.rows[i].mark(rates), r.rows[i].mark(self)
	default:
		e := &r.kept.Entries[i]
		w.Verified, w.Self, w.Others, w.From = e.Verified, e.Self, slices.Clone(e.Others), e.From.clone()
	}
	if line.marks != nil {
		marks := line.marks.clone()
		w.Marks = &marks
	}
	if at.out && r.c.table.Unassigned == UnassignedLeftOut {
		return // it has no points, which is not 0
	}
	if line.plain && r.c.byVerified && at.refused == 0 && w.Verified.kind != markNone && w.Self.kind != markNone { // as nearly all are
		w.Low, w.SelfPoints = w.Verified.points(line.max), w.Self.points(line.max)
		w.High, w.Points = w.Low, w.Low
		return
	}
	var decided bool
	if w.Low, w.High, decided = r.points(rates, r.under(n)); decided {
		w.Points = w.Low
	}
	if points, _, known := r.points(self, r.under(n)); known {
		w.SelfPoints = points
	}
}

// String is the whole working in Vietnamese.
func (r Result) String() string { return r.In(rule.Vi) }

// In is the whole working, a line each: the object, the lines, bonus and penalty, the
// total, the rating with its reasons, and the caveats.
func (r Result) In(l rule.Lang) string {
	if r.c == nil {
		return ""
	}
	say := func(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(l) }
	lines := []string{r.c.table.Name.In(l) + " (" + r.c.table.Source.In(l) + ")"}
	if r.about != nil && !r.adrift {
		lines = append(lines, r.about.In(l))
	}
	for w := range r.Lines() {
		lines = append(lines, strings.Repeat("  ", w.Depth)+w.In(l))
	}
	for _, p := range r.parts {
		lines = append(lines, p.about.In(l)+": "+spread(p.low, p.high, p.decided, r.c, l))
	}
	if r.bonus.Sign() != 0 {
		lines = append(lines, say("Điểm cộng: ", "Bonus: ")+r.bonus.In(l))
	}
	if r.penalty.Sign() != 0 {
		lines = append(lines, say("Điểm trừ: ", "Penalty: ")+r.penalty.In(l))
	}
	total := say("Tổng: ", "Total: ") + spread(r.low, r.high, r.decided, r.c, l) + say(", thang điểm ", ", on a scale of ")
	if r.outOf.Cmp(fromNano(r.c.max)) == 0 {
		total += r.c.table.Max.In(l)
	} else {
		total += r.outOf.In(l) + say("; quy về ", "; carried to ") + r.c.table.Max.In(l) + ": " + spread(r.carried(r.low), r.carried(r.high), r.decided, r.c, l)
	}
	lines = append(lines, total)
	if gap := r.Gap(); gap.Known() {
		lines = append(lines, say("Tự chấm chênh so với thẩm định: ", "Self score over verified: ")+gap.In(l))
	}
	rating, why := r.Rating()
	words := rating.In(l)
	if band, given := r.Band(); given {
		words = band.Name.In(l)
	}
	lines = append(lines, say("Xếp loại: ", "Rating: ")+words)
	for _, f := range append(why, r.Caveats()...) {
		lines = append(lines, "  – "+f.In(l))
	}
	return strings.Join(lines, "\n")
}
