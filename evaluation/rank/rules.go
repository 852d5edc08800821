package rank

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of this package.
const (
	ErrRepeated       rule.Code = "rank.repeated"
	ErrBreakers       rule.Code = "rank.breakers"
	ErrNoScore        rule.Code = "rank.no-score"
	ErrUnrated        rule.Code = "rank.unrated"
	ErrNoGroup        rule.Code = "rank.no-group"
	ErrNoUnitRating   rule.Code = "rank.no-unit-rating"
	ErrNoRatio        rule.Code = "rank.no-ratio"
	ErrTie            rule.Code = "rank.tie"
	ErrUnconfirmed    rule.Code = "rank.unconfirmed"
	AdviceDenominator rule.Code = "rank.denominator"
	AdviceAccepted    rule.Code = "rank.accepted"
	ErrPolicy         rule.Code = "rank.policy"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrRepeated, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{id}» ghi nhiều lần trong danh sách", En: "{id} appears more than once in the list"}},
	rule.Rule{Code: ErrBreakers, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "có {given} tiêu chí phụ, chính sách quy định {declared}", En: "{given} tie-breakers are given, the policy declares {declared}"}},
	rule.Rule{Code: ErrPolicy, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chính sách không dùng được: {why}", En: "the policy cannot be used: {why}"}},
	rule.Rule{Code: ErrNoScore, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa có điểm, nên chưa có thứ hạng", En: "there is no score, so there is no place"}},
	rule.Rule{Code: ErrUnrated, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa xếp loại; chưa tính được tỷ lệ của đơn vị", En: "not rated yet; the quota of the unit cannot be settled"}},
	rule.Rule{Code: ErrNoGroup, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "chưa ghi {what}; không rõ thuộc tỷ lệ nào", En: "{what} is missing; it is not known which quota applies"}},
	rule.Rule{Code: ErrNoUnitRating, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{where}: chưa biết mức xếp loại của đơn vị, nên chưa rõ áp dụng tỷ lệ {low} % hay {high} %", En: "{where}: how the unit is rated is not known, so {low} % or {high} % may apply"}},
	rule.Rule{Code: ErrNoRatio, Origin: rule.OriginPolicy, Switch: "Quota.Ratio",
		Text: rule.Text{Vi: "chưa biết tỷ lệ được phép", En: "the ratio that is allowed is not known"}},
	rule.Rule{Code: ErrTie, Origin: rule.OriginPolicy, Switch: "Policy.Breakers",
		Text: rule.Text{Vi: "{tied} trường hợp bằng điểm ({score}) cho {places} vị trí cuối; cấp có thẩm quyền quyết định", En: "{tied} are tied at {score} for the last {places}; the authority decides"}},
	rule.Rule{Code: ErrUnconfirmed, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không áp dụng tỷ lệ {ratio} %: {confidence}", En: "the ratio of {ratio} % is not applied: {confidence}"}},
	rule.Rule{Code: AdviceAccepted, Origin: rule.OriginPolicy, Switch: "Policy.Accept",
		Text: rule.Text{Vi: "theo lựa chọn của người hỏi, áp dụng tỷ lệ {ratio} %: {confidence}", En: "by the caller's choice the ratio of {ratio} % is applied: {confidence}"}},
	rule.Rule{Code: AdviceDenominator, Origin: rule.OriginReading, Switch: "Quota.Of",
		Alternative: rule.Text{Vi: "tính trên số được xếp loại tốt trước khi cắt, số tốt trở lên hoặc tổng số được xếp loại", En: "a share of those rated Good before the cut, of those rated Good or better, or of all that are rated"},
		Text:        rule.Text{Vi: "{where}: tối đa {most}; theo cách tính khác: {others}", En: "{where}: at most {most}; counted in other ways: {others}"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
