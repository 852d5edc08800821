package criteria

import (
	"fmt"

	"github.com/giupxa/giupxa/criteria/internal/algebra"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Caveats is what limits the answer: a set used outside its time, the special column,
// contradictions, cells accepted or not confirmed, poverty standards not named, rows
// not held, and how much is stated.
func (a Assessment) Caveats() rule.Findings {
	if a.c == nil {
		return nil
	}
	var out rule.Findings
	say := func(c rule.Code, at rule.Path, args ...rule.Arg) { out = append(out, table.Advice(c, at, args...)) }
	t := &a.c.set.table
	asked := a.dossier
	asked.Override = ""
	if (Set{a.c.set}).misuse(&asked) != nil { // the reason alone lets the question be asked
		say(AdviceOverride, "override", rule.A("span", t.Span), rule.A("years", fmt.Sprintf("%d–%d", t.Years.From, t.Years.To)), rule.A("reason", rule.Shorten(a.dossier.Override)))
	}
	if column := a.c.column; column != a.dossier.Profile.Region {
		say(AdviceSpecialColumn, "profile.special", rule.A("column", column), rule.A("region", a.dossier.Profile.Region))
	}
	if missing := a.c.set.notHeld(); missing > 0 {
		say(AdviceRowsMissing, "", rule.A("missing", missing), rule.A("total", t.Indicators))
	}
	stated, checked := 0, 0
	for i, m := range a.rowMarks() {
		out = append(out, a.rowCaveats(i)...)
		switch {
		case m.stated:
			stated++
		case m.verdict != Unknown:
			checked++
		}
	}
	for i, m := range a.marks[len(a.c.rows):] {
		k := a.c.criteria[i]
		out = append(out, clashOf(criterionKey(k.No), m)...)
		if m.stated && a.says(k.slot) != Unknown {
			stated++
		}
	}
	out = append(out, clashOf(keySet, a.whole)...)
	if a.whole.verdict != Unknown && a.Count(NotMet) == 0 && a.Count(Unknown) > 0 {
		stated++ // the whole is stated, and the criteria leave it open
	}
	if stated > 0 || a.whole.stated {
		say(AdviceStated, "readings", rule.A("stated", stated), rule.A("checked", checked))
	}
	return out
}

func clashOf(key string, r mark) rule.Findings {
	if r.clash == Unknown {
		return nil
	}
	return rule.Findings{table.Advice(AdviceContradiction, readingPath(key), rule.A("key", key), rule.A("stated", r.clash), rule.A("checked", r.verdict))}
}

// rowCaveats is what limits one row: a contradiction, and the cells that were read.
func (a *Assessment) rowCaveats(i int) rule.Findings {
	row, m := &a.c.rows[i], a.marks[i]
	out := clashOf(row.Code, m)
	if m.verdict == Unknown || m.stated {
		return out
	}
	a.c.leaves(row.root, func(at uint16) {
		l := &a.c.steps[at]
		s := &a.vals[l.slot]
		if l.op == algebra.Unstated || s.kind == kindNone || s.kind == kindNA || s.kind == kindRefused || s.stage < a.stage || l.numeric && l.conf < a.floor {
			return // not used: another cell decides
		}
		key, about := a.c.keys[l.slot], a.c.abouts[l.about]
		if about.measured != "" && a.poverty(l.slot) == "" {
			out = append(out, table.Advice(AdvicePovertyUnnamed, readingPath(key), rule.A("key", key), rule.A("standard", about.measured)))
		}
		if l.conf.Confirmed() {
			return
		}
		code := AdviceUnconfirmed
		if l.numeric {
			code = AdviceAccepted
		}
		out = append(out, table.Advice(code, readingPath(key), rule.A("code", row.Code), rule.A("demand", requirementOf(about.leaf)), rule.A("confidence", l.conf)))
	})
	return out
}
