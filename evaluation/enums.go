package evaluation

import "github.com/giupxa/giupxa/criteria/rule"

// Rating is one of the four levels of task completion (xếp loại), in rising order.
// The zero value is "no rating is given".
type Rating uint8

// The ratings.
const (
	Unrated      Rating = iota // chưa xếp loại
	NotCompleted               // không hoàn thành nhiệm vụ
	Completed                  // hoàn thành nhiệm vụ
	Good                       // hoàn thành tốt nhiệm vụ
	Excellent                  // hoàn thành xuất sắc nhiệm vụ
)

var ratings = rule.NewEnum[Rating]("rating",
	rule.Word{Code: "unrated", Vi: "chưa xếp loại", En: "not rated"},
	rule.Word{Code: "not-completed", Vi: "không hoàn thành nhiệm vụ", En: "tasks not completed"},
	rule.Word{Code: "completed", Vi: "hoàn thành nhiệm vụ", En: "tasks completed"},
	rule.Word{Code: "good", Vi: "hoàn thành tốt nhiệm vụ", En: "tasks completed well"},
	rule.Word{Code: "excellent", Vi: "hoàn thành xuất sắc nhiệm vụ", En: "tasks completed excellently"},
)

// AtLeast reports whether the rating is o or higher («hoàn thành tốt trở lên»). It is
// false where either is Unrated.
func (r Rating) AtLeast(o Rating) bool { return r != Unrated && o != Unrated && r >= o }

// Adjusting is what a scheme does with bonus or penalty points. Real sheets do all
// three. The zero value knows none.
type Adjusting uint8

// The ways of adjusting.
const (
	AdjustNone     Adjusting = iota // the scheme knows no such points
	AdjustCapped                    // bonus up to the scale's maximum, penalty down to 0
	AdjustUncapped                  // on top of the maximum, or below 0
)

var adjustings = rule.NewEnum[Adjusting]("way of adjusting",
	rule.Word{Code: "none", Vi: "không có", En: "none"},
	rule.Word{Code: "capped", Vi: "có, trong giới hạn thang điểm", En: "within the scale"},
	rule.Word{Code: "uncapped", Vi: "có, ngoài thang điểm", En: "beyond the scale"},
)

// Combining is how the scores of several communes make the score of their one
// leader. No text fixes it; the zero value is "not decided".
type Combining uint8

// The ways of combining.
const (
	CombineUndecided Combining = iota
	CombineMean                // the arithmetic mean
	CombineWeighted            // the mean by the weights of the policy
	CombineWorst               // the lowest score
	CombineDays                // the mean by the days on which each assignment was in force
)

var combinings = rule.NewEnum[Combining]("way of combining",
	rule.Word{Code: "undecided", Vi: "chưa quy định", En: "not decided"},
	rule.Word{Code: "mean", Vi: "trung bình cộng", En: "arithmetic mean"},
	rule.Word{Code: "weighted", Vi: "trung bình có trọng số", En: "weighted mean"},
	rule.Word{Code: "worst", Vi: "lấy điểm thấp nhất", En: "lowest score"},
	rule.Word{Code: "days", Vi: "trung bình theo số ngày được phân công", En: "mean by the days assigned"},
)

// Sharing is whether a fact may count for several leaders who help one commune. No text
// says it; the zero value is "not decided".
type Sharing uint8

// The ways of sharing.
const (
	SharingUndecided Sharing = iota
	SharingEach              // it counts in full for each
	SharingOnce              // it counts for one of them only
)

var sharings = rule.NewEnum[Sharing]("way of sharing",
	rule.Word{Code: "undecided", Vi: "chưa quy định", En: "not decided"},
	rule.Word{Code: "each", Vi: "tính cho từng lãnh đạo", En: "for each leader"},
	rule.Word{Code: "once", Vi: "chỉ tính cho một lãnh đạo", En: "for one leader only"},
)

// State is how far a sheet is on a day.
type State uint8

// The states, in their order.
const (
	Draft      State = iota
	SelfScored       // đã tự chấm
	Verified         // đã thẩm định
	Published        // đã công bố: known to the one who is evaluated; may be appealed
	Appealed         // đang có kiến nghị: an appeal is open
	Settled          // đã giải quyết xong: closed; only a reasoned reopening changes it
)

var states = rule.NewEnum[State]("state of a sheet",
	rule.Word{Code: "draft", Vi: "đang lập", En: "a draft"},
	rule.Word{Code: "self-scored", Vi: "đã tự chấm", En: "self-scored"},
	rule.Word{Code: "verified", Vi: "đã thẩm định", En: "verified"},
	rule.Word{Code: "published", Vi: "đã công bố", En: "published"},
	rule.Word{Code: "appealed", Vi: "đang có kiến nghị", En: "appealed"},
	rule.Word{Code: "settled", Vi: "đã giải quyết xong", En: "settled"},
)

// Act is what happened to a sheet. The zero value is invalid.
type Act uint8

