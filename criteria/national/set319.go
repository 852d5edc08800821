package national

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

var qd319 = decision("319/QĐ-TTg", rule.Day(2022, 3, 8))

const page319 = "https://dantocphattrien.vietnamnet.vn/xa-nong-thon-moi-kieu-mau-co-it-nhat-1-mo-hinh-thon-thong-minh-1646752269529.htm"

// table319 is what a model commune has to show on top of the advanced standard:
// four conditions, none of them divided. The first is a verdict on another set: the
// caller assesses the commune on 318/QĐ-TTg, annex II, and puts the answer in.
func (r Reach) table319() criteria.Table {
	from := qd319.quoted(page319)
	one := func(no int, code, vi, en, unit string, name criteria.Citation, require criteria.Requirement, noteVi, noteEn string) criteria.Criterion {
		return criterion(no, vi, en, from, noted(row(code, vi, en, unit, name, require), noteVi, noteEn))
	}
	var income []criteria.Branch
	for _, y := range advancedIncome {
		income = append(income, criteria.In(atLeast(tenPercentAbove(y.line), lowMed), y.year))
	}
	return criteria.Table{
		ID: ID319, Version: version, Words: parts,
		Name:     rule.Text{Vi: "Quy định xã nông thôn mới kiểu mẫu giai đoạn 2021 - 2025", En: "Conditions of model new rural communes 2021–2025"},
		Standard: criteria.Model, Source: rule.Source(qd319), Span: r.span318(), Years: criteria.Years{From: 2021, To: 2025},
		SpecialColumn: tdmnpb,
		Criteria: []criteria.Criterion{
			one(1, "1", "Đạt chuẩn xã nông thôn mới nâng cao giai đoạn 2021 - 2025",
				"The commune meets the advanced standard of 2021–2025", "", from,
				pass(from),
				"Xã được công nhận nâng cao giai đoạn 2018 - 2020 phải đạt đủ bộ tiêu chí nâng cao mới.",
				"A commune recognised as advanced in 2018–2020 must meet the new advanced set in full."),
			one(2, "2", "Thu nhập bình quân đầu người tại thời điểm xét cao hơn từ 10% trở lên so với mức nâng cao tại cùng thời điểm",
				"Income per head at the time of consideration is 10 % or more above the advanced floor of that time", "triệu đồng/người/năm", from,
				criteria.ByYear(income...),
				"Bằng 1,1 lần mức của tiêu chí 10 bộ nâng cao; tỷ lệ 10% đã đọc, các mức nền chưa xác nhận.",
				"1.1 times the floor of criterion 10 of the advanced set; the 10 % was read, the floors are unconfirmed."),
			one(3, "3", "Có ít nhất một mô hình thôn thông minh do Ủy ban nhân dân cấp tỉnh quy định",
				"Smart-village models as the province prescribes them", "mô hình", from,
				criteria.Cite(from, criteria.AtLeast("1")),
				"Chỉ tính mô hình đúng quy định của tỉnh.", "Only a model that meets the province's rules counts."),
			one(4, "4", "Đạt tiêu chí kiểu mẫu do Ủy ban nhân dân cấp tỉnh ban hành về ít nhất một lĩnh vực nổi trội nhất",
				"Most outstanding fields in which the commune meets the province's model criteria", "lĩnh vực", from,
				criteria.Cite(from, criteria.AtLeast("1")),
				"Sản xuất, giáo dục, văn hóa, du lịch, cảnh quan môi trường, an ninh trật tự, chuyển đổi số …",
				"Production, education, culture, tourism, landscape and environment, security, digital transformation and so on."),
		},
	}
}

// tenPercentAbove is a line of floors, each times 1.1.
func tenPercentAbove(line string) string {
	numbers := strings.Fields(line)
	for i, n := range numbers {
		numbers[i] = strings.TrimSuffix(rule.MustNumber(n).Decimal().Mul(decimal.New(11, -1)).String(), ".0")
	}
	return strings.Join(numbers, " ")
}
