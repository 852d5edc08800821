package criteria

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// once lists values that stand once in a document; elsewhere their number in the list stands
// for them.
type once[T comparable] struct {
	list []T
	at   map[T]int
	last int
}

func (o *once[T]) number(v *T) int {
	if o.last < len(o.list) && o.list[o.last] == *v {
		return o.last // most stand beside their like
	}
	n, known := o.at[*v]
	if !known {
		if o.at == nil {
			o.at = map[T]int{}
		}
		n = len(o.list)
		o.list, o.at[*v] = append(o.list, *v), n
	}
	o.last = n
	return n
}

// writeSource writes a source, or its number in the list, where there is one.
func writeSource(w *form.Writer, s *rule.Source, sources *once[rule.Source]) {
	if sources == nil {
		w.Source(*s)
		return
	}
	w.Int(sources.number(s))
}

// sourceRef is a source in JSON: its number in the list of the document, or the source itself.
type sourceRef struct {
	number int
	source *rule.Source
}

func (r *sourceRef) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte("{")) {
		r.source = new(rule.Source)
		return form.Decode(data, "", r.source)
	}
	return form.Decode(data, "", &r.number)
}

// readingRef is a reading in JSON whose source may be a number.
type readingRef struct {
	Reading
	source *sourceRef
}

func (r *readingRef) UnmarshalJSON(data []byte) error {
	if !bytes.HasPrefix(data, []byte("{")) {
		return r.Reading.UnmarshalJSON(data)
	}
	var long longReading[*sourceRef]
	if err := form.Decode(data, "", &long); err != nil {
		return err
	}
	r.source = long.Source
	var err error
	r.Reading, err = long.reading(nil)
	return err
}

// pageWriter writes the lines of one document.
type pageWriter struct {
	form.Writer
	lean    bool
	sources *once[rule.Source] // nil where sources stand where they are
	words   once[rule.Text]
	room    partRoom
	marks   []lack
}

// wording writes words that a reader of the lean form looks up.
func (w *pageWriter) wording(name string, t rule.Text) {
	if !w.lean && t != (rule.Text{}) {
		w.Key(name).Words(t)
	}
}

func (w *pageWriter) reading(name string, r *Reading) {
	if !r.IsZero() {
		w.Key(name)
		r.write(&w.Writer, w.sources)
	}
}

// line writes an indicator, or a part of a row.
func (w *pageWriter) line(l *Line, b *basis, row *Line) {
	w.Open('{')
	w.Key("code").Text(l.Code)
	w.wording("name", l.Name)
	w.Key("verdict").Code(l.Verdict)
	w.Flag("stated", l.Stated)
	w.Constant("reason", l.Reason)
	w.Constant("unchecked", b.unchecked)
	parted := len(b.parts) > 0
	if parted {
		w.reading("reading", &b.own)
	} else {
		w.reading("reading", &l.Reading)
	}
	w.Constant("refused", b.refused)
	w.reading("previous", &b.previous)
	if n := l.Demand.node(); n != nil && !b.bare {
		w.Key("demand")
		n.Write(&w.Writer)
		if b.inWords == (rule.Text{}) && !w.lean {
			b.inWords = rule.Text{Vi: n.In(rule.Vi), En: n.In(rule.En)}
		}
		w.wording("inWords", b.inWords)
	}
	w.Flag("open", b.open)
	if row == nil {
		w.Member("unit", l.Unit)
	}
	w.Flag("mayNotApply", l.MayNotApply)
	if !parted {
		if gap, known := l.Gap(); known {
			w.Key("gap").Number(gap)
			w.Flag("gapCounts", l.GapCounts())
		}
		if !l.Source.IsZero() {
			w.Key("source")
			writeSource(&w.Writer, &l.Source, w.sources)
		}
		w.Key("confidence").Code(l.Confidence)
	}
	if missing := slices.Concat(l.Missing, b.missing); len(missing) > 0 {
		w.Key("missing").Texts(missing)
	}
	w.Constant("shortfall", b.lacks)
	if parted {
		w.Key("by").Int(b.by)
		w.deciding(l, b)
		w.Key("join")
		if l.view != nil {
			n := 0
			l.view.c.writeJoin(&w.Writer, l.root, &n)
		} else {
			b.join.write(&w.Writer)
		}
		w.Key("parts").Open('[')
		for i := range b.parts {
			w.line(&b.parts[i], b.parts[i].read, l)
		}
		w.Close(']')
	}
	w.Close('}')
}

