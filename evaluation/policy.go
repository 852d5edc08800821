package evaluation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Policy judges how a sheet came about: who evaluated, with what signatures and
// evidence, under which regulation; and it combines the parts of a leader who helps
// several communes. Its zero value is the default readings and demands nothing more.
type Policy struct {
	// EachAlone reads section 4, bullet 1 so that each body may evaluate by itself; by
	// default all of them take part.
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

	// Evaluators are the joint evaluators; nil is the three bodies of the dispatch. A
	// host names their successors.
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

// The three bodies of section 4, bullet 1, with their names.
var three = []struct {
	id   org.BodyID
	name rule.Text
}{
	{laocai.HomeAffairs, rule.Text{Vi: "Sở Nội vụ", En: "the Department of Home Affairs"}},
	{laocai.Labour, rule.Text{Vi: "Sở Lao động - Thương binh và Xã hội", En: "the Department of Labor, Invalids and Social Affairs"}},
	{laocai.CoordinationOffice, rule.Text{Vi: "Văn phòng Điều phối nông thôn mới tỉnh", En: "the provincial Coordination Office for New Rural Development"}},
}

func (p Policy) evaluators() []org.BodyID {
	if p.Evaluators != nil {
		return p.Evaluators
	}
	ids := make([]org.BodyID, len(three))
	for i, b := range three {
		ids[i] = b.id
	}
	return ids
}

// names says bodies, those of the dispatch by name and others by id.
func names(ids []org.BodyID) rule.Text {
	var vi, en []string
	for _, id := range ids {
		name := rule.Text{Vi: string(id), En: string(id)}
		for _, b := range three {
			if b.id == id {
				name = b.name
			}
		}
		vi, en = append(vi, name.Vi), append(en, name.En)
	}
	return rule.Text{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
}

// Check judges how one sheet came about, under the scheme by which it is scored. The
// marks themselves are judged by [Scheme.Score].
func (p Policy) Check(sheet Sheet, scheme Scheme) rule.Findings {
	var found rule.Findings
	_, isCommune := sheet.About.(CommuneResult)
	if isCommune && !p.OutcomeIsCommune {
		found = append(found, p.communeResult(sheet)...)
	} else {
		found = append(found, p.jointly(sheet)...)
		found = append(found, p.asRegulated(sheet, scheme)...)
	}
	if p.EvidenceDemanded {
		for i, e := range sheet.Entries {
			if !e.Verified.IsZero() && !slices.ContainsFunc(e.Evidence, func(s string) bool { return !rule.Blank(s) }) {
				found = append(found, table.Broken(ErrEvidence, entryPath(i, "evidence"), rule.A("line", rule.Shorten(e.Line))))
			}
		}
	}
	return found
}

// communeResult advises where the joint evaluators evaluate the commune's own result.
func (p Policy) communeResult(sheet Sheet) rule.Findings {
	for i, e := range sheet.Evaluators {
		if slices.Contains(p.evaluators(), e.Body) {
			return rule.Findings{table.Advice(ErrCommuneResult, rule.Path("evaluators").Index(i).Key("body"))}
		}
	}
	return nil
}

// jointly judges who took part and who signed.
func (p Policy) jointly(sheet Sheet) rule.Findings {
	var found rule.Findings
	var absent, unsigned []org.BodyID
	expected := p.evaluators()
	for _, id := range expected {
		i := slices.IndexFunc(sheet.Evaluators, func(e Evaluator) bool { return e.Body == id })
		if i < 0 {
			absent = append(absent, id)
		}
		if i < 0 || !sheet.Evaluators[i].Signed.IsValid() {
			unsigned = append(unsigned, id)
		}
	}
	switch {
	case len(sheet.Evaluators) == 0 && len(expected) > 0:
		found = append(found, table.Undecided(ErrEvaluators, "evaluators", rule.A("bodies", names(expected))))
	case len(absent) == len(expected) && len(expected) > 0:
		found = append(found, table.Broken(ErrEvaluators, "evaluators", rule.A("bodies", names(expected))))
	case len(absent) > 0 && !p.EachAlone:
		found = append(found, table.Broken(ErrAlone, "evaluators", rule.A("bodies", names(absent))))
	}
	if p.JointSignature && len(unsigned) > 0 {
		found = append(found, table.Broken(ErrSignature, "evaluators", rule.A("bodies", names(unsigned))))
	}
	return found
}

// asRegulated judges whether the scheme served when the sheet was published. A
// scheme that still serves leaves nothing to judge.
func (p Policy) asRegulated(sheet Sheet, scheme Scheme) rule.Findings {
	if p.CadreRules || scheme.c == nil || scheme.c.table.Span.To.IsZero() {
		return nil
	}
	span := scheme.c.table.Span
	args := []rule.Arg{rule.A("document", scheme.c.table.Source), rule.A("span", span)}
	switch {
	case !sheet.Published.IsValid():
		return rule.Findings{table.Undecided(ErrAsRegulated, "published", args...)}
	case !span.Contains(sheet.Published):
		return rule.Findings{table.Broken(ErrAsRegulated, "published", args...)}
	}
	return nil
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
		if !p.SheetPerCommune {
			work.Commune = ""
		}
		if seen[work] {
			found = append(found, table.Broken(ErrOneSheet, rule.Path("").Index(i).Key("about"), rule.A("year", work.Year)))
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
	}
	for i, part := range parts {
		r.findings = append(r.findings, part.findings.Under(rule.Path("parts").Index(i))...)
		r.refused = r.refused || part.refused || part.adrift
	}
	weights, decided := p.weights(parts)
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
	r.decided = (decided || len(parts) == 1) && r.low.Cmp(r.high) == 0
	r.rating = r.rate()
	return r, nil
}

// fit reports why results are not the parts of one leader's year.
func fit(parts []Result) error {
	if len(parts) == 0 {
		return fmt.Errorf("%w: none is given", ErrParts)
	}
	seen := map[org.UnitCode]bool{}
	for i, part := range parts {
		work, ok := part.about.(SupportWork)
		if !ok || part.c == nil || part.parts != nil {
			return fmt.Errorf("%w: part %d is not the result of a sheet on support work", ErrParts, i)
		}
		first := parts[0].about.(SupportWork)
		switch {
		case part.c.edition != parts[0].c.edition:
			return fmt.Errorf("%w: part %d goes by another scheme", ErrParts, i)
		case work.Leader != first.Leader || work.Year != first.Year:
			return fmt.Errorf("%w: part %d is of another leader or year", ErrParts, i)
		case len(parts) > 1 && (work.Commune == "" || seen[work.Commune]):
			return fmt.Errorf("%w: part %d names no commune, or one that another part names", ErrParts, i)
		}
		seen[work.Commune] = true
	}
	return nil
}

// weights are those of the parts; false where the policy does not decide them.
func (p Policy) weights(parts []Result) ([]rule.Fraction, bool) {
	out := make([]rule.Fraction, len(parts))
	var total rule.Sum
	for i, part := range parts {
		switch p.Combining {
		case CombineMean, CombineWorst:
			out[i] = rule.Ratio(1, 1)
		case CombineWeighted:
			w := p.CommuneWeights[part.about.(SupportWork).Commune]
			if !w.Known() || w.Sign() < 0 {
				return nil, false
			}
			out[i] = w.Fraction()
		default:
			return nil, false
		}
		total.Add(out[i])
	}
	for i := range out {
		out[i] = out[i].Quo(total.Total())
	}
	return out, total.Total().Sign() > 0
}

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

func mean(parts []Result, weights []rule.Fraction, bound func(*Result) rule.Fraction) rule.Fraction {
	var total rule.Sum
	for i := range parts {
		total.Add(bound(&parts[i]).Mul(weights[i]))
	}
	return total.Total()
}
