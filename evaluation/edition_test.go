package evaluation_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
	"github.com/giupxa/giupxa/evaluation"
)

// W14: each setting of a policy is in its edition.
func TestPolicyEdition(t *testing.T) {
	t.Parallel()
	policies := map[string]evaluation.Policy{
		"zero":               {},
		"text":               {Basis: secondBasis},
		"first day":          {Basis: must(laocai.Basis().From(rule.Day(2021, 7, 1)))},
		"each alone":         {EachAlone: true},
		"cadre rules":        {CadreRules: true},
		"sheet per commune":  {SheetPerCommune: true},
		"outcome is commune": {OutcomeIsCommune: true},
		"evaluators":         {Evaluators: []org.BodyID{"a", "b"}},
		"other evaluators":   {Evaluators: []org.BodyID{"b", "a"}},
		"signature":          {JointSignature: true},
		"evidence":           {EvidenceDemanded: true},
		"mean":               {Combining: evaluation.CombineMean},
		"worst":              {Combining: evaluation.CombineWorst},
		"days":               {Combining: evaluation.CombineDays},
		"least days":         {MinDays: 90},
		"each":               {Sharing: evaluation.SharingEach},
		"once":               {Sharing: evaluation.SharingOnce},
		"weights":            {Combining: evaluation.CombineWeighted, CommuneWeights: map[org.UnitCode]rule.Number{"a": rule.Int(1)}},
		"other weights":      {Combining: evaluation.CombineWeighted, CommuneWeights: map[org.UnitCode]rule.Number{"a": rule.Int(2)}},
	}
	digests := map[string]string{}
	for name, p := range policies {
		e := p.Edition()
		assert.Len(t, e.Digest, 64, name)
		assert.Empty(t, digests[e.Digest], name)
		digests[e.Digest] = name
		var back evaluation.Policy
		require.NoError(t, json.Unmarshal(must(json.Marshal(p)), &back), name)
		assert.Equal(t, e, back.Edition(), name)
	}
	assert.Equal(t, evaluation.Policy{}.Edition(), evaluation.Policy{Basis: laocai.Basis()}.Edition(), "the zero basis is resolved")
	assert.Equal(t, "giupxa.evaluation-policy/1 lao-cai-2021", evaluation.Policy{}.Edition().ID)
	// A field that is added later is set here too.
	var set int
	for _, p := range policies {
		for i := range reflect.TypeFor[evaluation.Policy]().NumField() {
			if !reflect.ValueOf(p).Field(i).IsZero() {
				set |= 1 << i
			}
		}
	}
	assert.Equal(t, 1<<reflect.TypeFor[evaluation.Policy]().NumField()-1, set, "every field is tried")
}

// W14: the same parts combined in two ways rest on two policies, in Go and in JSON.
func TestCombinedEditions(t *testing.T) {
	t.Parallel()
	scheme := sample(0, 0)
	part := func(commune org.UnitCode, points string) evaluation.Result {
		return must(scheme.Score(evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: commune}, Entries: entries("1", points, "2.1", "20", "2.2", "0")}))
	}
	high, low := part("a", "80%"), part("b", "30")
	rests := func(r evaluation.Result) (all []rule.Edition) {
		for _, book := range r.Grounds().Rulebooks {
			all = append(all, book.Edition)
		}
		return all
	}
	assert.Equal(t, []rule.Edition{scheme.Edition()}, rests(high))
	for name, c := range map[string]struct {
		policy evaluation.Policy
		total  string
	}{
		"mean":  {evaluation.Policy{Combining: evaluation.CombineMean}, "63"},
		"worst": {evaluation.Policy{Combining: evaluation.CombineWorst}, "50"},
	} {
		r := must(c.policy.Combine(high, low))
		assert.Equal(t, c.total, r.Total().String(), name)
		assert.Equal(t, []rule.Edition{scheme.Edition(), c.policy.Edition(), laocai.Basis().Edition()}, rests(r), name)
		var stored struct{ Grounds rule.Grounds }
		require.NoError(t, json.Unmarshal(must(json.Marshal(r)), &stored), name)
		assert.Equal(t, r.Grounds(), stored.Grounds, name)
	}
	assert.NotContains(t, string(must(json.Marshal(high))), `"role":"policy"`)
}

