package criteria_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

var (
	source = rule.Source{Kind: rule.Decision, Number: "1/QĐ", Date: rule.Day(2021, 1, 1)}
	read   = criteria.From(source, rule.Read)
)

func words(s string) rule.Text { return rule.Text{Vi: s, En: s} }

// tableOf is a set of one criterion a row, all cells read.
func tableOf(rows ...criteria.Indicator) criteria.Table {
	t := criteria.Table{
		ID: "mẫu", Version: "2026-01-01", Name: words("mẫu"), Standard: criteria.Basic, Source: source, From: read,
		Span: rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2025, 12, 31)}, Years: criteria.Years{From: 2021, To: 2025},
	}
	for i, row := range rows {
		if row.Code == "" {
			row.Code = fmt.Sprintf("%d.1", i+1)
		}
		row.Name, row.NameFrom = words("chỉ tiêu"), read
		t.Criteria = append(t.Criteria, criteria.Criterion{No: i + 1, Name: words("tiêu chí"), NameFrom: read, Indicators: []criteria.Indicator{row}})
	}
	return t
}

func setOf(t testing.TB, rows ...criteria.Indicator) criteria.Set {
	t.Helper()
	set, err := criteria.NewSet(tableOf(rows...))
	require.NoError(t, err)
	return set
}

func percent(r criteria.Requirement) criteria.Indicator {
	return criteria.Indicator{Unit: "%", Require: r}
}

func dossier(readings map[string]criteria.Reading) criteria.Dossier {
	return criteria.Dossier{Unit: "1", Standard: criteria.Basic, AsOf: rule.Day(2022, 6, 1), Year: 2022,
		Profile: criteria.Profile{Region: criteria.TDMNPB}, Readings: readings}
}

func assess(t testing.TB, s criteria.Set, d criteria.Dossier) criteria.Assessment {
	t.Helper()
	a, err := s.Assess(d)
	require.NoError(t, err)
	return a
}

func parsed(t testing.TB, s string) criteria.Reading {
	t.Helper()
	r, err := criteria.ParseReading(s)
	require.NoError(t, err, s)
	return r
}

func TestRequirements(t *testing.T) {
	t.Parallel()
	const met, not, unknown, na = criteria.Met, criteria.NotMet, criteria.Unknown, criteria.NotApplicable
	_ = na
	al, am := criteria.AtLeast, criteria.AtMost
	for name, c := range map[string]struct {
		require criteria.Requirement
		cases   map[string]criteria.Verdict // the reading of 1.1, or "key=reading;key=reading"
	}{
		"at least": {al("80"), map[string]criteria.Verdict{
			"79.9999999": not, "80": met, "80.00": met, "80.0000001": met, "4/5": met, "399/500": not, "400/500": met,
			">80": met, ">79": unknown, "<80": not, "<81": unknown, "": unknown,
		}},
		"at most": {am("12"), map[string]criteria.Verdict{
			"12": met, "12.0000000001": not, "132/1100": met, "133/1100": not, ">12": not, ">11": unknown, "<12": met, "<13": unknown,
		}},
		"between":    {criteria.Between("50", "70"), map[string]criteria.Verdict{"49.99": not, "50": met, "70": met, "70.01": not, ">70": not, "<50": not}},
		"none":       {criteria.None(), map[string]criteria.Verdict{"0": met, "0.5": not, "pass": met, "fail": not}},
		"not known":  {al(""), map[string]criteria.Verdict{"100": unknown, "": unknown}},
		"not stated": {criteria.Requirement{}, map[string]criteria.Verdict{"": unknown}},
		"province":   {criteria.ProvinceSets(), map[string]criteria.Verdict{"": unknown}},
		"all": {criteria.All(al("80"), criteria.Sub("clean", al("50"))), map[string]criteria.Verdict{
			"1.1=80;1.1/clean=50": met, "1.1=80": unknown, "1.1=79": not, "1.1/clean=49": not, "1.1/clean=50": unknown,
		}},
		"any": {criteria.Any(al("80"), criteria.Sub("clean", al("50"))), map[string]criteria.Verdict{
			"1.1=80": met, "1.1=79": unknown, "1.1=79;1.1/clean=49": not, "1.1/clean=50": met,
		}},
		"first of": {criteria.FirstOf(criteria.Sub("market", criteria.Pass()), criteria.Sub("shop", criteria.Pass())), map[string]criteria.Verdict{
			"1.1/market=pass": met, "1.1/market=fail;1.1/shop=pass": not, "1.1/market=n/a;1.1/shop=pass": met, "1.1/market=n/a": unknown, "1.1/shop=pass": unknown,
		}},
		"by sex": {criteria.BySex(al("90")), map[string]criteria.Verdict{
			"1.1/female=90;1.1/male=90": met, "1.1/female=90": unknown, "1.1/male=89": not,
		}},
		"by region":      {criteria.ByRow(al, criteria.Row{criteria.TDMNPB: "70", criteria.DBSH: "100"}, read), map[string]criteria.Verdict{"70": met, "69": not}},
		"another region": {criteria.ByRegion(criteria.In(al("70"), criteria.DBSH)), map[string]criteria.Verdict{"100": unknown}},
		"by year":        {criteria.ByYear(criteria.In(al("39"), 2022), criteria.In(al("42"), 2023)), map[string]criteria.Verdict{"39": met}},
		"another year":   {criteria.ByYear(criteria.In(al("42"), 2023)), map[string]criteria.Verdict{"100": unknown}},
		"no group":       {criteria.ByGroup(criteria.In(al("42"), criteria.Group1)), map[string]criteria.Verdict{"100": unknown}},
		"no zone":        {criteria.ByZone(criteria.In(al("42"), "vùng cao")), map[string]criteria.Verdict{"100": unknown}},
		"when": {criteria.When(criteria.Attr("schools").AtLeast("4"), al("70"), al("50")), map[string]criteria.Verdict{
			"@schools=4;1.1=60": not, "@schools=3;1.1=60": met, "1.1=60": unknown, "1.1=70": met, "1.1=49": not,
		}},
		"when below and holds": {criteria.When(criteria.All(criteria.Attr("a").Below("10"), criteria.Attr("b").Holds(), criteria.Attr("c").AtMost("1")), al("70"), al("50")), map[string]criteria.Verdict{
			"@a=9.9;@b=pass;@c=1;1.1=60": not, "@a=10;1.1=60": met,
		}},
		"previous": {criteria.AgainstPrevious(al("1.1")), map[string]criteria.Verdict{
			"1.1=11;1.1/previous=10": met, "1.1=10.99;1.1/previous=10": not, "1.1=11": unknown, "1.1=11;1.1/previous=0": unknown,
		}},
		"previous at most": {criteria.AgainstPrevious(am("0.5")), map[string]criteria.Verdict{"1.1=5;1.1/previous=10": met, "1.1=6;1.1/previous=10": not}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			set := setOf(t, percent(c.require))
			if name == "previous" || name == "previous at most" {
				set = setOf(t, criteria.Indicator{Require: c.require})
			}
			for in, want := range c.cases {
				a := assess(t, set, dossier(readings(t, in)))
				require.Empty(t, a.Findings(), in)
				assert.Equal(t, want, a.Verdict(), "%s: %s", name, in)
				for l := range a.Lines() {
					assert.Equal(t, want == unknown, l.Reason != criteria.Decided, "%s: %s: %s", name, in, l.Reason)
					assert.NotEmpty(t, l.Demand.In(rule.Vi))
				}
			}
		})
	}
}

