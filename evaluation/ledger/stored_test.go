package ledger_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/evaluation/ledger"
)

// The same ledgers give the same days, byte by byte, on every platform.
func TestDigests(t *testing.T) {
	t.Parallel()
	maintain.Digests(t, "testdata/digests.txt", map[string]any{
		"three levels": must(province(4, 2, threeLevels).On(threeLevels)),
		"two levels":   must(province(4, 2, twoLevels).On(twoLevels)),
	})
}

// A ledger that decodes is the same after a round trip. Where it answers for its day, each
// duty has an entry for each object once, the counts add up, and what is stored of the day
// reads back and comes out again.
func FuzzLedger(f *testing.F) {
	f.Add(must(json.Marshal(province(1, 1, threeLevels))))
	f.Add([]byte(`{"format":"giupxa.ledger/1","leaders":"x","dues":[{"kind":"k","duty":"d","object":{"per":"visit","id":"v"},"by":"a","to":"b","note":{}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var l, again ledger.Ledger
		if json.Unmarshal(data, &l) != nil {
			return
		}
		one, err := json.Marshal(l)
		if err != nil {
			return // words that JSON cannot hold
		}
		require.NoError(t, json.Unmarshal(one, &again))
		require.Equal(t, string(one), string(must(json.Marshal(again))))
		day, err := l.On(threeLevels)
		if err != nil {
			return
		}
		seen := map[key]bool{}
		for e := range day.Entries() {
			k := key{e.Duty, e.Object}
			k.object.ID = rule.Normal(k.object.ID)
			require.False(t, seen[k], "%v twice", k)
			seen[k] = true
		}
		sum := 0
		for _, n := range ledger.Count(day.Entries()).ByStatus {
			sum += n
		}
		require.Equal(t, day.Len(), sum)
		stored := must(json.Marshal(day))
		var read ledger.Day
		require.NoError(t, json.Unmarshal(stored, &read))
		require.Equal(t, string(stored), string(must(json.Marshal(read))))
		for _, by := range []*ledger.Ledger{&l, nil} {
			replayed, err := ledger.Replay(stored, by)
			require.NoError(t, err)
			require.True(t, replayed.Same, "%v", replayed.Differs)
		}
	})
}
