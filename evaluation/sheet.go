package evaluation

import (
	"fmt"
	"math"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Subject is what a sheet is about: a [SupportWork], a [SupportOutcome] or a
// [CommuneResult], and nothing else.
type Subject interface {
	fmt.Stringer
	rule.Worded
	// whole reports whether the key is complete.
	whole() bool
	// rated is the year that is evaluated.
	rated() int
}

// SupportWork is how a leader supported communes in a year (kết quả hoạt động lãnh đạo
// giúp đỡ xã). Who evaluates it is for the province's text to say ([duty.EvaluateWork]).
type SupportWork struct {
	Leader string `json:"leader" validate:"max=100"` // id
	Year   int    `json:"year"`
	// Commune is set where the sheet is the part for one of several communes, to be
	// combined by [Policy.Combine]; else the sheet is about the whole year's work.
	Commune org.UnitCode `json:"commune,omitempty" validate:"max=16"`
}

// SupportOutcome is what the support of an assignment brought in a year (kết quả giúp
// đỡ xã). Who evaluates it is for the province's text to say ([duty.EvaluateOutcome]).
type SupportOutcome struct {
	Assignment string `json:"assignment" validate:"max=100"` // id
	Year       int    `json:"year"`
}

// CommuneResult is the commune's own result on a day, which the bearers of
// [duty.EvaluateCommune] follow and evaluate.
type CommuneResult struct {
	Commune org.UnitCode `json:"commune" validate:"max=16"`
	AsOf    civil.Date   `json:"asOf,omitzero"`
}

// normal is the subject with its ids in the one spelling in which they are compared.
func (w SupportWork) normal() SupportWork {
	w.Leader, w.Commune = rule.Normal(w.Leader), rule.Normal(w.Commune)
	return w
}

func (w SupportWork) whole() bool    { return w.Leader != "" && w.Year > 0 && w.Year <= 9999 }
func (o SupportOutcome) whole() bool { return o.Assignment != "" && o.Year > 0 && o.Year <= 9999 }
func (r CommuneResult) whole() bool  { return r.Commune != "" && r.AsOf.IsValid() }

func (w SupportWork) rated() int    { return w.Year }
func (o SupportOutcome) rated() int { return o.Year }
func (r CommuneResult) rated() int  { return r.AsOf.Year }

// String says the object in Vietnamese, without the leader's id.
func (w SupportWork) String() string { return w.In(rule.Vi) }

// String says the object in Vietnamese.
func (o SupportOutcome) String() string { return o.In(rule.Vi) }

// String says the object in Vietnamese.
func (r CommuneResult) String() string { return r.In(rule.Vi) }

// In says the object without the leader's id, which may tell who it is.
func (w SupportWork) In(l rule.Lang) string {
	text := fmt.Sprintf(rule.Text{Vi: "kết quả hoạt động giúp đỡ xã năm %d", En: "support work of %d"}.In(l), w.Year)
	if w.Commune != "" {
		text += rule.Text{Vi: ", xã ", En: ", commune "}.In(l) + string(w.Commune)
	}
	return text
}

// In says the object.
func (o SupportOutcome) In(l rule.Lang) string {
	return fmt.Sprintf(rule.Text{Vi: "kết quả giúp đỡ xã năm %d, phân công %s", En: "outcome of the support of %d, assignment %s"}.In(l), o.Year, o.Assignment)
}

// In says the object.
func (r CommuneResult) In(l rule.Lang) string {
	return fmt.Sprintf(rule.Text{Vi: "kết quả của xã %s đến ngày %s", En: "result of commune %s as of %s"}.In(l), r.Commune, rule.FormatDate(r.AsOf, l))
}

// Sheet is a score sheet filled in (phiếu chấm điểm). It is about exactly one object.
type Sheet struct {
	ID string `json:"id" validate:"max=100"`
	// Scheme is the id of the scheme that the sheet binds itself to; may be empty.
	Scheme string `json:"scheme,omitempty" validate:"max=64"`
	// About is stored as {"supportWork": {…}}, {"supportOutcome": {…}} or {"communeResult": {…}}.
	About Subject `json:"about"`
	// Span is the days of the year on which the assignment was in force, where it was not in
	// force all the year.
	Span      rule.Span    `json:"span,omitzero"`
	Entries   []Entry      `json:"entries" validate:"dive"`
	Bonus     []Adjustment `json:"bonus,omitempty" validate:"dive"`
	Penalties []Adjustment `json:"penalties,omitempty" validate:"dive"`
	// StatedTotal and StatedRating are what the paper says. They are compared, never used.
	StatedTotal  rule.Number `json:"statedTotal"`
	StatedRating Rating      `json:"statedRating,omitzero"`
	// Evaluators are the bodies that took part.
	Evaluators []Evaluator `json:"evaluators,omitempty" validate:"dive"`
	// Published is the day on which the one evaluated was first told, Settled the first day on
	// which no appeal was open any more.
	Published civil.Date `json:"published,omitzero"`
	Settled   civil.Date `json:"settled,omitzero"`
	// Events is what else happened to the sheet, in any order.
	Events []Event `json:"events,omitempty" validate:"dive"`
	// Answers are on the conditions that the scheme demands beside the score.
	Answers []Answer `json:"answers,omitempty" validate:"dive"`
}

// Entry is one line of a sheet. For a heading with lines of its own it is a stated
// subtotal in points, which is compared and never used.
type Entry struct {
	Line string `json:"line" validate:"required,max=64"`
	// Self is the self score (điểm tự chấm), Verified the re-checked one (điểm phúc tra).
	Self     Mark `json:"self"`
	Verified Mark `json:"verified"`
	// Others are the marks of the other columns of the scheme.
	Others []ColumnMark `json:"others,omitempty" validate:"max=8,dive"`
	// NotAssigned says that the year brought no task for the line (không được giao).
	NotAssigned bool     `json:"notAssigned,omitempty"`
	Evidence    []string `json:"evidence,omitempty" validate:"dive,max=500"`
	Note        string   `json:"note,omitempty" validate:"max=1000"`
	// From is from which facts a mark was made; the mark is compared with it.
	From *Derivation `json:"from,omitempty"`
}

// ColumnMark is a mark in a column that the scheme names.
type ColumnMark struct {
	Column string `json:"column" validate:"required,max=64"`
	Mark   Mark   `json:"mark"`
}

// Answer says whether what a condition names is the case.
type Answer struct {
	Condition string   `json:"condition" validate:"required,max=64"`
	Is        Reply    `json:"is"`
	Evidence  []string `json:"evidence,omitempty" validate:"dive,max=500"`
}

// Adjustment is a bonus or a penalty: points of at least 0, with the reason.
type Adjustment struct {
	Reason string      `json:"reason" validate:"required,max=500"`
	Points rule.Number `json:"points"`
}

// Evaluator is a body that took part in the evaluation, with the day on which it signed.
type Evaluator struct {
	Body   org.BodyID `json:"body" validate:"required,max=100"`
	Signed civil.Date `json:"signed,omitzero"`
}

// day is the day as of which a sheet is judged: that of its publishing, else the last on
// which somebody signed. Where it has neither (dated is false) it is the last of the rated
// year, and zero where that is not known either.
func (s *Sheet) day() (day civil.Date, dated bool) {
	if s.Published.IsValid() {
		return s.Published, true
	}
	for _, e := range s.Evaluators {
		if e.Signed.IsValid() && e.Signed.After(day) {
			day = e.Signed
		}
	}
	if day.IsValid() || !isWhole(s.About) {
		return day, day.IsValid()
	}
	return rule.Year(s.About.rated()).To, false
}

// row is an entry that says no more than two marks: all that is kept of it, without a
// pointer, so that a result of many lines is small.
type row struct {
	self, verified             int64
	selfKind, verifiedKind     markKind
	selfPlaces, verifiedPlaces int8
	line                       uint16
}

// packed is the number of a mark in one word; false of one that does not fit.
func (m *Mark) packed() (int64, bool) {
	if m.kind != markShare {
		return m.num, m.wide == nil
	}
	return m.num<<32 | m.den, m.wide == nil && uint64(m.num) <= math.MaxInt32 && uint64(m.den) <= math.MaxInt32 //nolint:gosec // one below 0 is above it
}

// unpacked is the mark of such a number.
func unpacked(word int64, k markKind, places int8) Mark {
	switch k {
	case markNone:
		return Mark{}
	case markShare:
		return Mark{num: word >> 32, den: word & math.MaxInt32, kind: k}
	case markPercent:
		return Mark{num: word, den: hundred, kind: k, places: places}
	}
	return Mark{num: word, den: one, kind: k, places: places}
}

// mark is the mark of a row in one of the two columns.
func (w *row) mark(column int) Mark {
	if column == self {
		return unpacked(w.self, w.selfKind, w.selfPlaces)
	}
	return unpacked(w.verified, w.verifiedKind, w.verifiedPlaces)
}

// take makes entry i, of line n, a row. Where it says more or has a mark that does not fit, the
// sheet is kept as it is.
func (r *Result) take(e *Entry, i, n int) {
	self, fits := e.Self.packed()
	verified, also := e.Verified.packed()
	if !fits || !also || e.says() {
		r.rows = nil
		return
	}
	r.rows[i] = row{self, verified, e.Self.kind, e.Verified.kind, e.Self.places, e.Verified.places, uint16(n)} //nolint:gosec // a scheme has at most a thousand lines
}

// says reports whether an entry says more than two marks.
func (e *Entry) says() bool {
	return e.Others != nil || e.Evidence != nil || e.From != nil || e.Note != "" || e.NotAssigned
}

// keep keeps a sheet, of which the rows are taken already.
func (r *Result) keep(s *Sheet) {
	bare := *s
	if r.rows != nil {
		bare.Entries = nil
	}
	r.kept = bare.clone()
	r.kept.About = r.about
}

// sheet is a copy of what was scored that shares nothing with it; nil where nothing was.
func (r *Result) sheet() *Sheet {
	if r.kept == nil {
		return nil
	}
	k := r.kept.clone()
	if r.rows != nil {
		k.Entries = make([]Entry, len(r.rows))
		for i := range r.rows {
			w := &r.rows[i]
			k.Entries[i] = Entry{Line: r.c.lines[w.line].code, Self: w.mark(self), Verified: w.mark(rates)}
		}
	}
	return k
}

// clone is a copy of a sheet that shares no list with it.
func (s *Sheet) clone() *Sheet {
	k := *s
	k.Entries = cloneEntries(s.Entries)
	k.Bonus, k.Penalties, k.Evaluators = slices.Clone(s.Bonus), slices.Clone(s.Penalties), slices.Clone(s.Evaluators)
	k.Events, k.Answers = slices.Clone(s.Events), slices.Clone(s.Answers)
	for i := range k.Answers {
		k.Answers[i].Evidence = slices.Clone(k.Answers[i].Evidence)
	}
	return &k
}

func cloneEntries(entries []Entry) []Entry {
	list := slices.Clone(entries)
	n := 0
	for i := range list {
		e := &list[i]
		n += len(e.Evidence)
		e.Others, e.From = slices.Clone(e.Others), e.From.clone()
	}
	all := make([]string, 0, n)
	for i := range list {
		if e := &list[i]; len(e.Evidence) > 0 {
			from := len(all)
			all = append(all, e.Evidence...)
			e.Evidence = all[from:len(all):len(all)]
		}
	}
	return list
}

const sheetFormat = "giupxa.sheet/1"

// sheetJSON is a sheet as it is stored.
type sheetJSON struct {
	ID           string       `json:"id" validate:"max=100"`
	Scheme       string       `json:"scheme,omitempty" validate:"max=64"`
	About        subjectJSON  `json:"about"`
	Span         rule.Span    `json:"span,omitzero"`
	Entries      []Entry      `json:"entries" validate:"dive"`
	Bonus        []Adjustment `json:"bonus,omitempty" validate:"dive"`
	Penalties    []Adjustment `json:"penalties,omitempty" validate:"dive"`
	StatedTotal  rule.Number  `json:"statedTotal"`
	StatedRating Rating       `json:"statedRating,omitzero"`
	Evaluators   []Evaluator  `json:"evaluators,omitempty" validate:"dive"`
	Published    civil.Date   `json:"published,omitzero"`
	Settled      civil.Date   `json:"settled,omitzero"`
	Events       []Event      `json:"events,omitempty" validate:"dive"`
	Answers      []Answer     `json:"answers,omitempty" validate:"dive"`
}

type subjectJSON struct {
	SupportWork    *SupportWork    `json:"supportWork,omitempty"`
	SupportOutcome *SupportOutcome `json:"supportOutcome,omitempty"`
	CommuneResult  *CommuneResult  `json:"communeResult,omitempty"`
}

func toJSON(s Subject) subjectJSON {
	switch x := s.(type) {
	case SupportWork:
		return subjectJSON{SupportWork: &x}
	case SupportOutcome:
		return subjectJSON{SupportOutcome: &x}
	case CommuneResult:
		return subjectJSON{CommuneResult: &x}
	}
	return subjectJSON{}
}

// subjects lists what is named; a sheet in order names one.
func (j subjectJSON) subjects() []Subject {
	var all []Subject
	if j.SupportWork != nil {
		all = append(all, *j.SupportWork)
	}
	if j.SupportOutcome != nil {
		all = append(all, *j.SupportOutcome)
	}
	if j.CommuneResult != nil {
		all = append(all, *j.CommuneResult)
	}
	return all
}

// UnmarshalJSON reads a sheet and reports all its faults of form at once; a sheet that
// names two objects is one of them.
func (s *Sheet) UnmarshalJSON(data []byte) error {
	var in sheetJSON
	err := form.Decode(data, sheetFormat, &in)
	found, isForm := rule.FindingsIn(err)
	if err != nil && !isForm {
		return err
	}
	*s = Sheet{
		ID: in.ID, Scheme: in.Scheme, Span: in.Span, Entries: in.Entries, Bonus: in.Bonus, Penalties: in.Penalties,
		StatedTotal: in.StatedTotal, StatedRating: in.StatedRating, Evaluators: in.Evaluators,
		Published: in.Published, Settled: in.Settled, Events: in.Events, Answers: in.Answers,
	}
	switch named := in.About.subjects(); len(named) {
	case 0:
	case 1:
		s.About = named[0]
	default:
		found = append(found, table.Broken(ErrSubject, "about"))
	}
	return found.Err()
}

// MarshalJSON writes the sheet with its format version.
func (s Sheet) MarshalJSON() ([]byte, error) {
	return form.Encode(sheetFormat, sheetJSON{
		ID: s.ID, Scheme: s.Scheme, About: toJSON(s.About), Span: s.Span, Entries: s.Entries, Bonus: s.Bonus, Penalties: s.Penalties,
		StatedTotal: s.StatedTotal, StatedRating: s.StatedRating, Evaluators: s.Evaluators,
		Published: s.Published, Settled: s.Settled, Events: s.Events, Answers: s.Answers,
	})
}
