package form_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

func told(err error) []string {
	found, _ := rule.FindingsIn(err)
	var all []string
	for _, f := range found {
		all = append(all, fmt.Sprintf("%s %s", f.Path, f.Code()))
	}
	return all
}

// Each bound of a record: the most that is read without a word, and one more.
func TestEdgesOfRecords(t *testing.T) {
	t.Parallel()
	type tree struct {
		Below []tree `json:"below"`
	}
	nested := func(objects int, innermost string) string {
		return strings.Repeat(`{"below":[`, objects-1) + innermost + strings.Repeat(`]}`, objects-1)
	}
	require.NoError(t, form.Decode([]byte(nested(33, `{}`)), "", &tree{}), "64 steps lead there")
	err := form.Decode([]byte(nested(33, `{"below":[]}`)), "", &tree{})
	require.ErrorIs(t, err, form.ErrTooDeep)
	assert.Contains(t, err.Error(), "64")
	assert.Equal(t, []string{strings.Repeat("below[0].", 32) + "below form.too-deep"}, told(err), "the path leads to what is too deep")

	unknown := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `,"x%d":1`, i)
		}
		return `{"id":"a"` + b.String() + `}`
	}
	for n, more := range map[int]int{999: 0, 1000: 0, 1001: 1} {
		err := (&sample{}).UnmarshalJSON([]byte(unknown(n)))
		found, _ := rule.FindingsIn(err)
		assert.Len(t, found, n)
		assert.Len(t, found.Of(form.ErrMore), more, n)
	}
	// What the tags say counts towards the bound as what the text says does.
	err = (&sample{}).UnmarshalJSON([]byte(strings.Replace(unknown(1000), `"id":"a"`, `"id":""`, 1)))
	found, _ := rule.FindingsIn(err)
	require.Len(t, found.Of(form.ErrMore), 1)
	assert.Equal(t, "and 1 more faults that are not listed", found[1000].In(rule.En))

	members := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `,"%d":%d`, i, i)
		}
		return `{"m":{` + b.String()[1:] + `},"after":7}`
	}
	for n, want := range map[int][]string{99_999: nil, 100_000: nil, 100_001: {`m["100000"] form.too-long`}, 100_003: {`m["100000"] form.too-long`}} {
		var r struct {
			M     map[string]int `json:"m"`
			After int            `json:"after"`
		}
		assert.Equal(t, want, told(form.Decode([]byte(members(n)), "", &r)), n)
		assert.Len(t, r.M, min(n, 100_000))
		assert.Equal(t, 7, r.After, "what comes after the members is read")
	}
}

// White space of every kind, between everything, changes nothing.
func TestWhiteSpace(t *testing.T) {
	t.Parallel()
	tokens := []string{"{", `"id"`, ":", `"a"`, ",", `"items"`, ":", "[", "{", `"text"`, ":", `"t"`, ",", `"size"`, ":", "-1.5", "}", ",", "{", `"text"`, ":", `"u"`, ",", `"size"`, ":", "null", "}", "]", ",",
		`"byKey"`, ":", "{", `"k"`, ":", "{", `"text"`, ":", `"v"`, "}", ",", `"l"`, ":", "{", `"text"`, ":", `"w"`, "}", "}", ",", `"count"`, ":", "3", ",", `"done"`, ":", "true", ",",
		`"raw"`, ":", "[", "1", ",", `"]"`, ",", "{", "}", "]", ",", `"need"`, ":", "0", "}"}
	var want sample
	require.NoError(t, json.Unmarshal([]byte(strings.Join(tokens, "")), &want))
	assert.Equal(t, "-1.5", want.Items[0].Size.String())
	want.Raw = nil
	for _, space := range []string{" ", "\t", "\n", "\r", " \t\r\n "} {
		var s sample
		require.NoError(t, s.UnmarshalJSON([]byte(space+strings.Join(tokens, space)+space)), "%q", space)
		assert.JSONEq(t, `[1,"]",{}]`, string(s.Raw))
		s.Raw = nil
		assert.Equal(t, want, s, "%q", space)
	}
}

