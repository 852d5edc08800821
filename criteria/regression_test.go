package criteria_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Each of these once gave a wrong answer, and was found by looking for one.

func verdictAt(t testing.TB, s criteria.Set, p criteria.Profile, in string) criteria.Verdict {
	d := dossier(readings(t, in))
	d.Profile = p
	return assess(t, s, d).Verdict()
}

var tdm = criteria.Profile{Region: criteria.TDMNPB}

// Nested BySex evades maxNodes.
func TestOnceBySexNodes(t *testing.T) {
	t.Parallel()
	for _, k := range []int{6, 10, 13, 14, 15} {
		r := criteria.AtLeast("1")
		for range k {
			r = criteria.BySex(r)
		}
		_, err := criteria.NewSet(tableOf(criteria.Indicator{Require: r}))
		if k >= 14 {
			assert.Error(t, err, k)
		}
	}
}

// Own row with a span that no wording has is dropped.
func TestOnceOwnSpan(t *testing.T) {
	t.Parallel()
	base := setOf(t, criteria.Indicator{Require: criteria.AtLeast("70")})
	row := own("1.1", criteria.AtLeast("80"))
	row.Span = rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2025, 12, 31)}
	_, err := base.Localize(overlayOf(row))
	require.ErrorIs(t, err, criteria.ErrOverlay, "the base has no such wording")
	a, b := own("1.2", criteria.AtLeast("5")), own("1.2", criteria.AtLeast("9"))
	a.Name, b.Name = words("x"), words("x")
	a.Span = rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2021, 12, 31)}
	b.Span = rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2025, 12, 31)}
	set := localize(t, base, overlayOf(a, b))
	assert.Equal(t, criteria.NotMet, verdictAt(t, set, tdm, "1.1=75;1.2=6"), "the second wording of a new row holds in 2022")
}

// Rows that begin later and Bind.
func TestOnceBindLaterRow(t *testing.T) {
	t.Parallel()
	table := tableOf(criteria.Indicator{Require: criteria.AtLeast("70")}, criteria.Indicator{Require: criteria.AtLeast("5"), Span: rule.Span{From: rule.Day(2023, 1, 1), To: rule.Day(2025, 12, 31)}})
	table.Criteria[0].Indicators = append(table.Criteria[0].Indicators, table.Criteria[1].Indicators[0])
	table.Criteria[0].Indicators[1].Code = "1.2"
	table.Criteria = table.Criteria[:1]
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	early := dossier(readings(t, "1.1=75;1.2=1"))
	late := early
	late.AsOf = rule.Day(2024, 1, 1)
	ds, err := set.Demands(early)
	require.NoError(t, err)
	_, err = ds.Bind(late)
	require.ErrorIs(t, err, criteria.ErrOtherDemands)
}

// Report profile.
func TestOnceReportProfile(t *testing.T) {
	t.Parallel()
	table := tableOf(criteria.Indicator{Require: criteria.AtLeast("70")})
	table.SpecialColumn = criteria.TDMNPB
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	one, two := dossier(nil), dossier(nil)
	one.Profile = criteria.Profile{Region: criteria.TN, Special: true, Area: criteria.AreaIII}
	ds, err := set.Demands(one)
	require.NoError(t, err)
	b, err := ds.Bind(two)
	require.NoError(t, err)
	x, _ := json.Marshal(b.Assess())
	y, _ := json.Marshal(assess(t, set, two))
	assert.Equal(t, string(y), string(x))
}

