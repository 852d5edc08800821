package recognition

import "github.com/giupxa/giupxa/criteria/rule"

var nd131 = rule.Source{Kind: rule.Decree, Number: "131/2025/NĐ-CP", Date: rule.Day(2025, 6, 12),
	Page: "https://github.com/johnPa02/thuvienphapluat-crawler/blob/e11495e057d73cb88f512a7cda2fbb3e8b70a074/crawl/dat_dai/Nghị_định_131_2025_NĐ-CP.txt"}

const page18Principles = "https://thuvienphapluat.vn/phap-luat/ho-tro-phap-luat/link-thi-cuoc-thi-tuyen-truyen-nong-thon-moi-tinh-tay-ninh-2025-nguyen-tac-thuc-hien-cong-nhan-nong-332942-221510.html"

// Procedure lists who does what in recognising and revoking, as far as it was read: each row
// with its passage and the days on which it is known to hold. Since 01/7/2025 the duties of the
// district go as Decree 131/2025/NĐ-CP passes them on; that decree ends on 01/3/2027 unless it
// is extended. What is done under 51/2025/QĐ-TTg was not read.
func Procedure() []rule.Passage {
	decision := rule.Span{From: rule.Day(2022, 8, 2), To: rule.Day(2026, 2, 14)}
	twoLevels := rule.Span{From: rule.Day(2025, 7, 1), To: rule.Day(2027, 2, 28)}
	principles := rule.Source{Kind: rule.Decision, Number: qd18.Number, Date: qd18.Date, Article: "2", Page: page18Principles}
	authority := principles
	authority.Article = "3"
	row := func(span rule.Span, from rule.Source, known rule.Confidence, vi, en string) rule.Passage {
		return rule.Passage{Says: rule.Text{Vi: vi, En: en}, Span: span, Source: from, Confidence: known}
	}
	return []rule.Passage{
		row(decision, principles, rule.Secondary,
			"Việc công nhận được thực hiện thường xuyên, liên tục hằng năm",
			"Recognition is considered all the year, every year"),
		row(decision, principles, rule.Secondary,
			"Xét cùng lúc với đánh giá thì dùng kết quả của năm đánh giá; công nhận trước khi đánh giá thì dùng kết quả của năm trước liền kề, hoặc của năm đánh giá nếu đúng quy định",
			"Assessed and recognised together: the results of the year of assessment count; recognised before: those of the year just before, or of the year of assessment where the rules allow it"),
		row(decision, authority, rule.Secondary,
			"Chủ tịch Ủy ban nhân dân cấp tỉnh công nhận và thu hồi đối với xã; Thủ tướng Chính phủ đối với huyện, tỉnh",
			"The provincial chairman recognises communes and revokes it, the Prime Minister districts and provinces"),
		row(twoLevels, nd131.At("Điều 42, khoản 1"), rule.Read,
			"Ủy ban nhân dân cấp tỉnh tiếp nhận hồ sơ đề nghị công nhận của xã",
			"The provincial People's Committee receives the dossier of the commune"),
		row(twoLevels, nd131.At("Điều 43, khoản 1"), rule.Read,
			"Chủ tịch Ủy ban nhân dân cấp tỉnh công bố xã được công nhận",
			"The provincial chairman announces a recognised commune"),
		row(twoLevels, nd131.At("Điều 44, khoản 1"), rule.Read,
			"Ủy ban nhân dân cấp xã tổ chức đánh giá, lấy ý kiến, hoàn thiện hồ sơ xét thu hồi",
			"The commune People's Committee has it assessed, gathers opinions and completes the dossier of revocation"),
		row(twoLevels, nd131.At("Điều 48, khoản 2"), rule.Read,
			"Hồ sơ đã nộp trước 01/7/2025 không phải nộp lại; cơ quan tiếp nhận nhiệm vụ giải quyết tiếp",
			"A dossier handed in before 2025-07-01 is not handed in again; the body that takes over goes on with it"),
		row(twoLevels, nd131.At("Điều 47, khoản 3"), rule.Read,
			"Thẩm quyền, trình tự ở văn bản khác mà khác Nghị định này thì theo Nghị định này",
			"Where other texts differ on competence or procedure, the decree prevails"),
	}
}