// readings reads "70" as the reading of 1.1, and "a=1;b=2" as several.
func readings(t testing.TB, in string) map[string]criteria.Reading {
	t.Helper()
	out := map[string]criteria.Reading{}
	if in == "" {
		return out
	}
	key, rest := "1.1", in
	for rest != "" {
		var one string
		one, rest = cut(rest, ";")
		value := one
		if k, v := cut(one, "="); v != "" {
			key, value = k, v
		}
		out[key] = parsed(t, value)
	}
	return out
}

func cut(s, sep string) (before, after string) {
	for i := range len(s) {
		if s[i:i+1] == sep {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// Kleene's truth tables, upward from two criteria.
func TestTruthTable(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.Pass()), percent(criteria.Pass()))
	values := map[string]criteria.Verdict{"pass": criteria.Met, "fail": criteria.NotMet, "": criteria.Unknown}
	for a, va := range values {
		for b, vb := range values {
			in := map[string]criteria.Reading{}
			if a != "" {
				in["1.1"] = parsed(t, a)
			}
			if b != "" {
				in["2.1"] = parsed(t, b)
			}
			want := criteria.Met
			switch {
			case va == criteria.NotMet || vb == criteria.NotMet:
				want = criteria.NotMet
			case va == criteria.Unknown || vb == criteria.Unknown:
				want = criteria.Unknown
			}
			assert.Equal(t, want, assess(t, set, dossier(in)).Verdict(), "%s and %s", va, vb)
		}
	}
}

// An unconfirmed number is Unknown, a pass/fail cell is judged with a caveat; Accept is a
// second view and leaves the first alone.
func TestConfidence(t *testing.T) {
	t.Parallel()
	table := tableOf(percent(criteria.Cite(criteria.From(rule.Source{}, rule.Med), criteria.AtLeast("80"))),
		percent(criteria.Cite(criteria.From(rule.Source{}, rule.High), criteria.Pass())))
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	strict := assess(t, set, dossier(map[string]criteria.Reading{"1.1": parsed(t, "90"), "2.1": criteria.Passed()}))
	assert.Equal(t, criteria.Unknown, strict.Verdict())
	assert.Len(t, strict.Caveats().Of(criteria.AdviceUnconfirmed), 1)
	for floor, want := range map[rule.Confidence]criteria.Verdict{rule.High: criteria.Unknown, rule.Med: criteria.Met, rule.Low: criteria.Met, rule.Read: criteria.Unknown} {
		view := strict.Accept(floor)
		assert.Equal(t, want, view.Verdict(), floor)
		assert.Equal(t, want == criteria.Met, len(view.Caveats().Of(criteria.AdviceAccepted)) == 1, floor)
	}
	assert.Equal(t, criteria.Unknown, strict.Verdict())
	assert.Equal(t, criteria.Coverage{Unconfirmed: 2}, set.Coverage())
	assert.Len(t, set.Unconfirmed(), 2)
	covered := setOf(t, percent(criteria.ByRow(criteria.AtLeast, criteria.Row{criteria.TN: "1", criteria.BTB: "2"}, criteria.From(source, rule.Secondary))), percent(criteria.ProvinceSets()),
		percent(criteria.When(criteria.Attr("x").AtLeast("1"), criteria.AtLeast("1"), criteria.Requirement{})))
	assert.Equal(t, criteria.Coverage{Read: 1, Secondary: 2, Unknown: 2}, covered.Coverage())
}

// What is stated and what is checked.
func TestStated(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")), percent(criteria.Pass()))
	said := func(v criteria.Verdict) criteria.Reading { return criteria.Stated(v, source) }
	for name, c := range map[string]struct {
		in       map[string]criteria.Reading
		verdict  criteria.Verdict
		stated   bool
		clashes  int
		met, max int
	}{
		"whole stated":       {map[string]criteria.Reading{"set": said(criteria.Met)}, criteria.Met, true, 0, 0, 2},
		"count of criteria":  {map[string]criteria.Reading{"set/criteria": criteria.Count(2, 2)}, criteria.Met, true, 0, 2, 2},
		"fewer":              {map[string]criteria.Reading{"set/criteria": criteria.Count(1, 2)}, criteria.NotMet, true, 0, 1, 1},
		"count of rows":      {map[string]criteria.Reading{"set/indicators": criteria.Count(1, 2)}, criteria.NotMet, true, 0, 0, 2},
		"criteria stated":    {map[string]criteria.Reading{"c1": said(criteria.Met), "c2": said(criteria.Met)}, criteria.Met, true, 0, 2, 2},
		"criterion counted":  {map[string]criteria.Reading{"c1": criteria.Count(1, 1), "2.1": criteria.Passed()}, criteria.Met, true, 0, 2, 2},
		"checked beats":      {map[string]criteria.Reading{"c1": said(criteria.Met), "1.1": parsed(t, "79"), "c2": said(criteria.Met)}, criteria.NotMet, true, 1, 1, 1},
		"row stated":         {map[string]criteria.Reading{"1.1": said(criteria.NotMet)}, criteria.NotMet, true, 0, 0, 1},
		"all checked":        {map[string]criteria.Reading{"1.1": parsed(t, "80"), "2.1": criteria.Passed(), "set": said(criteria.Met)}, criteria.Met, false, 0, 2, 2},
		"whole contradicted": {map[string]criteria.Reading{"1.1": parsed(t, "1"), "set": said(criteria.Met)}, criteria.NotMet, false, 1, 0, 1},
	} {
		a := assess(t, set, dossier(c.in))
		require.Empty(t, a.Findings(), name)
		assert.Equal(t, c.verdict, a.Verdict(), name)
		assert.Equal(t, c.stated, a.Stated(), name)
		assert.Len(t, a.Caveats().Of(criteria.AdviceContradiction), c.clashes, name)
		least, most := a.Bounds()
		assert.Equal(t, [2]int{c.met, c.max}, [2]int{least, most}, name)
		assert.Equal(t, c.stated, len(a.Caveats().Of(criteria.AdviceStated)) == 1, name)
	}
}

// A reading that cannot be used is a finding and counts as missing.
func TestRefusedReadings(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")), percent(criteria.Pass()), criteria.Indicator{Require: criteria.None(), MayNotApply: true})
	for key, cases := range map[string]map[string]rule.Code{
		"1.1": {"101": criteria.ErrPercent, "-1": criteria.ErrPercent, ">101": criteria.ErrPercent, "pass": criteria.ErrReadingKind, "n/a": criteria.ErrNotApplicable,
			"5/4": criteria.ErrCounts, "1.5/4": criteria.ErrCounts, "-1/4": criteria.ErrCounts, "0/0": criteria.ErrCounts, "1 of 2": criteria.ErrReadingKind},
		"2.1":          {"90": criteria.ErrReadingKind},
		"9.9":          {"1": criteria.ErrUnknownKey},
		"set/criteria": {"3 of 4": criteria.ErrCounts, "5": criteria.ErrReadingKind},
		"c1":           {"1 of 3": criteria.ErrCounts, "pass": criteria.ErrReadingKind},
		"3.1":          {"1/2": criteria.ErrReadingKind},
	} {
		for text, code := range cases {
			a := assess(t, set, dossier(map[string]criteria.Reading{key: parsed(t, text)}))
			require.Len(t, a.Findings(), 1, "%s %s", key, text)
			f := a.Findings()[0]
			assert.Equal(t, code, f.Code(), "%s %s", key, text)
			assert.Equal(t, rule.Path("readings").Key(key), f.Path)
			assert.NotContains(t, f.In(rule.Vi)+f.In(rule.En), "{")
			assert.Equal(t, criteria.Unknown, a.Verdict())
		}
	}
	a := assess(t, set, dossier(map[string]criteria.Reading{"1.1": parsed(t, "80"), "2.1": criteria.Passed(), "3.1": criteria.NotApplied()}))
	assert.Equal(t, criteria.Met, a.Verdict(), "not applicable counts as reached where the row allows it")
	for l := range a.Lines(criteria.NotApplicable) {
		assert.Equal(t, "3.1", l.Code)
	}
}

func TestGaps(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		require criteria.Requirement
		reading string
		gap     string
		known   bool
	}{
		{criteria.AtLeast("36"), "34.5", "1.5", true}, {criteria.AtLeast("36"), "40", "0", true},
		{criteria.AtMost("26.7"), "26.74", "0.04", true}, {criteria.AtMost("12"), "140/1100", "8", true},
		{criteria.AtLeast("80"), "3/7", "3", true}, {criteria.AtLeast("50"), "5/10", "0", true},
		{criteria.AtLeast("80"), "<70", "", false}, {criteria.Between("1", "2"), "5", "3", true}, {criteria.Between("6", "7"), "5", "1", true}, {criteria.None(), "0.50", "0.50", true}, {criteria.AtLeast(""), "5", "", false},
		{criteria.Above("50"), "50", "", false}, {criteria.Above("50"), "51", "", false}, {criteria.Below("50"), "60", "", false},
	} {
		a := assess(t, setOf(t, percent(c.require)), dossier(map[string]criteria.Reading{"1.1": parsed(t, c.reading)}))
		for l := range a.Lines() {
			gap, known := l.Gap()
			assert.Equal(t, c.known, known, c.reading)
			if known {
				assert.True(t, gap.Equal(rule.MustNumber(c.gap)), "%s: %s", c.reading, gap)
			}
		}
	}
}

