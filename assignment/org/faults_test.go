package org_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func gazetteer(t testing.TB, units []org.Unit, links ...org.Succession) org.Gazetteer {
	t.Helper()
	g, err := org.NewGazetteer(units, links)
	require.NoError(t, err)
	return g
}

// line is units that follow one another, a day each.
func line(n int) ([]org.Unit, []org.Succession) {
	var units []org.Unit
	var links []org.Succession
	day := rule.Day(1990, 1, 1)
	for i := range n {
		code := org.UnitCode(strconv.Itoa(i))
		units = append(units, org.Unit{Code: code, Name: "A", Kind: org.KindCommune, Span: rule.Span{From: day.AddDays(i), To: day.AddDays(i)}})
		if i > 0 {
			links = append(links, org.Succession{From: units[i-1].Code, To: code, On: day.AddDays(i)})
		}
	}
	return units, links
}

// C10: as many successions after one another as are allowed are followed both ways.
func TestLongChain(t *testing.T) {
	t.Parallel()
	units, links := line(101)
	g := gazetteer(t, units, links...)
	day, later := units[0].Span.From, units[100].Span.From
	forward, back := g.Successors("0", day, later), g.Predecessors("100", later, day)
	require.Len(t, forward, 1)
	require.Len(t, back, 1)
	assert.Len(t, forward[0].Via, 100)
	assert.Equal(t, forward[0].Via, back[0].Via, "the earliest first, both ways")
	assert.Len(t, slices.Collect(g.Origins("100", later)), 101)

	_, err := org.NewGazetteer(line(102))
	found, _ := rule.FindingsIn(err)
	require.Len(t, found, 1)
	assert.Equal(t, rule.Path("successions[100]"), found[0].Path)
	assert.Contains(t, found[0].In(rule.En), "more than 100 successions follow one another")
	_, err = org.NewGazetteer(line(8000))
	found, _ = rule.FindingsIn(err)
	assert.Len(t, found, 1, "said once")
}

// What went to and fro on one day is one step, not many.
func TestStepsOfOneDay(t *testing.T) {
	t.Parallel()
	day := rule.Day(2020, 1, 1)
	var units []org.Unit
	var links []org.Succession
	for i := range 300 {
		units = append(units, org.Unit{Code: org.UnitCode(strconv.Itoa(i)), Name: "A", Kind: org.KindCommune})
		if i > 0 {
			links = append(links, org.Succession{From: units[i-1].Code, To: units[i].Code, On: day, Part: true})
		}
	}
	gazetteer(t, units, links...)
}

// C1, C10: a unit may go over into a hundred others, one code belong to a hundred units.
func TestBounds(t *testing.T) {
	t.Parallel()
	star := func(n int) error {
		units := []org.Unit{{Code: "x", Name: "X", Kind: org.KindCommune}}
		var links []org.Succession
		for i := range n {
			units = append(units, org.Unit{Code: org.UnitCode(strconv.Itoa(i)), Name: "A", Kind: org.KindCommune})
			links = append(links, org.Succession{From: "x", To: units[i+1].Code, On: rule.Day(2020, 1, 1), Part: true})
		}
		_, err := org.NewGazetteer(units, links)
		return err
	}
	require.NoError(t, star(100))
	found, _ := rule.FindingsIn(star(300))
	require.Len(t, found, 1)
	assert.Equal(t, rule.Path("successions[100].from"), found[0].Path)

	years := func(n int) (units []org.Unit) {
		for i := range n {
			units = append(units, org.Unit{Code: "x", Name: "X", Kind: org.KindCommune, Span: rule.Year(1800 + i)})
		}
		return units
	}
	g := gazetteer(t, years(100))
	for i := range 100 {
		u, ok := g.At("x", rule.Day(1800+i, 7, 1))
		require.True(t, ok)
		assert.Equal(t, rule.Year(1800+i), u.Span)
	}
	_, err := org.NewGazetteer(years(102), nil)
	found, _ = rule.FindingsIn(err)
	assert.Len(t, found, 2, "one a unit beyond them")

	// Of a code given twice the one says where the other is, and its communes have a parent.
	_, err = org.NewGazetteer([]org.Unit{
		{Code: "p", Name: "P", Kind: org.KindProvince, Span: rule.Span{To: reform}},
		{Code: "p", Name: "P", Kind: org.KindProvince, Span: rule.Span{From: reform}},
		{Code: "c", Name: "C", Kind: org.KindCommune, Parent: "p", Span: rule.Span{From: reform}},
		{Code: "d", Name: "D", Kind: org.KindCommune, Parent: "p", Span: rule.Span{To: beforeReform}},
	}, nil)
	found, _ = rule.FindingsIn(err)
	require.Len(t, found, 1)
	assert.Equal(t, org.ErrOverlap, found[0].Code())
}

