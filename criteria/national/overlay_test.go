package national_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
)

// A province's decision, as far as a page of its own prints it: 1360/QĐ-UBND of Bình
// Phước, 28/7/2022. It fills the roads that 318/QĐ-TTg leaves to the province, for
// especially difficult communes only as far as read; what was not read stays Unknown.
func TestBinhPhuoc(t *testing.T) {
	t.Parallel()
	base, set := held(t, national.ID318I), binhPhuoc(t)
	assert.Equal(t, base.Edition(), set.Table().Base)

	dossier := func(special bool, roads, income string) criteria.Dossier {
		d := criteria.Dossier{
			Unit: "x", Set: set.ID(), AsOf: rule.Day(2022, 12, 1), Year: 2022,
			Profile: criteria.Profile{Region: criteria.DNB, Special: special}, Readings: map[string]criteria.Reading{},
		}
		for _, code := range []string{"2.1", "2.2", "2.3", "2.4"} {
			d.Readings[code] = criteria.Value(rule.MustNumber(roads))
		}
		d.Readings["10"] = criteria.Value(rule.MustNumber(income))
		return d
	}
	verdicts := func(s criteria.Set, d criteria.Dossier) map[string]string {
		a, err := s.Assess(d)
		require.NoError(t, err)
		out := map[string]string{}
		for l := range a.Lines() {
			if l.Criterion == 2 || l.Code == "10" {
				out[l.Code] = l.Verdict.String() + " " + l.Reason.String()
			}
		}
		return out
	}
	assert.Equal(t, map[string]string{"2.1": "not-met ", "2.2": "met ", "2.3": "met ", "2.4": "met ", "10": "met "}, verdicts(set, dossier(true, "80", "39")))
	assert.Equal(t, map[string]string{"2.1": "not-met ", "2.2": "not-met ", "2.3": "met ", "2.4": "met ", "10": "not-met "}, verdicts(set, dossier(true, "79.9", "38.9")))
	assert.Equal(t, map[string]string{"2.1": "met ", "2.2": "unknown province-not-set", "2.3": "unknown province-not-set", "2.4": "unknown province-not-set", "10": "met "},
		verdicts(set, dossier(false, "100", "59")))
	nation := dossier(true, "80", "39")
	nation.Set = ""
	for code, v := range verdicts(base, nation) {
		if code != "10" {
			assert.Equal(t, "unknown province-not-set", v)
		}
	}
	early := dossier(true, "80", "39")
	early.AsOf = rule.Day(2022, 7, 27)
	_, err := set.Assess(early)
	require.ErrorIs(t, err, criteria.ErrNotInForce)
}

// illustration is a source for numbers made up to show a path; it is no document.
var illustration = criteria.From(rule.Source{Kind: rule.Document, Number: "số liệu minh họa"}, rule.Read)

// The path by which whoever reads the annexes supplies what nobody could read yet.
// Every cell of 318/QĐ-TTg that is not confirmed can be supplied, each takes the number
// supplied, and then no line is Unknown for want of a national number.
func TestEveryCellCanBeSupplied(t *testing.T) {
	t.Parallel()
	for _, id := range []string{national.ID1980, national.ID318I, national.ID318II} {
		base, err := national.ByID(id)
		require.NoError(t, err)
		o := criteria.Overlay{ID: "minh họa", Base: id, Name: rule.Text{Vi: "minh họa", En: "illustration"}, Source: illustration.Source}
		for _, k := range base.Table().Criteria {
			for _, row := range k.Indicators {
				data, err := json.Marshal(row.Require)
				require.NoError(t, err)
				if one := supplied(t, data, base.Years()); !one.IsZero() {
					o.Supplied = append(o.Supplied, criteria.Indicator{Code: row.Code, Span: row.Span, Require: one})
				}
			}
		}
		set, err := base.Localize(o)
		require.NoError(t, err)
		before, after := base.Coverage(), set.Coverage()
		assert.Positive(t, before.Unconfirmed+before.Unknown)
		assert.Zero(t, after.Unconfirmed, id)
		provincial := 0
		for _, region := range criteria.Regions() {
			for year := base.Years().From; year <= base.Years().To; year++ {
				demands, err := set.Demands(criteria.Dossier{AsOf: rule.Day(2022, 1, 1), Year: year, Override: "every cell", Profile: criteria.Profile{Region: region}})
				require.NoError(t, err)
				for c := range demands.Cells() {
					if c.Reason == criteria.ProvinceNotSet {
						provincial++
						continue
					}
					assert.True(t, c.Confidence.Confirmed(), "%s %s %s %d: %s %s", id, c.Code, region, year, c.Demand, c.Reason)
				}
			}
		}
		if id != national.ID1980 {
			assert.Positive(t, provincial)
		}
	}
}

