package recognition

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// unit is what a record says of its unit: the code, the days on which the code is that
// unit's, and the day of the record.
type unit struct {
	code string
	span rule.Span
	on   civil.Date
}

func (h Holding) unitOf() unit { return unit{rule.Normal(h.Unit), h.Span, h.On} }

func (h History) unitOf() unit { return unit{code: rule.Normal(h.Unit), span: h.Span} }

func given(s rule.Span) bool { return s != rule.Span{} && s.Check() == nil }

// same tells whether two records are of one unit. A code is one unit's on a day, and may
// be another's on the next: it was given anew in 2025. A code that is not given equals
// nothing.
func (u unit) same(o unit) criteria.Verdict {
	switch {
	case rule.Blank(u.code) || rule.Blank(o.code):
		return criteria.Unknown
	case u.code != o.code:
		return criteria.NotMet
	case given(u.span) && given(o.span):
		return verdictOf(u.span.Overlaps(o.span))
	case given(u.span) && rule.IsDay(o.on):
		return verdictOf(u.span.Contains(o.on))
	case given(o.span) && rule.IsDay(u.on):
		return verdictOf(o.span.Contains(u.on))
	case rule.IsDay(u.on) && u.on == o.on:
		return criteria.Met
	default:
		return criteria.Unknown
	}
}

func verdictOf(same bool) criteria.Verdict {
	if same {
		return criteria.Met
	}
	return criteria.NotMet
}

var (
	whyNoCode   = rule.Text{Vi: "không ghi mã đơn vị", En: "the code of the unit is missing"}
	whyNoSpan   = rule.Text{Vi: "mã có thể đã cấp cho đơn vị khác; cần ghi thời gian tồn tại của đơn vị", En: "the code may have been given to another unit; the validity of the unit is needed"}
	whyBackward = rule.Text{Vi: "kết thúc trước khi bắt đầu, hoặc ngày không có thật", En: "it ends before it begins, or has a day that does not exist"}
	whyOutside  = rule.Text{Vi: "ngày của bản ghi nằm ngoài", En: "the day of the record lies outside"}
)

// doubted says why two records are not known to be of one unit, at the place where a
// fact is missing.
func doubted(a, b unit, atA, atB rule.Path) rule.Finding {
	switch {
	case rule.Blank(a.code):
		return table.Undecided(ErrUnit, atA.Key("unit"), rule.A("why", whyNoCode))
	case rule.Blank(b.code):
		return table.Undecided(ErrUnit, atB.Key("unit"), rule.A("why", whyNoCode))
	default:
		return table.Undecided(ErrUnit, atB.Key("span"), rule.A("why", whyNoSpan))
	}
}
