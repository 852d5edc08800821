package duty

import (
	"iter"
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Kind is the kind of a fact that can discharge a duty: "noticed", "visit-made". The
// list is open: a text may have facts of its own, which it names by a [Duty]. On a Duty
// the empty Kind says that no single fact discharges it.
type Kind string

// The kinds that this module knows: one at least for every known duty that can be
// evidenced.
const (
	PeriodPlanSent          Kind = "period-plan-sent"          // the plan of the period, or the minute of its review, was sent
	AnnualPlanSent          Kind = "annual-plan-sent"          // the plan of a year, its revision, or the minute of its review, was sent
	PlanChecked             Kind = "plan-checked"              // a plan's content was judged; the findings say how
	Noticed                 Kind = "noticed"                   // the commune was told of a visit
	VisitMade               Kind = "visit-made"                // a visit took place
	Invited                 Kind = "invited"                   // the commune invited the leader to a meeting
	Attended                Kind = "attended"                  // the leader or the team attended a meeting
	PolicyStudied           Kind = "policy-studied"            // mechanisms, policies or the criteria set were taken up
	GuidanceGiven           Kind = "guidance-given"            // the commune was guided on them
	TeamReported            Kind = "team-reported"             // the team reported to the leader what it grasped
	ContactMade             Kind = "contact-made"              // contact with the district or commune steering committee
	SituationUpdated        Kind = "situation-updated"         // the commune's real situation was brought up to date
	DifficultyReferred      Kind = "difficulty-referred"       // a difficulty was reported with a proposed solution
	DifficultySettled       Kind = "difficulty-settled"        // a difficulty was settled, or measures were taken
	PolicyProposed          Kind = "policy-proposed"           // a mechanism or policy was proposed
	PartyHelped             Kind = "party-helped"              // the commune's Party organization was helped to lead
	MasteryPromoted         Kind = "mastery-promoted"          // the people's mastery was widened
	PracticeShared          Kind = "practice-shared"           // a good practice was made known
	MovementCarried         Kind = "movement-carried"          // a thematic emulation movement was carried out
	ContributionMobilized   Kind = "contribution-mobilized"    // a contribution was called for or came
	DistrictHelperAssigned  Kind = "district-helper-assigned"  // the district assigned a helper to the commune
	DistrictHelperNotified  Kind = "district-helper-notified"  // the district told the provincial leader of it
	DirectionGiven          Kind = "direction-given"           // the district directed, urged or guided the commune
	SolutionsOfYear         Kind = "solutions-of-year"         // the district set out solutions for the year's targets
	SolutionsOfPeriod       Kind = "solutions-of-period"       // the district set out solutions for the period's targets
	CommuneEvaluated        Kind = "commune-evaluated"         // results at the grassroots were reviewed and evaluated
	FocalStaffPlaced        Kind = "focal-staff-placed"        // capable staff were put in charge
	TrainingHeld            Kind = "training-held"             // a training session was held
	KnowledgeSpread         Kind = "knowledge-spread"          // what was learnt was made known to the people
	InformationShared       Kind = "information-shared"        // the commune exchanged information
	ResultsReported         Kind = "results-reported"          // the commune reported results
	RecommendationMade      Kind = "recommendation-made"       // the commune recommended or proposed
	PeopleMobilized         Kind = "people-mobilized"          // the commune mobilized the people
	SupportWorkEvaluated    Kind = "support-work-evaluated"    // a leader's support work was evaluated
	SupportOutcomeEvaluated Kind = "support-outcome-evaluated" // the outcome of the support in a commune was evaluated
	ProposalsAggregated     Kind = "proposals-aggregated"      // the leaders' proposals were put together and reported
	AgenciesUrged           Kind = "agencies-urged"            // agencies were urged to strengthen their support
	SupportGiven            Kind = "support-given"             // a coordinating body supported, sponsored or helped
	MovementLaunched        Kind = "movement-launched"         // a movement launched by the province was carried out by a body
	SectorSettled           Kind = "sector-settled"            // the body in charge of a criterion settled a matter of its field
)

// kindWords are the words of the known kinds, in their order.
var kindWords = []rule.Word{
	{Code: string(PeriodPlanSent), Vi: "gửi kế hoạch giai đoạn", En: "period plan sent"},
	{Code: string(AnnualPlanSent), Vi: "gửi kế hoạch năm", En: "annual plan sent"},
	{Code: string(PlanChecked), Vi: "nội dung kế hoạch", En: "content of the plan"},
	{Code: string(Noticed), Vi: "thông báo cho xã", En: "notice to the commune"},
	{Code: string(VisitMade), Vi: "đi cơ sở", En: "visit made"},
	{Code: string(Invited), Vi: "mời họp", En: "invitation to a meeting"},
	{Code: string(Attended), Vi: "dự họp", En: "attendance at a meeting"},
	{Code: string(PolicyStudied), Vi: "cập nhật cơ chế, chính sách", En: "policies taken up"},
	{Code: string(GuidanceGiven), Vi: "tuyên truyền, hướng dẫn xã", En: "guidance given"},
	{Code: string(TeamReported), Vi: "Tổ giúp việc báo cáo", En: "report of the team"},
	{Code: string(ContactMade), Vi: "liên hệ Ban Chỉ đạo", En: "contact with a steering committee"},
	{Code: string(SituationUpdated), Vi: "cập nhật tình hình xã", En: "situation updated"},
	{Code: string(DifficultyReferred), Vi: "báo cáo, đề xuất tháo gỡ khó khăn", En: "difficulty referred"},
	{Code: string(DifficultySettled), Vi: "giải quyết khó khăn", En: "difficulty settled"},
	{Code: string(PolicyProposed), Vi: "đề xuất cơ chế, chính sách", En: "policy proposed"},
	{Code: string(PartyHelped), Vi: "giúp Đảng bộ xã", En: "help to the Party organization"},
	{Code: string(MasteryPromoted), Vi: "phát huy quyền làm chủ của Nhân dân", En: "people's mastery promoted"},
	{Code: string(PracticeShared), Vi: "tuyên truyền cách làm hay", En: "good practice shared"},
	{Code: string(MovementCarried), Vi: "thực hiện phong trào thi đua chuyên đề", En: "thematic movement carried out"},
	{Code: string(ContributionMobilized), Vi: "huy động đóng góp", En: "contribution mobilized"},
	{Code: string(DistrictHelperAssigned), Vi: "huyện phân công giúp xã", En: "district helper assigned"},
	{Code: string(DistrictHelperNotified), Vi: "huyện thông báo phân công", En: "district helper notified"},
	{Code: string(DirectionGiven), Vi: "chỉ đạo, đôn đốc, hướng dẫn", En: "direction given"},
	{Code: string(SolutionsOfYear), Vi: "giải pháp của năm", En: "solutions of the year"},
	{Code: string(SolutionsOfPeriod), Vi: "giải pháp của giai đoạn", En: "solutions of the period"},
	{Code: string(CommuneEvaluated), Vi: "đánh giá kết quả tại cơ sở", En: "results at the grassroots evaluated"},
	{Code: string(FocalStaffPlaced), Vi: "bố trí cán bộ phụ trách", En: "focal staff placed"},
	{Code: string(TrainingHeld), Vi: "tập huấn, bồi dưỡng", En: "training session"},
	{Code: string(KnowledgeSpread), Vi: "phổ biến đến Nhân dân", En: "spread to the people"},
	{Code: string(InformationShared), Vi: "trao đổi thông tin", En: "information exchanged"},
	{Code: string(ResultsReported), Vi: "báo cáo kết quả", En: "results reported"},
	{Code: string(RecommendationMade), Vi: "kiến nghị", En: "recommendation made"},
	{Code: string(PeopleMobilized), Vi: "vận động Nhân dân", En: "people mobilized"},
	{Code: string(SupportWorkEvaluated), Vi: "đánh giá hoạt động giúp đỡ", En: "support work evaluated"},
	{Code: string(SupportOutcomeEvaluated), Vi: "đánh giá kết quả giúp đỡ xã", En: "support outcome evaluated"},
	{Code: string(ProposalsAggregated), Vi: "tổng hợp đề xuất, kiến nghị", En: "proposals aggregated"},
	{Code: string(AgenciesUrged), Vi: "đôn đốc cơ quan, đơn vị", En: "agencies urged"},
	{Code: string(SupportGiven), Vi: "tư vấn, hỗ trợ, đỡ đầu", En: "support given"},
	{Code: string(MovementLaunched), Vi: "thực hiện phong trào tỉnh phát động", En: "movement launched by the province"},
	{Code: string(SectorSettled), Vi: "giải quyết vướng mắc của ngành", En: "matter of the field settled"},
}

var kindAt = func() map[Kind]int {
	at := make(map[Kind]int, len(kindWords))
	for i, w := range kindWords {
		at[Kind(w.Code)] = i
	}
	return at
}()

// Kinds goes through the kinds that this module knows.
func Kinds() iter.Seq[Kind] {
	return func(yield func(Kind) bool) {
		for _, w := range kindWords {
			if !yield(Kind(w.Code)) {
				return
			}
		}
	}
}

// In gives the words of a known kind; another kind is its own word.
func (k Kind) In(l rule.Lang) string {
	i, ok := kindAt[k]
	if !ok {
		return string(k)
	}
	return rule.Text{Vi: kindWords[i].Vi, En: kindWords[i].En}.In(l)
}

// byKind orders known kinds as they are listed, and others after them by their names.
func byKind(a, b Kind) int {
	x, inX := kindAt[a]
	y, inY := kindAt[b]
	switch {
	case inX && inY:
		return x - y
	case inX:
		return -1
	case inY:
		return 1
	default:
		return slices.Compare([]byte(a), []byte(b))
	}
}
