package rank

import (
	"slices"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// ErrUnusable is misuse: the policy contradicts itself.
var ErrUnusable = rule.NewMisuse(nil, rule.Text{Vi: "chính sách không dùng được", En: "the policy cannot be used"})

// Outcome is what came of one entry.
type Outcome struct {
	ID    string        `json:"id"`
	Unit  string        `json:"unit,omitempty"`
	Group string        `json:"group,omitempty"`
	Score rule.Fraction `json:"score"`
	// Place is among those of the list that have a score; 0 without one.
	Place  int               `json:"place"`
	Before evaluation.Rating `json:"before"`
	// After is the rating after the cut; not given while it needs a decision or is open.
	After  evaluation.Rating `json:"after"`
	Status Status            `json:"status"`
	// Limit is the place, in the answer's limits, of the one that decided; -1: none did.
	Limit int `json:"limit"`
}

// Limit is a quota of one unit, or of one group of similar duties in it.
type Limit struct {
	Unit  string `json:"unit,omitempty"`
	Group string `json:"group,omitempty"` // empty: the whole unit
	Counts
	Entries int `json:"entries"` // of the list, those that are not rated among them
	// Ratio is the one that applied, in percent.
	Ratio       rule.Number     `json:"ratio"`
	Outstanding bool            `json:"outstanding,omitempty"` // it is the higher one
	Source      rule.Source     `json:"source,omitzero"`
	Confidence  rule.Confidence `json:"confidence,omitzero"`
	Of          Denominator     `json:"of"`
	BeforeCut   bool            `json:"beforeCut,omitempty"`
	Rounding    Rounding        `json:"rounding"`
	// Share is the exact share, Most the number of people that may be Excellent; -1 where
	// it is not known.
	Share rule.Fraction `json:"share"`
	Most  int           `json:"most"`
	// OrRatio is the higher ratio, and OrMost what it allows, where nobody knows whether it
	// applies; then only what comes out alike by both is settled.
	OrRatio rule.Number `json:"orRatio"`
	OrMost  int         `json:"orMost,omitempty"`
	Small   bool        `json:"small,omitempty"` // Most is that of a small number of entries
	// Tied entries compete for the last Places.
	Tied   int `json:"tied,omitempty"`
	Places int `json:"places,omitempty"`
}

// String says the limit in Vietnamese.
func (l Limit) String() string { return l.In(rule.Vi) }

// In says the limit with its figures: "so-noi-vu: 20 % of those rated Good after the cut,
// (8 + 16) × 20/120 = 4; at most 4".
func (l Limit) In(lang rule.Lang) string {
	n := func(v int) rule.Arg { return rule.A("n", v) }
	where := whereOf(l.Unit, l.Group).In(lang)
	if l.Most < 0 {
		return where + ": " + rule.Text{Vi: "chưa biết tỷ lệ được phép", En: "the ratio that is allowed is not known"}.In(lang)
	}
	most := rule.Text{Vi: "tối đa ", En: "at most "}.In(lang) + n(l.Most).Text.In(lang)
	if l.Small {
		return where + ": " + n(l.Entries).Text.In(lang) + rule.Text{Vi: " đối tượng, ", En: " entries, "}.In(lang) + most
	}
	of := l.Of.In(lang)
	var sum string
	text := func(v int) string { return n(v).Text.In(lang) }
	ratio := l.Ratio.In(lang)
	switch {
	case l.Of == OfAll:
		sum = text(l.Rated) + " × " + ratio + "/100"
	case l.Of == OfGoodOrBetter:
		sum = "(" + text(l.Excellent) + " + " + text(l.Good) + ") × " + ratio + "/100"
	case l.BeforeCut:
		of += rule.Text{Vi: " trước khi cắt", En: " before the cut"}.In(lang)
		sum = text(l.Good) + " × " + ratio + "/100"
	default:
		of += rule.Text{Vi: " sau khi cắt", En: " after the cut"}.In(lang)
		sum = "(" + text(l.Excellent) + " + " + text(l.Good) + ") × " + ratio + "/(100 + " + ratio + ")"
	}
	said := where + ": " + ratio + " % × " + of + ", " + sum + " = " + l.Share.In(lang) + ", " + l.Rounding.In(lang) + ": " + most
	if l.OrRatio.Known() {
		said += rule.Text{Vi: "; nếu được áp dụng ", En: "; with "}.In(lang) + l.OrRatio.In(lang) + rule.Text{Vi: " % thì tối đa ", En: " %, if it applies, at most "}.In(lang) + text(l.OrMost)
	}
	return said
}

// whereOf names a unit, or a group of it.
func whereOf(unit, group string) rule.Text {
	if name := strings.Trim(unit+" / "+group, " /"); name != "" {
		return rule.A("", name).Text
	}
	return rule.Text{Vi: "toàn danh sách", En: "the whole list"}
}

// Answer is a list in order, with what the quota did to each entry. It is immutable, and
// the same for every order in which the entries came.
type Answer struct {
	policy   Policy
	list     List
	outcomes []Outcome
	limits   []Limit
	findings rule.Findings
}

// Outcomes lists the entries in order: the higher score first; equal ones, which have the
// same place, by their ids, for printing alone.
func (a Answer) Outcomes() []Outcome { return slices.Clone(a.outcomes) }

// Limits lists the quotas that were counted, unit by unit, each group before its unit.
func (a Answer) Limits() []Limit { return slices.Clone(a.limits) }

// Findings is what is wrong or missing in the list, and what needs a decision.
func (a Answer) Findings() rule.Findings { return a.findings.Clone() }

// Why says why an outcome is as it is; empty where no quota touched it.
func (a Answer) Why(o Outcome) rule.Text {
	if o.Limit < 0 || o.Limit >= len(a.limits) {
		return rule.Text{}
	}
	say := func(l rule.Lang) string {
		why := o.Status.In(l) + " (" + a.limits[o.Limit].In(l) + ")"
		if o.Status == Cut {
			why += rule.Text{Vi: "; xếp hoàn thành tốt nhiệm vụ, giữ nguyên điểm ", En: "; rated Good, the score stays "}.In(l) + o.Score.In(l)
		}
		return why
	}
	return rule.Text{Vi: say(rule.Vi), En: say(rule.En)}
}

// Grounds is what the answer rests on. Who is rated how is decided by the authority.
func (a Answer) Grounds() rule.Grounds {
	g := rule.NewGrounds(rule.Nature{Kind: rule.Calculation, Authority: rule.Text{
		Vi: "cấp có thẩm quyền đánh giá, xếp loại", En: "the authority competent to evaluate and rate",
	}}, a.list.sorted(), rule.Rulebook{Role: "policy", Edition: a.policy.Edition()})
	g.Accepted = a.policy.Accept.Floor()
	return g
}

// Order puts a list in order and applies the quota. The error is misuse: a policy that
// contradicts itself ([ErrUnusable]). An id that appears twice leaves nothing decided, since
// nobody knows how many there are.
func (p Policy) Order(list List) (Answer, error) {
	if found := p.Faults(); found.Has(rule.Broken) {
		return Answer{}, rule.NewMisuse(ErrUnusable, rule.Text{Vi: rule.Tell(found, rule.Vi), En: rule.Tell(found, rule.En)})
	}
	p, list = p.clone(), list.clone()
	o := order{p: p, list: list}
	o.check()
	o.place()
	if p.Quota != nil {
		o.cut()
	}
	return Answer{p, list, o.outcomes, o.limits, o.findings}, nil
}

// order is one list being put in order.
type order struct {
	p        Policy
	list     List
	by       []int // the entries, in order
	outcomes []Outcome
	limits   []Limit
	findings rule.Findings
	broken   bool
	told     map[rule.Code]bool
}

func entryAt(i int, member string) rule.Path { return rule.Path("entries").Index(i).Key(member) }

func (o *order) add(f rule.Finding) { o.findings = append(o.findings, f) }

func (o *order) check() {
	seen := make(map[string]bool, len(o.list.Entries))
	for i := range o.list.Entries {
		e := &o.list.Entries[i]
		id := rule.Normal(e.ID)
		if seen[id] {
			o.broken = true
			o.add(table.Broken(ErrRepeated, entryAt(i, "id"), rule.A("id", e.ID)))
		}
		seen[id] = true
		if len(e.Then) != len(o.p.Breakers) {
			o.broken = true
			o.add(table.Broken(ErrBreakers, entryAt(i, "then"), rule.A("given", len(e.Then)), rule.A("declared", len(o.p.Breakers))))
		}
		if !e.Score.Known() && !e.NotRated {
			o.add(table.Undecided(ErrNoScore, entryAt(i, "score")))
		}
	}
}

// place sorts and counts the places.
func (o *order) place() {
	entries := o.list.Entries
	o.by = make([]int, len(entries))
	for i := range o.by {
		o.by[i] = i
	}
	slices.SortFunc(o.by, func(a, b int) int {
		if c := compare(&entries[a], &entries[b]); c != 0 {
			return c
		}
		return strings.Compare(entries[a].ID, entries[b].ID)
	})
	o.outcomes = make([]Outcome, len(entries))
	place := 0
	for n, i := range o.by {
		e := &entries[i]
		switch {
		case n > 0 && compare(&entries[o.by[n-1]], e) == 0:
		case o.p.Ties == Dense:
			place++
		default:
			place = n + 1
		}
		o.outcomes[n] = Outcome{ID: e.ID, Unit: e.Unit, Group: e.Group, Score: e.Score, Place: place, Before: e.Rating, After: e.Rating, Limit: -1}
		if !e.Score.Known() {
			o.outcomes[n].Place = 0
		}
	}
}
