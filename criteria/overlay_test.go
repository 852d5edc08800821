package criteria_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

var decided = rule.Source{Kind: rule.Decision, Number: "9/QĐ-UBND", Date: rule.Day(2022, 7, 28)}

// overlayOf is an overlay of a province over the set "mẫu".
func overlayOf(own ...criteria.Indicator) criteria.Overlay {
	return criteria.Overlay{
		ID: "tỉnh", Version: "2026-01-01", Base: "mẫu", Name: words("bộ của tỉnh"), Source: decided,
		From: criteria.From(decided, rule.Read), Zones: []string{"vùng cao", "vùng thấp"}, Own: own,
	}
}

func own(code string, r criteria.Requirement) criteria.Indicator {
	return criteria.Indicator{Code: code, Require: r}
}

func localize(t testing.TB, s criteria.Set, o criteria.Overlay) criteria.Set {
	t.Helper()
	local, err := s.Localize(o)
	require.NoError(t, err)
	return local
}

// What a province prescribes, and what comes of it for one commune.
func TestLocalize(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	low := criteria.From(rule.Source{}, rule.Low)
	for name, c := range map[string]struct {
		national, own criteria.Requirement
		demand        string
		cases         map[string]criteria.Verdict
	}{
		"fills": {criteria.ProvinceSets(), al("80"), "≥ 80", map[string]criteria.Verdict{"80": criteria.Met, "79": criteria.NotMet, "": criteria.Unknown}},
		"fills by zone": {criteria.ProvinceSets(), criteria.ByZone(criteria.In(al("50"), "vùng cao"), criteria.In(al("80"), "vùng thấp")), "≥ 50",
			map[string]criteria.Verdict{"50": criteria.Met, "49": criteria.NotMet}},
		"fills one column": {criteria.ByRegion(criteria.In(criteria.ProvinceSets(), criteria.TDMNPB), criteria.In(al("100"), criteria.DBSH)), criteria.ByRegion(criteria.In(al("60"), criteria.TDMNPB)), "≥ 60",
			map[string]criteria.Verdict{"60": criteria.Met}},
		"fills a part":                       {criteria.All(criteria.Sub("a", criteria.ProvinceSets()), criteria.Sub("b", al("5"))), criteria.Sub("a", al("7")), "a: ≥ 7; b: ≥ 5", map[string]criteria.Verdict{"1.1/a=7;1.1/b=5": criteria.Met, "1.1/a=6": criteria.NotMet}},
		"another part":                       {criteria.Sub("a", criteria.ProvinceSets()), criteria.Sub("b", al("7")), "a: set by the province; b: ≥ 7", map[string]criteria.Verdict{"1.1/b=7": criteria.Unknown, "1.1/b=6": criteria.NotMet}},
		"fills a case":                       {criteria.When(criteria.Attr("x").Holds(), criteria.ProvinceSets(), criteria.Pass()), al("7"), "if x: met then ≥ 7, otherwise met", map[string]criteria.Verdict{"@x=pass;1.1=7": criteria.Met}},
		"fills both":                         {criteria.BySex(criteria.ProvinceSets()), criteria.BySex(al("7")), "≥ 7 for men and for women", map[string]criteria.Verdict{"1.1/female=7;1.1/male=7": criteria.Met}},
		"tightens":                           {al("70"), al("80"), "≥ 70; ≥ 80", map[string]criteria.Verdict{"80": criteria.Met, "79": criteria.NotMet}},
		"as the nation":                      {criteria.AtMost("12"), criteria.AtMost("12.0"), "≤ 12", map[string]criteria.Verdict{"12": criteria.Met}},
		"fills one way, less than the other": {criteria.When(criteria.Attr("x").Holds(), criteria.ProvinceSets(), al("70")), al("50"), "if x: met then ≥ 50, otherwise ≥ 70", map[string]criteria.Verdict{"@x=pass;1.1=50": criteria.Met}},
		"adds":                               {al("70"), criteria.Sub("fence", criteria.Pass()), "≥ 70; fence: met", map[string]criteria.Verdict{"1.1=70": criteria.Unknown, "1.1=70;1.1/fence=pass": criteria.Met, "1.1/fence=fail": criteria.NotMet}},
		"two parts":                          {criteria.ProvinceSets(), criteria.All(al("70"), criteria.Sub("fence", criteria.Pass())), "≥ 70; fence: met", map[string]criteria.Verdict{"1.1=70;1.1/fence=pass": criteria.Met}},
		"not known":                          {criteria.Requirement{}, al("70"), "not stated; ≥ 70", map[string]criteria.Verdict{"70": criteria.Unknown, "69": criteria.NotMet}},
		"unconfirmed, and less": {criteria.Cite(low, al("80")), al("70"), "≥ 80; ≥ 70",
			map[string]criteria.Verdict{"80": criteria.Unknown, "69": criteria.NotMet}},
		"each case tightened": {criteria.When(criteria.Attr("x").AtLeast("4"), al("70"), al("50")), criteria.When(criteria.Attr("x").AtLeast("4"), al("80"), al("60")),
			"if x: ≥ 4 then ≥ 70, otherwise ≥ 50; if x: ≥ 4 then ≥ 80, otherwise ≥ 60", map[string]criteria.Verdict{"@x=3;1.1=60": criteria.Met, "@x=4;1.1=79": criteria.NotMet}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base := setOf(t, criteria.Indicator{Require: c.national})
			set := localize(t, base, overlayOf(own("1.1", c.own)))
			for in, want := range c.cases {
				d := dossier(readings(t, in))
				d.Profile.Zone = "vùng cao"
				a := assess(t, set, d)
				require.Empty(t, a.Findings(), in)
				assert.Equal(t, want, a.Verdict(), in)
				for l := range a.Lines() {
					assert.Equal(t, c.demand, l.Demand.In(rule.En))
				}
			}
			data, err := json.Marshal(set)
			require.NoError(t, err)
			var back criteria.Set
			require.NoError(t, json.Unmarshal(data, &back))
			assert.Equal(t, set.Edition(), back.Edition())
			assert.Equal(t, base.Edition(), set.Table().Base)
			assert.NotEqual(t, base.Edition().Digest, set.Edition().Digest)
		})
	}
}

