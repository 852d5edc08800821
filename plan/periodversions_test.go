package plan_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
	"github.com/giupxa/giupxa/plan"
)

// aim is a goal of the period with targets year by year: "g1 19 2022:12 2023:15".
func aim(s string) plan.Goal {
	parts := strings.Fields(s)
	number := func(s string) rule.Number { n, _ := strconv.Atoi(s); return rule.Int(int64(n)) }
	g := plan.Goal{ID: parts[0], Text: "số tiêu chí đạt", Target: number(parts[1]), Unit: "tiêu chí"}
	for _, p := range parts[2:] {
		year, target, _ := strings.Cut(p, ":")
		n, _ := strconv.Atoi(year)
		g.ByYear = append(g.ByYear, plan.YearTarget{Year: n, Target: number(target)})
	}
	return g
}

// aims writes goals as aim reads them.
func aims(goals []plan.Goal) []string {
	var list []string
	for _, g := range goals {
		parts := []string{g.ID, g.Target.String()}
		for _, t := range g.ByYear {
			parts = append(parts, fmt.Sprintf("%d:%s", t.Year, t.Target))
		}
		list = append(list, strings.Join(parts, " "))
	}
	return list
}

// issues are versions of a plan of the period, each issued on its day with its goals.
func issues(days []civil.Date, goals ...[]string) plan.PeriodVersions {
	var v plan.PeriodVersions
	var history []plan.Revision
	for i, on := range days {
		history = append(history[:len(history):len(history)], plan.Revision{ID: "v" + strconv.Itoa(i+1), Issued: on, Note: "mưa lũ"})
		p := plan.Period{ID: "gd", Assignment: "a1", FirstYear: 2021, LastYear: 2025, History: history}
		for _, s := range goals[i] {
			p.Goals = append(p.Goals, aim(s))
		}
		v = append(v, p)
	}
	return v
}

// For the years before a version the earlier one stays the measure.
func TestMeasurePeriod(t *testing.T) {
	t.Parallel()
	first := []string{"g1 19 2022:12 2023:15", "g2 5 2022:3"}
	issued := rule.Day(2021, 8, 5)
	for name, c := range map[string]struct {
		on     civil.Date
		second []string
		undoes bool
		want   []string
		late   []string
	}{
		"lowered on the last day of the year": {rule.Day(2022, 12, 31), []string{"g1 19 2022:11 2023:14", "g2 5 2022:3"}, false, []string{"g1 19 2022:11 2023:14", "g2 5 2022:3"}, nil},
		"lowered a day later":                 {rule.Day(2023, 1, 1), []string{"g1 19 2022:11 2023:14", "g2 5 2022:3"}, false, []string{"g1 19 2022:12 2023:14", "g2 5 2022:3"}, []string{"goal g1 2022"}},
		"where later undoes":                  {rule.Day(2023, 1, 1), []string{"g1 19 2022:11 2023:14"}, true, []string{"g1 19 2022:11 2023:14"}, []string{"goal g1 2022", "goal g2 2022"}},
		"taken out too late":                  {rule.Day(2023, 1, 1), []string{"g1 19 2022:12 2023:15"}, false, []string{"g1 19 2022:12 2023:15", "g2  2022:3"}, []string{"goal g2 2022"}},
		"taken out in time":                   {rule.Day(2022, 1, 1), []string{"g1 19 2022:12 2023:15"}, false, []string{"g1 19 2022:12 2023:15"}, nil},
		"a target taken out in time":          {rule.Day(2022, 1, 1), []string{"g1 19 2023:15", "g2 5"}, false, []string{"g1 19 2023:15", "g2 5"}, nil},
		"a target added too late":             {rule.Day(2023, 1, 1), []string{"g1 19 2021:9 2022:12 2023:15", "g2 5 2022:3"}, false, []string{"g1 19 2022:12 2023:15", "g2 5 2022:3"}, []string{"goal g1 2021"}},
		"the order of the years":              {rule.Day(2023, 1, 1), []string{"g1 19 2025:19 2023:15 2022:12", "g2 5 2022:3"}, false, []string{"g1 19 2022:12 2023:15 2025:19", "g2 5 2022:3"}, nil},
		"a goal added":                        {rule.Day(2023, 1, 1), []string{"g3 1 2023:1", "g1 19 2022:12 2023:15", "g2 5 2022:3"}, false, []string{"g3 1 2023:1", "g1 19 2022:12 2023:15", "g2 5 2022:3"}, nil},
		"on the last day of the period":       {rule.Day(2025, 12, 31), []string{"g1 18 2022:12 2023:15", "g2 5 2022:3"}, false, []string{"g1 18 2022:12 2023:15", "g2 5 2022:3"}, nil},
		"after the period":                    {rule.Day(2026, 1, 1), []string{"g1 18 2022:12 2023:15", "g3 1"}, false, first, []string{"goal g1", "goal g3", "goal g2", "goal g2 2022"}},
	} {
		m := plan.LaoCai2021()
		m.LaterUndoes = c.undoes
		v := issues([]civil.Date{issued, c.on}, first, c.second)
		measure, ok := m.MeasurePeriod(v)
		require.True(t, ok, name)
		assert.Equal(t, c.want, aims(measure.Goals), name)
		assert.Equal(t, v[1].History, measure.History, name)
		assert.Equal(t, first, aims(v[0].Goals), "what was given is left alone")
		var late []string
		for _, change := range v.Changes() {
			assert.Equal(t, "mưa lũ", change.Why)
			if change.TooLate {
				late = append(late, change.Item)
			}
		}
		assert.Equal(t, c.late, late, name)
		found := m.CheckPeriodVersions(v).Of(plan.AdviceTooLate)
		if c.undoes {
			late = nil
		}
		assert.Len(t, found, len(late), name)
		require.NoError(t, m.CheckPeriodVersions(v).Err())
	}
}

