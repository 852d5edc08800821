package duty

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

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
	PerLeaderYear         // once a leader and calendar year
	PerDistrictYear       // once a district and calendar year
	PerDifficulty         // once a difficulty or recommendation
	PerBody               // once a body
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
	rule.Word{Code: "leader-year", Vi: "lãnh đạo và năm", En: "leader and year"},
	rule.Word{Code: "district-year", Vi: "huyện và năm", En: "district and year"},
	rule.Word{Code: "difficulty", Vi: "khó khăn, vướng mắc", En: "difficulty"},
	rule.Word{Code: "body", Vi: "cơ quan, đơn vị", En: "body"},
)

// Yearly reports whether the object carries a calendar year.
func (p Per) Yearly() bool {
	return p == PerAssignmentYear || p == PerLeaderYear || p == PerDistrictYear
}

// Object is what one duty is owed for: an assignment, a visit, a commune. ID is
// the id of the host's record, or the code of the unit; the province needs none.
type Object struct {
	Per  Per    `json:"per" validate:"required"`
	ID   string `json:"id" validate:"max=200"`
	Year int    `json:"year,omitempty" validate:"gte=0,lte=9999"` // where Per is Yearly
}

// Fact says what is recorded or owed: a kind of fact, the duty that it discharges, and
// what the duty is owed for.
type Fact struct {
	Kind   Kind        `json:"kind" validate:"required,max=100"`
	Duty   rule.DutyID `json:"duty" validate:"required,max=100"`
	Object Object      `json:"object"`
}

// normal is the fact with its ids in the one spelling in which they are compared.
func (f Fact) normal() Fact {
	f.Kind, f.Duty, f.Object.ID = rule.Normal(f.Kind), rule.Normal(f.Duty), rule.Normal(f.Object.ID)
	return f
}

// How says how a fact is established. The zero value is not stated.
type How uint8

// The ways.
const (
	HowNotStated How = iota
	ByWord           // somebody said so
	ByDocument       // a document shows it
	BySystem         // a system that records acts as they happen shows it
)

var hows = rule.NewEnum[How]("way in which a fact is established", rule.Word{},
	rule.Word{Code: "word", Vi: "theo lời báo", En: "somebody said so"},
	rule.Word{Code: "document", Vi: "theo văn bản", En: "a document shows it"},
	rule.Word{Code: "system", Vi: "theo hệ thống ghi nhận", En: "a system recorded it"},
)

// Evidence is what shows a fact (minh chứng).
type Evidence struct {
	Ref    string `json:"ref,omitempty" validate:"max=200"`    // the host's document or record
	Digest string `json:"digest,omitempty" validate:"max=200"` // of that document, as the host computes it
	How    How    `json:"how,omitzero"`
}

// Record is a neutral fact: somebody did something at a moment, towards somebody, for
// an object. The package that knows the fact judged it; the ledger only reads.
type Record struct {
	Fact
	By string `json:"by" validate:"max=200"` // id of the leader or body
	To string `json:"to" validate:"max=200"` // id of the body, or code of the commune
	// On is the moment that counts for timeliness. Where it is not known, the moments
	// between which it lies: the day of receipt bounds that of sending.
	On       rule.Moment   `json:"on,omitzero"`
	After    rule.Moment   `json:"after,omitzero"`  // not before this
	Before   rule.Moment   `json:"before,omitzero"` // not after this
	Evidence Evidence      `json:"evidence,omitzero"`
	Findings rule.Findings `json:"findings,omitempty"`
}

// within is the first and the last day on which the fact may have happened; an end that
// is not known is zero.
func (r *Record) within() rule.Span {
	if !r.On.IsZero() {
		return rule.Span{From: r.On.Date, To: r.On.Date}
	}
	return rule.Span{From: r.After.Date, To: r.Before.Date}
}

// guards reports whether a finding of that kind bears on the record's own duty. What a
// host demands besides says nothing of a duty of the text.
func (r *Record) guards(k rule.Kind) bool {
	return slices.ContainsFunc(r.Findings, func(f rule.Finding) bool {
		return f.Kind == k && f.Duty() == r.Duty && f.Origin() != rule.OriginPolicy
	})
}

// normal is the record with its ids in the one spelling in which they are compared. It
// shares no list with it.
func (r Record) normal() Record {
	r.Fact, r.By, r.To = r.Fact.normal(), rule.Normal(r.By), rule.Normal(r.To)
	return r.clone()
}

// clone shares no list with the record.
func (r Record) clone() Record {
	r.Findings = r.Findings.Clone()
	return r
}

const recordFormat = "giupxa.record/1"

// plainRecord is a record without a format version of its own.
type plainRecord Record

// UnmarshalJSON reads a record and reports every fault of its form. What a
// register demands besides, a moment and an object, is judged by [NewRegister].
func (r *Record) UnmarshalJSON(data []byte) error {
	return form.Decode(data, recordFormat, (*plainRecord)(r))
}

// MarshalJSON writes the record with its format version.
func (r Record) MarshalJSON() ([]byte, error) { return form.Encode(recordFormat, plainRecord(r)) }
