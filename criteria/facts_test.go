package criteria_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

func codesOf(found rule.Findings) (codes []string) {
	for _, f := range found {
		codes = append(codes, fmt.Sprintf("%s at %s", string(f.Code()), f.Path))
	}
	return codes
}

// The area that a profile states is decided fact: no reading of it wins, at whatever stage, and
// one that says otherwise is told.
func TestAreaIsDecidedFact(t *testing.T) {
	t.Parallel()
	split := criteria.When(criteria.Attr("area").AtLeast("2"), criteria.AtLeast("10"), criteria.AtLeast("90"))
	plain := setOf(t, criteria.Indicator{Require: split})
	table := tableOf(criteria.Indicator{Require: criteria.ByGroup(criteria.In(criteria.AtLeast("10"), criteria.Group3), criteria.In(criteria.AtLeast("90"), criteria.Group2))})
	table.Groups = []criteria.GroupRule{{Group: criteria.Group3, When: criteria.Attr("area").AtLeast("2"), Name: words("3"), From: read}, {Group: criteria.Group2, Name: words("2"), From: read}}
	grouped, err := criteria.NewSet(table)
	require.NoError(t, err)
	for name, set := range map[string]criteria.Set{"an attribute": plain, "a group": grouped} {
		for _, c := range []struct {
			area    criteria.Area
			reading string
			stage   criteria.Stage
			verdict criteria.Verdict
			told    string
		}{
			{criteria.AreaIII, "0", criteria.Self, criteria.Met, "criteria.fact-contradicted"},
			{criteria.AreaIII, "0", criteria.Appraised, criteria.Met, "criteria.fact-contradicted"},
			{criteria.AreaIII, "3.0000000", 0, criteria.Met, ""},
			{criteria.AreaIII, ">1", 0, criteria.Met, ""},
			{criteria.AreaIII, "<3", 0, criteria.Met, "criteria.fact-contradicted"},
			{criteria.AreaI, "2", criteria.Appraised, criteria.NotMet, "criteria.fact-contradicted"},
			{criteria.AreaIII, "85.5", 0, criteria.Met, "criteria.area"},
			{0, "85.5", 0, criteria.Unknown, "criteria.area"},
			{0, "-1", 0, criteria.Unknown, "criteria.area"},
			{0, ">3", 0, criteria.Unknown, "criteria.area"},
			{0, "2", criteria.Self, criteria.Met, ""},
			{criteria.OutsideAreas, "", 0, criteria.NotMet, ""},
		} {
			d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "50").By(criteria.Appraised)})
			d.Profile.Area = c.area
			if c.reading != "" {
				d.Readings["@area"] = parsed(t, c.reading).By(c.stage)
			}
			a := assess(t, set, d)
			what := fmt.Sprint(name, " ", c)
			assert.Equal(t, c.verdict, a.Verdict(), what)
			var told []string
			if c.told != "" {
				told = []string{c.told + ` at readings["@area"]`}
			}
			assert.Equal(t, told, codesOf(append(a.Findings(), a.Caveats()...)), what)
			got, err := json.Marshal(a.Dossier())
			require.NoError(t, err)
			want, err := json.Marshal(d)
			require.NoError(t, err)
			assert.JSONEq(t, string(want), string(got), what)
		}
	}
	said := assess(t, plain, criteria.Dossier{AsOf: rule.Day(2022, 6, 1), Profile: criteria.Profile{Area: criteria.AreaIII}, Readings: map[string]criteria.Reading{"@area": parsed(t, "0")}}).Caveats()
	require.Len(t, said, 1)
	assert.Equal(t, "số liệu cho 0, hồ sơ đã xác định khu vực III; dùng khu vực III", said[0].In(rule.Vi))
}

// A group that is stated stands, and readings that give another one are told.
func TestGroupIsDecidedFact(t *testing.T) {
	t.Parallel()
	table := tableOf(criteria.Indicator{Require: criteria.ByGroup(criteria.In(criteria.AtLeast("10"), criteria.Group1), criteria.In(criteria.AtLeast("90"), criteria.Group2))})
	table.Groups = []criteria.GroupRule{{Group: criteria.Group1, When: criteria.Attr("urban").Holds(), Name: words("1"), From: read}, {Group: criteria.Group2, Name: words("2"), From: read}}
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	for urban, told := range map[string]int{"pass": 0, "fail": 1, "": 0} {
		d := dossier(readings(t, "1.1=50"))
		d.Profile.Group = criteria.Group1
		if urban != "" {
			d.Readings["@urban"] = parsed(t, urban)
		}
		a := assess(t, set, d)
		assert.Equal(t, criteria.Met, a.Verdict())
		assert.Len(t, a.Caveats().Of(criteria.AdviceFactContradicted), told, urban)
	}
}

