package area

import (
	"encoding/json"
	"slices"
	"sync"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const decreeFormat = "giupxa.area-decree/1"

// version is the day of the data.
const version = "2026-11-28"

// Decree is the rulebook: Decree 272/2025/NĐ-CP. Its zero value takes the default readings.
type Decree struct {
	// IncomeAtHalf takes «thấp hơn 50% so với» as half or less; by default it is less than half.
	IncomeAtHalf bool `json:"incomeAtHalf,omitempty"`
	// BothBoarding asks that boarding and semi-boarding schools are both below their bounds,
	// where a commune has both; by default one of them is enough.
	BothBoarding bool `json:"bothBoarding,omitempty"`
}

// UnmarshalJSON reads the settings and reports all their faults of form at once.
func (d *Decree) UnmarshalJSON(data []byte) error {
	type plain Decree
	return form.Decode(data, decreeFormat, (*plain)(d))
}

// MarshalJSON writes the settings with their format version.
func (d Decree) MarshalJSON() ([]byte, error) {
	type plain Decree
	return form.Encode(decreeFormat, plain(d))
}

// Edition names the exact content: the conditions and every setting.
func (d Decree) Edition() rule.Edition {
	return rule.EditionOf("area/272", version, []any{content(), d.IncomeAtHalf, d.BothBoarding})
}

var content = sync.OnceValue(func() string {
	return rule.Digest([]any{twelve, three, []Condition{ethnicCommune, highCommune, ethnicVillage, highVillage}, eitherBelongs})
})

// inForce is the decree in time. The criteria of 2021–2025 are not held.
var inForce = rule.MustTimeline(
	rule.Dated[bool]{Span: rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2025, 11, 30)}, Gap: rule.Text{
		Vi: "tiêu chí khu vực của giai đoạn 2021 - 2025 (33/2020/QĐ-TTg) chưa có ở đây", En: "the criteria of areas of 2021–2025 (33/2020/QĐ-TTg) are not held"}},
	rule.Dated[bool]{Span: rule.Span{From: rule.Day(2025, 12, 1)}, Value: true, Source: nd272},
)

// Result is the area of a commune and how it comes about.
type Result struct {
	// Area is the calculated area; not stated where the facts leave it open.
	Area criteria.Area `json:"area,omitzero"`
	// Possible is the areas that the facts leave open; one where Area is known.
	Possible []criteria.Area `json:"possible"`
	// Belongs says whether the commune belongs to the region: by Ethnic or by Mountainous, of
	// which one is enough by BelongsFrom.
	Belongs     criteria.Verdict  `json:"belongs"`
	BelongsFrom criteria.Citation `json:"belongsFrom"`
	Ethnic      Line              `json:"ethnic"`
	Mountainous Line              `json:"mountainous"`
	// Conditions is the twelve conditions, of which between Least and Most hold.
	Conditions []Line `json:"conditions"`
	Least      int    `json:"least"`
	Most       int    `json:"most"`
	// Difficult counts the especially difficult villages, Half says whether they are half or more.
	Difficult Tally            `json:"difficult"`
	Half      criteria.Verdict `json:"half"`
	Villages  []VillageLine    `json:"villages"`
	// Listed is the area of the approved list, as the record gives it.
	Listed Listed `json:"listed,omitzero"`

	Source   rule.Source   `json:"source"`
	Grounds  rule.Grounds  `json:"grounds"`
	Findings rule.Findings `json:"findings"`

	on civil.Date
}

// Line is one condition and what was compared. [criteria.Met] says that it holds.
type Line struct {
	No         int              `json:"no,omitempty"`
	Name       rule.Text        `json:"name"`
	Verdict    criteria.Verdict `json:"verdict"`
	Compared   []Compared       `json:"compared"`
	Source     rule.Source      `json:"source"`
	Confidence rule.Confidence  `json:"confidence"`
}

