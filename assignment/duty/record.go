package duty

import (
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Kind is the kind of a fact that can discharge a duty. The zero value is
// invalid; on a [Duty] it says that no single fact discharges it.
type Kind uint8

// The kinds of fact: one at least for every duty that can be evidenced.
const (
	_                       Kind = iota
	PeriodPlanSent               // the plan of the period, or the minute of its review, was sent
	AnnualPlanSent               // the plan of a year, its revision, or the minute of its review, was sent
	PlanChecked                  // a plan's content was judged; the findings say how
	Noticed                      // the commune was told of a visit
	VisitMade                    // a visit took place
	Invited                      // the commune invited the leader to a meeting
	Attended                     // the leader or the team attended a meeting
	PolicyStudied                // mechanisms, policies or the criteria set were taken up
	GuidanceGiven                // the commune was guided on them
	TeamReported                 // the team reported to the leader what it grasped
	ContactMade                  // contact with the district or commune steering committee
	SituationUpdated             // the commune's real situation was brought up to date
	DifficultyReferred           // a difficulty was reported with a proposed solution
	DifficultySettled            // a difficulty was settled, or measures were taken
	PolicyProposed               // a mechanism or policy was proposed
	PartyHelped                  // the commune's Party organization was helped to lead
	MasteryPromoted              // the people's mastery was widened
	PracticeShared               // a good practice was made known
	MovementCarried              // a thematic emulation movement was carried out
	ContributionMobilized        // a contribution was called for or came
	DistrictHelperAssigned       // the district assigned a helper to the commune
	DistrictHelperNotified       // the district told the provincial leader of it
	DirectionGiven               // the district directed, urged or guided the commune
	SolutionsOfYear              // the district set out solutions for the year's targets
	SolutionsOfPeriod            // the district set out solutions for the period's targets
	CommuneEvaluated             // results at the grassroots were reviewed and evaluated
	FocalStaffPlaced             // capable staff were put in charge
	TrainingHeld                 // a training session was held
	KnowledgeSpread              // what was learnt was made known to the people
	InformationShared            // the commune exchanged information
	ResultsReported              // the commune reported results
	RecommendationMade           // the commune recommended or proposed
	PeopleMobilized              // the commune mobilized the people
	SupportWorkEvaluated         // a leader's support work was evaluated
	SupportOutcomeEvaluated      // the outcome of the support in a commune was evaluated
	ProposalsAggregated          // the leaders' proposals were put together and reported
	AgenciesUrged                // agencies were urged to strengthen their support
	SupportGiven                 // a coordinating body supported, sponsored or helped
	MovementLaunched             // a movement launched by the province was carried out by a body
	SectorSettled                // the body in charge of a criterion settled a matter of its field
)

var kinds = rule.NewEnum[Kind]("kind of record", rule.Word{},
	rule.Word{Code: "period-plan-sent", Vi: "gửi kế hoạch giai đoạn", En: "period plan sent"},
	rule.Word{Code: "annual-plan-sent", Vi: "gửi kế hoạch năm", En: "annual plan sent"},
	rule.Word{Code: "plan-checked", Vi: "nội dung kế hoạch", En: "content of the plan"},
	rule.Word{Code: "noticed", Vi: "thông báo cho xã", En: "notice to the commune"},
	rule.Word{Code: "visit-made", Vi: "đi cơ sở", En: "visit made"},
	rule.Word{Code: "invited", Vi: "mời họp", En: "invitation to a meeting"},
	rule.Word{Code: "attended", Vi: "dự họp", En: "attendance at a meeting"},
	rule.Word{Code: "policy-studied", Vi: "cập nhật cơ chế, chính sách", En: "policies taken up"},
	rule.Word{Code: "guidance-given", Vi: "tuyên truyền, hướng dẫn xã", En: "guidance given"},
	rule.Word{Code: "team-reported", Vi: "Tổ giúp việc báo cáo", En: "report of the team"},
	rule.Word{Code: "contact-made", Vi: "liên hệ Ban Chỉ đạo", En: "contact with a steering committee"},
	rule.Word{Code: "situation-updated", Vi: "cập nhật tình hình xã", En: "situation updated"},
	rule.Word{Code: "difficulty-referred", Vi: "báo cáo, đề xuất tháo gỡ khó khăn", En: "difficulty referred"},
	rule.Word{Code: "difficulty-settled", Vi: "giải quyết khó khăn", En: "difficulty settled"},
	rule.Word{Code: "policy-proposed", Vi: "đề xuất cơ chế, chính sách", En: "policy proposed"},
	rule.Word{Code: "party-helped", Vi: "giúp Đảng bộ xã", En: "help to the Party organization"},
	rule.Word{Code: "mastery-promoted", Vi: "phát huy quyền làm chủ của Nhân dân", En: "people's mastery promoted"},
	rule.Word{Code: "practice-shared", Vi: "tuyên truyền cách làm hay", En: "good practice shared"},
	rule.Word{Code: "movement-carried", Vi: "thực hiện phong trào thi đua chuyên đề", En: "thematic movement carried out"},
	rule.Word{Code: "contribution-mobilized", Vi: "huy động đóng góp", En: "contribution mobilized"},
	rule.Word{Code: "district-helper-assigned", Vi: "huyện phân công giúp xã", En: "district helper assigned"},
	rule.Word{Code: "district-helper-notified", Vi: "huyện thông báo phân công", En: "district helper notified"},
	rule.Word{Code: "direction-given", Vi: "chỉ đạo, đôn đốc, hướng dẫn", En: "direction given"},
	rule.Word{Code: "solutions-of-year", Vi: "giải pháp của năm", En: "solutions of the year"},
	rule.Word{Code: "solutions-of-period", Vi: "giải pháp của giai đoạn", En: "solutions of the period"},
	rule.Word{Code: "commune-evaluated", Vi: "đánh giá kết quả tại cơ sở", En: "results at the grassroots evaluated"},
	rule.Word{Code: "focal-staff-placed", Vi: "bố trí cán bộ phụ trách", En: "focal staff placed"},
	rule.Word{Code: "training-held", Vi: "tập huấn, bồi dưỡng", En: "training session"},
	rule.Word{Code: "knowledge-spread", Vi: "phổ biến đến Nhân dân", En: "spread to the people"},
	rule.Word{Code: "information-shared", Vi: "trao đổi thông tin", En: "information exchanged"},
	rule.Word{Code: "results-reported", Vi: "báo cáo kết quả", En: "results reported"},
	rule.Word{Code: "recommendation-made", Vi: "kiến nghị", En: "recommendation made"},
	rule.Word{Code: "people-mobilized", Vi: "vận động Nhân dân", En: "people mobilized"},
	rule.Word{Code: "support-work-evaluated", Vi: "đánh giá hoạt động giúp đỡ", En: "support work evaluated"},
	rule.Word{Code: "support-outcome-evaluated", Vi: "đánh giá kết quả giúp đỡ xã", En: "support outcome evaluated"},
	rule.Word{Code: "proposals-aggregated", Vi: "tổng hợp đề xuất, kiến nghị", En: "proposals aggregated"},
	rule.Word{Code: "agencies-urged", Vi: "đôn đốc cơ quan, đơn vị", En: "agencies urged"},
	rule.Word{Code: "support-given", Vi: "tư vấn, hỗ trợ, đỡ đầu", En: "support given"},
	rule.Word{Code: "movement-launched", Vi: "thực hiện phong trào tỉnh phát động", En: "movement launched by the province"},
	rule.Word{Code: "sector-settled", Vi: "giải quyết vướng mắc của ngành", En: "matter of the field settled"},
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

// Record is a neutral fact: somebody did something on a day, towards somebody,
// for an object. The package that knows the fact judged it; the ledger only
// reads. On is the moment that counts for timeliness.
type Record struct {
	Kind     Kind          `json:"kind" validate:"required"`
	Duty     rule.DutyID   `json:"duty" validate:"required,max=100"`
	Object   Object        `json:"object"`
	By       string        `json:"by" validate:"max=200"` // id of the leader or body
	To       string        `json:"to" validate:"max=200"` // id of the body, or code of the commune
	On       rule.Moment   `json:"on,omitzero"`
	Ref      string        `json:"ref,omitempty" validate:"max=200"` // the host's document or record
	Findings rule.Findings `json:"findings,omitempty"`
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
