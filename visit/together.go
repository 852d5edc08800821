package visit

import (
	"cmp"
	"slices"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
)

// CheckTogether judges what several visits say of each other: an id given twice, a visit
// moved to one that does not say so, and, as Advice, visits of one leader or to one commune
// on one day, the later of which is told. What was cancelled or moved takes no day, and a
// visit of the team or of a deputy alone takes none of the leader's. Each visit by itself is
// judged by [Policy.Check]. Paths begin with "visits".
func (p Policy) CheckTogether(visits []Visit, roster assignment.Roster) rule.Findings {
	t := together{visits: slices.Clone(visits), at: make(map[string]int, len(visits))}
	for i := range t.visits {
		v := &t.visits[i]
		v.normalize()
		if _, twice := t.at[v.ID]; twice && v.ID != "" {
			t.add(i, table.Broken(ErrRepeatedID, "id", rule.A("id", v.ID)))
			continue
		}
		t.at[v.ID] = i
	}
	for i := range t.visits {
		t.moved(i)
	}
	if !p.ClashesAllowed {
		t.clashes(AdviceLeaderClash, "leader", func(v *Visit) string {
			if a := v.Attendance(); a == ByTeam || a == ByDeputy {
				return ""
			}
			if a, ok := roster.Assignment(v.Assignment); ok && v.Leader == "" {
				return a.Leader
			}
			return v.Leader
		})
		t.clashes(AdviceCommuneClash, "commune", func(v *Visit) string { return string(v.Commune) })
	}
	slices.SortStableFunc(t.found, func(a, b placed) int { return cmp.Compare(a.visit, b.visit) })
	var found rule.Findings
	for _, f := range t.found {
		f.Path = f.Path.Under(rule.Path("visits").Index(f.visit))
		found = append(found, f.Finding)
	}
	return found
}

// together is the check of several visits.
type together struct {
	visits []Visit
	at     map[string]int
	found  []placed
}

// placed is a finding of the visit of that number.
type placed struct {
	rule.Finding
	visit int
}

func (t *together) add(i int, f rule.Finding) { t.found = append(t.found, placed{f, i}) }

// moved judges that both visits say that one was moved to the other. One that is not in the
// list leaves nothing to judge.
func (t *together) moved(i int) {
	v := &t.visits[i]
	unmatched := func(at rule.Path, k rule.Kind, id string) {
		t.add(i, table.Finding(k, ErrMovedUnmatched, at, rule.A("other", id)))
	}
	if d := v.Dropped; d != nil && d.To != "" {
		if j, ok := t.at[d.To]; ok && t.visits[j].MovedFrom != v.ID {
			kind := rule.Broken
			if t.visits[j].MovedFrom == "" {
				kind = rule.Undecided // it does not say from which it was moved
			}
			unmatched("dropped.to", kind, d.To)
		}
	}
	if j, ok := t.at[v.MovedFrom]; ok && v.MovedFrom != "" {
		switch old := &t.visits[j]; {
		case old.Dropped != nil && old.Dropped.To == v.ID:
		case old.Dropped == nil && !old.Made:
			unmatched("movedFrom", rule.Undecided, v.MovedFrom)
		default:
			unmatched("movedFrom", rule.Broken, v.MovedFrom)
		}
	}
}

// clashes reports each visit that begins on a day on which another of the same key still
// goes on.
func (t *together) clashes(code rule.Code, at rule.Path, key func(*Visit) string) {
	type day struct {
		key string
		rule.Span
		visit int
	}
	var days []day
	for i := range t.visits {
		v := &t.visits[i]
		if k := key(v); k != "" && v.Start.IsValid() && (v.Dropped == nil || v.Made) {
			span := rule.Span{From: v.Start.Date, To: v.Start.Date}
			if v.End.IsValid() && v.End.Date.After(span.From) {
				span.To = v.End.Date
			}
			days = append(days, day{k, span, i})
		}
	}
	slices.SortStableFunc(days, func(a, b day) int {
		return cmp.Or(cmp.Compare(a.key, b.key), a.From.Compare(b.From))
	})
	var last day // the one that ends last of those of the key so far
	for _, d := range days {
		switch {
		case d.key != last.key:
			last = d
			continue
		case !d.From.After(last.To):
			t.add(d.visit, table.Advice(code, at, rule.A("other", t.visits[last.visit].ID), rule.A("day", d.From)))
		}
		if d.To.After(last.To) {
			last = d
		}
	}
}

// CheckAgenda judges a visit's agenda against the activities of the leader's plan, by their
// ids: an item that serves an activity serves one of the plan.
func (p Policy) CheckAgenda(v Visit, activities []string) rule.Findings {
	v.normalize()
	known := make(map[string]bool, len(activities))
	for _, id := range activities {
		known[rule.Normal(id)] = true
	}
	var found rule.Findings
	for i, item := range v.Agenda {
		if item.Activity != "" && !known[item.Activity] {
			found = append(found, table.Broken(ErrActivityUnknown, rule.Path("agenda").Index(i).Key("activity"), rule.A("activity", item.Activity)))
		}
	}
	return found
}

// agenda judges what each item says of the plan.
func (c *check) agenda() {
	if !c.p.Tied && len(c.v.Agenda) == 0 {
		return
	}
	for at, item := range c.v.ownContents {
		var of Item
		if at.list == tied {
			of = c.v.Agenda[at.item]
		}
		switch {
		case of.AdHoc && of.Activity != "":
			c.Broken(ErrItemBoth, rule.Path("agenda").Index(at.item), rule.A("activity", of.Activity))
		case c.p.Tied && !of.AdHoc && of.Activity == "":
			c.Broken(ErrItemUntied, at.path(), rule.A("text", item))
		}
	}
}
