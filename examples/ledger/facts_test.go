package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/assignment"
	"github.com/giupxa/giupxa/assignment/duty"
	"github.com/giupxa/giupxa/assignment/duty/laocai"
	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/evaluation"
	"github.com/giupxa/giupxa/evaluation/ledger"
	"github.com/giupxa/giupxa/examples/internal/program"
)

// The evaluations in the province that is shown are what published sheets give.
func TestEvaluationsShown(t *testing.T) {
	t.Parallel()
	day := rule.Day(2021, 11, 19)
	matrix, err := laocai.InForce(day)
	require.NoError(t, err)
	var want []duty.Record
	policy := evaluation.Policy{CadreRules: true} // no scoring decision of the province was in force
	for _, sheet := range []evaluation.Sheet{
		{ID: "PC-nhnn-2021", About: evaluation.SupportWork{Leader: "nhnn", Year: 2021}, Published: day},
		{ID: "PKQ-ta-thang-2021", About: evaluation.SupportOutcome{Assignment: "nhnn-ta-thang", Year: 2021}, Published: day},
	} {
		d, _ := matrix.Duty(duty.EvaluateWork)
		for b := range d.Bearers.All() {
			sheet.Evaluators = append(sheet.Evaluators, evaluation.Evaluator{Body: b.Body, Signed: day})
		}
		want = append(want, policy.Records(sheet, evaluation.LaoCai1686(), matrix)...)
	}
	var l ledger.Ledger
	require.NoError(t, json.Unmarshal(shown, &l))
	var got []duty.Record
	for r := range l.Register.All() {
		if r.Kind == duty.SupportWorkEvaluated || r.Kind == duty.SupportOutcomeEvaluated {
			got = append(got, r)
		}
	}
	wanted, err := json.Marshal(want)
	require.NoError(t, err)
	have, err := json.Marshal(got)
	require.NoError(t, err)
	assert.JSONEq(t, string(wanted), string(have), "%s", wanted)
}

// printed is what the tests read of the JSON that is printed.
type printed struct {
	Counts  struct{ Total int }
	Entries []struct {
		Duty   rule.DutyID
		Object duty.Object
		Status string
	}
}

func parse(t *testing.T, input string, args ...string) (p printed) {
	t.Helper()
	out, errs, code := call(input, append(args, "-as", "json")...)
	require.Equal(t, program.InOrder, code, errs)
	require.NoError(t, json.Unmarshal([]byte(out), &p))
	return p
}

// The ledger of Lào Cai accounts for every duty of the matrix and every object once: those
// of the roster, with their years, and the events of the register.
func TestEveryDutyAndObjectOnce(t *testing.T) {
	t.Parallel()
	var l ledger.Ledger
	require.NoError(t, json.Unmarshal(shown, &l))
	events := map[duty.Per]map[string]bool{}
	for r := range l.Register.All() {
		if events[r.Object.Per] == nil {
			events[r.Object.Per] = map[string]bool{}
		}
		if r.Object.Per != duty.PerVisit || r.Kind == duty.VisitMade { // of a visit that was not made nothing is owed
			events[r.Object.Per][r.Object.ID] = true
		}
	}
	leaders := len(l.Roster.Entries().Leaders)
	for date, of := range map[string]struct{ communes, districts, years int }{
		"2021-11-20": {3, 3, 1}, "2025-03-15": {3, 3, 5}, "2025-09-01": {0, 0, 5}, // all three communes merged on 1/7/2025
	} {
		day, err := rule.ParseDate(date)
		require.NoError(t, err)
		matrix, err := laocai.InForce(day)
		require.NoError(t, err)
		want := map[duty.Per]int{
			duty.PerLeader: leaders, duty.PerAssignment: leaders, duty.PerLeaderYear: leaders * of.years, duty.PerAssignmentYear: leaders * of.years,
			duty.PerCommune: of.communes, duty.PerDistrict: of.districts, duty.PerDistrictYear: of.districts * of.years, duty.PerProvince: 1,
		}
		for _, per := range []duty.Per{duty.PerVisit, duty.PerMeeting, duty.PerDifficulty, duty.PerBody} {
			want[per] = len(events[per])
		}
		type pair struct {
			id     rule.DutyID
			object duty.Object
		}
		seen, count, total := map[pair]bool{}, map[rule.DutyID]int{}, 0
		for _, e := range parse(t, "", "-date", date).Entries {
			assert.False(t, seen[pair{e.Duty, e.Object}], "%s: %s for %v twice", date, e.Duty, e.Object)
			seen[pair{e.Duty, e.Object}] = true
			count[e.Duty]++
			total++
		}
		for d := range matrix.Duties() {
			n := max(want[d.Per], 1) // without an object it is said once
			if d.Nature == duty.Continuing && of.communes == 0 && (d.Per == duty.PerAssignment || d.Per == duty.PerLeader) {
				n = 1 // it lasted as long as the commune
			}
			if d.ID == duty.ReviewPlan || d.ID == duty.BuildPlans {
				n = count[d.ID] // the one or the other, below
			}
			assert.Equal(t, n, count[d.ID], "%s: %s per %s", date, d.ID, d.Per)
			total -= n
		}
		assert.Zero(t, total, "%s: no duty but those of the matrix", date)
		assert.Equal(t, leaders, count[duty.ReviewPlan]+count[duty.BuildPlans], "%s: one keeps the commune, two are new", date)
	}
}

