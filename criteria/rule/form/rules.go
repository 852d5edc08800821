package form

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of form. A record that has one of them contradicts itself or
// cannot be read; no text is needed to say so.
const (
	ErrUnknownKey  rule.Code = "form.unknown-key"
	ErrRepeatedKey rule.Code = "form.repeated-key"
	ErrWrongType   rule.Code = "form.wrong-type"
	ErrUnreadable  rule.Code = "form.unreadable"
	ErrFormat      rule.Code = "form.unknown-format"
	ErrTooDeep     rule.Code = "form.too-deep"
	ErrRequired    rule.Code = "form.required"
	ErrTooLong     rule.Code = "form.too-long"
	ErrConstraint  rule.Code = "form.constraint"
	ErrEncoding    rule.Code = "form.encoding"
	ErrMore        rule.Code = "form.more"
	ErrTooLarge    rule.Code = "form.too-large"
	ErrTooSmall    rule.Code = "form.too-small"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrUnknownKey, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có mục «{key}» trong mẫu này", En: "this record has no member {key}"}},
	rule.Rule{Code: ErrRepeatedKey, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mục «{key}» ghi nhiều lần", En: "the member {key} appears more than once"}},
	rule.Rule{Code: ErrWrongType, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "cần {want}, lại ghi {got}", En: "{want} is needed, not {got}"}},
	rule.Rule{Code: ErrUnreadable, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không đọc được «{text}»: {why}", En: "{text} cannot be read: {why}"}},
	rule.Rule{Code: ErrFormat, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không biết mẫu «{text}»; mẫu được đọc là {want}", En: "the format {text} is not known; {want} is read"}},
	rule.Rule{Code: ErrTooDeep, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "lồng quá {limit} cấp", En: "nested more than {limit} deep"}},
	rule.Rule{Code: ErrRequired, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "còn thiếu", En: "missing"}},
	rule.Rule{Code: ErrTooLong, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "dài quá {limit}", En: "longer than {limit}"}},
	rule.Rule{Code: ErrConstraint, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không đạt ràng buộc {constraint}", En: "does not satisfy {constraint}"}},
	rule.Rule{Code: ErrEncoding, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không phải chữ UTF-8; lưu tệp ở dạng UTF-8", En: "not UTF-8; save the file as UTF-8"}},
	rule.Rule{Code: ErrMore, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "và {number} lỗi khác không liệt kê", En: "and {number} more faults that are not listed"}},
	rule.Rule{Code: ErrTooLarge, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{value} lớn hơn {limit}", En: "{value} is more than {limit}"}},
	rule.Rule{Code: ErrTooSmall, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "{value} nhỏ hơn {limit}", En: "{value} is less than {limit}"}},
)

// Rules lists the rules of form.
func Rules() []rule.Rule { return table.Rules() }

// More is the finding that there are more faults than those listed.
func More(n int) rule.Finding { return table.Broken(ErrMore, "", rule.A("number", n)) }
