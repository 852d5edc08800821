package form_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// A whole number is one however it is written; an int has 32 bits on every platform, and no
// number more than 18 digits.
func TestWholeNumbers(t *testing.T) {
	t.Parallel()
	type numbers struct {
		Int   int    `json:"int"`
		Wide  int64  `json:"wide"`
		Short int8   `json:"short"`
		Small uint8  `json:"small"`
		Far   uint64 `json:"far"`
	}
	for in, want := range map[string]numbers{
		`{"int":2021.0}`:                  {Int: 2021},
		`{"int":2.5e1}`:                   {Int: 25},
		`{"int":-2147483648}`:             {Int: -2147483648},
		`{"int":2147483647}`:              {Int: 2147483647},
		`{"wide":-999999999999999999}`:    {Wide: -999999999999999999},
		`{"short":-128,"small":255}`:      {Short: -128, Small: 255},
		`{"far":999999999999999999}`:      {Far: 999999999999999999},
		`{"int":null,"small":0,"wide":0}`: {},
	} {
		var n numbers
		require.NoError(t, form.Decode([]byte(in), "", &n), in)
		assert.Equal(t, want, n, in)
	}
	for _, bad := range []string{`"int":2021.5`, `"int":2147483648`, `"int":-2147483649`, `"int":"1"`, `"int":true`, `"wide":1000000000000000000`,
		`"short":128`, `"small":256`, `"small":-1`, `"far":-1`, `"far":18446744073709551616`, `"int":1e99`} {
		var n numbers
		err := form.Decode([]byte("{"+bad+"}"), "", &n)
		require.ErrorIs(t, err, form.ErrWrongType, bad)
		assert.Zero(t, n, bad)
	}
}

// null is a member that is not given; a text that is null holds no record.
func TestNullIsNoRecord(t *testing.T) {
	t.Parallel()
	var s sample
	require.ErrorIs(t, s.UnmarshalJSON([]byte(" null ")), form.ErrWrongType)
	var list []sample
	require.NoError(t, form.Decode([]byte("null"), "", &list))
	assert.Nil(t, list)
}

// A stored finding is read from its parts: what they have not is refused at its place.
func TestFindingsAreReadStrictly(t *testing.T) {
	t.Parallel()
	var s struct {
		Found rule.Findings `json:"found"`
	}
	require.NoError(t, form.Decode([]byte(`{"found":[{"kind":"broken","code":"a.b","path":"x","origin":"law","source":{"kind":"law","date":""},
		"args":[{"name":"n","text":{"vi":"một","en":"one"}}],"text":{"vi":"sai","en":"wrong"}}]}`), "", &s))
	assert.ErrorIs(t, s.Found.Err(), rule.Code("a.b"))
	assert.Equal(t, "wrong", s.Found[0].In(rule.En))
	assert.Equal(t, rule.Law, s.Found[0].Source().Kind)
	found, ok := rule.FindingsIn(form.Decode([]byte(`{"found":[{"kind":"odd","cod":"a.b","source":{"date":"30/02"}}]}`), "", &s))
	require.True(t, ok)
	var at []rule.Path
	for _, f := range found {
		at = append(at, f.Path)
	}
	assert.Equal(t, []rule.Path{"found[0].kind", "found[0].cod", "found[0].source.date"}, at)
}

func TestShape(t *testing.T) {
	t.Parallel()
	as, format, ok := form.Shape(new(sample))
	require.True(t, ok)
	assert.Equal(t, sampleFormat, format)
	assert.True(t, reflect.TypeFor[sample]().ConvertibleTo(as))
	_, _, ok = form.Shape(new(rule.Number))
	assert.False(t, ok, "a number reads itself otherwise")
	var s sample
	require.ErrorIs(t, json.Unmarshal([]byte("{}"), &s), form.ErrRequired, "only the probe itself is answered")
}
