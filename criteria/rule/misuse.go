package rule

import (
	"errors"
	"strings"
)

// Misuse says in both languages why a question cannot be asked: the set is not in force,
// the matrix does not answer for the day. It says nothing of the record.
type Misuse struct {
	Words Text
	Err   error // the error by which it is known, if any
}

// NewMisuse is the error with these words; placeholders {name} are filled from the
// arguments. err is the error by which it is known, if any; where that has words of its
// own, they come first.
func NewMisuse(err error, words Text, args ...Arg) error {
	return &Misuse{Text{fill(words.Vi, args, Vi), fill(words.En, args, En)}, err}
}

// In says in one language why the question cannot be asked.
func (m *Misuse) In(l Lang) string {
	var known Worded
	if errors.As(m.Err, &known) {
		return known.In(l) + ": " + m.Words.In(l)
	}
	return m.Words.In(l)
}

// Error is the English words.
func (m *Misuse) Error() string { return m.In(En) }

// Unwrap is the error by which it is known.
func (m *Misuse) Unwrap() error { return m.Err }

// Tell says an error in one language, a line for each thing that is wrong: findings with
// their place, other errors of this module in their words. What has no words in that
// language is said as it is.
func Tell(err error, l Lang) string { return strings.Join(tell(err, l), "\n") }

func tell(err error, l Lang) []string {
	switch e := err.(type) { //nolint:errorlint // each step of the wrapping is looked at
	case nil:
		return nil
	case Findings:
		var lines []string
		for _, f := range e {
			if f.Kind == Broken || !e.Has(Broken) {
				lines = append(lines, tell(f, l)...)
			}
		}
		return lines
	case Finding:
		if e.Path == "" {
			return []string{e.In(l)}
		}
		return []string{string(e.Path) + ": " + e.In(l)}
	case *Misread:
		if e.Given != "" {
			return []string{"«" + e.Given + "»: " + e.In(l)}
		}
		return []string{e.In(l)}
	case Worded:
		return []string{e.In(l)}
	case interface{ Unwrap() []error }:
		var lines []string
		for _, each := range e.Unwrap() {
			lines = append(lines, tell(each, l)...)
		}
		return lines
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); worded(inner) {
			return tell(inner, l)
		}
	}
	return []string{err.Error()}
}

// worded reports whether an error, or one inside it, has words of its own.
func worded(err error) bool {
	var w Worded
	fs, found := FindingsIn(err)
	return errors.As(err, &w) || found && len(fs) > 0
}
