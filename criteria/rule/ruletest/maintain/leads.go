package maintain

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// Lead proves that the path of every finding of some cases leads into what was given, or
// into the answer: into the whole of it, or into one of its members, which are the records.
// What is missing may be missing there too, so that the last steps need not be there; they
// must be members that the schema files name, or that the answer could have. An element of a
// list must be there.
func Lead(t *testing.T, cases []ruletest.Case, judge ruletest.Judge, schemas ...string) {
	t.Helper()
	names := map[string]bool{}
	for _, path := range schemas {
		var s any
		if err := readJSON(path, &s); err != nil {
			t.Fatal(err)
		}
		properties(s, names)
	}
	led := 0
	for _, c := range cases {
		answer, found, err := judge(c.Given)
		inner, _ := rule.FindingsIn(err)
		written, _ := json.Marshal(answer)
		members(reflect.TypeOf(answer), names)
		for _, f := range append(inner, found...) {
			led++
			if err := lead(c.Given, f.Path, names); err != nil && lead(written, f.Path, names) != nil {
				t.Errorf("%s: %s (%s): %v", c.Name, f.Path, string(f.Code()), err)
			}
		}
	}
	if led == 0 {
		t.Error("no case has a finding, so that nothing is proved")
	}
}

func readJSON(path string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

// properties collects the names of members of a schema.
func properties(s any, names map[string]bool) {
	switch v := s.(type) {
	case map[string]any:
		for key, below := range v {
			if members, ok := below.(map[string]any); ok && key == "properties" {
				for name := range members {
					names[name] = true
				}
			}
			properties(below, names)
		}
	case []any:
		for _, below := range v {
			properties(below, names)
		}
	}
}

// members collects the names that the structs of an answer give to their fields.
func members(t reflect.Type, names map[string]bool) {
	if t == nil || t.Kind() != reflect.Struct {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && name != "-" {
			names[name] = true
			members(f.Type, names)
		}
	}
}

func lead(given json.RawMessage, p rule.Path, names map[string]bool) error {
	var whole any
	if err := json.Unmarshal(given, &whole); err != nil {
		return nil //nolint:nilerr // what is no JSON has no places
	}
	err := follow(whole, p, names)
	records, _ := whole.(map[string]any)
	for _, r := range records {
		if err != nil && follow(r, p, names) == nil {
			return nil
		}
	}
	return err
}

// follow walks a path in a document.
func follow(at any, p rule.Path, names map[string]bool) error {
	steps := strings.Split(p.Pointer(), "/")[1:]
	for i, s := range steps {
		s = strings.NewReplacer("~1", "/", "~0", "~").Replace(s)
		switch v := at.(type) {
		case map[string]any:
			next, there := v[s]
			if !there {
				return missing(steps[i:], names)
			}
			at = next
		case []any:
			n, err := strconv.Atoi(s)
			if err != nil || n < 0 || n >= len(v) {
				return fmt.Errorf("the list has no element %q", s)
			}
			at = v[n]
		default:
			return fmt.Errorf("%v has no member %q", at, s)
		}
	}
	return nil
}

// missing judges the rest of a path that is not there.
func missing(steps []string, names map[string]bool) error {
	for _, s := range steps {
		if !names[s] {
			return fmt.Errorf("there is no member %q, neither here nor in a schema", s)
		}
	}
	return nil
}
