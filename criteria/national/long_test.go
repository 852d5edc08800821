package national_test

import (
	"encoding/json"
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// No message about a dossier, an overlay or a set repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	overlay, err := os.ReadFile("testdata/overlays/binh-phuoc-2022.json")
	require.NoError(t, err)
	model, err := national.ByID(national.ID319)
	require.NoError(t, err)
	set, err := json.Marshal(model)
	require.NoError(t, err)
	const commune = `{"format":"giupxa.dossier/1","unit":"00001","set":"318/QĐ-TTg/I","asOf":"2022-11-30","year":2022,"profile":{"region":"TDMNPB"},
		"readings":{"10":"38.7","11":{"value":"132/1100","poverty":"07/2021/NĐ-CP","source":{"kind":"web-page","page":"p"}},"15.3":"pass","@schools":"3","c1":{"stated":"met"},"5/level1":"130"},
		"override":"minh họa"}`
	base, err := national.ByID(national.ID318I)
	require.NoError(t, err)
	for name, judged := range map[string]struct {
		given []byte
		judge func(json.RawMessage) (any, rule.Findings, error)
	}{
		"dossier": {[]byte(commune), func(given json.RawMessage) (any, rule.Findings, error) {
			var d criteria.Dossier
			err := json.Unmarshal(given, &d)
			found, _ := rule.FindingsIn(err)
			a, err := base.Assess(d)
			return nil, append(append(found, a.Findings()...), a.Caveats()...), err
		}},
		"overlay": {overlay, func(given json.RawMessage) (any, rule.Findings, error) {
			var o criteria.Overlay
			err := json.Unmarshal(given, &o)
			found, _ := rule.FindingsIn(err)
			_, err = base.Localize(o)
			more, _ := rule.FindingsIn(err)
			return nil, append(found, more...), err
		}},
		"set": {set, func(given json.RawMessage) (any, rule.Findings, error) {
			var t criteria.Table
			err := json.Unmarshal(given, &t)
			found, _ := rule.FindingsIn(err)
			_, err = criteria.NewSet(t)
			more, _ := rule.FindingsIn(err)
			return nil, append(found, more...), err
		}},
	} {
		cases, err := json.Marshal(map[string]any{"format": "giupxa.cases/1", "cases": []any{map[string]any{"name": name, "given": json.RawMessage(judged.given)}}})
		require.NoError(t, err)
		maintain.Long(t, fstest.MapFS{"case.json": {Data: cases}}, judged.judge)
	}
}
