package worksheet_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/criteria/worksheet"
)

// illustration is the head of fillings that are made up to show a path: they are no law.
func illustration() criteria.Overlay {
	return criteria.Overlay{
		ID: "minh họa", Name: rule.Text{Vi: "số liệu minh họa, không phải văn bản", En: "made-up numbers, no law"},
		Source: rule.Source{Kind: rule.Document, Number: "số liệu minh họa"},
	}
}

func held(t *testing.T, id string) criteria.Set {
	t.Helper()
	set, err := national.ByID(id)
	require.NoError(t, err)
	return set
}

// sheetOf is the sheet of a set as it is printed, split into cells.
func sheetOf(t *testing.T, set criteria.Set, l rule.Lang) [][]string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, worksheet.Of(set).WriteCSV(&out, l))
	text, marked := strings.CutPrefix(out.String(), "\ufeff")
	require.True(t, marked)
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	return rows
}

func printed(t *testing.T, rows [][]string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, csv.NewWriter(&out).WriteAll(rows))
	return out.String()
}

// columns of the printed sheet.
const (
	code, nameVi, unit, candidate, asked, value, article, reader, readOn = 1, 3, 8, 9, 11, 12, 13, 14, 15
)

// invent fills every row: the candidate where there is one, or else a made-up number.
func invent(rows [][]string) [][]string {
	last, n := "", 0
	for _, row := range rows[1:] {
		switch number := strings.TrimLeft(row[candidate], "≥≤< "); {
		case row[code] == "": // an indicator that the set does not hold: three rows, one a group
			if n%3 == 0 {
				last = fmt.Sprintf(`="%d.%d"`, n/3%10+1, 90+n/30)
			}
			n++
			row[code], row[nameVi], row[unit], row[value] = last, "minh họa "+last, "%", "≥ 50"
		case row[candidate] == "": // by the province, or nothing is known
			row[value] = "≥ 50"
		case strings.Contains(row[candidate], "?"):
			row[value] = "50"
		case strings.Trim(number, "0123456789.") == "" && number != "":
			row[value] = number
		case strings.Contains(row[asked], "hai số"):
			row[value] = number
		case row[candidate] == "không có":
			row[value] = "không"
		default:
			row[value] = "đạt"
		}
		row[article], row[reader], row[readOn] = "trang 7", "Nguyễn Văn A", "2026-11-28"
	}
	return rows
}

// A set that is filled wholly decides every indicator of a commune that has its readings.
func TestFilledWholly(t *testing.T) {
	t.Parallel()
	for _, id := range []string{national.ID1980, national.ID318I, national.ID318II, national.ID319, national.ID51} {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			base := held(t, id)
			sheet := worksheet.Of(base)
			filled := sheet.Read(printed(t, invent(sheetOf(t, base, rule.Vi))), illustration())
			require.NoError(t, filled.Findings.Err())
			assert.Empty(t, filled.Findings)
			assert.Empty(t, filled.Missing)
			assert.Equal(t, base.Coverage(), filled.Before)
			assert.Zero(t, filled.After.Unconfirmed)
			assert.Zero(t, filled.After.Unknown)
			for _, region := range criteria.Regions() {
				for year := base.Years().From; year <= base.Years().To; year++ {
					decided(t, filled.Set, criteria.Dossier{
						Unit: "x", AsOf: rule.Day(max(year, 2022), 12, 1), Year: year, Override: "mọi ô",
						Profile: criteria.Profile{Region: region, Group: criteria.Group(year%3 + 1), Area: criteria.AreaII},
					})
				}
			}
		})
	}
}

// decided gives the commune all readings that its demands ask for, and then finds nothing open.
func decided(t *testing.T, set criteria.Set, d criteria.Dossier) {
	t.Helper()
	d.Readings = map[string]criteria.Reading{}
	for range 5 { // a condition that becomes known asks for further readings
		a, err := set.Assess(d)
		require.NoError(t, err)
		open := 0
		for l := range a.Lines(criteria.Unknown) {
			for part := range l.Parts() {
				for _, key := range part.Missing {
					open++
					if d.Readings[key] = criteria.Value(rule.Int(60)); strings.Contains(part.Demand.In(rule.En), "met") || part.Demand.Op() == "none" {
						d.Readings[key] = criteria.Passed()
					}
				}
			}
		}
		if open == 0 {
			assert.NotEqual(t, criteria.Unknown, a.Verdict())
			for l := range a.Lines(criteria.Unknown) {
				t.Errorf("%s %s %d: %s is open: %s (%s)", set.ID(), d.Profile.Region, d.Year, l.Code, l.Reason, l.Demand)
			}
			assert.Empty(t, a.Findings())
			return
		}
	}
	t.Error("readings are asked for without end")
}

// Nothing that a sheet hands out, and no list that it is given, is changed by what is done with
// the other.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	set := held(t, national.ID318I)
	sheet := worksheet.Of(set)
	a, err := set.Assess(criteria.Dossier{AsOf: rule.Day(2022, 12, 1), Year: 2022, Profile: criteria.Profile{Region: criteria.TN}})
	require.NoError(t, err)
	head := illustration()
	head.Supplied = append(make([]criteria.Indicator, 0, 9), criteria.Indicator{Code: "mine"})
	text := heading + line("4.2", "", "TN", "", "98")
	answers := func() string {
		filled := sheet.Read(text, head)
		return fmt.Sprintf("%+v", []any{sheetOf(t, set, rule.Vi), sheet.Rows(), filled.Missing, filled.Overlay, filled.Findings, sheet.Needs(slices.Values([]criteria.Assessment{a}))})
	}
	before := answers()
	filled := sheet.Read(text, head)
	assert.Empty(t, head.Supplied[:9][1].Code, "the room behind the caller's list is the caller's")
	years := 0
	for _, rows := range [][]worksheet.Row{sheet.Rows(), filled.Missing} {
		for _, r := range rows {
			years += len(r.Years)
		}
		maintain.Spoil(rows)
	}
	assert.Positive(t, years)
	maintain.Spoil(sheet.Needs(slices.Values([]criteria.Assessment{a})))
	assert.Equal(t, before, answers())
}