// A reading that cannot be of the commune on the day of assessment is told and not used:
// neither its value nor what is stated in it.
func TestReadingsOfOtherDays(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")))
	on := rule.Day(2022, 6, 1)
	for _, c := range []struct {
		reading criteria.Reading
		asOf    civil.Date
		verdict criteria.Verdict
		code    rule.Code
	}{
		{parsed(t, "90").On(rule.Day(2031, 1, 1)), on, criteria.Unknown, criteria.ErrReadingDay},
		{parsed(t, "90").On(on.AddDays(1)), on, criteria.Unknown, criteria.ErrReadingDay},
		{parsed(t, "90").On(on), on, criteria.Met, ""},
		{parsed(t, "90").On(rule.Day(2022, 2, 30)), on, criteria.Unknown, criteria.ErrReadingDay},
		{parsed(t, "90").On(rule.Day(2031, 1, 1)), civil.Date{}, criteria.Met, ""}, // which day is not known
		{parsed(t, "90").On(rule.Day(2031, 13, 1)), civil.Date{}, criteria.Unknown, criteria.ErrReadingDay},
		{criteria.Stated(criteria.Met, source).On(rule.Day(2023, 1, 1)), on, criteria.Unknown, criteria.ErrReadingDay},
		{parsed(t, "90").By(99), on, criteria.Unknown, criteria.ErrStage},
		{parsed(t, "90").By(criteria.Appraised + 1), on, criteria.Unknown, criteria.ErrStage},
		{criteria.Stated(criteria.Met, source).By(4), on, criteria.Unknown, criteria.ErrStage},
		{criteria.Reading{Said: 9}, on, criteria.Unknown, criteria.ErrReadingKind},
	} {
		d := dossier(map[string]criteria.Reading{"1.1": c.reading})
		if d.AsOf = c.asOf; c.asOf.IsZero() {
			d.Override = "ngày chưa rõ"
		}
		a := assess(t, set, d)
		assert.Equal(t, c.verdict, a.Verdict(), c.reading)
		assert.Equal(t, c.verdict, a.AtStage(criteria.Appraised).AtStage(0).Verdict(), c.reading)
		assert.NotEqual(t, criteria.Met, a.AtStage(criteria.Appraised).Verdict(), "%s: it is nobody's appraisal", c.reading)
		if c.code == "" {
			assert.Empty(t, a.Findings())
			continue
		}
		require.Len(t, a.Findings(), 1, c.reading)
		assert.Equal(t, c.code, a.Findings()[0].Code())
		assert.NotContains(t, a.Findings().Error(), "{")
		assert.Zero(t, a.RestsOn(0)+a.RestsOn(criteria.Appraised), "%s is not in use", c.reading)
	}
	found := assess(t, set, dossier(map[string]criteria.Reading{"1.1": parsed(t, "90").On(rule.Day(2031, 1, 1))})).Findings()
	assert.Equal(t, "«1.1»: số liệu ghi ngày 01/01/2031, sau ngày đánh giá 01/6/2022; không dùng", found[0].In(rule.Vi))
	assert.Equal(t, "1.1: the reading is of 2031-01-01, after the day of assessment, 2022-06-01; it is not used", found[0].In(rule.En))
}

