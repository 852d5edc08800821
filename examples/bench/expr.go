package main

import (
	"fmt"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"

	"github.com/giupxa/giupxa/criteria"
)

// exprEngine is expr: one program that gives the list of all rules, over a map of
// typed variables, run by one machine that is used again.
type exprEngine struct {
	book    *rulebook
	shares  bool
	program *vm.Program
	machine vm.VM
	inputs  []any
	answer  []any
}

func newExpr(b *rulebook, shares bool) (*exprEngine, error) {
	program, err := expr.Compile("["+strings.Join(b.rules(shares), ",\n")+"]",
		expr.Env(b.variables(b.communes(1)[0], shares)))
	return &exprEngine{book: b, shares: shares, program: program}, err
}

func (*exprEngine) name() string     { return "expr" }
func (*exprEngine) explains() string { return "no" }

func (e *exprEngine) prepare(communes []commune) error {
	e.inputs = make([]any, len(communes))
	for i, c := range communes {
		e.inputs[i] = e.book.variables(c, e.shares)
	}
	return nil
}

func (e *exprEngine) spoil(c commune, slot int, how loss) error {
	e.inputs = []any{e.book.spoiled(c, slot, how)}
	return nil
}

func (e *exprEngine) evaluate(at int) error {
	out, err := e.machine.Run(e.program, e.inputs[at])
	if err != nil {
		return err
	}
	list, is := out.([]any)
	if !is {
		return fmt.Errorf("expr: %v is no list", out)
	}
	e.answer = list
	return nil
}

func (e *exprEngine) verdicts(into []criteria.Verdict) error {
	e.book.settle(func(rule int) (holds, known bool) {
		holds, known = e.answer[rule].(bool)
		return holds, known
	}, into)
	return nil
}
