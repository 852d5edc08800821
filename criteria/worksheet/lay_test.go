package worksheet_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/worksheet"
)

// What the set refuses of the overlay is told of the row of the sheet, and the other rows serve.
func TestRefusedRows(t *testing.T) {
	t.Parallel()
	sheet := worksheet.Of(held(t, national.ID51))
	row := func(code, part, value string) string {
		return "51/2025/QĐ-TTg," + code + ",,tên " + code + ",," + part + ",,,%,,,," + value + ",trang 3,A,2026-11-28\n"
	}
	f := sheet.Read(heading+row("4.1", "", "≥ 70")+row("4.2", "total", "≥ 80")+row("4.2", "a/b", "≥ 80")+row("4.3", "tổng số", "≥ 60"), illustration())
	found := f.Findings.Of(worksheet.ErrRefused)
	require.NotEmpty(t, found, f.Findings)
	for _, finding := range found {
		assert.Contains(t, finding.In(rule.En), "column \"value\": the set does not take", finding)
		assert.NotEqual(t, finding.In(rule.En), finding.In(rule.Vi))
	}
	assert.Equal(t, rule.Path("row[4].value"), found[0].Path)
	require.False(t, f.Set.IsZero())
	codes := map[string]string{}
	for _, in := range f.Overlay.Supplied {
		codes[in.Code] = in.Require.In(rule.En)
	}
	assert.Equal(t, "≥ 70", codes["4.1"])
	assert.Contains(t, codes["4.2"], "≥ 80")
	assert.NotContains(t, codes["4.2"], "a/b")
}

// What is wrong with the overlay to which the cells are added is no row's fault.
func TestRefusedHead(t *testing.T) {
	t.Parallel()
	sheet := worksheet.Of(held(t, national.ID318I))
	f := sheet.Read(heading+line("4.2", "", "TN", "", "98"), criteria.Overlay{Span: rule.Span{From: rule.Day(1999, 1, 1)}})
	require.NotEmpty(t, f.Findings.Of(criteria.ErrOverlay))
	for _, finding := range f.Findings.Of(criteria.ErrOverlay) {
		assert.Regexp(t, `^overlay\.`, string(finding.Path))
	}
	assert.Empty(t, f.Findings.Of(worksheet.ErrRefused))
	assert.True(t, f.Set.IsZero())
	assert.Len(t, f.Missing, len(sheet.Rows()))
}

// A province gives one row with a number for each of its zones, or for each column.
func TestProvinceByZone(t *testing.T) {
	t.Parallel()
	head := illustration()
	set := held(t, national.ID318I)
	sheet := worksheet.Of(set)
	demands := func(f worksheet.Filled, code string, p criteria.Profile) string {
		t.Helper()
		require.False(t, f.Set.IsZero(), f.Findings)
		d, err := f.Set.Demands(criteria.Dossier{AsOf: rule.Day(2022, 12, 1), Year: 2022, Profile: p})
		require.NoError(t, err)
		for c := range d.Cells() {
			if c.Code == code {
				return c.Demand.In(rule.En)
			}
		}
		return ""
	}
	f := sheet.Read(heading+
		line("2.1", "", `"khu vực 1, Khu vực Núi, zone 3"`, "", "≥ 80 ≥ 70 ≥ 60.5")+
		line("2.2", "", `"TN, DNB"`, "", "≥ 90 ≥ 100")+
		line("2.3", "", "", "2022–2023", "≥ 55")+line("2.3", "", "", "2024", "≥ 65")+
		line("2.4", "", `"khu vực 1; khu vực 3"`, "", "đạt"), head)
	require.NoError(t, f.Findings.Err())
	for zone, want := range map[string]string{"1": "≥ 80", "Núi": "≥ 70", "3": "≥ 60.5"} {
		assert.Equal(t, want, demands(f, "2.1", criteria.Profile{Region: criteria.TN, Zone: zone}), zone)
	}
	assert.Equal(t, "≥ 90", demands(f, "2.2", criteria.Profile{Region: criteria.TN}))
	assert.Equal(t, "≥ 100", demands(f, "2.2", criteria.Profile{Region: criteria.DNB}))
	assert.Equal(t, "≥ 55", demands(f, "2.3", criteria.Profile{Region: criteria.TN}))
	assert.Equal(t, "met", demands(f, "2.4", criteria.Profile{Region: criteria.TN, Zone: "3"}))
	assert.Equal(t, []string{"1", "Núi", "3"}, f.Overlay.Zones)
	told := f.Findings.Of(worksheet.AdviceZones)
	require.Len(t, told, 1)
	assert.Contains(t, told[0].In(rule.Vi), "1, Núi, 3")

	// The citation stands at each number, and what is stored reads back as the same set.
	data, err := f.Overlay.MarshalJSON()
	require.NoError(t, err)
	var back criteria.Overlay
	require.NoError(t, back.UnmarshalJSON(data))
	again, err := set.Localize(back)
	require.NoError(t, err)
	assert.Equal(t, f.Set.Edition().Digest, again.Edition().Digest)

	for name, c := range map[string]struct {
		rows string
		code rule.Code
		path rule.Path
	}{
		"a zone twice":            {line("2.1", "", "khu vực 1", "", "≥ 80") + line("2.1", "", "khu vực 1", "", "≥ 81"), worksheet.ErrTwice, "row[3].code"},
		"all communes, then one":  {line("2.1", "", "", "", "≥ 80") + line("2.1", "", "khu vực 1", "", "≥ 81"), worksheet.ErrTwice, "row[3].code"},
		"one, then all":           {line("2.1", "", "TN", "", "≥ 80") + line("2.1", "", "", "", "≥ 81"), worksheet.ErrTwice, "row[3].code"},
		"years that overlap":      {line("2.1", "", "", "2022–2023", "≥ 80") + line("2.1", "", "", "2023–2024", "≥ 81"), worksheet.ErrTwice, "row[3].code"},
		"columns and zones":       {line("2.1", "", `"TN, khu vực 1"`, "", "≥ 80"), worksheet.ErrNoCell, `row[2]["column or group"]`},
		"a zone twice in a row":   {line("2.1", "", `"khu vực 1, zone 1"`, "", "≥ 80 ≥ 70"), worksheet.ErrNoCell, `row[2]["column or group"]`},
		"fewer numbers":           {line("2.1", "", `"khu vực 1, khu vực 2, khu vực 3"`, "", "≥ 80 ≥ 70"), worksheet.ErrValue, "row[2].value"},
		"one number without sign": {line("2.1", "", `"khu vực 1, khu vực 2"`, "", "≥ 80 70"), worksheet.ErrValue, "row[2].value"},
	} {
		found := sheet.Read(heading+c.rows, head).Findings.Of(c.code)
		require.Len(t, found, 1, name)
		assert.Equal(t, c.path, found[0].Path, name)
	}
}
