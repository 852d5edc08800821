package plan

import (
	"maps"
	"slices"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Outline is what a leader settles before an annual plan is written out.
type Outline struct {
	Year   int
	Issued civil.Date // the day on which the plan is to be issued; zero where not settled
	// NoVisit gives the reason for each month without visits, by number.
	NoVisit map[int]string
	// Cadence is how often the leader goes; zero where that is not settled.
	Cadence Cadence
	// TeamMeetings lists the meetings to which the team is sent, where it is.
	TeamMeetings []string
	// Goals are the plan's; each names the period goal that it serves.
	Goals []Goal
}

// Cadence is how often a leader goes to the commune. Its months are counted from the first
// month of the plan.
type Cadence struct {
	Every   int    // months from one visit to the next: 1 is each month; 0 is no cadence
	Visits  int    // in a month of visits; 0 counts as 1
	Content string // of each visit, as far as it is settled
	// Between is the reason for the months without a visit; with Every 1 there are none.
	Between string
}

// Skeleton sets out an annual plan by quarter and month over its span, with the
// reasons of the outline and visits by its cadence, each planned for its month and without a
// day. A month with a reason has no visits. It invents nothing else: without a cadence the
// caller fills in a visit for each month without a reason, and, where the team is not sent
// to meetings, a task for each member; then the plan passes Check.
//
// A cadence whose numbers are below 0, or that leaves months without a reason, a reason that is blank, or for a month outside the span, and a year on which the
// assignment does not stand are reported as [rule.Findings], all at once.
func (m Mandate) Skeleton(a assignment.Assignment, o Outline) (Annual, error) {
	j := m.judge(rule.Span{})
	p := Annual{
		ID:           a.ID + "-" + strconv.Itoa(o.Year),
		Assignment:   a.ID,
		Year:         o.Year,
		History:      []Revision{{ID: "v1", Issued: o.Issued}},
		Goals:        slices.Clone(o.Goals),
		TeamMeetings: slices.Clone(o.TeamMeetings),
	}
	if !o.Issued.IsZero() && !o.Issued.IsValid() {
		j.Broken(ErrNotADate, "issued", rule.A("value", o.Issued.String()))
		return Annual{}, j.Findings().Err()
	}
	span, ok := m.Span(p, a)
	if !ok {
		j.Broken(ErrOutside, "year", rule.A("value", o.Year), rule.A("span", a.Span))
		return Annual{}, j.Findings().Err()
	}
	first, last := int(span.From.Month), int(span.To.Month)
	for _, month := range slices.Sorted(maps.Keys(o.NoVisit)) {
		at := rule.Path("noVisit").Key(strconv.Itoa(month))
		switch {
		case month < first || month > last:
			j.Broken(ErrOutside, at, rule.A("value", numbered("tháng ", "month ", month)), rule.A("span", span))
		case rule.Blank(o.NoVisit[month]):
			j.Broken(ErrMonthUnaddressed, at, rule.A("month", month))
		}
	}
	if c := o.Cadence; c.Every < 0 || c.Visits < 0 || c.Every == 0 && c.Visits > 0 || c.Every > 12 || c.Visits > 31 {
		j.Broken(ErrNotADate, "cadence", rule.A("value", strconv.Itoa(c.Every)+"/"+strconv.Itoa(c.Visits)))
	} else if c.Every > 1 && last > first && rule.Blank(c.Between) {
		j.Broken(ErrMonthUnaddressed, "cadence.between", rule.A("month", first+1))
	}
	if err := j.Findings().Err(); err != nil {
		return Annual{}, err
	}
	for month := first; month <= last; month++ {
		quarter := (month + 2) / 3
		if n := len(p.Quarters); n == 0 || p.Quarters[n-1].Quarter != quarter {
			p.Quarters = append(p.Quarters, Quarter{Quarter: quarter})
		}
		q := &p.Quarters[len(p.Quarters)-1]
		q.Months = append(q.Months, o.month(month, month-first))
	}
	return p, nil
}

// month is a section of the plan, so many months after its first.
func (o *Outline) month(month, after int) Month {
	m := Month{Month: month, NoVisit: o.NoVisit[month]}
	c := o.Cadence
	switch {
	case m.NoVisit != "" || c.Every == 0:
	case after%c.Every != 0:
		m.NoVisit = c.Between
	default:
		for i := range max(c.Visits, 1) {
			m.Visits = append(m.Visits, Visit{ID: strconv.Itoa(month) + "-" + strconv.Itoa(i+1), Content: c.Content})
		}
	}
	return m
}
