package national

import (
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

var qd51 = decision("51/2025/QĐ-TTg", rule.Day(2025, 12, 29))

const (
	page51Criteria = "https://www.vietnamplus.vn/ban-hanh-bo-tieu-chi-quoc-gia-ve-nong-thon-moi-giai-doan-2026-2030-post1085735.vnp"
	page51Groups   = "https://thoibaotaichinhvietnam.vn/ban-hanh-bo-tieu-chi-quoc-gia-ve-nong-thon-moi-giai-doan-2026-2030-189751.html"
	page51Wards    = "https://thuviennhadat.vn/phap-ly-nha-dat/tinh-thanh-pho-hoan-thanh-nhiem-vu-xay-dung-nong-thon-moi-giai-doan-2026-2030-can-dieu-kien-gi-732857.html"
)

// table51 is the set of 2026–2030: 10 criteria and 47 indicators by three groups of
// communes. The criteria and the groups were read; of the indicators six names
// ([Unnumbered]), no number and no demand. They are to be supplied: until then the set
// can find no commune met, and its answers say what is missing.
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
			criterion(3, "Phát triển kinh tế nông thôn", "Development of the rural economy", read),
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

// Unnumbered lists the indicators of 51/2025/QĐ-TTg that are known by name only: annex
// III names them as contents that a ward or special zone must meet. Their numbers,
// criteria and demands were not obtained, so they are no rows of the set.
func Unnumbered() []criteria.Indicator {
	read := qd51.at("Phụ lục III").quoted(page51Wards)
	named := func(vi, en, unit string) criteria.Indicator {
		return criteria.Indicator{Name: rule.Text{Vi: vi, En: en}, NameFrom: read, Unit: unit}
	}
	return []criteria.Indicator{
		named("Tốc độ tăng thu nhập bình quân đầu người", "Growth of income per head", ""),
		named("Có kế hoạch và thực hiện hiệu quả kế hoạch phát triển sản phẩm OCOP gắn với đặc trưng, thế mạnh của địa phương",
			"A plan for OCOP products from local strengths is carried out well", ""),
		named("Có hoạt động phát triển kinh tế tư nhân trên địa bàn gắn với tạo việc làm, thu nhập cho người lao động địa phương",
			"The private economy is furthered and brings work and income to local people", ""),
		named("Tỷ lệ nghèo đa chiều", "Multidimensional poverty rate", "%"),
		named("Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn", "Households with clean water of the technical standard", "%"),
		named("Đảm bảo an toàn thực phẩm", "Food safety is ensured", ""),
	}
}
