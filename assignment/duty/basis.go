package duty

import (
	"iter"
	"maps"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// BasisParts are what a [Basis] is made of: the input record of [NewBasis], which a
// province writes in code or as JSON.
type BasisParts struct {
	ID      string `json:"id" validate:"required,max=100"`
	Version string `json:"version,omitempty" validate:"max=100"` // of this data
	// Source is the document. A web page is no text.
	Source rule.Source `json:"source"`
	// Provisions says where each duty is laid down. A duty without a provision is
	// neither demanded nor judged. A provision that names no document is a place in
	// Source: {"article": "3"}.
	Provisions map[rule.DutyID]rule.Source `json:"provisions"`
	// Own declares the duties of the text that this module does not know.
	Own []Duty `json:"own,omitempty" validate:"dive"`
	// Binds is the days on which the text binds. Where its first day is not known,
	// KnownFrom says from which day at the latest it does.
	Binds     rule.Span  `json:"binds,omitzero"`
	KnownFrom civil.Date `json:"knownFrom,omitzero"`
	// Period is the days of which the text speaks, "the period 2021–2025", where it names
	// them. It may bind beyond them; an answer for such a day says that no text of that
	// day was supplied.
	Period rule.Span `json:"period,omitzero"`
}

// Basis is the text on which a rulebook rests (căn cứ): the document, the passage
// that lays down each duty, and the days on which it binds. It is immutable. Of the
// zero Basis each rulebook says what it means.
type Basis struct{ b *basis }

type basis struct {
	parts      BasisParts
	provisions map[rule.DutyID]rule.Source // each with its document
	own        map[rule.DutyID]int
	edition    rule.Edition
}

// NewBasis checks the parts and reports every fault as [rule.Findings]: no document, or
// a web page in its place; a provision that names no place; a duty that neither this
// module nor the basis itself declares; no day from which the text binds.
func NewBasis(p BasisParts) (Basis, error) {
	b := &basis{parts: p.clone(), provisions: make(map[rule.DutyID]rule.Source, len(p.Provisions)), own: make(map[rule.DutyID]int, len(p.Own))}
	var found rule.Findings
	report := func(c rule.Code, at rule.Path, args ...rule.Arg) { found = append(found, table.Broken(c, at, args...)) }
	if p.ID == "" {
		report(ErrIncomplete, "id", missing("mã", "the id"))
	}
	switch {
	case p.Source.IsZero():
		report(ErrIncomplete, "source", missing("văn bản", "the document"))
	case p.Source.Kind == rule.WebPage:
		report(ErrNoDocument, "source")
	}
	for i, d := range p.Own {
		at := rule.Path("own").Index(i)
		switch _, twice := b.own[d.ID]; {
		case d.ID == "":
			report(ErrIncomplete, at.Key("id"), missing("mã", "the id"))
		case twice || isKnown(d.ID):
			report(ErrRepeatedID, at.Key("id"), rule.A("id", rule.Shorten(string(d.ID))))
		case !d.ID.WellFormed():
			report(ErrDutyID, at.Key("id"), rule.A("id", rule.Shorten(string(d.ID))))
		}
		b.own[d.ID] = i
		found = append(found, d.faults(at)...)
	}
	for _, id := range slices.Sorted(maps.Keys(p.Provisions)) {
		at := rule.Path("provisions").Key(string(id))
		if !b.declares(id) {
			report(ErrUnknownDuty, at, rule.A("duty", rule.Shorten(string(id))))
		}
		s := p.Provisions[id]
		switch {
		case s.IsZero():
			report(ErrIncomplete, at, missing("điều, khoản hoặc mục", "the article, clause or section"))
		case s.Kind == rule.WebPage:
			report(ErrNoDocument, at)
		}
		b.provisions[id] = s.InDocument(p.Source)
	}
	for _, d := range p.Own {
		if _, laid := p.Provisions[d.ID]; !laid && d.ID != "" {
			report(ErrIncomplete, "provisions", missing("quy định về «"+rule.Shorten(string(d.ID))+"»", "the provision of "+rule.Shorten(string(d.ID))))
		}
	}
	if p.Period.Check() != nil {
		report(ErrMatrixSpan, "period", rule.A("span", p.Period))
	}
	found = append(found, p.days()...)
	if err := found.Err(); err != nil {
		return Basis{}, err
	}
	b.edition = rule.EditionOf(p.ID, p.Version, b.parts)
	return Basis{b}, nil
}

// days judges when the text binds.
func (p BasisParts) days() rule.Findings {
	switch {
	case p.Binds.Check() != nil:
		return rule.Findings{table.Broken(ErrMatrixSpan, "binds", rule.A("span", p.Binds))}
	case p.Binds.From.IsZero() && p.KnownFrom.IsZero():
		return rule.Findings{table.Broken(ErrIncomplete, "binds", missing("ngày có hiệu lực", "the day from which the text binds"))}
	case !p.KnownFrom.IsZero() && (!p.KnownFrom.IsValid() || !p.Binds.Contains(p.KnownFrom)):
		return rule.Findings{table.Broken(ErrKnownFrom, "knownFrom", rule.A("day", p.KnownFrom), rule.A("span", p.Binds))}
	}
	return nil
}

func (p BasisParts) clone() BasisParts {
	p.Provisions, p.Own = maps.Clone(p.Provisions), slices.Clone(p.Own)
	return p
}

// MustBasis is [NewBasis] for tables in code; it panics on a fault.
func MustBasis(p BasisParts) Basis {
	b, err := NewBasis(p)
	if err != nil {
		panic(err)
	}
	return b
}

func (b *basis) declares(id rule.DutyID) bool {
	_, own := b.own[id]
	return own || isKnown(id)
}

var noBasis = &basis{}

func (b Basis) inner() *basis {
	if b.b == nil {
		return noBasis
	}
	return b.b
}

// IsZero reports whether no text is given.
func (b Basis) IsZero() bool { return b.b == nil }

// Or is the basis, or another where it is zero.
func (b Basis) Or(other Basis) Basis {
	if b.IsZero() {
		return other
	}
	return b
}

// Parts is what the basis is made of; the caller may change it.
func (b Basis) Parts() BasisParts { return b.inner().parts.clone() }

// Source is the document.
func (b Basis) Source() rule.Source { return b.inner().parts.Source }

// Edition names the exact content of the basis.
func (b Basis) Edition() rule.Edition { return b.inner().edition }

// Period is the days of which the text speaks; open where it names none.
func (b Basis) Period() rule.Span { return b.inner().parts.Period }

// Cite is the passage that lays down a duty; false where the text has none.
func (b Basis) Cite(id rule.DutyID) (rule.Source, bool) {
	s, ok := b.inner().provisions[id]
	return s, ok
}

// Lays reports whether the text lays down a duty.
func (b Basis) Lays(id rule.DutyID) bool {
	_, ok := b.inner().provisions[id]
	return ok
}

// Declares reports whether an id is known: to this module or as one of the text's own.
func (b Basis) Declares(id rule.DutyID) bool { return b.inner().declares(id) }

// Duty is a duty that the text lays down, with the passage and the words; false where
// it lays down no such duty. Who bears it is in the [Matrix].
func (b Basis) Duty(id rule.DutyID) (Duty, bool) {
	in := b.inner()
	passage, ok := in.provisions[id]
	if !ok {
		return Duty{}, false
	}
	d := Duty{ID: id}
	if i, own := in.own[id]; own {
		d = in.parts.Own[i]
	}
	d = d.whole()
	d.Source, d.Origin, d.basis = passage, rule.OriginText, in.edition
	return d, true
}

// Duties goes through the duties that the text lays down, by id.
func (b Basis) Duties() iter.Seq[Duty] {
	return func(yield func(Duty) bool) {
		for _, id := range slices.Sorted(maps.Keys(b.inner().provisions)) {
			if d, _ := b.Duty(id); !yield(d) {
				return
			}
		}
	}
}

// Binding is whether a text binds on a day. The zero value is invalid.
type Binding uint8

// The answers.
const (
	_        Binding = iota
	Bound            // it binds
	MayBind          // it is not known whether it bound already
	NotBound         // it did not bind yet, or no longer binds
)

var bindings = rule.NewEnum[Binding]("binding of a text", rule.Word{},
	rule.Word{Code: "bound", Vi: "văn bản ràng buộc", En: "the text binds"},
	rule.Word{Code: "may-bind", Vi: "chưa rõ văn bản đã ràng buộc chưa", En: "whether the text bound is not known"},
	rule.Word{Code: "not-bound", Vi: "văn bản không ràng buộc", En: "the text does not bind"},
)

// On tells whether the text binds on a day. Before the day from which it is known to
// bind nobody can say. A day that does not exist gives MayBind.
func (b Basis) On(day civil.Date) Binding {
	p := &b.inner().parts
	switch {
	case !day.IsValid():
		return MayBind
	case !p.Binds.Contains(day):
		return NotBound
	case p.Binds.From.IsZero() && day.Before(p.KnownFrom):
		return MayBind
	default:
		return Bound
	}
}

// LastOf is the last of some days on which the text may bind: the day by which a paper
// that stands on all of them is judged. Where the text binds on none, it is their last.
// An open end is 31/12/9999.
func (b Basis) LastOf(days rule.Span) civil.Date {
	if both, ok := days.Intersect(b.inner().parts.Binds); ok {
		days = both
	}
	if days.To.IsZero() {
		return rule.Day(9999, 12, 31)
	}
	return days.To
}

// From is the same text with the day from which it binds, which a host supplies where
// the data did not know it. A day later than the one from which it was known to bind
// is an error.
func (b Basis) From(day civil.Date) (Basis, error) {
	p := b.Parts()
	if !day.IsValid() || !p.KnownFrom.IsZero() && day.After(p.KnownFrom) {
		return Basis{}, rule.NewMisuse(nil, rule.Text{
			Vi: "ngày {day} không thể là ngày đầu tiên văn bản ràng buộc; đã biết văn bản ràng buộc từ ngày {known}",
			En: "{day} cannot be the first day on which the text binds; it is known to bind from {known}"},
			rule.A("day", day), rule.A("known", p.KnownFrom))
	}
	p.Binds.From = day
	return NewBasis(p)
}

const basisFormat = "giupxa.basis/1"

// UnmarshalJSON reads the parts and checks them as [NewBasis] does. The schema is
// basis.schema.json beside this package.
func (b *Basis) UnmarshalJSON(data []byte) error {
	var p BasisParts
	return form.Build(data, basisFormat, &p, func() (err error) {
		*b, err = NewBasis(p)
		return err
	})
}

// MarshalJSON writes the parts; the zero Basis is null.
func (b Basis) MarshalJSON() ([]byte, error) {
	if b.IsZero() {
		return []byte("null"), nil
	}
	return form.Encode(basisFormat, b.b.parts)
}
