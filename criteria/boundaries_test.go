package criteria_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Tables at their bounds: what is just allowed, and what is refused for one reason, at its
// place.
func TestTablesAtTheirBounds(t *testing.T) {
	t.Parallel()
	al, am, in := criteria.AtLeast, criteria.AtMost, criteria.In[int]
	many := func(n int) criteria.Table {
		return tableOf(make([]criteria.Indicator, n)...)
	}
	of := func(r criteria.Requirement) criteria.Table { return tableOf(percent(r)) }
	named := func(vi, en string) criteria.Table {
		table := of(al("50"))
		table.Name = rule.Text{Vi: vi, En: en}
		return table
	}
	grouped := func(g criteria.GroupRule) criteria.Table {
		table := of(al("50"))
		g.Name = words("nhóm")
		table.Groups = []criteria.GroupRule{g}
		return table
	}
	zones := func(n int) criteria.Requirement {
		names := make([]string, n)
		for i := range names {
			names[i] = fmt.Sprint("vùng ", i)
		}
		return criteria.ByZone(criteria.In(al("50"), names...))
	}
	nested := func(levels int) criteria.Requirement {
		r := criteria.Attr("x").Holds()
		for range levels {
			r = criteria.All(r)
		}
		return r
	}
	asked := func(is string) criteria.Table {
		var r criteria.Requirement
		require.NoError(t, json.Unmarshal([]byte(`{"when":{"if":{"attr":{"name":"x"`+is+`}},"then":{"atLeast":"5"},"else":{"atLeast":"4"}}}`), &r))
		return of(r)
	}
	amended := func(to, from civil.Date) criteria.Table {
		table := of(al("50"))
		rows := []criteria.Indicator{table.Criteria[0].Indicators[0], table.Criteria[0].Indicators[0]}
		rows[0].Span.To, rows[1].Span.From = to, from
		table.Criteria[0].Indicators = rows
		return table
	}
	coded := func(code string) criteria.Table {
		table := of(al("50"))
		table.Criteria[0].Indicators[0].Code = code
		return table
	}
	const require1, code1, code2 = "criteria[0].indicators[0].require", "criteria[0].indicators[0].code", "criteria[0].indicators[1].code"
	for name, c := range map[string]struct {
		table criteria.Table
		want  []string
	}{
		"200 criteria":              {many(200), nil},
		"201 criteria":              {many(201), []string{"criteria"}},
		"no English name":           {named("tên", ""), nil},
		"no Vietnamese name":        {named("", "name"), []string{"name"}},
		"Vietnamese not composed":   {named("te\u0302n", "name"), []string{"name"}},
		"English not composed":      {named("tên", "te\u0302n"), []string{"name"}},
		"a group":                   {grouped(criteria.GroupRule{Group: criteria.Group1, When: criteria.Attr("x").Holds(), From: read}), nil},
		"no group":                  {grouped(criteria.GroupRule{When: criteria.Attr("x").Holds(), From: read}), []string{"groups[0].group"}},
		"a group, not confirmed":    {grouped(criteria.GroupRule{Group: criteria.Group1, When: criteria.Attr("x").Holds(), From: criteria.From(rule.Source{}, rule.High)}), nil},
		"confirmed without source":  {grouped(criteria.GroupRule{Group: criteria.Group1, When: criteria.Attr("x").Holds(), From: criteria.From(rule.Source{}, rule.Read)}), []string{"groups[0].from"}},
		"from 0 to 100 %":           {of(criteria.Between("0", "100")), nil},
		"just above 100 %":          {of(am("100.000001")), []string{require1}},
		"just below 0 %":            {of(al("-0.000001")), []string{require1}},
		"above 0 %":                 {of(criteria.Above("0")), nil},
		"above 100 %":               {of(criteria.Above("100")), []string{require1}},
		"below 100 %":               {of(criteria.Below("100")), nil},
		"below 0 %":                 {of(criteria.Below("0")), []string{require1}},
		"just both":                 {of(criteria.All(al("50"), am("50"))), nil},
		"never both":                {of(criteria.All(al("50"), am("49"))), []string{require1 + ".all[1]"}},
		"never both in a year":      {of(criteria.All(al("50"), criteria.ByYear(in(am("49"), 2022)))), []string{require1 + ".all[1].byYear[0].then"}},
		"in a year never chosen":    {of(criteria.All(al("50"), criteria.ByYear(in(criteria.ByYear(in(am("49"), 2023)), 2022)))), nil},
		"one of several ways":       {of(criteria.All(al("50"), criteria.Any(am("49"), al("60")))), nil},
		"another reading":           {of(criteria.All(al("50"), criteria.Sub("a", am("49")))), nil},
		"not confirmed":             {of(criteria.All(al("50"), criteria.Cite(criteria.From(rule.Source{}, rule.High), am("49")))), nil},
		"19,998 zones":              {of(zones(19_998)), nil},
		"19,999 zones":              {of(zones(19_999)), []string{require1 + ".byZone[0].then"}},
		"19,500 places":             {of(criteria.All(zones(3_900), criteria.ByYear(in(am("90"), 2022)))), nil},
		"20,500 places":             {of(criteria.All(zones(4_100), criteria.ByYear(in(am("90"), 2022)))), []string{require1}},
		"a condition 24 deep":       {of(criteria.When(nested(23), al("50"), al("40"))), nil},
		"a condition 25 deep":       {of(criteria.When(nested(24), al("50"), al("40"))), []string{require1 + ".when.if" + strings.Repeat(".all[0]", 24)}},
		"a condition of a number":   {asked(`,"is":{"atLeast":"5"}`), nil},
		"of several":                {asked(`,"is":{"all":[{"atLeast":"5"}]}`), []string{require1 + ".when.if"}},
		"of none":                   {asked(""), []string{require1 + ".when.if"}},
		"a group 24 deep":           {grouped(criteria.GroupRule{Group: criteria.Group1, When: nested(24), From: read}), nil},
		"a group 25 deep":           {grouped(criteria.GroupRule{Group: criteria.Group1, When: nested(25), From: read}), []string{"groups[0].when" + strings.Repeat(".all[0]", 25)}},
		"a row follows":             {amended(rule.Day(2022, 6, 30), rule.Day(2022, 7, 1)), nil},
		"a row follows late":        {amended(rule.Day(2022, 6, 30), rule.Day(2022, 7, 2)), []string{code2}},
		"a row follows early":       {amended(rule.Day(2022, 6, 30), rule.Day(2022, 6, 30)), []string{code2}},
		"a row follows one open":    {amended(civil.Date{}, rule.Day(2022, 7, 1)), []string{code2}},
		"a code":                    {coded("1.01"), nil},
		"a code of 16 digits":       {coded("1." + strings.Repeat("0", 14)), nil},
		"a code of 17 digits":       {coded("1." + strings.Repeat("0", 15)), []string{code1}},
		"a code with a letter":      {coded("1.a"), []string{code1}},
		"a code with an empty step": {coded("1..1"), []string{code1}},
		"the earlier value as well": {tableOf(criteria.Indicator{Require: criteria.All(al("50"), criteria.AgainstPrevious(am("1")))}), nil},
	} {
		_, err := criteria.NewSet(c.table)
		found, _ := rule.FindingsIn(err)
		var at []string
		for _, f := range found {
			at = append(at, string(f.Path))
		}
		assert.Equal(t, c.want, at, "%s: %v", name, err)
	}
}

