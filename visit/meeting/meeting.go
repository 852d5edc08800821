package meeting

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/visit"
)

// Meeting is a meeting that the commune holds (họp thôn, chi bộ, cơ quan, đoàn thể …).
// Moments without a time of day are days.
type Meeting struct {
	ID      string            `json:"id" validate:"required,max=100"`
	Commune org.UnitCode      `json:"commune" validate:"required,max=16"`
	Kind    visit.MeetingKind `json:"kind,omitempty" validate:"max=100"`
	Start   rule.Moment       `json:"start,omitzero"`
	End     rule.Moment       `json:"end,omitzero"`
	Agenda  []string          `json:"agenda,omitempty" validate:"max=100,dive,max=2000"`
	// Invitations are those that the commune gave to leaders. One that is sent again takes the
	// place of the earlier one from then on.
	Invitations []Invitation `json:"invitations,omitempty" validate:"max=1000,dive"`
	// InvitationsComplete says that no other invitation was given.
	InvitationsComplete bool `json:"invitationsComplete,omitempty"`
	// Held says that the meeting took place. Without it nothing is said to have happened.
	Held bool `json:"held,omitempty"`
	// Present is who came for each leader.
	Present []Presence `json:"present,omitempty" validate:"max=1000,dive"`
	// PresentComplete says that nobody else came for a leader.
	PresentComplete bool `json:"presentComplete,omitempty"`
}

// Invitation is the commune's invitation of one leader, and what became of it.
type Invitation struct {
	Leader  string        `json:"leader" validate:"required,max=100"`
	Sent    rule.Moment   `json:"sent,omitzero"`
	Channel visit.Channel `json:"channel,omitzero"`
	Ref     string        `json:"ref,omitempty" validate:"max=200"` // the host's document or record
	Answer  Answer        `json:"answer,omitzero"`
	// Answered is when the leader answered. Where Sent is not known, it was sent no later.
	Answered rule.Moment `json:"answered,omitzero"`
	Why      string      `json:"why,omitempty" validate:"max=2000"` // of a refusal, or of sending the team
}

// Presence is who came to the meeting for one leader, with what was grasped there (nắm
// tình hình) and explained (tuyên truyền).
type Presence struct {
	Leader string           `json:"leader" validate:"required,max=100"`
	By     visit.Attendance `json:"by,omitzero"`
	// Members are the ids of the members of the leader's team who came.
	Members   []string `json:"members,omitempty" validate:"max=100,dive,max=100"`
	Grasped   []string `json:"grasped,omitempty" validate:"max=100,dive,max=2000"`
	Explained []string `json:"explained,omitempty" validate:"max=100,dive,max=2000"`
	// Reported is when the team told the leader what it had grasped.
	Reported rule.Moment `json:"reported,omitzero"`
	Ref      string      `json:"ref,omitempty" validate:"max=200"`
}

// normalize brings the ids and codes to one spelling. What the caller holds is left alone.
func (m *Meeting) normalize() {
	m.ID, m.Commune, m.Kind = rule.Normal(m.ID), rule.Normal(m.Commune), rule.Normal(m.Kind)
	m.Invitations, m.Present = slices.Clone(m.Invitations), slices.Clone(m.Present)
	for i := range m.Invitations {
		m.Invitations[i].Leader = rule.Normal(m.Invitations[i].Leader)
	}
	for i := range m.Present {
		p := &m.Present[i]
		p.Leader, p.Members = rule.Normal(p.Leader), slices.Clone(p.Members)
		for j := range p.Members {
			p.Members[j] = rule.Normal(p.Members[j])
		}
	}
}

// timing is whether an invitation came before the meeting.
type timing uint8

const (
	after timing = iota
	unclear
	before
)

// timing compares an invitation with the start. Where only the answer's moment is known,
// it came no later.
func (m *Meeting) timing(in *Invitation) timing {
	sent := in.Sent
	if sent.IsZero() {
		if in.Answered.KnownBefore(m.Start) {
			return before
		}
		return unclear
	}
	if !sent.IsValid() || !m.Start.IsValid() {
		return unclear
	}
	switch is, known := sent.Before(m.Start); {
	case !known:
		return unclear
	case is:
		return before
	default:
		return after
	}
}

// goneBy is the last moment at which the invitation can have been sent; zero where that is not
// known.
func (in *Invitation) goneBy() rule.Moment {
	if in.Sent.IsZero() {
		return in.Answered
	}
	return in.Sent
}

// knownAfter reports whether an invitation was certainly sent after another.
func (in *Invitation) knownAfter(o *Invitation) bool { return o.goneBy().KnownBefore(in.Sent) }

// replaces reports whether an invitation is in force at the meeting in the place of another
// one of the same leader: what came before the meeting goes before what did not, and of
// these the one sent later. Where their order is not known, one that was not accepted does: an
// acceptance may have been of the other.
func (m *Meeting) replaces(in, o *Invitation) bool {
	a, b := m.timing(in), m.timing(o)
	switch {
	case a != b:
		return a > b
	case in.knownAfter(o) || o.knownAfter(in):
		return in.knownAfter(o)
	default:
		return o.Answer == Accepted && in.Answer != Accepted
	}
}

// InvitationOf is the invitation of a leader that is in force when the meeting begins, as a
// visit to the meeting carries it, so that it is written once: of several, the last that was
// sent before it. False where the leader was not invited. Only an invitation that was
// accepted can serve as notice of the visit.
func (m Meeting) InvitationOf(leader string) (visit.Invitation, bool) {
	leader = rule.Normal(leader)
	var of *Invitation
	for i := range m.Invitations {
		if in := &m.Invitations[i]; rule.Normal(in.Leader) == leader && (of == nil || m.replaces(in, of)) {
			of = in
		}
	}
	if of == nil {
		return visit.Invitation{}, false
	}
	out := visit.Invitation{ID: m.ID, Meeting: m.Kind, From: m.Commune, Leader: of.Leader, Sent: of.Sent, Agenda: slices.Clone(m.Agenda)}
	if of.Answer == Accepted {
		out.Accepted = of.Answered
	}
	return out, true
}

const meetingFormat = "giupxa.meeting/1"

type plainMeeting Meeting

// UnmarshalJSON reads a meeting and reports every fault of its form.
func (m *Meeting) UnmarshalJSON(data []byte) error {
	return form.Decode(data, meetingFormat, (*plainMeeting)(m))
}

// MarshalJSON writes the meeting with its format version.
func (m Meeting) MarshalJSON() ([]byte, error) { return form.Encode(meetingFormat, plainMeeting(m)) }
