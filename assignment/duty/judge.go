package duty

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Judge collects the findings of one check under a text. A finding of a Text rule, or
// of a Reading of the text, cites the passage that the [Basis] has for its duty. Such a
// finding is left out where the text does not lay the duty down or did not bind on the
// day, and is Undecided where it is not known whether the text bound; a finding of its
// own then says so once. Findings of other origins pass unchanged.
type Judge struct {
	table  rule.Table
	basis  Basis
	day    civil.Date
	bound  Binding
	unsure bool
	found  rule.Findings
}

// Judge begins a check by the rules of a package. The day is the one on which the
// record's act has to be in order; a text binds an act of that day or does not.
func (b Basis) Judge(t rule.Table, day civil.Date) *Judge {
	return &Judge{table: t, basis: b, day: day, bound: b.On(day)}
}

// Demands reports whether the text lays down a duty and may bind on the day.
func (j *Judge) Demands(id rule.DutyID) bool { return j.bound != NotBound && j.basis.Lays(id) }

// Report adds a finding.
func (j *Judge) Report(k rule.Kind, c rule.Code, at rule.Path, args ...rule.Arg) {
	j.Add(j.table.Finding(k, c, at, args...))
}

// Broken adds the finding that the record breaks a rule.
func (j *Judge) Broken(c rule.Code, at rule.Path, args ...rule.Arg) {
	j.Report(rule.Broken, c, at, args...)
}

// Undecided adds the finding that a fact is missing.
func (j *Judge) Undecided(c rule.Code, at rule.Path, args ...rule.Arg) {
	j.Report(rule.Undecided, c, at, args...)
}

// Advice adds something that the reader should know.
func (j *Judge) Advice(c rule.Code, at rule.Path, args ...rule.Arg) {
	j.Report(rule.Advice, c, at, args...)
}

// Add adds a finding, under the text of the judge.
func (j *Judge) Add(f rule.Finding) {
	r := f.Rule()
	if r.Origin != rule.OriginText && (r.Origin != rule.OriginReading || !r.Passage.IsZero()) {
		j.found = append(j.found, f)
		return
	}
	passage, lays := j.basis.Source(), true
	if r.Duty != "" {
		passage, lays = j.basis.Cite(r.Duty)
	}
	if !lays || j.bound == NotBound {
		return
	}
	if f.Kind == rule.Broken && j.bound == MayBind {
		f.Kind, j.unsure = rule.Undecided, true
	}
	j.found = append(j.found, f.Citing(passage))
}

// Findings is all that was found.
func (j *Judge) Findings() rule.Findings {
	if !j.unsure {
		return j.found
	}
	day := rule.A("day", j.day)
	if !j.day.IsValid() {
		day = rule.A("day", rule.Text{Vi: "(không rõ)", En: "a day that is not known"})
	}
	p := &j.basis.inner().parts
	known := p.KnownFrom
	if known.IsZero() {
		known = p.Binds.From
	}
	return append(j.found, table.Undecided(ErrMayBind, "", day, rule.A("known", known)).Citing(p.Source))
}
