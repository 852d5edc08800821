package assignmenttest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// Value is what can be proved.
type Value interface {
	duty.Matrix | org.Gazetteer | assignment.Roster
}

// Run proves a value in a test. cases may be nil.
func Run[V Value](t *testing.T, v V, cases fs.FS) {
	t.Helper()
	invariants, judge := proofOf(v)
	t.Run("invariants", func(t *testing.T) {
		for _, fault := range invariants() {
			t.Error(fault)
		}
	})
	if cases != nil {
		ruletest.Run(t, cases, judge)
	}
}

// Check proves a value and returns all that went wrong. cases may be nil.
func Check[V Value](v V, cases fs.FS) error {
	invariants, judge := proofOf(v)
	faults := invariants()
	if cases != nil {
		faults = append(faults, ruletest.Check(cases, judge))
	}
	return errors.Join(faults...)
}

// proofOf picks the proof of a kind of value.
func proofOf[V Value](v V) (func() []error, ruletest.Judge) {
	switch v := any(v).(type) {
	case duty.Matrix:
		return func() []error { return matrixFaults(v) }, matrixCase(v)
	case org.Gazetteer:
		return func() []error { return gazetteerFaults(v) }, gazetteerCase(v)
	default:
		r, _ := v.(assignment.Roster)
		return func() []error { return rosterFaults(r, r) }, rosterCase(r)
	}
}

// faults collects what went wrong.
type faults []error

func (f *faults) addf(format string, args ...any) { *f = append(*f, fmt.Errorf(format, args...)) }

// roundTrip proves that a value comes back from its JSON as it was.
func (f *faults) roundTrip(v, into any) {
	once, err := json.Marshal(v)
	if err != nil {
		f.addf("no JSON: %w", err)
		return
	}
	if err := json.Unmarshal(once, into); err != nil {
		f.addf("does not read its own JSON: %w", err)
		return
	}
	again, err := json.Marshal(into)
	if err != nil || !bytes.Equal(once, again) {
		f.addf("changes on its way through JSON (%v)", err)
	}
}
