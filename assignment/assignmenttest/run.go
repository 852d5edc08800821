package assignmenttest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

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
func Run[T ruletest.Tester[T], V Value](t T, v V, cases fs.FS) {
	t.Helper()
	proof, judge := proofOf(v)
	ruletest.Run(t, cases, judge, proof)
}

// Check proves a value and returns all that went wrong. cases may be nil.
func Check[V Value](v V, cases fs.FS) error {
	proof, judge := proofOf(v)
	return ruletest.Check(cases, judge, proof)
}

// proofOf picks the proof of a kind of value.
func proofOf[V Value](v V) (ruletest.Proof, ruletest.Judge) {
	proof := func(why string, faults func() []error) ruletest.Proof {
		return ruletest.Proof{Name: "invariants", Why: why, Check: func() error { return errors.Join(faults()...) }}
	}
	switch v := any(v).(type) {
	case duty.Matrix:
		return proof("every way of asking a matrix gives the same cells, and it breaks none of its own rules",
			func() []error { return matrixFaults(v) }), matrixCase(v)
	case org.Gazetteer:
		return proof("codes, names, parents and successions of units agree on every day",
			func() []error { return gazetteerFaults(v) }), gazetteerCase(v)
	default:
		r, _ := v.(assignment.Roster)
		return proof("asking by commune and by leader gives the same assignments; nothing is new against the roster itself",
			func() []error { return rosterFaults(r, r) }), rosterCase(r)
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
