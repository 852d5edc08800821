package form_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// Reading costs as much as there is to read, whatever is wrong with it. Not parallel:
// bytes are counted.
func TestReadingIsLinear(t *testing.T) {
	for name, one := range map[string]string{
		"elements that cannot be read": `{"id":"a","items":[%s{"text":"a"}]}|{"size":"x"},`,
		"elements that lack a member":  `{"id":"a","items":[%s{"text":"a"}]}|{},`,
		"unknown members":              `{"id":"a"%s}|,"x%d":1`,
		"repeated members":             `{"id":"a"%s}|,"note":""`,
		"keys below a long key":        `{"id":"a","byKey":{"` + strings.Repeat("k", 1<<16) + `":{"text":"a"%s}}}|,"x%d":1`,
		"a long text":                  `{"id":"%sa"}|\u00D0`,
	} {
		whole, part, _ := strings.Cut(one, "|")
		maintain.Linear(t, name, 2_000, 8_000, func(n int) func() int {
			var b strings.Builder
			for i := range n {
				if strings.Contains(part, "%d") {
					fmt.Fprintf(&b, part, i)
				} else {
					b.WriteString(part)
				}
			}
			in := []byte(fmt.Sprintf(whole, b.String()))
			return func() int {
				var s sample
				found, _ := rule.FindingsIn(s.UnmarshalJSON(in))
				return len(found)
			}
		})
	}
}

// What building finds is bounded with the rest, and so is what both steps find together.
func TestBuildIsBounded(t *testing.T) {
	t.Parallel()
	build := func(n int) error {
		var many rule.Findings
		for i := range n {
			many = append(many, form.Check(&struct {
				ID string `json:"id" validate:"required"`
			}{})[0])
			many[i].Path = rule.Path("built").Index(i)
		}
		return many.Err()
	}
	var s sample
	for in, want := range map[string]int{`{"id":"a"}`: 1500, `{"id":"a"` + strings.Repeat(`,"x":1`, 700) + `}`: 1500 + 700} {
		err := form.Build([]byte(in), sampleFormat, &s, func() error { return build(1500) })
		found, ok := rule.FindingsIn(err)
		require.True(t, ok)
		require.Len(t, found, 1001)
		assert.Equal(t, form.ErrMore, found[1000].Code())
		assert.Contains(t, found[1000].String(), strconv.Itoa(want-1000))
	}
	err := form.Build([]byte(`{"x":1}`), sampleFormat, &s, func() error { return errors.New("no such place") })
	assert.ErrorContains(t, err, "no such place")
	assert.ErrorIs(t, err, form.ErrUnknownKey)
	assert.Error(t, form.Build([]byte(`{`), sampleFormat, &s, func() error { return nil }))
}

// A letter that looks like Đ is read as Đ, in keys and in texts, as NFD is read as NFC.
func TestLookAlikesAreRead(t *testing.T) {
	t.Parallel()
	var s sample
	require.NoError(t, s.UnmarshalJSON([]byte(`{"id":"1980/Q\u00D0-TTg","byKey":{"Ɖồng Tuyển":{"text":"xa\u0303 ðúng"}}}`)))
	assert.Equal(t, "1980/QĐ-TTg", s.ID)
	assert.Equal(t, map[string]item{"Đồng Tuyển": {Text: "xã đúng"}}, s.ByKey)
	err := s.UnmarshalJSON([]byte(`{"id":"a","byKey":{"\u00D0":{"text":"a"},"\u0110":{"text":"b"}}}`))
	assert.ErrorIs(t, err, form.ErrRepeatedKey)
}
