package maintain

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// often is in how many cases a place is tried: many cases hold the same rulebook.
const often = 6

// longest is more than the words of any finding need, longText what no message may repeat.
const longest = 4_000

var longText = strings.Repeat("ế", longest)

// Long gives every case a text of 12 kB in place of each text and each name of a member, one
// at a time, each place in a few cases, and reports each message and each path that repeats it: a message is as short
// as its rule makes it, whatever somebody sends.
func Long(t *testing.T, cases fs.FS, judge ruletest.Judge) {
	t.Helper()
	all, err := ruletest.Load(cases)
	if err != nil || len(all) == 0 {
		t.Fatal("no cases:", err)
	}
	told, tried := map[rule.Code]bool{}, map[string]int{}
	for _, c := range all {
		var given any
		in := json.NewDecoder(bytes.NewReader(c.Given))
		in.UseNumber()
		if err := in.Decode(&given); err != nil {
			continue // a case of a text that is not JSON
		}
		seen := map[string]bool{}
		fresh := func(at string) bool {
			if seen[at] || tried[at] == often {
				return false
			}
			seen[at] = true
			tried[at]++
			return true
		}
		lengthen(given, func(v any) { given = v }, "", fresh, func() {
			data, err := json.Marshal(given)
			if err != nil {
				t.Fatal(err)
			}
			_, found, err := judge(data)
			inner, ok := rule.FindingsIn(err)
			var words rule.Worded // an error of the test's own, such as of a file, is not a message
			if !ok && errors.As(err, &words) && len(rule.Tell(err, rule.Vi)) > longest {
				t.Errorf("%s: an error of %d bytes: %.200s", c.Name, len(rule.Tell(err, rule.Vi)), rule.Tell(err, rule.Vi))
			}
			for _, f := range slices.Concat(found, inner) {
				size := max(len(f.In(rule.Vi)), len(f.In(rule.En)), len(f.Path))
				if (size > longest || !utf8.ValidString(f.In(rule.Vi))) && !told[f.Code()] {
					told[f.Code()] = true
					t.Errorf("%s: %s says %d bytes: %.100s: %.200s", c.Name, string(f.Code()), size, f.Path, f)
				}
			}
		})
	}
}

// lengthen puts the long text in place of one text or name at a time, at each place that is fresh.
func lengthen(v any, set func(any), at string, fresh func(at string) bool, use func()) {
	switch v := v.(type) {
	case string:
		if !fresh(at) {
			return
		}
		set(longText)
		use()
		set(v)
	case []any:
		for i := range v {
			lengthen(v[i], func(x any) { v[i] = x }, at, fresh, use)
		}
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			lengthen(v[k], func(x any) { v[k] = x }, at+"/"+k, fresh, use)
			if fresh(at + "/" + k + "=") {
				old := v[k]
				delete(v, k)
				v[longText] = old
				use()
				delete(v, longText)
				v[k] = old
			}
		}
	}
}
