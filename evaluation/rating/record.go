package rating

import (
	"maps"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
)

const recordFormat = "giupxa.rating-record/1"

// Record is what is known of one person or unit for one rated year. It holds no name of a
// person. What it does not say is not known: it is neither a pass nor an accusation.
type Record struct {
	ID   string `json:"id" validate:"required,max=100"`
	Year int    `json:"year" validate:"required,min=2000,max=2100"`
	// On is the day of rating; not given: the end of the year.
	On        civil.Date `json:"on,omitzero"`
	Personnel Personnel  `json:"personnel,omitzero"`
	Authority Authority  `json:"authority,omitzero"`
	Post      Post       `json:"post,omitzero"`
	// OwnRules says whether the public unit has issued its own rules of evaluation (Quy chế
	// đánh giá) by the day of rating.
	OwnRules YesNo `json:"ownRules,omitzero"`

	// Score is the exact score of the year. Not given: the mean of the periods.
	Score rule.Fraction `json:"score"`
	// Periods are the months or quarters that were followed, of every unit in which the
	// person worked. They have a mean where they cover the months worked, twelve where
	// Worked is not given.
	Periods []Period `json:"periods,omitempty" validate:"max=24,dive"`
	// Worked is the months of service in the year, Leave the absences.
	Worked rule.Number `json:"worked"`
	Leave  []Leave     `json:"leave,omitempty" validate:"max=100,dive"`

	// Shares are counts that a regime compares, Facts what it asks with yes or no.
	Shares map[Measure]Share `json:"shares,omitempty"`
	Facts  map[Fact]YesNo    `json:"facts,omitempty"`
	// NothingElse states that of the facts that lower a rating none happened but those
	// that are recorded here.
	NothingElse bool         `json:"nothingElse,omitempty"`
	Discipline  []Discipline `json:"discipline,omitempty" validate:"max=100,dive"`
	// Unit is how the unit that the person leads is rated for the year.
	Unit evaluation.Rating `json:"unit,omitzero"`

	// Support is the score of the support given to a commune. It is one basis for those who
	// rate, and decides nothing here.
	Support rule.Fraction `json:"support"`
	// Stated is the rating that a document states; it is compared and never used.
	Stated evaluation.Rating `json:"stated,omitzero"`
}

// Period is a month or a quarter that was followed and scored.
type Period struct {
	First  int           `json:"first" validate:"required,min=1,max=12"`  // its first month
	Months int           `json:"months" validate:"required,min=1,max=12"` // 1, or 3 for a quarter
	Unit   string        `json:"unit,omitempty" validate:"max=100"`       // where the person worked then
	Score  rule.Fraction `json:"score"`
	// Work is what the score is made of, where the regime has a [Formula]; a score that is given
	// beside it is compared.
	Work *Work `json:"work,omitempty"`
	// Rating is the one of the quarter, where there is one.
	Rating evaluation.Rating `json:"rating,omitzero"`
}

// Leave is one absence.
type Leave struct {
	Reason LeaveReason `json:"reason,omitzero"`
	Months rule.Number `json:"months"`
}

// Share is an exact part of a whole: 9 of 30 tasks, or 30 of 100 where only the percentage
// is known.
type Share struct {
	Part  rule.Number `json:"part"`
	Whole rule.Number `json:"whole"`
}

// percent is the share in percent; not known where a number is not given.
func (s Share) percent() rule.Fraction {
	if !s.Part.Known() || !s.Whole.Known() {
		return rule.Fraction{}
	}
	return s.Part.Fraction().Quo(s.Whole.Fraction()).Mul(rule.Ratio(100, 1))
}

// Discipline is a decision, of the Party or the administration, that punishes an act with
// at least a reprimand (khiển trách).
type Discipline struct {
	Act    string `json:"act" validate:"required,max=100"`            // the act: two decisions can punish one
	Year   int    `json:"year" validate:"required,min=1990,max=2100"` // in which the decision takes effect
	Ground Ground `json:"ground,omitzero"`
	// CountedIn is the year in whose rating the act already was a ground; 0: none.
	CountedIn int `json:"countedIn,omitempty" validate:"min=0,max=2100"`
	// Former says that the act happened in the unit in which the person worked before.
	Former bool `json:"former,omitempty"`
}