// The province's demand stands beside the national one: the verdict is Kleene's "and"
// of both, whatever is known.
func TestOverlayIsAll(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 2022))
	compared := 0
	for range 6000 {
		national, mine := draw(r, 2), draw(r, 2)
		base, err := criteria.NewSet(tableOf(criteria.Indicator{Require: national}))
		if err != nil {
			continue // no reading could meet it
		}
		alone, err := criteria.NewSet(tableOf(criteria.Indicator{Require: mine}))
		if err != nil {
			continue
		}
		set, err := base.Localize(overlayOf(own("1.1", mine)))
		if err != nil {
			require.True(t, errors.Is(err, criteria.ErrLooser) || errors.Is(err, criteria.ErrOverlay), err)
			continue
		}
		compared++
		in := map[string]criteria.Reading{}
		for _, key := range []string{"1.1", "1.1/a", "1.1/b", "@x"} {
			if r.IntN(3) > 0 {
				in[key] = parsed(t, strconv.Itoa(r.IntN(100)))
			}
		}
		a, b, both := assess(t, base, dossier(in)).Verdict(), assess(t, alone, dossier(in)).Verdict(), assess(t, set, dossier(in)).Verdict()
		want := criteria.Met
		switch {
		case a == criteria.NotMet || b == criteria.NotMet:
			want = criteria.NotMet
		case a == criteria.Unknown || b == criteria.Unknown:
			want = criteria.Unknown
		}
		require.Equal(t, want, both, "%s with %s: %v", national, mine, in)
	}
	assert.Greater(t, compared, 2000)
}

// draw draws a requirement without anything that a province sets.
func draw(r *rand.Rand, depth int) criteria.Requirement {
	n := func() string { return strconv.Itoa(r.IntN(100)) }
	kinds := 2
	if depth > 0 {
		kinds = 6
	}
	switch r.IntN(kinds) {
	case 0:
		return criteria.AtLeast(n())
	case 1:
		return criteria.AtMost(n())
	case 2:
		return criteria.All(draw(r, depth-1), criteria.Sub("a", criteria.AtLeast(n())))
	case 3:
		return criteria.Any(draw(r, depth-1), criteria.Sub("b", criteria.AtMost(n())))
	case 4:
		return criteria.When(criteria.Attr("x").AtLeast(n()), draw(r, depth-1), draw(r, depth-1))
	default:
		return criteria.ByRegion(criteria.In(draw(r, depth-1), criteria.TDMNPB, criteria.TN), criteria.In(draw(r, depth-1), criteria.DBSH))
	}
}

