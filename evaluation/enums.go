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
)

var combinings = rule.NewEnum[Combining]("way of combining",
	rule.Word{Code: "undecided", Vi: "chưa quy định", En: "not decided"},
	rule.Word{Code: "mean", Vi: "trung bình cộng", En: "arithmetic mean"},
	rule.Word{Code: "weighted", Vi: "trung bình có trọng số", En: "weighted mean"},
	rule.Word{Code: "worst", Vi: "lấy điểm thấp nhất", En: "lowest score"},
)

// State is how far a sheet is on a day.
type State uint8

// The states.
const (
	NotPublished State = iota
	Published          // đã công bố: known to the one who is evaluated; may be appealed
	Settled            // đã giải quyết xong: no appeal is open
)

var states = rule.NewEnum[State]("state of a sheet",
	rule.Word{Code: "not-published", Vi: "chưa công bố", En: "not published"},
	rule.Word{Code: "published", Vi: "đã công bố", En: "published"},
	rule.Word{Code: "settled", Vi: "đã giải quyết xong", En: "settled"},
)
