package duty

import (
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// dispatch is the 2021 dispatch of the provincial People's Committee on
// strengthening the help given to communes. The copy at hand has neither number
// nor day, so none is stated.
var dispatch = rule.Source{Kind: rule.Dispatch, Year: 2021, Issuer: "UBND tỉnh Lào Cai"}

// Dispatch cites the 2021 dispatch at a place: "mục 1, gạch đầu dòng 4", or
// "mục 1, gạch đầu dòng 2, chú thích 1". Every Text rule of this module cites it so.
func Dispatch(where string) rule.Source { return dispatch.At(where) }

// The bodies that the dispatch names, under the ids that this module's own
// tables use. A host that keeps other ids maps them.
const (
	ProvinceCommittee  org.BodyID = "ubnd-tinh"        // Ủy ban nhân dân tỉnh
	ProvinceSteering   org.BodyID = "bcd-tinh"         // Ban Chỉ đạo tỉnh
	CoordinationOffice org.BodyID = "vp-dieu-phoi-ntm" // Văn phòng Điều phối nông thôn mới tỉnh
	HomeAffairs        org.BodyID = "so-noi-vu"        // Sở Nội vụ
	Labour             org.BodyID = "so-ldtbxh"        // Sở Lao động - Thương binh và Xã hội
	Agriculture        org.BodyID = "so-nnptnt"        // Sở Nông nghiệp và Phát triển nông thôn
	DistrictCommittee  org.BodyID = "ubnd-huyen"       // Ủy ban nhân dân cấp huyện
	DistrictSteering   org.BodyID = "bcd-huyen"        // Ban Chỉ đạo cấp huyện
	CommuneCommittee   org.BodyID = "ubnd-xa"          // Ủy ban nhân dân cấp xã
	CommuneSteering    org.BodyID = "bcd-xa"           // Ban Chỉ đạo cấp xã
)

// Duties that packages plan and visit guard. The id names the place: section 1,
// bullet 2, its footnote.
const (
	PeriodPlan   rule.DutyID = "s1.b2.period-plan"   // build the support plan of the period
	AnnualPlan   rule.DutyID = "s1.b2.annual-plan"   // build a support plan for each year
	ByMonth      rule.DutyID = "s1.b2.by-month"      // set the year out by quarter and month
	TeamWork     rule.DutyID = "s1.b2.team-work"     // give each team member work, or send the team to meetings
	ReviewPlan   rule.DutyID = "s1.b2.fn.review"     // who keeps the commune reviews the plan issued
	BuildPlans   rule.DutyID = "s1.b2.fn.build"      // who is new or moved builds both plans
	TracePlans   rule.DutyID = "s1.b2.fn.provincial" // the plans secure the province's plans
	SendPlans    rule.DutyID = "s1.b2.fn.send"       // finished and sent before 10/8/2021
	SetAsideTime rule.DutyID = "s1.b4.time"          // set aside time to go to the grassroots
	VisitContent rule.DutyID = "s1.b4.content"       // specific content before each visit
	NotifyVisit  rule.DutyID = "s1.b4.notify"        // tell the commune before each visit
	Invite       rule.DutyID = "s3.b1.invite"        // the commune invites the assigned leaders
)