// A value that is not read is stepped over whole, whatever stands in it.
func TestUnknownValues(t *testing.T) {
	t.Parallel()
	for _, value := range []string{`1`, `-1.5e+3`, `true`, `null`, `""`, `"a"`, `"}"`, `"\""`, `"\\"`, `"]\\\"["`, `"ế"`, `[]`, `{}`, `[1,[2,{"a":"]"}],3]`, `{"a":{"b":["}"]},"c":"\"}"}`, "[ 1 ,\t2\r\n]"} {
		for _, text := range []string{`{"x":%s,"id":"a"}`, `{"id":"a","x":%s}`, "{\"x\" : %s ,\"id\":\"a\"}", "{\"id\":\"a\",\"x\":%s\n}", "{\"id\":\"a\",\"x\":%s\t}", "{\"id\":\"a\",\"x\":%s\r}"} {
			var s sample
			err := s.UnmarshalJSON(fmt.Appendf(nil, text, value))
			assert.Equal(t, []string{"x form.unknown-key"}, told(err), text, value)
			assert.Equal(t, "a", s.ID)
		}
	}
	var wrong struct {
		A int    `json:"a"`
		B string `json:"b"`
	}
	err := form.Decode([]byte(`{"a":{"x":[1, "}"]},"b":["\"", 2]}`), "", &wrong)
	found, _ := rule.FindingsIn(err)
	require.Len(t, found, 2)
	assert.Equal(t, `a whole number is needed, not {"x":[1, "}"]}`, found[0].In(rule.En))
	assert.Equal(t, `a text is needed, not ["\"", 2]`, found[1].In(rule.En))
}

// Texts are read as encoding/json reads them, and what is no UTF-8 is told.
func TestTextsAreRead(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{`"a\"b"`: `a"b`, `"\\"`: `\`, `"\u0061\n"`: "a\n", `"e\u0302\u0301"`: "ế", "\"\x7f\"": "\x7f", `"\ud83d\ude00"`: "😀", `"\\\""`: `\"`} {
		var s sample
		require.NoError(t, s.UnmarshalJSON([]byte(`{"id":`+text+`,"note":"n"}`)), text)
		assert.Equal(t, want, s.ID, text)
		assert.Equal(t, "n", s.Note)
	}
	for _, bad := range []string{"\"\x80\"", "\"a\xffb\"", "\"\\n\xc3\""} {
		var s sample
		assert.Equal(t, []string{"id form.encoding"}, told(s.UnmarshalJSON([]byte(`{"id":`+bad+`,"note":"n"}`))), "%q", bad)
		assert.Equal(t, "n", s.Note)
	}
	var s sample
	for text, want := range map[string]string{`0`: "0", `9`: "9", `-9`: "-9", `"9"`: "9", `1e2`: "100"} {
		require.NoError(t, s.UnmarshalJSON([]byte(`{"id":"a","need":`+text+`}`)))
		assert.Equal(t, want, s.Need.String())
	}
	for _, bad := range []string{`""`, `[]`, `{}`, `false`} {
		assert.Equal(t, []string{"need form.unreadable"}, told(s.UnmarshalJSON([]byte(`{"id":"a","need":`+bad+`}`))), bad)
	}
	long, _ := rule.FindingsIn(s.UnmarshalJSON([]byte(`{"id":"a","need":[` + strings.Repeat("1,", 99) + `1]}`)))
	assert.Contains(t, long[0].In(rule.En), "not a number", "it is not the length that is wrong")
	require.NoError(t, s.UnmarshalJSON([]byte(`{"id":"a","on":"2021-08-09","at":"2021-08-09T14:00"}`)))
	assert.Equal(t, rule.Day(2021, 8, 9), s.On)
	assert.Equal(t, rule.At(s.On, 14, 0), s.At)
	require.NoError(t, s.UnmarshalJSON([]byte(`{"id":"a","on":"","at":""}`)))
	assert.True(t, s.On.IsZero() && s.At.IsZero(), "an empty text is no day")
	for _, bad := range []string{`7`, `[]`, `{}`, `true`} {
		assert.Equal(t, []string{"on form.wrong-type"}, told(s.UnmarshalJSON([]byte(`{"id":"a","on":`+bad+`}`))), bad)
	}
}

