package org_test

import (
	"cloud.google.com/go/civil"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/assignment/assignmenttest"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

var judge = assignmenttest.Judges()["gazetteer.check"]

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), judge)
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	require.NoError(t, ruletest.Complete(org.Rules(), cases))
	maintain.Codes(t, "testdata/codes.txt", org.Rules())
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.JSONForm(t, org.Unit{}, org.Succession{}, org.Body{}, org.Kin{}, org.Found{}, org.Gazetteer{}, org.Former{})
}

func names(units []org.Unit) (all []string) {
	for _, u := range units {
		all = append(all, u.String())
	}
	return all
}

func kin(list []org.Kin) (all []string) {
	for _, k := range list {
		all = append(all, k.Unit.String())
	}
	return all
}

// Worked case A2, answer 1: one code, two units.
func TestCodeAndDay(t *testing.T) {
	t.Parallel()
	g := facts(t)
	old, ok := g.At("02782", beforeReform)
	require.True(t, ok)
	fresh, ok := g.At("02782", reform)
	require.True(t, ok)
	assert.Equal(t, old.Name, fresh.Name)
	assert.NotEqual(t, old, fresh, "the same code and name, another unit")
	assert.Equal(t, beforeReform, old.Span.To)
	_, ok = g.At("02794", reform)
	assert.False(t, ok, "Tả Thàng ended on 30/6/2025")
	_, ok = g.At("99999", reform)
	assert.False(t, ok)
	for code, day := range map[org.UnitCode]string{"15": "2025-06-30"} {
		u, _ := g.At(code, beforeReform)
		assert.Equal(t, "tỉnh Yên Bái", u.String(), day)
		u, _ = g.At(code, reform)
		assert.Equal(t, "Lào Cai province", u.In(rule.En))
	}
}

func TestKin(t *testing.T) {
	t.Parallel()
	g := facts(t)
	later := rule.Day(2025, 7, 15)
	assert.Equal(t, []string{"xã Cao Sơn"}, kin(g.Successors("02794", mid2021, later)))
	assert.Equal(t, []string{"xã Tả Thàng"}, kin(g.Successors("02794", mid2021, beforeReform)), "it still exists")
	assert.Equal(t, []string{"xã Lùng Khấu Nhin", "xã Cao Sơn", "xã La Pan Tẩn", "xã Tả Thàng"},
		kin(g.Predecessors("02782", later, beforeReform)))

	tachai := g.Successors("02872", mid2021, later)
	require.Len(t, tachai, 1)
	assert.Equal(t, "xã Bắc Hà", tachai[0].Unit.String())
	require.Len(t, tachai[0].Via, 2)
	assert.Equal(t, rule.Day(2024, 11, 1), tachai[0].Via[0].On)
	assert.Equal(t, rule.Secondary, tachai[0].Confidence)
	assert.Equal(t, []string{"thị trấn Bắc Hà"}, kin(g.Successors("02872", rule.Day(2024, 10, 31), rule.Day(2024, 11, 1))))
	assert.Contains(t, kin(g.Predecessors("02839", later, rule.Day(2024, 10, 31))), "xã Tà Chải")
	assert.NotContains(t, kin(g.Predecessors("02839", later, rule.Day(2024, 11, 1))), "xã Tà Chải")

	assert.Empty(t, g.Successors("02794", later, later), "no such unit on that day")
	assert.Empty(t, g.Successors("02782", later, mid2021), "not backwards")
	assert.Empty(t, g.Predecessors("02782", mid2021, later))
	assert.Empty(t, g.Check())
}

