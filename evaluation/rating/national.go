package rating

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rank"
)

// version is the day of the national data.
const version = "2026-11-28"

// The texts. Of those of which no article is named below, the page says where it was read.
var (
	nd90  = rule.Source{Kind: rule.Decree, Number: "90/2020/NĐ-CP", Date: rule.Day(2020, 8, 13)}
	nd48  = rule.Source{Kind: rule.Decree, Number: "48/2023/NĐ-CP", Date: rule.Day(2023, 7, 17)}
	nd335 = rule.Source{Kind: rule.Decree, Number: "335/2025/NĐ-CP", Date: rule.Day(2025, 12, 21)}
	nd233 = rule.Source{Kind: rule.Decree, Number: "233/2026/NĐ-CP", Date: rule.Day(2026, 6, 26)}
	nd181 = rule.Source{Kind: rule.Decree, Number: "181/2026/NĐ-CP", Date: rule.Day(2026, 5, 21)}
	qd366 = rule.Source{Kind: rule.Regulation, Number: "366-QĐ/TW", Date: rule.Day(2025, 8, 30)}
)

// Pages on which a text was read that quotes or applies the source.
const (
	pageCadre     = "https://baodautu.vn/chinh-phu-ban-hanh-nghi-dinh-ve-danh-gia-xep-loai-chat-luong-can-bo-cong-chuc-d127774.html"
	pageService   = "https://nganhangphapluat.thukyluat.vn/tu-van-phap-luat/bo-may-hanh-chinh/cong-vien-chuc-nghi-viec-rieng-tren-03-thang-thi-chi-duoc-danh-gia-hoan-349936"
	page48        = "https://bqlkkt.quangbinh.gov.vn/chi-tiet-tin/-/view-article/1/444071382675204752/1694080181043"
	page48Since   = "https://github.com/diepxuan/diepxuan.github.io/blob/fbaa690e/van-ban/can-bo-cong-chuc-vien-chuc/vien-chuc.md"
	page48Share   = "https://doanhnhan.vn/tag/cong-chuc-vien-chuc"
	page335       = "https://cafef.vn/cong-chuc-khong-hoan-thanh-nhiem-vu-trong-truong-hop-nao-188251228100335529.chn"
	page335Timing = "https://ja.laodong.vn/cong-doan/thoi-diem-xep-loai-chat-luong-cong-chuc-tu-ngay-112026-1632425.ldo"
	page335Work   = "https://kienthuc.net.vn/quy-dinh-moi-ve-danh-gia-xep-loai-chat-luong-cong-chuc-post1594420.html"
	page335Lead   = "https://news.laodong.vn/thoi-su/cong-chuc-lanh-dao-quan-ly-la-cap-pho-duoc-danh-gia-nhieu-tieu-chi-1632999.ldo"
	page335Sum    = "https://vnexpress.net/cong-chuc-duoc-danh-gia-theo-thang-diem-100-4998413.html"
	page366       = "https://thuvienphapluat.vn/phap-luat/tong-hop-phieu-bieu-quyet-xep-loai-chat-luong-dang-vien-va-chi-bo-moi-nhat-4-muc-xep-loai-chat-luon-554692-243090.html"
	page366Ratio  = "https://thuvienphapluat.vn/phap-luat/ty-le-dang-vien-hoan-thanh-xuat-sac-nhiem-vu-2025-khong-vuot-qua-25-so-dang-vien-trong-chi-bo-dung--107431-245920.html"
	page233       = "https://github.com/diepxuan/diepxuan.github.io/blob/fbaa690e/van-ban/233-2026-ND-CP-danh-gia-xep-loai-vien-chuc.md"
	page90Units   = "https://thuvienphapluat.vn/hoi-dap-phap-luat/53DF5-hd-vien-chuc-duoc-xep-loai-muc-hoan-thanh-tot-khi-nao.html"
)

const (
	excellent = evaluation.Excellent
	good      = evaluation.Good
	completed = evaluation.Completed
	failed    = evaluation.NotCompleted
)

func cell(s rule.Source, where, page string, c rule.Confidence) Cell {
	s = s.At(where)
	s.Page = page
	return Cell{s, c}
}

