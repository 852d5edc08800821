package workday_test

import (
	"encoding/json"
	"math"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/visit/workday"
)

var source = rule.Source{Kind: rule.Decision, Number: "1/QĐ-UBND"}

func TestTheZeroCalendarGivesWay(t *testing.T) {
	t.Parallel()
	own, err := workday.Vietnam().With(workday.Day{On: rule.Day(2022, 3, 1), Kind: workday.Off, Name: rule.Text{Vi: "nghỉ", En: "off"}, Source: source})
	require.NoError(t, err)
	assert.Equal(t, own, own.Or(workday.Vietnam()))
	assert.Equal(t, own, workday.Calendar{}.Or(own))
}

func TestZeroCalendarCoversNoDay(t *testing.T) {
	t.Parallel()
	var cal workday.Calendar
	day := rule.Day(2026, 1, 5)
	for name, err := range map[string]error{
		"IsWorkday": second(cal.IsWorkday(day)), "Add": second(cal.Add(day, 1)), "Between": second(cal.Between(day, day)),
		"On": second(cal.On(day)), "Deadline": second(cal.Deadline(workday.Term{N: 1, Unit: workday.Days, From: day})),
		"Workdays": second(cal.Workdays(rule.Year(2026))),
	} {
		require.ErrorIs(t, err, workday.ErrOutside, name)
		require.NotErrorIs(t, err, workday.ErrUndecided, name)
	}
	assert.Equal(t, workday.Parts{}, cal.Parts())
	assert.Equal(t, rule.Edition{}, cal.Edition())
	assert.EqualError(t, second(cal.Next(day)), "workday: the calendar is empty and does not cover 2026-01-05")
	_, err := cal.With(workday.Day{On: day, Kind: workday.Off, Source: source})
	require.ErrorIs(t, err, workday.ErrCoverage)
}

func second[T any](_ T, err error) error { return err }

func TestDaysThatDoNotExist(t *testing.T) {
	t.Parallel()
	cal := workday.Vietnam()
	for _, day := range []civil.Date{{}, rule.Day(2026, 2, 30), rule.Day(2023, 2, 29), rule.Day(2026, 13, 1), rule.Day(2026, 0, 1), rule.Day(2026, 1, 0), rule.Day(2021, -1, 5), rule.Day(2026, 1, -400)} {
		require.ErrorIs(t, second(cal.IsWorkday(day)), workday.ErrOutside, day)
		require.ErrorIs(t, second(cal.Between(rule.Day(2026, 1, 5), day)), workday.ErrOutside, day)
		require.ErrorIs(t, second(cal.Deadline(workday.Term{N: 1, Unit: workday.Days, From: day})), workday.ErrTerm, day)
		require.ErrorIs(t, second(workday.Before(day)), workday.ErrTerm, day)
		require.ErrorIs(t, second(workday.OnOrBefore(day)), workday.ErrTerm, day)
	}
	var err *workday.DayError
	require.ErrorAs(t, second(cal.On(rule.Day(2026, 2, 30))), &err)
	assert.Equal(t, "không có ngày 30/02/2026", err.In(rule.Vi))
}

func TestTermsThatCannotBeCounted(t *testing.T) {
	t.Parallel()
	for _, term := range []workday.Term{
		{}, {N: 1, From: yearStart}, {N: 1, Unit: 9, From: yearStart}, {Unit: workday.Days, From: yearStart},
		{N: math.MaxInt32, Unit: workday.Months, From: yearStart}, {N: math.MinInt, Unit: workday.Days, From: yearStart}, {N: math.MinInt, Unit: workday.WorkingDays, From: yearStart},
	} {
		require.ErrorIs(t, second(workday.Vietnam().Deadline(term)), workday.ErrTerm, term)
	}
	for _, n := range []int{math.MaxInt, math.MinInt, math.MaxInt32} {
		require.Error(t, second(workday.Vietnam().Add(yearStart, n)), n)
	}
}

