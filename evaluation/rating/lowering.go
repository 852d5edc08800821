package rating

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// bars applies what can only lower; each that applies is a step.
func (j *judge) bars() {
	for i := range j.r.Bars {
		b := &j.r.Bars[i]
		mine, stated := j.about(b.Who)
		if stated && !mine {
			continue
		}
		holds, value := j.ask(&b.Test)
		if holds == Unsaid && j.rec.NothingElse && !j.recorded(&b.Test) {
			holds = No
		}
		used := j.usable(b.Cell)
		j.step(Step{Kind: Lowers, For: b.Ceiling, Test: b.Test, Holds: holds, Value: value, cell: &b.Cell, Used: used, unless: b.Unless})
		switch {
		case holds == No:
		case !used:
			j.may(b.Ceiling, j.unconfirmed(b.Test, b.Cell))
		case !stated:
			j.may(b.Ceiling, missing("post", text("chức vụ", "the post")))
		case holds == Unsaid:
			j.may(b.Ceiling, missing(b.path(), b.Test))
		case b.Unless == "" || j.rec.Facts[b.Unless] == No:
			j.accepted(b.Test, b.Cell)
			j.lower(b.Ceiling)
		case j.rec.Facts[b.Unless] == Yes:
			j.may(b.Ceiling, table.Undecided(ErrAuthorityDecides, rule.Path("facts").Key(string(b.Unless)), rule.A("why", b.Unless)))
		default:
			j.may(b.Ceiling, missing(rule.Path("facts").Key(string(b.Unless)), b.Unless))
		}
	}
}

// recorded reports whether the record says something of what a test asks, even what cannot
// be used: then nothing else helps.
func (j *judge) recorded(t *Test) bool {
	if t.Measure != "" {
		_, there := j.rec.Shares[t.Measure]
		return there
	}
	return t.Fact == Disciplined && len(j.rec.Discipline) > 0
}

// disciplined is whether discipline of the rated year counts.
func (j *judge) disciplined() YesNo {
	said := j.rec.Facts[Disciplined]
	counts, all := No, len(j.rec.Discipline) > 0
	for i := range j.rec.Discipline {
		d := &j.rec.Discipline[i]
		if d.Year != j.rec.Year {
			continue
		}
		switch c := j.countsHere(d); {
		case c == Yes:
			counts = Yes
		case c == Unsaid && counts == No:
			counts = Unsaid
		}
	}
	switch {
	case said == No && counts == Yes:
		return Unsaid // notes tells the contradiction
	case counts != No:
		return counts
	case said == Unsaid && all && j.rec.NothingElse:
		return No
	}
	return said
}

// countsHere is whether a decision of the rated year counts in this rating.
func (j *judge) countsHere(d *Discipline) YesNo {
	anyGround := !j.r.AnyGround.isZero() && j.usable(j.r.AnyGround)
	switch {
	case d.Former && !j.r.FormerUnit.isZero() && j.usable(j.r.FormerUnit),
		d.Ground == OtherGround && !anyGround,
		j.elsewhere(d) != 0:
		return No
	case d.Ground == 0 && !anyGround,
		!j.r.ActOnce.isZero() && j.countsIn(d) != j.rec.Year: // by a rule that is not confirmed
		return Unsaid
	}
	return Yes
}

// elsewhere is the year in whose rating the act counts, where it is another one.
func (j *judge) elsewhere(d *Discipline) int {
	if j.r.ActOnce.isZero() || !j.usable(j.r.ActOnce) {
		return 0
	}
	if year := j.countsIn(d); year != j.rec.Year {
		return year
	}
	return 0
}

// countsIn is the one year in which an act counts.
func (j *judge) countsIn(d *Discipline) int {
	if d.CountedIn != 0 {
		return d.CountedIn
	}
	year := j.rec.Year
	for i := range j.rec.Discipline {
		o := &j.rec.Discipline[i]
		switch {
		case o.Act != d.Act:
		case o.CountedIn != 0:
			return o.CountedIn
		case j.b.CountLater:
			year = max(year, o.Year)
		default:
			year = min(year, o.Year)
		}
	}
	return year
}

