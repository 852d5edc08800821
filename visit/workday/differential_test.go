package workday_test

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/workday"
)

// published is the days off from Monday to Friday and the Saturdays worked, as the cases of
// the years list them: a second table, which shares nothing with the rows of Vietnam.
func published(t testing.TB) map[civil.Date]bool {
	t.Helper()
	data, err := os.ReadFile("testdata/cases/days.json")
	require.NoError(t, err)
	var file struct {
		Cases []struct {
			Given struct {
				Calendar string `json:"calendar"`
				Year     int    `json:"year"`
			} `json:"given"`
			Answer struct {
				Off       []civil.Date `json:"off"`
				Saturdays []civil.Date `json:"saturdays"`
			} `json:"answer"`
		} `json:"cases"`
	}
	require.NoError(t, json.Unmarshal(data, &file))
	works := map[civil.Date]bool{}
	for _, c := range file.Cases {
		if c.Given.Year != 0 && c.Given.Calendar == "settled" {
			for _, d := range c.Answer.Off {
				works[d] = false
			}
			for _, d := range c.Answer.Saturdays {
				works[d] = true
			}
		}
	}
	require.Len(t, works, 75)
	return works
}

// counter walks day by day and knows nothing of tables.
type counter struct {
	days  []civil.Date
	works []bool
}

func newCounter(t testing.TB, span rule.Span) counter {
	t.Helper()
	listed := published(t)
	var c counter
	for d := span.From; !d.After(span.To); d = d.AddDays(1) {
		works, is := listed[d]
		if !is {
			works = d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
		}
		c.days, c.works = append(c.days, d), append(c.works, works)
	}
	return c
}

// Every pair of days of 2021 to 2026, forward and back, against the day-by-day counter.
func TestEveryPairOfDays(t *testing.T) {
	t.Parallel()
	cal, err := refused()
	require.NoError(t, err)
	span := cal.Parts().Coverage
	if testing.Short() {
		span = rule.Span{From: rule.Day(2024, 1, 1), To: rule.Day(2025, 6, 30)}
	}
	c := newCounter(t, span)
	pairs := 0
	for i, a := range c.days {
		for _, step := range []int{1, -1} {
			n := 0
			for j := i; j >= 0 && j < len(c.days); j += step {
				b := c.days[j]
				if j != i && c.works[j] {
					n += step
					if got, err := cal.Add(a, n); err != nil || got != b {
						t.Fatalf("Add(%s, %d) = %s, %v; counted day by day it is %s", a, n, got, err, b)
					}
				}
				if got, err := cal.Between(a, b); err != nil || got != n {
					t.Fatalf("Between(%s, %s) = %d, %v; counted day by day it is %d", a, b, got, err, n)
				}
				pairs++
			}
		}
	}
	assert.Equal(t, len(c.days)*(len(c.days)+1), pairs)
}

// With two days not decided, a count is refused exactly where one of them is counted.
func TestEveryPairAroundTheUndecidedDays(t *testing.T) {
	t.Parallel()
	cal := workday.Vietnam()
	open := []civil.Date{rule.Day(2026, 11, 23), rule.Day(2026, 11, 28)}
	c := newCounter(t, rule.Span{From: rule.Day(2026, 11, 2), To: rule.Day(2026, 12, 31)})
	for _, a := range c.days {
		for _, b := range c.days {
			first, refuse := civil.Date{}, false
			for _, o := range open {
				if o.After(a) && !o.After(b) || o.Before(a) && !o.Before(b) {
					if !refuse || b.Before(a) {
						first, refuse = o, true
					}
				}
			}
			_, err := cal.Between(a, b)
			var unknown *workday.DayError
			require.Equal(t, refuse, errors.As(err, &unknown), "%s %s: %v", a, b, err)
			if refuse {
				require.Equal(t, first, unknown.Day.On, "%s %s", a, b)
			}
		}
	}
}

