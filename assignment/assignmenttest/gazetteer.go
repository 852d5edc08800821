package assignmenttest

import (
	"encoding/json"
	"iter"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// last is a day after every succession that a gazetteer can hold.
var last = rule.Day(9999, 12, 31)

// identity is what makes two units the same.
type identity struct {
	code org.UnitCode
	span rule.Span
	kind org.UnitKind
}

func identityOf(u org.Unit) identity { return identity{u.Code, u.Span, u.Kind} }

func same(a, b org.Unit) bool { return identityOf(a) == identityOf(b) }

// daysOf are the days on which a unit is looked at: its ends, and those of what it
// was; for an open end a day far inside.
func daysOf(u org.Unit) []civil.Date {
	var days []civil.Date
	ends := func(s rule.Span) {
		if s.From.IsZero() {
			s.From = rule.Day(1, 1, 1)
		}
		if s.To.IsZero() {
			s.To = last
		}
		days = append(days, s.From, s.To)
	}
	ends(u.Span)
	for _, w := range u.Was {
		ends(w.Span)
	}
	return days
}

// units is what is asked of a gazetteer.
type units interface {
	Units() iter.Seq[org.Unit]
	At(code org.UnitCode, on civil.Date) (org.Unit, bool)
	Search(name string, on civil.Date) org.Found
	Ancestors(code org.UnitCode, on civil.Date) iter.Seq[org.Unit]
	Children(code org.UnitCode, on civil.Date) iter.Seq[org.Unit]
	Successors(code org.UnitCode, on, later civil.Date) []org.Kin
	Predecessors(code org.UnitCode, on, earlier civil.Date) []org.Kin
}

func gazetteerFaults(g units) []error {
	p := gazetteerProof{g: g, family: map[family]map[identity]int{}, made: map[made]map[identity]bool{}}
	for u := range g.Units() {
		for _, day := range daysOf(u) {
			p.onDay(u.On(day), day)
		}
		p.chain(u)
	}
	p.roundTrip(g, new(org.Gazetteer))
	return p.faults
}

type family struct {
	parent org.UnitCode
	day    civil.Date
}

// made asks of what a unit was made.
type made struct {
	code           org.UnitCode
	later, earlier civil.Date
}

type gazetteerProof struct {
	g      units
	family map[family]map[identity]int // how often each child comes on a day, asked once
	made   map[made]map[identity]bool  // asked once
	faults
}

func (p *gazetteerProof) onDay(u org.Unit, day civil.Date) {
	if found, ok := p.g.At(u.Code, day); !ok || !same(found, u) {
		p.addf("%s (%s): its code names %q on %s", u, u.Code, found, day)
	}
	if !slices.ContainsFunc(p.g.Search(u.String(), day).Units, func(x org.Unit) bool { return same(x, u) }) {
		p.addf("%s (%s): not found by its own name on %s", u, u.Code, day)
	}
	if u.Parent == "" {
		return
	}
	above, level := 0, u.Level()
	for a := range p.g.Ancestors(u.Code, day) {
		if above == 0 && a.Code != u.Parent {
			p.addf("%s (%s): the unit above it on %s is %s", u, u.Code, day, a)
		}
		if a.Level() >= level {
			p.addf("%s (%s): %s above it is of no higher level", u, u.Code, a)
		}
		above, level = above+1, a.Level()
	}
	if above == 0 {
		p.addf("%s (%s): no unit above it on %s", u, u.Code, day)
	}
	key := family{u.Parent, day}
	children, asked := p.family[key]
	if !asked {
		children = map[identity]int{}
		for c := range p.g.Children(u.Parent, day) {
			children[identityOf(c)]++
		}
		p.family[key] = children
	}
	if n := children[identityOf(u)]; n != 1 {
		p.addf("%s (%s): it stands %d times among the units of its parent on %s", u, u.Code, n, day)
	}
}

// chain follows what a unit became to the end, and asks every unit there whether
// it was made of this one.
func (p *gazetteerProof) chain(u org.Unit) {
	from := daysOf(u)[1]
	u = u.On(from)
	days := []civil.Date{last}
	if from.Before(last) {
		days = append(days, from.AddDays(1))
	}
	for _, later := range days {
		for _, k := range p.g.Successors(u.Code, from, later) {
			if !k.Unit.Span.Contains(later) {
				p.addf("%s (%s): its successor %s does not exist on %s", u, u.Code, k.Unit, later)
			}
			for i, s := range k.Via {
				if i > 0 && !s.On.After(k.Via[i-1].On) {
					p.addf("%s (%s): the way to %s turns back on %s", u, u.Code, k.Unit, s.On)
				}
			}
			if !p.madeOf(made{k.Unit.Code, later, from})[identityOf(u)] {
				p.addf("%s (%s): its successor %s was not made of it", u, u.Code, k.Unit)
			}
		}
	}
}

func (p *gazetteerProof) madeOf(m made) map[identity]bool {
	of, known := p.made[m]
	if !known {
		of = map[identity]bool{}
		for _, k := range p.g.Predecessors(m.code, m.later, m.earlier) {
			of[identityOf(k.Unit)] = true
		}
		p.made[m] = of
	}
	return of
}

func gazetteerCase(g org.Gazetteer) ruletest.Judge {
	return func(data json.RawMessage) (any, rule.Findings, error) {
		var in struct {
			At      org.UnitCode `json:"at"`
			Name    string       `json:"name"`
			On      civil.Date   `json:"on,omitzero" validate:"required"`
			Later   civil.Date   `json:"later,omitzero"`
			Earlier civil.Date   `json:"earlier,omitzero"`
		}
		if err := form.Decode(data, "", &in); err != nil {
			return nil, nil, err
		}
		out := map[string]any{}
		if in.Name != "" {
			found := g.Search(in.Name, in.On)
			out["units"], out["suggestions"] = codes(found.Units), codes(found.Suggestions)
			return out, nil, nil
		}
		u, ok := g.At(in.At, in.On)
		out["exists"], out["unit"], out["kind"], out["parent"] = ok, u.Name, u.Kind, u.Parent
		if !in.Later.IsZero() {
			out["successors"] = kin(g.Successors(in.At, in.On, in.Later))
		}
		if !in.Earlier.IsZero() {
			out["predecessors"] = kin(g.Predecessors(in.At, in.On, in.Earlier))
		}
		return out, nil, nil
	}
}

func codes(list []org.Unit) []org.UnitCode {
	out := make([]org.UnitCode, len(list))
	for i, u := range list {
		out[i] = u.Code
	}
	return out
}

func kin(list []org.Kin) []org.UnitCode {
	reached := make([]org.Unit, len(list))
	for i, k := range list {
		reached[i] = k.Unit
	}
	return codes(reached)
}
