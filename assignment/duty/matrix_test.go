package duty_test

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func inForce(t testing.TB, y, m, d int) duty.Matrix {
	t.Helper()
	matrix, err := laocai.InForce(rule.Day(y, m, d))
	require.NoError(t, err)
	return matrix
}

// editions are the days on which the matrix changes: the last before and the
// first after.
func editions(t testing.TB) map[string]duty.Matrix {
	t.Helper()
	all := map[string]duty.Matrix{}
	for _, d := range []civil.Date{
		rule.Day(2021, 1, 1), rule.Day(2021, 8, 15), rule.Day(2025, 2, 28), rule.Day(2025, 3, 1),
		rule.Day(2025, 6, 30), rule.Day(2025, 7, 1), rule.Day(2026, 11, 23),
	} {
		m, err := laocai.InForce(d)
		require.NoError(t, err)
		all[d.String()] = m
	}
	return all
}

func TestBothModelsPassTheirOwnCheck(t *testing.T) {
	t.Parallel()
	for day, m := range editions(t) {
		found := m.Check()
		require.NoError(t, found.Err(), day)
		three := day < "2025-07-01"
		assert.Equal(t, three, m.Government() == org.ThreeLevel, day)
		assert.Equal(t, three, !found.Has(rule.Undecided), "%s: the two duties that nobody is known to hold", day)
	}
	first := inForce(t, 2021, 8, 15).Check()
	idle := first.Of(duty.AdviceAddresseeIdle)
	require.Len(t, idle, 1)
	assert.Contains(t, idle[0].String(), "Sở Nông nghiệp và Phát triển nông thôn")
	assert.Contains(t, idle[0].String(), "cơ quan phụ trách tiêu chí")
	var strangers []string
	for _, f := range first.Of(duty.AdviceNotAddressed) {
		strangers = append(strangers, f.Args[0].Text.En)
	}
	assert.Contains(t, strangers, "district Steering Committee")
	assert.Contains(t, strangers, "commune Steering Committee")
	assert.Contains(t, strangers, "agencies in charge of a criterion")
	assert.Len(t, inForce(t, 2026, 1, 1).Check().Of(duty.ErrNobodyHolds), 2)
}

func TestInForceEdges(t *testing.T) {
	t.Parallel()
	for _, d := range []civil.Date{{}, rule.Day(2020, 12, 31), rule.Day(2021, 2, 30)} {
		_, err := laocai.InForce(d)
		assert.Error(t, err, d)
	}
	caveat := "text of 2021–2025; its successor was not supplied"
	says := func(y, m, d int) []string {
		var all []string
		for _, c := range inForce(t, y, m, d).Caveats() {
			all = append(all, c.En)
		}
		return all
	}
	assert.NotContains(t, says(2025, 12, 31), caveat)
	assert.Contains(t, says(2026, 1, 1), caveat)
	assert.Len(t, says(2021, 8, 9), 1, "the day of the dispatch is not known")
	assert.Empty(t, says(2021, 8, 10), "by then it binds")
	assert.Contains(t, says(2025, 7, 1), "the units of the former Yên Bái were never addressed")
}

