package main

import (
	"maps"
	"slices"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// measured is the duty on which what a line of the sheet counts rests: where the text does
// not lay it down, nobody owes it and the line would punish or reward nothing.
var measured = map[evaluation.Measure]rule.DutyID{
	evaluation.PlanProgress:           duty.AnnualPlan,
	evaluation.VisitsHeld:             duty.VisitContent,
	evaluation.NoticesInTime:          duty.NotifyVisit,
	evaluation.MeetingsAttended:       duty.LeaderAttends,
	evaluation.ReportsInTime:          duty.TeamReports,
	evaluation.RecommendationsSettled: duty.ReferDifficulty,
	evaluation.Contributions:          duty.MobilizeContributions,
	evaluation.GuidanceSessions:       duty.GuideCommune,
	evaluation.MovementsCarried:       duty.CarryMovements,
}

// joint is the check of all files together. Each part runs where the files that it compares
// are in order by themselves, so that one slip is told once.
type joint struct {
	*province
	m *mistakes
}

func (p *province) together(m *mistakes) {
	j := joint{p, m}
	if !p.read[provinceFile] {
		return // for which day is not known
	}
	j.text()
	j.units()
	j.people()
	j.bodies()
	j.demands()
	j.criteria()
	j.sheet()
}

func (j *joint) report(file string, c rule.Code, at rule.Path, args ...rule.Arg) {
	j.m.add(file, table.Broken(c, at, args...))
}

// have says whether files are in order by themselves.
func (j *joint) have(names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !j.read[name] })
}

// answers reports a file that says nothing of the day that is asked about.
func (j *joint) answers(does bool, vi, en string) {
	if !does {
		j.report(provinceFile, ErrDay, "day", rule.A("what", rule.Text{Vi: vi, En: en}), rule.A("day", j.Head.Day))
	}
}

// text holds the text, the matrix and the calendar against the day.
func (j *joint) text() {
	day := j.Head.Day
	if j.have(basisFile) {
		j.answers(j.Basis.On(day) == duty.Bound, "văn bản của tỉnh (basis.json)", "the province's text (basis.json)")
	}
	if j.have(matrixFile) {
		j.answers(j.Matrix.Span().Contains(day), "ma trận (matrix.json)", "the matrix (matrix.json)")
		j.m.add(matrixFile, j.Matrix.Check()...)
	}
	if j.have(daysOffFile) {
		j.answers(j.Calendar.Parts().Coverage.Contains(day), "lịch làm việc", "the calendar")
	}
}

// units holds the gazetteer against the model of government of the day.
func (j *joint) units() {
	if !j.have(gazetteerFile, matrixFile) {
		return
	}
	i := -1
	for u := range j.Gazetteer.Units() {
		if i++; u.Span.Contains(j.Head.Day) && !j.Matrix.Government().Has(u.Level()) {
			j.report(gazetteerFile, ErrLevel, rule.Path("units").Index(i).Key("span"), rule.A("unit", u), rule.A("level", u.Level()),
				rule.A("day", j.Head.Day), rule.A("government", j.Matrix.Government()))
		}
	}
	j.m.add(gazetteerFile, j.Gazetteer.Check()...)
}

