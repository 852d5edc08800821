package rule_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
)

func TestSpan(t *testing.T) {
	t.Parallel()
	span := rule.Span{From: rule.Day(2021, 8, 2), To: rule.Day(2021, 12, 31)}
	days, ok := span.Days()
	assert.True(t, ok)
	assert.Equal(t, 152, days)
	for day, in := range map[civil.Date]bool{
		rule.Day(2021, 8, 1): false, rule.Day(2021, 8, 2): true, rule.Day(2021, 12, 31): true, rule.Day(2022, 1, 1): false,
	} {
		assert.Equal(t, in, span.Contains(day), day)
	}
	open := rule.Span{From: rule.Day(2021, 5, 14)}
	assert.True(t, open.Contains(rule.Day(9999, 1, 1)))
	_, ok = open.Days()
	assert.False(t, ok, "an open span has no count")
	assert.True(t, rule.Span{}.Contains(rule.Day(1, 1, 1)))
	assert.True(t, open.Covers(span))
	assert.False(t, span.Covers(open))
	assert.True(t, rule.Span{}.Covers(open))
	common, ok := open.Intersect(rule.Year(2021))
	assert.True(t, ok)
	assert.Equal(t, rule.Span{From: rule.Day(2021, 5, 14), To: rule.Day(2021, 12, 31)}, common)
	assert.False(t, rule.Year(2021).Overlaps(rule.Year(2022)))
	assert.Equal(t, rule.Span{From: rule.Day(2024, 2, 1), To: rule.Day(2024, 2, 29)}, rule.Month(2024, 2))
	require.NoError(t, span.Check())
	require.NoError(t, rule.Span{}.Check())
	require.ErrorIs(t, rule.Span{From: span.To, To: span.From}.Check(), rule.ErrSpan)
	require.ErrorIs(t, rule.Span{From: rule.Day(2021, 2, 30)}.Check(), rule.ErrSpan)
}

func TestSpanWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		span   rule.Span
		vi, en string
	}{
		{rule.Span{}, "mọi ngày", "all days"},
		{rule.Span{From: rule.Day(2021, 5, 14)}, "từ 14/5/2021", "from 2021-05-14"},
		{rule.Span{To: rule.Day(2021, 2, 3)}, "đến 03/02/2021", "to 2021-02-03"},
		{rule.Year(2021), "từ 01/01/2021 đến 31/12/2021", "from 2021-01-01 to 2021-12-31"},
	} {
		assert.Equal(t, c.vi, c.span.String())
		assert.Equal(t, c.en, c.span.In(rule.En))
	}
}

func TestMomentBefore(t *testing.T) {
	t.Parallel()
	day, next := rule.Day(2022, 2, 10), rule.Day(2022, 2, 11)
	for _, c := range []struct {
		name          string
		a, b          rule.Moment
		before, known bool
	}{
		{"earlier day", rule.On(day), rule.On(next), true, true},
		{"later day", rule.At(next, 0, 0), rule.On(day), false, true},
		{"same day, no times", rule.On(day), rule.On(day), false, false},
		{"same day, one time", rule.On(day), rule.At(day, 8, 0), false, false},
		{"same day, earlier", rule.At(day, 7, 0), rule.At(day, 8, 0), true, true},
		{"same minute", rule.At(day, 8, 0), rule.At(day, 8, 0), false, true},
	} {
		before, known := c.a.Before(c.b)
		assert.Equal(t, c.before, before, c.name)
		assert.Equal(t, c.known, known, c.name)
	}
}

func TestMomentText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, vi, en string }{
		{"2021-08-09", "09/8/2021", "2021-08-09"},
		{"2021-08-09T14:00", "14:00 ngày 09/8/2021", "2021-08-09 14:00"},
		{"2021-08-09T00:00", "00:00 ngày 09/8/2021", "2021-08-09 00:00"},
		{"2021-08-09T14:00:30", "14:00 ngày 09/8/2021", "2021-08-09 14:00"},
	} {
		m, err := rule.ParseMoment(c.text)
		require.NoError(t, err)
		assert.Equal(t, c.text, m.String())
		assert.Equal(t, c.vi, m.In(rule.Vi))
		assert.Equal(t, c.en, m.In(rule.En))
		data, err := json.Marshal(m)
		require.NoError(t, err)
		var back rule.Moment
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, m, back)
	}
	for _, bad := range []string{"", "30/02/2021", "2021-02-30", "2021-08-09T25:00", "2021-08-09T14", "2021-08-09T14:00Z", "2021-08-09T14:00+07:00", "2021-08-09 14:00"} {
		_, err := rule.ParseMoment(bad)
		assert.Error(t, err, bad)
	}
	var zero rule.Moment
	assert.True(t, zero.IsZero())
	assert.Empty(t, zero.String())
	require.NoError(t, json.Unmarshal([]byte(`""`), &zero))
	assert.True(t, zero.IsZero())
	assert.Error(t, json.Unmarshal([]byte(`"30/02"`), &zero))
	_, err := json.Marshal(rule.On(rule.Day(2021, 2, 30)))
	assert.Error(t, err)
	assert.False(t, rule.At(rule.Day(2021, 2, 1), 24, 0).IsValid())
}

