package workday

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const calendarFormat = "giupxa.calendar/1"

// Parts is what a [Calendar] is made of: rows that a jurist can read, each with its
// source. Saturday and Sunday are off, Monday to Friday are worked, unless a row says
// otherwise.
type Parts struct {
	// ID names the calendar: "vn-state-agencies".
	ID string `json:"id" validate:"required"`
	// Version is that of the data, commonly the day on which they were compiled.
	Version string `json:"version" validate:"required"`
	// Coverage is the days for which the calendar answers, at most 100 years.
	Coverage rule.Span `json:"coverage"`
	// Weekend is the document that sets the working week from Monday to Friday.
	Weekend           rule.Source     `json:"weekend"`
	WeekendConfidence rule.Confidence `json:"weekendConfidence,omitzero"`
	// Days are the published days; one that nobody confirmed counts as undecided.
	Days []Day `json:"days,omitempty"`
	// Swaps are the published and the proposed swaps.
	Swaps []Swap `json:"swaps,omitempty"`
	// Own are days of the host, which win over all other rows.
	Own []Day `json:"own,omitempty"`
	// SwapEndsTerm takes the other Reading of Civil Code 148.5: a term may end on a weekday
	// that is off only by a swap. By default it moves past that day.
	SwapEndsTerm bool `json:"swapEndsTerm,omitempty"`
}

// Day is one day of a calendar: what it is and who says so.
type Day struct {
	On   civil.Date `json:"on,omitzero"`
	Kind Kind       `json:"kind,omitzero"`
	// Name is the holiday or the reason; it may be empty.
	Name       rule.Text       `json:"name,omitzero"`
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence,omitzero"`
}

// Swap is an exchange of working days (hoán đổi ngày làm việc): a weekday off and the
// Saturday or Sunday worked for it. The two may lie in different years, and one of them
// outside the coverage.
type Swap struct {
	Off    civil.Date `json:"off,omitzero"`
	Worked civil.Date `json:"worked,omitzero"`
	// Proposed is set while nobody has decided: both days are then undecided.
	Proposed   bool            `json:"proposed,omitempty"`
	Source     rule.Source     `json:"source,omitzero"`
	Confidence rule.Confidence `json:"confidence,omitzero"`
}

// days are the two days of a swap as rows.
func (s Swap) days() [2]Day {
	day := func(on civil.Date, k Kind, vi, en string, other civil.Date) Day {
		if s.Proposed {
			k, vi, en = Undecided, "đề xuất hoán đổi với ngày ", "proposed to be swapped with "
		}
		name := rule.Text{Vi: vi + rule.FormatDate(other, rule.Vi), En: en + rule.FormatDate(other, rule.En)}
		return Day{On: on, Kind: k, Name: name, Source: s.Source, Confidence: s.Confidence}
	}
	return [2]Day{
		day(s.Off, SwappedOff, "làm bù ngày ", "made up on ", s.Worked),
		day(s.Worked, SwappedWorked, "thay cho ngày ", "in place of ", s.Off),
	}
}

// In says what the day is: "Quốc khánh", "nghỉ bù: Quốc khánh", "nghỉ do hoán đổi: …".
func (d Day) In(l rule.Lang) string {
	name := d.Name.In(l)
	switch {
	case name == "":
		return d.Kind.In(l)
	case d.Kind == Holiday || d.Kind == Weekend:
		return name
	default:
		return d.Kind.In(l) + ": " + name
	}
}

// String is the Vietnamese wording of [Day.In].
func (d Day) String() string { return d.In(rule.Vi) }

// Calendar says which days are worked. It is immutable and safe for concurrent use. The
// zero Calendar covers no day.
type Calendar struct{ t *tables }

// New checks the parts and reports every fault as [rule.Findings].
func New(p Parts) (Calendar, error) {
	p = p.clone()
	c := checker{parts: p, rows: map[civil.Date]Day{}}
	c.found = form.Check(p)
	c.coverage()
	c.sourced("weekend", p.Weekend)
	c.days("days", p.Days, map[civil.Date]bool{}, true)
	c.swaps()
	c.days("own", p.Own, map[civil.Date]bool{}, false)
	if err := c.found.Err(); err != nil {
		return Calendar{}, err
	}
	return Calendar{newTables(p, c.rows)}, nil
}

func (p Parts) clone() Parts {
	p.Days, p.Swaps, p.Own = slices.Clone(p.Days), slices.Clone(p.Swaps), slices.Clone(p.Own)
	return p
}

// Or is the calendar, or another where it is zero.
func (c Calendar) Or(other Calendar) Calendar {
	if c.t == nil {
		return other
	}
	return c
}

// Parts gives what the calendar was made of; the caller may change it.
func (c Calendar) Parts() Parts {
	if c.t == nil {
		return Parts{}
	}
	return c.t.parts.clone()
}

// Edition names the exact content of the calendar, the host's own days included.
func (c Calendar) Edition() rule.Edition {
	if c.t == nil {
		return rule.Edition{}
	}
	return c.t.edition
}

