package duty

import (
	"iter"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Status is where a duty stands on a day. The zero value is invalid.
type Status uint8

// The statuses.
const (
	_             Status = iota
	Fulfilled            // done in time, or done where no date binds
	FulfilledLate        // done after the last timely day
	NotYetDue            // not done, the last timely day is still to come
	DueToday             // not done, the last timely day is today
	Overdue              // not done, the last timely day has passed; it can still be done
	Breached             // not done, and it can no longer be done
	Open                 // not done, and the text gives no date
	Ongoing              // a continuing duty, which no single fact discharges
	Unknown              // the facts supplied do not tell
	NotComputable        // no fact could tell
)

var statuses = rule.NewEnum[Status]("status", rule.Word{},
	rule.Word{Code: "fulfilled", Vi: "đã thực hiện", En: "fulfilled"},
	rule.Word{Code: "fulfilled-late", Vi: "đã thực hiện, chậm", En: "fulfilled late"},
	rule.Word{Code: "not-yet-due", Vi: "chưa đến hạn", En: "not yet due"},
	rule.Word{Code: "due", Vi: "đến hạn hôm nay", En: "due today"},
	rule.Word{Code: "overdue", Vi: "quá hạn", En: "overdue"},
	rule.Word{Code: "breached", Vi: "không thực hiện", En: "breached"},
	rule.Word{Code: "open", Vi: "văn bản không ghi thời hạn", En: "open: no date in the text"},
	rule.Word{Code: "ongoing", Vi: "thường xuyên", En: "ongoing"},
	rule.Word{Code: "unknown", Vi: "chưa rõ", En: "unknown"},
	rule.Word{Code: "not-computable", Vi: "không tính được", En: "not computable"},
)

// Due is one thing owed: the fact that would discharge it, by whom, to whom, and the
// last timely day. A [Duty] makes it.
type Due struct {
	Fact
	// Also are facts of other objects that discharge it as well: what was done under the
	// earlier assignment of the same post.
	Also []Object `json:"also,omitempty" validate:"dive"`
	By   string   `json:"by"`
	To   string   `json:"to"`
	// Latest is the last timely day; zero where no text and no policy gives one.
	Latest civil.Date `json:"latest,omitzero"`
	// Origin says whether the date is the text's or a policy's.
	Origin rule.Origin `json:"origin,omitzero"`
	Source rule.Source `json:"source,omitzero"`
	// Binding is whether the text bound on the day of the act. Where it only may have,
	// what was not done is Unknown. The zero value is that it bound.
	Binding Binding `json:"binding,omitzero"`
	// Once is set where the duty can no longer be done after its last day: a
	// notice after the visit is none.
	Once bool `json:"once,omitempty"`
	// Note says in words what is owed: "review the plan issued".
	Note rule.Text `json:"note"`
	// Basis is the edition of the text that lays the duty down. Rulebook is that of the
	// mandate or policy that set the last day, where whoever keeps it says so.
	Basis    rule.Edition `json:"basis,omitzero"`
	Rulebook rule.Edition `json:"rulebook,omitzero"`
}

// Due is what the duty asks for one object: by whom, to whom, with its passage and words.
// Its last day is that of the text, where the text names one; for a duty before a visit
// or meeting the caller sets it.
func (d Duty) Due(object Object, by, to string) Due {
	return Due{
		Fact: Fact{d.Record, d.ID, object}, By: by, To: to,
		Latest: d.Latest, Origin: d.Origin, Source: d.Source,
		Once: d.Limit == BeforeVisit || d.Limit == BeforeMeeting, Note: d.Text, Basis: d.basis,
	}
}

// Standing is where a due stands on a day: its status, the fact that decided, and how
// many days late it is.
type Standing struct {
	Due    Due        `json:"due"`
	Day    civil.Date `json:"day,omitzero"`
	Status Status     `json:"status" validate:"required"`
	// Record is the fact that decided: the earliest that discharges the due where Done,
	// else one that breaks the duty or leaves it open; nil where no fact decided.
	Record *Record `json:"record,omitempty"`
	// Others are the other facts of the due up to the day, which do not discharge it; none
	// where it was fulfilled in time, because then no other fact could matter.
	Others []Record `json:"others,omitempty" validate:"dive"`
	Done   bool     `json:"-"`
	// DaysLate counts the days after the last timely day: those of the fact where
	// Done, those gone by where Overdue or Breached; 0 otherwise. AtLeast is how many of
	// them are certain: fewer where the register is not complete through Day, or where
	// only bounds of the fact are known.
	DaysLate int `json:"daysLate,omitempty"`
	AtLeast  int `json:"atLeast,omitempty"`
	// Through is the day through which the register is complete for such facts; zero
	// where it does not say. What happened later is not known.
	Through civil.Date    `json:"through,omitzero"`
	grounds *rule.Grounds // as they were stored
}

// Status judges the due on a day by the facts of a register. A fact discharges it where
// kind, duty and object are the same and, if the due names one, the addressee; the
// earliest decides. A fact whose own finding breaks the duty does not discharge it (a
// finding of origin Policy breaks none); one that leaves the duty undecided, or of which only bounds are known that do not decide,
// leaves the due Unknown where no other fact discharges it. Without any the due is Open
// where it has no date; after its date it is Overdue (Breached where Once) only if the
// register is complete through that date and the text bound, otherwise Unknown.
func (d Due) Status(r Register, day civil.Date) Standing {
	s := Standing{Due: d, Day: day}
	s.Due.Also = slices.Clone(d.Also)
	s.Judge(&r)
	return s
}

// Judge judges the due of a standing on its day, as [Due.Status] does, and writes down what
// comes out. Nothing else of the standing counts.
func (s *Standing) Judge(r *Register) {
	d, day := &s.Due, s.Day
	s.Record, s.Others, s.DaysLate, s.AtLeast, s.grounds = nil, nil, 0, 0, nil
	s.Through, _ = r.Complete(d.Kind, d.By)
	var some [8]*Record // as many as most dues have
	best, at, facts := d.weigh(r, day, some[:0])
	for i, record := range facts {
		if i == at {
			fact := record.clone()
			s.Record = &fact
		} else {
			s.Others = append(s.Others, record.clone())
		}
	}
	s.Status, s.DaysLate, s.AtLeast = best.status, best.late, best.atLeast
	if best.rank <= rankBreaks {
		s.Status = d.undone(day, s.Through)
	}
	s.Done = s.Status.done()
	if s.Status == Overdue || s.Status == Breached {
		s.DaysLate = day.DaysSince(d.Latest)
		// Nothing was done through that day; what came later is not known.
		s.AtLeast = min(s.DaysLate, s.Through.DaysSince(d.Latest)+1)
	}
}

// Status is that of a due on a day. [Due.Status] tells it with the facts behind it.
func (r *Register) Status(d *Due, day civil.Date) Status {
	var some [8]*Record
	best, _, _ := d.weigh(r, day, some[:0])
	if best.rank > rankBreaks {
		return best.status
	}
	through, _ := r.Complete(d.Kind, d.By)
	return d.undone(day, through)
}

// weigh lists the facts that say something of the due up to a day, with the verdict and the
// place of the one that decides; that one alone where it was done in time, because then no
// other fact could matter.
func (d *Due) weigh(r *Register, day civil.Date, facts []*Record) (best verdict, at int, _ []*Record) {
	at = -1
	for record := range r.about(d) {
		v := d.judge(record, day)
		if v.rank == 0 {
			continue
		}
		if v.rank == rankTimely {
			return v, 0, append(facts[:0], record)
		}
		facts = append(facts, record)
		if v.rank > best.rank {
			best, at = v, len(facts)-1
		}
	}
	return best, at, facts
}

// undone is the status of a due that no fact discharges.
func (d *Due) undone(day, through civil.Date) Status {
	switch {
	case d.Latest.IsZero():
		return Open
	case day.Before(d.Latest):
		return NotYetDue
	case day == d.Latest:
		return DueToday
	case through.IsZero() || through.Before(d.Latest) || d.Binding == MayBind:
		return Unknown
	case d.Once:
		return Breached
	default:
		return Overdue
	}
}

// done reports whether the status says that a fact discharged the due.
func (s Status) done() bool { return s == Fulfilled || s == FulfilledLate }

// about goes through the records that speak of a due, the earliest of each object first.
func (r *Register) about(d *Due) iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		to := rule.Normal(d.To)
		of := func(f Fact) bool {
			for _, i := range r.of(f) {
				if record := &r.records[i]; (to == "" || record.To == to) && !yield(record) {
					return false
				}
			}
			return true
		}
		if !of(d.Fact) {
			return
		}
		for _, object := range d.Also {
			if !of(Fact{d.Kind, d.Duty, object}) {
				return
			}
		}
	}
}

