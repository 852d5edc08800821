package national_test

import (
	"encoding/json"
	"errors"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

func TestInForce(t *testing.T) {
	t.Parallel()
	day := rule.Day
	for name, c := range map[string]struct {
		standard criteria.Standard
		on       civil.Date
		id, gap  string
	}{
		"before the set of 2009":         {criteria.Basic, day(2009, 4, 15), "", "lies outside the rows"},
		"the set of 2009":                {criteria.Basic, day(2016, 11, 30), "", "491/QĐ-TTg"},
		"first day of 1980":              {criteria.Basic, day(2016, 12, 1), national.ID1980, ""},
		"2021":                           {criteria.Basic, day(2021, 11, 30), national.ID1980, ""},
		"last day of 1980":               {criteria.Basic, day(2022, 3, 7), national.ID1980, ""},
		"first day of 318":               {criteria.Basic, day(2022, 3, 8), national.ID318I, ""},
		"last day of 318":                {criteria.Basic, day(2026, 2, 14), national.ID318I, ""},
		"first day of 51":                {criteria.Basic, day(2026, 2, 15), national.ID51, ""},
		"far ahead":                      {criteria.Basic, day(2031, 1, 1), national.ID51, ""},
		"no national advanced set":       {criteria.Advanced, day(2022, 3, 7), "", "provinces had their own"},
		"advanced":                       {criteria.Advanced, day(2022, 3, 8), national.ID318II, ""},
		"advanced, last day":             {criteria.Advanced, day(2026, 2, 14), national.ID318II, ""},
		"advanced is gone":               {criteria.Advanced, day(2026, 2, 15), "", "has no advanced standard"},
		"no model standard yet":          {criteria.Model, day(2018, 6, 4), "", "no model standard yet"},
		"model of 2018":                  {criteria.Model, day(2018, 6, 5), "", "691/QĐ-TTg"},
		"model":                          {criteria.Model, day(2022, 3, 8), national.ID319, ""},
		"model is gone":                  {criteria.Model, day(2026, 2, 15), "", "has no model standard"},
		"no modern standard yet":         {criteria.Modern, day(2026, 2, 14), "", "no modern standard yet"},
		"modern was not obtained":        {criteria.Modern, day(2026, 2, 15), "", "annex II of 51/2025/QĐ-TTg"},
		"no standard":                    {0, day(2024, 1, 1), "", "the dossier names no standard"},
		"a standard that does not exist": {99, day(2024, 1, 1), "", "no national set"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			set, err := national.InForce(c.standard, c.on)
			if c.gap != "" {
				require.ErrorIs(t, err, rule.ErrGap)
				assert.ErrorContains(t, err, c.gap)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, c.id, set.ID())
			assert.Equal(t, c.standard, set.Standard())
			assert.True(t, set.Span().Contains(c.on), "the set itself serves the day")
		})
	}
	for _, none := range []civil.Date{{}, day(2022, 2, 30)} {
		_, err := national.InForce(criteria.Basic, none)
		require.ErrorIs(t, err, rule.ErrNotADay)
	}
}

func TestByID(t *testing.T) {
	t.Parallel()
	ids := []string{national.ID1980, national.ID318I, national.ID318II, national.ID319, national.ID51}
	all := national.All()
	require.Len(t, all, len(ids))
	for i, id := range ids {
		set, err := national.ByID(id)
		require.NoError(t, err)
		assert.Equal(t, id, set.ID())
		assert.Equal(t, all[i].Edition(), set.Edition())
	}
	for id, says := range map[string]string{
		"491/QĐ-TTg":        "491/QĐ-TTg, the set of 2009",
		"342/QĐ-TTg":        "342/QĐ-TTg, the amendment of 2013",
		"691/QĐ-TTg":        "691/QĐ-TTg, the conditions of 2018",
		"51/2025/QĐ-TTg/II": "51/2025/QĐ-TTg/II, the pilot framework",
		"894/QĐ-UBND":       `"894/QĐ-UBND"`,
		"":                  `""`,
	} {
		_, err := national.ByID(id)
		require.ErrorIs(t, err, national.ErrNotHeld)
		assert.ErrorContains(t, err, says)
	}
}

