package duty

import (
	"cmp"
	"iter"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Complete says that a register holds every fact of a kind up to and with a day; with
// By, those of one leader or body, which then counts in place of the kind's own day.
type Complete struct {
	Kind    Kind       `json:"kind" validate:"required,max=100"`
	By      string     `json:"by,omitempty" validate:"max=200"`
	Through civil.Date `json:"through,omitzero" validate:"required"`
}

// Register is the facts of a host with the day through which each kind is complete. A
// fact missing after that day is unknown, not undone. It is immutable; its zero value
// holds nothing and is complete for nothing.
type Register struct {
	basis    Basis
	list     []Complete
	complete map[bearer]civil.Date
	records  []Record // in the order given
	index    map[Fact][]int
	kinds    map[Kind][]int
}

// bearer is a kind of one leader or body; of all where by is empty.
type bearer struct {
	kind Kind
	by   string
}

// NewRegister checks the facts and reports every fault as [rule.Findings]: a fact without
// kind or object, a duty that this module does not know, a year where the object has none
// or the other way round, a moment that is missing or does not exist, a day of
// completeness that does not exist. A fact later than the day of completeness is welcome.
func NewRegister(complete []Complete, records ...Record) (Register, error) {
	return Basis{}.NewRegister(complete, records...)
}

// NewRegister is [NewRegister] for facts that may also be of the duties that the basis
// declares.
func (b Basis) NewRegister(complete []Complete, records ...Record) (Register, error) {
	r := Register{
		basis:    b,
		list:     slices.Clone(complete),
		complete: make(map[bearer]civil.Date, len(complete)),
		records:  make([]Record, len(records)),
	}
	var found rule.Findings
	for i := range r.list {
		c := &r.list[i]
		c.Kind, c.By = rule.Normal(c.Kind), rule.Normal(c.By)
		at := rule.Path("complete").Index(i)
		if c.Kind == "" {
			found = append(found, table.Broken(ErrRecordKind, at.Key("kind")))
		}
		if !c.Through.IsValid() {
			found = append(found, table.Broken(ErrComplete, at.Key("through"), rule.A("kind", c.Kind), rule.A("day", c.Through)))
		}
		if _, twice := r.complete[bearer{c.Kind, c.By}]; twice {
			found = append(found, table.Broken(ErrCompleteTwice, at, rule.A("kind", c.Kind)))
		}
		r.complete[bearer{c.Kind, c.By}] = c.Through
	}
	for i := range records {
		record := &r.records[i]
		*record = records[i].normal()
		found = append(found, record.faults(b, i)...)
	}
	if err := found.Err(); err != nil {
		return Register{}, err
	}
	r.sort()
	return r, nil
}

// sort puts the facts in their order in time.
func (r *Register) sort() {
	r.index, r.kinds = make(map[Fact][]int, len(r.records)), map[Kind][]int{}
	for i := range r.records {
		record := &r.records[i]
		r.index[record.Fact] = append(r.index[record.Fact], i)
		r.kinds[record.Kind] = append(r.kinds[record.Kind], i)
	}
	for _, list := range r.index {
		slices.SortStableFunc(list, r.byMoment)
	}
	for _, list := range r.kinds {
		slices.SortStableFunc(list, r.byMoment)
	}
}

func (p Per) known() bool { return p > 0 && int(p) <= len(pers.All()) }

// faults judges what every fact of a register needs.
func (r *Record) faults(b Basis, i int) rule.Findings {
	var found rule.Findings
	report := func(c rule.Code, member rule.Path, args ...rule.Arg) {
		found = append(found, table.Broken(c, member.Under(rule.Path("records").Index(i)), args...))
	}
	if r.Kind == "" {
		report(ErrRecordKind, "kind")
	}
	switch {
	case r.Duty == "":
		report(ErrRecordDuty, "duty")
	case !b.Declares(r.Duty):
		report(ErrUnknownDuty, "duty", rule.A("duty", rule.Shorten(string(r.Duty))))
	}
	if !r.Object.Per.known() || r.Object.ID == "" && r.Object.Per != PerProvince {
		report(ErrRecordObject, "object")
	}
	if y := r.Object.Year; r.Object.Per.Yearly() != (y != 0) || y < 0 || y > 9999 {
		report(ErrRecordYear, "object.year", rule.A("object", r.Object.Per), rule.A("year", r.Object.Year))
	}
	given := 0
	for member, m := range r.moments() {
		if m.IsZero() {
			continue
		}
		given++
		if !m.IsValid() {
			report(ErrRecordMoment, member)
		}
	}
	switch {
	case given == 0:
		report(ErrRecordMoment, "on")
	case !r.On.IsZero() && given > 1:
		report(ErrRecordBounds, "on")
	case r.Before.KnownBefore(r.After):
		report(ErrRecordBounds, "before")
	}
	return found
}

// moments goes through what is said of when the fact happened.
func (r *Record) moments() iter.Seq2[rule.Path, rule.Moment] {
	return func(yield func(rule.Path, rule.Moment) bool) {
		_ = yield("on", r.On) && yield("after", r.After) && yield("before", r.Before)
	}
}

// when is the moment by which facts are ordered.
func (r *Record) when() rule.Moment {
	switch {
	case !r.On.IsZero():
		return r.On
	case !r.Before.IsZero():
		return r.Before
	default:
		return r.After
	}
}

// byMoment orders facts in time; on the same day a fact without a time of day comes first.
func (r *Register) byMoment(a, b int) int {
	x, y := r.records[a].when(), r.records[b].when()
	if c := x.Date.Compare(y.Date); c != 0 || x.Timed == y.Timed {
		return cmp.Or(c, x.Time.Compare(y.Time))
	}
	if x.Timed {
		return 1
	}
	return -1
}

// Complete reports the day through which the register holds every fact of the kind, or
// of the kind by one leader or body; false where the host did not say.
func (r Register) Complete(k Kind, by string) (civil.Date, bool) {
	k, by = rule.Normal(k), rule.Normal(by)
	if d, ok := r.complete[bearer{k, by}]; ok {
		return d, true
	}
	d, ok := r.complete[bearer{k, ""}]
	return d, ok
}

// All goes through all facts in the order given.
func (r Register) All() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for i := range r.records {
			if !yield(r.records[i].clone()) {
				return
			}
		}
	}
}

