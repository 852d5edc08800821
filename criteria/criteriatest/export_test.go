package criteriatest

import (
	"fmt"
	"io/fs"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// Library is what the kit proves; the tests put one that lies in its place.
type (
	Library = library
	Answer  = answer
)

// Genuine is the library itself.
func Genuine() Library { return genuine }

// CheckOf is [Check] of another library.
func CheckOf(set criteria.Set, cases fs.FS, lib Library) error { return check(set, cases, lib) }

// CheckCases runs the case files alone.
func CheckCases(set criteria.Set, cases fs.FS) error {
	return ruletest.Check(cases, caseJudge(set, genuine))
}

// Prove runs one proof, with few random communes, and counts its boundary cases.
func Prove(name string, set criteria.Set, lib Library) (cases int, err error) {
	for _, f := range proofs(fewRandomCommunes) {
		if f.name == name {
			return f.of(set, lib)
		}
	}
	return 0, fmt.Errorf("no proof %q", name)
}

// Proofs lists the names of the proofs.
func Proofs() []string {
	var names []string
	for _, f := range proofs(0) {
		names = append(names, f.name)
	}
	return names
}

// Differ compares random communes with the evaluator.
func Differ(set criteria.Set, seed uint64, communes int) error {
	p, err := newProver(set, genuine)
	if err != nil {
		return err
	}
	p.proveRandom(seed, communes)
	return p.faults.err()
}

// ReadTable reads a table as the evaluator does, and lists what is confirmed without a
// source.
func ReadTable(from criteria.Table) error {
	t, err := readTable(from)
	if err != nil {
		return err
	}
	return t.unsourced()
}

// Roller gives the numbers of the kit's dice.
func Roller(seed uint64) func(n int) int {
	d := dice(seed)
	return d.roll
}

// MaxFaults is how many faults are said.
const MaxFaults = maxFaults

// Collect puts n faults together as a proof does.
func Collect(n int) error {
	var f faults
	for range n {
		f.addf("fault")
	}
	return f.err()
}

// Communes draws random communes, each with a floor under which to judge it.
func Communes(set criteria.Set, seed uint64, n int, each func(criteria.Dossier, rule.Confidence)) error {
	p, err := newProver(set, genuine)
	if err != nil {
		return err
	}
	d := dice(seed)
	points := p.t.points()
	for i := 0; i < n; i += 20 {
		at := points[d.roll(len(points))]
		trials := p.trials(at)
		for range min(20, n-i) {
			each(p.randomly(&d, at, trials).dossier(), floors[d.roll(len(floors))])
		}
	}
	return nil
}
