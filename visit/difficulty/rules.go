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
	ErrPowerSpan        rule.Code = "difficulty.power-span"
	ErrPowerSize        rule.Code = "difficulty.power-size"
	ErrPowerTwice       rule.Code = "difficulty.power-twice"
	ErrNotReported      rule.Code = "difficulty.not-reported"
	ErrNotDisposed      rule.Code = "difficulty.not-disposed"
	ErrReceivers        rule.Code = "difficulty.receivers"
	AdviceOutside       rule.Code = "difficulty.outside"        // only ever advice
	AdvicePoverty       rule.Code = "difficulty.poverty"        // only ever advice
	AdviceOwnerLeftOut  rule.Code = "difficulty.owner-left-out" // only ever advice
	ErrAnswerDue        rule.Code = "difficulty.answer-due"
	ErrAfterClosed      rule.Code = "difficulty.after-closed"
	ErrReferredTwice    rule.Code = "difficulty.referred-twice"
	ErrKnownAfter       rule.Code = "difficulty.known-after"
	ErrSameLead         rule.Code = "difficulty.same-lead"
	ErrBeginning        rule.Code = "difficulty.beginning"
	ErrGap              rule.Code = "difficulty.gap"
	ErrUndated          rule.Code = "difficulty.undated"
	ErrOutcomeMissing   rule.Code = "difficulty.outcome-missing"
	ErrLeadMissing      rule.Code = "difficulty.lead-missing"
	ErrMember           rule.Code = "difficulty.member"
	ErrFollows          rule.Code = "difficulty.follows"
	ErrProgramBoth      rule.Code = "difficulty.program-outside"
	ErrTwice            rule.Code = "difficulty.twice"
	ErrSum              rule.Code = "difficulty.sum"
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
	rule.Rule{Code: ErrPowerSpan, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời gian có thẩm quyền không hợp lệ: {span}", En: "the days of the power are not valid: {span}"}},
	rule.Rule{Code: ErrPowerSize, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mức tối đa không thể âm: {size}", En: "the greatest size cannot be below zero: {size}"}},
	rule.Rule{Code: ErrPowerTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{body}» có hai mức thẩm quyền cho cùng lĩnh vực, tiêu chí trong cùng thời gian", En: "{body} has two powers of the same field and criterion on the same days"}},

	rule.Rule{Code: ErrNotReported, Origin: rule.OriginText, Duty: duty.TeamReports,
		Text: rule.Text{Vi: "Tổ giúp việc đã nắm nhưng chưa ghi việc báo cáo lãnh đạo trước khi {act}", En: "the team grasped it, and no report to the leader is recorded before this: {act}"}},
	rule.Rule{Code: ErrNotDisposed, Origin: rule.OriginReading, Duty: duty.TakeMeasures, Switch: "Policy.ClosedAlone",
		Alternative: rule.Text{Vi: "kết thúc cũng là một cách xử lý", En: "closing it is a disposition too"},
		Text:        rule.Text{Vi: "kết thúc khi chưa giải quyết, báo cáo lên trên hoặc trả lời", En: "closed without being settled, referred or answered"}},
	rule.Rule{Code: ErrReceivers, Origin: rule.OriginReading, Duty: duty.Recommend, Switch: "Policy.AnyReceiver",
		Alternative: rule.Text{Vi: "văn bản không nêu nơi nhận kiến nghị của xã", En: "the text names no receiver of the commune's recommendations"},
		Text:        rule.Text{Vi: "kiến nghị của xã gửi các lãnh đạo giúp xã và cấp trên của xã; chưa thấy gửi: {missing}", En: "the commune's recommendations go to the leaders who help it and to the level above it; not addressed: {missing}"}},
	rule.Rule{Code: AdviceOutside, Origin: rule.OriginReading, Duty: duty.SettleDifficulty, Switch: "Policy.EveryMatter",
		Alternative: rule.Text{Vi: "phần giải quyết ngay không nêu tên chương trình", En: "the limb on settling at once names no program"},
		Text:        rule.Text{Vi: "việc nằm ngoài hai chương trình: có thể ghi nhận, không ai phải làm gì theo văn bản", En: "it lies outside both programs: it may be noted, and the text owes it nothing"}},
	rule.Rule{Code: AdvicePoverty, Origin: rule.OriginReading, Duty: duty.ReferDifficulty, Switch: "Policy.EveryMatter",
		Alternative: rule.Text{Vi: "phần giải quyết ngay không nêu tên chương trình", En: "the limb on settling at once names no program"},
		Text:        rule.Text{Vi: "việc thuộc giảm nghèo: đoạn về báo cáo lên trên, giải quyết ngay nói về nông thôn mới; vẫn cần có biện pháp tháo gỡ", En: "it concerns poverty reduction: the passage on referring and settling speaks of new rural areas; measures are owed all the same"}},
	rule.Rule{Code: AdviceOwnerLeftOut, Origin: rule.OriginReading, Duty: duty.SettleInSector, Switch: "Policy.OwnerApart",
		Alternative: rule.Text{Vi: "cơ quan phụ trách tiêu chí giải quyết phần của mình dù không được nêu trong báo cáo", En: "the body in charge of a criterion settles its part without being named in the referral"},
		Text:        rule.Text{Vi: "việc thuộc tiêu chí do {body} phụ trách, nhưng cơ quan ấy không chủ trì, không phối hợp", En: "{body} is in charge of the criterion and neither leads nor cooperates"}},
	rule.Rule{Code: ErrAnswerDue, Origin: rule.OriginPolicy, Switch: "Policy.AnswerDue",
		Text: rule.Text{Vi: "chưa tính được ngày cuối phải trả lời: {why}", En: "the last day to answer cannot be told: {why}"}},

	rule.Rule{Code: ErrAfterClosed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{act} sau khi đã kết thúc ({day}); việc nêu lại là một việc mới", En: "{act}, after it was closed ({day}); what is raised again is a new one"}},
	rule.Rule{Code: ErrReferredTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "đã báo cáo lên «{body}»; chuyển tiếp thì ghi là chuyển cơ quan khác chủ trì", En: "it is already with {body}; passing it on is a hand-over"}},
	rule.Rule{Code: ErrKnownAfter, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{act}, trong khi trước đó đã ghi «{state}»", En: "{act}, although it stood before as: {state}"}},
	rule.Rule{Code: ErrSameLead, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chuyển cho chính nơi đang chủ trì: {body}", En: "handed over to the one who leads already: {body}"}},
	rule.Rule{Code: ErrBeginning, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "trước khi {act} không ghi việc ấy được nắm, báo cáo hay nêu ra", En: "before this nothing says how it became known: {act}"}},
	rule.Rule{Code: ErrGap, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{act}, nhưng trước đó không ghi: {before}", En: "{act}, but this is not recorded before: {before}"}},
	rule.Rule{Code: ErrUndated, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không ghi ngày: {act}", En: "no day is stated: {act}"}},
	rule.Rule{Code: ErrOutcomeMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{act} nhưng không ghi kết quả", En: "{act}, and no outcome is stated"}},
	rule.Rule{Code: ErrLeadMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{act} nhưng không ghi cơ quan chủ trì", En: "{act}, and no lead authority is stated"}},
	rule.Rule{Code: ErrMember, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mục này không thuộc việc «{act}»", En: "this does not belong to the act: {act}"}},
	rule.Rule{Code: ErrFollows, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi là nêu lại chính nó, trực tiếp hoặc qua việc khác", En: "it is said to raise itself again, directly or by way of others"}},
	rule.Rule{Code: ErrProgramBoth, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "vừa thuộc chương trình «{program}» vừa ghi là ngoài hai chương trình", En: "it concerns a program ({program}) and is said to lie outside both"}},
	rule.Rule{Code: ErrTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mã «{id}» đã dùng cho việc khác", En: "the id {id} is that of another one"}},
	rule.Rule{Code: ErrSum, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi {said}, các dòng cho {found}", En: "it says {said}; the lines give {found}"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
