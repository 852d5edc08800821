package assignment

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// What a roster contradicts in itself.
const (
	ErrBlankID           rule.Code = "assignment.blank-id"
	ErrRepeatedID        rule.Code = "assignment.repeated-id"
	ErrUnknownLeader     rule.Code = "assignment.unknown-leader"
	ErrUnknownAssignment rule.Code = "assignment.unknown-assignment"
	ErrSpan              rule.Code = "assignment.span"
	ErrDay               rule.Code = "assignment.day"
	ErrOverlap           rule.Code = "assignment.overlap"
	ErrReplacesItself    rule.Code = "assignment.replaces-itself"
	ErrReplacesKept      rule.Code = "assignment.replaces-kept"
	ErrRepeatedMember    rule.Code = "assignment.repeated-member"
	ErrEndWithoutDay     rule.Code = "assignment.end-without-day"
)

// What the units that exist say of a roster.
const (
	ErrUnknownUnit     rule.Code = "assignment.unknown-unit"
	ErrTargetLevel     rule.Code = "assignment.target-level"
	ErrReplacesNothing rule.Code = "assignment.replaces-nothing"
	ErrTargetKind      rule.Code = "assignment.target-kind"
	ErrTargetEnded     rule.Code = "assignment.target-ended"
	ErrUncovered       rule.Code = "assignment.uncovered"
	ErrNoHandover      rule.Code = "assignment.no-handover"
	ErrHelperMissing   rule.Code = "assignment.district-helper-missing"
	ErrHelperNotTold   rule.Code = "assignment.district-helper-not-told"
	ErrSeveralOwners   rule.Code = "assignment.several-owners"
)