// Where a goal is reached the gap is 0, written so, however the numbers are written.
func TestNoGapIsZero(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		require criteria.Requirement
		reading string
	}{
		{criteria.AtLeast("36.00"), "36.0"}, {criteria.AtLeast("36"), "36.01"}, {criteria.AtMost("26.70"), "26.7"}, {criteria.AtMost("26.7"), "26.69"},
		{criteria.Between("1.0", "2.0"), "1.0"}, {criteria.Between("1.0", "2.0"), "2.0"}, {criteria.None(), "0.00"}, {criteria.AtLeast("50.0"), "5/10"},
		{criteria.AtMost("50.00000000"), "50.00000000"},
	} {
		a := assess(t, setOf(t, percent(c.require)), dossier(map[string]criteria.Reading{"1.1": parsed(t, c.reading)}))
		for l := range a.Lines() {
			gap, known := l.Gap()
			assert.True(t, known)
			assert.Equal(t, "0", gap.String(), "%s: %s", c.require, c.reading)
		}
	}
}

// Amended rows: whatever day was asked about before, each day has its own wording.
func TestAmendedRowsInAnyOrder(t *testing.T) {
	t.Parallel()
	row := func(code, least string, from, to int) criteria.Indicator {
		r := own(code, criteria.AtLeast(least))
		r.Name, r.NameFrom = words("x"), read
		if from > 0 {
			r.Span.From = rule.Day(from, 1, 1)
		}
		if to > 0 {
			r.Span.To = rule.Day(to, 12, 31)
		}
		return r
	}
	table := tableOf(criteria.Indicator{Require: criteria.Pass()})
	table.Criteria[0].Indicators = []criteria.Indicator{
		row("1.1", "10", 0, 2021), row("1.1", "20", 2022, 2023), row("1.1", "30", 2024, 0),
		row("1.2", "1", 0, 2022), row("1.2", "2", 2023, 0), row("1.3", "5", 0, 2022),
	}
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	want := map[int]string{2021: "≥ 10|≥ 1|≥ 5", 2022: "≥ 20|≥ 1|≥ 5", 2023: "≥ 20|≥ 2", 2024: "≥ 30|≥ 2", 2025: "≥ 30|≥ 2"}
	for _, order := range [][]int{{2021, 2022, 2023, 2024, 2025}, {2025, 2023, 2021, 2024, 2022}, {2022, 2025, 2021, 2022, 2023, 2024}} {
		for _, year := range order {
			for _, day := range []rule.Span{{From: rule.Day(year, 1, 1)}, {From: rule.Day(year, 12, 31)}} {
				d := dossier(nil)
				d.AsOf, d.Year = day.From, year
				demands, err := set.Demands(d)
				require.NoError(t, err)
				text := ""
				for c := range demands.Cells() {
					if text != "" {
						text += "|"
					}
					text += c.Demand.String()
				}
				assert.Equal(t, want[year], text, day.From)
			}
		}
	}
}

