package evaluation

import (
	"encoding/json"
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
	places   []place // of every line of the scheme
	low      rule.Fraction
	high     rule.Fraction
	bonus    rule.Fraction
	penalty  rule.Fraction
	kept     *Sheet    // what was scored
	parts    []Result  // what was combined
	how      *combined // how it was
	period   rule.Span // of which the text speaks
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

// combined is how a policy put parts together.
type combined struct {
	how           Combining
	weights       []rule.Number // of the parts, where it weighs them
	policy, basis rule.Edition
}

// Sheet is what was scored; false where the result was put together from parts, each of
// which has its own.
func (r Result) Sheet() (Sheet, bool) {
	if r.kept == nil {
		return Sheet{}, false
	}
	return *keep(r.kept), true
}

// Grounds is what the result rests on: the digest of the sheet, or of the digests of the
// parts' sheets in their order; the scheme and, where parts were combined, the policy and
// its text. The rating of a person and the recognition of a commune are not decided here.
func (r Result) Grounds() rule.Grounds {
	var record any = r.kept
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
	if r.c == nil || r.places == nil {
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
		if r.places == nil {
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
	w.Verified, w.Self = *r.mark(n, verified), *r.mark(n, self)
	w.Refused = r.places[n].refused[verified]
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

// resultJSON is all from which total, bounds, rating and findings can be derived again.
type resultJSON struct {
	About       *subjectJSON    `json:"about"`
	Grounds     rule.Grounds    `json:"grounds"`
	Scale       *scaleJSON      `json:"scale"`
	Combining   *combiningJSON  `json:"combining,omitempty"` // where parts were combined
	Provisional bool            `json:"provisional"`
	Total       rule.Fraction   `json:"total"`
	Rounded     rule.Number     `json:"rounded"`
	Low         rule.Fraction   `json:"low"`
	High        rule.Fraction   `json:"high"`
	Bonus       rule.Fraction   `json:"bonus"`
	Penalty     rule.Fraction   `json:"penalty"`
	Self        rule.Fraction   `json:"self"`
	Gap         rule.Fraction   `json:"gap"`
	Rating      Rating          `json:"rating"`
	Unrated     rule.Findings   `json:"unrated"`
	Lines       []Working       `json:"lines,omitempty"`
	Parts       []Result        `json:"parts,omitempty"`
	Findings    rule.Findings   `json:"findings"`
	Caveats     rule.Findings   `json:"caveats"`
	Sheet       json.RawMessage `json:"sheet,omitempty"` // the record that was judged
}

// scaleJSON is what decided besides the maxima of the lines, which are in the working.
type scaleJSON struct {
	Name       rule.Text   `json:"name"`
	Source     rule.Source `json:"source"`
	Period     rule.Span   `json:"period,omitzero"`
	ReplacedBy rule.Source `json:"replacedBy,omitzero"`
	Max        rule.Number `json:"max"`
	Places     int         `json:"places"`
	WeightsBy  Given       `json:"weightsBy,omitzero"`
	Thresholds Thresholds  `json:"thresholds,omitzero"`
	Bonus      Adjusting   `json:"bonus"`
	Penalty    Adjusting   `json:"penalty"`
}

type combiningJSON struct {
	How     Combining     `json:"how"`
	Weights []rule.Number `json:"weights,omitempty"` // null where none is given
}

// MarshalJSON writes the result with its working, the figures of the scheme and the sheet
// that was scored; exact values are texts, and what is not known is null.
func (r Result) MarshalJSON() ([]byte, error) {
	out := resultJSON{
		Grounds: r.Grounds(), Provisional: r.Provisional(), Total: r.Total(), Rounded: r.Rounded(), Low: r.low, High: r.high,
		Bonus: r.bonus, Penalty: r.penalty, Self: r.Self(), Gap: r.Gap(), Lines: slices.Collect(r.Lines()), Parts: r.parts,
		Findings: r.findings, Caveats: r.Caveats(),
	}
	if r.about != nil {
		about := toJSON(r.about)
		out.About = &about
	}
	if r.c != nil {
		t := &r.c.table
		out.Scale = &scaleJSON{t.Name, t.Source, r.period, t.ReplacedBy, t.Max, t.Places, t.WeightsBy, t.Thresholds, t.Bonus, t.Penalty}
	}
	if r.how != nil {
		out.Combining = &combiningJSON{r.how.how, r.how.weights}
	}
	if r.kept != nil {
		out.Sheet, _ = json.Marshal(r.kept) // a sheet that has no JSON is left out, and has no digest
	}
	out.Rating, out.Unrated = r.Rating()
	return form.Encode(resultFormat, out)
}

// Replay scores a stored result again, of the sheet that is given or else of the one that
// was stored with it. It says whether the same comes out, what differs, or that the sheet
// was not kept: a host that may not keep sheets takes the member "sheet" out of what it
// stores. The error is misuse: a text that is no result, one of parts ([Policy.Replay]), a
// sheet of another scheme.
func (s Scheme) Replay(stored []byte, sheet *Sheet) (rule.Replayed, error) {
	in, err := readStored(stored)
	switch {
	case err != nil:
		return rule.Replayed{}, err
	case in.Parts != nil:
		return rule.Replayed{}, rule.NewMisuse(ErrParts, rule.Text{Vi: "kết quả gộp từ nhiều phần; tính lại bằng chính sách đánh giá", En: "the result was put together from parts; the policy replays it"})
	case sheet == nil:
		sheet = in.Sheet
	}
	if sheet == nil {
		return rule.NotKept(), nil
	}
	again, err := s.Score(*sheet)
	if err != nil {
		return rule.Replayed{}, err
	}
	return again.against(stored)
}

// Replay scores and combines the parts of a stored result again, of the sheets that are
// given or else of those that were stored with it, in the order of its parts. It answers as
// [Scheme.Replay] does.
func (p Policy) Replay(stored []byte, s Scheme, sheets ...Sheet) (rule.Replayed, error) {
	in, err := readStored(stored)
	switch {
	case err != nil:
		return rule.Replayed{}, err
	case in.Parts == nil:
		return rule.Replayed{}, rule.NewMisuse(ErrParts, rule.Text{Vi: "kết quả không gộp từ phần nào; tính lại bằng biểu điểm", En: "the result has no parts; the scheme replays it"})
	case len(sheets) == 0:
		for _, part := range in.Parts {
			if part.Sheet == nil {
				return rule.NotKept(), nil
			}
			sheets = append(sheets, *part.Sheet)
		}
	}
	parts := make([]Result, len(sheets))
	for i := range sheets {
		if parts[i], err = s.Score(sheets[i]); err != nil {
			return rule.Replayed{}, err
		}
	}
	again, err := p.Combine(parts...)
	if err != nil {
		return rule.Replayed{}, err
	}
	return again.against(stored)
}

// storedResult is what is read of a stored result.
type storedResult struct {
	Sheet *Sheet
	Parts []struct{ Sheet *Sheet }
}

// readStored reads it. Faults of form in the sheet are no fault of the question: the sheet
// was scored with them, and its digest tells whether it is the one that was.
func readStored(stored []byte) (storedResult, error) {
	var in storedResult
	err := rule.ReadStored(stored, resultFormat, &in)
	if _, isForm := rule.FindingsIn(err); isForm {
		err = nil
	}
	return in, err
}

func (r Result) against(stored []byte) (rule.Replayed, error) {
	again, err := json.Marshal(r)
	if err != nil {
		return rule.Replayed{}, err
	}
	return rule.Replay(stored, again, "sheet")
}
