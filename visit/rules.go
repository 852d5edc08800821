package visit

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// What the text says of visits.
const (
	ErrContentMissing      rule.Code = "visit.content-missing"
	ErrNoticeMissing       rule.Code = "visit.notice-missing"
	ErrNoticeNotBefore     rule.Code = "visit.notice-not-before"
	ErrInvitationNotBefore rule.Code = "visit.invitation-not-before"
)

// What the text is read to say. The last two are always Advice: the answer depends on
// them.
const (
	ErrContentBlank        rule.Code = "visit.content-blank"
	ErrNoticeElsewhere     rule.Code = "visit.notice-elsewhere"
	ErrNoticeOfOld         rule.Code = "visit.notice-of-old-visit"
	AdviceInvitationServes rule.Code = "visit.invitation-serves"
	AdviceTeamAlone        rule.Code = "visit.team-alone"
)

// What a host demands.
const (
	ErrNoticeLate      rule.Code = "visit.notice-late"
	ErrItemUntied      rule.Code = "visit.item-untied"
	ErrContentGeneric  rule.Code = "visit.content-generic"
	ErrContentDiffers  rule.Code = "visit.content-differs"
	ErrNotAcknowledged rule.Code = "visit.notice-not-acknowledged"

	AdviceLeaderClash  rule.Code = "visit.leader-clash"
	AdviceCommuneClash rule.Code = "visit.commune-clash"
)

