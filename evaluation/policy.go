package evaluation

import (
	"fmt"
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
}

const policyFormat = "giupxa.evaluation-policy/1"

// plainPolicy is a policy without a format version of its own.
type plainPolicy Policy

// UnmarshalJSON reads a policy and reports every fault of its form. The schema is
// policy.schema.json beside this package.
func (p *Policy) UnmarshalJSON(data []byte) error {
	return form.Decode(data, policyFormat, (*plainPolicy)(p))
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
		sheet.Evaluators[i].Body = normal(sheet.Evaluators[i].Body)
	}
	day, dated := sheet.day()
	c := check{Judge: p.basis().Judge(table, day), p: p, sheet: &sheet, matrix: matrix, day: day, dated: dated}
	if on, err := matrix.On(day); err == nil {
		c.matrix, c.covers = on, true
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

// CheckAll judges sheets together: one settled sheet for each leader and year. A sheet is
// settled here when its Settled day is given.
func (p Policy) CheckAll(sheets []Sheet) rule.Findings {
	var found rule.Findings
	seen := map[SupportWork]bool{}
	for i, s := range sheets {
		work, ok := s.About.(SupportWork)
		if !ok || s.Settled.IsZero() {
			continue
		}
		work = work.normal()
		if !p.SheetPerCommune {
			work.Commune = ""
		}
		if seen[work] {
			day, _ := s.day()
			j := p.basis().Judge(table, day)
			j.Broken(ErrOneSheet, "about", rule.A("year", work.Year))
			found = append(found, j.Findings().Under(rule.Path("").Index(i))...)
		}
		seen[work] = true
	}
	return found
}

// Combine makes the score of a leader's year from the parts of the communes that the
// leader helps. The parts are results of [SupportWork] sheets of the same leader, year and
// scheme, each of another commune; otherwise the error is [ErrParts]. With several parts and no
// way of combining, or a weight missing, the total is not decided: a finding says so, and
// the bounds hold all that any way could give.
func (p Policy) Combine(parts ...Result) (Result, error) {
	if err := fit(parts); err != nil {
		return Result{}, err
	}
	first := parts[0].about.(SupportWork)
	r := Result{
		c: parts[0].c, about: SupportWork{Leader: first.Leader, Year: first.Year}, parts: slices.Clone(parts),
		bonus: fromNano(0), penalty: fromNano(0), decided: true,
		how:    &combined{how: p.Combining, policy: p.Edition(), basis: p.basis().Edition()},
		period: parts[0].period,
	}
	if r.period == (rule.Span{}) {
		r.period = p.basis().Period()
	}
	for i, part := range parts {
		r.findings = append(r.findings, part.findings.Under(rule.Path("parts").Index(i))...)
		r.refused = r.refused || part.refused || part.adrift
		r.unread = r.unread || part.unread
	}
	weights, decided := p.weights(parts)
	if p.Combining == CombineWeighted {
		r.how.weights = weights
	}
	switch {
	case len(parts) == 1:
		r.low, r.high = parts[0].low, parts[0].high
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
	if slices.ContainsFunc(parts, func(p Result) bool { return !p.low.Known() || !p.high.Known() }) {
		r.low, r.high = rule.Fraction{}, rule.Fraction{} // a part has no bound
	}
	r.decided = (decided || len(parts) == 1) && !r.unread && r.low.Known() && r.low.Cmp(r.high) == 0
	r.rating = r.rate()
	return r, nil
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
	if p.Combining != CombineWeighted {
		for i := range weights {
			weights[i] = rule.Int(1)
		}
		return weights, p.Combining == CombineMean || p.Combining == CombineWorst
	}
	given := make(map[org.UnitCode]rule.Number, len(p.CommuneWeights))
	for commune, w := range p.CommuneWeights {
		if other, twice := given[normal(commune)]; twice && !other.Equal(w) {
			w = rule.Number{} // which of the two holds is not known
		}
		given[normal(commune)] = w
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

// normal is an id in the one spelling in which ids are compared.
func normal[T ~string](id T) T { return T(rule.Normal(string(id))) }

func lowOf(r *Result) rule.Fraction  { return r.low }
func highOf(r *Result) rule.Fraction { return r.high }

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
