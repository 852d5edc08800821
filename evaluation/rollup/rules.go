package rollup

import "github.com/giupxa/giupxa/criteria/rule"

// What is wrong with what a document states, or with what is added up.
const (
	ErrSum          rule.Code = "rollup.sum"
	ErrItemTwice    rule.Code = "rollup.item-twice"
	AdviceItemTwice rule.Code = "rollup.told-twice"
	ErrShort        rule.Code = "rollup.short"
	ErrRate         rule.Code = "rollup.rate"
	ErrRates        rule.Code = "rollup.rates"
	AdvicePrintsTo  rule.Code = "rollup.prints-to"
	ErrBands        rule.Code = "rollup.bands"
	ErrUnits        rule.Code = "rollup.units"
	ErrMean         rule.Code = "rollup.mean"
	ErrBase         rule.Code = "rollup.base"
	ErrNewTwice     rule.Code = "rollup.new-twice"
	ErrNewTotal     rule.Code = "rollup.new-total"
	ErrUnitTwice    rule.Code = "rollup.unit-twice"
	ErrShare        rule.Code = "rollup.share"
	ErrOtherUnits   rule.Code = "rollup.other-units"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrSum, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tổng ghi là {stated}, cộng các phần là {sum}, chênh {difference}", En: "the sum is stated as {stated}, the parts add up to {sum}, {difference} off"}},
	rule.Rule{Code: ErrItemTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{id}» được ghi hai lần với hai số khác nhau", En: "{id} is told twice with different amounts"}},
	rule.Rule{Code: AdviceItemTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{id}» được ghi hai lần, chỉ tính một lần", En: "{id} is told twice and counts once"}},
	rule.Rule{Code: ErrShort, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "còn thiếu {short} so với {least}", En: "{short} short of {least}"}},
	rule.Rule{Code: ErrRate, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tỷ lệ ghi là {stated} %, tính từ số đếm là {rate} %", En: "the rate is stated as {stated} %, the counts give {rate} %"}},
	rule.Rule{Code: ErrRates, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "các tỷ lệ thành phần không thể cộng thành {stated} %", En: "the rates of the parts cannot add up to {stated} %"}},
	rule.Rule{Code: AdvicePrintsTo, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "các tỷ lệ in ra cộng lại là {sum} %; không điều chỉnh tỷ lệ nào", En: "the printed rates add up to {sum} %; none is adjusted"}},
	rule.Rule{Code: ErrBands, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "nhóm từ {from} đến {to} không hợp lệ hoặc trùng với nhóm khác", En: "the band from {from} to {to} is not valid or overlaps another"}},
	rule.Rule{Code: ErrUnits, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ghi là {stated} đơn vị, cộng các nhóm là {units}", En: "{stated} units are stated, the bands add up to {units}"}},
	rule.Rule{Code: ErrMean, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "bình quân ghi là {stated}, chỉ có thể từ {low} đến {high}", En: "the mean is stated as {stated}, it can only be from {low} to {high}"}},
	rule.Rule{Code: ErrBase, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "trước khi tăng là {base}, theo chỗ khác là {other}", En: "the figure before the change is {base}, elsewhere {other}"}},
	rule.Rule{Code: ErrNewTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{unit}» được tính là mới đạt cả năm {year} và năm {other}", En: "{unit} is counted as new in {year} and in {other}"}},
	rule.Rule{Code: ErrNewTotal, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "lũy kế ghi là {stated}, năm trước cộng số mới là {sum}", En: "the total is stated as {stated}, that of the year before and the new ones make {sum}"}},
	rule.Rule{Code: ErrUnitTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "đơn vị «{unit}» được ghi hai lần", En: "the unit {unit} is given twice"}},
	rule.Rule{Code: ErrShare, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{name}»: phần {part} không nằm trong tổng {whole}", En: "{name}: the part {part} does not lie within the whole {whole}"}},
	rule.Rule{Code: ErrOtherUnits, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{number} đơn vị chỉ có ở một trong hai thời điểm", En: "{number} units are there on one of the two dates only"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
