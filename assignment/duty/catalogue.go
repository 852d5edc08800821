package duty

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// lastDay is the last timely day of «trước ngày 10/8/2021», which excludes the
// day it names.
var lastDay = rule.Day(2021, 8, 9)

func verb(v Verb, bodies []org.BodyID) Parties {
	p := make([]Party, len(bodies))
	for i, b := range bodies {
		p[i] = Party{b, v}
	}
	return Parties{p}
}

func bear(b ...org.BodyID) Parties       { return verb(Bears, b) }
func jointly(b ...org.BodyID) Parties    { return verb(BearsJointly, b) }
func coordinate(b ...org.BodyID) Parties { return verb(Coordinates, b) }
func advise(b ...org.BodyID) Parties     { return verb(Advises, b) }
func direct(b ...org.BodyID) Parties     { return verb(Directs, b) }
func receive(b ...org.BodyID) Parties    { return verb(Receives, b) }
func inform(b ...org.BodyID) Parties     { return verb(Informed, b) }
func towards(b ...org.BodyID) Parties    { return verb(0, b) }

// Catalogue lists every obligation of the dispatch in the order of its text, with
// the bodies of 2021. The words are this module's own, not a quotation.
func Catalogue() []Duty { return slices.Clone(catalogue) }

// catalogue is the table that a jurist reads beside the text.
var catalogue = slices.Concat(section1, section2, section3, section4, closing)

// What is read into the words of some rows; each could be read otherwise.
var (
	receiversNotNamed = rule.Text{
		Vi: "văn bản không ghi nơi nhận; hiểu là lãnh đạo giúp đỡ xã và cấp trên trực tiếp",
		En: "the text names no receiver; read as the assigned leaders and the level above",
	}
	actAsOne = rule.Text{
		Vi: "ba cơ quan là một nhóm, không cơ quan nào làm riêng; cách hiểu khác: mỗi cơ quan được làm riêng",
		En: "the three bodies are one group and none acts alone; otherwise: each may",
	}
	eitherOrBoth = rule.Text{
		Vi: "«hoặc» không loại trừ việc làm cả hai; cách hiểu khác: chỉ một trong hai",
		En: "\"or\" does not exclude doing both; otherwise: one of the two",
	}
)

