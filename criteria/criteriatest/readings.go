package criteriatest

import (
	"math/big"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria"
)

// boundary is one reading at the edge of a cell: that of the cell itself, and where
// the cell is a multiple of an earlier reading, that one too.
type boundary struct {
	own      sample
	previous *sample
}

// The steps beside a number, at three scales.
var steps = []*big.Rat{big.NewRat(1, 1), big.NewRat(1, 100), big.NewRat(1, 10_000_000)}

// anywhere is what can be given of any cell, fitting or not.
var anywhere = samples("pass", "fail", "n/a", "0", "0.00", "1", "50", "100", "100.0000001", "101", "-0.0000001", "-5",
	"0/7", "1/3", "7/7", "3/2", "1/0", "-1/5", "1.5/4", ">100", "<0", ">-1", "<101", "1 of 2")

func samples(texts ...string) []sample {
	out := make([]sample, len(texts))
	for i, text := range texts {
		out[i] = sampleOf(text)
	}
	return out
}

// boundaries are the readings around a cell. The first is none at all.
func (c *cell) boundaries() []boundary {
	if c.previous != "" {
		return c.multiples()
	}
	texts := []string{""}
	for _, n := range c.numbers() {
		texts = append(texts, around(n)...)
		if c.percent {
			texts = append(texts, shares(n)...)
		}
	}
	slices.Sort(texts)
	all := samples(slices.Compact(texts)...)
	for _, s := range anywhere {
		if !slices.ContainsFunc(all, func(o sample) bool { return o.text == s.text }) {
			all = append(all, s)
		}
	}
	if c.measured != "" {
		good := c.meets()
		all = append(all, good.on(c.measured), good.on("another standard"), c.misses().on(c.measured), c.misses().on("another standard"))
	}
	out := make([]boundary, len(all))
	for i, s := range all {
		out[i].own = s
	}
	return out
}

// numbers is the numbers of the cell.
func (c *cell) numbers() []*big.Rat {
	var ns []*big.Rat
	for _, n := range []*big.Rat{c.lo, c.hi} {
		if n != nil && !slices.ContainsFunc(ns, func(o *big.Rat) bool { return o.Cmp(n) == 0 }) {
			ns = append(ns, n)
		}
	}
	return ns
}

// decimal writes a number in full; every number of a table has an end.
func decimal(n *big.Rat) string {
	places, ok := n.FloatPrec()
	if !ok {
		return ""
	}
	return n.FloatString(places)
}

// around is the number itself, written three ways, and the numbers, and bounds, on
// either side of it.
func around(n *big.Rat) []string {
	text := decimal(n)
	padded := text
	if !strings.Contains(padded, ".") {
		padded += "."
	}
	out := []string{text, padded + "00", padded + "0000000", ">" + text, "<" + text}
	for _, step := range steps {
		for _, beside := range []*big.Rat{new(big.Rat).Sub(n, step), new(big.Rat).Add(n, step)} {
			out = append(out, decimal(beside))
		}
	}
	tiny := steps[len(steps)-1]
	for _, beside := range []string{decimal(new(big.Rat).Sub(n, tiny)), decimal(new(big.Rat).Add(n, tiny))} {
		out = append(out, ">"+beside, "<"+beside)
	}
	return out
}

// shares is counts just below, at and just above a percentage: of a whole that the
// percentage divides, and of two that it rarely does.
func shares(n *big.Rat) []string {
	whole := new(big.Int).Mul(n.Denom(), big.NewInt(100))
	var out []string
	for _, w := range []*big.Int{whole, big.NewInt(1131), big.NewInt(7)} {
		part := new(big.Rat).Mul(n, new(big.Rat).SetFrac(w, big.NewInt(100)))
		floor := new(big.Int).Quo(part.Num(), part.Denom())
		for step := int64(-1); step <= 1; step++ {
			p := new(big.Int).Add(floor, big.NewInt(step))
			if p.Sign() >= 0 && p.Cmp(w) <= 0 {
				out = append(out, p.String()+"/"+w.String())
			}
		}
	}
	return out
}

// multiples is pairs of readings around a multiple of the earlier one.
func (c *cell) multiples() []boundary {
	pair := func(own, previous string) boundary {
		before := sampleOf(previous)
		return boundary{sampleOf(own), &before}
	}
	ten := big.NewRat(10, 1)
	out := []boundary{pair("", ""), pair("5", ""), pair("", "10"), pair("5", "0"), pair("5", "-10"), pair("n/a", "10"),
		pair("5", "n/a"), pair("pass", "10"), pair("5", "pass"), pair(">5", "10"), pair("5", ">10"), pair("1/2", "10"), pair("101", "10")}
	standard := c.measured
	if standard == "" {
		standard = "a standard"
	}
	for _, by := range [][2]string{{standard, standard}, {standard, "another standard"}, {"another standard", standard}, {"another standard", "another standard"}} {
		b := pair("5", "10")
		b.own, *b.previous = b.own.on(by[0]), b.previous.on(by[1])
		out = append(out, b)
	}
	for _, n := range c.numbers() {
		for _, text := range around(new(big.Rat).Mul(n, ten)) {
			out = append(out, pair(text, "10"), pair(text, "10.00"), pair(text, "9.9999999"))
		}
	}
	return out
}

// meets is a reading that meets the cell, as far as one can.
func (c *cell) meets() sample {
	switch {
	case c.unknown:
		return sampleOf("50")
	case c.op == "pass":
		return sampleOf("pass")
	case c.op == "below":
		return c.beside(c.hi, -1)
	case c.op == "above":
		return c.beside(c.lo, 1)
	case c.lo != nil:
		return sampleOf(decimal(c.lo))
	default:
		return sampleOf(decimal(c.hi))
	}
}

// misses is a reading that does not meet the cell, as far as one can.
func (c *cell) misses() sample {
	switch {
	case c.unknown:
		return sampleOf("40")
	case c.op == "pass":
		return sampleOf("fail")
	case c.op == "below":
		return sampleOf(decimal(c.hi))
	case c.op == "above":
		return sampleOf(decimal(c.lo))
	case c.op != "none" && c.lo != nil:
		return c.beside(c.lo, -1)
	default:
		return c.beside(c.hi, 1)
	}
}

func (c *cell) beside(n *big.Rat, side int64) sample {
	return sampleOf(decimal(new(big.Rat).Add(n, new(big.Rat).Mul(big.NewRat(side, 1), steps[1]))))
}

// verdicts are what can be stated.
var verdicts = []criteria.Verdict{criteria.Unknown, criteria.Met, criteria.NotMet, criteria.NotApplicable}