// people holds the roster against the units and the matrix.
func (j *joint) people() {
	if !j.have(rosterFile, gazetteerFile) {
		return
	}
	e := j.Roster.Entries()
	for i, a := range e.Assignments {
		at := rule.Path("assignments").Index(i)
		u, there := j.unit(rosterFile, at.Key("commune"), a.Commune, a.Span.From)
		if ends := u.Span.To; there && !ends.IsZero() && ends.Before(j.Head.Day) && !u.Span.Covers(a.Span) {
			j.report(rosterFile, ErrUnitEnded, at.Key("span"), rule.A("unit", string(a.Commune)), rule.A("day", ends.AddDays(1)))
		}
		if a.Replaces != "" {
			j.unit(rosterFile, at.Key("replaces"), a.Replaces, a.Span.From.AddDays(-1))
		}
	}
	for i, h := range e.DistrictHelpers {
		j.unit(rosterFile, rule.Path("districtHelpers").Index(i).Key("commune"), h.Commune, or(h.Span.From, j.Head.Day))
	}
	if j.have(assignmentsFile) {
		own := j.Assignments.Check(j.Roster, j.Gazetteer, j.Head.Day)
		j.m.add(rosterFile, brokenOf(own)...)
		if on, err := j.Matrix.On(j.Head.Day); err == nil {
			j.m.add(rosterFile, brokenOf(j.Assignments.CheckDuties(j.Roster, on))...)
		}
	}
}

// brokenOf are the findings for which a file cannot be used; what is not known of a roster
// is for the day to say.
func brokenOf(found rule.Findings) rule.Findings {
	return slices.DeleteFunc(found.Clone(), func(f rule.Finding) bool { return f.Kind != rule.Broken })
}

func or(day, other civil.Date) civil.Date {
	if day.IsZero() {
		return other
	}
	return day
}

// unit reports a code that no unit bears on a day.
func (j *joint) unit(file string, at rule.Path, code org.UnitCode, on civil.Date) (org.Unit, bool) {
	u, there := j.Gazetteer.At(code, on)
	if !there {
		j.report(file, ErrNoUnit, at, rule.A("unit", rule.Shorten(string(code))), rule.A("day", on))
	}
	return u, there
}

// body reports a body that the matrix does not have, or that does not exist on a day.
func (j *joint) body(file string, at rule.Path, id org.BodyID, on civil.Date) {
	switch b, known := j.Matrix.Body(id); {
	case !known:
		j.report(file, ErrNoBody, at, rule.A("body", rule.Shorten(string(id))))
	case !b.Exists(on):
		j.report(file, ErrBodyAbsent, at, rule.A("body", j.Matrix.Name(id)), rule.A("day", on))
	}
}

func (j *joint) list(file string, at rule.Path, ids []org.BodyID) {
	for i, id := range ids {
		j.body(file, at.Index(i), id, j.Head.Day)
	}
}

// bodies holds each body that a file names against the matrix of the day.
func (j *joint) bodies() {
	day := j.Head.Day
	if !j.have(matrixFile) || !j.Matrix.Span().Contains(day) {
		return
	}
	j.body(provinceFile, "leaders", j.Head.Leaders, day)
	if j.have(rosterFile) {
		j.rosterBodies()
	}
	if j.have(mandateFile) {
		j.list(mandateFile, "sendTo", j.Mandate.SendTo)
		j.side(mandateFile, "sendTo", j.Mandate.SendTo, duty.SendPlans, duty.Towards)
	}
	if j.have(difficultiesFile) {
		for i, p := range j.Difficulties.Competence.Powers {
			if p.Span.Contains(day) {
				j.body(difficultiesFile, rule.Path("competence.powers").Index(i).Key("body"), p.Body, day)
			}
		}
	}
	if j.have(reportsFile) {
		for i, r := range j.Reports.Rows {
			j.list(reportsFile, rule.Path("rows").Index(i).Key("to"), r.To)
		}
		j.list(reportsFile, "joint", j.Reports.Joint)
		j.side(reportsFile, "joint", j.Reports.Joint, duty.AggregateProposals, duty.Bearer)
		j.list(reportsFile, "proposalsTo", j.Reports.ProposalsTo)
		j.side(reportsFile, "proposalsTo", j.Reports.ProposalsTo, duty.AggregateProposals, duty.Towards)
		j.list(reportsFile, "above", j.Reports.Above)
	}
	if j.have(evaluationsFile) {
		j.list(evaluationsFile, "evaluators", j.Evaluations.Evaluators)
	}
}

