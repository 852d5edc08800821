package rank

import "github.com/giupxa/giupxa/criteria/rule"

// Ties is how places are counted after equal scores.
type Ties uint8

// The ways of counting.
const (
	Competition Ties = iota // 1, 2, 2, 4
	Dense                   // 1, 2, 2, 3
)

var tieses = rule.NewEnum[Ties]("way of counting places",
	rule.Word{Code: "competition", Vi: "bỏ qua số thứ tự sau các hạng bằng nhau", En: "places are skipped after a tie"},
	rule.Word{Code: "dense", Vi: "không bỏ qua số thứ tự", En: "no place is skipped"},
)

// Denominator is of whom a quota is a share.
type Denominator uint8

// The denominators that are in use.
const (
	OfGood         Denominator = iota // of those rated Good («Hoàn thành tốt nhiệm vụ»)
	OfGoodOrBetter                    // of those rated Good or Excellent
	OfAll                             // of all that are rated
)

var denominators = rule.NewEnum[Denominator]("denominator",
	rule.Word{Code: "good", Vi: "số hoàn thành tốt nhiệm vụ", En: "those rated Good"},
	rule.Word{Code: "good-or-better", Vi: "số hoàn thành tốt nhiệm vụ trở lên", En: "those rated Good or better"},
	rule.Word{Code: "all", Vi: "tổng số được xếp loại", En: "all that are rated"},
)

// Rounding is how a share of people becomes a number of people.
type Rounding uint8

// The ways of rounding.
const (
	Floor  Rounding = iota // «không vượt quá»: never more than the share
	HalfUp                 // to the nearest, a half up
	Up                     // the next whole number
)

var roundings = rule.NewEnum[Rounding]("way of rounding",
	rule.Word{Code: "floor", Vi: "làm tròn xuống", En: "rounded down"},
	rule.Word{Code: "half-up", Vi: "làm tròn đến số gần nhất", En: "rounded to the nearest"},
	rule.Word{Code: "up", Vi: "làm tròn lên", En: "rounded up"},
)

// Status is what a quota does to one entry.
type Status uint8

// The states. The zero value is an entry that no quota touches.
const (
	Untouched     Status = iota
	Kept                 // stays Excellent
	Cut                  // becomes Good, and keeps the points
	NeedsDecision        // tied at the last place: the authority decides
	Open                 // a rating or a score is missing
)

var statuses = rule.NewEnum[Status]("effect of the quota",
	rule.Word{Code: "untouched", Vi: "không thuộc diện khống chế tỷ lệ", En: "not touched by the quota"},
	rule.Word{Code: "kept", Vi: "trong tỷ lệ", En: "within the quota"},
	rule.Word{Code: "cut", Vi: "vượt tỷ lệ", En: "above the quota"},
	rule.Word{Code: "needs-decision", Vi: "cần quyết định vì bằng điểm ở vị trí cuối", En: "needs a decision: tied at the last place"},
	rule.Word{Code: "open", Vi: "chưa xác định được", En: "not known yet"},
)
