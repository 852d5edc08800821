package duty

import (
	"iter"
	"maps"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Register is the facts of a host with the day through which each kind is
// complete. A fact missing after that day is unknown, not undone. It is
// immutable; its zero value holds nothing and is complete for nothing.
type Register struct {
	complete map[Kind]civil.Date
	records  []Record // in the order given
	index    map[key][]int
	kinds    map[Kind][]int
}

// key is what a due asks for; its lists are in the order of the moments.
type key struct {
	kind   Kind
	duty   rule.DutyID
	object Object
}

// NewRegister checks the facts and reports every fault as [rule.Findings]: a
// fact without kind, duty or object, a year where the object has none or the
// other way round, a moment that is missing or does not exist, a kind or a day
// of completeness that does not exist. A fact later than the day of completeness
// is welcome.
func NewRegister(complete map[Kind]civil.Date, records ...Record) (Register, error) {
	r := Register{
		complete: maps.Clone(complete),
		records:  slices.Clone(records),
		index:    make(map[key][]int, len(records)),
		kinds:    map[Kind][]int{},
	}
	var found rule.Findings
	for _, k := range slices.Sorted(maps.Keys(complete)) {
		if d := complete[k]; !k.known() || !d.IsValid() {
			found = append(found, table.Broken(ErrComplete, rule.Path("complete").Key(k.String()), rule.A("kind", k), rule.A("day", d)))
		}
	}
	for i := range records {
		found = append(found, records[i].faults(i)...)
		record := &r.records[i]
		at := key{record.Kind, record.Duty, record.Object}
		r.index[at] = append(r.index[at], i)
		r.kinds[record.Kind] = append(r.kinds[record.Kind], i)
	}
	if err := found.Err(); err != nil {
		return Register{}, err
	}
	for _, list := range r.index {
		slices.SortStableFunc(list, r.byMoment)
	}
	for _, list := range r.kinds {
		slices.SortStableFunc(list, r.byMoment)
	}
	return r, nil
}

func (k Kind) known() bool { return k > 0 && int(k) <= len(kinds.All()) }
func (p Per) known() bool  { return p > 0 && int(p) <= len(pers.All()) }

// faults judges what every fact of a register needs.
func (r Record) faults(i int) rule.Findings {
	var found rule.Findings
	report := func(c rule.Code, member string, args ...rule.Arg) {
		found = append(found, table.Broken(c, rule.Path("records").Index(i).Key(member), args...))
	}
	if !r.Kind.known() {
		report(ErrRecordKind, "kind")
	}
	if r.Duty == "" {
		report(ErrRecordDuty, "duty")
	}
	if !r.Object.Per.known() || r.Object.ID == "" && r.Object.Per != PerProvince {
		report(ErrRecordObject, "object")
	}
	if y := r.Object.Year; r.Object.Per.Yearly() != (y != 0) || y < 0 || y > 9999 {
		report(ErrRecordYear, "object.year", rule.A("object", r.Object.Per), rule.A("year", r.Object.Year))
	}
	if !r.On.IsValid() {
		report(ErrRecordMoment, "on")
	}
	return found
}

// byMoment orders facts in time; on the same day a fact without a time of day
// keeps its place.
func (r Register) byMoment(a, b int) int {
	x, y := r.records[a].On, r.records[b].On
	if c := x.Date.Compare(y.Date); c != 0 || !x.Timed || !y.Timed {
		return c
	}
	return x.Time.Compare(y.Time)
}

// first finds the earliest fact that discharges a due, on or before a day. A fact
// whose own findings leave the duty undecided serves only where no other does.
func (r Register) first(d Due, day civil.Date) (int, bool) {
	open, found := 0, false
	for _, i := range r.index[key{d.Kind, d.Duty, d.Object}] {
		record := &r.records[i]
		switch {
		case record.On.Date.After(day):
			return open, found
		case d.To != "" && record.To != d.To:
		case !record.undecided():
			return i, true
		case !found:
			open, found = i, true
		}
	}
	return open, found
}

// undecided reports whether a finding of the fact leaves its own duty undecided: it
// neither discharges the duty nor shows that it was not done.
func (r *Record) undecided() bool {
	for _, f := range r.Findings {
		if f.Kind == rule.Undecided && f.Rule != nil && f.Rule.Duty == r.Duty {
			return true
		}
	}
	return false
}

// Complete reports the day through which the register holds every fact of the
// kind; false where the host did not say.
func (r Register) Complete(k Kind) (civil.Date, bool) {
	d, ok := r.complete[k]
	return d, ok
}

// Records lists all facts in the order given; the caller may change the list.
func (r Register) Records() []Record { return slices.Clone(r.records) }

// Of goes through the facts of one kind that were recorded for a duty and
// object, the earliest first.
func (r Register) Of(k Kind, duty rule.DutyID, object Object) iter.Seq[Record] {
	return r.each(r.index[key{k, duty, object}])
}

// OfKind goes through all facts of one kind, the earliest first: every visit,
// every meeting to which somebody was invited.
func (r Register) OfKind(k Kind) iter.Seq[Record] { return r.each(r.kinds[k]) }

func (r Register) each(list []int) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, i := range list {
			if !yield(r.records[i]) {
				return
			}
		}
	}
}

const registerFormat = "giupxa.register/1"

// registerJSON is how a register is stored.
type registerJSON struct {
	Complete []completeJSON `json:"complete" validate:"dive"`
	Records  []plainRecord  `json:"records" validate:"dive"`
}

type completeJSON struct {
	Kind    Kind       `json:"kind" validate:"required"`
	Through civil.Date `json:"through,omitzero" validate:"required"`
}

// UnmarshalJSON reads a register and checks it as [NewRegister] does.
func (r *Register) UnmarshalJSON(data []byte) error {
	var in registerJSON
	if err := form.Decode(data, registerFormat, &in); err != nil {
		return err
	}
	complete := make(map[Kind]civil.Date, len(in.Complete))
	for i, c := range in.Complete {
		if _, twice := complete[c.Kind]; twice {
			return rule.Findings{table.Broken(ErrCompleteTwice, rule.Path("complete").Index(i), rule.A("kind", c.Kind))}.Err()
		}
		complete[c.Kind] = c.Through
	}
	records := make([]Record, len(in.Records))
	for i, p := range in.Records {
		records[i] = Record(p)
	}
	read, err := NewRegister(complete, records...)
	if err != nil {
		return err
	}
	*r = read
	return nil
}

// MarshalJSON writes the register, its kinds in their order.
func (r Register) MarshalJSON() ([]byte, error) {
	out := registerJSON{Complete: []completeJSON{}, Records: make([]plainRecord, len(r.records))}
	for _, k := range slices.Sorted(maps.Keys(r.complete)) {
		out.Complete = append(out.Complete, completeJSON{k, r.complete[k]})
	}
	for i, record := range r.records {
		out.Records[i] = plainRecord(record)
	}
	return form.Encode(registerFormat, out)
}
