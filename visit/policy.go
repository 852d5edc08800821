package visit

import (
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/visit/workday"
)

// Policy is the rulebook of visits: the text that binds, how it is read where its words
// allow more than one thing, and what a host demands besides. It is data: pass it by
// value, and do not change its list once it is shared. The zero Policy is the 2021
// dispatch of package laocai in its default readings, and demands nothing else.
type Policy struct {
	// Basis is the text by which visits are judged. The zero Basis is the 2021 dispatch
	// of package laocai.
	Basis duty.Basis `json:"basis,omitzero"`

	// The readings. Each zero value is the default.

	// BlankContent: an item that was set down is content, even where it is blank.
	BlankContent bool `json:"blankContent,omitempty"`
	// AnyUnitTold: a notice to another unit, such as the district, serves as well.
	AnyUnitTold bool `json:"anyUnitTold,omitempty"`
	// OldNoticeServes: the notice for the visit from which this one was moved
	// still serves.
	OldNoticeServes bool `json:"oldNoticeServes,omitempty"`
	// SeparateNotice: an accepted invitation does not serve as notice.
	SeparateNotice bool `json:"separateNotice,omitempty"`
	// TeamFree: a visit of the team alone needs neither content nor notice.
	TeamFree bool `json:"teamFree,omitempty"`

	// The policies. Each zero value demands nothing.

	// LeadTime is how long before a visit the commune is told.
	LeadTime LeadTime `json:"leadTime,omitzero"`
	// Calendar is the one by which LeadTime is counted; not given, it is that of the state
	// agencies of Việt Nam.
	Calendar workday.Calendar `json:"calendar,omitzero"`
	// Generic is what becomes of content that is nothing but generic phrases.
	Generic Generic `json:"generic,omitzero"`
	// Phrases are the host's generic phrases; empty means [GenericPhrases].
	Phrases []string `json:"phrases,omitempty" validate:"max=1000,dive,required,max=200"`
	// SameContent: what is announced and what the visit is for are the same items.
	SameContent bool `json:"sameContent,omitempty"`
	// Acknowledged: the commune acknowledges the notice before the visit.
	Acknowledged bool `json:"acknowledged,omitempty"`
	// TeamCounts: a visit of the team alone counts as one of the leader's visits.
	TeamCounts bool `json:"teamCounts,omitempty"`
	// DeputyApart: a visit of a deputy without the leader counts as none of the leader's.
	DeputyApart bool `json:"deputyApart,omitempty"`
	// Tied: each item names the activity of the plan that it serves, or is called ad hoc.
	Tied bool `json:"tied,omitempty"`
	// ClashesAllowed: several visits of one leader, or to one commune, on one day draw no
	// Advice.
	ClashesAllowed bool `json:"clashesAllowed,omitempty"`
}

// CountsForLeader reports whether a visit counts as one of the leader's own, by who goes. A
// visit of which nobody says who goes counts.
func (p Policy) CountsForLeader(v Visit) bool {
	switch v.Attendance() {
	case ByTeam:
		return p.TeamCounts
	case ByDeputy:
		return !p.DeputyApart
	default:
		return true
	}
}

func (p *Policy) basis() duty.Basis { return p.Basis.Or(laocai.Basis()) }

// Edition names every setting that can change an answer: the text that binds, the
// readings, what the host demands with the calendar by which it is counted, and the phrases
// that count as generic.
func (p Policy) Edition() rule.Edition {
	p.Basis = p.basis()
	if len(p.Phrases) == 0 {
		p.Phrases = phrases
	}
	if p.LeadTime.N > 0 {
		p.Calendar = p.calendar()
	}
	text := p.Basis.Edition()
	return rule.EditionOf(policyFormat+" "+text.ID, text.Version, plainPolicy(p))
}

const policyFormat = "giupxa.visit-policy/1"

type plainPolicy Policy

// UnmarshalJSON reads a policy and reports every fault of its form, and a lead time without
// its days, which would silently demand nothing.
func (p *Policy) UnmarshalJSON(data []byte) error {
	return form.Build(data, policyFormat, (*plainPolicy)(p), func() error { return p.sense().Err() })
}

// sense finds a lead time without its days.
func (p *Policy) sense() rule.Findings {
	if p.LeadTime.N > 0 || p.LeadTime == (LeadTime{}) {
		return nil
	}
	why := rule.Text{Vi: "chưa ghi số ngày báo trước", En: "the number of days is missing"}
	return rule.Findings{table.Broken(ErrPolicy, "leadTime.n", rule.A("why", why))}
}

// MarshalJSON writes the policy with its format version.
func (p Policy) MarshalJSON() ([]byte, error) { return form.Encode(policyFormat, plainPolicy(p)) }