// A bound that is excluded: just at it the demand is not met.
func TestExcludedBounds(t *testing.T) {
	t.Parallel()
	met, not, open := criteria.Met, criteria.NotMet, criteria.Unknown
	for _, c := range []struct {
		require criteria.Requirement
		want    map[string]criteria.Verdict
	}{
		{criteria.Above("50"), map[string]criteria.Verdict{"50": not, "50.00": not, "50.0000001": met, "49": not, "1/2": not, "501/1000": met, ">50": met, ">49": open, "<50": not, "<51": open}},
		{criteria.Below("50"), map[string]criteria.Verdict{"50": not, "50.00": not, "49.9999999": met, "51": not, "1/2": not, "499/1000": met, "<50": met, "<51": open, ">50": not, ">49": open}},
		{criteria.Above("0"), map[string]criteria.Verdict{"0": not, "0.0000001": met, "<5": open, "0/7": not}},
		{criteria.Below("100"), map[string]criteria.Verdict{"100": not, "99.9": met, ">99": open, "7/7": not}},
		{criteria.All(criteria.Above("80"), criteria.AtMost("90")), map[string]criteria.Verdict{"80": not, "80.1": met, "90": met, "90.1": not}},
	} {
		for text, want := range c.want {
			a := assess(t, setOf(t, percent(c.require)), dossier(map[string]criteria.Reading{"1.1": parsed(t, text)}))
			assert.Equal(t, want, a.Verdict(), "%s: %s", c.require, text)
		}
	}
	assert.Equal(t, "> 80; ≤ 90", criteria.All(criteria.Above("80"), criteria.AtMost("90")).String())
	for _, nobody := range []criteria.Requirement{
		criteria.Above("100"), criteria.Below("0"), criteria.All(criteria.Above("50"), criteria.AtMost("50")),
		criteria.All(criteria.AtLeast("50"), criteria.Below("50")), criteria.All(criteria.AtLeast("50"), criteria.Above("50"), criteria.AtMost("50")),
	} {
		_, err := criteria.NewSet(tableOf(percent(nobody)))
		require.ErrorIs(t, err, criteria.ErrTable, nobody)
	}
	base := setOf(t, percent(criteria.Above("50")))
	_, err := base.Localize(overlayOf(own("1.1", criteria.Above("49"))))
	require.ErrorIs(t, err, criteria.ErrLooser)
	localize(t, base, overlayOf(own("1.1", criteria.Above("51"))))
}

