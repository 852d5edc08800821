package evaluation

import "github.com/giupxa/giupxa/criteria/rule"

// Real score sheets of other places. Each holds what could be read, and no more:
// a line whose maximum was not read has none, and the result says so.

const (
	pageOf2126 = "https://thuvienphapluat.vn/van-ban/Van-hoa-Xa-hoi/Quyet-dinh-2126-QD-UBND-2014-Bang-cham-diem-cac-tieu-chi-nong-thon-moi-Dak-Lak-271076.aspx"
	pageOf212  = "https://thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Quyet-dinh-212-2025-QD-UBND-tieu-chi-danh-gia-chat-luong-can-bo-tai-cac-so-ban-nganh-Hai-Phong-681458.aspx"
	pageOf335  = "https://nld.com.vn/cong-thuc-tinh-diem-danh-gia-xep-loai-cong-chuc-theo-thang-diem-100-196251226083837329.htm"
)

// dakLak2126 is the sheet of criterion 1 (planning): 15 + 55 + 15 + 10 + 5, the 55 being a
// text of 15 and drawings of 40, these 10 + 10 + 10 + 5 + 5. The maxima and the stages of the
// regulation were read; the names of the five drawings were not.
var dakLak2126 = MustScheme(Table{
	ID:         "2126/QĐ-UBND tiêu chí 1",
	Version:    "2026-11-28",
	Name:       rule.Text{Vi: "Chấm điểm tiêu chí Quy hoạch", En: "Scores of criterion 1, planning"},
	Source:     rule.Source{Kind: rule.Decision, Number: "2126/QĐ-UBND", Date: rule.Day(2014, 9, 16), Issuer: "UBND tỉnh Đắk Lắk", Page: pageOf2126},
	Span:       rule.Span{From: rule.Day(2014, 9, 16), To: rule.Day(2017, 9, 26)},
	ReplacedBy: rule.Source{Kind: rule.Decision, Number: "2687/QĐ-UBND", Date: rule.Day(2017, 9, 27), Issuer: "UBND tỉnh Đắk Lắk"},
	Columns: []Column{
		{Code: "self", Name: rule.Text{Vi: "Điểm tự chấm", En: "self score"}},
		{Code: "verified", Name: rule.Text{Vi: "Điểm phúc tra", En: "re-check score"}},
	},
	Max: rule.Int(100),
	Lines: []Line{
		{Code: "1", Name: rule.Text{Vi: "Nội dung thứ nhất của tiêu chí", En: "First content of the criterion"}, Max: rule.Int(15)},
		{Code: "2", Name: rule.Text{Vi: "Hồ sơ đồ án quy hoạch", En: "Planning dossier"}, Max: rule.Int(55), Lines: []Line{
			{Code: "2.1", Name: rule.Text{Vi: "Thuyết minh", En: "Text"}, Max: rule.Int(15)},
			{Code: "2.2", Name: rule.Text{Vi: "Bản vẽ", En: "Drawings"}, Max: rule.Int(40), Lines: []Line{
				{Code: "2.2.1", Name: rule.Text{Vi: "Bản vẽ thứ nhất", En: "First drawing"}, Max: rule.Int(10)},
				{Code: "2.2.2", Name: rule.Text{Vi: "Bản vẽ thứ hai", En: "Second drawing"}, Max: rule.Int(10)},
				{Code: "2.2.3", Name: rule.Text{Vi: "Bản vẽ thứ ba", En: "Third drawing"}, Max: rule.Int(10)},
				{Code: "2.2.4", Name: rule.Text{Vi: "Bản vẽ thứ tư", En: "Fourth drawing"}, Max: rule.Int(5)},
				{Code: "2.2.5", Name: rule.Text{Vi: "Bản vẽ thứ năm", En: "Fifth drawing"}, Max: rule.Int(5)},
			}},
		}},
		{Code: "3", Name: rule.Text{Vi: "Nội dung thứ ba của tiêu chí", En: "Third content of the criterion"}, Max: rule.Int(15)},
		{Code: "4", Name: rule.Text{Vi: "Quy chế quản lý quy hoạch", En: "Regulation on managing the plan"}, Max: rule.Int(10), Marks: Scoring{Way: ByStage, Levels: []Level{
			{Name: rule.Text{Vi: "đã lấy ý kiến, chưa ký ban hành", En: "drafted, not yet signed"}, Points: rule.Int(5)},
			{Name: rule.Text{Vi: "đã xây dựng sau khi lấy ý kiến", En: "drafted after consultation"}, Points: rule.Int(10)},
		}}},
		{Code: "5", Name: rule.Text{Vi: "Nội dung thứ năm của tiêu chí", En: "Fifth content of the criterion"}, Max: rule.Int(5)},
	},
})

// DakLak2126 is the sheet of criterion 1 of Decision 2126/QĐ-UBND of 2014 of the People's
// Committee of Đắk Lắk, where each criterion is worth 100: lines nested three deep, a line
// of two stages, a self score and a re-check. It gives no rating.
func DakLak2126() Scheme { return dakLak2126 }