// deciding writes the numbers of the parts on which the verdict rests.
func (w *pageWriter) deciding(l *Line, b *basis) {
	if l.Stated {
		return
	}
	w.Key("decides").Open('[')
	for _, n := range b.decides {
		w.Int(n)
	}
	if l.view != nil {
		l.view.applying(l.root, true, func(at uint16) {
			w.Int(slices.IndexFunc(b.parts, func(part Line) bool { return part.root == at }))
		})
	}
	w.Close(']')
}

// storedLine is a line in JSON.
type storedLine struct {
	// Code is the indicator's; of a part the key of its reading.
	Code    string    `json:"code"`
	Name    rule.Text `json:"name,omitzero"`
	Verdict Verdict   `json:"verdict"`
	// Stated says that the verdict is a publication's, not checked from readings.
	Stated bool `json:"stated,omitempty"`
	// Reason is why the verdict is unknown.
	Reason Reason `json:"reason,omitzero"`
	// Unchecked is why the reading of a row without parts does not decide, where something else
	// does.
	Unchecked Reason `json:"unchecked,omitzero"`
	// Reading is what was given under the code. Refused says what of it cannot be used; the
	// findings say why.
	Reading readingRef `json:"reading,omitzero"`
	Refused refusal    `json:"refused,omitzero"`
	// Previous is the earlier value, where the demand is a multiple of it.
	Previous readingRef  `json:"previous,omitzero"`
	Demand   Requirement `json:"demand,omitzero"`
	InWords  rule.Text   `json:"inWords,omitzero"` // the demand
	// Open says that the table leaves open what is demanded.
	Open bool   `json:"open,omitempty"`
	Unit string `json:"unit,omitempty"`
	// MayNotApply says that the reading "n/a" is allowed and counts as reached.
	MayNotApply bool        `json:"mayNotApply,omitempty"`
	Gap         rule.Number `json:"gap"` // missing where it is not known
	// GapCounts says that the gap is a count of cases, not in the unit of the indicator.
	GapCounts bool `json:"gapCounts,omitempty"`
	// Source is the number of the source in the list of the document.
	Source     *sourceRef      `json:"source,omitempty"`
	Confidence rule.Confidence `json:"confidence,omitzero"`
	// Missing is the keys of the readings that are missing and would decide.
	Missing []string `json:"missing,omitempty"`
	// Shortfall says that the line keeps the commune from the standard, by a number, by a
	// condition, or because it is unknown.
	Shortfall lack `json:"shortfall,omitzero"`
	// By is the number, from 0, of the part whose reading, gap and source are the indicator's.
	By int `json:"by,omitempty"`
	// Decides is the numbers of the parts on which the verdict rests.
	Decides []int `json:"decides,omitempty"`
	// Join says how the parts are joined: the number of a part, or {"all": […]}, {"any": […]},
	// {"firstOf": […]}, {"when": [condition, then, otherwise]}.
	Join joined `json:"join,omitzero"`
	// Parts are the readings that the demand asks for, where it asks for others than the one
	// under the code, in the order of the demand. A part without a demand is left open.
	Parts []storedLine `json:"parts,omitempty"`
}

// sourceList finds the sources of a document by number.
type sourceList []rule.Source

func (all sourceList) source(r *sourceRef) (s rule.Source) {
	switch {
	case r == nil:
	case r.source != nil:
		s = *r.source
	case r.number >= 0 && r.number < len(all):
		s = all[r.number]
	}
	return s
}

func (all sourceList) reading(r *readingRef) Reading {
	if s := all.source(r.source); !s.IsZero() {
		return r.From(s)
	}
	return r.Reading
}

// line is a line as it was written.
func (in *storedLine) line(all sourceList, criterion int, of *storedLine) Line {
	l := Line{
		Code: in.Code, Name: in.Name, Criterion: criterion, Verdict: in.Verdict, Stated: in.Stated, Reason: in.Reason,
		Reading: all.reading(&in.Reading), Demand: in.Demand, Unit: in.Unit, Source: all.source(in.Source), Confidence: in.Confidence,
		MayNotApply: in.MayNotApply,
	}
	b := &basis{
		by: in.By, decides: in.Decides, join: in.Join, unchecked: in.Unchecked, open: in.Open, inWords: in.InWords, previous: all.reading(&in.Previous), refused: in.Refused, lacks: in.Shortfall, gap: in.Gap,
	}
	if l.read = b; l.Verdict != Unknown {
		b.missing = in.Missing
	} else {
		l.Missing = in.Missing
	}
	if of != nil {
		if b.bare = l.Demand.IsZero(); b.bare {
			l.Demand = of.Demand
		}
		if !isAttribute(l.Code) {
			l.Unit = of.Unit
		}
	}
	if len(in.Parts) == 0 {
		return l
	}
	b.own = l.Reading
	for i := range in.Parts {
		b.parts = append(b.parts, in.Parts[i].line(all, criterion, in))
	}
	by := &b.parts[max(0, min(b.by, len(b.parts)-1))]
	l.Source, l.Confidence = by.Source, by.Confidence
	if !l.Stated && !by.Reading.IsZero() {
		l.Reading = by.Reading
	}
	if !l.Stated && l.Verdict != NotApplicable {
		b.gap = by.read.gap
	}
	return l
}

