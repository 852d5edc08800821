package national

import (
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

var (
	annexII = qd318.at("Phụ lục II")
	qd1327  = decision("1327/QĐ-BCT", rule.Day(2024, 6, 3))
)

// The pages on which parts of 318/QĐ-TTg, annex II, were read. The annex itself
// could not be: most names and numbers are recalled. page318Culture is a trader's page
// that restates the guidance of the ministry.
const (
	page318HCMC     = "https://lawnet.vn/thong-tin-phap-luat/en/chinh-sach-moi/advanced-set-of-new-rural-construction-criteria-associated-with-urbanization-in-rural-areas-of-ho-chi-minh-city-vietnam-121521.html"
	page318Roads    = "https://baogialai.com.vn/channel/12381/202204/ban-hanh-cac-bo-tieu-chi-quoc-gia-ve-nong-thon-moi-giai-doan-2021-2025-5771871/"
	page318Phones   = "https://lawnet.vn/en/laws/xa-nong-thon-moi-nang-cao-toi-thieu-50-nguoi-thuoc-do-tuoi-lao-dong-vung-dong-bao-dan-toc-thieu-so--21870.html"
	page318Culture  = "https://dochoibacha.vn/thuc-hien-tieu-chi-van-hoa-xay-dung-xa-nong-thon-moi-nang-cao"
	page318OCOP     = "https://baokhanhhoa.vn/phong-su/xay-dung-nong-thon-moi/202205/xa-nong-thon-moi-nang-cao-phai-co-san-pham-ocop-8252357/"
	page318CaMau    = "https://news.laodong.vn/xa-hoi/xa-nong-thon-moi-nang-cao-ca-mau-gap-kho-ti-le-bhyt-1399396.ldo"
	page318Care     = "https://dantoctongiao.vietnamnet.vn/vuot-kho-thuc-hien-chi-tieu-ve-y-te-trong-xay-dung-nong-thon-moi-2101538.html"
	page318BacGiang = "https://quochoitv.vn/de-dat-xa-nong-thon-moi-nang-cao-con-nhieu-thach-thuc-199367.htm"
	page318Graves   = "https://tanhlinh.binhthuan.gov.vn/tin-dia-phuong/xa-bac-ruong-da-dat-tieu-chi-17-9-nghia-trang-co-so-hoa-tang-neu-co-dap-ung-cac-quy-dinh-cua-pha-877253"
	page318NhuThanh = "https://m.baomoi.com/tieu-chi-nuoc-sach-tap-trung-diem-nghen-trong-xay-dung-ntm-o-nhu-thanh/c/44061754.epi"
	page318HaNam    = "https://baohanam.com.vn/xa-hoi/y-te/kho-khan-trong-thuc-hien-tieu-chi-thon-thong-minh-127750.html"
	page1327        = "https://thuvienphapluat.vn/chinh-sach-phap-luat-moi/vn/thong-bao-van-ban-moi/email/65342/tieu-chi-xa-dat-chuan-nong-thon-moi-nang-cao-ve-dien"
)

// advancedIncome is the floor of criterion 10 by year; 319/QĐ-TTg builds on it.
// Published rules of two provinces agree with 60 (2021) and 68 (2023) of ĐBSH.
var advancedIncome = []yearLine{
	{2021, "43 60 43 49 49 71 60"},
	{2022, "47 64 47 53 53 75 64"},
	{2023, "51 68 51 57 57 79 68"},
	{2024, "55 72 55 61 61 83 72"},
	{2025, "59 76 59 65 65 87 76"},
}

// yearLine is the line of one year.
type yearLine struct {
	year int
	line string
}

// table318II is annex II: 19 criteria, 75 indicators. 211/QĐ-TTg amended what it says
// of access to law; how is not known, so the rows of criterion 16 are unknown
// from 01/3/2024. Whether it amended other rows is not known either.
func (r Reach) table318II() criteria.Table {
	return criteria.Table{
		ID: ID318II, Version: version, Words: parts,
		Name:     rule.Text{Vi: "Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao giai đoạn 2021 - 2025", En: "National criteria for advanced new rural communes 2021–2025"},
		Standard: criteria.Advanced, Source: rule.Source(annexII), Span: r.span318(), Years: criteria.Years{From: 2021, To: 2025},
		SpecialColumn: tdmnpb,
		Criteria: join(
			infrastructure318II(),
			facilities318II(),
			economy318II(),
			r.society318II(),
			environment318II(),
			security318II(),
		),
	}
}

func infrastructure318II() []criteria.Criterion {
	name, planning := annexII.quoted(page318LaoCai), annexII.quoted(page318HCMC)
	return []criteria.Criterion{
		criterion(1, "Quy hoạch", "Planning", name,
			noted(row("1.1", "Có quy hoạch chung xây dựng xã còn thời hạn hoặc đã được rà soát, điều chỉnh theo quy định của pháp luật về quy hoạch (trong đó có quy hoạch khu chức năng dịch vụ hỗ trợ hoặc thúc đẩy, dẫn dắt phát triển kinh tế nông thôn)",
				"The general construction plan is valid or lawfully revised, with a service area that leads the rural economy", "", planning,
				provinceSets(planning)),
				"Ninh Bình (735/QĐ-UBND) thêm «hoặc có quy hoạch chung đô thị trên địa bàn xã», và yêu cầu «đạt» ở 1.1, 1.2, 1.3 (theo nguồn dẫn lại).",
				"Ninh Bình (735/QĐ-UBND) adds a general urban plan in the commune as another way, and asks «met» of 1.1, 1.2 and 1.3 (secondary source)."),
			row("1.2", "Có quy chế quản lý và tổ chức thực hiện quy hoạch xây dựng và quản lý xây dựng theo quy hoạch",
				"Regulations exist on carrying out the plan and on building by it", "", planning,
				provinceSets(planning)),
			row("1.3", "Có quy hoạch chi tiết xây dựng trung tâm xã hoặc quy hoạch chi tiết xây dựng điểm dân cư phù hợp với tình hình kinh tế - xã hội của địa phương và phù hợp với định hướng đô thị hóa theo quy hoạch cấp trên",
				"A detailed plan of the centre or of a settlement fits local conditions and the urbanisation planned above", "", planning,
				provinceSets(planning))),
		criterion(2, "Giao thông", "Transport", name,
			noted(row("2.1", "Tỷ lệ đường xã được bảo trì hàng năm, đảm bảo sáng - xanh - sạch - đẹp và có các hạng mục cần thiết (biển báo, biển chỉ dẫn, chiếu sáng, gờ giảm tốc, cây xanh...) theo quy định",
				"Commune roads kept up yearly, bright, green, clean and beautiful, with signs, lighting and the like", "%", annexII.quoted(page318Roads),
				provinceSets(med)),
				"Phần trong ngoặc và «theo quy định» chưa xác nhận.", "The list in brackets and «theo quy định» are unconfirmed."),
			row("2.2", "Tỷ lệ đường thôn, bản, ấp và đường liên thôn, bản, ấp được cứng hóa và bảo trì hàng năm; có các hạng mục cần thiết và đảm bảo sáng - xanh - sạch - đẹp",
				"Roads of and between villages hardened, kept up yearly and fitted out in the same way", "%", high,
				provinceSets(med)),
			row("2.3", "Tỷ lệ đường ngõ, xóm được cứng hóa, đảm bảo sáng - xanh - sạch - đẹp",
				"Lanes hardened, bright, green, clean and beautiful", "%", high,
				provinceSets(med)),
			row("2.4", "Tỷ lệ đường trục chính nội đồng được cứng hóa đáp ứng yêu cầu sản xuất và vận chuyển hàng hóa",
				"Main field roads hardened as production and transport need", "%", high,
				provinceSets(med))),
		criterion(3, "Thủy lợi và phòng, chống thiên tai", "Irrigation and disaster prevention", name,
			row("3.1", "Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động",
				"Farmed land that is watered and drained at will", "%", high,
				atLeast("90", med)),
			row("3.2", "Có ít nhất 01 tổ chức thủy lợi cơ sở hoạt động hiệu quả, bền vững",
				"At least one local irrigation organisation works well and lastingly", "tổ chức", high,
				atLeast("1", medHigh)),
			row("3.3", "Tỷ lệ diện tích cây trồng chủ lực của địa phương được tưới tiên tiến, tiết kiệm nước",
				"Area of the main crops under advanced irrigation that saves water", "%", high,
				provinceSets(med)),
			row("3.4", "Có 100% số công trình thủy lợi nhỏ, thủy lợi nội đồng được bảo trì hàng năm",
				"All small irrigation works and those in the fields are kept up yearly", "%", high,
				atLeast("100", medHigh)),
			row("3.5", "Thực hiện kiểm kê, kiểm soát các nguồn nước thải xả vào công trình thủy lợi",
				"Waste water let into irrigation works is listed and controlled", "", high,
				pass(medHigh)),
			row("3.6", "Đảm bảo yêu cầu chủ động về phòng chống thiên tai theo phương châm 4 tại chỗ",
				"The commune is ready for disasters by the four means «on the spot», in a higher band", "điểm", medHigh,
				each(part("mandatory", pass(low)), part("score", atLeast("70", low))))),
		criterion(4, "Điện", "Electricity", name,
			noted(row("4", "Tỷ lệ hộ có đăng ký trực tiếp và được sử dụng điện sinh hoạt, sản xuất đảm bảo an toàn, tin cậy và ổn định",
				"Households connected in their own name, with safe, reliable and steady electricity", "%", qd1327.quoted(page1327),
				atLeast("98 100 99 99 98 100 99", qd1327.quoted(page1327))),
				"Xã còn phải đạt tiêu chí điện của xã nông thôn mới.", "The commune must also meet the electricity criterion of the basic standard.")),
	}
}

func facilities318II() []criteria.Criterion {
	name := annexII.quoted(page318LaoCai)
	return []criteria.Criterion{
		criterion(5, "Giáo dục", "Education", name,
			noted(row("5.1", "Tỷ lệ trường học các cấp đạt tiêu chuẩn cơ sở vật chất mức độ 1 và có ít nhất 01 trường đạt tiêu chuẩn cơ sở vật chất mức độ 2",
				"Schools at level 1 of the building standard, and at least one at level 2", "", medHigh,
				each(part("level1", atLeast("100", med)), part("level2", atLeast("1", med)))),
				"level1: tỷ lệ (%) trường đạt mức độ 1; level2: số trường đạt mức độ 2.", "level1 is a share (%) of schools, level2 a number of schools."),
			row("5.2", "Duy trì và nâng cao chất lượng đạt chuẩn phổ cập giáo dục mầm non cho trẻ em 5 tuổi",
				"Universal schooling at five is kept and bettered", "", high,
				pass(high)),
			row("5.3", "Đạt chuẩn và duy trì đạt chuẩn phổ cập giáo dục tiểu học và trung học cơ sở",
				"Universal primary and lower-secondary schooling: level reached", "mức độ", high,
				atLeast("3", medHigh)),
			row("5.4", "Đạt chuẩn xóa mù chữ",
				"End of illiteracy: level reached", "mức độ", high,
				atLeast("2", medHigh)),
			noted(row("5.5", "Cộng đồng học tập cấp xã được đánh giá, xếp loại",
				"The learning community of the commune is rated", "", high,
				pass(med)),
				"Đạt khi xếp loại khá trở lên.", "A pass is a rating of fair or better."),
			row("5.6", "Có mô hình giáo dục thể chất cho học sinh rèn luyện thể lực, kỹ năng, sức bền",
				"A model of physical education trains strength, skill and stamina", "", high,
				pass(high))),
		criterion(6, "Văn hóa", "Culture", name,
			row("6.1", "Có lắp đặt các dụng cụ thể dục thể thao ngoài trời ở điểm công cộng; các loại hình hoạt động văn hóa, văn nghệ, thể dục, thể thao được tổ chức hoạt động thường xuyên",
				"Exercise equipment stands in public places; culture and sport are held regularly", "", annexII.quoted(page318Culture),
				pass(high)),
			row("6.2", "Di sản văn hóa được kiểm kê, ghi danh, bảo vệ, tu bổ, tôn tạo và phát huy giá trị đúng quy định",
				"Heritage is listed, protected, restored and made known", "", high,
				pass(high)),
			noted(row("6.3", "Tỷ lệ thôn, bản, ấp đạt tiêu chuẩn văn hóa theo quy định và đạt chuẩn nông thôn mới",
				"Villages that meet the culture standard and the new rural standard of villages", "%", medHigh,
				atLeast("?")),
				"Chuẩn thôn nông thôn mới do tỉnh quy định.", "The standard of villages is the province's.")),
		criterion(7, "Cơ sở hạ tầng thương mại nông thôn", "Rural trade infrastructure", name,
			noted(row("7", "Có mô hình chợ thí điểm bảo đảm an toàn thực phẩm, hoặc chợ đáp ứng yêu cầu chung theo tiêu chuẩn chợ kinh doanh thực phẩm",
				"A pilot market of safe food, or a market of the food-market standard", "", high,
				criteria.FirstOf(part("market", pass(med)), part("shop", pass(med)))),
				"Hướng dẫn năm 2024 cũng xét siêu thị mini, cửa hàng nơi không có chợ.",
				"Guidance of 2024 lets a shop count where there is no market here too.")),
		criterion(8, "Thông tin và Truyền thông", "Information and communications", name,
			row("8.1", "Có điểm phục vụ bưu chính đáp ứng cung cấp dịch vụ công trực tuyến cho người dân",
				"A postal point gives people access to online public services", "", high,
				pass(high)),
			noted(row("8.2", "Tỷ lệ thuê bao sử dụng điện thoại thông minh",
				"People of working age with a smartphone subscription", "%", high,
				criteria.Cite(annexII.quoted(page318Phones),
					criteria.When(criteria.Attr("area").AtLeast("1"), criteria.AtLeast("50"), criteria.Cite(med, criteria.AtLeast("80"))))),
				"50% ở vùng đồng bào dân tộc thiểu số và miền núi; 80% ở nơi khác chưa xác nhận.",
				"50 % in the ethnic-minority and mountainous region; the 80 % elsewhere is unconfirmed."),
			row("8.3", "Có dịch vụ báo chí truyền thông",
				"Press and media services exist", "", high,
				pass(high)),
			row("8.4", "Có ứng dụng công nghệ thông tin trong quản lý, điều hành phục vụ đời sống kinh tế - xã hội và tổ chức lấy ý kiến sự hài lòng của người dân về kết quả xây dựng nông thôn mới",
				"Information technology serves administration and the survey of residents on the results", "", high,
				pass(high)),
			row("8.5", "Có mạng wifi miễn phí ở các điểm công cộng",
				"Free wifi in public places", "", high,
				pass(high))),
		criterion(9, "Nhà ở dân cư", "Housing", name,
			row("9", "Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố",
				"Households with a solid or half-solid house", "%", high,
				atLeast("85 95 90 90 85 95 85", low))),
	}
}

func economy318II() []criteria.Criterion {
	name := annexII.quoted(page318LaoCai)
	var income []criteria.Branch
	for _, y := range advancedIncome {
		income = append(income, criteria.In(atLeast(y.line, lowMed), y.year))
	}
	return []criteria.Criterion{
		criterion(10, "Thu nhập", "Income", name,
			noted(row("10", "Thu nhập bình quân đầu người", "Income per head", "triệu đồng/người/năm", high,
				criteria.ByYear(income...)),
				"Theo năm của hồ sơ.", "By the dossier year.")),
		criterion(11, "Nghèo đa chiều", "Multidimensional poverty", name,
			noted(row("11", "Tỷ lệ nghèo đa chiều giai đoạn 2021-2025",
				"Multidimensional poverty rate 2021–2025", "%", high,
				poverty2021("8 1 2.5 3 5 0.7 2.5", low, recalled(rule.LowMed, dbsh))),
				"Tính cả hộ nghèo và hộ cận nghèo. Xã Lay Nưa (Điện Biên) được công nhận với 13,05%: mức 8 chưa chắc chắn.",
				"Poor and near-poor households both count. Lay Nưa (Điện Biên) was recognised at 13.05 %: the 8 is doubtful.")),
		criterion(12, "Lao động", "Labour", name,
			row("12.1", "Tỷ lệ lao động qua đào tạo (áp dụng đạt cho cả nam và nữ)",
				"Trained workers, of women and of men", "%", high,
				criteria.BySex(atLeast("70 85 ? ? ? ? ?", low))),
			row("12.2", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ (áp dụng đạt cho cả nam và nữ)",
				"Workers with a degree or certificate, of women and of men", "%", high,
				criteria.BySex(atLeast("25 35 ? ? ? ? ?", low))),
			row("12.3", "Tỷ lệ lao động làm việc trong các ngành kinh tế chủ lực trên địa bàn",
				"Workers in the main trades of the commune", "%", medHigh,
				provinceSets(lowMed))),
		criterion(13, "Tổ chức sản xuất và phát triển kinh tế nông thôn", "Organisation of production and rural economy", name,
			row("13.1", "Hợp tác xã hoạt động hiệu quả và có hợp đồng liên kết theo chuỗi giá trị ổn định",
				"Co-operatives that work well, with steady contracts along the value chain", "hợp tác xã", high,
				atLeast("1", med)),
			row("13.2", "Có sản phẩm OCOP được xếp hạng đạt chuẩn hoặc tương đương còn thời hạn",
				"Products rated under OCOP, or the like, whose rating is still valid", "sản phẩm", annexII.quoted(page318OCOP),
				atLeast("1", med)),
			row("13.3", "Có mô hình kinh tế ứng dụng công nghệ cao, hoặc mô hình nông nghiệp áp dụng cơ giới hóa các khâu, liên kết theo chuỗi giá trị gắn với đảm bảo an toàn thực phẩm",
				"Models of high technology, or of mechanised farming in a value chain of safe food", "mô hình", high,
				atLeast("1", med)),
			row("13.4", "Ứng dụng chuyển đổi số để thực hiện truy xuất nguồn gốc các sản phẩm chủ lực của xã",
				"Main products are traced digitally", "", high,
				pass(medHigh)),
			row("13.5", "Tỷ lệ sản phẩm chủ lực của xã được bán qua kênh thương mại điện tử",
				"Main products sold by electronic trade", "%", high,
				atLeast("10", med)),
			row("13.6", "Vùng nguyên liệu tập trung đối với nông sản chủ lực của xã được cấp mã vùng",
				"The growing zone of the main produce has a zone code", "", annexII.quoted(page318HaNam),
				pass(medHigh)),
			row("13.7", "Có triển khai quảng bá hình ảnh điểm du lịch của xã thông qua ứng dụng Internet, mạng xã hội",
				"Places to visit are made known online", "", annexII.quoted(page318HaNam),
				pass(medHigh)),
			row("13.8", "Có mô hình phát triển kinh tế nông thôn hiệu quả theo hướng tích hợp đa giá trị (kinh tế, văn hóa, môi trường)",
				"Models of rural economy that join economic, cultural and environmental value", "mô hình", high,
				atLeast("1", med))),
	}
}

func (r Reach) society318II() []criteria.Criterion {
	name, press := annexII.quoted(page318LaoCai), annexII.quoted(page318VinhPhuc)
	care := annexII.quoted(page318Care, tdmnpb)
	return []criteria.Criterion{
		criterion(14, "Y tế", "Health", name,
			noted(row("14.1", "Tỷ lệ người dân tham gia bảo hiểm y tế (áp dụng đạt cho cả nam và nữ)",
				"Residents with health insurance, women and men", "%", press,
				criteria.BySex(atLeast("95", medHigh, annexII.quoted(page318VinhPhuc, tdmnpb, dbsh), annexII.quoted(page318CaMau, dbscl)))),
				"Ở các dòng 14.1 đến 14.3, «áp dụng đạt cho cả nam và nữ» chưa xác nhận.",
				"That 14.1 to 14.3 hold for both sexes is unconfirmed."),
			row("14.2", "Tỷ lệ dân số được quản lý sức khỏe (áp dụng đạt cho cả nam và nữ)",
				"People whose health is followed, women and men", "%", press,
				criteria.BySex(atLeast("90", lowMed, care))),
			row("14.3", "Tỷ lệ người dân tham gia và sử dụng ứng dụng khám chữa bệnh từ xa (áp dụng đạt cho cả nam và nữ)",
				"People who use remote medical care, women and men", "%", annexII.quoted(page318BacGiang),
				criteria.BySex(atLeast("40", lowMed, care))),
			row("14.4", "Tỷ lệ dân số có sổ khám chữa bệnh điện tử",
				"People with an electronic health book", "%", press,
				atLeast("70", lowMed, care))),
		criterion(15, "Hành chính công", "Public administration", name,
			row("15.1", "Ứng dụng công nghệ thông tin trong giải quyết thủ tục hành chính",
				"Administrative procedures are handled with information technology", "", high,
				pass(high)),
			row("15.2", "Có dịch vụ công trực tuyến mức độ 3 trở lên",
				"Online public services of level 3 or above", "", high,
				pass(high)),
			row("15.3", "Giải quyết các thủ tục hành chính đảm bảo đúng quy định và không để xảy ra khiếu nại vượt cấp",
				"Procedures are handled by the rules; no complaint goes over the commune's head", "", high,
				pass(high))),
		criterion(16, "Tiếp cận pháp luật", "Access to law", name, r.law318II()...),
	}
}

// law318II is criterion 16, each row as issued and from the day of 211/QĐ-TTg.
func (r Reach) law318II() []criteria.Indicator {
	words := annexII.quoted(page318Law)
	issued := []criteria.Indicator{
		row("16.1", "Có mô hình điển hình về phổ biến, giáo dục pháp luật, hòa giải ở cơ sở hoạt động hiệu quả được công nhận",
			"Recognised models of legal education or mediation that work well", "mô hình", words,
			atLeast("1", medHigh)),
		row("16.2", "Tỷ lệ mâu thuẫn, tranh chấp, vi phạm thuộc phạm vi hòa giải được hòa giải thành",
			"Disputes open to mediation that are settled by it", "%", words,
			atLeast("90", med)),
		row("16.3", "Tỷ lệ người dân thuộc đối tượng trợ giúp pháp lý tiếp cận và được trợ giúp pháp lý khi có yêu cầu",
			"People entitled to legal aid who receive it on request", "%", words,
			atLeast("90", med)),
	}
	var rows []criteria.Indicator
	for _, i := range issued {
		rows = append(rows, during(r.before211(), i))
		i.NameFrom, i.Require = unknown, criteria.Cite(unknown, criteria.Requirement{})
		rows = append(rows, during(r.since211(), noted(i,
			"211/QĐ-TTg sửa nội dung tiếp cận pháp luật; tên và mức mới chưa tìm được văn bản.",
			"211/QĐ-TTg amended access to law; the new name and demand were not obtained.")))
	}
	return rows
}

func environment318II() []criteria.Criterion {
	name, water := annexII.quoted(page318LaoCai), annexII.quoted(page318Water)
	graves := annexII.quoted(page318Graves)
	return []criteria.Criterion{
		criterion(17, "Môi trường", "Environment", name,
			row("17.1", "Khu kinh doanh, dịch vụ, chăn nuôi, giết mổ (gia súc, gia cầm), nuôi trồng thủy sản có hạ tầng kỹ thuật về bảo vệ môi trường",
				"Zones of trade, livestock, slaughter and fish farming have works that protect the environment", "", high,
				pass(high)),
			row("17.2", "Tỷ lệ cơ sở sản xuất, kinh doanh, dịch vụ, nuôi trồng thủy sản, làng nghề đảm bảo quy định về bảo vệ môi trường",
				"Producers, traders, services, fish farms and craft villages that keep the rules on the environment", "%", high,
				atLeast("100", med)),
			row("17.3", "Tỷ lệ chất thải rắn sinh hoạt và chất thải rắn không nguy hại trên địa bàn được thu gom, xử lý theo quy định",
				"Household and other harmless solid waste that is collected and treated", "%", high,
				atLeast("80 95 ? ? ? 95 ?", low)),
			row("17.4", "Tỷ lệ hộ gia đình thực hiện thu gom, xử lý nước thải sinh hoạt bằng biện pháp phù hợp, hiệu quả",
				"Households that treat their waste water in a fitting way", "%", high,
				atLeast("?")),
			row("17.5", "Tỷ lệ hộ gia đình thực hiện phân loại chất thải rắn tại nguồn",
				"Households that sort their waste", "%", high,
				atLeast("50", med)),
			row("17.6", "Tỷ lệ chất thải rắn nguy hại trên địa bàn được thu gom, vận chuyển và xử lý đáp ứng các yêu cầu về bảo vệ môi trường",
				"Dangerous solid waste that is collected and treated", "%", high,
				atLeast("100", medHigh)),
			row("17.7", "Tỷ lệ chất thải hữu cơ, phụ phẩm nông nghiệp được thu gom, tái sử dụng và tái chế thành nguyên liệu, nhiên liệu và các sản phẩm thân thiện với môi trường",
				"Organic waste and farm by-products that are used again or recycled", "%", high,
				atLeast("80", lowMed)),
			row("17.8", "Tỷ lệ cơ sở chăn nuôi bảo đảm các quy định về vệ sinh thú y, chăn nuôi và bảo vệ môi trường",
				"Livestock farms that keep the rules on animal health, husbandry and the environment", "%", high,
				atLeast("80 95 ? ? ? 95 ?", low)),
			noted(row("17.9", "Nghĩa trang, cơ sở hỏa táng (nếu có) đáp ứng các quy định của pháp luật và theo quy hoạch",
				"Cemeteries, and crematoria if any, are lawful and follow the plan", "", graves,
				criteria.ByRegion(
					criteria.In(pass(graves), dhntb),
					criteria.In(pass(high), tdmnpb, dbsh, btb, tn, dnb, dbscl))),
				"Ba yêu cầu, đọc ở một xã vùng DHNTB: theo quy hoạch được duyệt; phục vụ nhiều địa phương, hình thức mai táng văn minh; khoảng cách an toàn môi trường.",
				"Three requirements, read for a commune of DHNTB: an approved plan; civil forms of burial serving several localities; a safe distance."),
			row("17.10", "Tỷ lệ sử dụng hình thức hỏa táng",
				"Use of cremation", "%", high,
				atLeast("5 ? ? ? ? ? ?", low)),
			row("17.11", "Đất cây xanh sử dụng công cộng tại điểm dân cư nông thôn",
				"Public green land in rural settlements", "m²/người", high,
				atLeast("4", med)),
			row("17.12", "Tỷ lệ chất thải nhựa phát sinh trên địa bàn được thu gom, tái sử dụng, tái chế, xử lý theo quy định",
				"Plastic waste that is collected, used again, recycled or treated", "%", high,
				atLeast("?"))),
		criterion(18, "Chất lượng môi trường sống", "Quality of the living environment", name,
			row("18.1", "Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn từ hệ thống cấp nước tập trung",
				"Households with clean water of the technical standard from central supply", "%", water,
				atLeast("30 65 55 ? ? ? ?", low, annexII.quoted(page318NhuThanh, btb))),
			row("18.2", "Cấp nước sinh hoạt đạt chuẩn bình quân đầu người/ngày đêm",
				"Water of standard quality per person and day", "lít", high,
				atLeast("60", lowMed)),
			row("18.3", "Tỷ lệ công trình cấp nước tập trung có tổ chức quản lý, khai thác hoạt động bền vững",
				"Central water works that are run lastingly", "%", high,
				atLeast("?")),
			row("18.4", "Tỷ lệ chủ thể hộ gia đình và cơ sở sản xuất, kinh doanh thực phẩm hàng năm được tập huấn về an toàn thực phẩm",
				"Food households and businesses trained in food safety each year", "%", high,
				atLeast("100", medHigh)),
			row("18.5", "Không để xảy ra sự cố về an toàn thực phẩm trên địa bàn thuộc phạm vi quản lý của xã",
				"Food-safety incidents within the commune's remit", "", high,
				none(medHigh)),
			row("18.6", "Tỷ lệ cơ sở sơ chế, chế biến thực phẩm nông lâm thủy sản được chứng nhận về an toàn thực phẩm",
				"Processors of farm, forest and fish products certified for food safety", "%", high,
				atLeast("100", medHigh)),
			row("18.7", "Tỷ lệ hộ có nhà tắm, thiết bị chứa nước sinh hoạt hợp vệ sinh, nhà tiêu an toàn và đảm bảo 3 sạch",
				"Households with bathroom, hygienic water container and safe toilet that keep the «three cleans»", "%", high,
				atLeast("?")),
			ifAny(row("18.8", "Tỷ lệ bãi chôn lấp chất thải rắn sinh hoạt trên địa bàn đảm bảo vệ sinh môi trường",
				"Landfills, if any, that are kept hygienic", "%", high,
				atLeast("100", medHigh)))),
	}
}

func security318II() []criteria.Criterion {
	return []criteria.Criterion{
		criterion(19, "Quốc phòng và An ninh", "Defence and security", annexII.quoted(page318LaoCai),
			row("19.1", "Nâng cao chất lượng hoạt động của Ban chỉ huy quân sự xã và lực lượng dân quân",
				"The commune's military command and militia work better", "", high,
				pass(high)),
			row("19.2", "Không có công dân cư trú trên địa bàn phạm tội nghiêm trọng trở lên hoặc gây tai nạn (giao thông, cháy, nổ) nghiêm trọng trở lên; có mô hình camera an ninh và các mô hình (phòng chống tội phạm, tệ nạn; an toàn giao thông; phòng cháy, chữa cháy) gắn với phong trào toàn dân bảo vệ an ninh Tổ quốc hoạt động thường xuyên, hiệu quả",
				"No resident commits a grave crime or causes a grave accident; cameras and other models of public security are at work", "", high,
				pass(high))),
	}
}