// spoil changes all that can be reached from a value: what is behind a pointer, in a
// slice or a map, and each field that another package may set.
func spoil(v reflect.Value) (changed int) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			changed += spoil(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			changed += spoil(v.Index(i))
		}
		for i := range v.Len() {
			v.Index(i).SetZero()
			changed++
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			changed += spoil(v.MapIndex(k))
			v.SetMapIndex(k, reflect.Value{})
			changed++
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				changed += spoil(v.Field(i))
				if v.Field(i).CanSet() {
					v.Field(i).SetZero()
				}
			}
		}
	}
	return changed
}

// W29: nothing that a scheme, a result or a policy hands out or takes in is shared.
func TestNothingIsShared(t *testing.T) {
	t.Parallel()
	table := sampleTable()
	table.ReplacedBy = rule.Source{Kind: rule.Decision, Number: "2/QĐ"}
	table.Thresholds.Given = evaluation.Given{Caller: true}
	table.Bonus = evaluation.AdjustCapped
	scheme := must(evaluation.NewScheme(table))
	weights := map[string]rule.Number{"1": rule.Int(50), "2.1": rule.Int(40), "2.2": rule.Int(10)}
	weighted := must(scheme.WithWeights(evaluation.Weights{Max: weights}))
	sheet := func(commune org.UnitCode) evaluation.Sheet {
		return evaluation.Sheet{
			About:       evaluation.SupportWork{Leader: "l1", Year: 2021, Commune: commune},
			Entries:     []evaluation.Entry{{Line: "1", Verified: mark("1/3"), Self: mark("12345678901234567890/12345678901234567891")}, {Line: "2.1", Verified: mark("27")}, {Line: "x"}},
			Bonus:       []evaluation.Adjustment{{Reason: "x", Points: num("1")}},
			StatedTotal: num("7"), Evaluators: evaluators("", "so-noi-vu", "so-nnmt"), Published: rule.Day(2022, 1, 5),
		}
	}
	given, second := sheet("a"), sheet("b")
	pointed := evaluation.SupportWork{Leader: "l1", Year: 2021}
	result := must(weighted.Score(given))
	adrift := must(weighted.Score(evaluation.Sheet{About: &pointed}))
	policy := evaluation.Policy{Combining: evaluation.CombineWeighted, CommuneWeights: map[org.UnitCode]rule.Number{"a": rule.Int(1), "b": rule.Int(3)}, Evaluators: []org.BodyID{"so-noi-vu", "so-ldtbxh"}}
	combined := must(policy.Combine(result, must(weighted.Score(second))))
	matrix := must(laocai.InForce(rule.Day(2022, 1, 5)))
	full := fullTable()
	whole := must(evaluation.NewScheme(full))
	filled := fullSheet()
	scored := must(whole.Score(filled))
	facts := evaluation.Facts{Counts: []evaluation.Derivation{{Measure: evaluation.PlanProgress, Part: rule.Int(1), Whole: rule.Int(2), Facts: []string{"x"}, Lacking: []string{"y"}}}}
	fed, unfed, err := whole.Feed(evaluation.Sheet{About: work2021}, facts)
	require.NoError(t, err)
	check := func() rule.Findings {
		return evaluation.Policy{JointSignature: true, EvidenceDemanded: true}.Check(sheet("a"), weighted, matrix)
	}
	answers := func() string {
		again := must(weighted.Score(sheet("a")))
		found := check()
		for _, r := range evaluation.Rules() {
			found = append(found, rule.MustTable(r).Advice(r.Code, ""))
		}
		return string(must(json.Marshal([]any{scheme, weighted, result, adrift, combined, again, found, weighted.Caveats(), combined.Caveats(), whole, scored, must(whole.Score(fullSheet())), evaluation.LaoCai1686(), evaluation.LaoCai1686().Caveats(), evaluation.HaiPhong212(), evaluation.Decree335Manager(), evaluation.Policy{}.Edition()}))) + combined.String() + result.String()
	}
	before := answers()
	var lines []evaluation.Working
	for w := range result.Lines() {
		lines = append(lines, w)
	}
	for w := range scored.Lines() {
		lines = append(lines, w)
	}
	_, why := result.Rating()
	kept, _ := scored.Sheet()
	band, _ := scored.Band()
	out := []any{
		&full, &filled, &facts, &fed, &kept, unfed, whole.Table(), scored.Findings(), band, evaluation.HaiPhong212().Table(), evaluation.Decree335Manager().Table(),
		&table, &weights, &given, &second, &pointed, &policy,
		scheme.Table(), weighted.Table(), weighted.Caveats(), weighted.Edition(), evaluation.LaoCai1686().Table(), evaluation.LaoCai1686().Caveats(),
		result.Findings(), why, result.Caveats(), result.Grounds(), lines, result.About(), adrift.About(),
		combined.Parts(), combined.Findings(), combined.Grounds(), combined.Caveats(), result.Total().Rat(), check(), evaluation.Rules(),
		evaluation.Policy{}.CheckAll([]evaluation.Sheet{given, given}),
	}
	var changed int
	for _, v := range out {
		if v != nil {
			p := reflect.New(reflect.TypeOf(v))
			p.Elem().Set(reflect.ValueOf(v))
			changed += spoil(p)
		}
	}
	assert.Greater(t, changed, 150)
	if before != answers() { // too long to print
		t.Error("an answer changed")
	}
}