// clone shares no list with the record.
func (r Record) clone() Record {
	r.Periods, r.Leave, r.Discipline = slices.Clone(r.Periods), slices.Clone(r.Leave), slices.Clone(r.Discipline)
	r.Shares, r.Facts = maps.Clone(r.Shares), maps.Clone(r.Facts)
	for i := range r.Periods {
		if w := r.Periods[i].Work; w != nil {
			r.Periods[i].Work = &Work{w.General, maps.Clone(w.Parts)}
		}
	}
	return r
}

// UnmarshalJSON reads a record and reports every fault of its form. The schema is
// record.schema.json beside this package.
func (r *Record) UnmarshalJSON(data []byte) error {
	type plain Record
	return form.Decode(data, recordFormat, (*plain)(r))
}

// MarshalJSON writes the record with its format version.
func (r Record) MarshalJSON() ([]byte, error) {
	type plain Record
	return form.Encode(recordFormat, plain(r))
}

// Measure is the code of a share that a regime compares with a limit.
type Measure string

// The measures.
const (
	TasksDone       Measure = "tasks-done"           // assigned tasks that are done
	TasksOnTime     Measure = "tasks-on-time"        // done on time and to quality
	TasksExceeded   Measure = "tasks-exceeded"       // done beyond what was asked
	TasksLate       Measure = "tasks-late"           // behind schedule
	CriteriaBelow   Measure = "criteria-below"       // criteria of results below quality, progress or effect
	TargetsDone     Measure = "targets-done"         // targets and tasks of the unit or field that is led
	TargetsOnTime   Measure = "targets-on-time"      // of these, on time and to quality
	TargetsExceeded Measure = "targets-exceeded"     // of these, exceeded
	UnitsCompleted  Measure = "units-completed"      // units managed directly, rated Completed or better
	UnitsGood       Measure = "units-good"           // of these, rated Good or better
	LowConfidence   Measure = "low-confidence-votes" // votes of low confidence
)

// named is a code with its words.
type named[T ~string] struct {
	Code T
	Name rule.Text
}

var measures = []named[Measure]{
	{TasksDone, rule.Text{Vi: "nhiệm vụ được giao đã hoàn thành", En: "assigned tasks done"}},
	{TasksOnTime, rule.Text{Vi: "nhiệm vụ hoàn thành đúng hạn, bảo đảm chất lượng", En: "tasks done on time and to quality"}},
	{TasksExceeded, rule.Text{Vi: "nhiệm vụ hoàn thành vượt mức", En: "tasks exceeded"}},
	{TasksLate, rule.Text{Vi: "nhiệm vụ chưa bảo đảm tiến độ", En: "tasks behind schedule"}},
	{CriteriaBelow, rule.Text{Vi: "tiêu chí kết quả chưa bảo đảm chất lượng, tiến độ", En: "result criteria below quality or progress"}},
	{TargetsDone, rule.Text{Vi: "chỉ tiêu, nhiệm vụ của đơn vị, lĩnh vực phụ trách đã hoàn thành", En: "targets of the unit or field that are done"}},
	{TargetsOnTime, rule.Text{Vi: "chỉ tiêu, nhiệm vụ của đơn vị, lĩnh vực hoàn thành đúng tiến độ, bảo đảm chất lượng", En: "targets of the unit or field done on time and to quality"}},
	{TargetsExceeded, rule.Text{Vi: "chỉ tiêu, nhiệm vụ của đơn vị, lĩnh vực hoàn thành vượt mức", En: "targets of the unit or field that are exceeded"}},
	{UnitsCompleted, rule.Text{Vi: "đơn vị phụ trách trực tiếp được đánh giá hoàn thành nhiệm vụ trở lên", En: "units managed directly that are rated Completed or better"}},
	{UnitsGood, rule.Text{Vi: "đơn vị phụ trách trực tiếp được đánh giá hoàn thành tốt trở lên", En: "units managed directly that are rated Good or better"}},
	{LowConfidence, rule.Text{Vi: "số phiếu tín nhiệm thấp", En: "votes of low confidence"}},
}

// Fact is the code of what a regime asks with yes or no.
type Fact string

