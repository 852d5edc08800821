package assignment

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Power is what a body may settle (thẩm quyền): matters of a field, or of one
// criterion, up to a size. A host's own list; the dispatch holds none.
type Power struct {
	Body      org.BodyID  `json:"body" validate:"required,max=100"`
	Field     org.Field   `json:"field,omitempty" validate:"max=100"`    // empty: any field
	Set       string      `json:"set,omitempty" validate:"max=100"`      // empty: no matter which
	Criterion string      `json:"criterion,omitempty" validate:"max=20"` // empty: any; "17" serves "17.1"
	UpTo      rule.Number `json:"upTo"`                                  // inclusive; not given: no limit
	Span      rule.Span   `json:"span,omitzero"`
}

// Matter is what a difficulty is about: its field, its criterion and its size in
// the unit in which the host's powers are written, for example million VND.
type Matter struct {
	Field     org.Field   `json:"field,omitempty" validate:"max=100"`
	Set       string      `json:"set,omitempty" validate:"max=100"`
	Criterion string      `json:"criterion,omitempty" validate:"max=20"`
	Size      rule.Number `json:"size"`
}

// Disposal is what became of a difficulty: settled at once by a body, or referred
// to a lead authority and any number of cooperating ones, or both.
type Disposal struct {
	On          civil.Date   `json:"on,omitzero"`
	Settled     org.BodyID   `json:"settled,omitempty"` // the body that settled it at once
	Leads       []org.BodyID `json:"leads,omitempty"`
	Cooperating []org.BodyID `json:"cooperating,omitempty"`
}

// Reach is whether a matter lies within a body's powers. The zero value is
// invalid.
type Reach uint8

// The answers.
const (
	_       Reach = iota
	Within        // it may settle the matter
	Beyond        // no power of its own covers it
	Unclear       // the field, criterion or size that would decide is not given
)

var reaches = rule.NewEnum[Reach]("reach of a power", rule.Word{},
	rule.Word{Code: "within", Vi: "trong thẩm quyền", En: "within competence"},
	rule.Word{Code: "beyond", Vi: "ngoài thẩm quyền", En: "beyond competence"},
	rule.Word{Code: "unclear", Vi: "chưa rõ thẩm quyền", En: "competence unclear"},
)

// Competence says which body may settle a difficulty (section 1, bullet 3).
type Competence struct {
	Powers []Power `json:"powers" validate:"dive"`
	// SettleAtWill takes no stand on who settles: see the reading of
	// [ErrBeyondCompetence].
	SettleAtWill bool `json:"settleAtWill,omitempty"`
	// LeadsAlike takes the reading that several authorities may be addressed alike.
	LeadsAlike bool `json:"leadsAlike,omitempty"`
	// ClosedList takes the reading that no other authority than those the text names
	// can lead.
	ClosedList bool `json:"closedList,omitempty"`
}

// Reach tells whether a matter lies within the powers of a body on a day.
func (c Competence) Reach(b org.BodyID, m Matter, on civil.Date) Reach {
	answer := Beyond
	for _, p := range c.Powers {
		if p.Body != b || !p.Span.Contains(on) {
			continue
		}
		switch p.covers(m) {
		case Within:
			return Within
		case Unclear:
			answer = Unclear
		}
	}
	return answer
}

// covers compares a power with a matter: what the power limits and the matter
// does not say is unclear, unless something else already lies beyond.
func (p Power) covers(m Matter) Reach {
	answer := Within
	for _, limit := range [...]struct {
		given, unknown, fits bool
	}{
		{p.Field != "", m.Field == "", p.Field == m.Field},
		{p.Set != "", m.Set == "", p.Set == m.Set},
		{p.Criterion != "", m.Criterion == "", serves(p.Criterion, m.Criterion)},
		{p.UpTo.Known(), !m.Size.Known(), m.Size.Cmp(p.UpTo) <= 0},
	} {
		switch {
		case !limit.given:
		case limit.unknown:
			answer = Unclear
		case !limit.fits:
			return Beyond
		}
	}
	return answer
}

// serves reports whether a criterion is the indicator's own or one above it.
func serves(criterion, indicator string) bool {
	for below := true; below; indicator, below = headingOf(indicator) {
		if criterion == indicator {
			return true
		}
	}
	return false
}

// Route proposes what becomes of a matter that an assigned leader found: settled
// at once by the leader's body where it lies within its powers, otherwise
// referred to the first of the authorities that the matrix has receive reports
// whose powers cover it, with the owner of the criterion cooperating. Leads is
// empty where no listed power covers the matter: the host decides.
func (c Competence) Route(m Matter, by Leader, r Roster, x duty.Matrix, on civil.Date) Disposal {
	d := Disposal{On: on}
	if c.Reach(by.Body, m, on) == Within {
		d.Settled = by.Body
		return d
	}
	named := authorities(x)
	for _, p := range c.Powers {
		if p.Span.Contains(on) && named.has(p.Body) && p.covers(m) == Within {
			d.Leads = []org.BodyID{p.Body}
			break
		}
	}
	for _, owner := range r.OwnersOf(m.Set, m.Criterion, on) {
		if owner != by.Body && !slices.Contains(d.Leads, owner) {
			d.Cooperating = append(d.Cooperating, owner)
		}
	}
	return d
}

// Check judges what became of a matter that an assigned leader found. What was
// referred is never a breach, even where it could have been settled at once. A
// leader whose reach is unclear and who settled is Undecided. The matrix says
// which authorities receive reports on its day; a host's own committee counts
// where its body in the matrix is of their class.
func (c Competence) Check(d Disposal, m Matter, x duty.Matrix) rule.Findings {
	var found rule.Findings
	if d.Settled != "" && !c.SettleAtWill {
		switch c.Reach(d.Settled, m, d.On) {
		case Beyond:
			found = append(found, table.Broken(ErrBeyondCompetence, "settled", rule.A("body", x.Name(d.Settled))))
		case Unclear:
			found = append(found, table.Undecided(ErrBeyondCompetence, "settled", rule.A("body", x.Name(d.Settled))))
		}
	}
	if !c.LeadsAlike {
		switch {
		case len(d.Leads) > 1:
			found = append(found, table.Broken(ErrOneLead, "leads", rule.A("number", len(d.Leads))))
		case len(d.Leads) == 0 && len(d.Cooperating) > 0 && d.Settled == "":
			found = append(found, table.Broken(ErrOneLead, "leads", rule.A("number", 0)))
		}
	}
	named := authorities(x)
	for i, lead := range d.Leads {
		if named.has(lead) {
			continue
		}
		args := []rule.Arg{rule.A("body", x.Name(lead))}
		if c.ClosedList {
			found = append(found, table.Broken(ErrLeadNotNamed, rule.Path("leads").Index(i), args...))
		} else {
			found = append(found, table.Advice(ErrLeadNotNamed, rule.Path("leads").Index(i), args...))
		}
	}
	return found
}

// reportDuty is the duty to report difficulties upward.
const reportDuty = duty.ReferDifficulty

// named is the authorities that receive reports of difficulties under a matrix.
type named struct{ m duty.Matrix }

func authorities(m duty.Matrix) named { return named{m} }

func (n named) has(b org.BodyID) bool {
	d, ok := n.m.Duty(reportDuty)
	if !ok {
		return false
	}
	if d.Towards.Has(b) {
		return true
	}
	body, _ := n.m.Body(b)
	return slices.ContainsFunc(body.Classes, d.Towards.Has)
}
