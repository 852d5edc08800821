package org

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of gazetteers.
const (
	ErrIncomplete   rule.Code = "org.incomplete"
	ErrSpan         rule.Code = "org.span"
	ErrOverlap      rule.Code = "org.overlap"
	ErrNameKind     rule.Code = "org.name-with-kind"
	ErrParent       rule.Code = "org.parent"
	ErrParentLevel  rule.Code = "org.parent-level"
	ErrNoUnit       rule.Code = "org.no-unit"
	ErrStillExists  rule.Code = "org.still-exists"
	ErrRepeatedLink rule.Code = "org.repeated-succession"
	ErrNoSuccessor  rule.Code = "org.no-successor"
)

var table = rule.MustTable(
	rule.FormRule(ErrIncomplete, "đơn vị thiếu mã, tên hoặc loại", "the unit lacks its code, name or kind"),
	rule.FormRule(ErrSpan, "thời gian tồn tại của «{unit}» không hợp lệ: {span}", "not a span of days of {unit}: {span}"),
	rule.FormRule(ErrOverlap, "mã {code} đã thuộc «{unit}» ({span})", "the code {code} already belongs to {unit} ({span})"),
	rule.FormRule(ErrNameKind, "tên «{name}» đã gồm loại đơn vị; chỉ ghi tên riêng", "the name {name} carries the kind of unit; write the name alone"),
	rule.FormRule(ErrParent, "không có đơn vị mã {code} bao trùm thời gian tồn tại của «{unit}»", "no unit {code} exists on all days of {unit}"),
	rule.FormRule(ErrParentLevel, "«{parent}» không phải cấp trên của «{unit}»", "{parent} is not of a higher level than {unit}"),
	rule.FormRule(ErrNoUnit, "ngày {day} không có đơn vị mã {code}", "there is no unit {code} on {day}"),
	rule.FormRule(ErrStillExists, "«{unit}» còn tồn tại ngày {day}, nên không thể nhập toàn bộ", "{unit} still exists on {day}, so it cannot have merged whole"),
	rule.FormRule(ErrRepeatedLink, "việc sắp xếp này ghi hai lần", "this succession stands twice"),
	rule.FormRule(ErrNoSuccessor, "«{unit}» kết thúc ngày {day}; chưa rõ đơn vị kế tiếp", "{unit} ended on {day}; its successor is not known"),
)

// Rules lists the rules of this package.
func Rules() []rule.Rule { return table.Rules() }