// AtStage and the dossier's map.
func TestOnceAtStageMap(t *testing.T) {
	t.Parallel()
	table := tableOf(criteria.Indicator{Require: criteria.ByGroup(criteria.In(criteria.AtLeast("10"), criteria.Group1), criteria.In(criteria.AtLeast("90"), criteria.Group2))})
	table.Groups = []criteria.GroupRule{{Group: criteria.Group1, When: criteria.Attr("u").Holds(), Name: words("1"), From: read}, {Group: criteria.Group2, Name: words("2"), From: read}}
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	in := map[string]criteria.Reading{"1.1": parsed(t, "50").By(criteria.Appraised), "@u": criteria.Passed().By(criteria.Self)}
	d := dossier(in)
	a := assess(t, set, d)
	before, _ := json.Marshal(a.AtStage(criteria.Verified))
	in["@u"] = criteria.Failed().By(criteria.Appraised)
	in["1.1"] = parsed(t, "99").By(criteria.Appraised)
	after, _ := json.Marshal(a.AtStage(criteria.Verified))
	assert.Equal(t, string(before), string(after))
}

// Profile area against a low-stage reading.
func TestOnceAtStageArea(t *testing.T) {
	t.Parallel()
	set := setOf(t, criteria.Indicator{Require: criteria.When(criteria.Attr("area").AtLeast("1"), criteria.AtLeast("10"), criteria.AtLeast("90"))})
	d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "50").By(criteria.Appraised), "@area": parsed(t, "2").By(criteria.Self)})
	d.Profile.Area = criteria.AreaII
	got := assess(t, set, d).AtStage(criteria.Verified).Verdict()
	delete(d.Readings, "@area")
	assert.Equal(t, assess(t, set, d).AtStage(criteria.Verified).Verdict(), got)
	assert.Equal(t, 1, assess(t, set, d).RestsOn(criteria.Appraised), "only one reading is given")
}

// Supplied cells replace settled parts.
func TestOnceSuppliedParts(t *testing.T) {
	t.Parallel()
	low := criteria.From(rule.Source{}, rule.Low)
	sec := criteria.From(source, rule.Secondary)
	al := criteria.AtLeast
	for name, c := range map[string]struct{ was, is criteria.Requirement }{
		"other part unknown":     {criteria.All(criteria.Sub("a", al("80")), criteria.Sub("b", al(""))), criteria.Cite(sec, criteria.All(criteria.Sub("a", al("60")), criteria.Sub("b", al("50"))))},
		"other part unconfirmed": {criteria.All(criteria.Sub("a", al("80")), criteria.Sub("b", criteria.Cite(low, al("40")))), criteria.Cite(sec, criteria.All(criteria.Sub("a", al("60")), criteria.Sub("b", al("50"))))},
		"part left out":          {criteria.All(criteria.Sub("a", al("80")), criteria.Sub("b", al(""))), criteria.Cite(sec, criteria.Sub("b", al("50")))},
		"branch":                 {criteria.When(criteria.Attr("x").Holds(), al("80"), criteria.Cite(low, al("50"))), criteria.Cite(sec, criteria.When(criteria.Attr("x").Holds(), al("60"), al("50")))},
	} {
		o := overlayOf()
		o.Supplied = []criteria.Indicator{own("1.1", c.is)}
		_, err := setOf(t, criteria.Indicator{Require: c.was}).Localize(o)
		assert.ErrorIs(t, err, criteria.ErrSettled, name)
	}
	// confirming b must not degrade a's citation
	o := overlayOf()
	o.Supplied = []criteria.Indicator{own("1.1", criteria.Cite(sec, criteria.All(criteria.Sub("a", al("80")), criteria.Sub("b", al("50")))))}
	set := localize(t, setOf(t, criteria.Indicator{Require: criteria.All(criteria.Sub("a", al("80")), criteria.Sub("b", criteria.Cite(low, al("50"))))}), o)
	assert.Equal(t, criteria.Coverage{Read: 1, Secondary: 1}, set.Coverage())
}

