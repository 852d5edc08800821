package visit

import "github.com/giupxa/giupxa/criteria/rule"

// Role is in what capacity somebody goes on a visit. The zero value is invalid.
type Role uint8

// The roles.
const (
	_           Role = iota
	Leader           // lãnh đạo được phân công
	Deputy           // cấp phó đi thay
	TeamMember       // thành viên Tổ giúp việc
	OtherPerson      // người khác: a donor, a specialist, a district officer
)

var visitRoles = rule.NewEnum[Role]("role on a visit", rule.Word{},
	rule.Word{Code: "leader", Vi: "lãnh đạo được phân công", En: "assigned leader"},
	rule.Word{Code: "deputy", Vi: "cấp phó đi thay", En: "deputy"},
	rule.Word{Code: "team-member", Vi: "thành viên Tổ giúp việc", En: "team member"},
	rule.Word{Code: "other", Vi: "người khác", En: "other"},
)

// Attendance is who was there for the assigned side. The zero value is "not stated".
type Attendance uint8

// The attendances. The team is never taken for the leader.
const (
	AttendanceNotStated Attendance = iota
	ByLeader                       // the leader, alone or with others
	ByDeputy                       // a deputy, without the leader
	ByTeam                         // the team alone
)

var attendances = rule.NewEnum[Attendance]("attendance",
	rule.Word{Code: "not-stated", Vi: "chưa ghi", En: "not stated"},
	rule.Word{Code: "leader", Vi: "lãnh đạo dự", En: "the leader attends"},
	rule.Word{Code: "deputy", Vi: "cấp phó dự thay", En: "a deputy attends"},
	rule.Word{Code: "team", Vi: "chỉ Tổ giúp việc dự", En: "the team alone attends"},
)

// Channel is how a notice was given. None is preferred. The zero value is
// "not stated".
type Channel uint8

// The channels.
const (
	ChannelNotStated Channel = iota
	Letter                   // văn bản
	Phone                    // điện thoại
	Email                    // thư điện tử
	Message                  // tin nhắn
	InPerson                 // trực tiếp
)

var channels = rule.NewEnum[Channel]("channel", rule.Word{},
	rule.Word{Code: "letter", Vi: "văn bản", En: "letter"},
	rule.Word{Code: "phone", Vi: "điện thoại", En: "telephone"},
	rule.Word{Code: "email", Vi: "thư điện tử", En: "e-mail"},
	rule.Word{Code: "message", Vi: "tin nhắn", En: "text message"},
	rule.Word{Code: "in-person", Vi: "trực tiếp", En: "in person"},
)

// Generic is what a host makes of content that is nothing but generic phrases.
type Generic uint8

// The ways. The zero value demands nothing and lets the reader know.
const (
	AdviseGeneric Generic = iota // a finding of kind Advice
	RefuseGeneric                // a finding of kind Broken
	AllowGeneric                 // no finding
)

var generics = rule.NewEnum[Generic]("way with generic content",
	rule.Word{Code: "advise", Vi: "lưu ý", En: "advise"},
	rule.Word{Code: "refuse", Vi: "không chấp nhận", En: "refuse"},
	rule.Word{Code: "allow", Vi: "chấp nhận", En: "allow"},
)

// DayOff says how a notice counts that is sent on a day off, for a [LeadTime].
type DayOff uint8

// The ways.
const (
	CountsThatDay DayOff = iota // as one of that day
	CountsNext                  // as one of the next working day
)

var dayOffs = rule.NewEnum[DayOff]("way in which a sending on a day off counts",
	rule.Word{Code: "that-day", Vi: "báo vào ngày nghỉ tính ngay ngày đó", En: "one sent on a day off counts on that day"},
	rule.Word{Code: "next-working-day", Vi: "báo vào ngày nghỉ tính vào ngày làm việc kế tiếp", En: "one sent on a day off counts on the next working day"},
)

// State is where a visit stands on a day.
type State uint8

// The states, in the order in which they come. A visit that was made is Held whatever else
// its record says.
const (
	StateUnknown State = iota // it is not known
	NotPlanned                // not planned yet
	Planned                   // planned, and the commune was not told
	Notified                  // the commune was told
	Acknowledged              // the commune said that it knows
	Moved                     // another visit is made in its place
	Cancelled                 // it does not take place
	Held                      // it took place, or began
	Reported                  // its result was reported
)

var states = rule.NewEnum[State]("state of a visit",
	rule.Word{Code: "unknown", Vi: "chưa rõ", En: "not known"},
	rule.Word{Code: "not-planned", Vi: "chưa dự kiến", En: "not planned"},
	rule.Word{Code: "planned", Vi: "đã dự kiến", En: "planned"},
	rule.Word{Code: "notified", Vi: "đã báo xã", En: "notified"},
	rule.Word{Code: "acknowledged", Vi: "xã đã xác nhận", En: "acknowledged"},
	rule.Word{Code: "moved", Vi: "đã dời", En: "moved"},
	rule.Word{Code: "cancelled", Vi: "đã hủy", En: "cancelled"},
	rule.Word{Code: "held", Vi: "đã đi", En: "held"},
	rule.Word{Code: "reported", Vi: "đã báo cáo", En: "reported"},
)
