package criteria_test

import (
	"encoding/json"
	"iter"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria"
	"github.com/giupxa/giupxa/criteria/diff"
	"github.com/giupxa/giupxa/criteria/rule"
)

// scramble changes all that a user of a value can reach: exported fields, elements, members
// and what pointers point at. The rows of rules belong to package rule, which guards them.
func scramble(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*rule.Rule]() {
			scramble(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				scramble(v.Field(i))
			}
		}
	case reflect.Slice:
		whole := v
		if v.Cap() > v.Len() {
			whole = v.Slice(0, v.Cap()) // what append would overwrite
		}
		for i := range whole.Len() {
			scramble(whole.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			changed := reflect.New(v.Type().Elem()).Elem()
			changed.Set(v.MapIndex(key))
			scramble(changed)
			v.SetMapIndex(key, changed)
		}
		if v.Type().Key().Kind() == reflect.String && !v.IsNil() {
			v.SetMapIndex(reflect.ValueOf("2.1").Convert(v.Type().Key()), reflect.Zero(v.Type().Elem()))
		}
	}
	if !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("khác")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(v.Int() + 1)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(v.Uint() ^ 1)
	case reflect.Struct:
		if v.Type().PkgPath() != "" && !hasExported(v.Type()) {
			v.SetZero() // an opaque value: another is put in its place
		}
	}
}

func hasExported(t reflect.Type) bool {
	for i := range t.NumField() {
		if t.Field(i).IsExported() {
			return true
		}
	}
	return false
}

func scrambleOne[T any](v T) {
	scramble(reflect.ValueOf(&v))
}

func scrambleAll[T any](all iter.Seq[T]) {
	for v := range all {
		scrambleOne(v)
	}
}

func sources(s string) rule.Source { return rule.Source{Kind: rule.Decision, Number: s} }

// No value that is handed out or taken in is shared with the inside of a set, of demands, of
// bound readings or of an assessment.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	columns := criteria.From(sources("3/QĐ"), rule.Read, criteria.TDMNPB, criteria.TN)
	table := tableOf(
		percent(criteria.ByRow(criteria.AtLeast, criteria.Row{criteria.TDMNPB: "80", criteria.TN: "70"}, read)),
		percent(criteria.Cite(columns, criteria.All(criteria.AtLeast("50"), criteria.Sub("a", criteria.Pass())))),
		criteria.Indicator{Require: criteria.When(criteria.Attr("schools").AtLeast("4"), criteria.AtLeast("4"), criteria.Cite(criteria.From(sources("4/QĐ"), rule.Low), criteria.AtLeast("2")))},
	)
	table.Words = map[string]rule.Text{"a": words("phần a")}
	table.Groups = []criteria.GroupRule{
		{Group: criteria.Group1, When: criteria.Attr("urban").Holds(), Name: words("đô thị"), From: columns},
		{Group: criteria.Group2, Name: words("còn lại"), From: columns},
	}
	for i := range table.Criteria {
		table.Criteria[i].NameFrom, table.Criteria[i].Indicators[0].NameFrom = columns, columns
	}
	base, err := criteria.NewSet(table)
	require.NoError(t, err)
	overlay := overlayOf(own("1.1", criteria.AtLeast("90")))
	overlay.Words = map[string]rule.Text{"b": words("phần b")}
	overlay.Criteria = []criteria.Criterion{{No: 9, Name: words("riêng"), NameFrom: columns, Indicators: []criteria.Indicator{
		{Code: "9.1", Name: words("riêng"), NameFrom: columns, Require: criteria.Sub("b", criteria.Pass())},
	}}}
	local := localize(t, base, overlay)

	in := dossier(map[string]criteria.Reading{
		"1.1": parsed(t, "81").From(source), "2.1": criteria.Stated(criteria.Met, source).By(criteria.Verified), "2.1/a": criteria.Passed(), "3.1": parsed(t, "1/0"),
		"@schools": parsed(t, "4"), "@urban": criteria.Passed().By(criteria.Self), "9.1": {}, "8.8": parsed(t, "7"), "set": criteria.Stated(criteria.NotMet, source),
	})
	in.Profile.GroupBy, in.Profile.Area = source, criteria.AreaIII
	demands, err := base.Demands(in)
	require.NoError(t, err)
	bound, err := demands.Bind(in)
	require.NoError(t, err)
	assessments := []criteria.Assessment{assess(t, base, in), assess(t, local, in), bound.Assess()}
	assessments = append(assessments, assessments[0].Accept(rule.Low), assessments[0].AtStage(criteria.Verified))

	answers := func() (all []string) {
		say := func(v any) {
			data, err := json.Marshal(v)
			require.NoError(t, err)
			all = append(all, string(data))
		}
		say(base)
		say(local)
		say(base.Edition())
		say(base.Coverage())
		say(base.Unconfirmed())
		say(demands)
		say(diff.Sets(base, local))
		for _, a := range append(assessments, bound.Assess(), bound.Accept(rule.Low).Assess()) {
			say(a)
			say(a.Dossier())
			say(a.AtStage(criteria.Verified))
			say(a.Accept(rule.Low))
		}
		return all
	}
	before := answers()
	same := func(what string) {
		t.Helper()
		for i, now := range answers() {
			require.Equal(t, before[i], now, what)
		}
	}

	scrambleOne(table)
	same("the table that a set was made of")
	scrambleOne(overlay)
	same("the overlay")
	scrambleOne(in)
	same("the dossier")
	scrambleOne(columns)
	same("a citation")

	for _, s := range []criteria.Set{base, local} {
		scrambleOne(s.Table())
		scrambleOne(s.Unconfirmed())
		scrambleOne(s.Coverage())
		scrambleOne(s.Edition())
		for _, k := range s.Table().Criteria {
			for _, row := range k.Indicators {
				scrambleRequirement(row.Require)
			}
		}
		same("what a set hands out")
	}
	scrambleOne(demands.Profile())
	scrambleOne(demands.Edition())
	scrambleAll(demands.Cells())
	same("what demands hand out")
	for _, a := range assessments {
		scrambleAll(a.Lines())
		for l := range a.Lines() {
			scrambleAll(l.Parts())
			scrambleRequirement(l.Demand)
		}
		scrambleAll(a.Headings())
		scrambleOne(a.Report())
		scrambleOne(a.Shortfall())
		scrambleOne(a.Findings())
		scrambleOne(a.Caveats())
		scrambleOne(a.Dossier())
		scrambleOne(a.Edition())
		same("what an assessment hands out")
	}
	scrambleOne(diff.Sets(base, local))
	same("what diff hands out")
	regions := criteria.Regions()
	scrambleOne(regions)
	assert.NotEqual(t, regions, criteria.Regions())
}

