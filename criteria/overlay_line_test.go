package criteria_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// A decision of a province as people have it: one row, a number for each column or zone, one
// citation. It is the same as the cases written one by one.
func TestLinesOfNumbers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ line, cases string }{
		"seven columns": {
			`{"byRegion":{"atLeast":{"DBSCL":"98","DNB":"99","TN":"98","DHNTB":"98","BTB":"98","DBSH":"99","TDMNPB":"95"}}}`,
			`{"byRegion":[{"in":["TDMNPB"],"then":{"atLeast":"95"}},{"in":["DBSH"],"then":{"atLeast":"99"}},{"in":["BTB"],"then":{"atLeast":"98"}},{"in":["DHNTB"],"then":{"atLeast":"98"}},{"in":["TN"],"then":{"atLeast":"98"}},{"in":["DNB"],"then":{"atLeast":"99"}},{"in":["DBSCL"],"then":{"atLeast":"98"}}]}`,
		},
		"zones":           {`{"byZone":{"atMost":{"xã vùng cao":"12","thị trấn":5}}}`, `{"byZone":[{"in":["thị trấn"],"then":{"atMost":"5"}},{"in":["xã vùng cao"],"then":{"atMost":"12"}}]}`},
		"years, one open": {`{"byYear":{"below":{"2023":null,"2022":"5"}}}`, `{"byYear":[{"in":["2022"],"then":{"below":"5"}},{"in":["2023"],"then":{"below":null}}]}`},
	} {
		var line, cases criteria.Requirement
		require.NoError(t, json.Unmarshal([]byte(c.line), &line), name)
		require.NoError(t, json.Unmarshal([]byte(c.cases), &cases), name)
		a, err := json.Marshal(line)
		require.NoError(t, err)
		b, err := json.Marshal(cases)
		require.NoError(t, err)
		assert.JSONEq(t, string(b), string(a), name)
		assert.Equal(t, string(b), string(a), name)
	}
	for _, bad := range []string{
		`{"byRegion":{}}`, `{"byRegion":{"atLeast":{}}}`, `{"byRegion":{"pass":{"TN":"1"}}}`, `{"byRegion":{"atLeast":{"TN":"1"},"atMost":{"TN":"2"}}}`,
		`{"byRegion":{"atLeast":{"TN":"1,5"}}}`, `{"byRegion":{"atLeast":{"TN":"1","TN":"2"}}}`, `{"byRegion":{"between":{"TN":"1"}}}`, `{"byZone":{"atLeast":"5"}}`,
	} {
		var r criteria.Requirement
		require.Error(t, json.Unmarshal([]byte(bad), &r), bad)
	}
}

// Laid over a national set, each zone has its number, under one citation.
func TestLineOfZones(t *testing.T) {
	t.Parallel()
	base := setOf(t, percent(criteria.AtLeast("40")))
	o := overlayOf(own("1.1", criteria.Requirement{}))
	o.Zones = []string{"A", "B"}
	require.NoError(t, json.Unmarshal([]byte(`{"byZone":{"atLeast":{"A":"90","B":"80"}}}`), &o.Own[0].Require))
	set, err := base.Localize(o)
	require.NoError(t, err)
	for zone, want := range map[string]criteria.Verdict{"A": criteria.NotMet, "B": criteria.Met, "": criteria.Unknown} {
		d := dossier(map[string]criteria.Reading{"1.1": criteria.Value(rule.Int(85))})
		d.Profile.Zone = zone
		line, found := assess(t, set, d).Line("1.1")
		require.True(t, found)
		assert.Equal(t, want, line.Verdict, zone)
	}
}