// A multiple of an earlier value by another poverty standard is no multiple.
func TestPreviousByAnotherStandard(t *testing.T) {
	t.Parallel()
	by := func(text, standard string) criteria.Reading {
		r := parsed(t, text)
		r.Poverty = standard
		return r
	}
	half := criteria.AgainstPrevious(criteria.AtMost("0.5"))
	measured := criteria.MeasuredBy("07/2021/NĐ-CP", half)
	for _, c := range []struct {
		demand      criteria.Requirement
		now, before string
		verdict     criteria.Verdict
		unnamed     int
	}{
		{measured, "07/2021/NĐ-CP", "07/2021/NĐ-CP", criteria.Met, 0},
		{measured, "07/2021/NĐ-CP", "59/2015/QĐ-TTg", criteria.Unknown, 0},
		{measured, "59/2015/QĐ-TTg", "07/2021/NĐ-CP", criteria.Unknown, 0},
		{measured, "07/2021/NĐ-CP", "", criteria.Met, 1},
		{measured, "", "", criteria.Met, 2},
		{measured, "07/2021/N\u00D0-CP", "07/2021/N\u0189-CP", criteria.Met, 0}, // letters that look like Đ
		{half, "07/2021/NĐ-CP", "59/2015/QĐ-TTg", criteria.Unknown, 0},
		{half, "59/2015/QĐ-TTg", "59/2015/QĐ-TTg", criteria.Met, 0},
		{half, "07/2021/NĐ-CP", "", criteria.Met, 0},
	} {
		a := assess(t, setOf(t, criteria.Indicator{Require: c.demand}), dossier(map[string]criteria.Reading{"1.1": by("5", c.now), "1.1/previous": by("10", c.before)}))
		what := c.now + " after " + c.before
		assert.Equal(t, c.verdict, a.Verdict(), what)
		assert.Len(t, a.Caveats().Of(criteria.AdvicePovertyUnnamed), c.unnamed, what)
		for l := range a.Lines(criteria.Unknown) {
			assert.Equal(t, criteria.OtherStandard, l.Reason, what)
			assert.NotEmpty(t, l.Missing, what)
			_, known := l.Gap()
			assert.False(t, known, what)
		}
	}
}

// "Not applicable" beside the contrary is never reached in silence.
func TestNotApplicableContradicted(t *testing.T) {
	t.Parallel()
	both := criteria.All(criteria.Sub("a", criteria.AtLeast("80")), criteria.Sub("b", criteria.Pass()))
	said := func(r criteria.Reading, v criteria.Verdict) criteria.Reading { r.Said = v; return r }
	na := criteria.NotApplied()
	for name, c := range map[string]struct {
		demand criteria.Requirement
		in     map[string]criteria.Reading
		codes  []string
	}{
		"row n/a, stated not met":         {both, map[string]criteria.Reading{"1.1": said(na, criteria.NotMet)}, []string{`criteria.contradiction at readings["1.1"]`}},
		"row n/a, stated met":             {both, map[string]criteria.Reading{"1.1": said(na, criteria.Met)}, nil},
		"row n/a, stated n/a":             {both, map[string]criteria.Reading{"1.1": said(na, criteria.NotApplicable)}, nil},
		"row n/a, a part fails":           {both, map[string]criteria.Reading{"1.1": na, "1.1/b": criteria.Failed()}, []string{`criteria.parts-contradict at readings["1.1"]`}},
		"row n/a, a part falls short":     {both, map[string]criteria.Reading{"1.1": na, "1.1/a": parsed(t, "79")}, []string{`criteria.parts-contradict at readings["1.1"]`}},
		"row n/a, a part met":             {both, map[string]criteria.Reading{"1.1": na, "1.1/b": criteria.Passed()}, nil},
		"parts n/a, row stated not met":   {both, map[string]criteria.Reading{"1.1": said(criteria.Reading{}, criteria.NotMet), "1.1/a": na, "1.1/b": na}, []string{`criteria.contradiction at readings["1.1"]`}},
		"ways n/a, row stated not met":    {criteria.FirstOf(criteria.Sub("a", criteria.Pass()), criteria.Sub("b", criteria.Pass())), map[string]criteria.Reading{"1.1": said(criteria.Reading{}, criteria.NotMet), "1.1/a": na, "1.1/b": na}, []string{`criteria.contradiction at readings["1.1"]`}},
		"both, and the criterion not met": {both, map[string]criteria.Reading{"1.1": said(na, criteria.NotMet), "1.1/b": criteria.Failed(), "c1": criteria.Stated(criteria.NotMet, source)}, []string{`criteria.contradiction at readings["1.1"]`, `criteria.parts-contradict at readings["1.1"]`, "criteria.contradiction at readings.c1"}},
	} {
		a := assess(t, setOf(t, criteria.Indicator{Require: c.demand, MayNotApply: true}), dossier(c.in))
		require.Empty(t, a.Findings(), name)
		assert.Equal(t, criteria.Met, a.Verdict(), name)
		assert.Equal(t, c.codes, codesOf(a.Caveats()), name)
	}
}