// slowEnd counts a term without any table of the package.
func (c counter) slowEnd(term workday.Term) (civil.Date, bool) {
	step, at := 1, term.From
	if term.N < 0 {
		step = -1
	}
	works := func(d civil.Date) (bool, bool) {
		i := d.DaysSince(c.days[0])
		if i < 0 || i >= len(c.days) {
			return false, false
		}
		return c.works[i], true
	}
	if term.Unit == workday.WorkingDays {
		if _, inside := works(at); !inside {
			return at, false
		}
		for n := term.N; n != 0; {
			at = at.AddDays(step)
			is, inside := works(at)
			if !inside {
				return at, false
			}
			if is {
				n -= step
			}
		}
		return at, true
	}
	months := map[workday.Unit]int{workday.Months: 1, workday.Years: 12}[term.Unit] * term.N
	y, m := at.Year, int(at.Month)-1+months
	for ; m < 0; m += 12 {
		y--
	}
	y, m = y+m/12, m%12
	plain := rule.Day(y, m+1, at.Day)
	for !plain.IsValid() {
		plain.Day--
	}
	plain = plain.AddDays(map[workday.Unit]int{workday.Days: 1, workday.Weeks: 7}[term.Unit] * term.N)
	for {
		is, inside := works(plain)
		if is || !inside {
			return plain, inside
		}
		plain = plain.AddDays(step)
	}
}

func checkTerm(t *testing.T, cal workday.Calendar, c counter, term workday.Term) {
	t.Helper()
	want, known := c.slowEnd(term)
	d, err := cal.Deadline(term)
	if known != (err == nil) || known && d.End != want {
		t.Fatalf("%s: %s, %v; counted day by day %s, %v", term.In(rule.En), d.End, err, want, known)
	}
	if weekdays := derived(workday.Deadline{Term: term}); known && term.Unit == workday.WorkingDays && d.Computed != weekdays {
		t.Fatalf("%s: computed %s, and Monday to Friday alone give %s", term.In(rule.En), d.Computed, weekdays)
	}
	if known && (derived(d) != want || d.Source.IsZero() != (term.N < 0)) {
		t.Fatalf("%s: the end %s does not follow from %v", term.In(rule.En), want, d.Moved)
	}
}

// Every day of the coverage with every unit, forward and back.
func TestEveryTerm(t *testing.T) {
	t.Parallel()
	cal, err := refused()
	require.NoError(t, err)
	c := newCounter(t, cal.Parts().Coverage)
	counts := []int{1, -1, 2, -3, 5, -10, 15, 22, -45, 60}
	if testing.Short() {
		counts = []int{1, -1, 10}
	}
	for _, from := range c.days {
		for _, n := range counts {
			for unit := workday.Days; unit <= workday.Years; unit++ {
				checkTerm(t, cal, c, workday.Term{N: n, Unit: unit, From: from})
			}
		}
	}
}

func FuzzDeadline(f *testing.F) {
	cal, err := refused()
	require.NoError(f, err)
	c := newCounter(f, cal.Parts().Coverage)
	f.Add(7, uint8(workday.Days), 2026, 8, 24)
	f.Add(-1000, uint8(workday.Months), 2024, 2, 29)
	f.Add(math.MinInt, uint8(workday.WorkingDays), 0, 0, 0)
	f.Fuzz(func(t *testing.T, n int, unit uint8, year, month, day int) {
		term := workday.Term{N: n, Unit: workday.Unit(unit), From: rule.Day(year, month, day)}
		d, err := cal.Deadline(term)
		var unknown *workday.DayError
		switch {
		case errors.Is(err, workday.ErrTerm):
			return
		case err != nil && !errors.As(err, &unknown):
			t.Fatal(err)
		case err == nil && d.String() == "":
			t.Fatal("a deadline without words")
		}
		if n < 5000 && n > -5000 && year > 1900 && year < 2200 {
			checkTerm(t, cal, c, term)
		}
	})
}

