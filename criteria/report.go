package criteria

import (
	"fmt"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Report is an assessment as one record: everything that it says, to be stored, sent
// and printed without the set. Its JSON goes both ways, and holds what each verdict rests on:
// every verdict can be derived from it again.
type Report struct {
	// Grounds say what was judged and by what: the digest of the dossier, the editions of the
	// set, of the overlay of a province and of the set over which that was laid, and from which
	// confidence on numbers of the table were used.
	Grounds  rule.Grounds `json:"grounds"`
	Unit     string       `json:"unit"`
	UnitName string       `json:"unitName,omitempty"`
	Standard Standard     `json:"standard,omitzero"`
	AsOf     civil.Date   `json:"asOf,omitzero"`
	Year     int          `json:"year,omitempty"`
	Profile  Profile      `json:"-"`
	Column   Region       `json:"column,omitzero"` // the region column that applies
	// Stage is from which stage on readings were used.
	Stage Stage `json:"stage,omitzero"`

	Verdict Verdict `json:"verdict"`
	Stated  bool    `json:"stated,omitempty"` // rests on statements, not on readings alone
	Reason  Reason  `json:"reason,omitzero"`
	Least   int     `json:"leastMet"` // criteria
	Most    int     `json:"mostMet"`
	RestsOn Stages  `json:"restsOn"`
	// NotHeld is how many indicators of the text the set does not hold.
	NotHeld int `json:"notHeld,omitempty"`
	// Statements are what was stated of the whole, as far as it can be used: under "set",
	// "set/criteria" and "set/indicators".
	Statements []Statement `json:"-"`
	Criteria   []Heading   `json:"-"`
	Lines      []Line      `json:"-"` // the indicators, in the order of the criteria
	// Shortfall is what would reach the standard.
	Shortfall Shortfall     `json:"-"`
	Findings  rule.Findings `json:"-"`
	Caveats   rule.Findings `json:"-"`
	// Dossier is what was assessed, to be assessed again by [Set.Replay]. A host that may not
	// keep it sets nil.
	Dossier *Dossier `json:"-"`

	lean, inline bool
	marks        []lack // of the steps, where the lines have them
}

// Statement is what was stated of the whole set.
type Statement struct {
	Key     string  `json:"key"`
	Reading Reading `json:"reading"`
}

// Stages counts the readings and statements in use by who vouches for them.
type Stages struct {
	NotStated int `json:"notStated"`
	Self      int `json:"self"`
	Verified  int `json:"verified"`
	Appraised int `json:"appraised"`
}

// nature is what an assessment is.
var nature = rule.Nature{Kind: rule.Calculation, Authority: rule.Text{
	Vi: "Chủ tịch UBND cấp tỉnh (QĐ 18/2022/QĐ-TTg, Điều 3) hoặc cơ quan mà pháp luật tại thời điểm xét giao công nhận",
	En: "the chairman of the provincial People's Committee (18/2022/QĐ-TTg, Article 3), or whom the law of the day names to recognise communes",
}}

// The parts that rulebooks have in an assessment.
const (
	roleSet     = "set"
	roleOverlay = "overlay"
	roleBase    = "base"
)

// Report is the assessment as a record.
func (a Assessment) Report() Report {
	out, d := a.head(), a.Dossier()
	out.Shortfall, out.Dossier = a.Shortfall(), &d
	if a.c == nil {
		return out
	}
	out.Criteria = slices.AppendSeq(make([]Heading, 0, len(a.c.criteria)), a.Headings())
	out.Lines = slices.AppendSeq(make([]Line, 0, len(a.c.rows)), a.Lines())
	return out
}

// head is the report without its lines.
func (a *Assessment) head() Report {
	d := &a.dossier
	out := Report{
		Grounds: rule.NewGrounds(nature, judgedDossier{a}, rule.Rulebook{Role: roleSet, Edition: a.Edition()}),
		Unit:    d.Unit, UnitName: d.UnitName, AsOf: d.AsOf, Year: d.Year, Profile: d.Profile, Column: a.Demands().Column(),
		Stage: a.stage, Verdict: a.Verdict(), Stated: a.Stated(), Reason: a.whole.reason,
		RestsOn:  Stages{a.RestsOn(0), a.RestsOn(Self), a.RestsOn(Verified), a.RestsOn(Appraised)},
		Findings: sorted(a.Findings()), Caveats: sorted(a.Caveats()), marks: a.lacks(),
	}
	out.Grounds.Accepted = a.floor
	out.Profile.Group = a.Demands().Profile().Group
	out.Least, out.Most = a.Bounds()
	if a.c == nil {
		return out
	}
	t := &a.c.set.table
	if out.Standard, out.NotHeld = t.Standard, a.c.set.notHeld(); t.Base.ID != "" {
		out.Grounds.Rulebooks = append(out.Grounds.Rulebooks, rule.Rulebook{Role: roleOverlay, Edition: t.Overlay}, rule.Rulebook{Role: roleBase, Edition: t.Base})
	}
	for _, slot := range [...]uint16{a.c.setSlot, a.c.critSlot, a.c.indSlot} {
		if r := a.used(slot); !r.IsZero() {
			out.Statements = append(out.Statements, Statement{a.c.keys[slot], r})
		}
	}
	return out
}

// judgedDossier is the dossier of an assessment, to be written as [Assessment.Dossier] is.
type judgedDossier struct{ a *Assessment }

func (j judgedDossier) AppendJSON(out []byte) ([]byte, error) {
	a := j.a
	if a.c == nil || len(a.rest) > 0 {
		return a.Dossier().AppendJSON(out)
	}
	w := form.WriterTo(out)
	a.dossier.write(&w, dossierFormat, nil, func(w *form.Writer, _ *once[rule.Source]) {
		for _, slot := range a.c.sorted {
			if r, given := a.givenAt(slot); given {
				w.Key(a.c.keys[slot])
				r.write(w, nil)
			}
		}
	})
	return w.Bytes()
}

// Edition is the edition of the set.
func (r Report) Edition() rule.Edition { return r.edition(roleSet) }

// Base is the edition over which a province's set was laid.
func (r Report) Base() rule.Edition { return r.edition(roleBase) }

func (r *Report) edition(role string) rule.Edition {
	for _, b := range r.Grounds.Rulebooks {
		if b.Role == role {
			return b.Edition
		}
	}
	return rule.Edition{}
}

// Lean is the same report, in whose JSON the words are left out that its reader can look up: the
// names of criteria and indicators, the demands in words, the words of rules; and the dossier.
// It is less than half as long.
func (r Report) Lean() Report {
	r.lean, r.Dossier = true, nil
	return r
}

// MarshalJSON writes the lean form of the assessment's [Report].
func (a Assessment) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil) }

