package rule_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria/rule"
)

// A letter that looks like Đ is Đ, wherever a text is brought to its one spelling.
func TestLookAlikes(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"":                        "",
		"1980/QD-TTg":             "1980/QD-TTg",
		"1980/Q\u00D0-TTg":        "1980/Q\u0110-TTg",
		"1980/Q\u0189-TTg":        "1980/Q\u0110-TTg",
		"\u00D0ồng Tuyển":         "\u0110ồng Tuyển",
		"Lào Cai, \u00F0ợt 2":     "Lào Cai, \u0111ợt 2",
		"\u0256":                  "\u0111",
		norm.NFD.String("Đỗ xã"):  "Đỗ xã",
		"D\u0323\u00D0":           "Ḍ\u0110",
		"\u0110ã \u0111úng, đúng": "\u0110ã \u0111úng, đúng",
	} {
		assert.Equal(t, want, rule.Normal(given))
		assert.Equal(t, given == want, rule.IsNormal(given), given)
		assert.True(t, rule.IsNormal(rule.Normal(given)), given)
		assert.Equal(t, rule.Fold(want), rule.Fold(given), given)
		assert.Equal(t, rule.Fold(want), rule.Fold(strings.ToLower(given)), "lowered before it came: %s", given)
	}
	s, err := rule.ParseSource("Quyết định số 1980/Q\u00D0-TTg")
	assert.NoError(t, err)
	assert.Equal(t, rule.Source{Kind: rule.Decision, Number: "1980/QĐ-TTg"}, s)
}
