package recognition

import (
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const holdingFormat = "giupxa.holding/1"

// maxCriteria bounds the criteria of a set; the national ones have 19 and 10.
const maxCriteria = 200

// Holding is what a commune meets of one set on one day: the verdicts of its
// criteria, or only how many, as publications say ("keeps 8 of 19").
type Holding struct {
	Unit     string `json:"unit" validate:"max=64"`
	UnitName string `json:"unitName,omitempty" validate:"max=256"`
	// Span is the validity of the unit: the days on which the code is its own. Two records
	// of different days are of one unit only where a span says so.
	Span     rule.Span         `json:"span,omitzero"`
	Standard criteria.Standard `json:"standard,omitzero"`
	Set      string            `json:"set,omitempty" validate:"max=64"` // "318/QĐ-TTg"
	On       civil.Date        `json:"on,omitzero"`
	Year     int               `json:"year,omitempty" validate:"min=0,max=9999"`
	// Total is how many criteria the set has.
	Total int `json:"total,omitempty" validate:"min=0,max=200"`
	// Criteria is the verdicts by criterion: "c10". What is not mentioned is not known.
	Criteria map[string]criteria.Verdict `json:"criteria,omitempty"`
	// Met and NotMet are counts. One alone leaves the rest to the other; both leave what
	// they do not add up to as not known.
	Met    rule.Number `json:"met"`
	NotMet rule.Number `json:"notMet"`
}

// UnmarshalJSON reads a holding and reports all its faults of form at once.
func (h *Holding) UnmarshalJSON(data []byte) error {
	type plain Holding
	return form.Decode(data, holdingFormat, (*plain)(h))
}

// MarshalJSON writes the holding with its format version.
func (h Holding) MarshalJSON() ([]byte, error) {
	type plain Holding
	return form.Encode(holdingFormat, plain(h))
}

// With is the holding with the verdicts of an assessment's criteria, by number, in
// place of what it held: the sequence gives every criterion of the set, and their
// number is the total.
func (h Holding) With(verdicts iter.Seq2[int, criteria.Verdict]) Holding {
	h.Total, h.Criteria = 0, map[string]criteria.Verdict{}
	h.Met, h.NotMet = rule.Number{}, rule.Number{}
	for no, v := range verdicts {
		h.Criteria["c"+strconv.Itoa(no)] = v
		h.Total++
	}
	return h
}

// tally is what a holding says of the criteria, in numbers.
type tally struct {
	total       int
	verdicts    []criteria.Verdict // by criterion number; [0] is not used
	least, most int                // how many are not met
	failed      int                // of which are named
	unknown     int                // not named either way
}

// achieved is the verdict on the whole set, of which there is a criterion.
func (t tally) achieved() criteria.Verdict {
	switch {
	case t.least > 0:
		return criteria.NotMet
	case t.most == 0:
		return criteria.Met
	default:
		return criteria.Unknown
	}
}

// met is how many are known to be met.
func (t tally) met() int { return t.total - t.most }

// tally counts, and finds what the holding contradicts.
func (h Holding) tally() (tally, rule.Findings) {
	var found rule.Findings
	if h.Standard == 0 {
		found = append(found, table.Broken(ErrStandard, "standard"))
	}
	switch {
	case h.Span.Check() != nil:
		found = append(found, table.Broken(ErrValidity, "span", rule.A("why", whyBackward)))
	case rule.IsDay(h.On) && !h.Span.Contains(h.On):
		found = append(found, table.Broken(ErrValidity, "on", rule.A("why", whyOutside)))
	}
	if h.Total < 0 || h.Total > maxCriteria {
		return tally{}, append(found, table.Broken(ErrTally, "total", rule.A("why", strconv.Itoa(h.Total))))
	}
	t := tally{total: h.Total, verdicts: make([]criteria.Verdict, h.Total+1), most: h.Total, unknown: h.Total}
	for _, key := range slices.Sorted(maps.Keys(h.Criteria)) {
		no, ok := criterionNo(key)
		if !ok || no > h.Total {
			found = append(found, table.Broken(ErrCriterion, rule.Path("criteria").Key(key), rule.A("key", rule.Shorten(key)), rule.A("total", h.Total)))
			continue
		}
		t.name(no, h.Criteria[key])
	}
	t.most = t.failed + t.unknown
	t.least = t.failed
	return t, append(found, t.count(h.Met, h.NotMet)...)
}

func (t *tally) name(no int, v criteria.Verdict) {
	t.verdicts[no] = v
	switch v {
	case criteria.NotMet:
		t.failed++
		t.unknown--
	case criteria.Met, criteria.NotApplicable:
		t.unknown--
	}
}

// criterionNo reads "c10"; there is one way to write a number.
func criterionNo(key string) (int, bool) {
	digits, ok := strings.CutPrefix(key, "c")
	if !ok || len(digits) > 3 {
		return 0, false
	}
	no, err := strconv.Atoi(digits)
	return no, err == nil && no > 0 && strconv.Itoa(no) == digits
}

// count narrows the bounds by the counts of a publication.
func (t *tally) count(met, notMet rule.Number) rule.Findings {
	if !met.Known() && !notMet.Known() {
		return nil
	}
	var found rule.Findings
	read := func(n rule.Number, at rule.Path) int {
		if !n.Known() {
			return -1
		}
		if n.Sign() < 0 || !n.Decimal().IsInteger() || n.Cmp(rule.Int(int64(t.total))) > 0 {
			found = append(found, table.Broken(ErrTally, at, rule.A("why", n)))
			return -1
		}
		return int(n.Decimal().IntPart())
	}
	m, f := read(met, "met"), read(notMet, "notMet")
	if found != nil {
		return found
	}
	least, most := f, t.total-m
	switch {
	case f < 0:
		least = most
	case m < 0:
		most = least
	}
	low, high := max(least, t.least), min(most, t.most)
	if low > high {
		why := rule.Text{
			Vi: "theo số lượng, không đạt " + between(least, most) + "; theo từng tiêu chí, " + between(t.least, t.most),
			En: "by the counts " + between(least, most) + " not met, by the criteria " + between(t.least, t.most),
		}
		return rule.Findings{table.Broken(ErrTally, "notMet", rule.A("why", why))}
	}
	t.least, t.most = low, high
	return nil
}

func between(low, high int) string {
	if low == high {
		return strconv.Itoa(low)
	}
	return strconv.Itoa(low) + "–" + strconv.Itoa(high)
}