// Compared is a fact beside its bound, both exact: percent, people, or the unit of the income.
type Compared struct {
	Fact     string           `json:"fact"`
	Value    rule.Fraction    `json:"value"`
	Relation Relation         `json:"relation"`
	Limit    rule.Fraction    `json:"limit"`
	Verdict  criteria.Verdict `json:"verdict"`
}

// Tally is how many villages there can be of a kind, and how many in all.
type Tally struct {
	Least int         `json:"least"`
	Most  int         `json:"most"`
	Total rule.Number `json:"total"`
}

// VillageLine is one village: whether it belongs to the region, its three conditions, and
// whether it is especially difficult.
type VillageLine struct {
	ID          string           `json:"id"`
	Ethnic      Line             `json:"ethnic"`
	Mountainous Line             `json:"mountainous"`
	Conditions  []Line           `json:"conditions"`
	Difficult   criteria.Verdict `json:"difficult"`
}

const resultFormat = "giupxa.area/1"

// MarshalJSON writes the result with its format version. It holds all that was compared with
// what; with the commune beside it, [Decree.Replay] finds it again.
func (r Result) MarshalJSON() ([]byte, error) {
	type plain Result
	return form.Encode(resultFormat, plain(r))
}

// Replay classifies the commune of a stored result again and says whether the same comes out,
// or what differs. The error is misuse: a text that is no result, or a commune that cannot be
// classified.
func (d Decree) Replay(stored []byte, c Commune) (rule.Replayed, error) {
	if err := rule.ReadStored(stored, resultFormat, &struct{}{}); err != nil {
		return rule.Replayed{}, err
	}
	r, err := d.Classify(c)
	var again []byte
	if err == nil {
		again, err = json.Marshal(r)
	}
	if err != nil {
		return rule.Replayed{}, err
	}
	return rule.Replay(stored, again)
}

var nature = rule.Nature{Kind: rule.Calculation, Authority: rule.Text{
	Vi: "Ủy ban nhân dân cấp tỉnh phê duyệt danh sách, Bộ Dân tộc và Tôn giáo công bố",
	En: "the provincial People's Committee, which approves the list that the Ministry of Ethnic and Religious Affairs publishes"}}

// Classify finds the area of a commune on a day. The error is misuse: no criteria are held for
// that day ([rule.ErrGap]). A record that contradicts itself leaves every area open.
func (d Decree) Classify(c Commune) (Result, error) {
	j := judge{d: d, c: &c, out: Result{
		Listed: c.Listed, BelongsFrom: eitherBelongs, Source: nd272, Villages: []VillageLine{}, on: c.On,
		Grounds: rule.NewGrounds(nature, c, rule.Rulebook{Role: "decree", Edition: d.Edition()}),
	}}
	switch {
	case c.On.IsZero():
		j.undecided("on", "ngày xét", "the day")
	case !rule.IsDay(c.On):
		j.broken(ErrDay, "on", rule.A("day", c.On.String()))
	default:
		row, err := inForce.On(c.On)
		if err != nil {
			return Result{}, err
		}
		j.out.Source = row.Source
	}
	j.checkForm()
	j.villages()
	j.commune()
	j.decide()
	return j.out, nil
}

// Group3 says whether the commune is of area II or III, which makes group 3 of 51/2025/QĐ-TTg:
// by the list, or where none is given by the calculation.
func (r Result) Group3() criteria.Verdict {
	possible := r.Possible
	if r.Listed.Area != 0 {
		possible = []criteria.Area{r.Listed.Area}
	}
	far := func(a criteria.Area) bool { return a >= criteria.AreaII }
	switch {
	case len(possible) > 0 && !slices.ContainsFunc(possible, func(a criteria.Area) bool { return !far(a) }):
		return criteria.Met
	case !slices.ContainsFunc(possible, far) && len(possible) > 0:
		return criteria.NotMet
	}
	return criteria.Unknown
}
