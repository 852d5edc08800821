// Package plantest proves a mandate: the plan duties that a province writes down
// as data. It imports no test library, so that [Check] serves at run time too.
//
// Two things are proved. Boundary cases are generated from the mandate itself:
// plans sent and leaders assigned the day before, on and after each of its dates;
// plans over the first and last day of each month of its years; each program of
// which a plan is silent; plans by a cadence; each document that another replaced. And case files (*.json, see criteria/rule/ruletest) run,
// which a jurist can read. What a case gives:
//
//	"given": {
//	  "mandate": { "timely": "by-receipt" },    // members that differ, for this case, or
//	                                            // what makes a mandate no mandate
//	  "assignment": { … },
//	  "period": { … }, "annual": { … },         // the plans; either or both
//	  "versions": [ … ],                        // all versions of one annual plan
//	  "periodVersions": [ … ],                  // all versions of one plan of the period
//	  "situation": { … },                       // where the commune stands by a criteria set
//	  "owed": { "change": "new", "on": "2021-08-31", "completeThrough": "2021-08-31", "missing": true }
//	}
//
// Findings come with paths below "period" and "annual", or "mandate"; where both plans are
// given, their goals are traced; versions are compared below
// "versions" and "periodVersions"; with "missing", what is missing is told at "owed". The answer holds "span" (from, to, days, months,
// quarters) of the annual plan and "owed", a list of the documents of the period
// and of the years up to the day asked: document, year, to, latest, origin, status,
// daysLate.
package plantest

import (
	"encoding/json"
	"fmt"
	"io/fs"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/plan"
)

// Run proves a mandate in a test. cases may be nil.
func Run[T ruletest.Tester[T]](t T, m plan.Mandate, cases fs.FS) {
	t.Helper()
	ruletest.Run(t, cases, Judge(m), proofs(m)...)
}

// Check proves a mandate and returns all that went wrong. cases may be nil.
func Check(m plan.Mandate, cases fs.FS) error {
	return ruletest.Check(cases, Judge(m), proofs(m)...)
}

type given struct {
	Mandate        json.RawMessage       `json:"mandate"`
	Assignment     assignment.Assignment `json:"assignment"`
	Period         *plan.Period          `json:"period"`
	Annual         *plan.Annual          `json:"annual"`
	Versions       plan.Versions         `json:"versions"`
	PeriodVersions plan.PeriodVersions   `json:"periodVersions"`
	Situation      *plan.Situation       `json:"situation"`
	Owed           *asked                `json:"owed"`
}

type asked struct {
	Change          assignment.ChangeKind `json:"change" validate:"required"`
	On              civil.Date            `json:"on,omitzero" validate:"required"`
	CompleteThrough civil.Date            `json:"completeThrough,omitzero"`
	Missing         bool                  `json:"missing"`
}

type answer struct {
	Span *spanAnswer  `json:"span,omitempty"`
	Owed []owedAnswer `json:"owed"`
}

type spanAnswer struct {
	From     civil.Date `json:"from,omitzero"`
	To       civil.Date `json:"to,omitzero"`
	Days     int        `json:"days"`
	Months   int        `json:"months"`
	Quarters int        `json:"quarters"`
}

type owedAnswer struct {
	Document duty.Kind   `json:"document"`
	Year     int         `json:"year"` // 0 for the plan of the period
	To       string      `json:"to"`
	Latest   string      `json:"latest"` // "" where there is no date
	Origin   rule.Origin `json:"origin"`
	Status   duty.Status `json:"status"`
	DaysLate int         `json:"daysLate"`
}

// Judge reads a case and judges it by the mandate.
func Judge(base plan.Mandate) ruletest.Judge {
	return func(data json.RawMessage) (any, rule.Findings, error) {
		var in given
		if err := form.Decode(data, "", &in); err != nil {
			return nil, nil, err
		}
		m, err := override(base, in.Mandate)
		if found, ok := rule.FindingsIn(err); ok {
			return nil, found.Under("mandate"), nil
		} else if err != nil {
			return nil, nil, err
		}
		roster, err := assignment.NewRoster(assignment.Entries{
			Leaders:     []assignment.Leader{{ID: in.Assignment.Leader, Body: "body"}},
			Assignments: []assignment.Assignment{in.Assignment},
		})
		if err != nil {
			return nil, nil, err
		}
		var out answer
		found, facts := judgePlans(m, in, roster, &out)
		if in.Owed != nil {
			missing, err := standings(m, in, facts, &out)
			if err != nil {
				return nil, nil, err
			}
			found = append(found, missing...)
		}
		return out, found, nil
	}
}

