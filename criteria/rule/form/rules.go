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
)

var table = rule.MustTable(
	row(ErrUnknownKey, "không có mục «{key}» trong mẫu này", "this record has no member {key}"),
	row(ErrRepeatedKey, "mục «{key}» ghi nhiều lần", "the member {key} stands more than once"),
	row(ErrWrongType, "cần {want}, lại ghi {got}", "{want} is needed, not {got}"),
	row(ErrUnreadable, "không đọc được «{text}»: {why}", "{text} cannot be read: {why}"),
	row(ErrFormat, "không biết mẫu «{text}»; mẫu được đọc là {want}", "the format {text} is not known; {want} is read"),
	row(ErrTooDeep, "lồng quá {limit} cấp", "nested more than {limit} deep"),
	row(ErrRequired, "còn thiếu", "missing"),
	row(ErrTooLong, "dài quá {limit}", "longer than {limit}"),
	row(ErrConstraint, "không đạt ràng buộc {constraint}", "does not satisfy {constraint}"),
)

func row(c rule.Code, vi, en string) rule.Rule {
	return rule.Rule{Code: c, Origin: rule.OriginForm, Text: rule.Text{Vi: vi, En: en}}
}

// Rules lists the rules of form.
func Rules() []rule.Rule { return table.Rules() }
