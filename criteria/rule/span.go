package rule

import (
	"time"

	"cloud.google.com/go/civil"
)

func dateOf(y, m, d int) civil.Date { return civil.Date{Year: y, Month: time.Month(m), Day: d} }

// Day makes a date. It does not check that the date exists; civil.Date.IsValid does.
func Day(year, month, day int) civil.Date { return dateOf(year, month, day) }

// IsDay reports whether a date is a day of the calendar.
func IsDay(d civil.Date) bool {
	// Most days need no calendar.
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && (d.Day <= 28 || d.IsValid())
}

// CheckDay is nil where a date is a day of the calendar, and [ErrNotADay] otherwise.
func CheckDay(d civil.Date) error {
	if IsDay(d) {
		return nil
	}
	return NewMisread(d.String(), ErrNotADay, "không phải là một ngày có thật", "not a day of the calendar")
}

// Span is a range of days, inclusive at both ends. A zero To is an open end, a
// zero From an open beginning; the zero Span is all days.
type Span struct {
	From civil.Date `json:"from,omitzero"`
	To   civil.Date `json:"to,omitzero"`
}

// ErrSpan says that a span ends before it begins, or that one of its ends is a day that
// does not exist.
var ErrSpan = NewMisuse(nil, Text{"khoảng ngày không hợp lệ", "the span is not valid"})

// Check is nil where the ends are days in order.
func (s Span) Check() error {
	for _, d := range []civil.Date{s.From, s.To} {
		if !d.IsZero() && !d.IsValid() {
			return NewMisuse(ErrSpan, Text{"không có ngày {day}", "there is no day {day}"}, A("day", d))
		}
	}
	if !s.From.IsZero() && !s.To.IsZero() && s.To.Before(s.From) {
		return NewMisuse(ErrSpan, Text{"ngày cuối {to} trước ngày đầu {from}", "its last day {to} is before its first {from}"}, A("to", s.To), A("from", s.From))
	}
	return nil
}

// Contains reports whether the day lies in the span, its ends included.
func (s Span) Contains(d civil.Date) bool {
	return (s.From.IsZero() || !d.Before(s.From)) && (s.To.IsZero() || !d.After(s.To))
}

// Covers reports whether all of the other span lies in this one.
func (s Span) Covers(o Span) bool {
	common, ok := s.Intersect(o)
	return ok && common == o
}

// Intersect gives the days that lie in both.
func (s Span) Intersect(o Span) (Span, bool) {
	common := s
	if common.From.IsZero() || (!o.From.IsZero() && o.From.After(common.From)) {
		common.From = o.From
	}
	if common.To.IsZero() || (!o.To.IsZero() && o.To.Before(common.To)) {
		common.To = o.To
	}
	if !common.From.IsZero() && !common.To.IsZero() && common.To.Before(common.From) {
		return Span{}, false
	}
	return common, true
}

// Overlaps reports whether a day lies in both.
func (s Span) Overlaps(o Span) bool {
	_, ok := s.Intersect(o)
	return ok
}

// Days counts the days, both ends included; an open span has no count.
func (s Span) Days() (int, bool) {
	if s.From.IsZero() || s.To.IsZero() {
		return 0, false
	}
	return s.To.DaysSince(s.From) + 1, true
}

// Year is the span of a calendar year.
func Year(year int) Span { return Span{dateOf(year, 1, 1), dateOf(year, 12, 31)} }

// Month is the span of a calendar month.
func Month(year, month int) Span {
	from := dateOf(year, month, 1)
	return Span{from, from.AddMonths(1).AddDays(-1)}
}

// String is the Vietnamese wording.
func (s Span) String() string { return s.In(Vi) }

// In says the span: "từ 14/5/2021 đến 31/12/2025".
func (s Span) In(l Lang) string {
	from, to := "từ ", "đến "
	if l == En {
		from, to = "from ", "to "
	}
	switch {
	case s.From.IsZero() && s.To.IsZero():
		return Text{"mọi ngày", "all days"}.In(l)
	case s.To.IsZero():
		return from + FormatDate(s.From, l)
	case s.From.IsZero():
		return to + FormatDate(s.To, l)
	default:
		return from + FormatDate(s.From, l) + " " + to + FormatDate(s.To, l)
	}
}
