package poverty

import "github.com/giupxa/giupxa/criteria/rule"

var (
	nd131 = rule.Source{Kind: rule.Decree, Number: "131/2025/NĐ-CP", Date: rule.Day(2025, 6, 12),
		Page: "https://github.com/johnPa02/thuvienphapluat-crawler/blob/e11495e057d73cb88f512a7cda2fbb3e8b70a074/crawl/dat_dai/Nghị_định_131_2025_NĐ-CP.txt"}
	qd967 = rule.Source{Kind: rule.Decision, Number: "967/QĐ-BNNMT", Year: 2025,
		Page: "https://thuviennhadat.vn/phap-luat/trinh-tu-thu-tuc-cong-nhan-ho-ngheo-ho-can-ngheo-thuong-xuyen-hang-nam-moi-nhat-nam-2025-tai-cap-xa-811061-679957.html"}
	// A resolution of a province that says in passing who recognises the households.
	nq37 = rule.Source{Kind: rule.Resolution, Number: "37/2025/NQ-HĐND", Year: 2025, Issuer: "HĐND thành phố Huế",
		Page: "https://thuvienphapluat.vn/van-ban/Van-hoa-Xa-hoi/Nghi-quyet-37-2025-NQ-HDND-sua-doi-chinh-sach-ho-tro-giam-ngheo-ben-vung-Hue-681815.aspx"}
)

// Procedure lists who does what in the reviews of poor and near-poor households, and by when,
// as far as it was read: each row with its passage and the days on which it is known to hold.
// The yearly review goes by 24/2021/QĐ-TTg, since 01/7/2025 with the duties of the district as
// Decree 131/2025/NĐ-CP passes them on; that decree ends on 01/3/2027 unless it is extended.
func Procedure() []rule.Passage {
	twoLevels := rule.Span{From: rule.Day(2025, 7, 1), To: rule.Day(2027, 2, 28)}
	survey := rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2026, 12, 31)}
	monthly := rule.Span{From: rule.Day(2025, 7, 1)}
	row := func(span rule.Span, from rule.Source, known rule.Confidence, vi, en string) rule.Passage {
		return rule.Passage{Says: rule.Text{Vi: vi, En: en}, Span: span, Source: from, Confidence: known}
	}
	return []rule.Passage{
		row(survey, tt07.At("Điều 1, khoản 2, điểm a"), rule.Read,
			"Phiếu A: hộ có dưới 04 tiêu chí trong 9 cột được đưa vào danh sách cần rà soát",
			"Sheet A: a household with fewer than 4 of the 9 features goes on the list for the survey"),
		row(twoLevels, nd131.At("Điều 44, khoản 2"), rule.Read,
			"Rà soát hằng năm: Ủy ban nhân dân cấp xã thành lập Ban Chỉ đạo, ban hành và triển khai kế hoạch rà soát",
			"Yearly review: the commune People's Committee sets up the steering committee, issues the plan and carries it out"),
		row(twoLevels, nd131.At("Điều 42, khoản 2"), rule.Read,
			"Rà soát hằng năm: Ủy ban nhân dân cấp tỉnh chỉ đạo cấp xã thực hiện kế hoạch rà soát",
			"Yearly review: the provincial People's Committee directs the communes"),
		row(twoLevels, nd131.At("Điều 45"), rule.Read,
			"Rà soát hằng năm: Chủ tịch Ủy ban nhân dân cấp xã báo cáo kết quả rà soát với Ủy ban nhân dân cấp tỉnh",
			"Yearly review: the commune chairman reports the result to the provincial People's Committee"),
		row(twoLevels, nd131.At("Điều 43, khoản 2"), rule.Read,
			"Rà soát hằng năm: Chủ tịch Ủy ban nhân dân cấp tỉnh trả lời bằng văn bản đối với báo cáo của cấp xã",
			"Yearly review: the provincial chairman answers the report of the commune in writing"),
		row(twoLevels, nq37, rule.Secondary,
			"Rà soát hằng năm: Chủ tịch Ủy ban nhân dân xã, phường quyết định công nhận theo kết quả rà soát",
			"Yearly review: the chairman of the commune or ward recognises the households by the result of the review"),
		row(twoLevels, nd131.At("Điều 47, khoản 3"), rule.Read,
			"Thẩm quyền, trình tự ở văn bản khác mà khác Nghị định này thì theo Nghị định này",
			"Where other texts differ on competence or procedure, the decree prevails"),
		row(monthly, qd967, rule.Secondary,
			"Công nhận thường xuyên: mỗi tháng một lần, từ ngày 15, trong 15 ngày kể từ ngày bắt đầu rà soát",
			"Recognition during the year: once a month from the 15th, within 15 days from the start of the review"),
		row(monthly, qd967, rule.Secondary,
			"Công nhận thường xuyên: ít nhất 50% số người dự họp thống nhất; dưới 50% thì rà soát lại",
			"Recognition during the year: 50 % or more of those at the villagers' meeting agree; below 50 % the survey is made again"),
		row(monthly, qd967, rule.Secondary,
			"Công nhận thường xuyên: niêm yết 03 ngày làm việc; có khiếu nại thì phúc tra trong 07 ngày làm việc, niêm yết lại 03 ngày làm việc",
			"Recognition during the year: posted for 3 working days; after a complaint checked again within 7 working days and posted for 3 more"),
		row(monthly, qd967, rule.Secondary,
			"Công nhận thường xuyên: Chủ tịch Ủy ban nhân dân cấp xã quyết định, không lấy ý kiến cấp trên",
			"Recognition during the year: the commune chairman decides, without an opinion from above"),
	}
}