func TestPartsAndReturns(t *testing.T) {
	t.Parallel()
	day := func(y int) rule.Span { return rule.Span{From: rule.Day(y, 1, 1)} }
	g, err := org.NewGazetteer([]org.Unit{
		{Code: "1", Name: "Một", Kind: org.KindCommune}, {Code: "2", Name: "Hai", Kind: org.KindCommune},
		{Code: "3", Name: "Ba", Kind: org.KindCommune, Span: day(2023)},
	}, []org.Succession{
		{From: "1", To: "2", On: rule.Day(2022, 1, 1), Part: true, Confidence: rule.Med},
		{From: "2", To: "1", On: rule.Day(2023, 1, 1), Part: true, Confidence: rule.Low},
		{From: "2", To: "3", On: rule.Day(2023, 1, 1), Part: true, Confidence: rule.High},
	})
	require.NoError(t, err)
	got := g.Successors("1", rule.Day(2021, 1, 1), rule.Day(2024, 1, 1))
	assert.Equal(t, []string{"xã Một", "xã Hai", "xã Ba"}, kin(got), "each unit once, though parts went to and fro")
	assert.False(t, got[0].Part)
	assert.True(t, got[2].Part)
	assert.Equal(t, rule.Med, got[2].Confidence, "the least certain step counts")
	assert.Equal(t, []string{"xã Ba", "xã Hai", "xã Một"}[1:], kin(g.Predecessors("3", rule.Day(2024, 1, 1), rule.Day(2021, 1, 1))))
}

func TestFamily(t *testing.T) {
	t.Parallel()
	g := facts(t)
	var above []string
	for u := range g.Ancestors("02794", mid2021) {
		above = append(above, u.String())
	}
	assert.Equal(t, []string{"huyện Mường Khương", "tỉnh Lào Cai"}, above)
	var below []string
	for u := range g.Children("083", mid2021) {
		below = append(below, u.Name)
	}
	assert.Equal(t, []string{"Nậm Chảy", "Lùng Khấu Nhin", "Cao Sơn", "La Pan Tẩn", "Tả Thàng"}, below)
	for range g.Children("083", reform) {
		t.Error("a district has no children after 30/6/2025")
	}
	for u := range g.Children("15", reform) {
		assert.Equal(t, org.LevelCommune, u.Level())
		break
	}
	for range g.Ancestors("nobody", reform) {
		t.Error("nobody has no ancestors")
	}
	for u := range g.Ancestors("02794", mid2021) {
		assert.Equal(t, org.LevelDistrict, u.Level())
		break
	}
	// No unit has two parents on a day, and who is a child has its parent above.
	for u := range g.Units() {
		on := beforeReform
		if !u.Span.Contains(on) {
			on = u.Span.From
		}
		if on.IsZero() {
			on = u.Span.To
		}
		parents := 0
		for p := range g.Units() {
			if !p.Span.Contains(on) {
				continue
			}
			for c := range g.Children(p.Code, on) {
				if c.Code == u.Code && c.Span == u.Span {
					parents++
					for a := range g.Ancestors(u.Code, on) {
						assert.Equal(t, p, a)
						break
					}
				}
			}
		}
		assert.LessOrEqual(t, parents, 1, u)
		assert.Equal(t, u.Parent != "", parents == 1, u)
	}
}

