package visit_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/visit"
	"github.com/giupxa/giupxa/visit/workday"
)

// The last day for a notice says what was counted and which days moved it.
func ExamplePolicy_LastDay() {
	policy := visit.Policy{LeadTime: visit.WorkingDays(3).Strictly().NonWorkingSend(visit.CountsNext)}
	last, err := policy.LastDay(rule.Day(2022, 2, 9), workday.Vietnam())
	fmt.Println(last.End, err, len(last.Moved), last.Moved[0].Why)
	fmt.Println(policy.LeadTime.In(rule.En))

	_, err = policy.LastDay(rule.Day(2026, 11, 26), workday.Vietnam())
	fmt.Println(err)
	// Output:
	// 2022-01-27 <nil> 5 Tết Âm lịch
	// 3 working days in full between the day of sending and the visit; one sent on a day off counts on the next working day
	// workday: 2026-11-23 is not decided to be worked or off: proposed to be swapped with 2026-11-28 (Web page of 2026-09-06 by Chính phủ, phương án đề xuất)
}

func ExampleLeadTime_Given() {
	lead := visit.WorkingDays(3).Strictly()
	for _, sent := range []int{6, 7, 10} {
		fmt.Println(lead.Given(rule.Day(2022, 2, sent), rule.Day(2022, 2, 10), workday.Vietnam()))
	}
	// Output:
	// 3 <nil>
	// 2 <nil>
	// 0 <nil>
}

var leadTimes = []visit.LeadTime{
	visit.WorkingDays(3), visit.WorkingDays(3).Strictly(), visit.WorkingDays(1).Strictly(), visit.CalendarDays(4), visit.CalendarDays(4).Strictly(),
	visit.WorkingDays(3).NonWorkingSend(visit.CountsNext), visit.WorkingDays(3).Strictly().NonWorkingSend(visit.CountsNext), visit.WorkingDays(1).NonWorkingSend(visit.CountsNext),
	visit.CalendarDays(4).NonWorkingSend(visit.CountsNext), visit.CalendarDays(4).Strictly().NonWorkingSend(visit.CountsNext),
}

// V1: the numbers of the worked case, and those of V2.
func TestLastDays(t *testing.T) {
	t.Parallel()
	cal := workday.Vietnam()
	thursday := rule.Day(2022, 2, 10)
	for i, want := range []civil.Date{
		rule.Day(2022, 2, 7), rule.Day(2022, 2, 6), rule.Day(2022, 2, 8), rule.Day(2022, 2, 6), rule.Day(2022, 2, 5),
		rule.Day(2022, 2, 7), rule.Day(2022, 1, 28), rule.Day(2022, 2, 9), rule.Day(2022, 1, 28), rule.Day(2022, 1, 28),
	} {
		last, err := leadTimes[i].LastDay(thursday, cal)
		require.NoError(t, err)
		assert.Equal(t, want, last.End, leadTimes[i])
	}
	strict := visit.WorkingDays(3).Strictly()
	last, err := strict.LastDay(thursday, cal)
	require.NoError(t, err)
	assert.Equal(t, "06/02/2022 (trước ngày 07/02/2022, 3 ngày làm việc trước ngày 10/02/2022)", last.String())
	data, err := json.Marshal(last)
	require.NoError(t, err)
	var back workday.Deadline
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, last, back, "the stored deadline explains as much")
	last, err = strict.NonWorkingSend(visit.CountsNext).LastDay(thursday, cal)
	require.NoError(t, err)
	assert.Len(t, last.Moved, 5, "the five days of Tết")
	for day, want := range map[civil.Date]civil.Date{rule.Day(2022, 2, 12): rule.Day(2022, 2, 8), rule.Day(2021, 12, 3): rule.Day(2021, 11, 29)} {
		last, err := strict.NonWorkingSend(visit.CountsNext).LastDay(day, cal)
		require.NoError(t, err)
		assert.Equal(t, want, last.End)
	}
}

// Over six years: the last day is the last one on which the days left, counted one by one,
// are as many as the lead time asks for.
func TestLastDayAgainstACount(t *testing.T) {
	t.Parallel()
	cal, err := workday.Vietnam().With(
		workday.Day{On: rule.Day(2026, 11, 23), Kind: workday.Working, Source: rule.Source{Kind: rule.Dispatch, Number: "1"}},
		workday.Day{On: rule.Day(2026, 11, 28), Kind: workday.Off, Source: rule.Source{Kind: rule.Dispatch, Number: "1"}})
	require.NoError(t, err)
	works := map[civil.Date]bool{}
	for d := cal.Parts().Coverage.From; cal.Parts().Coverage.Contains(d); d = d.AddDays(1) {
		works[d], err = cal.IsWorkday(d)
		require.NoError(t, err)
	}
	left := func(l visit.LeadTime, sent, of civil.Date) int {
		for l.DayOff == visit.CountsNext && !works[sent] && sent.Before(of) {
			sent = sent.AddDays(1)
		}
		n := 0
		for d := sent; d.Before(of); d = d.AddDays(1) {
			if (works[d] || l.CalendarDays) && (!l.Strict || d != sent) {
				n++
			}
		}
		return n
	}
	for _, l := range leadTimes {
		for of := rule.Day(2021, 2, 1); of.Before(rule.Day(2027, 1, 1)); of = of.AddDays(1) {
			want := of
			for left(l, want, of) < l.N {
				want = want.AddDays(-1)
			}
			last, err := l.LastDay(of, cal)
			if err != nil || last.End != want {
				t.Fatalf("%s before %s: %s, %v; counted %s", l, of, last.End, err, want)
			}
			for back := range 12 {
				sent := of.AddDays(-back)
				if given, err := l.Given(sent, of, cal); err != nil || given != left(l, sent, of) {
					t.Fatalf("%s, sent %s before %s: %d left, %v; counted %d", l, sent, of, given, err, left(l, sent, of))
				}
			}
		}
	}
}

