package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"cel.dev/cel-go/cel"
	"github.com/expr-lang/expr"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/giupxa/giupxa/criteria/rule"
)

// plainRule is one demand the way somebody writes it who has the readings as they came
// from JSON: v in CEL and expr, input in Rego, where a second rule stands after a semicolon.
type plainRule struct {
	what, code      string
	cel, expr, rego string
}

var plainRules = []plainRule{
	{"poor and near-poor households, at most 13 %", "11", `v["11"] <= 13.0`, `v["11"] <= 13`, `input["11"] <= 13`},
	{"the same, as not above 13 %", "11", `!(v["11"] > 13.0)`, `!(v["11"] > 13)`, `not above; above if input["11"] > 13`},
	{"the same, with a default", "11", `v[?"11"].orValue(0.0) <= 13.0`, `(v["11"] ?? 0) <= 13`, `object.get(input, "11", 0) <= 13`},
	{"households with electricity, at least 95 %", "4.2", `v["4.2"] >= 95.0`, `v["4.2"] >= 95`, `input["4.2"] >= 95`},
	{"a postal service point", "8.1", `v["8.1"]`, `v["8.1"]`, `input["8.1"]`},
}

// plainTable says what each of them answers when the reading is gone, by running it.
func plainTable(b *rulebook) ([][]string, error) {
	library, err := newGiupxa(b, false)
	if err != nil {
		return nil, err
	}
	rows := [][]string{append([]string{"demand", "engine", "as written"}, losses[:]...)}
	before := ""
	for _, p := range plainRules {
		if p.code != before {
			rows = append(rows, append([]string{p.what, "giupxa", library.demand(p.code)}, library.plain(p.code)...))
		}
		before = p.code
		for _, e := range []struct {
			name, text string
			run        func(text string, document map[string]any) string
		}{{"cel-go", p.cel, plainCEL}, {"expr", p.expr, plainExpr}, {"OPA", p.rego, plainOPA}} {
			row := []string{p.what, e.name, e.text}
			for how := range losses {
				document := map[string]any{p.code: true}
				loss(how).from(document, p.code)
				row = append(row, e.run(e.text, document))
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// said is the words of the table for an answer.
func said(v any, err error) string {
	switch {
	case err != nil:
		return "error"
	case v == nil:
		return "nil"
	default:
		return fmt.Sprintf("%#v", v)
	}
}

func plainCEL(text string, document map[string]any) string {
	program, err := compileCEL(text, cel.Variable("v", cel.MapType(cel.StringType, cel.DynType)), cel.OptionalTypes())
	if err != nil {
		return "does not compile"
	}
	out, _, err := program.Eval(map[string]any{"v": document})
	if err != nil {
		return said(nil, err)
	}
	if cel.NullType == out.Type() {
		return "null"
	}
	return said(out.Value(), nil)
}

func plainExpr(text string, document map[string]any) string {
	program, err := expr.Compile(text)
	if err != nil {
		return "does not compile"
	}
	return said(expr.Run(program, map[string]any{"v": document}))
}

func plainOPA(text string, document map[string]any) string {
	query, err := prepareRego("data.ntm.met", "package ntm\n\nmet if "+strings.ReplaceAll(text, "; ", "\n")+"\n")
	if err != nil {
		return "does not compile"
	}
	results, err := query.Eval(context.Background(), rego.EvalInput(document))
	if err == nil && len(results) == 0 {
		return "undefined"
	}
	if err != nil {
		return said(nil, err)
	}
	return said(results[0].Expressions[0].Value, nil)
}

// demand says in words what an indicator demands.
func (e *giupxaEngine) demand(code string) string {
	for c := range e.demands.Cells() {
		if c.Code == code {
			return c.Demand.In(rule.En)
		}
	}
	return ""
}

// plain says what the library answers when the reading of an indicator is gone.
func (e *giupxaEngine) plain(code string) []string {
	var row []string
	for how := range losses {
		answer, err := e.withoutReading(code, loss(how))
		switch {
		case err != nil && strings.Contains(err.Error(), code):
			answer = "refused by name"
		case err != nil:
			answer = said(nil, err)
		}
		row = append(row, answer)
	}
	return row
}

func (e *giupxaEngine) withoutReading(code string, how loss) (string, error) {
	for i, s := range e.book.slots {
		if s.key != code {
			continue
		}
		if err := e.spoil(e.book.model(), i, how); err != nil {
			return "", err
		}
		if err := e.evaluate(0); err != nil {
			return "", err
		}
		for l := range e.answer.Lines() {
			if l.Code == code {
				return l.Verdict.In(rule.En) + ": " + l.Reason.In(rule.En), nil
			}
		}
	}
	return "", errors.New("no such reading")
}
