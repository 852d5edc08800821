package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/rank"
	"github.com/giupxa/giupxa/evaluation/rating"
	"github.com/giupxa/giupxa/plan"
	"github.com/giupxa/giupxa/plan/report"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/meeting"
	"github.com/giupxa/giupxa/visit/workday"
)

// province is all that a province sets up, a file each, and what is made of them.
type province struct {
	Head         head
	Basis        duty.Basis
	Matrix       duty.Matrix
	Gazetteer    org.Gazetteer
	Roster       assignment.Roster
	Assignments  assignment.Policy
	Mandate      plan.Mandate
	Visits       visit.Policy
	Meetings     meeting.Policy
	Difficulties difficulty.Policy
	Reports      report.Regime
	Overlay      criteria.Overlay
	Scheme       evaluation.Scheme
	Evaluations  evaluation.Policy
	Ratings      rating.Rulebook
	Ranks        rank.Policy
	DaysOff      daysOff

	Set      criteria.Set     // the national one with the overlay
	Calendar workday.Calendar // the State's with the province's own days

	asked fs.FS
	read  map[string]bool // the files that are in order by themselves
}

// head is what the program must know besides: the name, and for which day it shows things.
type head struct {
	Name rule.Text  `json:"name"`
	Note rule.Text  `json:"note,omitzero"` // printed below the name
	Day  civil.Date `json:"day,omitzero" validate:"required"`
	// Leaders is the body of the matrix that stands for the assigned leaders.
	Leaders org.BodyID `json:"leaders" validate:"required,max=100"`
}

// daysOff are the days of the province's own, as in workday.Parts.
type daysOff struct {
	Own []workday.Day `json:"own" validate:"dive"`
}

// file is one of the files that a province owns.
type file struct {
	name  string
	basis []string // the member that takes the text of basis.json; none where it has none
	into  func(*province) any
}

const (
	provinceFile, basisFile, matrixFile, gazetteerFile = "province.json", "basis.json", "matrix.json", "gazetteer.json"
	rosterFile, assignmentsFile, mandateFile           = "roster.json", "assignments.json", "mandate.json"
	visitsFile, meetingsFile, difficultiesFile         = "visits.json", "meetings.json", "difficulties.json"
	reportsFile, overlayFile, schemeFile               = "reports.json", "overlay.json", "scheme.json"
	evaluationsFile, ratingsFile, ranksFile            = "evaluations.json", "ratings.json", "ranks.json"
	daysOffFile                                        = "days-off.json"

	askedFolder = "asked"
)

// files are read in this order; the text comes before what rests on it.
var files = []file{
	{provinceFile, nil, func(p *province) any { return &p.Head }},
	{basisFile, nil, func(p *province) any { return &p.Basis }},
	{matrixFile, []string{"basis"}, func(p *province) any { return &p.Matrix }},
	{gazetteerFile, nil, func(p *province) any { return &p.Gazetteer }},
	{rosterFile, nil, func(p *province) any { return &p.Roster }},
	{assignmentsFile, []string{"basis"}, func(p *province) any { return &p.Assignments }},
	{mandateFile, []string{"basis"}, func(p *province) any { return &p.Mandate }},
	{visitsFile, []string{"basis"}, func(p *province) any { return &p.Visits }},
	{meetingsFile, []string{"basis"}, func(p *province) any { return &p.Meetings }},
	{difficultiesFile, []string{"competence", "basis"}, func(p *province) any { return &p.Difficulties }},
	{reportsFile, []string{"basis"}, func(p *province) any { return &p.Reports }},
	{overlayFile, nil, func(p *province) any { return &p.Overlay }},
	{schemeFile, nil, func(p *province) any { return &p.Scheme }},
	{evaluationsFile, []string{"basis"}, func(p *province) any { return &p.Evaluations }},
	{ratingsFile, nil, func(p *province) any { return &p.Ratings }},
	{ranksFile, nil, func(p *province) any { return &p.Ranks }},
	{daysOffFile, nil, func(p *province) any { return &p.DaysOff }},
}

// load reads the files of a province and reports every mistake in them and between them. The
// province is of use only where none is Broken.
func load(folder fs.FS) (*province, mistakes) {
	p := &province{read: map[string]bool{}}
	var m mistakes
	m.strangers(folder)
	text := []byte("{}") // of the basis
	for _, f := range files {
		data, err := fs.ReadFile(folder, f.name)
		if errors.Is(err, fs.ErrNotExist) {
			m.add(f.name, table.Broken(ErrFileMissing, ""))
			continue
		}
		if err == nil {
			data, err = form.Text(data)
		}
		if err != nil {
			m.err(f.name, err)
			continue
		}
		if f.name == basisFile {
			text = data
		}
		p.decode(f, data, text, &m)
	}
	p.build(&m)
	p.together(&m)
	if sub, err := fs.Sub(folder, askedFolder); err == nil {
		p.asked = sub
	}
	return p, m.inOrder()
}

