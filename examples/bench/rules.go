package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

// question is one column, year and day of a set: what a rule engine has one policy for.
type question struct {
	set    criteria.Set
	region criteria.Region
	year   int
	day    civil.Date
}

// annexI is the question of the comparison: annex I of 318/QĐ-TTg for a commune of
// the northern midlands and mountains, dossier year 2023, before 211/QĐ-TTg. It is
// the column in which the most cells are known.
func annexI() (question, error) {
	set, err := national.ByID(national.ID318I)
	return question{set, criteria.TDMNPB, 2023, rule.Day(2023, 6, 30)}, err
}

// demand is a requirement with its choices made. The leaves are atLeast, atMost,
// below, between, none and pass; all, any, firstOf and when have kids.
type demand struct {
	op     string
	lo, hi string // as printed
	slot   int    // of a leaf: which reading it reads
	kids   []*demand
}

// indicator is one rule of the engines.
type indicator struct {
	code   string
	idle   int // the slot whose "not applicable" makes the row not applicable, or -1
	demand *demand
}

// slot is a reading that the rules take: what it is called and what it may be.
type slot struct {
	key     string // the key of the library: "17.1/centralised"
	name    string // the same as an identifier: "r_17_1_centralised"
	flag    bool   // a pass or a failure; else a number
	mayIdle bool   // may be "not applicable"
	percent bool
	poverty string   // the poverty standard on which it must rest
	goals   []string // the numbers it is held against
}

// rulebook is what the three engines get: the same demands that the library judges.
type rulebook struct {
	question
	indicators []indicator
	slots      []slot
	codes      []string // of all rows of the set in force on the day
	left       []string // the rows without a rule: the demand is not known
}

// errNotKnown says that a demand, or a number of it, is not known.
var errNotKnown = errors.New("the demand is not known")

// newRulebook reads the demands of a question, with their choices made.
func newRulebook(q question) (*rulebook, error) {
	b := &rulebook{question: q}
	demands, err := q.set.Demands(b.dossier(nil))
	if err != nil {
		return nil, err
	}
	mayNotApply := map[string]bool{}
	for _, criterion := range q.set.Table().Criteria {
		for _, row := range criterion.Indicators {
			mayNotApply[row.Code] = mayNotApply[row.Code] || row.MayNotApply
		}
	}
	for cell := range demands.Cells() {
		b.codes = append(b.codes, cell.Code)
		known := len(b.slots)
		err := b.add(cell, mayNotApply[cell.Code])
		if errors.Is(err, errNotKnown) {
			b.slots = b.slots[:known]
			b.left = append(b.left, cell.Code)
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("indicator %s: %w", cell.Code, err)
		}
	}
	return b, nil
}

func (b *rulebook) add(cell criteria.Cell, mayIdle bool) error {
	d, err := b.read(cell.Demand, around{key: cell.Code, percent: cell.Unit == "%", mayIdle: mayIdle})
	if err != nil {
		return err
	}
	idle := -1
	if mayIdle {
		if d.kids != nil {
			return errors.New("a row that may not apply and is no single reading")
		}
		idle = d.slot
	}
	b.indicators = append(b.indicators, indicator{cell.Code, idle, d})
	return nil
}

// around is what the requirements above say to the ones below.
type around struct {
	key     string
	percent bool
	mayIdle bool
	poverty string
}

// read translates a requirement.
func (b *rulebook) read(r criteria.Requirement, in around) (*demand, error) {
	parts := r.Parts()
	switch op := r.Op(); op {
	case "", "provinceSets":
		return nil, errNotKnown
	case "bySex":
		female, male := in, in
		female.key, male.key = in.key+"/female", in.key+"/male"
		return b.group("all", []criteria.Requirement{parts[0], parts[0]}, []around{female, male})
	case "all", "any", "firstOf", "when":
		each := slices.Repeat([]around{in}, len(parts))
		for i := range each[:len(each)-1] {
			each[i].mayIdle = in.mayIdle || op == "firstOf"
		}
		return b.group(op, parts, each)
	case "sub":
		in.key += "/" + r.Name()
	case "attr":
		in = around{key: "@" + r.Name()}
	case "measuredBy":
		in.poverty = r.Name()
	default:
		return b.leaf(r, in)
	}
	return b.read(parts[0], in)
}

func (b *rulebook) group(op string, parts []criteria.Requirement, each []around) (*demand, error) {
	d := &demand{op: op}
	for i, part := range parts {
		kid, err := b.read(part, each[i])
		if err != nil {
			return nil, err
		}
		if op == "firstOf" && kid.kids != nil {
			return nil, errors.New("a way of firstOf that is no single reading")
		}
		d.kids = append(d.kids, kid)
	}
	return d, nil
}

func (b *rulebook) leaf(r criteria.Requirement, in around) (*demand, error) {
	d := &demand{op: r.Op()}
	ends := r.Numbers()
	switch d.op {
	case "atLeast", "atMost", "below", "between", "pass":
	case "none":
		ends = []rule.Number{rule.Int(0)}
	default:
		return nil, fmt.Errorf("the operator %s is not translated", d.op)
	}
	goals := make([]string, len(ends))
	for i, n := range ends {
		if !n.Known() {
			return nil, errNotKnown
		}
		goals[i] = n.String()
		d.lo, d.hi = goals[0], n.String()
	}
	d.slot = b.take(slot{
		key: in.key, name: identifier(in.key), flag: d.op == "pass", mayIdle: in.mayIdle,
		percent: in.percent, poverty: in.poverty, goals: goals,
	})
	return d, nil
}

// take finds the slot of a reading, or makes it.
func (b *rulebook) take(s slot) int {
	at := slices.IndexFunc(b.slots, func(o slot) bool { return o.key == s.key })
	if at < 0 {
		b.slots = append(b.slots, s)
		return len(b.slots) - 1
	}
	b.slots[at].goals = append(b.slots[at].goals, s.goals...)
	b.slots[at].mayIdle = b.slots[at].mayIdle || s.mayIdle
	return at
}

// identifier makes a name that all engines take of a key.
func identifier(key string) string {
	return "r_" + strings.NewReplacer(".", "_", "/", "_", "-", "_", "@", "").Replace(key)
}
