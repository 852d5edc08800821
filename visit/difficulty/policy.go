package difficulty

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/visit/workday"
)

// Policy is the rulebook of difficulties: the powers and the text that binds, how it is
// read, and what a host demands besides. The zero Policy is the 2021 dispatch of package
// laocai in its default readings; it lists no powers and demands no answer by a day.
type Policy struct {
	Competence Competence `json:"competence,omitzero"`

	// The readings. Each zero value is the default.

	// AnyReceiver: the text names no receiver of the commune's recommendations.
	AnyReceiver bool `json:"anyReceiver,omitempty"`
	// ClosedAlone: closing a difficulty is a disposition too.
	ClosedAlone bool `json:"closedAlone,omitempty"`
	// EveryMatter: the passage on settling and referring reaches matters of poverty reduction
	// and those outside both programs as well.
	EveryMatter bool `json:"everyMatter,omitempty"`
	// OwnerApart: the body in charge of a criterion need not be named in a referral.
	OwnerApart bool `json:"ownerApart,omitempty"`

	// The policies. Each zero value demands nothing.

	// AnswerDue is the working days in which an answer is due, the day on which it is
	// asked not counted; 0: no text gives a limit, and none is demanded. A hand-over does not
	// begin the time anew.
	AnswerDue int `json:"answerDue,omitempty" validate:"gte=0,lte=1000"`
}

const policyFormat = "giupxa.difficulty-policy/1"

type plainPolicy Policy

// UnmarshalJSON reads a policy and reports every fault of its form. The schema is
// difficulty-policy.schema.json beside this package.
func (p *Policy) UnmarshalJSON(data []byte) error {
	return form.Decode(data, policyFormat, (*plainPolicy)(p))
}

// MarshalJSON writes the policy with its format version.
func (p Policy) MarshalJSON() ([]byte, error) { return form.Encode(policyFormat, plainPolicy(p)) }

// Faults is what makes the policy none, all of it: a limit below zero, and what
// [Competence.Faults] says of the powers. Reading reports the same.
func (p Policy) Faults() rule.Findings {
	return append(form.Check(plainPolicy(p)), p.Competence.sense().Under("competence")...)
}

// Edition names every setting that can change an answer, the basis included.
func (p Policy) Edition() rule.Edition {
	p.Competence.Basis = p.Competence.basis()
	text := p.Competence.Basis.Edition()
	return rule.EditionOf(policyFormat+" "+text.ID, text.Version, p)
}

// AnswerBy is the last day on which the answer last asked up to a day is in time, with
// what moved it; false where no answer was asked, where it is not known when, or where the
// policy sets no limit. The error is that of [workday.Calendar.Deadline]: a day outside the
// calendar, or one that is not decided.
func (p Policy) AnswerBy(d Difficulty, day civil.Date, cal workday.Calendar) (workday.Deadline, bool, error) {
	if err := rule.CheckDay(day); err != nil {
		return workday.Deadline{}, false, err
	}
	c, _ := d.on(day)
	if p.AnswerDue <= 0 || c.asked.IsZero() {
		return workday.Deadline{}, false, nil
	}
	deadline, err := p.limit(c.asked, cal)
	return deadline, err == nil, err
}

// limit is the last day to answer what was asked on a day.
func (p *Policy) limit(asked civil.Date, cal workday.Calendar) (workday.Deadline, error) {
	return cal.Deadline(workday.Term{N: p.AnswerDue, Unit: workday.WorkingDays, From: asked})
}
