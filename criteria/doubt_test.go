package criteria_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// percentRows is a set of one criterion with one row for each requirement.
func percentRows(t *testing.T, groups []criteria.GroupRule, demands ...criteria.Requirement) criteria.Set {
	t.Helper()
	read := criteria.From(rule.Source{Kind: rule.Decision, Number: "1/QĐ-TTg"}, rule.Read)
	table := criteria.Table{
		ID: "doubt", Name: rule.Text{Vi: "bộ thử", En: "test set"}, Standard: criteria.Basic, Source: read.Source, From: read,
		Years: criteria.Years{From: 2020, To: 2030}, Groups: groups,
	}
	for i, r := range demands {
		table.Criteria = append(table.Criteria, criteria.Criterion{
			No: i + 1, Name: rule.Text{Vi: "tiêu chí", En: "criterion"},
			Indicators: []criteria.Indicator{{Code: fmt.Sprintf("%d.1", i+1), Name: rule.Text{Vi: "chỉ tiêu", En: "indicator"}, Unit: "%", Require: r}},
		})
	}
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	return set
}

// A doubt never becomes a pass: each of these dossiers leaves the commune Unknown.
func TestDoubtStaysDoubt(t *testing.T) {
	t.Parallel()
	number := func(s string) criteria.Reading { return criteria.Value(rule.MustNumber(s)) }
	stated := func(v criteria.Verdict) criteria.Reading { return criteria.Stated(v, rule.Source{}) }
	half, pass := criteria.AtLeast("50"), criteria.Pass()
	type readings = map[string]criteria.Reading
	claimed := []criteria.GroupRule{
		{Group: criteria.Group1, When: criteria.Attr("new-urban").Holds()},
		{Group: criteria.Group3, When: criteria.Attr("area").AtLeast("2")},
		{Group: criteria.Group2},
	}
	byGroup := criteria.ByGroup(criteria.In(half, criteria.Group1), criteria.In(criteria.AtLeast("90"), criteria.Group3))
	for name, c := range map[string]struct {
		groups []criteria.GroupRule
		rows   []criteria.Requirement
		given  readings
		breaks rule.Code // of the findings
		caveat rule.Code
	}{
		"a row stated not applicable that allows no such thing": {
			rows: []criteria.Requirement{half}, given: readings{"1.1": stated(criteria.NotApplicable)}, breaks: criteria.ErrNotApplicable,
		},
		"a criterion stated not applicable": {
			rows: []criteria.Requirement{half}, given: readings{"c1": stated(criteria.NotApplicable)}, breaks: criteria.ErrNotApplicable,
		},
		"the set stated not applicable": {
			rows: []criteria.Requirement{half}, given: readings{"set": stated(criteria.NotApplicable)}, breaks: criteria.ErrNotApplicable,
		},
		"a verdict stated of a part": {
			rows:  []criteria.Requirement{criteria.All(criteria.Sub("a", half), criteria.Sub("b", half))},
			given: readings{"1.1/a": number("60"), "1.1/b": stated(criteria.Met)}, breaks: criteria.ErrReadingKind,
		},
		"a verdict stated of an attribute": {
			rows:  []criteria.Requirement{criteria.When(criteria.Attr("x").Holds(), half, criteria.AtLeast("90"))},
			given: readings{"1.1": number("60"), "@x": stated(criteria.Met)}, breaks: criteria.ErrReadingKind,
		},
		"a pass where a number is demanded as well": {
			rows: []criteria.Requirement{criteria.All(pass, half)}, given: readings{"1.1": criteria.Passed()},
		},
		"not applicable at the last of the ways": {
			rows: []criteria.Requirement{criteria.FirstOf(pass, pass)}, given: readings{"1.1": criteria.NotApplied()},
		},
		"more than 100 %": {
			rows: []criteria.Requirement{criteria.AtLeast("100")}, given: readings{"1.1": criteria.Over(rule.Int(100))}, breaks: criteria.ErrPercent,
		},
		"less than 0 %": {
			rows: []criteria.Requirement{criteria.AtMost("5")}, given: readings{"1.1": criteria.Under(rule.Int(0))}, breaks: criteria.ErrPercent,
		},
		"statements that contradict each other": {
			rows:   []criteria.Requirement{half},
			given:  readings{"1.1": stated(criteria.Met), "c1": stated(criteria.NotMet)},
			caveat: criteria.AdviceContradiction,
		},
		"a count outside what was found": {
			rows:   []criteria.Requirement{half, half, half},
			given:  readings{"1.1": number("60"), "2.1": number("60"), "set/criteria": criteria.Count(1, 3)},
			caveat: criteria.AdviceContradiction,
		},
		"a verdict and a count that disagree": {
			rows:   []criteria.Requirement{half, half, half},
			given:  readings{"set": stated(criteria.Met), "set/criteria": criteria.Count(2, 3)},
			caveat: criteria.AdviceContradiction,
		},
		"two groups claim the commune": {
			groups: claimed, rows: []criteria.Requirement{byGroup},
			given: readings{"1.1": number("60"), "@new-urban": criteria.Passed()},
		},
		"a group that holds and one that is open": {
			groups: claimed[:2], rows: []criteria.Requirement{byGroup}, given: readings{"1.1": number("95")},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, err := percentRows(t, c.groups, c.rows...).Assess(criteria.Dossier{
				AsOf: rule.Day(2024, 1, 1), Year: 2024, Readings: c.given, Profile: criteria.Profile{Area: criteria.AreaIII},
			})
			require.NoError(t, err)
			assert.Equal(t, criteria.Unknown, a.Verdict())
			if c.breaks != "" {
				require.Len(t, a.Findings(), 1)
				assert.ErrorIs(t, a.Findings().Err(), c.breaks)
			}
			if c.caveat != "" {
				assert.NotEmpty(t, a.Caveats().Of(c.caveat))
			}
		})
	}
}

