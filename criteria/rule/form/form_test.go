package form_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

const sampleFormat = "giupxa.sample/1"

type item struct {
	Text string      `json:"text" validate:"required,max=20"`
	Size rule.Number `json:"size"`
}

type common struct {
	Note string `json:"note"`
}

type sample struct {
	ID    string          `json:"id" validate:"required"`
	On    civil.Date      `json:"on,omitzero"`
	At    rule.Moment     `json:"at,omitzero"`
	Kind  rule.Kind       `json:"kind,omitzero"`
	Items []item          `json:"items,omitempty" validate:"dive"`
	ByKey map[string]item `json:"byKey,omitempty"`
	Next  *item           `json:"next,omitempty"`
	Count int             `json:"count,omitempty" validate:"lte=10"`
	Done  bool            `json:"done,omitempty"`
	Need  rule.Number     `json:"need"`
	Role  string          `json:"role,omitempty" validate:"omitempty,oneof=a b"`
	Plain string          `json:",omitempty"`
	Skip  string          `json:"-"`
	Small uint8           `json:"small,omitempty"`
	Raw   json.RawMessage `json:"raw,omitempty"`
	common
}

func (s *sample) UnmarshalJSON(data []byte) error {
	type plain sample
	return form.Decode(data, sampleFormat, (*plain)(s))
}

func (s sample) MarshalJSON() ([]byte, error) {
	type plain sample
	return form.Encode(sampleFormat, plain(s))
}

func TestDecodeReportsEverythingAtOnce(t *testing.T) {
	t.Parallel()
	in := `{
		"format": "giupxa.sample/1",
		"on": "30/02", "at": "2021-08-09T25:00", "kind": "odd",
		"items": [{"text": "a", "size": "12,5"}, {"text": "` + strings.Repeat("ế", 21) + `", "size": "95 %", "colour": 1}, 7],
		"byKey": {"x": {"text": "", "size": true}},
		"count": "three", "done": 1, "role": "c", "id": ["x"],
		"id": "twice", "note": 5
	}`
	var s sample
	err := json.Unmarshal([]byte(in), &s)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok, err)
	var got []string
	for _, f := range found {
		got = append(got, fmt.Sprintf("%s %s", f.Path, f.Code()))
		assert.NotContains(t, f.String(), "{", "every placeholder is filled")
		assert.Equal(t, rule.OriginForm, f.Origin())
	}
	assert.Equal(t, []string{
		"on form.unreadable", "at form.unreadable", "kind form.unreadable",
		"items[0].size form.unreadable",
		"items[1].size form.unreadable", "items[1].colour form.unknown-key",
		"items[2] form.wrong-type",
		"byKey.x.size form.unreadable",
		"count form.wrong-type", "done form.wrong-type", "id form.wrong-type", "id form.repeated-key", "note form.wrong-type",
		"items[1].text form.too-long", "role form.constraint",
	}, got)
	assert.Contains(t, found.Error(), "12,5")
}

