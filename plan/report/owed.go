package report

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Subject is whose reports are asked for: who makes them, of what, in which year, and on which
// day one asks.
type Subject struct {
	Kind Kind
	By   string // who makes them
	// ID is the code of the commune, or the id of the assignment; empty for the province.
	ID   string
	Year int
	On   civil.Date
	// Through is the day through which the reports given are all there are; zero: not known.
	Through civil.Date
}

// Standings are the reports that the rows of the regime ask of a subject in a year, each to
// each addressee, with where it stands by the reports given: in time, late, overdue where the
// reports are complete through its last day, and so are the sendings of the one of that period
// ([Report.Through]), unknown where they are not, open where it has no date. The words of each due name the period. The error is of a day of the subject that
// does not exist.
func (g Regime) Standings(reports []Report, s Subject) ([]duty.Standing, error) {
	if err := rule.CheckDay(s.On); err != nil {
		return nil, err
	}
	var complete []duty.Complete
	var facts []duty.Record
	through := map[duty.Object]civil.Date{} // of a report that is given: every sending is recorded
	for i := range reports {
		r := &reports[i]
		row, ok := g.row(r.Kind, r.Period.Cadence)
		if !ok || r.Kind != s.Kind || rule.Normal(r.Subject) != rule.Normal(s.ID) {
			continue
		}
		if d, laid := g.basis().Duty(row.duty()); laid {
			facts = append(facts, r.records(d, r.Period.code(), nil)...)
			of := object(d, r.Subject, r.Period.Year, r.Period.code())
			if day, twice := through[of]; !twice || r.Through.Before(day) {
				through[of] = r.Through
			}
		}
	}
	var dues []duty.Due
	for i := range g.Rows {
		row := &g.Rows[i]
		d, laid := g.basis().Duty(row.duty())
		if row.Kind != s.Kind || !laid {
			continue
		}
		if one := (duty.Complete{Kind: d.Record, Through: s.Through}); !s.Through.IsZero() && !slices.Contains(complete, one) {
			complete = append(complete, one)
		}
		dues = append(dues, g.dues(row, d, s)...)
	}
	register, err := g.basis().NewRegister(complete, facts...)
	if err != nil {
		return nil, err
	}
	partly, err := g.basis().NewRegister(nil, facts...)
	if err != nil {
		return nil, err
	}
	list := make([]duty.Standing, len(dues))
	for i, due := range dues {
		if day, given := through[due.Object]; given && day.Before(due.Latest) {
			list[i] = due.Status(partly, s.On) // a sending may be missing
		} else {
			list[i] = due.Status(register, s.On)
		}
	}
	return list, nil
}

// dues are the reports of one row in the year of a subject, each to each addressee.
func (g *Regime) dues(row *Row, d duty.Duty, s Subject) []duty.Due {
	var dues []duty.Due
	for n := 1; ; n++ {
		p := Period{row.Cadence, s.Year, n}
		days, ok := p.Days()
		if !ok {
			return dues
		}
		due := d.Due(object(d, s.ID, p.Year, p.code()), s.By, "")
		due.Latest, due.Origin, due.Source = row.Latest(p), rule.OriginPolicy, rule.Source{}
		switch {
		case due.Latest.IsZero():
			due.Origin, due.Source = 0, d.Source
		case row.ByText:
			due.Origin, due.Source = rule.OriginText, d.Source
		}
		due.Binding = g.basis().On(days.To)
		due.Note = rule.Text{Vi: d.Text.Vi + " (" + p.In(rule.Vi) + ")", En: d.Text.En + " (" + p.In(rule.En) + ")"}
		for _, to := range row.To {
			due.To = rule.Normal(string(to))
			dues = append(dues, due)
		}
	}
}

// object is what a duty is owed for; with a code, once in each period.
func object(d duty.Duty, id string, year int, code string) duty.Object {
	o := duty.Object{Per: d.Per, ID: rule.Normal(id)}
	if d.Per.Yearly() {
		o.Year = year
	}
	if code != "" {
		o.ID += "@" + code
	}
	return o
}

// Records turns a report into facts for the register of duties: one for each sending, of the
// duty that the report discharges, for its commune, assignment or the province. A report of
// a kind of which the text has no duty is no fact.
func (g Regime) Records(r Report, roster assignment.Roster) []duty.Record {
	id := dutyOf(r.Kind)
	if row, ok := g.row(r.Kind, r.Period.Cadence); ok {
		id = row.duty()
	}
	d, laid := g.basis().Duty(id)
	if !laid {
		return nil
	}
	return r.records(d, "", g.Check(r, roster))
}

func (r *Report) records(d duty.Duty, code string, found rule.Findings) []duty.Record {
	by := ""
	if len(r.Authors) > 0 {
		by = rule.Normal(r.Authors[0])
	}
	var own rule.Findings
	for _, f := range found {
		// Whom the report did not reach is no fault of sending it to this one.
		if f.Duty() == d.ID && f.Code() != ErrReceiver && f.Code() != ErrProposalsReceiver {
			own = append(own, f)
		}
	}
	var facts []duty.Record
	for _, s := range r.Sent {
		fact := duty.Record{Fact: duty.Fact{Kind: d.Record, Duty: d.ID, Object: object(d, r.Subject, r.Period.Year, code)}, By: by, To: rule.Normal(s.To)}
		if fact.Object.ID == "" && d.Per != duty.PerProvince {
			continue // of nothing that is named
		}
		fact.Evidence.Ref = s.Ref
		if fact.Evidence.Ref == "" {
			fact.Evidence.Ref = r.ID
		}
		fact.Findings = own.Clone()
		switch {
		case s.On.IsValid():
			fact.On = s.On
		case s.Received.IsValid():
			fact.After, fact.Before = rule.On(rule.Day(1, 1, 1)), s.Received
		default:
			fact.After = rule.On(rule.Day(1, 1, 1))
		}
		facts = append(facts, fact)
	}
	return facts
}