// Citations of some columns.
func TestOnceRegionCites(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	conf := func(s criteria.Set, r criteria.Region) rule.Confidence {
		d := dossier(nil)
		d.Profile.Region = r
		ds, err := s.Demands(d)
		require.NoError(t, err)
		for c := range ds.Cells() {
			return c.Confidence
		}
		return 0
	}
	// supplied, cited for one column only, with a low confidence; the base is read
	base := setOf(t, criteria.Indicator{Require: al("")})
	o := overlayOf()
	o.Supplied = []criteria.Indicator{own("1.1", criteria.Cite(criteria.From(source, rule.Low, criteria.TN), al("90")))}
	_, err := base.Localize(o)
	require.Error(t, err, "supplied without a citation in DBSH")
	// base: low, TN read; supply something unrelated for a year
	lowTable := tableOf(criteria.Indicator{Require: criteria.Cite(criteria.From(source, rule.Read, criteria.TN), al("90"))})
	lowTable.From = criteria.From(rule.Source{}, rule.Low)
	base, err = criteria.NewSet(lowTable)
	require.NoError(t, err)
	o = overlayOf()
	o.Supplied = []criteria.Indicator{own("1.1", criteria.ByYear(criteria.In(criteria.ByRegion(criteria.In(criteria.Cite(read, al("95")), criteria.DBSH)), 2025)))}
	set, err := base.Localize(o)
	if assert.NoError(t, err, "false ErrSettled or the like") {
		assert.Equal(t, conf(base, criteria.TN), conf(set, criteria.TN), "2022 is not supplied")
	}
	// looser in TN
	_, err = base.Localize(overlayOf(own("1.1", al("50"))))
	assert.ErrorIs(t, err, criteria.ErrLooser, "90 is read in TN")
	// own: overlay without From; a citation for TN alone
	o = overlayOf(own("1.1", criteria.Cite(criteria.From(source, rule.Low, criteria.TN), al("95"))))
	o.From = criteria.Citation{}
	_, err = setOf(t, criteria.Indicator{Require: al("90")}).Localize(o)
	assert.Error(t, err, "in DBSH the province's cell has no citation")
	// Table.From with regions
	tb := tableOf(criteria.Indicator{Require: al("90")})
	tb.From = criteria.From(source, rule.Read, criteria.TN)
	_, err = criteria.NewSet(tb)
	require.ErrorIs(t, err, criteria.ErrTable, "the citation of the whole table names no columns")
	// coverage
	ct := tableOf(criteria.Indicator{Require: criteria.Cite(criteria.From(source, rule.Read, criteria.TN), criteria.ByRow(al, criteria.Row{criteria.TN: "1", criteria.DBSH: "2"}))})
	ct.From = criteria.From(rule.Source{}, rule.Low)
	s, err := criteria.NewSet(ct)
	require.NoError(t, err)
	assert.Equal(t, rule.Low, conf(s, criteria.DBSH))
	assert.Equal(t, criteria.Coverage{Read: 1, Unconfirmed: 1}, s.Coverage())
}

// Own cases nested under other operators.
func TestOnceNoCaseNested(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	zone := func(r criteria.Requirement) criteria.Requirement { return criteria.ByZone(criteria.In(r, "vùng cao")) }
	for name, mine := range map[string]criteria.Requirement{
		"measured":  criteria.MeasuredBy("07/2021", zone(criteria.AtLeast("80"))),
		"sub":       criteria.Sub("b", zone(criteria.Pass())),
		"sex":       criteria.BySex(zone(al("80"))),
		"when":      criteria.When(criteria.Attr("x").Holds(), zone(al("80")), zone(al("80"))),
		"all in by": criteria.ByRegion(criteria.In(criteria.All(zone(al("80")), zone(criteria.Sub("b", criteria.Pass()))), criteria.TDMNPB)),
	} {
		set := localize(t, setOf(t, criteria.Indicator{Require: al("70")}), overlayOf(own("1.1", mine)))
		assert.Equal(t, criteria.Met, verdictAt(t, set, criteria.Profile{Region: criteria.TDMNPB, Zone: "vùng thấp"}, "1.1=75"), name)
	}
}