// Each year is measured by the version of its last day, of as many versions as there are.
func TestMeasureOfThreePeriodVersions(t *testing.T) {
	t.Parallel()
	v := issues([]civil.Date{rule.Day(2021, 8, 5), rule.Day(2022, 3, 1), rule.Day(2024, 3, 1)},
		[]string{"g1 19 2021:1 2022:2 2023:3 2024:4"}, []string{"g1 19 2021:11 2022:12 2023:13 2024:14"}, []string{"g1 19 2021:21 2022:22 2023:23 2024:24"})
	measure, ok := plan.LaoCai2021().MeasurePeriod(v)
	require.True(t, ok)
	assert.Equal(t, []string{"g1 19 2021:1 2022:12 2023:13 2024:24"}, aims(measure.Goals))
	assert.Len(t, v.Changes(), 8)

	for d, want := range map[civil.Date]string{rule.Day(2021, 8, 4): "", rule.Day(2021, 8, 5): "v1", rule.Day(2022, 2, 28): "v1", rule.Day(2022, 3, 1): "v2", rule.Day(2030, 1, 1): "v3"} {
		of, ok := v.On(d)
		assert.Equal(t, want != "", ok, d)
		if ok {
			assert.Equal(t, want, of.History[len(of.History)-1].ID, d)
		}
	}
}

// Without a day nothing is in force and nothing is measured; one version is its own measure.
func TestPeriodVersionsWithoutADay(t *testing.T) {
	t.Parallel()
	m := plan.LaoCai2021()
	_, ok := m.MeasurePeriod(nil)
	assert.False(t, ok)
	v := issues([]civil.Date{rule.Day(2021, 8, 5), {}}, []string{"g1 19"}, []string{"g1 18"})
	v[1].History = v[1].History[1:]
	_, ok = m.MeasurePeriod(v)
	assert.False(t, ok)
	_, ok = v.On(rule.Day(2022, 1, 1))
	assert.False(t, ok)
	for _, c := range v.Changes() {
		assert.False(t, c.TooLate, "it is not known when it came")
	}
	one := issues([]civil.Date{rule.Day(2021, 8, 5)}, []string{"g1 19 2020:1"})
	measure, ok := m.MeasurePeriod(one)
	require.True(t, ok)
	assert.Equal(t, one[0], measure)
	two := issues([]civil.Date{rule.Day(2021, 8, 5), rule.Day(2022, 1, 1)}, []string{"g1 19"}, []string{"g1 18 0:4"})
	two[1].LastYear = 0
	measure, ok = m.MeasurePeriod(two)
	require.True(t, ok)
	assert.Equal(t, two[1], measure, "of no years the last one is all there is")
	assert.Equal(t, "2021–2025", two.Changes()[0].Was)
	assert.Equal(t, "2021–0", two.Changes()[0].Is)
}

// The target of 2022 is lowered when 2022 is over: the change is told, and undoes nothing.
func ExampleMandate_MeasurePeriod() {
	v := issues([]civil.Date{rule.Day(2021, 8, 5), rule.Day(2023, 2, 1)}, []string{"g1 19 2022:12 2023:15"}, []string{"g1 19 2022:11 2023:14"})
	for _, c := range v.Changes() {
		fmt.Printf("%s: %s -> %s, because: %s, too late: %t\n", c.Item, c.Was, c.Is, c.Why, c.TooLate)
	}
	measure, _ := plan.LaoCai2021().MeasurePeriod(v)
	for _, t := range measure.Goals[0].ByYear {
		fmt.Println(t.Year, t.Target)
	}
	// Output:
	// goal g1 2022: 12; tiêu chí -> 11; tiêu chí, because: mưa lũ, too late: true
	// goal g1 2023: 15; tiêu chí -> 14; tiêu chí, because: mưa lũ, too late: false
	// 2022 12
	// 2023 14
}

func TestPeriodVersionsAreLinear(t *testing.T) { //nolint:paralleltest // it counts the bytes of the process
	maintain.Linear(t, "goals of a period plan's versions", 100, 400, func(n int) func() int {
		var goals []string
		for i := range n {
			goals = append(goals, fmt.Sprintf("g%d 19 2022:12 2023:15", i))
		}
		v := issues([]civil.Date{rule.Day(2021, 8, 5), rule.Day(2023, 2, 1)}, goals, goals[:1])
		return func() int {
			m := plan.LaoCai2021()
			measure, _ := m.MeasurePeriod(v)
			return len(m.CheckPeriodVersions(v)) + len(measure.Goals)
		}
	})
}