func TestSearch(t *testing.T) {
	t.Parallel()
	g := facts(t)
	for _, c := range []struct {
		asked       string
		matches     []string
		suggestions []string
	}{
		{"Tả Thàng", []string{"xã Tả Thàng"}, nil},
		{norm.NFD.String("tả thàng"), []string{"xã Tả Thàng"}, nil},
		{"  XÃ  TẢ THÀNG ", []string{"xã Tả Thàng"}, nil},
		{"Hòa Mạc", []string{"xã Hoà Mạc"}, nil},
		{"hoà mạc", []string{"xã Hoà Mạc"}, nil},
		{"TT. Bắc Hà", []string{"thị trấn Bắc Hà"}, []string{"huyện Bắc Hà"}},
		{"thị trấn Bắc Hà", []string{"thị trấn Bắc Hà"}, []string{"huyện Bắc Hà"}},
		{"xã Bắc Hà", nil, []string{"huyện Bắc Hà", "thị trấn Bắc Hà"}},
		{"Bắc Hà", []string{"huyện Bắc Hà", "thị trấn Bắc Hà"}, nil},
		{"thị trấn Nông trường Phong Hải", []string{"thị trấn N.T Phong Hải"}, nil},
		{"NT Phong Hải", []string{"thị trấn N.T Phong Hải"}, nil},
		{"Nậm Chày", nil, []string{"xã Nậm Chảy", "xã Nậm Chầy"}},
		{"Nậm Chảy", []string{"xã Nậm Chảy"}, []string{"xã Nậm Chầy"}},
		{"Phìn Gan", nil, []string{"xã Phìn Ngan"}},
		{"Fhìn Ngan", nil, []string{"xã Phìn Ngan"}},
		{"Phìn Ngang", nil, []string{"xã Phìn Ngan"}},
		{"Ta Thang", nil, []string{"xã Tả Thàng"}},
		{"", nil, nil},
		{"...", nil, nil},
		{"xã", nil, nil},
		{"không có", nil, nil},
	} {
		found := g.Search(c.asked, mid2021)
		assert.Equal(t, c.matches, names(found.Units), c.asked)
		assert.Equal(t, c.suggestions, names(found.Suggestions), c.asked)
	}
	assert.Equal(t, []string{"xã Nậm Chày"}, names(g.Search("Nậm Chày", reform).Units), "since 1/7/2025 it is spelled so")
	assert.Empty(t, g.Search("Tả Thàng", reform))
	assert.Empty(t, org.Gazetteer{}.Search("Tả Thàng", reform))

	odd, err := org.NewGazetteer([]org.Unit{
		{Code: "1", Name: "H'Neng", Kind: org.KindCommune}, {Code: "2", Name: "1", Kind: org.KindWard},
		{Code: "3", Name: "Y Tý", Kind: org.KindCommune}, {Code: "4", Name: "Hà Nội", Kind: org.KindMunicipality},
		{Code: "5", Name: "Quý Đô", Kind: org.KindCommune}, {Code: "6", Name: "Ωmega", Kind: org.KindCommune},
	}, nil)
	require.NoError(t, err)
	for asked, want := range map[string]string{
		"xã HNeng": "xã H'Neng", "H’Neng": "xã H'Neng", "phường 1": "phường 1", "y tý": "xã Y Tý", "X. Y Tý": "xã Y Tý",
		"TP. Hà Nội": "thành phố trực thuộc trung ương Hà Nội", "Qúy Đô": "xã Quý Đô", "ωmega": "xã Ωmega",
	} {
		assert.Equal(t, []string{want}, names(odd.Search(asked, reform).Units), asked)
	}
}

func TestGovernment(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]org.Government{"2021-08-15": org.ThreeLevel, "2025-06-30": org.ThreeLevel, "2025-07-01": org.TwoLevel, "2026-11-23": org.TwoLevel} {
		d, err := rule.ParseDate(day)
		require.NoError(t, err)
		row, err := org.GovernmentOn(d)
		require.NoError(t, err)
		assert.Equal(t, want, row.Value, day)
		assert.False(t, row.Source.IsZero())
	}
	_, err := org.GovernmentOn(rule.Day(2015, 12, 31))
	assert.ErrorIs(t, err, rule.ErrGap)
	assert.Len(t, org.Governments(), 2)
	assert.True(t, org.ThreeLevel.Has(org.LevelDistrict))
	assert.False(t, org.TwoLevel.Has(org.LevelDistrict))
	assert.False(t, org.Government(0).Has(org.LevelCommune))
	assert.False(t, org.ThreeLevel.Has(0))
	assert.Empty(t, org.Government(0).Levels())
	assert.Equal(t, rule.Secondary, org.TwoLevel.Confidence())
	assert.False(t, org.ThreeLevel.Confidence().Confirmed())
	assert.Equal(t, rule.NotObtained, org.Government(0).Confidence())
	for _, g := range []org.Government{org.ThreeLevel, org.TwoLevel} {
		for _, l := range g.Levels() {
			assert.True(t, g.Has(l))
		}
	}
}

