package duty

import (
	"encoding/json"
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const standingFormat = "giupxa.standing/1"

// plainStanding is a standing without a format version of its own.
type plainStanding Standing

// standingJSON is how a standing is stored: all from which its status follows.
type standingJSON struct {
	plainStanding
	Grounds rule.Grounds `json:"grounds"`
}

// MarshalJSON writes the standing with its due, the facts that mattered, what it rests on
// and its format version.
func (s Standing) MarshalJSON() ([]byte, error) {
	return form.Encode(standingFormat, standingJSON{plainStanding(s), s.Grounds()})
}

// UnmarshalJSON reads what MarshalJSON wrote. [Standing.Grounds] are then those that were
// stored.
func (s *Standing) UnmarshalJSON(data []byte) error {
	var in standingJSON
	err := form.Decode(data, standingFormat, &in)
	*s = Standing(in.plainStanding)
	s.Done = s.Status.done()
	if in.Grounds.Data != "" {
		s.grounds = &in.Grounds
	}
	return err
}

// judged is the record of a standing, whose digest it carries.
type judged struct {
	Due     Due        `json:"due"`
	Through civil.Date `json:"through,omitzero"`
	Facts   []Record   `json:"facts"` // the one that decided first
}

// facts are those that mattered, the one that decided first.
func (s *Standing) facts() []Record {
	var all []Record
	if s.Record != nil {
		all = append(all, *s.Record)
	}
	return append(all, s.Others...)
}

// Grounds is what the standing rests on: the digest of the due, of the day through which
// the register was complete and of the facts that mattered; the text that lays the duty
// down, and the rulebook that set its last day, where the due names them. What follows for
// whoever bears the duty is not decided here.
func (s Standing) Grounds() rule.Grounds {
	if s.grounds != nil {
		g := *s.grounds
		g.Rulebooks = slices.Clone(g.Rulebooks)
		return g
	}
	var books []rule.Rulebook
	if s.Due.Basis != (rule.Edition{}) {
		books = append(books, rule.Rulebook{Role: "basis", Edition: s.Due.Basis})
	}
	if s.Due.Rulebook != (rule.Edition{}) {
		books = append(books, rule.Rulebook{Role: "rulebook", Edition: s.Due.Rulebook})
	}
	return rule.NewGrounds(rule.Nature{Kind: rule.Calculation, Authority: rule.Text{
		Vi: "cấp có thẩm quyền quản lý, đánh giá người hoặc cơ quan có nhiệm vụ",
		En: "the authority that manages and evaluates whoever bears the duty",
	}}, judged{s.Due, s.Through, s.facts()}, books...)
}

// Replay judges the due of a stored standing again, by a register or, where none is given,
// by the facts that were stored with it. It says whether the same comes out, what differs,
// or that the facts were not kept: a host that may not keep them takes the members "record"
// and "others" out of what it stores. The error is misuse: a text that is no standing.
func Replay(stored []byte, register *Register) (rule.Replayed, error) {
	var in standingJSON
	if err := rule.ReadStored(stored, standingFormat, &in); err != nil {
		return rule.Replayed{}, err
	}
	then := Standing(in.plainStanding)
	if register == nil {
		facts := then.facts()
		if len(facts) == 0 && in.Grounds.Record != then.Grounds().Record {
			return rule.NotKept(), nil
		}
		r := Register{records: facts, complete: map[bearer]civil.Date{}}
		if !in.Through.IsZero() {
			r.complete[bearer{rule.Normal(in.Due.Kind), rule.Normal(in.Due.By)}] = in.Through
		}
		r.sort()
		register = &r
	}
	again, err := json.Marshal(in.Due.Status(*register, in.Day))
	if err != nil {
		return rule.Replayed{}, err
	}
	return rule.Replay(stored, again, "record", "others")
}
