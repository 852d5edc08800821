package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// The table of the README stands between these lines.
const (
	tableBegins = "<!-- peers: written by go run . -readme ../../README.md in examples/bench -->\n"
	tableEnds   = "<!-- end of peers -->\n"
)

// markdown is the table of the README: medians, and how many times the library's.
func (r *report) markdown() string {
	var t strings.Builder
	fmt.Fprintf(&t, "%d communes, %d demands of %s each; medians of %d rounds in turns; every engine gave every verdict alike.\n\n",
		r.communes, len(r.book.indicators), r.book.set.ID(), r.rounds)
	t.WriteString("| engine | ns a commune | × | allocations | exact | a reading is missing | explains |\n|---|---:|---:|---:|---|---|---|\n")
	for i, e := range r.engines {
		c := r.costs[i]
		exact := "yes"
		if r.fine[i].any() || r.counted[i].any() {
			exact = "no"
		}
		fmt.Fprintf(&t, "| %s | %s | %s | %s | %s | %s | %s |\n", e.name(), whole(c.judge), strconv.FormatFloat(c.judge/r.costs[0].judge, 'f', 1, 64),
			whole(c.allocs), exact, r.reaction(i), e.explains())
	}
	return t.String()
}

// rewrite puts a table between the lines of a document that mark its place.
func rewrite(document []byte, table string) ([]byte, error) {
	before, rest, begins := bytes.Cut(document, []byte(tableBegins))
	_, after, ends := bytes.Cut(rest, []byte(tableEnds))
	if !begins || !ends {
		return nil, fmt.Errorf("there is no place for the table between %q and %q", strings.TrimSpace(tableBegins), strings.TrimSpace(tableEnds))
	}
	return bytes.Join([][]byte{before, []byte(tableBegins), []byte("\n" + table + "\n"), []byte(tableEnds), after}, nil), nil
}

func writeTable(name, table string) error {
	document, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if document, err = rewrite(document, table); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return os.WriteFile(name, document, 0o644) //nolint:gosec // a document of the tree
}
