package duty

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Kind is the kind of a fact that can discharge a duty. The zero value is invalid.
type Kind uint8

// The kinds of fact. Helpers of this package's catalogue name them for each duty.
const (
	_              Kind = iota
	PeriodPlanSent      // the plan of the period, or the minute of its review, was sent
	AnnualPlanSent      // the plan of a year, its revision, or the minute of its review, was sent
	PlanChecked         // a plan's content was judged; the findings say how
	Noticed             // the commune was told of a visit
	VisitMade           // a visit took place
	Invited             // the commune invited the leader to a meeting
	Attended            // the leader or the team attended a meeting
)

var kinds = rule.NewEnum[Kind]("kind of record", rule.Word{},
	rule.Word{Code: "period-plan-sent", Vi: "gửi kế hoạch giai đoạn", En: "period plan sent"},
	rule.Word{Code: "annual-plan-sent", Vi: "gửi kế hoạch năm", En: "annual plan sent"},
	rule.Word{Code: "plan-checked", Vi: "nội dung kế hoạch", En: "content of the plan"},
	rule.Word{Code: "noticed", Vi: "thông báo cho xã", En: "notice to the commune"},
	rule.Word{Code: "visit-made", Vi: "đi cơ sở", En: "visit made"},
	rule.Word{Code: "invited", Vi: "mời họp", En: "invitation to a meeting"},
	rule.Word{Code: "attended", Vi: "dự họp", En: "attendance at a meeting"},
)

// String is the permanent code.
func (k Kind) String() string { return kinds.Code(k) }

// In gives the words.
func (k Kind) In(l rule.Lang) string { return kinds.In(k, l) }

// MarshalText writes the code.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Marshal(k) }

// UnmarshalText reads the code.
func (k *Kind) UnmarshalText(b []byte) error { return kinds.Unmarshal(b, k) }

// ParseKind reads the code of a kind of record.
func ParseKind(s string) (Kind, error) { return kinds.Parse(s) }

// Per says for each of what a duty is owed once. The zero value is invalid.
type Per uint8

// What a duty is owed for.
const (
	_                 Per = iota
	PerLeader             // once a leader
	PerAssignment         // once an assignment
	PerAssignmentYear     // once an assignment and calendar year
	PerVisit              // once a visit
	PerMeeting            // once a recorded meeting
	PerCommune            // once a commune
	PerDistrict           // once a district
	PerProvince           // once, for the province
)

var pers = rule.NewEnum[Per]("object of a duty", rule.Word{},
	rule.Word{Code: "leader", Vi: "lãnh đạo", En: "leader"},
	rule.Word{Code: "assignment", Vi: "phân công", En: "assignment"},
	rule.Word{Code: "assignment-year", Vi: "phân công và năm", En: "assignment and year"},
	rule.Word{Code: "visit", Vi: "chuyến đi cơ sở", En: "visit"},
	rule.Word{Code: "meeting", Vi: "cuộc họp", En: "meeting"},
	rule.Word{Code: "commune", Vi: "xã", En: "commune"},
	rule.Word{Code: "district", Vi: "huyện", En: "district"},
	rule.Word{Code: "province", Vi: "tỉnh", En: "province"},
)

// String is the permanent code.
func (p Per) String() string { return pers.Code(p) }

// In gives the words.
func (p Per) In(l rule.Lang) string { return pers.In(p, l) }

// MarshalText writes the code.
func (p Per) MarshalText() ([]byte, error) { return pers.Marshal(p) }

// UnmarshalText reads the code.
func (p *Per) UnmarshalText(b []byte) error { return pers.Unmarshal(b, p) }

// ParsePer reads the code of the object of a duty.
func ParsePer(s string) (Per, error) { return pers.Parse(s) }

// Object is what one duty is owed for: an assignment, a visit, a commune. ID is
// the id of the host's record, or the code of the unit.
type Object struct {
	Per  Per    `json:"per"`
	ID   string `json:"id"`
	Year int    `json:"year,omitempty"` // for PerAssignmentYear
}

// Record is a neutral fact: somebody did something on a day, towards somebody,
// for an object. The package that knows the fact judged it; the ledger only
// reads. On is the moment that counts for timeliness.
type Record struct {
	Kind     Kind          `json:"kind" validate:"required"`
	Duty     rule.DutyID   `json:"duty" validate:"required"`
	Object   Object        `json:"object"`
	By       string        `json:"by"` // id of the leader or body
	To       string        `json:"to"` // id of the body, or code of the commune
	On       rule.Moment   `json:"on,omitzero"`
	Ref      string        `json:"ref,omitempty"` // the host's document or record
	Findings rule.Findings `json:"findings,omitempty"`
}

// Register is the facts of a host with the day through which each kind is
// complete. A fact missing after that day is unknown, not undone. It is immutable.
type Register struct {
	complete map[Kind]civil.Date
	records  []Record
	index    map[key][]int
}

type key struct {
	duty   rule.DutyID
	object Object
}

// Complete reports the day through which the register holds every fact of the
// kind; false where the host did not say.
func (r Register) Complete(k Kind) (civil.Date, bool) {
	d, ok := r.complete[k]
	return d, ok
}

// Records lists all facts in the order given; the caller may change the list.
func (r Register) Records() []Record { return slices.Clone(r.records) }
