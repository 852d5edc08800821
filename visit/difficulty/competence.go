package difficulty

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Power is what a body may settle (thẩm quyền): matters of a field, or of one
// criterion, up to a size. It is a host's own list.
type Power struct {
	Body      org.BodyID  `json:"body" validate:"required,max=100"`
	Field     org.Field   `json:"field,omitempty" validate:"max=100"`    // empty: any field
	Set       string      `json:"set,omitempty" validate:"max=100"`      // empty: no matter which
	Criterion string      `json:"criterion,omitempty" validate:"max=20"` // empty: any; "17" serves "17.1"
	UpTo      rule.Number `json:"upTo"`                                  // inclusive; not given: no limit
	Span      rule.Span   `json:"span,omitzero"`
}

// Matter is what a difficulty is about: its field, its criterion and its size in
// the unit in which the host's powers are written, for example million VND.
type Matter struct {
	Field     org.Field   `json:"field,omitempty" validate:"max=100"`
	Set       string      `json:"set,omitempty" validate:"max=100"`
	Criterion string      `json:"criterion,omitempty" validate:"max=20"`
	Size      rule.Number `json:"size"`
}

// Disposal is what became of a difficulty: settled at once by a body, or referred
// to a lead authority and any number of cooperating ones, or both.
type Disposal struct {
	On          civil.Date   `json:"on,omitzero"`
	Settled     org.BodyID   `json:"settled,omitempty"` // the body that settled it at once
	Leads       []org.BodyID `json:"leads,omitempty"`
	Cooperating []org.BodyID `json:"cooperating,omitempty"`
}

// UnmarshalJSON reads a matter and reports every fault of its form.
func (m *Matter) UnmarshalJSON(data []byte) error {
	type plain Matter
	return form.Decode(data, "", (*plain)(m))
}

// UnmarshalJSON reads what became of a difficulty and reports every fault of its form.
func (d *Disposal) UnmarshalJSON(data []byte) error {
	type plain Disposal
	return form.Decode(data, "", (*plain)(d))
}

// Reach is whether a matter lies within a body's powers. The zero value is
// invalid.
type Reach uint8

// The answers.
const (
	_       Reach = iota
	Within        // it may settle the matter
	Beyond        // no power of its own covers it
	Unclear       // the day, field, criterion or size that would decide is not given
)

var reaches = rule.NewEnum[Reach]("reach of a power", rule.Word{},
	rule.Word{Code: "within", Vi: "trong thẩm quyền", En: "within competence"},
	rule.Word{Code: "beyond", Vi: "ngoài thẩm quyền", En: "beyond competence"},
	rule.Word{Code: "unclear", Vi: "chưa rõ thẩm quyền", En: "competence unclear"},
)

// Competence says which body may settle a difficulty, and to whom it is referred
// otherwise.
type Competence struct {
	// Basis is the text by which what was done is judged. Zero: the 2021 dispatch.
	Basis  duty.Basis `json:"basis,omitzero"`
	Powers []Power    `json:"powers" validate:"dive"`
	// SettleAtWill takes no stand on who settles: see the reading of
	// [ErrBeyondCompetence].
	SettleAtWill bool `json:"settleAtWill,omitempty"`
	// LeadsAlike takes the reading that several authorities may be addressed alike.
	LeadsAlike bool `json:"leadsAlike,omitempty"`
	// ClosedList takes the reading that no other authority than those the text names
	// can lead.
	ClosedList bool `json:"closedList,omitempty"`
}

func (c Competence) basis() duty.Basis { return c.Basis.Or(laocai.Basis()) }

const competenceFormat = "giupxa.competence/1"

// plainCompetence is a competence without a format version of its own.
type plainCompetence Competence

// UnmarshalJSON reads the powers and readings and reports every fault of their form. The
// schema is competence.schema.json beside this package.
func (c *Competence) UnmarshalJSON(data []byte) error {
	return form.Build(data, competenceFormat, (*plainCompetence)(c), func() error { return c.sense().Err() })
}

// Faults is what makes the powers none, all of it: a form that reading would refuse, days
// that are no span, a size below zero, two powers over the same matters on the same days.
// Reading reports the same.
func (c Competence) Faults() rule.Findings {
	return append(form.Check(plainCompetence(c)), c.sense()...)
}

