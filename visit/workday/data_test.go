package workday_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/workday"
)

// vector reads a file of the folder that GIUPXA_DATA names; testdata/README.md describes it.
func vector(t *testing.T, name string, into any) {
	t.Helper()
	folder := os.Getenv("GIUPXA_DATA")
	if folder == "" {
		t.Skip("GIUPXA_DATA names no folder: " + name + " is not at hand; see testdata/README.md")
	}
	data, err := os.ReadFile(filepath.Join(folder, "vectors", name))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, into))
}

// length is a term as the vectors have it; parts of several units are counted one after the
// other, years and months together.
type length struct {
	Days        int
	Weeks       int
	Months      int
	Years       int
	WorkingDays int `json:"working_days"`
}

// from counts it from an event.
func (l length) from(t *testing.T, cal workday.Calendar, event civil.Date) workday.Deadline {
	t.Helper()
	var d workday.Deadline
	for _, part := range []struct {
		n    int
		unit workday.Unit
	}{{12*l.Years + l.Months, workday.Months}, {l.Weeks, workday.Weeks}, {l.Days, workday.Days}, {l.WorkingDays, workday.WorkingDays}} {
		if part.n == 0 {
			continue
		}
		var err error
		d, err = cal.Deadline(workday.Term{N: part.n, Unit: part.unit, From: event})
		require.NoError(t, err)
		event = d.Computed
	}
	return d
}

// foreign is a calendar of another law, with Saturday and Sunday off.
func foreign(t *testing.T, coverage rule.Span, off []civil.Date) workday.Calendar {
	t.Helper()
	source := rule.Source{Kind: rule.Notice, Issuer: "test"}
	p := workday.Parts{ID: "foreign", Version: "1", Coverage: coverage, Weekend: source}
	for _, day := range off {
		p.Days = append(p.Days, workday.Day{On: day, Kind: workday.Holiday, Source: source, Confidence: rule.Read})
	}
	cal, err := workday.New(p)
	require.NoError(t, err)
	return cal
}

// Terms of German law, which counts as Civil Code 147–148 do, with its calendars as input.
func TestGermanTerms(t *testing.T) {
	t.Parallel()
	var file struct {
		Calendars map[string]json.RawMessage
		Forward   []struct {
			Event, End civil.Date
			Raw        civil.Date `json:"raw_end"`
			Rolled     bool       // whether the row asks for the move off days off
			Calendar   string
			Term       length
		}
		Backward []struct {
			End  civil.Date
			Last civil.Date `json:"latest_event"`
			Term length
		}
		Reminders []struct {
			Deadline, Reminder civil.Date
			Days               int `json:"days_before"`
		} `json:"reminders_roll_back_to_the_previous_working_day"`
	}
	vector(t, "terms-german.json", &file)
	cals := map[string]workday.Calendar{}
	for name, list := range file.Calendars {
		var off []civil.Date
		if json.Unmarshal(list, &off) == nil {
			cals[name] = foreign(t, rule.Span{From: rule.Day(2025, 12, 1), To: rule.Day(2029, 12, 31)}, off)
		}
	}
	for _, row := range file.Forward {
		d := row.Term.from(t, cals[row.Calendar], row.Event)
		end := d.Computed
		if row.Rolled {
			end = d.End
		}
		assert.Equal(t, []civil.Date{row.Raw, row.End}, []civil.Date{d.Computed, end}, "%s %v", row.Event, row.Term)
	}
	for _, row := range file.Backward {
		assert.Equal(t, row.End, row.Term.from(t, cals["NW"], row.Last).Computed, row)
		assert.True(t, row.Term.from(t, cals["NW"], row.Last.AddDays(1)).Computed.After(row.End), row)
	}
	for _, row := range file.Reminders {
		assert.Equal(t, row.Reminder, length{Days: -row.Days}.from(t, cals["NW"], row.Deadline).End, row)
	}
	assert.Equal(t, []int{34, 4, 5}, []int{len(file.Forward), len(file.Backward), len(file.Reminders)})
}

// Terms of the Federal Court of Canada, with its days off as input.
func TestCanadianTerms(t *testing.T) {
	t.Parallel()
	var file struct {
		Holidays []civil.Date `json:"holidays_used"`
		Rows     []struct {
			Name       string
			Event, End civil.Date
			Term       length
		}
	}
	vector(t, "terms-canadian.json", &file)
	cal := foreign(t, rule.Year(2012), file.Holidays)
	for _, row := range file.Rows {
		assert.Equal(t, row.End, row.Term.from(t, cal, row.Event).End, row.Name)
	}
	assert.Len(t, file.Rows, 4)
}

// Differences of dates that another engine states.
func TestDateDifferences(t *testing.T) {
	t.Parallel()
	var file struct {
		Diff []struct {
			From, To            civil.Date
			Days, Months, Years *int
		} `json:"date_diff"`
	}
	vector(t, "dates-validity.json", &file)
	cal := foreign(t, rule.Span{From: rule.Day(2019, 1, 1), To: rule.Day(2026, 12, 31)}, nil)
	counted := 0
	for _, row := range file.Diff {
		for unit, n := range map[workday.Unit]*int{workday.Days: row.Days, workday.Months: row.Months, workday.Years: row.Years} {
			if n == nil || *n == 0 {
				continue // a term counts at least one
			}
			counted++
			d, err := cal.Deadline(workday.Term{N: *n, Unit: unit, From: row.From})
			require.NoError(t, err)
			assert.Equal(t, row.To, d.Computed, row)
		}
	}
	assert.Equal(t, 5, counted)
}
