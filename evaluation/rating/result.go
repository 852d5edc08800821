package rating

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rank"
)

// Result is how a record is rated, step by step. It is immutable. It is a calculation: the
// rating itself is what the authority decides, and the quota comes after it.
type Result struct {
	record   *Record
	rulebook Rulebook
	regime   *Regime
	reach    *Reach
	score    rule.Fraction
	band     evaluation.Rating
	rating   evaluation.Rating
	low      evaluation.Rating
	high     evaluation.Rating
	notRated bool
	steps    []Step
	findings rule.Findings
}

// Rating is the level, before the quota; Unrated where none follows: the findings say why.
func (r Result) Rating() evaluation.Rating { return r.rating }

// Bounds are the lowest and the highest level that what is not known allows; both Unrated
// where no regime is held or nobody is rated.
func (r Result) Bounds() (low, high evaluation.Rating) {
	if r.regime == nil || r.notRated {
		return evaluation.Unrated, evaluation.Unrated
	}
	return r.low, r.high
}

// NotRated reports whether the regime gives no rating this year, as for short service.
func (r Result) NotRated() bool { return r.notRated && r.rating == evaluation.Unrated }

// Band is the level of the points alone; Unrated where there are none.
func (r Result) Band() evaluation.Rating { return r.band }

// Score is the exact score that was rated: the one given or the mean of the periods.
func (r Result) Score() rule.Fraction { return r.score }

// Regime is the one that applied; false where none did.
func (r Result) Regime() (Regime, bool) {
	if r.regime == nil {
		return Regime{}, false
	}
	return r.regime.Clone(), true
}

// Quota is the cap of the regime on the rating Excellent; nil where it has none. Where the
// ratio depends on another text it is not given.
func (r Result) Quota() *rank.Quota {
	if r.regime == nil {
		return nil
	}
	return r.regime.Clone().Quota
}

// LatestDay is the last day on which the rating is in time, and the passage that says so;
// zero where the regime names no day. A fixed day is never moved.
func (r Result) LatestDay() (civil.Date, rule.Source) {
	if r.regime == nil || r.regime.Before.Month == 0 {
		return civil.Date{}, rule.Source{}
	}
	b := r.regime.Before
	return rule.Day(r.record.Year, b.Month, b.Day).AddDays(-1), b.Source
}

// Steps lists what was compared with what, in the order of the regime.
func (r Result) Steps() []Step { return slices.Clone(r.steps) }

// Lowered lists every rule that surely lowers the rating, not the first alone.
func (r Result) Lowered() []Step {
	return slices.DeleteFunc(r.Steps(), func(s Step) bool {
		lowers := s.Kind == Lowers || s.Kind == HeadAndUnit || s.Kind == Service || s.Kind == FailedQuarter
		return s.Holds != Yes || !s.Used || !lowers
	})
}

// Findings is what the record contradicts, what is missing, and what limits the answer.
func (r Result) Findings() rule.Findings { return r.findings.Clone() }

// Grounds is what the result rests on.
func (r Result) Grounds() rule.Grounds {
	g := rule.NewGrounds(rule.Nature{Kind: rule.Calculation, Authority: rule.Text{
		Vi: "cấp có thẩm quyền đánh giá, xếp loại chất lượng", En: "the authority competent to rate",
	}}, r.record, rule.Rulebook{Role: "rulebook", Edition: r.rulebook.Edition()})
	g.Accepted = r.rulebook.Accept.Floor()
	return g
}

// Step is one comparison of a rating.
type Step struct {
	Kind StepKind
	// For is the level of a band or of a condition, or the one to which a rule lowers.
	For   evaluation.Rating
	Test  Test
	Holds YesNo
	// Value is what was compared: points, percent, months; months worked count with the
	// leave that the law excepts.
	Value rule.Fraction
	Used  bool // whether the row is known well enough to be used

	cell    *Cell // of the regime, never changed
	band    *Band
	time    *Time
	absence bool
	unless  Fact
	act     string
	year    int
	// excepted is the months of leave in Value that the law excepts.
	excepted rule.Number
	of       []scored
	once     bool // each period counts once
}

// Cell is where the row is said, and how well that is known.
func (s Step) Cell() Cell {
	if s.cell == nil {
		return Cell{}
	}
	return *s.cell
}

