package criteria

import (
	"encoding/json"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Shortfall is what keeps a commune from the standard, in the order of the set: the
// indicators, or the parts of them, that would have to change or become known. Each
// stands in one group.
type Shortfall struct {
	Numbers    []Line `json:"numbers"`    // not met by a number: Gap says how far
	Conditions []Line `json:"conditions"` // not met, and no number
	Unknown    []Line `json:"unknown"`    // Reason says why, Missing which readings would decide
}

// Shortfall lists what would reach the standard. Where one of several ways is enough
// (Any), each way is listed, and so is what each case lacks where a condition is open and
// none is reached. A criterion that is reached, by readings or by a statement,
// adds nothing, and neither does a set that is; statements that clash are told by the
// [Heading] and by [Assessment.Caveats].
func (a Assessment) Shortfall() Shortfall {
	var out Shortfall
	if a.c == nil || a.whole.verdict == Met {
		return out
	}
	for i := range a.c.criteria {
		k := &a.c.criteria[i]
		if a.marks[len(a.c.rows)+i].verdict == Met {
			continue
		}
		for n := k.first; n < k.last; n++ {
			if v := a.marks[n].verdict; v == NotMet || v == Unknown {
				a.shortOf(&out, k.No, n)
			}
		}
	}
	return out
}

func (a *Assessment) shortOf(out *Shortfall, criterion, n int) {
	var row Line
	a.line(&row, criterion, n)
	if row.Stated || row.Reason == StatementsClash {
		out.add(row, false)
		return
	}
	cells := a.short(row.root, nil)
	for i, at := range cells {
		if slices.ContainsFunc(cells[:i], func(o uint16) bool { return a.implies(o, at) }) ||
			slices.ContainsFunc(cells[i+1:], func(o uint16) bool { return a.implies(o, at) && !a.implies(at, o) }) {
			continue // whoever reaches the other reaches this
		}
		part := row.part(at)
		part.Name = row.Name
		out.add(part, a.c.steps[at].numeric || part.Reading.kind == kindValue)
	}
}

// implies reports whether reaching one cell reaches another of the same reading, both
// judged alike.
func (v *view) implies(one, other uint16) bool {
	a, b := &v.c.steps[one], &v.c.steps[other]
	return a.op == b.op && a.op != algebra.Unstated && a.slot == b.slot && a.previous == b.previous && !a.exact && !b.exact &&
		v.c.abouts[a.about].measured == v.c.abouts[b.about].measured && v.judge(one) == v.judge(other) && a.lo >= b.lo && a.hi <= b.hi
}

func (s *Shortfall) add(l Line, number bool) {
	switch {
	case l.Verdict == Unknown:
		s.Unknown = append(s.Unknown, l)
	case number:
		s.Numbers = append(s.Numbers, l)
	default:
		s.Conditions = append(s.Conditions, l)
	}
}

// short gathers the cells that keep a place from being met.
func (v *view) short(at uint16, cells []uint16) []uint16 {
	l := &v.c.steps[at]
	if found := v.judge(at).verdict; found == Met || found == NotApplicable {
		return cells
	}
	kids := v.c.kids[l.first:l.last]
	switch {
	case len(kids) == 0:
		return append(cells, at)
	case l.op == algebra.FirstOf:
		for _, k := range kids {
			if v.judge(k).verdict != NotApplicable {
				return v.short(k, cells)
			}
		}
		return append(cells, v.decider(at))
	case l.op == algebra.When:
		switch v.judge(kids[0]).verdict {
		case Met:
			return v.short(kids[1], cells)
		case NotMet:
			return v.short(kids[2], cells)
		}
		cells = v.undecided(kids[0], cells)
		if v.judge(kids[1]).verdict == Met || v.judge(kids[2]).verdict == Met {
			return cells
		}
		return v.short(kids[2], v.short(kids[1], cells))
	}
	for _, k := range kids {
		cells = v.short(k, cells)
	}
	return cells
}

// undecided gathers the steps of a condition that are not known.
func (v *view) undecided(at uint16, cells []uint16) []uint16 {
	v.c.leaves(at, func(k uint16) {
		if v.judge(k).verdict == Unknown {
			cells = append(cells, k)
		}
	})
	return cells
}

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

// lineJSON is a line with its gap.
type lineJSON struct {
	lineFields
	Gap rule.Number `json:"gap"` // null where it is not known
	// Counts says that the gap is a count of cases, not in the unit of the indicator.
	Counts bool `json:"gapCounts,omitempty"`
}

type lineFields Line

// MarshalJSON writes the line with its gap.
func (l Line) MarshalJSON() ([]byte, error) {
	gap, _ := l.Gap()
	return json.Marshal(lineJSON{lineFields(l), gap, gap.Known() && l.GapCounts()})
}

// UnmarshalJSON reads what MarshalJSON writes. The line then has its gap, and no parts.
func (l *Line) UnmarshalJSON(data []byte) error {
	var in lineJSON
	if err := form.Decode(data, "", &in); err != nil {
		return err
	}
	*l = Line(in.lineFields)
	l.gap = in.Gap
	return nil
}