// National without a case.
func TestOnceNationalNoCase(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	nat := criteria.ByRegion(criteria.In(al("70"), criteria.DBSH))
	set := localize(t, setOf(t, criteria.Indicator{Require: nat}), overlayOf(own("1.1", al("80"))))
	assert.Equal(t, criteria.NotMet, verdictAt(t, set, tdm, "1.1=60"), "not known, and not met")
	assert.Equal(t, criteria.NotMet, verdictAt(t, set, criteria.Profile{}, "1.1=60"), "region unknown, province's demand not met")
}

// BySex(ProvinceSets).
func TestOnceBySexProvince(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	set := localize(t, setOf(t, criteria.Indicator{Require: criteria.BySex(criteria.ProvinceSets())}), overlayOf(own("1.1", al("7"))))
	assert.NotEqual(t, criteria.Met, verdictAt(t, set, tdm, "1.1=9"), "the national text demands it of both sexes")
	for name, nat := range map[string]criteria.Requirement{
		"by region": criteria.BySex(criteria.ByRegion(criteria.In(criteria.ProvinceSets(), criteria.TDMNPB))),
		"measured":  criteria.BySex(criteria.MeasuredBy("07/2021", criteria.ProvinceSets())),
	} {
		set := localize(t, setOf(t, criteria.Indicator{Require: nat}), overlayOf(own("1.1", criteria.BySex(al("7")))))
		assert.Equal(t, criteria.Met, verdictAt(t, set, tdm, "1.1/female=9;1.1/male=9"), name)
	}
}

// Looser in one sex.
func TestOnceLooserSex(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	_, err := setOf(t, criteria.Indicator{Require: criteria.BySex(al("80"))}).Localize(overlayOf(own("1.1", criteria.Sub("male", al("50")))))
	assert.ErrorIs(t, err, criteria.ErrLooser)
	_, err = setOf(t, criteria.Indicator{Require: criteria.Sub("male", al("80"))}).Localize(overlayOf(own("1.1", criteria.BySex(al("50")))))
	assert.ErrorIs(t, err, criteria.ErrLooser)
	_, err = setOf(t, criteria.Indicator{Require: criteria.BySex(al("80"))}).Localize(overlayOf(own("1.1", criteria.Sub("female", al("50")))))
	assert.ErrorIs(t, err, criteria.ErrLooser)
}

// Faults of an overlay that vanish.
func TestOnceFaultsVanish(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	base := setOf(t, criteria.Indicator{Require: al("")})
	o := overlayOf()
	o.Supplied = []criteria.Indicator{own("1.1", criteria.Cite(read, al("12,5")))}
	_, err := base.Localize(o)
	assert.Error(t, err, "12,5 is no number")
	o.Supplied = []criteria.Indicator{own("1.1", criteria.Cite(read, criteria.ByYear(criteria.In(al("80"), 2022), criteria.In(al("90"), 2022))))}
	_, err = base.Localize(o)
	assert.Error(t, err, "two cases")
	_, err = base.Localize(overlayOf(own("1.1", criteria.ByZone(criteria.In(al("80"), "vùng cao"), criteria.In(al("90"), "vùng cao")))))
	assert.Error(t, err, "two cases for one zone")
	_, err = base.Localize(overlayOf(own("1.1", criteria.All())))
	assert.Error(t, err, "nothing is demanded")
	// supplied, but never taken
	o.Supplied = []criteria.Indicator{{Code: "1.1", Span: rule.Span{From: rule.Day(2022, 1, 1)}, Require: criteria.Cite(read, al("80"))}}
	_, err = base.Localize(o)
	assert.Error(t, err, "no such wording")
}