// With is a calendar with days of the host's own: off, working, undecided, or settling
// what was undecided. They win over all other rows and replace own days given before.
func (c Calendar) With(days ...Day) (Calendar, error) {
	p, given := c.Parts(), map[civil.Date]bool{}
	for _, d := range days {
		given[d.On] = true
	}
	p.Own = slices.DeleteFunc(p.Own, func(old Day) bool { return given[old.On] })
	p.Own = append(p.Own, days...)
	return New(p)
}

// WithSwap is a calendar with more swaps. A swap that was only proposed and that shares
// a day with a new one is replaced.
func (c Calendar) WithSwap(swaps ...Swap) (Calendar, error) {
	p, given := c.Parts(), map[civil.Date]bool{}
	for _, s := range swaps {
		given[s.Off], given[s.Worked] = true, true
	}
	p.Swaps = slices.DeleteFunc(p.Swaps, func(old Swap) bool { return old.Proposed && (given[old.Off] || given[old.Worked]) })
	p.Swaps = append(p.Swaps, swaps...)
	return New(p)
}

// MarshalJSON writes the parts in the format giupxa.calendar/1.
func (c Calendar) MarshalJSON() ([]byte, error) { return form.Encode(calendarFormat, c.Parts()) }

// UnmarshalJSON reads the parts and checks them as [New] does.
func (c *Calendar) UnmarshalJSON(data []byte) error {
	var p Parts
	var built Calendar
	err := form.Build(data, calendarFormat, &p, func() (err error) {
		built, err = New(p)
		return err
	})
	if err == nil {
		*c = built
	}
	return err
}

// checker collects what is wrong with parts and the rows that come of them.
type checker struct {
	parts Parts
	found rule.Findings
	rows  map[civil.Date]Day
}

func (c *checker) broken(code rule.Code, at rule.Path, args ...rule.Arg) {
	c.found = append(c.found, table.Broken(code, at, args...))
}

const mostYears = 100

func (c *checker) coverage() {
	span := c.parts.Coverage
	at := rule.Path("coverage")
	switch {
	case span.From.IsZero():
		at = at.Key("from")
	case span.To.IsZero():
		at = at.Key("to")
	}
	if n, closed := span.Days(); span.Check() != nil || !closed || n > mostYears*366 {
		c.broken(ErrCoverage, at, rule.A("span", span), rule.A("limit", mostYears))
	}
}

func (c *checker) sourced(at rule.Path, s rule.Source) {
	if s.IsZero() {
		c.broken(ErrNoSource, at)
	}
}

// day checks that a day exists and that no other row of its list has it.
func (c *checker) day(at rule.Path, on civil.Date, seen map[civil.Date]bool) bool {
	if !on.IsValid() {
		c.broken(ErrNoDay, at, rule.A("day", on))
		return false
	}
	if seen[on] {
		c.broken(ErrTwice, at, rule.A("day", on))
	}
	seen[on] = true
	return true
}

func (c *checker) outside(at rule.Path, on civil.Date) {
	c.broken(ErrRowOutside, at, rule.A("day", on), rule.A("span", c.parts.Coverage))
}

func (c *checker) days(list rule.Path, days []Day, seen map[civil.Date]bool, published bool) {
	for i, d := range days {
		at := list.Index(i)
		exists := c.day(at.Key("on"), d.On, seen)
		switch d.Kind {
		case Working, Holiday, InLieu, Off, Undecided:
		default:
			c.broken(ErrKind, at.Key("kind"), rule.A("kind", d.Kind.String()))
		}
		c.sourced(at.Key("source"), d.Source)
		if exists && !c.parts.Coverage.Contains(d.On) {
			c.outside(at.Key("on"), d.On)
		}
		c.put(d, published)
	}
}

func (c *checker) swaps() {
	seen := map[civil.Date]bool{}
	for _, d := range c.parts.Days {
		seen[d.On] = true
	}
	for i, s := range c.parts.Swaps {
		at := rule.Path("swaps").Index(i)
		if c.day(at.Key("off"), s.Off, seen) && isWeekend(s.Off) {
			c.broken(ErrSwap, at.Key("off"), rule.A("day", s.Off))
		}
		if c.day(at.Key("worked"), s.Worked, seen) && !isWeekend(s.Worked) {
			c.broken(ErrSwap, at.Key("worked"), rule.A("day", s.Worked))
		}
		c.sourced(at.Key("source"), s.Source)
		if !c.parts.Coverage.Contains(s.Off) && !c.parts.Coverage.Contains(s.Worked) {
			c.outside(at, s.Off)
		}
		for _, d := range s.days() {
			c.put(d, true)
		}
	}
}

// put keeps a row; a published one below the floor of confidence decides nothing.
func (c *checker) put(d Day, published bool) {
	if published && !d.Confidence.Confirmed() {
		d.Kind = Undecided
	}
	c.rows[d.On] = d
}
