package ledger

import "github.com/giupxa/giupxa/criteria/rule"

// What is wrong with a ledger.
const (
	ErrLeaders  rule.Code = "ledger.leaders"
	ErrDueDuty  rule.Code = "ledger.due-duty"
	ErrDueTwice rule.Code = "ledger.due-twice"
)

// Why an entry has the status that it has.
const (
	AdviceNoFact     rule.Code = "ledger.no-fact"
	AdviceNoObject   rule.Code = "ledger.no-object"
	AdviceNoBearer   rule.Code = "ledger.no-bearer"
	AdviceCeased     rule.Code = "ledger.ceased"
	ErrEventDay      rule.Code = "ledger.event-day"
	ErrChangeUnknown rule.Code = "ledger.change-unknown"
	ErrMayBind       rule.Code = "ledger.may-bind"
	ErrIncomplete    rule.Code = "ledger.register-incomplete"
	ErrUndecided     rule.Code = "ledger.record-undecided"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrLeaders, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ma trận không có «{body}», ghi là nhóm lãnh đạo giúp đỡ xã", En: "the matrix has no body {body}, named as the class of the assigned leaders"}},
	rule.Rule{Code: ErrDueDuty, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ma trận không có nhiệm vụ «{duty}»", En: "the matrix has no duty {duty}"}},
	rule.Rule{Code: ErrDueTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "việc này đã ghi một lần với cùng nơi nhận", En: "the same thing is owed twice to the same receiver"}},
	rule.Rule{Code: AdviceNoFact, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không tính được: văn bản không nêu việc nào cho thấy nhiệm vụ đã xong", En: "not computable: no fact could show that the duty is done"}},
	rule.Rule{Code: AdviceNoObject, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "đến ngày {day} không có {object} nào phải thực hiện nhiệm vụ này", En: "up to {day} there is no {object} for which it is owed"}},
	rule.Rule{Code: AdviceNoBearer, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa rõ ai thực hiện nhiệm vụ này vào ngày {day}", En: "nobody is known to bear it on {day}"}},
	rule.Rule{Code: AdviceCeased, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "từ {day} không còn {body}: {why}", En: "{body} is gone since {day}: {why}"}},
	rule.Rule{Code: ErrEventDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không rõ ngày diễn ra, nên không rõ hạn", En: "the day of the event is not known, so neither is the last timely day"}},
	rule.Rule{Code: ErrChangeUnknown, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không rõ phân công là giữ nguyên, mới hay điều chỉnh, nên không rõ có nhiệm vụ này không", En: "whether the assignment is kept, new or moved is not known, so neither is whether this is owed"}},
	rule.Rule{Code: ErrMayBind, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa rõ khi ấy văn bản đã ràng buộc chưa", En: "whether the text bound then is not known"}},
	rule.Rule{Code: ErrIncomplete, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "cần sổ «{kind}» đủ đến ngày {needed}; sổ đủ đến: {through}", En: "the register of {kind} is needed through {needed}; it is complete through: {through}"}},
	rule.Rule{Code: ErrUndecided, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "có ghi nhận nhưng chưa đủ dữ kiện để kết luận", En: "a fact is recorded, but what is known of it does not decide"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
