package org_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

var (
	beforeReform = rule.Day(2025, 6, 30)
	reform       = rule.Day(2025, 7, 1)
	mid2021      = rule.Day(2021, 7, 1)
)

type part struct {
	Why         string           `json:"why"`
	Units       []org.Unit       `json:"units"`
	Successions []org.Succession `json:"successions"`
}

// facts is the small part of the real units that lives with the tests.
func facts(t testing.TB) org.Gazetteer {
	t.Helper()
	data, err := os.ReadFile("testdata/part.json")
	require.NoError(t, err)
	var p part
	require.NoError(t, json.Unmarshal(data, &p))
	g, err := org.NewGazetteer(p.Units, p.Successions)
	require.NoError(t, err)
	return g
}

// table reads a CSV file of the folder that GIUPXA_DATA names; testdata/README.md
// describes the columns.
func table(t testing.TB, name string) []map[string]string {
	t.Helper()
	folder := os.Getenv("GIUPXA_DATA")
	if folder == "" {
		t.Skip("GIUPXA_DATA names no folder: the real units are not at hand; see testdata/README.md")
	}
	f, err := os.Open(filepath.Join(folder, name))
	require.NoError(t, err)
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, column := range rows[0] {
			m[column] = row[i]
		}
		out = append(out, m)
	}
	return out
}

var kindOf = map[string]org.UnitKind{
	"Xã": org.KindCommune, "Phường": org.KindWard, "Thị trấn": org.KindTownship, "Thị Trấn": org.KindTownship,
	"Huyện": org.KindDistrict, "Thị xã": org.KindTown, "Thành phố": org.KindCity,
}

// bare takes the kind off a full name.
func bare(t testing.TB, full string) (string, org.UnitKind) {
	t.Helper()
	for words, kind := range kindOf {
		if len(full) > len(words) && full[:len(words)+1] == words+" " {
			return full[len(words)+1:], kind
		}
	}
	require.Fail(t, "no kind", full)
	return "", 0
}

// realUnits builds the gazetteer of Lào Cai and Yên Bái, 2021 to 2025. Where the data
// give no day for a merger before March 2025, 1/3/2025 stands for it with the
// confidence Low; the merger of Tà Chải is known to the day.
func realUnits(t testing.TB) org.Gazetteer {
	t.Helper()
	spring, tachai := rule.Day(2025, 3, 1), rule.Day(2024, 11, 1)
	reformed := rule.Source{Kind: rule.Resolution, Number: "1673/NQ-UBTVQH15"}
	units := []org.Unit{
		{Code: "10", Name: "Lào Cai", Kind: org.KindProvince, Span: rule.Span{To: beforeReform}},
		{Code: "15", Name: "Yên Bái", Kind: org.KindProvince, Span: rule.Span{To: beforeReform}},
		{Code: "15", Name: "Lào Cai", Kind: org.KindProvince, Span: rule.Span{From: reform}},
	}
	links := []org.Succession{
		{From: "10", To: "15", On: reform, Confidence: rule.Secondary, Source: reformed},
		{From: "15", To: "15", On: reform, Confidence: rule.Secondary, Source: reformed},
	}
	mapping := table(t, "laocai-mapping.csv")
	districts, renamed := map[string]bool{}, map[string]string{}
	for _, r := range mapping {
		if !districts[r["old_district_code"]] {
			districts[r["old_district_code"]] = true
			name, kind := bare(t, r["old_district"])
			units = append(units, org.Unit{Code: org.UnitCode(r["old_district_code"]), Name: name, Kind: kind,
				Parent: org.UnitCode(r["old_province_code"]), Span: rule.Span{To: beforeReform}})
		}
		if r["old_code_2021"] == r["code_2025_03"] && r["old_name_2021"] != r["name_2025_03"] {
			renamed[r["old_code_2021"]] = r["name_2025_03"]
		}
	}
	for _, r := range mapping {
		name, kind := bare(t, r["old_name_2021"])
		u := org.Unit{Code: org.UnitCode(r["old_code_2021"]), Name: name, Kind: kind, Parent: org.UnitCode(r["old_district_code"])}
		now := org.UnitCode(r["code_2025_03"])
		u.Span.To = beforeReform
		first := org.Succession{From: u.Code, To: now, On: spring, Confidence: rule.Low}
		if r["old_code_2021"] == "02872" {
			first.On, first.Confidence = tachai, rule.Secondary
		}
		if now != u.Code || renamed[r["old_code_2021"]] != "" {
			u.Span.To = first.On.AddDays(-1)
			if now != "" {
				links = append(links, first)
			}
		}
		units = append(units, u)
		if again := renamed[r["old_code_2021"]]; again != "" {
			name, kind := bare(t, again)
			units = append(units, org.Unit{Code: u.Code, Name: name, Kind: kind, Parent: u.Parent,
				Span: rule.Span{From: spring, To: beforeReform}})
		}
		if now == u.Code {
			links = append(links, org.Succession{From: now, To: org.UnitCode(r["new_code_2025_07"]), On: reform,
				Confidence: rule.Secondary, Source: reformed})
		}
	}
	for _, r := range table(t, "laocai-units-2025.csv") {
		units = append(units, org.Unit{Code: org.UnitCode(r["commune_code"]), Name: r["commune_bare_name"],
			Kind: kindOf[r["commune_type"]], Parent: org.UnitCode(r["province_code"]), Span: rule.Span{From: reform}})
	}
	g, err := org.NewGazetteer(units, links)
	require.NoError(t, err)
	return g
}