func percent(m Measure, op Op, n int64) Test {
	return Test{Measure: m, Op: op, Percent: rule.Int(n)}
}

func fact(f Fact, is YesNo) Test { return Test{Fact: f, Is: is} }

// bands are 90, 70 and 50 of 100.
func bands(c Cell) []Band {
	return []Band{
		{Rating: excellent, From: rule.Int(90), To: rule.Int(100), Through: true, Cell: c},
		{Rating: good, From: rule.Int(70), To: rule.Int(90), Cell: c},
		{Rating: completed, From: rule.Int(50), To: rule.Int(70), Cell: c},
		{Rating: failed, From: rule.Int(0), To: rule.Int(50), Cell: c},
	}
}

// decree90 is Decree 90/2020 for one kind of personnel: the articles of its four levels, and
// how well each level is known. The figures are the same for all.
func decree90(id string, name rule.Text, articles, page [4]string, known [4]rule.Confidence, staff bool) Regime {
	at := func(level int) Cell { return cell(nd90, articles[level], page[level], known[level]) }
	x, g, c, f := at(0), at(1), at(2), at(3)
	r := Regime{ID: id, Name: name, Source: nd90,
		Conditions: []Condition{
			{excellent, Everybody, fact(GeneralWell, Yes), x},
			{excellent, Managers, fact(ResultsHigh, Yes), x},
			{excellent, Managers, percent(TargetsDone, AtLeast, 100), x},
			{excellent, Managers, percent(TargetsExceeded, AtLeast, 50), x},
			{excellent, Managers, percent(UnitsCompleted, AtLeast, 100), x},
			{excellent, Managers, percent(UnitsGood, AtLeast, 70), x},
			{good, Everybody, fact(GeneralMet, Yes), g},
			{good, Managers, fact(ResultsMet, Yes), g},
			{good, Managers, percent(TargetsDone, AtLeast, 100), g},
			{good, Managers, percent(TargetsOnTime, AtLeast, 80), g},
			{good, Managers, percent(UnitsCompleted, AtLeast, 100), g},
			{good, Managers, percent(UnitsGood, AtLeast, 70), g},
			{completed, Everybody, fact(GeneralMet, Yes), c},
			{completed, Everybody, percent(CriteriaBelow, AtMost, 20), c},
			{completed, Managers, percent(TargetsDone, Above, 70), c},
			{completed, Managers, percent(UnitsCompleted, AtLeast, 70), c},
		},
		Bars: []Bar{
			{failed, Everybody, fact(Degenerated, Yes), "", f},
			{failed, Everybody, percent(CriteriaBelow, Above, 50), "", f},
			{failed, Managers, percent(TargetsDone, Below, 50), "", f},
			{failed, Managers, fact(Corruption, Yes), "", f},
			{failed, Everybody, fact(Disciplined, Yes), "", f},
		},
		Time: Time{
			Least: rule.Int(6), Except: []LeaveReason{Maternity}, Short: cell(nd90, "Điều 2, khoản 3", pageService, rule.Secondary),
			From: rule.Int(3), To: rule.Int(6), Ceiling: completed, Absence: cell(nd90, "Điều 2, khoản 3", pageService, rule.Secondary),
		},
		Head:   cell(nd90, "Điều 2, khoản 2", "", rule.Med),
		Before: Before{12, 15, cell(nd90, "Điều 20, khoản 2", "https://ja.laodong.vn/cong-doan/thoi-diem-danh-gia-xep-loai-chat-luong-nam-2025-doi-voi-can-bo-cong-chuc-vien-chuc-1614632.ldo", rule.Secondary)},
	}
	if staff {
		r.Conditions = append(r.Conditions,
			Condition{excellent, NonManagers, percent(TasksOnTime, AtLeast, 100), x},
			Condition{excellent, NonManagers, percent(TasksExceeded, AtLeast, 50), x},
			Condition{good, NonManagers, percent(TasksOnTime, AtLeast, 100), g})
	}
	return r
}

