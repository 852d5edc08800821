package criteria_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// A case without its keys would hold nowhere and drop its demand: it is refused where it stands.
func TestCasesWithoutKeys(t *testing.T) {
	t.Parallel()
	for in, at := range map[string]string{
		`{"byRegion":[{"then":{"atLeast":"99"}}]}`:                                                 "byRegion[0].in",
		`{"byRegion":[{"in":["TN"],"then":{"atLeast":"99"}},{"in":[],"then":{"atLeast":"99"}}]}`:   "byRegion[1].in",
		`{"byYear":[{"in":null,"then":{"atLeast":"99"}}]}`:                                         "byYear[0].in",
		`{"all":[{"pass":true},{"sub":{"name":"a","is":{"byZone":[{"then":{"pass":true}}]}}}]}`:    "all[1].sub.is.byZone[0].in",
		`{"byGroup":[{"in":["1"],"then":{"byRegion":[{"inn":["TN"],"then":{"atLeast":"99"}}]}}]}`:  "byGroup[0].then.byRegion[0].in",
		`{"cite":{"confidence":"read","is":{"when":{"if":{"pass":true},"then":{"byYear":[{}]}}}}}`: "cite.is.when.then.byYear[0].in",
	} {
		var o criteria.Overlay
		found, ok := rule.FindingsIn(o.UnmarshalJSON([]byte(`{"id":"t","base":"mẫu","own":[{"code":"1.1","require":` + in + `}]}`)))
		require.True(t, ok, in)
		var paths []rule.Path
		for _, f := range found {
			paths = append(paths, f.Path)
		}
		assert.Contains(t, paths, rule.Path("own[0].require."+at), in)
	}
	// In code the same.
	none := criteria.In[criteria.Region](criteria.AtLeast("99"))
	for name, r := range map[string]criteria.Requirement{
		"no key": criteria.ByRegion(none), "an empty zone": criteria.ByZone(criteria.In(criteria.AtLeast("99"), "")), "another kind": criteria.ByYear(criteria.In(criteria.AtLeast("99"), criteria.TN)),
	} {
		_, err := criteria.NewSet(tableOf(criteria.Indicator{Require: r}))
		require.ErrorIs(t, err, criteria.ErrTable, name)
		_, err = setOf(t, criteria.Indicator{Require: criteria.AtLeast("60")}).Localize(overlayOf(own("1.1", r)))
		require.ErrorIs(t, err, criteria.ErrTable, name)
	}
}