// The ledger of another province names no other in any form that is printed.
func TestSecondProvince(t *testing.T) {
	t.Parallel()
	span := rule.Span{From: rule.Day(2023, 1, 9), To: rule.Day(2025, 12, 31)}
	p := duty.BasisParts{ID: "thach-an-2023", Version: "1", Binds: span, Provisions: map[rule.DutyID]rule.Source{},
		Source: rule.Source{Kind: rule.Plan, Number: "12/KH-UBND", Date: rule.Day(2023, 1, 9), Issuer: "UBND tỉnh Thạch An"}}
	helpers, communes := duty.By(duty.Party{Body: "nguoi-giup", Verb: duty.Bears}), duty.By(duty.Party{Body: "xa", Verb: duty.Bears})
	var duties []duty.Duty
	for d := range duty.Known() {
		p.Provisions[d.ID] = rule.Source{Section: "II", Point: strconv.Itoa(len(p.Provisions))}
		duties = append(duties, duty.Duty{ID: d.ID, Bearers: helpers, Towards: communes})
	}
	basis, err := duty.NewBasis(p)
	require.NoError(t, err)
	body := func(id org.BodyID, l org.Level, vi, en string) org.Body {
		return org.Body{ID: id, Kind: org.Department, Level: l, Names: []org.Name{{Text: rule.Text{Vi: vi, En: en}}}, Confidence: rule.Read}
	}
	l := ledger.Ledger{Leaders: "nguoi-giup"}
	l.Matrix, err = duty.NewMatrix(duty.Parts{Basis: basis, Government: org.TwoLevel, Span: span, Duties: duties,
		Bodies: []org.Body{body("nguoi-giup", org.LevelProvince, "người giúp xã", "helpers"), body("xa", org.LevelCommune, "UBND xã", "commune")}})
	require.NoError(t, err)
	l.Roster, err = assignment.NewRoster(assignment.Entries{
		Leaders:     []assignment.Leader{{ID: "l1", Post: "Giám đốc", Body: "so-tai-chinh"}},
		Assignments: []assignment.Assignment{{ID: "a1", Leader: "l1", Commune: "96001", Span: rule.Span{From: rule.Day(2023, 2, 1)}}},
	})
	require.NoError(t, err)
	l.Register, err = basis.NewRegister(nil, duty.Record{Fact: duty.Fact{Kind: duty.PeriodPlanSent, Duty: duty.PeriodPlan,
		Object: duty.Object{Per: duty.PerAssignment, ID: "a1"}}, By: "l1", To: "van-phong", On: rule.On(rule.Day(2023, 3, 31))})
	require.NoError(t, err)
	file, err := json.Marshal(l)
	require.NoError(t, err)
	for _, lang := range []string{"vi", "en"} {
		for _, as := range []string{"text", "json", "csv"} {
			out, errs, code := call(string(file), "-lang", lang, "-as", as, "-date", "2023-10-20", "-")
			require.Equal(t, program.InOrder, code, errs)
			assert.Contains(t, out, "12/KH-UBND")
			for _, other := range []string{"Lào Cai", "lao-cai", "Công văn", "dispatch", "2021", "so-noi-vu", "vp-dieu-phoi"} {
				assert.NotContains(t, strings.ReplaceAll(out, "\n", " "), other, "%s %s", as, lang)
			}
		}
	}
	assert.Len(t, parse(t, string(file), "-date", "2023-10-20", "-").Entries, len(duties), "one assignment, one year")
}