// amended is a regime of Decree 90 as Decree 48/2023 amends it.
func amended(r Regime) Regime {
	r = r.Clone()
	r.ID += " + 48/2023/NĐ-CP"
	r.AnyGround = cell(nd48, "Điều 1", page48, rule.Secondary)
	r.ActOnce = cell(nd48, "Điều 1", page48, rule.Secondary)
	share := cell(nd48, "Điều 1", page48Share, rule.Secondary)
	r.Quota = &rank.Quota{Of: rank.OfAll, Source: share.Source, Confidence: share.Confidence}
	return r
}

var (
	cadre90 = decree90("90/2020/NĐ-CP cán bộ", rule.Text{Vi: "Nghị định 90/2020, cán bộ", En: "Decree 90/2020, cadres"},
		[4]string{"Điều 4", "Điều 5", "Điều 6", "Điều 7"}, [4]string{pageCadre},
		[4]rule.Confidence{rule.Secondary, rule.High, rule.High, rule.High}, false)
	servant90 = decree90("90/2020/NĐ-CP công chức", rule.Text{Vi: "Nghị định 90/2020, công chức", En: "Decree 90/2020, civil servants"},
		[4]string{"Điều 8", "Điều 9", "Điều 10", "Điều 11"}, [4]string{},
		[4]rule.Confidence{rule.High, rule.High, rule.High, rule.Med}, true)
	employee90 = decree90("90/2020/NĐ-CP viên chức", rule.Text{Vi: "Nghị định 90/2020, viên chức", En: "Decree 90/2020, public employees"},
		[4]string{"Điều 12", "Điều 13", "Điều 14", "Điều 15"}, [4]string{page90Units, page90Units, page90Units, page90Units},
		[4]rule.Confidence{rule.Read, rule.Read, rule.Read, rule.Read}, true)
)

// ratio20 is 20 % of those rated Good, 25 % where the unit is outstanding.
func ratio20(twenty, more Cell) *rank.Quota {
	return &rank.Quota{
		Ratio: rule.Int(20), Source: twenty.Source, Confidence: twenty.Confidence,
		Outstanding: rule.Int(25), OutstandingSource: more.Source, OutstandingConfidence: more.Confidence,
	}
}

func decree335() Regime {
	at := cell(nd335, "", page335, rule.Secondary)
	timing := cell(nd335, "Điều 21", page335Timing, rule.Secondary)
	return Regime{
		ID: "335/2025/NĐ-CP", Name: rule.Text{Vi: "Nghị định 335/2025, công chức", En: "Decree 335/2025, civil servants"}, Source: nd335,
		Bands: bands(at),
		Bars: []Bar{
			{failed, Everybody, fact(Degenerated, Yes), "", at},
			{failed, Everybody, fact(Disciplined, Yes), "", at},
			{failed, Managers, fact(Corruption, Yes), "", at},
		},
		// Whether short service is rated was not read; Decree 233/2026 has such a rule.
		Time:    Time{Least: rule.Int(6), Except: []LeaveReason{Sick, Maternity}, Short: cell(nd335, "", "", rule.Low)},
		Head:    cell(nd335, "", "", rule.Med),
		ActOnce: cell(nd335, "", "", rule.Low),
		Mean:    timing,
		Formula: formula335(),
		Before:  Before{12, 15, timing},
		Quota:   ratio20(at, cell(nd335, "", "", rule.MedHigh)),
	}
}