// An overlay for one year of the base serves that year alone.
func TestOverlayOfOneYear(t *testing.T) {
	t.Parallel()
	base := setOf(t, percent(criteria.AtLeast("50")))
	o := overlayOf(own("1.1", criteria.AtLeast("60")))
	o.Years = criteria.Years{From: 2022, To: 2022}
	set := localize(t, base, o)
	d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "55")})
	for year, serves := range map[int]bool{2021: false, 2022: true, 2023: false} {
		d.Year = year
		_, err := set.Assess(d)
		assert.Equal(t, serves, err == nil, year)
	}
	o.Years.To = 2021
	_, err := base.Localize(o)
	require.ErrorIs(t, err, criteria.ErrOverlay)
}

// saidBy is all that a line says of itself and of its parts.
func saidBy(l criteria.Line) (all []string) {
	one := func(of string, l criteria.Line) {
		gap, known := l.Gap()
		all = append(all, fmt.Sprint(of, " ", l.Code, " ", l.Name, " ", l.Verdict, " ", l.Stated, " ", l.Reason, " ", l.Reading, " ", l.Reading.Said, " ", l.Demand, " ", l.Unit, " ",
			l.Source, " ", l.Confidence, " ", l.Missing, " ", l.MayNotApply, " ", gap, known))
	}
	one("line", l)
	for p := range l.Parts() {
		one("part", p)
	}
	for p := range l.Deciding() {
		one("deciding", p)
	}
	return append(all, l.In(rule.En))
}

