package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	os.Exit(m.Run())
}

func call(input string, args ...string) (out, errs string, code int) {
	var o, e bytes.Buffer
	code = newProgram().Do(args, strings.NewReader(input), &o, &e)
	return o.String(), e.String(), code
}

// invented fills the printed sheet: the candidate where there is one, or else a made-up number.
// It is no law.
func invented(t *testing.T, sheet string) string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(sheet, "\ufeff"))).ReadAll()
	require.NoError(t, err)
	const candidate, value = 9, 12
	for _, row := range rows[1:] {
		number := strings.TrimLeft(row[candidate], "≥≤< ")
		switch {
		case row[candidate] == "":
			row[value] = "≥ 60"
		case number == "?":
			row[value] = "40"
		case row[candidate] == "met":
			row[value] = "pass"
		default:
			row[value] = number
		}
		copy(row[value+1:], []string{"số liệu minh họa", "minh họa", "2026-11-28"})
	}
	var out bytes.Buffer
	require.NoError(t, csv.NewWriter(&out).WriteAll(rows))
	return out.String()
}

// The sheet of 318/QĐ-TTg/I as it is printed, filled with made-up numbers and taken back, gives
// an overlay by which a real commune with published readings is assessed wholly: nothing is open
// for want of a number of the table.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	sheet, errs, code := call("", "-set", national.ID318I, "-lang", "en")
	require.Equal(t, program.InOrder, code, errs)
	filled := invented(t, sheet)
	out, errs, code := call(filled, "-set", national.ID318I, "-id", "minh họa", "-decision", "Quyết định số 1/QĐ-UBND ngày 01/6/2022", "-lang", "en", "-")
	require.Equal(t, program.InOrder, code, errs)
	assert.Regexp(t, `(?m)^before .*\nafter +\d+ +\d+ +0 +0$`, errs)

	var o criteria.Overlay
	require.NoError(t, o.UnmarshalJSON([]byte(out)))
	assert.Equal(t, "1/QĐ-UBND", o.Source.Number)
	base, err := national.ByID(o.Base)
	require.NoError(t, err)
	set, err := base.Localize(o)
	require.NoError(t, err)
	var d criteria.Dossier
	data, err := os.ReadFile("../assess/testdata/muong-hoa-2023.json")
	require.NoError(t, err)
	require.NoError(t, d.UnmarshalJSON(data))
	d.Set, d.Standard = "", criteria.Basic
	before, err := base.Assess(d)
	require.NoError(t, err)
	assert.Positive(t, before.CountIndicators(criteria.Unknown))
	delete(d.Readings, "set/criteria") // a publication would answer for the whole
	for range 3 {                      // what was not published of the commune is made up too
		a, err := set.Assess(d)
		require.NoError(t, err)
		for l := range a.Lines(criteria.Unknown) {
			for part := range l.Parts() {
				for _, key := range part.Missing {
					if d.Readings[key] = criteria.Passed(); part.Demand.Op() != "pass" {
						d.Readings[key], err = criteria.ParseReading("60")
						require.NoError(t, err)
					}
				}
			}
		}
	}
	a, err := set.Assess(d)
	require.NoError(t, err)
	for l := range a.Lines(criteria.Unknown) {
		t.Errorf("%s is open: %s; %s", l.Code, l.Reason, l.Demand)
	}
	assert.NotEqual(t, criteria.Unknown, a.Verdict())

	file := filepath.Join(t.TempDir(), "sheet.csv")
	require.NoError(t, os.WriteFile(file, []byte("\ufeff"+filled), 0o600))
	again, _, code := call("", "-set", national.ID318I, "-id", "minh họa", "-decision", "Quyết định số 1/QĐ-UBND ngày 01/6/2022", file)
	assert.Equal(t, program.InOrder, code)
	assert.Equal(t, strings.ReplaceAll(out, " ", ""), strings.ReplaceAll(again, " ", ""))
}

// Slips are told beside the overlay, and the exit code says so.
func TestSlips(t *testing.T) {
	t.Parallel()
	sheet, _, _ := call("", "-set", national.ID318I, "-lang", "en")
	slip := strings.Replace(invented(t, sheet), ",99,", ",990,", 1)
	out, errs, code := call(slip, "-set", national.ID318I, "-lang", "en", "-decision", "Quyết định số 1/QĐ-UBND", "-")
	assert.Equal(t, program.Found, code)
	assert.Contains(t, errs, "990 does not lie in 0–100 %")
	assert.Contains(t, errs, "1 of ")
	assert.NotEmpty(t, out)
	for _, c := range []struct {
		input, says string
		code        int
		args        []string
	}{
		{"", "thư viện không có bộ tiêu chí này", program.Misused, []string{"-set", "none"}},
		{"", "phải bắt đầu bằng loại văn bản", program.Misused, []string{"-set", national.ID51, "-decision", "số 1", "-"}},
		{"\xff\xfea\x00", "hãy lưu lại ở dạng UTF-8", program.Found, []string{"-set", national.ID51, "-"}},
		{"", "thiếu cột này", program.Found, []string{"-set", national.ID51, "-"}},
		{"", "không có tệp này", program.Misused, []string{"-set", national.ID51, "no-such-file"}},
		{"", "không có tệp này", program.Misused, []string{"-set", national.ID51, "-cohort", "no-such-file"}},
	} {
		out, errs, code := call(c.input, c.args...)
		assert.Equal(t, c.code, code, c.args)
		assert.Empty(t, out)
		assert.Contains(t, strings.Join(strings.Fields(errs), " "), c.says)
		program.CheckPage(t, errs)
	}
}

// The three cells that are worth reading first, over a list of communes.
func TestCohort(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "communes.json")
	commune := `{"unit":"%","asOf":"2022-12-01","year":2022,"profile":{"region":"TN"},"readings":{"4.2":"99","17.6":"80","17.8":"80","12.2":"30"}}`
	require.NoError(t, os.WriteFile(file, []byte("["+commune+","+strings.Replace(commune, `,"12.2":"30"`, "", 1)+"]"), 0o600))
	for lang, golden := range map[string]string{"vi": "testdata/cohort-vi.golden", "en": "testdata/cohort-en.golden"} {
		out, errs, code := call("", "-set", national.ID318I, "-cohort", file, "-lang", lang)
		require.Equal(t, program.InOrder, code, errs)
		maintain.Golden(t, golden, []byte(out))
		program.CheckPage(t, out)
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	for lang, file := range map[string]string{"vi": "testdata/help-vi.golden", "en": "testdata/help-en.golden"} {
		out, _, code := call("", "-h", "-lang", lang)
		assert.Equal(t, program.InOrder, code)
		maintain.Golden(t, file, []byte(out))
		program.CheckPage(t, out)
	}
}
