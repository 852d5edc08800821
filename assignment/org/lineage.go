package org

import (
	"cmp"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Check reports what the gazetteer does not know: a unit that ended while its level
// lived on, and whose successor no succession names, is Undecided. Advice tells of what is
// odd and may be right: a name that begins with the kind of the unit, as that of phường
// Phường Đúc does, a succession that leads elsewhere than those of the units above, a unit
// that went over whole into more than one.
func (g Gazetteer) Check() rule.Findings {
	in := g.index()
	var found rule.Findings
	for i := range in.units {
		u := &in.units[i]
		if in.keys[i].repeats(u.Kind) {
			found = append(found, table.Advice(NameWithKind, unitPath(i).Key("name"), rule.A("name", u.Name)))
		}
		for k, f := range u.Was {
			if f.Name != "" && keyOf(f.Name).repeats(cmp.Or(f.Kind, u.Kind)) {
				found = append(found, table.Advice(NameWithKind, unitPath(i).Key("was").Index(k).Key("name"), rule.A("name", f.Name)))
			}
		}
		if u.Span.To.IsZero() || in.hasSuccessor(i) {
			continue
		}
		if model, err := GovernmentOn(u.Span.To.AddDays(1)); err == nil && !model.Value.Has(u.Level()) {
			continue
		}
		found = append(found, table.Undecided(ErrNoSuccessor, unitPath(i), rule.A("unit", u.On(u.Span.To)), rule.A("day", u.Span.To)))
	}
	l := lineage{g: in, over: make(map[linkKey]bool, len(in.links)), whole: map[int32]int{}}
	return append(found, l.check()...)
}

// lineage holds the successions of units against those of the units above them.
type lineage struct {
	g     *index
	over  map[linkKey]bool // what goes over into what, and on which day
	whole map[int32]int    // of a unit: the succession with which it ended
}

func (l *lineage) check() rule.Findings {
	var found rule.Findings
	for i, s := range l.g.links {
		l.over[linkKey{s.From, s.To, s.On}] = true
		if s.Part {
			continue
		}
		from := l.g.at(s.From, s.On.AddDays(-1))
		if k, told := l.whole[from]; !told {
			l.whole[from] = i
		} else if first := l.g.links[k]; first.To != s.To {
			found = append(found, table.Advice(WholeTwice, rule.Path("successions").Index(i), rule.A("unit", l.g.units[from].On(s.On.AddDays(-1))),
				rule.A("first", l.g.units[l.g.at(first.To, first.On)].On(first.On)), rule.A("to", l.g.units[l.g.at(s.To, s.On)].On(s.On))))
		}
	}
	for i, s := range l.g.links {
		if f, astray := l.astray(i, s); astray {
			found = append(found, f)
		}
	}
	return found
}

// astray reports a succession into a unit that lies in another one than that into which
// the unit above went over, or, of provinces, than the one that lives on.
func (l *lineage) astray(i int, s Succession) (rule.Finding, bool) {
	g, eve := l.g, s.On.AddDays(-1)
	from, to := g.at(s.From, eve), g.at(s.To, s.On)
	for old := g.parentOn(from, eve); old != none; old = g.parentOn(old, eve) {
		now := g.parentOn(to, s.On)
		for now != none && g.units[now].Level() != g.units[old].Level() {
			now = g.parentOn(now, s.On)
		}
		if now == none || now == old || l.over[linkKey{g.units[old].Code, g.units[now].Code, s.On}] {
			continue
		}
		k, ended := l.whole[old]
		if ended = ended && g.links[k].On == s.On; !ended && g.units[old].Level() != LevelProvince {
			continue // communes change their districts
		}
		went, source := g.units[old].On(s.On), s.Source
		if ended {
			went = g.units[g.at(g.links[k].To, s.On)].On(s.On)
		}
		return table.Advice(LineageAstray, rule.Path("successions").Index(i), rule.A("from", g.units[from].On(eve)), rule.A("to", g.units[to].On(s.On)),
			rule.A("old", g.units[old].On(eve)), rule.A("now", g.units[now].On(s.On)), rule.A("went", went), rule.A("source", cited(source))), true
	}
	return rule.Finding{}, false
}

// cited names the source of a succession, or says that none is given.
func cited(s rule.Source) rule.Text {
	if s.IsZero() {
		return rule.Text{Vi: "chưa ghi căn cứ", En: "no source is given"}
	}
	return rule.Text{Vi: "theo " + s.In(rule.Vi), En: "by " + s.In(rule.En)}
}

func (g *index) hasSuccessor(i int) bool {
	next := g.units[i].Span.To.AddDays(1)
	for j := g.out[i]; j != none; j = g.nextOut[j] {
		if g.links[j].On == next {
			return true
		}
	}
	return false
}
