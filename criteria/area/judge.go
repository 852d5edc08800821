package area

import (
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// judge is one classification in the making.
type judge struct {
	d   Decree
	c   *Commune
	out Result

	national    map[string]value
	mountainous Tally
}

func (j *judge) broken(c rule.Code, at rule.Path, args ...rule.Arg) {
	j.out.Findings = append(j.out.Findings, table.Broken(c, at, args...))
}

func (j *judge) undecided(at rule.Path, vi, en string) {
	j.out.Findings = append(j.out.Findings, table.Undecided(ErrMissing, at, rule.A("what", rule.Text{Vi: vi, En: en})))
}

// line judges one condition by its facts. Where all asks for it, every test must hold that
// applies; otherwise one is enough.
func (j *judge) line(c *Condition, facts map[string]value, all bool) Line {
	l := Line{No: c.No, Name: c.Name, Compared: make([]Compared, len(c.Tests)), Source: c.Source, Confidence: c.Confidence}
	verdicts := make([]criteria.Verdict, len(c.Tests))
	for i, t := range c.Tests {
		l.Compared[i] = j.compare(t, facts[t.Fact])
		verdicts[i] = l.Compared[i].Verdict
	}
	l.Verdict = joined(verdicts, all)
	return l
}

// joined is Kleene's logic over the tests that apply.
func joined(verdicts []criteria.Verdict, all bool) criteria.Verdict {
	decides, otherwise := criteria.Met, criteria.NotMet
	if all {
		decides, otherwise = otherwise, decides
	}
	applies := slices.DeleteFunc(slices.Clone(verdicts), func(v criteria.Verdict) bool { return v == criteria.NotApplicable })
	switch {
	case len(applies) == 0:
		return criteria.NotApplicable
	case slices.Contains(applies, decides):
		return decides
	case slices.Contains(applies, criteria.Unknown):
		return criteria.Unknown
	}
	return otherwise
}

// compare holds a fact against its bound, or against both where the region is not given.
func (j *judge) compare(t Test, v value) Compared {
	out := Compared{Fact: t.Fact, Value: v.number, Relation: t.Relation}
	if v.none {
		out.Verdict = criteria.NotApplicable
		return out
	}
	if t.Fact == "income" && j.d.IncomeAtHalf {
		out.Relation = AtMost
	}
	bounds := []rule.Fraction{t.Bound}
	switch {
	case t.Mekong.Known() && j.c.Region == criteria.DBSCL:
		bounds = []rule.Fraction{t.Mekong}
	case t.Mekong.Known() && j.c.Region == 0:
		bounds = append(bounds, t.Mekong)
	}
	for i, b := range bounds {
		if t.National != "" {
			b = b.Mul(j.national[t.National].number)
		}
		verdict := out.Relation.holds(v, b)
		if out.Limit = b; i > 0 {
			if out.Limit = (rule.Fraction{}); verdict != out.Verdict {
				verdict = criteria.Unknown
			}
		}
		out.Verdict = verdict
	}
	return out
}

// villages judges the villages that are listed and counts them.
func (j *judge) villages() {
	j.national = j.c.values()
	vs := &j.c.Villages
	for i := range vs.Each {
		facts := vs.Each[i].values()
		v := VillageLine{ID: vs.Each[i].ID, Ethnic: j.line(&ethnicVillage, facts, false), Mountainous: j.line(&highVillage, facts, false)}
		hold, open := 0, 0
		for n := range three {
			l := j.line(&three[n], facts, false)
			v.Conditions = append(v.Conditions, l)
			hold, open = hold+is(l.Verdict, criteria.Met), open+is(l.Verdict, criteria.Unknown)
		}
		v.Difficult = joined([]criteria.Verdict{joined([]criteria.Verdict{v.Ethnic.Verdict, v.Mountainous.Verdict}, false), reaches(hold, hold+open, 2)}, true)
		j.out.Villages = append(j.out.Villages, v)
	}
	j.out.Difficult = j.tally(vs.Difficult, "villages.difficult", func(v VillageLine) criteria.Verdict { return v.Difficult })
	j.mountainous = j.tally(vs.Mountainous, "villages.mountainous", func(v VillageLine) criteria.Verdict { return v.Mountainous.Verdict })
	j.out.Half = j.out.Difficult.reaches(1, 2)
}

func is(v, want criteria.Verdict) int {
	if v == want {
		return 1
	}
	return 0
}

// reaches says whether a number between least and most is bound or more.
func reaches(least, most, bound int) criteria.Verdict {
	switch {
	case least >= bound:
		return criteria.Met
	case most < bound:
		return criteria.NotMet
	}
	return criteria.Unknown
}

// tally counts the villages of a kind. One that is not listed can be of it; a count that is
// given is taken where the list allows it.
func (j *judge) tally(count rule.Number, at rule.Path, kind func(VillageLine) criteria.Verdict) Tally {
	t := Tally{Total: j.c.Villages.Total, Most: maxVillages}
	if n, known := whole(t.Total); known {
		t.Most = n
	}
	for _, v := range j.out.Villages {
		t.Least += is(kind(v), criteria.Met)
		t.Most -= is(kind(v), criteria.NotMet)
	}
	n, known := whole(count)
	switch {
	case !known:
	case n < t.Least || n > t.Most:
		j.broken(ErrCount, at, rule.A("count", count), rule.A("least", t.Least), rule.A("most", t.Most))
	default:
		t.Least, t.Most = n, n
	}
	return t
}

// reaches says whether the villages of a kind are so much of all or more.
func (t Tally) reaches(part, of int) criteria.Verdict {
	total, known := whole(t.Total)
	if !known || total == 0 {
		return criteria.Unknown
	}
	switch {
	case t.Least*of >= total*part:
		return criteria.Met
	case t.Most*of < total*part:
		return criteria.NotMet
	}
	return criteria.Unknown
}

// commune judges whether the commune belongs to the region, and its twelve conditions.
func (j *judge) commune() {
	o := &j.out
	o.Ethnic = j.line(&ethnicCommune, j.national, false)
	o.Mountainous = j.line(&highCommune, j.national, false)
	share := Compared{Fact: "villages.mountainous", Relation: AtLeast, Limit: rule.Ratio(200, 3), Verdict: j.mountainous.reaches(2, 3)}
	if total, known := whole(j.mountainous.Total); known && total > 0 && j.mountainous.Least == j.mountainous.Most {
		share.Value = rule.Ratio(int64(100*j.mountainous.Least), int64(total))
	}
	o.Mountainous.Compared = append(o.Mountainous.Compared, share)
	o.Mountainous.Verdict = joined([]criteria.Verdict{o.Mountainous.Verdict, share.Verdict}, false)
	o.Belongs = joined([]criteria.Verdict{o.Ethnic.Verdict, o.Mountainous.Verdict}, false)
	for i := range twelve {
		c := &twelve[i]
		l := j.line(c, j.national, c.No == 8 && j.d.BothBoarding)
		o.Conditions = append(o.Conditions, l)
		o.Least += is(l.Verdict, criteria.Met)
		o.Most += is(l.Verdict, criteria.Met) + is(l.Verdict, criteria.Unknown)
		j.readings(c, l)
	}
}

// readings names a reading whose alternative would change the condition.
func (j *judge) readings(c *Condition, l Line) {
	say := func(code rule.Code, at rule.Path) {
		taken := rule.Text{Vi: "tính là có khó khăn", En: "the condition is taken to hold"}
		if l.Verdict != criteria.Met {
			taken = rule.Text{Vi: "không tính là có khó khăn", En: "the condition is taken not to hold"}
		}
		j.out.Findings = append(j.out.Findings, table.Advice(code, at, rule.A("taken", taken)))
	}
	switch first := l.Compared[0]; {
	case c.No == 1 && first.Value.Known() && first.Limit.Known() && first.Value.Cmp(first.Limit) == 0:
		say(AdviceIncomeAtHalf, "income")
	case c.No == 8 && is(first.Verdict, criteria.Met)+is(l.Compared[1].Verdict, criteria.Met) == 1 && is(first.Verdict, criteria.NotMet)+is(l.Compared[1].Verdict, criteria.NotMet) == 1:
		say(AdviceBoarding, "boarding")
	}
}

// areaOf is Điều 8 for a commune that belongs to the region.
func areaOf(hold int, half bool) criteria.Area {
	switch {
	case hold >= 6, hold >= 3 && half:
		return criteria.AreaIII
	case hold >= 3:
		return criteria.AreaII
	}
	return criteria.AreaI
}

func either(v criteria.Verdict) []bool {
	switch v {
	case criteria.Met:
		return []bool{true}
	case criteria.Unknown:
		return []bool{true, false}
	}
	return []bool{false}
}

// decide gives the area where all that is not known leaves the same one.
func (j *judge) decide() {
	o := &j.out
	var open [criteria.AreaIII + 1]bool
	for _, in := range either(o.Belongs) {
		for hold := o.Least; hold <= o.Most; hold++ {
			for _, half := range either(o.Half) {
				at := criteria.OutsideAreas
				if in {
					at = areaOf(hold, half)
				}
				open[at] = true
			}
		}
	}
	if o.Findings.Has(rule.Broken) || o.on.IsZero() {
		open = [...]bool{criteria.OutsideAreas: true, criteria.AreaI: true, criteria.AreaII: true, criteria.AreaIII: true}
	}
	for a := criteria.OutsideAreas; a <= criteria.AreaIII; a++ {
		if open[a] {
			o.Possible = append(o.Possible, a)
		}
	}
	switch {
	case len(o.Possible) == 1:
		o.Area = o.Possible[0]
	case !o.Findings.Has(rule.Broken):
		j.nameMissing()
	}
	if o.Listed.Area != 0 && !slices.Contains(o.Possible, o.Listed.Area) {
		o.Findings = append(o.Findings, table.Advice(AdviceDiffers, "listed.area", rule.A("listed", o.Listed.Area), rule.A("computed", said(o.Possible))))
	}
}

// said names areas: "khu vực II, khu vực III".
func said(areas []criteria.Area) rule.Text {
	in := func(l rule.Lang) string {
		words := make([]string, len(areas))
		for i, a := range areas {
			words[i] = a.In(l)
		}
		return strings.Join(words, ", ")
	}
	return rule.Text{Vi: in(rule.Vi), En: in(rule.En)}
}

// nameMissing says which facts would decide.
func (j *judge) nameMissing() {
	o := &j.out
	if o.Belongs == criteria.Unknown {
		j.undecided("ethnic", "tỷ lệ người dân tộc thiểu số, độ cao", "the share of ethnic minorities, or the height of the land")
	}
	if o.Belongs == criteria.NotMet {
		return
	}
	halves := either(o.Half)
	if areaOf(o.Least, halves[0]) != areaOf(o.Most, halves[0]) || areaOf(o.Least, halves[len(halves)-1]) != areaOf(o.Most, halves[len(halves)-1]) {
		for i, l := range o.Conditions {
			if l.Verdict == criteria.Unknown {
				j.missingFacts(&twelve[i], l)
			}
		}
	}
	if len(halves) > 1 && o.Most >= 3 && o.Least < 6 {
		switch {
		case !o.Difficult.Total.Known():
			j.undecided("villages.total", "tổng số thôn", "the number of villages")
		default:
			j.undecided("villages", "số thôn đặc biệt khó khăn", "the number of especially difficult villages")
		}
	}
}

// missingFacts names what one condition still needs.
func (j *judge) missingFacts(c *Condition, l Line) {
	for i, t := range c.Tests {
		if l.Compared[i].Verdict != criteria.Unknown {
			continue
		}
		fact := j.national[t.Fact]
		switch of := j.national[t.National]; {
		case !fact.number.Known() && t.Relation != Fails || fact.verdict == criteria.Unknown && t.Relation == Fails:
			j.undecided(fact.at, "số liệu của điều kiện "+strconv.Itoa(c.No)+": "+c.Name.Vi, "the fact of condition "+strconv.Itoa(c.No)+": "+c.Name.En)
		case t.National != "" && !of.number.Known():
			j.undecided(of.at, "mức của cả nước", "the average of the country")
		default:
			j.undecided("region", "vùng của xã", "the region of the commune")
		}
	}
}
