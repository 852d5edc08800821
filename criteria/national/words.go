package national

import (
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// The words in which the tables of this package are written, so that a row reads
// like a row of the decision. A line of numbers gives the seven columns of the
// annexes in their printed order, "?" is a number that could not be obtained, and
// one number alone stands in all seven:
//
//	TDMNPB ĐBSH BTB DHNTB TN ĐNB ĐBSCL
//	"95     99   98  98    98 99  98"

// The columns, by the names of the annexes.
const (
	tdmnpb = criteria.TDMNPB
	dbsh   = criteria.DBSH
	btb    = criteria.BTB
	dhntb  = criteria.DHNTB
	tn     = criteria.TN
	dnb    = criteria.DNB
	dbscl  = criteria.DBSCL
)

// notObtained marks a number that no page gives.
const notObtained = "?"

// document is the decision or the guidance from which cells and names come.
type document rule.Source

func decision(number string, day civil.Date) document {
	return document{Kind: rule.Decision, Number: number, Date: day}
}

// at is another place of the same document.
func (d document) at(place string) document { return document(rule.Source(d).At(place)) }

func (d document) cite(c rule.Confidence, page string, cells []criteria.Region) criteria.Citation {
	s := rule.Source(d)
	s.Page = page
	return criteria.From(s, c, cells...)
}

// read cites a page that prints the row of the decision itself.
func (d document) read(page string) criteria.Citation { return d.cite(rule.Read, page, nil) }

// quoted cites a page that sums the decision up or applies it.
func (d document) quoted(page string, cells ...criteria.Region) criteria.Citation {
	return d.cite(rule.Secondary, page, cells)
}

// recalled cites no page: the cell is unconfirmed, to the degree given.
func recalled(c rule.Confidence, cells ...criteria.Region) criteria.Citation {
	return criteria.From(rule.Source{}, c, cells...)
}

// The degrees in one word.
var (
	high    = recalled(rule.High)
	medHigh = recalled(rule.MedHigh)
	med     = recalled(rule.Med)
	lowMed  = recalled(rule.LowMed)
	low     = recalled(rule.Low)
	unknown = recalled(rule.NotObtained)
)

func pass(from criteria.Citation) criteria.Requirement { return criteria.Cite(from, criteria.Pass()) }

func none(from criteria.Citation) criteria.Requirement { return criteria.Cite(from, criteria.None()) }

func provinceSets(from criteria.Citation) criteria.Requirement {
	return criteria.Cite(from, criteria.ProvinceSets())
}

func atLeast(line string, from ...criteria.Citation) criteria.Requirement {
	return cells(criteria.AtLeast, line, from)
}

func atMost(line string, from ...criteria.Citation) criteria.Requirement {
	return cells(criteria.AtMost, line, from)
}

// cells makes the seven cells of a line; a number that was not obtained has no
// other citation.
func cells(operator func(string) criteria.Requirement, line string, from []criteria.Citation) criteria.Requirement {
	regions, row := criteria.Regions(), criteria.Row{}
	var missing []criteria.Region
	numbers := strings.Fields(line)
	if len(numbers) == 1 {
		numbers = strings.Fields(strings.Repeat(line+" ", len(regions)))
	}
	for i := range max(len(numbers), len(regions)) { // a line with neither one number nor seven panics
		r := regions[i]
		if row[r] = numbers[i]; numbers[i] == notObtained {
			row[r], missing = "", append(missing, r)
		}
	}
	if missing != nil {
		from = append(from[:len(from):len(from)], recalled(rule.NotObtained, missing...))
	}
	return criteria.ByRow(operator, row, from...)
}

// parts are the words for the parts and attributes of the rows.
var parts = map[string]rule.Text{
	"hygienic":           {Vi: "nước hợp vệ sinh", En: "hygienic water"},
	"clean":              {Vi: "nước sạch", En: "clean water"},
	"mandatory":          {Vi: "nội dung bắt buộc", En: "mandatory contents"},
	"score":              {Vi: "điểm", En: "score"},
	"minimum":            {Vi: "mức tối thiểu", En: "minimum standard"},
	"level1":             {Vi: "mức độ 1", En: "level 1"},
	"level2":             {Vi: "mức độ 2", En: "level 2"},
	"market":             {Vi: "chợ", En: "market"},
	"shop":               {Vi: "nơi mua bán hàng hóa", En: "place of trade"},
	"cooperative":        {Vi: "hợp tác xã", En: "co-operative"},
	"group":              {Vi: "tổ hợp tác", En: "co-operative group"},
	"preschool":          {Vi: "mầm non", En: "preschool"},
	"grade1":             {Vi: "trẻ 6 tuổi vào lớp 1 (%)", En: "six-year-olds in grade 1 (%)"},
	"primary":            {Vi: "tiểu học (mức độ)", En: "primary (level)"},
	"lower-secondary":    {Vi: "trung học cơ sở (mức độ)", En: "lower secondary (level)"},
	"literacy":           {Vi: "xóa mù chữ (mức độ)", En: "literacy (level)"},
	"total":              {Vi: "tổng", En: "in all"},
	"centralised":        {Vi: "từ hệ thống cấp nước tập trung", En: "from a centralised supply"},
	"documents":          {Vi: "ban hành văn bản", En: "documents issued"},
	"information":        {Vi: "tiếp cận thông tin, phổ biến pháp luật", En: "information and legal education"},
	"mediation":          {Vi: "hòa giải ở cơ sở", En: "mediation"},
	"lawful":             {Vi: "hoạt động đúng Luật Hợp tác xã", En: "works as the law on co-operatives demands"},
	"profit-2-years":     {Vi: "có lãi trong 02 năm liền kề trước", En: "profit in each of the two years before"},
	"services":           {Vi: "số loại sản phẩm, dịch vụ cho thành viên", En: "products and services for members"},
	"members":            {Vi: "quy mô thành viên", En: "number of members"},
	"growth-1":           {Vi: "thành viên tăng năm 1 (%)", En: "growth of membership in year 1 (%)"},
	"joined-1":           {Vi: "thành viên tăng năm 1 (người)", En: "members gained in year 1"},
	"growth-2":           {Vi: "thành viên tăng năm 2 (%)", En: "growth of membership in year 2 (%)"},
	"joined-2":           {Vi: "thành viên tăng năm 2 (người)", En: "members gained in year 2"},
	"support":            {Vi: "hoạt động hỗ trợ doanh nghiệp, hộ kinh doanh", En: "support of enterprises and household businesses"},
	"new-businesses":     {Vi: "doanh nghiệp, hộ kinh doanh thành lập mới tăng (%/năm)", En: "growth of newly founded businesses (% a year)"},
	"insured":            {Vi: "lao động tham gia bảo hiểm xã hội", En: "workers with social insurance"},
	"planned":            {Vi: "có trong quy hoạch tỉnh", En: "in the plan of the province"},
	"established":        {Vi: "đã được thành lập", En: "established by law"},
	"land":               {Vi: "đất đã thu hồi, bàn giao", En: "its land recovered and handed over"},
	"@zone-asked":        {Vi: "nội dung 3.10 áp dụng cho xã", En: "content 3.10 is asked of the commune"},
	"@schools":           {Vi: "số trường", En: "schools"},
	"@area":              {Vi: "khu vực (0 ngoài vùng; 1, 2, 3)", En: "area (0 outside, 1, 2, 3)"},
	"@adjacent-urban":    {Vi: "liền kề đô thị", En: "next to a town"},
	"@urban-oriented":    {Vi: "định hướng thành đô thị", En: "meant to become urban"},
	"@agriculture-share": {Vi: "tỷ trọng nông nghiệp (%)", En: "share of agriculture (%)"},
	"@new-urban":         {Vi: "định hướng đô thị mới", En: "meant as a new town"},
}

// part is a named part of an indicator.
func part(name string, r criteria.Requirement) criteria.Requirement { return criteria.Sub(name, r) }

// each demands every part.
func each(rs ...criteria.Requirement) criteria.Requirement { return criteria.All(rs...) }

// criterion is a heading with its rows; the heading's name is cited like the rows'.
func criterion(no int, vi, en string, name criteria.Citation, rows ...criteria.Indicator) criteria.Criterion {
	return criteria.Criterion{No: no, Name: rule.Text{Vi: vi, En: en}, NameFrom: name, Indicators: rows}
}

// under puts criteria under a part of the annex.
func under(part rule.Text, list ...criteria.Criterion) []criteria.Criterion {
	for i := range list {
		list[i].Part = part
	}
	return list
}

func row(code, vi, en, unit string, name criteria.Citation, require criteria.Requirement) criteria.Indicator {
	return criteria.Indicator{
		Code: code, Name: rule.Text{Vi: vi, En: en}, NameFrom: name, Unit: unit, Require: require,
	}
}

// noted adds what a reader of the row must know.
func noted(i criteria.Indicator, vi, en string) criteria.Indicator {
	i.Note = rule.Text{Vi: vi, En: en}
	return i
}

// ifAny is a row that a commune may not have («nếu có»).
func ifAny(i criteria.Indicator) criteria.Indicator {
	i.MayNotApply = true
	return i
}

// during is a row that holds on some days of the set only.
func during(s rule.Span, i criteria.Indicator) criteria.Indicator {
	i.Span = s
	return i
}
