package area_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/area"
	"github.com/giupxa/giupxa/criteria/criteriatest"
	"github.com/giupxa/giupxa/criteria/national"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

var judge = criteriatest.Judges()["area.classify"]

func TestCases(t *testing.T) {
	t.Parallel()
	ruletest.Run(t, os.DirFS("testdata/cases"), judge)
}

func TestEveryRuleHasItsCases(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	var rules []rule.Rule
	for _, r := range area.Rules() {
		switch r.Code {
		case area.ErrDay: // JSON cannot carry a day that does not exist
		case area.AdviceByList, area.AdviceCalculated, area.AdviceKept: // of Result.Into
		default:
			rules = append(rules, r)
		}
	}
	require.NoError(t, ruletest.Complete(rules, cases))
	maintain.Codes(t, "testdata/codes.txt", area.Rules())
	r, err := area.Decree{}.Classify(area.Commune{On: rule.Day(2026, 2, 30)})
	require.NoError(t, err)
	require.ErrorIs(t, r.Findings.Err(), area.ErrDay)
	assert.Len(t, r.Possible, 4)
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	maintain.Enum[area.Relation](t)
	maintain.JSONForm(t, area.Commune{}, area.Decree{}, area.Result{}, area.Line{}, area.Compared{}, area.Tally{}, area.VillageLine{}, area.Rate{},
		area.Village{}, area.Villages{}, area.National{}, area.Listed{}, area.Condition{}, area.Test{}, area.Step{})
}

// easy is a commune of the region in which no condition holds, with all facts.
const easy = `{"on":"2026-11-23","region":"TDMNPB","national":{"income":"60","poverty":{"percent":"5"}},"ethnic":{"percent":"40"},"high":{"percent":"10"},
 "income":"40","poverty":{"percent":"4"},"electricity":{"percent":"99"},"cleanWater":{"percent":"60"},"toilets":{"percent":"90"},"roads":{"percent":"100"},
 "roadsDegraded":{"percent":"0"},"health":"met","schools":{"percent":"80"},"boarding":{"percent":"90"},"semiBoarding":{"percent":"70"},
 "irrigation":{"percent":"80"},"culture":"met","internet":{"percent":"100"},"villages":{"total":12,"difficult":0,"mountainous":0}}`

// changed is the easy commune with other members.
func changed(t *testing.T, members string) area.Commune {
	t.Helper()
	all := map[string]json.RawMessage{}
	require.NoError(t, json.Unmarshal([]byte(easy), &all))
	require.NoError(t, json.Unmarshal([]byte(members), &all))
	data, err := json.Marshal(all)
	require.NoError(t, err)
	var c area.Commune
	require.NoError(t, json.Unmarshal(data, &c))
	return c
}

func result(t *testing.T, d area.Decree, members string) area.Result {
	t.Helper()
	r, err := d.Classify(changed(t, members))
	require.NoError(t, err)
	return r
}

// Each of the twelve conditions just on this side of its bound, on it, and just beyond.
func TestConditionsAtTheirBounds(t *testing.T) {
	t.Parallel()
	for no, c := range map[int]struct{ holds, not []string }{
		1:  {[]string{`"income":"29.9999999"`}, []string{`"income":"30"`, `"income":"30.00"`}},
		2:  {[]string{`"poverty":{"percent":"10"}`, `"poverty":{"part":1,"whole":10}`}, []string{`"poverty":{"percent":"9.9999999"}`, `"poverty":{"part":99,"whole":1000}`}},
		3:  {[]string{`"electricity":{"percent":"94.9999999"}`, `"electricity":{"part":949,"whole":999}`}, []string{`"electricity":{"percent":"95"}`, `"electricity":{"part":19,"whole":20}`}},
		4:  {[]string{`"cleanWater":{"percent":"29.9"}`}, []string{`"cleanWater":{"percent":"30"}`}},
		5:  {[]string{`"roads":{"percent":"79.9"}`, `"roadsDegraded":{"percent":"50.1"}`}, []string{`"roads":{"percent":"80"}`, `"roadsDegraded":{"percent":"50"}`}},
		6:  {[]string{`"health":"not-met"`}, []string{`"health":"met"`}},
		7:  {[]string{`"schools":{"part":1,"whole":3}`}, []string{`"schools":{"part":2,"whole":4}`}},
		8:  {[]string{`"boarding":{"percent":"79.9"}`, `"semiBoarding":{"percent":"59.9"}`}, []string{`"boarding":{"percent":"80"}`, `"semiBoarding":{"percent":"60"}`}},
		9:  {[]string{`"irrigation":{"percent":"49.9"}`}, []string{`"irrigation":{"percent":"50"}`}},
		10: {[]string{`"culture":"not-met"`}, []string{`"culture":"met"`}},
		11: {[]string{`"internet":{"part":18,"whole":19}`}, []string{`"internet":{"part":19,"whole":20}`}},
		12: {[]string{`"toilets":{"percent":"49.9"}`}, []string{`"toilets":{"percent":"50"}`}},
	} {
		for want, members := range map[criteria.Verdict][]string{criteria.Met: c.holds, criteria.NotMet: c.not} {
			for _, m := range members {
				r := result(t, area.Decree{}, "{"+m+"}")
				l := r.Conditions[no-1]
				assert.Equal(t, no, l.No)
				assert.Equal(t, want, l.Verdict, "%d: %s", no, m)
				assert.Equal(t, map[criteria.Verdict]int{criteria.Met: 1}[want], r.Least, "only this one: %d %s", no, m)
				assert.Equal(t, r.Least, r.Most)
				assert.Equal(t, criteria.AreaI, r.Area)
			}
		}
	}
}

