package evaluation

import (
	"iter"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Result is the score of one sheet, or of the parts that [Policy.Combine] put together,
// with its working. It is immutable. It is no annual rating of a cadre or civil servant.
type Result struct {
	c        *compiled
	about    Subject
	marks    []cell // verified and self of every line of the scheme
	wides    []wideMark
	low      rule.Fraction
	high     rule.Fraction
	bonus    rule.Fraction
	penalty  rule.Fraction
	parts    []Result
	policy   rule.Edition // of the policy that combined the parts
	period   rule.Span    // of which the text speaks
	findings rule.Findings
	rating   Rating
	decided  bool // the total is known
	refused  bool // a verified mark cannot be used
	unread   bool // a bonus or penalty cannot be read
	adrift   bool // the subject is not known

	// While entries are put in place: the line after the last one, how many lines have a
	// verified mark, whether headings have one.
	next, marked int
	subtotals    bool
}

// About is what was evaluated; nil where the sheet does not say.
func (r Result) About() Subject { return r.about }

// Editions are those on which the result rests: of the scheme, and of the policy where
// parts were combined.
func (r Result) Editions() []rule.Edition {
	all := []rule.Edition{Scheme{r.c}.Edition()}
	if r.policy != (rule.Edition{}) {
		all = append(all, r.policy)
	}
	return all
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
	return r.Total().Round(r.c.table.Places, rule.HalfAway)
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
func (r Result) Gap() rule.Fraction { return r.column(self).Sub(r.column(verified)) }

func (r *Result) column(column int) rule.Fraction {
	if r.c == nil || r.marks == nil {
		return rule.Fraction{}
	}
	low, _, decided := r.points(column, 0, len(r.c.lines), r.c.max)
	if !decided {
		return rule.Fraction{}
	}
	return low
}

// Rating is the rating of the exact total. Where it is Unrated, the findings are the
// reasons: thresholds or weights that are not known, a mark that cannot be used, a
// total that lies between two ratings.
func (r Result) Rating() (Rating, rule.Findings) {
	if r.rating != Unrated || r.c == nil {
		return r.rating, nil
	}
	var why rule.Findings
	for _, f := range r.findings {
		switch f.Code() {
		case ErrSubject, ErrMark, ErrAboveMax, ErrRepeatedLine, ErrNotVerified, ErrMissingLine, ErrCombine:
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
	if r.c.rated && r.low.Known() && r.high.Known() && r.c.rate(r.low) != r.c.rate(r.high) {
		why = append(why, table.Undecided(ErrBetween, "", rule.A("low", r.low), rule.A("high", r.high)))
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
	// Refused says that the verified mark cannot be used.
	Refused bool `json:"refused,omitempty"`
	// Low and High bound the points; they are equal where the line is decided.
	Low  rule.Fraction `json:"low"`
	High rule.Fraction `json:"high"`
	// Points is known where the line is decided, SelfPoints where the self column is.
	Points     rule.Fraction `json:"points"`
	SelfPoints rule.Fraction `json:"selfPoints"`
	places     int
}

// Gap is how far the self score lies above the verified one.
func (w Working) Gap() rule.Fraction { return w.SelfPoints.Sub(w.Points) }

// String says the working in Vietnamese.
func (w Working) String() string { return w.In(rule.Vi) }

// In says the working: "2. …: 38/62 × 20 = 380/31 (≈ 12,26)".
func (w Working) In(l rule.Lang) string {
	var b strings.Builder
	b.WriteString(w.Line + ". " + w.Name.In(l) + ": ")
	switch {
	case w.Heading:
		b.WriteString("Σ")
	case w.Verified.kind == markPercent || w.Verified.kind == markShare:
		b.WriteString(w.Verified.In(l) + " × " + orUnknown(w.Max, l))
	default:
		b.WriteString(w.Verified.In(l))
	}
	if w.Refused {
		b.WriteString(rule.Text{Vi: " (không dùng được)", En: " (cannot be used)"}.In(l))
	}
	b.WriteString(" = " + spread(w.Low, w.High, w.Points.Known(), w.places, l))
	b.WriteString(rule.Text{Vi: ", tối đa ", En: ", of "}.In(l) + orUnknown(w.Max, l))
	return b.String()
}

func orUnknown(n rule.Number, l rule.Lang) string {
	if !n.Known() {
		return "?"
	}
	return n.In(l)
}

// spread says an exact value, with its rounding where it is a fraction or has more
// places than are shown, or its bounds.
func spread(low, high rule.Fraction, decided bool, places int, l rule.Lang) string {
	if !decided {
		return rule.Text{Vi: "chưa rõ (", En: "unknown ("}.In(l) + low.In(l) + "–" + high.In(l) + ")"
	}
	text := low.In(l)
	rounded := low.Round(places, rule.HalfAway)
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
		if r.marks == nil {
			return
		}
		for n := range r.c.lines {
			if !yield(r.working(n)) {
				return
			}
		}
	}
}

func (r *Result) working(n int) Working {
	line := &r.c.lines[n]
	most := r.c.max
	if line.known {
		most = line.max
	}
	w := Working{Line: line.code, Name: line.name, Depth: line.depth, Max: line.given, Heading: !line.leaf, places: r.c.table.Places}
	w.Verified, w.Self = r.mark(n, verified), r.mark(n, self)
	w.Refused = r.marks[columns*n].flaw&refused != 0
	var decided bool
	if w.Low, w.High, decided = r.points(verified, n, line.end, most); decided {
		w.Points = w.Low
	}
	if points, _, known := r.points(self, n, line.end, most); known {
		w.SelfPoints = points
	}
	return w
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
		lines = append(lines, p.about.In(l)+": "+spread(p.low, p.high, p.decided, r.c.table.Places, l))
	}
	if r.bonus.Sign() != 0 {
		lines = append(lines, say("Điểm cộng: ", "Bonus: ")+r.bonus.In(l))
	}
	if r.penalty.Sign() != 0 {
		lines = append(lines, say("Điểm trừ: ", "Penalty: ")+r.penalty.In(l))
	}
	lines = append(lines, say("Tổng: ", "Total: ")+spread(r.low, r.high, r.decided, r.c.table.Places, l)+say(", thang điểm ", ", on a scale of ")+r.c.table.Max.In(l))
	if gap := r.Gap(); gap.Known() {
		lines = append(lines, say("Tự chấm chênh so với thẩm định: ", "Self score over verified: ")+gap.In(l))
	}
	rating, why := r.Rating()
	lines = append(lines, say("Xếp loại: ", "Rating: ")+rating.In(l))
	for _, f := range append(why, r.Caveats()...) {
		lines = append(lines, "  – "+f.In(l))
	}
	return strings.Join(lines, "\n")
}

const resultFormat = "giupxa.result/1"

type resultJSON struct {
	About       *subjectJSON  `json:"about"`
	Scheme      rule.Edition  `json:"scheme"`
	Policy      rule.Edition  `json:"policy,omitzero"` // where parts were combined
	Provisional bool          `json:"provisional"`
	Total       rule.Fraction `json:"total"`
	Rounded     rule.Number   `json:"rounded"`
	Low         rule.Fraction `json:"low"`
	High        rule.Fraction `json:"high"`
	Bonus       rule.Fraction `json:"bonus"`
	Penalty     rule.Fraction `json:"penalty"`
	Self        rule.Fraction `json:"self"`
	Gap         rule.Fraction `json:"gap"`
	Rating      Rating        `json:"rating"`
	Unrated     rule.Findings `json:"unrated,omitempty"`
	Lines       []Working     `json:"lines,omitempty"`
	Parts       []Result      `json:"parts,omitempty"`
	Findings    rule.Findings `json:"findings,omitempty"`
	Caveats     rule.Findings `json:"caveats,omitempty"`
}

// MarshalJSON writes the result with its working; exact values are texts, and what is
// not known is null.
func (r Result) MarshalJSON() ([]byte, error) {
	out := resultJSON{
		Scheme: Scheme{r.c}.Edition(), Policy: r.policy, Provisional: r.Provisional(), Total: r.Total(), Rounded: r.Rounded(), Low: r.low, High: r.high,
		Bonus: r.bonus, Penalty: r.penalty, Self: r.Self(), Gap: r.Gap(), Lines: slices.Collect(r.Lines()), Parts: r.parts,
		Findings: r.findings, Caveats: r.Caveats(),
	}
	if r.about != nil {
		about := toJSON(r.about)
		out.About = &about
	}
	out.Rating, out.Unrated = r.Rating()
	return form.Encode(resultFormat, out)
}
