package workday

import (
	"iter"
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// The reasons for which a calendar does not answer. The error is a [DayError].
var (
	ErrOutside   = rule.NewMisuse(nil, rule.Text{Vi: "ngày nằm ngoài thời gian của lịch", En: "the day lies outside the calendar"})
	ErrUndecided = rule.NewMisuse(nil, rule.Text{Vi: "chưa quyết định ngày ấy làm việc hay nghỉ", En: "the day is not decided"})
)

// DayError names the day for which a calendar has no answer.
type DayError struct {
	// Day is the first day that the calendar does not know; what it is, and who says so,
	// is in it where the calendar holds it as undecided.
	Day Day
	// Coverage is the days for which the calendar answers.
	Coverage rule.Span
}

// Is makes errors.Is(err, ErrUndecided) and errors.Is(err, ErrOutside) work.
func (e *DayError) Is(target error) bool {
	return target == ErrUndecided && e.Day.Kind == Undecided || target == ErrOutside && e.Day.Kind != Undecided
}

// Error is the English wording.
func (e *DayError) Error() string { return "workday: " + e.In(rule.En) }

// In says which day has no answer, and why.
func (e *DayError) In(l rule.Lang) string {
	day := rule.FormatDate(e.Day.On, l)
	words := rule.Text{Vi: "ngày " + day + " nằm ngoài lịch (" + e.Coverage.In(l) + ")", En: day + " lies outside the calendar (" + e.Coverage.In(l) + ")"}
	switch {
	case e.Day.Kind == Undecided:
		words = rule.Text{Vi: "ngày " + day + " chưa được quyết định là ngày làm việc hay ngày nghỉ", En: day + " is not decided to be worked or off"}
		if name := e.Day.Name.In(l); name != "" {
			return words.In(l) + ": " + name + " (" + e.Day.Source.In(l) + ")"
		}
	case !e.Day.On.IsValid():
		words = rule.Text{Vi: "không có ngày " + day, En: day + " does not exist"}
	case e.Coverage == rule.Span{}:
		words = rule.Text{Vi: "lịch trống, không có ngày " + day, En: "the calendar is empty and does not cover " + day}
	}
	return words.In(l)
}

// tables answer by the number of a day, counted from the first day of the coverage.
type tables struct {
	parts   Parts
	edition rule.Edition
	months  []int32 // the number of the first day of each month, from January of the first year
	monday  int     // the number of the last Monday up to the first day
	kind    []Kind
	count   []int32 // the working days before a day
	open    []int32 // the undecided days before a day
	work    []int32 // the working days
	row     []int32 // the row of a day, counted from 1; 0 is none
	rows    []Step
	names   []rule.Text // of the rows
}

func newTables(p Parts, rows map[civil.Date]Day) *tables {
	n, _ := p.Coverage.Days()
	first := p.Coverage.From
	t := &tables{parts: p, edition: rule.EditionOf(p.ID, p.Version, p), monday: -(int(first.Weekday()) + 6) % 7,
		kind: make([]Kind, n), count: make([]int32, n+1), open: make([]int32, n+1), row: make([]int32, n)}
	for month := rule.Day(first.Year, 1, 1); month.Year <= p.Coverage.To.Year+1; month = month.AddMonths(1) {
		t.months = append(t.months, int32(month.DaysSince(first)))
	}
	for _, d := range rows {
		if i, err := t.index(d.On); err == nil {
			t.kind[i] = d.Kind
			t.rows = append(t.rows, Step{Day: d.On, Kind: d.Kind, Why: rule.Text{Vi: d.In(rule.Vi), En: d.In(rule.En)}, Source: d.Source, Confidence: d.Confidence})
			t.names = append(t.names, d.Name)
			t.row[i] = int32(len(t.rows))
		}
	}
	for i := range n {
		if t.kind[i] == 0 {
			t.kind[i] = Working
			if t.weekend(i) {
				t.kind[i] = Weekend
			}
		}
		t.count[i+1], t.open[i+1] = t.count[i], t.open[i]
		switch {
		case t.kind[i] == Undecided:
			t.open[i+1]++
		case t.kind[i].Works():
			t.count[i+1]++
			t.work = append(t.work, int32(i))
		}
	}
	return t
}

func isWeekend(d civil.Date) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

// weekend tells of a day by its number whether it is a Saturday or a Sunday.
func (t *tables) weekend(i int) bool { return (i-t.monday)%7 >= 5 }

// day is the date of a number of the coverage.
func (t *tables) day(i int) civil.Date {
	m := int(t.parts.Coverage.From.Month) - 1 + i/31 // never too late
	for int(t.months[m+1]) <= i {
		m++
	}
	return rule.Day(t.parts.Coverage.From.Year+m/12, m%12+1, i-int(t.months[m])+1)
}

// index is the number of a day of the coverage; a day that does not exist has none.
func (t *tables) index(d civil.Date) (int, error) {
	if t == nil {
		return 0, &DayError{Day: Day{On: d}}
	}
	if m := (d.Year-t.parts.Coverage.From.Year)*12 + int(d.Month) - 1; m >= 0 && m < len(t.months)-1 && d.Month >= 1 && d.Month <= 12 {
		i := int(t.months[m]) + d.Day - 1
		if d.Day >= 1 && i < int(t.months[m+1]) && i >= 0 && i < len(t.kind) {
			return i, nil
		}
	}
	return 0, t.outside(d)
}

func (t *tables) outside(d civil.Date) error {
	return &DayError{Day: Day{On: d}, Coverage: t.parts.Coverage}
}

// decided is nil where no day from lo to before hi is undecided; else it names the first
// that is met on the way.
func (t *tables) decided(lo, hi int, backward bool) error {
	if t.open[lo] == t.open[hi] {
		return nil
	}
	i := lo + slices.Index(t.kind[lo:hi], Undecided)
	if backward {
		for i = hi - 1; t.kind[i] != Undecided; i-- {
		}
	}
	return &DayError{Day: t.at(i), Coverage: t.parts.Coverage}
}

// at says what a day is.
func (t *tables) at(i int) Day {
	s := t.step(i)
	d := Day{On: s.Day, Kind: s.Kind, Name: s.Why, Source: s.Source, Confidence: s.Confidence}
	if r := t.row[i]; r > 0 {
		d.Name = t.names[r-1]
	} else if s.Kind == Working {
		d.Name = rule.Text{}
	}
	return d
}

// step says of a day why it is what it is.
func (t *tables) step(i int) Step {
	if r := t.row[i]; r > 0 {
		return t.rows[r-1]
	}
	s := Step{Day: t.day(i), Kind: t.kind[i], Source: t.parts.Weekend, Confidence: t.parts.WeekendConfidence}
	switch (i - t.monday) % 7 {
	case 5:
		s.Why = rule.Text{Vi: "thứ Bảy", En: "Saturday"}
	case 6:
		s.Why = rule.Text{Vi: "Chủ nhật", En: "Sunday"}
	}
	return s
}

// On says what a day is and who says so; an undecided day too. The error is of a day
// outside the coverage.
func (c Calendar) On(day civil.Date) (Day, error) {
	i, err := c.t.index(day)
	if err != nil {
		return Day{}, err
	}
	return c.t.at(i), nil
}

// IsWorkday reports whether a day is worked.
func (c Calendar) IsWorkday(day civil.Date) (bool, error) {
	i, err := c.t.index(day)
	if err == nil {
		err = c.t.decided(i, i+1, false)
	}
	return err == nil && c.t.kind[i].Works(), err
}

// Add is the nth working day after a day, or before it where n is negative. The day
// itself is not counted, whatever it is; 0 gives the day itself.
func (c Calendar) Add(day civil.Date, n int) (civil.Date, error) {
	i, err := c.t.index(day)
	j := i
	if err == nil && n != 0 {
		j, err = c.t.add(i, n)
	}
	if err != nil {
		return civil.Date{}, err
	}
	return c.t.day(j), nil
}

// add is Add by numbers.
func (t *tables) add(i, n int) (int, error) {
	end := len(t.kind)
	if n < 0 {
		if k := int(t.count[i]) + n; n >= -end && k >= 0 {
			j := int(t.work[k])
			return j, t.decided(j, i, true)
		}
		if err := t.decided(0, i, true); err != nil {
			return 0, err
		}
		return 0, t.outside(t.parts.Coverage.From.AddDays(-1))
	}
	if k := int(t.count[i+1]) - 1 + n; n <= end && k < len(t.work) {
		j := int(t.work[k])
		return j, t.decided(i+1, j+1, false)
	}
	if err := t.decided(i+1, end, false); err != nil {
		return 0, err
	}
	return 0, t.outside(t.parts.Coverage.To.AddDays(1))
}

// Between counts the working days from a to b, the first day not counted: after a to b
// where b is later, and, with a minus, before a back to b where b is earlier.
func (c Calendar) Between(a, b civil.Date) (int, error) {
	i, err := c.t.index(a)
	if err != nil {
		return 0, err
	}
	j, err := c.t.index(b)
	if err != nil {
		return 0, err
	}
	lo, hi, sign := i+1, j+1, 1
	if j < i {
		lo, hi, sign = j, i, -1
	}
	if err := c.t.decided(lo, hi, j < i); err != nil {
		return 0, err
	}
	return sign * int(c.t.count[hi]-c.t.count[lo]), nil
}

// Next is the first working day after a day.
func (c Calendar) Next(day civil.Date) (civil.Date, error) { return c.Add(day, 1) }

// Previous is the last working day before a day.
func (c Calendar) Previous(day civil.Date) (civil.Date, error) { return c.Add(day, -1) }

// Workdays goes through the working days of a span, its ends included. The error comes
// first: the span must lie in the coverage, and all its days must be decided.
func (c Calendar) Workdays(span rule.Span) (iter.Seq[civil.Date], error) {
	if err := span.Check(); err != nil {
		return nil, err
	}
	i, err := c.t.index(span.From)
	if err != nil {
		return nil, err
	}
	j, err := c.t.index(span.To)
	if err != nil {
		return nil, err
	}
	if err := c.t.decided(i, j+1, false); err != nil {
		return nil, err
	}
	return func(yield func(civil.Date) bool) {
		for _, k := range c.t.work[c.t.count[i]:c.t.count[j+1]] {
			if !yield(c.t.day(int(k))) {
				return
			}
		}
	}, nil
}
