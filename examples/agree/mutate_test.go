package agree_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// maker makes documents from a schema, and changes them.
type maker struct {
	rand   *rand.Rand
	schema map[string]any
	budget int
}

func pick[T any](m *maker, from []T) T { return from[m.rand.IntN(len(from))] }

// document is a document of the schema: not every one is good, for members do not fit each
// other.
func (m *maker) document() any {
	m.budget = 60
	return m.from(m.schema)
}

var texts = []string{"a", "02743", "visit.notify", "12.5", "2023-06-30", "2021-08-09T14:00", "132/1100", "80%", "13 of 19", ">46", "1/3", "xã Tả Thàng"}

var patterns = map[string]*regexp.Regexp{}

func matches(pattern, text string) bool {
	if patterns[pattern] == nil {
		patterns[pattern] = regexp.MustCompile(pattern)
	}
	return patterns[pattern].MatchString(text)
}

func (m *maker) from(schema any) any {
	m.budget--
	s, _ := schema.(map[string]any)
	if ref, ok := s["$ref"].(string); ok {
		return m.from(m.schema["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")])
	}
	if is, ok := s["const"]; ok {
		return is
	}
	if list, ok := s["enum"].([]any); ok {
		return pick(m, list)
	}
	if list, ok := s["anyOf"].([]any); ok {
		if m.budget < 0 {
			return m.from(list[len(list)-1])
		}
		return m.from(pick(m, list))
	}
	kind, _ := s["type"].(string)
	if kinds, ok := s["type"].([]any); ok {
		kind = kinds[m.rand.IntN(len(kinds))].(string)
	}
	switch kind {
	case "object":
		return m.object(s)
	case "array":
		least, _ := whole(s["minItems"])
		out := make([]any, max(least, min(m.rand.IntN(3), max(0, m.budget))))
		for i := range out {
			out[i] = m.from(s["items"])
		}
		return out
	case "string":
		fit := slices.DeleteFunc(slices.Clone(texts), func(text string) bool {
			pattern, has := s["pattern"].(string)
			return has && !matches(pattern, text)
		})
		return pick(m, fit)
	case "integer":
		low, _ := whole(s["minimum"])
		high, _ := whole(s["maximum"])
		return number(pick(m, []int{low, high, max(low, min(high, 1)), max(low, min(high, 2021)), max(low, min(high, m.rand.IntN(100)))}))
	case "number":
		return json.Number(pick(m, []string{"0", "12.5", "-1", "1e3"}))
	case "boolean":
		return m.rand.IntN(2) == 0
	case "null":
		return nil
	}
	return map[string]any{"any": "thing"}
}

// object has the members that it must have, and some others.
func (m *maker) object(s map[string]any) any {
	out := map[string]any{}
	properties, _ := s["properties"].(map[string]any)
	required, _ := s["required"].([]any)
	names := slices.Sorted(maps.Keys(properties))
	if one, _ := whole(s["maxProperties"]); one == 1 {
		names = []string{pick(m, names)}
		required = append(required, names[0])
	}
	for _, name := range names {
		if slices.Contains(required, any(name)) || m.budget > 0 && m.rand.IntN(2) == 0 {
			out[name] = m.from(properties[name])
		}
	}
	if others, open := s["additionalProperties"].(map[string]any); open {
		for range min(m.rand.IntN(3), max(0, m.budget)) {
			out[pick(m, []string{"10", "17.1/centralised", "@schools", "visit.notify", "02743", "c3"})] = m.from(others)
		}
	}
	return out
}

func number(n int) json.Number {
	data, _ := json.Marshal(n)
	return json.Number(data)
}

func whole(v any) (int, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	i, err := n.Int64()
	return int(i), err == nil
}