// A member that stands twice is told and the first is kept, whichever field it is: a known
// one, one beyond the sixty-fourth, or one that is not known at all.
func TestRepeatedMembers(t *testing.T) {
	t.Parallel()
	fields := make([]reflect.StructField, 70)
	for i := range fields {
		fields[i] = reflect.StructField{Name: fmt.Sprintf("F%d", i), Type: reflect.TypeFor[int](), Tag: reflect.StructTag(fmt.Sprintf(`json:"f%d"`, i))}
	}
	wide := reflect.StructOf(fields)
	var all strings.Builder
	for i := range fields {
		fmt.Fprintf(&all, `,"f%d":%d`, i, i+1)
	}
	for i := range fields {
		record := reflect.New(wide)
		err := form.Decode(fmt.Appendf(nil, `{%s,"f%d":0}`, all.String()[1:], i), "", record.Interface())
		assert.Equal(t, []string{fmt.Sprintf("f%d form.repeated-key", i)}, told(err))
		for k := range fields {
			assert.Equal(t, int64(k+1), record.Elem().Field(k).Int())
		}
	}
	var s sample
	assert.Equal(t, []string{"x form.unknown-key", "y form.unknown-key", "x form.repeated-key"}, told(s.UnmarshalJSON([]byte(`{"id":"a","x":1,"y":[2],"x":{"z":3}}`))))
	assert.Equal(t, []string{"id form.repeated-key", "id form.required"}, told(s.UnmarshalJSON([]byte(`{"id":"","id":"b"}`))), "the first is what counts")
	assert.Equal(t, []string{"items form.repeated-key", "items[0].text form.required"}, told(s.UnmarshalJSON([]byte(`{"id":"a","items":[{}],"items":7}`))))
	assert.Equal(t, []string{"format form.repeated-key"}, told(s.UnmarshalJSON([]byte(`{"format":"giupxa.sample/1","id":"a","format":"giupxa.sample/1"}`))))
	assert.Equal(t, []string{"byKey.k.format form.unknown-key"}, told(s.UnmarshalJSON([]byte(`{"id":"a","byKey":{"k":{"text":"b","format":"giupxa.sample/1"}}}`))), "a format stands at the top alone")
	assert.Equal(t, []string{"format form.unknown-key"}, told(form.Decode([]byte(`{"format":"x"}`), "", &struct{}{})), "a record without formats has no such member")
}

// What is needed is said in both languages for every kind of value.
func TestWhatIsNeeded(t *testing.T) {
	t.Parallel()
	type kinds struct {
		Bool  bool            `json:"bool"`
		Int   int64           `json:"int"`
		Uint  uint16          `json:"uint"`
		Float float64         `json:"float"`
		Text  string          `json:"text"`
		List  []int           `json:"list"`
		Map   map[string]bool `json:"map"`
		Part  struct{}        `json:"part"`
	}
	for name, want := range map[string][2]string{
		"bool": {"true hoặc false", "true or false"}, "int": {"số nguyên", "a whole number"}, "uint": {"số nguyên không âm", "a whole number of at least 0"},
		"float": {"giá trị loại float64", "a value of type float64"}, "text": {"chuỗi ký tự", "a text"}, "list": {"danh sách", "a list"},
		"map": {"bảng khóa chữ", "an object with text keys"}, "part": {"một đối tượng", "an object"},
	} {
		given := `"7"`
		if name == "text" {
			given = `7`
		}
		found, _ := rule.FindingsIn(form.Decode([]byte(`{"`+name+`":`+given+`}`), "", &kinds{}))
		require.Len(t, found, 1, name)
		assert.Equal(t, "cần "+want[0]+", lại ghi "+given, found[0].In(rule.Vi))
		assert.Equal(t, want[1]+" is needed, not "+given, found[0].In(rule.En))
	}
}

// Building tells its faults beside those of reading, except where reading failed already.
func TestBuild(t *testing.T) {
	t.Parallel()
	broken := func(at ...rule.Path) error {
		table := rule.MustTable(rule.Rule{Code: "sample.odd", Origin: rule.OriginForm, Text: rule.Text{Vi: "lạ", En: "odd"}})
		var found rule.Findings
		for _, p := range at {
			found = append(found, table.Broken("sample.odd", p))
		}
		return found.Err()
	}
	type plain sample
	build := func(text string, err error) error {
		return form.Build([]byte(text), sampleFormat, &plain{}, func() error { return err })
	}
	require.NoError(t, build(`{"id":"a"}`, nil))
	assert.Equal(t, []string{"id sample.odd"}, told(build(`{"id":"a"}`, broken("id"))))
	assert.Equal(t, []string{"items[0].size form.unreadable", "items[0].text sample.odd", "items[1].size sample.odd"},
		told(build(`{"id":"a","items":[{"text":"t","size":"x"}]}`, broken("items[0].size", "items[0].size.more", "items[0].text", "items[1].size"))))
	assert.Equal(t, []string{"id form.repeated-key", "id sample.odd"}, told(build(`{"id":"a","id":"b"}`, broken("id"))), "the first was read")
	assert.Equal(t, []string{"items form.wrong-type"}, told(build(`{"id":"a","items":7}`, broken("items[0].size"))), "nothing below it was read")
	for _, none := range []string{`[]`, `7`, `"a"`} {
		assert.Equal(t, []string{" form.wrong-type"}, told(build(none, broken("id", "items[0].size"))), "no record was given at all")
	}
	other := errors.New("the host's own")
	err := build(`{"id":"a","colour":1}`, other)
	require.ErrorIs(t, err, other)
	assert.Equal(t, []string{"colour form.unknown-key"}, told(err))
	require.ErrorIs(t, build(`{"id":"a"}`, other), other)
	called := false
	err = form.Build([]byte(`{`), sampleFormat, &plain{}, func() error { called = true; return nil })
	var syntax *json.SyntaxError
	require.ErrorAs(t, err, &syntax)
	assert.False(t, called, "nothing is built from a text that is no JSON")
}