// A checked line beats statements that contradict each other above it.
func TestCheckedBeatsClash(t *testing.T) {
	t.Parallel()
	set := percentRows(t, nil, criteria.AtLeast("50"), criteria.AtLeast("50"))
	a, err := set.Assess(criteria.Dossier{AsOf: rule.Day(2024, 1, 1), Year: 2024, Readings: map[string]criteria.Reading{
		"1.1": criteria.Value(rule.Int(40)), "c1": criteria.Stated(criteria.Met, rule.Source{}), "set/criteria": criteria.Count(2, 2),
	}})
	require.NoError(t, err)
	assert.Equal(t, criteria.NotMet, a.Verdict())
	assert.False(t, a.Stated())
	assert.Len(t, a.Caveats().Of(criteria.AdviceContradiction), 2)
}

// The zero assessment answers Unknown and nothing panics.
func TestZeroAssessment(t *testing.T) {
	t.Parallel()
	var a criteria.Assessment
	assert.Equal(t, criteria.Unknown, a.Verdict())
	assert.Equal(t, criteria.Unknown, a.Accept(rule.Low).Verdict())
	assert.Empty(t, a.Caveats())
	assert.NoError(t, errors.Join(a.Findings().Err()))
	for range a.Lines() {
		t.Fail()
	}
	for range a.Headings() {
		t.Fail()
	}
	_, held := a.Line("1.1")
	assert.False(t, held)
}

// What an independent evaluator once found: statements beside readings.
func TestStatementsBesideReadings(t *testing.T) {
	t.Parallel()
	half := criteria.AtLeast("50")
	stated := func(v criteria.Verdict) criteria.Reading { return criteria.Stated(v, rule.Source{}) }
	number := func(n int64) criteria.Reading { return criteria.Value(rule.Int(n)) }
	type readings = map[string]criteria.Reading
	for name, c := range map[string]struct {
		given  readings
		want   criteria.Verdict
		caveat rule.Code
	}{
		"a checked failure beside a stated row and a stated set": {readings{"1.1": number(40), "2.1": stated(criteria.Met), "set": stated(criteria.Met)}, criteria.NotMet, criteria.AdviceContradiction},
		"a set stated met, and a count that is not full":         {readings{"c1": stated(criteria.Met), "c2": stated(criteria.Met), "set": stated(criteria.Met), "set/criteria": criteria.Count(1, 2)}, criteria.Unknown, criteria.AdviceContradiction},
		"a failure stated and found, and a full count":           {readings{"1.1": number(40), "2.1": number(60), "set": stated(criteria.NotMet), "set/criteria": criteria.Count(2, 2)}, criteria.NotMet, criteria.AdviceContradiction},
		"a criterion that rests on a count":                      {readings{"c1": criteria.Count(1, 1), "2.1": number(60)}, criteria.Met, criteria.AdviceStated},
	} {
		a, err := percentRows(t, nil, half, half).Assess(criteria.Dossier{AsOf: rule.Day(2024, 1, 1), Year: 2024, Readings: c.given})
		require.NoError(t, err)
		assert.Equal(t, c.want, a.Verdict(), name)
		assert.NotEmpty(t, a.Caveats().Of(c.caveat), name)
	}
}