func scrambleRequirement(r criteria.Requirement) {
	scrambleOne(r.Keys())
	scrambleOne(r.Numbers())
	c, _ := r.Citation()
	scrambleOne(c)
	for _, part := range r.Parts() {
		scrambleRequirement(part)
	}
	scrambleOne(r.Parts())
}

// The dossier of an assessment is the one that was given, to the last key, in every view.
func TestDossierIsGivenBack(t *testing.T) {
	t.Parallel()
	set := setOf(t, percent(criteria.AtLeast("80")), criteria.Indicator{Require: criteria.When(criteria.Attr("area").AtLeast("3"), criteria.Pass(), criteria.AtLeast("2"))})
	for name, readings := range map[string]map[string]criteria.Reading{
		"none at all": nil,
		"none":        {},
		"of every kind": {
			"1.1": parsed(t, "80.50").From(source).By(criteria.Self).On(rule.Day(2022, 1, 1)), "2.1": {}, "@area": parsed(t, "1").By(criteria.Self),
			"c1": criteria.Count(1, 1), "set": criteria.Stated(criteria.Met, source), "c2": criteria.Stated(criteria.NotMet, rule.Source{}), "7.7": parsed(t, "5"),
		},
		"of no use":      {"1.1": parsed(t, "101"), "2.1": criteria.Stated(criteria.NotApplicable, source), "1.1/x": criteria.Passed()},
		"large and fine": {"1.1": parsed(t, "12345678901234567890.1234567"), "2.1": criteria.Share(1, 3)},
	} {
		d := dossier(readings)
		d.Profile.Area = criteria.AreaIII
		want, err := json.Marshal(d)
		require.NoError(t, err)
		a := assess(t, set, d)
		for _, view := range []criteria.Assessment{a, a.Accept(rule.Low), a.AtStage(criteria.Verified), a.AtStage(criteria.Verified).AtStage(0)} {
			got, err := json.Marshal(view.Dossier())
			require.NoError(t, err)
			assert.JSONEq(t, string(want), string(got), name)
		}
	}
}
