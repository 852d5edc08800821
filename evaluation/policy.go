package evaluation

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Policy judges how a sheet came about: who evaluated, with what signatures and
// evidence, under which regulation; and it combines the parts of a leader who helps
// several communes. Its zero value is the 2021 dispatch under the default readings, and
// demands nothing more.
type Policy struct {
	// Basis is the text by which a sheet is judged. Zero: the 2021 dispatch.
	Basis duty.Basis `json:"basis,omitzero"`

	// EachAlone reads the text so that each body may evaluate by itself; by default all
	// that bear the duty as one group take part.
	EachAlone bool `json:"eachAlone,omitempty"`
	// CadreRules reads "as regulated" as the rules on rating cadres; by default it is the
	// scoring decision in force when the sheet is published.
	CadreRules bool `json:"cadreRules,omitempty"`
	// SheetPerCommune reads the basis of the annual rating as a sheet for each commune; by
	// default it is one settled sheet for each leader and year.
	SheetPerCommune bool `json:"sheetPerCommune,omitempty"`
	// OutcomeIsCommune reads "the result of helping the commune" as the commune's own result;
	// by default it is the outcome of the support.
	OutcomeIsCommune bool `json:"outcomeIsCommune,omitempty"`

	// Evaluators are the joint evaluators where the host decides them. By default they
	// are the bodies that the matrix of the day names.
	Evaluators []org.BodyID `json:"evaluators,omitempty"`
	// JointSignature demands the dated signature of every evaluator.
	JointSignature bool `json:"jointSignature,omitempty"`
	// EvidenceDemanded demands evidence on every line that has a verified mark.
	EvidenceDemanded bool `json:"evidenceDemanded,omitempty"`
	// Combining is how the scores of several communes combine. No text says it.
	Combining Combining `json:"combining,omitzero"`
	// CommuneWeights are the weights for CombineWeighted; they need not add up to 1.
	CommuneWeights map[org.UnitCode]rule.Number `json:"communeWeights,omitempty"`
	// MinDays is the least number of days of the year on which an assignment must have been in
	// force to be scored; 0 demands none.
	MinDays int `json:"minDays,omitempty" validate:"gte=0,lte=366"`
	// Sharing is whether one fact counts for several leaders of a commune. No text says it.
	Sharing Sharing `json:"sharing,omitzero"`
}

const policyFormat = "giupxa.evaluation-policy/1"

// plainPolicy is a policy without a format version of its own.
type plainPolicy Policy

// UnmarshalJSON reads a policy and reports every fault of its form, and settings that
// contradict each other. The schema is policy.schema.json beside this package.
func (p *Policy) UnmarshalJSON(data []byte) error {
	return form.Build(data, policyFormat, (*plainPolicy)(p), func() error { return p.sense().Err() })
}

// Faults is what makes the policy none, all of it: a setting beyond its bounds, and settings
// that contradict each other. Reading reports the same. A policy made in code is asked for the
// latter by Check and CheckAll, which report them under "policy".
func (p Policy) Faults() rule.Findings { return append(form.Check(plainPolicy(p)), p.sense()...) }

// sense finds weights that nothing uses or that cannot weigh, and evaluators given twice.
func (p *Policy) sense() rule.Findings {
	var found rule.Findings
	fault := func(at rule.Path, vi, en string) {
		found = append(found, table.Broken(ErrPolicy, at, rule.A("why", rule.Text{Vi: vi, En: en})))
	}
	at, weighs := rule.Path("communeWeights"), false
	for _, commune := range slices.Sorted(maps.Keys(p.CommuneWeights)) {
		w := p.CommuneWeights[commune]
		if w.Sign() < 0 {
			fault(at.Key(string(commune)), "trọng số nhỏ hơn 0", "the weight is below zero")
		}
		weighs = weighs || !w.Known() || w.Sign() != 0
	}
	switch weighted := p.Combining == CombineWeighted; {
	case weighted && !weighs:
		fault(at, "chưa có trọng số nào lớn hơn 0", "no weight is above zero")
	case !weighted && len(p.CommuneWeights) > 0:
		fault("combining", "có trọng số mà điểm không tính theo trọng số", "there are weights, and scores are not combined by weight")
	}
	seen := make(map[org.BodyID]bool, len(p.Evaluators))
	for i, b := range p.Evaluators {
		if rule.Blank(string(b)) || seen[b] {
			fault(rule.Path("evaluators").Index(i), "cơ quan đánh giá để trống hoặc ghi hai lần", "the evaluator is blank or appears twice")
		}
		seen[b] = true
	}
	return found
}

// MarshalJSON writes the policy with its format version.
func (p Policy) MarshalJSON() ([]byte, error) { return form.Encode(policyFormat, plainPolicy(p)) }

