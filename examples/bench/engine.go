package main

import (
	"strconv"

	"github.com/giupxa/giupxa/criteria"
)

// engine is one way to judge communes. What a host does once, and the native values of
// its communes, are made by the constructor and by prepare; evaluate and verdicts are
// what is measured.
type engine interface {
	name() string
	// explains is what an answer says besides the verdict.
	explains() string
	// prepare turns communes into the native values of the engine.
	prepare(communes []commune) error
	// spoil prepares one commune, at place 0, in which one reading is gone.
	spoil(c commune, slot int, how loss) error
	// evaluate judges the commune at a place and keeps the answer in the engine's form.
	evaluate(at int) error
	// verdicts reads the answer: one verdict for each indicator of the rulebook.
	// Unknown is an answer of the library; of a rule engine it means that the rule gave
	// neither true nor false.
	verdicts(into []criteria.Verdict) error
}

// engines makes all of them, the library first. With shares, the rule engines work
// percentages out of counts.
func engines(b *rulebook, shares bool) ([]engine, error) {
	bound, err := newGiupxa(b, false)
	if err != nil {
		return nil, err
	}
	binding, err := newGiupxa(b, true)
	if err != nil {
		return nil, err
	}
	c, err := newCEL(b, shares)
	if err != nil {
		return nil, err
	}
	x, err := newExpr(b, shares)
	if err != nil {
		return nil, err
	}
	o, err := newOPA(b, shares)
	if err != nil {
		return nil, err
	}
	return []engine{bound, binding, c, x, o}, nil
}

// settle makes verdicts of what a rule engine says: whether each rule holds, and
// after them whether each row that may not apply does not.
func (b *rulebook) settle(says func(rule int) (holds, known bool), into []criteria.Verdict) {
	idle := len(b.indicators)
	for i := range b.indicators {
		into[i] = criteria.Unknown
		switch holds, known := says(i); {
		case holds:
			into[i] = criteria.Met
		case known:
			into[i] = criteria.NotMet
		}
		if b.indicators[i].idle >= 0 {
			if holds, _ := says(idle); holds {
				into[i] = criteria.NotApplicable
			}
			idle++
		}
	}
}

// loss is how a reading is gone.
type loss int

const (
	missing loss = iota // no such key
	null                // null
	empty               // ""
)

var losses = [...]string{missing: "missing", null: "null", empty: `""`}

// from takes a reading out of native values.
func (l loss) from(m map[string]any, key string) {
	switch l {
	case missing:
		delete(m, key)
	case null:
		m[key] = nil
	case empty:
		m[key] = ""
	}
}

// parse reads a number as the users of the engines do.
func parse(text string) float64 {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(err)
	}
	return f
}
