package plan

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// What the text says of plans.
const (
	ErrNotByMonth  rule.Code = "plan.not-by-month"
	ErrMemberIdle  rule.Code = "plan.member-without-task"
	ErrPeriodShort rule.Code = "plan.period-not-covered"
	ErrBeyondText  rule.Code = "plan.beyond-text"
	ErrNotReviewed rule.Code = "plan.not-reviewed"
	ErrNotBuilt    rule.Code = "plan.not-built"
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
	ErrProvinceOtherSpan  rule.Code = "plan.province-other-span"
	AdviceTargetDiffers   rule.Code = "plan.target-of-year-differs"
)

// What a host demands.
const (
	ErrFewVisitsInMonth   rule.Code = "plan.few-visits-in-month"
	ErrFewVisitsInQuarter rule.Code = "plan.few-visits-in-quarter"
	ErrSharedTask         rule.Code = "plan.shared-task"
	ErrNoFocus            rule.Code = "plan.no-focus"
	ErrStepBack           rule.Code = "plan.step-back"
	ErrUnmetUnplanned     rule.Code = "plan.unmet-unplanned"
	ErrMetNotKept         rule.Code = "plan.met-not-kept"
	ErrChangeUnexplained  rule.Code = "plan.change-unexplained"
	AdviceTooLate         rule.Code = "plan.change-too-late"
	AdviceReplaced        rule.Code = "plan.basis-replaced"
)

