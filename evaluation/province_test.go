package evaluation_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
)

// A second province, invented: its decision lays down another choice of duties, at places
// of its own, and three other bodies evaluate.
var (
	secondBasis = duty.MustBasis(duty.BasisParts{
		ID: "second-2022", Version: "1",
		Source: rule.Source{Kind: rule.Decision, Number: "77/QĐ-UBND", Date: rule.Day(2022, 1, 10), Issuer: "UBND tỉnh Hai"},
		Provisions: map[rule.DutyID]rule.Source{
			duty.EvaluateWork:    {Article: "6", Clause: "1"},
			duty.EvaluateOutcome: {Article: "6", Clause: "2"},
			duty.GiveYearlyBasis: {Article: "7"},
		},
		Binds:  rule.Span{From: rule.Day(2022, 1, 10)},
		Period: rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2026, 12, 31)},
	})
	secondMatrix = must(duty.NewMatrix(secondParts()))
	secondScheme = func() evaluation.Scheme {
		t := sampleTable()
		t.Span = rule.Span{From: rule.Day(2022, 1, 10), To: rule.Day(2023, 12, 31)}
		t.ReplacedBy = rule.Source{Kind: rule.Decision, Number: "5/QĐ-UBND", Issuer: "UBND tỉnh Hai"}
		t.Period = secondBasis.Period()
		return evaluation.MustScheme(t)
	}()
)

func secondParts() duty.Parts {
	body := func(id org.BodyID, vi, en string) org.Body {
		return org.Body{ID: id, Kind: org.Department, Level: org.LevelProvince, Names: []org.Name{{Text: rule.Text{Vi: vi, En: en}}}, Confidence: rule.Read}
	}
	jointly := func(ids ...org.BodyID) duty.Parties {
		var all []duty.Party
		for _, id := range ids {
			all = append(all, duty.Party{Body: id, Verb: duty.BearsJointly})
		}
		return duty.By(all...)
	}
	three := []org.BodyID{"h-noi-vu", "h-tai-chinh", "h-ntm"}
	outcome := duty.By(duty.Party{Body: "h-ntm", Verb: duty.Bears}, duty.Party{Body: "h-khdt", Verb: duty.Bears})
	return duty.Parts{
		Basis: secondBasis, Government: org.ThreeLevel, Span: rule.Span{From: rule.Day(2022, 1, 1), To: rule.Day(2025, 2, 28)},
		Bodies: []org.Body{
			body("h-noi-vu", "Sở Nội vụ", "Home Affairs"), body("h-tai-chinh", "Sở Tài chính", "Finance"),
			body("h-ntm", "Văn phòng nông thôn mới", "New Rural Office"), body("h-khdt", "Sở Kế hoạch", "Planning"),
		},
		Groups: []duty.Group{{ID: "three", Members: three}},
		Duties: []duty.Duty{
			{ID: duty.EvaluateWork, Bearers: jointly(three...), Group: "three", Evaluates: true},
			{ID: duty.EvaluateOutcome, Bearers: outcome, Evaluates: true},
			{ID: duty.GiveYearlyBasis, Bearers: jointly(three...), Group: "three"},
		},
	}
}

func evaluators(day string, ids ...org.BodyID) []evaluation.Evaluator {
	var list []evaluation.Evaluator
	for _, id := range ids {
		e := evaluation.Evaluator{Body: id}
		if day != "" {
			e.Signed = must(rule.ParseDate(day))
		}
		list = append(list, e)
	}
	return list
}

// W1: a province is judged by its own text, under its own bodies, from its own days.
func TestSecondProvince(t *testing.T) {
	t.Parallel()
	policy := evaluation.Policy{Basis: secondBasis, JointSignature: true, EvidenceDemanded: true}
	work := evaluation.SupportWork{Leader: "l1", Year: 2023}
	full := entries("1", "60", "2.1", "20", "2.2", "4")
	found := policy.Check(evaluation.Sheet{About: work, Entries: full, Evaluators: evaluators("20/12/2023", "h-noi-vu", "h-ntm")}, secondScheme, secondMatrix)
	alone := found.Of(evaluation.ErrAlone)
	require.Len(t, alone, 1)
	assert.Equal(t, rule.Broken, alone[0].Kind)
	assert.Equal(t, "Finance took no part; none of the bodies evaluates alone", alone[0].In(rule.En))
	assert.Equal(t, "Quyết định số 77/QĐ-UBND ngày 10/01/2022 của UBND tỉnh Hai, Điều 6, khoản 1", alone[0].Rule().Passage.String())
	assert.Empty(t, found.Of(evaluation.ErrAsRegulated), "its text does not say «as regulated»")

	// The outcome has a clause and bearers of its own, each of whom may act alone.
	outcome := evaluation.SupportOutcome{Assignment: "a1", Year: 2023}
	found = policy.Check(evaluation.Sheet{About: outcome, Evaluators: evaluators("20/12/2023", "h-khdt")}, secondScheme, secondMatrix)
	assert.Empty(t, found.Of(evaluation.ErrAlone))
	assert.Empty(t, found.Of(evaluation.ErrEvaluators))
	found = policy.Check(evaluation.Sheet{About: outcome, Evaluators: evaluators("20/12/2023", "h-noi-vu")}, secondScheme, secondMatrix).Of(evaluation.ErrEvaluators)
	require.Len(t, found, 1)
	assert.Equal(t, duty.EvaluateOutcome, found[0].Duty())
	assert.Equal(t, "2", found[0].Source().Clause)

	// Before its first day the text binds nobody.
	early := evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: 2021}, Evaluators: evaluators("9/1/2022", "h-noi-vu"), Published: rule.Day(2022, 1, 9)}
	assert.Empty(t, policy.Check(early, evaluation.Scheme{}, secondMatrix).Of(evaluation.ErrAlone))
	// A matrix of other days, or of another text, accuses nobody.
	late := evaluation.Sheet{About: work, Evaluators: evaluators("1/3/2025", "h-noi-vu")}
	for name, m := range map[string]duty.Matrix{"other days": secondMatrix, "none": {}, "another text": must(laocai.InForce(rule.Day(2025, 3, 1)))} {
		found := policy.Check(late, evaluation.Scheme{}, m)
		require.NoError(t, found.Err(), name)
		assert.Len(t, found.Of(evaluation.ErrWhoEvaluates), 1, name)
	}
}