// Keys of Go maps in another spelling are the same key; of two spellings the second is told.
func TestKeysInAnotherSpelling(t *testing.T) {
	t.Parallel()
	set := setOf(t, criteria.Indicator{Require: criteria.All(criteria.AtLeast("1"), criteria.Sub("đường", criteria.AtLeast("5")))})
	nfd, eth := "1.1/\u0111u\u031bo\u031b\u0300ng", "1.1/\u00f0ường"
	for name, c := range map[string]struct {
		in      map[string]criteria.Reading
		verdict criteria.Verdict
		found   []string
	}{
		"as the set":           {map[string]criteria.Reading{"1.1": parsed(t, "1"), "1.1/đường": parsed(t, "5")}, criteria.Met, nil},
		"not composed":         {map[string]criteria.Reading{"1.1": parsed(t, "1"), nfd: parsed(t, "5")}, criteria.Met, nil},
		"a letter like đ":      {map[string]criteria.Reading{"1.1": parsed(t, "1"), eth: parsed(t, "4")}, criteria.NotMet, nil},
		"twice":                {map[string]criteria.Reading{"1.1": parsed(t, "1"), "1.1/đường": parsed(t, "5"), nfd: parsed(t, "4")}, criteria.Met, []string{string("criteria.same-key at " + rule.Path("readings").Key(nfd))}},
		"not known in any way": {map[string]criteria.Reading{"1.1": parsed(t, "0"), "1.1/ca\u0302\u0300u": parsed(t, "4")}, criteria.NotMet, []string{`criteria.unknown-key at readings["1.1/cầu"]`}},
	} {
		a := assess(t, set, dossier(c.in))
		assert.Equal(t, c.verdict, a.Verdict(), name)
		assert.Equal(t, c.found, codesOf(a.Findings()), name)
	}
	d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "7")})
	zoned := setOf(t, criteria.Indicator{Require: criteria.ByZone(criteria.In(criteria.AtLeast("5"), "vu\u0300ng \u00d0ông"))})
	d.Profile.Zone, d.Set = "vùng \u0189ông", "m\u00e2\u0303u"
	assert.Equal(t, criteria.Met, assess(t, zoned, d).Verdict())
}

// Findings of a dossier made in Go are bounded, and say how many more there are.
func TestUnknownKeysAreBounded(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")))
	for name, at := range map[string]func(int) string{"unknown": func(i int) string { return fmt.Sprintf("8.%d", i) }, "long": func(i int) string { return fmt.Sprintf("8.%0100d", i) }} {
		d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "90")})
		for i := range 5_000 {
			d.Readings[at(i)] = criteria.Passed()
		}
		a := assess(t, set, d)
		found := a.Findings()
		require.Len(t, found, 1001, name)
		assert.Equal(t, form.ErrMore, found[1000].Code())
		assert.Contains(t, found[1000].String(), "4000")
		assert.Equal(t, criteria.Met, a.Verdict())
		assert.Len(t, a.Dossier().Readings, 5001)
	}
	// Readings of many rows that do not fit are bounded alike.
	rows := make([]criteria.Indicator, 0, 190)
	d := dossier(map[string]criteria.Reading{})
	table := tableOf(percent(criteria.Pass()))
	for i := range 1_500 {
		rows = append(rows, criteria.Indicator{Code: fmt.Sprintf("1.%d", i+1), Name: words("x"), NameFrom: read, Require: criteria.All(criteria.Sub("a", criteria.Pass()), criteria.Sub("b", criteria.Pass()))})
		d.Readings[rows[i].Code] = parsed(t, "5")
	}
	table.Criteria[0].Indicators = rows
	big, err := criteria.NewSet(table)
	require.NoError(t, err)
	found := assess(t, big, d).Findings()
	require.Len(t, found, 1001)
	assert.Contains(t, found[1000].String(), "500")
}

// A profile that names no region, group or area of the lists cannot be asked about.
func TestProfileOfNoList(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")))
	for _, p := range []criteria.Profile{{Region: 99}, {Group: 4}, {Area: criteria.AreaIII + 1}} {
		d := dossier(nil)
		d.Profile, d.Override = p, "so sánh"
		_, err := set.Assess(d)
		require.ErrorIs(t, err, criteria.ErrProfile)
	}
	d := dossier(nil)
	d.AsOf = rule.Day(2022, 2, 30)
	_, err := set.Assess(d)
	require.ErrorIs(t, err, criteria.ErrNotInForce)
	require.ErrorIs(t, err, rule.ErrNotADay)
}

