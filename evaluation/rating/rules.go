package rating

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of this package.
const (
	ErrRegime           rule.Code = "rating.regime"
	ErrWhichRegime      rule.Code = "rating.which-regime"
	AdviceNoRegime      rule.Code = "rating.no-regime"
	ErrNotHeld          rule.Code = "rating.not-held"
	ErrScore            rule.Code = "rating.score"
	ErrShare            rule.Code = "rating.share"
	ErrUnlisted         rule.Code = "rating.unlisted"
	ErrMonths           rule.Code = "rating.months"
	ErrPeriods          rule.Code = "rating.periods"
	ErrMean             rule.Code = "rating.mean"
	ErrPart             rule.Code = "rating.part"
	ErrFormula          rule.Code = "rating.formula"
	ErrContradiction    rule.Code = "rating.contradiction"
	ErrMissing          rule.Code = "rating.missing"
	ErrUnconfirmed      rule.Code = "rating.unconfirmed"
	AdviceAccepted      rule.Code = "rating.accepted"
	ErrAuthorityDecides rule.Code = "rating.authority-decides"
	ErrNoLevel          rule.Code = "rating.no-level"
	ErrStated           rule.Code = "rating.stated"
	AdviceSupport       rule.Code = "rating.support"
	AdviceCentral       rule.Code = "rating.central"
	AdviceMean          rule.Code = "rating.mean-weighted"
	AdviceOver          rule.Code = "rating.over"
	AdviceActOnce       rule.Code = "rating.act-once"
	AdviceQuarter       rule.Code = "rating.failed-quarter"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrRegime, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quy định xếp loại không dùng được: {why}", En: "the regime cannot be used: {why}"}},
	rule.Rule{Code: ErrScore, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điểm {score} nằm ngoài thang điểm {low}–{high}", En: "the score {score} lies outside the scale of {low} to {high}"}},
	rule.Rule{Code: ErrShare, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{part}/{whole} không phải là một tỷ lệ", En: "{part} of {whole} is not a share"}},
	rule.Rule{Code: ErrUnlisted, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{code}» không có trong danh mục", En: "{code} is not listed"}},
	rule.Rule{Code: ErrMonths, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{months} tháng không hợp lệ trong một năm", En: "{months} is not a number of months of a year"}},
	rule.Rule{Code: ErrPeriods, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "các tháng, quý không khớp: {why}", En: "the months or quarters do not fit: {why}"}},
	rule.Rule{Code: ErrMean, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điểm năm ghi {stated}, trung bình các tháng, quý là {computed}", En: "the score of the year is given as {stated}, the mean of its periods is {computed}"}},
	rule.Rule{Code: ErrPart, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{part}: {why}", En: "{part}: {why}"}},
	rule.Rule{Code: ErrFormula, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điểm tháng, quý ghi {stated}, tính theo công thức là {computed}", En: "the score of the month or quarter is given as {stated}, the formula makes {computed}"}},
	rule.Rule{Code: ErrContradiction, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi không bị kỷ luật nhưng có quyết định kỷ luật trong năm", En: "no discipline is said, and a decision of the year is recorded"}},
	rule.Rule{Code: ErrStated, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "văn bản ghi «{stated}», tính lại là «{computed}»", En: "the stated rating is {stated}, the computed one {computed}"}},

	rule.Rule{Code: ErrWhichRegime, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa biết quy định nào áp dụng, còn thiếu: {what}", En: "which regime applies is not known; missing: {what}"}},
	rule.Rule{Code: AdviceNoRegime, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{personnel}: {why}", En: "{personnel}: {why}"}},
	rule.Rule{Code: ErrNotHeld, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{personnel}, năm {year}: {why}", En: "{personnel}, {year}: {why}"}},
	rule.Rule{Code: ErrMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa đủ để xếp loại, còn thiếu: {what}", En: "not enough to rate; missing: {what}"}},
	rule.Rule{Code: ErrUnconfirmed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không dùng quy định «{what}» ({confidence}); nếu áp dụng thì kết quả có thể khác", En: "the rule \"{what}\" is not used ({confidence}); with it the result may be another"}},
	rule.Rule{Code: AdviceAccepted, Origin: rule.OriginPolicy, Switch: "Rulebook.Accept",
		Text: rule.Text{Vi: "theo lựa chọn của người hỏi, dùng quy định «{what}» ({confidence})", En: "by the caller's choice the rule \"{what}\" is used ({confidence})"}},
	rule.Rule{Code: ErrAuthorityDecides, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "cấp có thẩm quyền quyết định mức xếp loại: {why}", En: "the authority decides the level: {why}"}},
	rule.Rule{Code: ErrNoLevel, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không mức nào có đủ điều kiện, cũng không thuộc trường hợp không hoàn thành; cấp có thẩm quyền quyết định", En: "no level has all its conditions, and none of the cases of Not completed applies; the authority decides"}},
	rule.Rule{Code: AdviceSupport, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điểm giúp đỡ xã {score} là một căn cứ để cấp có thẩm quyền xem xét, không dùng để tính mức xếp loại", En: "the support score {score} is one basis for the authority; no level is calculated from it"}},
	rule.Rule{Code: AdviceCentral, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "việc xếp loại thuộc cơ quan trung ương quản lý người này, không thuộc tỉnh", En: "the rating belongs to the central body that manages the person, and not to the province"}},
	rule.Rule{Code: AdviceMean, Origin: rule.OriginReading, Switch: "Rulebook.EachPeriodOnce",
		Alternative: rule.Text{Vi: "mỗi tháng hoặc quý tính một lần như nhau", En: "each month or quarter counts once"},
		Text:        rule.Text{Vi: "điểm trung bình tính theo số tháng: {used}; theo cách hiểu khác là {other}", En: "the mean is weighted by months: {used}; by the other reading it is {other}"}},
	rule.Rule{Code: AdviceOver, Origin: rule.OriginReading, Switch: "Rulebook.OverInFull",
		Alternative: rule.Text{Vi: "phần vượt 100 % cũng được tính", En: "what exceeds 100 % counts too"},
		Text:        rule.Text{Vi: "{part} đạt {percent} %, tính là 100 %", En: "{part} is {percent} %, and counts as 100 %"}},
	rule.Rule{Code: AdviceActOnce, Origin: rule.OriginReading, Switch: "Rulebook.CountLater",
		Alternative: rule.Text{Vi: "tính ở năm của quyết định sau", En: "it counts in the year of the later decision"},
		Text:        rule.Text{Vi: "hành vi «{act}» bị kỷ luật ở nhiều năm chỉ tính ở năm {year}", En: "the act {act}, punished in several years, counts in {year} only"}},
	rule.Rule{Code: AdviceQuarter, Origin: rule.OriginPolicy, Switch: "Rulebook.FailedQuarterBars",
		Text: rule.Text{Vi: "quý bắt đầu từ tháng {month} không hoàn thành nhiệm vụ: không xếp hoàn thành xuất sắc", En: "the quarter from month {month} is Not completed: the year is not rated Excellent"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
