package workday

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Window is what a periodic report of state agencies covers and when it is due, by
// Decree 09/2019/NĐ-CP. The last day of Data is the cut-off (chốt số liệu), which is not
// the due day.
type Window struct {
	Data   rule.Span   `json:"data"`
	Source rule.Source `json:"source"`
	// Due is the last timely day for ministries and provinces to report to the Government,
	// where no other text says otherwise. It is a fixed day and does not move.
	Due        civil.Date      `json:"due,omitzero"`
	DueSource  rule.Source     `json:"dueSource"`
	Confidence rule.Confidence `json:"confidence"`
}

var reporting = rule.Source{Kind: rule.Decree, Number: "09/2019/NĐ-CP", Date: rule.Day(2019, 1, 24), Issuer: "Chính phủ"}

const (
	windowPage = "http://118.69.201.249:801/phap-luat/che-do-bao-cao-dinh-ky-la-gi-thoi-gian-chot-so-lieu-che-do-bao-cao-dinh-ky-hang-nam-duoc-tinh-tu-ng-175130-188832.html"
	duePage    = "https://thuviennhadat.vn/phap-luat-doi-song/thoi-han-gui-bao-cao-trong-che-do-bao-cao-dinh-ky-cua-co-quan-hanh-chinh-nha-nuoc-quy-dinh-nhu-the-n-458096.html"
)

// reportingSince is the day on which the decree came into force.
var reportingSince = rule.Day(2019, 3, 12)

// ErrWindow says that there is no such reporting period, or that the decree was not yet
// in force when it ended.
var ErrWindow = rule.NewMisuse(nil, rule.Text{Vi: "không có kỳ báo cáo này theo {decree}", En: "there is no such reporting period of {decree}"}, rule.A("decree", reporting.Number))

// MonthlyReport is the window of a month: from the 15th of the month before to the 14th.
func MonthlyReport(year, month int) (Window, error) { return window(year, month, 1, 12, "1") }

// QuarterlyReport is the window of a quarter, 1 to 4.
func QuarterlyReport(year, quarter int) (Window, error) { return window(year, quarter, 3, 4, "2") }

// HalfYearReport is the window of the first or the second half of a year, 1 or 2.
func HalfYearReport(year, half int) (Window, error) { return window(year, half, 6, 2, "3") }

// YearlyReport is the window of a year.
func YearlyReport(year int) (Window, error) { return window(year, 1, 12, 1, "4") }

// window is that of the nth period of so many months: it begins on the 15th of the month
// before the period, ends on the 14th of its last month and is due on the 25th.
func window(year, n, months, most int, clause string) (Window, error) {
	if n < 1 || n > most || year < 1 || year > 9999 {
		return Window{}, rule.NewMisuse(ErrWindow, rule.Text{Vi: "kỳ {n}, mỗi kỳ {months} tháng, năm {year}", En: "number {n} of {months} months in {year}"},
			rule.A("n", n), rule.A("months", months), rule.A("year", year))
	}
	last := rule.Day(year, n*months, 1)
	w := Window{
		Data: rule.Span{From: last.AddMonths(-months).AddDays(14), To: last.AddDays(13)}, Due: last.AddDays(24),
		Source: reporting.At("Điều 12, khoản " + clause), DueSource: reporting.At("Điều 13, khoản 1"), Confidence: rule.Secondary,
	}
	w.Source.Page, w.DueSource.Page = windowPage, duePage
	if w.Due.Before(reportingSince) {
		return Window{}, rule.NewMisuse(ErrWindow, rule.Text{Vi: "có hiệu lực từ ngày {since}, kỳ này phải gửi ngày {due}", En: "in force since {since}, the period was due on {due}"},
			rule.A("since", reportingSince), rule.A("due", w.Due))
	}
	return w, nil
}

// String is the Vietnamese wording of [Window.In].
func (w Window) String() string { return w.In(rule.Vi) }

// In says the window: "số liệu từ 15/12/2025 đến 14/6/2026, gửi chậm nhất ngày 25/6/2026".
func (w Window) In(l rule.Lang) string {
	words := rule.Text{Vi: "số liệu ", En: "data "}.In(l) + w.Data.In(l)
	return words + rule.Text{Vi: ", gửi ", En: ", due "}.In(l) + Fixed{Day: w.Due}.In(l)
}