// The question cannot be asked of the set.
func TestMisuse(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")))
	_, err := criteria.Set{}.Assess(dossier(nil))
	require.ErrorIs(t, err, criteria.ErrNoSet)
	for name, c := range map[string]struct {
		change func(*criteria.Dossier)
		err    error
	}{
		"another set":             {func(d *criteria.Dossier) { d.Set = "khác" }, criteria.ErrNoSet},
		"another standard":        {func(d *criteria.Dossier) { d.Standard, d.Override = criteria.Advanced, "so sánh" }, criteria.ErrNoSet},
		"no standard":             {func(d *criteria.Dossier) { d.Standard = 0 }, nil},
		"before":                  {func(d *criteria.Dossier) { d.AsOf = rule.Day(2020, 12, 31) }, criteria.ErrNotInForce},
		"first day":               {func(d *criteria.Dossier) { d.AsOf = rule.Day(2021, 1, 1) }, nil},
		"last day":                {func(d *criteria.Dossier) { d.AsOf = rule.Day(2025, 12, 31) }, nil},
		"after":                   {func(d *criteria.Dossier) { d.AsOf = rule.Day(2026, 1, 1) }, criteria.ErrNotInForce},
		"no such day":             {func(d *criteria.Dossier) { d.AsOf = rule.Day(2022, 2, 30) }, criteria.ErrNotInForce},
		"no such day, overridden": {func(d *criteria.Dossier) { d.AsOf, d.Override = rule.Day(2022, 2, 30), "so sánh" }, criteria.ErrNotInForce},
		"another year":            {func(d *criteria.Dossier) { d.Year = 2026 }, criteria.ErrYear},
		"override":                {func(d *criteria.Dossier) { d.AsOf, d.Override = rule.Day(2027, 1, 1), "so sánh" }, nil},
	} {
		d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "80")})
		c.change(&d)
		a, err := set.Assess(d)
		require.ErrorIs(t, err, c.err, name)
		if name == "override" {
			assert.Len(t, a.Caveats().Of(criteria.AdviceOverride), 1)
			assert.Equal(t, "so sánh", a.Dossier().Override)
		}
	}
}