// quarters bars Excellent after a failed quarter, where the host wants it.
func (j *judge) quarters() {
	if !j.b.FailedQuarterBars {
		return
	}
	for i := range j.rec.Periods {
		p := &j.rec.Periods[i]
		if p.Months == 3 && p.Rating == failed {
			j.lower(good)
			j.step(Step{Kind: FailedQuarter, For: good, Holds: Yes, Used: true, of: []scored{{Period: p}}})
			j.add(table.Advice(AdviceQuarter, rule.Path("periods").Index(i), rule.A("month", p.First)))
		}
	}
}

// head holds the head of a unit against the unit.
func (j *judge) head() {
	c := j.r.Head
	if c.isZero() || j.rec.Post == Staff || j.rec.Post == Deputy {
		return
	}
	ceiling := max(j.rec.Unit, failed) // an unknown unit may be anything
	words := text("người đứng đầu không cao hơn đơn vị", "the head is rated no higher than the unit")
	used := j.usable(c)
	holds := Unsaid
	if j.rec.Unit != evaluation.Unrated && j.rec.Post == Head {
		holds = No
		if j.res.high > j.rec.Unit {
			holds = Yes
		}
	}
	j.step(Step{Kind: HeadAndUnit, For: j.rec.Unit, Holds: holds, cell: &j.r.Head, Used: used})
	switch {
	case j.rec.Unit != evaluation.Unrated && j.rec.Unit >= j.res.high:
	case !used:
		j.may(ceiling, j.unconfirmed(words, c))
	case j.rec.Post == 0:
		j.may(ceiling, missing("post", text("chức vụ", "the post")))
	case j.rec.Unit == evaluation.Unrated:
		j.may(failed, missing("unit", text("mức xếp loại của đơn vị", "the rating of the unit")))
	default:
		j.accepted(words, c)
		j.lower(ceiling)
	}
}

// service applies the rules on time worked and on absence.
func (j *judge) service() {
	t := &j.r.Time
	if t.Least.Known() {
		j.shortService(t)
	}
	if !t.From.Known() {
		return
	}
	absent, sure := rule.Int(0), true
	for _, l := range j.rec.Leave {
		switch {
		case slices.Contains(t.Except, l.Reason):
		case l.Reason == 0, !l.Months.Known():
			sure = false
		default:
			absent = absent.Add(l.Months)
		}
	}
	if len(j.rec.Leave) == 0 && !j.rec.NothingElse && (!j.rec.Worked.Known() || rule.Int(12).Sub(j.rec.Worked).Cmp(t.From) >= 0) {
		sure = false
	}
	within := absent.Cmp(t.From) >= 0 && absent.Cmp(t.To) < 0
	holds := map[bool]YesNo{true: Yes, false: No}[within]
	if !sure {
		holds = Unsaid
	}
	what := text("thời gian nghỉ trong năm", "the absences of the year")
	j.step(Step{Kind: Service, For: t.Ceiling, Holds: holds, Value: absent.Fraction(), time: t, absence: true, cell: &t.Absence, Used: j.usable(t.Absence)})
	switch {
	case holds == No:
	case !j.usable(t.Absence):
		j.may(t.Ceiling, j.unconfirmed(what, t.Absence))
	case holds == Unsaid:
		j.may(t.Ceiling, missing("leave", what))
	default:
		j.lower(t.Ceiling)
	}
}

func (j *judge) shortService(t *Time) {
	worked, excepted, sure := j.rec.Worked, rule.Int(0), true
	what := text("thời gian làm việc trong năm", "the months worked in the year")
	for _, l := range j.rec.Leave {
		switch {
		case l.Reason == 0 || slices.Contains(t.Except, l.Reason) && !l.Months.Known():
			sure = false
		case slices.Contains(t.Except, l.Reason):
			excepted = excepted.Add(l.Months)
		}
	}
	worked = worked.Add(excepted)
	short := No
	switch {
	case !worked.Known():
		short = Unsaid
	case worked.Cmp(t.Least) >= 0:
	case !sure:
		short = Unsaid
	default:
		short = Yes
	}
	used := j.usable(t.Short)
	j.step(Step{Kind: Service, Holds: short, Value: worked.Fraction(), time: t, excepted: excepted, cell: &t.Short, Used: used})
	switch {
	case short == No:
	case !used:
		j.blocked = true
		j.may(failed, j.unconfirmed(what, t.Short))
	case short == Unsaid:
		j.blocked = true
		j.may(failed, missing("worked", what))
	default:
		j.res.notRated = true
	}
}
