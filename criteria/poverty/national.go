package poverty

import "github.com/giupxa/giupxa/criteria/rule"

// The texts, each with the page on which it was read.
var (
	qd59 = rule.Source{Kind: rule.Decision, Number: "59/2015/QĐ-TTg", Year: 2015, Article: "2",
		Page: "https://thuvienphapluat.vn/hoi-dap-phap-luat/4B89F-hd-tieu-chi-xac-dinh-ho-ngheo-tai-cac-dia-phuong-co-giong-nhau-khong.html"}
	nd07 = rule.Source{Kind: rule.Decree, Number: "07/2021/NĐ-CP", Date: rule.Day(2021, 1, 27),
		Page: "https://english.luatvietnam.vn/decree-no-07-2021-nd-cp-dated-january-27-2021-of-the-government-on-multidimensional-poverty-standards-in-the-2021-2025-period-197848-doc1.html"}
	nd351 = rule.Source{Kind: rule.Decree, Number: "351/2025/NĐ-CP", Date: rule.Day(2025, 12, 30),
		Page: "https://www.vietnamplus.vn/ban-hanh-quy-dinh-ve-chuan-ngheo-da-chieu-quoc-gia-giai-doan-2026-2030-post1086100.vnp"}
	tt07 = rule.Source{Kind: rule.Circular, Number: "07/2021/TT-BLĐTBXH", Year: 2021}

	nd07Indicators = page(nd07.At("Điều 3"), "https://nguonluc.com.vn/thu-nhap-duoi-2-trieu-dongnguoithang-o-thanh-pho-duoc-coi-la-ho-ngheo-a808.html")
	nd351Changes   = page(nd351, "https://vietnamnet.vn/en/vn-s-poverty-reduction-strategy-embraces-sustainability-and-digital-inclusion-2484119.html")
	qd59NearPoor   = page(qd59, "http://baovinhlong.com.vn/ban-doc/phan-hoi/201712/tieu-chi-ho-ngheo-ho-can-ngheo-theo-quy-dinh-hien-nay-2868994/")
	qd59Dimensions = page(qd59, "https://vietnamnet.vn//en/society/vietnam-to-apply-new-multidimensional-poverty-standards-710676.html")
)

// page is the same document, read on another page.
func page(s rule.Source, address string) rule.Source {
	s.Page = address
	return s
}

func line(rural, urban int64, s rule.Source, c rule.Confidence) Line {
	return Line{Rural: rule.Int(rural), Urban: rule.Int(urban), Source: s, Confidence: c}
}

func indicator(id Deprivation, d Dimension, vi, en string, s rule.Source, c rule.Confidence) Indicator {
	return Indicator{ID: id, Dimension: d, Name: rule.Text{Vi: vi, En: en}, Source: s, Confidence: c}
}

// national is the standards by year. The extensions of 2021 and 2026 are rows of
// their own: the same standard, applied by another text.
var national = rule.MustTimeline(
	rule.Dated[Standard]{Span: rule.Span{From: rule.Day(2016, 1, 1), To: rule.Day(2020, 12, 31)}, Value: standard59, Source: qd59},
	rule.Dated[Standard]{Span: rule.Year(2021), Value: standard59, Source: nd07.At("Điều 2")},
	rule.Dated[Standard]{Span: rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2025, 12, 31)}, Value: standard07, Source: nd07.At("Điều 3")},
	rule.Dated[Standard]{Span: rule.Year(2026), Value: standard07, Source: nd351},
	rule.Dated[Standard]{Span: rule.Span{From: rule.Day(2027, 1, 1), To: rule.Day(2030, 12, 31)}, Value: standard351, Source: nd351},
)

var standard59 = Standard{
	ID: "59/2015/QĐ-TTg", Source: qd59,
	Policy:       line(700_000, 900_000, qd59, rule.Secondary),
	Income:       line(1_000_000, 1_300_000, qd59NearPoor, rule.Secondary),
	Average:      line(1_500_000, 1_950_000, rule.Source{}, rule.High),
	Deprivations: 3,
	Count:        10, Listed: rule.High,
	Indicators: []Indicator{
		indicator(HealthCare, Health, "tiếp cận các dịch vụ y tế", "access to health care", qd59Dimensions, rule.High),
		indicator(HealthInsurance, Health, "bảo hiểm y tế", "health insurance", qd59Dimensions, rule.High),
		indicator(AdultEducation, Education, "trình độ giáo dục của người lớn", "education of adults", qd59Dimensions, rule.High),
		indicator(SchoolAttendance, Education, "tình trạng đi học của trẻ em", "school attendance of children", qd59Dimensions, rule.High),
		indicator(HousingQuality, Housing, "chất lượng nhà ở", "quality of housing", qd59Dimensions, rule.High),
		indicator(HousingArea, Housing, "diện tích nhà ở bình quân đầu người", "housing area per person", qd59Dimensions, rule.High),
		indicator(Water, Sanitation, "nguồn nước sinh hoạt", "source of water", qd59Dimensions, rule.High),
		indicator(Toilet, Sanitation, "hố xí, nhà tiêu hợp vệ sinh", "hygienic toilet", qd59Dimensions, rule.High),
		indicator(Telecom, Information, "sử dụng dịch vụ viễn thông", "use of telecommunication services", qd59Dimensions, rule.High),
		indicator(InformationMeans, Information, "tài sản phục vụ tiếp cận thông tin", "means of access to information", qd59Dimensions, rule.High),
	},
}