// AppendJSON appends the lean form of the assessment's [Report].
func (a Assessment) AppendJSON(out []byte) ([]byte, error) {
	r := a.head().Lean()
	return r.append(out, func(w *pageWriter) {
		if a.c == nil {
			return
		}
		var l Line
		for i := range a.c.criteria {
			k := &a.c.criteria[i]
			h := a.heading(i)
			w.heading(&h)
			for n := k.first; n < k.last; n++ {
				a.line(&l, k.No, n)
				w.row(&l)
			}
			w.endHeading()
		}
	})
}

const reportFormat = "giupxa.assessment/1"

// MarshalJSON writes the report with its format version.
func (r Report) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil) }

// AppendJSON appends the JSON of the report. Sources stand once, in a list at the end; elsewhere
// their number in it stands for them.
func (r Report) AppendJSON(out []byte) ([]byte, error) {
	return r.append(out, func(w *pageWriter) {
		at := 0
		for i := range r.Criteria {
			h := &r.Criteria[i]
			w.heading(h)
			for ; at < len(r.Lines) && r.Lines[at].Criterion == h.No; at++ {
				w.row(&r.Lines[at])
			}
			w.endHeading()
		}
	})
}

// append appends the report with the criteria that a function writes.
func (r *Report) append(out []byte, criteria func(*pageWriter)) ([]byte, error) {
	w := pageWriter{Writer: form.WriterTo(out), lean: r.lean, marks: r.marks}
	if !r.inline {
		w.sources = &once[rule.Source]{}
	}
	w.Open('{')
	w.Format(reportFormat)
	w.Flag("lean", r.lean)
	w.Key("grounds")
	w.grounds(&r.Grounds)
	w.Key("unit").Text(r.Unit)
	w.Member("unitName", r.UnitName)
	w.Constant("standard", r.Standard)
	w.Day("asOf", r.AsOf)
	w.Count("year", r.Year)
	w.Key("profile")
	r.Profile.write(&w.Writer, w.sources)
	w.Constant("column", r.Column)
	w.Constant("stage", r.Stage)
	w.Key("verdict").Code(r.Verdict)
	w.Flag("stated", r.Stated)
	w.Constant("reason", r.Reason)
	w.Key("leastMet").Int(r.Least)
	w.Key("mostMet").Int(r.Most)
	w.Key("restsOn").Open('{')
	w.Key("notStated").Int(r.RestsOn.NotStated)
	w.Key("self").Int(r.RestsOn.Self)
	w.Key("verified").Int(r.RestsOn.Verified)
	w.Key("appraised").Int(r.RestsOn.Appraised)
	w.Close('}')
	w.Count("notHeld", r.NotHeld)
	w.Key("statements").Open('[')
	for i := range r.Statements {
		s := &r.Statements[i]
		w.Open('{')
		w.Key("key").Text(s.Key)
		w.reading("reading", &s.Reading)
		w.Close('}')
	}
	w.Close(']')
	w.Key("criteria").Open('[')
	criteria(&w)
	w.Close(']')
	w.findings("findings", r.Findings)
	w.findings("caveats", r.Caveats)
	if !r.lean {
		w.rules(r.Findings, r.Caveats)
	}
	if r.Dossier != nil {
		w.Key("dossier")
		r.Dossier.write(&w.Writer, "", w.sources, r.Dossier.readings)
	}
	if !r.inline {
		w.Key("words").Open('[')
		for _, t := range w.words.list {
			w.Words(t)
		}
		w.Close(']')
		w.Key("sources").Open('[')
		for _, s := range w.sources.list {
			w.Source(s)
		}
		w.Close(']')
	}
	w.Close('}')
	return w.Bytes()
}

