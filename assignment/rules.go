package assignment

import "github.com/giupxa/giupxa/criteria/rule"

// The codes of rosters.
const (
	ErrRepeatedID    rule.Code = "assignment.repeated-id"
	ErrUnknownLeader rule.Code = "assignment.unknown-leader"
	ErrSpan          rule.Code = "assignment.span"
	ErrOverlap       rule.Code = "assignment.overlap"
)

var table = rule.MustTable(
	rule.Rule{Code: ErrRepeatedID, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "mã «{id}» đã dùng", En: "the id {id} is used twice"}},
	rule.Rule{Code: ErrUnknownLeader, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "không có lãnh đạo mang mã «{id}»", En: "no leader has the id {id}"}},
	rule.Rule{Code: ErrSpan, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "thời gian phân công không hợp lệ: {span}", En: "not a span of an assignment: {span}"}},
	rule.Rule{Code: ErrOverlap, Origin: rule.OriginForm,
		Text: rule.Text{Vi: "trùng thời gian với phân công «{id}» ({span}) cùng lãnh đạo, xã và vai trò", En: "overlaps the assignment {id} ({span}) of the same leader, commune and role"}},
)

// Rules lists the rules of rosters.
func Rules() []rule.Rule { return table.Rules() }
