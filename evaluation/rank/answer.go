package rank

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

const answerFormat = "giupxa.rank-answer/1"

// answerJSON is how an answer is stored.
type answerJSON struct {
	Grounds  rule.Grounds    `json:"grounds"`
	Ties     Ties            `json:"ties"`
	Breakers []string        `json:"breakers,omitempty"`
	Outcomes []outcomeJSON   `json:"outcomes"`
	Limits   []limitJSON     `json:"limits"`
	Findings rule.Findings   `json:"findings"`
	List     json.RawMessage `json:"list,omitempty"` // the record that was put in order
}

type outcomeJSON struct {
	Outcome
	// Text says why a quota kept or cut the entry; not given where none did.
	Text *rule.Text `json:"text,omitempty"`
}

type limitJSON struct {
	Limit
	Text rule.Text `json:"text"` // the limit with its figures, in words
}

// MarshalJSON writes the answer with the list that was put in order.
func (a Answer) MarshalJSON() ([]byte, error) {
	out := answerJSON{Grounds: a.Grounds(), Ties: a.policy.Ties, Breakers: a.policy.Breakers,
		Outcomes: make([]outcomeJSON, len(a.outcomes)), Limits: make([]limitJSON, len(a.limits)), Findings: a.findings}
	for i, o := range a.outcomes {
		out.Outcomes[i].Outcome = o
		if why := a.Why(o); why != (rule.Text{}) {
			out.Outcomes[i].Text = &why
		}
	}
	for i, l := range a.limits {
		out.Limits[i] = limitJSON{l, rule.Text{Vi: l.In(rule.Vi), En: l.In(rule.En)}}
	}
	list, err := json.Marshal(a.list)
	if err != nil {
		return nil, err
	}
	out.List = list
	return form.Encode(answerFormat, out)
}

// String says the answer in Vietnamese.
func (a Answer) String() string { return a.In(rule.Vi) }

// In says the answer: a line for each entry and limit.
func (a Answer) In(l rule.Lang) string {
	var lines []string
	for _, o := range a.outcomes {
		line := strconv.Itoa(o.Place) + ". " + o.ID + " " + o.Score.In(l) + ": " + o.After.In(l)
		if why := a.Why(o).In(l); why != "" {
			line += " – " + why
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// Replay puts the list of a stored answer in order again, or the one that is given, and
// says what differs, or that the list was not kept. The error is misuse: a text that is no
// stored answer, a policy that contradicts itself.
func (p Policy) Replay(stored []byte, list *List) (rule.Replayed, error) {
	choose := func(kept *List) *List {
		if list == nil || kept != nil && rule.Digest(list.sorted()) == rule.Digest(kept.sorted()) {
			return kept // the same entries in another order are the same list
		}
		return list
	}
	return rule.ReplayFacts(stored, answerFormat, "list", choose, p.Order)
}