// Worked case A2, answers 4 to 6.
func TestAfterTheDistricts(t *testing.T) {
	t.Parallel()
	m := inForce(t, 2025, 7, 15)
	for e := range m.At(org.LevelDistrict) {
		t.Errorf("%s still stands in %s", e.Body, e.Duty.ID)
	}
	for e := range m.All() {
		b, ok := m.Body(e.Body)
		require.True(t, ok)
		assert.True(t, b.Exists(m.Day()), "%s is gone", e.Body)
	}
	var evaluators []string
	for e := range m.For("evaluation.support-work") {
		if e.Side == duty.Bearer {
			assert.Equal(t, duty.BearsJointly, e.Verb)
			evaluators = append(evaluators, m.Name(e.Body).En)
		}
	}
	assert.Equal(t, []string{"Department of Home Affairs", "Department of Agriculture and Environment",
		"provincial Coordination Office for New Rural Development"}, evaluators)
	assert.Equal(t, []org.BodyID{laocai.CoordinationOffice},
		m.Missing("evaluation.support-work", laocai.HomeAffairs, laocai.AgricultureEnvironment), "two do not suffice")

	told := map[rule.DutyID]bool{}
	for tr := range m.Transfers() {
		told[tr.Duty] = true
		assert.False(t, tr.Confidence.Confirmed(), "%s: no text says it", tr.Duty)
		assert.NotEmpty(t, tr.Why.Vi)
	}
	before := inForce(t, 2025, 6, 30)
	for e := range before.At(org.LevelDistrict) {
		assert.True(t, told[e.Duty.ID], "%s of %s went nowhere", e.Duty.ID, e.Body)
	}
	nobody, _ := m.Duty("district-helper.notify")
	assert.Zero(t, nobody.Bearers.Len(), "nobody must notify any more")
}

func TestReadings(t *testing.T) {
	t.Parallel()
	day := rule.Day(2025, 7, 15)
	lapsed, err := laocai.Readings{Districts: laocai.Lapsed}.InForce(day)
	require.NoError(t, err)
	require.NoError(t, lapsed.Check().Err())
	for d := range lapsed.Section("2") {
		if d.ID != "knowledge.spread" {
			assert.Zero(t, d.Bearers.Len(), d.ID)
		}
	}
	rehomed := inForce(t, 2025, 7, 15)
	d, _ := rehomed.Duty("district.direct")
	assert.True(t, d.Bearers.Has(laocai.ProvinceSteering))
	assert.Len(t, lapsed.Check().Of(duty.ErrNobodyHolds), 9)

	alone, err := laocai.Readings{Joint: laocai.EachAlone}.InForce(rule.Day(2021, 8, 15))
	require.NoError(t, err)
	require.NoError(t, alone.Check().Err())
	assert.Empty(t, alone.Missing("evaluation.support-work", laocai.HomeAffairs), "each may act alone")
	together := inForce(t, 2021, 8, 15)
	assert.Equal(t, []org.BodyID{laocai.Labour, laocai.CoordinationOffice}, together.Missing("evaluation.support-work", laocai.HomeAffairs))
	assert.Empty(t, together.Missing("evaluation.support-work", laocai.HomeAffairs, laocai.CoordinationOffice, laocai.Labour))
	assert.Equal(t, []org.BodyID{laocai.Leaders}, together.Missing(duty.NotifyVisit))
	late, err := laocai.Readings{Joint: laocai.EachAlone}.InForce(day)
	require.NoError(t, err)
	require.NoError(t, late.Check().Err())
}

func TestQueriesAgree(t *testing.T) {
	t.Parallel()
	for day, m := range editions(t) {
		var all, byBody, byDuty, byLevel int
		for e := range m.All() {
			all++
			assert.True(t, has(m.Of(e.Body), e), "%s: Of(%s) lacks %s", day, e.Body, e.Duty.ID)
			assert.True(t, has(m.For(e.Duty.ID), e))
			for c := range m.For(e.Duty.ID) {
				if e.Side != duty.Towards && c.Side == duty.Towards {
					found := false
					for d := range m.Between(e.Body, c.Body) {
						found = found || d.ID == e.Duty.ID
					}
					assert.True(t, found, "Between(%s, %s) lacks %s", e.Body, c.Body, e.Duty.ID)
				}
			}
		}
		for _, b := range m.Bodies() {
			byBody += count(m.Of(b.ID))
		}
		sections := 0
		for d := range m.Duties() {
			byDuty += count(m.For(d.ID))
		}
		for _, l := range m.Government().Levels() {
			byLevel += count(m.At(l))
		}
		for _, s := range []string{"", "1", "2", "3", "4"} {
			for range m.Section(s) {
				sections++
			}
		}
		assert.Equal(t, all, byBody)
		assert.Equal(t, all, byDuty)
		assert.Equal(t, all, byLevel)
		assert.Equal(t, len(m.Parts().Duties), sections)
	}
	m := inForce(t, 2021, 8, 15)
	var between []string
	for d := range m.Between(laocai.HomeAffairs, laocai.Leaders) {
		between = append(between, string(d.ID))
	}
	assert.Equal(t, []string{"evaluation.support-work", "evaluation.substantive", "evaluation.yearly-basis"}, between)
	for e := range m.Of(laocai.CommuneCommittee) {
		assert.NotEmpty(t, e.Duty.ID)
		break
	}
}