// The special column, the group that the set derives, rows not held, a poverty
// standard, an amended row.
func TestProfiles(t *testing.T) {
	t.Parallel()
	table := tableOf(percent(criteria.ByRow(criteria.AtLeast, criteria.Row{criteria.TDMNPB: "70", criteria.DBSH: "100"}, read)))
	table.SpecialColumn = criteria.TDMNPB
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "80")})
	d.Profile = criteria.Profile{Region: criteria.DBSH}
	assert.Equal(t, criteria.NotMet, assess(t, set, d).Verdict())
	d.Profile.Special = true
	a := assess(t, set, d)
	assert.Equal(t, criteria.Met, a.Verdict())
	assert.Len(t, a.Caveats().Of(criteria.AdviceSpecialColumn), 1)
	assert.Equal(t, criteria.TDMNPB, set.Column(d.Profile))

	table = tableOf(percent(criteria.ByGroup(criteria.In(criteria.AtLeast("70"), criteria.Group3), criteria.In(criteria.AtLeast("90"), criteria.Group2))))
	table.Groups = []criteria.GroupRule{
		{Group: criteria.Group3, When: criteria.Attr("area").AtLeast("2"), Name: words("3"), From: read},
		{Group: criteria.Group2, Name: words("2"), From: read},
	}
	table.Indicators = 3
	set, err = criteria.NewSet(table)
	require.NoError(t, err)
	d = dossier(map[string]criteria.Reading{"1.1": parsed(t, "80")})
	for area, want := range map[criteria.Area]criteria.Verdict{criteria.AreaII: criteria.Met, criteria.AreaI: criteria.NotMet, 0: criteria.Unknown} {
		d.Profile.Area = area
		a := assess(t, set, d)
		for h := range a.Headings() {
			assert.Equal(t, want, h.Verdict, area)
		}
		assert.NotEqual(t, criteria.Met, a.Verdict(), "rows of the text are not held")
		assert.Len(t, a.Caveats().Of(criteria.AdviceRowsMissing), 1)
	}

	set = setOf(t, percent(criteria.MeasuredBy("59/2015", criteria.AtMost("12"))))
	for standard, want := range map[string]criteria.Verdict{"59/2015": criteria.Met, "": criteria.Met, "07/2021": criteria.Unknown} {
		r := parsed(t, "10")
		r.Poverty = standard
		a := assess(t, set, dossier(map[string]criteria.Reading{"1.1": r}))
		assert.Equal(t, want, a.Verdict(), standard)
		assert.Equal(t, standard == "", len(a.Caveats().Of(criteria.AdvicePovertyUnnamed)) == 1)
	}
}