// override changes the members of a mandate that a case names.
func override(m plan.Mandate, members json.RawMessage) (plan.Mandate, error) {
	if len(members) == 0 {
		return m, nil
	}
	data, err := json.Marshal(m)
	if err != nil {
		return m, fmt.Errorf("plantest: mandate: %w", err)
	}
	var all map[string]json.RawMessage
	for _, part := range [][]byte{data, members} {
		if err := json.Unmarshal(part, &all); err != nil {
			return m, fmt.Errorf("plantest: mandate: %w", err)
		}
	}
	if data, err = json.Marshal(all); err != nil {
		return m, fmt.Errorf("plantest: mandate: %w", err)
	}
	var changed plan.Mandate
	err = json.Unmarshal(data, &changed)
	return changed, err
}

func judgePlans(m plan.Mandate, in given, roster assignment.Roster, out *answer) (rule.Findings, []duty.Record) {
	var found rule.Findings
	var facts []duty.Record
	if in.Period == nil && in.Annual == nil && in.Owed == nil && len(in.Versions) == 0 && len(in.PeriodVersions) == 0 {
		return m.Check(nil, in.Assignment), nil
	}
	if in.Period != nil {
		found = append(found, m.Check(*in.Period, in.Assignment).Under("period")...)
		facts = append(facts, m.Records(*in.Period, roster)...)
	}
	if in.Annual != nil {
		found = append(found, m.Check(*in.Annual, in.Assignment).Under("annual")...)
		facts = append(facts, m.Records(*in.Annual, roster)...)
		if span, ok := m.Span(*in.Annual, in.Assignment); ok {
			days, _ := span.Days()
			out.Span = &spanAnswer{From: span.From, To: span.To, Days: days,
				Months:   int(span.To.Month-span.From.Month) + 1,
				Quarters: int(span.To.Month+2)/3 - int(span.From.Month+2)/3 + 1,
			}
		}
	}
	if in.Period != nil && in.Annual != nil {
		found = append(found, m.CheckTrace(*in.Annual, *in.Period).Under("annual")...)
	}
	if in.Situation != nil && in.Period != nil {
		found = append(found, m.CheckSituation(*in.Period, *in.Situation).Under("period")...)
	}
	if in.Situation != nil && in.Annual != nil {
		found = append(found, m.CheckSituation(*in.Annual, *in.Situation).Under("annual")...)
	}
	found = append(found, m.CheckVersions(in.Versions)...)
	found = append(found, m.CheckPeriodVersions(in.PeriodVersions)...)
	return found, facts
}

// standings judges what is owed by the facts, up to the year of the day asked.
func standings(m plan.Mandate, in given, facts []duty.Record, to *answer) (rule.Findings, error) {
	var complete []duty.Complete
	if through := in.Owed.CompleteThrough; !through.IsZero() {
		complete = []duty.Complete{{Kind: duty.PeriodPlanSent, Through: through}, {Kind: duty.AnnualPlanSent, Through: through}}
	}
	register, err := duty.NewRegister(complete, facts...)
	if err != nil {
		return nil, err
	}
	change := assignment.Change{Kind: in.Owed.Change, Leader: in.Assignment.Leader, Commune: in.Assignment.Commune,
		Assignment: in.Assignment, On: in.Assignment.Span.From}
	to.Owed = []owedAnswer{}
	for _, due := range m.Owed(change) {
		if due.Object.Year > in.Owed.On.Year {
			continue
		}
		standing := due.Status(register, in.Owed.On)
		latest := ""
		if !due.Latest.IsZero() {
			latest = due.Latest.String()
		}
		to.Owed = append(to.Owed, owedAnswer{due.Kind, due.Object.Year, due.To, latest, due.Origin, standing.Status, standing.DaysLate})
	}
	if !in.Owed.Missing {
		return nil, nil
	}
	missing := m.CheckMissing([]assignment.Change{change}, register, in.Owed.On)
	for i := range missing {
		missing[i].Path = "owed"
	}
	return missing, nil
}
