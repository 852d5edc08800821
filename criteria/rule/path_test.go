package rule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/giupxa/giupxa/criteria/rule"
)

// A path leads into the file as it is written and can be parsed back.
func TestPaths(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		path    rule.Path
		written string
		pointer string
	}{
		{"", "", ""},
		{rule.Path("months").Index(2).Key("visits").Index(0).Key("on"), "months[2].visits[0].on", "/months/2/visits/0/on"},
		{rule.Path("readings").Key("17.1/centralised").Key("asOf"), `readings["17.1/centralised"].asOf`, "/readings/17.1~1centralised/asOf"},
		{rule.Path("readings").Key(""), `readings[""]`, "/readings/"},
		{rule.Path("").Key("10"), `["10"]`, "/10"},
		{rule.Path("").Key(`a"b\c`).Index(1), `["a\"b\\c"][1]`, `/a"b\c/1`},
		{rule.Path("a").Key("x]y.z[0]"), `a["x]y.z[0]"]`, "/a/x]y.z[0]"},
		{rule.Path("a").Key("~1"), `a["~1"]`, "/a/~01"},
		{rule.Path("provisions").Key("visit.notify"), `provisions["visit.notify"]`, "/provisions/visit.notify"},
		{rule.Path("a").Key("by-month_2"), "a.by-month_2", "/a/by-month_2"},
	} {
		assert.Equal(t, c.written, string(c.path))
		assert.Equal(t, c.pointer, c.path.Pointer(), c.written)
		assert.True(t, c.path.Within(c.path), c.written)
	}
	long := rule.Path("a").Key(string(make([]byte, 1<<20)))
	assert.Less(t, len(long), 500)
}

func TestPathsWithin(t *testing.T) {
	t.Parallel()
	p := rule.Path(`a.b["x.y"][3].c`)
	for above, within := range map[rule.Path]bool{
		"": true, "a": true, "a.b": true, `a.b["x.y"]`: true, `a.b["x.y"][3]`: true, p: true,
		"a.bb": false, "a.b.c": false, `a.b["x.y"][3].c.d`: false, "b": false,
	} {
		assert.Equal(t, within, p.Within(above), above)
	}
	var asked []rule.Path
	assert.False(t, p.Any(func(q rule.Path) bool { asked = append(asked, q); return false }))
	assert.Equal(t, []rule.Path{"a", "a.b", `a.b["x.y"]`, `a.b["x.y"][3]`, p}, asked)
	assert.True(t, p.Any(func(q rule.Path) bool { return q == "a.b" }))
}