// A stored result is found again from the same commune, and not from another one.
func TestReplay(t *testing.T) {
	t.Parallel()
	c := changed(t, `{"toilets":{"percent":"49"}}`)
	r, err := area.Decree{}.Classify(c)
	require.NoError(t, err)
	stored, err := json.Marshal(r)
	require.NoError(t, err)
	same, err := area.Decree{}.Replay(stored, c)
	require.NoError(t, err)
	assert.True(t, same.Same)
	assert.Empty(t, same.Differs)
	other, err := area.Decree{}.Replay(stored, changed(t, `{}`))
	require.NoError(t, err)
	assert.False(t, other.Same)
	assert.NotEmpty(t, other.Differs.Of(rule.ErrReplayRecord))
	_, err = area.Decree{}.Replay([]byte(`{"format":"giupxa.result/1"}`), c)
	require.ErrorIs(t, err, rule.ErrStored)
	c.On = rule.Day(2020, 1, 1)
	_, err = area.Decree{}.Replay(stored, c)
	require.ErrorIs(t, err, rule.ErrGap)
}

// Every path leads into the record, no message repeats a long text, and a long list of
// villages costs as much more as it is longer.
func TestFindingsOfHostileRecords(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	maintain.Lead(t, cases, judge, "commune.schema.json")
	maintain.Long(t, os.DirFS("testdata/cases"), judge)
	maintain.Linear(t, "villages", 100, 800, func(n int) func() int {
		c := area.Commune{On: rule.Day(2026, 11, 23)}
		for range n {
			c.Villages.Each = append(c.Villages.Each, area.Village{ID: "x", Roads: area.Rate{Percent: rule.Int(101)}})
		}
		return func() int {
			r, _ := area.Decree{}.Classify(c)
			return len(r.Findings)
		}
	})
}

// The readings, each with its alternative.
func TestReadings(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		members string
		other   area.Decree
		no      int
		code    rule.Code
		first   criteria.Verdict // by default
	}{
		"income just half":            {`{"income":"30"}`, area.Decree{IncomeAtHalf: true}, 1, area.AdviceIncomeAtHalf, criteria.NotMet},
		"boarding schools below":      {`{"boarding":{"percent":"79"}}`, area.Decree{BothBoarding: true}, 8, area.AdviceBoarding, criteria.Met},
		"semi-boarding schools below": {`{"semiBoarding":{"percent":"59"}}`, area.Decree{BothBoarding: true}, 8, area.AdviceBoarding, criteria.Met},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, alternative := result(t, area.Decree{}, c.members), result(t, c.other, c.members)
			assert.Equal(t, c.first, r.Conditions[c.no-1].Verdict)
			assert.NotEqual(t, c.first, alternative.Conditions[c.no-1].Verdict)
			assert.Len(t, r.Findings.Of(c.code), 1)
			assert.Len(t, alternative.Findings.Of(c.code), 1)
			assert.NotEqual(t, r.Grounds.Rulebooks, alternative.Grounds.Rulebooks, "the edition covers the setting")
		})
	}
	both := result(t, area.Decree{BothBoarding: true}, `{"boarding":{"percent":"79"},"semiBoarding":{"percent":"59"}}`)
	assert.Equal(t, criteria.Met, both.Conditions[7].Verdict)
	alone := result(t, area.Decree{BothBoarding: true}, `{"boarding":{"none":true},"semiBoarding":{"percent":"59"}}`)
	assert.Equal(t, criteria.Met, alone.Conditions[7].Verdict, "where it has one kind only, that one decides")
}

// The day decides whether criteria are held at all.
func TestInForce(t *testing.T) {
	t.Parallel()
	c := changed(t, `{}`)
	c.On = rule.Day(2025, 11, 30)
	_, err := area.Decree{}.Classify(c)
	require.ErrorIs(t, err, rule.ErrGap)
	c.On = rule.Day(2025, 12, 1)
	r, err := area.Decree{}.Classify(c)
	require.NoError(t, err)
	assert.Equal(t, criteria.AreaI, r.Area)
	c.On = rule.Day(2020, 12, 31)
	_, err = area.Decree{}.Classify(c)
	require.ErrorIs(t, err, rule.ErrGap)
}

