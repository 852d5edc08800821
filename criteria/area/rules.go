package area

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of area: records that contradict themselves and facts that are missing, then the
// readings, then how the list and the calculation stand to each other. A code that is never
// more than advice has no Err in its name.
const (
	ErrDay     rule.Code = "area.day"
	ErrRate    rule.Code = "area.rate"
	ErrStated  rule.Code = "area.stated-rate"
	ErrVerdict rule.Code = "area.verdict"
	ErrVillage rule.Code = "area.village"
	ErrCount   rule.Code = "area.count"
	ErrListed  rule.Code = "area.listed"
	ErrMissing rule.Code = "area.missing"

	AdviceIncomeAtHalf rule.Code = "area.income-at-half"
	AdviceBoarding     rule.Code = "area.boarding"

	AdviceDiffers    rule.Code = "area.list-differs"
	AdviceByList     rule.Code = "area.by-list"
	AdviceCalculated rule.Code = "area.calculated"
	AdviceKept       rule.Code = "area.profile-kept"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày {day} không có thật", En: "the day {day} does not exist"}},
	rule.Rule{Code: ErrRate, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "số liệu không thể có: {why}", En: "the figure is not possible: {why}"}},
	rule.Rule{Code: ErrStated, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tỷ lệ ghi {stated}, tính lại được {computed}", En: "the rate {stated} is stated, {computed} is computed"}},
	rule.Rule{Code: ErrVerdict, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điều kiện này chỉ đạt hoặc không đạt, không có «không áp dụng»", En: "this is met or not met; it always applies"}},
	rule.Rule{Code: ErrVillage, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thôn «{id}» ghi hai lần", En: "the village {id} appears more than once"}},
	rule.Rule{Code: ErrCount, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{count} thôn không thể có: theo danh sách là từ {least} đến {most}", En: "{count} villages are not possible: the list allows {least} to {most}"}},
	rule.Rule{Code: ErrListed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "danh sách được duyệt không dùng được: {why}", En: "the approved list cannot be used: {why}"}},
	rule.Rule{Code: ErrMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa đủ để xác định khu vực, còn thiếu {what}", En: "not enough to find the area: {what} is missing"}},

	rule.Rule{Code: AdviceIncomeAtHalf, Origin: rule.OriginReading, Passage: nd272.At("Điều 8, khoản 2"), Switch: "Decree.IncomeAtHalf",
		Alternative: rule.Text{Vi: "«thấp hơn 50% so với» gồm cả mức bằng một nửa", En: "\"lower by 50 %\" includes just half"},
		Text:        rule.Text{Vi: "thu nhập bằng đúng một nửa của cả nước: {taken}", En: "the income is just half of that of the country: {taken}"}},
	rule.Rule{Code: AdviceBoarding, Origin: rule.OriginReading, Passage: nd272.At("Điều 8, khoản 2"), Switch: "Decree.BothBoarding",
		Alternative: rule.Text{Vi: "phải cả nội trú và bán trú cùng dưới mức", En: "boarding and semi-boarding schools must both be below"},
		Text:        rule.Text{Vi: "chỉ một trong hai loại trường nội trú, bán trú dưới mức: {taken}", En: "only one of boarding and semi-boarding schools is below its bound: {taken}"}},

	rule.Rule{Code: AdviceDiffers, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "danh sách được duyệt ghi {listed}, tính theo số liệu là {computed}", En: "the approved list says {listed}, the figures give {computed}"}},
	rule.Rule{Code: AdviceByList, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{area}: theo danh sách được duyệt ({by})", En: "{area}: by the approved list ({by})"}},
	rule.Rule{Code: AdviceCalculated, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{area}: tính theo số liệu, không theo danh sách được duyệt", En: "{area}: calculated from figures, not taken from an approved list"}},
	rule.Rule{Code: AdviceKept, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "hồ sơ đã ghi {area}: giữ nguyên; ở đây là {other}", En: "the dossier says {area}, which is kept; here it is {other}"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
