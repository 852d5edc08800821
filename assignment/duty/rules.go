package duty

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of registers and matrices.
const (
	ErrRecordKind    rule.Code = "duty.record-kind"
	ErrRecordDuty    rule.Code = "duty.record-duty"
	ErrRecordObject  rule.Code = "duty.record-object"
	ErrRecordYear    rule.Code = "duty.record-year"
	ErrRecordMoment  rule.Code = "duty.record-moment"
	ErrComplete      rule.Code = "duty.complete-through"
	ErrCompleteTwice rule.Code = "duty.complete-twice"
	ErrRecordBounds  rule.Code = "duty.record-bounds"

	ErrUnknownDuty rule.Code = "duty.unknown-duty"
	ErrDutyID      rule.Code = "duty.duty-id"
	ErrNoDocument  rule.Code = "duty.no-document"
	ErrKnownFrom   rule.Code = "duty.known-from"
	ErrMayBind     rule.Code = "duty.may-bind"

	ErrIncomplete        rule.Code = "duty.incomplete"
	ErrRepeatedID        rule.Code = "duty.repeated-id"
	ErrMatrixSpan        rule.Code = "duty.span"
	ErrLatest            rule.Code = "duty.latest"
	ErrNoBearer          rule.Code = "duty.no-bearer"
	ErrNobodyHolds       rule.Code = "duty.nobody-holds"
	ErrBearerVerb        rule.Code = "duty.bearer-verb"
	ErrJointWithoutGroup rule.Code = "duty.joint-without-group"
	ErrUnknownGroup      rule.Code = "duty.unknown-group"
	ErrJointMissing      rule.Code = "duty.joint-bearer-missing"
	ErrJointStranger     rule.Code = "duty.joint-stranger"
	ErrUnknownBody       rule.Code = "duty.unknown-body"
	ErrRepeatedParty     rule.Code = "duty.repeated-party"
	ErrEvaluatesItself   rule.Code = "duty.evaluates-itself"
	ErrAbolishedLevel    rule.Code = "duty.abolished-level"
	ErrAbolishedBody     rule.Code = "duty.abolished-body"
	ErrLevelMissing      rule.Code = "duty.level-missing"
	ErrTransferDuty      rule.Code = "duty.transfer-of-no-duty"
	ErrTransferUntold    rule.Code = "duty.transfer-untold"
	ErrTransferUndone    rule.Code = "duty.transfer-undone"
	ErrTransferLost      rule.Code = "duty.transfer-lost"
	AddresseeIdle        rule.Code = "duty.addressee-without-duty"
	NotAddressed         rule.Code = "duty.bearer-not-addressed"
)

// TwoLevelLaw is the law under which the district level ended.
var TwoLevelLaw = rule.Source{Kind: rule.Law, Number: "72/2025/QH15", Date: rule.Day(2025, 6, 16)}