func TestRealUnitsOf2021(t *testing.T) {
	t.Parallel()
	g := realUnits(t)
	rows := table(t, "laocai-units-2021.csv")
	require.Len(t, rows, 152)
	for _, r := range rows {
		u, ok := g.At(org.UnitCode(r["commune_code"]), mid2021)
		require.True(t, ok, r["commune"])
		assert.Equal(t, r["commune_bare_name"], u.Name)
		assert.Equal(t, kindOf[r["commune_type"]], u.Kind)
		var above []string
		for a := range g.Ancestors(u.Code, mid2021) {
			above = append(above, string(a.Code))
		}
		assert.Equal(t, []string{r["district_code"], r["province_code"]}, above, r["commune"])
	}
	counted := 0
	for d := range g.Children("10", mid2021) {
		for range g.Children(d.Code, mid2021) {
			counted++
		}
	}
	assert.Equal(t, 152, counted, "and no other unit stands under old Lào Cai")
}

func TestRealUnitsOf2025(t *testing.T) {
	t.Parallel()
	g := realUnits(t)
	rows := table(t, "laocai-units-2025.csv")
	require.Len(t, rows, 99)
	total := 0
	for _, r := range rows {
		made := g.Predecessors(org.UnitCode(r["commune_code"]), reform, beforeReform)
		assert.Len(t, made, atoi(t, r["n_old_units"]), r["commune"])
		total += len(made)
	}
	assert.Equal(t, 319, total)
	counted := 0
	for range g.Children("15", reform) {
		counted++
	}
	assert.Equal(t, 99, counted)
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := json.Number(s).Int64()
	require.NoError(t, err)
	return int(n)
}

func TestRealMappings(t *testing.T) {
	t.Parallel()
	g := realUnits(t)
	rows := table(t, "laocai-mapping.csv")
	require.Len(t, rows, 325)
	var unresolved []string
	for _, r := range rows {
		heirs := g.Successors(org.UnitCode(r["old_code_2021"]), mid2021, reform)
		if r["steps"] == "unresolved" {
			assert.Empty(t, heirs)
			unresolved = append(unresolved, r["old_name_2021"])
			continue
		}
		require.Len(t, heirs, 1, r["old_name_2021"])
		assert.Equal(t, org.UnitCode(r["new_code_2025_07"]), heirs[0].Unit.Code)
		assert.False(t, heirs[0].Part)
		want := map[string]int{"1-step": 1, "2-step": 2}[r["steps"]]
		if r["old_code_2021"] == r["code_2025_03"] && len(heirs[0].Via) == 2 {
			want = 2 // the unit that took another in and was named anew
		}
		assert.Len(t, heirs[0].Via, want, r["old_name_2021"])
	}
	assert.Equal(t, []string{"Xã Nga Quán", "Xã Bảo Hưng"}, unresolved)
	found := g.Check()
	require.Len(t, found, 2, "the two, reported and no other")
	for i, name := range []string{"xã Nga Quán", "xã Bảo Hưng"} {
		assert.Equal(t, rule.Undecided, found[i].Kind)
		assert.Equal(t, org.ErrNoSuccessor, found[i].Code())
		assert.Contains(t, found[i].String(), name)
	}
}

func TestRealCodesUsedAgain(t *testing.T) {
	t.Parallel()
	g := realUnits(t)
	rows := table(t, "laocai-code-reuse.csv")
	require.Len(t, rows, 99)
	other := 0
	for _, r := range rows {
		code := org.UnitCode(r["code"])
		old, ok := g.At(code, beforeReform)
		require.True(t, ok, code)
		fresh, ok := g.At(code, reform)
		require.True(t, ok, code)
		assert.NotEqual(t, old.Span, fresh.Span, "two units, one code")
		if r["same_name"] == "0" {
			other++
		}
	}
	assert.Equal(t, 44, other)
}

func TestRealNameVariants(t *testing.T) {
	t.Parallel()
	g := realUnits(t)
	rows := table(t, "laocai-name-variants.csv")
	require.Len(t, rows, 16)
	for _, r := range rows {
		found := g.Search(r["variant_name"], mid2021)
		codes := func(units []org.Unit) (list []string) {
			for _, u := range units {
				list = append(list, string(u.Code))
			}
			return list
		}
		switch r["kind"] {
		case "tone-mark placement", "abbreviation":
			assert.Contains(t, codes(found.Units), r["old_code_2021"], r["variant_name"])
		default:
			assert.NotContains(t, codes(found.Units), r["old_code_2021"], "%s is another spelling, not a match", r["variant_name"])
			assert.Contains(t, codes(found.Suggestions), r["old_code_2021"], r["variant_name"])
		}
	}
}

func TestRealNamesFindThemselves(t *testing.T) {
	t.Parallel()
	g := realUnits(t)
	for u := range g.Units() {
		on := u.Span.To
		if on.IsZero() {
			on = reform
		}
		for _, asked := range []string{u.Name, u.String()} {
			assert.Contains(t, g.Search(asked, on).Units, u, asked)
		}
	}
}
