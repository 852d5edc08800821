package org_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// saPa is a district that became a town on 1/1/2020, with a commune that goes on, one
// that got a new name with it, and one that came from another district. The gazetteer
// is read from its JSON.
func saPa(t testing.TB) org.Gazetteer {
	t.Helper()
	var g org.Gazetteer
	require.NoError(t, json.Unmarshal([]byte(`{"format":"giupxa.gazetteer/1","units":[
		{"code":"10","name":"Lào Cai","kind":"province"},
		{"code":"088","name":"Sa Pa","kind":"town","parent":"10","was":[{"kind":"district","span":{"to":"2019-12-31"}}]},
		{"code":"089","name":"Văn Bàn","kind":"district","parent":"10"},
		{"code":"03037","name":"Bản Hồ","kind":"commune","parent":"088"},
		{"code":"03002","name":"Ngũ Chỉ Sơn","kind":"commune","parent":"088","was":[{"name":"Bản Khoang","span":{"to":"2019-12-31"}}]},
		{"code":"03046","name":"Liên Minh","kind":"ward","parent":"088","was":[
			{"name":"Nậm Sài","kind":"commune","span":{"to":"2019-12-31"}},
			{"parent":"089","span":{"from":"2015-01-01","to":"2017-12-31"}}]}
	],"successions":[]}`), &g))
	return g
}

// W20: what was renamed, became of another kind or went elsewhere is the same unit.
func TestAttributesAreDated(t *testing.T) {
	t.Parallel()
	g := saPa(t)
	eve, day := rule.Day(2019, 12, 31), rule.Day(2020, 1, 1)
	for _, c := range []struct {
		code          org.UnitCode
		before, after string
	}{
		{"088", "huyện Sa Pa", "thị xã Sa Pa"}, {"03037", "xã Bản Hồ", "xã Bản Hồ"},
		{"03002", "xã Bản Khoang", "xã Ngũ Chỉ Sơn"}, {"03046", "xã Nậm Sài", "phường Liên Minh"},
	} {
		old, ok := g.At(c.code, eve)
		require.True(t, ok)
		now, ok := g.At(c.code, day)
		require.True(t, ok)
		assert.Equal(t, []string{c.before, c.after}, []string{old.String(), now.String()})
		assert.Equal(t, old.Span, now.Span, "one unit, with the whole of its days")
		assert.Empty(t, old.Was, "as of one day")
		same := g.Successors(c.code, eve, day)
		require.Len(t, same, 1)
		assert.Empty(t, same[0].Via, "no succession is needed")
		assert.Equal(t, now, same[0].Unit)
		assert.Equal(t, old, g.Predecessors(c.code, day, eve)[0].Unit)
	}
	above := func(code org.UnitCode, day ...int) (all []string) {
		for u := range g.Ancestors(code, rule.Day(day[0], day[1], day[2])) {
			all = append(all, u.String())
		}
		return all
	}
	assert.Equal(t, []string{"huyện Sa Pa", "tỉnh Lào Cai"}, above("03037", 2019, 12, 31))
	assert.Equal(t, []string{"thị xã Sa Pa", "tỉnh Lào Cai"}, above("03037", 2020, 1, 1))
	assert.Equal(t, []string{"huyện Sa Pa", "tỉnh Lào Cai"}, above("03046", 2014, 12, 31), "before the first change, as the unit says")
	assert.Equal(t, []string{"huyện Văn Bàn", "tỉnh Lào Cai"}, above("03046", 2015, 1, 1))
	assert.Equal(t, []string{"huyện Văn Bàn", "tỉnh Lào Cai"}, above("03046", 2017, 12, 31))
	assert.Equal(t, []string{"huyện Sa Pa", "tỉnh Lào Cai"}, above("03046", 2018, 1, 1))
	below := func(code org.UnitCode, year int) []string {
		return names(slices.Collect(g.Children(code, rule.Day(year, 6, 1))))
	}
	assert.Equal(t, []string{"xã Bản Hồ", "xã Bản Khoang", "xã Nậm Sài"}, below("088", 2014))
	assert.Equal(t, []string{"xã Bản Hồ", "xã Bản Khoang"}, below("088", 2016))
	assert.Equal(t, []string{"xã Nậm Sài"}, below("089", 2016))
	assert.Equal(t, []string{"xã Bản Hồ", "xã Ngũ Chỉ Sơn", "phường Liên Minh"}, below("088", 2021))
	assert.Empty(t, below("089", 2021))
	assert.Empty(t, g.Check())
}