// Every row has a source and is confirmed: a number that is not would have to be open.
func TestTables(t *testing.T) {
	t.Parallel()
	for n, list := range map[int][]area.Condition{12: area.Conditions(), 3: area.VillageConditions()} {
		require.Len(t, list, n)
		for i, c := range list {
			assert.Equal(t, i+1, c.No)
			assert.True(t, c.Confidence.Confirmed(), c.Name.En)
			assert.NotEmpty(t, c.Source.Page, c.Name.En)
			require.NotEmpty(t, c.Tests)
		}
		list[0].Tests[0].Fact = "changed"
	}
	assert.Equal(t, "income", area.Conditions()[0].Tests[0].Fact, "what is handed out is a copy")
	assert.Equal(t, "poverty", area.VillageConditions()[0].Tests[0].Fact)
	data, err := json.MarshalIndent(map[string]any{"conditions": area.Conditions(), "village": area.VillageConditions(), "steps": area.Steps()}, "", " ")
	require.NoError(t, err)
	maintain.Golden(t, "testdata/conditions.golden.json", append(data, '\n'))
}

// The stored answer says enough to find the area again without the library.
func TestTheStoredAnswerExplainsItself(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	again := 0
	for _, c := range cases {
		answer, found, err := judge(c.Given)
		if err != nil || found.Has(rule.Broken) || answer.(area.Result).Area == 0 {
			continue
		}
		data, err := json.Marshal(answer)
		require.NoError(t, err, c.Name)
		var stored struct {
			Area       string
			Belongs    string
			Conditions []struct {
				Verdict  string
				Compared []struct{ Verdict string }
			}
			Difficult struct{ Least, Most int }
			Half      string
		}
		require.NoError(t, json.Unmarshal(data, &stored))
		least, most := 0, 0
		for _, k := range stored.Conditions {
			if k.Verdict == "met" {
				least++
			}
			if k.Verdict == "met" || k.Verdict == "unknown" {
				most++
			}
		}
		want := map[string]bool{}
		for n := least; n <= most; n++ {
			switch {
			case stored.Belongs == "not-met":
				want["outside"] = true
			case n >= 6 || n >= 3 && stored.Half == "met":
				want["III"] = true
			case n >= 3 && stored.Half == "not-met":
				want["II"] = true
			case n >= 3:
				want["II"], want["III"] = true, true
			default:
				want["I"] = true
			}
		}
		assert.Equal(t, map[string]bool{stored.Area: true}, want, c.Name)
		again++
	}
	assert.Greater(t, again, 30)
}

// What is not known never decides: with a fact taken away the area stays among the possible ones.
func TestMissingFactsOnlyOpen(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	for _, c := range cases {
		whole, found, err := judge(c.Given)
		if err != nil || found.Has(rule.Broken) {
			continue
		}
		var members map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(c.Given, &members))
		for key, kept := range members {
			delete(members, key)
			data, err := json.Marshal(members)
			require.NoError(t, err)
			part, _, err := judge(data)
			require.NoError(t, err)
			assert.Subset(t, part.(area.Result).Possible, whole.(area.Result).Possible, "%s without %s", c.Name, key)
			members[key] = kept
		}
	}
}