func has(seq iter.Seq[duty.Entry], want duty.Entry) bool {
	for e := range seq {
		if e.Duty.ID == want.Duty.ID && e.Body == want.Body && e.Verb == want.Verb && e.Side == want.Side {
			return true
		}
	}
	return false
}

func count(seq iter.Seq[duty.Entry]) int {
	n := 0
	for range seq {
		n++
	}
	return n
}

// Every mutation of the matrices of both models that breaks an invariant is
// caught with its code.
func TestMutations(t *testing.T) {
	t.Parallel()
	one := func(p *duty.Parts, id rule.DutyID) *duty.Duty {
		return &p.Duties[slices.IndexFunc(p.Duties, func(d duty.Duty) bool { return d.ID == id })]
	}
	who := func(p *duty.Parts, id org.BodyID) *org.Body {
		return &p.Bodies[slices.IndexFunc(p.Bodies, func(b org.Body) bool { return b.ID == id })]
	}
	mutations := []struct {
		name   string
		code   rule.Code
		mutate func(*duty.Parts)
	}{
		{"no bearer", duty.ErrNoBearer, func(p *duty.Parts) { one(p, duty.NotifyVisit).Bearers = duty.By() }},
		{"a joint bearer missing", duty.ErrJointMissing, func(p *duty.Parts) {
			d := one(p, "evaluation.support-work")
			d.Bearers = duty.By(slices.Collect(d.Bearers.All())[1:]...)
		}},
		{"a stranger among the joint bearers", duty.ErrJointStranger, func(p *duty.Parts) {
			d := one(p, "evaluation.support-work")
			d.Bearers = duty.By(append(slices.Collect(d.Bearers.All()), duty.Party{Body: laocai.ProvinceCommittee, Verb: duty.BearsJointly})...)
		}},
		{"a group dissolved", duty.ErrUnknownGroup, func(p *duty.Parts) { p.Groups = nil }},
		{"joint without group", duty.ErrJointWithoutGroup, func(p *duty.Parts) { one(p, duty.Invite).Group = "" }},
		{"a bearer only told", duty.ErrBearerVerb, func(p *duty.Parts) {
			one(p, duty.NotifyVisit).Bearers = duty.By(duty.Party{Body: laocai.Leaders, Verb: duty.Informed})
		}},
		{"an evaluator evaluated", duty.ErrEvaluatesItself, func(p *duty.Parts) {
			one(p, "evaluation.support-work").Towards = duty.By(duty.Party{Body: laocai.HomeAffairs})
		}},
		{"an orphan", duty.ErrUnknownBody, func(p *duty.Parts) {
			one(p, "support.give").With = duty.By(duty.Party{Body: "ai-do", Verb: duty.Advises})
		}},
		{"a party twice", duty.ErrRepeatedParty, func(p *duty.Parts) {
			one(p, "support.give").With = duty.By(duty.Party{Body: laocai.People, Verb: duty.Informed}, duty.Party{Body: laocai.People, Verb: duty.Informed})
		}},
		{"a body of an unknown level", duty.ErrAbolishedLevel, func(p *duty.Parts) { who(p, laocai.Leaders).Level = 0 }},
		{"a body that ended", duty.ErrAbolishedBody, func(p *duty.Parts) { who(p, laocai.CoordinationOffice).Span.To = rule.Day(2021, 8, 1) }},
		{"a level that bears nothing", duty.ErrLevelMissing, func(p *duty.Parts) {
			for i := range p.Bodies {
				if p.Bodies[i].Level == org.LevelCommune {
					p.Bodies[i].Level = org.LevelProvince
				}
			}
		}},
		{"a transfer of no duty", duty.ErrTransferDuty, func(p *duty.Parts) { p.Transfers = []duty.Transfer{{Duty: "s9", From: "x"}} }},
		{"a transfer not carried out", duty.ErrTransferUndone, func(p *duty.Parts) {
			p.Transfers = []duty.Transfer{{Duty: duty.NotifyVisit, From: laocai.Leaders}}
		}},
		{"a transfer to one who is not there", duty.ErrTransferLost, func(p *duty.Parts) {
			p.Transfers = []duty.Transfer{{Duty: duty.NotifyVisit, From: "x", To: []org.BodyID{laocai.Donors}}}
		}},
	}
	for day, m := range editions(t) {
		for _, c := range mutations {
			p := m.Parts()
			c.mutate(&p)
			mutant, err := duty.NewMatrix(p)
			require.NoError(t, err)
			assert.ErrorIs(t, mutant.Check().Err(), c.code, "%s: %s", day, c.name)
		}
		require.NoError(t, m.Check().Err(), "the original stays as it was")
	}
	p := inForce(t, 2025, 6, 30).Parts()
	p.Government = org.TwoLevel
	mutant, err := duty.NewMatrix(p)
	require.NoError(t, err)
	assert.ErrorIs(t, mutant.Check().Err(), duty.ErrAbolishedLevel)
	p = inForce(t, 2021, 8, 15).Parts()
	p.Span = rule.Span{From: rule.Day(2025, 3, 1), To: rule.Day(2025, 6, 30)}
	mutant, err = duty.NewMatrix(p)
	require.NoError(t, err)
	assert.ErrorIs(t, mutant.Check().Err(), duty.ErrAbolishedBody, "Sở LĐTBXH ended on 28/2/2025")
}

