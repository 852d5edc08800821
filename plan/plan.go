package plan

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Plan is a [Period] or an [Annual], and nothing else.
type Plan interface{ paper() paper }

// Period is the plan of help for the whole period (kế hoạch giúp đỡ xã của giai
// đoạn). It is the leader's own plan, not the province's.
type Period struct {
	ID         string `json:"id" validate:"required,max=100"`
	Assignment string `json:"assignment" validate:"required,max=100"` // id of the assignment
	// Covers lists further assignments for which the plan is also meant, at most 100.
	Covers    []string      `json:"covers,omitempty" validate:"max=100,dive,max=100"`
	FirstYear int           `json:"firstYear" validate:"gte=0,lte=9999"`
	LastYear  int           `json:"lastYear" validate:"gte=0,lte=9999"`
	History   []Revision    `json:"history" validate:"max=200,dive"`
	Sent      []Sent        `json:"sent,omitempty" validate:"dive"`
	Basis     []rule.Source `json:"basis,omitempty"` // plans and tasks of the province on which it rests
	Goals     []Goal        `json:"goals" validate:"dive"`
}

// Annual is the plan of help for one calendar year (kế hoạch năm).
type Annual struct {
	ID         string `json:"id" validate:"required,max=100"`
	Assignment string `json:"assignment" validate:"required,max=100"` // id of the assignment
	// Covers lists further assignments for which the plan is also meant, at most 100.
	Covers  []string      `json:"covers,omitempty" validate:"max=100,dive,max=100"`
	Year    int           `json:"year" validate:"gte=0,lte=9999"`
	History []Revision    `json:"history" validate:"max=200,dive"`
	Sent    []Sent        `json:"sent,omitempty" validate:"dive"`
	Basis   []rule.Source `json:"basis,omitempty"` // plans and tasks of the province on which it rests
	Goals   []Goal        `json:"goals" validate:"dive"`
	// TeamMeetings lists the meetings of the commune to which the assisting team is
	// sent: "họp thôn", "họp chi bộ". The text leaves the list open.
	TeamMeetings []string  `json:"teamMeetings,omitempty"`
	Quarters     []Quarter `json:"quarters" validate:"dive"`
}

// Quarter is a section of an annual plan (quý), 1 to 4.
type Quarter struct {
	Quarter int     `json:"quarter"`
	Months  []Month `json:"months" validate:"dive"`
}

// Month is a section of an annual plan (tháng), 1 to 12. It is addressed by a
// visit or by the reason for having none.
type Month struct {
	Month      int        `json:"month"`
	Visits     []Visit    `json:"visits,omitempty" validate:"dive"`
	NoVisit    string     `json:"noVisit,omitempty" validate:"max=2000"` // the reason
	Activities []Activity `json:"activities,omitempty" validate:"dive"`
}

// Visit is a visit to the commune as planned (đi cơ sở); on a weekend it is as
// valid as on any day. Without a day it is planned for its month.
type Visit struct {
	ID      string     `json:"id" validate:"required,max=100"`
	On      civil.Date `json:"on,omitzero"`
	To      civil.Date `json:"to,omitzero"` // the last day of a visit of several days
	Content string     `json:"content,omitempty" validate:"max=2000"`
}

// Revision is one entry in the history of a plan: its issue (ban hành), a later
// version (điều chỉnh, bổ sung), or the minute of a review (rà soát) that changed
// nothing. Entries stand in the order of their days, at most 200.
type Revision struct {
	ID     string     `json:"id" validate:"required,max=100"`
	Issued civil.Date `json:"issued,omitzero"`
	// Unchanged marks the minute of a review that changed nothing.
	Unchanged bool   `json:"unchanged,omitempty"`
	Note      string `json:"note,omitempty" validate:"max=2000"`
}

// Sent is the sending of one entry of the history to one body.
type Sent struct {
	// Revision is the id of the entry; blank means the one in force on the day of sending.
	Revision string      `json:"revision,omitempty" validate:"max=100"`
	To       string      `json:"to" validate:"required,max=200"` // id of the body
	On       rule.Moment `json:"on,omitzero"`
	Received rule.Moment `json:"received,omitzero"` // when it reached the body, where known
	Ref      string      `json:"ref,omitempty" validate:"max=200"`
}