// Years.
func TestOnceYears(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	table := tableOf(criteria.Indicator{Require: al("70")})
	table.Years = criteria.Years{From: 1000, To: 9999}
	_, err := criteria.NewSet(table)
	require.ErrorIs(t, err, criteria.ErrTable)
	table = tableOf(criteria.Indicator{Require: criteria.ByYear(criteria.In(criteria.Cite(read, al("70")), 2021, 2022, 2023, 2024), criteria.In(al(""), 2025))})
	base, err := criteria.NewSet(table)
	require.NoError(t, err)
	o := overlayOf()
	o.Supplied = []criteria.Indicator{own("1.1", criteria.ByYear(criteria.In(criteria.Cite(read, al("70")), 2025)))}
	set := localize(t, base, o)
	d := dossier(readings(t, "1.1=75"))
	d.Year, d.Override = 2030, "x"
	assert.Equal(t, criteria.Unknown, assess(t, base, d).Verdict())
	assert.Equal(t, criteria.Unknown, assess(t, set, d).Verdict(), "a year without a case is Unknown, never the nearest")
}

// Shortfall of an open condition.
func TestOnceShortfallWhen(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	set := setOf(t, criteria.Indicator{Require: criteria.When(criteria.Attr("x").Holds(), al("80"), al("70"))})
	s := assess(t, set, dossier(readings(t, "1.1=60"))).Shortfall()
	assert.NotEmpty(t, s.Numbers, "60 is too little whatever x is")
	s = assess(t, set, dossier(nil)).Shortfall()
	assert.Contains(t, codesIn(s.Unknown), "1.1", "the reading is missing too")
}

// Missing keys of a multiple.
func TestOnceMissingPrevious(t *testing.T) {
	t.Parallel()
	set := setOf(t, criteria.Indicator{Require: criteria.AgainstPrevious(criteria.AtLeast("1.1"))})
	miss := func(a criteria.Assessment) []string {
		for l := range a.Lines() {
			return l.Missing
		}
		return nil
	}
	assert.Equal(t, []string{"1.1/previous"}, miss(assess(t, set, dossier(readings(t, "1.1=5;1.1/previous=0")))), "zero")
	assert.Equal(t, []string{"1.1/previous"}, miss(assess(t, set, dossier(readings(t, "1.1=5")))), "absent")
	d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "5").By(criteria.Appraised), "1.1/previous": parsed(t, "4").By(criteria.Self)})
	assert.Equal(t, []string{"1.1/previous"}, miss(assess(t, set, d).AtStage(criteria.Verified)), "stage")
}

// Caveats of cells that were not used.
func TestOnceCaveats(t *testing.T) {
	t.Parallel()
	low := criteria.From(rule.Source{}, rule.Low)
	set := setOf(t, criteria.Indicator{MayNotApply: true, Require: criteria.Cite(low, criteria.AtLeast("80"))})
	assert.Empty(t, assess(t, set, dossier(readings(t, "1.1=n/a"))).Caveats().Of(criteria.AdviceAccepted), "n/a: no number is used")
	set = setOf(t, criteria.Indicator{Require: criteria.All(criteria.Cite(low, criteria.AtLeast("80")), criteria.Sub("b", criteria.Pass()))})
	assert.Empty(t, assess(t, set, dossier(readings(t, "1.1=90;1.1/b=fail"))).Caveats().Of(criteria.AdviceAccepted), "strict view")
}

// Aliasing of regions.
func TestOnceAlias(t *testing.T) {
	t.Parallel()
	regs := []criteria.Region{criteria.TN}
	tb := tableOf(criteria.Indicator{Require: criteria.Cite(criteria.From(source, rule.Read, regs...), criteria.AtLeast("80"))})
	tb.From = criteria.From(rule.Source{}, rule.Low)
	set, err := criteria.NewSet(tb)
	require.NoError(t, err)
	p := criteria.Profile{Region: criteria.TN}
	before := verdictAt(t, set, p, "1.1=90")
	x, _ := json.Marshal(set)
	regs[0] = criteria.DBSH
	y, _ := json.Marshal(set)
	assert.Equal(t, before, verdictAt(t, set, p, "1.1=90"))
	assert.Equal(t, string(x), string(y))
}