// What the matrix says of a roster.
const (
	ErrEvaluatorAssigned rule.Code = "assignment.evaluator-assigned"
	ErrSupportAlone      rule.Code = "assignment.support-alone"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrBlankID, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mã để trống", En: "the id is blank"}},
	rule.Rule{Code: ErrRepeatedID, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mã «{id}» đã dùng", En: "the id {id} is used twice"}},
	rule.Rule{Code: ErrUnknownLeader, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có lãnh đạo mang mã «{id}»", En: "no leader has the id {id}"}},
	rule.Rule{Code: ErrUnknownAssignment, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có phân công mang mã «{id}»", En: "no assignment has the id {id}"}},
	rule.Rule{Code: ErrSpan, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời gian không hợp lệ hoặc thiếu ngày đầu: {span}", En: "the span is not valid, or has no first day: {span}"}},
	rule.Rule{Code: ErrDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có ngày {day}", En: "there is no day {day}"}},
	rule.Rule{Code: ErrOverlap, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "trùng thời gian với phân công «{id}» ({span}) cùng lãnh đạo, xã và vai trò", En: "overlaps the assignment {id} ({span}) of the same leader, commune and role"}},
	rule.Rule{Code: ErrReplacesItself, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "xã {commune} không thể thay cho chính nó", En: "the commune {commune} cannot take its own place"}},
	rule.Rule{Code: ErrReplacesKept, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi thay xã {commune}, nhưng phân công «{id}» cho xã ấy vẫn còn ({span})", En: "takes the place of {commune}, which the assignment {id} keeps ({span})"}},
	rule.Rule{Code: ErrRepeatedMember, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thành viên «{id}» ghi hai lần trong Tổ giúp việc", En: "the team member {id} is named twice"}},
	rule.Rule{Code: ErrEndWithoutDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "có lý do kết thúc ({reason}) nhưng không có ngày cuối", En: "a reason for the end ({reason}) without a last day"}},

	rule.Rule{Code: ErrUnknownUnit, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa rõ đơn vị mang mã {commune} ngày {day}", En: "it is not known which unit bears the code {commune} on {day}"}},
	rule.Rule{Code: ErrTargetLevel, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{unit} không phải đơn vị cấp xã", En: "{unit} is not a unit of the commune level"}},
	rule.Rule{Code: ErrReplacesNothing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi thay xã {commune}, nhưng ngày {day} không có đơn vị mang mã ấy", En: "takes the place of {commune}, but no unit bears that code on {day}"}},
	rule.Rule{Code: ErrTargetKind, Origin: rule.OriginReading, Switch: "Policy.OnlyCommunes",
		Alternative: rule.Text{Vi: "phường, thị trấn cũng được giúp đỡ như thực tế đã làm", En: "wards and townships may be helped too, as was done"},
		Text:        rule.Text{Vi: "{unit} không phải là xã; văn bản nói đến xã", En: "{unit} is not a xã; the text speaks of xã"}},
	rule.Rule{Code: ErrTargetEnded, Origin: rule.OriginPolicy, Switch: "Policy.OnTargetMerged",
		Text: rule.Text{Vi: "{unit} không còn sau ngày {day}; đơn vị kế tiếp: {successors}; chưa có quyết định phân công mới", En: "{unit} ended on {day}; successor: {successors}; no new decision on the assignment was supplied"}},
	rule.Rule{Code: ErrUncovered, Origin: rule.OriginPolicy, Switch: "Policy.CoverAll",
		Text: rule.Text{Vi: "{commune} chưa có lãnh đạo giúp đỡ ngày {day}", En: "no leader helps {commune} on {day}"}},
	rule.Rule{Code: ErrNoHandover, Origin: rule.OriginPolicy, Switch: "Policy.Handover",
		Text: rule.Text{Vi: "thôi giúp đỡ xã {commune} từ sau ngày {day}, chưa ghi nhận bàn giao", En: "the help to {commune} ended on {day} and no hand-over is recorded"}},
	rule.Rule{Code: ErrHelperMissing, Origin: rule.OriginReading, Duty: duty.AssignDistrictHelper, Switch: "Policy.HelpersAtWill",
		Alternative: rule.Text{Vi: "huyện chọn xã cần phân công", En: "the district chooses which communes get one"},
		Text:        rule.Text{Vi: "chưa ghi nhận người của huyện giúp {commune} ngày {day}; văn bản không ghi thời hạn", En: "no district helper of {commune} is recorded on {day}; the text sets no date"}},
	rule.Rule{Code: ErrHelperNotTold, Origin: rule.OriginText, Duty: duty.NotifyDistrictHelper,
		Text: rule.Text{Vi: "chưa ghi nhận huyện đã báo cho {leader} về người của huyện giúp {commune}, đến ngày {day}", En: "it is not recorded, up to {day}, that {leader} was told of the district helper of {commune}"}},
	rule.Rule{Code: ErrSeveralOwners, Origin: rule.OriginReading, Duty: duty.SettleInSector, Switch: "Policy.SeveralOwners",
		Alternative: rule.Text{Vi: "nhiều cơ quan cùng phụ trách một tiêu chí", En: "several bodies may be in charge of one criterion"},
		Text:        rule.Text{Vi: "tiêu chí {criterion} của {set} đã có cơ quan phụ trách: {body}", En: "criterion {criterion} of {set} already has an owner: {body}"}},

	rule.Rule{Code: ErrEvaluatorAssigned, Origin: rule.OriginPolicy, Switch: "Policy.RefuseConflict",
		Text: rule.Text{Vi: "{body} đánh giá kết quả giúp đỡ xã, mà {leader} của cơ quan ấy cũng được phân công giúp xã", En: "{body} evaluates the leaders' help, and its own {leader} is an assigned leader"}},
	rule.Rule{Code: ErrSupportAlone, Origin: rule.OriginReading, Duty: duty.GiveSupport, Switch: "Policy.SupportAlone",
		Alternative: rule.Text{Vi: "đơn vị phối hợp có thể tự mình giúp xã", En: "a coordinating body may help a commune by itself"},
		Text:        rule.Text{Vi: "{body} phối hợp mà không gắn với một phân công", En: "{body} coordinates without an assignment to attach to"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
