package rating

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rank"
)

// Regime is how one law rates one kind of personnel, as rows that a jurist can read. A
// province with rules of its own gives one in [Rulebook.Own].
type Regime struct {
	ID     string      `json:"id" validate:"required,max=100"`
	Name   rule.Text   `json:"name"`
	Source rule.Source `json:"source"`
	// Bands are the levels by points, the highest first, without a gap or an overlap. A
	// regime without bands rates by its conditions alone.
	Bands []Band `json:"bands,omitempty" validate:"max=4,dive"`
	// ByAuthority says why no level can be calculated: the authority decides.
	ByAuthority rule.Text `json:"byAuthority,omitzero"`
	// Conditions are what a level demands besides the points.
	Conditions []Condition `json:"conditions,omitempty" validate:"max=100,dive"`
	// Bars can only lower.
	Bars []Bar `json:"bars,omitempty" validate:"max=100,dive"`
	// Time is what service and absence do.
	Time Time `json:"time,omitzero"`
	// Head says that the head is rated no higher than the unit.
	Head Cell `json:"head,omitzero"`
	// AnyGround counts discipline for any act; by default only for a breach of duty or
	// degeneration.
	AnyGround Cell `json:"anyGround,omitzero"`
	// ActOnce says that one act counts in the rating of one year only, FormerUnit that an act
	// in the former unit counts in the rating there.
	ActOnce    Cell `json:"actOnce,omitzero"`
	FormerUnit Cell `json:"formerUnit,omitzero"`
	// Mean says that the score of the year is the mean of its months or quarters, and Formula
	// what makes the score of one of these; nil: the text that was read has none.
	Mean    Cell     `json:"mean,omitzero"`
	Formula *Formula `json:"formula,omitempty"`
	// Before is the day of the year before which it is rated.
	Before Before `json:"before,omitzero"`
	// Quota is the cap on Excellent; nil: the text that was read has none.
	Quota *rank.Quota `json:"quota,omitempty"`
}

// Cell is a rule of a regime: where it is said, and how well that is known. The zero Cell
// says that the regime has no such rule.
type Cell struct {
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence,omitzero"`
}

func (c Cell) isZero() bool { return c == Cell{} }

// Band is a level and its points.
type Band struct {
	Rating evaluation.Rating `json:"rating" validate:"required"`
	From   rule.Number       `json:"from"`
	Above  bool              `json:"above,omitempty"` // From itself is not in the band
	To     rule.Number       `json:"to"`
	// Through says that To itself is in the band.
	Through bool `json:"through,omitempty"`
	Cell
}

func (b *Band) holds(score rule.Fraction) bool {
	low, high := score.Cmp(b.From.Fraction()), score.Cmp(b.To.Fraction())
	return (low > 0 || low == 0 && !b.Above) && (high < 0 || high == 0 && b.Through)
}

// Test is what a row asks: a share against a limit in percent, or a fact.
type Test struct {
	Measure Measure     `json:"measure,omitempty" validate:"max=100"`
	Op      Op          `json:"op,omitzero"`
	Percent rule.Number `json:"percent"`
	Fact    Fact        `json:"fact,omitempty" validate:"max=100"`
	Is      YesNo       `json:"is,omitzero"`
}

// Condition is what a level demands besides the points.
type Condition struct {
	For evaluation.Rating `json:"for" validate:"required"`
	Who Who               `json:"who,omitzero"`
	Test
	Cell
}

// Bar is a rule that caps the rating where its test holds.
type Bar struct {
	Ceiling evaluation.Rating `json:"ceiling" validate:"required"`
	Who     Who               `json:"who,omitzero"`
	Test
	// Unless is a fact that leaves the rating to the authority instead.
	Unless Fact `json:"unless,omitempty" validate:"max=100"`
	Cell
}

// Time is what service and absence do to a rating.
type Time struct {
	// Least is the months of service below which nobody is rated, Except the leaves that
	// count as no lack of service.
	Least  rule.Number   `json:"least"`
	Except []LeaveReason `json:"except,omitempty" validate:"max=10"`
	Short  Cell          `json:"short,omitzero"`
	// From and To are the months of absence, To not included, that cap the rating at Ceiling;
	// the excepted leaves do not count as absence.
	From    rule.Number       `json:"from"`
	To      rule.Number       `json:"to"`
	Ceiling evaluation.Rating `json:"ceiling,omitzero"`
	Absence Cell              `json:"absence,omitzero"`
}

// Before is a day of the year, not included.
type Before struct {
	Month int `json:"month,omitempty" validate:"min=0,max=12"`
	Day   int `json:"day,omitempty" validate:"min=0,max=31"`
	Cell
}

// Clone is a regime of its own: changing its lists changes no other.
func (r Regime) Clone() Regime {
	r.Bands, r.Conditions, r.Bars = slices.Clone(r.Bands), slices.Clone(r.Conditions), slices.Clone(r.Bars)
	r.Time.Except, r.Formula = slices.Clone(r.Time.Except), r.Formula.clone()
	if r.Quota != nil {
		q := *r.Quota
		r.Quota = &q
	}
	return r
}

const regimeFormat = "giupxa.rating-regime/1"

type plainRegime Regime

// UnmarshalJSON reads a regime and reports all its faults at once. The schema is
// regime.schema.json beside this package.
func (r *Regime) UnmarshalJSON(data []byte) error {
	return form.Build(data, regimeFormat, (*plainRegime)(r), func() error { return r.sense().Err() })
}

// MarshalJSON writes the regime with its format version.
func (r Regime) MarshalJSON() ([]byte, error) { return form.Encode(regimeFormat, plainRegime(r)) }

