package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/giupxa/giupxa/criteria"
)

// opaEngine is OPA: one prepared query that gives the set of the indicators reached
// and the set of those that do not apply, over inputs in their parsed form.
type opaEngine struct {
	book   *rulebook
	shares bool
	query  rego.PreparedEvalQuery
	places map[string]int
	inputs []ast.Value
	answer []any
	holds  []bool
}

func newOPA(b *rulebook, shares bool) (*opaEngine, error) {
	e := &opaEngine{book: b, shares: shares, places: map[string]int{}}
	idle := len(b.indicators)
	for i, row := range b.indicators {
		e.places[row.code] = i
		if row.idle >= 0 {
			e.places[row.code+idleSuffix] = idle
			idle++
		}
	}
	e.holds = make([]bool, idle)
	var err error
	e.query, err = prepareRego("data.ntm.reached", b.module(shares))
	return e, err
}

func prepareRego(query, module string) (rego.PreparedEvalQuery, error) {
	return rego.New(rego.Query(query), rego.Module("ntm.rego", module)).PrepareForEval(context.Background())
}

func (*opaEngine) name() string     { return "OPA" }
func (*opaEngine) explains() string { return "no" }

func (e *opaEngine) prepare(communes []commune) error {
	e.inputs = make([]ast.Value, len(communes))
	for i, c := range communes {
		if err := e.load(i, e.book.document(c, e.shares)); err != nil {
			return err
		}
	}
	return nil
}

func (e *opaEngine) spoil(c commune, slot int, how loss) error {
	e.inputs = make([]ast.Value, 1)
	m := e.book.document(c, false)
	how.from(m, e.book.slots[slot].key)
	return e.load(0, m)
}

func (e *opaEngine) load(at int, document map[string]any) (err error) {
	e.inputs[at], err = ast.InterfaceToValue(document)
	return err
}

func (e *opaEngine) evaluate(at int) error {
	results, err := e.query.Eval(context.Background(), rego.EvalParsedInput(e.inputs[at]))
	if err != nil {
		return err
	}
	if len(results) != 1 {
		return errors.New("opa: no answer")
	}
	reached, is := results[0].Expressions[0].Value.([]any)
	if !is {
		return fmt.Errorf("opa: %v is no set", results[0].Expressions[0].Value)
	}
	e.answer = reached
	return nil
}

func (e *opaEngine) verdicts(into []criteria.Verdict) error {
	clear(e.holds)
	for _, code := range e.answer {
		e.holds[e.places[code.(string)]] = true
	}
	e.book.settle(func(rule int) (holds, known bool) { return e.holds[rule], true }, into)
	return nil
}

// document is the commune as the JSON document that a policy has as its input.
func (b *rulebook) document(c commune, shares bool) map[string]any {
	m := make(map[string]any, len(c))
	for i, v := range c {
		s := b.slots[i]
		switch {
		case v.idle:
			m[s.key] = notApplicable
		case s.flag:
			m[s.key] = v.pass
		case shares && s.percent:
			m[s.key] = map[string]any{"part": v.share[0], "whole": v.share[1]}
		default:
			m[s.key] = json.Number(v.text)
		}
	}
	return m
}

const notApplicable = "n/a"

// module writes the rules in Rego: one body for each way in which an indicator is
// reached.
func (b *rulebook) module(shares bool) string {
	w := regoWriter{b.slots, shares}
	var t strings.Builder
	t.WriteString("package ntm\n")
	for _, row := range b.indicators {
		for _, way := range w.ways(row.demand, true) {
			fmt.Fprintf(&t, "\nreached contains %q if {\n\t%s\n}\n", row.code, strings.Join(way, "\n\t"))
		}
		if row.idle >= 0 {
			fmt.Fprintf(&t, "\nreached contains %q if %s == %q\n", row.code+idleSuffix, w.input(row.idle), notApplicable)
		}
	}
	return t.String()
}

type regoWriter struct {
	slots  []slot
	shares bool
}

func (w regoWriter) input(slot int) string { return fmt.Sprintf("input[%q]", w.slots[slot].key) }

// ways is the bodies that make a demand true, or false: each is a list of
// conditions that must all hold.
func (w regoWriter) ways(d *demand, is bool) [][]string {
	switch d.op {
	case "all", "any":
		if (d.op == "all") == is {
			return w.each(d.kids, is)
		}
		var ways [][]string
		for _, k := range d.kids {
			ways = append(ways, w.ways(k, is)...)
		}
		return ways
	case "when":
		return append(
			cross(w.ways(d.kids[0], true), w.ways(d.kids[1], is)),
			cross(w.ways(d.kids[0], false), w.ways(d.kids[2], is))...)
	case "firstOf":
		var ways [][]string
		var before []string
		for _, k := range d.kids {
			ways = append(ways, cross([][]string{before}, w.ways(k, is))...)
			before = append(before[:len(before):len(before)], fmt.Sprintf("%s == %q", w.input(k.slot), notApplicable))
		}
		return ways
	default:
		return w.leaf(d, is)
	}
}

// each is the ways in which all of them are so.
func (w regoWriter) each(list []*demand, is bool) [][]string {
	ways := [][]string{nil}
	for _, d := range list {
		ways = cross(ways, w.ways(d, is))
	}
	return ways
}

func cross(first, second [][]string) [][]string {
	var ways [][]string
	for _, a := range first {
		for _, b := range second {
			ways = append(ways, append(a[:len(a):len(a)], b...))
		}
	}
	return ways
}

// opposites are the operators of a negated comparison: where a reading is missing, the
// negation of a rule would hold.
var opposites = map[string]string{">=": "<", "<=": ">", "<": ">=", "==": "!="}

func (w regoWriter) leaf(d *demand, is bool) [][]string {
	in := w.input(d.slot)
	if w.shares && w.slots[d.slot].percent {
		in = in + ".part / " + in + ".whole * 100"
	}
	compare := func(op, n string) string {
		if !is {
			op = opposites[op]
		}
		return in + " " + op + " " + n
	}
	switch d.op {
	case "atLeast":
		return [][]string{{compare(">=", d.lo)}}
	case "atMost":
		return [][]string{{compare("<=", d.hi)}}
	case "below":
		return [][]string{{compare("<", d.hi)}}
	case "none":
		return [][]string{{compare("==", "0")}}
	case "pass":
		return [][]string{{fmt.Sprintf("%s == %t", in, is)}}
	default: // between
		if is {
			return [][]string{{compare(">=", d.lo), compare("<=", d.hi)}}
		}
		return [][]string{{compare(">=", d.lo)}, {compare("<=", d.hi)}}
	}
}