// supplied turns each number of a requirement that is not confirmed into one that is: the
// same, or 50 where it is not known; a year that is missing is added.
func supplied(t *testing.T, requirement []byte, years criteria.Years) criteria.Requirement {
	t.Helper()
	var tree any
	require.NoError(t, json.Unmarshal(requirement, &tree))
	data, err := json.Marshal(supply(tree, years))
	require.NoError(t, err)
	var r criteria.Requirement
	require.NoError(t, json.Unmarshal(data, &r))
	return r
}

func supply(tree any, years criteria.Years) any {
	switch n := tree.(type) {
	case []any:
		for i := range n {
			n[i] = supply(n[i], years)
		}
	case map[string]any:
		if cite, is := n["cite"].(map[string]any); is {
			degree := fmt.Sprint(cite["confidence"])
			sure := degree == "read" || degree == "secondary"
			inner, stated := cite["is"].(map[string]any)
			if _, province := inner["provinceSets"]; province {
				return n
			}
			if !stated {
				cite["is"] = map[string]any{"atLeast": "50"}
			}
			cite["is"] = supply(cite["is"], years)
			if !sure {
				cite["confidence"], cite["source"] = "read", illustration.Source
			}
			return n
		}
		for name, body := range n {
			if (name == "atLeast" || name == "atMost") && body == nil {
				body = "50"
			}
			n[name] = supply(body, years)
			if name == "byYear" {
				n[name] = append(body.([]any), otherYears(body.([]any), years)...)
			}
		}
	}
	return tree
}

// otherYears is the case of the years that have none.
func otherYears(cases []any, years criteria.Years) []any {
	var missing []string
	for year := years.From; year <= years.To; year++ {
		named := func(c any) bool { return slices.Contains(c.(map[string]any)["in"].([]any), any(strconv.Itoa(year))) }
		if !slices.ContainsFunc(cases, named) {
			missing = append(missing, strconv.Itoa(year))
		}
	}
	if missing == nil {
		return nil
	}
	return []any{map[string]any{"in": missing, "then": criteria.Cite(illustration, criteria.AtLeast("50"))}}
}

// The 43 indicators of 51/2025/QĐ-TTg that are not held are supplied as rows of the national
// text, and the province says how large a co-operative must be; the set can then find a
// commune met, group by group.
func TestSupplyOf51(t *testing.T) {
	t.Parallel()
	base, err := national.ByID(national.ID51)
	require.NoError(t, err)
	o := criteria.Overlay{
		ID: "minh họa", Base: national.ID51, Name: rule.Text{Vi: "minh họa", En: "illustration"}, Source: illustration.Source,
		Own: []criteria.Indicator{{Code: "3.6", Span: rule.Span{From: rule.Day(2026, 6, 27)}, Require: criteria.Cite(illustration, criteria.Sub("members", criteria.AtLeast("12")))}},
	}
	d := criteria.Dossier{Unit: "x", AsOf: rule.Day(2026, 7, 1), Year: 2026, Profile: criteria.Profile{Area: criteria.AreaIII}, Readings: guided(t)}
	for _, attribute := range []string{"@new-urban", "@adjacent-urban", "@urban-oriented"} {
		d.Readings[attribute] = criteria.Failed()
	}
	d.Readings["@agriculture-share"] = criteria.Value(rule.Int(30))
	d.Readings["3.10"] = criteria.NotApplied()
	codes := map[bool][]string{}
	for i := range 49 {
		code := fmt.Sprintf("%d.%d", i%10+1, i/10+1)
		codes[code == "3.1"] = append(codes[code == "3.1"], code)
	}
	for _, code := range codes[false][:43] {
		o.Supplied = append(o.Supplied, criteria.Indicator{
			Code: code, Unit: "%", Name: rule.Text{Vi: "minh họa " + code}, NameFrom: illustration,
			Require: criteria.Cite(illustration, criteria.ByGroup(criteria.In(criteria.AtLeast("90"), criteria.Group1),
				criteria.In(criteria.AtLeast("80"), criteria.Group2), criteria.In(criteria.AtLeast("70"), criteria.Group3))),
		})
		d.Readings[code] = criteria.Value(rule.Int(75))
	}
	for missing := range 2 {
		delete(d.Readings, map[int]string{1: o.Supplied[42].Code}[missing])
		o.Supplied = o.Supplied[:43-missing]
		set, err := base.Localize(o)
		require.NoError(t, err)
		a, err := set.Assess(d)
		require.NoError(t, err)
		assert.Equal(t, criteria.Group3, a.Demands().Profile().Group)
		assert.Equal(t, []criteria.Verdict{criteria.Met, criteria.Unknown}[missing], a.Verdict())
		assert.Len(t, a.Caveats().Of(criteria.AdviceRowsMissing), missing)
		plain := d
		plain.Profile.Area = criteria.OutsideAreas
		a, err = set.Assess(plain)
		require.NoError(t, err)
		assert.Equal(t, criteria.NotMet, a.Verdict(), "group 2")
	}
}
