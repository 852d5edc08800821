package meeting

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// What the text says of meetings.
const (
	ErrNoneInvited rule.Code = "meeting.none-invited"
	ErrNotBefore   rule.Code = "meeting.invitation-not-before"
	ErrNotReported rule.Code = "meeting.team-not-reported"
)

// What the text is read to say.
const (
	ErrNotAllInvited  rule.Code = "meeting.not-all-invited"
	AdviceTeamInstead rule.Code = "meeting.team-instead"
)

// What a host demands.
const (
	ErrInvitedLate rule.Code = "meeting.invitation-late"
	ErrOutcome     rule.Code = "meeting.outcome-missing"
	ErrReportLate  rule.Code = "meeting.report-late"
)

// What a record contradicts in itself, or says beside the roster.
const (
	ErrPolicy           rule.Code = "meeting.policy"
	ErrStartMissing     rule.Code = "meeting.start-missing"
	ErrMoment           rule.Code = "meeting.moment"
	ErrEndBeforeStart   rule.Code = "meeting.end-before-start"
	ErrInvitedTwice     rule.Code = "meeting.invited-twice"
	ErrAnsweredUnsent   rule.Code = "meeting.answered-before-sent"
	ErrNotHeld          rule.Code = "meeting.not-held"
	ErrPresentTwice     rule.Code = "meeting.present-twice"
	ErrNotInTeam        rule.Code = "meeting.not-in-team"
	ErrReportBefore     rule.Code = "meeting.report-before-meeting"
	AdviceNotAssigned   rule.Code = "meeting.not-assigned"
	AdviceAnswerDiffers rule.Code = "meeting.answer-differs"
	ErrContactDay       rule.Code = "meeting.contact-day"
	ErrContactOutside   rule.Code = "meeting.contact-outside"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrNoneInvited, Origin: rule.OriginText, Duty: duty.Invite,
		Text: rule.Text{Vi: "chưa ghi nhận xã mời lãnh đạo nào được phân công", En: "no invitation of an assigned leader is recorded"}},
	rule.Rule{Code: ErrNotBefore, Origin: rule.OriginText, Duty: duty.Invite,
		Text: rule.Text{Vi: "xã mời lãnh đạo trước cuộc họp ({start}); giấy mời ghi {sent}", En: "the commune is to invite the leader before the meeting ({start}); it invited {sent}"}},
	rule.Rule{Code: ErrNotReported, Origin: rule.OriginText, Duty: duty.TeamReports,
		Text: rule.Text{Vi: "Tổ giúp việc đã nắm tình hình; chưa ghi nhận việc báo cáo lãnh đạo", En: "the team grasped the situation; its report to the leader is not recorded"}},

	rule.Rule{Code: ErrNotAllInvited, Origin: rule.OriginReading, Duty: duty.Invite, Switch: "Policy.AnyLeader",
		Text:        rule.Text{Vi: "chưa ghi nhận xã mời {leader}; mọi lãnh đạo được phân công vào ngày họp đều được mời", En: "no invitation of {leader} is recorded; all leaders assigned on that day are invited"},
		Alternative: rule.Text{Vi: "mời một trong các lãnh đạo được phân công là đủ", En: "inviting one of the assigned leaders is enough"}},
	rule.Rule{Code: AdviceTeamInstead, Origin: rule.OriginReading, Duty: duty.LeaderAttends, Switch: "Policy.TeamForLeader",
		Text:        rule.Text{Vi: "Tổ giúp việc dự thay: là việc của Tổ, không tính là lãnh đạo dự", En: "the team came in the leader's place: that is the team's own duty, and not the leader's attendance"},
		Alternative: rule.Text{Vi: "Tổ giúp việc dự thay cũng là lãnh đạo dự", En: "where the team comes in the leader's place, the leader attended"}},

	rule.Rule{Code: ErrInvitedLate, Origin: rule.OriginPolicy, Duty: duty.Invite, Switch: "Policy.LeadTime",
		Text: rule.Text{Vi: "địa phương yêu cầu mời trước {lead}, tức chậm nhất {last}; giấy mời ghi {sent}", En: "the host asks for {lead}: no later than {last}; the leader was invited {sent}"}},
	rule.Rule{Code: ErrOutcome, Origin: rule.OriginPolicy, Duty: duty.TeamAttends, Also: duty.LeaderAttends, Switch: "Policy.BothRecorded",
		Text: rule.Text{Vi: "cần ghi cả việc đã nắm được và việc đã tuyên truyền", En: "what was grasped and what was explained must both be recorded"}},

	rule.Rule{Code: ErrReportLate, Origin: rule.OriginPolicy, Duty: duty.TeamReports, Switch: "Policy.ReportDue",
		Text: rule.Text{Vi: "địa phương yêu cầu Tổ giúp việc báo cáo trong {days} ngày làm việc sau cuộc họp, tức chậm nhất {last}; đã báo cáo {reported}", En: "the host asks the team to report within {days} working days of the meeting: no later than {last}; it reported {reported}"}},

	rule.Rule{Code: ErrPolicy, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quy định không dùng được: {why}", En: "the policy cannot be used: {why}"}},
	rule.Rule{Code: ErrStartMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi cuộc họp bắt đầu khi nào", En: "when the meeting begins is not stated"}},
	rule.Rule{Code: ErrMoment, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời điểm {value} không có thật", En: "the moment {value} does not exist"}},
	rule.Rule{Code: ErrEndBeforeStart, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kết thúc ({end}) trước khi bắt đầu ({start})", En: "it ends ({end}) before it begins ({start})"}},
	rule.Rule{Code: ErrInvitedTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "một lần mời lãnh đạo này được ghi hai lần", En: "one invitation of the leader is recorded twice"}},
	rule.Rule{Code: ErrAnsweredUnsent, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "trả lời ({answered}) trước khi mời ({sent})", En: "answered ({answered}) before it was sent ({sent})"}},
	rule.Rule{Code: ErrNotHeld, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi người dự mà chưa ghi cuộc họp đã diễn ra", En: "it is recorded who came, and not that the meeting was held"}},
	rule.Rule{Code: ErrPresentTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "người dự của lãnh đạo này ghi hai lần", En: "who came for this leader is recorded twice"}},
	rule.Rule{Code: ErrNotInTeam, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{id}» không thuộc Tổ giúp việc của lãnh đạo", En: "{id} does not belong to the leader's team"}},
	rule.Rule{Code: ErrReportBefore, Origin: rule.OriginForm, Duty: duty.TeamReports,
		Text: rule.Text{Vi: "Tổ giúp việc báo cáo ({reported}) trước cuộc họp ({start})", En: "the team reported ({reported}) before the meeting ({start})"}},
	rule.Rule{Code: AdviceNotAssigned, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "lãnh đạo này không được phân công giúp xã {commune} vào ngày {day}", En: "the leader is not assigned to the commune {commune} on {day}"}},
	rule.Rule{Code: AdviceAnswerDiffers, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "đã trả lời: {answer}; thực tế: {by}", En: "the answer was: {answer}; in fact: {by}"}},
	rule.Rule{Code: ErrContactDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi ngày liên hệ", En: "the day of the contact is not stated"}},
	rule.Rule{Code: ErrContactOutside, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày {day} không nằm trong phân công nào mang mã này", En: "{day} lies within no assignment of this id"}},
)

// Rules lists the rules of meetings and contacts. Where a province's text lays the duty of a
// row down is for its basis to say: a finding carries the passage.
func Rules() []rule.Rule { return table.Rules() }
