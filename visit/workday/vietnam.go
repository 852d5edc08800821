package workday

import (
	"slices"
	"sync"

	"github.com/giupxa/giupxa/criteria/rule"
)

const molisa = "Bộ Lao động - Thương binh và Xã hội"

// The documents that the rows of Vietnam cite. The notices of 2021 and 2022 have no
// number here, because the pages that quote them disagree on it.
var (
	civilCode = rule.Source{Kind: rule.LegalCode, Number: "91/2015/QH13", Date: rule.Day(2015, 11, 24), Issuer: "Quốc hội",
		Page: "https://thuvienphapluat.vn/hoi-dap-phap-luat/3896F-hd-thoi-diem-bat-dau-va-ket-thuc-thoi-han-duoc-xac-dinh-nhu-the-nao.html"}
	labourCode = rule.Source{Kind: rule.LegalCode, Number: "45/2019/QH14", Date: rule.Day(2019, 11, 20), Issuer: "Quốc hội",
		Page: "https://github.com/diepxuan/diepxuan.github.io/blob/54636d3ca7512f2c380dc52bcb37010a0d612307/van-ban/lao-dong/lao-dong.md"}
	fiveDays = rule.Source{Kind: rule.Decision, Number: "188/1999/QĐ-TTg", Year: 1999, Issuer: "Thủ tướng Chính phủ",
		Page: "https://thuvienphapluat.vn/chinh-sach-phap-luat-moi/vn/ho-tro-phap-luat/tu-van-phap-luat/68735/thoi-gio-lam-viec-cua-can-bo-cong-chuc-va-vien-chuc-theo-quyet-dinh-188"}
	cultureDay = rule.Source{Kind: rule.Resolution, Number: "28/2026/QH16", Year: 2026, Issuer: "Quốc hội", Article: "2",
		Page: "https://baomoi.net.vn/chon-ngay-24-11-hang-nam-la-ngay-van-hoa-viet-nam-c54246060.epi"}

	notice2021 = rule.Source{Kind: rule.Notice, Issuer: molisa,
		Page: "https://sggpnews.org.vn/culture_art/vietnams-public-holidays-in-2021-89687.html"}
	notice2022 = rule.Source{Kind: rule.Notice, Issuer: molisa}
	notice2023 = rule.Source{Kind: rule.Notice, Number: "5034/TB-LĐTBXH", Issuer: molisa}
	notice2024 = rule.Source{Kind: rule.Notice, Number: "5015/TB-LĐTBXH", Issuer: molisa,
		Page: "https://sucsongtre.vn/doi-song/can-bo-cong-chuc-vien-chuc-nguoi-lao-dong-nghi-tet-nguyen-dan-giap-thin-7-ngay.html"}
	notice2025 = rule.Source{Kind: rule.Notice, Number: "6150/TB-BLĐTBXH", Date: rule.Day(2024, 12, 3), Issuer: molisa,
		Page: "https://www.tet-amlich.com/2024/11/cac-ngay-nghi-le-2025.html"}
	notice2026 = rule.Source{Kind: rule.Notice, Number: "9441/TB-BNV", Date: rule.Day(2025, 10, 16), Issuer: "Bộ Nội vụ",
		Page: "https://xaydungchinhsach.chinhphu.vn/thong-bao-lich-nghi-le-quoc-khanh-2026-119260729092042494.htm"}
	swap2024 = rule.Source{Kind: rule.Dispatch, Number: "2450/VPCP-KGVX", Date: rule.Day(2024, 4, 12), Issuer: "Văn phòng Chính phủ",
		Page: "https://baophapluat.vn/media/thu-tuong-chinh-phu-dong-y-nghi-5-ngay-lien-tiep-dip-304-va-15-post12513.html"}
	swap2025 = rule.Source{Kind: rule.Dispatch, Number: "8726/VPCP-KGVX", Date: rule.Day(2024, 11, 26), Issuer: "Văn phòng Chính phủ",
		Page: "https://thuvienphapluat.vn/phap-luat/ho-tro-phap-luat/ngay-cua-me-la-ngay-nao-2025-happy-mother-day-la-ngay-nao-ngay-cua-me-la-ngay-gi-ngay-cua-me-la-bao-871341-211499.html"}
	swap2026 = rule.Source{Kind: rule.Dispatch, Number: "9859/VPCP-KGVX", Date: rule.Day(2025, 10, 13), Issuer: "Văn phòng Chính phủ",
		Page: "https://thuvienphapluat.vn/phap-luat/khi-nao-thong-bao-lich-nghi-tet-am-lich-2026-cho-nguoi-lao-dong-mau-thong-bao-lich-nghi-tet-am-lich-515206-245919.html"}
	newYear2026 = rule.Source{Kind: rule.Dispatch, Number: "12729/VPCP-KGVX", Date: rule.Day(2025, 12, 25), Issuer: "Văn phòng Chính phủ",
		Page: "https://dantri.com.vn/noi-vu/chinh-thuc-nghi-tet-duong-lich-2026-keo-dai-4-ngay-20251225073534471.htm"}
	proposal2026 = rule.Source{Kind: rule.WebPage, Date: rule.Day(2026, 9, 6), Issuer: "Chính phủ, phương án đề xuất"}
)

