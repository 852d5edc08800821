package main

import (
	"fmt"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/traits"

	"github.com/giupxa/giupxa/criteria"
)

// celEngine is cel-go: one optimised program that gives the list of all rules, over
// typed variables in their CEL form.
type celEngine struct {
	book    *rulebook
	shares  bool
	program cel.Program
	inputs  []cel.Activation
	answer  traits.Lister
}

func newCEL(b *rulebook, shares bool) (*celEngine, error) {
	program, err := compileCEL("["+strings.Join(b.rules(shares), ",\n")+"]", b.declare(shares)...)
	return &celEngine{book: b, shares: shares, program: program}, err
}

func compileCEL(text string, variables ...cel.EnvOption) (cel.Program, error) {
	env, err := cel.NewEnv(variables...)
	if err != nil {
		return nil, err
	}
	ast, issues := env.Compile(text)
	if issues.Err() != nil {
		return nil, issues.Err()
	}
	return env.Program(ast, cel.EvalOptions(cel.OptOptimize))
}

// declare gives every variable its type.
func (b *rulebook) declare(shares bool) []cel.EnvOption {
	var all []cel.EnvOption
	for name, v := range b.variables(b.communes(1)[0], shares) {
		t := cel.DoubleType
		if _, is := v.(bool); is {
			t = cel.BoolType
		}
		all = append(all, cel.Variable(name, t))
	}
	return all
}

func (*celEngine) name() string     { return "cel-go" }
func (*celEngine) explains() string { return "no" }

func (e *celEngine) prepare(communes []commune) error {
	e.inputs = make([]cel.Activation, len(communes))
	for i, c := range communes {
		if err := e.load(i, e.book.variables(c, e.shares)); err != nil {
			return err
		}
	}
	return nil
}

func (e *celEngine) spoil(c commune, slot int, how loss) error {
	e.inputs = make([]cel.Activation, 1)
	return e.load(0, e.book.spoiled(c, slot, how))
}

func (e *celEngine) load(at int, m map[string]any) (err error) {
	for name, v := range m {
		m[name] = types.DefaultTypeAdapter.NativeToValue(v)
	}
	e.inputs[at], err = cel.NewActivation(m)
	return err
}

func (e *celEngine) evaluate(at int) error {
	out, _, err := e.program.Eval(e.inputs[at])
	if err != nil {
		return err
	}
	list, is := out.(traits.Lister)
	if !is {
		return fmt.Errorf("cel: %v is no list", out)
	}
	e.answer = list
	return nil
}

func (e *celEngine) verdicts(into []criteria.Verdict) error {
	e.book.settle(func(rule int) (holds, known bool) {
		v, known := e.answer.Get(types.Int(rule)).(types.Bool)
		return bool(v), known
	}, into)
	return nil
}
