package plan

import (
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/criteria/rule"
)

// calendar is what the sections of an annual plan say, month by month.
type calendar struct {
	year   int
	reach  rule.Span // the days of the year on which the assignment stands
	within bool      // there are such days
	late   rule.Kind // of what is said of days after the assignment
	months [13]monthSeen
}

type monthSeen struct {
	present        bool
	reasoned       bool
	visits         int
	quarter, month int // where the section is
}

func (y *calendar) touches(month int) bool {
	return y.within && y.reach.Overlaps(rule.Month(y.year, month))
}

// place is where a section of a month is; its path is made only when a
// finding needs it.
type place struct{ quarter, month int }

func (p place) path() rule.Path {
	return rule.Path("quarters").Index(p.quarter).Key("months").Index(p.month)
}

func (p place) item(list string, i int, member string) rule.Path {
	return p.path().Key(list).Index(i).Key(member)
}

// spot is where an activity is.
type spot struct {
	place
	index int
}

func (s spot) path() rule.Path { return s.place.path().Key("activities").Index(s.index) }

// activities goes through the activities in the order of the plan.
func (p *Annual) activities(yield func(spot, *Activity) bool) {
	for i := range p.Quarters {
		for j := range p.Quarters[i].Months {
			list := p.Quarters[i].Months[j].Activities
			for k := range list {
				if !yield(spot{place{i, j}, k}, &list[k]) {
					return
				}
			}
		}
	}
}

// sections judges the form of the sections and fills in the calendar.
func (c *checker) sections(p *Annual, y *calendar) {
	var quarters [5]bool
	for i := range p.Quarters {
		q := &p.Quarters[i]
		at := func() rule.Path { return rule.Path("quarters").Index(i).Key("quarter") }
		switch {
		case q.Quarter < 1 || q.Quarter > 4:
			c.Broken(ErrNotADate, at(), rule.A("value", q.Quarter))
		case quarters[q.Quarter]:
			c.Broken(ErrRepeatedSection, at(), rule.A("value", numbered("quý ", "quarter ", q.Quarter)))
		default:
			quarters[q.Quarter] = true
		}
		for j := range q.Months {
			c.month(&q.Months[j], q.Quarter, place{i, j}, y)
		}
	}
}

// numbered names a section by its number.
func numbered(vi, en string, n int) rule.Text {
	return rule.Text{Vi: vi + strconv.Itoa(n), En: en + strconv.Itoa(n)}
}

func (c *checker) month(m *Month, quarter int, at place, y *calendar) {
	var seen *monthSeen
	switch {
	case m.Month < 1 || m.Month > 12:
		c.Broken(ErrNotADate, at.path().Key("month"), rule.A("value", m.Month))
	default:
		seen = &y.months[m.Month]
		if quarter >= 1 && quarter <= 4 && (m.Month+2)/3 != quarter {
			c.Broken(ErrMonthOutsideQuarter, at.path().Key("month"), rule.A("month", m.Month), rule.A("quarter", quarter))
		}
		if seen.present {
			c.Broken(ErrRepeatedSection, at.path().Key("month"), rule.A("value", numbered("tháng ", "month ", m.Month)))
		} else {
			seen.present, seen.quarter, seen.month = true, at.quarter, at.month
		}
		if y.within && !y.touches(m.Month) {
			c.outside(y, rule.Month(y.year, m.Month), at.path().Key("month"), numbered("tháng ", "month ", m.Month), y.reach)
		}
	}
	visits := 0
	for i := range m.Visits {
		v := &m.Visits[i]
		if !c.fresh(keyItem, v.ID) {
			c.Broken(ErrRepeatedID, at.item("visits", i, "id"), rule.A("id", v.ID))
		}
		in := c.inMonth(v.On, m.Month, y, at, "visits", i)
		if c.lastDay(v, y, at, i) && in {
			visits++
		}
	}
	reasoned := !rule.Blank(m.NoVisit)
	if reasoned && visits > 0 {
		c.Broken(ErrVisitAndReason, at.path().Key("noVisit"), rule.A("month", m.Month))
	}
	if seen != nil {
		seen.visits += visits
		seen.reasoned = seen.reasoned || reasoned
	}
	for i := range m.Activities {
		c.activity(&m.Activities[i], m.Month, y, at, i)
	}
}

