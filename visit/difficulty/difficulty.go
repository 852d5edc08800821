package difficulty

import (
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Kind is what was put forward. The zero value is invalid.
type Kind uint8

// The kinds.
const (
	_                  Kind = iota
	KindDifficulty          // khó khăn, vướng mắc, tồn tại
	KindRecommendation      // kiến nghị: the commune asks an authority to act
	KindAdjust              // đề xuất điều chỉnh cơ chế, chính sách
	KindNew                 // đề xuất xây dựng cơ chế, chính sách mới
)

var kinds = rule.NewEnum[Kind]("kind of a difficulty", rule.Word{},
	rule.Word{Code: "difficulty", Vi: "khó khăn, vướng mắc", En: "difficulty"},
	rule.Word{Code: "recommendation", Vi: "kiến nghị", En: "recommendation"},
	rule.Word{Code: "adjust-policy", Vi: "đề xuất điều chỉnh cơ chế, chính sách", En: "proposal to adjust a policy"},
	rule.Word{Code: "new-policy", Vi: "đề xuất cơ chế, chính sách mới", En: "proposal of a new policy"},
)

// Act is what was done about a difficulty. The zero value is invalid.
type Act uint8

// The acts, in the order of a difficulty's life.
const (
	_        Act = iota
	Grasp        // Tổ giúp việc nắm được
	Report       // báo cáo lãnh đạo
	Raise        // nêu ra; of a commune: kiến nghị
	Settle       // giải quyết ngay theo thẩm quyền
	Refer        // báo cáo, đề xuất lên cơ quan có thẩm quyền
	HandOver     // chuyển cơ quan khác chủ trì
	Answer       // trả lời
	Close        // kết thúc
)

var acts = rule.NewEnum[Act]("act", rule.Word{},
	rule.Word{Code: "grasp", Vi: "Tổ giúp việc nắm được", En: "grasped by the team"},
	rule.Word{Code: "report", Vi: "báo cáo lãnh đạo", En: "reported to the leader"},
	rule.Word{Code: "raise", Vi: "nêu, kiến nghị", En: "raised"},
	rule.Word{Code: "settle", Vi: "giải quyết ngay", En: "settled at once"},
	rule.Word{Code: "refer", Vi: "báo cáo, đề xuất lên trên", En: "referred"},
	rule.Word{Code: "hand-over", Vi: "chuyển cơ quan khác chủ trì", En: "handed over"},
	rule.Word{Code: "answer", Vi: "trả lời", En: "answered"},
	rule.Word{Code: "close", Vi: "kết thúc", En: "closed"},
)

func (a Act) known() bool { return a >= Grasp && a <= Close }

// Outcome is what came of it (kết quả xử lý). The zero value is "not stated".
type Outcome uint8

// The outcomes.
const (
	OutcomeNotStated Outcome = iota
	Accepted                 // chấp nhận
	AcceptedInPart           // chấp nhận một phần
	NotAccepted              // không chấp nhận
	Transferred              // chuyển cơ quan khác
	NoLongerRelevant         // không còn cần giải quyết
)

var outcomes = rule.NewEnum[Outcome]("outcome",
	rule.Word{Code: "not-stated", Vi: "chưa ghi", En: "not stated"},
	rule.Word{Code: "accepted", Vi: "chấp nhận", En: "accepted"},
	rule.Word{Code: "in-part", Vi: "chấp nhận một phần", En: "accepted in part"},
	rule.Word{Code: "not-accepted", Vi: "không chấp nhận", En: "not accepted"},
	rule.Word{Code: "transferred", Vi: "chuyển cơ quan khác", En: "transferred"},
	rule.Word{Code: "no-longer-relevant", Vi: "không còn cần giải quyết", En: "no longer relevant"},
)

// Difficulty is a difficulty of a commune, its recommendation, or a proposal on policy,
// with everything that was done about it.
type Difficulty struct {
	ID      string       `json:"id" validate:"required,max=100"`
	Commune org.UnitCode `json:"commune" validate:"required,max=16"`
	Kind    Kind         `json:"kind" validate:"required"`
	// Program is the one that it concerns, where that is stated. Outside says that it
	// concerns neither: it may be noted, and nothing is owed.
	Program org.Program `json:"program,omitzero"`
	Outside bool        `json:"outside,omitempty"`
	// Assignment is the id of the assignment under which it came up; Leader the id of the
	// assigned leader. One of them is enough.
	Assignment string `json:"assignment,omitempty" validate:"max=100"`
	Leader     string `json:"leader,omitempty" validate:"max=100"`
	Visit      string `json:"visit,omitempty" validate:"max=100"` // id of the visit or meeting at which it came up
	// Follows is the id of a closed one that this one raises again.
	Follows string  `json:"follows,omitempty" validate:"max=100"`
	Content string  `json:"content" validate:"required,max=2000"`
	Matter  Matter  `json:"matter"`
	Events  []Event `json:"events" validate:"max=1000,dive"`
	// Through is the day through which every event is recorded. An event that is missing
	// after it, or where no day is given, may have happened.
	Through civil.Date `json:"through,omitzero"`
}

// Event is one act. Events stand in any order: their days decide, and on one day the times
// of day where all have one, else the order of [Act]. An event without a day keeps its
// place in the list: it happened no later than the next one that has a day.
type Event struct {
	Act Act         `json:"act" validate:"required"`
	On  rule.Moment `json:"on,omitzero"`
	// By is who acts: the id of a leader, a team member or a body, or the code of the
	// commune. To are those to whom it is raised or reported.
	By string   `json:"by,omitempty" validate:"max=100"`
	To []string `json:"to,omitempty" validate:"max=100,dive,required,max=100"`
	// Leads is who leads from then on, of Refer and HandOver: one, unless the host takes
	// the reading [Competence.LeadsAlike].
	Leads       []org.BodyID `json:"leads,omitempty" validate:"max=100,dive,required,max=100"`
	Cooperating []org.BodyID `json:"cooperating,omitempty" validate:"max=100,dive,required,max=100"`
	Outcome     Outcome      `json:"outcome,omitzero"` // of Answer and Close
	Reason      string       `json:"reason,omitempty" validate:"max=2000"`
	Ref         string       `json:"ref,omitempty" validate:"max=200"` // the host's document or record
}

// asks reports whether raising it asks an answer of those to whom it is raised.
func (d *Difficulty) asks() bool { return d.Kind > KindDifficulty }

// disposal is an event of disposal as what became of the matter.
func (e *Event) disposal(settled org.BodyID) Disposal {
	return Disposal{On: e.On.Date, Settled: settled, Leads: e.Leads, Cooperating: e.Cooperating}
}

const difficultyFormat = "giupxa.difficulty/1"

type plainDifficulty Difficulty

// UnmarshalJSON reads a difficulty and reports every fault of its form. The schema is
// difficulty.schema.json beside this package.
func (d *Difficulty) UnmarshalJSON(data []byte) error {
	return form.Decode(data, difficultyFormat, (*plainDifficulty)(d))
}

// MarshalJSON writes the difficulty with its format version.
func (d Difficulty) MarshalJSON() ([]byte, error) {
	if d.Events == nil {
		d.Events = []Event{}
	}
	return form.Encode(difficultyFormat, plainDifficulty(d))
}

// list writes ids one after the other.
func list[T ~string](ids []T) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	return strings.Join(texts, ", ")
}
