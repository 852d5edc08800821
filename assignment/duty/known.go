package duty

import (
	"iter"
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
)

// The duties that this module knows, by what is owed. A text lays down those for
// which its [Basis] has a provision, and may declare others of its own.
const (
	FollowPolicies        rule.DutyID = "knowledge.policies"         // keep up with the mechanisms and policies of both programs
	FollowCriteria        rule.DutyID = "knowledge.criteria"         // keep up with the national set of criteria
	FollowDirections      rule.DutyID = "knowledge.directions"       // keep up with the socio-economic directions of the center and the province
	GuideCommune          rule.DutyID = "commune.guide"              // inform and guide the commune's Party committee and government
	PeriodPlan            rule.DutyID = "plan.period"                // build the plan of help to the commune for the period
	AnnualPlan            rule.DutyID = "plan.annual"                // build the plan of help to the commune for each year
	ByMonth               rule.DutyID = "plan.by-month"              // set the annual plan out by quarter and month as to going to the grassroots
	TeamWork              rule.DutyID = "plan.team-work"             // give each team member work, or send the team to the commune's meetings
	TeamAttends           rule.DutyID = "meeting.team-attend"        // grasp the situation at the commune's meetings
	TeamReports           rule.DutyID = "team.report"                // report to the leader what was grasped
	TakeMeasures          rule.DutyID = "difficulty.measures"        // take measures on the difficulties reported
	ReviewPlan            rule.DutyID = "plan.review"                // who keeps the commune: review, adjust and supplement the plan issued
	BuildPlans            rule.DutyID = "plan.build"                 // who is new or has another commune: build both the plan of the period and that of the year
	TracePlans            rule.DutyID = "plan.trace"                 // secure the province's plans and tasks in those plans
	SendPlans             rule.DutyID = "plan.send"                  // finish the plans and send them
	KeepContact           rule.DutyID = "contact.keep"               // keep close contact with the district and commune steering committees
	UpdateSituation       rule.DutyID = "situation.update"           // keep up to date on the commune's real situation
	ReferDifficulty       rule.DutyID = "difficulty.refer"           // report the commune's difficulties and propose solutions to those who direct
	SettleDifficulty      rule.DutyID = "difficulty.settle"          // settle at once the difficulties within one's competence
	SetAsideTime          rule.DutyID = "visit.time"                 // set aside time to go to the grassroots
	VisitContent          rule.DutyID = "visit.content"              // have specific content before each visit
	NotifyVisit           rule.DutyID = "visit.notify"               // tell the commune before each visit so that it can coordinate
	GraspOnVisit          rule.DutyID = "visit.grasp"                // grasp the difficulties of both programs and the socio-economic situation
	ProposePolicy         rule.DutyID = "policy.propose"             // advise on adjusting mechanisms and policies, or propose new ones
	HelpParty             rule.DutyID = "party.help"                 // help the commune's Party organization to lead better
	WidenMastery          rule.DutyID = "people.mastery"             // widen the people's mastery
	SharePractices        rule.DutyID = "practice.share"             // make good and creative practices known
	CarryMovements        rule.DutyID = "movement.carry"             // carry out thematic emulation movements
	MobilizeContributions rule.DutyID = "contribution.mobilize"      // call on organizations and individuals to contribute
	SpreadMovement        rule.DutyID = "contribution.spread"        // spread the movement to all, above all for the work the people do themselves
	AssignDistrictHelper  rule.DutyID = "district-helper.assign"     // assign committee members and heads of district divisions to help communes
	NotifyDistrictHelper  rule.DutyID = "district-helper.notify"     // tell the assigned provincial leaders of it
	CoordinateWithLeaders rule.DutyID = "district.coordinate"        // coordinate with the assigned leaders
	DirectCommunes        rule.DutyID = "district.direct"            // direct, urge and guide the communes
	SetSolutionsOfYear    rule.DutyID = "solutions.year"             // set out solutions for the year's targets
	SetSolutionsOfPeriod  rule.DutyID = "solutions.period"           // set out solutions for the period's targets
	EvaluateCommune       rule.DutyID = "evaluation.commune"         // monitor, review and evaluate results at the grassroots
	PlaceStaff            rule.DutyID = "staff.place"                // put capable staff in charge of advising on both programs
	HoldTraining          rule.DutyID = "training.hold"              // train commune and village cadres on the criteria set and the policies
	SpreadKnowledge       rule.DutyID = "knowledge.spread"           // make it known to the people so that they take part
	ExchangeInformation   rule.DutyID = "commune.inform"             // coordinate and exchange information
	ReportResults         rule.DutyID = "commune.report"             // report results
	Recommend             rule.DutyID = "commune.recommend"          // recommend on shortcomings and difficulties
	CommuneProposes       rule.DutyID = "commune.propose"            // propose mechanisms and policies
	Invite                rule.DutyID = "meeting.invite"             // when it holds meetings, invite the assigned leaders
	LeaderAttends         rule.DutyID = "meeting.attend"             // attend to grasp the situation and to inform
	LeadPrograms          rule.DutyID = "program.lead"               // lead and run the programs directly
	MobilizePeople        rule.DutyID = "people.mobilize"            // move the people to carry out policy and law
	PeopleContribute      rule.DutyID = "people.contribute"          // move the people to contribute and to be the subject of the program
	EvaluateWork          rule.DutyID = "evaluation.support-work"    // monitor, aggregate and evaluate the leaders' support work
	EvaluateInSubstance   rule.DutyID = "evaluation.substantive"     // evaluate specifically, in substance and as regulated
	GiveYearlyBasis       rule.DutyID = "evaluation.yearly-basis"    // give the basis for the yearly rating and emulation of leading cadres
	EvaluateOutcome       rule.DutyID = "evaluation.support-outcome" // evaluate the outcome of the support at the grassroots
	AggregateProposals    rule.DutyID = "proposals.aggregate"        // aggregate the leaders' proposals and report them to the province
	UrgeAgencies          rule.DutyID = "agencies.urge"              // advise on urging agencies to strengthen their help
	GiveSupport           rule.DutyID = "support.give"               // advise, support, sponsor and directly help the communes
	JoinMovements         rule.DutyID = "movement.join"              // carry out the movements that the province launches
	SettleInSector        rule.DutyID = "difficulty.sector"          // settle, with the assigned leader, what concerns their field
	CarryOut              rule.DutyID = "instructions.carry-out"     // put the instructions to work
)