// Section 1: the leaders who are assigned to help a commune.
var section1 = []Duty{
	{
		ID: "s1.b1.policies", Source: Dispatch("mục 1, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: bear(Leaders),
		Nature:  Continuing, Timing: Regularly, Record: PolicyStudied, Per: PerLeader,
		Text: rule.Text{Vi: "cập nhật, nắm chắc cơ chế, chính sách của hai chương trình", En: "keep up with the mechanisms and policies of both programs"},
	},
	{
		ID: "s1.b1.criteria", Source: Dispatch("mục 1, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: bear(Leaders),
		Nature:  Continuing, Timing: Regularly, Record: PolicyStudied, Per: PerLeader,
		Text: rule.Text{Vi: "cập nhật, nắm chắc Bộ tiêu chí quốc gia về nông thôn mới", En: "keep up with the national set of criteria"},
	},
	{
		ID: "s1.b1.directions", Source: Dispatch("mục 1, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: bear(Leaders),
		Nature:  Continuing, Timing: Regularly, Record: PolicyStudied, Per: PerLeader,
		Text: rule.Text{Vi: "cập nhật chủ trương kinh tế - xã hội của trung ương và tỉnh", En: "keep up with the socio-economic directions of the center and the province"},
	},
	{
		ID: "s1.b1.guide", Source: Dispatch("mục 1, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneParty, CommuneCommittee),
		Nature: OnEvent, Timing: Promptly, Record: GuidanceGiven, Per: PerAssignment,
		Text: rule.Text{Vi: "tuyên truyền, hướng dẫn cấp ủy, chính quyền xã triển khai", En: "inform and guide the commune's Party committee and government"},
	},
	{
		ID: PeriodPlan, Source: Dispatch("mục 1, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: OnEvent, Timing: Urgently, Record: PeriodPlanSent, Per: PerAssignment,
		Text: rule.Text{Vi: "xây dựng kế hoạch giúp đỡ xã của giai đoạn 2021–2025", En: "build the plan of help to the commune for 2021–2025"},
	},
	{
		ID: AnnualPlan, Source: Dispatch("mục 1, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: Periodic, Timing: EachYear, Record: AnnualPlanSent, Per: PerAssignmentYear,
		Text: rule.Text{Vi: "xây dựng kế hoạch giúp đỡ xã của từng năm", En: "build the plan of help to the commune for each year"},
	},
	{
		ID: ByMonth, Source: Dispatch("mục 1, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: Periodic, Timing: EachYear, Record: PlanChecked, Per: PerAssignmentYear,
		Text: rule.Text{Vi: "cụ thể hóa kế hoạch năm theo quý, tháng về việc đi cơ sở", En: "set the annual plan out by quarter and month as to going to the grassroots"},
	},
	{
		ID: TeamWork, Source: Dispatch("mục 1, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(AssistingTeam),
		Nature: Periodic, Timing: EachYear, Record: PlanChecked, Per: PerAssignmentYear,
		Reading: eitherOrBoth,
		Text:    rule.Text{Vi: "giao việc cho từng thành viên Tổ giúp việc, hoặc cử Tổ dự các cuộc họp của xã", En: "give each team member work, or send the team to the commune's meetings"},
	},
	{
		ID: "s1.b2.grasp", Source: Dispatch("mục 1, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: bear(AssistingTeam), Towards: towards(CommuneCommittee),
		Nature: OnEvent, Record: Attended, Per: PerMeeting,
		Text: rule.Text{Vi: "nắm tình hình tại các cuộc họp của xã", En: "grasp the situation at the commune's meetings"},
	},
	{
		ID: "s1.b2.team-report", Source: Dispatch("mục 1, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: bear(AssistingTeam), Towards: receive(Leaders),
		Nature: OnEvent, Timing: Promptly, Record: TeamReported, Per: PerAssignment,
		Text: rule.Text{Vi: "báo cáo lãnh đạo những gì đã nắm được", En: "report to the leader what was grasped"},
	},
	{
		ID: "s1.b2.measures", Source: Dispatch("mục 1, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: OnEvent, Timing: Promptly, Record: DifficultySettled, Per: PerDifficulty,
		Text: rule.Text{Vi: "có biện pháp tháo gỡ khó khăn, vướng mắc được báo cáo", En: "take measures on the difficulties reported"},
	},
	{
		ID: ReviewPlan, Source: Dispatch("mục 1, gạch đầu dòng 2, chú thích 1"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: ByDate, Limit: FixedDay, Latest: lastDay, Record: AnnualPlanSent, Per: PerAssignmentYear,
		Text: rule.Text{Vi: "giữ nguyên xã: rà soát, điều chỉnh, bổ sung kế hoạch đã ban hành", En: "who keeps the commune: review, adjust and supplement the plan issued"},
	},
	{
		ID: BuildPlans, Source: Dispatch("mục 1, gạch đầu dòng 2, chú thích 1"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: ByDate, Limit: FixedDay, Latest: lastDay, Record: PeriodPlanSent, Per: PerAssignment,
		Text: rule.Text{Vi: "mới được phân công hoặc đổi xã: xây dựng cả kế hoạch giai đoạn và kế hoạch năm 2021", En: "who is new or has another commune: build both the period plan and the plan of 2021"},
	},
	{
		ID: TracePlans, Source: Dispatch("mục 1, gạch đầu dòng 2, chú thích 1"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(ProvinceCommittee),
		Nature: ByDate, Limit: FixedDay, Latest: lastDay, Record: PlanChecked, Per: PerAssignment,
		Text: rule.Text{Vi: "bảo đảm kế hoạch, nhiệm vụ của tỉnh trong các kế hoạch ấy", En: "secure the province's plans and tasks in those plans"},
	},
	{
		ID: SendPlans, Source: Dispatch("mục 1, gạch đầu dòng 2, chú thích 1"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: receive(CoordinationOffice),
		Nature: ByDate, Limit: FixedDay, Latest: lastDay, Record: PeriodPlanSent, Per: PerAssignment,
		Text: rule.Text{Vi: "hoàn thành và gửi kế hoạch cho Văn phòng Điều phối trước ngày 10/8/2021", En: "finish the plans and send them to the Coordination Office before 10/8/2021"},
	},
	{
		ID: "s1.b3.contact", Source: Dispatch("mục 1, gạch đầu dòng 3"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(DistrictSteering, CommuneSteering),
		Nature: Continuing, Timing: Regularly, Record: ContactMade, Per: PerAssignment,
		Text: rule.Text{Vi: "liên hệ gắn kết với Ban Chỉ đạo cấp huyện, cấp xã", En: "keep close contact with the district and commune steering committees"},
	},
	{
		ID: "s1.b3.situation", Source: Dispatch("mục 1, gạch đầu dòng 3"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: Continuing, Timing: Regularly, Record: SituationUpdated, Per: PerAssignment,
		Text: rule.Text{Vi: "cập nhật, nắm tình hình thực tế của xã", En: "keep up to date on the commune's real situation"},
	},
	{
		ID: "s1.b3.report", Source: Dispatch("mục 1, gạch đầu dòng 3"), Origin: rule.OriginText,
		Bearers: bear(Leaders), With: direct(ProvinceCommittee, ProvinceSteering, DistrictSteering), Towards: receive(ProvinceCommittee, ProvinceSteering, DistrictSteering),
		Nature: OnEvent, Timing: Promptly, Record: DifficultyReferred, Per: PerDifficulty,
		Text: rule.Text{Vi: "báo cáo, đề xuất tháo gỡ khó khăn của xã lên cấp chỉ đạo", En: "report the commune's difficulties and propose solutions to those who direct"},
	},
	{
		ID: "s1.b3.settle", Source: Dispatch("mục 1, gạch đầu dòng 3"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: OnEvent, Timing: AtOnce, Record: DifficultySettled, Per: PerDifficulty,
		Text: rule.Text{Vi: "giải quyết ngay khó khăn thuộc thẩm quyền", En: "settle at once the difficulties within one's competence"},
	},
	{
		ID: SetAsideTime, Source: Dispatch("mục 1, gạch đầu dòng 4"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: Continuing, Timing: Proactively, Record: VisitMade, Per: PerAssignment,
		Text: rule.Text{Vi: "bố trí thời gian đi cơ sở", En: "set aside time to go to the grassroots"},
	},
	{
		ID: VisitContent, Source: Dispatch("mục 1, gạch đầu dòng 4"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: OnEvent, Limit: BeforeVisit, Record: VisitMade, Per: PerVisit,
		Text: rule.Text{Vi: "có nội dung cụ thể trước mỗi lần đi cơ sở", En: "have specific content before each visit"},
	},
	{
		ID: NotifyVisit, Source: Dispatch("mục 1, gạch đầu dòng 4"), Origin: rule.OriginText,
		Bearers: bear(Leaders), With: coordinate(CommuneCommittee), Towards: inform(CommuneCommittee),
		Nature: OnEvent, Limit: BeforeVisit, Record: Noticed, Per: PerVisit,
		Text: rule.Text{Vi: "báo cho xã biết trước mỗi lần đi để phối hợp", En: "tell the commune before each visit so that it can coordinate"},
	},
	{
		ID: "s1.b4.grasp", Source: Dispatch("mục 1, gạch đầu dòng 4"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: OnEvent, Record: VisitMade, Per: PerVisit,
		Text: rule.Text{Vi: "nắm khó khăn của hai chương trình và tình hình kinh tế - xã hội", En: "grasp the difficulties of both programs and the socio-economic situation"},
	},
	{
		ID: "s1.b4.propose", Source: Dispatch("mục 1, gạch đầu dòng 4"), Origin: rule.OriginText,
		Bearers: advise(Leaders), Towards: receive(ProvinceCommittee),
		Nature: OnEvent, Record: PolicyProposed, Per: PerLeader,
		Text: rule.Text{Vi: "tham mưu điều chỉnh, đề xuất xây dựng cơ chế, chính sách", En: "advise on adjusting mechanisms and policies, or propose new ones"},
	},
	{
		ID: "s1.b5.party", Source: Dispatch("mục 1, gạch đầu dòng 5"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneParty),
		Nature: Continuing, Record: PartyHelped, Per: PerAssignment,
		Text: rule.Text{Vi: "giúp Đảng bộ xã nâng cao năng lực lãnh đạo, sức chiến đấu", En: "help the commune's Party organization to lead better"},
	},
	{
		ID: "s1.b5.mastery", Source: Dispatch("mục 1, gạch đầu dòng 5"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(People),
		Nature: Continuing, Timing: OnwardsStill, Record: MasteryPromoted, Per: PerAssignment,
		Text: rule.Text{Vi: "mở rộng, phát huy quyền làm chủ của Nhân dân", En: "widen the people's mastery"},
	},
	{
		ID: "s1.b6.practices", Source: Dispatch("mục 1, gạch đầu dòng 6"), Origin: rule.OriginText,
		Bearers: bear(Leaders), With: coordinate(DistrictCommittee, CommuneCommittee), Towards: towards(People),
		Nature: Continuing, Record: PracticeShared, Per: PerAssignment,
		Text: rule.Text{Vi: "tuyên truyền cách làm hay, sáng tạo", En: "make good and creative practices known"},
	},
	{
		ID: "s1.b6.movements", Source: Dispatch("mục 1, gạch đầu dòng 6"), Origin: rule.OriginText,
		Bearers: bear(Leaders), With: coordinate(DistrictCommittee, CommuneCommittee), Towards: towards(People),
		Nature: Continuing, Record: MovementCarried, Per: PerAssignment,
		Text: rule.Text{Vi: "thực hiện phong trào thi đua chuyên đề gắn với bốn nội dung trọng tâm", En: "carry out thematic emulation movements tied to the four focus contents"},
	},
	{
		ID: "s1.b7.mobilize", Source: Dispatch("mục 1, gạch đầu dòng 7"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(Donors),
		Nature: Continuing, Timing: OnwardsStill, Record: ContributionMobilized, Per: PerAssignment,
		Text: rule.Text{Vi: "huy động tổ chức, cá nhân ủng hộ, đóng góp", En: "call on organizations and individuals to contribute"},
	},
	{
		ID: "s1.b7.spread", Source: Dispatch("mục 1, gạch đầu dòng 7"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(People),
		Nature: Continuing, Timing: OnwardsStill, Record: ContributionMobilized, Per: PerAssignment,
		Text: rule.Text{Vi: "lan tỏa phong trào đến toàn dân, nhất là phần việc do Nhân dân tự làm", En: "spread the movement to all, above all for the work the people do themselves"},
	},
}

// Section 2: the district steering committee and People's Committee.
var section2 = []Duty{
	{
		ID: "s2.b1.assign", Source: Dispatch("mục 2, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee, DistrictDivisions),
		Nature: OnEvent, Record: DistrictHelperAssigned, Per: PerCommune,
		Text: rule.Text{Vi: "phân công thành viên Ban Chỉ đạo, lãnh đạo phòng, ban huyện giúp đỡ xã", En: "assign committee members and heads of district divisions to help communes"},
	},
	{
		ID: "s2.b1.notify", Source: Dispatch("mục 2, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: inform(Leaders),
		Nature: OnEvent, Record: DistrictHelperNotified, Per: PerCommune,
		Text: rule.Text{Vi: "báo việc phân công ấy cho lãnh đạo cấp tỉnh giúp đỡ xã", En: "tell the assigned provincial leaders of it"},
	},
	{
		ID: "s2.b2.coordinate", Source: Dispatch("mục 2, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: coordinate(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(Leaders),
		Nature: Continuing, Record: ContactMade, Per: PerDistrict,
		Text: rule.Text{Vi: "phối hợp với lãnh đạo được phân công giúp đỡ xã", En: "coordinate with the assigned leaders"},
	},
	{
		ID: "s2.b2.direct", Source: Dispatch("mục 2, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: direct(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee),
		Nature: Continuing, Record: DirectionGiven, Per: PerDistrict,
		Text: rule.Text{Vi: "chỉ đạo, đôn đốc, hướng dẫn xã", En: "direct, urge and guide the communes"},
	},
	{
		ID: "s2.b2.solutions-year", Source: Dispatch("mục 2, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee),
		Nature: Periodic, Timing: EachYear, Record: SolutionsOfYear, Per: PerDistrictYear,
		Text: rule.Text{Vi: "đề ra giải pháp đạt mục tiêu của năm", En: "set out solutions for the year's targets"},
	},
	{
		ID: "s2.b2.solutions-period", Source: Dispatch("mục 2, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee),
		Nature: OnEvent, Record: SolutionsOfPeriod, Per: PerDistrict,
		Text: rule.Text{Vi: "đề ra giải pháp đạt mục tiêu của giai đoạn", En: "set out solutions for the period's targets"},
	},
	{
		ID: "s2.b2.evaluate", Source: Dispatch("mục 2, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee), Evaluates: true,
		Nature: Continuing, Record: CommuneEvaluated, Per: PerCommune,
		Text: rule.Text{Vi: "theo dõi, rà soát, đánh giá kết quả tại cơ sở", En: "monitor, review and evaluate results at the grassroots"},
	},
	{
		ID: "s2.b3.staff", Source: Dispatch("mục 2, gạch đầu dòng 3"), Origin: rule.OriginText,
		Bearers: bear(DistrictCommittee), Towards: towards(DistrictDivisions),
		Nature: OnEvent, Record: FocalStaffPlaced, Per: PerDistrict,
		Text: rule.Text{Vi: "bố trí cán bộ có năng lực phụ trách tham mưu hai chương trình", En: "put capable staff in charge of advising on both programs"},
	},
	{
		ID: "s2.b3.training", Source: Dispatch("mục 2, gạch đầu dòng 3"), Origin: rule.OriginText,
		Bearers: bear(DistrictCommittee), Towards: towards(GrassrootsCadres),
		Nature: Continuing, Record: TrainingHeld, Per: PerDistrict,
		Text: rule.Text{Vi: "bồi dưỡng cán bộ xã, thôn, bản về Bộ tiêu chí và cơ chế, chính sách", En: "train commune and village cadres on the criteria set and the policies"},
	},
	{
		ID: "s2.b3.spread", Source: Dispatch("mục 2, gạch đầu dòng 3"), Origin: rule.OriginText,
		Bearers: bear(GrassrootsCadres), Towards: towards(People),
		Nature: Continuing, Record: KnowledgeSpread, Per: PerCommune,
		Text: rule.Text{Vi: "phổ biến rộng rãi cho Nhân dân cùng tham gia", En: "make it known to the people so that they take part"},
	},
}

// Section 3: the commune steering committee and People's Committee.
var section3 = []Duty{
	{
		ID: "s3.b1.exchange", Source: Dispatch("mục 3, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders, DistrictCommittee),
		Nature: Continuing, Timing: Proactively, Record: InformationShared, Per: PerCommune,
		Reading: receiversNotNamed,
		Text:    rule.Text{Vi: "phối hợp, trao đổi, thông tin", En: "coordinate and exchange information"},
	},
	{
		ID: "s3.b1.report", Source: Dispatch("mục 3, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders, DistrictCommittee),
		Nature: OnEvent, Timing: Proactively, Record: ResultsReported, Per: PerCommune,
		Reading: receiversNotNamed,
		Text:    rule.Text{Vi: "báo cáo kết quả thực hiện", En: "report results"},
	},
	{
		ID: "s3.b1.recommend", Source: Dispatch("mục 3, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders, DistrictCommittee),
		Nature: OnEvent, Timing: Proactively, Record: RecommendationMade, Per: PerDifficulty,
		Reading: receiversNotNamed,
		Text:    rule.Text{Vi: "kiến nghị tồn tại, khó khăn, vướng mắc", En: "recommend on shortcomings and difficulties"},
	},
	{
		ID: "s3.b1.propose", Source: Dispatch("mục 3, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders, DistrictCommittee),
		Nature: OnEvent, Record: PolicyProposed, Per: PerCommune,
		Reading: receiversNotNamed,
		Text:    rule.Text{Vi: "đề xuất cơ chế, chính sách", En: "propose mechanisms and policies"},
	},
	{
		ID: Invite, Source: Dispatch("mục 3, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders),
		Nature: OnEvent, Limit: BeforeMeeting, Record: Invited, Per: PerMeeting,
		Text: rule.Text{Vi: "khi tổ chức họp, mời lãnh đạo được phân công xuống dự", En: "when it holds meetings, invite the assigned leaders"},
	},
	{
		ID: "s3.b1.grasp", Source: Dispatch("mục 3, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: OnEvent, Record: Attended, Per: PerMeeting,
		Text: rule.Text{Vi: "dự họp để nắm tình hình và tuyên truyền", En: "attend to grasp the situation and to inform"},
	},
	{
		ID: "s3.b2.lead", Source: Dispatch("mục 3, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(People),
		Nature: Continuing, Per: PerCommune,
		Text: rule.Text{Vi: "trực tiếp lãnh đạo, điều hành chương trình tại địa phương", En: "lead and run the programs directly"},
	},
	{
		ID: "s3.b2.mobilize", Source: Dispatch("mục 3, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(People),
		Nature: Continuing, Record: PeopleMobilized, Per: PerCommune,
		Text: rule.Text{Vi: "vận động Nhân dân thực hiện chủ trương, pháp luật", En: "move the people to carry out policy and law"},
	},
	{
		ID: "s3.b2.contribute", Source: Dispatch("mục 3, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(People),
		Nature: Continuing, Record: PeopleMobilized, Per: PerCommune,
		Text: rule.Text{Vi: "vận động Nhân dân đóng góp và làm chủ thể của chương trình", En: "move the people to contribute and to be the subject of the program"},
	},
}

// Section 4: provincial agencies.
var section4 = []Duty{
	{
		ID: "s4.b1.evaluate-work", Source: Dispatch("mục 4, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: towards(Leaders), Evaluates: true,
		Nature: Continuing, Record: SupportWorkEvaluated, Per: PerLeaderYear,
		Reading: actAsOne,
		Text:    rule.Text{Vi: "theo dõi, tổng hợp, đánh giá hoạt động giúp đỡ xã của lãnh đạo", En: "monitor, aggregate and evaluate the leaders' support work"},
	},
	{
		ID: "s4.b1.substantive", Source: Dispatch("mục 4, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: towards(Leaders), Evaluates: true,
		Nature: Continuing, Timing: AsRegulated, Record: SupportWorkEvaluated, Per: PerLeaderYear,
		Reading: actAsOne,
		Text:    rule.Text{Vi: "đánh giá cụ thể, thực chất, đúng quy định", En: "evaluate specifically, in substance and as regulated"},
	},
	{
		ID: "s4.b1.yearly-basis", Source: Dispatch("mục 4, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: towards(Leaders), Evaluates: true,
		Nature: Periodic, Timing: EachYear, Record: SupportWorkEvaluated, Per: PerLeaderYear,
		Reading: actAsOne,
		Text:    rule.Text{Vi: "làm cơ sở đánh giá, bình xét thi đua cán bộ lãnh đạo hàng năm", En: "give the basis for the yearly rating and emulation of leading cadres"},
	},
	{
		ID: "s4.b1.evaluate-outcome", Source: Dispatch("mục 4, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: towards(CommuneCommittee), Evaluates: true,
		Nature: Continuing, Record: SupportOutcomeEvaluated, Per: PerAssignmentYear,
		Reading: actAsOne,
		Text:    rule.Text{Vi: "đánh giá kết quả giúp đỡ xã tại cơ sở", En: "evaluate the outcome of the support at the grassroots"},
	},
	{
		ID: "s4.b1.aggregate", Source: Dispatch("mục 4, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: receive(ProvinceCommittee, ProvinceSteering),
		Nature: Periodic, Timing: AsRegulated, Record: ProposalsAggregated, Per: PerProvince,
		Reading: actAsOne,
		Text:    rule.Text{Vi: "tổng hợp đề xuất, kiến nghị của lãnh đạo, báo cáo tỉnh", En: "aggregate the leaders' proposals and report them to the province"},
	},
	{
		ID: "s4.b1.urge", Source: Dispatch("mục 4, gạch đầu dòng 1"), Origin: rule.OriginText,
		Bearers: advise(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: By(Party{ProvinceCommittee, Receives}, Party{Body: Agencies}),
		Nature: Continuing, Record: AgenciesUrged, Per: PerProvince,
		Reading: actAsOne,
		Text:    rule.Text{Vi: "tham mưu đôn đốc các cơ quan, đơn vị tăng cường giúp đỡ xã", En: "advise on urging agencies to strengthen their help"},
	},
	{
		ID: "s4.b2.support", Source: Dispatch("mục 4, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: coordinate(CoordinatingBodies), Towards: towards(CommuneCommittee),
		Nature: Continuing, Record: SupportGiven, Per: PerAssignment,
		Text: rule.Text{Vi: "tư vấn, hỗ trợ, ủng hộ, đỡ đầu và trực tiếp giúp xã", En: "advise, support, sponsor and directly help the communes"},
	},
	{
		ID: "s4.b2.movements", Source: Dispatch("mục 4, gạch đầu dòng 2"), Origin: rule.OriginText,
		Bearers: bear(CoordinatingBodies), Towards: towards(CommuneCommittee),
		Nature: Continuing, Record: MovementLaunched, Per: PerBody,
		Text: rule.Text{Vi: "thực hiện phong trào thi đua do tỉnh phát động", En: "carry out the movements that the province launches"},
	},
	{
		ID: "s4.b3.solve", Source: Dispatch("mục 4, gạch đầu dòng 3"), Origin: rule.OriginText,
		Bearers: coordinate(CriterionOwners, RelatedUnits), With: coordinate(Leaders), Towards: towards(CommuneCommittee),
		Nature: OnEvent, Timing: Promptly, Record: SectorSettled, Per: PerDifficulty,
		Text: rule.Text{Vi: "cùng lãnh đạo giúp đỡ xã giải quyết vướng mắc thuộc ngành, lĩnh vực", En: "settle, with the assigned leader, what concerns their field"},
	},
}

// The closing words.
var closing = []Duty{
	{
		ID: "closing.carry-out", Source: Dispatch(""), Origin: rule.OriginText,
		Bearers: bear(Agencies),
		Nature:  OnEvent, Per: PerBody,
		Text: rule.Text{Vi: "triển khai thực hiện các nội dung chỉ đạo", En: "put the instructions to work"},
	},
}