// grounds writes the grounds as encoding/json does.
func (w *pageWriter) grounds(g *rule.Grounds) {
	w.Open('{')
	w.Key("answer").Code(g.Kind)
	w.Key("authority").Words(g.Authority)
	w.Key("data").Text(g.Data)
	w.Key("record").Text(g.Record)
	w.Key("rulebooks").Open('[')
	for _, b := range g.Rulebooks {
		w.Open('{')
		w.Key("role").Text(b.Role)
		w.Key("id").Text(b.ID)
		w.Key("version").Text(b.Version)
		w.Key("digest").Text(b.Digest)
		w.Close('}')
	}
	w.Close(']')
	w.Constant("accepted", g.Accepted)
	w.Close('}')
}

// heading begins a criterion; its indicators come next.
func (w *pageWriter) heading(h *Heading) {
	w.Open('{')
	w.Key("no").Int(h.No)
	w.wording("name", h.Name)
	w.Key("verdict").Code(h.Verdict)
	w.Flag("stated", h.Stated)
	w.Constant("reason", h.Reason)
	w.reading("reading", &h.Reading)
	w.Key("indicators").Open('[')
}

func (w *pageWriter) endHeading() {
	w.Close(']')
	w.Close('}')
}

// row writes an indicator.
func (w *pageWriter) row(l *Line) {
	b := l.basisOf(&w.room, w.marks)
	w.line(l, &b, nil)
}

// Replay assesses the dossier of a stored report again, in the view of the report: the one that
// is given, or else the one that was stored with it. It says whether the same comes out,
// what differs, or that the dossier was not kept. The error is that of [Set.Assess], or
// [rule.ErrStored] for a text that is no report. Words are not compared, except those of
// findings.
func (s Set) Replay(stored []byte, of *Dossier) (rule.Replayed, error) {
	var then Report
	if err := then.UnmarshalJSON(stored); err != nil {
		return rule.Replayed{}, fmt.Errorf("%w: %w", rule.ErrStored, err)
	}
	if of == nil {
		of = then.Dossier
	}
	if of == nil {
		return rule.NotKept(), nil
	}
	a, err := s.Assess(*of)
	if err != nil {
		return rule.Replayed{}, err
	}
	if a = a.Accept(then.Grounds.Accepted); then.Stage != 0 {
		a = a.AtStage(then.Stage)
	}
	was, err := then.whole()
	if err != nil {
		return rule.Replayed{}, err
	}
	is, err := a.Report().whole()
	if err != nil {
		return rule.Replayed{}, err
	}
	return rule.Replay(was, is)
}

// whole is the lean JSON with everything in its place, so that one change is told once.
func (r Report) whole() ([]byte, error) {
	r = r.Lean()
	r.inline = true
	return r.AppendJSON(nil)
}

