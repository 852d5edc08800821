package laocai

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// lastDay is the last timely day of «trước ngày 10/8/2021», which excludes the
// day it names.
var lastDay = rule.Day(2021, 8, 9)

func verb(v duty.Verb, bodies []org.BodyID) duty.Parties {
	p := make([]duty.Party, len(bodies))
	for i, b := range bodies {
		p[i] = duty.Party{Body: b, Verb: v}
	}
	return duty.By(p...)
}

func bear(b ...org.BodyID) duty.Parties       { return verb(duty.Bears, b) }
func jointly(b ...org.BodyID) duty.Parties    { return verb(duty.BearsJointly, b) }
func coordinate(b ...org.BodyID) duty.Parties { return verb(duty.Coordinates, b) }
func advise(b ...org.BodyID) duty.Parties     { return verb(duty.Advises, b) }
func direct(b ...org.BodyID) duty.Parties     { return verb(duty.Directs, b) }
func receive(b ...org.BodyID) duty.Parties    { return verb(duty.Receives, b) }
func inform(b ...org.BodyID) duty.Parties     { return verb(duty.Informed, b) }
func towards(b ...org.BodyID) duty.Parties    { return verb(0, b) }

// Catalogue lists every obligation of the dispatch in the order of its text, with
// the bodies of 2021. The words are this module's own, not a quotation.
func Catalogue() []duty.Duty { return threeLevel.Parts().Duties }

