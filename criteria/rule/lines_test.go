package rule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestWaysOfRounding(t *testing.T) {
	t.Parallel()
	maintain.Enum[rule.Rounding](t)
	up := rule.Up
	require.NoError(t, up.UnmarshalText(nil))
	assert.Equal(t, rule.HalfAway, up, "no code is the zero value")
}

// A finding that concerns the whole record is said without a place.
func TestTellOfTheWholeRecord(t *testing.T) {
	t.Parallel()
	f := rule.FindingParts{Kind: rule.Broken, Code: "x.y", Text: rule.Text{Vi: "sai", En: "wrong"}}
	assert.Equal(t, "wrong", rule.Tell(f.Finding(), rule.En))
	f.Path = "a.b"
	assert.Equal(t, "a.b: sai", rule.Tell(f.Finding(), rule.Vi))
}

func TestNumberThatIsNoJSON(t *testing.T) {
	t.Parallel()
	var n rule.Number
	require.Error(t, n.UnmarshalJSON([]byte(`"1\x"`)))
	assert.False(t, n.Known())
}

// Only grounds have a record: one below a name with a dot is a member like any other.
func TestReplayBelowANameWithADot(t *testing.T) {
	t.Parallel()
	r, err := rule.Replay([]byte(`{"a.grounds":{"record":{"x":1}}}`), []byte(`{"a.grounds":{"record":{"x":2}}}`))
	require.NoError(t, err)
	assert.False(t, r.Same)
	assert.Empty(t, r.Differs.Of(rule.ErrReplayRecord))
	assert.Equal(t, rule.Path("").Key("a.grounds").Key("record").Key("x"), r.Differs[0].Path)
}