// Edition names every setting of the policy, the text included: the version is that of
// the text.
func (p Policy) Edition() rule.Edition {
	p.Basis = p.basis()
	text := p.Basis.Edition()
	return rule.EditionOf(policyFormat+" "+text.ID, text.Version, plainPolicy(p))
}

// Check judges how one sheet came about, under the scheme by which it is scored. Who
// evaluates is what the matrix says of the day on which the sheet is published, else of
// the last signature; a sheet with neither is judged as of the last day of the rated
// year. Where the matrix is zero, of another text or of other days, who evaluates is not
// known and nobody is said to be missing. The marks themselves are judged by
// [Scheme.Score].
func (p Policy) Check(sheet Sheet, scheme Scheme, matrix duty.Matrix) rule.Findings {
	sheet.Evaluators = slices.Clone(sheet.Evaluators)
	for i := range sheet.Evaluators {
		sheet.Evaluators[i].Body = rule.Normal(sheet.Evaluators[i].Body)
	}
	day, dated := sheet.day()
	c := check{Judge: p.basis().Judge(table, day), p: p, sheet: &sheet, matrix: matrix, day: day, dated: dated}
	if on, err := matrix.On(day); err == nil {
		c.matrix, c.covers = on, true
	}
	for _, f := range p.sense().Under("policy") {
		c.Add(f)
	}
	switch sheet.About.(type) {
	case SupportWork:
		c.evaluated(duty.EvaluateWork, scheme)
	case SupportOutcome:
		c.evaluated(duty.EvaluateOutcome, scheme)
	case CommuneResult:
		if p.OutcomeIsCommune {
			c.evaluated(duty.EvaluateOutcome, scheme)
		} else {
			c.communeResult()
		}
	default:
		c.Undecided(ErrSubject, "about")
		c.asRegulated(scheme)
	}
	c.evidence()
	if days := scheme.daysOf(&sheet); days > 0 && days < p.MinDays {
		c.Advice(ErrTooShort, "span", rule.A("days", days), rule.A("least", p.MinDays))
	}
	if f, after := afterPeriod(sheet.About, p.basis().Period()); after {
		c.Add(f)
	}
	return c.Findings()
}

// check is one sheet under one policy on one day.
type check struct {
	*duty.Judge
	p      Policy
	sheet  *Sheet
	matrix duty.Matrix // of the day, where it covers it
	covers bool
	day    civil.Date
	dated  bool // the sheet itself has the day
}

func (c *check) evaluated(id rule.DutyID, scheme Scheme) {
	c.evaluators(id)
	c.asRegulated(scheme)
}

// asRegulated judges whether the scheme served when the sheet was published. A
// scheme that still serves leaves nothing to judge.
func (c *check) asRegulated(scheme Scheme) {
	if c.p.CadreRules || scheme.c == nil || scheme.c.table.Span.To.IsZero() {
		return
	}
	span := scheme.c.table.Span
	args := []rule.Arg{rule.A("document", scheme.c.table.Source), rule.A("span", span)}
	switch published := c.sheet.Published; {
	case !published.IsValid():
		c.Undecided(ErrAsRegulated, "published", args...)
	case !span.Contains(published):
		c.Broken(ErrAsRegulated, "published", args...)
	}
}

func (c *check) evidence() {
	if !c.p.EvidenceDemanded {
		return
	}
	for i, e := range c.sheet.Entries {
		if !e.Verified.IsZero() && !slices.ContainsFunc(e.Evidence, func(s string) bool { return !rule.Blank(s) }) {
			c.Broken(ErrEvidence, entryPath(i, "evidence"), rule.A("line", rule.Shorten(e.Line)))
		}
	}
}

// afterPeriod tells of a rated year of which the text does not speak any more.
func afterPeriod(about Subject, period rule.Span) (rule.Finding, bool) {
	if !isWhole(about) || period.To.IsZero() || about.rated() <= period.To.Year {
		return rule.Finding{}, false
	}
	years := strconv.Itoa(period.To.Year)
	if !period.From.IsZero() {
		years = fmt.Sprintf("%d–%d", period.From.Year, period.To.Year)
	}
	return table.Advice(AdviceAfterPeriod, "about", rule.A("period", years), rule.A("year", about.rated())), true
}

// CheckAll judges sheets together: one settled sheet for each leader and year, and facts
// that count for several leaders of one commune ([Policy.Sharing]). A sheet is settled here
// when its Settled day is given.
func (p Policy) CheckAll(sheets []Sheet) rule.Findings {
	found := p.sense().Under("policy")
	seen := map[SupportWork]bool{}
	credited := map[string]string{}
	for i, s := range sheets {
		work, ok := s.About.(SupportWork)
		if !ok {
			continue
		}
		work = work.normal()
		day, _ := s.day()
		j := p.basis().Judge(table, day)
		p.shared(j, &s, work, credited)
		if !s.Settled.IsZero() {
			leader := work
			if !p.SheetPerCommune {
				leader.Commune = ""
			}
			if seen[leader] {
				j.Broken(ErrOneSheet, "about", rule.A("year", work.Year))
			}
			seen[leader] = true
		}
		found = append(found, j.Findings().Under(rule.Path("").Index(i))...)
	}
	return found
}

