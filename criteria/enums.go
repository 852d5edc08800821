package criteria

import "github.com/giupxa/giupxa/criteria/rule"

// Standard is a level that a commune can reach (chuẩn).
type Standard uint8

// The standards. The zero value is "not stated".
const (
	_        Standard = iota
	Basic             // xã đạt chuẩn nông thôn mới
	Advanced          // xã nông thôn mới nâng cao
	Model             // xã nông thôn mới kiểu mẫu
	Modern            // xã nông thôn mới hiện đại, only under 51/2025/QĐ-TTg
)

var standards = rule.NewEnum[Standard]("standard", rule.Word{},
	rule.Word{Code: "basic", Vi: "nông thôn mới", En: "new rural"},
	rule.Word{Code: "advanced", Vi: "nông thôn mới nâng cao", En: "advanced new rural"},
	rule.Word{Code: "model", Vi: "nông thôn mới kiểu mẫu", En: "model new rural"},
	rule.Word{Code: "modern", Vi: "nông thôn mới hiện đại", En: "modern new rural"},
)

// Region is a column of the national tables: one of the seven socio-economic
// regions of 2016–2025.
type Region uint8

// The regions. The zero value is "not stated".
const (
	_      Region = iota
	TDMNPB        // Trung du miền núi phía Bắc
	DBSH          // Đồng bằng sông Hồng
	BTB           // Bắc Trung Bộ
	DHNTB         // Duyên hải Nam Trung Bộ
	TN            // Tây Nguyên
	DNB           // Đông Nam Bộ
	DBSCL         // Đồng bằng sông Cửu Long
)

var regions = rule.NewEnum[Region]("region", rule.Word{},
	rule.Word{Code: "TDMNPB", Vi: "Trung du miền núi phía Bắc", En: "Northern midlands and mountains"},
	rule.Word{Code: "DBSH", Vi: "Đồng bằng sông Hồng", En: "Red River Delta"},
	rule.Word{Code: "BTB", Vi: "Bắc Trung Bộ", En: "North Central Coast"},
	rule.Word{Code: "DHNTB", Vi: "Duyên hải Nam Trung Bộ", En: "South Central Coast"},
	rule.Word{Code: "TN", Vi: "Tây Nguyên", En: "Central Highlands"},
	rule.Word{Code: "DNB", Vi: "Đông Nam Bộ", En: "Southeast"},
	rule.Word{Code: "DBSCL", Vi: "Đồng bằng sông Cửu Long", En: "Mekong Delta"},
)

// Regions lists the seven regions in the order of the national tables.
func Regions() []Region { return regions.All() }

// ParseRegion reads the code of a region.
func ParseRegion(s string) (Region, error) { return regions.Parse(s) }

// Group is the group of communes by which 51/2025/QĐ-TTg splits its targets.
// It is a dated fact with a decision behind it.
type Group uint8

// The groups. The zero value is "not stated".
const (
	_      Group = iota
	Group1       // urbanising communes
	Group2       // neither of the others
	Group3       // communes of areas II and III of the ethnic-minority and mountainous region
)

var groups = rule.NewEnum[Group]("group of communes", rule.Word{},
	rule.Word{Code: "1", Vi: "nhóm 1", En: "group 1"},
	rule.Word{Code: "2", Vi: "nhóm 2", En: "group 2"},
	rule.Word{Code: "3", Vi: "nhóm 3", En: "group 3"},
)

// ParseGroup reads the code of a group.
func ParseGroup(s string) (Group, error) { return groups.Parse(s) }

// Area is the delimitation of a commune within the ethnic-minority and
// mountainous region (xã khu vực I, II, III).
type Area uint8

// The areas. The zero value is "not stated", which is not OutsideAreas.
const (
	_            Area = iota
	OutsideAreas      // not in the ethnic-minority and mountainous region
	AreaI
	AreaII
	AreaIII
)

var areas = rule.NewEnum[Area]("area", rule.Word{},
	rule.Word{Code: "outside", Vi: "ngoài vùng dân tộc thiểu số và miền núi", En: "outside the ethnic-minority and mountainous region"},
	rule.Word{Code: "I", Vi: "khu vực I", En: "area I"},
	rule.Word{Code: "II", Vi: "khu vực II", En: "area II"},
	rule.Word{Code: "III", Vi: "khu vực III", En: "area III"},
)

// Stage is who vouches for a reading, in rising order.
type Stage uint8

// The stages of QĐ 18/2022/QĐ-TTg. The zero value is "not stated".
const (
	_         Stage = iota
	Self            // tự đánh giá: the commune itself
	Verified        // thẩm tra: the level above the commune
	Appraised       // thẩm định: the provincial level
)

var stages = rule.NewEnum[Stage]("stage", rule.Word{},
	rule.Word{Code: "self", Vi: "tự đánh giá", En: "self-assessed"},
	rule.Word{Code: "verified", Vi: "thẩm tra", En: "verified"},
	rule.Word{Code: "appraised", Vi: "thẩm định", En: "appraised"},
)

// ParseStage reads the code of a stage.
func ParseStage(s string) (Stage, error) { return stages.Parse(s) }

// Verdict is the four-valued answer of an indicator, a criterion or a whole set.
type Verdict uint8

// The verdicts. The zero value is Unknown: data that is missing is neither a
// pass nor a failure. «Cơ bản đạt» (basically met) is never Met.
const (
	Unknown       Verdict = iota // chưa rõ
	NotMet                       // không đạt
	Met                          // đạt
	NotApplicable                // không áp dụng; allowed only where the row says so
)

var verdicts = rule.NewEnum[Verdict]("verdict",
	rule.Word{Code: "unknown", Vi: "chưa rõ", En: "unknown"},
	rule.Word{Code: "not-met", Vi: "không đạt", En: "not met"},
	rule.Word{Code: "met", Vi: "đạt", En: "met"},
	rule.Word{Code: "not-applicable", Vi: "không áp dụng", En: "not applicable"},
)