// known is what is the same in every text that lays a duty down: the fact that
// discharges it, what it is owed for, when it falls to be done, and its words.
var known = []Duty{
	{ID: FollowPolicies, Nature: Continuing, Record: PolicyStudied, Per: PerLeader,
		Text: rule.Text{Vi: "cập nhật, nắm chắc cơ chế, chính sách của hai chương trình", En: "keep up with the mechanisms and policies of both programs"}},
	{ID: FollowCriteria, Nature: Continuing, Record: PolicyStudied, Per: PerLeader,
		Text: rule.Text{Vi: "cập nhật, nắm chắc Bộ tiêu chí quốc gia về nông thôn mới", En: "keep up with the national set of criteria"}},
	{ID: FollowDirections, Nature: Continuing, Record: PolicyStudied, Per: PerLeader,
		Text: rule.Text{Vi: "cập nhật chủ trương kinh tế - xã hội của trung ương và tỉnh", En: "keep up with the socio-economic directions of the center and the province"}},
	{ID: GuideCommune, Nature: OnEvent, Record: GuidanceGiven, Per: PerAssignment,
		Text: rule.Text{Vi: "tuyên truyền, hướng dẫn cấp ủy, chính quyền xã triển khai", En: "inform and guide the commune's Party committee and government"}},
	{ID: PeriodPlan, Nature: OnEvent, Record: PeriodPlanSent, Per: PerAssignment,
		Text: rule.Text{Vi: "xây dựng kế hoạch giúp đỡ xã của giai đoạn", En: "build the plan of help to the commune for the period"}},
	{ID: AnnualPlan, Nature: Periodic, Record: AnnualPlanSent, Per: PerAssignmentYear,
		Text: rule.Text{Vi: "xây dựng kế hoạch giúp đỡ xã của năm", En: "build the plan of help to the commune for the year"}},
	{ID: ByMonth, Nature: Periodic, Record: PlanChecked, Per: PerAssignmentYear,
		Text: rule.Text{Vi: "cụ thể hóa kế hoạch năm theo quý, tháng về việc đi cơ sở", En: "set the annual plan out by quarter and month as to going to the grassroots"}},
	{ID: TeamWork, Nature: Periodic, Record: PlanChecked, Per: PerAssignmentYear,
		Text: rule.Text{Vi: "giao việc cho từng thành viên Tổ giúp việc, hoặc cử Tổ dự các cuộc họp của xã", En: "give each team member work, or send the team to the commune's meetings"}},
	{ID: TeamAttends, Nature: OnEvent, Record: Attended, Per: PerMeeting,
		Text: rule.Text{Vi: "nắm tình hình tại các cuộc họp của xã", En: "grasp the situation at the commune's meetings"}},
	{ID: TeamReports, Nature: OnEvent, Record: TeamReported, Per: PerAssignment,
		Text: rule.Text{Vi: "báo cáo lãnh đạo những gì đã nắm được", En: "report to the leader what was grasped"}},
	{ID: TakeMeasures, Nature: OnEvent, Record: DifficultySettled, Per: PerDifficulty,
		Text: rule.Text{Vi: "có biện pháp tháo gỡ khó khăn, vướng mắc được báo cáo", En: "take measures on the difficulties reported"}},
	{ID: ReviewPlan, Nature: Periodic, Record: AnnualPlanSent, Per: PerAssignmentYear,
		Text: rule.Text{Vi: "giữ nguyên xã: rà soát, điều chỉnh, bổ sung kế hoạch đã ban hành", En: "who keeps the commune: review, adjust and supplement the plan issued"}},
	{ID: BuildPlans, Nature: OnEvent, Record: PeriodPlanSent, Per: PerAssignment,
		Text: rule.Text{Vi: "mới được phân công hoặc đổi xã: xây dựng cả kế hoạch giai đoạn và kế hoạch của năm", En: "who is new or has another commune: build both the plan of the period and that of the year"}},
	{ID: TracePlans, Nature: OnEvent, Record: PlanChecked, Per: PerAssignment,
		Text: rule.Text{Vi: "bảo đảm kế hoạch, nhiệm vụ của tỉnh trong các kế hoạch ấy", En: "secure the province's plans and tasks in those plans"}},
	{ID: SendPlans, Nature: Periodic, Record: PeriodPlanSent, Per: PerAssignment,
		Text: rule.Text{Vi: "hoàn thành và gửi các kế hoạch", En: "finish the plans and send them"}},
	{ID: KeepContact, Nature: Continuing, Record: ContactMade, Per: PerAssignment,
		Text: rule.Text{Vi: "liên hệ gắn kết với Ban Chỉ đạo cấp huyện, cấp xã", En: "keep close contact with the district and commune steering committees"}},
	{ID: UpdateSituation, Nature: Continuing, Record: SituationUpdated, Per: PerAssignment,
		Text: rule.Text{Vi: "cập nhật, nắm tình hình thực tế của xã", En: "keep up to date on the commune's real situation"}},
	{ID: ReferDifficulty, Nature: OnEvent, Record: DifficultyReferred, Per: PerDifficulty,
		Text: rule.Text{Vi: "báo cáo, đề xuất tháo gỡ khó khăn của xã lên cấp chỉ đạo", En: "report the commune's difficulties and propose solutions to those who direct"}},
	{ID: SettleDifficulty, Nature: OnEvent, Record: DifficultySettled, Per: PerDifficulty,
		Text: rule.Text{Vi: "giải quyết ngay khó khăn thuộc thẩm quyền", En: "settle at once the difficulties within one's competence"}},
	{ID: SetAsideTime, Nature: Continuing, Record: VisitMade, Per: PerAssignment,
		Text: rule.Text{Vi: "bố trí thời gian đi cơ sở", En: "set aside time to go to the grassroots"}},
	{ID: VisitContent, Nature: OnEvent, Limit: BeforeVisit, Record: VisitMade, Per: PerVisit,
		Text: rule.Text{Vi: "có nội dung cụ thể trước mỗi lần đi cơ sở", En: "have specific content before each visit"}},
	{ID: NotifyVisit, Nature: OnEvent, Limit: BeforeVisit, Record: Noticed, Per: PerVisit,
		Text: rule.Text{Vi: "báo cho xã biết trước mỗi lần đi để phối hợp", En: "tell the commune before each visit so that it can coordinate"}},
	{ID: GraspOnVisit, Nature: OnEvent, Record: VisitMade, Per: PerVisit,
		Text: rule.Text{Vi: "nắm khó khăn của hai chương trình và tình hình kinh tế - xã hội", En: "grasp the difficulties of both programs and the socio-economic situation"}},
	{ID: ProposePolicy, Nature: OnEvent, Record: PolicyProposed, Per: PerLeader,
		Text: rule.Text{Vi: "tham mưu điều chỉnh, đề xuất xây dựng cơ chế, chính sách", En: "advise on adjusting mechanisms and policies, or propose new ones"}},
	{ID: HelpParty, Nature: Continuing, Record: PartyHelped, Per: PerAssignment,
		Text: rule.Text{Vi: "giúp Đảng bộ xã nâng cao năng lực lãnh đạo, sức chiến đấu", En: "help the commune's Party organization to lead better"}},
	{ID: WidenMastery, Nature: Continuing, Record: MasteryPromoted, Per: PerAssignment,
		Text: rule.Text{Vi: "mở rộng, phát huy quyền làm chủ của Nhân dân", En: "widen the people's mastery"}},
	{ID: SharePractices, Nature: Continuing, Record: PracticeShared, Per: PerAssignment,
		Text: rule.Text{Vi: "tuyên truyền cách làm hay, sáng tạo", En: "make good and creative practices known"}},
	{ID: CarryMovements, Nature: Continuing, Record: MovementCarried, Per: PerAssignment,
		Text: rule.Text{Vi: "thực hiện phong trào thi đua chuyên đề", En: "carry out thematic emulation movements"}},
	{ID: MobilizeContributions, Nature: Continuing, Record: ContributionMobilized, Per: PerAssignment,
		Text: rule.Text{Vi: "huy động tổ chức, cá nhân ủng hộ, đóng góp", En: "call on organizations and individuals to contribute"}},
	{ID: SpreadMovement, Nature: Continuing, Record: ContributionMobilized, Per: PerAssignment,
		Text: rule.Text{Vi: "lan tỏa phong trào đến toàn dân, nhất là phần việc do Nhân dân tự làm", En: "spread the movement to all, above all for the work the people do themselves"}},
	{ID: AssignDistrictHelper, Nature: OnEvent, Record: DistrictHelperAssigned, Per: PerCommune,
		Text: rule.Text{Vi: "phân công thành viên Ban Chỉ đạo, lãnh đạo phòng, ban huyện giúp đỡ xã", En: "assign committee members and heads of district divisions to help communes"}},
	{ID: NotifyDistrictHelper, Nature: OnEvent, Record: DistrictHelperNotified, Per: PerCommune,
		Text: rule.Text{Vi: "báo việc phân công ấy cho lãnh đạo cấp tỉnh giúp đỡ xã", En: "tell the assigned provincial leaders of it"}},
	{ID: CoordinateWithLeaders, Nature: Continuing, Record: ContactMade, Per: PerDistrict,
		Text: rule.Text{Vi: "phối hợp với lãnh đạo được phân công giúp đỡ xã", En: "coordinate with the assigned leaders"}},
	{ID: DirectCommunes, Nature: Continuing, Record: DirectionGiven, Per: PerDistrict,
		Text: rule.Text{Vi: "chỉ đạo, đôn đốc, hướng dẫn xã", En: "direct, urge and guide the communes"}},
	{ID: SetSolutionsOfYear, Nature: Periodic, Record: SolutionsOfYear, Per: PerDistrictYear,
		Text: rule.Text{Vi: "đề ra giải pháp đạt mục tiêu của năm", En: "set out solutions for the year's targets"}},
	{ID: SetSolutionsOfPeriod, Nature: OnEvent, Record: SolutionsOfPeriod, Per: PerDistrict,
		Text: rule.Text{Vi: "đề ra giải pháp đạt mục tiêu của giai đoạn", En: "set out solutions for the period's targets"}},
	{ID: EvaluateCommune, Nature: Continuing, Record: CommuneEvaluated, Per: PerCommune,
		Text: rule.Text{Vi: "theo dõi, rà soát, đánh giá kết quả tại cơ sở", En: "monitor, review and evaluate results at the grassroots"}},
	{ID: PlaceStaff, Nature: OnEvent, Record: FocalStaffPlaced, Per: PerDistrict,
		Text: rule.Text{Vi: "bố trí cán bộ có năng lực phụ trách tham mưu hai chương trình", En: "put capable staff in charge of advising on both programs"}},
	{ID: HoldTraining, Nature: Continuing, Record: TrainingHeld, Per: PerDistrict,
		Text: rule.Text{Vi: "bồi dưỡng cán bộ xã, thôn, bản về Bộ tiêu chí và cơ chế, chính sách", En: "train commune and village cadres on the criteria set and the policies"}},
	{ID: SpreadKnowledge, Nature: Continuing, Record: KnowledgeSpread, Per: PerCommune,
		Text: rule.Text{Vi: "phổ biến rộng rãi cho Nhân dân cùng tham gia", En: "make it known to the people so that they take part"}},
	{ID: ExchangeInformation, Nature: Continuing, Record: InformationShared, Per: PerCommune,
		Text: rule.Text{Vi: "phối hợp, trao đổi, thông tin", En: "coordinate and exchange information"}},
	{ID: ReportResults, Nature: OnEvent, Record: ResultsReported, Per: PerCommune,
		Text: rule.Text{Vi: "báo cáo kết quả thực hiện", En: "report results"}},
	{ID: Recommend, Nature: OnEvent, Record: RecommendationMade, Per: PerDifficulty,
		Text: rule.Text{Vi: "kiến nghị tồn tại, khó khăn, vướng mắc", En: "recommend on shortcomings and difficulties"}},
	{ID: CommuneProposes, Nature: OnEvent, Record: PolicyProposed, Per: PerCommune,
		Text: rule.Text{Vi: "đề xuất cơ chế, chính sách", En: "propose mechanisms and policies"}},
	{ID: Invite, Nature: OnEvent, Limit: BeforeMeeting, Record: Invited, Per: PerMeeting,
		Text: rule.Text{Vi: "khi tổ chức họp, mời lãnh đạo được phân công xuống dự", En: "when it holds meetings, invite the assigned leaders"}},
	{ID: LeaderAttends, Nature: OnEvent, Record: Attended, Per: PerMeeting,
		Text: rule.Text{Vi: "dự họp để nắm tình hình và tuyên truyền", En: "attend to grasp the situation and to inform"}},
	{ID: LeadPrograms, Nature: Continuing, Per: PerCommune,
		Text: rule.Text{Vi: "trực tiếp lãnh đạo, điều hành chương trình tại địa phương", En: "lead and run the programs directly"}},
	{ID: MobilizePeople, Nature: Continuing, Record: PeopleMobilized, Per: PerCommune,
		Text: rule.Text{Vi: "vận động Nhân dân thực hiện chủ trương, pháp luật", En: "move the people to carry out policy and law"}},
	{ID: PeopleContribute, Nature: Continuing, Record: PeopleMobilized, Per: PerCommune,
		Text: rule.Text{Vi: "vận động Nhân dân đóng góp và làm chủ thể của chương trình", En: "move the people to contribute and to be the subject of the program"}},
	{ID: EvaluateWork, Nature: Continuing, Record: SupportWorkEvaluated, Per: PerLeaderYear,
		Text: rule.Text{Vi: "theo dõi, tổng hợp, đánh giá hoạt động giúp đỡ xã của lãnh đạo", En: "monitor, aggregate and evaluate the leaders' support work"}},
	{ID: EvaluateInSubstance, Nature: Continuing, Record: SupportWorkEvaluated, Per: PerLeaderYear,
		Text: rule.Text{Vi: "đánh giá cụ thể, thực chất, đúng quy định", En: "evaluate specifically, in substance and as regulated"}},
	{ID: GiveYearlyBasis, Nature: Periodic, Record: SupportWorkEvaluated, Per: PerLeaderYear,
		Text: rule.Text{Vi: "làm cơ sở đánh giá, bình xét thi đua cán bộ lãnh đạo hàng năm", En: "give the basis for the yearly rating and emulation of leading cadres"}},
	{ID: EvaluateOutcome, Nature: Continuing, Record: SupportOutcomeEvaluated, Per: PerAssignmentYear,
		Text: rule.Text{Vi: "đánh giá kết quả giúp đỡ xã tại cơ sở", En: "evaluate the outcome of the support at the grassroots"}},
	{ID: AggregateProposals, Nature: Periodic, Record: ProposalsAggregated, Per: PerProvince,
		Text: rule.Text{Vi: "tổng hợp đề xuất, kiến nghị của lãnh đạo, báo cáo tỉnh", En: "aggregate the leaders' proposals and report them to the province"}},
	{ID: UrgeAgencies, Nature: Continuing, Record: AgenciesUrged, Per: PerProvince,
		Text: rule.Text{Vi: "tham mưu đôn đốc các cơ quan, đơn vị tăng cường giúp đỡ xã", En: "advise on urging agencies to strengthen their help"}},
	{ID: GiveSupport, Nature: Continuing, Record: SupportGiven, Per: PerAssignment,
		Text: rule.Text{Vi: "tư vấn, hỗ trợ, ủng hộ, đỡ đầu và trực tiếp giúp xã", En: "advise, support, sponsor and directly help the communes"}},
	{ID: JoinMovements, Nature: Continuing, Record: MovementLaunched, Per: PerBody,
		Text: rule.Text{Vi: "thực hiện phong trào thi đua do tỉnh phát động", En: "carry out the movements that the province launches"}},
	{ID: SettleInSector, Nature: OnEvent, Record: SectorSettled, Per: PerDifficulty,
		Text: rule.Text{Vi: "cùng lãnh đạo giúp đỡ xã giải quyết vướng mắc thuộc ngành, lĩnh vực", En: "settle, with the assigned leader, what concerns their field"}},
	{ID: CarryOut, Nature: OnEvent, Per: PerBody,
		Text: rule.Text{Vi: "triển khai thực hiện các nội dung chỉ đạo", En: "put the instructions to work"}},
}

// Known goes through the duties that this module knows, in the order of the text
// from which they were first read. Each has its words, its nature and the kind of
// fact that discharges it; it has no source and no bearers, which are a text's own.
func Known() iter.Seq[Duty] { return slices.Values(known) }

// knownAt finds a known duty by its id.
var knownAt = func() map[rule.DutyID]int {
	at := make(map[rule.DutyID]int, len(known))
	for i, d := range known {
		at[d.ID] = i
	}
	return at
}()

func isKnown(id rule.DutyID) bool { _, ok := knownAt[id]; return ok }

// whole fills what a row leaves out with what this module knows of the duty.
func (d Duty) whole() Duty {
	i, ok := knownAt[d.ID]
	if !ok {
		return d
	}
	k := known[i]
	if d.Nature == 0 {
		d.Nature = k.Nature
	}
	if d.Limit == NoLimit {
		d.Limit = k.Limit
	}
	if d.Record == "" {
		d.Record = k.Record
	}
	if d.Per == 0 {
		d.Per = k.Per
	}
	if d.Text == (rule.Text{}) {
		d.Text = k.Text
	}
	return d
}
