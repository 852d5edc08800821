package workday

import "github.com/giupxa/giupxa/criteria/rule"

// Kind says what a day of a [Calendar] is.
type Kind uint8

// The kinds. The zero value is invalid. Weekend, SwappedOff and SwappedWorked come
// from the week and from the swaps; a row of [Parts] may have any other.
const (
	_             Kind = iota
	Working            // ngày làm việc
	Weekend            // nghỉ hằng tuần: Saturday or Sunday
	Holiday            // nghỉ lễ, tết
	InLieu             // nghỉ bù: for a holiday that fell on a weekend
	SwappedOff         // nghỉ do hoán đổi: off, and another day is worked for it
	SwappedWorked      // làm bù do hoán đổi: worked, and another day is off for it
	Off                // nghỉ: off for a reason of the host's own
	Undecided          // chưa quyết định: neither working nor off yet
)

var dayKinds = rule.NewEnum[Kind]("kind of day", rule.Word{},
	rule.Word{Code: "working", Vi: "ngày làm việc", En: "working day"},
	rule.Word{Code: "weekend", Vi: "nghỉ hằng tuần", En: "weekend"},
	rule.Word{Code: "holiday", Vi: "nghỉ lễ, tết", En: "public holiday"},
	rule.Word{Code: "in-lieu", Vi: "nghỉ bù", En: "day off in lieu"},
	rule.Word{Code: "swapped-off", Vi: "nghỉ do hoán đổi", En: "day off by a swap"},
	rule.Word{Code: "swapped-worked", Vi: "làm bù do hoán đổi", En: "day worked for a swap"},
	rule.Word{Code: "off", Vi: "nghỉ", En: "day off"},
	rule.Word{Code: "undecided", Vi: "chưa quyết định", En: "not decided"},
)

// Works reports whether a day of this kind is worked.
func (k Kind) Works() bool { return k == Working || k == SwappedWorked }

// Unit is what a [Term] counts.
type Unit uint8

// The units. The zero value is invalid.
const (
	_           Unit = iota
	Days             // ngày: every day counts, the last one is never a day off
	WorkingDays      // ngày làm việc: only working days count
	Weeks            // tuần: ends on the same day of the week
	Months           // tháng: ends on the day of the same number, or the last of the month
	Years            // năm: ends on the same day, 29/02 on 28/02
)

var units = rule.NewEnum[Unit]("unit of a term", rule.Word{},
	rule.Word{Code: "days", Vi: "ngày", En: "days"},
	rule.Word{Code: "working-days", Vi: "ngày làm việc", En: "working days"},
	rule.Word{Code: "weeks", Vi: "tuần", En: "weeks"},
	rule.Word{Code: "months", Vi: "tháng", En: "months"},
	rule.Word{Code: "years", Vi: "năm", En: "years"},
)