// catalogue is the table that a jurist reads beside the text. What a row leaves out,
// its nature, the fact that discharges it and its words, is as package duty has it.
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
var section1 = []duty.Duty{
	{
		ID: duty.FollowPolicies, Source: at("mục 1, gạch đầu dòng 1"),
		Bearers: bear(Leaders),
		Timing:  duty.Regularly,
	},
	{
		ID: duty.FollowCriteria, Source: at("mục 1, gạch đầu dòng 1"),
		Bearers: bear(Leaders),
		Timing:  duty.Regularly,
	},
	{
		ID: duty.FollowDirections, Source: at("mục 1, gạch đầu dòng 1"),
		Bearers: bear(Leaders),
		Timing:  duty.Regularly,
	},
	{
		ID: duty.GuideCommune, Source: at("mục 1, gạch đầu dòng 1"),
		Bearers: bear(Leaders), Towards: towards(CommuneParty, CommuneCommittee),
		Timing: duty.Promptly,
	},
	{
		ID: duty.PeriodPlan, Source: at("mục 1, gạch đầu dòng 2"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Timing: duty.Urgently, Text: rule.Text{Vi: "xây dựng kế hoạch giúp đỡ xã của giai đoạn 2021–2025", En: "build the plan of help to the commune for 2021–2025"},
	},
	{
		ID: duty.AnnualPlan, Source: at("mục 1, gạch đầu dòng 2"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Timing: duty.EachYear, Text: rule.Text{Vi: "xây dựng kế hoạch giúp đỡ xã của từng năm", En: "build the plan of help to the commune for each year"},
	},
	{
		ID: duty.ByMonth, Source: at("mục 1, gạch đầu dòng 2"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Timing: duty.EachYear,
	},
	{
		ID: duty.TeamWork, Source: at("mục 1, gạch đầu dòng 2"),
		Bearers: bear(Leaders), Towards: towards(AssistingTeam),
		Timing: duty.EachYear, Reading: eitherOrBoth,
	},
	{
		ID: duty.TeamAttends, Source: at("mục 1, gạch đầu dòng 2"),
		Bearers: bear(AssistingTeam), Towards: towards(CommuneCommittee),
	},
	{
		ID: duty.TeamReports, Source: at("mục 1, gạch đầu dòng 2"),
		Bearers: bear(AssistingTeam), Towards: receive(Leaders),
		Timing: duty.Promptly,
	},
	{
		ID: duty.TakeMeasures, Source: at("mục 1, gạch đầu dòng 2"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Timing: duty.Promptly,
	},
	{
		ID: duty.ReviewPlan, Source: at("mục 1, gạch đầu dòng 2, chú thích 1"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: duty.ByDate, Limit: duty.FixedDay, Latest: lastDay,
	},
	{
		ID: duty.BuildPlans, Source: at("mục 1, gạch đầu dòng 2, chú thích 1"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Nature: duty.ByDate, Limit: duty.FixedDay, Latest: lastDay, Text: rule.Text{Vi: "mới được phân công hoặc đổi xã: xây dựng cả kế hoạch giai đoạn và kế hoạch năm 2021", En: "who is new or has another commune: build both the period plan and the plan of 2021"},
	},
	{
		ID: duty.TracePlans, Source: at("mục 1, gạch đầu dòng 2, chú thích 1"),
		Bearers: bear(Leaders), Towards: towards(ProvinceCommittee),
		Nature: duty.ByDate, Limit: duty.FixedDay, Latest: lastDay,
	},
	{
		ID: duty.SendPlans, Source: at("mục 1, gạch đầu dòng 2, chú thích 1"),
		Bearers: bear(Leaders), Towards: receive(CoordinationOffice),
		Nature: duty.ByDate, Limit: duty.FixedDay, Latest: lastDay, Text: rule.Text{Vi: "hoàn thành và gửi kế hoạch cho Văn phòng Điều phối trước ngày 10/8/2021", En: "finish the plans and send them to the Coordination Office before 10/8/2021"},
	},
	{
		ID: duty.KeepContact, Source: at("mục 1, gạch đầu dòng 3"),
		Bearers: bear(Leaders), Towards: towards(DistrictSteering, CommuneSteering),
		Timing: duty.Regularly,
	},
	{
		ID: duty.UpdateSituation, Source: at("mục 1, gạch đầu dòng 3"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Timing: duty.Regularly,
	},
	{
		ID: duty.ReferDifficulty, Source: at("mục 1, gạch đầu dòng 3"),
		Bearers: bear(Leaders), With: direct(ProvinceCommittee, ProvinceSteering, DistrictSteering), Towards: receive(ProvinceCommittee, ProvinceSteering, DistrictSteering),
		Timing: duty.Promptly,
	},
	{
		ID: duty.SettleDifficulty, Source: at("mục 1, gạch đầu dòng 3"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Timing: duty.AtOnce,
	},
	{
		ID: duty.SetAsideTime, Source: at("mục 1, gạch đầu dòng 4"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
		Timing: duty.Proactively,
	},
	{
		ID: duty.VisitContent, Source: at("mục 1, gạch đầu dòng 4"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
	},
	{
		ID: duty.NotifyVisit, Source: at("mục 1, gạch đầu dòng 4"),
		Bearers: bear(Leaders), With: coordinate(CommuneCommittee), Towards: inform(CommuneCommittee),
	},
	{
		ID: duty.GraspOnVisit, Source: at("mục 1, gạch đầu dòng 4"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
	},
	{
		ID: duty.ProposePolicy, Source: at("mục 1, gạch đầu dòng 4"),
		Bearers: advise(Leaders), Towards: receive(ProvinceCommittee),
	},
	{
		ID: duty.HelpParty, Source: at("mục 1, gạch đầu dòng 5"),
		Bearers: bear(Leaders), Towards: towards(CommuneParty),
	},
	{
		ID: duty.WidenMastery, Source: at("mục 1, gạch đầu dòng 5"),
		Bearers: bear(Leaders), Towards: towards(People),
		Timing: duty.OnwardsStill,
	},
	{
		ID: duty.SharePractices, Source: at("mục 1, gạch đầu dòng 6"),
		Bearers: bear(Leaders), With: coordinate(DistrictCommittee, CommuneCommittee), Towards: towards(People),
	},
	{
		ID: duty.CarryMovements, Source: at("mục 1, gạch đầu dòng 6"),
		Bearers: bear(Leaders), With: coordinate(DistrictCommittee, CommuneCommittee), Towards: towards(People),
		Text: rule.Text{Vi: "thực hiện phong trào thi đua chuyên đề gắn với bốn nội dung trọng tâm", En: "carry out thematic emulation movements tied to the four focus contents"},
	},
	{
		ID: duty.MobilizeContributions, Source: at("mục 1, gạch đầu dòng 7"),
		Bearers: bear(Leaders), Towards: towards(Donors),
		Timing: duty.OnwardsStill,
	},
	{
		ID: duty.SpreadMovement, Source: at("mục 1, gạch đầu dòng 7"),
		Bearers: bear(Leaders), Towards: towards(People),
		Timing: duty.OnwardsStill,
	},
}

// Section 2: the district steering committee and People's Committee.
var section2 = []duty.Duty{
	{
		ID: duty.AssignDistrictHelper, Source: at("mục 2, gạch đầu dòng 1"),
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee, DistrictDivisions),
	},
	{
		ID: duty.NotifyDistrictHelper, Source: at("mục 2, gạch đầu dòng 1"),
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: inform(Leaders),
	},
	{
		ID: duty.CoordinateWithLeaders, Source: at("mục 2, gạch đầu dòng 2"),
		Bearers: coordinate(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(Leaders),
	},
	{
		ID: duty.DirectCommunes, Source: at("mục 2, gạch đầu dòng 2"),
		Bearers: direct(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee),
	},
	{
		ID: duty.SetSolutionsOfYear, Source: at("mục 2, gạch đầu dòng 2"),
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee),
		Timing: duty.EachYear,
	},
	{
		ID: duty.SetSolutionsOfPeriod, Source: at("mục 2, gạch đầu dòng 2"),
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee),
	},
	{
		ID: duty.EvaluateCommune, Source: at("mục 2, gạch đầu dòng 2"),
		Bearers: jointly(DistrictSteering, DistrictCommittee), Group: groupDistrict, Towards: towards(CommuneCommittee), Evaluates: true,
	},
	{
		ID: duty.PlaceStaff, Source: at("mục 2, gạch đầu dòng 3"),
		Bearers: bear(DistrictCommittee), Towards: towards(DistrictDivisions),
	},
	{
		ID: duty.HoldTraining, Source: at("mục 2, gạch đầu dòng 3"),
		Bearers: bear(DistrictCommittee), Towards: towards(GrassrootsCadres),
	},
	{
		ID: duty.SpreadKnowledge, Source: at("mục 2, gạch đầu dòng 3"),
		Bearers: bear(GrassrootsCadres), Towards: towards(People),
	},
}

// Section 3: the commune steering committee and People's Committee.
var section3 = []duty.Duty{
	{
		ID: duty.ExchangeInformation, Source: at("mục 3, gạch đầu dòng 1"),
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders, DistrictCommittee),
		Timing: duty.Proactively, Reading: receiversNotNamed,
	},
	{
		ID: duty.ReportResults, Source: at("mục 3, gạch đầu dòng 1"),
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders, DistrictCommittee),
		Timing: duty.Proactively, Reading: receiversNotNamed,
	},
	{
		ID: duty.Recommend, Source: at("mục 3, gạch đầu dòng 1"),
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders, DistrictCommittee),
		Timing: duty.Proactively, Reading: receiversNotNamed,
	},
	{
		ID: duty.CommuneProposes, Source: at("mục 3, gạch đầu dòng 1"),
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders, DistrictCommittee),
		Reading: receiversNotNamed,
	},
	{
		ID: duty.Invite, Source: at("mục 3, gạch đầu dòng 1"),
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(Leaders),
	},
	{
		ID: duty.LeaderAttends, Source: at("mục 3, gạch đầu dòng 1"),
		Bearers: bear(Leaders), Towards: towards(CommuneCommittee),
	},
	{
		ID: duty.LeadPrograms, Source: at("mục 3, gạch đầu dòng 2"),
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(People),
	},
	{
		ID: duty.MobilizePeople, Source: at("mục 3, gạch đầu dòng 2"),
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(People),
	},
	{
		ID: duty.PeopleContribute, Source: at("mục 3, gạch đầu dòng 2"),
		Bearers: jointly(CommuneSteering, CommuneCommittee), Group: groupCommune, Towards: towards(People),
	},
}

// Section 4: provincial agencies.
var section4 = []duty.Duty{
	{
		ID: duty.EvaluateWork, Source: at("mục 4, gạch đầu dòng 1"),
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: towards(Leaders), Evaluates: true,
		Reading: actAsOne,
	},
	{
		ID: duty.EvaluateInSubstance, Source: at("mục 4, gạch đầu dòng 1"),
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: towards(Leaders), Evaluates: true,
		Timing: duty.AsRegulated, Reading: actAsOne,
	},
	{
		ID: duty.GiveYearlyBasis, Source: at("mục 4, gạch đầu dòng 1"),
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: towards(Leaders), Evaluates: true,
		Timing: duty.EachYear, Reading: actAsOne,
	},
	{
		ID: duty.EvaluateOutcome, Source: at("mục 4, gạch đầu dòng 1"),
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: towards(CommuneCommittee), Evaluates: true,
		Reading: actAsOne,
	},
	{
		ID: duty.AggregateProposals, Source: at("mục 4, gạch đầu dòng 1"),
		Bearers: jointly(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: receive(ProvinceCommittee, ProvinceSteering),
		Timing: duty.AsRegulated, Reading: actAsOne,
	},
	{
		ID: duty.UrgeAgencies, Source: at("mục 4, gạch đầu dòng 1"),
		Bearers: advise(HomeAffairs, Labour, CoordinationOffice), Group: groupEvaluators, Towards: duty.By(duty.Party{Body: ProvinceCommittee, Verb: duty.Receives}, duty.Party{Body: Agencies}),
		Reading: actAsOne,
	},
	{
		ID: duty.GiveSupport, Source: at("mục 4, gạch đầu dòng 2"),
		Bearers: coordinate(CoordinatingBodies), Towards: towards(CommuneCommittee),
	},
	{
		ID: duty.JoinMovements, Source: at("mục 4, gạch đầu dòng 2"),
		Bearers: bear(CoordinatingBodies), Towards: towards(CommuneCommittee),
	},
	{
		ID: duty.SettleInSector, Source: at("mục 4, gạch đầu dòng 3"),
		Bearers: coordinate(CriterionOwners, RelatedUnits), With: coordinate(Leaders), Towards: towards(CommuneCommittee),
		Timing: duty.Promptly,
	},
}

// The closing words.
var closing = []duty.Duty{
	{
		ID: duty.CarryOut, Source: at(""),
		Bearers: bear(Agencies),
	},
}
