package plan

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The places of the dispatch that speak of plans.
const (
	bulletPlans   = "mục 1, gạch đầu dòng 2"
	footnotePlans = "mục 1, gạch đầu dòng 2, chú thích 1"
)

// What the text says of plans.
const (
	ErrNotByMonth  rule.Code = "plan.not-by-month"
	ErrMemberIdle  rule.Code = "plan.member-without-task"
	ErrPeriodShort rule.Code = "plan.period-not-covered"
	ErrBeyondText  rule.Code = "plan.beyond-text"
)

// What the text is read to say.
const (
	ErrMonthUnaddressed   rule.Code = "plan.month-unaddressed"
	ErrMonthWithoutVisit  rule.Code = "plan.month-without-visit"
	ErrTasksAndMeetings   rule.Code = "plan.tasks-and-meetings"
	ErrProgramSilent      rule.Code = "plan.program-silent"
	ErrSeveralCommunes    rule.Code = "plan.several-communes"
	ErrGoalUntraced       rule.Code = "plan.goal-untraced"
	ErrGoalNotInPeriod    rule.Code = "plan.goal-not-in-period"
	ErrNoProvincialBasis  rule.Code = "plan.no-provincial-basis"
	ErrReceiptNotRecorded rule.Code = "plan.receipt-not-recorded"
)

// What a host demands.
const (
	ErrFewVisitsInMonth   rule.Code = "plan.few-visits-in-month"
	ErrFewVisitsInQuarter rule.Code = "plan.few-visits-in-quarter"
	ErrSharedTask         rule.Code = "plan.shared-task"
	ErrNoFocus            rule.Code = "plan.no-focus"
)

