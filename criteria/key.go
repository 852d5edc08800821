package criteria

import (
	"slices"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// The keys of readings:
//
//	10             an indicator
//	17.1/centralised a part of one; 12.1/female, 10/previous
//	c10            a criterion: a stated verdict, or a count of its indicators
//	@schools       an attribute of the commune
//	set            the whole set: a stated verdict
//	set/criteria   a count of criteria, "13 of 19"
//	set/indicators a count of indicators, "41 of 49"
const (
	keySet        = "set"
	keyCriteria   = "set/criteria"
	keyIndicators = "set/indicators"
	keyArea       = "@area"
)

func criterionKey(no int) string { return "c" + itoa(no) }

// wellFormedCode reports whether a text can be the code of an indicator: "10", "17.1".
func wellFormedCode(code string) bool {
	if code == "" || len(code) > 16 {
		return false
	}
	for _, step := range strings.Split(code, ".") {
		if step == "" || strings.Trim(step, "0123456789") != "" {
			return false
		}
	}
	return true
}

// wellFormedPart reports whether a text can name a part or an attribute.
func wellFormedPart(name string) bool {
	return name != "" && len(name) <= 64 && !strings.ContainsAny(name, "/@. \t\n\"")
}

func appendNew(keys []string, key string) []string {
	if slices.Contains(keys, key) {
		return keys
	}
	return append(keys, key)
}

func readingPath(key string) rule.Path { return rule.Path("readings").Key(key) }

func itoa(n int) string { return strconv.Itoa(n) }

// isAttribute reports whether a key is that of an attribute.
func isAttribute(key string) bool { return strings.HasPrefix(key, "@") }