// haiPhong212 holds what could be read: 20 general and 80 points for results, two lines
// of the results, the bands. A line for which no target was assigned is not scored.
var haiPhong212 = MustScheme(Table{
	ID:      "212/2025/QĐ-UBND",
	Version: "2026-11-28",
	Name:    rule.Text{Vi: "Đánh giá chất lượng lãnh đạo sở, ban, ngành", En: "Rating of leaders of provincial departments"},
	Source:  rule.Source{Kind: rule.Decision, Number: "212/2025/QĐ-UBND", Date: rule.Day(2025, 11, 18), Issuer: "UBND thành phố Hải Phòng", Page: pageOf212},
	Columns: []Column{
		{Code: "self", Name: rule.Text{Vi: "Điểm do cá nhân tự chấm", En: "self score"}},
		{Code: "manager", Name: rule.Text{Vi: "Người quản lý trực tiếp đánh giá, xếp loại", En: "direct manager"}},
		{Code: "authority", Name: rule.Text{Vi: "Cấp có thẩm quyền đánh giá, xếp loại", En: "competent authority"}},
	},
	Rates: "authority",
	Max:   rule.Int(100),
	Lines: []Line{
		{Code: "I", Name: rule.Text{Vi: "Tiêu chí chung", En: "General criteria"}, Max: rule.Int(20)},
		{Code: "II", Name: rule.Text{Vi: "Kết quả thực hiện nhiệm vụ", En: "Results of the tasks"}, Max: rule.Int(80), Lines: []Line{
			{Code: "II.a", Name: rule.Text{Vi: "Nội dung chấm theo tỷ lệ đạt từ 95 % trở lên", En: "A content that pays from 95% on"}, Max: rule.MustNumber("2.5"),
				Marks: Scoring{Way: ByRate, Over: OverCapped, Levels: []Level{{From: rule.Int(95), Points: rule.MustNumber("2.5")}}}},
			{Code: "II.b", Name: rule.Text{Vi: "Chỉ số năng lực cạnh tranh cấp sở, ban, ngành và địa phương (DDCI)", En: "Competitiveness index of departments (DDCI)"}, Max: rule.Int(2),
				Marks: Scoring{Way: ByStage, Levels: []Level{
					{Name: rule.Text{Vi: "trên hoặc bằng mức trung bình quân chung của thành phố", En: "at or above the city's average"}, Points: rule.Int(1)},
				}}},
			{Code: "II.c", Name: rule.Text{Vi: "Các nội dung khác", En: "The other contents"}},
		}},
	},
	Unassigned: UnassignedLeftOut,
	Places:     2,
	Bands: []Band{
		{Rating: Excellent, From: rule.Int(90), Above: true, To: rule.Int(100)},
		{Rating: Good, From: rule.Int(80), Above: true, To: rule.Int(90)},
		{Rating: Completed, From: rule.Int(50), To: rule.Int(80)},
		{Rating: NotCompleted, From: rule.Int(0), To: rule.Int(50), Below: true},
	},
	Slips: []Slip{{Line: "II.b", Words: rule.Text{
		Vi: "điểm tối đa ghi 2, mức cao nhất đọc được chỉ cho 1", En: "the maximum is 2, and the best level that was read pays 1"}}},
})

// HaiPhong212 is the sheet of Decision 212/2025/QĐ-UBND of the People's Committee of Hải
// Phòng for leaders of departments, as far as it could be read: four columns, bounds that
// are excluded (90 is not Excellent), lines without a task, all or nothing, a slip. What
// the other lines of the results are worth one by one is not known; together they are worth
// 75.5.
func HaiPhong212() Scheme { return haiPhong212 }

// decree335 is the sheet of Decree 335/2025/NĐ-CP: 30 points of general criteria and 70
// of results, these the mean of percentages: Σ × 70/300 is (a + b + c)/3 × 70/100.
func decree335(id string, name rule.Text, beside []Condition, lines ...Line) Scheme {
	return MustScheme(Table{
		ID: id, Version: "2026-11-28", Name: name,
		Source: rule.Source{Kind: rule.Decree, Number: "335/2025/NĐ-CP", Date: rule.Day(2025, 12, 21), Issuer: "Chính phủ", Page: pageOf335},
		Span:   rule.Span{From: rule.Day(2026, 1, 1)},
		// The text was read in the press and in Q&A pages.
		Confidence: rule.Secondary,
		Max:        rule.Int(100),
		Lines: []Line{
			{Code: "1", Name: rule.Text{Vi: "Tiêu chí chung", En: "General criteria"}, Max: rule.Int(30)},
			{Code: "2", Name: rule.Text{Vi: "Kết quả thực hiện nhiệm vụ", En: "Results of the tasks"}, Max: rule.Int(70), Scaled: true, Lines: lines},
		},
		Bands: []Band{
			{Rating: Excellent, From: rule.Int(90), To: rule.Int(100)},
			{Rating: Good, From: rule.Int(70), To: rule.Int(90), Below: true},
			{Rating: Completed, From: rule.Int(50), To: rule.Int(70), Below: true},
			{Rating: NotCompleted, From: rule.Int(0), To: rule.Int(50), Below: true},
		},
		Conditions: append([]Condition{
			{Code: "suy-thoai", Of: "completed", KnockOut: true, Name: rule.Text{Vi: "cấp có thẩm quyền kết luận suy thoái", En: "degradation, as the competent authority concluded"}},
			{Code: "ky-luat", Of: "completed", KnockOut: true, Name: rule.Text{Vi: "bị kỷ luật trong năm về hành vi liên quan công vụ", En: "disciplined in the year for acts in office"}},
		}, beside...),
		Places: 2,
	})
}

