package criteriatest

import (
	"maps"
	"math/big"
	"slices"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// opinion is what the evaluator thinks of one demand: a verdict, and for Unknown
// everything that leaves it open.
type opinion struct {
	verdict criteria.Verdict
	why     []criteria.Reason
}

func open(why ...criteria.Reason) opinion { return opinion{criteria.Unknown, why} }

func sure(v criteria.Verdict) opinion { return opinion{verdict: v} }

// evaluation is one dossier under one floor: the lowest degree of confidence at which
// a number of the table is used.
type evaluation struct {
	*setting
	f      *facts
	floor  int               // the rank of a degree
	given  map[string]record // what can be used
	misfit map[string]bool   // what is given and cannot be used
	// areaRead is the reading of the area that can be used, whether or not the profile says it.
	areaRead value
}

// evaluate forms an opinion on a dossier. The error is misuse, as that of the library.
func evaluate(t *table, f *facts, floor string) (opinions, error) {
	if err := misuse(t, f); err != nil {
		return opinions{}, err
	}
	derive := f.Profile.Group == "" && len(t.groups) > 0
	e := &evaluation{setting: t.setting(f, f.Profile.Group, derive), f: f, floor: rank(floor)}
	found := e.sift()
	if derive {
		if group := e.derivedGroup(); group != "" {
			e.setting = t.setting(f, group, derive) // other cells, which may read other keys
			found = e.sift()
		}
	}
	out := e.weigh()
	out.findings, out.facts = found, e.factsContradicted()
	for _, g := range t.groups {
		for _, c := range e.cells(g.when) {
			if derive && e.group != "" && !confirmed(c.confidence("")) && e.judgeCell(c).verdict != criteria.Unknown {
				out.grouped++
			}
		}
	}
	return out, nil
}

// factsContradicted counts the decided facts of the profile that readings contradict: the area,
// and the group where the rules of the set give another.
func (e *evaluation) factsContradicted() int {
	n := 0
	if area, ok := e.areaDecided(); ok && e.areaRead.kind != nothing && e.areaRead.values(false).apart(only(area)) {
		n++
	}
	if e.f.Profile.Group != "" && len(e.t.groups) > 0 {
		open := *e.f
		open.Profile.Group = ""
		free := &evaluation{setting: e.t.setting(&open, "", true), f: &open, floor: e.floor}
		free.sift()
		if group := free.derivedGroup(); group != "" && group != e.f.Profile.Group {
			n++
		}
	}
	return n
}

// areaDecided is the area of the profile as a number.
func (e *evaluation) areaDecided() (*big.Rat, bool) {
	i := slices.Index([]string{"outside", "I", "II", "III"}, e.f.Profile.Area)
	return big.NewRat(int64(i), 1), i >= 0
}

// misuse says why the question cannot be asked of the set.
func misuse(t *table, f *facts) error {
	stated, exists := f.day()
	switch {
	case f.Set != "" && f.Set != t.id:
		return criteria.ErrNoSet
	case f.Override != "" && (exists || !stated):
		return nil
	case !exists || !t.span.contains(f.AsOf):
		return criteria.ErrNotInForce
	case f.Year != 0 && (f.Year < t.years.From || f.Year > t.years.To):
		return criteria.ErrYear
	}
	return nil
}

// sift divides the readings into those that can be used, those that cannot, and
// those that nothing reads. What is wrong with them is listed in the order of keys.
func (e *evaluation) sift() []finding {
	e.given, e.misfit = make(map[string]record, len(e.f.Readings)), map[string]bool{}
	var found []finding
	for _, key := range slices.Sorted(maps.Keys(e.f.Readings)) {
		r := e.f.Readings[key]
		if !e.t.knows(key) {
			found = append(found, finding{criteria.ErrUnknownKey, key})
			continue
		}
		at := e.slot(key)
		late := r.day != "" && e.f.AsOf != "" && r.day > e.f.AsOf
		if key == "@area" && !late && r.value.numeric() && r.value.area() {
			e.areaRead = r.value
		}
		if at == nil {
			continue // another column, year, group or day reads it
		}
		if late {
			found = append(found, finding{criteria.ErrReadingDay, key})
			e.misfit[key] = r.value.kind != nothing
			continue
		}
		if code, ok := at.refusesVerdict(r.stated); !ok {
			found = append(found, finding{code, key})
			r.stated = criteria.Unknown
		}
		if code, ok := at.refusesValue(r.value); !ok {
			if code != "" {
				found = append(found, finding{code, key})
				e.misfit[key] = true
			}
			r.value = value{}
		}
		e.given[key] = r
	}
	if area, ok := e.areaDecided(); ok { // decided fact stands above any reading
		e.given["@area"] = record{value: value{kind: number, n: area}}
		delete(e.misfit, "@area")
	}
	return found
}

// derivedGroup is the group that the set's rules give the commune: "" where an
// attribute leaves it open or two rules claim the commune.
func (e *evaluation) derivedGroup() string {
	var claims []string
	rest := ""
	for _, g := range e.t.groups {
		if g.when == nil {
			rest = g.group
			continue
		}
		switch e.judge(g.when).verdict {
		case criteria.Met:
			claims = append(claims, g.group)
		case criteria.Unknown:
			return ""
		}
	}
	switch len(claims) {
	case 0:
		return rest
	case 1:
		return claims[0]
	default:
		return ""
	}
}

// judge forms an opinion on a demand.
func (e *evaluation) judge(d *demand) opinion {
	switch d.op {
	case unstated:
		return open(criteria.CellNotKnown)
	case "provinceSets":
		return open(criteria.ProvinceNotSet)
	case "byRegion", "byGroup", "byYear", "byZone":
		then, why := e.chosen(d)
		if then == nil {
			return open(why)
		}
		return e.judge(then)
	case "all":
		return join(e.opinions(d.of), criteria.NotMet, criteria.Met)
	case "any":
		return join(e.opinions(d.of), criteria.Met, criteria.NotMet)
	case "firstOf":
		return e.firstOf(d.of)
	case "when":
		return e.when(e.judge(d.of[0]), e.judge(d.of[1]), e.judge(d.of[2]))
	default:
		return e.judgeCell(d.cell)
	}
}

func (e *evaluation) opinions(ds []*demand) []opinion {
	out := make([]opinion, len(ds))
	for i, d := range ds {
		out[i] = e.judge(d)
	}
	return out
}

// join is Kleene's table for all and for any: one verdict decides wherever it
// appears, Unknown stays unless something decides, and the other one holds where
// every part that applies agrees. Where no part applies, the whole does not.
func join(parts []opinion, decides, otherwise criteria.Verdict) opinion {
	var why []criteria.Reason
	apply := false
	for _, p := range parts {
		switch p.verdict {
		case decides:
			return sure(decides)
		case criteria.Unknown:
			why = append(why, p.why...)
		case otherwise:
			apply = true
		}
	}
	switch {
	case why != nil:
		return open(why...)
	case apply:
		return sure(otherwise)
	default:
		return sure(criteria.NotApplicable)
	}
}

// firstOf takes the first way that applies. A way of which that is not known stops
// the search.
func (e *evaluation) firstOf(ways []*demand) opinion {
	for _, way := range ways {
		if o := e.judge(way); o.verdict != criteria.NotApplicable {
			return o
		}
	}
	return sure(criteria.NotApplicable)
}

// when takes a branch; where the condition is open, only an answer that both
// branches give.
func (e *evaluation) when(condition, then, otherwise opinion) opinion {
	switch {
	case condition.verdict == criteria.Met:
		return then
	case condition.verdict == criteria.NotMet:
		return otherwise
	case then.verdict == otherwise.verdict && then.verdict != criteria.Unknown:
		return then
	default:
		why := slices.Concat(then.why, otherwise.why, condition.why)
		return open(append(why, criteria.AttributeOpen)...)
	}
}

// judgeCell holds the reading against the cell.
func (e *evaluation) judgeCell(c *cell) opinion {
	r := e.given[c.key]
	switch {
	case r.value.kind == notApplied && c.mayNotApply:
		return sure(criteria.NotApplicable)
	case r.foreign(c):
		return open(append(e.unusable(c), criteria.OtherStandard)...)
	case (r.value.kind == passed || r.value.kind == failed) && !c.numeric() && !c.columnDecides(e.column):
		return sure(verdictOf(r.value.kind == passed))
	}
	why := e.unusable(c)
	switch {
	case e.misfit[c.key]:
		why = append(why, criteria.Misfit)
	case r.value.kind == nothing:
		why = append(why, criteria.NoReading)
	case c.op == "pass" || !r.value.numeric():
		why = append(why, criteria.Misfit)
	}
	values := r.value.values(c.percent)
	if c.previous != "" {
		earlier := e.given[c.previous]
		before := earlier.value
		if earlier.foreign(c) || r.poverty != "" && before.kind != nothing && earlier.poverty != "" && r.poverty != earlier.poverty {
			return open(append(why, criteria.OtherStandard, criteria.NotExact, criteria.Misfit)...)
		}
		if r.value.kind != number || before.kind != number || before.n.Sign() <= 0 {
			return open(append(why, criteria.NoReading, criteria.NotExact, criteria.Misfit)...)
		}
		values = only(new(big.Rat).Quo(r.value.n, before.n))
	}
	if why != nil {
		return open(why...)
	}
	return values.against(c.allowed())
}

// unusable says why the number of the table cannot be used, if so.
func (e *evaluation) unusable(c *cell) []criteria.Reason {
	switch {
	case c.unknown:
		return []criteria.Reason{criteria.CellNotKnown}
	case c.columnDecides(e.column):
		return []criteria.Reason{criteria.RegionNotKnown}
	case c.numeric() && rank(c.confidence(e.column)) < e.floor:
		return []criteria.Reason{criteria.CellUnconfirmed}
	default:
		return nil
	}
}

// foreign reports whether the reading rests on another poverty standard than the cell.
func (r record) foreign(c *cell) bool {
	return r.value.kind != nothing && c.measured != "" && r.poverty != "" && r.poverty != c.measured
}

func verdictOf(met bool) criteria.Verdict {
	if met {
		return criteria.Met
	}
	return criteria.NotMet
}

// finding is a reading that cannot be used, and why.
type finding struct {
	code rule.Code
	key  string
}