func TestLastDaysThatCannotBeTold(t *testing.T) {
	t.Parallel()
	cal, never := workday.Vietnam(), rule.Day(2022, 2, 30)
	_, err := visit.Policy{}.LastDay(day, cal)
	require.ErrorIs(t, err, visit.ErrNoLeadTime)
	_, err = visit.LeadTime{N: -1}.LastDay(day, cal)
	require.ErrorIs(t, err, visit.ErrNoLeadTime)
	for _, l := range leadTimes {
		_, err = l.LastDay(never, cal)
		require.ErrorIs(t, err, workday.ErrTerm)
	}
	_, err = leadTimes[0].LastDay(rule.Day(2027, 1, 10), cal)
	require.ErrorIs(t, err, workday.ErrOutside)
	_, err = leadTimes[0].LastDay(day, workday.Calendar{})
	require.ErrorIs(t, err, workday.ErrOutside)
	_, err = leadTimes[3].LastDay(rule.Day(2050, 1, 10), workday.Calendar{})
	require.NoError(t, err, "days of any kind need no calendar")
	p := visit.Policy{LeadTime: leadTimes[0]}
	own, err := p.LastDay(day, workday.Calendar{})
	require.NoError(t, err)
	assert.Equal(t, workday.Vietnam().Edition(), own.Calendar, "the policy's own calendar")
	for _, sent := range []civil.Date{never, rule.Day(2027, 1, 10)} {
		_, err = leadTimes[5].Given(sent, day, cal)
		require.ErrorIs(t, err, workday.ErrOutside)
	}
	_, err = leadTimes[5].Given(rule.Day(2026, 12, 31).AddDays(-3), rule.Day(2027, 1, 10), cal)
	require.Error(t, err)
}

// A day that is not decided leaves open only what depends on it.
func TestInTimeWhateverIsDecided(t *testing.T) {
	t.Parallel()
	cal, of := workday.Vietnam(), rule.Day(2026, 12, 1)
	decided := func(k23, k28 workday.Kind) workday.Calendar {
		src := rule.Source{Kind: rule.Dispatch, Number: "1"}
		c, err := cal.With(workday.Day{On: rule.Day(2026, 11, 23), Kind: k23, Source: src}, workday.Day{On: rule.Day(2026, 11, 28), Kind: k28, Source: src})
		require.NoError(t, err)
		return c
	}
	var ways []workday.Calendar
	for _, a := range []workday.Kind{workday.Off, workday.Working} {
		for _, b := range []workday.Kind{workday.Off, workday.Working} {
			ways = append(ways, decided(a, b))
		}
	}
	open := 0
	for _, l := range append(leadTimes, visit.WorkingDays(6), visit.WorkingDays(6).Strictly().NonWorkingSend(visit.CountsNext), visit.CalendarDays(8).NonWorkingSend(visit.CountsNext), visit.CalendarDays(7).Strictly().NonWorkingSend(visit.CountsNext)) {
		for back := range 24 {
			sent := of.AddDays(-back)
			timely := 0
			for _, way := range ways {
				in, err := l.InTime(sent, of, way)
				require.NoError(t, err)
				if in {
					timely++
				}
			}
			switch in, err := l.InTime(sent, of, cal); timely {
			case 0, len(ways):
				require.NoError(t, err, "%s, sent %s", l, sent)
				assert.Equal(t, timely > 0, in, "%s, sent %s", l, sent)
			default:
				require.ErrorIs(t, err, workday.ErrUndecided, "%s, sent %s", l, sent)
				open++
			}
		}
	}
	assert.Positive(t, open)
	l := leadTimes[0]
	_, err := l.LastDay(of, cal)
	require.ErrorIs(t, err, workday.ErrUndecided)
	// Where the calendar ends before it is known, nothing can be said but what is late.
	short := cal.Parts()
	short.Coverage.From = rule.Day(2026, 11, 20)
	short.Days = slices.DeleteFunc(short.Days, func(d workday.Day) bool { return d.On.Before(short.Coverage.From) })
	short.Swaps = slices.DeleteFunc(short.Swaps, func(s workday.Swap) bool { return s.Off.Before(short.Coverage.From) })
	brief, err := workday.New(short)
	require.NoError(t, err)
	_, err = visit.WorkingDays(6).InTime(rule.Day(2026, 11, 10), of, brief)
	require.Error(t, err)
	_, err = l.InTime(of, rule.Day(2027, 1, 6), cal)
	require.ErrorIs(t, err, workday.ErrOutside)
	_, err = visit.WorkingDays(30).InTime(of, rule.Day(2021, 1, 20), cal)
	require.ErrorIs(t, err, workday.ErrOutside)
}