// A condition that is not confirmed counts as a cell that is not: its number is not used unless
// the caller accepts it, a pass is judged with a caveat.
func TestUnconfirmedConditions(t *testing.T) {
	t.Parallel()
	low := criteria.From(rule.Source{}, rule.Low)
	schools, urban := criteria.Attr("x").AtLeast("4"), criteria.Attr("x").Holds()
	split := func(condition criteria.Requirement) criteria.Requirement {
		return criteria.When(condition, criteria.AtLeast("70"), criteria.AtLeast("50"))
	}
	for name, c := range map[string]struct {
		demand           criteria.Requirement
		x                string
		strict, accepted criteria.Verdict
		caveat           rule.Code // of the view that decides
	}{
		"confirmed":               {split(schools), "4", criteria.NotMet, criteria.NotMet, ""},
		"number":                  {split(criteria.Cite(low, schools)), "4", criteria.Unknown, criteria.NotMet, criteria.AdviceAccepted},
		"number, branches agree":  {criteria.When(criteria.Cite(low, schools), criteria.AtLeast("60"), criteria.AtLeast("50")), "4", criteria.Met, criteria.Met, criteria.AdviceAccepted},
		"pass":                    {split(criteria.Cite(low, urban)), "pass", criteria.NotMet, criteria.NotMet, criteria.AdviceUnconfirmed},
		"one of two":              {split(criteria.All(criteria.Cite(low, schools), criteria.Attr("y").Holds())), "4", criteria.Unknown, criteria.NotMet, criteria.AdviceAccepted},
		"the whole row":           {criteria.Cite(low, split(schools)), "4", criteria.Unknown, criteria.NotMet, criteria.AdviceAccepted},
		"cells better than it":    {criteria.Cite(low, criteria.When(schools, criteria.Cite(read, criteria.AtLeast("70")), criteria.Cite(read, criteria.AtLeast("50")))), "4", criteria.Unknown, criteria.NotMet, criteria.AdviceAccepted},
		"it better than the cell": {criteria.When(schools, criteria.Cite(low, criteria.AtLeast("70")), criteria.AtLeast("50")), "3", criteria.Met, criteria.Met, ""},
	} {
		a := assess(t, setOf(t, criteria.Indicator{Require: c.demand}), dossier(map[string]criteria.Reading{"1.1": parsed(t, "60"), "@x": parsed(t, c.x), "@y": criteria.Passed()}))
		assert.Equal(t, c.strict, a.Verdict(), name)
		view := a.Accept(rule.Low)
		assert.Equal(t, c.accepted, view.Verdict(), name)
		if c.caveat != "" {
			assert.NotEmpty(t, view.Caveats().Of(c.caveat), name)
		} else {
			assert.Empty(t, view.Caveats(), name)
		}
		for l := range a.Lines(criteria.Unknown) {
			assert.Equal(t, criteria.CellUnconfirmed, l.Reason, name)
			assert.Empty(t, l.Missing, name)
		}
	}
	_, err := criteria.NewSet(func() criteria.Table {
		table := tableOf(criteria.Indicator{Require: criteria.When(schools, criteria.Cite(read, criteria.AtLeast("70")), criteria.Cite(read, criteria.AtLeast("50")))})
		table.From = criteria.Citation{}
		return table
	}())
	assert.ErrorIs(t, err, criteria.ErrTable, "a condition needs a citation as a cell does")
}

// The rule of a group that is not confirmed gives no group by its number, and by a pass with
// a caveat. The view that accepts it may come to other demands.
func TestUnconfirmedGroups(t *testing.T) {
	t.Parallel()
	table := tableOf(criteria.Indicator{Require: criteria.ByGroup(criteria.In(criteria.AtLeast("10"), criteria.Group3), criteria.In(criteria.AtLeast("90"), criteria.Group2))})
	for name, c := range map[string]struct {
		when             criteria.Requirement
		from             criteria.Citation
		strict, accepted criteria.Verdict
		caveats          int
	}{
		"read":               {criteria.Attr("area").AtLeast("2"), read, criteria.Met, criteria.Met, 0},
		"as the table":       {criteria.Attr("area").AtLeast("2"), criteria.Citation{}, criteria.Met, criteria.Met, 0},
		"not confirmed":      {criteria.Attr("area").AtLeast("2"), criteria.From(rule.Source{}, rule.Low), criteria.Unknown, criteria.Met, 1},
		"a pass":             {criteria.Attr("urban").Holds(), criteria.From(rule.Source{}, rule.Low), criteria.Met, criteria.Met, 1},
		"one of two":         {criteria.All(criteria.Attr("area").AtLeast("2"), criteria.Cite(criteria.From(rule.Source{}, rule.Low), criteria.Attr("urban").Holds())), read, criteria.Met, criteria.Met, 1},
		"decided without it": {criteria.Any(criteria.Cite(criteria.From(rule.Source{}, rule.Low), criteria.Attr("area").AtLeast("2")), criteria.Attr("urban").Holds()), read, criteria.Met, criteria.Met, 1},
	} {
		table.Groups = []criteria.GroupRule{{Group: criteria.Group3, When: c.when, Name: words("3"), From: c.from}, {Group: criteria.Group2, Name: words("2"), From: read}}
		set, err := criteria.NewSet(table)
		require.NoError(t, err)
		d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "50"), "@urban": criteria.Passed()})
		d.Profile.Area = criteria.AreaIII
		a := assess(t, set, d)
		assert.Equal(t, c.strict, a.Verdict(), name)
		demands, err := set.Demands(d)
		require.NoError(t, err)
		bound, err := demands.Bind(d)
		require.NoError(t, err)
		for _, view := range []criteria.Assessment{a.Accept(rule.Low), bound.Accept(rule.Low).Assess(), a.Accept(rule.Low).AtStage(0)} {
			assert.Equal(t, c.accepted, view.Verdict(), name)
			assert.Len(t, view.Caveats().Of(criteria.AdviceGroupUnconfirmed), c.caveats, name)
			assert.Equal(t, c.strict, view.Accept(rule.Secondary).Verdict(), name)
		}
	}
	table.Groups[0].From = criteria.From(rule.Source{}, rule.Read)
	_, err := criteria.NewSet(table)
	require.ErrorIs(t, err, criteria.ErrTable, "what is confirmed names its source")
}