var small, large = 500, 2000

// C1, C10: findings, answers and work grow with the input.
func TestWorkIsLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	unit := func(i int) org.Unit {
		return org.Unit{Code: org.UnitCode(strconv.Itoa(i)), Name: "A" + strconv.Itoa(i), Kind: org.KindCommune}
	}
	many := func(n int, unitOf func(int) org.Unit) (units []org.Unit) {
		for i := range n {
			units = append(units, unitOf(i))
		}
		return units
	}
	build := func(units []org.Unit, links []org.Succession) func() int {
		return func() int {
			_, err := org.NewGazetteer(units, links)
			found, _ := rule.FindingsIn(err)
			return len(found)
		}
	}
	day := rule.Day(2020, 1, 1)
	maintain.Linear(t, "units", small, large, func(n int) func() int { return build(many(n, unit), nil) })
	maintain.Linear(t, "one code", small, large, func(n int) func() int { return build(many(n, func(int) org.Unit { return unit(1) }), nil) })
	maintain.Linear(t, "one code, a day each", small, large, func(n int) func() int {
		return build(many(n, func(i int) org.Unit {
			u := unit(1)
			u.Span = rule.Span{From: day.AddDays(i), To: day.AddDays(i)}
			return u
		}), nil)
	})
	maintain.Linear(t, "equal successions", small, large, func(n int) func() int {
		return build(many(2, unit), slices.Repeat([]org.Succession{{From: "0", To: "1", On: day, Part: true}}, n))
	})
	maintain.Linear(t, "a chain", small, large, func(n int) func() int { return build(line(n)) })
	maintain.Linear(t, "units without anything", small, large, func(n int) func() int { return build(make([]org.Unit, n), make([]org.Succession, n)) })
	maintain.Linear(t, "one name", small, large, func(n int) func() {
		g := gazetteer(t, many(n, func(i int) org.Unit {
			u := unit(i)
			u.Name = []string{"Đa Kao", "Đạ Kao"}[i%2]
			return u
		}))
		return func() { g.Search("Đa Kao", day) }
	})
	maintain.Linear(t, "one parent", small, large, func(n int) func() {
		g := gazetteer(t, append(many(n, func(i int) org.Unit {
			u := unit(i)
			u.Parent = "p"
			return u
		}), org.Unit{Code: "p", Name: "P", Kind: org.KindProvince}))
		return func() {
			for range g.Children("p", day) {
			}
		}
	})
	maintain.Linear(t, "merged into one", small, large, func(n int) func() {
		units := append(many(n, func(i int) org.Unit {
			u := unit(i)
			u.Span.To = beforeReform
			return u
		}), org.Unit{Code: "x", Name: "X", Kind: org.KindCommune, Span: rule.Span{From: reform}})
		var links []org.Succession
		for _, u := range units[:n] {
			links = append(links, org.Succession{From: u.Code, To: "x", On: reform})
		}
		g := gazetteer(t, units, links...)
		return func() {
			g.Predecessors("x", reform, beforeReform)
			for range g.Origins("x", reform) {
			}
			_ = g.Check()
		}
	})
	maintain.Linear(t, "JSON of faults", small, large, func(n int) func() {
		data := []byte(`{"units":[` + strings.TrimSuffix(strings.Repeat(`{"code":"1","name":"A","kind":"commune"},`, n), ",") + `],"successions":[]}`)
		return func() { _ = json.Unmarshal(data, new(org.Gazetteer)) }
	})
}