// A policy in JSON is read as strictly as a sheet.
func TestPolicyJSON(t *testing.T) {
	t.Parallel()
	var p evaluation.Policy
	err := json.Unmarshal([]byte(`{"format":"giupxa.evaluation-policy/9","eachalone":true,"combining":"best","basis":{"id":"x","provisions":{"visit.notfy":{"article":"1"}}}}`), &p)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok)
	var paths []string
	for _, f := range found {
		paths = append(paths, string(f.Path))
	}
	for _, want := range []string{"format", "eachalone", "combining", "basis.source", "basis.binds"} {
		assert.Contains(t, paths, want)
	}
	require.NoError(t, json.Unmarshal(must(json.Marshal(evaluation.Policy{Basis: secondBasis, JointSignature: true})), &p))
	assert.Equal(t, secondBasis.Edition(), p.Basis.Edition())
	assert.True(t, p.JointSignature)
	assert.Error(t, p.UnmarshalJSON([]byte(`{`)))
	assert.NotContains(t, string(must(json.Marshal(evaluation.Policy{}))), "basis")
	assert.Equal(t, duty.Basis{}, evaluation.Policy{}.Basis)
}

// A policy made in code is asked for its sense where it is used, as one that is read is.
func TestPolicyWithoutSense(t *testing.T) {
	t.Parallel()
	p := evaluation.Policy{Evaluators: []org.BodyID{"a", "a"}, Combining: evaluation.CombineWeighted, CommuneWeights: map[org.UnitCode]rule.Number{"02794": rule.Int(-1), "02776": rule.Int(0)}}
	paths := func(found rule.Findings) (list []string) {
		for _, f := range found.Of(evaluation.ErrPolicy) {
			list = append(list, string(f.Path))
		}
		return list
	}
	sheet := evaluation.Sheet{About: work2021}
	want := []string{`policy.communeWeights["02794"]`, "policy.evaluators[1]"}
	assert.Equal(t, want, paths(p.Check(sheet, evaluation.Scheme{}, duty.Matrix{})))
	assert.Equal(t, want, paths(p.CheckAll([]evaluation.Sheet{sheet})))
	assert.Equal(t, []string{`communeWeights["02794"]`, "evaluators[1]"}, paths(p.Faults()))
	require.ErrorIs(t, evaluation.Policy{MinDays: -1}.Faults().Err(), form.ErrTooSmall)

	p = evaluation.Policy{Evaluators: []org.BodyID{"a", "b"}}
	assert.Empty(t, p.Faults())
	assert.Empty(t, paths(p.Check(sheet, evaluation.Scheme{}, duty.Matrix{})))
}