// A citation of some columns decides nothing while the region is not given, unless the cell is
// confirmed in all of them.
func TestColumnsOfNoRegion(t *testing.T) {
	t.Parallel()
	low, some := criteria.From(rule.Source{}, rule.Low, criteria.TN), criteria.From(source, rule.Secondary, criteria.TN)
	for name, c := range map[string]struct {
		demand          criteria.Requirement
		in              string
		nowhere, inDBSH criteria.Verdict
	}{
		"unconfirmed in TN":         {criteria.Cite(low, criteria.AtLeast("50")), "60", criteria.Unknown, criteria.Met},
		"a pass, unconfirmed in TN": {criteria.Cite(low, criteria.Pass()), "pass", criteria.Unknown, criteria.Met},
		"confirmed in TN":           {criteria.Cite(some, criteria.AtLeast("50")), "60", criteria.Met, criteria.Met},
		"confirmed only in TN":      {criteria.Cite(criteria.From(rule.Source{}, rule.Low), criteria.Cite(some, criteria.AtLeast("50"))), "60", criteria.Unknown, criteria.Unknown},
		"confirmed below":           {criteria.Cite(low, criteria.Cite(read, criteria.AtLeast("50"))), "60", criteria.Met, criteria.Met},
		"a condition":               {criteria.When(criteria.Cite(low, criteria.Attr("x").Holds()), criteria.AtLeast("70"), criteria.AtLeast("50")), "60", criteria.Unknown, criteria.NotMet},
	} {
		set := setOf(t, criteria.Indicator{Require: c.demand})
		d := dossier(map[string]criteria.Reading{"1.1": parsed(t, c.in), "@x": criteria.Passed()})
		d.Profile.Region = criteria.DBSH
		assert.Equal(t, c.inDBSH, assess(t, set, d).Verdict(), name)
		d.Profile.Region = 0
		a := assess(t, set, d)
		assert.Equal(t, c.nowhere, a.Verdict(), name)
		for l := range a.Lines(criteria.Unknown) {
			assert.Equal(t, criteria.RegionNotKnown, l.Reason, name)
		}
	}
}

