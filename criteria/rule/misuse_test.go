package rule_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

// A text that is not a number is refused with what to write instead, in both languages.
func TestWhatToWriteForANumber(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"95%":       {"ghi 95, không ghi %", "write 95, without %"},
		"95,5 %":    {"ghi 95.5, không ghi %", "write 95.5, without %"},
		"12,5":      {"ghi 12.5:", "write 12.5:"},
		"12,500":    {"ghi 12.500 nếu là phần thập phân, 12500 nếu là hàng nghìn", "write 12.500 for decimals, 12500 for thousands"},
		"1.234.567": {"ghi 1234567:", "write 1234567:"},
		"-1 234":    {"ghi -1234:", "write -1234:"},
		"≥46":       {"ghi 46:", "write 46:"},
		"> 46":      {"ghi 46:", "write 46:"},
		"14/19":     {"không phải phân số", "not a fraction"},
		"1.2.3":     {"số ghi dạng 12.5", "a number is written 12.5"},
		"đạt":       {"số ghi dạng 12.5", "a number is written 12.5"},
	} {
		_, err := rule.ParseNumber(text)
		require.ErrorIs(t, err, rule.ErrNumberMalformed, text)
		assert.Contains(t, rule.Tell(err, rule.Vi), want[0])
		assert.Contains(t, rule.Tell(err, rule.En), want[1])
	}
	for _, text := range []string{"09/8/2021", "9-8-2021", "9.8.2021", "2021-8-9", "2021/08/09", " 09/08/2021"} {
		_, err := rule.ParseDay(text)
		require.ErrorIs(t, err, rule.ErrNotADay, text)
		assert.Contains(t, rule.Tell(err, rule.Vi), "ghi 2021-08-09", text)
	}
}

// An error of any make is told in the language asked, a line for each thing that is wrong.
func TestTell(t *testing.T) {
	t.Parallel()
	_, number := rule.ParseNumber("12,5")
	outside := rule.NewMisuse(rule.ErrGap, rule.Text{Vi: "ngày {day}", En: "on {day}"}, rule.A("day", rule.Day(2021, 8, 9)))
	found := rule.Findings{sample.Broken(errTangled, "a[1]"), sample.Advice(errTangled, "b")}
	for _, c := range []struct {
		err    error
		vi, en string
	}{
		{nil, "", ""},
		{outside, "không có giá trị cho ngày ấy: ngày 09/8/2021", "there is no value for that day: on 2021-08-09"},
		{fmt.Errorf("read: %w", number), "«12,5»: ghi 12.5: phần thập phân sau dấu chấm; không ngăn hàng nghìn", "«12,5»: write 12.5: decimals after a dot; thousands are not grouped"},
		{found.Err(), "a[1]: " + found[0].In(rule.Vi), "a[1]: " + found[0].In(rule.En)},
		{errors.Join(found.Err(), outside), "a[1]: " + found[0].In(rule.Vi) + "\nkhông có giá trị cho ngày ấy: ngày 09/8/2021", "a[1]: " + found[0].In(rule.En) + "\nthere is no value for that day: on 2021-08-09"},
		{io.EOF, "EOF", "EOF"},
		{fmt.Errorf("read: %w", io.EOF), "read: EOF", "read: EOF"},
	} {
		assert.Equal(t, c.vi, rule.Tell(c.err, rule.Vi))
		assert.Equal(t, c.en, rule.Tell(c.err, rule.En))
	}
	require.ErrorIs(t, outside, rule.ErrGap)
}

// No argument is as long as what somebody sent.
func TestArgumentsAreShort(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ế", 1_000_000)
	for _, value := range []any{long, rule.DutyID(long), rule.Text{Vi: long, En: long}, rule.Source{Kind: rule.Decision, Number: long}} {
		a := rule.A("x", value)
		assert.LessOrEqual(t, max(len(a.Text.Vi), len(a.Text.En)), 1_003)
		assert.True(t, utf8.ValidString(a.Text.Vi))
	}
	assert.LessOrEqual(t, len(rule.A("x", rule.DutyID(long)).Text.Vi), 67)
}
