package poverty

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of poverty. The first part speaks of records that contradict
// themselves, the second of what is missing or limits an answer. A code that is never
// more than advice has no Err in its name.
const (
	ErrDay          rule.Code = "poverty.day"
	ErrIncome       rule.Code = "poverty.income"
	ErrDeprivation  rule.Code = "poverty.deprivation"
	ErrDeprived     rule.Code = "poverty.deprived"
	ErrScore        rule.Code = "poverty.score"
	ErrCounts       rule.Code = "poverty.counts"
	ErrCountsDiffer rule.Code = "poverty.counts-differ"
	ErrPartsDiffer  rule.Code = "poverty.parts-differ"
	ErrStated       rule.Code = "poverty.stated-figure"
	ErrStandards    rule.Code = "poverty.standards"

	ErrMissing        rule.Code = "poverty.missing"
	AdviceUnconfirmed rule.Code = "poverty.unconfirmed-cell"
	AdviceAccepted    rule.Code = "poverty.accepted-cell"
	AdviceListYear    rule.Code = "poverty.list-year"
	StandardChanged   rule.Code = "poverty.standard-changed"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày rà soát {day} không có thật", En: "the day of review {day} does not exist"}},
	rule.Rule{Code: ErrIncome, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thu nhập {income} nhỏ hơn 0", En: "the income {income} is below 0"}},
	rule.Rule{Code: ErrDeprivation, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chuẩn {standard} không có chỉ số «{code}»", En: "the standard {standard} has no indicator {code}"}},
	rule.Rule{Code: ErrDeprived, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "số chỉ số thiếu hụt {count} không thể có: theo chi tiết là từ {least} đến {most}", En: "{count} deprivations are not possible: the details allow {least} to {most}"}},
	rule.Rule{Code: ErrScore, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "điểm {score} không thể có: {why}", En: "the score {score} is not possible: {why}"}},
	rule.Rule{Code: ErrCounts, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{count} không phải là số hộ: {why}", En: "{count} is not a number of households: {why}"}},
	rule.Rule{Code: ErrCountsDiffer, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "các số hộ không khớp: {parts} trên tổng số {whole}", En: "the counts do not add up: {parts} of {whole} in all"}},
	rule.Rule{Code: ErrPartsDiffer, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{what}: các phần cộng lại là {parts}, tổng ghi {whole}", En: "{what}: the parts add up to {parts}, the whole says {whole}"}},
	rule.Rule{Code: ErrStated, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{what}: ghi {stated}, tính lại được {computed}", En: "{what}: {stated} is stated, {computed} is computed"}},
	rule.Rule{Code: ErrStandards, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chuẩn không dùng được: {why}", En: "the standard cannot be used: {why}"}},

	rule.Rule{Code: ErrMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa đủ để xếp loại, còn thiếu {what}", En: "not enough to decide: {what} is missing"}},
	rule.Rule{Code: AdviceUnconfirmed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không dùng {what}: {confidence}", En: "{what} is not used: {confidence}"}},
	rule.Rule{Code: AdviceAccepted, Origin: rule.OriginPolicy, Switch: "Review.Accept",
		Text: rule.Text{Vi: "theo lựa chọn của người hỏi, dùng {what}: {confidence}", En: "by the caller's choice {what} is used: {confidence}"}},
	rule.Rule{Code: AdviceListYear, Origin: rule.OriginReading, Passage: nd351, Switch: "Review.ByListYear",
		Alternative: rule.Text{Vi: "áp dụng chuẩn của năm mà danh sách được lập", En: "the standard of the year for which the list is made applies"},
		Text:        rule.Text{Vi: "rà soát để lập danh sách năm {year}: áp dụng chuẩn {used}; theo cách hiểu khác là chuẩn {other}", En: "a review for the list of {year}: the standard {used} is applied; by the other reading it is {other}"}},
	rule.Rule{Code: StandardChanged, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kỳ trước theo chuẩn {before}, kỳ này theo chuẩn {now}: biến động không cho biết hộ tăng hay giảm theo cùng một chuẩn", En: "the review before goes by {before}, this one by {now}: their difference is not a movement under one standard"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
