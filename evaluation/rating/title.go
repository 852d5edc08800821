package rating

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rank"
)

// Title is an emulation title. The zero value is invalid.
type Title uint8

// The titles.
const (
	_              Title = iota
	AdvancedWorker       // Lao động tiên tiến
	Emulator             // Chiến sĩ thi đua cơ sở
)

var titles = rule.NewEnum[Title]("emulation title", rule.Word{},
	rule.Word{Code: "advanced-worker", Vi: "Lao động tiên tiến", En: "advanced worker"},
	rule.Word{Code: "emulator", Vi: "Chiến sĩ thi đua cơ sở", En: "emulation fighter of the unit"},
)

// TitleRow is what a title demands in the years in which its law serves.
type TitleRow struct {
	Title    Title
	From, To int               // years; To 0: open
	AtLeast  evaluation.Rating // of the yearly rating
	Advanced bool              // Lao động tiên tiến first
	// Initiative demands a recognised initiative or research; OrExcellent takes the rating
	// Excellent in its place.
	Initiative, OrExcellent bool
	// Ratio is the share of advanced workers that may have the title, in percent; not
	// given: the law has no ratio.
	Ratio rule.Number
	Cell
}

var titleRows = []TitleRow{
	{Title: AdvancedWorker, From: 2024, AtLeast: good, Cell: cell(rule.Source{Kind: rule.Law, Number: "06/2022/QH15"}, "Điều 24, khoản 1", "http://laocai.edu.vn/?pageid=100257&qid=76381", rule.Secondary)},
	{Title: Emulator, From: 2018, To: 2023, Advanced: true, Initiative: true, Ratio: rule.Int(15), Cell: cell(rule.Source{Kind: rule.Decree, Number: "91/2017/NĐ-CP"}, "Điều 9, khoản 3", "https://thuvienphapluat.vn/hoi-dap-phap-luat/45A9C-hd-tieu-chuan-de-xet-tang-danh-hieu-chien-si-thi-dua-co-so.html", rule.Secondary)},
	{Title: Emulator, From: 2024, Advanced: true, Initiative: true, OrExcellent: true, Cell: cell(rule.Source{Kind: rule.Law, Number: "06/2022/QH15"}, "Điều 23", "https://thuvienphapluat.vn/phap-luat/khong-can-sang-kien-van-duoc-de-nghi-tang-danh-hieu-chien-si-thi-dua-co-so-dung-khong-theo-quy-dinh-637360-220962.html", rule.Secondary)},
}

// Reward is what a title or an honour pays: so many times the base salary of the day.
type Reward struct {
	Name  rule.Text
	Times rule.Number
	Cell
}

var rewards = func() []Reward {
	at := cell(rule.Source{Kind: rule.Decree, Number: "152/2025/NĐ-CP", Year: 2025}, "Điều 50",
		"https://thuvienphapluat.vn/phap-luat/ho-tro-phap-luat/chi-tiet-muc-tien-thuong-cac-danh-hieu-thi-dua-khen-thuong-tu-ngay-0172025-la-bao-nhieu-222061.html", rule.Secondary)
	row := func(times, vi, en string) Reward {
		return Reward{rule.Text{Vi: vi, En: en}, rule.MustNumber(times), at}
	}
	return []Reward{
		row("4.5", "Chiến sĩ thi đua toàn quốc", "national emulation fighter"),
		row("3", "Chiến sĩ thi đua bộ, ban, ngành, tỉnh", "emulation fighter of a ministry or province"),
		row("1", "Chiến sĩ thi đua cơ sở", "emulation fighter of the unit"),
		row("0.3", "Lao động tiên tiến", "advanced worker"),
		row("1.5", "Tập thể lao động xuất sắc", "excellent collective"),
		row("0.8", "Tập thể lao động tiên tiến", "advanced collective"),
		row("2", "Xã, phường, đặc khu tiêu biểu", "exemplary commune, ward or special zone"),
		row("1.5", "Thôn, tổ dân phố văn hóa", "cultural village or street group"),
	}
}()

// Rewards lists what titles pay since 01/7/2025; the caller may change the list. The base salary
// (2,340,000 đồng then) changes by a text of its own and is not held.
func Rewards() []Reward { return slices.Clone(rewards) }

// Titles gives the row of a title in a year; false where none is held. A province may
// demand more.
func Titles(t Title, year int) (TitleRow, bool) {
	for _, r := range titleRows {
		if r.Title == t && year >= r.From && (r.To == 0 || year <= r.To) {
			return r, true
		}
	}
	return TitleRow{}, false
}

// Meets reports whether the conditions are met that the row lists, as far as is known. The
// unity and self-reliance that the law asks of an advanced worker are for others to judge.
func (r TitleRow) Meets(rated evaluation.Rating, advanced, initiative YesNo) YesNo {
	all := Yes
	if r.AtLeast != evaluation.Unrated {
		all = weakest(all, ratedAtLeast(rated, r.AtLeast))
	}
	if r.Advanced {
		all = weakest(all, advanced)
	}
	if r.Initiative {
		either := initiative
		if r.OrExcellent {
			either = max(either, ratedAtLeast(rated, excellent))
			if initiative == Unsaid && either == No || rated == evaluation.Unrated && either == No {
				either = Unsaid // the other of the two may still hold
			}
		}
		all = weakest(all, either)
	}
	return all
}

func ratedAtLeast(r, o evaluation.Rating) YesNo {
	switch {
	case r == evaluation.Unrated:
		return Unsaid
	case r.AtLeast(o):
		return Yes
	}
	return No
}

// Most is how many may have the title among a number of advanced workers; -1 where the law
// has no ratio. A remainder is rounded down unless the quota of the host says otherwise.
func (r TitleRow) Most(advanced int, how rank.Rounding) int {
	return rank.Quota{Of: rank.OfAll, Rounding: how}.Most(r.Ratio, rank.Counts{Rated: advanced})
}
