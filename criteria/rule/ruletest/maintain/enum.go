package maintain

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Enumerated is a constant of a closed list, as made with [rule.NewEnum].
type Enumerated interface {
	~uint8
	fmt.Stringer
	rule.Worded
	encoding.TextMarshaler
}

// Enum proves of a closed list that every code is written and read back as itself,
// that it has words in both languages in NFC, and that nothing else is read.
func Enum[T Enumerated](t *testing.T) {
	t.Helper()
	seen := 0
	for i := range 256 {
		v := T(i)
		text, err := v.MarshalText()
		if err != nil || len(text) == 0 {
			continue
		}
		seen++
		var read T
		if err := any(&read).(encoding.TextUnmarshaler).UnmarshalText(text); err != nil || read != v || v.String() != string(text) {
			t.Errorf("%T: %q is read as %v, %v", v, text, read, err)
		}
		for _, words := range []string{v.In(rule.Vi), v.In(rule.En)} {
			if words == "" || !rule.IsNormal(words) {
				t.Errorf("%T: the words of %q are missing or not in NFC: %q", v, text, words)
			}
		}
	}
	var none T
	if err := any(&none).(encoding.TextUnmarshaler).UnmarshalText([]byte("no such code")); err == nil || seen < 2 {
		t.Errorf("%T: a list of %d codes, or one that reads anything", none, seen)
	}
}