// A line that was stored says what it said before, of its parts too; and its parts can be
// left off at any of them.
func TestStoredLinesSayTheSame(t *testing.T) {
	t.Parallel()
	parts := criteria.All(criteria.Sub("a", criteria.AtLeast("80")), criteria.Sub("b", criteria.AtLeast("90")), criteria.Sub("c", criteria.Pass()))
	set := setOf(t,
		percent(parts),
		percent(criteria.AtLeast("80")),
		criteria.Indicator{Require: criteria.Pass(), MayNotApply: true},
		criteria.Indicator{Require: criteria.When(criteria.Attr("x").AtLeast("3"), criteria.AtLeast("10"), criteria.Sub("less", criteria.AtLeast("1")))},
		criteria.Indicator{Require: criteria.FirstOf(criteria.Sub("m", criteria.Pass()), criteria.Sub("n", criteria.AtLeast("5")))},
		criteria.Indicator{Require: criteria.AgainstPrevious(criteria.AtLeast("1.1"))},
		criteria.Indicator{Require: criteria.Any(criteria.AtLeast("7"), criteria.Sub("s", criteria.BySex(criteria.AtMost("3"))))},
		criteria.Indicator{},
	)
	for name, in := range map[string]string{
		"none":     "",
		"some":     "1.1/a=80;1.1/b=89;2.1=79.5;3.1=n/a;@x=3;4.1=9;5.1/m=n/a;5.1/n=5;6.1=11;6.1/previous=10;7.1=6;7.1/s/female=3",
		"others":   "1.1/a=79;1.1/b=90;1.1/c=pass;2.1=>79;3.1=fail;@x=2;4.1/less=1;5.1/m=fail;6.1=10;7.1=7;8.1=1",
		"misfits":  "1.1/a=pass;1.1/b=90;2.1=pass;3.1=4;@x=pass;5.1/m=n/a;6.1=5;6.1/previous=0;7.1/s/male=4;7.1/s/female=1",
		"all well": "1.1/a=80;1.1/b=90;1.1/c=pass;2.1=80;3.1=pass;@x=1;4.1/less=1;5.1/m=pass;6.1=11;6.1/previous=10;7.1/s/male=3;7.1/s/female=3",
	} {
		d := dossier(readings(t, in))
		for _, key := range []string{"2.1", "1.1", "4.1"} {
			if r, given := d.Readings[key]; given || name == "others" {
				r.Said = criteria.NotMet
				if name == "some" {
					r.Said = criteria.Met
				}
				d.Readings[key] = r.From(source).By(criteria.Verified)
			}
		}
		a := assess(t, set, d)
		stored, err := a.Report().MarshalJSON()
		require.NoError(t, err)
		var back criteria.Report
		require.NoError(t, json.Unmarshal(stored, &back))
		n := 0
		for l := range a.Lines() {
			assert.Equal(t, saidBy(l), saidBy(back.Lines[n]), "%s, %s", name, l.Code)
			for _, of := range []criteria.Line{l, back.Lines[n]} {
				for range of.Parts() {
					break
				}
				for range of.Deciding() {
					break
				}
			}
			n++
		}
		for range back.Shortfall.Unknown {
			break
		}
		assert.Equal(t, shortOf(a.Shortfall()), shortOf(back.Shortfall), name)
	}
}

// shortOf is all that a shortfall says.
func shortOf(s criteria.Shortfall) (all []string) {
	for list, lines := range map[string][]criteria.Line{"number": s.Numbers, "condition": s.Conditions, "unknown": s.Unknown} {
		for i, l := range lines {
			all = append(all, fmt.Sprint(list, i, l.Code, l.Name, l.Verdict, l.Reason, l.Demand, l.Reading))
		}
	}
	slices.Sort(all)
	return all
}

// More than sixteen missing readings are each named once, in the order of the demand.
func TestManyMissingReadings(t *testing.T) {
	t.Parallel()
	var parts []criteria.Requirement
	var want []string
	for i := range 40 {
		part := criteria.Sub(fmt.Sprint("p", i), criteria.AtLeast("1"))
		parts = append(parts, part, criteria.Sub(fmt.Sprint("p", i), criteria.AtMost("9")))
		want = append(want, fmt.Sprint("1.1/p", i))
	}
	set := setOf(t, criteria.Indicator{Require: criteria.All(append(parts, parts...)...)})
	l, _ := assess(t, set, dossier(nil)).Line("1.1")
	assert.Equal(t, want, l.Missing)
}