// products are the three percentages of everybody's work.
func products() []Line {
	percent := Scoring{Over: OverCapped}
	return []Line{
		{Code: "a", Name: rule.Text{Vi: "Số lượng sản phẩm, công việc", En: "Quantity"}, Max: rule.Int(100), Marks: percent},
		{Code: "b", Name: rule.Text{Vi: "Chất lượng sản phẩm, công việc", En: "Quality"}, Max: rule.Int(100), Marks: percent},
		{Code: "c", Name: rule.Text{Vi: "Tiến độ sản phẩm, công việc", En: "Progress"}, Max: rule.Int(100), Marks: percent},
	}
}

// halves is a line that gives 100 % or 50 %.
func halves(code, vi, en string) Line {
	return Line{Code: code, Name: rule.Text{Vi: vi, En: en}, Max: rule.Int(100), Marks: Scoring{Way: ByStage, Levels: []Level{
		{Points: rule.Int(50)}, {Points: rule.Int(100)},
	}}}
}

// ofTheUnit is what those who lead answer for besides.
var ofTheUnit = []Condition{{Code: "tham-nhung-lang-phi", Of: "completed", KnockOut: true,
	Name: rule.Text{Vi: "cơ quan, đơn vị có vụ việc tham nhũng, lãng phí bị xử lý theo pháp luật", En: "corruption or waste in the unit, handled by law"}}}

var (
	decree335Staff   = decree335("335/2025/NĐ-CP", rule.Text{Vi: "Đánh giá công chức không giữ chức vụ lãnh đạo, quản lý", En: "Rating of civil servants who do not lead"}, nil, products()...)
	decree335Manager = decree335("335/2025/NĐ-CP lãnh đạo, quản lý", rule.Text{Vi: "Đánh giá công chức lãnh đạo, quản lý", En: "Rating of civil servants who lead"}, ofTheUnit, append(products(),
		halves("d", "Kết quả hoạt động của cơ quan, đơn vị, lĩnh vực phụ trách", "Results of the unit or field led"),
		halves("đ", "Khả năng tổ chức triển khai", "Ability to organize"),
		halves("e", "Năng lực tập hợp, đoàn kết", "Ability to unite"))...)
)

// Decree335 is the scale of Decree 335/2025/NĐ-CP for a civil servant who does not lead:
// 30 points of general criteria, and (a + b + c)/3 × 70/100 of results. The marks of a, b and
// c are percentages ([Products]). How much above 100 % counts is not said; here it
// counts as 100 %.
func Decree335() Scheme { return decree335Staff }

// Decree335Manager is the scale for one who leads: (a + b + c + d + đ + e)/6 × 70/100, of which
// d, đ and e are 100 or 50. A deputy's are those of the deputy's own field.
func Decree335Manager() Scheme { return decree335Manager }

// Product is a product or piece of work that was assigned in a month or quarter.
type Product struct {
	// Units is what it is converted to (quy đổi); not given is 1.
	Units rule.Number
	Done  bool
	// Errors and Late are the serious errors of content and the delays; those of objective
	// causes that the authority confirmed are not among them.
	Errors int
	Late   int
}

// Products are the percentages a (quantity), b (quality) and c (progress) of Decree
// 335/2025/NĐ-CP: what was done of what was assigned, each serious error taking 25 % from the
// quality of its product, each delay 25 % from its progress. There is no mark where nothing
// was assigned.
func Products(of ...Product) (a, b, c Mark) {
	assigned, done, quarters, good, prompt := rule.Int(0), rule.Int(0), rule.Int(0), rule.Int(0), rule.Int(0)
	for _, p := range of {
		units := p.Units
		if !units.Known() {
			units = rule.Int(1)
		}
		assigned = assigned.Add(units)
		if p.Done {
			done = done.Add(units)
		}
		for quarter := range 4 {
			quarters = quarters.Add(units)
			if p.Done && quarter >= p.Errors {
				good = good.Add(units)
			}
			if p.Done && quarter >= p.Late {
				prompt = prompt.Add(units)
			}
		}
	}
	if assigned.Sign() <= 0 {
		return Mark{}, Mark{}, Mark{}
	}
	return markOf(markShare, done, assigned), markOf(markShare, good, quarters), markOf(markShare, prompt, quarters)
}
