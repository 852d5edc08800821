package poverty

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Classify judges a household by the standard of the day of review. The error is
// misuse: no standard is held for that day ([rule.ErrGap]). A record that contradicts
// itself, or whose day is missing, is Unknown with its findings.
func (r Review) Classify(h Household) (Classification, error) {
	switch {
	case h.On.IsZero():
		return r.unknown(table.Undecided(ErrMissing, "on", rule.A("what", rule.Text{Vi: "ngày rà soát", En: "the day of review"}))), nil
	case !rule.IsDay(h.On):
		return r.unknown(table.Broken(ErrDay, "on", rule.A("day", h.On.String()))), nil
	}
	row, err := r.standardFor(h)
	if err != nil {
		return Classification{}, fmt.Errorf("poverty: no standard to classify by: %w", err)
	}
	j := judge{h: h, std: &row.Value, floor: r.Accept.Floor()}
	j.out = Classification{Standard: row.Value.ID, Source: row.Source, Edition: r.Edition(), Reasons: make([]Reason, 0, 3)}
	j.listYear(r)
	j.checkForm()
	if j.out.Findings.Has(rule.Broken) {
		j.out.Possible = []Class{Poor, NearPoor, Other}
		return j.out, nil
	}
	j.decide()
	return j.out, nil
}

func (r Review) unknown(f rule.Finding) Classification {
	return Classification{Possible: []Class{Poor, NearPoor, Other}, Reasons: []Reason{}, Edition: r.Edition(), Findings: rule.Findings{f}}
}

// judge is one classification in the making.
type judge struct {
	h     Household
	std   *Standard
	floor rule.Confidence
	out   Classification

	least, most int  // the deprivations that the details allow
	counted     bool // by a count, not by details
	accepted    bool // the list of indicators was used below the normal floor
}

func (j *judge) add(f rule.Finding) { j.out.Findings = append(j.out.Findings, f) }

// listYear notes that the two readings of a review for the next year's list
// lead to different standards.
func (j *judge) listYear(r Review) {
	if j.h.ListYear == 0 {
		return
	}
	r.ByListYear = !r.ByListYear
	other, err := r.standardFor(j.h)
	if err != nil || other.Value.ID == j.std.ID {
		return
	}
	j.add(table.Advice(AdviceListYear, "listYear", rule.A("year", j.h.ListYear), rule.A("used", j.std.ID), rule.A("other", other.Value.ID)))
}

// checkForm finds what the record contradicts, and bounds the deprivations.
func (j *judge) checkForm() {
	if j.h.Income.Known() && j.h.Income.Sign() < 0 {
		j.add(table.Broken(ErrIncome, "income", rule.A("income", j.h.Income)))
	}
	j.boundByDetails()
	j.checkUnlisted()
	j.boundByCount(j.h.Deprived, "deprived")
	j.checkScores()
}

// boundByDetails counts the indicators that are confirmed or accepted. One that is
// neither counts neither way: the standard may not have it.
func (j *judge) boundByDetails() {
	denied := 0
	for _, i := range j.std.Indicators {
		a := j.h.Deprivations[i.ID]
		if a == NotKnown || i.Confidence < j.floor {
			continue
		}
		if !i.Confidence.Confirmed() {
			j.accepted = true
		}
		if a == Yes {
			j.least++
		} else {
			denied++
		}
	}
	if j.std.Listed < j.floor {
		denied = 0 // a "no" to an indicator of a list that may be another one bounds nothing
	}
	j.most = max(j.std.Count-denied, j.least)
	if j.std.Count <= 0 {
		j.most = maxCount // a standard that does not say how many it has
	}
}

func (j *judge) checkUnlisted() {
	listed := 0
	for _, i := range j.std.Indicators {
		if _, ok := j.h.Deprivations[i.ID]; ok {
			listed++
		}
	}
	if listed == len(j.h.Deprivations) {
		return
	}
	for _, d := range slices.Sorted(maps.Keys(j.h.Deprivations)) {
		if !slices.ContainsFunc(j.std.Indicators, func(i Indicator) bool { return i.ID == d }) {
			j.add(table.Broken(ErrDeprivation, rule.Path("deprivations").Key(string(d)),
				rule.A("code", rule.Shorten(string(d))), rule.A("standard", j.std.ID)))
		}
	}
}

// boundByCount takes a count in place of the details, with which it must agree.
func (j *judge) boundByCount(n rule.Number, at rule.Path) {
	if !n.Known() {
		return
	}
	if _, ok := isCount(n, false); !ok || n.Cmp(rule.Int(int64(j.least))) < 0 || n.Cmp(rule.Int(int64(j.most))) > 0 {
		j.add(table.Broken(ErrDeprived, at, rule.A("count", n), rule.A("least", j.least), rule.A("most", j.most)))
		return
	}
	j.least = int(n.Decimal().IntPart())
	j.most, j.counted = j.least, true
}

