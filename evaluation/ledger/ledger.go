package ledger

import (
	"cmp"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Ledger is what a province knows of its duties: who owes what, who helps whom, and the
// facts. Matrix and register are needed; the rest may be left out.
type Ledger struct {
	Matrix duty.Matrix       `json:"matrix,omitzero"`
	Roster assignment.Roster `json:"roster"`
	// Register holds the facts, and says through which day each kind is complete.
	Register duty.Register `json:"register"`
	// Gazetteer tells the district of a commune, and which targets ended.
	Gazetteer      org.Gazetteer           `json:"gazetteer,omitzero"`
	OnTargetMerged assignment.TargetMerged `json:"onTargetMerged,omitzero"`
	// Leaders is the body of the matrix that stands for the assigned leaders: what it
	// bears, each leader bears. Without it such duties are the class's, not the person's.
	Leaders org.BodyID `json:"leaders,omitempty" validate:"max=100"`
	// Changes say of assignments whether they are kept, new or moved
	// ([assignment.Roster.Changes]): who keeps a commune reviews a plan, who is new
	// builds two.
	Changes []assignment.Change `json:"changes,omitempty" validate:"dive"`
	// Dues are what rulebooks say is owed (Owed of plan.Mandate and visit.Policy). For the
	// same fact they count in place of what the matrix alone says, with their last day and
	// receiver.
	Dues []duty.Due `json:"dues,omitempty" validate:"dive"`
}

const format = "giupxa.ledger/1"

// plainLedger is a ledger without a format version of its own.
type plainLedger Ledger

// UnmarshalJSON reads a ledger and reports every fault of its form. The schema is
// ledger.schema.json beside this package.
func (l *Ledger) UnmarshalJSON(data []byte) error {
	return form.Decode(data, format, (*plainLedger)(l))
}

// MarshalJSON writes the ledger with its format version.
func (l Ledger) MarshalJSON() ([]byte, error) { return form.Encode(format, plainLedger(l)) }

// On is where every duty stands on a day, as far as the register tells: one entry for each
// duty of the matrix and each object that it is owed for. The error is misuse: a day that
// is none or for which the matrix does not answer, or, as [rule.Findings], a due of a duty
// that the matrix lacks, or the same due twice.
func (l Ledger) On(day civil.Date) (Day, error) {
	m, err := l.Matrix.On(day)
	if err != nil {
		return Day{}, err
	}
	if err := l.faults().Err(); err != nil {
		return Day{}, err
	}
	l.Matrix, l.Changes, l.Dues = m, slices.Clone(l.Changes), slices.Clone(l.Dues)
	for i := range l.Changes {
		l.Changes[i].Before = slices.Clone(l.Changes[i].Before)
	}
	for i := range l.Dues {
		l.Dues[i].Also = slices.Clone(l.Dues[i].Also)
	}
	w := world{l: &l, day: day, basis: m.Basis(), dues: map[duty.Fact][]int{}, given: map[rule.DutyID]bool{}, changes: map[string]*assignment.Change{}}
	w.look()
	return Day{world: &w, day: day, rows: w.rows()}, nil
}

func (l *Ledger) faults() rule.Findings {
	var found rule.Findings
	if _, ok := l.Matrix.Body(l.Leaders); !ok && l.Leaders != "" {
		found = append(found, table.Broken(ErrLeaders, "leaders", rule.A("body", rule.Shorten(string(l.Leaders)))))
	}
	type owed struct {
		duty.Fact
		to string
	}
	seen := make(map[owed]bool, len(l.Dues))
	for i := range l.Dues {
		d := &l.Dues[i]
		at := rule.Path("dues").Index(i)
		if _, ok := l.Matrix.Duty(d.Duty); !ok {
			found = append(found, table.Broken(ErrDueDuty, at.Key("duty"), rule.A("duty", rule.Shorten(string(d.Duty)))))
		}
		key := owed{d.Fact, rule.Normal(d.To)}
		key.Object.ID = rule.Normal(key.Object.ID)
		if seen[key] {
			found = append(found, table.Broken(ErrDueTwice, at))
		}
		seen[key] = true
	}
	return found
}

// Scope is to whom and what an entry belongs, as far as it does.
type Scope struct {
	Leader     string       `json:"leader,omitempty" validate:"max=100"`
	Assignment string       `json:"assignment,omitempty" validate:"max=200"`
	Commune    org.UnitCode `json:"commune,omitempty" validate:"max=200"`
	District   org.UnitCode `json:"district,omitempty" validate:"max=200"`
}

// object is what a duty is owed for, on which days, and where it is an event, when.
type object struct {
	duty.Object
	Scope
	days    rule.Span
	binding duty.Binding // of the text on these days
	unsure  bool         // the day of the event is not known
	none    bool         // it stands for objects of which there is none
}

// world is what exists on the day. Once it has looked it does not change.
type world struct {
	l       *Ledger
	day     civil.Date
	basis   duty.Basis
	objects [duty.PerBody + 1][]object
	at      map[duty.Object]int // where an object is in its list, while they are made
	dues    map[duty.Fact][]int
	given   map[rule.DutyID]bool // of which a rulebook says what is owed
	changes map[string]*assignment.Change
}

// look lists the objects of each kind.
func (w *world) look() {
	for i := range w.l.Changes {
		c := &w.l.Changes[i]
		w.changes[c.Assignment.ID] = c
	}
	w.at = make(map[duty.Object]int, w.l.Register.Len())
	w.roster()
	w.events()
	w.add(object{Object: duty.Object{Per: duty.PerProvince}, days: w.l.Matrix.Span()})
	w.years(duty.PerAssignment, duty.PerAssignmentYear)
	w.years(duty.PerLeader, duty.PerLeaderYear)
	w.years(duty.PerDistrict, duty.PerDistrictYear)
	w.owed()
	w.at = nil
	for _, list := range w.objects {
		for i := range list {
			list[i].binding = w.binding(&list[i])
		}
	}
}

// began reports whether days have begun on the day.
func (w *world) began(s rule.Span) bool { return s.From.IsZero() || !s.From.After(w.day) }

// roster lists leaders, assignments, communes and districts.
func (w *world) roster() {
	policy := assignment.Policy{OnTargetMerged: w.l.OnTargetMerged}
	for _, a := range w.l.Roster.Assignments() {
		leader, _ := w.l.Roster.Leader(a.Leader)
		body, _ := w.l.Matrix.Body(leader.Body)
		if a.Role != assignment.Helper || !w.began(a.Span) {
			continue
		}
		for _, s := range policy.Standing(a, body, w.l.Gazetteer) {
			if !w.began(s.Span) {
				continue
			}
			scope := Scope{Leader: s.Leader, Assignment: s.ID, Commune: s.Commune, District: w.district(s.Commune, s.Span)}
			w.add(object{Object: duty.Object{Per: duty.PerAssignment, ID: s.ID}, Scope: scope, days: s.Span})
			w.add(object{Object: duty.Object{Per: duty.PerLeader, ID: s.Leader}, Scope: Scope{Leader: s.Leader}, days: s.Span})
			if !s.Span.Contains(w.day) {
				continue
			}
			w.add(object{Object: duty.Object{Per: duty.PerCommune, ID: string(s.Commune)}, Scope: Scope{Commune: s.Commune, District: scope.District}, days: s.Span})
			if scope.District != "" {
				w.add(object{Object: duty.Object{Per: duty.PerDistrict, ID: string(scope.District)}, Scope: Scope{District: scope.District}, days: s.Span})
			}
		}
	}
}

// add lists an object; one that is listed already has the days of both.
func (w *world) add(o object) {
	i, ok := w.at[o.Object]
	if !ok {
		w.list(o)
		return
	}
	days := &w.objects[o.Per][i].days
	if o.days.From.IsZero() || !days.From.IsZero() && o.days.From.Before(days.From) {
		days.From = o.days.From
	}
	if o.days.To.IsZero() || !days.To.IsZero() && o.days.To.After(days.To) {
		days.To = o.days.To
	}
}

// district is the district of a commune on the last of its days up to the day.
func (w *world) district(commune org.UnitCode, days rule.Span) org.UnitCode {
	on := w.day
	if !days.To.IsZero() && days.To.Before(on) {
		on = days.To
	}
	for u := range w.l.Gazetteer.Ancestors(commune, on) {
		if u.Kind.Level() == org.LevelDistrict {
			return u.Code
		}
	}
	return ""
}

// events lists the visits, meetings, difficulties and bodies of which the register speaks.
func (w *world) events() {
	for r := range w.l.Register.All() {
		if first := cmp.Or(r.On.Date, r.After.Date); first.After(w.day) {
			continue
		}
		switch r.Object.Per {
		case duty.PerVisit, duty.PerMeeting:
			w.gathering(&r)
		case duty.PerDifficulty:
			w.list(object{Object: r.Object, Scope: w.party(&r), days: rule.Span{From: r.On.Date, To: r.On.Date}})
		case duty.PerBody:
			w.list(object{Object: r.Object})
		default:
		}
	}
	for _, c := range w.l.Roster.Entries().Coordinating {
		if c.Span.Contains(w.day) {
			w.list(object{Object: duty.Object{Per: duty.PerBody, ID: string(c.Body)}, days: c.Span})
		}
	}
	// The order of the facts is not that of the entries.
	for _, per := range [...]duty.Per{duty.PerVisit, duty.PerMeeting, duty.PerDifficulty, duty.PerBody} {
		slices.SortFunc(w.objects[per], func(a, b object) int {
			return cmp.Or(a.days.From.Compare(b.days.From), cmp.Compare(a.ID, b.ID))
		})
	}
}

// gathering lists a visit or meeting; the day of a record that it took place counts, not
// that of a notice or invitation. Of a visit that nobody says was made nothing is owed.
func (w *world) gathering(r *duty.Record) {
	dated := r.Kind == duty.VisitMade || r.Kind == duty.Attended
	o := object{Object: r.Object, unsure: r.On.IsZero() || !dated}
	if dated {
		o.days = rule.Span{From: r.On.Date, To: r.On.Date}
	}
	i, listed := w.at[o.Object]
	switch {
	case listed && dated:
		if known := &w.objects[o.Per][i]; known.unsure || !o.unsure && o.days.From.Before(known.days.From) {
			known.days, known.unsure = o.days, o.unsure
		}
	case !listed && (dated || o.Per == duty.PerMeeting):
		o.Scope = w.party(r)
		w.list(o)
	}
}

// list lists an object once, with the first that is said of it.
func (w *world) list(o object) {
	if _, ok := w.at[o.Object]; !ok {
		w.at[o.Object] = len(w.objects[o.Per])
		w.objects[o.Per] = append(w.objects[o.Per], o)
	}
}

// party is the leader and the commune of a record, whichever side did it, and the
// assignment that the leader had there.
func (w *world) party(r *duty.Record) Scope {
	s := Scope{Leader: r.By, Commune: org.UnitCode(r.To)}
	if _, ok := w.l.Roster.Leader(r.By); !ok {
		s = Scope{Leader: r.To, Commune: org.UnitCode(r.By)}
	}
	if _, ok := w.l.Roster.Leader(s.Leader); !ok {
		return Scope{}
	}
	on := cmp.Or(r.On.Date, r.Before.Date, r.After.Date)
	if a, ok := w.l.Roster.Held(s.Leader, s.Commune, on); ok {
		s.Assignment = a.ID
	}
	s.District = w.district(s.Commune, rule.Span{To: on})
	return s
}

// owed notes what the rulebooks say is owed, by its fact, and lists the objects of which
// neither roster nor register speaks. What has no date is owed of a later year in that
// year.
func (w *world) owed() {
	for i := range w.l.Dues {
		d := &w.l.Dues[i]
		f := d.Fact
		f.Object.ID = rule.Normal(f.Object.ID)
		w.dues[f], w.given[f.Duty] = append(w.dues[f], i), true
		if _, listed := w.at[f.Object]; listed || int(f.Object.Per) >= len(w.objects) || f.Object.Year > w.day.Year && d.Latest.IsZero() {
			continue
		}
		o := object{Object: f.Object, Scope: w.party(&duty.Record{By: d.By, To: d.To, On: rule.On(w.day)})}
		if a, ok := w.l.Roster.Assignment(f.Object.ID); ok && (f.Object.Per == duty.PerAssignment || f.Object.Per == duty.PerAssignmentYear) {
			o.Scope = Scope{Leader: a.Leader, Assignment: a.ID, Commune: a.Commune, District: w.district(a.Commune, a.Span)}
			o.days = a.Span
		}
		w.list(o)
	}
}

// years lists for each object its calendar years up to that of the day.
func (w *world) years(of, yearly duty.Per) {
	period := w.basis.Period()
	for _, o := range w.objects[of] {
		first := cmp.Or(o.days.From.Year, period.From.Year, w.day.Year)
		first = max(first, period.From.Year)
		last := w.day.Year
		if to := o.days.To; !to.IsZero() {
			last = min(last, to.Year)
		}
		for year := first; year <= last; year++ {
			y := o
			y.Per, y.Year = yearly, year
			y.days, _ = o.days.Intersect(rule.Year(year))
			w.list(y)
		}
	}
}
