package duty

import (
	"iter"
	"slices"
	"sync"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Group is bearers that act as one: a duty that names the group is borne by all
// its members or not at all.
type Group struct {
	ID      string       `json:"id" validate:"required,max=100"`
	Members []org.BodyID `json:"members" validate:"required"`
}

// Transfer says where a body's part in a duty went when the body, or its level,
// ceased. Nobody holds it where To is empty. It is a Reading: the alternative is
// that the part lapsed.
type Transfer struct {
	Duty       rule.DutyID     `json:"duty" validate:"required,max=100"`
	From       org.BodyID      `json:"from" validate:"required,max=100"`
	To         []org.BodyID    `json:"to"`
	On         civil.Date      `json:"on,omitzero"`
	Confidence rule.Confidence `json:"confidence"`
	Why        rule.Text       `json:"why"`
}

// Caveat limits every answer of a matrix on the days of its span.
type Caveat struct {
	Span rule.Span `json:"span,omitzero"`
	Text rule.Text `json:"text"`
}

// Parts are what a matrix is made of: the input record of [NewMatrix], which a
// province writes in code or as JSON.
type Parts struct {
	// Basis is the text: each duty takes its passage and, where it leaves them out, its
	// words from there.
	Basis      Basis          `json:"basis"`
	Government org.Government `json:"government" validate:"required"`
	Span       rule.Span      `json:"span,omitzero"` // the days for which the matrix answers
	Bodies     []org.Body     `json:"bodies" validate:"dive"`
	Groups     []Group        `json:"groups" validate:"dive"`
	Addressees []org.BodyID   `json:"addressees"`
	Duties     []Duty         `json:"duties" validate:"dive"`
	Transfers  []Transfer     `json:"transfers" validate:"dive"`
	Caveats    []Caveat       `json:"caveats"`
}

// clone copies the lists, so that nobody outside holds them.
func (p Parts) clone() Parts {
	p.Bodies, p.Groups, p.Addressees = slices.Clone(p.Bodies), slices.Clone(p.Groups), slices.Clone(p.Addressees)
	p.Duties, p.Transfers, p.Caveats = slices.Clone(p.Duties), slices.Clone(p.Transfers), slices.Clone(p.Caveats)
	for i := range p.Bodies {
		p.Bodies[i] = p.Bodies[i].Clone()
	}
	for i := range p.Groups {
		p.Groups[i].Members = slices.Clone(p.Groups[i].Members)
	}
	for i := range p.Transfers {
		p.Transfers[i].To = slices.Clone(p.Transfers[i].To)
	}
	return p
}

// Side is on which side of a duty a body stands. The zero value is invalid.
type Side uint8

// The sides.
const (
	_       Side = iota
	Bearer       // it bears the duty
	Beside       // it acts beside the bearers or directs them
	Towards      // the duty is owed towards it
)

var sides = rule.NewEnum[Side]("side", rule.Word{},
	rule.Word{Code: "bearer", Vi: "chịu trách nhiệm", En: "bearer"},
	rule.Word{Code: "beside", Vi: "cùng tham gia", En: "beside"},
	rule.Word{Code: "towards", Vi: "đối tượng", En: "towards"},
)

// Entry is one cell of a matrix: a body, its verb and its side in a duty.
type Entry struct {
	Duty Duty       `json:"duty"`
	Body org.BodyID `json:"body"`
	Verb Verb       `json:"verb,omitzero"`
	Side Side       `json:"side"`
}

// Matrix is who must do what towards whom under one model of government (ma trận
// trách nhiệm). It is immutable; its zero value is empty.
type Matrix struct {
	m   *matrix
	day civil.Date
}

type matrix struct {
	parts  Parts
	cells  []cell
	duties map[rule.DutyID]int
	bodies map[org.BodyID]int
	ofBody map[org.BodyID][]int32 // cells
	ofDuty []([2]int32)           // first and last+1 cell of each duty

	edition func() rule.Edition
}

type cell struct {
	duty int32
	Party
	side Side
}

// NewMatrix checks the form of the parts and reports every fault as
// [rule.Findings]: an id given twice, an empty id, missing words, a span that is
// not valid. What the matrix says wrongly is [Matrix.Check]'s to tell.
func NewMatrix(p Parts) (Matrix, error) {
	p = p.clone()
	for i, d := range p.Duties {
		p.Duties[i] = p.Basis.complete(d)
	}
	if found := p.faults(); found.Err() != nil {
		return Matrix{}, found.Err()
	}
	m := &matrix{
		parts:  p,
		duties: make(map[rule.DutyID]int, len(p.Duties)),
		bodies: make(map[org.BodyID]int, len(p.Bodies)),
		ofBody: make(map[org.BodyID][]int32, len(p.Bodies)),
	}
	m.edition = sync.OnceValue(func() rule.Edition {
		return rule.EditionOf(p.Basis.Edition().ID, p.Basis.Edition().Version, p)
	})
	for i, b := range p.Bodies {
		m.bodies[b.ID] = i
	}
	for i, d := range p.Duties {
		m.duties[d.ID] = i
		from := int32(len(m.cells))
		for side, list := range d.sides() {
			for _, party := range list.list {
				m.ofBody[party.Body] = append(m.ofBody[party.Body], int32(len(m.cells)))
				m.cells = append(m.cells, cell{int32(i), party, side})
			}
		}
		m.ofDuty = append(m.ofDuty, [2]int32{from, int32(len(m.cells))})
	}
	return Matrix{m: m}, nil
}

// sides goes through the three lists of a duty.
func (d Duty) sides() iter.Seq2[Side, Parties] {
	return func(yield func(Side, Parties) bool) {
		_ = yield(Bearer, d.Bearers) && yield(Beside, d.With) && yield(Towards, d.Towards)
	}
}

func (p Parts) faults() rule.Findings {
	var found rule.Findings
	report := func(c rule.Code, at rule.Path, args ...rule.Arg) { found = append(found, table.Broken(c, at, args...)) }
	if p.Government.Levels() == nil {
		report(ErrIncomplete, "government", missing("mô hình chính quyền", "the model of government"))
	}
	if p.Span.Check() != nil {
		report(ErrMatrixSpan, "span", rule.A("span", p.Span))
	}
	if p.Basis.IsZero() {
		report(ErrIncomplete, "basis", missing("văn bản giao nhiệm vụ", "the text that lays the duties down"))
	}
	seen := map[string]bool{}
	once := func(at rule.Path, kind, id string) {
		if id == "" {
			report(ErrIncomplete, at.Key("id"), missing("mã", "the id"))
		} else if seen[kind+id] {
			report(ErrRepeatedID, at.Key("id"), rule.A("id", id))
		}
		seen[kind+id] = true
	}
	for i, b := range p.Bodies {
		at := rule.Path("bodies").Index(i)
		once(at, "body ", string(b.ID))
		if b.Span.Check() != nil {
			report(ErrMatrixSpan, at.Key("span"), rule.A("span", b.Span))
		}
	}
	for i, g := range p.Groups {
		once(rule.Path("groups").Index(i), "group ", g.ID)
	}
	for i, d := range p.Duties {
		at := rule.Path("duties").Index(i)
		once(at, "duty ", string(d.ID))
		if d.ID != "" && !p.Basis.IsZero() && !p.Basis.Lays(d.ID) {
			report(ErrUnknownDuty, at.Key("id"), rule.A("duty", rule.Shorten(string(d.ID))))
		}
		if p.Basis.IsZero() && !isKnown(d.ID) {
			continue // its words would come from the basis
		}
		found = append(found, d.faults(at)...)
	}
	return found
}

// faults judges the form of a duty.
func (d Duty) faults(at rule.Path) rule.Findings {
	var found rule.Findings
	if lacks := d.Text.Lacks(); lacks != (rule.Text{}) {
		found = append(found, table.Broken(ErrIncomplete, at.Key("text"), rule.A("what", lacks)))
	}
	if d.Nature == 0 {
		found = append(found, table.Broken(ErrIncomplete, at.Key("nature"), missing("tính chất", "the nature")))
	}
	if d.Per == 0 {
		found = append(found, table.Broken(ErrIncomplete, at.Key("per"), missing("đối tượng", "what it is owed for")))
	}
	if (d.Limit == FixedDay) != d.Latest.IsValid() {
		latest := rule.A("latest", d.Latest)
		if d.Latest.IsZero() {
			latest = rule.A("latest", rule.Text{Vi: "chưa ghi", En: "not given"})
		}
		found = append(found, table.Broken(ErrLatest, at.Key("latest"), latest, rule.A("limit", d.Limit)))
	}
	return found
}

// complete fills what a duty leaves out: its passage from the text, its words and nature
// from what the text or this module declares of it.
func (b Basis) complete(d Duty) Duty {
	own, ok := b.Duty(d.ID)
	if !ok {
		return d.whole()
	}
	if d.Source.IsZero() {
		d.Source = own.Source
	}
	if d.Origin == 0 {
		d.Origin = own.Origin
	}
	if i, declared := b.inner().own[d.ID]; declared {
		o := b.inner().parts.Own[i]
		if d.Nature == 0 {
			d.Nature = o.Nature
		}
		if d.Record == "" {
			d.Record = o.Record
		}
		if d.Per == 0 {
			d.Per = o.Per
		}
		if d.Text == (rule.Text{}) {
			d.Text = o.Text
		}
	}
	return d.whole()
}

func missing(vi, en string) rule.Arg { return rule.A("what", rule.Text{Vi: vi, En: en}) }

const matrixFormat = "giupxa.matrix/1"

// UnmarshalJSON reads the parts and checks them as [NewMatrix] does. The schema is
// matrix.schema.json beside this package.
func (m *Matrix) UnmarshalJSON(data []byte) error {
	var p Parts
	return form.Build(data, matrixFormat, &p, func() (err error) {
		*m, err = NewMatrix(p)
		return err
	})
}

// MarshalJSON writes the parts.
func (m Matrix) MarshalJSON() ([]byte, error) { return form.Encode(matrixFormat, m.inner().parts) }

var empty = &matrix{}

func (m Matrix) inner() *matrix {
	if m.m == nil {
		return empty
	}
	return m.m
}

// Parts is what the matrix is made of; the caller may change the lists and make
// another matrix of them.
func (m Matrix) Parts() Parts { return m.inner().parts.clone() }

// Basis is the text on which the matrix rests.
func (m Matrix) Basis() Basis { return m.inner().parts.Basis }

// Edition names the exact content of the matrix: id and version are those of its basis.
func (m Matrix) Edition() rule.Edition {
	if m.m == nil {
		return rule.Edition{}
	}
	return m.m.edition()
}

// Government is the model of government.
func (m Matrix) Government() org.Government { return m.inner().parts.Government }

// Span is the days for which the matrix answers.
func (m Matrix) Span() rule.Span { return m.inner().parts.Span }

// Day is the day for which the matrix was taken; zero where none was.
func (m Matrix) Day() civil.Date { return m.day }

// On is the same matrix taken for a day: it decides names and caveats. A day
// outside the span is an error.
func (m Matrix) On(day civil.Date) (Matrix, error) {
	if err := rule.CheckDay(day); err != nil {
		return Matrix{}, err
	}
	if m.m == nil || !m.Span().Contains(day) {
		return Matrix{}, rule.NewMisuse(nil, rule.Text{Vi: "ma trận không trả lời cho ngày {day}; ma trận áp dụng {span}", En: "the matrix does not answer for {day}; it answers {span}"}, rule.A("day", day), rule.A("span", m.Span()))
	}
	return Matrix{m.m, day}, nil
}

// Caveats lists what limits the answers on the day of the matrix; without a day,
// all of it.
func (m Matrix) Caveats() []rule.Text {
	var texts []rule.Text
	for _, c := range m.inner().parts.Caveats {
		if m.day.IsZero() || c.Span.Contains(m.day) {
			texts = append(texts, c.Text)
		}
	}
	return texts
}

// Transfers goes through what says where the parts of ceased bodies went.
func (m Matrix) Transfers() iter.Seq[Transfer] {
	return func(yield func(Transfer) bool) {
		for _, t := range m.inner().parts.Transfers {
			t.To = slices.Clone(t.To)
			if !yield(t) {
				return
			}
		}
	}
}

// Duty looks a duty up by its id.
func (m Matrix) Duty(id rule.DutyID) (Duty, bool) {
	in := m.inner()
	i, ok := in.duties[id]
	if !ok {
		return Duty{}, false
	}
	return in.parts.Duties[i], true
}

// Body looks a body up by its id; the caller may change it.
func (m Matrix) Body(id org.BodyID) (org.Body, bool) {
	b := m.body(id)
	if b == nil {
		return org.Body{}, false
	}
	return b.Clone(), true
}

func (m Matrix) body(id org.BodyID) *org.Body {
	in := m.inner()
	if i, ok := in.bodies[id]; ok {
		return &in.parts.Bodies[i]
	}
	return nil
}

// Name is the name of a body on the day of the matrix; of an unknown body, its id.
func (m Matrix) Name(id org.BodyID) rule.Text {
	b := m.body(id)
	if b == nil {
		return rule.Text{Vi: string(id), En: string(id)}
	}
	return b.Name(m.day)
}

// Duties goes through all duties in their order.
func (m Matrix) Duties() iter.Seq[Duty] { return slices.Values(m.inner().parts.Duties) }

// Section goes through the duties of a section of the text, "1" to "4".
func (m Matrix) Section(section string) iter.Seq[Duty] {
	return func(yield func(Duty) bool) {
		for _, d := range m.inner().parts.Duties {
			if d.Section() == section && !yield(d) {
				return
			}
		}
	}
}

// All goes through every cell, duty by duty.
func (m Matrix) All() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		in := m.inner()
		for i := range in.cells {
			if !yield(in.entry(int32(i))) {
				return
			}
		}
	}
}