// formula335 is the score of a month or quarter: 30 points of general criteria, and 70 times the
// mean of a, b and c, or for those who lead of a to e.
func formula335() *Formula {
	sum, work, lead := cell(nd335, "", page335Sum, rule.Secondary), cell(nd335, "", page335Work, rule.Secondary), cell(nd335, "", page335Lead, rule.Secondary)
	halves := []rule.Number{rule.Int(50), rule.Int(100)}
	return &Formula{General: rule.Int(30), Results: rule.Int(70), Cell: sum, Parts: []Part{
		{"a", rule.Text{Vi: "số lượng sản phẩm, công việc (a)", En: "quantity (a)"}, Everybody, nil, work},
		{"b", rule.Text{Vi: "chất lượng sản phẩm, công việc (b)", En: "quality (b)"}, Everybody, nil, work},
		{"c", rule.Text{Vi: "tiến độ sản phẩm, công việc (c)", En: "progress (c)"}, Everybody, nil, work},
		// A deputy's are those of the deputy's own field.
		{"d", rule.Text{Vi: "kết quả hoạt động của cơ quan, đơn vị, lĩnh vực phụ trách (d)", En: "results of the unit or field led (d)"}, Managers, halves, lead},
		{"đ", rule.Text{Vi: "khả năng tổ chức triển khai thực hiện nhiệm vụ (đ)", En: "ability to organize (đ)"}, Managers, halves, lead},
		{"e", rule.Text{Vi: "năng lực tập hợp, đoàn kết công chức (e)", En: "ability to unite (e)"}, Managers, halves, lead},
	}}
}

func decree233() Regime {
	at := func(where string) Cell { return cell(nd233, where, page233, rule.Read) }
	return Regime{
		ID: "233/2026/NĐ-CP viên chức", Name: rule.Text{Vi: "Nghị định 233/2026, viên chức", En: "Decree 233/2026, public employees"}, Source: nd233,
		Bands: bands(at("Điều 12")),
		Bars: []Bar{
			{failed, Everybody, fact(Degenerated, Yes), "", at("Điều 12, khoản 4, điểm b")},
			{failed, Everybody, fact(Disciplined, Yes), "", at("Điều 12, khoản 4, điểm c")},
			{failed, Managers, fact(Corruption, Yes), HandledIt, at("Điều 12, khoản 4, điểm d")},
		},
		Time:       Time{Least: rule.Int(6), Except: []LeaveReason{Sick, Maternity}, Short: at("Điều 14, khoản 1")},
		Head:       at("Điều 12, khoản 7"),
		ActOnce:    at("Điều 14, khoản 3"),
		FormerUnit: at("Điều 14, khoản 3, điểm c"),
		Mean:       at("Điều 15, khoản 1, điểm a"),
		// The copy that was read prints "5/12", by the machine that read it.
		Before: Before{12, 15, cell(nd233, "Điều 15, khoản 1, điểm b", page233, rule.Secondary)},
		Quota:  ratio20(at("Điều 12, khoản 6, điểm a"), at("Điều 12, khoản 6, điểm b")),
	}
}

func units233() Regime {
	at := func(where string) Cell { return cell(nd233, where, page233, rule.Read) }
	quota := ratio20(at("Điều 7, khoản 7, điểm a"), at("Điều 7, khoản 7, điểm b"))
	quota.NoGroups, quota.Small, quota.SmallMost = true, 5, 1
	return Regime{
		ID: "233/2026/NĐ-CP đơn vị", Name: rule.Text{Vi: "Nghị định 233/2026, đơn vị sự nghiệp công lập", En: "Decree 233/2026, public units"}, Source: nd233,
		Bands: bands(at("Điều 7")),
		Conditions: []Condition{
			{excellent, Everybody, percent(TasksOnTime, AtLeast, 100), at("Điều 7, khoản 1, điểm a")},
			{excellent, Everybody, percent(TasksExceeded, AtLeast, 30), at("Điều 7, khoản 1, điểm a")},
			{excellent, Everybody, fact(PartFailed, No), at("Điều 7, khoản 1, điểm b")},
			{excellent, Everybody, fact(Remedied, Yes), at("Điều 7, khoản 1, điểm c")},
			{good, Everybody, percent(TasksOnTime, AtLeast, 100), at("Điều 7, khoản 2")},
			{completed, Everybody, percent(TasksDone, AtLeast, 100), at("Điều 7, khoản 3")},
			{completed, Everybody, percent(TasksLate, AtMost, 20), at("Điều 7, khoản 3")},
		},
		Bars: []Bar{
			{failed, Everybody, fact(PersonnelWrong, Yes), "", at("Điều 7, khoản 4, điểm a")},
			{failed, Everybody, percent(TasksDone, Below, 70), ForceMajeure, at("Điều 7, khoản 4, điểm b")},
		},
		Before: Before{12, 15, at("Điều 9, khoản 1, điểm a")},
		Quota:  quota,
	}
}

