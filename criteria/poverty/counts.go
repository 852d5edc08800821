package poverty

import (
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const countsFormat = "giupxa.poverty-counts/1"

// maxCount bounds a number of households, so that products stay within 64 bits.
const maxCount = 1_000_000_000

// Counts is the households of a commune at a review. A number not given is not
// known, which is not 0.
type Counts struct {
	// Standard is the poverty standard of the review: "07/2021/NĐ-CP".
	Standard string `json:"standard,omitempty" validate:"max=64"`
	// Households is all households, Poor and NearPoor those of the two classes, and Others
	// those of neither.
	Households rule.Number `json:"households"`
	Poor       rule.Number `json:"poor"`
	NearPoor   rule.Number `json:"nearPoor"`
	Others     rule.Number `json:"others"`
	// Stated is what the document prints beside the counts. It is compared with what they
	// give, and never used.
	Stated Stated `json:"stated,omitzero"`
	// Parts divides the same households, as into urban and rural ones; AllParts says that
	// no part is left out.
	Parts    []Part `json:"parts,omitempty" validate:"max=200,dive"`
	AllParts bool   `json:"allParts,omitempty"`
	// Before is the review before, and Movement the stated change from it to this one.
	Before   Before   `json:"before,omitzero"`
	Movement Movement `json:"movement,omitzero"`
}

// Figures is the counts of one column of a document and what it states of them.
type Figures struct {
	Households rule.Number `json:"households"`
	Poor       rule.Number `json:"poor"`
	NearPoor   rule.Number `json:"nearPoor"`
	Others     rule.Number `json:"others"`
	Stated     Stated      `json:"stated,omitzero"`
}

// Part is one part of the households: "thành thị", "nông thôn".
type Part struct {
	Name string `json:"name" validate:"required,max=256"`
	Figures
}

// Before is the counts of the review before.
type Before struct {
	Standard string `json:"standard,omitempty" validate:"max=64"`
	Figures
}

// Stated is the figures that a document prints beside its counts.
type Stated struct {
	// Together is the poor and near-poor households in one number.
	Together rule.Number `json:"together"`
	// The rates are percentages of all households.
	PoorRate         rule.Number `json:"poorRate"`
	NearPoorRate     rule.Number `json:"nearPoorRate"`
	Multidimensional rule.Number `json:"multidimensional"`
}

// Movement is the change that a document states since the review before: households,
// and percentage points of the rates. A fall is below 0.
type Movement struct {
	Poor     rule.Number `json:"poor"`
	NearPoor rule.Number `json:"nearPoor"`
	Together rule.Number `json:"together"`
	// Escaped is the households that are no longer poor, NewlyPoor those that have become so:
	// poor now, less poor before, and escaped (04/2024/TT-BLĐTBXH).
	Escaped   rule.Number `json:"escaped"`
	NewlyPoor rule.Number `json:"newlyPoor"`

	PoorRate         rule.Number `json:"poorRate"`
	NearPoorRate     rule.Number `json:"nearPoorRate"`
	Multidimensional rule.Number `json:"multidimensional"`
}

// UnmarshalJSON reads counts and reports all their faults of form at once.
func (c *Counts) UnmarshalJSON(data []byte) error {
	type plain Counts
	return form.Decode(data, countsFormat, (*plain)(c))
}

// MarshalJSON writes the counts with their format version.
func (c Counts) MarshalJSON() ([]byte, error) {
	type plain Counts
	return form.Encode(countsFormat, plain(c))
}

type namedCount struct {
	at rule.Path
	n  rule.Number
}

var countNames = map[rule.Path]rule.Text{
	"households": {Vi: "tổng số hộ", En: "the number of households"},
	"poor":       {Vi: "số hộ nghèo", En: "the number of poor households"},
	"nearPoor":   {Vi: "số hộ cận nghèo", En: "the number of near-poor households"},
	"others":     {Vi: "số hộ còn lại", En: "the number of the other households"},
}

func (c Counts) figures() Figures {
	return Figures{Households: c.Households, Poor: c.Poor, NearPoor: c.NearPoor, Others: c.Others, Stated: c.Stated}
}

func (f Figures) counts() []namedCount {
	return []namedCount{{"households", f.Households}, {"poor", f.Poor}, {"nearPoor", f.NearPoor}, {"others", f.Others}}
}

// Check finds counts that are not possible (a fraction, below 0, more than 1,000,000,000,
// no household at all), counts and parts that do not add up, whichever of them are given,
// and stated figures that the counts do not give. A figure that is rounded or cut is
// advice; one that the counts leave open is no finding.
func (c Counts) Check() rule.Findings {
	own := c.figures()
	found := own.check("")
	for i, p := range c.Parts {
		found = append(found, p.check(rule.Path("parts").Index(i))...)
	}
	found = append(found, c.Before.check("before")...)
	for _, p := range []namedCount{{"movement.escaped", c.Movement.Escaped}, {"movement.newlyPoor", c.Movement.NewlyPoor}} {
		if why, ok := isCount(p.n, false); p.n.Known() && !ok {
			found = append(found, table.Broken(ErrCounts, p.at, rule.A("count", p.n), rule.A("why", why)))
		}
	}
	if len(found.Of(ErrCounts))+len(found.Of(ErrCountsDiffer)) > 0 {
		return found // what rests on such counts would be wrong with them
	}
	found = append(found, c.checkParts()...)
	return append(found, c.checkMovement()...)
}

func (f Figures) check(at rule.Path) rule.Findings {
	var found rule.Findings
	for _, p := range f.counts() {
		if why, ok := isCount(p.n, p.at == "households"); p.n.Known() && !ok {
			found = append(found, table.Broken(ErrCounts, p.at.Under(at), rule.A("count", p.n), rule.A("why", why)))
		}
	}
	if found != nil {
		return found
	}
	if f.Households.Known() {
		var sum int64
		complete := true
		for _, p := range f.counts()[1:] {
			sum += p.n.Decimal().IntPart()
			complete = complete && p.n.Known()
		}
		if whole := f.Households.Decimal().IntPart(); sum > whole || (complete && sum != whole) {
			return append(found, table.Broken(ErrCountsDiffer, rule.Path("households").Under(at), rule.A("parts", sum), rule.A("whole", whole)))
		}
	}
	return f.checkStated(rule.Path("stated").Under(at))
}

var (
	whyPositive  = rule.Text{Vi: "phải lớn hơn 0", En: "it must be above 0"}
	whyWhole     = rule.Text{Vi: "phải là số nguyên từ 0 đến 1.000.000.000", En: "it must be a whole number from 0 to 1,000,000,000"}
	whyAmbiguous = rule.Text{Vi: "ba chữ số sau dấu chấm, không rõ là hàng nghìn hay phần thập phân; ghi số liền nhau", En: "three digits after a dot may be thousands or decimals; write the digits without a dot"}
)

// isCount reports whether a number can be one of households, and why not.
func isCount(n rule.Number, positive bool) (why rule.Text, ok bool) {
	switch {
	case n.Places() == 3: // 8.000 households: 8, or 8,000 as documents group them
		return whyAmbiguous, false
	case positive && n.Sign() == 0:
		return whyPositive, false
	}
	return whyWhole, n.Sign() >= 0 && n.Decimal().IsInteger() && n.Cmp(rule.Int(maxCount)) <= 0
}

// checkParts compares each count with the sum over the parts.
func (c Counts) checkParts() rule.Findings {
	if len(c.Parts) == 0 {
		return nil
	}
	var found rule.Findings
	for i, whole := range c.figures().counts() {
		if !whole.n.Known() {
			continue
		}
		var sum int64
		complete := c.AllParts
		for _, p := range c.Parts {
			n := p.counts()[i].n
			sum += n.Decimal().IntPart()
			complete = complete && n.Known()
		}
		if n := whole.n.Decimal().IntPart(); sum > n || (complete && sum != n) {
			found = append(found, table.Broken(ErrPartsDiffer, whole.at, rule.A("what", countNames[whole.at]), rule.A("parts", sum), rule.A("whole", n)))
		}
	}
	return found
}
