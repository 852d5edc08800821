package main

import "strings"

// infix writes a demand in the syntax that CEL and expr share. With shares, a
// percentage is worked out by the engine from its counts, the way it is said.
type infix struct {
	slots  []slot
	shares bool
}

func (w infix) text(d *demand) string {
	name := w.slots[d.slot].name
	n := name
	if w.shares && w.slots[d.slot].percent {
		n = "(" + name + partSuffix + " / " + name + wholeSuffix + " * 100.0)"
	}
	switch d.op {
	case "atLeast":
		return n + " >= " + double(d.lo)
	case "atMost":
		return n + " <= " + double(d.hi)
	case "below":
		return n + " < " + double(d.hi)
	case "between":
		return "(" + n + " >= " + double(d.lo) + " && " + n + " <= " + double(d.hi) + ")"
	case "none":
		return n + " == 0.0"
	case "pass":
		return name
	case "all":
		return w.join(d.kids, " && ")
	case "any":
		return w.join(d.kids, " || ")
	case "when":
		return "(" + w.text(d.kids[0]) + " ? " + w.text(d.kids[1]) + " : " + w.text(d.kids[2]) + ")"
	default: // firstOf
		text := w.text(d.kids[len(d.kids)-1])
		for i := len(d.kids) - 2; i >= 0; i-- {
			text = "(" + w.slots[d.kids[i].slot].name + idleSuffix + " ? " + text + " : " + w.text(d.kids[i]) + ")"
		}
		return text
	}
}

func (w infix) join(kids []*demand, with string) string {
	texts := make([]string, len(kids))
	for i, k := range kids {
		texts[i] = w.text(k)
	}
	return "(" + strings.Join(texts, with) + ")"
}

// What a typed variable cannot hold stands in one of its own.
const (
	idleSuffix  = "_na"
	partSuffix  = "_part"
	wholeSuffix = "_whole"
)

// double writes a number so that both languages read a double.
func double(text string) string {
	if strings.Contains(text, ".") {
		return text
	}
	return text + ".0"
}

// rules is the text of every rule, and after them those of the rows that may not
// apply: true where the row does not.
func (b *rulebook) rules(shares bool) []string {
	w := infix{b.slots, shares}
	var texts []string
	for _, i := range b.indicators {
		texts = append(texts, w.text(i.demand))
	}
	for _, i := range b.indicators {
		if i.idle >= 0 {
			texts = append(texts, b.slots[i.idle].name+idleSuffix)
		}
	}
	return texts
}

// variables is the commune as typed variables: doubles and booleans.
func (b *rulebook) variables(c commune, shares bool) map[string]any {
	m := make(map[string]any, len(c)+2)
	for i, v := range c {
		s := b.slots[i]
		switch {
		case s.flag:
			m[s.name] = v.pass
		case shares && s.percent:
			m[s.name+partSuffix], m[s.name+wholeSuffix] = float64(v.share[0]), float64(v.share[1])
		default:
			m[s.name] = parse(v.text)
		}
		if s.mayIdle {
			m[s.name+idleSuffix] = v.idle
		}
	}
	return m
}

// spoiled is the same with one reading gone: nobody said that it does not apply.
func (b *rulebook) spoiled(c commune, slot int, how loss) map[string]any {
	m := b.variables(c, false)
	how.from(m, b.slots[slot].name)
	if b.slots[slot].mayIdle {
		m[b.slots[slot].name+idleSuffix] = false
	}
	return m
}