// The counts of the decisions themselves.
func TestCounts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		id                   string
		criteria, indicators int
		twice                []string // rows with more than one wording
	}{
		{national.ID1980, 19, 49, nil},
		{national.ID318I, 19, 57, []string{"13.1", "15.4", "17.1", "18.4"}},
		{national.ID318II, 19, 75, []string{"16.1", "16.2", "16.3"}},
		{national.ID319, 4, 4, nil},
		{national.ID51, 10, 4, []string{"3.1", "3.6", "3.9", "3.10"}},
	} {
		t.Run(c.id, func(t *testing.T) {
			t.Parallel()
			set, err := national.ByID(c.id)
			require.NoError(t, err)
			tab := set.Table()
			assert.Len(t, tab.Criteria, c.criteria)
			rows := map[string]int{}
			var twice []string
			for i, k := range tab.Criteria {
				assert.Equal(t, i+1, k.No)
				for _, row := range k.Indicators {
					if rows[row.Code]++; rows[row.Code] == 2 {
						twice = append(twice, row.Code)
					}
				}
			}
			assert.Len(t, rows, c.indicators)
			assert.Equal(t, c.twice, twice)
		})
	}
	set, err := national.ByID(national.ID51)
	require.NoError(t, err)
	assert.Equal(t, 47, set.Table().Indicators)
}

// Each reading is flipped and gives its alternative.
func TestReach(t *testing.T) {
	t.Parallel()
	day := rule.Day

	t.Run("NoSetIn2021", func(t *testing.T) {
		t.Parallel()
		r := national.Reach{NoSetIn2021: true}
		set, err := r.InForce(criteria.Basic, day(2020, 12, 31))
		require.NoError(t, err)
		assert.Equal(t, rule.Span{From: day(2016, 12, 1), To: day(2020, 12, 31)}, set.Span())
		assert.Equal(t, criteria.Years{From: 2016, To: 2020}, set.Years())
		for _, on := range []civil.Date{day(2021, 1, 1), day(2022, 3, 7)} {
			_, err = r.InForce(criteria.Basic, on)
			require.ErrorIs(t, err, rule.ErrGap)
		}
		set, err = r.InForce(criteria.Basic, day(2022, 3, 8))
		require.NoError(t, err)
		assert.Equal(t, national.ID318I, set.ID())
	})

	t.Run("NoFloorIn2021", func(t *testing.T) {
		t.Parallel()
		for _, c := range []struct {
			reach national.Reach
			want  criteria.Verdict
		}{
			{national.Reach{}, criteria.Met},
			{national.Reach{NoFloorIn2021: true}, criteria.Unknown},
		} {
			set, err := c.reach.InForce(criteria.Basic, day(2021, 11, 30))
			require.NoError(t, err)
			a, err := set.Assess(phinNgan(nil))
			require.NoError(t, err)
			assert.Equal(t, c.want, lineOf(t, a, "10.1").Verdict)
		}
	})

	t.Run("EndWith2025", func(t *testing.T) {
		t.Parallel()
		r := national.Reach{EndWith2025: true}
		for _, s := range []criteria.Standard{criteria.Basic, criteria.Advanced, criteria.Model} {
			set, err := r.InForce(s, day(2025, 12, 31))
			require.NoError(t, err)
			assert.Equal(t, day(2025, 12, 31), set.Span().To)
			for _, on := range []civil.Date{day(2026, 1, 1), day(2026, 2, 14)} {
				_, err = r.InForce(s, on)
				require.ErrorIs(t, err, rule.ErrGap)
				_, err = national.InForce(s, on)
				require.NoError(t, err)
			}
		}
	})

	t.Run("another reading is another edition", func(t *testing.T) {
		t.Parallel()
		byDefault, err := national.ByID(national.ID1980)
		require.NoError(t, err)
		other, err := national.Reach{NoFloorIn2021: true}.ByID(national.ID1980)
		require.NoError(t, err)
		assert.NotEqual(t, byDefault.Edition().Digest, other.Edition().Digest)
		same, err := national.Reach{EndWith2025: true}.ByID(national.ID1980)
		require.NoError(t, err)
		assert.Equal(t, byDefault.Edition(), same.Edition())
	})
}