// Where the province has no case, the national demand stands alone, as well or as badly
// known as it is.
func TestProvinceSaysNothingElsewhere(t *testing.T) {
	t.Parallel()
	al := criteria.AtLeast
	low := criteria.From(rule.Source{}, rule.Low)
	for name, c := range map[string]struct {
		national, own criteria.Requirement
		want          map[string]criteria.Verdict // "zone reading"
		reason        criteria.Reason             // in the low zone, where Unknown
	}{
		"known":       {al("70"), criteria.ByZone(criteria.In(al("80"), "vùng cao")), map[string]criteria.Verdict{"vùng cao 75": criteria.NotMet, "vùng thấp 75": criteria.Met, "vùng thấp 69": criteria.NotMet, " 69": criteria.NotMet, " 75": criteria.Unknown}, criteria.Decided},
		"unconfirmed": {criteria.Cite(low, al("70")), criteria.ByZone(criteria.In(al("80"), "vùng cao")), map[string]criteria.Verdict{"vùng cao 75": criteria.NotMet, "vùng thấp 69": criteria.Unknown, "vùng thấp 75": criteria.Unknown}, criteria.CellUnconfirmed},
		"left open":   {criteria.ProvinceSets(), criteria.ByZone(criteria.In(al("80"), "vùng cao")), map[string]criteria.Verdict{"vùng cao 80": criteria.Met, "vùng thấp 75": criteria.Unknown}, criteria.ProvinceNotSet},
		"not known":   {al("70"), criteria.ByZone(criteria.In(al("80"), "vùng cao"), criteria.In(criteria.Requirement{}, "vùng thấp")), map[string]criteria.Verdict{"vùng thấp 75": criteria.Unknown, "vùng thấp 69": criteria.NotMet}, criteria.CellNotKnown},
	} {
		set := localize(t, setOf(t, criteria.Indicator{Require: c.national}), overlayOf(own("1.1", c.own)))
		for in, want := range c.want {
			zone, reading, _ := strings.Cut(in, " ")
			if i := strings.LastIndex(in, " "); i > 0 {
				zone, reading = in[:i], in[i+1:]
			}
			d := dossier(map[string]criteria.Reading{"1.1": parsed(t, reading)})
			d.Profile.Zone = zone
			for l := range assess(t, set, d).Lines() {
				assert.Equal(t, want, l.Verdict, "%s: %s", name, in)
				if zone == "vùng thấp" && want == criteria.Unknown {
					assert.Equal(t, c.reason, l.Reason, "%s: %s", name, in)
				}
			}
		}
	}
}

// A caveat names the cells that were used, not the unconfirmed ones beside them.
func TestCaveatsNameUsedCells(t *testing.T) {
	t.Parallel()
	national := criteria.Cite(criteria.From(rule.Source{}, rule.Low), criteria.MeasuredBy("07/2021", criteria.AtMost("13")))
	set := localize(t, setOf(t, percent(national)), overlayOf(own("1.1", criteria.AtMost("10"))))
	a := assess(t, set, dossier(map[string]criteria.Reading{"1.1": parsed(t, "12")}))
	assert.Equal(t, criteria.NotMet, a.Verdict())
	assert.Empty(t, a.Caveats())
	view := a.Accept(rule.Low)
	assert.Len(t, view.Caveats().Of(criteria.AdviceAccepted), 1)
	assert.Len(t, view.Caveats().Of(criteria.AdvicePovertyUnnamed), 1)
}

