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
	rule.FormRule(ErrUnknownKey, "không có mục «{key}» trong mẫu này", "this record has no member {key}"),
	rule.FormRule(ErrRepeatedKey, "mục «{key}» ghi nhiều lần", "the member {key} stands more than once"),
	rule.FormRule(ErrWrongType, "cần {want}, lại ghi {got}", "{want} is needed, not {got}"),
	rule.FormRule(ErrUnreadable, "không đọc được «{text}»: {why}", "{text} cannot be read: {why}"),
	rule.FormRule(ErrFormat, "không biết mẫu «{text}»; mẫu được đọc là {want}", "the format {text} is not known; {want} is read"),
	rule.FormRule(ErrTooDeep, "lồng quá {limit} cấp", "nested more than {limit} deep"),
	rule.FormRule(ErrRequired, "còn thiếu", "missing"),
	rule.FormRule(ErrTooLong, "dài quá {limit}", "longer than {limit}"),
	rule.FormRule(ErrConstraint, "không đạt ràng buộc {constraint}", "does not satisfy {constraint}"),
)

// Rules lists the rules of form.
func Rules() []rule.Rule { return table.Rules() }