// Faults is what makes the regime unusable, all of it; reading reports the same.
func (r Regime) Faults() rule.Findings { return append(form.Check(plainRegime(r)), r.sense()...) }

// sense finds what the rows contradict: bands that leave a gap or overlap, a row that tests
// nothing, a day that no year has; and a regime without its document or name.
func (r Regime) sense() rule.Findings {
	var found rule.Findings
	fault := func(at rule.Path, vi, en string, args ...rule.Arg) {
		why := rule.NewMisuse(nil, rule.Text{Vi: vi, En: en}, args...)
		found = append(found, table.Broken(ErrRegime, at, rule.A("why", why)))
	}
	r.head(fault)
	for i, b := range r.Bands {
		at := rule.Path("bands").Index(i)
		switch {
		case !b.From.Known() || !b.To.Known():
			fault(at, "khung điểm phải có điểm đầu và điểm cuối", "a band has a first and a last score")
			continue
		case b.From.Cmp(b.To) > 0 || b.From.Cmp(b.To) == 0 && (b.Above || !b.Through):
			fault(at, "khung điểm không có điểm nào", "no score lies in the band")
		}
		if i == 0 {
			continue
		}
		over := r.Bands[i-1]
		if !over.From.Known() {
			continue
		}
		args := []rule.Arg{rule.A("low", b.To), rule.A("high", over.From)}
		switch c := b.To.Cmp(over.From); {
		case c < 0:
			fault(at, "còn khoảng trống giữa {low} và {high}", "there is a gap between {low} and {high}", args...)
		case c > 0:
			fault(at, "hai khung điểm trùng nhau từ {high} đến {low}", "two bands overlap from {high} to {low}", args...)
		case b.Through == !over.Above:
			fault(at, "điểm {high} phải thuộc đúng một khung điểm", "the score {high} must lie in exactly one band", args...)
		}
		if b.Rating >= over.Rating {
			fault(at.Key("rating"), "mức sau phải thấp hơn mức trước", "each level is below the one before")
		}
	}
	if r.Formula != nil {
		var scale rule.Number
		if len(r.Bands) > 0 {
			scale = r.Bands[0].To
		}
		found = append(found, r.Formula.faults(scale)...)
	}
	for i, c := range r.Conditions {
		found = append(found, c.faults(rule.Path("conditions").Index(i))...)
	}
	for i, b := range r.Bars {
		found = append(found, b.faults(rule.Path("bars").Index(i))...)
		if b.Unless != "" && !listed(facts, b.Unless) {
			fault(rule.Path("bars").Index(i).Key("unless"), "chưa có trong danh mục", "it is not listed")
		}
	}
	return found
}

// head judges what the regime says of itself.
func (r *Regime) head(fault func(at rule.Path, vi, en string, args ...rule.Arg)) {
	if r.Source.IsZero() {
		fault("source", "thiếu văn bản", "the document is missing")
	}
	if lacks := r.Name.Lacks(); lacks != (rule.Text{}) {
		fault("name", "thiếu "+lacks.Vi, lacks.En+" is missing")
	}
	if b := r.Before; !b.exists() {
		fault("before", "ngày {day} tháng {month} không có thật", "there is no day {day} of month {month}", rule.A("day", b.Day), rule.A("month", b.Month))
	}
}

// exists reports whether the day is one of each year, or none is given.
func (b Before) exists() bool {
	if b.Month > 12 || b.Day > 31 || b.Month == 0 && b.Day == 0 {
		return true // told of the form, or none
	}
	return rule.Day(2001, b.Month, b.Day).IsValid()
}

func (t Test) faults(at rule.Path) rule.Findings {
	fault := func(key, vi, en string) rule.Findings {
		return rule.Findings{table.Broken(ErrRegime, at.Key(key), rule.A("why", rule.Text{Vi: vi, En: en}))}
	}
	switch {
	case (t.Measure == "") == (t.Fact == ""):
		return fault("measure", "mỗi dòng xét một tỷ lệ hoặc một sự việc", "a row asks for one share or one fact")
	case t.Measure != "" && !listed(measures, t.Measure):
		return fault("measure", "chưa có trong danh mục", "it is not listed")
	case t.Measure != "" && (t.Op == 0 || !t.Percent.Known()):
		return fault("percent", "thiếu phép so sánh hoặc mức phần trăm", "the comparison or the percentage is missing")
	case t.Measure != "" && (t.Percent.Sign() < 0 || t.Percent.Cmp(rule.Int(100)) > 0):
		return fault("percent", "mức phần trăm phải từ 0 đến 100", "a percentage is from 0 to 100")
	case t.Fact != "" && !listed(facts, t.Fact):
		return fault("fact", "chưa có trong danh mục", "it is not listed")
	case t.Fact != "" && t.Is == Unsaid:
		return fault("is", "thiếu có hoặc không", "yes or no is missing")
	}
	return nil
}

// path is the place of a record that answers the test.
func (t Test) path() rule.Path {
	if t.Measure != "" {
		return rule.Path("shares").Key(string(t.Measure))
	}
	return rule.Path("facts").Key(string(t.Fact))
}

// In says the test: "tasks exceeded ≥ 30 %", "not: a component unit is rated Not completed".
func (t Test) In(l rule.Lang) string {
	switch {
	case t.Measure != "":
		return t.Measure.In(l) + " " + t.Op.In(l) + " " + t.Percent.In(l) + " %"
	case t.Is == No:
		return rule.Text{Vi: "không có việc: ", En: "not: "}.In(l) + t.Fact.In(l)
	}
	return t.Fact.In(l)
}
