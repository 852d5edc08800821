package rank

import (
	"slices"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
)

// Policy is how a list is put in order and cut. Its zero value counts places as in a
// competition, knows no tie-breaker and no quota.
type Policy struct {
	// Ties is how places are counted after equal scores.
	Ties Ties `json:"ties,omitzero"`
	// Breakers names the figures that decide between equal scores, the first one first; an
	// entry carries as many. A name of a person or unit never decides.
	Breakers []string `json:"breakers,omitempty" validate:"max=8,dive,required,max=100"`
	// Quota is the cap on the rating Excellent; nil: none.
	Quota *Quota `json:"quota,omitempty"`
	// Accept is the lowest confidence of a ratio that is used; zero is [rule.Secondary].
	Accept rule.Confidence `json:"accept,omitzero"`
}

// Quota is a cap on the rating Excellent («Hoàn thành xuất sắc nhiệm vụ»), counted in each
// unit and in each of its groups of similar duties.
type Quota struct {
	// Ratio is the share that may be Excellent, in percent; not given: not known.
	Ratio rule.Number `json:"ratio"`
	// Outstanding is the share, in percent, where the unit itself is rated Excellent; not
	// given: the same.
	Outstanding rule.Number `json:"outstanding"`
	// Of is of whom it is a share.
	Of Denominator `json:"of,omitzero"`
	// BeforeCut counts as Good only those rated Good before the cut; by default those that
	// the cut makes Good count too.
	BeforeCut bool     `json:"beforeCut,omitempty"`
	Rounding  Rounding `json:"rounding,omitzero"`
	// NoGroups leaves the groups of similar duties out: only the unit is counted.
	NoGroups bool `json:"noGroups,omitempty"`
	// Small is the number of entries below which at most SmallMost may be Excellent,
	// whatever the share; 0: no such rule.
	Small     int `json:"small,omitempty" validate:"min=0,max=1000"`
	SmallMost int `json:"smallMost,omitempty" validate:"min=0,max=1000"`
	// Source says the ratio, and OutstandingSource the higher one where it is another
	// passage; a host's own quota has no source.
	Source            rule.Source     `json:"source,omitzero"`
	Confidence        rule.Confidence `json:"confidence,omitzero"`
	OutstandingSource rule.Source     `json:"outstandingSource,omitzero"`
	// OutstandingConfidence is how well the higher ratio is known.
	OutstandingConfidence rule.Confidence `json:"outstandingConfidence,omitzero"`
}

// HaiPhong212 is the quota of Decision 212/2025/QĐ-UBND of Hải Phòng for leaders of
// departments: their share of Excellent is at most that of the Party members so rated. That
// share is of each Party organization and year: give it in Ratio.
func HaiPhong212() Quota {
	return Quota{Of: OfAll, Confidence: rule.Read, Source: rule.Source{Kind: rule.Decision, Number: "212/2025/QĐ-UBND", Date: rule.Day(2025, 11, 18), Issuer: "UBND thành phố Hải Phòng",
		Page: "https://thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Quyet-dinh-212-2025-QD-UBND-tieu-chi-danh-gia-chat-luong-can-bo-tai-cac-so-ban-nganh-Hai-Phong-681458.aspx"}}
}

const policyFormat = "giupxa.rank-policy/1"

type plainPolicy Policy

// UnmarshalJSON reads a policy and reports every fault of its form. The schema is
// policy.schema.json beside this package.
func (p *Policy) UnmarshalJSON(data []byte) error {
	return form.Build(data, policyFormat, (*plainPolicy)(p), func() error { return p.faults().Err() })
}

// MarshalJSON writes the policy with its format version.
func (p Policy) MarshalJSON() ([]byte, error) { return form.Encode(policyFormat, plainPolicy(p)) }

// Edition names every setting of the policy.
func (p Policy) Edition() rule.Edition {
	p.Accept = p.Accept.Floor()
	return rule.EditionOf(policyFormat, "", plainPolicy(p))
}

// clone shares nothing with the policy.
func (p Policy) clone() Policy {
	p.Breakers = slices.Clone(p.Breakers)
	if p.Quota != nil {
		q := *p.Quota
		p.Quota = &q
	}
	return p
}

