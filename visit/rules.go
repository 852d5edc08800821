package visit

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// bulletVisits is the place of the dispatch that speaks of visits.
const bulletVisits = "mục 1, gạch đầu dòng 4"

// What the text says of visits.
const (
	ErrContentMissing  rule.Code = "visit.content-missing"
	ErrNoticeMissing   rule.Code = "visit.notice-missing"
	ErrNoticeNotBefore rule.Code = "visit.notice-not-before"
)

// What the text is read to say. The last two are advice: the answer hangs on them.
const (
	ErrContentBlank     rule.Code = "visit.content-blank"
	ErrNoticeElsewhere  rule.Code = "visit.notice-elsewhere"
	ErrNoticeOfOld      rule.Code = "visit.notice-of-old-visit"
	ErrInvitationServes rule.Code = "visit.invitation-serves"
	ErrTeamAlone        rule.Code = "visit.team-alone"
)

// What a host demands.
const (
	ErrContentGeneric  rule.Code = "visit.content-generic"
	ErrContentDiffers  rule.Code = "visit.content-differs"
	ErrNotAcknowledged rule.Code = "visit.notice-not-acknowledged"
)

// What a record contradicts in itself.
const (
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
)

var table = rule.MustTable(
	textRule(ErrContentMissing, duty.VisitContent,
		"chuyến đi chưa có nội dung nào", "the visit has no content at all"),
	textRule(ErrNoticeMissing, duty.NotifyVisit,
		"chưa ghi nhận thông báo nào cho xã trước chuyến đi", "no notice to the commune before the visit is recorded"),
	textRule(ErrNoticeNotBefore, duty.NotifyVisit,
		"xã phải được báo trước chuyến đi ({start}); việc báo ghi {sent}", "the commune is to be told before the visit ({start}); it was told {sent}"),

	readingRule(ErrContentBlank, duty.VisitContent, "Policy.BlankContent",
		"nội dung để trống nên chưa phải là nội dung", "the content is blank, which is no content",
		"mục đã lập, dù để trống, cũng là có nội dung", "an item that was set down is content, blank or not"),
	readingRule(ErrNoticeElsewhere, duty.NotifyVisit, "Policy.AnyUnitTold",
		"thông báo gửi {to}, không phải xã được đến ({commune})", "the notice went to {to}, not to the commune visited ({commune})",
		"báo cho đơn vị khác, như cấp huyện, cũng là báo cho xã", "telling another unit, such as the district, tells the commune"),
	readingRule(ErrNoticeOfOld, duty.NotifyVisit, "Policy.OldNoticeServes",
		"thông báo là của chuyến đi «{visit}» trước khi dời; chuyến đi mới cần thông báo mới", "the notice was for the visit {visit} before it was moved; the new visit needs its own",
		"thông báo cũ vẫn có giá trị cho chuyến đi đã dời", "the old notice still serves the visit that was moved"),
	readingRule(ErrInvitationServes, duty.NotifyVisit, "Policy.SeparateNotice",
		"giấy mời của xã đã được nhận lời, có nội dung, nên được tính là thông báo cho cuộc họp này", "the commune's invitation was accepted and carries an agenda, so it serves as notice of this meeting",
		"nhận lời mời chưa phải là thông báo; vẫn cần thông báo riêng", "accepting is no notice; a separate one is needed"),
	readingRule(ErrTeamAlone, duty.NotifyVisit, "Policy.TeamFree",
		"chuyến đi chỉ có Tổ giúp việc cũng phải có nội dung và báo trước", "a visit of the assisting team alone also needs content and notice",
		"yêu cầu này chỉ áp dụng khi lãnh đạo đi", "this is asked only where the leader goes"),

	rule.PolicyRule(ErrContentGeneric, "Policy.Generic, Policy.Phrases", duty.VisitContent,
		"nội dung «{text}» chỉ gồm cụm từ không nói rõ việc gì, theo danh sách của địa phương", "the content {text} is nothing but generic phrases of the host's list"),
	rule.PolicyRule(ErrContentDiffers, "Policy.SameContent", duty.NotifyVisit,
		"nội dung đã báo và nội dung chuyến đi phải như nhau: «{text}»", "what was announced and what the visit is for are the same: {text}"),
	rule.PolicyRule(ErrNotAcknowledged, "Policy.Acknowledged", duty.NotifyVisit,
		"xã cần xác nhận đã nhận thông báo trước chuyến đi", "the commune acknowledges the notice before the visit"),

	rule.FormRule(ErrNotAssigned, "chuyến đi cần nằm trong một phân công giúp xã {commune} có hiệu lực ngày {day}", "the visit lies within an assignment to the commune {commune} that is active on {day}"),
	rule.FormRule(ErrStartMissing, "chưa ghi chuyến đi bắt đầu khi nào", "when the visit begins is not stated"),
	rule.FormRule(ErrMoment, "thời điểm {value} không có thật", "the moment {value} does not exist"),
	rule.FormRule(ErrEndBeforeStart, "kết thúc ({end}) trước khi bắt đầu ({start})", "it ends ({end}) before it begins ({start})"),
	rule.FormRule(ErrUrgentReason, "ghi là đi đột xuất nhưng không nêu lý do", "marked urgent without saying why"),
	rule.FormRule(ErrMovedFromItself, "chuyến đi ghi là dời từ chính nó", "the visit is moved from itself"),
	rule.FormRule(ErrNoticeOfOther, "thông báo là của chuyến đi khác («{visit}»)", "the notice is for another visit ({visit})"),
	rule.FormRule(ErrInvitationOther, "giấy mời là của xã khác hoặc mời lãnh đạo khác («{id}»)", "the invitation is another commune's, or invites another leader ({id})"),
	rule.FormRule(ErrInvitationAnswer, "nhận lời ({accepted}) trước khi mời ({sent})", "accepted ({accepted}) before it was sent ({sent})"),
	rule.FormRule(ErrReportBeforeVisit, "báo cáo kết quả ({sent}) trước chuyến đi ({start})", "the result is reported ({sent}) before the visit ({start})"),
)

func textRule(c rule.Code, d rule.DutyID, vi, en string) rule.Rule {
	return rule.Rule{Code: c, Origin: rule.OriginText, Source: duty.Dispatch(bulletVisits), Duty: d, Text: rule.Text{Vi: vi, En: en}}
}

func readingRule(c rule.Code, d rule.DutyID, field, vi, en, elseVi, elseEn string) rule.Rule {
	return rule.Rule{Code: c, Origin: rule.OriginReading, Passage: duty.Dispatch(bulletVisits), Duty: d, Switch: field,
		Text: rule.Text{Vi: vi, En: en}, Alternative: rule.Text{Vi: elseVi, En: elseEn}}
}

// Rules lists the rules of visits.
func Rules() []rule.Rule { return table.Rules() }
