package difficulty_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/difficulty"
	"github.com/giupxa/giupxa/visit/workday"
)

// model is the life of a difficulty told in another way than the package tells it: the
// state after some acts, and how many of them cannot have happened.
func model(acts []difficulty.Act) (s difficulty.State, refused int) {
	s = difficulty.NotYet
	begun := false
	for _, a := range acts {
		if s == difficulty.Closed {
			refused++
			continue
		}
		withLead := s == difficulty.Referred
		switch a {
		case difficulty.Grasp, difficulty.Report, difficulty.Raise:
			if !begun && s != difficulty.NotYet {
				refused++ // known only after something was done about it
				continue
			}
			begun = true
			switch {
			case a == difficulty.Raise && !withLead:
				s = difficulty.Raised
			case a == difficulty.Report && s <= difficulty.Grasped:
				s = difficulty.Reported
			case s == difficulty.NotYet:
				s = difficulty.Grasped
			}
		case difficulty.Settle:
			if !withLead { // what a lead authority has stays with it
				s = difficulty.SettledAtOnce
			}
		case difficulty.Refer:
			if withLead {
				refused++
			}
			s = difficulty.Referred
		case difficulty.HandOver:
			s = difficulty.Referred
		case difficulty.Answer:
			s = difficulty.Answered
		case difficulty.Close:
			s = difficulty.Closed
		}
	}
	return s, refused
}

var january = rule.Day(2022, 1, 1)

// told makes a record of acts on the days after the first of January; a day below zero is
// not stated. No two leads are the same.
func told(acts []difficulty.Act, days []int) difficulty.Difficulty {
	d := difficulty.Difficulty{ID: "d", Commune: "03112", Kind: difficulty.KindDifficulty, Content: "x"}
	for i, a := range acts {
		e := difficulty.Event{Act: a}
		if days[i] >= 0 {
			e.On = rule.On(january.AddDays(days[i]))
		}
		if a == difficulty.Refer || a == difficulty.HandOver {
			e.Leads = []org.BodyID{org.BodyID(fmt.Sprint("b", i))}
		}
		if a == difficulty.Answer || a == difficulty.Close {
			e.Outcome = difficulty.Accepted
		}
		d.Events = append(d.Events, e)
	}
	return d
}

// impossible counts the findings on events that cannot have happened.
func impossible(found rule.Findings) int {
	n := 0
	for _, c := range []rule.Code{difficulty.ErrAfterClosed, difficulty.ErrReferredTwice, difficulty.ErrKnownAfter} {
		n += len(found.Of(c))
	}
	return n
}

// Every sequence of up to five acts has on every day the state that the model gives, and
// the findings tell of every act that cannot have happened.
func TestEverySequence(t *testing.T) {
	t.Parallel()
	most := 5
	if testing.Short() {
		most = 4
	}
	days := []int{0, 1, 2, 3, 4}
	acts := make([]difficulty.Act, 0, most)
	var try func()
	try = func() {
		n := len(acts)
		d := told(acts, days[:n])
		for k := range n + 1 {
			want, _ := model(acts[:k])
			if got := d.StateOn(january.AddDays(k - 1)); got != want {
				t.Fatalf("%v after %d: %v, not %v", acts, k, got, want)
			}
		}
		_, refused := model(acts)
		if got := impossible(difficulty.Policy{}.Check(d, assignment.Roster{})); got != refused {
			t.Fatalf("%v: %d are impossible, not %d", acts, got, refused)
		}
		if n == most {
			return
		}
		for a := difficulty.Grasp; a <= difficulty.Close; a++ {
			acts = append(acts, a)
			try()
			acts = acts[:n]
		}
	}
	try()
}

// among is the state at the end of a day of acts in the order of the list, some without a
// day: known only where it is the same wherever they fall.
func among(acts []difficulty.Act, days []int, day int) difficulty.State {
	from, to := 0, len(acts) // the acts that surely were done, and those that may have been
	for i, on := range days {
		switch {
		case on >= 0 && on <= day:
			from = i + 1
		case on > day:
			to = min(to, i)
		}
	}
	state, _ := model(acts[:from])
	for k := from + 1; k <= to; k++ {
		if s, _ := model(acts[:k]); s != state {
			return difficulty.Undated
		}
	}
	return state
}

// life reads acts and their days, in the order of the days, from the bytes of a fuzz test.
func life(data []byte) (acts []difficulty.Act, days []int) {
	day := 0
	for _, b := range data {
		if len(acts) == 12 {
			break
		}
		acts = append(acts, difficulty.Grasp+difficulty.Act(b&7))
		if b&128 != 0 {
			days = append(days, -1)
			continue
		}
		day += int(b>>3&3) + 1
		days = append(days, day)
	}
	return acts, days
}