// Every row of the country's calendar says who says so, in both languages, in NFC.
func TestRowsOfVietnam(t *testing.T) {
	t.Parallel()
	parts := workday.Vietnam().Parts()
	assert.Empty(t, parts.Own)
	proposed := 0
	for _, s := range parts.Swaps {
		assert.GreaterOrEqual(t, s.Confidence, rule.Secondary)
		assert.True(t, s.Proposed || s.Source.Kind == rule.Dispatch, "the dispatch that says what the Prime Minister agreed to: %s", s.Source)
		if s.Proposed {
			proposed++
		}
	}
	assert.Equal(t, 1, proposed)
	for d := parts.Coverage.From; !d.After(parts.Coverage.To); d = d.AddDays(1) {
		day, err := workday.Vietnam().On(d)
		require.NoError(t, err)
		require.False(t, day.Source.IsZero(), d)
		require.True(t, day.Confidence.Confirmed(), d)
		require.NotEmpty(t, day.String())
		for _, words := range []string{day.In(rule.Vi), day.In(rule.En), day.Source.String()} {
			require.True(t, norm.NFC.IsNormalString(words), words)
		}
	}
	for _, d := range parts.Days {
		assert.True(t, d.Kind != workday.InLieu || d.Source.Number == "45/2019/QH14" && d.Source.Article == "111" || d.Source.Kind == rule.Notice, "in lieu of a day of Article 112.1: %s", d.On)
		read, err := rule.ParseSource(d.Source.String())
		require.NoError(t, err)
		read.Page = d.Source.Page
		assert.Equal(t, d.Source, read, "a citation is read back as itself")
	}
}

func TestCalendarIsImmutable(t *testing.T) {
	t.Parallel()
	cal := workday.Vietnam()
	before := cal.Edition()
	parts := cal.Parts()
	parts.Days[0].Kind, parts.Swaps[0].Proposed = workday.Working, true
	parts.Days = append(parts.Days[:1], parts.Days...)
	d, err := cal.Deadline(acrossTet)
	require.NoError(t, err)
	d.Moved[0].Kind, d.Moved[0].Source = workday.Working, rule.Source{}
	again, err := cal.Deadline(acrossTet)
	require.NoError(t, err)
	assert.Equal(t, workday.Holiday, again.Moved[0].Kind)
	assert.False(t, again.Moved[0].Source.IsZero())
	assert.Equal(t, before, workday.Vietnam().Edition())
	data, err := json.Marshal(cal)
	require.NoError(t, err)
	own := workday.Parts{ID: "own", Version: "1", Coverage: rule.Year(2026), Weekend: source, Days: []workday.Day{{On: rule.Day(2026, 1, 5), Kind: workday.Off, Source: source, Confidence: rule.Read}}}
	built, err := workday.New(own)
	require.NoError(t, err)
	own.Days[0].Kind = workday.Working
	works, err := built.IsWorkday(rule.Day(2026, 1, 5))
	require.NoError(t, err)
	assert.False(t, works, "the parts handed in are copied")
	require.Error(t, json.Unmarshal([]byte(`{"id":""}`), &built))
	assert.Equal(t, "own", built.Parts().ID, "a calendar that could not be read leaves the old one")
	require.NoError(t, json.Unmarshal(data, &built))
	assert.Equal(t, before, built.Edition())
}

// Own days win, replace own days given before, and change the edition.
func TestOwnDays(t *testing.T) {
	t.Parallel()
	cal := workday.Vietnam()
	day := rule.Day(2026, 3, 4)
	off, err := cal.With(workday.Day{On: day, Kind: workday.Off, Name: rule.Text{Vi: "nghỉ do bão", En: "closed for a storm"}, Source: source})
	require.NoError(t, err)
	assert.NotEqual(t, cal.Edition().Digest, off.Edition().Digest)
	d, err := off.Deadline(workday.Term{N: 1, Unit: workday.Days, From: rule.Day(2026, 3, 3)})
	require.NoError(t, err)
	assert.Equal(t, rule.Day(2026, 3, 5), d.End)
	assert.Equal(t, "nghỉ: nghỉ do bão", d.Moved[0].Why.Vi)
	assert.Equal(t, source, d.Moved[0].Source)
	back, err := off.With(workday.Day{On: day, Kind: workday.Working, Source: source})
	require.NoError(t, err)
	assert.Len(t, back.Parts().Own, 1)
	works, err := back.IsWorkday(day)
	require.NoError(t, err)
	assert.True(t, works)
	open, err := cal.With(workday.Day{On: day, Kind: workday.Undecided, Source: source})
	require.NoError(t, err)
	assert.EqualError(t, second(open.Next(rule.Day(2026, 3, 3))), "workday: 2026-03-04 is not decided to be worked or off")
	_, err = cal.With(workday.Day{On: day, Kind: workday.Off, Source: source}, workday.Day{On: day, Kind: workday.Working, Source: source})
	require.ErrorIs(t, err, workday.ErrTwice)
	_, err = cal.With(workday.Day{On: rule.Day(2027, 1, 4), Kind: workday.Off, Source: source})
	require.ErrorIs(t, err, workday.ErrRowOutside)
}

