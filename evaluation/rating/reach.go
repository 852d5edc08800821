package rating

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Reach is one row of the table that says which regime rates whom, in which years. A row
// with a Gap rates nobody: the text is not held, or, with None, no law gives a rating.
type Reach struct {
	Personnel Personnel
	By        []Authority // empty: any
	From, To  int         // rated years; To 0: open
	Days      rule.Span   // of rating; the zero Span: any
	OwnRules  YesNo       // asked where it is not Unsaid
	Regime    string
	Gap       rule.Text
	None      bool
	Cell
}

var (
	state     = []Authority{ByProvince, ByCentral, ByOwner}
	party     = []Authority{ByParty}
	to90      = rule.Span{To: rule.Day(2020, 8, 19)}
	from90    = rule.Span{From: rule.Day(2020, 8, 20)}
	to48      = rule.Span{To: rule.Day(2023, 9, 14)}
	from48    = rule.Span{From: rule.Day(2023, 9, 15)}
	before    = rule.Span{To: rule.Day(2026, 6, 30)}
	from233   = rule.Span{From: rule.Day(2026, 7, 1)}
	from181   = rule.Span{From: rule.Day(2026, 5, 21)}
	to181     = rule.Span{To: rule.Day(2026, 5, 20)}
	ended     = cell(nd233, "Điều 19, khoản 2", page233, rule.Read)
	instead   = cell(nd233, "Điều 20, khoản 1", page233, rule.Read)
	since     = cell(nd233, "Điều 19, khoản 1", page233, rule.Read)
	first90   = cell(nd90, "", "https://luatduonggia.vn/van-ban/nghi-dinh-90-2020-nd-cp-28365", rule.Secondary)
	since48   = cell(nd48, "Điều 1", page48Since, rule.Read)
	on335     = cell(nd335, "", page335Timing, rule.Secondary)
	agency335 = cell(nd335, "", "https://dantri.com.vn/noi-vu/lan-dau-tien-danh-gia-co-quan-nha-nuoc-va-cong-chuc-tren-thang-diem-100-20251225184957472.htm", rule.Secondary)
	on366     = cell(qd366, "", "https://thuviennhadat.vn/phap-luat/van-ban-huong-dan-quy-dinh-366-ve-kiem-diem-dang-vien-2025-725250.html", rule.Secondary)
	on181     = cell(nd181, "Điều 42, khoản 1", "https://github.com/hrmaster1982-dev/phapluat-8chude-data/blob/cdfc64c4/docs/chinh_sach_dn/nghi-dinh-so-181-2026-nd-cp-469622.txt", rule.Read)

	earlier       = rule.Text{Vi: "quy định về đánh giá trước Nghị định 90/2020 không có trong dữ liệu", En: "the rules before Decree 90/2020 are not held"}
	earlierParty  = rule.Text{Vi: "quy định của Đảng trước Quy định 366-QĐ/TW (124-QĐ/TW, 132-QĐ/TW) không có trong dữ liệu", En: "the Party rules before Regulation 366 (124-QĐ/TW, 132-QĐ/TW) are not held"}
	cadreGap      = rule.Text{Vi: "Nghị định 90/2020 hết hiệu lực từ 01/7/2026; không có nghị định nào về xếp loại cán bộ trong dữ liệu; cán bộ được xếp loại theo quy định của Đảng", En: "Decree 90/2020 ended on 01/7/2026; no decree on the rating of cadres is held; they are rated by the rules of the Party"}
	noRating      = rule.Text{Vi: "không có quy định xếp loại chất lượng hằng năm cho đối tượng này", En: "no law gives them such a yearly rating"}
	forces        = rule.Text{Vi: "quy định xếp loại của lực lượng vũ trang không có trong dữ liệu", En: "no regime of the armed forces is held"}
	earlierAgency = rule.Text{Vi: "quy định xếp loại cơ quan hành chính trước Nghị định 335/2025 không có trong dữ liệu", En: "rules on agencies before Decree 335/2025 are not held"}
	agencies      = rule.Text{Vi: "Nghị định 335/2025 chấm cơ quan hành chính theo thang 100 (tiêu chí chung tối đa 30, kết quả tối đa 70) và bốn mức; ngưỡng điểm, điều kiện của mỗi mức chưa đọc được", En: "Decree 335/2025 scores agencies out of 100 (general criteria at most 30, results at most 70) in four levels; the thresholds and conditions of the levels were not read"}
	enterprises   = rule.Text{Vi: "Nghị định 159/2020 và 69/2023 về người quản lý doanh nghiệp nhà nước không có trong dữ liệu", En: "Decrees 159/2020 and 69/2023 on managers of state enterprises are not held"}
	units         = rule.Text{Vi: "quy định xếp loại đơn vị sự nghiệp công lập trước Nghị định 233/2026 không có trong dữ liệu", En: "rules on public units before Decree 233/2026 are not held"}
)

