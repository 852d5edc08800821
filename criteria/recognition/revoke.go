package recognition

import (
	"fmt"
	"slices"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Revocation is the answer of the test of revocation, with the two things that it
// must not be taken for.
type Revocation struct {
	// Verdict is Met where the test is met: the province may then revoke. NotApplicable
	// is a standard that the commune was never given, or has lost.
	Verdict criteria.Verdict `json:"verdict"`
	// Standing is the recognition, which stands until a decision.
	Standing Standing `json:"standing"`
	// Achieved is whether the commune meets the set on the day.
	Achieved criteria.Verdict `json:"achieved"`
	// Least and Most bound how many of Total criteria are not met.
	Least int `json:"least"`
	Most  int `json:"most"`
	Total int `json:"total"`
	// Critical is the critical criteria of the set, and CriticalNotMet those known not
	// to be met. Critical is null in JSON where it is not known.
	Critical       []int `json:"critical"`
	CriticalNotMet []int `json:"criticalNotMet"`
	// Bands is the bands in which the share lies for every number that is possible.
	Bands    []Band        `json:"bands"`
	Source   rule.Source   `json:"source"`
	Edition  rule.Edition  `json:"edition"` // names the exact content of the regime
	Findings rule.Findings `json:"findings"`
}

// Test judges by the rules of the day of the holding whether the test of revocation
// is met for its standard. Where the day, the unit or its validity is not given, the
// verdict is Unknown. The error is misuse: no rules are held for that day, it does not
// exist, or the history is another unit's.
func (r Regime) Test(h Holding, history History) (Revocation, error) {
	same, err := oneUnit(h, history)
	if err != nil {
		return Revocation{}, err
	}
	if h.On.IsZero() {
		return Revocation{CriticalNotMet: []int{}, Bands: []Band{}, Edition: r.Edition(), Source: qd18Revocation, Findings: rule.Findings{table.Undecided(ErrDay, "on")}}, nil
	}
	p, advice, err := r.on(h.On)
	if err != nil {
		return Revocation{}, fmt.Errorf("recognition: no test to judge by: %w", err)
	}
	counted, found := h.tally()
	listed := p.critical(h.Standard, h.Set)
	if listed.Confidence < r.Accept.Floor() {
		listed.Criteria = nil
	}
	out := Revocation{
		Achieved: counted.achieved(), Least: counted.least, Most: counted.most, Total: counted.total,
		Critical: slices.Clone(listed.Criteria), CriticalNotMet: []int{}, Bands: []Band{}, Source: qd18Revocation, Edition: r.Edition(),
		Findings: slices.Concat(advice, found, history.Check().Under("history")),
	}
	if same {
		out.Standing = history.On(h.Standard, h.On)
	} else {
		out.Findings = append(out.Findings, doubted(h.unitOf(), history.unitOf(), "", "history"))
	}
	if out.Findings.Has(rule.Broken) || counted.total == 0 {
		out.Achieved = criteria.Unknown
		out.undecided(rule.Text{Vi: "số liệu không dùng được", En: "the figures cannot be used"})
		return out, nil
	}
	out.CriticalNotMet = append(out.CriticalNotMet, counted.named(listed.Criteria, criteria.NotMet)...)
	out.Bands = append(out.Bands, r.bands(counted)...)
	if same {
		out.judge(counted)
	}
	r.nameReading(&out, counted)
	return out, nil
}

// oneUnit tells whether a holding and a history are known to be of one unit. A day
// outside the validity that the history gives is an answer of the history itself.
func oneUnit(h Holding, history History) (bool, error) {
	a, b := h.unitOf(), history.unitOf()
	switch a.same(b) {
	case criteria.Met:
		return true, nil
	case criteria.NotMet:
		if given(b.span) && !given(a.span) && a.code == b.code {
			return true, nil
		}
		return false, rule.NewMisuse(ErrMismatch, rule.Text{Vi: "hồ sơ của «{unit}», quá trình công nhận của «{other}»", En: "a holding of the unit \"{unit}\" and a history of \"{other}\""},
			rule.A("unit", rule.Shorten(h.Unit)), rule.A("other", rule.Shorten(history.Unit)))
	}
	if rule.Blank(a.code) || rule.Blank(b.code) || !given(a.span) || len(history.Decisions) == 0 {
		return false, nil
	}
	for _, d := range history.Decisions {
		if !rule.IsDay(d.On) || !a.span.Contains(d.On) {
			return false, nil
		}
	}
	return true, nil
}

func (out *Revocation) undecided(why rule.Text) {
	out.Findings = append(out.Findings, table.Undecided(ErrRevocation, "criteria",
		rule.A("failed", between(out.Least, out.Most)), rule.A("total", out.Total), rule.A("why", why)))
}

// judge gives the verdict as far as the standing allows one.
func (out *Revocation) judge(t tally) {
	switch out.Standing.Status {
	case NotGiven, Lost:
		out.Verdict = criteria.NotApplicable
		return
	case Held:
	default:
		out.Findings = append(out.Findings, table.Undecided(ErrStatus, "history", rule.A("status", out.Standing.Status)))
		return
	}
	out.Verdict = t.test(out.Critical)
	switch out.Verdict {
	case criteria.Met:
		why := rule.Text{Vi: "thuộc trường hợp xem xét thu hồi", En: "the test of revocation is met"}
		out.Findings = append(out.Findings, table.Advice(ErrRevocation, "criteria",
			rule.A("failed", between(out.Least, out.Most)), rule.A("total", out.Total), rule.A("why", why)))
	case criteria.Unknown:
		why := rule.Text{Vi: "chưa rõ những tiêu chí nào không đạt", En: "which criteria are not met is not known"}
		if out.Critical == nil {
			why = rule.Text{Vi: "chưa có danh mục tiêu chí mà Quyết định nêu, ứng với bộ tiêu chí này", En: "the critical criteria of this set are not held"}
		}
		out.undecided(why)
	}
}

// test tries every number of failed criteria that is possible, with and without a
// critical one where both are possible, and answers where all agree.
func (t tally) test(critical []int) criteria.Verdict {
	var met, notMet bool
	for failed := t.least; failed <= t.most; failed++ {
		switch {
		case 2*failed >= t.total:
			met = true
		case 10*failed < 3*t.total:
			notMet = true
		default:
			with, without := t.critical(failed, critical)
			met, notMet = met || with, notMet || without
		}
	}
	switch {
	case met && !notMet:
		return criteria.Met
	case notMet && !met:
		return criteria.NotMet
	default:
		return criteria.Unknown
	}
}

// critical tells whether a critical criterion can be among so many failed ones, and
// whether there can be none.
func (t tally) critical(failed int, list []int) (with, without bool) {
	if list == nil {
		return true, true // not held: either may be
	}
	if len(t.named(list, criteria.NotMet)) > 0 {
		return true, false
	}
	open := len(t.named(list, criteria.Unknown))
	others := t.unknown - open
	more := failed - t.failed
	return more > 0 && open > 0, more <= others
}

// named picks the criteria of a list that have a verdict.
func (t tally) named(list []int, v criteria.Verdict) []int {
	var picked []int
	for _, no := range list {
		if no > 0 && no < len(t.verdicts) && t.verdicts[no] == v {
			picked = append(picked, no)
		}
	}
	return picked
}

// bands is the bands in which every possible share lies.
func (r Regime) bands(t tally) []Band {
	first, second := true, true
	for failed := t.least; failed <= t.most; failed++ {
		half := 2*failed >= t.total
		first = first && 10*failed >= 3*t.total && (!half || (r.FirstBandTo50 && 2*failed == t.total))
		second = second && half
	}
	var in []Band
	if first {
		in = append(in, FirstBand)
	}
	if second {
		in = append(in, SecondBand)
	}
	return in
}

// nameReading says where the two readings of the first band differ: at exactly half.
func (r Regime) nameReading(out *Revocation, t tally) {
	if out.Standing.Status != Held || t.least != t.most || 2*t.least != t.total {
		return
	}
	included := rule.Text{Vi: "không gồm 50 %", En: "does not include it"}
	if r.FirstBandTo50 {
		included = rule.Text{Vi: "gồm cả 50 %", En: "includes it"}
	}
	out.Findings = append(out.Findings, table.Advice(AdviceFirstBand, "criteria", rule.A("included", included)))
}