// decode reads one file. The text of the province goes into it here, so that it stands in one
// file only and no rulebook falls back to another province's.
func (p *province) decode(f file, data, text []byte, m *mistakes) {
	into := f.into(p)
	if f.basis == nil {
		switch err := decode(f, data, into); err {
		case nil:
			p.read[f.name] = true
		default:
			m.err(f.name, err)
		}
		return
	}
	at := rule.Path(strings.Join(f.basis, "."))
	whole, own := put(data, f.basis, text)
	if own {
		m.add(f.name, table.Broken(ErrOwnBasis, at))
		return
	}
	err := decode(f, whole, into)
	found, readable := rule.FindingsIn(err)
	if err != nil && !readable {
		m.err(f.name, err)
		return
	}
	// What is wrong with the text was said of its own file.
	found = slices.DeleteFunc(found.Clone(), func(f rule.Finding) bool { return f.Path.Within(at) })
	p.read[f.name] = len(found) == 0 && p.read[basisFile]
	m.add(f.name, found...)
}

// decode reads a file that is a record by itself as the record does; the others have no
// format of their own.
func decode(f file, data []byte, into any) error {
	switch f.name {
	case provinceFile, daysOffFile:
		return form.Decode(data, "", into)
	default:
		return json.Unmarshal(data, into)
	}
}

// put is a document with a member put into it, below objects that are made where they are
// missing; own says that it has the member already. What is no object comes back as it is.
func put(document []byte, member []string, value []byte) (with []byte, own bool) {
	from, to, given, isObject := find(document, member[0])
	switch {
	case !isObject:
		return document, false
	case len(member) == 1:
		return first(document, member[0], value), given
	case !given:
		inner, _ := put([]byte("{}"), member[1:], value)
		return first(document, member[0], inner), false
	}
	below, own := put(document[from:to], member[1:], value)
	return slices.Concat(document[:from], below, document[to:]), own
}

// find is where the value of a member stands in an object.
func find(document []byte, key string) (from, to int, given, isObject bool) {
	in := json.NewDecoder(bytes.NewReader(document))
	if open, err := in.Token(); err != nil || open != json.Delim('{') {
		return 0, 0, false, false
	}
	for in.More() {
		name, err := in.Token()
		var value json.RawMessage
		if err != nil || in.Decode(&value) != nil {
			return 0, 0, false, false
		}
		if to = int(in.InputOffset()); name == key {
			return to - len(value), to, true, true
		}
	}
	return 0, 0, false, true
}

// first puts a member at the beginning of an object, so that no other member moves and one
// that is given twice is still seen.
func first(object []byte, key string, value []byte) []byte {
	open := bytes.IndexByte(object, '{') + 1
	out := slices.Concat(object[:open], []byte(`"`+key+`":`), value)
	if rest := bytes.TrimLeft(object[open:], " \t\r\n"); rest[0] != '}' {
		out = append(out, ',')
	}
	return append(out, object[open:]...)
}

// words reports a text of the province's own that is given in one language only.
func (m *mistakes) words(file string, at rule.Path, t rule.Text) {
	if lacks := t.Lacks(); lacks != (rule.Text{}) {
		m.add(file, table.Broken(ErrWords, at, rule.A("what", lacks)))
	}
}

// build makes what several files and the national data make together.
func (p *province) build(m *mistakes) {
	if p.read[provinceFile] {
		m.words(provinceFile, "name", p.Head.Name)
	}
	if p.read[overlayFile] {
		base, err := national.ByID(p.Overlay.Base)
		if err != nil {
			m.add(overlayFile, table.Broken(ErrNoBase, "base", rule.A("set", rule.Shorten(p.Overlay.Base))))
		} else if p.Set, err = base.Localize(p.Overlay); err != nil {
			m.err(overlayFile, err)
		}
	}
	if p.read[daysOffFile] {
		for i, d := range p.DaysOff.Own {
			if d.Name != (rule.Text{}) {
				m.words(daysOffFile, rule.Path("own").Index(i).Key("name"), d.Name)
			}
		}
		var err error
		if p.Calendar, err = workday.Vietnam().With(p.DaysOff.Own...); err != nil {
			m.err(daysOffFile, err)
		}
		p.Visits.Calendar, p.Meetings.Calendar = p.Calendar, p.Calendar
	}
}
