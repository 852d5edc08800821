package criteria

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Report is an assessment as one record: everything that it says, to be stored, sent
// and printed without the set. Its JSON goes both ways; demands read back name their parts
// by key. A commune of 57 indicators takes some 60 KB: the dossier and the edition of the
// set are enough to make it again.
type Report struct {
	Unit     string `json:"unit"`
	UnitName string `json:"unitName,omitempty"`
	// Set is the exact content on which the report rests, Base the edition over which a
	// province's set was laid.
	Set      rule.Edition `json:"set"`
	Base     rule.Edition `json:"base,omitzero"`
	Standard Standard     `json:"standard"`
	AsOf     civil.Date   `json:"asOf,omitzero"`
	Year     int          `json:"year,omitempty"`
	Profile  Profile      `json:"profile"`
	Column   Region       `json:"column,omitzero"` // the region column that applies
	// Accepted is from which degree numbers of the table were used, Stage from which stage
	// readings were.
	Accepted rule.Confidence `json:"accepted"`
	Stage    Stage           `json:"stage,omitzero"`

	Verdict  Verdict   `json:"verdict"`
	Stated   bool      `json:"stated,omitempty"` // rests on statements, not on readings alone
	Reason   Reason    `json:"reason,omitzero"`
	Least    int       `json:"leastMet"` // criteria
	Most     int       `json:"mostMet"`
	RestsOn  Stages    `json:"restsOn"`
	Criteria []Heading `json:"criteria"`
	Lines    []Line    `json:"indicators"`
	// Shortfall is what would reach the standard.
	Shortfall Shortfall     `json:"shortfall"`
	Findings  rule.Findings `json:"findings"`
	Caveats   rule.Findings `json:"caveats"`
}

// Stages counts the readings and statements in use by who vouches for them.
type Stages struct {
	NotStated int `json:"notStated"`
	Self      int `json:"self"`
	Verified  int `json:"verified"`
	Appraised int `json:"appraised"`
}

// Report is the assessment as a record.
func (a Assessment) Report() Report {
	d := &a.dossier
	profile := d.Profile
	profile.Group = a.Demands().Profile().Group
	out := Report{
		Unit: d.Unit, UnitName: d.UnitName, Set: a.Edition(), AsOf: d.AsOf, Year: d.Year, Profile: profile, Column: a.Demands().Column(),
		Accepted: a.floor, Stage: a.stage, Verdict: a.Verdict(), Stated: a.Stated(), Reason: a.whole.reason,
		RestsOn:   Stages{a.RestsOn(0), a.RestsOn(Self), a.RestsOn(Verified), a.RestsOn(Appraised)},
		Shortfall: a.Shortfall(), Findings: a.Findings(), Caveats: a.Caveats(),
	}
	if a.c != nil {
		out.Base, out.Standard = a.c.set.table.Base, a.c.set.table.Standard
	}
	out.Least, out.Most = a.Bounds()
	for h := range a.Headings() {
		out.Criteria = append(out.Criteria, h)
	}
	for l := range a.Lines() {
		out.Lines = append(out.Lines, l)
	}
	return out
}

// MarshalJSON writes the assessment as its [Report].
func (a Assessment) MarshalJSON() ([]byte, error) { return a.Report().MarshalJSON() }

const reportFormat = "giupxa.assessment/1"

// MarshalJSON writes the report with its format version.
func (r Report) MarshalJSON() ([]byte, error) {
	type fields Report
	return form.Encode(reportFormat, fields(r))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Report) UnmarshalJSON(data []byte) error {
	type fields Report
	return form.Decode(data, reportFormat, (*fields)(r))
}
