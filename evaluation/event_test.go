package evaluation_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// randomEvents are events in any order, on few days.
func randomEvents(r *rand.Rand) (events []evaluation.Event, published, settled civil.Date) {
	day := func() civil.Date { return rule.Day(2021, 12, 1+r.IntN(12)) }
	for range r.IntN(12) {
		e := evaluation.Event{Act: evaluation.Act(1 + r.IntN(7)), On: rule.On(day())}
		if r.IntN(3) == 0 {
			e.On = rule.At(e.On.Date, r.IntN(3)+8, 0)
		}
		if r.IntN(5) > 0 {
			e.Reason = "xem lại minh chứng"
		}
		if r.IntN(4) == 0 {
			e.Line = chance(r, "a", "none")
		}
		events = append(events, e)
	}
	if r.IntN(2) == 0 {
		published = day()
	}
	if r.IntN(3) == 0 {
		settled = day()
	}
	return events, published, settled
}

// The state on any day is that of a small state machine of its own, whatever the order in
// which the events are listed; an event that the machine does not allow is told.
func TestEventsAgainstAStateMachine(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 9))
	scheme := sample(0, 0)
	reached := map[evaluation.State]int{}
	for range 5_000 {
		s := evaluation.Sheet{About: work2021}
		s.Events, s.Published, s.Settled = randomEvents(random)
		var stored struct {
			Published, Settled string
			Events             []storedEvent
		}
		require.NoError(t, json.Unmarshal(must(json.Marshal(s)), &stored))
		all := happened(stored.Published, stored.Settled, stored.Events)
		for d := range 14 {
			day := rule.Day(2021, 11, 30).AddDays(d)
			want := walk(all, day.String(), func(act, int) {})
			require.EqualValues(t, want, s.StateOn(day), "%v on %v", all, day)
			reached[s.StateOn(day)]++
		}
		refused := 0
		walk(all, "", func(a act, state int) {
			if state >= 0 && moves[a.Act][state] < 0 {
				refused++
			}
		})
		found := must(scheme.Score(s)).Findings()
		require.Len(t, append(found.Of(evaluation.ErrEvents), found.Of(evaluation.ErrClosed)...), refused)
		last := s.StateOn(rule.Day(2022, 1, 1))
		random.Shuffle(len(s.Events), func(i, j int) { s.Events[i], s.Events[j] = s.Events[j], s.Events[i] })
		require.Equal(t, last, s.StateOn(rule.Day(2022, 1, 1)))
	}
	assert.Len(t, reached, 6)
}

// A closed period is changed by nothing but a reopening with a reason.
func TestClosedPeriod(t *testing.T) {
	t.Parallel()
	event := func(a evaluation.Act, day int, reason string) evaluation.Event {
		return evaluation.Event{Act: a, On: rule.On(rule.Day(2022, 1, day)), Reason: reason, By: "so-noi-vu"}
	}
	s := evaluation.Sheet{About: work2021, Published: rule.Day(2021, 12, 20), Settled: rule.Day(2022, 1, 10)}
	for _, later := range [][]evaluation.Event{
		{event(evaluation.ActCorrected, 12, "sửa")}, {event(evaluation.ActPublished, 12, "")}, {event(evaluation.ActAppealed, 12, "kiến nghị")},
		{event(evaluation.ActVerified, 12, "")}, {event(evaluation.ActReopened, 12, " ")},
	} {
		s.Events = later
		assert.Equal(t, evaluation.Settled, s.StateOn(rule.Day(2022, 2, 1)))
		assert.Error(t, must(sample(0, 0).Score(s)).Findings().Err())
	}
	s.Events = []evaluation.Event{event(evaluation.ActReopened, 12, "kết luận thanh tra"), event(evaluation.ActCorrected, 13, "trừ điểm"), event(evaluation.ActPublished, 14, "")}
	assert.Equal(t, evaluation.Draft, s.StateOn(rule.Day(2022, 1, 12)))
	assert.Equal(t, evaluation.Published, s.StateOn(rule.Day(2022, 1, 14)))
	assert.NoError(t, must(sample(0, 0).Score(s)).Findings().Err())
}