var standard07 = Standard{
	ID: "07/2021/NĐ-CP", Source: nd07.At("Điều 3"),
	Income:       line(1_500_000, 2_000_000, nd07.At("Điều 3"), rule.Read),
	Average:      line(2_250_000, 3_000_000, rule.Source{}, rule.High),
	Score:        line(140, 175, tt07, rule.High),
	Deprivations: 3,
	Count:        12, Listed: rule.Secondary,
	Indicators: []Indicator{
		indicator(Job, Employment, "việc làm", "job", nd07Indicators, rule.Secondary),
		indicator(Dependants, Employment, "người phụ thuộc trong hộ gia đình", "dependants in the household", nd07Indicators, rule.Secondary),
		indicator(Nutrition, Health, "dinh dưỡng", "nutrition", nd07Indicators, rule.Secondary),
		indicator(HealthInsurance, Health, "bảo hiểm y tế", "health insurance", nd07Indicators, rule.Secondary),
		indicator(AdultEducation, Education, "trình độ giáo dục của người lớn", "education of adults", nd07Indicators, rule.Secondary),
		indicator(SchoolAttendance, Education, "tình trạng đi học của trẻ em", "school attendance of children", nd07Indicators, rule.Secondary),
		indicator(HousingQuality, Housing, "chất lượng nhà ở", "quality of housing", nd07Indicators, rule.Secondary),
		indicator(HousingArea, Housing, "diện tích nhà ở bình quân đầu người", "housing area per person", nd07Indicators, rule.Secondary),
		indicator(Water, Sanitation, "nguồn nước sinh hoạt", "source of water", nd07Indicators, rule.Secondary),
		indicator(Toilet, Sanitation, "nhà tiêu hợp vệ sinh", "hygienic toilet", nd07Indicators, rule.Secondary),
		indicator(Telecom, Information, "sử dụng dịch vụ viễn thông", "use of telecommunication services", nd07Indicators, rule.Secondary),
		indicator(InformationMeans, Information, "phương tiện phục vụ tiếp cận thông tin", "means of access to information", nd07Indicators, rule.Secondary),
	},
}

// The list of 351/2025/NĐ-CP is that of its draft. The issued text is confirmed for
// the two indicators of employment and for the change towards digital services and waste.
var standard351 = Standard{
	ID: "351/2025/NĐ-CP", Source: nd351,
	Income:       line(2_200_000, 2_800_000, nd351, rule.Secondary),
	Deprivations: 3,
	Count:        12, Listed: rule.Med,
	Indicators: []Indicator{
		indicator(Job, Employment, "việc làm", "job", nd351, rule.Secondary),
		indicator(Dependants, Employment, "người phụ thuộc trong hộ gia đình", "dependants in the household", nd351, rule.Secondary),
		indicator(HealthInsurance, Health, "bảo hiểm y tế", "health insurance", rule.Source{}, rule.Med),
		indicator(Nutrition, Health, "dinh dưỡng", "nutrition", rule.Source{}, rule.Med),
		indicator(AdultEducation, Education, "trình độ giáo dục của người lớn", "education of adults", rule.Source{}, rule.Med),
		indicator(SchoolAttendance, Education, "tình trạng đi học của trẻ em", "school attendance of children", rule.Source{}, rule.Med),
		indicator(HousingArea, Housing, "diện tích nhà ở bình quân đầu người", "housing area per person", rule.Source{}, rule.Med),
		indicator(HousingQuality, Housing, "chất lượng nhà ở", "quality of housing", rule.Source{}, rule.Med),
		indicator(Telecom, Information, "tiếp cận dịch vụ số, internet", "access to digital services and the internet", nd351Changes, rule.Secondary),
		indicator(Water, Sanitation, "nguồn nước sinh hoạt", "source of water", rule.Source{}, rule.Med),
		indicator(Toilet, Sanitation, "nhà tiêu hợp vệ sinh", "hygienic toilet", rule.Source{}, rule.Med),
		indicator(Waste, Sanitation, "xử lý rác thải sinh hoạt", "handling of household waste", nd351Changes, rule.Secondary),
	},
}
