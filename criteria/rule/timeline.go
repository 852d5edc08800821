package rule

import (
	"errors"
	"slices"
	"strconv"
	"sync"

	"cloud.google.com/go/civil"
)

// Dated is one row of a [Timeline]: a value, the days on which it holds and the
// source that says so. A row with a Gap holds no value: it declares that nothing
// is known to apply on those days, and why.
type Dated[T any] struct {
	Span   Span   `json:"span,omitzero"`
	Value  T      `json:"value,omitzero"`
	Source Source `json:"source,omitzero"`
	Gap    Text   `json:"gap,omitzero"` // the reason; empty for a row with a value
}

// Timeline is dated rows in order, none overlapping, no hole between them that
// is not declared. Its zero value has no rows. It is immutable: where the values have a
// method Clone() T, they are cloned on the way in and on the way out.
type Timeline[T any] struct {
	rows   []Dated[T]
	clone  func(T) T
	digest func() string
}

// The reasons for which a timeline is refused or has no value on a day.
var (
	ErrTimeline = NewMisuse(nil, Text{"các dòng không nối tiếp nhau theo ngày", "the rows do not follow each other day by day"})
	ErrGap      = NewMisuse(nil, Text{"không có giá trị cho ngày ấy", "there is no value for that day"})
)

// RowFault is one fault of one row of a timeline. It is [ErrTimeline].
type RowFault struct {
	Row int  // its place among the rows as they were given
	At  Path // the place in the row; empty for the row itself
	Why Text
}

// Error says the fault in English.
func (f RowFault) Error() string { return f.In(En) }

// In says the fault in one language.
func (f RowFault) In(l Lang) string {
	return Text{"dòng ", "row "}.In(l) + strconv.Itoa(f.Row) + ": " + f.Why.In(l)
}

// Unwrap is [ErrTimeline].
func (f RowFault) Unwrap() error { return ErrTimeline }

// RowFaults takes the faults of rows out of the error of [NewTimeline].
func RowFaults(err error) []RowFault {
	var faults []RowFault
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, each := range joined.Unwrap() {
			if f := (RowFault{}); errors.As(each, &f) {
				faults = append(faults, f)
			}
		}
	}
	return faults
}

// NewTimeline checks the rows and reports every fault as a [RowFault]: a row without a
// source (a declared gap needs a reason instead), a span that is not valid, an overlap, an
// undeclared hole. The rows may come in any order; only the last may be open at its end,
// and every row has a first day.
func NewTimeline[T any](rows ...Dated[T]) (Timeline[T], error) {
	faults := rowFaults(rows)
	if faults != nil {
		return Timeline[T]{}, errors.Join(faults...)
	}
	t := Timeline[T]{clone: cloneOf[T]()}
	t.rows = t.copies(rows)
	slices.SortStableFunc(t.rows, func(a, b Dated[T]) int { return a.Span.From.Compare(b.Span.From) })
	t.digest = sync.OnceValue(func() string { return EditionOf("", "", t.rows).Digest })
	return t, nil
}

func rowFaults[T any](rows []Dated[T]) []error {
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rows[a].Span.From.Compare(rows[b].Span.From) })
	var faults []error
	for n, i := range order {
		r := rows[i]
		fault := func(at Path, vi, en string) { faults = append(faults, RowFault{i, at, Text{vi, en}}) }
		if r.Span.Check() != nil {
			fault("span", "khoảng ngày không hợp lệ", "the span is not valid")
		}
		if r.Span.From.IsZero() {
			fault("span.from", "thiếu ngày đầu", "the first day is missing")
		}
		if r.Gap == (Text{}) && r.Source.IsZero() {
			fault("source", "thiếu nguồn", "the source is missing")
		}
		if n == 0 {
			continue
		}
		before := rows[order[n-1]].Span
		switch {
		case before.Overlaps(r.Span):
			fault("span", "trùng với khoảng "+before.In(Vi), "overlaps the row "+before.In(En))
		case before.To.AddDays(1) != r.Span.From:
			fault("span", "còn khoảng trống sau khoảng "+before.In(Vi), "the days after the row "+before.In(En)+" are not declared")
		}
	}
	return faults
}

// cloneOf finds out whether values of a type can clone themselves.
func cloneOf[T any]() func(T) T {
	var zero T
	if _, ok := any(zero).(interface{ Clone() T }); !ok {
		return nil
	}
	return func(v T) T { return any(v).(interface{ Clone() T }).Clone() }
}

// MustTimeline is [NewTimeline] for tables in code; it panics on a fault.
func MustTimeline[T any](rows ...Dated[T]) Timeline[T] {
	t, err := NewTimeline(rows...)
	if err != nil {
		panic(err)
	}
	return t
}

// On gives the row of a day. A date that is no day is [ErrNotADay]. Before the first row,
// after the last and in a declared gap there is none: the error is [ErrGap] and names the
// reason, and no neighbouring row is taken instead.
func (t Timeline[T]) On(d civil.Date) (Dated[T], error) {
	if err := CheckDay(d); err != nil {
		return Dated[T]{}, err
	}
	for _, r := range t.rows {
		if !r.Span.Contains(d) {
			continue
		}
		if r.Gap != (Text{}) {
			return Dated[T]{}, NewMisuse(ErrGap, Text{"{day}: {why}", "{day}: {why}"}, A("day", d), A("why", r.Gap))
		}
		return t.copy(r), nil
	}
	return Dated[T]{}, NewMisuse(ErrGap, Text{"{day} nằm ngoài các dòng", "{day} lies outside the rows"}, A("day", d))
}

// Rows lists the rows in order; the caller may change the list.
func (t Timeline[T]) Rows() []Dated[T] { return t.copies(t.rows) }

// Digest is the SHA-256 of the rows, worked out once: an [Edition] of a rulebook that holds
// the timeline covers it by this.
func (t Timeline[T]) Digest() string {
	if t.digest == nil {
		return ""
	}
	return t.digest()
}

func (t Timeline[T]) copy(r Dated[T]) Dated[T] {
	if t.clone != nil {
		r.Value = t.clone(r.Value)
	}
	return r
}

func (t Timeline[T]) copies(rows []Dated[T]) []Dated[T] {
	all := slices.Clone(rows)
	for i := range all {
		all[i] = t.copy(all[i])
	}
	return all
}
