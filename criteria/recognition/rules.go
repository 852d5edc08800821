package recognition

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of recognition: the four conditions and the test, the readings and the
// policy, then records that contradict themselves and facts that are missing.
const (
	ErrCriteria     rule.Code = "recognition.criteria"
	ErrArrears      rule.Code = "recognition.arrears"
	ErrSatisfaction rule.Code = "recognition.satisfaction"
	ErrNotComplex   rule.Code = "recognition.security-not-complex"
	ErrSafe         rule.Code = "recognition.security-safe"
	ErrRevocation   rule.Code = "recognition.revocation"

	ErrGuidance  rule.Code = "recognition.security-guidance"
	ErrFirstBand rule.Code = "recognition.first-band"
	ErrReach     rule.Code = "recognition.reach"
	ErrAccepted  rule.Code = "recognition.accepted-cell"

	ErrStandard  rule.Code = "recognition.standard"
	ErrRate      rule.Code = "recognition.rate"
	ErrCriterion rule.Code = "recognition.criterion"
	ErrTally     rule.Code = "recognition.tally"
	ErrDecision  rule.Code = "recognition.decision"

	ErrStatus     rule.Code = "recognition.status"
	ErrSetUnnamed rule.Code = "recognition.set-unnamed"
	ErrRebased    rule.Code = "recognition.rebased"
)

var table = rule.MustTable(
	law(ErrCriteria, qd18, "chưa đáp ứng đầy đủ bộ tiêu chí của mức {standard}: {why}", "the criteria of the {standard} standard are not met in full: {why}"),
	law(ErrArrears, qd18, "nợ đọng xây dựng cơ bản thuộc Chương trình trên địa bàn xã: {why}", "arrears of basic construction under the programme in the commune: {why}"),
	law(ErrSatisfaction, qd18, "{what}: {value}, yêu cầu {demand}; {why}", "{what}: {value}, {demand} demanded; {why}"),
	law(ErrNotComplex, qd18, "xã không phức tạp về an ninh, trật tự: {why}", "not a complex commune in security and order: {why}"),
	law(ErrSafe, qd03, "xã đạt tiêu chuẩn An toàn về an ninh, trật tự: {why}", "a commune safe in security and order: {why}"),
	law(ErrRevocation, qd18Revocation, "{failed} trong {total} tiêu chí không đạt: {why}; việc công nhận còn hiệu lực đến khi có quyết định", "{failed} of {total} criteria are not met: {why}; the recognition stands until a decision"),

	reading(ErrGuidance, cv3371, "Regime.SecurityLiteral", "trước 07/3/2024 phải có xác nhận «không phức tạp»", "before 07/3/2024 the title \"not complex\" itself is needed",
		"«An toàn về an ninh, trật tự» được dùng cho điều kiện «không phức tạp»", "\"safe in security and order\" serves for the condition \"not complex\""),
	reading(ErrFirstBand, qd18Revocation, "Regime.FirstBandTo50", "khoảng thứ nhất gồm cả 50 %", "the first band includes 50 %",
		"đúng 50 % tiêu chí không đạt: thuộc khoảng «từ 50 % trở lên»; khoảng thứ nhất {included}", "exactly 50 % are not met: in the band \"50 % and more\"; the first band {included}"),
	reading(ErrReach, qd51, "Regime.EndsIn2025", "hết hiệu lực cùng giai đoạn 2021–2025", "it ended with the period 2021–2025",
		"ngày {day} sau giai đoạn 2021–2025; quy định được hiểu là còn dùng đến 14/02/2026", "{day} lies after the period 2021–2025; the rules are read as serving to 2026-02-14"),
	rule.Rule{Code: ErrAccepted, Origin: rule.OriginPolicy, Switch: "Regime.Accept",
		Text: rule.Text{Vi: "theo lựa chọn của người hỏi, dùng mức {demand} ({what}): {confidence}", En: "by the caller's choice {demand} is used ({what}): {confidence}"}},

	rule.FormRule(ErrStandard, "không ghi mức chuẩn", "the standard is missing"),
	rule.FormRule(ErrRate, "tỷ lệ không thể có: {value}", "not a possible rate: {value}"),
	rule.FormRule(ErrCriterion, "không có tiêu chí «{key}» trong {total} tiêu chí", "there is no criterion {key} among {total}"),
	rule.FormRule(ErrTally, "số tiêu chí không khớp: {why}", "the numbers of criteria do not agree: {why}"),
	rule.FormRule(ErrDecision, "quyết định không hợp lệ: {why}", "not a possible decision: {why}"),

	rule.FormRule(ErrStatus, "chưa thể trả lời về việc công nhận: {status}", "the recognition cannot be told: {status}"),
	rule.FormRule(ErrSetUnnamed, "không ghi bộ tiêu chí, nên không so sánh được", "a set is not named, so nothing can be compared"),
	rule.FormRule(ErrRebased, "hai bộ tiêu chí khác nhau ({before}; {after}): số tiêu chí không so sánh được", "two sets ({before}; {after}): their numbers cannot be compared"),
)

func law(c rule.Code, s rule.Source, vi, en string) rule.Rule {
	return rule.Rule{Code: c, Origin: rule.OriginLaw, Source: s, Text: rule.Text{Vi: vi, En: en}}
}

func reading(c rule.Code, passage rule.Source, flip, altVi, altEn, vi, en string) rule.Rule {
	return rule.Rule{Code: c, Origin: rule.OriginReading, Passage: passage, Switch: flip,
		Alternative: rule.Text{Vi: altVi, En: altEn}, Text: rule.Text{Vi: vi, En: en}}
}

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