// publicHoliday is a holiday and the passage that grants it.
type publicHoliday struct {
	point string // of Article 112, clause 1 of the Labour Code
	name  rule.Text
}

var (
	newYear  = publicHoliday{"a", rule.Text{Vi: "Tết Dương lịch", En: "New Year's Day"}}
	tet      = publicHoliday{"b", rule.Text{Vi: "Tết Âm lịch", En: "Lunar New Year"}}
	victory  = publicHoliday{"c", rule.Text{Vi: "Ngày Chiến thắng", En: "Victory Day"}}
	labour   = publicHoliday{"d", rule.Text{Vi: "Ngày Quốc tế lao động", En: "International Labour Day"}}
	national = publicHoliday{"đ", rule.Text{Vi: "Quốc khánh", En: "National Day"}}
	kings    = publicHoliday{"e", rule.Text{Vi: "Giỗ Tổ Hùng Vương", En: "Hùng Kings' Commemoration Day"}}
)

// Vietnam is the calendar of the state agencies of Việt Nam, 1/1/2021 to 31/12/2026:
// days off of the Labour Code and of the yearly notices, and the swaps. The swap of
// 23/11/2026 and 28/11/2026 was proposed and is not decided here.
func Vietnam() Calendar { return vietnam() }

var vietnam = sync.OnceValue(func() Calendar {
	// Where a row were at fault the calendar would be empty, and every test of it would fail.
	c, _ := New(Parts{
		ID: "vn-state-agencies", Version: "2026-11-28",
		Coverage: rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2026, 12, 31)},
		Weekend:  fiveDays, WeekendConfidence: rule.Secondary,
		Days: vietnamDays(),
		Swaps: []Swap{
			{Off: rule.Day(2024, 4, 29), Worked: rule.Day(2024, 5, 4), Source: swap2024, Confidence: rule.Secondary},
			{Off: rule.Day(2025, 5, 2), Worked: rule.Day(2025, 4, 26), Source: swap2025, Confidence: rule.Secondary},
			{Off: rule.Day(2026, 1, 2), Worked: rule.Day(2026, 1, 10), Source: newYear2026, Confidence: rule.Secondary},
			{Off: rule.Day(2026, 8, 31), Worked: rule.Day(2026, 8, 22), Source: swap2026, Confidence: rule.Secondary},
			{Off: rule.Day(2026, 11, 23), Worked: rule.Day(2026, 11, 28), Proposed: true, Source: proposal2026, Confidence: rule.Secondary},
		},
	})
	return c
})