func TestFormerNamesAreFound(t *testing.T) {
	t.Parallel()
	g := saPa(t)
	for _, c := range []struct {
		asked                string
		year                 int
		matches, suggestions []string
	}{
		{"Bản Khoang", 2019, []string{"xã Bản Khoang"}, nil},
		{"xã Bản Khoang", 2021, nil, []string{"xã Ngũ Chỉ Sơn"}},
		{"Ngũ Chỉ Sơn", 2021, []string{"xã Ngũ Chỉ Sơn"}, nil},
		{"Ngũ Chỉ Sơn", 2019, nil, []string{"xã Bản Khoang"}},
		{"Ban Khoang", 2021, nil, []string{"xã Ngũ Chỉ Sơn"}},
		{"Bản Khoangg", 2019, nil, []string{"xã Bản Khoang"}},
		{"huyện Sa Pa", 2019, []string{"huyện Sa Pa"}, nil},
		{"huyện Sa Pa", 2021, nil, []string{"thị xã Sa Pa"}},
		{"thị xã Sa Pa", 2021, []string{"thị xã Sa Pa"}, nil},
		{"xã Nậm Sài", 2016, []string{"xã Nậm Sài"}, nil},
	} {
		found := g.Search(c.asked, rule.Day(c.year, 6, 1))
		assert.Equal(t, c.matches, names(found.Units), "%s %d", c.asked, c.year)
		assert.Equal(t, c.suggestions, names(found.Suggestions), "%s %d", c.asked, c.year)
	}
	// One unit that bore two spellings is a match, not its own suggestion as well.
	twice, err := org.NewGazetteer([]org.Unit{{Code: "1", Name: "Nậm Chảy", Kind: org.KindCommune,
		Was: []org.Former{{Name: "Nậm Chầy", Span: rule.Span{To: rule.Day(2019, 12, 31)}}}}}, nil)
	require.NoError(t, err)
	found := twice.Search("Nậm Chảy", rule.Day(2021, 1, 1))
	assert.Equal(t, []string{"xã Nậm Chảy"}, names(found.Units))
	assert.Empty(t, found.Suggestions)
}

func TestKinds(t *testing.T) {
	t.Parallel()
	u := org.Unit{Code: "1", Name: "Liên Minh", Kind: org.KindWard, Span: rule.Span{From: rule.Day(2010, 1, 1)}, Was: []org.Former{
		{Name: "Nậm Sài", Kind: org.KindCommune, Span: rule.Span{From: rule.Day(2010, 1, 1), To: rule.Day(2019, 12, 31)}},
		{Kind: org.KindTownship, Span: rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2022, 12, 31)}},
	}}
	g, err := org.NewGazetteer([]org.Unit{u}, nil)
	require.NoError(t, err)
	kinds := func(within rule.Span) (all []string) {
		for span, as := range g.Kinds("1", within) {
			all = append(all, as.String()+" "+span.In(rule.En))
		}
		return all
	}
	assert.Equal(t, []string{
		"xã Nậm Sài from 2010-01-01 to 2019-12-31", "phường Liên Minh from 2020-01-01 to 2021-12-31",
		"thị trấn Liên Minh from 2022-01-01 to 2022-12-31", "phường Liên Minh from 2023-01-01",
	}, kinds(rule.Span{From: rule.Day(2010, 1, 1)}))
	assert.Equal(t, []string{"phường Liên Minh from 2020-01-01 to 2020-06-30"}, kinds(rule.Span{From: rule.Day(2020, 1, 1), To: rule.Day(2020, 6, 30)}))
	assert.Equal(t, []string{"xã Nậm Sài from 2019-12-31 to 2019-12-31", "phường Liên Minh from 2020-01-01 to 2020-01-01"},
		kinds(rule.Span{From: rule.Day(2019, 12, 31), To: rule.Day(2020, 1, 1)}))
	assert.Empty(t, kinds(rule.Span{To: rule.Day(2009, 12, 31)}))
	for range g.Kinds("1", u.Span) {
		break
	}
}

