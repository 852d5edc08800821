package program

import (
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Reporter is what [CheckPage] needs of a *testing.T.
type Reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

// CheckPage reports each line of a text that is wider than a page, unless it is one word
// that cannot be broken, or that ends in spaces.
func CheckPage(t Reporter, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		words := strings.Fields(line)
		if rule.Width(line) > Width && !strings.HasPrefix(words[len(words)-1], "http") {
			t.Errorf("%d columns: %s", rule.Width(line), line)
		}
		if strings.TrimRight(line, " ") != line {
			t.Errorf("ends in spaces: %q", line)
		}
	}
}