// What the national text says where the set does not know it.
func TestSupply(t *testing.T) {
	t.Parallel()
	row := criteria.ByYear(
		criteria.In(criteria.ByRow(criteria.AtLeast, criteria.Row{criteria.TDMNPB: "39", criteria.TN: "", criteria.DBSH: "50"},
			criteria.From(rule.Source{}, rule.Low), criteria.From(source, rule.Secondary, criteria.DBSH)), 2022),
		criteria.In(criteria.AtLeast(""), 2023))
	table := tableOf(criteria.Indicator{Require: row, Unit: "triệu đồng"}, percent(criteria.ProvinceSets()))
	table.Criteria[0].Indicators[0].NameFrom = criteria.From(source, rule.Secondary)
	base, err := criteria.NewSet(table)
	require.NoError(t, err)
	gazette := rule.Source{Kind: rule.Decision, Number: "1/QĐ", Page: "https://example.org/cong-bao"}
	o := overlayOf()
	o.Supplied = []criteria.Indicator{{
		Code: "1.1", Name: words("Thu nhập"), NameFrom: criteria.From(gazette, rule.Read),
		Require: criteria.ByYear(
			criteria.In(criteria.ByRow(criteria.AtLeast, criteria.Row{criteria.TDMNPB: "40", criteria.TN: "41", criteria.DBSH: "50"}, criteria.From(gazette, rule.Read)), 2022),
			criteria.In(criteria.Cite(criteria.From(gazette, rule.Secondary), criteria.AtLeast("60")), 2024)),
	}}
	set := localize(t, base, o)
	for _, c := range []struct {
		region criteria.Region
		year   int
		demand string
		conf   rule.Confidence
	}{
		{criteria.TDMNPB, 2022, "≥ 40", rule.Read}, // corrected
		{criteria.TN, 2022, "≥ 41", rule.Read},     // supplied
		{criteria.DBSH, 2022, "≥ 50", rule.Read},   // confirmed
		{criteria.DBSH, 2024, "≥ 60", rule.Secondary},
		{criteria.DBSH, 2023, "≥ ?", rule.Read}, // as it was
		{criteria.BTB, 2022, "not stated", rule.NotObtained},
	} {
		d := dossier(nil)
		d.Profile.Region, d.Year = c.region, c.year
		demands, err := set.Demands(d)
		require.NoError(t, err)
		for cell := range demands.Cells() {
			assert.Equal(t, c.demand, cell.Demand.In(rule.En), "%s %d", c.region, c.year)
			assert.Equal(t, c.conf, cell.Confidence, "%s %d", c.region, c.year)
			assert.Equal(t, "Thu nhập", cell.Name.Vi)
			break
		}
	}
	assert.Equal(t, 1, base.Coverage().Unconfirmed)
	assert.Zero(t, set.Coverage().Unconfirmed)

	// Supplied again, at the same degree or a lower one, the cell is settled.
	for name, c := range map[string]struct {
		number string
		conf   rule.Confidence
		err    error
	}{
		"the same, less well known": {"50", rule.Low, nil},
		"something else":            {"51", rule.Read, nil},
		"something else, as well":   {"51", rule.Secondary, criteria.ErrSettled},
		"something else, by heart":  {"51", rule.High, criteria.ErrSettled},
	} {
		o := overlayOf()
		o.Supplied = []criteria.Indicator{{Code: "1.1", Require: criteria.ByYear(criteria.In(criteria.ByRegion(criteria.In(
			criteria.Cite(criteria.From(gazette, c.conf), criteria.AtLeast(c.number)), criteria.DBSH)), 2022))}}
		_, err := base.Localize(o)
		require.ErrorIs(t, err, c.err, name)
	}
	o.Supplied = []criteria.Indicator{{Code: "2.1", Require: criteria.Cite(criteria.From(gazette, rule.Read), criteria.AtLeast("50"))}}
	_, err = base.Localize(o)
	require.ErrorIs(t, err, criteria.ErrOverlay, "what the province sets is not national text")
}

// A set whose rows are missing can be met once all are supplied; a further row of the
// province does not stand for a missing one.
func TestSupplyMissingRows(t *testing.T) {
	t.Parallel()
	table := tableOf(percent(criteria.Pass()))
	table.Indicators = 2
	base, err := criteria.NewSet(table)
	require.NoError(t, err)
	in := dossier(map[string]criteria.Reading{"1.1": criteria.Passed(), "1.2": criteria.Passed(), "1.3": criteria.Passed(), "2.1": criteria.Passed()})
	row := func(code string) criteria.Indicator {
		return criteria.Indicator{Code: code, Name: words("thêm"), NameFrom: read, Require: criteria.Pass()}
	}
	o := overlayOf(row("1.2"))
	o.Criteria = []criteria.Criterion{{No: 2, Name: words("khu dân cư"), NameFrom: read, Indicators: []criteria.Indicator{row("2.1")}}}
	set := localize(t, base, o)
	a := assess(t, set, in)
	assert.Equal(t, criteria.Unknown, a.Verdict())
	assert.Len(t, a.Caveats().Of(criteria.AdviceRowsMissing), 1)
	supplied := row("1.3")
	supplied.Require = criteria.Cite(read, supplied.Require)
	o.Supplied = []criteria.Indicator{supplied}
	set = localize(t, base, o)
	a = assess(t, set, in)
	assert.Equal(t, criteria.Met, a.Verdict())
	assert.Equal(t, 4, a.CountIndicators(criteria.Met))
	assert.Equal(t, 2, a.Count(criteria.Met))
}

