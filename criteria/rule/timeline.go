package rule

import (
	"errors"
	"fmt"
	"slices"

	"cloud.google.com/go/civil"
)

// Dated is one row of a [Timeline]: a value, the days on which it holds and the
// source that says so. A row with a Gap holds no value: it declares that nothing
// is known to apply on those days, and why.
type Dated[T any] struct {
	Span   Span
	Value  T
	Source Source
	Gap    Text // the reason; empty for a row with a value
}

// Timeline is dated rows in order. They do not overlap, and every gap between two of them
// is declared. It is immutable; its zero value has no rows.
type Timeline[T any] struct{ rows []Dated[T] }

// The reasons for which a timeline is refused or has no value on a day.
var (
	ErrTimeline = errors.New("rule: not a timeline")
	ErrGap      = errors.New("rule: no value on that day")
)

// NewTimeline checks the rows and reports every fault: a row without a source (a declared
// gap needs a reason instead), a span that is not valid, an overlap, days between two rows
// that no gap declares.
// The rows may come in any order; only the last may be open at its end, and every
// row has a first day.
func NewTimeline[T any](rows ...Dated[T]) (Timeline[T], error) {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b Dated[T]) int { return a.Span.From.Compare(b.Span.From) })
	var faults []error
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Errorf("%w: "+format, append([]any{ErrTimeline}, args...)...))
	}
	for i, r := range sorted {
		if err := r.Span.Check(); err != nil {
			fault("%w", err)
		}
		if r.Span.From.IsZero() {
			fault("the row %s has no first day", r.Span)
		}
		if r.Gap == (Text{}) && r.Source.IsZero() {
			fault("the row %s has no source", r.Span)
		}
		if i == 0 {
			continue
		}
		before := sorted[i-1].Span
		switch {
		case before.Overlaps(r.Span):
			fault("the rows %s and %s overlap", before, r.Span)
		case before.To.AddDays(1) != r.Span.From:
			fault("the days between the rows %s and %s are not declared", before, r.Span)
		}
	}
	if faults != nil {
		return Timeline[T]{}, errors.Join(faults...)
	}
	return Timeline[T]{sorted}, nil
}

// MustTimeline is [NewTimeline] for tables in code; it panics on a fault.
func MustTimeline[T any](rows ...Dated[T]) Timeline[T] {
	t, err := NewTimeline(rows...)
	if err != nil {
		panic(err)
	}
	return t
}

// On gives the row of a day. A day that does not exist is [ErrNotADay]. Before the first
// row, after the last and in a declared gap the error is [ErrGap] with the reason. No
// neighbouring row is used instead.
func (t Timeline[T]) On(d civil.Date) (Dated[T], error) {
	if err := CheckDay(d); err != nil {
		return Dated[T]{}, err
	}
	for _, r := range t.rows {
		if !r.Span.Contains(d) {
			continue
		}
		if r.Gap != (Text{}) {
			return Dated[T]{}, fmt.Errorf("%w: %s: %s", ErrGap, d, r.Gap.En)
		}
		return r, nil
	}
	return Dated[T]{}, fmt.Errorf("%w: %s lies outside the rows", ErrGap, d)
}

// Rows lists the rows in order; the caller may change the list.
func (t Timeline[T]) Rows() []Dated[T] { return slices.Clone(t.rows) }