// Len counts the facts.
func (r Register) Len() int { return len(r.records) }

// Of goes through the records of one fact, the earliest first.
func (r Register) Of(f Fact) iter.Seq[Record] { return r.each(r.of(f)) }

// Has reports whether there is a record of a fact.
func (r *Register) Has(f Fact) bool { return len(r.of(f)) > 0 }

func (r *Register) of(f Fact) []int { return r.index[f.normal()] }

// OfKind goes through all facts of one kind, the earliest first: every visit,
// every meeting to which somebody was invited.
func (r Register) OfKind(k Kind) iter.Seq[Record] { return r.each(r.kinds[rule.Normal(k)]) }

func (r Register) each(list []int) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, i := range list {
			if !yield(r.records[i].clone()) {
				return
			}
		}
	}
}

const registerFormat = "giupxa.register/1"

// registerJSON is how a register is stored.
type registerJSON struct {
	// Basis declares the duties of a text that this module does not know.
	Basis    Basis         `json:"basis,omitzero"`
	Complete []Complete    `json:"complete" validate:"dive"`
	Records  []plainRecord `json:"records" validate:"dive"`
}

// UnmarshalJSON reads a register and checks it as [NewRegister] does.
func (r *Register) UnmarshalJSON(data []byte) error {
	var in registerJSON
	return form.Build(data, registerFormat, &in, func() (err error) {
		records := make([]Record, len(in.Records))
		for i, p := range in.Records {
			records[i] = Record(p)
		}
		*r, err = in.Basis.NewRegister(in.Complete, records...)
		return err
	})
}

// MarshalJSON writes the register, its days of completeness by kind and bearer.
func (r Register) MarshalJSON() ([]byte, error) {
	out := registerJSON{Basis: r.basis, Complete: slices.Clone(r.list), Records: make([]plainRecord, len(r.records))}
	if out.Complete == nil {
		out.Complete = []Complete{}
	}
	slices.SortFunc(out.Complete, func(a, b Complete) int {
		return cmp.Or(byKind(a.Kind, b.Kind), cmp.Compare(a.By, b.By))
	})
	for i, record := range r.records {
		out.Records[i] = plainRecord(record)
	}
	return form.Encode(registerFormat, out)
}