func TestDecodeReads(t *testing.T) {
	t.Parallel()
	in := `{"id":"a","on":"2021-08-09","at":"2021-08-09T14:00","kind":"advice","items":[{"text":"co\u0301","size":0}],
		"byKey":{"k":{"text":"v","size":"1.50"}},"next":{"text":"n","size":null},"count":3,"done":true,"need":"2","Plain":"p","raw":{"x":[1]},"note":"n"}`
	s := sample{Need: rule.Int(9)}
	require.NoError(t, json.Unmarshal([]byte(in), &s))
	assert.Equal(t, "có", s.Items[0].Text, "texts are brought to NFC")
	assert.True(t, s.Items[0].Size.Equal(rule.Int(0)))
	assert.Equal(t, "1.50", s.ByKey["k"].Size.String())
	assert.False(t, s.Next.Size.Known())
	assert.Equal(t, rule.At(rule.Day(2021, 8, 9), 14, 0), s.At)
	assert.Equal(t, rule.Advice, s.Kind)
	assert.JSONEq(t, `{"x":[1]}`, string(s.Raw))

	out, err := json.Marshal(s)
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(string(out), `{"format":"giupxa.sample/1","id":"a"`))
	var back sample
	require.NoError(t, json.Unmarshal(out, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.Equal(t, string(out), string(again))
}

func TestNullIsNotGiven(t *testing.T) {
	t.Parallel()
	s := sample{On: rule.Day(2021, 1, 1), Need: rule.Int(5), Count: 3}
	require.NoError(t, json.Unmarshal([]byte(`{"id":"a","on":null,"need":null,"count":null,"items":null}`), &s))
	assert.True(t, s.On.IsZero())
	assert.False(t, s.Need.Known())
	assert.Zero(t, s.Count)
}

func TestFormatVersions(t *testing.T) {
	t.Parallel()
	var s sample
	require.NoError(t, json.Unmarshal([]byte(`{"id":"a"}`), &s), "a record without a format is of version 1")
	for _, bad := range []string{`{"id":"a","format":"giupxa.sample/2"}`, `{"id":"a","format":7}`} {
		require.ErrorIs(t, json.Unmarshal([]byte(bad), &s), form.ErrFormat)
	}
	nested := struct {
		Samples []sample `json:"samples"`
	}{}
	err := form.Decode([]byte(`{"samples":[{"id":"a","format":"giupxa.sample/1"},{"format":"x"}]}`), "giupxa.list/1", &nested)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok)
	require.Len(t, found, 2)
	assert.Equal(t, rule.Path("samples[1].format"), found[0].Path)
	assert.Equal(t, rule.Path("samples[1].id"), found[1].Path)
}

func TestOnlyASyntaxErrorStops(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{``, `{`, `{"id":}`, `{"id":"a"} x`} {
		var s sample
		err := form.Decode([]byte(bad), sampleFormat, (*struct{ sample })(nil))
		require.Error(t, err)
		err = s.UnmarshalJSON([]byte(bad))
		var syntax *json.SyntaxError
		require.ErrorAs(t, err, &syntax, bad)
	}
	for _, odd := range []string{`[]`, `7`, `"x"`, `true`} {
		var s sample
		require.ErrorIs(t, s.UnmarshalJSON([]byte(odd)), form.ErrWrongType, odd)
	}
	require.Error(t, form.Decode([]byte(`{}`), "", sample{}), "a record must be a pointer")
	require.Error(t, form.Decode([]byte(`{}`), "", (*sample)(nil)))
}

func TestWrongTypes(t *testing.T) {
	t.Parallel()
	var s sample
	for in, path := range map[string]rule.Path{
		`{"id":"a","items":{}}`:            "items",
		`{"id":"a","kind":7}`:              "kind",
		`{"id":"a","byKey":[]}`:            "byKey",
		`{"id":"a","next":[]}`:             "next",
		`{"id":"a","small":-1}`:            "small",
		`{"id":"a","items":[{"text":{}}]}`: "items[0].text",
	} {
		found, ok := rule.FindingsIn(s.UnmarshalJSON([]byte(in)))
		require.True(t, ok, in)
		assert.Equal(t, path, found[0].Path, in)
		assert.Equal(t, form.ErrWrongType, found[0].Code(), in)
	}
	require.NoError(t, s.UnmarshalJSON([]byte(`{"id":"a","kind":""}`)), "an empty text is the zero value")
	assert.Zero(t, s.Kind)
}

func TestDeepNestingIsRefused(t *testing.T) {
	t.Parallel()
	type tree struct {
		Below []tree `json:"below"`
	}
	var deep tree
	in := strings.Repeat(`{"below":[`, 200) + strings.Repeat(`]}`, 200)
	require.ErrorIs(t, form.Decode([]byte(in), "", &deep), form.ErrTooDeep)
	var keys map[int]string
	require.ErrorIs(t, form.Decode([]byte(`{"m":{"1":"a"}}`), "", &struct {
		M map[int]string `json:"m"`
	}{keys}), form.ErrWrongType)
}

