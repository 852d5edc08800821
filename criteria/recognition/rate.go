package recognition

import (
	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Rate is a share by its counts, or a percentage as published. Where both are
// given the counts decide, and the percentage is compared with them by [rule.Stated].
type Rate struct {
	Part    rule.Number `json:"part"`
	Whole   rule.Number `json:"whole"`
	Percent rule.Number `json:"percent"`
}

// Known reports whether the rate is given.
func (r Rate) Known() bool { return r.counted() || r.Percent.Known() }

func (r Rate) counted() bool { return r.Part.Known() && r.Whole.Known() }

// In says the rate: "912/1000" or "91,2 %".
func (r Rate) In(l rule.Lang) string {
	switch {
	case r.counted():
		return r.Part.In(l) + "/" + r.Whole.In(l)
	case r.Percent.Known():
		return r.Percent.In(l) + " %"
	default:
		return rule.Text{Vi: "chưa có số liệu", En: "no figure"}.In(l)
	}
}

// given is all that the record says, for a reader who is to find the fault in it.
func (r Rate) given(l rule.Lang) string {
	said := orDots(r.Part, l) + "/" + orDots(r.Whole, l)
	if r.Percent.Known() {
		said += ", " + r.Percent.In(l) + " %"
	}
	return said
}

func orDots(n rule.Number, l rule.Lang) string {
	if !n.Known() {
		return "…"
	}
	return n.In(l)
}

var (
	whyPercent   = rule.Text{Vi: "tỷ lệ nằm trong 0–100 %", En: "a percentage lies in 0–100"}
	whyCounts    = rule.Text{Vi: "số đếm là số nguyên từ 0 trở lên", En: "counts are whole numbers from 0 up"}
	whyAmbiguous = rule.Text{Vi: "ba chữ số sau dấu chấm, không rõ là hàng nghìn hay phần thập phân; ghi số liền nhau", En: "three digits after a dot may be thousands or decimals; write the digits without a dot"}
	whyNobody    = rule.Text{Vi: "không có ai trong tổng số", En: "nobody is in the whole"}
	whyPart      = rule.Text{Vi: "phần lớn hơn tổng số", En: "the part is more than the whole"}
)

// fault says why the numbers cannot be a rate; it is empty where they can.
func (r Rate) fault() rule.Text {
	if r.Percent.Known() && (r.Percent.Sign() < 0 || r.Percent.Cmp(rule.Int(100)) > 0) {
		return whyPercent
	}
	for _, n := range []rule.Number{r.Part, r.Whole} {
		switch {
		case !n.Known():
		case n.Places() == 3: // 8.000 people: 8, or 8,000 as documents group them
			return whyAmbiguous
		case n.Sign() < 0 || !n.Decimal().IsInteger():
			return whyCounts
		}
	}
	switch {
	case r.Whole.Known() && r.Whole.Sign() == 0:
		return whyNobody
	case r.counted() && r.Part.Cmp(r.Whole) > 0:
		return whyPart
	}
	return rule.Text{}
}

// exact is the percentage that the counts give; not known without counts.
func (r Rate) exact() rule.Fraction {
	return r.Part.Fraction().Quo(r.Whole.Fraction()).Mul(rule.Ratio(100, 1))
}

// stated compares the percentage with the counts, where both are given.
func (r Rate) stated() rule.Kind {
	if !r.counted() {
		return 0
	}
	return rule.Stated(r.Percent, r.exact(), r.exact())
}

// atLeast compares a rate that is given with a percentage, without dividing.
func (r Rate) atLeast(percent rule.Number) criteria.Verdict {
	reached := r.Percent.Cmp(percent) >= 0
	if r.counted() {
		reached = r.Part.Decimal().Shift(2).Cmp(percent.Decimal().Mul(r.Whole.Decimal())) >= 0
	}
	if reached {
		return criteria.Met
	}
	return criteria.NotMet
}