// reaches is the table: for every kind, authority, year, day and answer on own rules at
// most one row. Decree 48/2023 has effect from 15/9/2023, and no clause of it was found that
// reaches back: what was decided before, and the years before 2023 on whatever day, are rated by
// Decree 90/2020 as it was.
var reaches = []Reach{
	{Personnel: Cadre, By: state, From: 2000, To: 2019, Gap: earlier},
	{Personnel: Cadre, By: state, From: 2020, To: 2020, Days: to90, Gap: earlier},
	{Personnel: Cadre, By: state, From: 2020, To: 2020, Days: from90, Regime: "90/2020/NĐ-CP cán bộ", Cell: first90},
	{Personnel: Cadre, By: state, From: 2021, To: 2022, Regime: "90/2020/NĐ-CP cán bộ", Cell: first90},
	{Personnel: Cadre, By: state, From: 2023, To: 2023, Days: to48, Regime: "90/2020/NĐ-CP cán bộ", Cell: first90},
	{Personnel: Cadre, By: state, From: 2023, To: 2023, Days: from48, Regime: "90/2020/NĐ-CP cán bộ + 48/2023/NĐ-CP", Cell: since48},
	{Personnel: Cadre, By: state, From: 2024, To: 2025, Regime: "90/2020/NĐ-CP cán bộ + 48/2023/NĐ-CP", Cell: since48},
	{Personnel: Cadre, By: state, From: 2026, Days: before, Regime: "90/2020/NĐ-CP cán bộ + 48/2023/NĐ-CP", Cell: since48},
	{Personnel: Cadre, By: state, From: 2026, Days: from233, Gap: cadreGap, Cell: ended},
	{Personnel: Cadre, By: party, From: 2000, To: 2024, Gap: earlierParty},
	{Personnel: Cadre, By: party, From: 2025, Regime: "366-QĐ/TW lãnh đạo", Cell: on366},

	{Personnel: CivilServant, By: state, From: 2000, To: 2019, Gap: earlier},
	{Personnel: CivilServant, By: state, From: 2020, To: 2020, Days: to90, Gap: earlier},
	{Personnel: CivilServant, By: state, From: 2020, To: 2020, Days: from90, Regime: "90/2020/NĐ-CP công chức", Cell: first90},
	{Personnel: CivilServant, By: state, From: 2021, To: 2022, Regime: "90/2020/NĐ-CP công chức", Cell: first90},
	{Personnel: CivilServant, By: state, From: 2023, To: 2023, Days: to48, Regime: "90/2020/NĐ-CP công chức", Cell: first90},
	{Personnel: CivilServant, By: state, From: 2023, To: 2023, Days: from48, Regime: "90/2020/NĐ-CP công chức + 48/2023/NĐ-CP", Cell: since48},
	{Personnel: CivilServant, By: state, From: 2024, To: 2025, Regime: "90/2020/NĐ-CP công chức + 48/2023/NĐ-CP", Cell: since48},
	{Personnel: CivilServant, By: state, From: 2026, Regime: "335/2025/NĐ-CP", Cell: on335},
	{Personnel: CivilServant, By: party, From: 2000, To: 2024, Gap: earlierParty},
	{Personnel: CivilServant, By: party, From: 2025, Regime: "366-QĐ/TW lãnh đạo", Cell: on366},

	{Personnel: PublicEmployee, By: state, From: 2000, To: 2019, Gap: earlier},
	{Personnel: PublicEmployee, By: state, From: 2020, To: 2020, Days: to90, Gap: earlier},
	{Personnel: PublicEmployee, By: state, From: 2020, To: 2020, Days: from90, Regime: "90/2020/NĐ-CP viên chức", Cell: first90},
	{Personnel: PublicEmployee, By: state, From: 2021, To: 2022, Regime: "90/2020/NĐ-CP viên chức", Cell: first90},
	{Personnel: PublicEmployee, By: state, From: 2023, To: 2023, Days: to48, Regime: "90/2020/NĐ-CP viên chức", Cell: first90},
	{Personnel: PublicEmployee, By: state, From: 2023, To: 2023, Days: from48, Regime: "90/2020/NĐ-CP viên chức + 48/2023/NĐ-CP", Cell: since48},
	{Personnel: PublicEmployee, By: state, From: 2024, To: 2025, Regime: "90/2020/NĐ-CP viên chức + 48/2023/NĐ-CP", Cell: since48},
	{Personnel: PublicEmployee, By: state, From: 2026, To: 2026, Days: before, Regime: "90/2020/NĐ-CP viên chức + 48/2023/NĐ-CP", Cell: since48},
	{Personnel: PublicEmployee, By: state, From: 2026, To: 2026, Days: from233, OwnRules: Yes, Regime: "233/2026/NĐ-CP viên chức", Cell: since},
	{Personnel: PublicEmployee, By: state, From: 2026, To: 2026, Days: from233, OwnRules: No, Regime: "90/2020/NĐ-CP viên chức + 48/2023/NĐ-CP", Cell: instead},
	{Personnel: PublicEmployee, By: state, From: 2027, Regime: "233/2026/NĐ-CP viên chức", Cell: since},
	{Personnel: PublicEmployee, By: party, From: 2000, To: 2024, Gap: earlierParty},
	{Personnel: PublicEmployee, By: party, From: 2025, Regime: "366-QĐ/TW lãnh đạo", Cell: on366},

	// An enterprise's managers are rated after the year, once the enterprise itself is.
	{Personnel: StateEnterpriseManager, By: state, From: 2000, To: 2025, Days: to181, Gap: enterprises},
	{Personnel: StateEnterpriseManager, By: state, From: 2000, To: 2025, Days: from181, Regime: "181/2026/NĐ-CP", Cell: on181},
	{Personnel: StateEnterpriseManager, By: state, From: 2026, Regime: "181/2026/NĐ-CP", Cell: on181},
	{Personnel: StateEnterpriseManager, By: party, From: 2000, To: 2024, Gap: earlierParty},
	{Personnel: StateEnterpriseManager, By: party, From: 2025, Regime: "366-QĐ/TW lãnh đạo", Cell: on366},

	{Personnel: CompanyManager, From: 2000, None: true, Gap: noRating},
	{Personnel: BankManager, From: 2000, None: true, Gap: noRating},
	{Personnel: ArmedForces, From: 2000, Gap: forces},

	{Personnel: LeadershipBody, From: 2000, To: 2024, Gap: earlierParty},
	{Personnel: LeadershipBody, From: 2025, Regime: "366-QĐ/TW tập thể", Cell: on366},
	{Personnel: PublicUnit, From: 2000, To: 2025, Gap: units},
	{Personnel: PublicUnit, From: 2026, To: 2026, Days: before, Gap: units},
	{Personnel: PublicUnit, From: 2026, To: 2026, Days: from233, Regime: "233/2026/NĐ-CP đơn vị", Cell: since},
	{Personnel: PublicUnit, From: 2027, Regime: "233/2026/NĐ-CP đơn vị", Cell: since},
	{Personnel: StateAgency, From: 2000, To: 2025, Gap: earlierAgency},
	{Personnel: StateAgency, From: 2026, Gap: agencies, Cell: agency335},
}

