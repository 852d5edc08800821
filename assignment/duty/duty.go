package duty

import (
	"cmp"
	"encoding/json"
	"iter"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Verb is how a body stands to a duty in the text's own words. The zero value
// says only that the duty is owed towards it. None of them is a RACI letter:
// «phối hợp» is not "consulted".
type Verb uint8

// The verbs.
const (
	_            Verb = iota
	Bears             // thực hiện
	BearsJointly      // cùng thực hiện, as one group
	Coordinates       // phối hợp: acts together with the bearer
	Advises           // tham mưu: drafts for a decider
	Directs           // chỉ đạo, đôn đốc
	Receives          // nhận báo cáo, kế hoạch
	Informed          // được thông báo
)

var verbs = rule.NewEnum[Verb]("verb", rule.Word{},
	rule.Word{Code: "bears", Vi: "thực hiện", En: "bears"},
	rule.Word{Code: "bears-jointly", Vi: "cùng thực hiện", En: "bears jointly"},
	rule.Word{Code: "coordinates", Vi: "phối hợp", En: "coordinates"},
	rule.Word{Code: "advises", Vi: "tham mưu", En: "advises"},
	rule.Word{Code: "directs", Vi: "chỉ đạo", En: "directs"},
	rule.Word{Code: "receives", Vi: "nhận", En: "receives"},
	rule.Word{Code: "informed", Vi: "được thông báo", En: "is informed"},
)

// Acts reports whether the verb is one of doing, not of being told.
func (v Verb) Acts() bool { return v >= Bears && v <= Directs }

// Nature is when a duty falls to be done. The zero value is invalid.
type Nature uint8

// The natures.
const (
	_          Nature = iota
	Continuing        // thường xuyên, liên tục: no single fact discharges it
	Periodic          // hàng năm, từng năm
	OnEvent           // when something happens: a visit, a meeting, a difficulty
	ByDate            // by a day that the text names
)

var natures = rule.NewEnum[Nature]("nature", rule.Word{},
	rule.Word{Code: "continuing", Vi: "thường xuyên", En: "continuing"},
	rule.Word{Code: "periodic", Vi: "định kỳ", En: "periodic"},
	rule.Word{Code: "on-event", Vi: "khi phát sinh", En: "on event"},
	rule.Word{Code: "by-date", Vi: "theo ngày", En: "by date"},
)

// Timing is a word of the text on time that carries no number; none may be read
// into it. The zero value is no such word.
type Timing uint8

// The words.
const (
	Untimed      Timing = iota
	Regularly           // thường xuyên
	Promptly            // kịp thời
	Urgently            // khẩn trương
	AtOnce              // ngay
	Proactively         // chủ động
	OnwardsStill        // tiếp tục, không ngừng
	EachYear            // hàng năm, từng năm
	AsRegulated         // theo quy định
)

var timings = rule.NewEnum[Timing]("timing", rule.Word{},
	rule.Word{Code: "regularly", Vi: "thường xuyên", En: "regularly"},
	rule.Word{Code: "promptly", Vi: "kịp thời", En: "promptly"},
	rule.Word{Code: "urgently", Vi: "khẩn trương", En: "urgently"},
	rule.Word{Code: "at-once", Vi: "ngay", En: "at once"},
	rule.Word{Code: "proactively", Vi: "chủ động", En: "proactively"},
	rule.Word{Code: "still", Vi: "tiếp tục, không ngừng", En: "still and onwards"},
	rule.Word{Code: "each-year", Vi: "hàng năm", En: "each year"},
	rule.Word{Code: "as-regulated", Vi: "theo quy định", En: "as regulated"},
)

// Limit is the due rule of a duty: what sets its last timely day. The zero value
// is no limit: the text gives no date, so what is not done is Open.
type Limit uint8

// The due rules.
const (
	NoLimit       Limit = iota
	FixedDay            // the day in Duty.Latest
	BeforeVisit         // before each visit; afterwards it can no longer be done
	BeforeMeeting       // before each meeting; afterwards it can no longer be done
)

var limits = rule.NewEnum[Limit]("due rule", rule.Word{},
	rule.Word{Code: "fixed-day", Vi: "theo ngày ghi trong văn bản", En: "a day that the text names"},
	rule.Word{Code: "before-visit", Vi: "trước mỗi lần đi cơ sở", En: "before each visit"},
	rule.Word{Code: "before-meeting", Vi: "trước cuộc họp", En: "before each meeting"},
)

// Party is a body and how it stands to a duty.
type Party struct {
	Body org.BodyID `json:"body"`
	Verb Verb       `json:"verb,omitzero"`
}

// Parties is an immutable list of parties, so that a duty can be handed out
// without a copy of its lists.
type Parties struct{ list []Party }

// By makes a list of parties.
func By(parties ...Party) Parties { return Parties{slices.Clone(parties)} }

// All goes through the parties in the order given.
func (p Parties) All() iter.Seq[Party] { return slices.Values(p.list) }

// Len counts them.
func (p Parties) Len() int { return len(p.list) }

// Has reports whether a body is among them.
func (p Parties) Has(b org.BodyID) bool {
	return slices.ContainsFunc(p.list, func(x Party) bool { return x.Body == b })
}

// MarshalJSON writes the list.
func (p Parties) MarshalJSON() ([]byte, error) {
	if p.list == nil {
		return []byte("[]"), nil
	}
	return json.Marshal(p.list)
}

// UnmarshalJSON reads the list.
func (p *Parties) UnmarshalJSON(data []byte) error { return form.Decode(data, "", &p.list) }

// Duty is one obligation: who bears it, towards whom, when, under which passage,
// and which kind of fact discharges it.
type Duty struct {
	ID     rule.DutyID `json:"id" validate:"required,max=100"`
	Source rule.Source `json:"source,omitzero"` // the passage; a matrix takes it from its basis
	Origin rule.Origin `json:"origin,omitzero"`
	// Bearers do it, each with the text's verb for it. Where Group is set they are
	// one group and act only together.
	Bearers Parties `json:"bearers"`
	Group   string  `json:"group,omitempty" validate:"max=100"`
	// With act beside the bearers, or direct them, without bearing the duty.
	With Parties `json:"with"`
	// Towards are those to whom it is owed, with a verb where the text has one.
	Towards Parties `json:"towards"`
	// Evaluates is set where the bearers judge those towards whom they act: nobody
	// may stand on both sides.
	Evaluates bool   `json:"evaluates,omitempty"`
	Nature    Nature `json:"nature,omitzero"`
	Timing    Timing `json:"timing,omitzero"`
	Limit     Limit  `json:"limit,omitzero"`
	// Latest is the last timely day where Limit is FixedDay.
	Latest civil.Date `json:"latest,omitzero"`
	// Record is the kind of fact that discharges or evidences it; zero where none can.
	Record Kind `json:"record,omitempty" validate:"max=100"`
	Per    Per  `json:"per,omitzero"`
	// Reading says what is read into the words of the passage, and how else they
	// could be read; empty where nothing is.
	Reading rule.Text `json:"reading"`
	Text    rule.Text `json:"text"`

	basis rule.Edition // of the text that handed it out
}

// Section is the section or article of the text that holds the duty; "" where it has
// none.
func (d Duty) Section() string { return cmp.Or(d.Source.Section, d.Source.Article) }