// Against an independent evaluator in big.Rat: number and share readings of random
// communes.
func TestDifferential(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80.25")), percent(criteria.AtMost("12")), percent(criteria.Between("33.3", "66.6")))
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test
	limits := []struct{ lo, hi *big.Rat }{{big.NewRat(8025, 100), nil}, {nil, big.NewRat(12, 1)}, {big.NewRat(333, 10), big.NewRat(666, 10)}}
	for range 100_000 {
		in := map[string]criteria.Reading{}
		want := criteria.Met
		for i, limit := range limits {
			whole := random.Int64N(3000) + 1
			part := random.Int64N(whole + 1)
			value := big.NewRat(part*100, whole)
			reading := criteria.Share(part, whole)
			if random.IntN(2) == 0 {
				n := rule.MustNumber(fmt.Sprintf("%d.%02d", random.IntN(100), random.IntN(100)))
				value, reading = n.Rat(), criteria.Value(n)
			}
			in[fmt.Sprintf("%d.1", i+1)] = reading
			if limit.lo != nil && value.Cmp(limit.lo) < 0 || limit.hi != nil && value.Cmp(limit.hi) > 0 {
				want = criteria.NotMet
			}
		}
		if got := assess(t, set, dossier(in)).Verdict(); got != want {
			t.Fatalf("%v: %s, not %s", in, got, want)
		}
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	table := tableOf(
		percent(criteria.All(criteria.AtLeast("0"), criteria.Any(criteria.AtMost("2"), criteria.Between("1", "3")), criteria.None())),
		percent(criteria.FirstOf(criteria.Sub("a", criteria.Pass()), criteria.BySex(criteria.AtLeast("5")))),
		percent(criteria.When(criteria.Attr("x").Below("4"), criteria.ProvinceSets(), criteria.Requirement{})),
		percent(criteria.ByYear(criteria.In(criteria.ByZone(criteria.In(criteria.AtLeast("1"), "z")), 2022))),
		percent(criteria.MeasuredBy("p", criteria.ByRow(criteria.AtMost, criteria.Row{criteria.TN: "4"}, read))),
		criteria.Indicator{Require: criteria.AgainstPrevious(criteria.AtLeast("1.1"))},
		percent(criteria.ByGroup(criteria.In(criteria.AtLeast("1"), criteria.Group1))),
	)
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	data, err := json.Marshal(set)
	require.NoError(t, err)
	var back criteria.Set
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, set.Edition(), back.Edition(), "the same content has the same digest")
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	for _, k := range table.Criteria {
		assert.NotEmpty(t, k.Indicators[0].Require.String())
		assert.NotEmpty(t, k.Indicators[0].Require.In(rule.En))
	}
	for _, r := range []criteria.Requirement{criteria.AtLeast(""), criteria.Between("", "5"), criteria.BySex(criteria.Requirement{}), criteria.Sub("a", criteria.Requirement{}),
		criteria.All(criteria.Requirement{}), criteria.AgainstPrevious(criteria.AtMost("")), criteria.ByZone(criteria.In(criteria.Requirement{}, "a"))} {
		data, err := json.Marshal(r)
		require.NoError(t, err)
		var back criteria.Requirement
		require.NoError(t, json.Unmarshal(data, &back), string(data))
		again, err := json.Marshal(back)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again), "what is not known stays so")
	}
	for _, bad := range []string{`{"pass":null}`, `{"odd":1}`, `{"atLeast":"1","atMost":"2"}`, `7`, `{"all":7}`, `{"when":[]}`, `{"atLeast":"12,5"}`,
		`{"all":[]}`, `{"any":null}`, `{"byRegion":[]}`, `{"byRegion":[{"then":null}]}`, `{"byRegion":[{"in":[]}]}`, `{"sub":{"is":null}}`, `{"when":null}`} {
		var r criteria.Requirement
		assert.Error(t, json.Unmarshal([]byte(bad), &r), bad)
	}
	maintain.JSONForm(t, criteria.Profile{}, criteria.GroupRule{}, criteria.Years{})
}

func TestTablesRefused(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*criteria.Table){
		"no id":        func(t *criteria.Table) { t.ID = "" },
		"no standard":  func(t *criteria.Table) { t.Standard = 0 },
		"years":        func(t *criteria.Table) { t.Years.To = 2000 },
		"span":         func(t *criteria.Table) { t.Span.To = rule.Day(2000, 1, 1) },
		"no source":    func(t *criteria.Table) { t.From = criteria.From(rule.Source{}, rule.Read) },
		"number twice": func(t *criteria.Table) { t.Criteria[1].No = 1 },
		"code twice":   func(t *criteria.Table) { t.Criteria[1].Indicators[0].Code = "1.1" },
		"not a number": func(t *criteria.Table) { t.Criteria[0].Indicators[0].Require = criteria.AtLeast("12,5") },
		"over 100":     func(t *criteria.Table) { t.Criteria[0].Indicators[0].Require = criteria.AtLeast("101") },
		"hi below lo":  func(t *criteria.Table) { t.Criteria[0].Indicators[0].Require = criteria.Between("5", "4") },
		"uncited":      func(t *criteria.Table) { t.From = criteria.Citation{} },
		"case twice": func(t *criteria.Table) {
			t.Criteria[0].Indicators[0].Require = criteria.ByYear(criteria.In(criteria.Pass(), 1), criteria.In(criteria.Pass(), 1))
		},
		"mixed cases": func(t *criteria.Table) {
			t.Criteria[0].Indicators[0].Require = criteria.ByYear(criteria.In(criteria.Pass(), criteria.TN))
		},
		"bad part":      func(t *criteria.Table) { t.Criteria[0].Indicators[0].Require = criteria.Sub("a/b", criteria.Pass()) },
		"no group":      func(t *criteria.Table) { t.Groups = []criteria.GroupRule{{}} },
		"too many rows": func(t *criteria.Table) { t.Indicators = 1 },
	} {
		table := tableOf(percent(criteria.AtLeast("80")), percent(criteria.Pass()))
		change(&table)
		_, err := criteria.NewSet(table)
		require.Error(t, err, name)
		assert.Panics(t, func() { criteria.MustSet(table) }, name)
	}
}