// In says the step: what was compared with what, what came of it, by which passage.
func (s Step) In(l rule.Lang) string {
	t := func(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(l) }
	var said string
	switch s.Kind {
	case InBand:
		said = s.Value.In(l) + t(" điểm thuộc khung ", " points lie in ") + s.band.words(l) + ": " + s.For.In(l)
	case OfLevel:
		said = t("điều kiện của mức ", "condition of ") + s.For.In(l) + ": " + s.test(l)
	case Lowers:
		said = s.test(l)
		if s.Holds == Yes {
			said += t("; không xếp cao hơn ", "; no higher than ") + s.For.In(l)
		}
		if s.unless != "" {
			said += t(" (trừ khi ", " (unless ") + s.unless.In(l) + ")"
		}
	case OfFormula:
		said = s.of[0].when(l) + ": " + s.of[0].words(l) + " = " + s.Value.In(l)
	case OfMean:
		said = t("trung bình của năm: ", "mean of the year: ") + s.sum(l) + " = " + s.Value.In(l)
	case FailedQuarter:
		said = t("quý, ", "the quarter, ") + s.of[0].when(l) + t(", không hoàn thành nhiệm vụ; không xếp cao hơn ", ", is Not completed; no higher than ") + s.For.In(l)
	case HeadAndUnit:
		said = t("người đứng đầu không cao hơn đơn vị: đơn vị ", "the head is rated no higher than the unit: the unit is ") + s.For.In(l)
	case NotCounted:
		said = t("hành vi «", "the act ") + rule.Shorten(s.act) + t("» không tính ở đây", " is not counted here")
		if s.year != 0 {
			said += t(", tính ở năm ", ", but in ") + strconv.Itoa(s.year)
		} else {
			said += t(", tính ở đơn vị cũ", ", but in the former unit")
		}
	case Service:
		if s.absence {
			said = t("nghỉ ", "absent for ") + s.Value.In(l) + t(" tháng; từ ", " months; from ") + s.time.From.In(l) + t(" đến dưới ", " to under ") + s.time.To.In(l) +
				t(" tháng thì không xếp cao hơn ", " months no higher than ") + s.For.In(l) + ": " + s.Holds.In(l)
		} else {
			said = t("làm việc ", "worked ") + s.worked(l) + t(" tháng; dưới ", " months; under ") + s.time.Least.In(l) + t(" tháng thì không xếp loại: ", " months nobody is rated: ") + s.Holds.In(l)
		}
	}
	if c := s.Cell(); !c.Source.IsZero() {
		said += " (" + c.Source.In(l) + "; " + c.Confidence.In(l) + ")"
	}
	if !s.Used {
		said += t(" – không dùng", " – not used")
	}
	return said
}

// worked says the months that count: "3 + 4 of excepted leave = 7".
func (s Step) worked(l rule.Lang) string {
	if s.excepted.Sign() <= 0 || !s.Value.Known() {
		return s.Value.In(l)
	}
	without := s.Value.Sub(s.excepted.Fraction())
	return without.In(l) + " + " + s.excepted.In(l) + rule.Text{Vi: " tháng nghỉ được trừ ra = ", En: " of excepted leave = "}.In(l) + s.Value.In(l)
}

// sum is a mean as it is added up: "(92 × 3 + 80 × 1)/4".
func (s Step) sum(l rule.Lang) string {
	var terms []string
	n := 0
	for i := range s.of {
		p := &s.of[i]
		term := p.score.In(l)
		if s.once {
			n++
		} else {
			n += p.Months
			term += " × " + strconv.Itoa(p.Months)
		}
		terms = append(terms, term)
	}
	return "(" + strings.Join(terms, " + ") + ")/" + strconv.Itoa(n)
}

func (s Step) test(l rule.Lang) string {
	said := s.Test.In(l)
	if s.Test.Measure != "" {
		said += " (" + s.Value.In(l) + " %)"
	}
	return said + ": " + s.Holds.In(l)
}

// words is the band as texts write it: "from 70 to under 90".
func (b *Band) words(l rule.Lang) string {
	t := func(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(l) }
	said := t("từ ", "from ")
	if b.Above {
		said = t("trên ", "above ")
	}
	said += b.From.In(l)
	if b.Through {
		return said + t(" đến ", " to ") + b.To.In(l)
	}
	return said + t(" đến dưới ", " to under ") + b.To.In(l)
}

// String says the result in Vietnamese.
func (r Result) String() string { return r.In(rule.Vi) }

