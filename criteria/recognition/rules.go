package recognition

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of recognition: the four conditions and the test, the readings and the
// policy, then records that contradict themselves and facts that are missing. A code that
// is never more than advice has no Err in its name.
const (
	ErrCriteria     rule.Code = "recognition.criteria"
	ErrArrears      rule.Code = "recognition.arrears"
	ErrSatisfaction rule.Code = "recognition.satisfaction"
	ErrNotComplex   rule.Code = "recognition.security-not-complex"
	ErrSafe         rule.Code = "recognition.security-safe"
	ErrRevocation   rule.Code = "recognition.revocation"

	AdviceGuidance  rule.Code = "recognition.security-guidance"
	AdviceFirstBand rule.Code = "recognition.first-band"
	AdviceReach     rule.Code = "recognition.reach"
	ErrUnread       rule.Code = "recognition.unread"
	AdviceAccepted  rule.Code = "recognition.accepted-cell"

	ErrStandard   rule.Code = "recognition.standard"
	ErrRate       rule.Code = "recognition.rate"
	ErrStatedRate rule.Code = "recognition.stated-rate"
	ErrCriterion  rule.Code = "recognition.criterion"
	ErrTally      rule.Code = "recognition.tally"
	ErrDecision   rule.Code = "recognition.decision"
	ErrValidity   rule.Code = "recognition.validity"
	ErrProvisions rule.Code = "recognition.provisions"

	ErrDay           rule.Code = "recognition.day"
	ErrUnit          rule.Code = "recognition.unit"
	ErrStatus        rule.Code = "recognition.status"
	ErrSetUnnamed    rule.Code = "recognition.set-unnamed"
	AdviceRebased    rule.Code = "recognition.rebased"
	DecisionRepeated rule.Code = "recognition.decision-repeated"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrCriteria, Origin: rule.OriginLaw, Source: qd18,
		Text: rule.Text{Vi: "chưa đáp ứng đầy đủ bộ tiêu chí của mức {standard}: {why}", En: "the criteria of the {standard} standard are not met in full: {why}"}},
	rule.Rule{Code: ErrArrears, Origin: rule.OriginLaw, Source: qd18,
		Text: rule.Text{Vi: "nợ đọng xây dựng cơ bản thuộc Chương trình trên địa bàn xã: {why}", En: "arrears of basic construction under the programme in the commune: {why}"}},
	rule.Rule{Code: ErrSatisfaction, Origin: rule.OriginLaw, Source: qd18,
		Text: rule.Text{Vi: "{what}: {value}, yêu cầu {demand}; {why}", En: "{what}: {value}, {demand} demanded; {why}"}},
	rule.Rule{Code: ErrNotComplex, Origin: rule.OriginLaw, Source: qd18,
		Text: rule.Text{Vi: "xã không phức tạp về an ninh, trật tự: {why}", En: "not a complex commune in security and order: {why}"}},
	rule.Rule{Code: ErrSafe, Origin: rule.OriginLaw, Source: qd03,
		Text: rule.Text{Vi: "xã đạt tiêu chuẩn An toàn về an ninh, trật tự: {why}", En: "a commune safe in security and order: {why}"}},
	rule.Rule{Code: ErrRevocation, Origin: rule.OriginLaw, Source: qd18Revocation,
		Text: rule.Text{Vi: "{failed} trong {total} tiêu chí không đạt: {why}; việc công nhận còn hiệu lực đến khi có quyết định", En: "{failed} of {total} criteria are not met: {why}; the recognition remains valid until a decision"}},

	rule.Rule{Code: AdviceGuidance, Origin: rule.OriginReading, Passage: cv3371, Switch: "Regime.SecurityLiteral",
		Alternative: rule.Text{Vi: "phải có xác nhận «không phức tạp»", En: "the title \"not complex\" itself is needed"},
		Text:        rule.Text{Vi: "«An toàn về an ninh, trật tự» được dùng cho điều kiện «không phức tạp»", En: "\"safe in security and order\" serves for the condition \"not complex\""}},
	rule.Rule{Code: AdviceFirstBand, Origin: rule.OriginReading, Passage: qd18Revocation, Switch: "Regime.FirstBandTo50",
		Alternative: rule.Text{Vi: "khoảng thứ nhất gồm cả 50 %", En: "the first band includes 50 %"},
		Text:        rule.Text{Vi: "đúng 50 % tiêu chí không đạt: thuộc khoảng «từ 50 % trở lên»; khoảng thứ nhất {included}", En: "exactly 50 % are not met: in the band \"50 % and more\"; the first band {included}"}},
	rule.Rule{Code: AdviceReach, Origin: rule.OriginReading, Passage: qd51, Switch: "Regime.EndsIn2025",
		Alternative: rule.Text{Vi: "hết hiệu lực cùng giai đoạn 2021–2025", En: "it ended with the period 2021–2025"},
		Text:        rule.Text{Vi: "ngày {day} sau giai đoạn 2021–2025; quy định được hiểu là còn dùng đến 14/02/2026", En: "{day} lies after the period 2021–2025; the rules are read as serving to 2026-02-14"}},
	rule.Rule{Code: ErrUnread, Origin: rule.OriginReading, Switch: "Regime.Provisions",
		Alternative: rule.Text{Vi: "theo đúng văn bản, khi đã đọc được", En: "as the text itself says, once it is read"},
		Text:        rule.Text{Vi: "{note}", En: "{note}"}},
	rule.Rule{Code: AdviceAccepted, Origin: rule.OriginPolicy, Switch: "Regime.Accept",
		Text: rule.Text{Vi: "theo lựa chọn của người hỏi, dùng mức {demand} ({what}): {confidence}", En: "by the caller's choice {demand} is used ({what}): {confidence}"}},

	rule.Rule{Code: ErrStandard, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không ghi mức chuẩn", En: "the standard is missing"}},
	rule.Rule{Code: ErrRate, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tỷ lệ không thể có: {value}; {why}", En: "not a possible rate: {value}; {why}"}},
	rule.Rule{Code: ErrStatedRate, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi {stated} %, theo số đếm {counts} là {computed} %", En: "{stated} % is stated, the counts {counts} give {computed} %"}},
	rule.Rule{Code: ErrCriterion, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có tiêu chí «{key}» trong {total} tiêu chí", En: "there is no criterion {key} among {total}"}},
	rule.Rule{Code: ErrTally, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "số tiêu chí không khớp: {why}", En: "the numbers of criteria do not agree: {why}"}},
	rule.Rule{Code: ErrDecision, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quyết định không hợp lệ: {why}", En: "not a possible decision: {why}"}},
	rule.Rule{Code: ErrValidity, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời gian tồn tại của đơn vị: {why}", En: "the validity of the unit: {why}"}},
	rule.Rule{Code: ErrProvisions, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quy định không dùng được: {why}", En: "the provision cannot be used: {why}"}},

	rule.Rule{Code: ErrDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thiếu ngày của bản ghi, nên chưa trả lời được", En: "the day of the record is missing, so nothing can be told"}},
	rule.Rule{Code: ErrUnit, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa rõ hai bản ghi có cùng một đơn vị: {why}", En: "the two records are not known to be of one unit: {why}"}},
	rule.Rule{Code: ErrStatus, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa thể trả lời về việc công nhận: {status}", En: "the recognition cannot be told: {status}"}},
	rule.Rule{Code: ErrSetUnnamed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không ghi bộ tiêu chí, nên không so sánh được", En: "a set is not named, so nothing can be compared"}},
	rule.Rule{Code: AdviceRebased, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "hai bộ tiêu chí khác nhau ({before}; {after}): số tiêu chí không so sánh được", En: "two sets ({before}; {after}): their numbers cannot be compared"}},
	rule.Rule{Code: DecisionRepeated, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quyết định {kind} không thay đổi gì: từ {since} {status}; có thể thiếu một quyết định ở giữa", En: "{kind}, though since {since} the unit is {status}; a decision between the two may be missing"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
