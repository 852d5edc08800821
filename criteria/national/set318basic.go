package national

import (
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

var (
	qd318  = decision("318/QĐ-TTg", rule.Day(2022, 3, 8))
	annexI = qd318.at("Phụ lục I")
	qd211  = decision("211/QĐ-TTg", rule.Day(2024, 3, 1))

	// Guidance of ministries that gives the demand where the decision leaves it to them
	// or that says when a row is met.
	hd1064 = document{Kind: rule.Guidance, Number: "1064/HD-BVHTTDL", Date: rule.Day(2022, 3, 30)}
	qd1680 = decision("1680/QĐ-BNN-VPĐP", rule.Day(2022, 5, 11))
	qd1491 = decision("1491/QĐ-BGDĐT", rule.Day(2022, 6, 6))
	qd1214 = decision("1214/QĐ-BCT", rule.Day(2022, 6, 22))
	qd1127 = document{Kind: rule.Decision, Number: "1127/QĐ-BTTTT"}
)

// The pages on which parts of 318/QĐ-TTg, annex I, and of 211/QĐ-TTg were read. The
// annex itself could not be: most names and numbers are recalled. page318Health is a
// list of legal questions and answers, page211 a re-post of a news item elsewhere.
const (
	page318Digest    = "http://tintuc.thuvienphapluat.com/thong-bao-van-ban-moi/email/39774/ban-hanh-bo-tieu-chi-xa-nong-thon-moi-giai-doan-2021-2025"
	page318LaoCai    = "http://www.doingoailaocai.vn/vi/bai-viet/15210"
	page318Health    = "http://118.69.201.250:801/phap-luat/tim-tu-van?loc=right_news&page=291&q=Th%E1%BB%B1c+h%C3%A0nh+kh%C3%A1m+ch%E1%BB%AFa+b%E1%BB%87nh"
	page318VinhPhuc  = "https://vietnamnet.vn/gan-94-dan-so-vinh-phuc-tham-gia-bhyt-gop-phan-duy-tri-xay-dung-nong-thon-moi-2235669.html"
	page318KonTum    = "https://kontumtv.vn/tin-tuc/tin-trong-nuoc/xay-dung-nong-thon-moi-o-kon-tum-bai-3-kho-khan-dat-chuan-tieu-chi-ve-bao-hiem-y-te"
	page318BinhPhuoc = "https://sldtbxh.binhphuoc.gov.vn/en/news/news/the-criteria-for-new-rural-communes-in-binh-phuoc-province-shall-range-from-2021-2025-207.html"
	page318Media     = "https://sotttt.thainguyen.gov.vn/tin-tuc/-/asset_publisher/LgMJqmfcY8Ds/content/tieu-chi-so-8-thong-tin-va-truyen-thong-trong-bo-tieu-chi-quoc-gia-ve-xa-nong-thon-moi-va-bo-tieu-chi-quoc-gia-ve-xa-nong-thon-moi-nang-cao-giai-oan-2"
	page318Water     = "https://vietnamnet.vn/cap-nuoc-nong-thon-gop-phan-vao-ket-qua-thuc-hien-chuong-trinh-xay-dung-ntm-2353749.html"
	page318Trace     = "https://www.vietnam.vn/en/khong-de-xa-nao-bi-thu-hoi-quyet-dinh-cong-nhan-nong-thon-moi"
	page318Labour    = "https://haugiang.gov.vn/web/ubnd-tp-vi-thanh/xem-chi-tiet-tin/-/tin-tuc/Huong-dan-thuc-hien-cac-tieu-chi--chi-tieu-thuoc-linh-vuc-lao-ong--xa-hoi-ve-nong-thon-moi-giai-oan-2021---202576205"
	page1680         = "http://ccptnt.vn/quyet-dinh-1680-qd-bnn-vpdp-ngay-11-05-2022-huong-dan-thuc-hien-mot-so-tieu-chi-chi-tieu-thuoc-bo-tieu-chi-quoc-gia.html"
	page1491         = "https://chatluongvacuocsong.vn/ban-hanh-bo-chi-tieu-giao-duc-trong-xay-dung-nong-thon-moi-d95868.html"
	page1064         = "http://svhttdl.thanhhoa.gov.vn/gia-dinh-van-hoa-co-so/huong-dan-thuc-hien-cac-tieu-chi-trong-xay-dung-nong-thon-moi-giai-doan-2021-2025-1005491"
	page1064Names    = "https://ttkhuyencong.bacgiang.gov.vn/tin-tuc/huong-dan-thuc-hien-cac-tieu-chi-chi-tieu-thuoc-bo-tieu-chi-quoc-gia-ve-nong-thon-moi-cac"
	page1214         = "https://dongthap.gov.vn/web/sct/chi-tiet-bai-viet/-/asset_publisher/1mOzUrGkrdAE/content/id/11591633?plidlayout=1528"
	page1127         = "https://stttt.dongnai.gov.vn/Pages/newsdetail.aspx?NewsId=11255&CatId=21"
	page211          = "https://xemdabongnet.net/sua-doi-bo-tieu-chi-ve-xa-va-huyen-nong-thon-moi-222847.htm"
	page211Law       = "http://pbgdpl.phutho.gov.vn/chi-dao-dieu-hanh/bai-viet/cat/nghiep-vu-pho-bien-giao-duc-phap-luat-6456/id/sua-doi-noi-dung-lien-quan-den-tieu-chi-tiep-can-phap-luat-trong-bo-tieu-chi-quoc-gia-ve-xa-nong-thon-moi-bo-tieu-chi-quoc-gia-ve-xa-nong-thon-moi-nang-cao-90561"
	page318Law       = "http://pbgdpl.laichau.gov.vn/index.php/hoi-dap-phap-luat/linh-vuc-khac/tieu-chi-tiep-can-phap-luat-trong-bo-tieu-chi-quoc-gia-ve-xa-nong-thon-moi-nang-cao-giai-doan-2021-2025-393.html"
)

// The days of the rows that 211/QĐ-TTg amended: it holds from the day of its signing.
var start211 = rule.Day(2024, 3, 1)

func (r Reach) before211() rule.Span { return rule.Span{From: start318, To: start211.AddDays(-1)} }

func (r Reach) since211() rule.Span { return rule.Span{From: start211, To: r.span318().To} }

// table318I is annex I: 19 criteria, 57 indicators. The rows 13.1, 15.4, 17.1 and
// 18.4 stand twice: as issued, and as 211/QĐ-TTg amended them.
func (r Reach) table318I() criteria.Table {
	return criteria.Table{
		ID: ID318I, Version: version, Words: parts,
		Name:     rule.Text{Vi: "Bộ tiêu chí quốc gia về xã nông thôn mới giai đoạn 2021 - 2025", En: "National criteria for new rural communes 2021–2025"},
		Standard: criteria.Basic, Source: rule.Source(annexI), Span: r.span318(), Years: criteria.Years{From: 2021, To: 2025},
		SpecialColumn: tdmnpb,
		Criteria: join(
			under(partPlanning, planning318I()),
			under(partInfra, infrastructure318I()...),
			under(partEconomy, r.economy318I()...),
			under(partCulture, r.culture318I()...),
			under(partPolitical, r.political318I()...),
		),
	}
}

func planning318I() criteria.Criterion {
	name := annexI.quoted(page318Digest)
	return criterion(1, "Quy hoạch", "Planning", name,
		row("1.1", "Có quy hoạch chung xây dựng xã được phê duyệt phù hợp với định hướng phát triển kinh tế - xã hội của xã giai đoạn 2021-2025 (trong đó có quy hoạch khu chức năng dịch vụ hỗ trợ phát triển kinh tế nông thôn) và được công bố công khai đúng thời hạn",
			"A general construction plan that fits the commune's development to 2025, with a service area for the rural economy, is approved and made public in time", "", high,
			pass(high)),
		row("1.2", "Ban hành quy định quản lý quy hoạch chung xây dựng xã và tổ chức thực hiện theo quy hoạch",
			"Rules for managing the general plan are issued and the plan is carried out", "", high,
			pass(high)))
}

func infrastructure318I() []criteria.Criterion {
	name, media := annexI.quoted(page318Digest), annexI.quoted(page318Media)
	irrigation, schools := qd1680.quoted(page1680), qd1491.quoted(page1491)
	return []criteria.Criterion{
		criterion(2, "Giao thông", "Transport", name,
			row("2.1", "Tỷ lệ đường xã được nhựa hóa hoặc bê tông hóa, đảm bảo ô tô đi lại thuận tiện quanh năm",
				"Commune roads of asphalt or concrete on which cars pass all year", "%", high,
				provinceSets(med)),
			row("2.2", "Tỷ lệ đường thôn, bản, ấp và đường liên thôn, bản, ấp ít nhất được cứng hóa, đảm bảo ô tô đi lại thuận tiện quanh năm",
				"Roads of and between villages that are at least hardened; cars pass all year", "%", high,
				provinceSets(med)),
			row("2.3", "Tỷ lệ đường ngõ, xóm sạch và đảm bảo đi lại thuận tiện quanh năm",
				"Lanes that are clean and passable all year", "%", high,
				provinceSets(med)),
			row("2.4", "Tỷ lệ đường trục chính nội đồng đảm bảo vận chuyển hàng hóa thuận tiện quanh năm",
				"Main field roads on which goods pass all year", "%", high,
				provinceSets(med))),
		criterion(3, "Thủy lợi và phòng, chống thiên tai", "Irrigation and disaster prevention", name,
			noted(row("3.1", "Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động đạt từ 80% trở lên",
				"80 % or more of the farmed land is watered and drained at will", "%", irrigation,
				atLeast("80", irrigation)),
				"Số 80% nằm trong lời của chỉ tiêu.", "The 80 % stands in the words of the indicator."),
			noted(row("3.2", "Đảm bảo yêu cầu chủ động về phòng chống thiên tai theo phương châm 4 tại chỗ",
				"The commune is ready for disasters by the four means «on the spot»", "điểm", irrigation,
				each(part("mandatory", pass(irrigation)), part("score", atLeast("50", irrigation)))),
				"Đạt các nội dung bắt buộc và từ 50 điểm.", "All mandatory items are present and the score is 50 or more.")),
		criterion(4, "Điện", "Electricity", name,
			row("4.1", "Hệ thống điện đạt chuẩn",
				"The electricity network meets the standard", "", high,
				pass(high)),
			row("4.2", "Tỷ lệ hộ có đăng ký trực tiếp và được sử dụng điện sinh hoạt, sản xuất đảm bảo an toàn, tin cậy và ổn định",
				"Households connected in their own name, with safe, reliable and steady electricity", "%", high,
				atLeast("95 99 98 98 98 99 98", lowMed))),
		criterion(5, "Trường học", "Schools", name,
			noted(row("5", "Tỷ lệ trường học các cấp (mầm non, tiểu học, trung học cơ sở; hoặc trường phổ thông có nhiều cấp học có cấp học cao nhất là trung học cơ sở) đạt tiêu chuẩn cơ sở vật chất theo quy định",
				"Schools up to lower secondary whose buildings meet the standard", "%", schools,
				criteria.Cite(schools, criteria.ByRegion(
					criteria.In(each(
						part("minimum", criteria.AtLeast("100")),
						part("level1", criteria.When(criteria.Attr("schools").AtLeast("4"), criteria.AtLeast("70"), criteria.AtLeast("50")))),
						tdmnpb, btb, dhntb, tn, dbscl),
					criteria.In(part("level1", criteria.AtLeast("100")), dbsh, dnb)))),
				"Mức 1: từ 70% nếu xã có trên 3 trường, từ 50% nếu không; mọi trường đạt mức tối thiểu.",
				"Level 1: 70 % where the commune has more than three schools, else 50 %; every school at the minimum level.")),
		criterion(6, "Cơ sở vật chất văn hóa", "Cultural facilities", name,
			row("6.1", "Xã có nhà văn hóa hoặc hội trường đa năng và sân thể thao phục vụ sinh hoạt văn hóa, thể thao của toàn xã",
				"The commune has a culture house or a hall for many uses, and a sports ground", "", hd1064.quoted(page1064Names),
				provinceSets(med)),
			row("6.2", "Xã có điểm vui chơi, giải trí và thể thao cho trẻ em và người cao tuổi theo quy định",
				"The commune has a place of play, leisure and sport for children and the old", "", hd1064.quoted(page1064Names),
				provinceSets(med)),
			row("6.3", "Tỷ lệ thôn, bản, ấp có nhà văn hóa hoặc nơi sinh hoạt văn hóa, thể thao phục vụ cộng đồng",
				"Villages with a culture house or a place for culture and sport", "%", hd1064.quoted(page1064),
				atLeast("100", hd1064.quoted(page1064)))),
		criterion(7, "Cơ sở hạ tầng thương mại nông thôn", "Rural trade infrastructure", name,
			noted(row("7", "Xã có chợ nông thôn hoặc nơi mua bán, trao đổi hàng hóa",
				"The commune has a market or a place where goods are traded", "", medHigh,
				criteria.FirstOf(part("market", pass(qd1214.quoted(page1214))), part("shop", pass(qd1214.quoted(page1214))))),
				"Xét chợ trước; chỉ khi không có chợ mới xét siêu thị mini, cửa hàng tiện lợi hoặc kinh doanh tổng hợp.",
				"The market is judged first; a shop counts only where there is no market.")),
		criterion(8, "Thông tin và Truyền thông", "Information and communications", name,
			row("8.1", "Xã có điểm phục vụ bưu chính", "The commune has a postal service point", "", media, pass(qd1127.quoted(page1127))),
			noted(row("8.2", "Xã có dịch vụ viễn thông, internet", "The commune has telephone and internet service", "", media, pass(high)),
				"Theo báo chí (vietnamnet.vn, chưa đối chiếu hướng dẫn của bộ): mỗi thôn có một dịch vụ điện thoại và một dịch vụ internet; smartphone từ 55% thuê bao, xã huyện đảo 45%.",
				"By the press (vietnamnet.vn, not checked against the ministry's guidance): a telephone and an internet service in every village; smartphones 55 % of subscriptions, 45 % on island districts."),
			row("8.3", "Xã có đài truyền thanh và hệ thống loa đến các thôn", "The commune has a radio station with loudspeakers in the villages", "", media, pass(high)),
			row("8.4", "Xã có ứng dụng công nghệ thông tin trong công tác quản lý, điều hành", "The commune is run with the help of information technology", "", media, pass(high))),
		criterion(9, "Nhà ở dân cư", "Housing", name,
			row("9.1", "Nhà tạm, dột nát", "Makeshift or leaking houses", "", high, none(high)),
			row("9.2", "Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố",
				"Households with a solid or half-solid house", "%", high,
				atLeast("75 90 80 80 75 90 70", med, recalled(rule.MedHigh, tdmnpb)))),
	}
}

func (r Reach) economy318I() []criteria.Criterion {
	name := annexI.quoted(page318Digest)
	return []criteria.Criterion{
		criterion(10, "Thu nhập", "Income", name,
			noted(row("10", "Thu nhập bình quân đầu người", "Income per head", "triệu đồng/người/năm", high,
				criteria.ByYear(
					criteria.In(atLeast("36 50 36 41 41 59 50", low), 2021),
					criteria.In(atLeast("39 53 39 44 44 59 53", low, annexI.quoted(page318BinhPhuoc, tdmnpb, dnb)), 2022),
					criteria.In(atLeast("42 56 42 47 47 65 56", low), 2023),
					criteria.In(atLeast("45 59 45 50 50 68 59", low), 2024),
					criteria.In(atLeast("48 62 48 53 53 71 62", low), 2025))),
				"Theo năm của hồ sơ. Chỉ hai ô của năm 2022 được đọc, như một tỉnh áp dụng.",
				"By the dossier year. Only two cells of 2022 were read, as a province applied them.")),
		criterion(11, "Nghèo đa chiều", "Multidimensional poverty", name,
			noted(row("11", "Tỷ lệ nghèo đa chiều giai đoạn 2021-2025",
				"Multidimensional poverty rate 2021–2025", "%", high,
				poverty2021("13 1.5 5 5 7 1 4", lowMed, recalled(rule.MedHigh, tdmnpb))),
				"Tính cả hộ nghèo và hộ cận nghèo.", "Poor and near-poor households both count.")),
		criterion(12, "Lao động", "Labour", name,
			row("12.1", "Tỷ lệ lao động qua đào tạo (áp dụng đạt cho cả nam và nữ)",
				"Trained workers, of women and of men", "%", annexI.quoted(page318Labour),
				criteria.BySex(atLeast("60 75 70 70 60 70 70", lowMed, recalled(rule.Med, tdmnpb)))),
			row("12.2", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ (áp dụng đạt cho cả nam và nữ)",
				"Workers with a degree or certificate, of women and of men", "%", high,
				criteria.BySex(atLeast("20 25 25 25 20 25 25", lowMed, recalled(rule.Med, tdmnpb))))),
		criterion(13, "Tổ chức sản xuất và phát triển kinh tế nông thôn", "Organisation of production and rural economy", name,
			during(r.before211(), row("13.1", "Xã có hợp tác xã hoạt động hiệu quả và theo đúng quy định của Luật Hợp tác xã",
				"A co-operative works well and as the Law on Co-operatives prescribes", "", annexI.quoted(page211),
				pass(high))),
			during(r.since211(), row("13.1", "Xã có hợp tác xã hoạt động hiệu quả và theo đúng quy định của Luật Hợp tác xã hoặc có tổ hợp tác hoạt động hiệu quả, đúng pháp luật và có hợp đồng hợp tác, tiêu thụ sản phẩm chủ lực của địa phương",
				"A co-operative as before, or a co-operative group with a contract for the sale of the main products", "", qd211.quoted(page211),
				criteria.Any(part("cooperative", pass(qd211.quoted(page211))), part("group", pass(qd211.quoted(page211)))))),
			row("13.2", "Xã có mô hình liên kết sản xuất gắn với tiêu thụ sản phẩm chủ lực đảm bảo bền vững",
				"Production of the main products is lastingly linked to their sale", "", high,
				pass(high)),
			noted(row("13.3", "Thực hiện truy xuất nguồn gốc các sản phẩm chủ lực của xã gắn với xây dựng vùng nguyên liệu và được chứng nhận VietGAP hoặc tương đương",
				"Main products are traceable, from zones certified by VietGAP or an equal", "", annexI.quoted(page318Trace),
				pass(high)),
				"Tên được đọc trong bản dịch tiếng Anh.", "The name was read in an English translation."),
			ifAny(row("13.4", "Có kế hoạch và triển khai kế hoạch bảo tồn, phát triển làng nghề, làng nghề truyền thống (nếu có) gắn với hạ tầng về bảo vệ môi trường",
				"A plan for the craft villages, if any, with works that protect the environment, is carried out", "", high,
				pass(high))),
			row("13.5", "Có tổ khuyến nông cộng đồng hoạt động hiệu quả",
				"A community team for farm advice works well", "", high,
				pass(high))),
	}
}

// poverty2021 is a line of poverty rates of 2021–2025: those of 2021 still rest on
// the standard of 2016–2020 (07/2021/NĐ-CP, Điều 2).
func poverty2021(line string, from ...criteria.Citation) criteria.Requirement {
	rate := atMost(line, from...)
	return criteria.ByYear(
		criteria.In(criteria.MeasuredBy("59/2015/QĐ-TTg", rate), 2021),
		criteria.In(criteria.MeasuredBy("07/2021/NĐ-CP", rate), 2022, 2023, 2024, 2025))
}

func (r Reach) culture318I() []criteria.Criterion {
	name := annexI.quoted(page318Digest)
	schools, listed, press := qd1491.quoted(page1491), annexI.read(page318Health), annexI.quoted(page318VinhPhuc)
	return []criteria.Criterion{
		criterion(14, "Giáo dục và Đào tạo", "Education and training", name,
			noted(row("14.1", "Phổ cập giáo dục mầm non cho trẻ em 5 tuổi; phổ cập giáo dục tiểu học; phổ cập giáo dục trung học cơ sở; xóa mù chữ",
				"Schooling is universal at five, in primary and in lower secondary; illiteracy is ended", "", schools,
				each(
					part("preschool", pass(schools)),
					part("grade1", atLeast("98", schools)),
					part("primary", atLeast("2", schools)),
					part("lower-secondary", atLeast("2", schools)),
					part("literacy", atLeast("2", schools)))),
				"grade1: tỷ lệ (%) trẻ 6 tuổi vào lớp 1; primary, lower-secondary, literacy: mức độ.",
				"grade1 is the share (%) of six-year-olds who enter school; primary, lower-secondary and literacy are levels."),
			row("14.2", "Tỷ lệ học sinh (áp dụng đạt cho cả nam và nữ) tốt nghiệp trung học cơ sở được tiếp tục học trung học (phổ thông, giáo dục thường xuyên, trung cấp)",
				"Lower-secondary graduates, girls and boys, who go on to secondary school of any kind", "%", high,
				criteria.BySex(atLeast("70 90 85 85 70 90 80", lowMed, recalled(rule.Med, tdmnpb))))),
		criterion(15, "Y tế", "Health", name,
			noted(row("15.1", "Tỷ lệ người dân tham gia bảo hiểm y tế (áp dụng đạt cho cả nam và nữ)",
				"Residents with health insurance, women and men", "%", press,
				criteria.BySex(atLeast("90", high, annexI.quoted(page318KonTum, tn)))),
				"Một trang về Cà Mau (2024) ghi 93 cho vùng ĐBSCL, khác trang nêu 318/QĐ-TTg; không dùng.",
				"A page on Cà Mau (2024) says 93 for DBSCL, against the page that names 318/QĐ-TTg; it is not used."),
			row("15.2", "Xã đạt tiêu chí quốc gia về y tế",
				"The commune meets the national health criteria", "", press,
				pass(high)),
			noted(row("15.3", "Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi (chiều cao theo tuổi)",
				"Children under five who are stunted, by height for age", "%", high,
				atMost("24 16.5 25 22 26.5 14.5 19", listed)),
				"Trang nguồn in «≥»; đây là mức tối đa (chiều của mức này chưa xác nhận).",
				"The page prints «≥»; it is a maximum (its direction is unconfirmed)."),
			during(r.before211(), row("15.4", "Tỷ lệ dân số có sổ khám chữa bệnh điện tử",
				"People with an electronic health book", "%", listed,
				atLeast("50 70 ? ? ? ? ?", listed))),
			during(r.since211(), noted(row("15.4", "Xã triển khai thực hiện sổ khám chữa bệnh điện tử",
				"The commune introduces the electronic health book", "", qd211.quoted(page211),
				pass(medHigh)),
				"Ô «Đạt» được suy ra từ tên mới.", "That the cell says «Đạt» follows from the new name."))),
		criterion(16, "Văn hóa", "Culture", name,
			row("16", "Tỷ lệ thôn, bản, ấp đạt tiêu chuẩn văn hóa theo quy định, có kế hoạch và thực hiện kế hoạch xây dựng nông thôn mới",
				"Villages that meet the culture standard and carry out a plan for new rural building", "%", medHigh,
				atLeast("?"))),
		criterion(17, "Môi trường và an toàn thực phẩm", "Environment and food safety", name, r.environment318I()...),
	}
}

func (r Reach) environment318I() []criteria.Indicator {
	water := "Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn"
	waterEn := "Households with clean water of the technical standard"
	return []criteria.Indicator{
		during(r.before211(), noted(row("17.1", water, waterEn, "%", annexI.quoted(page318Water),
			each(
				part("total", atLeast("35 ? ? ? ? ? ?", low)),
				part("centralised", atLeast("10 ? 20 ? ? ? ?", low)))),
			"Phải đạt cả hai số; phần tập trung: từ công trình cấp nước tập trung. Ở BTB, Thanh Hóa áp dụng 15 đến 20.",
			"Both numbers must be reached; centralised is the share from central supply. In BTB, Thanh Hóa applied 15 to 20.")),
		during(r.since211(), noted(row("17.1", water, waterEn, "%", qd211.quoted(page211),
			each(
				part("total", atLeast("?")),
				part("centralised", atLeast("?")))),
			"Dòng này được 211/QĐ-TTg sửa; mức mới chưa tìm được văn bản.",
			"211/QĐ-TTg amended this row; the new numbers were not obtained.")),
		row("17.2", "Tỷ lệ cơ sở sản xuất - kinh doanh, nuôi trồng thủy sản, làng nghề đảm bảo quy định về bảo vệ môi trường",
			"Producers, traders, fish farms and craft villages that keep the rules on the environment", "%", high,
			atLeast("90 100 ? ? ? 100 ?", low)),
		row("17.3", "Cảnh quan, không gian xanh - sạch - đẹp, an toàn; không để xảy ra tồn đọng nước thải sinh hoạt tại các khu dân cư tập trung",
			"Surroundings are green, clean, beautiful and safe; no waste water stands in settlements", "", high,
			pass(high)),
		row("17.4", "Đất cây xanh sử dụng công cộng tại điểm dân cư nông thôn",
			"Public green land in rural settlements", "m²/người", high,
			atLeast("2", medHigh)),
		row("17.5", "Mai táng, hỏa táng phù hợp với quy định và theo quy hoạch",
			"Burials and cremations follow the rules and the plan", "", high,
			pass(high)),
		row("17.6", "Tỷ lệ chất thải rắn sinh hoạt và chất thải rắn không nguy hại trên địa bàn được thu gom, xử lý theo quy định",
			"Household and other harmless solid waste that is collected and treated", "%", high,
			atLeast("75 90 80 80 75 90 75", low)),
		row("17.7", "Tỷ lệ bao gói thuốc bảo vệ thực vật sau sử dụng và chất thải rắn y tế được thu gom, xử lý đáp ứng yêu cầu về bảo vệ môi trường",
			"Used pesticide packaging and medical waste that is collected and treated", "%", high,
			atLeast("100", medHigh)),
		row("17.8", "Tỷ lệ hộ có nhà tiêu, nhà tắm, thiết bị chứa nước sinh hoạt hợp vệ sinh và đảm bảo 3 sạch",
			"Households with hygienic toilet, bathroom and water container that keep the «three cleans»", "%", high,
			atLeast("70 90 85 85 70 90 70", med)),
		row("17.9", "Tỷ lệ cơ sở chăn nuôi bảo đảm các quy định về vệ sinh thú y, chăn nuôi và bảo vệ môi trường",
			"Livestock farms that keep the rules on animal health, husbandry and the environment", "%", high,
			atLeast("60 80 70 75 60 80 70", low)),
		row("17.10", "Tỷ lệ hộ gia đình và cơ sở sản xuất, kinh doanh thực phẩm tuân thủ các quy định về đảm bảo an toàn thực phẩm",
			"Households and food businesses that keep the rules on food safety", "%", high,
			atLeast("100", medHigh)),
		row("17.11", "Tỷ lệ hộ gia đình thực hiện phân loại chất thải rắn tại nguồn",
			"Households that sort their waste", "%", high,
			atLeast("30", med)),
		row("17.12", "Tỷ lệ chất thải nhựa phát sinh trên địa bàn được thu gom, tái sử dụng, tái chế, xử lý theo quy định",
			"Plastic waste that is collected, used again, recycled or treated", "%", high,
			atLeast("50", med)),
	}
}

func (r Reach) political318I() []criteria.Criterion {
	name, law := annexI.quoted(page318Digest), qd211.quoted(page211Law)
	return []criteria.Criterion{
		criterion(18, "Hệ thống chính trị và tiếp cận pháp luật", "Political system and access to law", name,
			row("18.1", "Cán bộ, công chức xã đạt chuẩn",
				"Cadres and civil servants of the commune are qualified", "", high,
				pass(medHigh)),
			row("18.2", "Đảng bộ, chính quyền xã được xếp loại chất lượng hoàn thành tốt nhiệm vụ trở lên",
				"Party organisation and government are rated «good completion» or better", "", high,
				pass(high)),
			row("18.3", "Tổ chức chính trị - xã hội của xã được xếp loại chất lượng hoàn thành tốt nhiệm vụ trở lên",
				"Socio-political organisations rated «good completion» or better", "%", high,
				atLeast("100", medHigh)),
			during(r.before211(), row("18.4", "Xã đạt chuẩn tiếp cận pháp luật theo quy định",
				"The commune meets the standard of access to law", "", annexI.quoted(page211Law),
				pass(high))),
			during(r.since211(), noted(row("18.4", "Tiếp cận pháp luật", "Access to law", "", law,
				each(
					part("documents", pass(law)),
					part("information", pass(law)),
					part("mediation", pass(law)))),
				"Ba nội dung: ban hành văn bản theo thẩm quyền để tổ chức và bảo đảm thi hành Hiến pháp và pháp luật; tiếp cận thông tin, phổ biến, giáo dục pháp luật; hòa giải ở cơ sở, trợ giúp pháp lý.",
				"Three contents: acts that see the law carried out; information and teaching of the law; mediation and legal aid.")),
			noted(row("18.5", "Đảm bảo bình đẳng giới và phòng chống bạo lực trên cơ sở giới; phòng chống xâm hại trẻ em; bảo vệ và hỗ trợ trẻ em có hoàn cảnh đặc biệt (nếu có); bảo vệ và hỗ trợ những người dễ bị tổn thương trong gia đình và đời sống xã hội",
				"Women and men are equal; violence and abuse of children are prevented; the vulnerable are protected", "", med,
				pass(high)),
				"Hướng dẫn ngày 26/4/2022 ghi thêm «phòng chống bạo lực gia đình» và «khó khăn trên địa bàn».",
				"The guidance of 2022-04-26 adds violence in the family, and children in special hardship in the commune."),
			row("18.6", "Có kế hoạch và triển khai kế hoạch bồi dưỡng kiến thức về xây dựng nông thôn mới cho người dân, đào tạo nâng cao năng lực cộng đồng gắn với nâng cao hiệu quả hoạt động của Ban Phát triển thôn",
				"A plan to teach the people new rural building and to strengthen the village boards is carried out", "", high,
				pass(high))),
		criterion(19, "Quốc phòng và An ninh", "Defence and security", name,
			row("19.1", "Xây dựng lực lượng dân quân \"vững mạnh, rộng khắp\" và hoàn thành các chỉ tiêu quân sự, quốc phòng",
				"The militia is strong and widespread; military and defence targets are fulfilled", "", high,
				pass(high)),
			row("19.2", "Không có hoạt động xâm phạm an ninh quốc gia; không có khiếu kiện đông người kéo dài trái pháp luật; không để xảy ra trọng án; tội phạm và tệ nạn xã hội được kiềm chế, giảm liên tục so với các năm trước; có một trong các mô hình (phòng chống tội phạm, tệ nạn; an toàn giao thông; phòng cháy, chữa cháy) gắn với phong trào toàn dân bảo vệ an ninh Tổ quốc hoạt động thường xuyên, hiệu quả",
				"Nothing harms national security; no long unlawful mass complaint, no grave crime, crime and social evils held and falling; a model of public security is at work", "", high,
				pass(high))),
	}
}
