package report

import (
	"encoding/json"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/visit/workday"
)

// Regime is what a province asks of periodic reports (chế độ báo cáo). It is data: do not
// change its lists once it is shared.
type Regime struct {
	ID      string `json:"id" validate:"max=100"`
	Version string `json:"version,omitempty" validate:"max=100"` // of the data
	// Basis is the text that lays the duties to report down. Zero: the 2021 dispatch.
	Basis duty.Basis `json:"basis,omitzero"`
	// Rows are the reports that the host asks for at a time; none by default.
	Rows []Row `json:"rows,omitempty" validate:"dive"`
	// Joint are the bodies that put proposals together, as one group. Without a Basis of its own a
	// regime has the three of the 2021 dispatch; of a body that ended, give the successor.
	Joint []org.BodyID `json:"joint,omitempty"`
	// ProposalsTo are the bodies to which proposals are reported; without a Basis, the two of
	// the dispatch.
	ProposalsTo []org.BodyID `json:"proposalsTo,omitempty"`
	// Above are the bodies of the level above a commune, of which one receives its report;
	// without a Basis, the district's People's Committee to 30/6/2025.
	Above []org.BodyID `json:"above,omitempty"`

	// AnyReceiver takes the reading that the commune may report to whom it likes.
	AnyReceiver bool `json:"anyReceiver,omitempty"`
	// EachMay takes the reading that each of the joint bodies may report by itself.
	EachMay bool `json:"eachMay,omitempty"`
}

// Row is one report that is asked for again and again. Its last day is LastDay of the month
// that lies MonthsAfter months after the last of the period: of a year, 28 and −1 are 28
// November, the last day of "before 29/11". Without LastDay it has no date.
type Row struct {
	Kind    Kind         `json:"kind" validate:"required"`
	Cadence Cadence      `json:"cadence" validate:"required"`
	To      []org.BodyID `json:"to" validate:"min=1"`
	// Duty is the one that the report discharges, with its kind of fact; zero: that of its
	// kind. A leader's report has none in this module: a text's own basis declares it.
	Duty        rule.DutyID `json:"duty,omitempty" validate:"max=100"`
	MonthsAfter int         `json:"monthsAfter,omitempty" validate:"gte=-12,lte=12"`
	LastDay     int         `json:"lastDay,omitempty" validate:"gte=0,lte=31"`
	// ByText says that the text itself sets the last day; otherwise it is the host's.
	ByText bool `json:"byText,omitempty"`
	// Decree says that the window is that of Decree 09/2019/NĐ-CP.
	Decree bool `json:"decree,omitempty"`
}

const regimeFormat = "giupxa.report-regime/1"

type plainRegime Regime

// UnmarshalJSON reads a regime and reports every fault of its form and of its sense: see
// [Regime.Faults].
func (g *Regime) UnmarshalJSON(data []byte) error {
	return form.Build(data, regimeFormat, (*plainRegime)(g), func() error {
		var given struct {
			Basis json.RawMessage `json:"basis"`
		}
		_ = json.Unmarshal(data, &given) // what is no object was refused already
		unread := g.Basis.IsZero() && len(given.Basis) > 0 && string(given.Basis) != "null"
		return g.sense(unread).Err()
	})
}

// MarshalJSON writes the regime with its format version.
func (g Regime) MarshalJSON() ([]byte, error) { return form.Encode(regimeFormat, plainRegime(g)) }

// Edition names every setting of the regime, its basis included.
func (g Regime) Edition() rule.Edition {
	g.Basis = g.basis()
	return rule.EditionOf(g.ID, g.Version, plainRegime(g))
}

// Faults is what makes the regime none: a form that reading would refuse, a report twice, or
// one of which the text has no duty.
func (g Regime) Faults() rule.Findings { return append(form.Check(plainRegime(g)), g.sense(false)...) }

// sense judges what the form of the members cannot tell. Of a basis that could not be read
// nothing is said.
func (g *Regime) sense(unread bool) rule.Findings {
	var found rule.Findings
	seen := map[[2]uint8]bool{}
	for i, r := range g.Rows {
		at := rule.Path("rows").Index(i)
		key := [2]uint8{uint8(r.Kind), uint8(r.Cadence)}
		if seen[key] {
			found = append(found, table.Broken(ErrRowTwice, at))
		}
		seen[key] = true
		if r.LastDay == 0 && (r.MonthsAfter != 0 || r.ByText) {
			found = append(found, table.Broken(ErrRowDay, at.Key("lastDay")))
		}
		if id := r.duty(); !unread && r.Kind != 0 && !g.basis().Lays(id) {
			found = append(found, table.Broken(ErrNoDuty, at.Key("duty"), rule.A("duty", string(id))))
		}
	}
	return found
}

func (g *Regime) basis() duty.Basis { return g.Basis.Or(laocai.Basis()) }

// duty is the one that a report of the row discharges.
func (r *Row) duty() rule.DutyID {
	if r.Duty != "" {
		return r.Duty
	}
	return dutyOf(r.Kind)
}

func dutyOf(k Kind) rule.DutyID {
	switch k {
	case Results:
		return duty.ReportResults
	case Proposals:
		return duty.AggregateProposals
	default:
		return ""
	}
}

// row is the one that asks for a report.
func (g *Regime) row(k Kind, c Cadence) (*Row, bool) {
	for i := range g.Rows {
		if g.Rows[i].Kind == k && g.Rows[i].Cadence == c {
			return &g.Rows[i], true
		}
	}
	return nil, false
}

// Latest is the last timely day of a report of the row; zero where it has no date.
func (r Row) Latest(p Period) civil.Date {
	days, ok := p.Days()
	if !ok || r.LastDay == 0 {
		return civil.Date{}
	}
	first := civil.Date{Year: days.To.Year, Month: days.To.Month, Day: 1}.AddMonths(r.MonthsAfter)
	last := first.AddMonths(1).AddDays(-1)
	if !rule.IsDay(last) {
		return civil.Date{}
	}
	return rule.Day(first.Year, int(first.Month), min(r.LastDay, last.Day))
}

// Window is the days of which a report of the row tells; false where there is no such period, or
// the decree did not yet apply to it.
func (r Row) Window(p Period) (rule.Span, bool) {
	days, ok := p.Days()
	if !ok || !r.Decree {
		return days, ok
	}
	var w workday.Window
	var err error
	switch p.Cadence {
	case Monthly:
		w, err = workday.MonthlyReport(p.Year, p.N)
	case Quarterly:
		w, err = workday.QuarterlyReport(p.Year, p.N)
	case HalfYearly:
		w, err = workday.HalfYearReport(p.Year, p.N)
	default:
		w, err = workday.YearlyReport(p.Year)
	}
	return w.Data, err == nil
}

// joint are the bodies that report proposals together, and to whom.
func (g *Regime) joint() (authors, receivers []org.BodyID) {
	authors, receivers = g.Joint, g.ProposalsTo
	if !g.Basis.IsZero() {
		return authors, receivers
	}
	if authors == nil {
		authors = []org.BodyID{laocai.HomeAffairs, laocai.Labour, laocai.CoordinationOffice}
	}
	if receivers == nil {
		receivers = []org.BodyID{laocai.ProvinceCommittee, laocai.ProvinceSteering}
	}
	return authors, receivers
}

// above are the bodies of the level above a commune on a day; none where it is not known.
func (g *Regime) above(on civil.Date) []org.BodyID {
	if g.Above == nil && g.Basis.IsZero() && !on.After(org.LastDistrictDay()) {
		return []org.BodyID{laocai.DistrictCommittee}
	}
	return g.Above
}