func TestEncodeRefuses(t *testing.T) {
	t.Parallel()
	_, err := form.Encode(sampleFormat, []int{1})
	require.Error(t, err)
	_, err = form.Encode(sampleFormat, struct{ F func() }{})
	require.Error(t, err)
	out, err := form.Encode(sampleFormat, struct{}{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"format":"giupxa.sample/1"}`, string(out))
}

func TestCheckOfZeroValues(t *testing.T) {
	t.Parallel()
	found := form.Check(&sample{})
	require.Len(t, found, 1)
	assert.Equal(t, rule.Path("id"), found[0].Path)
	assert.Equal(t, form.ErrRequired, found[0].Code())
	assert.Nil(t, form.Check(7), "a value that is no struct has no form")
	assert.Nil(t, form.Check(nil))

	type dated struct {
		Day    civil.Date  `json:"day" validate:"required"`
		Moment rule.Moment `json:"moment" validate:"required"`
		Number rule.Number `json:"number" validate:"required"`
	}
	assert.Len(t, form.Check(dated{}), 3)
	assert.Empty(t, form.Check(dated{rule.Day(2021, 1, 1), rule.On(rule.Day(2021, 1, 1)), rule.Int(0)}), "0 is a number given")
	many := sample{ID: "a", Count: 11}
	assert.Equal(t, "11 is more than 10", form.Check(&many)[0].In(rule.En))
	assert.Equal(t, form.ErrTooLarge, form.Check(&many)[0].Code())
}

func TestCodesArePermanent(t *testing.T) {
	t.Parallel()
	maintain.Codes(t, "testdata/codes.txt", form.Rules())
	maintain.JSONForm(t, sample{})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"id":"a","items":[{"text":"b","size":"1"}]}`))
	f.Add([]byte(`{"on":"30/02","byKey":{"":{"text":null}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s sample
		err := s.UnmarshalJSON(data)
		if err == nil {
			if _, err := json.Marshal(s); err != nil {
				t.Fatalf("%q was read and cannot be written: %v", data, err)
			}
			return
		}
		if _, ok := rule.FindingsIn(err); !ok && json.Valid(data) {
			t.Fatalf("%q is JSON and stopped the reader: %v", data, err)
		}
	})
}

func ExampleDecode() {
	type visit struct {
		Commune string      `json:"commune" validate:"required"`
		On      civil.Date  `json:"on,omitzero"`
		Share   rule.Number `json:"share"`
	}
	var v visit
	err := form.Decode([]byte(`{"on":"30/02","share":"12,5","colour":"red"}`), "giupxa.example/1", &v)
	found, _ := rule.FindingsIn(err)
	for _, f := range found {
		fmt.Printf("%s: %s\n", f.Path, f.Code())
	}
	// Output:
	// on: form.unreadable
	// share: form.unreadable
	// colour: form.unknown-key
	// commune: form.required
}

// tally is a record of a host: it reads itself with the faults of its form, and what no tag can say,
// at once.
type tally struct {
	Came    int `json:"came" validate:"min=0"`
	Invited int `json:"invited" validate:"min=0"`
}

func (v *tally) UnmarshalJSON(data []byte) error {
	type plain tally
	return form.Build(data, "host.tally/1", (*plain)(v), func() error {
		if v.Came > v.Invited {
			return rule.NewMisuse(nil, rule.Text{Vi: "dự nhiều hơn mời", En: "more came than were invited"})
		}
		return nil
	})
}

func (v tally) MarshalJSON() ([]byte, error) {
	type plain tally
	return form.Encode("host.tally/1", plain(v))
}

func ExampleBuild() {
	data, err := json.Marshal(tally{Came: 31, Invited: 40})
	fmt.Println(string(data), err)
	var v tally
	for _, text := range []string{`{"came": 41, "invited": 40}`, `{"came": -1, "invited": "40", "absent": 9}`} {
		fmt.Println(rule.Tell(json.Unmarshal([]byte(text), &v), rule.En))
	}
	// Output:
	// {"format":"host.tally/1","came":31,"invited":40} <nil>
	// more came than were invited
	// invited: a whole number is needed, not "40"
	// absent: this record has no member absent
	// came: -1 is less than 0
}

// A file from Windows is made ready; what is no JSON is told with its line.
func ExampleText() {
	data, err := form.Text([]byte("\ufeff{\"unit\": \"02743\"}"))
	fmt.Println(string(data), err)
	_, err = form.Text([]byte("{\n  \"unit\": \"02743\",\n}"))
	fmt.Println(rule.Tell(err, rule.En))
	_, err = form.UTF8([]byte("\xff\xfex\x00\xe3\x00"))
	fmt.Println(rule.Tell(err, rule.En))
	// Output:
	// {"unit": "02743"} <nil>
	// line 3, column 1: leave out the comma before }
	// the file is in UTF-16 LE; save it as UTF-8
}

// Many answers are written without reflection, in the bytes that encoding/json would write.
func ExampleWriterTo() {
	w := form.WriterTo(nil)
	w.Open('{')
	w.Format("host.tally/1")
	w.Key("came").Int(31)
	w.Key("share").Number(rule.MustNumber("77.5"))
	w.Close('}')
	data, err := w.Bytes()
	fmt.Println(string(data), err)
	// Output:
	// {"format":"host.tally/1","came":31,"share":"77.5"} <nil>
}

type inner struct {
	Commune string `json:"commune" validate:"required"`
}

type outer[T any] struct {
	inner
	Data T `json:"data"`
}

// Whatever the size, an answer is bounded and says how much more there is.
func TestFindingsAreBounded(t *testing.T) {
	t.Parallel()
	var many, list strings.Builder
	for i := range 5_000 {
		fmt.Fprintf(&many, `,"x%d":1`, i)
		list.WriteString(`,{"text":"a","size":"12,5","colour":1}`)
	}
	var s sample
	for in, more := range map[string]string{
		`{"id":"a"` + many.String() + `}`:                                                       "4000",
		`{"id":"a","items":[` + list.String()[1:] + `]}`:                                        "9000",
		`{"id":"a","byKey":{"` + strings.Repeat("k", 1<<18) + `":{` + many.String()[1:] + `}}}`: "4000",
	} {
		err := s.UnmarshalJSON([]byte(in))
		found, ok := rule.FindingsIn(err)
		require.True(t, ok)
		require.Len(t, found, 1001)
		assert.Equal(t, form.ErrMore, found[1000].Code())
		assert.Contains(t, found[1000].String(), more)
		assert.Less(t, len(found.Error()), 500_000)
	}
}

// short is read from a text in quotes by itself, and from anything else as JSON.
type short struct{ by, text string }

func (s *short) UnmarshalText(text []byte) error {
	if *s = (short{"text", string(text)}); s.text == "" {
		return rule.ErrNotADay
	}
	return nil
}

func (s *short) UnmarshalJSON(data []byte) error {
	*s = short{"JSON", string(data)}
	return nil
}

// Of a type that has both, quoted values go to UnmarshalText, in NFC, and all others to
// UnmarshalJSON; null is not given.
func TestTextAndJSON(t *testing.T) {
	t.Parallel()
	var m map[string]short
	err := form.Decode([]byte(`{"a":"xa\u0303","b":{"x":1},"c":12,"d":null,"e":"","f":["g"]}`), "", &m)
	found, _ := rule.FindingsIn(err)
	require.Len(t, found, 1)
	assert.Equal(t, rule.Path("e"), found[0].Path)
	assert.Equal(t, map[string]short{"a": {"text", "xã"}, "b": {"JSON", `{"x":1}`}, "c": {"JSON", "12"}, "d": {}, "e": {by: "text"}, "f": {"JSON", `["g"]`}}, m)
}

// A map takes 100,000 members, and of two keys that are equal in NFC the first.
func TestMembersAreBounded(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range 100_002 {
		fmt.Fprintf(&b, `,"%d":1`, i)
	}
	var m struct {
		M map[string]int `json:"m"`
	}
	err := form.Decode([]byte(`{"m":{`+b.String()[1:]+`}}`), "", &m)
	require.ErrorIs(t, err, form.ErrTooLong)
	found, _ := rule.FindingsIn(err)
	assert.Len(t, found, 1)
	assert.Len(t, m.M, 100_000)
	err = form.Decode([]byte(`{"m":{"xã":1,"xa\u0303":2}}`), "", &m)
	require.ErrorIs(t, err, form.ErrRepeatedKey)
	assert.Equal(t, map[string]int{"xã": 1}, m.M)
}

// Bytes that are no UTF-8 are told, never turned into a replacement character.
func TestEncoding(t *testing.T) {
	t.Parallel()
	var s sample
	for in, path := range map[string]rule.Path{
		"{\"id\":\"x\xe3\"}": "id",
		"{\"id\":\"a\",\"byKey\":{\"\xd0\":{\"text\":\"b\"}}}": "byKey",
	} {
		found, ok := rule.FindingsIn(s.UnmarshalJSON([]byte(in)))
		require.True(t, ok, in)
		assert.Equal(t, form.ErrEncoding, found[0].Code())
		assert.True(t, found[0].Path.Within(path), found[0].Path)
	}
}

// What people write is refused with what to write instead, in both languages.
func TestWhatToWriteInstead(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][2]string{
		`"size":"95 %"`:            {"ghi 95, không ghi %", "write 95, without %"},
		`"size":"12,5"`:            {"ghi 12.5", "write 12.5"},
		`"size":"1.234.567"`:       {"ghi 1234567", "not grouped"},
		`"size":"≥46"`:             {"ghi 46: chỉ ghi con số", "write 46: the number alone"},
		`"size":" 46"`:             {"ghi 46, không có dấu cách", "write 46, without spaces"},
		`"size":""`:                {"để trống; bỏ mục này", "empty; leave the member out"},
		`"size":true`:              {"số ghi dạng 12.5", "a number is written 12.5"},
		`"on":"09/8/2021"`:         {"ghi 2021-08-09 (năm-tháng-ngày)", "write 2021-08-09 (year-month-day)"},
		`"on":"30/02/2021"`:        {"ngày ghi dạng 2023-06-30", "must exist"},
		`"at":"2021-08-09T14:00Z"`: {"không kèm múi giờ", "without a zone"},
		`"kind":"odd"`:             {"không có trong danh sách: broken", "not a kind of finding: broken"},
		`"small":-1`:               {"số nguyên không âm", "a whole number of at least 0"},
	} {
		var s struct {
			Size  rule.Number `json:"size"`
			On    civil.Date  `json:"on,omitzero"`
			At    rule.Moment `json:"at,omitzero"`
			Kind  rule.Kind   `json:"kind,omitzero"`
			Small uint8       `json:"small"`
		}
		found, ok := rule.FindingsIn(form.Decode([]byte("{"+in+"}"), "", &s))
		require.True(t, ok, in)
		assert.Contains(t, found[0].In(rule.Vi), want[0])
		assert.Contains(t, found[0].In(rule.En), want[1])
	}
}

// Paths lead into the JSON: embedded structs have no member, and the names of anonymous
// and generic types are no part of a path.
func TestPathsOfUnusualStructs(t *testing.T) {
	t.Parallel()
	var anonymous struct {
		Data inner `json:"data"`
	}
	for name, record := range map[string]any{"anonymous": &anonymous, "generic": &outer[inner]{inner: inner{"x"}}} {
		found := form.Check(record)
		require.Len(t, found, 1, name)
		assert.Equal(t, rule.Path("data.commune"), found[0].Path, name)
	}
	found := form.Check(outer[int]{})
	require.Len(t, found, 1)
	assert.Equal(t, rule.Path("commune"), found[0].Path)
}