// What is no reading is none wherever it is written: in a text, in a dossier.
func TestTextsThatAreNoReading(t *testing.T) {
	t.Parallel()
	for _, text := range []string{".5", ".", "5.", "", "-", "1.2.3", "1,5", ">", "<"} {
		var r criteria.Reading
		require.Error(t, r.UnmarshalText([]byte(text)), text)
		var d criteria.Dossier
		require.Error(t, json.Unmarshal([]byte(`{"readings":{"1.1":"`+text+`"}}`), &d), text)
	}
	for _, text := range []string{"0.5", "5", "0.123456", "0.1234567", "123456789012", "1234567890123", "123456.789012", "12345678.901234"} {
		var r criteria.Reading
		require.NoError(t, r.UnmarshalText([]byte(text)), text)
		assert.Zero(t, r.Number().Cmp(rule.MustNumber(text)), text)
	}
}

// A percentage lies from 0 to 100; an area of the region is 0, 1, 2 or 3.
func TestReadingsAtTheirBounds(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("50")))
	for text, fits := range map[string]bool{
		"0": true, "100": true, "100.0000000": true, "100.000001": false, "100.0000001": false, "-0.000001": false, "-0.0000001": false,
		">100": false, ">100.0000000": false, ">99.999999": true, ">99.9999999": true, "<0": false, "<0.000001": true, "<100": true, ">0": true, "0/7": true, "7/7": true, "8/7": false,
	} {
		a := assess(t, set, dossier(map[string]criteria.Reading{"1.1": parsed(t, text)}))
		assert.Equal(t, fits, len(a.Findings()) == 0, text)
	}
	areas := setOf(t, criteria.Indicator{Require: criteria.When(criteria.Attr("area").AtLeast("2"), criteria.AtLeast("1"), criteria.AtLeast("2"))})
	for text, fits := range map[string]bool{
		"0": true, "3": true, "4": false, "-1": false, "1.5": false, ">0": true, ">2": true, ">3": false, "<3": true, "<1": true, "<0": false, "<4": false,
	} {
		a := assess(t, areas, dossier(map[string]criteria.Reading{"@area": parsed(t, text)}))
		assert.Equal(t, fits, len(a.Findings()) == 0, text)
	}
	for text, told := range map[string]bool{"1": false, "2": true, "0": true, ">0": false, ">1": true, ">2": true, "<2": false, "<1": true, "<3": false} {
		d := dossier(map[string]criteria.Reading{"@area": parsed(t, text)})
		d.Profile.Area = criteria.AreaI
		assert.Equal(t, told, len(assess(t, areas, d).Caveats().Of(criteria.AdviceFactContradicted)) == 1, "area I, read %s", text)
	}
}

// A row that ends without a successor is not asked after its last day, whatever was asked
// before.
func TestARowThatEnds(t *testing.T) {
	t.Parallel()
	ends := own("1.2", criteria.AtLeast("5"))
	ends.Name, ends.NameFrom, ends.Span.To = words("x"), read, rule.Day(2022, 12, 31)
	table := tableOf(criteria.Indicator{Require: criteria.AtLeast("1")})
	table.Criteria[0].Indicators = append(table.Criteria[0].Indicators, ends)
	for _, order := range [][]int{{2022, 2023}, {2023, 2022}, {2024, 2021, 2023}} {
		set, err := criteria.NewSet(table)
		require.NoError(t, err)
		for _, year := range order {
			d := dossier(nil)
			d.AsOf = rule.Day(year, 6, 1)
			_, asked := assess(t, set, d).Line("1.2")
			assert.Equal(t, year <= 2022, asked, order)
		}
	}
}