// A stated count is used in the bounds, told beside what was found, and both numbers are named
// where it cannot be.
func TestStatedCounts(t *testing.T) {
	t.Parallel()
	rows := make([]criteria.Indicator, 19)
	for i := range rows {
		rows[i] = percent(criteria.Pass())
	}
	set := setOf(t, rows...)
	with := func(passed, failed int, key, count string) map[string]criteria.Reading {
		in := map[string]criteria.Reading{key: parsed(t, count)}
		for i := range passed + failed {
			in[fmt.Sprintf("%d.1", i+1)] = criteria.Passed()
			if i >= passed {
				in[fmt.Sprintf("%d.1", i+1)] = criteria.Failed()
			}
		}
		return in
	}
	for name, c := range map[string]struct {
		in      map[string]criteria.Reading
		verdict criteria.Verdict
		bounds  [2]int
		says    string
	}{
		"alone":                {with(0, 0, "set/criteria", "16 of 19"), criteria.NotMet, [2]int{16, 16}, "set/criteria: stated 16 of 19; found from 0 to 19"},
		"the failure named":    {with(0, 1, "set/criteria", "18 of 19"), criteria.NotMet, [2]int{18, 18}, "set/criteria: stated 18 of 19; found from 0 to 18"},
		"all":                  {with(0, 0, "set/criteria", "19 of 19"), criteria.Met, [2]int{19, 19}, "set/criteria: stated 19 of 19; found from 0 to 19"},
		"found as stated":      {with(16, 3, "set/criteria", "16 of 19"), criteria.NotMet, [2]int{16, 16}, ""},
		"too few":              {with(17, 2, "set/criteria", "16 of 19"), criteria.NotMet, [2]int{17, 17}, "set/criteria: stated 16 of 19, found 17"},
		"too few, some open":   {with(17, 1, "set/criteria", "16 of 19"), criteria.NotMet, [2]int{17, 18}, "set/criteria: stated 16 of 19, found from 17 to 18"},
		"too many":             {with(5, 4, "set/criteria", "16 of 19"), criteria.NotMet, [2]int{5, 15}, "set/criteria: stated 16 of 19, found from 5 to 15"},
		"open, and too few":    {with(17, 0, "set/criteria", "16 of 19"), criteria.Unknown, [2]int{17, 19}, "set/criteria: stated 16 of 19, found from 17 to 19"},
		"of indicators":        {with(0, 0, "set/indicators", "16 of 19"), criteria.NotMet, [2]int{0, 19}, "set/indicators: stated 16 of 19; found from 0 to 19"},
		"indicators, too many": {with(5, 4, "set/indicators", "16 of 19"), criteria.NotMet, [2]int{5, 15}, "set/indicators: stated 16 of 19, found from 5 to 15"},
	} {
		a := assess(t, set, dossier(c.in))
		require.Empty(t, a.Findings(), name)
		assert.Equal(t, c.verdict, a.Verdict(), name)
		least, most := a.Bounds()
		assert.Equal(t, c.bounds[0], least, name)
		assert.Equal(t, c.bounds[1], most, name)
		var said []string
		for _, f := range append(a.Caveats().Of(criteria.AdviceContradiction), a.Caveats().Of(criteria.AdviceStatedCount)...) {
			said = append(said, f.In(rule.En))
			assert.NotContains(t, f.In(rule.Vi), "{")
		}
		if c.says == "" {
			assert.Empty(t, said, name)
		} else {
			assert.Equal(t, []string{c.says}, said, name)
		}
	}
	lower := dossier(map[string]criteria.Reading{"set/criteria": criteria.Count(16, 19).By(criteria.Self)})
	least, most := assess(t, set, lower).AtStage(criteria.Verified).Bounds()
	assert.Equal(t, [2]int{0, 19}, [2]int{least, most}, "the count is of a lower stage")
	said := assess(t, set, dossier(map[string]criteria.Reading{"set/criteria": criteria.Count(16, 19), "set": criteria.Stated(criteria.Met, source)}))
	least, most = said.Bounds()
	assert.Equal(t, [2]int{0, 19}, [2]int{least, most}, "two statements contradict each other")
	assert.Equal(t, []string{"criteria.contradiction at readings.set", `criteria.contradiction at readings["set/criteria"]`}, codesOf(said.Caveats()))
}

