package recognition

import "github.com/giupxa/giupxa/criteria/rule"

// Title is what the security condition asks a commune to be.
type Title uint8

// The titles. The zero value is "not stated".
const (
	_          Title = iota
	NotComplex       // xã không phức tạp về an ninh, trật tự: to 06/3/2024
	Safe             // xã đạt tiêu chuẩn An toàn về an ninh, trật tự: from 07/3/2024
)

var titles = rule.NewEnum[Title]("security title", rule.Word{},
	rule.Word{Code: "not-complex", Vi: "không phức tạp về an ninh, trật tự", En: "not complex in security and order"},
	rule.Word{Code: "safe", Vi: "đạt tiêu chuẩn An toàn về an ninh, trật tự", En: "safe in security and order"},
)

// Kind is what a decision about a standard does.
type Kind uint8

// The kinds of decision. The zero value is invalid.
const (
	_          Kind = iota
	Recognised      // công nhận
	Revoked         // thu hồi
	Carried         // the merged commune has the standard, by decision on the merger
	NotCarried      // the merged commune does not have it, by decision on the merger
)

var kinds = rule.NewEnum[Kind]("kind of decision", rule.Word{},
	rule.Word{Code: "recognised", Vi: "công nhận", En: "recognised"},
	rule.Word{Code: "revoked", Vi: "thu hồi", En: "revoked"},
	rule.Word{Code: "carried", Vi: "giữ chuẩn sau sắp xếp", En: "carried over by the merger"},
	rule.Word{Code: "not-carried", Vi: "không giữ chuẩn sau sắp xếp", En: "not carried over by the merger"},
)

// Status is how a unit stands to a standard on a day, by decisions alone.
type Status uint8

// The statuses. The zero value says that the decisions supplied do not tell.
const (
	StatusUnknown  Status = iota
	Held                  // recognised, and not revoked
	NotGiven              // never recognised
	Lost                  // revoked, or not carried over
	AwaitsDecision        // merged, and no decision says what becomes of the standard
	NoUnit                // the unit does not exist on that day
)

var statuses = rule.NewEnum[Status]("status",
	rule.Word{Code: "unknown", Vi: "chưa rõ", En: "unknown"},
	rule.Word{Code: "held", Vi: "đang được công nhận", En: "recognised"},
	rule.Word{Code: "not-given", Vi: "chưa từng được công nhận", En: "never recognised"},
	rule.Word{Code: "lost", Vi: "không còn được công nhận", En: "no longer recognised"},
	rule.Word{Code: "awaits-decision", Vi: "chờ quyết định sau sắp xếp", En: "awaits a decision on the merger"},
	rule.Word{Code: "no-unit", Vi: "không có đơn vị này vào ngày đó", En: "no such unit on that day"},
)

// Band is one of the two ways to meet the test of revocation.
type Band uint8

// The bands. The zero value is invalid.
const (
	_          Band = iota
	FirstBand       // from 30 % to under 50 % not met, a critical criterion among them
	SecondBand      // 50 % and more not met
)

var bands = rule.NewEnum[Band]("band", rule.Word{},
	rule.Word{Code: "first", Vi: "từ 30 % đến dưới 50 %, trong đó có một trong các tiêu chí do Quyết định nêu", En: "30 % to under 50 %, a critical criterion among them"},
	rule.Word{Code: "second", Vi: "từ 50 % trở lên", En: "50 % and more"},
)
