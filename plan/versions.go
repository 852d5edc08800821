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

// On is the version in force on a day: the last that was issued on or before it.
func (v Versions) On(d civil.Date) (Annual, bool) {
	if days, ok := v.days(); ok {
		if i := days.at(d); i >= 0 {
			return v[i], true
		}
	}
	return Annual{}, false
}

// days are the days of the versions, each the first on which it or a later one was issued;
// false where a version has no day.
type days []civil.Date

func (v Versions) days() (days, bool) {
	list := make(days, len(v))
	for i := len(v) - 1; i >= 0; i-- {
		latest, ok := history(v[i].History).latest()
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
	Item    string     `json:"item"`             // "visit v1", "month 9", "goal g1"
	Was     string     `json:"was,omitempty"`    // empty: it was added
	Is      string     `json:"is,omitempty"`     // empty: it was taken out
	Why     string     `json:"why,omitempty"`    // the version's reason
	Until   civil.Date `json:"until,omitzero"`   // the last day of which it speaks
	TooLate bool       `json:"tooLate,omitzero"` // Until lies before On
}

// Changes lists what each version changed of the one before it: goals, visits, activities
// and the reasons of months, in the order of the later version and then what it took out.
func (v Versions) Changes() []Change {
	var list []Change
	for i := 1; i < len(v); i++ {
		before, now := v[i-1].items(), v[i].items()
		latest, known := history(v[i].History).latest()
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

func (p *Annual) items() []item {
	var list []item
	end := rule.Year(p.Year).To
	for _, g := range p.Goals {
		list = append(list, item{"goal " + rule.Normal(g.ID), words(g.Text, g.Target.String(), g.Unit), end})
	}
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
	issued, ok := v.days()
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
	j := m.judge(m.days(&assignment.Assignment{}, year))
	for i := 1; i < len(v); i++ {
		at, before, now := rule.Path("versions").Index(i), &v[i-1], &v[i]
		if rule.Normal(before.ID) != rule.Normal(now.ID) || rule.Normal(before.Assignment) != rule.Normal(now.Assignment) || before.Year != now.Year {
			j.Broken(ErrOtherPlan, at.Key("id"))
		}
		if len(now.History) <= len(before.History) || !slices.Equal(now.History[:len(before.History)], before.History) {
			j.Broken(ErrHistoryBroken, at.Key("history"))
		}
	}
	counts := make([]int, len(v))
	for _, c := range v.Changes() {
		counts[c.Version]++
		if c.TooLate && !m.LaterUndoes {
			j.Advice(AdviceTooLate, rule.Path("versions").Index(c.Version), rule.A("item", c.Item), rule.A("day", c.On), rule.A("until", c.Until))
		}
	}
	for i, have := range counts {
		if latest := len(v[i].History) - 1; m.ChangesExplained && have > 0 && (latest < 0 || rule.Blank(v[i].History[latest].Note)) {
			j.Broken(ErrChangeUnexplained, rule.Path("versions").Index(i).Key("history"), rule.A("have", have))
		}
	}
	return j.Findings()
}