// The facts.
const (
	GeneralWell     Fact = "general-well"     // general criteria observed well
	GeneralMet      Fact = "general-met"      // general criteria met
	ResultsHigh     Fact = "results-high"     // all results on time, to quality, highly effective
	ResultsMet      Fact = "results-met"      // all results on time and to quality
	Remedied        Fact = "remedied"         // all earlier shortcomings remedied, or there were none
	Degenerated     Fact = "degenerated"      // concluded by the authority
	Disciplined     Fact = "disciplined"      // in the rated year, for a ground that counts
	Corruption      Fact = "corruption"       // in the unit managed directly, and dealt with by law
	HandledIt       Fact = "handled-it"       // the manager found, reported and remedied it
	FiveTargets     Fact = "five-targets"     // the five basic socio-economic targets were missed
	ForceMajeure    Fact = "force-majeure"    // tasks were missed by force majeure
	PersonnelWrong  Fact = "personnel-wrong"  // wrongs in personnel work or disunity, concluded
	PartFailed      Fact = "part-failed"      // a component unit is rated Not completed
	PartDisciplined Fact = "part-disciplined" // a subordinate unit or member was disciplined
)

var facts = []named[Fact]{
	{GeneralWell, rule.Text{Vi: "thực hiện tốt các tiêu chí chung", En: "the general criteria are observed well"}},
	{GeneralMet, rule.Text{Vi: "đáp ứng các tiêu chí chung", En: "the general criteria are met"}},
	{ResultsHigh, rule.Text{Vi: "kết quả nhiệm vụ đúng tiến độ, chất lượng, hiệu quả cao", En: "all results are on time, to quality and highly effective"}},
	{ResultsMet, rule.Text{Vi: "kết quả nhiệm vụ đúng tiến độ, bảo đảm chất lượng", En: "all results are on time and to quality"}},
	{Remedied, rule.Text{Vi: "đã khắc phục toàn bộ hạn chế, khuyết điểm trước đó", En: "all earlier shortcomings are remedied"}},
	{Degenerated, rule.Text{Vi: "bị kết luận có biểu hiện suy thoái", En: "degeneration was concluded"}},
	{Disciplined, rule.Text{Vi: "bị kỷ luật trong năm đánh giá", En: "disciplined in the rated year"}},
	{Corruption, rule.Text{Vi: "đơn vị phụ trách trực tiếp liên quan đến tham nhũng, lãng phí và bị xử lý", En: "corruption or waste in the unit managed directly was dealt with by law"}},
	{HandledIt, rule.Text{Vi: "đã chủ động phát hiện, báo cáo, xử lý, khắc phục xong hậu quả", En: "the manager found, reported and remedied it"}},
	{FiveTargets, rule.Text{Vi: "không hoàn thành 5 chỉ tiêu kinh tế - xã hội cơ bản", En: "the five basic socio-economic targets were missed"}},
	{ForceMajeure, rule.Text{Vi: "có lý do bất khả kháng", En: "force majeure"}},
	{PersonnelWrong, rule.Text{Vi: "bị kết luận sai phạm trong công tác cán bộ, mất đoàn kết", En: "wrongs in personnel work or disunity were concluded"}},
	{PartFailed, rule.Text{Vi: "có đơn vị cấu thành không hoàn thành nhiệm vụ", En: "a component unit is rated Not completed"}},
	{PartDisciplined, rule.Text{Vi: "có đơn vị trực thuộc hoặc thành viên bị kỷ luật", En: "a subordinate unit or a member was disciplined"}},
}

func find[T ~string](list []named[T], code T) int {
	return slices.IndexFunc(list, func(n named[T]) bool { return n.Code == code })
}

func listed[T ~string](list []named[T], code T) bool { return find(list, code) >= 0 }

// words are those of a code; one that is not listed is said as it is.
func words[T ~string](list []named[T], code T, l rule.Lang) string {
	if i := find(list, code); i >= 0 {
		return list[i].Name.In(l)
	}
	return rule.Shorten(string(code))
}

// In gives the words of a measure; a code that is not listed is said as it is.
func (m Measure) In(l rule.Lang) string { return words(measures, m, l) }

// In gives the words of a fact; a code that is not listed is said as it is.
func (f Fact) In(l rule.Lang) string { return words(facts, f, l) }