// What a record contradicts in itself.
const (
	ErrPolicy            rule.Code = "visit.policy"
	ErrNotAssigned       rule.Code = "visit.not-assigned"
	ErrStartMissing      rule.Code = "visit.start-missing"
	ErrMoment            rule.Code = "visit.moment"
	ErrEndBeforeStart    rule.Code = "visit.end-before-start"
	ErrUrgentReason      rule.Code = "visit.urgent-without-reason"
	ErrMovedFromItself   rule.Code = "visit.moved-from-itself"
	ErrNoticeOfOther     rule.Code = "visit.notice-of-other-visit"
	ErrInvitationOther   rule.Code = "visit.invitation-of-other"
	ErrInvitationAnswer  rule.Code = "visit.invitation-answered-before-sent"
	ErrReportBeforeVisit rule.Code = "visit.report-before-visit"
	ErrParticipantRole   rule.Code = "visit.participant-role"
	ErrParticipantTwice  rule.Code = "visit.participant-twice"
	ErrItemBoth          rule.Code = "visit.item-planned-and-ad-hoc"
	ErrActivityUnknown   rule.Code = "visit.activity-unknown"
	ErrBeforePlanned     rule.Code = "visit.before-planned"
	ErrAnsweredUnsent    rule.Code = "visit.acknowledged-before-sent"
	ErrMadeAndDropped    rule.Code = "visit.made-and-dropped"
	ErrNoticeOfDropped   rule.Code = "visit.notice-of-dropped"
	ErrRepeatedID        rule.Code = "visit.repeated-id"
	ErrMovedUnmatched    rule.Code = "visit.moved-unmatched"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrContentMissing, Origin: rule.OriginText, Duty: duty.VisitContent,
		Text: rule.Text{Vi: "chuyến đi chưa có nội dung nào", En: "the visit has no content at all"}},
	rule.Rule{Code: ErrNoticeMissing, Origin: rule.OriginText, Duty: duty.NotifyVisit,
		Text: rule.Text{Vi: "chưa ghi nhận thông báo nào cho xã trước chuyến đi", En: "no notice to the commune before the visit is recorded"}},
	rule.Rule{Code: ErrNoticeNotBefore, Origin: rule.OriginText, Duty: duty.NotifyVisit,
		Text: rule.Text{Vi: "xã phải được báo trước chuyến đi ({start}); việc báo ghi {sent}", En: "the commune is to be told before the visit ({start}); it was told {sent}"}},
	rule.Rule{Code: ErrInvitationNotBefore, Origin: rule.OriginText, Duty: duty.Invite,
		Text: rule.Text{Vi: "xã mời lãnh đạo trước cuộc họp ({start}); giấy mời ghi {sent}", En: "the commune is to invite the leader before the meeting ({start}); it invited {sent}"}},

	rule.Rule{Code: ErrContentBlank, Origin: rule.OriginReading, Duty: duty.VisitContent, Switch: "Policy.BlankContent",
		Text:        rule.Text{Vi: "nội dung để trống nên chưa phải là nội dung", En: "the content is blank, so it does not count as content"},
		Alternative: rule.Text{Vi: "mục đã lập, dù để trống, cũng là có nội dung", En: "an item that was set down is content, blank or not"}},
	rule.Rule{Code: ErrNoticeElsewhere, Origin: rule.OriginReading, Duty: duty.NotifyVisit, Switch: "Policy.AnyUnitTold",
		Text:        rule.Text{Vi: "thông báo gửi {to}, không phải xã được đến ({commune})", En: "the notice went to {to}, not to the commune visited ({commune})"},
		Alternative: rule.Text{Vi: "báo cho đơn vị khác, như cấp huyện, cũng là báo cho xã", En: "telling another unit, such as the district, tells the commune"}},
	rule.Rule{Code: ErrNoticeOfOld, Origin: rule.OriginReading, Duty: duty.NotifyVisit, Switch: "Policy.OldNoticeServes",
		Text:        rule.Text{Vi: "thông báo là của chuyến đi «{visit}» trước khi dời; chuyến đi mới cần thông báo mới", En: "the notice was for the visit {visit} before it was moved; the new visit needs its own"},
		Alternative: rule.Text{Vi: "thông báo cũ vẫn có giá trị cho chuyến đi đã dời", En: "the old notice still serves the visit that was moved"}},
	rule.Rule{Code: AdviceInvitationServes, Origin: rule.OriginReading, Duty: duty.NotifyVisit, Switch: "Policy.SeparateNotice",
		Text:        rule.Text{Vi: "giấy mời của xã đã được nhận lời, có nội dung, nên được tính là thông báo cho cuộc họp này", En: "the commune's invitation was accepted and carries an agenda, so it serves as notice of this meeting"},
		Alternative: rule.Text{Vi: "nhận lời mời chưa phải là thông báo; vẫn cần thông báo riêng", En: "accepting is not notice; a separate one is needed"}},
	rule.Rule{Code: AdviceTeamAlone, Origin: rule.OriginReading, Duty: duty.NotifyVisit, Switch: "Policy.TeamFree",
		Text:        rule.Text{Vi: "chuyến đi chỉ có Tổ giúp việc cũng phải có nội dung và báo trước", En: "a visit of the assisting team alone also needs content and notice"},
		Alternative: rule.Text{Vi: "yêu cầu này chỉ áp dụng khi lãnh đạo đi", En: "this is asked only where the leader goes"}},

	rule.Rule{Code: ErrNoticeLate, Origin: rule.OriginPolicy, Duty: duty.NotifyVisit, Switch: "Policy.LeadTime",
		Text: rule.Text{Vi: "địa phương yêu cầu báo trước {lead}, tức chậm nhất {last}; việc báo ghi {sent}, còn {given}", En: "the host asks for {lead}: no later than {last}; the commune was told {sent}, which leaves {given}"}},
	rule.Rule{Code: ErrContentGeneric, Origin: rule.OriginPolicy, Duty: duty.VisitContent, Switch: "Policy.Generic, Policy.Phrases",
		Text: rule.Text{Vi: "nội dung «{text}» chỉ gồm cụm từ không nói rõ việc gì, theo danh sách của địa phương", En: "the content {text} is nothing but generic phrases of the host's list"}},
	rule.Rule{Code: ErrContentDiffers, Origin: rule.OriginPolicy, Duty: duty.NotifyVisit, Switch: "Policy.SameContent",
		Text: rule.Text{Vi: "nội dung đã báo và nội dung chuyến đi phải như nhau: «{text}»", En: "what was announced and what the visit is for must be the same: {text}"}},
	rule.Rule{Code: ErrNotAcknowledged, Origin: rule.OriginPolicy, Duty: duty.NotifyVisit, Switch: "Policy.Acknowledged",
		Text: rule.Text{Vi: "xã cần xác nhận đã nhận thông báo trước chuyến đi", En: "the commune must acknowledge the notice before the visit"}},

	rule.Rule{Code: ErrItemUntied, Origin: rule.OriginPolicy, Duty: duty.VisitContent, Switch: "Policy.Tied",
		Text: rule.Text{Vi: "nội dung «{text}» cần ghi phục vụ hoạt động nào của kế hoạch, hoặc là việc phát sinh", En: "the item {text} must name the activity of the plan that it serves, or be called ad hoc"}},
	rule.Rule{Code: AdviceLeaderClash, Origin: rule.OriginPolicy, Switch: "Policy.ClashesAllowed",
		Text: rule.Text{Vi: "lãnh đạo còn chuyến đi «{other}» cùng ngày {day}", En: "the leader has another visit, {other}, on {day}"}},
	rule.Rule{Code: AdviceCommuneClash, Origin: rule.OriginPolicy, Switch: "Policy.ClashesAllowed",
		Text: rule.Text{Vi: "xã còn đón chuyến đi «{other}» cùng ngày {day}", En: "the commune receives another visit, {other}, on {day}"}},

	rule.Rule{Code: ErrPolicy, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quy định không dùng được: {why}", En: "the policy cannot be used: {why}"}},
	rule.Rule{Code: ErrNotAssigned, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chuyến đi cần nằm trong một phân công giúp xã {commune} có hiệu lực ngày {day}", En: "the visit must lie within an assignment to the commune {commune} that is active on {day}"}},
	rule.Rule{Code: ErrStartMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi chuyến đi bắt đầu khi nào", En: "when the visit begins is not stated"}},
	rule.Rule{Code: ErrMoment, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời điểm {value} không có thật", En: "the moment {value} does not exist"}},
	rule.Rule{Code: ErrEndBeforeStart, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kết thúc ({end}) trước khi bắt đầu ({start})", En: "it ends ({end}) before it begins ({start})"}},
	rule.Rule{Code: ErrUrgentReason, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi là đi đột xuất nhưng không nêu lý do", En: "marked urgent without saying why"}},
	rule.Rule{Code: ErrMovedFromItself, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chuyến đi ghi là dời từ chính nó", En: "the visit is moved from itself"}},
	rule.Rule{Code: ErrNoticeOfOther, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thông báo là của chuyến đi khác («{visit}»)", En: "the notice is for another visit ({visit})"}},
	rule.Rule{Code: ErrInvitationOther, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "giấy mời là của xã khác hoặc mời lãnh đạo khác («{id}»)", En: "the invitation is another commune's, or invites another leader ({id})"}},
	rule.Rule{Code: ErrInvitationAnswer, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "nhận lời ({accepted}) trước khi mời ({sent})", En: "accepted ({accepted}) before it was sent ({sent})"}},
	rule.Rule{Code: ErrReportBeforeVisit, Origin: rule.OriginForm, Duty: duty.ReportResults, Also: duty.TeamReports,
		Text: rule.Text{Vi: "báo cáo kết quả ({sent}) trước chuyến đi ({start})", En: "the result is reported ({sent}) before the visit ({start})"}},
	rule.Rule{Code: ErrParticipantRole, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{id}» ghi là {role}, nhưng phân công không ghi như vậy", En: "{id} goes as {role}, and the assignment says otherwise"}},
	rule.Rule{Code: ErrParticipantTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{id}» có tên hai lần trong đoàn", En: "{id} is listed twice"}},
	rule.Rule{Code: ErrItemBoth, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "nội dung vừa phục vụ hoạt động «{activity}» vừa ghi là việc phát sinh", En: "the item serves the activity {activity} and is called ad hoc"}},
	rule.Rule{Code: ErrActivityUnknown, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "kế hoạch không có hoạt động «{activity}»", En: "the plan has no activity {activity}"}},
	rule.Rule{Code: ErrBeforePlanned, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi {on}, trước khi chuyến đi được dự kiến ({planned})", En: "recorded {on}, before the visit was planned ({planned})"}},
	rule.Rule{Code: ErrAnsweredUnsent, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "xã xác nhận ({acknowledged}) trước khi được báo ({sent})", En: "acknowledged ({acknowledged}) before it was sent ({sent})"}},
	rule.Rule{Code: ErrMadeAndDropped, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chuyến đi ghi là đã diễn ra, lại ghi là đã hủy hoặc dời", En: "the visit is recorded as made and as cancelled or moved"}},
	rule.Rule{Code: ErrNoticeOfDropped, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "báo xã ({sent}) sau khi chuyến đi đã hủy hoặc dời ({dropped})", En: "the commune was told ({sent}) after the visit was cancelled or moved ({dropped})"}},
	rule.Rule{Code: ErrRepeatedID, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mã «{id}» ghi nhiều lần", En: "the id {id} appears more than once"}},
	rule.Rule{Code: ErrMovedUnmatched, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chuyến đi này và chuyến đi «{other}» không cùng ghi là chuyến nọ dời sang chuyến kia", En: "this visit and {other} do not both say that one was moved to the other"}},
)

// Rules lists the rules of visits. Where a province's text lays the duty of a row down
// is for its basis to say: a finding carries the passage.
func Rules() []rule.Rule { return table.Rules() }