// The cell of a row is as well known as the least known number in it.
func TestCellsAreAsTheLeastKnown(t *testing.T) {
	t.Parallel()
	cite := func(c rule.Confidence, part string) criteria.Requirement {
		return criteria.Cite(criteria.From(source, c), criteria.Sub(part, criteria.AtLeast("1")))
	}
	for _, order := range [][]rule.Confidence{{rule.Read, rule.High, rule.Secondary}, {rule.High, rule.Read, rule.Secondary}, {rule.Secondary, rule.Read, rule.High}} {
		set := setOf(t, criteria.Indicator{Require: criteria.All(cite(order[0], "a"), cite(order[1], "b"), cite(order[2], "c"))})
		demands, err := set.Demands(dossier(nil))
		require.NoError(t, err)
		for c := range demands.Cells() {
			assert.Equal(t, rule.High, c.Confidence, order)
		}
	}
}

// Findings of a stored report are those of the report, with their words.
func TestStoredFindingsSayTheSame(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")), criteria.Indicator{Require: criteria.Pass()})
	d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "80").On(rule.Day(2030, 1, 1)), "2.1": parsed(t, "5"), "9.9": parsed(t, "1")})
	d.Override, d.Year = "so sánh", 2030
	r := assess(t, set, d).Report()
	stored, err := r.MarshalJSON()
	require.NoError(t, err)
	var back criteria.Report
	require.NoError(t, json.Unmarshal(stored, &back))
	in := func(found rule.Findings) (all []string) {
		for _, f := range found {
			said := []string{f.Kind.String(), string(f.Path), f.In(rule.Vi), f.In(rule.En)}
			for _, a := range f.Args {
				said = append(said, a.Name)
			}
			all = append(all, strings.Join(said, " "))
		}
		return all
	}
	require.Len(t, r.Findings, 3)
	require.NotEmpty(t, r.Caveats)
	assert.Equal(t, in(r.Findings), in(back.Findings))
	assert.Equal(t, in(r.Caveats), in(back.Caveats))
	assert.Contains(t, r.Findings[0].In(rule.En), "after the day of assessment")
	for name, lie := range map[string][2]string{
		"words of a caveat":         {`"caveats":[{"kind":"advice","code":"criteria.override"`, `"caveats":[{"kind":"advice","code":"a.b","args":{"x":99}},{"kind":"advice","code":"criteria.override"`},
		"the source of a row":       {`"source":0,"confidence":"read"`, `"source":7,"confidence":"read"`},
		"by, of a row without part": {`"shortfall":"unknown"`, `"shortfall":"unknown","by":1`},
	} {
		require.Contains(t, string(stored), lie[0], name)
		err := new(criteria.Report).UnmarshalJSON([]byte(strings.Replace(string(stored), lie[0], lie[1], 1)))
		require.ErrorIs(t, err, criteria.ErrReference, name)
	}
}

// An overlay is held against the case that it speaks of, and cites each of its columns.
func TestOverlayCaseByCase(t *testing.T) {
	t.Parallel()
	al, x := criteria.AtLeast, criteria.Attr("x").Holds()
	base := setOf(t, percent(criteria.When(x, al("70"), al("50"))))
	for name, c := range map[string]struct {
		own    criteria.Requirement
		looser bool
	}{
		"tighter in each case":    {criteria.When(x, al("75"), al("55")), false},
		"the same":                {criteria.When(x, al("70"), al("50")), false},
		"looser in the first":     {criteria.When(x, al("69"), al("55")), true},
		"looser in the second":    {criteria.When(x, al("75"), al("49")), true},
		"of another condition":    {criteria.When(criteria.Attr("y").Holds(), al("70"), al("71")), false},
		"as of the first for all": {al("70"), false},
	} {
		_, err := base.Localize(overlayOf(own("1.1", c.own)))
		assert.Equal(t, c.looser, errors.Is(err, criteria.ErrLooser), "%s: %v", name, err)
	}
	o := overlayOf(own("1.1", al("80")))
	o.From.Regions = []criteria.Region{criteria.TN}
	_, err := base.Localize(o)
	require.ErrorIs(t, err, criteria.ErrTable)
	assert.Contains(t, err.Error(), "một số cột")
	o.Own[0].Require = criteria.ByRegion(criteria.In(al("80"), criteria.TN))
	localize(t, base, o)
}