// rosterBodies holds the bodies of the roster against the matrix of the day. A person whose
// assignments have ended may come from a body that ended with them.
func (j *joint) rosterBodies() {
	day, e := j.Head.Day, j.Roster.Entries()
	for i, l := range e.Leaders {
		on := day
		if still, _ := j.Roster.HelpedBy(l.ID, day); len(still) == 0 {
			on = j.Matrix.Span().From
		}
		j.body(rosterFile, rule.Path("leaders").Index(i).Key("body"), l.Body, on)
	}
	for i, h := range e.DistrictHelpers {
		if h.Span.Contains(day) {
			j.body(rosterFile, rule.Path("districtHelpers").Index(i).Key("body"), h.Body, day)
		}
	}
	for i, c := range e.Coordinating {
		if c.Span.Contains(day) {
			j.body(rosterFile, rule.Path("coordinating").Index(i).Key("body"), c.Body, day)
		}
	}
	for i, o := range e.CriterionOwners {
		if o.Span.Contains(day) {
			j.body(rosterFile, rule.Path("criterionOwners").Index(i).Key("body"), o.Body, day)
		}
	}
}

// side reports bodies that the matrix does not have where the file puts them: plans sent to
// whom no text says receives them.
func (j *joint) side(file string, at rule.Path, ids []org.BodyID, id rule.DutyID, side duty.Side) {
	d, laid := j.Matrix.Duty(id)
	if !laid {
		return // said of what rests on it
	}
	parties := d.Towards
	if side == duty.Bearer {
		parties = d.Bearers
	}
	for i, b := range ids {
		if _, known := j.Matrix.Body(b); known && !parties.Has(b) {
			j.report(file, ErrReceiver, at.Index(i), rule.A("body", j.Matrix.Name(b)), rule.A("side", side), rule.A("duty", string(id)))
		}
	}
}

// rests reports a demand that stands on a duty which the text does not lay down: it would
// silently demand nothing.
func (j *joint) rests(file string, at rule.Path, made bool, on rule.DutyID) {
	if made && !j.Basis.Lays(on) {
		j.report(file, ErrNoDuty, at, rule.A("duty", string(on)))
	}
}

// demands holds what the files demand against what the text lays down, and each duty of the
// text against the matrix.
func (j *joint) demands() {
	if !j.have(basisFile) {
		return
	}
	if j.have(matrixFile) {
		for d := range j.Basis.Duties() {
			if _, placed := j.Matrix.Duty(d.ID); !placed {
				j.report(basisFile, ErrNoBearer, rule.Path("provisions").Key(string(d.ID)), rule.A("duty", d.Text))
			}
		}
	}
	if j.have(mandateFile) {
		m := &j.Mandate
		j.rests(mandateFile, "programs", len(m.Programs) > 0, duty.AnnualPlan)
		j.rests(mandateFile, "minVisitsPerMonth", m.MinVisitsPerMonth > 0, duty.ByMonth)
		j.rests(mandateFile, "minVisitsPerQuarter", m.MinVisitsPerQuarter > 0, duty.ByMonth)
		j.rests(mandateFile, "sendTo", len(m.SendTo) > 0, duty.SendPlans)
	}
	if j.have(visitsFile) {
		v := &j.Visits
		j.rests(visitsFile, "leadTime", v.LeadTime.N > 0, duty.NotifyVisit)
		j.rests(visitsFile, "acknowledged", v.Acknowledged, duty.NotifyVisit)
		j.rests(visitsFile, "sameContent", v.SameContent, duty.NotifyVisit)
	}
	if j.have(meetingsFile) {
		j.rests(meetingsFile, "leadTime", j.Meetings.LeadTime.N > 0, duty.Invite)
		j.rests(meetingsFile, "bothRecorded", j.Meetings.BothRecorded, duty.LeaderAttends)
	}
	if j.have(difficultiesFile) {
		j.rests(difficultiesFile, "answerDue", j.Difficulties.AnswerDue > 0, duty.ReferDifficulty)
	}
	if j.have(evaluationsFile) {
		p := &j.Evaluations
		j.rests(evaluationsFile, "jointSignature", p.JointSignature, duty.EvaluateWork)
		j.rests(evaluationsFile, "evaluators", len(p.Evaluators) > 0, duty.EvaluateWork)
		if j.have(gazetteerFile) {
			for _, code := range slices.Sorted(maps.Keys(p.CommuneWeights)) {
				j.unit(evaluationsFile, rule.Path("communeWeights").Key(string(code)), code, j.Head.Day)
			}
		}
	}
}

