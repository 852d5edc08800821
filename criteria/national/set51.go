package national

import (
	"slices"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

var qd51 = decision("51/2025/QĐ-TTg", rule.Day(2025, 12, 29))

const (
	page51Criteria = "https://www.vietnamplus.vn/ban-hanh-bo-tieu-chi-quoc-gia-ve-nong-thon-moi-giai-doan-2026-2030-post1085735.vnp"
	page51Groups   = "https://thoibaotaichinhvietnam.vn/ban-hanh-bo-tieu-chi-quoc-gia-ve-nong-thon-moi-giai-doan-2026-2030-189751.html"
	page51Wards    = "https://thuviennhadat.vn/phap-ly-nha-dat/tinh-thanh-pho-hoan-thanh-nhiem-vu-xay-dung-nong-thon-moi-giai-doan-2026-2030-can-dieu-kien-gi-732857.html"
)

// tt52 is the guidance of the Ministry of Finance on four contents of criterion 3 and on
// condition 10 of annex III, read in a copy of Công báo 287 of 27/5/2026. It is in force
// from start52.
var (
	tt52    = document{Kind: rule.Circular, Number: "52/2026/TT-BTC", Date: rule.Day(2026, 5, 14)}
	start52 = rule.Day(2026, 6, 27)
)

const page52 = "https://github.com/hrmaster1982-dev/phapluat-8chude-data/blob/983bf259b80b975410981cdbf1497feeb33d4d6a/docs/thue_tncn/thong-tu-so-52-2026-tt-btc-469527.txt"

// table51 is the set of 2026–2030: 10 criteria and 47 indicators by three groups of
// communes. The criteria and the groups were read, and four contents of criterion 3 as the
// guidance on them says; of the others four names ([Unnumbered]), no number and no demand.
// They are to be supplied: until then the set can find no commune met, and its answers say
// what is missing.
func (r Reach) table51() criteria.Table {
	annex := qd51.at("Phụ lục I")
	read := annex.quoted(page51Criteria)
	groups := annex.quoted(page51Groups)
	return criteria.Table{
		ID: ID51, Version: version, Words: parts,
		Name:     rule.Text{Vi: "Bộ tiêu chí quốc gia về xã nông thôn mới giai đoạn 2026 - 2030", En: "National criteria for new rural communes 2026–2030"},
		Standard: criteria.Basic, Source: rule.Source(annex), Span: rule.Span{From: start51}, Years: criteria.Years{From: 2026, To: 2030},
		Indicators: 47,
		Groups: []criteria.GroupRule{
			{
				Group: criteria.Group1, From: groups,
				Name: rule.Text{
					Vi: "Xã liền kề đô thị hiện hữu và có định hướng phát triển thành đô thị, hoặc xã có tỷ trọng ngành nông nghiệp trong cơ cấu kinh tế dưới 10%, hoặc xã được định hướng là đô thị mới",
					En: "Next to a town and meant to become urban; or less than 10 % of the economy in agriculture; or meant as a new town",
				},
				When: criteria.Any(
					criteria.All(criteria.Attr("adjacent-urban").Holds(), criteria.Attr("urban-oriented").Holds()),
					criteria.Attr("agriculture-share").Below("10"),
					criteria.Attr("new-urban").Holds()),
			},
			{
				Group: criteria.Group3, From: groups,
				Name: rule.Text{
					Vi: "Xã khu vực II và xã khu vực III thuộc vùng đồng bào dân tộc thiểu số và miền núi",
					En: "Communes of areas II and III of the ethnic-minority and mountainous region",
				},
				When: criteria.Attr("area").AtLeast("2"),
			},
			{
				Group: criteria.Group2, From: groups,
				Name: rule.Text{Vi: "Xã không thuộc nhóm 1 và nhóm 3", En: "All other communes"},
			},
		},
		Criteria: []criteria.Criterion{
			criterion(1, "Quy hoạch", "Planning", read),
			criterion(2, "Hạ tầng kinh tế - xã hội", "Economic and social infrastructure", read),
			criterion(3, "Phát triển kinh tế nông thôn", "Development of the rural economy", read, economy51()...),
			criterion(4, "Đào tạo nguồn nhân lực nông thôn", "Training of the rural workforce", read),
			criterion(5, "Văn hóa, giáo dục, y tế", "Culture, education, health", read),
			criterion(6, "Giảm nghèo và an sinh xã hội", "Poverty reduction and social security", read),
			criterion(7, "Khoa học công nghệ và chuyển đổi số", "Science, technology and digital transformation", read),
			criterion(8, "Môi trường và cảnh quan nông thôn", "Rural environment and landscape", read),
			criterion(9, "Xây dựng hệ thống chính trị và hành chính công", "Political system and public administration", read),
			criterion(10, "Tiếp cận pháp luật và an ninh, quốc phòng", "Access to law, security and defence", read),
		},
	}
}

// economy51 is the contents of criterion 3 that 52/2026/TT-BTC numbers and explains. The
// province says how they apply to each group of communes, and asks no less (Điều 9.1).
func economy51() []criteria.Indicator {
	income, cooperative := tt52.at("Điều 4").read(page52), tt52.at("Điều 5").read(page52)
	private, zone := tt52.at("Điều 6").read(page52), tt52.at("Điều 7").read(page52)
	return slices.Concat(
		guided(noted(row("3.1", "Tốc độ tăng thu nhập bình quân đầu người",
			"Growth of income per head", "triệu đồng/người/năm", income,
			criteria.Cite(income, criteria.AgainstPrevious(criteria.AtLeast("1.095")))),
			"Từ 9,5%/năm trở lên. Ghi thu nhập bình quân của năm đề nghị công nhận («3.1») và của năm trước («3.1/previous»), theo điều tra thu nhập của xã; không ghi sẵn tốc độ. Thông tư không chia theo nhóm xã; tỉnh quy định không thấp hơn (Điều 9.1).",
			"9.5 % a year or more. Give the income per head of the year proposed for recognition (3.1) and of the year before (3.1/previous), both of the commune's survey, not the rate itself. The circular does not divide it by group; a province asks no less (Article 9.1).")),
		guided(noted(row("3.6", "Xã có hợp tác xã hoạt động hiệu quả",
			"The commune has a co-operative that works well", "", cooperative,
			criteria.Cite(cooperative, each(
				part("lawful", criteria.Pass()),
				part("profit-2-years", criteria.Pass()),
				part("services", criteria.AtLeast("1")),
				part("members", criteria.ProvinceSets()),
				grown("1"), grown("2")))),
			"Một hợp tác xã phải đạt mọi yêu cầu. «Năm 1», «năm 2» là hai năm liền kề trước năm đề nghị; mỗi năm tăng từ 5% hoặc từ 10 thành viên.",
			"One co-operative must fulfil all of it. Years 1 and 2 are the two before the year proposed; in each it grows by 5 % or by 10 members.")),
		guided(noted(row("3.9", "Có hoạt động phát triển kinh tế tư nhân trên địa bàn gắn với tạo việc làm, thu nhập cho người lao động địa phương",
			"The private economy is furthered and brings work and income to local people", "", private,
			criteria.Cite(private, each(
				part("support", criteria.Pass()),
				part("new-businesses", criteria.AtLeast("10")),
				part("insured", criteria.AgainstPrevious(criteria.AtLeast("1.05")))))),
			"Doanh nghiệp, hộ kinh doanh thành lập mới: mức tăng trung bình (%/năm) trong 02 năm liền kề trước năm đề nghị. Lao động đóng bảo hiểm xã hội: ghi số của hai năm, tăng từ 5%.",
			"New enterprises and household businesses: their average growth (% a year) over the two years before the year proposed. Workers with social insurance: give the numbers of both years; they grow by 5 % or more.")),
		guided(ifAny(noted(row("3.10", "Có khu công nghiệp được quy hoạch, đầu tư xây dựng đảm bảo đáp ứng các quy định của pháp luật",
			"An industrial zone is planned and built as the law demands", "", zone,
			criteria.When(criteria.Cite(zone, criteria.Attr("zone-asked").Holds()),
				criteria.Cite(zone, each(
					part("planned", criteria.Pass()),
					part("established", criteria.Pass()),
					part("land", criteria.Pass()))),
				criteria.Requirement{})),
			"Chưa đọc được nội dung này áp dụng cho nhóm xã nào: chỉ xét khi có ghi («@zone-asked») là áp dụng cho xã; không áp dụng thì ghi «n/a».",
			"Which groups of communes it is asked of was not read: it is judged only where @zone-asked says that it is asked of the commune; where it is not, give n/a."))),
	)
}

// grown is the growth of a co-operative in one of the two years.
func grown(year string) criteria.Requirement {
	return criteria.Any(part("growth-"+year, criteria.AtLeast("5")), part("joined-"+year, criteria.AtLeast("10")))
}

// guided is a row from the day on which the guidance is in force. Before it the content is
// known by name, and its demand is not.
func guided(i criteria.Indicator) []criteria.Indicator {
	before := i
	before.Require, before.Note = criteria.Requirement{}, rule.Text{
		Vi: "Trước ngày 27/6/2026 chưa có hướng dẫn; mức của Phụ lục I chưa đọc được.",
		En: "There was no guidance before 2026-06-27, and the demand of annex I was not read."}
	return []criteria.Indicator{
		during(rule.Span{From: start51, To: start52.AddDays(-1)}, before),
		during(rule.Span{From: start52}, i),
	}
}

// Unnumbered lists the indicators of 51/2025/QĐ-TTg that are known by name only: annex
// III names them as contents that a ward or special zone must meet, beside 3.1 and 3.9.
// Their numbers, criteria and demands were not obtained, so they are no rows of the set.
func Unnumbered() []criteria.Indicator {
	read := qd51.at("Phụ lục III").quoted(page51Wards)
	named := func(vi, en, unit string) criteria.Indicator {
		return criteria.Indicator{Name: rule.Text{Vi: vi, En: en}, NameFrom: read, Unit: unit}
	}
	return []criteria.Indicator{
		named("Có kế hoạch và thực hiện hiệu quả kế hoạch phát triển sản phẩm OCOP gắn với đặc trưng, thế mạnh của địa phương",
			"A plan for OCOP products from local strengths is carried out well", ""),
		named("Tỷ lệ nghèo đa chiều", "Multidimensional poverty rate", "%"),
		named("Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn", "Households with clean water of the technical standard", "%"),
		named("Đảm bảo an toàn thực phẩm", "Food safety is ensured", ""),
	}
}

// ProvinceConditions lists the conditions of annex III under which a province has completed
// the building of new rural areas, as far as they were read: the first three and number 10 of
// at least ten. They judge a province, so they are no rows of the set; their numbers are those
// of the annex, where that is known.
func ProvinceConditions() []criteria.Indicator {
	read, growth := qd51.at("Phụ lục III").quoted(page51Wards), tt52.at("Điều 8").read(page52)
	return []criteria.Indicator{
		row("1", "Tỷ lệ xã đạt chuẩn nông thôn mới giai đoạn 2026 - 2030",
			"Communes that meet the standard of 2026–2030 in full", "%", read, criteria.Cite(read, criteria.AtLeast("100"))),
		row("2", "Tỷ lệ xã đạt nông thôn mới hiện đại giai đoạn 2026 - 2030",
			"Communes that meet the framework of modern communes in full", "%", read, criteria.Cite(read, criteria.AtLeast("10"))),
		noted(row("3", "Tỷ lệ nội dung tiêu chí mà phường, đặc khu đạt",
			"Contents of the criteria that a ward or special zone meets", "%", read, criteria.Cite(read, criteria.AtLeast("70"))),
			"Với phường hình thành từ xã, có đất nông nghiệp từ 70% diện tích tự nhiên tại ngày 01/7/2025, và đặc khu, khi cần; phải gồm 3.1, 3.9, kế hoạch sản phẩm OCOP, tỷ lệ nghèo đa chiều, nước sạch theo quy chuẩn và an toàn thực phẩm. Điều kiện này chưa đọc được hết.",
			"Where needed, of a ward formed with communes whose farmland is 70 % or more of its area on 2025-07-01, and of a special zone; 3.1, 3.9, the plan for OCOP products, multidimensional poverty, clean water and food safety among them. It was not read to its end."),
		noted(row("10", "Tốc độ tăng trưởng bình quân của kinh tế tư nhân",
			"Average growth of the private economy", "%/năm", growth, criteria.Cite(growth, criteria.AtLeast("10"))),
			"Trung bình nhân của tốc độ phát triển hằng năm (giá trị tăng thêm, giá so sánh) trong giai đoạn đánh giá: sau n năm, giá trị tăng thêm từ 1,1^n lần năm gốc.",
			"The geometric mean of the yearly growth of value added at constant prices over the period assessed: after n years value added is 1.1^n times that of the base year or more."),
	}
}
