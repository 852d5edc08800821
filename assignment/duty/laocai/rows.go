package laocai

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// RowKind is what a row of the dispatch is. The zero value is invalid.
type RowKind uint8

// The kinds of row.
const (
	_           RowKind = iota
	IsDuty              // one or more duties of the catalogue
	IsFact              // a fact: an addressee, a recipient, a heading
	NotComputed         // it obliges, and no record could be held against it
)

var rowKinds = rule.NewEnum[RowKind]("kind of row", rule.Word{},
	rule.Word{Code: "duty", Vi: "nhiệm vụ", En: "duty"},
	rule.Word{Code: "fact", Vi: "dữ kiện", En: "fact"},
	rule.Word{Code: "not-computed", Vi: "không tính được", En: "not computable"},
)

// Row is one clause of the dispatch in the order of its text, numbered 1 to 76
// from the subject line to the archive note.
type Row struct {
	Number int           `json:"number"`
	Is     RowKind       `json:"is"`
	Duties []rule.DutyID `json:"duties,omitempty"`
	// EvidenceOnly is set where a fact may show that the duty is done and none can
	// show that it is not: the text sets no measure.
	EvidenceOnly bool `json:"evidenceOnly,omitempty"`
	// Text is the fact, or the reason for which the row is not computable.
	Text rule.Text `json:"text"`
}

// Rows lists all 76 rows: nothing of the dispatch is left out unsaid.
func Rows() []Row {
	all := slices.Clone(rows)
	for i := range all {
		all[i].Duties = slices.Clone(all[i].Duties)
	}
	return all
}

// Waiting lists the rows whose duties could be judged and that no rule of the
// given tables guards yet: pass the Rules() of the packages you use.
func Waiting(rules ...rule.Rule) []Row {
	guarded := make(map[rule.DutyID]bool, len(rules))
	for _, r := range rules {
		guarded[r.Duty] = true
	}
	var waiting []Row
	for _, row := range Rows() {
		unguarded := func(d rule.DutyID) bool { return !guarded[d] }
		if row.Is == IsDuty && !row.EvidenceOnly && slices.ContainsFunc(row.Duties, unguarded) {
			waiting = append(waiting, row)
		}
	}
	return waiting
}

