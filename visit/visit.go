package visit

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Visit is one going to the grassroots (chuyến đi cơ sở), planned or made. It is
// no inspection (kiểm tra). Moments without a time of day are days.
type Visit struct {
	ID      string       `json:"id" validate:"required,max=100"`
	Commune org.UnitCode `json:"commune" validate:"required,max=16"`
	// Assignment is the id of the assignment under which the visit is made; Leader
	// the id of the assigned leader. One of them is enough.
	Assignment string      `json:"assignment,omitempty" validate:"max=100"`
	Leader     string      `json:"leader,omitempty" validate:"max=100"`
	Start      rule.Moment `json:"start,omitzero"`
	End        rule.Moment `json:"end,omitzero"`
	// Items are the specific content (nội dung cụ thể), one matter each.
	Items []string `json:"items,omitempty" validate:"max=100,dive,max=2000"`
	// Agenda is more of the content, each matter with what it is for in the leader's plan.
	Agenda       []Item        `json:"agenda,omitempty" validate:"max=100,dive"`
	Participants []Participant `json:"participants,omitempty" validate:"max=1000,dive"`
	// Urgent is why the visit is urgent (đột xuất); empty where it is not.
	Urgent string `json:"urgent,omitempty" validate:"max=2000"`
	// MovedFrom is the id of the visit in whose place this one is made.
	MovedFrom string   `json:"movedFrom,omitempty" validate:"max=100"`
	Notices   []Notice `json:"notices,omitempty" validate:"max=100,dive"`
	// NoticesComplete says that no other notice was given. Without it another may have
	// been, and the record alone accuses nobody of giving none in time.
	NoticesComplete bool `json:"noticesComplete,omitempty"`
	// Invitation is the one that the visit follows, where it goes to a meeting.
	Invitation *Invitation `json:"invitation,omitempty"`
	// Made says that the visit took place. Without it nothing is said to have
	// happened, and nothing is owed: the visit may be planned, or dropped.
	Made    bool     `json:"made,omitempty"`
	Reports []Report `json:"reports,omitempty" validate:"max=100,dive"`
	// Planned is when the visit was planned.
	Planned rule.Moment `json:"planned,omitzero"`
	// Dropped is that the visit does not take place, or not then.
	Dropped *Dropped `json:"dropped,omitempty"`
}

// Item is a matter of a visit that is tied to the leader's plan, or that came up besides.
type Item struct {
	Text string `json:"text" validate:"required,max=2000"`
	// Activity is the id of the activity of the plan that it serves.
	Activity string `json:"activity,omitempty" validate:"max=100"`
	// AdHoc says that it serves no activity of the plan (việc phát sinh).
	AdHoc bool `json:"adHoc,omitempty"`
}

// Dropped is that a visit was cancelled (hủy), or moved to another day (dời): the visit
// that is made in its place has a record of its own, and needs a notice of its own.
type Dropped struct {
	On rule.Moment `json:"on,omitzero"`
	// To is the id of the visit in its place; empty where it was cancelled.
	To  string `json:"to,omitempty" validate:"max=100"`
	Why string `json:"why,omitempty" validate:"max=2000"`
}

// Notice is one act of telling a unit of the visit (thông báo cho xã biết), by
// whatever channel. It need not be a document of the type "Thông báo".
type Notice struct {
	Sent rule.Moment `json:"sent,omitzero"`
	// To is the code of the unit that was told: the commune, or another one.
	To org.UnitCode `json:"to" validate:"max=16"`
	// Body is the body of that unit, where it is known.
	Body    org.BodyID `json:"body,omitempty" validate:"max=100"`
	Channel Channel    `json:"channel,omitzero"`
	// Items are the content announced; it may be left to the visit's own items.
	Items []string `json:"items,omitempty" validate:"max=100,dive,max=2000"`
	// For is the id of the visit for which it was given; empty means this one.
	For string `json:"for,omitempty" validate:"max=100"`
	// Acknowledged is when the commune said that it knows. Where Sent is not known, it
	// was sent no later than this.
	Acknowledged rule.Moment `json:"acknowledged,omitzero"`
	Ref          string      `json:"ref,omitempty" validate:"max=200"` // the host's document or record
}

