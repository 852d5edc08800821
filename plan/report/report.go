package report

import (
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Kind is what a report tells of. The zero value is not stated.
type Kind uint8

// The kinds.
const (
	KindNotStated Kind = iota
	Results            // the commune's results (báo cáo kết quả của xã)
	Proposals          // the leaders' proposals, put together (tổng hợp đề xuất, kiến nghị)
	Support            // what a leader did for a commune (báo cáo kết quả giúp đỡ xã)
)

var kinds = rule.NewEnum[Kind]("kind of report", rule.Word{},
	rule.Word{Code: "results", Vi: "kết quả thực hiện của xã", En: "results of the commune"},
	rule.Word{Code: "proposals", Vi: "tổng hợp đề xuất, kiến nghị", En: "proposals put together"},
	rule.Word{Code: "support", Vi: "kết quả giúp đỡ xã của lãnh đạo", En: "a leader's support of a commune"},
)

// Cadence is how often a report is made. The zero value is not stated.
type Cadence uint8

// The cadences.
const (
	CadenceNotStated Cadence = iota
	Monthly
	Quarterly
	HalfYearly
	Yearly
)

var cadences = rule.NewEnum[Cadence]("cadence", rule.Word{},
	rule.Word{Code: "monthly", Vi: "hằng tháng", En: "monthly"},
	rule.Word{Code: "quarterly", Vi: "hằng quý", En: "quarterly"},
	rule.Word{Code: "half-yearly", Vi: "sáu tháng", En: "half-yearly"},
	rule.Word{Code: "yearly", Vi: "hằng năm", En: "yearly"},
)

// months is how many months a period of the cadence has.
func (c Cadence) months() int {
	return [...]int{Monthly: 1, Quarterly: 3, HalfYearly: 6, Yearly: 12}[c]
}

// Period is the nth month, quarter or half of a year, or with N 1 the year.
type Period struct {
	Cadence Cadence `json:"cadence" validate:"required"`
	Year    int     `json:"year" validate:"gte=1,lte=9999"`
	N       int     `json:"n" validate:"gte=1,lte=12"`
}

// Days are the days of the period; false where there is no such period.
func (p Period) Days() (rule.Span, bool) {
	if p.Cadence < Monthly || p.Cadence > Yearly || p.Year < 1 || p.Year > 9999 || p.N < 1 || p.N > 12/p.Cadence.months() {
		return rule.Span{}, false
	}
	n := p.Cadence.months()
	return rule.Span{From: rule.Month(p.Year, (p.N-1)*n+1).From, To: rule.Month(p.Year, p.N*n).To}, true
}

// In names the period: "quý 3 năm 2021".
func (p Period) In(l rule.Lang) string {
	n, year := strconv.Itoa(p.N), strconv.Itoa(p.Year)
	switch p.Cadence {
	case Monthly:
		return rule.Text{Vi: "tháng " + n + " năm " + year, En: "month " + n + " of " + year}.In(l)
	case Quarterly:
		return rule.Text{Vi: "quý " + n + " năm " + year, En: "quarter " + n + " of " + year}.In(l)
	case HalfYearly:
		return rule.Text{Vi: "nửa năm thứ " + n + " của năm " + year, En: "half " + n + " of " + year}.In(l)
	default:
		return rule.Text{Vi: "năm " + year, En: "the year " + year}.In(l)
	}
}

// code is the period in an id: "2021-3/3" for the third of the quarters.
func (p Period) code() string {
	return strconv.Itoa(p.Year) + "-" + strconv.Itoa(p.N) + "/" + p.Cadence.String()
}

// Report is one periodic report (báo cáo định kỳ).
type Report struct {
	ID   string `json:"id" validate:"required,max=100"`
	Kind Kind   `json:"kind" validate:"required"`
	// Authors are the ids of the bodies, or of the leader, that make it together.
	Authors []string `json:"authors" validate:"dive,required,max=200"`
	// Subject is that of which it tells: the code of the commune, or of a leader's report the
	// id of the assignment; empty for the province.
	Subject string `json:"subject,omitempty" validate:"max=200"`
	Period  Period `json:"period"`
	// Window is the days of which it tells, as it says.
	Window rule.Span `json:"window,omitzero"`
	// Due is the last day that it states, which is compared and never used.
	Due  civil.Date `json:"due,omitzero"`
	Sent []Sent     `json:"sent,omitempty" validate:"dive"`
	// Through is the day through which every sending is recorded; zero: not known. Whom no
	// sending names may have the report all the same where it was sent after that day.
	Through civil.Date `json:"through,omitzero"`
}

// whole reports whether every sending up to a day is recorded.
func (r *Report) whole(day civil.Date) bool {
	return rule.IsDay(day) && rule.IsDay(r.Through) && !r.Through.Before(day)
}

// Sent is the sending of a report to one body or leader.
type Sent struct {
	To       string      `json:"to" validate:"required,max=200"`
	On       rule.Moment `json:"on,omitzero"`
	Received rule.Moment `json:"received,omitzero"`
	Ref      string      `json:"ref,omitempty" validate:"max=200"`
}

const reportFormat = "giupxa.periodic-report/1"

type plainReport Report

// UnmarshalJSON reads a report and reports every fault of its form.
func (r *Report) UnmarshalJSON(data []byte) error {
	return form.Decode(data, reportFormat, (*plainReport)(r))
}

// MarshalJSON writes the report with its format version.
func (r Report) MarshalJSON() ([]byte, error) { return form.Encode(reportFormat, plainReport(r)) }