// inMonth judges the day of an item, and reports whether the item belongs to its
// month: on a day of it, or with no day.
func (c *checker) inMonth(d civil.Date, month int, y *calendar, at place, list string, i int) bool {
	if d.IsZero() {
		return true
	}
	path := func() rule.Path { return at.item(list, i, "on") }
	if !c.day(d, path) || month < 1 || month > 12 {
		return false
	}
	if int(d.Month) != month || d.Year != y.year {
		c.Broken(ErrMisfiled, path(), rule.A("value", d), rule.A("month", month))
		return false
	}
	if y.within && !y.reach.Contains(d) && y.touches(month) {
		c.outside(y, rule.Span{From: d, To: d}, path(), d, y.reach)
		return false
	}
	return true
}

// lastDay judges the end of a visit of several days, which may lie in the next month.
func (c *checker) lastDay(v *Visit, y *calendar, at place, i int) bool {
	if v.To.IsZero() {
		return true
	}
	path := func() rule.Path { return at.item("visits", i, "to") }
	switch {
	case !c.day(v.To, path):
		return false
	case !v.On.IsValid() || v.To.Before(v.On):
		c.Broken(ErrDaysReversed, path(), rule.A("last", v.To))
		return false
	case y.within && !y.reach.Contains(v.To) && y.reach.Contains(v.On):
		c.outside(y, rule.Span{From: v.To, To: v.To}, path(), v.To, y.reach)
	}
	return true
}

func (c *checker) activity(a *Activity, month int, y *calendar, at place, i int) {
	item := func(member string) rule.Path { return at.item("activities", i, member) }
	if !c.fresh(keyItem, a.ID) {
		c.Broken(ErrRepeatedID, item("id"), rule.A("id", a.ID))
	}
	c.inMonth(a.On, month, y, at, "activities", i)
	work := c.isWork(a)
	for k, id := range a.Members {
		id = rule.Normal(id)
		_, known := c.busy[id]
		switch {
		case c.busy == nil:
		case !known:
			c.Broken(ErrNotInTeam, item("members").Index(k))
		case work:
			c.busy[id] = true
		}
	}
	if c.m.OneResponsible && len(a.Members) > 1 {
		c.Broken(ErrSharedTask, item("members"), rule.A("have", len(a.Members)))
	}
	if c.m.FocusDemanded && a.Kind == Movement && len(a.Focus) == 0 {
		c.Broken(ErrNoFocus, item("focus"))
	}
	for k, id := range a.Goals {
		if _, known := c.ids[key{keyGoal, rule.Normal(id)}]; !known {
			c.Broken(ErrUnknownGoal, item("goals").Index(k), rule.A("id", id))
		}
	}
	c.counts(a, item)
	for k := range a.Contributions {
		c.contribution(&a.Contributions[k], func() rule.Path { return item("contributions").Index(k) })
	}
}

// isWork reports whether the activity is concrete work of its members.
func (c *checker) isWork(a *Activity) bool {
	return (c.m.Team != MeetingTasks || a.Kind == CommuneMeeting) && len(a.Members) > 0 && !rule.Blank(a.Content)
}

// counts judges the numbers of an activity and the days on which somebody counted.
func (c *checker) counts(a *Activity, item func(string) rule.Path) {
	c.notNegative(a.Weight, func() rule.Path { return item("weight") })
	c.notNegative(a.Target, func() rule.Path { return item("target") })
	var before civil.Date
	for k := range a.Done {
		d := &a.Done[k]
		at := func(member string) rule.Path { return item("done").Index(k).Key(member) }
		c.notNegative(d.Count, func() rule.Path { return at("count") })
		switch {
		case d.On.IsZero():
			c.Undecided(ErrDayMissing, at("on"))
		case !c.day(d.On, func() rule.Path { return at("on") }):
		case d.On.Before(before):
			c.Broken(ErrCountOrder, at("on"), rule.A("value", d.On))
		default:
			before = d.On
		}
	}
}