// What a record contradicts in itself.
const (
	ErrNoPlan              rule.Code = "plan.none"
	ErrAssignment          rule.Code = "plan.other-assignment"
	ErrRepeatedID          rule.Code = "plan.repeated-id"
	ErrNotADate            rule.Code = "plan.not-a-date"
	ErrDayMissing          rule.Code = "plan.day-missing"
	ErrRepeatedSection     rule.Code = "plan.repeated-section"
	ErrMonthOutsideQuarter rule.Code = "plan.month-outside-quarter"
	ErrOutside             rule.Code = "plan.outside"
	ErrMisfiled            rule.Code = "plan.misfiled"
	ErrVisitAndReason      rule.Code = "plan.visit-and-reason"
	ErrNotInTeam           rule.Code = "plan.not-in-team"
	ErrUnknownGoal         rule.Code = "plan.unknown-goal"
	ErrNegative            rule.Code = "plan.negative"
	ErrGiftDiffers         rule.Code = "plan.gift-differs"
	ErrHistoryOrder        rule.Code = "plan.history-order"
	ErrUnknownRevision     rule.Code = "plan.unknown-revision"
	ErrSentBeforeIssue     rule.Code = "plan.sent-before-issue"
	ErrReceivedBeforeSent  rule.Code = "plan.received-before-sent"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrNotByMonth, Origin: rule.OriginText, Source: duty.Dispatch(bulletPlans), Duty: duty.ByMonth,
		Text: rule.Text{
			Vi: "kế hoạch năm không ghi tháng nào trong thời gian kế hoạch ({span}); việc đi cơ sở phải cụ thể hóa từng quý, tháng",
			En: "the annual plan sets out no month of its span ({span}); going to the grassroots is set out by quarter and month"}},
	rule.Rule{Code: ErrMemberIdle, Origin: rule.OriginText, Source: duty.Dispatch(bulletPlans), Duty: duty.TeamWork,
		Text: rule.Text{
			Vi: "{member} chưa được phân công việc cụ thể, và Tổ giúp việc không được cử dự họp của xã",
			En: "{member} has no task, and the team is not sent to the commune's meetings"}},
	rule.Rule{Code: ErrPeriodShort, Origin: rule.OriginText, Source: duty.Dispatch(bulletPlans), Duty: duty.PeriodPlan,
		Text: rule.Text{
			Vi: "kế hoạch giai đoạn không gồm đủ các năm {first}–{last}",
			En: "the period plan does not cover the years {first} to {last}"}},
	rule.Rule{Code: ErrBeyondText, Origin: rule.OriginText, Source: duty.Dispatch(bulletPlans), Duty: duty.AnnualPlan,
		Text: rule.Text{
			Vi: "văn bản áp dụng cho giai đoạn {first}–{last}; chưa có văn bản thay thế cho thời gian khác",
			En: "text of {first}–{last}; its successor was not supplied"}},

	rule.Rule{Code: ErrMonthUnaddressed, Origin: rule.OriginReading, Passage: duty.Dispatch(bulletPlans), Duty: duty.ByMonth, Switch: "Mandate.Months",
		Alternative: rule.Text{
			Vi: "có thể không ghi tháng nào đó; hoặc tháng nào cũng phải có chuyến đi",
			En: "a month may be absent; or every month needs a visit"},
		Text: rule.Text{
			Vi: "tháng {month} chưa có chuyến đi cơ sở, cũng chưa ghi lý do không đi",
			En: "month {month} has neither a visit nor the reason for none"}},
	rule.Rule{Code: ErrMonthWithoutVisit, Origin: rule.OriginReading, Passage: duty.Dispatch(bulletPlans), Duty: duty.ByMonth, Switch: "Mandate.Months",
		Alternative: rule.Text{
			Vi: "ghi rõ lý do không đi cũng được",
			En: "the reason for having none will do"},
		Text: rule.Text{
			Vi: "tháng {month} chưa có chuyến đi cơ sở",
			En: "month {month} has no visit"}},
	rule.Rule{Code: ErrTasksAndMeetings, Origin: rule.OriginReading, Passage: duty.Dispatch(bulletPlans), Duty: duty.TeamWork, Switch: "Mandate.Team",
		Alternative: rule.Text{
			Vi: "có thể vừa phân công việc vừa cử Tổ giúp việc dự họp",
			En: "both may be done"},
		Text: rule.Text{
			Vi: "vừa phân công việc cho từng thành viên vừa cử Tổ giúp việc dự họp, trong khi chỉ chọn một trong hai",
			En: "each member has a task and the team is sent to meetings, where one of the two is meant"}},
	rule.Rule{Code: ErrProgramSilent, Origin: rule.OriginReading, Passage: duty.Dispatch(""), Switch: "Mandate.SeparatePlans",
		Alternative: rule.Text{
			Vi: "mỗi chương trình có thể có kế hoạch riêng",
			En: "each program may have a plan of its own"},
		Text: rule.Text{
			Vi: "kế hoạch không có mục tiêu về {program}",
			En: "the plan has no goal of {program}"}},
	rule.Rule{Code: ErrSeveralCommunes, Origin: rule.OriginReading, Passage: duty.Dispatch(bulletPlans), Duty: duty.PeriodPlan, Switch: "Mandate.SharedPlans",
		Alternative: rule.Text{
			Vi: "một kế hoạch có thể dùng cho nhiều xã của cùng một lãnh đạo",
			En: "one plan may serve several communes of a leader"},
		Text: rule.Text{
			Vi: "kế hoạch ghi cho nhiều phân công; mỗi xã được phân công có kế hoạch riêng",
			En: "the plan is meant for several assignments; each assigned commune has its own"}},
	rule.Rule{Code: ErrGoalUntraced, Origin: rule.OriginReading, Passage: duty.Dispatch(footnotePlans), Duty: duty.TracePlans, Switch: "Mandate.TraceWhole",
		Alternative: rule.Text{
			Vi: "chỉ cần kế hoạch nêu kế hoạch của tỉnh làm căn cứ",
			En: "the plan as a whole names the province's plan"},
		Text: rule.Text{
			Vi: "mục tiêu chưa gắn với {above}",
			En: "the goal does not trace to {above}"}},
	rule.Rule{Code: ErrGoalNotInPeriod, Origin: rule.OriginReading, Passage: duty.Dispatch(footnotePlans), Duty: duty.TracePlans, Switch: "Mandate.TraceWhole",
		Alternative: rule.Text{
			Vi: "chỉ cần kế hoạch nêu kế hoạch của tỉnh làm căn cứ",
			En: "the plan as a whole names the province's plan"},
		Text: rule.Text{
			Vi: "kế hoạch giai đoạn không có mục tiêu «{id}» cùng chương trình",
			En: "the period plan has no goal {id} of the same program"}},
	rule.Rule{Code: ErrNoProvincialBasis, Origin: rule.OriginReading, Passage: duty.Dispatch(footnotePlans), Duty: duty.TracePlans, Switch: "Mandate.TraceWhole",
		Alternative: rule.Text{
			Vi: "từng mục tiêu gắn với kế hoạch cấp trên",
			En: "each goal traces to the plan above"},
		Text: rule.Text{
			Vi: "kế hoạch không nêu kế hoạch, nhiệm vụ nào của tỉnh làm căn cứ",
			En: "the plan names no plan or task of the province"}},
	rule.Rule{Code: ErrReceiptNotRecorded, Origin: rule.OriginReading, Passage: duty.Dispatch(footnotePlans), Duty: duty.SendPlans, Switch: "Mandate.Timely",
		Alternative: rule.Text{
			Vi: "tính theo ngày gửi",
			En: "the day of sending decides"},
		Text: rule.Text{
			Vi: "chưa ghi ngày nhận, trong khi đúng hạn tính theo ngày nhận",
			En: "the day of receipt, which decides, is not recorded"}},

	rule.PolicyRule(ErrFewVisitsInMonth, "Mandate.MinVisitsPerMonth", duty.ByMonth,
		"tháng {month} có {have} chuyến đi; địa phương yêu cầu ít nhất {least}",
		"month {month} has {have} visits; the host asks for at least {least}"),
	rule.PolicyRule(ErrFewVisitsInQuarter, "Mandate.MinVisitsPerQuarter", duty.ByMonth,
		"quý {quarter} có {have} chuyến đi; địa phương yêu cầu ít nhất {least}",
		"quarter {quarter} has {have} visits; the host asks for at least {least}"),
	rule.PolicyRule(ErrSharedTask, "Mandate.OneResponsible", duty.TeamWork,
		"việc giao cho {have} thành viên; địa phương yêu cầu một người chịu trách nhiệm",
		"the task has {have} members; the host asks for one"),
	rule.PolicyRule(ErrNoFocus, "Mandate.FocusDemanded", "",
		"phong trào thi đua chưa gắn với nội dung trọng tâm nào",
		"the emulation movement names no focus content"),

	rule.FormRule(ErrNoPlan, "không có kế hoạch nào", "no plan is given"),
	rule.FormRule(ErrAssignment, "kế hoạch thuộc phân công «{id}», không phải phân công được xét", "the plan belongs to the assignment {id}, which is not the one given"),
	rule.FormRule(ErrRepeatedID, "mã «{id}» đã dùng trong kế hoạch này", "the id {id} is used twice in the plan"),
	rule.FormRule(ErrNotADate, "không có ngày, tháng, quý hay năm {value}", "there is no day, month, quarter or year {value}"),
	rule.FormRule(ErrDayMissing, "chưa ghi ngày", "the day is missing"),
	rule.FormRule(ErrRepeatedSection, "mục {value} ghi hai lần", "the section {value} stands twice"),
	rule.FormRule(ErrMonthOutsideQuarter, "tháng {month} không thuộc quý {quarter}", "month {month} is not in quarter {quarter}"),
	rule.FormRule(ErrOutside, "{value} nằm ngoài thời gian của kế hoạch ({span})", "{value} lies outside the days of the plan ({span})"),
	rule.FormRule(ErrMisfiled, "ngày {value} không thuộc tháng {month} của năm kế hoạch", "{value} is not in month {month} of the plan's year"),
	rule.FormRule(ErrVisitAndReason, "tháng {month} vừa có chuyến đi vừa ghi lý do không đi", "month {month} has a visit and a reason for none"),
	rule.FormRule(ErrNotInTeam, "Tổ giúp việc không có thành viên mang mã này", "the team has no member of this id"),
	rule.FormRule(ErrUnknownGoal, "kế hoạch không có mục tiêu «{id}»", "the plan has no goal {id}"),
	rule.FormRule(ErrNegative, "số lượng hoặc giá trị âm: {value}", "an amount or value below zero: {value}"),
	rule.FormRule(ErrGiftDiffers, "khoản đóng góp «{id}» ghi ở hai nơi không giống nhau", "the contribution {id} is told differently elsewhere in the plan"),
	rule.FormRule(ErrHistoryOrder, "ngày ban hành {value} sớm hơn lần trước", "the day of issue {value} is before that of the entry above"),
	rule.FormRule(ErrUnknownRevision, "không rõ gửi bản nào", "it is not clear which entry of the history was sent"),
	rule.FormRule(ErrSentBeforeIssue, "gửi trước ngày ban hành {value}", "sent before its day of issue {value}"),
	rule.FormRule(ErrReceivedBeforeSent, "nhận trước khi gửi", "received before it was sent"),
)

// Rules lists the rules of plans.
func Rules() []rule.Rule { return table.Rules() }

// cite makes a finding cite this mandate's own text: the rows of the table cite
// the dispatch of Lào Cai, and another province has another text.
func (m *Mandate) cite(f rule.Finding) rule.Finding {
	row := *f.Rule
	at, known := m.Provisions[row.Duty]
	if row.Duty == "" || !known {
		at = m.Source
	}
	switch row.Origin {
	case rule.OriginText:
		if at == row.Source {
			return f
		}
		row.Source = at
	case rule.OriginReading:
		if at == row.Passage {
			return f
		}
		row.Passage = at
	default:
		return f
	}
	f.Rule = &row
	return f
}
