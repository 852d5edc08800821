package main

import (
	"cmp"
	_ "embed"
	"html/template"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/workday"
)

// province is the records of a province. A ledger without a matrix takes that of the 2021
// dispatch of Lào Cai; a calendar that is not given is that of the state agencies.
type province struct {
	Name rule.Text `json:"name"`
	Note rule.Text `json:"note"`
	// Names are those of bodies that the matrix does not know.
	Names map[org.BodyID]rule.Text `json:"names"`

	Dossiers []criteria.Dossier `json:"dossiers" validate:"max=20000"`
	Overlay  *criteria.Overlay  `json:"overlay,omitempty"` // the province's decision on the set
	// Accept also uses demands that are not confirmed, from this confidence on.
	Accept           rule.Confidence         `json:"accept,omitzero"`
	Ledger           *ledger.Ledger          `json:"ledger,omitempty"`
	Visits           []visit.Visit           `json:"visits" validate:"max=20000"`
	VisitPolicy      visit.Policy            `json:"visitPolicy"`
	Calendar         *workday.Calendar       `json:"calendar,omitempty"`
	Difficulties     []difficulty.Difficulty `json:"difficulties" validate:"max=20000"`
	DifficultyPolicy difficulty.Policy       `json:"difficultyPolicy"`
	Ranks            *rank.List              `json:"ranks,omitempty"`
	RankPolicy       rank.Policy             `json:"rankPolicy"`
}

//go:embed page.html
var source string

var layout = template.Must(template.New("page").Parse(source))

// view is what the page shows, in words and lengths.
type view struct {
	lang  rule.Lang
	on    civil.Date
	cal   workday.Calendar
	units org.Gazetteer
	names map[org.UnitCode]string // of dossiers
	known map[org.BodyID]rule.Text
	x     duty.Matrix

	Lang, Name, Note, Day string
	Criteria              *criteriaView
	Calendar              *calendarView
	Ledger                *ledgerView
	Difficulties          *difficultyView
	Ranks                 *rankView
	Grounds               []string
}

// Say chooses the wording of the page's language.
func (v *view) Say(vi, en string) string { return rule.Text{Vi: vi, En: en}.In(v.lang) }

func (v *view) date(d civil.Date) string {
	if d.IsZero() {
		return "–"
	}
	return rule.FormatDate(d, v.lang)
}

// unitName is the name of the unit that has a code on the day, since codes are used again; else
// the one that its dossier gives.
func (v *view) unitName(code org.UnitCode) string {
	if u, ok := v.units.At(code, v.on); ok {
		return u.Name
	}
	return v.names[code]
}

// unit is the name of a commune, or its code where no name is given.
func (v *view) unit(code org.UnitCode) string { return cmp.Or(v.unitName(code), string(code)) }

// body is the name of a body on the day.
func (v *view) body(id org.BodyID) string {
	if name := v.known[id].In(v.lang); name != "" {
		return name
	}
	return v.x.Name(id).In(v.lang)
}

// rests adds an edition on which the page rests, once.
func (v *view) rests(what string, e rule.Edition) {
	words := what + ": " + strings.Join(slices.DeleteFunc([]string{e.ID, e.Version, e.Short()}, func(s string) bool { return s == "" }), ", ")
	if e.Digest != "" && !slices.Contains(v.Grounds, words) {
		v.Grounds = append(v.Grounds, words)
	}
}

// page is the whole document.
func (p province) page(on civil.Date, l rule.Lang) (string, error) {
	if lacks := p.Name.Lacks(); lacks != (rule.Text{}) {
		return "", rule.NewMisuse(nil, rule.Text{Vi: "name: thiếu {what}", En: "name: {what} is missing"}, rule.A("what", lacks))
	}
	v := &view{lang: l, on: on, cal: workday.Vietnam(), names: map[org.UnitCode]string{}, known: p.Names, Lang: map[rule.Lang]string{rule.Vi: "vi", rule.En: "en"}[l],
		Name: p.Name.In(l), Note: p.Note.In(l), Day: rule.FormatDate(on, l)}
	if p.Calendar != nil {
		v.cal = *p.Calendar
	}
	for _, d := range p.Dossiers {
		v.names[org.UnitCode(d.Unit)] = d.UnitName
	}
	for _, section := range []func(*view) error{p.ledger, p.criteria, p.calendar, p.difficulties, p.ranks} {
		if err := section(v); err != nil {
			return "", err
		}
	}
	slices.Sort(v.Grounds)
	v.Grounds = append(v.Grounds, v.Say("dữ liệu của thư viện: ", "data of the library: ")+rule.DataVersion)
	var out strings.Builder
	err := layout.Execute(&out, v)
	return out.String(), err
}