func leaders366() Regime {
	at := cell(qd366, "Điều 11", page366, rule.Secondary)
	return Regime{
		ID: "366-QĐ/TW lãnh đạo", Name: rule.Text{Vi: "Quy định 366-QĐ/TW, cá nhân lãnh đạo, quản lý", En: "Party Regulation 366, leaders and managers"}, Source: qd366,
		Bands: bands(at),
		Conditions: []Condition{
			{excellent, Everybody, percent(TasksOnTime, AtLeast, 100), at},
			{excellent, Everybody, percent(TasksExceeded, AtLeast, 30), at},
			{excellent, Everybody, fact(Remedied, Yes), at},
			{good, Everybody, percent(TasksOnTime, AtLeast, 100), at},
			{completed, Everybody, percent(TasksDone, AtLeast, 100), at},
			{completed, Everybody, percent(TasksLate, AtMost, 20), at},
		},
		Bars: []Bar{
			{failed, Everybody, percent(TasksDone, Below, 70), ForceMajeure, at},
			{failed, Everybody, fact(FiveTargets, Yes), ForceMajeure, at},
			{failed, Everybody, percent(LowConfidence, Above, 50), "", at},
			{failed, Everybody, fact(Disciplined, Yes), "", at},
			{failed, Everybody, fact(Corruption, Yes), "", at},
		},
		Head:  cell(qd366, "", "", rule.Med),
		Quota: ratio20(cell(qd366, "Điều 11", page366Ratio, rule.Secondary), cell(qd366, "Điều 11", page366Ratio, rule.Secondary)),
	}
}

func bodies366() Regime {
	at := cell(qd366, "Điều 11", page366, rule.Secondary)
	return Regime{
		ID: "366-QĐ/TW tập thể", Name: rule.Text{Vi: "Quy định 366-QĐ/TW, tập thể lãnh đạo, quản lý", En: "Party Regulation 366, leadership bodies"}, Source: qd366,
		Bands: bands(at),
		Conditions: []Condition{
			{excellent, Everybody, percent(TasksOnTime, AtLeast, 100), at},
			{excellent, Everybody, percent(TasksExceeded, AtLeast, 30), at},
			{excellent, Everybody, fact(PartDisciplined, No), at},
			{excellent, Everybody, fact(Remedied, Yes), at},
			{good, Everybody, percent(TasksOnTime, AtLeast, 100), at},
			{completed, Everybody, percent(TasksDone, AtLeast, 100), at},
			{completed, Everybody, percent(TasksLate, AtMost, 20), at},
		},
		// What makes a body Not completed besides its points was read for leaders only.
		Bars:  []Bar{{failed, Everybody, percent(TasksDone, Below, 70), ForceMajeure, cell(qd366, "Điều 11", "", rule.Med)}},
		Quota: ratio20(cell(qd366, "Điều 11", page366Ratio, rule.Secondary), cell(qd366, "Điều 11", page366Ratio, rule.Secondary)),
	}
}

func decree181() Regime {
	return Regime{
		ID: "181/2026/NĐ-CP", Name: rule.Text{Vi: "Nghị định 181/2026, người quản lý doanh nghiệp nhà nước", En: "Decree 181/2026, managers of state enterprises"},
		Source: nd181.At("Điều 28, khoản 2"),
		ByAuthority: rule.Text{
			Vi: "bốn mức xếp loại, không có khung điểm; cấp có thẩm quyền quyết định theo tiêu chí tại Điều 29 và kết quả xếp loại doanh nghiệp",
			En: "four levels without points; the authority decides by the criteria of Article 29 and by how the enterprise is rated",
		},
	}
}

// national is the regimes in their order.
var national = []Regime{
	cadre90, amended(cadre90), servant90, amended(servant90), employee90, amended(employee90),
	decree335(), decree233(), units233(), leaders366(), bodies366(), decree181(),
}

// Regimes lists the national regimes; the caller may change the list.
func Regimes() []Regime {
	all := slices.Clone(national)
	for i := range all {
		all[i] = all[i].Clone()
	}
	return all
}
