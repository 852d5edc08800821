package evaluation

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Records are the neutral facts of a sheet for a ledger: each time that it was published, for
// each body that took part. A sheet that nobody published is no evaluation yet.
//
//	a leader's work of a year   evaluated, in substance, and a basis for the year's rating
//	the part for one commune    evaluated, in substance: it is no basis by itself
//	what the support brought    the outcome evaluated
//	a commune's own result      the commune evaluated
//
// Each carries what [Policy.Check] finds against its duty. A duty that the text does not lay
// down has no facts.
func (p Policy) Records(sheet Sheet, scheme Scheme, matrix duty.Matrix) []duty.Record {
	if !isWhole(sheet.About) {
		return nil
	}
	var of []rule.DutyID
	r := duty.Record{Evidence: duty.Evidence{Ref: sheet.ID, How: duty.ByDocument}}
	switch x := taken(sheet.About).(type) {
	case SupportWork:
		r.Kind, r.Object, r.To = duty.SupportWorkEvaluated, duty.Object{Per: duty.PerLeaderYear, ID: x.Leader, Year: x.Year}, x.Leader
		of = []rule.DutyID{duty.EvaluateWork, duty.EvaluateInSubstance}
		if x.Commune == "" {
			of = append(of, duty.GiveYearlyBasis)
		}
	case SupportOutcome:
		r.Kind, r.Object = duty.SupportOutcomeEvaluated, duty.Object{Per: duty.PerAssignmentYear, ID: x.Assignment, Year: x.Year}
		of = []rule.DutyID{duty.EvaluateOutcome}
	case CommuneResult:
		r.Kind, r.Object, r.To = duty.CommuneEvaluated, duty.Object{Per: duty.PerCommune, ID: string(x.Commune)}, string(x.Commune)
		of = []rule.DutyID{duty.EvaluateCommune}
	}
	var by []org.BodyID
	seen := map[org.BodyID]bool{}
	for _, e := range sheet.Evaluators {
		if body := rule.Normal(e.Body); !seen[body] {
			seen[body] = true
			by = append(by, body)
		}
	}
	if len(by) == 0 {
		by = []org.BodyID{""} // nobody says who
	}
	found := p.Check(sheet, scheme, matrix)
	var list []duty.Record
	for _, on := range sheet.publications() {
		for _, id := range of {
			if !p.basis().Lays(id) {
				continue
			}
			r.Duty, r.On, r.Findings = id, on, nil
			for _, f := range found {
				if f.Duty() == id {
					r.Findings = append(r.Findings, f)
				}
			}
			for _, body := range by {
				r.By = string(body)
				r.Findings = r.Findings.Clone()
				list = append(list, r)
			}
		}
	}
	return list
}

// publications are the moments at which the sheet was published, as far as its state allowed.
func (s *Sheet) publications() []rule.Moment {
	var all []rule.Moment
	state := Draft
	for _, e := range s.history() {
		if !e.On.IsValid() || e.Act == ActReopened && !e.reasoned() {
			continue
		}
		after, allowed := state.next(e.Act)
		if allowed && e.Act == ActPublished {
			all = append(all, e.On)
		}
		state = after
	}
	return all
}
