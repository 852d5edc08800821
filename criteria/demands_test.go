package criteria_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Demands are an answer of their own: what a commune must reach.
func TestDemands(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.ByRow(criteria.AtLeast, criteria.Row{criteria.TDMNPB: "70", criteria.DBSH: ""}, read)),
		percent(criteria.ProvinceSets()),
		percent(criteria.All(criteria.Sub("a", criteria.AtLeast("1")), criteria.Sub("b", criteria.Cite(criteria.From(rule.Source{}, rule.Low), criteria.AtLeast("2"))))),
		percent(criteria.When(criteria.Attr("schools").AtLeast("4"), criteria.AtLeast("70"), criteria.AtLeast("50"))))
	demands, err := set.Demands(dossier(nil))
	require.NoError(t, err)
	type row struct {
		demand string
		conf   rule.Confidence
		reason criteria.Reason
	}
	var got []row
	for c := range demands.Cells() {
		got = append(got, row{c.Demand.In(rule.En), c.Confidence, c.Reason})
	}
	assert.Equal(t, []row{
		{"≥ 70", rule.Read, criteria.Decided},
		{"set by the province", rule.NotObtained, criteria.ProvinceNotSet},
		{"a: ≥ 1; b: ≥ 2", rule.Low, criteria.Decided},
		{"if schools: ≥ 4 then ≥ 70, otherwise ≥ 50", rule.Read, criteria.Decided},
	}, got)
	for range demands.Cells() {
		break
	}
	assert.Equal(t, set.Edition(), demands.Edition())
	assert.Equal(t, criteria.TDMNPB, demands.Column())
	assert.Equal(t, criteria.TDMNPB, demands.Profile().Region)

	d := dossier(nil)
	d.Profile.Region = criteria.DBSH
	delta, err := set.Demands(d)
	require.NoError(t, err)
	for c := range delta.Cells() {
		assert.Equal(t, criteria.CellNotKnown, c.Reason, "a number that is not known is never the neighbour's")
		break
	}
	data, err := json.Marshal(demands)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"format":"giupxa.demands/1"`)
	assert.Contains(t, string(data), `"column":"TDMNPB"`)

	var zero criteria.Demands
	for range zero.Cells() {
		t.Fail()
	}
	assert.Zero(t, zero.Column())
	assert.Zero(t, zero.Profile())
	assert.Zero(t, zero.Edition())
	data, err = json.Marshal(zero)
	require.NoError(t, err)
	assert.JSONEq(t, "null", string(data))
	_, err = zero.Bind(dossier(nil))
	require.ErrorIs(t, err, criteria.ErrNoSet)
	assert.Equal(t, criteria.Unknown, criteria.Bound{}.Assess().Verdict())
}

// A dossier of another column, year, zone or wording is not judged by demands made for
// this one.
func TestBindRefusesOtherDemands(t *testing.T) {
	t.Parallel()
	set, last := amendedSet(t)
	demands, err := set.Demands(dossier(nil))
	require.NoError(t, err)
	for name, c := range map[string]struct {
		change func(*criteria.Dossier)
		err    error
	}{
		"the same":                {func(*criteria.Dossier) {}, nil},
		"another day, same rows":  {func(d *criteria.Dossier) { d.AsOf = last }, nil},
		"rows amended since":      {func(d *criteria.Dossier) { d.AsOf = last.AddDays(1) }, criteria.ErrOtherDemands},
		"another column":          {func(d *criteria.Dossier) { d.Profile.Region = criteria.TN }, criteria.ErrOtherDemands},
		"a zone, none in the set": {func(d *criteria.Dossier) { d.Profile.Zone = "vùng cao" }, nil},
		"another group":           {func(d *criteria.Dossier) { d.Profile.Group = criteria.Group1 }, criteria.ErrOtherDemands},
		"another year":            {func(d *criteria.Dossier) { d.Year = 2023 }, criteria.ErrOtherDemands},
		"a year not served":       {func(d *criteria.Dossier) { d.Year = 2050 }, criteria.ErrYear},
	} {
		d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "85")})
		c.change(&d)
		b, err := demands.Bind(d)
		require.ErrorIs(t, err, c.err, name)
		if c.err == nil {
			assert.Equal(t, criteria.Met, b.Assess().Verdict(), name)
		}
	}
	zoned := setOf(t, percent(criteria.ByZone(criteria.In(criteria.AtLeast("5"), "vùng cao"), criteria.In(criteria.AtLeast("9"), "vùng thấp"))))
	d := dossier(nil)
	d.Profile.Zone = "vùng cao"
	high, err := zoned.Demands(d)
	require.NoError(t, err)
	d.Profile.Zone = "vùng thấp"
	_, err = high.Bind(d)
	require.ErrorIs(t, err, criteria.ErrOtherDemands)
	assert.ErrorContains(t, err, "zone vùng thấp, not column TDMNPB, year 2022, zone vùng cao")

	d = dossier(nil)
	d.Override = "so sánh"
	d.AsOf = rule.Day(2030, 1, 1)
	late, err := set.Demands(d)
	require.NoError(t, err)
	_, err = late.Bind(d)
	require.NoError(t, err)
}

// Bound readings are a copy, and both ways to an assessment give the same.
func TestBind(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.Cite(criteria.From(rule.Source{}, rule.Low), criteria.AtLeast("80"))), percent(criteria.Pass()))
	in := map[string]criteria.Reading{"1.1": parsed(t, "80.0"), "2.1": criteria.Passed().From(source)}
	d := dossier(in)
	demands, err := set.Demands(d)
	require.NoError(t, err)
	b, err := demands.Bind(d)
	require.NoError(t, err)
	in["1.1"], in["2.1"] = parsed(t, "1"), criteria.Failed()
	for _, a := range []criteria.Assessment{b.Assess().Accept(rule.Low), b.Accept(rule.Low).Assess()} {
		assert.Equal(t, criteria.Met, a.Verdict())
		for l := range a.Lines() {
			assert.Equal(t, map[string]string{"1.1": "80.0", "2.1": "met"}[l.Code], l.Reading.In(rule.En))
			assert.Equal(t, l.Code == "2.1", !l.Reading.Source().IsZero())
		}
	}
	assert.Equal(t, criteria.Unknown, b.Assess().Verdict())
	assert.Equal(t, 1, b.Assess().CountIndicators(criteria.Met))
	for code, v := range b.Assess().Indicators() {
		assert.Equal(t, map[string]criteria.Verdict{"1.1": criteria.Unknown, "2.1": criteria.Met}[code], v)
	}
	for range b.Assess().Indicators() {
		break
	}
	assert.Equal(t, demands, b.Assess().Demands())
}

// A view that demands a stage uses only readings and statements of that stage or a later
// one; the assessment tells on which stages it rests.
func TestStages(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")), percent(criteria.AgainstPrevious(criteria.AtLeast("1"))), percent(criteria.Pass()))
	in := map[string]criteria.Reading{
		"1.1": parsed(t, "90").By(criteria.Appraised), "2.1": parsed(t, "90").By(criteria.Appraised), "2.1/previous": parsed(t, "80").By(criteria.Verified),
		"3.1": criteria.Stated(criteria.Met, source).By(criteria.Self), "c3": criteria.Stated(criteria.Met, source),
	}
	a := assess(t, set, dossier(in))
	assert.Equal(t, criteria.Met, a.Verdict())
	for stage, want := range []int{1, 1, 1, 2} {
		assert.Equal(t, want, a.RestsOn(criteria.Stage(stage)), stage)
	}
	for stage, want := range map[criteria.Stage][3]criteria.Reason{
		criteria.Self:      {criteria.Decided, criteria.Decided, criteria.Decided},
		criteria.Verified:  {criteria.Decided, criteria.Decided, criteria.NoReading},
		criteria.Appraised: {criteria.Decided, criteria.StageTooLow, criteria.NoReading},
	} {
		view := a.AtStage(stage)
		var got [3]criteria.Reason
		for l := range view.Lines() {
			got[l.Criterion-1] = l.Reason
		}
		assert.Equal(t, want, got, stage)
		assert.Zero(t, view.RestsOn(0))
	}
	assert.Equal(t, criteria.Met, a.Verdict(), "the first view stays")
	assert.Equal(t, criteria.Unknown, criteria.Assessment{}.AtStage(criteria.Self).Verdict())
}

// The group that attributes give is given by attributes of the stage only.
func TestStageOfGroup(t *testing.T) {
	t.Parallel()
	groups := []criteria.GroupRule{
		{Group: criteria.Group1, When: criteria.Attr("new-urban").Holds()},
		{Group: criteria.Group3, When: criteria.Attr("area").AtLeast("2")},
		{Group: criteria.Group2},
	}
	set := percentRows(t, groups, criteria.ByGroup(criteria.In(criteria.AtLeast("50"), criteria.Group1), criteria.In(criteria.AtLeast("90"), criteria.Group2)))
	a, err := set.Assess(criteria.Dossier{AsOf: rule.Day(2024, 1, 1), Year: 2024, Profile: criteria.Profile{Area: criteria.OutsideAreas}, Readings: map[string]criteria.Reading{
		"1.1": parsed(t, "60").By(criteria.Appraised), "@new-urban": criteria.Passed().By(criteria.Self),
	}})
	require.NoError(t, err)
	assert.Equal(t, criteria.Met, a.Verdict())
	assert.Equal(t, criteria.Group1, a.Demands().Profile().Group)
	view := a.AtStage(criteria.Appraised)
	assert.Equal(t, criteria.Unknown, view.Verdict())
	assert.Zero(t, view.Demands().Profile().Group)
	assert.Equal(t, criteria.Met, a.Verdict())
}

// An indicator with parts says which of them decides, and gives all.
func TestParts(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.All(criteria.Sub("total", criteria.AtLeast("35")), criteria.Sub("centralised", criteria.AtLeast("10")))),
		percent(criteria.When(criteria.Attr("schools").AtLeast("4"), criteria.AtLeast("70"), criteria.AtLeast("50"))),
		percent(criteria.AgainstPrevious(criteria.Between("1.1", "2"))),
		percent(criteria.FirstOf(criteria.Sub("market", criteria.Pass()), criteria.Sub("shop", criteria.Pass()))))
	a := assess(t, set, dossier(map[string]criteria.Reading{
		"1.1/total": parsed(t, "40"), "1.1/centralised": parsed(t, "7.5"), "2.1": parsed(t, "60"), "3.1": parsed(t, "10"), "3.1/previous": parsed(t, "9.5"),
		"4.1/market": criteria.NotApplied(),
	}))
	gaps := map[string]string{}
	missing := map[string][]string{}
	parts := map[string][]string{}
	for l := range a.Lines() {
		if gap, known := l.Gap(); known {
			gaps[l.Code] = gap.String()
		}
		missing[l.Code] = l.Missing
		for p := range l.Parts() {
			parts[l.Code] = append(parts[l.Code], p.Code+" "+p.Verdict.String())
		}
		for range l.Parts() {
			break
		}
	}
	assert.Equal(t, map[string]string{"1.1": "2.5", "3.1": "0.45"}, gaps)
	assert.Equal(t, map[string][]string{"1.1": nil, "2.1": {"@schools"}, "3.1": nil, "4.1": {"4.1/shop"}}, missing)
	assert.Equal(t, map[string][]string{
		"1.1": {"1.1/total met", "1.1/centralised not-met"}, "2.1": {"@schools unknown", "2.1 not-met", "2.1 met"}, "3.1": {"3.1 not-met"},
		"4.1": {"4.1/market not-applicable", "4.1/shop unknown"},
	}, parts)
	for range (criteria.Line{}).Parts() {
		t.Fail()
	}
	_, known := criteria.Line{}.Gap()
	assert.False(t, known)
}

// Numbers beyond six decimal places or eighteen digits are compared by fractions, as
// exactly.
func TestNumbersThatDoNotFit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		require criteria.Requirement
		unit    string
		reading string
		want    criteria.Verdict
		gap     string
	}{
		{criteria.AtLeast("79.9999999"), "%", "79.9999999", criteria.Met, "0"},
		{criteria.AtLeast("79.9999999"), "%", "79.99999989", criteria.NotMet, "0.00000001"},
		{criteria.AtLeast("79.9999999"), "%", "<79.9999999", criteria.NotMet, ""},
		{criteria.AtLeast("79.9999999"), "%", ">79.9999999", criteria.Met, ""},
		{criteria.AtLeast("0.0000001"), "%", "<50", criteria.Unknown, ""},
		{criteria.AtMost("99.9999999"), "%", ">50", criteria.Unknown, ""},
		{criteria.AtMost("100"), "%", ">50", criteria.Met, ""},
		{criteria.AtLeast("0"), "%", "<50", criteria.Met, ""},
		{criteria.AtMost("1e20"), "", "1e20", criteria.Met, "0"},
		{criteria.AtMost("1e20"), "", "100000000000000000000.5", criteria.NotMet, "0.5"},
		{criteria.AtLeast("80"), "", "1234567890123456789012345", criteria.Met, "0"},
		{criteria.AtLeast("80"), "", "-0.0000000000000000000000001", criteria.NotMet, "80.0000000000000000000000001"},
		{criteria.AtLeast("50"), "%", "5000000000000000000000/10000000000000000000000", criteria.Met, "0"},
		{criteria.AtLeast("50"), "%", "4999999999999999999999/10000000000000000000000", criteria.NotMet, "1"},
		{criteria.None(), "", "0.00000001", criteria.NotMet, "0.00000001"},
		{criteria.None(), "", "-0.5", criteria.NotMet, ""},
	} {
		a := assess(t, setOf(t, criteria.Indicator{Unit: c.unit, Require: c.require}), dossier(map[string]criteria.Reading{"1.1": parsed(t, c.reading)}))
		require.Empty(t, a.Findings(), c.reading)
		for l := range a.Lines() {
			assert.Equal(t, c.want, l.Verdict, "%s: %s", c.require, c.reading)
			gap, known := l.Gap()
			if c.gap != "" {
				assert.True(t, known && gap.Equal(rule.MustNumber(c.gap)), "%s: %s: %s", c.require, c.reading, gap)
			}
		}
	}
}

// What does not apply does not count; where nothing applies, the row does not.
func TestNotApplicableParts(t *testing.T) {
	t.Parallel()
	for name, r := range map[string]criteria.Requirement{
		"all": criteria.All(criteria.Sub("a", criteria.Pass()), criteria.Sub("b", criteria.Pass())),
		"any": criteria.Any(criteria.Sub("a", criteria.Pass()), criteria.Sub("b", criteria.Pass())),
	} {
		set := setOf(t, criteria.Indicator{Require: r, MayNotApply: true})
		for in, want := range map[string]criteria.Verdict{
			"1.1/a=n/a;1.1/b=n/a": criteria.NotApplicable, "1.1/a=n/a;1.1/b=pass": criteria.Met, "1.1/a=n/a;1.1/b=fail": criteria.NotMet,
			"1.1/a=n/a": criteria.Unknown,
		} {
			for l := range assess(t, set, dossier(readings(t, in))).Lines() {
				assert.Equal(t, want, l.Verdict, "%s: %s", name, in)
			}
		}
	}
}

// An assessor finds what Assess finds, whatever places follow each other, and keeps no more
// demands than it says.
func TestAssessor(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.ByRow(criteria.AtLeast, criteria.Row{criteria.TDMNPB: "50", criteria.TN: "60"}, read)), percent(criteria.ByYear(criteria.In(criteria.AtLeast("30"), 2022), criteria.In(criteria.AtLeast("60"), 2023))))
	assess1 := set.Assessor()
	var a criteria.Assessment
	for i := range 600 {
		d := dossier(map[string]criteria.Reading{"1.1": criteria.Value(rule.Int(int64(i % 101))), "2.1": criteria.Value(rule.Int(int64(i * 7 % 101)))})
		d.Profile = criteria.Profile{Region: criteria.Regions()[i%7], Group: criteria.Group(i % 4), Area: criteria.Area(i % 5)}
		d.Year = 2021 + i%4
		require.NoError(t, assess1(d, &a))
		want, err := json.Marshal(assess(t, set, d))
		require.NoError(t, err)
		got, err := json.Marshal(a)
		require.NoError(t, err)
		require.JSONEq(t, string(want), string(got))
	}
	before := a
	d := dossier(nil)
	d.Year = 1999
	require.ErrorIs(t, assess1(d, &a), criteria.ErrYear)
	assert.Equal(t, before.Verdict(), a.Verdict(), "an error leaves the assessment as it was")
	require.ErrorIs(t, criteria.Set{}.Assessor()(d, &a), criteria.ErrNoSet)
}

// Every change of a table that a set can hold changes its digest.
func TestEditionCoversTheTable(t *testing.T) {
	t.Parallel()
	table := func() criteria.Table {
		table := tableOf(percent(criteria.Cite(read, criteria.All(criteria.AtLeast("50"), criteria.Sub("a", criteria.Pass())))), criteria.Indicator{Require: criteria.Pass()})
		table.Words = map[string]rule.Text{"a": words("phần a")}
		table.Groups = []criteria.GroupRule{{Group: criteria.Group1, When: criteria.Attr("urban").Holds(), Name: words("đô thị"), From: read}}
		return table
	}
	low := criteria.From(source, rule.Low)
	seen := map[string]string{}
	for name, edit := range map[string]func(*criteria.Table){
		"nothing": func(*criteria.Table) {}, "id": func(t *criteria.Table) { t.ID = "khác" }, "version": func(t *criteria.Table) { t.Version = "2027-01-01" },
		"name": func(t *criteria.Table) { t.Name = words("khác") }, "standard": func(t *criteria.Table) { t.Standard = criteria.Model },
		"source": func(t *criteria.Table) { t.Source.Number = "2/QĐ" }, "citation": func(t *criteria.Table) { t.From = low },
		"days": func(t *criteria.Table) { t.Span.To = rule.Day(2026, 1, 1) }, "years": func(t *criteria.Table) { t.Years.To = 2024 },
		"special column": func(t *criteria.Table) { t.SpecialColumn = criteria.TN }, "indicators": func(t *criteria.Table) { t.Indicators = 3 },
		"words": func(t *criteria.Table) { t.Words["a"] = words("phần khác") }, "base": func(t *criteria.Table) { t.Base.ID = "gốc" },
		"base digest": func(t *criteria.Table) { t.Base.Digest = "0" },
		"group":       func(t *criteria.Table) { t.Groups[0].Group = criteria.Group2 }, "condition": func(t *criteria.Table) { t.Groups[0].When = criteria.Attr("rural").Holds() },
		"group name": func(t *criteria.Table) { t.Groups[0].Name = words("khác") }, "group source": func(t *criteria.Table) { t.Groups[0].From = low },
		"number":         func(t *criteria.Table) { t.Criteria[0].No, t.Criteria[0].Indicators[0].Code = 7, "7.1" },
		"criterion name": func(t *criteria.Table) { t.Criteria[0].Name = words("khác") }, "criterion source": func(t *criteria.Table) { t.Criteria[0].NameFrom = low },
		"part": func(t *criteria.Table) { t.Criteria[0].Part = words("khác") }, "order": func(t *criteria.Table) { t.Criteria[0], t.Criteria[1] = t.Criteria[1], t.Criteria[0] },
		"code": func(t *criteria.Table) { t.Criteria[0].Indicators[0].Code = "1.2" }, "row name": func(t *criteria.Table) { t.Criteria[0].Indicators[0].Name = words("khác") },
		"row source": func(t *criteria.Table) { t.Criteria[0].Indicators[0].NameFrom = low }, "unit": func(t *criteria.Table) { t.Criteria[0].Indicators[0].Unit = "km" },
		"may not apply": func(t *criteria.Table) { t.Criteria[0].Indicators[0].MayNotApply = true }, "span": func(t *criteria.Table) { t.Criteria[0].Indicators[0].Span = rule.Year(2022) },
		"note": func(t *criteria.Table) { t.Criteria[0].Indicators[0].Note = words("khác") }, "provincial": func(t *criteria.Table) { t.Criteria[0].Indicators[0].Provincial = true },
		"demand": demandOf(criteria.AtLeast("50")), "number of a demand": demandOf(criteria.Cite(read, criteria.All(criteria.AtLeast("50.1"), criteria.Sub("a", criteria.Pass())))),
		"zeros of a number": demandOf(criteria.Cite(read, criteria.All(criteria.AtLeast("50.0"), criteria.Sub("a", criteria.Pass())))),
		"confidence":        demandOf(criteria.Cite(low, criteria.All(criteria.AtLeast("50"), criteria.Sub("a", criteria.Pass())))),
		"a column":          demandOf(criteria.Cite(criteria.From(source, rule.Read, criteria.TN), criteria.All(criteria.AtLeast("50"), criteria.Sub("a", criteria.Pass())))),
	} {
		changed := table()
		edit(&changed)
		set, err := criteria.NewSet(changed)
		require.NoError(t, err, name)
		digest := set.Edition().Digest
		assert.Len(t, digest, 64, name)
		assert.Empty(t, seen[digest], name)
		seen[digest] = name
	}
}

func demandOf(r criteria.Requirement) func(*criteria.Table) {
	return func(t *criteria.Table) { t.Criteria[0].Indicators[0].Require = r }
}