const (
	periodFormat = "giupxa.period-plan/1"
	annualFormat = "giupxa.annual-plan/1"
)

type (
	plainPeriod Period
	plainAnnual Annual
)

// UnmarshalJSON reads a plan and reports every fault of its form.
func (p *Period) UnmarshalJSON(data []byte) error {
	return form.Decode(data, periodFormat, (*plainPeriod)(p))
}

// MarshalJSON writes the plan with its format version.
func (p Period) MarshalJSON() ([]byte, error) { return form.Encode(periodFormat, plainPeriod(p)) }

// UnmarshalJSON reads a plan and reports every fault of its form.
func (p *Annual) UnmarshalJSON(data []byte) error {
	return form.Decode(data, annualFormat, (*plainAnnual)(p))
}

// MarshalJSON writes the plan with its format version.
func (p Annual) MarshalJSON() ([]byte, error) { return form.Encode(annualFormat, plainAnnual(p)) }

// RevisionOn gives the entry of the history in force on a day: the latest one
// issued on or before it. The minute of a review that changed nothing counts.
func (p Period) RevisionOn(d civil.Date) (Revision, bool) { return history(p.History).on(d) }

// RevisionOn gives the entry of the history in force on a day: the latest one
// issued on or before it. The minute of a review that changed nothing counts.
func (p Annual) RevisionOn(d civil.Date) (Revision, bool) { return history(p.History).on(d) }

// paper is what both kinds of plan have in common.
type paper struct {
	id, assignment string
	covers         []string
	year           int // 0 for the plan of the period
	first, last    int // its years
	history        history
	sent           []Sent
	basis          []rule.Source
	goals          []Goal
}

func (p Period) paper() paper {
	return paper{p.ID, rule.Normal(p.Assignment), p.Covers, 0, p.FirstYear, p.LastYear, p.History, p.Sent, p.Basis, p.Goals}
}

func (p Annual) paper() paper {
	return paper{p.ID, rule.Normal(p.Assignment), p.Covers, p.Year, p.Year, p.Year, p.History, p.Sent, p.Basis, p.Goals}
}

// years are the days of the years of which the plan speaks; all days where they are none.
func (p paper) years() rule.Span {
	if p.first < 1 || p.last > 9999 || p.first > p.last {
		return rule.Span{}
	}
	return rule.Span{From: rule.Year(p.first).From, To: rule.Year(p.last).To}
}

// plain takes the plan out of a pointer, since pointers to plans are plans too;
// a nil pointer is no plan.
func plain(p Plan) Plan {
	switch v := p.(type) {
	case *Period:
		if v == nil {
			return nil
		}
		return *v
	case *Annual:
		if v == nil {
			return nil
		}
		return *v
	}
	return p
}

type history []Revision

func (h history) on(d civil.Date) (Revision, bool) {
	for i := len(h) - 1; i >= 0; i-- {
		if rule.IsDay(h[i].Issued) && !h[i].Issued.After(d) {
			return h[i], true
		}
	}
	return Revision{}, false
}

// latest is the last entry whose day is known.
func (h history) latest() (Revision, bool) { return h.on(rule.Day(9999, 12, 31)) }

func (h history) byID(id string) (Revision, bool) {
	id = rule.Normal(id)
	for _, r := range h {
		if rule.Normal(r.ID) == id {
			return r, true
		}
	}
	return Revision{}, false
}

// of finds the entry that was sent.
func (h history) of(s Sent) (Revision, bool) {
	if s.Revision == "" {
		return h.on(s.On.Date)
	}
	return h.byID(s.Revision)
}

// issued is the day of the first issue; false where it is not known. Where the
// history holds nothing but minutes, the plan was issued on a day not given.
func (h history) issued() (civil.Date, bool) {
	for _, r := range h {
		if !r.Unchanged {
			return r.Issued, r.Issued.IsValid()
		}
	}
	return civil.Date{}, false
}