// Group 3 of 51/2025/QĐ-TTg takes the list, or where there is none the calculation, and says which.
func TestIntoTheGroups(t *testing.T) {
	t.Parallel()
	set, err := national.ByID(national.ID51)
	require.NoError(t, err)
	const six = `{"health":"not-met","culture":"not-met","toilets":{"percent":"1"},"schools":{"percent":"1"},"cleanWater":{"percent":"1"},"roads":{"percent":"1"}`
	const list = `,"listed":{"area":"I","by":{"kind":"decision","number":"2752/QĐ-UBND","date":"2025-12-31"}}}`
	for name, c := range map[string]struct {
		members string
		profile criteria.Area
		reading string
		group   criteria.Group
		group3  criteria.Verdict
		codes   []rule.Code
	}{
		"calculated, area III":             {six + `}`, 0, "", criteria.Group3, criteria.Met, []rule.Code{area.AdviceCalculated}},
		"calculated, area I":               {`{}`, 0, "", criteria.Group2, criteria.NotMet, []rule.Code{area.AdviceCalculated}},
		"calculated, outside":              {`{"ethnic":{"part":1,"whole":100}}`, 0, "", criteria.Group2, criteria.NotMet, []rule.Code{area.AdviceCalculated}},
		"the list wins":                    {six + list, 0, "", criteria.Group2, criteria.NotMet, []rule.Code{area.AdviceDiffers, area.AdviceByList}},
		"the dossier has its own":          {six + `}`, criteria.AreaI, "", criteria.Group2, criteria.Met, []rule.Code{area.AdviceKept}},
		"the dossier has the same":         {six + `}`, criteria.AreaIII, "", criteria.Group3, criteria.Met, []rule.Code{area.AdviceCalculated}},
		"the dossier has a reading":        {six + `}`, 0, "1", criteria.Group2, criteria.Met, []rule.Code{area.AdviceKept}},
		"the facts leave it open":          {`{"toilets":null,"health":"not-met","culture":"not-met"}`, 0, "", 0, criteria.Unknown, []rule.Code{area.ErrMissing}},
		"open between II and III":          {six + `,"toilets":null}`, 0, "", 0, criteria.Met, []rule.Code{area.ErrMissing}},
		"a list without a decision":        {`{"listed":{"area":"III"}}`, 0, "", 0, criteria.Met, []rule.Code{area.ErrMissing}},
		"a list beside impossible figures": {`{"toilets":{"percent":"101"}` + list, 0, "", criteria.Group2, criteria.NotMet, []rule.Code{area.AdviceByList}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := result(t, area.Decree{}, c.members)
			d := criteria.Dossier{AsOf: rule.Day(2026, 11, 23), Year: 2026, Profile: criteria.Profile{Area: c.profile}, Readings: map[string]criteria.Reading{
				"@adjacent-urban": criteria.Failed(), "@agriculture-share": criteria.Value(rule.Int(30)), "@new-urban": criteria.Failed()}}
			if c.reading != "" {
				d.Readings["@area"] = criteria.Value(rule.MustNumber(c.reading))
			}
			before := len(d.Readings)
			with, found := r.Into(d)
			assert.Len(t, d.Readings, before, "the dossier that is handed in stays as it is")
			a, err := set.Assess(with)
			require.NoError(t, err)
			assert.Equal(t, c.group, a.Demands().Profile().Group)
			assert.Empty(t, a.Findings())
			assert.Equal(t, c.group3, r.Group3())
			var codes []rule.Code
			for _, f := range found {
				codes = append(codes, f.Code())
				assert.NotContains(t, f.In(rule.Vi)+f.In(rule.En), "{")
			}
			assert.Equal(t, c.codes, codes)
		})
	}
}

// Every finding of the cases fills its words.
func TestWords(t *testing.T) {
	t.Parallel()
	cases, err := ruletest.Load(os.DirFS("testdata/cases"))
	require.NoError(t, err)
	for _, c := range cases {
		_, found, _ := judge(c.Given)
		for _, f := range found {
			assert.NotContains(t, f.In(rule.Vi)+f.In(rule.En), "{", c.Name)
			assert.Empty(t, f.Unfilled(), c.Name)
		}
	}
}

func TestDecreeIsReadStrictly(t *testing.T) {
	t.Parallel()
	var d area.Decree
	require.NoError(t, json.Unmarshal([]byte(`{"incomeAtHalf":true}`), &d))
	assert.Equal(t, area.Decree{IncomeAtHalf: true}, d)
	require.Error(t, json.Unmarshal([]byte(`{"incomeHalf":true}`), &d))
	data, err := json.Marshal(area.Decree{BothBoarding: true})
	require.NoError(t, err)
	assert.JSONEq(t, `{"format":"giupxa.area-decree/1","bothBoarding":true}`, string(data))
}

// Nothing that is handed out, and nothing that was taken in, changes a later answer.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	commune := func() area.Commune {
		return area.Commune{On: rule.Day(2026, 6, 1), Villages: area.Villages{Each: []area.Village{{ID: "a"}}},
			Listed: area.Listed{Area: criteria.AreaII, By: rule.Source{Number: "1/QĐ"}}}
	}
	answers := func() string {
		r, err := area.Decree{}.Classify(commune())
		require.NoError(t, err)
		d, found := r.Into(criteria.Dossier{})
		data, err := json.Marshal([]any{r, d, found, area.Conditions(), area.VillageConditions(), area.Steps(), area.Rules(), area.Decree{}.Edition()})
		require.NoError(t, err)
		return string(data)
	}
	before := answers()
	for _, handed := range []any{area.Conditions(), area.VillageConditions(), area.Steps(), area.Rules()} {
		maintain.Spoil(handed)
	}
	c := commune()
	r, err := area.Decree{}.Classify(c)
	require.NoError(t, err)
	said, err := json.Marshal(r)
	require.NoError(t, err)
	maintain.Spoil(&c)
	kept, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Equal(t, string(said), string(kept), "an answer keeps nothing of the record")
	maintain.Spoil(&r)
	assert.Equal(t, before, answers())
}