// criteria holds the province's set against the years and programs of the plans, and what
// names its criteria against it.
func (j *joint) criteria() {
	if !j.have(overlayFile) || j.Set.IsZero() {
		return
	}
	ours := rule.Text{Vi: "bộ tiêu chí " + j.Set.ID(), En: "the set " + j.Set.ID()}
	j.answers(j.Set.Span().Contains(j.Head.Day), ours.Vi, ours.En)
	if j.have(mandateFile) {
		m := &j.Mandate
		for _, year := range []struct {
			at rule.Path
			of int
		}{{"firstYear", m.FirstYear}, {"lastYear", m.LastYear}} {
			if year.of > 0 && !j.Set.Years().Contains(year.of) {
				j.report(mandateFile, ErrYears, year.at, rule.A("what", ours), rule.A("year", year.of))
			}
		}
		if len(m.Programs) > 0 && !slices.Contains(m.Programs, org.NewRural) {
			j.report(mandateFile, ErrProgram, "programs", rule.A("program", org.NewRural))
		}
	}
	codes := j.codes()
	if j.have(rosterFile) {
		for i, o := range j.Roster.Entries().CriterionOwners {
			j.criterion(rosterFile, rule.Path("criterionOwners").Index(i), o.Set, o.Criterion, codes)
		}
	}
	if j.have(difficultiesFile) {
		for i, p := range j.Difficulties.Competence.Powers {
			j.criterion(difficultiesFile, rule.Path("competence.powers").Index(i), p.Set, p.Criterion, codes)
		}
	}
}

// criterion reports a set that is not the province's, or a criterion that it has not.
func (j *joint) criterion(file string, at rule.Path, set, code string, codes map[string]bool) {
	switch {
	case set != "" && rule.Normal(set) != j.Set.ID():
		j.report(file, ErrNoSet, at.Key("set"), rule.A("set", rule.Shorten(set)), rule.A("ours", j.Set.ID()))
	case code != "" && !codes[rule.Normal(code)]:
		j.report(file, ErrNoCriterion, at.Key("criterion"), rule.A("set", j.Set.ID()), rule.A("criterion", rule.Shorten(code)))
	}
}

// sheet holds the scheme against the text, the days and the other files.
func (j *joint) sheet() {
	if !j.have(schemeFile) {
		return
	}
	t := j.Scheme.Table()
	j.answers(t.Span.Contains(j.Head.Day), "thang điểm "+t.ID, "the scheme "+t.ID)
	if j.have(basisFile) {
		j.lines(t.Lines, "lines")
	}
}

func (j *joint) lines(lines []evaluation.Line, at rule.Path) {
	for i, l := range lines {
		if id, rests := measured[l.Measure]; rests {
			j.rests(schemeFile, at.Index(i).Key("measure"), true, id)
		}
		j.lines(l.Lines, at.Index(i).Key("lines"))
	}
}

// codes are the numbers of the criteria and indicators of the province's set.
func (j *joint) codes() map[string]bool {
	codes := map[string]bool{}
	for _, k := range j.Set.Table().Criteria {
		codes[strconv.Itoa(k.No)] = true
		for _, row := range k.Indicators {
			codes[row.Code] = true
		}
	}
	return codes
}