// How much a fact says of a due, rising.
const (
	rankBreaks = 1 + iota // it is there, and breaks the duty
	rankMaybe             // it may discharge the due, late
	rankLate              // it discharges it, late
	rankOpen              // it may discharge the due, and in time
	rankTimely            // it discharges it in time
)

type verdict struct {
	rank    int
	status  Status
	late    int
	atLeast int
}

// judge says what one fact means for the due on a day.
func (d *Due) judge(r *Record, day civil.Date) verdict {
	open := verdict{rank: rankOpen, status: Unknown}
	span := r.within()
	if !d.Latest.IsZero() && span.From.After(d.Latest) {
		open.rank = rankMaybe
	}
	switch {
	case !span.From.IsZero() && span.From.After(day):
		return verdict{} // it came later
	case r.guards(rule.Broken):
		return verdict{rank: rankBreaks}
	case r.guards(rule.Undecided), span.To.IsZero(), span.To.After(day):
		return open
	case d.Latest.IsZero(), !span.To.After(d.Latest):
		return verdict{rank: rankTimely, status: Fulfilled}
	case span.From.IsZero() || !span.From.After(d.Latest):
		return open
	default:
		return verdict{rankLate, FulfilledLate, span.To.DaysSince(d.Latest), span.From.DaysSince(d.Latest)}
	}
}