func TestConstraints(t *testing.T) {
	t.Parallel()
	type tagged struct {
		Role string `json:"role" validate:"omitempty,oneof=a b"`
		Site string `json:"site" validate:"omitempty,url"`
		Name string `json:"name" validate:"max=3"`
	}
	found := form.Check(tagged{Role: "c", Site: "nowhere", Name: "abcd"})
	var all []string
	for _, f := range found {
		all = append(all, string(f.Path)+": "+f.In(rule.En))
	}
	assert.Equal(t, []string{"role: does not satisfy oneof=a b", "site: does not satisfy url", "name: longer than 3 characters"}, all)
	assert.Empty(t, form.Check(tagged{Role: "b", Site: "https://example.org", Name: "abc"}))
	_, err := form.Encode(sampleFormat, 7)
	require.Error(t, err)
}

// One value never leaks into the next, and what was there before is gone.
func TestNothingIsLeftOver(t *testing.T) {
	t.Parallel()
	s := sample{ByKey: map[string]item{"old": {}}, Items: []item{{Text: "old"}, {Text: "old"}}, Next: &item{Text: "old"}, On: rule.Day(2021, 1, 1), Need: rule.Int(1)}
	err := s.UnmarshalJSON([]byte(`{"id":"a","byKey":{"a":{"text":"t","size":1},"b":{},"c":7,"d":null,"e":{"size":"x"}},"items":[{"text":"t","size":1},{"size":null},null,7]}`))
	assert.Equal(t, []string{"byKey.c form.wrong-type", "byKey.e.size form.unreadable", "items[3] form.wrong-type", "items[1].text form.required", "items[2].text form.required"}, told(err))
	first := item{Text: "t", Size: rule.Int(1)}
	assert.Equal(t, map[string]item{"a": first, "b": {}, "c": {}, "d": {}, "e": {}}, s.ByKey)
	assert.Equal(t, []item{first, {}, {}, {}}, s.Items)
	assert.Nil(t, s.Next)
	assert.True(t, s.On.IsZero())
	assert.False(t, s.Need.Known())

	var list struct {
		None  []int `json:"none"`
		Empty []int `json:"empty"`
	}
	require.NoError(t, form.Decode([]byte(`{"none":null,"empty":[]}`), "", &list))
	written, err := json.Marshal(list)
	require.NoError(t, err)
	assert.JSONEq(t, `{"none":null,"empty":[]}`, string(written), "an empty list stays one")
}

// Part is exported, so that it can be embedded as other packages embed.
type Part struct {
	Of string `json:"of"`
}

// Named is the same, under a name of its own.
type Named struct {
	By string `json:"by"`
}

// direct reads itself without a type in between.
type direct struct {
	A int `json:"a"`
}

func (d *direct) UnmarshalJSON(data []byte) error { return form.Decode(data, "", d) }

// words is a list that is written as one text.
type words []string

func (w *words) UnmarshalJSON(data []byte) error {
	var text string
	err := json.Unmarshal(data, &text)
	*w = strings.Fields(text)
	return err
}

func TestTypesOfRecords(t *testing.T) {
	t.Parallel()
	var r struct {
		Part
		Named  `json:"named"`
		Direct direct `json:"direct"`
		Words  words  `json:"words"`
	}
	require.NoError(t, form.Decode([]byte(`{"of":"x","named":{"by":"y"},"direct":{"a":1},"words":"a b"}`), "", &r))
	assert.Equal(t, []any{"x", "y", 1, words{"a", "b"}}, []any{r.Of, r.By, r.Direct.A, r.Words})
	assert.Equal(t, []string{"Part form.unknown-key", "by form.unknown-key"}, told(form.Decode([]byte(`{"Part":{"of":"x"},"by":"y"}`), "", &r)))
	var d direct
	require.NoError(t, json.Unmarshal([]byte(`{"a":2}`), &d))
	assert.Equal(t, 2, d.A)
	var w words
	require.NoError(t, form.Decode([]byte(`"c d"`), "", &w), "only a struct is read by its members at the top of a text")
	assert.Equal(t, words{"c", "d"}, w)
	var k rule.Kind
	require.NoError(t, form.Decode([]byte(`"advice"`), "", &k))
	assert.Equal(t, rule.Advice, k)
	assert.Equal(t, []string{" form.unreadable"}, told(form.Decode([]byte(`"odd"`), "", &k)))
}