// A reading of just the stage that a view asks for counts, the earlier value too.
func TestStagesAtTheirBounds(t *testing.T) {
	t.Parallel()
	set := setOf(t, criteria.Indicator{Require: criteria.AgainstPrevious(criteria.AtLeast("1.1"))}, percent(criteria.AtLeast("50")))
	d := dossier(map[string]criteria.Reading{"1.1": parsed(t, "11").By(criteria.Verified), "1.1/previous": parsed(t, "10").By(criteria.Verified), "2.1": criteria.Stated(criteria.Met, source).By(criteria.Verified)})
	for stage, want := range map[criteria.Stage][]string{
		criteria.Self: {"met", "met"}, criteria.Verified: {"met", "met"}, criteria.Appraised: {"unknown [1.1 1.1/previous]", "unknown [2.1]"},
	} {
		var got []string
		for l := range assess(t, set, d).AtStage(stage).Lines() {
			text := l.Verdict.String()
			if l.Missing != nil {
				text += fmt.Sprint(" ", l.Missing)
			}
			got = append(got, text)
		}
		assert.Equal(t, want, got, stage)
	}
	delete(d.Readings, "1.1")
	l, _ := assess(t, set, d).AtStage(criteria.Verified).Line("1.1")
	assert.Equal(t, []string{"1.1"}, l.Missing, "the earlier value is there")
}

// A poverty standard is the same in another spelling, and the id of a set too.
func TestNamesInAnotherSpelling(t *testing.T) {
	t.Parallel()
	nfd, nfc := "chua\u0302\u0309n", "chuẩn"
	for name, c := range map[string]struct {
		standard, poverty string
		want              criteria.Verdict
	}{"the same": {nfc, nfc, criteria.Met}, "not composed": {nfc, nfd, criteria.Met}, "the set's own": {nfd, nfc, criteria.Met}, "another": {nfc, "khác", criteria.Unknown}, "none": {nfc, "", criteria.Met}} {
		r := parsed(t, "3")
		r.Poverty = c.poverty
		a := assess(t, setOf(t, percent(criteria.MeasuredBy(c.standard, criteria.AtMost("5")))), dossier(map[string]criteria.Reading{"1.1": r}))
		assert.Equal(t, c.want, a.Verdict(), name)
	}
	table := tableOf(percent(criteria.AtLeast("1")))
	table.ID = nfd
	set, err := criteria.NewSet(table)
	require.NoError(t, err)
	assert.Equal(t, nfc, set.ID())
}

// A row of one part lacks what the part lacks, and the JSON says it once: of the part. Where the
// row was stated it is the row that lacks it.
func TestShortfallOfOnePart(t *testing.T) {
	t.Parallel()
	set := setOf(t, criteria.Indicator{Require: criteria.Sub("a", criteria.AtLeast("20"))})
	for name, c := range map[string]struct {
		readings  map[string]criteria.Reading
		row, part bool
	}{
		"too little":        {map[string]criteria.Reading{"1.1/a": parsed(t, "5")}, false, true},
		"stated as not met": {map[string]criteria.Reading{"1.1": {Said: criteria.NotMet}}, true, false},
	} {
		data, err := assess(t, set, dossier(c.readings)).Report().MarshalJSON()
		require.NoError(t, err)
		var r struct {
			Criteria []struct {
				Indicators []struct {
					Shortfall string
					Parts     []struct{ Shortfall string }
				}
			}
		}
		require.NoError(t, json.Unmarshal(data, &r))
		row := r.Criteria[0].Indicators[0]
		require.Len(t, row.Parts, 1, name)
		assert.Equal(t, []bool{c.row, c.part}, []bool{row.Shortfall != "", row.Parts[0].Shortfall != ""}, "%s: %s", name, data)
	}
}