// faults finds what makes the policy none.
func (p Policy) faults() rule.Findings {
	var found rule.Findings
	fault := func(at rule.Path, vi, en string) {
		found = append(found, table.Broken(ErrPolicy, at, rule.A("why", rule.Text{Vi: vi, En: en})))
	}
	for i, b := range p.Breakers {
		if slices.Contains(p.Breakers[:i], b) {
			fault(rule.Path("breakers").Index(i), "tiêu chí phụ ghi hai lần", "the tie-breaker appears twice")
		}
	}
	if p.Quota == nil {
		return found
	}
	if q := p.Quota; q.Ratio.Known() && q.Ratio.Cmp(rule.Int(100)) <= 0 && q.Outstanding.Known() && q.Outstanding.Cmp(q.Ratio) < 0 {
		fault("quota.outstanding", "tỷ lệ của đơn vị xuất sắc thấp hơn tỷ lệ chung", "the ratio of an Excellent unit is below the ratio of all")
	}
	if q := p.Quota; q.SmallMost > 0 && q.SmallMost >= q.Small {
		fault("quota.smallMost", "mức cho đơn vị ít người phải nhỏ hơn số người", "the cap on few people is below their number")
	}
	for _, r := range []struct {
		at    rule.Path
		ratio rule.Number
	}{{"quota.ratio", p.Quota.Ratio}, {"quota.outstanding", p.Quota.Outstanding}} {
		if r.ratio.Known() && (r.ratio.Sign() < 0 || r.ratio.Cmp(rule.Int(100)) > 0) {
			fault(r.at, "tỷ lệ phải từ 0 đến 100 %", "a ratio is from 0 to 100 %")
		}
	}
	return found
}

// Faults is what makes the policy unusable, all of it; reading reports the same.
func (p Policy) Faults() rule.Findings { return append(form.Check(plainPolicy(p)), p.faults()...) }

// Counts is what a quota is counted of: those rated Excellent and Good before the cut, and
// all that are rated.
type Counts struct {
	Excellent int `json:"excellent"`
	Good      int `json:"good"`
	Rated     int `json:"rated"`
}

func (c *Counts) add(r evaluation.Rating) {
	switch r {
	case evaluation.Unrated:
		return
	case evaluation.Excellent:
		c.Excellent++
	case evaluation.Good:
		c.Good++
	}
	c.Rated++
}

// Share is the exact number of people that a ratio in percent allows. Of those rated Good
// after the cut it is the largest x with x ≤ ratio × (Excellent + Good − x).
func (q Quota) Share(ratio rule.Number, c Counts) rule.Fraction {
	r := ratio.Fraction().Mul(rule.Ratio(1, 100))
	switch {
	case q.Of == OfAll:
		return r.Mul(rule.Ratio(int64(c.Rated), 1))
	case q.Of == OfGoodOrBetter:
		return r.Mul(rule.Ratio(int64(c.Excellent+c.Good), 1))
	case q.BeforeCut:
		return r.Mul(rule.Ratio(int64(c.Good), 1))
	}
	return r.Mul(rule.Ratio(int64(c.Excellent+c.Good), 1)).Quo(rule.Ratio(1, 1).Add(r))
}

// Most is the number of people that a ratio allows, rounded as the quota says; -1 where the
// ratio is not known.
func (q Quota) Most(ratio rule.Number, c Counts) int {
	share := q.Share(ratio, c)
	if !share.Known() {
		return -1
	}
	how := map[Rounding]rule.Rounding{Floor: rule.Cut, HalfUp: rule.HalfAway, Up: rule.Up}[q.Rounding]
	n, _, _ := share.Round(0, how).Floor(0)
	return int(n)
}

// readings are the ways of counting that are in use.
func (q Quota) readings() [4]Quota {
	return [4]Quota{{Rounding: q.Rounding}, {Rounding: q.Rounding, BeforeCut: true}, {Rounding: q.Rounding, Of: OfGoodOrBetter}, {Rounding: q.Rounding, Of: OfAll}}
}