// F13: names as they are printed.
func TestPrintedNames(t *testing.T) {
	t.Parallel()
	before := rule.Span{To: beforeReform}
	g := gazetteer(t, []org.Unit{
		{Code: "44", Name: "Quảng Bình", Kind: org.KindProvince}, {Code: "45", Name: "Quảng Trị", Kind: org.KindProvince},
		{Code: "456", Name: "Quảng Ninh", Kind: org.KindDistrict, Parent: "44"}, {Code: "457", Name: "Lệ Thủy", Kind: org.KindDistrict, Parent: "44"},
		{Code: "19225", Name: "An Ninh", Kind: org.KindCommune, Parent: "456"}, {Code: "19226", Name: "An Ninh", Kind: org.KindCommune, Parent: "457"},
		{Code: "536", Name: "Lý Sơn", Kind: org.KindDistrict}, {Code: "20001", Name: "Thanh An", Kind: org.KindCommune},
		{Code: "2", Name: "Bắc Hà", Kind: org.KindTownship}, {Code: "3", Name: "Sa Pa", Kind: org.KindTown}, {Code: "4", Name: "Côn Đảo", Kind: org.KindSpecialZone},
		{Code: "760", Name: "1", Kind: org.KindUrbanDistrict, Parent: "79"}, {Code: "27127", Name: "12", Kind: org.KindWard, Parent: "760"},
		{Code: "27139", Name: "01", Kind: org.KindWard, Parent: "760"}, {Code: "79", Name: "Hồ Chí Minh", Kind: org.KindMunicipality},
		{Code: "23000", Name: "H'Neng", Kind: org.KindCommune}, {Code: "582", Name: "Phan Rang-Tháp Chàm", Kind: org.KindCity},
		{Code: "19780", Name: "Phường Đúc", Kind: org.KindWard}, {Code: "01", Name: "Hà Nội", Kind: org.KindMunicipality},
		{Code: "7", Name: "H'Lê", Kind: org.KindCommune}, {Code: "8", Name: "9", Kind: org.KindWard, Parent: "760"}, {Code: "9", Name: "Ωmega", Kind: org.KindCommune},
		{Code: "5", Name: "Đồng Tuyển", Kind: org.KindCommune, Span: before}, {Code: "6", Name: "100", Kind: org.KindCommune},
	})
	for asked, want := range map[string]org.UnitCode{
		"xã An Ninh, huyện Quảng Ninh": "19225", "xã An Ninh (huyện Lệ Thuỷ)": "19226", "An Ninh, Quảng Ninh, Quảng Bình": "19225",
		"xã An Ninh - huyện Quảng Ninh - tỉnh Quảng Bình": "19225", "An Ninh; H. Lệ Thủy": "19226",
		"huyện đảo Lý Sơn": "536", "huyện Lý Sơn": "536", "xã đảo Thanh An": "20001",
		"T.T. Bắc Hà": "2", "TT Bắc Hà": "2", "T.X. Sa Pa": "3", "ĐK. Côn Đảo": "4", "Đ.K Côn Đảo": "4", "đặc khu Côn Đảo": "4",
		"P12": "27127", "P.12": "27127", "F12": "27127", "Phường 12, Quận 1": "27127", "P12, Q1, TP. Hồ Chí Minh": "27127", "Phường 12 (Q.01)": "27127",
		"Phường 01": "27139", "Phường 1": "27139", "p01": "27139", "P001": "27139", "Phường 001": "27139", "P09": "8", "Phường 9": "8", "Quận 1": "760", "Q. 1": "760", "Q1": "760",
		"H'Neng": "23000", "xã H’Neng": "23000", "X. H`Neng": "23000", "H´neng": "23000", "HNENG": "23000",
		"TP. Phan Rang - Tháp Chàm": "582", "T.P. Phan Rang-Tháp Chàm": "582",
		"phường Phường Đúc": "19780", "Phường Đúc": "19780", "P. Phường Đúc": "19780",
		"thành phố trực thuộc trung ương Hà Nội": "01", "Thành phố Hà Nội": "01",
		"xã Ðồng Tuyển": "5", "Ɖồng Tuyển": "5", "đồng tuyển": "5", "xã 100": "6",
	} {
		var codes []org.UnitCode
		for _, u := range g.Search(asked, beforeReform).Units {
			codes = append(codes, u.Code)
		}
		assert.Equal(t, []org.UnitCode{want}, codes, asked)
	}
	for asked, want := range map[string][]string{
		"xã An Ninh, huyện Quảng Trạch": {"xã An Ninh", "xã An Ninh"}, // no such district: both are only suggested
		"huyện Quảng Ninh, Quảng Trị":   {"huyện Quảng Ninh", "tỉnh Quảng Bình"},
		"H Neng":                        {"xã H'Neng"},
		"Xã Bắc Hà":                     {"thị trấn Bắc Hà"},
		"quận Lý Sơn":                   {"huyện Lý Sơn"},
		"Đúc":                           nil,
		"P13":                           nil,
		"X100":                          {"xã 100"}, // no one writes xã 100 so
		"mega":                          nil,
		"huyện đảo Lý Sớn":              {"huyện Lý Sơn"},
		"H Lê":                          {"xã H'Lê"},
		"xã 10":                         nil,
	} {
		found := g.Search(asked, beforeReform)
		assert.Empty(t, found.Units, asked)
		assert.Equal(t, want, names(found.Suggestions), asked)
	}
	assert.Empty(t, g.Search("Đồng Tuyển", reform))
	assert.Len(t, g.Search("An Ninh", beforeReform).Units, 2, "two of that name, and nothing to tell them apart")
}

