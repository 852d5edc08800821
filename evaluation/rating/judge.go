package rating

import (
	"maps"
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// Rate rates a record by the law of its year. The error is misuse: a regime of the host that
// contradicts itself ([ErrUnusable]), a day of rating that does not exist ([rule.ErrNotADay]).
// Where no law rates the person, where a fact is missing
// or where the authority decides, the rating is Unrated and the findings say why.
func (b Rulebook) Rate(rec Record) (Result, error) {
	if !rec.On.IsZero() {
		if err := rule.CheckDay(rec.On); err != nil {
			return Result{}, err
		}
	}
	if b.Own != nil {
		if faults := b.Own.Faults(); faults.Has(rule.Broken) {
			return Result{}, rule.NewMisuse(ErrUnusable, rule.Text{Vi: rule.Tell(faults, rule.Vi), En: rule.Tell(faults, rule.En)})
		}
		own := b.Own.Clone()
		b.Own = &own
	}
	rec = rec.clone()
	j := judge{b: b, floor: b.Accept.Floor(), rec: &rec}
	j.res = Result{record: &rec, rulebook: b, low: failed, high: excellent}
	j.checkForm()
	if j.res.regime = j.which(); j.res.regime != nil {
		j.r = j.res.regime
		j.res.steps = make([]Step, 0, len(j.r.Conditions)+len(j.r.Bars)+4)
		j.level()
		j.bars()
		j.quarters()
		j.head()
		j.service()
		j.conclude()
	}
	j.notes()
	return j.res, nil
}

// judge is one rating in the making. Everything that may lower moves the lower bound; what
// surely does moves both.
type judge struct {
	b     Rulebook
	floor rule.Confidence
	rec   *Record
	r     *Regime
	res   Result
	// pending is what keeps the bounds apart, with the level to which it may lower.
	pending []pending
	blocked bool // whether the person is rated at all is not known
	mean    rule.Fraction
	partial bool             // a month that was worked has no score, so the mean is not known
	overlap bool             // a month appears twice, so there is no mean
	lacking rule.Findings    // what the scores of the periods lack
	bad     map[Measure]bool // shares that cannot be used
}

type pending struct {
	level evaluation.Rating
	rule.Finding
}

func (j *judge) add(f rule.Finding) { j.res.findings = append(j.res.findings, f) }

func (j *judge) step(s Step) { j.res.steps = append(j.res.steps, s) }

// lower lowers both bounds to a level.
func (j *judge) lower(level evaluation.Rating) {
	j.res.high, j.res.low = min(j.res.high, level), min(j.res.low, level)
}

// may lowers the lower bound alone, for the reason of a finding.
func (j *judge) may(level evaluation.Rating, f rule.Finding) {
	j.res.low = min(j.res.low, level)
	j.pending = append(j.pending, pending{level, f})
}

func missing(at rule.Path, what any) rule.Finding {
	return table.Undecided(ErrMissing, at, rule.A("what", what))
}

func text(vi, en string) rule.Text { return rule.Text{Vi: vi, En: en} }

// usable reports whether a cell is known well enough.
func (j *judge) usable(c Cell) bool { return c.Confidence >= j.floor }

// unconfirmed is the finding that a row is not used.
func (j *judge) unconfirmed(what any, c Cell) rule.Finding {
	return table.Undecided(ErrUnconfirmed, "", rule.A("what", what), rule.A("confidence", c.Confidence))
}

// which is the regime of the record; nil where none rates it, with the reason.
func (j *judge) which() *Regime {
	if j.b.Own != nil {
		return j.b.Own
	}
	rec := j.rec
	if rec.Personnel == 0 {
		j.add(table.Undecided(ErrWhichRegime, "personnel", rule.A("what", text("đối tượng được xếp loại", "who is rated"))))
		return nil
	}
	row, lacking := reach(rec)
	for _, what := range lacking {
		j.add(table.Undecided(ErrWhichRegime, "", rule.A("what", what)))
	}
	if row == nil {
		return nil
	}
	j.res.reach = row
	switch {
	case row.None:
		j.add(table.Advice(AdviceNoRegime, "personnel", rule.A("personnel", rec.Personnel), rule.A("why", row.Gap)))
		return nil
	case row.Regime == "":
		j.add(table.Undecided(ErrNotHeld, "personnel", rule.A("personnel", rec.Personnel), rule.A("year", rec.Year), rule.A("why", row.Gap)))
		return nil
	}
	for i := range national {
		if national[i].ID == row.Regime {
			return &national[i]
		}
	}
	return nil
}

// checkForm finds what the record contradicts.
func (j *judge) checkForm() {
	rec := j.rec
	for _, m := range slices.Sorted(maps.Keys(rec.Shares)) {
		s, at := rec.Shares[m], rule.Path("shares").Key(string(m))
		if !listed(measures, m) {
			j.add(table.Broken(ErrUnlisted, at, rule.A("code", string(m))))
		}
		if s.Part.Known() && s.Whole.Known() && (s.Part.Sign() < 0 || s.Whole.Sign() <= 0 || s.Part.Cmp(s.Whole) > 0) {
			j.add(table.Broken(ErrShare, at, rule.A("part", s.Part), rule.A("whole", s.Whole)))
			if j.bad == nil {
				j.bad = map[Measure]bool{}
			}
			j.bad[m] = true
		}
	}
	for _, f := range slices.Sorted(maps.Keys(rec.Facts)) {
		if !listed(facts, f) {
			j.add(table.Broken(ErrUnlisted, rule.Path("facts").Key(string(f)), rule.A("code", string(f))))
		}
	}
	twelve := rule.Int(12)
	month := func(n rule.Number, at rule.Path) {
		if n.Known() && (n.Sign() < 0 || n.Cmp(twelve) > 0) {
			j.add(table.Broken(ErrMonths, at, rule.A("months", n)))
			j.blocked = true
		}
	}
	month(rec.Worked, "worked")
	for i, l := range rec.Leave {
		month(l.Months, rule.Path("leave").Index(i).Key("months"))
	}
	j.periods()
}

// periods checks that no month is counted twice.
func (j *judge) periods() {
	var taken [13]bool
	for i, p := range j.rec.Periods {
		for m := p.First; m < p.First+p.Months; m++ {
			if m < 1 || m > 12 || taken[m] {
				j.add(table.Broken(ErrPeriods, rule.Path("periods").Index(i), rule.A("why", text("tháng ghi hai lần hoặc ngoài năm", "a month appears twice, or lies outside the year"))))
				j.overlap = true
				break
			}
			taken[m] = true
		}
	}
}

// yearMean takes the mean of the months and quarters.
func (j *judge) yearMean() {
	periods := j.rec.Periods
	if len(periods) == 0 || !j.byMean() {
		return
	}
	once, by := rule.Ratio(0, 1), rule.Ratio(0, 1)
	total, of := int64(0), make([]scored, len(periods))
	for i := range periods {
		p := &periods[i]
		of[i] = scored{Period: p, score: j.periodScore(i)}
		n := int64(p.Months)
		total += n
		by = by.Add(of[i].score.Mul(rule.Ratio(n, 1)))
		once = once.Add(of[i].score)
	}
	if !by.Known() || j.overlap {
		return
	}
	// Part of a month need not be followed by itself.
	worked := j.rec.Worked
	if !worked.Known() {
		worked = rule.Int(12)
	}
	if worked.Cmp(rule.Int(total+1)) >= 0 {
		j.partial = true
		return
	}
	months := by.Quo(rule.Ratio(total, 1))
	once = once.Mul(rule.Ratio(1, int64(len(periods))))
	j.mean = months
	if j.b.EachPeriodOnce {
		j.mean = once
	} else if months.Cmp(once) != 0 {
		j.add(table.Advice(AdviceMean, "periods", rule.A("used", months), rule.A("other", once)))
	}
	j.step(Step{Kind: OfMean, Holds: Yes, Value: j.mean, cell: &j.r.Mean, Used: true, of: of, once: j.b.EachPeriodOnce})
}

// byMean reports whether the regime makes the score of the year of its periods.
func (j *judge) byMean() bool { return !j.r.Mean.isZero() && j.usable(j.r.Mean) }

// score is the exact score of the year: the one given, or the mean.
func (j *judge) score() rule.Fraction {
	given := j.rec.Score
	byMean := j.byMean()
	switch {
	case given.Known() && byMean && j.mean.Known() && given.Cmp(j.mean) != 0:
		j.add(table.Broken(ErrMean, "score", rule.A("stated", given), rule.A("computed", j.mean)))
		return rule.Fraction{}
	case !given.Known() && byMean:
		given = j.mean
	}
	if !given.Known() {
		return given
	}
	low, high := j.r.Bands[len(j.r.Bands)-1].From, j.r.Bands[0].To
	if given.Cmp(low.Fraction()) < 0 || given.Cmp(high.Fraction()) > 0 {
		j.add(table.Broken(ErrScore, "score", rule.A("score", given), rule.A("low", low), rule.A("high", high)))
		return rule.Fraction{}
	}
	return given
}

// level finds the level before anything lowers it.
func (j *judge) level() {
	switch {
	case j.r.ByAuthority != rule.Text{}:
		j.may(failed, table.Undecided(ErrAuthorityDecides, "", rule.A("why", j.r.ByAuthority)))
	case len(j.r.Bands) > 0:
		j.byPoints()
	default:
		j.byConditions()
	}
}

func (j *judge) byPoints() {
	j.yearMean()
	j.res.score = j.score()
	if !j.res.score.Known() {
		if j.lacking != nil && !j.rec.Score.Known() {
			for _, f := range j.lacking {
				j.may(failed, f)
			}
			return
		}
		what := missing("score", text("điểm của năm", "the score of the year"))
		if j.partial && !j.rec.Score.Known() && j.byMean() {
			what = missing("periods", text("điểm của các tháng, quý còn lại đã làm việc", "the scores of the other months or quarters that were worked"))
		}
		j.may(failed, what)
		return
	}
	for i := range j.r.Bands {
		b := &j.r.Bands[i]
		if !b.holds(j.res.score) {
			continue
		}
		j.step(Step{Kind: InBand, For: b.Rating, Holds: Yes, Value: j.res.score, band: b, cell: &b.Cell, Used: j.usable(b.Cell)})
		if !j.usable(b.Cell) {
			j.may(failed, j.unconfirmed(text("khung điểm", "the bands"), b.Cell))
			return
		}
		j.accepted(text("khung điểm", "the bands"), b.Cell)
		j.res.band, j.res.low, j.res.high = b.Rating, b.Rating, b.Rating
		switch v, why := j.demands(b.Rating); v {
		case No:
			j.may(failed, table.Undecided(ErrAuthorityDecides, "", rule.A("why",
				text("điểm thuộc khung nhưng không đạt điều kiện khác của mức", "the score is in the band, and another condition of the level is not met"))))
		case Unsaid:
			for _, f := range why {
				j.may(failed, f)
			}
		}
		return
	}
}

// byConditions takes the highest level whose conditions all hold.
func (j *judge) byConditions() {
	j.res.high, j.res.low = evaluation.Unrated, evaluation.Unrated
	var open []pending
	for _, l := range []evaluation.Rating{excellent, good, completed} {
		v, why := j.demands(l)
		if v != No {
			j.res.high = max(j.res.high, l)
		}
		if v == Yes {
			j.res.low = l
			break
		}
		for _, f := range why {
			open = append(open, pending{l - 1, f})
		}
	}
	switch {
	case j.res.high == evaluation.Unrated:
		j.res.high, j.res.low = completed, completed
		j.may(failed, table.Undecided(ErrNoLevel, ""))
	case j.res.low == evaluation.Unrated:
		j.res.low = failed
	}
	for _, p := range open {
		j.pending = append(j.pending, pending{min(p.level, j.res.low), p.Finding})
	}
}

// demands is whether all conditions of a level hold, and what keeps it open.
func (j *judge) demands(level evaluation.Rating) (YesNo, rule.Findings) {
	all, why := Yes, rule.Findings(nil)
	for i := range j.r.Conditions {
		c := &j.r.Conditions[i]
		if c.For != level {
			continue
		}
		mine, stated := j.about(c.Who)
		if stated && !mine {
			continue
		}
		holds, value := j.ask(&c.Test)
		used := j.usable(c.Cell)
		j.step(Step{Kind: OfLevel, For: level, Test: c.Test, Holds: holds, Value: value, cell: &c.Cell, Used: used})
		switch {
		case !used:
			all, why = weakest(all, Unsaid), append(why, j.unconfirmed(c.Test, c.Cell))
		case !stated:
			all, why = weakest(all, Unsaid), append(why, missing("post", text("chức vụ", "the post")))
		case holds == Unsaid:
			all, why = weakest(all, Unsaid), append(why, missing(c.path(), c.Test))
		default:
			j.accepted(c.Test, c.Cell)
			all = weakest(all, holds)
		}
	}
	return all, why
}

// weakest is No before Unsaid before Yes.
func weakest(a, b YesNo) YesNo {
	switch {
	case a == No || b == No:
		return No
	case a == Unsaid || b == Unsaid:
		return Unsaid
	}
	return Yes
}

// about reports whether a row is about the person, and whether that is stated.
func (j *judge) about(w Who) (mine, stated bool) {
	switch {
	case w == Everybody:
		return true, true
	case j.rec.Post == 0:
		return false, false
	}
	return (w == Managers) == (j.rec.Post != Staff), true
}

// ask answers a test, with the share in percent that was compared.
func (j *judge) ask(t *Test) (YesNo, rule.Fraction) {
	if t.Measure != "" {
		value := j.rec.Shares[t.Measure].percent()
		switch {
		case !value.Known() || j.bad[t.Measure]:
			return Unsaid, rule.Fraction{}
		case t.Op.holds(value.Cmp(t.Percent.Fraction())):
			return Yes, value
		}
		return No, value
	}
	said := j.rec.Facts[t.Fact]
	if t.Fact == Disciplined {
		said = j.disciplined()
	}
	switch said {
	case Unsaid:
		return Unsaid, rule.Fraction{}
	case t.Is:
		return Yes, rule.Fraction{}
	}
	return No, rule.Fraction{}
}

// accepted tells that a row is used below the normal floor.
func (j *judge) accepted(what any, c Cell) {
	if !c.Confidence.Confirmed() {
		j.add(table.Advice(AdviceAccepted, "", rule.A("what", what), rule.A("confidence", c.Confidence)))
	}
}

// conclude gives the rating where the bounds meet, else what keeps them apart.
func (j *judge) conclude() {
	res := &j.res
	if res.notRated && !j.blocked {
		return
	}
	if res.low == res.high && !j.blocked {
		res.rating = res.high
		return
	}
	told := map[string]bool{}
	for _, p := range j.pending {
		key := string(p.Code()) + string(p.Path) + p.String()
		if (p.level < res.high || j.blocked) && !told[key] {
			told[key] = true
			j.add(p.Finding)
		}
	}
}

// notes adds what the reader should know whatever the rating is.
func (j *judge) notes() {
	rec, res := j.rec, &j.res
	if rec.Authority == ByCentral && res.regime != nil {
		j.add(table.Advice(AdviceCentral, "authority"))
	}
	if rec.Support.Known() {
		j.add(table.Advice(AdviceSupport, "support", rule.A("score", rec.Support)))
	}
	if rec.Stated != evaluation.Unrated && res.rating != evaluation.Unrated && rec.Stated != res.rating {
		j.add(table.Broken(ErrStated, "stated", rule.A("stated", rec.Stated), rule.A("computed", res.rating)))
	}
	if res.regime == nil {
		return
	}
	for i := range rec.Discipline {
		d := &rec.Discipline[i]
		if d.Year != rec.Year {
			continue
		}
		year := j.elsewhere(d)
		switch {
		case year != 0:
			j.step(Step{Kind: NotCounted, Holds: No, act: d.Act, year: year, cell: &j.r.ActOnce, Used: true})
			if d.CountedIn == 0 {
				j.add(table.Advice(AdviceActOnce, rule.Path("discipline").Index(i), rule.A("act", d.Act), rule.A("year", year)).Citing(j.r.ActOnce.Source))
			}
		case d.Former && !j.r.FormerUnit.isZero() && j.usable(j.r.FormerUnit):
			j.step(Step{Kind: NotCounted, Holds: No, act: d.Act, cell: &j.r.FormerUnit, Used: true})
		case rec.Facts[Disciplined] == No && j.countsHere(d) == Yes:
			j.add(table.Broken(ErrContradiction, "facts."+rule.Path(Disciplined)))
		}
	}
}
