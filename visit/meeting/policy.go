package meeting

import (
	"slices"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/workday"
)

// Policy is the rulebook of meetings: the text that binds, how it is read where its words
// allow more than one thing, and what a host demands besides. It is data: pass it by value,
// and do not change its list once it is shared. The zero Policy is the 2021 dispatch of
// package laocai in its default readings, and demands nothing else.
type Policy struct {
	// Basis is the text by which meetings are judged. The zero Basis is the 2021 dispatch
	// of package laocai.
	Basis duty.Basis `json:"basis,omitzero"`

	// The readings. Each zero value is the default.

	// AnyLeader: where a commune has several leaders, inviting one of them is enough.
	AnyLeader bool `json:"anyLeader,omitempty"`
	// TeamForLeader: where the team comes in the leader's place, the leader attended.
	TeamForLeader bool `json:"teamForLeader,omitempty"`

	// The policies. Each zero value demands nothing.

	// Kinds are the kinds of meeting to which leaders are invited; empty means
	// [NamedKinds].
	Kinds []visit.MeetingKind `json:"kinds,omitempty" validate:"max=100,dive,required,max=100"`
	// BothRecorded: of each attendance it is recorded what was grasped and what was
	// explained.
	BothRecorded bool `json:"bothRecorded,omitempty"`
	// DeputyApart: a deputy who comes without the leader does not attend for the leader.
	DeputyApart bool `json:"deputyApart,omitempty"`
	// LeadTime is how long before the meeting the leaders are invited.
	LeadTime visit.LeadTime `json:"leadTime,omitzero"`
	// ReportDue is the working days after the meeting in which the team tells the leader what it
	// grasped, the day on which the meeting ends not counted; 0: none.
	ReportDue int `json:"reportDue,omitempty" validate:"gte=0,lte=1000"`
	// Calendar is the one by which LeadTime and ReportDue are counted; not given, it is that of the state
	// agencies of Việt Nam.
	Calendar workday.Calendar `json:"calendar,omitzero"`
}

var named = []visit.MeetingKind{visit.Village, visit.PartyCell, visit.Agency, visit.MassOrganization}

// NamedKinds are the kinds that the text names; the caller may change the copy.
func NamedKinds() []visit.MeetingKind { return slices.Clone(named) }

func (p *Policy) basis() duty.Basis { return p.Basis.Or(laocai.Basis()) }

// Counts reports whether leaders are invited to meetings of a kind; it is not known of the
// kind that is not stated.
func (p Policy) Counts(k visit.MeetingKind) (counts, known bool) {
	list := p.Kinds
	if len(list) == 0 {
		list = named
	}
	k = rule.Normal(k)
	return slices.ContainsFunc(list, func(of visit.MeetingKind) bool { return k != "" && rule.Normal(of) == k }), k != ""
}

func (p *Policy) calendar() workday.Calendar {
	return p.Calendar.Or(workday.Vietnam())
}

// Edition names every setting that can change an answer: the text that binds, the readings,
// the kinds of meeting that count, and what the host demands with the calendar by which it
// is counted.
func (p Policy) Edition() rule.Edition {
	p.Basis = p.basis()
	if len(p.Kinds) == 0 {
		p.Kinds = named
	}
	if p.LeadTime.N > 0 || p.ReportDue > 0 {
		p.Calendar = p.calendar()
	}
	text := p.Basis.Edition()
	return rule.EditionOf(policyFormat+" "+text.ID, text.Version, plainPolicy(p))
}

const policyFormat = "giupxa.meeting-policy/1"

type plainPolicy Policy

// UnmarshalJSON reads a policy and reports every fault of its form, and a lead time without
// its days, which would silently demand nothing.
func (p *Policy) UnmarshalJSON(data []byte) error {
	return form.Build(data, policyFormat, (*plainPolicy)(p), func() error {
		if p.LeadTime.N > 0 || p.LeadTime == (visit.LeadTime{}) {
			return nil
		}
		why := rule.Text{Vi: "chưa ghi số ngày báo trước", En: "the number of days is missing"}
		return rule.Findings{table.Broken(ErrPolicy, "leadTime.n", rule.A("why", why))}.Err()
	})
}

// MarshalJSON writes the policy with its format version.
func (p Policy) MarshalJSON() ([]byte, error) { return form.Encode(policyFormat, plainPolicy(p)) }
