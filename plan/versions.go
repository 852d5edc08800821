package plan

import (
	"slices"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Versions are all versions of one annual plan, each whole as it was issued, the earliest
// first. The last entry of the history of each is its own, and gives the reason of the
// change in its Note.
type Versions []Annual

// PeriodVersions are all versions of one plan of the period, kept as [Versions] keep those of
// an annual plan.
type PeriodVersions []Period

// On is the version in force on a day: the last that was issued on or before it.
func (v Versions) On(d civil.Date) (Annual, bool) { return versionOn(v, d) }

// On is the version in force on a day: the last that was issued on or before it.
func (v PeriodVersions) On(d civil.Date) (Period, bool) { return versionOn(v, d) }

func versionOn[P version](v []P, d civil.Date) (P, bool) {
	if days, ok := versionsOf(v).days(); ok {
		if i := days.at(d); i >= 0 {
			return v[i], true
		}
	}
	var none P
	return none, false
}

// version is one version of a plan of either kind.
type version interface {
	Plan
	items() []item
}

type versions []version

func versionsOf[P version](v []P) versions {
	list := make(versions, len(v))
	for i := range v {
		list[i] = v[i]
	}
	return list
}

// days are the days of the versions, each the first on which it or a later one was issued;
// false where a version has no day.
type days []civil.Date

func (v versions) days() (days, bool) {
	list := make(days, len(v))
	for i := len(v) - 1; i >= 0; i-- {
		latest, ok := v[i].paper().history.latest()
		if !ok {
			return nil, false
		}
		list[i] = latest.Issued
		if i+1 < len(v) && list[i+1].Before(list[i]) {
			list[i] = list[i+1]
		}
	}
	return list, len(v) > 0
}

// at is the last version issued on or before a day, or -1.
func (l days) at(d civil.Date) int {
	i, _ := slices.BinarySearchFunc(l, d, func(on, d civil.Date) int {
		if on.After(d) {
			return 1
		}
		return -1
	})
	return i - 1
}

// Change is what one version changed of the one before it, with the reason that it gives.
type Change struct {
	Version int        `json:"version"`          // its place in the list
	On      civil.Date `json:"on,omitzero"`      // the day of the version
	Item    string     `json:"item"`             // "visit v1", "month 9", "goal g1", "goal g1 2023"
	Was     string     `json:"was,omitempty"`    // empty: it was added
	Is      string     `json:"is,omitempty"`     // empty: it was taken out
	Why     string     `json:"why,omitempty"`    // the version's reason
	Until   civil.Date `json:"until,omitzero"`   // the last day of which it speaks
	TooLate bool       `json:"tooLate,omitzero"` // Until lies before On
}

// Changes lists what each version changed of the one before it: goals, visits, activities
// and the reasons of months, in the order of the later version and then what it took out.
func (v Versions) Changes() []Change { return versionsOf(v).changes() }

// Changes lists what each version changed of the one before it: the years, the goals and their
// targets year by year.
func (v PeriodVersions) Changes() []Change { return versionsOf(v).changes() }

func (v versions) changes() []Change {
	var list []Change
	for i := 1; i < len(v); i++ {
		before, now := v[i-1].items(), v[i].items()
		latest, known := v[i].paper().history.latest()
		add := func(item, was, is string, until civil.Date) {
			late := known && until.IsValid() && until.Before(latest.Issued)
			list = append(list, Change{i, latest.Issued, item, was, is, latest.Note, until, late})
		}
		was := make(map[string]item, len(before))
		for _, o := range before {
			was[o.name] = o
		}
		is := make(map[string]bool, len(now))
		for _, n := range now {
			is[n.name] = true
			if o := was[n.name]; o.words != n.words {
				until := n.until
				if o.until.IsValid() && o.until.Before(until) {
					until = o.until // it moves what was planned for that day
				}
				add(n.name, o.words, n.words, until)
			}
		}
		for _, o := range before {
			if !is[o.name] {
				add(o.name, o.words, "", o.until)
			}
		}
	}
	return list
}

// item is one thing that a version says, in words in which it is compared.
type item struct {
	name, words string
	until       civil.Date
}

// goalItems are the goals of a plan, each with its targets year by year.
func goalItems(goals []Goal, end civil.Date) []item {
	var list []item
	for _, g := range goals {
		name := "goal " + rule.Normal(g.ID)
		list = append(list, item{name, words(g.Text, g.Target.String(), g.Unit), end})
		for _, t := range g.ByYear {
			list = append(list, item{name + " " + strconv.Itoa(t.Year), words(t.Target.String(), g.Unit, t.Why), yearEnd(t.Year)})
		}
	}
	return list
}

// yearEnd is the last day of a year; zero where there is no such year.
func yearEnd(year int) civil.Date {
	if year < 1 || year > 9999 {
		return civil.Date{}
	}
	return rule.Year(year).To
}

func (p Period) items() []item {
	years := item{name: "years", words: strconv.Itoa(p.FirstYear) + "–" + strconv.Itoa(p.LastYear)}
	return append([]item{years}, goalItems(p.Goals, yearEnd(p.LastYear))...)
}

func (p Annual) items() []item {
	list := goalItems(p.Goals, yearEnd(p.Year))
	for i := range p.Quarters {
		for j := range p.Quarters[i].Months {
			m := &p.Quarters[i].Months[j]
			last := civil.Date{}
			if m.Month >= 1 && m.Month <= 12 && p.Year >= 1 && p.Year <= 9999 {
				last = rule.Month(p.Year, m.Month).To
			}
			if !rule.Blank(m.NoVisit) {
				list = append(list, item{"month " + strconv.Itoa(m.Month), m.NoVisit, last})
			}
			for _, x := range m.Visits {
				list = append(list, item{"visit " + rule.Normal(x.ID), words(day(x.On, m.Month), day(x.To, 0), x.Content), until(x.On, last)})
			}
			for k := range m.Activities {
				x := &m.Activities[k]
				members := slices.Clone(x.Members)
				slices.Sort(members)
				list = append(list, item{"activity " + rule.Normal(x.ID), words(append([]string{day(x.On, m.Month), x.Content, x.Target.String(), x.Unit}, members...)...), until(x.On, last)})
			}
		}
	}
	return list
}

func until(on, last civil.Date) civil.Date {
	if on.IsValid() {
		return on
	}
	return last
}

// day is a day, or the month where none is set.
func day(d civil.Date, month int) string {
	switch {
	case !d.IsZero():
		return d.String()
	case month != 0:
		return "month " + strconv.Itoa(month)
	}
	return ""
}

func words(parts ...string) string {
	text := ""
	for _, p := range parts {
		if p != "" && text != "" {
			text += "; "
		}
		text += p
	}
	return text
}

// Measure is the plan by which what was done is measured: each visit and activity as the
// version has it that was in force on its day, and each without a day, and each reason, as
// the version of the last day of its month has it. A later version that drops or moves what
// was planned for a day before it does not undo it; what it sets for later days counts
// beside it, under an id with the version's: "v1@v2". With LaterUndoes it is the last version.
//
// False where no version is given or a version has no day.
func (m Mandate) Measure(v Versions) (Annual, bool) {
	issued, ok := versionsOf(v).days()
	if !ok {
		return Annual{}, false
	}
	last := v[len(v)-1]
	if m.LaterUndoes || len(v) == 1 || last.Year < 1 || last.Year > 9999 {
		return last, true
	}
	p := last
	p.Quarters = nil
	c := composite{v: v, issued: issued, used: map[string]bool{}, months: make([]map[int]Month, len(v))}
	for i := range v {
		c.months[i] = v[i].byMonth()
	}
	for n := 1; n <= 12; n++ {
		month, there := c.month(n)
		if !there {
			continue
		}
		if quarter := (n + 2) / 3; len(p.Quarters) == 0 || p.Quarters[len(p.Quarters)-1].Quarter != quarter {
			p.Quarters = append(p.Quarters, Quarter{Quarter: quarter})
		}
		q := &p.Quarters[len(p.Quarters)-1]
		q.Months = append(q.Months, month)
	}
	return p, true
}

// MeasurePeriod is the plan of the period by which what was reached is measured: each target of a
// year as the version has it that was in force on the last day of that year, and the rest of a
// goal as the version of the last day of the period has it. A goal that a later version takes out
// keeps the targets of the years that were over. With LaterUndoes it is the last version.
//
// False where no version is given or a version has no day.
func (m Mandate) MeasurePeriod(v PeriodVersions) (Period, bool) {
	issued, ok := versionsOf(v).days()
	if !ok {
		return Period{}, false
	}
	p := v[len(v)-1]
	end := yearEnd(p.LastYear)
	if m.LaterUndoes || len(v) == 1 || end.IsZero() {
		return p, true
	}
	of := max(issued.at(end), 0)
	targets := heldTargets(v, issued, of)
	p.Goals = nil
	taken := map[string]bool{}
	take := func(g Goal, own bool) {
		id := rule.Normal(g.ID)
		if taken[id] || !own && len(targets[id]) == 0 {
			return
		}
		taken[id] = true
		g.ByYear = targets[id]
		if !own {
			g.Target = rule.Number{} // that of the period was taken out
		}
		p.Goals = append(p.Goals, g)
	}
	for _, g := range v[of].Goals {
		take(g, true)
	}
	for i := of - 1; i >= 0; i-- {
		for _, g := range v[i].Goals {
			take(g, false)
		}
	}
	return p, true
}

// heldTargets are the yearly targets of each goal, in the order of the years, each as the version
// has it that was in force on the last day of its year; without such a day, as the version "of" has it.
func heldTargets(v PeriodVersions, issued days, of int) map[string][]YearTarget {
	targets := map[string][]YearTarget{}
	for i := range v {
		for _, g := range v[i].Goals {
			id := rule.Normal(g.ID)
			for _, t := range g.ByYear {
				if on := yearEnd(t.Year); on.IsZero() && i == of || on.IsValid() && i == max(issued.at(on), 0) {
					targets[id] = append(targets[id], t)
				}
			}
		}
	}
	for _, list := range targets {
		slices.SortStableFunc(list, func(a, b YearTarget) int { return a.Year - b.Year })
	}
	return targets
}

// composite is a plan made of what each version says of its own days.
type composite struct {
	v      Versions
	issued days
	months []map[int]Month
	used   map[string]bool
}

// month is a section of it; false where no version has one.
func (c *composite) month(n int) (Month, bool) {
	m, there := Month{Month: n}, false
	of := max(c.issued.at(rule.Month(c.v[len(c.v)-1].Year, n).To), 0)
	for i := range c.v {
		section, has := c.months[i][n]
		there = there || has
		holds := func(on civil.Date) bool {
			return on.IsValid() && i == max(c.issued.at(on), 0) || !on.IsValid() && i == of
		}
		for _, x := range section.Visits {
			if holds(x.On) {
				x.ID = c.id(x.ID, i)
				m.Visits = append(m.Visits, x)
			}
		}
		for _, x := range section.Activities {
			if holds(x.On) {
				x.ID = c.id(x.ID, i)
				m.Activities = append(m.Activities, x)
			}
		}
		if i == of {
			m.NoVisit = section.NoVisit
		}
	}
	return m, there
}

// id is an id that no earlier version took: with that of the version where one did.
func (c *composite) id(own string, i int) string {
	if c.used[rule.Normal(own)] {
		latest, _ := history(c.v[i].History).latest()
		own += "@" + latest.ID
	}
	c.used[rule.Normal(own)] = true
	return own
}

// byMonth are the sections by number; of a month that appears twice, all that both say.
func (p *Annual) byMonth() map[int]Month {
	all := map[int]Month{}
	for i := range p.Quarters {
		for _, m := range p.Quarters[i].Months {
			have := all[m.Month]
			have.Month = m.Month
			have.Visits = append(have.Visits, m.Visits...)
			have.Activities = append(have.Activities, m.Activities...)
			if have.NoVisit == "" {
				have.NoVisit = m.NoVisit
			}
			all[m.Month] = have
		}
	}
	return all
}

// CheckVersions judges what the versions of one plan say of each other; each by itself is
// judged by Check. Each is of the same plan, and its history goes on from that of the one
// before. A change that came after the day of which it speaks is Advice: it is recorded and
// undoes nothing. Paths lie in the list of versions.
func (m Mandate) CheckVersions(v Versions) rule.Findings {
	year := 0
	if len(v) > 0 {
		year = v[0].Year
	}
	return m.checkVersions(versionsOf(v), m.days(&assignment.Assignment{}, year), "versions")
}

// CheckPeriodVersions judges what the versions of a plan of the period say of each other, as
// CheckVersions does. Paths lie in the list of period versions.
func (m Mandate) CheckPeriodVersions(v PeriodVersions) rule.Findings {
	return m.checkVersions(versionsOf(v), m.period(), "periodVersions")
}

func (m *Mandate) checkVersions(v versions, span rule.Span, root rule.Path) rule.Findings {
	j := m.judge(span)
	for i := 1; i < len(v); i++ {
		at, before, now := root.Index(i), v[i-1].paper(), v[i].paper()
		if rule.Normal(before.id) != rule.Normal(now.id) || before.assignment != now.assignment || before.year != now.year {
			j.Broken(ErrOtherPlan, at.Key("id"))
		}
		if len(now.history) <= len(before.history) || !slices.Equal(now.history[:len(before.history)], before.history) {
			j.Broken(ErrHistoryBroken, at.Key("history"))
		}
	}
	counts := make([]int, len(v))
	for _, c := range v.changes() {
		counts[c.Version]++
		if c.TooLate && !m.LaterUndoes {
			j.Advice(AdviceTooLate, root.Index(c.Version), rule.A("item", c.Item), rule.A("day", c.On), rule.A("until", c.Until))
		}
	}
	for i, have := range counts {
		h := v[i].paper().history
		if latest := len(h) - 1; m.ChangesExplained && have > 0 && (latest < 0 || rule.Blank(h[latest].Note)) {
			j.Broken(ErrChangeUnexplained, root.Index(i).Key("history"), rule.A("have", have))
		}
	}
	return j.Findings()
}