// What nobody can meet, and what nobody is ever asked, is refused where it stands.
func TestDemandsOfNobody(t *testing.T) {
	t.Parallel()
	al, am, sub := criteria.AtLeast, criteria.AtMost, criteria.Sub
	low := criteria.From(rule.Source{}, rule.Low)
	for name, c := range map[string]struct {
		national, own criteria.Requirement
		at            string // of the fault; "" where there is none
	}{
		"at most beside at least":     {al("59"), am("39"), "own[0].require"},
		"at least beside at most":     {am("39"), al("59"), "own[0].require"},
		"just met":                    {al("59"), am("59"), ""},
		"none beside at least":        {al("1"), criteria.None(), "own[0].require"},
		"none beside at most":         {am("1"), criteria.None(), ""},
		"between":                     {criteria.Between("10", "20"), al("21"), "own[0].require"},
		"in one column":               {criteria.ByRow(al, criteria.Row{criteria.TN: "59", criteria.DBSH: "20"}, read), am("39"), "own[0].require"},
		"in no column":                {criteria.ByRow(al, criteria.Row{criteria.TN: "39", criteria.DBSH: "20"}, read), am("39"), ""},
		"of another part":             {al("59"), sub("a", am("39")), ""},
		"of one sex":                  {criteria.BySex(al("59")), sub("female", am("39")), "own[0].require"},
		"not confirmed":               {criteria.Cite(low, al("59")), am("39"), ""},
		"one of two ways":             {criteria.Any(al("59"), sub("a", criteria.Pass())), am("39"), ""},
		"within itself":               {al("1"), criteria.All(al("59"), am("39")), "own[0].require.all[1]"},
		"within itself, by case":      {al("1"), criteria.All(criteria.ByYear(criteria.In(am("39"), 2022)), al("59")), "own[0].require.all[0].byYear[0].then"},
		"in two cases":                {al("1"), criteria.All(criteria.ByYear(criteria.In(am("39"), 2022)), criteria.ByYear(criteria.In(al("59"), 2023))), ""},
		"by another poverty standard": {criteria.MeasuredBy("59/2015", am("12")), criteria.MeasuredBy("07/2021", am("10")), "own[0].require"},
		"of the earlier value":        {al("59"), criteria.AgainstPrevious(am("1.1")), ""},
		"a year outside the set":      {al("59"), criteria.ByYear(criteria.In(al("60"), 2022), criteria.In(al("60"), 2030)), "own[0].require.byYear[1].in[0]"},
		"a year before the set":       {al("59"), sub("a", criteria.ByYear(criteria.In(al("60"), 2022, 2020))), "own[0].require.sub.is.byYear[0].in[1]"},
		"a zone that is not listed":   {al("59"), criteria.ByZone(criteria.In(al("60"), "vùng cao", "vùng xa")), "own[0].require.byZone[0].in[1]"},
	} {
		_, err := setOf(t, criteria.Indicator{Require: c.national}).Localize(overlayOf(own("1.1", c.own)))
		if c.at == "" {
			require.NoError(t, err, name)
			continue
		}
		found, ok := rule.FindingsIn(err)
		require.True(t, ok, name)
		require.Len(t, found, 1, "%s: %v", name, err)
		assert.Equal(t, rule.Path(c.at), found[0].Path, name)
		assert.NotContains(t, found[0].In(rule.Vi)+found[0].In(rule.En), "{")
	}
	o := overlayOf(own("1.1", criteria.ByYear(criteria.In(al("60"), 2021))))
	o.Years.From = 2022
	_, err := setOf(t, criteria.Indicator{Require: al("59")}).Localize(o)
	require.ErrorIs(t, err, criteria.ErrOverlay, "a year of the base that the overlay leaves out")
	// A criterion of the province's own whose number the base has.
	twice := overlayOf()
	twice.Criteria = []criteria.Criterion{{No: 1, Name: rule.Text{Vi: "x", En: "x"}}}
	_, err = setOf(t, criteria.Indicator{Require: al("59")}).Localize(twice)
	taken, _ := rule.FindingsIn(err)
	require.Len(t, taken, 1)
	assert.Equal(t, rule.Path("criteria[0].no"), taken[0].Path)
	// A row of which no day is one of the set.
	row := criteria.Indicator{Code: "1.1", Require: al("59"), Span: rule.Span{From: rule.Day(2026, 1, 1)}}
	_, err = criteria.NewSet(tableOf(row))
	found, _ := rule.FindingsIn(err)
	require.Len(t, found, 1)
	assert.Equal(t, rule.Path("criteria[0].indicators[0].span"), found[0].Path)
	row.Span.From = rule.Day(2025, 12, 31)
	_, err = criteria.NewSet(tableOf(row))
	require.NoError(t, err)
}

