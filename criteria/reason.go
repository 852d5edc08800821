package criteria

import "github.com/giupxa/giupxa/criteria/rule"

// Reason is why a line is Unknown; the zero value is that it is decided.
type Reason uint8

// The reasons.
const (
	Decided         Reason = iota
	NoReading              // a reading is missing
	CellNotKnown           // the table's cell is not known
	CellUnconfirmed        // the number of the cell is not confirmed well enough for this view
	ProvinceNotSet         // the province sets the demand and no overlay says it
	RegionNotKnown         // the profile names no region
	GroupNotKnown          // the group of the commune is not known
	YearNotKnown           // the dossier names no year
	ZoneNotKnown           // the profile names no zone, or none of the province's
	DayNotKnown            // the row was amended and the dossier names no day
	NotExact               // "more than" or "less than" leaves it open
	Misfit                 // the reading cannot be used
	OtherStandard          // the reading rests on another poverty standard
	AttributeOpen          // an attribute is not known and the branches differ
	RowsMissing            // rows of the text are not held
	StatementsClash        // two statements contradict each other
	StageTooLow            // the reading is below the stage that the view demands
)

var reasons = rule.NewEnum[Reason]("reason",
	rule.Word{Code: "", Vi: "đã xác định", En: "decided"},
	rule.Word{Code: "no-reading", Vi: "thiếu số liệu", En: "a reading is missing"},
	rule.Word{Code: "cell-not-known", Vi: "chưa biết mức phải đạt", En: "the demand is not known"},
	rule.Word{Code: "cell-unconfirmed", Vi: "mức phải đạt chưa xác nhận", En: "the demand is not confirmed"},
	rule.Word{Code: "province-not-set", Vi: "tỉnh quy định, chưa có quy định", En: "the province sets the demand, and it is not supplied"},
	rule.Word{Code: "region-not-known", Vi: "chưa biết vùng", En: "the region is not known"},
	rule.Word{Code: "group-not-known", Vi: "chưa biết nhóm xã", En: "the group is not known"},
	rule.Word{Code: "year-not-known", Vi: "chưa biết năm", En: "the year is not known"},
	rule.Word{Code: "zone-not-known", Vi: "chưa biết khu vực trong tỉnh", En: "the zone of the province is not known"},
	rule.Word{Code: "day-not-known", Vi: "chưa biết ngày đánh giá, dòng đã được sửa đổi", En: "the day is not known and the row was amended"},
	rule.Word{Code: "not-exact", Vi: "số liệu không đủ chính xác", En: "the reading is not exact enough"},
	rule.Word{Code: "misfit", Vi: "số liệu không dùng được", En: "the reading cannot be used"},
	rule.Word{Code: "other-standard", Vi: "số liệu theo chuẩn nghèo khác", En: "the reading rests on another poverty standard"},
	rule.Word{Code: "attribute-open", Vi: "chưa biết đặc điểm của xã", En: "an attribute is not known"},
	rule.Word{Code: "rows-missing", Vi: "chưa có đủ chỉ tiêu của văn bản", En: "rows of the text are not held"},
	rule.Word{Code: "statements-clash", Vi: "các công bố trái nhau", En: "statements contradict each other"},
	rule.Word{Code: "stage-too-low", Vi: "số liệu chưa qua bước yêu cầu", En: "the reading is below the stage demanded"},
)