// A decision other than the one proposed replaces the proposal.
func TestAnotherSwapThanProposed(t *testing.T) {
	t.Parallel()
	swap := workday.Swap{Off: rule.Day(2026, 11, 23), Worked: rule.Day(2026, 12, 5), Source: source, Confidence: rule.Read}
	cal, err := workday.Vietnam().WithSwap(swap)
	require.NoError(t, err)
	for day, want := range map[civil.Date]bool{swap.Off: false, swap.Worked: true, rule.Day(2026, 11, 28): false} {
		works, err := cal.IsWorkday(day)
		require.NoError(t, err)
		assert.Equal(t, want, works, day)
	}
	sameSaturday, err := workday.Vietnam().WithSwap(workday.Swap{Off: rule.Day(2026, 11, 25), Worked: rule.Day(2026, 11, 28), Source: source, Confidence: rule.Read})
	require.NoError(t, err)
	n, err := sameSaturday.Between(rule.Day(2026, 11, 22), rule.Day(2026, 11, 29))
	require.NoError(t, err)
	assert.Equal(t, 4, n, "23, 26, 27 and 28/11")
	_, err = cal.WithSwap(swap)
	require.ErrorIs(t, err, workday.ErrTwice, "a decided swap is not replaced")
}

// Two days off by swaps in a row: the Reading is noted once, for the day on which the term
// would end by the other one.
func TestTwoSwappedDaysInARow(t *testing.T) {
	t.Parallel()
	cal, err := workday.New(workday.Parts{ID: "two", Version: "1", Coverage: rule.Year(2026), Weekend: source, Swaps: []workday.Swap{
		{Off: rule.Day(2026, 3, 3), Worked: rule.Day(2026, 3, 14), Source: source, Confidence: rule.Read},
		{Off: rule.Day(2026, 3, 4), Worked: rule.Day(2026, 3, 21), Source: source, Confidence: rule.Read},
	}})
	require.NoError(t, err)
	d, err := cal.Deadline(workday.Term{N: 1, Unit: workday.Days, From: rule.Day(2026, 3, 2)})
	require.NoError(t, err)
	assert.Equal(t, "2026-03-05 (1 day from 2026-03-02 would be 2026-03-03; moved by 2026-03-03 day off by a swap: made up on 2026-03-14, "+
		"2026-03-04 day off by a swap: made up on 2026-03-21; 2026-03-03 is off by a swap: the term moves past it; by the other reading it ends on it)", d.In(rule.En))
	assert.Len(t, d.Notes, 1)
}

func TestWorkdaysOfASpan(t *testing.T) {
	t.Parallel()
	cal := workday.Vietnam()
	days, err := cal.Workdays(rule.Year(2024))
	require.NoError(t, err)
	n := 0
	for range days {
		n++
	}
	assert.Equal(t, 251, n)
	for d := range days {
		assert.Equal(t, rule.Day(2024, 1, 2), d)
		break
	}
	require.ErrorIs(t, second(cal.Workdays(rule.Year(2026))), workday.ErrUndecided)
	require.ErrorIs(t, second(cal.Workdays(rule.Year(2027))), workday.ErrOutside)
	require.ErrorIs(t, second(cal.Workdays(rule.Span{From: rule.Day(2026, 1, 1)})), workday.ErrOutside)
	require.ErrorIs(t, second(cal.Workdays(rule.Span{From: rule.Day(2026, 2, 1), To: rule.Day(2026, 1, 1)})), rule.ErrSpan)
}