// Invitation is the commune's invitation of an assigned leader to a meeting (mời
// dự họp).
type Invitation struct {
	ID      string       `json:"id" validate:"required,max=100"` // of the meeting
	Meeting MeetingKind  `json:"meeting,omitempty" validate:"max=100"`
	From    org.UnitCode `json:"from" validate:"required,max=16"`
	Leader  string       `json:"leader,omitempty" validate:"max=100"` // empty means the leader of the visit
	Sent    rule.Moment  `json:"sent,omitzero"`
	Agenda  []string     `json:"agenda,omitempty" validate:"max=100,dive,max=2000"`
	// Accepted is when the leader accepted; zero while that is not so. Where Sent is not
	// known, it was sent no later than this.
	Accepted rule.Moment `json:"accepted,omitzero"`
}

// Participant is one who goes on the visit (thành phần đoàn). The assisting team
// of an assignment lasts; these are of one visit.
type Participant struct {
	Role Role   `json:"role" validate:"required"`
	ID   string `json:"id,omitempty" validate:"max=100"` // of the leader or team member
}

// Report tells what came of the visit (báo cáo kết quả). The text sets no time
// for it.
type Report struct {
	By     string      `json:"by" validate:"required,max=100"` // id of who reports, or code of the commune
	To     string      `json:"to" validate:"required,max=100"` // id of the leader or body that receives it
	Sent   rule.Moment `json:"sent,omitzero"`
	Window rule.Span   `json:"window,omitzero"` // the days that it covers
	Result string      `json:"result,omitempty" validate:"max=20000"`
	Ref    string      `json:"ref,omitempty" validate:"max=200"`
}

// normalize brings the ids and codes of a visit to one spelling. What the caller holds is
// left alone.
func (v *Visit) normalize() {
	v.ID, v.Commune, v.Assignment = rule.Normal(v.ID), rule.Normal(v.Commune), rule.Normal(v.Assignment)
	v.Leader, v.MovedFrom = rule.Normal(v.Leader), rule.Normal(v.MovedFrom)
	v.Notices = respelled(v.Notices, func(n *Notice) bool { return rule.IsNormal(string(n.To)) && rule.IsNormal(n.For) },
		func(n *Notice) { n.To, n.For = rule.Normal(n.To), rule.Normal(n.For) })
	v.Reports = respelled(v.Reports, func(r *Report) bool { return rule.IsNormal(r.By) && rule.IsNormal(r.To) },
		func(r *Report) { r.By, r.To = rule.Normal(r.By), rule.Normal(r.To) })
	if in := v.Invitation; in != nil && (!rule.IsNormal(in.ID) || !rule.IsNormal(string(in.From)) || !rule.IsNormal(in.Leader)) {
		own := *in
		own.ID, own.From, own.Leader = rule.Normal(in.ID), rule.Normal(in.From), rule.Normal(in.Leader)
		v.Invitation = &own
	}
	if d := v.Dropped; d != nil && !rule.IsNormal(d.To) {
		own := *d
		own.To = rule.Normal(d.To)
		v.Dropped = &own
	}
	v.Participants = respelled(v.Participants, func(p *Participant) bool { return rule.IsNormal(p.ID) },
		func(p *Participant) { p.ID = rule.Normal(p.ID) })
	v.Agenda = respelled(v.Agenda, func(i *Item) bool { return rule.IsNormal(i.Activity) },
		func(i *Item) { i.Activity = rule.Normal(i.Activity) })
}

// respelled is a list in which every item is as it should be spelled: a copy where one is not.
func respelled[T any](list []T, is func(*T) bool, spell func(*T)) []T {
	for i := range list {
		if !is(&list[i]) {
			list = slices.Clone(list)
			for j := range list {
				spell(&list[j])
			}
			break
		}
	}
	return list
}

// Has reports whether somebody in the role goes.
func (v Visit) Has(r Role) bool {
	for _, p := range v.Participants {
		if p.Role == r {
			return true
		}
	}
	return false
}

// Attendance says who is there for the assigned side: the leader, else a deputy, else
// the team. It is not stated where no such participant is.
func (v Visit) Attendance() Attendance {
	switch {
	case v.Has(Leader):
		return ByLeader
	case v.Has(Deputy):
		return ByDeputy
	case v.Has(TeamMember):
		return ByTeam
	default:
		return AttendanceNotStated
	}
}

const visitFormat = "giupxa.visit/1"

type plainVisit Visit

// UnmarshalJSON reads a visit and reports every fault of its form.
func (v *Visit) UnmarshalJSON(data []byte) error {
	return form.Decode(data, visitFormat, (*plainVisit)(v))
}

// MarshalJSON writes the visit with its format version.
func (v Visit) MarshalJSON() ([]byte, error) { return form.Encode(visitFormat, plainVisit(v)) }