// In is the whole result, a line each: the regime, the steps, the rating and the findings.
func (r Result) In(l rule.Lang) string {
	if r.record == nil {
		return ""
	}
	t := func(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(l) }
	lines := []string{r.record.ID + ", " + t("năm ", "") + strconv.Itoa(r.record.Year) + ", " + r.record.Personnel.In(l)}
	if r.regime != nil {
		lines = append(lines, r.regime.Name.In(l)+" ("+r.regime.Source.In(l)+")")
	}
	for _, s := range r.steps {
		lines = append(lines, "  "+s.In(l))
	}
	rated := r.rating.In(l)
	if r.NotRated() {
		rated = t("không thuộc diện xếp loại trong năm", "not to be rated this year")
	}
	lines = append(lines, t("Xếp loại: ", "Rating: ")+rated)
	for _, f := range r.findings {
		lines = append(lines, "  – "+f.In(l))
	}
	return strings.Join(lines, "\n")
}

const resultFormat = "giupxa.rating-result/1"

// resultJSON is how a result is stored.
type resultJSON struct {
	ID         string            `json:"id"`
	Year       int               `json:"year"`
	Grounds    rule.Grounds      `json:"grounds"`
	Regime     *regimeJSON       `json:"regime"` // null where none applied
	Score      rule.Fraction     `json:"score"`
	Band       evaluation.Rating `json:"band"`
	Rating     evaluation.Rating `json:"rating"`
	Low        evaluation.Rating `json:"low"`
	High       evaluation.Rating `json:"high"`
	NotRated   bool              `json:"notRated"`
	LatestDay  civil.Date        `json:"latestDay,omitzero"` // on which a rating is in time
	DaySource  rule.Source       `json:"daySource,omitzero"`
	Steps      []stepJSON        `json:"steps"`
	Findings   rule.Findings     `json:"findings"`
	Record     json.RawMessage   `json:"record,omitempty"` // what was rated
	ReachedBy  rule.Source       `json:"reachedBy,omitzero"`
	Confidence rule.Confidence   `json:"confidence,omitzero"` // of what says that the regime applies
}

type regimeJSON struct {
	ID     string      `json:"id"`
	Name   rule.Text   `json:"name"`
	Source rule.Source `json:"source"`
}

type stepJSON struct {
	Kind    StepKind          `json:"kind"`
	For     evaluation.Rating `json:"for,omitzero"`
	Measure Measure           `json:"measure,omitempty"`
	Op      Op                `json:"op,omitzero"`
	Percent rule.Number       `json:"percent"`
	Fact    Fact              `json:"fact,omitempty"`
	Is      YesNo             `json:"is,omitzero"`
	Holds   YesNo             `json:"holds"`
	Value   rule.Fraction     `json:"value"`
	Used    bool              `json:"used"`
	Cell
	Text rule.Text `json:"text"` // the step in words
}

// MarshalJSON writes the result with its steps and the record that was rated.
func (r Result) MarshalJSON() ([]byte, error) {
	if r.record == nil {
		return []byte("null"), nil
	}
	low, high := r.Bounds()
	day, by := r.LatestDay()
	out := resultJSON{ID: r.record.ID, Year: r.record.Year, Grounds: r.Grounds(), Score: r.score, Band: r.band, Rating: r.rating, Low: low, High: high,
		NotRated: r.NotRated(), LatestDay: day, DaySource: by, Steps: make([]stepJSON, len(r.steps)), Findings: r.findings}
	if r.regime != nil {
		out.Regime = &regimeJSON{r.regime.ID, r.regime.Name, r.regime.Source}
	}
	if r.reach != nil {
		out.ReachedBy, out.Confidence = r.reach.Source, r.reach.Confidence
	}
	for i, s := range r.steps {
		out.Steps[i] = stepJSON{s.Kind, s.For, s.Test.Measure, s.Test.Op, s.Test.Percent, s.Test.Fact, s.Test.Is, s.Holds, s.Value, s.Used, s.Cell(),
			rule.Text{Vi: s.In(rule.Vi), En: s.In(rule.En)}}
	}
	record, err := json.Marshal(r.record)
	if err != nil {
		return nil, err
	}
	out.Record = record
	return form.Encode(resultFormat, out)
}

// Replay rates the record of a stored result again, or the one that is given, and says what
// differs, or that the record was not kept. The error is misuse: a text that is no stored
// result, a regime that contradicts itself.
func (b Rulebook) Replay(stored []byte, record *Record) (rule.Replayed, error) {
	return rule.ReplayFacts(stored, resultFormat, "record", func(kept *Record) *Record { return cmp.Or(record, kept) }, b.Rate)
}
