package contribution

import "github.com/giupxa/giupxa/criteria/rule"

// What the items contradict.
const (
	ErrDiffers     rule.Code = "contribution.differs"
	ErrNegative    rule.Code = "contribution.negative"
	ErrStatedTotal rule.Code = "contribution.stated-total"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrDiffers, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "khoản «{id}» ghi khác với nơi đã ghi trước; chỉ tính một lần", En: "the contribution {id} is told differently than before; it counts once"}},
	rule.Rule{Code: ErrNegative, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "số lượng hoặc giá trị âm; không tính", En: "an amount or value below zero; it does not count"}},
	rule.Rule{Code: ErrStatedTotal, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tổng ghi là {stated}; các khoản cộng lại được {value}, {unvalued} khoản chưa rõ giá trị", En: "the total is stated as {stated}; the items add up to {value}, and the value of {unvalued} is not fully known"}},
)

// Rules lists the rules of contributions.
func Rules() []rule.Rule { return table.Rules() }
