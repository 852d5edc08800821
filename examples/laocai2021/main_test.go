package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func output(t *testing.T, args ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out))
	return out.Bytes()
}

func TestReportsAreKept(t *testing.T) {
	t.Parallel()
	maintain.Golden(t, "testdata/vi.golden", output(t))
	maintain.Golden(t, "testdata/en.golden", output(t, "-lang", "en"))
}

// The JSON document says the same as the text.
func TestJSON(t *testing.T) {
	t.Parallel()
	var r struct {
		Roster struct{ OnTime, Judged int }
		Plan   struct{ Found, Left []any }
		Visits struct {
			Lines []struct{ Answer string }
		}
		Communes struct {
			Assessed []struct {
				Verdict     criteria.Verdict
				Least, Most int
			}
		}
	}
	require.NoError(t, json.Unmarshal(output(t, "-json"), &r))
	assert.Equal(t, [2]int{10, 12}, [2]int{r.Roster.OnTime, r.Roster.Judged})
	assert.Len(t, r.Plan.Found, 4)
	assert.Empty(t, r.Plan.Left)
	answers := map[string]int{}
	for _, l := range r.Visits.Lines {
		answers[l.Answer]++
	}
	assert.Equal(t, map[string]int{"accepted": 4, "undecided": 1, "refused": 3}, answers)
	june, strict, accepted := r.Communes.Assessed[0], r.Communes.Assessed[1], r.Communes.Assessed[2]
	assert.Equal(t, criteria.NotMet, june.Verdict)
	assert.Equal(t, [2]int{14, 14}, [2]int{june.Least, june.Most})
	assert.Equal(t, [2]int{17, 19}, [2]int{strict.Least, strict.Most})
	assert.Equal(t, [2]int{18, 19}, [2]int{accepted.Least, accepted.Most})
	assert.Equal(t, criteria.Unknown, accepted.Verdict)
}

func TestArguments(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.Error(t, run([]string{"-lang", "fr"}, &out))
	require.Error(t, run([]string{"more"}, &out))
	assert.NotContains(t, string(output(t)), "{", "every placeholder is filled")
	for line := range strings.Lines(string(output(t))) {
		assert.Equal(t, strings.TrimRight(line, " \n"), strings.TrimSuffix(line, "\n"), "no line ends in spaces")
	}
}
