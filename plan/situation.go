package plan

import (
	"strings"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// Situation is where the commune stands by a set of criteria, as an assessment or a
// published result says. What stands in none of the lists is not known, and nothing is asked of it.
type Situation struct {
	Set   string     `json:"set" validate:"required,max=100"` // id of the set
	AsOf  civil.Date `json:"asOf,omitzero"`
	Met   []string   `json:"met,omitempty" validate:"dive,max=20"`   // keys of criteria: "c17"
	Unmet []string   `json:"unmet,omitempty" validate:"dive,max=20"` // an indicator, "17.1", counts as its criterion
	// Unknown are those of which the assessment could not tell.
	Unknown []string `json:"unknown,omitempty" validate:"dive,max=20"`
}

const situationFormat = "giupxa.situation/1"

type plainSituation Situation

// UnmarshalJSON reads a situation and reports every fault of its form.
func (s *Situation) UnmarshalJSON(data []byte) error {
	return form.Decode(data, situationFormat, (*plainSituation)(s))
}

// MarshalJSON writes the situation with its format version.
func (s Situation) MarshalJSON() ([]byte, error) {
	return form.Encode(situationFormat, plainSituation(s))
}

// CheckSituation judges what the policies UnmetPlanned and MetKept ask of a plan: each
// criterion that the commune does not meet is the aim of a goal, and in an annual plan of an
// activity that serves it; each that it meets is the aim of a goal. Of a criterion that is
// not known it is Undecided whether it needs one. A goal of another set than the situation
// is told, and counts for nothing: numbers mean different things in different sets.
func (m Mandate) CheckSituation(p Plan, s Situation) rule.Findings {
	p = plain(p)
	if p == nil {
		return rule.Findings{table.Broken(ErrNoPlan, "")}
	}
	doc := p.paper()
	j := m.judge(m.days(&assignment.Assignment{}, doc.year))
	goals := map[string][]string{} // the criteria of each goal
	aimed := map[string]bool{}
	for i, g := range doc.goals {
		if len(g.Criteria) == 0 {
			continue
		}
		if rule.Normal(g.Set) != rule.Normal(s.Set) {
			j.Undecided(ErrOtherSet, rule.Path("goals").Index(i).Key("set"), rule.A("set", g.Set), rule.A("other", s.Set))
			continue
		}
		for _, key := range g.Criteria {
			n := criterionOf(key)
			aimed[n] = true
			goals[rule.Normal(g.ID)] = append(goals[rule.Normal(g.ID)], n)
		}
	}
	planned := aimed
	if annual, ok := p.(Annual); ok {
		planned = worked(&annual, goals)
	}
	told := map[string]bool{}
	ask := func(on bool, k rule.Kind, c rule.Code, keys []string, have map[string]bool) {
		for _, key := range keys {
			n := criterionOf(key)
			if on && !told[n] && !have[n] {
				told[n] = true
				j.Report(k, c, "goals", rule.A("criterion", n))
			}
		}
	}
	ask(m.UnmetPlanned, rule.Broken, ErrUnmetUnplanned, s.Unmet, planned)
	ask(m.UnmetPlanned, rule.Undecided, ErrUnmetUnplanned, s.Unknown, planned)
	ask(m.MetKept, rule.Broken, ErrMetNotKept, s.Met, aimed)
	return j.Findings()
}

// worked are the criteria for which an annual plan has an activity.
func worked(p *Annual, goals map[string][]string) map[string]bool {
	have := map[string]bool{}
	done := map[string]bool{}
	for _, a := range p.activities {
		for _, id := range a.Goals {
			if id = rule.Normal(id); done[id] || rule.Blank(a.Content) {
				continue
			}
			done[id] = true
			for _, n := range goals[id] {
				have[n] = true
			}
		}
	}
	return have
}

// criterionOf is the number of the criterion to which a key belongs: 17 for "c17", "17.1"
// and "17.1/centralised".
func criterionOf(key string) string {
	key, _, _ = strings.Cut(rule.Normal(strings.TrimSpace(key)), "/")
	key, _, _ = strings.Cut(strings.TrimPrefix(key, "c"), ".")
	return key
}
