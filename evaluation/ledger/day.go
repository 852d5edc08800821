package ledger

import (
	"cmp"
	"encoding/json"
	"iter"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Day is the ledger of one day. It is immutable.
type Day struct {
	day     civil.Date
	rows    []row
	world   *world        // of which the entries are made as they are read; nil where they were stored
	stored  []Entry       // one a row
	grounds *rule.Grounds // as they were stored
	caveats []rule.Text   // as they were stored
}

// On is the day.
func (d Day) On() civil.Date { return d.day }

// Len counts the entries.
func (d Day) Len() int { return len(d.rows) }

// entry makes the entry of a row.
func (d *Day) entry(i int) Entry {
	if d.world == nil {
		return d.stored[i].clone()
	}
	return d.world.entry(&d.rows[i])
}

// Entries goes through all entries, in the order of the duties of the matrix.
func (d Day) Entries() iter.Seq[Entry] { return d.Where(Filter{}) }

// Caveats are to be shown with the ledger: those of the matrix.
func (d Day) Caveats() []rule.Text {
	if d.world == nil {
		return slices.Clone(d.caveats)
	}
	return d.world.l.Matrix.Caveats()
}

// Filter chooses entries: those that fit every member that is given.
type Filter struct {
	Duties     []rule.DutyID
	Statuses   []duty.Status
	Per        duty.Per
	Body       org.BodyID // bears it, by itself or by its leader
	Leader     string
	Assignment string
	Commune    org.UnitCode
	District   org.UnitCode
	Year       int
}

// Where goes through the entries that a filter lets through.
func (d Day) Where(f Filter) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for i := range d.rows {
			if r := &d.rows[i]; f.fits(r) && (f.Body == "" || d.owes(f.Body, r)) && !yield(d.entry(i)) {
				return
			}
		}
	}
}

// OwedBy goes through what a body owes: what it bears by name, and what its leaders bear.
func (d Day) OwedBy(b org.BodyID) iter.Seq[Entry] { return d.Where(Filter{Body: b}) }

func (f *Filter) fits(r *row) bool {
	is := func(want, have string) bool { return want == "" || want == have }
	o := r.object
	return (len(f.Duties) == 0 || slices.Contains(f.Duties, r.laid.ID)) &&
		(len(f.Statuses) == 0 || slices.Contains(f.Statuses, r.status)) &&
		(f.Per == 0 || f.Per == o.Per) && (f.Year == 0 || f.Year == o.Year) &&
		is(f.Leader, o.Leader) && is(f.Assignment, o.Assignment) &&
		is(string(f.Commune), string(o.Commune)) && is(string(f.District), string(o.District))
}

func (d *Day) owes(b org.BodyID, r *row) bool {
	if slices.Contains(r.laid.says.Bearers, b) || r.by == string(b) {
		return true
	}
	if d.world == nil {
		return false
	}
	l, ok := d.world.l.Roster.Leader(r.by)
	return ok && l.Body == b
}

// Counts are how many entries stand where, and how many dated dues were met in time.
type Counts struct {
	Total    int                 `json:"total"`
	ByStatus map[duty.Status]int `json:"byStatus"`
	// Judged counts the dues of which it is known whether they were met by their last
	// day, OnTime those that were. A due that stands in two entries counts once; one
	// without a date, not yet due or unknown counts in neither.
	Judged int `json:"judged"`
	OnTime int `json:"onTime"`
	// Rate is OnTime of Judged; not known where nothing was judged.
	Rate rule.Fraction `json:"rate"`
}

// Count counts entries: all of them, or those of a filter.
func Count(entries iter.Seq[Entry]) Counts {
	type owed struct {
		duty.Fact
		to     string
		latest civil.Date
	}
	c := Counts{ByStatus: map[duty.Status]int{}}
	inTime, named := map[owed]bool{}, map[owed]bool{}
	for e := range entries {
		c.Total++
		c.ByStatus[e.Status]++
		for i := range e.Standings {
			s := &e.Standings[i]
			if s.Due.Latest.IsZero() || !judged(s.Status) {
				continue
			}
			key := owed{s.Due.Fact, s.Due.To, s.Due.Latest}
			inTime[key] = s.Status == duty.Fulfilled
			if key.to != "" {
				key.to = ""
				named[key] = true
			}
		}
	}
	for key, is := range inTime {
		if named[key] { // the same act with and without a named receiver is one act
			continue
		}
		c.Judged++
		if is {
			c.OnTime++
		}
	}
	if c.Judged > 0 {
		c.Rate = rule.Ratio(int64(c.OnTime), int64(c.Judged))
	}
	return c
}

