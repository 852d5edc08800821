package difficulty

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The codes of this package. The first three were given in package assignment, where
// these rules stood at first; codes are permanent, so they keep their names.
const (
	ErrBeyondCompetence rule.Code = "assignment.beyond-competence"
	ErrOneLead          rule.Code = "assignment.one-lead"
	ErrLeadNotNamed     rule.Code = "assignment.lead-not-named"
	ErrLeadEnded        rule.Code = "difficulty.lead-ended"
	ErrBodyAbsent       rule.Code = "difficulty.body-absent"
	BodySucceeded       rule.Code = "difficulty.body-succeeded" // only ever advice
	ErrDay              rule.Code = "difficulty.day"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrBeyondCompetence, Origin: rule.OriginReading, Duty: duty.SettleDifficulty, Switch: "Competence.SettleAtWill",
		Alternative: rule.Text{Vi: "văn bản để lãnh đạo tự chọn giải quyết hay báo cáo", En: "the text leaves the leader the choice to settle or to report"},
		Text:        rule.Text{Vi: "{body} giải quyết ngay việc không thuộc thẩm quyền đã kê", En: "{body} settled at once what none of its listed powers covers"}},
	rule.Rule{Code: ErrOneLead, Origin: rule.OriginReading, Duty: duty.ReferDifficulty, Switch: "Competence.LeadsAlike",
		Alternative: rule.Text{Vi: "nhiều nơi nhận ngang nhau", En: "several addressees alike"},
		Text:        rule.Text{Vi: "cần một cơ quan chủ trì, có thể thêm cơ quan phối hợp; đang ghi {number}", En: "one authority leads and others may cooperate; {number} are named as leads"}},
	rule.Rule{Code: ErrLeadNotNamed, Origin: rule.OriginReading, Duty: duty.ReferDifficulty, Switch: "Competence.ClosedList",
		Alternative: rule.Text{Vi: "chỉ các cơ quan được nêu tên mới chủ trì", En: "only the authorities named can lead"},
		Text:        rule.Text{Vi: "{body} không thuộc các cơ quan mà văn bản nêu tên, hoặc cơ quan kế tiếp", En: "{body} is not one of the authorities that the text names, nor a successor of one"}},
	rule.Rule{Code: ErrLeadEnded, Origin: rule.OriginText, Duty: duty.ReferDifficulty,
		Text: rule.Text{Vi: "văn bản nêu tên {body}, nhưng ngày {day} cơ quan ấy không còn; {heirs}", En: "the text names {body}, which has ended by {day}; {heirs}"}},
	rule.Rule{Code: ErrBodyAbsent, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày {day} không có {body}; chưa rõ cơ quan nào làm thay", En: "{body} does not exist on {day}; which body acts in its place is not known"}},
	rule.Rule{Code: BodySucceeded, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày {day} không còn {body}; cơ quan kế tiếp: {heir}, {confidence}", En: "{body} does not exist on {day}; its heir is {heir}, {confidence}"}},
	rule.Rule{Code: ErrDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có ngày {day}", En: "there is no day {day}"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