var table = rule.MustTable(
	rule.FormRule(ErrRecordKind, "không rõ loại sự việc", "the kind of record is missing"),
	rule.FormRule(ErrRecordDuty, "không ghi sự việc thuộc nhiệm vụ nào", "the duty is missing"),
	rule.FormRule(ErrRecordObject, "không rõ đối tượng của nhiệm vụ", "what the duty is owed for is missing"),
	rule.FormRule(ErrRecordYear, "năm {year} không hợp với đối tượng «{object}»", "the year {year} does not go with the object {object}"),
	rule.FormRule(ErrRecordMoment, "thiếu ngày của sự việc, hoặc ngày không có thật", "the moment is missing or does not exist"),
	rule.FormRule(ErrComplete, "không có loại sự việc «{kind}», hoặc ngày {day} không có thật", "there is no kind of record {kind}, or no day {day}"),
	rule.FormRule(ErrCompleteTwice, "loại sự việc «{kind}» ghi hai lần", "the kind of record {kind} appears more than once"),
	rule.FormRule(ErrRecordBounds, "thời điểm đã biết thì không ghi khoảng; «không trước» phải đứng trước «không sau»", "a known moment has no bounds beside it, and bounds come in order"),

	rule.FormRule(ErrUnknownDuty, "không có nhiệm vụ «{duty}»: thư viện không biết và văn bản không khai báo", "there is no duty {duty}: neither the library knows it nor the text declares it"),
	rule.FormRule(ErrDutyID, "mã nhiệm vụ «{id}» phải có dạng chu-de.viec-phai-lam", "the id {id} of a duty is to be written subject.what-is-owed"),
	rule.FormRule(ErrNoDocument, "trang thông tin không phải là văn bản giao nhiệm vụ", "a web page is no text that lays a duty down"),
	rule.FormRule(ErrKnownFrom, "ngày {day} không nằm trong thời gian văn bản ràng buộc ({span})", "{day} is not a day on which the text binds ({span})"),
	rule.Rule{Code: ErrMayBind, Origin: rule.OriginText,
		Text: rule.Text{Vi: "chưa rõ vào ngày {day} văn bản đã ràng buộc chưa; chậm nhất từ ngày {known} văn bản ràng buộc", En: "whether the text bound on {day} is not known; it binds from {known} at the latest"}},

	rule.FormRule(ErrIncomplete, "còn thiếu {what}", "{what} is missing"),
	rule.FormRule(ErrRepeatedID, "mã «{id}» đã dùng", "the id {id} is used twice"),
	rule.FormRule(ErrMatrixSpan, "khoảng thời gian không hợp lệ: {span}", "not a span of days: {span}"),
	rule.FormRule(ErrLatest, "ngày cuối «{latest}» không hợp với cách tính hạn «{limit}»", "the last day {latest} does not go with the due rule {limit}"),
	rule.FormRule(ErrNoBearer, "không ai chịu trách nhiệm: {duty}", "nobody bears the duty: {duty}"),
	rule.Rule{Code: ErrNobodyHolds, Origin: rule.OriginReading,
		Alternative: rule.Text{Vi: "cơ quan khác tiếp nhận", En: "another body took it over"}, Switch: "Readings.Districts",
		Text: rule.Text{Vi: "chưa rõ ai tiếp nhận: {duty}", En: "nobody is known to hold: {duty}"}},
	rule.FormRule(ErrBearerVerb, "«{body}» chịu trách nhiệm mà động từ là «{verb}»", "{body} bears the duty with the verb {verb}"),
	rule.FormRule(ErrJointWithoutGroup, "«{body}» cùng thực hiện mà không thuộc nhóm nào", "{body} bears jointly without a group"),
	rule.FormRule(ErrUnknownGroup, "không có nhóm «{group}»", "there is no group {group}"),
	rule.Rule{Code: ErrJointMissing, Origin: rule.OriginReading,
		Alternative: rule.Text{Vi: "mỗi cơ quan được làm riêng", En: "each body may act alone"}, Switch: "Readings.Joint",
		Text: rule.Text{Vi: "thiếu «{body}» trong nhóm cùng thực hiện: {duty}", En: "{body} is missing from the joint bearers: {duty}"}},
	rule.FormRule(ErrJointStranger, "«{body}» không thuộc nhóm «{group}»", "{body} is not of the group {group}"),
	rule.FormRule(ErrUnknownBody, "không có cơ quan mang mã «{body}»", "no body has the id {body}"),
	rule.FormRule(ErrRepeatedParty, "«{body}» ghi hai lần cùng một vai", "{body} stands twice in the same part"),
	rule.FormRule(ErrEvaluatesItself, "«{body}» tự đánh giá mình", "{body} evaluates itself"),
	rule.Rule{Code: ErrAbolishedLevel, Origin: rule.OriginLaw, Source: TwoLevelLaw,
		Text: rule.Text{Vi: "«{body}» thuộc {level}, không có trong {government}", En: "{body} is of the {level}, which the {government} has not"}},
	rule.FormRule(ErrAbolishedBody, "«{body}» chỉ tồn tại {exists}, không suốt thời gian {span}", "{body} exists {exists}, not on all days {span}"),
	rule.FormRule(ErrLevelMissing, "{government} mà không ai thuộc {level} có nhiệm vụ", "no bearer is of the {level} of the {government}"),
	rule.FormRule(ErrTransferDuty, "không có nhiệm vụ «{duty}» để chuyển", "there is no duty {duty} to transfer"),
	rule.FormRule(ErrTransferUntold, "«{body}» không còn mà chưa nói phần việc của mình về đâu: {duty}", "{body} is gone and nothing says where its part went: {duty}"),
	rule.FormRule(ErrTransferUndone, "«{body}» đã chuyển việc này mà vẫn còn trong đó: {duty}", "{body} handed this over and still stands in it: {duty}"),
	rule.FormRule(ErrTransferLost, "«{body}» được ghi là tiếp nhận mà không có trong đó: {duty}", "{body} is said to have taken this over and does not stand in it: {duty}"),
	rule.Rule{Code: AddresseeIdle, Origin: rule.OriginText,
		Text: rule.Text{Vi: "«{body}» có tên ở phần kính gửi mà không được giao việc đích danh; có việc theo nhóm: {classes}", En: "{body} is addressed and has no duty by name; it has duties by class: {classes}"}},
	rule.Rule{Code: NotAddressed, Origin: rule.OriginText,
		Text: rule.Text{Vi: "«{body}» có việc mà không có tên ở phần kính gửi", En: "{body} bears duties and is not addressed"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