// Tones and marks are no spelling: Đa is not Đạ.
func TestTonesTellApart(t *testing.T) {
	t.Parallel()
	g := gazetteer(t, []org.Unit{
		{Code: "1", Name: "Đa Kao", Kind: org.KindWard}, {Code: "2", Name: "Đạ Kao", Kind: org.KindWard}, {Code: "3", Name: "Đà Kao", Kind: org.KindWard},
		{Code: "4", Name: "Mỹ 9", Kind: org.KindWard}, {Code: "5", Name: "Mỵ 9", Kind: org.KindWard}, {Code: "6", Name: "Kỹ Z9", Kind: org.KindWard},
	})
	for asked, want := range map[string]string{"Đa Kao": "phường Đa Kao", "đạ kao": "phường Đạ Kao", "ĐÀ KAO": "phường Đà Kao", "mỹ 9": "phường Mỹ 9", "MỴ 9": "phường Mỵ 9", "kỹ z9": "phường Kỹ Z9"} {
		found := g.Search(asked, reform)
		assert.Equal(t, []string{want}, names(found.Units), asked)
		assert.NotContains(t, names(found.Suggestions), want)
	}
	assert.Equal(t, []string{"phường Đa Kao", "phường Đà Kao"}, names(g.Search("Đạ Kao", reform).Suggestions))
}

// F16: the advice says by which line of the resolution.
func TestLineageIsCited(t *testing.T) {
	t.Parallel()
	old, now := rule.Span{To: beforeReform}, rule.Span{From: reform}
	links := func(s rule.Source) []org.Succession {
		return []org.Succession{{From: "89", To: "91", On: reform}, {From: "1", To: "2", On: reform, Source: s}}
	}
	units := []org.Unit{
		{Code: "89", Name: "Kiên Giang", Kind: org.KindProvince, Span: old}, {Code: "91", Name: "An Giang", Kind: org.KindProvince, Span: now},
		{Code: "82", Name: "Đồng Tháp", Kind: org.KindProvince, Span: now},
		{Code: "1", Name: "Hòa An", Kind: org.KindCommune, Parent: "89", Span: old}, {Code: "2", Name: "Mỹ Ngãi", Kind: org.KindWard, Parent: "82", Span: now},
	}
	line := rule.Source{Kind: rule.Resolution, Number: "1654/NQ-UBTVQH15", Article: "1", Clause: "63"}
	found := gazetteer(t, units, links(line)...).Check()
	require.Len(t, found, 1)
	assert.NoError(t, found.Err(), "it is advice")
	assert.Equal(t, "xã Hòa An thuộc tỉnh Kiên Giang, nhập vào phường Mỹ Ngãi thuộc tỉnh Đồng Tháp, trong khi tỉnh Kiên Giang thành tỉnh An Giang "+
		"(theo Nghị quyết số 1654/NQ-UBTVQH15, Điều 1, khoản 63)", found[0].String())
	assert.Contains(t, gazetteer(t, units, links(rule.Source{})...).Check()[0].In(rule.En), "no source is given")
	lives := slices.Clone(units)
	lives[0].Span = rule.Span{}
	found = gazetteer(t, lives, links(line)[1:]...).Check()
	require.Len(t, found, 1)
	assert.Contains(t, found[0].String(), "trong khi tỉnh Kiên Giang thành tỉnh Kiên Giang ", "it lives on, and says nothing of a part")
	heirs := gazetteer(t, units, links(line)...).Successors("1", beforeReform, reform)
	require.Len(t, heirs, 1)
	assert.Equal(t, line, heirs[0].Via[0].Source)
}