func TestEnumsAndCodes(t *testing.T) {
	t.Parallel()
	maintain.Enum[criteria.Standard](t)
	maintain.Enum[criteria.Region](t)
	maintain.Enum[criteria.Group](t)
	maintain.Enum[criteria.Area](t)
	maintain.Enum[criteria.Stage](t)
	maintain.Enum[criteria.Verdict](t)
	maintain.Enum[criteria.Reason](t)
	maintain.Codes(t, "testdata/codes.txt", criteria.Rules())
}

func TestReadings(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"36.0", "pass", "fail", "n/a", "132/1100", ">46", "<10", "13 of 19"} {
		r := parsed(t, s)
		data, err := json.Marshal(r)
		require.NoError(t, err)
		assert.JSONEq(t, `"`+s+`"`, string(data))
		assert.NotEmpty(t, r.String())
		assert.NotEmpty(t, r.In(rule.En))
	}
	for _, bad := range []string{"", "12,5", "95 %", "1/", "a/b", "> 46", "1e5000000", "1e1/20", "13 of 1e2", "13 of", "cơ bản đạt"} {
		_, err := criteria.ParseReading(bad)
		require.ErrorIs(t, err, criteria.ErrReading, bad)
	}
	long := criteria.Stated(criteria.Met, source).By(criteria.Verified).On(rule.Day(2022, 1, 1))
	data, err := json.Marshal(long)
	require.NoError(t, err)
	var back criteria.Reading
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, long.String(), back.String())
	assert.Equal(t, criteria.Verified, back.Stage)
	assert.Equal(t, source, back.Source())
	assert.True(t, criteria.Reading{}.IsZero())
	assert.True(t, criteria.Value(rule.Number{}).IsZero())
	assert.Zero(t, long.From(rule.Source{}).Source())
	n := parsed(t, "5").Number()
	assert.True(t, n.Equal(rule.Int(5)))
	assert.False(t, criteria.Passed().Number().Known())
	part, whole := criteria.Share(1, 2).Counts()
	assert.True(t, part.Equal(rule.Int(1)) && whole.Equal(rule.Int(2)))
	none, _ := criteria.Passed().Counts()
	assert.False(t, none.Known())
	for _, bad := range []string{`"x"`, `{"value":"12,5"}`, `{"colour":1}`, `true`, `""`} {
		assert.Error(t, json.Unmarshal([]byte(bad), &back), bad)
	}
	require.NoError(t, json.Unmarshal([]byte(`null`), &back))
	assert.True(t, back.IsZero())
}

func FuzzDossier(f *testing.F) {
	f.Add([]byte(`{"standard":"basic","asOf":"2022-01-01","readings":{"1.1":"80","c1":{"stated":"met"}}}`))
	set := setOf(f, percent(criteria.When(criteria.Attr("x").AtLeast("4"), criteria.AtLeast("80"), criteria.Pass())))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d criteria.Dossier
		if json.Unmarshal(data, &d) != nil {
			return
		}
		d.Override = "fuzz"
		a, err := set.Assess(d)
		if err != nil {
			return
		}
		_ = a.Caveats()
		for l := range a.Accept(rule.Low).Lines() {
			l.Gap()
		}
	})
}

// amendedSet is a set whose row demands 80 up to a day, and 90 after it.
func amendedSet(t testing.TB) (set criteria.Set, last civil.Date) {
	t.Helper()
	table := tableOf(percent(criteria.AtLeast("80")))
	rows := &table.Criteria[0].Indicators
	last = rule.Day(2024, 2, 29)
	(*rows)[0].Span = rule.Span{From: table.Span.From, To: last}
	amended := (*rows)[0]
	amended.Span, amended.Require = rule.Span{From: last.AddDays(1), To: table.Span.To}, criteria.AtLeast("90")
	*rows = append(*rows, amended)
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	return set, last
}

// A row that an amendment changed: the day decides which wording holds; without a day
// the row is Unknown.
func TestAmendedRow(t *testing.T) {
	t.Parallel()
	set, last := amendedSet(t)
	d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "85")})
	for offset, want := range map[int]criteria.Verdict{-1: criteria.Met, 0: criteria.Met, 1: criteria.NotMet} {
		d.AsOf = last.AddDays(offset)
		assert.Equal(t, want, assess(t, set, d).Verdict(), offset)
	}
	for day, want := range map[int]criteria.Verdict{2010: criteria.Met, 2030: criteria.NotMet, 0: criteria.Unknown} {
		d.Override, d.AsOf = "so sánh", rule.Span{}.From
		if day != 0 {
			d.AsOf = rule.Day(day, 1, 1)
		}
		assert.Equal(t, want, assess(t, set, d).Verdict(), day)
	}
}

