package plan

import (
	"encoding/json"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Mandate is what a province's text demands of plans (quy định của tỉnh về kế
// hoạch), with the readings and policies of the host. It is data: pass it by
// value, and do not change its lists once it is shared. The zero Mandate demands
// nothing and judges form only. [Mandate.Faults] tells whether it makes sense.
type Mandate struct {
	ID      string `json:"id" validate:"required,max=100"`
	Version string `json:"version,omitempty" validate:"max=100"` // of the data
	// Basis is the text that demands the plans: where it lays down each duty, and when it
	// binds. A duty that it does not lay down is not demanded.
	Basis duty.Basis `json:"basis,omitzero"`
	// Decision is the one that assigned the leaders for the period. A plan issued
	// before its day is "the plan already issued", which a leader who keeps the
	// commune reviews: sending it does not discharge the review.
	Decision rule.Source `json:"decision,omitzero"`
	// Province is the province's own plan for the period, to which goals trace. A
	// leader's plan issued before its day cannot name it.
	Province rule.Source `json:"province,omitzero"`
	// Replaced lists documents that later ones replaced: a plan that rests on an old one
	// after that day is told so.
	Replaced []Replaced `json:"replaced,omitempty" validate:"dive"`
	// Role is the role whose holders owe plans.
	Role assignment.Role `json:"role,omitzero"`
	// FirstYear and LastYear are the period of which the text speaks.
	FirstYear int `json:"firstYear" validate:"gte=0,lte=9999"`
	LastYear  int `json:"lastYear" validate:"gte=0,lte=9999"`
	// Programs are the programs of which each plan speaks.
	Programs []org.Program `json:"programs,omitempty"`
	// SendTo lists the bodies to which each plan is sent. They receive; none approves.
	SendTo    []org.BodyID `json:"sendTo,omitempty"`
	Deadlines []Deadline   `json:"deadlines,omitempty" validate:"dive"`
	// The readings. Each zero value is the default.

	// Timely: the day of sending decides, or the day of receipt.
	Timely Timely `json:"timely,omitzero"`
	// Months: what addresses a month of an annual plan.
	Months MonthReading `json:"months,omitzero"`
	// WholeSpan: the span of an annual plan runs from the first day of the
	// assignment in the year, not from the day of issue.
	WholeSpan bool `json:"wholeSpan,omitempty"`
	// Team: what gives each team member work.
	Team TeamReading `json:"team,omitzero"`
	// SeparatePlans: a program may have a plan of its own elsewhere, so a plan
	// may be silent on it.
	SeparatePlans bool `json:"separatePlans,omitempty"`
	// SharedPlans: one plan may serve several communes of a leader.
	SharedPlans bool `json:"sharedPlans,omitempty"`
	// TraceWhole: the plan as a whole names the province's plan, its goals need not.
	TraceWhole bool `json:"traceWhole,omitempty"`
	// ReviewUnreported: a review that changes nothing need not be sent.
	ReviewUnreported bool `json:"reviewUnreported,omitempty"`
	// LatecomersBound: the text's date binds also who was assigned on or after it
	// in its year.
	LatecomersBound bool `json:"latecomersBound,omitempty"`

	// The policies. Each zero value demands nothing.

	// LatecomerPlanDue gives who is assigned too late for the text's date this many
	// calendar days, the day of assignment not counted. The last day is not moved
	// off a weekend or holiday. It never moves the text's date.
	LatecomerPlanDue int `json:"latecomerPlanDue,omitempty" validate:"gte=0,lte=3660"`
	// MinVisitsPerMonth is the least number of visits in each month of the span.
	MinVisitsPerMonth int `json:"minVisitsPerMonth,omitempty" validate:"gte=0,lte=31"`
	// MinVisitsPerQuarter is the least number of visits in each quarter that the span touches.
	MinVisitsPerQuarter int `json:"minVisitsPerQuarter,omitempty" validate:"gte=0,lte=92"`
	// OneResponsible: a task has at most one responsible member.
	OneResponsible bool `json:"oneResponsible,omitempty"`
	// FocusDemanded: an emulation movement names a focus content.
	FocusDemanded bool `json:"focusDemanded,omitempty"`
	// SteadyTargets: the yearly targets of a goal go one way; a step back has a reason.
	SteadyTargets bool `json:"steadyTargets,omitempty"`
	// UnmetPlanned: each criterion that the commune does not meet is the aim of a goal, and
	// in an annual plan of an activity.
	UnmetPlanned bool `json:"unmetPlanned,omitempty"`
	// MetKept: each criterion that the commune meets is the aim of a goal that keeps it.
	MetKept bool `json:"metKept,omitempty"`
	// ChangesExplained: a version that changes the plan says why.
	ChangesExplained bool `json:"changesExplained,omitempty"`
	// OldBasis: a plan may rest on a document that was replaced, and is not told so.
	OldBasis bool `json:"oldBasis,omitempty"`
	// LaterUndoes: a version also speaks of the days before it. Off, the earlier version
	// stays the measure of those days, and a reason that comes too late undoes nothing.
	LaterUndoes bool `json:"laterUndoes,omitempty"`
}

// Replaced says that a document was replaced by another from a day on.
type Replaced struct {
	Old  rule.Source `json:"old"`
	By   rule.Source `json:"by"`
	From civil.Date  `json:"from,omitzero" validate:"required"` // the first day of the new one
}

// Deadline is a date that the text fixes for the plans of one year. It excludes
// its day («trước ngày»), and it never rolls to a working day.
type Deadline struct {
	Year   int        `json:"year" validate:"required,gte=1,lte=9999"` // of the annual plan
	Period bool       `json:"period,omitempty"`                        // the plan of the period as well
	Before civil.Date `json:"before,omitzero" validate:"required"`
}

// Latest is the last timely day: the one before the date.
func (d Deadline) Latest() civil.Date { return d.Before.AddDays(-1) }

const mandateFormat = "giupxa.mandate/1"

type plainMandate Mandate

// UnmarshalJSON reads a mandate and reports every fault of its form and of its sense:
// see [Mandate.Faults].
func (m *Mandate) UnmarshalJSON(data []byte) error {
	return form.Build(data, mandateFormat, (*plainMandate)(m), func() error {
		var given struct {
			Basis json.RawMessage `json:"basis"`
		}
		_ = json.Unmarshal(data, &given) // what is no object was refused already
		unread := m.Basis.IsZero() && len(given.Basis) > 0 && string(given.Basis) != "null"
		return m.sense(unread).Err()
	})
}

// MarshalJSON writes the mandate with its format version.
func (m Mandate) MarshalJSON() ([]byte, error) { return form.Encode(mandateFormat, plainMandate(m)) }

// Edition names the exact content of the mandate, its basis, readings and policies
// included: the same edition gives the same answers.
func (m Mandate) Edition() rule.Edition {
	return rule.EditionOf(m.ID, m.Version, plainMandate(m))
}

// demands reports whether the text lays the duty down.
func (m *Mandate) demands(d rule.DutyID) bool { return m.Basis.Lays(d) }

// speaksOf reports whether the year belongs to the period of the text.
func (m *Mandate) speaksOf(year int) bool { return m.FirstYear <= year && year <= m.LastYear }

// period is the days of the period of the text; all days where its years are none.
func (m *Mandate) period() rule.Span {
	if m.FirstYear < 1 || m.LastYear > 9999 || m.FirstYear > m.LastYear {
		return rule.Span{}
	}
	return rule.Span{From: rule.Year(m.FirstYear).From, To: rule.Year(m.LastYear).To}
}

// days is those on which a document of an assignment stands: those of its year, or with
// year 0 of the period, on which the assignment stands. A plan of a time of which the text
// does not speak is judged, as far as it is, by the text as it is in its own period.
func (m *Mandate) days(a *assignment.Assignment, year int) rule.Span {
	days := m.period()
	if m.speaksOf(year) && year > 0 {
		days = rule.Year(year)
	}
	if common, ok := days.Intersect(a.Span); ok && a.Span.Check() == nil {
		return common
	}
	return days
}

// judge begins the check of a plan that stands on some days. A plan is a standing
// document: the text judges it where it binds on one of them.
func (m *Mandate) judge(days rule.Span) *duty.Judge {
	return m.Basis.Judge(table, m.Basis.LastOf(days))
}

// years are those of the period that the assignment touches.
func (m *Mandate) years(a *assignment.Assignment) (first, last int, ok bool) {
	first, last = max(m.FirstYear, 1), min(m.LastYear, 9999)
	if !a.Span.From.IsZero() {
		first = max(first, a.Span.From.Year)
	}
	if !a.Span.To.IsZero() {
		last = min(last, a.Span.To.Year)
	}
	return first, last, first <= last
}

// deadline is the date for the annual plan of a year, or with year 0 for the plan
// of the period.
func (m *Mandate) deadline(year int) (Deadline, bool) {
	for _, d := range m.Deadlines {
		if d.Before.IsValid() && (d.Year == year || year == 0 && d.Period) {
			return d, true
		}
	}
	return Deadline{}, false
}

// Span is the days that an annual plan sets out by month: those of its year on
// which the assignment stands, from the day of issue (Reading; with WholeSpan
// from the first of them). Where the day of issue is not known, it starts with the
// assignment. False where no such day is left.
func (m Mandate) Span(p Annual, a assignment.Assignment) (rule.Span, bool) {
	reach, ok := reachOf(p.Year, &a)
	if !ok {
		return rule.Span{}, false
	}
	if issued, known := history(p.History).issued(); known && !m.WholeSpan {
		return reach.Intersect(rule.Span{From: issued})
	}
	return reach, true
}

// reachOf is the days of a year on which the assignment stands. A span that is not
// valid does not narrow the year.
func reachOf(year int, a *assignment.Assignment) (rule.Span, bool) {
	if year < 1 || year > 9999 {
		return rule.Span{}, false
	}
	if a.Span.Check() != nil {
		return rule.Year(year), true
	}
	return rule.Year(year).Intersect(a.Span)
}