func TestMatrixJSON(t *testing.T) {
	t.Parallel()
	for day, m := range editions(t) {
		data, err := json.Marshal(m)
		require.NoError(t, err)
		var back duty.Matrix
		require.NoError(t, json.Unmarshal(data, &back), day)
		again, err := json.Marshal(back)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again))
		assert.Len(t, back.Check(), len(m.Check()))
	}
	var m duty.Matrix
	err := json.Unmarshal([]byte(`{"format":"giupxa.matrix/9","government":"four-level","duties":[{}]}`), &m)
	found, ok := rule.FindingsIn(err)
	require.True(t, ok)
	assert.GreaterOrEqual(t, len(found), 4)
	assert.Error(t, json.Unmarshal([]byte(`{`), &m))
}

func TestZeroMatrix(t *testing.T) {
	t.Parallel()
	var m duty.Matrix
	assert.Empty(t, m.Check())
	assert.Zero(t, count(m.All())+count(m.Of("x"))+count(m.For("x"))+count(m.At(org.LevelProvince)))
	assert.Empty(t, m.Missing("x"))
	assert.Empty(t, m.Caveats())
	assert.Equal(t, "x", m.Name("x").Vi)
	_, err := m.On(rule.Day(2021, 8, 15))
	assert.Error(t, err)
	_, err = inForce(t, 2021, 8, 15).On(rule.Day(2025, 7, 1))
	assert.Error(t, err, "the matrix of three levels does not answer for July 2025")
	assert.Equal(t, rule.Day(2021, 1, 1), inForce(t, 2021, 8, 15).Span().From)
}

func TestParts(t *testing.T) {
	t.Parallel()
	m := inForce(t, 2021, 8, 15)
	p := m.Parts()
	p.Duties[0].ID = "changed"
	p.Bodies[0].ID = "changed"
	_, ok := m.Duty("changed")
	assert.False(t, ok)
	d, _ := m.Duty(duty.NotifyVisit)
	list := slices.Collect(d.Bearers.All())
	list[0].Body = "changed"
	assert.True(t, d.Bearers.Has(laocai.Leaders), "nobody changes a shared list")
}

