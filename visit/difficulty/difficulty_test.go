package difficulty_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/visittest"
)

// matrices are those of the dispatch, one for each model and set of departments.
var matrices = []duty.Matrix{
	must(laocai.InForce(rule.Day(2021, 2, 1))), must(laocai.InForce(rule.Day(2025, 3, 1))), must(laocai.InForce(rule.Day(2025, 7, 1))),
}

var judgeCourse = visittest.Judges()["difficulty.course"]

func TestCourseCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/difficulties"), judgeCourse)
}

func TestCourseForm(t *testing.T) {
	t.Parallel()
	maintain.Enum[difficulty.Kind](t)
	maintain.Enum[difficulty.Act](t)
	maintain.Enum[difficulty.State](t)
	maintain.Enum[difficulty.Outcome](t)
	maintain.JSONForm(t, difficulty.Difficulty{}, difficulty.Event{}, difficulty.Policy{}, difficulty.Standing{}, difficulty.Row{}, difficulty.Digest{})
	var d difficulty.Difficulty
	for fault, data := range map[string]string{
		"events[0].atc":      `{"id":"d","commune":"1","kind":"difficulty","content":"x","events":[{"atc":"raise","act":"raise"}]}`,
		"events[1].act":      `{"id":"d","commune":"1","kind":"difficulty","content":"x","events":[{"act":"raise"},{"act":"raised"}]}`,
		"events[0].on":       `{"id":"d","commune":"1","kind":"difficulty","content":"x","events":[{"act":"raise","on":"2021-02-30"}]}`,
		"format":             `{"format":"giupxa.difficulty/9","id":"d","commune":"1","kind":"difficulty","content":"x","events":[]}`,
		"kind":               `{"id":"d","commune":"1","content":"x","events":[]}`,
		"events[0].leads[0]": `{"id":"d","commune":"1","kind":"difficulty","content":"x","events":[{"act":"refer","leads":[""]}]}`,
		"events[0].leads[1]": `{"id":"d","commune":"1","kind":"difficulty","content":"x","events":[{"act":"refer","leads":["a",7]}]}`,
		"matter.size":        `{"id":"d","commune":"1","kind":"difficulty","content":"x","events":[],"matter":{"size":"12,5"}}`,
		"events[0].outcome":  `{"id":"d","commune":"1","kind":"difficulty","content":"x","events":[{"act":"close","outcome":"ok"}]}`,
	} {
		err := json.Unmarshal([]byte(data), &d)
		require.Error(t, err, fault)
		assert.Contains(t, err.Error(), fault)
	}
}

// Each reading has a field whose zero value is the default; the case files flip each.
func TestEachReadingHasASwitch(t *testing.T) {
	t.Parallel()
	var switches []string
	for _, r := range difficulty.Rules() {
		if r.Origin == rule.OriginReading || r.Origin == rule.OriginPolicy {
			switches = append(switches, r.Switch)
		}
	}
	slices.Sort(switches)
	assert.Equal(t, []string{"Competence.ClosedList", "Competence.LeadsAlike", "Competence.SettleAtWill",
		"Policy.AnswerDue", "Policy.AnyReceiver", "Policy.ClosedAlone", "Policy.EveryMatter", "Policy.EveryMatter", "Policy.OwnerApart"}, switches)
}

// The rows of the dispatch that these rules guard wait for no other.
func TestRowsThatNoLongerWait(t *testing.T) {
	t.Parallel()
	var waiting []int
	for _, row := range laocai.Waiting(difficulty.Rules()...) {
		waiting = append(waiting, row.Number)
	}
	for _, row := range []int{20, 21, 28, 29, 55, 70} {
		assert.NotContains(t, waiting, row)
	}
}

// Every setting that can change an answer is in the edition.
func TestPolicyEdition(t *testing.T) {
	t.Parallel()
	p := difficulty.Policy{Competence: difficulty.Competence{Basis: laocai.Basis(), Powers: []difficulty.Power{{Body: "a"}}}}
	assert.Equal(t, "giupxa.difficulty-policy/1 lao-cai-2021", difficulty.Policy{}.Edition().ID)
	seen := map[string]string{p.Edition().Digest: "the policy itself"}
	maintain.Vary(&p, func(at string) {
		digest := p.Edition().Digest
		assert.Empty(t, seen[digest], at)
		seen[digest] = at
	})
	data, err := json.Marshal(p)
	require.NoError(t, err)
	var back difficulty.Policy
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, p.Edition(), back.Edition())
}