// An overlay that cannot be used says why, all at once.
func TestOverlayRefused(t *testing.T) {
	t.Parallel()
	base := setOf(t, percent(criteria.AtLeast("80")), percent(criteria.ProvinceSets()))
	al := criteria.AtLeast
	for name, c := range map[string]struct {
		change func(*criteria.Overlay)
		code   rule.Code
		says   string
	}{
		"no id":           {func(o *criteria.Overlay) { o.ID = "" }, "form.required", "id"},
		"another base":    {func(o *criteria.Overlay) { o.Base = "khác" }, criteria.ErrOverlay, "mẫu"},
		"the base's name": {func(o *criteria.Overlay) { o.ID = "mẫu" }, criteria.ErrOverlay, "base"},
		"no source":       {func(o *criteria.Overlay) { o.Source = rule.Source{} }, criteria.ErrOverlay, "source"},
		"days outside":    {func(o *criteria.Overlay) { o.Span = rule.Span{From: rule.Day(2020, 1, 1)} }, criteria.ErrOverlay, "days"},
		"years outside":   {func(o *criteria.Overlay) { o.Years = criteria.Years{From: 2020, To: 2023} }, criteria.ErrOverlay, "years"},
		"looser":          {func(o *criteria.Overlay) { o.Own = []criteria.Indicator{own("1.1", al("79.9"))} }, criteria.ErrLooser, "≥ 79.9, less than the national ≥ 80"},
		"looser in a zone": {func(o *criteria.Overlay) {
			o.Own = []criteria.Indicator{own("1.1", criteria.ByZone(criteria.In(al("90"), "vùng thấp"), criteria.In(al("79"), "vùng cao")))}
		}, criteria.ErrLooser, "≥ 79"},
		"percentage over 100": {func(o *criteria.Overlay) { o.Own = []criteria.Indicator{own("1.1", al("120"))} }, criteria.ErrTable, "own[0].require"},
		"code twice":          {func(o *criteria.Overlay) { o.Own = []criteria.Indicator{own("1.1", al("85")), own("1.1", al("90"))} }, criteria.ErrOverlay, "own[1].code"},
		"another kind":        {func(o *criteria.Overlay) { o.Own = []criteria.Indicator{own("1.1", criteria.Pass())} }, criteria.ErrOverlay, "another kind"},
		"looser between":      {func(o *criteria.Overlay) { o.Own = []criteria.Indicator{own("1.1", criteria.All(al("90"), al("70")))} }, criteria.ErrLooser, "≥ 70"},
		"zone not listed": {func(o *criteria.Overlay) {
			o.Own = []criteria.Indicator{own("1.1", criteria.ByZone(criteria.In(al("90"), "vùng xa")))}
		}, criteria.ErrOverlay, "vùng xa"},
		"nothing demanded": {func(o *criteria.Overlay) { o.Own = []criteria.Indicator{own("1.1", criteria.Requirement{})} }, criteria.ErrOverlay, "demand"},
		"another unit":     {func(o *criteria.Overlay) { o.Own = []criteria.Indicator{{Code: "1.1", Unit: "km", Require: al("90")}} }, criteria.ErrOverlay, "unit"},
		"n/a allowed": {func(o *criteria.Overlay) {
			o.Own = []criteria.Indicator{{Code: "1.1", MayNotApply: true, Require: al("90")}}
		}, criteria.ErrOverlay, "not applicable"},
		"no such row":        {func(o *criteria.Overlay) { o.Own = []criteria.Indicator{own("9.1", al("90"))} }, criteria.ErrOverlay, "criterion"},
		"a new row, no name": {func(o *criteria.Overlay) { o.Own = []criteria.Indicator{own("1.2", al("90"))} }, criteria.ErrTable, "name"},
		"own, not cited": {func(o *criteria.Overlay) {
			o.From = criteria.Citation{}
			o.Own = []criteria.Indicator{own("2.1", al("90"))}
		}, criteria.ErrTable, "citation"},
		"supplied, not cited": {func(o *criteria.Overlay) { o.Supplied = []criteria.Indicator{own("1.1", al("80"))} }, criteria.ErrTable, "citation"},
		"supplied by zone": {func(o *criteria.Overlay) {
			o.Supplied = []criteria.Indicator{own("1.1", criteria.Cite(read, criteria.ByZone(criteria.In(al("90"), "vùng cao"))))}
		}, criteria.ErrOverlay, "zones"},
	} {
		o := overlayOf()
		c.change(&o)
		_, err := base.Localize(o)
		require.ErrorIs(t, err, c.code, name)
		found, _ := rule.FindingsIn(err)
		var all strings.Builder
		for _, f := range found {
			all.WriteString(f.In(rule.En) + " " + string(f.Path) + "\n")
		}
		told := all.String()
		assert.Contains(t, told, c.says, name)
		assert.NotContains(t, told, "{", name)
	}
	_, err := criteria.Set{}.Localize(overlayOf())
	require.ErrorIs(t, err, criteria.ErrNoSet)
}