// rows is the table behind [Rows].
var rows = []Row{
	{Number: 1, Is: IsFact, Text: rule.Text{
		Vi: "trích yếu: tăng cường phối hợp giúp đỡ xã trong cả hai chương trình, năm 2021",
		En: "subject: stronger coordination in helping communes, in both programs, in 2021"}},
	{Number: 2, Is: IsFact, Text: rule.Text{
		Vi: "kính gửi: lãnh đạo các cơ quan, đơn vị được phân công giúp đỡ xã",
		En: "addressed: the leaders assigned to help communes"}},
	{Number: 3, Is: IsFact, Text: rule.Text{
		Vi: "kính gửi: ba sở Nội vụ, Lao động - Thương binh và Xã hội, Nông nghiệp và Phát triển nông thôn",
		En: "addressed: the departments of home affairs, of labor and of agriculture"}},
	{Number: 4, Is: IsFact, Text: rule.Text{
		Vi: "kính gửi: Văn phòng Điều phối nông thôn mới tỉnh",
		En: "addressed: the provincial Coordination Office"}},
	{Number: 5, Is: IsFact, Text: rule.Text{
		Vi: "kính gửi: UBND các huyện, thị xã, thành phố",
		En: "addressed: the district People's Committees"}},
	{Number: 6, Is: IsFact, Text: rule.Text{
		Vi: "kính gửi: UBND các xã; không có phường, thị trấn",
		En: "addressed: the People's Committees of xã; wards and townships are not"}},
	{Number: 7, Is: IsFact, Text: rule.Text{
		Vi: "việc phân công đã có từ trước văn bản",
		En: "the assignments existed before the dispatch"}},
	{Number: 8, Is: IsFact, Text: rule.Text{
		Vi: "lãnh đạo đã phối hợp với phòng, ban huyện, cấp ủy, chính quyền và Ban Chỉ đạo xã",
		En: "leaders have worked with district divisions and with the commune's Party committee, government and steering committee"}},
	{Number: 9, Is: NotComputed, Text: rule.Text{
		Vi: "mục đích chung, không nêu việc cụ thể nào để so sánh",
		En: "a purpose; it names no act that a record could be held against"}},
	{Number: 10, Is: IsDuty, Duties: []rule.DutyID{duty.FollowPolicies}, EvidenceOnly: true},
	{Number: 11, Is: IsDuty, Duties: []rule.DutyID{duty.FollowCriteria}, EvidenceOnly: true},
	{Number: 12, Is: IsDuty, Duties: []rule.DutyID{duty.FollowDirections}, EvidenceOnly: true},
	{Number: 13, Is: IsDuty, Duties: []rule.DutyID{duty.GuideCommune}, EvidenceOnly: true},
	{Number: 14, Is: IsDuty, Duties: []rule.DutyID{duty.PeriodPlan}},
	{Number: 15, Is: IsDuty, Duties: []rule.DutyID{duty.AnnualPlan}},
	{Number: 16, Is: IsDuty, Duties: []rule.DutyID{duty.ByMonth}},
	{Number: 17, Is: IsDuty, Duties: []rule.DutyID{duty.TeamWork}},
	{Number: 18, Is: IsDuty, Duties: []rule.DutyID{duty.TeamWork}},
	{Number: 19, Is: IsDuty, Duties: []rule.DutyID{duty.TeamAttends}},
	{Number: 20, Is: IsDuty, Duties: []rule.DutyID{duty.TeamReports}},
	{Number: 21, Is: IsDuty, Duties: []rule.DutyID{duty.TakeMeasures}},
	{Number: 22, Is: IsDuty, Duties: []rule.DutyID{duty.ReviewPlan}},
	{Number: 23, Is: IsDuty, Duties: []rule.DutyID{duty.BuildPlans}},
	{Number: 24, Is: IsDuty, Duties: []rule.DutyID{duty.TracePlans}},
	{Number: 25, Is: IsDuty, Duties: []rule.DutyID{duty.SendPlans}},
	{Number: 26, Is: IsDuty, Duties: []rule.DutyID{duty.KeepContact}, EvidenceOnly: true},
	{Number: 27, Is: IsDuty, Duties: []rule.DutyID{duty.UpdateSituation}, EvidenceOnly: true},
	{Number: 28, Is: IsDuty, Duties: []rule.DutyID{duty.ReferDifficulty}},
	{Number: 29, Is: IsDuty, Duties: []rule.DutyID{duty.SettleDifficulty}},
	{Number: 30, Is: IsDuty, Duties: []rule.DutyID{duty.SetAsideTime}, EvidenceOnly: true},
	{Number: 31, Is: IsDuty, Duties: []rule.DutyID{duty.VisitContent}},
	{Number: 32, Is: IsDuty, Duties: []rule.DutyID{duty.NotifyVisit}},
	{Number: 33, Is: IsDuty, Duties: []rule.DutyID{duty.GraspOnVisit}, EvidenceOnly: true},
	{Number: 34, Is: IsDuty, Duties: []rule.DutyID{duty.ProposePolicy}, EvidenceOnly: true},
	{Number: 35, Is: IsDuty, Duties: []rule.DutyID{duty.HelpParty}, EvidenceOnly: true},
	{Number: 36, Is: IsDuty, Duties: []rule.DutyID{duty.WidenMastery}, EvidenceOnly: true},
	{Number: 37, Is: IsDuty, Duties: []rule.DutyID{duty.SharePractices}, EvidenceOnly: true},
	{Number: 38, Is: IsDuty, Duties: []rule.DutyID{duty.CarryMovements}},
	{Number: 39, Is: IsFact, Text: rule.Text{
		Vi: "nội dung trọng tâm thứ nhất: phát triển sản xuất",
		En: "first focus content: production"}},
	{Number: 40, Is: IsFact, Text: rule.Text{
		Vi: "nội dung trọng tâm thứ hai: hạ tầng kinh tế - xã hội",
		En: "second focus content: infrastructure"}},
	{Number: 41, Is: IsFact, Text: rule.Text{
		Vi: "nội dung trọng tâm thứ ba: du lịch sinh thái",
		En: "third focus content: ecotourism"}},
	{Number: 42, Is: IsFact, Text: rule.Text{
		Vi: "nội dung trọng tâm thứ tư: môi trường nông thôn",
		En: "fourth focus content: the rural environment"}},
	{Number: 43, Is: IsDuty, Duties: []rule.DutyID{duty.MobilizeContributions}, EvidenceOnly: true},
	{Number: 44, Is: IsDuty, Duties: []rule.DutyID{duty.SpreadMovement}, EvidenceOnly: true},
	{Number: 45, Is: IsDuty, Duties: []rule.DutyID{duty.AssignDistrictHelper}},
	{Number: 46, Is: IsDuty, Duties: []rule.DutyID{duty.NotifyDistrictHelper}},
	{Number: 47, Is: IsDuty, Duties: []rule.DutyID{duty.CoordinateWithLeaders, duty.DirectCommunes}, EvidenceOnly: true},
	{Number: 48, Is: IsDuty, Duties: []rule.DutyID{duty.SetSolutionsOfYear, duty.SetSolutionsOfPeriod}, EvidenceOnly: true},
	{Number: 49, Is: IsDuty, Duties: []rule.DutyID{duty.EvaluateCommune}},
	{Number: 50, Is: IsDuty, Duties: []rule.DutyID{duty.PlaceStaff}},
	{Number: 51, Is: IsDuty, Duties: []rule.DutyID{duty.HoldTraining}},
	{Number: 52, Is: IsDuty, Duties: []rule.DutyID{duty.SpreadKnowledge}, EvidenceOnly: true},
	{Number: 53, Is: IsDuty, Duties: []rule.DutyID{duty.ExchangeInformation}, EvidenceOnly: true},
	{Number: 54, Is: IsDuty, Duties: []rule.DutyID{duty.ReportResults}},
	{Number: 55, Is: IsDuty, Duties: []rule.DutyID{duty.Recommend}},
	{Number: 56, Is: IsDuty, Duties: []rule.DutyID{duty.CommuneProposes}},
	{Number: 57, Is: IsDuty, Duties: []rule.DutyID{duty.Invite}},
	{Number: 58, Is: IsDuty, Duties: []rule.DutyID{duty.LeaderAttends}, EvidenceOnly: true},
	{Number: 59, Is: IsDuty, Duties: []rule.DutyID{duty.LeadPrograms}, EvidenceOnly: true},
	{Number: 60, Is: IsDuty, Duties: []rule.DutyID{duty.MobilizePeople}, EvidenceOnly: true},
	{Number: 61, Is: IsDuty, Duties: []rule.DutyID{duty.PeopleContribute}, EvidenceOnly: true},
	{Number: 62, Is: IsDuty, Duties: []rule.DutyID{duty.EvaluateWork}},
	{Number: 63, Is: IsDuty, Duties: []rule.DutyID{duty.EvaluateInSubstance}},
	{Number: 64, Is: IsDuty, Duties: []rule.DutyID{duty.GiveYearlyBasis}},
	{Number: 65, Is: IsDuty, Duties: []rule.DutyID{duty.EvaluateOutcome}},
	{Number: 66, Is: IsDuty, Duties: []rule.DutyID{duty.AggregateProposals}},
	{Number: 67, Is: IsDuty, Duties: []rule.DutyID{duty.UrgeAgencies}},
	{Number: 68, Is: IsDuty, Duties: []rule.DutyID{duty.GiveSupport}},
	{Number: 69, Is: IsDuty, Duties: []rule.DutyID{duty.JoinMovements}, EvidenceOnly: true},
	{Number: 70, Is: IsDuty, Duties: []rule.DutyID{duty.SettleInSector}},
	{Number: 71, Is: IsDuty, Duties: []rule.DutyID{duty.CarryOut}, EvidenceOnly: true},
	{Number: 72, Is: IsFact, Text: rule.Text{
		Vi: "người ký: Phó Chủ tịch, ký thay Chủ tịch UBND tỉnh",
		En: "signed by a vice-chairperson for the chairperson of the provincial People's Committee"}},
	{Number: 73, Is: IsFact, Text: rule.Text{
		Vi: "nơi nhận: Chủ tịch, Phó Chủ tịch thứ nhất",
		En: "copied to the chairperson and the first vice-chairperson"}},
	{Number: 74, Is: IsFact, Text: rule.Text{
		Vi: "nơi nhận: như phần kính gửi",
		En: "copied to all who are addressed"}},
	{Number: 75, Is: IsFact, Text: rule.Text{
		Vi: "nơi nhận: Chánh Văn phòng, một Phó Chánh Văn phòng",
		En: "copied to the chief of the office and one deputy"}},
	{Number: 76, Is: IsFact, Text: rule.Text{
		Vi: "lưu: văn thư và hai bộ phận chuyên môn",
		En: "filed with the clerks and two sections"}},
}
