package national

import (
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

var qd1980 = decision("1980/QĐ-TTg", rule.Day(2016, 10, 17))

// The pages on which parts of 1980/QĐ-TTg were read. The annex as a whole could
// not be: of 49 rows 12 are confirmed in every column, 18 in none.
const (
	page1980Income    = "https://thuviennhadat.vn/phap-ly-nha-dat/tieu-chi-ve-thu-nhap-xa-nong-thon-moi-giai-doan-2016---2020-hien-nay-duoc-quy-dinh-ra-sao-318802.html"
	page1980Education = "https://thuvienphapluat.vn/hoi-dap-phap-luat/24BBA-hd-tieu-chi-ve-giao-duc-va-dao-tao-xa-nong-thon-moi-giai-doan-2016-2020.html"
	page1980Health    = "https://thuvienphapluat.vn/hoi-dap-phap-luat/24BBF-hd-tieu-chi-ve-y-te-xa-nong-thon-moi-giai-doan-2016-2020.html"
	page1980Water     = "https://nganhangphapluat.thukyluat.vn/tu-van-phap-luat/xay-dung--do-thi/tieu-chi-ve-moi-truong-va-an-toan-thuc-pham-xa-nong-thon-moi-giai-150475"
	page1980Digest    = "http://tintuc.thuvienphapluat.com/thong-bao-van-ban-moi/email/14746/bo-tieu-chi-xa-nong-thon-moi-giai-doan-2016-2020"
	page1980National  = "https://thukyluat.vn/news/thong-bao-van-ban-moi/ban-hanh-bo-tieu-chi-quoc-gia-xa-nong-thon-moi-giai-doan-2016-2020-19904.html"
	page1980Power     = "https://www.evn.com.vn/d6/news/Den-nam-2020-tat-ca-so-xa-nong-thon-moi-dat-chuan-tieu-chi-ve-dien-2-10-18976.aspx"
	page1980NgheAn    = "https://baonghean.vn/en/nhieu-thay-doi-trong-bo-tieu-chi-quoc-gia-ve-xa-nong-thon-moi-giai-doan-2016-2020-10116980.html"
	page1980Poverty   = "http://en.vietnamplus.vn/criteria-for-newstyled-rural-communes-in-201620-announced/100780.vnp"
	page1980Political = "https://baovinhlong.com.vn/thoi-su/202005/6-xa-dang-ky-dat-tieu-chi-he-thong-chinh-tri-va-tiep-can-phap-luat-3005434/"
	page1980Media     = "https://thaibinh.gov.vn/nongthonmoi/thuc-hien-tieu-chi-thong-tin-va-truyen-thong-trong-bo-tieu-c.html"
	page1980Schools   = "http://sgddt.vinhlong.gov.vn/web/guest/tin-tuc/-/journal_content/56_INSTANCE_sNx4z8Lu2lH0/10180/24040"
	page1980BacKan    = "https://backan.gov.vn/Pages/chuong-trinh-muc-tieu-quoc-gia-xay-dung-nong-thon-moi-244/tin-hoat-dong-177/huyen-bach-thong-1516-xa-hoan-thanh-tie-806e903a7408a421.aspx"
	page1980Housing   = "http://baovinhlong.com.vn/thoi-su/201903/59-xa-dat-tieu-chi-nha-o-dan-cu-2936489/"
	page1980Names     = "http://ntmoi.vinhphuc.gov.vn/ct/cms/chuyenmon/Lists/BanTonGiao/View_Detail.aspx?ItemID=1242"
)

// The parts of the annexes of 2016 and 2022. That criteria 18 and 19 of 1980/QĐ-TTg
// stand under the last one is unconfirmed: press accounts count four parts.
var (
	partPlanning  = rule.Text{Vi: "Quy hoạch", En: "Planning"}
	partInfra     = rule.Text{Vi: "Hạ tầng kinh tế - xã hội", En: "Economic and social infrastructure"}
	partEconomy   = rule.Text{Vi: "Kinh tế và tổ chức sản xuất", En: "Economy and organisation of production"}
	partCulture   = rule.Text{Vi: "Văn hóa - Xã hội - Môi trường", En: "Culture, society, environment"}
	partPolitical = rule.Text{Vi: "Hệ thống chính trị", En: "Political system"}
)

// table1980 is the set of 2016–2020: 19 criteria, 49 indicators. The incomes are
// the level for 2020; those of earlier years are lower and not confirmed. By a
// Reading the set serves dossiers of 2021 as well, with the incomes of 2020.
func (r Reach) table1980() criteria.Table {
	incomeYears := []int{2020, 2021}
	span, years := rule.Span{From: rule.Day(2016, 12, 1), To: rule.Day(2022, 3, 7)}, criteria.Years{From: 2016, To: 2021}
	if r.NoFloorIn2021 {
		incomeYears = incomeYears[:1]
	}
	if r.NoSetIn2021 {
		span.To, years.To, incomeYears = rule.Day(2020, 12, 31), 2020, incomeYears[:1]
	}
	return criteria.Table{
		ID: ID1980, Version: version, Words: parts,
		Name:     rule.Text{Vi: "Bộ tiêu chí quốc gia về xã nông thôn mới giai đoạn 2016 - 2020", En: "National criteria for new rural communes 2016–2020"},
		Standard: criteria.Basic, Source: rule.Source(qd1980), Span: span, Years: years,
		Criteria: join(
			under(partPlanning, planning1980()),
			under(partInfra, infrastructure1980()...),
			under(partEconomy, economy1980(incomeYears)...),
			under(partCulture, culture1980()...),
			under(partPolitical, political1980()...),
		),
	}
}

func planning1980() criteria.Criterion {
	name := qd1980.quoted(page1980Names)
	return criterion(1, "Quy hoạch", "Planning", name,
		row("1.1", "Có quy hoạch chung xây dựng xã được phê duyệt và được công bố công khai đúng thời hạn",
			"A general construction plan of the commune is approved and made public in time", "", high,
			pass(high)),
		row("1.2", "Ban hành quy định quản lý quy hoạch chung xây dựng xã và tổ chức thực hiện theo quy hoạch",
			"Rules for managing the general plan are issued and the plan is carried out", "", high,
			pass(high)))
}

func infrastructure1980() []criteria.Criterion {
	name := qd1980.quoted(page1980Names)
	roads, media := qd1980.quoted(page1980NgheAn), qd1980.quoted(page1980Media)
	power, digest := qd1980.quoted(page1980Power), qd1980.quoted(page1980Digest)
	return []criteria.Criterion{
		criterion(2, "Giao thông", "Transport", name,
			row("2.1", "Đường xã và đường từ trung tâm xã đến đường huyện được nhựa hóa hoặc bê tông hóa, đảm bảo ô tô đi lại thuận tiện quanh năm",
				"Commune roads, and the road from its centre to the district road, are asphalt or concrete; cars pass all year", "%", high,
				provinceSets(roads)),
			row("2.2", "Đường trục thôn, bản, ấp và đường liên thôn, bản, ấp ít nhất được cứng hóa, đảm bảo ô tô đi lại thuận tiện quanh năm",
				"Main roads of villages and roads between them are at least hardened; cars pass all year", "%", high,
				provinceSets(roads)),
			row("2.3", "Đường ngõ, xóm sạch và không lầy lội vào mùa mưa",
				"Lanes are clean and free of mud in the rains", "%", high,
				provinceSets(roads)),
			row("2.4", "Đường trục chính nội đồng đảm bảo vận chuyển hàng hóa thuận tiện quanh năm",
				"Goods pass on the main field roads all year", "%", high,
				provinceSets(roads))),
		criterion(3, "Thủy lợi", "Irrigation", name,
			noted(row("3.1", "Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động đạt từ 80% trở lên",
				"80 % or more of the farmed land is watered and drained at will", "%", high,
				atLeast("80", high)),
				"Số 80% nằm trong lời của chỉ tiêu; ô của bảng ghi «Đạt».",
				"The 80 % stands in the words of the indicator; the cell says «Đạt»."),
			row("3.2", "Đảm bảo đủ điều kiện đáp ứng yêu cầu dân sinh và theo quy định về phòng chống thiên tai tại chỗ",
				"The needs of the people and the rules for coping with disasters on the spot are met", "", high,
				pass(high))),
		criterion(4, "Điện", "Electricity", name,
			row("4.1", "Hệ thống điện đạt chuẩn",
				"The electricity network meets the standard", "", power,
				pass(power)),
			row("4.2", "Tỷ lệ hộ sử dụng điện thường xuyên, an toàn từ các nguồn",
				"Households with regular and safe electricity from any source", "%", power,
				atLeast("95 99 98 98 98 99 98", high, qd1980.quoted(page1980BacKan, tdmnpb)))),
		criterion(5, "Trường học", "Schools", name,
			row("5.1", "Tỷ lệ trường học các cấp: mầm non, mẫu giáo, tiểu học, trung học cơ sở có cơ sở vật chất và thiết bị dạy học đạt chuẩn quốc gia",
				"Schools from nursery to lower secondary with buildings and equipment of the national standard", "%", qd1980.quoted(page1980Schools),
				atLeast("70 100 80 80 70 100 70", high, qd1980.quoted(page1980Schools, dbscl)))),
		criterion(6, "Cơ sở vật chất văn hóa", "Cultural facilities", name,
			row("6.1", "Xã có nhà văn hóa hoặc hội trường đa năng và sân thể thao phục vụ sinh hoạt văn hóa, thể thao của toàn xã",
				"The commune has a culture house or a hall for many uses, and a sports ground", "", high,
				pass(high)),
			row("6.2", "Xã có điểm vui chơi, giải trí và thể thao cho trẻ em và người cao tuổi theo quy định",
				"The commune has a place of play, leisure and sport for children and the old", "", high,
				pass(high)),
			row("6.3", "Tỷ lệ thôn, bản, ấp có nhà văn hóa hoặc nơi sinh hoạt văn hóa, thể thao phục vụ cộng đồng",
				"Villages with a culture house or a place for culture and sport", "%", high,
				atLeast("100", high))),
		criterion(7, "Cơ sở hạ tầng thương mại nông thôn", "Rural trade infrastructure", name,
			row("7.1", "Xã có chợ nông thôn hoặc nơi mua bán, trao đổi hàng hóa",
				"The commune has a market or a place where goods are traded", "", high,
				pass(high))),
		criterion(8, "Thông tin và Truyền thông", "Information and communications", name,
			row("8.1", "Xã có điểm phục vụ bưu chính", "The commune has a postal service point", "", media, pass(high)),
			row("8.2", "Xã có dịch vụ viễn thông, internet", "The commune has telephone and internet service", "", media, pass(high)),
			row("8.3", "Xã có đài truyền thanh và hệ thống loa đến các thôn", "The commune has a radio station with loudspeakers in the villages", "", media, pass(high)),
			row("8.4", "Xã có ứng dụng công nghệ thông tin trong công tác quản lý, điều hành", "The commune is run with the help of information technology", "", media, pass(high))),
		criterion(9, "Nhà ở dân cư", "Housing", name,
			row("9.1", "Nhà tạm, dột nát", "Makeshift or leaking houses", "", digest, none(high)),
			row("9.2", "Tỷ lệ hộ có nhà ở đạt tiêu chuẩn theo quy định",
				"Households whose house meets the standard", "%", digest,
				atLeast("75 90 80 80 75 90 70", high, qd1980.quoted(page1980Housing, dbscl)))),
	}
}

func economy1980(incomeYears []int) []criteria.Criterion {
	name, income := qd1980.quoted(page1980Names), qd1980.read(page1980Income)
	return []criteria.Criterion{
		criterion(10, "Thu nhập", "Income", name,
			noted(row("10.1", "Thu nhập bình quân đầu người khu vực nông thôn đến năm 2020",
				"Income per head in the countryside, level for 2020", "triệu đồng/người/năm", income,
				criteria.ByYear(
					criteria.In(atLeast("26 ? ? ? ? ? ?", med), 2017),
					criteria.In(atLeast("30 ? ? ? ? ? ?", med), 2018),
					// Nà Phòn (Hòa Bình) was reported in 2019 to meet 19 of 19 with an income of 32.5.
					criteria.In(atLeast("33 ? ? ? ? ? ?", low), 2019),
					criteria.In(atLeast("36 50 36 41 41 59 50", income), incomeYears...))),
				"Mức của năm 2020; mức các năm trước thấp hơn, chưa tìm được văn bản; của vùng Trung du miền núi phía Bắc có số chưa xác nhận.",
				"The level for 2020; the lower ones of earlier years were not obtained; of the Northern midlands and mountains there are unconfirmed numbers.")),
		criterion(11, "Hộ nghèo", "Poor households", name,
			noted(row("11.1", "Tỷ lệ hộ nghèo đa chiều giai đoạn 2016-2020",
				"Households that are poor by the multidimensional standard of 2016–2020", "%", high,
				criteria.MeasuredBy("59/2015/QĐ-TTg", atMost("12 2 5 5 7 1 4", high))),
				"Chỉ tính hộ nghèo, không cộng hộ cận nghèo.",
				"Poor households only; the near-poor do not count.")),
		criterion(12, "Lao động có việc làm", "Employed labour", name,
			row("12.1", "Tỷ lệ người có việc làm trên dân số trong độ tuổi lao động có khả năng tham gia lao động",
				"People in work, of those of working age who are able to work", "%", qd1980.quoted(page1980National),
				atLeast("90", high))),
		criterion(13, "Tổ chức sản xuất", "Organisation of production", name,
			row("13.1", "Xã có hợp tác xã hoạt động theo đúng quy định của Luật Hợp tác xã năm 2012",
				"A co-operative works as the Law on Co-operatives of 2012 prescribes", "", high,
				pass(high)),
			row("13.2", "Xã có mô hình liên kết sản xuất gắn với tiêu thụ nông sản chủ lực đảm bảo bền vững",
				"Production of the main farm products is lastingly linked to their sale", "", high,
				pass(high))),
	}
}

func culture1980() []criteria.Criterion {
	name := qd1980.quoted(page1980Names)
	education, health := qd1980.read(page1980Education), qd1980.read(page1980Health)
	water, national := qd1980.read(page1980Water), qd1980.quoted(page1980National)
	return []criteria.Criterion{
		criterion(14, "Giáo dục và Đào tạo", "Education and training", name,
			row("14.1", "Phổ cập giáo dục mầm non cho trẻ 5 tuổi, xóa mù chữ, phổ cập giáo dục tiểu học đúng độ tuổi; phổ cập giáo dục trung học cơ sở",
				"Schooling is universal at five, in primary school at the right age and in lower secondary; illiteracy is ended", "", education,
				pass(education)),
			row("14.2", "Tỷ lệ học sinh tốt nghiệp trung học cơ sở được tiếp tục học trung học (phổ thông, bổ túc, trung cấp)",
				"Lower-secondary graduates who go on to secondary school of any kind", "%", education,
				atLeast("70 90 85 85 70 90 80", education)),
			row("14.3", "Tỷ lệ lao động có việc làm qua đào tạo",
				"Workers in employment who are trained", "%", education,
				atLeast("25 40 40 40 25 45 25", education))),
		criterion(15, "Y tế", "Health", name,
			row("15.1", "Tỷ lệ người dân tham gia bảo hiểm y tế",
				"Residents with health insurance", "%", health,
				atLeast("85", health)),
			row("15.2", "Xã đạt tiêu chí quốc gia về y tế",
				"The commune meets the national health criteria", "", health,
				pass(health)),
			noted(row("15.3", "Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi (chiều cao theo tuổi)",
				"Children under five who are stunted, by height for age", "%", health,
				atMost("26.7 13.9 24.2 24.2 31.4 14.3 20.5", health)),
				"Trang nguồn in «tối thiểu»; đây là mức tối đa (chiều của mức này chưa xác nhận).",
				"The page prints «tối thiểu»; it is a maximum (its direction is unconfirmed).")),
		criterion(16, "Văn hóa", "Culture", name,
			row("16.1", "Tỷ lệ thôn, bản, ấp đạt tiêu chuẩn văn hóa theo quy định",
				"Villages that meet the culture standard", "%", high,
				atLeast("70", high))),
		criterion(17, "Môi trường và an toàn thực phẩm", "Environment and food safety", name,
			noted(row("17.1", "Tỷ lệ hộ được sử dụng nước hợp vệ sinh và nước sạch theo quy định",
				"Households with hygienic water, and with clean water", "%", water,
				each(
					part("hygienic", atLeast("90 98 98 95 95 98 95", water, recalled(rule.High, dhntb))),
					part("clean", atLeast("50 65 60 60 50 65 65", water)))),
				"Phải đạt cả hai số. Trang nguồn in 55 ở cột DHNTB, nhỏ hơn 60 của nước sạch: lỗi in.",
				"Both numbers must be reached. The page prints 55 for DHNTB, below its own 60 for clean water: a misprint."),
			row("17.2", "Tỷ lệ cơ sở sản xuất - kinh doanh, nuôi trồng thủy sản, làng nghề đảm bảo quy định về bảo vệ môi trường",
				"Producers, traders, fish farms and craft villages that keep the rules on the environment", "%", high,
				atLeast("100", high)),
			row("17.3", "Xây dựng cảnh quan, môi trường xanh - sạch - đẹp, an toàn",
				"Surroundings are made green, clean, beautiful and safe", "", high,
				pass(high)),
			row("17.4", "Mai táng phù hợp với quy định và theo quy hoạch",
				"Burials follow the rules and the plan", "", high,
				pass(high)),
			row("17.5", "Chất thải rắn trên địa bàn và nước thải khu dân cư tập trung, cơ sở sản xuất - kinh doanh được thu gom, xử lý theo quy định",
				"Solid waste, and waste water of settlements and firms, is collected and treated", "", high,
				pass(high)),
			row("17.6", "Tỷ lệ hộ có nhà tiêu, nhà tắm, bể chứa nước sinh hoạt hợp vệ sinh và đảm bảo 3 sạch",
				"Households with hygienic toilet, bathroom and water tank that keep the «three cleans»", "%", national,
				atLeast("70 90 85 85 70 90 70", high)),
			noted(row("17.7", "Tỷ lệ hộ chăn nuôi có chuồng trại chăn nuôi đảm bảo vệ sinh môi trường",
				"Livestock households whose sheds are kept hygienic", "%", high,
				atLeast("60 80 70 75 60 75 70", med)),
				"Dòng ít chắc chắn nhất của bảng.", "The least certain row of the table."),
			row("17.8", "Tỷ lệ hộ gia đình và cơ sở sản xuất, kinh doanh thực phẩm tuân thủ các quy định về đảm bảo an toàn thực phẩm",
				"Households and food businesses that keep the rules on food safety", "%", national,
				atLeast("100", high))),
	}
}

func political1980() []criteria.Criterion {
	name, words := qd1980.quoted(page1980Names), qd1980.quoted(page1980Political)
	return []criteria.Criterion{
		criterion(18, "Hệ thống chính trị và tiếp cận pháp luật", "Political system and access to law", name,
			row("18.1", "Cán bộ, công chức xã đạt chuẩn",
				"Cadres and civil servants of the commune are qualified", "", words,
				pass(high)),
			row("18.2", "Có đủ các tổ chức trong hệ thống chính trị cơ sở theo quy định",
				"All organisations of the political system exist in the commune", "", words,
				pass(high)),
			row("18.3", "Đảng bộ, chính quyền xã đạt tiêu chuẩn \"trong sạch, vững mạnh\"",
				"Party organisation and government of the commune are rated «clean and strong»", "", words,
				pass(high)),
			row("18.4", "Tổ chức chính trị - xã hội của xã đạt loại khá trở lên",
				"Socio-political organisations rated fair or better", "%", words,
				atLeast("100", high)),
			row("18.5", "Xã đạt chuẩn tiếp cận pháp luật theo quy định",
				"The commune meets the standard of access to law", "", words,
				pass(high)),
			row("18.6", "Đảm bảo bình đẳng giới và phòng chống bạo lực gia đình; bảo vệ và hỗ trợ những người dễ bị tổn thương trong các lĩnh vực của gia đình và đời sống xã hội",
				"Women and men are equal, violence in the family is prevented, the vulnerable are protected", "", words,
				pass(high))),
		criterion(19, "Quốc phòng và An ninh", "Defence and security", name,
			row("19.1", "Xây dựng lực lượng dân quân \"vững mạnh, rộng khắp\" và hoàn thành các chỉ tiêu quốc phòng",
				"The militia is strong and widespread; defence targets are fulfilled", "", high,
				pass(high)),
			row("19.2", "Xã đạt chuẩn an toàn về an ninh, trật tự xã hội và đảm bảo bình yên: không có khiếu kiện đông người kéo dài; không để xảy ra trọng án; tội phạm và tệ nạn xã hội được kiềm chế, giảm liên tục so với các năm trước",
				"Security and order are safe: no long mass complaint, no grave crime, crime and social evils held and falling", "", high,
				pass(high))),
	}
}