// W21: on a date that is no day no unit exists and no model of government holds.
func TestNotADay(t *testing.T) {
	t.Parallel()
	g := facts(t)
	no := rule.Day(2022, 13, 1)
	_, err := org.GovernmentOn(no)
	require.ErrorIs(t, err, rule.ErrNotADay)
	_, ok := g.At("02794", no)
	assert.False(t, ok)
	assert.Empty(t, slices.Collect(g.Ancestors("02794", no)))
	assert.Empty(t, slices.Collect(g.Children("083", no)))
	assert.Empty(t, slices.Collect(g.Origins("02794", no)))
	assert.Empty(t, g.Search("Tả Thàng", no))
	assert.Empty(t, g.Successors("02794", mid2021, no))
	assert.Empty(t, g.Successors("02794", no, reform))
	assert.Empty(t, g.Predecessors("02794", mid2021, rule.Day(2021, 2, 30)))
	assert.False(t, org.Body{}.Exists(no))
}

func TestOrigins(t *testing.T) {
	t.Parallel()
	g := facts(t)
	all := names(slices.Collect(g.Origins("02839", rule.Day(2025, 7, 15))))
	assert.Len(t, all, 8)
	assert.Equal(t, "xã Bắc Hà", all[0], "the unit itself first")
	assert.Equal(t, "xã Tà Chải", all[7], "over two mergers")
	assert.Equal(t, []string{"thị trấn Bắc Hà"}, names(slices.Collect(g.Origins("02839", mid2021))), "not what came later")
	for range g.Origins("02839", reform) {
		break
	}
}

func TestGazetteerJSON(t *testing.T) {
	t.Parallel()
	once, err := json.Marshal(saPa(t))
	require.NoError(t, err)
	var back org.Gazetteer
	require.NoError(t, json.Unmarshal(once, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.JSONEq(t, string(once), string(again))
	for fault, data := range map[string]string{
		"units[0].nom":       `{"units":[{"code":"1","name":"A","kind":"commune","nom":"B"}]}`,
		"units[0].was[0].to": `{"units":[{"code":"1","name":"A","kind":"commune","was":[{"name":"B","to":"2019-12-31"}]}]}`,
		"format":             `{"format":"giupxa.gazetteer/9","units":[]}`,
		"units[0].span.to":   `{"units":[{"code":"1","name":"A","kind":"commune","span":{"to":"30/2"}}]}`,
		"units[0].kind":      `{"units":[{"code":"1","name":"A"}]}`,
	} {
		err := json.Unmarshal([]byte(data), &back)
		require.Error(t, err, fault)
		assert.Contains(t, err.Error(), fault)
	}
}

func ExampleUnit_On() {
	unit := org.Unit{Code: "088", Name: "Sa Pa", Kind: org.KindTown, Was: []org.Former{
		{Kind: org.KindDistrict, Span: rule.Span{To: rule.Day(2019, 12, 31)}},
	}}
	fmt.Println(unit.On(rule.Day(2019, 12, 31)), "|", unit.On(rule.Day(2020, 1, 1)))
	// Output: huyện Sa Pa | thị xã Sa Pa
}