// Nothing that a second province is told names the first.
func TestSecondProvinceNamesNoOther(t *testing.T) {
	t.Parallel()
	var said strings.Builder
	say := func(v any) {
		said.Write(must(json.Marshal(v)))
		for _, l := range []rule.Lang{rule.Vi, rule.En} {
			switch x := v.(type) {
			case rule.Worded:
				said.WriteString(x.In(l))
			case rule.Findings:
				for _, f := range x {
					said.WriteString(f.In(l) + f.Rule().Passage.In(l) + f.Source().In(l) + f.Rule().Alternative.In(l))
				}
			}
		}
	}
	var policy evaluation.Policy
	require.NoError(t, json.Unmarshal(must(json.Marshal(evaluation.Policy{Basis: secondBasis, JointSignature: true, EvidenceDemanded: true})), &policy))
	var matrix duty.Matrix
	require.NoError(t, json.Unmarshal(must(json.Marshal(secondMatrix)), &matrix))
	var scheme evaluation.Scheme
	require.NoError(t, json.Unmarshal(must(json.Marshal(secondScheme)), &scheme))
	var sheets []evaluation.Sheet
	for _, year := range []int{2021, 2022, 2023, 2030} {
		for i, about := range []evaluation.Subject{
			evaluation.SupportWork{Leader: "l1", Year: year, Commune: "a"}, evaluation.SupportWork{Leader: "l1", Year: year, Commune: "b"},
			evaluation.SupportOutcome{Assignment: "a1", Year: year}, evaluation.CommuneResult{Commune: "a", AsOf: rule.Day(year, 12, 1)}, nil,
		} {
			for _, who := range [][]org.BodyID{nil, {"h-noi-vu"}, {"h-khdt"}, {"h-noi-vu", "h-tai-chinh", "h-ntm"}, {"so-noi-vu"}} {
				s := evaluation.Sheet{About: about, Entries: entries("1", strconv.Itoa(60+i)), Evaluators: evaluators(fmt.Sprintf("20/12/%d", year), who...), Settled: rule.Day(year, 12, 30), Published: rule.Day(year, 12, 25)}
				sheets = append(sheets, s)
				for _, p := range []evaluation.Policy{policy, {Basis: policy.Basis, OutcomeIsCommune: true, JointSignature: true}, {Basis: policy.Basis, Evaluators: []org.BodyID{"h-noi-vu", "khác"}}} {
					say(p.Check(s, scheme, matrix))
					say(p.Check(s, scheme, duty.Matrix{}))
				}
				r := must(scheme.Score(s))
				say(r)
				say(r.Caveats())
			}
		}
		a := must(scheme.Score(evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: year, Commune: "a"}}))
		b := must(scheme.Score(evaluation.Sheet{About: evaluation.SupportWork{Leader: "l1", Year: year, Commune: "b"}}))
		say(must(policy.Combine(a, b)))
		say(must(evaluation.Policy{Basis: policy.Basis, Combining: evaluation.CombineWorst}.Combine(a, b)))
	}
	say(policy.CheckAll(sheets))
	say(policy.Edition())
	say(scheme.Caveats())
	require.Greater(t, said.Len(), 100_000)
	for _, other := range []string{"Lào Cai", "lao-cai", "2021–2025", "1686", "2693", "mục 4"} {
		assert.NotContains(t, said.String(), other)
	}
	assert.Contains(t, said.String(), "77/QĐ-UBND")
	assert.Contains(t, said.String(), "the text is of 2022–2026; no text was supplied for the year 2030")
}