// An expired set stays usable by explicit choice, and says so.
func TestExpiredSet(t *testing.T) {
	t.Parallel()
	set, err := national.ByID(national.ID1980)
	require.NoError(t, err)
	d := phinNgan(nil)
	d.AsOf = rule.Day(2023, 6, 1)
	_, err = set.Assess(d)
	require.ErrorIs(t, err, criteria.ErrNotInForce)
	d.Override = "so với kết quả năm 2021"
	a, err := set.Assess(d)
	require.NoError(t, err)
	assert.True(t, hasCode(a.Caveats(), criteria.AdviceOverride))
}

func hasCode(found rule.Findings, c rule.Code) bool {
	for _, f := range found {
		if errors.Is(f, c) {
			return true
		}
	}
	return false
}

// A set goes through JSON, with all that it does not know, and is the same set.
func TestSetsThroughJSON(t *testing.T) {
	t.Parallel()
	for _, set := range national.All() {
		data, err := json.Marshal(set)
		require.NoError(t, err)
		var back criteria.Set
		require.NoError(t, json.Unmarshal(data, &back), set.ID())
		assert.Equal(t, set.Edition(), back.Edition())
		assert.Equal(t, set.Coverage(), back.Coverage())
	}
}

// A day that does not exist is not answered, whatever is asked of it.
func TestDaysThatDoNotExist(t *testing.T) {
	t.Parallel()
	for _, day := range []civil.Date{rule.Day(2022, 13, 1), rule.Day(2023, 2, 29), rule.Day(2022, 0, 10), rule.Day(2022, 6, 31), {}} {
		for _, standard := range []criteria.Standard{criteria.Basic, criteria.Advanced, criteria.Model, criteria.Modern} {
			for _, reach := range []national.Reach{{}, {NoSetIn2021: true, EndWith2025: true}} {
				_, err := reach.InForce(standard, day)
				require.ErrorIs(t, err, rule.ErrNotADay, "%s %s", standard, day)
				require.NotErrorIs(t, err, rule.ErrGap)
			}
		}
		assert.Empty(t, national.Basis(criteria.Dossier{Set: national.ID1980, Standard: criteria.Basic, AsOf: day, Year: 2020}), day)
		if day == (civil.Date{}) {
			continue
		}
		set, err := national.ByID(national.ID318I)
		require.NoError(t, err)
		_, err = set.Assess(criteria.Dossier{AsOf: day, Override: "so sánh"})
		require.ErrorIs(t, err, rule.ErrNotADay)
	}
	_, err := national.InForce(criteria.Basic, rule.Day(2024, 2, 29))
	require.NoError(t, err)
}

// An id is found however its Đ is typed, and its letters composed.
func TestIDsInAnotherSpelling(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"1980/Q\u00D0-TTg", "1980/Q\u0189-TTg", "1980/QĐ-TTg"} {
		set, err := national.ByID(id)
		require.NoError(t, err, id)
		assert.Equal(t, national.ID1980, set.ID())
		d := criteria.Dossier{Set: id, AsOf: rule.Day(2020, 6, 1), Year: 2020, Standard: criteria.Basic}
		_, err = set.Assess(d)
		require.NoError(t, err)
		_, err = set.Localize(criteria.Overlay{ID: "tỉnh", Base: id, Name: rule.Text{Vi: "tỉnh", En: "province"}, Source: rule.Source{Kind: rule.Decision, Number: "1"}})
		require.NoError(t, err)
		d.AsOf, d.Year, d.Override = rule.Day(2021, 6, 1), 2021, "so sánh"
		assert.NotEmpty(t, national.Basis(d))
	}
	_, err := national.ByID("491/Q\u00D0-TTg")
	assert.ErrorContains(t, err, "the set of 2009")
}
