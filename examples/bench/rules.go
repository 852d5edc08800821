package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
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

// newRulebook reads the demands of a question from the table of the set.
func newRulebook(q question) (*rulebook, error) {
	b := &rulebook{question: q}
	for _, criterion := range q.set.Table().Criteria {
		for _, row := range criterion.Indicators {
			if row.Span != (rule.Span{}) && !row.Span.Contains(q.day) {
				continue
			}
			b.codes = append(b.codes, row.Code)
			known := len(b.slots)
			err := b.add(row)
			if errors.Is(err, errNotKnown) {
				b.slots = b.slots[:known]
				b.left = append(b.left, row.Code)
				continue
			}
			if err != nil {
				return nil, fmt.Errorf("indicator %s: %w", row.Code, err)
			}
		}
	}
	return b, nil
}

func (b *rulebook) add(row criteria.Indicator) error {
	text, err := json.Marshal(row.Require)
	if err != nil {
		return err
	}
	d, err := b.read(text, around{key: row.Code, percent: row.Unit == "%", mayIdle: row.MayNotApply})
	if err != nil {
		return err
	}
	idle := -1
	if row.MayNotApply {
		if d.kids != nil {
			return errors.New("a row that may not apply and is no single reading")
		}
		idle = d.slot
	}
	b.indicators = append(b.indicators, indicator{row.Code, idle, d})
	return nil
}

// around is what the requirements above say to the ones below.
type around struct {
	key     string
	percent bool
	mayIdle bool
	poverty string
}

// choice is one case of a requirement by region or by year.
type choice struct {
	In   []string        `json:"in"`
	Then json.RawMessage `json:"then"`
}

// wrapped is a requirement under a name, a citation or a condition.
type wrapped struct {
	Name string          `json:"name"`
	Is   json.RawMessage `json:"is"`
	If   json.RawMessage `json:"if"`
	Then json.RawMessage `json:"then"`
	Else json.RawMessage `json:"else"`
}

// read resolves the JSON of a requirement.
func (b *rulebook) read(text json.RawMessage, in around) (*demand, error) {
	if string(text) == "null" {
		return nil, errNotKnown
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(text, &object); err != nil {
		return nil, err
	}
	for op, body := range object {
		return b.step(op, body, in)
	}
	return nil, errNotKnown
}

// step resolves one operator.
func (b *rulebook) step(op string, body json.RawMessage, in around) (*demand, error) {
	switch op {
	case "byRegion":
		return b.choose(body, b.region.String(), in)
	case "byYear":
		return b.choose(body, strconv.Itoa(b.year), in)
	case "provinceSets":
		return nil, errNotKnown
	case "bySex":
		female, male := in, in
		female.key, male.key = in.key+"/female", in.key+"/male"
		return b.group("all", []json.RawMessage{body, body}, []around{female, male})
	case "all", "any", "firstOf":
		var list []json.RawMessage
		if err := json.Unmarshal(body, &list); err != nil {
			return nil, err
		}
		each := slices.Repeat([]around{in}, len(list))
		for i := range each[:len(each)-1] {
			each[i].mayIdle = in.mayIdle || op == "firstOf"
		}
		return b.group(op, list, each)
	case "cite", "sub", "attr", "measuredBy", "when":
		return b.unwrap(op, body, in)
	default:
		return b.leaf(op, body, in)
	}
}

func (b *rulebook) unwrap(op string, body json.RawMessage, in around) (*demand, error) {
	var w wrapped
	if err := json.Unmarshal(body, &w); err != nil {
		return nil, err
	}
	switch op {
	case "when":
		return b.group(op, []json.RawMessage{w.If, w.Then, w.Else}, []around{in, in, in})
	case "sub":
		in.key += "/" + w.Name
	case "attr":
		in = around{key: "@" + w.Name}
	case "measuredBy":
		in.poverty = w.Name
	}
	return b.read(w.Is, in)
}

func (b *rulebook) choose(body json.RawMessage, key string, in around) (*demand, error) {
	var cases []choice
	if err := json.Unmarshal(body, &cases); err != nil {
		return nil, err
	}
	for _, c := range cases {
		if slices.Contains(c.In, key) {
			return b.read(c.Then, in)
		}
	}
	return nil, errNotKnown
}

func (b *rulebook) group(op string, list []json.RawMessage, each []around) (*demand, error) {
	d := &demand{op: op}
	for i, text := range list {
		kid, err := b.read(text, each[i])
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

func (b *rulebook) leaf(op string, body json.RawMessage, in around) (*demand, error) {
	d := &demand{op: op}
	var ends []rule.Number
	switch op {
	case "atLeast", "atMost", "below":
		ends = make([]rule.Number, 1)
		if err := json.Unmarshal(body, &ends[0]); err != nil {
			return nil, err
		}
	case "between":
		if err := json.Unmarshal(body, &ends); err != nil {
			return nil, err
		}
	case "none":
		ends = []rule.Number{rule.Int(0)}
	case "pass":
	default:
		return nil, fmt.Errorf("the operator %s is not translated", op)
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
		key: in.key, name: identifier(in.key), flag: op == "pass", mayIdle: in.mayIdle,
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
