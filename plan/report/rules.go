package report

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The rules of periodic reports.
const (
	ErrDecreeWindow      rule.Code = "report.decree-window"
	ErrLateByText        rule.Code = "report.late-by-text"
	ErrProposalsReceiver rule.Code = "report.proposals-receiver"
	ErrReceiver          rule.Code = "report.results-receiver"
	ErrAlone             rule.Code = "report.alone"
	ErrLate              rule.Code = "report.late"
	ErrRowReceiver       rule.Code = "report.row-receiver"

	ErrNoPeriod           rule.Code = "report.no-period"
	ErrWindow             rule.Code = "report.window"
	ErrStatedDue          rule.Code = "report.stated-due"
	ErrNoAuthor           rule.Code = "report.no-author"
	ErrNoSubject          rule.Code = "report.no-subject"
	ErrDayMissing         rule.Code = "report.day-missing"
	ErrReceivedBeforeSent rule.Code = "report.received-before-sent"
	AdviceBeforeEnd       rule.Code = "report.sent-before-end"
	ErrRowTwice           rule.Code = "report.row-twice"
	ErrNoDuty             rule.Code = "report.no-duty"
	ErrRowDay             rule.Code = "report.row-day"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrDecreeWindow, Origin: rule.OriginLaw,
		Source: rule.Source{Kind: rule.Decree, Number: "09/2019/NĐ-CP", Date: rule.Day(2019, 1, 24), Issuer: "Chính phủ", Article: "12"},
		Text: rule.Text{
			Vi: "báo cáo {period} lấy số liệu {window}, không phải {have}",
			En: "the report of {period} has the data {window}, not {have}"}},
	rule.Rule{Code: ErrLateByText, Origin: rule.OriginText,
		Text: rule.Text{
			Vi: "báo cáo {period} gửi «{to}» ngày {day}, sau hạn cuối {latest} của văn bản",
			En: "the report of {period} was sent to {to} on {day}, after {latest}, the last day of the text"}},
	rule.Rule{Code: ErrProposalsReceiver, Origin: rule.OriginText, Duty: duty.AggregateProposals,
		Text: rule.Text{
			Vi: "đề xuất, kiến nghị của lãnh đạo chưa báo cáo «{to}»",
			En: "the leaders' proposals were not reported to {to}"}},
	rule.Rule{Code: ErrReceiver, Origin: rule.OriginReading, Duty: duty.ReportResults, Switch: "Regime.AnyReceiver",
		Alternative: rule.Text{
			Vi: "văn bản không ghi nơi nhận nên xã tự chọn",
			En: "the text names no receiver, so the commune chooses"},
		Text: rule.Text{
			Vi: "báo cáo của xã chưa gửi {to}",
			En: "the commune's report was not sent to {to}"}},
	rule.Rule{Code: ErrAlone, Origin: rule.OriginReading, Duty: duty.AggregateProposals, Switch: "Regime.EachMay",
		Alternative: rule.Text{
			Vi: "mỗi cơ quan được tổng hợp, báo cáo riêng",
			En: "each of the bodies may report by itself"},
		Text: rule.Text{
			Vi: "báo cáo thiếu «{body}»; các cơ quan này là một nhóm",
			En: "the report is made without {body}; the bodies are one group"}},
	rule.Rule{Code: ErrLate, Origin: rule.OriginPolicy, Switch: "Regime.Rows",
		Text: rule.Text{
			Vi: "báo cáo {period} gửi «{to}» ngày {day}, sau hạn cuối {latest} của địa phương",
			En: "the report of {period} was sent to {to} on {day}, after {latest}, the last day of the host"}},
	rule.Rule{Code: ErrRowReceiver, Origin: rule.OriginPolicy, Switch: "Regime.Rows",
		Text: rule.Text{
			Vi: "báo cáo {period} chưa gửi «{to}»; địa phương yêu cầu gửi",
			En: "the report of {period} was not sent to {to}; the host asks for it"}},

	rule.Rule{Code: ErrNoPeriod, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có kỳ báo cáo hoặc ngày này: {value}", En: "there is no such period or day: {value}"}},
	rule.Rule{Code: ErrWindow, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời gian lấy số liệu {span} không hợp lệ", En: "the days {span} of the data are not valid"}},
	rule.Rule{Code: ErrStatedDue, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "báo cáo ghi hạn {stated}, trong khi hạn là {latest}", En: "the report states {stated} as its last day, which is {latest}"}},
	rule.Rule{Code: ErrNoAuthor, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi ai báo cáo", En: "the author is missing"}},
	rule.Rule{Code: ErrNoSubject, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi báo cáo về xã hay phân công nào", En: "the commune or assignment of which it tells is missing"}},
	rule.Rule{Code: ErrDayMissing, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi ngày gửi", En: "the day of sending is missing"}},
	rule.Rule{Code: ErrReceivedBeforeSent, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "nhận trước khi gửi", En: "received before it was sent"}},
	rule.Rule{Code: AdviceBeforeEnd, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "gửi trước ngày chốt số liệu {end}: phần còn lại là ước tính", En: "sent before {end}, the end of its data: the rest is an estimate"}},
	rule.Rule{Code: ErrRowTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "loại báo cáo và kỳ này đã có ở dòng trên", En: "this report and cadence are in a row above"}},
	rule.Rule{Code: ErrNoDuty, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "văn bản làm căn cứ không có quy định về «{duty}»", En: "the text does not lay down {duty}"}},
	rule.Rule{Code: ErrRowDay, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi ngày cuối của báo cáo", En: "the last day of the report is missing"}},
)

// Rules lists the rules of periodic reports.
func Rules() []rule.Rule { return table.Rules() }