// storedReport is a report in JSON.
type storedReport struct {
	reportFields
	// Lean says that words were left out: they are those of the set and of the rules.
	Lean       bool              `json:"lean,omitempty"`
	Profile    storedProfile     `json:"profile"`
	Statements []storedStatement `json:"statements"`
	Criteria   []storedHeading   `json:"criteria"`
	Findings   []storedFinding   `json:"findings"`
	Caveats    []storedFinding   `json:"caveats"`
	// Rules are the words of the rules of which the findings tell, by code.
	Rules map[rule.Code]storedRule `json:"rules,omitempty"`
	// Dossier is what was assessed.
	Dossier *storedDossier `json:"dossier,omitempty"`
	// Words are arguments of findings; elsewhere their number, from 0, stands for them.
	Words []rule.Text `json:"words"`
	// Sources are the sources of the document; elsewhere their number, from 0, stands for them.
	Sources []rule.Source `json:"sources"`
}

type reportFields Report

// storedProfile is a profile whose source may be a number.
type storedProfile struct {
	Region  Region     `json:"region,omitzero"`
	Special bool       `json:"special,omitempty"`
	Group   Group      `json:"group,omitzero"`
	GroupBy *sourceRef `json:"groupBy,omitempty"`
	Area    Area       `json:"area,omitzero"`
	Zone    string     `json:"zone,omitempty"`
}

// storedDossier is a dossier whose sources may be numbers.
type storedDossier struct {
	dossierFields
	Profile  storedProfile         `json:"profile"`
	Readings map[string]readingRef `json:"readings"`
}

type dossierFields Dossier

func (in *storedDossier) dossier(all sourceList) *Dossier {
	if in == nil {
		return nil
	}
	d := Dossier(in.dossierFields)
	d.Profile = in.Profile.profile(all)
	if in.Readings != nil {
		d.Readings = make(map[string]Reading, len(in.Readings))
	}
	for key, r := range in.Readings {
		d.Readings[key] = all.reading(&r)
	}
	return &d
}

func (p *storedProfile) profile(all sourceList) Profile {
	return Profile{Region: p.Region, Special: p.Special, Group: p.Group, GroupBy: all.source(p.GroupBy), Area: p.Area, Zone: p.Zone}
}

type storedStatement struct {
	Key     string     `json:"key"`
	Reading readingRef `json:"reading,omitzero"`
}

type storedHeading struct {
	No      int       `json:"no"`
	Name    rule.Text `json:"name,omitzero"`
	Verdict Verdict   `json:"verdict"`
	// Stated says that the verdict rests on a statement, not on readings alone.
	Stated bool   `json:"stated,omitempty"`
	Reason Reason `json:"reason,omitzero"`
	// Reading is what was given of the criterion: a stated verdict, or a count of its
	// indicators. Refused says that its value cannot be used.
	Reading    readingRef   `json:"reading,omitzero"`
	Refused    bool         `json:"refused,omitempty"`
	Indicators []storedLine `json:"indicators"`
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Report) UnmarshalJSON(data []byte) error {
	var in storedReport
	if err := form.Build(data, reportFormat, &in, func() error { return in.lost().Err() }); err != nil {
		return err
	}
	all := sourceList(in.Sources)
	*r = Report(in.reportFields)
	r.lean = in.Lean
	r.Profile, r.Dossier = in.Profile.profile(all), in.Dossier.dossier(all)
	for _, s := range in.Statements {
		r.Statements = append(r.Statements, Statement{s.Key, all.reading(&s.Reading)})
	}
	for i := range in.Criteria {
		h := &in.Criteria[i]
		r.Criteria = append(r.Criteria, Heading{h.No, h.Name, h.Verdict, h.Stated, h.Reason, all.reading(&h.Reading)})
		for j := range h.Indicators {
			r.Lines = append(r.Lines, h.Indicators[j].line(all, h.No, nil))
		}
	}
	r.Shortfall = shortfallIn(r.Lines)
	r.Findings, r.Caveats = told(in.Findings, in.Rules, in.Words), told(in.Caveats, in.Rules, in.Words)
	return nil
}

// shortfallIn gathers the lines that are marked.
func shortfallIn(lines []Line) (s Shortfall) {
	lists := s.lists()
	put := func(l, row *Line) {
		if in := lists[l.read.lacks]; in != nil {
			*in = append(*in, *l)
			(*in)[len(*in)-1].Name = row.Name
		}
	}
	for i := range lines {
		row := &lines[i]
		if row.Stated || len(row.read.parts) > 0 {
			put(row, row)
		} else {
			for part := range row.Parts() {
				put(&part, row)
			}
		}
		for j := range row.read.parts {
			put(&row.read.parts[j], row)
		}
	}
	return s
}
