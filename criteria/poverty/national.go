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
	// The circular on the survey, as 02/2022/TT-BLĐTBXH changed it and 1315/VBHN-BLĐTBXH of
	// 13/4/2023 brings the two together; read in a copy of Công báo 679 and 680 of 24/4/2023.
	tt07 = rule.Source{Kind: rule.Circular, Number: "07/2021/TT-BLĐTBXH", Date: rule.Day(2021, 7, 18),
		Page: "https://github.com/hrmaster1982-dev/phapluat-8chude-data/blob/983bf259b80b975410981cdbf1497feeb33d4d6a/docs/hd_khoan/van-ban-hop-nhat-so-1315-vbhn-bldtbxh-39218.txt"}
	tt07Tests = tt07.At("Phụ lục III") // Mẫu số 3.2

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

func named(id Deprivation, d Dimension, vi, en string) Indicator {
	return Indicator{ID: id, Dimension: d, Name: rule.Text{Vi: vi, En: en}}
}

func indicator(id Deprivation, d Dimension, vi, en string, s rule.Source, c rule.Confidence) Indicator {
	i := named(id, d, vi, en)
	i.Source, i.Confidence = s, c
	return i
}

// tested is an indicator of the survey sheet B2 with its test.
func tested(i Indicator, vi, en string) Indicator {
	i.Source, i.Confidence, i.Deprived = tt07Tests, rule.Read, rule.Text{Vi: vi, En: en}
	return i
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
	Average:      line(2_250_000, 3_000_000, tt07.At("Phụ lục VIII"), rule.Read),
	Score:        line(140, 175, tt07.At("Điều 1, khoản 1"), rule.Read),
	Deprivations: 3,
	Count:        12, Listed: rule.Read,
	Indicators: []Indicator{
		tested(named(Job, Employment, "việc làm", "job"),
			"có ít nhất một người không có việc làm, hoặc có việc làm công ăn lương nhưng không có hợp đồng lao động",
			"someone has no job, or has a paid job without a labour contract"),
		tested(named(Dependants, Employment, "người phụ thuộc trong hộ gia đình", "dependants in the household"),
			"tỷ lệ người phụ thuộc trong tổng số nhân khẩu lớn hơn 50%",
			"more than 50 % of the members are dependants"),
		tested(named(Nutrition, Health, "dinh dưỡng", "nutrition"),
			"có ít nhất một trẻ em dưới 16 tuổi suy dinh dưỡng chiều cao theo tuổi hoặc cân nặng theo tuổi",
			"a child under 16 is malnourished by height for age or by weight for age"),
		tested(named(HealthInsurance, Health, "bảo hiểm y tế", "health insurance"),
			"có ít nhất một người từ đủ 6 tuổi trở lên không có bảo hiểm y tế, không tính đối tượng thuộc nhóm do ngân sách nhà nước đóng",
			"someone of 6 years or more has no health insurance; persons of the groups for whom the State pays do not count"),
		tested(named(AdultEducation, Education, "trình độ giáo dục của người lớn", "education of adults"),
			"có ít nhất một người từ đủ 16 tuổi đến dưới 30 tuổi không tham gia khóa đào tạo hoặc không có bằng cấp, chứng chỉ so với độ tuổi",
			"someone from 16 to under 30 years attends no training, or has no diploma or certificate of that age"),
		tested(named(SchoolAttendance, Education, "tình trạng đi học của trẻ em", "school attendance of children"),
			"có ít nhất một trẻ em từ đủ 3 tuổi đến dưới 16 tuổi không được học đúng bậc, cấp học phù hợp với độ tuổi",
			"a child from 3 to under 16 years is not at the level of school of its age"),
		tested(named(HousingQuality, Housing, "chất lượng nhà ở", "quality of housing"),
			"nhà ở không bền chắc: từ 02 trong 03 bộ phận (tường, cột, mái) không bền chắc trở lên",
			"the house is not durable: two or more of wall, column and roof are not"),
		tested(named(HousingArea, Housing, "diện tích nhà ở bình quân đầu người", "housing area per person"),
			"diện tích bình quân đầu người dưới 8 m²",
			"less than 8 m² for each person"),
		tested(named(Water, Sanitation, "nguồn nước sinh hoạt", "source of water"),
			"không tiếp cận được nguồn nước sạch trong sinh hoạt",
			"the household has no clean source of water"),
		tested(named(Toilet, Sanitation, "nhà tiêu hợp vệ sinh", "hygienic toilet"),
			"không sử dụng hố xí, nhà tiêu hợp vệ sinh",
			"the household uses no hygienic toilet"),
		tested(named(Telecom, Information, "sử dụng dịch vụ viễn thông", "use of telecommunication services"),
			"không có thành viên nào sử dụng dịch vụ internet",
			"no member uses the internet"),
		tested(named(InformationMeans, Information, "phương tiện phục vụ tiếp cận thông tin", "means of access to information"),
			"không có phương tiện nào: ti vi, radio, máy tính để bàn, điện thoại; máy tính xách tay, máy tính bảng, điện thoại thông minh",
			"none of television, radio, desktop computer, telephone; laptop, tablet, smartphone"),
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