// A line that is not judged has no gap.
func TestNoGapWithoutVerdict(t *testing.T) {
	t.Parallel()
	poor := criteria.Value(rule.Int(13))
	poor.Poverty = "another"
	for name, c := range map[string]struct {
		demand criteria.Requirement
		given  map[string]criteria.Reading
	}{
		"another poverty standard": {criteria.MeasuredBy("59/2015", criteria.AtMost("12")), map[string]criteria.Reading{"1.1": poor}},
		"a multiple of nothing":    {criteria.AgainstPrevious(criteria.AtLeast("1")), map[string]criteria.Reading{"1.1": criteria.Value(rule.Int(5)), "1.1/previous": criteria.Value(rule.Int(0))}},
		"a multiple of a share":    {criteria.AgainstPrevious(criteria.AtLeast("1")), map[string]criteria.Reading{"1.1": criteria.Value(rule.Int(5)), "1.1/previous": criteria.Share(1, 2)}},
	} {
		a, err := percentRows(t, nil, c.demand).Assess(criteria.Dossier{AsOf: rule.Day(2024, 1, 1), Year: 2024, Readings: c.given})
		require.NoError(t, err)
		for l := range a.Lines() {
			_, known := l.Gap()
			assert.Equal(t, criteria.Unknown, l.Verdict, name)
			assert.False(t, known, name)
		}
	}
}

// "Not applicable" needs no number to be known: the second way counts.
func TestFirstOfWithoutNumber(t *testing.T) {
	t.Parallel()
	set := percentRows(t, nil, criteria.FirstOf(criteria.Sub("a", criteria.AtLeast("")), criteria.Sub("b", criteria.Pass())))
	a, err := set.Assess(criteria.Dossier{AsOf: rule.Day(2024, 1, 1), Year: 2024, Readings: map[string]criteria.Reading{"1.1/a": criteria.NotApplied(), "1.1/b": criteria.Passed()}})
	require.NoError(t, err)
	assert.Equal(t, criteria.Met, a.Verdict())
}

// An attribute that only the groups read is refused like any other reading, and a key
// that another column reads is known for both sexes.
func TestKeysOfGroupsAndSexes(t *testing.T) {
	t.Parallel()
	groups := []criteria.GroupRule{{Group: criteria.Group1, When: criteria.Attr("share").Below("10")}, {Group: criteria.Group2}}
	set := percentRows(t, groups, criteria.ByRegion(criteria.In(criteria.BySex(criteria.Sub("a", criteria.AtLeast("5"))), criteria.DBSH), criteria.In(criteria.Pass(), criteria.TN)))
	a, err := set.Assess(criteria.Dossier{AsOf: rule.Day(2024, 1, 1), Year: 2024, Profile: criteria.Profile{Region: criteria.TN}, Readings: map[string]criteria.Reading{
		"@share": criteria.Passed(), "1.1/male/a": criteria.Passed(), "1.1/female/a": criteria.Passed(), "zzz": criteria.Passed(),
	}})
	require.NoError(t, err)
	require.Len(t, a.Findings(), 2)
	assert.Equal(t, criteria.ErrReadingKind, a.Findings()[0].Code())
	assert.Equal(t, rule.Path("readings").Key("@share"), a.Findings()[0].Path)
	assert.Equal(t, criteria.ErrUnknownKey, a.Findings()[1].Code())
}