func TestMoreTablesRefused(t *testing.T) {
	t.Parallel()
	require1 := func(r criteria.Requirement) func(*criteria.Table) {
		return func(t *criteria.Table) { t.Criteria[0].Indicators[0].Require = r }
	}
	deep := criteria.AtLeast("1")
	for range 40 {
		deep = criteria.All(deep)
	}
	for name, change := range map[string]func(*criteria.Table){
		"empty all":          require1(criteria.All()),
		"one way":            require1(criteria.FirstOf(criteria.Pass())),
		"deep":               require1(deep),
		"confirmed, unnamed": require1(criteria.Cite(criteria.From(rule.Source{}, rule.Read), criteria.Pass())),
		"no attribute":       require1(criteria.When(criteria.Attr("").Holds(), criteria.Pass(), criteria.Pass())),
		"condition no attr":  require1(criteria.When(criteria.AtLeast("1"), criteria.Pass(), criteria.Pass())),
		"condition nothing":  require1(criteria.When(criteria.Requirement{}, criteria.Pass(), criteria.Pass())),
		"no standard named":  require1(criteria.MeasuredBy("", criteria.AtMost("1"))),
		"no such region":     require1(criteria.ByRegion(criteria.In(criteria.Pass(), criteria.Region(99)))),
		"no such group":      require1(criteria.ByGroup(criteria.In(criteria.Pass(), criteria.Group(99)))),
		"no such year":       require1(criteria.ByYear(criteria.In(criteria.Pass(), 0))),
		"empty zone":         require1(criteria.ByZone(criteria.In(criteria.Pass(), ""))),
		"bad code":           func(t *criteria.Table) { t.Criteria[0].Indicators[0].Code = "1..1" },
		"criterion number":   func(t *criteria.Table) { t.Criteria[0].No = 0 },
		"words missing":      func(t *criteria.Table) { t.Name = rule.Text{En: "yes"} },
		"words not NFC":      func(t *criteria.Table) { t.Name = rule.Text{Vi: "co\u0301", En: "x"} },
		"row's span":         func(t *criteria.Table) { t.Criteria[0].Indicators[0].Span = rule.Span{From: rule.Day(2022, 2, 30)} },
		"group needs a state": func(t *criteria.Table) {
			t.Groups = []criteria.GroupRule{{Group: 1, When: criteria.Pass(), Name: words("x"), From: read}}
		},
		"too many criteria": func(t *criteria.Table) { t.Criteria = make([]criteria.Criterion, 500) },
	} {
		table := tableOf(percent(criteria.AtLeast("80")), percent(criteria.Pass()))
		change(&table)
		_, err := criteria.NewSet(table)
		assert.ErrorIs(t, err, criteria.ErrTable, name)
	}
}

func TestSetTellsOfItself(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")), percent(criteria.Pass()))
	assert.Equal(t, "mẫu", set.ID())
	assert.Equal(t, criteria.Basic, set.Standard())
	assert.Equal(t, source, set.Source())
	assert.Equal(t, criteria.Years{From: 2021, To: 2025}, set.Years())
	table := set.Table()
	table.Criteria[0].Indicators[0].Code = "changed"
	assert.Equal(t, "1.1", set.Table().Criteria[0].Indicators[0].Code, "a set is immutable")
	assert.Empty(t, criteria.Set{}.ID())
	assert.True(t, criteria.Set{}.IsZero())
	assert.Zero(t, criteria.Set{}.Coverage())

	d := dossier(map[string]criteria.Reading{"1.1": criteria.Over(rule.Int(79)), "2.1": criteria.Failed()})
	a := assess(t, set, d)
	assert.Equal(t, set.Edition(), a.Edition())
	got := map[int]criteria.Verdict{}
	for h := range a.Headings() {
		got[h.No] = h.Verdict
	}
	assert.Equal(t, map[int]criteria.Verdict{1: criteria.Unknown, 2: criteria.NotMet}, got)
	line, held := a.Line("2.1")
	assert.True(t, held)
	assert.Equal(t, criteria.NotMet, line.Verdict)
	assert.Equal(t, 2, line.Criterion)
	for _, code := range []string{"9.9", "c1", "set", ""} {
		_, held = a.Line(code)
		assert.False(t, held, code)
	}
	for h := range a.Headings(criteria.NotMet) {
		assert.Equal(t, 2, h.No)
		break
	}
	for l := range a.Lines() {
		assert.Equal(t, criteria.NotExact, l.Reason)
		break
	}
	assert.Equal(t, criteria.Met, assess(t, set, dossier(map[string]criteria.Reading{"1.1": parsed(t, "80"), "2.1": criteria.Passed()})).Verdict())
	under := assess(t, set, dossier(map[string]criteria.Reading{"1.1": criteria.Under(rule.Int(10))}))
	assert.Equal(t, criteria.NotMet, under.Verdict())

	data, err := json.Marshal(d)
	require.NoError(t, err)
	var back criteria.Dossier
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, a.Verdict(), assess(t, set, back).Verdict())
	require.Error(t, json.Unmarshal([]byte(`{"format":"giupxa.set/1","id":""}`), &set))
	require.Error(t, json.Unmarshal([]byte(`{"colour":1}`), &set))
}
