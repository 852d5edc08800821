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
	AdviceAddresseeIdle  rule.Code = "duty.addressee-without-duty"
	AdviceNotAddressed   rule.Code = "duty.bearer-not-addressed"
)

// TwoLevelLaw is the law under which the district level ended.
var TwoLevelLaw = rule.Source{Kind: rule.Law, Number: "72/2025/QH15", Date: rule.Day(2025, 6, 16)}

var table = rule.MustTable(
	rule.Rule{Code: ErrRecordKind, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không rõ loại sự việc", En: "the kind of record is missing"}},
	rule.Rule{Code: ErrRecordDuty, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không ghi sự việc thuộc nhiệm vụ nào", En: "the duty is missing"}},
	rule.Rule{Code: ErrRecordObject, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không rõ đối tượng của nhiệm vụ", En: "what the duty is owed for is missing"}},
	rule.Rule{Code: ErrRecordYear, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "năm {year} không hợp với đối tượng «{object}»", En: "the year {year} does not go with the object {object}"}},
	rule.Rule{Code: ErrRecordMoment, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thiếu ngày của sự việc, hoặc ngày không có thật", En: "the moment is missing or does not exist"}},
	rule.Rule{Code: ErrComplete, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "loại sự việc «{kind}»: ngày {day} không có thật", En: "kind of record {kind}: there is no day {day}"}},
	rule.Rule{Code: ErrCompleteTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "loại sự việc «{kind}» ghi hai lần", En: "the kind of record {kind} appears more than once"}},
	rule.Rule{Code: ErrRecordBounds, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời điểm đã biết thì không ghi khoảng; «không trước» phải đứng trước «không sau»", En: "bounds are left out where the moment is known, and \"not before\" comes before \"not after\""}},

	rule.Rule{Code: ErrUnknownDuty, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có nhiệm vụ «{duty}»: thư viện không biết và văn bản không khai báo", En: "there is no duty {duty}: neither the library knows it nor the text declares it"}},
	rule.Rule{Code: ErrDutyID, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mã nhiệm vụ «{id}» phải có dạng chu-de.viec-phai-lam", En: "the id {id} of a duty is written subject.what-is-owed"}},
	rule.Rule{Code: ErrNoDocument, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "trang thông tin không phải là văn bản giao nhiệm vụ; hãy ghi văn bản", En: "a web page does not lay duties down; name the document"}},
	rule.Rule{Code: ErrKnownFrom, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày {day} không nằm trong thời gian văn bản ràng buộc ({span})", En: "{day} is not a day on which the text binds ({span})"}},
	rule.Rule{Code: ErrMayBind, Origin: rule.OriginText,
		Text: rule.Text{Vi: "chưa rõ vào ngày {day} văn bản đã ràng buộc chưa; chậm nhất từ ngày {known} văn bản ràng buộc", En: "whether the text bound on {day} is not known; it binds from {known} at the latest"}},

	rule.Rule{Code: ErrIncomplete, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "còn thiếu {what}", En: "{what} is missing"}},
	rule.Rule{Code: ErrRepeatedID, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mã «{id}» đã dùng", En: "the id {id} is used twice"}},
	rule.Rule{Code: ErrMatrixSpan, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "khoảng thời gian không hợp lệ: {span}", En: "the span is not valid: {span}"}},
	rule.Rule{Code: ErrLatest, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày cuối: {latest}; không hợp với cách tính hạn «{limit}»", En: "the last day: {latest}; it does not go with the due rule {limit}"}},
	rule.Rule{Code: ErrNoBearer, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không ai chịu trách nhiệm: {duty}", En: "nobody bears the duty: {duty}"}},
	rule.Rule{Code: ErrNobodyHolds, Origin: rule.OriginReading,
		Alternative: rule.Text{Vi: "cơ quan khác tiếp nhận", En: "another body took it over"}, Switch: "Readings.Districts",
		Text: rule.Text{Vi: "chưa rõ ai tiếp nhận: {duty}", En: "it is not known who took over: {duty}"}},
	rule.Rule{Code: ErrBearerVerb, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» chịu trách nhiệm mà động từ là «{verb}»", En: "{body} bears the duty, yet its verb is {verb}"}},
	rule.Rule{Code: ErrJointWithoutGroup, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» cùng thực hiện mà không thuộc nhóm nào", En: "{body} bears the duty jointly, yet no group is named"}},
	rule.Rule{Code: ErrUnknownGroup, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có nhóm «{group}»", En: "there is no group {group}"}},
	rule.Rule{Code: ErrJointMissing, Origin: rule.OriginReading,
		Alternative: rule.Text{Vi: "mỗi cơ quan được làm riêng", En: "each body may act alone"}, Switch: "Readings.Joint",
		Text: rule.Text{Vi: "thiếu «{body}» trong nhóm cùng thực hiện: {duty}", En: "{body} is missing from the joint bearers: {duty}"}},
	rule.Rule{Code: ErrJointStranger, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» không thuộc nhóm «{group}»", En: "{body} is not of the group {group}"}},
	rule.Rule{Code: ErrUnknownBody, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có cơ quan mang mã «{body}»", En: "no body has the id {body}"}},
	rule.Rule{Code: ErrRepeatedParty, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» ghi hai lần cùng một vai", En: "{body} has the same part twice"}},
	rule.Rule{Code: ErrEvaluatesItself, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» tự đánh giá mình", En: "{body} evaluates itself"}},
	rule.Rule{Code: ErrAbolishedLevel, Origin: rule.OriginLaw, Source: TwoLevelLaw,
		Text: rule.Text{Vi: "«{body}» thuộc {level}, không có trong {government}", En: "{body} is of the {level}, which the {government} does not have"}},
	rule.Rule{Code: ErrAbolishedBody, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» chỉ tồn tại {exists}, không suốt thời gian {span}", En: "{body} exists {exists}, not on all days {span}"}},
	rule.Rule{Code: ErrLevelMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{government} mà không ai thuộc {level} có nhiệm vụ", En: "no bearer is of the {level} of the {government}"}},
	rule.Rule{Code: ErrTransferDuty, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có nhiệm vụ «{duty}» để chuyển", En: "there is no duty {duty} to transfer"}},
	rule.Rule{Code: ErrTransferUntold, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» không còn mà chưa nói phần việc của mình về đâu: {duty}", En: "{body} is gone and nothing says where its part went: {duty}"}},
	rule.Rule{Code: ErrTransferUndone, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» đã chuyển việc này mà vẫn còn trong đó: {duty}", En: "{body} handed this over and still has a part in it: {duty}"}},
	rule.Rule{Code: ErrTransferLost, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» được ghi là tiếp nhận mà không có trong đó: {duty}", En: "{body} is said to have taken this over and has no part in it: {duty}"}},
	rule.Rule{Code: AdviceAddresseeIdle, Origin: rule.OriginText,
		Text: rule.Text{Vi: "«{body}» có tên ở phần kính gửi mà không được giao việc đích danh; có việc theo nhóm: {classes}", En: "{body} is addressed and has no duty by name; it has duties by class: {classes}"}},
	rule.Rule{Code: AdviceNotAddressed, Origin: rule.OriginText,
		Text: rule.Text{Vi: "«{body}» có việc mà không có tên ở phần kính gửi", En: "{body} bears duties and is not addressed"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