func FuzzCalendar(f *testing.F) {
	files, err := filepath.Glob("../visittest/values/calendars/*.json")
	require.NoError(f, err)
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte(`{"id":"x","coverage":{"from":"2026-01-31","to":"2026-02-01"},"days":[{"on":"2026-02-01"}],"swaps":[{}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var cal workday.Calendar
		if json.Unmarshal(data, &cal) != nil {
			return
		}
		again, err := json.Marshal(cal)
		require.NoError(t, err)
		var back workday.Calendar
		require.NoError(t, json.Unmarshal(again, &back))
		require.Equal(t, cal.Edition(), back.Edition())
		span := cal.Parts().Coverage
		for _, d := range []civil.Date{span.From, span.To} {
			_, err := cal.On(d)
			require.NoError(t, err)
		}
		n, err := cal.Between(span.From, span.To)
		if err == nil && n > 0 {
			end, err := cal.Add(span.From, n)
			require.NoError(t, err)
			require.False(t, end.After(span.To))
		}
	})
}

// The real lists of days off, where they are at hand; testdata/README.md describes them.
func TestRealDaysOff(t *testing.T) {
	t.Parallel()
	type list struct {
		Days      json.RawMessage `json:"days"`
		Off       []civil.Date    `json:"weekdays_off"`
		Saturdays []civil.Date    `json:"worked_saturdays"`
		Against   struct {
			OffMissing      []civil.Date `json:"weekday_off_missing_here"`
			OffExtra        []civil.Date `json:"weekday_off_extra_here"`
			SaturdayMissing []civil.Date `json:"worked_saturday_missing_here"`
		} `json:"against_dossier"`
	}
	var file struct {
		Years map[string]map[string]*list `json:"years"`
		Pairs struct {
			Pairs [][2]civil.Date `json:"pairs"`
		} `json:"cross_year_swaps_before_2021"`
	}
	vector(t, "vietnam-days-off.json", &file)
	cal, err := refused()
	require.NoError(t, err)
	compared := 0
	for y, sources := range file.Years {
		for name, l := range sources {
			if l == nil || y == "2027" { // the calendar ends in 2026
				continue
			}
			compared++
			answer, _, err := judge(json.RawMessage(`{"calendar":"settled","year":` + y + `}`))
			require.NoError(t, err)
			got := answer.(map[string]any)
			off := slices.DeleteFunc(slices.Concat(l.Off, l.Against.OffMissing), func(d civil.Date) bool { return slices.Contains(l.Against.OffExtra, d) })
			slices.SortFunc(off, civil.Date.Compare)
			saturdays := slices.Concat(l.Saturdays, l.Against.SaturdayMissing)
			slices.SortFunc(saturdays, civil.Date.Compare)
			assert.Equal(t, got["off"], slices.Compact(off), "%s %s", name, y)
			assert.Equal(t, got["saturdays"], append([]civil.Date{}, slices.Compact(saturdays)...), "%s %s", name, y)
			var named map[civil.Date]string
			if json.Unmarshal(l.Days, &named) != nil {
				continue
			}
			for d, words := range named { // days on weekends as well
				day, err := cal.On(d)
				require.NoError(t, err)
				assert.False(t, day.Kind.Works(), d)
				assert.Equal(t, strings.Contains(words, "nghỉ bù"), day.Kind == workday.InLieu && day.Name.Vi != "Tết Âm lịch", "%s %s", d, words)
			}
		}
	}
	assert.Equal(t, 30, compared)
	// Swaps from before the coverage, two of them over the edge of a year: pairs all the same.
	source := rule.Source{Kind: rule.Notice, Issuer: "vacanza"}
	parts := workday.Parts{ID: "swaps", Version: "1", Coverage: rule.Span{From: rule.Day(2010, 1, 1), To: rule.Day(2024, 12, 31)}, Weekend: source}
	for _, p := range file.Pairs.Pairs {
		parts.Swaps = append(parts.Swaps, workday.Swap{Off: p[0], Worked: p[1], Source: source, Confidence: rule.Secondary})
	}
	old, err := workday.New(parts)
	require.NoError(t, err)
	for _, p := range file.Pairs.Pairs {
		off, err := old.IsWorkday(p[0])
		require.NoError(t, err)
		worked, err := old.IsWorkday(p[1])
		require.NoError(t, err)
		assert.Equal(t, []bool{false, true}, []bool{off, worked}, p)
	}
}
