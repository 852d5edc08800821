package ruletest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const format = "giupxa.cases/1"

// Case is one case of a file.
type Case struct {
	Name   string          `json:"name" validate:"required"`
	Why    string          `json:"why"`
	Given  json.RawMessage `json:"given"`
	Breaks []Expected      `json:"breaks"`
	Keeps  []rule.Code     `json:"keeps"`
	Answer json.RawMessage `json:"answer"`
}

// Expected is a finding that must appear. The zero Kind means broken; an empty
// path means any.
type Expected struct {
	Code rule.Code `json:"code" validate:"required"`
	Kind rule.Kind `json:"kind,omitzero"`
	Path rule.Path `json:"path,omitempty"`
}

// Judge is the check under test: it reads what is given and returns its answer,
// which may be nil, and its findings. The error is for misuse; findings inside it
// count as findings, as those of a record that cannot be read do.
type Judge func(given json.RawMessage) (answer any, found rule.Findings, err error)

// Load reads all case files (*.json) of a file system, in the order of their names.
func Load(fsys fs.FS) ([]Case, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, err
	}
	var all []Case
	var faults []error
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		var file struct {
			Cases []Case `json:"cases" validate:"dive"`
		}
		if err := form.Decode(data, format, &file); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", name, err))
			continue
		}
		for i := range file.Cases {
			file.Cases[i].Name = strings.TrimSuffix(name, ".json") + "/" + file.Cases[i].Name
		}
		all = append(all, file.Cases...)
	}
	return all, errors.Join(faults...)
}

// Proof is one thing that a test kit proves of a value: its name, what must hold, and
// the check, which returns everything that went wrong.
type Proof struct {
	Name  string
	Why   string
	Check func() error
}

func (p Proof) run() error {
	err := p.Check()
	switch {
	case err == nil:
		return nil
	case p.Why == "":
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	return fmt.Errorf("%s: %w\n\t(what must hold: %s)", p.Name, err, p.Why)
}

// all adds the cases of a file system to the proofs of a kit. A nil file system has no
// cases; any other without cases is a fault, because an empty suite proves nothing.
func all(cases fs.FS, judge Judge, proofs []Proof) ([]Proof, error) {
	if cases == nil {
		return proofs, nil
	}
	loaded, err := Load(cases)
	if err == nil && len(loaded) == 0 {
		err = errors.New("ruletest: no cases")
	}
	proofs = slices.Clone(proofs)
	for _, c := range loaded {
		proofs = append(proofs, Proof{c.Name, c.Why, func() error { return c.Check(judge) }})
	}
	return proofs, err
}

// Tester is what [Run] needs of a *testing.T, so that neither this package nor a test
// kit imports package testing.
type Tester[T any] interface {
	Helper()
	Parallel()
	Error(args ...any)
	Run(name string, f func(T)) bool
}

// Run runs every case of a file system as a subtest, after the proofs of a kit. cases
// may be nil where there are proofs.
func Run[T Tester[T]](t T, cases fs.FS, judge Judge, proofs ...Proof) {
	t.Helper()
	proofs, err := all(cases, judge, proofs)
	if err != nil {
		t.Error(err)
	}
	for _, p := range proofs {
		t.Run(p.Name, func(t T) {
			t.Helper()
			t.Parallel()
			if err := p.run(); err != nil {
				t.Error(err)
			}
		})
	}
}

// Check is [Run] at run time: it returns everything that went wrong.
func Check(cases fs.FS, judge Judge, proofs ...Proof) error {
	proofs, err := all(cases, judge, proofs)
	faults := []error{err}
	for _, p := range proofs {
		faults = append(faults, p.run())
	}
	return errors.Join(faults...)
}

// Check runs the case and returns all that went wrong.
func (c Case) Check(judge Judge) error {
	answer, found, err := judge(c.Given)
	if inner, ok := rule.FindingsIn(err); ok {
		found = append(slices.Clone(inner), found...)
	} else if err != nil {
		return fmt.Errorf("misuse: %w", err)
	}
	var faults []error
	left := slices.Clone(found)
	for _, e := range c.Breaks {
		i := slices.IndexFunc(left, e.fits)
		if i < 0 {
			faults = append(faults, fmt.Errorf("expected %s, which did not appear", e))
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, f := range left {
		faults = append(faults, fmt.Errorf("unexpected %s", Expected{f.Code(), f.Kind, f.Path}))
	}
	for _, f := range found {
		if gaps := f.Unfilled(); len(gaps) > 0 {
			faults = append(faults, fmt.Errorf("%s: the words need %q, which the finding does not carry", string(f.Code()), gaps))
		}
	}
	for _, k := range c.Keeps {
		if len(found.Of(k)) > 0 {
			faults = append(faults, fmt.Errorf("%s should be kept, and appeared", string(k)))
		}
	}
	if c.Answer != nil {
		faults = append(faults, compareAnswer(c.Answer, answer))
	}
	return errors.Join(faults...)
}

func (e Expected) fits(f rule.Finding) bool {
	kind := e.Kind
	if kind == 0 {
		kind = rule.Broken
	}
	return f.Code() == e.Code && f.Kind == kind && (e.Path == "" || e.Path == f.Path)
}

func (e Expected) String() string {
	kind := e.Kind
	if kind == 0 {
		kind = rule.Broken
	}
	return fmt.Sprintf("%s %s at %q", kind, e.Code, e.Path)
}

func compareAnswer(want json.RawMessage, answer any) error {
	got, err := json.Marshal(answer)
	if err != nil {
		return fmt.Errorf("the answer has no JSON: %w", err)
	}
	var w, g any
	if err := json.Unmarshal(want, &w); err != nil {
		return err
	}
	if err := json.Unmarshal(got, &g); err != nil {
		return err
	}
	return errors.Join(differ("answer", w, g)...)
}

// differ lists where got lacks what want has.
func differ(at string, want, got any) []error {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return []error{fmt.Errorf("%s: want an object, got %v", at, got)}
		}
		var all []error
		for _, k := range slices.Sorted(maps.Keys(w)) {
			have, ok := g[k]
			if !ok {
				all = append(all, fmt.Errorf("%s.%s: want %v, which is missing", at, k, w[k]))
				continue
			}
			all = append(all, differ(at+"."+k, w[k], have)...)
		}
		return all
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return []error{fmt.Errorf("%s: want %v, got %v", at, want, got)}
		}
		var all []error
		for i := range w {
			all = append(all, differ(fmt.Sprintf("%s[%d]", at, i), w[i], g[i])...)
		}
		return all
	default:
		if want != got {
			return []error{fmt.Errorf("%s: want %v, got %v", at, want, got)}
		}
		return nil
	}
}

// Complete proves that every rule has a case that breaks it, or leaves it
// undecided, or draws its advice, and a case that keeps it.
func Complete(rules []rule.Rule, cases []Case) error {
	broken, kept := map[rule.Code]bool{}, map[rule.Code]bool{}
	for _, c := range cases {
		for _, e := range c.Breaks {
			broken[e.Code] = true
		}
		for _, k := range c.Keeps {
			kept[k] = true
		}
	}
	var faults []error
	for _, r := range rules {
		if !broken[r.Code] {
			faults = append(faults, fmt.Errorf("%s: no case breaks it", string(r.Code)))
		}
		if !kept[r.Code] {
			faults = append(faults, fmt.Errorf("%s: no case keeps it", string(r.Code)))
		}
	}
	return errors.Join(faults...)
}