// FuzzEvents compares any events with the model: with and without days, in any order of
// the list, under any policy.
func FuzzEvents(f *testing.F) {
	f.Add([]byte{0, 9, 18, 3, 4}, uint64(1))
	f.Add([]byte{2, 4, 5, 134, 7, 6}, uint64(2))
	f.Add([]byte{130, 12, 133, 6, 135}, uint64(3))
	f.Fuzz(func(t *testing.T, data []byte, seed uint64) {
		acts, days := life(data)
		d := told(acts, days)
		for day := -1; day <= 40; day++ {
			require.Equal(t, among(acts, days, day), d.StateOn(january.AddDays(day)), "%v %v on %d", acts, days, day)
		}
		if !slices.Contains(days, -1) {
			_, refused := model(acts)
			other := d
			other.Events = slices.Clone(d.Events)
			rand.New(rand.NewPCG(seed, 0)).Shuffle(len(other.Events), func(i, j int) { //nolint:gosec // of a test
				other.Events[i], other.Events[j] = other.Events[j], other.Events[i]
			})
			require.Equal(t, refused, impossible(difficulty.Policy{}.Check(d, assignment.Roster{})))
			require.Equal(t, refused, impossible(difficulty.Policy{}.Check(other, assignment.Roster{})), "the order of the list does not matter")
			for day := -1; day <= 40; day++ {
				require.Equal(t, d.StateOn(january.AddDays(day)), other.StateOn(january.AddDays(day)))
			}
		}
		whole(t, difficulty.Policy{AnswerDue: int(seed % 20)}, d, january.AddDays(int(seed%50)))
	})
}

// whole proves of a difficulty what holds of any.
func whole(t *testing.T, p difficulty.Policy, d difficulty.Difficulty, day civil.Date) {
	t.Helper()
	d.Leader = "l"
	digest, err := p.Digest([]difficulty.Difficulty{d, {}, d}, day, workday.Vietnam())
	require.NoError(t, err)
	require.Empty(t, digest.Reconcile())
	sum := 0
	for s := difficulty.NotYet; s <= difficulty.Undated; s++ {
		sum += digest.Count(s)
	}
	require.Equal(t, 3, sum, "each has exactly one state")
	line := digest.Lines[0]
	require.Equal(t, d.StateOn(day), line.State)
	require.GreaterOrEqual(t, digest.Count(line.State), 2)
	require.Empty(t, digest.Overdue(), "nobody is held overdue while the record is not said to be whole")
	first, leads := d.Addressees(day)
	require.Equal(t, leads, line.Leads)
	for _, e := range d.Events {
		if e.Act == difficulty.Refer && e.On.IsValid() && !e.On.Date.After(day) && len(first) > 0 {
			require.Contains(t, digest.Lines[2].First, first[0])
		}
	}
	_, err = duty.NewRegister(nil, p.Records(d, assignment.Roster{})...)
	require.NoError(t, err)
	_ = p.Owed(d, assignment.Roster{}, day)
	stored, err := json.Marshal(digest)
	require.NoError(t, err)
	var back difficulty.Digest
	require.NoError(t, json.Unmarshal(stored, &back))
	require.Empty(t, back.Reconcile())
	record, err := json.Marshal(d)
	require.NoError(t, err)
	var again difficulty.Difficulty
	require.NoError(t, json.Unmarshal(record, &again))
	require.Equal(t, p.Check(d, assignment.Roster{}), p.Check(again, assignment.Roster{}))
}

// FuzzDifficulty reads anything; what is read is judged without a panic.
func FuzzDifficulty(f *testing.F) {
	f.Add([]byte(`{"id":"d","commune":"03112","kind":"recommendation","content":"x","events":[{"act":"raise","on":"2021-12-03T08:00","to":["l1"]},{"act":"refer","on":"2021-12-03","leads":["b"]},{"act":"close"}]}`))
	f.Add([]byte(`{"id":"d","commune":"1","kind":"difficulty","content":"x","outside":true,"events":[{"act":"settle"},{"act":"hand-over","on":"9999-12-31"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d difficulty.Difficulty
		if json.Unmarshal(data, &d) != nil {
			return
		}
		for _, day := range []civil.Date{rule.Day(2021, 12, 31), rule.Day(2030, 1, 1), {}} {
			s := d.StateOn(day)
			require.True(t, s >= difficulty.NotYet && s <= difficulty.Undated)
		}
		_ = difficulty.Policy{}.Check(d, assignment.Roster{}, matrices...)
		_ = difficulty.Policy{}.Records(d, assignment.Roster{}, matrices...)
		digest, err := difficulty.Policy{AnswerDue: 5}.Digest([]difficulty.Difficulty{d}, rule.Day(2021, 12, 31), workday.Vietnam())
		require.NoError(t, err)
		assert.Empty(t, digest.Reconcile())
	})
}