// Counts of the indicators of a criterion likewise.
func TestStatedCountsOfCriteria(t *testing.T) {
	t.Parallel()
	table := tableOf(percent(criteria.Pass()))
	for i := range 2 {
		row := table.Criteria[0].Indicators[0]
		row.Code = fmt.Sprintf("1.%d", i+2)
		table.Criteria[0].Indicators = append(table.Criteria[0].Indicators, row)
	}
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	both := criteria.Count(1, 3)
	both.Said = criteria.Met
	for name, c := range map[string]struct {
		in      map[string]criteria.Reading
		verdict criteria.Verdict
		says    string
	}{
		"alone":               {map[string]criteria.Reading{"c1": criteria.Count(2, 3)}, criteria.NotMet, "c1: stated 2 of 3; found from 0 to 3"},
		"as found":            {map[string]criteria.Reading{"c1": criteria.Count(2, 3), "1.1": criteria.Passed(), "1.2": criteria.Passed(), "1.3": criteria.Failed()}, criteria.NotMet, ""},
		"another number":      {map[string]criteria.Reading{"c1": criteria.Count(1, 3), "1.1": criteria.Passed(), "1.2": criteria.Passed(), "1.3": criteria.Failed()}, criteria.NotMet, "c1: stated 1 of 3, found 2"},
		"another, and open":   {map[string]criteria.Reading{"c1": criteria.Count(1, 3), "1.1": criteria.Passed(), "1.2": criteria.Passed()}, criteria.Unknown, "c1: stated 1 of 3, found from 2 to 3"},
		"all, and one fails":  {map[string]criteria.Reading{"c1": criteria.Count(3, 3), "1.3": criteria.Failed()}, criteria.NotMet, "c1: stated 3 of 3, found from 0 to 2"},
		"not what it states":  {map[string]criteria.Reading{"c1": both}, criteria.Unknown, "c1: stated 1 of 3 (met), found from 0 to 3"},
		"stated, and no more": {map[string]criteria.Reading{"c1": criteria.Stated(criteria.NotMet, source), "1.1": criteria.Passed(), "1.2": criteria.Passed(), "1.3": criteria.Passed()}, criteria.Met, "c1: stated not met, found met"},
	} {
		a := assess(t, set, dossier(c.in))
		require.Empty(t, a.Findings(), name)
		for h := range a.Headings() {
			assert.Equal(t, c.verdict, h.Verdict, name)
		}
		var said []string
		for _, f := range append(a.Caveats().Of(criteria.AdviceContradiction), a.Caveats().Of(criteria.AdviceStatedCount)...) {
			said = append(said, f.In(rule.En))
		}
		if c.says == "" {
			assert.Empty(t, said, name)
		} else {
			assert.Equal(t, []string{c.says}, said, name)
		}
	}
}

// Why a question cannot be asked is said in both languages.
func TestMisuseInBothLanguages(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")))
	for name, c := range map[string]struct {
		change func(*criteria.Dossier)
		vi, en string
	}{
		"set":      {func(d *criteria.Dossier) { d.Set = "khác" }, "không có bộ tiêu chí như vậy: hồ sơ nêu bộ khác, không phải mẫu", "no such set: the dossier names khác, not mẫu"},
		"standard": {func(d *criteria.Dossier) { d.Standard = criteria.Model }, "hồ sơ hỏi chuẩn nông thôn mới kiểu mẫu, mẫu là của chuẩn nông thôn mới", "asks about the standard model new rural"},
		"profile":  {func(d *criteria.Dossier) { d.Profile.Area = 9 }, "không có vùng, nhóm hoặc khu vực như vậy", "no such region, group or area"},
		"no day":   {func(d *criteria.Dossier) { d.AsOf = rule.Day(2022, 2, 30) }, "ngày đánh giá 30/02/2022 không có thật", "the day of assessment 2022-02-30 does not exist"},
		"none":     {func(d *criteria.Dossier) { d.AsOf = civil.Date{} }, "hồ sơ không ghi ngày đánh giá", "names no day of assessment"},
		"another":  {func(d *criteria.Dossier) { d.AsOf = rule.Day(2030, 1, 1) }, "mẫu áp dụng từ 01/01/2021 đến 31/12/2025, không phải 01/01/2030", "mẫu serves from 2021-01-01 to 2025-12-31, not 2030-01-01"},
		"year":     {func(d *criteria.Dossier) { d.Year = 2030 }, "mẫu áp dụng cho 2021–2025, không phải 2030", "mẫu serves 2021–2025, not 2030"},
	} {
		d := dossier(nil)
		c.change(&d)
		_, err := set.Assess(d)
		require.Error(t, err, name)
		assert.Contains(t, rule.Tell(err, rule.Vi), c.vi, name)
		assert.Contains(t, rule.Tell(err, rule.En), c.en, name)
	}
	demands, err := set.Demands(dossier(nil))
	require.NoError(t, err)
	table := tableOf(criteria.Indicator{Require: criteria.AtLeast("70"), Span: rule.Span{From: rule.Day(2021, 1, 1), To: rule.Day(2022, 12, 31)}})
	amended, err := criteria.NewSet(table)
	require.NoError(t, err)
	early, err := amended.Demands(dossier(nil))
	require.NoError(t, err)
	other, late := dossier(nil), dossier(nil)
	other.Year, late.AsOf = 2023, rule.Day(2023, 1, 1)
	_, err = demands.Bind(other)
	assert.Contains(t, rule.Tell(err, rule.Vi), "hồ sơ có yêu cầu khác")
	_, err = early.Bind(late)
	assert.Contains(t, rule.Tell(err, rule.Vi), "ngày 01/01/2023 áp dụng các dòng khác")
}
