package criteria

import (
	"fmt"
	"strconv"

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
		say(AdviceOverride, "override", rule.A("span", t.Span), rule.A("years", t.Years.words()), rule.A("reason", rule.Shorten(a.dossier.Override)))
	}
	if column := a.c.column; column != a.dossier.Profile.Region {
		say(AdviceSpecialColumn, "profile.special", rule.A("column", column), rule.A("region", a.dossier.Profile.Region))
	}
	if r, fact := a.areaGiven(), a.dossier.Profile.Area; fact != 0 && r.Stage >= a.stage && r.excludes(rule.Int(int64(fact-OutsideAreas))) {
		say(AdviceFactContradicted, readingPath(keyArea), rule.A("given", r), rule.A("fact", fact))
	}
	if fact := a.dossier.Profile.Group; fact != 0 && a.c.set.groups != nil {
		d := a.Dossier()
		d.Profile.Group = 0
		if derived := a.c.set.groupOf(&d, a.stage, a.floor); derived != 0 && derived != fact {
			say(AdviceFactContradicted, "profile.group", rule.A("given", derived), rule.A("fact", fact))
		}
	}
	if missing := a.c.set.notHeld(); missing > 0 {
		say(AdviceRowsMissing, "", rule.A("missing", missing), rule.A("total", t.Indicators))
	}
	out = append(out, a.groupCaveats()...)
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
		out = append(out, a.statedCaveat(k.slot, m.clash != Unknown, m.verdict, a.marks[k.first:k.last])...)
		if m.stated && a.says(k.slot) != Unknown {
			stated++
		}
	}
	for _, slot := range [...]uint16{a.c.setSlot, a.c.critSlot, a.c.indSlot} {
		out = append(out, a.statedCaveat(slot, a.contradicted(slot), a.whole.verdict, a.counted(slot))...)
	}
	if a.whole.verdict != Unknown && a.Count(NotMet) == 0 && a.Count(Unknown) > 0 {
		stated++ // the whole is stated, and the criteria leave it open
	}
	if stated > 0 || a.whole.stated {
		say(AdviceStated, "readings", rule.A("stated", stated), rule.A("checked", checked))
	}
	return out
}

// areaGiven is the reading of the area that is of use; nothing where there is none.
func (a *Assessment) areaGiven() Reading {
	r := a.rest[keyArea]
	if a.c.areaSlot >= 0 {
		r = a.readingOf(uint16(a.c.areaSlot), &a.area) //nolint:gosec // from 0
	}
	if r.fault(a.dossier.AsOf) != "" || !r.isArea() {
		return Reading{}
	}
	return r
}

// statedCaveat is a contradiction between what is stated of a criterion or of the whole and what
// was found, or a count that says more than what was found. Of counts both numbers are told.
func (a *Assessment) statedCaveat(slot uint16, clash bool, found Verdict, marks []mark) rule.Findings {
	said := a.says(slot)
	if said == Unknown {
		return nil
	}
	code, key := AdviceContradiction, a.c.keys[slot]
	stated, checked := rule.A("stated", said), rule.A("checked", found)
	if s := &a.vals[slot]; s.kind == kindCount {
		met, not := tally(marks)
		most := max(met, s.w-not)
		r := a.reading(slot)
		count := rule.Text{Vi: r.In(rule.Vi), En: r.In(rule.En)}
		if s.said != Unknown {
			count.Vi, count.En = count.Vi+" ("+s.said.In(rule.Vi)+")", count.En+" ("+s.said.In(rule.En)+")"
		}
		stated, checked = rule.A("stated", count), rule.A("checked", between(met, most))
		if !clash && (met < s.v || most > s.v) {
			code, clash = AdviceStatedCount, true
		}
	}
	if !clash {
		return nil
	}
	return rule.Findings{table.Advice(code, readingPath(key), rule.A("key", key), stated, checked)}
}

// between is a number of which the least and the greatest are known.
func between(least, most int64) rule.Text {
	if least == most {
		return rule.Text{Vi: strconv.FormatInt(least, 10), En: strconv.FormatInt(least, 10)}
	}
	return rule.Text{Vi: fmt.Sprintf("từ %d đến %d", least, most), En: fmt.Sprintf("from %d to %d", least, most)}
}

// rowCaveats is what limits one row: a contradiction, and the cells that were read.
func (a *Assessment) rowCaveats(i int) rule.Findings {
	row, m := &a.c.rows[i], a.marks[i]
	var out rule.Findings
	if m.clash != Unknown {
		out = append(out, table.Advice(AdviceContradiction, readingPath(row.Code), rule.A("key", row.Code), rule.A("stated", m.clash), rule.A("checked", m.verdict)))
	}
	if s := &a.vals[row.slot]; row.MayNotApply && s.kind == kindNA && s.stage >= a.stage && a.judge(row.root).verdict == NotMet {
		out = append(out, table.Advice(AdvicePartsContradict, readingPath(row.Code), rule.A("code", row.Code)))
	}
	if m.verdict == Unknown || m.stated {
		return out
	}
	a.applying(row.root, false, func(at uint16) {
		l := &a.c.steps[at]
		s := &a.vals[l.slot]
		if l.reason != Decided || s.kind == kindNone || s.kind == kindNA || s.kind == kindRefused || s.stage < a.stage || l.numeric && l.conf < a.floor {
			return // not used: another cell decides
		}
		key, about := a.c.keys[l.slot], a.c.abouts[l.about]
		slots := []uint16{l.slot}
		if l.previous {
			slots = append(slots, l.slot2)
		}
		for _, slot := range slots {
			if key := a.c.keys[slot]; about.measured != "" && a.poverty(slot) == "" {
				out = append(out, table.Advice(AdvicePovertyUnnamed, readingPath(key), rule.A("key", key), rule.A("standard", about.measured)))
			}
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