// Number JSON.
func TestOnceNumberJSON(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"123456789e30", "12345678901234567890123456789012345678e30", "1e30", "1e-30", "-0", "0e30"} {
		n, err := rule.ParseNumber(s)
		if err != nil {
			continue
		}
		data, err := json.Marshal(n)
		require.NoError(t, err)
		var back rule.Number
		assert.NoError(t, json.Unmarshal(data, &back), s)
	}
	set, err := criteria.NewSet(tableOf(criteria.Indicator{Require: criteria.AtLeast("123456789e30")}))
	if err != nil {
		return
	}
	data, err := json.Marshal(set)
	require.NoError(t, err)
	var back criteria.Set
	assert.NoError(t, json.Unmarshal(data, &back))
}

// Gap of Below.
func TestOnceBelowGap(t *testing.T) {
	t.Parallel()
	set := setOf(t, criteria.Indicator{Require: criteria.When(criteria.Attr("x").Below("4"), criteria.AtLeast("10"), criteria.AtLeast("20"))})
	for l := range assess(t, set, dossier(readings(t, "@x=4;1.1=15"))).Lines() {
		for p := range l.Parts() {
			gap, known := p.Gap()
			if p.Code == "@x" {
				assert.False(t, known && gap.Sign() == 0 && p.Verdict == criteria.NotMet, "%s %s gap %s", p.Code, p.Verdict, gap)
			}
		}
	}
}

// RestsOn of statements beside a refused value.
func TestOnceRestsOn(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("5")))
	r := parsed(t, "120").By(criteria.Appraised)
	r.Said = criteria.Met
	a := assess(t, set, dossier(map[string]criteria.Reading{"1.1": r}))
	assert.Equal(t, criteria.Met, a.Verdict())
	assert.Equal(t, 1, a.RestsOn(criteria.Appraised))
}

// Filled in one column, dropped in the others.
func TestOnceFilledElsewhere(t *testing.T) {
	t.Parallel()
	by := criteria.ByRegion(criteria.In(criteria.ProvinceSets(), criteria.TN), criteria.In(criteria.AtMost("12"), criteria.TDMNPB))
	for name, nat := range map[string]criteria.Requirement{
		"measured": criteria.MeasuredBy("07/2021", by), "all": criteria.All(by, criteria.Sub("b", criteria.AtMost("100"))),
	} {
		set := localize(t, setOf(t, criteria.Indicator{Require: nat}), overlayOf(own("1.1", criteria.AtMost("5"))))
		assert.Equal(t, criteria.NotMet, verdictAt(t, set, tdm, "1.1=10;1.1/b=5"), name)
	}
}

// The key of a row that is one part.
func TestOnceOnePart(t *testing.T) {
	t.Parallel()
	set := setOf(t, criteria.Indicator{Require: criteria.Sub("a", criteria.AtLeast("20"))})
	s := assess(t, set, dossier(readings(t, "1.1/a=5"))).Shortfall()
	assert.Equal(t, []string{"1.1/a"}, codesIn(s.Numbers))
}

// A reading of a row whose demand is not known here must still be possible.
func TestOnceImpossibleInAnOpenRow(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.ProvinceSets()), criteria.Indicator{Require: criteria.ProvinceSets()})
	for text, want := range map[string]rule.Code{
		"1.1=150": criteria.ErrPercent, "1.1=-1": criteria.ErrPercent, "1.1=>100": criteria.ErrPercent, "1.1=13/10": criteria.ErrCounts, "2.1=13/10": criteria.ErrCounts,
		"1.1=100": "", "1.1=13/13": "", "1.1=pass": "", "2.1=150": "", "2.1=-1": "",
	} {
		a := assess(t, set, dossier(readings(t, text)))
		assert.Equal(t, want != "", a.Findings().Has(rule.Broken), text)
		assert.Equal(t, criteria.Unknown, a.Verdict(), text)
		for _, f := range a.Findings() {
			assert.Equal(t, want, f.Code())
			assert.Equal(t, rule.Path("readings").Key(text[:3]), f.Path)
		}
	}
}