func (m *matrix) entry(i int32) Entry {
	c := m.cells[i]
	return Entry{m.parts.Duties[c.duty], c.Body, c.Verb, c.side}
}

// Of goes through the cells of a body: what it must do by name, and what is owed
// to it. What it must do as one of a class is under the class.
func (m Matrix) Of(body org.BodyID) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		in := m.inner()
		for _, i := range in.ofBody[body] {
			if !yield(in.entry(i)) {
				return
			}
		}
	}
}

// For goes through the cells of a duty: its bearers, those beside them, those
// towards whom it is owed.
func (m Matrix) For(duty rule.DutyID) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		in := m.inner()
		d, ok := in.duties[duty]
		if !ok {
			return
		}
		for i := in.ofDuty[d][0]; i < in.ofDuty[d][1]; i++ {
			if !yield(in.entry(i)) {
				return
			}
		}
	}
}

// At goes through the cells of all bodies of a level of government.
func (m Matrix) At(level org.Level) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for e := range m.All() {
			if b := m.body(e.Body); b != nil && b.Level == level && !yield(e) {
				return
			}
		}
	}
}

// Between goes through the duties that one body bears, or acts in, towards
// another.
func (m Matrix) Between(from, to org.BodyID) iter.Seq[Duty] {
	return func(yield func(Duty) bool) {
		in := m.inner()
		last := int32(-1)
		for _, i := range in.ofBody[from] {
			c := in.cells[i]
			d := in.parts.Duties[c.duty]
			if c.side == Towards || c.duty == last || !d.Towards.Has(to) {
				continue
			}
			last = c.duty
			if !yield(d) {
				return
			}
		}
	}
}

// Missing lists the bearers without whom the given bodies cannot discharge a
// duty: the rest of the group where the bearers act as one, all bearers where
// none of them is given, nobody where one suffices.
func (m Matrix) Missing(duty rule.DutyID, acting ...org.BodyID) []org.BodyID {
	d, _ := m.Duty(duty)
	var rest []org.BodyID
	for _, p := range d.Bearers.list {
		if !slices.Contains(acting, p.Body) {
			rest = append(rest, p.Body)
		}
	}
	if d.Group == "" && len(rest) < d.Bearers.Len() {
		return nil
	}
	return rest
}