func (c *checker) notNegative(n rule.Number, at func() rule.Path) {
	if n.Sign() < 0 {
		c.Broken(ErrNegative, at(), rule.A("value", n))
	}
}

func (c *checker) contribution(g *Contribution, at func() rule.Path) {
	c.notNegative(g.Amount, func() rule.Path { return at().Key("amount") })
	c.notNegative(g.Value, func() rule.Path { return at().Key("value") })
	c.day(g.On, func() rule.Path { return at().Key("on") })
	if g.ID == "" {
		return
	}
	if c.gifts == nil {
		c.gifts = map[gift]*Contribution{}
	}
	id := gift{rule.Normal(g.ID), g.Stage}
	if before, told := c.gifts[id]; !told {
		c.gifts[id] = g
	} else if !g.Agrees(before) {
		c.Broken(ErrGiftDiffers, at().Key("id"), rule.A("id", g.ID))
	}
}

// gift is a contribution at a stage: promised and received it is told once as each.
type gift struct {
	id    string
	stage ContributionStage
}

// months judges what the text demands of the months of the plan's span, and what
// the policies add.
func (c *checker) months(p *Annual, y *calendar) {
	span, left := c.m.Span(*p, *c.a)
	if !left {
		c.Broken(ErrOutside, "history", rule.A("value", rule.Text{Vi: "ngày ban hành", En: "the day of issue"}), rule.A("span", y.reach))
		return
	}
	kind := rule.Broken
	if _, issued := history(p.History).issued(); !issued && !c.m.WholeSpan {
		kind = rule.Undecided // how many months are left depends on the day of issue
	}
	if c.Demands(duty.ByMonth) {
		c.addressed(p, y, span, kind)
	}
	if c.m.MinVisitsPerMonth > 0 {
		for month := int(span.From.Month); month <= int(span.To.Month); month++ {
			if have := y.months[month].visits; have < c.m.MinVisitsPerMonth {
				c.Report(kind, ErrFewVisitsInMonth, c.at(p, y, month),
					rule.A("month", month), rule.A("have", have), rule.A("least", c.m.MinVisitsPerMonth))
			}
		}
	}
	if c.m.MinVisitsPerQuarter > 0 {
		for quarter := (int(span.From.Month) + 2) / 3; quarter <= (int(span.To.Month)+2)/3; quarter++ {
			have := y.months[3*quarter-2].visits + y.months[3*quarter-1].visits + y.months[3*quarter].visits
			if have < c.m.MinVisitsPerQuarter {
				c.Report(kind, ErrFewVisitsInQuarter, quarterAt(p, quarter),
					rule.A("quarter", quarter), rule.A("have", have), rule.A("least", c.m.MinVisitsPerQuarter))
			}
		}
	}
}

// addressed judges each month of the span; a plan that sets out none of them is
// told so once.
func (c *checker) addressed(p *Annual, y *calendar, span rule.Span, kind rule.Kind) {
	first, last := int(span.From.Month), int(span.To.Month)
	some := false
	for month := first; month <= last; month++ {
		some = some || y.months[month].present
	}
	if !some {
		c.Broken(ErrNotByMonth, "quarters", rule.A("span", span))
		return
	}
	for month := first; month <= last; month++ {
		seen := &y.months[month]
		switch {
		case c.m.Months == MonthMayBeAbsent || seen.visits > 0:
		case c.m.Months == MonthNeedsVisit:
			c.Report(kind, ErrMonthWithoutVisit, c.at(p, y, month), rule.A("month", month))
		case !seen.reasoned:
			c.Report(kind, ErrMonthUnaddressed, c.at(p, y, month), rule.A("month", month))
		}
	}
}

// at is the section of a month, or that of its quarter where the plan has none.
func (c *checker) at(p *Annual, y *calendar, month int) rule.Path {
	if seen := y.months[month]; seen.present {
		return place{seen.quarter, seen.month}.path()
	}
	return quarterAt(p, (month+2)/3)
}

// quarterAt is the section of a quarter, or the list where the plan has none.
func quarterAt(p *Annual, quarter int) rule.Path {
	for i := range p.Quarters {
		if p.Quarters[i].Quarter == quarter {
			return rule.Path("quarters").Index(i)
		}
	}
	return "quarters"
}