// What makes a mandate no mandate.
const (
	ErrNoBasis          rule.Code = "plan.no-basis"
	ErrNotLaidDown      rule.Code = "plan.not-laid-down"
	ErrMandateYears     rule.Code = "plan.mandate-years"
	ErrNoReceiver       rule.Code = "plan.no-receiver"
	ErrRepeatedReceiver rule.Code = "plan.repeated-receiver"
	ErrRepeatedProgram  rule.Code = "plan.repeated-program"
	ErrDeadlineYear     rule.Code = "plan.deadline-year"
	ErrDeadlineDay      rule.Code = "plan.deadline-day"
	ErrSeveralDeadlines rule.Code = "plan.several-deadlines"
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
	ErrYearsReversed       rule.Code = "plan.years-reversed"
	ErrDaysReversed        rule.Code = "plan.days-reversed"
	ErrUnknownActivity     rule.Code = "plan.unknown-activity"
	ErrCircle              rule.Code = "plan.circle"
	ErrCountOrder          rule.Code = "plan.count-order"
	ErrNoSet               rule.Code = "plan.no-criteria-set"
	ErrOtherSet            rule.Code = "plan.other-criteria-set"
	ErrYearOrder           rule.Code = "plan.year-order"
	ErrLastTarget          rule.Code = "plan.last-target"
	ErrOtherPlan           rule.Code = "plan.other-plan"
	ErrHistoryBroken       rule.Code = "plan.history-broken"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrNotByMonth, Origin: rule.OriginText, Duty: duty.ByMonth,
		Text: rule.Text{
			Vi: "kế hoạch năm không ghi tháng nào trong thời gian kế hoạch ({span}); việc đi cơ sở phải cụ thể hóa từng quý, tháng",
			En: "the annual plan sets out no month of its span ({span}); going to the grassroots is set out by quarter and month"}},
	rule.Rule{Code: ErrMemberIdle, Origin: rule.OriginText, Duty: duty.TeamWork,
		Text: rule.Text{
			Vi: "{member} chưa được phân công việc cụ thể, và Tổ giúp việc không được cử dự họp của xã",
			En: "{member} has no task, and the team is not sent to the commune's meetings"}},
	rule.Rule{Code: ErrPeriodShort, Origin: rule.OriginText, Duty: duty.PeriodPlan,
		Text: rule.Text{
			Vi: "kế hoạch giai đoạn không gồm đủ các năm {first}–{last}",
			En: "the period plan does not cover the years {first} to {last}"}},
	rule.Rule{Code: ErrBeyondText, Origin: rule.OriginText, Duty: duty.AnnualPlan,
		Text: rule.Text{
			Vi: "văn bản áp dụng cho giai đoạn {first}–{last}; chưa có văn bản thay thế cho thời gian khác",
			En: "the text is of the period {first} to {last}; no text of other years was supplied"}},
	rule.Rule{Code: ErrNotReviewed, Origin: rule.OriginText, Duty: duty.ReviewPlan,
		Text: rule.Text{
			Vi: "lãnh đạo giữ nguyên xã chưa rà soát và gửi kế hoạch {time} đến «{to}»; hạn cuối {latest}",
			En: "the leader keeps the commune; no review of the plan of {time} was sent to {to}; the last day was {latest}"}},
	rule.Rule{Code: ErrNotBuilt, Origin: rule.OriginText, Duty: duty.BuildPlans,
		Text: rule.Text{
			Vi: "lãnh đạo mới được phân công hoặc đổi xã chưa xây dựng và gửi kế hoạch {time} đến «{to}»; hạn cuối {latest}",
			En: "the leader is new to the commune; no plan of {time} was built and sent to {to}; the last day was {latest}"}},

	rule.Rule{Code: ErrMonthUnaddressed, Origin: rule.OriginReading, Duty: duty.ByMonth, Switch: "Mandate.Months",
		Alternative: rule.Text{
			Vi: "có thể không ghi tháng nào đó; hoặc tháng nào cũng phải có chuyến đi",
			En: "a month may be absent; or every month needs a visit"},
		Text: rule.Text{
			Vi: "tháng {month} chưa có chuyến đi cơ sở, cũng chưa ghi lý do không đi",
			En: "month {month} has neither a visit nor a reason for having none"}},
	rule.Rule{Code: ErrMonthWithoutVisit, Origin: rule.OriginReading, Duty: duty.ByMonth, Switch: "Mandate.Months",
		Alternative: rule.Text{
			Vi: "ghi rõ lý do không đi cũng được",
			En: "the reason for having none will do"},
		Text: rule.Text{
			Vi: "tháng {month} chưa có chuyến đi cơ sở",
			En: "month {month} has no visit"}},
	rule.Rule{Code: ErrTasksAndMeetings, Origin: rule.OriginReading, Duty: duty.TeamWork, Switch: "Mandate.Team",
		Alternative: rule.Text{
			Vi: "có thể vừa phân công việc vừa cử Tổ giúp việc dự họp",
			En: "both may be done"},
		Text: rule.Text{
			Vi: "vừa phân công việc cho từng thành viên vừa cử Tổ giúp việc dự họp, trong khi chỉ chọn một trong hai",
			En: "each member has a task and the team is sent to meetings, where one of the two is meant"}},
	rule.Rule{Code: ErrProgramSilent, Origin: rule.OriginReading, Switch: "Mandate.SeparatePlans",
		Alternative: rule.Text{
			Vi: "mỗi chương trình có thể có kế hoạch riêng",
			En: "each program may have a plan of its own"},
		Text: rule.Text{
			Vi: "kế hoạch không có mục tiêu về {program}",
			En: "the plan has no goal of {program}"}},
	rule.Rule{Code: ErrSeveralCommunes, Origin: rule.OriginReading, Duty: duty.PeriodPlan, Switch: "Mandate.SharedPlans",
		Alternative: rule.Text{
			Vi: "một kế hoạch có thể dùng cho nhiều xã của cùng một lãnh đạo",
			En: "one plan may serve several communes of a leader"},
		Text: rule.Text{
			Vi: "kế hoạch ghi cho nhiều phân công; mỗi xã được phân công có kế hoạch riêng",
			En: "the plan is meant for several assignments; each assigned commune has its own"}},
	rule.Rule{Code: ErrGoalUntraced, Origin: rule.OriginReading, Duty: duty.TracePlans, Switch: "Mandate.TraceWhole",
		Alternative: rule.Text{
			Vi: "chỉ cần kế hoạch nêu kế hoạch của tỉnh làm căn cứ",
			En: "the plan as a whole names the province's plan"},
		Text: rule.Text{
			Vi: "mục tiêu chưa gắn với {above}",
			En: "the goal does not trace to {above}"}},
	rule.Rule{Code: ErrGoalNotInPeriod, Origin: rule.OriginReading, Duty: duty.TracePlans, Switch: "Mandate.TraceWhole",
		Alternative: rule.Text{
			Vi: "chỉ cần kế hoạch nêu kế hoạch của tỉnh làm căn cứ",
			En: "the plan as a whole names the province's plan"},
		Text: rule.Text{
			Vi: "kế hoạch giai đoạn không có mục tiêu «{id}» cùng chương trình",
			En: "the period plan has no goal {id} of the same program"}},
	rule.Rule{Code: ErrNoProvincialBasis, Origin: rule.OriginReading, Duty: duty.TracePlans, Switch: "Mandate.TraceWhole",
		Alternative: rule.Text{
			Vi: "từng mục tiêu gắn với kế hoạch cấp trên",
			En: "each goal traces to the plan above"},
		Text: rule.Text{
			Vi: "kế hoạch không nêu kế hoạch, nhiệm vụ nào của tỉnh làm căn cứ",
			En: "the plan names no plan or task of the province"}},
	rule.Rule{Code: ErrReceiptNotRecorded, Origin: rule.OriginReading, Duty: duty.SendPlans, Switch: "Mandate.Timely",
		Alternative: rule.Text{
			Vi: "tính theo ngày gửi",
			En: "the day of sending decides"},
		Text: rule.Text{
			Vi: "chưa ghi ngày nhận, trong khi đúng hạn tính theo ngày nhận",
			En: "the day of receipt, which decides, is not recorded"}},
	rule.Rule{Code: ErrProvinceOtherSpan, Origin: rule.OriginReading, Duty: duty.TracePlans, Switch: "Mandate.TraceWhole",
		Alternative: rule.Text{
			Vi: "chỉ cần kế hoạch nêu kế hoạch của tỉnh làm căn cứ",
			En: "the plan as a whole names the province's plan"},
		Text: rule.Text{
			Vi: "kế hoạch của tỉnh mà mục tiêu gắn với dành cho {span}, không gồm đủ thời gian của kế hoạch này",
			En: "the province's plan to which the goal traces speaks of {span}, which is not all of this plan's years"}},
	rule.Rule{Code: AdviceTargetDiffers, Origin: rule.OriginReading, Duty: duty.TracePlans, Switch: "Mandate.TraceWhole",
		Alternative: rule.Text{
			Vi: "chỉ cần kế hoạch nêu kế hoạch của tỉnh làm căn cứ",
			En: "the plan as a whole names the province's plan"},
		Text: rule.Text{
			Vi: "chỉ tiêu năm là {have}, trong khi kế hoạch giai đoạn ghi {want} cho năm ấy",
			En: "the target of the year is {have}, and the period plan has {want} for that year"}},

	rule.Rule{Code: ErrFewVisitsInMonth, Origin: rule.OriginPolicy, Duty: duty.ByMonth, Switch: "Mandate.MinVisitsPerMonth",
		Text: rule.Text{
			Vi: "tháng {month} có {have} chuyến đi; địa phương yêu cầu ít nhất {least}",
			En: "month {month} has {have} visits; the host asks for at least {least}"}},
	rule.Rule{Code: ErrFewVisitsInQuarter, Origin: rule.OriginPolicy, Duty: duty.ByMonth, Switch: "Mandate.MinVisitsPerQuarter",
		Text: rule.Text{
			Vi: "quý {quarter} có {have} chuyến đi; địa phương yêu cầu ít nhất {least}",
			En: "quarter {quarter} has {have} visits; the host asks for at least {least}"}},
	rule.Rule{Code: ErrSharedTask, Origin: rule.OriginPolicy, Duty: duty.TeamWork, Switch: "Mandate.OneResponsible",
		Text: rule.Text{
			Vi: "việc giao cho {have} thành viên; địa phương yêu cầu một người chịu trách nhiệm",
			En: "the task has {have} members; the host asks for one"}},
	rule.Rule{Code: ErrNoFocus, Origin: rule.OriginPolicy, Duty: duty.CarryMovements, Switch: "Mandate.FocusDemanded",
		Text: rule.Text{
			Vi: "phong trào thi đua chưa gắn với nội dung trọng tâm nào",
			En: "the emulation movement names no focus content"}},
	rule.Rule{Code: ErrStepBack, Origin: rule.OriginPolicy, Switch: "Mandate.SteadyTargets",
		Text: rule.Text{
			Vi: "chỉ tiêu năm {year} lùi từ {before} về {value} mà chưa ghi lý do",
			En: "the target of {year} steps back from {before} to {value} without a reason"}},
	rule.Rule{Code: ErrUnmetUnplanned, Origin: rule.OriginPolicy, Switch: "Mandate.UnmetPlanned",
		Text: rule.Text{
			Vi: "tiêu chí {criterion} chưa đạt mà kế hoạch chưa có mục tiêu hoặc việc làm tương ứng; địa phương yêu cầu có",
			En: "criterion {criterion} is not met, and the plan has no goal or no activity for it; the host asks for them"}},
	rule.Rule{Code: ErrMetNotKept, Origin: rule.OriginPolicy, Switch: "Mandate.MetKept",
		Text: rule.Text{
			Vi: "tiêu chí {criterion} đã đạt mà kế hoạch chưa có mục tiêu giữ vững; địa phương yêu cầu có",
			En: "criterion {criterion} is met, and no goal of the plan keeps it; the host asks for one"}},
	rule.Rule{Code: ErrChangeUnexplained, Origin: rule.OriginPolicy, Switch: "Mandate.ChangesExplained",
		Text: rule.Text{
			Vi: "bản này thay đổi {have} nội dung mà không ghi lý do; địa phương yêu cầu ghi",
			En: "this version makes {have} changes and gives no reason; the host asks for one"}},
	rule.Rule{Code: AdviceTooLate, Origin: rule.OriginPolicy, Switch: "Mandate.LaterUndoes",
		Text: rule.Text{
			Vi: "thay đổi «{item}» ban hành ngày {day}, sau ngày {until} mà nó nói đến; bản trước vẫn là thước đo của những ngày ấy",
			En: "the change of {item} was issued on {day}, after {until} of which it speaks; the earlier version stays the measure of those days"}},
	rule.Rule{Code: AdviceReplaced, Origin: rule.OriginPolicy, Switch: "Mandate.OldBasis",
		Text: rule.Text{
			Vi: "{old} đã được thay bằng {by} từ ngày {from}, trước ngày {issued} của bản này",
			En: "{old} was replaced by {by} from {from} on, before {issued}, the day of this version"}},

	rule.Rule{Code: ErrNoPlan, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có kế hoạch nào", En: "no plan is given"}},
	rule.Rule{Code: ErrAssignment, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kế hoạch thuộc phân công «{id}», không phải phân công được xét", En: "the plan belongs to the assignment {id}, which is not the one given"}},
	rule.Rule{Code: ErrRepeatedID, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mã «{id}» đã dùng trong kế hoạch này", En: "the id {id} is used twice in the plan"}},
	rule.Rule{Code: ErrNotADate, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có ngày, tháng, quý hay năm {value}", En: "there is no day, month, quarter or year {value}"}},
	rule.Rule{Code: ErrDayMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi ngày", En: "the day is missing"}},
	rule.Rule{Code: ErrRepeatedSection, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mục {value} ghi hai lần", En: "the section {value} appears twice"}},
	rule.Rule{Code: ErrMonthOutsideQuarter, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tháng {month} không thuộc quý {quarter}", En: "month {month} is not in quarter {quarter}"}},
	rule.Rule{Code: ErrOutside, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{value} nằm ngoài thời gian của kế hoạch ({span})", En: "{value} lies outside the days of the plan ({span})"}},
	rule.Rule{Code: ErrMisfiled, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày {value} không thuộc tháng {month} của năm kế hoạch", En: "{value} is not in month {month} of the plan's year"}},
	rule.Rule{Code: ErrVisitAndReason, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tháng {month} vừa có chuyến đi vừa ghi lý do không đi", En: "month {month} has a visit and a reason for having none"}},
	rule.Rule{Code: ErrNotInTeam, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "Tổ giúp việc không có thành viên mang mã này", En: "the team has no member of this id"}},
	rule.Rule{Code: ErrUnknownGoal, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kế hoạch không có mục tiêu «{id}»", En: "the plan has no goal {id}"}},
	rule.Rule{Code: ErrNegative, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "số lượng hoặc giá trị âm: {value}", En: "an amount or value below zero: {value}"}},
	rule.Rule{Code: ErrGiftDiffers, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "khoản đóng góp «{id}» ghi ở hai nơi không giống nhau", En: "the contribution {id} is told differently elsewhere in the plan"}},
	rule.Rule{Code: ErrHistoryOrder, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày ban hành {value} sớm hơn lần trước", En: "the day of issue {value} is before that of the entry above"}},
	rule.Rule{Code: ErrUnknownRevision, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không rõ gửi bản nào", En: "it is not clear which entry of the history was sent"}},
	rule.Rule{Code: ErrSentBeforeIssue, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "gửi trước ngày ban hành {value}", En: "sent before its day of issue {value}"}},
	rule.Rule{Code: ErrReceivedBeforeSent, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "nhận trước khi gửi", En: "received before it was sent"}},
	rule.Rule{Code: ErrYearsReversed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "năm cuối {last} trước năm đầu {first}", En: "the last year {last} is before the first year {first}"}},
	rule.Rule{Code: ErrDaysReversed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày cuối {last} trước ngày đầu, hoặc thiếu ngày đầu", En: "the last day {last} is before the first, or the first is missing"}},
	rule.Rule{Code: ErrUnknownActivity, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kế hoạch không có việc «{id}»", En: "the plan has no activity {id}"}},
	rule.Rule{Code: ErrCircle, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "việc «{id}» phải làm sau chính nó, qua một vòng tham chiếu", En: "the activity {id} comes after itself, by a circle of references"}},
	rule.Rule{Code: ErrCountOrder, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "lần ghi ngày {value} không theo thứ tự ngày", En: "the count of {value} is not in the order of the days"}},
	rule.Rule{Code: ErrNoSet, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mục tiêu nêu tiêu chí mà không ghi bộ tiêu chí nào", En: "the goal names criteria and no set of criteria"}},
	rule.Rule{Code: ErrOtherSet, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mục tiêu theo bộ tiêu chí «{set}», còn hiện trạng của xã theo «{other}»: không so được", En: "the goal is of the criteria set {set}, and the commune's situation of {other}: they cannot be compared"}},
	rule.Rule{Code: ErrYearOrder, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "năm {value} ghi hai lần hoặc không theo thứ tự", En: "the year {value} appears twice or out of order"}},
	rule.Rule{Code: ErrLastTarget, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chỉ tiêu năm cuối {value} khác chỉ tiêu của mục tiêu {target}", En: "the target of the last year {value} is not that of the goal, {target}"}},
	rule.Rule{Code: ErrOtherPlan, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không phải bản của cùng một kế hoạch với bản trước", En: "it is not a version of the same plan as the one before"}},
	rule.Rule{Code: ErrHistoryBroken, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "lịch sử của bản này không nối tiếp lịch sử của bản trước", En: "the history of this version does not go on from that of the one before"}},

	rule.Rule{Code: ErrNoBasis, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quy định đòi hỏi mà không ghi căn cứ vào văn bản nào", En: "the mandate makes demands and names no text as its basis"}},
	rule.Rule{Code: ErrNotLaidDown, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "văn bản không có quy định về «{duty}», là căn cứ của mục này", En: "the text does not lay down {duty}, on which this rests"}},
	rule.Rule{Code: ErrMandateYears, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "các năm {first}–{last} không hợp lệ, hoặc văn bản không áp dụng cho các năm ấy", En: "the years {first} to {last} are not valid, or the text does not apply to them"}},
	rule.Rule{Code: ErrNoReceiver, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi nơi nhận kế hoạch", En: "the body that receives the plans is missing"}},
	rule.Rule{Code: ErrRepeatedReceiver, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "nơi nhận «{body}» ghi hai lần", En: "the receiver {body} appears twice"}},
	rule.Rule{Code: ErrRepeatedProgram, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chương trình «{program}» ghi hai lần", En: "the program {program} appears twice"}},
	rule.Rule{Code: ErrDeadlineYear, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "năm {year} nằm ngoài giai đoạn {first}–{last}", En: "the year {year} is outside the period {first} to {last}"}},
	rule.Rule{Code: ErrDeadlineDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kế hoạch năm {year} không thể có hạn trước ngày {day}: hạn phải nằm trong năm ấy hoặc năm liền trước", En: "the plan of {year} cannot be due before {day}: its last day lies in that year or in the one before"}},
	rule.Rule{Code: ErrSeveralDeadlines, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kế hoạch {time} đã có một hạn khác", En: "the plan of {time} already has another deadline"}},
)

// Rules lists the rules of plans.
func Rules() []rule.Rule { return table.Rules() }
