package rule_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria/rule"
)

func TestWidth(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"xã Tả Thàng", "Nghĩa Đô", "ường"} {
		assert.Equal(t, len([]rune(s)), rule.Width(s))
		assert.Equal(t, rule.Width(s), rule.Width(norm.NFD.String(s)), "decomposed letters take no more room")
	}
	assert.Zero(t, rule.Width(""))
}

func TestColumns(t *testing.T) {
	t.Parallel()
	assert.Empty(t, rule.Columns(nil))
	assert.Equal(t, "\n", rule.Columns([][]string{{}}))
	out := rule.Columns([][]string{{"a title that runs across"}, {"Tả Thàng", "02794", "x"}, {"B", "", "y"}, {"C", "3"}})
	assert.Equal(t, "a title that runs across\nTả Thàng  02794  x\nB                y\nC         3\n", out)
}

func TestWrap(t *testing.T) {
	t.Parallel()
	assert.Empty(t, rule.Wrap("  ", 10))
	for _, line := range rule.Wrap(strings.Repeat("thông báo cho xã ", 20), 30) {
		assert.LessOrEqual(t, rule.Width(line), 30)
	}
	assert.Equal(t, []string{"a", strings.Repeat("b", 40), "c"}, rule.Wrap("a "+strings.Repeat("b", 40)+" c", 10))
}

func ExampleColumns() {
	fmt.Print(rule.Columns([][]string{{"xã", "mã"}, {"Phìn Ngan", "02743"}}))
	// Output:
	// xã         mã
	// Phìn Ngan  02743
}
