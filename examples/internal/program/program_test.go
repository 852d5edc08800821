package program_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// A table is never wider than the page, whatever its cells say, and loses no word.
func TestTable(t *testing.T) {
	t.Parallel()
	long := strings.TrimSpace(strings.Repeat("đường xã ", 40))
	for name, rows := range map[string][][]string{
		"short":        {{"a", "b"}, {"aaa", "b"}},
		"one long":     {{"  1", long, "≥ 36 %"}},
		"all long":     {{long, long, long, long, long, long}},
		"across":       {{long + " " + long}, {"a", "b"}},
		"empty":        {{}, {"", ""}},
		"uneven":       {{"a"}, {"a", "b"}, {"a", "b", long}},
		"number bound": {{long, "≥ 36 triệu đồng/người/năm", long, long, long, long, long}},
	} {
		p := program.Page{}
		p.Table(rows, 2)
		program.CheckPage(t, p.String())
		words := func(s string) int { return len(strings.Fields(s)) }
		want := 0
		for _, row := range rows {
			want += words(strings.Join(row, " "))
		}
		assert.Equal(t, want, words(p.String()), name)
		assert.NotContains(t, p.String(), "≥\n")
	}
	p := program.Page{}
	p.Table([][]string{{"  a", "b"}, {"bbb", "c"}}, 1)
	assert.Equal(t, "   a  b\n bbb  c\n", p.String())
}

func TestPage(t *testing.T) {
	t.Parallel()
	p := program.Page{Lang: rule.En}
	p.Title(p.Say("Nguồn", "Sources"))
	p.Bullet(strings.Repeat("word ", 40))
	p.Below("below")
	program.CheckPage(t, p.String())
	assert.True(t, strings.HasPrefix(p.String(), "\nSources\n───────\n  • word"), p.String())
	assert.Contains(t, p.String(), "\n    word")
	assert.Contains(t, p.String(), "\n      below\n")
}