func (c *Competence) sense() rule.Findings {
	var found rule.Findings
	for i, p := range c.Powers {
		at := rule.Path("powers").Index(i)
		if p.Span.Check() != nil {
			found = append(found, table.Broken(ErrPowerSpan, at.Key("span"), rule.A("span", p.Span)))
		}
		if p.UpTo.Sign() < 0 {
			found = append(found, table.Broken(ErrPowerSize, at.Key("upTo"), rule.A("size", p.UpTo)))
		}
	}
	return append(found, c.twice()...)
}

// twice finds powers of one body over the same matters on the same days: which of two sizes
// would hold?
func (c *Competence) twice() rule.Findings {
	of := func(p *Power) [4]string {
		return [...]string{rule.Normal(string(p.Body)), rule.Normal(string(p.Field)), rule.Normal(p.Set), rule.Normal(p.Criterion)}
	}
	order := make([]int, 0, len(c.Powers))
	for i, p := range c.Powers {
		if p.Span.Check() == nil {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &c.Powers[i], &c.Powers[j]
		x, y := of(a), of(b)
		return cmp.Or(slices.Compare(x[:], y[:]), a.Span.From.Compare(b.Span.From))
	})
	again, last := make(map[int]bool), -1 // last: of the powers before, the one that ends last
	for _, i := range order {
		if last < 0 || of(&c.Powers[last]) != of(&c.Powers[i]) {
			last = i
			continue
		}
		before, p := c.Powers[last].Span, c.Powers[i].Span
		if before.Overlaps(p) {
			again[max(last, i)] = true
		}
		if !before.To.IsZero() && (p.To.IsZero() || p.To.After(before.To)) {
			last = i
		}
	}
	var found rule.Findings
	for _, i := range slices.Sorted(maps.Keys(again)) {
		found = append(found, table.Broken(ErrPowerTwice, rule.Path("powers").Index(i), rule.A("body", string(c.Powers[i].Body))))
	}
	return found
}

// MarshalJSON writes the powers and readings with their format version.
func (c Competence) MarshalJSON() ([]byte, error) {
	if c.Powers == nil {
		c.Powers = []Power{}
	}
	return form.Encode(competenceFormat, plainCompetence(c))
}

// Edition names every power and reading that can change an answer, the basis included.
func (c Competence) Edition() rule.Edition {
	c.Basis = c.basis()
	of := c.Basis.Edition()
	return rule.EditionOf(competenceFormat+" "+of.ID, of.Version, c)
}

// Reach tells whether a matter lies within the powers of a body on a day. On a date that
// is no day it is [Unclear].
func (c Competence) Reach(b org.BodyID, m Matter, on civil.Date) Reach {
	if !rule.IsDay(on) {
		return Unclear
	}
	answer := Beyond
	for _, p := range c.Powers {
		if rule.Normal(p.Body) != rule.Normal(b) || !p.Span.Contains(on) {
			continue
		}
		switch p.covers(m) {
		case Within:
			return Within
		case Unclear:
			answer = Unclear
		}
	}
	return answer
}

// covers compares a power with a matter: what the power limits and the matter
// does not say is unclear, unless something else already lies beyond.
func (p Power) covers(m Matter) Reach {
	answer := Within
	p.Field, p.Set, p.Criterion = rule.Normal(p.Field), rule.Normal(p.Set), rule.Normal(p.Criterion)
	m.Field, m.Set, m.Criterion = rule.Normal(m.Field), rule.Normal(m.Set), rule.Normal(m.Criterion)
	for _, limit := range [...]struct {
		given, unknown, fits bool
	}{
		{p.Field != "", m.Field == "", p.Field == m.Field},
		{p.Set != "", m.Set == "", p.Set == m.Set},
		{p.Criterion != "", m.Criterion == "", m.Criterion == p.Criterion || strings.HasPrefix(m.Criterion, p.Criterion+".")},
		{p.UpTo.Known(), !m.Size.Known(), m.Size.Cmp(p.UpTo) <= 0},
	} {
		switch {
		case !limit.given:
		case limit.unknown:
			answer = Unclear
		case !limit.fits:
			return Beyond
		}
	}
	return answer
}

