package criteriatest

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// How many random communes a set is tried on, and how many at each point of the
// invariants.
const (
	randomCommunes    = 2000
	communesAtAPoint  = 2
	fewRandomCommunes = 400 // with -short
)

// Run proves a set in a test: each kind of proof is a subtest. cases may be nil.
func Run(t *testing.T, set criteria.Set, cases fs.FS) {
	t.Helper()
	communes := randomCommunes
	if testing.Short() {
		communes = fewRandomCommunes
	}
	for _, proof := range proofs(communes) {
		t.Run(proof.name, func(t *testing.T) {
			t.Parallel()
			if _, err := proof.of(set, genuine); err != nil {
				t.Error(err)
			}
		})
	}
	if cases != nil {
		t.Run("cases", func(t *testing.T) {
			t.Parallel()
			ruletest.Run(t, cases, caseJudge(set, genuine))
		})
	}
}

// Check proves a set and returns all that went wrong. cases may be nil.
func Check(set criteria.Set, cases fs.FS) error { return check(set, cases, genuine) }

func check(set criteria.Set, cases fs.FS, lib library) error {
	var faults []error
	for _, proof := range proofs(randomCommunes) {
		if _, err := proof.of(set, lib); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", proof.name, err))
		}
	}
	if cases != nil {
		if err := ruletest.Check(cases, caseJudge(set, lib)); err != nil {
			faults = append(faults, fmt.Errorf("cases: %w", err))
		}
	}
	return errors.Join(faults...)
}

// proof is one kind of proof.
type proof struct {
	name string
	run  func(*prover)
}

// proofs lists them; the communes are for the random ones.
func proofs(communes int) []proof {
	return []proof{
		{"store", (*prover).proveStore},
		{"cells", (*prover).proveCells},
		{"time", (*prover).proveTime},
		{"malformed", (*prover).proveMalformed},
		{"invariants", func(p *prover) { p.proveInvariants(1, communesAtAPoint) }},
		{"random", func(p *prover) { p.proveRandom(2, communes) }},
	}
}

// of runs the proof on a set and gives the number of its boundary cases.
func (f proof) of(set criteria.Set, lib library) (cases int, err error) {
	p, err := newProver(set, lib)
	if err != nil {
		return 0, err
	}
	f.run(p)
	return p.cases, p.faults.err()
}
