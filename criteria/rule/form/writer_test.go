package form_test

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// asJSON is what encoding/json writes when it escapes no HTML.
func asJSON(t *testing.T, v any) string {
	t.Helper()
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	require.NoError(t, e.Encode(v))
	return strings.TrimSuffix(out.String(), "\n")
}

// Every text is written as encoding/json writes it.
func TestWriterTexts(t *testing.T) {
	t.Parallel()
	texts := []string{"", "a", `"`, `\`, `a"b\c`, "<&>", "xã Tả Thàng", "\u2027\u2028\u2029\u202a", "a\u2028b", "a\u2029", "\ufffd", "\xff", "a\xc3", "a\xe1\xbb", "\xf0\x9f\x8f", "🏞", "\u007f\u0080", "\x80", "a\x80b"}
	for c := range byte(' ') {
		texts = append(texts, "x"+string(rune(c))+"y", string(rune(c)))
	}
	for _, text := range texts {
		var w form.Writer
		w.Text(text)
		out, err := w.Bytes()
		require.NoError(t, err)
		assert.Equal(t, asJSON(t, text), string(out), "%q", text)
	}
	w := form.WriterTo([]byte("before "))
	w.Texts(texts)
	out, err := w.Bytes()
	require.NoError(t, err)
	assert.Equal(t, "before "+asJSON(t, texts), string(out))
}

// Commas stand between values, and nowhere else; what is not given is left out.
func TestWriter(t *testing.T) {
	t.Parallel()
	full := rule.Source{
		Kind: rule.Decision, Number: "1", Date: rule.Day(2021, 8, 5), Year: 2021, Issuer: "a", Annex: "b", Article: "c", Clause: "d", Point: "e", Section: "f",
		Bullet: "g", Footnote: "h", Page: "i",
	}
	var w form.Writer
	w.Open('{')
	w.Format("giupxa.sample/1")
	w.Key("list").Open('[')
	w.Int(0)
	w.Int(-12)
	w.Int(math.MaxInt32)
	w.Null()
	w.True()
	w.Number(rule.MustNumber("12.50"))
	w.Number(rule.Number{})
	w.Open('[')
	w.Close(']')
	w.Open('{')
	w.Close('}')
	w.Words(rule.Text{Vi: "một", En: "one"})
	w.Source(full)
	w.Source(rule.Source{Kind: rule.Dispatch})
	w.Append(func(out []byte) []byte { return append(out, "7"...) })
	w.Other(map[string]int{"n": 1})
	w.Code(rule.Advice)
	w.Texts(nil)
	w.Close(']')
	w.Member("text", "x")
	w.Member("none", "")
	w.Day("day", rule.Day(2021, 2, 3))
	w.Day("none", civil.Date{})
	w.Count("count", 2)
	w.Count("none", 0)
	w.Constant("origin", rule.OriginLaw)
	w.Constant("none", rule.Origin(0))
	w.Flag("is", true)
	w.Flag("none", false)
	w.Close('}')
	out, err := w.Bytes()
	require.NoError(t, err)
	assert.Equal(t, `{"format":"giupxa.sample/1","list":[0,-12,2147483647,null,true,"12.50",null,[],{},{"vi":"một","en":"one"},`+
		asJSON(t, full)+`,{"kind":"dispatch"},7,{"n":1},"advice",[]],"text":"x","day":"2021-02-03","count":2,"origin":"law","is":true}`, string(out))
}

// The first value that has no JSON is the error; nothing after it takes its place.
func TestWriterErrors(t *testing.T) {
	t.Parallel()
	_, outside := rule.Kind(99).MarshalText()
	require.Error(t, outside)
	var w form.Writer
	w.Code(rule.Kind(99))
	w.Other(func() {})
	_, err := w.Bytes()
	assert.Equal(t, outside, err)
	w = form.Writer{}
	w.Open('[')
	w.Other(1)
	w.Code(rule.Broken)
	_, err = w.Bytes()
	require.NoError(t, err)
	w.Other(func() {})
	w.Code(rule.Kind(99))
	w.Other(2)
	_, err = w.Bytes()
	var unsupported *json.UnsupportedTypeError
	assert.ErrorAs(t, err, &unsupported)
}