// What is said of a late notice names the last day, what was asked and what was left.
func TestALateNoticeExplainsItself(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.NoticesComplete = true
	found := visit.Policy{LeadTime: visit.WorkingDays(3)}.Check(v, minhLuong())
	require.Len(t, found, 1)
	assert.Equal(t, "địa phương yêu cầu báo trước 3 ngày làm việc, kể cả ngày báo; báo vào ngày nghỉ tính ngay ngày đó, tức chậm nhất 30/11/2021 (3 ngày làm việc trước ngày 03/12/2021); việc báo ghi 01/12/2021, còn 2 ngày làm việc", found[0].String())
	assert.Equal(t, rule.OriginPolicy, found[0].Origin())
	assert.True(t, found[0].Source().IsZero(), "no text sets a lead time")
	require.ErrorIs(t, found.Err(), visit.ErrNoticeLate)

	v.Start = rule.At(rule.Day(2026, 11, 25), 8, 0)
	v.Notices[0].Sent = rule.On(rule.Day(2026, 11, 19))
	found = visit.Policy{LeadTime: visit.WorkingDays(3)}.Check(v, minhLuong())
	require.Len(t, found.Of(visit.ErrNoticeLate), 1)
	require.NoError(t, found.Err())
	assert.Contains(t, found.Of(visit.ErrNoticeLate)[0].String(), "ngày 23/11/2026 chưa được quyết định")
	assert.Contains(t, found.Of(visit.ErrNoticeLate)[0].In(rule.En), "2026-11-23 is not decided")
}

// A finding of the host's lead time breaks no duty of the text.
func TestALateNoticeStillTellsTheCommune(t *testing.T) {
	t.Parallel()
	v := inOrder()
	v.NoticesComplete, v.Made = true, true
	p := visit.Policy{LeadTime: visit.WorkingDays(3)}
	assert.Equal(t, facts(visit.Policy{}, v, minhLuong()), facts(p, v, minhLuong()))
	assert.Equal(t, visit.ErrNoticeLate, p.Records(v, minhLuong())[0].Findings[0].Code())
}

// The edition covers the lead time and the calendar by which it is counted.
func TestEditionCoversTheCalendar(t *testing.T) {
	t.Parallel()
	own, err := workday.Vietnam().With(workday.Day{On: day, Kind: workday.Off, Source: rule.Source{Kind: rule.Notice, Number: "1"}})
	require.NoError(t, err)
	seen := map[string]bool{}
	policies := []visit.Policy{{}, {LeadTime: visit.WorkingDays(3), Calendar: own}}
	for _, l := range leadTimes {
		policies = append(policies, visit.Policy{LeadTime: l})
	}
	policies = append(policies, visit.Policy{LeadTime: leadTimes[0].ExceptUrgent()})
	for _, p := range policies {
		assert.False(t, seen[p.Edition().Digest], p.LeadTime)
		seen[p.Edition().Digest] = true
		data, err := json.Marshal(p)
		require.NoError(t, err)
		var back visit.Policy
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, p.Edition(), back.Edition())
	}
	given := visit.Policy{LeadTime: visit.WorkingDays(3), Calendar: workday.Vietnam()}
	assert.Equal(t, visit.Policy{LeadTime: visit.WorkingDays(3)}.Edition(), given.Edition(), "the calendar that is meant is the one that is named")
	maintain.Enum[visit.DayOff](t)
	p := visit.Policy{Phrases: []string{"a", "b"}, LeadTime: visit.WorkingDays(3)}
	whole := p.Edition().Digest
	maintain.Vary(&p, func(at string) { assert.NotEqual(t, whole, p.Edition().Digest, at) })
	require.Error(t, json.Unmarshal([]byte(`{"leadTime":{"n":-1}}`), new(visit.Policy)))
}

// Three days on the calendar are fewer than three working days where a Sunday lies between.
func ExampleCalendarDays() {
	for _, lead := range []visit.LeadTime{visit.CalendarDays(3), visit.WorkingDays(3)} {
		last, err := lead.LastDay(rule.Day(2021, 9, 14), workday.Vietnam())
		fmt.Println(lead.In(rule.En), "·", last.End, err)
	}
	// Output:
	// 3 days, the day of sending counted; one sent on a day off counts on that day · 2021-09-11 <nil>
	// 3 working days, the day of sending counted; one sent on a day off counts on that day · 2021-09-09 <nil>
}