// What is known as well keeps its name and its words; only what is known better takes their place.
func TestNamesThatAreSettled(t *testing.T) {
	t.Parallel()
	gazette := rule.Source{Kind: rule.Decision, Number: "1/QĐ"}
	for name, c := range map[string]struct {
		have, supplied rule.Confidence
		as             string
		settled        bool
		want           string
	}{
		"low over read":         {rule.Read, rule.Low, "Số lễ hội", true, ""},
		"secondary over read":   {rule.Read, rule.Secondary, "Số lễ hội", true, ""},
		"read over read":        {rule.Read, rule.Read, "Số lễ hội", true, ""},
		"low over low":          {rule.Low, rule.Low, "Số lễ hội", true, ""},
		"the same":              {rule.Read, rule.Low, "Thu nhập", false, "Thu nhập"},
		"read over secondary":   {rule.Secondary, rule.Read, "Thu nhập bình quân", false, "Thu nhập bình quân"},
		"low over not obtained": {rule.NotObtained, rule.Low, "Thu nhập bình quân", false, "Thu nhập bình quân"},
	} {
		table := tableOf(criteria.Indicator{Require: criteria.AtLeast("")})
		table.Criteria[0].Indicators[0].Name, table.Criteria[0].Indicators[0].NameFrom = words("Thu nhập"), criteria.From(gazette, c.have)
		base, err := criteria.NewSet(table)
		require.NoError(t, err)
		o := overlayOf()
		o.Supplied = []criteria.Indicator{{Code: "1.1", Name: words(c.as), NameFrom: criteria.From(gazette, c.supplied)}}
		set, err := base.Localize(o)
		if c.settled {
			require.ErrorIs(t, err, criteria.ErrSettled, name)
			found, _ := rule.FindingsIn(err)
			assert.Equal(t, rule.Path("supplied[0].name"), found[0].Path)
			assert.Contains(t, found[0].In(rule.Vi), "đã biết Thu nhập")
			continue
		}
		require.NoError(t, err, name)
		row := set.Table().Criteria[0].Indicators[0]
		assert.Equal(t, c.want, row.Name.Vi, name)
		assert.Equal(t, max(c.have, c.supplied), row.NameFrom.Confidence, name)
	}
	table := tableOf(criteria.Indicator{Require: criteria.Sub("a", criteria.Pass())})
	table.Words = map[string]rule.Text{"a": words("phần a")}
	base, err := criteria.NewSet(table)
	require.NoError(t, err)
	o := overlayOf()
	o.Words = map[string]rule.Text{"a": words("số lễ hội"), "b": words("phần b")}
	_, err = base.Localize(o)
	require.ErrorIs(t, err, criteria.ErrOverlay)
	found, _ := rule.FindingsIn(err)
	assert.Equal(t, rule.Path("words.a"), found[0].Path)
	o.Words["a"] = words("phần a")
	assert.Equal(t, map[string]rule.Text{"a": words("phần a"), "b": words("phần b")}, localize(t, base, o).Table().Words)
}

// A condition that is known less well than the cell which it divides cannot take its place.
func TestSuppliedConditionCounts(t *testing.T) {
	t.Parallel()
	sec, low := criteria.From(source, rule.Secondary), criteria.From(rule.Source{}, rule.Low)
	divided := criteria.When(criteria.Cite(low, criteria.Attr("x").Holds()), criteria.AtLeast("60"), criteria.AtLeast("50"))
	o := overlayOf()
	o.Supplied = []criteria.Indicator{own("1.1", criteria.Cite(read, divided))}
	_, err := setOf(t, criteria.Indicator{Require: criteria.Cite(sec, criteria.AtLeast("80"))}).Localize(o)
	require.ErrorIs(t, err, criteria.ErrSettled)
	_, err = setOf(t, criteria.Indicator{Require: criteria.Cite(criteria.From(rule.Source{}, rule.NotObtained), criteria.AtLeast("80"))}).Localize(o)
	require.NoError(t, err)
}

// An end of the years that is not given is that of the base.
func TestOverlayYears(t *testing.T) {
	t.Parallel()
	base := setOf(t, criteria.Indicator{Require: criteria.AtLeast("1")})
	for _, c := range []struct{ given, want criteria.Years }{
		{criteria.Years{From: 2023}, criteria.Years{From: 2023, To: 2025}},
		{criteria.Years{To: 2023}, criteria.Years{From: 2021, To: 2023}},
		{criteria.Years{}, criteria.Years{From: 2021, To: 2025}},
		{criteria.Years{From: 2026}, criteria.Years{}},
		{criteria.Years{To: 2020}, criteria.Years{}},
		{criteria.Years{From: -1}, criteria.Years{}},
		{criteria.Years{From: 2024, To: 2023}, criteria.Years{}},
	} {
		o := overlayOf(own("1.1", criteria.AtLeast("2")))
		o.Years = c.given
		set, err := base.Localize(o)
		if c.want == (criteria.Years{}) {
			require.ErrorIs(t, err, criteria.ErrOverlay)
			found, _ := rule.FindingsIn(err)
			require.Len(t, found, 1)
			assert.Equal(t, rule.Path("years"), found[0].Path)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, c.want, set.Years())
	}
	o := overlayOf()
	o.Span = rule.Span{From: rule.Day(2022, 2, 30)}
	_, err := base.Localize(o)
	found, _ := rule.FindingsIn(err)
	require.Len(t, found, 1)
	assert.Equal(t, rule.Path("span"), found[0].Path)
}
