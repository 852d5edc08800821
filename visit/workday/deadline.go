package workday

import (
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const deadlineFormat = "giupxa.deadline/1"

// ErrTerm says that a term or a fixed day cannot be counted.
var ErrTerm = rule.NewMisuse(nil, rule.Text{Vi: "không tính được thời hạn", En: "the term cannot be counted"})

// Term is a counted time limit (thời hạn): N units from a day, which is itself not
// counted. A negative N counts backward: a lead time, or a reminder.
type Term struct {
	N    int        `json:"n"`
	Unit Unit       `json:"unit,omitzero"`
	From civil.Date `json:"from,omitzero"`
}

// Fixed is a day that a text names: "no later than 10/8/2021", or "before" it.
type Fixed struct {
	Day civil.Date `json:"day,omitzero"`
	// Excluded is set where the day itself is too late: "trước ngày 10/8/2021".
	Excluded bool `json:"excluded,omitempty"`
}

// Deadline is the last timely day, with everything that led to it. It passes at 24:00 of
// End (Civil Code 148.6).
type Deadline struct {
	End civil.Date `json:"end,omitzero"`
	// Computed is where the term ends before any row of the calendar moves it: by the plain
	// calendar, or, in working days, with every Monday to Friday worked and nothing else.
	Computed civil.Date `json:"computed,omitzero"`
	// Moved is the days that moved it, in the order in which they are met.
	Moved []Step `json:"moved,omitempty"`
	// Term is what was counted, or Fixed is the day that was named; both where the day on
	// which the term ends is itself too late ([Deadline.DayBefore]).
	Term  Term  `json:"term,omitzero"`
	Fixed Fixed `json:"fixed,omitzero"`
	// Source is the law that counts so. A fixed day and a count backward have none.
	Source rule.Source `json:"source,omitzero"`
	// Notes are the Advice on a Reading that decided.
	Notes rule.Findings `json:"notes,omitempty"`
	// Calendar is the edition of the calendar; a fixed day rests on none.
	Calendar rule.Edition `json:"calendar,omitzero"`
}

// Step is a day that moved a deadline, why, and whose words that are.
type Step struct {
	Day        civil.Date      `json:"day,omitzero"`
	Kind       Kind            `json:"kind,omitzero"`
	Why        rule.Text       `json:"why"`
	Source     rule.Source     `json:"source"`
	Confidence rule.Confidence `json:"confidence,omitzero"`
}

// Before is the deadline of "trước ngày D": the last timely day is the day before D. It
// never moves.
func Before(day civil.Date) (Deadline, error) { return fixed(Fixed{Day: day, Excluded: true}, -1) }

// OnOrBefore is the deadline of "chậm nhất ngày D": D itself is timely. It never moves.
func OnOrBefore(day civil.Date) (Deadline, error) { return fixed(Fixed{Day: day}, 0) }

// DayBefore is the deadline where the day itself is too late: "before the third working day
// before D". What was counted, and what moved it, stays as it was.
func (d Deadline) DayBefore() Deadline {
	d.Fixed = Fixed{Day: d.End, Excluded: true}
	d.End = d.End.AddDays(-1)
	return d
}

func fixed(f Fixed, days int) (Deadline, error) {
	if !f.Day.IsValid() || f.Day.Year < 1 {
		return Deadline{}, noDay(f.Day)
	}
	end := f.Day.AddDays(days)
	return Deadline{End: end, Computed: end, Fixed: f}, nil
}

func noDay(day civil.Date) error {
	return rule.NewMisuse(ErrTerm, rule.Text{Vi: "không có ngày {day}", En: "there is no day {day}"}, rule.A("day", day))
}

// mostUnits keeps the arithmetic in range; no calendar is that long.
const mostUnits = 100_000

// The articles by which a term begins and ends. That only working days count is said by the
// text that sets the term; of the Code, such a term needs the beginning alone.
var (
	begunBy   = civilCode.At("Điều 147")
	countedBy = civilCode.At("Điều 147–148")
)

// Deadline counts a term by Civil Code 145 to 148. The error is [ErrTerm] where the term
// cannot be counted, or a [DayError] where the calendar does not know a day that decides.
func (c Calendar) Deadline(term Term) (Deadline, error) {
	switch {
	case term.N == 0 || term.N > mostUnits || term.N < -mostUnits || term.Unit < Days || term.Unit > Years:
		return Deadline{}, rule.NewMisuse(ErrTerm, rule.Text{Vi: "{n} {unit}", En: "{n} {unit}"}, rule.A("n", term.N), rule.A("unit", term.Unit))
	case !term.From.IsValid():
		return Deadline{}, noDay(term.From)
	case c.t == nil:
		return Deadline{}, &DayError{Day: Day{On: term.From}}
	}
	d := Deadline{Term: term, Calendar: c.t.edition}
	var err error
	if term.Unit == WorkingDays {
		d.Source, err = begunBy, c.t.countWorking(&d)
	} else {
		d.Source, err = countedBy, c.t.roll(&d)
	}
	if err != nil {
		return Deadline{}, err
	}
	if term.N < 0 {
		d.Source = rule.Source{}
	}
	return d, nil
}

// end is where the term ends by the plain calendar.
func (t Term) end() civil.Date {
	switch t.Unit {
	case Days:
		return t.From.AddDays(t.N)
	case Weeks:
		return t.From.AddDays(7 * t.N)
	case Years:
		return addMonths(t.From, 12*t.N)
	default:
		return addMonths(t.From, t.N)
	}
}

// addMonths ends on the day of the same number, or on the last one of a shorter month
// (Civil Code 148.3).
func addMonths(d civil.Date, n int) civil.Date {
	first := rule.Day(d.Year, int(d.Month), 1).AddMonths(n)
	return first.AddDays(min(d.Day, rule.Month(first.Year, int(first.Month)).To.Day) - 1)
}

// addWeekdays counts Mondays to Fridays and nothing else.
func addWeekdays(d civil.Date, n int) civil.Date {
	step := 1
	if n < 0 {
		n, step = -n, -1
	}
	weeks, beyond := (n-1)/5, 0
	for left := n - 5*weeks; left > 0; {
		beyond += step
		if (int(d.Weekday())+13+beyond)%7 < 5 { // counted from a Monday; beyond is at most a week
			left--
		}
	}
	return d.AddDays(7*weeks*step + beyond)
}

func (t *tables) countWorking(d *Deadline) error {
	i, err := t.index(d.Term.From)
	if err != nil {
		return err
	}
	j, err := t.add(i, d.Term.N)
	if err != nil {
		return err
	}
	d.End, d.Computed = t.day(j), addWeekdays(d.Term.From, d.Term.N)
	d.Moved = t.steps(i, j, func(k int) bool { return t.kind[k].Works() == t.weekend(k) })
	return nil
}

// steps gathers, on the way from day i to day j, i left out, the days that match.
func (t *tables) steps(i, j int, match func(int) bool) []Step {
	step, n := 1, 0
	if j < i {
		step = -1
	}
	for k := i; k != j; {
		if k += step; match(k) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	moved := make([]Step, 0, n)
	for k := i; k != j; {
		if k += step; match(k) {
			moved = append(moved, t.step(k))
		}
	}
	return moved
}

// roll moves the end off days that are off: forward to the next working day (Civil Code
// 148.5), or back where the term counts backward.
func (t *tables) roll(d *Deadline) error {
	d.Computed = d.Term.end()
	i, err := t.index(d.Computed)
	if err != nil {
		return err
	}
	step := 1
	if d.Term.N < 0 {
		step = -1
	}
	j := i
	for ; !t.kind[j].Works(); j += step {
		if err := t.decided(j, j+1, false); err != nil {
			return err
		}
		if t.kind[j] == SwappedOff && step > 0 {
			d.swapped(t.day(j), t.parts.SwapEndsTerm)
			if t.parts.SwapEndsTerm {
				break
			}
		}
		if j+step < 0 || j+step == len(t.kind) {
			return t.outside(t.day(j).AddDays(step))
		}
	}
	d.End = t.day(j)
	d.Moved = t.steps(i-step, j-step, func(int) bool { return true })
	return nil
}

// swapped notes once that the Reading of a weekday off by a swap decided.
func (d *Deadline) swapped(day civil.Date, ends bool) {
	used := rule.Text{Vi: "lùi tiếp qua ngày đó", En: "moves past it"}
	other := rule.Text{Vi: "kết thúc ngay ngày đó", En: "ends on it"}
	if ends {
		used, other = other, used
	}
	if d.Notes == nil {
		d.Notes = rule.Findings{table.Advice(SwapAtEnd, "end", rule.A("day", day), rule.A("used", used), rule.A("other", other))}
	}
}

// String is the Vietnamese wording of [Term.In].
func (t Term) String() string { return t.In(rule.Vi) }

// In says the term: "3 ngày làm việc kể từ ngày 30/8/2021".
func (t Term) In(l rule.Lang) string {
	n, from, unit := t.N, rule.Text{Vi: "kể từ ngày", En: "from"}, t.Unit.In(l)
	if n < 0 {
		n, from = -n, rule.Text{Vi: "trước ngày", En: "before"}
	}
	if n == 1 && l == rule.En {
		unit = strings.TrimSuffix(unit, "s")
	}
	return strconv.Itoa(n) + " " + unit + " " + from.In(l) + " " + rule.FormatDate(t.From, l)
}

// String is the Vietnamese wording of [Fixed.In].
func (f Fixed) String() string { return f.In(rule.Vi) }

// In says the day: "trước ngày 10/8/2021".
func (f Fixed) In(l rule.Lang) string {
	words := rule.Text{Vi: "chậm nhất ngày ", En: "no later than "}
	if f.Excluded {
		words = rule.Text{Vi: "trước ngày ", En: "before "}
	}
	return words.In(l) + rule.FormatDate(f.Day, l)
}

// String is the Vietnamese wording of [Deadline.In].
func (d Deadline) String() string { return d.In(rule.Vi) }

// In says the deadline, what was counted and what moved it, on one line.
func (d Deadline) In(l rule.Lang) string {
	var b strings.Builder
	b.WriteString(rule.FormatDate(d.End, l) + " (")
	if d.Fixed != (Fixed{}) {
		b.WriteString(d.Fixed.In(l))
		if d.Term == (Term{}) {
			return b.String() + ")"
		}
		b.WriteString(", ")
	}
	b.WriteString(d.Term.In(l))
	if len(d.Moved) > 0 {
		b.WriteString(rule.Text{Vi: " lẽ ra là ngày ", En: " would be "}.In(l) + rule.FormatDate(d.Computed, l) + rule.Text{Vi: "; chuyển vì ", En: "; moved by "}.In(l))
		for i, s := range d.Moved {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(rule.FormatDate(s.Day, l) + " " + s.Why.In(l))
		}
	}
	for _, note := range d.Notes {
		b.WriteString("; " + note.In(l))
	}
	return b.String() + ")"
}

// MarshalJSON writes the deadline in the format giupxa.deadline/1.
func (d Deadline) MarshalJSON() ([]byte, error) {
	type plain Deadline
	return form.Encode(deadlineFormat, plain(d))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Deadline) UnmarshalJSON(data []byte) error {
	type plain Deadline
	return form.Decode(data, deadlineFormat, (*plain)(d))
}
