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
	// Text is the fact, or the reason for which the row is not computable or its duty can
	// only be evidenced; empty for a duty that is judged.
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
		guarded[r.Duty], guarded[r.Also] = true, true
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
	{Number: 10, Is: IsDuty, Duties: []rule.DutyID{duty.FollowPolicies}, EvidenceOnly: true, Text: rule.Text{
		Vi: "thường xuyên cập nhật: không ghi số lần, hình thức",
		En: "keeping up to date is constant: no number and no form is named"}},
	{Number: 11, Is: IsDuty, Duties: []rule.DutyID{duty.FollowCriteria}, EvidenceOnly: true, Text: rule.Text{
		Vi: "thường xuyên cập nhật: không ghi số lần, hình thức",
		En: "keeping up to date is constant: no number and no form is named"}},
	{Number: 12, Is: IsDuty, Duties: []rule.DutyID{duty.FollowDirections}, EvidenceOnly: true, Text: rule.Text{
		Vi: "thường xuyên cập nhật: không ghi số lần, hình thức",
		En: "keeping up to date is constant: no number and no form is named"}},
	{Number: 13, Is: IsDuty, Duties: []rule.DutyID{duty.GuideCommune}, EvidenceOnly: true, Text: rule.Text{
		Vi: "kịp thời tuyên truyền, hướng dẫn: không ghi ngày, số lần",
		En: "guiding comes in good time: no day and no number is named"}},
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
	{Number: 26, Is: IsDuty, Duties: []rule.DutyID{duty.KeepContact}, EvidenceOnly: true, Text: rule.Text{
		Vi: "thường xuyên liên hệ: không ghi số lần",
		En: "contact is regular: no number is named"}},
	{Number: 27, Is: IsDuty, Duties: []rule.DutyID{duty.UpdateSituation}, EvidenceOnly: true, Text: rule.Text{
		Vi: "thường xuyên nắm tình hình: không ghi số lần",
		En: "the situation is followed constantly: no number is named"}},
	{Number: 28, Is: IsDuty, Duties: []rule.DutyID{duty.ReferDifficulty}},
	{Number: 29, Is: IsDuty, Duties: []rule.DutyID{duty.SettleDifficulty}},
	{Number: 30, Is: IsDuty, Duties: []rule.DutyID{duty.SetAsideTime}, EvidenceOnly: true, Text: rule.Text{
		Vi: "chủ động bố trí thời gian: không ghi số lần đi",
		En: "time is set aside of one's own accord: no number of visits is named"}},
	{Number: 31, Is: IsDuty, Duties: []rule.DutyID{duty.VisitContent}},
	{Number: 32, Is: IsDuty, Duties: []rule.DutyID{duty.NotifyVisit}},
	{Number: 33, Is: IsDuty, Duties: []rule.DutyID{duty.GraspOnVisit}, EvidenceOnly: true, Text: rule.Text{
		Vi: "nắm bắt toàn diện: không ghi phải lập văn bản nào",
		En: "grasping is to be comprehensive: no document of it is named"}},
	{Number: 34, Is: IsDuty, Duties: []rule.DutyID{duty.ProposePolicy}, EvidenceOnly: true, Text: rule.Text{
		Vi: "tham mưu, đề xuất khi thấy cần: không ghi lúc nào thì cần",
		En: "advising follows from what is found: when it is called for is not said"}},
	{Number: 35, Is: IsDuty, Duties: []rule.DutyID{duty.HelpParty}, EvidenceOnly: true, Text: rule.Text{
		Vi: "giúp nâng cao năng lực: không ghi mức, thời hạn",
		En: "helping to lead better: no level and no day is named"}},
	{Number: 36, Is: IsDuty, Duties: []rule.DutyID{duty.WidenMastery}, EvidenceOnly: true, Text: rule.Text{
		Vi: "không ngừng mở rộng: không ghi mức, thời hạn",
		En: "widening never ends: no level and no day is named"}},
	{Number: 37, Is: IsDuty, Duties: []rule.DutyID{duty.SharePractices}, EvidenceOnly: true, Text: rule.Text{
		Vi: "đẩy mạnh tuyên truyền: không ghi mức, số lần",
		En: "making known is stepped up: no level and no number is named"}},
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
	{Number: 43, Is: IsDuty, Duties: []rule.DutyID{duty.MobilizeContributions}, EvidenceOnly: true, Text: rule.Text{
		Vi: "tiếp tục huy động: không ghi mức đóng góp",
		En: "calling for contributions goes on: no amount is named"}},
	{Number: 44, Is: IsDuty, Duties: []rule.DutyID{duty.SpreadMovement}, EvidenceOnly: true, Text: rule.Text{
		Vi: "lan tỏa đến toàn dân: không ghi mức, thời hạn",
		En: "spreading the movement: no level and no day is named"}},
	{Number: 45, Is: IsDuty, Duties: []rule.DutyID{duty.AssignDistrictHelper}},
	{Number: 46, Is: IsDuty, Duties: []rule.DutyID{duty.NotifyDistrictHelper}},
	{Number: 47, Is: IsDuty, Duties: []rule.DutyID{duty.CoordinateWithLeaders, duty.DirectCommunes}, EvidenceOnly: true, Text: rule.Text{
		Vi: "phối hợp, chỉ đạo, đôn đốc, hướng dẫn: không ghi số lần, hình thức",
		En: "coordinating, directing, urging and guiding: no number and no form is named"}},
	{Number: 48, Is: IsDuty, Duties: []rule.DutyID{duty.SetSolutionsOfYear, duty.SetSolutionsOfPeriod}, EvidenceOnly: true, Text: rule.Text{
		Vi: "đề ra giải pháp hằng năm, giai đoạn: không ghi ngày, hình thức, nơi gửi",
		En: "solutions are set out for the year and the period: no day, no form and no receiver is named"}},
	{Number: 49, Is: IsDuty, Duties: []rule.DutyID{duty.EvaluateCommune}},
	{Number: 50, Is: IsDuty, Duties: []rule.DutyID{duty.PlaceStaff}, EvidenceOnly: true, Text: rule.Text{
		Vi: "bố trí cán bộ có năng lực: không ghi ngày, số người, tiêu chuẩn năng lực",
		En: "capable staff are placed: no day, no number and no test of capability is named"}},
	{Number: 51, Is: IsDuty, Duties: []rule.DutyID{duty.HoldTraining}, EvidenceOnly: true, Text: rule.Text{
		Vi: "đẩy mạnh bồi dưỡng: không ghi số lớp, số người, ngày",
		En: "training is stepped up: no number of sessions or cadres and no day is named"}},
	{Number: 52, Is: IsDuty, Duties: []rule.DutyID{duty.SpreadKnowledge}, EvidenceOnly: true, Text: rule.Text{
		Vi: "phổ biến rộng rãi: không ghi số lần, hình thức",
		En: "making widely known: no number and no form is named"}},
	{Number: 53, Is: IsDuty, Duties: []rule.DutyID{duty.ExchangeInformation}, EvidenceOnly: true, Text: rule.Text{
		Vi: "chủ động trao đổi, thông tin: không ghi số lần, nơi nhận",
		En: "exchanging information of one's own accord: no number and no receiver is named"}},
	{Number: 54, Is: IsDuty, Duties: []rule.DutyID{duty.ReportResults}},
	{Number: 55, Is: IsDuty, Duties: []rule.DutyID{duty.Recommend}},
	{Number: 56, Is: IsDuty, Duties: []rule.DutyID{duty.CommuneProposes}},
	{Number: 57, Is: IsDuty, Duties: []rule.DutyID{duty.Invite}},
	{Number: 58, Is: IsDuty, Duties: []rule.DutyID{duty.LeaderAttends}, EvidenceOnly: true, Text: rule.Text{
		Vi: "dự họp để nắm, tuyên truyền: mời thì bắt buộc, dự thì không ghi cuộc nào",
		En: "attending in order to grasp and inform: the invitation is demanded, and no meeting is named that must be attended"}},
	{Number: 59, Is: IsDuty, Duties: []rule.DutyID{duty.LeadPrograms}, EvidenceOnly: true, Text: rule.Text{
		Vi: "trực tiếp lãnh đạo, điều hành: không ghi việc, mức, thời hạn",
		En: "leading and running: no act, no level and no day is named"}},
	{Number: 60, Is: IsDuty, Duties: []rule.DutyID{duty.MobilizePeople}, EvidenceOnly: true, Text: rule.Text{
		Vi: "vận động Nhân dân: không ghi mức, số lần",
		En: "moving the people: no level and no number is named"}},
	{Number: 61, Is: IsDuty, Duties: []rule.DutyID{duty.PeopleContribute}, EvidenceOnly: true, Text: rule.Text{
		Vi: "huy động đóng góp, phát huy vai trò chủ thể: không ghi mức",
		En: "moving the people to contribute and to be the subject: no level is named"}},
	{Number: 62, Is: IsDuty, Duties: []rule.DutyID{duty.EvaluateWork}},
	{Number: 63, Is: IsDuty, Duties: []rule.DutyID{duty.EvaluateInSubstance}},
	{Number: 64, Is: IsDuty, Duties: []rule.DutyID{duty.GiveYearlyBasis}},
	{Number: 65, Is: IsDuty, Duties: []rule.DutyID{duty.EvaluateOutcome}},
	{Number: 66, Is: IsDuty, Duties: []rule.DutyID{duty.AggregateProposals}},
	{Number: 67, Is: IsDuty, Duties: []rule.DutyID{duty.UrgeAgencies}, EvidenceOnly: true, Text: rule.Text{
		Vi: "tham mưu đôn đốc: không ghi số lần, thời hạn; cần đôn đốc ai thì sổ theo dõi nêu",
		En: "advising on urging agencies: no number and no day is named; whom to urge is what the ledger lists"}},
	{Number: 68, Is: IsDuty, Duties: []rule.DutyID{duty.GiveSupport}},
	{Number: 69, Is: IsDuty, Duties: []rule.DutyID{duty.JoinMovements}, EvidenceOnly: true, Text: rule.Text{
		Vi: "thực hiện hiệu quả phong trào do tỉnh phát động: không ghi mức",
		En: "carrying out the province's movements: no level is named"}},
	{Number: 70, Is: IsDuty, Duties: []rule.DutyID{duty.SettleInSector}},
	{Number: 71, Is: IsDuty, Duties: []rule.DutyID{duty.CarryOut}, EvidenceOnly: true, Text: rule.Text{
		Vi: "căn cứ nội dung chỉ đạo triển khai: việc cụ thể ở các dòng trên",
		En: "putting the instructions to work: the acts are those of the rows above"}},
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