func TestBody(t *testing.T) {
	t.Parallel()
	b := org.Body{ID: "so-nnptnt", Kind: org.Department, Span: rule.Span{To: rule.Day(2025, 2, 28)},
		Names: []org.Name{
			{Text: rule.Text{Vi: "Sở Nông nghiệp", En: "Agriculture"}, Span: rule.Span{To: rule.Day(2008, 12, 31)}},
			{Text: rule.Text{Vi: "Sở Nông nghiệp và PTNT", En: "Agriculture and Rural Development"}, Span: rule.Span{From: rule.Day(2009, 1, 1), To: rule.Day(2025, 2, 28)}},
		},
		Heirs: []org.Heir{{Field: org.FieldLabour, To: "so-noi-vu"}, {To: "so-nnmt", Confidence: rule.High}},
	}
	assert.Equal(t, "Agriculture", b.Name(rule.Day(2008, 1, 1)).En)
	assert.Equal(t, "Sở Nông nghiệp và PTNT", b.Name(rule.Day(2021, 1, 1)).Vi)
	assert.Equal(t, "Sở Nông nghiệp và PTNT", b.Name(rule.Day(2026, 1, 1)).Vi, "one that ceased can still be named")
	assert.True(t, b.Exists(rule.Day(2025, 2, 28)))
	assert.False(t, b.Exists(rule.Day(2025, 3, 1)))
	h, ok := b.Heir(org.FieldLabour)
	assert.True(t, ok)
	assert.Equal(t, org.BodyID("so-noi-vu"), h.To)
	h, ok = b.Heir(org.FieldPoverty)
	assert.True(t, ok)
	assert.Equal(t, org.BodyID("so-nnmt"), h.To)
	_, ok = org.Body{}.Heir(org.FieldPoverty)
	assert.False(t, ok)
	assert.Equal(t, "x", org.Body{ID: "x"}.Name(reform).Vi)
}

func TestGazetteerAllocations(t *testing.T) {
	g := facts(t)
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = g.At("02782", reform) }))
}

// national makes as many units as the country had, named as units are named.
func national() []org.Unit {
	first := []string{"Tân", "Phú", "Bình", "Nậm", "Tả", "Bản", "Hoà", "Vĩnh", "An", "Đông", "Nà", "Mường", "Thạnh", "Quảng", "Sơn", "Hải"}
	second := []string{"Lập", "Thàng", "Phố", "Chảy", "Hưng", "Sơn", "Lợi", "Thịnh", "Mỹ", "Khánh", "Tiến", "Ngan", "Lương", "Đô", "Hội", "Phong"}
	units := make([]org.Unit, 0, 14000)
	for i := range 14000 {
		name := first[i%16] + " " + second[i/16%16]
		if i >= 256*4 {
			name += " " + second[i/256%16] + []string{"", " A", " B", " Hạ"}[i/4096]
		}
		units = append(units, org.Unit{Code: org.UnitCode(fmt.Sprintf("%05d", i)), Name: name, Kind: org.KindCommune, Span: rule.Span{To: beforeReform}})
	}
	return units
}

func BenchmarkNewGazetteer(b *testing.B) {
	units := national()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := org.NewGazetteer(units, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAt(b *testing.B) {
	g, err := org.NewGazetteer(national(), nil)
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = g.At("02782", mid2021)
	}
}

func BenchmarkSearch(b *testing.B) {
	g, err := org.NewGazetteer(national(), nil)
	require.NoError(b, err)
	for _, asked := range []string{"xã Nậm Chảy Lập", "Tả Thàngg", "Tân Lập", "không có đâu"} {
		b.Run(asked, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = g.Search(asked, mid2021)
			}
		})
	}
}