// MarshalJSON writes the line with its parts, its gap and its sources in their places.
func (l Line) MarshalJSON() ([]byte, error) {
	var w pageWriter
	b := l.basisOf(&w.room, nil)
	w.line(&l, &b, nil)
	return w.Bytes()
}

// UnmarshalJSON reads what MarshalJSON writes.
func (l *Line) UnmarshalJSON(data []byte) error {
	var in storedLine
	whole := func() error {
		var l lost
		l.line(&in, func() rule.Path { return "" })
		return l.found.Err()
	}
	if err := form.Build(data, "", &in, whole); err != nil {
		return err
	}
	*l = in.line(nil, 0, nil)
	return nil
}

// findings writes a list of findings. The words of each rule stand once in the document, and
// so do arguments that have two wordings.
func (w *pageWriter) findings(name string, found rule.Findings) {
	w.Key(name).Open('[')
	for i := range found {
		f := &found[i]
		w.Open('{')
		w.Key("kind").Code(f.Kind)
		w.Key("code").Text(string(f.Code()))
		w.Member("path", string(f.Path))
		if len(f.Args) > 0 {
			w.Key("args").Open('{')
			for _, a := range f.Args {
				switch w.Key(a.Name); {
				case a.Text.Vi == a.Text.En:
					w.Text(a.Text.Vi)
				case w.sources == nil:
					w.Words(a.Text)
				default:
					w.Int(w.words.number(&a.Text))
				}
			}
			w.Close('}')
		}
		w.Close('}')
	}
	w.Close(']')
}

// rules writes the words of the rules of which findings tell.
func (w *pageWriter) rules(lists ...rule.Findings) {
	rows := map[rule.Code]rule.Rule{}
	for _, found := range lists {
		for i := range found {
			if code := found[i].Code(); rows[code].Code == "" {
				rows[code] = found[i].Rule()
			}
		}
	}
	if len(rows) == 0 {
		return
	}
	w.Key("rules").Open('{')
	for _, code := range slices.Sorted(maps.Keys(rows)) {
		w.Key(string(code)).Open('{')
		w.Key("origin").Code(rows[code].Origin)
		w.Key("text").Words(rows[code].Text)
		w.Close('}')
	}
	w.Close('}')
}

// storedFinding is a finding in JSON.
type storedFinding struct {
	Kind rule.Kind         `json:"kind"`
	Code rule.Code         `json:"code"`
	Path rule.Path         `json:"path,omitempty"`
	Args map[string]argRef `json:"args,omitempty"`
}

// argRef is an argument in JSON: its words, or the number of them in the list of the document.
type argRef struct {
	text   string
	number int // one more than it; 0 where there are words, below 0 where it stands for none
}

func (r *argRef) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte(`"`)) {
		return form.Decode(data, "", &r.text)
	}
	err := form.Decode(data, "", &r.number)
	if r.number >= 0 {
		r.number++
	}
	return err
}

// storedRule is a rule in JSON.
type storedRule struct {
	Origin rule.Origin `json:"origin"`
	Text   rule.Text   `json:"text"` // an argument is named in braces
}

// told is the findings of a document that has lost nothing, by its own rules, or those of the
// package.
func told(in []storedFinding, rules map[rule.Code]storedRule, words []rule.Text) rule.Findings {
	found := make(rule.Findings, len(in))
	for i, f := range in {
		args := make([]rule.Arg, 0, len(f.Args))
		for _, name := range slices.Sorted(maps.Keys(f.Args)) {
			ref := f.Args[name]
			text := rule.Text{Vi: ref.text, En: ref.text}
			if ref.number > 0 {
				text = words[ref.number-1]
			}
			args = append(args, rule.Arg{Name: name, Text: text})
		}
		if own := rules[f.Code]; own.Text != (rule.Text{}) {
			found[i] = rule.FindingParts{Kind: f.Kind, Code: f.Code, Path: f.Path, Origin: own.Origin, Args: args, Text: own.Text}.Finding()
		} else {
			found[i] = table.Finding(f.Kind, f.Code, f.Path, args...)
		}
	}
	return found
}

