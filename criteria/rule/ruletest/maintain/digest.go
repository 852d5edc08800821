package maintain

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// Digests proves that the same input has the same answer, byte by byte, on every platform:
// the file holds the SHA-256 of the JSON of each answer, a line each, and is a [Golden]. A
// package calls it from a test named TestDigests, which .ci/run repeats for other platforms
// wherever there is a testdata/digests.txt.
func Digests(t *testing.T, path string, answers map[string]any) {
	t.Helper()
	var out strings.Builder
	for _, name := range slices.Sorted(maps.Keys(answers)) {
		data, err := json.Marshal(answers[name])
		if err != nil {
			t.Errorf("%s has no JSON: %v", name, err)
		}
		fmt.Fprintf(&out, "%x %s\n", sha256.Sum256(data), name)
	}
	Golden(t, path, []byte(out.String()))
}