// Route proposes what becomes of a matter that an assigned leader found, on the day of
// the matrix: settled at once by the leader's body where it lies within its powers,
// otherwise referred to the first of the authorities that the matrix has receive reports
// whose powers cover it, with the owners of the criterion cooperating. Leads is empty
// where no listed power covers the matter: the host decides.
//
// A body that does not exist on the day gives way to its heir for the field of the
// matter, which is said with the heir's confidence ([BodySucceeded]); where no heir is
// known it is left out, which is said as well ([ErrBodyAbsent]). A body that the matrix
// does not know is taken at its word. A matrix without a day is [rule.ErrNotADay].
func (c Competence) Route(m Matter, by assignment.Leader, r assignment.Roster, x duty.Matrix) (Disposal, rule.Findings, error) {
	day := x.Day()
	owners, err := r.OwnersOf(m.Set, m.Criterion, day)
	if err != nil {
		return Disposal{}, nil, err
	}
	w := bodies{x: x, day: day, field: m.Field}
	d := Disposal{On: day}
	own, found := w.acting(by.Body, "settled", "settled")
	if own != "" {
		if c.Reach(own, m, day) == Within {
			d.Settled = own
			return d, found, nil
		}
		found = nil // an heir that settles nothing need not be named
	}
	for _, p := range c.Powers {
		if !p.Span.Contains(day) || p.covers(m) != Within {
			continue
		}
		lead, notes := w.acting(p.Body, rule.Path("leads").Index(0), "leads")
		if lead != "" && w.receives(lead) {
			found, d.Leads = append(found, notes...), []org.BodyID{lead}
			break
		}
		if _, named := w.received(p.Body); named && lead == "" {
			found = append(found, notes...)
		}
	}
	there := map[org.BodyID]bool{own: true}
	for _, lead := range d.Leads {
		there[lead] = true
	}
	for _, owner := range owners {
		b, notes := w.acting(owner, rule.Path("cooperating").Index(len(d.Cooperating)), "cooperating")
		if b != "" && there[b] {
			continue
		}
		found = append(found, notes...)
		if b != "" {
			there[b] = true
			d.Cooperating = append(d.Cooperating, b)
		}
	}
	return d, found, nil
}

// Check judges what became of a matter that an assigned leader found, on the day of the
// disposal; where that is not given, on the day of the matrix. What was referred is never
// a breach, even where it could have been settled at once. A leader whose reach is
// unclear and who settled is Undecided. The matrix says which authorities receive
// reports; a host's own committee counts where its body in the matrix is of their class.
// Nobody is accused because a body ended: that is Undecided.
func (c Competence) Check(d Disposal, m Matter, x duty.Matrix) rule.Findings {
	day := d.On
	if day.IsZero() {
		day = x.Day()
	}
	j := c.basis().Judge(table, day)
	if !d.On.IsZero() && !rule.IsDay(d.On) {
		j.Broken(ErrDay, "on", rule.A("day", d.On))
	}
	w := bodies{x: x, day: day}
	if d.Settled != "" {
		c.settled(j, &w, d.Settled, m)
	}
	if !c.LeadsAlike {
		switch {
		case len(d.Leads) > 1:
			j.Broken(ErrOneLead, "leads", rule.A("number", len(d.Leads)))
		case len(d.Leads) == 0 && len(d.Cooperating) > 0 && d.Settled == "":
			j.Broken(ErrOneLead, "leads", rule.A("number", 0))
		}
	}
	for i, lead := range d.Leads {
		c.lead(j, &w, lead, rule.Path("leads").Index(i))
	}
	for i, b := range d.Cooperating {
		if w.absent(b) {
			j.Undecided(ErrBodyAbsent, rule.Path("cooperating").Index(i), rule.A("body", x.Name(b)), rule.A("day", day))
		}
	}
	return j.Findings()
}

func (c Competence) settled(j *duty.Judge, w *bodies, b org.BodyID, m Matter) {
	name := rule.A("body", w.x.Name(b))
	switch reach := c.Reach(b, m, w.day); {
	case w.absent(b):
		j.Undecided(ErrBodyAbsent, "settled", name, rule.A("day", w.day))
	case c.SettleAtWill:
	case reach == Beyond:
		j.Broken(ErrBeyondCompetence, "settled", name)
	case reach == Unclear:
		j.Undecided(ErrBeyondCompetence, "settled", name)
	}
}

func (c Competence) lead(j *duty.Judge, w *bodies, b org.BodyID, at rule.Path) {
	name := rule.A("body", w.x.Name(b))
	if w.absent(b) {
		if to, named := w.received(b); named {
			j.Undecided(ErrLeadEnded, at, name, rule.A("day", w.day), rule.A("heirs", to))
		} else {
			j.Undecided(ErrBodyAbsent, at, name, rule.A("day", w.day))
		}
		return
	}
	if _, known := w.x.Duty(duty.ReferDifficulty); !known || w.receives(b) {
		return
	}
	kind := rule.Advice
	if c.ClosedList {
		kind = rule.Broken
	}
	j.Report(kind, ErrLeadNotNamed, at, name)
}
