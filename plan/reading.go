package plan

import "github.com/giupxa/giupxa/criteria/rule"

// Timely is which day decides whether a plan came in time.
type Timely uint8

// The readings.
const (
	BySending Timely = iota
	ByReceipt
)

var timelies = rule.NewEnum[Timely]("reading of the date",
	rule.Word{Code: "by-sending", Vi: "tính theo ngày gửi", En: "by the day of sending"},
	rule.Word{Code: "by-receipt", Vi: "tính theo ngày nhận", En: "by the day of receipt"},
)

// MonthReading is what addresses a month of an annual plan.
type MonthReading uint8

// The readings.
const (
	MonthAddressed   MonthReading = iota // by a visit, or by the reason for having none
	MonthMayBeAbsent                     // nothing need stand under a month
	MonthNeedsVisit                      // by a visit only
)

var monthReadings = rule.NewEnum[MonthReading]("reading of the months",
	rule.Word{Code: "addressed", Vi: "mỗi tháng có chuyến đi hoặc có lý do không đi", En: "each month has a visit, or the reason for none"},
	rule.Word{Code: "may-be-absent", Vi: "có thể không ghi tháng nào đó", En: "a month may be absent"},
	rule.Word{Code: "needs-visit", Vi: "tháng nào cũng phải có chuyến đi", En: "each month has a visit"},
)

// TeamReading is what the words "concrete work for each member of the team, or
// the team is sent to the commune's meetings" demand of an annual plan.
type TeamReading uint8

// The readings.
const (
	TasksOrMeetings TeamReading = iota // either, or both; the work may be any work
	OneOfTheTwo                        // one of the two, not both
	MeetingTasks                       // a member's work is attending meetings
	TeamApart                          // the team's work is in a paper of its own
)

var teamReadings = rule.NewEnum[TeamReading]("reading of the team's work",
	rule.Word{Code: "tasks-or-meetings", Vi: "giao việc hoặc cử đi họp, có thể cả hai", En: "tasks or meetings, or both"},
	rule.Word{Code: "one-of-the-two", Vi: "chỉ một trong hai", En: "one of the two"},
	rule.Word{Code: "meeting-tasks", Vi: "việc được giao là dự họp", En: "the tasks are to attend meetings"},
	rule.Word{Code: "team-apart", Vi: "việc của Tổ ghi ở văn bản khác", En: "the team's work is in another paper"},
)
