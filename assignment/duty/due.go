package duty

import (
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

// Due is one thing owed: which duty, for which object, by whom, to whom, of
// which kind, and the last timely day.
type Due struct {
	Duty   rule.DutyID `json:"duty"`
	Kind   Kind        `json:"kind"`
	Object Object      `json:"object"`
	By     string      `json:"by"`
	To     string      `json:"to"`
	// Latest is the last timely day; zero where no text and no policy gives one.
	Latest civil.Date `json:"latest,omitzero"`
	// Origin says whether the date is the text's or a policy's.
	Origin rule.Origin `json:"origin,omitzero"`
	Source rule.Source `json:"source,omitzero"`
	// Once is set where the duty can no longer be done after its last day: a
	// notice after the visit is none.
	Once bool `json:"once,omitempty"`
	// Note says in words what is owed: "review the plan issued".
	Note rule.Text `json:"note"`
}

// Standing is where a due stands on a day: its status, the fact that discharged
// it, and how many days late it is.
type Standing struct {
	Status Status
	// Record is the earliest fact that discharges the due, where Done.
	Record Record
	Done   bool
	// DaysLate counts the days after the last timely day: those of the fact where
	// Done, those gone by where Overdue or Breached; 0 otherwise.
	DaysLate int
}

// Status judges the due on a day by the facts of a register. Only facts whose
// moment lies on or before the day count. A fact discharges the due where duty,
// object, kind and, if the due names one, addressee are the same; the earliest
// decides, and one whose own findings leave the duty undecided leaves the due
// Unknown. Without such a fact the due is Open where it has no date; after its
// date it is Overdue (Breached where Once) only if the register is complete
// through that date, otherwise Unknown.
func (d Due) Status(r Register, day civil.Date) Standing {
	if i, ok := r.first(d, day); ok {
		if r.records[i].undecided() {
			return Standing{Status: Unknown, Record: r.records[i]}
		}
		done := Standing{Status: Fulfilled, Record: r.records[i], Done: true}
		if on := done.Record.On.Date; !d.Latest.IsZero() && on.After(d.Latest) {
			done.Status, done.DaysLate = FulfilledLate, on.DaysSince(d.Latest)
		}
		return done
	}
	switch {
	case d.Latest.IsZero():
		return Standing{Status: Open}
	case day.Before(d.Latest):
		return Standing{Status: NotYetDue}
	case day == d.Latest:
		return Standing{Status: DueToday}
	}
	if through, ok := r.Complete(d.Kind); !ok || through.Before(d.Latest) {
		return Standing{Status: Unknown}
	}
	late := Standing{Status: Overdue, DaysLate: day.DaysSince(d.Latest)}
	if d.Once {
		late.Status = Breached
	}
	return late
}
