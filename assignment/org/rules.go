package org

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of gazetteers.
const (
	ErrIncomplete   rule.Code = "org.incomplete"
	ErrSpan         rule.Code = "org.span"
	ErrOverlap      rule.Code = "org.overlap"
	ErrParent       rule.Code = "org.parent"
	ErrParentLevel  rule.Code = "org.parent-level"
	ErrNoUnit       rule.Code = "org.no-unit"
	ErrStillExists  rule.Code = "org.still-exists"
	ErrRepeatedLink rule.Code = "org.repeated-succession"
	ErrNoSuccessor  rule.Code = "org.no-successor"
	ErrFormerEmpty  rule.Code = "org.former-empty"
	ErrFormerSpan   rule.Code = "org.former-span"
	ErrFormerLevel  rule.Code = "org.former-level"
	ErrFormerTwice  rule.Code = "org.former-twice"
	ErrTooMany      rule.Code = "org.too-many"

	// Only ever advice.
	NameWithKind  rule.Code = "org.name-with-kind"
	LineageAstray rule.Code = "org.lineage-astray"
	WholeTwice    rule.Code = "org.whole-twice"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrIncomplete, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "đơn vị thiếu {what}", En: "the {what} of the unit is missing"}},
	rule.Rule{Code: ErrSpan, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời gian tồn tại của «{unit}» không hợp lệ: {span}", En: "the span of {unit} is not valid: {span}"}},
	rule.Rule{Code: ErrOverlap, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mã {code} đã thuộc «{unit}» ({span})", En: "the code {code} already belongs to {unit} ({span})"}},
	rule.Rule{Code: ErrParent, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có đơn vị mã {code} bao trùm thời gian tồn tại của «{unit}»", En: "no unit {code} exists on all days of {unit}"}},
	rule.Rule{Code: ErrParentLevel, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{parent}» không phải cấp trên của «{unit}»", En: "{parent} is not of a higher level than {unit}"}},
	rule.Rule{Code: ErrNoUnit, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "ngày {day} không có đơn vị mã {code}", En: "there is no unit {code} on {day}"}},
	rule.Rule{Code: ErrStillExists, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{unit}» còn tồn tại ngày {day}, nên không thể nhập toàn bộ", En: "{unit} still exists on {day}, so it cannot have merged whole"}},
	rule.Rule{Code: ErrRepeatedLink, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "việc sắp xếp này ghi hai lần", En: "this succession is given twice"}},
	rule.Rule{Code: ErrNoSuccessor, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{unit}» kết thúc ngày {day}; chưa rõ đơn vị kế tiếp", En: "{unit} ended on {day}; its successor is not known"}},
	rule.Rule{Code: ErrFormerEmpty, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không ghi tên, loại hay đơn vị cấp trên trước đây của «{unit}»", En: "no other name, kind or parent of {unit} is given"}},
	rule.Rule{Code: ErrFormerSpan, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{span} không phải một phần thời gian tồn tại của «{unit}»", En: "{span} is not a part of the days of {unit}"}},
	rule.Rule{Code: ErrFormerLevel, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{unit}» không thể đổi sang loại của cấp khác: {kind}", En: "{unit} cannot have been of a kind of another level: {kind}"}},
	rule.Rule{Code: ErrFormerTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "«{unit}» đã có giá trị khác cho những ngày ấy ({span})", En: "{unit} already has another value on some of those days ({span})"}},
	rule.Rule{Code: ErrTooMany, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "quá {limit} {what}", En: "more than {limit} {what}"}},
	rule.Rule{Code: NameWithKind, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "tên «{name}» bắt đầu bằng loại đơn vị; nếu đó không phải là một phần của tên thì chỉ ghi tên riêng", En: "the name {name} begins with the kind of unit; unless that is part of the name, write the name alone"}},
	rule.Rule{Code: LineageAstray, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{from} thuộc {old}, nhập vào {to} thuộc {now}, trong khi {old} thành {went} ({source})", En: "{from} in {old} becomes part of {to} in {now}, while {old} becomes {went} ({source})"}},
	rule.Rule{Code: WholeTwice, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{unit} đã nhập toàn bộ vào {first}, lại ghi nhập toàn bộ vào {to}; nếu chia ra thì ghi mỗi nơi một phần", En: "{unit} went over whole into {first}, and is said to have gone over whole into {to}; where it was divided, say that each is a part"}},
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
