package assignment_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// spoil changes all that can be reached through exported fields, lists, maps and
// pointers of a value, as a careless caller would.
func spoil(v reflect.Value, depth int) {
	if depth > 12 {
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i), depth+1)
			if v.Index(i).CanSet() && v.Index(i).Kind() != reflect.Struct {
				v.Index(i).SetZero()
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			v.SetMapIndex(k, reflect.Zero(v.Type().Elem()))
		}
		v.SetMapIndex(reflect.Zero(v.Type().Key()), reflect.Zero(v.Type().Elem()))
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			spoil(v.Elem(), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			if !v.Type().Field(i).IsExported() {
				continue
			}
			spoil(f, depth+1)
			if f.CanSet() && f.Kind() != reflect.Slice && f.Kind() != reflect.Map && f.Kind() != reflect.Struct {
				f.SetZero()
			}
		}
	}
}

// spoilAll calls every exported method of a value with sample arguments and spoils what
// it hands out, what sequences yield included.
func spoilAll(t *testing.T, v any, samples map[reflect.Type]any) (called int) {
	t.Helper()
	value := reflect.ValueOf(v)
	for i := range value.NumMethod() {
		name, m := value.Type().Method(i).Name, value.Method(i)
		var args []reflect.Value
		for in := range m.Type().Ins() {
			sample, ok := samples[in]
			require.True(t, ok, "%T.%s takes %s, of which the test has no sample", v, name, in)
			args = append(args, reflect.ValueOf(sample))
		}
		called++
		for _, out := range m.Call(args) {
			if out.Kind() == reflect.Func && out.Type().NumIn() == 1 {
				yield := out.Type().In(0)
				out.Call([]reflect.Value{reflect.MakeFunc(yield, func(items []reflect.Value) []reflect.Value {
					for _, item := range items {
						spoilCopy(item)
					}
					return []reflect.Value{reflect.ValueOf(true)}
				})})
				continue
			}
			spoilCopy(out)
		}
	}
	return called
}

// spoilCopy spoils a value that cannot be set itself.
func spoilCopy(v reflect.Value) {
	if v.Kind() == reflect.Struct {
		c := reflect.New(v.Type()).Elem()
		c.Set(v)
		v = c
	}
	spoil(v, 0)
}

// W29: what these packages hand out or take in is shared with no answer.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 8, 20)
	source := rule.Source{Kind: rule.Resolution, Number: "1673/NQ-UBTVQH15"}
	units := []org.Unit{
		{Code: "10", Name: "Một", Kind: org.KindProvince},
		{Code: "1", Name: "Tả", Kind: org.KindCommune, Parent: "10", Span: rule.Span{To: rule.Day(2025, 6, 30)},
			Was: []org.Former{{Name: "Xưa", Span: rule.Span{To: rule.Day(2019, 12, 31)}}}},
		{Code: "2", Name: "Hữu", Kind: org.KindCommune, Parent: "10", Span: rule.Span{From: reform}},
	}
	links := []org.Succession{{From: "1", To: "2", On: reform, Source: source, Confidence: rule.Read}}
	entries := assignment.Entries{
		Leaders: []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: laocai.HomeAffairs}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "1", Span: may21, Decision: source,
			Team: []assignment.Member{{ID: "m1", Post: "Chuyên viên"}}}},
		DistrictHelpers: []assignment.DistrictHelper{{ID: "h", Body: "p", Commune: "1", Told: map[string]civil.Date{"l1": day}}},
		Coordinating:    []assignment.CoordinatingBody{{Body: "c", Assignment: "a1"}},
		CriterionOwners: []assignment.CriterionOwner{{Set: "s", Criterion: "17", Body: "x"}},
		Handovers:       []assignment.Handover{{Assignment: "a1", On: day}},
	}
	g, r := must(org.NewGazetteer(units, links)), must(assignment.NewRoster(entries))
	p := assignment.Policy{OnTargetMerged: assignment.FollowSuccessor, CoverAll: true, Basis: laocai.Basis()}
	body := org.Body{ID: "b", Kind: org.Department, Names: []org.Name{{Text: rule.Text{Vi: "Sở", En: "Dept"}}}, Classes: []org.BodyID{"c"}, Heirs: []org.Heir{{To: "h"}}}
	matrix := must(laocai.InForce(day))

	answers := func() string {
		targets := p.Targets(must(r.Helping("1", day))[0], g)
		all := []any{r, g, p, body, targets, p.Check(r, g, day), p.CheckDuties(r, matrix), must(p.Helping(r, g, "2", reform)),
			must(r.DistrictHelpers("1", day)), must(r.Coordinating("a1", day)), must(r.OwnersOf("s", "17.1", day)),
			must(r.Changes(r, assignment.Comparison{On: day})), g.Search("Tả", day), g.Successors("1", day, reform), g.Predecessors("2", reform, day),
			org.Governments(), org.ThreeLevel.Levels(), assignment.Rules(), org.Rules()}
		return string(must(json.Marshal(all)))
	}
	before := answers()

	spoil(reflect.ValueOf(units), 0)
	spoil(reflect.ValueOf(links), 0)
	spoil(reflect.ValueOf(&entries).Elem(), 0)
	require.Equal(t, before, answers(), "what the caller gave")

	samples := map[reflect.Type]any{
		reflect.TypeFor[string]():                "a1",
		reflect.TypeFor[org.UnitCode]():          org.UnitCode("1"),
		reflect.TypeFor[civil.Date]():            day,
		reflect.TypeFor[rule.Span]():             may21,
		reflect.TypeFor[rule.Lang]():             rule.En,
		reflect.TypeFor[org.Level]():             org.LevelDistrict,
		reflect.TypeFor[org.Field]():             org.FieldPoverty,
		reflect.TypeFor[org.Gazetteer]():         g,
		reflect.TypeFor[org.Body]():              body,
		reflect.TypeFor[duty.Matrix]():           matrix,
		reflect.TypeFor[assignment.Roster]():     r,
		reflect.TypeFor[assignment.Assignment](): must(r.Helping("1", day))[0],
		reflect.TypeFor[assignment.Comparison](): assignment.Comparison{On: day},
		reflect.TypeFor[org.Body]():              body,
	}
	called := 0
	for _, v := range []any{r, g, p, body, org.ThreeLevel} {
		called += spoilAll(t, v, samples)
	}
	assert.Greater(t, called, 30)
	for _, v := range []any{org.Governments(), org.ThreeLevel.Levels(), assignment.Rules(), org.Rules(), body.Clone()} {
		spoilCopy(reflect.ValueOf(v))
	}
	samples[reflect.TypeFor[string]()] = "l1"
	spoilAll(t, r, samples)
	assert.Equal(t, before, answers(), "what was handed out")
}