var (
	scoreNegative = rule.Text{Vi: "điểm không nhỏ hơn 0", En: "a score is not below 0"}
	scoreTens     = rule.Text{Vi: "mỗi chỉ số thiếu hụt là 10 điểm", En: "each deprivation is ten points"}
)

func (j *judge) checkScores() {
	if b := j.h.B1; b.Known() && b.Sign() < 0 {
		j.add(table.Broken(ErrScore, "b1", rule.A("score", b), rule.A("why", scoreNegative)))
	}
	b2 := j.h.B2
	if !b2.Known() || !j.useScore("b2", "B2") {
		return
	}
	// 3.5 deprivations are none, so a tenth of the score must be whole.
	tenth, err := rule.NumberOf(b2.Decimal().Shift(-1))
	if err != nil || !tenth.Decimal().IsInteger() || b2.Sign() < 0 {
		j.add(table.Broken(ErrScore, "b2", rule.A("score", b2), rule.A("why", scoreTens)))
		return
	}
	j.boundByCount(tenth, "b2")
}

// useScore reports whether the survey scores may be used, and says so either way.
func (j *judge) useScore(at rule.Path, name string) bool {
	c := j.std.Score.Confidence
	return j.use(at, rule.Text{Vi: "điểm rà soát " + name, En: "the survey score " + name}, j.std.Score.given(), c)
}

// use reports whether a cell may be used. An unconfirmed cell is named either way.
func (j *judge) use(at rule.Path, what rule.Text, given bool, c rule.Confidence) bool {
	if !given {
		c = rule.NotObtained
	}
	switch {
	case c < j.floor:
		j.add(table.Advice(AdviceUnconfirmed, at, rule.A("what", what), rule.A("confidence", c)))
		return false
	case !c.Confirmed():
		j.add(table.Advice(AdviceAccepted, at, rule.A("what", what), rule.A("confidence", c)))
	}
	return true
}

// decide runs the tests and gives a class only where all that is not known leaves
// the same one.
func (j *judge) decide() {
	pairs := j.incomeTests()
	many := j.deprivationTest()
	var open [Other + 1]bool
	for _, p := range pairs {
		for _, m := range either(many) {
			open[classOf(p.alone, p.within, m)] = true
		}
	}
	for _, c := range []Class{Poor, NearPoor, Other} {
		if open[c] {
			j.out.Possible = append(j.out.Possible, c)
		}
	}
	if len(j.out.Possible) > 1 {
		j.nameMissing(pairs, many)
		return
	}
	j.out.Class = j.out.Possible[0]
	if j.out.Class == Other {
		j.averageLiving()
	}
}

// classOf is the rule of all three standards; a standard without a policy line has
// no household within it.
func classOf(alone, within, many bool) Class {
	switch {
	case alone, within && many:
		return Poor
	case within:
		return NearPoor
	default:
		return Other
	}
}

func either(a Answer) []bool {
	switch a {
	case Yes:
		return []bool{true}
	case No:
		return []bool{false}
	default:
		return []bool{true, false}
	}
}

// incomePair is one way in which the income can stand to the two lines.
type incomePair struct{ alone, within bool }

func (j *judge) residences() []Residence {
	if j.h.Residence == Rural || j.h.Residence == Urban {
		return []Residence{j.h.Residence}
	}
	return []Residence{Rural, Urban}
}

// incomeTests lists every way that the facts allow, each once.
func (j *judge) incomeTests() []incomePair {
	value, lineWithin, test := j.h.Income, j.line(j.std.Income), IncomeWithin
	if !value.Known() && j.h.B1.Known() && j.useScore("b1", "B1") {
		value, lineWithin, test = j.h.B1, j.std.Score, ScoreWithin
	}
	hasPolicy := j.std.Policy.given() && test == IncomeWithin
	policy := j.line(j.std.Policy)
	var pairs []incomePair
	for _, r := range j.residences() {
		for _, within := range either(compare(value, lineWithin.In(r))) {
			alone := No
			if hasPolicy && within {
				alone = compare(value, policy.In(r))
			}
			for _, a := range either(alone) {
				if p := (incomePair{a, within}); !slices.Contains(pairs, p) {
					pairs = append(pairs, p)
				}
			}
		}
	}
	if hasPolicy {
		j.reason(IncomeAlone, value, policy, agreed(pairs, func(p incomePair) bool { return p.alone }))
	}
	j.reason(test, value, lineWithin, agreed(pairs, func(p incomePair) bool { return p.within }))
	return pairs
}