func TestOverlayJSON(t *testing.T) {
	t.Parallel()
	o := overlayOf(own("1.1", criteria.ByZone(criteria.In(criteria.AtLeast("90"), "vùng cao"))))
	data, err := json.Marshal(o)
	require.NoError(t, err)
	var back criteria.Overlay
	require.NoError(t, json.Unmarshal(data, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.JSONEq(t, string(data), string(again))
	require.Error(t, json.Unmarshal([]byte(`{"format":"giupxa.overlay/2"}`), &back))
	err = json.Unmarshal([]byte(`{"colour":1,"own":[{"code":"1.1","require":{"atLeast":"12,5"}}]}`), &back)
	found, _ := rule.FindingsIn(err)
	assert.Len(t, found, 4, "and the two names that are missing")
}

// The parts of a province's rows have words of their own.
func TestOverlayWords(t *testing.T) {
	t.Parallel()
	o := overlayOf(own("1.1", criteria.Sub("fence", criteria.Pass())))
	o.Words = map[string]rule.Text{"fence": {Vi: "hàng rào", En: "fence"}}
	set := localize(t, setOf(t, percent(criteria.AtLeast("80"))), o)
	for l := range assess(t, set, dossier(nil)).Lines() {
		assert.Equal(t, "≥ 80; hàng rào: đạt", l.Demand.String())
	}
	o.Words["fence"] = rule.Text{En: "fence"}
	_, err := setOf(t, percent(criteria.AtLeast("80"))).Localize(o)
	require.ErrorIs(t, err, criteria.ErrTable)
}

// An overlay's own days: before them the national set serves, and the province's refuses.
func TestOverlayDays(t *testing.T) {
	t.Parallel()
	base := setOf(t, percent(criteria.AtLeast("80")))
	o := overlayOf(own("1.1", criteria.AtLeast("90")))
	first := rule.Day(2022, 7, 28)
	o.Span, o.Years = rule.Span{From: first, To: rule.Day(2025, 12, 31)}, criteria.Years{From: 2022, To: 2025}
	set := localize(t, base, o)
	open := o
	open.Span.To = rule.Span{}.To
	assert.Equal(t, o.Span, localize(t, base, open).Span(), "an open end is the base's")
	for offset, want := range map[int]error{-1: criteria.ErrNotInForce, 0: nil, 1: nil} {
		d := dossier(nil)
		d.AsOf = first.AddDays(offset)
		_, err := set.Assess(d)
		require.ErrorIs(t, err, want)
	}
}

// No overlay makes a set that answers without a reading, or panics.
func FuzzOverlay(f *testing.F) {
	for _, o := range []criteria.Overlay{
		overlayOf(own("1.1", criteria.ByZone(criteria.In(criteria.AtLeast("90"), "vùng cao"), criteria.In(criteria.AtLeast("85"), "vùng thấp")))),
		overlayOf(own("2.1", criteria.When(criteria.Attr("x").Holds(), criteria.Sub("a", criteria.Pass()), criteria.BySex(criteria.AtMost("5"))))),
	} {
		data, err := json.Marshal(o)
		require.NoError(f, err)
		f.Add(data)
	}
	base := setOf(f, percent(criteria.AtLeast("80")), percent(criteria.ByRegion(criteria.In(criteria.ProvinceSets(), criteria.TDMNPB), criteria.In(criteria.AtMost(""), criteria.DBSH))))
	f.Fuzz(func(t *testing.T, data []byte) {
		var o criteria.Overlay
		if json.Unmarshal(data, &o) != nil {
			return
		}
		set, err := base.Localize(o)
		if err != nil {
			return
		}
		a, err := set.Assess(criteria.Dossier{Override: "fuzz", Profile: criteria.Profile{Region: criteria.TDMNPB, Zone: "vùng cao"}})
		require.NoError(t, err)
		for l := range a.Lines() {
			if l.Verdict != criteria.Unknown {
				t.Fatalf("%s is %s without a reading: %s", l.Code, l.Verdict, l.Demand)
			}
		}
	})
}
