package criteriatest

import (
	"flag"
	"io/fs"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// How many random communes a set is tried on, and how many at each point of the
// invariants.
const (
	randomCommunes    = 1000
	communesAtAPoint  = 2
	fewRandomCommunes = 400 // with -short
)

// Run proves a set in a test: each kind of proof is a subtest. cases may be nil.
func Run[T ruletest.Tester[T]](t T, set criteria.Set, cases fs.FS) {
	t.Helper()
	communes := randomCommunes
	// As testing.Short does, without package testing.
	if short := flag.Lookup("test.short"); short != nil && short.Value.String() == "true" {
		communes = fewRandomCommunes
	}
	ruletest.Run(t, cases, caseJudge(set, genuine), proofsOf(set, genuine, communes)...)
}

// Check proves a set and returns all that went wrong. cases may be nil.
func Check(set criteria.Set, cases fs.FS) error { return check(set, cases, genuine) }

func check(set criteria.Set, cases fs.FS, lib library) error {
	return ruletest.Check(cases, caseJudge(set, lib), proofsOf(set, lib, randomCommunes)...)
}

func proofsOf(set criteria.Set, lib library, communes int) []ruletest.Proof {
	var all []ruletest.Proof
	for _, p := range proofs(communes) {
		all = append(all, ruletest.Proof{Name: p.name, Why: p.why, Check: func() error {
			_, err := p.of(set, lib)
			return err
		}})
	}
	return all
}

// proof is one kind of proof.
type proof struct {
	name, why string
	run       func(*prover)
}

// proofs lists them; the communes are for the random ones.
func proofs(communes int) []proof {
	return []proof{
		{"store", "the set is the same after it was stored, and what is confirmed names its source", (*prover).proveStore},
		{"cells", "at every cell the set answers as an evaluator with exact fractions does", (*prover).proveCells},
		{"time", "the set answers only for its own days and years, unless the dossier says why it is used beyond them", (*prover).proveTime},
		{"malformed", "what cannot be read is found at its path, and read as nothing", (*prover).proveMalformed},
		{"invariants", "a better reading loses nothing, a missing one decides nothing, and order and form change nothing", func(p *prover) { p.proveInvariants(1, communesAtAPoint) }},
		{"random", "on random communes the set answers as the evaluator does", func(p *prover) { p.proveRandom(2, communes) }},
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