// The acts, in the order in which those of one moment happened.
const (
	_             Act = iota
	ActReopened       // mở lại: the closed period is opened again, with a reason
	ActSelfScored     // tự chấm
	ActVerified       // thẩm định
	ActPublished      // công bố, again after an appeal too
	ActAppealed       // kiến nghị, of the one who is evaluated
	ActCorrected      // sửa điểm of a line, with a reason
	ActSettled        // giải quyết xong
)

var acts = rule.NewEnum[Act]("act", rule.Word{},
	rule.Word{Code: "reopened", Vi: "mở lại", En: "reopened"},
	rule.Word{Code: "self-scored", Vi: "tự chấm", En: "self-scored"},
	rule.Word{Code: "verified", Vi: "thẩm định", En: "verified"},
	rule.Word{Code: "published", Vi: "công bố", En: "published"},
	rule.Word{Code: "appealed", Vi: "kiến nghị", En: "appealed"},
	rule.Word{Code: "corrected", Vi: "sửa điểm", En: "corrected"},
	rule.Word{Code: "settled", Vi: "giải quyết xong", En: "settled"},
)

// Way is how a mark of a line becomes points.
type Way uint8

// The ways.
const (
	Graded  Way = iota // points up to the maximum, or a percentage or share of it
	Counted            // points for each event (3x), up to the maximum
	ByStage            // the points of one of the line's levels, or 0 (đã xong, đang làm)
	ByRate             // the points of the level that a percentage or share reaches, else 0
)

var ways = rule.NewEnum[Way]("way of scoring a line",
	rule.Word{Code: "graded", Vi: "chấm trong khung điểm", En: "up to the maximum"},
	rule.Word{Code: "counted", Vi: "điểm cho mỗi lần", En: "points for each event"},
	rule.Word{Code: "by-stage", Vi: "điểm theo mức", En: "points of a level"},
	rule.Word{Code: "by-rate", Vi: "điểm theo tỷ lệ đạt được", En: "points by the rate reached"},
)

// Over is what becomes of a percentage or share above 100 %. The zero value refuses it.
type Over uint8

// What becomes of it.
const (
	OverRefused Over = iota // it cannot be
	OverCapped              // it counts as 100 %
	OverCounts              // it counts in full: the line gives more than its maximum
)

var overs = rule.NewEnum[Over]("treatment of more than 100 %",
	rule.Word{Code: "refused", Vi: "không được vượt", En: "refused"},
	rule.Word{Code: "capped", Vi: "tính bằng 100 %", En: "counts as 100%"},
	rule.Word{Code: "counts", Vi: "tính đủ phần vượt", En: "counts in full"},
)

// Side is on which side of the sum a line stands.
type Side uint8

// The sides.
const (
	Counts  Side = iota // a line of the scale
	Adds                // bonus points, outside the scale (điểm cộng)
	Deducts             // penalty points, which are deducted (điểm trừ)
)

var sides = rule.NewEnum[Side]("side of a line",
	rule.Word{Code: "counts", Vi: "trong thang điểm", En: "within the scale"},
	rule.Word{Code: "adds", Vi: "điểm cộng", En: "bonus"},
	rule.Word{Code: "deducts", Vi: "điểm trừ", En: "penalty"},
)

// Unassigned is what a scheme does with a line for which the year brought no task (không
// được giao). The zero value knows no such lines.
type Unassigned uint8

// What it does.
const (
	UnassignedRefused Unassigned = iota // each line is scored
	UnassignedLeftOut                   // out of the sum and out of the scale
	UnassignedFull                      // it counts in full
)

var unassigneds = rule.NewEnum[Unassigned]("treatment of a line without a task",
	rule.Word{Code: "refused", Vi: "mọi dòng đều chấm", En: "each line is scored"},
	rule.Word{Code: "left-out", Vi: "không tính vào tổng và thang điểm", En: "left out of the sum and of the scale"},
	rule.Word{Code: "full", Vi: "tính điểm tối đa", En: "counts in full"},
)

// RoundAt is when a scheme rounds. The zero value rounds for display only.
type RoundAt uint8

// The moments.
const (
	RoundShown RoundAt = iota // what is shown; nothing is decided on it
	RoundLines                // the points of each line, before they are added up
	RoundTotal                // the total, before it is rated
)

var roundAts = rule.NewEnum[RoundAt]("moment of rounding",
	rule.Word{Code: "shown", Vi: "chỉ khi hiển thị", En: "for display only"},
	rule.Word{Code: "lines", Vi: "từng dòng, trước khi cộng", En: "each line, before adding up"},
	rule.Word{Code: "total", Vi: "tổng điểm, trước khi xếp loại", En: "the total, before rating"},
)

// Reply answers whether something is the case. The zero value is not known.
type Reply uint8

// The replies.
const (
	NotSaid Reply = iota
	No
	Yes
)

var replies = rule.NewEnum[Reply]("reply",
	rule.Word{Code: "not-said", Vi: "chưa rõ", En: "not known"},
	rule.Word{Code: "no", Vi: "không", En: "no"},
	rule.Word{Code: "yes", Vi: "có", En: "yes"},
)