// line is the line as far as it may be used.
func (j *judge) line(l Line) Line {
	if l.given() && !j.use("income", rule.Text{Vi: "mức thu nhập của chuẩn " + j.std.ID, En: "the income line of " + j.std.ID}, true, l.Confidence) {
		return Line{Source: l.Source, Confidence: l.Confidence}
	}
	return l
}

func compare(value, limit rule.Number) Answer {
	switch {
	case !value.Known() || !limit.Known():
		return NotKnown
	case value.Cmp(limit) <= 0:
		return Yes
	default:
		return No
	}
}

func agreed(pairs []incomePair, of func(incomePair) bool) Answer {
	first := of(pairs[0])
	for _, p := range pairs[1:] {
		if of(p) != first {
			return NotKnown
		}
	}
	if first {
		return Yes
	}
	return No
}

func (j *judge) reason(t Test, value rule.Number, l Line, holds Answer) {
	j.out.Reasons = append(j.out.Reasons, Reason{
		Test: t, Value: value, Limit: l.In(j.h.Residence), Holds: holds, Source: l.Source, Confidence: l.Confidence,
	})
}

func (j *judge) deprivationTest() Answer {
	many := NotKnown
	switch need := j.std.Deprivations; {
	case need <= 0: // a standard that does not say how many make a household poor
	case j.least >= need:
		many = Yes
	case j.most < need:
		many = No
	}
	r := Reason{Test: ManyDeprivations, Limit: rule.Int(int64(j.std.Deprivations)), Holds: many, Source: j.std.Source, Confidence: rule.Secondary}
	if j.least == j.most || many == Yes {
		r.Value = rule.Int(int64(j.least))
	}
	if !j.counted && len(j.h.Deprivations) > 0 {
		r.Confidence = j.std.Listed
		what := rule.Text{Vi: "danh mục chỉ số thiếu hụt của chuẩn " + j.std.ID, En: "the list of indicators of " + j.std.ID}
		switch {
		case j.accepted && j.std.Listed >= j.floor:
			j.add(table.Advice(AdviceAccepted, "deprivations", rule.A("what", what), rule.A("confidence", j.std.Listed)))
		case j.std.Listed < j.floor:
			j.add(table.Advice(AdviceUnconfirmed, "deprivations", rule.A("what", what), rule.A("confidence", j.std.Listed)))
		}
	}
	j.out.Reasons = append(j.out.Reasons, r)
	return many
}

// averageLiving tells the average household from the others that are neither poor
// nor near-poor.
func (j *judge) averageLiving() {
	if !j.h.Income.Known() {
		return
	}
	if !j.use("income", rule.Text{Vi: "mức sống trung bình", En: "the line of average living"}, j.std.Average.given(), j.std.Average.Confidence) {
		return
	}
	holds := compare(j.h.Income, j.std.Average.In(Rural))
	if rs := j.residences(); len(rs) == 1 {
		holds = compare(j.h.Income, j.std.Average.In(rs[0]))
	} else if holds != compare(j.h.Income, j.std.Average.In(Urban)) {
		holds = NotKnown
	}
	j.reason(AverageLiving, j.h.Income, j.std.Average, holds)
	if holds == Yes {
		j.out.Class = Average
	}
}

// nameMissing says which facts would decide.
func (j *judge) nameMissing(pairs []incomePair, many Answer) {
	missing := func(at rule.Path, vi, en string) {
		j.add(table.Undecided(ErrMissing, at, rule.A("what", rule.Text{Vi: vi, En: en})))
	}
	if len(pairs) > 1 {
		if len(j.residences()) > 1 {
			missing("residence", "khu vực nông thôn hay thành thị", "rural or urban residence")
		}
		if !j.h.Income.Known() {
			missing("income", "thu nhập bình quân đầu người", "income per person")
		}
	}
	if many == NotKnown && slices.ContainsFunc(pairs, func(p incomePair) bool { return p.within && !p.alone }) {
		vi, en := j.unasked()
		missing("deprivations", vi, en)
	}
}

// unasked names the indicators that are not known, or the count where none of them
// could decide.
func (j *judge) unasked() (vi, en string) {
	var inVi, inEn []string
	for _, i := range j.std.Indicators {
		if j.h.Deprivations[i.ID] == NotKnown && i.Confidence >= j.floor {
			inVi, inEn = append(inVi, i.Name.Vi), append(inEn, i.Name.En)
		}
	}
	if len(j.h.Deprivations) == 0 || len(inVi) == 0 || j.std.Listed < j.floor {
		return "số chỉ số thiếu hụt", "the number of deprivations"
	}
	return "chỉ số thiếu hụt: " + strings.Join(inVi, ", "), "deprivations: " + strings.Join(inEn, ", ")
}