// What a matrix takes in and what it hands out is its caller's.
func TestMatrixSharesNothing(t *testing.T) {
	t.Parallel()
	m := inForce(t, 2026, 11, 23)
	parts := m.Parts()
	require.NotEmpty(t, parts.Groups)
	require.NotEmpty(t, parts.Transfers)
	again, err := duty.NewMatrix(parts)
	require.NoError(t, err)
	want, err := json.Marshal(m)
	require.NoError(t, err)
	maintain.Spoil(&parts)
	for transfer := range m.Transfers() {
		maintain.Spoil(&transfer)
	}
	for _, matrix := range []duty.Matrix{m, again} {
		got, err := json.Marshal(matrix)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got))
	}
}

func TestLookupsDoNotAllocate(t *testing.T) {
	m := inForce(t, 2026, 11, 23)
	n := 0
	for name, f := range map[string]func(){
		"Duty": func() { _, _ = m.Duty(duty.NotifyVisit) },
		"Of": func() {
			for range m.Of(laocai.Leaders) {
				n++
			}
		},
		"For": func() {
			for range m.For(duty.NotifyVisit) {
				n++
			}
		},
		"Has": func() { d, _ := m.Duty(duty.NotifyVisit); _ = d.Bearers.Has(laocai.Leaders) },
	} {
		assert.Zero(t, testing.AllocsPerRun(100, f), name)
	}
	if racing {
		return
	}
	r := register(t, aug31, sent("a", duty.PeriodPlanSent, rule.On(lastDay)))
	due := owed("a", duty.PeriodPlanSent, lastDay)
	assert.LessOrEqual(t, testing.AllocsPerRun(100, func() { _ = due.Status(r, aug31) }), 1.0, "the fact that decided")
}

func BenchmarkMatrixDuty(b *testing.B) {
	m := inForce(b, 2026, 11, 23)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = m.Duty(duty.NotifyVisit)
	}
}

func BenchmarkMatrixFor(b *testing.B) {
	m := inForce(b, 2026, 11, 23)
	b.ReportAllocs()
	for b.Loop() {
		for e := range m.For(duty.NotifyVisit) {
			_ = e.Body
		}
	}
}

func BenchmarkMatrixOfFirst(b *testing.B) {
	m := inForce(b, 2026, 11, 23)
	b.ReportAllocs()
	for b.Loop() {
		for e := range m.Of(laocai.Leaders) {
			_ = e.Body
			break
		}
	}
}

func BenchmarkInForce(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_ = inForce(b, 2026, 11, 23)
	}
}

func BenchmarkStatus(b *testing.B) {
	r, err := duty.NewRegister(nil, sent("a", duty.PeriodPlanSent, rule.On(lastDay)))
	require.NoError(b, err)
	due := owed("a", duty.PeriodPlanSent, lastDay)
	b.ReportAllocs()
	for b.Loop() {
		_ = due.Status(r, aug31)
	}
}

func ExampleDue_Status() {
	visit := duty.Object{Per: duty.PerVisit, ID: "v1"}
	reg, err := duty.NewRegister([]duty.Complete{{Kind: duty.Noticed, Through: rule.Day(2021, 11, 30)}},
		duty.Record{Fact: duty.Fact{Kind: duty.Noticed, Duty: duty.NotifyVisit, Object: visit}, To: "02794", On: rule.On(rule.Day(2021, 9, 13))})
	if err != nil {
		fmt.Println(err)
		return
	}
	notify, _ := laocai.Basis().Duty(duty.NotifyVisit)
	due := notify.Due(visit, "l1", "02794")
	due.Latest = rule.Day(2021, 9, 16) // the day of the visit
	fmt.Println(due.Status(reg, rule.Day(2021, 12, 31)).Status.In(rule.En))
	due.Object.ID = "v2" // nobody recorded a notice of this one
	fmt.Println(due.Status(reg, rule.Day(2021, 12, 31)).Status.In(rule.En))
	// Output:
	// fulfilled
	// breached
}