// F3: what cannot be read, what is wrong with the units and what is wrong with the
// successions is told at once.
func TestAllFaultsAtOnce(t *testing.T) {
	t.Parallel()
	var g org.Gazetteer
	err := json.Unmarshal([]byte(`{"units":[
		{"code":"1","name":"A","kind":"comune"},
		{"code":"2","name":"B","kind":"commune","parent":"1","span":{"from":"2021-02-30"}},
		{"code":"3","name":"","kind":"commune","parent":"9"},
		{"code":"3","name":"C","kind":"commune"}
	],"successions":[{"from":"7","to":"3","on":"2020-01-01","confidence":"read"}],"why":1}`), &g)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok, err)
	var got []string
	for _, f := range found {
		got = append(got, fmt.Sprint(f.Path, " ", string(f.Code())))
	}
	assert.Equal(t, []string{
		"units[0].kind form.unreadable", "units[1].span.from form.unreadable", "why form.unknown-key", "units[2].name form.required",
		"units[3].code org.overlap", "units[2].parent org.parent", "successions[0].from org.no-unit",
	}, got)
}

// A unit to which many ways lead is gone through once.
func TestManyWaysToOneUnit(t *testing.T) {
	t.Parallel()
	const steps = 60
	var units []org.Unit
	var links []org.Succession
	day := rule.Day(2000, 1, 1)
	for i := range steps {
		span := rule.Span{From: day.AddDays(i), To: day.AddDays(i)}
		for _, side := range []string{"a", "b"} {
			units = append(units, org.Unit{Code: org.UnitCode(side + strconv.Itoa(i)), Name: "A", Kind: org.KindCommune, Span: span})
			for _, from := range []string{"a", "b"} {
				if i > 0 {
					links = append(links, org.Succession{From: org.UnitCode(from + strconv.Itoa(i-1)), To: org.UnitCode(side + strconv.Itoa(i)), On: span.From, Part: true})
				}
			}
		}
	}
	g := gazetteer(t, units, links...)
	last := day.AddDays(steps - 1)
	assert.Len(t, g.Successors("a0", day, last), 2)
	assert.Len(t, g.Predecessors("a59", last, day), 2)
	assert.Len(t, slices.Collect(g.Origins("a59", last)), 1+2*(steps-1))
}

// A former parent without an end is the parent to this day, and the own one before it.
func TestAFormerParentWithoutAnEnd(t *testing.T) {
	t.Parallel()
	day := rule.Day(2020, 1, 1)
	g := gazetteer(t, []org.Unit{
		{Code: "1", Name: "Một", Kind: org.KindCommune, Parent: "2", Was: []org.Former{{Parent: "3", Span: rule.Span{From: day}}}},
		{Code: "2", Name: "Hai", Kind: org.KindDistrict, Span: rule.Span{To: day.AddDays(-1)}}, {Code: "3", Name: "Ba", Kind: org.KindDistrict},
	})
	for on, want := range map[string]string{"2019-12-31": "huyện Hai", "2020-01-01": "huyện Ba", "2025-01-01": "huyện Ba"} {
		d, err := rule.ParseDay(on)
		require.NoError(t, err)
		assert.Equal(t, []string{want}, names(slices.Collect(g.Ancestors("1", d))), on)
	}
	assert.Equal(t, []string{"xã Một"}, names(slices.Collect(g.Children("3", day))))
	assert.Empty(t, slices.Collect(g.Children("3", day.AddDays(-1))))
}