func TestTimeline(t *testing.T) {
	t.Parallel()
	source := rule.Source{Kind: rule.Decision, Number: "1/QĐ"}
	row := func(from, to civil.Date, v string) rule.Dated[string] {
		return rule.Dated[string]{Span: rule.Span{From: from, To: to}, Value: v, Source: source}
	}
	gap := rule.Dated[string]{Span: rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2022, 3, 7)}, Gap: rule.Text{Vi: "chưa có", En: "nothing was issued"}}
	first := row(rule.Day(2021, 1, 1), rule.Day(2021, 12, 31), "a")
	last := row(rule.Day(2022, 3, 8), civil.Date{}, "b")
	line, err := rule.NewTimeline(last, first, gap)
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "", "b"}, []string{line.Rows()[0].Value, line.Rows()[1].Value, line.Rows()[2].Value})

	for day, want := range map[civil.Date]string{
		rule.Day(2021, 1, 1): "a", rule.Day(2021, 12, 31): "a", rule.Day(2022, 3, 8): "b", rule.Day(2099, 1, 1): "b",
	} {
		got, err := line.On(day)
		require.NoError(t, err)
		assert.Equal(t, want, got.Value, day)
	}
	for day, says := range map[civil.Date]string{
		rule.Day(2020, 12, 31): "outside", rule.Day(2022, 1, 1): "nothing was issued", rule.Day(2022, 3, 7): "nothing was issued",
	} {
		_, err := line.On(day)
		require.ErrorIs(t, err, rule.ErrGap)
		assert.Contains(t, err.Error(), says)
	}

	noSource := first
	noSource.Source = rule.Source{}
	for name, rows := range map[string][]rule.Dated[string]{
		"overlap":           {first, row(rule.Day(2021, 12, 31), civil.Date{}, "c")},
		"hole":              {first, last},
		"no source":         {noSource},
		"no first day":      {row(civil.Date{}, rule.Day(2021, 1, 1), "a")},
		"no such day":       {row(rule.Day(2021, 2, 30), civil.Date{}, "a")},
		"open row not last": {row(rule.Day(2020, 1, 1), civil.Date{}, "a"), last},
	} {
		_, err := rule.NewTimeline(rows...)
		require.ErrorIs(t, err, rule.ErrTimeline, name)
		assert.Panics(t, func() { rule.MustTimeline(rows...) }, name)
	}
	var none rule.Timeline[int]
	_, err = none.On(rule.Day(2021, 1, 1))
	require.ErrorIs(t, err, rule.ErrGap)
	rows := line.Rows()
	rows[0].Value = "changed"
	assert.Equal(t, "a", line.Rows()[0].Value, "a timeline is immutable")
}

func FuzzMoment(f *testing.F) {
	f.Add("2021-08-09")
	f.Add("2021-08-09T14:00")
	f.Fuzz(func(t *testing.T, s string) {
		m, err := rule.ParseMoment(s)
		if err != nil {
			return
		}
		back, err := rule.ParseMoment(m.String())
		if err != nil || back != m {
			t.Fatalf("%q → %q → %v, %v", s, m, back, err)
		}
	})
}

func ExampleTimeline() {
	line := rule.MustTimeline(
		rule.Dated[string]{Span: rule.Span{From: rule.Day(2016, 12, 1), To: rule.Day(2022, 3, 7)}, Value: "1980/QĐ-TTg",
			Source: rule.Source{Kind: rule.Decision, Number: "1980/QĐ-TTg", Date: rule.Day(2016, 10, 17)}},
		rule.Dated[string]{Span: rule.Span{From: rule.Day(2022, 3, 8)}, Value: "318/QĐ-TTg",
			Source: rule.Source{Kind: rule.Decision, Number: "318/QĐ-TTg", Date: rule.Day(2022, 3, 8)}},
	)
	row, err := line.On(rule.Day(2021, 11, 30))
	fmt.Println(row.Value, row.Span, err)
	_, err = line.On(rule.Day(2010, 1, 1))
	fmt.Println(err)
	// Output:
	// 1980/QĐ-TTg từ 01/12/2016 đến 07/3/2022 <nil>
	// there is no value for that day: 2010-01-01 lies outside the rows
}

// One error for a date that is no day.
func TestNotADay(t *testing.T) {
	t.Parallel()
	for _, d := range []civil.Date{{}, rule.Day(2022, 13, 1), rule.Day(2022, 0, 1), rule.Day(2021, 2, 29), rule.Day(2021, 4, 31), rule.Day(2021, 1, 0)} {
		assert.False(t, rule.IsDay(d), d)
		assert.Equal(t, d.IsValid(), rule.IsDay(d), d)
		require.ErrorIs(t, rule.CheckDay(d), rule.ErrNotADay)
		_, err := rule.Timeline[int]{}.On(d)
		require.ErrorIs(t, err, rule.ErrNotADay)
	}
	for d := rule.Day(2023, 12, 1); d.Year < 2025; d = d.AddDays(1) {
		require.NoError(t, rule.CheckDay(d))
	}
}