// Reaches lists the rows of the table; the caller may change the list.
func Reaches() []Reach {
	all := slices.Clone(reaches)
	for i := range all {
		all[i].By = slices.Clone(all[i].By)
	}
	return all
}

// fits reports whether a row is about a record, and whether it may be as far as is known.
func (r *Reach) fits(rec *Record, on civil.Date) bool {
	return r.Personnel == rec.Personnel && rec.Year >= r.From && (r.To == 0 || rec.Year <= r.To) && r.Days.Contains(on) &&
		(len(r.By) == 0 || rec.Authority == 0 || slices.Contains(r.By, rec.Authority)) &&
		(r.OwnRules == Unsaid || rec.OwnRules == Unsaid || r.OwnRules == rec.OwnRules)
}

// reach is the row of a record. Where what decides is not stated, and it matters, there is
// none, and missing says what.
func reach(rec *Record) (row *Reach, missing []rule.Text) {
	on := rec.On
	if on.IsZero() {
		on = rule.Day(rec.Year, 12, 31)
	}
	var byAuthority, byRules bool
	for i := range reaches {
		r := &reaches[i]
		if !r.fits(rec, on) {
			continue
		}
		if row == nil || r.Regime == row.Regime && r.Regime != "" {
			row = r
			continue
		}
		byAuthority = byAuthority || !slices.Equal(r.By, row.By)
		byRules = byRules || r.OwnRules != row.OwnRules
	}
	if byAuthority {
		missing = append(missing, rule.Text{Vi: "cơ quan xếp loại", En: "who rates"})
	}
	if byRules {
		missing = append(missing, rule.Text{Vi: "đơn vị đã ban hành Quy chế đánh giá hay chưa", En: "whether the unit has issued its own rules of evaluation"})
	}
	if missing != nil {
		return nil, missing
	}
	return row, nil
}
