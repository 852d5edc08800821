package area

import (
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

const (
	maxVillages = 1_000         // of a commune
	maxCount    = 1_000_000_000 // people, households
)

var (
	whyPercent   = rule.Text{Vi: "tỷ lệ từ 0 đến 100", En: "a percentage is 0 to 100"}
	whyHalf      = rule.Text{Vi: "phải ghi cả phần (part) và tổng (whole)", En: "give both part and whole"}
	whyPart      = rule.Text{Vi: "phần từ 0 đến tổng, tổng lớn hơn 0", En: "the part is 0 to the whole, and the whole above 0"}
	whyWhole     = rule.Text{Vi: "phải là số nguyên từ 0 đến 1.000.000.000", En: "it must be a whole number from 0 to 1,000,000,000"}
	whyAmbiguous = rule.Text{Vi: "ba chữ số sau dấu chấm, không rõ là hàng nghìn hay phần thập phân; ghi số liền nhau", En: "three digits after a dot may be thousands or decimals; write the digits without a dot"}
	whyNone      = rule.Text{Vi: "ghi «none» thì không ghi số", En: "none has no number beside it"}
	whyAlways    = rule.Text{Vi: "điều kiện này luôn áp dụng, không ghi «none»", En: "this always applies: it cannot be none"}
	whyNegative  = rule.Text{Vi: "phải lớn hơn 0", En: "it must be above 0"}
	whyPeople    = rule.Text{Vi: "khác số người ghi ở «ethnic.part»", En: "not the number that ethnic.part gives"}
	whyVillages  = rule.Text{Vi: "phải là số nguyên từ 0 đến 1.000", En: "it must be a whole number from 0 to 1,000"}

	whyNoDecision = rule.Text{Vi: "thiếu số hiệu quyết định phê duyệt", En: "the number of the decision is missing"}
	whyLater      = rule.Text{Vi: "quyết định ra sau ngày xét", En: "the decision is later than the day asked about"}
)

// given is a rate at its place. A measured one (land, roads) may have decimals in its parts;
// may says that there can be nothing of the kind.
type given struct {
	at       rule.Path
	rate     Rate
	measured bool
	may      bool
}

func (c *Commune) rates() []given {
	return []given{
		{at: "national.poverty", rate: c.National.Poverty}, {at: "ethnic", rate: c.Ethnic}, {at: "high", rate: c.High, measured: true},
		{at: "poverty", rate: c.Poverty}, {at: "electricity", rate: c.Electricity}, {at: "cleanWater", rate: c.CleanWater},
		{at: "toilets", rate: c.Toilets}, {at: "roads", rate: c.Roads, measured: true}, {at: "roadsDegraded", rate: c.RoadsDegraded, measured: true},
		{at: "schools", rate: c.Schools}, {at: "boarding", rate: c.Boarding, may: true}, {at: "semiBoarding", rate: c.SemiBoarding, may: true},
		{at: "irrigation", rate: c.Irrigation, measured: true, may: true}, {at: "internet", rate: c.Internet},
	}
}

func (v *Village) rates(at rule.Path) []given {
	return []given{
		{at: at.Key("ethnic"), rate: v.Ethnic}, {at: at.Key("high"), rate: v.High, measured: true}, {at: at.Key("steep"), rate: v.Steep, measured: true},
		{at: at.Key("poverty"), rate: v.Poverty}, {at: at.Key("roads"), rate: v.Roads, measured: true}, {at: at.Key("electricity"), rate: v.Electricity},
	}
}

// checkForm finds what the record contradicts.
func (j *judge) checkForm() {
	c := j.c
	for _, g := range c.rates() {
		j.checkRate(g)
	}
	if why, ok := count(c.EthnicPeople, maxCount, whyWhole); !ok {
		j.broken(ErrRate, "ethnicPeople", rule.A("why", why))
	} else if c.EthnicPeople.Known() && c.Ethnic.Part.Known() && c.EthnicPeople.Cmp(c.Ethnic.Part) != 0 {
		j.broken(ErrRate, "ethnicPeople", rule.A("why", whyPeople))
	}
	for _, v := range []value{{at: "income", number: c.Income.Fraction()}, {at: "national.income", number: c.National.Income.Fraction()}} {
		if v.number.Known() && v.number.Sign() <= 0 {
			j.broken(ErrRate, v.at, rule.A("why", whyNegative))
		}
	}
	if p := c.National.Poverty.value(""); p.number.Known() && p.number.Sign() == 0 {
		j.broken(ErrRate, "national.poverty", rule.A("why", whyNegative))
	}
	for _, v := range []value{{at: "health", verdict: c.Health}, {at: "culture", verdict: c.Culture}} {
		if v.verdict == criteria.NotApplicable {
			j.broken(ErrVerdict, v.at)
		}
	}
	j.checkVillages()
	switch l := c.Listed; {
	case l.Area == 0:
	case l.By.Number == "":
		j.broken(ErrListed, "listed.by", rule.A("why", whyNoDecision))
	case rule.IsDay(l.By.Date) && rule.IsDay(c.On) && l.By.Date.After(c.On):
		j.broken(ErrListed, "listed.by", rule.A("why", whyLater))
	}
}

func (j *judge) checkVillages() {
	vs := &j.c.Villages
	for _, n := range []struct {
		at rule.Path
		n  rule.Number
	}{{"villages.total", vs.Total}, {"villages.difficult", vs.Difficult}, {"villages.mountainous", vs.Mountainous}} {
		if why, ok := count(n.n, maxVillages, whyVillages); !ok {
			j.broken(ErrRate, n.at, rule.A("why", why))
		}
	}
	if total, known := whole(vs.Total); known && (total < len(vs.Each) || total == 0) {
		j.broken(ErrCount, "villages.total", rule.A("count", vs.Total), rule.A("least", max(1, len(vs.Each))), rule.A("most", maxVillages))
	}
	seen := map[string]bool{}
	for i := range vs.Each {
		v, at := &vs.Each[i], rule.Path("villages.each").Index(i)
		id := rule.Normal(v.ID)
		if seen[id] {
			j.broken(ErrVillage, at.Key("id"), rule.A("id", rule.Shorten(v.ID)))
		}
		seen[id] = true
		for _, g := range v.rates(at) {
			j.checkRate(g)
		}
	}
}

// count reports whether a number can be one of people or villages, and why not; one that is
// not given can.
func count(n rule.Number, most int64, why rule.Text) (rule.Text, bool) {
	switch {
	case !n.Known():
		return rule.Text{}, true
	case n.Places() == 3:
		return whyAmbiguous, false
	}
	return why, n.Sign() >= 0 && n.Decimal().IsInteger() && n.Cmp(rule.Int(most)) <= 0
}

// whole is a number of villages as an int; false where it is not given or none.
func whole(n rule.Number) (int, bool) {
	if _, ok := count(n, maxVillages, whyVillages); !ok || !n.Known() {
		return 0, false
	}
	return int(n.Decimal().IntPart()), true
}

func (j *judge) checkRate(g given) {
	r := g.rate
	fault := func(why rule.Text) { j.broken(ErrRate, g.at, rule.A("why", why)) }
	countOf := func(n rule.Number) bool {
		why, ok := count(n, maxCount, whyWhole)
		if !ok && !g.measured {
			fault(why)
		}
		return ok || g.measured
	}
	numbers := r.Percent.Known() || r.Part.Known() || r.Whole.Known()
	switch {
	case r.None && !g.may:
		fault(whyAlways)
	case r.None && numbers:
		fault(whyNone)
	case r.Part.Known() != r.Whole.Known():
		fault(whyHalf)
	case !countOf(r.Part), !countOf(r.Whole):
	case r.Part.Known() && (r.Part.Sign() < 0 || r.Whole.Sign() <= 0 || r.Part.Cmp(r.Whole) > 0):
		fault(whyPart)
	case r.Percent.Known() && (r.Percent.Sign() < 0 || r.Percent.Cmp(rule.Int(100)) > 0):
		fault(whyPercent)
	case r.Part.Known():
		exact := r.value("").number
		if kind := rule.Stated(r.Percent, exact, exact); kind == rule.Broken || kind == rule.Advice {
			j.out.Findings = append(j.out.Findings, table.Finding(kind, ErrStated, g.at.Key("percent"), rule.A("stated", r.Percent), rule.A("computed", exact)))
		}
	}
}
