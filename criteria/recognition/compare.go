package recognition

import (
	"fmt"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Comparison is what changed between two holdings of one commune.
type Comparison struct {
	// Comparable is true where both were judged under the same set. Under another set
	// the commune is judged anew (re-based): the same number may mean another thing.
	Comparable bool `json:"comparable"`
	// Before and Now are the criteria known to be met, each of its own total.
	Before      int `json:"before"`
	BeforeTotal int `json:"beforeTotal"`
	Now         int `json:"now"`
	NowTotal    int `json:"nowTotal"`
	// Gained came to be met; Lost came to be not met; NoLongerKnown was met and is not
	// known now. Only criteria that are named in both holdings can be listed.
	Gained        []int         `json:"gained"`
	Lost          []int         `json:"lost"`
	NoLongerKnown []int         `json:"noLongerKnown"`
	Findings      rule.Findings `json:"findings"`
}

// Difference is how many criteria more are known to be met now; false where the
// holdings cannot be compared.
func (c Comparison) Difference() (int, bool) { return c.Now - c.Before, c.Comparable }

// Remaining is how many criteria are not known to be met now.
func (c Comparison) Remaining() int { return c.NowTotal - c.Now }

// Compare sets an earlier holding against a later one of the same unit. It says
// nothing of recognition: a commune that is below a new set keeps what it was given
// until a decision. Where the day, the unit or its validity is not given, nothing is
// compared and the findings say why. The error is misuse: other units, the later holding
// first, or a day that does not exist.
func Compare(earlier, later Holding) (Comparison, error) {
	for _, h := range []Holding{earlier, later} {
		if err := rule.CheckDay(h.On); err != nil && !h.On.IsZero() {
			return Comparison{}, fmt.Errorf("recognition: %w", err)
		}
	}
	same := earlier.unitOf().same(later.unitOf())
	dated := !earlier.On.IsZero() && !later.On.IsZero()
	if same == criteria.NotMet || dated && later.On.Before(earlier.On) {
		return Comparison{}, rule.NewMisuse(ErrMismatch, rule.Text{Vi: "«{unit}» ngày {on}, «{other}» ngày {later}", En: "\"{unit}\" on {on}, \"{other}\" on {later}"},
			rule.A("unit", rule.Shorten(earlier.Unit)), rule.A("on", earlier.On), rule.A("other", rule.Shorten(later.Unit)), rule.A("later", later.On))
	}
	before, found := earlier.tally()
	now, alsoFound := later.tally()
	out := Comparison{
		Before: before.met(), BeforeTotal: before.total, Now: now.met(), NowTotal: now.total,
		Gained: []int{}, Lost: []int{}, NoLongerKnown: []int{},
		Findings: append(found.Under("earlier"), alsoFound.Under("later")...),
	}
	switch {
	case out.Findings.Has(rule.Broken):
		return out, nil
	case earlier.On.IsZero():
		out.Findings = append(out.Findings, table.Undecided(ErrDay, "earlier.on"))
		return out, nil
	case later.On.IsZero():
		out.Findings = append(out.Findings, table.Undecided(ErrDay, "later.on"))
		return out, nil
	case same == criteria.Unknown:
		out.Findings = append(out.Findings, doubted(earlier.unitOf(), later.unitOf(), "earlier", "later"))
		return out, nil
	case earlier.Set == "" || later.Set == "":
		out.Findings = append(out.Findings, table.Undecided(ErrSetUnnamed, "later.set"))
		return out, nil
	case earlier.Set != later.Set || earlier.Standard != later.Standard || before.total != now.total:
		out.Findings = append(out.Findings, table.Advice(AdviceRebased, "later.set", rule.A("before", setName(earlier)), rule.A("after", setName(later))))
		return out, nil
	}
	out.Comparable = true
	for no := 1; no <= now.total; no++ {
		was, is := before.verdicts[no], now.verdicts[no]
		switch {
		case was == criteria.NotMet && holds(is):
			out.Gained = append(out.Gained, no)
		case holds(was) && is == criteria.NotMet:
			out.Lost = append(out.Lost, no)
		case holds(was) && is == criteria.Unknown && len(later.Criteria) > 0:
			out.NoLongerKnown = append(out.NoLongerKnown, no)
		}
	}
	return out, nil
}

func holds(v criteria.Verdict) bool { return v == criteria.Met || v == criteria.NotApplicable }

func setName(h Holding) rule.Text {
	return rule.Text{Vi: h.Set + ", " + h.Standard.In(rule.Vi), En: h.Set + ", " + h.Standard.In(rule.En)}
}