// shared judges the facts of a sheet that already count for another leader.
func (p Policy) shared(j *duty.Judge, s *Sheet, work SupportWork, credited map[string]string) {
	for i := range s.Entries {
		from := s.Entries[i].From
		if from == nil {
			continue
		}
		for k, fact := range from.Facts {
			key := from.Measure.String() + " " + rule.Normal(fact)
			other, counted := credited[key]
			switch at := entryPath(i, "from").Key("facts").Index(k); {
			case !counted:
				credited[key] = work.Leader
			case other == work.Leader || p.Sharing == SharingEach:
			case p.Sharing == SharingOnce:
				j.Broken(ErrSharedFact, at, rule.A("fact", rule.Shorten(fact)))
			default:
				j.Undecided(ErrSharedFact, at, rule.A("fact", rule.Shorten(fact)))
			}
		}
	}
}

// Combine makes the score of a leader's year from the parts of the communes that the
// leader helps. The parts are results of [SupportWork] sheets of the same leader, year and
// scheme, each of another commune; otherwise the error is [ErrParts]. With several parts and no
// way of combining, or a weight missing, the total is not decided: a finding says so, and
// the bounds hold all that any way could give. A part whose assignment was in force for fewer
// days than [Policy.MinDays] is left out, and told; where all are, nothing is decided.
func (p Policy) Combine(parts ...Result) (Result, error) {
	if err := fit(parts); err != nil {
		return Result{}, err
	}
	first := parts[0].about.(SupportWork)
	r := Result{
		c: parts[0].c, about: SupportWork{Leader: first.Leader, Year: first.Year}, parts: slices.Clone(parts),
		bonus: fromNano(0), penalty: fromNano(0), outOf: fromNano(parts[0].c.max), level: -1, decided: true,
		how:    &combined{how: p.Combining, policy: p.Edition(), basis: p.basis().Edition()},
		period: parts[0].period,
	}
	if r.period == (rule.Span{}) {
		r.period = p.basis().Period()
	}
	for i, part := range parts {
		r.findings = append(r.findings, part.findings.Under(rule.Path("parts").Index(i))...)
	}
	counted := p.longEnough(&r)
	for i := range counted {
		r.refused = r.refused || counted[i].refused || counted[i].adrift
		r.unread = r.unread || counted[i].unread
		r.failing(&counted[i])
	}
	if len(counted) == 0 {
		r.low, r.high, r.decided, r.refused = fromNano(0), fromNano(r.c.max), false, true
		return r, nil
	}
	p.combine(&r, counted)
	r.round()
	r.rate()
	return r, nil
}

// longEnough are the parts whose assignment was in force for the least number of days.
func (p Policy) longEnough(r *Result) []Result {
	if p.MinDays == 0 && p.Combining != CombineDays {
		return r.parts
	}
	var counted []Result
	r.how.least = p.MinDays
	for _, part := range r.parts {
		days := Scheme{part.c}.daysOf(part.kept)
		r.how.days = append(r.how.days, days)
		if days >= p.MinDays {
			counted = append(counted, part)
		}
	}
	kind := rule.Advice
	if len(counted) == 0 {
		kind = rule.Undecided
	}
	for i, days := range r.how.days {
		if days < p.MinDays {
			r.report(kind, ErrTooShort, rule.Path("parts").Index(i), rule.A("days", days), rule.A("least", p.MinDays))
		}
	}
	return counted
}

// daysOf is how many days of the year that is scored the sheet is about.
func (s Scheme) daysOf(sheet *Sheet) int {
	days := s.days(sheet)
	if days == (rule.Span{}) || days.Check() != nil {
		return 0
	}
	return days.To.DaysSince(days.From) + 1
}

// failing adds the conditions of a part: what fails for one commune fails for the leader.
func (r *Result) failing(part *Result) {
	if part.replies == nil {
		return
	}
	if r.replies == nil {
		r.replies = slices.Clone(part.replies)
		return
	}
	for i, reply := range part.replies {
		switch {
		case reply == Yes, reply == NotSaid && r.replies[i] == No:
			r.replies[i] = reply
		}
	}
}

