package maintain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/shopspring/decimal"

	"github.com/giupxa/giupxa/criteria/rule"
)

// Hostile gives the variables of the decimal package values that no sane program sets. A
// TestMain calls it first, so that every test of the package proves that no answer depends
// on them.
func Hostile() {
	decimal.DivisionPrecision = 1
	decimal.PowPrecisionNegativeExponent = 1
	decimal.MarshalJSONWithoutQuotes = true
	decimal.TrimTrailingZeros = false
	decimal.UseScientificNotation = true
	decimal.ExpMaxIterations = 1
}

// Golden compares a dump with a file kept beside the tests. With the environment
// variable UPDATE_GOLDEN set to 1 the file is written anew.
func Golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs from what the code gives; look at the difference, then set UPDATE_GOLDEN=1:\n%s", path, firstDifference(want, got))
	}
}

func firstDifference(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(w), len(g)) {
		a, b := lineAt(w, i), lineAt(g, i)
		if a != b {
			return fmt.Sprintf("line %d:\n- %s\n+ %s", i+1, a, b)
		}
	}
	return ""
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(no line)"
}

// Codes proves that the codes of a package are permanent: the file lists every
// code that was ever given, one a line with its origin, and may only grow.
// The words of the rules are read too: see [Words].
func Codes(t *testing.T, path string, rules []rule.Rule) {
	t.Helper()
	for _, fault := range Words(rules) {
		t.Error(fault)
	}
	var have []string
	for _, r := range rules {
		have = append(have, fmt.Sprintf("%s %s", r.Code, r.Origin))
	}
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		old, _ := os.ReadFile(path)
		lines := strings.Split(strings.TrimSpace(string(old)), "\n")
		for _, h := range have {
			if !slices.Contains(lines, h) {
				lines = append(lines, h)
			}
		}
		Golden(t, path, []byte(strings.TrimSpace(strings.Join(lines, "\n"))+"\n"))
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	kept := strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, k := range kept {
		if !slices.Contains(have, k) {
			t.Errorf("the code %q was withdrawn or changed its origin; codes are permanent", k)
		}
	}
	for _, h := range have {
		if !slices.Contains(kept, h) {
			t.Errorf("the code %q is not in %s; set UPDATE_GOLDEN=1 to add it", h, path)
		}
	}
}

// JSONForm proves for every struct below the given values that its JSON loses
// nothing: no omitempty or omitzero on a Number, omitzero on every day, and the
// zero value goes to JSON and back.
func JSONForm(t *testing.T, values ...any) {
	t.Helper()
	seen := map[reflect.Type]bool{}
	for _, v := range values {
		jsonForm(t, reflect.TypeOf(v), seen)
		data, err := json.Marshal(v)
		if err != nil {
			t.Errorf("%T has no JSON: %v", v, err)
			continue
		}
		back := reflect.New(reflect.TypeOf(v))
		if err := json.Unmarshal(data, back.Interface()); err != nil {
			// A zero record may break its own form; it may not break the reader.
			if _, ok := rule.FindingsIn(err); !ok {
				t.Errorf("%T does not read its own JSON %s: %v", v, data, err)
			}
			continue
		}
		again, err := json.Marshal(back.Elem().Interface())
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%T changes on its way through JSON:\n- %s\n+ %s (%v)", v, data, again, err)
		}
	}
}

func jsonForm(t *testing.T, typ reflect.Type, seen map[reflect.Type]bool) {
	t.Helper()
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map || typ.Kind() == reflect.Array {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || seen[typ] {
		return
	}
	seen[typ] = true
	for i := range typ.NumField() {
		f := typ.Field(i)
		if !f.IsExported() {
			continue
		}
		tag := f.Tag.Get("json")
		_, options, _ := strings.Cut(tag, ",")
		omits := strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		switch f.Type {
		case reflect.TypeFor[rule.Number]():
			if omits {
				t.Errorf("%s.%s: a Number that is left out loses its 0", typ, f.Name)
			}
		case reflect.TypeFor[civil.Date](), reflect.TypeFor[rule.Moment]():
			if tag != "-" && !strings.Contains(options, "omitzero") {
				t.Errorf("%s.%s: a day without omitzero does not come back", typ, f.Name)
			}
		default:
			jsonForm(t, f.Type, seen)
		}
	}
}
