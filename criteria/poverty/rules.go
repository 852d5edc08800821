package poverty

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of poverty. The first part speaks of records that contradict
// themselves, the second of what is missing or limits an answer.
const (
	ErrDay          rule.Code = "poverty.day"
	ErrIncome       rule.Code = "poverty.income"
	ErrDeprivation  rule.Code = "poverty.deprivation"
	ErrDeprived     rule.Code = "poverty.deprived"
	ErrScore        rule.Code = "poverty.score"
	ErrCounts       rule.Code = "poverty.counts"
	ErrCountsDiffer rule.Code = "poverty.counts-differ"

	ErrMissing     rule.Code = "poverty.missing"
	ErrUnconfirmed rule.Code = "poverty.unconfirmed-cell"
	ErrAccepted    rule.Code = "poverty.accepted-cell"
	ErrListYear    rule.Code = "poverty.list-year"
)

var table = rule.MustTable(
	rule.FormRule(ErrDay, "ngày rà soát {day} không có thật", "the day of review {day} does not exist"),
	rule.FormRule(ErrIncome, "thu nhập {income} nhỏ hơn 0", "the income {income} is below 0"),
	rule.FormRule(ErrDeprivation, "chuẩn {standard} không có chỉ số «{code}»", "the standard {standard} has no indicator {code}"),
	rule.FormRule(ErrDeprived, "số chỉ số thiếu hụt {count} không thể có: theo chi tiết là từ {least} đến {most}", "{count} deprivations are not possible: the details allow {least} to {most}"),
	rule.FormRule(ErrScore, "điểm {score} không thể có: {why}", "the score {score} is not possible: {why}"),
	rule.FormRule(ErrCounts, "{count} không phải là số hộ", "{count} is not a number of households"),
	rule.FormRule(ErrCountsDiffer, "các số hộ không khớp: {parts} trên tổng số {whole}", "the counts do not add up: {parts} of {whole} in all"),

	rule.FormRule(ErrMissing, "chưa đủ để xếp loại, còn thiếu {what}", "not enough to decide: {what} is missing"),
	rule.FormRule(ErrUnconfirmed, "không dùng {what}: {confidence}", "{what} is not used: {confidence}"),
	rule.Rule{Code: ErrAccepted, Origin: rule.OriginPolicy, Switch: "Review.Accept",
		Text: rule.Text{Vi: "theo lựa chọn của người hỏi, dùng {what}: {confidence}", En: "by the caller's choice {what} is used: {confidence}"}},
	rule.Rule{Code: ErrListYear, Origin: rule.OriginReading, Passage: nd351, Switch: "Review.ByListYear",
		Alternative: rule.Text{Vi: "áp dụng chuẩn của năm mà danh sách được lập", En: "the standard of the year for which the list is made applies"},
		Text:        rule.Text{Vi: "rà soát để lập danh sách năm {year}: áp dụng chuẩn {used}; theo cách hiểu khác là chuẩn {other}", En: "a review for the list of {year}: the standard {used} is applied; by the other reading it is {other}"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
