package workday

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of calendars: what [New] finds wrong with its parts, and the one Reading.
const (
	ErrCoverage   rule.Code = "workday.coverage"
	ErrNoDay      rule.Code = "workday.no-day"
	ErrRowOutside rule.Code = "workday.row-outside"
	ErrNoSource   rule.Code = "workday.no-source"
	ErrKind       rule.Code = "workday.kind"
	ErrTwice      rule.Code = "workday.twice"
	ErrSwap       rule.Code = "workday.swap"

	// SwapAtEnd is the Advice of a [Deadline] that met a weekday off by a swap.
	SwapAtEnd rule.Code = "workday.swap-at-end"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrCoverage, Origin: rule.OriginForm, Text: rule.Text{
		Vi: "khoảng thời gian của lịch phải có ngày đầu, ngày cuối và không quá {limit} năm, không phải {span}",
		En: "the coverage needs a first and a last day and at most {limit} years, not {span}"}},
	rule.Rule{Code: ErrNoDay, Origin: rule.OriginForm, Text: rule.Text{
		Vi: "không có ngày {day}", En: "the day {day} does not exist"}},
	rule.Rule{Code: ErrRowOutside, Origin: rule.OriginForm, Text: rule.Text{
		Vi: "ngày {day} nằm ngoài khoảng thời gian của lịch ({span})", En: "{day} lies outside the coverage ({span})"}},
	rule.Rule{Code: ErrNoSource, Origin: rule.OriginForm, Text: rule.Text{
		Vi: "thiếu nguồn: văn bản nào quy định ngày này", En: "no source: which document says so"}},
	rule.Rule{Code: ErrKind, Origin: rule.OriginForm, Text: rule.Text{
		Vi: "một dòng phải là working, holiday, in-lieu, off hoặc undecided, không phải «{kind}»",
		En: "a row is working, holiday, in-lieu, off or undecided, not {kind}"}},
	rule.Rule{Code: ErrTwice, Origin: rule.OriginForm, Text: rule.Text{
		Vi: "ngày {day} ghi nhiều lần", En: "{day} appears more than once"}},
	rule.Rule{Code: ErrSwap, Origin: rule.OriginForm, Text: rule.Text{
		Vi: "hoán đổi là nghỉ một ngày từ thứ Hai đến thứ Sáu và làm bù vào thứ Bảy hoặc Chủ nhật; {day} không phải ngày đó",
		En: "a swap frees a day from Monday to Friday and has a Saturday or Sunday worked for it; {day} is not such a day"}},
	rule.Rule{Code: SwapAtEnd, Origin: rule.OriginReading, Passage: civilCode.At("Điều 148, khoản 5"), Switch: "Parts.SwapEndsTerm",
		Alternative: rule.Text{
			Vi: "ngày nghỉ do hoán đổi không phải ngày nghỉ cuối tuần hoặc ngày nghỉ lễ, nên thời hạn kết thúc ngay ngày đó",
			En: "a day off by a swap is neither a weekend nor a public holiday, so the term ends on it"},
		Text: rule.Text{
			Vi: "ngày {day} nghỉ do hoán đổi: thời hạn {used}; theo cách hiểu khác thì {other}",
			En: "{day} is off by a swap: the term {used}; by the other reading it {other}"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