func judged(s duty.Status) bool {
	return s == duty.Fulfilled || s == duty.FulfilledLate || s == duty.Overdue || s == duty.Breached
}

// Reminders lists what can still be done and whose last day has passed or comes within
// some days, the earliest first. A fact that is not known is no reason to remind anyone of
// an act: see [Day.Requests].
func (d Day) Reminders(within int) []Entry {
	var list []Entry
	for e := range d.Where(Filter{Statuses: []duty.Status{duty.NotYetDue, duty.DueToday, duty.Overdue}}) {
		if e.Status != duty.NotYetDue || !e.Latest().After(d.day.AddDays(within)) {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(a, b Entry) int { return a.Latest().Compare(b.Latest()) })
	return list
}

// Request asks for data: a register that is to be complete through a day.
type Request struct {
	Kind    duty.Kind  `json:"kind"`
	By      string     `json:"by,omitempty"`
	Through civil.Date `json:"through,omitzero"` // as it is
	Needed  civil.Date `json:"needed,omitzero"`  // as it should be
	Entries int        `json:"entries"`          // that wait for it
}

// Requests lists the registers that leave an entry unknown, once for each kind and bearer,
// with the last day that is needed.
func (d Day) Requests() []Request {
	type register struct {
		kind duty.Kind
		by   string
	}
	at := map[register]int{}
	var list []Request
	// Of several dues, one overdue or breached outweighs one that is unknown.
	for e := range d.Where(Filter{Statuses: []duty.Status{duty.Unknown, duty.Overdue, duty.Breached}}) {
		counted := map[int]bool{}
		for i := range e.Standings {
			s := &e.Standings[i]
			if s.Status != duty.Unknown || s.Record != nil || !s.Through.IsZero() && !s.Through.Before(s.Due.Latest) {
				continue
			}
			key := register{s.Due.Kind, s.Due.By}
			n, ok := at[key]
			if !ok {
				n = len(list)
				at[key] = n
				list = append(list, Request{Kind: key.kind, By: key.by, Through: s.Through})
			}
			if list[n].Needed.Before(s.Due.Latest) {
				list[n].Needed = s.Due.Latest
			}
			if !counted[n] {
				counted[n] = true
				list[n].Entries++
			}
		}
	}
	return list
}

// next says what follows from what: notice, visit, report, evaluation.
var next = map[rule.DutyID][]rule.DutyID{
	duty.PeriodPlan:       {duty.AnnualPlan},
	duty.AnnualPlan:       {duty.ByMonth, duty.TeamWork, duty.SetAsideTime, duty.EvaluateOutcome},
	duty.Invite:           {duty.LeaderAttends, duty.TeamAttends},
	duty.TeamAttends:      {duty.TeamReports},
	duty.TeamReports:      {duty.TakeMeasures},
	duty.NotifyVisit:      {duty.VisitContent, duty.GraspOnVisit},
	duty.VisitContent:     {duty.TeamReports, duty.ReportResults},
	duty.GraspOnVisit:     {duty.TeamReports, duty.ReportResults, duty.ReferDifficulty},
	duty.ReferDifficulty:  {duty.SettleInSector},
	duty.ReportResults:    {duty.EvaluateWork, duty.EvaluateOutcome},
	duty.EvaluateWork:     {duty.GiveYearlyBasis},
	duty.SettleDifficulty: {duty.EvaluateOutcome},
}

// Follows goes through the entries that follow from one: of the same visit, assignment,
// leader or commune, as far as both name them, and of the year of the event.
func (d Day) Follows(e Entry) iter.Seq[Entry] {
	same := func(a, b string) bool { return a == "" || b == "" || a == b }
	year := cmp.Or(e.Object.Year, e.Latest().Year)
	return func(yield func(Entry) bool) {
		for i := range d.rows {
			f := d.rows[i].object
			if !slices.Contains(next[e.Duty], d.rows[i].laid.ID) || f.ID == "" ||
				f.Per == e.Object.Per && f.ID != e.Object.ID ||
				year != 0 && f.Year != 0 && f.Year != year ||
				!same(e.Leader, f.Leader) || !same(e.Assignment, f.Assignment) || !same(string(e.Commune), string(f.Commune)) {
				continue
			}
			if !yield(d.entry(i)) {
				return
			}
		}
	}
}

// Unplaced goes through the facts up to the day that no entry speaks of: of a visit that
// nobody says was made, of an assignment that the roster lacks.
func (d Day) Unplaced() iter.Seq[duty.Record] {
	return func(yield func(duty.Record) bool) {
		if d.world == nil {
			return
		}
		type about struct {
			id     rule.DutyID
			object duty.Object
		}
		placed := make(map[about]bool, len(d.rows))
		var list []duty.Standing
		for i := range d.rows {
			r := &d.rows[i]
			placed[about{r.laid.ID, r.object.Object}] = true
			list, _, _ = d.world.standings(r, list[:0])
			for j := range list {
				due := &list[j].Due
				placed[about{due.Duty, due.Object}] = true
				for _, o := range due.Also {
					placed[about{due.Duty, o}] = true
				}
			}
		}
		for r := range d.world.l.Register.All() {
			if !placed[about{r.Duty, r.Object}] && !cmp.Or(r.On.Date, r.After.Date).After(d.day) && !yield(r) {
				return
			}
		}
	}
}

const dayFormat = "giupxa.ledger-day/1"

// entryJSON is an entry with what the matrix says of its duty.
type entryJSON struct {
	Entry
	Laid
}

// dayJSON is how a day of the ledger is stored.
type dayJSON struct {
	Day     civil.Date   `json:"day,omitzero" validate:"required"`
	Entries []entryJSON  `json:"entries" validate:"dive"`
	Caveats []rule.Text  `json:"caveats"`
	Grounds rule.Grounds `json:"grounds"`
}

// MarshalJSON writes the entries with what they rest on and the format version.
func (d Day) MarshalJSON() ([]byte, error) {
	out := dayJSON{d.day, make([]entryJSON, 0, len(d.rows)), d.Caveats(), d.Grounds()}
	for e := range d.Entries() {
		out.Entries = append(out.Entries, entryJSON{e, e.Laid()})
	}
	if out.Caveats == nil {
		out.Caveats = []rule.Text{}
	}
	return form.Encode(dayFormat, out)
}

// UnmarshalJSON reads what MarshalJSON wrote. [Day.Grounds] are then those that were stored.
func (d *Day) UnmarshalJSON(data []byte) error {
	var in dayJSON
	err := form.Decode(data, dayFormat, &in)
	*d = Day{day: in.Day, rows: make([]row, len(in.Entries)), stored: make([]Entry, len(in.Entries)), caveats: in.Caveats}
	for i, e := range in.Entries {
		e.laid = &laid{Duty: duty.Duty{ID: e.Duty}, says: e.Laid}
		d.rows[i] = row{e.laid, &object{Object: e.Object, Scope: e.Scope}, e.By, e.Status}
		d.stored[i] = e.Entry
	}
	if in.Grounds.Data != "" {
		d.grounds = &in.Grounds
	}
	return err
}

// Grounds is what the day rests on: the digest of the ledger that was judged, and the
// matrix. What follows for whoever bears a duty is not decided here.
func (d Day) Grounds() rule.Grounds {
	if d.grounds != nil {
		g := *d.grounds
		g.Rulebooks = slices.Clone(g.Rulebooks)
		return g
	}
	var l Ledger
	if d.world != nil {
		l = *d.world.l
	}
	return rule.NewGrounds(rule.Nature{Kind: rule.Calculation, Authority: rule.Text{
		Vi: "cấp có thẩm quyền quản lý, đánh giá người hoặc cơ quan có nhiệm vụ",
		En: "the authority that manages and evaluates whoever bears the duty",
	}}, l, rule.Rulebook{Role: "matrix", Edition: l.Matrix.Edition()})
}

// Replay makes the ledger of a stored day again and says what differs. Without a ledger it
// judges each stored standing again by the facts stored with it ([duty.Replay]). The error
// is misuse: a text that is no day of a ledger, or a ledger that does not answer.
func Replay(stored []byte, l *Ledger) (rule.Replayed, error) {
	var in struct {
		Day     civil.Date `json:"day"`
		Entries []struct {
			Standings []json.RawMessage `json:"standings"`
		} `json:"entries"`
	}
	if err := rule.ReadStored(stored, dayFormat, &in); err != nil {
		return rule.Replayed{}, err
	}
	if l != nil {
		d, err := l.On(in.Day)
		if err != nil {
			return rule.Replayed{}, err
		}
		again, err := json.Marshal(d)
		if err != nil {
			return rule.Replayed{}, err
		}
		return rule.Replay(stored, again)
	}
	all := rule.Replayed{Same: true, Differs: rule.Findings{}}
	for i, e := range in.Entries {
		for j, s := range e.Standings {
			r, err := duty.Replay(s, nil)
			if err != nil {
				return rule.Replayed{}, err
			}
			all.Same = all.Same && r.Same
			for _, f := range r.Differs {
				f.Path = f.Path.Under(rule.Path("entries").Index(i).Key("standings").Index(j))
				all.Differs = append(all.Differs, f)
			}
		}
	}
	return all, nil
}