// odd are values that people and programs write in the place of others.
var odd = []any{
	nil, "", " ", true, false, []any{}, map[string]any{}, []any{nil}, map[string]any{"x": nil},
	json.Number("0"), json.Number("-1"), json.Number("1"), json.Number("1.5"), json.Number("2021.0"), json.Number("2e3"), json.Number("99999"),
	json.Number("3000000000"), json.Number("-9223372036854775809"), json.Number("1e30"), json.Number("1e39"), json.Number("0.1e-35"),
	json.Number("12345678901234567890.1234567890123456789"), json.Number("1." + strings.Repeat("0", 70)),
	"0", "-0.5", "12,5", "95 %", "80%", "≥46", ">46", "<1e2", "1e31", "1e-31", "0e99", "1.5e3", "007", "+1", ".5", "5.", "1e0000005", strings.Repeat("9", 39), "0." + strings.Repeat("1", 31),
	"pass", "đạt", "fail", "n/a", "14/19", "14 of 19", "1/0", "8.000/10.000", "1e1/2", "1/2/3", "-1/2", "0.5/1",
	"met", "unknown", "read", "law", "decision", "commune", "helper", "nonsense",
	"2021-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2021-02-30", "2021-04-31", "2021-13-01", "0000-01-01", "09/8/2021", "2021-8-9", "2021-08-09 ", "10000-01-01",
	"2021-08-09T14:00", "2021-08-09T24:00", "2021-08-09T9:00:00", "2021-08-09T14:00:30.5", "2021-08-09T14:00:30,5", "2021-08-09T14:00:30.1234567891", "2021-08-09T14:00Z", "2021-02-30T10:00", "T14:00",
	"Đ", "Ð", "xa\u0303", strings.Repeat("e\u0302\u0301", 40), strings.Repeat("ế", 40), "\u0958", "tab\tand\nline", "\u0000", "😀",
	strings.Repeat("a", 10), strings.Repeat("a", 11), strings.Repeat("ế", 16), strings.Repeat("a", 17), strings.Repeat("ế", 20), strings.Repeat("a", 21),
	strings.Repeat("ế", 64), strings.Repeat("a", 65), strings.Repeat("ế", 100), strings.Repeat("a", 101), strings.Repeat("ế", 200), strings.Repeat("a", 201),
	strings.Repeat("a", 256), strings.Repeat("a", 257), strings.Repeat("a", 501), strings.Repeat("a", 1001), strings.Repeat("a", 1025), strings.Repeat("a", 2001),
}

// mutate gives the document with one place changed.
func (m *maker) mutate(doc any) any {
	places := count(doc)
	at := m.rand.IntN(places)
	return m.change(doc, &at)
}

// count is how many values a document has.
func count(doc any) int {
	n := 1
	switch v := doc.(type) {
	case []any:
		for _, e := range v {
			n += count(e)
		}
	case map[string]any:
		for _, e := range v {
			n += count(e)
		}
	}
	return n
}

// change copies the document and changes the value that is at places further on.
func (m *maker) change(doc any, at *int) any {
	if *at == 0 {
		*at--
		return m.other(doc)
	}
	*at--
	switch v := doc.(type) {
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = m.step(v[i], at)
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for _, k := range slices.Sorted(maps.Keys(v)) {
			out[k] = m.step(v[k], at)
		}
		return out
	}
	return doc
}

func (m *maker) step(v any, at *int) any {
	if *at < 0 {
		return v
	}
	return m.change(v, at)
}

// other is another value in the place of one.
func (m *maker) other(doc any) any {
	how := m.rand.IntN(10)
	switch v := doc.(type) {
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		out := maps.Clone(v)
		switch {
		case how < 3 && len(names) > 0:
			delete(out, pick(m, names))
			return out
		case how < 5:
			out[pick(m, []string{"colour", "", "Id", "format", "xa\u0303", "id "})] = pick(m, odd)
			return out
		case how < 7 && len(names) > 0:
			out[pick(m, names)] = pick(m, odd)
			return out
		}
	case []any:
		switch {
		case how < 3 && len(v) > 0:
			return append(slices.Clone(v), pick(m, v))
		case how < 5:
			return append(slices.Clone(v), pick(m, odd))
		case how < 6 && len(v) > 0:
			return slices.Repeat(v, pick(m, []int{2, 101, 201}))
		case how < 7:
			return v[:len(v)/2]
		}
	case string:
		switch {
		case how < 2:
			return v + pick(m, []string{" ", "x", "0", "\u0301", "%"})
		case how < 3:
			return norm.NFD.String(v)
		}
	}
	switch how {
	case 8:
		return []any{doc}
	case 9:
		return map[string]any{"x": doc}
	}
	return pick(m, odd)
}
