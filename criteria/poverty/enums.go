package poverty

import "github.com/giupxa/giupxa/criteria/rule"

// Residence is where a household lives, which decides its income lines.
type Residence uint8

// The residences. The zero value is "not stated".
const (
	_     Residence = iota
	Rural           // khu vực nông thôn
	Urban           // khu vực thành thị
)

var residences = rule.NewEnum[Residence]("residence", rule.Word{},
	rule.Word{Code: "rural", Vi: "nông thôn", En: "rural"},
	rule.Word{Code: "urban", Vi: "thành thị", En: "urban"},
)

// Class is what a household is under a standard.
type Class uint8

// The classes. The zero value says that the facts do not tell.
const (
	Unknown  Class = iota // chưa rõ
	Poor                  // hộ nghèo
	NearPoor              // hộ cận nghèo
	Average               // hộ có mức sống trung bình: neither of the two, income within the line of average living
	Other                 // neither poor nor near-poor, and not found to be average
)

var classes = rule.NewEnum[Class]("class",
	rule.Word{Code: "unknown", Vi: "chưa rõ", En: "unknown"},
	rule.Word{Code: "poor", Vi: "hộ nghèo", En: "poor household"},
	rule.Word{Code: "near-poor", Vi: "hộ cận nghèo", En: "near-poor household"},
	rule.Word{Code: "average", Vi: "hộ có mức sống trung bình", En: "average-living household"},
	rule.Word{Code: "other", Vi: "không phải hộ nghèo, hộ cận nghèo", En: "neither poor nor near-poor"},
)

// Answer is yes, no or not known.
type Answer uint8

// The answers. The zero value is "not known".
const (
	NotKnown Answer = iota
	No
	Yes
)

var answers = rule.NewEnum[Answer]("answer",
	rule.Word{Code: "unknown", Vi: "chưa rõ", En: "not known"},
	rule.Word{Code: "no", Vi: "không", En: "no"},
	rule.Word{Code: "yes", Vi: "có", En: "yes"},
)

// Dimension is a group of deprivation indicators (chiều thiếu hụt).
type Dimension uint8

// The dimensions. The zero value is "not stated". 59/2015/QĐ-TTg has all but the first.
const (
	_           Dimension = iota
	Employment            // việc làm
	Health                // y tế
	Education             // giáo dục
	Housing               // nhà ở
	Sanitation            // nước sinh hoạt và vệ sinh
	Information           // thông tin
)

var dimensions = rule.NewEnum[Dimension]("dimension", rule.Word{},
	rule.Word{Code: "employment", Vi: "việc làm", En: "employment"},
	rule.Word{Code: "health", Vi: "y tế", En: "health"},
	rule.Word{Code: "education", Vi: "giáo dục", En: "education"},
	rule.Word{Code: "housing", Vi: "nhà ở", En: "housing"},
	rule.Word{Code: "sanitation", Vi: "nước sinh hoạt và vệ sinh", En: "water and sanitation"},
	rule.Word{Code: "information", Vi: "thông tin", En: "information"},
)

// Test is one comparison of a classification.
type Test uint8

// The tests. The zero value is invalid.
const (
	_                Test = iota
	IncomeAlone           // income within the policy line, which alone makes a household poor
	IncomeWithin          // income within the line
	ScoreWithin           // survey score B1 within its limit, in place of the income
	ManyDeprivations      // as many deprivations as make a household poor
	AverageLiving         // income within the line of average living
)

var tests = rule.NewEnum[Test]("test", rule.Word{},
	rule.Word{Code: "income-alone", Vi: "thu nhập trong chuẩn nghèo chính sách", En: "income within the policy line"},
	rule.Word{Code: "income-within", Vi: "thu nhập trong mức chuẩn", En: "income within the line"},
	rule.Word{Code: "score-within", Vi: "điểm B1 trong mức chuẩn", En: "score B1 within its limit"},
	rule.Word{Code: "many-deprivations", Vi: "số chỉ số thiếu hụt đủ mức nghèo", En: "deprivations enough to be poor"},
	rule.Word{Code: "average-living", Vi: "thu nhập trong mức sống trung bình", En: "income within average living"},
)