func FuzzSearch(f *testing.F) {
	g := facts(f)
	for _, s := range []string{"", "xã", "TT. Bắc Hà", "N.T", "\xff\xfe", "xã phường xã", norm.NFD.String("Hoà Mạc")} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		found := g.Search(s, mid2021)
		for _, u := range found.Units {
			for _, x := range found.Suggestions {
				if assert.ObjectsAreEqual(u, x) {
					t.Errorf("%q: %s is both a match and a suggestion", s, u)
				}
			}
		}
		_, _ = org.NewGazetteer([]org.Unit{{Code: "1", Name: s, Kind: org.KindCommune, Parent: org.UnitCode(s)}}, nil)
	})
}

func ExampleGazetteer_Successors() {
	reform := rule.Day(2025, 7, 1)
	before := rule.Span{To: rule.Day(2025, 6, 30)}
	g, err := org.NewGazetteer([]org.Unit{
		{Code: "02794", Name: "Tả Thàng", Kind: org.KindCommune, Span: before},
		{Code: "02782", Name: "Cao Sơn", Kind: org.KindCommune, Span: before},
		{Code: "02782", Name: "Cao Sơn", Kind: org.KindCommune, Span: rule.Span{From: reform}},
	}, []org.Succession{
		{From: "02794", To: "02782", On: reform, Confidence: rule.Secondary},
		{From: "02782", To: "02782", On: reform, Confidence: rule.Secondary},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, k := range g.Successors("02794", rule.Day(2021, 8, 15), reform) {
		fmt.Println(k.Unit, k.Unit.Code, k.Confidence.In(rule.En))
	}
	// Output: xã Cao Sơn 02782 secondary source
}

func ExampleGazetteer_Search() {
	g, err := org.NewGazetteer([]org.Unit{
		{Code: "02770", Name: "Nậm Chảy", Kind: org.KindCommune},
		{Code: "03097", Name: "Hoà Mạc", Kind: org.KindCommune},
	}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(g.Search("xã Hòa Mạc", rule.Day(2021, 8, 15)).Units)
	fmt.Println(g.Search("Nậm Chày", rule.Day(2021, 8, 15)).Suggestions)
	// Output:
	// [xã Hoà Mạc]
	// [xã Nậm Chảy]
}

// No message repeats a long text that somebody sends.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	maintain.Long(t, os.DirFS("testdata/cases"), judge)
}

// F1, F2: every path leads into the file as it is written.
func TestPathsLead(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	maintain.Lead(t, cases, judge, "gazetteer.schema.json")
}

// The day chooses how many levels there are.
func ExampleGovernmentOn() {
	for _, day := range []civil.Date{rule.Day(2025, 6, 30), rule.Day(2025, 7, 1), rule.Day(2015, 12, 31)} {
		g, err := org.GovernmentOn(day)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(g.Value.In(rule.En), "·", g.Source.In(rule.En))
	}
	level, err := org.ParseLevel("district")
	fmt.Println(level.In(rule.Vi), org.TwoLevel.Has(level), err)
	// Output:
	// three-level government · Law No. 77/2015/QH13
	// two-level government · Law No. 72/2025/QH15 of 2025-06-16
	// there is no value for that day: 2015-12-31 lies outside the rows
	// cấp huyện false <nil>
}

// What a gazetteer does not know: where a commune went that ended.
func ExampleGazetteer_Check() {
	g, err := org.NewGazetteer([]org.Unit{
		{Code: "02794", Name: "Tả Thàng", Kind: org.KindCommune, Span: rule.Span{To: rule.Day(2025, 6, 30)}},
	}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range g.Check() {
		fmt.Println(f.Kind, f.Path, f.In(rule.En))
	}
	// Output:
	// undecided units[0] Tả Thàng commune ended on 2025-06-30; its successor is not known
}