// lost gathers the numbers in a document that stand for nothing in its lists.
type lost struct {
	sources, words int
	found          rule.Findings
}

func (in *storedReport) lost() rule.Findings {
	l := lost{sources: len(in.Sources), words: len(in.Words)}
	l.source(in.Profile.GroupBy, func() rule.Path { return "profile.groupBy" })
	if d := in.Dossier; d != nil {
		l.source(d.Profile.GroupBy, func() rule.Path { return "dossier.profile.groupBy" })
		for _, key := range slices.Sorted(maps.Keys(d.Readings)) {
			l.source(d.Readings[key].source, func() rule.Path { return rule.Path("dossier.readings").Key(key).Key("source") })
		}
	}
	for i := range in.Statements {
		l.source(in.Statements[i].Reading.source, func() rule.Path { return rule.Path("statements").Index(i).Key("reading").Key("source") })
	}
	for i := range in.Criteria {
		h, at := &in.Criteria[i], rule.Path("criteria").Index(i)
		l.source(h.Reading.source, func() rule.Path { return at.Key("reading").Key("source") })
		for j := range h.Indicators {
			l.line(&h.Indicators[j], func() rule.Path { return at.Key("indicators").Index(j) })
		}
	}
	l.args(in.Findings, "findings")
	l.args(in.Caveats, "caveats")
	return l.found
}

func (l *lost) tell(is bool, at func() rule.Path) {
	if is {
		l.found = append(l.found, table.Broken(ErrReference, at()))
	}
}

func (l *lost) source(r *sourceRef, at func() rule.Path) {
	l.tell(r != nil && r.source == nil && (r.number < 0 || r.number >= l.sources), at)
}

func (l *lost) line(in *storedLine, at func() rule.Path) {
	l.source(in.Source, func() rule.Path { return at().Key("source") })
	l.source(in.Reading.source, func() rule.Path { return at().Key("reading").Key("source") })
	l.source(in.Previous.source, func() rule.Path { return at().Key("previous").Key("source") })
	parts := max(1, len(in.Parts))
	none := func(n int) bool { return n < 0 || n >= parts }
	l.tell(none(in.By), func() rule.Path { return at().Key("by") })
	l.tell(slices.ContainsFunc(in.Decides, none), func() rule.Path { return at().Key("decides") })
	l.tell(!in.Join.within(parts), func() rule.Path { return at().Key("join") })
	for i := range in.Parts {
		l.line(&in.Parts[i], func() rule.Path { return at().Key("parts").Index(i) })
	}
}

func (l *lost) args(in []storedFinding, at rule.Path) {
	for i, f := range in {
		for _, name := range slices.Sorted(maps.Keys(f.Args)) {
			n := f.Args[name].number
			l.tell(n < 0 || n > l.words, func() rule.Path { return at.Index(i).Key("args").Key(name) })
		}
	}
}

// sorted gives findings their arguments in the order of the names, as JSON has them.
func sorted(found rule.Findings) rule.Findings {
	for i := range found {
		slices.SortFunc(found[i].Args, func(a, b rule.Arg) int { return strings.Compare(a.Name, b.Name) })
	}
	return found
}

// longReading is the long form of a reading, with one way or another to name its source.
type longReading[S any] struct {
	Value   shortReading `json:"value,omitzero"`
	Said    Verdict      `json:"stated,omitzero"`
	Stage   Stage        `json:"stage,omitzero"`
	AsOf    civil.Date   `json:"asOf,omitzero"`
	Poverty string       `json:"poverty,omitempty" validate:"max=64"`
	Source  S            `json:"source,omitempty"`
}

// reading is the reading in its short form with the rest.
func (long *longReading[S]) reading(source *rule.Source) (r Reading, err error) {
	if long.Value != "" {
		if r, err = ParseReading(string(long.Value)); err != nil {
			return Reading{}, err
		}
	}
	r.Said, r.Stage, r.AsOf, r.Poverty, r.source = long.Said, long.Stage, long.AsOf, long.Poverty, source
	return r, nil
}
