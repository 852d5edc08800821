package meeting

import (
	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/visit"
)

// Contact is one contact of a leader, or of the leader's team, with a steering committee of
// the district or the commune (liên hệ với Ban Chỉ đạo). The text asks for regular and close
// contact and sets no number.
type Contact struct {
	ID string `json:"id" validate:"required,max=100"`
	// Assignment is the id of the assignment under which contact was made.
	Assignment string `json:"assignment" validate:"required,max=100"`
	// With is the body: "bcd-huyen".
	With    org.BodyID    `json:"with" validate:"required,max=100"`
	By      string        `json:"by,omitempty" validate:"max=100"` // of the team; empty: the leader
	On      rule.Moment   `json:"on,omitzero"`
	Channel visit.Channel `json:"channel,omitzero"`
	About   string        `json:"about,omitempty" validate:"max=2000"`
	Ref     string        `json:"ref,omitempty" validate:"max=200"`
}

const contactFormat = "giupxa.contact/1"

type plainContact Contact

// UnmarshalJSON reads a contact and reports every fault of its form.
func (c *Contact) UnmarshalJSON(data []byte) error {
	return form.Decode(data, contactFormat, (*plainContact)(c))
}

// MarshalJSON writes the contact with its format version.
func (c Contact) MarshalJSON() ([]byte, error) { return form.Encode(contactFormat, plainContact(c)) }

func (c *Contact) normalize() {
	c.ID, c.Assignment, c.With, c.By = rule.Normal(c.ID), rule.Normal(c.Assignment), rule.Normal(c.With), rule.Normal(c.By)
}

// CheckContact judges whether a contact lies within the assignment under which it was made.
func (p Policy) CheckContact(c Contact, roster assignment.Roster) rule.Findings {
	c.normalize()
	j := p.basis().Judge(table, c.On.Date)
	a, ok := roster.Assignment(c.Assignment)
	switch {
	case !c.On.IsZero() && !c.On.IsValid():
		j.Broken(ErrMoment, "on", rule.A("value", c.On.Date.String()))
	case c.On.IsZero():
		j.Undecided(ErrContactDay, "on")
	case roster.Len() == 0:
		j.Undecided(ErrContactOutside, "assignment", rule.A("day", c.On))
	case !ok || !a.Span.Contains(c.On.Date):
		j.Broken(ErrContactOutside, "assignment", rule.A("day", c.On))
	}
	return j.Findings()
}

// ContactRecords is the fact of a contact, for [duty.NewRegister]; none where its day is not
// known, where it lies within no assignment, or where the text does not ask for contact.
func (p Policy) ContactRecords(c Contact, roster assignment.Roster) []duty.Record {
	c.normalize()
	a, ok := roster.Assignment(c.Assignment)
	if !p.basis().Lays(duty.KeepContact) || !ok || !c.On.IsValid() || !a.Span.Contains(c.On.Date) {
		return nil
	}
	by := c.By
	if by == "" {
		by = a.Leader
	}
	return []duty.Record{{Fact: duty.Fact{Kind: duty.ContactMade, Duty: duty.KeepContact, Object: duty.Object{Per: duty.PerAssignment, ID: a.ID}},
		By: by, To: string(c.With), On: c.On, Evidence: evidence(c.Ref, c.ID)}}
}

// Since is how long ago a leader last had contact with a body. It judges nothing.
type Since struct {
	Assignment string     `json:"assignment"`
	With       org.BodyID `json:"with"`
	// Last is the day of the last recorded contact; zero where none is recorded, which does
	// not say that there was none.
	Last civil.Date `json:"last,omitzero"`
	// Days counts from Last, or, where no contact is recorded, from the first day of the
	// assignment.
	Days int `json:"days"`
}

// SinceContact lists, for each assignment that is active on a day and for each body, the
// days since the last contact up to that day, in the order of the roster. The bodies are
// those that the matrix of the day names. A contact without a day counts for nothing.
func SinceContact(contacts []Contact, roster assignment.Roster, day civil.Date, bodies ...org.BodyID) ([]Since, error) {
	if err := rule.CheckDay(day); err != nil {
		return nil, err
	}
	type key struct {
		assignment string
		with       org.BodyID
	}
	last := make(map[key]civil.Date, len(contacts))
	for _, c := range contacts {
		c.normalize()
		if k := (key{c.Assignment, c.With}); c.On.IsValid() && !c.On.Date.After(day) && c.On.Date.After(last[k]) {
			last[k] = c.On.Date
		}
	}
	list := []Since{}
	for _, a := range roster.Assignments() {
		if !a.Span.Contains(day) {
			continue
		}
		for _, with := range bodies {
			s := Since{Assignment: a.ID, With: with, Last: last[key{a.ID, rule.Normal(with)}]}
			from := s.Last
			if from.IsZero() {
				from = a.Span.From
			}
			s.Days = day.DaysSince(from)
			list = append(list, s)
		}
	}
	return list, nil
}