// combine puts the totals of the parts that count together.
func (p Policy) combine(r *Result, parts []Result) {
	weights, decided := p.weights(parts)
	if p.Combining == CombineWeighted || p.Combining == CombineDays {
		r.how.weights = weights
	}
	switch {
	case len(parts) == 1:
		r.low, r.high = lowOf(&parts[0]), highOf(&parts[0])
	case !decided:
		r.report(rule.Undecided, ErrCombine, "parts", rule.A("communes", len(parts)))
		r.low, r.high = lowest(parts, lowOf), highest(parts, highOf)
	case p.Combining == CombineWorst:
		r.low, r.high = lowest(parts, lowOf), lowest(parts, highOf)
	default:
		r.low, r.high = mean(parts, weights, lowOf), mean(parts, weights, highOf)
		if decided = r.low.Known() && r.high.Known(); !decided { // out of the bounds of a Fraction
			r.low, r.high = lowest(parts, lowOf), highest(parts, highOf)
		}
	}
	if slices.ContainsFunc(parts, func(p Result) bool { return !lowOf(&p).Known() || !highOf(&p).Known() }) {
		r.low, r.high = rule.Fraction{}, rule.Fraction{} // a part has no bound
	}
	r.decided = (decided || len(parts) == 1) && !r.unread && r.low.Known() && r.low.Cmp(r.high) == 0
}

// fit reports why results are not the parts of one leader's year.
func fit(parts []Result) error {
	if len(parts) == 0 {
		return rule.NewMisuse(ErrParts, rule.Text{Vi: "chưa ghi phần nào", En: "none is given"})
	}
	seen := map[org.UnitCode]bool{}
	refuse := func(i int, vi, en string) error {
		return rule.NewMisuse(ErrParts, rule.Text{Vi: "phần {part} " + vi, En: "part {part} " + en}, rule.A("part", i))
	}
	for i, part := range parts {
		work, ok := part.about.(SupportWork)
		if !ok || part.c == nil || part.parts != nil {
			return refuse(i, "không phải kết quả của phiếu chấm công tác giúp đỡ", "is not the result of a sheet on support work")
		}
		first := parts[0].about.(SupportWork)
		switch {
		case part.c.edition != parts[0].c.edition:
			return refuse(i, "dùng thang điểm khác", "goes by another scheme")
		case work.Leader != first.Leader || work.Year != first.Year:
			return refuse(i, "là của lãnh đạo khác hoặc năm khác", "is of another leader or year")
		case len(parts) > 1 && (work.Commune == "" || seen[work.Commune]):
			return refuse(i, "không ghi xã, hoặc ghi xã của phần khác", "names no commune, or one that another part names")
		}
		seen[work.Commune] = true
	}
	return nil
}

// weights are those of the parts, not given where none is known; false where the policy
// does not decide them.
func (p Policy) weights(parts []Result) (weights []rule.Number, decided bool) {
	weights = make([]rule.Number, len(parts))
	if p.Combining == CombineDays {
		for i := range parts {
			days := Scheme{parts[i].c}.daysOf(parts[i].kept)
			weights[i] = rule.Int(int64(days))
			decided = decided || days > 0
		}
		return weights, decided
	}
	if p.Combining != CombineWeighted {
		for i := range weights {
			weights[i] = rule.Int(1)
		}
		return weights, p.Combining == CombineMean || p.Combining == CombineWorst
	}
	given := make(map[org.UnitCode]rule.Number, len(p.CommuneWeights))
	for commune, w := range p.CommuneWeights {
		if other, twice := given[rule.Normal(commune)]; twice && !other.Equal(w) {
			w = rule.Number{} // which of the two holds is not known
		}
		given[rule.Normal(commune)] = w
	}
	all := true
	for i, part := range parts {
		w := given[part.about.(SupportWork).Commune]
		weights[i] = w
		all = all && w.Known() && w.Sign() >= 0
		decided = decided || w.Sign() > 0
	}
	return weights, all && decided
}

func lowOf(r *Result) rule.Fraction  { return r.carried(r.low) }
func highOf(r *Result) rule.Fraction { return r.carried(r.high) }

func lowest(parts []Result, bound func(*Result) rule.Fraction) rule.Fraction {
	least := bound(&parts[0])
	for i := range parts[1:] {
		if v := bound(&parts[i+1]); v.Cmp(least) < 0 {
			least = v
		}
	}
	return least
}

func highest(parts []Result, bound func(*Result) rule.Fraction) rule.Fraction {
	most := bound(&parts[0])
	for i := range parts[1:] {
		if v := bound(&parts[i+1]); v.Cmp(most) > 0 {
			most = v
		}
	}
	return most
}

// mean divides once, at the end: weights that are divided before would each get the
// common denominator of all.
func mean(parts []Result, weights []rule.Number, bound func(*Result) rule.Fraction) rule.Fraction {
	var total, whole rule.Sum
	for i := range parts {
		w := weights[i].Fraction()
		total.Add(bound(&parts[i]).Mul(w))
		whole.Add(w)
	}
	return total.Total().Quo(whole.Total())
}