// vietnamDays is the days off, in order. Days that the Labour Code fixes cite it, and so do
// the days in lieu of them; Tết, the days in lieu of it and the second day of National Day
// cite the notice of the year.
func vietnamDays() []Day {
	var y yearRows
	y.in(2021, notice2021)
	y.noticed(Holiday, tet, 2, 10, 11, 12, 13, 14)
	y.noticed(InLieu, tet, 2, 15, 16)
	y.lawful(Holiday, kings, 4, 21)
	y.lawful(InLieu, labour, 5, 3)
	y.noticed(Holiday, national, 9, 3)

	y.in(2022, notice2022)
	y.lawful(InLieu, newYear, 1, 3)
	y.noticed(Holiday, tet, 1, 31)
	y.noticed(Holiday, tet, 2, 1, 2, 3, 4)
	y.lawful(Holiday, kings, 4, 10)
	y.lawful(InLieu, kings, 4, 11)
	y.lawful(InLieu, victory, 5, 2)
	y.lawful(InLieu, labour, 5, 3)
	y.noticed(Holiday, national, 9, 1)

	y.in(2023, notice2023)
	y.lawful(InLieu, newYear, 1, 2)
	y.noticed(Holiday, tet, 1, 20, 21, 22, 23, 24)
	y.noticed(InLieu, tet, 1, 25, 26)
	y.lawful(Holiday, kings, 4, 29)
	y.lawful(InLieu, kings, 5, 2)
	y.lawful(InLieu, victory, 5, 3)
	y.noticed(Holiday, national, 9, 1)
	y.noticed(InLieu, national, 9, 4)

	y.in(2024, notice2024)
	y.noticed(Holiday, tet, 2, 8, 9, 10, 11, 12)
	y.noticed(InLieu, tet, 2, 13, 14)
	y.lawful(Holiday, kings, 4, 18)
	y.noticed(Holiday, national, 9, 3)

	y.in(2025, notice2025)
	y.noticed(Holiday, tet, 1, 27, 28, 29, 30, 31)
	y.lawful(Holiday, kings, 4, 7)
	y.noticed(Holiday, national, 9, 1)

	y.in(2026, notice2026)
	y.noticed(Holiday, tet, 2, 16, 17, 18, 19, 20)
	y.lawful(Holiday, kings, 4, 26)
	y.lawful(InLieu, kings, 4, 27)
	y.noticed(Holiday, national, 9, 1)
	y.add(Holiday, rule.Text{Vi: "Ngày Văn hóa Việt Nam", En: "Vietnamese Culture Day"}, cultureDay, 11, 24)

	slices.SortFunc(y.rows, func(a, b Day) int { return a.On.Compare(b.On) })
	return y.rows
}

// yearRows writes the rows of one year after the other.
type yearRows struct {
	year   int
	notice rule.Source
	rows   []Day
}

// in begins a year with the days that are the same in every year.
func (y *yearRows) in(year int, notice rule.Source) {
	y.year, y.notice = year, notice
	y.lawful(Holiday, newYear, 1, 1)
	y.lawful(Holiday, victory, 4, 30)
	y.lawful(Holiday, labour, 5, 1)
	y.lawful(Holiday, national, 9, 2)
}

func (y *yearRows) add(k Kind, name rule.Text, s rule.Source, month int, days ...int) {
	for _, day := range days {
		y.rows = append(y.rows, Day{On: rule.Day(y.year, month, day), Kind: k, Name: name, Source: s, Confidence: rule.Secondary})
	}
}

func (y *yearRows) lawful(k Kind, h publicHoliday, month, day int) {
	passage := "Điều 112, khoản 1, điểm " + h.point
	if k == InLieu {
		passage = "Điều 111, khoản 3"
	}
	y.add(k, h.name, labourCode.At(passage), month, day)
}

func (y *yearRows) noticed(k Kind, h publicHoliday, month int, days ...int) {
	y.add(k, h.name, y.notice, month, days...)
}
